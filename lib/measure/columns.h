/* columns.h: filling columns of a network; not for library users. */
#ifndef ENTENTE_MEASURE_COLUMNS_H
#define ENTENTE_MEASURE_COLUMNS_H

#include <entente/network.h>

/* One cell of the graph's table; false when memory ran out. */
bool ent_graph_set_number(struct ent_network *network, const char *name, double value);
bool ent_graph_set_whole(struct ent_network *network, const char *name, int64_t value);

/* A whole column from an array of the table's rows. */
bool ent_column_fill(struct ent_network *network, struct ent_table *table,
                     const char *name, const double *values);
bool ent_column_fill_camps(struct ent_network *network, const char *name,
                           const uint32_t *camps);

#endif
