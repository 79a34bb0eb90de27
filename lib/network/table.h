/* table.h: what the files of lib/network share about tables. */
#ifndef ENTENTE_NETWORK_TABLE_H
#define ENTENTE_NETWORK_TABLE_H

#include <entente/network.h>

void ent_table_clear(struct ent_table *table);

/* One more row, all its cells missing; its number, or UINT32_MAX on lack of memory. */
uint32_t ent_table_add_row(struct ent_table *table);

/* Room for so many rows, which spares growing; false when memory ran out. */
bool ent_table_reserve(struct ent_table *table, size_t capacity);

/* The same for the rows of vertices and of arcs. */
bool ent_network_reserve(struct ent_network *network, uint32_t vertices, uint32_t arcs);

/* Rows in a new order or number: the new row i is the old row order[i]; count must not
 * exceed the present number of rows unless nothing is shared (rows are copied). */
enum ent_status ent_table_gather(struct ent_table *table, const uint32_t *order,
                                 uint32_t count);

/* Set a cell to "missing". */
void ent_column_unset(struct ent_column *column, uint32_t row);

#endif
