/* complete_cues.c: what speaks for and against an actor in a role that no rule fills. */
#include "relation/complete.h"
#include "relation/story.h"

#define NONE ENT_STR("")

static size_t put(char *text, size_t size, size_t room, struct ent_str part)
{
    if (size + part.size > room)
        return size;
    memcpy(text + size, part.data, part.size);
    return size + part.size;
}

void ent_cue(struct ent_cues *cues, const char *side, const char *name,
             struct ent_str value, struct ent_str more)
{
    char text[192];
    size_t size = put(text, 0, sizeof text, ent_str_of(side));
    size = put(text, size, sizeof text, ENT_STR("."));
    size = put(text, size, sizeof text, ent_str_of(name));
    size = put(text, size, sizeof text, ENT_STR("="));
    size = put(text, size, sizeof text, value);
    if (more.size) {
        size = put(text, size, sizeof text, ENT_STR(","));
        size = put(text, size, sizeof text, more);
    }
    for (size_t i = 0; i < size; i++) /* told lines are split at blanks */
        if (text[i] == ' ')
            text[i] = '_';
    const struct ent_frames *frames = cues->finder->frames;
    uint32_t index = ent_map_find(&frames->cues, (struct ent_str){text, size});
    if (index != ENT_MAP_NONE)
        cues->sum += frames->cue_weights[index];
    if (!cues->tell || cues->size + size + 1 > sizeof cues->told)
        return;
    cues->told[cues->size++] = ' ';
    memcpy(cues->told + cues->size, text, size);
    cues->size += size;
}

static struct ent_str step(int value, int most)
{
    static const char *const NAMES[] = {"0", "1", "2", "3", "4", "5", "6", "7"};
    return ent_str_of(NAMES[value > most ? most : value]);
}

static struct ent_str relation_of(const struct ent_match *match)
{
    return ent_str_of(ent_relation_name((enum ent_relation_type)match->frame->relation));
}

static struct ent_str kind_of(const struct ent_match *match)
{
    static const char *const KINDS[] = {"verb", "noun", "adj", "prefix", "suffix"};
    return ent_str_of(KINDS[match->frame->kind]);
}

static struct ent_str sign_of(const struct ent_match *match)
{
    int sign = ent_relation_sign((enum ent_relation_type)match->frame->relation);
    return sign < 0 ? ENT_STR("-") : sign > 0 ? ENT_STR("+") : ENT_STR("0");
}

static struct ent_str form_of(const struct ent_mention *mention)
{
    switch (mention->kind) {
    case ENT_MENTION_NAME:
        return mention->place ? ENT_STR("place") : ENT_STR("name");
    case ENT_MENTION_NOMINAL:
        return mention->thing ? ENT_STR("thing") : ENT_STR("noun");
    case ENT_MENTION_PRONOUN:
        return ENT_STR("pronoun");
    case ENT_MENTION_POSSESSIVE:
        return ENT_STR("possessive");
    default:
        return mention->thing ? ENT_STR("thing") : ENT_STR("adjective");
    }
}

static struct ent_str quote_name(const struct ent_view *view, int32_t trigger, int32_t w)
{
    bool a = view->nodes[trigger].quote, b = view->nodes[w].quote;
    return a && b ? ENT_STR("both")
           : a    ? ENT_STR("trigger")
           : b    ? ENT_STR("actor")
                  : ENT_STR("none");
}

/* Actors and verbs between the trigger and the word. */
static void note_between(struct ent_cues *cues, const char *side, int32_t trigger,
                         int32_t w)
{
    const struct ent_view *view = &cues->finder->view;
    int32_t from = trigger < w ? trigger : w, to = trigger < w ? w : trigger;
    int actors = 0, verbs = 0;
    for (int32_t i = from + 1; i < to; i++) {
        actors += view->nodes[i].mention != 0;
        verbs += view->nodes[i].upos == ENT_VERB;
    }
    ent_cue(cues, side, "actors_between", step(actors, 3),
            w < trigger ? ENT_STR("before") : ENT_STR("behind"));
    ent_cue(cues, side, "verbs_between", step(verbs, 2),
            w < trigger ? ENT_STR("before") : ENT_STR("behind"));
}

/* Is it the subject of the sentence's main verb? */
static bool is_main_subject(const struct ent_view *view, int32_t w)
{
    return view->nodes[w].rel == ENT_REL_NSUBJ && view->nodes[w].head == view->root;
}

static void note_place(struct ent_cues *cues, const char *side,
                       const struct ent_match *match, int32_t w)
{
    const struct ent_view *view = &cues->finder->view;
    const struct ent_node *node = &view->nodes[w];
    char text[ENT_PATH_TEXT];
    struct ent_str path = ent_path_between(view, match->head, w, text);
    ent_cue(cues, side, "path", path, kind_of(match));
    ent_cue(cues, side, "path", path, relation_of(match));
    ent_cue(cues, side, "rel", ent_str_of(ent_deprel_name((enum ent_deprel)node->rel)),
            sign_of(match));
    ent_cue(cues, side, "quote", quote_name(view, match->head, w), NONE);
    if (is_main_subject(view, w))
        ent_cue(cues, side, "main_subject", kind_of(match), NONE);
    int32_t verb = ent_governing_verb(view, match->head);
    ent_cue(cues, side, "clause",
            verb == ent_governing_verb(view, w) ? ENT_STR("same") : ENT_STR("other"),
            kind_of(match));
    note_between(cues, side, match->head, w);
}

/* What else the sentence says that the group does or suffers. */
static void note_other_roles(struct ent_cues *cues, const char *side,
                             const struct ent_match *match, uint32_t group)
{
    const struct ent_finder *finder = cues->finder;
    int sign = ent_relation_sign((enum ent_relation_type)match->frame->relation);
    bool does = false, suffers = false, same = false;
    for (uint32_t i = finder->event_count; i-- > 0;) {
        const struct ent_event *event = &finder->events[i];
        if (event->sentence != finder->view.index)
            break;
        bool source =
            ent_story_group_of(finder->story, finder->mentions, event->source) == group;
        bool target =
            ent_story_group_of(finder->story, finder->mentions, event->target) == group;
        does |= source;
        suffers |= target;
        if (source || target)
            same |= ent_relation_sign((enum ent_relation_type)event->relation) == sign;
    }
    struct ent_str role = does && suffers ? ENT_STR("both")
                          : does          ? ENT_STR("does")
                          : suffers       ? ENT_STR("suffers")
                                          : ENT_STR("none");
    ent_cue(cues, side, "here", role,
            does || suffers ? same ? ENT_STR("same") : ENT_STR("other") : NONE);
}

/* What the document has told of the group, and how much it is about it. */
static void note_story(struct ent_cues *cues, const char *side,
                       const struct ent_match *match, uint32_t group)
{
    const struct ent_story *story = cues->finder->story;
    uint32_t bit = 1U << match->frame->relation;
    int rank = 0;
    while (rank < ENT_STORY_TOP && story->top[rank] != group)
        rank++;
    ent_cue(cues, side, "rank", step(rank, ENT_STORY_TOP), NONE);
    ent_cue(cues, side, "uses",
            step((int)(story->groups[group].uses > 7 ? 7 : story->groups[group].uses), 5),
            NONE);
    if (story->groups[group].did & bit)
        ent_cue(cues, side, "did_before", relation_of(match), NONE);
    if (story->groups[group].suffered & bit)
        ent_cue(cues, side, "suffered_before", relation_of(match), NONE);
    if (!story->groups[group].did && !story->groups[group].suffered)
        ent_cue(cues, side, "untold", step(rank, ENT_STORY_TOP), NONE);
}

/* Where the discourse has the actor from. */
static void note_discourse(struct ent_cues *cues, const char *side,
                           const struct ent_match *match, const struct ent_choice *choice)
{
    const struct ent_finder *finder = cues->finder;
    const struct ent_mention *mention = &finder->mentions->mentions[choice->mention];
    const struct ent_sentence *sentence = &finder->document->sentences[mention->sentence];
    uint32_t last = finder->story->groups[choice->group].last;
    uint32_t back =
        last ? finder->view.index - finder->mentions->mentions[last - 1].sentence : 9;
    enum ent_deprel rel =
        mention->head >= 1 && mention->head <= (int32_t)sentence->word_count
            ? sentence->words[mention->head].rel
            : ENT_REL_NONE;
    ent_cue(cues, side, "back", step((int)(back > 7 ? 7 : back), 4), kind_of(match));
    if (mention->sentence + 1 == finder->view.index)
        ent_cue(cues, side, "back_rel", ent_str_of(ent_deprel_name(rel)), NONE);
    if (mention->sentence == 0)
        ent_cue(cues, side, "title_rel", ent_str_of(ent_deprel_name(rel)), NONE);
    ent_cue(cues, side, "absent", relation_of(match), NONE);
    ent_cue(cues, side, "absent", kind_of(match), sign_of(match));
}

void ent_cues_of_choice(struct ent_cues *cues, const struct ent_match *match,
                        const struct ent_choice *choice, bool target)
{
    const struct ent_mentions *all = cues->finder->mentions;
    const struct ent_mention *mention = &all->mentions[choice->mention];
    const char *side = target ? "target" : "source";
    struct ent_str kind = all->actors[mention->actor].kind;
    if (choice->known) {
        side = target ? "known_target" : "known_source";
        ent_cue(cues, side, "kind", kind, NONE);
        ent_cue(cues, side, "form", form_of(mention), NONE);
        return;
    }
    ent_cue(cues, side, "kind", kind, relation_of(match));
    ent_cue(cues, side, "kind", kind, NONE);
    note_story(cues, side, match, choice->group);
    if (!choice->here) {
        note_discourse(cues, side, match, choice);
        return;
    }
    ent_cue(cues, side, "form", form_of(mention), kind_of(match));
    if (!mention->known)
        ent_cue(cues, side, "unknown", form_of(mention), NONE);
    if (mention->certainty < 0.7F)
        ent_cue(cues, side, "unsure", form_of(mention), NONE);
    note_place(cues, side, match, mention->head);
    note_other_roles(cues, side, match, choice->group);
}
