/* organisation.c: French names of organisations that go on in small words, and the known
 * body that such a name may end with. */
#include "actor/organisation.h"

/* "Force républicaine dans un premier temps": no name goes on behind such a preposition.
 */
static bool ends_name(const struct sentence_info *info, int32_t w)
{
    return info->sentence->words[w].upos == ENT_ADP &&
           (info->words[w].cues & CUE(NAME_END));
}

/* French organisations in the form "Front de libération du Kivu": take in small words up
 * to the last capitalised one, or the adjectives and complements right after the head
 * noun. */
int32_t find_organisation_end(const struct find *find, const struct sentence_info *info,
                              struct run run)
{
    if (!(info->words[run.first].cues & CUE(ORG_HEAD)) || run.first != run.last)
        return run.last;
    int32_t count = (int32_t)info->sentence->word_count, best = run.last;
    for (int32_t w = run.last + 1; w <= count && w <= run.last + 9; w++) {
        const struct ent_word *word = &info->sentence->words[w];
        const struct word_info *wi = &info->words[w];
        if (find->lang == 1 && (!(wi->shape & SHAPE_UPPER) || (wi->cues & CUE(NO_NAME))))
            break; /* "Stand Up Kivu", but "the Commission on Thursday" */
        if ((info->words[w].noun && word->upos != ENT_NOUN) || ends_name(info, w))
            break;
        if (word->upos == ENT_NOUN || word->upos == ENT_PROPN || word->upos == ENT_ADJ)
            best = w;
        else if (word->upos != ENT_ADP && word->upos != ENT_DET &&
                 word->upos != ENT_CCONJ)
            break;
        bool listed = word->upos == ENT_CCONJ && w < count &&
                      info->sentence->words[w + 1].upos == ENT_DET;
        if (word->upos == ENT_CCONJ && (best == run.last || listed))
            break;
    }
    return best;
}

/* "le Conseil des gouverneurs de l'AIEA": an organ of the known organisation that ends
 * it. */
const struct name *find_parent_body(const struct find *find,
                                    const struct sentence_info *info, struct run run)
{
    if (!info->words[run.last].name || !(info->words[run.first].cues & CUE(ORG_HEAD)))
        return NULL;
    const struct name *inner = &info->names[info->words[run.last].name - 1];
    int32_t before = inner->first - 1;
    while (before > run.first && (info->words[before].shape & SHAPE_ARTICLE))
        before--;
    bool igo = inner->first > run.first && inner->entry && inner->type == NAME_ACTOR &&
               ent_str_is(find->knowledge->actors[inner->entry->object].kind, "igo");
    return igo && (info->words[before].cues & CUE(OF)) ? inner : NULL;
}
