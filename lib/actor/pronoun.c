/* pronoun.c: personal, demonstrative and possessive pronouns. */
#include "actor/coref.h"

const struct pronoun *coref_pronoun_of(const struct coref *coref, int32_t word)
{
    const struct ent_knowledge *knowledge = coref->find->knowledge;
    const struct word_info *wi = &coref->info->words[word];
    const struct ent_word *w = &coref->info->sentence->words[word];
    int lang = coref->find->lang;
    uint32_t atom = wi->atom;
    if (w->upos != ENT_PRON && w->upos != ENT_DET && w->upos != ENT_ADJ && w->upos != ENT_NOUN)
        return NULL;
    if (atom == ENT_NONE && wi->atom_count) /* "celle-ci", "-t-il" */
        atom = coref->info->atoms[wi->first_atom + (w->form.data[0] == '-' ? wi->atom_count - 1 : 0)];
    if (atom >= knowledge->cue_count || !knowledge->pronoun_of[lang][atom])
        return NULL;
    return &knowledge->pronouns[lang][knowledge->pronoun_of[lang][atom] - 1];
}

static uint8_t gender_bit(uint8_t gender)
{
    return gender == 'm' ? 1 : gender == 'f' ? 2 : 0;
}

static uint8_t number_bit(uint8_t number)
{
    return number == 's' ? 1 : number == 'p' ? 2 : 0;
}

static struct demand demand_of(const struct coref *coref, int32_t word,
                               const struct pronoun *pronoun)
{
    struct demand demand = {.gender = gender_bit(pronoun->gender),
                            .number = number_bit(pronoun->number), .word = word,
                            .role = ent_role_of(coref->info->sentence, word), .reach = 2,
                            .rivals = true};
    if (coref->find->lang == 1) { /* English "he" is a person, "it" is none */
        demand.human = pronoun->gender == 'n' ? -1 : pronoun->gender ? 1 : 0;
        demand.gender = pronoun->gender == 'n' ? 0 : demand.gender;
        demand.rivals = demand.human <= 0;
    }
    return demand;
}

static struct ent_mention mention_of(const struct coref *coref, int32_t word,
                                     enum ent_mention_kind kind, uint32_t actor,
                                     float certainty)
{
    return (struct ent_mention){.sentence = coref->sentence, .first = word, .last = word,
                                .head = word, .actor = actor, .kind = kind, .known = true,
                                .certainty = certainty};
}

static void add_set(struct coref *coref, int32_t word, enum ent_mention_kind kind,
                    const struct party_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        coref_add(coref, mention_of(coref, word, kind, set->actors[i], 0.6f));
}

/* A plural pronoun: the newest coordination, unless a plural actor was named since. */
static void plural(struct coref *coref, int32_t word, enum ent_mention_kind kind,
                   struct demand *demand)
{
    float certainty = 0;
    uint32_t best = coref_best(coref, demand, &certainty);
    const struct party_set *set = coref_best_set(coref, demand);
    bool sure = best != ENT_NONE && (coref->traces[best].numbers & 2);
    if (set && sure && coref->traces[best].sentence < set->sentence)
        sure = false;
    if (set && sure && coref->traces[best].sentence == set->sentence &&
        coref->traces[best].role != ROLE_SUBJECT && set->role == ROLE_SUBJECT)
        sure = false;
    bool excluded = false;
    for (uint32_t i = 0; set && i < set->count; i++)
        excluded |= !coref_agrees(coref, set->actors[i],
                                  &(struct demand){.exclude_count = demand->exclude_count,
                                                   .exclude = {demand->exclude[0],
                                                               demand->exclude[1],
                                                               demand->exclude[2],
                                                               demand->exclude[3]}});
    if (set && !sure && !excluded)
        add_set(coref, word, kind, set);
    else if (sure || (best != ENT_NONE && coref->find->lang == 1))
        coref_add(coref, mention_of(coref, word, kind, best, certainty));
}

static void personal(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    if (w->upos != ENT_PRON || w->rel == ENT_REL_EXPL || (w->morph & ENT_REFLEX))
        return;
    struct demand demand = demand_of(coref, word, pronoun);
    coref_exclude_clause(coref, &demand, word);
    if (pronoun->number == 'p') {
        plural(coref, word, ENT_MENTION_PRONOUN, &demand);
        return;
    }
    float certainty = 0;
    uint32_t actor = coref_best(coref, &demand, &certainty);
    if (actor != ENT_NONE)
        coref_add(coref, mention_of(coref, word, ENT_MENTION_PRONOUN, actor, certainty));
}

/* "celui-ci", "ce dernier", "the latter": the last one named that agrees. */
static void demonstrative(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct word_info *wi = &coref->info->words[word];
    const struct ent_word *w = &coref->info->sentence->words[word];
    uint32_t before = word > 1 ? coref->info->words[word - 1].cues : 0;
    bool particle = wi->atom_count >= 2;
    bool determined = (before & (CUE(DEMONSTRATIVE) | CUE(DEFINITE))) &&
                      w->rel != ENT_REL_AMOD;
    if (!particle && !(determined && w->upos != ENT_DET && w->upos != ENT_PRON))
        return;
    if (!particle && coref->find->lang == 0 && !(before & CUE(DEMONSTRATIVE)))
        return;
    struct demand demand = demand_of(coref, word, pronoun);
    uint32_t best = ENT_NONE;
    for (uint32_t a = 0; a < coref->find->actor_count && a < coref->trace_capacity; a++) {
        const struct trace *t = &coref->traces[a];
        if (!t->seen || coref->sentence - t->sentence > 1 || !coref_agrees(coref, a, &demand))
            continue;
        if (best == ENT_NONE || t->sentence > coref->traces[best].sentence ||
            (t->sentence == coref->traces[best].sentence &&
             t->word > coref->traces[best].word))
            best = a;
    }
    if (best != ENT_NONE)
        coref_add(coref, mention_of(coref, word, ENT_MENTION_PRONOUN, best, 0.65f));
}

/* The subject of the main clause, for a possessive that stands before it. */
static uint32_t main_subject(const struct coref *coref)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        int32_t head = sentence->words[w].head;
        if (sentence->words[w].rel == ENT_REL_NSUBJ && head > 0 &&
            sentence->words[head].rel == ENT_REL_ROOT) {
            uint32_t m = coref_mention_at(coref, w);
            return m == ENT_NONE ? ENT_NONE : coref->find->mentions[m].actor;
        }
    }
    return ENT_NONE;
}

uint32_t coref_possessor(struct coref *coref, int32_t word, const struct pronoun *pronoun,
                         float *certainty)
{
    struct demand demand = demand_of(coref, word, pronoun);
    demand.role = ROLE_SUBJECT;
    demand.rivals = false;
    uint32_t actor = coref_best(coref, &demand, certainty);
    uint32_t subject = main_subject(coref);
    bool stale = actor == ENT_NONE || coref->traces[actor].sentence < coref->sentence;
    if (stale && subject != ENT_NONE && coref_agrees(coref, subject, &demand)) {
        *certainty = 0.6f;
        return subject;
    }
    return actor;
}

void coref_possessive(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    if (w->upos != ENT_DET && w->upos != ENT_PRON && w->upos != ENT_ADJ)
        return;
    float certainty = 0;
    if (pronoun->number == 'p') {
        struct demand demand = demand_of(coref, word, pronoun);
        demand.rivals = false;
        demand.role = ROLE_SUBJECT;
        plural(coref, word, ENT_MENTION_POSSESSIVE, &demand);
        return;
    }
    uint32_t actor = coref_possessor(coref, word, pronoun, &certainty);
    if (actor != ENT_NONE)
        coref_add(coref, mention_of(coref, word, ENT_MENTION_POSSESSIVE, actor, certainty));
}

void coref_pronoun(struct coref *coref, int32_t word)
{
    const struct pronoun *pronoun = coref_pronoun_of(coref, word);
    if (!pronoun || coref_mention_at(coref, word) != ENT_NONE)
        return;
    switch ((enum pronoun_type)pronoun->type) {
    case PRONOUN_PERSONAL:
        if (pronoun->gender == 'f' && coref->find->lang == 1 &&
            (coref->info->sentence->words[word].morph & ENT_POSS))
            coref_possessive(coref, word, pronoun); /* "her office" */
        else if (coref->info->sentence->words[word].upos == ENT_DET &&
                 (coref->info->sentence->words[word].morph & ENT_POSS))
            coref_possessive(coref, word, pronoun); /* "leur" */
        else
            personal(coref, word, pronoun);
        break;
    case PRONOUN_RELATIVE:
        coref_relative(coref, word);
        break;
    case PRONOUN_POSSESSIVE:
        if (coref->info->sentence->words[word].upos == ENT_PRON &&
            !(coref->info->sentence->words[word].morph & ENT_POSS) && coref->find->lang == 0)
            personal(coref, word, pronoun); /* "leur" as a clitic */
        else
            coref_possessive(coref, word, pronoun);
        break;
    case PRONOUN_DEMONSTRATIVE:
        demonstrative(coref, word, pronoun);
        break;
    default:
        coref_speaker(coref, word);
    }
}
