/* patron.c: whose people are who act for somebody: "hackers linked to Beijing", "North
 * Korea-linked hackers". */
#include "actor/owner.h"

/* The words right behind the noun say so, whatever the tree makes of them: "Hackers
 * linked to Beijing breached", "hackers with ties to Iran". */
static bool linked_after(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    int32_t count = (int32_t)info->sentence->word_count, w = search->noun->last + 1;
    if (w < count && ent_str_is(info->sentence->words[w].form, "with"))
        w++;
    while (w < count && info->sentence->words[w].upos == ENT_ADJ &&
           !(info->words[w].cues & CUE(LINKED)))
        w++;
    if (w + 1 >= count || !(info->words[w].cues & CUE(LINKED)) ||
        (info->sentence->words[w + 1].upos != ENT_ADP &&
         !(info->words[w + 1].cues & (CUE(TO) | CUE(OF)))))
        return false;
    for (w += 2; w <= count && !info->words[w].name && !info->words[w].noun; w++) {
        if (info->sentence->words[w].upos != ENT_DET)
            return false;
    }
    return w <= count && find_owner_take(search, w);
}

/* "Kremlin-backed trolls", "North Korea-linked hackers": who hacks for somebody is his.
 */
static bool backing_patron(struct owner_search *search)
{
    struct sentence_info *info = search->info;
    const struct entry *kind =
        find_noun_entry(search->find, search->noun, GROUP_DESCRIPTOR);
    if (search->find->lang != 1 || !kind || !ent_str_is(kind->text, "hacker_group"))
        return false;
    for (int32_t w = search->noun->first - 1; w >= 1 && w >= search->noun->first - 5;
         w--) {
        if (info->words[w].name) {
            struct name *name = &info->names[info->words[w].name - 1];
            if (!name->modifier || name->actor == ENT_NONE)
                return false;
            find_owner_add(search, name->actor);
            find_owner_stretch(search, name->first, name->last);
            return true;
        }
        if (info->sentence->words[w].upos == ENT_DET)
            return false;
    }
    return false;
}

/* "hackers linked to Beijing", "des pirates proches de Moscou": unnamed people are their
 * patron's. */
static void linked_patron(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    const struct ent_sentence *sentence = info->sentence;
    const struct entry *entry = search->noun->entry;
    if (entry->type != ENTRY_GROUP || entry->detail != GROUP_PEOPLE)
        return;
    if (linked_after(search))
        return;
    for (int32_t c = ent_child(sentence, search->noun->head); c;
         c = sentence->words[c].next) {
        if (c < search->noun->last || !(info->words[c].cues & CUE(LINKED)))
            continue;
        for (int32_t g = ent_child(sentence, c); g; g = sentence->words[g].next) {
            bool complement = sentence->words[g].rel == ENT_REL_OBL ||
                              sentence->words[g].rel == ENT_REL_NMOD ||
                              sentence->words[g].rel == ENT_REL_IOBJ;
            if (complement && find_owner_take(search, g))
                return;
        }
    }
}

void find_owner_patron(struct owner_search *search)
{
    if (!backing_patron(search))
        linked_patron(search);
}
