/* salience.c: how present every actor is in the reader's mind, and who agrees.
 *
 * All weights of the model are here. A mention adds the weight of its grammatical role;
 * the sum is halved at every sentence. */
#include "actor/coref.h"

#include <math.h>
#include <stdlib.h>

static const float role_weight[] = {[ROLE_OTHER] = 30,
                                    [ROLE_SUBJECT] = 80,
                                    [ROLE_OBJECT] = 50,
                                    [ROLE_OBLIQUE] = 40,
                                    [ROLE_MODIFIER] = 20};
static const float place_factor = 0.2f;     /* a location is hardly an actor */
static const float adjective_factor = 0.3f;
static const float parallel_bonus = 20;     /* same role as the referring word */
static const float unknown_agreement = 0.8f; /* gender or number not known */
static const float rival_factor = 0.55f;    /* news is about actors: nouns count less */
static const float least_score = 8;
static const float repeat_factor = 0.1f;
static const float subordinate_factor = 0.75f; /* subject of a dependent clause */
static const float nearness_bonus = 25;     /* for the last word before, down to 0 */
static const float upper_bonus = 30;        /* "Orban a dit qu'il" */
static const float title_bonus = 12;        /* persons whom the title names */
static const float shared_factor = 0.6f;    /* "il" is not one of "les deux pays" */
static const float human_factor = 1.2f;     /* "lui", "son" speak of persons first */

enum role ent_role_of(const struct ent_sentence *sentence, int32_t word)
{
    for (int steps = 0; steps < 8; steps++) {
        switch (sentence->words[word].rel) {
        case ENT_REL_NSUBJ: case ENT_REL_CSUBJ: case ENT_REL_ROOT: return ROLE_SUBJECT;
        case ENT_REL_OBJ: return ROLE_OBJECT;
        case ENT_REL_IOBJ: case ENT_REL_OBL: return ROLE_OBLIQUE;
        case ENT_REL_NMOD: case ENT_REL_AMOD: case ENT_REL_DET: case ENT_REL_COMPOUND:
            return ROLE_MODIFIER;
        case ENT_REL_CONJ: case ENT_REL_APPOS: case ENT_REL_FLAT:
            word = sentence->words[word].head;
            if (word <= 0)
                return ROLE_OTHER;
            continue;
        default: return ROLE_OTHER;
        }
    }
    return ROLE_OTHER;
}

bool coref_reserve(struct coref *coref)
{
    uint32_t needed = coref->find->actor_count, had = coref->trace_capacity;
    if (needed <= had)
        return true;
    uint32_t wanted = needed + needed / 2 + 32;
    struct trace *traces = realloc(coref->traces, wanted * sizeof *traces);
    if (!traces) {
        coref->find->failed = true;
        return false;
    }
    memset(traces + had, 0, (wanted - had) * sizeof *traces);
    coref->traces = traces;
    coref->trace_capacity = wanted;
    return true;
}

static uint8_t bit_of_gender(uint32_t morph)
{
    return morph & ENT_MASC ? 1 : morph & ENT_FEM ? 2 : 0;
}

static uint8_t bit_of_number(uint32_t morph)
{
    return morph & ENT_SING ? 1 : morph & ENT_PLUR ? 2 : 0;
}

/* Gender and number of the noun phrase: of its determiner, else of a common noun. Tags of
 * proper nouns are guesses and are not used. */
static void note_agreement(struct coref *coref, struct trace *trace,
                           const struct ent_mention *mention)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    const struct actor_info *info = &coref->find->infos[mention->actor];
    uint32_t morph = 0;
    if ((mention->kind != ENT_MENTION_NAME && mention->kind != ENT_MENTION_NOMINAL) ||
        mention->thing) /* "British plants" do not make Britain many */
        return;
    if (sentence->words[mention->head].upos == ENT_NOUN)
        morph = sentence->words[mention->head].morph;
    for (int32_t c = ent_child(sentence, mention->head); c; c = sentence->words[c].next) {
        if (sentence->words[c].rel == ENT_REL_DET &&
            !(sentence->words[c].morph & ENT_POSS))
            morph |=
                sentence->words[c].morph & (ENT_SING | ENT_PLUR | ENT_MASC | ENT_FEM);
    }
    if (info->human) {
        trace->numbers = 1;
        trace->genders = info->gender == 'f' ? 2 : info->gender == 'm' ? 1
                                                 : trace->genders | bit_of_gender(morph);
        return;
    }
    trace->genders |= bit_of_gender(morph);
    trace->numbers |= bit_of_number(morph);
    const struct ent_word *head = &sentence->words[mention->head];
    if (coref->find->lang != 1 || mention->kind != ENT_MENTION_NAME ||
        head->upos != ENT_PROPN)
        return;
    bool many = head->morph & ENT_PLUR;
    if (many && ent_str_is(coref->find->actors[mention->actor].kind, "party"))
        trace->numbers |= 2; /* "Senate Republicans" */
    if (!many && trace->numbers == 2)
        trace->numbers = 3; /* "Tigray rebels", "the TPLF": they and it */
}

static float decayed(const struct coref *coref, const struct trace *trace)
{
    uint32_t age = coref->sentence - trace->sentence;
    return age > 12 ? 0 : ldexpf(trace->score, -(int)age);
}

/* Is the verb over the subject itself in a dependent clause? */
static bool is_subordinate(const struct ent_sentence *sentence, int32_t word)
{
    int32_t verb = sentence->words[word].head;
    enum ent_deprel rel = verb > 0 ? sentence->words[verb].rel : ENT_REL_ROOT;
    return rel == ENT_REL_CCOMP || rel == ENT_REL_ADVCL || rel == ENT_REL_ACL;
}

/* "PARIS (Reuters) -": who reports from where. */
static bool is_dateline(const struct coref *coref, const struct ent_mention *mention)
{
    const struct sentence_info *info = coref->info;
    int32_t count = (int32_t)info->sentence->word_count;
    if (info->caps || !(info->words[1].shape & SHAPE_CAPS) || mention->last > 10)
        return false;
    for (int32_t w = mention->last + 1; w <= count && w <= 12; w++) {
        const struct ent_word *word = &info->sentence->words[w];
        if (word->upos == ENT_VERB || word->upos == ENT_AUX || word->upos == ENT_PRON)
            return false;
        if (ent_str_is(word->form, "-") || ent_str_is(word->form, "–") ||
            ent_str_is(word->form, "—"))
            return true;
    }
    return false;
}

void coref_note(struct coref *coref, uint32_t number)
{
    if (number == ENT_NONE || !coref_reserve(coref))
        return;
    const struct ent_mention *mention = &coref->find->mentions[number];
    if (is_dateline(coref, mention))
        return;
    struct trace *trace = &coref->traces[mention->actor];
    enum role role = ent_role_of(coref->info->sentence, mention->head);
    float weight = role_weight[role];
    if (mention->place || mention->thing)
        weight *= place_factor;
    if (mention->kind == ENT_MENTION_ADJECTIVE)
        weight *= adjective_factor;
    bool below = is_subordinate(coref->info->sentence, mention->head);
    if (role == ROLE_SUBJECT && below)
        weight *= subordinate_factor;
    if (role == ROLE_SUBJECT && !below && !mention->place)
        trace->topic = coref->sentence + 1;
    /* several mentions in one sentence count as the most prominent, and a little */
    bool again = trace->seen && trace->sentence == coref->sentence;
    float before = again ? trace->current : 0;
    trace->score = decayed(coref, trace) +
                   (weight > before ? weight - before : repeat_factor * weight);
    trace->current = weight > before ? weight : before;
    trace->sentence = coref->sentence;
    trace->word = mention->head;
    if (mention->kind <= ENT_MENTION_NOMINAL && !mention->thing) {
        trace->named_sentence = coref->sentence;
        trace->named_word = mention->head;
    }
    trace->role = role;
    trace->seen = true;
    trace->place = mention->place;
    trace->titled |= coref->sentence == 0;
    if (coref->find->mention_infos[number].title)
        trace->titles |= 1u << coref->find->mention_infos[number].title_kind;
    trace->shared = coref_is_shared(coref, mention);
    if (!trace->shared)
        note_agreement(coref, trace, mention);
    coref_note_set(coref, mention);
}

void coref_note_rival(struct coref *coref, int32_t word)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    enum role role = ent_role_of(coref->info->sentence, word);
    if (role != ROLE_SUBJECT && role != ROLE_OBJECT)
        return;
    coref->rivals[coref->rival_count++ % RIVALS] = (struct rival){
        coref->sentence, role, bit_of_gender(w->morph), bit_of_number(w->morph)};
}

float coref_salience(const struct coref *coref, uint32_t actor)
{
    const struct trace *trace = &coref->traces[actor];
    return actor < coref->trace_capacity && trace->seen ? decayed(coref, trace) : 0;
}

bool coref_agrees(const struct coref *coref, uint32_t actor, const struct demand *demand)
{
    const struct trace *trace = &coref->traces[actor];
    const struct actor_info *info = &coref->find->infos[actor];
    for (uint32_t i = 0; i < demand->exclude_count; i++) {
        if (demand->exclude[i] == actor)
            return false;
    }
    if (demand->human > 0 && !info->human)
        return false;
    if (demand->human < 0 && info->human)
        return false;
    if (demand->gender && trace->genders && !(trace->genders & demand->gender))
        return false;
    return !(demand->number && trace->numbers && !(trace->numbers & demand->number));
}

/* The best common noun that could be meant instead. */
static float rival_score(const struct coref *coref, const struct demand *demand)
{
    float best = 0;
    float factor = demand->role == ROLE_OBJECT ? 0.9f : rival_factor;
    uint32_t count = coref->rival_count < RIVALS ? coref->rival_count : RIVALS;
    for (uint32_t i = 0; i < count; i++) {
        const struct rival *rival = &coref->rivals[i];
        uint32_t age = coref->sentence - rival->sentence;
        if (age > 1 ||
            (demand->gender && rival->gender && rival->gender != demand->gender) ||
            (demand->number && rival->number && rival->number != demand->number))
            continue;
        float score = role_weight[rival->role] * factor;
        score += rival->role == demand->role ? parallel_bonus * factor : 0;
        score = ldexpf(score, -(int)age);
        best = score > best ? score : best;
    }
    return best;
}

uint32_t coref_best(const struct coref *coref, const struct demand *demand,
                    float *certainty)
{
    uint32_t best = ENT_NONE;
    float best_score = least_score, second = 0;
    for (uint32_t a = 0; a < coref->find->actor_count && a < coref->trace_capacity; a++) {
        const struct trace *trace = &coref->traces[a];
        if (!trace->seen || coref->sentence - trace->sentence > demand->reach ||
            !coref_agrees(coref, a, demand))
            continue;
        float score = decayed(coref, trace);
        if (trace->sentence == coref->sentence && trace->word < demand->word)
            score += nearness_bonus / (1 + 0.15f * (float)(demand->word - trace->word));
        if (demand->role == ROLE_SUBJECT && demand->upper == a)
            score += upper_bonus;
        if (demand->prefer_human && coref->find->infos[a].human)
            score *= human_factor;
        if (trace->titled && coref->find->infos[a].human)
            score += title_bonus;
        if (trace->shared && demand->number == 1)
            score *= shared_factor;
        if (trace->role == demand->role)
            score += ldexpf(parallel_bonus, -(int)(coref->sentence - trace->sentence));
        if ((demand->gender && !trace->genders) || (demand->number && !trace->numbers))
            score *= unknown_agreement;
        if (score > best_score) {
            second = best == ENT_NONE ? 0 : best_score;
            best_score = score;
            best = a;
        } else if (score > second) {
            second = score;
        }
    }
    float rival = demand->rivals ? rival_score(coref, demand) : 0;
    if (best == ENT_NONE || rival > best_score)
        return ENT_NONE;
    second = rival > second ? rival : second;
    *certainty = 0.35f + 0.5f * best_score / (best_score + second);
    return best;
}

uint32_t coref_mention_at(const struct coref *coref, int32_t word)
{
    const struct find *find = coref->find;
    for (uint32_t m = coref->first_mention; m < find->mention_count; m++) {
        if (find->mentions[m].head == word &&
            find->mentions[m].kind != ENT_MENTION_POSSESSIVE)
            return m;
    }
    return ENT_NONE;
}
