#include <entente/map.h>

#include "base/large.h"

#include <stdlib.h>

void ent_map_init(struct ent_map *map)
{
    *map = (struct ent_map){0};
}

void ent_map_clear(struct ent_map *map)
{
    ent_arena_clear(&map->arena);
    free(map->keys);
    free(map->slots);
    ent_map_init(map);
}

/* The key's number + 1, and the half of the hash from which places are counted. */
static uint64_t slot_of(uint64_t hash, uint32_t number)
{
    return (hash >> 32) << 32 | (number + 1);
}

/* The slot that holds the key, or the free one where it belongs. */
static uint32_t probe(const struct ent_map *map, struct ent_str key, uint64_t hash)
{
    uint32_t mask = map->capacity - 1;
    uint32_t at = (uint32_t)(hash >> 32) & mask;
    uint64_t slot;
    while ((slot = map->slots[at]) != 0) {
        if (slot >> 32 == hash >> 32 && ent_str_eq(map->keys[(uint32_t)slot - 1], key))
            break;
        at = (at + 1) & mask;
    }
    return at;
}

/* Double the table; keys keep room for 3/4 of the slots. */
static bool grow(struct ent_map *map)
{
    uint32_t capacity = map->capacity ? map->capacity * 2 : 16;
    if (capacity > UINT32_MAX / 4)
        return false;
    struct ent_str *keys = realloc(map->keys, capacity / 4 * 3 * sizeof *keys);
    if (!keys)
        return false;
    map->keys = keys;
    ent_large(keys, capacity / 4 * 3 * sizeof *keys);
    uint64_t *slots = calloc(capacity, sizeof *slots);
    if (!slots)
        return false;
    ent_large(slots, capacity * sizeof *slots);
    for (uint32_t i = 0; i < map->capacity; i++) {
        uint64_t slot = map->slots[i];
        uint32_t at = (uint32_t)(slot >> 32) & (capacity - 1);
        while (slot && slots[at])
            at = (at + 1) & (capacity - 1);
        if (slot)
            slots[at] = slot;
    }
    free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
    return true;
}

uint32_t ent_map_find(const struct ent_map *map, struct ent_str key)
{
    if (!map->capacity)
        return ENT_MAP_NONE;
    uint64_t slot = map->slots[probe(map, key, ent_str_hash(key))];
    return slot ? (uint32_t)slot - 1 : ENT_MAP_NONE;
}

#ifdef __GNUC__
#define PREFETCH(address) __builtin_prefetch(address)
#else
#define PREFETCH(address) (void)(address)
#endif

uint32_t ent_map_prefetch(const struct ent_map *map, uint64_t hash, int step)
{
    if (!map->capacity)
        return ENT_MAP_NONE;
    const uint64_t *at = &map->slots[(uint32_t)(hash >> 32) & (map->capacity - 1)];
    if (step == 0) {
        PREFETCH(at);
        return ENT_MAP_NONE;
    }
    if (*at >> 32 != hash >> 32)
        return ENT_MAP_NONE;
    uint32_t number = (uint32_t)*at - 1;
    if (number >= map->size)
        return ENT_MAP_NONE;
    if (step == 1) {
        PREFETCH(&map->keys[number]);
        return ENT_MAP_NONE;
    }
    PREFETCH(map->keys[number].data);
    return number;
}

uint32_t ent_map_add(struct ent_map *map, struct ent_str key, bool *added)
{
    if (added)
        *added = false;
    uint64_t hash = ent_str_hash(key);
    uint32_t at = map->capacity ? probe(map, key, hash) : 0;
    if (map->capacity && map->slots[at])
        return (uint32_t)map->slots[at] - 1;
    if (map->size >= map->capacity / 4 * 3) {
        if (!grow(map))
            return ENT_MAP_NONE;
        at = probe(map, key, hash);
    }
    struct ent_str copy = ent_arena_dup(&map->arena, key);
    if (!copy.data)
        return ENT_MAP_NONE;
    map->keys[map->size] = copy;
    map->slots[at] = slot_of(hash, map->size);
    if (added)
        *added = true;
    return map->size++;
}
