/* slices_select.c: parts of networks of successive periods. */
#include "draw/slices.h"

static const char *const MARK = "slices: number"; /* a column for the time of selecting */

static bool mark_arcs(struct ent_network *network)
{
    struct ent_column *column =
        ent_table_column(network, &network->edges, MARK, ENT_TYPE_INT);
    for (uint32_t i = 0; column && i < network->edges.row_count; i++)
        column->ints[i] = i;
    return column != NULL;
}

/* Presences of the arcs that are left, by their new numbers, in the order they had. */
static bool follow_arcs(struct ent_slices *slices, uint32_t before)
{
    const struct ent_table *edges = &slices->network.edges;
    const struct ent_column *column = ent_table_find(edges, MARK);
    uint32_t *number = ent_arena_array(&slices->scratch, (size_t)before + 1, sizeof *number);
    uint32_t kept = 0;
    if (!number || !column)
        return false;
    for (uint32_t i = 0; i < before; i++)
        number[i] = UINT32_MAX;
    for (uint32_t i = 0; i < edges->row_count; i++)
        number[column->ints[i]] = i;
    for (uint32_t i = 0; i < slices->item_count; i++) {
        struct presence item = slices->items[i];
        item.arc = number[item.arc];
        if (item.arc != UINT32_MAX)
            slices->items[kept++] = item;
    }
    slices->item_count = kept;
    return true;
}

enum ent_status ent_slices_select(struct ent_slices *slices, const struct ent_select *select,
                                  struct ent_error *error)
{
    struct ent_network *network = &slices->network;
    uint32_t before = network->edges.row_count;
    enum ent_status status = ENT_OK;
    if (!mark_arcs(network))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (status == ENT_OK)
        status = ent_network_select(network, select, error);
    if (status == ENT_OK && !follow_arcs(slices, before))
        status = ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    ent_table_drop(&network->edges, MARK);
    return status;
}
