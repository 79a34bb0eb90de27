/* complete_choice.c: who may fill a role that no rule fills: the actors of the sentence,
 * then those of the discourse: who stood in the sentence before, in the title, who is
 * named most, and with whom the other side was last. */
#include "relation/complete.h"
#include "relation/story.h"

enum { HERE_MAX = 12, BACK_MAX = 6, TITLE_MAX = 4 };

static bool has_group(const struct ent_choices *choices, uint32_t group)
{
    for (int i = 0; i < choices->count; i++)
        if (choices->items[i].group == group)
            return true;
    return false;
}

static void add(const struct ent_finder *finder, uint32_t mention, bool here,
                struct ent_choices *choices)
{
    uint32_t group = ent_story_group_of(finder->story, finder->mentions, mention);
    if (choices->count == ENT_CHOICES_MAX || (!here && has_group(choices, group)))
        return;
    choices->items[choices->count++] =
        (struct ent_choice){.mention = mention, .group = group, .here = here};
}

static bool is_known(const struct ent_finder *finder, const struct ent_match *match,
                     uint32_t mention)
{
    for (int i = 0; i < match->known_count; i++)
        if (ent_same_group(finder, match->known[i], mention))
            return true;
    return false;
}

/* Words of a trigger that name the act are no actors. */
static bool in_trigger(const struct ent_match *match, int32_t w)
{
    for (int i = 1; i < match->word_count; i++)
        if (match->words[i] == w)
            return true;
    return false;
}

static void add_here(const struct ent_finder *finder, const struct ent_match *match,
                     struct ent_choices *choices)
{
    const struct ent_view *view = &finder->view;
    for (int32_t w = 1; w <= view->count && choices->count < HERE_MAX; w++) {
        const struct ent_node *node = &view->nodes[w];
        if (!node->mention || in_trigger(match, w))
            continue;
        for (uint32_t k = 0; k < node->mention_count && choices->count < HERE_MAX; k++)
            if (!is_known(finder, match, node->mention - 1 + k))
                add(finder, node->mention - 1 + k, true, choices);
    }
}

static void add_free(const struct ent_finder *finder, const struct ent_match *match,
                     uint32_t mention, struct ent_choices *choices)
{
    if (!is_known(finder, match, mention))
        add(finder, mention, false, choices);
}

static void add_back(const struct ent_finder *finder, const struct ent_match *match,
                     struct ent_choices *choices)
{
    const struct ent_story *story = finder->story;
    uint32_t end = story->sentence_start[finder->view.index];
    uint32_t from =
        finder->view.index ? story->sentence_start[finder->view.index - 1] : end;
    for (uint32_t i = from; i < end && i < from + BACK_MAX; i++)
        add_free(finder, match, i, choices);
    end = finder->view.index > 1 ? story->sentence_start[1] : 0;
    for (uint32_t i = 0; i < end && i < TITLE_MAX; i++)
        add_free(finder, match, i, choices);
}

static void add_story(const struct ent_finder *finder, const struct ent_match *match,
                      struct ent_choices *choices)
{
    const struct ent_story *story = finder->story;
    for (int i = 0; i < match->known_count; i++) {
        uint32_t group = ent_story_group_of(story, finder->mentions, match->known[i]);
        uint32_t partner = story->groups[group].partner;
        if (partner)
            add_free(finder, match, story->groups[partner - 1].first, choices);
    }
    for (int i = 0; i < ENT_STORY_TOP && story->top[i] != UINT32_MAX; i++)
        add_free(finder, match, story->groups[story->top[i]].first, choices);
}

void ent_choices_find(const struct ent_finder *finder, const struct ent_match *match,
                      bool target, struct ent_choices *choices)
{
    choices->count = 0;
    if (!(match->lacks & (target ? ENT_LACKS_TARGET : ENT_LACKS_SOURCE))) {
        for (int i = 0; i < match->known_count; i++) {
            add(finder, match->known[i], true, choices);
            choices->items[i].known = true;
        }
        return;
    }
    add_here(finder, match, choices);
    add_back(finder, match, choices);
    add_story(finder, match, choices);
}
