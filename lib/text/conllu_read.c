/* conllu_read.c: CoNLL-U from a stream, one document at a time.
 *
 * The lines of a sentence are gathered in `block`; once the blank line is there, the
 * block is copied into the document's arena at once and the columns become views into the
 * copy. A block that opens the next document waits for the next call. */
#include <entente/conllu.h>
#include <entente/utf8.h>
#include <stdlib.h>

#include "text/conllu_sentence.h"

enum { SENTENCES_PER_DOCUMENT = 1000 }; /* where a file has no "# newdoc" */

struct ent_conllu_reader {
    struct ent_lines lines;
    const char *name;
    struct ent_buf block; /* the lines of one sentence, each ended by '\n' */
    struct ent_buf clean; /* the block after repair of invalid bytes */
    size_t block_line;    /* number of the block's first line */
    bool waiting;         /* block belongs to the next document */
    size_t errors;
    void (*report)(void *context, const struct ent_error *error);
    void *context;
};

struct ent_conllu_reader *ent_conllu_reader_new(FILE *file, const char *name)
{
    struct ent_conllu_reader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return NULL;
    ent_lines_init(&reader->lines, file);
    ent_buf_init(&reader->block);
    ent_buf_init(&reader->clean);
    reader->name = name;
    return reader;
}

void ent_conllu_reader_free(struct ent_conllu_reader *reader)
{
    if (!reader)
        return;
    ent_lines_clear(&reader->lines);
    ent_buf_clear(&reader->block);
    ent_buf_clear(&reader->clean);
    free(reader);
}

void ent_conllu_on_error(struct ent_conllu_reader *reader,
                         void (*report)(void *context, const struct ent_error *error),
                         void *context)
{
    reader->report = report;
    reader->context = context;
}

size_t ent_conllu_errors(const struct ent_conllu_reader *reader)
{
    return reader->errors;
}

/* Gather the next sentence's lines; ENT_END when there are none. */
static enum ent_status next_block(struct ent_conllu_reader *reader,
                                  struct ent_error *error)
{
    struct ent_str line;
    enum ent_status status;
    ent_buf_reset(&reader->block);
    while ((status = ent_lines_next(&reader->lines, &line, error)) == ENT_OK) {
        if (line.size == 0 && reader->block.size == 0)
            continue;
        if (line.size == 0)
            break;
        if (reader->block.size == 0)
            reader->block_line = reader->lines.line;
        ent_buf_str(&reader->block, line);
        ent_buf_char(&reader->block, '\n');
    }
    if (reader->block.failed)
        return ent_fail(error, ENT_EMEMORY, reader->lines.line, "out of memory");
    if (status == ENT_END && reader->block.size > 0)
        return ENT_OK;
    return status;
}

/* Does one of the block's comments start a document? */
static bool opens_document(struct ent_str block)
{
    struct ent_str line, value;
    while (ent_str_split(&block, '\n', &line) && line.size && line.data[0] == '#')
        if (ent_conllu_comment(line, "newdoc", &value) ||
            ent_conllu_comment(line, "newdoc id", &value))
            return true;
    return false;
}

/* A view of the block's bytes in the arena, valid UTF-8 without NULs. */
static struct ent_str keep_block(struct ent_conllu_reader *reader,
                                 struct ent_document *document)
{
    struct ent_str block = ent_buf_view(&reader->block);
    if (ent_utf8_valid(block) && !memchr(block.data, 0, block.size))
        return ent_arena_dup(&document->arena, block);
    ent_buf_reset(&reader->clean);
    document->repaired += (uint32_t)ent_utf8_repair(&reader->clean, block);
    if (reader->clean.failed)
        return (struct ent_str){NULL, 0};
    return ent_arena_dup(&document->arena, ent_buf_view(&reader->clean));
}

/* Room for one more sentence; NULL when memory ran out. */
static struct ent_sentence *push_sentence(struct ent_document *document,
                                          uint32_t *capacity)
{
    if (document->sentence_count == *capacity) {
        uint32_t grown = *capacity ? *capacity * 2 : 32;
        struct ent_sentence *copy =
            ent_arena_array(&document->arena, grown, sizeof *document->sentences);
        if (!copy)
            return NULL;
        if (document->sentence_count > 0)
            memcpy(copy, document->sentences, document->sentence_count * sizeof *copy);
        document->sentences = copy;
        *capacity = grown;
    }
    struct ent_sentence *sentence = &document->sentences[document->sentence_count];
    *sentence = (struct ent_sentence){0};
    return sentence;
}

static void complain(struct ent_conllu_reader *reader, struct ent_error *problem)
{
    reader->errors++;
    if (reader->report)
        reader->report(reader->context, problem);
}

/* Read the gathered block as a sentence of `document`. */
static enum ent_status take_block(struct ent_conllu_reader *reader,
                                  struct ent_document *document, uint32_t *capacity,
                                  struct ent_conllu_cursor *cursor)
{
    struct ent_error problem = {0};
    struct ent_str block = keep_block(reader, document);
    struct ent_sentence *sentence = push_sentence(document, capacity);
    if (!block.data || !sentence)
        return ENT_EMEMORY;
    enum ent_status status = ent_conllu_sentence(&document->arena, block,
                                                 reader->block_line, sentence, &problem);
    if (status == ENT_OK) {
        ent_conllu_place(document, sentence, cursor);
        document->sentence_count++;
    } else if (status == ENT_EFORMAT) {
        complain(reader, &problem);
        status = ENT_OK;
    }
    return status;
}

enum ent_status ent_conllu_read(struct ent_conllu_reader *reader,
                                struct ent_document *document, struct ent_error *error)
{
    struct ent_conllu_cursor cursor = {0};
    uint32_t capacity = 0;
    bool named = false; /* the document was opened by "# newdoc" */
    ent_document_reset(document);
    for (;;) {
        if (!reader->waiting) {
            enum ent_status status = next_block(reader, error);
            if (status == ENT_END && document->sentence_count > 0)
                return ENT_OK;
            if (status != ENT_OK)
                return status;
        }
        bool opens = opens_document(ent_buf_view(&reader->block));
        bool full = !named && document->sentence_count >= SENTENCES_PER_DOCUMENT;
        reader->waiting = document->sentence_count > 0 && (opens || full);
        if (reader->waiting)
            return ENT_OK;
        named = named || opens;
        if (take_block(reader, document, &capacity, &cursor) != ENT_OK)
            return ent_fail(error, ENT_EMEMORY, reader->block_line, "out of memory");
    }
}
