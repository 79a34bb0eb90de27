/* bytes.h: little-endian numbers in model files, read with bounds checks. */
#ifndef ENT_PARSE_BYTES_H
#define ENT_PARSE_BYTES_H

#include <entente/buf.h>

/* A position in a block of bytes. Reading past the end sets `bad` and yields zero. */
struct ent_cursor {
    const uint8_t *data;
    size_t size, at;
    bool bad;
};

static inline uint16_t ent_get_u16(const uint8_t *p)
{
    return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t ent_get_u32(const uint8_t *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

static inline uint64_t ent_get_u64(const uint8_t *p)
{
    return (uint64_t)ent_get_u32(p) | (uint64_t)ent_get_u32(p + 4) << 32;
}

/* `size` bytes, or NULL when fewer are left. */
const uint8_t *ent_take(struct ent_cursor *cursor, size_t size);
uint32_t ent_take_u32(struct ent_cursor *cursor);
uint64_t ent_take_u64(struct ent_cursor *cursor);
/* A string with its 32-bit length before it. */
struct ent_str ent_take_str(struct ent_cursor *cursor);
/* A list of strings after its count; `*list` is malloc'ed, its views point into the block.
 * False on damage or lack of memory. */
bool ent_take_list(struct ent_cursor *cursor, struct ent_str **list, uint32_t *count,
                   uint32_t limit);
/* A block of bytes with its length, as a cursor of its own. */
struct ent_cursor ent_take_block(struct ent_cursor *cursor);

void ent_put_u16(struct ent_buf *buf, uint32_t value);
void ent_put_u32(struct ent_buf *buf, uint32_t value);
void ent_put_u64(struct ent_buf *buf, uint64_t value);
void ent_put_str(struct ent_buf *buf, struct ent_str text);
void ent_put_list(struct ent_buf *buf, const struct ent_str *list, uint32_t count);
void ent_put_block(struct ent_buf *buf, const struct ent_buf *block);

#endif
