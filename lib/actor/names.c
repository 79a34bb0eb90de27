/* names.c: which record a matched name means. */
#include "actor/find.h"

/* Is the entry a name of the written form? Lemmas lead to it, too: "Cette" is no "CE". */
static bool is_form_of(const struct find *find, const struct word_info *word,
                       const struct entry *entry)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    uint32_t node =
        word->atom == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, word->atom);
    for (const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL; e;
         e = ent_entry_next(knowledge, e)) {
        if (e == entry)
            return true;
    }
    return false;
}

/* "la RN 205", "l'étoile IRS 43": a road's or a thing's number, not a year. */
static bool is_numbered(const struct sentence_info *info, int32_t word)
{
    if (word >= (int32_t)info->sentence->word_count)
        return false;
    struct ent_str next = info->sentence->words[word + 1].form;
    for (size_t i = 0; i < next.size; i++) {
        if (next.data[i] < '0' || next.data[i] > '9')
            return false;
    }
    return next.size >= 1 && next.size <= 3;
}

/* Acronyms of three letters and fewer must be written in capitals ("Who", "Is", "Us" are
 * words); the French press writes longer ones as names ("Otan", "Cédéao"). */
static bool acronym_fits(const struct find *find, const struct sentence_info *info,
                         int32_t word, const struct entry *entry)
{
    const struct word_info *wi = &info->words[word];
    size_t size = info->sentence->words[word].form.size;
    bool foreign = !(entry->lang & find_lang(find));
    if (size <= 2 && (foreign || info->caps))
        return false;
    if (size <= 3 && is_numbered(info, word) && entry->type == ENTRY_ACTOR &&
        !ent_str_is(find->knowledge->actors[entry->object].kind, "media"))
        return false;
    if (wi->shape & SHAPE_CAPS)
        return true;
    if (!(wi->shape & SHAPE_UPPER) || !is_form_of(find, wi, entry))
        return false;
    bool proper = info->sentence->words[word].upos == ENT_PROPN;
    return size >= 4 || (size == 3 && !foreign && proper && find->lang == 0 &&
                         !(wi->shape & SHAPE_INITIAL));
}

static bool is_nominal(enum ent_upos upos)
{
    return upos == ENT_PROPN || upos == ENT_NOUN || upos == ENT_ADJ || upos == ENT_X ||
           upos == ENT_NUM || upos == ENT_UPOS_NONE || upos == ENT_SYM;
}

/* A name that the tagger does not know, at the start of a sentence ("Norway
 * condemned"). */
static bool taken_for_adverb(const struct ent_word *word)
{
    return (word->upos == ENT_ADV || word->upos == ENT_INTJ) && word->form.size >= 5;
}

/* "anti-EI" */
static bool upper_behind_hyphen(struct ent_str form)
{
    for (size_t i = 1; i < form.size; i++)
        if (form.data[i - 1] == '-' && form.data[i] >= 'A' && form.data[i] <= 'Z')
            return true;
    return false;
}

/* Is some word of a name that has capitals written with one? A single word at the start
 * of a sentence must also have been tagged as a noun. */
static bool capital_fits(const struct sentence_info *info, int32_t first, int32_t last)
{
    bool upper = false;
    for (int32_t w = first; w <= last; w++)
        upper |= (info->words[w].shape & SHAPE_UPPER) != 0 ||
                 (first < last && upper_behind_hyphen(info->sentence->words[w].form));
    if (first == last && (info->words[first].shape & SHAPE_INITIAL))
        upper &= is_nominal(info->sentence->words[first].upos) ||
                 taken_for_adverb(&info->sentence->words[first]);
    return upper;
}

/* "in May", "5 May", "May 2015": a month that is also a surname. */
static bool is_date(const struct sentence_info *info, int32_t first, int32_t last)
{
    const struct ent_word *words = info->sentence->words;
    if (first != last)
        return false;
    bool after =
        last < (int32_t)info->sentence->word_count && words[last + 1].upos == ENT_NUM;
    return after || (first > 1 && (words[first - 1].upos == ENT_NUM ||
                                   (info->words[first - 1].cues & CUE(PLACE_PREP) &&
                                    !(info->words[first - 1].cues & CUE(TO)) &&
                                    !ent_str_is(words[first - 1].form, "chez"))));
}

/* All words but particles begin with a capital and the tagger saw a name. */
static bool surname_fits(const struct sentence_info *info, int32_t first, int32_t last)
{
    for (int32_t w = first; w <= last; w++) {
        if (!(info->words[w].shape & SHAPE_UPPER) && w == last)
            return false;
        if (!(info->words[w].shape & SHAPE_UPPER) &&
            !(info->words[w].cues & CUE(PARTICLE)))
            return false;
    }
    return is_nominal(info->sentence->words[last].upos) && !is_date(info, first, last);
}

/* "South America" is not America. */
static bool is_part_of_continent(const struct find *find,
                                 const struct sentence_info *info, int32_t first,
                                 const struct entry *entry)
{
    return find->lang == 1 && first > 1 && (entry->flags & ENTRY_SINGLE) &&
           (info->words[first - 1].shape & SHAPE_UPPER) &&
           (info->words[first - 1].cues & CUE(COMPASS));
}

/* "le parti socialiste": written small where the text is about the party's country. */
static bool is_small_party(const struct find *find, const struct sentence_info *info,
                           int32_t first, const struct entry *entry)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    if (entry->type != ENTRY_ACTOR || (entry->flags & ENTRY_SINGLE) ||
        !ent_str_is(knowledge->actors[entry->object].kind, "party") ||
        !(info->words[first].cues & CUE(ORG_HEAD)))
        return false;
    struct ent_str country = knowledge->actors[entry->object].country;
    uint32_t home = country.size ? ent_map_find(&knowledge->ids, country) : ENT_MAP_NONE;
    return find->actor_hits[entry->object] ||
           (home != ENT_MAP_NONE && find->actor_hits[home]);
}

/* An adjective right behind its noun. */
static bool is_attribute(const struct sentence_info *info, int32_t word)
{
    const struct ent_word *w = &info->sentence->words[word];
    return w->rel == ENT_REL_AMOD && w->head == word - 1 &&
           info->sentence->words[w->head].upos == ENT_NOUN;
}

bool find_fits(const struct find *find, const struct sentence_info *info, int32_t first,
               int32_t last, const struct entry *entry)
{
    bool own_lang = entry->lang & find_lang(find);
    enum ent_upos upos = info->sentence->words[first].upos;
    bool noun = entry->type == ENTRY_TITLE || entry->type == ENTRY_GROUP;
    if (noun && (entry->flags & ENTRY_CAPITAL) && (entry->flags & ENTRY_SINGLE) &&
        find->lang == 0 && !(info->words[first].shape & SHAPE_UPPER))
        return false; /* "l'État", not "l'état" */
    if (noun && first == last && upos == ENT_ADJ && is_attribute(info, first))
        return false; /* "l'aide militaire" */
    if (noun)
        return own_lang && (first != last || upos == ENT_NOUN || upos == ENT_PROPN ||
                            upos == ENT_ADJ || upos == ENT_UPOS_NONE);
    if (entry->type == ENTRY_DEMONYM)
        return own_lang && (!(entry->flags & ENTRY_CAPITAL) ||
                            capital_fits(info, first, last)) &&
               (first != last || is_nominal(upos) ||
                (upos == ENT_PRON && info->words[first].atom_count > 1)); /* a slip */
    if ((entry->flags & ENTRY_ARTICLE) &&
        (first < 2 || !(info->words[first - 1].shape & SHAPE_ARTICLE) ||
         (first == last && !is_form_of(find, &info->words[first], entry))))
        return false; /* "les Parisiens" are not "Le Parisien" */
    if (first == last && info->sentence->words[first].rel == ENT_REL_NUMMOD)
        return false; /* "Vingt-sept ans" */
    if (is_part_of_continent(find, info, first, entry))
        return false;
    if (entry->type == ENTRY_ALIAS && (entry->flags & ENTRY_CONTEXT) && first == last &&
        !(entry->flags & ENTRY_CAPITAL))
        return own_lang && upos != ENT_VERB && !is_attribute(info, first) &&
               info->sentence->words[first].rel != ENT_REL_AMOD; /* "les démocrates" */
    if (entry->flags & ENTRY_SURNAME)
        return surname_fits(info, first, last);
    if ((entry->flags & ENTRY_ACRONYM) && (entry->flags & ENTRY_SINGLE))
        return acronym_fits(find, info, first, entry);
    if (entry->flags & ENTRY_CAPITAL)
        return capital_fits(info, first, last) ||
               is_small_party(find, info, first, entry);
    return own_lang;
}

/* How well a record explains the name before the document is looked at. */
static int base_score(const struct find *find, const struct entry *entry)
{
    static const int scores[] = {
        [ENTRY_ACTOR] = 20, [ENTRY_ALIAS] = 18, [ENTRY_DEMONYM] = 14,
        [ENTRY_PLACE] = 17, [ENTRY_PERSON] = 19, [ENTRY_TITLE] = 0, [ENTRY_GROUP] = 0};
    int score = scores[entry->type];
    if (entry->type == ENTRY_PLACE && entry->detail == PLACE_CITY)
        score -= 5;
    if (entry->flags & ENTRY_SURNAME)
        score -= 9;
    if (entry->flags & ENTRY_CONTEXT)
        score -= 6;
    return score + ((entry->lang & find_lang(find)) ? 2 : 0);
}

static uint32_t home_of(const struct find *find, const struct entry *entry)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    struct ent_str country = {0};
    if (entry->type == ENTRY_PERSON)
        country = knowledge->persons[entry->object].country;
    else
        country = knowledge->actors[entry->object].country;
    return country.size ? ent_map_find(&knowledge->ids, country) : ENT_NONE;
}

/* Other mentions of the record or of its country in the document speak for it. */
static int context_score(const struct find *find, const struct entry *entry)
{
    int score = 0;
    if (entry->type == ENTRY_PERSON) {
        int distance;
        ent_person_office(find->knowledge, entry->object, find->document->date,
                          &distance);
        score += find->person_hits[entry->object] ? 12 : 0;
        score += ent_person_leads(find->knowledge, entry->object) ? 4 : 0;
        score += distance == 0 ? 6 : distance < 12 ? 3 : distance < 30 ? 0 : -6;
    } else if (find->actor_hits[entry->object]) {
        score += entry->type == ENTRY_PLACE ? 2 : 5;
    }
    uint32_t home = home_of(find, entry);
    if (home != ENT_NONE && find->actor_hits[home])
        score += 3;
    return score;
}

static const struct entry *best_entry(const struct find *find,
                                      const struct sentence_info *info,
                                      const struct name *name, bool context, bool *tie)
{
    const struct entry *best = NULL;
    int best_score = -100;
    *tie = false;
    for (const struct entry *e = ent_entry_first(find->knowledge, name->node); e;
         e = ent_entry_next(find->knowledge, e)) {
        if (e->type == ENTRY_TITLE || e->type == ENTRY_GROUP ||
            !find_fits(find, info, name->first, name->last, e))
            continue;
        int score = base_score(find, e) + (context ? context_score(find, e) : 0);
        if (score > best_score) {
            *tie = false;
            best_score = score;
            best = e;
        } else if (score == best_score &&
                   (e->type != best->type || e->object != best->object)) {
            *tie = true;
        }
    }
    return best;
}

/* Count the names that are sure without context. */
void find_names_tally(struct find *find, struct sentence_info *info)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        bool tie;
        const struct entry *e = best_entry(find, info, &info->names[i], false, &tie);
        if (!e || tie || (e->flags & (ENTRY_CONTEXT | ENTRY_SURNAME)))
            continue;
        if (e->type == ENTRY_PERSON) {
            uint32_t home = home_of(find, e);
            find->person_hits[e->object]++;
            if (home != ENT_NONE)
                find->actor_hits[home]++;
        } else {
            find->actor_hits[e->object]++;
            find->state_hits +=
                ent_str_is(find->knowledge->actors[e->object].kind, "state");
        }
    }
}

/* "russe" modifies, "les Russes" act: French writes the people with a capital, English
 * has its plural form; "Dutch" and "French" act when nothing follows that they modify. */
static enum name_type demonym_type(const struct find *find,
                                   const struct sentence_info *info,
                                   const struct name *name)
{
    const struct ent_word *word = &info->sentence->words[name->last];
    const struct word_info *wi = &info->words[name->last];
    if (find->lang == 0) {
        bool people = (wi->shape & SHAPE_UPPER) && !(wi->shape & SHAPE_INITIAL) &&
                      word->rel != ENT_REL_AMOD;
        if ((wi->shape & SHAPE_INITIAL) && word->upos != ENT_ADJ)
            people = true;
        return people ? NAME_PEOPLE : NAME_ADJECTIVE;
    }
    uint8_t slot = name->entry->detail;
    if (slot == DEMONYM_EN_PLURAL || slot == DEMONYM_EN_NOUN) {
        bool modifies = word->rel == ENT_REL_AMOD || word->rel == ENT_REL_COMPOUND;
        return modifies ? NAME_ADJECTIVE : NAME_PEOPLE;
    }
    bool noun = word->upos == ENT_NOUN || word->upos == ENT_PROPN;
    bool argument = word->rel == ENT_REL_NSUBJ || word->rel == ENT_REL_OBJ ||
                    word->rel == ENT_REL_OBL || word->rel == ENT_REL_NMOD;
    return noun && argument ? NAME_PEOPLE : NAME_ADJECTIVE;
}

static void set_type(struct find *find, struct sentence_info *info, struct name *name)
{
    switch (name->entry->type) {
    case ENTRY_DEMONYM:
        name->type = demonym_type(find, info, name);
        break;
    case ENTRY_PLACE:
        name->type = name->entry->detail == PLACE_CITY ? NAME_CITY : NAME_SEAT;
        break;
    case ENTRY_PERSON:
        name->type = NAME_PERSON;
        name->person = name->entry->object;
        name->gender = (uint8_t)find->knowledge->persons[name->person].gender;
        break;
    default:
        name->type = NAME_ACTOR;
    }
}

void find_names_choose(struct find *find, struct sentence_info *info)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        bool tie;
        name->entry = best_entry(find, info, name, true, &tie);
        if (!name->entry) {
            name->type = NAME_UNKNOWN;
            continue;
        }
        set_type(find, info, name);
        bool surname = name->entry->flags & ENTRY_SURNAME;
        name->weak = surname || (name->entry->flags & ENTRY_CONTEXT);
        name->certainty = tie ? 0.6f : name->weak ? 0.7f : 0.95f;
    }
}
