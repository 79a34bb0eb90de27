/* compat.h: the only place that knows which igraph it is compiled against.
 *
 * Wraps the calls whose arguments differ between igraph 0.10 and 1.0, turns networks into
 * igraph_t, and igraph's error codes into ours. igraph as Debian builds it is not
 * thread-safe: call these from one thread only. */
#ifndef ENTENTE_NETWORK_COMPAT_H
#define ENTENTE_NETWORK_COMPAT_H

#include <entente/network.h>
#include <igraph.h>

#if IGRAPH_VERSION_MAJOR >= 1
typedef igraph_int_t ent_ig_int;
#else
typedef igraph_integer_t ent_ig_int;
#endif

/* Make igraph return error codes instead of aborting, and keep its warnings quiet. Called
 * by ent_compat_graph; call it before any other igraph function. */
void ent_compat_begin(void);

/* `code` as ent_status; the message into `error`. ENT_OK for IGRAPH_SUCCESS. */
enum ent_status ent_compat_check(igraph_error_t code, struct ent_error *error);

/* The network as a graph: vertices and arcs have the same numbers. With `keep` (may be
 * NULL) only the arcs marked true, in order. The caller destroys `graph` after ENT_OK. */
enum ent_status ent_compat_graph(const struct ent_network *network, const bool *keep,
                                 igraph_t *graph, struct ent_error *error);

static inline igraph_error_t ent_ig_betweenness(const igraph_t *graph,
                                                const igraph_vector_t *weights,
                                                igraph_vector_t *result, bool directed)
{
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_betweenness(graph, weights, result, igraph_vss_all(), directed, false);
#else
    return igraph_betweenness(graph, result, igraph_vss_all(), directed, weights);
#endif
}

static inline igraph_error_t ent_ig_pagerank(const igraph_t *graph,
                                             const igraph_vector_t *weights,
                                             igraph_vector_t *result, bool directed,
                                             double damping)
{
    igraph_real_t value;
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_pagerank(graph, weights, result, &value, damping, directed,
                           igraph_vss_all(), IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
    return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, result, &value,
                           igraph_vss_all(), directed, damping, weights, NULL);
#endif
}

/* Largest component scaled to 1. */
static inline igraph_error_t ent_ig_eigenvector(const igraph_t *graph,
                                                const igraph_vector_t *weights,
                                                igraph_vector_t *result, bool directed)
{
    igraph_real_t value;
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_eigenvector_centrality(
        graph, result, &value, directed ? IGRAPH_OUT : IGRAPH_ALL, weights, &options);
#else
    return igraph_eigenvector_centrality(graph, result, &value, directed, true, weights,
                                         &options);
#endif
}

/* Largest component of each scaled to 1. */
static inline igraph_error_t ent_ig_hits(const igraph_t *graph,
                                         const igraph_vector_t *weights,
                                         igraph_vector_t *hub, igraph_vector_t *authority)
{
    igraph_real_t value;
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_hub_and_authority_scores(graph, hub, authority, &value, weights,
                                           &options);
#else
    return igraph_hub_and_authority_scores(graph, hub, authority, &value, true, weights,
                                           &options);
#endif
}

/* A vector over the caller's memory; must not be destroyed or resized. */
static inline const igraph_vector_t *ent_ig_view(igraph_vector_t *view,
                                                 const double *data, size_t count)
{
#if IGRAPH_VERSION_MAJOR >= 1
    *view = igraph_vector_view(data, (ent_ig_int)count);
    return view;
#else
    return igraph_vector_view(view, data, (ent_ig_int)count);
#endif
}

/* Communities by modularity; `resolution` is that of modularity divided by the total
 * strength, `strength` [vertices] the vertices'. */
static inline igraph_error_t ent_ig_leiden(const igraph_t *graph,
                                           const igraph_vector_t *weights,
                                           const igraph_vector_t *strength,
                                           double resolution, int iterations,
                                           igraph_vector_int_t *membership)
{
    ent_ig_int count;
    igraph_real_t quality;
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_community_leiden(graph, weights, strength, NULL, resolution, 0.01,
                                   false, iterations, membership, &count, &quality);
#else
    return igraph_community_leiden(graph, weights, strength, resolution, 0.01, false,
                                   iterations, membership, &count, &quality);
#endif
}

static inline igraph_error_t ent_ig_infomap(const igraph_t *graph,
                                            const igraph_vector_t *weights, int trials,
                                            igraph_vector_int_t *membership)
{
    igraph_real_t length;
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_community_infomap(graph, weights, NULL, trials, false, 0, membership,
                                    &length);
#else
    return igraph_community_infomap(graph, weights, NULL, trials, membership, &length);
#endif
}

#endif
