/* view.h: a sentence as the relation finder sees it: words as numbers of the language, a
 * copy of the tree in which multiword prepositions are undone, and mentions by word. All
 * memory comes from the finder's scratch arena and is gone with the sentence. */
#ifndef ENTENTE_RELATION_VIEW_H
#define ENTENTE_RELATION_VIEW_H

#include "relation/frames.h"

struct ent_node {
    int32_t head, child, next; /* the tree after repairs; 0 = none */
    uint32_t lemma, form;      /* words of the language, ENT_WORD_NONE if unknown to it */
    uint32_t verb; /* lemma read as a verb: of participles tagged as adjectives */
    uint32_t alt;              /* English noun without its plural s, or ENT_WORD_NONE */
    uint32_t as_verb;          /* verb that a noun or adjective could be a form of */
    uint32_t prep;             /* canonical preposition that introduces it */
    uint32_t mention;          /* first mention with this head + 1, 0 = none */
    uint32_t mention_count;
    uint32_t cover;            /* a mention that covers it + 1, 0 = none */
    uint32_t phrase;           /* its phrase as an actor of its own + 1: see open.h */
    uint16_t quote;            /* number of the quotation it stands in, 0 = none */
    uint8_t rel, upos;         /* after repairs */
    bool partitive; /* "des menaces", "du chantage": the "de" may be an article */
    uint32_t adj;              /* participle in the form of an adjective ("allié") */
    bool finite;               /* a finite verb after all (repair.c) */
    bool idle;                 /* a word of the trigger at hand: no actor itself */
    bool taken;                /* head of a trigger that fired */
    int8_t part_of; /* sign + 2 of the longer trigger it is a part of, 0 = none */
    int8_t part_relation;      /* the relation that the longer trigger states */
};

struct ent_view {
    const struct ent_frames *frames;
    const struct ent_language *language;
    const struct ent_document *document;
    const struct ent_sentence *sentence;
    const struct ent_mentions *mentions;
    struct ent_arena *arena;
    struct ent_node *nodes; /* [count + 1] */
    int32_t count, root;
    uint32_t index; /* of the sentence */
    int32_t focus;  /* trigger whose roles are being looked for */
    const uint32_t *open_starts; /* see open.h; NULL: phrases are no actors */
    unsigned open;               /* ENT_FILL_*: added to the flags of roles */
    bool french, question;
};

enum ent_status ent_view_make(struct ent_view *view, struct ent_error *error);

/* Set the field `phrase` of the sentence's nouns: see open.h. */
void ent_open_place(struct ent_view *view);

/* Set the fields child and next of all words from their heads. */
void ent_view_link(struct ent_view *view);

/* Hang what the parser hung on punctuation on the word above that. */
void ent_view_lift_from_punctuation(struct ent_view *view);

/* Mend frequent parser errors, mentions being in place: see repair.h. */
void ent_view_repair(struct ent_view *view);

/* Is the complement introduced by "comme", "as", "pour"? */
static inline bool ent_view_predicative(const struct ent_view *view, int32_t w)
{
    for (int32_t c = view->nodes[w].child; c; c = view->nodes[c].next) {
        struct ent_str lemma = view->sentence->words[c].lemma;
        if (view->nodes[c].rel == ENT_REL_CASE
            && (ent_str_is(lemma, "comme") || ent_str_is(lemma, "as")
                || ent_str_is(lemma, "pour")))
            return true;
    }
    return false;
}

/* The colon behind the label of a headline, "Burundi : ...", 0 if there is none. */
int32_t ent_view_label_end(const struct ent_view *view);
/* Take mentions that only label from the words of the sentence: "Syrie : ...", "l'accord
 * de Paris". */
void ent_view_drop_labels(struct ent_view *view);

/* Has the sentence no finite verb? */
bool ent_view_verbless(const struct ent_view *view);

/* The number of a word in whatever case and with whatever apostrophe, as the lexicon
 * writes lower case and straight ones; ENT_WORD_NONE if the language does not know it. */
uint32_t ent_view_find(const struct ent_view *view, struct ent_str text);

/* The index of the first mention that stands in the sentence or in a later one, as
 * mentions are sorted by sentence; the number of mentions if there is none. */
uint32_t ent_view_first_mention(const struct ent_mentions *mentions, uint32_t sentence);

/* The group that a mention stands for, and whether two stand for the same. */
static inline struct ent_str ent_view_group(const struct ent_view *view, uint32_t mention)
{
    return view->mentions->actors[view->mentions->mentions[mention].actor].group;
}

static inline bool ent_view_same_group(const struct ent_view *view, uint32_t a,
                                       uint32_t b)
{
    return ent_str_eq(ent_view_group(view, a), ent_view_group(view, b));
}

static inline const struct ent_word *ent_view_word(const struct ent_view *view, int32_t w)
{
    return &view->sentence->words[w];
}

static inline bool ent_view_has(const struct ent_view *view, int32_t w, uint32_t morph)
{
    return (view->sentence->words[w].morph & morph) == morph;
}

/* Word w hangs where `above` hung; what is done with `above` is the caller's business. */
static inline void ent_view_take_place(struct ent_view *view, int32_t w, int32_t above)
{
    view->nodes[w].head = view->nodes[above].head;
    view->nodes[w].rel = view->nodes[above].rel;
    if (view->root == above)
        view->root = w;
}

static inline bool ent_view_in(const struct ent_view *view, uint32_t word,
                               enum ent_list list)
{
    return word != ENT_WORD_NONE && (view->language->lists[word] & list);
}

/* Is the word w, by its form or its lemma, in the list? */
static inline bool ent_view_listed(const struct ent_view *view, int32_t w,
                                   enum ent_list list)
{
    return ent_view_in(view, view->nodes[w].form, list) ||
           ent_view_in(view, view->nodes[w].lemma, list);
}

static inline enum ent_effect ent_view_effect(const struct ent_view *view, uint32_t word,
                                              enum ent_operator_kind kind)
{
    return word == ENT_WORD_NONE ? ENT_EFFECT_NONE
                                 : (enum ent_effect)view->language->effects[kind][word];
}

/* Is w a word of the sentence with exactly that form? */
static inline bool ent_view_is(const struct ent_view *view, int32_t w, const char *form)
{
    return w > 0 && w <= view->count && ent_str_is(ent_view_word(view, w)->form, form);
}

static inline bool ent_view_quote_mark(const struct ent_view *view, int32_t w)
{
    static const char *const MARKS[] = {"\"", "“", "”", "«", "»", NULL};
    return w > 0 && w <= view->count &&
           ent_str_among(ent_view_word(view, w)->form, MARKS);
}

static inline bool ent_view_verb(const struct ent_view *view, int32_t w)
{
    return w > 0 && view->nodes[w].upos == ENT_VERB;
}

/* May w be the pronoun or adverb of a relative clause? */
static inline bool ent_view_relative(const struct ent_view *view, int32_t w)
{
    return w > 0 && w <= view->count && view->nodes[w].rel != ENT_REL_CC &&
           (ent_view_has(view, w, ENT_REL_PRON) ||
            ent_view_listed(view, w, ENT_LIST_RELATIVE));
}

/* What the word tells of time, ENT_TIME_KINDS if nothing. */
static inline enum ent_time_kind ent_view_time(const struct ent_view *view, int32_t w)
{
    uint32_t lemma = view->nodes[w].lemma;
    uint32_t time = lemma == ENT_WORD_NONE ? 0 : view->language->times_by_word[lemma];
    return time ? (enum ent_time_kind)view->language->times[time - 1].kind
                : ENT_TIME_KINDS;
}

static inline bool ent_view_is_time(const struct ent_view *view, int32_t w)
{
    return ent_view_time(view, w) != ENT_TIME_KINDS;
}

/* Read w as the finite verb that it could be a form of. */
static inline void ent_view_read_as_verb(struct ent_view *view, int32_t w)
{
    view->nodes[w].upos = ENT_VERB;
    view->nodes[w].verb = view->nodes[w].as_verb;
    view->nodes[w].finite = true;
}

/* Is w the word `above`, or somewhere below it? */
bool ent_view_below(const struct ent_view *view, int32_t w, int32_t above);

/* "le Rwanda, et non l'Ouganda", "A, mais pas B": is the second of two coordinated words
 * the one that is not meant? */
bool ent_view_excluded(const struct ent_view *view, int32_t first, int32_t other);

/* Give w another head and relation. After the last one of a repair: ent_view_link. */
static inline void ent_view_put(struct ent_view *view, int32_t w, int32_t head,
                                enum ent_deprel rel)
{
    view->nodes[w].head = head;
    view->nodes[w].rel = (uint8_t)rel;
}

/* The same, unless that would close a circle; children are linked anew. */
bool ent_view_hang(struct ent_view *view, int32_t w, int32_t head, enum ent_deprel rel);

/* The finite word of a verb: itself or an auxiliary of it; 0 if none, or if w is no
 * verb. */
int32_t ent_view_finite(const struct ent_view *view, int32_t w);

/* The first word of a French verb's cluster: clitics, negation, auxiliaries before it. */
int32_t ent_view_cluster(const struct ent_view *view, int32_t verb);

/* The head of the noun phrase without preposition that begins at w, or 0. */
int32_t ent_view_phrase_at(const struct ent_view *view, int32_t w);

/* First child with the relation, or 0. */
int32_t ent_view_child(const struct ent_view *view, int32_t w, enum ent_deprel rel);

/* Has the verb a negative adverb? (Status needs more: see stance.h.) */
bool ent_view_negative(const struct ent_view *view, int32_t verb);

static inline bool ent_view_nominal(const struct ent_view *view, int32_t w)
{
    enum ent_upos upos = (enum ent_upos)view->nodes[w].upos;
    return upos == ENT_NOUN || upos == ENT_PROPN || upos == ENT_PRON || upos == ENT_NUM
           || upos == ENT_X || upos == ENT_SYM;
}

#endif
