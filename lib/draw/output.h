/* output.h: a buffer in front of a stream, and names that a format can rely on. */
#ifndef ENTENTE_DRAW_OUTPUT_H
#define ENTENTE_DRAW_OUTPUT_H

#include <entente/buf.h>
#include <entente/network.h>
#include <stdio.h>

struct output {
    struct ent_buf buf; /* append to this, call output_check now and then */
    FILE *file;
    bool failed;
};

void output_init(struct output *output, FILE *file);
/* Pass the buffer on to the stream when it has grown large. */
void output_check(struct output *output);
/* Pass on the rest and free the buffer. */
enum ent_status output_finish(struct output *output, struct ent_error *error);

/* The vertices' names, made unique by "#2", "#3" ... where several are alike; views into
 * `arena`. NULL when memory ran out. */
struct ent_str *draw_unique_names(const struct ent_network *network,
                                  struct ent_arena *arena);

/* The names of a table's columns, made different from each other and from `reserved` (ends
 * with NULL) by "_2", "_3" ...; views into `arena`. NULL when memory ran out. */
struct ent_str *draw_column_names(const struct ent_table *table,
                                  const char *const *reserved, struct ent_arena *arena);

/* Append text on one line for people: wrong UTF-8 repaired, control characters and runs of
 * white space as one space, at most `most` characters (the last one an ellipsis). */
void draw_put_line(struct ent_buf *buf, struct ent_str text, size_t most);

bool draw_is_missing(const struct ent_column *column, uint32_t row);
/* Append a cell that is not missing as a JSON value. Integers beyond 2^53, which JavaScript
 * would round, become strings. */
void draw_put_json_cell(struct ent_buf *buf, const struct ent_column *column, uint32_t row);

#endif
