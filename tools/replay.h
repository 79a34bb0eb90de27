/* replay.h: make a network's relations into networks of the same kind again, for
 * resampling.
 */
#ifndef ENTENTE_REPLAY_H
#define ENTENTE_REPLAY_H

#include "graph_options.h"

#include <entente/network.h>

struct replay {
    const char *relations;       /* path */
    const char *level, *weights; /* as given on the command line, or NULL */
};

/* Take the option --relations, --level or --weights; false after having complained. */
bool replay_option(struct replay *replay, struct ent_cli *cli, const char *name,
                   const char *value);

/* Read the relations, and fill `options` (which the caller clears) with the filters that
 * the network was made with: its provenance names the command line of ent-graph, its
 * attributes the period. What `given` says goes before both. Warns when the result has
 * another number of arcs than the network; counts the documents that they rest on. NULL
 * after having complained; the caller frees. */
struct ent_aggregate *ent_cli_replay(struct ent_cli *cli,
                                     const struct ent_network *network,
                                     const struct replay *given,
                                     struct graph_options *options);

#endif
