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
    int members;     /* trainings whose weights are added up, for tagger and parsers */
    int voters;      /* parsers that vote, with the guided ones at most 8;
                        every other reads backwards */
    int guided;      /* further parsers, which see the trees of the first two voters and vote
                        with them all; needs two voters */
    const char *from[2]; /* model and further voters: take tagger, lemmatiser and the `voters`
                            first of them from there, train the guided ones only; NULL = no */
    const char *base; /* name under which the model file will lie beside that of the other
                         voters; NULL = they are not wanted */
    int margin;      /* the parser also learns from decisions won by no more than this */
    int folds;       /* for the tags that the parser learns from; >= 2 */
    double prune;    /* drop weights of parsers below this times their 90th percentile; a
                        third more for voters but the first */
    double tag_prune; /* the same for the tagger */
    uint64_t seed;
    void (*progress)(void *context, const char *text); /* may be NULL */
    void *context;
};

void ent_train_defaults(struct ent_train_options *options);

/* Train and append the model file, which has one parser, to `model`; with `base` set, append
 * to `voters` a file with the others. */
enum ent_status ent_train(const struct ent_train_options *options, struct ent_buf *model,
                          struct ent_buf *voters, struct ent_error *error);

struct ent_lexicon_options {
    const char *dic, *aff;    /* a hunspell dictionary; "po:" and "is:" fields are used if it
                                 has them, as the French one does, else its flags */
    const char *const *names; /* files of actors' names, as in the data folder */
    size_t name_count;
    const char *lang;         /* which names */
};

/* Build a full-form lexicon file. */
enum ent_status ent_train_lexicon(const struct ent_lexicon_options *options,
                                  struct ent_buf *lexicon, struct ent_error *error);

#endif
