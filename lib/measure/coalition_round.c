/* coalition_round.c: from a fractional solution to partitions. */
#include "measure/branch.h"

#include <math.h>

static uint32_t find_root(uint32_t *group, uint32_t vertex)
{
    while (group[vertex] != vertex)
        vertex = group[vertex] = group[group[vertex]];
    return vertex;
}

/* Edges by falling trust in 64 steps, which is all the precision that is useful. */
static void sort_edges(struct ent_branching *branching, double (*trust)(double))
{
    const double *value = ent_cut_lp_values(branching->lp);
    uint32_t count[66] = {0}, m = branching->graph->edge_count;
    for (uint32_t e = 0; e < m; e++)
        count[64 - (int)(64 * trust(value[e])) + 1]++;
    for (int i = 1; i < 66; i++)
        count[i] += count[i - 1];
    for (uint32_t e = 0; e < m; e++)
        branching->order[count[64 - (int)(64 * trust(value[e]))]++] = e;
}

static double distance_from_half(double value)
{
    return fmin(1, fmax(0, fabs(2 * value - 1)));
}

static double nearness_to_zero(double value)
{
    return fmin(1, fmax(0, 1 - value));
}

/* A spanning forest of the edges nearest to 0 or 1; sides follow from what they say. */
static void round_two(struct ent_branching *branching, uint32_t *camp)
{
    const struct ent_signed *graph = branching->graph;
    const double *value = ent_cut_lp_values(branching->lp);
    uint32_t n = graph->vertex_count, *group = branching->group, *size = group + n;
    bool *parity = branching->search.in_ball; /* relative to the union-find parent */
    sort_edges(branching, distance_from_half);
    for (uint32_t v = 0; v < n; v++) {
        group[v] = v;
        size[v] = 1;
    }
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        const struct ent_signed_edge *edge = &graph->edges[branching->order[i]];
        uint32_t a = edge->u, b = edge->v;
        bool apart = (edge->weight < 0) != (value[branching->order[i]] > 0.5);
        for (; group[a] != a; a = group[a])
            apart ^= parity[a];
        for (; group[b] != b; b = group[b])
            apart ^= parity[b];
        if (a == b)
            continue;
        bool heavy = size[a] > size[b]; /* the lesser tree hangs on the greater */
        uint32_t child = heavy ? b : a, parent = heavy ? a : b;
        group[child] = parent;
        parity[child] = apart;
        size[parent] += size[child];
    }
    for (uint32_t v = 0; v < n; v++) {
        bool side = false;
        for (uint32_t a = v; group[a] != a; a = group[a])
            side ^= parity[a];
        camp[v] = side;
    }
    memset(parity, 0, n);
}

/* Positive edges near 0 join their ends, unless that would break a negative edge that the
 * solution keeps; the threshold changes from round to round. */
static void round_any(struct ent_branching *branching, uint32_t *camp)
{
    const struct ent_signed *graph = branching->graph;
    const double *value = ent_cut_lp_values(branching->lp);
    static const double thresholds[3] = {0.2, 0.45, 0.6};
    double threshold = thresholds[branching->rounds % 3];
    uint32_t n = graph->vertex_count, *group = branching->group;
    sort_edges(branching, nearness_to_zero);
    for (uint32_t v = 0; v < n; v++)
        group[v] = v;
    for (uint32_t i = 0; i < graph->edge_count; i++) {
        uint32_t e = branching->order[i];
        if (graph->edges[e].weight < 0 || value[e] > threshold)
            continue;
        uint32_t a = find_root(group, graph->edges[e].u);
        uint32_t b = find_root(group, graph->edges[e].v);
        group[a] = b;
    }
    for (uint32_t v = 0; v < n; v++)
        camp[v] = find_root(group, v);
}

void ent_branch_round(struct ent_branching *branching)
{
    struct ent_camp_search *search = &branching->search;
    uint32_t *camp = branching->cycles.walk; /* free between separations */
    if (branching->two)
        round_two(branching, camp);
    else
        round_any(branching, camp);
    ent_camp_search_set(search, camp);
    ent_camp_search_queue_all(search);
    ent_camp_search_descend(search);
    uint64_t work = 10 * (uint64_t)branching->graph->edge_count + 1000;
    ent_camp_search_iterate(search, work, 0, branching->deadline);
    if (search->cost >= branching->cost)
        return;
    branching->cost = search->cost;
    memcpy(branching->camp, search->camp,
           branching->graph->vertex_count * sizeof *search->camp);
}
