/* compare.h: what the files that compare networks share. */
#ifndef ENTENTE_MEASURE_COMPARE_H
#define ENTENTE_MEASURE_COMPARE_H

#include <entente/map.h>
#include <entente/measure.h>

struct pair {
    uint32_t from, to; /* places in the order of names */
    double strength;
};

struct comparer {
    struct ent_network *networks[2]; /* before, after */
    struct ent_comparison *result;
    struct ent_differences *differences;
    size_t capacity; /* of differences */
    struct ent_error *error;
    struct ent_arena scratch;
    struct ent_map names;     /* of both networks: ids */
    uint32_t *id[2];          /* [vertices] -> id */
    uint32_t *vertex[2];      /* [ids] -> vertex, UINT32_MAX if absent */
    uint32_t *rank, *by_rank; /* [ids] place in the order of names, and back */
    struct pair *pairs[2];
    size_t pair_count[2];
};

/* compare_ranks.c */
enum ent_status compare_ranks(struct comparer *comparer, enum ent_measure measure);
enum ent_status compare_camps(struct comparer *comparer);

#endif
