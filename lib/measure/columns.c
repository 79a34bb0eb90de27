/* columns.c: filling columns of a network. */
#include "measure/columns.h"

bool ent_graph_set_number(struct ent_network *network, const char *name, double value)
{
    struct ent_column *column =
        ent_table_column(network, &network->graph, name, ENT_TYPE_DOUBLE);
    if (column)
        column->doubles[0] = value;
    return column != NULL;
}

bool ent_graph_set_whole(struct ent_network *network, const char *name, int64_t value)
{
    struct ent_column *column =
        ent_table_column(network, &network->graph, name, ENT_TYPE_INT);
    if (column)
        column->ints[0] = value;
    return column != NULL;
}

bool ent_column_fill(struct ent_network *network, struct ent_table *table,
                     const char *name, const double *values)
{
    struct ent_column *column = ent_table_column(network, table, name, ENT_TYPE_DOUBLE);
    for (uint32_t i = 0; column && i < table->row_count; i++)
        column->doubles[i] = values[i];
    return column != NULL;
}

bool ent_column_fill_camps(struct ent_network *network, const char *name,
                           const uint32_t *camps)
{
    struct ent_table *table = &network->vertices;
    struct ent_column *column = ent_table_column(network, table, name, ENT_TYPE_INT);
    for (uint32_t i = 0; column && i < table->row_count; i++)
        column->ints[i] = camps[i];
    return column != NULL;
}
