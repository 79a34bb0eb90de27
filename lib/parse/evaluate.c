/* evaluate.c: the metrics of the CoNLL 2018 shared task. */
#include "parse/align.h"
#include <entente/evaluate.h>
#include <stdlib.h>

/* Features that count; all others are conventions of treebanks. */
static const char *const UNIVERSAL[] = {
    "Abbr", "Animacy", "Aspect", "Case", "Definite", "Degree", "Evident", "Foreign",
    "Gender", "Mood", "NumType", "Number", "Person", "Polarity", "Polite", "Poss",
    "PronType", "Reflex", "Tense", "VerbForm", "Voice",
};

static bool same_features(const struct ent_word *a, const struct ent_word *b)
{
    if (ent_str_eq(a->feats, b->feats))
        return true;
    for (size_t i = 0; i < sizeof UNIVERSAL / sizeof *UNIVERSAL; i++)
        if (!ent_str_eq(ent_word_feat(a, UNIVERSAL[i]), ent_word_feat(b, UNIVERSAL[i])))
            return false;
    return true;
}

static bool is_content(const struct ent_word *word)
{
    switch (word->rel) {
    case ENT_REL_NONE: case ENT_REL_AUX: case ENT_REL_CASE: case ENT_REL_CC:
    case ENT_REL_CLF: case ENT_REL_COP: case ENT_REL_DET: case ENT_REL_MARK:
    case ENT_REL_PUNCT:
        return false;
    default:
        return true;
    }
}

static void count(struct ent_metric *score, size_t gold, size_t system)
{
    score->gold += gold;
    score->system += system;
}

static void compare(struct ent_evaluation *e, const struct ent_flat *gold,
                    const struct ent_flat *system, size_t g, size_t s)
{
    const struct ent_word *a = gold->words[g].word, *b = system->words[s].word;
    e->words.correct++;
    e->upos.correct += ent_str_eq(a->upos_text, b->upos_text);
    e->ufeats.correct += same_features(a, b);
    e->lemmas.correct += ent_str_is(a->lemma, "_") || ent_str_eq(a->lemma, b->lemma);
    size_t head = system->words[s].head;
    size_t mapped = head == ENT_FLAT_ROOT ? ENT_FLAT_ROOT : system->words[head].match;
    if (mapped != gold->words[g].head ||
        (mapped == ENT_FLAT_NONE && head != ENT_FLAT_ROOT))
        return;
    e->uas.correct++;
    e->las.correct += a->rel == b->rel;
    e->clas.correct += a->rel == b->rel && is_content(a);
    e->full.correct += ent_str_eq(a->deprel, b->deprel);
}

static size_t content_words(const struct ent_flat *flat)
{
    size_t found = 0;
    for (size_t i = 0; i < flat->word_count; i++)
        found += is_content(flat->words[i].word);
    return found;
}

static size_t same_spans(const struct ent_flat_span *a, size_t a_count,
                         const struct ent_flat_span *b, size_t b_count)
{
    size_t i = 0, k = 0, same = 0;
    while (i < a_count && k < b_count) {
        if (a[i].start < b[k].start) {
            i++;
        } else if (b[k].start < a[i].start) {
            k++;
        } else {
            same += a[i].end == b[k].end;
            i++;
            k++;
        }
    }
    return same;
}

static void score(struct ent_evaluation *e, const struct ent_flat *gold,
                  const struct ent_flat *system)
{
    struct ent_metric *const by_word[] = {&e->words, &e->upos, &e->ufeats, &e->lemmas,
                                         &e->uas, &e->las, &e->full};
    for (size_t i = 0; i < sizeof by_word / sizeof *by_word; i++)
        count(by_word[i], gold->word_count, system->word_count);
    count(&e->clas, content_words(gold), content_words(system));
    count(&e->tokens, gold->token_count, system->token_count);
    count(&e->sentences, gold->sentence_count, system->sentence_count);
    e->tokens.correct += same_spans(gold->tokens, gold->token_count, system->tokens,
                                    system->token_count);
    e->sentences.correct += same_spans(gold->sentences, gold->sentence_count,
                                       system->sentences, system->sentence_count);
    for (size_t s = 0; s < system->word_count; s++)
        if (system->words[s].match != ENT_FLAT_NONE)
            compare(e, gold, system, system->words[s].match, s);
}

enum ent_status ent_evaluate(struct ent_evaluation *evaluation,
                             const struct ent_document *gold,
                             const struct ent_document *system, struct ent_error *error)
{
    struct ent_flat a = {0}, b = {0};
    enum ent_status status = ent_flat_make(&a, gold, error);
    if (status == ENT_OK)
        status = ent_flat_make(&b, system, error);
    if (status == ENT_OK)
        status = ent_flat_align(&a, &b, error);
    if (status == ENT_OK)
        score(evaluation, &a, &b);
    ent_flat_clear(&a);
    ent_flat_clear(&b);
    return status;
}

static double ratio(uint64_t part, uint64_t whole)
{
    return whole ? (double)part / (double)whole : 0;
}

double ent_metric_precision(const struct ent_metric *s)
{
    return ratio(s->correct, s->system);
}

double ent_metric_recall(const struct ent_metric *s)
{
    return ratio(s->correct, s->gold);
}

double ent_metric_f1(const struct ent_metric *s)
{
    return ratio(2 * s->correct, s->system + s->gold);
}

void ent_evaluation_write(const struct ent_evaluation *e, struct ent_buf *buf)
{
    const struct {
        const char *name;
        const struct ent_metric *score;
    } lines[] = {{"Tokens", &e->tokens}, {"Sentences", &e->sentences}, {"Words", &e->words},
                 {"UPOS", &e->upos}, {"UFeats", &e->ufeats}, {"Lemmas", &e->lemmas},
                 {"UAS", &e->uas}, {"LAS", &e->las}, {"CLAS", &e->clas},
                 {"LAS-full", &e->full}};
    ent_buf_text(buf, "metric\tprecision\trecall\tf1\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ent_buf_printf(buf, "%s\t%.2f\t%.2f\t%.2f\n", lines[i].name,
                       100 * ent_metric_precision(lines[i].score),
                       100 * ent_metric_recall(lines[i].score),
                       100 * ent_metric_f1(lines[i].score));
}
