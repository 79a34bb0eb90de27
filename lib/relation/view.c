/* view.c: from a sentence to a view of it. */
#include "relation/view.h"

#include <entente/utf8.h>

uint32_t ent_view_find(const struct ent_view *view, struct ent_str text)
{
    char small[64];
    size_t size = 0;
    bool plain = text.size < sizeof small;
    for (size_t i = 0; plain && i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == 0xE2 && i + 2 < text.size && (unsigned char)text.data[i + 1] == 0x80
            && (unsigned char)text.data[i + 2] == 0x99) {
            small[size++] = '\'';
            i += 2;
        } else if (c == 0xC3 && i + 1 < text.size) {
            unsigned char d = (unsigned char)text.data[++i];
            small[size++] = (char)c;
            small[size++] = (char)(d >= 0x80 && d <= 0x9E && d != 0x97 ? d + 0x20 : d);
        } else {
            small[size++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }
    if (!plain)
        return ENT_WORD_NONE;
    return ent_map_find(&view->language->words, (struct ent_str){small, size});
}

static uint32_t find_changed(struct ent_view *view, struct ent_str text, size_t drop,
                             const char *ending)
{
    char small[64];
    size_t length = strlen(ending);
    if (text.size < drop || text.size - drop + length >= sizeof small)
        return ENT_WORD_NONE;
    memcpy(small, text.data, text.size - drop);
    memcpy(small + text.size - drop, ending, length);
    return ent_view_find(view, (struct ent_str){small, text.size - drop + length});
}

/* Participles that the tagger calls adjectives or nouns keep their own lemma ("parrainé",
 * "backed"): read the lemma as a verb's. Only regular forms; the lexicon decides. */
static uint32_t verb_of(struct ent_view *view, const struct ent_word *word, uint32_t lemma)
{
    static const struct {
        const char *ending, *verb;
    } FR[] = {{"ées", "er"}, {"és", "er"}, {"ée", "er"}, {"é", "er"},
              {"ies", "ir"}, {"is", "ir"}, {"ie", "ir"}, {"i", "ir"}, {"u", "re"}},
      EN[] = {{"ied", "y"}, {"ed", ""}, {"ed", "e"}};
    size_t count = view->french ? sizeof FR / sizeof *FR : sizeof EN / sizeof *EN;
    struct ent_str text = word->lemma.size > 1 ? word->lemma : word->form;
    if (word->upos == ENT_VERB)
        return lemma;
    if (word->upos != ENT_ADJ && word->upos != ENT_NOUN)
        return ENT_WORD_NONE;
    for (size_t i = 0; i < count; i++) {
        const char *ending = view->french ? FR[i].ending : EN[i].ending;
        if (!ent_str_ends(text, ent_str_of(ending)))
            continue;
        uint32_t found = find_changed(view, text, strlen(ending),
                                      view->french ? FR[i].verb : EN[i].verb);
        if (ent_frames_of(view->language, ENT_TRIGGER_VERB, found))
            return found;
    }
    return ENT_WORD_NONE;
}

static bool is_trigger(const struct ent_view *view, uint32_t word)
{
    return word != ENT_WORD_NONE &&
           (ent_frames_of(view->language, ENT_TRIGGER_VERB, word) ||
            view->language->supports_by_head[word]);
}

/* The lemma of a verb form by rule, if that gives a trigger. */
static uint32_t lemma_by_rule(struct ent_view *view, const struct ent_word *word)
{
    static const struct {
        const char *ending, *verb;
        bool doubled;
    } EN[] = {{"ied", "y", false}, {"ed", "", false}, {"ed", "e", false}, {"ed", "", true},
              {"ing", "", false},  {"ing", "e", false}, {"ing", "", true},
              {"ies", "y", false}, {"es", "", false}, {"s", "", false}};
    uint32_t form = ent_view_find(view, word->form);
    if (form != ENT_WORD_NONE && view->language->lemma_of[form])
        return view->language->lemma_of[form] - 1;
    for (size_t i = 0; i < sizeof EN / sizeof *EN && !view->french; i++) {
        size_t drop = strlen(EN[i].ending) + (EN[i].doubled ? 1 : 0);
        if (!ent_str_ends(word->form, ent_str_of(EN[i].ending)) || word->form.size < drop + 2)
            continue;
        uint32_t found = find_changed(view, word->form, drop, EN[i].verb);
        if (is_trigger(view, found))
            return found;
    }
    return ENT_WORD_NONE;
}

/* A present-tense verb that the tagger may have taken for a noun ("frappe", "scraps"). */
static uint32_t present_of(struct ent_view *view, const struct ent_word *word)
{
    static const struct {
        const char *ending, *verb;
    } FR[] = {{"e", "er"}, {"ent", "er"}, {"it", "ir"}, {"", "re"}},
      EN[] = {{"s", ""}, {"es", ""}, {"ies", "y"}, {"", ""}};
    uint32_t ruled = lemma_by_rule(view, word);
    if (is_trigger(view, ruled))
        return ruled;
    for (size_t i = 0; i < 4; i++) {
        struct ent_str ending = ent_str_of(view->french ? FR[i].ending : EN[i].ending);
        if (!ent_str_ends(word->form, ending))
            continue;
        uint32_t found = find_changed(view, word->form, ending.size,
                                      view->french ? FR[i].verb : EN[i].verb);
        if (ent_frames_of(view->language, ENT_TRIGGER_VERB, found))
            return found;
    }
    return ENT_WORD_NONE;
}

/* An English plural that the lemmatiser left as it is: "supplies", "drones". */
static uint32_t singular_of(struct ent_view *view, const struct ent_word *word)
{
    if (view->french || word->upos != ENT_NOUN || !ent_str_ends(word->lemma, ENT_STR("s")))
        return ENT_WORD_NONE;
    uint32_t found = ent_str_ends(word->lemma, ENT_STR("ies"))
                         ? find_changed(view, word->lemma, 3, "y") : ENT_WORD_NONE;
    return found != ENT_WORD_NONE ? found : find_changed(view, word->lemma, 1, "");
}

static bool is_currency(struct ent_str form)
{
    return ent_str_ends(form, ENT_STR("$")) || ent_str_is(form, "€") ||
           ent_str_is(form, "£") || ent_str_is(form, "¥");
}

static void fill_nodes(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        const struct ent_word *word = ent_view_word(view, w);
        struct ent_node *node = &view->nodes[w];
        node->head = word->head < 0 ? 0 : word->head;
        node->rel = (uint8_t)word->rel;
        node->upos = (uint8_t)(word->rel == ENT_REL_AUX ? ENT_AUX : word->upos);
        node->form = ent_view_find(view, word->form);
        node->lemma = word->lemma.size ? ent_view_find(view, word->lemma) : node->form;
        if (node->lemma == ENT_WORD_NONE && word->upos != ENT_VERB)
            node->lemma = node->form;
        node->verb =
            node->upos == ENT_AUX ? ENT_WORD_NONE : verb_of(view, word, node->lemma);
        if (node->upos == ENT_VERB && !is_trigger(view, node->verb)) {
            uint32_t ruled = lemma_by_rule(view, word);
            if (ruled != ENT_WORD_NONE)
                node->verb = ruled;
        }
        node->adj = view->french && word->upos == ENT_VERB
                            && ent_str_ends(word->lemma, ENT_STR("er"))
                        ? find_changed(view, word->lemma, 2, "é")
                    : view->french && word->upos == ENT_VERB
                            && ent_str_ends(word->lemma, ENT_STR("ir"))
                        ? find_changed(view, word->lemma, 1, "") : node->form;
        node->alt = singular_of(view, word);
        node->as_verb = word->upos == ENT_NOUN || word->upos == ENT_ADJ
                            ? present_of(view, word) : ENT_WORD_NONE;
        node->prep = ENT_WORD_NONE;
        if (!view->french && word->upos == ENT_SYM && is_currency(word->form))
            node->lemma =
                ent_view_find(view, ENT_STR("money")); /* "pledged $50 million" */
        if (node->head == 0)
            view->root = w;
        if (ent_str_is(word->form, "?"))
            view->question = true;
    }
}

uint32_t ent_view_first_mention(const struct ent_mentions *mentions, uint32_t sentence)
{
    uint32_t low = 0, high = mentions->mention_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->mentions[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void place_mentions(struct ent_view *view)
{
    const struct ent_mentions *all = view->mentions;
    for (uint32_t i = ent_view_first_mention(all, view->index);
         i < all->mention_count && all->mentions[i].sentence == view->index; i++) {
        const struct ent_mention *mention = &all->mentions[i];
        if (mention->head < 1 || mention->head > view->count)
            continue;
        struct ent_node *node = &view->nodes[mention->head];
        if (!node->mention)
            node->mention = i + 1;
        node->mention_count++;
        int32_t last = mention->last < view->count ? mention->last : view->count;
        for (int32_t w = mention->first < 1 ? 1 : mention->first; w <= last; w++) {
            uint32_t old = view->nodes[w].cover;
            /* The tightest mention covers a word. */
            if (!old || all->mentions[old - 1].last - all->mentions[old - 1].first
                            > mention->last - mention->first)
                view->nodes[w].cover = i + 1;
        }
    }
}

/* Number the quotations. An opening mark without a closing one holds to the end. */
static void mark_quotes(struct ent_view *view)
{
    uint16_t number = 0, open = 0;
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_str form = ent_view_word(view, w)->form;
        bool opening = ent_str_is(form, "«") || ent_str_is(form, "“") || ent_str_is(form, "``");
        bool closing = ent_str_is(form, "»") || ent_str_is(form, "”") || ent_str_is(form, "''");
        if (ent_str_is(form, "\"")) {
            opening = !open;
            closing = open;
        }
        if (opening)
            open = ++number;
        else if (closing)
            open = 0;
        else
            view->nodes[w].quote = open;
    }
}

int32_t ent_view_child(const struct ent_view *view, int32_t w, enum ent_deprel rel)
{
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == rel)
            return c;
    return 0;
}

bool ent_view_negative(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_ADVMOD &&
            ent_view_effect(view, view->nodes[c].lemma, ENT_OP_ADV) == ENT_EFFECT_DENIED)
            return true;
    return false;
}

/* The word's own preposition: its first case child. */
static void find_prepositions(struct ent_view *view)
{
    for (int32_t w = 1; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        /* An infinitive's "à", "de", "pour", "to" is a mark. */
        if (node->rel != ENT_REL_CASE
            && (node->rel != ENT_REL_MARK
                || (node->upos != ENT_ADP && node->upos != ENT_PART)))
            continue;
        struct ent_node *head = &view->nodes[node->head];
        /* Of two ("gave in to B"), the last one in English governs. */
        if (node->head && node->head > w && (head->prep == ENT_WORD_NONE || !view->french)
            && !ent_str_is(ent_view_word(view, w)->form, "'s"))
            head->prep = node->lemma;
    }
}

/* Does the expression's text begin at word w? Articles are skipped. Returns its last word. */
static int32_t match_expression(const struct ent_view *view, int32_t w,
                                const struct ent_expression *expression)
{
    const uint32_t *words = view->language->pool + expression->first_word;
    uint32_t k = 0;
    int32_t last = 0;
    for (; w <= view->count && k < expression->word_count; w++) {
        const struct ent_node *node = &view->nodes[w];
        if (node->form == words[k] || node->lemma == words[k]) {
            k++;
            last = w;
        } else if (k == 0 || node->upos != ENT_DET) {
            return 0;
        }
    }
    return k == expression->word_count ? last : 0;
}

/* Attach what follows a multiword preposition to what the expression hangs on. */
static void lift_complement(struct ent_view *view, int32_t first, int32_t last,
                            uint32_t canonical)
{
    int32_t noun = view->nodes[last].rel == ENT_REL_CASE ? view->nodes[last].head : 0;
    if (!noun || noun <= last) {
        noun = view->nodes[first].head;
        if (view->nodes[first].rel != ENT_REL_CASE || noun <= last)
            return;
    }
    int32_t outer = view->nodes[noun].head;
    while (outer >= first && outer <= last)
        outer = view->nodes[outer].head;
    /* A word of the expression may be the governor's child: take its relation. */
    int32_t top = view->nodes[noun].head;
    if (top >= first && top <= last) {
        while (view->nodes[top].head >= first && view->nodes[top].head <= last)
            top = view->nodes[top].head;
        view->nodes[noun].rel = view->nodes[top].rel;
        view->nodes[noun].head = outer;
        view->nodes[top].head = noun;
        view->nodes[top].rel = ENT_REL_CASE;
        if (outer == 0)
            view->root = noun;
    }
    view->nodes[noun].prep = canonical == view->language->no_prep ? ENT_WORD_NONE : canonical;
}

static void join_prepositions(struct ent_view *view)
{
    const struct ent_language *language = view->language;
    for (int32_t w = 1; w <= view->count; w++) {
        int32_t best = 0;
        uint32_t canonical = 0;
        if (view->nodes[w].form == ENT_WORD_NONE)
            continue;
        for (uint32_t l = language->expressions_by_word[view->nodes[w].form]; l;
             l = language->links[l - 1].next) {
            const struct ent_expression *expression =
                &language->expressions[language->links[l - 1].item];
            int32_t last = match_expression(view, w, expression);
            if (last > best) {
                best = last;
                canonical = expression->canonical;
            }
        }
        if (best) {
            lift_complement(view, w, best, canonical);
            w = best;
        }
    }
}

/* "profère des menaces": "des" split like a preposition behind a verb is as often an
 * article. */
static void mark_partitives(struct ent_view *view)
{
    const struct ent_sentence *sentence = view->sentence;
    for (uint32_t m = 0; m < sentence->multiword_count && view->french; m++) {
        int32_t first = sentence->multiwords[m].first;
        if (first < 1 || first > view->count || view->nodes[first].lemma != view->language->de
            || view->nodes[first].rel != ENT_REL_CASE)
            continue;
        int32_t noun = view->nodes[first].head;
        if (noun > first && view->nodes[noun].upos == ENT_NOUN)
            view->nodes[noun].partitive = true;
    }
}

/* "expulser deux de ses diplomates": a number before "de" makes the noun an object. */
static void repair_partitives(struct ent_view *view)
{
    for (int32_t w = 2; w <= view->count; w++) {
        struct ent_node *node = &view->nodes[w];
        if (node->rel != ENT_REL_CASE || node->lemma != view->language->de ||
            view->nodes[w - 1].upos != ENT_NUM || view->nodes[w - 1].head != node->head)
            continue;
        struct ent_node *noun = &view->nodes[node->head];
        noun->prep = ENT_WORD_NONE;
        if (noun->rel == ENT_REL_OBL && node->head > noun->head
            && !ent_view_child(view, noun->head, ENT_REL_OBJ))
            noun->rel = ENT_REL_OBJ;
    }
}

enum ent_status ent_view_make(struct ent_view *view, struct ent_error *error)
{
    view->count = (int32_t)view->sentence->word_count;
    view->nodes = ent_arena_array(view->arena, (size_t)view->count + 1,
                                  sizeof *view->nodes);
    if (!view->nodes)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    view->root = 0;
    view->question = false;
    fill_nodes(view);
    ent_view_lift_from_punctuation(view);
    for (int32_t w = 1; w <= view->count; w++) { /* nor on auxiliaries */
        int32_t above = view->nodes[w].head;
        if (above && view->nodes[above].rel == ENT_REL_AUX && view->nodes[above].head)
            view->nodes[w].head = view->nodes[above].head;
    }
    find_prepositions(view);
    join_prepositions(view);
    ent_view_link(view);
    repair_partitives(view);
    mark_partitives(view);
    place_mentions(view);
    if (view->open_starts)
        ent_open_place(view);
    mark_quotes(view);
    ent_view_drop_labels(view);
    ent_view_repair(view);
    return ENT_OK;
}
