/* guide_train.c: the trees that guided parsers learn with. As with tags, they come from
 * parsers that have not learnt from the sentence, so that they err as they will in use. */
#include "parse/training.h"
#include <stdlib.h>

enum { GUIDE_EPOCHS = 4 }; /* at most: near enough to what they stand for */

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

/* Room for the guides of all sentences; it lives as long as the documents. */
static bool make_room(struct ent_corpus *corpus)
{
    size_t next = 0;
    for (size_t d = 0; d < corpus->document_count; d++) {
        struct ent_document *document = corpus->documents[d];
        for (uint32_t s = 0; s < document->sentence_count; s++, next++) {
            struct ent_train_sentence *sentence = &corpus->sentences[next];
            size_t words = document->sentences[s].word_count + 1u;
            sentence->guides = ent_arena_array(&document->arena, ENT_GUIDES,
                                               sizeof *sentence->guides);
            for (int g = 0; sentence->guides && g < ENT_GUIDES; g++) {
                struct ent_guide_tree *tree = &sentence->guides[g];
                tree->head = ent_arena_array(&document->arena, words, sizeof *tree->head);
                tree->label = ent_arena_array(&document->arena, words, sizeof *tree->label);
                if (!tree->head || !tree->label)
                    return false;
            }
            if (!sentence->guides)
                return false;
        }
    }
    return true;
}

/* Move the trees that the parser made of a fold to guide `g`, and put the gold ones back. */
static void keep_fold(struct ent_training *t, size_t fold, int g)
{
    for (size_t i = 0; i < t->automatic.count; i++) {
        if (ent_fold_of(i, (size_t)t->options->folds) != fold)
            continue;
        struct ent_sentence *made = t->automatic.sentences[i].sentence;
        const struct ent_sentence *gold = t->gold.sentences[i].sentence;
        struct ent_guide_tree *tree = &t->automatic.sentences[i].guides[g];
        for (uint32_t w = 1; w <= made->word_count; w++) {
            struct ent_word *word = &made->words[w];
            tree->head[w] = word->head;
            for (uint32_t k = 0; k < t->parts.label_count; k++)
                if (ent_str_eq(t->parts.labels[k], word->deprel))
                    tree->label[w] = (uint8_t)k;
            word->head = gold->words[w].head;
            word->deprel = gold->words[w].deprel;
            word->rel = gold->words[w].rel;
        }
    }
}

/* Learn from all folds but one, with one training, and parse that one. */
static enum ent_status guide_fold(struct ent_training *t, size_t fold, int g,
                                  struct ent_error *error)
{
    struct ent_train_set set = {.sentences = t->automatic.sentences,
                                .count = t->automatic.count,
                                .lexicon = &t->lexicon,
                                .prune = t->options->prune,
                                .seed = t->options->seed + 100000u + fold,
                                .fold = fold,
                                .folds = (size_t)t->options->folds,
                                .margin = t->options->margin};
    struct ent_arc_trainer trainer;
    struct ent_model_parts parts = t->parts;
    struct ent_buf voter;
    enum ent_status status = ENT_OK;
    int epochs = t->options->arc_epochs < GUIDE_EPOCHS ? t->options->arc_epochs : GUIDE_EPOCHS;
    ent_buf_init(&voter);
    if (!ent_arc_trainer_init(&trainer, &set, g % 2 == 1, false))
        status = no_memory(error);
    for (int epoch = 0; epoch < epochs && status == ENT_OK; epoch++)
        if (!ent_arc_trainer_epoch(&trainer, epoch))
            status = no_memory(error);
    if (status == ENT_OK && !ent_arc_trainer_put(&trainer, &trainer.learner, &voter))
        status = no_memory(error);
    if (status == ENT_OK) {
        t->parts.voters[0] = voter;
        t->parts.voter_count = 1;
        status = ent_train_apply(t, &t->automatic, fold, ENT_PARSE_TREES, error);
        t->parts = parts;
        keep_fold(t, fold, g);
    }
    ent_arc_trainer_clear(&trainer);
    ent_buf_clear(&voter);
    return status;
}

enum ent_status ent_train_guides(struct ent_training *t, struct ent_error *error)
{
    if (!make_room(&t->automatic))
        return no_memory(error);
    for (int g = 0; g < ENT_GUIDES; g++)
        for (size_t fold = 0; fold < (size_t)t->options->folds; fold++) {
            ent_train_say(t, "guide %d, fold %zu of %d", g + 1, fold + 1, t->options->folds);
            enum ent_status status = guide_fold(t, fold, g, error);
            if (status != ENT_OK)
                return status;
        }
    return ENT_OK;
}
