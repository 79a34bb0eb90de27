/* ent-why: the sentences behind a tie, and why a sentence gave what it gave. */
#include "pipeline.h"

static const struct ent_option OPTIONS[] = {
    {'s', "source", "ACTOR", "only relations from this actor"},
    {'t', "target", "ACTOR", "only relations to this actor"},
    {'b', "between", "ACTOR",
     "only relations of this actor, either way; twice: of the two"},
    {'r', "relation", "RELATION", "only this relation"},
    {0, "status", "STATUS", "only this status"},
    {'e', "explain", NULL, "read text and tell what each sentence gave, and why"},
    {0, "candidates", NULL, "with --explain: who might fill roles that no rule fills"},
    ENT_PIPELINE_OPTION_ROWS,
    ENT_RELATE_OPTION_ROWS,
    {0, NULL, NULL, NULL},
};

struct why {
    struct ent_cli *cli;
    struct ent_pipeline pipeline;
    const char *source, *target, *between[2];
    int relation, status;
    bool explain, candidates;
    size_t found;
};

static bool take_name(struct why *why, struct ent_cli *cli, const char *name,
                      const char *value)
{
    if (strcmp(name, "relation") == 0) {
        why->relation = ent_relation_type_of(ent_str_of(value));
        if (why->relation < 0)
            ent_cli_usage(cli, "unknown relation '%s'", value);
        return why->relation >= 0;
    }
    why->status = ent_relation_status_of(ent_str_of(value));
    if (why->status < 0)
        ent_cli_usage(cli, "unknown status '%s'", value);
    return why->status >= 0;
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct why *why = context;
    if (strcmp(name, "source") == 0)
        why->source = value;
    else if (strcmp(name, "target") == 0)
        why->target = value;
    else if (strcmp(name, "between") == 0)
        why->between[why->between[0] ? 1 : 0] = value;
    else if (strcmp(name, "explain") == 0)
        why->explain = true;
    else if (strcmp(name, "candidates") == 0)
        why->candidates = true;
    else if (strcmp(name, "relation") == 0 || strcmp(name, "status") == 0)
        return take_name(why, cli, name, value);
    else
        return ent_pipeline_option(&why->pipeline, cli, name, value) > 0;
    return true;
}

static bool is_party(const struct ent_party *party, const char *name)
{
    return ent_str_is(party->group, name) || ent_str_is(party->actor, name);
}

static bool wanted(const struct why *why, const struct ent_relation *relation)
{
    if ((why->relation >= 0 && (int)relation->type != why->relation)
        || (why->status >= 0 && (int)relation->status != why->status)
        || relation->confidence < why->pipeline.relate.min_confidence
        || (why->source && !is_party(&relation->source, why->source))
        || (why->target && !is_party(&relation->target, why->target)))
        return false;
    for (int i = 0; i < 2; i++)
        if (why->between[i] && !is_party(&relation->source, why->between[i])
            && !is_party(&relation->target, why->between[i]))
            return false;
    return true;
}

static void print_relation(struct ent_cli *cli, const struct ent_relation *relation,
                           struct ent_buf *buf)
{
    ent_buf_reset(buf);
    ent_buf_printf(buf, "%.*s %.*s: %.*s %s %.*s [%s", ENT_FMT(relation->event_date.size
                   ? relation->event_date : relation->date), ENT_FMT(relation->doc),
                   ENT_FMT(relation->source.group), ent_relation_name(relation->type),
                   ENT_FMT(relation->target.group),
                   ent_relation_status_name(relation->status));
    if (relation->claimant.size)
        ent_buf_printf(buf, " by %.*s", ENT_FMT(relation->claimant));
    ent_buf_printf(buf, ", %.2f, %.*s]\n", relation->confidence, ENT_FMT(relation->rule));
    if (relation->sentence.size) {
        ent_buf_text(buf, "    ");
        ent_buf_str(buf, relation->sentence);
        ent_buf_char(buf, '\n');
    }
    ent_cli_write(cli, ent_buf_view(buf));
}

static void read_relations(struct why *why, const char *path)
{
    FILE *file = ent_cli_open(why->cli, path);
    struct ent_lines lines;
    struct ent_arena arena;
    struct ent_buf buf;
    struct ent_str line;
    struct ent_error error = {0};
    if (!file)
        return;
    ent_lines_init(&lines, file);
    ent_arena_init(&arena);
    ent_buf_init(&buf);
    while (ent_lines_next(&lines, &line, &error) == ENT_OK) {
        struct ent_relation relation;
        if (ent_str_trim(line).size == 0)
            continue;
        ent_arena_reset(&arena);
        if (ent_relation_read(line, &arena, &relation, &error) != ENT_OK) {
            error.line = lines.line;
            ent_cli_report(why->cli, path, &error);
            why->cli->skipped++;
            if (why->cli->strict)
                break;
        } else if (wanted(why, &relation)) {
            print_relation(why->cli, &relation, &buf);
            why->found++;
        }
    }
    ent_buf_clear(&buf);
    ent_arena_clear(&arena);
    ent_lines_clear(&lines);
    ent_cli_close(why->cli, path, file);
}

static void explain_line(void *context, struct ent_str line)
{
    struct why *why = context;
    ent_cli_write(why->cli, line);
    ent_cli_write(why->cli, ENT_STR("\n"));
}

static void report(void *context, const char *file, const struct ent_error *error)
{
    struct why *why = context;
    ent_cli_report(why->cli, file, error);
    why->cli->skipped++;
}

static void explain_documents(struct why *why, struct ent_reader *reader,
                              struct ent_document *document)
{
    struct ent_pipeline_scratch scratch = {{NULL, NULL}, {NULL, NULL}};
    const struct ent_parser *parser;
    struct ent_relate_stats stats = {0};
    struct ent_relations relations;
    struct ent_error error = {0};
    struct ent_relate_options options =
        ent_relate_options_of(&why->pipeline.relate, &stats);
    struct ent_buf buf;
    enum ent_status status;
    options.explain = explain_line;
    options.context = why;
    options.candidates = why->candidates;
    ent_buf_init(&buf);
    while ((status = ent_reader_next(reader, document, &error)) == ENT_OK) {
        if (why->cli->lang)
            document->lang = ent_str_of(why->cli->lang);
        status = ent_pipeline_parser(&why->pipeline, document->lang, &parser, &error);
        if (status == ENT_OK)
            status = ent_pipeline_run(&why->pipeline, parser, &scratch, document,
                                      &options, &relations, &error);
        if (status != ENT_OK)
            break;
        ent_cli_write(why->cli, ENT_STR("relations:\n"));
        for (uint32_t i = 0; i < relations.count; i++)
            if (wanted(why, &relations.items[i]))
                print_relation(why->cli, &relations.items[i], &buf);
    }
    if (status != ENT_OK && status != ENT_END)
        ent_cli_report(why->cli, NULL, &error);
    if (why->pipeline.relate.stats)
        ent_relate_stats_print(why->cli, &stats);
    ent_buf_clear(&buf);
    ent_pipeline_scratch_clear(&scratch);
}

static void explain_files(struct why *why)
{
    struct ent_error error = {0};
    const struct ent_reader_options options = {
        .input = why->pipeline.input, .lang = why->cli->lang, .strict = why->cli->strict,
        .report = report, .context = why};
    struct ent_reader *reader =
        ent_reader_new(why->cli->files, why->cli->file_count, &options);
    struct ent_document *document = ent_document_new();
    if (!reader || !document)
        ent_cli_error(why->cli, "out of memory");
    else if (ent_pipeline_load(&why->pipeline, &error) != ENT_OK)
        ent_cli_report(why->cli, NULL, &error);
    else
        explain_documents(why, reader, document);
    ent_document_free(document);
    ent_reader_free(reader);
    ent_pipeline_clear(&why->pipeline);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct why why = {.cli = &cli, .relation = -1, .status = -1};
    const struct ent_tool tool = {
        .name = "ent-why",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Show the sentences behind relations, or explain sentences.",
        .epilogue =
            "Reads relations (JSON Lines); with --explain, what ent-extract reads.",
        .options = OPTIONS,
        .shared = ENT_CLI_LANG | ENT_CLI_STRICT,
        .option = take_option,
        .context = &why,
    };
    int code = ent_cli_parse(&cli, &tool, argc, argv);
    if (code >= 0)
        return code;
    if (why.explain)
        explain_files(&why);
    for (size_t i = 0; !why.explain && i < cli.file_count; i++)
        read_relations(&why, cli.files[i]);
    return ent_cli_finish(&cli);
}
