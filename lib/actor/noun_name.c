/* noun_name.c: the name that stands with the noun of an office or a group: "le président
 * Macron", "la société Vigilio", "le président colombien, Juan Manuel Santos,". */
#include "actor/find.h"

static bool is_person_name(const struct name *name)
{
    return (name->type == NAME_PERSON || name->type == NAME_UNKNOWN) && !name->used &&
           name->actor != ENT_NONE;
}

/* Persons are introduced by their full names; one word after a comma is rather a company.
 */
static bool is_long(const struct sentence_info *info, const struct name *name)
{
    return name->type == NAME_PERSON || name->last > name->first ||
           (name->first > 1 && (info->words[name->first - 1].cues & CUE(HONORIFIC)));
}

/* The name that begins at word w, or NULL. */
static struct name *name_at(struct sentence_info *info, int32_t w)
{
    if (w < 1 || w > (int32_t)info->sentence->word_count || !info->words[w].name)
        return NULL;
    struct name *name = &info->names[info->words[w].name - 1];
    return name->first == w ? name : NULL;
}

static bool is_word(const struct sentence_info *info, int32_t w, const char *form)
{
    return w >= 1 && w <= (int32_t)info->sentence->word_count &&
           ent_str_is(info->sentence->words[w].form, form);
}

/* "le sénateur LR Bruno Retailleau", "le maire PS Jean Roux": the party stands between.
 */
static bool is_party(const struct find *find, const struct noun *noun,
                     const struct name *name)
{
    return find->lang == 0 && noun->entry->type == ENTRY_TITLE && name && !name->used &&
           name->type == NAME_ACTOR && name->actor != ENT_NONE &&
           ent_str_is(find->actors[name->actor].kind, "party");
}

/* The name that stands in apposition right behind the phrase and its owner. Titles take
 * persons; descriptors ("le groupe", "la société") any name but a place. */
struct name *find_noun_attached_name(const struct find *find, struct sentence_info *info,
                                     const struct noun *noun)
{
    int32_t w = noun->span_last + 1;
    int32_t count = (int32_t)info->sentence->word_count;
    while (w <= count &&
           (info->sentence->words[w].upos == ENT_ADJ ||
            (info->words[w].cues & CUE(HONORIFIC))) &&
           !info->words[w].name)
        w++;
    struct name *name = name_at(info, w), *party = name;
    if (is_party(find, noun, party))
        name = name_at(info, party->last + 1);
    if (!name || name->used || name->actor == ENT_NONE || name->type == NAME_ADJECTIVE)
        return NULL;
    const struct entry *kind = find_noun_entry(find, noun, GROUP_DESCRIPTOR);
    bool descriptor = noun->entry->type == ENTRY_GROUP && kind &&
                      noun->entry->detail != GROUP_GOVERNMENT &&
                      noun->entry->detail != GROUP_SECURITY &&
                      !ent_str_is(kind->text, "person") &&
                      !ent_str_is(kind->text, "state");
    if (is_person_name(name) || (descriptor && name->type == NAME_ACTOR))
        return name;
    return NULL;
}

/* English: "the M23 movement", "the UGT union". */
static struct name *name_before(const struct find *find, struct sentence_info *info,
                                const struct noun *noun)
{
    int32_t w = noun->first - 1;
    if (w < 1 || !info->words[w].name)
        return NULL;
    struct name *name = &info->names[info->words[w].name - 1];
    bool named = name->type == NAME_ACTOR || name->type == NAME_UNKNOWN;
    if (!named || name->last != w || name->used || name->actor == ENT_NONE ||
        ent_str_is(find->actors[name->actor].kind, "state"))
        return NULL;
    return name;
}

/* "le président colombien, Juan Manuel Santos," and "Dario Fenoglio, patron du groupe,".
 */
struct name *find_noun_apposed_name(const struct find *find, struct sentence_info *info,
                                    const struct noun *noun)
{
    if (noun->entry->type != ENTRY_TITLE && !ent_str_is(noun->entry->text, "person"))
        return NULL;
    int32_t after = noun->span_last + 1;
    if (is_word(info, after, ",")) {
        struct name *name = name_at(info, after + 1);
        if (name && is_person_name(name) && is_long(info, name) &&
            (name->last == (int32_t)info->sentence->word_count ||
             info->sentence->words[name->last + 1].upos == ENT_PUNCT))
            return name;
    }
    int32_t before = find_with_article(info, noun->span_first) - 1;
    while (before > 1 && info->sentence->words[before].upos == ENT_ADJ)
        before--;
    if (is_word(info, before, ",") && before > 1 && info->words[before - 1].name) {
        struct name *name = &info->names[info->words[before - 1].name - 1];
        const struct ent_word *head = &info->sentence->words[noun->head];
        bool apposed = head->rel == ENT_REL_APPOS ||
                       (head->rel == ENT_REL_NMOD && find->lang == 0 &&
                        !ent_child_by_rel(info->sentence, noun->head, ENT_REL_CASE));
        if (is_person_name(name) && is_long(info, name) && apposed)
            return name;
    }
    return NULL;
}

/* Titles take a name behind them, descriptors on either side in English. */
struct name *find_noun_direct_name(const struct find *find, struct sentence_info *info,
                                   struct noun *noun)
{
    const struct entry *descriptor = find_noun_entry(find, noun, GROUP_DESCRIPTOR);
    if (noun->entry->type != ENTRY_TITLE && !descriptor)
        return NULL;
    struct name *name = find_noun_attached_name(find, info, noun);
    bool body =
        noun->entry->type == ENTRY_GROUP && (noun->entry->detail == GROUP_GOVERNMENT ||
                                             noun->entry->detail == GROUP_SECURITY);
    bool person =
        descriptor && ent_str_is(descriptor->text, "person"); /* a club's striker */
    if (!name && descriptor && !person && find->lang == 1 &&
        noun->entry->type != ENTRY_TITLE && !body)
        name = name_before(find, info, noun);
    if (name && noun->entry->type != ENTRY_TITLE)
        noun->entry = descriptor;
    return name;
}
