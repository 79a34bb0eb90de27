/* slices.h: the periods of ent-graph --slice. */
#ifndef ENTENTE_SLICES_H
#define ENTENTE_SLICES_H

#include "graph_options.h"

struct slices {
    enum slice_unit unit;
    long days, window;
    struct ent_str last;   /* day after which no period begins */
    int year, month;       /* of the next period, for calendar units */
    int64_t day;           /* of the next period, for days */
    char from[11], to[11]; /* of the present slice, inclusive */
    char name[11];         /* 2021-07, 2021-Q3, 2021, or the first day */
};

/* Periods from the one that holds `first` (or options' --from) to the one with `last`. */
void slices_start(struct slices *slices, const struct graph_options *options,
                  struct ent_str first, struct ent_str last);
/* Step to the next; false after the last. A rolling window ends with the period that
 * gives the slice its name. */
bool slices_next(struct slices *slices);
/* Append the pattern with %s replaced by the name. */
void slices_path(const struct slices *slices, const char *pattern, struct ent_buf *path);

#endif
