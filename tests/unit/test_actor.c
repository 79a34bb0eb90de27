/* Actors: cutting names, loading records, offices by date, mentions into MISC and back. */
#include <actor/atoms.h>
#include <actor/knowledge.h>
#include <entente/actor.h>
#include <entente/conllu.h>
#include <entente/random.h>
#include <entente/utf8.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* The atoms of a name, joined by '/'; articles in brackets. */
static void assert_atoms(const char *name, bool caps, const char *expected)
{
    struct ent_arena arena;
    struct ent_buf buf;
    ent_arena_init(&arena);
    ent_buf_init(&buf);
    struct ent_atoms atoms = {.rest = ent_utf8_fold(&arena, ent_str_of(name)), .caps = caps};
    struct ent_str atom;
    bool article;
    while (ent_atom_next(&atoms, &atom, &article)) {
        if (buf.size)
            ent_buf_char(&buf, '/');
        ent_buf_printf(&buf, article ? "[%.*s]" : "%.*s", ENT_FMT(atom));
    }
    assert_string_equal(buf.data ? buf.data : "", expected);
    ent_buf_clear(&buf);
    ent_arena_clear(&arena);
}

static void test_atoms(void **state)
{
    (void)state;
    assert_atoms("Front de libération du Tigré", false, "front/de/liberation/de/tigre");
    assert_atoms("Côte d’Ivoire", false, "cote/de/ivoire");
    assert_atoms("l'Élysée", false, "[l]/elysee");
    assert_atoms("États-Unis", false, "etats/unis");
    assert_atoms("U.N.", false, "un");
    assert_atoms("U.S.-led", false, "us/led");
    assert_atoms("AU", true, "au");
    assert_atoms("au", false, "a");
    assert_atoms("« — »", false, "");
    assert_atoms("", false, "");
}

/* Load the standard files and one more with this text. */
static enum ent_status load(struct ent_knowledge **knowledge, const char *text,
                            struct ent_error *error)
{
    char path[] = "/tmp/test_actor_XXXXXX";
    const char *extra[] = {path};
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    enum ent_status status = ent_knowledge_load(knowledge, extra, 1, error);
    unlink(path);
    return status;
}

static void assert_refused(const char *text, const char *where)
{
    struct ent_knowledge *knowledge = NULL;
    struct ent_error error = {0};
    assert_int_equal(load(&knowledge, text, &error), ENT_EFORMAT);
    assert_null(knowledge);
    assert_non_null(strstr(error.text, where));
}

static void test_refuses_bad_records(void **state)
{
    (void)state;
    assert_refused("actor\tX\n", ":1: actor");
    assert_refused("# fine\n\nnonsense\tX\n", ":3: unknown record type");
    assert_refused("place\tFRA\tplanet\tMars\tMars\n", ":1: place");
    assert_refused("title\tde\tminister\tMinister\n", ":1: title");
    assert_refused("group\tfr\tcrowd\tfoule\n", ":1: group");
    assert_refused("alias\tFRA\txx\tmot\n", ":1: alias");
    assert_refused("person\tA B\tm\tFRA\t-\tFRA:president\n", ":1: office");
    assert_refused("person\tA B\tm\tFRA\t-\tFRA:president:2000\n", ":1: office");
    assert_refused("rollup\tX\n", ":1: rollup");
    assert_refused("actor\tX\xFF\tstate\n", "UTF-8");
}

static const char *office_group(const struct ent_knowledge *knowledge, const char *person,
                                const char *date)
{
    uint32_t id = ent_map_find(&knowledge->people, ent_str_of(person));
    assert_int_not_equal(id, ENT_MAP_NONE);
    const struct office *office =
        ent_person_office(knowledge, id, ent_str_of(date), NULL);
    static char group[64];
    if (!office)
        return "";
    snprintf(group, sizeof group, "%.*s", ENT_FMT(knowledge->actors[office->actor].id));
    return group;
}

static void test_offices_have_dates(void **state)
{
    (void)state;
    struct ent_knowledge *knowledge;
    struct ent_error error = {0};
    assert_int_equal(load(&knowledge,
                          "person\tZed Quux\tf\tFRA\t-\tFRA:minister:2001-05..2003;"
                          "UN:envoy:2010-02-03..\n",
                          &error), ENT_OK);
    assert_string_equal(office_group(knowledge, "Zed Quux", "2001-04-30"), "");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2001-05-01"), "FRA");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2003-12-31"), "FRA");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2004"), "");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2010-02-02"), "");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2010-02-03"), "UN");
    assert_string_equal(office_group(knowledge, "Zed Quux", "2030"), "UN");
    assert_string_equal(office_group(knowledge, "Zed Quux", ""), "UN");
    int distance;
    uint32_t id = ent_map_find(&knowledge->people, ENT_STR("Zed Quux"));
    ent_person_office(knowledge, id, ENT_STR("2006-01-01"), &distance);
    assert_int_equal(distance, 3);
    ent_knowledge_free(knowledge);
}

static void test_later_records_override(void **state)
{
    (void)state;
    struct ent_knowledge *knowledge;
    struct ent_error error = {0};
    assert_int_equal(load(&knowledge,
                          "actor\tMicrosoft\tcompany\tUSA\tMicrosoft\tMicrosoft\n"
                          "rollup\tMicrosoft\tUSA\n"
                          "actor\tMicrosoft\tmedia\tFRA\tMicromou\t-\n",
                          &error), ENT_OK);
    uint32_t id = ent_map_find(&knowledge->ids, ENT_STR("Microsoft"));
    assert_true(ent_str_is(knowledge->actors[id].kind, "media"));
    assert_true(ent_str_is(knowledge->actors[id].country, "FRA"));
    ent_knowledge_free(knowledge);
}

/* A document of `count` sentences of `words` words each. */
static struct ent_document *blank_document(uint32_t count, int32_t words)
{
    struct ent_document *document = ent_document_new();
    assert_non_null(document);
    document->sentences = ent_arena_array(&document->arena, count, sizeof(struct ent_sentence));
    document->sentence_count = count;
    for (uint32_t s = 0; s < count; s++) {
        struct ent_sentence *sentence = &document->sentences[s];
        sentence->word_count = (uint32_t)words;
        sentence->words = ent_arena_array(&document->arena, (size_t)words + 1,
                                          sizeof(struct ent_word));
        for (int32_t w = 1; w <= words; w++) {
            sentence->words[w].form = ENT_STR("x");
            sentence->words[w].misc = w % 3 ? ENT_STR("_") : ENT_STR("SpaceAfter=No|A=b");
        }
    }
    return document;
}

static int by_order(const void *a, const void *b)
{
    const struct ent_mention *x = a, *y = b;
    const int64_t keys[][2] = {{x->sentence, y->sentence}, {x->head, y->head},
                               {x->actor, y->actor},       {x->first, y->first},
                               {x->last, y->last},         {x->kind, y->kind}};
    for (size_t i = 0; i < 6; i++) {
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    }
    return 0;
}

enum { SENTENCES = 4, WORDS = 9, ACTORS = 6, MENTIONS = 40 };

static const char *const hostile[ACTORS][4] = {
    {"SYR rebels", "les rebelles | 100 % (a=b),c:d-e", "movement", "SYR"},
    {"NoName057(16)", "a\tb\nc", "hacker_group", ""},
    {"%41", "%", "x-y", ""},
    {"Élysée", "l’Élysée", "state", "FRA"},
    {"USA", "USA", "state", "USA"},
    {"e1", "e2", "unknown", ""},
};

static void fill(struct ent_mention *mentions, struct ent_random *random)
{
    for (uint32_t i = 0; i < MENTIONS; i++) {
        struct ent_mention *m = &mentions[i];
        *m = (struct ent_mention){0};
        m->sentence = (uint32_t)ent_random_below(random, SENTENCES);
        m->first = 1 + (int32_t)ent_random_below(random, WORDS);
        m->last = m->first + (int32_t)ent_random_below(random, (uint32_t)(WORDS - m->first + 1));
        m->head = m->first + (int32_t)ent_random_below(random, (uint32_t)(m->last - m->first + 1));
        m->actor = i < ACTORS ? i : (uint32_t)ent_random_below(random, ACTORS);
        m->kind = (enum ent_mention_kind)ent_random_below(random, ENT_MENTION_ADJECTIVE + 1);
        m->place = ent_random_below(random, 2);
        m->thing = ent_random_below(random, 2);
        m->known = ent_random_below(random, 2);
        m->certainty = (float)ent_random_below(random, 101) / 100;
        if (i % 7 == 0)
            m->certainty = (float)ent_random_below(random, 1000003) / 1000003;
    }
    qsort(mentions, MENTIONS, sizeof *mentions, by_order);
}

static void assert_same(const struct ent_mention *a, const struct ent_mention *b)
{
    assert_int_equal(a->sentence, b->sentence);
    assert_int_equal(a->first, b->first);
    assert_int_equal(a->last, b->last);
    assert_int_equal(a->head, b->head);
    assert_int_equal(a->actor, b->actor);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->place, b->place);
    assert_int_equal(a->thing, b->thing);
    assert_int_equal(a->known, b->known);
    assert_true(a->certainty == b->certainty);
}

static void test_codec_is_lossless(void **state)
{
    (void)state;
    struct ent_random random;
    struct ent_actor hostile_actors[ACTORS];
    ent_random_init(&random, 7);
    for (int i = 0; i < ACTORS; i++)
        hostile_actors[i] = (struct ent_actor){
            ent_str_of(hostile[i][0]), ent_str_of(hostile[i][1]), ent_str_of(hostile[i][2]),
            ent_str_of(hostile[i][3])};
    for (int round = 0; round < 200; round++) {
        struct ent_document *document = blank_document(SENTENCES, WORDS);
        struct ent_mention mentions[MENTIONS];
        struct ent_mentions in = {hostile_actors, mentions, ACTORS, MENTIONS}, out;
        fill(mentions, &random);
        assert_int_equal(ent_mentions_encode(document, &in, NULL), ENT_OK);
        assert_int_equal(ent_mentions_decode(document, &out, NULL), ENT_OK);
        assert_int_equal(out.mention_count, MENTIONS);
        assert_int_equal(out.actor_count, ACTORS);
        for (uint32_t i = 0; i < ACTORS; i++) {
            assert_true(ent_str_eq(out.actors[i].group, hostile_actors[i].group));
            assert_true(ent_str_eq(out.actors[i].name, hostile_actors[i].name));
            assert_true(ent_str_eq(out.actors[i].kind, hostile_actors[i].kind));
            assert_true(ent_str_eq(out.actors[i].country, hostile_actors[i].country));
        }
        for (uint32_t i = 0; i < MENTIONS; i++)
            assert_same(&out.mentions[i], &mentions[i]);
        /* MISC keeps what was there, and nothing that CoNLL-U forbids */
        for (uint32_t s = 0; s < SENTENCES; s++) {
            for (int32_t w = 1; w <= WORDS; w++) {
                struct ent_str misc = document->sentences[s].words[w].misc;
                assert_null(memchr(misc.data, ' ', misc.size));
                assert_null(memchr(misc.data, '\t', misc.size));
                assert_true(w % 3 || ent_str_is(ent_misc_get(misc, "A"), "b"));
            }
        }
        ent_document_free(document);
    }
}

static void test_decodes_other_programs(void **state)
{
    (void)state;
    struct ent_document *document = blank_document(1, 5);
    struct ent_word *words = document->sentences[0].words;
    words[1].misc = ENT_STR("Entity=(e7-person-2-x(e9-place-1-y)");
    words[2].misc = ENT_STR("Entity=e7)");
    words[4].misc = ENT_STR("Entity=(e7)");
    words[5].misc = ENT_STR("Entity=)(((e9-");
    struct ent_mentions out;
    assert_int_equal(ent_mentions_decode(document, &out, NULL), ENT_OK);
    assert_true(out.mention_count >= 3);
    assert_int_equal(out.mentions[0].head, 1);
    assert_int_equal(out.mentions[1].head, 2);
    assert_int_equal(out.mentions[1].first, 1);
    assert_int_equal(out.mentions[1].last, 2);
    assert_true(ent_str_is(out.actors[out.mentions[1].actor].group, "e7"));
    ent_document_free(document);
}

/* Trees without heads, tags or words must not upset the search. */
static void test_survives_poor_trees(void **state)
{
    (void)state;
    struct ent_knowledge *knowledge;
    struct ent_error error = {0};
    assert_int_equal(ent_knowledge_load(&knowledge, NULL, 0, &error), ENT_OK);
    struct ent_document *document = blank_document(3, 6);
    static const char *const forms[] = {"(", "Moscou", "et", "les", "Etats-Unis", "\xC2\xAB"};
    document->sentences[2].word_count = 0;
    for (int32_t w = 1; w <= 6; w++) {
        for (int s = 0; s < 2; s++) {
            struct ent_word *word = &document->sentences[s].words[w];
            word->form = ent_str_of(forms[w - 1]);
            word->head = s == 0 ? -1 : w % 6 + 1; /* none, or a cycle */
        }
    }
    struct ent_mentions mentions;
    assert_int_equal(ent_actors_find(knowledge, document, &mentions, &error), ENT_OK);
    bool russia = false, america = false;
    for (uint32_t i = 0; i < mentions.actor_count; i++) {
        russia |= ent_str_is(mentions.actors[i].group, "RUS");
        america |= ent_str_is(mentions.actors[i].group, "USA");
    }
    assert_true(russia && america);
    assert_int_equal(ent_mentions_encode(document, &mentions, &error), ENT_OK);
    ent_document_free(document);
    ent_knowledge_free(knowledge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_atoms),
        cmocka_unit_test(test_refuses_bad_records),
        cmocka_unit_test(test_offices_have_dates),
        cmocka_unit_test(test_later_records_override),
        cmocka_unit_test(test_codec_is_lossless),
        cmocka_unit_test(test_decodes_other_programs),
        cmocka_unit_test(test_survives_poor_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
