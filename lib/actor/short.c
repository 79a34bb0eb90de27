/* short.c: short forms of names: "Wheelbarger" after "Kathryn Wheelbarger", "Brennock"
 * after "Brennock Holdings", acronyms after their definition.
 *
 * A surname alone is the person whose full name the document gives; failing that, a known
 * person of that surname who is in office or was not long ago; failing that, a new
 * actor. */
#include "actor/find.h"

#include <entente/utf8.h>
#include <stdlib.h>

/* Short forms by their last or first word, folded. */
struct shorts {
    struct ent_map words;
    uint32_t *actors; /* [words.size] of the document */
    uint32_t capacity;
};

static void remember(struct find *find, struct shorts *shorts, struct ent_str word,
                     uint32_t actor, bool replace)
{
    bool added = false;
    uint32_t id =
        ent_map_add(&shorts->words, ent_utf8_fold(&find->scratch, word), &added);
    if (id == ENT_MAP_NONE ||
        !ent_grow(&shorts->actors, &shorts->capacity, id, sizeof *shorts->actors)) {
        find->failed = true;
        return;
    }
    if (added || replace)
        shorts->actors[id] = actor;
}

static uint32_t recall(struct find *find, const struct shorts *shorts,
                       struct ent_str word)
{
    uint32_t id = ent_map_find(&shorts->words, ent_utf8_fold(&find->scratch, word));
    return id == ENT_MAP_NONE ? ENT_NONE : shorts->actors[id];
}

/* "l'hôpital de Montreval" and "le centre hospitalier de Montreval" are one: the longest
 * name stands for both. */
static void link_institution(struct find *find, struct sentence_info *info,
                             struct shorts *shorts, struct name *name)
{
    struct ent_str last = info->sentence->words[name->last].form;
    struct ent_str key = ent_arena_printf(&find->scratch, "@%.*s", ENT_FMT(last));
    struct ent_str text = find_text(find, info->sentence, name->first, name->last);
    uint32_t actor = key.data ? recall(find, shorts, key) : ENT_NONE;
    if (actor == ENT_NONE) {
        struct ent_actor new = {
            .group = text, .name = text, .kind = ENT_STR("institution")};
        actor = find_actor(find, new);
        if (actor != ENT_NONE)
            remember(find, shorts, key, actor, true);
    } else if (text.size > find->actors[actor].name.size) {
        find->actors[actor].group = find->actors[actor].name = text;
    }
    name->actor = actor;
}

/* Sure names first: full names of persons, known actors, unknown names of several
 * words. */
static void link_full(struct find *find, struct sentence_info *info,
                      struct shorts *shorts)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        bool several = name->last > name->first;
        struct ent_str last = info->sentence->words[name->last].form;
        if (name->used)
            continue;
        if (name->type == NAME_UNKNOWN) {
            if (!several)
                continue;
            if (info->words[name->first].cues & CUE(INSTITUTION)) {
                link_institution(find, info, shorts, name);
                continue;
            }
            name->actor = find_person_by_form(find, info, name);
            if (name->actor == ENT_NONE)
                name->actor = find_newcomer(find, info, name);
            remember(find, shorts, last, name->actor, false);
            if (!ent_str_is(find->actors[name->actor].kind, "person") ||
                name->last == name->first + 1)
                remember(find, shorts, info->sentence->words[name->first].form,
                         name->actor, false);
        } else if (name->type == NAME_PERSON) {
            if (name->entry->flags & ENTRY_SURNAME)
                continue;
            name->actor = find_known_person(find, name->person, false);
            if (several)
                remember(find, shorts, last, name->actor, true);
        } else if (!name->weak && find_is_foreign_body(find, info, name)) {
            find_demote(find, info, name);
        } else if (!name->weak) {
            name->actor = find_known_actor(find, name->entry->object);
        }
    }
}

/* The acronym has the name's initials, two of them at least, or the name is an
 * organisation's and the acronym may be that of another language. "Laurent Wauquiez (LR)"
 * is no such pair. */
static bool may_abbreviate(const struct sentence_info *info, const struct name *name,
                           const struct name *acronym)
{
    struct ent_str letters = info->sentence->words[acronym->first].form;
    size_t initials = 0;
    if (find_name_has(info, name, CUE(ORG_HEAD)))
        return true;
    for (int32_t w = name->first; w <= name->last && initials < letters.size; w++)
        initials += info->sentence->words[w].form.data[0] == letters.data[initials];
    return name->type != NAME_PERSON && (initials >= 2 || name->first == name->last) &&
           info->sentence->words[name->first].form.data[0] == letters.data[0];
}

/* The kind of the actor that an entry names, empty for other entries. */
static struct ent_str known_kind(const struct find *find, const struct entry *entry)
{
    return entry->type == ENTRY_ACTOR ? find->knowledge->actors[entry->object].kind
                                      : (struct ent_str){0};
}

/* An agency or a party of a state that the document does not name elsewhere. */
static bool is_stray(const struct find *find, const struct entry *entry)
{
    struct ent_str kind = known_kind(find, entry);
    if (!ent_str_is(kind, "agency") && !ent_str_is(kind, "party"))
        return false;
    const struct known_actor *actor = &find->knowledge->actors[entry->object];
    uint32_t home = ent_map_find(&find->knowledge->ids, actor->country);
    return (home == ENT_MAP_NONE || find->actor_hits[home] == 0);
}

/* "Agence nationale de sécurité (NSA)": either side may be the known one. */
static void link_acronyms(struct find *find, struct sentence_info *info,
                          struct shorts *shorts)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        int32_t w = name->last + 1;
        if (name->used || w + 1 > (int32_t)info->sentence->word_count ||
            !ent_str_is(info->sentence->words[w].form, "(") || !info->words[w + 1].name)
            continue;
        struct name *other = &info->names[info->words[w + 1].name - 1];
        if (other->used || !(info->words[other->first].shape & SHAPE_CAPS) ||
            other->first != other->last ||
            !ent_str_is(info->sentence->words[w + 2].form, ")"))
            continue;
        if (other->entry && (name->type == NAME_PERSON || name->type == NAME_UNKNOWN) &&
            !may_abbreviate(info, name, other)) { /* "Pierre Dupont (PS)" */
            if (ent_str_is(known_kind(find, other->entry), "party"))
                other->actor = find_known_actor(find, other->entry->object);
            continue;
        }
        bool stray = other->entry && is_stray(find, other->entry);
        if (stray && name->type == NAME_UNKNOWN)
            other->actor = name->actor;
        else if (name->type == NAME_UNKNOWN && other->entry &&
                 may_abbreviate(info, name, other))
            name->actor = find_known_actor(find, other->entry->object);
        if (name->actor != ENT_NONE &&
            (!other->entry || other->weak || other->actor == ENT_NONE ||
             (name->last > name->first && may_abbreviate(info, name, other))))
            other->actor = name->actor;
        uint32_t actor = other->actor != ENT_NONE ? other->actor : name->actor;
        remember(find, shorts, info->sentence->words[other->first].form, actor, true);
    }
}

static bool in_office_lately(const struct find *find, uint32_t person)
{
    int distance;
    ent_person_office(find->knowledge, person, find->document->date, &distance);
    return distance <= 12;
}

/* French writes common nouns small inside a sentence: "la Ligue" in a text about
 * Italy. */
static bool is_at_home(const struct find *find, const struct sentence_info *info,
                       const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    struct ent_str country = knowledge->actors[name->entry->object].country;
    uint32_t home = country.size ? ent_map_find(&knowledge->ids, country) : ENT_MAP_NONE;
    if (home != ENT_MAP_NONE && name->entry->type == ENTRY_ALIAS &&
        !(name->entry->flags & ENTRY_CAPITAL)) /* "les démocrates" */
        return 2 * find->actor_hits[home] >= find->state_hits + 1;
    return find->lang == 0 && !info->caps && home != ENT_MAP_NONE &&
           2 * find->actor_hits[home] >= find->state_hits + 1 &&
           name->entry->type == ENTRY_ACTOR &&
           !(info->words[name->first].shape & SHAPE_INITIAL) &&
           (info->words[name->first].shape & SHAPE_UPPER) &&
           info->sentence->words[name->first].upos == ENT_NOUN &&
           ent_str_is(knowledge->actors[name->entry->object].kind, "party");
}

/* A name marked ambiguous counts where it stands inside a sentence as a proper noun or
 * where the document names its actor elsewhere. */
static bool is_supported(const struct find *find, const struct sentence_info *info,
                         const struct name *name)
{
    const struct ent_word *word = &info->sentence->words[name->last];
    bool proper =
        word->upos == ENT_PROPN && !(info->words[name->first].shape & SHAPE_INITIAL);
    const struct known_actor *actor = &find->knowledge->actors[name->entry->object];
    proper |= ent_str_is(actor->kind, "state") && word->upos == ENT_PROPN &&
              word->rel == ENT_REL_NSUBJ; /* "Jordan condemned": no common noun */
    if (actor->country.size &&
        (ent_str_is(actor->kind, "agency") || ent_str_is(actor->kind, "party"))) {
        uint32_t home = ent_map_find(&find->knowledge->ids, actor->country);
        proper = proper && home != ENT_MAP_NONE && find->actor_hits[home] > 0;
    }
    return proper || is_at_home(find, info, name) ||
           find->actor_hits[name->entry->object] > 0;
}

/* May the surname alone, without the full name in the document, be that of a known
 * person? */
static bool is_telling(struct find *find, const struct sentence_info *info,
                       const struct name *name, struct ent_str last, uint8_t gender)
{
    bool single = name->first == name->last;
    bool proper = info->sentence->words[name->last].upos == ENT_PROPN ||
                  !(info->words[name->first].shape & SHAPE_INITIAL);
    if (!proper && !ent_person_leads(find->knowledge, name->person))
        return false; /* the first word of a sentence, and no noun in capitals */
    return in_office_lately(find, name->person) &&
           (gender || !single ||
            !ent_is_given_name(find->knowledge, last, &find->scratch));
}

/* "la Commission", "l'Alliance": the actor of the document that has this word in a
 * name. */
static uint32_t by_word(struct find *find, const struct sentence_info *info,
                        const struct name *name)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct word_info *wi = &info->words[name->last];
    uint32_t best = ENT_NONE, most = 0;
    if (name->first != name->last || wi->atom == ENT_NONE || !(wi->cues & CUE(ORG_HEAD)))
        return ENT_NONE;
    for (uint32_t a = 0; a < find->actor_count; a++) {
        uint32_t known = find->infos[a].known;
        if (known != ENT_NONE && find->actor_hits[known] > most &&
            ent_trie_child(&knowledge->words, known + 1, wi->atom)) {
            most = find->actor_hits[known];
            best = a;
        }
    }
    return best;
}

/* "Thierry et Véronique Roy", "Bill and Hillary Clinton": the first name before another
 * one shares its surname. The person, or ENT_NONE. */
static uint32_t sharing_surname(struct find *find, const struct sentence_info *info,
                                const struct name *name)
{
    int32_t next = name->last + 2, count = (int32_t)info->sentence->word_count;
    if (name->first != name->last || next >= count || !info->words[next].name ||
        info->sentence->words[next - 1].upos != ENT_CCONJ)
        return ENT_NONE;
    const struct name *full = &info->names[info->words[next].name - 1];
    struct ent_str given = info->sentence->words[name->first].form;
    if (full->first != next || full->last != next + 1 || full->actor == ENT_NONE ||
        !find->infos[full->actor].human)
        return ENT_NONE;
    uint8_t gender = (uint8_t)ent_given_gender(find->knowledge, given, &find->scratch);
    if (!gender)
        return ENT_NONE;
    struct ent_str surname = info->sentence->words[full->last].form;
    struct ent_str text = ent_arena_printf(&find->document->arena, "%.*s %.*s",
                                           ENT_FMT(given), ENT_FMT(surname));
    struct ent_actor actor = {.group = text, .name = text, .kind = ENT_STR("person")};
    uint32_t id = text.data ? find_actor(find, actor) : ENT_NONE;
    if (id != ENT_NONE) {
        find->infos[id].human = true;
        find->infos[id].gender = gender;
    }
    return id;
}

static void link_short(struct find *find, struct sentence_info *info,
                       struct shorts *shorts, struct name *name)
{
    struct ent_str last = info->sentence->words[name->last].form;
    uint32_t actor = recall(find, shorts, last);
    uint8_t gender = find_honorific(info, name);
    bool known = actor != ENT_NONE;
    if (name->type == NAME_PERSON) {
        if (known)
            name->actor = actor;
        else if (is_telling(find, info, name, last, gender))
            name->actor = find_known_person(find, name->person, false);
    } else if (name->type == NAME_UNKNOWN) {
        name->actor = known ? actor : by_word(find, info, name);
    } else if (is_supported(find, info, name)) {
        name->actor = find_known_actor(find, name->entry->object);
    }
    if (name->actor == ENT_NONE &&
        (name->type == NAME_PERSON || name->type == NAME_UNKNOWN))
        name->actor = sharing_surname(find, info, name);
    if (name->actor == ENT_NONE && name->node && find_demote(find, info, name))
        return;
    if (name->actor == ENT_NONE) {
        name->type = NAME_UNKNOWN;
        name->entry = NULL;
        name->person = ENT_NONE;
        bool common = name->first == name->last &&
                      (info->words[name->first].shape & SHAPE_INITIAL) &&
                      find_is_common(find, last);
        if (info->sentence->words[name->last].upos == ENT_PROPN && !common)
            name->actor = find_newcomer(find, info, name);
        else
            name->used = true;
    } else if (gender) {
        find->infos[name->actor].gender = gender;
        find->infos[name->actor].human = true;
    }
}

/* "Brennock, which ...": a tagger takes the first word of a sentence for a common noun;
 * the document knows it as a name. */
static void link_initial(struct find *find, struct sentence_info *info,
                         const struct shorts *shorts)
{
    for (int32_t w = 1; w <= (int32_t)info->sentence->word_count; w++) {
        const struct word_info *wi = &info->words[w];
        const struct ent_word *word = &info->sentence->words[w];
        bool nominal = word->upos == ENT_NOUN || word->upos == ENT_ADJ ||
                       word->upos == ENT_X || word->upos == ENT_PROPN;
        if (!(wi->shape & SHAPE_INITIAL) || !(wi->shape & SHAPE_UPPER) || wi->name ||
            wi->noun || !nominal)
            continue;
        uint32_t actor = recall(find, shorts, word->form);
        if (actor == ENT_NONE || find_is_common(find, word->form))
            continue;
        struct name name = {.first = w, .last = w, .actor = actor, .person = ENT_NONE,
                            .type = NAME_UNKNOWN, .certainty = 0.6f};
        find_name_add(find, info, name);
    }
}

void find_short_names(struct find *find)
{
    struct shorts shorts = {0};
    ent_map_init(&shorts.words);
    for (uint32_t s = 0; s < find->document->sentence_count; s++)
        link_full(find, &find->sentences[s], &shorts);
    for (uint32_t s = 0; s < find->document->sentence_count; s++)
        link_acronyms(find, &find->sentences[s], &shorts);
    for (uint32_t s = 0; s < find->document->sentence_count; s++) {
        struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            if (!info->names[i].used && info->names[i].actor == ENT_NONE)
                link_short(find, info, &shorts, &info->names[i]);
        }
    }
    for (uint32_t s = 0; s < find->document->sentence_count; s++)
        link_initial(find, &find->sentences[s], &shorts);
    ent_map_clear(&shorts.words);
    free(shorts.actors);
}
