/* rank.h: what the files of centrality measures share. */
#ifndef ENTENTE_MEASURE_RANK_H
#define ENTENTE_MEASURE_RANK_H

#include <entente/measure.h>

#include "network/compat.h"

enum { MOST_SLOTS = 9 };

/* Sparse rows of a matrix: row i holds entries start[i] .. start[i + 1]. */
struct rank_rows {
    uint32_t size;
    size_t *start; /* [size + 1] */
    uint32_t *column;
    double *value;
};

struct rank_context {
    const struct ent_network *network;
    const struct ent_measure_options *options;
    struct ent_measure_report *report;
    struct ent_error *error;
    uint32_t vertices, arcs;
    double *strength;  /* [arcs] signed, 0 for neutral arcs */
    double *magnitude; /* [arcs] > 0 */
    igraph_t graph;
    bool has_graph;
};

/* Compute measures that belong together: slot k of the group goes to out[k][vertices],
 * where out[k] is NULL if it is not wanted. */
typedef enum ent_status rank_function(struct rank_context *context,
                                      double *out[MOST_SLOTS]);

rank_function rank_degree, rank_strength, rank_betweenness, rank_closeness, rank_harmonic,
    rank_eigenvector, rank_pagerank, rank_hits, rank_coreness, rank_constraint,
    rank_signed_degree, rank_pn, rank_signed_eigenvector, rank_pagerank_positive,
    rank_pagerank_negative, rank_hits_positive, rank_hits_negative, rank_brokerage;

/* The graph as igraph knows it, made when first asked for; NULL after an error. */
const igraph_t *rank_graph(struct rank_context *context);

/* The signed strengths as a matrix: parallel arcs summed, loops and zeros dropped,
 * divided by the largest absolute value so that entries lie in -1 .. 1. `transposed`:
 * rows are targets. `both`: the sum of both directions. */
enum ent_status rank_rows_make(struct rank_rows *rows, const struct rank_context *context,
                               bool transposed, bool both);
void rank_rows_clear(struct rank_rows *rows);

enum ent_status rank_no_memory(struct rank_context *context);

#endif
