/* lines.h: reading a stream line by line, of any length, with line numbers. */
#ifndef ENTENTE_LINES_H
#define ENTENTE_LINES_H

#include <entente/buf.h>
#include <entente/status.h>
#include <stdio.h>

struct ent_lines {
    FILE *file;   /* borrowed */
    char *data;   /* read buffer, owned */
    size_t capacity;
    size_t begin, end; /* unread bytes in data */
    size_t line;  /* number of the line last returned, 1-based */
    bool eof;
};

void ent_lines_init(struct ent_lines *lines, FILE *file);
void ent_lines_clear(struct ent_lines *lines);

/* The next line without its "\n" or "\r\n"; a view that lasts until the next call. A UTF-8
 * byte order mark at the start of the stream is dropped. ENT_END after the last line. */
enum ent_status ent_lines_next(struct ent_lines *lines, struct ent_str *line,
                               struct ent_error *error);

/* The whole rest of the stream appended to `buf`. */
enum ent_status ent_read_all(FILE *file, struct ent_buf *buf, struct ent_error *error);

/* A whole file. ENT_EMISSING if it cannot be opened. */
enum ent_status ent_read_file(const char *path, struct ent_buf *buf,
                              struct ent_error *error);

#endif
