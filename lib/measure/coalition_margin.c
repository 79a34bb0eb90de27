/* coalition_margin.c: how firmly the data place each actor.
 *
 * Whether two actors of a camp stand together is decided block by block along the path of
 * blocks between them: the cheapest way to part them is to part the two ends of the
 * path's cheapest stretch within one block. So each actor needs one search, in the block
 * through which it hangs on the reference, and takes the least along its path. */
#include "measure/margin.h"

#include <stdlib.h>

static const uint32_t MOST_EDGES = 200000;
static const double EFFORT = 0.05; /* of the heuristic in each of the many searches */

static void task_clear(struct ent_margin_task *task)
{
    ent_parts_free(task->parts, task->blocks.count);
    ent_blocks_clear(&task->blocks);
    free(task->home_start);
    free(task->homes);
    free(task->margin);
    free(task->local);
    free(task->weight);
    free(task->inside);
    free(task->scratch);
    free(task->queue);
    free(task->seen);
}

/* Lists of the blocks that every vertex is in. */
static enum ent_status find_homes(struct ent_margin_task *task)
{
    size_t n = task->graph->vertex_count, total = 0;
    task->home_start = calloc(n + 2, sizeof *task->home_start);
    if (!task->home_start)
        return ENT_EMEMORY;
    for (uint32_t b = 0; b < task->blocks.count; b++)
        for (uint32_t i = 0; i < task->parts[b].graph.vertex_count; i++, total++)
            task->home_start[task->parts[b].vertices[i]]++;
    for (size_t v = 0; v < n; v++)
        task->home_start[v + 1] += task->home_start[v];
    task->homes = malloc((total + 1) * sizeof *task->homes);
    if (!task->homes)
        return ENT_EMEMORY;
    for (uint32_t b = task->blocks.count; b-- > 0;)
        for (uint32_t i = 0; i < task->parts[b].graph.vertex_count; i++)
            task->homes[--task->home_start[task->parts[b].vertices[i]]] = b;
    return ENT_OK;
}

static int64_t tie_weight(const struct ent_signed *graph, uint32_t v)
{
    int64_t sum = 0;
    for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++)
        sum +=
            graph->links[l].weight < 0 ? -graph->links[l].weight : graph->links[l].weight;
    return sum;
}

static enum ent_status task_init(struct ent_margin_task *task)
{
    size_t n = task->graph->vertex_count;
    enum ent_status status = ent_blocks_find(&task->blocks, task->graph);
    if (status == ENT_OK)
        status = ent_blocks_cut(&task->blocks, task->graph, &task->parts);
    if (status == ENT_OK)
        status = find_homes(task);
    if (status != ENT_OK)
        return status;
    task->margin = malloc((n + 1) * sizeof *task->margin);
    task->queue = malloc((n + 1) * sizeof *task->queue);
    task->seen = calloc((size_t)task->blocks.count + 1, sizeof *task->seen);
    task->weight = malloc((n + 1) * sizeof *task->weight);
    task->inside = calloc(n + 1, sizeof *task->inside);
    task->scratch = malloc((n + 1) * sizeof *task->scratch);
    if (!task->margin || !task->queue || !task->seen || !task->weight || !task->inside ||
        !task->scratch)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++) {
        task->margin[v] = INT64_MAX;
        task->weight[v] = tie_weight(task->graph, v);
    }
    return ENT_OK;
}

/* Margins of all that hang on the reference; its own is that of the next strongest. */
static enum ent_status place_group(struct ent_margin_task *task, uint32_t reference)
{
    uint32_t head = 0, tail = 0, second = UINT32_MAX;
    int64_t most = -1;
    enum ent_status status = ENT_OK;
    task->group++;
    task->queue[tail++] = reference;
    for (; head < tail && status == ENT_OK; head++) {
        uint32_t v = task->queue[head];
        int64_t weight = task->weight[v];
        if (v != reference &&
            (weight > most || (weight == most && second != UINT32_MAX && v < second))) {
            most = weight;
            second = v;
        }
        for (uint32_t h = task->home_start[v]; h < task->home_start[v + 1]; h++) {
            uint32_t b = task->homes[h];
            if (task->seen[b] == task->group || status != ENT_OK)
                continue;
            task->seen[b] = task->group;
            status = ent_margin_block(task, b, v, &tail);
        }
    }
    task->margin[reference] = second == UINT32_MAX ? INT64_MAX : task->margin[second];
    return status;
}

/* The largest component's strongest vertex, or UINT32_MAX if there are no ties. */
static uint32_t find_reference(struct ent_margin_task *task)
{
    const struct ent_signed *graph = task->graph;
    uint32_t n = graph->vertex_count, best = UINT32_MAX, best_size = 1;
    bool *met = calloc((size_t)n + 1, sizeof *met);
    if (!met)
        return UINT32_MAX;
    for (uint32_t root = 0; root < n; root++) {
        uint32_t head = 0, tail = 0, strongest = root;
        if (met[root])
            continue;
        met[root] = true;
        for (task->queue[tail++] = root; head < tail; head++) {
            uint32_t v = task->queue[head];
            int64_t most = task->weight[strongest], weight = task->weight[v];
            if (weight > most || (weight == most && v < strongest))
                strongest = v;
            for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++) {
                uint32_t to = graph->links[l].to;
                if (!met[to])
                    task->queue[tail++] = to;
                met[to] = true;
            }
        }
        if (tail <= best_size)
            continue;
        best = strongest;
        best_size = tail;
        memset(task->inside, 0, n);
        for (uint32_t i = 0; i < tail; i++)
            task->inside[task->queue[i]] = true;
    }
    free(met);
    return best;
}

static enum ent_status place_camps(struct ent_margin_task *task, uint32_t camp_count)
{
    uint32_t n = task->graph->vertex_count;
    uint32_t *strongest = malloc(2 * ((size_t)camp_count + 1) * sizeof *strongest);
    if (!strongest)
        return ENT_EMEMORY;
    uint32_t *size = strongest + camp_count + 1;
    for (uint32_t c = 0; c <= camp_count; c++) {
        strongest[c] = UINT32_MAX;
        size[c] = 0;
    }
    for (uint32_t v = 0; v < n; v++) {
        uint32_t *best = &strongest[task->camp[v]];
        size[task->camp[v]]++;
        if (*best == UINT32_MAX || task->weight[v] > task->weight[*best])
            *best = v;
    }
    enum ent_status status = ENT_OK;
    for (uint32_t c = 1; c <= camp_count && status == ENT_OK; c++)
        status = size[c] == 1 ? ent_margin_alone(task, strongest[c])
                              : place_group(task, strongest[c]);
    free(strongest);
    return status;
}

/* What moving the vertex alone would cost: no search. `pull` [camps + 1] is zero in and
 * out. */
static int64_t local_margin(const struct ent_signed *graph, const uint32_t *camp,
                            bool two, uint32_t v, int64_t *pull)
{
    uint32_t begin = graph->start[v], end = graph->start[v + 1];
    bool alone = true;
    int64_t other = INT64_MIN;
    for (uint32_t l = begin; l < end; l++)
        pull[camp[graph->links[l].to]] += graph->links[l].weight;
    for (uint32_t l = begin; l < end; l++) {
        uint32_t there = camp[graph->links[l].to];
        alone &= there != camp[v];
        bool open = two || graph->links[l].weight > 0; /* no friend, no camp to join */
        if (there != camp[v] && open && pull[there] > other)
            other = pull[there];
    }
    int64_t own = pull[camp[v]];
    for (uint32_t l = begin; l < end; l++)
        pull[camp[graph->links[l].to]] = 0;
    if (two)
        other = other == INT64_MIN ? 0 : other;
    else if (!alone)
        other = other > 0 ? other : 0;
    else if (other == INT64_MIN)
        return 0;
    return own > other ? own - other : 0;
}

static enum ent_status place_locally(struct ent_margin_task *task)
{
    uint32_t n = task->graph->vertex_count;
    int64_t *pull = calloc((size_t)n + 2, sizeof *pull);
    task->local = malloc(((size_t)n + 1) * sizeof *task->local);
    if (pull && task->local)
        for (uint32_t v = 0; v < n; v++)
            task->local[v] =
                local_margin(task->graph, task->camp, task->solver.two, v, pull);
    enum ent_status status = pull && task->local ? ENT_OK : ENT_EMEMORY;
    free(pull);
    return status;
}

static enum ent_status place_exactly(struct ent_margin_task *task, uint32_t camp_count)
{
    enum ent_status status = task_init(task);
    if (status != ENT_OK)
        return status;
    if (!task->solver.two)
        return place_camps(task, camp_count);
    uint32_t reference = find_reference(task);
    return reference == UINT32_MAX ? ENT_OK : place_group(task, reference);
}

enum ent_status ent_margins_find(const struct ent_signed *graph,
                                 const struct ent_coalition_options *options,
                                 const struct ent_coalition *result,
                                 struct ent_margins *margins, struct ent_error *error)
{
    struct ent_deadline deadline;
    ent_deadline_init(&deadline, options->time_limit);
    struct ent_margin_task task = {
        .graph = graph, .camp = result->camp, .exact = result->proven};
    struct ent_glpk glpk;
    ent_glpk_init(&glpk, options->time_limit);
    task.solver = (struct ent_part_solver){options->camps == 2, options->seed,
                                           EFFORT * options->effort, &deadline, &glpk};
    size_t n = graph->vertex_count;
    *margins = (struct ent_margins){.margin = calloc(n + 1, sizeof *margins->margin)};
    enum ent_status status = margins->margin ? place_locally(&task) : ENT_EMEMORY;
    bool local = graph->edge_count > MOST_EDGES || options->camps > 2;
    if (status == ENT_OK && !local)
        status = place_exactly(&task, result->camp_count);
    task.exact &= !local;
    for (size_t v = 0; v < n && status == ENT_OK; v++) {
        int64_t margin = local ? task.local[v] : task.margin[v];
        if (margin == INT64_MAX && (!task.solver.two || task.inside[v]))
            margin = task.local[v]; /* the limit was reached before the actor was */
        if (margin != INT64_MAX)
            margins->margin[v] = (double)margin / graph->scale;
        margins->unplaced += margins->margin[v] == 0;
    }
    margins->exact = task.exact;
    task_clear(&task);
    if (status != ENT_OK) {
        ent_margins_clear(margins);
        ent_fail(error, status, 0, "out of memory");
    }
    return status;
}

void ent_margins_clear(struct ent_margins *margins)
{
    free(margins->margin);
    *margins = (struct ent_margins){0};
}
