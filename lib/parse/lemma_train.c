/* lemma_train.c: learning edit scripts from treebanks. */
#include "parse/hash.h"
#include "parse/lemma.h"
#include "parse/script.h"
#include <entente/map.h>
#include <stdlib.h>

enum { LONGEST = 5 };

/* How often a key went with a script. */
struct count {
    uint64_t key;
    uint32_t script, count;
};

struct trainer {
    struct ent_map scripts;
    struct count *words, *fine, *endings; /* by tag; by tag and features; by ending */
    size_t word_count, fine_count, ending_count, capacity;
    struct ent_buf text, script;
    bool failed;
};

static int by_key(const void *a, const void *b)
{
    const struct count *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->script < y->script ? -1 : x->script > y->script;
}

/* Merge equal (key, script), then keep each key's most frequent script (the earliest
 * interned on a tie). Returns the number of keys. */
static size_t majority(struct count *list, size_t count)
{
    size_t merged = 0, kept = 0;
    if (count > 1)
        qsort(list, count, sizeof *list, by_key);
    for (size_t i = 0; i < count; i++) {
        if (merged > 0 && list[merged - 1].key == list[i].key &&
            list[merged - 1].script == list[i].script)
            list[merged - 1].count += list[i].count;
        else
            list[merged++] = list[i];
    }
    for (size_t i = 0; i < merged; i++) {
        if (kept > 0 && list[kept - 1].key == list[i].key) {
            if (list[i].count > list[kept - 1].count)
                list[kept - 1] = list[i];
        } else {
            list[kept++] = list[i];
        }
    }
    return kept;
}

static uint32_t find(const struct count *list, size_t count, uint64_t key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && list[low].key == key ? list[low].script : ENT_INDEX_NONE;
}

typedef void visit(struct trainer *trainer, const struct ent_lemma_query *query,
                   const struct ent_lexicon *lexicon, struct ent_str lemma);

static void each_word(struct trainer *trainer, struct ent_document *const *documents,
                      size_t count, const struct ent_lexicon *lexicon, visit *function)
{
    for (size_t d = 0; d < count; d++)
        for (uint32_t s = 0; s < documents[d]->sentence_count; s++) {
            const struct ent_sentence *sentence = &documents[d]->sentences[s];
            for (uint32_t w = 1; w <= sentence->word_count; w++) {
                const struct ent_word *word = &sentence->words[w];
                struct ent_sign sign;
                if (ent_str_is(word->lemma, "_") && !ent_str_is(word->form, "_"))
                    continue;
                ent_buf_reset(&trainer->text);
                ent_sign_make(&sign, word->form, lexicon, &trainer->text);
                struct ent_lemma_query query = {word->form,
                                                ent_sign_lower(&sign, &trainer->text),
                                                &sign, word->upos, word->morph};
                function(trainer, &query, lexicon, word->lemma);
            }
        }
}

static uint32_t script_of(struct trainer *trainer, const struct ent_lemma_query *query,
                          struct ent_str lemma)
{
    ent_buf_reset(&trainer->script);
    ent_script_make(&trainer->script, query->form, query->lower, lemma);
    uint32_t script = ent_map_add(&trainer->scripts, ent_buf_view(&trainer->script), NULL);
    trainer->failed = trainer->failed || script == ENT_MAP_NONE;
    return script;
}

static void count_word(struct trainer *trainer, const struct ent_lemma_query *query,
                       const struct ent_lexicon *lexicon, struct ent_str lemma)
{
    (void)lexicon;
    uint32_t script = script_of(trainer, query, lemma);
    trainer->words[trainer->word_count++] =
        (struct count){ent_lemma_word_key(query, false), script, 1};
    trainer->fine[trainer->fine_count++] =
        (struct count){ent_lemma_word_key(query, true), script, 1};
    for (int length = 0; length <= LONGEST; length++)
        trainer->endings[trainer->ending_count++] =
            (struct count){ent_lemma_ending_key(query, length), script, 1};
}

/* Mark with count 0 what need not be stored because the next rule says the same. */
static void drop_word(struct trainer *trainer, const struct ent_lemma_query *query,
                      const struct ent_lexicon *lexicon, struct ent_str lemma)
{
    (void)lemma;
    struct ent_str given = ent_lemma_lexicon(lexicon, query);
    uint32_t rest = given.size ? ent_map_find(&trainer->scripts, given) : ENT_INDEX_NONE;
    for (int length = LONGEST; rest == ENT_INDEX_NONE && length >= 0; length--)
        rest = find(trainer->endings, trainer->ending_count,
                    ent_lemma_ending_key(query, length));
    uint64_t key = ent_lemma_word_key(query, false);
    uint64_t fine = ent_lemma_word_key(query, true);
    uint32_t script = find(trainer->words, trainer->word_count, key);
    for (size_t low = 0, high = trainer->word_count; script == rest && low < high;) {
        size_t middle = (low + high) / 2;
        if (trainer->words[middle].key == key)
            trainer->words[middle].count = 0;
        if (trainer->words[middle].key <= key)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t low = 0, high = trainer->fine_count; low < high;) {
        size_t middle = (low + high) / 2;
        if (trainer->fine[middle].key == fine && trainer->fine[middle].script == script)
            trainer->fine[middle].count = 0;
        if (trainer->fine[middle].key <= fine)
            low = middle + 1;
        else
            high = middle;
    }
}

static void put_index(struct trainer *trainer, const struct count *a, size_t a_count,
                      const struct count *b, size_t b_count, struct ent_buf *buf)
{
    struct ent_index_entry *entries = malloc((a_count + b_count + 1) * sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; entries && i < a_count; i++)
        if (a[i].count > 0)
            entries[count++] = (struct ent_index_entry){a[i].key, a[i].script};
    for (size_t i = 0; entries && i < b_count; i++)
        if (b[i].count > 0)
            entries[count++] = (struct ent_index_entry){b[i].key, b[i].script};
    if (entries)
        ent_index_put(buf, entries, count);
    else
        trainer->failed = true;
    free(entries);
}

static void train(struct trainer *trainer, struct ent_document *const *documents,
                  size_t count, const struct ent_lexicon *lexicon, struct ent_buf *buf)
{
    each_word(trainer, documents, count, lexicon, count_word);
    trainer->word_count = majority(trainer->words, trainer->word_count);
    trainer->fine_count = majority(trainer->fine, trainer->fine_count);
    trainer->ending_count = majority(trainer->endings, trainer->ending_count);
    each_word(trainer, documents, count, lexicon, drop_word);
    ent_put_list(buf, trainer->scripts.keys, trainer->scripts.size);
    put_index(trainer, trainer->words, trainer->word_count, trainer->fine,
              trainer->fine_count, buf);
    put_index(trainer, trainer->endings, trainer->ending_count, NULL, 0, buf);
}

bool ent_lemma_train(struct ent_document *const *documents, size_t count,
                     const struct ent_lexicon *lexicon, struct ent_buf *buf)
{
    struct trainer trainer = {0};
    for (size_t d = 0; d < count; d++)
        for (uint32_t s = 0; s < documents[d]->sentence_count; s++)
            trainer.capacity += documents[d]->sentences[s].word_count;
    ent_map_init(&trainer.scripts);
    ent_buf_init(&trainer.text);
    ent_buf_init(&trainer.script);
    trainer.words = malloc((trainer.capacity + 1) * sizeof *trainer.words);
    trainer.fine = malloc((trainer.capacity + 1) * sizeof *trainer.fine);
    trainer.endings = malloc((trainer.capacity + 1) * (LONGEST + 1) *
                             sizeof *trainer.endings);
    trainer.failed = !trainer.words || !trainer.fine || !trainer.endings;
    if (!trainer.failed)
        train(&trainer, documents, count, lexicon, buf);
    bool ok = !trainer.failed && !buf->failed && trainer.scripts.size < 65535;
    free(trainer.words);
    free(trainer.fine);
    free(trainer.endings);
    ent_map_clear(&trainer.scripts);
    ent_buf_clear(&trainer.text);
    ent_buf_clear(&trainer.script);
    return ok;
}
