#include "graph_options.h"

#include <stdlib.h>

const struct ent_option graph_option_table[] = {
    {0, "from", "DATE", "leave out what happened before DATE (YYYY[-MM[-DD]])"},
    {0, "to", "DATE", "leave out what happened after DATE"},
    {0, "status", "LIST", "only these statuses, comma-separated; 'all' for all five"},
    {0, "relation", "LIST", "only these relations, comma-separated"},
    {0, "min-confidence", "P", "leave out evidence less sure than P (0 to 1)"},
    {0, "min-documents", "N", "leave out arcs with evidence in fewer than N documents"},
    {0, "actors", "FILE", "only ties between the vertices that FILE lists"},
    {0, "level", "group|actor", "what a vertex is (default group)"},
    {0, "rollup", "FILE", "groups to take together: lines FROM<TAB>TO"},
    {0, "multi", NULL, "one arc per relation instead of one per pair"},
    {0, "undirected", NULL, "one edge per pair, both directions together"},
    {0, "isolates", NULL, "keep vertices that have no arc left"},
    {0, "largest-component", NULL, "only the largest weakly connected component"},
    {0, "half-life", "DAYS", "evidence loses half its weight in DAYS"},
    {0, "weights", "FILE", "what relations and statuses weigh (see relations.tsv)"},
    {0, "slice", "PERIOD", "a network per month, quarter, year or N-days; needs --out"},
    {0, "window", "N", "let each slice cover N periods, rolling"},
    {0, "out", "PATTERN", "file names of slices; %s becomes the slice's name"},
    {0, NULL, NULL, NULL},
};

void graph_options_init(struct graph_options *options)
{
    memset(options, 0, sizeof *options);
    options->window = 1;
    ent_map_init(&options->actors);
    ent_map_init(&options->rolled);
    ent_arena_init(&options->arena);
}

void graph_options_clear(struct graph_options *options)
{
    ent_labels_free(options->labels);
    ent_map_clear(&options->actors);
    ent_map_clear(&options->rolled);
    free(options->roll_to);
    ent_arena_clear(&options->arena);
}

static bool all_digits(struct ent_str text, size_t at, size_t count)
{
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return true;
}

static bool parse_date(struct ent_cli *cli, const char *name, const char *value,
                       struct ent_str *date)
{
    struct ent_str text = ent_str_of(value);
    bool good = (text.size == 4 || text.size == 7 || text.size == 10) &&
                all_digits(text, 0, 4) &&
                (text.size < 7 || (value[4] == '-' && all_digits(text, 5, 2))) &&
                (text.size < 10 || (value[7] == '-' && all_digits(text, 8, 2)));
    *date = text;
    if (!good)
        ent_cli_usage(cli, "--%s needs YYYY, YYYY-MM or YYYY-MM-DD, not '%s'", name,
                      value);
    return good;
}

/* A comma-separated list of names into bits. */
static bool parse_names(struct ent_cli *cli, const char *name, const char *value,
                        int (*code_of)(struct ent_str), unsigned *bits)
{
    struct ent_str rest = ent_str_of(value), part;
    while (ent_str_split(&rest, ',', &part)) {
        part = ent_str_trim(part);
        int code = code_of(part);
        if (code < 0) {
            ent_cli_usage(cli, "--%s: unknown '%.*s'", name, ENT_FMT(part));
            return false;
        }
        *bits |= 1u << code;
    }
    return true;
}

static bool parse_level(struct ent_cli *cli, struct graph_options *options,
                        const char *value)
{
    options->build.by_actor = strcmp(value, "actor") == 0;
    if (!options->build.by_actor && strcmp(value, "group") != 0) {
        ent_cli_usage(cli, "--level knows group and actor, not '%s'", value);
        return false;
    }
    return true;
}

static bool parse_slice(struct ent_cli *cli, struct graph_options *options,
                        const char *value)
{
    static const char *const names[] = {"", "month", "quarter", "year"};
    for (int i = SLICE_MONTH; i <= SLICE_YEAR; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->slice = (enum slice_unit)i;
            return true;
        }
    }
    struct ent_str text = ent_str_of(value);
    int64_t days;
    if (ent_str_ends(text, ENT_STR("-days")) &&
        ent_str_int(ent_str_sub(text, 0, text.size - 5), &days) && days >= 1 &&
        days <= 100000) {
        options->slice = SLICE_DAYS;
        options->slice_days = (long)days;
        return true;
    }
    ent_cli_usage(cli, "--slice knows month, quarter, year and N-days, not '%s'", value);
    return false;
}

static bool flag_option(struct ent_build *build, const char *name)
{
    if (strcmp(name, "multi") == 0)
        build->multi = true;
    else if (strcmp(name, "undirected") == 0)
        build->undirected = true;
    else if (strcmp(name, "isolates") == 0)
        build->isolates = true;
    else if (strcmp(name, "largest-component") == 0)
        build->largest_component = true;
    else
        return false;
    return true;
}

static bool number_option(struct graph_options *options, struct ent_cli *cli,
                          const char *name, const char *value)
{
    struct ent_build *build = &options->build;
    long number = 0;
    if (strcmp(name, "min-confidence") == 0)
        return ent_cli_real(cli, name, value, 0, 1, &build->min_confidence);
    if (strcmp(name, "half-life") == 0)
        return ent_cli_real(cli, name, value, 0.01, 1e6, &build->half_life);
    if (strcmp(name, "window") == 0)
        return ent_cli_int(cli, name, value, 1, 1000, &options->window);
    if (!ent_cli_int(cli, name, value, 1, 1000000000, &number))
        return false;
    build->min_documents = (uint32_t)number;
    return true;
}

bool graph_option(void *context, struct ent_cli *cli, const char *name, const char *value)
{
    struct graph_options *options = context;
    struct ent_build *build = &options->build;
    if (flag_option(build, name))
        return true;
    if (strcmp(name, "from") == 0)
        return parse_date(cli, name, value, &build->from);
    if (strcmp(name, "to") == 0)
        return parse_date(cli, name, value, &build->to);
    if (strcmp(name, "relation") == 0)
        return parse_names(cli, name, value, ent_relation_type_of, &build->relations);
    if (strcmp(name, "status") == 0 && strcmp(value, "all") == 0)
        build->statuses = (1u << ENT_RELATION_STATUS_COUNT) - 1;
    else if (strcmp(name, "status") == 0)
        return parse_names(cli, name, value, ent_relation_status_of, &build->statuses);
    else if (strcmp(name, "level") == 0)
        return parse_level(cli, options, value);
    else if (strcmp(name, "slice") == 0)
        return parse_slice(cli, options, value);
    else if (strcmp(name, "actors") == 0)
        options->actors_path = value;
    else if (strcmp(name, "rollup") == 0)
        options->rollup_path = value;
    else if (strcmp(name, "weights") == 0)
        options->weights_path = value;
    else if (strcmp(name, "out") == 0)
        options->pattern = value;
    else
        return number_option(options, cli, name, value);
    return true;
}

int graph_options_check(struct graph_options *options, struct ent_cli *cli)
{
    const char *mark = options->pattern ? strstr(options->pattern, "%s") : NULL;
    if (options->slice && !mark)
        return ent_cli_usage(cli, "--slice needs --out PATTERN with %%s in it");
    if (!options->slice && (options->pattern || options->window > 1))
        return ent_cli_usage(cli, "--out and --window need --slice");
    return -1;
}

/* Lines of a table: names alone, or FROM<TAB>TO. */
static bool load_table(struct graph_options *options, struct ent_cli *cli,
                       const char *path, struct ent_map *map, bool pairs)
{
    struct ent_buf buf;
    struct ent_error error;
    ent_buf_init(&buf);
    if (ent_read_file(path, &buf, &error) != ENT_OK) {
        ent_cli_report(cli, path, &error);
        return false;
    }
    bool fine = true;
    struct ent_str rest = ent_buf_view(&buf), line, key;
    for (size_t number = 1; fine && ent_str_split(&rest, '\n', &line); number++) {
        line = ent_str_trim(line);
        if (line.size == 0 || line.data[0] == '#')
            continue;
        bool tab = ent_str_split(&line, '\t', &key) && line.data;
        uint32_t at = tab == pairs ? ent_map_add(map, key, NULL) : ENT_MAP_NONE;
        if (at == ENT_MAP_NONE) {
            ent_fail(&error, ENT_EFORMAT, number,
                     pairs ? "not FROM<TAB>TO" : "more than a name");
            ent_cli_report(cli, path, &error);
            fine = false;
        } else if (pairs) {
            struct ent_str *to = realloc(options->roll_to, (map->size) * sizeof *to);
            fine = to != NULL;
            if (fine) {
                options->roll_to = to;
                to[at] = ent_arena_dup(&options->arena, ent_str_trim(line));
            }
        }
    }
    ent_buf_clear(&buf);
    return fine;
}

bool graph_options_load(struct graph_options *options, struct ent_cli *cli)
{
    struct ent_error error = {ENT_OK, 0, ""};
    struct ent_build *build = &options->build;
    build->french = cli->lang && strcmp(cli->lang, "fr") == 0;
    if (ent_weights_load(&options->weights, options->weights_path, &error) != ENT_OK) {
        ent_cli_report(cli, options->weights_path, &error);
        return false;
    }
    if (ent_labels_load(&options->labels, build->french, &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        return false;
    }
    build->weights = &options->weights;
    build->labels = options->labels;
    if (options->actors_path) {
        if (!load_table(options, cli, options->actors_path, &options->actors, false))
            return false;
        build->actors = &options->actors;
    }
    if (options->rollup_path) {
        if (!load_table(options, cli, options->rollup_path, &options->rolled, true))
            return false;
        build->rolled = &options->rolled;
        build->roll_to = options->roll_to;
    }
    return true;
}
