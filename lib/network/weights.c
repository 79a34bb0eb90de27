/* weights.c: the table of what relations and statuses weigh. */
#include <entente/aggregate.h>
#include <entente/data.h>
#include <entente/lines.h>

#include <stdio.h>

enum { COLUMNS = 7 };

static void set_defaults(struct ent_weights *weights)
{
    static const double factors[ENT_RELATION_STATUS_COUNT] = {1, 1, 1, 0, 0};
    memset(weights, 0, sizeof *weights);
    memcpy(weights->status, factors, sizeof factors);
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        const char *name = ent_relation_name((enum ent_relation_type)i);
        weights->relation[i] = ent_relation_sign((enum ent_relation_type)i);
        snprintf(weights->label[i][0], sizeof weights->label[i][0], "%s", name);
        snprintf(weights->label[i][1], sizeof weights->label[i][1], "%s", name);
    }
}

static void copy_label(char label[40], struct ent_str text)
{
    /* Cut between characters. */
    size_t size = text.size < 39 ? text.size : 39;
    while (size < text.size && size > 0 &&
           ((unsigned char)text.data[size] & 0xC0) == 0x80)
        size--;
    if (size == 0)
        return;
    memcpy(label, text.data, size);
    label[size] = '\0';
}

static enum ent_status read_line(struct ent_weights *weights, struct ent_str line,
                                 size_t number, struct ent_error *error)
{
    struct ent_str column[COLUMNS] = {{NULL, 0}}, rest = line;
    for (int i = 0; i < COLUMNS && ent_str_split(&rest, '\t', &column[i]); i++)
        ;
    double value;
    bool status = ent_str_is(column[0], "status");
    if (!status && !ent_str_is(column[0], "relation"))
        return ent_fail(error, ENT_EFORMAT, number, "neither 'relation' nor 'status'");
    int code =
        status ? ent_relation_status_of(column[1]) : ent_relation_type_of(column[1]);
    if (code < 0)
        return ent_fail(error, ENT_EFORMAT, number, "unknown %s '%.*s'",
                        status ? "status" : "relation",
                        (int)(column[1].size < 40 ? column[1].size : 40),
                        column[1].data ? column[1].data : "");
    if (!ent_str_double(column[2], &value) || !(value >= (status ? 0 : -1) && value <= 1))
        return ent_fail(error, ENT_EFORMAT, number, "the weight is not between %s and 1",
                        status ? "0" : "-1");
    if (status) {
        weights->status[code] = value;
        return ENT_OK;
    }
    weights->relation[code] = value;
    copy_label(weights->label[code][0], column[5]);
    copy_label(weights->label[code][1], column[6]);
    return ENT_OK;
}

static enum ent_status read_table(struct ent_weights *weights, FILE *file,
                                  struct ent_error *error)
{
    struct ent_lines lines;
    struct ent_str line;
    ent_lines_init(&lines, file);
    enum ent_status status = ENT_OK;
    while (status == ENT_OK &&
           (status = ent_lines_next(&lines, &line, error)) == ENT_OK) {
        if (ent_str_trim(line).size > 0 && line.data[0] != '#')
            status = read_line(weights, line, lines.line, error);
    }
    ent_lines_clear(&lines);
    return status == ENT_END ? ENT_OK : status;
}

enum ent_status ent_weights_load(struct ent_weights *weights, const char *path,
                                 struct ent_error *error)
{
    struct ent_buf found;
    ent_buf_init(&found);
    set_defaults(weights);
    enum ent_status status = ENT_OK;
    if (!path) {
        status = ent_data_find("relations.tsv", &found, error);
        path = found.data;
    }
    if (status == ENT_OK) {
        FILE *file = fopen(path, "rb");
        status = file ? read_table(weights, file, error)
                      : ent_fail(error, ENT_EMISSING, 0, "cannot open '%.100s'", path);
        if (file)
            fclose(file);
    }
    ent_buf_clear(&found);
    return status;
}
