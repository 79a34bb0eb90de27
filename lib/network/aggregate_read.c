/* aggregate_read.c: a stream of lines into an aggregate.
 *
 * The stream is cut into batches of whole lines. Threads take the lines of a batch apart;
 * adding happens in the order of the stream, so that the number of threads changes
 * nothing. Most of the time of adding goes into waiting for memory, as every line names
 * another actor and another document; so what lines further on will look up is fetched
 * ahead. */
#include "network/aggregate.h"

#include <entente/buf.h>
#include <entente/pool.h>

#include <errno.h>
#include <stdlib.h>

enum { BLOCK = 256 * 1024, AHEAD = 4 /* lines between the steps of fetching */ };

struct line {
    struct ent_str text;
    uint32_t number; /* within the batch, from 1 */
    bool scanned;    /* piece and evidence are set; else the JSON parser's turn comes */
    struct piece piece;
    uint32_t first, count; /* evidence */
    uint64_t target_hash, document_hash;
};

struct batch {
    struct batch *next; /* of the idle ones */
    struct ent_buf bytes;
    struct line *lines;
    uint32_t line_count, line_capacity;
    uint32_t numbers; /* lines, empty ones too */
    struct given_list given;
    bool first, no_memory;
    int failure; /* errno of reading, after these lines */
};

struct reader {
    struct ent_aggregate *aggregate;
    FILE *file;
    ent_aggregate_bad_line *bad;
    void *context;
    struct batch *idle;
    struct ent_buf rest; /* the beginning of a line that the next batch goes on with */
    size_t lines;        /* before the batch being added */
    enum ent_status status;
    bool started, ended, no_memory;
};

static void batch_free(struct batch *batch)
{
    ent_buf_clear(&batch->bytes);
    free(batch->lines);
    free(batch->given.items);
    free(batch);
}

static struct batch *idle_batch(struct reader *reader)
{
    struct batch *batch = reader->idle;
    if (!batch)
        return calloc(1, sizeof *batch);
    reader->idle = batch->next;
    ent_buf_reset(&batch->bytes);
    batch->line_count = batch->numbers = batch->given.count = 0;
    batch->first = batch->no_memory = false;
    batch->failure = 0;
    return batch;
}

/* Bytes up to the end of the last whole line, if one ends behind `from`; else 0. */
static size_t whole_lines(const struct ent_buf *bytes, size_t from)
{
    size_t size = bytes->size;
    while (size > from && bytes->data[size - 1] != '\n')
        size--;
    return size > from ? size : 0;
}

/* Fill the batch with whole lines, at least one unless the stream ends. */
static void fill(struct reader *reader, struct batch *batch)
{
    struct ent_buf *bytes = &batch->bytes;
    size_t whole = 0;
    ent_buf_str(bytes, ent_buf_view(&reader->rest));
    ent_buf_reset(&reader->rest);
    while (whole == 0 && !reader->ended && ent_buf_grow(bytes, BLOCK)) {
        size_t got = fread(bytes->data + bytes->size, 1, BLOCK, reader->file);
        bytes->size += got;
        if (got < BLOCK) {
            reader->ended = true;
            batch->failure = ferror(reader->file) ? errno : 0;
        }
        whole = whole_lines(bytes, bytes->size - got);
    }
    if (batch->failure)
        bytes->size = whole;
    if (!reader->ended) {
        ent_buf_add(&reader->rest, bytes->data + whole, bytes->size - whole);
        bytes->size = whole;
    }
    batch->no_memory = bytes->failed || reader->rest.failed;
    reader->ended |= batch->no_memory;
}

static void *produce(void *context)
{
    struct reader *reader = context;
    if (reader->ended || reader->status != ENT_OK)
        return NULL;
    struct batch *batch = idle_batch(reader);
    if (!batch) {
        reader->no_memory = true;
        return NULL;
    }
    batch->first = !reader->started;
    reader->started = true;
    fill(reader, batch);
    return batch;
}

static void take_line(struct batch *batch, struct ent_str text)
{
    struct line *lines = aggregate_grown(batch->lines, batch->line_count,
                                         &batch->line_capacity, sizeof *lines);
    if (!lines) {
        batch->no_memory = true;
        return;
    }
    batch->lines = lines;
    struct line *line = &lines[batch->line_count++];
    *line = (struct line){
        .text = text, .number = batch->numbers, .first = batch->given.count};
    line->scanned = aggregate_scan(text, &line->piece, &batch->given);
    if (!line->scanned)
        return;
    line->count = batch->given.count - line->first;
    line->target_hash = ent_str_hash(line->piece.group[1]);
    line->document_hash = ent_str_hash(batch->given.items[line->first].document);
}

static void work(void *context, int worker, void *job)
{
    struct batch *batch = job;
    struct ent_str rest = ent_buf_view(&batch->bytes), text;
    (void)context;
    (void)worker;
    if (batch->first && ent_str_starts(rest, ENT_STR("\xEF\xBB\xBF")))
        rest = ent_str_sub(rest, 3, rest.size);
    while (rest.size > 0 && !batch->no_memory && ent_str_split(&rest, '\n', &text)) {
        batch->numbers++;
        if (text.size > 0 && text.data[text.size - 1] == '\r')
            text.size--;
        if (ent_str_trim(text).size > 0)
            take_line(batch, text);
    }
}

/* Tell of a failure at the line; false if that ends the reading. */
static bool tell(struct reader *reader, struct ent_error *error, size_t line)
{
    error->line = reader->lines + line;
    if (reader->bad(reader->context, error))
        return true;
    reader->status = error->status;
    return false;
}

static void fetch(const struct ent_aggregate *aggregate, const struct batch *batch,
                  uint32_t index, int step)
{
    if (index >= batch->line_count || !batch->lines[index].scanned)
        return;
    const struct line *line = &batch->lines[index];
    uint32_t target = ent_map_prefetch(&aggregate->strings, line->target_hash, step);
    uint32_t document = ent_map_prefetch(&aggregate->strings, line->document_hash, step);
#ifdef __GNUC__
    if (target != ENT_MAP_NONE)
        __builtin_prefetch(&aggregate->uses[target]);
    if (document != ENT_MAP_NONE)
        __builtin_prefetch(&aggregate->uses[document]);
#else
    (void)target;
    (void)document;
#endif
}

static enum ent_status add_line(struct ent_aggregate *aggregate,
                                const struct batch *batch, const struct line *line,
                                struct ent_error *error)
{
    if (!line->scanned)
        return aggregate_read_json(aggregate, line->text, error);
    ent_arena_reset(&aggregate->scratch);
    const struct given *given = &batch->given.items[line->first];
    return aggregate_add(aggregate, &line->piece, given, line->count)
               ? ENT_OK
               : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

static bool add_batch(struct reader *reader, const struct batch *batch)
{
    struct ent_error error = {ENT_OK, 0, ""};
    for (uint32_t i = 0; i < batch->line_count; i++) {
        for (int step = 0; step < 3; step++)
            fetch(reader->aggregate, batch, i + (uint32_t)(3 - step) * AHEAD, step);
        const struct line *line = &batch->lines[i];
        if (add_line(reader->aggregate, batch, line, &error) != ENT_OK &&
            !tell(reader, &error, line->number))
            return false;
    }
    if (batch->no_memory) {
        ent_fail(&error, ENT_EMEMORY, 0, "line too long for memory");
        return tell(reader, &error, batch->numbers + 1);
    }
    if (batch->failure) {
        ent_fail(&error, ENT_EIO, 0, "cannot read: %s", strerror(batch->failure));
        return tell(reader, &error, batch->numbers + 1);
    }
    return true;
}

static bool consume(void *context, void *job)
{
    struct reader *reader = context;
    struct batch *batch = job;
    bool go_on = reader->status == ENT_OK && add_batch(reader, batch);
    reader->lines += batch->numbers;
    batch->next = reader->idle;
    reader->idle = batch;
    return go_on;
}

enum ent_status ent_aggregate_read_all(struct ent_aggregate *aggregate, FILE *file,
                                       int threads, ent_aggregate_bad_line *bad,
                                       void *context)
{
    static const struct ent_pool_ops ops = {produce, work, consume};
    struct reader reader = {
        .aggregate = aggregate, .file = file, .bad = bad, .context = context};
    struct ent_error error = {ENT_OK, 0, ""};
    enum ent_status status = ent_pool_run(&ops, &reader, threads, &error);
    if (reader.no_memory)
        status = ent_fail(&error, ENT_EMEMORY, 0, "out of memory");
    if (status != ENT_OK)
        tell(&reader, &error, 1);
    while (reader.idle) {
        struct batch *next = reader.idle->next;
        batch_free(reader.idle);
        reader.idle = next;
    }
    ent_buf_clear(&reader.rest);
    return status != ENT_OK ? status : reader.status;
}
