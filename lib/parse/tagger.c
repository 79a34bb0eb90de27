/* tagger.c: the stored tagger. */
#include "parse/tagger.h"
#include <stdlib.h>

static bool take_attributes(struct ent_tagger *tagger, struct ent_cursor *block)
{
    tagger->attribute_count = ent_take_u32(block);
    if (block->bad || tagger->attribute_count > ENT_ATTRIBUTES) {
        tagger->attribute_count = 0;
        return false;
    }
    for (uint32_t i = 0; i < tagger->attribute_count; i++) {
        struct ent_attribute *attribute = &tagger->attributes[i];
        attribute->name = ent_take_str(block);
        if (!ent_take_list(block, &attribute->values, &attribute->count, 254))
            return false;
        attribute->count++;
        attribute->first = tagger->class_count;
        tagger->class_count += attribute->count;
    }
    return tagger->class_count <= ENT_ROWS_CLASSES;
}

bool ent_tagger_take(struct ent_tagger *tagger, struct ent_cursor *block)
{
    *tagger = (struct ent_tagger){0};
    if (!take_attributes(tagger, block))
        return false;
    struct ent_cursor tags = ent_take_block(block), features = ent_take_block(block);
    return !block->bad && ent_rows_take(&tagger->tags, &tags) &&
           ent_rows_take(&tagger->features, &features) &&
           tagger->tags.classes == ENT_UPOS_COUNT &&
           tagger->features.classes == tagger->class_count;
}

void ent_tagger_clear(struct ent_tagger *tagger)
{
    for (uint32_t i = 0; i < tagger->attribute_count; i++)
        free(tagger->attributes[i].values);
    ent_rows_clear(&tagger->tags);
    ent_rows_clear(&tagger->features);
    *tagger = (struct ent_tagger){0};
}

uint32_t ent_best(const int32_t *scores, uint32_t low, uint32_t high)
{
    uint32_t best = low;
    for (uint32_t k = low + 1; k < high; k++)
        if (scores[k] > scores[best])
            best = k;
    return best;
}

void ent_tagger_feats(const struct ent_tagger *tagger, const uint8_t *chosen,
                      struct ent_buf *buf)
{
    size_t start = buf->size;
    for (uint32_t i = 0; i < tagger->attribute_count; i++) {
        const struct ent_attribute *attribute = &tagger->attributes[i];
        if (chosen[i] == 0)
            continue;
        if (buf->size > start)
            ent_buf_char(buf, '|');
        ent_buf_str(buf, attribute->name);
        ent_buf_char(buf, '=');
        ent_buf_str(buf, attribute->values[chosen[i] - 1]);
    }
    if (buf->size == start)
        ent_buf_char(buf, '_');
}
