/* trainset.h: the sentences that a model learns from. */
#ifndef ENT_PARSE_TRAINSET_H
#define ENT_PARSE_TRAINSET_H

#include "parse/learner.h"
#include "parse/scratch.h"
#include <entente/random.h>

/* A sentence and the treebank it comes from. */
struct ent_train_sentence {
    struct ent_sentence *sentence;
    uint64_t treebank; /* hash, 0 = none */
    struct ent_guide_tree *guides; /* [ENT_GUIDES] or NULL */
};

/* The tree of a guide that has not learnt from the sentence. */
struct ent_guide_tree {
    int32_t *head; /* [words + 1], 0 = the root */
    uint8_t *label;
};

struct ent_train_set {
    struct ent_train_sentence *sentences;
    size_t count;
    const struct ent_lexicon *lexicon;
    int epochs, members;
    double prune;
    uint64_t seed;
    size_t fold, folds; /* leave out this fold; folds 0: learn from all */
    int32_t margin; /* learn also from decisions won by no more than this */
};

/* Fisher-Yates; the same order for the same state of the generator. */
void ent_shuffle(struct ent_random *random, uint32_t *order, size_t count);

/* Neighbouring sentences share a fold: they come from one text. */
size_t ent_fold_of(size_t sentence, size_t folds);

/* The whole sentence as a chunk, cut to ENT_CHUNK words. */
struct ent_chunk ent_train_chunk(const struct ent_train_sentence *sentence);

/* A parser in training. */
struct ent_arc_trainer {
    const struct ent_train_set *set;
    bool reversed, guided;
    struct ent_str *labels; /* [label_count], 0 is "root"; views into the documents */
    uint32_t label_count;
    uint8_t left[ENT_LABELS], right[ENT_LABELS];
    struct ent_arc_classes classes;
    struct ent_learner learner;
    struct ent_parser_scratch *scratch;
    struct ent_random random;
    uint32_t *order;
    int32_t *gold_head;  /* [ENT_CHUNK + 2], the root is size + 1 */
    uint8_t *gold_label;
    bool *stacked;
    size_t steps, errors; /* of the last epoch */
};

bool ent_arc_trainer_init(struct ent_arc_trainer *trainer, const struct ent_train_set *set,
                          bool reversed, bool guided);
void ent_arc_trainer_clear(struct ent_arc_trainer *trainer);
bool ent_arc_trainer_epoch(struct ent_arc_trainer *trainer, int epoch);
/* Append a voter's block of the model file with the weights of `learner`. */
bool ent_arc_trainer_put(const struct ent_arc_trainer *trainer,
                         const struct ent_learner *learner, struct ent_buf *buf);

#endif
