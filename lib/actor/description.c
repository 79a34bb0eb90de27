/* description.c: definite descriptions without an owner: "le gouvernement", "les
 * rebelles", "l'organisation régionale", "le géant américain", "le président".
 *
 * In this order: the actor that the same noun meant before ("les rebelles" after "les
 * rebelles syriens"); a person of the office named; an actor of the kind that the noun
 * describes; the state that the text is about. */
#include "actor/coref.h"

#include <stdlib.h>

/* A phrase of several words refers back only as a whole: "le président du Sénat" is not
 * the president named before. `whole`: the phrase, else the head's lemma. */
static struct ent_str noun_key(const struct coref *coref, const struct noun *noun,
                               bool whole)
{
    const struct ent_word *word = &coref->info->sentence->words[noun->head];
    if (whole && noun->last > noun->first)
        return ent_arena_printf(&coref->find->scratch, "#%u", noun->node);
    return word->lemma.size ? word->lemma : word->form;
}

static void remember_key(struct coref *coref, struct ent_str key, uint32_t actor)
{
    uint32_t id = ent_map_add(&coref->nouns, key, NULL);
    if (id == ENT_MAP_NONE || !ent_grow(&coref->noun_actors, &coref->noun_capacity, id,
                                        sizeof *coref->noun_actors)) {
        coref->find->failed = true;
        return;
    }
    coref->noun_actors[id] = actor;
}

void coref_remember_noun(struct coref *coref, const struct noun *noun, uint32_t actor)
{
    remember_key(coref, noun_key(coref, noun, false), actor);
    if (noun->last > noun->first)
        remember_key(coref, noun_key(coref, noun, true), actor);
}

uint32_t coref_recall_noun(const struct coref *coref, const struct noun *noun)
{
    uint32_t id = ent_map_find(&coref->nouns, noun_key(coref, noun, true));
    return id == ENT_MAP_NONE ? ENT_NONE : coref->noun_actors[id];
}

static bool is_plural(const struct coref *coref, const struct noun *noun)
{
    return coref->info->sentence->words[noun->head].morph & ENT_PLUR;
}

/* "the four states": more than two, whom coref_collective did not find. */
static bool is_counted(const struct coref *coref, const struct noun *noun)
{
    int32_t number = ent_child_by_rel(coref->info->sentence, noun->head, ENT_REL_NUMMOD);
    return number && number < noun->head && is_plural(coref, noun);
}

/* "son pays": the state that the owner acts for. */
static uint32_t homeland(struct coref *coref, const struct noun *noun, uint32_t owner)
{
    struct find *find = coref->find;
    if (!(coref->info->words[noun->head].cues & CUE(HOMELAND)) ||
        !ent_str_is(find->actors[owner].kind, "state"))
        return ENT_NONE;
    return find_actor_of_id(find, find->actors[owner].group);
}

/* "Igor Ivanov, dont le pays ...": of whom the relative pronoun stands for. */
static uint32_t relative_homeland(struct coref *coref, const struct noun *noun)
{
    const struct find *find = coref->find;
    int32_t before = find_with_article(coref->info, noun->span_first) - 1;
    for (uint32_t m = coref->first_mention; before >= 1 && m < find->mention_count; m++) {
        if (find->mentions[m].head == before &&
            find->mentions[m].kind == ENT_MENTION_PRONOUN && coref->find->lang == 0)
            return homeland(coref, noun, find->mentions[m].actor);
    }
    return ENT_NONE;
}

/* "le royaume" is a state, "la direction" a company's, "la cour" the one named before;
 * otherwise a body of the state that the text is about. */
static uint32_t describe_body(struct coref *coref, struct noun *noun, uint32_t possessor,
                              float *certainty)
{
    const struct entry *kind = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    uint32_t actor = ENT_NONE;
    if (noun->first == noun->last && noun->entry->detail == GROUP_GOVERNMENT)
        actor = coref_by_headword(coref, noun->head);
    if (actor != ENT_NONE)
        return actor;
    if (coref->info->words[noun->head].cues & CUE(MANAGEMENT))
        return coref_body_of_management(coref, noun, certainty);
    if (kind && ent_str_is(kind->text, "state") &&
        !(coref->info->words[noun->head].cues & CUE(LOCAL)) &&
        coref_is_form(coref, coref->info->words[noun->head].atom))
        actor = coref_describe_kind(coref, noun, possessor, certainty);
    return actor != ENT_NONE ? actor : coref_state_body(coref, noun, certainty);
}

/* Ministers and ministries, the police and the army are of the state in which they are
 * told of. */
static bool is_of_scene(const struct noun *noun)
{
    if (noun->entry->type == ENTRY_TITLE)
        return coref_is_state_title((enum title_kind)noun->entry->detail) &&
               !noun->former && !noun->private;
    return noun->entry->type == ENTRY_GROUP && noun->origin == ENT_NONE &&
           (noun->entry->detail == GROUP_GOVERNMENT ||
            noun->entry->detail == GROUP_SECURITY);
}

/* "Le groupe se bat ...": the subject of title and sentences before, if it fits, not who
 * was called so in passing ("ses liens avec le groupe Al-Qaida"). */
static uint32_t topic_instead(struct coref *coref, struct noun *noun, uint32_t before,
                              float *certainty)
{
    enum { NEAR = 2 };
    if (!coref_reserve(coref) || coref->traces[before].topic)
        return ENT_NONE;
    uint32_t best = coref_describe_kind(coref, noun, ENT_NONE, certainty);
    if (best == ENT_NONE || best == before || !coref_reserve(coref))
        return ENT_NONE;
    uint32_t last = coref->traces[best].topic;
    bool near = last && coref->sentence + 1 - last <= NEAR;
    return near && coref->traces[best].titled ? best : ENT_NONE;
}

static uint32_t describe(struct coref *coref, struct noun *noun, uint32_t possessor,
                         float *certainty)
{
    uint32_t apposed = coref_describe_apposed(coref, noun, certainty);
    if (apposed != ENT_NONE)
        return apposed;
    if ((apposed = relative_homeland(coref, noun)) != ENT_NONE)
        return apposed;
    if (noun->entry->detail == GROUP_GOVERNMENT && noun->entry->type == ENTRY_GROUP &&
        is_counted(coref, noun))
        return ENT_NONE;
    uint32_t scene = is_of_scene(noun) ? coref_scene_state(coref, noun) : ENT_NONE;
    if (scene != ENT_NONE && coref_reserve(coref)) {
        *certainty = 0.75f;
        return find_noun_actor(coref->find, coref->info, noun, scene);
    }
    uint32_t before = coref_recall_noun(coref, noun);
    if (noun->entry->type == ENTRY_TITLE)
        return coref_describe_title(coref, noun, certainty);
    if (before != ENT_NONE && noun->origin == ENT_NONE && possessor == ENT_NONE &&
        noun->entry->detail != GROUP_THING) {
        uint32_t topic = topic_instead(coref, noun, before, certainty);
        if (topic != ENT_NONE)
            return topic;
        *certainty = 0.75f;
        return before;
    }
    /* "l'Agence": its capital says that it is short for a name */
    uint8_t shape = coref->info->words[noun->head].shape;
    uint32_t named = noun->first == noun->last && (shape & SHAPE_UPPER)
                         ? coref_by_headword(coref, noun->head)
                         : ENT_NONE;
    if (named != ENT_NONE)
        return named;
    switch ((enum group_class)noun->entry->detail) {
    case GROUP_NONSTATE:
        return coref_describe_side(coref, noun, certainty);
    case GROUP_GOVERNMENT:
    case GROUP_SECURITY:
        return describe_body(coref, noun, possessor, certainty);
    case GROUP_PEOPLE:
        if (find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR))
            return coref_describe_kind(coref, noun, possessor, certainty);
        return ENT_NONE;
    default:
        return coref_describe_kind(coref, noun, possessor, certainty);
    }
}

/* The kind of actor that the singular of the noun describes ("syndicats" of
 * "syndicat"). */
static struct ent_str singular_kind(const struct coref *coref, const struct noun *noun)
{
    const struct ent_knowledge *knowledge = coref->find->knowledge;
    uint32_t lemma = coref->info->words[noun->head].lemma;
    uint32_t node = lemma == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, lemma);
    if (!node)
        node = noun->node;
    struct noun singular = {.node = node};
    const struct entry *entry = find_noun_entry(coref->find, &singular, GROUP_DESCRIPTOR);
    return entry ? entry->text : (struct ent_str){0};
}

/* "les pays baltes" are not just the countries named before. */
static bool is_modified(const struct coref *coref, const struct noun *noun)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    return ent_child_by_rel(sentence, noun->head, ENT_REL_AMOD) ||
           ent_child_by_rel(sentence, noun->head, ENT_REL_NMOD) ||
           ent_child_by_rel(sentence, noun->head, ENT_REL_ACL);
}

/* "les syndicats", "the companies" after "la CFDT, la CGT et FO": all of a
 * coordination. */
static bool describe_set(struct coref *coref, struct noun *noun)
{
    struct find *find = coref->find;
    int32_t word;
    if (noun->entry->type != ENTRY_GROUP || !is_plural(coref, noun) || noun->owned ||
        !(coref_determiner(coref, noun, &word) & CUE(DEFINITE)) ||
        is_modified(coref, noun))
        return false;
    struct ent_str kind = singular_kind(coref, noun);
    struct demand demand = {.reach = 4};
    const struct party_set *set = kind.size ? coref_best_set(coref, &demand) : NULL;
    for (uint32_t i = 0; set && i < set->count; i++) {
        if (!coref_kind_fits(kind, coref_own_kind(find, set->actors[i])) ||
            find->infos[set->actors[i]].human)
            return false;
    }
    struct party_set members = set ? *set : (struct party_set){0};
    if (members.count)
        coref_push_set(coref, members.actors, members.count, noun->head);
    for (uint32_t i = 0; i < members.count; i++) {
        struct ent_mention mention = {
            .sentence = coref->sentence, .head = noun->head, .last = noun->span_last,
            .first = find_with_article(coref->info, noun->span_first), .certainty = 0.6f,
            .actor = members.actors[i], .kind = ENT_MENTION_NOMINAL, .known = true};
        coref_add(coref, mention);
    }
    return members.count > 0;
}

static void add_described(struct coref *coref, struct noun *noun, uint32_t actor,
                          float certainty)
{
    struct ent_mention mention = {.sentence = coref->sentence,
                                  .first = noun->span_first,
                                  .last = noun->span_last,
                                  .head = noun->head,
                                  .actor = actor,
                                  .kind = ENT_MENTION_NOMINAL,
                                  .known = true,
                                  .certainty = certainty};
    mention.first = find_with_article(coref->info, mention.first);
    mention.thing = noun->thing;
    mention.place = coref_is_located(coref, noun, actor);
    noun->actors[0] = actor;
    noun->actor_count = 1;
    coref_add(coref, mention);
    if (!noun->thing)
        coref_remember_noun(coref, noun, actor);
}

/* The owner named by another noun of the sentence that had to be described first: "le
 * porte-parole du gouvernement". */
static uint32_t described_owner(struct coref *coref, struct noun *noun)
{
    if (!noun->owner_noun)
        return ENT_NONE;
    struct noun *owner = &coref->info->nouns[noun->owner_noun - 1];
    if (owner->actor_count == 0 && owner != noun && !owner->asked)
        coref_describe(coref, owner);
    return owner->actor_count ? owner->actors[0] : ENT_NONE;
}

/* "spokesman for the China Coast Guard": the owner named behind the title. */
static uint32_t named_owner(const struct coref *coref, const struct noun *noun)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t c = ent_child(sentence, noun->head); c; c = sentence->words[c].next) {
        uint32_t m = c > noun->head && sentence->words[c].rel == ENT_REL_NMOD
                         ? coref_mention_at(coref, c)
                         : ENT_NONE;
        int32_t prep = m == ENT_NONE ? 0 : ent_child_by_rel(sentence, c, ENT_REL_CASE);
        if (prep && coref->find->lang == 1 && !coref->find->mentions[m].place &&
            (ent_str_is(sentence->words[prep].form, "for") ||
             ent_str_is(sentence->words[prep].form, "of")))
            return coref->find->mentions[m].actor;
    }
    return ENT_NONE;
}

/* "Jeremy Hunt, the health secretary": an office of his state that no record has. */
static void join_home(struct coref *coref, const struct noun *noun, uint32_t actor)
{
    struct find *find = coref->find;
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    bool office = kind == TITLE_HEAD_OF_STATE || kind == TITLE_HEAD_OF_GOVERNMENT ||
                  kind == TITLE_MINISTER || kind == TITLE_DIPLOMAT;
    if (find->lang != 1 || !office)
        return;
    uint32_t state = find_actor_of_id(find, find->actors[actor].country);
    if (state != ENT_NONE && coref_reserve(coref))
        find_join_group(find, actor, state);
}

/* A name in apposition that was not resolved to a group: "Defence Minister Vladimir
 * Padrino" acts for the state that the text is about. */
static void settle_named(struct coref *coref, struct noun *noun)
{
    struct find *find = coref->find;
    if (noun->actor_count == 0 || noun->entry->type != ENTRY_TITLE || noun->former ||
        noun->private || noun->entry->detail == TITLE_MEMBER)
        return;
    uint32_t actor = noun->actors[0];
    bool own = ent_str_eq(find->actors[actor].group, find->actors[actor].name);
    if (!own || find->infos[actor].known != ENT_NONE)
        return;
    if (find->infos[actor].person != ENT_NONE) {
        join_home(coref, noun, actor);
        return;
    }
    float certainty = 0;
    uint32_t owner = described_owner(coref, noun);
    if (owner == ENT_NONE)
        owner = named_owner(coref, noun);
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    if (noun->possessive && coref_is_counterpart(coref, noun)) { /* not the owner's */
        owner = coref_state_of_place(coref);
        if (owner != ENT_NONE && coref_reserve(coref))
            find_join_group(find, actor, owner);
        return;
    }
    if (owner == ENT_NONE && coref_is_director(coref, noun))
        owner = coref_body_of_executive(coref, noun, &certainty);
    if (owner == ENT_NONE && coref_is_state_title(kind))
        owner = coref_scene_state(coref, noun);
    if (owner == ENT_NONE && coref_is_state_title(kind))
        owner = coref_salient_state(coref, !coref_has_other_complement(coref, noun),
                                    &certainty);
    if (owner == ENT_NONE && noun->origin == ENT_NONE &&
        (kind == TITLE_EXECUTIVE || kind == TITLE_LEADER))
        owner = coref_body_of_executive(coref, noun, &certainty);
    if (owner != ENT_NONE && coref_reserve(coref))
        find_join_group(find, actor, owner);
}

/* What "son ..." means when `owner` is the possessor. */
static uint32_t possessed(struct coref *coref, struct noun *noun, uint32_t owner,
                          float *certainty)
{
    if (coref_is_counterpart(coref, noun)) {
        struct demand clause = {0};
        coref_exclude_clause(coref, &clause, noun->head);
        coref_exclude_owners(coref, noun, &clause);
        return coref_counterpart(coref, noun, owner, &clause, certainty);
    }
    uint32_t actor = find_noun_actor(coref->find, coref->info, noun, owner);
    if (actor == ENT_NONE)
        actor = homeland(coref, noun, owner);
    return actor != ENT_NONE ? actor : coref_describe_kind(coref, noun, owner, certainty);
}

/* The owners that the possessive before the noun was resolved to ("leurs citoyens" has
 * several); the phrase is one mention for each. */
static bool describe_possessed(struct coref *coref, struct noun *noun, int32_t word)
{
    const struct find *find = coref->find;
    uint32_t owners[4], count = 0;
    float certainty = 0.65f;
    for (uint32_t m = coref->first_mention; m < find->mention_count && count < 4; m++) {
        const struct ent_mention *mention = &find->mentions[m];
        if (mention->head != word || mention->kind != ENT_MENTION_POSSESSIVE)
            continue;
        owners[count++] = mention->actor;
        certainty = mention->certainty;
    }
    noun->thing = noun->entry->type == ENTRY_GROUP &&
                  noun->entry->detail == GROUP_THING &&
                  !find_noun_entry(find, noun, GROUP_DESCRIPTOR);
    uint32_t named[4];
    uint32_t several = coref_counterparts_of(coref, noun, named, 4);
    for (uint32_t i = 0; i < several; i++)
        add_described(coref, noun, named[i], certainty);
    for (uint32_t i = 0; !several && i < count; i++) {
        uint32_t actor = possessed(coref, noun, owners[i], &certainty);
        if (actor != ENT_NONE && coref_reserve(coref))
            add_described(coref, noun, actor, certainty);
    }
    return count > 0;
}

void coref_describe(struct coref *coref, struct noun *noun)
{
    int32_t word;
    float certainty = 0.65f;
    uint32_t actor = ENT_NONE;
    noun->asked = true;
    if (noun->name) {
        settle_named(coref, noun);
        return;
    }
    if (noun->actor_count || noun->thing || coref_describe_two(coref, noun) ||
        coref_collective(coref, noun->head) ||
        describe_set(coref, noun) || coref_names_place(coref, noun))
        return;
    coref_determiner(coref, noun, &word);
    uint32_t owner = described_owner(coref, noun);
    noun->thing = owner != ENT_NONE && noun->entry->type == ENTRY_GROUP &&
                  noun->entry->detail == GROUP_THING;
    if (owner != ENT_NONE)
        actor = find_noun_actor(coref->find, coref->info, noun, owner);
    else if (word && noun->possessive && describe_possessed(coref, noun, word))
        return;
    else if ((!noun->owned || noun->origin != ENT_NONE) &&
             !coref_has_other_complement(coref, noun) && coref_is_definite(coref, noun))
        actor = describe(coref, noun, ENT_NONE, &certainty);
    if (actor != ENT_NONE && coref_reserve(coref))
        add_described(coref, noun, actor, certainty);
}
