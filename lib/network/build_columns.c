/* build_columns.c: the attributes of arcs. */
#include "network/build.h"

#include <stdlib.h>

enum { LONGEST_EXAMPLE = 280 };

static bool make(struct builder *builder, const char *name, enum ent_type type,
                 int *number)
{
    struct ent_table *edges = &builder->network->edges;
    struct ent_column *column = ent_table_column(builder->network, edges, name, type);
    *number = column ? (int)(column - edges->columns) : -1;
    return column != NULL;
}

bool arc_columns_make(struct builder *builder, struct arc_columns *columns)
{
    bool type[ENT_RELATION_COUNT] = {false}, status[ENT_RELATION_STATUS_COUNT] = {false};
    builder->copied = calloc(COPIED_STRINGS, sizeof *builder->copied);
    for (size_t i = 0; i < builder->unit_count; i++) {
        type[builder->units[i].type] = !builder->build->multi;
        status[builder->units[i].status] = true;
    }
    bool fine = builder->copied &&
                make(builder, "weight", ENT_TYPE_DOUBLE, &columns->weight) &&
                make(builder, "tone", ENT_TYPE_DOUBLE, &columns->tone) &&
                make(builder, "sign", ENT_TYPE_INT, &columns->sign) &&
                make(builder, "relation", ENT_TYPE_STRING, &columns->relation) &&
                make(builder, "label", ENT_TYPE_STRING, &columns->label);
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        const char *name = ent_relation_name((enum ent_relation_type)i);
        columns->types[i] = -1;
        if (type[i])
            fine = fine && make(builder, name, ENT_TYPE_INT, &columns->types[i]);
    }
    for (int i = 0; i < ENT_RELATION_STATUS_COUNT; i++) {
        const char *name = ent_relation_status_name((enum ent_relation_status)i);
        columns->statuses[i] = -1;
        if (status[i])
            fine = fine && make(builder, name, ENT_TYPE_INT, &columns->statuses[i]);
    }
    return fine && make(builder, "first", ENT_TYPE_STRING, &columns->first) &&
           make(builder, "last", ENT_TYPE_STRING, &columns->last) &&
           make(builder, "documents", ENT_TYPE_INT, &columns->documents) &&
           make(builder, "evidence", ENT_TYPE_STRING, &columns->evidence) &&
           make(builder, "evidence_doc", ENT_TYPE_STRING, &columns->evidence_doc);
}

static bool column_is_empty(const struct ent_table *table,
                            const struct ent_column *column)
{
    for (uint32_t i = 0; i < table->row_count; i++) {
        if (column->ints[i] != ENT_INT_NONE)
            return false;
    }
    return true;
}

static void trim(struct ent_table *edges, const char *name)
{
    const struct ent_column *column = ent_table_find(edges, name);
    if (column && column_is_empty(edges, column))
        ent_table_drop(edges, name);
}

void arc_columns_trim(struct builder *builder)
{
    struct ent_table *edges = &builder->network->edges;
    for (int i = 0; i < ENT_RELATION_COUNT; i++)
        trim(edges, ent_relation_name((enum ent_relation_type)i));
    for (int i = 0; i < ENT_RELATION_STATUS_COUNT; i++)
        trim(edges, ent_relation_status_name((enum ent_relation_status)i));
}

/* Is tie `a` a better example of an arc than tie `b`? Asserted first, then sure, then
 * short. */
static bool better_tie(const struct ent_aggregate *aggregate, const struct tie *a,
                       const struct tie *b)
{
    if ((a->sentence.size == 0) != (b->sentence.size == 0))
        return a->sentence.size > 0;
    if (a->status != b->status)
        return a->status < b->status;
    if (a->sentence_confidence != b->sentence_confidence)
        return a->sentence_confidence > b->sentence_confidence;
    if (a->sentence.size != b->sentence.size)
        return a->sentence.size < b->sentence.size;
    int order = ent_str_cmp(a->sentence, b->sentence);
    if (order == 0)
        order = ent_str_cmp(aggregate_string(aggregate, a->sentence_document),
                            aggregate_string(aggregate, b->sentence_document));
    return order < 0;
}

/* At most LONGEST_EXAMPLE bytes, cut between words where possible. */
static struct ent_str shorten(struct builder *builder, struct ent_str text)
{
    if (text.size <= LONGEST_EXAMPLE)
        return ent_arena_dup(&builder->network->arena, text);
    size_t size = LONGEST_EXAMPLE - 3;
    while (size > LONGEST_EXAMPLE / 2 && text.data[size] != ' ')
        size--;
    while (size > 0 && ((unsigned char)text.data[size] & 0xC0) == 0x80)
        size--;
    return ent_arena_printf(&builder->network->arena, "%.*s…", (int)size, text.data);
}

/* Put a string of the aggregate into a cell. */
static bool set_string(struct builder *builder, int column, uint32_t arc, string_id id)
{
    struct copied *copied = &builder->copied[id % COPIED_STRINGS];
    if (!copied->text.data || copied->id != id) {
        struct ent_str text = aggregate_string(builder->aggregate, id);
        *copied = (struct copied){id, ent_arena_dup(&builder->network->arena, text)};
    }
    builder->network->edges.columns[column].strings[arc] = copied->text;
    return copied->text.data != NULL;
}

static bool fill_example(struct builder *builder, const struct arc_columns *columns,
                         uint32_t arc, const struct unit *units, size_t count,
                         int relation)
{
    const struct ent_aggregate *aggregate = builder->aggregate;
    struct ent_column *all = builder->network->edges.columns;
    const struct tie *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct tie *tie = &aggregate->ties[units[i].tie];
        if (tie->type == relation && (!best || better_tie(aggregate, tie, best)))
            best = tie;
    }
    if (!best || best->sentence.size == 0)
        return true;
    if (!builder->sentences)
        builder->sentences =
            calloc((size_t)aggregate->tie_count + 1, sizeof *builder->sentences);
    if (!builder->sentences)
        return false;
    struct ent_str *sentence = &builder->sentences[best - aggregate->ties];
    if (!sentence->data)
        *sentence = shorten(builder, best->sentence);
    all[columns->evidence].strings[arc] = *sentence;
    return sentence->data &&
           set_string(builder, columns->evidence_doc, arc, best->sentence_document);
}

static bool fill_period(struct builder *builder, const struct arc_columns *columns,
                        uint32_t arc, const struct unit *units, size_t count)
{
    const struct ent_aggregate *aggregate = builder->aggregate;
    string_id first = 0, last = 0; /* 0 is the empty string: undated */
    for (size_t i = 0; i < count; i++) {
        string_id date = units[i].date;
        if (date == 0 || date == last)
            continue;
        if (!first || ent_str_cmp(aggregate_string(aggregate, date),
                                  aggregate_string(aggregate, first)) < 0)
            first = date;
        if (!last || ent_str_cmp(aggregate_string(aggregate, date),
                                 aggregate_string(aggregate, last)) > 0)
            last = date;
    }
    return !first || (set_string(builder, columns->first, arc, first) &&
                      set_string(builder, columns->last, arc, last));
}

static bool fill_label(struct builder *builder, int column, uint32_t arc, int relation)
{
    struct ent_str *label = &builder->labels[relation];
    const struct ent_weights *weights = builder->build->weights;
    if (!label->data)
        *label =
            ent_arena_dup(&builder->network->arena,
                          ent_str_of(weights->label[relation][builder->build->french]));
    builder->network->edges.columns[column].strings[arc] = *label;
    return label->data != NULL;
}

/* Seven digits are more than the evidence bears and keep files readable. */
static double rounded(double value)
{
    return rint(value * 1e7) / 1e7;
}

bool arc_columns_fill(struct builder *builder, const struct arc_columns *columns,
                      uint32_t arc, const struct unit *units, size_t count,
                      const struct sums *sums, int relation)
{
    struct ent_column *all = builder->network->edges.columns;
    double tone = sums->tone / sums->weight;
    all[columns->weight].doubles[arc] = sums->weight;
    all[columns->tone].doubles[arc] = rounded(tone);
    all[columns->sign].ints[arc] = tone_sign(tone);
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        if (columns->types[i] >= 0 && sums->types[i] > 0)
            all[columns->types[i]].ints[arc] = sums->types[i];
    }
    for (int i = 0; i < ENT_RELATION_STATUS_COUNT; i++) {
        if (columns->statuses[i] >= 0 && sums->statuses[i] > 0)
            all[columns->statuses[i]].ints[arc] = sums->statuses[i];
    }
    all[columns->documents].ints[arc] = sums->documents;
    struct ent_str name = ent_str_of(ent_relation_name((enum ent_relation_type)relation));
    all[columns->relation].strings[arc] = name; /* a literal: lives for ever */
    return fill_label(builder, columns->label, arc, relation) &&
           fill_period(builder, columns, arc, units, count) &&
           fill_example(builder, columns, arc, units, count, relation);
}
