/* ent-relate: who does what to whom, in trees with actors. */
#include "relate_options.h"

#include <entente/conllu.h>

static const struct ent_option OPTIONS[] = {
    ENT_RELATE_OPTION_ROWS,
    {0, NULL, NULL, NULL},
};

struct relate {
    struct ent_cli *cli;
    struct ent_frames *frames;
    struct ent_relate_setup setup;
    struct ent_relate_stats stats;
    const char *path;
};

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct relate *relate = context;
    return ent_relate_option(&relate->setup, cli, name, value) > 0;
}

static void report(void *context, const struct ent_error *error)
{
    struct relate *relate = context;
    ent_cli_report(relate->cli, relate->path, error);
    relate->cli->skipped++;
}

static enum ent_status relate_document(struct relate *relate,
                                       struct ent_document *document, struct ent_buf *buf,
                                       struct ent_error *error)
{
    struct ent_mentions mentions = {0};
    struct ent_relations relations;
    const struct ent_relate_options options =
        ent_relate_options_of(&relate->setup, &relate->stats);
    if (relate->cli->lang)
        document->lang = ent_str_of(relate->cli->lang);
    enum ent_status status = ent_mentions_decode(document, &mentions, error);
    if (status == ENT_OK)
        status = ent_relations_find(relate->frames, document, &mentions, &options,
                                    &relations, error);
    if (status != ENT_OK)
        return status;
    ent_buf_reset(buf);
    ent_relations_print(&relations, buf);
    if (buf->failed)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    return ent_cli_write(relate->cli, ent_buf_view(buf)) ? ENT_OK : ENT_EIO;
}

static void relate_file(struct relate *relate, const char *path)
{
    FILE *file = ent_cli_open(relate->cli, path);
    struct ent_error error = {0};
    struct ent_buf buf;
    enum ent_status status = ENT_OK;
    if (!file)
        return;
    relate->path = path;
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, ent_cli_name(path));
    struct ent_document *document = ent_document_new();
    ent_buf_init(&buf);
    if (!reader || !document)
        status = ent_fail(&error, ENT_EMEMORY, 0, "out of memory");
    else
        ent_conllu_on_error(reader, report, relate);
    while (status == ENT_OK
           && (status = ent_conllu_read(reader, document, &error)) == ENT_OK
           && !(relate->cli->strict && relate->cli->skipped))
        status = relate_document(relate, document, &buf, &error);
    if (status != ENT_OK && status != ENT_END && error.text[0])
        ent_cli_report(relate->cli, path, &error);
    ent_buf_clear(&buf);
    ent_document_free(document);
    ent_conllu_reader_free(reader);
    ent_cli_close(relate->cli, path, file);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct relate relate = {.cli = &cli,
                            .setup.min_confidence = ENT_MIN_CONFIDENCE,
                            .setup.rich_confidence = ENT_RICH_CONFIDENCE};
    const struct ent_tool tool = {
        .name = "ent-relate",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Turn trees with actors (CoNLL-U) into relations (JSON Lines).",
        .options = OPTIONS,
        .shared = ENT_CLI_LANG | ENT_CLI_STRICT,
        .option = take_option,
        .context = &relate,
    };
    struct ent_error error = {0};
    int code = ent_cli_parse(&cli, &tool, argc, argv);
    if (code >= 0)
        return code;
    if (ent_frames_load(&relate.frames, relate.setup.frames, relate.setup.frame_count,
                        &error) != ENT_OK) {
        ent_cli_report(&cli, NULL, &error);
        return ent_cli_finish(&cli);
    }
    for (size_t i = 0; i < cli.file_count; i++)
        relate_file(&relate, cli.files[i]);
    if (relate.setup.stats)
        ent_relate_stats_print(&cli, &relate.stats);
    ent_frames_free(relate.frames);
    return ent_cli_finish(&cli);
}
