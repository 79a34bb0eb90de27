/* Centralities: known values, references of ../shared, laws that hold on any network. */
#include <entente/map.h>
#include <entente/measure.h>
#include <entente/random.h>

#include <stdio.h>
#include <stdlib.h>

#include "measured.h"

/* A path a -2-> b -1-> c, and c -(-3)-> a, weights negative where hostile. */
static const struct edge triangle[] = {{0, 1, 2}, {1, 2, 1}, {2, 0, -3}};

static void test_degrees(void **state)
{
    (void)state;
    struct ent_network network;
    make_network(&network, true, 4, triangle, 3);
    measure(&network, ent_measures_all(&network));
    assert_near(value(&network, ENT_DEGREE, 0), 2);
    assert_near(value(&network, ENT_IN_DEGREE, 3), 0);
    assert_near(value(&network, ENT_STRENGTH, 0), 5);
    assert_near(value(&network, ENT_IN_STRENGTH, 0), 3);
    assert_near(value(&network, ENT_OUT_STRENGTH, 0), 2);
    assert_near(value(&network, ENT_POSITIVE, 0), 1);
    assert_near(value(&network, ENT_NEGATIVE, 0), 1);
    assert_near(value(&network, ENT_NET, 1), 2);
    assert_near(value(&network, ENT_NET_IN, 0), -1);
    assert_near(value(&network, ENT_NET_OUT, 2), -1);
    assert_near(value(&network, ENT_CORENESS, 0), 2);
    assert_near(value(&network, ENT_CORENESS, 3), 0);
    /* One attacker, one victim; nobody else. */
    assert_near(value(&network, ENT_AGGRESSOR, 2), 1);
    assert_near(value(&network, ENT_TARGET, 0), 1);
    assert_near(value(&network, ENT_AGGRESSOR, 0), 0);
    double sum = 0;
    for (uint32_t i = 0; i < 4; i++)
        sum += value(&network, ENT_PAGERANK, i);
    assert_near(sum, 1);
    ent_network_clear(&network);
}

static void test_strong_ties_are_short(void **state)
{
    (void)state;
    /* Two ways from 0 to 3: over 1 with strong ties, over 2 with weak ones. */
    static const struct edge edges[] = {{0, 1, 4}, {1, 3, 4}, {0, 2, 1}, {2, 3, 1}};
    struct ent_network network;
    make_network(&network, false, 4, edges, 4);
    measure(&network, ENT_MEASURE_BIT(ENT_BETWEENNESS) | ENT_MEASURE_BIT(ENT_HARMONIC));
    assert_true(value(&network, ENT_BETWEENNESS, 1) > 0);
    assert_near(value(&network, ENT_BETWEENNESS, 2), 0);
    /* From 0: 1 at 1/4, 3 at 1/2, 2 at 1: (4 + 2 + 1) / 3. */
    assert_near(value(&network, ENT_HARMONIC, 0), 7.0 / 3);
    struct ent_measure_options even = {.unweighted = true};
    assert_int_equal(ent_measure_network(&network, ENT_MEASURE_BIT(ENT_BETWEENNESS),
                                         &even, NULL, NULL),
                     ENT_OK);
    assert_near(value(&network, ENT_BETWEENNESS, 1), 0.5);
    assert_near(value(&network, ENT_BETWEENNESS, 2), 0.5);
    ent_network_clear(&network);
}

static void test_brokers_reach_across(void **state)
{
    (void)state;
    static const struct edge edges[] = {{0, 1, 3}, {1, 2, 1}, {2, 3, 1}, {0, 3, -5}};
    struct ent_network network;
    make_network(&network, false, 5, edges, 4);
    assert_false(ent_measures_all(&network) & ENT_MEASURE_BIT(ENT_BROKERAGE));
    struct ent_column *camp =
        ent_table_column(&network, &network.vertices, "camp", ENT_TYPE_INT);
    camp->ints[0] = camp->ints[1] = 1;
    camp->ints[2] = camp->ints[3] = 2;
    assert_true(ent_measures_all(&network) & ENT_MEASURE_BIT(ENT_BROKERAGE));
    measure(&network, ENT_MEASURE_BIT(ENT_BROKERAGE));
    assert_near(value(&network, ENT_BROKERAGE, 1), 0.25);
    assert_near(value(&network, ENT_BROKERAGE, 2), 0.5);
    assert_near(value(&network, ENT_BROKERAGE, 0), 0);
    assert_true(isnan(value(&network, ENT_BROKERAGE, 4)));
    ent_network_clear(&network);
}

/* Solve the n x n system a x = b by elimination; destroys both. */
static void solve(double *a, double *b, uint32_t n)
{
    for (uint32_t p = 0; p < n; p++) {
        uint32_t best = p;
        for (uint32_t i = p + 1; i < n; i++)
            best = fabs(a[i * n + p]) > fabs(a[best * n + p]) ? i : best;
        for (uint32_t k = 0; k < n; k++) {
            double kept = a[p * n + k];
            a[p * n + k] = a[best * n + k];
            a[best * n + k] = kept;
        }
        double kept = b[p];
        b[p] = b[best];
        b[best] = kept;
        for (uint32_t i = 0; i < n; i++) {
            double factor = i == p ? 0 : a[i * n + p] / a[p * n + p];
            for (uint32_t k = p; k < n && factor != 0; k++)
                a[i * n + k] -= factor * a[p * n + k];
            b[i] -= factor * b[p];
        }
    }
    for (uint32_t p = 0; p < n; p++)
        b[p] /= a[p * n + p];
}

/* The directed definition by dense algebra: (I - M M') x = (I + M) 1 with M = A / c. */
static void dense_pn(const double *m, uint32_t n, bool arriving, double *x)
{
    double *a = calloc((size_t)n * n, sizeof *a);
    for (uint32_t i = 0; i < n; i++) {
        x[i] = 1;
        for (uint32_t k = 0; k < n; k++)
            x[i] += arriving ? m[k * n + i] : m[i * n + k];
        for (uint32_t j = 0; j < n; j++) {
            double sum = i == j;
            for (uint32_t k = 0; k < n; k++)
                sum -=
                    arriving ? m[k * n + i] * m[k * n + j] : m[i * n + k] * m[j * n + k];
            a[i * n + j] = sum;
        }
    }
    solve(a, x, n);
    free(a);
}

static void test_pn_equals_the_dense_solution(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 5);
    for (int round = 0; round < 50; round++) {
        uint32_t n = 3 + (uint32_t)ent_random_below(&random, 11);
        struct edge edges[160];
        size_t count = 0;
        double m[14 * 14] = {0}, x[14];
        for (uint32_t i = 0; i < n; i++) {
            for (uint32_t j = 0; j < n; j++) {
                if (i == j || ent_random_below(&random, 3) == 0)
                    continue;
                double weight = (double)ent_random_below(&random, 9) - 4;
                edges[count++] = (struct edge){i, j, weight};
            }
        }
        double largest = 0;
        for (size_t k = 0; k < count; k++)
            largest = fabs(edges[k].weight) > largest ? fabs(edges[k].weight) : largest;
        for (size_t k = 0; k < count; k++) {
            double w = largest > 0 ? edges[k].weight / largest : 0;
            m[edges[k].from * n + edges[k].to] = (w > 0 ? w : 2 * w) / (2.0 * n - 2);
        }
        struct ent_network network;
        make_network(&network, true, n, edges, count);
        measure(&network, ENT_MEASURE_BIT(ENT_PN_IN) | ENT_MEASURE_BIT(ENT_PN_OUT));
        for (int side = 0; side < 2; side++) {
            dense_pn(m, n, side == 0, x);
            for (uint32_t i = 0; i < n; i++)
                assert_near(value(&network, side ? ENT_PN_OUT : ENT_PN_IN, i), x[i]);
        }
        ent_network_clear(&network);
    }
}

/* A x = lambda x, and the largest entry is 1. */
static void check_eigenvector(uint32_t n, uint64_t seed)
{
    struct ent_random random;
    struct edge *edges = calloc(4 * (size_t)n, sizeof *edges);
    assert_non_null(edges);
    ent_random_init(&random, seed);
    double largest = 0, top = 0;
    for (uint32_t i = 0; i < 4 * n; i++) {
        uint32_t from = (uint32_t)ent_random_below(&random, n);
        uint32_t to = (uint32_t)ent_random_below(&random, n);
        edges[i] = (struct edge){from, to, ent_random_below(&random, 4) ? 1 : -1};
    }
    struct ent_network network;
    struct ent_measure_report report;
    make_network(&network, false, n, edges, 4 * n);
    assert_int_equal(ent_measure_network(&network,
                                         ENT_MEASURE_BIT(ENT_SIGNED_EIGENVECTOR), NULL,
                                         &report, NULL),
                     ENT_OK);
    double *product = calloc(n, sizeof *product);
    double *matrix = calloc((size_t)n * n, sizeof *matrix);
    for (uint32_t i = 0; i < 4 * n; i++) {
        if (edges[i].from == edges[i].to)
            continue;
        matrix[edges[i].from * n + edges[i].to] += edges[i].weight;
        matrix[edges[i].to * n + edges[i].from] += edges[i].weight;
    }
    for (uint32_t i = 0; i < n * n; i++)
        largest = fabs(matrix[i]) > largest ? fabs(matrix[i]) : largest;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < n; k++)
            product[i] +=
                matrix[i * n + k] / largest * value(&network, ENT_SIGNED_EIGENVECTOR, k);
        top = fmax(top, value(&network, ENT_SIGNED_EIGENVECTOR, i));
    }
    for (uint32_t i = 0; i < n; i++)
        assert_true(fabs(product[i] -
                         report.eigenvalue * value(&network, ENT_SIGNED_EIGENVECTOR, i)) <
                    1e-7);
    assert_near(top, 1);
    assert_true(fabs(report.second_eigenvalue) <= fabs(report.eigenvalue) + 1e-9);
    free(product);
    free(matrix);
    free(edges);
    ent_network_clear(&network);
}

static void test_signed_eigenvector_is_one(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 12; seed++) {
        check_eigenvector(10, seed);
        check_eigenvector(200, seed);
    }
}

static void test_enemies_alone_have_no_status(void **state)
{
    (void)state;
    static const struct edge edges[] = {{0, 1, -1}, {1, 2, -1}, {0, 2, -1}};
    struct ent_network network;
    struct ent_measure_report report;
    make_network(&network, false, 3, edges, 3);
    assert_int_equal(ent_measure_network(&network,
                                         ENT_MEASURE_BIT(ENT_SIGNED_EIGENVECTOR) |
                                             ENT_MEASURE_BIT(ENT_PN),
                                         NULL, &report, NULL),
                     ENT_OK);
    assert_false(report.eigenvector_dominant);
    assert_near(report.eigenvalue, -2);
    /* x = 1 - x for each of them. */
    assert_true(report.pn_converged);
    assert_near(value(&network, ENT_PN, 1), 0.5);
    ent_network_clear(&network);
    /* Directed enemies of all: no solution, which is said and not papered over. */
    static const struct edge arcs[] = {{0, 1, -1}, {1, 0, -1}};
    make_network(&network, true, 2, arcs, 2);
    assert_int_equal(
        ent_measure_network(&network, ENT_MEASURE_BIT(ENT_PN_IN), NULL, &report, NULL),
        ENT_OK);
    assert_false(report.pn_converged);
    assert_true(isnan(value(&network, ENT_PN_IN, 0)));
    ent_network_clear(&network);
}

static void test_empty_and_tiny_networks(void **state)
{
    (void)state;
    for (uint32_t n = 0; n < 4; n++) {
        for (int directed = 0; directed < 2; directed++) {
            struct ent_network network;
            make_network(&network, directed, n, NULL, 0);
            measure(&network, ent_measures_all(&network));
            ent_network_clear(&network);
        }
    }
    static const struct edge loops[] = {{0, 0, 1}, {0, 1, 0}, {1, 0, -2}, {1, 0, 2}};
    struct ent_network network;
    make_network(&network, true, 2, loops, 4);
    measure(&network, ent_measures_all(&network));
    ent_network_clear(&network);
}

static void test_relabelling_changes_nothing(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 9);
    enum { N = 15, M = 40 };
    struct edge edges[M], moved[M];
    for (int i = 0; i < M; i++) {
        uint32_t from = (uint32_t)ent_random_below(&random, N);
        uint32_t to = (from + 1 + (uint32_t)ent_random_below(&random, N - 1)) % N;
        edges[i] = (struct edge){from, to, (double)ent_random_below(&random, 11) - 5};
        moved[M - 1 - i] =
            (struct edge){(from * 7 + 3) % N, (to * 7 + 3) % N, edges[i].weight};
    }
    struct ent_network one, two;
    make_network(&one, true, N, edges, M);
    make_network(&two, true, N, moved, M);
    ent_measures all = ent_measures_all(&one);
    measure(&one, all);
    measure(&two, all);
    for (int k = 0; k < ENT_MEASURE_COUNT; k++) {
        for (uint32_t i = 0; i < N && (all & ENT_MEASURE_BIT(k)); i++) {
            double a = value(&one, (enum ent_measure)k, i);
            double b = value(&two, (enum ent_measure)k, (i * 7 + 3) % N);
            /* Status has an arbitrary direction where two entries are equally large. */
            if (k == ENT_SIGNED_EIGENVECTOR)
                a = fabs(a), b = fabs(b);
            assert_true((isnan(a) && isnan(b)) || fabs(a - b) < 1e-6);
        }
    }
    ent_network_clear(&one);
    ent_network_clear(&two);
}

/* ../shared/instances/centrality, where it is there. */
static bool check_reference(const char *name)
{
    char path[512], line[512];
    snprintf(path, sizeof path, "%s/../../shared/instances/%s.tsv", TEST_SOURCE_DIR,
             name);
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    struct ent_network network;
    struct ent_map names;
    ent_network_init(&network, false);
    ent_map_init(&names);
    double signs[30000];
    while (fgets(line, sizeof line, file)) {
        char *from = strtok(line, "\t"), *to = strtok(NULL, "\t"),
             *sign = strtok(NULL, "\n");
        uint32_t ends[2] = {ent_map_add(&names, ent_str_of(from), NULL), 0};
        ends[1] = ent_map_add(&names, ent_str_of(to), NULL);
        while (network.vertices.row_count < names.size)
            ent_network_add_vertex(&network);
        uint32_t arc = ent_network_add_arc(&network, ends[0], ends[1]);
        signs[arc] = strtod(sign, NULL);
    }
    fclose(file);
    struct ent_column *weight =
        ent_table_column(&network, &network.edges, "weight", ENT_TYPE_DOUBLE);
    memcpy(weight->doubles, signs, network.edges.row_count * sizeof *signs);
    measure(&network, ent_measures_all(&network));
    snprintf(path, sizeof path, "%s/../../shared/instances/centrality/%s.cent.tsv",
             TEST_SOURCE_DIR, name);
    file = fopen(path, "r");
    assert_non_null(file);
    static const enum ent_measure columns[] = {ENT_POSITIVE, ENT_NEGATIVE, ENT_NET,
                                               ENT_PN, ENT_SIGNED_EIGENVECTOR};
    double direction = 0, farthest = 0;
    uint32_t rows = 0;
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file)) {
        uint32_t vertex = ent_map_find(&names, ent_str_of(strtok(line, "\t")));
        rows++;
        for (int k = 0; k < 5; k++) {
            double expected = strtod(strtok(NULL, "\t\n"), NULL);
            double actual = value(&network, columns[k], vertex);
            if (k == 4 && direction == 0 && fabs(expected) > 1e-3)
                direction = expected * actual < 0 ? -1 : 1;
            if (k == 4)
                actual *= direction == 0 ? 1 : direction;
            farthest = fmax(farthest, fabs(actual - expected));
        }
    }
    fclose(file);
    assert_int_equal(rows, names.size);
    assert_true(farthest < 1e-6);
    ent_map_clear(&names);
    ent_network_clear(&network);
    return true;
}

static void test_references(void **state)
{
    (void)state;
    static const char *const names[] = {"tribes", "sampson_t4", "congress",
                                        "cow_01", "cow_51",     "egfr"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!check_reference(names[i]))
            skip();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_degrees),
        cmocka_unit_test(test_strong_ties_are_short),
        cmocka_unit_test(test_brokers_reach_across),
        cmocka_unit_test(test_pn_equals_the_dense_solution),
        cmocka_unit_test(test_signed_eigenvector_is_one),
        cmocka_unit_test(test_enemies_alone_have_no_status),
        cmocka_unit_test(test_empty_and_tiny_networks),
        cmocka_unit_test(test_relabelling_changes_nothing),
        cmocka_unit_test(test_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
