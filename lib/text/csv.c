/* csv.c: documents in the rows of a CSV or TSV table (RFC 4180) whose first line names
 * the columns. The separator is the one of tab, semicolon and comma that the header uses.
 */
#include "text/csv.h"

#include <stdlib.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/source.h"

enum { COLUMNS_MAX = 256, ROW_LINES_MAX = 10000 };

enum field { ID, DATE, LANG, TITLE, SOURCE, URL, TEXT, FIELDS, OTHER = FIELDS };

/* Names that columns go by, in lower case. */
static const struct {
    const char *name;
    enum field field;
} column_names[] = {
    {"id", ID},          {"doc_id", ID},      {"docid", ID},
    {"date", DATE},      {"published", DATE}, {"publish_date", DATE},
    {"pubdate", DATE},   {"lang", LANG},      {"language", LANG},
    {"langue", LANG},    {"title", TITLE},    {"titre", TITLE},
    {"headline", TITLE}, {"source", SOURCE},  {"publication", SOURCE},
    {"journal", SOURCE}, {"url", URL},        {"link", URL},
    {"lien", URL},       {"text", TEXT},      {"texte", TEXT},
    {"content", TEXT},   {"contenu", TEXT},   {"body", TEXT},
    {"article", TEXT},
};

struct ent_csv {
    struct ent_lines *lines; /* borrowed */
    char separator;
    enum field columns[COLUMNS_MAX];
    size_t column_count;
    struct ent_buf row;             /* the fields' bytes without quotes */
    size_t starts[COLUMNS_MAX + 1]; /* in row */
    size_t field_count;
    size_t first_line; /* of the row */
};

static enum field field_of(struct ent_str name)
{
    char lower[24] = "";
    name = ent_str_trim(name);
    if (name.size >= 2 && name.data[0] == '"')
        name = ent_str_sub(name, 1, name.size - 1);
    if (name.size >= sizeof lower)
        return OTHER;
    for (size_t i = 0; i < name.size; i++)
        lower[i] = name.data[i] >= 'A' && name.data[i] <= 'Z' ? (char)(name.data[i] + 32)
                                                              : name.data[i];
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++)
        if (strcmp(lower, column_names[i].name) == 0)
            return column_names[i].field;
    return OTHER;
}

/* The separator of a header line: the most frequent candidate; 0 = none. */
static char separator_of(struct ent_str line)
{
    static const char candidates[] = "\t;,";
    size_t best = 0;
    char separator = 0;
    for (const char *c = candidates; *c; c++) {
        size_t count = 0;
        for (size_t i = 0; i < line.size; i++)
            count += line.data[i] == *c;
        if (count > best) {
            best = count;
            separator = *c;
        }
    }
    return separator;
}

bool ent_csv_is_header(struct ent_str head)
{
    struct ent_str line, name;
    if (!ent_str_split(&head, '\n', &line) || head.data == NULL)
        return false;
    char separator = separator_of(line);
    if (!separator)
        return false;
    while (ent_str_split(&line, separator, &name))
        if (field_of(name) == TEXT)
            return true;
    return false;
}

static void start_field(struct ent_csv *csv)
{
    if (csv->field_count < COLUMNS_MAX)
        csv->starts[csv->field_count++] = csv->row.size;
}

/* Take one line of the row; true while a quoted field goes on in the next line. */
static bool take_line(struct ent_csv *csv, struct ent_str line, bool quoted)
{
    for (size_t i = 0; i < line.size; i++) {
        char c = line.data[i];
        if (quoted && c == '"' && i + 1 < line.size && line.data[i + 1] == '"') {
            ent_buf_char(&csv->row, '"');
            i++;
        } else if (c == '"' &&
                   (quoted || csv->row.size == csv->starts[csv->field_count - 1])) {
            quoted = !quoted;
        } else if (c == csv->separator && !quoted) {
            start_field(csv);
        } else {
            ent_buf_char(&csv->row, c);
        }
    }
    if (quoted)
        ent_buf_char(&csv->row, '\n');
    return quoted;
}

static enum ent_status next_row(struct ent_csv *csv, struct ent_error *error)
{
    struct ent_str line;
    bool quoted = false;
    size_t count = 0;
    do {
        enum ent_status status = ent_lines_next(csv->lines, &line, error);
        if (status == ENT_END && quoted)
            return ent_fail(error, ENT_EFORMAT, csv->first_line,
                            "a quotation mark is not closed");
        if (status != ENT_OK)
            return status;
        if (!quoted) {
            csv->first_line = csv->lines->line;
            csv->field_count = 0;
            ent_buf_reset(&csv->row);
            start_field(csv);
        }
        if (++count > ROW_LINES_MAX)
            return ent_fail(error, ENT_EFORMAT, csv->first_line,
                            "a quotation mark is not closed");
        quoted = take_line(csv, line, quoted);
    } while (quoted || (csv->row.size == 0 && csv->field_count == 1));
    csv->starts[csv->field_count] = csv->row.size;
    if (csv->row.failed)
        return ent_fail(error, ENT_EMEMORY, csv->first_line, "out of memory");
    return ENT_OK;
}

static struct ent_str field_at(const struct ent_csv *csv, size_t i)
{
    return (struct ent_str){csv->row.data + csv->starts[i],
                            csv->starts[i + 1] - csv->starts[i]};
}

enum ent_status ent_csv_open(struct ent_csv **opened, struct ent_lines *lines,
                             struct ent_error *error)
{
    struct ent_str line;
    struct ent_csv *csv = calloc(1, sizeof *csv);
    bool has_text = false;
    *opened = csv;
    if (!csv)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_buf_init(&csv->row);
    csv->lines = lines;
    enum ent_status status = ent_lines_next(lines, &line, error);
    if (status != ENT_OK)
        return status;
    csv->separator = separator_of(line);
    csv->separator = csv->separator ? csv->separator : ',';
    start_field(csv);
    take_line(csv, line, false);
    csv->starts[csv->field_count] = csv->row.size;
    for (size_t i = 0; i < csv->field_count; i++) {
        csv->columns[i] = field_of(field_at(csv, i));
        has_text = has_text || csv->columns[i] == TEXT;
    }
    csv->column_count = csv->field_count;
    if (!has_text)
        return ent_fail(error, ENT_EFORMAT, 1, "no column of the table is named 'text'");
    return ENT_OK;
}

void ent_csv_free(struct ent_csv *csv)
{
    if (!csv)
        return;
    ent_buf_clear(&csv->row);
    free(csv);
}

static void set_field(struct ent_document *document, enum field field,
                      struct ent_str value)
{
    struct ent_arena *arena = &document->arena;
    struct ent_str *const lines[] = {&document->id,     NULL,
                                     &document->lang,   &document->title,
                                     &document->source, &document->url};
    if (field == TEXT)
        document->text = ent_clean_text(arena, value, &document->repaired);
    else if (field == DATE)
        document->date = ent_date_find(arena, value);
    else if (field < TEXT)
        *lines[field] = ent_clean_line(arena, value, &document->repaired);
}

enum ent_status ent_csv_next(struct ent_csv *csv, struct ent_document *document,
                             struct ent_error *error)
{
    ent_document_reset(document);
    enum ent_status status = next_row(csv, error);
    if (status != ENT_OK)
        return status;
    if (csv->field_count != csv->column_count)
        return ent_fail(error, ENT_EFORMAT, csv->first_line,
                        "%zu fields where the header has %zu", csv->field_count,
                        csv->column_count);
    for (size_t i = 0; i < csv->field_count; i++)
        set_field(document, csv->columns[i], field_at(csv, i));
    return ENT_OK;
}
