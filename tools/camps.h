/* camps.h: the parts of ent-camps. */
#ifndef ENTENTE_CAMPS_H
#define ENTENTE_CAMPS_H

#include "net_cli.h"
#include "replay.h"

#include <entente/coalition.h>

enum camps_output { CAMPS_GRAPHML, CAMPS_TABLE, CAMPS_SUMMARY };

struct camps_settings {
    struct ent_coalition_options options;
    int method; /* enum ent_community_method, -1 = the camps of least cost */
    enum camps_output output;
    bool margins, balance;
    long samples, shuffles;
    struct replay replay;
    double coupling; /* < 0: one network */
};

/* The options with a share of the time limit. What one search does not use is not handed
 * on to the next: that would make results depend on the clock. */
struct ent_coalition_options camps_share_time(const struct camps_settings *settings,
                                              double share);

/* camps_run.c: one network, from the operand to the output. */
void camps_run(struct ent_cli *cli, const struct camps_settings *settings);
/* camps_time.c: the networks of successive periods, solved together. */
void camps_run_periods(struct ent_cli *cli, const struct camps_settings *settings);

/* camps_run.c: write the network in the colours and sizes of the pictures, so that Gephi
 * shows the camps at once. False after having complained. */
bool camps_write_network(struct ent_cli *cli, struct ent_network *network);

/* camps_table.c: camps as text for people and spreadsheets. */
/* One line an actor: camp, name, label, margin, support, strength and, after resampling,
 * stability and consensus; by camp, then by falling strength, then by name. Reads the
 * columns of ent_coalition_annotate. */
bool camps_write_table(struct ent_cli *cli, const struct ent_network *network,
                       const struct ent_signed *graph);
/* The graph's numbers, a line each ("cost 7"), then a line a camp: number, size, and its
 * strongest members. */
bool camps_write_summary(struct ent_cli *cli, const struct ent_network *network,
                         const struct ent_signed *graph);
/* The numbers alone. */
void camps_put_numbers(struct ent_buf *buf, const struct ent_network *network);
/* A cell of a table: tabs and line breaks would break it. */
void camps_put_text(struct ent_buf *buf, struct ent_str text);
/* A tab and the number, nothing for NaN. */
void camps_put_number(struct ent_buf *buf, double value);
/* Write the buffer and clear it; false after having complained. */
bool camps_finish(struct ent_cli *cli, struct ent_buf *buf);

#endif
