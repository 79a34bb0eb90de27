/* noun.c: nouns of offices and groups as actors: "le ministre russe", "Syria's army", "le
 * président Macron", "la société Vigilio".
 *
 * A phrase with an owner denotes the owner's group (state bodies and office-holders,
 * peoples) or a non-state side of it ("SYR rebels"). A phrase with a name denotes the
 * named one and tells whom an unknown person acts for. Phrases with neither are left to
 * coreference. */
#include "actor/find.h"

/* Readings of a noun in order of preference once it has an owner. */
static int reading_rank(const struct entry *entry)
{
    static const int groups[GROUP_COUNT] = {
        [GROUP_GOVERNMENT] = 6, [GROUP_SECURITY] = 5, [GROUP_PEOPLE] = 3,
        [GROUP_NONSTATE] = 7,   [GROUP_THING] = 1,    [GROUP_DESCRIPTOR] = 2};
    return entry->type == ENTRY_TITLE ? 4 : groups[entry->detail];
}

const struct entry *find_noun_entry(const struct find *find, const struct noun *noun,
                                    enum group_class class)
{
    for (const struct entry *e = ent_entry_first(find->knowledge, noun->node); e;
         e = ent_entry_next(find->knowledge, e)) {
        if (e->type == ENTRY_GROUP && e->detail == class && (e->lang & find_lang(find)))
            return e;
    }
    return NULL;
}

static const struct entry *best_reading(const struct find *find, const struct noun *noun)
{
    const struct entry *best = noun->entry;
    /* "les entreprises russes" stand for Russia as things do, not as a side of it */
    const struct entry *thing = find_noun_entry(find, noun, GROUP_THING);
    if (thing && find_noun_entry(find, noun, GROUP_NONSTATE))
        return thing;
    for (const struct entry *e = ent_entry_first(find->knowledge, noun->node); e;
         e = ent_entry_next(find->knowledge, e)) {
        if ((e->type == ENTRY_TITLE || e->type == ENTRY_GROUP) &&
            (e->lang & find_lang(find)) && reading_rank(e) > reading_rank(best))
            best = e;
    }
    return best;
}

/* "ancien", "ex-", "candidat": in the phrase or on the words beside it. */
static uint64_t cues_around(const struct sentence_info *info, const struct noun *noun)
{
    uint64_t cues = noun->first > 1 ? info->words[noun->first - 1].cues : 0;
    for (int32_t w = noun->first; w <= noun->last; w++)
        cues |= info->words[w].cues;
    if (noun->first > 2)
        cues |= info->words[noun->first - 2].cues & CUE(FORMER);
    return cues;
}

static bool acts_for_owner(const struct noun *noun)
{
    return !noun->former && !noun->private;
}

/* "Michel Rocard, Premier ministre de 1988 à 1991,": in a text written long after. */
static bool held_long_ago(const struct find *find, uint32_t person)
{
    int distance;
    ent_person_office(find->knowledge, person, find->document->date, &distance);
    return distance >= 15 && distance < 100;
}

/* "l'homme d'affaires libanais", "le chef rebelle congolais": of the country, in nobody's
 * service. */
static bool is_no_servant(const struct find *find, const struct noun *noun,
                          uint32_t owner)
{
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    return (kind == TITLE_EXECUTIVE || kind == TITLE_LEADER) &&
           ent_str_is(find->actors[owner].kind, "state") &&
           ent_str_eq(find->actors[owner].group, find->actors[owner].name);
}

/* An unknown person or organisation takes the owner's group from the title; a known
 * person out of office keeps the own name. */
static uint32_t named_actor(struct find *find, const struct noun *noun,
                            struct name *name, uint32_t owner)
{
    uint32_t actor = name->actor;
    bool title = noun->entry->type == ENTRY_TITLE;
    if (title && name->person != ENT_NONE &&
        (noun->former || (owner != ENT_NONE && held_long_ago(find, name->person))))
        return find_known_person(find, name->person, true);
    if (!title || !acts_for_owner(noun) || owner == ENT_NONE ||
        (noun->entry->detail == TITLE_MEMBER &&
         !ent_str_is(find->actors[owner].kind, "party")) ||
        is_no_servant(find, noun, owner))
        return actor;
    bool own = ent_str_eq(find->actors[actor].group, find->actors[actor].name);
    if (name->type == NAME_UNKNOWN && own) {
        find_join_group(find, actor, owner);
        find->infos[actor].human = true;
    } else if (name->person != ENT_NONE && own &&
               !(find->candidates[name->person] &&
                 ent_str_is(find->actors[owner].kind, "party"))) {
        actor = find_owned(find, owner, find->actors[actor].name, NULL);
    }
    return actor;
}

/* A title or descriptor tells what kind of actor an unknown name is. */
static void guess_kind(struct find *find, const struct noun *noun,
                       const struct name *name)
{
    struct ent_actor *actor = &find->actors[name->actor];
    if (name->type != NAME_UNKNOWN || !ent_str_eq(actor->group, actor->name))
        return;
    if (noun->entry->type == ENTRY_TITLE || ent_str_is(noun->entry->text, "person")) {
        actor->kind = ENT_STR("person");
        find->infos[name->actor].human = true;
    } else if (noun->entry->detail == GROUP_DESCRIPTOR && noun->entry->text.size &&
               !ent_str_is(noun->entry->text, "state")) {
        actor->kind = noun->entry->text;
    }
}

static void resolve_named(struct find *find, struct noun *noun, struct name *name,
                          uint32_t owner, bool attached)
{
    guess_kind(find, noun, name);
    noun->actors[0] = named_actor(find, noun, name, owner);
    noun->actor_count = noun->actors[0] != ENT_NONE;
    if (attached) {
        name->used = true;
        noun->span_first =
            name->first < noun->span_first ? name->first : noun->span_first;
        noun->span_last = name->last > noun->span_last ? name->last : noun->span_last;
    } else {
        name->actor = noun->actors[0];
    }
}

static bool is_possessive(const struct sentence_info *info, const struct noun *noun)
{
    const struct ent_sentence *sentence = info->sentence;
    for (int32_t c = ent_child(sentence, noun->head); c; c = sentence->words[c].next) {
        if (sentence->words[c].morph & ENT_POSS)
            return true;
    }
    return false;
}

/* "le ministre russe de la Défense": the title goes on behind the nationality. */
static void absorb_complement(struct find *find, struct sentence_info *info,
                              struct noun *noun)
{
    const struct trie *trie = &find->knowledge->trie;
    uint32_t node = noun->node;
    int32_t last = noun->span_last;
    if (noun->entry->type != ENTRY_TITLE || last == noun->last ||
        last >= (int32_t)info->sentence->word_count)
        return;
    for (uint32_t a = info->words[last + 1].first_atom; a < info->atom_count; a++) {
        node =
            info->atoms[a] == ENT_NONE ? 0 : ent_trie_child(trie, node, info->atoms[a]);
        if (!node)
            return;
        const struct entry *e = ent_entry_first(find->knowledge, node);
        int32_t w = info->atom_words[a];
        if (!e || e->type != ENTRY_TITLE ||
            (a + 1 < info->atom_count && info->atom_words[a + 1] == w))
            continue;
        for (int32_t k = noun->span_last + 1; k <= w; k++) {
            if (info->words[k].noun)
                info->nouns[info->words[k].noun - 1].dropped = true;
            if (info->words[k].name)
                info->names[info->words[k].name - 1].used = true;
            info->words[k].noun = 0;
        }
        noun->span_last = w;
    }
}

/* The names that told the owner are inside the mention now, unless it denotes another
 * group or only a thing. */
static void swallow(struct find *find, struct sentence_info *info,
                    const struct noun *noun, const struct owners *owners)
{
    if (noun->actor_count == 0 || noun->thing)
        return;
    for (uint32_t i = 0; i < owners->name_count; i++) {
        struct name *name = &info->names[owners->names[i]];
        for (uint32_t k = 0; k < noun->actor_count; k++) {
            if (name->type == NAME_ADJECTIVE || find->infos[name->actor].group ==
                                                    find->infos[noun->actors[k]].group)
                name->used = true;
        }
    }
}

/* "son allié russe", "the Algerian neighbour": the state that the adjective names,
 * whosever ally it is. */
static bool is_named_ally(const struct sentence_info *info, const struct noun *noun,
                          const struct owners *owners)
{
    return owners->count && owners->name_count && noun->entry->type == ENTRY_GROUP &&
           noun->entry->detail == GROUP_DESCRIPTOR &&
           ent_str_is(noun->entry->text, "state") &&
           (info->words[noun->head].cues & CUE(COUNTERPART)) &&
           info->names[owners->names[0]].type == NAME_ADJECTIVE;
}

/* "le député de Trappes": one person, named elsewhere or not, of a party. */
static bool is_local_member(const struct sentence_info *info, const struct noun *noun,
                            const struct owners *owners)
{
    const struct entry *entry =
        owners->name_count ? info->names[owners->names[0]].entry : NULL;
    return noun->entry->type == ENTRY_TITLE && noun->entry->detail == TITLE_MEMBER &&
           entry && entry->type == ENTRY_PLACE &&
           (info->sentence->words[noun->head].morph & ENT_SING);
}

static void resolve_owned(struct find *find, struct sentence_info *info,
                          struct noun *noun, const struct owners *owners)
{
    noun->thing = owners->count && noun->entry->type == ENTRY_GROUP &&
                  noun->entry->detail == GROUP_THING;
    if (is_local_member(info, noun, owners)) {
        info->names[owners->names[0]].place = true;
        return;
    }
    if (is_named_ally(info, noun, owners)) {
        while (noun->actor_count < owners->count) { /* "ses alliés russes et iraniens" */
            noun->actors[noun->actor_count] = owners->actors[noun->actor_count];
            noun->actor_count++;
        }
        return;
    }
    for (uint32_t i = 0; i < owners->count; i++) {
        uint32_t actor = find_noun_actor(find, info, noun, owners->actors[i]);
        if (actor != ENT_NONE)
            noun->actors[noun->actor_count++] = actor;
    }
}

void find_noun_resolve(struct find *find, struct sentence_info *info, struct noun *noun)
{
    if (noun->state != NOUN_NEW || noun->dropped)
        return;
    noun->state = NOUN_BUSY;
    noun->origin = ENT_NONE;
    uint64_t cues = cues_around(info, noun);
    struct owners owners = {0};
    noun->entry = best_reading(find, noun);
    noun->former = cues & CUE(FORMER);
    noun->private = cues & CUE(PRIVATE);
    noun->possessive = is_possessive(info, noun);
    struct name *name = find_noun_direct_name(find, info, noun);
    if (!name || find->lang == 1) {
        find_owners(find, info, noun, &owners);
        absorb_complement(find, info, noun);
    }
    if (!name && (name = find_noun_attached_name(find, info, noun)) &&
        noun->entry->type != ENTRY_TITLE) {
        const struct entry *kind = find_noun_entry(find, noun, GROUP_DESCRIPTOR);
        noun->entry = kind ? kind : noun->entry;
    }
    struct name *apposed = name ? NULL : find_noun_apposed_name(find, info, noun);
    noun->origin = owners.count ? owners.actors[0] : ENT_NONE;
    if (name || apposed) {
        struct name *chosen = name ? name : apposed;
        noun->name = info->words[chosen->first].name;
        resolve_named(find, noun, chosen, noun->origin, name != NULL);
    } else {
        resolve_owned(find, info, noun, &owners);
    }
    swallow(find, info, noun, &owners);
    noun->bare = find->lang == 1 && noun->entry->type == ENTRY_GROUP &&
                 (noun->entry->detail == GROUP_SECURITY ||
                  noun->entry->detail == GROUP_GOVERNMENT);
    noun->state = NOUN_DONE;
}

/* From right to left, so that "le porte-parole du ministère russe" finds its owner ready;
 * English possessives are resolved by recursion. */
void find_nouns(struct find *find, uint32_t sentence)
{
    struct sentence_info *info = &find->sentences[sentence];
    for (uint32_t i = info->noun_count; i-- > 0;)
        find_noun_resolve(find, info, &info->nouns[i]);
}
