/* language.c: the words of a language and the indices by word. */
#include "relation/frames.h"

#include <entente/utf8.h>
#include <stdlib.h>

bool ent_frames_grow(void **items, uint32_t *capacity, uint32_t count, size_t size)
{
    if (count < *capacity)
        return true;
    uint32_t wanted = *capacity ? *capacity * 2 : 64;
    void *grown = realloc(*items, wanted * size);
    if (!grown)
        return false;
    *items = grown;
    *capacity = wanted;
    return true;
}

uint32_t ent_language_word(struct ent_language *language, struct ent_str text)
{
    return ent_map_add(&language->words, text, NULL);
}

static bool add_link(struct ent_language *language, uint32_t *first, uint32_t item)
{
    if (!ent_frames_grow((void **)&language->links, &language->link_capacity,
                  language->link_count, sizeof *language->links))
        return false;
    language->links[language->link_count] = (struct ent_link){item, *first};
    *first = ++language->link_count;
    return true;
}

static bool index_pattern(struct ent_language *language,
                          const struct ent_pattern *pattern, uint32_t *by_head,
                          uint32_t item)
{
    for (uint32_t k = 0; k < pattern->head_count; k++) {
        uint32_t word = language->pool[pattern->first_head + k] & ~ENT_REFLEXIVE;
        if (!add_link(language, &by_head[word], item))
            return false;
    }
    return true;
}

static bool index_all(struct ent_language *language)
{
    /* Backwards, as links are put in front: lists come out in file order. */
    for (uint32_t i = language->frame_count; i-- > 0;) {
        const struct ent_frame *frame = &language->frames[i];
        if (!frame->dead &&
            !index_pattern(language, &frame->pattern, language->by_head[frame->kind], i))
            return false;
    }
    for (uint32_t i = language->support_count; i-- > 0;)
        if (!index_pattern(language, &language->supports[i].pattern,
                           language->supports_by_head, i))
            return false;
    for (uint32_t i = language->expression_count; i-- > 0;) {
        uint32_t word = language->pool[language->expressions[i].first_word];
        if (!add_link(language, &language->expressions_by_word[word], i))
            return false;
    }
    for (uint32_t i = 0; i < language->operator_count; i++) {
        const struct ent_operator *op = &language->operators[i];
        language->effects[op->kind][op->word] = op->effect;
    }
    for (uint32_t i = 0; i < language->irregular_count; i++)
        language->lemma_of[language->irregulars[i].form] =
            language->irregulars[i].lemma + 1;
    for (uint32_t i = 0; i < language->time_count; i++)
        language->times_by_word[language->times[i].word] = i + 1;
    for (uint32_t i = 0; i < language->listed_count; i++)
        language->lists[language->listed[i].word] |= language->listed[i].list;
    return true;
}

/* What a frame with content= governs is of that status, unless status.tsv says
 * otherwise. */
static void index_contents(struct ent_language *language)
{
    static const uint8_t EFFECTS[ENT_RELATION_STATUS_COUNT] = {
        [ENT_ASSERTED] = ENT_EFFECT_FACTIVE, [ENT_ALLEGED] = ENT_EFFECT_ALLEGED,
        [ENT_PLANNED] = ENT_EFFECT_PLANNED,  [ENT_DENIED] = ENT_EFFECT_DENIED,
        [ENT_HYPOTHETICAL] = ENT_EFFECT_HYPOTHETICAL,
    };
    for (uint32_t i = 0; i < language->frame_count; i++) {
        const struct ent_frame *frame = &language->frames[i];
        if (frame->dead || frame->content < 0 || frame->kind > ENT_TRIGGER_ADJ)
            continue;
        for (uint32_t k = 0; k < frame->pattern.head_count; k++) {
            uint32_t word =
                language->pool[frame->pattern.first_head + k] & ~ENT_REFLEXIVE;
            uint8_t *effect = &language->effects[frame->kind][word];
            if (*effect == ENT_EFFECT_NONE)
                *effect = EFFECTS[frame->content];
            language->lists[word] |= ENT_LIST_CONTENT;
        }
    }
}

enum ent_status ent_language_compile(struct ent_language *language,
                                     struct ent_error *error)
{
    size_t size = language->words.size + 1;
    bool ok = true;
    for (int i = 0; i < ENT_TRIGGER_KINDS; i++)
        ok &= (language->by_head[i] = calloc(size, sizeof(uint32_t))) != NULL;
    for (int i = 0; i < ENT_OP_KINDS; i++)
        ok &= (language->effects[i] = calloc(size, 1)) != NULL;
    ok &= (language->supports_by_head = calloc(size, sizeof(uint32_t))) != NULL;
    ok &= (language->expressions_by_word = calloc(size, sizeof(uint32_t))) != NULL;
    ok &= (language->lemma_of = calloc(size, sizeof(uint32_t))) != NULL;
    ok &= (language->times_by_word = calloc(size, sizeof(uint32_t))) != NULL;
    ok &= (language->lists = calloc(size, sizeof(uint32_t))) != NULL;
    if (!ok || !index_all(language))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    index_contents(language);
    return ENT_OK;
}

bool ent_word_tells(const struct ent_language *language, enum ent_trigger_kind kind,
                    uint32_t word, uint32_t relations, bool alone)
{
    uint32_t at = ent_frames_of(language, kind, word);
    const struct ent_frame *frame;
    while ((frame = ent_frames_next(language, &at)) != NULL)
        if (frame->relation >= 0 && (relations & 1U << frame->relation) &&
            (!alone || frame->pattern.dep_count == 0))
            return true;
    return false;
}
