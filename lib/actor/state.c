/* state.c: the state that a bare "le gouvernement", "the army", "le président" belongs
 * to.
 *
 * The salience of all actors of a state is summed, and the share of its names in the
 * whole document is added: a passing mention of another country does not take over. */
#include "actor/coref.h"

static const float document_share = 120; /* what the whole document may weigh */

static const float topic_bonus = 80; /* of the state that the text is just speaking of */

static const float home_share = 0.6f; /* of who is of the state and does not act for it */

static float name_weight(const struct name *name)
{
    if (name->place)
        return 0.3f;
    return name->type == NAME_ADJECTIVE ? 0.5f : 1;
}

bool coref_weigh_groups(struct coref *coref)
{
    struct find *find = coref->find;
    coref->group_count = find->groups.size;
    coref->group_weights = ent_arena_array(&find->scratch, coref->group_count + 1,
                                           sizeof *coref->group_weights);
    coref->group_scores = ent_arena_array(&find->scratch, coref->group_count + 1,
                                          sizeof *coref->group_scores);
    coref->name_weights = ent_arena_array(&find->scratch, coref->group_count + 1,
                                          sizeof *coref->name_weights);
    if (!coref->group_weights || !coref->group_scores || !coref->name_weights)
        return false;
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        const struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            const struct name *name = &info->names[i];
            if (name->actor == ENT_NONE)
                continue;
            coref->name_weights[find->infos[name->actor].group] += name_weight(name);
            coref->name_total += name_weight(name);
            if (!ent_str_is(find->actors[name->actor].kind, "state"))
                continue;
            coref->group_weights[find->infos[name->actor].group] += name_weight(name);
            coref->total_weight += name_weight(name);
        }
    }
    return true;
}

/* The state that a party, an armed group or an opponent is of, in coref->group_scores. */
static void add_home(const struct coref *coref, uint32_t actor)
{
    const struct find *find = coref->find;
    struct ent_str country = find->actors[actor].country;
    if (ent_str_is(find->actors[actor].kind, "state") || country.size == 0)
        return;
    uint32_t group = ent_map_find(&find->groups, country);
    if (group < coref->group_count)
        coref->group_scores[group] += home_share * coref_salience(coref, actor);
}

/* A capital or a state, called by its own name. */
static bool is_scene(const struct name *name)
{
    bool capital = name->type == NAME_SEAT && name->entry &&
                   name->entry->detail == PLACE_CAPITAL;
    return capital || (name->type == NAME_ACTOR && name->place);
}

uint32_t coref_scene_state(const struct coref *coref, const struct noun *noun)
{
    const struct sentence_info *info = coref->info;
    const struct find *find = coref->find;
    if (find->lang != 0 || !(info->words[1].cues & CUE(PLACE_PREP)) ||
        (info->words[1].cues & CUE(OF)))
        return ENT_NONE;
    for (uint32_t i = 0; i < info->name_count; i++) {
        const struct name *name = &info->names[i];
        if (name->first > 3 || name->last >= noun->first || name->actor == ENT_NONE ||
            !is_scene(name) || !ent_str_is(find->actors[name->actor].kind, "state") ||
            !ent_str_is(info->sentence->words[name->last + 1].form, ","))
            continue;
        return find_actor_of_id(coref->find, find->actors[name->actor].group);
    }
    return ENT_NONE;
}

/* "Iraq has asked ... On Monday the Interior Ministry": the subject of the sentence
 * before, or of this one. */
static float topic(const struct coref *coref, uint32_t actor)
{
    uint32_t last = coref->traces[actor].topic; /* counts sentences from 1 */
    bool here = last > 0 && last >= coref->sentence;
    return coref->find->lang == 1 && here ? topic_bonus : 0;
}

/* "La CGT manifeste contre le gouvernement" need not say of what country it speaks: where
 * no state is named, the one that all parties and unions are of. */
static uint32_t home_of_parties(const struct coref *coref, float *certainty)
{
    struct find *find = coref->find;
    struct ent_str home = {0};
    for (uint32_t a = 0; a < find->actor_count; a++) {
        const struct ent_actor *actor = &find->actors[a];
        bool domestic =
            ent_str_is(actor->kind, "party") || ent_str_is(actor->kind, "union");
        if (actor->country.size == 0 || ent_str_eq(actor->country, home))
            continue;
        if (!domestic || home.size > 0)
            return ENT_NONE;
        home = actor->country;
    }
    *certainty = 0.6f;
    return home.size > 0 ? find_actor_of_id(find, home) : ENT_NONE;
}

uint32_t coref_salient_state(const struct coref *coref, bool local, float *certainty)
{
    struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    float best_score = 0, second = 0;
    for (uint32_t g = 0; g < coref->group_count; g++)
        coref->group_scores[g] =
            document_share * coref->group_weights[g] / (coref->total_weight + 1);
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        uint32_t group = find->infos[a].group;
        if (group < coref->group_count && ent_str_is(find->actors[a].kind, "state"))
            coref->group_scores[group] += coref_salience(coref, a);
        if (local && group < coref->group_count &&
            ent_str_is(find->actors[a].kind, "state"))
            coref->group_scores[group] += topic(coref, a);
        add_home(coref, a);
    }
    for (uint32_t g = 0; g < coref->group_count; g++) {
        float score = coref->group_scores[g];
        if (score > best_score) {
            second = best_score;
            best_score = score;
            best = g;
        } else if (score > second) {
            second = score;
        }
    }
    if (best == ENT_NONE)
        return home_of_parties(coref, certainty);
    *certainty = 0.3f + 0.5f * best_score / (best_score + second);
    return find_actor_of_id(find, find->groups.keys[best]);
}

/* The state that "les rebelles" rise against: of those that the text names, the one whose
 * bands it names most. "Les rebelles" of a text on Syria are not Islamic State, whose
 * home is elsewhere. Empty where no band of a named state is told of. */
struct ent_str coref_rebel_home(const struct coref *coref)
{
    const struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    for (uint32_t g = 0; g < coref->group_count; g++)
        coref->group_scores[g] = 0;
    for (uint32_t a = 0; a < find->actor_count; a++) {
        struct ent_str country = find->actors[a].country;
        uint32_t own = find->infos[a].group;
        if (!ent_str_is(find->actors[a].kind, "armed_group") || country.size == 0 ||
            own >= coref->group_count)
            continue;
        uint32_t home = ent_map_find(&find->groups, country);
        if (home < coref->group_count)
            coref->group_scores[home] += coref->name_weights[own];
    }
    for (uint32_t g = 0; g < coref->group_count; g++) {
        coref->group_scores[g] *= coref->group_weights[g];
        if (coref->group_scores[g] > (best == ENT_NONE ? 0 : coref->group_scores[best]))
            best = g;
    }
    return best == ENT_NONE ? (struct ent_str){0} : find->groups.keys[best];
}
