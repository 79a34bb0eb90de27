#include <entente/map.h>

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
    free(map->tags);
    ent_map_init(map);
}

/* The slot that holds the key, or the free one where it belongs. */
static uint32_t probe(const struct ent_map *map, struct ent_str key, uint64_t hash)
{
    uint32_t mask = map->capacity - 1;
    uint32_t tag = (uint32_t)(hash >> 32);
    uint32_t at = (uint32_t)hash & mask;
    while (map->slots[at]) {
        if (map->tags[at] == tag && ent_str_eq(map->keys[map->slots[at] - 1], key))
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
    uint32_t *slots = calloc(capacity, sizeof *slots);
    uint32_t *tags = calloc(capacity, sizeof *tags);
    if (!slots || !tags) {
        free(slots);
        free(tags);
        return false;
    }
    for (uint32_t i = 0; i < map->size; i++) {
        uint64_t hash = ent_str_hash(map->keys[i]);
        uint32_t at = (uint32_t)hash & (capacity - 1);
        while (slots[at])
            at = (at + 1) & (capacity - 1);
        slots[at] = i + 1;
        tags[at] = (uint32_t)(hash >> 32);
    }
    free(map->slots);
    free(map->tags);
    map->slots = slots;
    map->tags = tags;
    map->capacity = capacity;
    return true;
}

uint32_t ent_map_find(const struct ent_map *map, struct ent_str key)
{
    if (!map->capacity)
        return ENT_MAP_NONE;
    uint32_t slot = map->slots[probe(map, key, ent_str_hash(key))];
    return slot ? slot - 1 : ENT_MAP_NONE;
}

uint32_t ent_map_add(struct ent_map *map, struct ent_str key, bool *added)
{
    if (added)
        *added = false;
    uint64_t hash = ent_str_hash(key);
    if (map->capacity) {
        uint32_t slot = map->slots[probe(map, key, hash)];
        if (slot)
            return slot - 1;
    }
    if (map->size >= map->capacity / 4 * 3 && !grow(map))
        return ENT_MAP_NONE;
    struct ent_str copy = ent_arena_dup(&map->arena, key);
    if (!copy.data)
        return ENT_MAP_NONE;
    uint32_t at = probe(map, key, hash);
    map->keys[map->size] = copy;
    map->tags[at] = (uint32_t)(hash >> 32);
    map->slots[at] = ++map->size;
    if (added)
        *added = true;
    return map->size - 1;
}
