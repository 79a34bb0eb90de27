/* descriptor.c: who is meant by a noun that says a kind of actor: "les rebelles", "la
 * chanteuse", "le géant américain", "Al Jazeera, the broadcaster". */
#include "actor/coref.h"

static bool is_plural(const struct coref *coref, const struct noun *noun)
{
    return coref->info->sentence->words[noun->head].morph & ENT_PLUR;
}

/* "le groupe" and "l'organisation" are said of anything organised. */
static bool is_generic(const struct coref *coref, const struct noun *noun)
{
    return coref->info->words[noun->head].cues & CUE(GENERIC);
}

/* "les rebelles": an armed group or side named before, else a side of the state. */
uint32_t coref_describe_side(struct coref *coref, struct noun *noun, float *certainty)
{
    const struct entry *descriptor = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    struct wish wish = coref_wish(descriptor ? descriptor->text : ENT_STR("armed_group"));
    bool armed =
        ent_str_is(wish.kind, "armed_group") || ent_str_is(wish.kind, "hacker_group");
    bool people = coref->info->words[noun->head].cues & CUE(CROWD);
    armed = armed && !ent_str_is(noun->entry->text, "putschists");
    bool named = descriptor && !is_plural(coref, noun); /* "le syndicat" */
    bool rebels = ent_str_is(noun->entry->text, "rebels");
    if (rebels)
        wish.country = coref_rebel_home(coref);
    if (rebels && !wish.country.size) { /* bands of none of the states that are named */
        uint32_t state = coref_salient_state(coref, false, certainty);
        wish.country =
            state != ENT_NONE ? coref->find->actors[state].group : wish.country;
        coref_reserve(coref);
    }
    uint32_t best = ENT_NONE;
    if ((armed && !people) || named)
        best = coref_best_fitting(coref, &wish, certainty);
    else if (ent_str_is(noun->entry->text, "protesters"))
        best = find_movement(coref->find, (struct ent_str){0});
    bool side = coref->info->words[noun->head].cues & CUE(SIDE);
    if (best != ENT_NONE && wish.country.size && !coref->find->actors[best].country.size)
        best = ENT_NONE; /* "les Kurdes" are at home in several */
    if (best == ENT_NONE && rebels && wish.country.size) {
        uint32_t home = find_actor_of_id(coref->find, wish.country);
        if (home != ENT_NONE) {
            *certainty = 0.6f;
            return coref_reserve(coref)
                       ? find_noun_actor(coref->find, coref->info, noun, home)
                       : ENT_NONE;
        }
    }
    if (best == ENT_NONE && (people || side))
        best = coref_state_body(coref, noun, certainty);
    return best;
}

/* "la chanteuse", "the suspect": the person of the text who stands out and agrees. */
static uint32_t describe_person(struct coref *coref, const struct noun *noun,
                                float *certainty)
{
    const struct find *find = coref->find;
    uint32_t morph = coref->info->sentence->words[noun->head].morph;
    struct wish wish = coref_wish(ENT_STR("person"));
    wish.human = true;
    wish.gender = find->lang == 1 ? 0 : morph & ENT_FEM ? 2 : morph & ENT_MASC ? 1 : 0;
    if (noun->origin != ENT_NONE)
        wish.country = find->actors[noun->origin].group;
    coref_exclude_clause(coref, &wish.clause, noun->head);
    uint32_t best = coref_best_fitting(coref, &wish, certainty);
    return best != ENT_NONE && *certainty >= 0.65f ? best : ENT_NONE;
}

/* "leur voisin" is none of those whose neighbour it is. */
void coref_exclude_owners(const struct coref *coref, const struct noun *noun,
                          struct demand *demand)
{
    const struct find *find = coref->find;
    int32_t word;
    coref_determiner(coref, noun, &word);
    for (uint32_t m = coref->first_mention; word && m < find->mention_count; m++) {
        if (find->mentions[m].head == word &&
            find->mentions[m].kind == ENT_MENTION_POSSESSIVE && demand->exclude_count < 4)
            demand->exclude[demand->exclude_count++] = find->mentions[m].actor;
    }
}

uint32_t coref_describe_kind(struct coref *coref, struct noun *noun, uint32_t possessor,
                             float *certainty)
{
    const struct entry *entry = find_noun_entry(coref->find, noun, GROUP_DESCRIPTOR);
    bool band = entry && (ent_str_is(entry->text, "armed_group") ||
                          ent_str_is(entry->text, "hacker_group"));
    if (!entry || (is_plural(coref, noun) && !band))
        return ENT_NONE;
    if (ent_str_is(entry->text, "person"))
        return possessor != ENT_NONE || coref_is_counterpart(coref, noun)
                   ? ENT_NONE
                   : describe_person(coref, noun, certainty);
    struct wish wish = coref_wish(entry->text);
    wish.exclude = possessor;
    wish.generic = is_generic(coref, noun);
    wish.word = coref->info->words[noun->head].atom;
    wish.country_noun = ent_str_is(entry->text, "state") &&
                        (coref->info->words[noun->head].cues & CUE(HOMELAND));
    wish.form = ent_str_is(entry->text, "state") && !wish.country_noun;
    coref_exclude_clause(coref, &wish.clause, noun->head);
    coref_exclude_owners(coref, noun, &wish.clause);
    if (noun->origin != ENT_NONE) {
        wish.country = coref->find->actors[noun->origin].group;
        if (ent_str_is(entry->text, "state")) {
            *certainty = 0.8f;
            return noun->origin;
        }
    }
    uint32_t best = coref_best_fitting(coref, &wish, certainty);
    return best != ENT_NONE ? best : coref_only_fitting(coref, &wish, certainty);
}

/* "Al Jazeera, the broadcaster that ...": the name right before the comma, if it fits. */
uint32_t coref_describe_apposed(const struct coref *coref, const struct noun *noun,
                                float *certainty)
{
    const struct find *find = coref->find;
    const struct sentence_info *info = coref->info;
    const struct entry *entry = find_noun_entry(find, noun, GROUP_DESCRIPTOR);
    enum ent_deprel rel = info->sentence->words[noun->head].rel;
    int32_t before = find_with_article(info, noun->span_first) - 2;
    if (!entry || before < 1 ||
        !ent_str_is(info->sentence->words[before + 1].form, ",") ||
        rel == ENT_REL_NSUBJ || rel == ENT_REL_CONJ || rel == ENT_REL_OBJ ||
        is_plural(coref, noun))
        return ENT_NONE;
    for (uint32_t m = coref->first_mention; m < find->mention_count; m++) {
        const struct ent_mention *mention = &find->mentions[m];
        bool human = ent_str_is(entry->text, "person");
        if (mention->last != before || mention->kind > ENT_MENTION_NOMINAL)
            continue;
        if (human ? find->infos[mention->actor].human
                  : coref_kind_fits(entry->text, coref_own_kind(find, mention->actor)) ||
                        (is_generic(coref, noun) &&
                         ent_str_is(find->actors[mention->actor].kind, "unknown"))) {
            *certainty = 0.8f;
            return mention->actor;
        }
    }
    return ENT_NONE;
}
