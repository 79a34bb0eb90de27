/* plural.c: "les deux pays", "both sides": two actors in one phrase.
 *
 * The two parties that the text is about: of all groups of the kind, those that are most
 * present here and in the whole document; a pair that was just coordinated comes first.
 */
#include "actor/coref.h"

static const float document_share = 250; /* what the whole document may weigh */
static const float pair_bonus = 60;      /* for two that were named together */

struct pair {
    bool state, human, parties;
    uint32_t exclude[4]; /* groups that cannot be meant */
    uint32_t exclude_count;
};

static bool fits(const struct coref *coref, uint32_t actor, const struct pair *pair)
{
    const struct find *find = coref->find;
    bool state = ent_str_is(find->actors[actor].kind, "state");
    bool human = find->infos[actor].human;
    for (uint32_t i = 0; i < pair->exclude_count; i++) {
        if (find->infos[actor].group == pair->exclude[i])
            return false;
    }
    if (pair->human)
        return human;
    if (pair->parties) /* whoever may fight or agree, but no private person */
        return !ent_str_is(find->actors[actor].kind, "igo") &&
               !ent_str_is(find->actors[actor].kind, "media") &&
               !(human &&
                 ent_str_eq(find->actors[actor].group, find->actors[actor].name));
    return pair->state ? state : !state && !human;
}

/* How present the groups of fitting actors are, in coref->group_scores. */
static void score_groups(const struct coref *coref, const struct pair *pair)
{
    const struct find *find = coref->find;
    for (uint32_t g = 0; g < coref->group_count; g++)
        coref->group_scores[g] = 0;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        uint32_t group = find->infos[a].group;
        if (group < coref->group_count && coref->traces[a].seen && fits(coref, a, pair))
            coref->group_scores[group] += coref_salience(coref, a) + 0.01f;
    }
    for (uint32_t g = 0; g < coref->group_count; g++) {
        if (coref->group_scores[g] > 0)
            coref->group_scores[g] +=
                document_share * coref->name_weights[g] / (coref->name_total + 1);
    }
}

static float group_score(const struct coref *coref, uint32_t actor)
{
    uint32_t group = coref->find->infos[actor].group;
    return group < coref->group_count ? coref->group_scores[group] : 0;
}

/* The most present actor of the group that fits. */
static uint32_t actor_of_group(const struct coref *coref, uint32_t group,
                               const struct pair *pair)
{
    const struct find *find = coref->find;
    uint32_t best = ENT_NONE;
    for (uint32_t a = 0; a < find->actor_count && a < coref->trace_capacity; a++) {
        if (find->infos[a].group == group && coref->traces[a].seen &&
            fits(coref, a, pair) &&
            (best == ENT_NONE || coref_salience(coref, a) > coref_salience(coref, best)))
            best = a;
    }
    return best;
}

static float best_two(const struct coref *coref, const struct pair *pair,
                      uint32_t found[2])
{
    uint32_t first = ENT_NONE, second = ENT_NONE;
    const float *scores = coref->group_scores;
    for (uint32_t g = 0; g < coref->group_count; g++) {
        if (scores[g] <= 0)
            continue;
        if (first == ENT_NONE || scores[g] > scores[first]) {
            second = first;
            first = g;
        } else if (second == ENT_NONE || scores[g] > scores[second]) {
            second = g;
        }
    }
    if (second == ENT_NONE)
        return 0;
    found[0] = actor_of_group(coref, first, pair);
    found[1] = actor_of_group(coref, second, pair);
    return scores[first] + scores[second];
}

/* The best pair of coordinated actors of the last two sentences that is of the kind. */
static float from_set(const struct coref *coref, const struct pair *pair,
                      uint32_t found[2])
{
    const struct party_set *set;
    float best = 0;
    for (uint32_t age = 0; (set = coref_set(coref, age)); age++) {
        if (coref->sentence - set->sentence > 2 || set->count != 2 || set->loose ||
            !fits(coref, set->actors[0], pair) || !fits(coref, set->actors[1], pair))
            continue;
        float score =
            group_score(coref, set->actors[0]) + group_score(coref, set->actors[1]);
        if (score > best) {
            best = score;
            found[0] = set->actors[0];
            found[1] = set->actors[1];
        }
    }
    return best;
}

static void exclude_group(const struct coref *coref, struct pair *pair, uint32_t mention)
{
    if (pair->exclude_count < 4)
        pair->exclude[pair->exclude_count++] =
            coref->find->infos[coref->find->mentions[mention].actor].group;
}

/* "Powell a téléphoné aux deux dirigeants": whoever does something to both is a third. */
static void exclude_third(const struct coref *coref, int32_t word, struct pair *pair)
{
    const struct ent_sentence *sentence = coref->info->sentence;
    enum ent_deprel rel = sentence->words[word].rel;
    bool blocked;
    if ((rel != ENT_REL_OBJ && rel != ENT_REL_IOBJ && rel != ENT_REL_OBL) ||
        ent_str_is(ent_word_subtype(&sentence->words[word]), "agent"))
        return; /* "dénonce l'accord signé par les deux voisins" */
    uint32_t subject = coref_clause_subject(coref, word, &blocked);
    int32_t head = subject == ENT_NONE ? 0 : coref->find->mentions[subject].head;
    for (uint32_t m = coref->first_mention; head && m < coref->find->mention_count; m++) {
        int32_t h = coref->find->mentions[m].head;
        if (h == head ||
            (sentence->words[h].rel == ENT_REL_CONJ && sentence->words[h].head == head))
            exclude_group(coref, pair, m);
    }
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

/* The state itself, when one of its office-holders made it salient. */
static uint32_t state_of(struct coref *coref, uint32_t actor)
{
    struct find *find = coref->find;
    if (!ent_str_is(find->actors[actor].kind, "state"))
        return actor;
    uint32_t state = find_actor_of_id(find, find->actors[actor].group);
    return state != ENT_NONE && coref_reserve(coref) ? state : actor;
}

static bool is_office(const struct coref *coref, int32_t word)
{
    uint32_t noun = coref->info->words[word].noun;
    return noun && coref->info->nouns[noun - 1].entry->type == ENTRY_TITLE;
}

static bool find_two(const struct coref *coref, int32_t word, struct pair *pair,
                     uint32_t found[2])
{
    uint32_t other[2] = {ENT_NONE, ENT_NONE};
    exclude_third(coref, word, pair);
    score_groups(coref, pair);
    float named = from_set(coref, pair, found);
    float best = best_two(coref, pair, other);
    if (named <= 0 || best > named + pair_bonus) {
        found[0] = other[0];
        found[1] = other[1];
    }
    return named > 0 || best > 0;
}

bool coref_two_parties(const struct coref *coref, int32_t word, uint32_t found[2])
{
    return find_two(coref, word, &(struct pair){.parties = true}, found);
}

bool coref_two(struct coref *coref, int32_t word)
{
    uint64_t cues = coref->info->words[word].cues;
    struct pair wanted = {.state = cues & CUE(STATE),
                          .human = cues & CUE(HUMAN),
                          .parties = cues & CUE(PARTIES)};
    uint32_t found[2], actors[2];
    if (!(cues & CUE(COUNTRY)) || !has_two(coref, word) || !is_definite(coref, word))
        return false;
    bool some = find_two(coref, word, &wanted, found);
    if (!some && wanted.human && is_office(coref, word)) {
        wanted =
            (struct pair){.state = true}; /* "les deux présidents", who were not named */
        some = find_two(coref, word, &wanted, found);
    }
    if (!some)
        return false;
    int32_t first = word;
    for (int32_t w = word - 1; w >= 1 && w >= word - 3; w--)
        first = coref->info->words[w].cues & (CUE(DEFINITE) | CUE(TWO) | CUE(ALL))
                    ? w
                    : first;
    for (int i = 0; i < 2; i++)
        actors[i] = wanted.human ? found[i] : state_of(coref, found[i]);
    coref_push_set(coref, actors, 2, word);
    for (int i = 0; i < 2; i++) {
        struct ent_mention mention = {.sentence = coref->sentence,
                                      .first = first,
                                      .last = word,
                                      .head = word,
                                      .actor = actors[i],
                                      .kind = ENT_MENTION_NOMINAL,
                                      .known = true,
                                      .certainty = 0.6f};
        coref_add(coref, mention);
    }
    return true;
}

bool coref_describe_two(struct coref *coref, const struct noun *noun)
{
    return coref_two(coref, noun->head);
}
