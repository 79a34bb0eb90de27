/* The metrics of the CoNLL 2018 shared task, on cases counted by hand. The figures on whole
 * treebanks were compared with the organisers' script: see docs/models/README.md. */
#include "unit.h"
#include <entente/conllu.h>
#include <entente/evaluate.h>
#include <stdlib.h>

static struct ent_document *read_text(const char *text)
{
    struct ent_error error;
    FILE *file = fmemopen((void *)text, strlen(text), "r");
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    struct ent_document *document = ent_document_new();
    assert_int_equal(ent_conllu_read(reader, document, &error), ENT_OK);
    ent_conllu_reader_free(reader);
    fclose(file);
    return document;
}

static enum ent_status evaluate(const char *gold, const char *system,
                                struct ent_evaluation *e)
{
    struct ent_error error;
    struct ent_document *a = read_text(gold), *b = read_text(system);
    *e = (struct ent_evaluation){0};
    enum ent_status status = ent_evaluate(e, a, b, &error);
    ent_document_free(a);
    ent_document_free(b);
    return status;
}

static void check(const struct ent_metric *metric, uint64_t gold, uint64_t system,
                  uint64_t correct)
{
    assert_int_equal(metric->gold, gold);
    assert_int_equal(metric->system, system);
    assert_int_equal(metric->correct, correct);
}

#define GOLD                                                                                \
    "1\tIl\til\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_\n"                                        \
    "2\tparle\tparler\tVERB\t_\tMood=Ind|Typo=Yes\t0\troot\t_\t_\n"                         \
    "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"                                                     \
    "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"                                                 \
    "4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_\n"                                                  \
    "5\tport\tport\tNOUN\t_\tNumber=Sing\t2\tobl:arg\t_\tSpaceAfter=No\n"                   \
    "6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"

static void all_right(void **state)
{
    (void)state;
    struct ent_evaluation e;
    assert_int_equal(evaluate(GOLD, GOLD, &e), ENT_OK);
    check(&e.tokens, 5, 5, 5);
    check(&e.sentences, 1, 1, 1);
    check(&e.las, 6, 6, 6);
    check(&e.clas, 3, 3, 3); /* nsubj, root, obl */
    assert_true(ent_metric_f1(&e.las) == 1);
}

/* Features that are not universal and subtypes do not count; a wrong head does. */
static void tags_and_trees(void **state)
{
    (void)state;
    struct ent_evaluation e;
    assert_int_equal(evaluate(GOLD,
                              "1\tIl\tlui\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_\n"
                              "2\tparle\tparler\tAUX\t_\tMood=Ind\t0\troot\t_\t_\n"
                              "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "3\tde\tde\tADP\t_\t_\t2\tcase\t_\t_\n"
                              "4\tle\tle\tDET\t_\tNumber=Sing\t5\tdet\t_\t_\n"
                              "5\tport\tport\tNOUN\t_\tNumber=Sing\t2\tobl\t_\t_\n"
                              "6\t.\t.\tPUNCT\t_\t_\t2\tdep\t_\t_\n\n",
                              &e),
                     ENT_OK);
    check(&e.upos, 6, 6, 5);
    check(&e.ufeats, 6, 6, 5);
    check(&e.lemmas, 6, 6, 5);
    check(&e.uas, 6, 6, 5);
    check(&e.las, 6, 6, 4);
    check(&e.full, 6, 6, 3);
    check(&e.clas, 3, 4, 3); /* "dep" counts as a content relation of the system */
}

/* "du" left whole: words 3 and 4 have no counterpart; heads go by aligned words. */
static void tokens_of_several_words(void **state)
{
    (void)state;
    struct ent_evaluation e;
    const char *whole = "1\tIl\til\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_\n"
                        "2\tparle\tparler\tVERB\t_\tMood=Ind\t0\troot\t_\t_\n"
                        "3\tdu\tdu\tDET\t_\t_\t4\tdet\t_\t_\n"
                        "4\tport\tport\tNOUN\t_\tNumber=Sing\t2\tobj\t_\t_\n"
                        "5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";
    assert_int_equal(evaluate(GOLD, whole, &e), ENT_OK);
    check(&e.tokens, 5, 5, 5);
    check(&e.words, 6, 5, 4);
    check(&e.uas, 6, 5, 4);
    check(&e.las, 6, 5, 3);
    assert_int_equal(evaluate(whole, GOLD, &e), ENT_OK);
    check(&e.words, 5, 6, 4);
}

/* Another split: tokens and sentences are compared by the characters they cover. */
static void other_borders(void **state)
{
    (void)state;
    struct ent_evaluation e;
    const char *two = "1\tIl\til\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
                      "2\tparle\tparler\tVERB\t_\t_\t0\troot\t_\t_\n\n"
                      "1\tdu\tdu\tDET\t_\t_\t2\tdet\t_\t_\n"
                      "2\tport.\tport.\tNOUN\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(evaluate(GOLD, two, &e), ENT_OK);
    check(&e.tokens, 5, 4, 3);
    check(&e.sentences, 1, 2, 0);
    check(&e.words, 6, 4, 2);
    check(&e.uas, 6, 4, 2);
    assert_int_equal(evaluate(GOLD, "1\tNon\tnon\tINTJ\t_\t_\t0\troot\t_\t_\n\n", &e),
                     ENT_EFORMAT);
}

UNIT_MAIN(cmocka_unit_test(all_right), cmocka_unit_test(tags_and_trees),
          cmocka_unit_test(tokens_of_several_words), cmocka_unit_test(other_borders))
