/* The network of one person: what they show whatever the complaint comes from, as noisy-OR findings. */

#include "kernel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A known sign: how strongly it speaks at most, and its weight within its cluster. */
typedef struct {
    int sign, truth;
    double strength, fade;
} Known;

int work_new(Work *work) {
    memset(work, 0, sizeof *work);
    work->plans = calloc(CACHED_PLANS, sizeof(KeptPlan));
    return work->plans ? DONE : OUT_OF_MEMORY;
}

void work_free(Work *work) {
    for (int i = 0; work->plans && i < CACHED_PLANS; i++) plan_free(&work->plans[i].plan);
    free(work->plans);
    free(work->numbers);
    free(work->places);
    scratch_free(&work->scratch);
    states_free(&work->states);
    rows_free(&work->rows);
}

/* The log ratio of a sign for one of its causes, against its leak. */
static double speaks(const Model *model, const Sign *sign, const Shows *shows, int truth, Draw draw) {
    if (draw.place < 0) return truth == YES ? shows->if_yes : shows->if_no;
    if (model->parameter[shows->parameter].base == sign->leak) return ratio_of(model, shows->parameter, truth, draw);
    return log_ratio(drawn(model, shows->parameter, draw), sign->leak, truth);
}

static double strength(const Model *model, const Sign *sign, int truth, Draw draw) {
    double most = 0.0;
    for (int i = sign->first; i < sign->first + sign->count; i++) {
        double size = fabs(speaks(model, sign, model->shows + i, truth, draw));
        if (size > most) most = size;
    }
    return most;
}

static int before(const Model *model, const Known *one, const Known *other) {
    if (one->strength != other->strength) return one->strength > other->strength;
    return model->sign[one->sign].name < model->sign[other->sign].name;
}

/* The known signs, strongest first, each further one of a cluster faded. */
static int known_signs(const Model *model, const Person *person, Draw draw, Known *known) {
    int count = 0;
    for (int s = 0; s < model->signs && count < MOST_SIGNS; s++) {
        int truth = person->truth[model->sign[s].atom];
        if (truth == UNKNOWN) continue;
        Known entry = {s, truth, strength(model, model->sign + s, truth, draw), 1.0};
        int j = count++;
        for (; j > 0 && before(model, &entry, known + j - 1); j--) known[j] = known[j - 1];
        known[j] = entry;
    }
    for (int i = 0; i < count; i++) {
        int cluster = model->sign[known[i].sign].cluster;
        for (int j = 0; cluster >= 0 && j < i; j++)
            if (model->sign[known[j].sign].cluster == cluster) known[i].fade *= model->fade;
    }
    return count;
}

/* The causes that the kept positive signs join, as local numbers, and the edges of the graph. */
typedef struct {
    int attached, auxiliaries, edges;
    int *local;  /* by cause, or -1 */
    int *cause;  /* by local number */
    int *from, *to;
} Joined;

static int is_shared(const Model *model, int sign) { return model->sign[sign].raised > 1; }

static void join(const Model *model, const int *signs, int count, Joined *joined) {
    joined->attached = joined->auxiliaries = joined->edges = 0;
    for (int c = 0; c < model->causes; c++) joined->local[c] = -1;
    for (int i = 0; i < count; i++) {
        const Sign *sign = model->sign + signs[i];
        for (int k = sign->first; is_shared(model, signs[i]) && k < sign->first + sign->count; k++)
            if (model->shows[k].raises) joined->local[model->shows[k].cause] = 0;
    }
    for (int c = 0; c < model->causes; c++)
        if (joined->local[c] == 0) {
            joined->local[c] = joined->attached;
            joined->cause[joined->attached++] = c;
        }
    for (int i = 0; i < count; i++) {
        const Sign *sign = model->sign + signs[i];
        if (!is_shared(model, signs[i])) continue;
        for (int k = sign->first; k < sign->first + sign->count; k++)
            if (model->shows[k].raises) {
                joined->from[joined->edges] = joined->local[model->shows[k].cause];
                joined->to[joined->edges++] = joined->attached + joined->auxiliaries;
            }
        joined->auxiliaries++;
    }
}

static KeptPlan *slot_of(Work *work, const int *signs, int count) {
    uint64_t hash = (uint64_t)count;
    for (int i = 0; i < count; i++) hash = (hash ^ (uint64_t)signs[i]) * UINT64_C(0x100000001B3);
    return work->plans + (hash ^ hash >> 32) % CACHED_PLANS;
}

/* The plan for these positive signs, made before or now; NULL when it is too large. */
static int plan_for(const Model *model, Work *work, const int *signs, int count, Joined *joined, Plan **plan) {
    KeptPlan *slot = slot_of(work, signs, count);
    join(model, signs, count, joined);
    *plan = NULL;
    if (!slot->fits || slot->count != count || memcmp(slot->signs, signs, sizeof(int) * count)) {
        plan_free(&slot->plan);
        slot->fits = 0;
        int64_t most = model->most_entries - 2 * (int64_t)(model->causes - joined->attached);
        int variables = joined->attached + joined->auxiliaries;
        int made = plan_new(&slot->plan, variables, joined->edges, joined->from, joined->to, most);
        if (made != DONE) return made == TOO_LARGE ? DONE : made;
        slot->fits = 1;
        slot->count = count;
        memcpy(slot->signs, signs, sizeof(int) * count);
    }
    *plan = &slot->plan;
    return DONE;
}

static int enough(Work *work, int64_t numbers, int places) {
    if (numbers > work->size) {
        free(work->numbers);
        work->numbers = malloc(sizeof(double) * numbers);
        work->size = work->numbers ? numbers : 0;
    }
    if (places > work->places_size) {
        free(work->places);
        work->places = malloc(sizeof(int) * places);
        work->places_size = work->places ? places : 0;
    }
    return work->numbers && work->places;
}

/* The chance that a cause by itself makes a sign present (its link), after fading. */
static double link_of(const Sign *sign, const Known *known, double log_of) {
    double ratio = exp(known->fade * log_of);
    double absent = known->truth == YES ? (1.0 - sign->leak * ratio) / (1.0 - sign->leak) : ratio;
    double link = 1.0 - absent;
    return link < 0.0 ? 0.0 : link > 1.0 ? 1.0 : link;
}

/* What weighs on single causes: absent signs, signs that they make rarer, and signs of one cause. */
static void weigh(const Model *model, const Known *known, Draw draw, double *log_odds) {
    const Sign *sign = model->sign + known->sign;
    for (int i = sign->first; i < sign->first + sign->count; i++) {
        const Shows *shows = model->shows + i;
        double log_of = speaks(model, sign, shows, known->truth, draw);
        double link = shows->raises ? link_of(sign, known, log_of) : 0.0;
        if (!shows->raises) log_odds[shows->cause] += known->fade * log_of;
        else if (known->truth == NO) log_odds[shows->cause] += log1p(-link);
        else if (!is_shared(model, known->sign))
            log_odds[shows->cause] += log((sign->leak + link * (1.0 - sign->leak)) / sign->leak);
    }
}

static void star(const Model *model, const Known *known, Draw draw, double *factor) {
    const Sign *sign = model->sign + known->sign;
    for (int i = sign->first; i < sign->first + sign->count; i++) {
        const Shows *shows = model->shows + i;
        if (!shows->raises) continue;
        factor[0] = factor[1] = factor[2] = 1.0;
        factor[3] = 1.0 - link_of(sign, known, speaks(model, sign, shows, YES, draw));
        factor += 4;
    }
}

/* Odds of a cause as weights of absent and present, the larger kept at one. */
static void weights_of(double odds, double *weights) {
    weights[0] = odds > 1.0 ? 1.0 / odds : 1.0;
    weights[1] = odds > 1.0 ? 1.0 : odds;
}

static int plan_of(const Model *model, Work *work, const Known *known, int count, Joined *joined, Plan **plan) {
    int signs[MOST_SIGNS], positive = 0;
    for (int i = 0; i < count; i++)
        if (known[i].truth == YES) signs[positive++] = known[i].sign;
    return plan_for(model, work, signs, positive, joined, plan);
}

int person_new(const Model *model, const Person *person, const Facts *facts, Work *work, Draw draw, Net *net) {
    Known known[MOST_SIGNS];
    Joined joined;
    int causes = model->causes, edges = model->shown, room = causes + MOST_SIGNS;
    if (!enough(work, 2 * (int64_t)causes + 4 * (int64_t)room + 4 * (int64_t)edges + room, 2 * causes + 2 * edges))
        return OUT_OF_MEMORY;
    joined.local = work->places, joined.cause = joined.local + causes;
    joined.from = joined.cause + causes, joined.to = joined.from + edges;
    net->log_odds = net->odds = work->numbers, net->weights = net->log_odds + causes;
    net->factors = net->weights + 4 * (int64_t)room, net->local_present = net->factors + 4 * (int64_t)edges;
    int count = known_signs(model, person, draw, known);
    int result = plan_of(model, work, known, count, &joined, &net->plan);
    if (result != DONE) return result;
    net->attached = joined.attached, net->auxiliaries = joined.auxiliaries, net->edges = joined.edges;
    net->local = joined.local, net->cause = joined.cause, net->from = joined.from, net->to = joined.to;
    for (int c = 0; c < causes; c++) net->log_odds[c] = facts[c].risk;
    double *factor = net->factors, *auxiliary = net->weights + 2 * joined.attached;
    for (int i = 0; i < count; i++) {
        weigh(model, known + i, draw, net->log_odds);
        if (known[i].truth == NO || !is_shared(model, known[i].sign)) continue;
        star(model, known + i, draw, factor);
        factor += 4 * model->sign[known[i].sign].raised;
        auxiliary[0] = 1.0;
        auxiliary[1] = model->sign[known[i].sign].leak - 1.0;
        auxiliary += 2;
    }
    for (int c = 0; c < causes; c++)
        net->odds[c] = person->priors[c] / (1.0 - person->priors[c]) * exp(net->log_odds[c]);
    for (int v = 0; v < joined.attached; v++) weights_of(net->odds[joined.cause[v]], net->weights + 2 * v);
    return DONE;
}

/* Causes that share no positive sign are independent of all others. */
static void spread(const Model *model, const Net *net, double *present) {
    for (int c = 0; c < model->causes; c++)
        present[c] = net->local[c] < 0 ? net->odds[c] / (1.0 + net->odds[c]) : net->local_present[net->local[c]];
}

static int swept(const Model *model, const Net *net, Work *work, double *present, double *log_evidence) {
    Swept found = {0.0, 1.0};
    int result = DONE;
    if (net->plan->variables)
        result = sweep(net->plan, &work->scratch, net->weights, net->factors, net->attached, net->local_present,
                       &found);
    if (result == DONE) spread(model, net, present);
    *log_evidence = found.log_evidence;
    return result;
}

int solve(const Model *model, const Net *net, Work *work, Draw draw, double *present, double *log_evidence) {
    if (net->plan) return swept(model, net, work, present, log_evidence);
    int result = sample(model, net, draw.place < 0 ? model->states : model->states_of_draw, &work->states);
    if (result != DONE) return result;
    sampled(net, &work->states, NULL, net->local_present, log_evidence);
    spread(model, net, present);
    return DONE;
}

int solve_lane(const Model *model, const Net *net, Work *work, const double *change, double *present,
               double *log_evidence) {
    double kept[2 * net->attached + 1];
    if (!net->plan) {
        sampled(net, &work->states, change, net->local_present, log_evidence);
        spread(model, net, present);
        return DONE;
    }
    memcpy(kept, net->weights, sizeof(double) * 2 * net->attached);
    for (int v = 0; v < net->attached; v++) net->weights[2 * v + 1] *= change[v];
    int result = swept(model, net, work, present, log_evidence);
    memcpy(net->weights, kept, sizeof(double) * 2 * net->attached);
    return result;
}
