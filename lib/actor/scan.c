/* scan.c: folded pieces of every word, and the longest names and nouns of the knowledge
 * base that begin at each: one walk down the trie per word. */
#include "actor/atoms.h"
#include "actor/find.h"

#include <entente/utf8.h>

static uint8_t shape_of(struct ent_str form)
{
    unsigned upper = 0, lower = 0, other = 0;
    uint8_t shape = 0;
    for (size_t pos = 0; pos < form.size;) {
        enum ent_class class = ent_utf8_class(ent_utf8_next(form, &pos));
        if (class == ENT_CLASS_UPPER && upper + lower == 0)
            shape |= SHAPE_UPPER;
        upper += class == ENT_CLASS_UPPER;
        lower += class == ENT_CLASS_LOWER;
        other += class == ENT_CLASS_DIGIT;
    }
    if (upper + lower + other)
        shape |= SHAPE_WORD;
    if (lower == 0 && upper >= 1 && upper + other >= 2)
        shape |= SHAPE_CAPS;
    return shape;
}

static uint64_t cues_of(const struct find *find, uint32_t atom)
{
    return atom < find->knowledge->cue_count ? find->knowledge->cues[find->lang][atom]
                                             : 0;
}

/* The number of a lemma that is a single atom, or ENT_NONE. */
static uint32_t lemma_atom(struct find *find, const struct ent_word *word)
{
    if (word->lemma.size == 0 || ent_str_eq(word->lemma, word->form))
        return ENT_NONE;
    struct ent_atoms atoms = {.rest = ent_utf8_fold(&find->scratch, word->lemma)};
    struct ent_str atom, more;
    bool article;
    if (!ent_atom_next(&atoms, &atom, &article))
        return ENT_NONE;
    uint32_t id = ent_map_find(&find->knowledge->atoms, atom);
    return ent_atom_next(&atoms, &more, &article) ? ENT_NONE : id;
}

static void scan_word(struct find *find, struct sentence_info *info, int32_t w)
{
    const struct ent_word *word = &info->sentence->words[w];
    struct word_info *wi = &info->words[w];
    struct ent_atoms atoms = {.rest = ent_utf8_fold(&find->scratch, word->form),
                              .caps = !info->caps && (wi->shape & SHAPE_CAPS)};
    struct ent_str atom;
    bool article;
    unsigned pieces = 0;
    wi->atom = ENT_NONE;
    wi->first_atom = info->atom_count;
    wi->lemma = lemma_atom(find, word);
    while (ent_atom_next(&atoms, &atom, &article)) {
        uint32_t id = ent_map_find(&find->knowledge->atoms, atom);
        wi->atom = pieces++ == 0 ? id : ENT_NONE;
        wi->cues |= pieces == 1 ? cues_of(find, id)
                                : cues_of(find, id) & (CUE(BACKED) | CUE(PART));
        if (article) {
            wi->shape |= pieces == 1 ? SHAPE_ARTICLE : 0;
            continue;
        }
        wi->shape &= (uint8_t)~SHAPE_ARTICLE;
        info->atoms[info->atom_count] = id;
        info->atom_words[info->atom_count++] = w;
    }
    wi->atom_count = info->atom_count - wi->first_atom;
    wi->cues |= cues_of(find, wi->lemma);
    if (wi->atom_count == 1)
        info->atom_lemmas[wi->first_atom] = wi->lemma;
}

/* Most atoms that the words can have: every second byte may be a sign. */
static size_t atom_limit(const struct ent_sentence *sentence)
{
    size_t size = 1;
    for (uint32_t w = 1; w <= sentence->word_count; w++)
        size += sentence->words[w].form.size / 2 + 1;
    return size * 3; /* folding can lengthen a word (ligatures) */
}

/* Quotation marks and dashes leave the next word sentence-initial. */
static void mark_initial(struct sentence_info *info)
{
    bool initial = true;
    unsigned caps = 0, words = 0;
    for (uint32_t w = 1; w <= info->sentence->word_count; w++) {
        struct word_info *wi = &info->words[w];
        if (wi->shape & SHAPE_WORD) {
            wi->shape |= initial ? SHAPE_INITIAL : 0;
            initial = false;
            size_t size = info->sentence->words[w].form.size;
            words += size > 3;
            caps += size > 3 && (wi->shape & SHAPE_CAPS);
        } else if (!ent_str_is(info->sentence->words[w].form, ",")) {
            initial = true;
        }
    }
    info->caps = words >= 3 && caps * 10 >= words * 7;
}

static bool is_noun_entry(const struct entry *entry)
{
    return entry->type == ENTRY_TITLE || entry->type == ENTRY_GROUP;
}

/* Does some entry of this node fit the words, as a name or as a noun? */
static const struct entry *node_fits(const struct find *find,
                                     const struct sentence_info *info, int32_t first,
                                     int32_t last, uint32_t node, bool noun)
{
    for (const struct entry *e = ent_entry_first(find->knowledge, node); e;
         e = ent_entry_next(find->knowledge, e)) {
        if (is_noun_entry(e) == noun && find_fits(find, info, first, last, e))
            return e;
    }
    return NULL;
}

static bool is_demonym(const struct find *find, uint32_t atom)
{
    const struct ent_knowledge *knowledge = find->knowledge;
    uint32_t node = atom == ENT_NONE ? 0 : ent_trie_child(&knowledge->trie, 0, atom);
    for (const struct entry *e = node ? ent_entry_first(knowledge, node) : NULL; e;
         e = ent_entry_next(knowledge, e)) {
        if (e->type == ENTRY_DEMONYM && (e->lang & find_lang(find)))
            return true;
    }
    return false;
}

struct longest {
    int32_t last;
    uint32_t node;
    const struct entry *entry;
};

/* Walk the trie from the word's first atom; remember the longest fitting name and noun. A
 * name may end inside a word only before an English participle ("Rwandan-backed"). */
static void walk(struct find *find, struct sentence_info *info, int32_t w, int32_t limit,
                 struct longest *name, struct longest *noun)
{
    const struct trie *trie = &find->knowledge->trie;
    uint32_t node = 0;
    for (uint32_t a = info->words[w].first_atom; a < info->atom_count; a++) {
        uint32_t next = 0;
        if (info->atoms[a] != ENT_NONE)
            next = ent_trie_child(trie, node, info->atoms[a]);
        if (!next && info->atom_lemmas[a] != ENT_NONE)
            next = ent_trie_child(trie, node, info->atom_lemmas[a]);
        if (!next)
            return;
        node = next;
        int32_t last = info->atom_words[a];
        if (last > limit)
            return;
        bool inside = a + 1 < info->atom_count && info->atom_words[a + 1] == last;
        if (!trie->entries[node] ||
            (inside && !(cues_of(find, info->atoms[a + 1]) & CUE(BACKED))))
            continue;
        const struct entry *e = node_fits(find, info, w, last, node, false);
        if (e)
            *name = (struct longest){last, node, e};
        e = inside ? NULL : node_fits(find, info, w, last, node, true);
        if (e && noun->last && is_demonym(find, info->atoms[a]))
            continue; /* "secrétaire d'État américain": the nationality is the owner */
        if (e)
            *noun = (struct longest){last, node, e};
    }
}

static bool allocate(struct find *find, struct sentence_info *info)
{
    uint32_t count = info->sentence->word_count;
    size_t atoms = atom_limit(info->sentence);
    info->words = ent_arena_array(&find->scratch, count + 2, sizeof *info->words);
    info->atoms = ent_arena_array(&find->scratch, atoms, sizeof *info->atoms);
    info->atom_lemmas = ent_arena_array(&find->scratch, atoms, sizeof *info->atom_lemmas);
    info->atom_words = ent_arena_array(&find->scratch, atoms, sizeof *info->atom_words);
    info->names = ent_arena_array(&find->scratch, 2 * count + 1, sizeof *info->names);
    info->nouns = ent_arena_array(&find->scratch, 2 * count + 1, sizeof *info->nouns);
    info->name_capacity = 2 * count + 1;
    if (!info->words || !info->atoms || !info->atom_lemmas || !info->atom_words ||
        !info->names || !info->nouns)
        return false;
    memset(info->atom_lemmas, 0xFF, atoms * sizeof *info->atom_lemmas);
    return true;
}

struct name *find_name_add(struct find *find, struct sentence_info *info,
                           struct name name)
{
    if (info->name_count == info->name_capacity) {
        find->failed = true; /* cannot happen: names do not overlap */
        return NULL;
    }
    name.head = find_head(info->sentence, name.first, name.last);
    info->names[info->name_count++] = name;
    for (int32_t w = name.first; w <= name.last; w++)
        info->words[w].name = info->name_count;
    return &info->names[info->name_count - 1];
}

void find_noun_add(struct sentence_info *info, int32_t first, int32_t last, uint32_t node,
                   const struct entry *entry)
{
    struct noun noun = {.first = first, .last = last, .entry = entry, .node = node,
                        .span_first = first, .span_last = last};
    noun.head = find_head(info->sentence, first, last);
    info->nouns[info->noun_count++] = noun;
    for (int32_t w = first; w <= last; w++)
        info->words[w].noun = info->noun_count;
}

/* "Rwandan-backed", as one word or cut at the hyphen. */
static bool is_backed(const struct sentence_info *info, int32_t last)
{
    int32_t count = (int32_t)info->sentence->word_count;
    if (info->words[last].cues & CUE(BACKED))
        return true;
    return last + 2 <= count && ent_str_is(info->sentence->words[last + 1].form, "-") &&
           (info->words[last + 2].cues & CUE(BACKED));
}

/* "chef de l'État islamique", "président de la République tchèque": a longer name that
 * begins inside the noun ends it before. */
static void cut_noun(struct find *find, struct sentence_info *info, int32_t w,
                     struct longest *noun)
{
    int32_t count = (int32_t)info->sentence->word_count;
    for (int32_t k = w + 1; k <= noun->last; k++) {
        struct longest name = {0}, other = {0}, cut = {0};
        if (!(info->words[k].shape & SHAPE_UPPER) || info->words[k].atom_count == 0)
            continue;
        walk(find, info, k, count, &name, &other);
        if (name.last <= noun->last || other.last >= name.last)
            continue;
        walk(find, info, w, k - 1, &other, &cut);
        if (cut.last)
            *noun = cut;
        return;
    }
}

bool find_scan(struct find *find, struct sentence_info *info)
{
    if (!allocate(find, info))
        return false;
    int32_t count = (int32_t)info->sentence->word_count;
    for (int32_t w = 1; w <= count; w++)
        info->words[w].shape = shape_of(info->sentence->words[w].form);
    mark_initial(info);
    for (int32_t w = 1; w <= count; w++)
        scan_word(find, info, w);
    int32_t free_name = 1, free_noun = 1;
    for (int32_t w = 1; w <= count; w++) {
        struct longest name = {0}, noun = {0};
        if (info->words[w].atom_count == 0)
            continue;
        walk(find, info, w, count, &name, &noun);
        bool has_name = name.last && w >= free_name;
        bool has_noun = noun.last && w >= free_noun;
        /* of two that overlap the longer one stands, a name before a noun */
        if (has_noun && (free_name > w || (has_name && name.last >= noun.last)))
            has_noun = false;
        if (has_noun && noun.last > w)
            cut_noun(find, info, w, &noun);
        if (has_noun) {
            find_noun_add(info, w, noun.last, noun.node, noun.entry);
            free_noun = noun.last + 1;
            free_name = noun.last + 1 > free_name ? noun.last + 1 : free_name;
        } else if (has_name) {
            struct name found = {.first = w, .last = name.last, .node = name.node,
                                 .actor = ENT_NONE, .person = ENT_NONE,
                                 .modifier = is_backed(info, name.last)};
            find_name_add(find, info, found);
            free_name = name.last + 1;
        }
    }
    return !find->failed;
}
