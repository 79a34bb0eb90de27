/* coalition_graph.c: the compact signed network that the coalition search works on. */
#include "measure/camps.h"

#include <math.h>
#include <stdlib.h>

/* Sums of |weight| stay below this, so that halving by reductions and doubles stay exact.
 */
static const double STRONGEST = 1e100, WEAKEST = 1e-100;
static const double LARGEST_TOTAL = 4503599627370496.0; /* 2^52 */

void ent_signed_clear(struct ent_signed *graph)
{
    free(graph->edges);
    free(graph->start);
    free(graph->links);
    *graph = (struct ent_signed){0};
}

static int compare_edges(const void *left, const void *right)
{
    const struct ent_signed_edge *a = left, *b = right;
    if (a->u != b->u)
        return a->u < b->u ? -1 : 1;
    return a->v < b->v ? -1 : a->v > b->v;
}

/* Fill start and links; edges are sorted, which leaves every vertex's links sorted too:
 * first the smaller neighbours (as v of earlier edges), then the larger. */
static enum ent_status link_edges(struct ent_signed *graph)
{
    size_t n = graph->vertex_count, m = graph->edge_count;
    graph->start = calloc(n + 2, sizeof *graph->start);
    graph->links = malloc((2 * m + 1) * sizeof *graph->links);
    if (!graph->start || !graph->links)
        return ENT_EMEMORY;
    uint32_t *next = graph->start + 1; /* shifted by one while filling */
    for (size_t e = 0; e < m; e++) {
        if (graph->edges[e].u + 1 < n)
            next[graph->edges[e].u + 1]++;
        if (graph->edges[e].v + 1 < n)
            next[graph->edges[e].v + 1]++;
    }
    for (size_t i = 1; i < n; i++)
        next[i] += next[i - 1];
    for (int pass = 0; pass < 2; pass++)
        for (size_t e = 0; e < m; e++) {
            const struct ent_signed_edge *edge = &graph->edges[e];
            uint32_t from = pass ? edge->u : edge->v, to = pass ? edge->v : edge->u;
            graph->links[next[from]++] =
                (struct ent_signed_link){to, (uint32_t)e, edge->weight};
        }
    return ENT_OK;
}

enum ent_status ent_signed_adopt(struct ent_signed *graph, uint32_t vertex_count,
                                 struct ent_signed_edge *edges, uint32_t edge_count)
{
    *graph = (struct ent_signed){.vertex_count = vertex_count,
                                 .edge_count = edge_count,
                                 .edges = edges,
                                 .scale = 1};
    bool sorted = true;
    for (uint32_t e = 1; e < edge_count && sorted; e++)
        sorted = compare_edges(&edges[e - 1], &edges[e]) < 0;
    if (!sorted)
        qsort(edges, edge_count, sizeof *edges, compare_edges);
    enum ent_status status = link_edges(graph);
    if (status != ENT_OK)
        ent_signed_clear(graph);
    return status;
}

struct pair {
    uint32_t u, v;
    double strength;
    size_t order; /* of arrival: sums do not depend on the sorting algorithm */
};

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    if (a->u != b->u)
        return a->u < b->u ? -1 : 1;
    if (a->v != b->v)
        return a->v < b->v ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static size_t merge_pairs(struct pair *pairs, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && pairs[kept - 1].u == pairs[i].u && pairs[kept - 1].v == pairs[i].v)
            pairs[kept - 1].strength += pairs[i].strength;
        else
            pairs[kept++] = pairs[i];
    }
    return kept;
}

/* The smallest power of ten that makes all strengths whole, or 0. */
static double whole_scale(const struct pair *pairs, size_t count, double total)
{
    for (double scale = 1; scale <= 1e6; scale *= 10) {
        if (total * scale > LARGEST_TOTAL)
            return 0;
        bool whole = true;
        for (size_t i = 0; i < count && whole; i++) {
            double value = pairs[i].strength * scale;
            whole = fabs(value - nearbyint(value)) <= 1e-7;
        }
        if (whole)
            return scale;
    }
    return 0;
}

static double find_scale(const struct pair *pairs, size_t count)
{
    double total = 0, largest = 0;
    for (size_t i = 0; i < count; i++) {
        total += fabs(pairs[i].strength);
        largest = fmax(largest, fabs(pairs[i].strength));
    }
    double scale = whole_scale(pairs, count, total);
    if (scale > 0)
        return scale;
    scale = 1e6 / largest;
    return total * scale > LARGEST_TOTAL ? LARGEST_TOTAL / total : scale;
}

/* A tie too weak for the scale keeps the least weight, unless the sum cancelled out. */
static int64_t scaled(double strength, double scale)
{
    double value = nearbyint(strength * scale);
    if (value == 0 && fabs(strength) * scale > 1e-7)
        value = strength > 0 ? 1 : -1;
    return (int64_t)value;
}

static enum ent_status adopt_pairs(struct ent_signed *graph, uint32_t vertex_count,
                                   const struct pair *pairs, size_t count)
{
    struct ent_signed_edge *edges = malloc((count + 1) * sizeof *edges);
    if (!edges)
        return ENT_EMEMORY;
    double scale = count ? find_scale(pairs, count) : 1;
    uint32_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t weight = scaled(pairs[i].strength, scale);
        if (weight)
            edges[kept++] = (struct ent_signed_edge){pairs[i].u, pairs[i].v, weight};
    }
    enum ent_status status = ent_signed_adopt(graph, vertex_count, edges, kept);
    graph->scale = scale;
    return status;
}

enum ent_status ent_signed_init(struct ent_signed *graph, uint32_t vertex_count,
                                const struct ent_tie *ties, size_t tie_count,
                                struct ent_error *error)
{
    *graph = (struct ent_signed){0};
    if (tie_count > UINT32_MAX / 4 || vertex_count > UINT32_MAX / 4)
        return ent_fail(error, ENT_ELIMIT, 0, "network too large for the camp search");
    struct pair *pairs = malloc((tie_count + 1) * sizeof *pairs);
    if (!pairs)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = ENT_OK;
    size_t count = 0;
    for (size_t i = 0; i < tie_count; i++) {
        uint32_t u = ties[i].u, v = ties[i].v;
        if (u >= vertex_count || v >= vertex_count || !isfinite(ties[i].strength)) {
            status = ent_fail(error, ENT_EARG, 0, "tie %zu is not usable", i);
            goto done;
        }
        double strength = fmin(fmax(ties[i].strength, -STRONGEST), STRONGEST);
        if (u != v && fabs(strength) > WEAKEST)
            pairs[count++] = (struct pair){u < v ? u : v, u < v ? v : u, strength, i};
    }
    qsort(pairs, count, sizeof *pairs, compare_pairs);
    count = merge_pairs(pairs, count);
    status = adopt_pairs(graph, vertex_count, pairs, count);
    if (status != ENT_OK)
        ent_fail(error, status, 0, "out of memory");
done:
    free(pairs);
    return status;
}

int64_t ent_signed_whole_cost(const struct ent_signed *graph, const uint32_t *camp)
{
    int64_t cost = 0;
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        bool together = camp[edge->u] == camp[edge->v];
        if (together != (edge->weight > 0))
            cost += edge->weight > 0 ? edge->weight : -edge->weight;
    }
    return cost;
}

double ent_signed_cost(const struct ent_signed *graph, const uint32_t *camp)
{
    return (double)ent_signed_whole_cost(graph, camp) / graph->scale;
}

uint32_t ent_signed_find(const struct ent_signed *graph, uint32_t u, uint32_t v)
{
    if (graph->start[u + 1] - graph->start[u] > graph->start[v + 1] - graph->start[v]) {
        uint32_t swap = u;
        u = v;
        v = swap;
    }
    uint32_t low = graph->start[u], high = graph->start[u + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (graph->links[middle].to < v)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < graph->start[u + 1] && graph->links[low].to == v)
        return graph->links[low].edge;
    return UINT32_MAX;
}
