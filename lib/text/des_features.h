/* des_features.h: what the model for "des" looks at; shared by its use and its training.
 */
#ifndef ENTENTE_TEXT_DES_FEATURES_H
#define ENTENTE_TEXT_DES_FEATURES_H

#include <entente/map.h>

#include "text/des.h"

enum { ENT_DES_CLASS_MAX = 3, ENT_DES_CLASS_NONE = 100 };

/* For every known word, -3 (mostly before "de") to 3 (mostly before an article). */
struct ent_des_classes {
    struct ent_map words;
    signed char *classes;
    uint32_t capacity;
};

void ent_des_classes_init(struct ent_des_classes *classes);
void ent_des_classes_clear(struct ent_des_classes *classes);
bool ent_des_set_class(struct ent_des_classes *classes, struct ent_str word, int value);

/* Call `visit` with every feature of the "des" in the middle of `words`. */
void ent_des_features(const struct ent_des_classes *classes, const struct ent_str *words,
                      void (*visit)(void *context, struct ent_str feature),
                      void *context);

#endif
