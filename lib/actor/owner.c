/* owner.c: to whom the noun of an office or a group belongs.
 *
 * "le ministre russe de la Défense", "the Iranian foreign ministry", "Syria's army",
 * "les combattants du M23", "l'administration Trump". The tree is asked first, then the
 * neighbouring words, because modifiers are what parsers get wrong most. */
#include "actor/find.h"

struct owners {
    struct find *find;
    struct sentence_info *info;
    struct noun *noun;
    uint32_t *actors;
    uint32_t count;
};

/* Is the word's name or noun already part of the phrase itself? */
static bool is_inside(const struct noun *noun, int32_t w)
{
    return w >= noun->first && w <= noun->last;
}

static void stretch(struct owners *owners, int32_t first, int32_t last)
{
    struct noun *noun = owners->noun;
    int32_t from = noun->span_first < first ? noun->span_first : first;
    int32_t to = noun->span_last > last ? noun->span_last : last;
    if (to - from <= 24) { /* a stray attachment must not swallow the sentence */
        noun->span_first = from;
        noun->span_last = to;
    }
}

static void add_owner(struct owners *owners, uint32_t actor)
{
    if (actor == ENT_NONE || owners->count == 3)
        return;
    for (uint32_t i = 0; i < owners->count; i++) {
        if (owners->actors[i] == actor)
            return;
    }
    owners->actors[owners->count++] = actor;
}

/* The name or noun that covers the word owns the phrase. Persons own only governments and
 * spokespersons, which the caller has checked. */
static bool take_word(struct owners *owners, int32_t w)
{
    struct sentence_info *info = owners->info;
    uint32_t before = owners->count;
    if (w < 1 || is_inside(owners->noun, w))
        return false;
    if (info->words[w].noun) {
        struct noun *inner = &info->nouns[info->words[w].noun - 1];
        find_noun_resolve(owners->find, info, inner);
        for (uint32_t i = 0; i < inner->actor_count; i++)
            add_owner(owners, inner->actors[i]);
        owners->noun->owned = true;
        if (owners->noun->owner_noun == 0 && inner != owners->noun)
            owners->noun->owner_noun = info->words[w].noun;
        if (owners->count > before)
            stretch(owners, inner->span_first, inner->span_last);
    } else if (info->words[w].name) {
        struct name *name = &info->names[info->words[w].name - 1];
        if (name->used && name->type != NAME_ADJECTIVE)
            return false;
        add_owner(owners, name->actor);
        owners->noun->owned = true;
        if (owners->count > before) {
            name->used = true;
            stretch(owners, name->first, name->last);
        }
    }
    return owners->count > before;
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

/* French: "russe" within two words after the phrase; "grec et macédonien" are two owners. */
static void adjectives_after(struct owners *owners)
{
    const struct sentence_info *info = owners->info;
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t w = owners->noun->last + 1, limit = w + 2;
    for (; w <= count && w <= limit; w++) {
        if (is_demonym(info, w))
            break;
        if (info->sentence->words[w].upos != ENT_ADJ)
            return;
    }
    while (is_demonym(info, w)) {
        take_word(owners, w);
        w = info->names[info->words[w].name - 1].last + 1;
        if (!is_coordinator(info, w) || !is_demonym(info, w + 1))
            return;
        w++;
    }
}

/* English: the words before the noun up to its determiner or a possessive 's. */
static void modifiers_before(struct owners *owners)
{
    const struct sentence_info *info = owners->info;
    for (int32_t w = owners->noun->first - 1; w >= 1 && w >= owners->noun->first - 6; w--) {
        const struct ent_word *word = &info->sentence->words[w];
        bool clitic = ent_str_is(word->form, "'s") || ent_str_is(word->form, "’s") ||
                      ent_str_is(word->form, "'") || ent_str_is(word->form, "’");
        if (info->words[w].name || info->words[w].noun) {
            if (take_word(owners, w))
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
    for (int32_t c = ent_child(info->sentence, head); c; c = info->sentence->words[c].next) {
        if (info->sentence->words[c].rel == ENT_REL_CASE)
            return is_of(info, c);
    }
    return false;
}

/* Children in the tree: adjectives, possessives, complements with "de" and "of". */
static void from_tree(struct owners *owners)
{
    const struct sentence_info *info = owners->info;
    const struct ent_sentence *sentence = info->sentence;
    for (int32_t c = ent_child(sentence, owners->noun->head); c; c = sentence->words[c].next) {
        const struct ent_word *word = &sentence->words[c];
        if (is_inside(owners->noun, c))
            continue;
        bool adjective = word->rel == ENT_REL_AMOD && is_demonym(info, c);
        bool possessive = ent_str_is(word->deprel, "nmod:poss") && !(word->morph & ENT_POSS);
        bool complement = word->rel == ENT_REL_NMOD && has_case_of(info, c);
        if (adjective || possessive || complement)
            take_word(owners, c);
    }
}

/* The words after the phrase and its adjectives: "de" or "of", articles, then the owner. */
static void complement_after(struct owners *owners)
{
    const struct sentence_info *info = owners->info;
    int32_t count = (int32_t)info->sentence->word_count;
    int32_t w = owners->noun->last + 1;
    while (w <= count && info->sentence->words[w].upos == ENT_ADJ)
        w++;
    if (w > count || !is_of(info, w))
        return;
    for (w++; w <= count; w++) {
        enum ent_upos upos = info->sentence->words[w].upos;
        if (info->words[w].name || info->words[w].noun) {
            take_word(owners, w);
            return;
        }
        if (upos != ENT_DET && upos != ENT_ADJ && upos != ENT_ADP)
            return;
    }
}

/* "l'administration Trump", "le gouvernement Borne", "the Biden administration". */
static void named_after(struct owners *owners)
{
    const struct sentence_info *info = owners->info;
    int32_t w = owners->noun->last + 1;
    const struct entry *entry = owners->noun->entry;
    if (entry->type != ENTRY_GROUP || w > (int32_t)info->sentence->word_count ||
        !info->words[w].name)
        return;
    enum name_type type = info->names[info->words[w].name - 1].type;
    if (type != NAME_ADJECTIVE && type != NAME_CITY && entry->detail != GROUP_THING &&
        entry->detail != GROUP_DESCRIPTOR)
        take_word(owners, w);
}

uint32_t find_owners(struct find *find, struct sentence_info *info, struct noun *noun,
                     uint32_t actors[3])
{
    struct owners owners = {find, info, noun, actors, 0};
    if (find->lang == 0)
        adjectives_after(&owners);
    else
        modifiers_before(&owners);
    if (owners.count == 0)
        from_tree(&owners);
    if (owners.count == 0)
        complement_after(&owners);
    if (owners.count == 0)
        named_after(&owners);
    return owners.count;
}
