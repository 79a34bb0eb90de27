/* coalition_iterate.c: iterated local search.
 *
 * A trial moves a small connected region to another camp (or a new one), lets everything
 * around it settle, and keeps the result if it is not worse. The cost of a trial is that
 * of its region, not of the network, so that millions of them are possible. */
#include "measure/camps.h"

#include <assert.h>
#include <math.h>

static const uint32_t LARGEST_REGION = 64;

/* What the size of a region stays below. In a large network there are few trials per vertex:
 * single vertices and pairs gain most then for what they cost. */
static uint32_t region_bound(const struct ent_signed *graph)
{
    uint32_t most = graph->vertex_count / 2 + 1;
    uint32_t limit = ent_signed_is_large(graph) ? ENT_CAMP_PULLED + 1 : LARGEST_REGION;
    return most < limit ? most : limit;
}

static uint32_t random_neighbour(struct ent_camp_search *search, uint32_t vertex)
{
    uint32_t begin = search->graph->start[vertex];
    uint32_t degree = search->graph->start[vertex + 1] - begin;
    if (!degree)
        return vertex;
    return search->graph->links[begin + ent_random_below(&search->random, degree)].to;
}

/* Where to disturb: an end of an edge that disagrees if one is met soon, else of any. */
static uint32_t random_centre(struct ent_camp_search *search)
{
    const struct ent_signed *graph = search->graph;
    const struct ent_signed_edge *edge = NULL;
    for (int tries = 0; tries < 6; tries++) {
        edge = &graph->edges[ent_random_below(&search->random, graph->edge_count)];
        bool together = search->camp[edge->u] == search->camp[edge->v];
        if (together != (edge->weight > 0))
            break;
    }
    return ent_random_next(&search->random) & 1 ? edge->u : edge->v;
}

/* A connected region around `centre` in search->ball; its size follows a power law. */
static uint32_t grow_region(struct ent_camp_search *search, uint32_t centre)
{
    double bound = region_bound(search->graph);
    double size = pow(bound, ent_random_unit(&search->random));
    uint32_t wanted = (uint32_t)size, count = 0;
    bool own_camp_only = ent_random_next(&search->random) & 1;
    search->ball[count++] = centre;
    search->in_ball[centre] = true;
    for (uint32_t tries = 0; count < wanted && tries < 3 * wanted; tries++) {
        uint32_t from = search->ball[ent_random_below(&search->random, count)];
        uint32_t next = random_neighbour(search, from);
        if (search->in_ball[next] ||
            (own_camp_only && search->camp[next] != search->camp[centre]))
            continue;
        search->in_ball[next] = true;
        search->ball[count++] = next;
    }
    for (uint32_t i = 0; i < count; i++)
        search->in_ball[search->ball[i]] = false;
    return count;
}

/* The camp a region is sent to. */
static uint32_t choose_camp(struct ent_camp_search *search, uint32_t count)
{
    uint32_t own = search->camp[search->ball[0]];
    if (search->limit) {
        uint32_t camp = (uint32_t)ent_random_below(&search->random, search->limit - 1);
        return camp >= own ? camp + 1 : camp;
    }
    for (int tries = 0; tries < 4; tries++) {
        uint32_t member = search->ball[ent_random_below(&search->random, count)];
        uint32_t camp = search->camp[random_neighbour(search, member)];
        if (camp != own)
            return camp;
    }
    uint32_t fresh = ent_camp_search_unused(search);
    return fresh == UINT32_MAX ? own : fresh;
}

/* The camp that pulls hardest at a vertex or pair from outside; its own if none pulls
 * half as hard as that, so that the trial is not worth its while. */
static uint32_t strongest_camp(struct ent_camp_search *search, uint32_t count)
{
    const struct ent_signed *graph = search->graph;
    uint32_t own = search->camp[search->ball[0]], best = own, near_count = 0;
    assert(count <= ENT_CAMP_PULLED); /* what search->near has room for */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vertex = search->ball[i];
        search->work += graph->start[vertex + 1] - graph->start[vertex];
        for (uint32_t l = graph->start[vertex]; l < graph->start[vertex + 1]; l++) {
            uint32_t to = graph->links[l].to, camp = search->camp[to];
            if (to == search->ball[0] || to == search->ball[count - 1])
                continue;
            if (search->pull[camp] == 0) /* a camp may be noted twice: harmless */
                search->near[near_count++] = camp;
            search->pull[camp] += graph->links[l].weight;
        }
    }
    int64_t most = INT64_MIN, held = search->pull[own];
    for (uint32_t i = 0; i < near_count; i++) {
        uint32_t camp = search->near[i];
        if (camp != own && search->pull[camp] > most) {
            best = camp;
            most = search->pull[camp];
        }
    }
    for (uint32_t i = 0; i < near_count; i++)
        search->pull[search->near[i]] = 0;
    return best == own || 2 * most < held ? own : best;
}

static void disturb(struct ent_camp_search *search)
{
    uint32_t count = grow_region(search, random_centre(search));
    bool strong = !search->limit && ent_signed_is_large(search->graph);
    uint32_t target = strong ? strongest_camp(search, count) : choose_camp(search, count);
    bool fresh = !search->limit && !strong && (ent_random_next(&search->random) & 3) == 0;
    if (fresh && ent_camp_search_unused(search) != UINT32_MAX)
        target = ent_camp_search_unused(search);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vertex = search->ball[i];
        uint32_t camp = target;
        if (search->limit == 2) /* a region of both camps is turned over */
            camp = 1 - search->camp[vertex];
        ent_camp_search_move(search, vertex, camp);
    }
}

void ent_camp_search_iterate(struct ent_camp_search *search, uint64_t work,
                             int64_t target, const struct ent_deadline *deadline)
{
    if (!search->graph->edge_count || search->limit == 1)
        return;
    uint64_t end = search->work + work;
    search->trial = true;
    for (uint32_t round = 1; search->work < end && search->cost > target; round++) {
        int64_t before = search->cost;
        search->moved_count = 0;
        search->work++;
        disturb(search);
        ent_camp_search_descend(search);
        if (search->cost > before)
            ent_camp_search_undo(search, before);
        if (round % 256 == 0 && ent_deadline_passed(deadline))
            break;
    }
    search->trial = false;
}
