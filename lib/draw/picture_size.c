/* picture_size.c: which number stands for the importance of an actor. */
#include "draw/picture.h"

double draw_arc_weight(const struct ent_column *weight, uint32_t arc)
{
    double value = weight ? fabs(ent_column_number(weight, arc)) : 1.0;
    return isfinite(value) && value > 0 ? value : 1.0;
}

static const struct ent_column *find_size(const struct ent_network *network,
                                          const char *attribute)
{
    static const char *const usual[] = {"pagerank", "strength", "mentions"};
    if (attribute)
        return ent_table_find(&network->vertices, attribute);
    const struct ent_column *column = NULL;
    for (size_t i = 0; !column && i < sizeof usual / sizeof *usual; i++)
        column = ent_table_find(&network->vertices, usual[i]);
    return column;
}

enum ent_status draw_size_values(const struct ent_network *network, const char *attribute,
                                 double *values, struct ent_str *name,
                                 struct ent_error *error)
{
    const struct ent_column *column = find_size(network, attribute);
    uint32_t n = network->vertices.row_count;
    if (attribute && !column)
        return ent_fail(error, ENT_EMISSING, 0, "actors have no attribute '%.80s'",
                        attribute);
    for (uint32_t i = 0; i < n; i++)
        values[i] = column ? ent_column_number(column, i) : 0.0;
    if (name)
        *name = column ? column->name : (struct ent_str){NULL, 0};
    if (column)
        return ENT_OK;
    const struct ent_column *weight = ent_table_find(&network->edges, "weight");
    for (uint32_t i = 0; i < network->edges.row_count; i++) {
        values[network->arcs[i].from] += draw_arc_weight(weight, i);
        values[network->arcs[i].to] += draw_arc_weight(weight, i);
    }
    return ENT_OK;
}
