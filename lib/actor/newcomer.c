/* newcomer.c: an actor that no record has, and its kind by the shape of its name. */
#include "actor/find.h"

bool find_name_has(const struct sentence_info *info, const struct name *name,
                   uint64_t cues)
{
    for (int32_t w = name->first; w <= name->last; w++) {
        if (info->words[w].cues & cues)
            return true;
    }
    return false;
}

uint8_t find_honorific(const struct sentence_info *info, const struct name *name)
{
    if (name->first < 2 || !(info->words[name->first - 1].cues & CUE(HONORIFIC)))
        return 0;
    return info->words[name->first - 1].cues & CUE(LADY) ? 'f' : 'm';
}

/* "Fédération européenne de triathlon" is a federation: what the noun alone describes. */
static struct ent_str described_kind(const struct find *find, uint32_t atom)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    struct noun noun = {0};
    noun.node = atom == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, atom);
    const struct entry *entry =
        noun.node ? find_noun_entry(find, &noun, GROUP_DESCRIPTOR) : NULL;
    if (!entry || ent_str_is(entry->text, "state") || ent_str_is(entry->text, "person") ||
        ent_str_is(entry->text, "igo"))
        return (struct ent_str){0};
    return entry->text;
}

/* Kind of an unknown name by its shape: several words without a cue of an organisation
 * look like a person, capitals like an organisation. */
static struct ent_str guess_kind(const struct find *find,
                                 const struct sentence_info *info,
                                 const struct name *name)
{
    int32_t words = name->last - name->first + 1;
    bool caps = !info->caps && (info->words[name->first].shape & SHAPE_CAPS);
    if (find_honorific(info, name))
        return ENT_STR("person");
    if (find_name_has(info, name, CUE(ORG_HEAD) | CUE(ORG_TAIL))) {
        int32_t head = find->lang == 0 ? name->first : name->last;
        struct ent_str kind = described_kind(find, info->words[head].atom);
        return kind.size ? kind : ENT_STR("company");
    }
    if (words >= 2 && words <= 4 && !caps)
        return ENT_STR("person");
    return ENT_STR("unknown");
}

uint32_t find_newcomer(struct find *find, const struct sentence_info *info,
                       struct name *name)
{
    struct ent_str text = find_text(find, info->sentence, name->first, name->last);
    struct ent_actor actor = {
        .group = text, .name = text, .kind = guess_kind(find, info, name)};
    uint32_t id = find_actor(find, actor);
    uint8_t gender = find_honorific(info, name);
    if (id != ENT_NONE && ent_str_is(find->actors[id].kind, "person"))
        find->infos[id].human = true;
    if (id != ENT_NONE && !gender && find->infos[id].human)
        gender = (uint8_t)ent_given_gender(
            find->knowledge, info->sentence->words[name->first].form, &find->scratch);
    if (id != ENT_NONE && gender)
        find->infos[id].gender = gender;
    name->gender = gender;
    return id;
}
