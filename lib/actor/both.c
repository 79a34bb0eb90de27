/* both.c: "l'un et l'autre", "les deux", "both" without a noun: the pair named last. */
#include "actor/coref.h"

static bool has_cue(const struct coref *coref, int32_t word, uint64_t cue)
{
    return coref->info->words[word].cues & cue;
}

/* "l'un et l'autre", "aux uns comme aux autres", but not "s'accusent l'un l'autre". */
static bool is_one_and_other(const struct coref *coref, int32_t word)
{
    int32_t count = (int32_t)coref->info->sentence->word_count;
    if (word < 2 || word + 2 > count || !has_cue(coref, word, CUE(ONE)) ||
        !has_cue(coref, word + 1, CUE(JOINING)) ||
        !has_cue(coref, word - 1, CUE(DEFINITE)))
        return false;
    for (int32_t w = word + 2; w <= count && w <= word + 5; w++) {
        if (has_cue(coref, w, CUE(OTHER)))
            return true;
    }
    return false;
}

/* "Les deux ont démenti", "Both have signed". */
static bool is_bare_two(const struct coref *coref, int32_t word)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    bool argument = w->rel == ENT_REL_NSUBJ || w->rel == ENT_REL_OBJ ||
                    w->rel == ENT_REL_OBL || w->rel == ENT_REL_IOBJ;
    bool definite = word > 1 && has_cue(coref, word - 1, CUE(DEFINITE));
    if (definite && w->upos == ENT_NUM && !argument && coref->find->lang == 1 &&
        word < (int32_t)coref->info->sentence->word_count) { /* "The two have since" */
        enum ent_upos next = coref->info->sentence->words[word + 1].upos;
        argument = next == ENT_AUX || next == ENT_VERB;
    }
    return has_cue(coref, word, CUE(TWO)) && argument && w->upos != ENT_NOUN &&
           (definite || w->upos != ENT_NUM);
}

/* "Each accused the other", "each side blames the other": the subject is both. */
static bool is_mutual(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t count = (int32_t)sentence->word_count;
    if (sentence->words[word].rel != ENT_REL_NSUBJ)
        return false;
    bool side = word > 1 && has_cue(coref, word - 1, CUE(EACH)) &&
                has_cue(coref, word, CUE(COUNTRY));
    if (!side && !has_cue(coref, word, CUE(EACH)))
        return false;
    for (int32_t w = word + 2; w <= count; w++)
        if (has_cue(coref, w, CUE(OTHER)) && has_cue(coref, w - 1, CUE(DEFINITE)))
            return true;
    return false;
}

/* The newest pair of this sentence or the one before, without those excluded. */
static const struct party_set *last_pair(const struct coref *coref,
                                         const struct demand *demand)
{
    const struct party_set *set;
    for (uint32_t age = 0; (set = coref_set(coref, age)); age++) {
        if (coref->sentence - set->sentence <= 2 && set->count == 2 &&
            coref_agrees(coref, set->actors[0], demand) &&
            coref_agrees(coref, set->actors[1], demand))
            return set;
    }
    return NULL;
}

bool coref_both(struct coref *coref, int32_t word)
{
    bool mutual = is_mutual(coref, word);
    bool other = mutual || is_one_and_other(coref, word);
    if (!other && !is_bare_two(coref, word))
        return false;
    struct demand demand = {.word = word};
    if (!mutual) {
        bool blocked;
        uint32_t subject = coref_clause_subject(coref, word, &blocked);
        coref_exclude_clause(coref, &demand, word);
        if (subject != ENT_NONE && demand.exclude_count < 4)
            demand.exclude[demand.exclude_count++] = coref->find->mentions[subject].actor;
    }
    const struct party_set *found = last_pair(coref, &demand);
    uint32_t pair[2];
    if (found)
        memcpy(pair, found->actors, sizeof pair);
    else if (!other || !coref_two_parties(coref, word, pair))
        return false;
    coref_push_set(coref, pair, 2, word);
    for (int i = 0; i < 2; i++)
        coref_add(coref,
                  coref_mention_of(coref, word, ENT_MENTION_PRONOUN, pair[i], 0.6f));
    return true;
}
