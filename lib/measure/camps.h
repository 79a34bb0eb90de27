/* camps.h: what the files of the coalition search share; not for library users. */
#ifndef ENTENTE_MEASURE_CAMPS_H
#define ENTENTE_MEASURE_CAMPS_H

#include <entente/coalition.h>
#include <entente/random.h>
#include <stdbool.h>

/* Edges with distinct pairs u < v into a graph; takes ownership of `edges` (malloc'ed)
 * even on failure. Sorts them. */
enum ent_status ent_signed_adopt(struct ent_signed *graph, uint32_t vertex_count,
                                 struct ent_signed_edge *edges, uint32_t edge_count);

/* Cost in whole units. */
int64_t ent_signed_whole_cost(const struct ent_signed *graph, const uint32_t *camp);

/* The edge between two vertices, or UINT32_MAX. */
uint32_t ent_signed_find(const struct ent_signed *graph, uint32_t u, uint32_t v);

/* Labels 0 and 1: turn over components so that the larger side (or, of equal ones, that
 * of the first vertex) is 0. Their sides towards each other mean nothing. */
enum ent_status ent_camps_orient(const struct ent_signed *graph, uint32_t *camp);

/* The graph's column `camp_leaders`: "1: USA, FRA, GBR; 2: RUS, BLR", the three members
 * with the most tie weight of the first twelve camps that have more than one. */
bool ent_camps_note_leaders(struct ent_network *network, const struct ent_signed *graph,
                            const uint32_t *camp);

/* ---- deadline.c: the only place that looks at the clock ---- */
struct ent_deadline {
    bool limited;
    double end;
};

void ent_deadline_init(struct ent_deadline *deadline, double seconds); /* < 0: none */
bool ent_deadline_passed(const struct ent_deadline *deadline);
double ent_deadline_left(const struct ent_deadline *deadline); /* 1e9 if unlimited */

/* ---- coalition_search.c: local search ---- */
enum { ENT_CAMP_PULLED = 2 };

struct ent_camp_search {
    const struct ent_signed *graph;
    uint32_t limit;  /* camps at most; 0 = any */
    uint32_t *camp;  /* [n] labels 0 .. n-1 */
    uint32_t *size;  /* [n + 1] members per label */
    uint32_t *empty; /* unused labels, in no order */
    uint32_t *where; /* [label] its place among them */
    uint32_t empty_count, used;
    int64_t cost;
    int64_t *pull;   /* per label: scratch of the vertex under review */
    uint32_t *near;  /* labels with a pull, of up to ENT_CAMP_PULLED vertices at once */
    uint32_t *queue; /* ring of vertices to review */
    uint32_t head, waiting;
    bool *queued;
    bool trial; /* moves are journalled: pairs of vertex and camp it left */
    uint32_t *moved;
    uint32_t moved_count, moved_capacity;
    uint32_t *ball;
    bool *in_ball;
    uint64_t work; /* links looked at: the measure of effort */
    struct ent_random random;
};

enum ent_status ent_camp_search_init(struct ent_camp_search *search,
                                     const struct ent_signed *graph, uint32_t limit,
                                     uint64_t seed);
void ent_camp_search_clear(struct ent_camp_search *search);
/* Begin from a partition (any labels < n; with a limit, labels < limit). */
void ent_camp_search_set(struct ent_camp_search *search, const uint32_t *camp);
/* Move single vertices while that lowers the cost, beginning with those queued. */
void ent_camp_search_descend(struct ent_camp_search *search);
void ent_camp_search_queue_all(struct ent_camp_search *search);
void ent_camp_search_enqueue(struct ent_camp_search *search, uint32_t vertex);
void ent_camp_search_move(struct ent_camp_search *search, uint32_t vertex, uint32_t camp);
/* Undo all moves of the trial; `cost` is what it was before. */
void ent_camp_search_undo(struct ent_camp_search *search, int64_t cost);
/* An unused label, or UINT32_MAX if the limit forbids a further camp. */
uint32_t ent_camp_search_unused(const struct ent_camp_search *search);
/* Join whole camps while that lowers the cost; then descend, until neither helps. */
enum ent_status ent_camp_search_join(struct ent_camp_search *search);
/* Iterated local search: disturb a region, descend, keep what is not worse; until the
 * work is used up, the cost reaches `target` or the deadline passes. */
void ent_camp_search_iterate(struct ent_camp_search *search, uint64_t work,
                             int64_t target, const struct ent_deadline *deadline);

/* ---- coalition_flip.c: passes over two camps ---- */
/* Labels 0 and 1 in and out: passes of Fiduccia and Mattheyses until one saves nothing.
 */
enum ent_status ent_camps_flip(const struct ent_signed *graph,
                               const struct ent_deadline *deadline, uint32_t *camp);

/* ---- coalition_start.c: first partitions ---- */
/* A network so large that there is little work per vertex: fewer starts, cheaper trials. */
bool ent_signed_is_large(const struct ent_signed *graph);
/* Best of several starts and the iterated search; `camp` [n] in (if `warm`) and out. */
enum ent_status ent_camps_heuristic(const struct ent_signed *graph, uint32_t limit,
                                    uint64_t seed, double effort, bool warm,
                                    int64_t target, const struct ent_deadline *deadline,
                                    uint32_t *camp);

/* ---- coalition_pack.c: a lower bound from disjoint bad cycles ---- */
/* A bad cycle as edge numbers, handed to `found` (may be NULL); false: out of memory. */
typedef bool ent_cycle_found(void *context, const uint32_t *edges, uint32_t count);
/* Cycles of up to `longest` edges, looking at `work` links at most. For two camps a
 * partition of low cost must be given as `switching`; NULL means any camps. */
#define ENT_PACKING_WORK 50000000u /* for one block */
enum ent_status ent_camps_pack(const struct ent_signed *graph, const uint32_t *switching,
                               uint32_t longest, uint64_t work,
                               const struct ent_deadline *deadline,
                               ent_cycle_found *found, void *context, int64_t *bound);

/* The network whose vertices are the groups 0 .. count-1 of `label`; edges summed. */
enum ent_status ent_signed_contract(struct ent_signed *small,
                                    const struct ent_signed *graph, const uint32_t *label,
                                    uint32_t count);

#endif
