/* plural.c: "les deux pays", "both countries": two actors in one phrase. */
#include "actor/coref.h"

static bool fits(const struct coref *coref, uint32_t actor, bool state, bool human)
{
    const struct find *find = coref->find;
    if (human)
        return find->infos[actor].human;
    if (state)
        return ent_str_is(find->actors[actor].kind, "state");
    return !ent_str_is(find->actors[actor].kind, "state") && !find->infos[actor].human;
}

/* The two most salient actors that fit and belong to different groups, of those named in the
 * last `reach` sentences or this one. */
static bool two_since(const struct coref *coref, bool state, bool human, uint32_t reach,
                      uint32_t found[2])
{
    const struct find *find = coref->find;
    float scores[2] = {0, 0};
    float least = reach == 1 ? 12 : 0; /* an adjective in passing is no party */
    found[0] = found[1] = ENT_NONE;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        float score = coref_salience(coref, a);
        if (score < least || score <= 0 || coref->sentence - coref->traces[a].sentence > reach || !fits(coref, a, state, human))
            continue;
        bool same = found[0] != ENT_NONE && find->infos[found[0]].group == find->infos[a].group;
        if (score > scores[0]) {
            if (!same) {
                found[1] = found[0];
                scores[1] = scores[0];
            }
            found[0] = a;
            scores[0] = score;
        } else if (score > scores[1] && !same) {
            found[1] = a;
            scores[1] = score;
        }
    }
    return found[1] != ENT_NONE;
}

/* Of the last sentence, else of the text so far. */
static bool best_two(const struct coref *coref, bool state, bool human, uint32_t found[2])
{
    return two_since(coref, state, human, 1, found) ||
           two_since(coref, state, human, 12, found);
}

/* "deux" or "both" before the noun, which has no owner of its own. */
static bool has_two(const struct coref *coref, int32_t head)
{
    for (int32_t w = head - 1; w >= 1 && w >= head - 3; w--) {
        if (coref->info->words[w].cues & CUE(TWO))
            return true;
        if (coref->info->sentence->words[w].upos != ENT_ADJ &&
            coref->info->sentence->words[w].upos != ENT_DET &&
            coref->info->sentence->words[w].upos != ENT_ADP)
            return false;
    }
    return false;
}

static bool is_definite(const struct coref *coref, int32_t head)
{
    for (int32_t w = head - 1; w >= 1 && w >= head - 3; w--) {
        if (coref->info->words[w].cues & (CUE(DEFINITE) | CUE(ALL)))
            return true;
    }
    return false;
}

/* The newest pair of coordinated actors of the last two sentences that is of the kind. */
static bool from_set(const struct coref *coref, bool state, bool human, uint32_t found[2])
{
    uint32_t count = coref->set_count < SETS ? coref->set_count : SETS;
    for (uint32_t i = 1; i <= count; i++) {
        const struct party_set *set = &coref->sets[(coref->set_count - i) % SETS];
        if (coref->sentence - set->sentence > 2 || set->count != 2 ||
            !fits(coref, set->actors[0], state, human) ||
            !fits(coref, set->actors[1], state, human))
            continue;
        found[0] = set->actors[0];
        found[1] = set->actors[1];
        return true;
    }
    return false;
}

/* The state itself, when one of its office-holders made it salient. */
static uint32_t state_of(struct coref *coref, uint32_t actor)
{
    struct find *find = coref->find;
    uint32_t known = ent_map_find(&find->knowledge->ids, find->actors[actor].group);
    uint32_t state = known == ENT_MAP_NONE ? ENT_NONE : find_known_actor(find, known);
    return state != ENT_NONE && coref_reserve(coref) ? state : actor;
}

bool coref_two(struct coref *coref, int32_t word)
{
    uint64_t cues = coref->info->words[word].cues;
    uint32_t found[2];
    if (!(cues & CUE(COUNTRY)) || !has_two(coref, word) || !is_definite(coref, word))
        return false;
    bool human = cues & CUE(HUMAN), state = cues & CUE(STATE);
    if (!from_set(coref, state, human, found) && !best_two(coref, state, human, found))
        return false;
    int32_t first = word;
    while (first > 1 && word - first < 3 && !(coref->info->words[first].cues & CUE(DEFINITE)))
        first--;
    uint32_t pair[2];
    for (int i = 0; i < 2; i++)
        pair[i] = state ? state_of(coref, found[i]) : found[i];
    coref_push_set(coref, pair, 2, word);
    for (int i = 0; i < 2; i++) {
        struct ent_mention mention = {.sentence = coref->sentence, .first = first,
                                      .last = word, .head = word, .actor = pair[i],
                                      .kind = ENT_MENTION_NOMINAL, .known = true,
                                      .certainty = 0.6f};
        coref_add(coref, mention);
    }
    return true;
}

bool coref_describe_two(struct coref *coref, const struct noun *noun)
{
    return coref_two(coref, noun->head);
}
