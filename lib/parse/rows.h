/* rows.h: the weights of a linear classifier as they are stored and used.
 *
 * A weight is kept as an 8-bit code c that stands for c * |c|: companding by the square root
 * keeps the heavy tail of perceptron weights, which carries most of the accuracy. Scores are
 * sums of such integers, so the same on every machine. A feature's row is found through a
 * directory of buckets and a 24-bit fingerprint; small rows list (class, code) pairs, large
 * ones all codes. Rows are used as they are stored: nothing is unpacked at load. */
#ifndef ENT_PARSE_ROWS_H
#define ENT_PARSE_ROWS_H

#include "parse/bytes.h"

enum { ENT_ROWS_CLASSES = 255, ENT_ROWS_FEATURES = 160 };

struct ent_rows {
    uint32_t classes;     /* scores have this many entries */
    uint32_t shift;       /* 64 - bits of the bucket number */
    int16_t value[256];   /* c * |c| of the codes, by their unsigned byte */
    uint32_t *directory;  /* [2^bits + 1] offsets into data */
    const uint8_t *data;  /* borrowed */
    uint32_t size;
};

/* Take a table from a block; checks every row, so that scoring need not. `data` stays
 * borrowed from the block. */
bool ent_rows_take(struct ent_rows *rows, struct ent_cursor *block);
void ent_rows_clear(struct ent_rows *rows);

/* scores[k] = sum of the weights of class k over the features (at most
 * ENT_ROWS_FEATURES). */
void ent_rows_score(const struct ent_rows *rows, const uint64_t *features, size_t count,
                    int32_t *scores);

/* One row to be stored. */
struct ent_row {
    uint64_t feature;
    const int8_t *codes; /* [classes] */
};

/* Append a table; sorts `row_list`. False when memory ran out or a bucket overflows. */
bool ent_rows_put(struct ent_buf *buf, struct ent_row *row_list, size_t count,
                  uint32_t classes);

#endif
