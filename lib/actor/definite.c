/* definite.c: what the form of a description says: whether it is definite, whether it
 * locates, whether its complement makes it somebody else's. */
#include "actor/coref.h"

/* Determiner of the phrase: cue bits, 0 if there is none. */
uint64_t coref_determiner(const struct coref *coref, const struct noun *noun,
                          int32_t *word)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    *word = 0;
    for (int32_t c = ent_child(sentence, noun->head); c; c = sentence->words[c].next) {
        if (sentence->words[c].rel == ENT_REL_DET ||
            (sentence->words[c].morph & ENT_POSS)) {
            *word = c;
            return sentence->words[c].morph & ENT_INDEF ? 0 : coref->info->words[c].cues;
        }
    }
    int32_t before = noun->first - 1;
    if (before >= 1 && sentence->words[before].upos == ENT_DET) {
        *word = before;
        return coref->info->words[before].cues;
    }
    return 0;
}

/* A complement that is no actor tells of something else: "le directeur du musée",
 * "l'organisation des primaires". An indefinite one is rather the verb's ("menacer
 * l'établissement d'une seconde salve"). */
bool coref_has_other_complement(const struct coref *coref, const struct noun *noun)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    bool loose =
        noun->entry->type == ENTRY_TITLE || noun->entry->detail == GROUP_DESCRIPTOR ||
        noun->entry->detail == GROUP_PEOPLE || noun->entry->detail == GROUP_THING;
    for (int32_t c = ent_child(sentence, noun->head); loose && c;
         c = sentence->words[c].next) {
        if (sentence->words[c].rel != ENT_REL_NMOD || c <= noun->span_last)
            continue;
        int32_t adposition = ent_child_by_rel(sentence, c, ENT_REL_CASE);
        int32_t article = ent_child_by_rel(sentence, c, ENT_REL_DET);
        if (article && (sentence->words[article].morph & ENT_INDEF))
            continue;
        if (adposition && (coref->info->words[adposition].cues & CUE(OF)))
            return true;
    }
    return false;
}

/* "place de la République", "rue de la Banque". */
static bool names_a_place(const struct coref *coref, const struct noun *noun)
{
    const struct ent_word *head = &coref->info->sentence->words[noun->head];
    return head->rel == ENT_REL_NMOD && head->head > 0 && noun->head - head->head <= 4 &&
           (coref->info->words[head->head].cues & CUE(GEO)) &&
           (coref->info->words[noun->head].shape & SHAPE_UPPER);
}

/* "Police detained ...": English does without a determiner; elsewhere than as the subject
 * such a noun means nobody in particular ("massing troops"). */
static bool is_bare_subject(const struct coref *coref, const struct noun *noun,
                            int32_t determiner_word)
{
    const struct ent_word *head = &coref->info->sentence->words[noun->head];
    if (determiner_word || !noun->bare)
        return false;
    uint8_t shape = coref->info->words[noun->head].shape;
    bool proper = (shape & SHAPE_UPPER) && !(shape & SHAPE_INITIAL); /* "on Congress" */
    bool modifier = head->rel == ENT_REL_COMPOUND && head->head > 0 &&
                    coref->info->words[head->head].noun; /* "government troops" */
    return proper || modifier || head->rel == ENT_REL_NSUBJ;
}

/* "contre un gouvernement qu'elles accusent": a relative clause makes it definite. */
static bool is_described(const struct coref *coref, const struct noun *noun)
{
    return noun->entry->type == ENTRY_GROUP && noun->entry->detail == GROUP_GOVERNMENT &&
           ent_child_by_rel(coref->info->sentence, noun->head, ENT_REL_ACL) != 0;
}

/* "le département": a district unless its owner is named. */
static bool is_region(const struct coref *coref, const struct noun *noun)
{
    return noun->first == noun->last && noun->entry->type == ENTRY_GROUP &&
           noun->entry->detail == GROUP_GOVERNMENT &&
           (coref->info->words[noun->head].cues & CUE(GEO));
}

/* "dans le pays", "Bichkek, la capitale": a state where something happens. */
bool coref_is_located(const struct coref *coref, const struct noun *noun, uint32_t actor)
{
    const struct sentence_info *info = coref->info;
    const struct entry *entry = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    if (!entry || !ent_str_is(entry->text, "state") ||
        !ent_str_is(coref->find->actors[actor].kind, "state"))
        return false;
    int32_t before = find_with_article(info, noun->span_first) - 2;
    bool apposed =
        before >= 1 && ent_str_is(info->sentence->words[before + 1].form, ",") &&
        info->words[before].name && info->names[info->words[before].name - 1].place;
    return apposed || find_in_place(info, noun->head);
}

/* "the power sector" is about a sector. */
static bool is_compound(const struct coref *coref, const struct noun *noun)
{
    const struct ent_word *head = &coref->info->sentence->words[noun->head];
    return noun->entry->type == ENTRY_GROUP && noun->entry->detail == GROUP_DESCRIPTOR &&
           head->rel == ENT_REL_COMPOUND && head->head > noun->last &&
           !coref->info->words[head->head].noun;
}

/* "200 djihadistes": of the band that the text is about. */
static bool is_counted_band(const struct coref *coref, const struct noun *noun)
{
    const struct entry *entry = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    return entry && ent_str_is(entry->text, "armed_group") &&
           !(coref->info->words[noun->head].cues & CUE(SIDE)) &&
           (coref->info->sentence->words[noun->head].morph & ENT_PLUR) &&
           ent_child_by_rel(coref->info->sentence, noun->head, ENT_REL_NUMMOD);
}

bool coref_is_definite(const struct coref *coref, const struct noun *noun)
{
    int32_t word;
    uint64_t cues = coref_determiner(coref, noun, &word);
    if (is_compound(coref, noun))
        return false;
    if (is_counted_band(coref, noun))
        return true;
    return (cues & CUE(DEFINITE)) || is_bare_subject(coref, noun, word) ||
           is_described(coref, noun);
}

bool coref_names_place(const struct coref *coref, const struct noun *noun)
{
    return names_a_place(coref, noun) || is_region(coref, noun);
}
