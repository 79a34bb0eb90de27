/* dynamic.h: camps through time.
 *
 * The networks of successive periods are solved as one: every actor is a vertex in each
 * period in which it has ties, and its vertices in successive periods are joined by a
 * positive tie, the coupling (Mucha et al. 2010). Changing sides costs the coupling, so
 * an actor does so only if its ties of the new period ask for it; and camps keep their
 * identity from period to period. */
#ifndef ENTENTE_DYNAMIC_H
#define ENTENTE_DYNAMIC_H

#include <entente/coalition.h>
#include <entente/map.h>

struct ent_dynamic {
    uint32_t slice_count, actor_count;
    struct ent_str *names;   /* [actor_count] in byte order; views into `map` */
    struct ent_map map;      /* the actors' names */
    uint32_t *actor, *slice; /* [graph.vertex_count] by actor, then slice */
    uint32_t *vertex;        /* [graph.vertex_count] number in its slice's network */
    struct ent_signed graph; /* all periods with the coupling ties */
};

/* Join networks, matched by the vertex column `name`. `coupling` >= 0. Clear in any case.
 */
enum ent_status ent_dynamic_init(struct ent_dynamic *dynamic,
                                 const struct ent_network *slices, uint32_t slice_count,
                                 double coupling, struct ent_error *error);
void ent_dynamic_clear(struct ent_dynamic *dynamic);

/* Does the vertex of the joined graph stand in another camp than its actor did before? */
bool ent_dynamic_switched(const struct ent_dynamic *dynamic, const uint32_t *camp,
                          uint32_t vertex);

/* One network of all periods, arcs of a pair summed: vertex columns `name`, `label`,
 * `kind`, `country` (as first given), `camp` (the latest), `switches` (how often it
 * changed), and per period P `camp_P` and, with margins, `margin_P`; arc columns `weight`
 * and `sign` (of the summed strengths); graph columns as of ent_coalition_annotate, and
 * `switches`. `periods` [slice_count] names the periods. Clear `network` in any case. */
enum ent_status ent_dynamic_network(const struct ent_dynamic *dynamic,
                                    const struct ent_network *slices,
                                    const struct ent_str *periods,
                                    const struct ent_coalition *result,
                                    const struct ent_margins *margins,
                                    struct ent_network *network, struct ent_error *error);

#endif
