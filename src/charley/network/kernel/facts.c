/* Log likelihood ratios of one person's answers for one cause, the further ones of a cluster faded. */

#include "kernel.h"

#include <math.h>
#include <stdlib.h>

#define MOST_RATIOS 256

typedef struct {
    double value, deviation;
    int flags, cluster;
} Ratio;

/* A well-mixed number of 64 bits (Steele, Lea and Flood 2014, "splitmix"). */
static uint64_t mixed(uint64_t x) {
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

uint64_t hashed(uint64_t seed, uint64_t key, uint64_t place) {
    return mixed(seed + UINT64_C(0x9E3779B97F4A7C15) * (key * 65536 + place + 1));
}

double normal_of(const Model *model, int key, Draw draw) {
    return model->normal[hashed(draw.seed, (uint64_t)key, (uint64_t)draw.place) >> 54];
}

static double draw_once(const Model *model, int number, Draw draw) {
    const Parameter *p = model->parameter + number;
    double z = normal_of(model, p->key, draw);
    double x = p->center + z * (z < 0 ? p->below : p->above);
    double value = p->drawn_as == 1 ? 1.0 / (1.0 + exp(-x)) : exp(x);
    if (!(p->flags & ONE_SIDED)) return value;
    double limit = (p->base - p->offset) / p->scale;
    if (p->chance >= limit) return value < limit ? limit : value;
    return value > limit ? limit : value;
}

static double floored(double chance) { return chance < TINY ? TINY : chance; }

double log_ratio(double chance, double base, int truth) {
    if (truth == YES) return log(floored(chance) / floored(base));
    return log(floored(1.0 - chance) / floored(1.0 - base));
}

/* The row of a parameter, filled when it is first asked for; NULL when memory is out. */
static const double *row_of(const Model *model, double **row, int number, int truth, Draw draw) {
    const Parameter *p = model->parameter + number;
    if (*row) return *row;
    *row = malloc(sizeof(double) * (size_t)draw.rows->draws);
    for (int d = 0; *row && d < draw.rows->draws; d++) {
        double value = draw_once(model, number, (Draw){draw.seed, d, NULL});
        (*row)[d] = truth == UNKNOWN ? value : log_ratio(p->offset + p->scale * value, p->base, truth);
    }
    return *row;
}

double drawn(const Model *model, int number, Draw draw) {
    if (draw.place < 0 || !model->parameter[number].drawn_as) return model->parameter[number].chance;
    const double *row = draw.rows ? row_of(model, draw.rows->chance + number, number, UNKNOWN, draw) : NULL;
    return row ? row[draw.place] : draw_once(model, number, draw);
}

double ratio_of(const Model *model, int number, int truth, Draw draw) {
    const Parameter *p = model->parameter + number;
    if (draw.place < 0 || !p->drawn_as) return truth == YES ? p->if_yes : p->if_no;
    double **rows = draw.rows ? (truth == YES ? draw.rows->if_yes : draw.rows->if_no) + number : NULL;
    const double *row = rows ? row_of(model, rows, number, truth, draw) : NULL;
    if (row) return row[draw.place];
    return log_ratio(p->offset + p->scale * draw_once(model, number, draw), p->base, truth);
}

static int one(const Model *model, int number, int truth, const Group *group, Draw draw, Ratio *ratio) {
    const Parameter *p = model->parameter + number;
    double deviation = truth == YES ? p->yes_deviation : p->no_deviation;
    *ratio = (Ratio){ratio_of(model, number, truth, draw), deviation, p->flags, group->cluster};
    return 1;
}

static int silence(const Model *model, const Person *person, const Group *group, Draw draw, Ratio *ratio) {
    if (!person->silence || person->answered[group->guard]) return 0;
    double chance = drawn(model, group->first, draw), base = model->parameter[group->first].base;
    if (chance < model->defining) return 0;
    double told = 1.0 - model->silence;
    double value = log((1.0 - told * chance) / (1.0 - told * base));
    *ratio = (Ratio){value, model->silence_deviation, 0, group->cluster};
    return 1;
}

static int choice(const Model *model, const Person *person, const Group *group, Draw draw, Ratio *ratio) {
    double left = 1.0;
    for (int i = group->first; i < group->first + group->count; i++)
        if (person->truth[model->parameter[i].atom] == YES) return one(model, i, YES, group, draw, ratio);
    double value = group->rest;
    if (draw.place >= 0) {
        for (int i = group->first; i < group->first + group->count; i++) left -= drawn(model, i, draw);
        value = log(floored(left) / group->rest_base);
    }
    *ratio = (Ratio){value, group->rest_deviation, group->flags, group->cluster};
    return 1;
}

/* Several limits on one number stand from the rarest to the commonest: the first that holds counts,
   else the commonest that does not. */
static int number(const Model *model, const Person *person, const Group *group, Draw draw, Ratio *ratio) {
    int failing = -1;
    for (int i = group->first; i < group->first + group->count; i++) {
        int truth = person->truth[model->parameter[i].atom];
        if (truth == YES) return one(model, i, YES, group, draw, ratio);
        if (truth == NO) failing = i;
    }
    return failing < 0 ? 0 : one(model, failing, NO, group, draw, ratio);
}

static int each(const Model *model, const Person *person, const Group *group, Draw draw, Ratio *ratios) {
    int found = 0;
    for (int i = group->first; i < group->first + group->count; i++) {
        int truth = person->truth[model->parameter[i].atom];
        if (truth != UNKNOWN) found += one(model, i, truth, group, draw, ratios + found);
    }
    return found;
}

static int of_group(const Model *model, const Person *person, const Group *group, Draw draw, Ratio *ratios) {
    if (group->kind == SILENCE) return silence(model, person, group, draw, ratios);
    if (group->guard >= 0 && !person->answered[group->guard]) return 0;
    if (group->kind == CHOICE) return choice(model, person, group, draw, ratios);
    if (group->kind == NUMBER) return number(model, person, group, draw, ratios);
    return each(model, person, group, draw, ratios);
}

/* The strongest first; equal ones stay in their order. */
static void sort(Ratio *ratios, int count) {
    for (int i = 1; i < count; i++) {
        Ratio moved = ratios[i];
        int j = i;
        for (; j > 0 && fabs(ratios[j - 1].value) < fabs(moved.value); j--) ratios[j] = ratios[j - 1];
        ratios[j] = moved;
    }
}

int known_size(const Model *model) { return 2 * model->findings + model->atoms + 1; }

void known_of(const Model *model, const Person *person, uint8_t *known) {
    int findings = model->findings, atoms = model->atoms;
    uint8_t *left_out = known + findings + atoms;
    for (int f = 0; f < findings; f++) known[f] = person->answered[f] != 0;
    for (int a = 0; a < atoms; a++) known[findings + a] = person->truth[a] != UNKNOWN;
    for (int f = 0; f < findings; f++) left_out[f] = person->silence && !person->answered[f];
    left_out[findings] = 1;
}

static int gate_of(const Model *model, const Group *group) {
    if (group->kind == SILENCE) return model->findings + model->atoms + group->guard;
    if (group->guard >= 0) return group->guard;
    if (group->kind == EACH && group->count == 1) return model->findings + model->parameter[group->first].atom;
    return known_size(model) - 1;
}

void gates_of(const Model *model, uint16_t *gate) {
    for (int g = 0; g < model->groups; g++) gate[g] = (uint16_t)gate_of(model, model->group + g);
}

void facts_of(const Model *model, const Person *person, const uint8_t *known, int cause, Draw draw, Facts *facts) {
    const Cause *of = model->cause + cause;
    Ratio ratios[MOST_RATIOS];
    double weight[model->clusters + 1];
    int count = 0;
    for (int g = of->first_group; g < of->first_group + of->groups; g++)
        if (known[model->gate[g]]) count += of_group(model, person, model->group + g, draw, ratios + count);
    sort(ratios, count);
    *facts = (Facts){0.0, 0.0, 0.0};
    for (int i = 0; i < count; i++) weight[ratios[i].cluster] = 1.0;
    for (int i = 0; i < count; i++) {
        double damping = weight[ratios[i].cluster], damped = ratios[i].value * damping;
        weight[ratios[i].cluster] *= model->fade;
        if (ratios[i].flags & OF_EPISODE) facts->episode += damped;
        else if (!(ratios[i].flags & OF_SIGN)) facts->risk += damped;
        facts->variance += ratios[i].deviation * damping * ratios[i].deviation * damping;
    }
}
