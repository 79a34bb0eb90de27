/* Relations on trees as parsers get them wrong: what repair_clause.c and
 * repair_french.c mend. */
#include "trees.h"

/* "Le Tchad, accuse Khartoum, arme les rebelles." */
static void test_inserted(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Tchad Tchad PROPN _ 3 nsubj TCD\n"
               ", , PUNCT _ 3 punct\n"
               "accuse accuser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
               "Khartoum Khartoum PROPN _ 3 obj SDN\n"
               ", , PUNCT _ 6 punct\n"
               "arme armer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 3 parataxis\n"
               "Kiev Kiev PROPN _ 6 nsubj UKR",
               "SDN accuses TCD asserted; TCD aids UKR alleged by SDN");
}

/* "Prague, dont Moscou a expulsé des diplomates, condamne Minsk.": the relative clause taken
 * for the main one. */
static void test_nested_relative(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Prague Prague PROPN _ 6 nsubj CZE\n"
               ", , PUNCT _ 6 punct\n"
               "dont dont PRON PronType=Rel 4 nmod\n"
               "Moscou Moscou PROPN _ 6 nsubj RUS\n"
               "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 6 aux:tense\n"
               "expulsé expulser VERB Tense=Past|VerbForm=Part 0 root\n"
               "diplomates diplomate NOUN _ 6 obj\n"
               ", , PUNCT _ 9 punct\n"
               "condamne condamner VERB Mood=Ind|Tense=Pres|VerbForm=Fin 6 advcl\n"
               "Minsk Minsk PROPN _ 9 obj BLR",
               "RUS sanctions CZE asserted; CZE accuses BLR asserted");
}

/* "Seul pays à avoir attaqué Kiev, Moscou recule.": the noun before "à" is no subject. */
static void test_infinitive(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "pays pays NOUN _ 4 nsubj CHN\n"
               "à à ADP _ 4 mark\n"
               "avoir avoir AUX VerbForm=Inf 4 aux:tense\n"
               "attaqué attaquer VERB Tense=Past|VerbForm=Part 8 advcl\n"
               "Kiev Kiev PROPN _ 4 obj UKR\n"
               ", , PUNCT _ 8 punct\n"
               "Moscou Moscou PROPN _ 8 nsubj RUS\n"
               "recule reculer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
               "RUS attacks UKR asserted");
}

/* "Oslo a loué Rome, blâmé Minsk.": a participle taken for an insertion, its object for a
 * subject. */
static void test_series(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Oslo Oslo PROPN _ 3 nsubj NOR\n"
               "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense\n"
               "loué louer VERB Tense=Past|VerbForm=Part 0 root\n"
               "Rome Rome PROPN _ 3 obj ITA\n"
               ", , PUNCT _ 6 punct\n"
               "blâmé blâmer VERB Tense=Past|VerbForm=Part 3 parataxis\n"
               "Minsk Minsk PROPN _ 6 nsubj BLR",
               "NOR supports ITA asserted; NOR accuses BLR asserted");
}

/* "C'est avec Rome que Madrid a signé l'accord." */
static void test_cleft(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "C' ce PRON PronType=Dem 4 nsubj\n"
               "est être AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 cop\n"
               "avec avec ADP _ 4 case\n"
               "Rome Rome PROPN _ 0 root ITA\n"
               "que que SCONJ _ 8 mark\n"
               "Madrid Madrid PROPN _ 8 nsubj ESP\n"
               "a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 8 aux:tense\n"
               "signé signer VERB Tense=Past|VerbForm=Part 4 advcl:cleft\n"
               "l' le DET _ 10 det\n"
               "accord accord NOUN _ 8 obj",
               "ESP cooperates_with ITA asserted");
}

/* "Exclu par Rome du programme, Minsk proteste.": the subject taken for a conjunct. */
static void test_lost_subject(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Exclu exclure VERB Tense=Past|VerbForm=Part 8 advcl\n"
               "par par ADP _ 3 case\n"
               "Rome Rome PROPN _ 1 obl:agent ITA\n"
               "du de ADP _ 5 case\n"
               "programme programme NOUN _ 3 nmod\n"
               ", , PUNCT _ 7 punct\n"
               "Minsk Minsk PROPN _ 3 conj BLR\n"
               "recule reculer VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
               "ITA sanctions BLR asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inserted),
        cmocka_unit_test(test_nested_relative),
        cmocka_unit_test(test_infinitive),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_cleft),
        cmocka_unit_test(test_lost_subject),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
