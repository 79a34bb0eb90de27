/* coalition.h: who stands with whom. Camps of a signed network, exact where that is
 * possible.
 *
 * A partition of the actors into camps disagrees with a tie when a positive tie runs
 * between two camps or a negative tie runs inside one. The cost of a partition is the
 * summed |weight| of the ties it disagrees with. Least cost over two camps is the
 * frustration index, or line index of balance (Harary 1959); least cost over any number
 * of camps is correlation clustering (Bansal, Blum & Chawla 2004), the generalised
 * balance of Davis (1967). Always: any-camps <= K camps <= 2 camps.
 *
 * The exact method: data reduction and biconnected blocks, then a linear programme over
 * bad cycles (cycles that no partition can agree with wholly) by cutting planes, then
 * branch and bound. See docs/coalitions.md. */
#ifndef ENTENTE_COALITION_H
#define ENTENTE_COALITION_H

#include <entente/network.h>
#include <entente/status.h>

/* A tie as it comes in: any order, repeated pairs and loops allowed. */
struct ent_tie {
    uint32_t u, v;
    double strength; /* signed, finite; 0 = no tie */
};

struct ent_signed_edge {
    uint32_t u, v;  /* u < v */
    int64_t weight; /* signed, never 0: the strength times ent_signed.scale, rounded */
};

struct ent_signed_link {
    uint32_t to;
    uint32_t edge;
    int64_t weight;
};

/* A compact undirected signed network: ties of a pair summed, loops and zeros dropped,
 * weights as whole numbers so that all arithmetic on costs is exact. Strengths with at
 * most six decimals are kept exactly; others are rounded to a millionth of the largest.
 */
struct ent_signed {
    uint32_t vertex_count, edge_count;
    struct ent_signed_edge *edges; /* [edge_count], by (u, v) */
    uint32_t *start;               /* [vertex_count + 1] into links */
    struct ent_signed_link *links; /* [2 * edge_count], per vertex by `to` */
    double scale;                  /* a strength of 1 has this weight */
};

/* ENT_EARG for ends out of range or strengths that are not finite. */
enum ent_status ent_signed_init(struct ent_signed *graph, uint32_t vertex_count,
                                const struct ent_tie *ties, size_t tie_count,
                                struct ent_error *error);
void ent_signed_clear(struct ent_signed *graph);

/* Ties with the strengths of ent_network_strength(); arcs of both directions are summed.
 */
enum ent_status ent_signed_of_network(struct ent_signed *graph,
                                      const struct ent_network *network,
                                      struct ent_error *error);

/* The cost of a partition in units of strength; camp labels may be any numbers. */
double ent_signed_cost(const struct ent_signed *graph, const uint32_t *camp);

/* Rename labels to 1, 2, ... by falling size; equal sizes by the least `rank` of a
 * member. `rank` [vertex_count] is the order of the actors' names; NULL = by number.
 * Returns the number of camps, 0 when memory ran out (or there are no vertices). */
uint32_t ent_camps_number(uint32_t *camp, uint32_t vertex_count, const uint32_t *rank);

enum { ENT_CAMPS_ANY = 0 };

struct ent_coalition_options {
    uint32_t camps;    /* ENT_CAMPS_ANY, 2, or at most K > 2 */
    double time_limit; /* seconds of wall clock; 0 = heuristic only, < 0 = no limit */
    double effort;     /* of the heuristics; 1 by default */
    uint64_t seed;
    const uint32_t *start; /* a partition to begin from, or NULL */
};

struct ent_coalition {
    uint32_t *camp; /* [vertex_count], 1, 2, ...; owned */
    uint32_t camp_count;
    double cost;  /* what the partition disagrees with */
    double bound; /* no partition costs less; rounding errors allowed for */
    bool proven;  /* cost is the least possible */
};

void ent_coalition_options_init(struct ent_coalition_options *options);

/* Find camps of least cost. The result is the same on every run unless the clock stops
 * it; whatever stops it, cost and bound hold. For K > 2 camps the search is heuristic and
 * the bound is that of any-camps, so that K camps are proven when any-camps needs no
 * more. */
enum ent_status ent_coalition_find(const struct ent_signed *graph,
                                   const struct ent_coalition_options *options,
                                   struct ent_coalition *result, struct ent_error *error);
void ent_coalition_clear(struct ent_coalition *result);

/* How firmly the data place each actor: what it would cost at least to place it
 * elsewhere.
 *
 * Two camps: the extra cost of standing on the other side of the reference, which is the
 * actor with the most tie weight in the largest component; the reference itself is
 * measured against the second such actor. Actors outside that component have margin 0:
 * nothing ties their side to the others'. Any camps: the extra cost of not being with the
 * camp's reference (its member with the most tie weight; for the reference itself, the
 * second). An actor alone in its camp: the extra cost of being with one of its positive
 * neighbours; 0 if it has none. 0 means that the data do not place the actor: another
 * partition is as good. */
struct ent_margins {
    double *margin;    /* [vertex_count] in units of strength; owned */
    uint32_t unplaced; /* actors with margin 0 */
    bool exact;        /* all proven; else upper bounds */
};

/* Given what ent_coalition_find found with the same number of camps. Each margin is an
 * exact search of its own in one block of the network. When the time limit is over, for
 * networks of more than 200,000 ties, and for K > 2 camps, margins are upper bounds: the
 * cost of moving the actor alone. */
enum ent_status ent_margins_find(const struct ent_signed *graph,
                                 const struct ent_coalition_options *options,
                                 const struct ent_coalition *result,
                                 struct ent_margins *margins, struct ent_error *error);
void ent_margins_clear(struct ent_margins *margins);

/* Put the result into columns. Vertices: `camp`, `camp_support` (the share of the actor's
 * tie weight that agrees with the camps, missing without ties) and, with margins,
 * `camp_margin`. Arcs: `camp_agrees` (1 or 0, missing for strength 0). Graph: `camps`,
 * `cost`, `bound`, `gap` ((cost - bound) / cost), `proven` (1 or 0), `camp_leaders` (the
 * strongest members of the largest camps) and, with margins, `unplaced` and `margins_exact`.
 * Camps are numbered anew, ties by the actors' names; result->camp too. `margins` may be
 * NULL. */
enum ent_status ent_coalition_annotate(struct ent_network *network,
                                       const struct ent_signed *graph,
                                       struct ent_coalition *result,
                                       const struct ent_margins *margins,
                                       struct ent_error *error);

#endif
