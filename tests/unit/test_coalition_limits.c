/* test_coalition_limits.c: K camps, repeatability, periods, resampling. */
#include "coalition_brute.h"
#include "unit.h"

#include <entente/dynamic.h>
#include <entente/uncertainty.h>

static struct ent_coalition find(const struct ent_signed *graph, uint32_t camps,
                                 double time_limit)
{
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    options.camps = camps;
    options.time_limit = time_limit;
    struct ent_coalition result;
    assert_int_equal(ent_coalition_find(graph, &options, &result, NULL), ENT_OK);
    return result;
}

/* any <= K + 1 <= K <= 2 camps, on networks small enough for the heuristic to be right. */
static void camps_bracket_each_other(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 41);
    for (int i = 0; i < 100; i++) {
        struct brute brute;
        struct ent_signed graph;
        brute_random(&brute, &random, BRUTE_MOST);
        assert_int_equal(brute_graph(&brute, &graph), ENT_OK);
        struct ent_coalition any = find(&graph, ENT_CAMPS_ANY, 60);
        struct ent_coalition two = find(&graph, 2, 60);
        double above = two.cost;
        ent_coalition_clear(&two);
        for (uint32_t camps = 3; camps <= 6; camps++) {
            struct ent_coalition result = find(&graph, camps, 60);
            assert_true(result.camp_count <= camps);
            assert_true(result.cost >= any.cost - 1e-9 && result.cost <= above + 1e-9);
            assert_true(result.bound <= result.cost);
            if (any.camp_count <= camps)
                assert_true(result.proven);
            above = result.cost;
            ent_coalition_clear(&result);
        }
        ent_coalition_clear(&any);
        ent_signed_clear(&graph);
    }
}

static void same_seed_same_camps(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 42);
    struct ent_tie ties[600];
    for (int i = 0; i < 600; i++)
        ties[i] = (struct ent_tie){(uint32_t)ent_random_below(&random, 100),
                                   (uint32_t)ent_random_below(&random, 100),
                                   ent_random_unit(&random) - 0.4};
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, 100, ties, 600, NULL), ENT_OK);
    for (uint32_t camps = 0; camps <= 4; camps += 2) {
        struct ent_coalition one = find(&graph, camps, 0), two = find(&graph, camps, 0);
        assert_memory_equal(one.camp, two.camp, 100 * sizeof *one.camp);
        assert_true(one.cost == two.cost && one.bound == two.bound);
        ent_coalition_clear(&one);
        ent_coalition_clear(&two);
    }
    ent_signed_clear(&graph);
}

/* A network of one period: names and signed ties as text "A+B A-C". */
static struct ent_network period(const char *text)
{
    struct ent_network network;
    ent_network_init(&network, true);
    struct ent_column *name =
        ent_table_column(&network, &network.vertices, "name", ENT_TYPE_STRING);
    assert_non_null(name);
    assert_non_null(ent_table_column(&network, &network.edges, "tone", ENT_TYPE_DOUBLE));
    uint32_t vertex[128];
    memset(vertex, 0xff, sizeof vertex);
    for (; text[0]; text += text[3] ? 4 : 3) {
        for (int k = 0; k <= 2; k += 2) {
            unsigned char c = (unsigned char)text[k];
            if (vertex[c] != UINT32_MAX)
                continue;
            vertex[c] = ent_network_add_vertex(&network);
            name = ent_table_find(&network.vertices, "name");
            assert_int_equal(ent_column_set(&network, name, vertex[c],
                                            (struct ent_str){text + k, 1}),
                             ENT_OK);
        }
        uint32_t arc = ent_network_add_arc(&network, vertex[(unsigned char)text[0]],
                                           vertex[(unsigned char)text[2]]);
        ent_table_find(&network.edges, "tone")->doubles[arc] = text[1] == '+' ? 1 : -1;
    }
    return network;
}

/* C's friends change: it follows them if that is worth more than the coupling. */
static void coupling_holds_actors_back(void **state)
{
    (void)state;
    struct ent_network slices[3] = {period("A+B D+E A-D B-E C+A C+B C-D"),
                                    period("A+B D+E A-D B-E"),
                                    period("A+B D+E A-D B-E C+D C+E C-A")};
    struct ent_str names[3] = {ENT_STR("p1"), ENT_STR("p2"), ENT_STR("p3")};
    for (int strong = 0; strong < 2; strong++) {
        struct ent_dynamic dynamic;
        assert_int_equal(ent_dynamic_init(&dynamic, slices, 3, strong ? 10 : 1, NULL),
                         ENT_OK);
        assert_int_equal(dynamic.actor_count, 5);
        assert_int_equal(dynamic.graph.vertex_count, 14); /* C is away once */
        struct ent_coalition result = find(&dynamic.graph, 2, 60);
        assert_true(result.proven && result.cost == (strong ? 3 : 1));
        struct ent_network network;
        assert_int_equal(
            ent_dynamic_network(&dynamic, slices, names, &result, NULL, &network, NULL),
            ENT_OK);
        const struct ent_column *switches =
            ent_table_find(&network.vertices, "switches");
        for (uint32_t a = 0; a < 5; a++)
            assert_int_equal(switches->ints[a], !strong && a == 2);
        const struct ent_column *away = ent_table_find(&network.vertices, "camp_p2");
        assert_true(away->ints[2] == ENT_INT_NONE && away->ints[0] != ENT_INT_NONE);
        ent_network_clear(&network);
        ent_coalition_clear(&result);
        ent_dynamic_clear(&dynamic);
    }
    for (int s = 0; s < 3; s++)
        ent_network_clear(&slices[s]);
}

static struct ent_aggregate *evidence(int documents)
{
    static const char *const lines[] = {
        "{\"doc\":\"d%d\",\"date\":\"2020-01-01\",\"source\":{\"group\":\"A\",\"actor\":"
        "\"A\"},\"relation\":\"supports\",\"target\":{\"group\":\"B\",\"actor\":\"B\"},"
        "\"status\":\"asserted\",\"confidence\":1}",
        "{\"doc\":\"d%d\",\"date\":\"2020-01-01\",\"source\":{\"group\":\"A\",\"actor\":"
        "\"A\"},\"relation\":\"attacks\",\"target\":{\"group\":\"C\",\"actor\":\"C\"},"
        "\"status\":\"asserted\",\"confidence\":1}"};
    struct ent_aggregate *aggregate = ent_aggregate_new();
    assert_non_null(aggregate);
    char line[512];
    for (int d = 0; d < documents; d++) {
        snprintf(line, sizeof line, lines[d % 2], d);
        assert_int_equal(ent_aggregate_read(aggregate, ent_str_of(line), NULL), ENT_OK);
    }
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    return aggregate;
}

static void resampling(void **state)
{
    (void)state;
    struct ent_aggregate *aggregate = evidence(20);
    struct ent_weights weights = {.relation = {0}};
    for (int r = 0; r < ENT_RELATION_COUNT; r++)
        weights.relation[r] = ent_relation_sign((enum ent_relation_type)r);
    for (int s = 0; s < ENT_RELATION_STATUS_COUNT; s++)
        weights.status[s] = 1;
    struct ent_build build = {.weights = &weights};
    struct ent_network network;
    assert_int_equal(ent_network_build(&network, aggregate, &build, NULL), ENT_OK);
    struct ent_signed graph;
    assert_int_equal(ent_signed_of_network(&graph, &network, NULL), ENT_OK);
    struct ent_coalition result = find(&graph, ENT_CAMPS_ANY, 60);
    assert_int_equal(result.camp_count, 2);
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    struct ent_camp_bootstrap bootstrap = {100, &options, aggregate, &build};
    struct ent_camp_confidence confidence;
    assert_int_equal(
        ent_camp_bootstrap_run(&network, &result, &bootstrap, &confidence, NULL), ENT_OK);
    assert_int_equal(confidence.documents, 20);
    for (uint32_t v = 0; v < 3; v++)
        assert_true(confidence.stability[v] == 1); /* nothing contradicts */
    assert_int_equal(confidence.consensus[0], confidence.consensus[1]);
    assert_int_not_equal(confidence.consensus[0], confidence.consensus[2]);
    assert_true(confidence.balance_low == 1 && confidence.balance_high == 1);
    assert_true(confidence.together[0] == 1 && confidence.together[1] == 0);
    ent_camp_confidence_clear(&confidence);
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

UNIT_MAIN(cmocka_unit_test(camps_bracket_each_other), cmocka_unit_test(same_seed_same_camps),
          cmocka_unit_test(coupling_holds_actors_back), cmocka_unit_test(resampling))
