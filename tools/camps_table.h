/* camps_table.h: camps as text for people and spreadsheets. */
#ifndef ENTENTE_CAMPS_TABLE_H
#define ENTENTE_CAMPS_TABLE_H

#include "cli.h"

#include <entente/coalition.h>

/* One line an actor: camp, name, label, margin, support, strength; by camp, then by
 * falling strength, then by name. Reads the columns of ent_coalition_annotate. */
bool ent_camps_write_table(struct ent_cli *cli, const struct ent_network *network,
                           const struct ent_signed *graph);

/* The graph's numbers, a line each ("cost 7"), then a line a camp: number, size, and its
 * strongest members. */
bool ent_camps_write_summary(struct ent_cli *cli, const struct ent_network *network,
                             const struct ent_signed *graph);

#endif
