/* des.c: a logistic model that tells the article "des" from de + les.
 *
 * What stands before decides most: nouns and adjectives are followed by de + les ("le
 * prix des armes"), verbs by the article ("livre des armes"). Words that the treebanks do
 * not show before "des" are known by their class: how often they were seen before "de" as
 * against before a bare article. */
#include "text/des.h"

#include <entente/data.h>
#include <entente/lines.h>
#include <stdlib.h>

#include "text/des_features.h"
#include "text/logistic.h"

struct ent_des {
    struct ent_des_classes classes;
    struct ent_logistic model;
};

/* "class WORD NUMBER" and "weight FEATURE NUMBER", separated by tabs. */
static bool read_line(struct ent_des *des, struct ent_str line)
{
    struct ent_str kind, key, value, rest = line;
    double number;
    if (!ent_str_split(&rest, '\t', &kind) || !ent_str_split(&rest, '\t', &key) ||
        !ent_str_split(&rest, '\t', &value) || !ent_str_double(value, &number))
        return false;
    if (ent_str_is(kind, "class"))
        return ent_des_set_class(&des->classes, key, (int)number);
    return ent_str_is(kind, "weight") && ent_logistic_set(&des->model, key, number);
}

static enum ent_status read_model(struct ent_des *des, struct ent_str text,
                                  struct ent_error *error)
{
    struct ent_str line;
    for (size_t number = 1; ent_str_split(&text, '\n', &line); number++)
        if (line.size > 0 && line.data[0] != '#' && !read_line(des, line))
            return ent_fail(error, ENT_EFORMAT, number, "des.txt: bad line");
    return ENT_OK;
}

enum ent_status ent_des_load(struct ent_des **des, struct ent_error *error)
{
    struct ent_buf path, text;
    ent_buf_init(&path);
    ent_buf_init(&text);
    *des = calloc(1, sizeof **des);
    enum ent_status status = ENT_EMEMORY;
    if (*des) {
        ent_des_classes_init(&(*des)->classes);
        ent_logistic_init(&(*des)->model);
        status = ent_data_find("fr/tokens/des.txt", &path, error);
    }
    if (status == ENT_OK)
        status = ent_read_file(path.data, &text, error);
    if (status == ENT_OK)
        status = read_model(*des, ent_buf_view(&text), error);
    ent_buf_clear(&path);
    ent_buf_clear(&text);
    return status;
}

void ent_des_free(struct ent_des *des)
{
    if (!des)
        return;
    ent_des_classes_clear(&des->classes);
    ent_logistic_clear(&des->model);
    free(des);
}

struct scoring {
    const struct ent_des *des;
    double sum;
};

static void add_weight(void *context, struct ent_str feature)
{
    struct scoring *scoring = context;
    scoring->sum += ent_logistic_weight(&scoring->des->model, feature);
}

bool ent_des_split(const struct ent_des *des, const struct ent_str *words)
{
    struct scoring scoring = {.des = des};
    ent_des_features(&des->classes, words, add_weight, &scoring);
    return scoring.sum > 0;
}
