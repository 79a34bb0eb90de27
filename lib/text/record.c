/* record.c: documents as JSON Lines records, or in one JSON array. */
#include <entente/json.h>
#include <entente/text.h>
#include <entente/utf8.h>
#include <stdlib.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/source.h"

static void put_field(struct ent_buf *buf, const char *name, struct ent_str value)
{
    if (value.size == 0)
        return;
    ent_buf_printf(buf, ",\"%s\":", name);
    ent_buf_json(buf, value);
}

void ent_document_write(const struct ent_document *document, struct ent_buf *buf)
{
    ent_buf_text(buf, "{\"id\":");
    ent_buf_json(buf, document->id);
    put_field(buf, "date", document->date);
    put_field(buf, "lang", document->lang);
    put_field(buf, "title", document->title);
    put_field(buf, "source", document->source);
    put_field(buf, "url", document->url);
    ent_buf_text(buf, ",\"text\":");
    ent_buf_json(buf, document->text);
    ent_buf_text(buf, "}\n");
}

/* A field that is a line: no line ends or tabs inside. */
static struct ent_str line_field(struct ent_document *document,
                                 const struct ent_json *record, const char *name)
{
    struct ent_str value = ent_json_str(record, name);
    return ent_clean_line(&document->arena, value, &document->repaired);
}

/* The id: a string, or a whole number as many data bases have it. */
static struct ent_str id_field(struct ent_document *document,
                               const struct ent_json *record)
{
    const struct ent_json *id = ent_json_get(record, "id");
    if (!id)
        return (struct ent_str){NULL, 0};
    if (ent_json_is_string(id))
        return line_field(document, record, "id");
    double number = ent_json_as_num(id, -1);
    if (number < 0 || number > 9007199254740992.0)
        return (struct ent_str){NULL, 0};
    return ent_arena_printf(&document->arena, "%.0f", number);
}

/* Fill the document from one JSON object. */
static enum ent_status read_object(const struct ent_json *record,
                                   struct ent_document *document, struct ent_error *error)
{
    if (!ent_json_is_object(record))
        return ent_fail(error, ENT_EFORMAT, 0, "a record must be a JSON object");
    const struct ent_json *text = ent_json_get(record, "text");
    if (!text || !ent_json_is_string(text))
        return ent_fail(error, ENT_EFORMAT, 0, "the record has no string 'text'");
    document->id = id_field(document, record);
    document->date = ent_date_find(&document->arena, ent_json_str(record, "date"));
    document->lang = line_field(document, record, "lang");
    document->title = line_field(document, record, "title");
    document->source = line_field(document, record, "source");
    document->url = line_field(document, record, "url");
    document->text =
        ent_clean_text(&document->arena, ent_json_as_str(text), &document->repaired);
    if (!document->text.data)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    return ENT_OK;
}

enum ent_status ent_document_read(struct ent_str line, struct ent_document *document,
                                  struct ent_error *error)
{
    ent_document_reset(document);
    struct ent_json *record = ent_json_parse(line, error);
    if (!record)
        return ENT_EFORMAT;
    enum ent_status status = read_object(record, document, error);
    ent_json_free(record);
    return status;
}

struct ent_json_list {
    struct ent_json *root;
    const struct ent_json *next;
};

bool ent_is_json_list(struct ent_str head)
{
    struct ent_str line;
    head = ent_str_trim(head);
    if (head.size == 0 || (head.data[0] != '[' && head.data[0] != '{'))
        return false;
    size_t object = ent_str_find(head, ENT_STR("{"));
    if (head.data[0] == '[') /* between bracket and brace only white space */
        return object != SIZE_MAX && ent_str_trim(ent_str_sub(head, 1, object)).size == 0;
    ent_str_split(&head, '\n', &line); /* an object over several lines */
    return ent_str_trim(line).size == 1;
}

enum ent_status ent_json_list_open(struct ent_json_list **opened, struct ent_str text,
                                   struct ent_error *error)
{
    struct ent_json_list *list = calloc(1, sizeof *list);
    *opened = list;
    if (!list)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    list->root = ent_json_parse(text, error);
    if (!list->root) {
        ent_json_list_free(list);
        *opened = NULL;
        return ENT_EFORMAT;
    }
    list->next = ent_json_is_array(list->root) ? ent_json_first(list->root) : list->root;
    return ENT_OK;
}

void ent_json_list_free(struct ent_json_list *list)
{
    if (!list)
        return;
    ent_json_free(list->root);
    free(list);
}

enum ent_status ent_json_list_next(struct ent_json_list *list,
                                   struct ent_document *document, struct ent_error *error)
{
    const struct ent_json *record = list->next;
    ent_document_reset(document);
    if (!record)
        return ENT_END;
    list->next = record == list->root ? NULL : ent_json_next(record);
    return read_object(record, document, error);
}
