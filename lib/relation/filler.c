/* filler.c: a word's actors: its own mention, or one reached through a relative pronoun,
 * apposition, coordination, a quantity noun, or the thing that the actor owns. */
#include "relation/open.h"

/* How far to follow the tree: members of a list that the parser hangs one on the other
 * cost little. */
enum { STEP = 8, REACH = 5 * STEP };

static void fill_word(const struct ent_view *view, int32_t word, unsigned flags,
                      float quality, struct ent_fillers *fillers, int depth);

static const struct ent_mention *mention_at(const struct ent_view *view, uint32_t index)
{
    return &view->mentions->mentions[index];
}

static void add_mention(const struct ent_view *view, uint32_t index, unsigned flags,
                        float quality, struct ent_fillers *fillers)
{
    const struct ent_mention *mention = mention_at(view, index);
    if (mention->place && !(flags & ENT_FILL_PLACE))
        return;
    if (mention->thing && mention->head > 0 &&
        ent_view_in(view, view->nodes[mention->head].lemma,
                    ENT_LIST_OPAQUE | ENT_LIST_DEED))
        return; /* "à la frontière mexicaine" */
    quality *= mention->certainty > 0 ? mention->certainty : 0.5F;
    for (int i = 0; i < fillers->count; i++) {
        struct ent_filler *old = &fillers->items[i];
        if (mention_at(view, old->mention)->actor == mention->actor) {
            if (quality > old->quality)
                old->quality = quality;
            return;
        }
    }
    if (fillers->count < ENT_FILLERS_MAX)
        fillers->items[fillers->count++] = (struct ent_filler){index, quality, false};
}

static bool add_own(const struct ent_view *view, int32_t word, unsigned flags,
                    float quality, struct ent_fillers *fillers)
{
    const struct ent_node *node = &view->nodes[word];
    int before = fillers->count;
    uint32_t name = ent_named_beside(view, word);
    if (name) {
        add_mention(view, name - 1, flags, quality, fillers);
        return fillers->count > before;
    }
    for (uint32_t k = 0; k < node->mention_count && !node->idle; k++) {
        /* Mentions of one head stand together, except covering ones of other heads. */
        uint32_t index = node->mention - 1 + k;
        if (index < view->mentions->mention_count
            && mention_at(view, index)->head == word)
            add_mention(view, index, flags, quality, fillers);
    }
    return fillers->count > before;
}

static bool comma_between(const struct ent_view *view, int32_t a, int32_t b)
{
    int32_t from = a < b ? a : b, to = a < b ? b : a;
    for (int32_t w = from + 1; w < to; w++)
        if (ent_str_is(ent_view_word(view, w)->form, ",") ||
            ent_str_is(ent_view_word(view, w)->form, "("))
            return true;
    return false;
}

static bool introduced(const struct ent_view *view, int32_t word, const char *a,
                       const char *b)
{
    int32_t mark = ent_view_child(view, word, ENT_REL_CASE);
    struct ent_str form = mark ? ent_view_word(view, mark)->form : ENT_STR("");
    return ent_str_is(form, a) || ent_str_is(form, b);
}

/* "a US-drafted resolution", "a Saudi-led coalition": whose work it is. */
static void add_hyphened(const struct ent_view *view, int32_t participle, unsigned flags,
                         float quality, struct ent_fillers *fillers)
{
    int32_t name = participle - 2;
    if (name > 0 && ent_str_is(ent_view_word(view, participle - 1)->form, "-") &&
        view->nodes[name].mention && view->nodes[participle].verb != ENT_WORD_NONE &&
        !ent_judges(view, participle))
        add_own(view, name, flags | ENT_FILL_PLACE, quality * 0.9F, fillers);
}

/* Owners: possessive, adjective of nationality, genitive, noun before the noun. */
static bool add_owners(const struct ent_view *view, int32_t word, unsigned flags,
                       float quality, struct ent_fillers *fillers, int depth)
{
    int before = fillers->count;
    if (view->nodes[word].upos == ENT_VERB)
        return false;
    /* "l'usage de la force par la police": the agent, not what it is done to. */
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next) {
        float lowered;
        if (view->nodes[c].prep == view->language->par
            && (view->nodes[c].rel == ENT_REL_NMOD || view->nodes[c].rel == ENT_REL_OBL))
            fill_word(view, c, flags, quality, fillers, depth - STEP);
        else if (view->nodes[c].rel == ENT_REL_ACL && c != view->focus &&
                 ent_voice_passive(view, c) &&
                 (view->nodes[c].verb == ENT_WORD_NONE || !ent_judges(view, c)))
            fill_word(view, ent_logical_subject(view, c, &lowered), flags, quality,
                      fillers, depth - STEP);
    }
    fill_word(view, view->french ? ent_giver(view, word) : 0, flags, quality * 0.95F,
              fillers, depth - STEP);
    if (fillers->count > before)
        return true;
    bool deed = ent_view_in(view, view->nodes[word].lemma, ENT_LIST_DEED);
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (deed && (node->prep != ENT_WORD_NONE || c > word) &&
            node->rel != ENT_REL_AMOD)
            continue; /* a victim */
        bool genitive =
            node->rel == ENT_REL_NMOD &&
            (node->prep == view->language->de || node->prep == ENT_WORD_NONE ||
             node->prep == view->language->from ||
             (node->prep == view->language->for_ &&
              ent_view_in(view, view->nodes[word].lemma, ENT_LIST_QUANTITY)));
        genitive |= node->rel == ENT_REL_NMOD && introduced(view, c, "in", "at")
                    && ent_view_in(view, view->nodes[word].lemma, ENT_LIST_LOCAL)
                    && fillers->count == before;
        if ((node->rel == ENT_REL_DET || node->rel == ENT_REL_AMOD
             || node->rel == ENT_REL_COMPOUND || node->rel == ENT_REL_FLAT)
            && !comma_between(view, c, word))
            add_own(view, c, flags | ENT_FILL_PLACE, quality, fillers);
        if (node->rel == ENT_REL_AMOD || node->rel == ENT_REL_DET)
            for (int32_t k = node->child; k; k = view->nodes[k].next)
                if (view->nodes[k].rel == ENT_REL_CONJ)
                    add_own(view, k, flags | ENT_FILL_PLACE, quality * 0.95F, fillers);
        if (!view->french && node->rel == ENT_REL_AMOD && c < word)
            add_hyphened(view, c, flags, quality, fillers);
        if (genitive && (node->prep != ENT_WORD_NONE || !comma_between(view, c, word)))
            fill_word(view, c, flags | ENT_FILL_PLACE, quality, fillers, depth - STEP);
    }
    return fillers->count > before;
}

static bool add_apposed(const struct ent_view *view, int32_t word, unsigned flags,
                        float quality, struct ent_fillers *fillers)
{
    int before = fillers->count;
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_APPOS || view->nodes[c].rel == ENT_REL_FLAT)
            add_own(view, c, flags, quality, fillers);
    /* "Lazarus, un collectif à la solde de": the apposition stands for its head. */
    if (fillers->count == before && view->nodes[word].rel == ENT_REL_APPOS)
        add_own(view, view->nodes[word].head, flags, quality, fillers);
    return fillers->count > before;
}

/* A mention whose words include this one, though the parser chose another head. */
static bool add_cover(const struct ent_view *view, int32_t word, unsigned flags,
                      float quality, struct ent_fillers *fillers)
{
    uint32_t cover = view->nodes[word].cover;
    int before = fillers->count;
    if (cover) {
        enum ent_mention_kind kind = mention_at(view, cover - 1)->kind;
        if (kind == ENT_MENTION_NAME || kind == ENT_MENTION_NOMINAL)
            add_mention(view, cover - 1, flags, quality, fillers);
    }
    return fillers->count > before;
}

/* "A, qui a menacé B, et C": what is told of A before C is named is not said of C. */
static bool is_told_before(const struct ent_view *view, int32_t first, int32_t other)
{
    int32_t focus = view->focus;
    return focus > first && focus < other && view->nodes[focus].rel == ENT_REL_ACL
           && view->nodes[focus].head == first;
}

static void add_coordinated(const struct ent_view *view, int32_t word, unsigned flags,
                            float quality, struct ent_fillers *fillers, int depth)
{
    int32_t example = ent_example_of(view, word);
    if (example)
        fill_word(view, example, view->french ? flags : flags | ENT_FILL_PLACE,
                  quality * 0.9F, fillers, depth - STEP);
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (node->rel == ENT_REL_CONJ && view->french &&
            (ent_view_excluded(view, word, c) || is_told_before(view, word, c)))
            continue;
        if (node->rel == ENT_REL_CONJ && (ent_view_nominal(view, c) || node->mention))
            fill_word(view, c, flags, quality * 0.95F, fillers, depth - 1);
        /* "Latvia, along with Lithuania, closed": a second subject. */
        if (!view->french && node->rel == ENT_REL_NMOD && node->mention
            && view->nodes[word].rel == ENT_REL_NSUBJ && view->nodes[word].mention
            && introduced(view, c, "along", "alongside") && comma_between(view, word, c))
            fill_word(view, c, flags, quality * 0.9F, fillers, depth - 1);
        /* "the Kenya-Serbia treaty" */
        if (!view->french && node->rel == ENT_REL_COMPOUND && node->mention &&
            c + 2 == word && view->nodes[word].mention &&
            ent_str_is(ent_view_word(view, c + 1)->form, "-"))
            fill_word(view, c, flags, quality * 0.95F, fillers, depth - 1);
        /* A list whose commas the parser took for appositions. */
        if (node->rel == ENT_REL_APPOS && node->mention && view->nodes[word].mention
            && mention_at(view, node->mention - 1)->kind == ENT_MENTION_NAME
            && mention_at(view, view->nodes[word].mention - 1)->kind == ENT_MENTION_NAME
            && ent_view_child(view, c, ENT_REL_CONJ))
            fill_word(view, c, flags, quality * 0.7F, fillers, depth - 1);
    }
}

/* "together with Estonia, Lithuania barred": who the subject acts with, beside the verb.
 */
static void add_companions(const struct ent_view *view, int32_t word, unsigned flags,
                           float quality, struct ent_fillers *fillers, int depth)
{
    int32_t verb = view->nodes[word].head;
    if (view->french || view->nodes[word].rel != ENT_REL_NSUBJ || !verb)
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        int32_t before = c - 1;
        if (view->nodes[c].rel != ENT_REL_OBL || !view->nodes[c].mention)
            continue;
        while (before > 1 && view->nodes[before].head == c)
            before--;
        if (introduced(view, c, "alongside", "alongside") ||
            ent_str_is(ent_view_word(view, before)->form, "together") ||
            ent_str_is(ent_view_word(view, before + 1)->form, "together") ||
            ent_str_is(ent_view_word(view, before + 1)->form, "along"))
            fill_word(view, c, flags, quality * 0.85F, fillers, depth - 1);
    }
}

/* "..., a plan savaged by A": a noun behind the clause that it sums up stands for who did
 * what the clause tells. */
static int32_t summed_up(const struct ent_view *view, int32_t word)
{
    int32_t first = word - 1;
    float quality;
    if (view->french || word < 3 || view->nodes[word].upos != ENT_NOUN ||
        view->nodes[word].mention ||
        !ent_view_in(view, view->nodes[word].lemma, ENT_LIST_ACT) ||
        (view->nodes[word].rel != ENT_REL_PARATAXIS &&
         view->nodes[word].rel != ENT_REL_APPOS && view->nodes[word].rel != ENT_REL_OBL &&
         view->nodes[word].rel != ENT_REL_CONJ))
        return 0;
    while (first > 1 &&
           (view->nodes[first].upos == ENT_ADJ || view->nodes[first].upos == ENT_DET))
        first--;
    if (!ent_str_is(ent_view_word(view, first)->form, ",") &&
        !ent_str_is(ent_view_word(view, first)->form, "—"))
        return 0;
    int32_t clause = ent_governing_verb(view, word);
    int32_t subject =
        clause && clause < word ? ent_surface_subject(view, clause, &quality) : 0;
    return subject < word ? subject : 0;
}

/* "Pakistan and Afghanistan's services", "UK and EU negotiators": both own the noun,
 * though the mention goes by the nearer one. */
static void add_shared(const struct ent_view *view, int32_t word, unsigned flags,
                       float quality, struct ent_fillers *fillers)
{
    for (int32_t c = view->nodes[word].child; c && c < word; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        int32_t other = ent_view_child(view, c, ENT_REL_CONJ);
        if (view->french || !other || other > word || !view->nodes[c].mention
            || (rel != ENT_REL_NMOD && rel != ENT_REL_COMPOUND && rel != ENT_REL_AMOD)
            || (!view->nodes[other].mention && !view->nodes[other].cover))
            continue;
        add_own(view, c, flags | ENT_FILL_PLACE, quality * 0.9F, fillers);
        add_own(view, other, flags | ENT_FILL_PLACE, quality * 0.9F, fillers);
    }
}

/* "A was among those who fled", "A is one of them that": who is said to be it. */
static int32_t said_to_be(const struct ent_view *view, int32_t word)
{
    int32_t subject = ent_view_child(view, word, ENT_REL_NSUBJ);
    bool pronoun =
        view->nodes[word].upos == ENT_PRON || view->nodes[word].upos == ENT_NUM;
    return !view->french && pronoun && subject && subject < word &&
                   ent_view_child(view, word, ENT_REL_COP)
               ? subject : 0;
}

/* "its border with Iran": who is on the other side, or 0. */
static int32_t beyond_border(const struct ent_view *view, int32_t word)
{
    struct ent_str lemma = ent_view_word(view, word)->lemma;
    if (!ent_str_is(lemma, "border") && !ent_str_is(lemma, "frontier") &&
        !ent_str_is(lemma, "boundary"))
        return 0;
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next)
        if (c > word && view->nodes[c].rel == ENT_REL_NMOD && view->nodes[c].mention &&
            introduced(view, c, "with", "with"))
            return c;
    return 0;
}

/* "A veut voter, ce que B refuse": "ce" is what the clause tells, an act of its subject.
 */
static bool sums_up(const struct ent_view *view, int32_t word)
{
    const struct ent_node *node = &view->nodes[word];
    return view->french && node->upos == ENT_PRON && node->rel == ENT_REL_PARATAXIS &&
           node->head && node->head < word && view->nodes[node->head].upos == ENT_VERB &&
           ent_str_is(ent_view_word(view, word)->form, "ce") &&
           ent_view_child(view, word, ENT_REL_ACL);
}

static void fill_word(const struct ent_view *view, int32_t word, unsigned flags,
                      float quality, struct ent_fillers *fillers, int depth)
{
    if (depth <= 0 || !word)
        return;
    if (beyond_border(view, word)) {
        fill_word(view, beyond_border(view, word), flags, quality * 0.95F, fillers,
                  depth - STEP);
        return;
    }
    bool found =
        (flags & ENT_FILL_LOOP) && ent_open_fill(view, word, flags, quality, fillers);
    found = found || add_own(view, word, flags, quality, fillers);
    if (!found && ent_antecedent(view, word) != word) {
        fill_word(view, ent_antecedent(view, word), flags, quality, fillers,
                  depth - STEP);
        return;
    }
    if (!found && sums_up(view, word)) {
        float lowered = quality * 0.7F;
        fill_word(view, ent_surface_subject(view, view->nodes[word].head, &lowered),
                  flags, quality * 0.7F, fillers, depth - STEP);
        return;
    }
    if (!found && said_to_be(view, word)) {
        fill_word(view, said_to_be(view, word), flags, quality * 0.9F, fillers,
                  depth - STEP);
        return;
    }
    bool own = view->nodes[word].mention && !view->nodes[word].idle;
    if (found && (flags & ENT_FILL_LIST))
        add_shared(view, word, flags, quality, fillers);
    if (!found && !own && !view->nodes[word].idle)
        found = add_cover(view, word, flags, quality * 0.9F, fillers)
                || add_apposed(view, word, flags, quality * 0.85F, fillers);
    bool quantity = ent_view_in(view, view->nodes[word].lemma, ENT_LIST_QUANTITY);
    if (!found && !own && !quantity && (flags & ENT_FILL_OPEN))
        found = ent_open_fill(view, word, flags, quality, fillers);
    if (!found && !own && (quantity || (flags & ENT_FILL_OWNER))
        && !ent_view_in(view, view->nodes[word].lemma, ENT_LIST_OPAQUE)) {
        int before = fillers->count;
        float lowered = quality * (quantity ? 0.95F : 0.75F);
        found = add_owners(view, word, flags, lowered, fillers, depth);
        for (int i = before; i < fillers->count && !quantity; i++)
            fillers->items[i].owner = true;
    }
    if (!found && !own && quantity && (flags & ENT_FILL_OPEN))
        ent_open_fill(view, word, flags, quality, fillers);
    if (flags & ENT_FILL_LIST) {
        add_coordinated(view, word, flags, quality, fillers, depth);
        if (fillers->count > 0)
            add_companions(view, word, flags, quality, fillers, depth);
    }
    if (fillers->count == 0 && summed_up(view, word))
        fill_word(view, summed_up(view, word), flags, quality * 0.75F, fillers,
                  depth - STEP);
}

void ent_fill(const struct ent_view *view, int32_t word, unsigned flags, float quality,
              struct ent_fillers *fillers)
{
    fill_word(view, word, flags, quality, fillers, REACH);
}
