/* score.h: how well extracted relations agree with a gold standard.
 *
 * Three sets of tuples per document are compared, strictest first: triples (source,
 * relation, target), signed pairs, and pairs. A gold tuple marked optional counts neither
 * when found nor when missed. */
#ifndef ENTENTE_SCORE_H
#define ENTENTE_SCORE_H

#include <entente/map.h>
#include <entente/relation.h>

enum ent_level { ENT_LEVEL_TRIPLE, ENT_LEVEL_SIGN, ENT_LEVEL_PAIR, ENT_LEVEL_COUNT };

struct ent_score_row {
    struct ent_relation relation;
    unsigned statuses; /* bits 1 << enum ent_relation_status that count as right */
    bool optional;
    uint32_t keys[4];  /* normalised names: source group, actor, target group, actor */
    bool used;
};

struct ent_score_rows {
    struct ent_score_row *items;
    uint32_t count, capacity;
};

struct ent_score_count {
    uint32_t right, wrong, missed;
};

struct ent_score {
    struct ent_arena arena;
    struct ent_map names;    /* folded names and their canonical numbers */
    uint32_t *canonical;     /* [names.size] */
    uint32_t canonical_capacity;
    struct ent_map states;   /* alpha-3 codes */
    struct ent_map docs;     /* annotated documents, if given */
    struct ent_score_rows gold, system;
    struct ent_score_count levels[ENT_LEVEL_COUNT];
    struct ent_score_count relations[ENT_RELATION_COUNT];
    uint32_t status_right, status_all;
    struct ent_score_rows wrong, missed; /* of the triples, after ent_score_compute */
};

void ent_score_init(struct ent_score *score);
void ent_score_clear(struct ent_score *score);

/* A line of aliases.tsv: names of one actor, TAB-separated. Before any row is added. */
enum ent_status ent_score_alias(struct ent_score *score, struct ent_str line,
                                struct ent_error *error);
/* A line of JSON: gold if `gold`, else of the system. */
enum ent_status ent_score_add(struct ent_score *score, struct ent_str line, bool gold,
                              struct ent_error *error);
/* Fill levels, relations, status figures, wrong and missed. */
enum ent_status ent_score_compute(struct ent_score *score, struct ent_error *error);

double ent_score_count_precision(struct ent_score_count count);
double ent_score_count_recall(struct ent_score_count count);
double ent_score_count_f1(struct ent_score_count count);

#endif
