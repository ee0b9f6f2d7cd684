/* What the answer to every open question is worth: for knowing the cause, and for the triage decision. */

#include "kernel.h"

#include <math.h>
#include <string.h>

enum { LEVELS = 5 };

/* Chances by cause weighed with the causes' shares: enough to know bits and utility of one condition. */
typedef struct {
    double share;              /* of the causes that speak of it */
    double yes;                /* of people with such a cause who answer yes */
    double bits;               /* share-weighted: p log p + (1 - p) log (1 - p) of each cause */
    double truth_yes[LEVELS];  /* yes, by the level of the responsible cause, less the background's part */
    double silent[LEVELS];     /* share of the causes that speak, by level */
} Sum;

static double plogp(double p) { return p > 0.0 ? p * log2(p) : 0.0; }

static double least_loss(const double *chances, const double *loss) {
    double best = INFINITY;
    for (int action = 0; action < LEVELS; action++) {
        double total = 0.0;
        for (int level = 0; level < LEVELS; level++) total += chances[level] * loss[action * LEVELS + level];
        if (total < best) best = total;
    }
    return best;
}

static void close_sum(const Sum *sum, const double *levels, double background, const double *loss, double now,
                      double *bits, double *utility, double *chance) {
    double rest = sum->share < 1.0 ? 1.0 - sum->share : 0.0, yes[LEVELS], no[LEVELS];
    double mean = sum->yes + rest * background;
    *bits = sum->bits + rest * (plogp(background) + plogp(1.0 - background)) -
            (sum->share + rest) * (plogp(mean) + plogp(1.0 - mean));
    for (int level = 0; level < LEVELS; level++) {
        yes[level] = sum->truth_yes[level] + (levels[level] - sum->silent[level]) * background;
        no[level] = levels[level] - yes[level];
    }
    *utility = now - least_loss(yes, loss) - least_loss(no, loss);
    if (*utility < 0.0) *utility = 0.0;
    if (*bits < 0.0) *bits = 0.0;
    *chance = mean;
}

static void levels_of(const Spoken *spoken, const double *responsible, double *levels) {
    memset(levels, 0, sizeof(double) * LEVELS);
    for (int c = 0; c < spoken->causes; c++) levels[spoken->level[c]] += responsible[c];
    levels[1] += spoken->unlisted; /* what is not listed asks for an ordinary appointment */
}

static void worth_of(const Spoken *spoken, int k, const double *responsible, const double *levels, double now,
                     double *bits, double *utility, double *chance) {
    Sum sum;
    memset(&sum, 0, sizeof sum);
    for (int i = spoken->first[k]; i < spoken->first[k + 1]; i++) {
        const Tells *tells = spoken->telling + i;
        double share = responsible[tells->cause], p = tells->chance;
        sum.share += share;
        sum.yes += share * p;
        sum.bits += share * tells->entropy;
        sum.truth_yes[spoken->level[tells->cause]] += share * p;
        sum.silent[spoken->level[tells->cause]] += share;
    }
    close_sum(&sum, levels, spoken->background[k], spoken->loss, now, bits, utility, chance);
}

void worth_of_all(const Spoken *spoken, const double *responsible, double *bits, double *utility, double *chance) {
    double levels[LEVELS];
    levels_of(spoken, responsible, levels);
    double now = least_loss(levels, spoken->loss);
    for (int k = 0; k < spoken->conditions; k++)
        worth_of(spoken, k, responsible, levels, now, bits + k, utility + k, chance + k);
}

/* One person: the most that any condition of each open question, or its whole answer, is worth. */
static void worth_of_open(const Spoken *spoken, const Choices *choices, const double *responsible,
                          const uint8_t *open, double *bits, double *utility) {
    double levels[LEVELS], b, u, chance, whole[choices->choices + 1];
    levels_of(spoken, responsible, levels);
    double now = least_loss(levels, spoken->loss);
    for (int k = 0; k < spoken->conditions; k++) {
        int question = spoken->question[k];
        if (!open[question]) continue;
        worth_of(spoken, k, responsible, levels, now, &b, &u, &chance);
        if (b > bits[question]) bits[question] = b;
        if (u > utility[question]) utility[question] = u;
    }
    bits_of_choices(choices, responsible, whole);
    for (int k = 0; k < choices->choices; k++) {
        int question = choices->question[k];
        if (open[question] && whole[k] > bits[question]) bits[question] = whole[k];
    }
}

void worths_of_many(const Spoken *spoken, const Choices *choices, int people, int questions, int64_t stride,
                    const double *responsible, const uint8_t *open, double *bits, double *utility) {
    memset(bits, 0, sizeof(double) * questions * people);
    memset(utility, 0, sizeof(double) * questions * people);
    for (int64_t i = 0; i < people; i++)
        worth_of_open(spoken, choices, responsible + i * stride, open + i * questions, bits + i * questions,
                      utility + i * questions);
}

void bits_of_choices(const Choices *all, const double *responsible, double *bits) {
    int width = all->width;
    double means[width + 1];
    for (int k = 0; k < all->choices; k++) {
        double rest = 1.0, inside = 0.0, across = 0.0;
        for (int r = all->first[k] + 1; r < all->first[k + 1]; r++) rest -= responsible[all->cause[r]];
        if (rest < 0.0) rest = 0.0;
        memset(means, 0, sizeof(double) * width);
        for (int r = all->first[k]; r < all->first[k + 1]; r++) {
            double share = all->cause[r] < 0 ? rest : responsible[all->cause[r]];
            inside += share * all->within[r];
            for (int i = 0; i < width; i++) means[i] += share * all->rows[(int64_t)r * width + i];
        }
        for (int i = 0; i < width; i++) across += plogp(means[i]);
        bits[k] = inside > across ? inside - across : 0.0;
    }
}
