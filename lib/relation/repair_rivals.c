/* repair_rivals.c: a verb has one subject. Where the parser gives it two, French or
 * English, one of them is its object, the subject of the clause before, a description of
 * the other or a time: the words between them tell which. */
#include "relation/repair.h"

/* The first word of what hangs on w. */
static int32_t phrase_start(const struct ent_view *view, int32_t w)
{
    int32_t start = w;
    for (int32_t c = view->nodes[w].child; c && c < w; c = view->nodes[c].next)
        if (view->nodes[c].upos != ENT_PUNCT) {
            start = c;
            break;
        }
    return start < w ? phrase_start(view, start) : start;
}

/* The first word of the verb's cluster: auxiliaries, adverbs, clitics right before it. */
static int32_t cluster_start(const struct ent_view *view, int32_t verb)
{
    int32_t w = verb;
    while (w > 1 &&
           (view->nodes[w - 1].upos == ENT_AUX || view->nodes[w - 1].upos == ENT_ADV ||
            view->nodes[w - 1].upos == ENT_PART ||
            (view->nodes[w - 1].upos == ENT_PRON && view->nodes[w - 1].head == verb &&
             view->nodes[w - 1].rel != ENT_REL_NSUBJ)))
        w--;
    return w;
}

/* What stands between two words. */
struct gap {
    bool comma, stop, bracket; /* ","; ":" or ";"; "(" */
    bool relative;             /* a relative word */
    int32_t verb;              /* a finite verb without subject behind it there, or 0 */
    bool clause;               /* a finite verb */
};

static struct gap between(const struct ent_view *view, int32_t first, int32_t last)
{
    struct gap gap = {false, false, false, false, 0, false};
    for (int32_t w = first + 1; w < last; w++) {
        gap.comma |= ent_view_is(view, w, ",");
        gap.stop |= ent_view_is(view, w, ":") || ent_view_is(view, w, ";");
        gap.bracket |= ent_view_is(view, w, "(");
        gap.relative |= ent_view_relative(view, w) || ent_view_is(view, w, "that");
        if (!ent_view_finite(view, w))
            continue;
        gap.clause = true;
        if (!gap.relative && !gap.verb && !ent_view_child(view, w, ENT_REL_NSUBJ))
            gap.verb = w;
    }
    return gap;
}

/* "L'Iran nous a déclaré la guerre", "n'ont rien changé": a pronoun in the verb's
 * cluster. */
static bool mend_pronoun(struct ent_view *view, int32_t verb, int32_t other)
{
    bool we = ent_view_is(view, other, "nous"), you = ent_view_is(view, other, "vous");
    bool clitic = (we && !ent_view_has(view, verb, ENT_P1)) ||
                  (you && !ent_view_has(view, verb, ENT_P2));
    bool inside = false;
    if (!view->french || ent_view_is(view, other - 1, ","))
        return false;
    for (int32_t w = other - 1; w > 0 && other - w < 4; w--)
        inside |= view->nodes[w].rel == ENT_REL_AUX && view->nodes[w].head == verb;
    inside &= !ent_view_is(view, other, "il") && !ent_view_is(view, other, "elle") &&
              !ent_view_is(view, other, "on") && !ent_view_is(view, other, "ils");
    if (!clitic && (!inside || we || you))
        return false;
    for (int32_t w = other + 1; w < verb; w++)
        if (view->nodes[w].upos != ENT_AUX && view->nodes[w].upos != ENT_ADV &&
            view->nodes[w].upos != ENT_ADP && view->nodes[w].upos != ENT_PRON)
            return false;
    bool object = ent_view_child(view, verb, ENT_REL_OBJ);
    bool pronoun = view->nodes[other].upos == ENT_PRON;
    view->nodes[other].rel = !pronoun ? ENT_REL_OBL : object ? ENT_REL_IOBJ : ENT_REL_OBJ;
    return true;
}

/* "des partisans du parti, la formation au pouvoir, ont": between commas stands what
 * describes the name before. */
static bool mend_description(struct ent_view *view, int32_t verb, int32_t first,
                             int32_t other, const struct gap *gap)
{
    int32_t comma = phrase_start(view, other) - 1, close = cluster_start(view, verb) - 1;
    if (gap->stop || gap->clause || comma <= first || !ent_view_is(view, comma, ",") ||
        close <= other || !ent_view_is(view, close, ","))
        return false;
    if (view->nodes[other].upos == ENT_PRON) {
        view->nodes[other].rel = ENT_REL_DISLOCATED; /* "les cheminots, eux, ont" */
        return true;
    }
    uint32_t cover = view->nodes[comma - 1].cover;
    int32_t name = cover ? view->mentions->mentions[cover - 1].head : 0;
    ent_view_hang(view, other, name >= first && name < comma ? name : first,
                  ENT_REL_APPOS);
    return view->nodes[other].rel == ENT_REL_APPOS;
}

/* "Rome lâche du lest, les syndicats restent", "Riposte : Oslo réagit": the subject of
 * another clause, or of none. */
static bool mend_clause(struct ent_view *view, int32_t verb, int32_t first, int32_t other,
                        const struct gap *gap)
{
    int32_t start = cluster_start(view, verb);
    for (int32_t w = other + 1; w < start; w++)
        if (ent_view_is(view, w, ","))
            return false;
    bool apart = gap->stop || (ent_view_is(view, phrase_start(view, other) - 1, ",") &&
                               !ent_view_child(view, other, ENT_REL_CONJ));
    if (gap->relative || gap->bracket || (!apart && (!gap->comma || !gap->verb)))
        return false;
    if (gap->verb) {
        ent_view_hang(view, first, gap->verb, ENT_REL_NSUBJ);
        view->nodes[gap->verb].finite |= ent_view_has(view, gap->verb, ENT_FIN);
    }
    if (view->nodes[first].head == verb)
        view->nodes[first].rel = ENT_REL_DISLOCATED;
    return true;
}

static bool before(struct ent_view *view, int32_t verb, int32_t first, int32_t other)
{
    if (mend_pronoun(view, verb, other))
        return true;
    if (ent_view_is_time(view, other) && !view->nodes[other].mention) {
        view->nodes[other].rel = ENT_REL_OBL;
        return true;
    }
    struct gap gap = between(view, first, other);
    return mend_description(view, verb, first, other, &gap) ||
           mend_clause(view, verb, first, other, &gap);
}

/* "Des émeutiers ont conspué la France": what stands behind a verb that has its subject.
 */
static bool behind(struct ent_view *view, int32_t verb, int32_t other)
{
    if (!ent_view_verb(view, verb) ||
        ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH) ||
        ent_view_child(view, verb, ENT_REL_OBJ) || view->question ||
        view->nodes[other].prep != ENT_WORD_NONE || !ent_view_nominal(view, other) ||
        view->nodes[other].upos == ENT_PRON)
        return false;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX &&
            ent_str_is(ent_word_subtype(ent_view_word(view, c)), "pass"))
            return false;
    view->nodes[other].rel = ent_view_is_time(view, other) ? ENT_REL_OBL : ENT_REL_OBJ;
    return true;
}

static bool mend(struct ent_view *view, int32_t verb)
{
    int32_t first = 0, other = 0;
    for (int32_t c = view->nodes[verb].child; c && !other; c = view->nodes[c].next) {
        if (view->nodes[c].rel != ENT_REL_NSUBJ)
            continue;
        if (first)
            other = c;
        else
            first = c;
    }
    if (!other || first > verb)
        return false;
    return other < verb ? before(view, verb, first, other) : behind(view, verb, other);
}

void ent_view_repair_rivals(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++)
        for (int limit = 3; limit && mend(view, w);)
            limit--;
}
