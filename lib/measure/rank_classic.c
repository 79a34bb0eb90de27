/* rank_classic.c: measures that do not look at signs; igraph computes most of them. */
#include "measure/rank.h"

#include <stdlib.h>

static void add_ends(const struct rank_context *context, const double *values,
                     double *out[MOST_SLOTS])
{
    for (uint32_t i = 0; i < context->arcs; i++) {
        struct ent_arc arc = context->network->arcs[i];
        double value = values ? values[i] : 1;
        if (out[0]) {
            out[0][arc.from] += value;
            out[0][arc.to] += value;
        }
        if (out[1])
            out[1][arc.to] += value;
        if (out[2])
            out[2][arc.from] += value;
    }
}

enum ent_status rank_degree(struct rank_context *context, double *out[MOST_SLOTS])
{
    add_ends(context, NULL, out);
    return ENT_OK;
}

enum ent_status rank_strength(struct rank_context *context, double *out[MOST_SLOTS])
{
    add_ends(context, context->magnitude, out);
    return ENT_OK;
}

/* An igraph call that fills a vector; its result is copied into `out`. */
typedef igraph_error_t vector_call(const igraph_t *graph, const igraph_vector_t *weights,
                                   igraph_vector_t *result,
                                   const struct rank_context *context);

static enum ent_status call_igraph(struct rank_context *context, const double *weights,
                                   vector_call *call, double *out)
{
    const igraph_t *graph = rank_graph(context);
    igraph_vector_t result, view;
    if (!graph || igraph_vector_init(&result, 0) != IGRAPH_SUCCESS)
        return graph ? rank_no_memory(context) : context->error->status;
    const igraph_vector_t *given =
        weights ? ent_ig_view(&view, weights, context->arcs) : NULL;
    enum ent_status status =
        ent_compat_check(call(graph, given, &result, context), context->error);
    for (uint32_t i = 0; status == ENT_OK && i < context->vertices; i++)
        out[i] = VECTOR(result)[i];
    igraph_vector_destroy(&result);
    return status;
}

/* The same with distances, which are short where ties are strong. Without weights of its
 * own a network is measured in steps. */
static enum ent_status call_with_distances(struct rank_context *context,
                                           vector_call *call, double *out)
{
    double *distance = malloc(((size_t)context->arcs + 1) * sizeof *distance);
    bool even = true;
    if (!distance)
        return rank_no_memory(context);
    for (uint32_t i = 0; i < context->arcs; i++) {
        distance[i] = 1 / context->magnitude[i];
        even = even && distance[i] == 1;
    }
    enum ent_status status = call_igraph(context, even ? NULL : distance, call, out);
    free(distance);
    return status;
}

static igraph_error_t call_betweenness(const igraph_t *graph,
                                       const igraph_vector_t *weights,
                                       igraph_vector_t *result,
                                       const struct rank_context *context)
{
    return ent_ig_betweenness(graph, weights, result, context->network->directed);
}

enum ent_status rank_betweenness(struct rank_context *context, double *out[MOST_SLOTS])
{
    return call_with_distances(context, call_betweenness, out[0]);
}

static igraph_error_t call_closeness(const igraph_t *graph,
                                     const igraph_vector_t *weights,
                                     igraph_vector_t *result,
                                     const struct rank_context *context)
{
    (void)context;
    return igraph_closeness(graph, result, NULL, NULL, igraph_vss_all(), IGRAPH_ALL,
                            weights, true);
}

enum ent_status rank_closeness(struct rank_context *context, double *out[MOST_SLOTS])
{
    return call_with_distances(context, call_closeness, out[0]);
}

static igraph_error_t call_harmonic(const igraph_t *graph, const igraph_vector_t *weights,
                                    igraph_vector_t *result,
                                    const struct rank_context *context)
{
    (void)context;
    return igraph_harmonic_centrality(graph, result, igraph_vss_all(), IGRAPH_ALL,
                                      weights, true);
}

enum ent_status rank_harmonic(struct rank_context *context, double *out[MOST_SLOTS])
{
    if (context->vertices == 1) {
        out[0][0] = NAN;
        return ENT_OK;
    }
    return call_with_distances(context, call_harmonic, out[0]);
}

static igraph_error_t call_eigenvector(const igraph_t *graph,
                                       const igraph_vector_t *weights,
                                       igraph_vector_t *result,
                                       const struct rank_context *context)
{
    (void)context;
    return ent_ig_eigenvector(graph, weights, result, false);
}

/* Ties count in both directions: the directed eigenvector is zero outside of cycles. */
enum ent_status rank_eigenvector(struct rank_context *context, double *out[MOST_SLOTS])
{
    return call_igraph(context, context->magnitude, call_eigenvector, out[0]);
}

static igraph_error_t call_pagerank(const igraph_t *graph, const igraph_vector_t *weights,
                                    igraph_vector_t *result,
                                    const struct rank_context *context)
{
    double damping = context->options->damping > 0 ? context->options->damping : 0.85;
    return ent_ig_pagerank(graph, weights, result, context->network->directed, damping);
}

enum ent_status rank_pagerank(struct rank_context *context, double *out[MOST_SLOTS])
{
    return call_igraph(context, context->magnitude, call_pagerank, out[0]);
}

/* Hubs and authorities under a choice of weights (0 = the arc is not there). */
static enum ent_status hits(struct rank_context *context, const double *weights,
                            double *out[MOST_SLOTS])
{
    const igraph_t *graph = rank_graph(context);
    igraph_vector_t hub, authority, view;
    if (!graph)
        return context->error->status;
    if (igraph_vector_init(&hub, 0) != IGRAPH_SUCCESS)
        return rank_no_memory(context);
    if (igraph_vector_init(&authority, 0) != IGRAPH_SUCCESS) {
        igraph_vector_destroy(&hub);
        return rank_no_memory(context);
    }
    enum ent_status status = ent_compat_check(
        ent_ig_hits(graph, ent_ig_view(&view, weights, context->arcs), &hub, &authority),
        context->error);
    for (uint32_t i = 0; status == ENT_OK && i < context->vertices; i++) {
        /* Rounding leaves tiny values of either sign where 0 is meant. */
        if (out[0])
            out[0][i] = fabs(VECTOR(hub)[i]) < 1e-12 ? 0 : VECTOR(hub)[i];
        if (out[1])
            out[1][i] = fabs(VECTOR(authority)[i]) < 1e-12 ? 0 : VECTOR(authority)[i];
    }
    igraph_vector_destroy(&hub);
    igraph_vector_destroy(&authority);
    return status;
}

enum ent_status rank_hits(struct rank_context *context, double *out[MOST_SLOTS])
{
    return hits(context, context->magnitude, out);
}

/* Strengths of one sign, as positive weights; how many there are. */
static uint32_t layer(const struct rank_context *context, int sign, double *weights)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < context->arcs; i++) {
        double value = context->strength[i] * sign;
        weights[i] = value > 0 ? value : 0;
        count += value > 0;
    }
    return count;
}

static enum ent_status on_layer(struct rank_context *context, int sign, bool pagerank,
                                double *out[MOST_SLOTS])
{
    double *weights = malloc(((size_t)context->arcs + 1) * sizeof *weights);
    if (!weights)
        return rank_no_memory(context);
    enum ent_status status = ENT_OK;
    /* Without a tie of the sign nobody has a rank: all 0 (hubs), all equal (PageRank). */
    uint32_t count = layer(context, sign, weights);
    if (pagerank && count > 0)
        status = call_igraph(context, weights, call_pagerank, out[0]);
    else if (pagerank)
        for (uint32_t i = 0; i < context->vertices; i++)
            out[0][i] = 1.0 / context->vertices;
    else if (count > 0)
        status = hits(context, weights, out);
    free(weights);
    return status;
}

enum ent_status rank_pagerank_positive(struct rank_context *context,
                                       double *out[MOST_SLOTS])
{
    return on_layer(context, 1, true, out);
}

enum ent_status rank_pagerank_negative(struct rank_context *context,
                                       double *out[MOST_SLOTS])
{
    return on_layer(context, -1, true, out);
}

enum ent_status rank_hits_positive(struct rank_context *context, double *out[MOST_SLOTS])
{
    return on_layer(context, 1, false, out);
}

enum ent_status rank_hits_negative(struct rank_context *context, double *out[MOST_SLOTS])
{
    return on_layer(context, -1, false, out);
}

enum ent_status rank_coreness(struct rank_context *context, double *out[MOST_SLOTS])
{
    const igraph_t *graph = rank_graph(context);
    igraph_vector_int_t cores;
    if (!graph)
        return context->error->status;
    if (igraph_vector_int_init(&cores, 0) != IGRAPH_SUCCESS)
        return rank_no_memory(context);
    enum ent_status status =
        ent_compat_check(igraph_coreness(graph, &cores, IGRAPH_ALL), context->error);
    for (uint32_t i = 0; status == ENT_OK && i < context->vertices; i++)
        out[0][i] = (double)VECTOR(cores)[i];
    igraph_vector_int_destroy(&cores);
    return status;
}

static igraph_error_t call_constraint(const igraph_t *graph,
                                      const igraph_vector_t *weights,
                                      igraph_vector_t *result,
                                      const struct rank_context *context)
{
    (void)context;
    return igraph_constraint(graph, result, igraph_vss_all(), weights);
}

enum ent_status rank_constraint(struct rank_context *context, double *out[MOST_SLOTS])
{
    return call_igraph(context, context->magnitude, call_constraint, out[0]);
}
