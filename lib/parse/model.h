/* model.h: the model file: everything that tags, lemmatises and parses one language. */
#ifndef ENT_PARSE_MODEL_H
#define ENT_PARSE_MODEL_H

#include "parse/arcs.h"
#include "parse/lemma.h"
#include <entente/parse.h>

#define ENT_MODEL_MAGIC "ENTMOD02"
#define ENT_VOTERS_MAGIC "ENTVOT02"
enum { ENT_LABELS = 120, ENT_VOTERS = 8 };
enum { ENT_KIND_REVERSED = 1, ENT_KIND_GUIDED = 2 }; /* of a voter, in its block */

/* One parser; several vote. */
struct ent_arc_model {
    bool reversed; /* reads sentences from their end */
    bool guided;   /* sees the trees of the first ENT_GUIDES voters */
    struct ent_arc_classes classes;
    struct ent_rows rows;
};

struct ent_parser {
    struct ent_buf bytes; /* the file, owned; most of what follows points into it */
    struct ent_buf more;  /* a file with further voters, owned; may be empty */
    uint64_t checksum;    /* of bytes */
    char lang[8];
    struct ent_str *treebanks;
    uint32_t treebank_count, default_treebank; /* = treebank_count: none */
    const struct ent_lexicon *lexicon; /* never NULL, may be empty */
    struct ent_lexicon own_lexicon;
    struct ent_tagger tagger;
    struct ent_lemmatizer lemmatizer;
    struct ent_str *labels;      /* [label_count]; 0 is "root" */
    enum ent_deprel *relations;  /* [label_count] */
    uint32_t label_count;
    uint8_t loose, punct;        /* labels of words that greedy parsing left alone */
    struct ent_arc_model voters[ENT_VOTERS];
    uint32_t voter_count;        /* 0: a model without parser */
};

/* What a model file is put together from. */
struct ent_model_parts {
    const char *lang;
    const char *lexicon_name; /* file beside the model, "" = none */
    const struct ent_lexicon *lexicon;
    const struct ent_str *treebanks;
    uint32_t treebank_count, default_treebank;
    const struct ent_str *labels; /* NULL = no parser */
    uint32_t label_count;
    struct ent_buf tagger, lemmatizer;
    struct ent_buf voters[ENT_VOTERS];
    uint32_t voter_count;
};

/* Append a model file with the first voter only or, with `all`, every voter. */
void ent_model_put(struct ent_buf *out, const struct ent_model_parts *parts, bool all);

/* Append a file that adds the other voters to the model file `base`, whose content is
 * `model`, when both lie in one folder. */
void ent_model_put_voters(struct ent_buf *out, const struct ent_model_parts *parts,
                          const char *base, struct ent_str model);

/* Take tagger, lemmatiser and the first `most` voters from a model file and its file of further
 * voters. `parts` has lexicon and labels already, which must be those of the model. */
enum ent_status ent_model_take_parts(struct ent_model_parts *parts, const char *model,
                                     const char *voters, uint32_t most,
                                     struct ent_error *error);

/* Open a model from bytes, which are taken over (also on failure). `lexicon` is borrowed; if
 * NULL the model's own is loaded from `folder`. */
enum ent_status ent_parser_open(struct ent_parser **parser, struct ent_buf *bytes,
                                const char *folder, const struct ent_lexicon *lexicon,
                                struct ent_error *error);

/* Take further voters; their bytes are borrowed. */
bool ent_model_take_voters(struct ent_parser *parser, struct ent_cursor *in);

/* Number classes from the labels that occur to the left and right. */
bool ent_arc_classes_make(struct ent_arc_classes *classes, const uint8_t *left,
                          const uint8_t *right, uint32_t labels);

/* What a treebank is called in features; 0 for none. */
uint64_t ent_treebank_hash(struct ent_str name);

#endif
