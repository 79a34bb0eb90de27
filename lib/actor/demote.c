/* demote.c: names of state bodies that are only common nouns here: "Assemblée nationale",
 * "Congress" in a text about another state than the one that has a record of it. */
#include "actor/find.h"

/* The noun that a refused name begins with: "Assemblée nationale" of another state. */
static const struct entry *leading_noun(const struct find *find,
                                        const struct sentence_info *info,
                                        const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    uint32_t atom = info->words[name->first].atom;
    uint32_t node = atom == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, atom);
    for (const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL; e;
         e = ent_entry_next(knowledge, e)) {
        if (e->type == ENTRY_GROUP && (e->lang & find_lang(find)) &&
            (e->detail == GROUP_GOVERNMENT || e->detail == GROUP_SECURITY))
            return e;
    }
    return NULL;
}

/* The noun that all words of a name are: "Congress", "Conseil constitutionnel". */
static const struct entry *whole_noun(const struct find *find,
                                      const struct sentence_info *info,
                                      const struct name *name)
{
    for (const struct entry *e = ent_entry_first(find->knowledge, name->node); e;
         e = ent_entry_next(find->knowledge, e)) {
        if ((e->type == ENTRY_TITLE || e->type == ENTRY_GROUP) &&
            find_fits(find, info, name->first, name->last, e))
            return e;
    }
    return NULL;
}

/* The state that the word names or whose adjective it is, or ENT_NONE. */
static uint32_t state_at(const struct find *find, const struct sentence_info *info,
                         int32_t w)
{
    if (w < 1 || w > (int32_t)info->sentence->word_count || !info->words[w].name)
        return ENT_NONE;
    const struct name *name = &info->names[info->words[w].name - 1];
    bool known = name->entry && (name->entry->type == ENTRY_DEMONYM ||
                                 name->entry->type == ENTRY_ACTOR);
    if (!known ||
        !ent_str_is(find->knowledge->actors[name->entry->object].kind, "state"))
        return ENT_NONE;
    return name->entry->object;
}

/* The state that the words beside a body's name say it is of: "le Conseil constitutionnel
 * ivoirien", "l'Assemblée nationale du Mali", "the Polish Senate". */
static uint32_t stated_owner(const struct find *find, const struct sentence_info *info,
                             const struct name *name)
{
    int32_t count = (int32_t)info->sentence->word_count, w = name->last + 1;
    if (find->lang == 1 && state_at(find, info, name->first - 1) != ENT_NONE)
        return state_at(find, info, name->first - 1);
    if (find->lang == 0 && w <= count && info->words[w].name &&
        info->names[info->words[w].name - 1].type == NAME_ADJECTIVE)
        return state_at(find, info, w);
    if (w >= count || !(info->words[w].cues & CUE(OF)))
        return ENT_NONE;
    w += (info->words[w + 1].shape & SHAPE_ARTICLE) ? 2 : 1;
    return state_at(find, info, w);
}

/* "Cour suprême brésilienne": the name itself says whose it is. */
static bool says_home(const struct find *find, const struct sentence_info *info,
                      const struct name *name, uint32_t home)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    for (int32_t w = name->first; w <= name->last; w++) {
        uint32_t atom = info->words[w].atom;
        uint32_t node = atom == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, atom);
        for (const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL; e;
             e = ent_entry_next(knowledge, e)) {
            if ((e->type == ENTRY_DEMONYM || e->type == ENTRY_ACTOR) && e->object == home)
                return true;
        }
    }
    return false;
}

/* A body of another state than the one its words say, or of a state that the text never
 * names, called by common words, in a text about other states. */
bool find_is_foreign_body(const struct find *find, const struct sentence_info *info,
                          const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct known_actor *actor = &knowledge->actors[name->entry->object];
    uint32_t home = ent_map_find(&knowledge->ids, actor->country);
    if (name->type != NAME_ACTOR || home == ENT_MAP_NONE ||
        !ent_str_is(actor->kind, "agency") || !find->state_hits ||
        says_home(find, info, name, home))
        return false;
    uint32_t owner = stated_owner(find, info, name);
    if (owner == ENT_NONE ? find->actor_hits[home] > 0 : owner == home)
        return false;
    return leading_noun(find, info, name) ||
           (owner != ENT_NONE && whole_noun(find, info, name));
}

/* A refused name may be a common noun of the word lists: "Congress" of some other
 * state. */
bool find_demote(struct find *find, struct sentence_info *info, struct name *name)
{
    const struct entry *noun = whole_noun(find, info, name);
    uint32_t node = name->node;
    if (!noun && (noun = leading_noun(find, info, name)))
        node = ent_trie_child(&find->knowledge->trie, 0, info->words[name->first].atom);
    if (!noun)
        return false;
    find_noun_add(info, name->first, name->last, node, noun);
    for (int32_t w = name->first; w <= name->last; w++)
        info->words[w].name = 0;
    name->used = true;
    return true;
}
