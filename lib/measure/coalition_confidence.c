/* coalition_confidence.c: the sureness of camps as columns, and the null model of
 * balance. */
#include <entente/random.h>
#include <entente/uncertainty.h>

#include "measure/camps.h"
#include "measure/columns.h"

#include <math.h>
#include <stdlib.h>

enum ent_status ent_camp_confidence_annotate(struct ent_network *network,
                                             const struct ent_camp_confidence *confidence,
                                             struct ent_error *error)
{
    if (ent_column_fill(network, &network->vertices, "camp_stability",
                        confidence->stability) &&
        ent_column_fill_camps(network, "camp_consensus", confidence->consensus) &&
        ent_column_fill(network, &network->edges, "camp_together",
                        confidence->together) &&
        ent_graph_set_whole(network, "samples", confidence->samples) &&
        ent_graph_set_whole(network, "documents", confidence->documents) &&
        ent_graph_set_number(network, "stability", confidence->mean_stability) &&
        ent_graph_set_number(network, "balance_low", confidence->balance_low) &&
        ent_graph_set_number(network, "balance_high", confidence->balance_high))
        return ENT_OK;
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

/* The signs in another order over the same edges (Fisher & Yates). */
static void shuffle_signs(struct ent_signed_edge *edges, uint32_t count,
                          struct ent_random *random)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t other = (uint32_t)ent_random_below(random, i);
        if ((edges[i - 1].weight < 0) != (edges[other].weight < 0)) {
            edges[i - 1].weight *= -1;
            edges[other].weight *= -1;
        }
    }
}

static enum ent_status shuffled_cost(const struct ent_signed *graph, double effort,
                                     struct ent_random *random, uint64_t seed,
                                     double *cost)
{
    uint32_t count = graph->edge_count;
    struct ent_signed_edge *edges = malloc(((size_t)count + 1) * sizeof *edges);
    if (!edges)
        return ENT_EMEMORY;
    memcpy(edges, graph->edges, count * sizeof *edges);
    shuffle_signs(edges, count, random);
    struct ent_signed shuffled;
    struct ent_coalition result = {0};
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    options.camps = 2;
    options.time_limit = 0;
    options.effort = effort;
    options.seed = seed;
    enum ent_status status =
        ent_signed_adopt(&shuffled, graph->vertex_count, edges, count);
    if (status != ENT_OK)
        return status;
    status = ent_coalition_find(&shuffled, &options, &result, NULL);
    *cost = result.cost / graph->scale;
    ent_coalition_clear(&result);
    ent_signed_clear(&shuffled);
    return status;
}

enum ent_status ent_balance_null_run(const struct ent_signed *graph, double observed,
                                     uint32_t shuffles, uint64_t seed, double effort,
                                     struct ent_balance_null *null,
                                     struct ent_error *error)
{
    struct ent_random random;
    double sum = 0, squares = 0;
    uint32_t lower = 0;
    *null = (struct ent_balance_null){.shuffles = shuffles};
    ent_random_init(&random, seed);
    for (uint32_t i = 0; i < shuffles; i++) {
        double cost = 0;
        enum ent_status status = shuffled_cost(graph, effort, &random, seed, &cost);
        if (status != ENT_OK)
            return ent_fail(error, status, 0, "%s", ent_status_text(status));
        sum += cost;
        squares += cost * cost;
        lower += cost <= observed + 1e-9;
    }
    double count = shuffles;
    null->mean = shuffles ? sum / count : NAN;
    double variance = shuffles > 1 ? (squares - sum * sum / count) / (count - 1) : 0;
    null->deviation = variance > 0 ? sqrt(variance) : 0;
    null->z = null->deviation > 0 ? (observed - null->mean) / null->deviation : NAN;
    null->share = shuffles ? lower / count : NAN;
    return ENT_OK;
}

enum ent_status ent_balance_null_annotate(struct ent_network *network,
                                          const struct ent_balance_null *null,
                                          struct ent_error *error)
{
    if (ent_graph_set_whole(network, "shuffles", null->shuffles) &&
        ent_graph_set_number(network, "null_line_index", null->mean) &&
        ent_graph_set_number(network, "null_deviation", null->deviation) &&
        ent_graph_set_number(network, "null_z", null->z) &&
        ent_graph_set_number(network, "null_share", null->share))
        return ENT_OK;
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
