/* repair_english.c: English constructions that the parser reads wrongly, mended by their
 * form before roles are looked for: particles, reduced relatives, exclusions, "far from",
 * verbs read as prepositions. */
#include "relation/repair.h"

static struct ent_str form_of(const struct ent_view *view, int32_t w)
{
    return ent_view_word(view, w)->form;
}

/* Does a frame know the verb with the particle and an object: "take in", "cheer on"? */
static bool is_phrasal(const struct ent_view *view, int32_t verb, int32_t particle)
{
    const struct ent_language *language = view->language;
    uint32_t head = view->nodes[verb].verb, word = view->nodes[particle].form;
    uint32_t at =
        word == ENT_WORD_NONE ? 0 : ent_frames_of(language, ENT_TRIGGER_VERB, head);
    const struct ent_frame *frame;
    while ((frame = ent_frames_next(language, &at)) != NULL) {
        const struct ent_dep *dep = &frame->pattern.deps[0];
        bool object = frame->target.count > 0
                      && frame->target.items[0].slot == ENT_SLOT_OBJ;
        if (frame->pattern.dep_count != 1 || !object || dep->at.slot != ENT_SLOT_ANY
            || dep->negative)
            continue;
        for (uint32_t k = 0; k < dep->word_count; k++)
            if (language->pool[dep->first_word + k] == word)
                return true;
    }
    return false;
}

/* "the men they took in Beirut": a reduced relative clause, its object before it. */
static bool lacks_object(const struct ent_view *view, int32_t verb)
{
    if (!ent_str_is(ent_word_subtype(ent_view_word(view, verb)), "relcl"))
        return false;
    for (int32_t w = view->nodes[verb].head + 1; w < verb; w++)
        if (view->nodes[w].upos == ENT_PUNCT || ent_view_has(view, w, ENT_REL_PRON))
            return false;
    return view->nodes[verb].head < verb;
}

/* "shot down dozens of drones": a particle read as the preposition of the object. */
static void mend_particle(struct ent_view *view, int32_t w)
{
    static const char *const PARTICLES[] = {"down", "up", "off", "away", NULL};
    bool sure = ent_str_among(form_of(view, w), PARTICLES);
    struct ent_node *node = &view->nodes[w];
    int32_t verb = w - 1;
    int32_t noun = node->head;
    if (node->rel != ENT_REL_CASE || (!sure && !is_phrasal(view, verb, w)) || noun <= w ||
        view->nodes[verb].upos != ENT_VERB || view->nodes[noun].head != verb ||
        lacks_object(view, verb) || view->nodes[noun].rel != ENT_REL_OBL ||
        ent_view_child(view, verb, ENT_REL_OBJ))
        return;
    node->head = verb;
    node->rel = ENT_REL_COMPOUND;
    view->nodes[noun].rel = ENT_REL_OBJ;
    view->nodes[noun].prep = ENT_WORD_NONE;
    ent_view_link(view);
}

/* "the trawlers Morocco seized": of two noun phrases without comma before an active verb
 * the first is what the relative clause is about, so the verb's object. */
static void mend_reduced_relative(struct ent_view *view, int32_t verb)
{
    int32_t first = 0, second = 0;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next) {
        if (view->nodes[c].rel != ENT_REL_NSUBJ)
            continue;
        if (!first)
            first = c;
        else
            second = c;
    }
    if (view->nodes[verb].upos != ENT_VERB || !second || !view->nodes[second].mention
        || view->nodes[first].upos != ENT_NOUN || ent_view_child(view, verb, ENT_REL_OBJ))
        return;
    for (int32_t w = first + 1; w < second; w++)
        if (view->nodes[w].upos == ENT_PUNCT)
            return;
    view->nodes[first].rel = ENT_REL_OBJ;
}

/* "far from punishing", "stopped short of breaking": what the gerund says does not
 * happen. The word hangs on the gerund as its mark, where status is looked for, and the
 * gerund on the verb whose subject it shares. */
static void mend_far(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t gerund = w + 2;
    bool far = ent_str_is(ent_view_word(view, w)->lemma, "far")
               && gerund <= view->count && ent_str_is(form_of(view, w + 1), "from");
    bool short_of = ent_str_is(ent_view_word(view, w)->lemma, "short")
                    && gerund <= view->count && ent_str_is(form_of(view, w + 1), "of");
    if ((!far && !short_of) || view->nodes[gerund].upos != ENT_VERB
        || view->nodes[gerund].head != w || !node->head)
        return;
    ent_view_put(view, gerund, node->head, ENT_REL_ADVCL);
    node->head = gerund;
    node->rel = ENT_REL_MARK;
    ent_view_link(view);
}

/* "A and B, but not C, rejected D": C did not, the names before it did. */
static void mend_exclusion(struct ent_view *view, int32_t w)
{
    int32_t out = w + 1;
    int32_t verb = out <= view->count ? view->nodes[out].head : 0;
    if (w < 4 || !verb || !ent_str_is(form_of(view, w), "not") ||
        !view->nodes[out].mention || !ent_str_is(form_of(view, w - 1), "but") ||
        !ent_str_is(form_of(view, w - 2), ","))
        return;
    int32_t subject = view->nodes[w - 3].cover
        ? view->mentions->mentions[view->nodes[w - 3].cover - 1].head : 0;
    if (!subject || view->nodes[out].rel != ENT_REL_NSUBJ)
        return;
    if (view->nodes[subject].rel == ENT_REL_CONJ)
        subject = view->nodes[subject].head;
    view->nodes[out].rel = ENT_REL_DEP;
    if (view->nodes[verb].head == subject) {
        ent_view_put(view, verb, view->nodes[subject].head, view->nodes[subject].rel);
        if (view->root == subject)
            view->root = verb;
        ent_view_put(view, subject, verb, ENT_REL_NSUBJ);
    }
    ent_view_link(view);
}

/* The verb at w takes the place of the noun `above`, which becomes its complement; what
 * stands before it becomes its subject. */
static void raise_misread(struct ent_view *view, int32_t w, int32_t above,
                          int32_t subject)
{
    struct ent_node *node = &view->nodes[w];
    node->upos = ENT_VERB;
    node->verb = view->language->lemma_of[node->form] - 1;
    node->finite = true;
    ent_view_take_place(view, w, above);
    ent_view_put(view, subject, w, ENT_REL_NSUBJ);
}

/* "overran/ADP the outpost", "tore/ADV into Iran": a form that can only be a verb, read
 * as a preposition or an adverb of the noun behind it. */
static void mend_misread(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t object = node->head, subject = view->nodes[object].head;
    bool inside = (node->upos == ENT_ADP || node->upos == ENT_ADV) && object > w &&
                  node->form != ENT_WORD_NONE && view->language->lemma_of[node->form];
    int32_t before = inside ? ent_view_child(view, object, ENT_REL_NSUBJ) : 0;
    if (!inside || !ent_view_nominal(view, object) ||
        ent_view_child(view, object, ENT_REL_COP))
        return;
    if (before && before < w && view->nodes[before].prep == ENT_WORD_NONE)
        raise_misread(view, w, object, before);
    else if (subject && subject < w && node->rel == ENT_REL_CASE &&
             ent_view_nominal(view, subject) &&
             view->nodes[subject].prep == ENT_WORD_NONE)
        raise_misread(view, w, subject, subject);
    else
        return;
    bool direct =
        node->rel != ENT_REL_ADVMOD || ent_view_child(view, object, ENT_REL_CASE) <= w;
    for (int32_t c = view->nodes[object].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_CASE && c > w)
            direct = false;
    view->nodes[object].head = w;
    view->nodes[object].rel = direct ? ENT_REL_OBJ : ENT_REL_OBL;
    if (direct)
        view->nodes[object].prep = ENT_WORD_NONE;
    subject = view->nodes[w].child ? 0 : subject;
    if (before)
        subject = 0;
    for (int32_t c = subject ? view->nodes[subject].child : 0; c; c = view->nodes[c].next)
        if (c > object && view->nodes[c].head == subject)
            view->nodes[c].head = w;
    ent_view_link(view);
}

/* "the attack on Turkey killed ten": the complement of the subject taken for another
 * subject. */
static void mend_second_subject(struct ent_view *view, int32_t verb)
{
    int32_t first = 0, second = 0;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next) {
        if (view->nodes[c].rel != ENT_REL_NSUBJ)
            continue;
        first = second;
        second = c;
    }
    if (!first || !second || view->nodes[first].upos != ENT_NOUN ||
        !view->nodes[second].cover)
        return;
    int32_t before = second - 1;
    while (before > first && view->nodes[before].upos != ENT_ADP &&
           view->nodes[before].upos != ENT_VERB && view->nodes[before].upos != ENT_PUNCT)
        before--;
    if (view->nodes[before].upos == ENT_VERB && view->nodes[before].head == first &&
        view->nodes[before].rel == ENT_REL_ACL &&
        !ent_view_child(view, before, ENT_REL_OBJ)) {
        view->nodes[second].head = before; /* "the threat to invade Turkey was" */
        view->nodes[second].rel = ENT_REL_OBJ;
    } else if (before == first + 1 && view->nodes[before].upos == ENT_ADP) {
        ent_view_put(view, second, first, ENT_REL_NMOD);
        view->nodes[second].prep = view->nodes[before].lemma;
        ent_view_put(view, before, second, ENT_REL_CASE);
    } else {
        return;
    }
    ent_view_link(view);
}

/* "its ally Serbia", "rival Iran": a noun before a name that was taken for an adjective
 * or a part of the name. */
static void mend_epithet(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t name = node->head;
    bool noun = node->upos == ENT_NOUN && node->rel == ENT_REL_COMPOUND;
    if (node->upos == ENT_ADV && w > 2 && w < view->count && view->nodes[w + 1].mention &&
        view->nodes[w + 1].upos == ENT_PROPN && ent_str_is(form_of(view, w - 1), "'s") &&
        ent_view_listed(view, w,
                        ENT_LIST_COUNTERPART)) { /* "Moscow's ally/ADV Belarus" */
        int32_t owner = view->nodes[w - 1].head;
        node->upos = ENT_NOUN;
        node->head = w + 1;
        node->rel = ENT_REL_APPOS;
        if (owner > 0 && owner < w) {
            ent_view_put(view, owner, w, ENT_REL_NMOD);
        }
        ent_view_link(view);
        return;
    }
    if ((!noun && (node->upos != ENT_ADJ || node->rel != ENT_REL_AMOD)) || name <= w ||
        view->nodes[name].upos != ENT_PROPN ||
        !ent_view_listed(view, w, ENT_LIST_COUNTERPART))
        return;
    node->upos = ENT_NOUN;
    node->rel = ENT_REL_APPOS;
    for (int32_t c = view->nodes[name].child; c && c < w; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_NMOD || view->nodes[c].rel == ENT_REL_AMOD ||
            view->nodes[c].rel == ENT_REL_DET)
            view->nodes[c].head = w;
    ent_view_link(view);
}

void ent_view_repair_english(struct ent_view *view)
{
    ent_view_repair_hidden(view);
    for (int32_t w = 2; w <= view->count; w++) {
        mend_misread(view, w);
        mend_second_subject(view, w);
        mend_epithet(view, w);
        ent_view_repair_pair(view, w);
        ent_view_repair_compound(view, w);
    }
    for (int32_t w = 2; w <= view->count; w++) {
        ent_view_repair_gift(view, w);
        mend_particle(view, w);
        mend_reduced_relative(view, w);
        mend_exclusion(view, w);
    }
    for (int32_t w = 1; w <= view->count; w++)
        mend_far(view, w);
    ent_view_repair_wire(view);
    ent_view_repair_attachments(view);
    ent_view_repair_voice(view);
    ent_view_repair_joined(view);
    ent_view_repair_news(view);
}
