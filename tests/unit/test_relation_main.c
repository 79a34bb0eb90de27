/* English main verbs behind an insertion: what repair_main.c mends. */
#include "trees.h"

/* "Moscow, long a rival, attacked Kyiv": what begins the sentence is nobody spoken to. */
static void test_vocative(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Moscow Moscow PROPN _ 9 vocative RUS\n"
               ", , PUNCT _ 5 punct\n"
               "long long ADV _ 5 advmod\n"
               "a a DET _ 5 det\n"
               "rival rival NOUN _ 9 nsubj\n"
               "of of ADP _ 7 case\n"
               "Rome Rome PROPN _ 5 nmod ITA\n"
               ", , PUNCT _ 5 punct\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Kyiv Kyiv PROPN _ 9 obj UKR",
               "RUS rejects ITA asserted; RUS attacks UKR asserted");
}

/* "Oslo, in whose port Rome sleeps, attacked Minsk": the relative clause is not the main one. */
static void test_relative(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Oslo Oslo PROPN _ 7 nsubj NOR\n"
               ", , PUNCT _ 7 punct\n"
               "in in ADP _ 5 case\n"
               "whose whose PRON PronType=Rel 5 nmod:poss\n"
               "port port NOUN _ 7 obl\n"
               "Rome Rome PROPN _ 7 nsubj ITA\n"
               "sleeps sleep VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
               ", , PUNCT _ 9 punct\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 7 conj\n"
               "Minsk Minsk PROPN _ 9 obj BLR",
               "NOR attacks BLR asserted");
}

/* "Rome, Oslo wrote, attacked Minsk": who says so is no subject of what is said. */
static void test_remark(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Rome Rome PROPN _ 4 dislocated ITA\n"
               ", , PUNCT _ 4 punct\n"
               "Oslo Oslo PROPN _ 4 nsubj NOR\n"
               "wrote write VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               ", , PUNCT _ 4 punct\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 4 conj\n"
               "Minsk Minsk PROPN _ 6 obj BLR",
               "ITA attacks BLR alleged by NOR; NOR accuses ITA asserted");
}

/* "Rome, once an ally, attacked/VBN Minsk", and "Rome, attacked by Oslo, left". */
static void test_participle(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Rome Rome PROPN _ 0 root ITA\n"
               ", , PUNCT _ 5 punct\n"
               "once once ADV _ 5 advmod\n"
               "an a DET _ 5 det\n"
               "island island NOUN _ 1 appos\n"
               ", , PUNCT _ 7 punct\n"
               "attacked attack VERB Tense=Past|VerbForm=Part 1 acl\n"
               "Minsk Minsk PROPN _ 7 obj BLR",
               "ITA attacks BLR asserted");
    tree_check(frames, "en",
               "Rome Rome PROPN _ 6 nsubj ITA\n"
               ", , PUNCT _ 3 punct\n"
               "attacked attack VERB Tense=Past|VerbForm=Part|Voice=Pass 1 acl\n"
               "by by ADP _ 5 case\n"
               "Oslo Oslo PROPN _ 3 obl:agent NOR\n"
               "sleeps sleep VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root",
               "NOR attacks ITA asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vocative),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_remark),
        cmocka_unit_test(test_participle),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
