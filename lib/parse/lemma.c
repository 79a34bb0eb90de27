/* lemma.c: lemmas by edit scripts. */
#include "parse/lemma.h"
#include "parse/hash.h"
#include "parse/script.h"
#include <stdlib.h>

enum { SCRIPT_LIMIT = 65535, LONGEST = 5 };

bool ent_lemmatizer_take(struct ent_lemmatizer *lemmatizer, struct ent_cursor *block)
{
    *lemmatizer = (struct ent_lemmatizer){0};
    return ent_take_list(block, &lemmatizer->scripts, &lemmatizer->script_count,
                         SCRIPT_LIMIT) &&
           ent_index_take(&lemmatizer->words, block, lemmatizer->script_count) &&
           ent_index_take(&lemmatizer->endings, block, lemmatizer->script_count);
}

void ent_lemmatizer_clear(struct ent_lemmatizer *lemmatizer)
{
    free(lemmatizer->scripts);
    ent_index_clear(&lemmatizer->words);
    ent_index_clear(&lemmatizer->endings);
    *lemmatizer = (struct ent_lemmatizer){0};
}

uint64_t ent_lemma_word_key(const struct ent_lemma_query *query, bool with_morph)
{
    /* Case matters to words that begin with a capital inside a sentence only through the
     * tag; the lower-case form keeps "Le" and "le" together. */
    uint64_t key = ent_hash_mix(ent_hash_template(query->upos),
                                ent_hash_bytes(query->lower.data, query->lower.size));
    return ent_hash_end(with_morph ? ent_hash_mix(key, query->morph + 1u) : key);
}

uint64_t ent_lemma_ending_key(const struct ent_lemma_query *query, int length)
{
    uint64_t key = ent_hash_mix(ent_hash_template(100u + query->upos),
                                length > 0 ? query->sign->suffix[length - 1] : 1);
    return ent_hash_end(ent_hash_mix(key, (uint64_t)length));
}

/* Morphology that a verbal reading of the lexicon must agree with is left to the words seen
 * in training: verbs with the same form and different infinitives are few. */
static struct ent_str reading_script(const struct ent_lexicon *lexicon, uint32_t entry,
                                     uint32_t upos)
{
    const struct ent_lexicon_entry *e = &lexicon->entries[entry];
    for (uint32_t i = 0; i < e->count; i++) {
        const struct ent_reading *reading = &lexicon->readings[e->first + i];
        if (lexicon->tag_upos[reading->tag] & upos)
            return lexicon->scripts[reading->script];
    }
    return (struct ent_str){0};
}

struct ent_str ent_lemma_lexicon(const struct ent_lexicon *lexicon,
                                 const struct ent_lemma_query *query)
{
    if (!lexicon->entries || query->upos == ENT_PROPN)
        return (struct ent_str){0};
    uint32_t upos = 1u << query->upos;
    struct ent_str script = reading_script(lexicon, query->sign->lower_entry, upos);
    return script.size ? script : reading_script(lexicon, query->sign->entry, upos);
}

static bool by_index(const struct ent_lemmatizer *lemmatizer, const struct ent_index *index,
                     uint64_t key, const struct ent_lemma_query *query,
                     struct ent_buf *buf)
{
    uint32_t script = ent_index_find(index, key);
    return script != ENT_INDEX_NONE &&
           ent_script_apply(buf, lemmatizer->scripts[script], query->form, query->lower);
}

void ent_lemmatize(const struct ent_lemmatizer *lemmatizer,
                   const struct ent_lexicon *lexicon, const struct ent_lemma_query *query,
                   struct ent_buf *buf)
{
    if (by_index(lemmatizer, &lemmatizer->words, ent_lemma_word_key(query, true), query,
                 buf) ||
        by_index(lemmatizer, &lemmatizer->words, ent_lemma_word_key(query, false), query,
                 buf))
        return;
    struct ent_str script = ent_lemma_lexicon(lexicon, query);
    if (script.size && ent_script_apply(buf, script, query->form, query->lower))
        return;
    for (int length = LONGEST; length >= 0; length--)
        if (by_index(lemmatizer, &lemmatizer->endings,
                     ent_lemma_ending_key(query, length), query, buf))
            return;
    ent_buf_str(buf, query->form);
}
