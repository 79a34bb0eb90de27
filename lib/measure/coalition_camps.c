/* coalition_camps.c: naming the camps of a partition. */
#include "measure/camps.h"

#include <stdlib.h>

struct member {
    uint32_t label, vertex, rank;
};

struct group {
    uint32_t first, size, rank; /* first: index of its first member; rank: least of all */
};

static int compare_members(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    if (a->label != b->label)
        return a->label < b->label ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static int compare_groups(const void *left, const void *right)
{
    const struct group *a = left, *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

uint32_t ent_camps_number(uint32_t *camp, uint32_t vertex_count, const uint32_t *rank)
{
    uint32_t count = 0;
    struct member *members = malloc(((size_t)vertex_count + 1) * sizeof *members);
    struct group *groups = malloc(((size_t)vertex_count + 1) * sizeof *groups);
    if (!members || !groups)
        goto done;
    for (uint32_t v = 0; v < vertex_count; v++)
        members[v] = (struct member){camp[v], v, rank ? rank[v] : v};
    qsort(members, vertex_count, sizeof *members, compare_members);
    for (uint32_t i = 0; i < vertex_count; i++) {
        if (i == 0 || members[i].label != members[i - 1].label)
            groups[count++] = (struct group){i, 0, members[i].rank};
        groups[count - 1].size++;
    }
    qsort(groups, count, sizeof *groups, compare_groups);
    for (uint32_t c = 0; c < count; c++)
        for (uint32_t i = 0; i < groups[c].size; i++)
            camp[members[groups[c].first + i].vertex] = c + 1;
done:
    free(members);
    free(groups);
    return count;
}
