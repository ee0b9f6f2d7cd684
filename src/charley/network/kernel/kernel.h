/* The compiled kernel: the same arithmetic as the plain engine of charley.network, over flat arrays.

   plan.c   which variable is summed out when (charley.network.exact.ordering, planning)
   sweep.c  one pass up and one down the tree of buckets (charley.network.exact.sweep), in sweep_body.h
   facts.c  log likelihood ratios of one person's answers, damped (charley.network.likelihood)
   person.c the network of one person (charley.network.person)
   sample.c states of the causes drawn when the plan would be too large (charley.network.exact.sampling)
   rank.c   who is responsible for the episode (charley.network.causal)
   draws.c  the same with every parameter drawn from its range (charley.network.draws)
   worth.c  what every open question is worth (charley.asking)

   Nothing here allocates but the functions whose name ends in _new or that say so; nothing is global. */

#ifndef CHARLEY_KERNEL_H
#define CHARLEY_KERNEL_H

#include <stdint.h>

enum { NO = 0, UNKNOWN = 1, YES = 2 };
enum { DONE = 0, OUT_OF_MEMORY = 1, IMPOSSIBLE = 2, TOO_LARGE = 3 };

#define TINY 1e-4
#define LEAST 1e-9
#define LOG_10 2.302585092994046
#define SPREAD 2.5632 /* width of an 80% interval in standard deviations */
#define HALF_SPREAD 1.2816

/* ---- plan.c ---- */

typedef struct {
    int variable;
    int width;      /* number of the other variables of its table */
    int scope;      /* where they begin in Plan.scopes, and their factors in Plan.factors */
    int parent;     /* the bucket that reads its message, or -1 */
    int index;      /* where its places for the parent's states begin in Plan.places */
    int table;      /* where its table (two halves) begins */
    int message;    /* where its message begins */
    int first;      /* its first child in Plan.children, */
    int children;   /* and how many it has */
} Bucket;

typedef struct {
    int variables;
    int edges;
    int64_t entries; /* table entries in all */
    int tables;      /* doubles for the tables, */
    int messages;    /* and for the messages */
    int widest;
    Bucket *buckets; /* in order of elimination */
    int *scopes;     /* variables */
    int *factors;    /* 2 * edge + (1 if the bucket's own variable is the edge's second), or -1 */
    int *children;   /* buckets */
    int32_t *places;
} Plan;

/* The smaller of two greedy plans for a graph. Allocates; DONE, OUT_OF_MEMORY or, with more than `most`
   entries, TOO_LARGE (then nothing is left allocated). */
int plan_new(Plan *plan, int variables, int edges, const int *from, const int *to, int64_t most);
void plan_free(Plan *plan);

/* ---- sweep.c ---- */

typedef struct {
    int64_t size; /* in bytes */
    void *numbers;
} Scratch;

typedef struct {
    double log_evidence;
    double cancellation;
} Swept;

/* P(present | evidence) of every variable. `weights`: 2 per variable, `factors`: 4 per edge as (u, v) =
   (0, 0), (1, 0), (0, 1), (1, 1). Variables from `first_signed` on are auxiliaries. */
int sweep(const Plan *plan, Scratch *scratch, const double *weights, const double *factors,
          int first_signed, double *present, Swept *swept);
void scratch_free(Scratch *scratch);

/* ---- facts.c ---- */

enum { OF_EPISODE = 1, OF_SIGN = 2, ONE_SIDED = 4 }; /* ONE_SIDED: no draw turns a sign round */
enum { EACH = 0, CHOICE = 1, NUMBER = 2, SILENCE = 3 };

/* A chance that a source or a judgement gives, with its range, ready to be drawn from. */
typedef struct {
    int32_t atom;       /* the condition it is about */
    int32_t flags;
    double chance;
    double base;        /* the chance it is compared with */
    double scale;       /* 1; of a sign against: its background, which the chance multiplies; */
    double offset;      /* 0; of a feature of a true cramp: mixed = offset + scale * chance */
    double if_no, if_yes;           /* log ratios */
    double no_deviation, yes_deviation;
    double center, below, above;    /* on the scale it is drawn on, steps per standard deviation */
    int32_t drawn_as;   /* 0: never, 1: logit, 2: log */
    int32_t key;        /* its number among all parameters */
} Parameter;

/* Entries on one finding that are read together. */
typedef struct {
    int32_t kind, first, count, cluster;
    int32_t guard;      /* the finding that must be answered (SILENCE: must not be), or -1 */
    int32_t flags;
    double rest, rest_deviation; /* CHOICE: log ratio when none of the entries holds */
    double rest_base;
} Group;

typedef struct {
    int32_t first_group, groups;
    int32_t dangerous; /* silence says nothing of it */
    int32_t share;     /* parameter: share of true cramps */
    int32_t adds;      /* parameter: chance that it adds to the cramps, being present */
    int32_t prior;     /* parameter: prior per 1,000 */
    uint32_t mechanisms;
    int32_t level;     /* urgency, 0 to 4 */
    double prior_deviation;
} Cause;

/* A condition that some causes show whatever the complaint comes from: a noisy-OR finding. */
typedef struct {
    int32_t atom, cluster, first, count;
    int32_t name; /* breaks ties of strength */
    int32_t raised; /* how many of its causes make it commoner than its leak */
    double leak;
} Sign;

typedef struct {
    int32_t cause, parameter;
    int32_t raises; /* whether the cause makes it commoner */
    double if_no, if_yes;
} Shows;

typedef struct {
    int32_t atom;
    double if_no, if_yes;
} Feature;

typedef struct {
    int32_t causes, groups, parameters, signs, shown, features, atoms, findings, clusters, mechanisms;
    const Cause *cause;
    const Group *group;
    const Parameter *parameter;
    const Sign *sign;
    const Shows *shows;
    const Feature *feature;
    const double *normal; /* 1,024 quantiles of the standard normal distribution */
    const uint16_t *gate; /* by group: the place in what is known of a person that it hangs on */
    double unlisted, fade, silence, silence_deviation, defining;
    int64_t most_entries;
    /* When the plan would be larger, states are drawn: for an answer, and for each draw of the parameters. */
    uint64_t sample_seed;
    int32_t states, states_of_draw, rounds;
    double least_drawn;
} Model;

typedef struct {
    const uint8_t *truth;    /* by atom */
    const uint8_t *answered; /* by finding */
    const double *priors;    /* by cause, adding up to one */
    int32_t silence;         /* enough was told for silence to speak */
} Person;

/* What parameters were in every draw, worked out when first asked for: rows of `draws` numbers. */
typedef struct {
    uint64_t seed;
    int draws, parameters;
    double **chance, **if_no, **if_yes;
} Rows;

/* One draw of all parameters; `place` < 0: the values themselves. */
typedef struct {
    uint64_t seed;
    int place;
    Rows *rows;
} Draw;

typedef struct {
    double risk;     /* log likelihood of what the person is and was measured to be */
    double episode;  /* log likelihood of the episode */
    double variance; /* of the log odds, from the ranges */
} Facts;

double drawn(const Model *model, int parameter, Draw draw);
uint64_t hashed(uint64_t seed, uint64_t key, uint64_t place);
double normal_of(const Model *model, int key, Draw draw);
double log_ratio(double chance, double base, int truth);
double ratio_of(const Model *model, int parameter, int truth, Draw draw);

/* What is known of a person, as bytes: answered by finding, known by atom, left out by finding, and one that
   always is. A group whose gate is closed has nothing to say. */
int known_size(const Model *model);
void known_of(const Model *model, const Person *person, uint8_t *known);
void gates_of(const Model *model, uint16_t *gate);
void facts_of(const Model *model, const Person *person, const uint8_t *known, int cause, Draw draw, Facts *facts);

/* ---- person.c ---- */

#define MOST_SIGNS 512
#define CACHED_PLANS 64

typedef struct {
    int count;
    int signs[MOST_SIGNS];
    Plan plan;
    int fits;
} KeptPlan;

/* Weighted states of the attached causes, one row each. */
typedef struct {
    int64_t size;
    int states, causes;
    double *shares; /* by state, adding up to one */
    double *given;  /* P(present | all others as in the state, evidence) */
    uint8_t *state;
} States;

typedef struct {
    Scratch scratch;
    States states;
    KeptPlan *plans; /* CACHED_PLANS of them, the latest use of a place wins */
    Rows rows;
    int64_t size;
    double *numbers;
    int *places;
    int places_size;
} Work;

int work_new(Work *work);
void work_free(Work *work);

/* One person's network: `weights` of the variables (attached causes, then auxiliaries), factors by edge.
   It lives in the work room until the next one is made there. */
typedef struct {
    Plan *plan; /* NULL: it would be too large */
    int attached, auxiliaries, edges;
    int *local, *cause; /* local number by cause, or -1; and back */
    int *from, *to;     /* by edge: the local cause, and the auxiliary */
    double *log_odds;   /* by cause: everything that weighs on it alone but its prior, */
    double *odds;       /* and with its prior, as odds (in the same place) */
    double *weights, *factors, *local_present;
} Net;

int person_new(const Model *model, const Person *person, const Facts *facts, Work *work, Draw draw, Net *net);

/* P(present | person) of every cause, and the log of what the attached ones add up to, but for a constant of
   the person. Without a plan, from states drawn now. */
int solve(const Model *model, const Net *net, Work *work, Draw draw, double *present, double *log_evidence);

/* The same once more, the weight of an attached cause's presence times `change` (by local number). */
int solve_lane(const Model *model, const Net *net, Work *work, const double *change, double *present,
               double *log_evidence);

/* ---- sample.c ---- */

int sample(const Model *model, const Net *net, int states, States *drawn);
void sampled(const Net *net, const States *drawn, const double *change, double *present, double *log_evidence);
double widest(const Model *model, const Net *net, const States *drawn, const double *present,
              const double *responsible);
void states_free(States *drawn);

/* ---- rank.c ---- */

typedef struct {
    double *present, *responsible, *probability, *low, *high; /* by cause */
    double *mechanisms; /* NULL: neither mechanisms nor the true cramp are asked for */
    double true_cramp;
    int sampled;        /* over how many causes states were drawn; 0: the answer is exact */
    double error;       /* the largest half width of a chance, when sampled */
} Ranked;

int rank(const Model *model, const Person *person, Work *work, Facts *facts, Draw draw, Ranked *ranked);
int rank_many(const Model *model, Work *work, int people, const uint8_t *truth, const uint8_t *answered,
              const double *priors, const int32_t *prior_row, const uint8_t *silence, double *out, int stride,
              int causes_only);

/* ---- draws.c ---- */

void rows_free(Rows *rows);

/* Chances by draw and cause. */
int draw_many(const Model *model, const Person *person, Work *work, uint64_t seed, int draws, double *chances);

/* The 10% and 90% quantiles of each cause's chance. */
void intervals_of(const Model *model, int draws, const double *chances, double *low, double *high);

/* Squared correlation of one cause's log odds with each parameter's draw. */
void explained(const Model *model, const Person *person, uint64_t seed, int draws, int cause,
               const double *chances, double *shares);

/* ---- worth.c ---- */

typedef struct {
    int32_t cause;
    double chance;  /* of yes, given the cause */
    double entropy; /* p log2 p + (1 - p) log2 (1 - p) */
} Tells;

/* What causes say of conditions: of k in telling[first[k]] to telling[first[k + 1] - 1]. `loss` is by action
   and truth, 5 x 5; `question` is what condition k is about. */
typedef struct {
    int conditions, causes;
    const double *background;
    const int32_t *first, *level, *question;
    const Tells *telling;
    const double *loss;
    double unlisted;
} Spoken;

/* How causes spread over the options of choices. The rows of k are first[k] to first[k + 1] - 1, `width` shares
   each, the background's (cause -1) first; `within`: sum of p log2 p. */
typedef struct {
    int choices, width;
    const int32_t *first, *cause, *question;
    const double *rows, *within;
} Choices;

/* For every condition: the bits by which its answer is expected to tell the responsible cause, by how much
   it is expected to lessen the loss of the triage decision, and the chance that it holds. */
void worth_of_all(const Spoken *spoken, const double *responsible, double *bits, double *utility, double *chance);

/* For every choice the mutual information of the option and the responsible cause. */
void bits_of_choices(const Choices *choices, const double *responsible, double *bits);

/* By person and question, where it is open: the most bits and utility of its conditions and its whole answer.
   The rows of `responsible` are `stride` apart. */
void worths_of_many(const Spoken *spoken, const Choices *choices, int people, int questions, int64_t stride,
                    const double *responsible, const uint8_t *open, double *bits, double *utility);

#endif
