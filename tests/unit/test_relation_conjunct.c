/* Verbs coordinated with nouns: what repair_conjunct.c mends. */
#include "trees.h"

/* "Oslo mocked its rival, Rome, and attacked Minsk": Oslo did. */
static void test_noun_of_the_clause(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Oslo Oslo PROPN _ 2 nsubj NOR\n"
               "met meet VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "a a DET _ 4 det\n"
               "guest guest NOUN _ 2 obj\n"
               ", , PUNCT _ 6 punct\n"
               "Rome Rome PROPN _ 4 appos ITA\n"
               "and and CCONJ _ 8 cc\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 6 conj\n"
               "Minsk Minsk PROPN _ 8 obj BLR",
               "NOR meets ITA asserted; NOR attacks BLR asserted");
}

/* "Oslo scoffed/VBN at it and attacked Minsk": all verbs of the sentence hang on a noun. */
static void test_hidden_past(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Oslo Oslo PROPN _ 0 root NOR\n"
               "accused accuse VERB Tense=Past|VerbForm=Part 1 acl\n"
               "Rome Rome PROPN _ 2 obj ITA\n"
               "and and CCONJ _ 5 cc\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 1 conj\n"
               "Minsk Minsk PROPN _ 5 obj BLR",
               "NOR accuses ITA asserted; NOR attacks BLR asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_noun_of_the_clause),
        cmocka_unit_test(test_hidden_past),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
