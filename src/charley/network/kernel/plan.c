/* The symbolic half: greedy elimination orders on bitsets, and the tree of buckets. */

#include "kernel.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t Word;

typedef struct {
    int variables, words;
    Word *rows; /* neighbours by variable */
} Graph;

static Word *row(const Graph *graph, int variable) { return graph->rows + (int64_t)variable * graph->words; }

static void add(Word *bits, int place) { bits[place >> 6] |= (Word)1 << (place & 63); }

static void drop(Word *bits, int place) { bits[place >> 6] &= ~((Word)1 << (place & 63)); }

static int count(const Word *bits, int words) {
    int total = 0;
    for (int w = 0; w < words; w++) total += __builtin_popcountll(bits[w]);
    return total;
}

/* The places of the bits that are set, lowest first; returns how many. */
static int members(const Word *bits, int words, int *places) {
    int found = 0;
    for (int w = 0; w < words; w++)
        for (Word rest = bits[w]; rest; rest &= rest - 1) places[found++] = w * 64 + __builtin_ctzll(rest);
    return found;
}

static int fill_ins(const Graph *graph, int variable, int *places) {
    const Word *around = row(graph, variable);
    int total = 0, found = members(around, graph->words, places);
    for (int i = 0; i < found; i++) {
        const Word *other = row(graph, places[i]);
        for (int w = 0; w < graph->words; w++) total += __builtin_popcountll(around[w] & ~other[w]);
        total -= 1;
    }
    return total;
}

static int price(const Graph *graph, int variable, int rule, int *places) {
    return rule == 0 ? count(row(graph, variable), graph->words) : fill_ins(graph, variable, places);
}

/* Take a variable out and join its neighbours, which are left in `places`. */
static int eliminate(Graph *graph, int variable, Word *around, int *places) {
    memcpy(around, row(graph, variable), sizeof(Word) * graph->words);
    int found = members(around, graph->words, places);
    for (int i = 0; i < found; i++) {
        Word *other = row(graph, places[i]);
        for (int w = 0; w < graph->words; w++) other[w] |= around[w];
        drop(other, variable);
        drop(other, places[i]);
    }
    memset(row(graph, variable), 0, sizeof(Word) * graph->words);
    return found;
}

static int cheapest(const int *prices, int variables) {
    int best = -1;
    for (int v = 0; v < variables; v++)
        if (prices[v] != INT_MAX && (best < 0 || prices[v] < prices[best])) best = v;
    return best;
}

static int64_t entries_of(int width, int64_t before, int64_t most) {
    if (width > 40) return most + 1;
    return before + ((int64_t)2 << width);
}

/* A greedy order; returns its table entries, or more than `most` as soon as that is passed. */
static int64_t greedy(Graph *graph, int rule, int *order, int64_t most) {
    int variables = graph->variables, words = graph->words;
    int prices[variables + 1], places[variables + 1], inner[variables + 1];
    Word around[words + 1], touched[words + 1];
    int64_t entries = 0;
    for (int v = 0; v < variables; v++) prices[v] = price(graph, v, rule, inner);
    for (int step = 0; step < variables; step++) {
        int variable = cheapest(prices, variables);
        prices[variable] = INT_MAX;
        order[step] = variable;
        int found = eliminate(graph, variable, around, places);
        entries = entries_of(found, entries, most);
        if (entries > most) return entries;
        memcpy(touched, around, sizeof(Word) * words);
        for (int i = 0; rule == 1 && i < found; i++)
            for (int w = 0; w < words; w++) touched[w] |= row(graph, places[i])[w];
        found = members(touched, words, places);
        for (int i = 0; i < found; i++) prices[places[i]] = price(graph, places[i], rule, inner);
    }
    return entries;
}

static void fill(Graph *graph, int edges, const int *from, const int *to) {
    memset(graph->rows, 0, sizeof(Word) * graph->variables * graph->words);
    for (int e = 0; e < edges; e++) {
        add(row(graph, from[e]), to[e]);
        add(row(graph, to[e]), from[e]);
    }
}

/* The smaller of the two orders into `order`; its entries, or more than `most`. */
static int64_t best_order(Graph *graph, int edges, const int *from, const int *to, int *order, int64_t most) {
    int other[graph->variables + 1];
    fill(graph, edges, from, to);
    int64_t entries = greedy(graph, 0, order, most);
    fill(graph, edges, from, to);
    int64_t second = greedy(graph, 1, other, most);
    if (second < entries) {
        memcpy(order, other, sizeof(int) * graph->variables);
        entries = second;
    }
    return entries;
}

/* Scopes sorted by the turn at which their variables are summed out. */
static int scopes_of(Plan *plan, Graph *graph, const int *order, const int *turn) {
    int places[graph->variables + 1];
    Word around[graph->words + 1];
    int at = 0;
    for (int step = 0; step < plan->variables; step++) {
        Bucket *bucket = plan->buckets + step;
        int width = eliminate(graph, order[step], around, places);
        for (int i = 1; i < width; i++) {
            int moved = places[i], j = i;
            for (; j > 0 && turn[places[j - 1]] > turn[moved]; j--) places[j] = places[j - 1];
            places[j] = moved;
        }
        memcpy(plan->scopes + at, places, sizeof(int) * width);
        *bucket = (Bucket){.variable = order[step], .width = width, .scope = at,
                           .parent = width ? turn[places[0]] : -1};
        at += width;
    }
    return at;
}

/* For each state of the parent's scope the place within half of the child's message, by doubling. */
static void places_for(const Plan *plan, const Bucket *child, int32_t *places) {
    const Bucket *parent = plan->buckets + child->parent;
    int size = 1;
    places[0] = 0;
    for (int j = 0; j < parent->width; j++) {
        int32_t bit = 0;
        for (int i = 1; i < child->width; i++)
            if (plan->scopes[child->scope + i] == plan->scopes[parent->scope + j]) bit = 1 << (i - 1);
        for (int s = 0; s < size; s++) places[size + s] = places[s] | bit;
        size *= 2;
    }
}

static void factors_of(Plan *plan, int edges, const int *from, const int *to) {
    for (int step = 0; step < plan->variables; step++) {
        const Bucket *bucket = plan->buckets + step;
        for (int j = 0; j < bucket->width; j++) plan->factors[bucket->scope + j] = -1;
    }
    for (int e = 0; e < edges; e++)
        for (int step = 0; step < plan->variables; step++) {
            const Bucket *bucket = plan->buckets + step;
            int first = bucket->variable == from[e];
            if (!first && bucket->variable != to[e]) continue;
            int other = first ? to[e] : from[e];
            for (int j = 0; j < bucket->width; j++)
                if (plan->scopes[bucket->scope + j] == other) plan->factors[bucket->scope + j] = 2 * e + !first;
        }
}

/* Where tables, messages, children and places lie. Returns the number of places. */
static int64_t lay_out(Plan *plan) {
    int64_t places = 0;
    int children = 0;
    for (int step = 0; step < plan->variables; step++) {
        Bucket *bucket = plan->buckets + step;
        bucket->table = plan->tables;
        bucket->message = plan->messages;
        plan->tables += 2 << bucket->width;
        plan->messages += 1 << bucket->width;
        plan->widest = bucket->width > plan->widest ? bucket->width : plan->widest;
        if (bucket->parent >= 0) {
            plan->buckets[bucket->parent].children++;
            bucket->index = (int)places;
            places += (int64_t)1 << plan->buckets[bucket->parent].width;
        }
    }
    for (int step = 0; step < plan->variables; step++) {
        plan->buckets[step].first = children;
        children += plan->buckets[step].children;
        plan->buckets[step].children = 0;
    }
    for (int step = 0; step < plan->variables; step++)
        if (plan->buckets[step].parent >= 0) {
            Bucket *parent = plan->buckets + plan->buckets[step].parent;
            plan->children[parent->first + parent->children++] = step;
        }
    return places;
}

static int build(Plan *plan, Graph *graph, int edges, const int *from, const int *to, const int *order) {
    int turn[graph->variables + 1];
    for (int step = 0; step < plan->variables; step++) turn[order[step]] = step;
    fill(graph, edges, from, to);
    scopes_of(plan, graph, order, turn);
    factors_of(plan, edges, from, to);
    int64_t places = lay_out(plan);
    plan->places = malloc(sizeof(int32_t) * (places + 1));
    if (!plan->places) return OUT_OF_MEMORY;
    for (int step = 0; step < plan->variables; step++)
        if (plan->buckets[step].parent >= 0)
            places_for(plan, plan->buckets + step, plan->places + plan->buckets[step].index);
    return DONE;
}

static int widths(int variables, int64_t entries) {
    int most = 1;
    while (((int64_t)2 << most) <= entries) most++;
    return variables * (most < variables ? most : variables) + 1;
}

int plan_new(Plan *plan, int variables, int edges, const int *from, const int *to, int64_t most) {
    Graph graph = {variables, (variables + 63) / 64, NULL};
    int order[variables + 1];
    memset(plan, 0, sizeof *plan);
    graph.rows = calloc((size_t)variables * graph.words + 1, sizeof(Word));
    if (!graph.rows) return OUT_OF_MEMORY;
    int64_t entries = best_order(&graph, edges, from, to, order, most);
    int result = entries > most ? TOO_LARGE : OUT_OF_MEMORY;
    if (entries <= most) {
        int room = widths(variables, entries);
        plan->variables = variables, plan->edges = edges, plan->entries = entries;
        plan->buckets = calloc((size_t)variables + 1, sizeof(Bucket));
        plan->scopes = malloc(sizeof(int) * room);
        plan->factors = malloc(sizeof(int) * room);
        plan->children = malloc(sizeof(int) * (variables + 1));
        if (plan->buckets && plan->scopes && plan->factors && plan->children)
            result = build(plan, &graph, edges, from, to, order);
    }
    free(graph.rows);
    if (result != DONE) plan_free(plan);
    return result;
}

void plan_free(Plan *plan) {
    free(plan->buckets);
    free(plan->scopes);
    free(plan->factors);
    free(plan->children);
    free(plan->places);
    memset(plan, 0, sizeof *plan);
}
