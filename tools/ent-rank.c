/* ent-rank: how central the actors of a network are, as attributes or as a table. */
#include "net_cli.h"
#include "rank_table.h"
#include "replay.h"

#include <entente/measure.h>

#include <stdlib.h>

enum { USUALLY_ORDERED = 20 };

struct rank_options {
    const char *list; /* --measures */
    bool all, table, orders;
    int sort; /* measure, -1 = not given */
    long top;
    long samples;
    struct replay replay;
    struct ent_measure_options measure;
};

static const struct ent_option option_table[] = {
    {'m', "measures", "LIST", "compute these measures, comma-separated"},
    {'a', "all", NULL, "compute all measures"},
    {'t', "table", NULL, "print a table instead of the network"},
    {'s', "sort", "MEASURE", "order the table by MEASURE (implies --table)"},
    {'n', "top", "N", "print the first N actors (implies --table)"},
    {0, "unweighted", NULL, "let every arc count 1"},
    {0, "damping", "D", "damping factor of PageRank (default 0.85)"},
    {0, "bootstrap", "N", "rank intervals from N resamples; needs --relations"},
    {0, "orders", NULL, "tell how sure the order of every two actors is, in resamples"},
    {0, "relations", "FILE", "the relations that the network was made of"},
    {0, "level", "group|actor", "what a vertex is in them, if the network does not say"},
    {0, "weights", "FILE", "weights of relations, if the network does not say"},
    {0, "list", NULL, "list the measures and exit"},
    {0, NULL, NULL, NULL},
};

static bool parse_measure(struct ent_cli *cli, const char *name, struct ent_str text,
                          int *measure)
{
    *measure = ent_measure_of(ent_str_trim(text));
    if (*measure < 0)
        ent_cli_usage(cli, "--%s: unknown measure '%.*s' (see --list)", name,
                      ENT_FMT(text));
    return *measure >= 0;
}

static bool check_list(struct ent_cli *cli, const char *list)
{
    struct ent_str rest = ent_str_of(list), part;
    int measure;
    while (ent_str_split(&rest, ',', &part)) {
        if (!parse_measure(cli, "measures", part, &measure))
            return false;
    }
    return true;
}

static bool option(void *context, struct ent_cli *cli, const char *name,
                   const char *value)
{
    struct rank_options *options = context;
    if (strcmp(name, "measures") == 0) {
        options->list = value;
        return check_list(cli, value);
    }
    if (strcmp(name, "sort") == 0)
        return parse_measure(cli, name, ent_str_of(value), &options->sort);
    if (strcmp(name, "top") == 0)
        return ent_cli_int(cli, name, value, 1, 1000000000, &options->top);
    if (strcmp(name, "bootstrap") == 0)
        return ent_cli_int(cli, name, value, 1, 100000, &options->samples);
    if (strcmp(name, "damping") == 0)
        return ent_cli_real(cli, name, value, 0.01, 0.999, &options->measure.damping);
    if (strcmp(name, "all") == 0)
        options->all = true;
    else if (strcmp(name, "table") == 0)
        options->table = true;
    else if (strcmp(name, "orders") == 0)
        options->orders = true;
    else if (strcmp(name, "unweighted") == 0)
        options->measure.unweighted = true;
    else if (strcmp(name, "relations") == 0 || strcmp(name, "level") == 0 ||
             strcmp(name, "weights") == 0)
        return replay_option(&options->replay, cli, name, value);
    return true;
}

static ent_measures chosen_measures(const struct rank_options *options,
                                    const struct ent_network *network)
{
    ent_measures set = 0;
    struct ent_str rest = ent_str_of(options->list), part;
    while (ent_str_split(&rest, ',', &part))
        set |= ENT_MEASURE_BIT(ent_measure_of(ent_str_trim(part)));
    if (options->all)
        set |= ent_measures_all(network);
    if (set == 0)
        set = ent_measures_default(network);
    if (options->sort >= 0)
        set |= ENT_MEASURE_BIT(options->sort);
    return set;
}

/* The measure to sort by: the one asked for, else the one that best sums up who matters.
 */
static enum ent_measure main_measure(const struct rank_options *options, ent_measures set)
{
    if (options->sort >= 0)
        return (enum ent_measure)options->sort;
    if (set & ENT_MEASURE_BIT(ENT_PAGERANK))
        return ENT_PAGERANK;
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        if (set & ENT_MEASURE_BIT(i))
            return (enum ent_measure)i;
    }
    return ENT_DEGREE;
}

static void warn_of(struct ent_cli *cli, const struct ent_measure_report *report)
{
    if (!isnan(report->eigenvalue) && !report->eigenvector_dominant)
        ent_cli_warn(
            cli, "signed_eigenvector means no status here: its eigenvalue %.4g %s",
            report->eigenvalue,
            report->eigenvalue < 0 ? "is negative" : "is not clearly the largest");
    if (!report->pn_converged)
        ent_cli_warn(cli, "pn did not converge: nearly all ties are hostile");
}

static void warn_of_evidence(struct ent_cli *cli, const struct rank_options *options,
                             const struct ent_bootstrap_report *report,
                             uint32_t documents, enum ent_measure measure)
{
    if (report->unseen > 0)
        ent_cli_warn(cli, "%.0f %% of the network's vertices are not in %s",
                     100 * report->unseen, ent_cli_name(options->replay.relations));
    if (documents < 10 || report->over_next < 0.6)
        ent_cli_warn(cli,
                     "the evidence is too thin to rank by %s: in %u document%s, "
                     "neighbours in the ranking keep their order in %.0f %% of samples",
                     ent_measure_name(measure), (unsigned)documents,
                     documents == 1 ? "" : "s", 100 * report->over_next);
}

/* `ahead` has room for the `ordered` first actors; NULL if their orders are not wanted.
 */
static bool bootstrap(struct ent_cli *cli, struct rank_options *options,
                      struct ent_network *network, enum ent_measure measure,
                      uint32_t ordered, double *ahead)
{
    struct graph_options graph;
    struct ent_error error;
    struct ent_bootstrap_report report;
    struct ent_aggregate *aggregate =
        ent_cli_replay(cli, network, &options->replay, &graph);
    bool fine = aggregate != NULL;
    struct ent_bootstrap how = {
        .measure = measure,
        .samples = (uint32_t)options->samples,
        .seed = cli->seed,
        .aggregate = aggregate,
        .build = &graph.build,
        .options = &options->measure,
        .ordered = ahead ? ordered : 0,
        .ahead = ahead,
    };
    if (fine && ent_measure_bootstrap(network, &how, &report, &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        fine = false;
    }
    if (fine)
        warn_of_evidence(cli, options, &report, graph.documents, measure);
    ent_aggregate_free(aggregate);
    graph_options_clear(&graph);
    return fine;
}

/* How many actors are shown: all, or as many as asked for. */
static uint32_t shown(const struct rank_options *options,
                      const struct ent_network *network, uint32_t usual)
{
    uint32_t rows = network->vertices.row_count;
    uint32_t wanted = options->top > 0 ? (uint32_t)options->top : usual;
    return rows < wanted ? rows : wanted;
}

/* The actors by rank; NULL after having complained. */
static uint32_t *place_actors(struct ent_cli *cli, const struct ent_network *network,
                              enum ent_measure measure)
{
    struct ent_error error;
    uint32_t *order = malloc(((size_t)network->vertices.row_count + 1) * sizeof *order);
    if (order && ent_measure_order(network, measure, order, &error) == ENT_OK)
        return order;
    ent_cli_error(cli, "out of memory");
    free(order);
    return NULL;
}

/* Instead of the table: how sure the order of every two of the first actors is. */
static void tell_orders(struct ent_cli *cli, struct rank_options *options,
                        struct ent_network *network, enum ent_measure measure)
{
    uint32_t ordered = shown(options, network, USUALLY_ORDERED);
    double *ahead = malloc(((size_t)ordered * ordered + 1) * sizeof *ahead);
    uint32_t *order = place_actors(cli, network, measure);
    if (!ahead)
        ent_cli_error(cli, "out of memory");
    if (ahead && order && bootstrap(cli, options, network, measure, ordered, ahead))
        rank_orders_print(cli, network, order, ordered, ahead);
    free(ahead);
    free(order);
}

static void print_table(struct ent_cli *cli, const struct rank_options *options,
                        const struct ent_network *network, ent_measures set,
                        enum ent_measure measure)
{
    static const char *const suffixes[] = {"rank_low", "rank_high", "over_next"};
    const char *columns[ENT_MEASURE_COUNT + 3];
    char names[3][64];
    size_t count = 0;
    uint32_t *order = place_actors(cli, network, measure);
    if (!order)
        return;
    for (int i = 0; i < 3 && options->samples > 0; i++) {
        snprintf(names[i], sizeof names[i], "%s_%s", ent_measure_name(measure),
                 suffixes[i]);
        columns[count++] = names[i];
    }
    columns[count++] = ent_measure_name(measure);
    for (int i = 0; i < ENT_MEASURE_COUNT; i++) {
        if ((set & ENT_MEASURE_BIT(i)) && i != (int)measure)
            columns[count++] = ent_measure_name((enum ent_measure)i);
    }
    rank_table_print(cli, network, order, shown(options, network, UINT32_MAX), columns,
                     count);
    free(order);
}

static void rank(struct ent_cli *cli, struct rank_options *options)
{
    struct ent_network network;
    struct ent_measure_report report;
    struct ent_error error;
    if (!ent_cli_read_network(cli, cli->files[0], &network))
        goto done;
    ent_measures set = chosen_measures(options, &network);
    enum ent_measure measure = main_measure(options, set);
    if (ent_measure_network(&network, set, &options->measure, &report, &error) !=
        ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        goto done;
    }
    warn_of(cli, &report);
    if (options->orders) {
        tell_orders(cli, options, &network, measure);
        goto done;
    }
    if (options->samples > 0 && !bootstrap(cli, options, &network, measure, 0, NULL))
        goto done;
    if (options->table || options->sort >= 0 || options->top > 0)
        print_table(cli, options, &network, set, measure);
    else
        ent_cli_write_network(cli, &network, cli->out);
done:
    ent_network_clear(&network);
}

static int list_measures(void)
{
    for (int i = 0; i < ENT_MEASURE_COUNT; i++)
        printf("%-20s %s\n", ent_measure_name((enum ent_measure)i),
               ent_measure_summary((enum ent_measure)i));
    return ferror(stdout) || fclose(stdout) ? ENT_EXIT_FAILED : ENT_EXIT_OK;
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct rank_options options = {.sort = -1};
    const struct ent_tool tool = {
        .name = "ent-rank",
        .synopsis = "[OPTION]... [FILE]",
        .summary = "Add centrality measures to a network, or print them as a table.",
        .epilogue =
            "FILE is GraphML. Without --measures or --all the measures are degree, "
            "strength,\nbetweenness, pagerank, net ties in and out, pn, leader, target "
            "and "
            "aggressor.",
        .options = option_table,
        .shared = ENT_CLI_SEED | ENT_CLI_STRICT | ENT_CLI_PROVENANCE,
        .option = option,
        .context = &options,
    };
    if (argc == 2 && strcmp(argv[1], "--list") == 0)
        return list_measures();
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (cli.file_count > 1)
        return ent_cli_misuse_operands(&cli, 1);
    if (options.orders && options.samples == 0)
        return ent_cli_usage(&cli, "--orders needs --bootstrap N");
    if (options.samples > 0 && !options.replay.relations)
        return ent_cli_usage(&cli, "--bootstrap needs --relations FILE");
    rank(&cli, &options);
    return ent_cli_finish(&cli);
}
