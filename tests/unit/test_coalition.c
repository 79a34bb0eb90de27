/* test_coalition.c: the camp search against trying everything, and what must always hold.
 */
#include "coalition_brute.h"
#include "unit.h"

static struct ent_coalition find(const struct ent_signed *graph, uint32_t camps)
{
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    options.camps = camps;
    options.time_limit = 120;
    struct ent_coalition result;
    assert_int_equal(ent_coalition_find(graph, &options, &result, NULL), ENT_OK);
    assert_true(fabs(ent_signed_cost(graph, result.camp) - result.cost) < 1e-9);
    assert_true(result.bound <= result.cost);
    return result;
}

static double least_cost(const struct brute *brute, uint32_t camps)
{
    struct ent_signed graph;
    assert_int_equal(brute_graph(brute, &graph), ENT_OK);
    struct ent_coalition result = find(&graph, camps);
    assert_true(result.proven);
    double cost = result.cost;
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
    return cost;
}

static void exact_equals_brute_force(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 20);
    for (int i = 0; i < 2000; i++) {
        struct brute brute;
        brute_random(&brute, &random, BRUTE_MOST);
        /* Real weights are rounded to a millionth of the largest. */
        assert_true(fabs(least_cost(&brute, 2) - brute_two(&brute)) < 1e-4);
        assert_true(fabs(least_cost(&brute, ENT_CAMPS_ANY) - brute_any(&brute)) < 1e-4);
    }
}

static struct brute larger_random(struct ent_random *random)
{
    struct brute brute;
    do
        brute_random(&brute, random, BRUTE_MOST);
    while (brute.n < 4);
    for (uint32_t u = 0; u < brute.n; u++)
        for (uint32_t v = 0; v < brute.n; v++)
            brute.weight[u][v] = nearbyint(4 * brute.weight[u][v]);
    return brute;
}

static void laws_hold(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 21);
    for (int i = 0; i < 200; i++) {
        struct brute brute = larger_random(&random);
        double two = least_cost(&brute, 2), any = least_cost(&brute, ENT_CAMPS_ANY);
        assert_true(any <= two);

        struct brute switched = brute, doubled = brute, renamed = brute;
        uint32_t set = (uint32_t)ent_random_below(&random, 1u << brute.n);
        uint32_t turn = 1 + (uint32_t)ent_random_below(&random, brute.n);
        for (uint32_t u = 0; u < brute.n; u++)
            for (uint32_t v = 0; v < brute.n; v++) {
                if ((set >> u & 1) != (set >> v & 1))
                    switched.weight[u][v] *= -1;
                doubled.weight[u][v] *= 2;
                renamed.weight[(u + turn) % brute.n][(v + turn) % brute.n] =
                    brute.weight[u][v];
            }
        assert_true(least_cost(&switched, 2) == two);
        assert_true(least_cost(&doubled, 2) == 2 * two);
        assert_true(least_cost(&doubled, ENT_CAMPS_ANY) == 2 * any);
        assert_true(least_cost(&renamed, 2) == two);
        assert_true(least_cost(&renamed, ENT_CAMPS_ANY) == any);
    }
}

/* Doubling every edge as a second, parallel tie. */
static void parallel_ties_are_summed(void **state)
{
    (void)state;
    struct ent_tie ties[] = {{0, 1, 1},   {1, 0, 1},    {1, 2, 1},
                             {1, 2, 0.5}, {2, 0, -1},   {0, 2, -2},
                             {3, 3, -5},  {2, 3, 0.25}, {3, 2, -0.25}};
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, 4, ties, 9, NULL), ENT_OK);
    assert_int_equal(graph.edge_count, 3);
    struct ent_coalition result = find(&graph, 2);
    assert_true(result.cost == 1.5);
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
    struct ent_tie bad = {0, 4, 1}, endless = {0, 1, INFINITY};
    assert_int_equal(ent_signed_init(&graph, 4, &bad, 1, NULL), ENT_EARG);
    ent_signed_clear(&graph);
    assert_int_equal(ent_signed_init(&graph, 4, &endless, 1, NULL), ENT_EARG);
    ent_signed_clear(&graph);
}

static void extreme_strengths(void **state)
{
    (void)state;
    struct ent_tie ties[] = {{0, 1, 1e308}, {1, 0, 1e308}, {1, 2, -1e-308}, {0, 2, 1e-9},
                             {2, 3, -0.1},  {3, 0, 0.1},   {0, 4, -1e300}};
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, 5, ties, 7, NULL), ENT_OK);
    for (uint32_t camps = 0; camps <= 2; camps += 2) {
        struct ent_coalition result = find(&graph, camps);
        assert_true(isfinite(result.cost) && result.camp[0] == result.camp[1]);
        assert_true(result.camp[0] != result.camp[4]);
        ent_coalition_clear(&result);
    }
    ent_signed_clear(&graph);
    /* Tenths are tenths, not 0.1 + 0.2. */
    struct ent_tie tenths[] = {{0, 1, 0.1}, {0, 1, 0.2}, {1, 2, 0.7}, {0, 2, -0.3}};
    assert_int_equal(ent_signed_init(&graph, 3, tenths, 4, NULL), ENT_OK);
    struct ent_coalition result = find(&graph, 2);
    assert_true(result.cost == 0.3);
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
}

static void agreeing_edge_keeps_cost(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 22);
    for (int i = 0; i < 200; i++) {
        struct brute brute = larger_random(&random);
        for (uint32_t camps = 0; camps <= 2; camps += 2) {
            struct ent_signed graph;
            assert_int_equal(brute_graph(&brute, &graph), ENT_OK);
            struct ent_coalition result = find(&graph, camps);
            struct brute more = brute;
            uint32_t u = (uint32_t)ent_random_below(&random, brute.n);
            uint32_t v = (u + 1) % brute.n;
            bool together = result.camp[u] == result.camp[v];
            if (together == (brute.weight[u][v] >= 0) || brute.weight[u][v] == 0)
                brute_tie(&more, u, v, together ? 3 : -3);
            assert_true(least_cost(&more, camps) == result.cost);
            ent_coalition_clear(&result);
            ent_signed_clear(&graph);
        }
    }
}

static void balanced_costs_nothing(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 23);
    for (int i = 0; i < 100; i++) {
        struct brute brute = larger_random(&random);
        uint32_t set = (uint32_t)ent_random_below(&random, 1u << brute.n);
        for (uint32_t u = 0; u < brute.n; u++)
            for (uint32_t v = 0; v < brute.n; v++)
                brute.weight[u][v] = (set >> u & 1) == (set >> v & 1)
                                         ? fabs(brute.weight[u][v])
                                         : -fabs(brute.weight[u][v]);
        assert_true(least_cost(&brute, 2) == 0);
        assert_true(least_cost(&brute, ENT_CAMPS_ANY) == 0);
    }
}

/* A network on which neither reductions nor the packing suffice. */
static void dense_noise_is_bounded(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 24);
    struct ent_tie ties[40 * 39 / 2];
    size_t count = 0;
    for (uint32_t u = 0; u < 40; u++)
        for (uint32_t v = 0; v < u; v++)
            ties[count++] =
                (struct ent_tie){u, v, ent_random_unit(&random) < 0.5 ? -1 : 1};
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, 40, ties, count, NULL), ENT_OK);
    for (uint32_t camps = 0; camps <= 2; camps += 2) {
        struct ent_coalition_options options;
        ent_coalition_options_init(&options);
        options.camps = camps;
        options.time_limit = 4; /* also with sanitizers on a busy machine */
        struct ent_coalition result;
        assert_int_equal(ent_coalition_find(&graph, &options, &result, NULL), ENT_OK);
        assert_true(result.bound > 0 && result.bound <= result.cost);
        ent_coalition_clear(&result);
    }
    ent_signed_clear(&graph);
}

static void camps_are_numbered_by_size_then_name(void **state)
{
    (void)state;
    uint32_t camp[] = {7, 3, 9, 3, 9, 5}, rank[] = {5, 4, 3, 2, 1, 0};
    assert_int_equal(ent_camps_number(camp, 6, rank), 4);
    uint32_t by_rank[] = {4, 2, 1, 2, 1, 3};
    assert_memory_equal(camp, by_rank, sizeof camp);
    assert_int_equal(ent_camps_number(camp, 6, NULL), 4);
    uint32_t by_number[] = {3, 1, 2, 1, 2, 4};
    assert_memory_equal(camp, by_number, sizeof camp);
}

static void empty_networks(void **state)
{
    (void)state;
    for (uint32_t n = 0; n < 3; n++) {
        struct ent_signed graph;
        assert_int_equal(ent_signed_init(&graph, n, NULL, 0, NULL), ENT_OK);
        for (uint32_t camps = 0; camps <= 2; camps += 2) {
            struct ent_coalition result = find(&graph, camps);
            assert_true(result.proven && result.cost == 0);
            ent_coalition_clear(&result);
        }
        ent_signed_clear(&graph);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_equals_brute_force),
        cmocka_unit_test(laws_hold),
        cmocka_unit_test(parallel_ties_are_summed),
        cmocka_unit_test(extreme_strengths),
        cmocka_unit_test(agreeing_edge_keeps_cost),
        cmocka_unit_test(balanced_costs_nothing),
        cmocka_unit_test(dense_noise_is_bounded),
        cmocka_unit_test(camps_are_numbered_by_size_then_name),
        cmocka_unit_test(empty_networks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
