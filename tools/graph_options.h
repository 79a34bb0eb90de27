/* graph_options.h: the options of ent-graph. */
#ifndef ENTENTE_GRAPH_OPTIONS_H
#define ENTENTE_GRAPH_OPTIONS_H

#include "cli.h"

#include <entente/aggregate.h>
#include <entente/map.h>

enum slice_unit { SLICE_NONE, SLICE_MONTH, SLICE_QUARTER, SLICE_YEAR, SLICE_DAYS };

struct graph_options {
    struct ent_build build;
    const char *weights_path, *actors_path, *rollup_path;
    const char *pattern; /* --out, with %s where the slice's name goes */
    enum slice_unit slice;
    long slice_days;
    long window; /* how many periods a slice covers */
    struct ent_weights weights;
    struct ent_labels *labels;
    struct ent_map actors, rolled;
    struct ent_str *roll_to; /* [rolled] */
    struct ent_arena arena;  /* of roll_to */
    uint32_t documents;      /* that a network made again rests on: see replay.h */
};

/* What ent-graph's command line takes. */
extern const struct ent_option graph_option_table[];
enum {
    GRAPH_SHARED_OPTIONS =
        ENT_CLI_JOBS | ENT_CLI_LANG | ENT_CLI_STRICT | ENT_CLI_PROVENANCE
};

void graph_options_init(struct graph_options *options);
void graph_options_clear(struct graph_options *options);
bool graph_option(void *context, struct ent_cli *cli, const char *name,
                  const char *value);

/* Check combinations; -1, or the exit status after having complained. */
int graph_options_check(struct graph_options *options, struct ent_cli *cli);
/* Load the tables that the options name. False after having complained. */
bool graph_options_load(struct graph_options *options, struct ent_cli *cli);

#endif
