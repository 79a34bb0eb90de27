/* English trees as parsers get them wrong: what repair_english.c and repair_mention.c mend,
 * and English ways to name who acts. */
#include "trees.h"

/* "Syria shot down dozens of drones": the particle read as a preposition. */
static void test_particle(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Syria Syria PROPN _ 2 nsubj SYR\n"
               "shot shoot VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "down down ADP _ 5 case\n"
               "Turkish Turkish ADJ _ 5 amod TUR\n"
               "drones drone NOUN _ 2 obl",
               "SYR attacks TUR asserted");
}

/* "the trawlers Morocco seized": two subjects, the first of which is the object. */
static void test_reduced_relative(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "the the DET _ 3 det\n"
               "Spanish Spanish ADJ _ 3 amod ESP\n"
               "trawlers trawler NOUN _ 5 nsubj\n"
               "Morocco Morocco PROPN _ 5 nsubj MAR\n"
               "seized seize VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root",
               "MAR coerces ESP asserted");
}

/* "Far from punishing Serbia, Italy praised it." */
static void test_far(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Far far ADV _ 7 advmod\n"
               "from from SCONJ _ 3 mark\n"
               "punishing punish VERB VerbForm=Ger 1 advcl\n"
               "Serbia Serbia PROPN _ 3 obj SRB\n"
               ", , PUNCT _ 7 punct\n"
               "Italy Italy PROPN _ 7 nsubj ITA\n"
               "praised praise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Croatia Croatia PROPN _ 7 obj HRV",
               "ITA sanctions SRB denied; ITA supports HRV asserted");
}

/* "Italy, but not Spain, rejected Serbia": Spain did not. */
static void test_exclusion(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 7 nsubj ITA\n"
               ", , PUNCT _ 5 punct\n"
               "but but CCONJ _ 5 cc\n"
               "not not PART _ 5 advmod\n"
               "Spain Spain PROPN _ 7 nsubj ESP\n"
               ", , PUNCT _ 7 punct\n"
               "rejected reject VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 7 obj SRB",
               "ITA rejects SRB asserted");
}

/* "Italy met Serbia's President Aleksandar Vucic": hung on the verb in pieces. */
static void test_pieces(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "met meet VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "President President PROPN _ 2 parataxis SRB>2\n"
               "Aleksandar Aleksandar PROPN _ 2 parataxis\n"
               "Vucic Vucic PROPN _ 4 flat",
               "ITA meets SRB asserted");
}

/* "ISIS attacked Serbia", the name read as an auxiliary. */
static void test_odd_subject(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "ISIS is AUX _ 2 aux:pass ISIS\n"
               "attacked attack VERB Tense=Past|VerbForm=Part 0 root\n"
               "Serbia Serbia PROPN _ 2 obj SRB",
               "ISIS attacks SRB asserted");
}

/* "Italy last week attacked Serbia": the week does not act. */
static void test_time_before_verb(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 3 compound ITA\n"
               "last last ADJ _ 3 amod\n"
               "week week NOUN _ 4 nsubj\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 4 obj SRB",
               "ITA attacks SRB asserted");
}

/* "Italy and Spain's armies attacked Serbia": the noun is both's. */
static void test_shared_owner(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 5 nmod:poss ITA\n"
               "and and CCONJ _ 3 cc\n"
               "Spain Spain PROPN _ 1 conj ESP\n"
               "'s 's PART _ 3 case\n"
               "armies army NOUN _ 6 nsubj ESP\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 6 obj SRB",
               "ESP attacks SRB asserted; ITA attacks SRB asserted");
}

/* "Italy attacked a base in Serbia" hits Serbia; "Italy attacked Ansar Dine in Serbia" does
 * not. */
static void test_local(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "a a DET _ 4 det\n"
               "base base NOUN _ 2 obj\n"
               "in in ADP _ 6 case\n"
               "Serbia Serbia PROPN _ 4 nmod SRB",
               "ITA attacks SRB asserted");
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "rebels rebel NOUN _ 2 obj REB\n"
               "in in ADP _ 5 case\n"
               "Serbia Serbia PROPN _ 3 nmod SRB",
               "ITA attacks REB asserted");
}

/* "Italy said Serbia must leave" asks; "Italy said Serbia may leave" does not. */
static void test_modal(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "said say VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 5 nsubj SRB\n"
               "must must AUX VerbForm=Fin 5 aux\n"
               "go go VERB VerbForm=Inf 2 ccomp",
               "ITA requests SRB asserted");
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "said say VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "Serbia Serbia PROPN _ 5 nsubj SRB\n"
               "may may AUX VerbForm=Fin 5 aux\n"
               "go go VERB VerbForm=Inf 2 ccomp",
               "");
}

/* "Italy sent troops to help Serbia": who is helped by the purpose. */
static void test_purpose(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "announced announce VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "assistance assistance NOUN _ 2 obj\n"
               "to to PART _ 5 mark\n"
               "feed feed VERB VerbForm=Inf 3 acl\n"
               "people people NOUN _ 5 obj\n"
               "in in ADP _ 8 case\n"
               "Serbia Serbia PROPN _ 6 nmod SRB",
               "ITA aids SRB asserted");
}

/* "expelled a handful of Serbian diplomats": the trigger's noun behind a quantity. */
static void test_quantity(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "expelled expel VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "handful handful NOUN _ 2 obj\n"
               "of of ADP _ 6 case\n"
               "Serbian Serbian ADJ _ 6 amod SRB\n"
               "diplomats diplomat NOUN _ 3 nmod",
               "ITA sanctions SRB asserted");
}

/* "repeated its demand that Serbia leave": the subject of a noun's clause. */
static void test_noun_clause(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "repeated repeat VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "its its PRON Poss=Yes|PronType=Prs 4 nmod:poss ITA\n"
               "demand demand NOUN _ 2 obj\n"
               "that that SCONJ _ 7 mark\n"
               "Serbia Serbia PROPN _ 7 nsubj SRB\n"
               "go go VERB VerbForm=Fin 4 acl",
               "ITA requests SRB asserted");
}

/* "imposed sanctions on Serbia", preposition and name side by side below the verb; "for the
 * Serbia-backed Croats" is another matter. */
static void test_loose_preposition(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "imposed impose VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "sanctions sanction NOUN _ 2 obj\n"
               "on on ADP _ 2 parataxis\n"
               "Serbia Serbia PROPN _ 2 parataxis SRB",
               "ITA sanctions SRB asserted");
    tree_check(frames, "en",
               "Italy Italy PROPN _ 2 nsubj ITA\n"
               "reiterated reiterate VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "support support NOUN _ 2 obj\n"
               "for for ADP _ 8 case\n"
               "Serbia Serbia PROPN _ 7 obl SRB\n"
               "- - PUNCT _ 7 punct\n"
               "backed back VERB Tense=Past|VerbForm=Part 8 amod\n"
               "Croats Croat NOUN _ 3 nmod HRV",
               "ITA supports HRV asserted; SRB supports HRV asserted");
}

/* "Italy and Spain severed ties with Serbia": several frames know the words, every pair stays
 * and counts once. */
static void test_all_pairs(void **state)
{
    (void)state;
    tree_check(frames, "en",
               "Italy Italy PROPN _ 4 nsubj ITA\n"
               "and and CCONJ _ 3 cc\n"
               "Spain Spain PROPN _ 1 conj ESP\n"
               "severed sever VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
               "ties tie NOUN _ 4 obj\n"
               "with with ADP _ 7 case\n"
               "Serbia Serbia PROPN _ 5 nmod SRB",
               "ITA sanctions SRB asserted; ESP sanctions SRB asserted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_particle),      cmocka_unit_test(test_reduced_relative),
        cmocka_unit_test(test_far),           cmocka_unit_test(test_exclusion),
        cmocka_unit_test(test_pieces),        cmocka_unit_test(test_odd_subject),
        cmocka_unit_test(test_time_before_verb), cmocka_unit_test(test_shared_owner),
        cmocka_unit_test(test_local),         cmocka_unit_test(test_modal),
        cmocka_unit_test(test_purpose),
        cmocka_unit_test(test_loose_preposition), cmocka_unit_test(test_all_pairs),
            cmocka_unit_test(test_quantity),      cmocka_unit_test(test_noun_clause),
    };
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
