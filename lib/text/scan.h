/* scan.h: a text as characters and raw tokens; shared inside lib/text. */
#ifndef ENTENTE_TEXT_SCAN_H
#define ENTENTE_TEXT_SCAN_H

#include <entente/utf8.h>

#include "text/language.h"

/* What a character is to the scanner. */
enum ent_kind {
    ENT_KIND_SPACE,
    ENT_KIND_LINE, /* a line end */
    ENT_KIND_UPPER,
    ENT_KIND_LOWER,
    ENT_KIND_DIGIT,
    ENT_KIND_MARK,
    ENT_KIND_APOSTROPHE,
    ENT_KIND_HYPHEN,
    ENT_KIND_PUNCT,
    ENT_KIND_SYMBOL,
};

enum ent_raw_type {
    ENT_RAW_WORD,
    ENT_RAW_NUMBER,
    ENT_RAW_ABBREVIATION, /* ends with its own full stop */
    ENT_RAW_PUNCT,
    ENT_RAW_OTHER, /* address, symbol */
};

/* What is between a token and the next one. */
enum ent_gap {
    ENT_GAP_NONE,
    ENT_GAP_SPACE,
    ENT_GAP_BREAK, /* the paragraph, title or list item ends */
};

struct ent_raw {
    uint32_t start, end; /* characters */
    uint8_t type;        /* enum ent_raw_type */
    uint8_t gap;         /* enum ent_gap after the token */
    bool last;           /* last token of its sentence */
};

struct ent_scan {
    const struct ent_language *language;
    struct ent_str text;
    uint32_t count;       /* characters */
    uint32_t *code;       /* [count + 4], 0 at the end */
    uint32_t *byte;       /* [count + 4], where the character starts in text */
    uint8_t *kind;        /* [count + 4], ENT_KIND_SPACE at the end */
    struct ent_raw *raws; /* tokens in order of the text */
    size_t raw_count, raw_capacity;
    uint32_t chunk_end; /* end of the run without white space that is being scanned */
    bool chunk_plain;   /* no address can start in the rest of the chunk */
    uint32_t no_mail_before; /* no mail address starts before this character */
    bool quoted;             /* a single quotation mark is open */
    struct ent_buf key;      /* lower-case form being looked up */
};

enum ent_status ent_scan_open(struct ent_scan *scan, const struct ent_language *language,
                              struct ent_str text);
void ent_scan_close(struct ent_scan *scan);

/* Decide which line ends are breaks; the others become plain spaces. A line that holds
 * only the document's date is blanked. paragraphs.c */
enum ent_status ent_scan_breaks(struct ent_scan *scan);

/* Find the tokens. tokens.c */
enum ent_status ent_scan_tokens(struct ent_scan *scan);

struct ent_split;
struct ent_split_view;

/* Who decides where sentences end without a full stop: split.h. */
struct ent_scan_asking {
    const struct ent_split *split;
    uint32_t flat; /* characters a paragraph must have more than */
    bool (*ends)(void *context, const struct ent_split_view *view, size_t start, size_t i);
    void *context;
};

/* Mark the last token of every sentence. `asking` NULL: as the language's own model says.
 * boundaries.c */
enum ent_status ent_scan_sentences(struct ent_scan *scan,
                                   const struct ent_scan_asking *asking);

/* Lower-case form of characters start..end with plain apostrophes; valid until the next
 * call. The empty view when it is too long to be in a list. */
struct ent_str ent_scan_key(struct ent_scan *scan, uint32_t start, uint32_t end);
uint32_t ent_scan_flags(struct ent_scan *scan, uint32_t start, uint32_t end);

/* The bytes of characters start..end. */
static inline struct ent_str ent_scan_view(const struct ent_scan *scan, uint32_t start,
                                           uint32_t end)
{
    return (struct ent_str){scan->text.data + scan->byte[start],
                            scan->byte[end] - scan->byte[start]};
}

static inline bool ent_is_letter(uint8_t kind)
{
    return kind == ENT_KIND_UPPER || kind == ENT_KIND_LOWER || kind == ENT_KIND_MARK;
}

static inline bool ent_is_word(uint8_t kind)
{
    return kind >= ENT_KIND_UPPER && kind <= ENT_KIND_MARK;
}

static inline bool ent_is_space(uint8_t kind)
{
    return kind <= ENT_KIND_LINE;
}

#endif
