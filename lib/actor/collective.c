/* collective.c: "the four states", "le quatuor", "the trio": as many actors as were named
 * together before. Two are plural.c's. */
#include "actor/coref.h"

enum { COLLECTIVE_SENTENCES = 16 };

/* What the word counts, 0 if it does not. */
static uint32_t number_of(const struct word_info *word)
{
    for (uint32_t number = 3; number <= 7; number++) {
        if (word->cues & (CUE(THREE) << (number - 3)))
            return number;
    }
    return 0;
}

/* How many actors the definite phrase of the noun stands for, 0 if it says no number. */
static uint32_t count_of(const struct coref *coref, int32_t word, int32_t *first)
{
    const struct sentence_info *info = coref->info;
    const struct ent_word *w = &info->sentence->words[word];
    uint32_t count =
        w->upos == ENT_NOUN && !(w->morph & ENT_PLUR) ? number_of(&info->words[word]) : 0;
    int32_t at = word - 1;
    if (!count && (info->words[word].cues & CUE(COUNTRY)) && (w->morph & ENT_PLUR)) {
        while (at > 1 && info->sentence->words[at].upos == ENT_ADJ)
            at--;
        count = at > 1 ? number_of(&info->words[at]) : 0;
        at--;
    }
    while (count && at > 1 && info->sentence->words[at].upos == ENT_ADJ)
        at--;
    *first = at;
    return count && at >= 1 && (info->words[at].cues & CUE(DEFINITE)) ? count : 0;
}

static bool may_be(const struct coref *coref, const struct party_set *set, uint32_t count,
                   const struct demand *demand)
{
    if (set->count != count || coref->sentence - set->sentence > COLLECTIVE_SENTENCES)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!coref_agrees(coref, set->actors[i], demand))
            return false;
    return true;
}

bool coref_collective(struct coref *coref, int32_t word)
{
    int32_t first;
    uint32_t count = count_of(coref, word, &first);
    const struct party_set *newest;
    struct demand demand = {.word = word};
    if (!count)
        return false;
    coref_exclude_clause(coref, &demand, word);
    for (uint32_t age = 0; (newest = coref_set(coref, age)); age++) {
        if (!may_be(coref, newest, count, &demand))
            continue;
        struct party_set set = *newest; /* a new one may take its place */
        coref_push_set(coref, set.actors, count, word);
        for (uint32_t k = 0; k < count; k++)
            coref_add(coref, (struct ent_mention){.sentence = coref->sentence,
                                                  .first = first,
                                                  .last = word,
                                                  .head = word,
                                                  .actor = set.actors[k],
                                                  .kind = ENT_MENTION_NOMINAL,
                                                  .known = true,
                                                  .certainty = 0.6f});
        return true;
    }
    return false;
}
