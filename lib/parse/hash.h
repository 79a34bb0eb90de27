/* hash.h: the hash functions that features are made with.
 *
 * A model file is only valid with exactly these functions: changing a constant here means
 * training every model again. All arithmetic is on 64-bit unsigned integers, so that the
 * values are the same on every machine. */
#ifndef ENT_PARSE_HASH_H
#define ENT_PARSE_HASH_H

#include <entente/str.h>

#define ENT_HASH_BASIS 0xCBF29CE484222325u

/* FNV-1a (Fowler, Noll, Vo), one byte more. */
static inline uint64_t ent_hash_byte(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * 0x100000001B3u;
}

/* Spread the bits of an FNV state or of a small number over the whole word. */
static inline uint64_t ent_hash_end(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 32);
}

static inline uint64_t ent_hash_bytes(const char *data, size_t size)
{
    uint64_t hash = ENT_HASH_BASIS;
    for (size_t i = 0; i < size; i++)
        hash = ent_hash_byte(hash, (unsigned char)data[i]);
    return ent_hash_end(hash);
}

/* Combine a value into a feature. */
static inline uint64_t ent_hash_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0x9FB21C651E98DF25u;
    return hash ^ (hash >> 35);
}

/* Where the features of template number `number` start from. */
static inline uint64_t ent_hash_template(size_t number)
{
    return (uint64_t)(number + 1) * 0x9E3779B97F4A7C15u;
}

/* Checksum of a file's bytes. */
uint64_t ent_hash_file(const uint8_t *data, size_t size);

#endif
