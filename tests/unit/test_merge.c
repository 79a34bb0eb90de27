/* Aggregates: merging is associative, commutative and idempotent; what the sums mean. */
#include <entente/aggregate.h>
#include <entente/date.h>
#include <entente/random.h>

#include <stdlib.h>

#include "unit.h"

enum { LINES = 160, SHARDS = 4 };

static void random_relation(struct ent_random *random, struct ent_arena *arena,
                            struct ent_relation *relation)
{
    static const char *const groups[] = {"A", "B", "C", "D é"};
    static const char *const kinds[] = {"", "unknown", "state", "company"};
    static const char *const dates[] = {"", "2021", "2021-02", "2021-02-03",
                                        "2022-12-31"};
    memset(relation, 0, sizeof *relation);
    relation->doc =
        ent_arena_printf(arena, "d%u", (unsigned)ent_random_below(random, 30));
    relation->date = ent_str_of(dates[ent_random_below(random, 5)]);
    relation->event_date = ent_str_of(dates[ent_random_below(random, 5)]);
    struct ent_party *parties[2] = {&relation->source, &relation->target};
    for (int side = 0; side < 2; side++) {
        parties[side]->group = ent_str_of(groups[ent_random_below(random, 4)]);
        parties[side]->kind = ent_str_of(kinds[ent_random_below(random, 4)]);
        if (ent_random_below(random, 3) == 0)
            parties[side]->actor =
                ent_arena_printf(arena, "p%u", (unsigned)ent_random_below(random, 3));
    }
    relation->type = (enum ent_relation_type)ent_random_below(random, ENT_RELATION_COUNT);
    relation->status =
        (enum ent_relation_status)ent_random_below(random, ENT_RELATION_STATUS_COUNT);
    relation->confidence = (double)ent_random_below(random, 5) / 4;
    relation->sentence =
        ent_arena_printf(arena, "s%u", (unsigned)ent_random_below(random, 20));
    relation->evidence = 1 + (uint32_t)ent_random_below(random, 3);
}

static struct ent_aggregate *new_aggregate(void)
{
    struct ent_aggregate *aggregate = ent_aggregate_new();
    assert_non_null(aggregate);
    return aggregate;
}

/* The aggregate as text; frees it. */
static char *print_and_free(struct ent_aggregate *aggregate)
{
    struct ent_buf buf;
    ent_buf_init(&buf);
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    for (uint32_t i = 0; i < ent_aggregate_ties(aggregate); i++)
        ent_aggregate_write(aggregate, i, &buf);
    ent_aggregate_free(aggregate);
    return ent_buf_detach(&buf);
}

static void add_text(struct ent_aggregate *aggregate, const char *text)
{
    struct ent_str rest = ent_str_of(text), line;
    struct ent_error error;
    while (ent_str_split(&rest, '\n', &line)) {
        if (line.size > 0)
            assert_int_equal(ent_aggregate_read(aggregate, line, &error), ENT_OK);
    }
}

static void shuffle(struct ent_random *random, uint32_t *order, uint32_t count)
{
    for (uint32_t i = count; i > 1; i--) {
        uint32_t k = (uint32_t)ent_random_below(random, i), kept = order[i - 1];
        order[i - 1] = order[k];
        order[k] = kept;
    }
}

static void check_random_split(struct ent_random *random)
{
    struct ent_arena arena;
    struct ent_relation relations[LINES];
    uint32_t order[LINES], shard_order[2 * SHARDS];
    char *shards[SHARDS];
    ent_arena_init(&arena);
    struct ent_aggregate *whole = new_aggregate(), *parts[SHARDS];
    for (int k = 0; k < SHARDS; k++)
        parts[k] = new_aggregate();
    for (uint32_t i = 0; i < LINES; i++) {
        random_relation(random, &arena, &relations[i]);
        assert_int_equal(ent_aggregate_add(whole, &relations[i], NULL), ENT_OK);
        order[i] = i;
    }
    shuffle(random, order, LINES);
    for (uint32_t i = 0; i < LINES; i++)
        assert_int_equal(ent_aggregate_add(parts[ent_random_below(random, SHARDS)],
                                           &relations[order[i]], NULL),
                         ENT_OK);
    for (int k = 0; k < SHARDS; k++)
        shards[k] = print_and_free(parts[k]);
    /* Every shard twice, in any order, half of them merged first. */
    for (uint32_t i = 0; i < 2 * SHARDS; i++)
        shard_order[i] = i % SHARDS;
    shuffle(random, shard_order, 2 * SHARDS);
    struct ent_aggregate *first = new_aggregate(), *merged = new_aggregate();
    for (int i = 0; i < SHARDS; i++)
        add_text(first, shards[shard_order[i]]);
    for (int i = SHARDS; i < 2 * SHARDS; i++)
        add_text(merged, shards[shard_order[i]]);
    char *half = print_and_free(first);
    add_text(merged, half);
    char *expected = print_and_free(whole), *actual = print_and_free(merged);
    assert_string_equal(actual, expected);
    free(expected);
    free(actual);
    free(half);
    for (int k = 0; k < SHARDS; k++)
        free(shards[k]);
    ent_arena_clear(&arena);
}

static void test_any_split_merges_to_the_same(void **state)
{
    (void)state;
    struct ent_random random;
    ent_random_init(&random, 11);
    for (int i = 0; i < 60; i++)
        check_random_split(&random);
}

static void add(struct ent_aggregate *aggregate, const char *doc, const char *from,
                enum ent_relation_type type, const char *to,
                enum ent_relation_status status, const char *date, const char *sentence)
{
    struct ent_relation relation;
    memset(&relation, 0, sizeof relation);
    relation.doc = ent_str_of(doc);
    relation.date = ent_str_of(date);
    relation.source.group = ent_str_of(from);
    relation.target.group = ent_str_of(to);
    relation.type = type;
    relation.status = status;
    relation.confidence = 0.9;
    relation.sentence = ent_str_of(sentence);
    relation.evidence = 1;
    assert_int_equal(ent_aggregate_add(aggregate, &relation, NULL), ENT_OK);
}

/* A accuses B in three documents, two of which are copies; B denies nothing; A meets C.
 */
static struct ent_aggregate *example(void)
{
    struct ent_aggregate *aggregate = new_aggregate();
    add(aggregate, "1", "A", ENT_ACCUSES, "B", ENT_ASSERTED, "2021-01-10",
        "A accuses B.");
    add(aggregate, "2", "A", ENT_ACCUSES, "B", ENT_ASSERTED, "2021-01-20", "A blames B.");
    add(aggregate, "3", "A", ENT_ACCUSES, "B", ENT_ASSERTED, "2021-01-21",
        "A  blames B. ");
    add(aggregate, "3", "A", ENT_ATTACKS, "B", ENT_ALLEGED, "2021-01-21", "Did A hit B?");
    add(aggregate, "3", "A", ENT_MEETS, "C", ENT_ASSERTED, "2021-02-01", "C saw A.");
    add(aggregate, "4", "B", ENT_ATTACKS, "A", ENT_DENIED, "2021-03-01", "B did not.");
    add(aggregate, "4", "B", ENT_ATTACKS, "B", ENT_ASSERTED, "2021-03-01", "Loop.");
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    return aggregate;
}

static void build(struct ent_network *network, const struct ent_aggregate *aggregate,
                  struct ent_build *options, struct ent_weights *weights)
{
    struct ent_error error = {ENT_OK, 0, ""};
    assert_int_equal(ent_weights_load(weights, NULL, &error), ENT_OK);
    options->weights = weights;
    assert_int_equal(ent_network_build(network, aggregate, options, &error), ENT_OK);
}

static double arc_number(const struct ent_network *network, const char *name,
                         uint32_t arc)
{
    const struct ent_column *column = ent_table_find(&network->edges, name);
    assert_non_null(column);
    return ent_column_number(column, arc);
}

static void test_weight_counts_documents_but_not_copies(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_weights weights;
    struct ent_build options = {.from = ENT_STR("")};
    struct ent_aggregate *aggregate = example();
    build(&network, aggregate, &options, &weights);
    /* A, B, C; A->B, A->C, C->A: denied attacks and loops give no arc. */
    assert_int_equal(network.vertices.row_count, 3);
    assert_int_equal(network.edges.row_count, 3);
    assert_true(arc_number(&network, "weight", 0) == 3);
    assert_true(arc_number(&network, "accuses", 0) == 2);
    assert_true(arc_number(&network, "attacks", 0) == 1);
    assert_true(arc_number(&network, "documents", 0) == 3);
    assert_true(arc_number(&network, "sign", 0) == -1);
    double tone = (2 * weights.relation[ENT_ACCUSES] +
                   weights.relation[ENT_ATTACKS] * weights.status[ENT_ALLEGED]) /
                  3;
    assert_true(fabs(arc_number(&network, "tone", 0) - tone) < 1e-6);
    assert_true(isnan(arc_number(&network, "accuses", 1)));
    assert_true(arc_number(&network, "sign", 1) == 0);
    assert_null(ent_table_find(&network.edges, "denied"));
    assert_true(
        ent_str_is(ent_table_find(&network.edges, "relation")->strings[0], "accuses"));
    assert_true(
        ent_str_is(ent_table_find(&network.edges, "first")->strings[0], "2021-01-10"));
    assert_int_equal(ent_table_find(&network.vertices, "documents")->ints[0], 3);
    assert_int_equal(ent_table_find(&network.vertices, "mentions")->ints[2], 1);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

static void test_a_document_counts_once_with_its_surest_status(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_weights weights;
    struct ent_build options = {.from = ENT_STR("")};
    struct ent_aggregate *aggregate = new_aggregate();
    add(aggregate, "1", "A", ENT_AIDS, "B", ENT_ALLEGED, "2021-01-01", "Maybe.");
    add(aggregate, "1", "A", ENT_AIDS, "B", ENT_ASSERTED, "2021-01-01", "Sure.");
    add(aggregate, "1", "A", ENT_AIDS, "B", ENT_DENIED, "2021-01-01", "No.");
    add(aggregate, "2", "A", ENT_AIDS, "B", ENT_DENIED, "2021-01-01", "Never.");
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    build(&network, aggregate, &options, &weights);
    assert_true(arc_number(&network, "weight", 0) == 1);
    assert_true(arc_number(&network, "aids", 0) == 2);
    assert_true(arc_number(&network, "asserted", 0) == 1);
    assert_true(arc_number(&network, "denied", 0) == 1);
    assert_null(ent_table_find(&network.edges, "alleged"));
    assert_true(fabs(arc_number(&network, "tone", 0) - weights.relation[ENT_AIDS]) < 1e-6);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

static void test_filters(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_weights weights;
    struct ent_aggregate *aggregate = example();
    struct ent_build denied = {.statuses = 1u << ENT_DENIED};
    build(&network, aggregate, &denied, &weights);
    assert_int_equal(network.edges.row_count, 1);
    assert_true(arc_number(&network, "denied", 0) == 1);
    ent_network_clear(&network);
    struct ent_build february = {.from = ENT_STR("2021-02"), .to = ENT_STR("2021-02")};
    build(&network, aggregate, &february, &weights);
    assert_int_equal(network.edges.row_count, 2);
    ent_network_clear(&network);
    struct ent_build isolates = {
        .relations = 1u << ENT_MEETS, .isolates = true, .undirected = true};
    build(&network, aggregate, &isolates, &weights);
    assert_int_equal(network.vertices.row_count, 3);
    assert_int_equal(network.edges.row_count, 1);
    assert_false(network.directed);
    ent_network_clear(&network);
    struct ent_build multi = {.multi = true, .min_documents = 2};
    build(&network, aggregate, &multi, &weights);
    assert_int_equal(network.edges.row_count, 1);
    assert_true(arc_number(&network, "weight", 0) == 2);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

static void test_half_life(void **state)
{
    (void)state;
    struct ent_network network;
    struct ent_weights weights;
    struct ent_aggregate *aggregate = new_aggregate();
    add(aggregate, "1", "A", ENT_AIDS, "B", ENT_ASSERTED, "2021-01-01", "x");
    add(aggregate, "2", "A", ENT_AIDS, "B", ENT_ASSERTED, "2021-01-31", "y");
    assert_int_equal(ent_aggregate_finish(aggregate, NULL), ENT_OK);
    struct ent_build options = {.half_life = 30};
    build(&network, aggregate, &options, &weights);
    assert_true(fabs(arc_number(&network, "weight", 0) - 1.5) < 1e-12);
    assert_true(arc_number(&network, "aids", 0) == 2);
    ent_network_clear(&network);
    ent_aggregate_free(aggregate);
}

static void test_bad_lines_change_nothing(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "[]",
        "{}",
        "{\"source\":{\"group\":\"A\"}}",
        "{\"source\":{\"group\":\"A\"},\"relation\":\"aids\",\"target\":{\"group\":\"B\"}"
        ","
        "\"status\":\"asserted\",\"evidence\":[[\"d\",2]]}",
        "{\"source\":{\"group\":\"A\"},\"relation\":\"aids\",\"target\":{\"group\":\"B\"}"
        ","
        "\"status\":\"asserted\",\"evidence\":[[\"d\",1,\"ab\",0]]}",
        "{\"source\":{\"group\":\"A\"},\"relation\":\"aids\",\"target\":{\"group\":\"B\"}"
        ","
        "\"status\":\"asserted\",\"evidence\":[]}",
    };
    struct ent_aggregate *aggregate = new_aggregate();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct ent_error error = {ENT_OK, 0, ""};
        assert_int_equal(ent_aggregate_read(aggregate, ent_str_of(bad[i]), &error),
                         ENT_EFORMAT);
        assert_true(error.text[0] != '\0');
    }
    assert_int_equal(ent_aggregate_ties(aggregate), 0);
    ent_aggregate_free(aggregate);
}

static void test_dates(void **state)
{
    (void)state;
    assert_int_equal(ent_date_days(ENT_STR("1970-01-01")), 0);
    assert_int_equal(ent_date_days(ENT_STR("2000-03-01")), 11017);
    for (int64_t day = -200000; day < 200000; day += 97) {
        char text[11];
        ent_date_text(day, text);
        assert_int_equal(ent_date_days(ent_str_of(text)), day);
    }
    assert_true(ent_str_is(ent_date_prefix(ENT_STR("2021-02-30")), "2021-02"));
    assert_true(ent_str_is(ent_date_prefix(ENT_STR("2024-02-29T10:00")), "2024-02-29"));
    assert_true(ent_str_is(ent_date_prefix(ENT_STR("hier")), ""));
    assert_true(
        ent_date_inside(ENT_STR("2021-02"), ENT_STR("2021"), ENT_STR("2021-02-31")));
    assert_false(ent_date_inside(ENT_STR("2021"), ENT_STR("2021-02"), ENT_STR("")));
    assert_false(ent_date_inside(ENT_STR(""), ENT_STR("2021"), ENT_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_split_merges_to_the_same),
        cmocka_unit_test(test_weight_counts_documents_but_not_copies),
        cmocka_unit_test(test_a_document_counts_once_with_its_surest_status),
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_half_life),
        cmocka_unit_test(test_bad_lines_change_nothing),
        cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
