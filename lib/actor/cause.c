/* cause.c: whose deeds one is punished, thanked or blamed for. */
#include "actor/coref.h"

uint32_t coref_owner_of_cause(const struct coref *coref, int32_t word,
                              const struct demand *demand)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t cause = sentence->words[word].head, object = 0;
    int32_t head = cause > 0 ? sentence->words[cause].head : 0;
    bool pour = false;
    for (int32_t c = cause > 0 ? ent_child(sentence, cause) : 0; c;
         c = sentence->words[c].next)
        pour |= sentence->words[c].rel == ENT_REL_CASE &&
                (ent_str_is(sentence->words[c].lemma, "pour") ||
                 ent_str_is(sentence->words[c].lemma, "for"));
    if (!pour || head <= 0 || head > cause)
        return ENT_NONE;
    if (sentence->words[head].rel == ENT_REL_OBJ)
        object = head;
    for (int32_t c = ent_child(sentence, head); c && !object; c = sentence->words[c].next)
        if (c > head && c < cause && sentence->words[c].rel == ENT_REL_OBJ)
            object = c;
    uint32_t m = object ? coref_mention_at(coref, object) : ENT_NONE;
    if (m == ENT_NONE || coref->find->mentions[m].place || coref->find->mentions[m].thing)
        return ENT_NONE;
    uint32_t actor = coref->find->mentions[m].actor;
    return coref_agrees(coref, actor, demand) ? actor : ENT_NONE;
}
