/* words.c: the text of a stretch of words as it was written, multiword tokens whole. */
#include "actor/words.h"

struct ent_str ent_words_text(struct ent_arena *arena,
                              const struct ent_sentence *sentence, int32_t first,
                              int32_t last)
{
    size_t size = 1;
    for (int32_t w = first; w <= last; w++)
        size += sentence->words[w].form.size + 1;
    for (uint32_t m = 0; m < sentence->multiword_count; m++) {
        if (sentence->multiwords[m].first >= first &&
            sentence->multiwords[m].last <= last)
            size += sentence->multiwords[m].form.size + 1;
    }
    char *text = ent_arena_alloc(arena, size);
    if (!text)
        return (struct ent_str){0};
    size_t used = 0;
    uint32_t m = 0;
    for (int32_t w = first; w <= last; w++) {
        struct ent_str form = sentence->words[w].form;
        bool space = sentence->words[w].space_after;
        while (m < sentence->multiword_count && sentence->multiwords[m].first < w)
            m++;
        if (m < sentence->multiword_count && sentence->multiwords[m].first == w &&
            sentence->multiwords[m].last <= last) {
            form = sentence->multiwords[m].form;
            w = sentence->multiwords[m].last;
            space = ent_str_find(sentence->multiwords[m].misc,
                                 ENT_STR("SpaceAfter=No")) == SIZE_MAX;
        }
        if (form.size)
            memcpy(text + used, form.data, form.size);
        used += form.size;
        if (space && w < last)
            text[used++] = ' ';
    }
    return (struct ent_str){text, used};
}
