/* paint.c: colours and sizes as attributes, so that Gephi shows what the pictures show.
 */
#include "draw/picture.h"

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

static enum ent_status paint_vertices(struct ent_network *network,
                                      const struct picture *picture,
                                      struct ent_error *error)
{
    struct ent_table *table = &network->vertices;
    bool labels = ent_table_find(table, "label") != NULL;
    if (!ent_table_column(network, table, "label", ENT_TYPE_STRING) ||
        !ent_table_column(network, table, "color", ENT_TYPE_STRING) ||
        !ent_table_column(network, table, "size", ENT_TYPE_DOUBLE))
        return no_memory(error);
    struct ent_column *label = ent_table_find(table, "label");
    struct ent_column *color = ent_table_find(table, "color");
    struct ent_column *size = ent_table_find(table, "size");
    for (uint32_t i = 0; i < table->row_count; i++) {
        const struct picture_vertex *vertex = &picture->vertices[i];
        struct ent_str fill = picture_fill(picture, i);
        size->doubles[i] = rint((10 + 40 * vertex->size) * 10) / 10;
        if (ent_column_set(network, color, i, fill) != ENT_OK ||
            (!labels && ent_column_set(network, label, i, vertex->label) != ENT_OK))
            return no_memory(error);
    }
    return ENT_OK;
}

/* The relation in words, where arcs have no label. */
static enum ent_status label_arcs(struct ent_network *network,
                                  const struct picture *picture, struct ent_error *error)
{
    struct ent_table *table = &network->edges;
    if (ent_table_find(table, "label") || !ent_table_find(table, "relation"))
        return ENT_OK;
    struct ent_column *label = ent_table_column(network, table, "label", ENT_TYPE_STRING);
    struct ent_buf words;
    ent_buf_init(&words);
    bool fine = label != NULL;
    for (uint32_t i = 0; fine && i < table->row_count; i++) {
        ent_buf_reset(&words);
        picture_put_shown(picture, &picture->arcs[i], NULL, false, &words);
        if (words.size)
            fine = ent_column_set(network, label, i, ent_buf_view(&words)) == ENT_OK;
    }
    ent_buf_clear(&words);
    return fine ? ENT_OK : no_memory(error);
}

static enum ent_status paint_arcs(struct ent_network *network,
                                  const struct picture *picture, struct ent_error *error)
{
    struct ent_table *table = &network->edges;
    struct ent_column *color = ent_table_column(network, table, "color", ENT_TYPE_STRING);
    struct ent_str lines[3] = {{NULL, 0}}; /* by sign */
    if (!color)
        return no_memory(error);
    for (uint32_t i = 0; i < table->row_count; i++) {
        struct ent_str *line = &lines[picture->arcs[i].sign + 1];
        if (!line->data)
            *line = ent_arena_dup(&network->arena,
                                  picture_sign(picture, picture->arcs[i].sign, "color"));
        if (!line->data)
            return no_memory(error);
        color->strings[i] = *line;
    }
    return label_arcs(network, picture, error);
}

enum ent_status ent_network_paint(struct ent_network *network,
                                  const struct ent_draw *draw, struct ent_error *error)
{
    struct picture picture;
    enum ent_status status = picture_init_colors(&picture, network, draw, error);
    if (status == ENT_OK)
        status = paint_vertices(network, &picture, error);
    if (status == ENT_OK)
        status = paint_arcs(network, &picture, error);
    picture_clear(&picture);
    return status;
}

enum ent_status ent_network_positive_weights(struct ent_network *network,
                                             struct ent_error *error)
{
    struct ent_table *table = &network->edges;
    struct ent_column *weight = ent_table_find(table, "weight");
    bool bad = false;
    for (uint32_t i = 0; weight && i < table->row_count; i++)
        bad |= ent_column_number(weight, i) <= 0;
    if (!bad)
        return ENT_OK;
    if (!ent_table_column(network, table, "signed_weight", ENT_TYPE_DOUBLE))
        return no_memory(error);
    struct ent_column *copy = ent_table_find(table, "signed_weight");
    weight = ent_table_find(table, "weight");
    for (uint32_t i = 0; i < table->row_count; i++)
        copy->doubles[i] = ent_column_number(weight, i);
    weight = ent_table_column(network, table, "weight", ENT_TYPE_DOUBLE);
    if (!weight)
        return no_memory(error);
    copy = ent_table_find(table, "signed_weight");
    for (uint32_t i = 0; i < table->row_count; i++)
        weight->doubles[i] = copy->doubles[i] == 0 ? 1e-6 : fabs(copy->doubles[i]);
    return ENT_OK;
}
