/* coalition_join.c: joining whole camps, by the same search on the network of camps. */
#include "measure/camps.h"

#include <stdlib.h>

/* Number the labels in use 0, 1, ... in order of first member. */
static uint32_t compact_labels(struct ent_camp_search *search, uint32_t *number,
                               uint32_t *label)
{
    uint32_t n = search->graph->vertex_count, count = 0;
    for (uint32_t v = 0; v < n; v++)
        number[v] = UINT32_MAX;
    for (uint32_t v = 0; v < n; v++) {
        uint32_t camp = search->camp[v];
        if (number[camp] == UINT32_MAX)
            number[camp] = count++;
        label[v] = number[camp];
    }
    return count;
}

struct bucket {
    uint32_t other, next;
    int64_t weight;
};

/* Edges between groups, summed per pair. Linear: edges are bucketed by their lesser group
 * and summed with a scratch row. */
static uint32_t sum_edges(const struct ent_signed *graph, const uint32_t *label,
                          uint32_t count, struct bucket *buckets, uint32_t *heads,
                          uint32_t *place, struct ent_signed_edge *edges)
{
    for (uint32_t c = 0; c < count; c++)
        heads[c] = place[c] = UINT32_MAX;
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        uint32_t a = label[graph->edges[e].u], b = label[graph->edges[e].v];
        uint32_t low = a < b ? a : b;
        buckets[e] = (struct bucket){a < b ? b : a, heads[low], graph->edges[e].weight};
        heads[low] = e;
    }
    uint32_t kept = 0;
    for (uint32_t c = 0; c < count; c++) {
        uint32_t first = kept;
        for (uint32_t i = heads[c]; i != UINT32_MAX; i = buckets[i].next) {
            uint32_t other = buckets[i].other;
            if (other == c)
                continue;
            if (place[other] == UINT32_MAX || place[other] < first) {
                place[other] = kept;
                edges[kept++] = (struct ent_signed_edge){c, other, 0};
            }
            edges[place[other]].weight += buckets[i].weight;
        }
        uint32_t last = first;
        for (uint32_t i = first; i < kept; i++) {
            place[edges[i].v] = UINT32_MAX;
            if (edges[i].weight)
                edges[last++] = edges[i];
        }
        kept = last;
    }
    return kept;
}

enum ent_status ent_signed_contract(struct ent_signed *small,
                                    const struct ent_signed *graph, const uint32_t *label,
                                    uint32_t count)
{
    enum ent_status status = ENT_EMEMORY;
    size_t m = graph->edge_count;
    struct bucket *buckets = malloc((m + 1) * sizeof *buckets);
    uint32_t *heads = malloc(2 * ((size_t)count + 1) * sizeof *heads);
    struct ent_signed_edge *edges = malloc((m + 1) * sizeof *edges);
    if (buckets && heads && edges) {
        uint32_t kept =
            sum_edges(graph, label, count, buckets, heads, heads + count + 1, edges);
        status = ent_signed_adopt(small, count, edges, kept);
        edges = NULL;
    }
    free(buckets);
    free(heads);
    free(edges);
    return status;
}

/* One level: the camps as vertices, each its own camp at first. `changed` tells whether
 * any were joined. */
static enum ent_status join_once(struct ent_camp_search *search, bool *changed)
{
    uint32_t n = search->graph->vertex_count;
    struct ent_signed small = {0};
    struct ent_camp_search above = {0};
    uint32_t *label = malloc(2 * ((size_t)n + 1) * sizeof *label);
    if (!label)
        return ENT_EMEMORY;
    uint32_t *number = label + n + 1;
    uint32_t count = compact_labels(search, number, label);
    *changed = false;
    enum ent_status status = ENT_OK;
    if (count < 2)
        goto done;
    status = ent_signed_contract(&small, search->graph, label, count);
    if (status != ENT_OK)
        goto done;
    status = ent_camp_search_init(&above, &small, 0, ent_random_next(&search->random));
    if (status != ENT_OK)
        goto done;
    for (uint32_t c = 0; c < count; c++)
        number[c] = c;
    ent_camp_search_set(&above, number);
    int64_t before = above.cost;
    ent_camp_search_queue_all(&above);
    ent_camp_search_descend(&above);
    if (above.cost < before && count < n)
        status = ent_camp_search_join(&above);
    search->work += above.work;
    if (above.cost < before) {
        *changed = true;
        for (uint32_t v = 0; v < n; v++)
            label[v] = above.camp[label[v]];
        ent_camp_search_set(search, label);
    }
done:
    ent_camp_search_clear(&above);
    ent_signed_clear(&small);
    free(label);
    return status;
}

enum ent_status ent_camp_search_join(struct ent_camp_search *search)
{
    enum ent_status status = ENT_OK;
    for (bool changed = true; changed && status == ENT_OK;) {
        status = join_once(search, &changed);
        if (changed) {
            ent_camp_search_queue_all(search);
            ent_camp_search_descend(search);
        }
    }
    return status;
}
