/* bytes.c: little-endian numbers in model files. */
#include "parse/bytes.h"
#include "parse/hash.h"
#include <stdlib.h>

const uint8_t *ent_take(struct ent_cursor *cursor, size_t size)
{
    if (cursor->bad || cursor->size - cursor->at < size) {
        cursor->bad = true;
        return NULL;
    }
    const uint8_t *p = cursor->data + cursor->at;
    cursor->at += size;
    return p;
}

uint32_t ent_take_u32(struct ent_cursor *cursor)
{
    const uint8_t *p = ent_take(cursor, 4);
    return p ? ent_get_u32(p) : 0;
}

uint64_t ent_take_u64(struct ent_cursor *cursor)
{
    const uint8_t *p = ent_take(cursor, 8);
    return p ? ent_get_u64(p) : 0;
}

struct ent_str ent_take_str(struct ent_cursor *cursor)
{
    uint32_t size = ent_take_u32(cursor);
    const uint8_t *p = ent_take(cursor, size);
    return (struct ent_str){(const char *)p, p ? size : 0};
}

bool ent_take_list(struct ent_cursor *cursor, struct ent_str **list, uint32_t *count,
                   uint32_t limit)
{
    *count = ent_take_u32(cursor);
    *list = NULL;
    if (cursor->bad || *count > limit || *count > (cursor->size - cursor->at) / 4)
        return false;
    *list = malloc((*count ? *count : 1) * sizeof **list);
    for (uint32_t i = 0; *list && i < *count; i++)
        (*list)[i] = ent_take_str(cursor);
    return *list && !cursor->bad;
}

struct ent_cursor ent_take_block(struct ent_cursor *cursor)
{
    uint32_t size = ent_take_u32(cursor);
    const uint8_t *p = ent_take(cursor, size);
    return (struct ent_cursor){p, p ? size : 0, 0, p == NULL};
}

void ent_put_u16(struct ent_buf *buf, uint32_t value)
{
    ent_buf_char(buf, (char)(value & 0xFF));
    ent_buf_char(buf, (char)(value >> 8 & 0xFF));
}

void ent_put_u32(struct ent_buf *buf, uint32_t value)
{
    ent_put_u16(buf, value & 0xFFFF);
    ent_put_u16(buf, value >> 16);
}

void ent_put_u64(struct ent_buf *buf, uint64_t value)
{
    ent_put_u32(buf, (uint32_t)(value & 0xFFFFFFFFu));
    ent_put_u32(buf, (uint32_t)(value >> 32));
}

void ent_put_str(struct ent_buf *buf, struct ent_str text)
{
    ent_put_u32(buf, (uint32_t)text.size);
    ent_buf_str(buf, text);
}

void ent_put_list(struct ent_buf *buf, const struct ent_str *list, uint32_t count)
{
    ent_put_u32(buf, count);
    for (uint32_t i = 0; i < count; i++)
        ent_put_str(buf, list[i]);
}

void ent_put_block(struct ent_buf *buf, const struct ent_buf *block)
{
    ent_put_str(buf, ent_buf_view(block));
    if (block->failed)
        buf->failed = true;
}

uint64_t ent_hash_file(const uint8_t *data, size_t size)
{
    uint64_t hash = size;
    size_t i = 0;
    for (; i + 8 <= size; i += 8)
        hash = ent_hash_mix(hash, ent_get_u64(data + i));
    for (; i < size; i++)
        hash = ent_hash_mix(hash, data[i]);
    return ent_hash_end(hash);
}
