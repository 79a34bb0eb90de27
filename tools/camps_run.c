/* camps_run.c: one network, from the operand to the output. */
#include "camps.h"

#include <entente/balance.h>
#include <entente/community.h>
#include <entente/draw.h>
#include <entente/uncertainty.h>

enum { MOST_EDGES_FOR_LINE_INDEX = 200000, FEW_DOCUMENTS = 10 };

/* Of the time limit. */
static const double FIND_SHARE = 0.4, MARGIN_SHARE = 0.4, TWO_SHARE = 0.2;

struct job {
    struct ent_cli *cli;
    const struct camps_settings *settings;
    struct ent_network network;
    struct ent_signed graph;
    struct ent_coalition result, two;
    struct ent_error error;
};

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
    struct ent_coalition_options own = camps_share_time(job->settings, FIND_SHARE);
    enum ent_status status =
        ent_coalition_find(&job->graph, &own, &job->result, &job->error);
    bool wanted = job->settings->margins && own.time_limit > 0;
    if (status == ENT_OK && wanted) {
        own = camps_share_time(job->settings, MARGIN_SHARE);
        status = ent_margins_find(&job->graph, &own, &job->result, &margins, &job->error);
    }
    if (status == ENT_OK)
        status = ent_coalition_annotate(&job->network, &job->graph, &job->result,
                                        wanted ? &margins : NULL, &job->error);
    ent_margins_clear(&margins);
    return status;
}

/* The line index is the cost of two camps, which may not be what was asked for: it is
 * then left out for networks where it would take long. */
static enum ent_status find_two(struct job *job)
{
    struct ent_coalition_options own = camps_share_time(job->settings, TWO_SHARE);
    own.camps = 2;
    if (job->graph.edge_count > MOST_EDGES_FOR_LINE_INDEX)
        return ENT_OK;
    return ent_coalition_find(&job->graph, &own, &job->two, &job->error);
}

static enum ent_status find_balance(struct job *job)
{
    struct ent_balance balance;
    struct ent_coalition *two = &job->result;
    enum ent_status status = ent_balance_find(&job->graph, &balance, &job->error);
    if (job->settings->method >= 0 || job->settings->options.camps != 2) {
        if (status == ENT_OK)
            status = find_two(job);
        two = job->two.camp ? &job->two : NULL;
    }
    if (status == ENT_OK)
        status =
            ent_balance_annotate(&job->network, &job->graph, &balance, two, &job->error);
    if (status != ENT_OK || !job->settings->shuffles)
        return status;
    if (!two) {
        ent_cli_warn(job->cli, "the network is too large for the null model");
        return status;
    }
    struct ent_balance_null null;
    status = ent_balance_null_run(
        &job->graph, two->cost, (uint32_t)job->settings->shuffles,
        job->settings->options.seed, job->settings->options.effort, &null, &job->error);
    if (status == ENT_OK)
        status = ent_balance_null_annotate(&job->network, &null, &job->error);
    return status;
}

static void warn_if_thin(struct ent_cli *cli,
                         const struct ent_camp_confidence *confidence)
{
    if (confidence->documents < FEW_DOCUMENTS || !(confidence->mean_stability >= 0.6))
        ent_cli_warn(
            cli,
            "the evidence is too thin for these camps: in %u document%s, members "
            "stand together in %.0f %% of samples",
            (unsigned)confidence->documents, confidence->documents == 1 ? "" : "s",
            100 * confidence->mean_stability);
}

static enum ent_status resample(struct job *job, const struct ent_aggregate *aggregate,
                                const struct graph_options *graph)
{
    struct ent_camp_confidence confidence;
    struct ent_coalition_options own = job->settings->options;
    struct ent_camp_bootstrap bootstrap = {(uint32_t)job->settings->samples, &own,
                                           aggregate, &graph->build};
    enum ent_status status = ent_camp_bootstrap_run(&job->network, &job->result,
                                                    &bootstrap, &confidence, &job->error);
    if (status != ENT_OK)
        return status;
    confidence.documents = graph->documents; /* those left out say nothing */
    warn_if_thin(job->cli, &confidence);
    status = ent_camp_confidence_annotate(&job->network, &confidence, &job->error);
    ent_camp_confidence_clear(&confidence);
    return status;
}

/* False after having complained. */
static bool find_confidence(struct job *job)
{
    struct graph_options graph;
    struct ent_aggregate *aggregate =
        ent_cli_replay(job->cli, &job->network, &job->settings->replay, &graph);
    enum ent_status status = ENT_OK;
    if (aggregate)
        status = resample(job, aggregate, &graph);
    if (status != ENT_OK)
        ent_cli_report(job->cli, NULL, &job->error);
    bool fine = aggregate && status == ENT_OK;
    ent_aggregate_free(aggregate);
    graph_options_clear(&graph);
    return fine;
}

bool camps_write_network(struct ent_cli *cli, struct ent_network *network)
{
    struct ent_error error = {ENT_OK, 0, ""};
    struct ent_draw draw;
    ent_draw_defaults(&draw);
    draw.lang = cli->lang;
    if (ent_network_paint(network, &draw, &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        return false;
    }
    return ent_cli_write_network(cli, network, cli->out);
}

static void write_result(struct job *job)
{
    if (job->settings->output == CAMPS_TABLE)
        camps_write_table(job->cli, &job->network, &job->graph);
    else if (job->settings->output == CAMPS_SUMMARY)
        camps_write_summary(job->cli, &job->network, &job->graph);
    else
        camps_write_network(job->cli, &job->network);
}

static bool compute(struct job *job)
{
    const struct camps_settings *settings = job->settings;
    enum ent_status status =
        ent_signed_of_network(&job->graph, &job->network, &job->error);
    if (status == ENT_OK)
        status = find_camps(job);
    if (status == ENT_OK && settings->balance)
        status = find_balance(job);
    if (status != ENT_OK)
        ent_cli_report(job->cli, NULL, &job->error);
    return status == ENT_OK && (!settings->samples || find_confidence(job));
}

void camps_run(struct ent_cli *cli, const struct camps_settings *settings)
{
    struct job job = {.cli = cli, .settings = settings, .error = {ENT_OK, 0, ""}};
    if (ent_cli_read_network(cli, cli->files[0], &job.network) && compute(&job))
        write_result(&job);
    ent_coalition_clear(&job.result);
    ent_coalition_clear(&job.two);
    ent_signed_clear(&job.graph);
    ent_network_clear(&job.network);
}
