/* unknown.c: proper names that no record has, as runs of capitalised words.
 *
 * A run may take in known names of one word ("Paris Match", "Michael Jordan"): nested
 * names resolve to the outer one. Known names of several words, titles and nationalities
 * end it. */
#include "actor/organisation.h"

enum unit { UNIT_NONE, UNIT_WORD, UNIT_KNOWN, UNIT_LINK };

/* Signs inside names: "Kettle & Finch", "PIT-CNT", "Workers' Dawn". */
static bool is_link_sign(const struct sentence_info *info, int32_t w)
{
    struct ent_str form = info->sentence->words[w].form;
    if (ent_str_is(form, "'") || ent_str_is(form, "’"))
        return w > 1 && (info->sentence->words[w - 1].morph & ENT_PLUR) &&
               !info->words[w - 1].name;
    return ent_str_is(form, "&") || ent_str_is(form, "-");
}

/* Is the word part of a name by tag and capital? Nouns count inside French sentences,
 * where only names have capitals; English capitalises offices and adjectives too. */
static bool is_namey(const struct find *find, const struct sentence_info *info, int32_t w)
{
    const struct word_info *wi = &info->words[w];
    const struct ent_word *word = &info->sentence->words[w];
    if (!(wi->shape & SHAPE_UPPER) || (wi->cues & (CUE(NO_NAME) | CUE(HONORIFIC))) ||
        (wi->shape & SHAPE_ARTICLE) ||
        ((wi->shape & SHAPE_INITIAL) && (wi->cues & CUE(PLACE_PREP))) || /* "Near Goma" */
        (wi->noun && !find_is_noun_of_name(find, info, w)))
        return false;
    if (word->upos == ENT_PROPN)
        return true;
    if ((wi->shape & SHAPE_INITIAL) || info->caps)
        return false;
    return word->upos == ENT_X || word->upos == ENT_NOUN ||
           (find->lang == 0 && word->upos == ENT_ADJ) || (wi->shape & SHAPE_CAPS);
}

/* A known single word may belong to a longer name unless it is sure to end one. */
static bool can_join(const struct sentence_info *info, const struct name *name)
{
    if (name->type == NAME_ADJECTIVE || name->type == NAME_PEOPLE)
        return false;
    bool single = name->first == name->last;
    bool caps = info->words[name->first].shape & SHAPE_CAPS;
    return (single && !caps) || (name->entry && (name->entry->flags & ENTRY_SURNAME));
}

/* "Air Méditerranée", "Mwambutsa IV": a word that names nobody alone ends a French name.
 */
static bool goes_on(const struct find *find, const struct sentence_info *info, int32_t w)
{
    return find->lang == 0 && !info->caps && w > 1 &&
           (info->words[w].cues & CUE(NO_NAME)) && (info->words[w].shape & SHAPE_UPPER) &&
           !(info->words[w].shape & SHAPE_INITIAL) &&
           info->sentence->words[w].upos == ENT_PROPN && !info->words[w].name &&
           is_namey(find, info, w - 1) && info->sentence->words[w - 1].upos == ENT_PROPN;
}

static enum unit unit_at(const struct find *find, const struct sentence_info *info,
                         int32_t w, int32_t *last)
{
    const struct word_info *wi = &info->words[w];
    *last = w;
    if (wi->name) {
        const struct name *name = &info->names[wi->name - 1];
        if (name->entry) {
            *last = name->last;
            return can_join(info, name) ? UNIT_KNOWN : UNIT_NONE;
        }
    }
    if (is_namey(find, info, w) || goes_on(find, info, w))
        return UNIT_WORD;
    bool inner =
        !(wi->shape & SHAPE_UPPER) || (!(wi->shape & SHAPE_INITIAL) && !info->caps);
    bool particle = (wi->cues & CUE(PARTICLE)) && inner; /* "Blandine De Caunes" */
    bool article = (wi->shape & SHAPE_ARTICLE) && (wi->shape & SHAPE_UPPER) && inner;
    return particle || article || is_link_sign(info, w) ? UNIT_LINK : UNIT_NONE;
}

static bool is_surname(const struct sentence_info *info, int32_t w)
{
    const struct entry *entry = info->names[info->words[w].name - 1].entry;
    return entry && (entry->flags & ENTRY_SURNAME);
}

/* "Virginia Raggi", "Chad Smith": a place's name is a first name before a surname on
 * which the tree hangs it, or that hangs on it. */
static bool is_given_and_surname(const struct sentence_info *info, int32_t given,
                                 int32_t w)
{
    const struct ent_word *words = info->sentence->words;
    const struct name *place = &info->names[info->words[given].name - 1];
    bool flat =
        (words[w].rel == ENT_REL_FLAT && words[w].head == given) ||
        ((words[given].rel == ENT_REL_FLAT || words[given].rel == ENT_REL_COMPOUND) &&
         words[given].head == w);
    return flat && w == given + 1 && is_surname(info, w) && place->first == given &&
           place->entry &&
           (place->entry->type == ENTRY_PLACE || place->entry->type == ENTRY_ACTOR);
}

/* "Ha Tae-keung", "Kim Yo-jong": the second half of a given name in small letters. */
static bool is_given_tail(const struct sentence_info *info, int32_t w)
{
    const struct ent_word *words = info->sentence->words;
    int32_t count = (int32_t)info->sentence->word_count;
    if (w < 3 || w >= count || !ent_str_is(words[w].form, "-") || words[w].space_after ||
        words[w - 1].space_after || words[w + 1].form.size < 2 ||
        info->words[w + 1].name || info->words[w + 1].noun)
        return false;
    for (size_t i = 0; i < words[w + 1].form.size; i++)
        if (words[w + 1].form.data[i] < 'a' || words[w + 1].form.data[i] > 'z')
            return false;
    return words[w - 1].upos == ENT_PROPN && (info->words[w - 1].shape & SHAPE_UPPER) &&
           words[w - 1].form.size <= 5 && words[w + 1].form.size <= 6;
}

/* The run that begins at w; links count only between two other units. A joined name such
 * as "Lomé-Bamako" ends before a second known name. */
static struct run run_at(const struct find *find, const struct sentence_info *info,
                         int32_t w)
{
    struct run run = {.first = w, .last = w - 1};
    int32_t count = (int32_t)info->sentence->word_count, links = 0;
    bool given = false; /* the last unit is a known surname, perhaps a first name here */
    while (w <= count) {
        int32_t last;
        enum unit unit = unit_at(find, info, w, &last);
        if (unit == UNIT_NONE || (unit == UNIT_LINK && (run.units == 0 || ++links > 2)))
            break;
        if (unit != UNIT_LINK) {
            run.words += given;
            run.known -= given;
            if (unit == UNIT_KNOWN && run.known && run.words == 0 &&
                !is_given_and_surname(info, run.last, w))
                break;
            given = unit == UNIT_KNOWN && is_surname(info, w);
            links = 0;
            run.last = last;
            run.units++;
            run.known += unit == UNIT_KNOWN;
            run.words += unit == UNIT_WORD;
        }
        w = last + 1;
        if (find->lang == 1 && unit != UNIT_LINK && run.units > 1 &&
            is_given_tail(info, w))
            run.last = ++w;
        w += run.last == w;
    }
    return run;
}

static void drop_inner(struct sentence_info *info, struct run run)
{
    for (int32_t w = run.first; w <= run.last; w++) {
        if (info->words[w].name)
            info->names[info->words[w].name - 1].used = true;
    }
}

static void add_unknown(struct find *find, struct sentence_info *info, struct run run)
{
    const struct name *parent = find_parent_body(find, info, run);
    drop_inner(info, run);
    for (int32_t w = run.first; w <= run.last; w++) { /* nouns inside are no nouns now */
        if (info->words[w].noun)
            info->nouns[info->words[w].noun - 1].dropped = true;
        info->words[w].noun = 0;
    }
    struct name name = {.first = run.first, .last = run.last, .actor = ENT_NONE,
                        .person = ENT_NONE, .type = NAME_UNKNOWN, .certainty = 0.6f};
    if (info->name_count == info->name_capacity) {
        find->failed = true;
        return;
    }
    if (parent) {
        name.type = NAME_ACTOR;
        name.entry = parent->entry;
        name.node = parent->node;
    }
    find_name_add(find, info, name);
}

/* "Paris-Alger", "l'axe Moscou-Pékin": a pair of known names is no third one. */
static bool is_pair(const struct find *find, const struct sentence_info *info, int32_t w)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    const struct word_info *wi = &info->words[w];
    if (wi->atom_count != 2)
        return false;
    for (uint32_t a = wi->first_atom; a < wi->first_atom + 2; a++) {
        uint32_t node = info->atoms[a] == ENT_NONE
                            ? 0
                            : ent_trie_child(&knowledge->trie, 0, info->atoms[a]);
        const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL;
        while (e && e->type != ENTRY_ACTOR && e->type != ENTRY_PLACE)
            e = ent_entry_next(knowledge, e);
        if (!e)
            return false;
    }
    return true;
}

/* "European Publishers Council": an English name of a body may begin with a nationality.
 */
static void take_nationality(const struct find *find, const struct sentence_info *info,
                             struct run *run)
{
    int32_t w = run->first - 1;
    if (find->lang != 1 || info->caps || w < 1 || !info->words[w].name ||
        run->last == run->first || !(info->words[run->last].cues & CUE(ORG_TAIL)) ||
        !(info->words[run->last].shape & SHAPE_UPPER))
        return;
    const struct name *name = &info->names[info->words[w].name - 1];
    if (name->type == NAME_ADJECTIVE && name->last == w && !name->modifier)
        run->first = name->first;
}

/* "le maire de Toronto Rob Ford": the place belongs to the office, the name begins behind
 * it. */
static void leave_place(const struct sentence_info *info, struct run *run)
{
    if (!info->words[run->first].name || run->words == 0 || run->units < 3 ||
        run->first < 2)
        return;
    const struct name *place = &info->names[info->words[run->first].name - 1];
    int32_t before = run->first - 1;
    while (before > 1 && (info->words[before].shape & SHAPE_ARTICLE))
        before--;
    if (place->entry && place->entry->type == ENTRY_PLACE && place->first == run->first &&
        place->last < run->last &&
        (info->words[before].cues & (CUE(OF) | CUE(GEO) | CUE(PART)))) {
        run->first = place->last + 1;
        run->known--;
    }
}

/* Matches whose records were all refused give their words back. */
static void release_refused(struct sentence_info *info)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        if (name->entry || name->node == 0)
            continue;
        name->used = true;
        for (int32_t w = name->first; w <= name->last; w++)
            info->words[w].name = 0;
    }
}

/* "le centre hospitalier de Montreval": an institution of a place that no record knows is
 * an actor by this name. Returns the last word, or 0. */
static int32_t institution_end(const struct find *find, const struct sentence_info *info,
                               int32_t w)
{
    int32_t count = (int32_t)info->sentence->word_count;
    const struct ent_word *words = info->sentence->words;
    if (!(info->words[w].cues & CUE(INSTITUTION)) || words[w].upos != ENT_NOUN)
        return 0;
    int32_t at = w + 1;
    while (at <= count && words[at].upos == ENT_ADJ)
        at++;
    if (at >= count || !(info->words[at].cues & CUE(OF)))
        return 0;
    at++;
    if (words[at].upos == ENT_DET && at < count)
        at++;
    struct run run = run_at(find, info, at);
    return run.last >= run.first && run.known == 0 ? run.last : 0;
}

/* "la RN 205", "la D 7": a road. */
static bool is_road(const struct sentence_info *info, struct run run)
{
    int32_t next = run.last + 1;
    return run.first == run.last && next <= (int32_t)info->sentence->word_count &&
           info->sentence->words[run.first].form.size <= 2 &&
           (info->words[run.first].shape & SHAPE_CAPS) &&
           info->sentence->words[next].form.data[0] >= '0' &&
           info->sentence->words[next].form.data[0] <= '9';
}

/* "la Lyonnaise de 28 ans", "les Sevranais": people of some town, called by no name. */
static bool is_dweller(const struct find *find, const struct sentence_info *info,
                       struct run run)
{
    static const char *const ends[] = {"ais",   "aise",  "aises",  "ois", "oise",
                                       "oises", "ienne", "iennes", "iens"};
    struct ent_str form = info->sentence->words[run.first].form;
    if (find->lang != 0 || run.first != run.last || run.first < 2 ||
        !(info->words[run.first - 1].shape & SHAPE_ARTICLE))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (ent_str_ends(form, ent_str_of(ends[i])))
            return true;
    }
    return false;
}

/* "N.409" and "A9" are numbers. */
static bool has_letters(struct ent_str form)
{
    int letters = 0;
    for (size_t i = 0; i < form.size && letters < 2; i++)
        letters += form.data[i] > '9' || form.data[i] < 0;
    return letters == 2;
}

void find_unknown(struct find *find, struct sentence_info *info)
{
    int32_t count = (int32_t)info->sentence->word_count;
    release_refused(info);
    for (int32_t w = 1; w <= count; w++) {
        int32_t end = institution_end(find, info, w);
        struct run run = run_at(find, info, w);
        if (end) {
            run = (struct run){.first = w, .last = end};
            add_unknown(find, info, run);
            w = end;
            continue;
        }
        if (run.last < run.first)
            continue;
        leave_place(info, &run);
        if (run.words)
            run.last = find_organisation_end(find, info, run);
        bool single_letter = run.first == run.last &&
                             !has_letters(info->sentence->words[run.first].form);
        bool pair = run.first == run.last && is_pair(find, info, run.first);
        take_nationality(find, info, &run);
        bool person = run.known >= 2 && run.words == 0;
        if ((run.words || person) && !single_letter && !pair && !is_road(info, run) &&
            !is_dweller(find, info, run))
            add_unknown(find, info, run);
        w = run.last;
    }
}
