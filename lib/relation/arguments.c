/* arguments.c: the logical arguments of a verb, voice and attachment errors undone. */
#include "relation/clause.h"

void ent_args_add(struct ent_args *args, enum ent_slot slot, uint32_t prep, int32_t word,
                  float quality)
{
    if (!word || args->count == ENT_ARGS_MAX)
        return;
    for (int i = 0; i < args->count; i++) {
        struct ent_arg *arg = &args->items[i];
        if (arg->word == word && arg->at.slot == slot && arg->at.prep == prep) {
            if (quality > arg->quality)
                arg->quality = quality;
            return;
        }
    }
    args->items[args->count++] =
        (struct ent_arg){{prep, (uint8_t)slot}, word, quality, false};
}

/* "Pour Rome, le traité ...": an opinion's holder, no complement. */
static bool opens_with_opinion(const struct ent_view *view, int32_t word)
{
    const struct ent_node *node = &view->nodes[word];
    int32_t first = word;
    if (word > node->head)
        return false;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (c < first)
            first = c;
    struct ent_str form = ent_view_word(view, first)->form;
    return first <= 2 && (ent_str_is(form, "Pour") || ent_str_is(form, "For"));
}

static void add_oblique(const struct ent_view *view, int32_t word, float quality,
                        struct ent_args *args)
{
    const struct ent_node *node = &view->nodes[word];
    const struct ent_language *language = view->language;
    /* "les pays qu'il accuse", "auquel il reproche": the preposition is on the
     * pronoun. */
    int32_t filler = ent_antecedent(view, word);
    if (node->prep == ENT_WORD_NONE)
        return;
    if (opens_with_opinion(view, word)) {
        ent_args_add(args, ENT_SLOT_PREP, ent_view_find(view, ENT_STR("selon")), filler,
                     quality);
        return;
    }
    ent_args_add(args, ENT_SLOT_PREP, node->prep, filler, quality);
    if (node->prep == language->to)
        ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, filler, quality);
    bool agent = node->prep == language->par
                 || ent_str_is(ent_word_subtype(ent_view_word(view, word)), "agent");
    if (agent && args->passive)
        ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE, filler, quality);
}

/* "lui", "leur": dative; "dont": of. Other fronted pronouns without a preposition. */
static void add_pronoun(const struct ent_view *view, int32_t word, int32_t verb,
                        struct ent_args *args)
{
    int32_t antecedent = ent_antecedent(view, word);
    if (!ent_str_is(ent_view_word(view, word)->form, "dont") || antecedent == word)
        return;
    ent_args_add(args, ENT_SLOT_PREP, view->language->de, antecedent, 0.9F);
    /* "dont il a décliné l'invitation", "dont l'agence travaille": owner of a bare
     * noun. */
    int32_t object = ent_view_child(view, verb, ENT_REL_OBJ);
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    if (object && !view->nodes[object].mention && !args->passive)
        ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, antecedent, 0.75F);
    else if (subject && !view->nodes[subject].mention &&
             view->nodes[subject].upos == ENT_NOUN)
        ent_args_add(args, args->passive ? ENT_SLOT_OBJ : ENT_SLOT_SUBJ, ENT_WORD_NONE,
                     antecedent, 0.75F);
}

/* Complements of the object that may belong to the verb: obl and nmod are often
 * confused. */
static void add_from_object(const struct ent_view *view, int32_t object, int depth,
                            struct ent_args *args)
{
    for (int32_t c = view->nodes[object].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        /* "offered Pyongyang rice": a name before the object, taken for a part of it. */
        if (!view->french && node->rel == ENT_REL_COMPOUND && node->mention
            && c == view->nodes[object].head + 1 && node->upos == ENT_PROPN)
            ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, c, 0.7F);
        if (node->rel != ENT_REL_NMOD && node->rel != ENT_REL_OBL)
            continue;
        /* "returned dozens of coins to B" */
        if (depth > 0 && node->prep == view->language->de
            && ent_view_in(view, view->nodes[object].lemma, ENT_LIST_QUANTITY))
            add_from_object(view, c, depth - 1, args);
        if (node->prep != ENT_WORD_NONE && node->prep != view->language->de)
            add_oblique(view, c, 0.85F, args);
        else if (node->prep == view->language->de)
            ent_args_add(args, ENT_SLOT_PREP, node->prep, c, 0.6F);
    }
}

/* An object beside a passive stays an object: "was given asylum", "s'est vu infliger". */
static void add_object(const struct ent_view *view, int32_t word, struct ent_args *args)
{
    int32_t determiner = ent_view_child(view, word, ENT_REL_DET);
    struct ent_str form =
        determiner ? ent_view_word(view, determiner)->form : ENT_STR("");
    /* "a reçu de Paris une aide": no article but a preposition. */
    if (view->french && view->nodes[word].upos == ENT_PROPN
        && (ent_str_is(form, "de") || ent_str_is(form, "d'") || ent_str_is(form, "d’"))) {
        ent_args_add(args, ENT_SLOT_PREP, view->language->de, word, 0.8F);
        return;
    }
    if (view->french && view->nodes[word].prep == view->language->de
        && view->nodes[word].mention && view->nodes[word].upos == ENT_PROPN) {
        ent_args_add(args, ENT_SLOT_PREP, view->language->de, word, 0.9F);
        return;
    }
    ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, ent_antecedent(view, word), 1.0F);
    if (ent_str_is(form, "des") && view->nodes[word].mention) /* "exige des Turcs" */
        ent_args_add(args, ENT_SLOT_PREP, view->language->de, word, 0.8F);
    add_from_object(view, word, 1, args);
}

/* "murmure-t-on à Bruxelles", "à Rome, on réclame": who speaks is who has its seat
 * there. */
static void add_place_of_on(const struct ent_view *view, int32_t verb,
                            struct ent_args *args)
{
    int32_t subject = ent_view_child(view, verb, ENT_REL_NSUBJ);
    struct ent_str form = subject ? ent_view_word(view, subject)->form : ENT_STR("");
    if (!view->french || (!ent_str_ends(form, ENT_STR("on")) && !ent_str_is(form, "On"))
        || view->nodes[subject].upos != ENT_PRON)
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_OBL && view->nodes[c].mention
            && view->nodes[c].prep == view->language->to) {
            ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE, c, 0.8F);
            args->items[args->count - 1].seat = true;
        }
    int32_t host = view->nodes[verb].head;
    if (view->nodes[verb].rel != ENT_REL_ACL || host >= verb ||
        !view->nodes[host].mention)
        return;
    for (int32_t c = view->nodes[verb].child; c && c < verb; c = view->nodes[c].next)
        if (ent_str_is(ent_view_word(view, c)->lemma,
                       "où")) { /* "à Rome, où l'on accuse" */
            ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE, host, 0.8F);
            args->items[args->count - 1].seat = true;
            return;
        }
}

/* A complement that can only be an object: an actor without preposition behind the verb,
 * or the "de" of negation ("n'a pas adressé de menaces"). */
static bool is_bare_object(const struct ent_view *view, int32_t c)
{
    const struct ent_node *node = &view->nodes[c];
    int32_t verb = node->head;
    if (c < verb || ent_view_child(view, verb, ENT_REL_OBJ)
        || view->nodes[verb].upos != ENT_VERB)
        return false;
    if (node->prep == ENT_WORD_NONE)
        return node->mention && ent_view_nominal(view, c);
    if (node->partitive && node->rel == ENT_REL_OBL && node->prep == view->language->de)
        return true;
    return view->french && node->prep == view->language->de && node->upos == ENT_NOUN
           && !ent_view_child(view, c, ENT_REL_DET) && ent_view_negative(view, verb);
}

/* "condemned what it called aggression by Minsk", "what it described as Minsk's conduct":
 * the object is what the clause names. */
static void add_so_called(const struct ent_view *view, int32_t clause,
                          struct ent_args *args)
{
    bool what = false;
    for (int32_t c = view->nodes[clause].child; c && c < clause; c = view->nodes[c].next)
        what |= ent_str_is(ent_view_word(view, c)->form, "what");
    for (int32_t c = view->nodes[clause].child; c && what; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (c < clause || !ent_view_nominal(view, c))
            continue;
        if (node->rel == ENT_REL_OBJ || node->rel == ENT_REL_XCOMP ||
            (node->rel == ENT_REL_OBL && ent_view_predicative(view, c))) {
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, c, 0.9F);
            add_from_object(view, c, 1, args);
        } else if (node->rel == ENT_REL_OBL || node->rel == ENT_REL_NMOD) {
            add_oblique(view, c, 0.8F, args);
        }
    }
}

static void add_child(const struct ent_view *view, int32_t c, int32_t clitic,
                      struct ent_args *args)
{
    switch ((enum ent_deprel)view->nodes[c].rel) {
    case ENT_REL_OBJ:
        if (c != clitic)
            add_object(view, c, args);
        break;
    case ENT_REL_IOBJ:
        if (c == clitic)
            break;
        add_oblique(view, c, 1.0F, args);
        if (view->nodes[c].prep == ENT_WORD_NONE) /* "dont A soutient la médiation" */
            add_pronoun(view, c, view->nodes[c].head, args);
        if (view->nodes[c].prep == ENT_WORD_NONE &&
            !ent_str_is(ent_view_word(view, c)->form, "dont"))
            ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, ent_antecedent(view, c),
                         1.0F);
        if (!view->french && view->nodes[c].prep == ENT_WORD_NONE &&
            c > view->nodes[c].head &&
            !ent_view_child(view, view->nodes[c].head, ENT_REL_OBJ))
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, c, 0.85F);
        break;
    case ENT_REL_OBL:
    case ENT_REL_NMOD:
    case ENT_REL_ADVMOD:
    case ENT_REL_ADVCL:
        if (view->nodes[c].prep == ENT_WORD_NONE && view->nodes[c].upos == ENT_PRON)
            add_pronoun(view, c, view->nodes[c].head, args);
        else if (is_bare_object(view, c))
            add_object(view, c, args);
        if (view->nodes[c].partitive)
            add_oblique(view, c, 0.9F, args);
        else if (is_bare_object(view, c))
            break;
        else
            add_oblique(view, c, 1.0F, args);
        if (view->nodes[c].rel == ENT_REL_ADVMOD)
            ent_args_add(args, ENT_SLOT_MOD, ENT_WORD_NONE, c, 1.0F);
        break;
    case ENT_REL_AMOD:
        ent_args_add(args, ENT_SLOT_MOD, ENT_WORD_NONE, c, 1.0F);
        break;
    case ENT_REL_XCOMP:
        if (is_bare_object(view, c))
            add_object(view, c, args);
        add_oblique(view, c, 0.9F, args);
        ent_args_add_clause(view, c, args);
        break;
    case ENT_REL_CCOMP:
        ent_args_add_clause(view, c, args);
        if (!view->french)
            add_so_called(view, c, args);
        break;
    default:
        break;
    }
}

/* "a condamné et sanctionné l'Iran": the object stands with the last verb only. */
static void share_object(const struct ent_view *view, int32_t verb, struct ent_args *args)
{
    if (ent_view_child(view, verb, ENT_REL_OBJ) || args->passive || args->reflexive)
        return;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        int32_t object;
        if (view->nodes[c].rel == ENT_REL_CONJ && view->nodes[c].upos == ENT_VERB
            && c - verb <= 4 && !ent_view_child(view, c, ENT_REL_NSUBJ)
            && (object = ent_view_child(view, c, ENT_REL_OBJ)))
            ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, object, 0.7F);
    }
}

/* "the sanctions Paris imposed": a relative clause without pronoun lacks its object. */
static void add_gap(const struct ent_view *view, int32_t verb, struct ent_args *args)
{
    const struct ent_node *node = &view->nodes[verb];
    bool relative = ent_str_is(ent_word_subtype(ent_view_word(view, verb)), "relcl");
    int32_t mark = ent_view_child(view, verb, ENT_REL_MARK);
    if (mark && view->french)
        relative |= ent_str_is(ent_view_word(view, mark)->lemma, "que");
    if (node->rel != ENT_REL_ACL || !relative || args->passive
        || ent_view_child(view, verb, ENT_REL_OBJ))
        return;
    for (int32_t c = node->child; c; c = view->nodes[c].next)
        if (ent_antecedent(view, c) != c)
            return;
    if (ent_view_child(view, verb, ENT_REL_NSUBJ))
        ent_args_add(args, ENT_SLOT_OBJ, ENT_WORD_NONE, node->head, 0.8F);
}

/* "à laquelle il pourrait couper les vivres": a relative pronoun hung on the verb that
 * governs the infinitive may belong to the infinitive. */
static void add_raised(const struct ent_view *view, int32_t verb, struct ent_args *args)
{
    int32_t governor = view->nodes[verb].head;
    if (view->nodes[verb].rel != ENT_REL_XCOMP || !governor ||
        !ent_view_has(view, verb, ENT_INF))
        return;
    for (int32_t c = view->nodes[governor].child; c && c < governor;
         c = view->nodes[c].next)
        if (view->nodes[c].rel == ENT_REL_OBL && view->nodes[c].prep != ENT_WORD_NONE &&
            ent_view_has(view, c, ENT_REL_PRON) && ent_antecedent(view, c) != c)
            add_oblique(view, c, 0.8F, args);
}

void ent_args_of_verb(const struct ent_view *view, int32_t verb, struct ent_args *args)
{
    float quality = 1.0F;
    int32_t clitic = ent_voice_reflexive(view, verb);
    int32_t own = ent_view_child(view, verb, ENT_REL_NSUBJ);
    args->count = 0;
    args->passive = ent_voice_passive(view, verb);
    int32_t undergoer = ent_undergoer(view, verb, &quality);
    args->passive |= undergoer != 0;
    args->reflexive = clitic != 0 && !undergoer;
    args->participle = view->nodes[verb].rel == ENT_REL_ACL
                       || view->nodes[verb].rel == ENT_REL_AMOD;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        add_child(view, c, clitic, args);
    int32_t subject = undergoer ? undergoer : ent_surface_subject(view, verb, &quality);
    if (undergoer) /* "s'est vu refuser un visa" */
        ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, undergoer, quality);
    for (int i = 0; i < args->count; i++) /* an inverted subject is no object */
        if (args->items[i].word == subject && args->items[i].at.slot == ENT_SLOT_OBJ)
            args->items[i].at.slot = ENT_SLOT_SUBJ;
    if (subject && subject != verb)
        ent_args_add(args, args->passive ? ENT_SLOT_OBJ : ENT_SLOT_SUBJ, ENT_WORD_NONE,
                     subject, quality);
    /* "Gambia has been lent millions": the subject of a passive with an object. */
    if (args->passive && subject && ent_view_child(view, verb, ENT_REL_OBJ))
        ent_args_add(args, ENT_SLOT_IOBJ, ENT_WORD_NONE, subject, 0.8F);
    if (args->passive)
        ent_args_add(args, ENT_SLOT_SUBJ, ENT_WORD_NONE,
                     ent_logical_subject(view, verb, &quality), 0.9F);
    if (args->participle)
        ent_args_add(args, ENT_SLOT_HOST, ENT_WORD_NONE, view->nodes[verb].head, 1.0F);
    if (own) /* "dont la Russie a expulsé": hung on the subject */
        for (int32_t c = view->nodes[own].child; c && c < own; c = view->nodes[c].next)
            if (view->nodes[c].upos == ENT_PRON)
                add_pronoun(view, c, verb, args);
    if (!view->french)
        ent_args_add_purpose(view, verb, args);
    add_place_of_on(view, verb, args);
    share_object(view, verb, args);
    add_gap(view, verb, args);
    if (view->french)
        add_raised(view, verb, args);
}
