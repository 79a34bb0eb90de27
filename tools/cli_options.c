#include "cli.h"

#include <entente/data.h>
#include <entente/pool.h>
#include <entente/str.h>

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

enum { MOST_OPTIONS = 64, LONG_ONLY = 256 };

/* The options that several tools share; `shared` is the bit that switches one on. */
static const struct {
    unsigned shared; /* 0 = always there */
    struct ent_option option;
} common[] = {
    {0, {'h', "help", NULL, "show this help and exit"}},
    {0, {'V', "version", NULL, "show the version and exit"}},
    {0, {'o', "output", "FILE", "write to FILE instead of standard output"}},
    {0, {'q', "quiet", NULL, "no warnings, no progress"}},
    {0, {'v', "verbose", NULL, "say more on standard error"}},
    {ENT_CLI_JOBS, {'j', "jobs", "N", "use N threads (default: all processors)"}},
    {ENT_CLI_LANG, {0, "lang", "fr|en", "take this language instead of guessing it"}},
    {ENT_CLI_SEED, {0, "seed", "N", "seed of the random numbers (default 1)"}},
    {ENT_CLI_STRICT, {0, "strict", NULL, "stop at the first bad record"}},
    {ENT_CLI_SHARD, {0, "shard", "K/N", "take only every N-th record, from the K-th on"}},
    {ENT_CLI_PROVENANCE,
     {0, "no-provenance", NULL, "do not note the command line in the output"}},
    {ENT_CLI_UNBUFFERED, {0, "unbuffered", NULL, "flush after every record"}},
};

struct option_table {
    const struct ent_option *items[MOST_OPTIONS];
    bool own[MOST_OPTIONS]; /* the tool's, not a common one */
    struct option longs[MOST_OPTIONS + 1];
    char shorts[2 * MOST_OPTIONS + 2];
    int count;
};

static void add_option(struct option_table *table, const struct ent_option *option,
                       bool own)
{
    if (table->count == MOST_OPTIONS)
        return;
    int i = table->count++;
    table->items[i] = option;
    table->own[i] = own;
    table->longs[i] = (struct option){
        option->name, option->argument ? required_argument : no_argument, NULL,
        LONG_ONLY + i};
    if (option->short_name) {
        char text[3] = {option->short_name, option->argument ? ':' : '\0', '\0'};
        strcat(table->shorts, text);
    }
}

static void build_table(struct option_table *table, const struct ent_tool *tool)
{
    *table = (struct option_table){0};
    for (const struct ent_option *o = tool->options; o && o->name; o++)
        add_option(table, o, true);
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!common[i].shared || (tool->shared & common[i].shared))
            add_option(table, &common[i].option, false);
}

static void print_help(const struct ent_tool *tool, const struct option_table *table)
{
    printf("Usage: %s %s\n%s\n\n", tool->name, tool->synopsis, tool->summary);
    for (int i = 0; i < table->count; i++) {
        const struct ent_option *option = table->items[i];
        char left[64];
        snprintf(left, sizeof left, "%c%c%s --%s%s%s", option->short_name ? '-' : ' ',
                 option->short_name ? option->short_name : ' ',
                 option->short_name ? "," : " ", option->name,
                 option->argument ? " " : "", option->argument ? option->argument : "");
        if (strlen(left) > 26)
            printf("  %s\n  %-26s %s\n", left, "", option->help);
        else
            printf("  %-26s %s\n", left, option->help);
    }
    if (tool->epilogue)
        printf("\n%s\n", tool->epilogue);
    printf("\nExit status: 0 done; 1 something could not be read, parsed or written; "
           "2 usage.\n");
}

static bool parse_shard(struct ent_cli *cli, const char *value)
{
    struct ent_str rest = ent_str_of(value), part;
    int64_t shard, shards;
    if (!ent_str_split(&rest, '/', &part) || !ent_str_int(part, &shard) ||
        !ent_str_int(rest, &shards) || shard < 1 || shards < shard || shards > 1000000) {
        ent_cli_usage(cli, "--shard needs K/N with 1 <= K <= N, not '%s'", value);
        return false;
    }
    cli->shard = (unsigned)(shard - 1);
    cli->shards = (unsigned)shards;
    return true;
}

static bool parse_lang(struct ent_cli *cli, const char *value)
{
    if (strcmp(value, "fr") != 0 && strcmp(value, "en") != 0) {
        ent_cli_usage(cli, "--lang knows fr and en, not '%s'", value);
        return false;
    }
    cli->lang = value;
    return true;
}

static bool common_option(struct ent_cli *cli, const char *name, const char *value)
{
    long number = 0;
    if (strcmp(name, "output") == 0)
        cli->output = value;
    else if (strcmp(name, "quiet") == 0)
        cli->quiet = true;
    else if (strcmp(name, "verbose") == 0)
        cli->verbose++;
    else if (strcmp(name, "strict") == 0)
        cli->strict = true;
    else if (strcmp(name, "no-provenance") == 0)
        cli->provenance = false;
    else if (strcmp(name, "unbuffered") == 0)
        cli->unbuffered = true;
    else if (strcmp(name, "shard") == 0)
        return parse_shard(cli, value);
    else if (strcmp(name, "lang") == 0)
        return parse_lang(cli, value);
    else if (strcmp(name, "jobs") == 0) {
        if (!ent_cli_int(cli, name, value, 1, 256, &number))
            return false;
        cli->jobs = (int)number;
    } else if (strcmp(name, "seed") == 0) {
        if (!ent_cli_int(cli, name, value, 0, LONG_MAX, &number))
            return false;
        cli->seed = (uint64_t)number;
    }
    return true;
}

/* Which table entry did getopt return? -1 for an unknown option. */
static int option_index(const struct option_table *table, int code)
{
    if (code >= LONG_ONLY)
        return code - LONG_ONLY;
    for (int i = 0; i < table->count; i++)
        if (table->items[i]->short_name && table->items[i]->short_name == code)
            return i;
    return -1;
}

static int parse_options(struct ent_cli *cli, const struct option_table *table)
{
    const struct ent_tool *tool = cli->tool;
    int code;
    optind = 1;
    while ((code = getopt_long(cli->argc, cli->argv, table->shorts, table->longs,
                               NULL)) != -1) {
        int i = option_index(table, code);
        if (i < 0) {
            fprintf(stderr, "Try '%s --help' for more information.\n", tool->name);
            return ENT_EXIT_USAGE;
        }
        const char *name = table->items[i]->name;
        if (!table->own[i] && strcmp(name, "help") == 0) {
            print_help(tool, table);
            return fclose(stdout) ? ENT_EXIT_FAILED : ENT_EXIT_OK;
        }
        if (!table->own[i] && strcmp(name, "version") == 0) {
            printf("%s (entente) %s\n", tool->name, ent_version());
            return fclose(stdout) ? ENT_EXIT_FAILED : ENT_EXIT_OK;
        }
        bool good = table->own[i] ? tool->option(tool->context, cli, name, optarg)
                                  : common_option(cli, name, optarg);
        if (!good)
            return ENT_EXIT_USAGE;
    }
    return -1;
}

bool ent_cli_options_again(struct ent_cli *cli, const struct ent_tool *tool, int argc,
                           char **argv)
{
    struct option_table table;
    int code, saved = optind;
    bool good = true;
    build_table(&table, tool);
    optind = 0; /* begin anew */
    opterr = 0;
    while (good &&
           (code = getopt_long(argc, argv, table.shorts, table.longs, NULL)) != -1) {
        int i = option_index(&table, code);
        if (i < 0)
            ent_cli_error(cli, "unknown option in '%s' of the provenance", tool->name);
        good = i >= 0 && (!table.own[i] || tool->option(tool->context, cli,
                                                        table.items[i]->name, optarg));
    }
    optind = saved;
    opterr = 1;
    return good;
}

int ent_cli_parse(struct ent_cli *cli, const struct ent_tool *tool, int argc, char **argv)
{
    *cli = (struct ent_cli){.tool = tool,
                            .out = stdout,
                            .provenance = true,
                            .jobs = ent_pool_processors(),
                            .seed = 1,
                            .shards = 1,
                            .argc = argc,
                            .argv = argv,
                            .default_file = {"-"}};
    struct option_table table;
    build_table(&table, tool);
    int status = parse_options(cli, &table);
    if (status >= 0)
        return status;
    cli->files_given = optind < argc;
    cli->files =
        cli->files_given ? (const char *const *)argv + optind : cli->default_file;
    cli->file_count = cli->files_given ? (size_t)(argc - optind) : 1;
    if (!cli->files_given && isatty(STDIN_FILENO))
        return ent_cli_usage(cli, "no input: name files, or pipe something in");
    if (cli->output && strcmp(cli->output, "-") != 0) {
        cli->out = fopen(cli->output, "wb");
        if (!cli->out) {
            ent_cli_error(cli, "cannot write '%s': %s", cli->output, strerror(errno));
            return ENT_EXIT_FAILED;
        }
    }
    return -1;
}
