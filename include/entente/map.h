/* map.h: from strings to 32-bit numbers, in order of insertion.
 *
 * Keys get the numbers 0, 1, 2, ... as they come, which makes a map also an interner: values
 * live in the caller's own array indexed by that number. Keys are copied into the map. */
#ifndef ENTENTE_MAP_H
#define ENTENTE_MAP_H

#include <entente/arena.h>

#define ENT_MAP_NONE UINT32_MAX

struct ent_map {
    struct ent_arena arena; /* the keys' bytes */
    struct ent_str *keys;   /* [size] in order of insertion */
    uint64_t *slots;        /* [capacity], key number + 1 (0 = free) below 32 bits of the
                               hash, which spare comparisons and growing look-ups */
    uint32_t size;
    uint32_t capacity; /* a power of two or 0 */
};

void ent_map_init(struct ent_map *map);
void ent_map_clear(struct ent_map *map);

/* The key's number, or ENT_MAP_NONE. */
uint32_t ent_map_find(const struct ent_map *map, struct ent_str key);

/* For who knows early what will be looked up: has the memory that a look-up of a key with
 * that ent_str_hash touches brought near. Each place is found through the one before, so
 * call it with step 0, 1 and 2, a while apart. Returns the number that the key probably
 * has at step 2; else, or if it has none, ENT_MAP_NONE. */
uint32_t ent_map_prefetch(const struct ent_map *map, uint64_t hash, int step);

/* The key's number, adding it if new; ENT_MAP_NONE when memory ran out. `*added` (may be
 * NULL) tells whether it was new. */
uint32_t ent_map_add(struct ent_map *map, struct ent_str key, bool *added);

#endif
