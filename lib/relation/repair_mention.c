/* repair_mention.c: what the spans of mentions tell of the tree. The words of a name go
 * together, and a name beside a verb that has no subject, or no object, is it. */
#include "relation/repair.h"

static bool within(const struct ent_mention *mention, int32_t w)
{
    return w >= mention->first && w <= mention->last;
}

static bool can_name(const struct ent_view *view, int32_t w)
{
    enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
    return ent_view_nominal(view, w) || upos == ENT_ADJ;
}

/* "met Mauritania's President Mohamed Ould Aziz", hung on the verb in three pieces: on
 * the mention's head with them. */
static void unite(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t head = mention->head;
    bool changed = false;
    if (within(mention, view->nodes[head].head) || !can_name(view, head))
        return;
    for (int32_t w = mention->first; w <= mention->last; w++) {
        struct ent_node *node = &view->nodes[w];
        if (w == head || within(mention, node->head) || !can_name(view, w)
            || (node->rel == ENT_REL_CONJ && node->head < mention->first)
            || ent_view_below(view, head, w))
            continue;
        if (w < head && node->prep != ENT_WORD_NONE &&
            view->nodes[head].prep == ENT_WORD_NONE &&
            !ent_view_below(view, node->head,
                            head)) { /* the preposition shows the governor */
            view->nodes[head].prep = node->prep;
            ent_view_put(view, head, node->head, node->rel);
        }
        node->head = head;
        node->rel =
            ent_view_child(view, w, ENT_REL_CASE) > w ? ENT_REL_NMOD : ENT_REL_FLAT;
        changed = true;
    }
    if (changed)
        ent_view_link(view);
}

static bool is_time(const struct ent_view *view, int32_t w)
{
    return w <= view->count && ent_view_is_time(view, w);
}

/* Behind w: what may stand between a subject and its verb, "on Thursday", "last week"
 * too. */
static int32_t skip_adverbs(const struct ent_view *view, int32_t w)
{
    while (w <= view->count) {
        enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
        bool light =
            upos == ENT_ADP || upos == ENT_ADJ || upos == ENT_DET || upos == ENT_NUM;
        if (upos == ENT_AUX || upos == ENT_ADV || upos == ENT_PART || is_time(view, w)
            || (light && is_time(view, w + 1)))
            w++;
        else
            break;
    }
    return w;
}

static bool has_auxiliary(const struct ent_view *view, int32_t from, int32_t verb)
{
    for (int32_t w = from; w < verb; w++)
        if (view->nodes[w].upos == ENT_AUX && ent_view_has(view, w, ENT_FIN))
            return true;
    return false;
}

/* May a clause begin at w? */
static bool opens(const struct ent_view *view, int32_t w)
{
    if (w <= 1)
        return true;
    enum ent_upos upos = (enum ent_upos)view->nodes[w - 1].upos;
    return upos == ENT_PUNCT || upos == ENT_CCONJ || upos == ENT_SCONJ || upos == ENT_ADV;
}

/* A relation that a bare name before or behind a verb does not have. */
static bool is_odd(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    const struct ent_node *head = &view->nodes[node->head];
    switch ((enum ent_deprel)node->rel) {
    case ENT_REL_AUX:
    case ENT_REL_ADVMOD:
    case ENT_REL_PARATAXIS:
    case ENT_REL_DISLOCATED:
    case ENT_REL_VOCATIVE:
    case ENT_REL_DEP:
    case ENT_REL_DISCOURSE:
    case ENT_REL_COMPOUND:
    case ENT_REL_MARK: case ENT_REL_ADVCL: case ENT_REL_CCOMP: case ENT_REL_COP:
        return true;
    case ENT_REL_OBL: case ENT_REL_AMOD: case ENT_REL_XCOMP: case ENT_REL_FLAT:
        return head->upos == ENT_VERB;
    case ENT_REL_NSUBJ:
        return head->upos != ENT_VERB && head->upos != ENT_AUX
               && !ent_view_child(view, node->head, ENT_REL_COP);
    default:
        return false;
    }
}

/* "ISIS carried out", "Denmark last week announced": the name that opens the clause. */
static bool place_subject(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t head = mention->head;
    int32_t verb = skip_adverbs(view, mention->last + 1);
    if (verb > view->count || view->nodes[verb].upos != ENT_VERB ||
        !opens(view, mention->first) || !is_odd(view, head) ||
        ent_view_below(view, verb, head))
        return false;
    if (!ent_view_has(view, verb, ENT_FIN) &&
        !has_auxiliary(view, mention->last + 1, verb) &&
        !(ent_view_has(view, verb, ENT_PART_FORM | ENT_PAST) &&
          view->nodes[head].head == verb))
        return false;
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (subject && !(is_time(view, subject) && subject > mention->last))
        return false;
    if (subject)
        view->nodes[subject].rel = ENT_REL_OBL;
    view->nodes[verb].finite |= !has_auxiliary(view, mention->last + 1, verb);
    ent_view_put(view, head, verb, ENT_REL_NSUBJ);
    return true;
}

/* "Syrian forces launched strikes", the verb read as a participle that describes its
 * object: two noun phrases do not stand side by side like that. */
static bool raise_hidden(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t verb = mention->last + 1, head = mention->head;
    if (view->french || verb >= view->count || view->nodes[verb].upos != ENT_VERB
        || view->nodes[verb].rel != ENT_REL_AMOD
        || !ent_view_has(view, verb, ENT_PART_FORM | ENT_PAST))
        return false;
    int32_t noun = view->nodes[verb].head, mark = mention->first - 1;
    bool joined = mark > 0 && ent_str_is(ent_view_word(view, mark)->form, "as");
    bool own =
        view->nodes[head].head == verb; /* no participle before a noun has a subject */
    if (noun < verb || (!own && ent_view_below(view, head, noun)) ||
        ent_view_below(view, noun, head) ||
        (view->nodes[head].prep != ENT_WORD_NONE && !joined))
        return false;
    for (int32_t c = view->nodes[noun].child; c && c < verb; c = view->nodes[c].next)
        if (view->nodes[c].upos == ENT_DET || view->nodes[c].rel == ENT_REL_NSUBJ)
            return false;
    view->nodes[verb].head = view->nodes[noun].head;
    view->nodes[verb].rel = view->nodes[noun].head ? ENT_REL_PARATAXIS : ENT_REL_ROOT;
    view->nodes[verb].finite = true;
    if (view->root == noun)
        view->root = verb;
    ent_view_put(view, noun, view->nodes[head].head = verb, ENT_REL_OBJ);
    view->nodes[head].rel = ENT_REL_NSUBJ;
    view->nodes[head].prep = ENT_WORD_NONE;
    return true;
}

/* "has met Mauritania's President": the name right behind a verb without an object. */
static bool place_object(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t head = mention->head, verb = mention->first - 1;
    int32_t next = skip_adverbs(view, mention->last + 1);
    if (verb < 1 || view->nodes[verb].upos != ENT_VERB ||
        ent_view_child(view, verb, ENT_REL_OBJ) ||
        ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH) ||
        !is_odd(view, head) || ent_view_below(view, verb, head))
        return false;
    if (next <= view->count &&
        (view->nodes[next].upos == ENT_VERB || ent_view_nominal(view, mention->last + 1)))
        return false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_AUX
            && ent_str_is(ent_word_subtype(ent_view_word(view, c)), "pass"))
            return false;
    ent_view_put(view, head, verb, ENT_REL_OBJ);
    return true;
}

/* "imposed sanctions on Mike Pompeo", the preposition and the name hung on the verb side
 * by side: the name is what the preposition introduces, of the word before. */
static bool place_complement(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t head = mention->head, mark = mention->first - 1,
            governor = mention->first - 2;
    if (governor < 1 || view->nodes[mark].upos != ENT_ADP || !is_odd(view, head)
        || view->nodes[head].prep != ENT_WORD_NONE)
        return false;
    enum ent_deprel rel = (enum ent_deprel)view->nodes[mark].rel;
    bool noun = view->nodes[governor].upos == ENT_NOUN;
    int32_t introduced = rel == ENT_REL_CASE ? view->nodes[mark].head : 0;
    if (within(mention, introduced) || rel == ENT_REL_FIXED
        || (introduced > mention->last && ent_view_nominal(view, introduced))
        || rel == ENT_REL_COMPOUND || (!noun && view->nodes[governor].upos != ENT_VERB)
        || ent_view_below(view, governor, head))
        return false;
    ent_view_put(view, mark, head, ENT_REL_CASE);
    view->nodes[head].prep = view->nodes[mark].lemma;
    view->nodes[head].head = governor;
    view->nodes[head].rel = noun ? ENT_REL_NMOD : ENT_REL_OBL;
    return true;
}

static void repair_mention(struct ent_view *view, const struct ent_mention *mention)
{
    int32_t w = mention->head;
    if (mention->kind == ENT_MENTION_NAME && mention->first == mention->last
        && view->nodes[w].upos == ENT_AUX)
        view->nodes[w].upos = ENT_PROPN;
    unite(view, mention);
    if (!within(mention, view->nodes[w].head) && raise_hidden(view, mention)) {
        ent_view_link(view);
        return;
    }
    if (!within(mention, view->nodes[w].head) && place_complement(view, mention))
        ent_view_link(view);
    if (view->nodes[w].prep == ENT_WORD_NONE && !within(mention, view->nodes[w].head)
        && (place_subject(view, mention) || place_object(view, mention)))
        ent_view_link(view);
}

/* Long mentions first: they hold the short ones. */
void ent_view_repair_mentions(struct ent_view *view)
{
    static const int32_t LONG = 5;
    const struct ent_mentions *all = view->mentions;
    for (int turn = 0; turn < 2; turn++)
        for (int32_t w = 1; w <= view->count; w++)
            for (uint32_t k = 0; k < view->nodes[w].mention_count; k++) {
                const struct ent_mention *mention =
                    &all->mentions[view->nodes[w].mention - 1 + k];
                bool listed = mention->kind == ENT_MENTION_NAME
                              || mention->kind == ENT_MENTION_NOMINAL;
                if (listed && mention->head == w && mention->first >= 1
                    && mention->last <= view->count
                    && (mention->last - mention->first >= LONG) == (turn == 0))
                    repair_mention(view, mention);
            }
}
