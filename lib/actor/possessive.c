/* possessive.c: whose "son geste", "their office" is. */
#include "actor/coref.h"

/* "ils" and who is coordinated own "leur geste"; "son geste" is another's. */
static bool is_several(const struct coref *coref, int32_t head)
{
    const struct ent_word *word = &coref->info->sentence->words[head];
    return coref_is_coordinated(coref, head) ||
           (word->upos == ENT_PRON && word->rel == ENT_REL_NSUBJ &&
            (word->morph & ENT_PLUR));
}

static void exclude_members(const struct coref *coref, struct demand *demand,
                            int32_t head)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        int32_t h = coref->find->mentions[m].head;
        bool member = h == head || (sentence->words[h].rel == ENT_REL_CONJ &&
                                    sentence->words[h].head == head);
        if (member && demand->exclude_count < 4)
            demand->exclude[demand->exclude_count++] = coref->find->mentions[m].actor;
    }
}

/* "la ville et sa région", "le roi et ses ministres": what is owned stands beside its
 * owner. Sets `*beside`; ENT_NONE if the neighbour is no actor. */
static uint32_t owner_beside(const struct coref *coref, int32_t word,
                             const struct demand *demand, bool *beside)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t owned = sentence->words[word].head;
    int32_t first = owned > 0 && sentence->words[owned].rel == ENT_REL_CONJ
                        ? sentence->words[owned].head
                        : 0;
    *beside = first > 0 && first < word &&
              (sentence->words[first].upos == ENT_NOUN ||
               sentence->words[first].upos == ENT_PROPN);
    for (int32_t c = *beside ? ent_child(sentence, first) : 0; c;
         c = sentence->words[c].next)
        *beside &= !(sentence->words[c].morph & ENT_POSS); /* "sa femme et ses fils" */
    uint32_t m = *beside ? coref_mention_at(coref, first) : ENT_NONE;
    if (m == ENT_NONE)
        return ENT_NONE;
    const struct ent_mention *mention = &coref->find->mentions[m];
    bool agrees = coref_agrees(coref, mention->actor, demand) && !mention->place;
    *beside = agrees;
    return agrees ? mention->actor : ENT_NONE;
}

/* "Gallimard, son éditeur": it is not its own. */
static void exclude_apposed(const struct coref *coref, struct demand *demand,
                            int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t owned = sentence->words[word].head;
    bool apposed = owned > word && sentence->words[owned].rel == ENT_REL_APPOS;
    bool comma = word > 2 && ent_str_is(sentence->words[word - 1].form, ",");
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        const struct ent_mention *mention = &coref->find->mentions[m];
        bool here = (apposed && mention->head == sentence->words[owned].head) ||
                    (comma && apposed && mention->last == word - 2);
        if (here && mention->kind <= ENT_MENTION_NOMINAL && demand->exclude_count < 4)
            demand->exclude[demand->exclude_count++] = mention->actor;
    }
}

/* The owner is the subject of the clause if it agrees; a subject that is no actor is as
 * likely the owner, so that only a present actor is taken then. */
uint32_t coref_possessor(struct coref *coref, int32_t word, const struct pronoun *pronoun,
                         float *certainty)
{
    struct demand demand = coref_demand_of(coref, word, pronoun);
    bool blocked, beside;
    uint32_t neighbour = owner_beside(coref, word, &demand, &beside);
    if (beside) {
        *certainty = 0.75f;
        return neighbour;
    }
    neighbour = coref_owner_of_cause(coref, word, &demand);
    if (neighbour != ENT_NONE) {
        *certainty = 0.7f;
        return neighbour;
    }
    uint32_t m = coref_clause_subject(coref, word, &blocked);
    uint32_t other = coref_controller(coref, word);
    if (other == ENT_NONE)
        other = coref_deprived(coref, word);
    if (other != ENT_NONE)
        m = other;
    exclude_apposed(coref, &demand, word);
    demand.role = ROLE_SUBJECT;
    demand.rivals = blocked;
    demand.prefer_human = true;
    if (m != ENT_NONE && demand.number == 1 &&
        is_several(coref, coref->find->mentions[m].head)) {
        exclude_members(coref, &demand, coref->find->mentions[m].head);
        m = ENT_NONE;
    }
    if (m != ENT_NONE && coref_agrees(coref, coref->find->mentions[m].actor, &demand)) {
        *certainty = 0.75f;
        return coref->find->mentions[m].actor;
    }
    uint32_t actor = coref_best(coref, &demand, certainty);
    if (blocked)
        *certainty *= 0.75f;
    return actor;
}

void coref_possessive(struct coref *coref, int32_t word, const struct pronoun *pronoun)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    if (w->upos != ENT_DET && w->upos != ENT_PRON && w->upos != ENT_ADJ)
        return;
    float certainty = 0;
    if (pronoun->number == 'p') {
        struct demand demand = coref_demand_of(coref, word, pronoun);
        demand.rivals = false;
        demand.role = ROLE_SUBJECT;
        coref_plural(coref, word, ENT_MENTION_POSSESSIVE, &demand);
        return;
    }
    uint32_t actor = coref_possessor(coref, word, pronoun, &certainty);
    if (actor != ENT_NONE)
        coref_add(coref, coref_mention_of(coref, word, ENT_MENTION_POSSESSIVE, actor,
                                          certainty));
}
