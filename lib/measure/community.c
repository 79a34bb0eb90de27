/* community.c: communities of the positive ties, by igraph. */
#include <entente/community.h>

#include "network/compat.h"

#include <math.h>
#include <stdlib.h>

static const int ITERATIONS = 20, TRIALS = 10, WALK_STEPS = 4;

struct layer {
    igraph_t graph;
    igraph_vector_t weights, strength;
    igraph_vector_int_t membership;
    double total; /* twice the tie weight */
};

static void layer_destroy(struct layer *layer)
{
    igraph_destroy(&layer->graph);
    igraph_vector_destroy(&layer->weights);
    igraph_vector_destroy(&layer->strength);
    igraph_vector_int_destroy(&layer->membership);
}

/* The positive ties as a graph. On failure nothing is left to destroy. */
static igraph_error_t layer_create(struct layer *layer, const struct ent_signed *graph)
{
    ent_ig_int n = graph->vertex_count, count = 0, at = 0;
    for (uint32_t e = 0; e < graph->edge_count; e++)
        count += graph->edges[e].weight > 0;
    igraph_vector_int_t ends;
    igraph_error_t code = igraph_vector_int_init(&ends, 2 * count);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_init(&layer->weights, count);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_init(&layer->strength, n);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_int_init(&layer->membership, n);
    if (code != IGRAPH_SUCCESS)
        return code; /* igraph only fails here when memory is out: the tool ends */
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        if (edge->weight < 0)
            continue;
        double weight = (double)edge->weight / graph->scale;
        VECTOR(ends)[2 * at] = edge->u;
        VECTOR(ends)[2 * at + 1] = edge->v;
        VECTOR(layer->weights)[at++] = weight;
        VECTOR(layer->strength)[edge->u] += weight;
        VECTOR(layer->strength)[edge->v] += weight;
        layer->total += 2 * weight;
    }
    code = igraph_create(&layer->graph, &ends, n, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    return code;
}

/* igraph 0.10.2 wants somewhere to put merges and modularities when asked for membership.
 */
static igraph_error_t walktrap(struct layer *layer)
{
    igraph_matrix_int_t merges;
    igraph_vector_t modularity;
    igraph_error_t code = igraph_matrix_int_init(&merges, 0, 0);
    if (code != IGRAPH_SUCCESS)
        return code;
    code = igraph_vector_init(&modularity, 0);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_community_walktrap(&layer->graph, &layer->weights, WALK_STEPS,
                                         &merges, &modularity, &layer->membership);
        igraph_vector_destroy(&modularity);
    }
    igraph_matrix_int_destroy(&merges);
    return code;
}

static igraph_error_t detect(struct layer *layer, enum ent_community_method method)
{
    switch (method) {
    case ENT_COMMUNITY_LOUVAIN:
        return igraph_community_multilevel(&layer->graph, &layer->weights, 1,
                                           &layer->membership, NULL, NULL);
    case ENT_COMMUNITY_INFOMAP:
        return ent_ig_infomap(&layer->graph, &layer->weights, TRIALS, &layer->membership);
    case ENT_COMMUNITY_WALKTRAP:
        return walktrap(layer);
    case ENT_COMMUNITY_LEIDEN:
        break;
    }
    return ent_ig_leiden(&layer->graph, &layer->weights, &layer->strength,
                         1 / layer->total, ITERATIONS, &layer->membership);
}

/* Share of the tie weight inside communities beyond what their strengths let expect. */
static double modularity_of(const struct ent_signed *graph, const uint32_t *camp,
                            const double *strength, double total)
{
    double inside = 0, expected = 0;
    double *sum = calloc((size_t)graph->vertex_count + 1, sizeof *sum);
    if (!sum || total <= 0) {
        free(sum);
        return NAN;
    }
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        if (edge->weight > 0 && camp[edge->u] == camp[edge->v])
            inside += 2 * (double)edge->weight / graph->scale;
    }
    for (uint32_t v = 0; v < graph->vertex_count; v++)
        sum[camp[v]] += strength[v];
    for (uint32_t c = 0; c <= graph->vertex_count; c++)
        expected += sum[c] / total * (sum[c] / total);
    free(sum);
    return inside / total - expected;
}

enum ent_status ent_community_find(const struct ent_signed *graph,
                                   enum ent_community_method method, uint64_t seed,
                                   struct ent_coalition *result, double *modularity,
                                   struct ent_error *error)
{
    uint32_t n = graph->vertex_count;
    struct layer layer = {.total = 0};
    *result = (struct ent_coalition){.camp = calloc((size_t)n + 1, sizeof *result->camp)};
    if (!result->camp)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_compat_begin();
    igraph_rng_seed(igraph_rng_default(), seed);
    enum ent_status status = ent_compat_check(layer_create(&layer, graph), error);
    if (status != ENT_OK) {
        ent_coalition_clear(result);
        return status;
    }
    if (layer.total > 0)
        status = ent_compat_check(detect(&layer, method), error);
    for (uint32_t v = 0; v < n && status == ENT_OK; v++)
        result->camp[v] = layer.total > 0 ? (uint32_t)VECTOR(layer.membership)[v] : v;
    if (status == ENT_OK && n) {
        result->camp_count = ent_camps_number(result->camp, n, NULL);
        result->cost = ent_signed_cost(graph, result->camp);
        result->proven = result->cost == 0;
        if (modularity)
            *modularity =
                modularity_of(graph, result->camp, VECTOR(layer.strength), layer.total);
    }
    layer_destroy(&layer);
    if (status != ENT_OK)
        ent_coalition_clear(result);
    return status;
}
