/* How measures differ between two networks, and between samples of the documents. */
#include <entente/measure.h>

#include <stdio.h>

#include "measured.h"

static void name_vertices(struct ent_network *network, const char *names)
{
    struct ent_column *column =
        ent_table_column(network, &network->vertices, "name", ENT_TYPE_STRING);
    for (uint32_t i = 0; i < network->vertices.row_count; i++)
        ent_column_set(network, column, i, (struct ent_str){names + i, 1});
}

static void test_comparison(void **state)
{
    (void)state;
    static const struct edge old_edges[] = {{0, 1, 1}, {1, 2, -1}, {0, 2, 2}};
    static const struct edge new_edges[] = {{0, 1, -1}, {0, 2, 5}};
    struct ent_network before, after;
    struct ent_comparison comparison;
    struct ent_differences differences;
    make_network(&before, true, 3, old_edges, 3);
    make_network(&after, true, 3, new_edges, 2);
    name_vertices(&before, "ABC");
    name_vertices(&after, "ACD"); /* A->C -1, A->D 5 */
    assert_int_equal(
        ent_network_compare(&before, &after, ENT_DEGREE, &comparison, &differences, NULL),
        ENT_OK);
    assert_int_equal(comparison.common_vertices, 2);
    assert_int_equal(comparison.common_arcs, 1);
    assert_int_equal(comparison.changed_signs, 1);
    assert_near(comparison.jaccard, 0.25);
    assert_int_equal(differences.count, 6);
    assert_true(differences.items[0].change == ENT_VANISHED && !differences.items[0].arc);
    assert_true(ent_str_is(differences.items[0].from, "B"));
    assert_true(differences.items[3].change == ENT_SIGN_CHANGED);
    assert_near(differences.items[3].before, 2);
    assert_near(differences.items[3].after, -1);
    ent_differences_clear(&differences);
    assert_int_equal(ent_network_compare(&before, &before, ENT_DEGREE, &comparison,
                                         &differences, NULL),
                     ENT_OK);
    assert_int_equal(differences.count, 0);
    ent_differences_clear(&differences);
    ent_network_clear(&before);
    ent_network_clear(&after);
}

/* One document says A -> B, many say B -> C: C's lead is sure, A's place is not. */
static void test_bootstrap_knows_thin_evidence(void **state)
{
    (void)state;
    struct ent_aggregate *aggregate = ent_aggregate_new();
    struct ent_relation relation;
    char doc[16];
    memset(&relation, 0, sizeof relation);
    relation.type = ENT_AIDS;
    relation.confidence = 1;
    relation.evidence = 1;
    for (int i = 0; i < 30; i++) {
        snprintf(doc, sizeof doc, "d%d", i);
        relation.doc = relation.sentence = ent_str_of(doc);
        relation.source.group = i < 2 ? ENT_STR("A") : ENT_STR("B");
        relation.target.group = i == 0   ? ENT_STR("B")
                                : i == 1 ? ENT_STR("D")
                                         : ENT_STR("C");
        assert_int_equal(ent_aggregate_add(aggregate, &relation, NULL), ENT_OK);
    }
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    struct ent_weights weights;
    assert_int_equal(ent_weights_load(&weights, NULL, NULL), ENT_OK);
    struct ent_build build = {.weights = &weights};
    struct ent_network network;
    assert_int_equal(ent_network_build(&network, aggregate, &build, NULL), ENT_OK);
    measure(&network, ENT_MEASURE_BIT(ENT_IN_STRENGTH));
    double ahead[16];
    struct ent_bootstrap how = {ENT_IN_STRENGTH, 200,  1, aggregate,
                                &build,          NULL, 4, ahead};
    struct ent_bootstrap_report report;
    assert_int_equal(ent_measure_bootstrap(&network, &how, &report, NULL), ENT_OK);
    const struct ent_table *table = &network.vertices;
    /* A B C D in this order; C leads in every sample. */
    assert_true(ent_table_find(table, "in_strength_rank")->ints[2] == 1);
    assert_true(ent_table_find(table, "in_strength_rank_high")->ints[2] == 1);
    assert_near(ent_table_find(table, "in_strength_over_next")->doubles[2], 1);
    /* B and D have one document each: chance. */
    double even = ent_table_find(table, "in_strength_over_next")->doubles[1];
    assert_true(even > 0.35 && even < 0.65);
    /* Places: C, B, D, A. */
    for (int i = 0; i < 4; i++) {
        assert_near(ahead[5 * i], 0.5);
        for (int k = 0; k < i; k++)
            assert_true(fabs(ahead[4 * i + k] + ahead[4 * k + i] - 1) < 1e-9);
    }
    assert_true(fabs(ahead[1] - 1) < 1e-9 && fabs(ahead[3] - 1) < 1e-9);
    assert_true(fabs(ahead[6] - even) < 1e-9);
    assert_true(ahead[7] > 0.6); /* B's document is drawn in two of three samples */
    assert_int_equal(report.documents, 30);
    assert_near(report.unseen, 0);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

UNIT_MAIN(cmocka_unit_test(test_comparison),
          cmocka_unit_test(test_bootstrap_knows_thin_evidence))
