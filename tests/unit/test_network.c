/* Networks: tables of typed columns, filters, order, components, igraph. */
#include "network/compat.h"

#include <entente/network.h>

#include <stdlib.h>

#include "unit.h"

/* 0 -> 1 -> 2, 3 -> 4, 5 alone; column "n" holds ten times the number of the row. */
static void make_network(struct ent_network *network)
{
    static const uint32_t arcs[][2] = {{0, 1}, {1, 2}, {3, 4}};
    ent_network_init(network, true);
    struct ent_column *early =
        ent_table_column(network, &network->vertices, "early", ENT_TYPE_STRING);
    assert_non_null(early);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(ent_network_add_vertex(network), i);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(ent_network_add_arc(network, arcs[i][0], arcs[i][1]), i);
    struct ent_column *v =
        ent_table_column(network, &network->vertices, "n", ENT_TYPE_INT);
    for (uint32_t i = 0; i < 6; i++)
        v->ints[i] = 10 * i;
    struct ent_column *e =
        ent_table_column(network, &network->edges, "w", ENT_TYPE_DOUBLE);
    for (uint32_t i = 0; i < 3; i++)
        e->doubles[i] = 0.5 + i;
}

static void test_new_cells_are_missing(void **state)
{
    (void)state;
    struct ent_network network;
    make_network(&network);
    struct ent_arena arena;
    ent_arena_init(&arena);
    struct ent_column *column =
        ent_table_column(&network, &network.vertices, "x", ENT_TYPE_DOUBLE);
    assert_true(isnan(column->doubles[5]));
    assert_null(ent_column_text(column, 5, &arena).data);
    assert_null(ent_table_find(&network.vertices, "early")->strings[3].data);
    /* Changing the type makes all cells missing again. */
    column->doubles[0] = 1;
    column = ent_table_column(&network, &network.vertices, "x", ENT_TYPE_INT);
    assert_true(column->ints[0] == ENT_INT_NONE);
    assert_ptr_equal(column,
                     ent_table_column(&network, &network.vertices, "x", ENT_TYPE_INT));
    ent_table_drop(&network.vertices, "n");
    assert_null(ent_table_find(&network.vertices, "n"));
    assert_non_null(ent_table_find(&network.vertices, "x"));
    for (uint32_t i = 0; i < 1000; i++)
        ent_network_add_vertex(&network);
    assert_true(ent_table_find(&network.vertices, "x")->ints[1005] == ENT_INT_NONE);
    ent_arena_clear(&arena);
    ent_network_clear(&network);
}

static void test_numbers_and_texts(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_arena arena;
    ent_arena_init(&arena);
    ent_network_init(&network, true);
    ent_network_add_vertex(&network);
    struct ent_column *s =
        ent_table_column(&network, &network.vertices, "s", ENT_TYPE_STRING);
    assert_true(isnan(ent_column_number(s, 0)));
    assert_int_equal(ent_column_set(&network, s, 0, ENT_STR("-2.5")), ENT_OK);
    assert_true(ent_column_number(s, 0) == -2.5);
    struct ent_column *b =
        ent_table_column(&network, &network.vertices, "b", ENT_TYPE_BOOL);
    b->ints[0] = 1;
    assert_true(ent_str_is(ent_column_text(b, 0, &arena), "true"));
    assert_true(ent_column_number(b, 0) == 1);
    assert_true(ent_str_is(ent_network_name(&network, 0, &arena), "n0"));
    ent_arena_clear(&arena);
    ent_network_clear(&network);
}

static void test_filter_keeps_rows_together(void **state)
{
    (void)state;
    struct ent_network network;
    make_network(&network);
    const bool vertices[6] = {false, true, true, true, true, true};
    assert_int_equal(ent_network_filter(&network, vertices, NULL, NULL), ENT_OK);
    assert_int_equal(network.vertices.row_count, 5);
    assert_int_equal(network.edges.row_count, 2);
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(ent_table_find(&network.vertices, "n")->ints[i], 10 * (i + 1));
    assert_int_equal(network.arcs[0].from, 0);
    assert_int_equal(network.arcs[0].to, 1);
    assert_true(ent_table_find(&network.edges, "w")->doubles[0] == 1.5);
    const bool arcs[2] = {false, true};
    assert_int_equal(ent_network_filter(&network, NULL, arcs, NULL), ENT_OK);
    assert_int_equal(network.vertices.row_count, 5);
    assert_true(ent_table_find(&network.edges, "w")->doubles[0] == 2.5);
    assert_int_equal(ent_network_add_arc(&network, 0, 4), 1);
    assert_true(isnan(ent_table_find(&network.edges, "w")->doubles[1]));
    ent_network_clear(&network);
}

static void test_order(void **state)
{
    (void)state;
    struct ent_network network;
    make_network(&network);
    const uint32_t vertices[6] = {5, 4, 3, 2, 1, 0}, arcs[3] = {2, 0, 1};
    assert_int_equal(ent_network_order(&network, vertices, arcs, NULL), ENT_OK);
    assert_int_equal(network.arcs[0].from, 2);
    assert_int_equal(network.arcs[0].to, 1);
    assert_int_equal(ent_table_find(&network.vertices, "n")->ints[2], 30);
    assert_true(ent_table_find(&network.edges, "w")->doubles[1] == 0.5);
    ent_network_clear(&network);
}

static void test_largest_component(void **state)
{
    (void)state;
    struct ent_network network;
    bool inside[6];
    make_network(&network);
    assert_int_equal(ent_network_largest_component(&network, inside, NULL), 3);
    for (int i = 0; i < 6; i++)
        assert_int_equal(inside[i], i < 3);
    /* Of equals the one with the first vertex. */
    ent_network_add_arc(&network, 4, 5);
    assert_int_equal(ent_network_largest_component(&network, inside, NULL), 3);
    assert_true(inside[0] && !inside[5]);
    ent_network_clear(&network);
    ent_network_init(&network, true);
    assert_int_equal(ent_network_largest_component(&network, inside, NULL), 0);
    ent_network_clear(&network);
}

static void test_signed_strength(void **state)
{
    (void)state;
    struct ent_network network;
    double strength[3];
    make_network(&network);
    ent_network_strength(&network, strength);
    assert_true(strength[0] == 1 && strength[2] == 1);
    struct ent_column *weight =
        ent_table_column(&network, &network.edges, "weight", ENT_TYPE_DOUBLE);
    weight->doubles[0] = -2;
    weight->doubles[1] = 3;
    ent_network_strength(&network, strength);
    assert_true(strength[0] == -2 && strength[1] == 3 && strength[2] == 1);
    struct ent_column *tone =
        ent_table_column(&network, &network.edges, "tone", ENT_TYPE_DOUBLE);
    tone->doubles[1] = -0.25;
    ent_network_strength(&network, strength);
    assert_true(strength[0] == -2 && strength[1] == -0.25);
    struct ent_column *sign =
        ent_table_column(&network, &network.edges, "sign", ENT_TYPE_INT);
    sign->ints[0] = -1;
    sign->ints[1] = -1;
    sign->ints[2] = -1;
    ent_network_strength(&network, strength);
    assert_true(strength[0] == -2 && strength[1] == -3 && strength[2] == -1);
    ent_network_clear(&network);
}

static void test_igraph_conversion(void **state)
{
    (void)state;
    struct ent_network network;
    make_network(&network);
    igraph_t graph;
    const bool keep[3] = {true, false, true};
    assert_int_equal(ent_compat_graph(&network, keep, &graph, NULL), ENT_OK);
    assert_int_equal(igraph_vcount(&graph), 6);
    assert_int_equal(igraph_ecount(&graph), 2);
    ent_ig_int from, to;
    igraph_edge(&graph, 1, &from, &to);
    assert_true(from == 3 && to == 4);
    struct ent_error error;
    /* An igraph error is a status and a message, never an abort. */
    assert_int_equal(ent_compat_check(igraph_edge(&graph, 7, &from, &to), &error),
                     ENT_EARG);
    assert_true(error.text[0] != '\0');
    igraph_destroy(&graph);
    ent_network_clear(&network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new_cells_are_missing),
        cmocka_unit_test(test_numbers_and_texts),
        cmocka_unit_test(test_filter_keeps_rows_together),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_largest_component),
        cmocka_unit_test(test_signed_strength),
        cmocka_unit_test(test_igraph_conversion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
