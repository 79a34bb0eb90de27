/* coalition_margin_block.c: margins within one block. Every partition found for one actor
 * also shows what others could cost at most; who can be moved for nothing needs no
 * search. */
#include "measure/margin.h"

#include <stdlib.h>

/* What a search costs besides the linear programme, per vertex and link. */
static const double SEARCH_WORK = 3;
static const uint32_t MOST_EDGES = 50000;

struct view {
    struct ent_margin_task *task;
    const struct ent_part *part;
    uint32_t size;
    uint32_t *base, *trial; /* [size] partitions of the block */
    int64_t *least;         /* [size] least cost seen with the actor moved */
    int64_t cost;           /* of base */
};

static void view_clear(struct view *view)
{
    free(view->base);
    free(view->trial);
    free(view->least);
}

static enum ent_status view_init(struct view *view, struct ent_margin_task *task,
                                 uint32_t b)
{
    const struct ent_part *part = &task->parts[b];
    size_t size = part->graph.vertex_count;
    *view = (struct view){.task = task, .part = part, .size = (uint32_t)size};
    view->base = malloc(size * sizeof *view->base);
    view->trial = malloc(size * sizeof *view->trial);
    view->least = malloc(size * sizeof *view->least);
    enum ent_status status = ENT_EMEMORY;
    if (!view->base || !view->trial || !view->least)
        goto done;
    for (size_t i = 0; i < size; i++) {
        view->base[i] = task->camp[part->vertices[i]] - 1;
        view->least[i] = INT64_MAX;
    }
    /* Labels are below the number of vertices, as there are no more camps than those. */
    if (!task->solver.two)
        ent_glue_normalise(view->base, view->size, task->scratch);
    view->cost = ent_signed_whole_cost(&part->graph, view->base);
    status = ENT_OK;
done:
    if (status != ENT_OK)
        view_clear(view);
    return status;
}

/* No more searches: the limit is reached, or the block is too large to prove anything. */
static bool is_over(const struct ent_margin_task *task, const struct ent_signed *block)
{
    return block->edge_count > MOST_EDGES || ent_glpk_spent(task->solver.glpk) ||
           ent_deadline_passed(task->solver.deadline);
}

/* Cost of the best partition with the two together or apart; at least that of base. */
static enum ent_status force_pair(struct view *view, uint32_t a, uint32_t b,
                                  bool together, int64_t *cost)
{
    struct ent_force force = {&view->task->solver, &view->part->graph, a, b, together};
    memcpy(view->trial, view->base, view->size * sizeof *view->trial);
    bool proven = false;
    view->task->solver.glpk->work +=
        SEARCH_WORK * (view->size + 2.0 * view->part->graph.edge_count);
    enum ent_status status = ent_force_solve(&force, view->trial, cost, &proven);
    if (*cost < view->cost)
        *cost = view->cost;
    view->task->exact &= proven;
    return status;
}

/* What the trial shows about others: whose relation to `entry` it changes. */
static void learn(struct view *view, uint32_t entry, int64_t cost)
{
    for (uint32_t i = 0; i < view->size; i++) {
        bool before = view->base[i] == view->base[entry];
        bool after = view->trial[i] == view->trial[entry];
        if (before != after && cost < view->least[i])
            view->least[i] = cost;
    }
}

/* In a block of one edge no search is needed. */
static int64_t lone_edge(const struct view *view)
{
    int64_t weight = view->part->graph.edges[0].weight;
    return weight < 0 ? -weight : weight;
}

static enum ent_status place_member(struct view *view, uint32_t entry, uint32_t i)
{
    if (view->part->graph.edge_count == 1) {
        view->least[i] = view->cost + lone_edge(view);
        return ENT_OK;
    }
    int64_t alone = view->cost + view->task->local[view->part->vertices[i]];
    if (alone < view->least[i])
        view->least[i] = alone;
    if (view->least[i] <= view->cost)
        return ENT_OK;
    if (is_over(view->task, &view->part->graph)) {
        view->task->exact = false;
        return ENT_OK;
    }
    int64_t cost = 0;
    bool together = view->base[i] == view->base[entry];
    enum ent_status status = force_pair(view, entry, i, !together, &cost);
    if (status == ENT_OK)
        learn(view, entry, cost);
    if (view->least[i] > cost)
        view->least[i] = cost;
    return status;
}

enum ent_status ent_margin_block(struct ent_margin_task *task, uint32_t b, uint32_t entry,
                                 uint32_t *queued)
{
    const struct ent_part *part = &task->parts[b];
    uint32_t place = 0, members = 0;
    if (is_over(task, &part->graph)) {
        task->exact = false;
        return ENT_OK;
    }
    task->solver.glpk->work += part->graph.vertex_count;
    for (uint32_t i = 0; i < part->graph.vertex_count; i++) {
        if (part->vertices[i] == entry)
            place = i;
        members += task->solver.two || task->camp[part->vertices[i]] == task->camp[entry];
    }
    if (members < 2)
        return ENT_OK;
    struct view view;
    enum ent_status status = view_init(&view, task, b);
    if (status != ENT_OK)
        return status;
    for (uint32_t i = 0; i < view.size && status == ENT_OK; i++) {
        uint32_t v = part->vertices[i];
        if (i == place || (!task->solver.two && task->camp[v] != task->camp[entry]))
            continue;
        status = place_member(&view, place, i);
        int64_t own = view.least[i] - view.cost, before = task->margin[entry];
        task->margin[v] = own < before ? own : before;
        task->queue[(*queued)++] = v;
    }
    view_clear(&view);
    return status;
}

enum ent_status ent_margin_alone(struct ent_margin_task *task, uint32_t vertex)
{
    const struct ent_signed *graph = task->graph;
    enum ent_status status = ENT_OK;
    int64_t least = task->local[vertex];
    for (uint32_t l = graph->start[vertex]; l < graph->start[vertex + 1]; l++) {
        const struct ent_signed_link *link = &graph->links[l];
        if (link->weight < 0 || least == 0)
            continue;
        if (is_over(task, &task->parts[task->blocks.block[link->edge]].graph)) {
            task->exact = false;
            continue;
        }
        struct view view;
        status = view_init(&view, task, task->blocks.block[link->edge]);
        if (status != ENT_OK)
            return status;
        uint32_t a = 0, b = 0;
        for (uint32_t i = 0; i < view.size; i++) {
            a = view.part->vertices[i] == vertex ? i : a;
            b = view.part->vertices[i] == link->to ? i : b;
        }
        int64_t cost = 0;
        status = force_pair(&view, a, b, true, &cost);
        if (cost - view.cost < least)
            least = cost - view.cost;
        view_clear(&view);
        if (status != ENT_OK)
            return status;
    }
    task->margin[vertex] = least;
    return status;
}
