/* split_train.h: learning sentence ends; shared inside lib/text. */
#ifndef ENTENTE_TEXT_SPLIT_TRAIN_H
#define ENTENTE_TEXT_SPLIT_TRAIN_H

#include <entente/document.h>

#include "text/split.h"

struct ent_split_count {
    uint32_t capital, lower; /* inside sentences */
    uint32_t finite, total;  /* in treebanks */
};

struct ent_split_trainer {
    const struct ent_language *language;
    bool counting; /* the first pass over the data, else the second */
    struct ent_map words;
    struct ent_split_count *counts; /* [words.size] */
    uint32_t capacity;
    struct ent_split split; /* empty in the first pass; then classes and verbs */
    struct ent_lessons lessons;
    bool failed; /* memory ran out */
};

void ent_split_trainer_init(struct ent_split_trainer *trainer,
                            const struct ent_language *language);
void ent_split_trainer_clear(struct ent_split_trainer *trainer);

/* A treebank's sentences, or a text whose line ends end sentences. Both passes must see
 * the same documents. */
enum ent_status ent_split_trainer_treebank(struct ent_split_trainer *trainer,
                                           const struct ent_document *document);
enum ent_status ent_split_trainer_text(struct ent_split_trainer *trainer,
                                       const struct ent_document *document);

/* After the first pass: settle what is known of words and append it to `out`. */
enum ent_status ent_split_trainer_settle(struct ent_split_trainer *trainer,
                                         struct ent_buf *out);
/* After the second: append the weights. */
enum ent_status ent_split_trainer_finish(struct ent_split_trainer *trainer,
                                         struct ent_buf *out);

#endif
