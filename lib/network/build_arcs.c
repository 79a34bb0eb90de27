/* build_arcs.c: what the evidence for an arc adds up to.
 *
 * Evidence is counted by document: a document that states a relation counts once, however
 * many sentences say so, with the most certain status it gives (asserted before alleged
 * before planned before denied before hypothetical). A document that has only sentences
 * which an earlier one (by id) had word for word is a copy and adds nothing to the
 * weight. */
#include "network/build.h"
#include "network/table.h"

#include <stdlib.h>

struct copy_key {
    uint64_t hash;
    size_t unit;
};

static int compare_copies(const void *a, const void *b)
{
    const struct copy_key *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

/* Mark the units that are the first to bring their sentence. They are sorted by document,
 * so the first with a hash is the earliest. */
static bool mark_counted(struct unit *units, size_t count)
{
    if (count == 1) {
        units[0].counted = true;
        return true;
    }
    struct copy_key *keys = malloc(count * sizeof *keys);
    if (!keys)
        return false;
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct copy_key){units[i].hash, i};
    qsort(keys, count, sizeof *keys, compare_copies);
    for (size_t i = 0; i < count; i++)
        units[keys[i].unit].counted =
            keys[i].hash == 0 || i == 0 || keys[i].hash != keys[i - 1].hash;
    free(keys);
    return true;
}

/* What a document's evidence of a date is worth. */
static double worth(const struct builder *builder, const struct unit *unit,
                    string_id latest)
{
    double value = 1;
    const struct ent_aggregate *aggregate = builder->aggregate;
    struct ent_str date = aggregate_string(aggregate, latest);
    if (builder->build->half_life > 0 && date.size > 0) {
        double age = builder->newest - (double)ent_date_days(date);
        if (age > 0)
            value = exp2(-age / builder->build->half_life);
    }
    if (builder->build->document_weight)
        value *= builder->build->document_weight[unit->document];
    return value;
}

/* Does evidence with the status make a tie stronger? */
static bool bears_weight(const struct builder *builder, int status)
{
    return builder->build->statuses != 0 ||
           (status != ENT_DENIED && status != ENT_HYPOTHETICAL);
}

/* One document's evidence for one relation: it has the status of the first unit. */
static void add_document(const struct builder *builder, const struct unit *unit,
                         string_id latest, struct sums *sums)
{
    int type = unit->type, status = unit->status;
    const struct ent_weights *weights = builder->build->weights;
    sums->types[type]++;
    sums->statuses[status]++;
    if (!bears_weight(builder, status))
        return;
    double value = worth(builder, unit, latest);
    sums->weight += value;
    sums->mass[type] += value;
    sums->tone += value * weights->relation[type] * weights->status[status];
}

/* One relation: units by document, each document's by status. */
static bool add_relation(const struct builder *builder, struct unit *units, size_t count,
                         struct sums *sums)
{
    if (!mark_counted(units, count))
        return false;
    for (size_t i = 0, next; i < count; i = next) {
        bool counted = false;
        string_id latest = units[i].date;
        for (next = i; next < count && units[next].document == units[i].document;
             next++) {
            counted |= units[next].counted;
            if (ent_str_cmp(aggregate_string(builder->aggregate, units[next].date),
                            aggregate_string(builder->aggregate, latest)) > 0)
                latest = units[next].date;
        }
        if (counted)
            add_document(builder, &units[i], latest, sums);
    }
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static bool count_documents(const struct unit *units, size_t count, uint32_t *documents)
{
    *documents = 1;
    if (count == 1)
        return true;
    uint32_t *ids = malloc(count * sizeof *ids);
    if (!ids)
        return false;
    for (size_t i = 0; i < count; i++)
        ids[i] = units[i].document;
    qsort(ids, count, sizeof *ids, compare_numbers);
    for (size_t i = 1; i < count; i++)
        *documents += ids[i] != ids[i - 1];
    free(ids);
    return true;
}

static bool sum_up(const struct builder *builder, struct unit *units, size_t count,
                   struct sums *sums)
{
    memset(sums, 0, sizeof *sums);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && units[next].type == units[i].type;)
            next++;
        if (!add_relation(builder, units + i, next - i, sums))
            return false;
    }
    return count_documents(units, count, &sums->documents);
}

/* The relation with the most evidence among those that do not contradict the arc's sign;
 * of equals the one with the stronger sign. -1 if nothing bears weight. */
static int dominant(const struct builder *builder, const struct sums *sums)
{
    const double *strength = builder->build->weights->relation;
    int best = -1, sign = sums->weight > 0 ? tone_sign(sums->tone / sums->weight) : 0;
    for (int i = 0; i < ENT_RELATION_COUNT; i++) {
        if (sums->mass[i] <= 0 || strength[i] * sign < 0)
            continue;
        if (best < 0 || sums->mass[i] > sums->mass[best] ||
            (sums->mass[i] == sums->mass[best] &&
             fabs(strength[i]) > fabs(strength[best])))
            best = i;
    }
    return best;
}

static uint32_t count_arcs(const struct builder *builder)
{
    uint32_t count = builder->unit_count > 0;
    for (size_t i = 1; i < builder->unit_count; i++)
        count += !same_arc(builder, &builder->units[i - 1], &builder->units[i]);
    return count;
}

bool build_arcs(struct builder *builder)
{
    struct arc_columns columns;
    if (!ent_network_reserve(builder->network, 0, count_arcs(builder)) ||
        !arc_columns_make(builder, &columns))
        return false;
    size_t kept = 0;
    for (size_t i = 0, next; i < builder->unit_count; i = next) {
        struct sums sums;
        struct unit *units = builder->units + i;
        for (next = i + 1; next < builder->unit_count &&
                           same_arc(builder, units, &builder->units[next]);)
            next++;
        if (!sum_up(builder, units, next - i, &sums))
            return false;
        int relation = dominant(builder, &sums);
        if (relation < 0 || sums.documents < builder->build->min_documents)
            continue;
        uint32_t arc = ent_network_add_arc(builder->network, units->from, units->to);
        if (arc == UINT32_MAX ||
            !arc_columns_fill(builder, &columns, arc, units, next - i, &sums, relation))
            return false;
        if (kept < i)
            memmove(builder->units + kept, units, (next - i) * sizeof *units);
        kept += next - i;
    }
    builder->unit_count = kept;
    arc_columns_trim(builder);
    return true;
}
