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

/* A body of a state that the text never names, called by common words, in a text about other
 * states. */
bool find_is_foreign_body(const struct find *find, const struct sentence_info *info,
                          const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct known_actor *actor = &knowledge->actors[name->entry->object];
    uint32_t home = ent_map_find(&knowledge->ids, actor->country);
    if (name->type != NAME_ACTOR || home == ENT_MAP_NONE || find->actor_hits[home] ||
        !ent_str_is(actor->kind, "agency") || !find->state_hits)
        return false;
    return leading_noun(find, info, name) != NULL;
}

/* A refused name may be a common noun of the word lists: "Congress" of some other state. */
bool find_demote(struct find *find, struct sentence_info *info, struct name *name)
{
    const struct entry *noun = NULL;
    for (const struct entry *e = ent_entry_first(find->knowledge, name->node); e && !noun;
         e = ent_entry_next(find->knowledge, e)) {
        if ((e->type == ENTRY_TITLE || e->type == ENTRY_GROUP) &&
            find_fits(find, info, name->first, name->last, e))
            noun = e;
    }
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
