/* arcs.h: the arc-eager transition system (Nivre 2003, 2008), its features and its dynamic
 * oracle (Goldberg and Nivre 2012).
 *
 * Words 1 .. n of a chunk; the root is word n + 1, at the end of the buffer (Ballesteros and
 * Nivre 2013). A parse takes at most 2n steps. */
#ifndef ENT_PARSE_ARCS_H
#define ENT_PARSE_ARCS_H

#include "parse/guide.h"
#include "parse/tagger.h"

enum ent_action { ENT_SHIFT, ENT_REDUCE, ENT_LEFT, ENT_RIGHT, ENT_ACTIONS };

/* A word as the parser sees it. */
struct ent_node {
    uint64_t form, lemma, suffix, class_;
    uint64_t kind;      /* verb form, mood, pronoun type ... */
    uint64_t agreement; /* number, gender, person */
    uint8_t upos;
};

struct ent_arc_model;

struct ent_arc_state {
    const struct ent_node *nodes; /* [n + 2 + ENT_PAD]; 0 and n + 2 .. are borders */
    uint64_t treebank;
    bool lexicon;
    bool guided; /* look at `guides` */
    struct ent_guide guides[ENT_GUIDES];
    int32_t size;         /* n */
    int32_t *head;        /* [n + 2], 0 = none yet, n + 1 = the root */
    uint8_t *label;       /* [n + 2] */
    int32_t *left1, *left2, *right1, *right2; /* [n + 2] outer- and second-most children */
    uint8_t *left_count, *right_count;        /* [n + 2], at most 7 */
    uint64_t *left_labels, *right_labels;     /* [n + 2] sets */
    int32_t *stack;       /* [n + 1] */
    int32_t depth, front; /* stack size, first word of the buffer */
};

/* Classes: SHIFT, REDUCE, then LEFT and RIGHT with each label. Label 0 is root, which no
 * class has: it is given at the end. */
struct ent_arc_classes {
    uint32_t left, right, count; /* first LEFT class, first RIGHT class, all */
    uint8_t label[ENT_ROWS_CLASSES];
    bool goes_left[64], goes_right[64];
};

void ent_arc_reset(struct ent_arc_state *state);
bool ent_arc_allowed(const struct ent_arc_state *state, enum ent_action action);
void ent_arc_apply(struct ent_arc_state *state, enum ent_action action, uint8_t label);
enum ent_action ent_arc_action(const struct ent_arc_classes *classes, uint32_t k);

/* The best allowed class; SHIFT is allowed whenever nothing else is, while words remain.
 * `*margin` is by how much it is better than the best of another action. */
uint32_t ent_arc_best(const struct ent_arc_state *state,
                      const struct ent_arc_classes *classes, const int32_t *scores,
                      int32_t *margin);

size_t ent_arc_features(const struct ent_arc_state *state, uint64_t *out);

/* The word without a head that would best be the root. */
int32_t ent_arc_root(const struct ent_arc_state *state);

/* Heads for words that have none, or that hang on punctuation: see rescue.c. */
void ent_arc_rescue(struct ent_arc_state *state, const struct ent_arc_model *model);

/* One of the words left without a head becomes the root (label 0); the others are attached to
 * it with `loose`, punctuation marks with `punct`. */
void ent_arc_finish(struct ent_arc_state *state, uint8_t loose, uint8_t punct);

#endif
