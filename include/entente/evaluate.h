/* evaluate.h: the metrics of the CoNLL 2018 shared task (Zeman et al. 2018): how well a
 * system's sentences, tokens, words, tags and trees agree with gold ones over the same text.
 *
 * Tokens and sentences are compared by the characters they cover, white space apart; words
 * of multiword tokens are aligned by longest common subsequence; the other metrics count
 * aligned words. Subtypes of relations do not count, but for `full`. */
#ifndef ENTENTE_EVALUATE_H
#define ENTENTE_EVALUATE_H

#include <entente/buf.h>
#include <entente/parse.h>
#include <entente/text.h>

struct ent_metric {
    uint64_t gold, system, correct;
};

struct ent_evaluation {
    struct ent_metric tokens, sentences, words, upos, ufeats, lemmas, uas, las, clas;
    struct ent_metric full; /* LAS with subtypes */
};

/* Add the counts of a document. ENT_EFORMAT if the texts differ. */
enum ent_status ent_evaluate(struct ent_evaluation *evaluation,
                             const struct ent_document *gold,
                             const struct ent_document *system, struct ent_error *error);

struct ent_evaluate_options {
    const struct ent_parser *parser;
    const struct ent_tokenizer *tokenizer; /* NULL: from gold tokens, else from raw text */
    const char *treebank;                  /* conventions to follow, NULL = default */
    enum ent_parse_level level;
};

/* Parse the sentences of a CoNLL-U file anew and add the counts. */
enum ent_status ent_evaluate_file(const struct ent_evaluate_options *options,
                                  const char *path, struct ent_evaluation *evaluation,
                                  struct ent_error *error);

/* Precision, recall and F1, 0 .. 1; 0 where nothing was to be found. */
double ent_metric_precision(const struct ent_metric *score);
double ent_metric_recall(const struct ent_metric *score);
double ent_metric_f1(const struct ent_metric *score);

/* Append a table with one line per metric. */
void ent_evaluation_write(const struct ent_evaluation *evaluation, struct ent_buf *buf);

#endif
