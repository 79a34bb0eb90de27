/* rows.c: the stored weights of a linear classifier. */
#include "parse/rows.h"
#include <stdlib.h>

/* A row's head: 3 bytes fingerprint (the bits of the hash after those of the bucket in the
 * file), 1 byte length. Buckets in the file hold four rows on average, those in memory, told
 * by two more bits, one. */
enum { DENSE = 255, HEAD = 4, MORE_BITS = 2, PRINT_BITS = 24 };

static uint32_t print_of(const uint8_t *row)
{
    return (uint32_t)row[0] << 16 | (uint32_t)row[1] << 8 | row[2];
}

static uint32_t row_size(const struct ent_rows *rows, const uint8_t *row)
{
    return HEAD + (row[3] == DENSE ? rows->classes : 2u * row[3]);
}

static bool check_row(const struct ent_rows *rows, const uint8_t *row)
{
    for (uint32_t i = 0; row[3] != DENSE && i < row[3]; i++)
        if (row[HEAD + 2 * i] >= rows->classes)
            return false;
    return true;
}

/* Enter the rows at .. end-1 of a bucket of the file into the directory from `slot` on. */
static bool enter_bucket(struct ent_rows *rows, uint32_t at, uint32_t end, uint32_t *slot)
{
    uint32_t inner = 0;
    for (; at < end; at += row_size(rows, rows->data + at)) {
        const uint8_t *row = rows->data + at;
        if (end - at < HEAD || end - at < row_size(rows, row) || !check_row(rows, row))
            return false;
        uint32_t wanted = print_of(row) >> (PRINT_BITS - MORE_BITS);
        if (wanted < inner)
            return false; /* rows out of order */
        for (; inner < wanted; inner++)
            slot[inner + 1] = at;
    }
    for (; inner < 1u << MORE_BITS; inner++)
        slot[inner + 1] = end;
    return true;
}

bool ent_rows_take(struct ent_rows *rows, struct ent_cursor *block)
{
    *rows = (struct ent_rows){.classes = ent_take_u32(block)};
    uint32_t bits = ent_take_u32(block), at = 0;
    if (block->bad || rows->classes > ENT_ROWS_CLASSES || bits < 1 || bits > 22)
        return false;
    uint32_t buckets = 1u << bits;
    const uint8_t *sizes = ent_take(block, 2 * (size_t)buckets);
    rows->size = ent_take_u32(block);
    rows->data = ent_take(block, rows->size);
    if (!sizes || !rows->data)
        return false;
    rows->shift = 64 - bits - MORE_BITS;
    rows->directory = malloc((((size_t)buckets << MORE_BITS) + 1) * sizeof(uint32_t));
    if (!rows->directory)
        return false;
    rows->directory[0] = 0;
    for (uint32_t i = 0; i < buckets; i++) {
        uint32_t size = ent_get_u16(sizes + 2 * (size_t)i);
        if (size > rows->size - at ||
            !enter_bucket(rows, at, at + size, rows->directory + ((size_t)i << MORE_BITS)))
            return false;
        at += size;
    }
    for (int code = -127; code <= 127; code++)
        rows->value[(uint8_t)code] = (int16_t)(code * (code < 0 ? -code : code));
    return at == rows->size;
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
    for (; pair < end; pair += 2)
        scores[pair[0]] += rows->value[pair[1]];
}

void ent_rows_score(const struct ent_rows *rows, const uint64_t *features, size_t count,
                    int32_t *scores)
{
    uint32_t at[ENT_ROWS_FEATURES], end[ENT_ROWS_FEATURES];
    uint32_t print_shift = rows->shift + MORE_BITS - PRINT_BITS;
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
        uint32_t wanted = (uint32_t)(features[i] >> print_shift & 0xFFFFFF);
        const uint8_t *row = rows->data + at[i], *stop = rows->data + end[i];
        for (; row < stop; row += row_size(rows, row))
            if (print_of(row) == wanted) {
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

static void put_row(struct ent_buf *buf, const struct ent_row *row, uint32_t bits,
                    uint32_t classes)
{
    uint32_t print = (uint32_t)(row->feature >> (64 - bits - PRINT_BITS) & 0xFFFFFF);
    uint32_t count = filled(row, classes);
    bool dense = 2 * count >= classes || count >= DENSE;
    ent_buf_char(buf, (char)(print >> 16));
    ent_buf_char(buf, (char)(print >> 8 & 0xFF));
    ent_buf_char(buf, (char)(print & 0xFF));
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

bool ent_rows_put(struct ent_buf *buf, struct ent_row *row_list, size_t count,
                  uint32_t classes)
{
    uint32_t bits = 1;
    while (bits < 22 && ((size_t)4 << bits) < count)
        bits++;
    if (count > 1)
        qsort(row_list, count, sizeof *row_list, by_feature);
    struct ent_buf data;
    ent_buf_init(&data);
    ent_put_u32(buf, classes);
    ent_put_u32(buf, bits);
    bool fits = true;
    size_t next = 0;
    for (uint64_t bucket = 0; bucket < (uint64_t)1 << bits; bucket++) {
        size_t before = data.size;
        for (; next < count && row_list[next].feature >> (64 - bits) == bucket; next++)
            put_row(&data, &row_list[next], bits, classes);
        fits = fits && data.size - before <= UINT16_MAX;
        ent_put_u16(buf, (uint32_t)(data.size - before));
    }
    ent_put_u32(buf, (uint32_t)data.size);
    ent_buf_str(buf, ent_buf_view(&data));
    fits = fits && !data.failed && !buf->failed;
    ent_buf_clear(&data);
    return fits;
}
