/* scratch.h: the working memory of one thread that tags and parses. */
#ifndef ENT_PARSE_SCRATCH_H
#define ENT_PARSE_SCRATCH_H

#include "parse/arcs.h"
#include "parse/model.h"
#include <entente/map.h>

/* Longer sentences are cut into chunks, so that working memory stays bounded. */
enum { ENT_CHUNK = 1000 };

struct ent_parser_scratch {
    const struct ent_parser *parser;
    uint64_t treebank;

    struct ent_sign *signs; /* [ENT_CHUNK + 2 * ENT_PAD], word 1 at ENT_PAD */
    uint8_t *upos;          /* the same */
    uint32_t *morph;        /* the same */
    struct ent_node *nodes; /* [ENT_CHUNK + 2 + ENT_PAD], word 1 at 1 */
    struct ent_arc_state arcs;
    int32_t *tree_head[ENT_VOTERS]; /* [ENT_CHUNK + 2] trees of the voters, 0 = root */
    uint8_t *tree_label[ENT_VOTERS];
    int32_t *tree_margin[ENT_VOTERS]; /* how sure the voter was of the head */
    int32_t *margin; /* [ENT_CHUNK + 2] of the tree being made */
    struct ent_buf text;    /* lower-case forms of the chunk */
    struct ent_buf lemma;

    struct ent_map feats;       /* combinations of values met so far */
    struct ent_str *feats_text; /* [feats.size] in the current document's arena */
    uint32_t *feats_morph;      /* [feats.size] */
    uint32_t *feats_document;   /* [feats.size] for which document feats_text holds */
    uint32_t feats_capacity;
    uint32_t document;          /* number of the current document */
    struct ent_str *labels;     /* in the current document's arena */
};

/* A piece of a sentence: words first .. first + size - 1. */
struct ent_chunk {
    struct ent_sentence *sentence;
    int32_t first, size;
};

/* Working memory without a model, for training. */
struct ent_parser_scratch *ent_scratch_new(void);

/* Fill signs (from forms) with their borders; upos and morph get their borders. */
bool ent_scratch_signs(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                       const struct ent_lexicon *lexicon);

/* Fill nodes from signs and the words' upos, morph and lemma columns, in the order in which
 * the words are read. */
void ent_scratch_nodes(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                       bool reversed);

/* View for the tagger's features. */
struct ent_tag_view ent_scratch_view(const struct ent_parser_scratch *scratch,
                                     const struct ent_lexicon *lexicon);

/* Parse one sentence; labels and feats go to the arena. */
enum ent_status ent_parse_sentence(struct ent_parser_scratch *scratch,
                                   enum ent_parse_level level, struct ent_arena *arena,
                                   struct ent_sentence *sentence, struct ent_error *error);

/* Let the trees of `voters` parsers vote; the result replaces tree 0. */
void ent_vote(struct ent_parser_scratch *scratch, int32_t size, uint32_t voters);

/* Start a new document: what was copied to the old one's arena is forgotten. */
bool ent_scratch_document(struct ent_parser_scratch *scratch, struct ent_arena *arena);

#endif
