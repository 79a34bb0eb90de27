/* headword.c: "la Cour", "the commission", "l'Agence": an organisation named before, by
 * the noun that heads its name. */
#include "actor/coref.h"

enum { headword_reach = 8 }; /* sentences */

static bool is_organisation(const struct find *find, uint32_t actor)
{
    struct ent_str kind = coref_own_kind(find, actor);
    return !find->infos[actor].human && !find->infos[actor].plural &&
           !ent_str_is(kind, "state") && !ent_str_is(kind, "place") &&
           !ent_str_is(kind, "person") && find->infos[actor].known != ENT_NONE;
}

/* "la cour d'appel", "l'agence américaine": somebody else, or not known to be the same.
 */
static bool is_modified(const struct ent_sentence *sentence, int32_t word)
{
    for (int32_t c = ent_child(sentence, word); c; c = sentence->words[c].next) {
        enum ent_deprel rel = sentence->words[c].rel;
        if (rel == ENT_REL_AMOD || rel == ENT_REL_COMPOUND || rel == ENT_REL_FLAT ||
            rel == ENT_REL_NUMMOD || rel == ENT_REL_APPOS ||
            (rel == ENT_REL_NMOD && !(sentence->words[c].morph & ENT_POSS) && c > word))
            return true;
    }
    return false;
}

static bool is_definite(const struct coref *coref, int32_t word)
{
    return word > 1 && (coref->info->words[word - 1].cues &
                        (CUE(DEFINITE) | CUE(DEMONSTRATIVE))) != 0;
}

uint32_t coref_by_headword(const struct coref *coref, int32_t word)
{
    const struct find *find = coref->find;
    const struct word_info *wi = &coref->info->words[word];
    const struct ent_word *w = &coref->info->sentence->words[word];
    uint32_t best = ENT_NONE;
    if (wi->atom == ENT_NONE || !(wi->cues & CUE(ORG_HEAD)) || (w->morph & ENT_PLUR) ||
        !is_definite(coref, word) || is_modified(coref->info->sentence, word))
        return ENT_NONE;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        const struct trace *trace = &coref->traces[a];
        if (!trace->seen || coref->sentence - trace->sentence > headword_reach ||
            !is_organisation(find, a) ||
            !ent_trie_child(&find->knowledge->words, find->infos[a].known + 1, wi->atom))
            continue;
        if (best == ENT_NONE || coref_salience(coref, a) > coref_salience(coref, best))
            best = a;
    }
    return best;
}

bool coref_headword(struct coref *coref, int32_t word)
{
    uint32_t actor = coref_by_headword(coref, word);
    if (actor == ENT_NONE)
        return false;
    struct ent_mention mention =
        coref_mention_of(coref, word, ENT_MENTION_NOMINAL, actor, 0.7f);
    mention.first = find_with_article(coref->info, word);
    coref_add(coref, mention);
    return true;
}
