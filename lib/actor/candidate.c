/* candidate.c: leaders of parties whom the text introduces as candidates or opponents. They
 * act for themselves, in the whole document, not for the party they lead. */
#include "actor/find.h"

enum { REACH = 7 };

static bool ends_phrase(const struct ent_word *word)
{
    return word->upos == ENT_VERB || word->upos == ENT_AUX || word->upos == ENT_PUNCT ||
           word->upos == ENT_CCONJ || word->upos == ENT_SCONJ || word->upos == ENT_PRON;
}

/* "la candidate du Rassemblement national Marine Le Pen", but not "l'opposant de Mélenchon". */
static bool is_titled(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    if (name->first < 2 || words[name->first - 1].upos == ENT_ADP ||
        (info->words[name->first - 1].cues & CUE(OF)))
        return false;
    for (int32_t w = name->first - 1; w >= 1 && w >= name->first - REACH; w--) {
        if (ends_phrase(&words[w]) || (words[w].upos == ENT_ADP &&
                                       !(info->words[w].cues & CUE(OF))))
            return false;
        if (info->words[w].cues & CUE(PRIVATE))
            return true;
    }
    return false;
}

/* "Marine Le Pen, candidate à la présidentielle,": the noun heads an apposition. */
static bool is_apposed(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t count = (int32_t)info->sentence->word_count, w = name->last + 2;
    if (w > count || !ent_str_is(words[w - 1].form, ","))
        return false;
    if (words[w].upos == ENT_DET)
        w++;
    for (int32_t k = w; k <= count && k <= w + 1 && !ends_phrase(&words[k]); k++) {
        if ((info->words[k].cues & CUE(PRIVATE)) && words[k].rel != ENT_REL_NSUBJ)
            return true;
        if (words[k].upos == ENT_ADP)
            return false;
    }
    return false;
}

void find_candidates(struct find *find)
{
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        const struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            const struct name *name = &info->names[i];
            if (name->type == NAME_PERSON && (is_titled(info, name) || is_apposed(info, name)))
                find->candidates[name->person] = true;
        }
    }
}
