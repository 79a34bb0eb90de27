/* feature.c: putting together the names of features, piece by piece. */
#include "text/feature.h"

#include <string.h>

void ent_feature_add(struct ent_feature *feature, struct ent_str part)
{
    size_t room = sizeof feature->text - feature->size;
    size_t size = part.size < room ? part.size : room;
    if (size > 0)
        memcpy(feature->text + feature->size, part.data, size);
    feature->size += size;
}

void ent_feature_emit(struct ent_feature *feature)
{
    feature->visit(feature->context, (struct ent_str){feature->text, feature->size});
    feature->size = 0;
}

struct ent_str ent_feature_tail(struct ent_str word, int count)
{
    size_t at = word.size;
    while (at > 0 && count > 0) {
        at--;
        if (((unsigned char)word.data[at] & 0xC0) != 0x80)
            count--;
    }
    return (struct ent_str){word.data + at, word.size - at};
}
