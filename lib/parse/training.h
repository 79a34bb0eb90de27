/* training.h: a model in the making. */
#ifndef ENT_PARSE_TRAINING_H
#define ENT_PARSE_TRAINING_H

#include "parse/corpus.h"

struct ent_training {
    const struct ent_train_options *options;
    struct ent_corpus gold, automatic, dev; /* automatic: gold trees, predicted tags */
    struct ent_lexicon lexicon;
    struct ent_model_parts parts;
    struct ent_str names[64]; /* treebanks */
    struct ent_str *labels;   /* of parts */
};

void ent_train_say(const struct ent_training *t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Run the parts as they are over sentences (of one fold, or SIZE_MAX); every sentence keeps its
 * treebank. */
enum ent_status ent_train_apply(const struct ent_training *t, struct ent_corpus *corpus,
                                size_t fold, enum ent_parse_level level,
                                struct ent_error *error);

/* Train the voters and add them to the parts. */
enum ent_status ent_train_parsers(struct ent_training *t, struct ent_error *error);

/* Take from older files what the options say. */
enum ent_status ent_train_take(struct ent_training *t, struct ent_error *error);

/* Give the automatic sentences the trees of guides; the first ENT_GUIDES voters are there. */
enum ent_status ent_train_guides(struct ent_training *t, struct ent_error *error);

#endif
