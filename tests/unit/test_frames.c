/* Frame files: what is read, what is refused, and that ours load. */
#include "relation/frames.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

static enum ent_status parse(const char *line, struct ent_frame *frame,
                             struct ent_error *error)
{
    struct ent_frames frames = {0};
    ent_arena_init(&frames.arena);
    frames.fr.code = "fr";
    ent_map_init(&frames.fr.words);
    ent_map_init(&frames.fr.keys);
    frames.fr.de = ent_language_word(&frames.fr, ENT_STR("de"));
    enum ent_status status = ent_frame_parse(&frames, &frames.fr, ent_str_of(line), error);
    if (status == ENT_OK && frame)
        *frame = frames.fr.frames[0];
    free(frames.fr.frames);
    free(frames.fr.frame_file);
    free(frames.fr.pool);
    ent_map_clear(&frames.fr.words);
    ent_map_clear(&frames.fr.keys);
    ent_arena_clear(&frames.arena);
    return status;
}

static void test_columns(void **state)
{
    (void)state;
    struct ent_frame frame;
    struct ent_error error = {0};
    const char *line = "accuses\tverb\tporter|déposer obj:plainte\tsource=subj "
                       "target=contre,iobj\tcontent=alleged control=target weight=0.5\t-";
    assert_int_equal(parse(line, &frame, &error), ENT_OK);
    assert_int_equal(frame.relation, ENT_ACCUSES);
    assert_int_equal(frame.kind, ENT_TRIGGER_VERB);
    assert_int_equal(frame.pattern.head_count, 2);
    assert_int_equal(frame.pattern.dep_count, 1);
    assert_int_equal(frame.pattern.deps[0].at.slot, ENT_SLOT_OBJ);
    assert_int_equal(frame.source.count, 1);
    assert_int_equal(frame.target.count, 2);
    assert_int_equal(frame.target.items[0].slot, ENT_SLOT_PREP);
    assert_int_equal(frame.target.items[1].slot, ENT_SLOT_IOBJ);
    assert_int_equal(frame.content, ENT_ALLEGED);
    assert_int_equal(frame.control, ENT_CONTROL_TARGET);
    assert_true(frame.weight == 0.5F);
}

static void test_trigger(void **state)
{
    (void)state;
    struct ent_frame frame;
    const char *line = "allies_with\tverb\tse faire obj:cause cause>commun !mod:jamais\t"
                       "source=subj target=avec\t-\t-";
    assert_int_equal(parse(line, &frame, NULL), ENT_OK);
    assert_int_equal(frame.pattern.head_count, 1);
    assert_int_equal(frame.pattern.dep_count, 3);
    assert_int_equal(frame.pattern.deps[1].parent, 0);
    assert_true(frame.pattern.deps[2].negative);
}

/* "in|behind:jail": other prepositions for one word; other positions have no alternatives. */
static void test_prepositions(void **state)
{
    (void)state;
    struct ent_frame frame;
    const char *line = "coerces\tverb\tmettre en|sous|derrière:prison|verrou\t"
                       "source=subj target=obj\t-\t-";
    assert_int_equal(parse(line, &frame, NULL), ENT_OK);
    assert_int_equal(frame.pattern.deps[0].prep_count, 2);
    assert_int_equal(frame.pattern.deps[0].word_count, 2);
    line = "coerces\tverb\tmettre obj|en:prison\tsource=subj target=obj\t-\t-";
    assert_int_equal(parse(line, NULL, NULL), ENT_EFORMAT);
}

static void test_gen(void **state)
{
    (void)state;
    struct ent_frame frame;
    assert_int_equal(parse("supports\tnoun\tsoutien\tsource=gen,par target=à\t-\t-", &frame,
                           NULL), ENT_OK);
    assert_int_equal(frame.source.count, 5);
    assert_int_equal(frame.source.items[0].slot, ENT_SLOT_POSS);
    assert_int_equal(frame.source.items[3].slot, ENT_SLOT_PREP);
}

static void test_refused(void **state)
{
    (void)state;
    const char *const lines[] = {
        "accuses\tverb\taccuser",
        "insults\tverb\taccuser\tsource=subj target=obj\t-\t-",
        "accuses\tpreposition\taccuser\tsource=subj target=obj\t-\t-",
        "accuses\tverb\t\tsource=subj target=obj\t-\t-",
        "accuses\tverb\tse \tsource=subj target=obj\t-\t-",
        "accuses\tverb\taccuser x>y\tsource=subj target=obj\t-\t-",
        "accuses\tverb\taccuser\tsource=subj\t-\t-",
        "accuses\tverb\taccuser\tagent=subj target=obj\t-\t-",
        "accuses\tverb\taccuser\tsource=subj target=obj\tweight=2\t-",
        "accuses\tverb\taccuser\tsource=subj target=obj\tcolour=red\t-",
        "accuses\tverb\taccuser\tsource=subj,,obj target=obj\t-\t-",
        "accuses\tverb\taccuser||x\tsource=subj target=obj\t-\t-",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct ent_error error = {0};
        assert_int_equal(parse(lines[i], NULL, &error), ENT_EFORMAT);
        assert_true(error.text[0] != '\0');
    }
}

static void test_ours_load(void **state)
{
    (void)state;
    struct ent_frames *frames = NULL;
    struct ent_error error = {0};
    enum ent_status status = ent_frames_load(&frames, NULL, 0, &error);
    if (status != ENT_OK)
        print_message("%s\n", error.text);
    assert_int_equal(status, ENT_OK);
    assert_true(frames->fr.frame_count > 30 && frames->en.frame_count > 30);
    ent_frames_free(frames);
}

static void test_override(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-frames-XXXXXX";
    const char *names[] = {path};
    struct ent_frames *frames = NULL;
    struct ent_error error = {0};
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    fputs("language\ten\n# ours\nattacks\tverb\tfrobnicate\tsource=subj target=obj\t-\t-\n"
          "attacks\tverb\tbad\tsource=nowhere=x\t-\t-\n", file);
    fclose(file);
    assert_int_equal(ent_frames_load(&frames, names, 1, &error), ENT_EFORMAT);
    assert_int_equal(error.line, 4);
    file = fopen(path, "w");
    fputs("language\ten\nattacks\tverb\tfrobnicate\tsource=subj target=obj\t-\t-\n", file);
    fclose(file);
    assert_int_equal(ent_frames_load(&frames, names, 1, &error), ENT_OK);
    uint32_t word = ent_map_find(&frames->en.words, ENT_STR("frobnicate"));
    assert_true(word != ENT_MAP_NONE && frames->en.by_head[ENT_TRIGGER_VERB][word] > 0);
    ent_frames_free(frames);
    remove(path);
    assert_int_equal(ent_frames_load(&frames, names, 1, &error), ENT_EMISSING);
}

/* What the frames of a word tell, with and without further words. */
static void test_tells(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-tells-XXXXXX";
    const char *names[] = {path};
    struct ent_frames *frames = NULL;
    struct ent_error error = {0};
    FILE *file = fdopen(mkstemp(path), "w");
    assert_non_null(file);
    fputs("language\ten\nattacks\tverb\tfrobnicate\tsource=subj target=obj\t-\t-\n"
          "aids\tverb\tfrobnicate obj:gadget\tsource=subj target=to\t-\t-\n",
          file);
    fclose(file);
    assert_int_equal(ent_frames_load(&frames, names, 1, &error), ENT_OK);
    const struct ent_language *en = &frames->en;
    uint32_t word = ent_map_find(&en->words, ENT_STR("frobnicate"));
    uint32_t at = ent_frames_of(en, ENT_TRIGGER_VERB, word);
    assert_int_equal(ent_frames_next(en, &at)->relation, ENT_ATTACKS);
    assert_int_equal(ent_frames_next(en, &at)->relation, ENT_AIDS);
    assert_null(ent_frames_next(en, &at));
    assert_true(ent_word_tells(en, ENT_TRIGGER_VERB, word, 1U << ENT_ATTACKS, true));
    assert_true(ent_word_tells(en, ENT_TRIGGER_VERB, word, 1U << ENT_AIDS, false));
    assert_false(ent_word_tells(en, ENT_TRIGGER_VERB, word, 1U << ENT_AIDS, true));
    assert_false(ent_word_tells(en, ENT_TRIGGER_VERB, word, 1U << ENT_MEETS, false));
    assert_false(ent_word_tells(en, ENT_TRIGGER_NOUN, word, 1U << ENT_AIDS, false));
    assert_int_equal(ent_frames_of(en, ENT_TRIGGER_VERB, ENT_WORD_NONE), 0);
    ent_frames_free(frames);
    remove(path);
}

static bool is_listed(const struct ent_language *language, const char *word,
                      enum ent_list list)
{
    uint32_t found = ent_map_find(&language->words, ent_str_of(word));
    return found != ENT_MAP_NONE && (language->lists[found] & list);
}

/* A list's name in status.tsv means the bit of that list, first and last ones alike. */
static void test_lists(void **state)
{
    (void)state;
    struct ent_frames *frames = NULL;
    struct ent_error error = {0};
    assert_int_equal(ent_frames_load(&frames, NULL, 0, &error), ENT_OK);
    assert_true(is_listed(&frames->fr, "venir", ENT_LIST_UNACCUSATIVE));
    assert_true(is_listed(&frames->fr, "dont", ENT_LIST_RELATIVE));
    assert_true(is_listed(&frames->fr, "chez", ENT_LIST_SCENE));
    assert_true(is_listed(&frames->fr, "lors", ENT_LIST_OCCASION));
    assert_true(is_listed(&frames->en, "brand", ENT_LIST_NAMING));
    assert_true(is_listed(&frames->en, "fighter", ENT_LIST_PERSON));
    assert_true(is_listed(&frames->en, "ally", ENT_LIST_COUNTERPART));
    assert_true(is_listed(&frames->en, "warring", ENT_LIST_EPITHET));
    assert_false(is_listed(&frames->en, "fighter", ENT_LIST_EPITHET));
    ent_frames_free(frames);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),   cmocka_unit_test(test_trigger),
        cmocka_unit_test(test_prepositions), cmocka_unit_test(test_gen),
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_ours_load),
        cmocka_unit_test(test_override),  cmocka_unit_test(test_tells),
        cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
