/* learner.h: an averaged perceptron over hashed features, for training.
 *
 * Weights are whole numbers and the average is kept exactly (the "lazy" sum of Daumé), so
 * training yields the same bytes on every machine. A feature gets a row of weights when it
 * first takes part in an update, or the second time: that halves the model, and makes parsers
 * better, taggers worse. */
#ifndef ENT_PARSE_LEARNER_H
#define ENT_PARSE_LEARNER_H

#include "parse/rows.h"

struct ent_learner {
    uint32_t classes;
    uint64_t *keys;      /* [capacity] features, 0 = free */
    uint32_t *numbers;   /* [capacity] row of the feature */
    size_t capacity, size;
    int32_t **weights;   /* [blocks][ENT_LEARNER_BLOCK * classes] */
    int64_t **sums;      /* the same, of weight change times time of change */
    uint64_t *features;  /* [size] by row */
    size_t blocks;
    uint8_t *met;        /* set of bits: features that took part in an update; NULL = all */
    int64_t time;        /* decisions so far, from 1 */
    bool failed;         /* memory ran out */
};

enum { ENT_LEARNER_BLOCK = 4096 };

/* `twice`: features get a row at their second update. */
void ent_learner_init(struct ent_learner *learner, uint32_t classes, bool twice);
void ent_learner_clear(struct ent_learner *learner);

/* scores[k] of the present (not averaged) weights. */
void ent_learner_score(const struct ent_learner *learner, const uint64_t *features,
                       size_t count, int32_t *scores);

/* Add one to class gold's weight of every feature, take one from class guess's. */
void ent_learner_correct(struct ent_learner *learner, const uint64_t *features,
                         size_t count, uint32_t gold, uint32_t guess);

/* Add the averaged weights of `member` to those of `mixture`, which only serves for
 * ent_learner_put. */
bool ent_learner_mix(struct ent_learner *mixture, const struct ent_learner *member);

/* Append the averaged weights as a table for ent_rows_take. Weights below `prune` times the
 * 90th percentile of their absolute values are dropped. False when memory ran out. */
bool ent_learner_put(const struct ent_learner *learner, struct ent_buf *buf, double prune);

#endif
