/* ent-read: documents of any kind and charset as JSON Lines. */
#include <entente/text.h>

#include "cli.h"

#include <string.h>

struct settings {
    struct ent_reader_options reader;
    struct ent_cli *cli;
};

static const struct ent_option options[] = {
    {'i', "input", "FORMAT",
     "read text, html, jsonl, csv or feed instead of telling by content"},
    {0, "drop-duplicates", NULL, "leave out documents that nearly equal an earlier one"},
    {0, "keep-repeats", NULL, "keep paragraphs that a document repeats"},
    {0, NULL, NULL, NULL},
};

static bool set_input(struct settings *settings, struct ent_cli *cli, const char *value)
{
    static const char *const names[] = {"auto", "text", "html", "jsonl", "csv", "feed"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(value, names[i]) == 0) {
            settings->reader.input = (enum ent_input)i;
            return true;
        }
    ent_cli_usage(cli, "unknown input format '%s'", value);
    return false;
}

static bool set_option(void *context, struct ent_cli *cli, const char *name,
                       const char *value)
{
    struct settings *settings = context;
    if (strcmp(name, "input") == 0)
        return set_input(settings, cli, value);
    if (strcmp(name, "drop-duplicates") == 0)
        settings->reader.drop_duplicates = true;
    else
        settings->reader.keep_repeats = true;
    return true;
}

static void report(void *context, const char *file, const struct ent_error *error)
{
    struct settings *settings = context;
    ent_cli_report(settings->cli, file, error);
}

/* Write all documents, or every `shards`th from `shard` on. */
static void copy(struct ent_cli *cli, struct ent_reader *reader,
                 struct ent_document *document)
{
    struct ent_buf line;
    struct ent_error error;
    unsigned number = 0;
    enum ent_status status;
    ent_buf_init(&line);
    while ((status = ent_reader_next(reader, document, &error)) == ENT_OK) {
        if (number++ % cli->shards != cli->shard)
            continue;
        ent_buf_reset(&line);
        ent_document_write(document, &line);
        if (line.failed)
            ent_cli_error(cli, "out of memory");
        else if (!ent_cli_write(cli, ent_buf_view(&line)))
            break;
        ent_cli_progress(cli, "%u documents", number);
    }
    if (status == ENT_EMEMORY)
        ent_cli_error(cli, "out of memory");
    ent_buf_clear(&line);
}

/* What was changed or left out, on request or when it is not nothing. */
static void summarise(struct ent_cli *cli, const struct ent_reader *reader)
{
    struct ent_reader_counts counts;
    ent_reader_count(reader, &counts);
    cli->skipped = counts.errors;
    if (counts.duplicates)
        ent_cli_warn(cli, "near-duplicate documents left out: %zu", counts.duplicates);
    if (counts.repaired)
        ent_cli_warn(cli, "wrong bytes replaced: %zu", counts.repaired);
    if (cli->verbose > 0 && counts.repeats)
        ent_cli_warn(cli, "repeated paragraphs left out: %zu", counts.repeats);
    if (cli->verbose)
        ent_cli_warn(cli, "documents read: %zu", counts.documents);
}

int main(int argc, char **argv)
{
    struct settings settings = {.cli = NULL};
    const struct ent_tool tool = {
        .name = "ent-read",
        .synopsis = "[OPTION]... [FILE|FOLDER]...",
        .summary =
            "Read texts, web pages, feeds and tables as documents, one JSON object "
            "a line.",
        .options = options,
        .shared = ENT_CLI_LANG | ENT_CLI_STRICT | ENT_CLI_SHARD | ENT_CLI_UNBUFFERED,
        .option = set_option,
        .context = &settings,
    };
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    settings.cli = &cli;
    settings.reader.lang = cli.lang;
    settings.reader.strict = cli.strict;
    settings.reader.report = report;
    settings.reader.context = &settings;
    struct ent_reader *reader =
        ent_reader_new(cli.files, cli.file_count, &settings.reader);
    struct ent_document *document = ent_document_new();
    if (reader && document) {
        copy(&cli, reader, document);
        summarise(&cli, reader);
    } else {
        ent_cli_error(&cli, "out of memory");
    }
    ent_document_free(document);
    ent_reader_free(reader);
    return ent_cli_finish(&cli);
}
