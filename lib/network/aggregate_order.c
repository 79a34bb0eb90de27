/* aggregate_order.c: the canonical order of ties and evidence. */
#include "network/aggregate.h"

#include "network/sort.h"

/* A key of a map by its first bytes, which decide most comparisons without a look at it.
 */
struct ranked {
    uint64_t head[2]; /* the first 16 bytes as big-endian numbers */
    const struct ent_str *text;
};

static uint64_t big_endian(struct ent_str text, size_t from)
{
    uint64_t value = 0;
    for (size_t i = from; i < from + 8; i++)
        value = value << 8 | (i < text.size ? (unsigned char)text.data[i] : 0);
    return value;
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    for (int i = 0; i < 2; i++) {
        if (x->head[i] != y->head[i])
            return x->head[i] < y->head[i] ? -1 : 1;
    }
    return ent_str_cmp(*x->text, *y->text);
}

/* The place of each key of the map in byte order; the caller frees. */
static uint32_t *rank_keys(const struct ent_map *map)
{
    size_t count = map->size;
    struct ranked *sorted = malloc((count + 1) * sizeof *sorted);
    uint32_t *rank = malloc((count + 1) * sizeof *rank);
    if (!sorted || !rank) {
        free(sorted);
        free(rank);
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (struct ranked){
            {big_endian(map->keys[i], 0), big_endian(map->keys[i], 8)}, &map->keys[i]};
    sort_if_needed(sorted, count, sizeof *sorted, compare_ranked);
    for (uint32_t i = 0; i < count; i++)
        rank[sorted[i].text - map->keys] = i;
    free(sorted);
    return rank;
}

/* The place of each document among the documents, from that of all strings. */
static uint32_t *rank_documents(const struct ent_aggregate *aggregate,
                                const uint32_t *rank)
{
    uint32_t strings = aggregate->strings.size, documents = aggregate->document_count;
    uint32_t *at = malloc(((size_t)strings + 1) * sizeof *at);
    uint32_t *result = malloc(((size_t)documents + 1) * sizeof *result), next = 0;
    if (at && result) {
        memset(at, 0xff, ((size_t)strings + 1) * sizeof *at);
        for (uint32_t d = 0; d < documents; d++)
            at[rank[aggregate->documents[d]]] = d;
        for (uint32_t i = 0; i < strings; i++) {
            if (at[i] != UINT32_MAX)
                result[at[i]] = next++;
        }
    } else {
        free(result);
        result = NULL;
    }
    free(at);
    return result;
}

/* What ties are ordered by, in ranks: a tie's numbers depend on the order of input. */
struct tie_key {
    uint32_t key[7]; /* source group, actor; type; target group, actor; status; date */
    uint32_t tie;
};

static int compare_ties(const void *a, const void *b)
{
    const struct tie_key *x = a, *y = b;
    for (int i = 0; i < 7; i++) {
        if (x->key[i] != y->key[i])
            return x->key[i] < y->key[i] ? -1 : 1;
    }
    return 0;
}

static bool order_ties(struct ent_aggregate *aggregate, const uint32_t *rank)
{
    uint32_t count = aggregate->tie_count;
    struct tie_key *keys = malloc(((size_t)count + 1) * sizeof *keys);
    uint32_t *order = realloc(aggregate->order, ((size_t)count + 1) * sizeof *order);
    if (order)
        aggregate->order = order;
    if (!keys || !order) {
        free(keys);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct tie *tie = &aggregate->ties[i];
        const struct party *source = &aggregate->parties[tie->source];
        const struct party *target = &aggregate->parties[tie->target];
        keys[i] = (struct tie_key){{rank[source->group], rank[source->actor], tie->type,
                                    rank[target->group], rank[target->actor], tie->status,
                                    rank[tie->date]},
                                   i};
    }
    sort_if_needed(keys, count, sizeof *keys, compare_ties);
    for (uint32_t i = 0; i < count; i++)
        order[i] = keys[i].tie;
    free(keys);
    return true;
}

/* While sorting, evidence holds ranks in place of numbers. */
static int compare_evidence(const void *a, const void *b)
{
    const struct evidence *x = a, *y = b;
    if (x->tie != y->tie)
        return x->tie < y->tie ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Evidence of the same sentence for the same tie in the same document is one piece. */
static void drop_duplicates(struct ent_aggregate *aggregate)
{
    size_t kept = 0;
    for (size_t i = 0; i < aggregate->evidence_count; i++) {
        struct evidence *next = &aggregate->evidence[i];
        struct evidence *last = kept ? &aggregate->evidence[kept - 1] : NULL;
        if (!last || compare_evidence(last, next) != 0) {
            aggregate->evidence[kept++] = *next;
            continue;
        }
        if (next->confidence > last->confidence)
            last->confidence = next->confidence;
        if (next->count > last->count)
            last->count = next->count;
    }
    aggregate->evidence_count = kept;
}

static bool order_evidence(struct ent_aggregate *aggregate)
{
    uint32_t ties = aggregate->tie_count, documents = aggregate->document_count;
    uint32_t *tie_rank = malloc(((size_t)ties + 1) * sizeof *tie_rank);
    uint32_t *document = malloc(((size_t)documents + 1) * sizeof *document);
    size_t *starts = realloc(aggregate->starts, ((size_t)ties + 1) * sizeof *starts);
    if (starts)
        aggregate->starts = starts;
    if (!tie_rank || !document || !starts) {
        free(tie_rank);
        free(document);
        return false;
    }
    for (uint32_t i = 0; i < ties; i++)
        tie_rank[aggregate->order[i]] = i;
    for (uint32_t i = 0; i < documents; i++)
        document[aggregate->document_rank[i]] = i;
    for (size_t i = 0; i < aggregate->evidence_count; i++) {
        struct evidence *evidence = &aggregate->evidence[i];
        evidence->tie = tie_rank[evidence->tie];
        evidence->document = aggregate->document_rank[evidence->document];
    }
    if (aggregate->evidence_count > 0)
        sort_if_needed(aggregate->evidence, aggregate->evidence_count,
                       sizeof *aggregate->evidence, compare_evidence);
    drop_duplicates(aggregate);
    memset(starts, 0, ((size_t)ties + 1) * sizeof *starts);
    for (size_t i = 0; i < aggregate->evidence_count; i++) {
        struct evidence *evidence = &aggregate->evidence[i];
        starts[evidence->tie + 1] = i + 1;
        evidence->tie = aggregate->order[evidence->tie];
        evidence->document = document[evidence->document];
    }
    for (uint32_t i = 1; i <= ties; i++) {
        if (starts[i] < starts[i - 1])
            starts[i] = starts[i - 1];
    }
    free(tie_rank);
    free(document);
    return true;
}

enum ent_status ent_aggregate_finish(struct ent_aggregate *aggregate,
                                     struct ent_error *error)
{
    if (aggregate->finished && aggregate->order)
        return ENT_OK;
    uint32_t *rank = rank_keys(&aggregate->strings);
    free(aggregate->document_rank);
    aggregate->document_rank = rank ? rank_documents(aggregate, rank) : NULL;
    bool fine = rank && aggregate->document_rank && order_ties(aggregate, rank) &&
                order_evidence(aggregate);
    free(rank);
    if (!fine)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    aggregate->finished = true;
    return ENT_OK;
}

bool ent_aggregate_period(const struct ent_aggregate *aggregate, struct ent_str *first,
                          struct ent_str *last)
{
    bool any = false;
    for (uint32_t i = 0; i < aggregate->tie_count; i++) {
        struct ent_str date = aggregate_string(aggregate, aggregate->ties[i].date);
        if (date.size != 10)
            continue;
        if (!any || ent_str_cmp(date, *first) < 0)
            *first = date;
        if (!any || ent_str_cmp(date, *last) > 0)
            *last = date;
        any = true;
    }
    return any;
}
