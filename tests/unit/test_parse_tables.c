/* The tables a model is made of: rows of weights, indexes, edit scripts, affix rules. */
#include "unit.h"
#include "parse/affix.h"
#include "parse/hash.h"
#include "parse/index.h"
#include "parse/learner.h"
#include "parse/rows.h"
#include "parse/script.h"
#include <entente/random.h>
#include <stdlib.h>

enum { ROWS = 5000, CLASSES = 20 };

static int expected(int code)
{
    return code * (code < 0 ? -code : code);
}

/* Rows from empty to full come back as they were put. */
static void rows_keep_weights(void **state)
{
    (void)state;
    static int8_t codes[ROWS][CLASSES];
    static struct ent_row list[ROWS];
    static uint64_t features[ROWS];
    struct ent_random random;
    ent_random_init(&random, 7);
    for (int i = 0; i < ROWS; i++) {
        features[i] = ent_random_next(&random);
        list[i] = (struct ent_row){features[i], codes[i]};
        for (int k = 0; k < CLASSES; k++)
            if (ent_random_below(&random, CLASSES) >= (uint64_t)(i % CLASSES))
                codes[i][k] = (int8_t)((int)ent_random_below(&random, 255) - 127);
    }
    struct ent_buf buf;
    ent_buf_init(&buf);
    assert_true(ent_rows_put(&buf, list, ROWS, CLASSES));
    struct ent_rows rows;
    struct ent_cursor block = {(const uint8_t *)buf.data, buf.size, 0, false};
    assert_true(ent_rows_take(&rows, &block));
    for (int i = 0; i + 1 < ROWS; i++) {
        int32_t scores[CLASSES];
        ent_rows_score(&rows, features + i, 2, scores);
        for (int k = 0; k < CLASSES; k++)
            assert_int_equal(scores[k], expected(codes[i][k]) + expected(codes[i + 1][k]));
    }
    ent_rows_clear(&rows);
    ent_buf_clear(&buf);
}

/* A table with any byte changed is refused or can be used without harm. */
static void damaged_rows_do_no_harm(void **state)
{
    (void)state;
    int8_t codes[3][4] = {{1, 0, 0, 0}, {1, 2, 3, 4}, {0, 0, 0, -5}};
    struct ent_row list[3] = {{1u, codes[0]}, {(uint64_t)1 << 63, codes[1]},
                              {(uint64_t)3 << 62, codes[2]}};
    struct ent_buf buf;
    ent_buf_init(&buf);
    assert_true(ent_rows_put(&buf, list, 3, 4));
    size_t refused = 0;
    for (size_t i = 0; i < buf.size; i++)
        for (int bit = 0; bit < 8; bit++) {
            struct ent_rows rows;
            struct ent_cursor block = {(const uint8_t *)buf.data, buf.size, 0, false};
            buf.data[i] = (char)(buf.data[i] ^ 1 << bit);
            uint64_t features[3] = {1u, (uint64_t)1 << 63, (uint64_t)3 << 62};
            int32_t scores[ENT_ROWS_CLASSES];
            if (ent_rows_take(&rows, &block))
                ent_rows_score(&rows, features, 3, scores);
            else
                refused++;
            ent_rows_clear(&rows);
            buf.data[i] = (char)(buf.data[i] ^ 1 << bit);
        }
    assert_true(refused > 0);
    for (size_t size = 0; size < buf.size; size++) {
        struct ent_rows rows;
        struct ent_cursor block = {(const uint8_t *)buf.data, size, 0, false};
        assert_false(ent_rows_take(&rows, &block));
        ent_rows_clear(&rows);
    }
    ent_buf_clear(&buf);
}

static void index_finds_its_keys(void **state)
{
    (void)state;
    enum { N = 20000 };
    static struct ent_index_entry entries[N];
    static uint64_t keys[N];
    struct ent_random random;
    ent_random_init(&random, 3);
    for (uint32_t i = 0; i < N; i++) {
        keys[i] = ent_random_next(&random);
        entries[i] = (struct ent_index_entry){keys[i], i};
    }
    struct ent_buf buf;
    struct ent_index index;
    ent_buf_init(&buf);
    ent_index_put(&buf, entries, N);
    struct ent_cursor block = {(const uint8_t *)buf.data, buf.size, 0, false};
    assert_true(ent_index_take(&index, &block, N));
    for (uint32_t i = 0; i < N; i++)
        assert_int_equal(ent_index_find(&index, keys[i]), i);
    size_t wrong = 0;
    for (int i = 0; i < N; i++)
        wrong += ent_index_find(&index, ent_random_next(&random)) != ENT_INDEX_NONE;
    assert_true(wrong < 3);
    ent_index_clear(&index);
    struct ent_cursor again = {(const uint8_t *)buf.data, buf.size, 0, false};
    assert_false(ent_index_take(&index, &again, N - 1)); /* a value out of range */
    ent_index_clear(&index);
    ent_buf_clear(&buf);
}

/* Whatever the pair, the script made from it leads from form to lemma. */
static void scripts_round_trip(void **state)
{
    (void)state;
    static const char *const pairs[][3] = {
        {"Mangez", "mangez", "manger"}, {"yeux", "yeux", "œil"}, {"sont", "sont", "être"},
        {"États", "états", "État"}, {"OTAN", "otan", "OTAN"}, {"âgées", "âgées", "âgé"},
        {"à", "à", "à"}, {"é", "é", "ê"}, {"dû", "dû", "devoir"}, {"Σ", "σ", "σς"},
        {"a", "a", "avoir"}, {"x", "x", ":"}, {"l'", "l'", "le"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct ent_str form = ent_str_of(pairs[i][0]), lower = ent_str_of(pairs[i][1]);
        struct ent_buf script, lemma;
        ent_buf_init(&script);
        ent_buf_init(&lemma);
        ent_script_make(&script, form, lower, ent_str_of(pairs[i][2]));
        assert_true(ent_script_apply(&lemma, ent_buf_view(&script), form, lower));
        assert_str(ent_buf_view(&lemma), pairs[i][2]);
        ent_buf_clear(&script);
        ent_buf_clear(&lemma);
    }
}

static void scripts_that_do_not_fit(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "l", "l:", "l3:a", "l-1:a", "lx:a", "l2:", "3:a"};
    struct ent_buf lemma;
    ent_buf_init(&lemma);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(ent_script_apply(&lemma, ent_str_of(bad[i]), ENT_STR("à!"),
                                      ENT_STR("à!")));
    assert_int_equal(lemma.size, 0);
    ent_buf_clear(&lemma);
}

static void affix_rules_apply(void **state)
{
    (void)state;
    static const char text[] = "SFX a0 Y 3\nSFX a0 cer çons/n' cer po:1pl\n"
                               "SFX a0 er ons [^cg]er po:1pl\nSFX b0 0 s . is:pl\n";
    static const struct {
        const char *stem;
        int rule;
        const char *form; /* NULL: does not apply */
    } cases[] = {{"lancer", 0, "lançons"}, {"lancer", 1, NULL}, {"parler", 1, "parlons"},
                 {"parler", 0, NULL}, {"er", 1, NULL}, {"été", 2, "étés"}};
    struct ent_affixes affixes;
    struct ent_error error;
    assert_int_equal(ent_affixes_read(&affixes, ent_str_of(text), &error), ENT_OK);
    assert_int_equal(affixes.count, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ent_buf form;
        ent_buf_init(&form);
        bool applies = ent_affix_apply(&affixes.rules[cases[i].rule],
                                       ent_str_of(cases[i].stem), &form);
        assert_int_equal(applies, cases[i].form != NULL);
        if (cases[i].form)
            assert_str(ent_buf_view(&form), cases[i].form);
        ent_buf_clear(&form);
    }
    ent_affixes_clear(&affixes);
}

/* Exclusive or needs the pair feature; the averaged weights must solve it too. */
static void learner_learns(void **state)
{
    (void)state;
    struct ent_learner learner;
    struct ent_rows rows;
    struct ent_buf buf;
    ent_learner_init(&learner, 2, false);
    for (int round = 0; round < 20; round++)
        for (unsigned x = 0; x < 4; x++) {
            uint64_t features[3] = {ent_hash_end(1 + (x & 1)), ent_hash_end(11 + (x >> 1)),
                                    ent_hash_end(21 + x)};
            int32_t scores[2];
            uint32_t gold = (x & 1) ^ x >> 1;
            ent_learner_score(&learner, features, 3, scores);
            if (scores[gold] <= scores[!gold])
                ent_learner_correct(&learner, features, 3, gold, !gold);
            learner.time++;
        }
    ent_buf_init(&buf);
    assert_true(ent_learner_put(&learner, &buf, 0));
    struct ent_cursor block = {(const uint8_t *)buf.data, buf.size, 0, false};
    assert_true(ent_rows_take(&rows, &block));
    for (unsigned x = 0; x < 4; x++) {
        uint64_t features[3] = {ent_hash_end(1 + (x & 1)), ent_hash_end(11 + (x >> 1)),
                                ent_hash_end(21 + x)};
        int32_t scores[2];
        ent_rows_score(&rows, features, 3, scores);
        uint32_t gold = (x & 1) ^ x >> 1;
        assert_true(scores[gold] > scores[!gold]);
    }
    ent_rows_clear(&rows);
    ent_learner_clear(&learner);
    ent_buf_clear(&buf);
}

UNIT_MAIN(cmocka_unit_test(rows_keep_weights), cmocka_unit_test(damaged_rows_do_no_harm),
          cmocka_unit_test(index_finds_its_keys), cmocka_unit_test(scripts_round_trip),
          cmocka_unit_test(scripts_that_do_not_fit), cmocka_unit_test(affix_rules_apply),
          cmocka_unit_test(learner_learns))
