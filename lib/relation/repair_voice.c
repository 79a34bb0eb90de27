/* repair_voice.c: English verbs whose voice the parser misreads. A finite passive needs
 * "be" or "get"; an active verb with an object has no agent, so that a "by" behind the
 * object belongs to the object ("rejected a request by Rome"). */
#include "relation/repair.h"

static bool is_subtype(const struct ent_view *view, int32_t w, const char *name)
{
    return ent_str_is(ent_word_subtype(ent_view_word(view, w)), name);
}

static bool is_lemma(const struct ent_view *view, int32_t w, const char *lemma)
{
    return ent_str_is(ent_view_word(view, w)->lemma, lemma);
}

/* "has granted", "will supply": a finite auxiliary and no "be". */
static bool has_active_auxiliary(const struct ent_view *view, int32_t verb)
{
    bool any = false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        if (view->nodes[c].upos != ENT_AUX || c > verb)
            continue;
        if (is_lemma(view, c, "be") || is_lemma(view, c, "get") ||
            is_subtype(view, c, "pass"))
            return false;
        any |= ent_view_has(view, c, ENT_FIN);
    }
    return any;
}

/* "Italy stood by Spain": verbs that have no passive. */
static bool is_intransitive(const struct ent_view *view, int32_t verb)
{
    return is_lemma(view, verb, "stand") || is_lemma(view, verb, "abide");
}

static bool is_plain_active(const struct ent_view *view, int32_t verb)
{
    bool subject = false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        if (view->nodes[c].upos == ENT_AUX)
            return false;
        if (view->nodes[c].rel == ENT_REL_NSUBJ && c < verb) {
            if (is_subtype(view, c, "pass"))
                return false;
            subject = true;
        }
    }
    return subject;
}

void ent_view_repair_voice(struct ent_view *view)
{
    for (int32_t verb = 2; verb <= view->count; verb++) {
        if (view->nodes[verb].upos != ENT_VERB)
            continue;
        int32_t object = ent_view_child(view, verb, ENT_REL_OBJ);
        bool auxiliary = has_active_auxiliary(view, verb);
        if (!auxiliary && !is_intransitive(view, verb) &&
            !(object > verb && is_plain_active(view, verb)))
            continue;
        view->nodes[verb].finite = true;
        if (object < verb || view->nodes[object].upos != ENT_NOUN)
            continue;
        for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
            if (c > object && view->nodes[c].rel == ENT_REL_OBL &&
                view->nodes[c].mention && view->nodes[c].prep == view->language->par) {
                ent_view_put(view, c, object, ENT_REL_NMOD);
            }
        ent_view_link(view);
    }
}
