/* ent-graph: relations or aggregates in, a signed network out; or one per period. */
#include "graph_options.h"
#include "net_cli.h"
#include "slices.h"

#include <entente/buf.h>

#include <errno.h>

static const struct ent_tool tool_template = {
    .name = "ent-graph",
    .synopsis = "[OPTION]... [FILE]...",
    .summary =
        "Make a network of relations: a vertex per actor, an arc per ordered pair.",
    .epilogue =
        "Files are JSON Lines of ent-relate, ent-extract or ent-merge. The weight of an "
        "arc is\nthe number of documents that state it; denied and hypothetical "
        "relations are counted\nbut give no arc unless --status asks for them.",
    .options = graph_option_table,
    .shared = GRAPH_SHARED_OPTIONS,
    .option = graph_option,
};

/* Build for the period in `build` and write to `file`; how many arcs, or -1. */
static long write_period(struct ent_cli *cli, const struct ent_aggregate *aggregate,
                         const struct ent_build *build, const char *path, FILE *file)
{
    struct ent_network network;
    struct ent_error error;
    long arcs = -1;
    if (ent_network_build(&network, aggregate, build, &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        goto done;
    }
    arcs = (long)network.edges.row_count;
    if (!file && arcs > 0) {
        file = fopen(path, "wb");
        if (!file) {
            ent_cli_error(cli, "cannot write '%s': %s", path, strerror(errno));
            arcs = -1;
            goto done;
        }
        bool fine = ent_cli_write_network(cli, &network, file);
        if (fclose(file) != 0 || !fine) {
            ent_cli_error(cli, "cannot write '%s': %s", path, strerror(errno));
            arcs = -1;
        }
    } else if (file) {
        ent_cli_write_network(cli, &network, file);
    }
done:
    ent_network_clear(&network);
    return arcs;
}

/* One file per period that has an arc. */
static void write_slices(struct ent_cli *cli, const struct ent_aggregate *aggregate,
                         struct graph_options *options)
{
    struct slices slices;
    struct ent_str first, last;
    struct ent_buf path;
    if (!ent_aggregate_period(aggregate, &first, &last)) {
        ent_cli_warn(cli, "no relation has a full date: no slices");
        return;
    }
    slices_start(&slices, options, first, last);
    ent_buf_init(&path);
    while (slices_next(&slices)) {
        struct ent_build build = options->build;
        build.from = ent_str_of(slices.from);
        build.to = ent_str_of(slices.to);
        ent_buf_reset(&path);
        slices_path(&slices, options->pattern, &path);
        if (path.failed) {
            ent_cli_error(cli, "out of memory");
            break;
        }
        long arcs = write_period(cli, aggregate, &build, path.data, NULL);
        if (arcs < 0)
            break;
        if (arcs > 0 && cli->verbose)
            fprintf(stderr, "%s: %s: %ld arc%s\n", cli->tool->name, path.data, arcs,
                    arcs == 1 ? "" : "s");
    }
    ent_buf_clear(&path);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct graph_options options;
    struct ent_tool tool = tool_template;
    tool.context = &options;
    graph_options_init(&options);
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status < 0)
        status = graph_options_check(&options, &cli);
    if (status < 0) {
        struct ent_aggregate *aggregate =
            graph_options_load(&options, &cli) ? ent_cli_aggregate(&cli) : NULL;
        if (aggregate && options.slice)
            write_slices(&cli, aggregate, &options);
        else if (aggregate)
            write_period(&cli, aggregate, &options.build, NULL, cli.out);
        ent_aggregate_free(aggregate);
        status = ent_cli_finish(&cli);
    }
    graph_options_clear(&options);
    return status;
}
