/* ent-compare: what changed from one network to another. */
#include "net_cli.h"

#include <entente/buf.h>
#include <entente/measure.h>

struct compare_options {
    int measure;
    bool summary;
};

static const struct ent_option option_table[] = {
    {'m', "measure", "MEASURE", "compare ranks by MEASURE (default pagerank)"},
    {0, "summary", NULL, "leave out the list of differences"},
    {0, NULL, NULL, NULL},
};

static bool option(void *context, struct ent_cli *cli, const char *name,
                   const char *value)
{
    struct compare_options *options = context;
    if (strcmp(name, "summary") == 0) {
        options->summary = true;
        return true;
    }
    options->measure = ent_measure_of(ent_str_of(value));
    if (options->measure < 0)
        ent_cli_usage(cli, "--measure: unknown measure '%s' (see ent-rank --list)",
                      value);
    return options->measure >= 0;
}

static void put_number(struct ent_buf *buf, const char *name, double value)
{
    ent_buf_printf(buf, "summary\t%s\t", name);
    if (!isnan(value))
        ent_buf_printf(buf, "%.6g", value);
    ent_buf_char(buf, '\n');
}

static void put_summary(struct ent_buf *buf, const struct ent_comparison *comparison,
                        enum ent_measure measure)
{
    char name[64];
    put_number(buf, "vertices_before", comparison->old_vertices);
    put_number(buf, "vertices_after", comparison->new_vertices);
    put_number(buf, "vertices_common", comparison->common_vertices);
    put_number(buf, "arcs_before", comparison->old_arcs);
    put_number(buf, "arcs_after", comparison->new_arcs);
    put_number(buf, "arcs_common", comparison->common_arcs);
    put_number(buf, "arcs_jaccard", comparison->jaccard);
    put_number(buf, "signs_changed", comparison->changed_signs);
    snprintf(name, sizeof name, "%s_spearman", ent_measure_name(measure));
    put_number(buf, name, comparison->spearman);
    snprintf(name, sizeof name, "%s_kendall", ent_measure_name(measure));
    put_number(buf, name, comparison->kendall);
    put_number(buf, "camps_variation_of_information",
               comparison->variation_of_information);
    put_number(buf, "camps_adjusted_rand", comparison->adjusted_rand);
}

/* A name in one cell: tabs and newlines would break it. */
static void put_name(struct ent_buf *buf, struct ent_str name)
{
    for (size_t i = 0; i < name.size; i++)
        ent_buf_char(buf, (unsigned char)name.data[i] < ' ' ? ' ' : name.data[i]);
}

static void put_strength(struct ent_buf *buf, double value)
{
    ent_buf_char(buf, '\t');
    if (!isnan(value))
        ent_buf_printf(buf, "%.10g", value);
}

static void put_difference(struct ent_buf *buf, const struct ent_difference *difference)
{
    static const char *const changes[] = {"appeared", "vanished", "sign"};
    ent_buf_printf(buf, "%s\t%s\t", difference->arc ? "arc" : "vertex",
                   changes[difference->change]);
    put_name(buf, difference->from);
    if (difference->arc) {
        ent_buf_char(buf, '\t');
        put_name(buf, difference->to);
        put_strength(buf, difference->before);
        put_strength(buf, difference->after);
    }
    ent_buf_char(buf, '\n');
}

static void compare(struct ent_cli *cli, const struct compare_options *options)
{
    struct ent_network before, after;
    struct ent_comparison comparison;
    struct ent_differences differences = {.items = NULL};
    struct ent_error error;
    struct ent_buf buf;
    ent_buf_init(&buf);
    bool fine = ent_cli_read_network(cli, cli->files[0], &before);
    fine = ent_cli_read_network(cli, cli->files[1], &after) && fine;
    enum ent_measure measure = (enum ent_measure)options->measure;
    if (fine && ent_network_compare(&before, &after, measure, &comparison, &differences,
                                    &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        fine = false;
    }
    if (fine)
        put_summary(&buf, &comparison, measure);
    for (size_t i = 0; fine && !options->summary && i < differences.count; i++)
        put_difference(&buf, &differences.items[i]);
    if (buf.failed)
        ent_cli_error(cli, "out of memory");
    ent_cli_write(cli, ent_buf_view(&buf));
    ent_buf_clear(&buf);
    ent_differences_clear(&differences);
    ent_network_clear(&before);
    ent_network_clear(&after);
}

int main(int argc, char **argv)
{
    struct ent_cli cli;
    struct compare_options options = {.measure = ENT_PAGERANK};
    const struct ent_tool tool = {
        .name = "ent-compare",
        .synopsis = "[OPTION]... BEFORE AFTER",
        .summary =
            "Tell what changed between two networks: actors, ties, signs, ranks, camps.",
        .epilogue =
            "Both files are GraphML; vertices are matched by name. Output is "
            "tab-separated:\nsummary NAME VALUE; vertex CHANGE NAME; arc CHANGE FROM "
            "TO BEFORE AFTER.",
        .options = option_table,
        .option = option,
        .context = &options,
    };
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (cli.file_count != 2)
        return ent_cli_misuse_operands(&cli, 2);
    compare(&cli, &options);
    return ent_cli_finish(&cli);
}
