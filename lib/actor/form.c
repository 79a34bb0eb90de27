/* form.c: known persons by other forms of their full names: "Michel Joseph Martelly" for
 * Michel Martelly, "E. Macron". */
#include "actor/find.h"

/* "E.", "J.": a letter and a full stop. */
static bool is_initial(struct ent_str word)
{
    return word.size == 2 && word.data[1] == '.';
}

/* Does the known name begin with this first name, or with its initial? */
static bool begins_with(struct ent_str known, struct ent_str first)
{
    if (is_initial(first))
        return known.size && known.data[0] == first.data[0];
    return ent_str_starts(known, first) && known.size > first.size &&
           known.data[first.size] == ' ';
}

/* An initial alone must stand for somebody whom the text names in full, or in office. */
static bool is_sure(const struct find *find, uint32_t person, struct ent_str first)
{
    int distance;
    if (!is_initial(first) || find->person_hits[person])
        return true;
    ent_person_office(find->knowledge, person, find->document->date, &distance);
    return distance == 0;
}

uint32_t find_person_by_form(struct find *find, const struct sentence_info *info,
                             const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct word_info *last = &info->words[name->last];
    struct ent_str first = info->sentence->words[name->first].form;
    bool enough = name->last >= name->first + 2 ||
                  (name->last == name->first + 1 && is_initial(first));
    if (!enough || last->atom == ENT_NONE)
        return ENT_NONE;
    uint32_t node = ent_trie_child(&knowledge->trie, 0, last->atom);
    for (const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL; e;
         e = ent_entry_next(knowledge, e)) {
        if (e->type == ENTRY_PERSON &&
            begins_with(knowledge->persons[e->object].name, first) &&
            is_sure(find, e->object, first))
            return find_known_person(find, e->object, false);
    }
    return ENT_NONE;
}
