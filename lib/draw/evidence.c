/* evidence.c: from relations to the arcs that they stand behind. */
#include "draw/evidence.h"

#include <stdlib.h>

static struct ent_str pair_key(const struct ent_network *network, struct ent_arc *pair)
{
    if (!network->directed && pair->from > pair->to)
        *pair = (struct ent_arc){pair->to, pair->from};
    return (struct ent_str){(const char *)pair, sizeof *pair};
}

static bool index_vertices(struct ent_evidence *evidence)
{
    uint32_t n = evidence->network->vertices.row_count;
    evidence->vertices = calloc((size_t)n + 1, sizeof *evidence->vertices);
    for (uint32_t i = 0; evidence->vertices && i < n; i++) {
        bool added;
        struct ent_str name = ent_network_name(evidence->network, i, &evidence->scratch);
        uint32_t key = ent_map_add(&evidence->names, name, &added);
        if (key == ENT_MAP_NONE)
            return false;
        if (added)
            evidence->vertices[key] = i;
    }
    return evidence->vertices != NULL;
}

static bool index_arcs(struct ent_evidence *evidence)
{
    uint32_t m = evidence->network->edges.row_count;
    evidence->arcs = calloc((size_t)m + 1, sizeof *evidence->arcs);
    evidence->next = calloc((size_t)m + 1, sizeof *evidence->next);
    if (!evidence->arcs || !evidence->next)
        return false;
    for (uint32_t i = m; i-- > 0;) {
        struct ent_arc pair = evidence->network->arcs[i];
        bool added;
        uint32_t key =
            ent_map_add(&evidence->pairs, pair_key(evidence->network, &pair), &added);
        if (key == ENT_MAP_NONE)
            return false;
        evidence->next[i] = added ? UINT32_MAX : evidence->arcs[key];
        evidence->arcs[key] = i;
    }
    return true;
}

struct ent_evidence *ent_evidence_new(const struct ent_network *network)
{
    struct ent_evidence *evidence = calloc(1, sizeof *evidence);
    if (!evidence)
        return NULL;
    evidence->network = network;
    ent_arena_init(&evidence->arena);
    ent_arena_init(&evidence->scratch);
    ent_map_init(&evidence->names);
    ent_map_init(&evidence->pairs);
    if (index_vertices(evidence) && index_arcs(evidence))
        return evidence;
    ent_evidence_free(evidence);
    return NULL;
}

void ent_evidence_free(struct ent_evidence *evidence)
{
    if (!evidence)
        return;
    ent_arena_clear(&evidence->arena);
    ent_arena_clear(&evidence->scratch);
    ent_map_clear(&evidence->names);
    ent_map_clear(&evidence->pairs);
    free(evidence->vertices);
    free(evidence->arcs);
    free(evidence->next);
    free(evidence->items);
    free(evidence);
}

/* The vertex of a side's group, else of the actor itself, else UINT32_MAX. */
static uint32_t vertex_of(const struct ent_evidence *evidence,
                          const struct ent_party *party)
{
    uint32_t key = ent_map_find(&evidence->names, party->group);
    if (key == ENT_MAP_NONE)
        key = ent_map_find(&evidence->names, party->actor);
    return key == ENT_MAP_NONE ? UINT32_MAX : evidence->vertices[key];
}

/* Does the arc count such a relation, at such a time? */
static bool belongs(struct ent_evidence *evidence, uint32_t arc,
                    const struct ent_relation *relation)
{
    const struct ent_table *edges = &evidence->network->edges;
    const struct ent_column *own =
        ent_table_find(edges, ent_relation_name(relation->type));
    const struct ent_column *main = ent_table_find(edges, "relation");
    const struct ent_column *first = ent_table_find(edges, "first");
    const struct ent_column *last = ent_table_find(edges, "last");
    struct ent_str name = {NULL, 0};
    if (main)
        name = ent_column_text(main, arc, &evidence->scratch);
    bool counted = own && ent_column_number(own, arc) > 0;
    if (!counted && name.size && !ent_str_is(name, ent_relation_name(relation->type)))
        return false;
    struct ent_str date = relation->event_date;
    if (date.size == 0 || !first || !last)
        return true;
    struct ent_str from = ent_column_text(first, arc, &evidence->scratch);
    struct ent_str to = ent_column_text(last, arc, &evidence->scratch);
    return !(from.size && ent_str_cmp(date, from) < 0) &&
           !(to.size && ent_str_cmp(date, to) > 0);
}

static bool add_item(struct ent_evidence *evidence, uint32_t arc,
                     const struct ent_relation *relation)
{
    if (evidence->count == evidence->capacity) {
        uint32_t capacity = evidence->capacity ? evidence->capacity * 2 : 256;
        struct evidence_item *items =
            realloc(evidence->items, capacity * sizeof *evidence->items);
        if (!items)
            return false;
        evidence->items = items;
        evidence->capacity = capacity;
    }
    struct ent_str date =
        relation->event_date.size ? relation->event_date : relation->date;
    evidence->items[evidence->count++] = (struct evidence_item){
        .arc = arc,
        .order = evidence->lines,
        .date = ent_arena_dup(&evidence->arena, date),
        .document = ent_arena_dup(&evidence->arena, relation->doc),
        .claimant = ent_arena_dup(&evidence->arena, relation->claimant),
        .sentence = ent_arena_dup(&evidence->arena, relation->sentence),
        .relation = relation->type,
        .status = relation->status,
    };
    return true;
}

/* To every arc from one vertex to the other that it belongs to. */
static bool attach(struct ent_evidence *evidence, uint32_t from, uint32_t to,
                   const struct ent_relation *relation)
{
    struct ent_arc pair = {from, to};
    uint32_t key = ent_map_find(&evidence->pairs, pair_key(evidence->network, &pair));
    if (key == ENT_MAP_NONE)
        return true;
    for (uint32_t arc = evidence->arcs[key]; arc != UINT32_MAX;
         arc = evidence->next[arc]) {
        if (belongs(evidence, arc, relation) && !add_item(evidence, arc, relation))
            return false;
    }
    return true;
}

enum ent_status ent_evidence_add(struct ent_evidence *evidence, struct ent_str line,
                                 struct ent_error *error)
{
    struct ent_relation relation;
    ent_arena_reset(&evidence->scratch);
    enum ent_status status =
        ent_relation_read(line, &evidence->scratch, &relation, error);
    if (status != ENT_OK)
        return status;
    uint32_t from = vertex_of(evidence, &relation.source);
    uint32_t to = vertex_of(evidence, &relation.target);
    bool fine = true;
    if (from != UINT32_MAX && to != UINT32_MAX) {
        fine = attach(evidence, from, to, &relation);
        if (fine && ent_relation_symmetric(relation.type) &&
            evidence->network->directed && from != to)
            fine = attach(evidence, to, from, &relation);
    }
    evidence->lines++;
    return fine ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

static int by_arc(const void *a, const void *b)
{
    const struct evidence_item *x = a, *y = b;
    if (x->arc != y->arc)
        return x->arc < y->arc ? -1 : 1;
    int order = ent_str_cmp(x->date, y->date);
    if (order != 0)
        return order;
    return x->order < y->order ? -1 : x->order > y->order;
}

struct evidence_item *evidence_sorted(const struct ent_evidence *evidence)
{
    size_t size = (size_t)evidence->count * sizeof *evidence->items;
    struct evidence_item *items = malloc(size ? size : 1);
    if (items && size) {
        memcpy(items, evidence->items, size);
        qsort(items, evidence->count, sizeof *items, by_arc);
    }
    return items;
}
