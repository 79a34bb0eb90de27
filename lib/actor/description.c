/* description.c: definite descriptions without an owner: "le gouvernement", "les rebelles",
 * "l'organisation régionale", "le géant américain", "le président".
 *
 * In this order: the actor that the same noun meant before ("les rebelles" after "les
 * rebelles syriens"); a person of the office named; an actor of the kind that the noun
 * describes; the state that the text is about. */
#include "actor/coref.h"

#include <stdlib.h>

static uint32_t noun_key(const struct coref *coref, const struct noun *noun,
                         struct ent_str *key)
{
    const struct ent_word *word = &coref->info->sentence->words[noun->head];
    *key = word->lemma.size ? word->lemma : word->form;
    return 0;
}

void coref_remember_noun(struct coref *coref, const struct noun *noun, uint32_t actor)
{
    struct ent_str key;
    noun_key(coref, noun, &key);
    uint32_t id = ent_map_add(&coref->nouns, key, NULL);
    if (id == ENT_MAP_NONE || !ent_grow(&coref->noun_actors, &coref->noun_capacity, id,
                                        sizeof *coref->noun_actors)) {
        coref->find->failed = true;
        return;
    }
    coref->noun_actors[id] = actor;
}

uint32_t coref_recall_noun(const struct coref *coref, const struct noun *noun)
{
    struct ent_str key;
    noun_key(coref, noun, &key);
    uint32_t id = ent_map_find(&coref->nouns, key);
    return id == ENT_MAP_NONE ? ENT_NONE : coref->noun_actors[id];
}

/* Determiner of the phrase: cue bits, 0 if there is none. */
static uint32_t determiner(const struct coref *coref, const struct noun *noun, int32_t *word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    *word = 0;
    for (int32_t c = ent_child(sentence, noun->head); c; c = sentence->words[c].next) {
        if (sentence->words[c].rel == ENT_REL_DET || (sentence->words[c].morph & ENT_POSS)) {
            *word = c;
            return sentence->words[c].morph & ENT_INDEF ? 0 : coref->info->words[c].cues;
        }
    }
    int32_t before = noun->first - 1;
    if (before >= 1 && sentence->words[before].upos == ENT_DET) {
        *word = before;
        return coref->info->words[before].cues;
    }
    return 0;
}

static bool is_plural(const struct coref *coref, const struct noun *noun)
{
    return coref->info->sentence->words[noun->head].morph & ENT_PLUR;
}

/* Kinds of actors that a noun of this kind can describe. */
static bool kind_fits(struct ent_str wanted, struct ent_str kind)
{
    static const char *const close[][6] = {
        {"igo", "igo"},
        {"state", "state"},
        {"company", "company", "media", "unknown"},
        {"media", "media", "company", "unknown"},
        {"ngo", "ngo", "unknown", "federation"},
        {"party", "party", "movement"},
        {"movement", "movement", "party", "armed_group"},
        {"armed_group", "armed_group", "movement", "hacker_group"},
        {"hacker_group", "hacker_group", "armed_group"},
        {"union", "union", "federation"},
        {"federation", "federation", "union", "unknown"},
        {"church", "church"},
        {"court", "court"},
        {"agency", "agency"},
    };
    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        if (!ent_str_is(wanted, close[i][0]))
            continue;
        for (size_t k = 1; k < 6 && close[i][k]; k++) {
            if (ent_str_is(kind, close[i][k]))
                return true;
        }
    }
    return false;
}

/* "le groupe" and "l'organisation" are said of anything organised. */
static bool is_generic(const struct coref *coref, const struct noun *noun)
{
    return coref->info->words[noun->head].cues & CUE(GENERIC);
}

struct wish {
    struct ent_str kind;    /* of the descriptor; empty = any */
    struct ent_str country; /* the actor must be of, or empty */
    uint32_t exclude;       /* actor, e.g. the possessor */
    uint32_t word;          /* atom of the noun: actors so named are meant first */
    uint32_t reach;         /* sentences to look back */
    bool generic, human;
};

static struct wish wish_for(struct ent_str kind)
{
    return (struct wish){.kind = kind, .exclude = ENT_NONE, .word = ENT_NONE, .reach = 4};
}

/* Is the word part of a name of the actor ("l'Alliance" of "Alliance atlantique")? */
static bool has_word(const struct find *find, uint32_t actor, uint32_t word)
{
    uint32_t known = find->infos[actor].known;
    return known != ENT_NONE && ent_trie_child(&find->knowledge->words, known + 1, word);
}

static bool is_organised(const struct find *find, uint32_t actor, const struct wish *wish)
{
    struct ent_str kind = find->actors[actor].kind;
    if (wish->country.size && ent_str_is(kind, "igo"))
        return false; /* has no nationality */
    return !find->infos[actor].human && !find->infos[actor].plural &&
           !ent_str_is(kind, "state") &&
           !ent_str_is(kind, "person") && !ent_str_is(kind, "place");
}

/* The actor's own kind: an agency stands under its state's. */
static struct ent_str own_kind(const struct find *find, uint32_t actor)
{
    uint32_t known = find->infos[actor].known;
    if (known != ENT_NONE &&
        ent_str_eq(find->knowledge->actors[known].id, find->actors[actor].name))
        return find->knowledge->actors[known].kind;
    return find->actors[actor].kind;
}

static bool wish_fits(const struct find *find, uint32_t actor, const struct wish *wish)
{
    const struct ent_actor *a = &find->actors[actor];
    if (wish->exclude != ENT_NONE &&
        find->infos[actor].group == find->infos[wish->exclude].group)
        return false;
    if (wish->country.size && a->country.size && !ent_str_eq(a->country, wish->country))
        return false;
    if (wish->human)
        return find->infos[actor].human;
    if (ent_str_is(wish->kind, "state"))
        return ent_str_is(a->kind, "state") && ent_str_eq(a->group, a->name);
    if (find->infos[actor].human)
        return false;
    return kind_fits(wish->kind, own_kind(find, actor)) || (wish->generic && is_organised(find, actor, wish));
}

/* The most salient actor that fits; an exact country counts double. */
static uint32_t best_fitting(const struct coref *coref, const struct wish *wish,
                             float *certainty)
{
    const struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    float best_score = 2, second = 0;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        if (!coref->traces[a].seen || coref->sentence - coref->traces[a].sentence > wish->reach ||
            !wish_fits(find, a, wish))
            continue;
        float score = coref_salience(coref, a) + 4; /* still remembered after decay */
        if (wish->country.size)
            score *= find->actors[a].country.size ? 2 : 0.5f;
        if (wish->word != ENT_NONE && has_word(find, a, wish->word))
            score *= 2;
        if (wish->generic && !kind_fits(wish->kind, find->actors[a].kind))
            score *= 0.7f;
        if (score > best_score) {
            second = best == ENT_NONE ? 0 : best_score;
            best_score = score;
            best = a;
        } else if (score > second) {
            second = score;
        }
    }
    if (best != ENT_NONE)
        *certainty = 0.35f + 0.5f * best_score / (best_score + second);
    return best;
}

/* Does the person hold an office of this kind? Roles are short English words. */
static bool holds_title(const struct find *find, uint32_t actor, enum title_kind kind)
{
    static const char *const roles[TITLE_COUNT] = {
        [TITLE_HEAD_OF_STATE] = "president", [TITLE_HEAD_OF_GOVERNMENT] = "minister",
        [TITLE_MINISTER] = "minister", [TITLE_MONARCH] = "king", [TITLE_LEADER] = "leader",
        [TITLE_SPOKESPERSON] = "spokes", [TITLE_MILITARY] = "chief",
        [TITLE_DIPLOMAT] = "ambassador", [TITLE_EXECUTIVE] = "ceo"};
    uint32_t person = find->infos[actor].person;
    if (person == ENT_NONE || !roles[kind])
        return false;
    const struct office *office =
        ent_person_office(find->knowledge, person, find->document->date, NULL);
    if (!office)
        return false;
    bool prime = ent_str_find(office->role, ENT_STR("prime")) != SIZE_MAX ||
                 ent_str_find(office->role, ENT_STR("chancellor")) != SIZE_MAX;
    if (kind == TITLE_HEAD_OF_GOVERNMENT)
        return prime;
    return !prime && ent_str_find(office->role, ent_str_of(roles[kind])) != SIZE_MAX;
}

/* The person that "le président", "the prime minister" means, of those named so far. */
static uint32_t office_holder(const struct coref *coref, enum title_kind kind)
{
    const struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    float best_score = 0;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        if (!coref->traces[a].seen || !holds_title(find, a, kind))
            continue;
        float score = coref_salience(coref, a) + 1;
        if (score > best_score) {
            best_score = score;
            best = a;
        }
    }
    return best;
}

static bool is_state_title(enum title_kind kind)
{
    return kind != TITLE_LEADER && kind != TITLE_EXECUTIVE && kind != TITLE_RELIGIOUS;
}

/* An actor of a group owned by the salient state, for nouns of state bodies. */
static uint32_t state_body(struct coref *coref, struct noun *noun, float *certainty)
{
    uint32_t state = coref_salient_state(coref, certainty);
    if (state == ENT_NONE)
        return ENT_NONE;
    coref_reserve(coref);
    return find_noun_actor(coref->find, coref->info, noun, state);
}

/* "le directeur", "the chairman": of whatever organisation the text is about. */
static bool is_director(const struct coref *coref, const struct noun *noun)
{
    return coref->info->words[noun->head].cues & CUE(DIRECTOR);
}

/* The organisation that "le PDG", "le patron" leads: not the subject of a clause in which he
 * is spoken of. */
static uint32_t body_of_executive(const struct coref *coref, const struct noun *noun,
                                  float *certainty)
{
    struct wish wish = wish_for(ENT_STR("company"));
    bool blocked;
    uint32_t subject = coref_clause_subject(coref, noun->head, &blocked);
    wish.generic = true;
    if (subject != ENT_NONE && coref->find->mentions[subject].head != noun->head)
        wish.exclude = coref->find->mentions[subject].actor;
    return best_fitting(coref, &wish, certainty);
}

static uint32_t describe_title(struct coref *coref, struct noun *noun, float *certainty)
{
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    if (noun->former || noun->private)
        return ENT_NONE;
    uint32_t before = coref_recall_noun(coref, noun);
    uint32_t holder = office_holder(coref, kind);
    if (holder != ENT_NONE &&
        (before == ENT_NONE || coref_salience(coref, holder) > coref_salience(coref, before))) {
        *certainty = 0.7f;
        return holder;
    }
    if (before != ENT_NONE) {
        *certainty = 0.7f;
        return before;
    }
    if (kind == TITLE_EXECUTIVE || kind == TITLE_LEADER) {
        uint32_t owner = body_of_executive(coref, noun, certainty);
        return find_noun_actor(coref->find, coref->info, noun, owner);
    }
    if (is_director(coref, noun)) {
        uint32_t body = body_of_executive(coref, noun, certainty);
        if (body != ENT_NONE)
            return find_noun_actor(coref->find, coref->info, noun, body);
    }
    return is_state_title(kind) ? state_body(coref, noun, certainty) : ENT_NONE;
}

/* "les rebelles": an armed group or side named before, else a side of the state. */
static uint32_t describe_side(struct coref *coref, struct noun *noun, float *certainty)
{
    const struct entry *descriptor = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    struct wish wish = wish_for(descriptor ? descriptor->text : ENT_STR("armed_group"));
    bool armed = ent_str_is(wish.kind, "armed_group") || ent_str_is(wish.kind, "hacker_group");
    bool people = coref->info->words[noun->head].cues & CUE(CROWD);
    uint32_t best = armed && !people ? best_fitting(coref, &wish, certainty) : ENT_NONE;
    return best != ENT_NONE ? best : state_body(coref, noun, certainty);
}

static uint32_t describe_kind(struct coref *coref, struct noun *noun, uint32_t possessor,
                              float *certainty)
{
    const struct entry *entry = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    if (!entry || is_plural(coref, noun))
        return ENT_NONE;
    struct wish wish = wish_for(entry->text);
    wish.exclude = possessor;
    wish.generic = is_generic(coref, noun);
    wish.word = coref->info->words[noun->head].atom;
    if (noun->origin != ENT_NONE) {
        wish.country = coref->find->actors[noun->origin].group;
        if (ent_str_is(entry->text, "state")) {
            *certainty = 0.8f;
            return noun->origin;
        }
    }
    return best_fitting(coref, &wish, certainty);
}

static uint32_t describe(struct coref *coref, struct noun *noun, uint32_t possessor,
                         float *certainty)
{
    uint32_t before = coref_recall_noun(coref, noun);
    if (noun->entry->type == ENTRY_TITLE)
        return describe_title(coref, noun, certainty);
    if (before != ENT_NONE && noun->origin == ENT_NONE && possessor == ENT_NONE &&
        noun->entry->detail != GROUP_THING) {
        *certainty = 0.75f;
        return before;
    }
    switch ((enum group_class)noun->entry->detail) {
    case GROUP_NONSTATE:
        return describe_side(coref, noun, certainty);
    case GROUP_GOVERNMENT:
    case GROUP_SECURITY:
        return state_body(coref, noun, certainty);
    case GROUP_PEOPLE:
        if (find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR))
            return describe_kind(coref, noun, possessor, certainty);
        return ENT_NONE;
    default:
        return describe_kind(coref, noun, possessor, certainty);
    }
}

static void add_described(struct coref *coref, struct noun *noun, uint32_t actor,
                          float certainty)
{
    struct ent_mention mention = {.sentence = coref->sentence, .first = noun->span_first,
                                  .last = noun->span_last, .head = noun->head,
                                  .actor = actor, .kind = ENT_MENTION_NOMINAL, .known = true,
                                  .certainty = certainty};
    mention.first = find_with_article(coref->info, mention.first);
    noun->actors[0] = actor;
    noun->actor_count = 1;
    coref_add(coref, mention);
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

/* A name in apposition that was not resolved to a group: "Defence Minister Vladimir Padrino"
 * acts for the state that the text is about. */
static void settle_named(struct coref *coref, struct noun *noun)
{
    struct find *find = coref->find;
    if (noun->actor_count == 0 || noun->entry->type != ENTRY_TITLE || noun->former ||
        noun->private)
        return;
    uint32_t actor = noun->actors[0];
    bool own = ent_str_eq(find->actors[actor].group, find->actors[actor].name);
    if (!own || find->infos[actor].person != ENT_NONE || find->infos[actor].known != ENT_NONE)
        return;
    float certainty = 0;
    uint32_t owner = described_owner(coref, noun);
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    if (owner == ENT_NONE && is_director(coref, noun))
        owner = body_of_executive(coref, noun, &certainty);
    if (owner == ENT_NONE && is_state_title(kind))
        owner = coref_salient_state(coref, &certainty);
    if (owner == ENT_NONE && (kind == TITLE_EXECUTIVE || kind == TITLE_LEADER))
        owner = body_of_executive(coref, noun, &certainty);
    if (owner != ENT_NONE && coref_reserve(coref))
        find_join_group(find, actor, owner);
}

void coref_describe(struct coref *coref, struct noun *noun)
{
    int32_t word;
    noun->asked = true;
    if (noun->name) {
        settle_named(coref, noun);
        return;
    }
    if (noun->actor_count || noun->thing || coref_describe_two(coref, noun))
        return;
    uint32_t cues = determiner(coref, noun, &word);
    const struct pronoun *pronoun =
        word && noun->possessive ? coref_pronoun_of(coref, word) : NULL;
    float certainty = 0;
    uint32_t owner = described_owner(coref, noun);
    if (pronoun && owner == ENT_NONE)
        owner = coref_possessor(coref, word, pronoun, &certainty);
    uint32_t actor = ENT_NONE;
    if (owner != ENT_NONE) {
        actor = find_noun_actor(coref->find, coref->info, noun, owner);
        if (actor == ENT_NONE && pronoun)
            actor = describe_kind(coref, noun, owner, &certainty);
        certainty = certainty > 0 ? certainty : 0.65f;
    } else if ((!noun->owned || noun->origin != ENT_NONE) && ((cues & CUE(DEFINITE)) || (!word && noun->bare))) {
        actor = describe(coref, noun, ENT_NONE, &certainty);
    }
    if (actor != ENT_NONE && coref_reserve(coref))
        add_described(coref, noun, actor, certainty);
}
