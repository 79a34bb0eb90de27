/* control.c: the understood subject of infinitives, participles and coordinated verbs. */
#include "relation/clause.h"

static int32_t subject_within(const struct ent_view *view, int32_t verb, float *quality,
                              int depth);

static bool personal(const struct ent_view *view, int32_t w)
{
    return view->nodes[w].upos == ENT_PRON && !ent_view_has(view, w, ENT_REL_PRON);
}

/* "L'Otan, elle, a applaudi": the noun that a pronoun takes up again. */
static int32_t doubled(const struct ent_view *view, int32_t verb, int32_t pronoun)
{
    for (int32_t c = view->nodes[verb].child; c && c < pronoun; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        bool bare = node->rel == ENT_REL_DISLOCATED || node->rel == ENT_REL_NSUBJ
                    || (node->rel == ENT_REL_OBL && node->prep == ENT_WORD_NONE);
        if (bare && node->mention && c < pronoun)
            return c;
    }
    return pronoun;
}

/* "« Une honte », a fulminé le ministre": a quotation is no subject of the verb of
 * speech. */
static bool is_quotation(const struct ent_view *view, int32_t w, int32_t verb)
{
    return w < verb && view->nodes[w].quote && !view->nodes[verb].quote
           && ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH);
}

/* The verb's own subject; a noun before a doubling pronoun ("Moscou donne-t-il"). */
static int32_t own_subject(const struct ent_view *view, int32_t verb)
{
    int32_t found = 0;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        if (view->nodes[c].rel != ENT_REL_NSUBJ || is_quotation(view, c, verb))
            continue;
        bool loose = !view->french && found && c < verb && !view->nodes[found].mention
                     && !view->nodes[found].cover && view->nodes[c].mention;
        if (!found || (personal(view, found) && !personal(view, c)) || loose)
            found = c; /* "After a row ..., Paris demanded": the name next to the verb */
    }
    return found && personal(view, found) && found < verb ? doubled(view, verb, found)
                                                          : found;
}

/* "prévenait jeudi le ministre": the subject behind a verb of speech, taken for an
 * object. */
static int32_t inverted_subject(const struct ent_view *view, int32_t verb)
{
    int32_t object = ent_view_child(view, verb, ENT_REL_OBJ);
    bool participle = ent_view_has(view, verb, ENT_PART_FORM | ENT_PRES) ||
                      ent_view_has(view, verb, ENT_GER) ||
                      ent_view_has(view, verb, ENT_INF);
    if (!object || object < verb || verb < 3 || participle
        || !ent_view_in(view, view->nodes[verb].verb, ENT_LIST_SPEECH))
        return 0;
    int32_t before = verb - 1;
    while (before > 1 && view->nodes[before].head == verb
           && view->nodes[before].upos == ENT_AUX)
        before--;
    return view->nodes[before].upos == ENT_PUNCT ? object : 0;
}

/* A complement that names the controller of an infinitive: object, else dative. */
static int32_t object_controller(const struct ent_view *view, int32_t verb)
{
    bool dative_control =
        ent_view_in(view, view->nodes[verb].lemma, ENT_LIST_DATIVE_CONTROL);
    int32_t dative = 0;
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        enum ent_deprel rel = (enum ent_deprel)view->nodes[c].rel;
        if (rel == ENT_REL_OBJ && ent_view_nominal(view, c)
            && c != ent_voice_reflexive(view, verb))
            return c;
        if (rel == ENT_REL_IOBJ && c != ent_voice_reflexive(view, verb))
            dative = c;
        else if (rel == ENT_REL_OBL && dative_control && !dative
                 && view->nodes[c].prep != ENT_WORD_NONE)
            dative = c;
    }
    return dative;
}

/* Who does what the complement of `verb` says? */
static int32_t controller(const struct ent_view *view, int32_t verb, float *quality,
                          int depth)
{
    *quality *= 0.95F;
    if (!ent_voice_passive(view, verb)
        && !ent_view_in(view, view->nodes[verb].lemma, ENT_LIST_SUBJECT_CONTROL)) {
        int32_t object = object_controller(view, verb);
        if (object)
            return object;
    }
    return subject_within(view, verb, quality, depth);
}

/* The owner of a noun that governs an infinitive ("le refus de Moscou de signer"). */
static int32_t owner_word(const struct ent_view *view, int32_t noun)
{
    for (int32_t c = view->nodes[noun].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (!node->mention)
            continue;
        if (node->rel == ENT_REL_DET || node->rel == ENT_REL_AMOD
            || (node->rel == ENT_REL_NMOD
                && (node->prep == view->language->de || node->prep == ENT_WORD_NONE)))
            return c;
    }
    return 0;
}

static int32_t noun_controller(const struct ent_view *view, int32_t noun, float *quality,
                               int depth)
{
    int32_t owner = owner_word(view, noun);
    if (owner)
        return owner;
    /* "Spain was the last country to recognise": the subject of the copula. */
    int32_t subject = ent_view_child(view, noun, ENT_REL_NSUBJ);
    if (!view->french && subject && subject < noun &&
        ent_view_child(view, noun, ENT_REL_COP))
        return subject;
    int32_t verb = view->nodes[noun].head;
    *quality *= 0.9F;
    /* "announced aid of ten million to help": the infinitive hung on the sum. */
    for (int i = 0; i < 3 && verb && view->nodes[noun].rel == ENT_REL_NMOD &&
                    ent_view_child(view, noun, ENT_REL_NUMMOD) &&
                    view->nodes[verb].upos == ENT_NOUN; i++) {
        noun = verb;
        if ((owner = owner_word(view, noun)))
            return owner;
        verb = view->nodes[noun].head;
    }
    if (verb && view->nodes[verb].upos == ENT_VERB)
        return subject_within(view, verb, quality, depth);
    return 0;
}

/* "Ayant rompu avec A, B a signé", the participle taken for the main verb: the subject of
 * the clause behind it. */
static int32_t subject_behind(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (c > verb && (node->rel == ENT_REL_PARATAXIS || node->rel == ENT_REL_CCOMP
                         || node->rel == ENT_REL_CONJ) && node->upos == ENT_VERB)
            return own_subject(view, c);
    }
    return 0;
}

/* "jailed a lawyer for criticising the law": what one is punished or praised for, one
 * does oneself. */
static bool tells_cause(const struct ent_view *view, int32_t verb)
{
    int32_t mark = ent_view_child(view, verb, ENT_REL_MARK);
    return !view->french && mark && mark < verb &&
           ent_str_ends(ent_view_word(view, verb)->form, ENT_STR("ing")) &&
           ent_str_is(ent_view_word(view, mark)->form, "for");
}

/* Does a participle without auxiliary go on a series of verbs ("a loué A, blâmé B")? */
static bool goes_on(const struct ent_view *view, int32_t verb)
{
    return ent_view_has(view, verb, ENT_PART_FORM | ENT_PAST)
           && !ent_view_child(view, verb, ENT_REL_AUX)
           && ent_view_child(view, view->nodes[verb].head, ENT_REL_AUX);
}

static int32_t inherited(const struct ent_view *view, int32_t verb, float *quality,
                         int depth)
{
    const struct ent_node *node = &view->nodes[verb];
    int32_t head = node->head;
    bool relative = ent_str_is(ent_word_subtype(ent_view_word(view, verb)), "relcl");
    bool verbal = head && (view->nodes[head].upos == ENT_VERB
                           || view->nodes[head].upos == ENT_AUX
                           || ent_view_child(view, head, ENT_REL_COP));
    if (!head) {
        *quality *= 0.8F;
        return ent_view_has(view, verb, ENT_FIN) || view->nodes[verb].finite
                   ? 0 : subject_behind(view, verb);
    }
    switch ((enum ent_deprel)node->rel) {
    case ENT_REL_CONJ:
        *quality *= 0.95F;
        return subject_within(view, head, quality, depth);
    case ENT_REL_XCOMP:
    case ENT_REL_CCOMP:
        if (verbal && goes_on(view, verb))
            return subject_within(view, head, quality, depth);
        /* "afin d'aider A, B ...": the infinitive hangs on the adverb. */
        if (view->nodes[head].upos == ENT_ADV && view->nodes[head].head)
            return subject_within(view, view->nodes[head].head, quality, depth);
        return verbal ? controller(view, head, quality, depth)
                      : subject_within(view, head, quality, depth);
    case ENT_REL_ADVCL:
    case ENT_REL_DISLOCATED:
        *quality *= 0.9F;
        if (verbal && head < verb && tells_cause(view, verb) &&
            !ent_voice_passive(view, head) && object_controller(view, head))
            return object_controller(view, head);
        return verbal || ent_view_child(view, head, ENT_REL_NSUBJ)
                   ? subject_within(view, head, quality, depth)
               : ent_view_nominal(view, head) ? head
               : view->nodes[head].upos == ENT_ADV && view->nodes[head].head
                   ? subject_within(view, view->nodes[head].head, quality, depth) : 0;
    case ENT_REL_OBL:
        *quality *= 0.8F;
        return verbal ? controller(view, head, quality, depth) : 0;
    case ENT_REL_ACL:
    case ENT_REL_AMOD:
        if (relative)
            return 0;
        if (tells_cause(view, verb))
            return head;
        if (ent_view_has(view, verb, ENT_INF))
            return noun_controller(view, head, quality, depth);
        /* "bloque un plan de la Pologne, exigeant ...": behind a comma the subject goes
         * on. */
        if (view->french && verb > 2 && ent_view_has(view, verb, ENT_PART_FORM | ENT_PRES)
            && ent_str_is(ent_view_word(view, verb - 1)->form, ",")
            && view->nodes[head].rel != ENT_REL_NSUBJ && ent_governing_verb(view, head)
            && ent_governing_verb(view, head) < verb) {
            *quality *= 0.9F;
            return subject_within(view, ent_governing_verb(view, head), quality, depth);
        }
        /* "hours after meeting A, B denounced": the gerund hangs on the time. */
        if (!view->french && verb > 1 && !view->nodes[head].mention &&
            view->nodes[head].head > verb && ent_view_child(view, verb, ENT_REL_MARK) &&
            view->nodes[view->nodes[head].head].upos == ENT_VERB) {
            *quality *= 0.9F;
            return subject_within(view, view->nodes[head].head, quality, depth);
        }
        /* "released a statement criticising B": who released it. */
        if (!view->nodes[head].mention && !ent_voice_passive(view, verb)
            && view->nodes[head].upos == ENT_NOUN) {
            int32_t speaker = noun_controller(view, head, quality, depth);
            if (speaker)
                return speaker;
        }
        /* "La Grèce, hostile au raid, a proposé": hung on the aside. */
        if (view->nodes[head].upos == ENT_ADJ && view->nodes[head].head
            && ent_view_child(view, verb, ENT_REL_AUX))
            return view->nodes[head].head;
        return head;
    case ENT_REL_PARATAXIS:
        /* "A, si souvent divisé, fait ...": the parser took the aside for the clause. */
        *quality *= 0.7F;
        return (ent_view_has(view, verb, ENT_FIN) || view->nodes[verb].finite) &&
                       head < verb
                   ? subject_within(view, head, quality, depth)
                   : 0;
    case ENT_REL_APPOS:
    case ENT_REL_NMOD:
        return view->nodes[verb].upos != ENT_VERB || ent_view_has(view, verb, ENT_FIN)
                   ? 0 : head;
    default:
        return 0;
    }
}

/* "the CGT, its biggest federation, staged": a description behind a name, taken for the
 * subject. */
static int32_t described(const struct ent_view *view, int32_t subject)
{
    int32_t first = subject;
    if (view->nodes[subject].mention || view->nodes[subject].upos != ENT_NOUN)
        return subject;
    for (int32_t c = view->nodes[subject].child; c && c < subject;
         c = view->nodes[c].next)
        if (view->nodes[c].upos != ENT_PUNCT && c < first)
            first = c;
    if (first < 3 || !ent_str_is(ent_view_word(view, first - 1)->form, ","))
        return subject;
    uint32_t cover = view->nodes[first - 2].cover;
    if (!cover || view->mentions->mentions[cover - 1].kind != ENT_MENTION_NAME)
        return subject;
    int32_t head = view->mentions->mentions[cover - 1].head;
    return head > 0 && head < subject && view->nodes[head].prep == ENT_WORD_NONE
                   && !view->mentions->mentions[cover - 1].place
               ? head : subject;
}

static int32_t subject_within(const struct ent_view *view, int32_t verb, float *quality,
                              int depth)
{
    int32_t own = own_subject(view, verb);
    if (!view->french && (!own || !view->nodes[own].mention)) {
        int32_t name = ent_surface_name_before(view, verb);
        if (name) {
            *quality *= 0.9F;
            own = name;
        }
    }
    if (!own && depth > 0) {
        float lowered = *quality;
        own = ent_surface_relative_host(view, verb);
        if (!own && !view->french) /* English inverts "said" alone */
            own = ent_surface_phrase_before(view, verb, &lowered);
        if (own && !view->nodes[own].mention)
            own = 0;
        if (own)
            *quality *= 0.8F;
    }
    if (!own)
        own = inverted_subject(view, verb);
    if (own)
        own = described(view, own);
    if (own && view->nodes[own].upos == ENT_PRON && own < verb &&
        !view->nodes[own].mention && !ent_view_has(view, own, ENT_REL_PRON)) {
        /* "les ministres ont eux aussi appelé" */
        float lowered = *quality;
        int32_t before = ent_surface_phrase_before(view, verb, &lowered);
        if (before && view->nodes[before].mention && before < own) {
            *quality = lowered;
            return before;
        }
    }
    if (own)
        return ent_antecedent(view, own);
    if (depth == 0 || ent_view_has(view, verb, ENT_IMPER))
        return 0;
    int32_t found = inherited(view, verb, quality, depth - 1);
    if (!found)
        found = ent_surface_phrase_before(view, verb, quality);
    return found ? ent_antecedent(view, found) : 0;
}

int32_t ent_surface_subject(const struct ent_view *view, int32_t verb, float *quality)
{
    *quality = 1.0F;
    return subject_within(view, verb, quality, 6);
}

/* The agent of a passive: "par", "by", or marked as agent. */
static int32_t agent(const struct ent_view *view, int32_t verb)
{
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next) {
        const struct ent_node *node = &view->nodes[c];
        if (node->rel != ENT_REL_OBL && node->rel != ENT_REL_NMOD)
            continue;
        if (node->prep == view->language->par
            || ent_str_is(ent_word_subtype(ent_view_word(view, c)), "agent"))
            return c;
    }
    /* "taxés depuis l'automne par B": hung on the complement between. */
    for (int32_t c = view->nodes[verb].child; c; c = view->nodes[c].next)
        for (int32_t k = view->nodes[c].child; k && c > verb; k = view->nodes[k].next)
            if (view->nodes[c].rel == ENT_REL_OBL && view->nodes[k].rel == ENT_REL_NMOD
                && view->nodes[k].prep == view->language->par)
                return k;
    /* "a été prié de quitter Khartoum par B": hung on the infinitive. */
    int32_t inner = ent_view_child(view, verb, ENT_REL_XCOMP);
    for (int32_t k = inner ? view->nodes[inner].child : 0; k; k = view->nodes[k].next)
        if (k > inner && view->nodes[k].mention && ent_view_has(view, inner, ENT_INF)
            && view->nodes[k].prep == view->language->par)
            return k;
    return 0;
}

int32_t ent_logical_subject(const struct ent_view *view, int32_t verb, float *quality)
{
    *quality = 1.0F;
    return ent_voice_passive(view, verb) ? agent(view, verb)
                                         : subject_within(view, verb, quality, 6);
}
