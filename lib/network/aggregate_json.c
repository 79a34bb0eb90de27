/* aggregate_json.c: aggregates as lines of JSON, written and read back. */
#include "network/aggregate.h"

#include <stdlib.h>

static void write_member(struct ent_buf *buf, const char *name, struct ent_str value)
{
    if (value.size == 0)
        return;
    ent_buf_printf(buf, ",\"%s\":", name);
    ent_buf_json(buf, value);
}

static void write_party(const struct ent_aggregate *aggregate, struct ent_buf *buf,
                        const char *name, uint32_t number)
{
    const struct party *party = &aggregate->parties[number];
    ent_buf_printf(buf, "\"%s\":{\"group\":", name);
    ent_buf_json(buf, aggregate_string(aggregate, party->group));
    write_member(buf, "actor", aggregate_string(aggregate, party->actor));
    write_member(buf, "kind", aggregate_string(aggregate, party->kind));
    write_member(buf, "country", aggregate_string(aggregate, party->country));
    ent_buf_char(buf, '}');
}

/* [document, confidence, sentence hash, count] */
static void write_evidence(const struct ent_aggregate *aggregate, struct ent_buf *buf,
                           const struct evidence *evidence)
{
    ent_buf_char(buf, '[');
    ent_buf_json(buf,
                 aggregate_string(aggregate, aggregate->documents[evidence->document]));
    ent_buf_char(buf, ',');
    ent_buf_double(buf, evidence->confidence);
    ent_buf_printf(buf, ",\"%08x%08x\",%u]", (unsigned)(evidence->hash >> 32),
                   (unsigned)(evidence->hash & 0xffffffffu), (unsigned)evidence->count);
}

void ent_aggregate_write(const struct ent_aggregate *aggregate, uint32_t index,
                         struct ent_buf *buf)
{
    const struct tie *tie = &aggregate->ties[aggregate->order[index]];
    ent_buf_char(buf, '{');
    write_party(aggregate, buf, "source", tie->source);
    ent_buf_printf(buf, ",\"relation\":\"%s\",", ent_relation_name(tie->type));
    write_party(aggregate, buf, "target", tie->target);
    ent_buf_printf(buf, ",\"status\":\"%s\"", ent_relation_status_name(tie->status));
    write_member(buf, "date", aggregate_string(aggregate, tie->date));
    ent_buf_text(buf, ",\"evidence\":[");
    for (size_t i = aggregate->starts[index]; i < aggregate->starts[index + 1]; i++) {
        if (i > aggregate->starts[index])
            ent_buf_char(buf, ',');
        write_evidence(aggregate, buf, &aggregate->evidence[i]);
    }
    ent_buf_char(buf, ']');
    if (tie->sentence.size > 0) {
        write_member(buf, "sentence", tie->sentence);
        ent_buf_text(buf, ",\"sentence_doc\":");
        ent_buf_json(buf, aggregate_string(aggregate, tie->sentence_document));
        ent_buf_text(buf, ",\"sentence_confidence\":");
        ent_buf_double(buf, tie->sentence_confidence);
    }
    ent_buf_text(buf, "}\n");
}

uint64_t aggregate_hash(struct ent_str text)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < text.size && i < 16; i++) {
        char c = text.data[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                                                : 16;
        if (digit == 16)
            return 0;
        hash = hash << 4 | digit;
    }
    return hash;
}

/* An item [document, confidence, hash, count]; all but the first may be left out. */
static bool read_given(const struct ent_json *item, struct given *given)
{
    const struct ent_json *first = ent_json_is_array(item) ? ent_json_first(item) : NULL;
    const struct ent_json *confidence = ent_json_next(first);
    const struct ent_json *hash = ent_json_next(confidence);
    const struct ent_json *count = ent_json_next(hash);
    double number = count ? ent_json_as_num(count, 0) : 1;
    if (!first || !ent_json_is_string(first))
        return false;
    given->document = ent_json_as_str(first);
    given->confidence = confidence ? ent_json_as_num(confidence, -1) : 1;
    given->hash = hash ? aggregate_hash(ent_json_as_str(hash)) : 0;
    given->count = number >= 1 && number <= UINT32_MAX ? (uint32_t)number : 0;
    return given->confidence >= 0 && given->confidence <= 1 && given->count > 0;
}

static enum ent_status read_party(const struct ent_json *record, const char *name,
                                  struct piece *piece, int side, struct ent_error *error)
{
    const struct ent_json *party = ent_json_get(record, name);
    if (!party || !ent_json_is_object(party))
        return ent_fail(error, ENT_EFORMAT, 0, "no \"%s\" object", name);
    piece->group[side] = ent_json_str(party, "group");
    piece->actor[side] = ent_json_str(party, "actor");
    piece->kind[side] = ent_json_str(party, "kind");
    piece->country[side] = ent_json_str(party, "country");
    if (piece->group[side].size == 0)
        return ent_fail(error, ENT_EFORMAT, 0, "\"%s\" has no group", name);
    return ENT_OK;
}

static enum ent_status read_piece(const struct ent_json *record, struct piece *piece,
                                  struct ent_error *error)
{
    enum ent_status status = read_party(record, "source", piece, 0, error);
    if (status == ENT_OK)
        status = read_party(record, "target", piece, 1, error);
    if (status != ENT_OK)
        return status;
    piece->type = ent_relation_type_of(ent_json_str(record, "relation"));
    piece->status = ent_relation_status_of(ent_json_str(record, "status"));
    if (piece->type < 0 || piece->status < 0)
        return ent_fail(error, ENT_EFORMAT, 0, "unknown %s",
                        piece->type < 0 ? "relation" : "status");
    piece->date = ent_json_str(record, "date");
    piece->sentence = ent_json_str(record, "sentence");
    piece->sentence_document = ent_json_str(record, "sentence_doc");
    piece->sentence_confidence = ent_json_num(record, "sentence_confidence", 1);
    return ENT_OK;
}

static enum ent_status read_aggregate(struct ent_aggregate *aggregate,
                                      const struct ent_json *record,
                                      struct ent_error *error)
{
    struct piece piece;
    memset(&piece, 0, sizeof piece);
    enum ent_status status = read_piece(record, &piece, error);
    if (status != ENT_OK)
        return status;
    const struct ent_json *item = ent_json_first(ent_json_get(record, "evidence"));
    struct given_list *list = &aggregate->given;
    if (!item)
        return ent_fail(error, ENT_EFORMAT, 0, "no evidence");
    for (list->count = 0; item; item = ent_json_next(item)) {
        struct given *items =
            aggregate_grown(list->items, list->count, &list->capacity, sizeof *items);
        if (!items)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
        list->items = items;
        if (!read_given(item, &items[list->count++]))
            return ent_fail(error, ENT_EFORMAT, 0, "malformed evidence");
    }
    return aggregate_add(aggregate, &piece, list->items, list->count)
               ? ENT_OK
               : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

enum ent_status aggregate_read_json(struct ent_aggregate *aggregate, struct ent_str line,
                                    struct ent_error *error)
{
    enum ent_status status;
    ent_arena_reset(&aggregate->scratch);
    struct ent_json *record = ent_json_parse(line, error);
    if (!record)
        return ENT_EFORMAT;
    /* A relation's evidence is a number, an aggregate's an array. */
    const struct ent_json *evidence =
        ent_json_is_object(record) ? ent_json_get(record, "evidence") : NULL;
    if (evidence && ent_json_is_array(evidence)) {
        status = read_aggregate(aggregate, record, error);
    } else {
        struct ent_relation relation;
        status = ent_relation_of_json(record, &aggregate->scratch, &relation, error);
        if (status == ENT_OK)
            status = ent_aggregate_add(aggregate, &relation, error);
    }
    ent_json_free(record);
    return status;
}

enum ent_status ent_aggregate_read(struct ent_aggregate *aggregate, struct ent_str line,
                                   struct ent_error *error)
{
    struct piece piece;
    struct given_list *list = &aggregate->given;
    list->count = 0;
    if (!aggregate_scan(line, &piece, list))
        return aggregate_read_json(aggregate, line, error);
    ent_arena_reset(&aggregate->scratch);
    return aggregate_add(aggregate, &piece, list->items, list->count)
               ? ENT_OK
               : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
