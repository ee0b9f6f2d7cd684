/* Who is responsible for the episode: competing causes over the exact network of the person. */

#include "kernel.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

static double clamp(double p) { return p < LEAST ? LEAST : p > 1.0 - LEAST ? 1.0 - LEAST : p; }

static double logistic(double x) { return x > -700.0 ? 1.0 / (1.0 + exp(-x)) : 0.0; }

/* The chance that each cause is responsible; together they leave room for what is not listed. */
static void shares(const Model *model, const Facts *facts, const double *present, double *responsible) {
    double top = -INFINITY, total = 0.0;
    for (int c = 0; c < model->causes; c++)
        if (facts[c].episode > top) top = facts[c].episode;
    for (int c = 0; c < model->causes; c++) {
        double p = present[c] < LEAST ? LEAST : present[c];
        total += responsible[c] = p * exp(facts[c].episode - top);
    }
    for (int c = 0; c < model->causes; c++) responsible[c] *= (1.0 - model->unlisted) / total;
}

/* Either responsible, or present and adding to the cramps; with an interval by the delta method. */
static void score(const Model *model, int c, const Facts *facts, Draw draw, Ranked *ranked) {
    const Cause *cause = model->cause + c;
    double responsible = ranked->responsible[c];
    double adds = (1.0 - responsible) * ranked->present[c] * drawn(model, cause->adds, draw);
    double p = clamp(responsible + adds);
    ranked->probability[c] = p;
    if (draw.place >= 0) return;
    double center = log(p / (1.0 - p));
    double deviation = sqrt(cause->prior_deviation * cause->prior_deviation + facts[c].variance);
    ranked->low[c] = logistic(center - HALF_SPREAD * deviation);
    ranked->high[c] = logistic(center + HALF_SPREAD * deviation);
}

/* P(a mechanism is at work): the responsible cause works by it, or another that is present adds by it.
   One lane of the network, in which no present cause adds by it, gives the chance that none does. */
static int mechanism(const Model *model, Net *net, Work *work, int k, double log_evidence, Ranked *ranked) {
    double change[net->attached + 1], present[model->causes + 1], log_lane, ratio = 1.0, silent = 0.0;
    for (int v = 0; v < net->attached; v++) change[v] = 1.0;
    for (int c = 0; c < model->causes; c++) {
        if (!(model->cause[c].mechanisms >> k & 1)) continue;
        double quiet = 1.0 - model->parameter[model->cause[c].adds].chance;
        if (net->local[c] >= 0) change[net->local[c]] = quiet;
        else ratio *= 1.0 - (1.0 - quiet) * ranked->present[c];
    }
    int result = solve_lane(model, net, work, change, present, &log_lane);
    if (result != DONE) return result;
    ratio *= exp(log_lane - log_evidence);
    for (int c = 0; c < model->causes; c++) {
        double before = ranked->present[c] < LEAST ? LEAST : ranked->present[c];
        if (!(model->cause[c].mechanisms >> k & 1)) silent += ranked->responsible[c] * present[c] / before * ratio;
    }
    silent += model->unlisted * ratio;
    ranked->mechanisms[k] = silent > 1.0 ? 0.0 : 1.0 - silent;
    return DONE;
}

/* The chance of a true cramp, from the agreed features and each cause's own share of true cramps. */
static double true_cramp(const Model *model, const Person *person, const double *responsible) {
    double features = 0.0, total = 0.0;
    for (int f = 0; f < model->features; f++) {
        int truth = person->truth[model->feature[f].atom];
        if (truth != UNKNOWN) features += truth == YES ? model->feature[f].if_yes : model->feature[f].if_no;
    }
    for (int c = 0; c < model->causes; c++) {
        double share = model->parameter[model->cause[c].share].chance;
        share = share < TINY ? TINY : share > 1.0 - TINY ? 1.0 - TINY : share;
        total += responsible[c] * logistic(log(share / (1.0 - share)) + features);
    }
    return total / (1.0 - model->unlisted);
}

int rank(const Model *model, const Person *person, Work *work, Facts *facts, Draw draw, Ranked *ranked) {
    Net net;
    double log_evidence;
    uint8_t known[known_size(model)];
    known_of(model, person, known);
    for (int c = 0; c < model->causes; c++) facts_of(model, person, known, c, draw, facts + c);
    int result = person_new(model, person, facts, work, draw, &net);
    if (result == DONE) result = solve(model, &net, work, draw, ranked->present, &log_evidence);
    if (result != DONE) return result;
    shares(model, facts, ranked->present, ranked->responsible);
    for (int c = 0; c < model->causes; c++) score(model, c, facts, draw, ranked);
    ranked->sampled = net.plan ? 0 : net.attached;
    if (!net.plan && draw.place < 0)
        ranked->error = widest(model, &net, &work->states, ranked->present, ranked->responsible);
    if (!ranked->mechanisms) return DONE;
    ranked->true_cramp = true_cramp(model, person, ranked->responsible);
    for (int k = 0; result == DONE && k < model->mechanisms; k++)
        result = mechanism(model, &net, work, k, log_evidence, ranked);
    return result;
}

/* Rows of `out`: responsible, present, probability, low and high by cause, mechanisms, true cramp, how many causes were
   sampled, and the error that leaves. */
int rank_many(const Model *model, Work *work, int people, const uint8_t *truth, const uint8_t *answered,
              const double *priors, const int32_t *prior_row, const uint8_t *silence, double *out, int stride,
              int causes_only) {
    Facts facts[model->causes + 1];
    Draw none = {0, -1, NULL};
    int n = model->causes, result = DONE;
    for (int i = 0; result == DONE && i < people; i++) {
        double *row = out + (int64_t)i * stride;
        Person person = {truth + (int64_t)i * model->atoms, answered + (int64_t)i * model->findings,
                         priors + (int64_t)prior_row[i] * n, silence[i]};
        Ranked ranked = {row + n, row, row + 2 * n, row + 3 * n, row + 4 * n, causes_only ? NULL : row + 5 * n,
                         0.0, 0, 0.0};
        result = rank(model, &person, work, facts, none, &ranked);
        row[5 * n + model->mechanisms] = ranked.true_cramp;
        row[5 * n + model->mechanisms + 1] = ranked.sampled;
        row[5 * n + model->mechanisms + 2] = ranked.error;
    }
    return result;
}
