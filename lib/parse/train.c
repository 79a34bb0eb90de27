/* train.c: training a whole model: tagger, lemmatiser, jackknifed tags, parser. */
#include "parse/trainset.h"
#include <entente/conllu.h>
#include <entente/evaluate.h>
#include <entente/train.h>
#include <stdarg.h>
#include <stdlib.h>

enum { FOLD_RUN = 10 }; /* neighbouring sentences share a fold: they come from one text */

/* Documents of some treebanks, and their sentences. */
struct corpus {
    struct ent_document **documents;
    size_t document_count;
    struct ent_train_sentence *sentences;
    size_t count;
};

struct training {
    const struct ent_train_options *options;
    struct corpus gold, automatic, dev; /* automatic: gold trees, predicted tags */
    struct ent_lexicon lexicon;
    struct ent_model_parts parts;
    struct ent_str names[64]; /* treebanks */
};

static void say(const struct training *t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void say(const struct training *t, const char *format, ...)
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

static bool add_document(struct corpus *corpus, struct ent_document *document,
                         uint64_t treebank)
{
    size_t count = corpus->count + document->sentence_count;
    void *documents = realloc(corpus->documents,
                              (corpus->document_count + 1) * sizeof *corpus->documents);
    if (documents)
        corpus->documents = documents;
    void *sentences = realloc(corpus->sentences, (count + 1) * sizeof *corpus->sentences);
    if (sentences)
        corpus->sentences = sentences;
    if (!documents || !sentences)
        return false;
    corpus->documents[corpus->document_count++] = document;
    for (uint32_t i = 0; i < document->sentence_count; i++)
        corpus->sentences[corpus->count++] =
            (struct ent_train_sentence){&document->sentences[i], treebank};
    return true;
}

static enum ent_status read_treebank(struct corpus *corpus, const struct ent_treebank *bank,
                                     struct ent_error *error)
{
    FILE *file = fopen(bank->path, "rb");
    if (!file)
        return ent_fail(error, ENT_EMISSING, 0, "cannot open %s", bank->path);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, bank->path);
    enum ent_status status = reader ? ENT_OK : no_memory(error);
    while (status == ENT_OK) {
        struct ent_document *document = ent_document_new();
        if (!document) {
            status = no_memory(error);
            break;
        }
        status = ent_conllu_read(reader, document, error);
        if (status != ENT_OK) {
            ent_document_free(document);
        } else if (!add_document(corpus, document,
                                 ent_treebank_hash(ent_str_of(bank->name)))) {
            ent_document_free(document);
            status = no_memory(error);
        }
    }
    if (status == ENT_END)
        status = ent_conllu_errors(reader)
                     ? ent_fail(error, ENT_EFORMAT, 0, "malformed sentences in %s",
                                bank->path)
                     : ENT_OK;
    ent_conllu_reader_free(reader);
    fclose(file);
    return status;
}

static void corpus_clear(struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->document_count; i++)
        ent_document_free(corpus->documents[i]);
    free(corpus->documents);
    free(corpus->sentences);
    *corpus = (struct corpus){0};
}

static struct ent_train_set set_of(const struct training *t, const struct corpus *corpus)
{
    return (struct ent_train_set){.sentences = corpus->sentences,
                                  .count = corpus->count,
                                  .lexicon = &t->lexicon,
                                  .epochs = t->options->tag_epochs,
                                  .prune = t->options->prune,
                                  .seed = t->options->seed};
}

static size_t fold_of(size_t sentence, size_t folds)
{
    return sentence / FOLD_RUN % folds;
}

static enum ent_status open_parts(const struct training *t, struct ent_parser **parser,
                                  struct ent_error *error)
{
    struct ent_buf bytes;
    ent_buf_init(&bytes);
    ent_model_put(&bytes, &t->parts);
    if (bytes.failed) {
        ent_buf_clear(&bytes);
        return no_memory(error);
    }
    return ent_parser_open(parser, &bytes, "", &t->lexicon, error);
}

/* Run the parts as they are over sentences; every sentence keeps its treebank. */
static enum ent_status apply_parts(const struct training *t, struct corpus *corpus,
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
            if (fold != SIZE_MAX && fold_of(next, (size_t)t->options->folds) != fold)
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
static enum ent_status jackknife(struct training *t, struct ent_error *error)
{
    size_t folds = (size_t)t->options->folds;
    enum ent_status status = ENT_OK;
    struct ent_train_set set = set_of(t, &t->gold);
    struct ent_train_sentence *part = malloc((t->gold.count + 1) * sizeof *part);
    if (!part)
        return no_memory(error);
    set.sentences = part;
    for (size_t fold = 0; fold < folds && status == ENT_OK; fold++) {
        say(t, "tagging fold %zu of %zu", fold + 1, folds);
        set.count = 0;
        for (size_t i = 0; i < t->gold.count; i++)
            if (fold_of(i, folds) != fold)
                part[set.count++] = t->gold.sentences[i];
        ent_buf_reset(&t->parts.tagger);
        status = ent_tagger_train(&set, &t->parts.tagger)
                     ? apply_parts(t, &t->automatic, fold, ENT_PARSE_TAGS, error)
                     : no_memory(error);
    }
    free(part);
    return status;
}

static enum ent_status train_tagger(struct training *t, struct ent_error *error)
{
    struct ent_train_set set = set_of(t, &t->gold);
    say(t, "learning lemmas and tags from %zu sentences", t->gold.count);
    ent_buf_reset(&t->parts.tagger);
    if (!ent_tagger_train(&set, &t->parts.tagger))
        return no_memory(error);
    return ENT_OK;
}

/* LAS on dev, in percent, with the parts as they are. */
static enum ent_status try_dev(struct training *t, double *las, struct ent_error *error)
{
    struct corpus system = {0};
    struct ent_evaluation evaluation = {0};
    enum ent_status status = read_treebank(&system, t->options->dev, error);
    if (status == ENT_OK)
        status = apply_parts(t, &system, SIZE_MAX, ENT_PARSE_ALL, error);
    for (size_t i = 0; i < system.document_count && status == ENT_OK; i++)
        status = ent_evaluate(&evaluation, t->dev.documents[i], system.documents[i], error);
    corpus_clear(&system);
    *las = 100 * ent_metric_f1(&evaluation.las);
    if (status == ENT_OK)
        say(t, "dev: UPOS %.2f UFeats %.2f Lemmas %.2f UAS %.2f LAS %.2f (with subtypes %.2f)",
            100 * ent_metric_f1(&evaluation.upos), 100 * ent_metric_f1(&evaluation.ufeats),
            100 * ent_metric_f1(&evaluation.lemmas), 100 * ent_metric_f1(&evaluation.uas),
            *las, 100 * ent_metric_f1(&evaluation.full));
    return status;
}

/* After an epoch: keep the parser if it is the best so far (without dev: the last). */
static enum ent_status keep_best(struct training *t, const struct ent_arc_trainer *trainer,
                                 double *best, int *waited, struct ent_error *error)
{
    struct ent_buf old = t->parts.parser;
    double las = *best + 1;
    ent_buf_init(&t->parts.parser);
    enum ent_status status = ent_arc_trainer_put(trainer, &t->parts.parser)
                                 ? ENT_OK
                                 : no_memory(error);
    if (status == ENT_OK && t->dev.document_count)
        status = try_dev(t, &las, error);
    if (status == ENT_OK && las > *best) {
        *best = las;
        *waited = 0;
        ent_buf_clear(&old);
        return ENT_OK;
    }
    ++*waited;
    ent_buf_clear(&t->parts.parser);
    t->parts.parser = old;
    return status;
}

static enum ent_status train_parser(struct training *t, struct ent_error *error)
{
    struct ent_train_set set = set_of(t, &t->automatic);
    struct ent_arc_trainer trainer;
    double best = -1;
    int waited = 0, epochs = t->options->arc_epochs;
    enum ent_status status = ent_arc_trainer_init(&trainer, &set)
                                 ? ENT_OK
                                 : ent_fail(error, ENT_ELIMIT, 0, "too many relations");
    for (int epoch = 0; epoch < epochs && status == ENT_OK; epoch++) {
        if (!ent_arc_trainer_epoch(&trainer, epoch)) {
            status = no_memory(error);
            break;
        }
        say(t, "parser, epoch %d: %zu errors in %zu steps, %zu features", epoch + 1,
            trainer.errors, trainer.steps, trainer.learner.size);
        if (t->dev.document_count || epoch + 1 == epochs)
            status = keep_best(t, &trainer, &best, &waited, error);
        if (t->dev.document_count && waited >= t->options->patience)
            break;
    }
    ent_arc_trainer_clear(&trainer);
    return status;
}

static enum ent_status name_treebanks(struct training *t, struct ent_error *error)
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

static enum ent_status load_all(struct training *t, struct ent_error *error)
{
    const struct ent_train_options *o = t->options;
    enum ent_status status = name_treebanks(t, error);
    if (status == ENT_OK && o->lexicon) {
        const char *slash = strrchr(o->lexicon, '/');
        t->parts.lexicon_name = slash ? slash + 1 : o->lexicon;
        status = ent_lexicon_load(&t->lexicon, o->lexicon, error);
    }
    for (size_t i = 0; i < o->treebank_count && status == ENT_OK; i++) {
        status = read_treebank(&t->gold, &o->treebanks[i], error);
        if (status == ENT_OK)
            status = read_treebank(&t->automatic, &o->treebanks[i], error);
    }
    if (status == ENT_OK && o->dev && o->dev->path)
        status = read_treebank(&t->dev, o->dev, error);
    if (status == ENT_OK && t->gold.count == 0)
        status = ent_fail(error, ENT_EFORMAT, 0, "no sentence to learn from");
    return status;
}

void ent_train_defaults(struct ent_train_options *options)
{
    *options = (struct ent_train_options){.lang = "fr", .tag_epochs = 6, .arc_epochs = 12,
                                          .patience = 3, .folds = 5, .prune = 0.5,
                                          .seed = 1};
}

enum ent_status ent_train(const struct ent_train_options *options, struct ent_buf *model,
                          struct ent_error *error)
{
    struct training t = {.options = options};
    t.parts.lang = options->lang;
    t.parts.lexicon_name = "";
    t.parts.lexicon = &t.lexicon;
    ent_buf_init(&t.parts.tagger);
    ent_buf_init(&t.parts.lemmatizer);
    ent_buf_init(&t.parts.parser);
    enum ent_status status = load_all(&t, error);
    if (status == ENT_OK && !ent_lemma_train(t.gold.documents, t.gold.document_count,
                                             &t.lexicon, &t.parts.lemmatizer))
        status = no_memory(error);
    if (status == ENT_OK)
        status = jackknife(&t, error);
    if (status == ENT_OK)
        status = train_tagger(&t, error);
    if (status == ENT_OK)
        status = train_parser(&t, error);
    if (status == ENT_OK) {
        say(&t, "tagger %zu bytes, lemmas %zu, parser %zu", t.parts.tagger.size,
            t.parts.lemmatizer.size, t.parts.parser.size);
        ent_model_put(model, &t.parts);
    }
    corpus_clear(&t.gold);
    corpus_clear(&t.automatic);
    corpus_clear(&t.dev);
    ent_lexicon_clear(&t.lexicon);
    ent_buf_clear(&t.parts.tagger);
    ent_buf_clear(&t.parts.lemmatizer);
    ent_buf_clear(&t.parts.parser);
    return status == ENT_OK && model->failed ? no_memory(error) : status;
}
