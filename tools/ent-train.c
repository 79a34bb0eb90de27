/* ent-train: train a model for ent-parse from CoNLL-U treebanks. */
#include "cli.h"
#include <entente/evaluate.h>
#include <entente/text.h>
#include <entente/train.h>
#include <stdlib.h>
#include <unistd.h>

struct options {
    struct ent_train_options train;
    struct ent_treebank dev;
    const char *hunspell, *accurate;
    bool des, split;
};

static const struct ent_option OPTIONS[] = {
    {'l', "lexicon", "FILE", "full-form lexicon, to be installed beside the model"},
    {'d', "dev", "[NAME=]FILE", "stop when this treebank gets no better"},
    {'t', "treebank", "NAME", "the treebank whose conventions the model follows"},
    {0, "tag-epochs", "N", "passes over the data for the tagger (default 6)"},
    {'e', "epochs", "N", "most passes over the data for the parser (default 12)"},
    {0, "patience", "N", "epochs without a better dev before stopping (default 3)"},
    {0, "members", "N", "trainings whose weights are added up (default 1)"},
    {0, "voters", "N", "parsers that vote, at most 8 (default 1)"},
    {0, "guided", "N", "further voters that see the trees of the first two (default 0)"},
    {0, "from", "FILE,FILE",
     "take all but the guided voters from MODEL,VOTERS as written before"},
    {'a', "accurate", "FILE", "write the voters but the first to FILE, beside the model"},
    {0, "margin", "N", "the parser learns from decisions won by N or less (default 100)"},
    {0, "folds", "N", "folds for the tags that the parser learns from (default 5)"},
    {0, "prune", "X", "drop parser weights below X times the 90th percentile (0.75)"},
    {0, "tag-prune", "X", "the same for the tagger (default 0.5)"},
    {0, "hunspell", "BASE",
     "write a lexicon made of BASE.dic, BASE.aff and FILEs of names"},
    {0, "des", NULL, "write what tells the article \"des\" from de + les instead"},
    {0, "split", NULL, "write what tells sentence ends without full stop instead"},
    {0},
};

/* "NAME=FILE" or "FILE". */
static struct ent_treebank treebank_of(char *text)
{
    char *equals = strchr(text, '=');
    if (!equals)
        return (struct ent_treebank){NULL, text};
    *equals = '\0';
    return (struct ent_treebank){text, equals + 1};
}

static bool whole(struct ent_cli *cli, const char *name, const char *value, long low,
                  int *result)
{
    long number;
    if (!ent_cli_int(cli, name, value, low, 1000, &number))
        return false;
    *result = (int)number;
    return true;
}

/* "MODEL,VOTERS" */
static bool take_from(struct ent_cli *cli, struct options *o, char *text)
{
    char *comma = strchr(text, ',');
    if (!comma) {
        ent_cli_usage(cli, "--from takes two files");
        return false;
    }
    *comma = '\0'; /* in argv */
    o->train.from[0] = text;
    o->train.from[1] = comma + 1;
    return true;
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct options *o = context;
    if (strcmp(name, "tag-epochs") == 0)
        return whole(cli, name, value, 1, &o->train.tag_epochs);
    if (strcmp(name, "epochs") == 0)
        return whole(cli, name, value, 1, &o->train.arc_epochs);
    if (strcmp(name, "patience") == 0)
        return whole(cli, name, value, 1, &o->train.patience);
    if (strcmp(name, "members") == 0)
        return whole(cli, name, value, 1, &o->train.members);
    if (strcmp(name, "voters") == 0)
        return whole(cli, name, value, 1, &o->train.voters);
    if (strcmp(name, "guided") == 0)
        return whole(cli, name, value, 0, &o->train.guided);
    if (strcmp(name, "margin") == 0)
        return whole(cli, name, value, 0, &o->train.margin);
    if (strcmp(name, "folds") == 0)
        return whole(cli, name, value, 2, &o->train.folds);
    if (strcmp(name, "prune") == 0)
        return ent_cli_real(cli, name, value, 0, 100, &o->train.prune);
    if (strcmp(name, "tag-prune") == 0)
        return ent_cli_real(cli, name, value, 0, 100, &o->train.tag_prune);
    if (strcmp(name, "lexicon") == 0)
        o->train.lexicon = value;
    else if (strcmp(name, "from") == 0)
        return take_from(cli, o, (char *)value);
    else if (strcmp(name, "treebank") == 0)
        o->train.default_treebank = value;
    else if (strcmp(name, "accurate") == 0)
        o->accurate = value;
    else if (strcmp(name, "hunspell") == 0)
        o->hunspell = value;
    else if (strcmp(name, "des") == 0)
        o->des = true;
    else if (strcmp(name, "split") == 0)
        o->split = true;
    else if (strcmp(name, "dev") == 0)
        o->dev = treebank_of((char *)value); /* points into argv */
    return true;
}

static void progress(void *context, const char *text)
{
    struct ent_cli *cli = context;
    if (!cli->quiet && (cli->verbose || isatty(STDERR_FILENO)))
        fprintf(stderr, "%s: %s\n", cli->tool->name, text);
}

static enum ent_status build_lexicon(const struct ent_cli *cli, const char *base,
                                     struct ent_buf *out, struct ent_error *error)
{
    struct ent_buf dic, aff;
    ent_buf_init(&dic);
    ent_buf_init(&aff);
    ent_buf_printf(&dic, "%s.dic", base);
    ent_buf_printf(&aff, "%s.aff", base);
    enum ent_status status = dic.failed || aff.failed
                                 ? ent_fail(error, ENT_EMEMORY, 0, "out of memory")
                                 : ENT_OK;
    struct ent_lexicon_options options = {dic.data, aff.data, cli->files,
                                          cli->files_given ? cli->file_count : 0,
                                          cli->lang ? cli->lang : "fr"};
    if (status == ENT_OK)
        status = ent_train_lexicon(&options, out, error);
    ent_buf_clear(&dic);
    ent_buf_clear(&aff);
    return status;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static enum ent_status write_file(const char *path, struct ent_str data,
                                  struct ent_error *error)
{
    FILE *file = fopen(path, "wb");
    bool ok = file && fwrite(data.data, 1, data.size, file) == data.size;
    if (file && fclose(file) != 0)
        ok = false;
    return ok ? ENT_OK : ent_fail(error, ENT_EIO, 0, "cannot write %s", path);
}

static enum ent_status train(struct ent_cli *cli, struct options *o, struct ent_buf *out,
                             struct ent_error *error)
{
    struct ent_treebank *banks = calloc(cli->file_count + 1, sizeof *banks);
    if (!banks)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    for (size_t i = 0; i < cli->file_count; i++)
        banks[i] = treebank_of((char *)cli->files[i]); /* points into argv */
    o->train.treebanks = banks;
    o->train.treebank_count = cli->file_count;
    o->train.dev = o->dev.path ? &o->dev : NULL;
    o->train.lang = cli->lang ? cli->lang : "fr";
    o->train.seed = cli->seed;
    o->train.progress = progress;
    o->train.context = cli;
    if (o->accurate)
        o->train.base = base_name(cli->output);
    struct ent_buf voters;
    ent_buf_init(&voters);
    enum ent_status status = ent_train(&o->train, out, &voters, error);
    if (status == ENT_OK && o->accurate)
        status = write_file(o->accurate, ent_buf_view(&voters), error);
    ent_buf_clear(&voters);
    free(banks);
    return status;
}

/* Whatever the options ask to make. */
static enum ent_status make(struct ent_cli *cli, struct options *o, struct ent_buf *out,
                            struct ent_error *error)
{
    if (o->hunspell)
        return build_lexicon(cli, o->hunspell, out, error);
    if (o->des)
        return ent_des_train_files(cli->files, cli->file_count, out, error);
    if (o->split)
        return ent_split_train_files(cli->files, cli->file_count,
                                     cli->lang ? cli->lang : "fr", out, error);
    return train(cli, o, out, error);
}

int main(int argc, char **argv)
{
    struct options options = {.hunspell = NULL};
    struct ent_tool tool = {
        .name = "ent-train",
        .synopsis = "[OPTION]... [NAME=]TREEBANK.conllu... -o MODEL",
        .summary = "Train a tagger, lemmatiser and parser for ent-parse.",
        .epilogue =
            "NAME stands for the conventions of a treebank; ent-parse follows those "
            "of\n--treebank. The same input and options give the same bytes.",
        .options = OPTIONS,
        .shared = ENT_CLI_LANG | ENT_CLI_SEED,
        .option = take_option,
        .context = &options,
    };
    struct ent_cli cli;
    struct ent_error error = {0};
    struct ent_buf out;
    ent_train_defaults(&options.train);
    if (argc == 1) {
        cli = (struct ent_cli){.tool = &tool};
        return ent_cli_usage(&cli, "no treebank was given");
    }
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (!options.hunspell && !cli.files_given)
        return ent_cli_usage(&cli, "no treebank was given");
    if (options.accurate && !cli.output)
        return ent_cli_usage(&cli, "--accurate needs --output");
    ent_buf_init(&out);
    enum ent_status result = make(&cli, &options, &out, &error);
    if (result == ENT_OK)
        ent_cli_write(&cli, ent_buf_view(&out));
    else
        ent_cli_report(&cli, NULL, &error);
    ent_buf_clear(&out);
    return ent_cli_finish(&cli);
}
