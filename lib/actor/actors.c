/* actors.c: the table of a document's actors, and text of words. */
#include "actor/find.h"
#include "actor/words.h"

#include <entente/utf8.h>

uint32_t find_actor(struct find *find, struct ent_actor actor)
{
    struct ent_str key = ent_arena_printf(&find->scratch, "%.*s\t%.*s",
                                          ENT_FMT(actor.group), ENT_FMT(actor.name));
    bool added = false;
    uint32_t id = ENT_MAP_NONE;
    if (key.data)
        id = ent_map_add(&find->actor_keys, ent_utf8_fold(&find->scratch, key), &added);
    if (id == ENT_MAP_NONE) {
        find->failed = true;
        return ENT_NONE;
    }
    if (!added)
        return id;
    if (!ent_grow(&find->actors, &find->actor_capacity, find->actor_count,
                  sizeof *find->actors) ||
        !ent_grow(&find->infos, &find->info_capacity, find->actor_count,
                  sizeof *find->infos)) {
        find->failed = true;
        return ENT_NONE;
    }
    uint32_t group = ent_map_add(&find->groups, actor.group, NULL);
    if (group == ENT_MAP_NONE) {
        find->failed = true;
        return ENT_NONE;
    }
    find->infos[find->actor_count] =
        (struct actor_info){.group = group, .known = ENT_NONE, .person = ENT_NONE};
    find->actors[find->actor_count++] = actor;
    return id;
}

uint32_t find_known_actor(struct find *find, uint32_t known)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct known_actor *self = &knowledge->actors[known];
    const struct known_actor *group = &knowledge->actors[self->group];
    struct ent_actor actor = {.group = group->id, .name = self->id};
    actor.kind = group->kind.size ? group->kind : ENT_STR("unknown");
    actor.country = group->country;
    uint32_t id = find_actor(find, actor);
    if (id != ENT_NONE)
        find->infos[id].known = known;
    return id;
}

uint32_t find_actor_of_id(struct find *find, struct ent_str id)
{
    uint32_t known = ent_map_find(&find->knowledge->ids, id);
    return known == ENT_MAP_NONE ? ENT_NONE : find_known_actor(find, known);
}

uint32_t find_known_person(struct find *find, uint32_t person, bool former)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct known_person *p = &knowledge->persons[person];
    const struct office *office =
        ent_person_office(knowledge, person, find->document->date, NULL);
    struct ent_actor actor = {.group = p->name,
                              .name = p->name,
                              .kind = ENT_STR("person"),
                              .country = p->country};
    bool partisan = office && find->candidates[person] &&
                    ent_str_is(knowledge->actors[office->actor].kind, "party");
    bool member = office && ent_str_is(office->role, "lawmaker"); /* speaks for himself */
    if (office && !former && !partisan && !member) {
        const struct known_actor *self = &knowledge->actors[office->actor];
        const struct known_actor *group = &knowledge->actors[self->group];
        actor.group = group->id;
        actor.kind = group->kind.size ? group->kind : ENT_STR("unknown");
        actor.country = group->country;
    }
    uint32_t id = find_actor(find, actor);
    if (id != ENT_NONE) {
        find->infos[id].person = person;
        find->infos[id].gender = (uint8_t)p->gender;
        find->infos[id].human = true;
    }
    return id;
}

void find_join_group(struct find *find, uint32_t actor, uint32_t owner)
{
    find->actors[actor].group = find->actors[owner].group;
    find->actors[actor].country = find->actors[owner].country;
    find->actors[actor].kind = find->actors[owner].kind;
    find->infos[actor].group = find->infos[owner].group;
}

uint32_t find_owned(struct find *find, uint32_t owner, struct ent_str name,
                    const char *kind)
{
    if (owner == ENT_NONE)
        return ENT_NONE;
    struct ent_actor actor = find->actors[owner];
    uint32_t known = find->infos[owner].known;
    actor.name = name;
    if (kind)
        actor.kind = ent_str_of(kind);
    uint32_t id = find_actor(find, actor);
    if (id != ENT_NONE && known != ENT_NONE)
        find->infos[id].known = find->knowledge->actors[known].group;
    return id;
}

uint32_t find_mention(struct find *find, struct ent_mention mention)
{
    if (!ent_grow(&find->mentions, &find->mention_capacity, find->mention_count,
                  sizeof mention) ||
        !ent_grow(&find->mention_infos, &find->mention_info_capacity, find->mention_count,
                  sizeof *find->mention_infos)) {
        find->failed = true;
        return ENT_NONE;
    }
    find->mention_infos[find->mention_count] = (struct mention_info){0};
    find->mentions[find->mention_count] = mention;
    return find->mention_count++;
}

struct ent_str find_text(struct find *find, const struct ent_sentence *sentence,
                         int32_t first, int32_t last)
{
    struct ent_str text = ent_words_text(&find->document->arena, sentence, first, last);
    find->failed |= !text.data;
    return text;
}

int32_t find_head(const struct ent_sentence *sentence, int32_t first, int32_t last)
{
    int32_t fallback = last;
    for (int32_t w = first; w <= last; w++) {
        const struct ent_word *word = &sentence->words[w];
        if (word->head >= first && word->head <= last)
            continue;
        if (word->upos == ENT_ADP || word->upos == ENT_DET || word->upos == ENT_PUNCT ||
            word->upos == ENT_CCONJ) {
            fallback = w;
            continue;
        }
        return w;
    }
    return fallback;
}

int32_t find_with_article(const struct sentence_info *info, int32_t first)
{
    while (first > 1 && info->sentence->words[first - 1].upos == ENT_DET &&
           !info->words[first - 1].name)
        first--;
    return first;
}
