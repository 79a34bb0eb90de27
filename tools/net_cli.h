/* net_cli.h: what the tools that read relations or networks share. */
#ifndef ENTENTE_NET_CLI_H
#define ENTENTE_NET_CLI_H

#include "cli.h"

#include <entente/aggregate.h>
#include <entente/network.h>

/* Add the lines of a file ("-" = standard input), relations or aggregates, to the
 * aggregate. Bad lines are reported, skipped and counted; with --strict the first one
 * ends the reading. False if the tool should not go on (memory, --strict). */
bool ent_cli_read_relations(struct ent_cli *cli, const char *path,
                            struct ent_aggregate *aggregate);

/* All operands into a new, finished aggregate; NULL after having complained. */
struct ent_aggregate *ent_cli_aggregate(struct ent_cli *cli);

/* Read GraphML. The caller clears the network in any case. False after having complained.
 */
bool ent_cli_read_network(struct ent_cli *cli, const char *path,
                          struct ent_network *network);

/* Note the command line in the provenance (unless --no-provenance) and write GraphML to
 * `file`. False after having complained; failures of writing show in ent_cli_finish. */
bool ent_cli_write_network(struct ent_cli *cli, struct ent_network *network, FILE *file);

/* Standard error said what is wrong; the status to exit with. */
int ent_cli_misuse_operands(struct ent_cli *cli, size_t wanted);

#endif
