# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""The thin binding of the C kernel: buffers in, lists out. See kernel.h for what each part does."""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint64_t
from libc.stdlib cimport free, malloc


cdef extern from "kernel.h" nogil:
    ctypedef struct Plan:
        int variables
        int edges
        int64_t entries

    ctypedef struct Scratch:
        int64_t size
        void *numbers

    ctypedef struct Swept:
        double log_evidence
        double cancellation

    ctypedef struct CCause "Cause":
        int32_t level

    ctypedef struct CGroup "Group":
        pass

    ctypedef struct CParameter "Parameter":
        pass

    ctypedef struct CSign "Sign":
        pass

    ctypedef struct CShows "Shows":
        pass

    ctypedef struct CFeature "Feature":
        pass

    ctypedef struct CTells "Tells":
        pass

    ctypedef struct CModel "Model":
        int32_t causes, groups, parameters, signs, shown, features, atoms, findings, clusters, mechanisms
        const CCause *cause
        const CGroup *group
        const CParameter *parameter
        const CSign *sign
        const CShows *shows
        const CFeature *feature
        const double *normal
        const uint16_t *gate
        double unlisted, fade, silence, silence_deviation, defining
        int64_t most_entries
        uint64_t sample_seed
        int32_t states, states_of_draw, rounds
        double least_drawn

    ctypedef struct Person:
        const uint8_t *truth
        const uint8_t *answered
        const double *priors
        int32_t silence

    ctypedef struct Work:
        int64_t size

    int CAN_WORK "DONE"
    int OUT_OF_MEMORY
    int IMPOSSIBLE
    int TOO_LARGE

    int plan_new(Plan *plan, int variables, int edges, const int *start, const int *to, int64_t most)
    void plan_free(Plan *plan)
    int sweep(const Plan *plan, Scratch *scratch, const double *weights, const double *factors,
              int first_signed, double *present, Swept *swept)
    void scratch_free(Scratch *scratch)
    int known_size(const CModel *model)
    void gates_of(const CModel *model, uint16_t *gate)
    int work_new(Work *work)
    void work_free(Work *work)
    int rank_many(const CModel *model, Work *work, int people, const uint8_t *truth, const uint8_t *answered,
                  const double *priors, const int32_t *prior_row, const uint8_t *silence, double *out,
                  int stride, int causes_only)
    int draw_many(const CModel *model, const Person *person, Work *work, uint64_t seed, int draws,
                  double *logits)
    void intervals_of(const CModel *model, int draws, const double *logits, double *low, double *high)
    void explained(const CModel *model, const Person *person, uint64_t seed, int draws, int cause,
                   const double *chances, double *shares)

    ctypedef struct CSpoken "Spoken":
        int conditions, causes
        const double *background
        const int32_t *first
        const int32_t *level
        const int32_t *question
        const CTells *telling
        const double *loss
        double unlisted

    ctypedef struct CChoices "Choices":
        int choices, width
        const int32_t *first
        const int32_t *cause
        const int32_t *question
        const double *rows
        const double *within

    void worth_of_all(const CSpoken *spoken, const double *responsible, double *bits, double *utility,
                      double *chance)
    void bits_of_choices(const CChoices *choices, const double *responsible, double *bits)
    void worths_of_many(const CSpoken *spoken, const CChoices *choices, int people, int questions,
                        int64_t stride, const double *responsible, const uint8_t *open, double *bits,
                        double *utility)
    size_t SIZE_OF_CAUSE "sizeof(Cause)"
    size_t SIZE_OF_GROUP "sizeof(Group)"
    size_t SIZE_OF_PARAMETER "sizeof(Parameter)"
    size_t SIZE_OF_SIGN "sizeof(Sign)"
    size_t SIZE_OF_SHOWS "sizeof(Shows)"
    size_t SIZE_OF_FEATURE "sizeof(Feature)"
    size_t SIZE_OF_TELLS "sizeof(Tells)"


cdef int fail(int result) except -1:
    if result == OUT_OF_MEMORY:
        raise MemoryError("the kernel is out of memory")
    if result == IMPOSSIBLE:
        raise ValueError("this evidence has no probability to be told from rounding")
    if result == TOO_LARGE:
        raise ValueError("the plan has more table entries than were allowed")
    return 0


cdef class PairNetwork:
    """Exact sums over binary variables with weights and pairwise factors, which may be signed."""

    cdef Plan plan
    cdef Scratch scratch

    def __cinit__(self, int variables, const int[::1] start, const int[::1] to, int64_t most=1 << 40):
        cdef int edges = <int>start.shape[0]
        if to.shape[0] != edges:
            raise ValueError("an edge needs two ends")
        for i in range(edges):
            if not (0 <= start[i] < variables and 0 <= to[i] < variables and start[i] != to[i]):
                raise ValueError(f"there is no such edge: {start[i]}, {to[i]}")
        fail(plan_new(&self.plan, variables, edges, &start[0] if edges else NULL, &to[0] if edges else NULL,
                      most))

    def __dealloc__(self):
        plan_free(&self.plan)
        scratch_free(&self.scratch)

    @property
    def entries(self):
        """Table entries of the plan."""
        return self.plan.entries

    def solve(self, const double[::1] weights, const double[::1] factors, int first_signed,
              double[::1] present):
        """Marginals into `present`; returns (log of the sum, worst cancellation)."""
        cdef Swept swept
        if weights.shape[0] != 2 * self.plan.variables or factors.shape[0] != 4 * self.plan.edges:
            raise ValueError("weights or factors do not fit the plan")
        if present.shape[0] < self.plan.variables:
            raise ValueError("there is no room for the answer")
        if not self.plan.variables:
            return 0.0, 1.0
        fail(sweep(&self.plan, &self.scratch, &weights[0], &factors[0] if self.plan.edges else NULL,
                   first_signed, &present[0], &swept))
        return swept.log_evidence, swept.cancellation


cdef class CompiledModel:
    """The library's numbers as flat arrays (see charley.network.kernel.model), ready to be asked."""

    cdef CModel model
    cdef Work work
    cdef object kept
    cdef uint16_t *gate

    def __cinit__(self, dict arrays, dict counts, dict constants):
        self.kept = arrays
        _sized(arrays["causes"], SIZE_OF_CAUSE, counts["causes"])
        _sized(arrays["groups"], SIZE_OF_GROUP, counts["groups"])
        _sized(arrays["parameters"], SIZE_OF_PARAMETER, counts["parameters"])
        _sized(arrays["signs"], SIZE_OF_SIGN, counts["signs"])
        _sized(arrays["shows"], SIZE_OF_SHOWS, counts["shown"])
        _sized(arrays["features"], SIZE_OF_FEATURE, counts["features"])
        _sized(arrays["normal"], sizeof(double), 1024)
        self.model.cause = <const CCause *><const char *>arrays["causes"]
        self.model.group = <const CGroup *><const char *>arrays["groups"]
        self.model.parameter = <const CParameter *><const char *>arrays["parameters"]
        self.model.sign = <const CSign *><const char *>arrays["signs"]
        self.model.shows = <const CShows *><const char *>arrays["shows"]
        self.model.feature = <const CFeature *><const char *>arrays["features"]
        self.model.normal = <const double *><const char *>arrays["normal"]
        self.model.causes = counts["causes"]
        self.model.groups = counts["groups"]
        self.model.parameters = counts["parameters"]
        self.model.signs = counts["signs"]
        self.model.shown = counts["shown"]
        self.model.features = counts["features"]
        self.model.atoms = counts["atoms"]
        self.model.findings = counts["findings"]
        self.model.clusters = counts["clusters"]
        self.model.mechanisms = counts["mechanisms"]
        self.model.unlisted = constants["unlisted"]
        self.model.fade = constants["fade"]
        self.model.silence = constants["silence"]
        self.model.silence_deviation = constants["silence_deviation"]
        self.model.defining = constants["defining"]
        self.model.most_entries = constants["most_entries"]
        self.model.sample_seed = constants["sample_seed"]
        self.model.states = constants["states"]
        self.model.states_of_draw = constants["states_of_draw"]
        self.model.rounds = constants["rounds"]
        self.model.least_drawn = constants["least_drawn"]
        if known_size(&self.model) > 65535:
            raise ValueError("the kernel knows no library of this size")
        self.gate = <uint16_t *>malloc(sizeof(uint16_t) * (self.model.groups + 1))
        if self.gate == NULL:
            raise MemoryError("the kernel is out of memory")
        gates_of(&self.model, self.gate)
        self.model.gate = self.gate
        fail(work_new(&self.work))

    def __dealloc__(self):
        work_free(&self.work)
        free(self.gate)

    @property
    def stride(self):
        """Numbers of one row of an answer."""
        return 5 * self.model.causes + self.model.mechanisms + 3

    cdef int _check(self, Py_ssize_t people, const uint8_t[::1] truth, const uint8_t[::1] answered,
                    const double[::1] priors, const int32_t[::1] prior_row, const uint8_t[::1] silence,
                    double[::1] out) except -1:
        if truth.shape[0] < people * self.model.atoms or answered.shape[0] < people * self.model.findings:
            raise ValueError("the answers do not fit the model")
        if silence.shape[0] < people or prior_row.shape[0] < people or out.shape[0] < people * self.stride:
            raise ValueError("the rows do not fit the model")
        for i in range(people):
            if not 0 <= prior_row[i] < priors.shape[0] // self.model.causes:
                raise ValueError("there is no such row of priors")
        return 0

    def rank(self, int people, const uint8_t[::1] truth, const uint8_t[::1] answered,
             const double[::1] priors, const int32_t[::1] prior_row, const uint8_t[::1] silence,
             double[::1] out, bint apart=False, bint causes_only=False):
        """Rows of responsible, present, probability, low, high, mechanisms, true cramp, how many causes
        were sampled (0: it is exact), and the error that leaves.

        With `apart` it works in a room of its own and without the interpreter's lock; with `causes_only`
        mechanisms and the true cramp are left out.
        """
        cdef int result, stride = self.stride
        cdef Work work
        if people == 0:
            return
        self._check(people, truth, answered, priors, prior_row, silence, out)
        if not apart:
            fail(rank_many(&self.model, &self.work, people, &truth[0], &answered[0], &priors[0], &prior_row[0],
                           &silence[0], &out[0], stride, causes_only))
            return
        with nogil:
            result = work_new(&work)
            if result == CAN_WORK:
                result = rank_many(&self.model, &work, people, &truth[0], &answered[0], &priors[0],
                                   &prior_row[0], &silence[0], &out[0], stride, causes_only)
            work_free(&work)
        fail(result)

    def intervals(self, const uint8_t[::1] truth, const uint8_t[::1] answered, const double[::1] priors,
                  bint silence, uint64_t seed, int draws, int cause):
        """(low, high) by cause from draws of all parameters, and what each explains of one cause's spread."""
        cdef Person person
        cdef int n = self.model.causes, p = self.model.parameters
        if truth.shape[0] < self.model.atoms or answered.shape[0] < self.model.findings or priors.shape[0] < n:
            raise ValueError("the answers do not fit the model")
        cdef double *room = <double *>malloc(sizeof(double) * (<size_t>draws * n + 2 * n + p + 1))
        if room == NULL:
            raise MemoryError("the kernel is out of memory")
        person.truth, person.answered, person.priors = &truth[0], &answered[0], &priors[0]
        person.silence = silence
        cdef double *low = room + <size_t>draws * n
        try:
            fail(draw_many(&self.model, &person, &self.work, seed, draws, room))
            intervals_of(&self.model, draws, room, low, low + n)
            explained(&self.model, &person, seed, draws, cause, room, low + 2 * n)
            return ([low[i] for i in range(n)], [low[n + i] for i in range(n)],
                    [low[2 * n + i] for i in range(p)])
        finally:
            free(room)


cdef class Questions:
    """What the causes say of every condition that could be asked."""

    cdef object kept
    cdef CSpoken spoken
    cdef int most

    def __cinit__(self, int conditions, int causes, int tells, double unlisted, dict arrays):
        self.kept = arrays
        _sized(arrays["background"], sizeof(double), conditions)
        _sized(arrays["first"], sizeof(int32_t), conditions + 1)
        _sized(arrays["question"], sizeof(int32_t), conditions)
        _sized(arrays["tells"], SIZE_OF_TELLS, tells)
        _sized(arrays["level"], sizeof(int32_t), causes)
        _sized(arrays["loss"], sizeof(double), 25)
        self.spoken.conditions, self.spoken.causes = conditions, causes
        self.spoken.unlisted = unlisted
        self.spoken.background = <const double *><const char *>arrays["background"]
        self.spoken.first = <const int32_t *><const char *>arrays["first"]
        self.spoken.question = <const int32_t *><const char *>arrays["question"]
        self.spoken.telling = <const CTells *><const char *>arrays["tells"]
        self.spoken.level = <const int32_t *><const char *>arrays["level"]
        self.spoken.loss = <const double *><const char *>arrays["loss"]
        self.most = _most(self.spoken.question, conditions)

    def worth(self, const double[::1] responsible, double[::1] out):
        """Bits, utility and chance of every condition, one after the other, into `out`."""
        cdef int count = self.spoken.conditions
        if responsible.shape[0] < self.spoken.causes or out.shape[0] < 3 * count:
            raise ValueError("the rows do not fit the questions")
        worth_of_all(&self.spoken, &responsible[0], &out[0], &out[count], &out[2 * count])

    def worths(self, Options options, const double[:, :] responsible, const uint8_t[:, ::1] open,
               double[:, ::1] bits, double[:, ::1] utility):
        """Bits and utility by person and question, where it is open; without the interpreter's lock."""
        cdef int people = <int>open.shape[0], questions = <int>open.shape[1]
        cdef int64_t stride = responsible.strides[0] // <Py_ssize_t>sizeof(double)
        if people == 0 or questions == 0:
            return
        if self.most >= questions or options.most >= questions:
            raise ValueError("there are more questions than columns")
        if responsible.shape[0] < people or responsible.shape[1] != self.spoken.causes:
            raise ValueError("the rows do not fit the questions")
        if responsible.strides[1] != sizeof(double):
            raise ValueError("the numbers of a person must stand side by side")
        if (bits.shape[0] < people or bits.shape[1] != questions or utility.shape[0] < people
                or utility.shape[1] != questions):
            raise ValueError("there is no room for the answer")
        with nogil:
            worths_of_many(&self.spoken, &options.choices, people, questions, stride, &responsible[0, 0],
                           &open[0, 0], &bits[0, 0], &utility[0, 0])


cdef class Options:
    """How the causes spread over the options of every choice; row -1 of each is the background's."""

    cdef object kept
    cdef CChoices choices
    cdef int causes, most

    def __cinit__(self, int choices, int width, int rows, int causes, dict arrays):
        self.kept, self.causes = arrays, causes
        _sized(arrays["first"], sizeof(int32_t), choices + 1)
        _sized(arrays["causes"], sizeof(int32_t), rows)
        _sized(arrays["question"], sizeof(int32_t), choices)
        _sized(arrays["rows"], sizeof(double), rows * width)
        _sized(arrays["within"], sizeof(double), rows)
        self.choices.choices, self.choices.width = choices, width
        self.choices.first = <const int32_t *><const char *>arrays["first"]
        self.choices.cause = <const int32_t *><const char *>arrays["causes"]
        self.choices.question = <const int32_t *><const char *>arrays["question"]
        self.choices.rows = <const double *><const char *>arrays["rows"]
        self.choices.within = <const double *><const char *>arrays["within"]
        self.most = _most(self.choices.question, choices)

    def bits(self, const double[::1] responsible, double[::1] out):
        """The bits that the whole answer to every choice tells, into `out`."""
        if responsible.shape[0] < self.causes or out.shape[0] < self.choices.choices:
            raise ValueError("the rows do not fit the choices")
        if self.choices.choices:
            bits_of_choices(&self.choices, &responsible[0], &out[0])


cdef int _most(const int32_t *numbers, int count) noexcept:
    cdef int i, most = -1
    for i in range(count):
        if numbers[i] > most:
            most = numbers[i]
    return most


cdef int _sized(bytes data, size_t size, Py_ssize_t count) except -1:
    if len(data) != <Py_ssize_t>size * count:
        raise ValueError(f"{len(data)} bytes are not {count} entries of {size}")
    return 0
