/* feature.h: putting together the names of features, piece by piece. */
#ifndef ENT_TEXT_FEATURE_H
#define ENT_TEXT_FEATURE_H

#include <entente/str.h>

struct ent_feature {
    void (*visit)(void *context, struct ent_str feature);
    void *context;
    char text[192];
    size_t size;
};

/* Append to the feature; words longer than the room are cut. */
void ent_feature_add(struct ent_feature *feature, struct ent_str part);

/* Hand the feature to its visitor and begin the next one. */
void ent_feature_emit(struct ent_feature *feature);

/* The last `count` characters of a word. */
struct ent_str ent_feature_tail(struct ent_str word, int count);

#endif
