/* ent-extract: from news text to relations in one process, on all cores, in input
 * order. */
#include "pipeline.h"

#include <entente/pool.h>

#include <stdlib.h>

static const struct ent_option OPTIONS[] = {
    ENT_PIPELINE_OPTION_ROWS,
    ENT_RELATE_OPTION_ROWS,
    {0, NULL, NULL, NULL},
};

struct job {
    struct ent_document *document;
    const struct ent_parser *parser;
    struct ent_buf out;
    struct ent_relate_stats stats;
    struct ent_error error;
    struct job *next; /* in the list of idle jobs */
};

struct extract {
    struct ent_cli *cli;
    struct ent_pipeline pipeline;
    struct ent_reader *reader;
    struct ent_pipeline_scratch *scratch; /* one per worker */
    struct ent_relate_stats stats;
    struct job *idle;
    uint64_t number;
    bool broken;
};

static void free_job(struct job *job)
{
    if (!job)
        return;
    ent_document_free(job->document);
    ent_buf_clear(&job->out);
    free(job);
}

static struct job *take_job(struct extract *extract)
{
    struct job *job = extract->idle;
    if (job) {
        extract->idle = job->next;
        ent_document_reset(job->document);
    } else {
        job = calloc(1, sizeof *job);
        if (!job || !(job->document = ent_document_new())) {
            free(job);
            return NULL;
        }
        ent_buf_init(&job->out);
    }
    memset(&job->stats, 0, sizeof job->stats);
    memset(&job->error, 0, sizeof job->error);
    ent_buf_reset(&job->out);
    return job;
}

static void *produce(void *context)
{
    struct extract *extract = context;
    struct ent_error error = {0};
    struct job *job = take_job(extract);
    enum ent_status status = ENT_EMEMORY;
    if (job)
        status = ent_reader_next(extract->reader, job->document, &error);
    if (status == ENT_OK && extract->cli->lang)
        job->document->lang = ent_str_of(extract->cli->lang);
    if (status == ENT_OK)
        status = ent_pipeline_parser(&extract->pipeline, job->document->lang,
                                     &job->parser, &error);
    if (status == ENT_OK)
        return job;
    if (status != ENT_END) {
        if (status == ENT_EMEMORY)
            ent_fail(&error, status, 0, "out of memory");
        ent_cli_report(extract->cli, NULL, &error);
        extract->broken = true;
    }
    free_job(job);
    return NULL;
}

static void work(void *context, int worker, void *item)
{
    struct extract *extract = context;
    struct job *job = item;
    struct ent_relations relations;
    const struct ent_relate_options options =
        ent_relate_options_of(&extract->pipeline.relate, &job->stats);
    enum ent_status status =
        ent_pipeline_run(&extract->pipeline, job->parser, &extract->scratch[worker],
                         job->document, &options, &relations, &job->error);
    if (status == ENT_OK)
        ent_relations_print(&relations, &job->out);
    if (job->out.failed)
        ent_fail(&job->error, ENT_EMEMORY, 0, "out of memory");
}

static bool consume(void *context, void *item)
{
    struct extract *extract = context;
    struct job *job = item;
    bool going = true;
    if (job->error.status != ENT_OK) {
        ent_cli_error(extract->cli, "%.*s: %s", ENT_FMT(job->document->id),
                      job->error.text);
        extract->cli->skipped++;
        going = !extract->cli->strict;
    } else {
        going = ent_cli_write(extract->cli, ent_buf_view(&job->out));
        ent_relate_stats_add(&extract->stats, &job->stats);
    }
    extract->number++;
    ent_cli_progress(extract->cli, "%llu documents", (unsigned long long)extract->number);
    job->next = extract->idle;
    extract->idle = job;
    return going;
}

static void report(void *context, const char *file, const struct ent_error *error)
{
    struct extract *extract = context;
    ent_cli_report(extract->cli, file, error);
    extract->cli->skipped++;
}

static void run(struct extract *extract)
{
    struct ent_cli *cli = extract->cli;
    struct ent_error error = {0};
    const struct ent_pool_ops ops = {produce, work, consume};
    const struct ent_reader_options options = {
        .input = extract->pipeline.input, .lang = cli->lang, .strict = cli->strict,
        .report = report, .context = extract};
    extract->reader = ent_reader_new(cli->files, cli->file_count, &options);
    extract->scratch = calloc((size_t)cli->jobs, sizeof *extract->scratch);
    if (!extract->reader || !extract->scratch)
        ent_cli_error(cli, "out of memory");
    else if (ent_pipeline_load(&extract->pipeline, &error) != ENT_OK
             || ent_pool_run(&ops, extract, cli->jobs, &error) != ENT_OK)
        ent_cli_report(cli, NULL, &error);
    ent_cli_progress(cli, NULL);
    if (extract->pipeline.relate.stats)
        ent_relate_stats_print(cli, &extract->stats);
    for (int i = 0; extract->scratch && i < cli->jobs; i++)
        ent_pipeline_scratch_clear(&extract->scratch[i]);
    while (extract->idle) {
        struct job *job = extract->idle;
        extract->idle = job->next;
        free_job(job);
    }
    free(extract->scratch);
    ent_reader_free(extract->reader);
    ent_pipeline_clear(&extract->pipeline);
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct extract *extract = context;
    return ent_pipeline_option(&extract->pipeline, cli, name, value) > 0;
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct extract extract = {
        .cli = &cli, .pipeline.relate.min_confidence = ENT_MIN_CONFIDENCE,
        .pipeline.relate.rich_confidence = ENT_RICH_CONFIDENCE};
    const struct ent_tool tool = {
        .name = "ent-extract",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Extract relations between political actors from news text.",
        .epilogue =
            "Files, folders or standard input hold plain text, HTML, JSON Lines, CSV "
            "or feeds; relations come out as JSON Lines.",
        .options = OPTIONS,
        .shared = ENT_CLI_JOBS | ENT_CLI_LANG | ENT_CLI_STRICT,
        .option = take_option,
        .context = &extract,
    };
    int code = ent_cli_parse(&cli, &tool, argc, argv);
    if (code >= 0)
        return code;
    run(&extract);
    return ent_cli_finish(&cli);
}
