/* ent-camps: who stands with whom in a signed network. */
#include "camps_table.h"
#include "net_cli.h"

#include <entente/balance.h>
#include <entente/community.h>

#include <string.h>
#include <time.h>

enum output { GRAPHML, TABLE, SUMMARY };

struct settings {
    struct ent_coalition_options options;
    int method; /* -1 = the camps of least cost */
    enum output output;
    bool margins, balance;
};

enum { MOST_EDGES_FOR_LINE_INDEX = 200000 };

static const char *const methods[] = {"leiden", "louvain", "infomap", "walktrap"};

static const struct ent_option options[] = {
    {'k', "camps", "2|any|K", "how many camps: 2, any number (default), or at most K"},
    {0, "time-limit", "S",
     "seconds for the exact search; 0: heuristic only (default 30)"},
    {0, "effort", "X", "effort of the heuristic, 0.01 to 1000 (default 1)"},
    {0, "method", "METHOD", "leiden, louvain, infomap or walktrap on the positive ties"},
    {0, "table", NULL, "write a table of actors instead of GraphML"},
    {0, "summary", NULL, "write the network's numbers and the camps instead of GraphML"},
    {0, "no-margins", NULL, "do not compute how firmly actors are placed"},
    {0, "no-balance", NULL, "do not compute the balance measures"},
    {0, NULL, NULL, NULL},
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static bool set_camps(struct settings *settings, struct ent_cli *cli, const char *value)
{
    long number = 0;
    if (strcmp(value, "any") != 0 && !ent_cli_int(cli, "camps", value, 2, 1000, &number))
        return false;
    settings->options.camps = (uint32_t)number;
    return true;
}

static bool set_method(struct settings *settings, struct ent_cli *cli, const char *value)
{
    for (int i = 0; i < 4; i++)
        if (strcmp(value, methods[i]) == 0) {
            settings->method = i;
            return true;
        }
    ent_cli_usage(cli, "unknown method '%s'", value);
    return false;
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct settings *settings = context;
    if (strcmp(name, "camps") == 0)
        return set_camps(settings, cli, value);
    if (strcmp(name, "method") == 0)
        return set_method(settings, cli, value);
    if (strcmp(name, "time-limit") == 0)
        return ent_cli_real(cli, name, value, 0, 1e7, &settings->options.time_limit);
    if (strcmp(name, "effort") == 0)
        return ent_cli_real(cli, name, value, 0.01, 1000, &settings->options.effort);
    if (strcmp(name, "table") == 0)
        settings->output = TABLE;
    else if (strcmp(name, "summary") == 0)
        settings->output = SUMMARY;
    else if (strcmp(name, "no-margins") == 0)
        settings->margins = false;
    else
        settings->balance = false;
    return true;
}

struct job {
    struct ent_cli *cli;
    const struct settings *settings;
    struct ent_network network;
    struct ent_signed graph;
    struct ent_coalition result;
    double end; /* of the time limit */
    struct ent_error error;
};

/* The settings with a share of the time that is left. */
static struct ent_coalition_options share_time(const struct job *job, double share)
{
    struct ent_coalition_options own = job->settings->options;
    double left = job->end - now();
    if (own.time_limit > 0)
        own.time_limit = left * share > 0.01 ? left * share : 0.01;
    return own;
}

static enum ent_status find_communities(struct job *job)
{
    double modularity = 0;
    enum ent_status status = ent_community_find(
        &job->graph, (enum ent_community_method)job->settings->method,
        job->settings->options.seed, &job->result, &modularity, &job->error);
    if (status == ENT_OK)
        status = ent_coalition_annotate(&job->network, &job->graph, &job->result, NULL,
                                        &job->error);
    if (status != ENT_OK)
        return status;
    ent_table_drop(&job->network.graph, "bound"); /* nothing was proven */
    ent_table_drop(&job->network.graph, "gap");
    ent_table_drop(&job->network.graph, "proven");
    struct ent_column *column = ent_table_column(&job->network, &job->network.graph,
                                                 "modularity", ENT_TYPE_DOUBLE);
    if (column)
        column->doubles[0] = modularity;
    return column ? ENT_OK : ent_fail(&job->error, ENT_EMEMORY, 0, "out of memory");
}

static enum ent_status find_camps(struct job *job)
{
    if (job->settings->method >= 0)
        return find_communities(job);
    struct ent_margins margins = {0};
    struct ent_coalition_options own = share_time(job, 0.75);
    enum ent_status status =
        ent_coalition_find(&job->graph, &own, &job->result, &job->error);
    bool wanted = job->settings->margins && own.time_limit > 0;
    if (status == ENT_OK && wanted) {
        own = share_time(job, 0.5);
        status = ent_margins_find(&job->graph, &own, &job->result, &margins, &job->error);
    }
    if (status == ENT_OK)
        status = ent_coalition_annotate(&job->network, &job->graph, &job->result,
                                        wanted ? &margins : NULL, &job->error);
    ent_margins_clear(&margins);
    return status;
}

/* The line index needs the cost of two camps, which may not be what was asked for: it is
 * then left out for networks where it would take long. */
static enum ent_status find_balance(struct job *job)
{
    struct ent_balance balance;
    struct ent_coalition two = {0};
    bool own_two = job->settings->method >= 0 || job->settings->options.camps != 2;
    enum ent_status status = ent_balance_find(&job->graph, &balance, &job->error);
    bool small = job->graph.edge_count <= MOST_EDGES_FOR_LINE_INDEX;
    if (status == ENT_OK && own_two && small) {
        struct ent_coalition_options own = share_time(job, 1);
        own.camps = 2;
        status = ent_coalition_find(&job->graph, &own, &two, &job->error);
    }
    if (status == ENT_OK)
        status = ent_balance_annotate(&job->network, &job->graph, &balance,
                                      !own_two ? &job->result
                                      : small  ? &two
                                               : NULL,
                                      &job->error);
    ent_coalition_clear(&two);
    return status;
}

static void write_result(struct job *job)
{
    if (job->settings->output == TABLE)
        ent_camps_write_table(job->cli, &job->network, &job->graph);
    else if (job->settings->output == SUMMARY)
        ent_camps_write_summary(job->cli, &job->network, &job->graph);
    else
        ent_cli_write_network(job->cli, &job->network, job->cli->out);
}

static void run(struct ent_cli *cli, struct settings *settings)
{
    struct job job = {.cli = cli, .settings = settings, .error = {ENT_OK, 0, ""}};
    settings->options.seed = cli->seed;
    job.end = now() + settings->options.time_limit;
    if (ent_cli_read_network(cli, cli->files[0], &job.network)) {
        enum ent_status status =
            ent_signed_of_network(&job.graph, &job.network, &job.error);
        if (status == ENT_OK)
            status = find_camps(&job);
        if (status == ENT_OK && settings->balance)
            status = find_balance(&job);
        if (status == ENT_OK)
            write_result(&job);
        else
            ent_cli_report(cli, NULL, &job.error);
    }
    ent_coalition_clear(&job.result);
    ent_signed_clear(&job.graph);
    ent_network_clear(&job.network);
}

int main(int argc, char **argv)
{
    struct settings settings = {.method = -1, .margins = true, .balance = true};
    ent_coalition_options_init(&settings.options);
    const struct ent_tool tool = {
        .name = "ent-camps",
        .synopsis = "[OPTION]... [FILE]",
        .summary = "Find the camps of a signed network, with proof or an honest gap.",
        .epilogue =
            "Writes the vertex attributes camp, camp_margin and camp_support, the arc\n"
            "attribute camp_agrees, and the graph's cost, bound, gap and balance.",
        .options = options,
        .shared = ENT_CLI_SEED | ENT_CLI_PROVENANCE,
        .option = take_option,
        .context = &settings,
    };
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (cli.file_count > 1)
        return ent_cli_misuse_operands(&cli, 1);
    run(&cli, &settings);
    return ent_cli_finish(&cli);
}
