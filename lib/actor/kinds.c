/* kinds.c: the actor of a wanted kind that the reader has most in mind, for descriptions
 * such as "l'Alliance", "le géant américain", "the rebels". */
#include "actor/coref.h"

static const float state_share = 60; /* what the whole document may weigh */
static const float human_share = 0.5f; /* who acts for a state makes it half as present */

/* Kinds of actors that a noun of this kind can describe. */
bool coref_kind_fits(struct ent_str wanted, struct ent_str kind)
{
    static const char *const close[][6] = {
        {"igo", "igo"},
        {"state", "state"},
        {"company", "company", "media", "unknown"},
        {"media", "media", "company", "unknown"},
        {"ngo", "ngo", "unknown", "federation"},
        {"party", "party", "movement"},
        {"movement", "movement", "party", "armed_group"},
        {"armed_group", "armed_group", "movement", "hacker_group"},
        {"hacker_group", "hacker_group", "armed_group"},
        {"union", "union", "federation"},
        {"federation", "federation", "union", "unknown"},
        {"institution", "institution", "company"},
        {"church", "church"},
        {"court", "court"},
        {"agency", "agency"},
    };
    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        if (!ent_str_is(wanted, close[i][0]))
            continue;
        for (size_t k = 1; k < 6 && close[i][k]; k++) {
            if (ent_str_is(kind, close[i][k]))
                return true;
        }
    }
    return false;
}

struct wish coref_wish(struct ent_str kind)
{
    return (struct wish){.kind = kind, .exclude = ENT_NONE, .word = ENT_NONE, .reach = 4};
}

/* Is the word part of a name of the actor ("l'Alliance" of "Alliance atlantique")? */
static bool has_word(const struct find *find, uint32_t actor, uint32_t word)
{
    uint32_t known = find->infos[actor].known;
    return known != ENT_NONE && ent_trie_child(&find->knowledge->words, known + 1, word);
}

bool coref_is_form(const struct coref *coref, uint32_t word)
{
    const struct find *find = coref->find;
    for (uint32_t a = 0;
         word != ENT_NONE && a < find->actor_count && a < coref->trace_capacity; a++) {
        if (coref->traces[a].seen && ent_str_is(find->actors[a].kind, "state") &&
            has_word(find, a, word))
            return true;
    }
    return false;
}

/* "le groupe" is said of anything organised. */
static bool is_organised(const struct find *find, uint32_t actor, const struct wish *wish)
{
    struct ent_str kind = find->actors[actor].kind;
    bool wide = ent_str_is(wish->kind, "igo") || ent_str_is(wish->kind, "ngo");
    if (ent_str_is(kind, "igo") && (wish->country.size || !wide))
        return false; /* has no nationality; "le mouvement" is none */
    if (ent_str_is(kind, "media"))
        return false;
    return !find->infos[actor].human && !find->infos[actor].plural &&
           !ent_str_is(kind, "state") &&
           !ent_str_is(kind, "person") && !ent_str_is(kind, "place");
}

/* The actor's own kind: an agency stands under its state's. */
struct ent_str coref_own_kind(const struct find *find, uint32_t actor)
{
    uint32_t known = find->infos[actor].known;
    if (known != ENT_NONE &&
        ent_str_eq(find->knowledge->actors[known].id, find->actors[actor].name))
        return find->knowledge->actors[known].kind;
    return find->actors[actor].kind;
}

static bool wish_fits(const struct coref *coref, uint32_t actor, const struct wish *wish)
{
    const struct find *find = coref->find;
    const struct ent_actor *a = &find->actors[actor];
    if (wish->exclude != ENT_NONE &&
        find->infos[actor].group == find->infos[wish->exclude].group)
        return false;
    for (uint32_t i = 0; i < wish->clause.exclude_count; i++) {
        uint32_t other = wish->clause.exclude[i];
        if (wish->country_noun && find->infos[other].human)
            continue; /* "le président a quitté le pays": his own */
        if (find->infos[other].group == find->infos[actor].group)
            return false; /* "les pirates menacent l'établissement": not themselves */
    }
    if (wish->civil &&
        (ent_str_is(a->kind, "armed_group") || ent_str_is(a->kind, "hacker_group")))
        return false;
    if (wish->country.size && a->country.size && !ent_str_eq(a->country, wish->country))
        return false;
    if (wish->human)
        return find->infos[actor].human &&
               coref_agrees(coref, actor, &(struct demand){.gender = wish->gender});
    if (ent_str_is(wish->kind, "state"))
        return ent_str_is(a->kind, "state") && ent_str_eq(a->group, a->name);
    if (find->infos[actor].human)
        return false;
    return coref_kind_fits(wish->kind, coref_own_kind(find, actor)) ||
           (wish->generic && is_organised(find, actor, wish));
}

/* How present a state is: with all who act for it, and by its share of the document, so
 * that the place of a meeting is not "the country". */
static float state_salience(const struct coref *coref, uint32_t actor)
{
    const struct find *find = coref->find;
    uint32_t group = find->infos[actor].group;
    float score = group < coref->group_count ? state_share * coref->group_weights[group] /
                                                   (coref->total_weight + 1)
                                             : 0;
    float present = 0;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++)
        present += find->infos[a].group != group ? 0
                   : find->infos[a].human        ? human_share * coref_salience(coref, a)
                                                 : coref_salience(coref, a);
    return present > 0 ? score + present : 0;
}

/* The most salient actor that fits; an exact country counts double. */
uint32_t coref_best_fitting(const struct coref *coref, const struct wish *wish,
                             float *certainty)
{
    const struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    float best_score = 2, second = 0;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        uint32_t age = coref->sentence - coref->traces[a].sentence;
        bool seen = coref->traces[a].seen && age <= wish->reach;
        if ((!seen && !wish->country_noun) || !wish_fits(coref, a, wish))
            continue;
        float score =
            wish->country_noun ? state_salience(coref, a) : coref_salience(coref, a);
        if (!seen && score <= 0)
            continue; /* "le roi du Maroc" makes his country present */
        score += 4; /* still remembered after decay */
        if (wish->country.size)
            score *= find->actors[a].country.size ? 2 : 0.5f;
        if (wish->word != ENT_NONE && has_word(find, a, wish->word))
            score *= wish->form ? 4 : 2;
        if (wish->generic && !coref_kind_fits(wish->kind, find->actors[a].kind))
            score *= 0.7f;
        if (score > best_score) {
            second = best == ENT_NONE ? 0 : best_score;
            best_score = score;
            best = a;
        } else if (score > second) {
            second = score;
        }
    }
    if (best != ENT_NONE)
        *certainty = 0.35f + 0.5f * best_score / (best_score + second);
    return best;
}

/* Further back, only an actor without any rival of its kind in the text so far. */
uint32_t coref_only_fitting(const struct coref *coref, struct wish *wish,
                            float *certainty)
{
    const struct find *find = coref->find;
    uint32_t only = ENT_NONE;
    wish->generic = false;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        if (!coref->traces[a].seen || !wish_fits(coref, a, wish))
            continue;
        if (only != ENT_NONE && find->infos[only].group != find->infos[a].group)
            return ENT_NONE;
        only = only == ENT_NONE ? a : only;
    }
    *certainty = 0.55f;
    return only;
}
