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

int draw_many(const Model *model, const Person *person, Work *work, uint64_t seed, int draws, double *logits) {
    int n = model->causes, result = DONE;
    Facts facts[n + 1];
    double numbers[6 * n + 1], *priors = numbers + 5 * n;
    for (int d = 0; result == DONE && d < draws; d++) {
        Draw draw = {seed, d};
        Person with = *person;
        Ranked ranked = {numbers, numbers + n, numbers + 2 * n, numbers + 3 * n, numbers + 4 * n, NULL, 0.0, 0};
        priors_of(model, person->priors, draw, priors);
        with.priors = priors;
        result = rank(model, &with, work, facts, draw, &ranked);
        for (int c = 0; result == DONE && c < n; c++)
            logits[(int64_t)d * n + c] = log(ranked.probability[c] / (1.0 - ranked.probability[c]));
    }
    return result;
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

/* Linear interpolation between the sorted values that stand around the place. */
static double quantile(const double *sorted, int count, double share) {
    double place = share * (count - 1);
    int below = (int)place;
    if (below + 1 >= count) return sorted[count - 1];
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

void intervals_of(const Model *model, int draws, const double *logits, double *low, double *high) {
    double sorted[draws + 1];
    for (int c = 0; c < model->causes; c++) {
        for (int d = 0; d < draws; d++) sorted[d] = logits[(int64_t)d * model->causes + c];
        qsort(sorted, (size_t)draws, sizeof(double), ascending);
        low[c] = 1.0 / (1.0 + exp(-quantile(sorted, draws, 0.1)));
        high[c] = 1.0 / (1.0 + exp(-quantile(sorted, draws, 0.9)));
    }
}

void explained(const Model *model, uint64_t seed, int draws, int cause, const double *logits, double *shares) {
    double mean = 0.0, spread = 0.0;
    int n = model->causes;
    for (int d = 0; d < draws; d++) mean += logits[(int64_t)d * n + cause] / draws;
    for (int d = 0; d < draws; d++) spread += pow(logits[(int64_t)d * n + cause] - mean, 2.0);
    for (int p = 0; p < model->parameters; p++) {
        double middle = 0.0, own = 0.0, both = 0.0;
        shares[p] = 0.0;
        if (!model->parameter[p].drawn_as) continue;
        for (int d = 0; d < draws; d++) middle += normal_of(model, model->parameter[p].key, (Draw){seed, d}) / draws;
        for (int d = 0; d < draws; d++) {
            double z = normal_of(model, model->parameter[p].key, (Draw){seed, d}) - middle;
            own += z * z;
            both += z * (logits[(int64_t)d * n + cause] - mean);
        }
        if (own > 0.0 && spread > 0.0) shares[p] = both * both / (own * spread);
    }
}
