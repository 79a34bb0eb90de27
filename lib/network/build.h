/* build.h: what the files that make a network of an aggregate share. */
#ifndef ENTENTE_NETWORK_BUILD_H
#define ENTENTE_NETWORK_BUILD_H

#include "network/aggregate.h"
#include "network/labels.h"

/* One piece of evidence that speaks for one arc. */
struct unit {
    uint32_t from, to; /* vertices */
    uint8_t type, status;
    bool mirrored;     /* the second arc of a symmetric relation */
    bool counted;      /* brings something that no earlier document said */
    uint32_t document; /* rank */
    uint64_t hash;
    string_id date;
    uint32_t tie, count;
};

enum { COPIED_STRINGS = 4096 };

/* A string of the aggregate that was lately copied into the network: dates and documents
 * are those of many arcs. */
struct copied {
    string_id id;
    struct ent_str text; /* the copy; data NULL: none yet */
};

struct builder {
    const struct ent_aggregate *aggregate;
    const struct ent_build *build;
    struct ent_network *network;
    struct ent_error *error;
    struct ent_map names; /* of all parties' vertices, as they come */
    uint32_t *name_of;    /* [parties] number in names, or ENT_MAP_NONE */
    uint32_t *number;     /* [names] vertex, in byte order; UINT32_MAX if in no tie */
    uint32_t *vertex_at;  /* [vertices] the reverse */
    struct unit *units;   /* sorted by from, to, type, document, status, hash */
    size_t unit_count, unit_capacity;
    double newest;             /* days; what age counts from under decay */
    struct ent_str *sentences; /* [ties] shortened examples, once made */
    struct ent_str labels[ENT_RELATION_COUNT]; /* in the network's arena, once needed */
    struct copied *copied; /* [COPIED_STRINGS] by remainder of the number */
};

/* build_units.c: choose the evidence; find the vertices. */
bool build_units(struct builder *builder);
/* Do the units of a and b speak for the same arc? */
static inline bool same_arc(const struct builder *builder, const struct unit *a,
                            const struct unit *b)
{
    return a->from == b->from && a->to == b->to &&
           (!builder->build->multi || a->type == b->type);
}

/* What the evidence for one arc adds up to. */
struct sums {
    double weight, tone;                /* tone not yet divided by weight */
    double mass[ENT_RELATION_COUNT];    /* weight by relation */
    uint32_t types[ENT_RELATION_COUNT]; /* documents by relation */
    uint32_t statuses[ENT_RELATION_STATUS_COUNT];
    uint32_t documents;
};

/* A tone as near to 0 as this is no sign: friendly and hostile evidence balance, or
 * nearly all of it is neutral. */
#define NEUTRAL_ZONE 0.05

static inline int tone_sign(double tone)
{
    return tone > NEUTRAL_ZONE ? 1 : tone < -NEUTRAL_ZONE ? -1 : 0;
}

/* build_columns.c: the attributes of arcs, as numbers of columns (-1 = none). */
struct arc_columns {
    int weight, tone, sign, relation, label, first, last, documents, evidence,
        evidence_doc;
    int types[ENT_RELATION_COUNT], statuses[ENT_RELATION_STATUS_COUNT];
};

bool arc_columns_make(struct builder *builder, struct arc_columns *columns);
bool arc_columns_fill(struct builder *builder, const struct arc_columns *columns,
                      uint32_t arc, const struct unit *units, size_t count,
                      const struct sums *sums, int relation);
/* Drop count columns that no arc uses. */
void arc_columns_trim(struct builder *builder);

/* build_arcs.c: arcs and their attributes. Units of arcs that are not made (too few
 * documents, nothing asserted) are taken out of `units`. */
bool build_arcs(struct builder *builder);

/* build_vertices.c: attributes of vertices, from the units that are left. */
bool build_vertices(struct builder *builder);

#endif
