/* lemma.h: from (form, tag, features) to the lemma.
 *
 * Asked in this order: words seen in training, by tag and features, then by tag; the
 * full-form lexicon; the longest ending seen in training. Each answer is an edit script. */
#ifndef ENT_PARSE_LEMMA_H
#define ENT_PARSE_LEMMA_H

#include "parse/word.h"

struct ent_lemmatizer {
    struct ent_str *scripts;
    uint32_t script_count;
    struct ent_index words, endings; /* -> script */
};

/* A word to be lemmatised. */
struct ent_lemma_query {
    struct ent_str form, lower;
    const struct ent_sign *sign;
    enum ent_upos upos;
    uint32_t morph;
};

bool ent_lemmatizer_take(struct ent_lemmatizer *lemmatizer, struct ent_cursor *block);
void ent_lemmatizer_clear(struct ent_lemmatizer *lemmatizer);

/* Append the lemma. */
void ent_lemmatize(const struct ent_lemmatizer *lemmatizer,
                   const struct ent_lexicon *lexicon, const struct ent_lemma_query *query,
                   struct ent_buf *buf);

/* Keys of the indexes, shared with training. */
uint64_t ent_lemma_word_key(const struct ent_lemma_query *query, bool with_morph);
uint64_t ent_lemma_ending_key(const struct ent_lemma_query *query, int length);

/* The script the lexicon gives for the word, or the empty view. */
struct ent_str ent_lemma_lexicon(const struct ent_lexicon *lexicon,
                                 const struct ent_lemma_query *query);

/* Learn from all words of the documents and append the block for ent_lemmatizer_take. */
bool ent_lemma_train(struct ent_document *const *documents, size_t count,
                     const struct ent_lexicon *lexicon, struct ent_buf *buf);

#endif
