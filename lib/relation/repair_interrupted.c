/* repair_interrupted.c: French clauses that an insertion interrupts. Behind a relative
 * clause parsers often lose the thread: its verb becomes the main one, the real main verb
 * hangs below it without subject. Commas and agreement tell where the sentence goes on.
 */
#include "relation/repair.h"

/* The finite word of the verb's cluster, itself or an auxiliary before it; 0 if none. */
static int32_t finite_word(const struct ent_view *view, int32_t verb)
{
    int32_t word = ent_view_finite(view, verb);
    return word && !ent_view_has(view, word, ENT_IMPER) ? word : 0;
}

/* Does a relative clause begin at w: "dont", "à laquelle", "sur le site duquel"? */
static bool begins_relative(const struct ent_view *view, int32_t w)
{
    static const int32_t REACH = 3;
    if (ent_view_relative(view, w))
        return true;
    if (w > view->count || view->nodes[w].upos != ENT_ADP)
        return false;
    for (int32_t k = w + 1; k <= view->count && k <= w + REACH; k++)
        if (ent_view_relative(view, k) && !ent_view_is(view, k, "que") &&
            !ent_view_is(view, k, "qu'"))
            return true;
    return false;
}

/* The noun of the phrase that ends at w: up over complements, names, participles that
 * describe, but not across `from`. */
static int32_t phrase_top(const struct ent_view *view, int32_t w, int32_t from)
{
    if (ent_view_is(view, w, ")"))
        while (w > from + 1 && !ent_view_is(view, w + 1, "("))
            w--;
    for (int limit = 12; limit; limit--) {
        const struct ent_node *node = &view->nodes[w];
        int32_t up = node->head;
        bool inner = node->rel == ENT_REL_NMOD || node->rel == ENT_REL_APPOS ||
                     node->rel == ENT_REL_FLAT || node->rel == ENT_REL_AMOD ||
                     node->rel == ENT_REL_ACL || node->rel == ENT_REL_NUMMOD ||
                     node->rel == ENT_REL_COMPOUND || node->rel == ENT_REL_PUNCT ||
                     (node->rel == ENT_REL_CONJ && ent_view_nominal(view, up)) ||
                     (node->rel == ENT_REL_OBL && ent_view_verb(view, up) &&
                      view->nodes[up].rel == ENT_REL_ACL && !finite_word(view, up));
        if (!inner || up >= w || up <= from)
            return w;
        w = up;
    }
    return w;
}

static bool is_plural(const struct ent_view *view, int32_t noun)
{
    return ent_view_has(view, noun, ENT_PLUR) ||
           ent_view_child(view, noun, ENT_REL_CONJ) || view->nodes[noun].upos == ENT_NUM;
}

static bool agrees(const struct ent_view *view, int32_t noun, int32_t verb)
{
    int32_t word = finite_word(view, verb);
    if (ent_view_has(view, word, ENT_P1) || ent_view_has(view, word, ENT_P2))
        return false;
    bool name =
        view->nodes[noun].upos == ENT_PROPN && !ent_view_has(view, noun, ENT_SING);
    return name || is_plural(view, noun) == ent_view_has(view, word, ENT_PLUR);
}

/* May the noun be what the verb behind the insertion is said of? */
static bool may_be_subject(const struct ent_view *view, int32_t noun, int32_t verb)
{
    const struct ent_node *node = &view->nodes[noun];
    bool phrase = ent_view_nominal(view, noun) ||
                  (node->upos == ENT_ADJ && ent_view_child(view, noun, ENT_REL_DET));
    return phrase && node->prep == ENT_WORD_NONE &&
           !ent_view_child(view, noun, ENT_REL_CASE) && !ent_view_relative(view, noun) &&
           ent_view_time(view, noun) != ENT_TIME_WEEKDAY &&
           !ent_view_child(view, noun, ENT_REL_COP) && node->rel != ENT_REL_OBL &&
           node->rel != ENT_REL_OBJ && node->rel != ENT_REL_CCOMP &&
           node->rel != ENT_REL_XCOMP && agrees(view, noun, verb);
}

/* The last mark before `limit` behind which the clause begins: a colon, a semicolon, an
 * opening quotation mark or bracket that is not closed before. */
static int32_t clause_edge(const struct ent_view *view, int32_t limit)
{
    int closed = 0;
    for (int32_t w = limit - 1; w > 0; w--) {
        bool opening = ent_view_is(view, w, "«") || ent_view_is(view, w, "(") ||
                       ent_view_is(view, w, "“");
        if (ent_view_is(view, w, "»") || ent_view_is(view, w, ")") ||
            ent_view_is(view, w, "”"))
            closed++;
        else if (opening && closed)
            closed--;
        else if (opening ||
                 (!closed && (ent_view_is(view, w, ":") || ent_view_is(view, w, ";"))))
            return w;
    }
    return 0;
}

/* Has the verb a subject before it, or does a conjunction or pronoun open its clause? */
static bool is_provided(const struct ent_view *view, int32_t verb)
{
    int32_t edge = clause_edge(view, verb);
    if (verb < view->count && view->nodes[verb + 1].upos == ENT_PRON &&
        ent_view_word(view, verb + 1)->form.data[0] == '-')
        return true; /* "estime-t-il" */
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (c > edge &&
            (rel == ENT_REL_NSUBJ || rel == ENT_REL_CSUBJ || rel == ENT_REL_MARK ||
             rel == ENT_REL_CC || ent_view_relative(view, c) ||
             (rel == ENT_REL_EXPL && ent_str_is(ent_view_word(view, c)->lemma, "il"))))
            return true;
    }
    return false;
}

static bool finite_between(const struct ent_view *view, int32_t from, int32_t to)
{
    for (int32_t w = from + 1; w < to; w++)
        if (finite_word(view, w) ||
            (view->nodes[w].rel == ENT_REL_COP && ent_view_has(view, w, ENT_FIN)))
            return true;
    return false;
}

/* Is the noun's place taken: is it the subject of a verb that has no better one? */
static bool is_engaged(const struct ent_view *view, int32_t noun, int32_t from,
                       int32_t verb)
{
    int32_t above = view->nodes[noun].head;
    if (view->nodes[noun].rel != ENT_REL_NSUBJ || above == verb)
        return false;
    if (above < from || above > verb) /* of a verb outside the insertion */
        return true;
    for (int32_t c = view->nodes[above].child; c && c < above; c = view->nodes[c].next)
        if (c > from &&
            (view->nodes[c].rel == ENT_REL_NSUBJ || ent_view_relative(view, c)))
            return false;
    return finite_word(view, above) != 0;
}

struct insertion {
    int32_t noun; /* what stands before it */
    int32_t open; /* the comma that opens it */
};

/* Did the parser hang the noun or the insertion on the verb, or the verb on one of them?
 */
static bool is_entangled(const struct ent_view *view, int32_t noun, int32_t from,
                         int32_t verb)
{
    int32_t up = view->nodes[noun].head, own = view->nodes[verb].head;
    return up == verb || own == noun || (up > from && up < verb) ||
           (own > from && own < verb && view->nodes[noun].rel == ENT_REL_ROOT);
}

/* The phrase with a determiner that a comma precedes and that ends at w; 0 if there is
 * none. */
static int32_t begins_behind_comma(const struct ent_view *view, int32_t w, int32_t edge)
{
    int32_t comma = w;
    while (comma > edge && !ent_view_is(view, comma, ","))
        comma--;
    int32_t noun = phrase_top(view, w, comma);
    return comma > edge && comma < w && view->nodes[comma + 1].upos == ENT_DET &&
                   view->nodes[comma + 1].head == noun
               ? noun
               : 0;
}

/* The insertion between commas that ends before word `end`, and before it the subject
 * that the verb lacks. */
static struct insertion find_insertion(const struct ent_view *view, int32_t end,
                                       int32_t verb)
{
    int32_t edge = clause_edge(view, end);
    for (int32_t c = end - 3; c > edge + 1; c--) {
        if (!ent_view_is(view, c, ","))
            continue;
        bool clause = finite_between(view, c, end - 1);
        int32_t noun = phrase_top(view, c - 1, edge);
        if (!may_be_subject(view, noun, verb)) /* "avec les syndicats, son PDG, X, a" */
            noun = begins_behind_comma(view, c - 1, edge);
        if (noun && may_be_subject(view, noun, verb) &&
            !is_engaged(view, noun, c, verb) &&
            (clause ? begins_relative(view, c + 1) : is_entangled(view, noun, c, verb)))
            return (struct insertion){noun, c};
    }
    return (struct insertion){0, 0};
}

/* The word of the insertion that the others hang on, `noun` perhaps too. */
static int32_t inner_top(const struct ent_view *view, int32_t w, int32_t from, int32_t to)
{
    while (view->nodes[w].head > from && view->nodes[w].head < to)
        w = view->nodes[w].head;
    return w;
}

/* The verb goes where the noun or the insertion stood; what follows it follows it. */
static void place_verb(struct ent_view *view, int32_t verb, struct insertion in)
{
    int32_t above = view->nodes[in.noun].head;
    bool within = above > in.open && above < verb;
    int32_t top = within ? inner_top(view, above, in.open, verb) : in.noun;
    int32_t own = view->nodes[verb].head;
    if (view->nodes[top].head == verb) {
        if (within)
            view->nodes[top].rel = ENT_REL_ACL;
    } else if ((own >= in.noun && own < verb) || within) {
        bool noun_place = !within && view->nodes[top].head &&
                          view->nodes[view->nodes[top].head].upos != ENT_VERB;
        ent_view_take_place(view, verb, top);
        if (noun_place)
            view->nodes[verb].rel = ENT_REL_PARATAXIS;
    }
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        if (w == verb || w == in.noun)
            continue;
        if (w > verb && node->head >= in.noun && node->head < verb)
            node->head = verb;
        else if (w < in.noun && node->head > in.open && node->head < verb)
            node->head = verb;
        else if (w > in.open && w < verb && ent_view_verb(view, w) &&
                 (w == top || node->head == verb) && finite_word(view, w)) {
            node->head = in.noun;
            node->rel = ENT_REL_ACL;
        }
    }
}

/* What was taken for the subject behind an active verb is its object. */
static void free_object(struct ent_view *view, int32_t verb)
{
    int32_t behind = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (behind > verb && !ent_view_child(view, verb, ENT_REL_OBJ) &&
        !ent_voice_passive(view, verb))
        view->nodes[behind].rel = ENT_REL_OBJ;
}

/* "L'Union, qui a suspendu X, et la Norvège, dont ..., ont salué": the first of two. */
static int32_t first_of_two(struct ent_view *view, int32_t noun, int32_t verb)
{
    int32_t cc = noun;
    while (cc > 2 && view->nodes[cc].upos != ENT_CCONJ && noun - cc < 5)
        cc--;
    if (view->nodes[cc].upos != ENT_CCONJ || !ent_view_is(view, cc - 1, ","))
        return 0;
    return find_insertion(view, cc, verb).noun;
}

/* "A, dont les crédits sont gelés, a salué B": the verb behind a relative clause has what
 * stands before that for its subject. */
static bool mend_behind_relative(struct ent_view *view, int32_t verb)
{
    int32_t start = ent_view_cluster(view, verb);
    enum ent_deprel rel = (enum ent_deprel)view->nodes[verb].rel;
    if (rel == ENT_REL_ACL || rel == ENT_REL_AMOD || start < 6 ||
        !ent_view_is(view, start - 1, ",") || !finite_word(view, verb) ||
        is_provided(view, verb))
        return false;
    struct insertion in = find_insertion(view, start, verb);
    if (!in.noun)
        return false;
    place_verb(view, verb, in);
    free_object(view, verb);
    view->nodes[in.noun].head = verb;
    view->nodes[in.noun].rel = ENT_REL_NSUBJ;
    ent_view_link(view);
    return true;
}

/* "Un rapport dont des extraits ont fuité accuse A": the verb of a relative clause is not
 * the root where another one follows that has a subject. */
static bool mend_relative_root(struct ent_view *view, int32_t verb)
{
    int32_t pronoun = 0, host = 0;
    if (view->nodes[verb].head || !finite_word(view, verb))
        return false;
    for (int32_t c = view->nodes[verb].child; c && c < verb && !pronoun;
         c = view->nodes[c].next)
        if (ent_view_relative(view, c) && !ent_view_is(view, c, "que") &&
            !ent_view_is(view, c, "qu'"))
            pronoun = c;
    host = pronoun > 1 ? pronoun - 1 : 0;
    host -=
        host > 1 && (ent_view_is(view, host, ",") || view->nodes[host].upos == ENT_ADP);
    host = host > 0 ? phrase_top(view, host, 0) : 0;
    if (!host || !ent_view_nominal(view, host))
        return false;
    for (int32_t main = view->nodes[verb].child; main; main = view->nodes[main].next) {
        int32_t subject = ent_view_child(view, main, ENT_REL_NSUBJ);
        if (main < verb || !finite_word(view, main) || !subject || subject > main ||
            subject < verb || ent_view_child(view, main, ENT_REL_MARK) ||
            ent_view_child(view, main, ENT_REL_CC) || ent_view_relative(view, subject))
            continue;
        ent_view_take_place(view, main, verb);
        for (int32_t w = 1; w <= view->count; w++)
            if (view->nodes[w].head == verb && (w < pronoun || w > main))
                view->nodes[w].head = main;
        ent_view_put(view, verb, host, ENT_REL_ACL);
        ent_view_link(view);
        return true;
    }
    return false;
}

/* Does the verb follow a quotation that is a sentence or begins one? */
static bool follows_speech(const struct ent_view *view, int32_t start)
{
    int32_t mark = start - 1;
    bool said = false;
    mark -= ent_view_is(view, mark, ",");
    if (!ent_view_is(view, mark, "»") && !ent_view_is(view, mark, "\"") &&
        !ent_view_is(view, mark, "”"))
        return false;
    for (int32_t w = mark - 1; w > 0 && view->nodes[w].quote && !said; w--)
        said = w <= 2 || finite_word(view, w) || ent_view_is(view, w, "!");
    return said;
}

/* "« ... », a réagi la direction": what follows the verb behind a quotation speaks. */
static void mend_speaker(struct ent_view *view, int32_t verb)
{
    int32_t object = 0;
    if (!finite_word(view, verb) || ent_view_child(view, verb, ENT_REL_NSUBJ) ||
        !follows_speech(view, ent_view_cluster(view, verb)) || is_provided(view, verb))
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (c > verb && view->nodes[c].rel == ENT_REL_OBJ)
            object = object ? object : c;
    if (object && view->nodes[object].quote == 0 && ent_view_nominal(view, object) &&
        view->nodes[object].prep == ENT_WORD_NONE && agrees(view, object, verb) &&
        (view->nodes[object].upos == ENT_PROPN || view->nodes[object].mention ||
         ent_view_child(view, object, ENT_REL_DET)))
        view->nodes[object].rel = ENT_REL_NSUBJ;
}

void ent_view_repair_interrupted(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        if (!ent_view_verb(view, w))
            continue;
        mend_relative_root(view, w);
        if (mend_behind_relative(view, w)) {
            int32_t noun = ent_view_child(view, w, ENT_REL_NSUBJ);
            int32_t first = noun ? first_of_two(view, noun, w) : 0;
            if (first && first != noun) {
                ent_view_put(view, first, w, ENT_REL_NSUBJ);
                ent_view_put(view, noun, first, ENT_REL_CONJ);
                ent_view_link(view);
            }
        }
        mend_speaker(view, w);
    }
}
