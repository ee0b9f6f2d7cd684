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

void worth_of_all(int conditions, const double *background, const int32_t *first, const Tells *telling,
                  int causes, const double *responsible, const int32_t *level, double unlisted,
                  const double *loss, double *bits, double *utility, double *chance) {
    double levels[LEVELS] = {0.0};
    for (int c = 0; c < causes; c++) levels[level[c]] += responsible[c];
    levels[1] += unlisted; /* what is not listed asks for an ordinary appointment */
    double now = least_loss(levels, loss);
    for (int k = 0; k < conditions; k++) {
        Sum sum;
        memset(&sum, 0, sizeof sum);
        for (int i = first[k]; i < first[k + 1]; i++) {
            double share = responsible[telling[i].cause], p = telling[i].chance;
            sum.share += share;
            sum.yes += share * p;
            sum.bits += share * telling[i].entropy;
            sum.truth_yes[level[telling[i].cause]] += share * p;
            sum.silent[level[telling[i].cause]] += share;
        }
        close_sum(&sum, levels, background[k], loss, now, bits + k, utility + k, chance + k);
    }
}

void bits_of_choices(int choices, int width, const int32_t *first, const int32_t *cause, const double *rows,
                     const double *within, const double *responsible, double *bits) {
    double means[width + 1];
    for (int k = 0; k < choices; k++) {
        double rest = 1.0, inside = 0.0, across = 0.0;
        for (int r = first[k] + 1; r < first[k + 1]; r++) rest -= responsible[cause[r]];
        if (rest < 0.0) rest = 0.0;
        memset(means, 0, sizeof(double) * width);
        for (int r = first[k]; r < first[k + 1]; r++) {
            double share = cause[r] < 0 ? rest : responsible[cause[r]];
            inside += share * within[r];
            for (int i = 0; i < width; i++) means[i] += share * rows[(int64_t)r * width + i];
        }
        for (int i = 0; i < width; i++) across += plogp(means[i]);
        bits[k] = inside > across ? inside - across : 0.0;
    }
}
