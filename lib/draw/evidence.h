/* evidence.h: the sentences behind arcs, in the order in which a page tells them. */
#ifndef ENTENTE_DRAW_EVIDENCE_H
#define ENTENTE_DRAW_EVIDENCE_H

#include <entente/draw.h>
#include <entente/map.h>
#include <entente/relation.h>

struct evidence_item {
    uint32_t arc;
    uint32_t order; /* of its line */
    struct ent_str date, document, claimant, sentence;
    enum ent_relation_type relation;
    enum ent_relation_status status;
};

struct ent_evidence {
    const struct ent_network *network;
    struct ent_arena arena;   /* the items' strings */
    struct ent_arena scratch; /* of the line being read */
    struct ent_map names;     /* of vertices -> their number in `vertices` */
    uint32_t *vertices;
    struct ent_map pairs;     /* two vertex numbers -> first arc in `arcs` */
    uint32_t *arcs;
    uint32_t *next;           /* [arcs] the next arc between the same ends */
    struct evidence_item *items;
    uint32_t count, capacity, lines;
};

/* The items of all arcs, by arc, date and line; views into the evidence. NULL when memory ran
 * out; the caller frees it. */
struct evidence_item *evidence_sorted(const struct ent_evidence *evidence);

#endif
