/* place.c: names that stand where a place stands, not an actor.
 *
 * "à Moscou", "in Paris", "aux frontières de la Russie": a name of a state or a city
 * after a preposition of place is a location unless a frame asks for it. French uses "en
 * Chine" and "à Paris" for places but "à la Chine" for a person addressed, so an article
 * after "à" speaks for an actor where the country is feminine. */
#include "actor/find.h"

/* The first of the conjuncts that the word belongs to: the one that a governor asks for.
 */
static int32_t first_conjunct(const struct sentence_info *info, int32_t head)
{
    for (int steps = 0; steps < 8 && info->sentence->words[head].rel == ENT_REL_CONJ;
         steps++)
        head = info->sentence->words[head].head;
    return head;
}

/* Does the name stand where actors stand? A short name that was a place elsewhere is one
 * unless it is a subject or an object. */
static bool acts_here(const struct find *find, const struct sentence_info *info,
                      const struct name *name)
{
    int32_t head = first_conjunct(info, name->head);
    enum ent_deprel rel = info->sentence->words[head].rel;
    if (name->place)
        return false;
    if (!ent_str_is(find->actors[name->actor].kind, "unknown"))
        return true;
    return rel == ENT_REL_NSUBJ || rel == ENT_REL_OBJ || rel == ENT_REL_IOBJ ||
           rel == ENT_REL_APPOS || rel == ENT_REL_FLAT ||
           ent_str_is(ent_word_subtype(&info->sentence->words[head]), "agent");
}

/* Unknown names are places if they stand in place position and never act. */
void find_places_settle(struct find *find)
{
    bool *acts = ent_arena_array(&find->scratch, find->actor_count + 1, sizeof *acts);
    bool *located = ent_arena_array(&find->scratch, find->actor_count + 1, sizeof *located);
    if (!acts || !located) {
        find->failed = true;
        return;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t s = 0; s < find->document->sentence_count; s++) {
            struct sentence_info *info = &find->sentences[s];
            for (uint32_t i = 0; i < info->name_count; i++) {
                struct name *name = &info->names[i];
                if (name->type != NAME_UNKNOWN || name->used || name->actor == ENT_NONE)
                    continue;
                if (pass == 0) {
                    acts[name->actor] |= acts_here(find, info, name);
                    located[name->actor] |= name->place;
                    continue;
                }
                name->place = located[name->actor] && !acts[name->actor];
                if (name->place && ent_str_is(find->actors[name->actor].kind, "unknown"))
                    find->actors[name->actor].kind = ENT_STR("place");
            }
        }
    }
}

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

/* Words addressed to somebody ("demander à Moscou", "un message à Paris") or of motion. */
static bool governor_has(const struct sentence_info *info, int32_t head, uint64_t cues)
{
    int32_t governor = info->sentence->words[head].head;
    return governor > 0 && (info->words[governor].cues & cues);
}

/* "le nord de la France", "la frontière avec la Syrie", "the coast of Libya": the words
 * before the name and its article, because parsers hang such complements anywhere. */
static bool is_part(const struct find *find, const struct sentence_info *info,
                    const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t w = name->first - 1;
    bool adposition = false;
    while (w >= 1 && (words[w].upos == ENT_DET || words[w].upos == ENT_ADP)) {
        adposition |= words[w].upos == ENT_ADP;
        w--;
    }
    int32_t next = name->last + 1;
    if (find->lang == 1 && next <= (int32_t)info->sentence->word_count && /* "Taiwan Strait" */
        (info->words[next].shape & SHAPE_UPPER) && (info->words[next].cues & CUE(PART)))
        return true;
    if (w >= 1 && adposition) /* "est" is a verb, too */
        return (info->words[w].cues & CUE(PART)) && words[w].upos != ENT_AUX &&
               words[w].upos != ENT_VERB;
    return w >= 1 && !adposition &&
           (words[w].upos == ENT_ADJ || words[w].upos == ENT_ADV) &&
           words[name->head].rel != ENT_REL_NSUBJ && (info->words[w].cues & CUE(COMPASS));
}

/* "décoller de Hong Kong", "traverser la France", "cross Libya". */
static bool is_crossed(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *word = &info->sentence->words[name->head];
    int32_t adposition = preposition(info, name->head);
    if (!adposition)
        return word->rel == ENT_REL_OBJ && governor_has(info, name->head, CUE(CROSS));
    bool of = info->words[adposition].cues & CUE(OF);
    return of && word->rel == ENT_REL_OBL && governor_has(info, name->head, CUE(MOTION));
}

static bool is_placelike(const struct find *find, const struct name *name)
{
    if (name->type == NAME_UNKNOWN || name->type == NAME_CITY || name->type == NAME_SEAT)
        return true;
    return name->type == NAME_ACTOR &&
           ent_str_is(find->knowledge->actors[name->entry->object].kind, "state");
}

/* "le championnat de Russie", "les Jeux olympiques d'été d'Athènes". */
static bool is_contest(const struct sentence_info *info, int32_t w)
{
    while (w > 1 && info->sentence->words[w].upos == ENT_ADJ)
        w--;
    return w >= 1 && (info->words[w].cues & CUE(CONTEST));
}

/* "les accords de Minsk", "the Paris agreement": where something took place. */
static bool hosts_event(const struct find *find, const struct sentence_info *info,
                        const struct name *name)
{
    int32_t after = name->last + 1, before = find_with_article(info, name->first) - 1;
    if (find->lang == 0 && before > 1 && is_placelike(find, name) &&
        (info->words[before].cues & CUE(OF)) && is_contest(info, before - 1))
        return true;
    if (name->type != NAME_SEAT)
        return false;
    if (find->lang == 1)
        return after <= (int32_t)info->sentence->word_count &&
               (info->words[after].cues & CUE(HELD));
    return before > 1 && (info->words[before].cues & CUE(OF)) &&
           (info->words[before - 1].cues & CUE(HELD));
}

/* "Rustaveli Avenue", "Mont de Grange", "Lake Poopó": the name says so itself. */
static bool is_landmark(const struct find *find, const struct sentence_info *info,
                        const struct name *name)
{
    if (name->type != NAME_UNKNOWN)
        return false;
    if (name->first == name->last) /* "Place de la République" */
        return (info->words[name->first].cues & CUE(GEO)) &&
               name->last < (int32_t)info->sentence->word_count &&
               (info->words[name->last + 1].cues & CUE(OF));
    return (info->words[name->last].cues & CUE(GEO)) ||
           (find->lang == 0 && (info->words[name->first].cues & CUE(GEO))) ||
           ent_str_is(info->sentence->words[name->first].form, "Lake") ||
           ent_str_is(info->sentence->words[name->first].form, "Mount");
}

/* "la ville de Narbonne", "rue Vignon", "the Gulf of Aden", "les îles de Faial, Pico et
 * Terceira", "le maire de Brillac". */
static bool is_geographic(const struct sentence_info *info, const struct name *name)
{
    int32_t head = first_conjunct(info, name->head);
    int32_t governor = info->sentence->words[head].head;
    enum ent_deprel rel = info->sentence->words[head].rel;
    bool modifies = rel == ENT_REL_NMOD || rel == ENT_REL_APPOS ||
                    rel == ENT_REL_COMPOUND || rel == ENT_REL_FLAT;
    bool of = rel == ENT_REL_NMOD && preposition(info, head);
    uint64_t nouns = CUE(GEO) | (name->type == NAME_UNKNOWN && of ? CUE(MUNICIPAL) : 0);
    return governor > 0 && modifies && (info->words[governor].cues & nouns) &&
           (head != name->head ||
            (name->first - governor <= (rel == ENT_REL_APPOS ? 10 : 4) &&
             governor - name->last <= 2));
}

/* "Bragny (Saône-et-Loire)": one unknown word and the known place where it lies. */
static bool lies_in_brackets(const struct sentence_info *info, const struct name *name)
{
    int32_t w = name->last + 1, count = (int32_t)info->sentence->word_count;
    if (name->first != name->last || w + 2 > count ||
        !ent_str_is(info->sentence->words[w].form, "("))
        return false;
    w += (info->words[w + 1].shape & SHAPE_ARTICLE) ? 2 : 1;
    if (w >= count || !info->words[w].name)
        return false;
    const struct name *inner = &info->names[info->words[w].name - 1];
    return (inner->type == NAME_CITY || inner->type == NAME_SEAT) && inner->first == w &&
           inner->last < count &&
           ent_str_is(info->sentence->words[inner->last + 1].form, ")");
}

/* "China hit back at Canada": one is in a country, whatever is at it is meant for it. */
static bool is_aimed_at(const struct find *find, const struct sentence_info *info,
                        int32_t adposition, const struct name *name)
{
    return find->lang == 1 && ent_str_is(info->sentence->words[adposition].form, "at") &&
           (name->type == NAME_ACTOR ||
            (name->type == NAME_SEAT && name->entry->detail == PLACE_CAPITAL));
}

/* "un vol entre Paris et Le Caire", "la région entre Bagdad et Kirkouk": the other end is
 * only a place, or the words say that it is a way. */
static bool is_way_end(const struct sentence_info *info, int32_t head, int32_t adposition)
{
    struct ent_str form = info->sentence->words[adposition].form;
    if (!ent_str_is(form, "entre") && !ent_str_is(form, "between"))
        return false;
    if (governor_has(info, head, CUE(MOTION) | CUE(GEO) | CUE(PART)))
        return true;
    for (int32_t c = ent_child(info->sentence, head); c;
         c = info->sentence->words[c].next) {
        if (info->sentence->words[c].rel == ENT_REL_CONJ && info->words[c].name &&
            info->names[info->words[c].name - 1].type == NAME_CITY)
            return true;
    }
    return false;
}

/* "dans la capitale irlandaise Dublin", "au sud de la capitale Bagdad": in apposition to
 * a place. */
static bool is_apposed_place(const struct find *find, const struct sentence_info *info,
                             const struct name *name)
{
    const struct ent_word *word = &info->sentence->words[name->head];
    bool apposed = word->rel == ENT_REL_APPOS || word->rel == ENT_REL_NMOD ||
                   word->rel == ENT_REL_FLAT;
    return name->type == NAME_SEAT && apposed && word->head > 0 &&
           !preposition(info, name->head) && (info->words[word->head].cues & CUE(PART)) &&
           (find_in_place(info, word->head) ||
            is_part(find, info,
                    &(struct name){
                        .first = word->head, .last = word->head, .head = word->head}));
}

static bool after_preposition(const struct find *find, const struct sentence_info *info,
                              const struct name *name)
{
    int32_t head = name->head, adposition = preposition(info, head);
    if (!adposition &&
        info->sentence->words[head].rel == ENT_REL_CONJ) { /* "à Nice et Levens" */
        head = info->sentence->words[head].head;
        adposition = preposition(info, head);
        /* "à Bamako, le Mali a signé": behind "à" and "en" no name has an article. */
        if (find->lang == 0 && adposition &&
            find_with_article(info, name->first) < name->first &&
            !ent_str_is(info->sentence->words[adposition].form, "vers") &&
            ((info->words[adposition].cues & CUE(TO)) ||
             ent_str_is(info->sentence->words[adposition].form, "en")))
            return false;
    }
    enum ent_deprel rel = info->sentence->words[head].rel;
    if (ent_str_is(info->sentence->words[head].deprel, "nmod:poss"))
        return false;
    if (!adposition && name->first > 1 && rel != ENT_REL_NSUBJ &&
        rel != ENT_REL_OBJ) { /* a tree can hang the preposition elsewhere */
        int32_t before = find_with_article(info, name->first) - 1;
        if (before > 0 && info->sentence->words[before].upos == ENT_ADP)
            adposition = before;
    }
    if (!adposition)
        return false;
    uint64_t cues = info->words[adposition].cues;
    if (is_way_end(info, head, adposition))
        return true;
    if (!(cues & CUE(PLACE_PREP)) || is_aimed_at(find, info, adposition, name))
        return false;
    if (!(cues & CUE(TO)))
        return true;
    if (governor_has(info, head, CUE(ADDRESS) | CUE(LINKED)))
        return false;
    if (find->lang == 1)
        return governor_has(info, head, CUE(MOTION));
    bool city = name->type == NAME_SEAT || name->type == NAME_CITY;
    if (find->lang == 0 && !city &&
        !ent_str_is(info->sentence->words[adposition].form, "vers") &&
        has_feminine_article(info, adposition, head))
        return false;
    return info->sentence->words[head].rel != ENT_REL_IOBJ;
}

bool find_in_place(const struct sentence_info *info, int32_t head)
{
    int32_t adposition = preposition(info, head);
    uint64_t cues = adposition ? info->words[adposition].cues : 0;
    return (cues & CUE(PLACE_PREP)) && !(cues & CUE(TO));
}

static bool is_dash(struct ent_str form)
{
    return ent_str_is(form, "-") || ent_str_is(form, "–") || ent_str_is(form, "—") ||
           ent_str_is(form, "--");
}

/* "LA HAVANE (AFP) -", "KINSHASA, Jan 28 (Northwire) -", "LONDRES -": all before the dash
 * locates. The place is in capitals. */
static int32_t dateline_end(const struct sentence_info *info)
{
    int32_t count = (int32_t)info->sentence->word_count;
    if (count == 0 || info->caps || !(info->words[1].shape & SHAPE_CAPS))
        return 0;
    bool bracket = false;
    for (int32_t w = 1; w <= count && w <= 16; w++) {
        struct ent_str form = info->sentence->words[w].form;
        bracket |= ent_str_is(form, ")");
        if (w > 1 && is_dash(form) && (bracket || w <= 7) &&
            info->sentence->words[w - 1].space_after)
            return w;
        if (!bracket && w > 4 && info->sentence->words[w].upos == ENT_VERB)
            return 0;
    }
    return 0;
}

/* "(Reporting by Julia Funes; editing by Tom Haske)": names in it do nothing. */
static bool is_byline(const struct sentence_info *info)
{
    int32_t count = (int32_t)info->sentence->word_count;
    return count > 2 && ent_str_is(info->sentence->words[1].form, "(") &&
           (info->words[2].cues & CUE(NO_NAME));
}

static bool is_name_or_comma(const struct sentence_info *info, int32_t w)
{
    return info->words[w].name || ent_str_is(info->sentence->words[w].form, ",");
}

/* Names alone in brackets: "PSARADES (Grèce)", "Pelosi (Democrat)", "(Provence,
 * France)". */
static bool in_brackets(const struct sentence_info *info, const struct name *name)
{
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t before = name->first - 1, after = name->last + 1;
    while (before > 1 && is_name_or_comma(info, before))
        before--;
    while (after < count && is_name_or_comma(info, after))
        after++;
    return before >= 1 && after <= count &&
           ent_str_is(info->sentence->words[before].form, "(") &&
           ent_str_is(info->sentence->words[after].form, ")");
}

/* "in Mosul, Iraq": a state behind its city. */
static bool follows_place(const struct sentence_info *info, const struct name *name)
{
    if (name->first < 3 ||
        !ent_str_is(info->sentence->words[name->first - 1].form, ",") ||
        !info->words[name->first - 2].name)
        return false;
    const struct name *before = &info->names[info->words[name->first - 2].name - 1];
    return info->sentence->words[name->head].rel != ENT_REL_NSUBJ && before->place &&
           (before->type == NAME_CITY || before->type == NAME_SEAT) &&
           name->type == NAME_ACTOR;
}

/* Names of cities and what may be one. */
static bool is_local(const struct name *name)
{
    return name->type == NAME_UNKNOWN || name->type == NAME_SEAT ||
           name->type == NAME_CITY;
}

void find_places(struct find *find, struct sentence_info *info)
{
    int32_t dateline = dateline_end(info);
    bool byline = is_byline(info);
    for (uint32_t i = 0; i < info->noun_count; i++) /* "(Andes Press)" */
        info->nouns[i].dropped |= info->nouns[i].last < dateline;
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        bool placelike = is_placelike(find, name);
        name->place =
            byline || name->type == NAME_CITY || name->last < dateline ||
            (placelike && name->type != NAME_UNKNOWN && in_brackets(info, name)) ||
            (placelike && after_preposition(find, info, name)) ||
            (placelike && follows_place(info, name)) ||
            (placelike && (is_part(find, info, name) || is_crossed(info, name))) ||
            hosts_event(find, info, name) || is_landmark(find, info, name) ||
            (is_local(name) && is_geographic(info, name)) ||
            is_apposed_place(find, info, name) ||
            (name->type == NAME_UNKNOWN && lies_in_brackets(info, name));
    }
}
