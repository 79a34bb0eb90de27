/* coalition_start.c: first partitions, and the heuristic as a whole: several starts, the
 * best of them improved by iterated local search. */
#include "measure/camps.h"

#include <math.h>
#include <stdlib.h>

/* Link visits per vertex and edge that the iterated search may spend at effort 1. */
static const double WORK_PER_LINK = 400;
static const uint64_t LEAST_WORK = 20000;
static const double MOST_WORK = 1e8, WORK_FOR_LARGE = 3e7; /* at effort 1 */
static const double TINY = 200, SMALL_WORK = 3e6; /* between them, networks get more */
static const double FEW_EFFORT = 0.2;
static const size_t LARGE = 300000; /* vertices and edges */

bool ent_signed_is_large(const struct ent_signed *graph)
{
    return (size_t)graph->vertex_count + graph->edge_count > LARGE;
}

static uint64_t work_for(const struct ent_signed *graph, double effort)
{
    double size = (double)graph->vertex_count + 2.0 * graph->edge_count;
    double work = WORK_PER_LINK * size;
    if (work < SMALL_WORK)
        work = fmin(work * fmax(1, size / TINY), SMALL_WORK);
    work = effort * fmin(work, ent_signed_is_large(graph) ? WORK_FOR_LARGE : MOST_WORK);
    return work < (double)LEAST_WORK ? LEAST_WORK : (uint64_t)work;
}

/* Two camps from a random spanning forest: the tree's ties all agree (a state of Aref and
 * others' tree sampling). With more camps allowed, the same two. */
static void tree_start(struct ent_camp_search *search, uint32_t *camp)
{
    const struct ent_signed *graph = search->graph;
    uint32_t n = graph->vertex_count;
    uint32_t *queue = search->ball;
    bool *seen = search->in_ball;
    uint32_t offset = (uint32_t)ent_random_below(&search->random, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t root = (uint32_t)(((uint64_t)i + offset) % n), head = 0, tail = 0;
        if (seen[root])
            continue;
        seen[root] = true;
        camp[root] = (uint32_t)(ent_random_next(&search->random) & 1);
        for (queue[tail++] = root; head < tail; head++) {
            uint32_t v = queue[head], begin = graph->start[v];
            uint32_t degree = graph->start[v + 1] - begin;
            uint32_t turn =
                degree ? (uint32_t)ent_random_below(&search->random, degree) : 0;
            for (uint32_t l = 0; l < degree; l++) {
                const struct ent_signed_link *link =
                    &graph->links[begin + (l + turn) % degree];
                if (seen[link->to])
                    continue;
                seen[link->to] = true;
                camp[link->to] = camp[v] ^ (uint32_t)(link->weight < 0);
                queue[tail++] = link->to;
            }
        }
    }
    for (uint32_t v = 0; v < n; v++)
        seen[v] = false;
}

static void settle(struct ent_camp_search *search, const uint32_t *camp)
{
    ent_camp_search_set(search, camp);
    ent_camp_search_queue_all(search);
    ent_camp_search_descend(search);
}

static enum ent_status one_start(struct ent_camp_search *search, uint32_t *camp)
{
    uint32_t n = search->graph->vertex_count;
    if (search->limit)
        tree_start(search, camp);
    else
        for (uint32_t v = 0; v < n; v++)
            camp[v] = v;
    settle(search, camp);
    return search->limit ? ENT_OK : ent_camp_search_join(search);
}

/* For a limited number of camps: find camps of any number, then deal these out as wholes,
 * by the same heuristic on the network of camps. */
static enum ent_status folded_start(const struct ent_signed *graph, uint32_t limit,
                                    uint64_t seed, double effort,
                                    const struct ent_deadline *deadline, uint32_t *camp)
{
    uint32_t n = graph->vertex_count;
    struct ent_camp_search any = {0};
    struct ent_signed small = {0};
    enum ent_status status = ent_camp_search_init(&any, graph, 0, seed);
    if (status == ENT_OK)
        status = one_start(&any, camp);
    uint32_t count = 0;
    if (status == ENT_OK) {
        memcpy(camp, any.camp, n * sizeof *camp);
        count = ent_camps_number(camp, n, NULL);
    }
    ent_camp_search_clear(&any);
    if (status != ENT_OK || !count)
        return status != ENT_OK ? status : ENT_EMEMORY;
    uint32_t *above = calloc((size_t)count + 1, sizeof *above);
    for (uint32_t v = 0; v < n; v++)
        camp[v]--;
    status = above ? ent_signed_contract(&small, graph, camp, count) : ENT_EMEMORY;
    if (status == ENT_OK && count < n)
        status =
            ent_camps_heuristic(&small, limit, seed, effort, false, 0, deadline, above);
    for (uint32_t v = 0; v < n && status == ENT_OK; v++)
        camp[v] = above[camp[v]];
    ent_signed_clear(&small);
    free(above);
    return status;
}

/* For any number of camps: begin from few. Where friends are rare and enemies many,
 * joining friends leaves splinters, but a search over K camps sees whom an actor is not
 * against. */
static enum ent_status few_start(struct ent_camp_search *search, uint32_t limit,
                                 double effort, const struct ent_deadline *deadline,
                                 uint32_t *camp)
{
    enum ent_status status =
        ent_camps_heuristic(search->graph, limit, ent_random_next(&search->random),
                            FEW_EFFORT * effort, false, 0, deadline, camp);
    if (status != ENT_OK)
        return status;
    settle(search, camp);
    return ent_camp_search_join(search);
}

/* With two camps: passes that climb out of what single moves end in. */
static enum ent_status flip(struct ent_camp_search *search,
                            const struct ent_deadline *deadline, uint32_t *camp)
{
    memcpy(camp, search->camp, search->graph->vertex_count * sizeof *camp);
    enum ent_status status = ent_camps_flip(search->graph, deadline, camp);
    if (status == ENT_OK)
        ent_camp_search_set(search, camp);
    return status;
}

/* Best of several starts, in `camp`. Large networks get fewer. */
static enum ent_status best_start(struct ent_camp_search *search, double effort,
                                  int64_t target, const struct ent_deadline *deadline,
                                  bool warm, uint32_t *camp)
{
    size_t n = search->graph->vertex_count, size = n + search->graph->edge_count;
    bool large = ent_signed_is_large(search->graph);
    uint32_t starts = size < 20000 ? 10 : !large ? 6 : size < 1000000 ? 2 : 1;
    starts = (uint32_t)((double)starts * effort);
    uint32_t *trial = malloc((n + 1) * sizeof *trial);
    if (!trial)
        return ENT_EMEMORY;
    enum ent_status status = ENT_OK;
    static const uint32_t few[10] = {0, 3, 2, 5, 8, 0, 4, 6, 12, 20}; /* 0 = any */
    uint32_t limit = search->limit;
    int64_t best = warm ? ent_signed_whole_cost(search->graph, camp) : INT64_MAX;
    for (uint32_t i = 0; status == ENT_OK && best > target && (i < starts || !i); i++) {
        if ((i || warm) && ent_deadline_passed(deadline))
            break;
        if (limit && i == 0 && !warm) {
            status = folded_start(search->graph, limit, ent_random_next(&search->random),
                                  effort, deadline, trial);
            if (status == ENT_OK)
                settle(search, trial);
        } else if (!limit && few[i % 10] && !large && few[i % 10] < n) {
            status = few_start(search, few[i % 10], effort, deadline, trial);
        } else {
            status = one_start(search, trial);
        }
        if (status == ENT_OK && limit == 2)
            status = flip(search, deadline, trial);
        if (status == ENT_OK && search->cost < best) {
            best = search->cost;
            memcpy(camp, search->camp, n * sizeof *camp);
        }
    }
    free(trial);
    return status;
}

enum ent_status ent_camps_heuristic(const struct ent_signed *graph, uint32_t limit,
                                    uint64_t seed, double effort, bool warm,
                                    int64_t target, const struct ent_deadline *deadline,
                                    uint32_t *camp)
{
    struct ent_camp_search search;
    enum ent_status status = ent_camp_search_init(&search, graph, limit, seed);
    if (status != ENT_OK || !graph->vertex_count)
        goto done;
    status = best_start(&search, effort, target, deadline, warm, camp);
    if (status != ENT_OK)
        goto done;
    uint64_t work = work_for(graph, effort);
    settle(&search, camp);
    ent_camp_search_iterate(&search, work, target, deadline);
    if (limit == 2 && search.cost > target)
        status = flip(&search, deadline, camp);
    else
        memcpy(camp, search.camp, graph->vertex_count * sizeof *camp);
done:
    ent_camp_search_clear(&search);
    return status;
}
