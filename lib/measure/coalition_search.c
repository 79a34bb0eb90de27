/* coalition_search.c: local search over partitions into camps.
 *
 * One engine for every number of camps. A queue holds the vertices whose surroundings
 * changed; reviewing one sums the ties to each camp near it and moves it to the camp (or
 * to a camp of its own) that lowers the cost most. All moves are journalled, so that a
 * trial can be undone in the time it took. */
#include "measure/camps.h"

#include <stdlib.h>

enum ent_status ent_camp_search_init(struct ent_camp_search *search,
                                     const struct ent_signed *graph, uint32_t limit,
                                     uint64_t seed)
{
    size_t n = graph->vertex_count, widest = 0;
    for (size_t v = 0; v < n; v++)
        if (graph->start[v + 1] - graph->start[v] > widest)
            widest = graph->start[v + 1] - graph->start[v];
    *search = (struct ent_camp_search){.graph = graph, .limit = limit};
    ent_random_init(&search->random, seed);
    size_t labels = n + limit + 1;
    search->camp = calloc(n + 1, sizeof *search->camp);
    search->size = calloc(labels, sizeof *search->size);
    search->empty = calloc(labels, sizeof *search->empty);
    search->pull = calloc(labels, sizeof *search->pull);
    search->near = calloc(ENT_CAMP_PULLED * widest + 1, sizeof *search->near);
    search->queue = calloc(n + 1, sizeof *search->queue);
    search->queued = calloc(n + 1, sizeof *search->queued);
    search->ball = calloc(n + 1, sizeof *search->ball);
    search->in_ball = calloc(n + 1, sizeof *search->in_ball);
    search->where = calloc(labels, sizeof *search->where);
    search->moved_capacity = (uint32_t)n + 1024;
    search->moved = malloc(2 * search->moved_capacity * sizeof *search->moved);
    if (search->camp && search->size && search->empty && search->pull && search->near &&
        search->queue && search->queued && search->ball && search->in_ball &&
        search->where && search->moved)
        return ENT_OK;
    ent_camp_search_clear(search);
    return ENT_EMEMORY;
}

void ent_camp_search_clear(struct ent_camp_search *search)
{
    free(search->camp);
    free(search->size);
    free(search->empty);
    free(search->pull);
    free(search->near);
    free(search->queue);
    free(search->queued);
    free(search->ball);
    free(search->in_ball);
    free(search->where);
    free(search->moved);
    *search = (struct ent_camp_search){0};
}

static void add_empty(struct ent_camp_search *search, uint32_t label)
{
    search->where[label] = search->empty_count;
    search->empty[search->empty_count++] = label;
}

static void drop_empty(struct ent_camp_search *search, uint32_t label)
{
    uint32_t last = search->empty[--search->empty_count];
    search->empty[search->where[label]] = last;
    search->where[last] = search->where[label];
}

void ent_camp_search_set(struct ent_camp_search *search, const uint32_t *camp)
{
    uint32_t n = search->graph->vertex_count, labels = search->limit ? search->limit : n;
    memset(search->size, 0, labels * sizeof *search->size);
    memcpy(search->camp, camp, n * sizeof *camp);
    for (uint32_t v = 0; v < n; v++)
        search->size[camp[v]]++;
    search->used = search->empty_count = 0;
    for (uint32_t c = labels; c-- > 0;) {
        if (search->size[c])
            search->used++;
        else
            add_empty(search, c);
    }
    search->cost = ent_signed_whole_cost(search->graph, camp);
    search->moved_count = 0;
}

static void enqueue(struct ent_camp_search *search, uint32_t vertex)
{
    if (search->queued[vertex])
        return;
    search->queued[vertex] = true;
    uint32_t n = search->graph->vertex_count;
    uint64_t place = (uint64_t)search->head + search->waiting++;
    search->queue[place < n ? place : place - n] = vertex;
}

static uint32_t dequeue(struct ent_camp_search *search)
{
    uint32_t vertex = search->queue[search->head++];
    if (search->head == search->graph->vertex_count)
        search->head = 0;
    search->waiting--;
    search->queued[vertex] = false;
    return vertex;
}

void ent_camp_search_enqueue(struct ent_camp_search *search, uint32_t vertex)
{
    enqueue(search, vertex);
}

/* All vertices in random order. */
void ent_camp_search_queue_all(struct ent_camp_search *search)
{
    uint32_t n = search->graph->vertex_count;
    search->head = 0;
    search->waiting = n;
    for (uint32_t v = 0; v < n; v++) {
        search->queue[v] = v;
        search->queued[v] = true;
    }
    for (uint32_t v = n; v > 1; v--) {
        uint32_t other = (uint32_t)ent_random_below(&search->random, v);
        uint32_t swap = search->queue[v - 1];
        search->queue[v - 1] = search->queue[other];
        search->queue[other] = swap;
    }
}

static void relabel(struct ent_camp_search *search, uint32_t vertex, uint32_t camp)
{
    uint32_t old = search->camp[vertex];
    if (--search->size[old] == 0) {
        search->used--;
        add_empty(search, old);
    }
    if (search->size[camp]++ == 0) {
        search->used++;
        drop_empty(search, camp);
    }
    search->camp[vertex] = camp;
}

/* The move, whatever it costs; its neighbours are queued. */
void ent_camp_search_move(struct ent_camp_search *search, uint32_t vertex, uint32_t camp)
{
    const struct ent_signed *graph = search->graph;
    uint32_t old = search->camp[vertex];
    if (old == camp)
        return;
    int64_t change = 0;
    for (uint32_t l = graph->start[vertex]; l < graph->start[vertex + 1]; l++) {
        const struct ent_signed_link *link = &graph->links[l];
        uint32_t there = search->camp[link->to];
        if (there == old)
            change += link->weight;
        else if (there == camp)
            change -= link->weight;
        enqueue(search, link->to);
    }
    search->work += graph->start[vertex + 1] - graph->start[vertex];
    if (search->trial) {
        search->moved[2 * search->moved_count] = vertex;
        search->moved[2 * search->moved_count++ + 1] = old;
    }
    relabel(search, vertex, camp);
    search->cost += change;
}

void ent_camp_search_undo(struct ent_camp_search *search, int64_t cost)
{
    while (search->moved_count > 0) {
        search->moved_count--;
        uint32_t vertex = search->moved[2 * search->moved_count];
        relabel(search, vertex, search->moved[2 * search->moved_count + 1]);
    }
    search->cost = cost;
}

/* An unused label, or UINT32_MAX if the limit forbids a further camp. */
uint32_t ent_camp_search_unused(const struct ent_camp_search *search)
{
    return search->empty_count ? search->empty[search->empty_count - 1] : UINT32_MAX;
}

/* The camp whose ties pull hardest; the own camp unless another is strictly better. */
static uint32_t best_camp(struct ent_camp_search *search, uint32_t vertex,
                          uint32_t near_count)
{
    uint32_t own = search->camp[vertex], best = own;
    int64_t most = search->pull[own];
    for (uint32_t i = 0; i < near_count; i++)
        if (search->pull[search->near[i]] > most) {
            best = search->near[i];
            most = search->pull[best];
        }
    if (most >= 0)
        return best;
    /* Every near camp repels: a far one or a new one would be neutral. */
    for (uint32_t c = 0; c < search->limit; c++)
        if (search->pull[c] > most) {
            best = c;
            most = search->pull[c];
        }
    if (most < 0 && !search->limit && search->size[own] > 1)
        best = ent_camp_search_unused(search);
    return best == UINT32_MAX ? own : best;
}

static void review(struct ent_camp_search *search, uint32_t vertex)
{
    const struct ent_signed *graph = search->graph;
    uint32_t near_count = 0;
    for (uint32_t l = graph->start[vertex]; l < graph->start[vertex + 1]; l++) {
        uint32_t camp = search->camp[graph->links[l].to];
        if (search->pull[camp] == 0) /* a camp may be noted twice: harmless */
            search->near[near_count++] = camp;
        search->pull[camp] += graph->links[l].weight;
    }
    search->work += graph->start[vertex + 1] - graph->start[vertex];
    uint32_t best = best_camp(search, vertex, near_count);
    for (uint32_t i = 0; i < near_count; i++)
        search->pull[search->near[i]] = 0;
    if (best != search->camp[vertex])
        ent_camp_search_move(search, vertex, best);
}

/* A trial that fills its journal is cut short: its gain, if any, holds all the same. */
void ent_camp_search_descend(struct ent_camp_search *search)
{
    while (search->waiting) {
        uint32_t vertex = dequeue(search);
        if (!search->trial || search->moved_count < search->moved_capacity)
            review(search, vertex);
    }
}
