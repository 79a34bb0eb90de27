/* record_json.c: a relation as a line of JSON, written and read. */
#include <entente/relation.h>

static void write_member(struct ent_buf *buf, const char *name, struct ent_str value)
{
    if (value.size == 0)
        return;
    ent_buf_printf(buf, ",\"%s\":", name);
    ent_buf_json(buf, value);
}

static void write_span(struct ent_buf *buf, struct ent_span span)
{
    if (span.end > span.start)
        ent_buf_printf(buf, ",\"span\":[%u,%u]", (unsigned)span.start,
                       (unsigned)span.end);
}

static void write_party(struct ent_buf *buf, const char *name,
                        const struct ent_party *party)
{
    ent_buf_printf(buf, ",\"%s\":{\"group\":", name);
    ent_buf_json(buf, party->group);
    write_member(buf, "actor", party->actor);
    write_member(buf, "kind", party->kind);
    write_member(buf, "country", party->country);
    write_member(buf, "mention", party->mention);
    write_span(buf, party->span);
    ent_buf_char(buf, '}');
}

void ent_relation_write(const struct ent_relation *relation, struct ent_buf *buf)
{
    ent_buf_text(buf, "{\"doc\":");
    ent_buf_json(buf, relation->doc);
    write_member(buf, "date", relation->date);
    write_member(buf, "lang", relation->lang);
    write_party(buf, "source", &relation->source);
    ent_buf_printf(buf, ",\"relation\":\"%s\"", ent_relation_name(relation->type));
    write_party(buf, "target", &relation->target);
    ent_buf_printf(buf, ",\"status\":\"%s\",\"claimant\":",
                   ent_relation_status_name(relation->status));
    if (relation->claimant.size > 0)
        ent_buf_json(buf, relation->claimant);
    else
        ent_buf_text(buf, "null");
    write_member(buf, "mode", relation->mode);
    write_member(buf, "plover", relation->plover);
    write_member(buf, "event_date", relation->event_date);
    ent_buf_text(buf, ",\"confidence\":");
    ent_buf_double(buf, relation->confidence);
    write_member(buf, "sentence", relation->sentence);
    write_span(buf, relation->span);
    write_member(buf, "rule", relation->rule);
    if (relation->evidence > 1)
        ent_buf_printf(buf, ",\"evidence\":%u", (unsigned)relation->evidence);
    ent_buf_char(buf, '}');
}

/* A JSON record on its way into a struct ent_relation. */
struct reader {
    struct ent_arena *arena;
    struct ent_error *error;
    enum ent_status status; /* of the first failure */
};

static void reader_fail(struct reader *reader, const char *format, const char *what)
{
    if (reader->status == ENT_OK)
        reader->status = ent_fail(reader->error, ENT_EFORMAT, 0, format, what);
}

/* A string member copied into the arena; members of another type count as absent. */
static struct ent_str read_member(struct reader *reader, const struct ent_json *object,
                                  const char *name)
{
    struct ent_str value = ent_json_str(object, name);
    if (value.size == 0)
        return (struct ent_str){NULL, 0};
    struct ent_str copy = ent_arena_dup(reader->arena, value);
    if (!copy.data && reader->status == ENT_OK)
        reader->status = ent_fail(reader->error, ENT_EMEMORY, 0, "out of memory");
    return copy;
}

static uint32_t read_uint32(const struct ent_json *value)
{
    double number = value ? ent_json_as_num(value, 0) : 0;
    return number >= 0 && number <= UINT32_MAX ? (uint32_t)number : 0;
}

static struct ent_span read_span(const struct ent_json *object)
{
    struct ent_span span = {0, 0};
    const struct ent_json *array = ent_json_get(object, "span");
    if (!array || !ent_json_is_array(array))
        return span;
    const struct ent_json *start = ent_json_first(array);
    const struct ent_json *end = start ? ent_json_next(start) : NULL;
    span.start = read_uint32(start);
    span.end = read_uint32(end);
    if (span.end < span.start)
        span.end = span.start;
    return span;
}

static void read_party(struct reader *reader, const struct ent_json *record,
                       const char *name, struct ent_party *party)
{
    const struct ent_json *object = ent_json_get(record, name);
    if (!object || !ent_json_is_object(object)) {
        reader_fail(reader, "no \"%s\" object", name);
        return;
    }
    party->group = read_member(reader, object, "group");
    if (party->group.size == 0)
        reader_fail(reader, "\"%s\" has no group", name);
    party->actor = read_member(reader, object, "actor");
    party->kind = read_member(reader, object, "kind");
    party->country = read_member(reader, object, "country");
    party->mention = read_member(reader, object, "mention");
    party->span = read_span(object);
}

static void read_codes(struct reader *reader, const struct ent_json *record,
                       struct ent_relation *relation)
{
    struct ent_str name = ent_json_str(record, "relation");
    int type = ent_relation_type_of(name);
    if (name.size == 0)
        reader_fail(reader, "no \"%s\"", "relation");
    else if (type < 0)
        reader_fail(reader, "unknown relation '%.60s'", name.data);
    relation->type = type < 0 ? ENT_ALLIES_WITH : (enum ent_relation_type)type;

    struct ent_str word = ent_json_str(record, "status");
    int status = word.size == 0 ? ENT_ASSERTED : ent_relation_status_of(word);
    if (status < 0)
        reader_fail(reader, "unknown status '%.60s'", word.data);
    relation->status = status < 0 ? ENT_ASSERTED : (enum ent_relation_status)status;
}

static void read_record(struct reader *reader, const struct ent_json *record,
                        struct ent_relation *relation)
{
    read_party(reader, record, "source", &relation->source);
    read_codes(reader, record, relation);
    read_party(reader, record, "target", &relation->target);
    relation->doc = read_member(reader, record, "doc");
    relation->date = read_member(reader, record, "date");
    relation->lang = read_member(reader, record, "lang");
    relation->claimant = read_member(reader, record, "claimant");
    relation->mode = read_member(reader, record, "mode");
    relation->plover = read_member(reader, record, "plover");
    relation->event_date = read_member(reader, record, "event_date");
    relation->sentence = read_member(reader, record, "sentence");
    relation->rule = read_member(reader, record, "rule");
    relation->span = read_span(record);
    relation->confidence = ent_json_num(record, "confidence", 1.0);
    if (!(relation->confidence >= 0 && relation->confidence <= 1))
        reader_fail(reader, "\"%s\" is not between 0 and 1", "confidence");
    relation->evidence = read_uint32(ent_json_get(record, "evidence"));
    if (relation->evidence == 0)
        relation->evidence = 1;
}

enum ent_status ent_relation_of_json(const struct ent_json *record,
                                     struct ent_arena *arena,
                                     struct ent_relation *relation,
                                     struct ent_error *error)
{
    memset(relation, 0, sizeof *relation);
    struct reader reader = {arena, error, ENT_OK};
    if (ent_json_is_object(record))
        read_record(&reader, record, relation);
    else
        reader_fail(&reader, "%s", "the record is not a JSON object");
    return reader.status;
}

enum ent_status ent_relation_read(struct ent_str line, struct ent_arena *arena,
                                  struct ent_relation *relation, struct ent_error *error)
{
    memset(relation, 0, sizeof *relation);
    struct ent_json *record = ent_json_parse(line, error);
    if (!record)
        return ENT_EFORMAT;
    enum ent_status status = ent_relation_of_json(record, arena, relation, error);
    ent_json_free(record);
    return status;
}
