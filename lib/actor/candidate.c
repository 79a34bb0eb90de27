/* candidate.c: leaders of parties whom the text introduces as candidates or opponents.
 * They act for themselves, in the whole document, not for the party they lead. */
#include "actor/find.h"

enum { REACH = 7 };

static bool ends_phrase(const struct ent_word *word)
{
    return word->upos == ENT_VERB || word->upos == ENT_AUX || word->upos == ENT_PUNCT ||
           word->upos == ENT_CCONJ || word->upos == ENT_SCONJ || word->upos == ENT_PRON;
}

/* "la candidate du Rassemblement national Marine Le Pen", but not "l'opposant de
 * Mélenchon". */
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

/* "Marine Le Pen, candidate à la présidentielle,", "Jean Roux, maire de Brest et
 * candidat": a noun that heads the apposition, or one that is joined to its head. */
static bool is_apposed(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t count = (int32_t)info->sentence->word_count, w = name->last + 2;
    if (w > count || !ent_str_is(words[w - 1].form, ","))
        return false;
    for (int32_t k = w, first = w; k <= count && k <= w + 2 * REACH; k++) {
        if (words[k].upos == ENT_CCONJ)
            first = k + 1; /* of the next conjunct */
        else if (ends_phrase(&words[k]))
            return false;
        if (words[k].upos == ENT_ADP && k < first + 2)
            first = 0; /* "de la candidate" */
        if (k < first + 2 && (info->words[k].cues & CUE(PRIVATE)) &&
            words[k].rel != ENT_REL_NSUBJ)
            return true;
    }
    return false;
}

/* "le candidat à la même élection, François Bayrou,": the name stands in apposition. */
static bool is_named_behind(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t w = name->first - 1, count = (int32_t)info->sentence->word_count;
    if (w < 3 || !ent_str_is(words[w].form, ",") || name->last == name->first ||
        name->last >= count || words[name->last + 1].upos != ENT_PUNCT)
        return false;
    for (int32_t k = w - 1; k > 1 && k >= w - REACH; k--) {
        if (ends_phrase(&words[k]))
            return false;
        if (info->words[k].cues & CUE(PRIVATE))
            return words[k - 1].upos == ENT_DET || words[k - 1].upos == ENT_ADJ;
    }
    return false;
}

/* "le candidat de la France insoumise": the party whose leader that is, or ENT_NONE; not
 * of "un candidat", "un opposant du parti", "le candidat du parti Jean Roux". */
static uint32_t party_of_candidate(const struct sentence_info *info, int32_t w)
{
    int32_t count = (int32_t)info->sentence->word_count;
    if (!(info->words[w].cues & CUE(CANDIDATE)) ||
        !(info->sentence->words[w].morph & ENT_SING) || w + 2 > count || w < 2 ||
        !(info->words[w - 1].cues & CUE(DEFINITE)) ||
        !(info->words[w + 1].cues & CUE(OF)))
        return ENT_NONE;
    for (int32_t k = w + 2; k <= count && k <= w + 3; k++) {
        const struct name *name =
            info->words[k].name ? &info->names[info->words[k].name - 1] : NULL;
        if (name && name->first == k) {
            bool named = name->last < count && info->words[name->last + 1].name;
            return name->type == NAME_ACTOR && name->entry && !named ? name->entry->object
                                                                     : ENT_NONE;
        }
        if (info->sentence->words[k].upos != ENT_DET)
            return ENT_NONE;
    }
    return ENT_NONE;
}

static void mark_leaders(struct find *find, uint32_t party)
{
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        const struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            const struct name *name = &info->names[i];
            const struct office *office =
                name->type == NAME_PERSON
                    ? ent_person_office(find->knowledge, name->person,
                                        find->document->date, NULL)
                    : NULL;
            if (office && office->actor == party)
                find->candidates[name->person] = true;
        }
    }
}

void find_candidates(struct find *find)
{
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        const struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            const struct name *name = &info->names[i];
            if (name->type == NAME_PERSON &&
                (is_titled(info, name) || is_apposed(info, name) ||
                 is_named_behind(info, name)))
                find->candidates[name->person] = true;
        }
        for (int32_t w = 1; w <= (int32_t)info->sentence->word_count; w++) {
            uint32_t party = party_of_candidate(info, w);
            if (party != ENT_NONE)
                mark_leaders(find, party);
        }
    }
}
