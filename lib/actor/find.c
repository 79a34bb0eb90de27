/* find.c: the search for actors in one document, stage by stage. */
#include "actor/coref.h"

#include <entente/utf8.h>
#include <stdlib.h>

/* How many of the first words are function words of the language? */
static unsigned function_words(struct find *find, int lang)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    unsigned hits = 0, seen = 0;
    for (uint32_t s = 0; s < find->document->sentence_count && seen < 500; s++) {
        const struct ent_sentence *sentence = &find->document->sentences[s];
        for (uint32_t w = 1; w <= sentence->word_count; w++, seen++) {
            struct ent_str form = ent_utf8_fold(&find->scratch, sentence->words[w].form);
            uint32_t atom = ent_map_find(&knowledge->atoms, form);
            hits += atom < knowledge->cue_count &&
                    (knowledge->cues[lang][atom] & (CUE(OF) | CUE(DEFINITE)));
        }
    }
    return hits;
}

/* The document's language, or a guess from its words: 0 French, 1 English. */
static int language_of(struct find *find)
{
    struct ent_str lang = find->document->lang;
    if (ent_str_starts(lang, ENT_STR("fr")))
        return 0;
    if (ent_str_starts(lang, ENT_STR("en")))
        return 1;
    return function_words(find, 1) > function_words(find, 0);
}

static bool find_init(struct find *find, const struct ent_knowledge *knowledge,
                      struct ent_document *document)
{
    *find = (struct find){.knowledge = knowledge, .document = document};
    ent_arena_init(&find->scratch);
    ent_map_init(&find->actor_keys);
    ent_map_init(&find->groups);
    ent_map_init(&find->common);
    find->lang = language_of(find);
    size_t sentences = document->sentence_count + 1;
    find->sentences = ent_arena_array(&find->scratch, sentences, sizeof *find->sentences);
    find->actor_hits = ent_arena_array(&find->scratch, knowledge->actor_count + 1,
                                       sizeof *find->actor_hits);
    find->person_hits = ent_arena_array(&find->scratch, knowledge->person_count + 1,
                                        sizeof *find->person_hits);
    find->candidates = ent_arena_array(&find->scratch, knowledge->person_count + 1,
                                       sizeof *find->candidates);
    return find->sentences && find->actor_hits && find->person_hits &&
           find->candidates;
}

static void find_clear(struct find *find)
{
    free(find->actors);
    free(find->infos);
    free(find->mentions);
    free(find->mention_infos);
    ent_map_clear(&find->actor_keys);
    ent_map_clear(&find->groups);
    ent_map_clear(&find->common);
    ent_arena_clear(&find->scratch);
}

/* Nouns and adjectives written small: "Patinage artistique :" names nobody where the text
 * has "le patinage". */
static void note_common(struct find *find, const struct sentence_info *info)
{
    for (int32_t w = 1; w <= (int32_t)info->sentence->word_count; w++) {
        const struct ent_word *word = &info->sentence->words[w];
        if ((word->upos != ENT_NOUN && word->upos != ENT_ADJ) ||
            (info->words[w].shape & SHAPE_UPPER) || word->form.size < 3)
            continue;
        if (ent_map_add(&find->common, ent_utf8_fold(&find->scratch, word->form), NULL) ==
            ENT_MAP_NONE)
            find->failed = true;
    }
}

bool find_is_common(struct find *find, struct ent_str word)
{
    return ent_map_find(&find->common, ent_utf8_fold(&find->scratch, word)) !=
           ENT_MAP_NONE;
}

/* Names and nouns of all sentences; linked in several passes, since a name's first
 * mention may be its short one (a headline's). */
static void find_all(struct find *find)
{
    uint32_t count = find->document->sentence_count;
    for (uint32_t s = 0; s < count && !find->failed; s++) {
        struct sentence_info *info = &find->sentences[s];
        info->sentence = &find->document->sentences[s];
        if (!info->sentence->linked)
            ent_sentence_link(info->sentence);
        if (!find_scan(find, info)) {
            find->failed = true;
            return;
        }
        find_names_tally(find, info);
        note_common(find, info);
    }
    for (uint32_t s = 0; s < count && !find->failed; s++) {
        find_names_choose(find, &find->sentences[s]);
        find_unknown(find, &find->sentences[s]);
    }
    if (!find->failed) {
        find_candidates(find);
        find_short_names(find);
    }
    if (!find->failed)
        find_works(find);
    for (uint32_t s = 0; s < count && !find->failed; s++)
        find_places(find, &find->sentences[s]);
    find_places_settle(find);
    for (uint32_t s = 0; s < count && !find->failed; s++)
        find_nouns(find, s);
    if (!find->failed)
        find_coref(find);
}

/* A known actor is named by the longest name that the document calls it: the id stays as
 * the group. Agencies and office-holders keep their own names. */
static void name_as_written(struct find *find)
{
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            struct name *name = &info->names[i];
            bool other_form = name->type == NAME_UNKNOWN && name->last > name->first &&
                              name->actor != ENT_NONE &&
                              find->infos[name->actor].person != ENT_NONE;
            if (name->actor == ENT_NONE || (!name->entry && !other_form) ||
                (name->type != NAME_ACTOR && name->type != NAME_PERSON && !other_form) ||
                (name->entry && (name->entry->flags & ENTRY_SURNAME)))
                continue;
            struct ent_actor *actor = &find->actors[name->actor];
            struct actor_info *ai = &find->infos[name->actor];
            if (!ent_str_eq(actor->group, actor->name) ||
                ent_str_is(actor->kind, "state") || ent_str_is(actor->kind, "igo"))
                continue;
            struct ent_str text =
                find_text(find, info->sentence, name->first, name->last);
            if (ent_str_eq(ent_utf8_fold(&find->scratch, text),
                           ent_utf8_fold(&find->scratch, actor->group)))
                text = actor->group;
            if (text.size > ai->written.size)
                ai->written = text;
        }
    }
    for (uint32_t a = 0; a < find->actor_count; a++) {
        if (find->infos[a].written.size)
            find->actors[a].name = find->infos[a].written;
    }
}

static int by_position(const void *a, const void *b)
{
    const struct ent_mention *x = a, *y = b;
    if (x->sentence != y->sentence)
        return x->sentence < y->sentence ? -1 : 1;
    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Two decimals are enough, and the same number is read back from text. */
static float hundredths(float value)
{
    return (float)((double)(long)(value * 100 + 0.5f) / 100);
}

/* Copy what was found into the document's arena, without actors that no mention names. */
static bool hand_out(struct find *find, struct ent_mentions *mentions)
{
    struct ent_arena *arena = &find->document->arena;
    uint32_t *number =
        ent_arena_array(&find->scratch, find->actor_count + 1, sizeof *number);
    mentions->mentions =
        ent_arena_array(arena, find->mention_count + 1, sizeof *mentions->mentions);
    mentions->actors =
        ent_arena_array(arena, find->actor_count + 1, sizeof *mentions->actors);
    if (!number || !mentions->mentions || !mentions->actors)
        return false;
    if (find->mention_count)
        qsort(find->mentions, find->mention_count, sizeof *find->mentions, by_position);
    mentions->mention_count = find->mention_count;
    mentions->actor_count = 0;
    for (uint32_t i = 0; i < find->mention_count; i++) {
        struct ent_mention *mention = &mentions->mentions[i];
        *mention = find->mentions[i];
        mention->certainty = hundredths(mention->certainty);
        mention->known = find->infos[mention->actor].known != ENT_NONE ||
                         find->infos[mention->actor].person != ENT_NONE;
        if (!number[mention->actor]) {
            mentions->actors[mentions->actor_count] = find->actors[mention->actor];
            number[mention->actor] = ++mentions->actor_count;
        }
        mention->actor = number[mention->actor] - 1;
    }
    return true;
}

enum ent_status ent_actors_find(const struct ent_knowledge *knowledge,
                                struct ent_document *document,
                                struct ent_mentions *mentions, struct ent_error *error)
{
    struct find find;
    *mentions = (struct ent_mentions){0};
    bool done = find_init(&find, knowledge, document);
    if (done) {
        find_all(&find);
        if (!find.failed)
            name_as_written(&find);
        done = !find.failed && hand_out(&find, mentions);
    }
    find_clear(&find);
    return done ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}
