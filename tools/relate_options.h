/* relate_options.h: what ent-relate, ent-extract and ent-why share: options and output of
 * the relation finder. */
#ifndef ENTENTE_RELATE_OPTIONS_H
#define ENTENTE_RELATE_OPTIONS_H

#include "cli.h"

#include <entente/relation.h>

#define ENT_EXTRA_MAX 16

/* What running news and texts that tell of much need (docs/accuracy.md): where acts are
 * few, doubtful ones would be a large part of what comes out. */
#define ENT_MIN_CONFIDENCE 0.70
#define ENT_RICH_CONFIDENCE 0.25

struct ent_relate_setup {
    const char *frames[ENT_EXTRA_MAX]; /* --frames */
    size_t frame_count;
    double min_confidence, rich_confidence;
    bool stats, open_actors;
};

/* The option rows of the table, and their handler: 1 = taken, 0 = not one of these,
 * -1 = misuse, told. */
#define ENT_RELATE_OPTION_ROWS \
    {0, "frames", "FILE", "add frames, or override those of the same trigger"}, \
    {0, "min-confidence", "P", "leave out relations less sure than P (0 to 1)"}, \
    {0, "open-actors", NULL, \
     "phrases that name no actor (\"police\", \"two farmers\") act too"}, \
    {0, "stats", NULL, "say on standard error why sentences gave nothing"}

int ent_relate_option(struct ent_relate_setup *setup, struct ent_cli *cli,
                      const char *name, const char *value);

/* What the options given ask of the finder, which adds its counts to `stats`. */
struct ent_relate_options ent_relate_options_of(const struct ent_relate_setup *setup,
                                                struct ent_relate_stats *stats);

/* Append the relations as JSON Lines. */
void ent_relations_print(const struct ent_relations *relations, struct ent_buf *buf);

void ent_relate_stats_add(struct ent_relate_stats *sum,
                          const struct ent_relate_stats *part);
/* Write the counts to standard error. */
void ent_relate_stats_print(const struct ent_cli *cli,
                            const struct ent_relate_stats *stats);

#endif
