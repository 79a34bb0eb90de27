/* camps_table.c: camps as text for people and spreadsheets. */
#include "camps.h"

#include <entente/buf.h>
#include <math.h>
#include <stdlib.h>

enum { MEMBERS_SHOWN = 8 };

struct actor {
    uint32_t vertex;
    int64_t camp;
    double strength;
    struct ent_str name;
};

static int compare_actors(const void *left, const void *right)
{
    const struct actor *a = left, *b = right;
    if (a->camp != b->camp)
        return a->camp < b->camp ? -1 : 1;
    if (a->strength != b->strength)
        return a->strength > b->strength ? -1 : 1;
    int order = ent_str_cmp(a->name, b->name);
    return order ? order : a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

static struct ent_str text_of(const struct ent_network *network, const char *column,
                              uint32_t vertex)
{
    const struct ent_column *found = ent_table_find(&network->vertices, column);
    if (!found || found->type != ENT_TYPE_STRING || !found->strings[vertex].data)
        return (struct ent_str){"", 0};
    return found->strings[vertex];
}

/* All actors in the order of the table; NULL when memory ran out. */
static struct actor *sort_actors(const struct ent_network *network,
                                 const struct ent_signed *graph)
{
    uint32_t n = graph->vertex_count;
    const struct ent_column *camp = ent_table_find(&network->vertices, "camp");
    struct actor *actors = malloc(((size_t)n + 1) * sizeof *actors);
    if (!actors)
        return NULL;
    for (uint32_t v = 0; v < n; v++) {
        actors[v] = (struct actor){v, camp->ints[v], 0, text_of(network, "name", v)};
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++)
            actors[v].strength += fabs((double)graph->links[l].weight) / graph->scale;
    }
    qsort(actors, n, sizeof *actors, compare_actors);
    return actors;
}

void camps_put_text(struct ent_buf *buf, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++)
        ent_buf_char(buf, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
}

void camps_put_number(struct ent_buf *buf, double value)
{
    ent_buf_char(buf, '\t');
    if (!isnan(value))
        ent_buf_printf(buf, "%.6g", value);
}

bool camps_finish(struct ent_cli *cli, struct ent_buf *buf)
{
    bool good = !buf->failed && ent_cli_write(cli, ent_buf_view(buf));
    if (buf->failed)
        ent_cli_error(cli, "out of memory");
    ent_buf_clear(buf);
    return good;
}

bool camps_write_table(struct ent_cli *cli, const struct ent_network *network,
                       const struct ent_signed *graph)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    struct actor *actors = sort_actors(network, graph);
    const struct ent_column *margin = ent_table_find(&network->vertices, "camp_margin");
    const struct ent_column *support = ent_table_find(&network->vertices, "camp_support");
    const struct ent_column *stability =
        ent_table_find(&network->vertices, "camp_stability");
    const struct ent_column *consensus =
        ent_table_find(&network->vertices, "camp_consensus");
    buf.failed = !actors;
    ent_buf_text(&buf, "camp\tname\tlabel\tmargin\tsupport\tstrength");
    ent_buf_text(&buf, stability && consensus ? "\tstability\tconsensus\n" : "\n");
    for (uint32_t i = 0; actors && i < graph->vertex_count; i++) {
        uint32_t v = actors[i].vertex;
        ent_buf_int(&buf, actors[i].camp);
        ent_buf_char(&buf, '\t');
        camps_put_text(&buf, actors[i].name);
        ent_buf_char(&buf, '\t');
        camps_put_text(&buf, text_of(network, "label", v));
        camps_put_number(&buf, margin ? margin->doubles[v] : NAN);
        camps_put_number(&buf, support->doubles[v]);
        camps_put_number(&buf, actors[i].strength);
        if (stability && consensus) {
            camps_put_number(&buf, stability->doubles[v]);
            camps_put_number(&buf, (double)consensus->ints[v]);
        }
        ent_buf_char(&buf, '\n');
    }
    free(actors);
    return camps_finish(cli, &buf);
}

static void put_camps(struct ent_buf *buf, const struct ent_network *network,
                      const struct actor *actors, uint32_t count)
{
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && actors[end].camp == actors[i].camp;)
            end++;
        ent_buf_printf(buf, "camp %lld\t%u\t", (long long)actors[i].camp, end - i);
        for (uint32_t k = i; k < end && k < i + MEMBERS_SHOWN; k++) {
            struct ent_str label = text_of(network, "label", actors[k].vertex);
            ent_buf_text(buf, k > i ? ", " : "");
            camps_put_text(buf, label.size ? label : actors[k].name);
        }
        ent_buf_text(buf, end - i > MEMBERS_SHOWN ? ", ...\n" : "\n");
    }
}

void camps_put_numbers(struct ent_buf *buf, const struct ent_network *network)
{
    static const char *const shown[] = {"camps",
                                        "cost",
                                        "bound",
                                        "gap",
                                        "proven",
                                        "unplaced",
                                        "margins_exact",
                                        "switches",
                                        "modularity",
                                        "triangles",
                                        "triangle_balance",
                                        "walk_balance",
                                        "line_index",
                                        "line_index_bound",
                                        "balance",
                                        "samples",
                                        "documents",
                                        "stability",
                                        "balance_low",
                                        "balance_high",
                                        "shuffles",
                                        "null_line_index",
                                        "null_deviation",
                                        "null_z",
                                        "null_share"};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const struct ent_column *column = ent_table_find(&network->graph, shown[i]);
        double value = column ? ent_column_number(column, 0) : NAN;
        if (isnan(value))
            continue;
        ent_buf_text(buf, shown[i]);
        camps_put_number(buf, value);
        ent_buf_char(buf, '\n');
    }
}

bool camps_write_summary(struct ent_cli *cli, const struct ent_network *network,
                         const struct ent_signed *graph)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    struct actor *actors = sort_actors(network, graph);
    buf.failed = !actors;
    camps_put_numbers(&buf, network);
    if (actors)
        put_camps(&buf, network, actors, graph->vertex_count);
    free(actors);
    return camps_finish(cli, &buf);
}
