/* measure.c: whose law, decision or plan the text is about. "Le parlement hongrois a
 * adopté une loi ... Bruxelles critique cette loi": who made a measure is meant by those
 * who judge it later without saying whose it is. */
#include "relation/finder.h"

enum { MEASURE_SENTENCES = 8 };

static bool is_measure(const struct ent_view *view, int32_t w)
{
    return view->nodes[w].upos == ENT_NOUN && !view->nodes[w].quote &&
           ent_view_in(view, view->nodes[w].lemma, ENT_LIST_MEASURE);
}

/* States and organised bodies, not what merely is in the text. */
static bool may_decide(const struct ent_finder *finder, uint32_t mention)
{
    static const char *const KINDS[] = {"state",       "igo",   "party",      "company",
                                        "institution", "court", "federation", "agency",
                                        NULL};
    return ent_str_among(ent_actor_of(finder, mention)->kind, KINDS);
}

/* The verb that makes the measure: it governs the noun as its object, or decides by
 * itself. */
static int32_t making_verb(const struct ent_view *view, int32_t noun)
{
    int32_t head = view->nodes[noun].head;
    bool object =
        view->nodes[noun].rel == ENT_REL_OBJ || view->nodes[noun].rel == ENT_REL_NSUBJ;
    bool passive = view->nodes[noun].rel == ENT_REL_NSUBJ;
    return object && head && view->nodes[head].upos == ENT_VERB &&
                   ent_view_in(view, view->nodes[head].verb, ENT_LIST_MAKING) &&
                   (!passive || ent_voice_passive(view, head))
               ? head
               : 0;
}

static uint32_t only_maker(const struct ent_finder *finder,
                           const struct ent_fillers *fillers)
{
    return fillers->count == 1 && may_decide(finder, fillers->items[0].mention)
               ? fillers->items[0].mention
               : UINT32_MAX;
}

static uint32_t maker_of(const struct ent_finder *finder, int32_t noun)
{
    const struct ent_view *view = &finder->view;
    struct ent_fillers fillers = {.count = 0};
    float quality = 1.0F;
    int32_t verb = making_verb(view, noun);
    if (verb)
        ent_fill(view, ent_logical_subject(view, verb, &quality), ENT_FILL_OWNER, quality,
                 &fillers);
    if (fillers.count == 0)
        ent_fill(view, noun, ENT_FILL_OWNER, 1.0F, &fillers);
    return only_maker(finder, &fillers);
}

void ent_measure_note(struct ent_finder *finder)
{
    const struct ent_view *view = &finder->view;
    for (int32_t w = 1; w <= view->count; w++) {
        uint32_t maker = is_measure(view, w) ? maker_of(finder, w) : UINT32_MAX;
        if (maker == UINT32_MAX)
            continue;
        finder->measure =
            (struct ent_measure){maker, view->index, view->nodes[w].lemma, true};
    }
}

uint32_t ent_measure_maker(const struct ent_finder *finder, int32_t object,
                           uint32_t source, float *quality)
{
    const struct ent_view *view = &finder->view;
    const struct ent_measure *measure = &finder->measure;
    int32_t determiner = object ? ent_view_child(view, object, ENT_REL_DET) : 0;
    if (!measure->known || !determiner || !is_measure(view, object) ||
        ent_view_has(view, determiner, ENT_INDEF) ||
        view->index - measure->sentence > MEASURE_SENTENCES ||
        ent_same_group(finder, measure->maker, source))
        return UINT32_MAX;
    bool points = ent_view_has(view, determiner, ENT_DEM) ||
                  view->nodes[object].lemma == measure->lemma;
    *quality = points ? 0.9F : 0.7F;
    return measure->maker;
}
