/* repair_joins.c: French phrases and clauses that the parser joins to the wrong word,
 * mended by form alone. */
#include "relation/repair.h"

#include <string.h>

static struct ent_str form_of(const struct ent_view *view, int32_t w)
{
    return w > 0 && w <= view->count ? ent_view_word(view, w)->form : ENT_STR("");
}

/* The auxiliary of the verb, or 0. */
static int32_t auxiliary(const struct ent_view *view, int32_t verb)
{
    return ent_view_child(view, verb, ENT_REL_AUX);
}

/* "Rome bloque un plan de Riga, exigeant que": a present participle behind a comma goes
 * with the clause's subject, not with the noun before. */
static void mend_gerund(struct ent_view *view, int32_t w)
{
    int32_t noun = view->nodes[w].head;
    if (!ent_view_verb(view, w) || view->nodes[w].rel != ENT_REL_ACL ||
        !ent_view_is(view, w - 1, ",") ||
        !ent_view_has(view, w, ENT_PART_FORM | ENT_PRES) || noun > w ||
        view->nodes[noun].rel == ENT_REL_NSUBJ)
        return;
    int32_t verb = ent_governing_verb(view, noun);
    if (ent_view_verb(view, verb) && verb < w &&
        ent_view_child(view, verb, ENT_REL_NSUBJ))
        ent_view_hang(view, w, verb, ENT_REL_ADVCL);
}

/* "ont délogé ceux qui bloquaient A et interpellé B": a participle without auxiliary goes
 * on with the last verb that has one, not with a verb in a simple tense. */
static void mend_conjunct(struct ent_view *view, int32_t w)
{
    int32_t verb = view->nodes[w].head;
    if (!ent_view_verb(view, w) || view->nodes[w].rel != ENT_REL_CONJ ||
        auxiliary(view, w) || !ent_view_has(view, w, ENT_PART_FORM) ||
        ent_view_has(view, w, ENT_PRES) || ent_view_child(view, w, ENT_REL_NSUBJ) ||
        !ent_view_verb(view, verb) || !ent_view_has(view, verb, ENT_FIN) ||
        auxiliary(view, verb))
        return;
    int limit = 8;
    for (verb = view->nodes[verb].head; verb && limit--; verb = view->nodes[verb].head)
        if (ent_view_verb(view, verb) && ent_view_has(view, verb, ENT_PART_FORM)
            && auxiliary(view, verb)) {
            ent_view_hang(view, w, verb, ENT_REL_CONJ);
            return;
        }
}

/* "appelle Rome à signer": the infinitive behind the actor it is asked of is what the
 * verb governs. */
static void mend_infinitive(struct ent_view *view, int32_t w)
{
    int32_t noun = view->nodes[w].head;
    int32_t mark = ent_view_child(view, w, ENT_REL_MARK);
    if (!ent_view_verb(view, w) || view->nodes[w].rel != ENT_REL_ACL || !mark ||
        mark > w || !ent_view_has(view, w, ENT_INF) || !view->nodes[noun].mention ||
        view->nodes[noun].rel != ENT_REL_OBJ ||
        !ent_view_verb(view, view->nodes[noun].head) ||
        view->nodes[mark].lemma != view->language->to)
        return;
    ent_view_hang(view, w, view->nodes[noun].head, ENT_REL_XCOMP);
}

static bool closes_phrase(const struct ent_view *view, int32_t w)
{
    enum ent_upos upos =
        w <= view->count ? (enum ent_upos)view->nodes[w].upos : ENT_PUNCT;
    return upos == ENT_PUNCT;
}

/* Does a phrase without verb follow up to the next comma? */
static bool verbless_phrase(const struct ent_view *view, int32_t from)
{
    for (int32_t w = from; !closes_phrase(view, w); w++)
        if (ent_view_verb(view, w) || view->nodes[w].upos == ENT_AUX)
            return false;
    return true;
}

/* "seize pays, dont la Russie et la Chine": members named of a group stand beside it. */
static void mend_members(struct ent_view *view, int32_t dont)
{
    int32_t group = dont - 1, member = 0;
    if (!ent_str_is(form_of(view, dont), "dont") || !verbless_phrase(view, dont + 1))
        return;
    for (int32_t w = dont + 1; !closes_phrase(view, w) && !member && w <= dont + 4; w++)
        if (view->nodes[w].mention && ent_view_nominal(view, w) &&
            view->mentions->mentions[view->nodes[w].mention - 1].kind == ENT_MENTION_NAME)
            member = w;
    if (ent_view_is(view, group, ","))
        group--;
    for (int limit = 4; group > 0 && limit && view->nodes[group].upos != ENT_NOUN;
         limit--)
        group--;
    if (group <= 0 || !member || view->nodes[group].upos != ENT_NOUN)
        return;
    ent_view_hang(view, member, group, ENT_REL_CONJ);
}

/* The conjunct behind a comma with which a list that ends right before `start` begins, if
 * it goes with an earlier verb; 0 if none. */
static int32_t spliced(const struct ent_view *view, int32_t start)
{
    for (int32_t c = start - 1; c > 2 && c >= start - 12; c--) {
        const struct ent_node *node = &view->nodes[c];
        if (ent_view_verb(view, c))
            return 0;
        int32_t before = c - 1;
        while (before > 1 && view->nodes[before].upos == ENT_DET)
            before--;
        if (ent_view_is(view, before, ","))
            return node->rel == ENT_REL_CONJ && node->mention && node->head < before
                           && ent_view_nominal(view, c) && node->prep == ENT_WORD_NONE
                       ? c : 0;
    }
    return 0;
}

/* "Rome vise Riga, Oslo et Madrid s'inquiètent": behind a comma begins another clause,
 * whose verb has no other subject. */
static void mend_splice(struct ent_view *view, int32_t verb)
{
    int32_t start = ent_view_cluster(view, verb),
            subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    int32_t first = ent_view_finite(view, verb) ? spliced(view, start) : 0;
    int32_t above = first ? view->nodes[first].head : 0;
    if (!first || start < 3 || view->nodes[start - 1].upos == ENT_PUNCT)
        return;
    if (above && !ent_view_verb(view, above))
        above = ent_governing_verb(view, above);
    if (!ent_view_verb(view, above) || above > first || !ent_view_finite(view, above) ||
        above == verb || (subject && subject > above) ||
        ent_view_child(view, verb, ENT_REL_CC))
        return;
    int32_t old = view->nodes[first].head;
    if (subject)
        view->nodes[subject].rel = ENT_REL_DISLOCATED;
    for (int32_t c = first + 1; c < start; c++)
        if (view->nodes[c].head == old && view->nodes[c].rel == ENT_REL_CONJ)
            view->nodes[c].head = first;
    ent_view_hang(view, first, verb, ENT_REL_NSUBJ);
}

/* The colon between a and b, or 0. */
static int32_t colon_between(const struct ent_view *view, int32_t a, int32_t b)
{
    for (int32_t w = a + 1; w < b; w++)
        if (ent_str_is(form_of(view, w), ":"))
            return w;
    return 0;
}

/* The actor without preposition that stands right before w, or the first of a list that
 * does; 0 if there is none behind `from`. */
static int32_t actor_before(const struct ent_view *view, int32_t w, int32_t from)
{
    uint32_t cover = w - 1 > from ? view->nodes[w - 1].cover : 0;
    int32_t c = cover ? view->mentions->mentions[cover - 1].head : 0;
    if (c <= from || !view->nodes[c].mention || view->nodes[c].prep != ENT_WORD_NONE)
        return 0;
    int32_t head = view->nodes[c].head;
    if (view->nodes[c].rel == ENT_REL_CONJ && head > from && view->nodes[head].mention
        && view->nodes[head].prep == ENT_WORD_NONE && ent_view_nominal(view, head))
        c = head;
    return c;
}

/* "Soulagement à Rome : malgré tout, Oslo signe": behind a colon begins a sentence of its
 * own, whose subject stands before its verb. */
static void mend_colon(struct ent_view *view, int32_t verb)
{
    int32_t start = ent_view_cluster(view, verb), colon = 0;
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    for (int32_t w = start - 1;
         ent_view_finite(view, verb) && w > 1 && w > start - 16 && !colon; w--)
        colon = ent_str_is(form_of(view, w), ":") ? w : 0;
    if (!colon || colon < 3 || (subject && subject > colon))
        return;
    int32_t actor = actor_before(view, start, colon);
    if (!actor || view->nodes[actor].rel == ENT_REL_NSUBJ
        || !colon_between(view, view->nodes[actor].head, actor)) {
        int32_t host = actor ? view->nodes[actor].head : 0;
        if (!actor || view->nodes[actor].rel == ENT_REL_NSUBJ || host < colon
            || view->nodes[host].head > colon || ent_view_verb(view, host))
            return;
    }
    if (subject)
        view->nodes[subject].rel = ENT_REL_DISLOCATED;
    ent_view_hang(view, actor, verb, ENT_REL_NSUBJ);
    for (int32_t w = colon + 1; w < start; w++)
        if (view->nodes[w].head < colon && view->nodes[w].head > 0
            && ent_view_nominal(view, w) && view->nodes[w].prep != ENT_WORD_NONE)
            ent_view_hang(view, w, verb, ENT_REL_OBL);
}

/* Behind an aside between commas that begins at `comma`: where the text goes on, or 0. */
static int32_t after_aside(const struct ent_view *view, int32_t comma)
{
    enum ent_upos upos = comma < view->count ? (enum ent_upos)view->nodes[comma + 1].upos
                                             : ENT_PUNCT;
    if (!ent_view_is(view, comma, ",") || (upos != ENT_ADP && upos != ENT_ADV))
        return 0;
    for (int32_t w = comma + 1; w <= view->count && w <= comma + 9; w++) {
        if (ent_view_is(view, w, ","))
            return w + 1;
        if (closes_phrase(view, w) ||
            (ent_view_verb(view, w) && !ent_view_has(view, w, ENT_INF)))
            return 0;
    }
    return 0;
}

/* "doit retrouver mercredi, à huis clos, Boris Johnson": what stands behind the aside is
 * the object the verb lacks. */
static void mend_late_object(struct ent_view *view, int32_t verb)
{
    int32_t object = ent_view_child(view, verb, ENT_REL_OBJ), w = verb + 1;
    if (!ent_view_verb(view, verb) || (object && !ent_view_is_time(view, object)) ||
        !ent_frames_of(view->language, ENT_TRIGGER_VERB, view->nodes[verb].verb) ||
        ent_voice_passive(view, verb) || ent_view_child(view, verb, ENT_REL_EXPL) ||
        ent_view_child(view, verb, ENT_REL_XCOMP) ||
        ent_view_child(view, verb, ENT_REL_CCOMP))
        return;
    while (w < view->count &&
           (ent_view_is_time(view, w) || view->nodes[w].upos == ENT_ADV))
        w++;
    int32_t from = w <= view->count ? after_aside(view, w) : 0, found = 0;
    for (int32_t k = from; from && k <= view->count && k <= from + 3 && !found; k++) {
        if (view->nodes[k].upos == ENT_ADP || ent_view_verb(view, k))
            return;
        found = ent_view_nominal(view, k) ? k : 0;
    }
    if (!found || view->nodes[found].upos == ENT_PRON ||
        view->nodes[found].prep != ENT_WORD_NONE ||
        view->nodes[found].rel == ENT_REL_NSUBJ || view->nodes[found].head > found)
        return;
    if (object)
        view->nodes[object].rel = ENT_REL_OBL;
    ent_view_hang(view, found, verb, ENT_REL_OBJ);
}

/* "Oslo, que Rome accuse, dément": behind an actor and a comma "que" stands for the
 * actor. */
static void mend_relative(struct ent_view *view, int32_t w)
{
    int32_t verb = view->nodes[w].head, actor = 0;
    if (view->nodes[w].upos != ENT_SCONJ || w < 3 || !ent_view_is(view, w - 1, ",") ||
        !ent_str_is(ent_view_word(view, w)->lemma, "que") || verb < w ||
        !ent_view_verb(view, verb) || ent_view_child(view, verb, ENT_REL_OBJ) ||
        !ent_view_child(view, verb, ENT_REL_NSUBJ))
        return;
    uint32_t cover = view->nodes[w - 2].cover;
    if (cover && view->mentions->mentions[cover - 1].last == w - 2)
        actor = view->mentions->mentions[cover - 1].head;
    if (!actor || actor > w || view->nodes[actor].head == verb)
        return;
    ent_view_hang(view, verb, actor, ENT_REL_ACL);
    if (view->nodes[verb].head != actor)
        return;
    ent_view_hang(view, w, verb, ENT_REL_OBJ);
    view->nodes[w].upos = ENT_PRON;
}

/* The verb of which the word may be a past participle, ENT_WORD_NONE if there is none. */
static uint32_t participle_of(const struct ent_view *view, int32_t w)
{
    static const char *const ENDINGS[][2] = {{"ées", "er"}, {"ée", "er"}, {"és", "er"},
                                             {"é", "er"},   {"ies", "ir"}, {"ie", "ir"},
                                             {"mises", "mettre"}, {"mise", "mettre"}};
    struct ent_str form = form_of(view, w);
    char text[64];
    bool mise = ent_str_is(form, "Mise") || ent_str_is(form, "Mises");
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        struct ent_str ending = ent_str_of(ENDINGS[i][0]),
                       verb = ent_str_of(ENDINGS[i][1]);
        if (mise && verb.size > 2)
            return ent_view_find(view, verb);
        if (!ent_str_ends(form, ending) || form.size + verb.size >= sizeof text)
            continue;
        memcpy(text, form.data, form.size - ending.size);
        memcpy(text + form.size - ending.size, verb.data, verb.size);
        return ent_view_find(
            view, (struct ent_str){text, form.size - ending.size + verb.size});
    }
    return ENT_WORD_NONE;
}

/* "Armée par Rome, Oslo résiste": what opens a sentence without article and has an agent
 * is a participle. */
static void mend_opening(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    bool aside = node->rel == ENT_REL_APPOS && ent_view_is(view, w - 1, ",") &&
                 node->head < w && !ent_view_child(view, w, ENT_REL_DET);
    uint32_t verb = view->count < 4 || node->upos != ENT_NOUN ? ENT_WORD_NONE
                                                              : participle_of(view, w);
    if (!ent_frames_of(view->language, ENT_TRIGGER_VERB, verb) ||
        !(aside || (w == 1 && node->rel == ENT_REL_ADVCL)))
        return;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (view->nodes[c].prep == view->language->par &&
            view->nodes[c].rel == ENT_REL_NMOD) {
            node->upos = ENT_ADJ;
            node->verb = verb;
            if (aside) { /* "Sofia, privée de gaz par A, a saisi" */
                node->rel = ENT_REL_AMOD;
                view->nodes[c].rel = ENT_REL_OBL;
            }
        }
}

void ent_view_repair_joins(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        mend_opening(view, w);
        mend_relative(view, w);
        mend_gerund(view, w);
        mend_conjunct(view, w);
        mend_infinitive(view, w);
        mend_members(view, w);
        mend_splice(view, w);
        mend_colon(view, w);
        mend_late_object(view, w);
    }
}
