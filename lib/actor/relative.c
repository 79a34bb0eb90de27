/* relative.c: "qui", "dont", "auquel", "who": the noun that the clause modifies. */
#include "actor/coref.h"

/* The noun over the relative clause that the pronoun is in. */
static int32_t antecedent(const struct ent_sentence *sentence, int32_t word)
{
    int32_t at = word;
    for (int steps = 0; steps < 6 && at > 0; steps++) {
        if (sentence->words[at].rel == ENT_REL_ACL)
            break;
        at = sentence->words[at].head;
    }
    int32_t noun = at > 0 ? sentence->words[at].head : 0;
    if (noun <= 0 || noun >= word || sentence->words[noun].upos == ENT_VERB)
        return 0; /* a clause cannot modify a verb: the parser was wrong */
    return noun;
}

/* Failing that, the mention that ends right before, a comma or a preposition between. */
static int32_t neighbour(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t at = word - 1;
    while (at > 0 &&
           (sentence->words[at].upos == ENT_ADP ||
            sentence->words[at].upos == ENT_PUNCT || sentence->words[at].upos == ENT_DET))
        at--;
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        const struct ent_mention *mention = &coref->find->mentions[m];
        if (mention->last == at && mention->kind <= ENT_MENTION_NOMINAL)
            return mention->head;
    }
    return 0;
}

/* The head of the smallest mention around the word, if the word itself heads none. */
static int32_t enclosing_head(const struct coref *coref, int32_t word)
{
    const struct ent_mention *best = NULL;
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        const struct ent_mention *mention = &coref->find->mentions[m];
        if (mention->kind > ENT_MENTION_NOMINAL || word < mention->first ||
            word > mention->last)
            continue;
        if (mention->head == word)
            return word;
        if (!best || mention->last - mention->first < best->last - best->first)
            best = mention;
    }
    return best && best->last == word ? best->head : word;
}

static bool add_antecedents(struct coref *coref, int32_t word, int32_t noun)
{
    uint32_t count = coref->find->mention_count;
    bool found = false;
    noun = enclosing_head(coref, noun);
    for (uint32_t m = coref->first_mention; m < count; m++) {
        struct ent_mention mention = coref->find->mentions[m];
        if (mention.head != noun || mention.kind > ENT_MENTION_NOMINAL || mention.thing)
            continue;
        mention.first = mention.last = mention.head = word;
        mention.kind = ENT_MENTION_PRONOUN;
        mention.place = false;
        mention.certainty *= 0.9f;
        coref_add(coref, mention);
        found = true;
    }
    return found;
}

/* "A et B, qui ont signé": the other members of the coordination too. */
static bool is_plural_clause(const struct ent_sentence *sentence, int32_t word)
{
    int32_t verb = sentence->words[word].head;
    if (verb <= 0)
        return false;
    uint32_t morph = sentence->words[verb].morph;
    for (int32_t c = ent_child(sentence, verb); c; c = sentence->words[c].next)
        morph |= sentence->words[c].rel == ENT_REL_AUX ? sentence->words[c].morph : 0;
    return (morph & ENT_PLUR) && !(morph & ENT_SING);
}

/* "les alliés de A, auquel ils fournissent": one only. */
static bool disagrees(const struct coref *coref, int32_t word, int32_t noun)
{
    const struct pronoun *pronoun = coref_pronoun_of(coref, word);
    uint32_t morph = coref->info->sentence->words[noun].morph;
    return pronoun && ((pronoun->number == 's' && (morph & ENT_PLUR)) ||
                       (pronoun->number == 'p' && (morph & ENT_SING)));
}

bool coref_relative(struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    const struct ent_word *w = &sentence->words[word];
    if (w->upos != ENT_PRON && w->upos != ENT_DET)
        return false;
    int32_t noun = antecedent(sentence, word);
    if (noun && disagrees(coref, word, noun) && neighbour(coref, word))
        noun = neighbour(coref, word);
    if (coref->find->lang == 1 && !(w->morph & ENT_REL_PRON) && !noun)
        return false;
    bool found = noun && add_antecedents(coref, word, noun);
    if (!found && !noun) {
        noun = neighbour(coref, word);
        found = noun && add_antecedents(coref, word, noun);
    }
    if (found && w->rel == ENT_REL_NSUBJ && is_plural_clause(sentence, word)) {
        const struct ent_word *n = &sentence->words[noun];
        if (n->rel == ENT_REL_CONJ && n->head > 0)
            add_antecedents(coref, word, n->head);
    }
    return found;
}
