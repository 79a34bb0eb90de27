/* complete_pair.c: what speaks for a pair of actors as the two sides of an act, and for
 * an act lacking its roles at all. */
#include "relation/complete.h"
#include "relation/story.h"

#define NONE ENT_STR("")

static struct ent_str relation_of(const struct ent_match *match)
{
    return ent_str_of(ent_relation_name((enum ent_relation_type)match->frame->relation));
}

static struct ent_str lack_of(const struct ent_match *match)
{
    static const char *const NAMES[] = {"nothing", "source", "target", "both"};
    return ent_str_of(NAMES[match->lacks & ENT_LACKS_BOTH]);
}

/* Bits of the relations with that sign. */
static uint32_t with_sign(int sign)
{
    uint32_t bits = 0;
    for (int i = 0; i < ENT_RELATION_COUNT; i++)
        if (ent_relation_sign((enum ent_relation_type)i) == sign)
            bits |= 1U << i;
    return bits;
}

/* How the document has tied the two so far. */
static struct ent_str tie_of(const struct ent_match *match, uint32_t there, uint32_t back)
{
    enum ent_relation_type relation = (enum ent_relation_type)match->frame->relation;
    uint32_t same = with_sign(ent_relation_sign(relation)), bit = 1U << relation;
    if (there & bit)
        return ENT_STR("told");
    if (back & bit)
        return ent_relation_symmetric(relation) ? ENT_STR("told") : ENT_STR("returned");
    if (there & same)
        return back & same ? ENT_STR("like_mutual") : ENT_STR("like");
    if (back & same)
        return ENT_STR("like_returned");
    if (there || back)
        return ENT_STR("unlike");
    return NONE;
}

/* The first word of the coordination that w stands in. */
static int32_t first_joined(const struct ent_view *view, int32_t w)
{
    for (int limit = 8; limit && w > 0 && view->nodes[w].rel == ENT_REL_CONJ; limit--)
        w = view->nodes[w].head;
    return w;
}

bool ent_are_joined(const struct ent_view *view, int32_t a, int32_t b)
{
    return first_joined(view, a) == first_joined(view, b);
}

static struct ent_str order_of(const struct ent_finder *finder,
                               const struct ent_match *match, uint32_t source,
                               uint32_t target)
{
    int32_t s = finder->mentions->mentions[source].head;
    int32_t t = finder->mentions->mentions[target].head, w = match->head;
    if (s <= t)
        return w < s ? ENT_STR("wst") : w <= t ? ENT_STR("swt") : ENT_STR("stw");
    return w < t ? ENT_STR("wts") : w <= s ? ENT_STR("tws") : ENT_STR("tsw");
}

static int sentence_groups(const struct ent_finder *finder)
{
    enum { MOST = 5 };
    const struct ent_view *view = &finder->view;
    uint32_t seen[MOST];
    int count = 0;
    for (int32_t w = 1; w <= view->count && count < MOST; w++) {
        if (!view->nodes[w].mention)
            continue;
        uint32_t group = ent_story_group_of(finder->story, finder->mentions,
                                            view->nodes[w].mention - 1);
        bool known = false;
        for (int i = 0; i < count; i++)
            known |= seen[i] == group;
        if (!known)
            seen[count++] = group;
    }
    return count;
}

static struct ent_str count_name(int count)
{
    static const char *const NAMES[] = {"0", "1", "2", "3", "4", "5"};
    return ent_str_of(NAMES[count < 0 ? 0 : count > 5 ? 5 : count]);
}

void ent_cues_of_pair(struct ent_cues *cues, const struct ent_match *match,
                      const struct ent_choice *source, const struct ent_choice *target)
{
    const struct ent_finder *finder = cues->finder;
    const struct ent_story *story = finder->story;
    const struct ent_mentions *all = finder->mentions;
    struct ent_str tie = tie_of(match, ent_story_tie(story, source->group, target->group),
                                ent_story_tie(story, target->group, source->group));
    struct ent_str kind = all->actors[all->mentions[source->mention].actor].kind;
    struct ent_str other = all->actors[all->mentions[target->mention].actor].kind;
    bool here = source->here && target->here;
    if (tie.size) {
        ent_cue(cues, "pair", "tie", tie, relation_of(match));
        ent_cue(cues, "pair", "tie", tie, here ? ENT_STR("here") : ENT_STR("absent"));
    }
    ent_cue(cues, "pair", "kinds", kind, other);
    bool top = (story->top[0] == source->group && story->top[1] == target->group) ||
               (story->top[1] == source->group && story->top[0] == target->group);
    if (top)
        ent_cue(cues, "pair", "top", here ? ENT_STR("here") : ENT_STR("absent"), NONE);
    if (story->groups[source->group].partner == target->group + 1)
        ent_cue(cues, "pair", "partner", here ? ENT_STR("here") : ENT_STR("absent"),
                story->groups[source->group].hostile ? ENT_STR("hostile") : NONE);
    if (!here)
        return;
    ent_cue(cues, "pair", "order",
            order_of(finder, match, source->mention, target->mention), lack_of(match));
    if (ent_are_joined(&finder->view, all->mentions[source->mention].head,
                       all->mentions[target->mention].head))
        ent_cue(cues, "pair", "joined", lack_of(match), NONE);
}

void ent_cues_of_match(struct ent_cues *cues, const struct ent_match *match)
{
    static const char *const KINDS[] = {"verb", "noun", "adj", "prefix", "suffix"};
    const struct ent_finder *finder = cues->finder;
    const struct ent_view *view = &finder->view;
    const struct ent_node *node = &view->nodes[match->head];
    struct ent_str lack = lack_of(match), kind = ent_str_of(KINDS[match->frame->kind]);
    uint32_t word = match->frame->kind == ENT_TRIGGER_VERB ? node->verb : node->lemma;
    ent_cue(cues, "act", "lacks", lack, NONE);
    if (word != ENT_WORD_NONE)
        ent_cue(cues, "act", "word", view->language->words.keys[word],
                relation_of(match));
    ent_cue(cues, "act", "lacks", lack, relation_of(match));
    ent_cue(cues, "act", "lacks", lack, kind);
    ent_cue(cues, "act", "actors", count_name(sentence_groups(finder)), lack);
    ent_cue(cues, "act", "density", count_name((int)(2 * finder->known_actors)), NONE);
    ent_cue(cues, "act", "unknown", count_name((int)(10 * finder->unknown_share)), NONE);
    if (match->same)
        ent_cue(cues, "act", "same", kind, NONE);
    if (match->word_count > 1)
        ent_cue(cues, "act", "words", kind, NONE);
    if (match->frame->weight < 0.8F)
        ent_cue(cues, "act", "doubt", kind, NONE);
    if (match->frame->both.count > 0)
        ent_cue(cues, "act", "mutual", kind, NONE);
    if (match->frame->kinds.size > 0)
        ent_cue(cues, "act", "kinds", lack, NONE);
    if (node->quote)
        ent_cue(cues, "act", "quoted", lack, NONE);
    if (view->index == 0)
        ent_cue(cues, "act", "title", lack, NONE);
    ent_cue(cues, "act", "rel", ent_str_of(ent_deprel_name((enum ent_deprel)node->rel)),
            kind);
    if (match->frame->kind == ENT_TRIGGER_NOUN) {
        int32_t determiner = ent_view_child(view, match->head, ENT_REL_DET);
        ent_cue(cues, "act", "article",
                !determiner                                 ? ENT_STR("none")
                : ent_view_has(view, determiner, ENT_INDEF) ? ENT_STR("indefinite")
                                                            : ENT_STR("definite"),
                lack);
    }
}
