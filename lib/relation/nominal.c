/* nominal.c: the logical arguments of nouns and adjectives, and their support verbs. */
#include "relation/clause.h"

/* "its aid": a possessive that nothing resolved is most often the subject's. */
static int32_t owner_by_subject(const struct ent_view *view, int32_t noun)
{
    float quality;
    int32_t verb = ent_governing_verb(view, noun);
    int32_t subject = verb ? ent_surface_subject(view, verb, &quality) : 0;
    for (int32_t w = noun; w && subject; w = view->nodes[w].head)
        if (w == subject)
            return 0;
    return subject;
}

/* "l'arrestation par Moscou du journaliste": the agent has no complement of its own. */
static void add_beyond_agent(const struct ent_view *view, int32_t agent,
                             struct ent_args *args)
{
    const struct ent_node *node = &view->nodes[agent];
    if (node->prep != view->language->par || node->upos != ENT_PROPN)
        return;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_NMOD &&
            view->nodes[c].prep == view->language->de)
            ent_args_add(args, ENT_SLOT_PREP, view->language->de, c, 0.85F);
}

/* Add what a child of the noun fills. */
static void add_child(const struct ent_view *view, int32_t c, struct ent_args *args)
{
    const struct ent_node *node = &view->nodes[c];
    const struct ent_word *word = ent_view_word(view, c);
    bool possessive = ent_str_is(ent_word_subtype(word), "poss")
                      || (word->morph & ENT_POSS);
    switch ((enum ent_deprel)node->rel) {
    case ENT_REL_DET:
        if (possessive || node->mention)
            ent_args_add(args, ENT_SLOT_POSS, ENT_WORD_NONE, c, 1.0F);
        if (possessive && !node->mention)
            ent_args_add(args, ENT_SLOT_POSS, ENT_WORD_NONE,
                         owner_by_subject(view, node->head), 0.7F);
        break;
    case ENT_REL_AMOD:
        ent_args_add(args, ENT_SLOT_MOD, ENT_WORD_NONE, c, 1.0F);
        if (node->mention || node->cover)
            ent_args_add(args, ENT_SLOT_ADJ, ENT_WORD_NONE, c, 1.0F);
        break;
    case ENT_REL_COMPOUND:
    case ENT_REL_FLAT:
        ent_args_add(args, ENT_SLOT_COMPOUND, ENT_WORD_NONE, c, 0.9F);
        break;
    case ENT_REL_NMOD:
    case ENT_REL_OBL:
        if (possessive)
            ent_args_add(args, ENT_SLOT_POSS, ENT_WORD_NONE, c, 1.0F);
        if (possessive && !node->mention && node->upos == ENT_PRON)
            ent_args_add(args, ENT_SLOT_POSS, ENT_WORD_NONE,
                         owner_by_subject(view, node->head), 0.7F);
        else if (possessive)
            break;
        else if (node->prep != ENT_WORD_NONE) {
            ent_args_add(args, ENT_SLOT_PREP, node->prep, ent_antecedent(view, c), 1.0F);
            add_beyond_agent(view, c, args);
            if (!view->french)
                ent_args_beyond_name(view, c, args);
        } else if (ent_str_is(word->form, "dont")) /* "dont il est le parrain" */
            ent_args_add(args, ENT_SLOT_PREP, view->language->de, ent_antecedent(view, c),
                         0.9F);
        else
            ent_args_add(args, ENT_SLOT_COMPOUND, ENT_WORD_NONE, c, 0.9F);
        break;
    case ENT_REL_ADVMOD:
        ent_args_add(args, ENT_SLOT_MOD, ENT_WORD_NONE, c, 1.0F);
        break;
    case ENT_REL_APPOS:
        ent_args_add(args, ENT_SLOT_HOST, ENT_WORD_NONE, c, 0.8F);
        break;
    default:
        break;
    }
}

/* "the arrest and detention of B": the last noun's complement is the first one's too.
 * "ordered B's release": whose release it is undergoes it, behind a verb. */
static void add_english_parts(const struct ent_view *view, int32_t part, bool verb,
                              struct ent_args *inner)
{
    int32_t other = ent_view_child(view, part, ENT_REL_CONJ);
    for (int32_t c = other ? view->nodes[other].child : 0; c; c = view->nodes[c].next)
        if (c > other && view->nodes[c].rel == ENT_REL_NMOD &&
            view->nodes[c].prep != ENT_WORD_NONE && view->nodes[other].upos == ENT_NOUN)
            ent_args_add(inner, ENT_SLOT_PREP, view->nodes[c].prep, c, 0.85F);
    for (int32_t i = 0, count = inner->count; verb && i < count; i++)
        if (inner->items[i].at.slot == ENT_SLOT_POSS)
            ent_args_add(inner, ENT_SLOT_PREP, view->language->de, inner->items[i].word,
                         0.8F);
    ent_args_add_purpose(view, part, inner);
}

/* "l'attaque condamnée par X", "la coalition soutenue par X": who stands to the act in a
 * relation of his own does not do it. */
bool ent_judges(const struct ent_view *view, int32_t verb)
{
    const uint32_t verdicts = 1U << ENT_ACCUSES | 1U << ENT_REJECTS | 1U << ENT_SUPPORTS;
    uint32_t lemma = view->nodes[verb].verb;
    return lemma != ENT_WORD_NONE && !view->language->supports_by_head[lemma] &&
           ent_word_tells(view->language, ENT_TRIGGER_VERB, lemma, verdicts, true);
}

void ent_args_of_part(const struct ent_view *view, int32_t part, bool verb,
                      struct ent_args *args)
{
    struct ent_args inner = {.count = 0};
    if (view->nodes[part].upos != ENT_NOUN)
        return;
    for (int32_t c = view->nodes[part].child; c; c = view->nodes[c].next)
        add_child(view, c, &inner);
    for (int32_t c = view->nodes[part].child; verb && c; c = view->nodes[c].next)
        if (c > part && (view->nodes[c].prep == ENT_WORD_NONE || view->nodes[c].partitive)
            && ent_view_nominal(view, c)
            && (view->nodes[c].rel == ENT_REL_NMOD || view->nodes[c].rel == ENT_REL_FLAT
                || view->nodes[c].rel == ENT_REL_APPOS))
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, c, 0.85F);
    if (!view->french)
        add_english_parts(view, part, verb, &inner);
    /* "tombés dans une embuscade tendue par B" */
    for (int32_t c = view->nodes[part].child; c && view->french; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_ACL && c != view->focus &&
            ent_voice_passive(view, c) && !ent_judges(view, c)) {
            float quality;
            ent_args_add(&inner, ENT_SLOT_PREP, view->language->par,
                         ent_logical_subject(view, c, &quality), 0.85F);
        }
    if (view->french) /* "la coalition que dirige B" */
        ent_args_add(&inner, ENT_SLOT_PREP, view->language->par, ent_giver(view, part),
                     0.85F);
    for (int i = 0; i < inner.count; i++)
        if (inner.items[i].at.slot != ENT_SLOT_HOST)
            ent_args_add(args, (enum ent_slot)inner.items[i].at.slot,
                         inner.items[i].at.prep, inner.items[i].word,
                         0.9F * inner.items[i].quality);
}

/* "l'offre déposée par X contre Y": what a participle or relative clause adds. */
static void add_clause(const struct ent_view *view, int32_t noun, int32_t verb,
                       struct ent_args *args)
{
    struct ent_args inner;
    bool object = false;
    ent_args_of_verb(view, verb, &inner);
    for (int i = 0; i < inner.count; i++)
        object |= inner.items[i].at.slot == ENT_SLOT_OBJ && inner.items[i].word == noun;
    for (int i = 0; i < inner.count; i++) {
        const struct ent_arg *arg = &inner.items[i];
        if (arg->word == noun)
            continue;
        if (arg->at.slot == ENT_SLOT_SUBJ && object && !ent_judges(view, verb))
            ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE, arg->word, 0.85F);
        else if (arg->at.slot == ENT_SLOT_PREP)
            ent_args_add(args, ENT_SLOT_PREP, arg->at.prep, arg->word, 0.85F);
    }
}

static void add_one_host(struct ent_args *args, int32_t word, float quality)
{
    ent_args_add(args, ENT_SLOT_HOST, ENT_WORD_NONE, word, quality);
}

/* Predicative or floating beside a verb: its object or its subject. */
static void add_host_of_verb(const struct ent_view *view, int32_t w, int32_t verb,
                             struct ent_args *args)
{
    enum ent_deprel rel = (enum ent_deprel)view->nodes[w].rel;
    float quality = 1.0F;
    int32_t object = ent_view_child(view, verb, ENT_REL_OBJ);
    bool predicative = rel == ENT_REL_XCOMP
                       || (rel == ENT_REL_OBL && ent_view_predicative(view, w));
    if (object && object != w && predicative) {
        add_one_host(args, ent_antecedent(view, object), 0.85F);
        return;
    }
    int32_t subject = ent_surface_subject(view, verb, &quality);
    if (subject != w)
        add_one_host(args, subject, 0.8F * quality);
}

/* "A est l'un des alliés de B": what "un" describes is such an ally. */
static int32_t partitive(const struct ent_view *view, int32_t w)
{
    const struct ent_node *node = &view->nodes[w];
    bool part = node->rel == ENT_REL_NMOD && node->prep == view->language->de &&
                node->head &&
                ent_view_in(view, view->nodes[node->head].lemma, ENT_LIST_QUANTITY);
    return part ? node->head : w;
}

/* "has an ally in B", "found a friend in B", "became members": the object tells of the
 * subject. */
static bool keeps(const struct ent_view *view, int32_t verb)
{
    return ent_view_in(view, view->nodes[verb].lemma, ENT_LIST_KEEPING);
}

/* What a predicative, appositive or adverbial noun or adjective describes. */
static void add_host(const struct ent_view *view, int32_t word, struct ent_args *args)
{
    int32_t w = partitive(view, word);
    const struct ent_node *node = &view->nodes[w];
    int32_t head = node->head;
    int32_t subject = ent_view_child(view, w, ENT_REL_NSUBJ);
    float quality = 1.0F;
    if (subject) {
        add_one_host(args, ent_antecedent(view, subject), 1.0F);
        return;
    }
    if (!head || node->rel == ENT_REL_IOBJ)
        return;
    if (node->rel == ENT_REL_NSUBJ) { /* "Solidaire de B, A ...": two subjects */
        for (int32_t c = view->nodes[head].child; c; c = view->nodes[c].next)
            if (c > w && c < head && view->nodes[c].rel == ENT_REL_NSUBJ)
                add_one_host(args, c, 0.8F);
        return;
    }
    /* "arrested supporters of B", "killed by agents of B": others than who acts. */
    if (!view->french && !keeps(view, head) &&
        (node->rel == ENT_REL_OBJ || node->prep == view->language->par ||
         (node->rel == ENT_REL_NMOD && node->prep == view->language->de)))
        return;
    if (node->rel == ENT_REL_CONJ)
        add_one_host(args, ent_surface_subject(view, w, &quality), 0.8F * quality);
    else if (view->nodes[head].upos == ENT_VERB)
        add_host_of_verb(view, w, head, args);
    else if (node->rel == ENT_REL_AMOD || node->rel == ENT_REL_APPOS
             || node->rel == ENT_REL_NMOD || node->rel == ENT_REL_ACL
             || node->rel == ENT_REL_FLAT || node->rel == ENT_REL_COMPOUND) {
        add_one_host(args, head, 0.9F);
        /* "a démantelé la filière avec le concours de B": it may describe the act. */
        bool adjunct = view->nodes[head].rel == ENT_REL_OBJ ||
                       (!view->french && view->nodes[head].rel == ENT_REL_OBL);
        if (node->prep != ENT_WORD_NONE && adjunct
            && view->nodes[view->nodes[head].head].upos == ENT_VERB)
            add_one_host(
                args, ent_surface_subject(view, view->nodes[head].head, &quality), 0.7F);
    }
    else if (ent_view_child(view, head, ENT_REL_NSUBJ))
        add_one_host(args, ent_view_child(view, head, ENT_REL_NSUBJ), 0.8F);
    else
        add_one_host(args, head, 0.7F);
}

/* The word through which the noun is governed: up through coordination and quantities. */
static int32_t governed_word(const struct ent_view *view, int32_t noun)
{
    for (int limit = 4; limit; limit--) {
        const struct ent_node *node = &view->nodes[noun];
        int32_t head = node->head;
        if (!head)
            break;
        bool quantity = node->rel == ENT_REL_NMOD && node->prep == view->language->de
                        && ent_view_in(view, view->nodes[head].lemma, ENT_LIST_QUANTITY);
        if (!quantity && (node->rel != ENT_REL_CONJ || !ent_view_nominal(view, head)))
            break;
        noun = head;
    }
    return noun;
}

/* Does the verb support the noun word `noun`? */
static const struct ent_support *support_of(const struct ent_view *view, int32_t verb,
                                            int32_t noun)
{
    const struct ent_language *language = view->language;
    struct ent_args args;
    const struct ent_support *best = NULL;
    uint32_t lemma = view->nodes[verb].verb;
    if (lemma == ENT_WORD_NONE || !language->supports_by_head[lemma])
        return NULL;
    ent_args_of_verb(view, verb, &args);
    for (uint32_t l = language->supports_by_head[lemma]; l;
         l = language->links[l - 1].next) {
        const struct ent_support *support =
            &language->supports[language->links[l - 1].item];
        int32_t words[ENT_DEPS_MAX + 1];
        bool there = false;
        for (int i = 0; i < args.count; i++)
            there |= args.items[i].word == noun
                     && args.items[i].at.slot == support->noun.slot
                     && args.items[i].at.prep == support->noun.prep;
        if (there && (!best || support->pattern.dep_count > best->pattern.dep_count)
            && ent_pattern_match(view, &support->pattern, verb, &args, words))
            best = support;
    }
    return best;
}

struct ent_support_use ent_find_support(const struct ent_view *view, int32_t noun)
{
    struct ent_support_use use = {0, NULL};
    int32_t word = governed_word(view, noun);
    int32_t head = view->nodes[word].head;
    /* "faire l'objet de sanctions": the verb governs another noun. */
    if (head && view->nodes[head].upos == ENT_NOUN
        && view->nodes[view->nodes[head].head].upos == ENT_VERB)
        head = view->nodes[head].head;
    if (head && view->nodes[head].verb != ENT_WORD_NONE
        && (use.support = support_of(view, head, word)) != NULL) {
        use.verb = head;
        return use;
    }
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next) {
        if (view->nodes[c].rel == ENT_REL_ACL && view->nodes[c].verb != ENT_WORD_NONE
            && (use.support = support_of(view, c, noun)) != NULL) {
            use.verb = c;
            return use;
        }
    }
    return use;
}

/* The support verb's subject takes the role it gives; its complements are the noun's. */
static void add_support(const struct ent_view *view, int32_t noun, struct ent_args *args)
{
    struct ent_support_use use = ent_find_support(view, noun);
    struct ent_args outer;
    if (!use.verb)
        return;
    ent_args_of_verb(view, use.verb, &outer);
    for (int i = 0; i < outer.count; i++) {
        const struct ent_arg *arg = &outer.items[i];
        if (arg->word == noun)
            continue;
        if (arg->at.slot == use.support->actor.slot
            && arg->at.prep == use.support->actor.prep)
            ent_args_add(args, use.support->role == ENT_ROLE_TARGET ? ENT_SLOT_OBJ
                                                                    : ENT_SLOT_SUBJ,
                         ENT_WORD_NONE, arg->word, arg->quality);
        else if (arg->at.slot == ENT_SLOT_PREP || arg->at.slot == ENT_SLOT_IOBJ)
            ent_args_add(args, (enum ent_slot)arg->at.slot, arg->at.prep, arg->word,
                         0.95F * arg->quality);
    }
}

/* Complements of another verb whose object the noun is may be the noun's own. */
static void add_from_verb(const struct ent_view *view, int32_t noun,
                          struct ent_args *args)
{
    int32_t verb = view->nodes[noun].head;
    if (!verb || view->nodes[verb].upos != ENT_VERB ||
        (view->nodes[noun].rel != ENT_REL_OBJ && view->nodes[noun].rel != ENT_REL_NSUBJ))
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (c > noun && view->nodes[c].rel == ENT_REL_OBL
            && view->nodes[c].prep != ENT_WORD_NONE
            && view->nodes[c].prep != view->language->par
            && view->nodes[c].prep != view->language->de)
            ent_args_add(args, ENT_SLOT_PREP, view->nodes[c].prep, c, 0.6F);
}

void ent_args_of_noun(const struct ent_view *view, int32_t noun, struct ent_args *args)
{
    args->count = 0;
    args->passive = args->reflexive = args->participle = false;
    add_support(view, noun, args);
    ent_args_add_content(view, noun, args);
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next) {
        int32_t mark = ent_view_child(view, c, ENT_REL_MARK);
        int32_t subject = ent_view_child(view, c, ENT_REL_NSUBJ);
        if (!view->french && subject && mark
            && (view->nodes[c].rel == ENT_REL_ACL || view->nodes[c].rel == ENT_REL_CCOMP)
            && ent_str_is(ent_view_word(view, mark)->form, "that"))
            ent_args_add(args, ENT_SLOT_CLAUSE, ENT_WORD_NONE, subject, 0.9F);
        else if (view->nodes[c].rel == ENT_REL_ACL &&
                 view->nodes[c].verb != ENT_WORD_NONE)
            add_clause(view, noun, c, args);
        else
            add_child(view, c, args);
    }
    if (!view->french)
        ent_args_that_clause(view, noun, args);
    add_host(view, noun, args);
    ent_args_add(args, ENT_SLOT_SELF, ENT_WORD_NONE, noun, 1.0F);
    add_from_verb(view, noun, args);
}

void ent_args_of_adjective(const struct ent_view *view, int32_t word,
                           struct ent_args *args)
{
    args->count = 0;
    args->passive = args->reflexive = args->participle = false;
    for (int32_t c = view->nodes[word].child; c; c = view->nodes[c].next)
        add_child(view, c, args);
    add_host(view, word, args);
}
