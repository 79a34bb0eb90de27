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

/* Collect the component of `root` into `members`; marks them seen. Returns its size. */
static uint32_t collect(const struct ent_signed *graph, uint32_t root, bool *seen,
                        uint32_t *members)
{
    uint32_t count = 0;
    seen[root] = true;
    members[count++] = root;
    for (uint32_t head = 0; head < count; head++)
        for (uint32_t l = graph->start[members[head]];
             l < graph->start[members[head] + 1]; l++) {
            uint32_t to = graph->links[l].to;
            if (!seen[to])
                members[count++] = to;
            seen[to] = true;
        }
    return count;
}

enum ent_status ent_camps_orient(const struct ent_signed *graph, uint32_t *camp)
{
    uint32_t n = graph->vertex_count;
    bool *seen = calloc((size_t)n + 1, sizeof *seen);
    uint32_t *members = malloc(((size_t)n + 1) * sizeof *members);
    bool good = seen && members;
    for (uint32_t root = 0; good && root < n; root++) {
        if (seen[root])
            continue;
        uint32_t count = collect(graph, root, seen, members), second = 0;
        for (uint32_t i = 0; i < count; i++)
            second += camp[members[i]];
        bool turn = 2 * second > count || (2 * second == count && camp[root]);
        for (uint32_t i = 0; turn && i < count; i++)
            camp[members[i]] ^= 1;
    }
    free(seen);
    free(members);
    return good ? ENT_OK : ENT_EMEMORY;
}
