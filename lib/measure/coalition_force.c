/* coalition_force.c: the best partition under one condition. The condition is an edge
 * heavier than all others together, which every good partition agrees with and which the
 * reductions turn into one vertex fewer. */
#include "measure/margin.h"

#include <stdlib.h>

/* The block with the condition as an edge; its weight replaces that of an edge there. */
static enum ent_status add_condition(const struct ent_force *force,
                                     struct ent_signed *graph)
{
    const struct ent_signed *block = force->block;
    uint32_t count = block->edge_count, u = force->u, v = force->v;
    struct ent_signed_edge *edges = malloc(((size_t)count + 1) * sizeof *edges);
    if (!edges)
        return ENT_EMEMORY;
    int64_t total = 1;
    for (uint32_t e = 0; e < count; e++) {
        edges[e] = block->edges[e];
        total += edges[e].weight < 0 ? -edges[e].weight : edges[e].weight;
    }
    uint32_t place = ent_signed_find(block, u, v);
    if (place == UINT32_MAX)
        place = count++;
    edges[place] = (struct ent_signed_edge){u < v ? u : v, u < v ? v : u,
                                            force->together ? total : -total};
    return ent_signed_adopt(graph, block->vertex_count, edges, count);
}

/* Move v so that the condition is met; the rest is left to the search. */
static void meet_condition(const struct ent_force *force, uint32_t *camp)
{
    uint32_t n = force->block->vertex_count, u = force->u, v = force->v;
    if ((camp[u] == camp[v]) == force->together)
        return;
    if (force->solver->two) {
        camp[v] ^= 1;
        return;
    }
    if (force->together) {
        camp[v] = camp[u];
        return;
    }
    /* A camp of its own: a label that nobody has. */
    bool *used = calloc((size_t)n + 1, sizeof *used);
    if (!used)
        return;
    for (uint32_t i = 0; i < n; i++)
        used[camp[i]] = true;
    uint32_t label = 0;
    while (label < n && used[label])
        label++;
    if (label < n)
        camp[v] = label;
    free(used);
}

enum ent_status ent_force_solve(const struct ent_force *force, uint32_t *camp,
                                int64_t *cost, bool *proven)
{
    struct ent_signed graph = {0};
    enum ent_status status = add_condition(force, &graph);
    if (status != ENT_OK)
        return status;
    meet_condition(force, camp);
    double bound = 0;
    status = ent_part_solve(force->solver, &graph, camp, &bound);
    *cost = ent_signed_whole_cost(force->block, camp);
    int64_t under = ent_signed_whole_cost(&graph, camp);
    *proven = bound >= (double)under - 0.5;
    ent_signed_clear(&graph);
    return status;
}
