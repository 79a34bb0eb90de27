/* ordinal.c: "le premier ... le second": of two that were named together, in their order. */
#include "actor/coref.h"

/* 1 or 2 for a word that counts, else 0. */
static uint32_t place_of(struct ent_str form)
{
    static const char *const FIRST[] = {"premier", "première", "premiers", "premières"};
    static const char *const SECOND[] = {"second", "seconde", "seconds", "secondes"};
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++) {
        if (ent_str_is(form, FIRST[i]))
            return 1;
        if (ent_str_is(form, SECOND[i]))
            return 2;
    }
    return 0;
}

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
    uint32_t place = coref->find->lang == 0
                         ? place_of(coref->info->sentence->words[word].form)
                         : 0;
    struct demand demand = {.reach = 1, .upper = ENT_NONE};
    const struct party_set *set =
        place && stands_alone(coref, word) ? coref_best_set(coref, &demand) : NULL;
    if (!set || set->count != 2 || set->sentence == coref->sentence)
        return false;
    coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_PRONOUN, set->actors[place - 1],
                                      0.65f));
    return true;
}
