/* office.c: "le président", "the minister", "le PDG" without a name or an owner. */
#include "actor/coref.h"

static const float holder_share = 60; /* what the share of the document may weigh */

/* Does the person hold an office of this kind? Roles are short English words. */
static bool holds_title(const struct coref *coref, uint32_t actor, enum title_kind kind)
{
    const struct find *find = coref->find;
    if (find->infos[actor].human && (coref->traces[actor].titles & (1u << kind)))
        return true;
    static const char *const roles[TITLE_COUNT] = {[TITLE_HEAD_OF_STATE] = "president",
                                                   [TITLE_HEAD_OF_GOVERNMENT] =
                                                       "minister",
                                                   [TITLE_MINISTER] = "minister",
                                                   [TITLE_MONARCH] = "king",
                                                   [TITLE_LEADER] = "leader",
                                                   [TITLE_SPOKESPERSON] = "spokes",
                                                   [TITLE_MILITARY] = "chief",
                                                   [TITLE_DIPLOMAT] = "ambassador",
                                                   [TITLE_EXECUTIVE] = "ceo"};
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
        if (!coref->traces[a].seen || !holds_title(coref, a, kind))
            continue;
        uint32_t group = find->infos[a].group;
        float share = group < coref->group_count
                          ? coref->group_weights[group] / (coref->total_weight + 1)
                          : 0;
        float score = coref_salience(coref, a) + holder_share * share + 1;
        if (score > best_score) {
            best_score = score;
            best = a;
        }
    }
    return best;
}

bool coref_is_state_title(enum title_kind kind)
{
    return kind != TITLE_LEADER && kind != TITLE_EXECUTIVE && kind != TITLE_RELIGIOUS;
}

/* An actor of a group owned by the salient state, for nouns of state bodies. */
uint32_t coref_state_body(struct coref *coref, struct noun *noun, float *certainty)
{
    /* The capital of a first word counts, too: "Police said" is of the state just spoken
     * of as "the Foreign Ministry" is; "the army" rather of that of the whole text. */
    bool named = coref->info->words[noun->head].shape & SHAPE_UPPER;
    uint32_t state = coref_salient_state(coref, named, certainty);
    if (state == ENT_NONE)
        return ENT_NONE;
    coref_reserve(coref);
    return find_noun_actor(coref->find, coref->info, noun, state);
}

/* "le directeur", "the chairman": of whatever organisation the text is about. */
bool coref_is_director(const struct coref *coref, const struct noun *noun)
{
    return coref->info->words[noun->head].cues & CUE(DIRECTOR);
}

/* The organisation that "le PDG", "le patron" leads: not the subject of a clause in which
 * he is spoken of. */
uint32_t coref_body_of_executive(const struct coref *coref, const struct noun *noun,
                                  float *certainty)
{
    struct wish wish = coref_wish(ENT_STR("company"));
    bool blocked;
    uint32_t subject = coref_clause_subject(coref, noun->head, &blocked);
    wish.generic = true;
    wish.civil = !noun->possessive;
    if (subject != ENT_NONE && coref->find->mentions[subject].head != noun->head)
        wish.exclude = coref->find->mentions[subject].actor;
    return coref_best_fitting(coref, &wish, certainty);
}

/* "la direction": of a company or an institution, before any other body. */
uint32_t coref_body_of_management(const struct coref *coref, const struct noun *noun,
                                  float *certainty)
{
    static const char *const kinds[] = {"company", "institution"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct wish wish = coref_wish(ent_str_of(kinds[i]));
        wish.reach = 8;
        coref_exclude_clause(coref, &wish.clause, noun->head);
        uint32_t body = coref_best_fitting(coref, &wish, certainty);
        if (body != ENT_NONE)
            return body;
    }
    return ENT_NONE;
}

uint32_t coref_describe_title(struct coref *coref, struct noun *noun, float *certainty)
{
    enum title_kind kind = (enum title_kind)noun->entry->detail;
    bool leaders = kind == TITLE_LEADER &&
                   (coref->info->sentence->words[noun->head].morph & ENT_PLUR);
    if (noun->former || noun->private ||
        (leaders && coref_recall_noun(coref, noun) == ENT_NONE))
        return ENT_NONE;
    uint32_t before = coref_recall_noun(coref, noun);
    bool plural = coref->info->sentence->words[noun->head].morph & ENT_PLUR;
    if (plural && before != ENT_NONE && coref->find->infos[before].human)
        before = ENT_NONE;
    uint32_t holder = plural ? ENT_NONE : office_holder(coref, kind);
    if (holder != ENT_NONE && (before == ENT_NONE || coref_salience(coref, holder) >
                                                         coref_salience(coref, before))) {
        *certainty = 0.7f;
        return holder;
    }
    if (before != ENT_NONE) {
        *certainty = 0.7f;
        return before;
    }
    if (kind == TITLE_EXECUTIVE || kind == TITLE_LEADER) {
        uint32_t owner = coref_body_of_executive(coref, noun, certainty);
        return find_noun_actor(coref->find, coref->info, noun, owner);
    }
    if (coref_is_director(coref, noun)) {
        uint32_t body = coref_body_of_executive(coref, noun, certainty);
        if (body != ENT_NONE)
            return find_noun_actor(coref->find, coref->info, noun, body);
    }
    if (kind == TITLE_MEMBER && !plural)
        return ENT_NONE;
    return coref_is_state_title(kind) ? coref_state_body(coref, noun, certainty)
                                      : ENT_NONE;
}
