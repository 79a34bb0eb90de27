/* coalition_glue.c: partitions of blocks put together to one of the whole. */
#include "measure/part.h"

/* Seen from the last to the first, every block shares at most one vertex with those
 * before: it is turned over if that vertex says so. */
void ent_glue_two(const struct ent_part *parts, uint32_t count, uint32_t *const *camps,
                  uint32_t vertex_count, uint32_t *camp)
{
    for (uint32_t v = 0; v < vertex_count; v++)
        camp[v] = UINT32_MAX;
    for (uint32_t b = count; b-- > 0;) {
        uint32_t turn = 0, size = parts[b].graph.vertex_count;
        for (uint32_t i = 0; i < size; i++) {
            uint32_t known = camp[parts[b].vertices[i]];
            if (known != UINT32_MAX)
                turn = known ^ camps[b][i];
        }
        for (uint32_t i = 0; i < size; i++)
            camp[parts[b].vertices[i]] = camps[b][i] ^ turn;
    }
    for (uint32_t v = 0; v < vertex_count; v++)
        if (camp[v] == UINT32_MAX)
            camp[v] = 0;
}

uint32_t ent_glue_root(uint32_t *camp, uint32_t vertex)
{
    while (camp[vertex] != vertex)
        vertex = camp[vertex] = camp[camp[vertex]];
    return vertex;
}

/* Who is together in a block is together. */
void ent_glue_any(const struct ent_part *parts, uint32_t count, uint32_t *const *camps,
                  uint32_t vertex_count, uint32_t *camp)
{
    for (uint32_t v = 0; v < vertex_count; v++)
        camp[v] = v;
    for (uint32_t b = 0; b < count; b++)
        for (uint32_t i = 0; i < parts[b].graph.vertex_count; i++) {
            uint32_t first = parts[b].vertices[camps[b][i]];
            camp[ent_glue_root(camp, parts[b].vertices[i])] = ent_glue_root(camp, first);
        }
    for (uint32_t v = 0; v < vertex_count; v++)
        camp[v] = ent_glue_root(camp, v);
}

void ent_glue_normalise(uint32_t *camp, uint32_t count, uint32_t *scratch)
{
    for (uint32_t i = 0; i < count; i++)
        scratch[camp[i]] = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t label = camp[i];
        if (scratch[label] == UINT32_MAX)
            scratch[label] = i;
        camp[i] = scratch[label];
    }
}
