/* camps_time.c: the networks of successive periods, solved together. */
#include "camps.h"

#include <entente/buf.h>
#include <entente/dynamic.h>

#include <math.h>
#include <stdlib.h>

struct periods {
    struct ent_cli *cli;
    const struct camps_settings *settings;
    uint32_t count;
    struct ent_network *networks; /* [count] */
    struct ent_str *names;        /* [count] in arena */
    struct ent_arena arena;
    struct ent_dynamic dynamic;
    struct ent_coalition result;
    struct ent_margins margins;
    struct ent_error error;
};

/* "out/net-2019-03.graphml" -> "net-2019-03", with "_" for what attribute names may not
 * hold. */
static struct ent_str name_of(const char *path, struct ent_arena *arena)
{
    struct ent_str name = ent_str_of(path);
    for (size_t i = 0; path[i]; i++)
        if (path[i] == '/')
            name = ent_str_of(path + i + 1);
    for (size_t i = name.size; i-- > 1;)
        if (name.data[i] == '.') {
            name.size = i;
            break;
        }
    struct ent_str copy = ent_arena_dup(arena, name);
    for (size_t i = 0; copy.data && i < copy.size; i++) {
        char *c = (char *)copy.data + i;
        bool word = (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') ||
                    (*c >= 'A' && *c <= 'Z') || *c == '-' || *c == '.';
        if (!word)
            *c = '_';
    }
    return copy;
}

static bool read_periods(struct periods *periods)
{
    struct ent_cli *cli = periods->cli;
    uint32_t wanted = (uint32_t)cli->file_count;
    periods->networks = calloc(wanted, sizeof *periods->networks);
    periods->names = calloc(wanted, sizeof *periods->names);
    if (!periods->networks || !periods->names) {
        ent_cli_error(cli, "out of memory");
        return false;
    }
    for (; periods->count < wanted; periods->count++) {
        uint32_t i = periods->count;
        periods->names[i] = name_of(cli->files[i], &periods->arena);
        if (!periods->names[i].data) {
            ent_cli_error(cli, "out of memory");
            return false;
        }
        if (!ent_cli_read_network(cli, cli->files[i], &periods->networks[i])) {
            periods->count++; /* it has to be cleared as well */
            return false;
        }
    }
    return true;
}

/* The actors' names are in order, so that a vertex's number is its rank. */
static enum ent_status solve(struct periods *periods)
{
    const struct camps_settings *settings = periods->settings;
    enum ent_status status =
        ent_dynamic_init(&periods->dynamic, periods->networks, periods->count,
                         settings->coupling, &periods->error);
    struct ent_coalition_options own = camps_share_time(settings, 0.5);
    const struct ent_signed *graph = &periods->dynamic.graph;
    if (status == ENT_OK)
        status = ent_coalition_find(graph, &own, &periods->result, &periods->error);
    if (status == ENT_OK && settings->margins && own.time_limit > 0) {
        own = camps_share_time(settings, 0.5);
        status = ent_margins_find(graph, &own, &periods->result, &periods->margins,
                                  &periods->error);
    }
    return status;
}

static void write_table(struct periods *periods)
{
    const struct ent_dynamic *dynamic = &periods->dynamic;
    struct ent_buf buf;
    ent_buf_init(&buf);
    ent_buf_text(&buf, "name\tlabel\tperiod\tcamp\tmargin\tswitched\n");
    for (uint32_t i = 0; i < dynamic->graph.vertex_count; i++) {
        uint32_t slice = dynamic->slice[i];
        const struct ent_column *label =
            ent_table_find(&periods->networks[slice].vertices, "label");
        camps_put_text(&buf, dynamic->names[dynamic->actor[i]]);
        ent_buf_char(&buf, '\t');
        if (label && label->type == ENT_TYPE_STRING)
            camps_put_text(&buf, label->strings[dynamic->vertex[i]]);
        ent_buf_char(&buf, '\t');
        camps_put_text(&buf, periods->names[slice]);
        camps_put_number(&buf, periods->result.camp[i]);
        camps_put_number(&buf,
                         periods->margins.margin ? periods->margins.margin[i] : NAN);
        camps_put_number(&buf, ent_dynamic_switched(dynamic, periods->result.camp, i));
        ent_buf_char(&buf, '\n');
    }
    camps_finish(periods->cli, &buf);
}

static void write_network(struct periods *periods)
{
    struct ent_network network;
    enum ent_status status = ent_dynamic_network(
        &periods->dynamic, periods->networks, periods->names, &periods->result,
        periods->margins.margin ? &periods->margins : NULL, &network, &periods->error);
    if (status != ENT_OK) {
        ent_cli_report(periods->cli, NULL, &periods->error);
    } else if (periods->settings->output == CAMPS_SUMMARY) {
        struct ent_buf buf;
        ent_buf_init(&buf);
        camps_put_numbers(&buf, &network);
        camps_finish(periods->cli, &buf);
    } else {
        camps_write_network(periods->cli, &network);
    }
    ent_network_clear(&network);
}

void camps_run_periods(struct ent_cli *cli, const struct camps_settings *settings)
{
    struct periods periods = {.cli = cli, .settings = settings};
    ent_arena_init(&periods.arena);
    if (read_periods(&periods)) {
        if (solve(&periods) != ENT_OK)
            ent_cli_report(cli, NULL, &periods.error);
        else if (settings->output == CAMPS_TABLE)
            write_table(&periods);
        else
            write_network(&periods);
    }
    ent_margins_clear(&periods.margins);
    ent_coalition_clear(&periods.result);
    ent_dynamic_clear(&periods.dynamic);
    for (uint32_t i = 0; i < periods.count; i++)
        ent_network_clear(&periods.networks[i]);
    free(periods.networks);
    free(periods.names);
    ent_arena_clear(&periods.arena);
}
