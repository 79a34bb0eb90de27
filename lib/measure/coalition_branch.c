/* coalition_branch.c: cutting planes and branch and bound on one block.
 *
 * The linear programme asks for the least weight of edges that meets every bad cycle. Its
 * optimum bounds the cost from below at every stage; if it is whole it is the answer.
 * Else an edge is tried as agreeing and as disagreeing, depth first. */
#include "measure/branch.h"

#include <math.h>
#include <stdlib.h>

static const double WHOLE = 1e-6;
static const double LINK_WORK = 0.05; /* looking at a link, in units of the LP's work */
static const uint32_t LEAST_CYCLES = 200, ROUNDING_PERIOD = 4, LONGEST_PACKED = 8;

void ent_branching_clear(struct ent_branching *branching)
{
    ent_cut_lp_free(branching->lp);
    ent_cycles_clear(&branching->cycles);
    ent_camp_search_clear(&branching->search);
    free(branching->lp_cost);
    free(branching->reduced);
    free(branching->stack);
    free(branching->order);
    free(branching->group);
}

static bool add_row(void *context, const uint32_t *edges, uint32_t count)
{
    struct ent_branching *branching = context;
    return ent_cut_lp_add(branching->lp, edges, count);
}

enum ent_status ent_branching_init(struct ent_branching *branching, uint64_t seed)
{
    const struct ent_signed *graph = branching->graph;
    size_t n = graph->vertex_count, m = graph->edge_count;
    branching->lp_cost = malloc(m * sizeof *branching->lp_cost);
    branching->reduced = malloc(m * sizeof *branching->reduced);
    branching->stack = malloc(m * sizeof *branching->stack);
    branching->order = malloc(m * sizeof *branching->order);
    branching->group = malloc(2 * n * sizeof *branching->group);
    if (!branching->lp_cost || !branching->reduced || !branching->stack ||
        !branching->order || !branching->group)
        return ENT_EMEMORY;
    double total = 0;
    for (size_t e = 0; e < m; e++)
        total += fabs((double)graph->edges[e].weight);
    branching->divisor = total / (double)m;
    for (size_t e = 0; e < m; e++)
        branching->lp_cost[e] = fabs((double)graph->edges[e].weight) / branching->divisor;
    branching->lp = ent_cut_lp_new(branching->glpk, branching->lp_cost, (uint32_t)m);
    if (!branching->lp)
        return ENT_EMEMORY;
    enum ent_status status = ent_cycles_init(&branching->cycles, graph, branching->two);
    if (status != ENT_OK)
        return status;
    status =
        ent_camp_search_init(&branching->search, graph, branching->two ? 2 : 0, seed);
    if (status != ENT_OK)
        return status;
    int64_t packed = 0;
    return ent_camps_pack(graph, branching->two ? branching->camp : NULL, LONGEST_PACKED,
                          ENT_PACKING_WORK, branching->deadline, add_row, branching,
                          &packed);
}

/* Is no partition below the node better than the best known? */
static bool settled(const struct ent_branching *branching, double bound)
{
    return (double)branching->cost - bound < (1 - WHOLE) * (double)branching->step;
}

/* At the root, edges whose other value would cost too much are settled. */
static void fix_by_cost(struct ent_branching *branching, double bound)
{
    for (uint32_t e = 0; e < branching->graph->edge_count; e++) {
        double price = branching->reduced[e] * branching->divisor;
        if (fabs(branching->reduced[e]) > WHOLE &&
            settled(branching, bound + fabs(price) - WHOLE * (double)branching->step) &&
            ent_cut_lp_fixed(branching->lp, e) < 0) {
            ent_cut_lp_fix(branching->lp, e, price < 0);
        }
    }
}

enum node { NODE_SETTLED, NODE_FRACTIONAL, NODE_STOPPED };

static uint32_t separate(struct ent_branching *branching)
{
    uint32_t wanted = branching->graph->edge_count / 4;
    if (wanted < LEAST_CYCLES)
        wanted = LEAST_CYCLES;
    uint64_t before = branching->cycles.work;
    uint32_t found = ent_cycles_find(&branching->cycles, ent_cut_lp_values(branching->lp),
                                     wanted, add_row, branching);
    branching->glpk->work += LINK_WORK * (double)(branching->cycles.work - before);
    return found;
}

/* Solve the LP of a node, cutting until no cycle is violated. */
static enum node bound_node(struct ent_branching *branching, double *bound)
{
    for (;;) {
        double limit = (double)(branching->cost - branching->step) / branching->divisor;
        enum ent_cut_outcome outcome = ent_cut_lp_solve(
            branching->lp, limit + fabs(limit) * 1e-6 + 1e-5, branching->deadline);
        if (outcome == ENT_CUT_STOPPED || outcome == ENT_CUT_BROKEN)
            return NODE_STOPPED;
        double now =
            ent_cut_lp_bound(branching->lp, branching->reduced) * branching->divisor;
        if (now > *bound)
            *bound = now;
        if (settled(branching, *bound) || outcome == ENT_CUT_DEAR)
            return NODE_SETTLED;
        if (branching->rounds++ % ROUNDING_PERIOD == 0) {
            ent_branch_round(branching);
            if (settled(branching, *bound))
                return NODE_SETTLED;
        }
        if (branching->depth == 0)
            fix_by_cost(branching, now);
        uint32_t rows = ent_cut_lp_rows(branching->lp);
        if (branching->depth == 0)
            branching->root_rows = rows;
        if (branching->depth == 0 || rows > 2 * branching->root_rows + 100)
            ent_cut_lp_purge(branching->lp); /* below the root, rows come and go */
        uint32_t found = separate(branching);
        if (branching->cycles.failed)
            return NODE_STOPPED;
        if (!found)
            return NODE_FRACTIONAL;
    }
}

/* The edge to branch on, or UINT32_MAX if all are whole. */
static uint32_t choose_edge(const struct ent_branching *branching)
{
    const double *value = ent_cut_lp_values(branching->lp);
    uint32_t best = UINT32_MAX;
    double most = 0;
    for (uint32_t e = 0; e < branching->graph->edge_count; e++) {
        double score = fmin(value[e], 1 - value[e]);
        if (score < 1e-5)
            continue;
        const struct ent_signed_edge *edge = &branching->graph->edges[e];
        const uint32_t *start = branching->graph->start;
        score *= branching->lp_cost[e] * (start[edge->u + 1] - start[edge->u] +
                                          start[edge->v + 1] - start[edge->v]);
        if (score > most) {
            most = score;
            best = e;
        }
    }
    return best;
}

static bool split_node(struct ent_branching *branching, double bound)
{
    ent_branch_round(branching);
    uint32_t edge = choose_edge(branching);
    if (edge == UINT32_MAX)
        return false;
    int value = ent_cut_lp_values(branching->lp)[edge] >= 0.5;
    branching->stack[branching->depth++] =
        (struct ent_branch_fix){edge, false, value, bound};
    ent_cut_lp_fix(branching->lp, edge, value);
    return true;
}

/* To the next open node; false when there is none. `bound` receives its parent's. */
static bool next_node(struct ent_branching *branching, double *bound)
{
    while (branching->depth) {
        struct ent_branch_fix *top = &branching->stack[branching->depth - 1];
        if (!top->second && !settled(branching, top->bound)) {
            top->second = true;
            top->value = 1 - top->value;
            ent_cut_lp_fix(branching->lp, top->column, top->value);
            *bound = top->bound;
            return true;
        }
        ent_cut_lp_fix(branching->lp, top->column, -1);
        branching->depth--;
    }
    return false;
}

/* What is certain when the search stops at a node of bound `here`. */
static double open_bound(const struct ent_branching *branching, double here)
{
    for (uint32_t i = 0; i < branching->depth; i++)
        if (!branching->stack[i].second)
            here = fmin(here, branching->stack[i].bound);
    return here;
}

static void search_tree(struct ent_branching *branching, double bound)
{
    double unsolved = INFINITY; /* of nodes that rounding errors left undecided */
    for (;;) {
        branching->nodes++;
        enum node node = bound_node(branching, &bound);
        if (branching->depth == 0)
            branching->root = bound;
        if (node == NODE_STOPPED) {
            branching->bound = fmin(unsolved, open_bound(branching, bound));
            return;
        }
        if (node == NODE_FRACTIONAL && !settled(branching, bound)) {
            if (split_node(branching, bound))
                continue;
            if (!settled(branching, bound))
                unsolved = fmin(unsolved, bound);
        }
        if (!next_node(branching, &bound))
            break;
    }
    branching->bound = fmin(unsolved, (double)branching->cost);
}

void ent_branching_run(struct ent_branching *branching, double known)
{
    branching->cost = ent_signed_whole_cost(branching->graph, branching->camp);
    search_tree(branching, known);
}
