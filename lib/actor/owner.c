/* owner.c: to whom the noun of an office or a group belongs.
 *
 * "le ministre russe de la Défense", "the Iranian foreign ministry", "Syria's army",
 * "les combattants du M23", "l'administration Trump". The tree is asked first, then the
 * neighbouring words, because modifiers are what parsers get wrong most. */
#include "actor/owner.h"

/* Is the word's name or noun already part of the phrase itself? */
static bool is_inside(const struct noun *noun, int32_t w)
{
    return w >= noun->first && w <= noun->last;
}

void find_owner_stretch(struct owner_search *search, int32_t first, int32_t last)
{
    struct noun *noun = search->noun;
    int32_t from = noun->span_first < first ? noun->span_first : first;
    int32_t to = noun->span_last > last ? noun->span_last : last;
    if (to - from <= 24) { /* a stray attachment must not swallow the sentence */
        noun->span_first = from;
        noun->span_last = to;
    }
}

void find_owner_add(struct owner_search *search, uint32_t actor)
{
    if (actor == ENT_NONE || search->found->count == 3)
        return;
    for (uint32_t i = 0; i < search->found->count; i++) {
        if (search->found->actors[i] == actor)
            return;
    }
    search->found->actors[search->found->count++] = actor;
}

/* Another noun owns the phrase: its actors if it has any; else coreference will ask
 * it. */
static void take_noun(struct owner_search *search, uint32_t number)
{
    struct noun *inner = &search->info->nouns[number];
    if (inner == search->noun)
        return;
    find_noun_resolve(search->find, search->info, inner);
    for (uint32_t i = 0; i < inner->actor_count; i++)
        find_owner_add(search, inner->actors[i]);
    search->noun->owned = true;
    if (search->noun->owner_noun == 0)
        search->noun->owner_noun = number + 1;
    find_owner_stretch(search, inner->span_first, inner->span_last);
}

/* "la police du West Yorkshire", "le maire de Brillac", "la députée de Batley": of a
 * state, by a place that no record knows; a court or a deputy is never a company's. */
static bool is_local_power(const struct owner_search *search)
{
    const struct entry *entry = search->noun->entry;
    bool official = entry->type == ENTRY_TITLE &&
                    (entry->detail == TITLE_MEMBER || entry->detail == TITLE_COURT);
    return official || (search->info->words[search->noun->head].cues & CUE(MUNICIPAL));
}

/* State bodies belong to known actors; "the Socialist government" names no owner. */
static bool can_own(const struct owner_search *search, const struct name *name)
{
    const struct entry *entry = search->noun->entry;
    bool body = entry->type == ENTRY_GROUP && (entry->detail == GROUP_GOVERNMENT ||
                                               entry->detail == GROUP_SECURITY);
    bool posted = search->noun->possessive && entry->type == ENTRY_GROUP &&
                  entry->detail == GROUP_SECURITY && name->type == NAME_ACTOR;
    if (posted) /* "ses soldats de Somalie" are there, not Somalia's */
        return false;
    if (name->modifier || (name->used && name->type != NAME_ADJECTIVE) ||
        (name->type == NAME_UNKNOWN && is_local_power(search)))
        return false;
    return !(body && name->type == NAME_UNKNOWN && name->actor != ENT_NONE &&
             !ent_str_is(search->find->actors[name->actor].kind, "person"));
}

bool find_owner_take(struct owner_search *search, int32_t w)
{
    struct sentence_info *info = search->info;
    uint32_t before = search->found->count;
    if (w < 1 || is_inside(search->noun, w))
        return false;
    if (info->words[w].noun) {
        take_noun(search, info->words[w].noun - 1);
    } else if (info->words[w].name) {
        struct name *name = &info->names[info->words[w].name - 1];
        if (!can_own(search, name))
            return false;
        find_owner_add(search, name->actor);
        search->noun->owned = true;
        if (search->found->count > before) {
            if (search->found->name_count < 3)
                search->found->names[search->found->name_count++] =
                    info->words[w].name - 1;
            find_owner_stretch(search, name->first, name->last);
        }
    }
    return search->found->count > before;
}

static bool is_demonym(const struct sentence_info *info, int32_t w)
{
    if (w < 1 || w > (int32_t)info->sentence->word_count || !info->words[w].name)
        return false;
    return info->names[info->words[w].name - 1].type == NAME_ADJECTIVE;
}

static bool is_coordinator(const struct sentence_info *info, int32_t w)
{
    return w <= (int32_t)info->sentence->word_count &&
           (info->sentence->words[w].upos == ENT_CCONJ ||
            ent_str_is(info->sentence->words[w].form, ","));
}

/* French: "russe" within two words after the phrase; "grec et macédonien" are two
 * owners. */
static void adjectives_after(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t w = search->noun->last + 1, limit = w + 2;
    for (; w <= count && w <= limit; w++) {
        if (is_demonym(info, w))
            break;
        if (info->sentence->words[w].upos != ENT_ADJ)
            return;
    }
    while (is_demonym(info, w)) {
        find_owner_take(search, w);
        w = info->names[info->words[w].name - 1].last + 1;
        if (!is_coordinator(info, w) || !is_demonym(info, w + 1))
            return;
        w++;
    }
}

/* English: the words before the noun up to its determiner or a possessive 's. */
static void modifiers_before(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    bool counted = false; /* "gave Kenya ten jets": only "Kenya's ten jets" are its own */
    for (int32_t w = search->noun->first - 1; w >= 1 && w >= search->noun->first - 6;
         w--) {
        const struct ent_word *word = &info->sentence->words[w];
        bool clitic = ent_str_is(word->form, "'s") || ent_str_is(word->form, "’s") ||
                      ent_str_is(word->form, "'") || ent_str_is(word->form, "’");
        counted = !clitic && (counted || word->upos == ENT_NUM);
        if (info->words[w].name || info->words[w].noun) {
            if ((counted && info->words[w].name && !is_demonym(info, w)) ||
                find_owner_take(search, w))
                return;
        } else if (!clitic && !ent_str_is(word->form, "-") && word->upos != ENT_ADJ &&
                   word->upos != ENT_NOUN && word->upos != ENT_PROPN &&
                   word->upos != ENT_NUM) {
            return;
        }
    }
}

/* Is the word a preposition "de" or "of"? */
static bool is_of(const struct sentence_info *info, int32_t w)
{
    return info->words[w].cues & CUE(OF);
}

static bool has_case_of(const struct sentence_info *info, int32_t head)
{
    for (int32_t c = ent_child(info->sentence, head); c;
         c = info->sentence->words[c].next) {
        if (info->sentence->words[c].rel == ENT_REL_CASE)
            return is_of(info, c);
    }
    return false;
}

/* Children in the tree: adjectives, possessives, complements with "de" and "of". */
static void from_tree(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    const struct ent_sentence *sentence = info->sentence;
    for (int32_t c = ent_child(sentence, search->noun->head); c;
         c = sentence->words[c].next) {
        const struct ent_word *word = &sentence->words[c];
        if (is_inside(search->noun, c))
            continue;
        bool adjective = word->rel == ENT_REL_AMOD && is_demonym(info, c);
        bool possessive =
            ent_str_is(word->deprel, "nmod:poss") && !(word->morph & ENT_POSS);
        bool complement = word->rel == ENT_REL_NMOD && has_case_of(info, c);
        if (adjective || possessive || complement)
            find_owner_take(search, c);
    }
}

/* The words after the phrase and its adjectives: "de" or "of", articles, then the
 * owner. */
static void complement_after(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t w = search->noun->last + 1;
    while (w <= count && info->sentence->words[w].upos == ENT_ADJ)
        w++;
    if (w > count || !is_of(info, w))
        return;
    for (w++; w <= count; w++) {
        enum ent_upos upos = info->sentence->words[w].upos;
        bool modifier = info->words[w].name &&
                        info->names[info->words[w].name - 1].modifier;
        if (!modifier && (info->words[w].name || info->words[w].noun)) {
            find_owner_take(search, w);
            return;
        }
        if (modifier || (info->words[w].cues & CUE(BACKED)) ||
            ent_str_is(info->sentence->words[w].form, "-"))
            continue;
        if (upos != ENT_DET && upos != ENT_ADJ && upos != ENT_ADP)
            return;
    }
}

/* "le délégué CGT", "la porte-parole LFI", "un cadre Renault": who speaks for the body
 * named behind his title. Ministers and mayors of a party act for the state. */
static bool speaks_for_body(const struct owner_search *search, const struct name *name)
{
    static const char *const KINDS[] = {"union", "party",      "company",
                                        "ngo",   "federation", NULL};
    const struct entry *entry = search->noun->entry;
    bool spoken = entry->type == ENTRY_TITLE &&
                  (entry->detail == TITLE_LEADER || entry->detail == TITLE_SPOKESPERSON ||
                   entry->detail == TITLE_EXECUTIVE || entry->detail == TITLE_MEMBER ||
                   entry->detail == TITLE_DIPLOMAT);
    if (!spoken || search->find->lang != 0 || name->type != NAME_ACTOR ||
        name->actor == ENT_NONE)
        return false;
    return ent_str_among(search->find->actors[name->actor].kind, KINDS);
}

/* "l'administration Trump", "le gouvernement Borne", "the Biden administration". */
static void named_after(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    int32_t w = search->noun->last + 1;
    const struct entry *entry = search->noun->entry;
    if (w > (int32_t)info->sentence->word_count || !info->words[w].name)
        return;
    if (speaks_for_body(search, &info->names[info->words[w].name - 1]))
        find_owner_take(search, w);
    if (entry->type != ENTRY_GROUP)
        return;
    enum name_type type = info->names[info->words[w].name - 1].type;
    if ((type == NAME_PERSON || type == NAME_UNKNOWN) && entry->detail != GROUP_THING &&
        entry->detail != GROUP_DESCRIPTOR)
        find_owner_take(search, w);
}

/* "officials from Ukraine", "diplomats", but not "exports from China". */
static bool are_people(const struct noun *noun)
{
    return noun->entry->type == ENTRY_TITLE || noun->entry->detail == GROUP_PEOPLE ||
           noun->entry->detail == GROUP_SECURITY;
}

/* "withdrew its troops from Mali": does the name hang on the noun, and not on the verb?
 */
static bool hangs_on(const struct owner_search *search, int32_t w)
{
    const struct ent_word *words = search->info->sentence->words;
    for (int limit = 4; limit && w > 0; limit--, w = words[w].head) {
        if (words[w].head == search->noun->head)
            return true;
        if (words[w].rel != ENT_REL_COMPOUND && words[w].rel != ENT_REL_FLAT &&
            words[w].rel != ENT_REL_AMOD)
            return false;
    }
    return false;
}

/* "authorities in Pakistan", "the police in Lagos", "protesters in southern Nepal":
 * powers and crowds are of the place where they are; troops need not be. */
static void place_after(struct owner_search *search)
{
    const struct sentence_info *info = search->info;
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t w = search->noun->last + 1;
    if (w >= count || !(info->words[w].cues & CUE(PLACE_PREP)))
        return;
    bool from =
        ent_str_is(info->sentence->words[w].form, "from") && are_people(search->noun);
    bool local = (info->words[search->noun->head].cues & CUE(LOCAL)) &&
                 !((info->words[w].cues & CUE(TO)) && search->find->lang == 1);
    if (!local && !from)
        return; /* French "à" is said of places, too */
    for (w++; w <= count; w++) {
        if (info->words[w].name) {
            const struct name *name = &info->names[info->words[w].name - 1];
            if (name->actor != ENT_NONE && name->type != NAME_PERSON &&
                name->type != NAME_UNKNOWN && (local || hangs_on(search, w)))
                find_owner_take(search, w);
            return;
        }
        enum ent_upos upos = info->sentence->words[w].upos;
        if (upos != ENT_DET && upos != ENT_ADJ && upos != ENT_NOUN)
            return;
    }
}

void find_owners(struct find *find, struct sentence_info *info, struct noun *noun,
                 struct owners *owners)
{
    struct owner_search search = {find, info, noun, owners};
    *owners = (struct owners){0};
    if (find->lang == 0)
        adjectives_after(&search);
    else
        modifiers_before(&search);
    if (owners->count == 0)
        from_tree(&search);
    if (owners->count == 0)
        complement_after(&search);
    if (owners->count == 0)
        named_after(&search);
    if (owners->count == 0)
        find_owner_patron(&search);
    if (owners->count == 0)
        place_after(&search);
}
