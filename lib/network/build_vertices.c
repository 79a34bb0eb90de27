/* build_vertices.c: the attributes of vertices. */
#include "network/build.h"

#include "network/sort.h"

struct sighting {
    uint32_t vertex, document, count;
    string_id date;
};

static int compare_sightings(const void *a, const void *b)
{
    const struct sighting *x = a, *y = b;
    return x->document < y->document ? -1 : x->document > y->document;
}

static uint32_t sighting_vertex(const void *sighting)
{
    return ((const struct sighting *)sighting)->vertex;
}

/* Where each vertex was seen, sorted; the caller frees. */
static struct sighting *collect(const struct builder *builder, size_t *count)
{
    size_t room = 2 * builder->unit_count + 1, seen = 0;
    struct sighting *found = malloc(room * sizeof *found);
    struct sighting *sorted = malloc(room * sizeof *sorted);
    for (size_t i = 0; found && i < builder->unit_count; i++) {
        const struct unit *unit = &builder->units[i];
        if (unit->mirrored)
            continue;
        found[seen++] =
            (struct sighting){unit->from, unit->document, unit->count, unit->date};
        found[seen++] =
            (struct sighting){unit->to, unit->document, unit->count, unit->date};
    }
    bool fine = found && sorted &&
                sort_by_number(found, sorted, seen, sizeof *sorted,
                               builder->network->vertices.row_count, sighting_vertex);
    free(found);
    for (size_t i = 0, next; fine && i < seen; i = next) {
        for (next = i + 1; next < seen && sorted[next].vertex == sorted[i].vertex;)
            next++;
        sort_if_needed(sorted + i, next - i, sizeof *sorted, compare_sightings);
    }
    if (!fine) {
        free(sorted);
        sorted = NULL;
    }
    *count = seen;
    return sorted;
}

static bool set_period(struct builder *builder, uint32_t vertex, struct ent_str first,
                       struct ent_str last)
{
    struct ent_table *table = &builder->network->vertices;
    if (!first.data)
        return true;
    return ent_column_set(builder->network, ent_table_find(table, "first"), vertex,
                          first) == ENT_OK &&
           ent_column_set(builder->network, ent_table_find(table, "last"), vertex,
                          last) == ENT_OK;
}

/* mentions, documents, first and last. */
static bool count_sightings(struct builder *builder)
{
    struct ent_table *table = &builder->network->vertices;
    size_t count;
    struct sighting *sightings = collect(builder, &count);
    bool fine = sightings != NULL;
    for (size_t i = 0, next; fine && i < count; i = next) {
        int64_t mentions = 0, documents = 0;
        struct ent_str first = {NULL, 0}, last = {NULL, 0};
        for (next = i; next < count && sightings[next].vertex == sightings[i].vertex;
             next++) {
            struct ent_str date =
                aggregate_string(builder->aggregate, sightings[next].date);
            mentions += sightings[next].count;
            documents +=
                next == i || sightings[next].document != sightings[next - 1].document;
            if (date.size > 0 && (!first.data || ent_str_cmp(date, first) < 0))
                first = date;
            if (date.size > 0 && (!last.data || ent_str_cmp(date, last) > 0))
                last = date;
        }
        uint32_t vertex = sightings[i].vertex;
        ent_table_find(table, "mentions")->ints[vertex] = mentions;
        ent_table_find(table, "documents")->ints[vertex] = documents;
        fine = set_period(builder, vertex, first, last);
    }
    free(sightings);
    return fine;
}

/* What the records say of a vertex: those that name just it before those that name one of
 * its people; then known before unknown; then the smaller. */
struct described {
    struct ent_str kind, country;
    bool itself;
};

static bool is_known(struct ent_str kind)
{
    return kind.size > 0 && !ent_str_is(kind, "unknown");
}

static void improve(struct ent_str *value, struct ent_str other)
{
    if (is_known(*value) != is_known(other)) {
        if (is_known(other))
            *value = other;
    } else if (value->size == 0 || (other.size > 0 && ent_str_cmp(other, *value) < 0)) {
        *value = other;
    }
}

static void describe(const struct builder *builder, struct described *described)
{
    const struct ent_aggregate *aggregate = builder->aggregate;
    for (uint32_t i = 0; i < aggregate->party_keys.size; i++) {
        const struct party *party = &aggregate->parties[i];
        struct ent_str actor = aggregate_string(aggregate, party->actor);
        bool by_actor = builder->build->by_actor && actor.size > 0;
        uint32_t key = builder->name_of[i];
        struct ent_str group = aggregate_string(aggregate, party->group);
        if (key == ENT_MAP_NONE || builder->number[key] == UINT32_MAX)
            continue;
        /* France says nothing about the group that it is rolled up into. */
        if (!by_actor && !ent_str_eq(group, builder->names.keys[key]))
            continue;
        struct described *of = &described[builder->number[key]];
        bool itself = by_actor || actor.size == 0;
        if (itself && !of->itself)
            *of = (struct described){.itself = true};
        if (itself != of->itself)
            continue;
        improve(&of->kind, aggregate_string(aggregate, party->kind));
        improve(&of->country, aggregate_string(aggregate, party->country));
    }
}

/* name, label, kind, country */
static bool set_names(struct builder *builder, const struct described *described)
{
    struct ent_network *network = builder->network;
    struct ent_table *table = &network->vertices;
    for (uint32_t i = 0; i < table->row_count; i++) {
        struct ent_str name = builder->names.keys[builder->vertex_at[i]];
        struct ent_str label = labels_text(builder->build->labels, name, &network->arena);
        const struct label *known = labels_find(builder->build->labels, name);
        struct ent_str kind = known ? known->kind : described[i].kind;
        struct ent_str country = known ? known->country : described[i].country;
        if (known && country.size == 0 && ent_str_is(kind, "state"))
            country = name;
        if (kind.size == 0)
            kind = ENT_STR("unknown");
        const struct ent_str values[4] = {name, label, kind, country};
        for (int c = 0; c < 4; c++) {
            if (ent_column_set(network, &table->columns[c], i, values[c]) != ENT_OK)
                return false;
        }
    }
    return true;
}

bool build_vertices(struct builder *builder)
{
    static const struct {
        const char *name;
        enum ent_type type;
    } columns[] = {
        {"name", ENT_TYPE_STRING},  {"label", ENT_TYPE_STRING},
        {"kind", ENT_TYPE_STRING},  {"country", ENT_TYPE_STRING},
        {"mentions", ENT_TYPE_INT}, {"documents", ENT_TYPE_INT},
        {"first", ENT_TYPE_STRING}, {"last", ENT_TYPE_STRING},
    };
    struct ent_network *network = builder->network;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        if (!ent_table_column(network, &network->vertices, columns[i].name,
                              columns[i].type))
            return false;
    }
    struct described *described =
        calloc((size_t)network->vertices.row_count + 1, sizeof *described);
    if (!described)
        return false;
    describe(builder, described);
    bool fine = set_names(builder, described) && count_sightings(builder);
    free(described);
    return fine;
}
