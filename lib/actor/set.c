/* set.c: actors that were named together: "la CFDT, la CGT et FO", "les deux pays",
 * "France signed with Italy". The newest are kept. */
#include "actor/coref.h"

const struct party_set *coref_set(const struct coref *coref, uint32_t age)
{
    return age < coref->set_count && age < SETS
               ? &coref->sets[(coref->set_count - 1 - age) % SETS]
               : NULL;
}

static void add_member(const struct coref *coref, struct party_set *set, uint32_t actor)
{
    if (set->count < sizeof set->actors / sizeof *set->actors)
        set->actors[set->count++] = actor;
    if (actor < coref->trace_capacity)
        set->genders |= coref->traces[actor].genders;
}

static bool is_member(const struct party_set *set, uint32_t actor)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->actors[i] == actor)
            return true;
    }
    return false;
}

struct party_set *coref_push_set(struct coref *coref, const uint32_t *actors,
                                 uint32_t count, int32_t head)
{
    struct party_set *set = &coref->sets[coref->set_count++ % SETS];
    *set = (struct party_set){.sentence = coref->sentence,
                              .head = head,
                              .role = ent_role_of(coref->info->sentence, head)};
    for (uint32_t i = 0; i < count; i++)
        add_member(coref, set, actors[i]);
    return set;
}

/* The set that was made last if it is of this sentence and word, or NULL. */
static struct party_set *newest_at(struct coref *coref, int32_t head)
{
    struct party_set *set = &coref->sets[(coref->set_count - 1) % SETS];
    return coref->set_count && set->sentence == coref->sentence && set->head == head
               ? set
               : NULL;
}

/* "France signed an accord with Italy. The two ...": two that act with one another. */
static void note_partners(struct coref *coref, const struct ent_mention *mention)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t prep = ent_child_by_rel(sentence, mention->head, ENT_REL_CASE);
    int32_t at = sentence->words[mention->head].head;
    if (coref->find->lang != 1 || mention->place || mention->kind > ENT_MENTION_NOMINAL ||
        !prep || !ent_str_is(sentence->words[prep].form, "with"))
        return;
    for (int limit = 4; at > 0 && limit; limit--, at = sentence->words[at].head) {
        int32_t subject = ent_child_by_rel(sentence, at, ENT_REL_NSUBJ);
        uint32_t m = subject ? coref_mention_at(coref, subject) : ENT_NONE;
        if (m == ENT_NONE && subject)
            return;
        if (m == ENT_NONE)
            continue;
        uint32_t pair[2] = {coref->find->mentions[m].actor, mention->actor};
        if (pair[0] != pair[1] && !coref->find->mentions[m].place)
            coref_push_set(coref, pair, 2, mention->head)->loose = true;
        return;
    }
}

/* A conjunct joins the set of the word that it is joined to. */
static void note_conjunct(struct coref *coref, const struct ent_mention *mention)
{
    int32_t governor = coref->info->sentence->words[mention->head].head;
    uint32_t first = coref_mention_at(coref, governor);
    const struct ent_mention *other =
        first == ENT_NONE ? NULL : &coref->find->mentions[first];
    if (!other || other->place || mention->place)
        return;
    struct party_set *set = newest_at(coref, governor);
    if (!set)
        set = coref_push_set(coref, &other->actor, 1, governor);
    if (!is_member(set, mention->actor))
        add_member(coref, set, mention->actor);
}

void coref_note_set(struct coref *coref, const struct ent_mention *mention)
{
    if (coref->info->sentence->words[mention->head].rel == ENT_REL_CONJ)
        note_conjunct(coref, mention);
    else
        note_partners(coref, mention);
}

/* "Les deux pays": the number is of the phrase, not of each actor. */
bool coref_is_shared(const struct coref *coref, const struct ent_mention *mention)
{
    const struct party_set *set = coref_set(coref, 0);
    return set && set->sentence == coref->sentence && set->head == mention->head &&
           coref->info->sentence->words[mention->head].rel != ENT_REL_CONJ &&
           (mention->kind == ENT_MENTION_NOMINAL || mention->kind == ENT_MENTION_PRONOUN);
}

const struct party_set *coref_best_set(const struct coref *coref,
                                       const struct demand *demand)
{
    const struct party_set *set;
    for (uint32_t age = 0; (set = coref_set(coref, age)); age++) {
        if (coref->sentence - set->sentence <= demand->reach && set->count >= 2 &&
            !set->loose && !(demand->gender == 2 && set->genders == 1))
            return set;
    }
    return NULL;
}
