/* ordinal.c: "le premier ... le second": of two that were named together, in their order.
 */
#include "actor/coref.h"

/* No noun follows that the ordinal could count ("le premier ministre"). */
static bool stands_alone(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    const struct ent_word *w = &sentence->words[word];
    bool argument = w->rel == ENT_REL_NSUBJ || w->rel == ENT_REL_OBJ ||
                    w->rel == ENT_REL_OBL || w->rel == ENT_REL_IOBJ;
    if (!argument || word < 2 || !(coref->info->words[word - 1].cues & CUE(DEFINITE)) ||
        word >= (int32_t)sentence->word_count)
        return false;
    enum ent_upos next = sentence->words[word + 1].upos;
    return next == ENT_AUX || next == ENT_VERB || next == ENT_PUNCT || next == ENT_PRON ||
           next == ENT_ADV || next == ENT_ADP;
}

bool coref_ordinal(struct coref *coref, int32_t word)
{
    uint64_t cues = coref->info->words[word].cues;
    uint32_t place = cues & CUE(FIRST) ? 1 : cues & CUE(SECOND) ? 2 : 0;
    struct demand demand = {.reach = 1, .upper = ENT_NONE};
    const struct party_set *set =
        place && stands_alone(coref, word) ? coref_best_set(coref, &demand) : NULL;
    if (!set || set->count != 2 || set->sentence == coref->sentence)
        return false;
    coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_PRONOUN,
                                      set->actors[place - 1], 0.65f));
    return true;
}
