/* repair_main.c: English main verbs behind an insertion. "Oman, long a go-between,
 * pleaded", "Gen Burhan, whose troops are supplied by Cairo, is expected", "the company,
 * he alleged, bankrolls": what begins the sentence was taken for a vocative, for the
 * whole sentence or for the subject of the insertion, and the verb behind the second
 * comma has no subject. */
#include "relation/repair.h"

static bool is_finite(const struct ent_view *view, int32_t w)
{
    bool verb = ent_view_verb(view, w) || view->nodes[w].upos == ENT_AUX;
    return verb && (ent_view_has(view, w, ENT_FIN) || view->nodes[w].finite);
}

static bool is_stop(const struct ent_view *view, int32_t w)
{
    return ent_view_is(view, w, ";") || ent_view_is(view, w, ":");
}

/* The finite verb right behind the comma, or 0. */
static int32_t verb_behind(const struct ent_view *view, int32_t comma)
{
    int32_t w = comma + 1;
    bool aux = false;
    while (w <= view->count &&
           (view->nodes[w].upos == ENT_ADV || view->nodes[w].upos == ENT_AUX ||
            ent_view_is(view, w, "not"))) {
        aux |= view->nodes[w].upos == ENT_AUX && ent_view_has(view, w, ENT_FIN);
        w++;
    }
    bool verb =
        w <= view->count && ent_view_verb(view, w) && !ent_view_has(view, w, ENT_INF);
    return verb && (aux || is_finite(view, w)) ? w : 0;
}

/* A past tense right behind the comma that the tagger took for a participle: what begins
 * the sentence hangs on it, or it is all that the sentence has for a verb. */
static int32_t past_behind(const struct ent_view *view, int32_t comma, int32_t name)
{
    int32_t w = comma + 1;
    while (w < view->count && view->nodes[w].upos == ENT_ADV)
        w++;
    if (w >= view->count || !ent_view_verb(view, w) ||
        !ent_view_has(view, w, ENT_PART_FORM | ENT_PAST) ||
        ent_view_is(view, w + 1, "by") || ent_view_is(view, w + 1, ","))
        return 0;
    for (int32_t c = view->nodes[w].child; c && c < w; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX)
            return 0;
    bool top = !view->nodes[w].head && ent_view_below(view, name, w);
    return top || (!view->nodes[name].head && ent_view_below(view, w, name)) ? w : 0;
}

/* Has the verb no subject, or none but in the words from `open` to `close`? */
static bool lacks_subject(const struct ent_view *view, int32_t verb, int32_t name,
                          int32_t open, int32_t close)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        bool before = c > close && c < verb;
        if ((rel == ENT_REL_NSUBJ || rel == ENT_REL_CSUBJ || rel == ENT_REL_EXPL) &&
            c != name && (c < open || c > close))
            return false;
        if (before && (rel == ENT_REL_MARK || rel == ENT_REL_CC))
            return false;
    }
    return true;
}

/* What stands between two commas: a relative clause, perhaps behind a preposition; words
 * without a finite verb; a short clause that tells who says so. */
enum insertion { NO_INSERTION, RELATIVE, PHRASE, REMARK };

static enum insertion insertion_of(const struct ent_view *view, int32_t open,
                                   int32_t close)
{
    enum { SHORT = 5 };
    int32_t verb = 0, subject = 0;
    for (int32_t w = open + 1; w < close; w++) {
        if (is_stop(view, w) || ent_view_quote_mark(view, w))
            return NO_INSERTION;
        if (is_finite(view, w) && !verb)
            verb = w;
        if (!verb && (ent_view_nominal(view, w)))
            subject = w;
    }
    if (ent_view_relative(view, open + 1) || ent_view_relative(view, open + 2))
        return verb ? RELATIVE : NO_INSERTION;
    if (!verb)
        return close - open > 1 ? PHRASE : NO_INSERTION;
    bool speech =
        ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH) ||
        ent_view_effect(view, view->nodes[verb].verb, ENT_OP_VERB) != ENT_EFFECT_NONE ||
        verb == close - 1;
    return subject && speech && close - open <= SHORT ? REMARK : NO_INSERTION;
}

/* May a clause begin at w? */
static bool opens(const struct ent_view *view, int32_t w)
{
    while (w > 1 &&
           (view->nodes[w - 1].upos == ENT_DET || view->nodes[w - 1].upos == ENT_ADJ ||
            view->nodes[w - 1].upos == ENT_NOUN || view->nodes[w - 1].upos == ENT_PROPN ||
            view->nodes[w - 1].upos == ENT_NUM || ent_view_is(view, w - 1, "'s") ||
            ent_view_is(view, w - 1, "’s")))
        w--;
    return w <= 1 || is_stop(view, w - 1) || ent_view_quote_mark(view, w - 1);
}

/* Does the word hang as no subject does that has found its verb? */
static bool is_lost(const struct ent_view *view, int32_t name, int32_t open,
                    int32_t close)
{
    const struct ent_node *node = &view->nodes[name];
    if (!node->head)
        return !ent_view_child(view, name, ENT_REL_COP);
    switch ((enum ent_deprel)node->rel) {
    case ENT_REL_VOCATIVE:
    case ENT_REL_DEP:
    case ENT_REL_DISLOCATED:
    case ENT_REL_PARATAXIS:
    case ENT_REL_LIST:
    case ENT_REL_APPOS:
    case ENT_REL_OBL:
    case ENT_REL_ADVCL:
    case ENT_REL_CCOMP:
        return true;
    case ENT_REL_NSUBJ:
    case ENT_REL_OBJ:
        return node->head > open && node->head < close;
    default:
        return false;
    }
}

/* What hung on `top` before the insertion and behind it hangs on the verb. */
static void inherit(struct ent_view *view, int32_t top, int32_t verb, int32_t open,
                    int32_t close)
{
    for (int32_t c = 1; c <= view->count; c++) {
        struct ent_node *node = &view->nodes[c];
        bool phrase = node->rel == ENT_REL_DET || node->rel == ENT_REL_AMOD ||
                      node->rel == ENT_REL_NMOD || node->rel == ENT_REL_FLAT ||
                      node->rel == ENT_REL_COMPOUND || node->rel == ENT_REL_NUMMOD;
        if (node->head == top && c != verb && (c > close || (c < open && !phrase)))
            node->head = verb;
    }
}

/* The verb becomes that of the clause and `name` its subject. */
static void promote(struct ent_view *view, int32_t name, int32_t verb, int32_t open,
                    int32_t close, enum insertion kind)
{
    int32_t inner = view->nodes[name].head;
    bool inside = inner > open && inner < close;
    int32_t top = inside ? inner : name;
    while (inside && view->nodes[top].head > open && view->nodes[top].head < close)
        top = view->nodes[top].head;
    if (ent_view_below(view, verb, top)) {
        ent_view_take_place(view, verb, top);
        inherit(view, top, verb, open, close);
        for (int32_t c = 1; inside && c <= view->count; c++)
            if (view->nodes[c].head == inner && c != verb && c > close)
                view->nodes[c].head = verb;
    }
    bool aux = false;
    for (int32_t w = close + 1; w < verb; w++)
        aux |= view->nodes[w].upos == ENT_AUX;
    view->nodes[verb].finite |= !aux; /* no passive, whatever its subject was called */
    ent_view_put(view, name, verb, ENT_REL_NSUBJ);
    view->nodes[name].prep = ENT_WORD_NONE;
    if (inside) {
        view->nodes[top].head = kind == RELATIVE ? name : verb;
        view->nodes[top].rel = kind == RELATIVE ? ENT_REL_ACL
                               : kind == PHRASE ? ENT_REL_ADVCL
                                                : ENT_REL_PARATAXIS;
    }
    for (int32_t c = open; c <= close;
         c++) /* subjects that the insertion has to itself */
        if (view->nodes[c].head == verb && view->nodes[c].rel == ENT_REL_NSUBJ) {
            view->nodes[c].head = kind == PHRASE ? name : verb;
            view->nodes[c].rel = kind == PHRASE ? ENT_REL_APPOS : ENT_REL_DEP;
        }
    ent_view_link(view);
}

/* "voiced concern", the verb taken for an adjective of its object. */
static void free_object(struct ent_view *view, int32_t verb)
{
    int32_t noun = view->nodes[verb].head;
    if (view->nodes[verb].rel != ENT_REL_AMOD || noun < verb)
        return;
    ent_view_take_place(view, verb, noun);
    ent_view_put(view, noun, verb, ENT_REL_OBJ);
    ent_view_link(view);
}

/* The noun that begins a clause, with the comma behind its phrase at `open`; `past`:
 * verbs that look like participles count. */
static bool mend(struct ent_view *view, int32_t name, int32_t open, bool past)
{
    for (int32_t w = open + 2; w < view->count && w < open + 45; w++) {
        if (is_stop(view, w))
            return false;
        int32_t verb = !ent_view_is(view, w, ",") ? 0
                       : past                 ? past_behind(view, w, name)
                                              : verb_behind(view, w);
        enum insertion kind = verb ? insertion_of(view, open, w) : NO_INSERTION;
        if (kind == NO_INSERTION || view->nodes[verb].rel == ENT_REL_COMPOUND ||
            !lacks_subject(view, verb, name, open, w))
            continue;
        if (!is_lost(view, name, open, w))
            return false;
        if (view->nodes[name].head == verb && view->nodes[name].rel == ENT_REL_OBL &&
            view->nodes[name].prep != ENT_WORD_NONE)
            return false;
        if (past)
            free_object(view, verb);
        promote(view, name, verb, open, w, kind);
        return true;
    }
    return false;
}

void ent_view_repair_main(struct ent_view *view)
{
    for (int32_t w = 1; w + 4 < view->count; w++) {
        const struct ent_node *node = &view->nodes[w];
        int32_t open = w + 1;
        if (!ent_view_nominal(view, w) || node->prep != ENT_WORD_NONE || node->quote ||
            ent_view_child(view, w, ENT_REL_CASE) || ent_view_relative(view, w) ||
            (node->rel == ENT_REL_FLAT && node->head < w) ||
            node->rel == ENT_REL_COMPOUND || !opens(view, w))
            continue;
        while (open < view->count && !ent_view_is(view, open, ",") &&
               !is_stop(view, open) && !is_finite(view, open))
            open++;
        if (ent_view_is(view, open, ",") && !mend(view, w, open, false))
            mend(view, w, open, true);
    }
}
