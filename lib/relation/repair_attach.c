/* repair_attach.c: English phrases that the parser hangs on the wrong word: relative
 * pronouns, counted nouns, origins, names behind a preposition, objects before an
 * infinitive, times. */
#include "relation/repair.h"

/* "B, whom A accused": a relative pronoun without preposition before a verb that has a
 * subject and lacks an object. */
static void mend_relative_object(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    bool pronoun = ent_view_is(view, w, "whom") || ent_view_is(view, w, "which") ||
                   ent_view_is(view, w, "that");
    if (!pronoun || node->upos != ENT_PRON || verb <= w || node->prep != ENT_WORD_NONE ||
        view->nodes[verb].upos != ENT_VERB || ent_view_child(view, verb, ENT_REL_OBJ) ||
        (node->rel != ENT_REL_OBL && node->rel != ENT_REL_ADVMOD &&
         node->rel != ENT_REL_NSUBJ))
        return;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (c > w && view->nodes[c].rel == ENT_REL_NSUBJ)
            node->rel = ENT_REL_OBJ;
}

/* "expelled some 50 of their diplomats": the counted noun is the complement. */
static void mend_count(struct ent_view *view, int32_t w)
{
    struct ent_node *number = &view->nodes[w];
    if (number->upos != ENT_NUM || number->mention || !number->head ||
        !ent_view_is(view, w + 1, "of") || number->rel == ENT_REL_CCOMP ||
        number->rel == ENT_REL_PARATAXIS)
        return;
    for (int32_t c = number->child; c; c = view->nodes[c].next) {
        struct ent_node *noun = &view->nodes[c];
        if (c < w || noun->rel != ENT_REL_NMOD || noun->upos != ENT_NOUN)
            continue;
        noun->head = number->head;
        noun->rel = number->rel == ENT_REL_IOBJ ? ENT_REL_OBJ : number->rel;
        noun->prep = number->prep;
        number->head = c;
        number->rel = ENT_REL_NUMMOD;
        ent_view_link(view);
        return;
    }
}

/* "accused fighters from the rebel army of": people are from where the phrase behind
 * says. */
static void mend_origin(struct ent_view *view, int32_t w)
{
    int32_t verb = view->nodes[w].head, noun = view->nodes[w].head;
    if (!ent_view_is(view, w, "from") || view->nodes[w].rel != ENT_REL_CASE)
        return;
    noun = view->nodes[w].head;
    verb = view->nodes[noun].head;
    if (noun < w || view->nodes[noun].rel != ENT_REL_OBL || !verb || verb > w ||
        view->nodes[w - 1].rel != ENT_REL_OBJ || view->nodes[w - 1].head != verb ||
        view->nodes[w - 1].upos != ENT_NOUN || view->nodes[w - 1].mention)
        return;
    if (!ent_view_in(view, view->nodes[w - 1].lemma, ENT_LIST_PERSON))
        return;
    ent_view_put(view, noun, w - 1, ENT_REL_NMOD);
    ent_view_link(view);
}

/* "To punish Vilnius, Beijing recalled": what opens the sentence, taken for its main
 * clause. */
static void mend_opening(struct ent_view *view)
{
    int32_t opening = ent_view_is(view, 1, "To") ? 2 : 1, comma = opening + 1;
    if (view->count < 5 || view->root != opening ||
        view->nodes[opening].upos != ENT_VERB ||
        (!ent_view_has(view, opening, ENT_INF) && !ent_view_has(view, opening, ENT_GER) &&
         !ent_view_has(view, opening, ENT_PART_FORM)))
        return;
    while (comma < view->count && !ent_view_is(view, comma, ","))
        comma++;
    uint32_t cover = comma < view->count ? view->nodes[comma + 1].cover : 0;
    const struct ent_mention *mention =
        cover ? &view->mentions->mentions[cover - 1] : NULL;
    int32_t verb =
        mention && mention->first == comma + 1 ? mention->last + 1 : view->count;
    while (verb < view->count &&
           (view->nodes[verb].upos == ENT_AUX || view->nodes[verb].upos == ENT_ADV))
        verb++;
    if (verb >= view->count || view->nodes[verb].upos != ENT_VERB ||
        mention->head < comma || ent_view_has(view, verb, ENT_INF) ||
        ent_view_has(view, verb, ENT_GER))
        return;
    for (int32_t w = comma + 1; w <= view->count; w++)
        if (view->nodes[w].head == opening)
            view->nodes[w].head = verb;
    ent_view_put(view, verb, 0, ENT_REL_ROOT);
    view->nodes[verb].finite = true;
    view->root = verb;
    ent_view_put(view, opening, verb, ENT_REL_ADVCL);
    view->nodes[mention->head].head = verb;
    view->nodes[mention->head].rel = ENT_REL_NSUBJ;
    ent_view_link(view);
}

/* "emerged on Monday that Tehran had warned Iraq": a conjunction taken for the object. */
static void mend_that(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t object = node->head > w ? ent_view_child(view, node->head, ENT_REL_IOBJ) : 0;
    if (!ent_view_is(view, w, "that") || node->rel != ENT_REL_OBJ ||
        object < node->head || view->nodes[object].prep != ENT_WORD_NONE)
        return;
    node->upos = ENT_SCONJ;
    node->rel = ENT_REL_MARK;
    view->nodes[object].rel = ENT_REL_OBJ;
    if (view->nodes[node->head].rel == ENT_REL_ACL)
        view->nodes[node->head].rel = ENT_REL_CCOMP;
}

/* "led Emmanuel Macron to praise B": what stands before an infinitive is no object of it.
 */
static void mend_raised(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head, above = view->nodes[verb].head;
    int32_t mark = verb > w ? ent_view_child(view, verb, ENT_REL_MARK) : 0;
    if (node->rel != ENT_REL_OBJ || mark <= w || mark > verb ||
        !ent_view_is(view, mark, "to") || !above || above > w ||
        view->nodes[above].upos != ENT_VERB || view->nodes[w].upos == ENT_PRON ||
        ent_view_child(view, above, ENT_REL_OBJ))
        return;
    node->head = above;
    ent_view_link(view);
}

/* "invasion of Serbia draws/NOUN criticism": does the headline's verb follow the name? */
static bool before_headline_verb(const struct ent_view *view, int32_t name, int32_t last)
{
    return last + 1 < view->count && view->nodes[name].rel == ENT_REL_COMPOUND &&
           view->nodes[last + 1].upos == ENT_NOUN &&
           view->nodes[last + 1].as_verb != ENT_WORD_NONE &&
           view->nodes[name].head > last + 1 &&
           ent_str_ends(ent_view_word(view, last + 1)->form, ENT_STR("s")) &&
           ent_view_verbless(view);
}

/* "sanctions on Mike Pompeo", the name hung elsewhere: a name right behind a preposition
 * belongs to it, and to what stands before. */
static void mend_preposition(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t base = w - 1, first = w + 1;
    if (node->upos != ENT_ADP || node->rel != ENT_REL_CASE || base < 1 ||
        first > view->count ||
        (!ent_view_nominal(view, base) && view->nodes[base].upos != ENT_VERB))
        return;
    if (view->nodes[first].upos == ENT_DET && first < view->count)
        first++;
    uint32_t cover = view->nodes[first].cover;
    const struct ent_mention *mention =
        cover ? &view->mentions->mentions[cover - 1] : NULL;
    int32_t name = mention && mention->kind == ENT_MENTION_NAME ? mention->head : 0;
    if (name < first || (mention->first != first && mention->first != w + 1) ||
        view->nodes[name].prep != ENT_WORD_NONE || node->head == name ||
        (view->nodes[name].head >= w &&
         !before_headline_verb(view, name, mention->last)) ||
        (view->nodes[name].head < w && view->nodes[name].rel != ENT_REL_CONJ &&
         view->nodes[name].rel != ENT_REL_APPOS && view->nodes[name].rel != ENT_REL_DEP &&
         view->nodes[name].rel != ENT_REL_FLAT &&
         view->nodes[name].rel != ENT_REL_PARATAXIS))
        return;
    for (int32_t above = base, limit = 40; above && limit--;
         above = view->nodes[above].head)
        if (above == name)
            return;
    view->nodes[name].head = base;
    view->nodes[name].rel =
        view->nodes[base].upos == ENT_VERB ? ENT_REL_OBL : ENT_REL_NMOD;
    view->nodes[name].prep = node->lemma;
    node->head = name;
    ent_view_link(view);
}

/* "led Berlin to condemn": what the object is moved to do, read as the subject's purpose.
 */
static void mend_moved(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t mark = ent_view_child(view, w, ENT_REL_MARK);
    int32_t object = ent_view_child(view, node->head, ENT_REL_OBJ);
    if (node->upos == ENT_VERB && node->rel == ENT_REL_ADVCL && mark &&
        ent_view_is(view, mark, "to") && object > node->head && object < w &&
        view->nodes[object].cover &&
        ent_view_in(view, view->nodes[node->head].verb, ENT_LIST_MOVING))
        node->rel = ENT_REL_XCOMP;
}

/* "by Emmanuel Macron last year": the name is the complement, the time stands beside it.
 */
static void mend_time(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t name = 0;
    if (node->upos != ENT_NOUN || node->mention || !ent_view_is_time(view, w) ||
        !node->head)
        return;
    for (int32_t c = node->child; c && c < w; c = view->nodes[c].next)
        if (view->nodes[c].mention && view->nodes[c].upos == ENT_PROPN &&
            view->nodes[c].rel == ENT_REL_COMPOUND)
            name = c;
    if (!name)
        return;
    ent_view_put(view, name, node->head, node->rel);
    view->nodes[name].prep = node->prep;
    for (int32_t c = node->child; c && c < name; c = view->nodes[c].next)
        view->nodes[c].head = name;
    node->head = view->nodes[name].head;
    node->rel = ENT_REL_OBL;
    node->prep = ENT_WORD_NONE;
    ent_view_link(view);
}

/* "Iran, which Washington says fired the missiles": the pronoun is the subject of the
 * verb right behind the one that tells who says so. */
static void mend_said_of(struct ent_view *view, int32_t verb)
{
    int32_t said = verb - 1, pronoun = 0;
    while (said > 1 && view->nodes[said].upos == ENT_AUX &&
           view->nodes[said].head == verb)
        said--;
    if (said < 3 || view->nodes[verb].upos != ENT_VERB ||
        view->nodes[said].upos != ENT_VERB ||
        !ent_view_in(view, view->nodes[said].verb, ENT_LIST_SPEECH))
        return;
    for (int32_t c = view->nodes[said].child; c && c < said; c = view->nodes[c].next)
        if (ent_view_is(view, c, "which") || ent_view_is(view, c, "who"))
            pronoun = c;
    int32_t speaker = ent_view_child(view, said, ENT_REL_NSUBJ);
    if (!pronoun || speaker <= pronoun || speaker > said ||
        ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    ent_view_put(view, verb, said, ENT_REL_CCOMP);
    ent_view_put(view, pronoun, verb, ENT_REL_NSUBJ);
    ent_view_link(view);
}

void ent_view_repair_attachments(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        mend_relative_object(view, w);
        mend_count(view, w);
        ent_view_repair_class(view, w);
        mend_origin(view, w);
        mend_said_of(view, w);
        mend_preposition(view, w);
        mend_that(view, w);
        mend_raised(view, w);
        mend_moved(view, w);
        mend_time(view, w);
    }
    mend_opening(view);
}
