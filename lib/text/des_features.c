/* des_features.c: the words, endings and classes around "des" as features. */
#include "text/des_features.h"

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

/* The last `count` characters. */
static struct ent_str tail(struct ent_str word, int count)
{
    size_t at = word.size;
    while (at > 0 && count > 0) {
        at--;
        if (((unsigned char)word.data[at] & 0xC0) != 0x80)
            count--;
    }
    return (struct ent_str){word.data + at, word.size - at};
}

struct visitor {
    void (*visit)(void *context, struct ent_str feature);
    void *context;
    char text[160];
    size_t size;
};

/* Append to the feature being put together; words longer than the room are cut. */
static void add(struct visitor *visitor, struct ent_str part)
{
    size_t room = sizeof visitor->text - visitor->size;
    size_t size = part.size < room ? part.size : room;
    if (size > 0)
        memcpy(visitor->text + visitor->size, part.data, size);
    visitor->size += size;
}

static void emit(struct visitor *visitor, const char *name, struct ent_str first,
                 struct ent_str second)
{
    visitor->size = 0;
    add(visitor, ent_str_of(name));
    add(visitor, first);
    if (second.data) {
        add(visitor, ENT_STR(" "));
        add(visitor, second);
    }
    visitor->visit(visitor->context, (struct ent_str){visitor->text, visitor->size});
}

void ent_des_features(const struct ent_des_classes *classes, const struct ent_str *words,
                      void (*visit)(void *context, struct ent_str feature), void *context)
{
    static const char *const word_names[] = {"p3=", "p2=", "p1=", "",
                                             "n1=", "n2=", "n3="};
    static const char *const tail_names[] = {"", "p1a=", "p1b=", "p1c=", "p1d="};
    const struct ent_str none = {NULL, 0};
    struct visitor visitor = {.visit = visit, .context = context};
    struct ent_str p2 = words[ENT_DES_CONTEXT - 2], p1 = words[ENT_DES_CONTEXT - 1];
    struct ent_str n1 = words[ENT_DES_CONTEXT + 1], n2 = words[ENT_DES_CONTEXT + 2];
    char c1 = class_of(classes, p1), c2 = class_of(classes, p2);
    emit(&visitor, "bias", none, none);
    for (int i = 0; i < 2 * ENT_DES_CONTEXT + 1; i++)
        if (i != ENT_DES_CONTEXT)
            emit(&visitor, word_names[i], words[i], none);
    for (int i = 1; i <= 4; i++)
        emit(&visitor, tail_names[i], tail(p1, i), none);
    emit(&visitor, "n1b=", tail(n1, 2), none);
    emit(&visitor, "n1c=", tail(n1, 3), none);
    emit(&visitor, "p2b=", tail(p2, 2), none);
    emit(&visitor, "p2c=", tail(p2, 3), none);
    emit(&visitor, "n2b=", tail(n2, 2), none);
    emit(&visitor, "n2c=", tail(n2, 3), none);
    emit(&visitor, "p12=", p2, p1);
    emit(&visitor, "pn=", tail(p1, 3), tail(n1, 2));
    emit(&visitor, "pp=", tail(p2, 2), tail(p1, 2));
    if (c1) {
        struct ent_str class1 = {&c1, 1}, class2 = {&c2, 1};
        emit(&visitor, "c1=", class1, none);
        emit(&visitor, "cn=", class1, tail(n1, 2));
        if (c2)
            emit(&visitor, "c12=", class2, class1);
    }
}
