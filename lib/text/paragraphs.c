/* paragraphs.c: which line ends of a text end a paragraph, a title or a list item, and
 * which only wrap a long line.
 *
 * Blank lines always end a paragraph. Inside a block of lines, a line end is a wrap when
 * the line is full: the next line's first word would not have fitted into the block's
 * width. That says something only when most lines of the block are full; otherwise only a
 * line that goes on in lower case continues the one before. */
#include <stdlib.h>

#include "text/dates.h"
#include "text/scan.h"

enum {
    WIDTH_MAX = 140, /* no text is wrapped wider than that */
    WIDTH_MIN = 40,
    DATE_LINES = 3, /* the date stands among the first lines */
};

struct line {
    uint32_t start, end; /* without white space at either end; equal when blank */
    uint32_t stop;       /* the line end itself */
    uint32_t word;       /* characters of its first word */
};

struct lines {
    struct line *lines;
    size_t count, capacity;
    uint32_t width; /* to which the whole text seems to be wrapped, 0 = not */
};

static bool add_line(struct lines *lines, struct line line)
{
    if (lines->count == lines->capacity) {
        size_t capacity = lines->capacity ? 2 * lines->capacity : 64;
        struct line *grown = realloc(lines->lines, capacity * sizeof *grown);
        if (!grown)
            return false;
        lines->lines = grown;
        lines->capacity = capacity;
    }
    lines->lines[lines->count++] = line;
    return true;
}

/* The line that starts at `start`. "\r\n" is one line end. */
static struct line measure(const struct ent_scan *scan, uint32_t start, uint32_t *next)
{
    struct line line = {.start = start};
    uint32_t p = start;
    while (p < scan->count && scan->kind[p] != ENT_KIND_LINE)
        p++;
    line.stop = line.end = p;
    *next = p + 1;
    if (p < scan->count && scan->code[p] == '\r' && scan->code[p + 1] == '\n')
        *next = p + 2;
    while (line.start < line.end && scan->kind[line.start] == ENT_KIND_SPACE)
        line.start++;
    while (line.end > line.start && scan->kind[line.end - 1] == ENT_KIND_SPACE)
        line.end--;
    for (p = line.start; p < line.end && scan->kind[p] != ENT_KIND_SPACE; p++)
        line.word++;
    return line;
}

/* Blank what gives the document's date at the start of the line. */
static void drop_date(struct ent_scan *scan, struct line *line)
{
    struct ent_str date;
    size_t size = ent_leading_date(ent_scan_view(scan, line->start, line->end), &date);
    memset(scan->kind + line->start, ENT_KIND_SPACE, size); /* one byte a character */
    line->start += (uint32_t)size;
    while (line->start < line->end && scan->kind[line->start] == ENT_KIND_SPACE)
        line->start++;
}

static bool find_lines(struct ent_scan *scan, struct lines *lines)
{
    size_t filled = 0;
    for (uint32_t at = 0, next; at < scan->count; at = next) {
        struct line line = measure(scan, at, &next);
        if (line.end > line.start && filled++ < DATE_LINES)
            drop_date(scan, &line);
        if (!add_line(lines, line))
            return false;
    }
    return true;
}

static uint32_t length(const struct line *line)
{
    return line->end - line->start;
}

static bool is_full(const struct line *line, uint32_t width)
{
    return length(line) + 1 + line[1].word > width;
}

/* The width to which the block of lines is wrapped, or 0. */
static uint32_t block_width(const struct line *lines, size_t count)
{
    uint32_t width = 0, full = 0;
    for (size_t i = 0; i < count; i++)
        if (length(&lines[i]) > width)
            width = length(&lines[i]);
    if (count < 3 || width < WIDTH_MIN || width > WIDTH_MAX)
        return 0;
    for (size_t i = 0; i + 1 < count; i++)
        full += is_full(&lines[i], width);
    return full * 10 >= (count - 1) * 7 ? width : 0;
}

/* Does the line's text go on in the next line? */
static bool goes_on(const struct ent_scan *scan, const struct line *line, uint32_t width)
{
    uint8_t next = scan->kind[line[1].start];
    uint32_t last = scan->code[line->end - 1];
    if (width && is_full(line, width))
        return true;
    if (next != ENT_KIND_LOWER || last == '.' || last == '!' || last == '?' ||
        last == ';')
        return false;
    return length(line) >= WIDTH_MIN / 2;
}

/* Make plain spaces of the wraps in one block. */
static void unwrap(struct ent_scan *scan, const struct line *lines, size_t count,
                   uint32_t width)
{
    uint32_t own = block_width(lines, count);
    if (own == 0 && count == 2 && length(&lines[0]) <= width &&
        length(&lines[1]) <= width)
        own = width;
    for (size_t i = 0; i + 1 < count; i++)
        if (goes_on(scan, &lines[i], own))
            memset(scan->kind + lines[i].end, ENT_KIND_SPACE,
                   lines[i + 1].start - lines[i].end);
}

static size_t block_length(const struct lines *lines, size_t from)
{
    size_t count = 0;
    while (from + count < lines->count && length(&lines->lines[from + count]) > 0)
        count++;
    return count;
}

enum ent_status ent_scan_breaks(struct ent_scan *scan)
{
    struct lines lines = {NULL, 0, 0, 0};
    if (!find_lines(scan, &lines)) {
        free(lines.lines);
        return ENT_EMEMORY;
    }
    for (size_t i = 0; i < lines.count; i++) {
        size_t count = block_length(&lines, i);
        uint32_t width = block_width(lines.lines + i, count);
        if (width > lines.width)
            lines.width = width;
        i += count;
    }
    for (size_t i = 0; i < lines.count; i++) {
        size_t count = block_length(&lines, i);
        unwrap(scan, lines.lines + i, count, lines.width);
        i += count;
    }
    free(lines.lines);
    return ENT_OK;
}
