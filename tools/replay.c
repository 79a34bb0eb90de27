#include "replay.h"

#include "net_cli.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 4000 };

bool replay_option(struct replay *replay, struct ent_cli *cli, const char *name,
                   const char *value)
{
    if (strcmp(name, "relations") == 0)
        replay->relations = value;
    else if (strcmp(name, "weights") == 0)
        replay->weights = value;
    else if (strcmp(value, "group") == 0 || strcmp(value, "actor") == 0)
        replay->level = value;
    else
        ent_cli_usage(cli, "--level knows group and actor, not '%s'", value);
    return strcmp(name, "level") != 0 || replay->level;
}

/* The arguments of the last ent-graph in the provenance: "ent-graph 0.1.0: ent-graph
 * ...". */
static struct ent_str command_of(struct ent_str provenance)
{
    struct ent_str line, command = ENT_STR("");
    while (ent_str_split(&provenance, '\n', &line)) {
        size_t colon = ent_str_find(line, ENT_STR(": ent-graph"));
        if (ent_str_starts(line, ENT_STR("ent-graph ")) && colon != SIZE_MAX)
            command = ent_str_sub(line, colon + 2, line.size);
    }
    return command;
}

/* The next word of a command line as net_cli.c notes it: plain, or 'quoted' with '\'' for
 * quotes. NULL at the end or when memory ran out. */
static char *next_word(struct ent_str *rest, struct ent_arena *arena)
{
    while (rest->size > 0 && rest->data[0] == ' ')
        *rest = ent_str_sub(*rest, 1, rest->size);
    char *word = rest->size > 0 ? ent_arena_alloc(arena, rest->size + 1) : NULL;
    size_t size = 0, at = 0;
    bool quoted = false;
    for (; word && at < rest->size && (quoted || rest->data[at] != ' '); at++) {
        char c = rest->data[at];
        if (c == '\'')
            quoted = !quoted;
        else if (c == '\\' && !quoted && at + 1 < rest->size)
            word[size++] = rest->data[++at];
        else
            word[size++] = c;
    }
    *rest = ent_str_sub(*rest, at, rest->size);
    if (word)
        word[size] = '\0';
    return word;
}

/* False after having complained. */
static bool replay_command(struct ent_cli *cli, struct ent_str command,
                           struct graph_options *options)
{
    const struct ent_tool graph = {.name = "ent-graph",
                                   .options = graph_option_table,
                                   .shared = GRAPH_SHARED_OPTIONS,
                                   .option = graph_option,
                                   .context = options};
    char **words = calloc(MOST_WORDS + 1, sizeof *words);
    int count = 0;
    if (!words) {
        ent_cli_error(cli, "out of memory");
        return false;
    }
    while (count < MOST_WORDS && (words[count] = next_word(&command, &options->arena)))
        count++;
    words[count] = NULL;
    bool fine = ent_cli_options_again(cli, &graph, count, words);
    free(words);
    return fine;
}

static struct ent_str note_of(const struct ent_network *network, const char *name,
                              struct ent_arena *arena)
{
    const struct ent_column *column = ent_table_find(&network->graph, name);
    return column ? ent_column_text(column, 0, arena) : ENT_STR("");
}

static bool find_options(struct ent_cli *cli, const struct ent_network *network,
                         const struct replay *given, struct graph_options *options)
{
    struct ent_str command = command_of(network->provenance);
    if (command.size > 0 && !replay_command(cli, command, options))
        return false;
    if ((given->level && !graph_option(options, cli, "level", given->level)) ||
        (given->weights && !graph_option(options, cli, "weights", given->weights)))
        return false;
    /* Slices are told by the network itself, and so are the actors to take. */
    struct ent_build *build = &options->build;
    struct ent_str from = note_of(network, "from", &options->arena);
    struct ent_str to = note_of(network, "to", &options->arena);
    build->from = from.size > 0 ? from : build->from;
    build->to = to.size > 0 ? to : build->to;
    build->undirected = !network->directed;
    options->actors_path = NULL;
    return graph_options_load(options, cli);
}

/* Are the arcs between the network's vertices as many as the network has? */
static enum ent_status compare(struct ent_cli *cli, const struct ent_network *network,
                               const struct ent_aggregate *aggregate,
                               struct graph_options *options, const char *path,
                               struct ent_error *error)
{
    struct ent_build build = options->build;
    struct ent_map names;
    struct ent_arena arena;
    struct ent_network again;
    ent_arena_init(&arena);
    ent_map_init(&names);
    for (uint32_t v = 0; v < network->vertices.row_count; v++)
        ent_map_add(&names, ent_network_name(network, v, &arena), NULL);
    build.actors = &names;
    build.labels = NULL;
    build.largest_component = false;
    build.documents = &options->documents;
    enum ent_status status = ent_network_build(&again, aggregate, &build, error);
    uint32_t wanted = network->edges.row_count, found = again.edges.row_count;
    if (status == ENT_OK && wanted != found)
        ent_cli_warn(
            cli,
            "%s gives %u arc%s between the network's actors, which has %u: it was "
            "made of other relations or with other options",
            ent_cli_name(path), (unsigned)found, found == 1 ? "" : "s", (unsigned)wanted);
    ent_network_clear(&again);
    ent_map_clear(&names);
    ent_arena_clear(&arena);
    return status;
}

struct ent_aggregate *ent_cli_replay(struct ent_cli *cli,
                                     const struct ent_network *network,
                                     const struct replay *given,
                                     struct graph_options *options)
{
    struct ent_error error = {ENT_OK, 0, ""};
    graph_options_init(options);
    if (!find_options(cli, network, given, options)) {
        cli->failed = true; /* also if a misused option was the complaint */
        return NULL;
    }
    struct ent_aggregate *aggregate = ent_aggregate_new();
    enum ent_status status = ENT_OK;
    if (!aggregate)
        status = ent_fail(&error, ENT_EMEMORY, 0, "out of memory");
    bool read = aggregate && ent_cli_read_relations(cli, given->relations, aggregate);
    if (read)
        status = ent_aggregate_finish(aggregate, &error);
    if (read && status == ENT_OK)
        status = compare(cli, network, aggregate, options, given->relations, &error);
    if (status != ENT_OK)
        ent_cli_report(cli, NULL, &error);
    if (!read || status != ENT_OK) {
        ent_aggregate_free(aggregate);
        return NULL;
    }
    return aggregate;
}
