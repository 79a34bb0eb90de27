/* train.c: training a whole model: tagger, lemmatiser, jackknifed tags, parser. */
#include "parse/training.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLD_RUN = 10 };

void ent_train_say(const struct ent_training *t, const char *format, ...)
{
    char text[256];
    va_list arguments;
    if (!t->options->progress)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    t->options->progress(t->options->context, text);
}

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

static struct ent_train_set set_of(const struct ent_training *t, const struct ent_corpus *corpus)
{
    return (struct ent_train_set){.sentences = corpus->sentences,
                                  .count = corpus->count,
                                  .lexicon = &t->lexicon,
                                  .epochs = t->options->tag_epochs,
                                  .members = 1,
                                  .prune = t->options->tag_prune,
                                  .seed = t->options->seed};
}

size_t ent_fold_of(size_t sentence, size_t folds)
{
    return sentence / FOLD_RUN % folds;
}

static enum ent_status open_parts(const struct ent_training *t, struct ent_parser **parser,
                                  struct ent_error *error)
{
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    ent_model_put(&bytes, &t->parts, true);
    if (bytes.failed) {
        ent_buf_clear(&bytes);
        return no_memory(error);
    }
    return ent_parser_open(parser, &bytes, "", &t->lexicon, error);
}

/* Run the parts as they are over sentences; every sentence keeps its treebank. */
enum ent_status ent_train_apply(const struct ent_training *t, struct ent_corpus *corpus,
                                   size_t fold, enum ent_parse_level level,
                                   struct ent_error *error)
{
    struct ent_parser *parser = NULL;
    enum ent_status status = open_parts(t, &parser, error);
    if (status != ENT_OK)
        return status;
    struct ent_parser_scratch *scratch = ent_parser_scratch_new(parser);
    size_t next = 0;
    if (!scratch)
        status = no_memory(error);
    for (size_t d = 0; d < corpus->document_count && status == ENT_OK; d++) {
        struct ent_document *document = corpus->documents[d];
        if (!ent_scratch_document(scratch, &document->arena))
            status = no_memory(error);
        for (uint32_t s = 0; s < document->sentence_count && status == ENT_OK; s++, next++) {
            if (fold != SIZE_MAX && ent_fold_of(next, (size_t)t->options->folds) != fold)
                continue;
            scratch->treebank = corpus->sentences[next].treebank;
            status = ent_parse_sentence(scratch, level, &document->arena,
                                        &document->sentences[s], error);
        }
    }
    ent_parser_scratch_free(scratch);
    ent_parser_free(parser);
    return status;
}

/* Tag the automatic corpus by taggers that have not seen the sentences they tag. */
static enum ent_status jackknife(struct ent_training *t, struct ent_error *error)
{
    size_t folds = (size_t)t->options->folds;
    enum ent_status status = ENT_OK;
    struct ent_train_set set = set_of(t, &t->gold);
    struct ent_train_sentence *part = malloc((t->gold.count + 1) * sizeof *part);
    if (!part)
        return no_memory(error);
    set.sentences = part;
    for (size_t fold = 0; fold < folds && status == ENT_OK; fold++) {
        ent_train_say(t, "tagging fold %zu of %zu", fold + 1, folds);
        set.count = 0;
        for (size_t i = 0; i < t->gold.count; i++)
            if (ent_fold_of(i, folds) != fold)
                part[set.count++] = t->gold.sentences[i];
        ent_buf_reset(&t->parts.tagger);
        status = ent_tagger_train(&set, &t->parts.tagger)
                     ? ent_train_apply(t, &t->automatic, fold, ENT_PARSE_TAGS, error)
                     : no_memory(error);
    }
    free(part);
    return status;
}

static enum ent_status train_tagger(struct ent_training *t, struct ent_error *error)
{
    struct ent_train_set set = set_of(t, &t->gold);
    set.members = t->options->members;
    ent_train_say(t, "learning lemmas and tags from %zu sentences", t->gold.count);
    ent_buf_reset(&t->parts.tagger);
    if (!ent_tagger_train(&set, &t->parts.tagger))
        return no_memory(error);
    return ENT_OK;
}

static enum ent_status name_treebanks(struct ent_training *t, struct ent_error *error)
{
    const struct ent_train_options *o = t->options;
    t->parts.treebanks = t->names;
    for (size_t i = 0; i < o->treebank_count; i++) {
        struct ent_str name = ent_str_of(o->treebanks[i].name);
        uint32_t k = 0;
        while (k < t->parts.treebank_count && !ent_str_eq(t->names[k], name))
            k++;
        if (name.size == 0 || k < t->parts.treebank_count)
            continue;
        if (k == sizeof t->names / sizeof *t->names)
            return ent_fail(error, ENT_ELIMIT, 0, "too many treebanks");
        t->names[t->parts.treebank_count++] = name;
    }
    t->parts.default_treebank = t->parts.treebank_count;
    if (!o->default_treebank)
        return ENT_OK;
    for (uint32_t k = 0; k < t->parts.treebank_count; k++)
        if (ent_str_is(t->names[k], o->default_treebank))
            t->parts.default_treebank = k;
    return t->parts.default_treebank < t->parts.treebank_count
               ? ENT_OK
               : ent_fail(error, ENT_EARG, 0, "no treebank is called %s",
                          o->default_treebank);
}

static enum ent_status load_all(struct ent_training *t, struct ent_error *error)
{
    const struct ent_train_options *o = t->options;
    if (o->voters < 1 || o->voters + o->guided > ENT_VOTERS || o->members < 1 || o->folds < 2)
        return ent_fail(error, ENT_EARG, 0, "1 to %d parsers can vote", ENT_VOTERS);
    if (o->guided && o->voters < ENT_GUIDES)
        return ent_fail(error, ENT_EARG, 0, "guided voters need %d others", ENT_GUIDES);
    enum ent_status status = name_treebanks(t, error);
    if (status == ENT_OK && o->lexicon) {
        const char *slash = strrchr(o->lexicon, '/');
        t->parts.lexicon_name = slash ? slash + 1 : o->lexicon;
        status = ent_lexicon_load(&t->lexicon, o->lexicon, error);
    }
    for (size_t i = 0; i < o->treebank_count && status == ENT_OK; i++) {
        status = ent_corpus_read(&t->gold, &o->treebanks[i], error);
        if (status == ENT_OK)
            status = ent_corpus_read(&t->automatic, &o->treebanks[i], error);
    }
    if (status == ENT_OK && o->dev && o->dev->path)
        status = ent_corpus_read(&t->dev, o->dev, error);
    if (status == ENT_OK && t->gold.count == 0)
        status = ent_fail(error, ENT_EFORMAT, 0, "no sentence to learn from");
    return status;
}

void ent_train_defaults(struct ent_train_options *options)
{
    *options = (struct ent_train_options){.lang = "fr", .tag_epochs = 6, .arc_epochs = 12,
                                          .patience = 2, .members = 1, .voters = 1, .margin = 100,
                                          .folds = 5, .prune = 0.75, .tag_prune = 0.5,
                                          .seed = 1};
}

enum ent_status ent_train(const struct ent_train_options *options, struct ent_buf *model,
                          struct ent_buf *voters, struct ent_error *error)
{
    struct ent_training t = {.options = options};
    t.parts.lang = options->lang;
    t.parts.lexicon_name = "";
    t.parts.lexicon = &t.lexicon;
    ent_buf_init(&t.parts.tagger);
    ent_buf_init(&t.parts.lemmatizer);
    enum ent_status status = load_all(&t, error);
    if (status == ENT_OK && !ent_lemma_train(t.gold.documents, t.gold.document_count,
                                             &t.lexicon, &t.parts.lemmatizer))
        status = no_memory(error);
    if (status == ENT_OK)
        status = jackknife(&t, error);
    if (status == ENT_OK)
        status = options->from[0] ? ent_train_take(&t, error) : train_tagger(&t, error);
    if (status == ENT_OK)
        status = ent_train_parsers(&t, error);
    if (status == ENT_OK) {
        ent_train_say(&t, "tagger %zu bytes, lemmas %zu", t.parts.tagger.size,
                      t.parts.lemmatizer.size);
        ent_model_put(model, &t.parts, false);
        if (options->base && !model->failed)
            ent_model_put_voters(voters, &t.parts, options->base, ent_buf_view(model));
    }
    ent_corpus_clear(&t.gold);
    ent_corpus_clear(&t.automatic);
    ent_corpus_clear(&t.dev);
    ent_lexicon_clear(&t.lexicon);
    ent_buf_clear(&t.parts.tagger);
    ent_buf_clear(&t.parts.lemmatizer);
    for (int i = 0; i < ENT_VOTERS; i++)
        ent_buf_clear(&t.parts.voters[i]);
    free(t.labels);
    return status == ENT_OK && (model->failed || (voters && voters->failed))
               ? no_memory(error) : status;
}
