/* index.c: a read-only map from hashes to 16-bit numbers. */
#include "parse/index.h"
#include <stdlib.h>

enum { ENTRY = 5 };

bool ent_index_take(struct ent_index *index, struct ent_cursor *block, uint32_t limit)
{
    *index = (struct ent_index){0};
    uint32_t bits = ent_take_u32(block);
    if (block->bad || bits < 1 || bits > 24)
        return false;
    uint32_t buckets = 1u << bits;
    const uint8_t *stored = ent_take(block, 4 * ((size_t)buckets + 1));
    if (!stored)
        return false;
    uint32_t *directory = malloc(((size_t)buckets + 1) * sizeof *directory);
    if (!directory)
        return false;
    index->directory = directory;
    index->shift = 64 - bits;
    for (uint32_t i = 0; i <= buckets; i++) {
        directory[i] = ent_get_u32(stored + 4 * (size_t)i);
        if (i > 0 && directory[i] < directory[i - 1])
            return false;
    }
    index->size = directory[buckets];
    index->data = ent_take(block, (size_t)ENTRY * index->size);
    for (uint32_t i = 0; index->data && i < index->size; i++)
        if (ent_get_u16(index->data + (size_t)ENTRY * i + 3) >= limit)
            return false;
    return index->data != NULL;
}

void ent_index_clear(struct ent_index *index)
{
    free(index->directory);
    *index = (struct ent_index){0};
}

uint32_t ent_index_find(const struct ent_index *index, uint64_t key)
{
    if (!index->directory)
        return ENT_INDEX_NONE;
    size_t bucket = (size_t)(key >> index->shift);
    const uint8_t *p = index->data + (size_t)ENTRY * index->directory[bucket];
    const uint8_t *end = index->data + (size_t)ENTRY * index->directory[bucket + 1];
    uint32_t wanted = (uint32_t)(key & 0xFFFFFF);
    for (; p < end; p += ENTRY)
        if (((uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16) == wanted)
            return ent_get_u16(p + 3);
    return ENT_INDEX_NONE;
}

static int by_key(const void *a, const void *b)
{
    const struct ent_index_entry *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

void ent_index_put(struct ent_buf *buf, struct ent_index_entry *entries, size_t count)
{
    uint32_t bits = 1;
    while (bits < 24 && ((size_t)4 << bits) < count)
        bits++;
    if (count > 1)
        qsort(entries, count, sizeof *entries, by_key);
    ent_put_u32(buf, bits);
    size_t next = 0;
    for (uint64_t bucket = 0; bucket <= (uint64_t)1 << bits; bucket++) {
        ent_put_u32(buf, (uint32_t)next);
        while (next < count && entries[next].key >> (64 - bits) == bucket)
            next++;
    }
    for (size_t i = 0; i < count; i++) {
        ent_put_u16(buf, (uint32_t)(entries[i].key & 0xFFFF));
        ent_buf_char(buf, (char)(entries[i].key >> 16 & 0xFF));
        ent_put_u16(buf, entries[i].value);
    }
}
