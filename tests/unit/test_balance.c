/* test_balance.c: balance measures against reference values, and by hand. */
#include "unit.h"

#include <entente/balance.h>
#include <entente/map.h>
#include <entente/uncertainty.h>

#include <math.h>
#include <stdlib.h>

#define INSTANCES TEST_SOURCE_DIR "/../../shared/instances"

static struct ent_signed graph_of(uint32_t n, const struct ent_tie *ties, size_t count)
{
    struct ent_signed graph;
    assert_int_equal(ent_signed_init(&graph, n, ties, count, NULL), ENT_OK);
    return graph;
}

static struct ent_balance balance_of(const struct ent_signed *graph)
{
    struct ent_balance balance;
    assert_int_equal(ent_balance_find(graph, &balance, NULL), ENT_OK);
    return balance;
}

static void triangles_by_hand(void **state)
{
    (void)state;
    /* Two triangles on the edge 0-1: one of friends, one with a single enemy. */
    struct ent_tie ties[] = {{0, 1, 2}, {1, 2, 1}, {0, 2, 0.5}, {1, 3, 1}, {0, 3, -3}};
    struct ent_signed graph = graph_of(5, ties, 5);
    struct ent_balance balance = balance_of(&graph);
    assert_int_equal(balance.triangles, 2);
    assert_int_equal(balance.balanced_triangles, 1);
    assert_true(balance.triangle_balance == 0.5);
    assert_true(balance.walk_balance > 0 && balance.walk_balance < 1);
    assert_true(fabs(ent_balance_normalised(&graph, 1.5) - (1 - 3 / 7.5)) < 1e-12);
    ent_signed_clear(&graph);
}

/* The closed walks of one negative tie are as those of a positive one: of even length. */
static void balanced_walks(void **state)
{
    (void)state;
    struct ent_tie ties[] = {{0, 1, -1}, {1, 2, 1}, {2, 3, -1}, {3, 0, 1}};
    struct ent_signed graph = graph_of(6, ties, 4);
    struct ent_balance balance = balance_of(&graph);
    assert_true(isnan(balance.triangle_balance));
    assert_true(fabs(balance.walk_balance - 1) < 1e-12);
    ent_signed_clear(&graph);
    /* A hostile triangle has the eigenvalues -2, 1, 1, a friendly one 2, -1, -1. */
    struct ent_tie hostile[] = {{0, 1, -1}, {1, 2, -1}, {2, 0, -1}};
    graph = graph_of(3, hostile, 3);
    balance = balance_of(&graph);
    double wanted = (exp(-2) + 2 * exp(1)) / (exp(2) + 2 * exp(-1));
    assert_true(fabs(balance.walk_balance - wanted) < 1e-12);
    ent_signed_clear(&graph);
    graph = graph_of(0, NULL, 0);
    balance = balance_of(&graph);
    assert_true(isnan(balance.walk_balance) && isnan(balance.triangle_balance));
    ent_signed_clear(&graph);
}

static struct ent_signed read_instance(const char *name)
{
    char path[512], u[64], v[64];
    snprintf(path, sizeof path, INSTANCES "/%s.tsv", name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    struct ent_map map;
    ent_map_init(&map);
    struct ent_tie *ties = NULL;
    size_t count = 0;
    int sign;
    while (fscanf(file, "%63s %63s %d", u, v, &sign) == 3) {
        ties = realloc(ties, (count + 1) * sizeof *ties);
        ties[count++] = (struct ent_tie){ent_map_add(&map, ent_str_of(u), NULL),
                                         ent_map_add(&map, ent_str_of(v), NULL), sign};
    }
    fclose(file);
    struct ent_signed graph = graph_of(map.size, ties, count);
    ent_map_clear(&map);
    free(ties);
    return graph;
}

/* Lines "tribes 16 58 triangles 68 balanced_frac 0.86 walk_balance 0.35 ...". */
static void reference_values(void **state)
{
    (void)state;
    FILE *file = fopen(INSTANCES "/centrality/balance.txt", "r");
    if (!file)
        skip();
    char name[64];
    unsigned n, m, triangles;
    double share, walk;
    int checked = 0;
    while (fscanf(file, "%63s %u %u triangles %u balanced_frac %lf walk_balance %lf%*[^\n]",
                  name, &n, &m, &triangles, &share, &walk) == 6) {
        struct ent_signed graph = read_instance(name);
        struct ent_balance balance = balance_of(&graph);
        assert_int_equal(graph.vertex_count, n);
        assert_int_equal(balance.triangles, triangles);
        assert_true(fabs(balance.triangle_balance - share) < 1e-9);
        assert_true(fabs(balance.walk_balance - walk) < 1e-9);
        ent_signed_clear(&graph);
        checked++;
    }
    fclose(file);
    assert_true(checked > 3);
}

/* Shuffled signs keep the number of hostile ties; a balanced network is told from them. */
static void null_model(void **state)
{
    (void)state;
    struct ent_tie ties[66];
    size_t count = 0;
    for (uint32_t u = 0; u < 12; u++)
        for (uint32_t v = 0; v < u; v++)
            ties[count++] = (struct ent_tie){u, v, (u < 6) == (v < 6) ? 1 : -1};
    struct ent_signed graph = graph_of(12, ties, count);
    struct ent_balance_null null, again;
    assert_int_equal(ent_balance_null_run(&graph, 0, 50, 7, 1, &null, NULL), ENT_OK);
    assert_int_equal(ent_balance_null_run(&graph, 0, 50, 7, 1, &again, NULL), ENT_OK);
    assert_memory_equal(&null, &again, sizeof null);
    assert_true(null.share == 0 && null.z < -3 && null.mean > 10);
    ent_signed_clear(&graph);
}

UNIT_MAIN(cmocka_unit_test(triangles_by_hand), cmocka_unit_test(balanced_walks),
          cmocka_unit_test(reference_values), cmocka_unit_test(null_model))
