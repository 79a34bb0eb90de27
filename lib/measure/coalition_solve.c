/* coalition_solve.c: the whole search for camps, from options to result. */
#include "measure/camps.h"
#include "measure/part.h"

#include <math.h>
#include <stdlib.h>

static const double PACKING_WORK = 3.5e7;        /* links looked at, at effort 1 */
static const uint32_t MOST_EXACT_EDGES = 300000; /* beyond, heuristic and packing only */

void ent_coalition_options_init(struct ent_coalition_options *options)
{
    *options = (struct ent_coalition_options){
        .camps = ENT_CAMPS_ANY, .time_limit = 30, .effort = 1, .seed = 1};
}

void ent_coalition_clear(struct ent_coalition *result)
{
    free(result->camp);
    *result = (struct ent_coalition){0};
}

struct task {
    const struct ent_signed *graph;
    const struct ent_coalition_options *options;
    struct ent_deadline deadline;
    uint32_t *camp; /* labels below vertex_count (and below the limit) */
    double bound;   /* in whole units */
};

/* Weights with spare low bits, which the star-triangle reduction halves. */
static enum ent_status refine_units(const struct ent_signed *graph,
                                    struct ent_signed *fine, double *factor)
{
    double total = 0;
    for (uint32_t e = 0; e < graph->edge_count; e++)
        total += fabs((double)graph->edges[e].weight);
    int64_t times = 1;
    while (times < 4096 && total * (double)times < 1125899906842624.0) /* 2^50 */
        times *= 2;
    struct ent_signed_edge *edges =
        malloc(((size_t)graph->edge_count + 1) * sizeof *edges);
    if (!edges)
        return ENT_EMEMORY;
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        edges[e] = graph->edges[e];
        edges[e].weight *= times;
    }
    *factor = (double)times;
    return ent_signed_adopt(fine, graph->vertex_count, edges, graph->edge_count);
}

static enum ent_status solve_exactly(struct task *task, bool two)
{
    struct ent_glpk glpk;
    ent_glpk_init(&glpk, task->options->time_limit);
    struct ent_part_solver solver = {two, task->options->seed, task->options->effort,
                                     &task->deadline, &glpk};
    struct ent_signed fine;
    double factor = 1;
    enum ent_status status = refine_units(task->graph, &fine, &factor);
    if (status != ENT_OK)
        return status;
    double bound = 0;
    status = ent_part_solve(&solver, &fine, task->camp, &bound);
    if (bound / factor > task->bound)
        task->bound = bound / factor;
    ent_signed_clear(&fine);
    return status;
}

static enum ent_status pack(struct task *task, bool two)
{
    int64_t bound = 0;
    uint64_t work = (uint64_t)(PACKING_WORK * task->options->effort);
    enum ent_status status = ent_camps_pack(task->graph, two ? task->camp : NULL, 6, work,
                                            &task->deadline, NULL, NULL, &bound);
    task->bound = (double)bound;
    return status;
}

static enum ent_status heuristic(struct task *task, uint32_t limit, bool warm)
{
    return ent_camps_heuristic(task->graph, limit, task->options->seed,
                               task->options->effort, warm, (int64_t)ceil(task->bound),
                               &task->deadline, task->camp);
}

/* Two camps or any: heuristic, a certified bound, then the exact search. */
static enum ent_status solve(struct task *task, bool two)
{
    bool exact =
        task->options->time_limit != 0 && task->graph->edge_count <= MOST_EXACT_EDGES;
    if (!exact)
        ent_deadline_init(&task->deadline, -1); /* the heuristic ends by itself */
    enum ent_status status = heuristic(task, two ? 2 : 0, task->options->start != NULL);
    if (status == ENT_OK)
        status = pack(task, two);
    int64_t cost = ent_signed_whole_cost(task->graph, task->camp);
    if (status == ENT_OK && exact && (double)cost > task->bound)
        status = solve_exactly(task, two);
    return status;
}

/* A camp whose members hang together by no positive ties is several: parting them costs
 * nothing. */
static enum ent_status part_unconnected(const struct ent_signed *graph, uint32_t *camp)
{
    uint32_t n = graph->vertex_count;
    uint32_t *root = malloc(((size_t)n + 1) * sizeof *root);
    if (!root)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++)
        root[v] = v;
    for (uint32_t e = 0; e < graph->edge_count; e++) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        if (edge->weight > 0 && camp[edge->u] == camp[edge->v])
            root[ent_glue_root(root, edge->u)] = ent_glue_root(root, edge->v);
    }
    for (uint32_t v = 0; v < n; v++)
        camp[v] = ent_glue_root(root, v);
    free(root);
    return ENT_OK;
}

/* At most K camps: any number first, which bounds the cost and is the answer if it needs
 * no more than K; else its K - 1 largest camps, the others thrown together, as a start.
 */
static enum ent_status solve_limited(struct task *task)
{
    uint32_t n = task->graph->vertex_count, limit = task->options->camps;
    enum ent_status status = solve(task, false);
    if (status == ENT_OK)
        status = part_unconnected(task->graph, task->camp);
    if (status != ENT_OK || !n)
        return status;
    uint32_t count = ent_camps_number(task->camp, n, NULL);
    if (!count)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++)
        task->camp[v] = task->camp[v] < limit ? task->camp[v] - 1 : limit - 1;
    return count <= limit ? ENT_OK : heuristic(task, limit, true);
}

static enum ent_status finish(const struct task *task, struct ent_coalition *result)
{
    const struct ent_signed *graph = task->graph;
    if (task->options->camps == ENT_CAMPS_ANY &&
        part_unconnected(graph, task->camp) != ENT_OK)
        return ENT_EMEMORY;
    if (task->options->camps == 2 && ent_camps_orient(graph, task->camp) != ENT_OK)
        return ENT_EMEMORY;
    int64_t cost = ent_signed_whole_cost(graph, task->camp);
    result->camp = task->camp;
    result->cost = (double)cost / graph->scale;
    /* Costs are whole numbers of units; a bound of the linear programme is not exact. */
    result->proven = ceil(task->bound - 1e-6) >= (double)cost;
    double bound = ceil(task->bound * (1 - 1e-12) - 1e-6);
    result->bound = result->proven ? result->cost : bound / graph->scale;
    result->camp_count = ent_camps_number(result->camp, graph->vertex_count, NULL);
    return result->camp_count || !graph->vertex_count ? ENT_OK : ENT_EMEMORY;
}

/* The start's labels, made small. With two camps those beyond the second are dropped. */
static enum ent_status take_start(struct task *task)
{
    uint32_t n = task->graph->vertex_count;
    if (!task->options->start || !n)
        return ENT_OK;
    memcpy(task->camp, task->options->start, n * sizeof *task->camp);
    if (!ent_camps_number(task->camp, n, NULL))
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++) {
        uint32_t label = task->camp[v] - 1;
        task->camp[v] = task->options->camps == 2 && label > 1 ? 1 : label;
    }
    return ENT_OK;
}

enum ent_status ent_coalition_find(const struct ent_signed *graph,
                                   const struct ent_coalition_options *options,
                                   struct ent_coalition *result, struct ent_error *error)
{
    *result = (struct ent_coalition){0};
    if (options->camps == 1)
        return ent_fail(error, ENT_EARG, 0, "one camp is no partition");
    struct task task = {.graph = graph, .options = options};
    ent_deadline_init(&task.deadline, options->time_limit);
    task.camp = calloc((size_t)graph->vertex_count + 1, sizeof *task.camp);
    if (!task.camp)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    enum ent_status status = take_start(&task);
    if (status == ENT_OK)
        status =
            options->camps > 2 ? solve_limited(&task) : solve(&task, options->camps == 2);
    if (status == ENT_OK)
        status = finish(&task, result);
    if (status != ENT_OK) {
        free(task.camp);
        *result = (struct ent_coalition){0};
        return ent_fail(error, status, 0, "out of memory");
    }
    return ENT_OK;
}
