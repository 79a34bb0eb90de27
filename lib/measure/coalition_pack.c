/* coalition_pack.c: a lower bound that carries its own proof.
 *
 * Every partition disagrees with an edge of every bad cycle. So a set of bad cycles, each
 * taken with a capacity, that together use no edge beyond its |weight|, proves that the
 * summed capacity is a lower bound. The packing is greedy, short cycles first: for each
 * negative edge, paths of positive edges between its ends by breadth-first search from
 * both sides.
 *
 * For two camps the network is first switched by a good partition, which makes exactly
 * the edges it disagrees with negative; cycles with one negative edge there have an odd
 * number in the network itself. */
#include "measure/camps.h"

#include <stdlib.h>

struct side {
    uint32_t *stamp;     /* [n] when a vertex was last reached */
    uint32_t *parent;    /* [n] the edge it was reached by */
    uint32_t *list;      /* reached vertices in order */
    uint32_t begin, end; /* the outermost level within list */
};

enum { POSITIVE, NEGATIVE, GIVEN_UP };

/* The ties that cycles may use besides their negative one. */
struct positive {
    uint32_t to, edge;
};

struct packer {
    const struct ent_signed *graph;
    uint32_t *start;           /* [n + 1] where a vertex' positive ties begin */
    struct positive *positive; /* after switching */
    int64_t *rest;             /* [m] capacity left */
    uint8_t *negative; /* [m] after switching; GIVEN_UP: no path will ever be found */
    struct side sides[2];
    uint32_t now;
    uint32_t *cycle, count;
    int64_t bound;
    uint64_t work;
};

static void packer_clear(struct packer *packer)
{
    free(packer->start);
    free(packer->positive);
    free(packer->rest);
    free(packer->negative);
    free(packer->cycle);
    for (int s = 0; s < 2; s++) {
        free(packer->sides[s].stamp);
        free(packer->sides[s].parent);
        free(packer->sides[s].list);
    }
}

/* Positive ties by vertex; they are most of what is looked at. */
static void list_positive(struct packer *packer)
{
    const struct ent_signed *graph = packer->graph;
    uint32_t count = 0;
    for (uint32_t v = 0; v < graph->vertex_count; v++) {
        packer->start[v] = count;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++) {
            const struct ent_signed_link *link = &graph->links[l];
            if (packer->negative[link->edge] == POSITIVE)
                packer->positive[count++] = (struct positive){link->to, link->edge};
        }
    }
    packer->start[graph->vertex_count] = count;
}

static bool packer_init(struct packer *packer, const struct ent_signed *graph,
                        const uint32_t *switching)
{
    size_t n = graph->vertex_count, m = graph->edge_count;
    *packer = (struct packer){.graph = graph};
    packer->rest = malloc((m + 1) * sizeof *packer->rest);
    packer->negative = malloc(m + 1);
    packer->cycle = malloc((n + 1) * sizeof *packer->cycle);
    packer->start = malloc((n + 1) * sizeof *packer->start);
    packer->positive = malloc((2 * m + 1) * sizeof *packer->positive);
    bool good = packer->rest && packer->negative && packer->cycle && packer->start &&
                packer->positive;
    for (int s = 0; s < 2; s++) {
        struct side *side = &packer->sides[s];
        side->stamp = calloc(n + 1, sizeof *side->stamp);
        side->parent = malloc((n + 1) * sizeof *side->parent);
        side->list = malloc((n + 1) * sizeof *side->list);
        good = good && side->stamp && side->parent && side->list;
    }
    if (!good)
        return false;
    for (size_t e = 0; e < m; e++) {
        const struct ent_signed_edge *edge = &graph->edges[e];
        packer->rest[e] = edge->weight > 0 ? edge->weight : -edge->weight;
        packer->negative[e] = edge->weight < 0 ? NEGATIVE : POSITIVE;
        if (switching && switching[edge->u] != switching[edge->v])
            packer->negative[e] = packer->negative[e] == POSITIVE ? NEGATIVE : POSITIVE;
    }
    list_positive(packer);
    return true;
}

/* Widen one side by a level; a vertex the other side has reached, or UINT32_MAX. */
static uint32_t widen(struct packer *packer, int which)
{
    struct side *side = &packer->sides[which];
    const uint32_t *other = packer->sides[!which].stamp;
    uint32_t begin = side->begin, end = side->end;
    side->begin = end;
    for (uint32_t i = begin; i < end; i++) {
        uint32_t v = side->list[i];
        packer->work += packer->start[v + 1] - packer->start[v];
        for (uint32_t l = packer->start[v]; l < packer->start[v + 1]; l++) {
            const struct positive *link = &packer->positive[l];
            if (side->stamp[link->to] == packer->now || !packer->rest[link->edge])
                continue;
            side->stamp[link->to] = packer->now;
            side->parent[link->to] = link->edge;
            if (other[link->to] == packer->now)
                return link->to;
            side->list[side->end++] = link->to;
        }
    }
    return UINT32_MAX;
}

static void trace(struct packer *packer, int which, uint32_t vertex, uint32_t root)
{
    while (vertex != root) {
        uint32_t edge = packer->sides[which].parent[vertex];
        packer->cycle[packer->count++] = edge;
        vertex ^= packer->graph->edges[edge].u ^ packer->graph->edges[edge].v;
    }
}

/* A shortest bad cycle through the negative edge of at most `longest` edges. */
static bool find_cycle(struct packer *packer, uint32_t negative, uint32_t longest)
{
    const struct ent_signed_edge *edge = &packer->graph->edges[negative];
    uint32_t roots[2] = {edge->u, edge->v};
    packer->now++;
    for (int s = 0; s < 2; s++) {
        struct side *side = &packer->sides[s];
        side->stamp[roots[s]] = packer->now;
        side->list[0] = roots[s];
        side->begin = 0;
        side->end = 1;
    }
    for (uint32_t length = 1; length < longest; length++) {
        const struct side *a = &packer->sides[0], *b = &packer->sides[1];
        int which = a->end - a->begin > b->end - b->begin;
        uint32_t meeting = widen(packer, which);
        if (meeting != UINT32_MAX) {
            packer->count = 0;
            packer->cycle[packer->count++] = negative;
            trace(packer, 0, meeting, roots[0]);
            trace(packer, 1, meeting, roots[1]);
            return true;
        }
        if (packer->sides[which].begin == packer->sides[which].end) {
            packer->negative[negative] = GIVEN_UP; /* capacities only shrink */
            return false;
        }
    }
    return false;
}

static void use_cycle(struct packer *packer)
{
    int64_t least = INT64_MAX;
    for (uint32_t i = 0; i < packer->count; i++)
        if (packer->rest[packer->cycle[i]] < least)
            least = packer->rest[packer->cycle[i]];
    for (uint32_t i = 0; i < packer->count; i++)
        packer->rest[packer->cycle[i]] -= least;
    packer->bound += least;
}

enum ent_status ent_camps_pack(const struct ent_signed *graph, const uint32_t *switching,
                               uint32_t longest, uint64_t work,
                               const struct ent_deadline *deadline,
                               ent_cycle_found *found, void *context, int64_t *bound)
{
    struct packer packer;
    enum ent_status status = ENT_EMEMORY;
    if (!packer_init(&packer, graph, switching))
        goto done;
    status = ENT_OK;
    for (uint32_t length = 3; length <= longest && status == ENT_OK; length++)
        for (uint32_t e = 0; e < graph->edge_count && packer.work < work; e++) {
            if (e % 1024 == 0 && ent_deadline_passed(deadline))
                goto done;
            if (packer.negative[e] != NEGATIVE)
                continue;
            while (packer.rest[e] && find_cycle(&packer, e, length)) {
                use_cycle(&packer);
                if (found && !found(context, packer.cycle, packer.count))
                    status = ENT_EMEMORY;
            }
        }
done:
    *bound = packer.bound;
    packer_clear(&packer);
    return status;
}
