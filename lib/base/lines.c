#include <entente/lines.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

void ent_lines_init(struct ent_lines *lines, FILE *file)
{
    *lines = (struct ent_lines){.file = file};
}

void ent_lines_clear(struct ent_lines *lines)
{
    free(lines->data);
    *lines = (struct ent_lines){0};
}

/* Read one more block behind the unread bytes, moving these to the front first. */
static enum ent_status fill(struct ent_lines *lines, struct ent_error *error)
{
    if (lines->begin) {
        memmove(lines->data, lines->data + lines->begin, lines->end - lines->begin);
        lines->end -= lines->begin;
        lines->begin = 0;
    }
    if (lines->capacity - lines->end < BLOCK) {
        size_t capacity = lines->capacity ? lines->capacity * 2 : 2 * BLOCK;
        char *data = realloc(lines->data, capacity);
        if (!data)
            return ent_fail(error, ENT_EMEMORY, lines->line + 1, "line too long for memory");
        lines->data = data;
        lines->capacity = capacity;
    }
    size_t got = fread(lines->data + lines->end, 1, BLOCK, lines->file);
    lines->end += got;
    if (got < BLOCK) {
        if (ferror(lines->file))
            return ent_fail(error, ENT_EIO, lines->line + 1, "cannot read: %s",
                            strerror(errno));
        lines->eof = true;
    }
    return ENT_OK;
}

enum ent_status ent_lines_next(struct ent_lines *lines, struct ent_str *line,
                               struct ent_error *error)
{
    size_t searched = 0; /* unread bytes known to hold no newline */
    for (;;) {
        char *start = lines->data ? lines->data + lines->begin : NULL;
        size_t size = lines->end - lines->begin;
        char *newline =
            size > searched ? memchr(start + searched, '\n', size - searched) : NULL;
        if (!newline && !lines->eof) {
            searched = size;
            enum ent_status status = fill(lines, error);
            if (status != ENT_OK)
                return status;
            continue;
        }
        if (!newline && size == 0)
            return ENT_END;
        *line = (struct ent_str){start, newline ? (size_t)(newline - start) : size};
        lines->begin += line->size + (newline ? 1 : 0);
        break;
    }
    if (line->size && line->data[line->size - 1] == '\r')
        line->size--;
    if (lines->line++ == 0 && ent_str_starts(*line, ENT_STR("\xEF\xBB\xBF")))
        *line = ent_str_sub(*line, 3, line->size);
    return ENT_OK;
}

enum ent_status ent_read_all(FILE *file, struct ent_buf *buf, struct ent_error *error)
{
    char block[16 * 1024];
    size_t got;
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        ent_buf_add(buf, block, got);
    if (ferror(file))
        return ent_fail(error, ENT_EIO, 0, "cannot read: %s", strerror(errno));
    if (buf->failed)
        return ent_fail(error, ENT_EMEMORY, 0, "file too large for memory");
    return ENT_OK;
}

enum ent_status ent_read_file(const char *path, struct ent_buf *buf,
                              struct ent_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return ent_fail(error, ENT_EMISSING, 0, "cannot open: %s", strerror(errno));
    enum ent_status status = ent_read_all(file, buf, error);
    fclose(file);
    return status;
}
