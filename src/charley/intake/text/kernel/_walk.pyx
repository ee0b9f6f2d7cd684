# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The walk over a net of patterns: the same hits as `charley.intake.text.matching.PlainMatcher`, in C.

The net stays as the flat, sorted arrays that the compiled lexicon holds; only where the rows of each node
begin, and the symbol of each step, are worked out once. No text is kept.
"""

cimport cython
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, qsort, realloc
from libc.string cimport memset

LAYOUT = 2
"""Of what passes between this module and `matcher.py`: an older build of it is refused there."""

cdef enum:
    SHIFT = 16  # a step is keyed by `node << SHIFT | symbol`
    LOW = (1 << 16) - 1
    WORDS = 128  # of 32 bits: a symbol's bit is its number modulo 4096
    AT_ONCE = 64  # steps that are looked at together
    MOST_PASSED = (1 << 8) - 1  # tokens by a gap
    FREE = (1 << 16) - 1  # where a table of symbols holds none; no symbol has this number


cdef struct Rows:
    uint32_t step
    uint32_t gap
    uint32_t end


cdef struct State:
    uint32_t node
    int32_t place
    int32_t caught


cdef struct Hit:
    uint32_t end
    int32_t start
    int32_t place
    int32_t caught


cdef struct Added:
    uint32_t symbol
    int32_t length


cdef struct Form:  # and behind it its nodes, its ends, its symbols, its table and its reaches, in this order
    uint32_t steps  # of all nodes that the form begins at: most begin patterns of which none goes on
    uint32_t leaps  # steps over their gaps: nodes and symbols stand behind those of the steps at once
    uint32_t ends  # what ends with the form
    uint32_t mask  # of places in the table of what is inside: one less than a power of two
    uint32_t bits[WORDS]  # of the same symbols: most steps are told apart from them at once


cdef struct Text:
    int32_t count
    const Form **form
    int32_t *limit
    int32_t *first_added  # of each token, and one behind the last
    Added *added


cdef struct Room:
    State *stack
    size_t states
    size_t most_states
    Hit *hits
    size_t found
    size_t most_hits


cdef int push(Room *room, uint32_t node, int32_t place, int32_t caught) noexcept nogil:
    """Walk on from a node later; 0 when there is no memory."""
    cdef State *larger
    if room.states == room.most_states:
        larger = <State *>realloc(room.stack, 2 * (room.most_states + 128) * sizeof(State))
        if larger == NULL:
            return 0
        room.stack, room.most_states = larger, 2 * (room.most_states + 128)
    room.stack[room.states] = State(node, place, caught)
    room.states += 1
    return 1


cdef int note(Room *room, uint32_t end, int32_t start, int32_t place, int32_t caught) noexcept nogil:
    """Keep a hit; 0 when there is no memory."""
    cdef Hit *larger
    if room.found == room.most_hits:
        larger = <Hit *>realloc(room.hits, 2 * (room.most_hits + 1024) * sizeof(Hit))
        if larger == NULL:
            return 0
        room.hits, room.most_hits = larger, 2 * (room.most_hits + 1024)
    room.hits[room.found] = Hit(end, start, place, caught)
    room.found += 1
    return 1


cdef bint same_or_before(const Hit *one, const Hit *other) noexcept nogil:
    """Whether a hit of the same end and start comes first, or is no other."""
    return one.place < other.place or (one.place == other.place and one.caught <= other.caught)


cdef int in_order(const void *one, const void *other) noexcept nogil:
    cdef uint32_t a = (<const uint32_t *>one)[0], b = (<const uint32_t *>other)[0]
    return (a > b) - (a < b)


cdef void settle(Hit *hits, size_t first, size_t last) noexcept nogil:
    """Put hits of one end in order: by where they start they stand so already."""
    cdef size_t at, to
    cdef Hit now
    for at in range(first + 1, last):
        to, now = at, hits[at]
        while to > first and hits[to - 1].start == now.start and not same_or_before(&hits[to - 1], &now):
            hits[to] = hits[to - 1]
            to -= 1
        hits[to] = now


cdef const uint32_t *nodes_of(const Form *form) noexcept nogil:
    """Where each step leads."""
    return <const uint32_t *>(form + 1)


cdef const uint32_t *ends_of(const Form *form) noexcept nogil:
    return nodes_of(form) + form.steps + form.leaps


cdef const uint16_t *symbols_of(const Form *form) noexcept nogil:
    """What each step is over."""
    return <const uint16_t *>(ends_of(form) + form.ends)


cdef const uint16_t *table_of(const Form *form) noexcept nogil:
    """The symbols inside, each at the first place that was free from its own on."""
    return symbols_of(form) + form.steps + form.leaps


cdef const uint8_t *reaches_of(const Form *form) noexcept nogil:
    """How many tokens each leap may pass over, the most first."""
    return <const uint8_t *>(table_of(form) + form.mask + 1)


cdef uint32_t own_place(uint32_t symbol, uint32_t mask) noexcept nogil:
    """Symbols that follow each other lie far apart, so that few have to look further."""
    return (symbol * <uint32_t>40503 >> 4) & mask


cdef uint32_t bit_of(const Form *form, uint32_t symbol) noexcept nogil:
    """1 where a symbol may be one of a form's, 0 where it is not."""
    return (form.bits[(symbol >> 5) % WORDS] >> (symbol & 31)) & 1


cdef bint begins_with(const Form *form, uint32_t symbol) noexcept nogil:
    """Whether a symbol whose bit is set is one of a form's."""
    cdef const uint16_t *table = table_of(form)
    cdef uint32_t at = own_place(symbol, form.mask)
    while table[at] != FREE:
        if table[at] == symbol:
            return 1
        at = (at + 1) & form.mask
    return 0


cdef uint32_t likely(const Form *form, const uint16_t *symbols, uint32_t count, uint8_t *which) noexcept nogil:
    """Which of some symbols have their bits set; found without a branch, since no branch could be foreseen."""
    cdef uint32_t at, found = 0
    for at in range(count):
        which[found] = <uint8_t>at
        found += bit_of(form, symbols[at])
    return found


cdef int tabulate(Form *form, list inside) except -1:
    """Enter the symbols into a form's bits and its table, which has room for twice as many."""
    cdef uint16_t *table = <uint16_t *>table_of(form)
    cdef uint32_t number, at
    memset(form.bits, 0, sizeof(form.bits))
    memset(table, 0xFF, (form.mask + 1) * sizeof(uint16_t))
    for number in inside:
        if number >= FREE:
            raise ValueError("the net has no such symbol")
        form.bits[(number >> 5) % WORDS] |= <uint32_t>1 << (number & 31)
        at = own_place(number, form.mask)
        while table[at] != FREE:
            at = (at + 1) & form.mask
        table[at] = <uint16_t>number
    return 0


cdef int enter(Text *text, list forms, dict added, list limits) except -1:
    """Fill a Text; the rows of `forms` are used in place."""
    cdef int32_t place, total = 0
    cdef size_t count = len(forms)
    if len(limits) != len(forms):
        raise ValueError("every token needs its limit")
    text.count = <int32_t>count
    text.form = <const Form **>malloc((count + 1) * sizeof(Form *))
    text.limit = <int32_t *>malloc((count + 1) * sizeof(int32_t))
    text.first_added = <int32_t *>malloc((count + 1) * sizeof(int32_t))
    text.added = <Added *>malloc((sum(map(len, added.values())) + 1) * sizeof(Added))
    if text.form == NULL or text.limit == NULL or text.first_added == NULL or text.added == NULL:
        raise MemoryError("no memory to read the text")
    for place in range(text.count):
        text.form[place] = <const Form *>PyBytes_AS_STRING(<bytes>forms[place])
        text.limit[place] = min(<int32_t>limits[place], text.count)
        text.first_added[place] = total
        if place in added:
            for symbol, length in added[place]:
                text.added[total] = Added(symbol, length)
                total += 1
    text.first_added[text.count] = total
    return 0


cdef void leave(Text *text) noexcept:
    free(text.form)
    free(text.limit)
    free(text.first_added)
    free(text.added)


@cython.final
cdef class Found:
    """What a walk found, as a mapping: for everything that ended its spans, each once, both in order.

    Most of it is only asked whether it is there, so spans become Python's when they are asked for.
    """

    cdef Hit *hits
    cdef uint32_t *ends  # in order, each once
    cdef size_t *first  # hit of each end, and one behind the last
    cdef size_t different
    cdef bint shortest
    cdef dict made

    def __cinit__(self, bint shortest):
        self.shortest, self.made = shortest, {}

    def __dealloc__(self):
        free(self.hits)
        free(self.ends)
        free(self.first)

    cdef int take(self, Room *room, uint32_t *counted) except -1:
        """Put the hits in order by end, and note from where to where those of one end stand.

        `counted` has room for every end, and is nothing but zeros before and after.
        """
        cdef size_t at, last
        self.ends = <uint32_t *>malloc((room.found + 1) * sizeof(uint32_t))
        self.hits = <Hit *>malloc((room.found + 1) * sizeof(Hit))
        if self.ends == NULL or self.hits == NULL:
            raise MemoryError("no memory to read the text")
        for at in range(room.found):
            if not counted[room.hits[at].end]:
                self.ends[self.different] = room.hits[at].end
                self.different += 1
            counted[room.hits[at].end] += 1
        self.first = <size_t *>malloc((self.different + 1) * sizeof(size_t))
        if self.first == NULL:
            for at in range(self.different):
                counted[self.ends[at]] = 0
            raise MemoryError("no memory to read the text")
        if self.different:
            qsort(self.ends, self.different, sizeof(uint32_t), &in_order)
        self.first[0] = 0
        for at in range(self.different):
            self.first[at + 1] = self.first[at] + counted[self.ends[at]]
            counted[self.ends[at]] = <uint32_t>self.first[at]
        for at in range(room.found):
            self.hits[counted[room.hits[at].end]] = room.hits[at]
            counted[room.hits[at].end] += 1
        for at in range(self.different):
            settle(self.hits, self.first[at], self.first[at + 1])
            counted[self.ends[at]] = 0
        return 0

    cdef size_t _at(self, uint32_t end) noexcept nogil:
        """The place of an end among those found; one behind the last where it was not found."""
        cdef size_t low = 0, high = self.different, middle
        while low < high:
            middle = low + (high - low) // 2
            if self.ends[middle] < end:
                low = middle + 1
            else:
                high = middle
        return low if low < self.different and self.ends[low] == end else self.different

    def __iter__(self):
        cdef size_t at
        return iter([self.ends[at] for at in range(self.different)])

    def __len__(self):
        return self.different

    def __getitem__(self, uint32_t end):
        spans = self.made.get(end)
        if spans is None:
            at = self._at(end)
            if at == self.different:
                raise KeyError(end)
            spans = self.made[end] = self._spans(self.first[at], self.first[at + 1])
        return spans

    def standing(self, uses, const uint8_t[::1] entries):
        """(Part, place in the rows) of each pattern of which all parts stand here (see `Spans.standing`).

        Raises ValueError for rows of another net, and where an entry has no byte.
        """
        cdef const uint32_t[::1] first = uses.first, its_entries = uses.entries
        cdef const uint32_t[::1] others_first = uses.others_first, others = uses.others
        cdef size_t at
        cdef uint32_t part, use, other
        cdef list found = []
        for at in range(self.different):
            part = self.ends[at]
            if part + 1 >= first.shape[0]:
                raise ValueError("the rows are of another net")
            for use in range(first[part], first[part + 1]):
                if its_entries[use] >= entries.shape[0]:
                    raise ValueError("every entry needs its byte")
                if not entries[its_entries[use]]:
                    continue
                for other in range(others_first[use], others_first[use + 1]):
                    if self._at(others[other]) == self.different:
                        break
                else:
                    found.append((part, use))
        return found

    cdef list _spans(self, size_t first, size_t last):
        cdef size_t at
        cdef const Hit *hit
        cdef const Hit *before
        cdef list spans = []
        for at in range(first, last):
            hit, before = &self.hits[at], &self.hits[at - 1] if at > first else NULL
            if before and hit.start == before.start and (self.shortest or same_or_before(hit, before)):
                continue
            spans.append((hit.start, hit.place, hit.caught))
        return spans


@cython.final
cdef class Walk:
    """A net for walking. `caught` has the bit of each symbol (below 32) whose token a hit remembers."""

    cdef const uint32_t[::1] nodes, gap_nodes, gap_most, gap_behind, end_nodes, ends
    cdef Rows *rows
    cdef uint16_t *symbols
    cdef uint32_t *counted
    cdef uint32_t count, caught

    def __cinit__(self, const uint64_t[::1] keys, const uint32_t[::1] nodes, const uint32_t[::1] gap_nodes,
                  const uint32_t[::1] gap_most, const uint32_t[::1] gap_behind,
                  const uint32_t[::1] end_nodes, const uint32_t[::1] ends, uint32_t caught):
        if keys.shape[0] != nodes.shape[0] or end_nodes.shape[0] != ends.shape[0]:
            raise ValueError("the arrays of the net do not fit each other")
        if not gap_nodes.shape[0] == gap_most.shape[0] == gap_behind.shape[0]:
            raise ValueError("the arrays of the net do not fit each other")
        self.nodes, self.end_nodes, self.ends = nodes, end_nodes, ends
        self.gap_nodes, self.gap_most, self.gap_behind = gap_nodes, gap_most, gap_behind
        self.caught = caught
        self._index(keys)

    def __dealloc__(self):
        free(self.rows)
        free(self.symbols)
        free(self.counted)

    cdef int _index(self, const uint64_t[::1] keys) except -1:
        """Where the rows of each node begin: count them, then add up."""
        cdef Py_ssize_t at
        cdef uint32_t node, last = 0, most_end = 0
        for at in range(self.nodes.shape[0]):
            last = max(last, self.nodes[at], <uint32_t>(keys[at] >> SHIFT))
        for at in range(self.end_nodes.shape[0]):
            last = max(last, self.end_nodes[at])
            most_end = max(most_end, self.ends[at])
        for at in range(self.gap_nodes.shape[0]):
            last = max(last, self.gap_nodes[at], self.gap_behind[at])
        self.count = last + 1
        self.rows = <Rows *>calloc(<size_t>self.count + 1, sizeof(Rows))
        self.symbols = <uint16_t *>malloc((<size_t>keys.shape[0] + 1) * sizeof(uint16_t))
        self.counted = <uint32_t *>calloc(<size_t>most_end + 1, sizeof(uint32_t))
        if self.rows == NULL or self.symbols == NULL or self.counted == NULL:
            raise MemoryError("no memory for the net")
        for at in range(keys.shape[0]):
            self.rows[(keys[at] >> SHIFT) + 1].step += 1
            self.symbols[at] = keys[at] & LOW
        for at in range(self.gap_nodes.shape[0]):
            self.rows[self.gap_nodes[at] + 1].gap += 1
        for at in range(self.end_nodes.shape[0]):
            self.rows[self.end_nodes[at] + 1].end += 1
        for node in range(self.count):
            self.rows[node + 1].step += self.rows[node].step
            self.rows[node + 1].gap += self.rows[node].gap
            self.rows[node + 1].end += self.rows[node].end
        return 0

    cdef uint32_t _behind(self, uint32_t node, uint32_t symbol) noexcept nogil:
        """Where a symbol leads from a node; 0 for nowhere."""
        cdef uint32_t low = self.rows[node].step, high = self.rows[node + 1].step, middle
        while low < high:
            middle = low + (high - low) // 2
            if self.symbols[middle] < symbol:
                low = middle + 1
            else:
                high = middle
        return self.nodes[low] if low < self.rows[node + 1].step and self.symbols[low] == symbol else 0

    cdef int32_t _held(self, const Added *more, int32_t place, int32_t caught) noexcept nogil:
        """The token that is caught after a step over a phrase, a number, a time or a name."""
        if caught < 0 and more.symbol < 32 and (self.caught >> more.symbol) & 1:
            return place
        return caught

    cdef int _cross(self, const Text *text, Room *room, uint32_t node, int32_t place, int32_t caught,
                    int32_t limit) noexcept nogil:
        """Every step from a node over what begins at a token."""
        cdef uint32_t at, behind
        cdef int32_t n
        cdef const Added *more
        cdef const Form *form = text.form[place]
        for at in range(self.rows[node].step, self.rows[node + 1].step):
            if bit_of(form, self.symbols[at]) and begins_with(form, self.symbols[at]):
                if not push(room, self.nodes[at], place + 1, caught):
                    return 0
        for n in range(text.first_added[place], text.first_added[place + 1]):
            more = &text.added[n]
            behind = self._behind(node, more.symbol) if place + more.length <= limit else 0
            if behind and not push(room, behind, place + more.length, self._held(more, place, caught)):
                return 0
        return 1

    cdef int _leap(self, const Text *text, Room *room, uint32_t node, int32_t place, int32_t caught,
                   int32_t limit) noexcept nogil:
        """Every step from a node over its gaps."""
        cdef uint32_t at
        cdef int32_t passed
        for at in range(self.rows[node].gap, self.rows[node + 1].gap):
            for passed in range(place, min(place + <int32_t>self.gap_most[at] + 1, limit)):
                if not self._cross(text, room, self.gap_behind[at], passed, caught, limit):
                    return 0
        return 1

    cdef int _over(self, const Text *text, Room *room, const uint32_t *nodes, const uint16_t *symbols,
                   uint32_t count, int32_t place, int32_t limit) noexcept nogil:
        """Of a row of steps those over what begins at a token."""
        cdef const Form *form = text.form[place]
        cdef const Added *more
        cdef int32_t n
        cdef uint32_t at, found, first = 0
        cdef uint8_t which[AT_ONCE]
        while first < count:
            found = likely(form, symbols + first, min(count - first, <uint32_t>AT_ONCE), which)
            for at in range(found):
                if begins_with(form, symbols[first + which[at]]):
                    if not push(room, nodes[first + which[at]], place + 1, -1):
                        return 0
            first += AT_ONCE
        for n in range(text.first_added[place], text.first_added[place + 1]):
            more = &text.added[n]
            for at in range(count if place + more.length <= limit else 0):
                if symbols[at] == more.symbol:
                    if not push(room, nodes[at], place + more.length, self._held(more, place, -1)):
                        return 0
        return 1

    cdef int _begin_form(self, const Text *text, Room *room, int32_t start) noexcept nogil:
        """What the form of a token begins, up to the steps over a token behind it, at once or over a gap."""
        cdef const Form *form = text.form[start]
        cdef const uint32_t *nodes = nodes_of(form)
        cdef const uint16_t *symbols = symbols_of(form)
        cdef const uint8_t *reaches = reaches_of(form)
        cdef int32_t place = start + 1, limit = text.limit[start]
        cdef uint32_t at, left = form.leaps
        for at in range(form.ends):
            if not note(room, ends_of(form)[at], start, place, -1):
                return 0
        if place < limit and not self._over(text, room, nodes, symbols, form.steps, place, limit):
            return 0
        nodes += form.steps
        symbols += form.steps
        while left and place < limit:
            if not self._over(text, room, nodes, symbols, left, place, limit):
                return 0
            place += 1
            while left and <int32_t>reaches[left - 1] < place - start - 1:
                left -= 1
        return 1

    cdef int _begin_added(self, const Text *text, Room *room, int32_t start) noexcept nogil:
        """What begins with a phrase, a number, a time or a name."""
        cdef int32_t n
        cdef uint32_t behind
        cdef const Added *more
        for n in range(text.first_added[start], text.first_added[start + 1]):
            more = &text.added[n]
            behind = self._behind(0, more.symbol) if start + more.length <= text.limit[start] else 0
            if behind and not push(room, behind, start + more.length, self._held(more, start, -1)):
                return 0
        return 1

    cdef int _go_on(self, const Text *text, Room *room, int32_t start) noexcept nogil:
        """One state from the stack: what ends there, and every step from it, at once and over its gaps."""
        cdef State now
        cdef uint32_t at
        room.states -= 1
        now = room.stack[room.states]
        for at in range(self.rows[now.node].end, self.rows[now.node + 1].end):
            if not note(room, self.ends[at], start, now.place, now.caught):
                return 0
        if now.place >= text.limit[start]:
            return 1
        if not self._leap(text, room, now.node, now.place, now.caught, text.limit[start]):
            return 0
        return self._cross(text, room, now.node, now.place, now.caught, text.limit[start])

    cdef int _all(self, const Text *text, Room *room) noexcept nogil:
        cdef int32_t start
        for start in range(text.count):
            if not (self._begin_form(text, room, start) and self._begin_added(text, room, start)):
                return 0
            while room.states:
                if not self._go_on(text, room, start):
                    return 0
        return 1

    def behind(self, uint32_t symbol):
        """The node behind a first symbol; 0 for none."""
        return self._behind(0, symbol)

    cdef list _leaps(self, uint32_t node):
        """The steps of a node over its gaps: how many tokens each may pass over, its symbol and its node."""
        cdef uint32_t gap, at, behind
        cdef list found = []
        for gap in range(self.rows[node].gap, self.rows[node + 1].gap):
            behind = self.gap_behind[gap]
            for at in range(self.rows[behind].step, self.rows[behind + 1].step):
                found.append((min(self.gap_most[gap], <uint32_t>MOST_PASSED), self.symbols[at], self.nodes[at]))
        return found

    def form(self, list begun, list inside):
        """A word form for `find`: the nodes that it begins at, and the symbols, each once, that other nodes step
        over."""
        cdef list leaps = [], ended = []
        cdef uint32_t node, at, steps = 0, size = 1 if not inside else 2
        for node in begun:
            if node >= self.count:
                raise ValueError("the net has no such node")
            steps += self.rows[node + 1].step - self.rows[node].step
            ended += [self.ends[at] for at in range(self.rows[node].end, self.rows[node + 1].end)]
            leaps += self._leaps(node)
        leaps.sort(reverse=True)
        while size < 2 * len(inside):
            size *= 2
        cdef size_t all_steps = steps + len(leaps)
        cdef size_t room = (all_steps + len(ended)) * sizeof(uint32_t) + (all_steps + size) * sizeof(uint16_t)
        cdef bytes made = PyBytes_FromStringAndSize(NULL, sizeof(Form) + room + len(leaps))
        cdef Form *form = <Form *>PyBytes_AS_STRING(made)
        form.steps, form.leaps, form.ends, form.mask = steps, len(leaps), len(ended), size - 1
        cdef uint32_t *nodes = <uint32_t *>nodes_of(form)
        cdef uint16_t *symbols = <uint16_t *>symbols_of(form)
        cdef uint8_t *reaches = <uint8_t *>reaches_of(form)
        for node in begun:
            for at in range(self.rows[node].step, self.rows[node + 1].step):
                nodes[0], symbols[0] = self.nodes[at], self.symbols[at]
                nodes += 1
                symbols += 1
        for reach, symbol, node in leaps:
            nodes[0], symbols[0], reaches[0] = node, symbol, reach
            nodes += 1
            symbols += 1
            reaches += 1
        for node in ended:  # which stand behind the nodes
            nodes[0] = node
            nodes += 1
        tabulate(form, inside)
        return made

    def find(self, list forms, dict added, list limits, bint shortest):
        """Every hit, as Found: a span is (first token, place after the last, token caught or -1).

        `forms` has what `form` made for each token.
        """
        cdef Text text = Text(0, NULL, NULL, NULL, NULL)
        cdef Room room = Room(NULL, 0, 0, NULL, 0, 0)
        cdef Found found = Found(shortest)
        try:
            enter(&text, forms, added, limits)
            if not self._all(&text, &room):
                raise MemoryError("no memory to read the text")
            found.take(&room, self.counted)
            return found
        finally:
            leave(&text)
            free(room.stack)
            free(room.hits)
