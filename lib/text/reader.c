/* reader.c: documents out of files, folders and streams, one at a time.
 *
 * A file's kind is told by its first bytes. Tables and JSON Lines are read record by
 * record; texts, pages and feeds are read whole. What is malformed is reported and left
 * out. */
#include <errno.h>
#include <stdlib.h>

#include "text/clean.h"
#include "text/dates.h"
#include "text/source.h"

enum { HEAD = 64 * 1024 }; /* bytes looked at to tell what a file is */

struct ent_reader {
    struct ent_reader_options options;
    struct ent_paths paths;
    struct ent_duplicates *duplicates;
    struct ent_reader_counts counts;
    /* the file being read */
    char *path;
    FILE *file; /* NULL between files */
    enum ent_input input;
    struct ent_lines lines;
    struct ent_csv *csv;
    struct ent_feed *feed;
    struct ent_json_list *list;
    size_t record; /* documents of this file so far */
    bool whole;    /* read at once, and done when its documents are out */
};

struct ent_reader *ent_reader_new(const char *const *paths, size_t count,
                                  const struct ent_reader_options *options)
{
    struct ent_reader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return NULL;
    if (options)
        reader->options = *options;
    enum ent_status status = ent_paths_open(&reader->paths, paths, count);
    if (reader->options.drop_duplicates) {
        reader->duplicates = ent_duplicates_new();
        status = reader->duplicates ? status : ENT_EMEMORY;
    }
    if (status == ENT_OK)
        return reader;
    ent_reader_free(reader);
    return NULL;
}

static void close_file(struct ent_reader *reader)
{
    ent_csv_free(reader->csv);
    ent_feed_free(reader->feed);
    ent_json_list_free(reader->list);
    ent_lines_clear(&reader->lines);
    if (reader->file && reader->file != stdin)
        fclose(reader->file);
    free(reader->path);
    reader->csv = NULL;
    reader->feed = NULL;
    reader->list = NULL;
    reader->file = NULL;
    reader->path = NULL;
}

void ent_reader_free(struct ent_reader *reader)
{
    if (!reader)
        return;
    close_file(reader);
    ent_paths_close(&reader->paths);
    ent_duplicates_free(reader->duplicates);
    free(reader);
}

size_t ent_reader_errors(const struct ent_reader *reader)
{
    return reader->counts.errors;
}

void ent_reader_count(const struct ent_reader *reader, struct ent_reader_counts *counts)
{
    *counts = reader->counts;
}

static void complain(struct ent_reader *reader, const struct ent_error *problem)
{
    reader->counts.errors++;
    if (reader->options.report)
        reader->options.report(reader->options.context, reader->path, problem);
}

/* Fill the line buffer with the first bytes, so that they can be looked at beforehand. */
static enum ent_status read_head(struct ent_reader *reader, struct ent_error *error)
{
    struct ent_lines *lines = &reader->lines;
    ent_lines_init(lines, reader->file);
    lines->data = malloc(HEAD);
    if (!lines->data)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    lines->capacity = HEAD;
    lines->end = fread(lines->data, 1, HEAD, reader->file);
    if (ferror(reader->file))
        return ent_fail(error, ENT_EIO, 0, "cannot read: %s", strerror(errno));
    lines->eof = lines->end < HEAD;
    return ENT_OK;
}

/* The whole file as UTF-8 in `text`. */
static enum ent_status read_whole(struct ent_reader *reader, struct ent_buf *text,
                                  uint32_t *repaired, struct ent_error *error)
{
    struct ent_buf bytes;
    struct ent_str declared = {NULL, 0};
    ent_buf_init(&bytes);
    ent_buf_add(&bytes, reader->lines.data, reader->lines.end);
    enum ent_status status = ENT_OK;
    if (!reader->lines.eof)
        status = ent_read_all(reader->file, &bytes, error);
    if (status == ENT_OK && reader->input != ENT_INPUT_TEXT)
        declared = ent_declared_charset(ent_str_sub(ent_buf_view(&bytes), 0, 2048));
    if (status == ENT_OK)
        status = ent_decode(ent_buf_view(&bytes), declared, text, repaired, error);
    if (status == ENT_OK && (bytes.failed || text->failed))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_buf_clear(&bytes);
    return status;
}

/* Read lines from memory from now on; takes the bytes of `text`. */
static void read_from(struct ent_lines *lines, struct ent_buf *text)
{
    free(lines->data);
    lines->begin = 0;
    lines->end = lines->capacity = text->size;
    lines->data = ent_buf_detach(text);
    lines->eof = true;
}

/* Files that are read at once and hold several documents: feeds and JSON arrays. What is
 * no JSON array after all is read line by line. */
static enum ent_status open_collection(struct ent_reader *reader, struct ent_error *error)
{
    struct ent_buf text;
    uint32_t repaired = 0;
    ent_buf_init(&text);
    enum ent_status status = read_whole(reader, &text, &repaired, error);
    reader->counts.repaired += repaired;
    if (status == ENT_OK && reader->input == ENT_INPUT_FEED)
        status = ent_feed_open(&reader->feed, ent_buf_view(&text), error);
    else if (status == ENT_OK) {
        status = ent_json_list_open(&reader->list, ent_buf_view(&text), error);
        if (status == ENT_EFORMAT) {
            read_from(&reader->lines, &text);
            status = ENT_OK;
        }
    }
    ent_buf_clear(&text);
    return status;
}

static enum ent_status open_table(struct ent_reader *reader, struct ent_error *error)
{
    enum ent_status status = ent_csv_open(&reader->csv, &reader->lines, error);
    if (status == ENT_OK)
        return ENT_OK;
    ent_csv_free(reader->csv);
    reader->csv = NULL;
    return status == ENT_END ? ENT_OK : status;
}

static enum ent_status open_file(struct ent_reader *reader, struct ent_error *error)
{
    bool standard = strcmp(reader->path, "-") == 0;
    reader->record = 0;
    reader->whole = false;
    reader->file = standard ? stdin : fopen(reader->path, "rb");
    if (!reader->file)
        return ent_fail(error, ENT_EIO, 0, "cannot open: %s", strerror(errno));
    enum ent_status status = read_head(reader, error);
    if (status != ENT_OK)
        return status;
    struct ent_str head = {reader->lines.data, reader->lines.end};
    reader->input = reader->options.input;
    if (reader->input == ENT_INPUT_AUTO)
        reader->input = ent_sniff(head, reader->path);
    if (reader->input == ENT_INPUT_CSV)
        return open_table(reader, error);
    if (reader->input == ENT_INPUT_FEED ||
        (reader->input == ENT_INPUT_JSONL && ent_is_json_list(head)))
        return open_collection(reader, error);
    return ENT_OK;
}

/* The one document of a text or page. */
static enum ent_status read_page(struct ent_reader *reader, struct ent_document *document,
                                 struct ent_error *error)
{
    struct ent_buf text;
    uint32_t repaired = 0;
    if (reader->whole)
        return ENT_END;
    reader->whole = true;
    ent_document_reset(document);
    ent_buf_init(&text);
    enum ent_status status = read_whole(reader, &text, &repaired, error);
    if (status == ENT_OK && reader->input == ENT_INPUT_HTML) {
        status = ent_html_fill(document, ent_buf_view(&text), error);
    } else if (status == ENT_OK) {
        struct ent_str clean =
            ent_clean_text(&document->arena, ent_buf_view(&text), &document->repaired);
        ent_plain_fill(document, clean);
        if (!clean.data)
            status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    document->repaired += repaired;
    ent_buf_clear(&text);
    return status;
}

static enum ent_status read_line(struct ent_reader *reader, struct ent_document *document,
                                 struct ent_error *error)
{
    struct ent_str line;
    enum ent_status status;
    do
        status = ent_lines_next(&reader->lines, &line, error);
    while (status == ENT_OK && ent_str_trim(line).size == 0);
    if (status != ENT_OK)
        return status;
    status = ent_document_read(line, document, error);
    if (error)
        error->line = reader->lines.line;
    return status;
}

static enum ent_status read_record(struct ent_reader *reader,
                                   struct ent_document *document, struct ent_error *error)
{
    switch (reader->input) {
    case ENT_INPUT_JSONL:
        if (reader->list)
            return ent_json_list_next(reader->list, document, error);
        return read_line(reader, document, error);
    case ENT_INPUT_CSV:
        return reader->csv ? ent_csv_next(reader->csv, document, error) : ENT_END;
    case ENT_INPUT_FEED:
        return ent_feed_next(reader->feed, document);
    default:
        return read_page(reader, document, error);
    }
}

/* The file's base name without its extension; "stdin" for standard input. */
static struct ent_str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    if (strcmp(path, "-") == 0)
        base = "stdin", dot = NULL;
    return (struct ent_str){base,
                            dot && dot > base ? (size_t)(dot - base) : strlen(base)};
}

/* Fill in what the record itself did not say. */
static void complete(struct ent_reader *reader, struct ent_document *document)
{
    struct ent_arena *arena = &document->arena;
    reader->record++;
    if (document->id.size == 0) {
        struct ent_str base = base_name(reader->path);
        bool many = reader->input != ENT_INPUT_TEXT && reader->input != ENT_INPUT_HTML;
        document->id =
            many ? ent_arena_printf(arena, "%.*s-%zu", ENT_FMT(base), reader->record)
                 : ent_clean_line(arena, base, &document->repaired);
    }
    if (document->title.size == 0)
        ent_plain_fill(document, document->text);
    if (reader->options.lang)
        document->lang = ent_arena_dup(arena, ent_str_of(reader->options.lang));
    else if (document->lang.size == 0)
        document->lang = ent_str_of(ent_guess_language(document->text));
    document->lang = ent_language_code(document->lang);
    if (!reader->options.keep_repeats)
        reader->counts.repeats += ent_drop_repeats(document);
    reader->counts.repaired += document->repaired;
}

/* Go to the next file; ENT_END after the last. */
static enum ent_status next_file(struct ent_reader *reader, struct ent_error *error)
{
    close_file(reader);
    enum ent_status status = ent_paths_next(&reader->paths, &reader->path, error);
    return status == ENT_OK ? open_file(reader, error) : status;
}

/* May reading go on after this failure? Else it is the caller's. */
static bool skip(struct ent_reader *reader, enum ent_status status,
                 const struct ent_error *problem, struct ent_error *error)
{
    bool record =
        status == ENT_EFORMAT && (reader->input == ENT_INPUT_JSONL || reader->csv);
    if (status != ENT_EMEMORY)
        complain(reader, problem);
    if (!record || reader->options.strict)
        close_file(reader);
    if (status == ENT_EMEMORY || reader->options.strict) {
        if (error)
            *error = *problem;
        return false;
    }
    return true;
}

enum ent_status ent_reader_next(struct ent_reader *reader, struct ent_document *document,
                                struct ent_error *error)
{
    for (;;) {
        struct ent_error problem = {0};
        enum ent_status status = ENT_OK;
        if (!reader->file) {
            status = next_file(reader, &problem);
            if (status == ENT_END)
                return ENT_END;
        }
        if (status == ENT_OK)
            status = read_record(reader, document, &problem);
        if (status == ENT_END) {
            close_file(reader);
        } else if (status != ENT_OK) {
            problem.status = status;
            if (!skip(reader, status, &problem, error))
                return status;
        } else {
            complete(reader, document);
            if (reader->duplicates &&
                ent_duplicates_seen(reader->duplicates, document->text)) {
                reader->counts.duplicates++;
                continue;
            }
            reader->counts.documents++;
            return ENT_OK;
        }
    }
}
