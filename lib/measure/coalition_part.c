/* coalition_part.c: divide and conquer. Reduce, cut into blocks, reduce the blocks again,
 * until what is left is irreducible and goes to the linear programme; then put it all
 * together. */
#include "measure/branch.h"
#include "measure/kernel.h"
#include "measure/part.h"

#include <stdlib.h>

/* Blocks larger than this are left to the heuristic and the packing. */
static const uint32_t MOST_LP_EDGES = 50000;
static const uint32_t SMALL_BLOCK = 1000; /* edges */

static int64_t divisor_of(int64_t a, int64_t b)
{
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* With two camps, turning a vertex
 * over changes the cost by the weighted degree, up to twice some of its weights. */
int64_t ent_part_step(const struct ent_signed *graph, bool two)
{
    int64_t step = 0;
    for (uint32_t e = 0; e < graph->edge_count; e++)
        step =
            divisor_of(step, two ? 2 * graph->edges[e].weight : graph->edges[e].weight);
    for (uint32_t v = 0; two && v < graph->vertex_count; v++) {
        int64_t degree = 0;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++)
            degree += graph->links[l].weight;
        step = divisor_of(step, degree);
    }
    return step ? step : 1;
}

/* An irreducible block. */
static enum ent_status solve_block(const struct ent_part_solver *solver,
                                   const struct ent_signed *graph, uint32_t *camp,
                                   double *bound)
{
    const struct ent_deadline *deadline = solver->deadline;
    int64_t packed = 0, step = ent_part_step(graph, solver->two);
    enum ent_status status =
        ent_camps_pack(graph, solver->two ? camp : NULL, 6, ENT_PACKING_WORK, deadline,
                       NULL, NULL, &packed);
    if (status == ENT_OK)
        status =
            ent_camps_heuristic(graph, solver->two ? 2 : 0, solver->seed, solver->effort,
                                true, packed + step - 1, deadline, camp);
    int64_t cost = ent_signed_whole_cost(graph, camp);
    *bound = cost - packed < step ? (double)cost : (double)packed;
    if (status != ENT_OK || cost - packed < step || graph->edge_count > MOST_LP_EDGES)
        return status;
    struct ent_branching branching = {.graph = graph,
                                      .two = solver->two,
                                      .step = step,
                                      .camp = camp,
                                      .deadline = deadline,
                                      .glpk = solver->glpk};
    status = ent_branching_init(&branching, solver->seed);
    if (status == ENT_OK)
        ent_branching_run(&branching, (double)packed);
    *bound = status == ENT_OK ? branching.bound : (double)packed;
    ent_branching_clear(&branching);
    return status;
}

struct whole {
    const struct ent_part_solver *solver;
    struct ent_signed graph; /* the kernel */
    uint32_t *vertices;      /* [kernel's] numbers in the network */
    uint32_t *camp;          /* [kernel's] */
    uint32_t *scratch;       /* [2 * vertices of the network + 2] */
    struct ent_blocks blocks;
    struct ent_part *parts;
    uint32_t **camps; /* [blocks] */
};

static void whole_clear(struct whole *whole)
{
    for (uint32_t b = 0; whole->camps && b < whole->blocks.count; b++)
        free(whole->camps[b]);
    free(whole->camps);
    ent_parts_free(whole->parts, whole->blocks.count);
    ent_blocks_clear(&whole->blocks);
    ent_signed_clear(&whole->graph);
    free(whole->vertices);
    free(whole->camp);
    free(whole->scratch);
}

static enum ent_status whole_init(struct whole *whole, const struct ent_kernel *kernel,
                                  const uint32_t *camp)
{
    size_t n = kernel->vertex_count;
    enum ent_status status = ent_kernel_graph(kernel, &whole->graph, &whole->vertices);
    if (status != ENT_OK)
        return status;
    uint32_t size = whole->graph.vertex_count;
    whole->camp = malloc(((size_t)size + 1) * sizeof *whole->camp);
    whole->scratch = malloc((2 * n + 2) * sizeof *whole->scratch);
    if (!whole->camp || !whole->scratch)
        return ENT_EMEMORY;
    for (uint32_t i = 0; i < size; i++)
        whole->camp[i] = camp[whole->vertices[i]];
    status = ent_blocks_find(&whole->blocks, &whole->graph);
    if (status != ENT_OK)
        return status;
    status = ent_blocks_cut(&whole->blocks, &whole->graph, &whole->parts);
    whole->camps = calloc((size_t)whole->blocks.count + 1, sizeof *whole->camps);
    return whole->camps ? status : ENT_EMEMORY;
}

static enum ent_status solve_one(struct whole *whole, uint32_t b, bool irreducible,
                                 double *bound)
{
    const struct ent_part *part = &whole->parts[b];
    uint32_t size = part->graph.vertex_count;
    uint32_t *camp = whole->camps[b] = malloc(((size_t)size + 1) * sizeof *camp);
    if (!camp)
        return ENT_EMEMORY;
    for (uint32_t i = 0; i < size; i++)
        camp[i] = whole->camp[part->vertices[i]];
    if (!whole->solver->two)
        ent_glue_normalise(camp, size, whole->scratch);
    double part_bound = 0;
    enum ent_status status =
        irreducible ? solve_block(whole->solver, &part->graph, camp, &part_bound)
                    : ent_part_solve(whole->solver, &part->graph, camp, &part_bound);
    *bound += part_bound;
    if (!whole->solver->two)
        ent_glue_normalise(camp, size, whole->scratch);
    return status;
}

/* The blocks one by one, small ones first as they are sure to be finished. */
static enum ent_status solve_parts(struct whole *whole, bool irreducible, double *bound)
{
    enum ent_status status = ENT_OK;
    for (int large = 0; large < 2; large++)
        for (uint32_t b = 0; b < whole->blocks.count && status == ENT_OK; b++)
            if ((whole->parts[b].graph.edge_count > SMALL_BLOCK) == large)
                status = solve_one(whole, b, irreducible, bound);
    if (status != ENT_OK)
        return status;
    (whole->solver->two ? ent_glue_two
                        : ent_glue_any)(whole->parts, whole->blocks.count, whole->camps,
                                        whole->graph.vertex_count, whole->camp);
    return ENT_OK;
}

/* A negative edge whose ends no positive path joins always agrees. Edges of the fresh
 * kernel have the numbers of the graph's. */
static enum ent_status drop_far_negatives(struct ent_kernel *kernel,
                                          const struct ent_signed *graph)
{
    uint32_t n = graph->vertex_count;
    uint32_t *root = malloc(((size_t)n + 1) * sizeof *root);
    if (!root)
        return ENT_EMEMORY;
    for (uint32_t v = 0; v < n; v++)
        root[v] = v;
    for (uint32_t e = 0; e < graph->edge_count; e++)
        if (graph->edges[e].weight > 0)
            root[ent_glue_root(root, graph->edges[e].u)] =
                ent_glue_root(root, graph->edges[e].v);
    for (uint32_t e = 0; e < graph->edge_count; e++)
        if (ent_glue_root(root, graph->edges[e].u) !=
            ent_glue_root(root, graph->edges[e].v))
            ent_kernel_drop(kernel, e);
    free(root);
    return ENT_OK;
}

static enum ent_status reduce(struct ent_kernel *kernel, const struct ent_signed *graph,
                              bool two)
{
    if (two) {
        ent_kernel_reduce_two(kernel);
        return ENT_OK;
    }
    enum ent_status status = drop_far_negatives(kernel, graph);
    if (status == ENT_OK)
        ent_kernel_reduce_any(kernel);
    return status;
}

enum ent_status ent_part_solve(const struct ent_part_solver *solver,
                               const struct ent_signed *graph, uint32_t *camp,
                               double *bound)
{
    struct ent_kernel kernel;
    struct whole whole = {.solver = solver};
    enum ent_status status = ent_kernel_init(&kernel, graph);
    if (status != ENT_OK)
        return status;
    status = reduce(&kernel, graph, solver->two);
    if (status == ENT_OK)
        status = whole_init(&whole, &kernel, camp);
    if (status != ENT_OK)
        goto done;
    *bound = (double)kernel.offset;
    bool irreducible =
        whole.blocks.count == 1 && whole.graph.edge_count == graph->edge_count;
    status = solve_parts(&whole, irreducible, bound);
    if (status != ENT_OK)
        goto done;
    for (uint32_t i = 0; i < whole.graph.vertex_count; i++)
        camp[whole.vertices[i]] =
            solver->two ? whole.camp[i] : whole.vertices[whole.camp[i]];
    (solver->two ? ent_kernel_lift_two : ent_kernel_lift_any)(&kernel, camp);
    if (!solver->two)
        ent_glue_normalise(camp, graph->vertex_count, whole.scratch);
done:
    whole_clear(&whole);
    ent_kernel_clear(&kernel);
    return status;
}
