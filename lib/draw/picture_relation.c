/* picture_relation.c: which relation an arc is labelled with.
 *
 * The most frequent relation need not be of the arc's sign: three statements of
 * cooperation weigh less than two attacks. A red line that says "cooperates" would
 * puzzle, so the most frequent relation of the arc's own sign is shown. */
#include "draw/picture.h"

#include <entente/relation.h>

/* The relation of that sign which the arc counts most; empty if there is none. */
static struct ent_str most_frequent(const struct picture *picture, uint32_t arc, int sign)
{
    const struct ent_table *edges = &picture->network->edges;
    struct ent_str best = {NULL, 0};
    double most = 0;
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        enum ent_relation_type type = (enum ent_relation_type)i;
        const struct ent_column *column =
            ent_relation_sign(type) == sign
                ? ent_table_find(edges, ent_relation_name(type))
                : NULL;
        double count = column ? ent_column_number(column, arc) : 0;
        if (count > most) {
            most = count;
            best = ent_str_of(ent_relation_name(type));
        }
    }
    return best;
}

/* How often the arc states the relation, or its weight if it does not tell. */
static double count_of(const struct picture *picture, uint32_t arc,
                       struct ent_str relation)
{
    int type = ent_relation_type_of(relation);
    const struct ent_column *column =
        type < 0 ? NULL
                 : ent_table_find(&picture->network->edges,
                                  ent_relation_name((enum ent_relation_type)type));
    double count = column ? ent_column_number(column, arc) : NAN;
    return isfinite(count) && count > 0 ? count : picture->arcs[arc].weight;
}

static void choose(const struct picture *picture, uint32_t number)
{
    struct picture_arc *arc = &picture->arcs[number];
    arc->shown = arc->relation;
    int type = ent_relation_type_of(arc->relation);
    if (type < 0 || !picture->is_signed ||
        ent_relation_sign((enum ent_relation_type)type) == arc->sign)
        return;
    struct ent_str own = most_frequent(picture, number, arc->sign);
    if (own.size) {
        arc->shown = own;
    } else if (arc->sign == 0) {
        int sign = ent_relation_sign((enum ent_relation_type)type);
        arc->against = most_frequent(picture, number, -sign);
    }
}

void picture_choose_relations(struct picture *picture)
{
    for (uint32_t i = 0; i < picture->network->edges.row_count; i++) {
        struct picture_arc *arc = &picture->arcs[i];
        choose(picture, i);
        arc->shown_count = count_of(picture, i, arc->shown);
        arc->against_count = count_of(picture, i, arc->against);
    }
}
