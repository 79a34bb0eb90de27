/* Relations on trees as parsers get them wrong: what repair_clause.c and
 * repair_french.c, repair_interrupted.c and repair_fronted.c mend. */
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

/* "Minsk, que Rome ménage, sanctionne Kiev.": the main verb without subject, hung on the verb
 * of the relative clause. */
static void test_behind_relative(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Minsk Minsk PROPN _ 5 nsubj BLR\n"
               ", , PUNCT _ 5 punct\n"
               "que que PRON PronType=Rel 5 obj\n"
               "Rome Rome PROPN _ 5 nsubj\n"
               "ménage ménager VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root\n"
               ", , PUNCT _ 7 punct\n"
               "sanctionne sanctionner VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 5 xcomp\n"
               "Kiev Kiev PROPN _ 7 nsubj UKR",
               "BLR sanctions UKR asserted");
}

/* "Minsk, alliés compris, sanctionne Kiev.": what stands before the aside taken for the root. */
static void test_behind_aside(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Minsk Minsk PROPN Number=Sing 0 root BLR\n"
               ", , PUNCT _ 4 punct\n"
               "alliés allié NOUN Number=Plur 1 appos\n"
               "compris comprendre VERB Tense=Past|VerbForm=Part 3 acl\n"
               ", , PUNCT _ 6 punct\n"
               "sanctionne sanctionner VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 1 conj\n"
               "Kiev Kiev PROPN _ 6 obj UKR",
               "BLR sanctions UKR asserted");
}

/* "« Minsk menace Kiev », a affirmé Oslo.": who speaks behind a quotation is no object. */
static void test_speaker(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "« « PUNCT _ 2 punct\n"
               "Minsk Minsk PROPN _ 3 nsubj BLR\n"
               "menace menacer VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root\n"
               "Kiev Kiev PROPN _ 3 obj UKR\n"
               "» » PUNCT _ 3 punct\n"
               ", , PUNCT _ 8 punct\n"
               "a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 8 aux\n"
               "affirmé affirmer VERB Tense=Past|VerbForm=Part 3 parataxis\n"
               "Oslo Oslo PROPN _ 8 obj NOR",
               "BLR threatens UKR alleged by NOR");
}

/* "Oslo blâme Minsk, voisin de Kiev, et menace Rome.": a finite verb is no conjunct of a noun. */
static void test_joined_to_noun(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Oslo Oslo PROPN _ 2 nsubj NOR\n"
               "blâme blâmer VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root\n"
               "Minsk Minsk PROPN _ 2 obj BLR\n"
               ", , PUNCT _ 5 punct\n"
               "voisin voisin NOUN Number=Sing 3 appos\n"
               ", , PUNCT _ 8 punct\n"
               "et et CCONJ _ 8 cc\n"
               "sanctionne sanctionner VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 5 conj\n"
               "Rome Rome PROPN _ 8 obj ITA",
               "NOR accuses BLR asserted; NOR sanctions ITA asserted");
}

/* "Sur le mont, où Minsk accuse Kiev, Rome sanctionne Oslo.": the main verb taken for a part of
 * the relative clause. */
static void test_fronted(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Sur sur ADP _ 2 case\n"
               "mont mont NOUN Number=Sing 0 root\n"
               ", , PUNCT _ 6 punct\n"
               "où où PRON PronType=Rel 6 obl\n"
               "Minsk Minsk PROPN _ 6 nsubj BLR\n"
               "accuse accuser VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 2 acl:relcl\n"
               "Kiev Kiev PROPN _ 6 obj UKR\n"
               ", , PUNCT _ 10 punct\n"
               "Rome Rome PROPN _ 10 nsubj ITA\n"
               "sanctionne sanctionner VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 6 conj\n"
               "Oslo Oslo PROPN _ 10 obj NOR",
               "BLR accuses UKR asserted; ITA sanctions NOR asserted");
}

/* "Minsk, qui a menacé Kiev, et Rome, dont il rêve, sanctionnent Oslo.": the pronoun and the second
 * subject hung elsewhere. */
static void test_second_subject(void **state)
{
    (void)state;
    tree_check(frames, "fr",
               "Minsk Minsk PROPN Number=Sing 14 nsubj BLR\n"
               ", , PUNCT _ 5 punct\n"
               "qui qui PRON PronType=Rel 12 obl\n"
               "a avoir AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 5 aux\n"
               "menacé menacer VERB Tense=Past|VerbForm=Part 1 acl:relcl\n"
               "Kiev Kiev PROPN _ 5 obj UKR\n"
               ", , PUNCT _ 9 punct\n"
               "et et CCONJ _ 9 cc\n"
               "Rome Rome PROPN _ 6 conj ITA\n"
               ", , PUNCT _ 12 punct\n"
               "dont dont PRON PronType=Rel 12 obl\n"
               "rêve rêver VERB Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 1 acl:relcl\n"
               ", , PUNCT _ 14 punct\n"
               "sanctionnent sanctionner VERB Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin 0 root\n"
               "Oslo Oslo PROPN _ 14 obj NOR",
               "BLR threatens UKR asserted; BLR sanctions NOR asserted; "
               "ITA sanctions NOR asserted");
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
        cmocka_unit_test(test_behind_relative),
        cmocka_unit_test(test_behind_aside),
        cmocka_unit_test(test_speaker),
        cmocka_unit_test(test_joined_to_noun),
        cmocka_unit_test(test_fronted),
        cmocka_unit_test(test_second_subject),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
