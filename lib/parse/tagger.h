/* tagger.h: universal tags and morphological features, left to right, greedily.
 *
 * An averaged perceptron (Collins 2002) picks the tag from the words around and the two tags
 * before; then, with all tags known, another picks the value of every morphological
 * attribute. */
#ifndef ENT_PARSE_TAGGER_H
#define ENT_PARSE_TAGGER_H

#include "parse/rows.h"
#include "parse/word.h"

enum { ENT_PAD = 3, ENT_ATTRIBUTES = 32 }; /* places before and after a sentence */

/* The values an attribute such as Number can take. */
struct ent_attribute {
    struct ent_str name;
    struct ent_str *values; /* [count - 1]; class first is "none" */
    uint32_t first, count;  /* classes first .. first + count - 1 */
};

struct ent_tagger {
    struct ent_attribute attributes[ENT_ATTRIBUTES];
    uint32_t attribute_count, class_count;
    struct ent_rows tags, features;
};

/* What the features of a word's tag are taken from. Arrays start at the word before the
 * sentence's first: index ENT_PAD is word 1. */
struct ent_tag_view {
    const struct ent_sign *signs;
    const uint8_t *upos;    /* enum ent_upos; ENT_UPOS_COUNT outside the sentence */
    const uint32_t *morph;
    uint64_t treebank;      /* hash of the treebank's name, 0 = none */
    bool lexicon;
};

bool ent_tagger_take(struct ent_tagger *tagger, struct ent_cursor *block);
void ent_tagger_clear(struct ent_tagger *tagger);

/* Features of the word at index `i`; at most ENT_ROWS_FEATURES. */
size_t ent_tag_features(const struct ent_tag_view *view, size_t i, uint64_t *out);
size_t ent_morph_features(const struct ent_tag_view *view, size_t i, uint64_t *out);

/* Best of the classes low .. high-1 (the first on a tie). */
uint32_t ent_best(const int32_t *scores, uint32_t low, uint32_t high);

/* Append "Gender=Fem|Number=Sing" for the classes chosen, one per attribute. */
void ent_tagger_feats(const struct ent_tagger *tagger, const uint8_t *chosen,
                      struct ent_buf *buf);

/* Training: see tagger_train.c. */
struct ent_train_set;
bool ent_tagger_train(const struct ent_train_set *set, struct ent_buf *buf);

#endif
