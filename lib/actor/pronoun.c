/* pronoun.c: personal pronouns, and what kind of pronoun a word is. */
#include "actor/coref.h"

const struct pronoun *coref_pronoun_of(const struct coref *coref, int32_t word)
{
    const struct ent_knowledge *knowledge = coref->find->knowledge;
    const struct word_info *wi = &coref->info->words[word];
    const struct ent_word *w = &coref->info->sentence->words[word];
    int lang = coref->find->lang;
    uint32_t atom = wi->atom;
    if (w->upos != ENT_PRON && w->upos != ENT_DET && w->upos != ENT_ADJ &&
        w->upos != ENT_NOUN)
        return NULL;
    if (atom == ENT_NONE && wi->atom_count) /* "celle-ci", "-t-il" */
        atom = coref->info->atoms[wi->first_atom +
                                  (w->form.data[0] == '-' ? wi->atom_count - 1 : 0)];
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

struct demand coref_demand_of(const struct coref *coref, int32_t word,
                               const struct pronoun *pronoun)
{
    struct demand demand = {.gender = gender_bit(pronoun->gender),
                            .number = number_bit(pronoun->number),
                            .word = word,
                            .role = ent_role_of(coref->info->sentence, word),
                            .reach = 2,
                            .rivals = true,
                            .upper = ENT_NONE};
    if (coref->find->lang == 1) { /* English "he" is a person, "it" is none */
        demand.human = pronoun->gender == 'n' ? -1 : pronoun->gender ? 1 : 0;
        demand.gender = pronoun->gender == 'n' ? 0 : demand.gender;
        demand.rivals = demand.human <= 0;
    }
    return demand;
}

struct ent_mention coref_mention_of(const struct coref *coref, int32_t word,
                                     enum ent_mention_kind kind, uint32_t actor,
                                     float certainty)
{
    return (struct ent_mention){.sentence = coref->sentence, .first = word, .last = word,
                                .head = word, .actor = actor, .kind = kind, .known = true,
                                .certainty = certainty};
}

static void add_set(struct coref *coref, int32_t word, enum ent_mention_kind kind,
                    const struct party_set *found)
{
    struct party_set set = *found; /* a new one may take its place */
    for (uint32_t i = 0; i < set.count; i++)
        coref_add(coref, coref_mention_of(coref, word, kind, set.actors[i], 0.6f));
}

void coref_plural(struct coref *coref, int32_t word, enum ent_mention_kind kind,
                  const struct demand *demand)
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
        coref_add(coref, coref_mention_of(coref, word, kind, best, certainty));
}

bool coref_is_coordinated(const struct coref *coref, int32_t head)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t c = ent_child(sentence, head); c; c = sentence->words[c].next) {
        if (sentence->words[c].rel == ENT_REL_CONJ &&
            coref_mention_at(coref, c) != ENT_NONE)
            return true;
    }
    return false;
}

/* "Le baril, lui, a baissé", "Rome, elle, refuse": repeats the subject of its clause. */
static bool is_tonic(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    if (word < 2 || word >= (int32_t)sentence->word_count || coref->find->lang != 0)
        return false;
    bool comma = ent_str_is(sentence->words[word - 1].form, ",");
    if (comma && ent_str_is(sentence->words[word + 1].form, ","))
        return true;
    return sentence->words[word + 1].upos == ENT_ADV && /* "est lui aussi qualifié" */
           sentence->words[word].rel != ENT_REL_NSUBJ &&
           sentence->words[word].rel != ENT_REL_IOBJ &&
           sentence->words[word].rel != ENT_REL_OBJ;
}

static void tonic(struct coref *coref, int32_t word, const struct demand *demand)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t at = word - 2; /* before the comma, or the subject of the verb above */
    bool blocked;
    uint32_t m = ENT_NONE;
    for (uint32_t k = coref->first_mention; k < coref->find->mention_count; k++) {
        if (coref->find->mentions[k].last == at &&
            coref->find->mentions[k].kind <= ENT_MENTION_NOMINAL)
            m = k;
    }
    if (m == ENT_NONE && at >= 1 && sentence->words[at].upos != ENT_NOUN)
        m = coref_clause_subject(coref, word, &blocked);
    if (m == ENT_NONE)
        return;
    int32_t head = coref->find->mentions[m].head;
    if (sentence->words[head].rel == ENT_REL_CONJ)
        head = sentence->words[head].head;
    uint32_t count = coref->find->mention_count;
    bool several = demand->number == 2 && coref_is_coordinated(coref, head);
    for (uint32_t k = coref->first_mention; k < count; k++) {
        const struct ent_mention *mention = &coref->find->mentions[k];
        bool member = several && (mention->head == head ||
                                  (sentence->words[mention->head].rel == ENT_REL_CONJ &&
                                   sentence->words[mention->head].head == head));
        if (member || (k == m && !several && coref_agrees(coref, mention->actor, demand)))
            coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_PRONOUN,
                                              mention->actor, 0.8f));
    }
}

/* French parsers take many an "il" for the impersonal one. It is a person's with a verb
 * in the active that is not impersonal. */
static bool is_subject_after_all(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head;
    if (coref->find->lang != 0 || verb <= word ||
        sentence->words[verb].upos != ENT_VERB ||
        !ent_str_is(ent_word_subtype(&sentence->words[word]), "subj") ||
        (coref->info->words[verb].cues & CUE(IMPERSONAL)))
        return false;
    for (int32_t c = ent_child(sentence, verb); c; c = sentence->words[c].next) {
        if (ent_str_is(sentence->words[c].deprel, "aux:pass") ||
            sentence->words[c].rel == ENT_REL_COP)
            return false;
    }
    return true;
}

/* "il est interdit de sortir": the passive of a verb of order or knowledge has no
 * subject. */
static bool is_impersonal_passive(const struct coref *coref, int32_t word,
                                  const struct pronoun *pronoun)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head;
    if (coref->find->lang != 0 || pronoun->gender != 'm' || pronoun->number != 's' ||
        sentence->words[word].rel != ENT_REL_NSUBJ || verb <= word ||
        !(coref->info->words[verb].cues & CUE(PASSIVE)))
        return false;
    for (int32_t c = ent_child(sentence, verb); c; c = sentence->words[c].next) {
        if (ent_str_is(sentence->words[c].deprel, "aux:pass") ||
            sentence->words[c].rel == ENT_REL_COP)
            return true;
    }
    return false;
}

/* "..., dit-elle, ...": a verb of speech put in or behind what is said. */
static bool is_aside(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head;
    if (coref->find->lang != 0 || verb <= 0 || verb > word ||
        sentence->words[word].form.data[0] != '-')
        return false;
    for (int32_t w = verb - 1; w >= 1 && w >= verb - 3; w--) {
        enum ent_upos upos = sentence->words[w].upos;
        if (upos == ENT_PUNCT)
            return true;
        if (upos != ENT_AUX && upos != ENT_PRON && upos != ENT_ADV)
            return false;
    }
    return false;
}

/* Who spoke last, if the aside's pronoun may be theirs. */
static uint32_t aside_speaker(const struct coref *coref, const struct demand *demand)
{
    uint32_t speaker = coref->speaker;
    bool fits = speaker != ENT_NONE && coref_agrees(coref, speaker, demand) &&
                coref->sentence - coref->traces[speaker].sentence <= 2;
    return fits ? speaker : ENT_NONE;
}

/* "La SNCF attaquera-t-elle ?": the clitic repeats the subject of its verb, if it has
 * one. */
static bool repeats_subject(struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head;
    if (coref->find->lang != 0 || verb <= 0 || verb > word ||
        sentence->words[word].form.data[0] != '-' || is_aside(coref, word))
        return false;
    for (int32_t c = ent_child(sentence, verb); c && c < verb;
         c = sentence->words[c].next) {
        enum ent_deprel rel = sentence->words[c].rel;
        bool noun =
            sentence->words[c].upos == ENT_NOUN || sentence->words[c].upos == ENT_PROPN;
        if (!noun || (rel != ENT_REL_NSUBJ && rel != ENT_REL_DISLOCATED))
            continue;
        uint32_t m = coref_mention_at(coref, c);
        if (m != ENT_NONE)
            coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_PRONOUN,
                                              coref->find->mentions[m].actor, 0.8f));
        return true;
    }
    return false;
}

static void personal(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    if (w->upos != ENT_PRON || repeats_subject(coref, word) || (w->morph & ENT_REFLEX) ||
        (w->rel == ENT_REL_EXPL && !is_subject_after_all(coref, word)) ||
        is_impersonal_passive(coref, word, pronoun))
        return;
    struct demand demand = coref_demand_of(coref, word, pronoun);
    if (is_tonic(coref, word)) {
        tonic(coref, word, &demand);
        return;
    }
    demand.prefer_human = demand.role == ROLE_OBLIQUE;
    coref_exclude_clause(coref, &demand, word);
    bool blocked;
    uint32_t upper = coref_clause_subject(coref, w->head > 0 ? w->head : word, &blocked);
    if (upper != ENT_NONE)
        demand.upper = coref->find->mentions[upper].actor;
    if (pronoun->number == 'p') {
        coref_plural(coref, word, ENT_MENTION_PRONOUN, &demand);
        return;
    }
    float certainty = 0.7f;
    uint32_t actor = is_aside(coref, word) ? aside_speaker(coref, &demand) : ENT_NONE;
    if (actor == ENT_NONE)
        actor = coref_best(coref, &demand, &certainty);
    if (actor != ENT_NONE)
        coref_add(coref,
                  coref_mention_of(coref, word, ENT_MENTION_PRONOUN, actor, certainty));
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
            !(coref->info->sentence->words[word].morph & ENT_POSS) &&
            coref->find->lang == 0)
            personal(coref, word, pronoun); /* "leur" as a clitic */
        else
            coref_possessive(coref, word, pronoun);
        break;
    case PRONOUN_DEMONSTRATIVE:
        coref_demonstrative(coref, word, pronoun);
        break;
    default: /* speakers wait for the end of the sentence: coref.c */
        break;
    }
}
