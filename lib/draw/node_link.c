/* node_link.c: node-link JSON as networkx and D3 read it. */
#include "draw/output.h"

#include <entente/draw.h>
#include <entente/map.h>

/* `"name":value` for every cell there is; `comma` = something stands before. */
static void put_cells(struct ent_buf *buf, const struct ent_table *table,
                      const struct ent_str *names, uint32_t row, bool comma)
{
    for (uint32_t c = 0; c < table->column_count; c++) {
        if (draw_is_missing(&table->columns[c], row))
            continue;
        if (comma)
            ent_buf_char(buf, ',');
        comma = true;
        ent_buf_json(buf, names[c]);
        ent_buf_char(buf, ':');
        draw_put_json_cell(buf, &table->columns[c], row);
    }
}

/* For every arc how many between the same ends come before it; sets `*several`. NULL when
 * memory ran out. */
static uint32_t *number_parallel(const struct ent_network *network,
                                 struct ent_arena *arena, bool *several)
{
    uint32_t m = network->edges.row_count;
    uint32_t *key = ent_arena_array(arena, (size_t)m + 1, sizeof *key);
    uint32_t *seen = ent_arena_array(arena, (size_t)m + 1, sizeof *seen);
    struct ent_map map;
    ent_map_init(&map);
    *several = false;
    for (uint32_t i = 0; key && seen && i < m; i++) {
        struct ent_arc arc = network->arcs[i];
        if (!network->directed && arc.from > arc.to)
            arc = (struct ent_arc){arc.to, arc.from};
        uint32_t pair =
            ent_map_add(&map, (struct ent_str){(const char *)&arc, sizeof arc}, NULL);
        if (pair == ENT_MAP_NONE) {
            key = NULL;
            break;
        }
        key[i] = seen[pair]++;
        *several |= key[i] > 0;
    }
    ent_map_clear(&map);
    return seen ? key : NULL;
}

static bool put_nodes(struct output *output, const struct ent_network *network,
                      const struct ent_str *ids, struct ent_arena *arena)
{
    static const char *const reserved[] = {"id", NULL};
    struct ent_str *names = draw_column_names(&network->vertices, reserved, arena);
    for (uint32_t i = 0; names && i < network->vertices.row_count; i++) {
        ent_buf_text(&output->buf, i ? ",\n{\"id\":" : "\n{\"id\":");
        ent_buf_json(&output->buf, ids[i]);
        put_cells(&output->buf, &network->vertices, names, i, true);
        ent_buf_char(&output->buf, '}');
        output_check(output);
    }
    return names != NULL;
}

static bool put_links(struct output *output, const struct ent_network *network,
                      const struct ent_str *ids, const uint32_t *keys,
                      struct ent_arena *arena)
{
    static const char *const reserved[] = {"source", "target", "key", NULL};
    struct ent_str *names = draw_column_names(&network->edges, reserved, arena);
    for (uint32_t i = 0; names && i < network->edges.row_count; i++) {
        ent_buf_text(&output->buf, i ? ",\n{\"source\":" : "\n{\"source\":");
        ent_buf_json(&output->buf, ids[network->arcs[i].from]);
        ent_buf_text(&output->buf, ",\"target\":");
        ent_buf_json(&output->buf, ids[network->arcs[i].to]);
        if (keys)
            ent_buf_printf(&output->buf, ",\"key\":%u", (unsigned)keys[i]);
        put_cells(&output->buf, &network->edges, names, i, true);
        ent_buf_char(&output->buf, '}');
        output_check(output);
    }
    return names != NULL;
}

enum ent_status ent_node_link_write(const struct ent_network *network, FILE *file,
                                    struct ent_error *error)
{
    static const char *const reserved[] = {NULL};
    struct output output;
    struct ent_arena arena;
    output_init(&output, file);
    ent_arena_init(&arena);
    bool several, fine = false;
    struct ent_str *ids = draw_unique_names(network, &arena);
    struct ent_str *graph = draw_column_names(&network->graph, reserved, &arena);
    uint32_t *keys = number_parallel(network, &arena, &several);
    if (ids && graph && keys) {
        ent_buf_printf(&output.buf, "{\"directed\":%s,\"multigraph\":%s,\"graph\":{",
                       network->directed ? "true" : "false", several ? "true" : "false");
        put_cells(&output.buf, &network->graph, graph, 0, false);
        ent_buf_text(&output.buf, "},\n\"nodes\":[");
        fine = put_nodes(&output, network, ids, &arena);
        ent_buf_text(&output.buf, "],\n\"links\":[");
        fine = fine && put_links(&output, network, ids, several ? keys : NULL, &arena);
        ent_buf_text(&output.buf, "]}\n");
    }
    output.buf.failed |= !fine;
    enum ent_status status = output_finish(&output, error);
    ent_arena_clear(&arena);
    return status;
}
