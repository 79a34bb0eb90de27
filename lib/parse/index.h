/* index.h: a read-only map from hashes to 16-bit numbers, 5 bytes an entry.
 *
 * Buckets by the upper bits of the hash, 24-bit fingerprints in a bucket of four on average:
 * an unknown hash is taken for a known one about once in four million times. */
#ifndef ENT_PARSE_INDEX_H
#define ENT_PARSE_INDEX_H

#include "parse/bytes.h"

#define ENT_INDEX_NONE UINT32_MAX

struct ent_index {
    uint32_t *directory; /* [2^bits + 1] numbers of entries; NULL = empty index */
    uint32_t shift;
    const uint8_t *data; /* borrowed; 3 bytes fingerprint, 2 bytes value */
    uint32_t size;
};

struct ent_index_entry {
    uint64_t key;
    uint32_t value; /* 0 .. 65535 */
};

/* Take an index from a block; false if it is damaged or a value is not below `limit`. */
bool ent_index_take(struct ent_index *index, struct ent_cursor *block, uint32_t limit);
void ent_index_clear(struct ent_index *index);

uint32_t ent_index_find(const struct ent_index *index, uint64_t key);

/* Append an index; sorts the entries, whose keys must differ. */
void ent_index_put(struct ent_buf *buf, struct ent_index_entry *entries, size_t count);

#endif
