/* table.c: actors counted over documents, as a table for people. */
#include "actor/knowledge.h"
#include "actor/words.h"

#include <entente/buf.h>
#include <entente/utf8.h>
#include <stdlib.h>

enum { MAX_VARIANTS = 6 };

struct variant {
    struct ent_str text;
    uint32_t count;
};

struct table_row {
    struct ent_str group, name, kind, country, example;
    struct variant variants[MAX_VARIANTS]; /* of names and nominals, first come */
    uint32_t mentions, documents, last_document, variant_count;
    bool known;
};

struct ent_actor_table {
    struct ent_arena arena;
    struct ent_map keys;
    struct table_row *rows;
    uint32_t capacity, documents;
    bool by_actor, only_unknown;
};

struct ent_actor_table *ent_actor_table_new(bool by_actor, bool only_unknown)
{
    struct ent_actor_table *table = calloc(1, sizeof *table);
    if (table) {
        table->by_actor = by_actor;
        table->only_unknown = only_unknown;
    }
    return table;
}

void ent_actor_table_free(struct ent_actor_table *table)
{
    if (!table)
        return;
    ent_arena_clear(&table->arena);
    ent_map_clear(&table->keys);
    free(table->rows);
    free(table);
}

static struct table_row *row_of(struct ent_actor_table *table,
                                const struct ent_actor *actor)
{
    struct ent_str name = table->by_actor ? actor->name : (struct ent_str){0};
    struct ent_str key = ent_arena_printf(&table->arena, "%.*s\t%.*s",
                                          ENT_FMT(actor->group), ENT_FMT(name));
    bool added = false;
    uint32_t id = key.data ? ent_map_add(&table->keys, key, &added) : ENT_MAP_NONE;
    if (id == ENT_MAP_NONE ||
        !ent_grow(&table->rows, &table->capacity, id, sizeof *table->rows))
        return NULL;
    if (added) {
        table->rows[id] = (struct table_row){
            .group = ent_arena_dup(&table->arena, actor->group),
            .name = ent_arena_dup(&table->arena,
                                  table->by_actor ? actor->name : actor->group),
            .kind = ent_arena_dup(&table->arena, actor->kind),
            .country = ent_arena_dup(&table->arena, actor->country)};
    }
    return &table->rows[id];
}

static bool begins_capital(const struct ent_sentence *sentence, int32_t word)
{
    size_t pos = 0;
    return ent_utf8_class(ent_utf8_next(sentence->words[word].form, &pos)) ==
           ENT_CLASS_UPPER;
}

static void add_variant(struct ent_actor_table *table, struct table_row *row,
                        const struct ent_sentence *sentence,
                        const struct ent_mention *mention)
{
    int32_t first = mention->first;
    if (mention->kind != ENT_MENTION_NAME &&
        (mention->kind != ENT_MENTION_NOMINAL || table->only_unknown))
        return;
    while (table->only_unknown && first < mention->last &&
           (sentence->words[first].upos == ENT_DET || !begins_capital(sentence, first)))
        first++; /* a name for an actor file: "la Nupes", "le caporal Quintana" */
    struct ent_str text =
        ent_words_text(&table->arena, sentence, first, mention->last);
    for (uint32_t i = 0; i < row->variant_count; i++) {
        if (ent_str_eq(row->variants[i].text, text)) {
            row->variants[i].count++;
            return;
        }
    }
    if (row->variant_count < MAX_VARIANTS)
        row->variants[row->variant_count++] = (struct variant){text, 1};
}

enum ent_status ent_actor_table_add(struct ent_actor_table *table,
                                    const struct ent_document *document,
                                    const struct ent_mentions *mentions,
                                    struct ent_error *error)
{
    table->documents++;
    for (uint32_t i = 0; i < mentions->mention_count; i++) {
        const struct ent_mention *mention = &mentions->mentions[i];
        struct table_row *row = row_of(table, &mentions->actors[mention->actor]);
        if (!row)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        row->mentions++;
        row->known |= mention->known;
        row->documents += row->last_document != table->documents;
        row->last_document = table->documents;
        if (!row->example.size)
            row->example = ent_arena_dup(
                &table->arena, document->sentences[mention->sentence].text);
        add_variant(table, row, &document->sentences[mention->sentence], mention);
    }
    return ENT_OK;
}

/* Most mentioned first, ties by name. */
static int by_count(const void *a, const void *b)
{
    const struct table_row *x = *(const struct table_row *const *)a;
    const struct table_row *y = *(const struct table_row *const *)b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    int order = ent_str_cmp(x->group, y->group);
    return order ? order : ent_str_cmp(x->name, y->name);
}

/* A cell: no tab or newline can stay in it. */
static void put_cell(struct ent_buf *buf, struct ent_str text, char end)
{
    if (text.size == 0)
        ent_buf_char(buf, '-');
    for (size_t i = 0; i < text.size; i++)
        ent_buf_char(buf, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
    ent_buf_char(buf, end);
}

static void put_variants(struct ent_buf *buf, const struct table_row *row, bool counts)
{
    for (uint32_t i = 0; i < row->variant_count; i++) {
        if (i)
            ent_buf_char(buf, ';');
        for (size_t k = 0; k < row->variants[i].text.size; k++) {
            char c = row->variants[i].text.data[k];
            ent_buf_char(buf, c == ';' || (unsigned char)c < ' ' ? ' ' : c);
        }
        if (counts)
            ent_buf_printf(buf, " (%u)", row->variants[i].count);
    }
    if (row->variant_count == 0)
        ent_buf_char(buf, '-');
}

static void put_row(struct ent_buf *buf, const struct ent_actor_table *table,
                    const struct table_row *row)
{
    put_cell(buf, row->group, '\t');
    if (table->by_actor)
        put_cell(buf, row->name, '\t');
    put_cell(buf, row->kind, '\t');
    put_cell(buf, row->country, '\t');
    ent_buf_printf(buf, "%u\t%u\t%s\t", row->mentions, row->documents,
                   row->known ? "known" : "unknown");
    put_variants(buf, row, true);
    ent_buf_char(buf, '\t');
    put_cell(buf, row->example, '\n');
}

/* "actor NAME KIND COUNTRY names -" or "person NAME - COUNTRY names -", with the counts
 * as a comment before it. */
static void put_unknown(struct ent_buf *buf, const struct table_row *row)
{
    ent_buf_printf(buf, "# %u mentions in %u documents: ", row->mentions, row->documents);
    put_cell(buf, row->example, '\n');
    bool person = ent_str_is(row->kind, "person");
    ent_buf_text(buf, person ? "person\t" : "actor\t");
    put_cell(buf, row->name, '\t');
    put_cell(buf, person ? (struct ent_str){0} : row->kind, '\t');
    put_cell(buf, row->country, '\t');
    if (row->variant_count)
        put_variants(buf, row, false);
    else
        put_cell(buf, row->name, '\t');
    ent_buf_text(buf, row->variant_count ? "\t-\n" : "-\n");
}

enum ent_status ent_actor_table_write(const struct ent_actor_table *table,
                                      struct ent_buf *buf, struct ent_error *error)
{
    uint32_t count = table->keys.size;
    const struct table_row **order = calloc(count + 1, sizeof *order);
    if (!order)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (uint32_t i = 0; i < count; i++)
        order[i] = &table->rows[i];
    qsort(order, count, sizeof *order, by_count);
    if (!table->only_unknown)
        ent_buf_printf(buf,
                       "group\t%skind\tcountry\tmentions\tdocuments\tknown\tvariants\t"
                       "example\n",
                       table->by_actor ? "actor\t" : "");
    for (uint32_t i = 0; i < count; i++) {
        if (!table->only_unknown)
            put_row(buf, table, order[i]);
        else if (!order[i]->known)
            put_unknown(buf, order[i]);
    }
    free(order);
    return buf->failed ? ent_fail(error, ENT_EMEMORY, 0, "out of memory") : ENT_OK;
}
