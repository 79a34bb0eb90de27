/* English coordination and verbs as parsers get them wrong: what repair_joined.c and the later
 * part of repair_english.c mend. */
#include "trees.h"

/* "Italy as well as Spain praised Serbia": two subjects of one verb. */
static void test_as_well_as(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 6 nsubj ITA\n"
               "as as ADV _ 6 cc\n"
               "well well ADV _ 2 fixed\n"
               "as as ADP _ 2 fixed\n"
               "Spain Spain PROPN _ 6 nsubj ESP\n"
               "praised praise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 6 obj SRB",
               "ITA supports SRB asserted; ESP supports SRB asserted");
}

/* "Not only Italy but also Spain praised Serbia": the first name hangs loose. */
static void test_but_also(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "not not PART _ 3 advmod\n"
               "only only ADV _ 3 advmod\n"
               "Italy Italy PROPN _ 7 dep ITA\n"
               "but but CCONJ _ 6 cc\n"
               "also also ADV _ 6 advmod\n"
               "Spain Spain PROPN _ 7 nsubj ESP\n"
               "praised praise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 7 obj SRB",
               "ESP supports SRB asserted; ITA supports SRB asserted");
}

/* "Italy expelled six Serbian diplomats, Spain four." */
static void test_gapping(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "expelled expel VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbian Serbian ADJ _ 4 amod SRB\n"
               "diplomats diplomat NOUN _ 2 obj\n"
               ", , PUNCT _ 6 punct\n"
               "Spain Spain PROPN _ 4 appos ESP\n"
               "four four NUM _ 6 nummod\n"
               ". . PUNCT _ 2 punct",
               "ITA sanctions SRB asserted; ESP sanctions SRB asserted");
}

/* "Italy praised Spain, not Serbia." */
static void test_contrast(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "praised praise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Spain Spain PROPN _ 2 obj ESP\n"
               ", , PUNCT _ 6 punct\n"
               "not not PART _ 6 advmod\n"
               "Serbia Serbia PROPN _ 3 conj SRB\n"
               ". . PUNCT _ 2 punct",
               "ITA supports ESP asserted");
}

/* "Italian soldiers struck Serbia", the verb read as a preposition. */
static void test_misread(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 0 root ITA\n"
               "struck struck ADP _ 3 case\n"
               "Serbia Serbia PROPN _ 1 nmod SRB",
               "ITA attacks SRB asserted");
}

/* "Italy-backed Spain attacked Serbia", the participle read as the main verb. */
static void test_compound(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 3 obl ITA\n"
               "- - PUNCT _ 3 punct\n"
               "backed back VERB Tense=Past|VerbForm=Part 0 root\n"
               "Spain Spain PROPN _ 3 obj ESP\n"
               "attacked attack VERB Tense=Past|VerbForm=Part 3 xcomp\n"
               "Serbia Serbia PROPN _ 5 obj SRB",
               "ITA supports ESP asserted; ESP attacks SRB asserted");
}

/* "as Italy launched air strikes on Serbia", the verb read as a participle of its object. */
static void test_hidden(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "civilians civilian NOUN _ 2 nsubj\n"
               "fled flee VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "as as ADP _ 4 case\n"
               "Italy Italy PROPN _ 2 obl ITA\n"
               "launched launch VERB Tense=Past|VerbForm=Part 7 amod\n"
               "air air NOUN _ 7 compound\n"
               "strikes strike NOUN _ 2 dep\n"
               "on on ADP _ 9 case\n"
               "Serbia Serbia PROPN _ 7 nmod SRB",
               "ITA attacks SRB asserted");
}

/* "After a row, Italy praised Serbia", both taken for subjects: the name next to the verb. */
static void test_two_subjects(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "After after ADP _ 6 mark\n"
               "a a DET _ 3 det\n"
               "row row NOUN _ 6 nsubj\n"
               ", , PUNCT _ 6 punct\n"
               "Italy Italy PROPN _ 6 nsubj ITA\n"
               "praised praise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 6 obj SRB",
               "ITA supports SRB asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_well_as), cmocka_unit_test(test_but_also),
        cmocka_unit_test(test_gapping),    cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_misread),    cmocka_unit_test(test_compound),
        cmocka_unit_test(test_hidden),     cmocka_unit_test(test_two_subjects),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
