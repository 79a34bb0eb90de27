/* trie.c: paths of atoms, as one hash table of edges. */
#include "actor/knowledge.h"

#include <stdlib.h>

/* Finaliser of splitmix64: every key bit reaches the low bits that pick the slot. */
static uint32_t spread(uint64_t key)
{
    key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
    key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)(key ^ (key >> 31));
}

static uint32_t probe(const struct trie_edge *edges, uint32_t capacity, uint64_t key)
{
    uint32_t at = spread(key) & (capacity - 1);
    while (edges[at].key && edges[at].key != key)
        at = (at + 1) & (capacity - 1);
    return at;
}

static uint64_t key_of(uint32_t node, uint32_t atom)
{
    return ((uint64_t)node << 32 | atom) + 1;
}

uint32_t ent_trie_child(const struct trie *trie, uint32_t node, uint32_t atom)
{
    if (trie->edge_capacity == 0)
        return 0;
    uint32_t at = probe(trie->edges, trie->edge_capacity, key_of(node, atom));
    return trie->edges[at].key ? trie->edges[at].child : 0;
}

static bool grow_edges(struct trie *trie)
{
    uint32_t capacity = trie->edge_capacity ? trie->edge_capacity * 2 : 1u << 16;
    struct trie_edge *edges = calloc(capacity, sizeof *edges);
    if (!edges)
        return false;
    for (uint32_t i = 0; i < trie->edge_capacity; i++) {
        if (trie->edges[i].key)
            edges[probe(edges, capacity, trie->edges[i].key)] = trie->edges[i];
    }
    free(trie->edges);
    trie->edges = edges;
    trie->edge_capacity = capacity;
    return true;
}

static bool new_node(struct trie *trie)
{
    if (!ent_grow(&trie->entries, &trie->node_capacity, trie->node_count,
                  sizeof *trie->entries))
        return false;
    trie->entries[trie->node_count++] = 0;
    return true;
}

uint32_t ent_trie_add(struct trie *trie, uint32_t node, uint32_t atom)
{
    if (trie->node_count == 0 && !new_node(trie)) /* the root */
        return ENT_NONE;
    if (trie->edge_count * 2 >= trie->edge_capacity && !grow_edges(trie))
        return ENT_NONE;
    uint64_t key = key_of(node, atom);
    uint32_t at = probe(trie->edges, trie->edge_capacity, key);
    if (trie->edges[at].key)
        return trie->edges[at].child;
    if (!new_node(trie))
        return ENT_NONE;
    trie->edges[at] = (struct trie_edge){key, trie->node_count - 1};
    trie->edge_count++;
    return trie->node_count - 1;
}

void ent_trie_clear(struct trie *trie)
{
    free(trie->edges);
    free(trie->entries);
    *trie = (struct trie){0};
}

bool ent_grow(void *items, uint32_t *capacity, uint32_t count, size_t size)
{
    if (count < *capacity)
        return true;
    uint32_t wanted = *capacity ? *capacity * 2 : 64;
    void *old;
    memcpy(&old, items, sizeof old);
    void *new = wanted > count ? realloc(old, wanted * size) : NULL;
    if (!new)
        return false;
    memcpy(items, &new, sizeof new);
    *capacity = wanted;
    return true;
}
