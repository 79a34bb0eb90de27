/* work.c: capitalised names of things that do not act: events, works, products, storms.
 *
 * A name with such a word in it ("Coupe Davis", "Challenger Series") or right behind one
 * ("la tempête Egon", "l'avion de combat CF-18") names the thing; so does every short
 * form of it in the document. A person's name behind such a word ("la loi Macron") is the
 * thing's, the person elsewhere is a person. */
#include "actor/find.h"

static bool is_noun(const struct ent_word *word)
{
    return word->upos == ENT_NOUN || word->upos == ENT_PROPN;
}

static bool is_open(const struct name *name)
{
    return !name->used && name->actor != ENT_NONE &&
           (name->type == NAME_UNKNOWN || name->type == NAME_PERSON);
}

/* The noun right before the name, without a preposition between, and what it modifies:
 * "tempête Egon", "avion de combat CF-18". */
static bool follows_work(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t w = name->first - 1;
    if (w >= 1 && words[w].upos == ENT_PUNCT && words[w].form.size <= 3 &&
        (ent_str_is(words[w].form, "«") || ent_str_is(words[w].form, "\"")))
        w--; /* "le film « Requiem »" */
    while (w >= 1 && words[w].upos == ENT_ADJ && !info->words[w].name)
        w--;
    if (w < 1 || info->words[w].name || !is_noun(&words[w]))
        return false;
    if (info->words[w].cues & CUE(WORK))
        return true;
    return w >= 3 && words[w - 1].upos == ENT_ADP &&
           (info->words[w - 1].cues & CUE(OF)) && words[w - 2].upos == ENT_NOUN &&
           (info->words[w - 2].cues & CUE(WORK));
}

/* "l'aéroport Charles-de-Gaulle", "la rue Gambetta": the place's name here. */
static bool follows_place(const struct sentence_info *info, const struct name *name)
{
    int32_t w = name->first - 1;
    while (w >= 1 && info->sentence->words[w].upos == ENT_ADJ && !info->words[w].name)
        w--;
    return w >= 1 && info->sentence->words[w].upos == ENT_NOUN && !info->words[w].name &&
           !info->words[w].noun && (info->words[w].cues & CUE(GEO));
}

/* "avec Requiem, une chanson": a name of one word and the work in apposition. */
static bool is_apposed_work(const struct sentence_info *info, const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t w = name->last + 1;
    return name->type == NAME_UNKNOWN && w + 2 <= (int32_t)info->sentence->word_count &&
           ent_str_is(words[w].form, ",") && words[w + 1].upos == ENT_DET &&
           words[w + 2].upos == ENT_NOUN && (info->words[w + 2].cues & CUE(WORK));
}

/* English compounds have the noun behind: "the Kursk submarine". */
static bool precedes_work(const struct find *find, const struct sentence_info *info,
                          const struct name *name)
{
    int32_t w = name->last + 1;
    return find->lang == 1 && w <= (int32_t)info->sentence->word_count &&
           info->sentence->words[w].upos == ENT_NOUN && !info->words[w].noun &&
           (info->words[w].cues & CUE(WORK));
}

/* A word of the name itself, written like the rest of it. */
static bool has_work(const struct sentence_info *info, const struct name *name)
{
    for (int32_t w = name->first; w <= name->last; w++) {
        bool caps =
            !info->caps && (info->words[w].shape & SHAPE_CAPS); /* "ACT Airlines" */
        if ((info->words[w].cues & CUE(WORK)) && (info->words[w].shape & SHAPE_UPPER) &&
            !caps)
            return true;
    }
    return false;
}

static bool names_work(const struct find *find, const struct sentence_info *info,
                       const struct name *name)
{
    if (name->first > 1 && (info->words[name->first - 1].cues & CUE(HONORIFIC)))
        return false;
    return follows_work(info, name) || is_apposed_work(info, name) ||
           precedes_work(find, info, name) ||
           (name->type == NAME_UNKNOWN && has_work(info, name));
}

/* "un Boeing 747", "trois Airbus": a company's product, not the company. */
static bool is_product(const struct find *find, const struct sentence_info *info,
                       const struct name *name)
{
    const struct ent_word *words = info->sentence->words;
    int32_t count = (int32_t)info->sentence->word_count;
    bool company =
        name->type == NAME_ACTOR &&
        ent_str_is(find->knowledge->actors[name->entry->object].kind, "company");
    bool unknown = find->lang == 0 && is_open(name) && name->type == NAME_UNKNOWN &&
                   ent_str_is(find->actors[name->actor].kind, "unknown");
    if ((!company && !unknown) || name->first != name->last || name->used || info->caps)
        return false;
    bool counted = name->first > 1 && !info->words[name->first - 1].noun &&
                   ((words[name->first - 1].morph & ENT_INDEF) ||
                    words[name->first - 1].upos == ENT_NUM);
    counted = counted && (company || (words[name->first - 1].morph & ENT_SING));
    bool modifies = words[name->first].rel == ENT_REL_COMPOUND; /* "a Boeing spokesman" */
    int32_t next = name->last + 1;
    bool numbered = next <= count && words[next].form.size <= 5 &&
                    words[next].form.data[words[next].form.size - 1] <= '9' &&
                    words[next].form.data[words[next].form.size - 1] >= '0' &&
                    words[next].form.data[0] != '2' && /* a year */
                    !(next < count && /* "fined Apple 1.8 billion" */
                      (info->words[next + 1].cues & CUE(SUM)));
    return (counted && !modifies) || (numbered && company);
}

/* "un Airbus A320", "une Peugeot 307 rouge", "cinq Renault Clio": a known company's
 * product. */
static bool is_model(const struct find *find, const struct sentence_info *info,
                     const struct name *name)
{
    if (name->type != NAME_UNKNOWN || name->first == name->last || name->used)
        return false;
    const struct ent_word *last = &info->sentence->words[name->first + 1];
    bool numbered = last->form.data[last->form.size - 1] <= '9' &&
                    last->form.data[last->form.size - 1] >= '0';
    bool counted =
        name->first > 1 && ((info->sentence->words[name->first - 1].morph & ENT_INDEF) ||
                            info->sentence->words[name->first - 1].upos == ENT_NUM);
    uint32_t atom = info->words[name->first].atom;
    uint32_t node =
        atom == ENT_NONE ? 0 : ent_trie_child(&find->knowledge->trie, 0, atom);
    for (const struct entry *e = node ? ent_entry_first(find->knowledge, node) : NULL; e;
         e = ent_entry_next(find->knowledge, e)) {
        if (e->type == ENTRY_ACTOR && (numbered || counted) &&
            ent_str_is(find->knowledge->actors[e->object].kind, "company"))
            return true;
    }
    return false;
}

/* "dix millions de dollars US". */
static bool is_currency(const struct sentence_info *info, const struct name *name)
{
    return name->first >= 2 && name->first == name->last &&
           (info->words[name->first - 1].cues & CUE(CURRENCY));
}

/* "Grand Prix ISU", "Rallye Dakar": a known name side by side with a work's is part of
 * it. */
static void drop_neighbour(struct sentence_info *info, int32_t w)
{
    if (w < 1 || w > (int32_t)info->sentence->word_count || !info->words[w].name)
        return;
    struct name *other = &info->names[info->words[w].name - 1];
    if (other->type != NAME_PERSON && other->type != NAME_ADJECTIVE)
        other->used = true;
}

/* The document's actors that are works: by a name of several words, or by its only
 * one. */
static void mark_works(struct find *find, struct sentence_info *info, bool *works)
{
    for (uint32_t i = 0; i < info->name_count; i++) {
        struct name *name = &info->names[i];
        if (is_product(find, info, name) || is_model(find, info, name) ||
            is_currency(info, name) || (is_open(name) && follows_place(info, name)))
            name->used = true;
        if (!is_open(name) || !names_work(find, info, name))
            continue;
        if (name->type == NAME_UNKNOWN && has_work(info, name)) {
            drop_neighbour(info, name->first - 1);
            drop_neighbour(info, name->last + 1);
        }
        struct ent_str text = find_text(find, info->sentence, name->first, name->last);
        if (name->type == NAME_UNKNOWN &&
            ent_str_eq(text, find->actors[name->actor].name) &&
            !find->infos[name->actor].human &&
            (has_work(info, name) ||
             !ent_str_is(find->actors[name->actor].kind, "person")))
            works[name->actor] = true;
        name->used = true;
    }
}

void find_works(struct find *find)
{
    uint32_t count = find->document->sentence_count;
    bool *works = ent_arena_array(&find->scratch, find->actor_count + 1, sizeof *works);
    if (!works) {
        find->failed = true;
        return;
    }
    for (uint32_t s = 0; s < count; s++)
        mark_works(find, &find->sentences[s], works);
    for (uint32_t s = 0; s < count; s++) {
        struct sentence_info *info = &find->sentences[s];
        for (uint32_t i = 0; i < info->name_count; i++) {
            struct name *name = &info->names[i];
            if (is_open(name) && name->type == NAME_UNKNOWN && works[name->actor])
                name->used = true;
        }
    }
}
