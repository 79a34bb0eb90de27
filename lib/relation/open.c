#include "relation/open.h"

#include <entente/map.h>
#include <entente/utf8.h>

enum { DEPTH_MAX = 12, TAIL_MAX = 8 /* words of a phrase behind its head */ };

static const float QUALITY = 0.95F;

/* The child of `head` through which the word hangs on it; 0 if it does not. */
static int32_t branch_to(const struct ent_sentence *sentence, int32_t word, int32_t head)
{
    for (int depth = 0; word > 0 && depth < DEPTH_MAX; depth++) {
        int32_t above = sentence->words[word].head;
        if (above == head)
            return word;
        word = above;
    }
    return 0;
}

static bool is_phrase_head(const struct ent_word *word)
{
    return (word->upos == ENT_NOUN || word->upos == ENT_PROPN) &&
           word->rel != ENT_REL_COMPOUND && word->rel != ENT_REL_FLAT &&
           word->rel != ENT_REL_FIXED && word->rel != ENT_REL_GOESWITH;
}

/* Does the word before or behind belong to the name of the phrase? */
static bool belongs(const struct ent_sentence *sentence, int32_t word, int32_t head)
{
    int32_t branch = branch_to(sentence, word, head);
    if (!branch)
        return false;
    switch (sentence->words[branch].rel) {
    case ENT_REL_AMOD:
    case ENT_REL_COMPOUND:
    case ENT_REL_FLAT:
    case ENT_REL_NUMMOD:
    case ENT_REL_DET:
    case ENT_REL_FIXED:
        return sentence->words[word].upos != ENT_PUNCT || word < head;
    case ENT_REL_NMOD:
        return word < head || word - head <= TAIL_MAX;
    default:
        return false;
    }
}

/* "members of the union", not "farmers in Harare" */
static bool is_genitive(const struct ent_sentence *sentence, int32_t branch)
{
    int32_t mark = ent_child_by_rel(sentence, branch, ENT_REL_CASE);
    return sentence->words[branch].rel != ENT_REL_NMOD ||
           (mark && (ent_str_is(sentence->words[mark].lemma, "of") ||
                     ent_str_is(sentence->words[mark].lemma, "de")));
}

/* In its name a phrase has neither article nor number nor place. */
static bool is_named(const struct ent_sentence *sentence, int32_t at, int32_t head)
{
    const struct ent_word *word = &sentence->words[at];
    if (at > head)
        return is_genitive(sentence, branch_to(sentence, at, head));
    return at == head || (word->upos != ENT_DET && word->upos != ENT_NUM &&
                          word->rel != ENT_REL_DET && word->rel != ENT_REL_NUMMOD);
}

static struct ent_str name_of(const struct ent_sentence *sentence, int32_t first,
                              int32_t last, int32_t head, struct ent_arena *arena)
{
    struct ent_str name = {"", 0};
    bool glue = false;
    for (int32_t w = first; w <= last && name.data; w++) {
        const struct ent_word *word = &sentence->words[w];
        if (!is_named(sentence, w, head))
            continue;
        struct ent_str form =
            word->upos == ENT_PROPN ? word->form : ent_utf8_to_lower(arena, word->form);
        if (form.data)
            name = ent_arena_printf(arena, "%.*s%s%.*s", ENT_FMT(name), glue ? " " : "",
                                    ENT_FMT(form));
        glue = word->space_after;
    }
    return name;
}

/* The number of the actor of that name, which may be new. */
static uint32_t actor_named(struct ent_mentions *wider, struct ent_map *names,
                            uint32_t known, struct ent_str name)
{
    bool added = false;
    uint32_t number = ent_map_add(names, name, &added);
    if (number == ENT_MAP_NONE)
        return UINT32_MAX;
    if (added)
        wider->actors[wider->actor_count++] = (struct ent_actor){
            .group = name, .name = name, .kind = ENT_STR("other"), .country = {"", 0}};
    return known + number;
}

static bool add_phrase(struct ent_document *document, uint32_t index, int32_t head,
                       struct ent_mentions *wider, struct ent_map *names, uint32_t known,
                       uint32_t at)
{
    const struct ent_sentence *sentence = &document->sentences[index];
    int32_t first = head, last = head;
    while (first > 1 && belongs(sentence, first - 1, head))
        first--;
    while (last < (int32_t)sentence->word_count && belongs(sentence, last + 1, head))
        last++;
    struct ent_str name = name_of(sentence, first, last, head, &document->arena);
    uint32_t actor = name.data ? actor_named(wider, names, known, name) : UINT32_MAX;
    wider->mentions[at] = (struct ent_mention){.sentence = index,
                                               .first = first,
                                               .last = last,
                                               .head = head,
                                               .actor = actor,
                                               .kind = ENT_MENTION_NOMINAL,
                                               .certainty = 1};
    return actor != UINT32_MAX;
}

static uint32_t count_phrases(const struct ent_document *document)
{
    uint32_t count = 0;
    for (uint32_t s = 0; s < document->sentence_count; s++)
        for (uint32_t w = 1; w <= document->sentences[s].word_count; w++)
            count += is_phrase_head(&document->sentences[s].words[w]);
    return count;
}

enum ent_status ent_open_phrases(struct ent_document *document,
                                 const struct ent_mentions *mentions,
                                 struct ent_mentions *wider, uint32_t **starts,
                                 struct ent_error *error)
{
    struct ent_map names;
    uint32_t count = count_phrases(document), known = mentions->actor_count;
    uint32_t at = mentions->mention_count;
    bool good = true;
    *wider = *mentions;
    wider->actors = ent_arena_array(&document->arena, (size_t)known + count + 1,
                                    sizeof *wider->actors);
    wider->mentions = ent_arena_array(&document->arena, (size_t)at + count + 1,
                                      sizeof *wider->mentions);
    *starts = ent_arena_array(&document->arena, (size_t)document->sentence_count + 1,
                              sizeof **starts);
    if (!wider->actors || !wider->mentions || !*starts)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (known > 0)
        memcpy(wider->actors, mentions->actors, known * sizeof *wider->actors);
    if (at > 0)
        memcpy(wider->mentions, mentions->mentions, at * sizeof *wider->mentions);
    ent_map_init(&names);
    for (uint32_t s = 0; s < document->sentence_count; s++) {
        (*starts)[s] = at;
        for (uint32_t w = 1; w <= document->sentences[s].word_count && good; w++)
            if (is_phrase_head(&document->sentences[s].words[w]))
                good = add_phrase(document, s, (int32_t)w, wider, &names, known, at++);
    }
    (*starts)[document->sentence_count] = at;
    ent_map_clear(&names);
    return good ? ENT_OK : ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

void ent_open_place(struct ent_view *view)
{
    for (uint32_t i = view->open_starts[view->index];
         i < view->open_starts[view->index + 1]; i++)
        view->nodes[view->mentions->mentions[i].head].phrase = i + 1;
}

/* Times are no actors, and what only happens does not act: "the attack killed". */
static bool may_be(const struct ent_view *view, int32_t word, unsigned flags)
{
    const struct ent_node *node = &view->nodes[word];
    if (!node->phrase || node->idle || ent_view_in(view, node->lemma, ENT_LIST_MONTH))
        return false;
    if (node->lemma == ENT_WORD_NONE)
        return true;
    if (view->language->times_by_word[node->lemma])
        return false;
    if (node->rel == ENT_REL_NSUBJ && node->prep != ENT_WORD_NONE)
        return false; /* "A, in a statement, condemned" */
    return (flags & ENT_FILL_HIT) || ent_view_in(view, node->lemma, ENT_LIST_PEOPLE) ||
           !(ent_view_in(view, node->lemma, ENT_LIST_MISHAP) ||
             ent_frames_of(view->language, ENT_TRIGGER_NOUN, node->lemma));
}

/* "Rivals said they will boycott": the subject of what is said is who says it. */
static int32_t who_says(const struct ent_view *view, int32_t pronoun)
{
    const struct ent_node *node = &view->nodes[pronoun];
    float quality = 1.0F;
    int32_t verb = node->head, speech = verb ? view->nodes[verb].head : 0;
    if (node->upos != ENT_PRON || node->rel != ENT_REL_NSUBJ || node->mention ||
        !speech || !ent_view_has(view, pronoun, ENT_PRS | ENT_P3) ||
        view->nodes[verb].rel != ENT_REL_CCOMP || speech > pronoun)
        return 0;
    int32_t subject = ent_logical_subject(view, speech, &quality);
    return subject && subject < speech && view->nodes[subject].upos == ENT_NOUN ? subject
                                                                                : 0;
}

bool ent_open_fill(const struct ent_view *view, int32_t word, unsigned flags,
                   float quality, struct ent_fillers *fillers)
{
    if (who_says(view, word))
        word = who_says(view, word);
    if (!may_be(view, word, flags) || fillers->count == ENT_FILLERS_MAX)
        return false;
    fillers->items[fillers->count++] =
        (struct ent_filler){view->nodes[word].phrase - 1, quality * QUALITY, false};
    return true;
}

int ent_open_fine(const struct ent_view *view, const struct ent_arg *arg,
                  const struct ent_filler *filler)
{
    int32_t mark = ent_view_child(view, arg->word, ENT_REL_CASE);
    bool phrase = filler->mention >= view->mentions->mention_count;
    return phrase && arg->at.slot == ENT_SLOT_PREP && mark &&
                   ent_view_in(view, view->nodes[mark].lemma, ENT_LIST_OCCASION)
               ? 4
               : 0;
}

/* A place in which the act is told to happen, behind the trigger in its clause. */
static int32_t scene_of(const struct ent_view *view, int32_t trigger)
{
    for (int32_t w = trigger + 1; w <= view->count; w++) {
        const struct ent_node *node = &view->nodes[w];
        int32_t mark = ent_view_child(view, w, ENT_REL_CASE);
        if (node->upos == ENT_SCONJ || node->upos == ENT_PUNCT)
            return 0;
        if (mark && node->mention &&
            ent_view_in(view, view->nodes[mark].lemma, ENT_LIST_SCENE))
            return w;
    }
    return 0;
}

/* What is done to things and to nobody known is also told of the place: "gave a million
 * to promote trade in Ethiopia". */
static void add_scene(const struct ent_view *view, const struct ent_match *match,
                      struct ent_pairs *pairs)
{
    int relation = match->frame->relation, before = pairs->count;
    int32_t scene = scene_of(view, match->head);
    if (!scene ||
        (relation != ENT_AIDS && relation != ENT_ATTACKS && relation != ENT_COERCES &&
         relation != ENT_CONCEDES_TO && relation != ENT_MOBILIZES_AGAINST))
        return;
    uint32_t place = view->nodes[scene].mention - 1;
    for (int i = 0; i < before && pairs->count < ENT_PAIRS_MAX; i++) {
        const struct ent_pair *pair = &pairs->items[i];
        if (pair->target < view->mentions->mention_count ||
            (i > 0 && pair->source == pairs->items[i - 1].source) ||
            ent_view_same_group(view, pair->source, place))
            continue;
        pairs->items[pairs->count] = *pair;
        pairs->items[pairs->count].target = place;
        pairs->items[pairs->count].how_target = ENT_SLOT_PREP;
        pairs->items[pairs->count++].quality *= 0.8F;
    }
}

/* Is the object that the trigger asks for who is acted upon: "detained 18 people"? */
static bool is_victim(const struct ent_view *view, const struct ent_match *match,
                      int32_t w)
{
    const struct ent_positions *target = &match->frame->target;
    uint32_t lemma = view->nodes[w].lemma;
    return ent_positions_have(target, ENT_SLOT_OBJ) && w != match->head &&
           view->nodes[w].rel == ENT_REL_OBJ &&
           (!ent_frames_of(view->language, ENT_TRIGGER_NOUN, lemma) ||
            ent_view_in(view, lemma, ENT_LIST_PEOPLE));
}

/* The words of the trigger, and what is coordinated with them ("ordered the arrest and
 * detention of"), are no actors. */
static void mark_idle(struct ent_view *view, const struct ent_match *match, bool idle)
{
    for (int i = 0; i < match->word_count; i++) {
        if (is_victim(view, match, match->words[i]))
            continue;
        view->nodes[match->words[i]].idle = idle;
        for (int32_t c = view->nodes[match->words[i]].child; c; c = view->nodes[c].next)
            if (view->nodes[c].rel == ENT_REL_CONJ && match->words[i] != match->head)
                view->nodes[c].idle = idle;
    }
}

void ent_open_roles(struct ent_view *view, const struct ent_match *match,
                    const struct ent_args *args, struct ent_pairs *pairs)
{
    static const unsigned WAYS[] = {ENT_FILL_OPEN | ENT_FILL_HIT,
                                    ENT_FILL_OPEN | ENT_FILL_HIT | ENT_FILL_LOOP};
    struct ent_pairs wider = {.count = 0};
    bool same = pairs->same;
    mark_idle(view, match, true);
    for (int i = 0; i < 2 && wider.count == 0 && (i == 0 || same); i++) {
        view->open = WAYS[i];
        ent_roles_assign(view, match->frame, match->head, args, &wider);
        same |= wider.same;
    }
    view->open = 0;
    mark_idle(view, match, false);
    if (wider.count > 0) {
        add_scene(view, match, &wider);
        *pairs = wider;
    }
}
