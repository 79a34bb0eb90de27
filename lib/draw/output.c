/* output.c: a buffer in front of a stream, and names that a format can rely on. */
#include "draw/output.h"

#include <entente/map.h>
#include <entente/utf8.h>

#include <errno.h>

enum { LARGE = 256 * 1024 };

void output_init(struct output *output, FILE *file)
{
    ent_buf_init(&output->buf);
    output->file = file;
    output->failed = false;
}

static void flush(struct output *output)
{
    struct ent_buf *buf = &output->buf;
    if (buf->size && !output->failed &&
        fwrite(buf->data, 1, buf->size, output->file) != buf->size)
        output->failed = true;
    buf->size = 0;
}

void output_check(struct output *output)
{
    if (output->buf.size >= LARGE)
        flush(output);
}

enum ent_status output_finish(struct output *output, struct ent_error *error)
{
    errno = 0;
    bool memory = output->buf.failed;
    if (!memory)
        flush(output);
    int reason = errno;
    ent_buf_clear(&output->buf);
    if (memory)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (output->failed)
        return ent_fail(error, ENT_EIO, 0, "cannot write%s%s", reason ? ": " : "",
                        reason ? strerror(reason) : "");
    return ENT_OK;
}

/* `name`, or with the first number that makes it new, added to the map. */
static struct ent_str unique(struct ent_map *map, struct ent_str name, const char *mark,
                             struct ent_arena *arena)
{
    bool added = false;
    uint32_t key = ent_map_add(map, name, &added);
    for (unsigned i = 2; key != ENT_MAP_NONE && !added; i++) {
        struct ent_str tried =
            ent_arena_printf(arena, "%.*s%s%u", ENT_FMT(name), mark, i);
        if (!tried.data)
            return tried;
        key = ent_map_add(map, tried, &added);
        if (added)
            return tried;
    }
    return key == ENT_MAP_NONE ? (struct ent_str){NULL, 0} : name;
}

/* A copy of the name that every format can carry. */
static struct ent_str mended(struct ent_str name, struct ent_arena *arena)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    ent_utf8_repair(&buf, name);
    struct ent_str result = {NULL, 0};
    if (!buf.failed)
        result = ent_arena_dup(arena, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return result;
}

struct ent_str *draw_unique_names(const struct ent_network *network,
                                  struct ent_arena *arena)
{
    uint32_t n = network->vertices.row_count;
    struct ent_str *names = ent_arena_array(arena, (size_t)n + 1, sizeof *names);
    struct ent_map map;
    ent_map_init(&map);
    bool fine = names != NULL;
    for (uint32_t i = 0; fine && i < n; i++) {
        struct ent_str name = ent_network_name(network, i, arena);
        name = name.size == 0 ? ent_arena_printf(arena, "n%u", (unsigned)i)
                              : mended(name, arena);
        if (name.data)
            names[i] = unique(&map, name, "#", arena);
        fine = names[i].data != NULL;
    }
    ent_map_clear(&map);
    return fine ? names : NULL;
}

struct ent_str *draw_column_names(const struct ent_table *table,
                                  const char *const *reserved, struct ent_arena *arena)
{
    uint32_t n = table->column_count;
    struct ent_str *names = ent_arena_array(arena, (size_t)n + 1, sizeof *names);
    struct ent_map map;
    ent_map_init(&map);
    bool fine = names != NULL;
    for (size_t i = 0; fine && reserved[i]; i++)
        fine = ent_map_add(&map, ent_str_of(reserved[i]), NULL) != ENT_MAP_NONE;
    for (uint32_t i = 0; fine && i < n; i++) {
        struct ent_str name = table->columns[i].name;
        name = name.size == 0 ? ENT_STR("_") : mended(name, arena);
        if (name.data)
            names[i] = unique(&map, name, "_", arena);
        fine = names[i].data != NULL;
    }
    ent_map_clear(&map);
    return fine ? names : NULL;
}

/* Characters that no one should meet in a picture: the C1 controls too, noncharacters,
 * and marks of direction that would turn the rest of the line around. */
static bool unfit(uint32_t code)
{
    return code == 0x7F || (code >= 0x80 && code < 0xA0) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void draw_put_line(struct ent_buf *buf, struct ent_str text, size_t most)
{
    size_t count = 0, before_last = buf->size;
    bool space = false;
    for (size_t pos = 0; pos < text.size;) {
        uint32_t code = ent_utf8_next(text, &pos);
        if (code <= 0x20 || code == 0x2028 || code == 0x2029) {
            space = count > 0;
            continue;
        }
        if (unfit(code))
            continue;
        if (count + space >= most) {
            buf->size = before_last;
            ent_buf_text(buf, "…");
            return;
        }
        if (space)
            ent_buf_char(buf, ' ');
        count += 1 + space;
        space = false;
        before_last = buf->size;
        ent_utf8_put(buf, code);
    }
}

/* The largest integer that every reader of JSON keeps exact. */
static const int64_t exact = (int64_t)1 << 53;

void draw_put_json_cell(struct ent_buf *buf, const struct ent_column *column,
                        uint32_t row)
{
    switch (column->type) {
    case ENT_TYPE_STRING:
        ent_buf_json(buf, column->strings[row]);
        break;
    case ENT_TYPE_BOOL:
        ent_buf_text(buf, column->ints[row] ? "true" : "false");
        break;
    case ENT_TYPE_DOUBLE:
        if (isinf(column->doubles[row])) /* JSON has none */
            ent_buf_text(buf, column->doubles[row] > 0 ? "1e999" : "-1e999");
        else
            ent_buf_double(buf, column->doubles[row]);
        break;
    case ENT_TYPE_INT:
        if (column->ints[row] > exact || column->ints[row] < -exact)
            ent_buf_printf(buf, "\"%lld\"", (long long)column->ints[row]);
        else
            ent_buf_int(buf, column->ints[row]);
        break;
    }
}

bool draw_is_missing(const struct ent_column *column, uint32_t row)
{
    switch (column->type) {
    case ENT_TYPE_STRING:
        return column->strings[row].data == NULL;
    case ENT_TYPE_DOUBLE:
        return isnan(column->doubles[row]);
    case ENT_TYPE_INT:
    case ENT_TYPE_BOOL:
        break;
    }
    return column->ints[row] == ENT_INT_NONE;
}
