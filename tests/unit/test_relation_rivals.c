/* Verbs with two subjects: what repair_rivals.c mends. */
#include "trees.h"

/* "Les rebelles ont conspué Kiev": a subject on either side. */
static void test_behind(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Moscou Moscou PROPN _ 3 nsubj RUS\n"
               "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense\n"
               "attaqué attaquer VERB Tense=Past|VerbForm=Part 0 root\n"
               "Kiev Kiev PROPN _ 3 nsubj UKR",
               "RUS attacks UKR asserted");
}

/* "Rome ferme, les Danois attaquent Minsk": the first is the subject of the verb before. */
static void test_clause_before(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Rome Rome PROPN _ 6 nsubj ITA\n"
               "accuse accuser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 6 advcl\n"
               "Pékin Pékin PROPN _ 2 obj CHN\n"
               ", , PUNCT _ 6 punct\n"
               "Oslo Oslo PROPN _ 6 nsubj NOR\n"
               "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
               "Minsk Minsk PROPN _ 6 obj BLR",
               "ITA accuses CHN asserted; NOR attacks BLR asserted");
}

/* "Oslo, l'alliée de Rome, attaque Minsk": between commas stands what describes the first,
 * and no second attacker. */
static void test_description(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Oslo Oslo PROPN _ 8 nsubj NOR\n"
               ", , PUNCT _ 8 punct\n"
               "l' le DET _ 4 det\n"
               "alliée allié NOUN _ 8 nsubj\n"
               "de de ADP _ 6 case\n"
               "Rome Rome PROPN _ 4 nmod ITA\n"
               ", , PUNCT _ 8 punct\n"
               "attaque attaquer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
               "Minsk Minsk PROPN _ 8 obj BLR",
               "NOR allies_with ITA asserted; NOR attacks BLR asserted");
}

/* "L'Iran nous a attaqués": a pronoun before the auxiliary is the object. */
static void test_pronoun(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Moscou Moscou PROPN _ 4 nsubj RUS\n"
               "nous nous PRON Person=1 4 nsubj UKR\n"
               "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense\n"
               "attaqués attaquer VERB Tense=Past|VerbForm=Part 0 root",
               "RUS attacks UKR asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_behind),
        cmocka_unit_test(test_clause_before),
        cmocka_unit_test(test_description),
        cmocka_unit_test(test_pronoun),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
