/* follow.c: acts told by reference to another's. "Canada followed suit", "imité par
 * Berlin", "la CFDT a fait de même": the source does to the same target what was told
 * just before.
 *
 * Of the sentence before (or the words before in the same one) the act nearest to the
 * root of its tree is meant: what a sentence says, not what it mentions. */
#include "relation/finder.h"

enum { FOLLOW_SENTENCES = 2, MAX_DEPTH = 1000 };

static int depth_of(const struct ent_finder *finder, const struct ent_event *event)
{
    const struct ent_sentence *sentence = &finder->document->sentences[event->sentence];
    int depth = 0;
    for (int32_t w = event->trigger; w > 0 && depth < MAX_DEPTH; depth++)
        w = sentence->words[w].head;
    return depth;
}

static bool before(const struct ent_finder *finder, const struct ent_match *match,
                   const struct ent_event *event)
{
    return event->sentence < finder->view.index || event->trigger < match->head;
}

/* "s'est joint à la plainte": a complement of the trigger that tells of acts itself takes
 * up one of these; "a emboîté le pas" takes up any. */
static bool names_it(const struct ent_finder *finder, const struct ent_match *match,
                     int relation)
{
    const struct ent_language *language = finder->view.language;
    const struct ent_pattern *pattern = &match->frame->pattern;
    bool any = false;
    for (int i = 1; pattern->dep_count == 1 &&
                    pattern->deps[0].at.slot == ENT_SLOT_PREP && i < match->word_count;
         i++) {
        uint32_t word = finder->view.nodes[match->words[i]].lemma;
        if (ent_word_tells(language, ENT_TRIGGER_NOUN, word, 1U << relation, false))
            return true;
        any |= ent_frames_of(language, ENT_TRIGGER_NOUN, word) != 0;
    }
    return !any;
}

/* The act that is followed; `imitated` (or UINT32_MAX) is who did it. NULL if there is
 * none. */
static const struct ent_event *model_of(const struct ent_finder *finder,
                                        const struct ent_match *match, uint32_t imitated)
{
    const struct ent_event *best = NULL;
    for (uint32_t k = finder->event_count; k-- > 0;) {
        const struct ent_event *event = &finder->events[k];
        if (best ? event->sentence != best->sentence
                 : finder->view.index - event->sentence > FOLLOW_SENTENCES)
            break;
        if (before(finder, match, event) && names_it(finder, match, event->relation)
            && (imitated == UINT32_MAX || ent_same_group(finder, event->source, imitated))
            && (!best || depth_of(finder, event) <= depth_of(finder, best)))
            best = event;
    }
    return best;
}

/* The source does what the model tells, to all it was done to. */
static void copy(const struct ent_finder *finder, const struct ent_event *model,
                 uint32_t source, float quality, struct ent_pairs *pairs)
{
    for (uint32_t k = 0; k < finder->event_count; k++) {
        const struct ent_event *event = &finder->events[k];
        if (event->sentence != model->sentence || event->trigger != model->trigger ||
            event->relation != model->relation ||
            !ent_same_group(finder, event->source, model->source) ||
            ent_same_group(finder, event->source, source) ||
            pairs->count == ENT_PAIRS_MAX)
            continue;
        /* "A a fermé sa frontière à B ; B en a fait autant": to A */
        bool back = ent_same_group(finder, event->target, source);
        pairs->items[pairs->count++] = (struct ent_pair){
            .source = source, .target = back ? event->source : event->target,
            .relation = event->relation,
            .how_source = ENT_SLOT_SUBJ, .how_target = ENT_SLOT_ANY,
            .quality = quality * event->confidence};
    }
}

void ent_follow(const struct ent_finder *finder, const struct ent_match *match,
                struct ent_pairs *pairs)
{
    struct ent_pairs found = *pairs;
    pairs->count = 0;
    for (int i = 0; i < found.count; i++) {
        const struct ent_pair *pair = &found.items[i];
        const struct ent_event *model = model_of(finder, match, pair->target);
        if (model)
            copy(finder, model, pair->source, pair->quality, pairs);
    }
    const struct ent_event *model =
        found.count ? NULL : model_of(finder, match, UINT32_MAX);
    for (int i = 0; model && i < found.sources.count; i++)
        copy(finder, model, found.sources.items[i].mention,
             found.sources.items[i].quality, pairs);
    pairs->bridged = pairs->count > 0;
}
