/* document.h: a text on its way through the pipe: characters, sentences, words, trees.
 *
 * A document owns everything under it through its arena. The stages fill it in turn:
 * lib/text the fields and sentences, lib/parse the tags and trees; lib/actor and
 * lib/relation read it and keep their results in tables of their own. Columns and names are
 * those of CoNLL-U and Universal Dependencies v2. */
#ifndef ENTENTE_DOCUMENT_H
#define ENTENTE_DOCUMENT_H

#include <entente/arena.h>
#include <entente/status.h>

enum ent_upos {
    ENT_UPOS_NONE, /* "_" or not a universal tag */
    ENT_ADJ, ENT_ADP, ENT_ADV, ENT_AUX, ENT_CCONJ, ENT_DET, ENT_INTJ, ENT_NOUN, ENT_NUM,
    ENT_PART, ENT_PRON, ENT_PROPN, ENT_PUNCT, ENT_SCONJ, ENT_SYM, ENT_VERB, ENT_X,
    ENT_UPOS_COUNT
};

/* Universal relations; the subtype stays in the text of the column. */
enum ent_deprel {
    ENT_REL_NONE, /* "_" or not a universal relation */
    ENT_REL_ACL, ENT_REL_ADVCL, ENT_REL_ADVMOD, ENT_REL_AMOD, ENT_REL_APPOS, ENT_REL_AUX,
    ENT_REL_CASE, ENT_REL_CC, ENT_REL_CCOMP, ENT_REL_CLF, ENT_REL_COMPOUND, ENT_REL_CONJ,
    ENT_REL_COP, ENT_REL_CSUBJ, ENT_REL_DEP, ENT_REL_DET, ENT_REL_DISCOURSE,
    ENT_REL_DISLOCATED, ENT_REL_EXPL, ENT_REL_FIXED, ENT_REL_FLAT, ENT_REL_GOESWITH,
    ENT_REL_IOBJ, ENT_REL_LIST, ENT_REL_MARK, ENT_REL_NMOD, ENT_REL_NSUBJ, ENT_REL_NUMMOD,
    ENT_REL_OBJ, ENT_REL_OBL, ENT_REL_ORPHAN, ENT_REL_PARATAXIS, ENT_REL_PUNCT,
    ENT_REL_REPARANDUM, ENT_REL_ROOT, ENT_REL_VOCATIVE, ENT_REL_XCOMP,
    ENT_REL_COUNT
};

/* The features that rules ask for, as bits; the whole list stays in the FEATS column. */
enum ent_morph {
    ENT_FIN = 1 << 0, ENT_INF = 1 << 1, ENT_PART_FORM = 1 << 2, ENT_GER = 1 << 3,
    ENT_IND = 1 << 4, ENT_CND = 1 << 5, ENT_SUB = 1 << 6, ENT_IMPER = 1 << 7,
    ENT_PRES = 1 << 8, ENT_PAST = 1 << 9, ENT_IMPERF = 1 << 10, ENT_FUT = 1 << 11,
    ENT_PASS = 1 << 12, ENT_SING = 1 << 13, ENT_PLUR = 1 << 14, ENT_MASC = 1 << 15,
    ENT_FEM = 1 << 16, ENT_P1 = 1 << 17, ENT_P2 = 1 << 18, ENT_P3 = 1 << 19,
    ENT_DEF = 1 << 20, ENT_INDEF = 1 << 21, ENT_POSS = 1 << 22, ENT_REFLEX = 1 << 23,
    ENT_NEG = 1 << 24, ENT_REL_PRON = 1 << 25, ENT_DEM = 1 << 26, ENT_PRS = 1 << 27,
    ENT_INT_PRON = 1 << 28,
};

/* Unicode characters (code points) start..end, end exclusive, into the document's text. */
struct ent_span {
    uint32_t start, end;
};

/* One syntactic word, a numbered line of CoNLL-U. "_" columns are the view "_", except that
 * columns not yet filled in by a stage are empty. */
struct ent_word {
    struct ent_str form, lemma, xpos, feats, deprel, deps, misc;
    struct ent_str upos_text;  /* the column as written */
    enum ent_upos upos;
    enum ent_deprel rel;       /* universal part of deprel */
    uint32_t morph;            /* bits of enum ent_morph, from feats */
    int32_t head;              /* 0 = root, 1.. = word, -1 = none given */
    int32_t child, next;       /* first child and next sibling, 0 = none; ent_sentence_link */
    struct ent_span span;      /* TokenRange; the whole multiword token's for its parts */
    bool space_after;
};

/* A token that stands for words first..last ("du" = de + le). */
struct ent_multiword {
    int32_t first, last;
    struct ent_str form, misc;
    struct ent_str columns; /* columns 3 to 9 as read; empty when all are "_" */
    struct ent_span span;
};

/* A line that is kept only so that it can be written back (empty nodes "5.1"). */
struct ent_extra {
    int32_t after; /* comes after this word */
    struct ent_str line;
};

struct ent_sentence {
    struct ent_str *comments; /* whole lines with "#", in order */
    struct ent_word *words;   /* [word_count + 1]; words[0] is the artificial root */
    struct ent_multiword *multiwords;
    struct ent_extra *extras;
    uint32_t comment_count, word_count, multiword_count, extra_count;
    struct ent_str id, text;  /* sent_id and text; empty if not given */
    struct ent_span span;     /* of the whole sentence in the document's text */
    uint32_t paragraph;       /* 0-based; the title is a paragraph of its own */
    bool linked;              /* child and next are valid */
};

struct ent_document {
    struct ent_arena arena; /* owns all that the views point to */
    struct ent_str id, date, lang, title, source, url, text;
    struct ent_sentence *sentences;
    uint32_t sentence_count;
    uint32_t repaired; /* invalid bytes that were replaced while reading */
};

struct ent_document *ent_document_new(void);
void ent_document_free(struct ent_document *document);
/* Empty it for the next text, keeping memory. */
void ent_document_reset(struct ent_document *document);

/* Codes from and to the text of the columns. */
enum ent_upos ent_upos_of(struct ent_str text);
const char *ent_upos_name(enum ent_upos upos);
enum ent_deprel ent_deprel_of(struct ent_str text); /* subtype ignored */
const char *ent_deprel_name(enum ent_deprel rel);
uint32_t ent_morph_of(struct ent_str feats);

/* Set upos, rel and morph from the text columns. */
void ent_word_classify(struct ent_word *word);

/* Value of a feature ("Number" -> "Plur"), or the empty view. */
struct ent_str ent_word_feat(const struct ent_word *word, const char *name);
/* Value of a key in MISC, or the empty view. */
struct ent_str ent_misc_get(struct ent_str misc, const char *name);

/* Fill child and next of all words (children in word order). Heads out of range, cycles
 * and several roots are mended first: such words are attached to the first root. */
void ent_sentence_link(struct ent_sentence *sentence);

/* Iterate children: for (c = ent_child(s, w); c; c = s->words[c].next) */
static inline int32_t ent_child(const struct ent_sentence *sentence, int32_t word)
{
    return sentence->words[word].child;
}

/* First child with the universal relation, or 0. */
int32_t ent_child_by_rel(const struct ent_sentence *sentence, int32_t word,
                         enum ent_deprel rel);

/* Subtype of a relation after ':' ("pass" in nsubj:pass), or the empty view. */
struct ent_str ent_word_subtype(const struct ent_word *word);

#endif
