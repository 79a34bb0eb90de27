/* demonstrative.c: "celui-ci", "ce dernier", "the latter". */
#include "actor/coref.h"

/* "ce dernier a déclaré": rather somebody than something. */
static bool speaks(const struct coref *coref, int32_t word)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    return w->rel == ENT_REL_NSUBJ && w->head > 0 &&
           (coref->info->words[w->head].cues & CUE(SPEECH));
}

static bool has_human(const struct coref *coref, const struct demand *demand)
{
    for (uint32_t a = 0; a < coref->find->actor_count && a < coref->trace_capacity; a++) {
        const struct trace *t = &coref->traces[a];
        if (t->seen && coref->find->infos[a].human &&
            coref->sentence - t->sentence <= 1 && coref_agrees(coref, a, demand))
            return true;
    }
    return false;
}

/* The nouns of the sentence between two words that are no actors and agree. */
static bool has_noun(const struct sentence_info *info, int32_t first, int32_t last,
                     const struct demand *demand)
{
    for (int32_t w = first; w <= last; w++) {
        const struct ent_word *word = &info->sentence->words[w];
        uint8_t gender = word->morph & ENT_MASC ? 1 : word->morph & ENT_FEM ? 2 : 0;
        uint8_t number = word->morph & ENT_SING ? 1 : word->morph & ENT_PLUR ? 2 : 0;
        bool minor = demand->role == ROLE_SUBJECT && word->rel == ENT_REL_OBL;
        if (word->upos == ENT_NOUN && !minor && !info->words[w].noun &&
            !info->words[w].name && gender == demand->gender && number == demand->number)
            return true;
    }
    return false;
}

/* "Lors du congrès annuel, celui-ci ...": a thing named after the actor is nearer. */
static bool is_overtaken(const struct coref *coref, int32_t word, uint32_t actor,
                         const struct demand *demand)
{
    const struct trace *trace = &coref->traces[actor];
    if (coref->find->lang != 0 || coref->find->infos[actor].human)
        return false;
    if (trace->sentence == coref->sentence)
        return has_noun(coref->info, trace->word + 1, word - 1, demand);
    const struct sentence_info *before = &coref->find->sentences[trace->sentence];
    return has_noun(coref->info, 1, word - 1, demand) ||
           has_noun(before, trace->word + 1, (int32_t)before->sentence->word_count,
                    demand);
}

/* Was the actor named later? A possessive names nobody: "Paul a félicité Jean pour son
 * élan. Ce dernier ..." is Jean. */
static bool is_later(const struct trace *a, const struct trace *b)
{
    if (!a->named_word || !b->named_word)
        return a->named_word > 0;
    return a->named_sentence > b->named_sentence ||
           (a->named_sentence == b->named_sentence && a->named_word > b->named_word);
}

/* "celui-ci", "ce dernier", "the latter": the last one named that agrees. */
void coref_demonstrative(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct word_info *wi = &coref->info->words[word];
    const struct ent_word *w = &coref->info->sentence->words[word];
    uint64_t before = word > 1 ? coref->info->words[word - 1].cues : 0;
    bool particle = wi->atom_count >= 2;
    bool determined = (before & (CUE(DEMONSTRATIVE) | CUE(DEFINITE))) &&
                      w->rel != ENT_REL_AMOD;
    if (!particle && !(determined && w->upos != ENT_DET && w->upos != ENT_PRON))
        return;
    bool concerned = wi->cues & CUE(CONCERNED); /* "l'intéressé" */
    if (!particle && coref->find->lang == 0 && !concerned &&
        !(before & CUE(DEMONSTRATIVE)))
        return;
    struct demand demand = coref_demand_of(coref, word, pronoun);
    uint32_t best = ENT_NONE;
    if (demand.role != ROLE_SUBJECT)
        coref_exclude_clause(coref, &demand, word);
    if (concerned || (speaks(coref, word) && has_human(coref, &demand)))
        demand.human = 1;
    for (uint32_t a = 0; a < coref->find->actor_count && a < coref->trace_capacity; a++) {
        const struct trace *t = &coref->traces[a];
        if (!t->seen || t->place || coref->sentence - t->sentence > 1 ||
            !coref_agrees(coref, a, &demand))
            continue;
        if (best == ENT_NONE || is_later(t, &coref->traces[best]))
            best = a;
    }
    if (best != ENT_NONE &&
        (speaks(coref, word) || !is_overtaken(coref, word, best, &demand)))
        coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_PRONOUN, best, 0.65f));
}
