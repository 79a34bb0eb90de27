/* des_features.c: the words, endings and classes around "des" as features. */
#include "text/des_features.h"
#include "text/feature.h"

#include <stdlib.h>

void ent_des_classes_init(struct ent_des_classes *classes)
{
    *classes = (struct ent_des_classes){.capacity = 0};
    ent_map_init(&classes->words);
}

void ent_des_classes_clear(struct ent_des_classes *classes)
{
    ent_map_clear(&classes->words);
    free(classes->classes);
    classes->classes = NULL;
}

bool ent_des_set_class(struct ent_des_classes *classes, struct ent_str word, int value)
{
    uint32_t index = ent_map_add(&classes->words, word, NULL);
    if (index == ENT_MAP_NONE)
        return false;
    if (index >= classes->capacity) {
        uint32_t capacity = classes->capacity ? 2 * classes->capacity : 4096;
        signed char *grown = realloc(classes->classes, capacity);
        if (!grown)
            return false;
        classes->classes = grown;
        classes->capacity = capacity;
    }
    classes->classes[index] = (signed char)value;
    return true;
}

/* The class as a letter, or '\0' for an unknown word. */
static char class_of(const struct ent_des_classes *classes, struct ent_str word)
{
    uint32_t index = word.size ? ent_map_find(&classes->words, word) : ENT_MAP_NONE;
    if (index == ENT_MAP_NONE)
        return '\0';
    return (char)('d' + classes->classes[index]);
}

static void emit(struct ent_feature *feature, const char *name, struct ent_str first,
                 struct ent_str second)
{
    ent_feature_add(feature, ent_str_of(name));
    ent_feature_add(feature, first);
    if (second.data) {
        ent_feature_add(feature, ENT_STR(" "));
        ent_feature_add(feature, second);
    }
    ent_feature_emit(feature);
}

void ent_des_features(const struct ent_des_classes *classes, const struct ent_str *words,
                      void (*visit)(void *context, struct ent_str feature), void *context)
{
    static const char *const word_names[] = {"p3=", "p2=", "p1=", "",
                                             "n1=", "n2=", "n3="};
    static const char *const tail_names[] = {"", "p1a=", "p1b=", "p1c=", "p1d="};
    const struct ent_str none = {NULL, 0};
    struct ent_feature feature = {.visit = visit, .context = context};
    struct ent_str p2 = words[ENT_DES_CONTEXT - 2], p1 = words[ENT_DES_CONTEXT - 1];
    struct ent_str n1 = words[ENT_DES_CONTEXT + 1], n2 = words[ENT_DES_CONTEXT + 2];
    char c1 = class_of(classes, p1), c2 = class_of(classes, p2);
    emit(&feature, "bias", none, none);
    for (int i = 0; i < 2 * ENT_DES_CONTEXT + 1; i++)
        if (i != ENT_DES_CONTEXT)
            emit(&feature, word_names[i], words[i], none);
    for (int i = 1; i <= 4; i++)
        emit(&feature, tail_names[i], ent_feature_tail(p1, i), none);
    emit(&feature, "n1b=", ent_feature_tail(n1, 2), none);
    emit(&feature, "n1c=", ent_feature_tail(n1, 3), none);
    emit(&feature, "p2b=", ent_feature_tail(p2, 2), none);
    emit(&feature, "p2c=", ent_feature_tail(p2, 3), none);
    emit(&feature, "n2b=", ent_feature_tail(n2, 2), none);
    emit(&feature, "n2c=", ent_feature_tail(n2, 3), none);
    emit(&feature, "p12=", p2, p1);
    emit(&feature, "pn=", ent_feature_tail(p1, 3), ent_feature_tail(n1, 2));
    emit(&feature, "pp=", ent_feature_tail(p2, 2), ent_feature_tail(p1, 2));
    if (c1) {
        struct ent_str class1 = {&c1, 1}, class2 = {&c2, 1};
        emit(&feature, "c1=", class1, none);
        emit(&feature, "cn=", class1, ent_feature_tail(n1, 2));
        if (c2)
            emit(&feature, "c12=", class2, class1);
    }
}
