/* repair.c: mend what dependency parsers most often get wrong, where mentions show it:
 * lists of actors, conjuncts, names read as adverbs; and the order in which all repairs
 * are made. */
#include "relation/repair.h"

static const struct ent_mention *mention_of(const struct ent_view *view, uint32_t index)
{
    return &view->mentions->mentions[index];
}

static bool is_form(const struct ent_view *view, int32_t w, const char *a, const char *b)
{
    struct ent_str form = ent_view_word(view, w)->form;
    return ent_str_is(form, a) || ent_str_is(form, b);
}

/* The first word of the mention that covers w, without what a smaller one covers. */
static uint32_t mention_from(const struct ent_view *view, int32_t w)
{
    for (int32_t k = w; k <= view->count && k <= w + 1; k++) {
        uint32_t cover = view->nodes[k].cover;
        if (cover && mention_of(view, cover - 1)->first == w)
            return cover;
    }
    return 0;
}

/* Behind "(noir)" at w, or w. */
static int32_t skip_brackets(const struct ent_view *view, int32_t w)
{
    static const int32_t LONG = 6;
    if (w > view->count || !is_form(view, w, "(", "("))
        return w;
    for (int32_t k = w + 1; k <= view->count && k <= w + LONG; k++)
        if (is_form(view, k, ")", ")"))
            return k + 1;
    return w;
}

/* After a mention that ends at `last`: the next one behind ", " or " et ". Sets what
 * joins them: 1 comma, 2 conjunction. */
static uint32_t next_in_list(const struct ent_view *view, int32_t last, int *glue)
{
    int32_t w = skip_brackets(view, last + 1);
    *glue = 0;
    if (w <= view->count && is_form(view, w, ",", ",")) {
        *glue = 1;
        w++;
    }
    if (w <= view->count && view->nodes[w].upos == ENT_CCONJ
        && (is_form(view, w, "et", "and") || is_form(view, w, "ou", "or")
            || is_form(view, w, "ni", "nor"))) {
        *glue = 2;
        w++;
    }
    if (!*glue || w > view->count)
        return 0;
    return mention_from(view, w);
}

static bool listable(const struct ent_mention *mention)
{
    return mention->kind == ENT_MENTION_NAME || mention->kind == ENT_MENTION_NOMINAL;
}

/* May the list that ends at `last` be the subject of a verb right behind it? */
static bool before_verb(const struct ent_view *view, int32_t last)
{
    int32_t w = last + 1;
    if (w < view->count && is_form(view, w, ",", ","))
        return view->nodes[w + 1].upos != ENT_DET && !ent_view_nominal(view, w + 1);
    return w > view->count || view->nodes[w].upos != ENT_ADP;
}

/* "A, B et C": hang B and C on A as its coordination. A subject behind a comma begins
 * another clause ("Selon A, B et C ont ..."). */
static void join_list(struct ent_view *view, const uint32_t *items, int count)
{
    int32_t first = mention_of(view, items[0])->head;
    for (int i = 1; i < count; i++) {
        int32_t head = mention_of(view, items[i])->head;
        bool subject = view->nodes[head].rel == ENT_REL_NSUBJ &&
                       (count < 3 || !view->french ||
                        before_verb(view, mention_of(view, items[count - 1])->last));
        if (i == 1 && subject && view->nodes[first].rel != ENT_REL_NSUBJ)
            return;
        if (count == 2 && (subject || view->nodes[head].head == first
                           || (view->nodes[head].prep != ENT_WORD_NONE
                               && view->nodes[head].prep != view->nodes[first].prep)))
            return;
    }
    for (int i = 1; i < count; i++) {
        int32_t head = mention_of(view, items[i])->head;
        int32_t above = view->nodes[first].head;
        bool below = false;
        for (int limit = 20; above && limit; limit--, above = view->nodes[above].head)
            below |= above == head;
        if (below || head == first || (i == 1 && view->nodes[head].head == 0))
            return;
        ent_view_put(view, head, first, ENT_REL_CONJ);
    }
}

static void repair_lists(struct ent_view *view)
{
    const struct ent_mentions *all = view->mentions;
    for (int32_t w = 1; w <= view->count; w++) {
        uint32_t cover = mention_from(view, w);
        uint32_t items[16];
        int count = 0, glue = 0;
        bool closed = false;
        while (cover && count < 16 && listable(&all->mentions[cover - 1])) {
            items[count++] = cover - 1;
            if (glue == 2) {
                closed = true;
                break;
            }
            cover = next_in_list(view, all->mentions[cover - 1].last, &glue);
        }
        if (closed && count > 1)
            join_list(view, items, count);
        if (count > 0)
            w = all->mentions[items[0]].last;
    }
}

/* "s'est liée à A et à B": a noun hung on the verb as its conjunct goes with the last
 * noun that has the same preposition. */
static void repair_conjuncts(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        int32_t verb = node->head;
        if (node->rel != ENT_REL_CONJ || !node->mention || !verb || verb > w
            || view->nodes[verb].upos != ENT_VERB || !ent_view_nominal(view, w)
            || ent_view_child(view, w, ENT_REL_NSUBJ))
            continue;
        for (int32_t k = w - 1; k > verb; k--) {
            struct ent_node *other = &view->nodes[k];
            if (other->upos == ENT_VERB)
                break;
            if (!ent_view_nominal(view, k) || other->prep != node->prep
                || other->head != verb || other->rel == ENT_REL_CONJ)
                continue;
            node->head = k;
            break;
        }
    }
}

/* A name that the tagger took for an adverb before the verb is its subject. */
static void repair_adverbs(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        if ((node->upos != ENT_ADV && node->upos != ENT_INTJ) || !node->mention
            || mention_of(view, node->mention - 1)->kind != ENT_MENTION_NAME)
            continue;
        node->upos = ENT_PROPN;
        if (node->head > w && node->prep == ENT_WORD_NONE
            && !ent_view_child(view, node->head, ENT_REL_NSUBJ))
            node->rel = ENT_REL_NSUBJ;
    }
}

/* "accused Belarus of hacking": the gerund is what the verb governs, no adjunct. */
static void repair_contents(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        const struct ent_node *head = &view->nodes[node->head];
        int32_t mark = ent_view_child(view, w, ENT_REL_MARK);
        if (node->upos != ENT_VERB || node->head >= w || !node->head || !mark
            || ent_view_has(view, w, ENT_FIN)
            || !ent_view_in(view, head->verb, ENT_LIST_CONTENT))
            continue;
        struct ent_str form = ent_view_word(view, mark)->form;
        bool governs = ent_str_is(form, "of") || ent_str_is(form, "with")
                       || ent_str_is(form, "from") || ent_str_is(form, "into")
                       || ent_str_is(form, "de")
                       || ent_str_is(form, "d'") || ent_str_is(form, "d’");
        if (governs && (node->rel == ENT_REL_ADVCL || node->rel == ENT_REL_OBL
                        || node->rel == ENT_REL_CCOMP))
            node->rel = ENT_REL_XCOMP;
    }
}

void ent_view_repair(struct ent_view *view)
{
    repair_contents(view);
    repair_adverbs(view);
    ent_view_repair_mentions(view);
    ent_view_repair_clauses(view);
    repair_lists(view);
    repair_conjuncts(view);
    ent_view_link(view);
    ent_view_repair_headline(view);
    if (view->french) {
        ent_view_repair_misread(view);
        ent_view_repair_french(view);
        ent_view_repair_joins(view);
        ent_view_repair_subjects(view);
        ent_view_repair_relatives(view);
        ent_view_repair_agreement(view);
        ent_view_repair_interrupted(view);
        ent_view_repair_fronted(view);
    } else {
        ent_view_repair_english(view);
        ent_view_repair_main(view);
    }
    ent_view_repair_conjuncts(view);
    ent_view_repair_rivals(view);
}
