/* margin.h: partitions under one condition; not for library users. */
#ifndef ENTENTE_MEASURE_MARGIN_H
#define ENTENTE_MEASURE_MARGIN_H

#include "measure/part.h"

/* "u and v stand together (or apart)" on one block. */
struct ent_force {
    const struct ent_part_solver *solver;
    const struct ent_signed *block;
    uint32_t u, v;
    bool together;
};

/* The least cost of a partition of the block under the condition, in whole units. `camp`
 * in: a partition of low cost, of labels as ent_part_solve wants them; out: the best that
 * meets the condition. `proven` is false if the deadline came first: `cost` is then an
 * upper bound. */
enum ent_status ent_force_solve(const struct ent_force *force, uint32_t *camp,
                                int64_t *cost, bool *proven);

struct ent_margin_task {
    const struct ent_signed *graph;
    const uint32_t *camp;
    struct ent_part_solver solver;
    struct ent_blocks blocks;
    struct ent_part *parts;
    struct ent_hot **hot;         /* [blocks] NULL = not yet */
    uint32_t *home_start, *homes; /* blocks of every vertex */
    int64_t *margin;              /* [n] whole units, INT64_MAX = not reached */
    int64_t *local;               /* [n] cost of moving the vertex alone */
    int64_t *weight;              /* [n] of its ties */
    bool *inside;                 /* [n] two camps: in the component of the reference */
    uint32_t *scratch;            /* [n + 1] */
    uint32_t *queue;
    uint32_t *seen; /* [blocks] the last group that entered it, from 1 */
    uint32_t group;
    bool exact;
};

/* coalition_margin_block.c: from vertex `entry` of block `b`, whose margin is known, to
 * the members of its group there. Appends those to the queue. */
enum ent_status ent_margin_block(struct ent_margin_task *task, uint32_t b, uint32_t entry,
                                 uint32_t *queued);
/* The margin of an actor alone in its camp. */
enum ent_status ent_margin_alone(struct ent_margin_task *task, uint32_t vertex);

#endif
