/* group.c: the actor that a noun with an owner denotes: the owner's group for state
 * bodies, office-holders and unnamed people, a side of the state for rebels and
 * opponents. */
#include "actor/find.h"

static bool acts_for_owner(const struct noun *noun)
{
    return !noun->former && !noun->private;
}

/* The name of a phrase as an actor: its words without determiner. */
static struct ent_str phrase(struct find *find, const struct sentence_info *info,
                             const struct noun *noun)
{
    return find_text(find, info->sentence, noun->span_first, noun->span_last);
}

uint32_t find_movement(const struct find *find, struct ent_str country)
{
    uint32_t best = ENT_NONE, most = 1;
    for (uint32_t a = 0; a < find->actor_count; a++) {
        const struct ent_actor *actor = &find->actors[a];
        uint32_t known = find->infos[a].known;
        if (known != ENT_NONE && find->actor_hits[known] > most &&
            ent_str_eq(find->knowledge->actors[known].id, actor->name) &&
            ent_str_is(actor->kind, "movement") && actor->country.size &&
            (!country.size || ent_str_eq(actor->country, country))) {
            most = find->actor_hits[known];
            best = a;
        }
    }
    return best;
}

/* "les rebelles syriens" are a side of the state; those of a named group are the
 * group. */
static uint32_t nonstate_actor(struct find *find, const struct sentence_info *info,
                               const struct noun *noun, uint32_t owner)
{
    struct ent_actor actor = find->actors[owner];
    if (!ent_str_is(actor.kind, "state") || !noun->entry->text.size)
        return find_owned(find, owner, phrase(find, info, noun), NULL);
    uint32_t movement = ent_str_is(noun->entry->text, "protesters")
                            ? find_movement(find, actor.group)
                            : ENT_NONE;
    if (movement != ENT_NONE)
        return movement;
    actor.country = actor.group;
    actor.group = ent_arena_printf(&find->document->arena, "%.*s %.*s",
                                   ENT_FMT(actor.group), ENT_FMT(noun->entry->text));
    actor.name = phrase(find, info, noun);
    actor.kind = ENT_STR("movement");
    uint32_t id = find_actor(find, actor);
    if (id != ENT_NONE) {
        find->infos[id].plural = true;
        find->infos[id].known = find->infos[owner].known;
    }
    return id;
}

/* An unnamed office-holder: a human if there is one. */
static uint32_t office_actor(struct find *find, const struct sentence_info *info,
                             const struct noun *noun, uint32_t owner)
{
    uint32_t actor = find_owned(find, owner, phrase(find, info, noun), NULL);
    uint32_t morph = info->sentence->words[noun->head].morph;
    if (actor != ENT_NONE && (morph & ENT_SING)) {
        find->infos[actor].human = true;
        find->infos[actor].gender = find->lang == 1      ? 0
                                    : (morph & ENT_FEM)  ? 'f'
                                    : (morph & ENT_MASC) ? 'm'
                                                         : 0;
    }
    return actor;
}

/* "le gouvernement Fabius" is France's, in whatever year one writes of it. */
static uint32_t home_of_person(struct find *find, uint32_t actor)
{
    uint32_t person = find->infos[actor].person;
    if (person == ENT_NONE ||
        !ent_str_eq(find->actors[actor].group, find->actors[actor].name))
        return actor;
    uint32_t state = find_actor_of_id(find, find->knowledge->persons[person].country);
    return state == ENT_NONE ? actor : state;
}

uint32_t find_noun_actor(struct find *find, const struct sentence_info *info,
                         const struct noun *noun, uint32_t owner)
{
    const struct entry *entry = noun->entry;
    if (owner == ENT_NONE || noun->former ||
        (entry->type == ENTRY_TITLE && !acts_for_owner(noun)))
        return ENT_NONE;
    if ((info->words[noun->head].cues & CUE(COUNTERPART)) && find->infos[owner].human)
        return ENT_NONE; /* "l'homologue d'Emmanuel Macron" is not his own side */
    if (entry->type == ENTRY_TITLE)
        return office_actor(find, info, noun, owner);
    switch ((enum group_class)entry->detail) {
    case GROUP_NONSTATE:
        return nonstate_actor(find, info, noun, owner);
    case GROUP_DESCRIPTOR: /* "membres de l'UE"; "le géant américain" refers back */
        return ent_str_is(entry->text, "igo") &&
                       ent_str_is(find->actors[owner].kind, "igo")
                   ? owner
                   : ENT_NONE;
    case GROUP_THING:
        return owner;
    default:
        if (entry->detail == GROUP_GOVERNMENT)
            owner = home_of_person(find, owner);
        return find_owned(find, owner, phrase(find, info, noun), NULL);
    }
}
