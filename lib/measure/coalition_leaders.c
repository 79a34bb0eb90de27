/* coalition_leaders.c: camps by the names of their strongest members. */
#include "measure/camps.h"

#include <entente/buf.h>
#include <math.h>
#include <stdlib.h>

enum { CAMPS_NAMED = 12, LEADERS_NAMED = 3 };

/* The strongest members of the first camps; UINT32_MAX = none. */
struct leaders {
    uint32_t vertex[CAMPS_NAMED][LEADERS_NAMED];
    double strength[CAMPS_NAMED][LEADERS_NAMED];
    uint32_t size[CAMPS_NAMED];
};

static void rank_member(struct leaders *leaders, uint32_t camp, uint32_t vertex,
                        double strength)
{
    uint32_t *members = leaders->vertex[camp];
    double *strengths = leaders->strength[camp];
    leaders->size[camp]++;
    int place = LEADERS_NAMED;
    while (place > 0 &&
           (members[place - 1] == UINT32_MAX || strengths[place - 1] < strength))
        place--;
    for (int i = LEADERS_NAMED - 1; i > place; i--) {
        members[i] = members[i - 1];
        strengths[i] = strengths[i - 1];
    }
    if (place < LEADERS_NAMED) {
        members[place] = vertex;
        strengths[place] = strength;
    }
}

static void put_name(const struct ent_network *network, uint32_t vertex,
                     struct ent_buf *buf)
{
    const struct ent_column *name = ent_table_find(&network->vertices, "name");
    if (name && name->type == ENT_TYPE_STRING && name->strings[vertex].size)
        ent_buf_str(buf, name->strings[vertex]);
    else
        ent_buf_printf(buf, "%u", vertex);
}

bool ent_camps_note_leaders(struct ent_network *network, const struct ent_signed *graph,
                            const uint32_t *camp)
{
    struct leaders leaders;
    memset(leaders.vertex, 0xff, sizeof leaders.vertex); /* UINT32_MAX */
    memset(leaders.size, 0, sizeof leaders.size);
    for (uint32_t v = 0; v < graph->vertex_count; v++) {
        double strength = 0;
        if (camp[v] > CAMPS_NAMED)
            continue;
        for (uint32_t l = graph->start[v]; l < graph->start[v + 1]; l++)
            strength += fabs((double)graph->links[l].weight);
        rank_member(&leaders, camp[v] - 1, v, strength);
    }
    struct ent_buf buf;
    ent_buf_init(&buf);
    for (uint32_t c = 0; c < CAMPS_NAMED && leaders.size[c] > 1; c++) {
        ent_buf_printf(&buf, "%s%u: ", c ? "; " : "", c + 1);
        for (int i = 0; i < LEADERS_NAMED && leaders.vertex[c][i] != UINT32_MAX; i++) {
            ent_buf_text(&buf, i ? ", " : "");
            put_name(network, leaders.vertex[c][i], &buf);
        }
    }
    struct ent_column *column =
        ent_table_column(network, &network->graph, "camp_leaders", ENT_TYPE_STRING);
    bool good = column && !buf.failed &&
                ent_column_set(network, column, 0, ent_buf_view(&buf)) == ENT_OK;
    ent_buf_clear(&buf);
    return good;
}
