/* counterpart.c: people and states that are named from another's side: "son homologue",
 * "leur voisin", "its ally". They are never the one whose they are. */
#include "actor/coref.h"

bool coref_is_counterpart(const struct coref *coref, const struct noun *noun)
{
    return coref->info->words[noun->head].cues & CUE(COUNTERPART);
}

/* "son allié, la Russie,", "Moscow, its ally,": the name in apposition. */
static uint32_t apposed(const struct coref *coref, const struct noun *noun,
                        uint32_t owner)
{
    const struct find *find = coref->find;
    const struct ent_word *words = coref->info->sentence->words;
    for (uint32_t m = coref->first_mention; m < find->mention_count; m++) {
        const struct ent_mention *mention = &find->mentions[m];
        int32_t head = mention->head;
        bool after = words[head].rel == ENT_REL_APPOS && words[head].head == noun->head;
        bool before = words[noun->head].rel == ENT_REL_APPOS &&
                      words[noun->head].head == head;
        bool behind = find->lang == 0 && noun->possessive && noun->first > 3 &&
                      mention->kind == ENT_MENTION_NAME &&
                      mention->last == noun->first - 3 &&
                      ent_str_is(words[noun->first - 2].form, ",");
        if ((after || before || behind) && mention->kind <= ENT_MENTION_NOMINAL &&
            find->infos[mention->actor].group != find->infos[owner].group)
            return mention->actor;
    }
    return ENT_NONE;
}

/* "his colleagues in Bangkok and Phnom Penh": the states whose capitals these are. */
uint32_t coref_counterparts_of(const struct coref *coref, const struct noun *noun,
                               uint32_t *actors, uint32_t room)
{
    const struct find *find = coref->find;
    const struct ent_sentence *sentence = coref->info->sentence;
    uint32_t count = 0;
    if (!(sentence->words[noun->head].morph & ENT_PLUR) ||
        !coref_is_counterpart(coref, noun))
        return 0;
    for (uint32_t m = coref->first_mention; m < find->mention_count && count < room;
         m++) {
        int32_t at = find->mentions[m].head;
        if (sentence->words[at].rel == ENT_REL_CONJ)
            at = sentence->words[at].head;
        bool inside = at > noun->head && sentence->words[at].rel == ENT_REL_NMOD &&
                      sentence->words[at].head == noun->head;
        if (inside && ent_str_is(find->actors[find->mentions[m].actor].kind, "state"))
            actors[count++] = find->mentions[m].actor;
    }
    return count;
}

/* An organisation's rival is one of its kind. */
static uint32_t peer(struct coref *coref, const struct wish *wish, uint32_t owner,
                     float *certainty)
{
    struct wish own = *wish;
    own.kind = coref_own_kind(coref->find, owner);
    return coref_best_fitting(coref, &own, certainty);
}

/* Persons have counterparts, states have allies; a person's ally may be a person, too,
 * where no other state was named. */
uint32_t coref_counterpart(struct coref *coref, const struct noun *noun, uint32_t owner,
                           const struct demand *clause, float *certainty)
{
    const struct find *find = coref->find;
    uint32_t name = apposed(coref, noun, owner);
    bool plural = coref->info->sentence->words[noun->head].morph & ENT_PLUR;
    bool hosts = ent_str_is(coref->info->sentence->words[noun->head].form, "hosts");
    if (name != ENT_NONE ||
        (plural && !hosts)) /* whom one visits is one, "rivals" are not */
        return name;
    const struct entry *kind = find_noun_entry(find, noun, GROUP_DESCRIPTOR);
    bool state = kind && ent_str_is(kind->text, "state");
    struct wish wish = coref_wish(ENT_STR("state"));
    wish.exclude = owner;
    wish.clause = *clause;
    bool acts = ent_str_is(find->actors[owner].kind, "state");
    state &= acts || !find->infos[owner].human; /* a private person's rival is a person */
    bool organisation = !find->infos[owner].human && !acts;
    if (organisation)
        return peer(coref, &wish, owner, certainty);
    uint32_t best = state ? coref_best_fitting(coref, &wish, certainty) : ENT_NONE;
    if (best == ENT_NONE && state)
        best = coref_only_fitting(coref, &wish, certainty);
    if (best != ENT_NONE || (state && !find->infos[owner].human))
        return best;
    wish.kind = ENT_STR("person");
    wish.human = true;
    wish.reach = 1;
    best = coref_best_fitting(coref, &wish, certainty);
    return best != ENT_NONE && *certainty >= 0.65f ? best : ENT_NONE;
}

/* "Il est parti pour Pékin, où il verra son homologue X" */
uint32_t coref_state_of_place(const struct coref *coref)
{
    const struct find *find = coref->find;
    for (uint32_t m = find->mention_count; m-- > 0;) {
        const struct ent_mention *mention = &find->mentions[m];
        if (coref->sentence - mention->sentence > 1)
            break;
        if (mention->place && mention->kind == ENT_MENTION_NAME &&
            ent_str_is(find->actors[mention->actor].kind, "state"))
            return mention->actor;
    }
    return ENT_NONE;
}
