/* ent-parse: from documents to CoNLL-U with tags, features, lemmas and trees. */
#include "cli.h"
#include <entente/conllu.h>
#include <entente/data.h>
#include <entente/evaluate.h>
#include <entente/parse.h>
#include <entente/pool.h>
#include <entente/text.h>
#include <stdlib.h>

enum { LANGUAGES = 2 };

struct options {
    const char *input, *model, *treebank;
    bool eval, keep_tags;
};

/* A document on its way. */
struct job {
    struct ent_document *document;
    const struct ent_parser *parser;
    struct ent_buf out;
    enum ent_status status;
    struct ent_error error;
    struct job *next; /* in the list of idle jobs */
};

/* A thread's working memory: one scratch per model it has met. */
struct worker {
    struct ent_parser_scratch *scratch[LANGUAGES];
    const struct ent_parser *parser[LANGUAGES];
};

struct run {
    struct ent_cli *cli;
    const struct options *options;
    struct ent_models *models;
    struct ent_parser *own; /* --model FILE */
    struct ent_tokenizer *tokenizer;
    struct ent_reader *reader;       /* documents, or NULL: CoNLL-U */
    struct ent_conllu_reader *trees; /* the present CoNLL-U file */
    FILE *file;
    size_t next_file;
    struct worker *workers;
    struct job *idle;
    bool stopped;
};

static const struct ent_option OPTIONS[] = {
    {0, "input", "FORMAT", "text, html, jsonl, csv, feed or conllu; default: by content"},
    {'m', "model", "NAME", "fast (default), accurate, or the path of a model file"},
    {'t', "treebank", "NAME", "follow the conventions of this treebank"},
    {'k', "keep-tags", NULL, "with CoNLL-U: keep tags, features and lemmas too"},
    {'e', "eval", NULL, "parse CoNLL-U files anew and print how well that agrees"},
    {0},
};

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct options *o = context;
    (void)cli;
    if (strcmp(name, "input") == 0)
        o->input = value;
    else if (strcmp(name, "model") == 0)
        o->model = value;
    else if (strcmp(name, "treebank") == 0)
        o->treebank = value;
    else if (strcmp(name, "keep-tags") == 0)
        o->keep_tags = true;
    else
        o->eval = true;
    return true;
}

static void report_document(void *context, const char *file,
                            const struct ent_error *error)
{
    struct run *run = context;
    ent_cli_report(run->cli, file, error);
    run->cli->skipped++;
}

static void report_sentence(void *context, const struct ent_error *error)
{
    struct run *run = context;
    report_document(run, run->cli->files[run->next_file - 1], error);
    run->stopped = run->stopped || run->cli->strict;
}

/* Go on to the next CoNLL-U file. */
static bool open_next(struct run *run)
{
    while (!run->file && run->next_file < run->cli->file_count) {
        const char *path = run->cli->files[run->next_file++];
        run->file = ent_cli_open(run->cli, path);
        if (!run->file)
            continue;
        run->trees = ent_conllu_reader_new(run->file, path);
        if (!run->trees)
            return false;
        ent_conllu_on_error(run->trees, report_sentence, run);
    }
    return run->file != NULL;
}

static void close_file(struct run *run)
{
    ent_conllu_reader_free(run->trees);
    if (run->file)
        ent_cli_close(run->cli, run->cli->files[run->next_file - 1], run->file);
    run->trees = NULL;
    run->file = NULL;
}

static enum ent_status read_document(struct run *run, struct ent_document *document,
                                     struct ent_error *error)
{
    if (run->reader)
        return ent_reader_next(run->reader, document, error);
    while (!run->stopped && open_next(run)) {
        enum ent_status status = ent_conllu_read(run->trees, document, error);
        if (status != ENT_END)
            return status;
        close_file(run);
    }
    return ENT_END;
}

/* The language of trees that do not say it is guessed from their words. */
static struct ent_str language_of(const struct run *run,
                                  const struct ent_document *document)
{
    struct ent_buf text;
    if (run->cli->lang)
        return ent_str_of(run->cli->lang);
    if (document->lang.size || document->text.size)
        return document->lang;
    ent_buf_init(&text);
    for (uint32_t s = 0; s < document->sentence_count && text.size < 2000; s++)
        for (uint32_t w = 1; w <= document->sentences[s].word_count; w++) {
            ent_buf_str(&text, document->sentences[s].words[w].form);
            ent_buf_char(&text, ' ');
        }
    const char *lang = ent_guess_language(ent_buf_view(&text));
    ent_buf_clear(&text);
    return ent_str_of(lang);
}

static void free_job(struct job *job)
{
    if (!job)
        return;
    ent_document_free(job->document);
    ent_buf_clear(&job->out);
    free(job);
}

static struct job *take_job(struct run *run)
{
    struct job *job = run->idle;
    if (job) {
        run->idle = job->next;
    } else {
        job = calloc(1, sizeof *job);
        if (!job || !(job->document = ent_document_new())) {
            free(job);
            return NULL;
        }
        ent_buf_init(&job->out);
    }
    ent_buf_reset(&job->out);
    job->error = (struct ent_error){0};
    job->parser = run->own;
    return job;
}

static void *produce(void *context)
{
    struct run *run = context;
    struct job *job = take_job(run);
    if (!job) {
        ent_cli_error(run->cli, "out of memory");
        return NULL;
    }
    job->status = read_document(run, job->document, &job->error);
    if (job->status == ENT_END || run->stopped) {
        free_job(job);
        return NULL;
    }
    if (job->status == ENT_OK && !run->own)
        job->status = ent_models_get(run->models, language_of(run, job->document),
                                     &job->parser, &job->error);
    run->stopped = job->status != ENT_OK; /* reading cannot go on, or there is no model */
    return job;
}

static struct ent_parser_scratch *scratch_for(struct run *run, struct worker *worker,
                                              struct job *job)
{
    for (int i = 0; i < LANGUAGES; i++) {
        if (!worker->scratch[i]) {
            worker->parser[i] = job->parser;
            worker->scratch[i] = ent_parser_scratch_new(job->parser);
            if (worker->scratch[i] && run->options->treebank)
                job->status = ent_parser_scratch_treebank(
                    worker->scratch[i], run->options->treebank, &job->error);
        }
        if (worker->parser[i] == job->parser)
            return worker->scratch[i];
    }
    return NULL;
}

static void work(void *context, int number, void *item)
{
    struct run *run = context;
    struct job *job = item;
    if (job->status != ENT_OK)
        return;
    struct ent_parser_scratch *scratch = scratch_for(run, &run->workers[number], job);
    if (!scratch)
        job->status = ent_fail(&job->error, ENT_EMEMORY, 0, "out of memory");
    if (job->status == ENT_OK && run->reader)
        job->status = ent_tokenize(run->tokenizer, job->document, &job->error);
    if (job->status == ENT_OK)
        job->status = ent_parse(job->parser, scratch,
                                run->options->keep_tags ? ENT_PARSE_TREES : ENT_PARSE_ALL,
                                job->document, &job->error);
    if (job->status != ENT_OK)
        return;
    ent_conllu_write(job->document, &job->out);
    if (job->out.failed)
        job->status = ent_fail(&job->error, ENT_EMEMORY, 0, "out of memory");
}

static bool consume(void *context, void *item)
{
    struct run *run = context;
    struct job *job = item;
    bool go_on = job->status == ENT_OK;
    if (go_on)
        go_on = ent_cli_write(run->cli, ent_buf_view(&job->out));
    else
        ent_cli_report(run->cli, NULL, &job->error);
    job->next = run->idle;
    run->idle = job;
    return go_on;
}

static int evaluate(struct run *run)
{
    const struct options *o = run->options;
    struct ent_evaluation gold = {0}, raw = {0};
    struct ent_error error = {0};
    struct ent_buf buf;
    struct ent_evaluate_options how = {.treebank = o->treebank,
                                       .level = o->keep_tags ? ENT_PARSE_TREES
                                                             : ENT_PARSE_ALL};
    const char *lang = run->cli->lang ? run->cli->lang : "fr";
    enum ent_status status = ENT_OK;
    how.parser = run->own;
    if (!run->own)
        status = ent_models_get(run->models, ent_str_of(lang), &how.parser, &error);
    for (size_t i = 0; i < run->cli->file_count && status == ENT_OK; i++) {
        how.tokenizer = NULL;
        status = ent_evaluate_file(&how, run->cli->files[i], &gold, &error);
        how.tokenizer = run->tokenizer;
        if (status == ENT_OK && !o->keep_tags)
            status = ent_evaluate_file(&how, run->cli->files[i], &raw, &error);
    }
    if (status != ENT_OK) {
        ent_cli_report(run->cli, NULL, &error);
        return ent_cli_finish(run->cli);
    }
    ent_buf_init(&buf);
    ent_buf_text(&buf, "# gold tokens\n");
    ent_evaluation_write(&gold, &buf);
    if (!o->keep_tags) {
        ent_buf_text(&buf, "# raw text\n");
        ent_evaluation_write(&raw, &buf);
    }
    ent_cli_write(run->cli, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    return ent_cli_finish(run->cli);
}

static bool ends_in(const char *path, const char *suffix)
{
    return ent_str_ends(ent_str_of(path), ent_str_of(suffix));
}

/* -1: go on with documents; 0: with CoNLL-U; else the exit status. */
static int choose_input(struct run *run)
{
    static const char *const FORMATS[] = {"auto", "text", "html", "jsonl", "csv", "feed"};
    struct ent_reader_options reader = {.input = ENT_INPUT_AUTO,
                                        .lang = run->cli->lang,
                                        .strict = run->cli->strict,
                                        .report = report_document,
                                        .context = run};
    const char *input = run->options->input;
    if (input ? strcmp(input, "conllu") == 0 : ends_in(run->cli->files[0], ".conllu"))
        return -1;
    for (size_t i = 0; input; i++) {
        if (i == sizeof FORMATS / sizeof *FORMATS)
            return ent_cli_usage(run->cli, "--input does not know '%s'", input);
        if (strcmp(input, FORMATS[i]) == 0) {
            reader.input = (enum ent_input)i;
            break;
        }
    }
    run->reader = ent_reader_new(run->cli->files, run->cli->file_count, &reader);
    if (!run->reader)
        ent_cli_error(run->cli, "out of memory");
    return run->reader ? -1 : ENT_EXIT_FAILED;
}

static int parse_all(struct run *run)
{
    static const struct ent_pool_ops ops = {produce, work, consume};
    struct ent_error error = {0};
    int status = choose_input(run);
    if (status >= 0)
        return status;
    run->workers = calloc((size_t)run->cli->jobs + 1, sizeof *run->workers);
    if (!run->workers)
        ent_cli_error(run->cli, "out of memory");
    else if (ent_pool_run(&ops, run, run->cli->jobs, &error) != ENT_OK)
        ent_cli_report(run->cli, NULL, &error);
    close_file(run);
    return ent_cli_finish(run->cli);
}

static void run_clear(struct run *run)
{
    for (int i = 0; run->workers && i <= run->cli->jobs; i++)
        for (int k = 0; k < LANGUAGES; k++)
            ent_parser_scratch_free(run->workers[i].scratch[k]);
    free(run->workers);
    while (run->idle) {
        struct job *job = run->idle;
        run->idle = job->next;
        free_job(job);
    }
    ent_reader_free(run->reader);
    ent_tokenizer_free(run->tokenizer);
    ent_models_free(run->models);
    ent_parser_free(run->own);
}

static enum ent_status load_model(struct run *run, struct ent_error *error)
{
    const char *model = run->options->model;
    enum ent_status status = ent_tokenizer_load(&run->tokenizer, error);
    if (status != ENT_OK)
        return status;
    if (strchr(model, '/') || ends_in(model, ".ent"))
        return ent_parser_load(&run->own, model, error);
    run->models = ent_models_new(model);
    return run->models ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

int main(int argc, char **argv)
{
    struct options options = {.model = "fast"};
    struct ent_tool tool = {
        .name = "ent-parse",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Split documents into sentences and words, tag, lemmatise and parse "
                   "them; write CoNLL-U.",
        .options = OPTIONS,
        .shared = ENT_CLI_JOBS | ENT_CLI_LANG | ENT_CLI_STRICT,
        .option = take_option,
        .context = &options,
    };
    struct ent_cli cli;
    struct ent_error error = {0};
    struct run run = {.cli = &cli, .options = &options};
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (load_model(&run, &error) != ENT_OK) {
        ent_cli_report(&cli, NULL, &error);
        status = ent_cli_finish(&cli);
    } else {
        status = options.eval ? evaluate(&run) : parse_all(&run);
    }
    run_clear(&run);
    return status;
}
