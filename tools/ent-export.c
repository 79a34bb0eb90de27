/* ent-export: a network as a picture or as a file for another program. */
#include "cli.h"

#include <entente/draw.h>
#include <entente/graphml.h>

#include <string.h>

enum format { DOT, GRAPHML, GEPHI, GEXF, CSV, TSV, JSON, NEO4J, HTML, FORMAT_COUNT };

static const char *const format_names[FORMAT_COUNT] = {
    "dot", "graphml", "gephi", "gexf", "csv", "tsv", "json", "neo4j", "html"};

/* DrL is faster on large networks. */
enum { MOST_FOR_FR = 3000 };

enum layout_wish { LAYOUT_DEFAULT, LAYOUT_NONE, LAYOUT_FR, LAYOUT_DRL };

struct settings {
    enum format format;
    enum ent_part part;
    enum layout_wish layout;
    bool neo4j;
    const char *evidence;
    struct ent_slices *slices; /* several files as one network over time, else NULL */
    struct ent_draw draw;
    struct ent_select select;
};

static const struct ent_option options[] = {
    {'f', "format", "FORMAT",
     "dot (default), html, graphml, gephi, gexf, csv, tsv, json, neo4j"},
    {0, "table", "PART", "csv, tsv, neo4j: vertices or arcs (default)"},
    {0, "neo4j", NULL, "csv with the headers of Neo4j's import"},
    {0, "evidence", "RELATIONS", "html: tell all sentences of this file of relations"},
    {0, "layout", "METHOD", "place actors: fr, drl or none (default: as needed)"},
    {0, "top", "N", "keep the N largest actors"},
    {0, "min-weight", "W", "keep ties of weight W or more"},
    {0, "neighbours", "ACTOR", "keep ACTOR (name or label) and who has a tie with it"},
    {0, "camp", "N", "keep the actors of camp N"},
    {0, "size", "ATTRIBUTE",
     "show this number as size (default: pagerank, strength ...)"},
    {0, "theme", "THEME", "dot: signed (default), plain, print or dark"},
    {0, "title", "TEXT", "a title for the picture"},
    {0, "clusters", NULL, "dot: camps as boxes"},
    {0, "labels", "N", "dot: name the relation on the N heaviest ties (default 60)"},
    {0, "no-legend", NULL, "dot: no legend"},
    {0, NULL, NULL, NULL},
};

static bool set_format(struct settings *settings, struct ent_cli *cli, const char *value)
{
    for (int i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(value, format_names[i]) == 0) {
            settings->format = (enum format)i;
            return true;
        }
    }
    ent_cli_usage(cli, "unknown format '%s'", value);
    return false;
}

static bool set_part(struct settings *settings, struct ent_cli *cli, const char *value)
{
    if (strcmp(value, "vertices") != 0 && strcmp(value, "arcs") != 0) {
        ent_cli_usage(cli, "--table knows vertices and arcs, not '%s'", value);
        return false;
    }
    settings->part = value[0] == 'v' ? ENT_PART_VERTICES : ENT_PART_ARCS;
    return true;
}

static bool set_layout(struct settings *settings, struct ent_cli *cli, const char *value)
{
    static const char *const names[] = {NULL, "none", "fr", "drl"};
    for (int i = 1; i < 4; i++) {
        if (strcmp(value, names[i]) == 0) {
            settings->layout = (enum layout_wish)i;
            return true;
        }
    }
    ent_cli_usage(cli, "--layout knows fr, drl and none, not '%s'", value);
    return false;
}

static bool set_number(struct settings *settings, struct ent_cli *cli, const char *name,
                       const char *value)
{
    bool labels = strcmp(name, "labels") == 0;
    long number = 0;
    if (!ent_cli_int(cli, name, value, labels ? 0 : 1, 1000000000, &number))
        return false;
    if (labels)
        settings->draw.labels = (uint32_t)number;
    else if (strcmp(name, "top") == 0)
        settings->select.top = (uint32_t)number;
    else
        settings->select.camp = number;
    return true;
}

static bool take_option(void *context, struct ent_cli *cli, const char *name,
                        const char *value)
{
    struct settings *settings = context;
    if (strcmp(name, "format") == 0)
        return set_format(settings, cli, value);
    if (strcmp(name, "table") == 0)
        return set_part(settings, cli, value);
    if (strcmp(name, "min-weight") == 0)
        return ent_cli_real(cli, name, value, 0, 1e300, &settings->select.min_weight);
    if (strcmp(name, "layout") == 0)
        return set_layout(settings, cli, value);
    if (strcmp(name, "neighbours") == 0)
        settings->select.neighbours = value;
    else if (strcmp(name, "size") == 0)
        settings->draw.size = settings->select.size = value;
    else if (strcmp(name, "theme") == 0)
        settings->draw.theme = value;
    else if (strcmp(name, "title") == 0)
        settings->draw.title = value;
    else if (strcmp(name, "neo4j") == 0)
        settings->neo4j = true;
    else if (strcmp(name, "evidence") == 0)
        settings->evidence = value;
    else if (strcmp(name, "clusters") == 0)
        settings->draw.clusters = true;
    else if (strcmp(name, "no-legend") == 0)
        settings->draw.legend = false;
    else
        return set_number(settings, cli, name, value);
    return true;
}

/* Give places where they are asked for, or wanted by the format and not there yet. */
static enum ent_status place(const struct settings *settings, struct ent_network *network,
                             const struct ent_cli *cli, struct ent_error *error)
{
    enum layout_wish wish = settings->layout;
    bool wanted =
        settings->format == GEPHI || settings->format == GEXF || settings->format == HTML;
    bool placed = ent_table_find(&network->vertices, "x") &&
                  ent_table_find(&network->vertices, "y");
    if (wish == LAYOUT_NONE || (wish == LAYOUT_DEFAULT && (!wanted || placed)))
        return ENT_OK;
    bool drl = wish == LAYOUT_DRL ||
               (wish == LAYOUT_DEFAULT && network->vertices.row_count > MOST_FOR_FR);
    return ent_network_layout(network, drl ? ENT_LAYOUT_DRL : ENT_LAYOUT_FR, cli->seed,
                              error);
}

/* Gather the sentences of a file; bad lines are reported and passed over. */
static enum ent_status read_evidence(struct ent_evidence *evidence, const char *path,
                                     struct ent_cli *cli, struct ent_error *error)
{
    FILE *file = ent_cli_open(cli, path);
    if (!file)
        return ENT_OK; /* reported; the page goes without */
    struct ent_lines lines;
    struct ent_str line;
    ent_lines_init(&lines, file);
    enum ent_status status;
    while ((status = ent_lines_next(&lines, &line, error)) == ENT_OK) {
        if (ent_str_trim(line).size == 0)
            continue;
        status = ent_evidence_add(evidence, line, error);
        if (status == ENT_EMEMORY)
            break;
        if (status == ENT_OK)
            continue;
        error->line = lines.line;
        ent_cli_report(cli, path, error);
        cli->skipped++;
    }
    ent_lines_clear(&lines);
    ent_cli_close(cli, path, file);
    return status == ENT_EMEMORY ? status : ENT_OK;
}

static enum ent_status write_page(const struct settings *settings,
                                  const struct ent_network *network, struct ent_cli *cli,
                                  struct ent_error *error)
{
    struct ent_evidence *evidence = NULL;
    enum ent_status status = ENT_OK;
    if (settings->evidence) {
        evidence = ent_evidence_new(network);
        status = evidence ? read_evidence(evidence, settings->evidence, cli, error)
                          : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    if (status == ENT_OK)
        status = ent_html_write(network, &settings->draw, evidence, cli->out, error);
    ent_evidence_free(evidence);
    return status;
}

static enum ent_status write_network(const struct settings *settings,
                                     struct ent_network *network, struct ent_cli *cli,
                                     struct ent_error *error)
{
    enum ent_status status = place(settings, network, cli, error);
    if (status == ENT_OK && settings->format == GEPHI)
        status = ent_network_paint(network, &settings->draw, error);
    if (status == ENT_OK && settings->format == GEPHI)
        status = ent_network_positive_weights(network, error);
    if (status != ENT_OK)
        return status;
    switch (settings->format) {
    case GRAPHML:
    case GEPHI:
        return ent_graphml_write(
            network,
            (cli->provenance ? ENT_GRAPHML_PROVENANCE : 0) |
                (settings->format == GEPHI ? ENT_GRAPHML_COMMENTS : 0),
            cli->out, error);
    case HTML:
        return write_page(settings, network, cli, error);
    case GEXF:
        return ent_gexf_write(network, settings->slices, &settings->draw, cli->out,
                              error);
    case NEO4J:
        return ent_neo4j_write(network, settings->part, cli->out, error);
    case CSV:
        if (settings->neo4j)
            return ent_neo4j_write(network, settings->part, cli->out, error);
        return ent_table_write(network, settings->part, ENT_CSV, cli->out, error);
    case TSV:
        return ent_table_write(network, settings->part, ENT_TSV, cli->out, error);
    case JSON:
        return ent_node_link_write(network, cli->out, error);
    case DOT:
    case FORMAT_COUNT:
        break;
    }
    return ent_dot_write(network, &settings->draw, cli->out, error);
}

static bool read_network(struct ent_cli *cli, const char *path,
                         struct ent_network *network)
{
    struct ent_error error = {ENT_OK, 0, ""};
    FILE *file = ent_cli_open(cli, path);
    if (!file) {
        ent_network_init(network, true);
        return false;
    }
    enum ent_status status = ent_graphml_read(network, file, &error);
    ent_cli_close(cli, path, file);
    if (status != ENT_OK)
        ent_cli_report(cli, path, &error);
    return status == ENT_OK;
}

static void write_selected(struct ent_cli *cli, struct settings *settings,
                           struct ent_network *network)
{
    struct ent_error error = {ENT_OK, 0, ""};
    const char *path = cli->files[0];
    settings->draw.lang = cli->lang;
    enum ent_status status =
        settings->slices
            ? ent_slices_select(settings->slices, &settings->select, &error)
            : ent_network_select(network, &settings->select, &error);
    if (status == ENT_OK) {
        status = write_network(settings, network, cli, &error);
        path = NULL;
    }
    /* What could not be written is reported once, by ent_cli_finish. */
    if (status != ENT_OK && status != ENT_EIO)
        ent_cli_report(cli, path, &error);
}

static void export(struct ent_cli *cli, struct settings *settings)
{
    struct ent_network network;
    if (read_network(cli, cli->files[0], &network))
        write_selected(cli, settings, &network);
    ent_network_clear(&network);
}

/* Several networks, in the order of time, as one. A file that cannot be read is left out.
 */
static void export_slices(struct ent_cli *cli, struct settings *settings)
{
    struct ent_error error = {ENT_OK, 0, ""};
    enum ent_status status = ENT_OK;
    settings->slices = ent_slices_new();
    if (!settings->slices)
        status = ent_fail(&error, ENT_EMEMORY, 0, "out of memory");
    for (size_t i = 0; status == ENT_OK && i < cli->file_count; i++) {
        struct ent_network network;
        if (read_network(cli, cli->files[i], &network))
            status = ent_slices_add(settings->slices, &network, &error);
        ent_network_clear(&network);
        if (status != ENT_OK)
            ent_cli_report(cli, cli->files[i], &error);
    }
    if (status == ENT_OK)
        write_selected(cli, settings, ent_slices_network(settings->slices));
    ent_slices_free(settings->slices);
}

int main(int argc, char **argv)
{
    struct settings settings = {.format = DOT};
    ent_draw_defaults(&settings.draw);
    const struct ent_tool tool = {
        .name = "ent-export",
        .synopsis = "[OPTION]... [FILE]...",
        .summary =
            "Write a GraphML network as a picture or as a file for another program.",
        .epilogue = "Draw the result of -f dot with Graphviz:\n"
                    "  ent-export network.graphml | sfdp -Tsvg > network.svg\n"
                    "-f gexf takes several files, the networks of successive periods.",
        .options = options,
        .shared = ENT_CLI_LANG | ENT_CLI_SEED | ENT_CLI_PROVENANCE,
        .option = take_option,
        .context = &settings,
    };
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    bool over_time = cli.file_count > 1;
    if (over_time && settings.format != GEXF)
        return ent_cli_usage(&cli, "one network at a time, but for -f gexf");
    if (over_time)
        export_slices(&cli, &settings);
    else
        export(&cli, &settings);
    return ent_cli_finish(&cli);
}
