/* coref.c: the walk through the document, word by word. */
#include "actor/coref.h"

#include <stdlib.h>

void coref_add(struct coref *coref, struct ent_mention mention)
{
    coref_note(coref, find_mention(coref->find, mention));
}

/* Names and nouns resolved without the discourse become present when they are read. */
static void note_mentions(struct coref *coref, int32_t word, uint32_t last)
{
    for (uint32_t m = coref->first_mention; m < last; m++) {
        if (coref->find->mentions[m].head == word)
            coref_note(coref, m);
    }
}

static void read_noun(struct coref *coref, int32_t word)
{
    struct noun *noun = &coref->info->nouns[coref->info->words[word].noun - 1];
    if (noun->head != word || noun->dropped)
        return;
    if (noun->actor_count && !noun->thing && noun->entry->type == ENTRY_GROUP)
        coref_remember_noun(coref, noun, noun->actors[0]);
    if (noun->actor_count && noun->entry->type == ENTRY_TITLE && !noun->former)
        coref_remember_noun(coref, noun, noun->actors[0]);
    if (!noun->asked)
        coref_describe(coref, noun);
}

static bool is_before_name(const struct sentence_info *info, int32_t word)
{
    return word < (int32_t)info->sentence->word_count && info->words[word + 1].name &&
           info->sentence->words[word + 1].upos == ENT_PROPN;
}

/* "le Russe" is the Russian of the text, if it has one. */
static void settle_national(struct coref *coref, int32_t word)
{
    const struct sentence_info *info = coref->info;
    const struct name *name = &info->names[info->words[word].name - 1];
    float certainty;
    if (name->head != word || name->used || name->type != NAME_PEOPLE ||
        (name->entry->flags & ENTRY_PLURAL) || name->first < 2 ||
        !(info->words[name->first - 1].cues & CUE(DEFINITE)) ||
        (info->sentence->words[name->first - 1].morph & ENT_PLUR) ||
        is_before_name(info, name->last))
        return; /* "l'Éthiopien Abiy Ahmed" says who he is */
    struct wish wish = coref_wish(ENT_STR("person"));
    wish.human = true;
    wish.country = coref->find->actors[name->actor].group;
    uint32_t person = coref_best_fitting(coref, &wish, &certainty);
    if (person == ENT_NONE && !(info->words[word].shape & SHAPE_UPPER)) {
        wish.human = false; /* "le français" after "Vivendi" */
        wish.kind = ENT_STR("company");
        person = coref_best_fitting(coref, &wish, &certainty);
    }
    for (uint32_t m = coref->first_mention; m < coref->find->mention_count; m++) {
        struct ent_mention *mention = &coref->find->mentions[m];
        if (person != ENT_NONE && mention->head == word &&
            mention->actor == name->actor) {
            mention->actor = person;
            mention->certainty = certainty;
        }
    }
}

static void read_word(struct coref *coref, int32_t word, uint32_t emitted)
{
    const struct ent_word *w = &coref->info->sentence->words[word];
    coref_track_quotes(coref, word);
    if (coref->info->words[word].noun)
        read_noun(coref, word);
    if (coref->info->words[word].name)
        settle_national(coref, word);
    note_mentions(coref, word, emitted);
    bool bare = coref->info->words[word].noun == 0 && coref->info->words[word].name == 0;
    if (bare && (w->upos == ENT_NOUN || w->upos == ENT_PROPN) &&
        coref_mention_at(coref, word) == ENT_NONE && coref_headword(coref, word))
        return;
    if (w->upos == ENT_NOUN && coref_mention_at(coref, word) == ENT_NONE &&
        !(coref->info->words[word].noun == 0 &&
          (coref_two(coref, word) || coref_collective(coref, word))))
        coref_note_rival(coref, word);
    if (bare && (coref_both(coref, word) || coref_ordinal(coref, word)))
        return;
    coref_pronoun(coref, word);
}

static void read_sentence(struct coref *coref, uint32_t sentence)
{
    struct find *find = coref->find;
    coref->sentence = sentence;
    coref->info = &find->sentences[sentence];
    coref->first_mention = find->mention_count;
    if (sentence > 0 &&
        find->document->sentences[sentence - 1].paragraph !=
            find->document->sentences[sentence].paragraph)
        coref->quoted = false; /* a missing closing mark must not run on */
    find_emit(find, sentence);
    uint32_t emitted = find->mention_count;
    int32_t count = (int32_t)coref->info->sentence->word_count;
    for (int32_t w = 1; w <= count && !find->failed && coref_reserve(coref); w++)
        read_word(coref, w, emitted);
    if (!find->failed)
        coref_speakers(coref);
}

void find_coref(struct find *find)
{
    struct coref coref = {.find = find, .speaker = ENT_NONE};
    ent_map_init(&coref.nouns);
    if (!coref_weigh_groups(&coref) || !coref_reserve(&coref))
        find->failed = true;
    for (uint32_t s = 0; s < find->document->sentence_count && !find->failed; s++)
        read_sentence(&coref, s);
    ent_map_clear(&coref.nouns);
    free(coref.noun_actors);
    free(coref.traces);
}
