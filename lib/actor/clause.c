/* clause.c: which actors stand in the clause of a word and above it: who shares it, who
 * cannot be meant in it. */
#include "actor/coref.h"

/* The verb whose subject the word's clause shares: up through words without subject. */
static int32_t governing_verb(const struct ent_sentence *sentence, int32_t word)
{
    int32_t at = sentence->words[word].head;
    for (int steps = 0; steps < 12 && at > 0; steps++) {
        if (ent_child_by_rel(sentence, at, ENT_REL_NSUBJ))
            return at;
        at = sentence->words[at].head;
    }
    return 0;
}

static bool is_under(const struct ent_sentence *sentence, int32_t word, int32_t top)
{
    for (int steps = 0; steps < 40 && word > 0; steps++) {
        if (word == top)
            return true;
        word = sentence->words[word].head;
    }
    return false;
}

uint32_t coref_clause_subject(const struct coref *coref, int32_t word, bool *blocked)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = governing_verb(sentence, word);
    int32_t subject = verb ? ent_child_by_rel(sentence, verb, ENT_REL_NSUBJ) : 0;
    *blocked = false;
    if (subject && is_under(sentence, word, subject)) { /* "son ministre a dit" */
        verb = governing_verb(sentence, verb);
        subject = verb ? ent_child_by_rel(sentence, verb, ENT_REL_NSUBJ) : 0;
        if (subject && is_under(sentence, word, subject))
            subject = 0;
    }
    if (!subject)
        return ENT_NONE;
    uint32_t mention = coref_mention_at(coref, subject);
    if (mention != ENT_NONE && coref->find->mentions[mention].place)
        return ENT_NONE; /* a dateline */
    *blocked = mention == ENT_NONE;
    return mention;
}

static void exclude_mentions(const struct coref *coref, struct demand *demand,
                             int32_t word)
{
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        if (coref->find->mentions[m].head == word && demand->exclude_count < 4)
            demand->exclude[demand->exclude_count++] = coref->find->mentions[m].actor;
    }
}

/* English: "Rome cut its ties, accusing it of", "Rome called the envoy and warned him": a
 * bare participle and a joined verb without a subject are of the subject above. What "of"
 * or "for" brings in may be the object's doing. */
static bool shares_subject(const struct coref *coref, int32_t verb)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    const struct ent_word *word = &sentence->words[verb];
    bool joined = word->rel == ENT_REL_CONJ || word->rel == ENT_REL_PARATAXIS;
    if (coref->find->lang != 1 || word->upos != ENT_VERB || word->head <= 0 ||
        word->head > verb || sentence->words[word->head].upos != ENT_VERB ||
        !(joined || word->rel == ENT_REL_ADVCL) ||
        ent_child_by_rel(sentence, verb, ENT_REL_NSUBJ))
        return false;
    return !ent_child_by_rel(sentence, verb, ENT_REL_MARK);
}

/* "A et B se disent prêts à lui fournir": neither of them. */
static void exclude_conjuncts(const struct coref *coref, struct demand *demand,
                              int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    for (int32_t c = ent_child(sentence, word); c; c = sentence->words[c].next)
        if (sentence->words[c].rel == ENT_REL_CONJ)
            exclude_mentions(coref, demand, c);
}

/* "A, B et C, qu'elle a assignés": who does it to them is none of them. */
static void exclude_antecedent(const struct coref *coref, struct demand *demand,
                               int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head,
            noun = verb > 0 ? sentence->words[verb].head : 0;
    bool object = false;
    if (noun <= 0 || noun >= word || sentence->words[verb].rel != ENT_REL_ACL ||
        sentence->words[word].rel != ENT_REL_NSUBJ || coref->find->lang != 0)
        return;
    for (int32_t c = ent_child(sentence, verb); c && c < word;
         c = sentence->words[c].next)
        object |= ent_str_is(sentence->words[c].lemma, "que");
    if (!object)
        return;
    exclude_mentions(coref, demand, noun);
    exclude_conjuncts(coref, demand, noun);
    if (sentence->words[noun].rel == ENT_REL_CONJ) {
        exclude_mentions(coref, demand, sentence->words[noun].head);
        exclude_conjuncts(coref, demand, sentence->words[noun].head);
    }
}

void coref_exclude_clause(const struct coref *coref, struct demand *demand, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t verb = sentence->words[word].head;
    for (int32_t c = verb > 0 ? ent_child(sentence, verb) : 0; c;
         c = sentence->words[c].next) {
        enum ent_deprel rel = sentence->words[c].rel;
        bool argument = rel == ENT_REL_NSUBJ || rel == ENT_REL_OBJ ||
                        rel == ENT_REL_IOBJ || rel == ENT_REL_EXPL ||
                        (rel == ENT_REL_OBL && c < word);
        if (argument && c != word)
            exclude_mentions(coref, demand, c);
        if (rel == ENT_REL_NSUBJ && c != word)
            exclude_conjuncts(coref, demand, c);
    }
    exclude_antecedent(coref, demand, word);
    if (verb <= 0 || sentence->words[word].rel == ENT_REL_NSUBJ ||
        !(sentence->words[verb].morph & ENT_INF || shares_subject(coref, verb)))
        return;
    int32_t upper = governing_verb(sentence, verb); /* "refuse de le livrer" */
    int32_t subject = upper ? ent_child_by_rel(sentence, upper, ENT_REL_NSUBJ) : 0;
    if (subject) {
        exclude_mentions(coref, demand, subject);
        exclude_conjuncts(coref, demand, subject);
    }
}

static bool is_argument(const struct ent_word *word)
{
    return word->rel == ENT_REL_OBJ || word->rel == ENT_REL_IOBJ ||
           word->rel == ENT_REL_OBL;
}

/* The mention that is the last object between a verb and an infinitive under it. */
static uint32_t object_before(const struct coref *coref, int32_t verb, int32_t infinitive)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    uint32_t found = ENT_NONE;
    for (int32_t c = ent_child(sentence, verb); c && c < infinitive;
         c = sentence->words[c].next) {
        uint32_t mention = is_argument(&sentence->words[c]) && c > verb
                               ? coref_mention_at(coref, c)
                               : ENT_NONE;
        if (mention != ENT_NONE && !coref->find->mentions[mention].place)
            found = mention;
    }
    return found;
}

/* "pour organiser", "avant de partir" are the subject's own doings. */
static bool has_own_subject(const struct coref *coref, int32_t infinitive)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    bool adverbial =
        coref->find->lang == 1 && sentence->words[infinitive].rel == ENT_REL_ADVCL;
    for (int32_t c = ent_child(sentence, infinitive); c && c < infinitive;
         c = sentence->words[c].next) {
        bool marker = sentence->words[c].rel == ENT_REL_MARK ||
                      sentence->words[c].rel == ENT_REL_CASE;
        adverbial |= marker && !(coref->info->words[c].cues & (CUE(OF) | CUE(TO)));
    }
    return adverbial;
}

uint32_t coref_controller(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t at = sentence->words[word].head;
    for (int steps = 0; steps < 6 && at > 0; steps++, at = sentence->words[at].head) {
        const struct ent_word *verb = &sentence->words[at];
        if (ent_child_by_rel(sentence, at, ENT_REL_NSUBJ))
            return ENT_NONE;
        if (verb->upos == ENT_VERB && (verb->morph & ENT_INF) && verb->head > 0 &&
            verb->head < at && sentence->words[verb->head].upos == ENT_VERB)
            /* "accuse B de menacer ses frontières": rather the accuser's */
            return has_own_subject(coref, at) ||
                           (coref->info->words[verb->head].cues & CUE(BLAME))
                       ? ENT_NONE
                       : object_before(coref, verb->head, at);
    }
    return ENT_NONE;
}

uint32_t coref_deprived(const struct coref *coref, int32_t word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    int32_t owned = sentence->words[word].head;
    int32_t verb = owned > word ? sentence->words[owned].head : 0;
    if (verb <= 0 || !(coref->info->words[verb].cues & CUE(DEPRIVE)) ||
        !is_argument(&sentence->words[owned]))
        return ENT_NONE;
    for (int32_t c = ent_child(sentence, verb); c && c < word;
         c = sentence->words[c].next) {
        uint32_t mention =
            is_argument(&sentence->words[c]) ? coref_mention_at(coref, c) : ENT_NONE;
        if (mention != ENT_NONE && !coref->find->mentions[mention].place)
            return mention;
    }
    return ENT_NONE;
}
