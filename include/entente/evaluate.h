/* evaluate.h: the metrics of the CoNLL 2018 shared task (Zeman et al. 2018): how well a
 * system's sentences, tokens, words, tags and trees agree with gold ones over the same text.
 *
 * Tokens and sentences are compared by the characters they cover, white space apart; words
 * of multiword tokens are aligned by longest common subsequence; the other metrics count
 * aligned words. Subtypes of relations do not count, but for `full`. */
#ifndef ENTENTE_EVALUATE_H
#define ENTENTE_EVALUATE_H

#include <entente/buf.h>
#include <entente/document.h>

struct ent_score {
    uint64_t gold, system, correct;
};

struct ent_evaluation {
    struct ent_score tokens, sentences, words, upos, ufeats, lemmas, uas, las, clas;
    struct ent_score full; /* LAS with subtypes */
};

/* Add the counts of a document. ENT_EFORMAT if the texts differ. */
enum ent_status ent_evaluate(struct ent_evaluation *evaluation,
                             const struct ent_document *gold,
                             const struct ent_document *system, struct ent_error *error);

/* Precision, recall and F1, 0 .. 1; 0 where nothing was to be found. */
double ent_score_precision(const struct ent_score *score);
double ent_score_recall(const struct ent_score *score);
double ent_score_f1(const struct ent_score *score);

/* Append a table with one line per metric. */
void ent_evaluation_write(const struct ent_evaluation *evaluation, struct ent_buf *buf);

#endif
