/* The numeric half: up, summing variables out; down, the derivative by every message.

   Compiled twice: with REAL as double, and as a wider number for evidence in which much cancels. */

#include "kernel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SIZE(x) ((x) < 0 ? -(x) : (x))

/* The parts of the scratch room of one sweep. */
typedef struct {
    REAL *bases, *tables, *messages, *slopes, *scales, *products;
} Room;

static int room_for(const Plan *plan, Scratch *scratch, Room *room) {
    int64_t widest = (int64_t)1 << plan->widest;
    int64_t need = 2 * (int64_t)plan->tables + 2 * (int64_t)plan->messages + plan->variables +
                   (plan->variables + 3) * widest;
    need *= (int64_t)sizeof(REAL);
    if (need > scratch->size) {
        free(scratch->numbers);
        scratch->numbers = malloc((size_t)need);
        scratch->size = scratch->numbers ? need : 0;
    }
    if (!scratch->numbers) return OUT_OF_MEMORY;
    room->bases = (REAL *)scratch->numbers;
    room->tables = room->bases + plan->tables;
    room->messages = room->tables + plan->tables;
    room->slopes = room->messages + plan->messages;
    room->scales = room->slopes + plan->messages;
    room->products = room->scales + plan->variables;
    return DONE;
}

/* The product of the pairwise factors that meet in a bucket, by doubling over its scope. */
static void base_table(const Plan *plan, const Bucket *bucket, const double *factors, REAL *base) {
    int size = 1 << bucket->width;
    for (int state = 0; state < 2; state++) {
        REAL *half = base + state * size;
        half[0] = 1.0;
        for (int j = 0, done = 1; j < bucket->width; j++, done *= 2) {
            int code = plan->factors[bucket->scope + j];
            double low = 1.0, high = 1.0;
            if (code >= 0) {
                const double *f = factors + 4 * (code >> 1);
                low = code & 1 ? f[2 * state] : f[state];
                high = code & 1 ? f[2 * state + 1] : f[2 + state];
            }
            for (int s = 0; s < done; s++) half[done + s] = half[s] * high;
            for (int s = 0; s < done; s++) half[s] *= low;
        }
    }
}

static void multiply_children(const Plan *plan, const Bucket *bucket, const REAL *messages, REAL *table) {
    int size = 1 << bucket->width;
    for (int i = 0; i < bucket->children; i++) {
        const Bucket *child = plan->buckets + plan->children[bucket->first + i];
        const REAL *message = messages + child->message;
        const int32_t *places = plan->places + child->index;
        for (int s = 0; s < size; s++) {
            table[s] *= message[2 * places[s]];
            table[size + s] *= message[2 * places[s] + 1];
        }
    }
}

static int up(const Plan *plan, const Room *room, const double *weights, const double *factors, double *log_sum) {
    for (int step = 0; step < plan->variables; step++) {
        const Bucket *bucket = plan->buckets + step;
        int size = 1 << bucket->width;
        REAL *base = room->bases + bucket->table, *table = room->tables + bucket->table;
        REAL *message = room->messages + bucket->message, scale = 0.0;
        base_table(plan, bucket, factors, base);
        for (int s = 0; s < size; s++) {
            base[s] *= weights[2 * bucket->variable];
            base[size + s] *= weights[2 * bucket->variable + 1];
        }
        memcpy(table, base, sizeof(REAL) * 2 * size);
        multiply_children(plan, bucket, room->messages, table);
        for (int s = 0; s < size; s++) {
            message[s] = table[s] + table[size + s];
            if (SIZE(message[s]) > scale) scale = SIZE(message[s]);
        }
        if (!(scale > 0.0) || (size == 1 && message[0] < 0.0)) return IMPOSSIBLE;
        *log_sum += log((double)scale);
        for (int s = 0; s < size; s++) message[s] /= scale;
        room->scales[step] = scale;
    }
    return DONE;
}

/* Everything in a bucket's table but one child's message, summed to that child's states. */
static void hand_down(const Plan *plan, const Bucket *bucket, const Room *room, const REAL *slope, int state) {
    int size = 1 << bucket->width, children = bucket->children;
    REAL *after = room->products; /* products of the children from i on */
    REAL *before = after + (int64_t)(children + 1) * size;
    const REAL *base = room->bases + bucket->table + state * size;
    for (int s = 0; s < size; s++) after[(int64_t)children * size + s] = 1.0;
    for (int i = children - 1; i > 0; i--) {
        const Bucket *child = plan->buckets + plan->children[bucket->first + i];
        const REAL *message = room->messages + child->message + state;
        const int32_t *places = plan->places + child->index;
        for (int s = 0; s < size; s++)
            after[(int64_t)i * size + s] = after[(int64_t)(i + 1) * size + s] * message[2 * places[s]];
    }
    for (int s = 0; s < size; s++) before[s] = slope[s] * base[s];
    for (int i = 0; i < children; i++) {
        const Bucket *child = plan->buckets + plan->children[bucket->first + i];
        const REAL *message = room->messages + child->message + state;
        const int32_t *places = plan->places + child->index;
        REAL *below = room->slopes + child->message + state;
        for (int s = 0; s < 1 << (child->width - 1); s++) below[2 * s] = 0.0;
        for (int s = 0; s < size; s++) {
            below[2 * places[s]] += before[s] * after[(int64_t)(i + 1) * size + s];
            before[s] *= message[2 * places[s]];
        }
    }
}

static double reciprocal(const REAL *slope, const REAL *table, int size) {
    REAL sum = 0.0;
    for (int s = 0; s < size; s++) sum += SIZE(slope[s]) * (SIZE(table[s]) + SIZE(table[size + s]));
    return sum > 1.0 ? (double)(1.0 / sum) : 1.0;
}

static void down(const Plan *plan, const Room *room, int first_signed, double *present, Swept *swept) {
    for (int step = plan->variables - 1; step >= 0; step--) {
        const Bucket *bucket = plan->buckets + step;
        int size = 1 << bucket->width;
        REAL *slope = room->slopes + bucket->message, share = 0.0;
        const REAL *table = room->tables + bucket->table;
        if (bucket->parent < 0) slope[0] = 1.0;
        for (int s = 0; s < size; s++) {
            slope[s] /= room->scales[step];
            share += slope[s] * table[size + s];
        }
        present[bucket->variable] = share < 0.0 ? 0.0 : share > 1.0 ? 1.0 : (double)share;
        if (bucket->variable >= first_signed) {
            double ratio = reciprocal(slope, table, size);
            if (ratio < swept->cancellation) swept->cancellation = ratio;
        }
        if (bucket->children)
            for (int state = 0; state < 2; state++) hand_down(plan, bucket, room, slope, state);
    }
}

int SWEEP(const Plan *plan, Scratch *scratch, const double *weights, const double *factors,
          int first_signed, double *present, Swept *swept) {
    Room room;
    int result = room_for(plan, scratch, &room);
    swept->log_evidence = 0.0;
    swept->cancellation = 1.0;
    if (result == DONE) result = up(plan, &room, weights, factors, &swept->log_evidence);
    if (result == DONE) down(plan, &room, first_signed, present, swept);
    return result;
}
