/* ent-camps: who stands with whom in a signed network. */
#include "camps.h"

#include <string.h>

static const char *const methods[] = {"leiden", "louvain", "infomap", "walktrap"};

/* clang-format off */
static const struct ent_option options[] = {
    {'k', "camps", "2|any|K", "how many camps: 2, any number (default), or at most K"},
    {0, "time-limit", "S", "seconds to search exactly; 0: heuristic only (default 30)"},
    {0, "effort", "X", "effort of the heuristic, 0.01 to 1000 (default 1)"},
    {0, "method", "METHOD", "leiden, louvain, infomap or walktrap on the positive ties"},
    {'t', "table", NULL, "write a table of actors instead of GraphML"},
    {0, "summary", NULL, "write the network's numbers and the camps instead of GraphML"},
    {0, "no-margins", NULL, "do not compute how firmly actors are placed"},
    {0, "no-balance", NULL, "do not compute the balance measures"},
    {0, "bootstrap", "N", "sureness of camps from N resamples; needs --relations"},
    {0, "relations", "FILE", "the relations that the network was made of"},
    {0, "level", "group|actor", "what a vertex is in them, if the network does not say"},
    {0, "weights", "FILE", "weights of relations, if the network does not say"},
    {0, "null", "N", "compare the balance with N random reshufflings of the signs"},
    {0, "coupling", "C", "solve successive periods together; see the manual"},
    {0, NULL, NULL, NULL},
};
/* clang-format on */

struct ent_coalition_options camps_share_time(const struct camps_settings *settings,
                                              double share)
{
    struct ent_coalition_options own = settings->options;
    own.time_limit *= share;
    return own;
}

static bool set_camps(struct camps_settings *settings, struct ent_cli *cli,
                      const char *value)
{
    long number = 0;
    if (strcmp(value, "any") != 0 && !ent_cli_int(cli, "camps", value, 2, 1000, &number))
        return false;
    settings->options.camps = (uint32_t)number;
    return true;
}

static bool set_method(struct camps_settings *settings, struct ent_cli *cli,
                       const char *value)
{
    for (int i = 0; i < 4; i++)
        if (strcmp(value, methods[i]) == 0) {
            settings->method = i;
            return true;
        }
    ent_cli_usage(cli, "unknown method '%s'", value);
    return false;
}

static bool set_number(struct camps_settings *settings, struct ent_cli *cli,
                       const char *name, const char *value)
{
    if (strcmp(name, "bootstrap") == 0)
        return ent_cli_int(cli, name, value, 1, 100000, &settings->samples);
    if (strcmp(name, "null") == 0)
        return ent_cli_int(cli, name, value, 1, 100000, &settings->shuffles);
    if (strcmp(name, "time-limit") == 0)
        return ent_cli_real(cli, name, value, 0, 1e7, &settings->options.time_limit);
    if (strcmp(name, "effort") == 0)
        return ent_cli_real(cli, name, value, 0.01, 1000, &settings->options.effort);
    return ent_cli_real(cli, name, value, 0, 1e9, &settings->coupling);
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct camps_settings *settings = context;
    if (strcmp(name, "camps") == 0)
        return set_camps(settings, cli, value);
    if (strcmp(name, "method") == 0)
        return set_method(settings, cli, value);
    if (strcmp(name, "table") == 0)
        settings->output = CAMPS_TABLE;
    else if (strcmp(name, "summary") == 0)
        settings->output = CAMPS_SUMMARY;
    else if (strcmp(name, "no-margins") == 0)
        settings->margins = false;
    else if (strcmp(name, "no-balance") == 0)
        settings->balance = false;
    else if (strcmp(name, "relations") == 0 || strcmp(name, "level") == 0 ||
             strcmp(name, "weights") == 0)
        return replay_option(&settings->replay, cli, name, value);
    else
        return set_number(settings, cli, name, value);
    return true;
}

/* Options that do not go together; -1 if all is well. */
static int check(struct ent_cli *cli, const struct camps_settings *settings)
{
    bool periods = settings->coupling >= 0;
    if (settings->samples && !settings->replay.relations)
        return ent_cli_usage(cli, "--bootstrap needs --relations FILE");
    if (settings->replay.relations && !settings->samples)
        return ent_cli_usage(cli, "--relations is for --bootstrap N");
    if (settings->shuffles && !settings->balance)
        return ent_cli_usage(cli, "--null is about the balance: drop --no-balance");
    if (periods && (settings->samples || settings->shuffles || settings->method >= 0))
        return ent_cli_usage(cli, "--coupling goes with neither --bootstrap, --null nor "
                                  "--method");
    if (periods && cli->file_count < 2)
        return ent_cli_usage(cli, "--coupling wants the networks of two or more periods");
    if (!periods && cli->file_count > 1)
        return ent_cli_misuse_operands(cli, 1);
    return -1;
}

int main(int argc, char **argv)
{
    struct camps_settings settings = {
        .method = -1, .margins = true, .balance = true, .coupling = -1};
    ent_coalition_options_init(&settings.options);
    const struct ent_tool tool = {
        .name = "ent-camps",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Find the camps of a signed network, with proof or an honest gap.",
        .epilogue =
            "Writes the vertex attributes camp, camp_margin and camp_support, the arc\n"
            "attribute camp_agrees, and the graph's cost, bound, gap and balance.",
        .options = options,
        .shared = ENT_CLI_SEED | ENT_CLI_STRICT | ENT_CLI_PROVENANCE,
        .option = take_option,
        .context = &settings,
    };
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status < 0)
        status = check(&cli, &settings);
    if (status >= 0)
        return status;
    settings.options.seed = cli.seed;
    (settings.coupling >= 0 ? camps_run_periods : camps_run)(&cli, &settings);
    return ent_cli_finish(&cli);
}
