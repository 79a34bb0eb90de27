/* rank_table.h: vertices and their measures as a table for people or programs. */
#ifndef ENTENTE_TOOLS_RANK_TABLE_H
#define ENTENTE_TOOLS_RANK_TABLE_H

#include "cli.h"

#include <entente/network.h>

/* One row per vertex of `order`: place, name, label, then `columns`. Columns line up on a
 * terminal; elsewhere they are separated by tabs and numbers have all their digits. */
void rank_table_print(struct ent_cli *cli, const struct ent_network *network,
                      const uint32_t *order, uint32_t rows, const char *const *columns,
                      size_t column_count);

/* One row for every two of the first `count` vertices of `order`: place and name of both,
 * and the share of samples in which the first is ahead (ahead[i * count + k]).
 * Tab-separated. */
void rank_orders_print(struct ent_cli *cli, const struct ent_network *network,
                       const uint32_t *order, uint32_t count, const double *ahead);

#endif
