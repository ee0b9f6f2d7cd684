/* States of the causes drawn one after the other, each weighted (see charley.network.exact.sampling
   and messages). */

#include "kernel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_PASS 1e-12
#define MOST_ODDS 1e12
#define FINENESS 4096
#define DEVIATIONS 2.58

typedef struct {
    int finding;
    double through; /* 1 - link */
    double message; /* chance of the cause without what this finding says, */
    double passes;  /* and with it the chance that the cause does not make the finding present */
} Link;

/* The network laid out by cause, with its messages and the order of drawing. */
typedef struct {
    int causes, findings;
    int *first, *order, *rank;
    double *odds, *chance, *absent, *start, *ratio;
    Link *links;
} Laid;

static double odds_of(const double *weights) {
    double absent = weights[0] < 1.0 / MOST_ODDS ? 1.0 / MOST_ODDS : weights[0], odds = weights[1] / absent;
    return odds > MOST_ODDS ? MOST_ODDS : odds;
}

static double share_of(double odds) { return odds / (1.0 + odds); }

/* Links by cause, in the order of the findings. */
static void lay_links(const Net *net, Laid *laid) {
    int at = 0;
    for (int v = 0; v < net->attached; v++) {
        laid->first[v] = at;
        laid->odds[v] = odds_of(net->weights + 2 * v);
        laid->chance[v] = share_of(laid->odds[v]);
        for (int e = 0; e < net->edges; e++) {
            if (net->from[e] != v) continue;
            double through = net->factors[4 * (int64_t)e + 3];
            if (through < LEAST_PASS) through = LEAST_PASS;
            laid->links[at++] = (Link){net->to[e] - net->attached, through, laid->chance[v], 1.0};
        }
    }
    laid->first[net->attached] = at;
}

static int lay_out(const Net *net, Laid *laid) {
    int n = laid->causes = net->attached, f = laid->findings = net->auxiliaries;
    int64_t doubles = 2 * (int64_t)n + 2 * f + net->edges + 1, ints = 3 * (int64_t)n + 1;
    char *room = malloc(sizeof(Link) * (net->edges + 1) + sizeof(double) * doubles + sizeof(int) * ints);
    if (!room) return OUT_OF_MEMORY;
    laid->links = (Link *)room;
    laid->odds = (double *)(laid->links + net->edges + 1), laid->chance = laid->odds + n;
    laid->absent = laid->chance + n, laid->start = laid->absent + f, laid->ratio = laid->start + f;
    laid->first = (int *)(laid->odds + doubles), laid->order = laid->first + n + 1, laid->rank = laid->order + n;
    lay_links(net, laid);
    return DONE;
}

/* P(finding absent), every cause being there with the chance of its message. */
static void absent_of(const Net *net, Laid *laid, double *absent) {
    for (int f = 0; f < laid->findings; f++) absent[f] = -net->weights[2 * (net->attached + f) + 1];
    for (Link *link = laid->links; link < laid->links + laid->first[laid->causes]; link++) {
        link->passes = 1.0 - link->message * (1.0 - link->through);
        absent[link->finding] *= link->passes;
    }
}

static void renew(Laid *laid, int v) {
    double odds = laid->odds[v];
    for (int i = laid->first[v]; i < laid->first[v + 1]; i++) {
        const Link *link = laid->links + i;
        double rest = laid->absent[link->finding] / link->passes;
        laid->ratio[i] = (1.0 - rest * link->through) / (1.0 - rest);
        odds *= laid->ratio[i];
    }
    laid->chance[v] = share_of(odds);
    for (int i = laid->first[v]; i < laid->first[v + 1]; i++) {
        double without = odds / laid->ratio[i];
        laid->links[i].message = (laid->links[i].message + without / (1.0 + without)) / 2.0;
    }
}

/* Messages renewed, and the order of drawing: the least certain first. */
static void prepare(const Model *model, const Net *net, Laid *laid) {
    for (int round = 0; round < model->rounds; round++) {
        absent_of(net, laid, laid->absent);
        for (int v = 0; v < laid->causes; v++) renew(laid, v);
    }
    absent_of(net, laid, laid->start);
    for (int v = 0; v < laid->causes; v++) {
        laid->rank[v] = (int)(fabs(laid->chance[v] - 0.5) * FINENESS);
        int j = v;
        for (; j > 0 && laid->rank[laid->order[j - 1]] > laid->rank[v]; j--) laid->order[j] = laid->order[j - 1];
        laid->order[j] = v;
    }
}

static double uniform(uint64_t seed, int key, int place) {
    return ((double)(hashed(seed, (uint64_t)key, (uint64_t)place) >> 11) + 0.5) * 0x1p-53;
}

/* One cause drawn given those before it; what that adds to the log weight of the state. */
static double turn(const Model *model, const Net *net, Laid *laid, int v, int place, uint8_t *state) {
    double prior = laid->odds[v], odds = prior, least = model->least_drawn;
    for (int i = laid->first[v]; i < laid->first[v + 1]; i++) {
        const Link *link = laid->links + i;
        double rest = laid->absent[link->finding] / link->passes;
        laid->absent[link->finding] = rest;
        odds *= (1.0 - rest * link->through) / (1.0 - rest);
    }
    double chance = share_of(odds);
    chance = chance < least ? least : chance > 1.0 - least ? 1.0 - least : chance;
    state[v] = uniform(model->sample_seed, net->cause[v], place) < chance;
    if (!state[v]) return -log((1.0 + prior) * (1.0 - chance));
    for (int i = laid->first[v]; i < laid->first[v + 1]; i++)
        laid->absent[laid->links[i].finding] *= laid->links[i].through;
    return log(prior / (1.0 + prior) / chance);
}

/* P(cause present | all others as they are, evidence). */
static double given(const Laid *laid, int v, int present) {
    double odds = laid->odds[v];
    for (int i = laid->first[v]; i < laid->first[v + 1]; i++) {
        const Link *link = laid->links + i;
        double rest = present ? laid->absent[link->finding] / link->through : laid->absent[link->finding];
        odds *= (1.0 - rest * link->through) / (1.0 - rest);
    }
    return share_of(odds);
}

static double draw_one(const Model *model, const Net *net, Laid *laid, int place, uint8_t *state, double *row) {
    double log_weight = 0.0;
    memcpy(laid->absent, laid->start, sizeof(double) * laid->findings);
    for (int i = 0; i < laid->causes; i++) log_weight += turn(model, net, laid, laid->order[i], place, state);
    for (int f = 0; f < laid->findings; f++) log_weight += log(1.0 - laid->absent[f]);
    for (int v = 0; v < laid->causes; v++) row[v] = given(laid, v, state[v]);
    return log_weight;
}

static int room_for(States *drawn, int states, int causes) {
    int64_t size = (int64_t)states * (causes + 1);
    drawn->states = states, drawn->causes = causes;
    if (size > drawn->size) {
        states_free(drawn);
        drawn->states = states, drawn->causes = causes;
        drawn->shares = malloc(sizeof(double) * size);
        drawn->state = malloc((size_t)size);
        drawn->size = drawn->shares && drawn->state ? size : 0;
    }
    drawn->given = drawn->shares + states;
    return drawn->size ? DONE : OUT_OF_MEMORY;
}

void states_free(States *drawn) {
    free(drawn->shares);
    free(drawn->state);
    memset(drawn, 0, sizeof *drawn);
}

int sample(const Model *model, const Net *net, int states, States *drawn) {
    Laid laid;
    double top = -INFINITY, total = 0.0;
    int n = net->attached;
    if (room_for(drawn, states, n) != DONE || lay_out(net, &laid) != DONE) return OUT_OF_MEMORY;
    prepare(model, net, &laid);
    for (int j = 0; j < states; j++) {
        double found = draw_one(model, net, &laid, j, drawn->state + (int64_t)j * n, drawn->given + (int64_t)j * n);
        drawn->shares[j] = found;
        if (found > top) top = found;
    }
    free(laid.links);
    if (top == -INFINITY) return IMPOSSIBLE;
    for (int j = 0; j < states; j++) total += drawn->shares[j] = exp(drawn->shares[j] - top);
    for (int j = 0; j < states; j++) drawn->shares[j] /= total;
    return DONE;
}

void sampled(const Net *net, const States *drawn, const double *change, double *present, double *log_evidence) {
    int n = net->attached;
    double total = 0.0;
    for (int v = 0; v < n; v++) present[v] = 0.0;
    for (int j = 0; j < drawn->states; j++) {
        const uint8_t *state = drawn->state + (int64_t)j * n;
        const double *row = drawn->given + (int64_t)j * n;
        double share = drawn->shares[j];
        for (int v = 0; change && v < n; v++)
            if (state[v]) share *= change[v];
        total += share;
        for (int v = 0; v < n; v++) present[v] += share * (change && change[v] != 1.0 ? state[v] : row[v]);
    }
    for (int v = 0; v < n; v++) present[v] /= total;
    *log_evidence = log(total);
}

/* The variance of one chance shown (see charley.network.precision); v < 0: the cause was not drawn. */
static double square(const States *drawn, const double *off, int v, double by_own, double by_all, double mean) {
    double sum = 0.0;
    for (int j = 0; j < drawn->states; j++) {
        double own = v < 0 ? 0.0 : drawn->shares[j] * (drawn->given[(int64_t)j * drawn->causes + v] - mean);
        double moved = by_own * own - by_all * off[j];
        sum += moved * moved;
    }
    return sum;
}

static double deviations(const States *drawn) {
    double squares = 0.0;
    for (int j = 0; j < drawn->states; j++) squares += drawn->shares[j] * drawn->shares[j];
    double free_ones = 1.0 / squares - 1.0;
    return DEVIATIONS + (DEVIATIONS * DEVIATIONS * DEVIATIONS + DEVIATIONS) / (4.0 * (free_ones < 1.0 ? 1.0 : free_ones));
}

static double worth(const double *present, const double *responsible, int c) {
    return responsible[c] / (present[c] < LEAST ? LEAST : present[c]);
}

double widest(const Model *model, const Net *net, const States *drawn, const double *present,
              const double *responsible) {
    double off[drawn->states], most = 0.0;
    for (int j = 0; j < drawn->states; j++) {
        off[j] = 0.0;
        for (int v = 0; v < net->attached; v++) {
            int c = net->cause[v];
            double moved = drawn->shares[j] * (drawn->given[(int64_t)j * drawn->causes + v] - present[c]);
            off[j] += worth(present, responsible, c) / (1.0 - model->unlisted) * moved;
        }
    }
    for (int c = 0; c < model->causes; c++) {
        double adds = model->parameter[model->cause[c].adds].chance, by_share = 1.0 - present[c] * adds;
        double by_own = by_share * worth(present, responsible, c) + (1.0 - responsible[c]) * adds;
        double found = square(drawn, off, net->local[c], by_own, by_share * responsible[c], present[c]);
        if (found > most) most = found;
    }
    return deviations(drawn) * sqrt(most);
}
