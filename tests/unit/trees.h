/* trees.h: hand-made trees as documents. Trees are written as CoNLL-U with columns separated
 * by spaces: form lemma upos feats head deprel [actor]. */
#ifndef ENTENTE_TESTS_TREES_H
#define ENTENTE_TESTS_TREES_H

#include "unit.h"

#include <entente/conllu.h>
#include <entente/relation.h>

#include "relation/frames.h"

/* The frames of lib/data, for all tests of a program. Only what rules find counts here:
 * no role is completed by chance. */
static struct ent_frames *frames;

static int tree_load(void **state)
{
    struct ent_error error = {0};
    (void)state;
    if (ent_frames_load(&frames, NULL, 0, &error) != ENT_OK)
        return -1;
    frames->least_chance = 2;
    return 0;
}

static int tree_unload(void **state)
{
    (void)state;
    ent_frames_free(frames);
    return 0;
}

static inline void tree_write(FILE *file, const char *lang, const char *tree)
{
    struct ent_str rest = ent_str_of(tree), line, column;
    int number = 0;
    fprintf(file, "# newdoc id = t\n# date = 2025-01-15\n# lang = %s\n# sent_id = 1\n", lang);
    while (ent_str_split(&rest, '\n', &line)) {
        struct ent_str columns[7] = {{NULL, 0}};
        int count = 0;
        while (count < 7 && ent_str_split(&line, ' ', &column))
            columns[count++] = column;
        assert_true(count >= 6);
        fprintf(file, "%d\t%.*s\t%.*s\t%.*s\t_\t%.*s\t%.*s\t%.*s\t_\t", ++number,
                ENT_FMT(columns[0]), ENT_FMT(columns[1]), ENT_FMT(columns[2]),
                ENT_FMT(columns[3]), ENT_FMT(columns[4]), ENT_FMT(columns[5]));
        if (count == 7)
            fprintf(file, "A=%.*s\n", ENT_FMT(columns[6]));
        else
            fprintf(file, "_\n");
    }
    fputc('\n', file);
    rewind(file);
}

/* Every word with A=GROUP in MISC is a mention of that actor; A=GROUP>2 goes on for two more
 * words. */
static inline void tree_mentions(struct ent_document *document,
                                 struct ent_mentions *mentions)
{
    const struct ent_sentence *sentence = &document->sentences[0];
    mentions->actors = ent_arena_array(&document->arena, 32, sizeof(struct ent_actor));
    mentions->mentions = ent_arena_array(&document->arena, 32, sizeof(struct ent_mention));
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        struct ent_str group = ent_misc_get(sentence->words[w].misc, "A");
        uint32_t actor = 0;
        int32_t more = 0;
        size_t mark = ent_str_find(group, ENT_STR(">"));
        if (group.size == 0)
            continue;
        if (mark != SIZE_MAX) {
            more = group.data[mark + 1] - '0';
            group = ent_str_sub(group, 0, mark);
        }
        while (actor < mentions->actor_count
               && !ent_str_eq(mentions->actors[actor].group, group))
            actor++;
        if (actor == mentions->actor_count)
            mentions->actors[mentions->actor_count++] = (struct ent_actor){
                .group = group, .name = group, .kind = ENT_STR("state")};
        mentions->mentions[mentions->mention_count++] = (struct ent_mention){
            .first = w, .last = w + more, .head = w, .actor = actor,
            .kind = sentence->words[w].upos == ENT_ADJ ? ENT_MENTION_ADJECTIVE
                                                       : ENT_MENTION_NAME,
            .known = true, .certainty = 1};
    }
}

/* The relations of a tree as "A relation B status; ..." in order. */
static inline void tree_check(const struct ent_frames *rules, const char *lang,
                              const char *tree, const char *wanted)
{
    FILE *file = tmpfile();
    struct ent_error error = {0};
    struct ent_document *document = ent_document_new();
    struct ent_mentions mentions = {0};
    struct ent_relations relations;
    struct ent_buf seen;
    tree_write(file, lang, tree);
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, "test");
    assert_int_equal(ent_conllu_read(reader, document, &error), ENT_OK);
    tree_mentions(document, &mentions);
    assert_int_equal(ent_relations_find(rules, document, &mentions, NULL, &relations,
                                        &error), ENT_OK);
    ent_buf_init(&seen);
    for (uint32_t i = 0; i < relations.count; i++) {
        const struct ent_relation *r = &relations.items[i];
        ent_buf_printf(&seen, "%s%.*s %s %.*s %s", i ? "; " : "", ENT_FMT(r->source.group),
                       ent_relation_name(r->type), ENT_FMT(r->target.group),
                       ent_relation_status_name(r->status));
        if (r->claimant.size)
            ent_buf_printf(&seen, " by %.*s", ENT_FMT(r->claimant));
    }
    assert_string_equal(seen.data ? seen.data : "", wanted);
    ent_buf_clear(&seen);
    ent_conllu_reader_free(reader);
    ent_document_free(document);
    fclose(file);
}

#endif
