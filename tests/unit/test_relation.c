/* Relations on hand-made trees: one sentence per construction. */
#include "trees.h"

static void check(const char *lang, const char *tree, const char *wanted)
{
    tree_check(frames, lang, tree, wanted);
}

static void test_active(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "bombarde bombarder VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Kiev Kiev PROPN _ 2 obj UKR", "RUS attacks UKR asserted");
}

static void test_passive(void **state)
{
    (void)state;
    const char *tree = "Kiev Kiev PROPN _ 4 nsubj:pass UKR\n"
                       "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense\n"
                       "été être AUX Tense=Past|VerbForm=Part 4 aux:pass\n"
                       "bombardée bombarder VERB Tense=Past|VerbForm=Part 0 root\n"
                       "par par ADP _ 6 case\n"
                       "Moscou Moscou PROPN _ 4 obl:agent RUS";
    check("fr", tree, "RUS attacks UKR asserted");
}

static void test_participle(void **state)
{
    (void)state;
    check("fr",
          "Kiev Kiev PROPN _ 5 nsubj UKR\n"
          "bombardée bombarder VERB Tense=Past|VerbForm=Part 1 acl\n"
          "par par ADP _ 4 case\n"
          "Moscou Moscou PROPN _ 2 obl:agent RUS\n"
          "résiste résister VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
          "RUS attacks UKR asserted");
}

static void test_relative(void **state)
{
    (void)state;
    check("fr",
          "La le DET _ 2 det\n"
          "Russie Russie PROPN _ 7 nsubj RUS\n"
          "qui qui PRON PronType=Rel 5 nsubj\n"
          "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense\n"
          "attaqué attaquer VERB Tense=Past|VerbForm=Part 2 acl:relcl\n"
          "Kiev Kiev PROPN _ 5 obj UKR\n"
          "recule reculer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
          "RUS attacks UKR asserted");
}

static void test_nested_claim(void **state)
{
    (void)state;
    check("fr",
          "Paris Paris PROPN _ 2 nsubj FRA\n"
          "accuse accuser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Moscou Moscou PROPN _ 2 obj RUS\n"
          "de de ADP _ 6 mark\n"
          "avoir avoir AUX VerbForm=Inf 6 aux:tense\n"
          "attaqué attaquer VERB Tense=Past|VerbForm=Part 2 xcomp\n"
          "Kiev Kiev PROPN _ 6 obj UKR",
          "FRA accuses RUS asserted; RUS attacks UKR alleged by FRA");
}

static void test_coordination(void **state)
{
    (void)state;
    check("fr",
          "Paris Paris PROPN _ 4 nsubj FRA\n"
          "et et CCONJ _ 3 cc\n"
          "Berlin Berlin PROPN _ 1 conj DEU\n"
          "attaquent attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Kiev Kiev PROPN _ 4 obj UKR\n"
          "et et CCONJ _ 7 cc\n"
          "Moscou Moscou PROPN _ 5 conj RUS",
          "FRA attacks UKR asserted; FRA attacks RUS asserted; "
          "DEU attacks UKR asserted; DEU attacks RUS asserted");
}

static void test_support_verb(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 3 nsubj RUS\n"
          "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense\n"
          "mené mener VERB Tense=Past|VerbForm=Part 0 root\n"
          "une un DET _ 5 det\n"
          "attaque attaque NOUN _ 3 obj\n"
          "contre contre ADP _ 7 case\n"
          "Kiev Kiev PROPN _ 5 nmod UKR", "RUS attacks UKR asserted");
}

static void test_noun(void **state)
{
    (void)state;
    check("fr",
          "Les le DET _ 2 det\n"
          "frappes frappe NOUN _ 6 nsubj\n"
          "russes russe ADJ _ 2 amod RUS\n"
          "contre contre ADP _ 5 case\n"
          "Kiev Kiev PROPN _ 2 nmod UKR\n"
          "continuent continuer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
          "RUS attacks UKR asserted");
}

static void test_owner(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "les le DET _ 4 det\n"
          "serveurs serveur NOUN _ 2 obj\n"
          "de de ADP _ 6 case\n"
          "Kiev Kiev PROPN _ 4 nmod UKR", "RUS attacks UKR asserted");
}

static void test_same_group(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Moscou Moscou PROPN _ 2 obj RUS", "");
}

static void test_negation(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 5 nsubj RUS\n"
          "n' ne ADV Polarity=Neg 5 advmod\n"
          "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense\n"
          "pas pas ADV Polarity=Neg 5 advmod\n"
          "attaqué attaquer VERB Tense=Past|VerbForm=Part 0 root\n"
          "Kiev Kiev PROPN _ 5 obj UKR", "RUS attacks UKR denied");
}

static void test_future_and_conditional(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "attaquera attaquer VERB Mood=Ind|Tense=Fut|VerbForm=Fin 0 root\n"
          "Kiev Kiev PROPN _ 2 obj UKR", "RUS attacks UKR planned");
    check("fr",
          "Moscou Moscou PROPN _ 3 nsubj RUS\n"
          "aurait avoir AUX Mood=Cnd|Tense=Pres|VerbForm=Fin 3 aux:tense\n"
          "attaqué attaquer VERB Tense=Past|VerbForm=Part 0 root\n"
          "Kiev Kiev PROPN _ 3 obj UKR", "RUS attacks UKR alleged");
}

static void test_english(void **state)
{
    (void)state;
    check("en",
          "Moscow Moscow PROPN _ 3 nsubj RUS\n"
          "will will AUX VerbForm=Fin 3 aux\n"
          "attack attack VERB VerbForm=Inf 0 root\n"
          "Kyiv Kyiv PROPN _ 3 obj UKR", "RUS attacks UKR planned");
    check("en",
          "Kyiv Kyiv PROPN _ 3 nsubj:pass UKR\n"
          "was be AUX VerbForm=Fin 3 aux:pass\n"
          "attacked attack VERB Tense=Past|VerbForm=Part 0 root\n"
          "by by ADP _ 5 case\n"
          "Moscow Moscow PROPN _ 3 obl RUS", "RUS attacks UKR asserted");
    check("en",
          "Moscow Moscow PROPN _ 2 nsubj RUS\n"
          "denied deny VERB VerbForm=Fin 0 root\n"
          "attacking attack VERB VerbForm=Ger 2 xcomp\n"
          "Kyiv Kyiv PROPN _ 3 obj UKR", "RUS attacks UKR denied by RUS");
}

static void test_mutual(void **state)
{
    (void)state;
    check("fr",
          "Paris Paris PROPN _ 6 nsubj FRA\n"
          "et et CCONJ _ 3 cc\n"
          "Berlin Berlin PROPN _ 1 conj DEU\n"
          "se se PRON Reflex=Yes 6 expl:comp\n"
          "sont être AUX VerbForm=Fin 6 aux:tense\n"
          "rencontrés rencontrer VERB Tense=Past|VerbForm=Part 0 root",
          "FRA meets DEU asserted");
}

static void test_affix(void **state)
{
    (void)state;
    check("fr",
          "Une un DET _ 2 det\n"
          "milice milice NOUN _ 0 root YEM\n"
          "pro-iranienne pro-iranien ADJ _ 2 amod IRN", "YEM supports IRN asserted");
    check("en",
          "Iran Iran PROPN _ 3 obl IRN\n"
          "- - PUNCT _ 3 punct\n"
          "backed back VERB VerbForm=Part|Tense=Past 4 amod\n"
          "rebels rebel NOUN _ 0 root YEM", "IRN supports YEM asserted");
}

/* The event date of the one relation of "Moscow attacked Kyiv ...". */
static void check_date(const char *tail, const char *wanted)
{
    struct ent_document *document = ent_document_new();
    struct ent_mentions mentions = {0};
    struct ent_relations relations;
    struct ent_buf tree;
    FILE *file = tmpfile();
    ent_buf_init(&tree);
    ent_buf_text(&tree, "Moscow Moscow PROPN _ 2 nsubj RUS\n"
                        "attacked attack VERB VerbForm=Fin 0 root\n"
                        "Kyiv Kyiv PROPN _ 2 obj UKR\n");
    ent_buf_text(&tree, tail);
    tree_write(file, "en", tree.data);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    assert_int_equal(ent_conllu_read(reader, document, NULL), ENT_OK);
    tree_mentions(document, &mentions);
    assert_int_equal(ent_relations_find(frames, document, &mentions, NULL, &relations, NULL),
                     ENT_OK);
    assert_int_equal(relations.count, 1);
    assert_str(relations.items[0].event_date, wanted);
    ent_conllu_reader_free(reader);
    ent_document_free(document);
    ent_buf_clear(&tree);
    fclose(file);
}

static void test_dates(void **state)
{
    (void)state;
    /* The document is of Wednesday, 15 January 2025. */
    check_date("yesterday yesterday NOUN _ 2 obl", "2025-01-14");
    check_date("Monday Monday PROPN _ 2 obl", "2025-01-13");
    check_date("Thursday Thursday PROPN _ 2 obl", "2025-01-09");
    check_date("in in ADP _ 5 case\nMarch March PROPN _ 2 obl", "2024-03");
    check_date("in in ADP _ 5 case\n2019 2019 NUM _ 2 obl", "2019");
    check_date("March March PROPN _ 2 obl\n4 4 NUM _ 4 nummod\n, , PUNCT _ 4 punct\n"
               "2020 2020 NUM _ 4 nummod", "2020-03-04");
    check_date("last last ADJ _ 5 amod\nyear year NOUN _ 2 obl", "2024");
    check_date("3 3 NUM _ 5 nummod\ndays day NOUN _ 2 obl\nago ago ADV _ 5 advmod",
               "2025-01-12");
    check_date("again again ADV _ 2 advmod", "2025-01-15");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_active), cmocka_unit_test(test_passive),
        cmocka_unit_test(test_participle), cmocka_unit_test(test_relative),
        cmocka_unit_test(test_nested_claim), cmocka_unit_test(test_coordination),
        cmocka_unit_test(test_support_verb), cmocka_unit_test(test_noun),
        cmocka_unit_test(test_owner), cmocka_unit_test(test_same_group),
        cmocka_unit_test(test_negation), cmocka_unit_test(test_future_and_conditional),
        cmocka_unit_test(test_english), cmocka_unit_test(test_mutual),
        cmocka_unit_test(test_affix), cmocka_unit_test(test_dates),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
