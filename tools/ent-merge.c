/* ent-merge: relations or partial aggregates in, one aggregate out. */
#include "net_cli.h"

#include <entente/buf.h>

static const struct ent_option options[] = {{0, NULL, NULL, NULL}};

static const struct ent_tool tool = {
    .name = "ent-merge",
    .synopsis = "[OPTION]... [FILE]...",
    .summary = "Add up relations, or what ent-merge made of parts of them, by tie.",
    .epilogue =
        "Files are JSON Lines: relations from ent-relate or ent-extract, or aggregates "
        "from\nent-merge. The order of files and lines does not matter, and evidence "
        "given twice\ncounts once: shards of a corpus can be merged in any order.",
    .options = options,
    .shared = ENT_CLI_JOBS | ENT_CLI_STRICT,
};

static void write_ties(struct ent_cli *cli, const struct ent_aggregate *aggregate)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (uint32_t i = 0; i < ent_aggregate_ties(aggregate); i++) {
        ent_buf_reset(&buf);
        ent_aggregate_write(aggregate, i, &buf);
        if (buf.failed) {
            ent_cli_error(cli, "out of memory");
            break;
        }
        if (!ent_cli_write(cli, ent_buf_view(&buf)))
            break;
    }
    ent_buf_clear(&buf);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    struct ent_aggregate *aggregate = ent_cli_aggregate(&cli);
    if (aggregate)
        write_ties(&cli, aggregate);
    ent_aggregate_free(aggregate);
    return ent_cli_finish(&cli);
}
