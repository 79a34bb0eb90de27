/* corpus.h: treebanks in memory. */
#ifndef ENT_PARSE_CORPUS_H
#define ENT_PARSE_CORPUS_H

#include "parse/trainset.h"
#include <entente/train.h>

/* Documents of some treebanks, and their sentences. */
struct ent_corpus {
    struct ent_document **documents;
    size_t document_count;
    struct ent_train_sentence *sentences;
    size_t count;
};

/* Add a treebank; a malformed sentence is an error. */
enum ent_status ent_corpus_read(struct ent_corpus *corpus, const struct ent_treebank *bank,
                                struct ent_error *error);
void ent_corpus_clear(struct ent_corpus *corpus);

#endif
