/* place.c: names that stand where a place stands, not an actor.
 *
 * "à Moscou", "in Paris", "aux frontières de la Russie": a name of a state or a city after a
 * preposition of place is a location unless a frame asks for it. French uses "en Chine" and
 * "à Paris" for places but "à la Chine" for a person addressed, so an article after "à"
 * speaks for an actor where the country is feminine. */
#include "actor/find.h"

/* The preposition that governs the word: a case child, the nearest if there are several. */
static int32_t preposition(const struct sentence_info *info, int32_t head)
{
    int32_t found = 0;
    for (int32_t c = ent_child(info->sentence, head); c; c = info->sentence->words[c].next) {
        if (info->sentence->words[c].rel == ENT_REL_CASE && c < head)
            found = c;
    }
    return found;
}

/* "la" or "l'" between the preposition and the name. */
static bool has_feminine_article(const struct sentence_info *info, int32_t from, int32_t to)
{
    for (int32_t w = from + 1; w < to; w++) {
        struct ent_str form = info->sentence->words[w].form;
        if (ent_str_is(form, "la") || ent_str_is(form, "l'") || ent_str_is(form, "l’"))
            return true;
    }
    return false;
}

static bool is_argument(const struct ent_word *word)
{
    return word->rel == ENT_REL_IOBJ || ent_str_is(ent_word_subtype(word), "arg");
}

/* Words addressed to somebody: "demander à Moscou", "un message à Paris". */
static bool governor_addresses(const struct sentence_info *info, int32_t head)
{
    int32_t governor = info->sentence->words[head].head;
    return governor > 0 && (info->words[governor].cues & CUE(ADDRESS));
}

static bool after_preposition(const struct find *find, const struct sentence_info *info,
                              const struct name *name)
{
    int32_t head = name->head, adposition = preposition(info, head);
    if (!adposition && name->first > 1) { /* a tree can hang the preposition elsewhere */
        int32_t before = find_with_article(info, name->first) - 1;
        if (before > 0 && info->sentence->words[before].upos == ENT_ADP)
            adposition = before;
    }
    if (!adposition)
        return false;
    uint32_t cues = info->words[adposition].cues;
    if (!(cues & CUE(PLACE_PREP)))
        return false;
    if (!(cues & CUE(TO)))
        return true;
    if (governor_addresses(info, head))
        return false;
    bool city = name->type == NAME_SEAT || name->type == NAME_CITY;
    if (find->lang == 0 && !city && has_feminine_article(info, adposition, head))
        return false;
    return !(find->lang == 0 && is_argument(&info->sentence->words[head]));
}

/* "LA HAVANE (AFP) -", "KINSHASA, Jan 28 (Northwire) -": all before the dash locates. */
static int32_t dateline_end(const struct sentence_info *info)
{
    int32_t count = (int32_t)info->sentence->word_count;
    if (count == 0 || !(info->words[1].shape & SHAPE_UPPER))
        return 0;
    bool bracket = false;
    for (int32_t w = 1; w <= count && w <= 16; w++) {
        struct ent_str form = info->sentence->words[w].form;
        if (info->words[w].name && w == 1 && !(info->words[1].shape & SHAPE_CAPS))
            return 0;
        bracket |= ent_str_is(form, ")");
        bool dash = ent_str_is(form, "-") || ent_str_is(form, "–") || ent_str_is(form, "—") ||
                    ent_str_is(form, "--");
        if (bracket && dash)
            return w;
    }
    return 0;
}

/* A name alone in brackets: "PSARADES (Grèce)", "Pelosi (Democrat)". */
static bool in_brackets(const struct sentence_info *info, const struct name *name)
{
    int32_t count = (int32_t)info->sentence->word_count;
    return name->first > 1 && name->last < count &&
           ent_str_is(info->sentence->words[name->first - 1].form, "(") &&
           ent_str_is(info->sentence->words[name->last + 1].form, ")");
}

static bool is_placelike(const struct find *find, const struct name *name)
{
    if (name->type == NAME_UNKNOWN || name->type == NAME_CITY || name->type == NAME_SEAT)
        return true;
    return name->type == NAME_ACTOR &&
           ent_str_is(find->knowledge->actors[name->entry->object].kind, "state");
}

void find_places(struct find *find, struct sentence_info *info)
{
    int32_t dateline = dateline_end(info);
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        bool placelike = is_placelike(find, name);
        name->place = name->type == NAME_CITY || name->last < dateline ||
                      (placelike && name->type != NAME_UNKNOWN && in_brackets(info, name)) ||
                      (placelike && after_preposition(find, info, name));
    }
}
