/* rows.c: the stored weights of a linear classifier. */
#include "parse/rows.h"
#include <stdlib.h>

enum { DENSE = 255, HEAD = 4 }; /* a row's head: 3 bytes fingerprint, 1 byte length */

static uint32_t fingerprint(uint64_t feature)
{
    return (uint32_t)(feature >> 4 & 0xFFFFFF);
}

static uint32_t row_size(const struct ent_rows *rows, const uint8_t *row)
{
    return HEAD + (row[3] == DENSE ? rows->classes : 2u * row[3]);
}

static bool check_bucket(const struct ent_rows *rows, uint32_t at, uint32_t end)
{
    while (at < end) {
        const uint8_t *row = rows->data + at;
        if (end - at < HEAD || end - at < row_size(rows, row))
            return false;
        if (row[3] != DENSE)
            for (uint32_t i = 0; i < row[3]; i++)
                if (row[HEAD + 2 * i] >= rows->classes)
                    return false;
        at += row_size(rows, row);
    }
    return true;
}

bool ent_rows_take(struct ent_rows *rows, struct ent_cursor *block)
{
    *rows = (struct ent_rows){.classes = ent_take_u32(block)};
    uint32_t bits = ent_take_u32(block);
    if (block->bad || rows->classes > ENT_ROWS_CLASSES || bits < 1 || bits > 24)
        return false;
    uint32_t buckets = 1u << bits;
    const uint8_t *stored = ent_take(block, 4 * ((size_t)buckets + 1));
    if (!stored)
        return false;
    rows->shift = 64 - bits;
    rows->directory = malloc(((size_t)buckets + 1) * sizeof *rows->directory);
    if (!rows->directory)
        return false;
    for (uint32_t i = 0; i <= buckets; i++)
        rows->directory[i] = ent_get_u32(stored + 4 * (size_t)i);
    rows->size = rows->directory[buckets];
    rows->data = ent_take(block, rows->size);
    if (!rows->data || rows->directory[0] != 0)
        return false;
    for (uint32_t i = 0; i < buckets; i++) {
        uint32_t at = rows->directory[i], end = rows->directory[i + 1];
        if (at > end || end > rows->size || !check_bucket(rows, at, end))
            return false;
    }
    return true;
}

void ent_rows_clear(struct ent_rows *rows)
{
    free(rows->directory);
    *rows = (struct ent_rows){0};
}

static void add_dense(int32_t *restrict scores, const int8_t *restrict codes,
                      uint32_t classes)
{
    for (uint32_t k = 0; k < classes; k++) {
        int16_t code = codes[k];
        int16_t size = (int16_t)(code < 0 ? -code : code);
        scores[k] += (int16_t)(code * size);
    }
}

static void add_row(const struct ent_rows *rows, const uint8_t *row, int32_t *scores)
{
    if (row[3] == DENSE) {
        add_dense(scores, (const int8_t *)(row + HEAD), rows->classes);
        return;
    }
    const uint8_t *pair = row + HEAD, *end = pair + 2 * row[3];
    for (; pair < end; pair += 2) {
        int code = (int8_t)pair[1];
        scores[pair[0]] += code * (code < 0 ? -code : code);
    }
}

void ent_rows_score(const struct ent_rows *rows, const uint64_t *features, size_t count,
                    int32_t *scores)
{
    uint32_t at[ENT_ROWS_FEATURES], end[ENT_ROWS_FEATURES];
    memset(scores, 0, rows->classes * sizeof *scores);
    /* Three passes, so that the memory of later features is on its way while earlier ones
     * are looked at. */
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&rows->directory[features[i] >> rows->shift]);
    for (size_t i = 0; i < count; i++) {
        size_t bucket = (size_t)(features[i] >> rows->shift);
        at[i] = rows->directory[bucket];
        end[i] = rows->directory[bucket + 1];
        __builtin_prefetch(rows->data + at[i]);
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t wanted = fingerprint(features[i]);
        const uint8_t *row = rows->data + at[i], *stop = rows->data + end[i];
        for (; row < stop; row += row_size(rows, row))
            if (((uint32_t)row[0] | (uint32_t)row[1] << 8 | (uint32_t)row[2] << 16) ==
                wanted) {
                add_row(rows, row, scores);
                break;
            }
    }
}

static uint32_t filled(const struct ent_row *row, uint32_t classes)
{
    uint32_t count = 0;
    for (uint32_t k = 0; k < classes; k++)
        count += row->codes[k] != 0;
    return count;
}

static int by_feature(const void *a, const void *b)
{
    const struct ent_row *x = a, *y = b;
    return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static void put_row(struct ent_buf *buf, const struct ent_row *row, uint32_t classes)
{
    uint32_t print = fingerprint(row->feature), count = filled(row, classes);
    bool dense = 2 * count >= classes || count >= DENSE;
    ent_put_u16(buf, print & 0xFFFF);
    ent_buf_char(buf, (char)(print >> 16));
    ent_buf_char(buf, (char)(dense ? DENSE : (int)count));
    if (dense) {
        ent_buf_add(buf, (const char *)row->codes, classes);
        return;
    }
    for (uint32_t k = 0; k < classes; k++)
        if (row->codes[k] != 0) {
            ent_buf_char(buf, (char)k);
            ent_buf_char(buf, (char)row->codes[k]);
        }
}

void ent_rows_put(struct ent_buf *buf, struct ent_row *row_list, size_t count,
                  uint32_t classes)
{
    uint32_t bits = 1;
    while (bits < 24 && ((size_t)4 << bits) < count)
        bits++;
    if (count > 1)
        qsort(row_list, count, sizeof *row_list, by_feature);
    struct ent_buf data;
    ent_buf_init(&data);
    ent_put_u32(buf, classes);
    ent_put_u32(buf, bits);
    size_t next = 0;
    for (uint64_t bucket = 0; bucket < (uint64_t)1 << bits; bucket++) {
        ent_put_u32(buf, (uint32_t)data.size);
        for (; next < count && row_list[next].feature >> (64 - bits) == bucket; next++)
            put_row(&data, &row_list[next], classes);
    }
    ent_put_u32(buf, (uint32_t)data.size);
    ent_buf_str(buf, ent_buf_view(&data));
    if (data.failed)
        buf->failed = true;
    ent_buf_clear(&data);
}
