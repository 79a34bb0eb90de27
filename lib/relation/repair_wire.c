/* repair_wire.c: English noun phrases of agency copy that the parser hangs on the wrong
 * word: an object behind a date, an object with its own epithet, an amount behind the name
 * that pays it, who says at the end of a sentence what it tells. */
#include "relation/view.h"

static bool one_of(struct ent_str text, const char *const *words)
{
    for (; *words; words++)
        if (ent_str_is(text, *words))
            return true;
    return false;
}

static bool is_verb(const struct ent_view *view, int32_t w)
{
    return w > 0 && view->nodes[w].upos == ENT_VERB;
}

static bool tells_day(const struct ent_view *view, int32_t w)
{
    static const char *const DAYS[] = {"Monday",   "Tuesday", "Wednesday", "Thursday", "Friday",
                                       "Saturday", "Sunday",  NULL};
    struct ent_str form = ent_view_word(view, w)->form;
    return one_of(form, DAYS) || ent_view_in(view, view->nodes[w].lemma, ENT_LIST_MONTH);
}

/* Is there a comma or another mark between two words? */
static bool divided(const struct ent_view *view, int32_t from, int32_t to)
{
    for (int32_t w = from + 1; w < to; w++)
        if (view->nodes[w].upos == ENT_PUNCT &&
            !ent_str_is(ent_view_word(view, w)->form, "-"))
            return true;
    return false;
}

/* "reiterated on Thursday its commitment", "bailed out its neighbour": a noun phrase behind
 * the verb, without comma, that was taken for an apposition to the date or the subject. */
static void mend_displaced_object(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t above = node->head, verb = above ? view->nodes[above].head : 0;
    bool date = above && view->nodes[above].rel == ENT_REL_OBL && tells_day(view, above);
    bool subject = above && view->nodes[above].rel == ENT_REL_NSUBJ;
    if (node->rel != ENT_REL_APPOS || node->prep != ENT_WORD_NONE || !is_verb(view, verb) ||
        verb >= w || (!date && !subject) || (subject && above > verb) ||
        (date && above < verb) || divided(view, date ? above : verb, w) ||
        ent_view_child(view, verb, ENT_REL_OBJ) ||
        ent_view_child(view, verb, ENT_REL_CCOMP))
        return;
    node->head = verb;
    node->rel = ENT_REL_OBJ;
    ent_view_link(view);
}

/* "with neighbouring Mali": a participle before a name that describes it, read as a verb with
 * an object. */
static void mend_participle(struct ent_view *view, int32_t w)
{
    static const char *const FORMS[] = {"neighbouring", "neighboring", "warring", "rival",
                                        "visiting",     "opposing",    "feuding", "bordering",
                                        "competing",    "ruling",      "leading", NULL};
    struct ent_node *node = &view->nodes[w];
    int32_t name = ent_view_child(view, w, ENT_REL_OBJ);
    if (node->upos != ENT_VERB || !one_of(ent_view_word(view, w)->form, FORMS) ||
        name <= w || divided(view, w, name) ||
        view->nodes[w - 1].upos == ENT_AUX || view->nodes[w - 1].upos == ENT_PUNCT ||
        ent_view_child(view, name, ENT_REL_DET))
        return;
    int32_t before = w - 1;
    bool introduced = view->nodes[before].head == w &&
                      (view->nodes[before].upos == ENT_SCONJ ||
                       view->nodes[before].upos == ENT_ADP);
    if (!introduced)
        return;
    ent_view_take_place(view, name, w);
    view->nodes[name].rel = view->nodes[name].rel == ENT_REL_ACL ? ENT_REL_NMOD
                            : view->nodes[name].rel == ENT_REL_ADVCL ? ENT_REL_OBL
                                                                      : view->nodes[name].rel;
    view->nodes[before].head = name;
    view->nodes[before].rel = ENT_REL_CASE;
    view->nodes[name].prep = view->nodes[before].lemma;
    node->upos = ENT_ADJ;
    node->verb = ENT_WORD_NONE;
    node->head = name;
    node->rel = ENT_REL_AMOD;
    ent_view_link(view);
}

/* "fined Apple 1.8 billion euros": who pays, taken for a part of the sum. */
static void mend_sum(struct ent_view *view, int32_t w)
{
    struct ent_node *node = &view->nodes[w];
    int32_t sum = node->head, verb = sum ? view->nodes[sum].head : 0;
    int32_t number = sum ? ent_view_child(view, sum, ENT_REL_NUMMOD) : 0;
    if (node->rel != ENT_REL_COMPOUND || !node->mention || sum <= w || number <= w ||
        view->nodes[sum].rel != ENT_REL_OBJ || !is_verb(view, verb) || verb >= w ||
        divided(view, verb, sum) || ent_view_child(view, verb, ENT_REL_OBJ) < verb)
        return;
    bool giving = ent_view_in(view, view->nodes[verb].verb, ENT_LIST_GIVING);
    node->head = verb;
    node->rel = giving ? ENT_REL_IOBJ : ENT_REL_OBJ;
    if (!giving)
        view->nodes[sum].rel = ENT_REL_DEP;
    ent_view_link(view);
}

/* "..., the UN office concluded.": who says it, taken for an apposition to the last noun of
 * what is said. */
static void mend_last_speaker(struct ent_view *view, int32_t verb)
{
    int32_t speaker = verb - 1;
    while (speaker > 1 && view->nodes[speaker].upos == ENT_ADV)
        speaker--;
    while (speaker > 1 && view->nodes[speaker].rel == ENT_REL_FLAT &&
           view->nodes[speaker].head < speaker)
        speaker = view->nodes[speaker].head;
    int32_t told = ent_view_child(view, verb, ENT_REL_CCOMP);
    if (!is_verb(view, verb) || speaker < 3 || !ent_view_nominal(view, speaker) ||
        view->nodes[speaker].head >= speaker || view->nodes[speaker].rel != ENT_REL_APPOS ||
        ent_view_child(view, verb, ENT_REL_NSUBJ) || !told || told > speaker ||
        ent_view_child(view, verb, ENT_REL_AUX))
        return;
    int32_t first = speaker;
    while (first > 1 && view->nodes[first - 1].upos != ENT_PUNCT)
        first--;
    if (first < 3 || !ent_str_is(ent_view_word(view, first - 1)->form, ","))
        return;
    view->nodes[speaker].head = verb;
    view->nodes[speaker].rel = ENT_REL_NSUBJ;
    ent_view_link(view);
}

void ent_view_repair_wire(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        mend_displaced_object(view, w);
        mend_participle(view, w);
        mend_sum(view, w);
        mend_last_speaker(view, w);
    }
}
