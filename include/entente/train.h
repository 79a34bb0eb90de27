/* train.h: training a model from treebanks, deterministically: the same treebanks, options
 * and version give the same bytes on every machine. */
#ifndef ENTENTE_TRAIN_H
#define ENTENTE_TRAIN_H

#include <entente/buf.h>
#include <entente/status.h>

/* A CoNLL-U file. `name` is the treebank whose conventions it follows, which becomes a
 * feature; NULL = none. */
struct ent_treebank {
    const char *name, *path;
};

struct ent_train_options {
    const char *lang;
    const char *lexicon; /* path of a lexicon file, which the model will look for beside
                            itself under its base name; NULL = none */
    const struct ent_treebank *treebanks;
    size_t treebank_count;
    const struct ent_treebank *dev; /* for early stopping; path NULL = none */
    const char *default_treebank;   /* conventions to follow in use; NULL = none */
    int tag_epochs;  /* > 0 */
    int arc_epochs;  /* at most this many */
    int patience;    /* stop after so many epochs without a better LAS on dev */
    int members;     /* parsers whose weights are added up in a voter */
    int voters;      /* parsers that vote, at most 8; every other reads backwards */
    int folds;       /* for the tags that the parser learns from; >= 2 */
    double prune;    /* drop weights below this times their 90th percentile */
    uint64_t seed;
    void (*progress)(void *context, const char *text); /* may be NULL */
    void *context;
};

void ent_train_defaults(struct ent_train_options *options);

/* Train and append the model file to `model`. */
enum ent_status ent_train(const struct ent_train_options *options, struct ent_buf *model,
                          struct ent_error *error);

/* Build a full-form lexicon file from a hunspell dictionary whose entries have "po:" and
 * "is:" fields, as the French one has. */
enum ent_status ent_train_lexicon(const char *dic, const char *aff, struct ent_buf *lexicon,
                                  struct ent_error *error);

#endif
