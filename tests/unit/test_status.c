/* The status of an event: one sentence for every way a text qualifies what it tells. */
#include "trees.h"

/* "Moscou [MIDDLE]": trees whose event is an attack of RUS on UKR. */
static void check(const char *lang, const char *tree, const char *status)
{
    char wanted[96];
    snprintf(wanted, sizeof wanted, "RUS attacks UKR %s", status);
    tree_check(frames, lang, tree, wanted);
}

static void test_modal(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "pourrait pouvoir VERB Mood=Cnd|VerbForm=Fin 0 root\n"
          "attaquer attaquer VERB VerbForm=Inf 2 xcomp\n"
          "Kiev Kiev PROPN _ 3 obj UKR", "hypothetical");
    check("en",
          "Moscow Moscow PROPN _ 3 nsubj RUS\n"
          "may may AUX VerbForm=Fin 3 aux\n"
          "attack attack VERB VerbForm=Inf 0 root\n"
          "Kyiv Kyiv PROPN _ 3 obj UKR", "hypothetical");
}

static void test_intention(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "veut vouloir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "attaquer attaquer VERB VerbForm=Inf 2 xcomp\n"
          "Kiev Kiev PROPN _ 3 obj UKR", "planned");
    check("fr",
          "Moscou Moscou PROPN _ 4 nsubj RUS\n"
          "ne ne ADV Polarity=Neg 4 advmod\n"
          "pas pas ADV Polarity=Neg 4 advmod\n"
          "veut vouloir VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "attaquer attaquer VERB VerbForm=Inf 4 xcomp\n"
          "Kiev Kiev PROPN _ 5 obj UKR", "denied");
}

static void test_denial(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "nie nier VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "avoir avoir AUX VerbForm=Inf 4 aux:tense\n"
          "attaqué attaquer VERB Tense=Past|VerbForm=Part 2 xcomp\n"
          "Kiev Kiev PROPN _ 4 obj UKR", "denied by RUS");
}

static void test_hearsay(void **state)
{
    (void)state;
    check("fr",
          "Selon selon ADP _ 2 case\n"
          "Paris Paris PROPN _ 5 obl FRA\n"
          ", , PUNCT _ 5 punct\n"
          "Moscou Moscou PROPN _ 5 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Kiev Kiev PROPN _ 5 obj UKR", "alleged by FRA");
    check("fr",
          "Paris Paris PROPN _ 2 nsubj FRA\n"
          "affirme affirmer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "que que SCONJ _ 5 mark\n"
          "Moscou Moscou PROPN _ 5 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 2 ccomp\n"
          "Kiev Kiev PROPN _ 5 obj UKR",
          "alleged by FRA; FRA accuses RUS asserted");
}

static void test_factive(void **state)
{
    (void)state;
    check("fr",
          "Paris Paris PROPN _ 2 nsubj FRA\n"
          "constate constater VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "que que SCONJ _ 5 mark\n"
          "Moscou Moscou PROPN _ 5 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 2 ccomp\n"
          "Kiev Kiev PROPN _ 5 obj UKR", "asserted");
}

static void test_condition(void **state)
{
    (void)state;
    check("fr",
          "Si si SCONJ _ 3 mark\n"
          "Moscou Moscou PROPN _ 3 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 6 advcl\n"
          "Kiev Kiev PROPN _ 3 obj UKR\n"
          ", , PUNCT _ 3 punct\n"
          "pleurons pleurer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root", "hypothetical");
}

static void test_question(void **state)
{
    (void)state;
    check("fr",
          "Moscou Moscou PROPN _ 2 nsubj RUS\n"
          "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
          "Kiev Kiev PROPN _ 2 obj UKR\n"
          "? ? PUNCT _ 2 punct", "hypothetical");
}

static void test_noun(void **state)
{
    (void)state;
    check("fr",
          "L' le DET _ 2 det\n"
          "attaque attaque NOUN _ 7 nsubj\n"
          "présumée présumé ADJ _ 2 amod\n"
          "russe russe ADJ _ 2 amod RUS\n"
          "contre contre ADP _ 6 case\n"
          "Kiev Kiev PROPN _ 2 nmod UKR\n"
          "inquiète inquiéter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root", "alleged");
    check("fr",
          "Aucune aucun DET _ 2 det\n"
          "attaque attaque NOUN _ 6 nsubj\n"
          "russe russe ADJ _ 2 amod RUS\n"
          "contre contre ADP _ 5 case\n"
          "Kiev Kiev PROPN _ 2 nmod UKR\n"
          "compte compter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root", "denied");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_modal),     cmocka_unit_test(test_intention),
        cmocka_unit_test(test_denial),    cmocka_unit_test(test_hearsay),
        cmocka_unit_test(test_factive),   cmocka_unit_test(test_condition),
        cmocka_unit_test(test_question),  cmocka_unit_test(test_noun),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
