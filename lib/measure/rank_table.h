/* rank_table.h: the table of measures. */
#ifndef ENTENTE_MEASURE_RANK_TABLE_H
#define ENTENTE_MEASURE_RANK_TABLE_H

#include "measure/rank.h"

enum {
    WHOLE = 1,              /* values are whole numbers */
    DIRECTED = 2,           /* for directed networks alone */
    UNDIRECTED = 4,         /* for undirected networks alone */
    CAMPS = 8,              /* needs the vertex column camp */
    COSTLY = 16,            /* vertices * arcs steps */
    FALLING = 32,           /* small is central */
    USUAL = 64,             /* computed by default */
    UNDIRECTED_USUAL = 128, /* by default where the network is undirected */
};

struct rank_measure {
    const char *name;
    rank_function *function;
    int slot; /* of the function's group */
    unsigned flags;
    const char *summary;
};

extern const struct rank_measure rank_measures[ENT_MEASURE_COUNT];

#endif
