/* repair_misread.c: French phrases without preposition that the parser took for others:
 * times taken for objects, subjects taken for the whole sentence, objects taken for
 * complements. */
#include "relation/repair.h"

/* "dernier", "passé", "prochain": what follows a unit of time. */
static bool dates(const struct ent_view *view, int32_t w)
{
    enum ent_time_kind kind = ent_view_time(view, w);
    struct ent_str form = ent_view_word(view, w)->form;
    return kind == ENT_TIME_PAST || kind == ENT_TIME_FUTURE ||
           ent_str_is(form, "passé") || ent_str_is(form, "passée") ||
           ent_str_is(form, "durant");
}

/* The head of the noun phrase without preposition that begins at w. */
static int32_t phrase_at(const struct ent_view *view, int32_t w)
{
    for (int32_t k = w; k <= view->count && k <= w + 4; k++) {
        const struct ent_node *node = &view->nodes[k];
        if (ent_view_nominal(view, k) && node->upos != ENT_NUM && node->upos != ENT_PRON)
            return node->prep == ENT_WORD_NONE ? k : 0;
        if (node->upos != ENT_DET && node->upos != ENT_ADJ && node->upos != ENT_NUM)
            return 0;
    }
    return 0;
}

/* "a reçu l'an passé le chef de l'État", "envahira-t-elle un jour Taïwan": a unit of time
 * before another bare phrase is no object. */
static bool repair_time(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    if (node->upos != ENT_NOUN || node->rel != ENT_REL_OBJ ||
        node->prep != ENT_WORD_NONE || !verb || verb > w ||
        view->nodes[verb].upos != ENT_VERB || ent_view_time(view, w) != ENT_TIME_UNIT)
        return false;
    int32_t behind = w + 1 <= view->count && dates(view, w + 1) ? w + 2 : w + 1;
    int32_t object = behind <= view->count ? phrase_at(view, behind) : 0;
    if (!object)
        return false;
    int32_t head = view->nodes[object].head;
    if (head != verb && head != w && !(head == w + 1 && behind == w + 2))
        return false;
    node->rel = ENT_REL_OBL;
    if (head != verb) {
        ent_view_put(view, object, verb, ENT_REL_OBJ);
    }
    if (behind == w + 2 && view->nodes[w + 1].head == w)
        view->nodes[w + 1].rel = ENT_REL_AMOD;
    return true;
}

/* "La semaine dernière, Oslo a expulsé": a unit of time beside a subject is none. */
static bool repair_opening(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    if (node->rel != ENT_REL_NSUBJ || node->upos != ENT_NOUN || node->head < w ||
        ent_view_time(view, w) != ENT_TIME_UNIT)
        return false;
    for (int32_t c = view->nodes[node->head].child; c; c = view->nodes[c].next)
        if (c > w && c < node->head && view->nodes[c].rel == ENT_REL_NSUBJ) {
            node->rel = ENT_REL_OBL;
            return true;
        }
    return false;
}

/* May the verb take an object that it does not have? */
static bool lacks_object(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        bool pronoun = view->nodes[c].upos == ENT_PRON;
        if ((rel == ENT_REL_OBJ && !pronoun) || rel == ENT_REL_CCOMP ||
            rel == ENT_REL_COP ||
            (rel == ENT_REL_AUX &&
             ent_str_is(ent_word_subtype(ent_view_word(view, c)), "pass")))
            return false;
    }
    return view->nodes[verb].upos == ENT_VERB;
}

/* "a imposé à A des sanctions": behind a name with a preposition "des" is the article of
 * the verb's object, for names have no such complement. */
static bool repair_article(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t name = node->head, verb = name ? view->nodes[name].head : 0;
    if (!node->partitive || node->upos != ENT_NOUN || !verb || verb > name || name > w ||
        view->nodes[name].upos != ENT_PROPN || !view->nodes[name].mention ||
        view->nodes[name].prep == ENT_WORD_NONE || !lacks_object(view, verb))
        return false;
    const struct ent_mention *mention =
        &view->mentions->mentions[view->nodes[name].mention - 1];
    if (mention->kind != ENT_MENTION_NAME || (mention->last >= w && mention->first <= w))
        return false;
    node->head = verb;
    node->rel = ENT_REL_OBJ;
    node->prep = ENT_WORD_NONE;
    return true;
}

static bool is_name(const struct ent_view *view, int32_t w)
{
    uint32_t mention = view->nodes[w].mention;
    return mention && view->nodes[w].upos == ENT_PROPN &&
           view->mentions->mentions[mention - 1].kind == ENT_MENTION_NAME;
}

/* "les frappes de A contre B", "le retrait de A de B": what follows a name is a
 * complement of the noun that the name belongs to. */
static bool repair_complement(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t name = node->head, noun = name ? view->nodes[name].head : 0;
    if (!node->mention || (node->rel != ENT_REL_NMOD && node->rel != ENT_REL_OBL) ||
        node->prep == ENT_WORD_NONE || name > w || !is_name(view, name) || !noun ||
        noun > name || view->nodes[noun].upos != ENT_NOUN ||
        view->nodes[name].rel != ENT_REL_NMOD || view->nodes[name].prep == ENT_WORD_NONE)
        return false;
    uint32_t cover = view->nodes[w].cover;
    if (cover && view->mentions->mentions[cover - 1].first <= name)
        return false;
    node->head = noun;
    return true;
}

/* "A, que B a condamné, ...": the relative pronoun was taken for a conjunction. */
static bool repair_relative(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head;
    if (w < 3 || !ent_str_is(ent_view_word(view, w)->lemma, "que") ||
        node->rel != ENT_REL_OBJ || ent_view_has(view, w, ENT_REL_PRON) || verb < w ||
        !ent_str_is(ent_view_word(view, w - 1)->form, ",") || !view->nodes[w - 2].cover ||
        view->nodes[verb].rel == ENT_REL_ACL)
        return false;
    int32_t host = view->mentions->mentions[view->nodes[w - 2].cover - 1].head;
    if (host <= 0 || !view->nodes[verb].head || ent_view_below(view, host, verb))
        return false;
    node->rel = ENT_REL_MARK;
    ent_view_put(view, verb, host, ENT_REL_ACL);
    return true;
}

/* "A, pour avoir frappé B, est seul", "A, dont le temps presse, a frappé B": behind a
 * participle with "avoir" that says nothing and opens no relative clause stands its
 * object. */
static bool repair_inverted(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t verb = node->head, aux = verb ? ent_view_child(view, verb, ENT_REL_AUX) : 0;
    bool phrase = is_name(view, w) ||
                  (node->upos == ENT_NOUN && ent_view_child(view, w, ENT_REL_DET));
    if (node->rel != ENT_REL_NSUBJ || !phrase || verb > w || !aux ||
        !ent_str_is(ent_view_word(view, aux)->lemma, "avoir") ||
        !ent_view_has(view, verb, ENT_PART_FORM) ||
        ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH) ||
        !(view->nodes[verb].rel == ENT_REL_PARATAXIS ||
          ent_view_has(view, aux, ENT_INF)) ||
        !lacks_object(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ) != w)
        return false;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (ent_view_has(view, c, ENT_REL_PRON) || view->nodes[c].rel == ENT_REL_OBJ)
            return false;
    node->rel = ENT_REL_OBJ;
    return true;
}

/* "accuse A d'avoir, l'an dernier, frappé B": an aside parts the auxiliary from its verb.
 */
static bool repair_parted(struct ent_view *view, int32_t w)
{
    static const int32_t ASIDE = 10;
    struct ent_node *node = &view->nodes[w];
    struct ent_str lemma = ent_view_word(view, w)->lemma;
    if ((!ent_str_is(lemma, "avoir") && !ent_str_is(lemma, "être")) ||
        !ent_view_has(view, w, ENT_INF) || node->rel == ENT_REL_AUX || !node->head ||
        w + 3 > view->count || !ent_str_is(ent_view_word(view, w + 1)->form, ","))
        return false;
    for (int32_t k = w + 3; k <= view->count && k <= w + ASIDE; k++) {
        struct ent_node *verb = &view->nodes[k];
        if (verb->upos != ENT_VERB || !ent_str_is(ent_view_word(view, k - 1)->form, ","))
            continue;
        if (verb->rel != ENT_REL_PARATAXIS ||
            !ent_view_has(view, k, ENT_PART_FORM | ENT_PAST) ||
            ent_view_child(view, k, ENT_REL_AUX) || ent_view_below(view, node->head, k))
            return false;
        verb->head = node->head;
        verb->rel = node->rel;
        for (int32_t c = node->child; c; c = view->nodes[c].next)
            if (c != k)
                view->nodes[c].head = k;
        node->head = k;
        node->rel = ENT_REL_AUX;
        return true;
    }
    return false;
}

/* "rappelle son envoyé en A, accusée d'avoir ...": a participle with a complement, hung
 * on the verb before, describes the name in front of the comma. */
static bool repair_aside(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    if (w < 4 || node->upos != ENT_VERB || node->rel != ENT_REL_ACL || node->head >= w ||
        view->nodes[node->head].upos != ENT_VERB ||
        !ent_view_has(view, w, ENT_PART_FORM | ENT_PAST) ||
        !ent_str_is(ent_view_word(view, w - 1)->form, ",") || !view->nodes[w - 2].cover)
        return false;
    const struct ent_mention *mention =
        &view->mentions->mentions[view->nodes[w - 2].cover - 1];
    if (mention->kind != ENT_MENTION_NAME || mention->head <= 0 || mention->head >= w ||
        ent_view_below(view, mention->head, w))
        return false;
    node->head = mention->head;
    return true;
}

/* "les exercices conjoints de A et de B", read as a participle with its complement. */
static bool repair_joint(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    struct ent_str form = ent_view_word(view, w)->form;
    bool joint = ent_str_is(form, "conjoint") || ent_str_is(form, "conjointe") ||
                 ent_str_is(form, "conjoints") || ent_str_is(form, "conjointes");
    if (!joint || node->upos != ENT_VERB || node->rel != ENT_REL_ACL || node->head > w)
        return false;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (c > w) {
            ent_view_put(view, c, node->head, ENT_REL_NMOD);
        }
    node->upos = ENT_ADJ;
    node->rel = ENT_REL_AMOD;
    node->lemma = ent_view_find(view, ENT_STR("conjoint"));
    return true;
}

/* May stand between a subject and its verb. */
static bool light(const struct ent_view *view, int32_t w)
{
    enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
    return upos == ENT_ADV || upos == ENT_AUX ||
           (upos == ENT_PRON && !ent_view_has(view, w, ENT_REL_PRON));
}

/* "L'ONU n'a pas l'intention de": the name is the subject of the verb behind it. */
static bool repair_root(struct ent_view *view, int32_t verb)
{
    struct ent_node *node = &view->nodes[verb];
    int32_t name = node->head, before = verb - 1;
    if (node->rel != ENT_REL_PARATAXIS || !name || name > verb ||
        view->nodes[name].head || (node->upos != ENT_VERB && node->upos != ENT_AUX) ||
        !ent_view_has(view, verb, ENT_FIN) || !view->nodes[name].mention ||
        view->nodes[name].prep != ENT_WORD_NONE ||
        ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        ent_view_child(view, name, ENT_REL_COP))
        return false;
    while (before > name && light(view, before))
        before--;
    if (before != name)
        return false;
    for (int32_t c = view->nodes[name].child; c; c = view->nodes[c].next)
        if (c > name && c != verb)
            view->nodes[c].head = verb;
    node->upos = ENT_VERB;
    node->head = 0;
    node->rel = ENT_REL_ROOT;
    view->root = verb;
    ent_view_put(view, name, verb, ENT_REL_NSUBJ);
    return true;
}

void ent_view_repair_misread(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++)
        if (repair_time(view, w) || repair_opening(view, w) || repair_root(view, w) ||
            repair_article(view, w) || repair_joint(view, w) ||
            repair_complement(view, w) || repair_relative(view, w) ||
            repair_parted(view, w) || repair_inverted(view, w) || repair_aside(view, w))
            ent_view_link(view);
}
