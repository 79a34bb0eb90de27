/* test_coalition_margin.c: flip margins against trying everything. */
#include "coalition_brute.h"
#include "unit.h"

#define MOST BRUTE_MOST
#define NETWORKS 2000

struct trial {
    struct brute brute;
    struct ent_signed graph;
    struct ent_coalition result;
    struct ent_margins margins;
};

static void solve(struct trial *trial, uint32_t camps)
{
    struct ent_coalition_options options;
    ent_coalition_options_init(&options);
    options.camps = camps;
    options.time_limit = 120;
    assert_int_equal(brute_graph(&trial->brute, &trial->graph), ENT_OK);
    assert_int_equal(ent_coalition_find(&trial->graph, &options, &trial->result, NULL),
                     ENT_OK);
    assert_true(trial->result.proven);
    assert_int_equal(
        ent_margins_find(&trial->graph, &options, &trial->result, &trial->margins, NULL),
        ENT_OK);
    assert_true(trial->margins.exact);
}

static void clear(struct trial *trial)
{
    ent_margins_clear(&trial->margins);
    ent_coalition_clear(&trial->result);
    ent_signed_clear(&trial->graph);
}

static double strength(const struct brute *brute, uint32_t v)
{
    double sum = 0;
    for (uint32_t u = 0; u < brute->n; u++)
        sum += fabs(brute->weight[v][u]);
    return sum;
}

/* The strongest of the marked vertices but `except`, or n. */
static uint32_t strongest(const struct brute *brute, const bool *marked, uint32_t except)
{
    uint32_t best = brute->n;
    for (uint32_t v = 0; v < brute->n; v++)
        if (marked[v] && v != except &&
            (best == brute->n || strength(brute, v) > strength(brute, best) + 1e-9))
            best = v;
    return best;
}

/* Least costs of partitions with each pair together and apart. */
struct pairs {
    double together[MOST][MOST], apart[MOST][MOST];
};

/* A partition with the camp `set` in it costs `cost` at least. */
static void note(struct pairs *pairs, uint32_t n, uint32_t set, double cost)
{
    for (uint32_t u = 0; u < n; u++)
        for (uint32_t v = 0; v < n && set >> u & 1; v++) {
            double *least = set >> v & 1 ? &pairs->together[u][v] : &pairs->apart[u][v];
            *least = fmin(*least, cost);
        }
}

/* Every set is tried as the camp of its members, with the best that the others can do: all
 * together if there are two camps, else as brute_best() parts them. */
static struct pairs all_pairs(const struct brute *brute, uint32_t camps)
{
    static double inside[1 << MOST], best[1 << MOST];
    struct pairs pairs;
    for (uint32_t u = 0; u < MOST; u++)
        for (uint32_t v = 0; v < MOST; v++)
            pairs.together[u][v] = pairs.apart[u][v] = INFINITY;
    brute_inside(brute, inside);
    brute_best(brute, inside, best);
    const double *rest = camps == 2 ? inside : best;
    uint32_t all = (1u << brute->n) - 1;
    for (uint32_t set = 1; set <= all; set++)
        note(&pairs, brute->n, set, brute_positive(brute) - inside[set] - rest[all ^ set]);
    return pairs;
}

static void mark_component(const struct brute *brute, uint32_t v, bool *marked)
{
    marked[v] = true;
    for (uint32_t u = 0; u < brute->n; u++)
        if (!marked[u] && brute->weight[v][u] != 0)
            mark_component(brute, u, marked);
}

static uint32_t count(const bool *marked, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t v = 0; v < n; v++)
        sum += marked[v];
    return sum;
}

static void two_camps(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 31);
    for (int i = 0; i < NETWORKS; i++) {
        struct trial trial;
        brute_random(&trial.brute, &random, MOST);
        solve(&trial, 2);
        const struct brute *brute = &trial.brute;
        struct pairs pairs = all_pairs(brute, 2);
        bool largest[MOST] = {false};
        for (uint32_t v = 0; v < brute->n; v++) {
            bool marked[MOST] = {false};
            mark_component(brute, v, marked);
            if (count(marked, brute->n) > count(largest, brute->n))
                memcpy(largest, marked, sizeof marked);
        }
        uint32_t reference = strongest(brute, largest, brute->n);
        uint32_t second = strongest(brute, largest, reference);
        for (uint32_t v = 0; v < brute->n; v++) {
            uint32_t other = v == reference ? second : reference;
            double wanted = 0;
            if (other < brute->n && largest[v])
                wanted = fabs(pairs.together[v][other] - pairs.apart[v][other]);
            assert_true(fabs(trial.margins.margin[v] - wanted) < 1e-4);
        }
        clear(&trial);
    }
}

static double margin_any(const struct trial *trial, const struct pairs *pairs, uint32_t v)
{
    const struct brute *brute = &trial->brute;
    const uint32_t *camp = trial->result.camp;
    bool mates[MOST] = {false};
    for (uint32_t u = 0; u < brute->n; u++)
        mates[u] = camp[u] == camp[v];
    double least = INFINITY;
    if (count(mates, brute->n) > 1) {
        uint32_t reference = strongest(brute, mates, brute->n);
        if (v == reference)
            reference = strongest(brute, mates, reference);
        least = pairs->apart[v][reference];
    }
    for (uint32_t u = 0; u < brute->n && count(mates, brute->n) == 1; u++)
        if (brute->weight[u][v] > 0)
            least = fmin(least, pairs->together[v][u]);
    return least == INFINITY ? 0 : least - trial->result.cost;
}

static void any_camps(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 32);
    for (int i = 0; i < NETWORKS; i++) {
        struct trial trial;
        brute_random(&trial.brute, &random, MOST);
        solve(&trial, ENT_CAMPS_ANY);
        struct pairs pairs = all_pairs(&trial.brute, ENT_CAMPS_ANY);
        for (uint32_t v = 0; v < trial.brute.n; v++)
            assert_true(fabs(trial.margins.margin[v] - margin_any(&trial, &pairs, v)) <
                        1e-4);
        clear(&trial);
    }
}

UNIT_MAIN(cmocka_unit_test(two_camps), cmocka_unit_test(any_camps))
