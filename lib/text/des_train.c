/* des_train.c: learning the model for "des" from treebanks and plain text.
 *
 * Examples come from treebanks; the classes of words from all texts. */
#include <entente/buf.h>
#include <entente/text.h>
#include <entente/utf8.h>
#include <math.h>
#include <stdlib.h>

#include "text/des_features.h"
#include "text/logistic.h"

enum { SEEN_MIN = 2 };

struct ent_des_trainer {
    struct ent_map words; /* all words seen */
    struct {
        uint32_t article, preposition; /* how often followed by these */
    } * follow;
    uint32_t follow_capacity;
    struct ent_str *contexts; /* 2 * CONTEXT + 1 words per example, views into `words` */
    bool *split;
    size_t count, capacity; /* examples */
    bool failed;
};

enum { WIDTH = 2 * ENT_DES_CONTEXT + 1 };

struct ent_des_trainer *ent_des_trainer_new(void)
{
    struct ent_des_trainer *trainer = calloc(1, sizeof *trainer);
    if (trainer)
        ent_map_init(&trainer->words);
    return trainer;
}

void ent_des_trainer_free(struct ent_des_trainer *trainer)
{
    if (!trainer)
        return;
    ent_map_clear(&trainer->words);
    free(trainer->follow);
    free(trainer->contexts);
    free(trainer->split);
    free(trainer);
}

/* The lower-case form of a token, interned; apostrophes as the tokenizer's keys have
 * them. */
static struct ent_str intern(struct ent_des_trainer *trainer, struct ent_str form,
                             uint32_t *index)
{
    struct ent_buf lower;
    ent_buf_init(&lower);
    for (size_t pos = 0; pos < form.size;) {
        uint32_t code = ent_utf8_next(form, &pos);
        ent_utf8_put(&lower, code == 0x2019 ? '\'' : ent_utf8_lower(code));
    }
    *index = ent_map_add(&trainer->words, ent_buf_view(&lower), NULL);
    ent_buf_clear(&lower);
    if (*index == ENT_MAP_NONE) {
        trainer->failed = true;
        return (struct ent_str){NULL, 0};
    }
    if (*index >= trainer->follow_capacity) {
        uint32_t capacity =
            trainer->follow_capacity ? 2 * trainer->follow_capacity : 4096;
        void *grown = realloc(trainer->follow, capacity * sizeof *trainer->follow);
        if (!grown) {
            trainer->failed = true;
            return (struct ent_str){NULL, 0};
        }
        trainer->follow = grown;
        memset(trainer->follow + trainer->follow_capacity, 0,
               (capacity - trainer->follow_capacity) * sizeof *trainer->follow);
        trainer->follow_capacity = capacity;
    }
    return trainer->words.keys[*index];
}

static bool is_one_of(struct ent_str word, const char *const *list)
{
    for (; *list; list++)
        if (ent_str_is(word, *list))
            return true;
    return false;
}

static void note_follower(struct ent_des_trainer *trainer, uint32_t index,
                          struct ent_str next)
{
    static const char *const articles[] = {"le",   "la",    "les", "l'",  "un",
                                           "une",  "son",   "sa",  "ses", "ces",
                                           "leur", "leurs", NULL};
    static const char *const prepositions[] = {"de", "du", "d'", NULL};
    if (is_one_of(next, articles))
        trainer->follow[index].article++;
    else if (is_one_of(next, prepositions))
        trainer->follow[index].preposition++;
}

static void add_example(struct ent_des_trainer *trainer, const struct ent_str *tokens,
                        size_t count, size_t at, bool split)
{
    if (trainer->count == trainer->capacity) {
        size_t capacity = trainer->capacity ? 2 * trainer->capacity : 1024;
        struct ent_str *contexts =
            realloc(trainer->contexts, capacity * WIDTH * sizeof *contexts);
        if (contexts)
            trainer->contexts = contexts;
        bool *labels = realloc(trainer->split, capacity * sizeof *labels);
        if (labels)
            trainer->split = labels;
        trainer->failed = trainer->failed || !contexts || !labels;
        if (trainer->failed)
            return;
        trainer->capacity = capacity;
    }
    for (size_t k = 0; k < WIDTH; k++) {
        bool inside = at + k >= ENT_DES_CONTEXT && at + k - ENT_DES_CONTEXT < count;
        trainer->contexts[trainer->count * WIDTH + k] =
            inside ? tokens[at + k - ENT_DES_CONTEXT] : (struct ent_str){NULL, 0};
    }
    trainer->split[trainer->count++] = split;
}

/* One sentence: its tokens, what follows them, and its "des" if `gold`. */
static void add_sentence(struct ent_des_trainer *trainer,
                         const struct ent_sentence *sentence, struct ent_str *tokens,
                         bool *split, bool gold)
{
    size_t count = 0;
    uint32_t m = 0, index, previous = ENT_MAP_NONE;
    for (int32_t i = 1; i <= (int32_t)sentence->word_count && !trainer->failed; i++) {
        struct ent_str form = sentence->words[i].form;
        bool multiword =
            m < sentence->multiword_count && sentence->multiwords[m].first == i;
        if (multiword) {
            form = sentence->multiwords[m].form;
            i = sentence->multiwords[m++].last;
        }
        split[count] = multiword;
        tokens[count++] = intern(trainer, form, &index);
        if (previous != ENT_MAP_NONE && !trainer->failed)
            note_follower(trainer, previous, tokens[count - 1]);
        previous = index;
    }
    for (size_t i = 0; i < count && gold && !trainer->failed; i++)
        if (ent_str_is(tokens[i], "des"))
            add_example(trainer, tokens, count, i, split[i]);
}

enum ent_status ent_des_trainer_add(struct ent_des_trainer *trainer,
                                    const struct ent_document *document, bool gold)
{
    for (uint32_t i = 0; i < document->sentence_count && !trainer->failed; i++) {
        const struct ent_sentence *sentence = &document->sentences[i];
        struct ent_str *tokens = malloc((sentence->word_count + 1) * sizeof *tokens);
        bool *split = malloc((sentence->word_count + 1) * sizeof *split);
        if (tokens && split)
            add_sentence(trainer, sentence, tokens, split, gold);
        else
            trainer->failed = true;
        free(tokens);
        free(split);
    }
    return trainer->failed ? ENT_EMEMORY : ENT_OK;
}

static void find_classes(struct ent_des_trainer *trainer, struct ent_des_classes *classes,
                         struct ent_buf *out)
{
    for (uint32_t i = 0; i < trainer->words.size && !trainer->failed; i++) {
        double articles = trainer->follow[i].article;
        double prepositions = trainer->follow[i].preposition;
        if (articles + prepositions < SEEN_MIN)
            continue;
        long value = lround(log((articles + 0.5) / (prepositions + 0.5)));
        value = value > ENT_DES_CLASS_MAX ? ENT_DES_CLASS_MAX : value;
        value = value < -ENT_DES_CLASS_MAX ? -ENT_DES_CLASS_MAX : value;
        if (!ent_des_set_class(classes, trainer->words.keys[i], (int)value))
            trainer->failed = true;
        ent_buf_printf(out, "class\t%.*s\t%ld\n", ENT_FMT(trainer->words.keys[i]), value);
    }
}

enum ent_status ent_des_train(struct ent_des_trainer *trainer, struct ent_buf *out)
{
    static const struct ent_lessons_options options = {15, 0.05, 0.003, SEEN_MIN, 0.005};
    struct ent_des_classes classes;
    struct ent_lessons lessons;
    ent_des_classes_init(&classes);
    ent_lessons_init(&lessons);
    find_classes(trainer, &classes, out);
    for (size_t i = 0; i < trainer->count && !lessons.failed && !trainer->failed; i++) {
        ent_lessons_begin(&lessons, trainer->split[i]);
        ent_des_features(&classes, trainer->contexts + i * WIDTH, ent_lessons_feature,
                         &lessons);
    }
    if (!trainer->failed)
        trainer->failed = !ent_lessons_learn(&lessons, &options, out);
    ent_lessons_clear(&lessons);
    ent_des_classes_clear(&classes);
    return trainer->failed || out->failed ? ENT_EMEMORY : ENT_OK;
}
