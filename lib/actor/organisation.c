/* organisation.c: the common nouns that names of organisations begin with and go on in,
 * the small words of French ones, and the known body that such a name may end with. */
#include "actor/organisation.h"

/* "Workers' Dawn": a plural, an apostrophe and a capital. */
static bool is_possessive_part(const struct sentence_info *info, int32_t w)
{
    int32_t count = (int32_t)info->sentence->word_count;
    return w + 2 <= count && (info->sentence->words[w].morph & ENT_PLUR) &&
           (ent_str_is(info->sentence->words[w + 1].form, "'") ||
            ent_str_is(info->sentence->words[w + 1].form, "’")) &&
           (info->words[w + 2].shape & SHAPE_UPPER);
}

/* "Andes Press", "Brennock Holdings": English writes the common nouns of a name with
 * capitals too; a noun of the lists that follows an unknown proper noun is part of the
 * name. */
static bool is_part_noun(const struct find *find, const struct sentence_info *info,
                         int32_t w)
{
    const struct noun *noun = &info->nouns[info->words[w].noun - 1];
    const struct entry *entry = noun->entry;
    if (find->lang != 1 || info->caps || entry->type != ENTRY_GROUP || w < 2)
        return false;
    if (noun->first < w)
        return is_part_noun(find, info, noun->first);
    if (is_possessive_part(info, w))
        return true;
    const struct word_info *before = &info->words[w - 1];
    bool body = entry->detail == GROUP_GOVERNMENT || entry->detail == GROUP_SECURITY;
    bool proper = info->sentence->words[w].upos == ENT_PROPN &&
                  info->sentence->words[w - 1].upos == ENT_PROPN;
    return !before->name && !before->noun && (before->shape & SHAPE_UPPER) &&
           !(before->shape & (SHAPE_INITIAL | SHAPE_ARTICLE)) && (proper || !body);
}

/* "la Fédération européenne de triathlon": only a body of its own has a capital, an
 * adjective and a complement; state bodies and "la Fédération russe" are common nouns. */
static bool heads_long_name(const struct find *find, const struct sentence_info *info,
                            int32_t w)
{
    const struct noun *noun = &info->nouns[info->words[w].noun - 1];
    int32_t count = (int32_t)info->sentence->word_count, at = w + 1;
    if (noun->entry->type != ENTRY_GROUP ||
        find_noun_entry(find, noun, GROUP_GOVERNMENT) ||
        find_noun_entry(find, noun, GROUP_SECURITY))
        return false;
    while (at <= count && info->sentence->words[at].upos == ENT_ADJ)
        at++;
    return at < count && at <= w + 3 && (info->words[at].cues & CUE(OF)) &&
           info->sentence->words[at + 1].upos == ENT_NOUN &&
           !(info->words[at + 1].shape & SHAPE_UPPER) && !info->words[at + 1].name;
}

/* "the Coalition for Change", "Movement for Democratic Unity": a body with a capital and
 * a complement with one. */
static bool heads_english_name(const struct find *find, const struct sentence_info *info,
                               int32_t w)
{
    const struct noun *noun = &info->nouns[info->words[w].noun - 1];
    int32_t count = (int32_t)info->sentence->word_count, at = w + 2;
    if (find->lang != 1 || info->caps || at > count || noun->first != noun->last ||
        !(info->words[w].cues & CUE(ORG_HEAD)) || !(info->words[w].shape & SHAPE_UPPER) ||
        (info->words[w].shape & SHAPE_INITIAL) ||
        find_noun_entry(find, noun, GROUP_GOVERNMENT) ||
        find_noun_entry(find, noun, GROUP_SECURITY))
        return false;
    struct ent_str link = info->sentence->words[w + 1].form;
    const struct word_info *next = &info->words[at];
    return (ent_str_is(link, "for") || ent_str_is(link, "of")) &&
           (next->shape & SHAPE_UPPER) && !(next->shape & SHAPE_ARTICLE) && !next->name &&
           !next->noun && !(next->cues & CUE(NO_NAME));
}

/* "le Parti Social Libéral": a capital on the common noun that begins a French name. */
static bool is_head_noun(const struct find *find, const struct sentence_info *info,
                         int32_t w)
{
    int32_t count = (int32_t)info->sentence->word_count;
    const struct word_info *wi = &info->words[w];
    if (find->lang != 0 || info->caps || (wi->shape & SHAPE_INITIAL) || w >= count ||
        !(wi->cues & CUE(ORG_HEAD)) || info->nouns[wi->noun - 1].last != w)
        return false;
    const struct word_info *next = &info->words[w + 1];
    if (heads_long_name(find, info, w))
        return true;
    return (next->shape & SHAPE_UPPER) && !next->name && !next->noun &&
           !(next->cues & CUE(NO_NAME));
}

bool find_is_noun_of_name(const struct find *find, const struct sentence_info *info,
                          int32_t w)
{
    return is_part_noun(find, info, w) || is_head_noun(find, info, w) ||
           heads_english_name(find, info, w);
}

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
