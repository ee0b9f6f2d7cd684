/* Every parameter drawn from its range, again and again, through the same plan. */

#include "kernel.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

/* Priors of one draw, adding up to one. */
static void priors_of(const Model *model, const double *priors, Draw draw, double *drawn_priors) {
    double total = 0.0;
    for (int c = 0; c < model->causes; c++) {
        int prior = model->cause[c].prior;
        total += drawn_priors[c] = priors[c] * drawn(model, prior, draw) / model->parameter[prior].chance;
    }
    for (int c = 0; c < model->causes; c++) drawn_priors[c] /= total;
}

void rows_free(Rows *rows) {
    for (int p = 0; rows->chance && p < 3 * rows->parameters; p++) free(rows->chance[p]);
    free(rows->chance);
    *rows = (Rows){0, 0, 0, NULL, NULL, NULL};
}

/* The rows of these draws: those of before, or empty ones. */
static int rows_for(const Model *model, Rows *rows, uint64_t seed, int draws) {
    if (rows->chance && rows->seed == seed && rows->draws == draws) return DONE;
    rows_free(rows);
    rows->chance = calloc((size_t)3 * model->parameters + 1, sizeof(double *));
    if (!rows->chance) return OUT_OF_MEMORY;
    rows->if_no = rows->chance + model->parameters, rows->if_yes = rows->if_no + model->parameters;
    rows->seed = seed, rows->draws = draws, rows->parameters = model->parameters;
    return DONE;
}

int draw_many(const Model *model, const Person *person, Work *work, uint64_t seed, int draws, double *chances) {
    int n = model->causes, result = rows_for(model, &work->rows, seed, draws);
    Facts facts[n + 1];
    double numbers[5 * n + 1], *priors = numbers + 4 * n;
    for (int d = 0; result == DONE && d < draws; d++) {
        Draw draw = {seed, d, &work->rows};
        Person with = *person;
        Ranked ranked = {numbers, numbers + n, chances + (int64_t)d * n, numbers + 2 * n, numbers + 3 * n,
                         NULL, 0.0, 0, 0.0};
        priors_of(model, person->priors, draw, priors);
        with.priors = priors;
        result = rank(model, &with, work, facts, draw, &ranked);
    }
    return result;
}

static double logit(double p) { return log(p / (1.0 - p)); }

/* Put the value of rank k in its place, smaller ones before it and larger ones behind (Hoare 1961). */
static void part_at(double *values, int count, int k) {
    int low = 0, high = count - 1;
    while (low < high) {
        double pivot = values[(low + high) / 2];
        int i = low, j = high;
        while (i <= j) {
            while (values[i] < pivot) i++;
            while (values[j] > pivot) j--;
            if (i <= j) {
                double moved = values[i];
                values[i++] = values[j];
                values[j--] = moved;
            }
        }
        if (k <= j) high = j;
        else if (k >= i) low = i;
        else return;
    }
}

/* Linear interpolation, in log odds, between the two chances that stand around the place in order. */
static double quantile(double *chances, int count, double share) {
    double place = share * (count - 1);
    int below = (int)place;
    part_at(chances, count, below);
    if (below + 1 >= count) return chances[below];
    double next = chances[below + 1];
    for (int i = below + 2; i < count; i++)
        if (chances[i] < next) next = chances[i];
    double low = logit(chances[below]), x = low + (place - below) * (logit(next) - low);
    return 1.0 / (1.0 + exp(-x));
}

void intervals_of(const Model *model, int draws, const double *chances, double *low, double *high) {
    double own[draws + 1];
    for (int c = 0; c < model->causes; c++) {
        for (int d = 0; d < draws; d++) own[d] = chances[(int64_t)d * model->causes + c];
        low[c] = quantile(own, draws, 0.1);
        high[c] = quantile(own, draws, 0.9);
    }
}

/* The squared correlation of one number's draws with the log odds (`logits` less their mean). */
static double share_of(const Model *model, uint64_t seed, int draws, int number, const double *logits, double spread) {
    double middle = 0.0, own = 0.0, both = 0.0, z[draws + 1];
    for (int d = 0; d < draws; d++) middle += z[d] = normal_of(model, model->parameter[number].key, (Draw){seed, d, NULL});
    middle /= draws;
    for (int d = 0; d < draws; d++) {
        own += (z[d] - middle) * (z[d] - middle);
        both += (z[d] - middle) * logits[d];
    }
    return own > 0.0 && spread > 0.0 ? both * both / (own * spread) : 0.0;
}

/* Causes under this mean chance take too little from the first one for their prior to matter to it. */
#define MATTERS 0.01

static double mean_chance(int draws, int causes, int cause, const double *chances) {
    double total = 0.0;
    for (int d = 0; d < draws; d++) total += chances[(int64_t)d * causes + cause];
    return total / draws;
}

/* Numbers that had a part in the answer: those of known facts, the cause's own, and priors that matter. */
void explained(const Model *model, const Person *person, uint64_t seed, int draws, int cause,
               const double *chances, double *shares) {
    double logits[draws + 1], mean = 0.0, spread = 0.0;
    for (int d = 0; d < draws; d++) mean += logits[d] = logit(chances[(int64_t)d * model->causes + cause]);
    for (int d = 0; d < draws; d++) logits[d] -= mean / draws;
    for (int d = 0; d < draws; d++) spread += logits[d] * logits[d];
    for (int p = 0; p < model->parameters; p++) {
        const Parameter *of = model->parameter + p;
        int known = of->drawn_as && of->atom >= 0 && person->truth[of->atom] != UNKNOWN;
        shares[p] = known ? share_of(model, seed, draws, p, logits, spread) : 0.0;
    }
    for (int c = 0; c < model->causes; c++) {
        const Cause *of = model->cause + c;
        if (c != cause && mean_chance(draws, model->causes, c, chances) < MATTERS) continue;
        shares[of->prior] = share_of(model, seed, draws, of->prior, logits, spread);
        if (c != cause) continue;
        shares[of->share] = share_of(model, seed, draws, of->share, logits, spread);
        shares[of->adds] = share_of(model, seed, draws, of->adds, logits, spread);
    }
}
