/* Codes, features and the mending and linking of trees. */
#include <entente/document.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void codes_go_both_ways(void **state)
{
    (void)state;
    for (int i = 1; i < ENT_UPOS_COUNT; i++) {
        const char *name = ent_upos_name((enum ent_upos)i);
        assert_int_equal(ent_upos_of(ent_str_of(name)), i);
    }
    for (int i = 1; i < ENT_REL_COUNT; i++) {
        const char *name = ent_deprel_name((enum ent_deprel)i);
        assert_int_equal(ent_deprel_of(ent_str_of(name)), i);
    }
    assert_int_equal(ent_upos_of(ENT_STR("PROPN")), ENT_PROPN);
    assert_int_equal(ent_upos_of(ENT_STR("PROP")), ENT_UPOS_NONE);
    assert_int_equal(ent_upos_of(ENT_STR("")), ENT_UPOS_NONE);
    assert_int_equal(ent_deprel_of(ENT_STR("nsubj:pass")), ENT_REL_NSUBJ);
    assert_int_equal(ent_deprel_of(ENT_STR("_")), ENT_REL_NONE);
    assert_string_equal(ent_deprel_name(ENT_REL_XCOMP), "xcomp");
}

static void features_become_bits(void **state)
{
    (void)state;
    uint32_t bits =
        ent_morph_of(ENT_STR("Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin"));
    assert_int_equal(bits, ENT_IND | ENT_PLUR | ENT_P3 | ENT_IMPERF | ENT_FIN);
    assert_int_equal(ent_morph_of(ENT_STR("Number=Plural|Number")), 0);
    assert_int_equal(ent_morph_of(ENT_STR("_")), 0);
    assert_int_equal(ent_morph_of(ENT_STR("PronType=Int,Rel")),
                     ENT_INT_PRON | ENT_REL_PRON);
}

static void values_are_found_by_whole_name(void **state)
{
    (void)state;
    struct ent_word word = {.feats = ENT_STR("Gender[psor]=Masc|Number=Plur"),
                            .deprel = ENT_STR("obl:agent")};
    assert_true(ent_str_is(ent_word_feat(&word, "Number"), "Plur"));
    assert_int_equal(ent_word_feat(&word, "Gender").size, 0);
    assert_int_equal(ent_word_feat(&word, "umber").size, 0);
    assert_true(ent_str_is(ent_word_subtype(&word), "agent"));
    assert_true(ent_str_is(
        ent_misc_get(ENT_STR("SpaceAfter=No|TokenRange=3:5"), "TokenRange"), "3:5"));
}

static void link_heads(struct ent_word *words, struct ent_sentence *sentence,
                       const int32_t *heads, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        words[i + 1] = (struct ent_word){.head = heads[i]};
        if (heads[i] == 0) {
            words[i + 1].rel = ENT_REL_ROOT;
            words[i + 1].deprel = ENT_STR("root");
        }
    }
    *sentence = (struct ent_sentence){.words = words, .word_count = count};
    ent_sentence_link(sentence);
    assert_true(sentence->linked);
}

/* Every word is reached from the root exactly once. */
static uint32_t reach(const struct ent_sentence *sentence, int32_t word)
{
    uint32_t count = word != 0;
    for (int32_t c = ent_child(sentence, word); c; c = sentence->words[c].next) {
        assert_int_equal(sentence->words[c].head, word);
        count += reach(sentence, c);
    }
    return count;
}

static void children_come_in_order(void **state)
{
    (void)state;
    struct ent_word words[6];
    struct ent_sentence sentence;
    link_heads(words, &sentence, (int32_t[]){3, 3, 0, 3, 4}, 5);
    assert_int_equal(ent_child(&sentence, 0), 3);
    assert_int_equal(ent_child(&sentence, 3), 1);
    assert_int_equal(words[1].next, 2);
    assert_int_equal(words[2].next, 4);
    assert_int_equal(words[4].next, 0);
    words[4].rel = ENT_REL_OBJ;
    assert_int_equal(ent_child_by_rel(&sentence, 3, ENT_REL_OBJ), 4);
    assert_int_equal(ent_child_by_rel(&sentence, 3, ENT_REL_NSUBJ), 0);
}

static void bad_trees_are_mended(void **state)
{
    (void)state;
    static const int32_t cases[][4] = {
        {0, 0, 0, 0}, {2, 1, 4, 3}, {2, 3, 4, 1},   {-1, -1, -1, -1}, {9, 0, 1, 2},
        {1, 2, 3, 4}, {0, 3, 2, 2}, {2, 3, 2, 900}, {4, 1, 2, 3},     {0, 4, 2, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ent_word words[5];
        struct ent_sentence sentence;
        link_heads(words, &sentence, cases[i], 4);
        assert_int_equal(reach(&sentence, 0), 4);
        int roots = 0;
        for (int w = 1; w <= 4; w++) {
            roots += words[w].head == 0;
            assert_int_equal(words[w].head == 0, words[w].rel == ENT_REL_ROOT);
        }
        assert_int_equal(roots, 1);
    }
}

static void an_empty_sentence_is_left_alone(void **state)
{
    (void)state;
    struct ent_sentence sentence = {0};
    ent_sentence_link(&sentence);
    assert_false(sentence.linked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_go_both_ways),
        cmocka_unit_test(features_become_bits),
        cmocka_unit_test(values_are_found_by_whole_name),
        cmocka_unit_test(children_come_in_order),
        cmocka_unit_test(bad_trees_are_mended),
        cmocka_unit_test(an_empty_sentence_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
