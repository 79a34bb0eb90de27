/* table_writer.h: rows of cells as CSV or TSV. */
#ifndef ENTENTE_DRAW_TABLE_WRITER_H
#define ENTENTE_DRAW_TABLE_WRITER_H

#include "draw/output.h"

#include <entente/draw.h>

struct table_writer {
    struct output output;
    struct ent_buf clean;   /* scratch: a cell's text, repaired */
    struct ent_arena arena; /* lives as long as the writer */
    enum ent_separated form;
    bool first_cell; /* of a row */
};

void table_start(struct table_writer *writer, enum ent_separated form, FILE *file);
void table_put_cell(struct table_writer *writer, struct ent_str text);
void table_end_row(struct table_writer *writer);
/* Frees everything; `fine` = false means that memory ran out before. */
enum ent_status table_finish(struct table_writer *writer, bool fine,
                             struct ent_error *error);

#endif
