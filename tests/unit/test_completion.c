/* Roles that no rule fills: ways through trees, what a document has told, the choice. */
#include "relation/complete.h"
#include "relation/story.h"
#include "trees.h"

/* 1 <- 2 (nsubj), 3 <- 2 (obj), 4 <- 3 (nmod), 5 <- 4 (flat), 6..10 a chain below 5 */
static struct ent_str path(int32_t from, int32_t to, char text[ENT_PATH_TEXT])
{
    static struct ent_node nodes[11];
    static const int32_t heads[] = {0, 2, 0, 2, 3, 4, 5, 6, 7, 8, 9};
    static const uint8_t rels[] = {0,
                                   ENT_REL_NSUBJ,
                                   ENT_REL_ROOT,
                                   ENT_REL_OBJ,
                                   ENT_REL_NMOD,
                                   ENT_REL_FLAT,
                                   ENT_REL_NMOD,
                                   ENT_REL_NMOD,
                                   ENT_REL_NMOD,
                                   ENT_REL_NMOD,
                                   ENT_REL_NMOD};
    struct ent_view view = {.nodes = nodes, .count = 10};
    for (int w = 1; w <= 10; w++) {
        nodes[w].head = heads[w];
        nodes[w].rel = rels[w];
    }
    return ent_path_between(&view, from, to, text);
}

static void test_paths(void **state)
{
    char text[ENT_PATH_TEXT];
    (void)state;
    assert_str(path(3, 1, text), "<obj>nsubj");
    assert_str(path(2, 4, text), ">obj>nmod");
    assert_str(path(2, 5, text), ">obj>nmod");
    assert_str(path(4, 4, text), "itself");
    assert_str(path(1, 10, text), "far");
}

static void test_hints_add_up(void **state)
{
    struct ent_story story = {0};
    struct ent_error error = {0};
    double all = 0;
    (void)state;
    assert_int_equal(ent_story_hint(&story, 1, 2, ENT_ACCUSES, 0.5, &all, &error),
                     ENT_OK);
    assert_true(all == 0.5);
    assert_int_equal(ent_story_hint(&story, 2, 1, ENT_ACCUSES, 0.5, &all, &error),
                     ENT_OK);
    assert_true(all == 0.5); /* the other way round it is another act */
    assert_int_equal(ent_story_hint(&story, 1, 2, ENT_ACCUSES, 0.5, &all, &error),
                     ENT_OK);
    assert_true(all == 0.75);
    assert_int_equal(ent_story_hint(&story, 1, 2, ENT_MEETS, 0.5, &all, &error), ENT_OK);
    assert_int_equal(ent_story_hint(&story, 2, 1, ENT_MEETS, 0.5, &all, &error), ENT_OK);
    assert_true(all == 0.75); /* meetings are mutual */
    ent_story_clear(&story);
}

static void test_story_counts_groups(void **state)
{
    struct ent_document *document = ent_document_new();
    struct ent_actor actors[] = {{.group = ENT_STR("FRA")},
                                 {.group = ENT_STR("ITA")},
                                 {.group = ENT_STR("FRA"), .name = ENT_STR("Elysée")}};
    struct ent_mention list[] = {{.sentence = 0, .actor = 1},
                                 {.sentence = 0, .actor = 0},
                                 {.sentence = 1, .actor = 2}};
    struct ent_mentions mentions = {actors, list, 3, 3};
    struct ent_story story;
    struct ent_error error = {0};
    (void)state;
    document->sentence_count = 2;
    assert_int_equal(ent_story_start(&story, document, &mentions, &error), ENT_OK);
    assert_int_equal(story.group_count, 2);
    uint32_t fra = story.group_of[0], ita = story.group_of[1];
    assert_int_equal(story.group_of[2], fra);
    assert_int_equal(story.top[0], fra);
    assert_int_equal(story.top[1], ita);
    assert_int_equal(story.top[2], UINT32_MAX);
    ent_story_reach(&story, &mentions, 1);
    assert_int_equal(story.groups[fra].last, 2);
    assert_int_equal(ent_story_tell(&story, fra, ita, ENT_ATTACKS, &error), ENT_OK);
    assert_true(ent_story_tie(&story, fra, ita) == 1U << ENT_ATTACKS);
    assert_true(ent_story_tie(&story, ita, fra) == 0);
    assert_int_equal(story.groups[ita].partner, fra + 1);
    document->sentence_count = 0;
    ent_story_clear(&story);
    ent_document_free(document);
}

/* Weights of our own, so that nothing hangs on those that are fitted. */
static void weigh(const char *cue, double weight)
{
    uint32_t index = ent_map_add(&frames->cues, ent_str_of(cue), NULL);
    assert_true(ent_frames_grow((void **)&frames->cue_weights, &frames->cue_capacity,
                                index, sizeof *frames->cue_weights));
    frames->cue_weights[index] = weight;
}

/* "La Suisse accuse chez l'Autriche près de l'Italie": no rule takes such a target. */
static void test_choice(void **state)
{
    static const char *const tree =
        "Berne Berne PROPN _ 2 nsubj CHE\n"
        "accuse accuser VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
        "chez chez ADP _ 4 case\n"
        "Vienne Vienne PROPN _ 2 obl AUT\n"
        "et et CCONJ _ 6 cc\n"
        "Rome Rome PROPN _ 4 conj ITA";
    (void)state;
    ent_map_clear(&frames->cues);
    frames->least_chance = 0.5;
    weigh("act.lacks=target", -3);
    tree_check(frames, "fr", tree, "");
    weigh("act.lacks=target", 3);
    weigh("target.path=>obl,verb", 6);
    tree_check(frames, "fr", tree, "CHE accuses AUT asserted");
    weigh("target.path=>obl>conj,verb", 9);
    tree_check(frames, "fr", tree, "CHE accuses ITA asserted");
    frames->least_chance = 2;
    tree_check(frames, "fr", tree, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths), cmocka_unit_test(test_hints_add_up),
        cmocka_unit_test(test_story_counts_groups), cmocka_unit_test(test_choice)};
    return cmocka_run_group_tests(tests, tree_load, tree_unload);
}
