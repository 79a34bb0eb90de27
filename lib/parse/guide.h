/* guide.h: trees by other parsers that a guided parser looks at while it makes its own (Nivre
 * and McDonald 2008): where one that reads from the left and one from the right agree, they
 * are mostly right; where they do not, it has learnt whom to believe about what. */
#ifndef ENT_PARSE_GUIDE_H
#define ENT_PARSE_GUIDE_H

#include <entente/str.h>

enum { ENT_GUIDES = 2 };

/* A tree in the order in which the guided parser reads; word n + 1 is the root. */
struct ent_guide {
    int32_t *head;         /* [n + 2 + ENT_PAD] */
    int32_t *first, *last; /* outermost children, the word itself if it has none there */
    uint8_t *label;
};

struct ent_arc_state;

bool ent_guide_init(struct ent_guide *guide, size_t nodes);
void ent_guide_clear(struct ent_guide *guide);

/* Take a tree over words 1 .. size in the order of the sentence, 0 the root. */
void ent_guide_take(struct ent_guide *guide, const int32_t *head, const uint8_t *label,
                    int32_t size, bool reversed);

/* Add the features of the guides after `count` others; returns how many there are then. */
size_t ent_guide_features(const struct ent_arc_state *state, uint64_t *out, size_t count);

#endif
