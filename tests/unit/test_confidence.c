/* What the rest of a document adds to the confidence of a relation, and which relations
 * pass. */
#include "relation/finder.h"
#include "relation/story.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>

enum { ACTORS = 4, SENTENCES = 4, SENTENCES_MAX = 100 };

struct world {
    struct ent_frames frames;
    struct ent_document *document;
    struct ent_actor actors[ACTORS];
    struct ent_mention mentions[ACTORS];
    struct ent_mentions all;
    struct ent_sentence sentences[SENTENCES_MAX];
    struct ent_event events[8];
    struct ent_frame frame;
    struct ent_relate_options options;
    struct ent_finder finder;
    struct ent_story story;
    struct ent_relations relations;
};

static void add_sign(struct ent_frames *frames, const char *name, double weight)
{
    uint32_t at = ent_map_add(&frames->signs, ent_str_of(name), NULL);
    assert_true(ent_frames_grow((void **)&frames->sign_weights, &frames->sign_capacity,
                                at, sizeof *frames->sign_weights));
    frames->sign_weights[at] = weight;
}

/* Four states, each named in a sentence of its own. */
static struct world *new_world(void)
{
    static const char *const NAMES[ACTORS] = {"AAA", "BBB", "CCC", "DDD"};
    struct world *world = calloc(1, sizeof *world);
    struct ent_error error = {0};
    assert_non_null(world);
    ent_map_init(&world->frames.signs);
    world->document = ent_document_new();
    assert_non_null(world->document);
    world->document->sentences = world->sentences;
    world->document->sentence_count = SENTENCES;
    for (uint32_t i = 0; i < ACTORS; i++) {
        struct ent_str name = ent_str_of(NAMES[i]);
        world->actors[i] =
            (struct ent_actor){.group = name, .name = name, .kind = ENT_STR("state")};
        world->mentions[i] = (struct ent_mention){
            .sentence = i, .actor = i, .kind = ENT_MENTION_NAME, .known = true};
    }
    world->all = (struct ent_mentions){world->actors, world->mentions, ACTORS, ACTORS};
    world->finder = (struct ent_finder){.frames = &world->frames,
                                        .document = world->document,
                                        .mentions = &world->all,
                                        .options = &world->options,
                                        .events = world->events,
                                        .story = &world->story,
                                        .known_actors = 1};
    ent_arena_init(&world->finder.scratch);
    world->finder.view.mentions = &world->all;
    assert_int_equal(ent_story_start(&world->story, world->document, &world->all, &error),
                     ENT_OK);
    return world;
}

static void free_world(struct world *world)
{
    ent_story_clear(&world->story);
    ent_arena_clear(&world->finder.scratch);
    world->document->sentences = NULL;
    world->document->sentence_count = 0;
    ent_document_free(world->document);
    ent_map_clear(&world->frames.signs);
    free(world->frames.sign_weights);
    free(world);
}

/* An act that a rule found surely, with even odds by itself. */
static struct ent_event *add_act(struct world *world, uint32_t sentence, uint32_t source,
                                 enum ent_relation_type relation, uint32_t target)
{
    struct ent_event *event = &world->events[world->finder.event_count++];
    *event = (struct ent_event){.frame = &world->frame,
                                .sentence = sentence,
                                .source = source,
                                .target = target,
                                .relation = (int8_t)relation,
                                .confidence = 1};
    return event;
}

static void merge(struct world *world)
{
    struct ent_error error = {0};
    world->relations.count = 0;
    assert_int_equal(ent_events_merge(&world->finder, &world->relations, &error), ENT_OK);
}

static void check_log_odds(const struct world *world, uint32_t relation, double wanted)
{
    double p = world->relations.items[relation].confidence;
    assert_true(fabs(p - 1 / (1 + exp(-wanted))) < 0.001);
}

static void test_no_other_act(void **state)
{
    struct world *world = new_world();
    (void)state;
    add_sign(&world->frames, "text.acts", 1);
    add_sign(&world->frames, "text.no_acts", -2);
    add_act(world, 0, 0, ENT_ATTACKS, 1);
    merge(world);
    assert_int_equal(world->relations.count, 1);
    check_log_odds(world, 0, -2); /* its own act says nothing */
    free_world(world);
}

static void test_other_acts(void **state)
{
    struct world *world = new_world();
    (void)state;
    add_sign(&world->frames, "text.acts", 1);
    add_sign(&world->frames, "text.no_acts", -2);
    add_act(world, 0, 0, ENT_ATTACKS, 1);
    add_act(world, 1, 2, ENT_MEETS, 3);
    add_act(world, 2, 1, ENT_ACCUSES, 0)->completed = 0.9F; /* no act that rules found */
    merge(world);
    assert_int_equal(world->relations.count, 3);
    check_log_odds(world, 0, log(1 + 10.0 / 5));
    check_log_odds(world, 1, log(1 + 10.0 / 5));
    check_log_odds(world, 2, log(1 + 20.0 / 5));
    free_world(world);
}

static void test_told_again(void **state)
{
    struct world *world = new_world();
    (void)state;
    add_sign(&world->frames, "told.again", 1);
    add_sign(&world->frames, "told.events", 10);
    add_act(world, 0, 0, ENT_MEETS, 1);
    add_act(world, 1, 1, ENT_MEETS, 0);
    add_act(world, 1, 1, ENT_MEETS, 0);
    add_act(world, 2, 1, ENT_ATTACKS, 0);
    merge(world);
    assert_int_equal(world->relations.count, 2);
    assert_int_equal(world->relations.items[0].evidence, 3);
    assert_true(world->relations.items[0].confidence > 0.99);
    world->frames.sign_weights[1] = 0; /* two sentences */
    merge(world);
    check_log_odds(world, 0, log(2));
    check_log_odds(world, 1, 0);
    free_world(world);
}

static void test_same_two(void **state)
{
    struct world *world = new_world();
    (void)state;
    add_sign(&world->frames, "pair.same_sign", 1);
    add_sign(&world->frames, "pair.other_sign", -1);
    add_act(world, 0, 0, ENT_ATTACKS, 1);
    add_act(world, 1, 1, ENT_ACCUSES, 0);
    add_act(world, 2, 0, ENT_MEETS, 1);
    add_act(world, 3, 2, ENT_ATTACKS, 3);
    merge(world);
    check_log_odds(world, 0, log(2) - log(2));
    check_log_odds(world, 2, -log(3));
    check_log_odds(world, 3, 0);
    free_world(world);
}

/* The more sure relations for each sentence, the more doubtful ones pass. */
static void test_rich_documents(void **state)
{
    static const uint32_t LENGTHS[] = {SENTENCES, 20, SENTENCES_MAX}; /* four sure acts in them */
    static const double LEAST[] = {0.4, 0.53, 0.6};
    (void)state;
    for (int at = 0; at < 3; at++)
        for (int below = 0; below < 2; below++) {
            struct world *world = new_world();
            double chance = LEAST[at] + (below ? -0.03 : 0.03);
            world->document->sentence_count = LENGTHS[at];
            world->options.min_confidence = 0.6;
            world->options.rich_confidence = 0.4;
            add_act(world, 3, 3, ENT_ACCUSES, 2)->odds = log(chance / (1 - chance));
            for (uint32_t i = 0; i < 4; i++)
                add_act(world, i, 0, (enum ent_relation_type)(ENT_ATTACKS - i), 1)->odds = 5;
            merge(world);
            assert_int_equal(world->relations.count, below ? 4 : 5);
            world->options.rich_confidence = 0; /* one bar for all */
            merge(world);
            assert_int_equal(world->relations.count, at == 2 && !below ? 5 : 4);
            free_world(world);
        }
}

/* What is less sure where little is told needs more there, and nothing where much is. */
static void test_handicap(void **state)
{
    (void)state;
    for (int much = 0; much < 2; much++)
        for (int handicap = 0; handicap < 2; handicap++) {
            struct world *world = new_world();
            world->document->sentence_count = much ? SENTENCES : SENTENCES_MAX;
            world->options.min_confidence = 0.6;
            world->options.rich_confidence = 0.4;
            struct ent_event *event = add_act(world, 3, 3, ENT_ACCUSES, 2);
            event->odds = log(0.8 / 0.2);
            event->handicap = handicap ? 0.3F : 0;
            for (uint32_t i = 0; i < 4; i++)
                add_act(world, i, 0, (enum ent_relation_type)(ENT_ATTACKS - i), 1)->odds = 5;
            merge(world);
            assert_int_equal(world->relations.count, handicap && !much ? 4 : 5);
            free_world(world);
        }
}

/* Of the evidence for a relation's status the surest is what its record shows. */
static void test_surest_is_shown(void **state)
{
    struct world *world = new_world();
    (void)state;
    for (uint32_t i = 0; i < SENTENCES; i++)
        world->sentences[i].span.start = i;
    add_act(world, 0, 0, ENT_ATTACKS, 1)->odds = -1;
    add_act(world, 1, 0, ENT_ATTACKS, 1)->odds = 1;
    add_act(world, 2, 0, ENT_ATTACKS, 1);
    add_act(world, 3, 0, ENT_ATTACKS, 1)->odds = 3;
    world->events[3].status = ENT_HYPOTHETICAL;
    merge(world);
    assert_int_equal(world->relations.count, 1);
    assert_int_equal(world->relations.items[0].span.start, 1);
    world->events[0].status = ENT_DENIED;
    world->events[1].status = ENT_ALLEGED;
    world->events[2].status = ENT_ALLEGED;
    merge(world);
    assert_int_equal(world->relations.items[0].span.start, 1);
    free_world(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_other_act),   cmocka_unit_test(test_other_acts),
        cmocka_unit_test(test_told_again),     cmocka_unit_test(test_same_two),
        cmocka_unit_test(test_rich_documents), cmocka_unit_test(test_handicap),
        cmocka_unit_test(test_surest_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
