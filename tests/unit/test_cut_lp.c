/* test_cut_lp.c: the linear programme by itself, and GLPK failing under it. */
#include "unit.h"

#include "measure/cut_lp.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>

static void triangle_of_cycles(void **state)
{
    (void)state;
    struct ent_glpk glpk;
    ent_glpk_init(&glpk, -1);
    double cost[3] = {1, 1, 1};
    struct ent_cut_lp *lp = ent_cut_lp_new(&glpk, cost, 3);
    assert_non_null(lp);
    struct ent_deadline none;
    ent_deadline_init(&none, -1);
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t pair[2] = {i, (i + 1) % 3};
        assert_true(ent_cut_lp_add(lp, pair, 2));
    }
    assert_int_equal(ent_cut_lp_solve(lp, 1e9, &none), ENT_CUT_SOLVED);
    double reduced[3], sum = 0;
    for (int i = 0; i < 3; i++)
        sum += ent_cut_lp_values(lp)[i];
    assert_true(fabs(sum - 1.5) < 1e-9);
    assert_true(fabs(ent_cut_lp_bound(lp, reduced) - 1.5) < 1e-9);
    /* One fixed to 0: the other two have to be 1. */
    assert_true(ent_cut_lp_fix(lp, 0, 0));
    assert_int_equal(ent_cut_lp_solve(lp, 1e9, &none), ENT_CUT_SOLVED);
    assert_true(fabs(ent_cut_lp_bound(lp, reduced) - 2) < 1e-9);
    assert_int_equal(ent_cut_lp_solve(lp, 1e9, &none), ENT_CUT_SOLVED);
    assert_true(ent_cut_lp_fix(lp, 1, 0)); /* no solution */
    assert_int_equal(ent_cut_lp_solve(lp, 1e9, &none), ENT_CUT_DEAR);
    ent_cut_lp_free(lp);
}

static void limits_stop_it(void **state)
{
    (void)state;
    struct ent_glpk glpk;
    ent_glpk_init(&glpk, -1);
    double cost[2] = {5, 7};
    struct ent_cut_lp *lp = ent_cut_lp_new(&glpk, cost, 2);
    struct ent_deadline none, over;
    ent_deadline_init(&none, -1);
    ent_deadline_init(&over, 0);
    uint32_t both[2] = {0, 1};
    assert_true(ent_cut_lp_add(lp, both, 2));
    assert_int_equal(ent_cut_lp_solve(lp, 100, &over), ENT_CUT_STOPPED);
    assert_int_equal(ent_cut_lp_solve(lp, 2, &none), ENT_CUT_DEAR);
    assert_int_equal(ent_cut_lp_solve(lp, 100, &none), ENT_CUT_SOLVED);
    ent_cut_lp_purge(lp);
    assert_int_equal(ent_cut_lp_rows(lp), 1); /* it binds */
    ent_cut_lp_free(lp);
}

/* GLPK calls abort() when memory runs out; the search has to go on without it. */
static void survives_fatal_errors(void **state)
{
    (void)state;
    struct ent_tie ties[80 * 79 / 2];
    size_t count = 0;
    struct ent_random random;
    ent_random_init(&random, 5);
    for (uint32_t u = 0; u < 80; u++)
        for (uint32_t v = 0; v < u; v++)
            ties[count++] =
                (struct ent_tie){u, v, ent_random_unit(&random) < 0.4 ? -1 : 1};
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, 80, ties, count, NULL), ENT_OK);
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    options.camps = 2;
    glp_mem_limit(1); /* megabyte */
    struct ent_coalition result;
    assert_int_equal(ent_coalition_find(&graph, &options, &result, NULL), ENT_OK);
    assert_false(result.proven);
    assert_true(result.bound > 0 && result.bound < result.cost);
    ent_coalition_clear(&result);
    ent_signed_clear(&graph);
}

UNIT_MAIN(cmocka_unit_test(triangle_of_cycles), cmocka_unit_test(limits_stop_it),
          cmocka_unit_test(survives_fatal_errors))
