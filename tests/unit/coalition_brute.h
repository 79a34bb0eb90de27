/* coalition_brute.h: random signed networks and answers by trying everything. */
#ifndef ENTENTE_TEST_COALITION_BRUTE_H
#define ENTENTE_TEST_COALITION_BRUTE_H

#include <entente/coalition.h>
#include <entente/random.h>
#include <math.h>
#include <stdlib.h>

#define BRUTE_MOST 12

struct brute {
    uint32_t n;
    double weight[BRUTE_MOST][BRUTE_MOST];
};

static inline void brute_tie(struct brute *brute, uint32_t u, uint32_t v, double weight)
{
    brute->weight[u][v] += weight;
    brute->weight[v][u] += weight;
}

/* A network of up to `most` vertices; density, sign balance and weights vary. */
static inline void brute_random(struct brute *brute, struct ent_random *random,
                                uint32_t most)
{
    *brute = (struct brute){.n = 1 + (uint32_t)ent_random_below(random, most)};
    double density = 0.15 + 0.85 * ent_random_unit(random);
    double negative = ent_random_unit(random);
    int kind = (int)ent_random_below(random, 4);
    for (uint32_t u = 0; u < brute->n; u++)
        for (uint32_t v = 0; v < u; v++) {
            if (ent_random_unit(random) > density)
                continue;
            double size = kind == 0   ? 1
                          : kind == 1 ? 1 + (double)ent_random_below(random, 5)
                          : kind == 2 ? (1 + (double)ent_random_below(random, 40)) / 10
                                      : ent_random_unit(random);
            brute_tie(brute, u, v, ent_random_unit(random) < negative ? -size : size);
        }
}

static inline enum ent_status brute_graph(const struct brute *brute,
                                          struct ent_signed *graph)
{
    struct ent_tie ties[BRUTE_MOST * BRUTE_MOST];
    size_t count = 0;
    for (uint32_t u = 0; u < brute->n; u++)
        for (uint32_t v = 0; v < u; v++)
            if (brute->weight[u][v] != 0)
                ties[count++] = (struct ent_tie){u, v, brute->weight[u][v]};
    return ent_signed_init(graph, brute->n, ties, count, NULL);
}

static inline double brute_positive(const struct brute *brute)
{
    double sum = 0;
    for (uint32_t u = 0; u < brute->n; u++)
        for (uint32_t v = 0; v < u; v++)
            sum += fmax(0, brute->weight[u][v]);
    return sum;
}

/* Summed weights inside every vertex set. */
static inline void brute_inside(const struct brute *brute, double *inside)
{
    inside[0] = 0;
    for (uint32_t set = 1; set < 1u << brute->n; set++) {
        uint32_t top = 0;
        while (set >> (top + 1))
            top++;
        inside[set] = inside[set ^ (1u << top)];
        for (uint32_t u = 0; u < top; u++)
            if (set >> u & 1)
                inside[set] += brute->weight[top][u];
    }
}

/* Least cost over two camps. */
static inline double brute_two(const struct brute *brute)
{
    static double inside[1 << BRUTE_MOST];
    brute_inside(brute, inside);
    uint32_t all = (1u << brute->n) - 1;
    double most = -INFINITY;
    for (uint32_t set = 0; set <= all; set++)
        most = fmax(most, inside[set] + inside[all ^ set]);
    return brute_positive(brute) - most;
}

/* Most weight that camps can hold inside, for every vertex set: by sets, the camp of the
 * lowest vertex first. */
static inline void brute_best(const struct brute *brute, const double *inside, double *best)
{
    best[0] = 0;
    for (uint32_t set = 1; set < 1u << brute->n; set++) {
        uint32_t low = set & -set, rest = set ^ low;
        best[set] = -INFINITY;
        for (uint32_t others = rest;; others = (others - 1) & rest) {
            best[set] = fmax(best[set], inside[low | others] + best[rest ^ others]);
            if (!others)
                break;
        }
    }
}

/* Least cost over any number of camps. */
static inline double brute_any(const struct brute *brute)
{
    static double inside[1 << BRUTE_MOST], best[1 << BRUTE_MOST];
    brute_inside(brute, inside);
    brute_best(brute, inside, best);
    return brute_positive(brute) - best[(1u << brute->n) - 1];
}

#endif
