/* coalition_flip.c: passes of Fiduccia and Mattheyses (1982) over two camps.
 *
 * A pass turns over vertex after vertex, each at most once, always the one that gains
 * most or loses least, and then takes back what came after the best moment. So it climbs
 * out of valleys that single moves cannot leave. Of equal gains the one that changed last
 * goes first: a pass follows one thread through the network instead of nibbling
 * everywhere. */
#include "measure/camps.h"

#include <stdlib.h>

/* A pass ends when so many turns in a row have brought nothing. */
static const uint32_t LEAST_PATIENCE = 200, PATIENCE_SHARE = 50;

struct flipper {
    const struct ent_signed *graph;
    uint32_t *camp;
    int64_t *gain;    /* [n] what turning the vertex over saves */
    uint64_t *age;    /* [n] when the gain last changed */
    uint32_t *heap;   /* of free vertices, the best on top */
    uint32_t *place;  /* [n] in heap; UINT32_MAX: turned over in this pass */
    uint32_t *turned; /* in order */
    uint32_t size, count;
    uint64_t now;
};

static bool before(const struct flipper *flipper, uint32_t a, uint32_t b)
{
    if (flipper->gain[a] != flipper->gain[b])
        return flipper->gain[a] > flipper->gain[b];
    return flipper->age[a] != flipper->age[b] ? flipper->age[a] > flipper->age[b] : a < b;
}

static void put(struct flipper *flipper, uint32_t place, uint32_t vertex)
{
    flipper->heap[place] = vertex;
    flipper->place[vertex] = place;
}

static void rise(struct flipper *flipper, uint32_t place, uint32_t vertex)
{
    for (uint32_t above; place > 0; place = above) {
        above = (place - 1) / 2;
        if (!before(flipper, vertex, flipper->heap[above]))
            break;
        put(flipper, place, flipper->heap[above]);
    }
    put(flipper, place, vertex);
}

static void sink(struct flipper *flipper, uint32_t place, uint32_t vertex)
{
    for (uint32_t below; (below = 2 * place + 1) < flipper->size; place = below) {
        if (below + 1 < flipper->size &&
            before(flipper, flipper->heap[below + 1], flipper->heap[below]))
            below++;
        if (!before(flipper, flipper->heap[below], vertex))
            break;
        put(flipper, place, flipper->heap[below]);
    }
    put(flipper, place, vertex);
}

static uint32_t take_best(struct flipper *flipper)
{
    uint32_t best = flipper->heap[0], last = flipper->heap[--flipper->size];
    if (flipper->size > 0)
        sink(flipper, 0, last);
    flipper->place[best] = UINT32_MAX;
    return best;
}

/* Turn the vertex over; its neighbours' gains follow. */
static void turn(struct flipper *flipper, uint32_t vertex)
{
    const struct ent_signed *graph = flipper->graph;
    for (uint32_t l = graph->start[vertex]; l < graph->start[vertex + 1]; l++) {
        const struct ent_signed_link *link = &graph->links[l];
        uint32_t to = link->to;
        bool together = flipper->camp[to] == flipper->camp[vertex];
        int64_t more = 2 * (together ? link->weight : -link->weight);
        flipper->gain[to] += more;
        flipper->age[to] = ++flipper->now;
        if (flipper->place[to] == UINT32_MAX)
            continue;
        if (more > 0)
            rise(flipper, flipper->place[to], to);
        else
            sink(flipper, flipper->place[to], to);
    }
    flipper->camp[vertex] ^= 1;
    flipper->gain[vertex] = -flipper->gain[vertex];
}

static void start_pass(struct flipper *flipper)
{
    flipper->size = flipper->graph->vertex_count;
    flipper->count = 0;
    for (uint32_t v = 0; v < flipper->size; v++)
        put(flipper, v, v);
    for (uint32_t i = flipper->size / 2; i-- > 0;)
        sink(flipper, i, flipper->heap[i]);
}

/* What the pass saved. */
static int64_t pass(struct flipper *flipper)
{
    int64_t saved = 0, most = 0;
    uint32_t kept = 0, patience = flipper->graph->vertex_count / PATIENCE_SHARE;
    if (patience < LEAST_PATIENCE)
        patience = LEAST_PATIENCE;
    start_pass(flipper);
    while (flipper->size > 0 && flipper->count - kept < patience) {
        uint32_t vertex = take_best(flipper);
        saved += flipper->gain[vertex];
        turn(flipper, vertex);
        flipper->turned[flipper->count++] = vertex;
        if (saved > most) {
            most = saved;
            kept = flipper->count;
        }
    }
    flipper->size = 0; /* taking back needs no order */
    for (uint32_t v = 0; v < flipper->graph->vertex_count; v++)
        flipper->place[v] = UINT32_MAX;
    while (flipper->count > kept)
        turn(flipper, flipper->turned[--flipper->count]);
    return most;
}

static void find_gains(struct flipper *flipper)
{
    const struct ent_signed *graph = flipper->graph;
    for (uint32_t v = 0; v < graph->vertex_count; v++) {
        int64_t gain = 0;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++) {
            bool together = flipper->camp[graph->links[l].to] == flipper->camp[v];
            gain -= together ? graph->links[l].weight : -graph->links[l].weight;
        }
        flipper->gain[v] = gain;
    }
}

enum ent_status ent_camps_flip(const struct ent_signed *graph,
                               const struct ent_deadline *deadline, uint32_t *camp)
{
    size_t n = (size_t)graph->vertex_count + 1;
    struct flipper flipper = {.graph = graph, .camp = camp};
    flipper.gain = malloc(n * sizeof *flipper.gain);
    flipper.age = calloc(n, sizeof *flipper.age);
    flipper.heap = malloc(n * sizeof *flipper.heap);
    flipper.place = malloc(n * sizeof *flipper.place);
    flipper.turned = malloc(n * sizeof *flipper.turned);
    bool good =
        flipper.gain && flipper.age && flipper.heap && flipper.place && flipper.turned;
    if (good) {
        find_gains(&flipper);
        while (pass(&flipper) > 0 && !ent_deadline_passed(deadline))
            ;
    }
    free(flipper.gain);
    free(flipper.age);
    free(flipper.heap);
    free(flipper.place);
    free(flipper.turned);
    return good ? ENT_OK : ENT_EMEMORY;
}
