/* ent-score: how well extracted relations agree with a gold standard. */
#include "cli.h"

#include <entente/score.h>

#include <stdlib.h>

static const struct ent_option OPTIONS[] = {
    {0, "docs", "FILE", "ids of all annotated documents, one a line"},
    {0, "aliases", "FILE",
     "names of the same actor, TAB-separated (default: beside GOLD)"},
    {0, "states", "FILE", "state codes (default: iso3166-alpha3.txt beside GOLD)"},
    {0, "errors", NULL, "list wrong and missed triples"},
    {0, "json", NULL, "print the figures as one JSON object"},
    {0, NULL, NULL, NULL},
};

static const char *const LEVELS[ENT_LEVEL_COUNT] = {"triple", "sign", "pair"};

struct options {
    const char *docs, *aliases, *states;
    bool errors, json;
};

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct options *options = context;
    (void)cli;
    if (strcmp(name, "docs") == 0)
        options->docs = value;
    else if (strcmp(name, "aliases") == 0)
        options->aliases = value;
    else if (strcmp(name, "states") == 0)
        options->states = value;
    else if (strcmp(name, "errors") == 0)
        options->errors = true;
    else
        options->json = true;
    return true;
}

typedef enum ent_status take_line(struct ent_score *score, struct ent_str line,
                                  struct ent_error *error);

static enum ent_status take_gold(struct ent_score *score, struct ent_str line,
                                 struct ent_error *error)
{
    return ent_score_add(score, line, true, error);
}

static enum ent_status take_system(struct ent_score *score, struct ent_str line,
                                   struct ent_error *error)
{
    return ent_score_add(score, line, false, error);
}

static enum ent_status take_words(struct ent_map *map, struct ent_str line,
                                  struct ent_error *error)
{
    struct ent_str part;
    while (ent_str_split(&line, ' ', &part)) {
        part = ent_str_trim(part);
        if (part.size > 0 && ent_map_add(map, part, NULL) == ENT_MAP_NONE)
            return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    return ENT_OK;
}

static enum ent_status take_doc(struct ent_score *score, struct ent_str line,
                                struct ent_error *error)
{
    return take_words(&score->docs, line, error);
}

static enum ent_status take_state(struct ent_score *score, struct ent_str line,
                                  struct ent_error *error)
{
    return take_words(&score->states, line, error);
}

/* Read a file line by line; bad lines are told and skipped. */
static void read_lines(struct ent_cli *cli, struct ent_score *score, const char *path,
                       take_line *take)
{
    FILE *file = ent_cli_open(cli, path);
    struct ent_lines lines;
    struct ent_str line;
    struct ent_error error = {0};
    enum ent_status status;
    if (!file)
        return;
    ent_lines_init(&lines, file);
    while ((status = ent_lines_next(&lines, &line, &error)) == ENT_OK) {
        if (ent_str_trim(line).size == 0)
            continue;
        if (take(score, line, &error) != ENT_OK) {
            error.line = lines.line;
            ent_cli_report(cli, path, &error);
            cli->skipped++;
            if (cli->strict)
                break;
        }
    }
    ent_lines_clear(&lines);
    ent_cli_close(cli, path, file);
}

/* A file beside the gold file, if it is there. */
static void read_beside(struct ent_cli *cli, struct ent_score *score, const char *gold,
                        const char *name, take_line *take)
{
    const char *slash = strrchr(gold, '/');
    struct ent_buf path;
    ent_buf_init(&path);
    if (slash)
        ent_buf_add(&path, gold, (size_t)(slash - gold) + 1);
    ent_buf_text(&path, name);
    FILE *file = path.data ? fopen(path.data, "r") : NULL;
    if (file) {
        fclose(file);
        read_lines(cli, score, path.data, take);
    }
    ent_buf_clear(&path);
}

static void print_count(struct ent_buf *buf, const char *name,
                        struct ent_score_count count)
{
    ent_buf_printf(buf,
                   "%-7s P %.3f  R %.3f  F1 %.3f   (%u right, %u wrong, %u missed)\n",
                   name, ent_score_count_precision(count), ent_score_count_recall(count),
                   ent_score_count_f1(count), count.right, count.wrong, count.missed);
}

static double status_accuracy(const struct ent_score *score)
{
    return score->status_all ? (double)score->status_right / score->status_all : 0;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(ent_relation_name((enum ent_relation_type)*(const int *)a),
                  ent_relation_name((enum ent_relation_type)*(const int *)b));
}

static void print_text(const struct ent_score *score, struct ent_buf *buf)
{
    int order[ENT_RELATION_COUNT];
    for (int i = 0; i < ENT_LEVEL_COUNT; i++)
        print_count(buf, LEVELS[i], score->levels[i]);
    ent_buf_printf(buf, "status accuracy %.3f over %u documents\n",
                   status_accuracy(score), score->docs.size);
    for (int i = 0; i < ENT_RELATION_COUNT; i++)
        order[i] = i;
    qsort(order, ENT_RELATION_COUNT, sizeof *order, by_name);
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        struct ent_score_count count = score->relations[order[i]];
        if (count.right + count.wrong + count.missed == 0)
            continue;
        ent_buf_printf(buf, "  %-18s F1 %.3f   right %3u  wrong %3u  missed %3u\n",
                       ent_relation_name((enum ent_relation_type)order[i]),
                       ent_score_count_f1(count), count.right, count.wrong, count.missed);
    }
}

static void json_count(struct ent_buf *buf, const char *name,
                       struct ent_score_count count)
{
    ent_buf_printf(buf, "\"%s\":{\"precision\":", name);
    ent_buf_double(buf, ent_score_count_precision(count));
    ent_buf_text(buf, ",\"recall\":");
    ent_buf_double(buf, ent_score_count_recall(count));
    ent_buf_text(buf, ",\"f1\":");
    ent_buf_double(buf, ent_score_count_f1(count));
    ent_buf_printf(buf, ",\"hits\":%u,\"wrong\":%u,\"missed\":%u}", count.right,
                   count.wrong, count.missed);
}

static void print_json(const struct ent_score *score, struct ent_buf *buf)
{
    const char *comma = "";
    ent_buf_char(buf, '{');
    for (int i = 0; i < ENT_LEVEL_COUNT; i++) {
        json_count(buf, LEVELS[i], score->levels[i]);
        ent_buf_char(buf, ',');
    }
    ent_buf_text(buf, "\"status_accuracy\":");
    ent_buf_double(buf, status_accuracy(score));
    ent_buf_text(buf, ",\"relations\":{");
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        struct ent_score_count count = score->relations[i];
        if (count.right + count.wrong + count.missed == 0)
            continue;
        ent_buf_text(buf, comma);
        json_count(buf, ent_relation_name((enum ent_relation_type)i), count);
        comma = ",";
    }
    ent_buf_printf(buf, "},\"docs\":%u}\n", score->docs.size);
}

static void print_rows(const struct ent_score_rows *rows, const char *what,
                       struct ent_buf *buf)
{
    for (uint32_t i = 0; i < rows->count; i++) {
        const struct ent_relation *r = &rows->items[i].relation;
        ent_buf_printf(buf, "%-6s %.*s: %.*s --%s--> %.*s [%s] | ", what, ENT_FMT(r->doc),
                       ENT_FMT(r->source.group), ent_relation_name(r->type),
                       ENT_FMT(r->target.group), ent_relation_status_name(r->status));
        ent_buf_str(buf, r->sentence);
        ent_buf_char(buf, '\n');
    }
}

static void score_files(struct ent_cli *cli, const struct options *options)
{
    struct ent_score score;
    struct ent_buf buf;
    struct ent_error error = {0};
    const char *gold = cli->files[0];
    ent_score_init(&score);
    ent_buf_init(&buf);
    if (options->aliases)
        read_lines(cli, &score, options->aliases, ent_score_alias);
    else
        read_beside(cli, &score, gold, "aliases.tsv", ent_score_alias);
    if (options->states)
        read_lines(cli, &score, options->states, take_state);
    else
        read_beside(cli, &score, gold, "iso3166-alpha3.txt", take_state);
    if (options->docs)
        read_lines(cli, &score, options->docs, take_doc);
    read_lines(cli, &score, gold, take_gold);
    read_lines(cli, &score, cli->file_count > 1 ? cli->files[1] : "-", take_system);
    if (ent_score_compute(&score, &error) != ENT_OK)
        ent_cli_report(cli, NULL, &error);
    else if (options->json)
        print_json(&score, &buf);
    else
        print_text(&score, &buf);
    if (options->errors) {
        print_rows(&score.wrong, "wrong", &buf);
        print_rows(&score.missed, "missed", &buf);
    }
    ent_cli_write(cli, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    ent_score_clear(&score);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct options options = {0};
    const struct ent_tool tool = {
        .name = "ent-score",
        .synopsis = "[OPTION]... GOLD [SYSTEM]",
        .summary = "Compare extracted relations with a gold standard.",
        .epilogue = "SYSTEM is standard input if it is missing or -.",
        .options = OPTIONS,
        .shared = ENT_CLI_STRICT,
        .option = take_option,
        .context = &options,
    };
    int code = ent_cli_parse(&cli, &tool, argc, argv);
    if (code >= 0)
        return code;
    if (!cli.files_given || cli.file_count > 2)
        return ent_cli_usage(&cli, "one or two files wanted");
    score_files(&cli, &options);
    return ent_cli_finish(&cli);
}
