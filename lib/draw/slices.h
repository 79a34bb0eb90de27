/* slices.h: networks of successive periods put together. */
#ifndef ENTENTE_DRAW_SLICES_H
#define ENTENTE_DRAW_SLICES_H

#include <entente/draw.h>
#include <entente/map.h>

struct period {
    char from[11], to[11]; /* full dates; empty if unknown */
};

/* That an arc was there in a period. */
struct presence {
    uint32_t arc, period;
    double weight;
};

struct ent_slices {
    struct ent_network network;
    struct ent_map vertices; /* names -> vertex */
    struct ent_map arcs;     /* ends and relation -> arc */
    struct period *periods;
    struct presence *items;  /* in order of periods */
    uint32_t period_count, item_count, item_capacity;
    struct ent_arena scratch;
};

/* A full date from YYYY[-MM[-DD]], its first or last day; false if it is none. */
bool draw_full_date(struct ent_str text, bool last, char date[11]);

/* The items by arc, then period; NULL when memory ran out; the caller frees it. */
struct presence *slices_by_arc(const struct ent_slices *slices);

#endif
