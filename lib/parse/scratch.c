/* scratch.c: the working memory of one thread, and the words as features see them. */
#include "parse/scratch.h"
#include "parse/hash.h"
#include <stdlib.h>

#define KIND_BITS                                                                           \
    (ENT_FIN | ENT_INF | ENT_PART_FORM | ENT_GER | ENT_CND | ENT_SUB | ENT_IMPER | ENT_PAST | \
     ENT_PASS | ENT_DEF | ENT_INDEF | ENT_POSS | ENT_REFLEX | ENT_NEG | ENT_REL_PRON |       \
     ENT_DEM | ENT_PRS | ENT_INT_PRON)
#define AGREEMENT_BITS                                                                      \
    (ENT_SING | ENT_PLUR | ENT_MASC | ENT_FEM | ENT_P1 | ENT_P2 | ENT_P3)

static bool allocate(struct ent_parser_scratch *s)
{
    size_t padded = ENT_CHUNK + 2 * ENT_PAD, nodes = ENT_CHUNK + 2 + ENT_PAD;
    struct ent_arc_state *a = &s->arcs;
    s->signs = calloc(padded, sizeof *s->signs);
    s->upos = calloc(padded, sizeof *s->upos);
    s->morph = calloc(padded, sizeof *s->morph);
    s->nodes = calloc(nodes, sizeof *s->nodes);
    a->head = calloc(nodes, sizeof *a->head);
    a->label = calloc(nodes, sizeof *a->label);
    a->left1 = calloc(nodes, sizeof *a->left1);
    a->left2 = calloc(nodes, sizeof *a->left2);
    a->right1 = calloc(nodes, sizeof *a->right1);
    a->right2 = calloc(nodes, sizeof *a->right2);
    a->left_count = calloc(nodes, sizeof *a->left_count);
    a->right_count = calloc(nodes, sizeof *a->right_count);
    a->left_labels = calloc(nodes, sizeof *a->left_labels);
    a->right_labels = calloc(nodes, sizeof *a->right_labels);
    a->stack = calloc(nodes, sizeof *a->stack);
    a->nodes = s->nodes;
    for (int i = 0; i < ENT_VOTERS; i++) {
        s->tree_head[i] = calloc(nodes, sizeof *s->tree_head[i]);
        s->tree_label[i] = calloc(nodes, sizeof *s->tree_label[i]);
        s->tree_margin[i] = calloc(nodes, sizeof *s->tree_margin[i]);
        if (!s->tree_head[i] || !s->tree_label[i] || !s->tree_margin[i])
            return false;
    }
    for (int i = 0; i < ENT_GUIDES; i++)
        if (!ent_guide_init(&a->guides[i], nodes))
            return false;
    s->margin = calloc(nodes, sizeof *s->margin);
    return s->signs && s->upos && s->morph && s->nodes && a->head && a->label && a->left1 &&
           a->left2 && a->right1 && a->right2 && a->left_count && a->right_count &&
           a->left_labels && a->right_labels && a->stack && s->margin;
}

struct ent_parser_scratch *ent_scratch_new(void)
{
    struct ent_parser_scratch *scratch = calloc(1, sizeof *scratch);
    if (!scratch)
        return NULL;
    ent_buf_init(&scratch->text);
    ent_buf_init(&scratch->lemma);
    ent_map_init(&scratch->feats);
    if (!allocate(scratch)) {
        ent_parser_scratch_free(scratch);
        return NULL;
    }
    return scratch;
}

struct ent_parser_scratch *ent_parser_scratch_new(const struct ent_parser *parser)
{
    struct ent_parser_scratch *scratch = ent_scratch_new();
    if (!scratch)
        return NULL;
    scratch->parser = parser;
    if (parser->default_treebank < parser->treebank_count)
        scratch->treebank = ent_treebank_hash(parser->treebanks[parser->default_treebank]);
    return scratch;
}

enum ent_status ent_parser_scratch_treebank(struct ent_parser_scratch *scratch,
                                            const char *name, struct ent_error *error)
{
    const struct ent_parser *parser = scratch->parser;
    for (uint32_t i = 0; i < parser->treebank_count; i++)
        if (ent_str_is(parser->treebanks[i], name)) {
            scratch->treebank = ent_treebank_hash(parser->treebanks[i]);
            return ENT_OK;
        }
    return ent_fail(error, ENT_EMISSING, 0, "the model knows no treebank %s", name);
}

void ent_parser_scratch_free(struct ent_parser_scratch *scratch)
{
    if (!scratch)
        return;
    struct ent_arc_state *a = &scratch->arcs;
    void *blocks[] = {scratch->signs, scratch->upos, scratch->morph, scratch->nodes,
                      a->head, a->label, a->left1, a->left2, a->right1, a->right2,
                      a->left_count, a->right_count, a->left_labels, a->right_labels,
                      a->stack, scratch->margin, scratch->feats_text, scratch->feats_morph,
                      scratch->feats_document};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        free(blocks[i]);
    for (int i = 0; i < ENT_GUIDES; i++)
        ent_guide_clear(&a->guides[i]);
    for (int i = 0; i < ENT_VOTERS; i++) {
        free(scratch->tree_head[i]);
        free(scratch->tree_label[i]);
        free(scratch->tree_margin[i]);
    }
    ent_buf_clear(&scratch->text);
    ent_buf_clear(&scratch->lemma);
    ent_map_clear(&scratch->feats);
    free(scratch);
}

bool ent_scratch_document(struct ent_parser_scratch *scratch, struct ent_arena *arena)
{
    const struct ent_parser *parser = scratch->parser;
    scratch->document++;
    scratch->labels = ent_arena_array(arena, parser->label_count + 1u,
                                      sizeof *scratch->labels);
    for (uint32_t i = 0; scratch->labels && i < parser->label_count; i++) {
        scratch->labels[i] = ent_arena_dup(arena, parser->labels[i]);
        if (!scratch->labels[i].data)
            return false;
    }
    return scratch->labels != NULL;
}

bool ent_scratch_signs(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                       const struct ent_lexicon *lexicon)
{
    size_t end = ENT_PAD + (size_t)chunk->size;
    ent_buf_reset(&scratch->text);
    for (size_t i = 0; i < ENT_PAD; i++) {
        ent_sign_border(&scratch->signs[i], i);
        ent_sign_border(&scratch->signs[end + i], 2 * ENT_PAD - i);
        scratch->upos[i] = scratch->upos[end + i] = ENT_UPOS_COUNT;
        scratch->morph[i] = scratch->morph[end + i] = 0;
    }
    for (int32_t i = 0; i < chunk->size; i++)
        ent_sign_make(&scratch->signs[ENT_PAD + i],
                      chunk->sentence->words[chunk->first + i].form, lexicon,
                      &scratch->text);
    return !scratch->text.failed;
}

struct ent_tag_view ent_scratch_view(const struct ent_parser_scratch *scratch,
                                     const struct ent_lexicon *lexicon)
{
    return (struct ent_tag_view){scratch->signs, scratch->upos, scratch->morph,
                                 scratch->treebank, lexicon->entries != NULL};
}

static void border_node(struct ent_node *node, uint64_t which)
{
    uint64_t hash = ent_hash_end(which + 7);
    *node = (struct ent_node){.form = hash, .lemma = hash, .suffix = hash, .class_ = hash,
                              .upos = (uint8_t)(ENT_UPOS_COUNT + which)};
}

void ent_scratch_nodes(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                       bool reversed)
{
    border_node(&scratch->nodes[0], 0);
    border_node(&scratch->nodes[chunk->size + 1], 1); /* the root */
    border_node(&scratch->nodes[chunk->size + 2], 2);
    for (int32_t i = 0; i < chunk->size; i++) {
        const struct ent_word *word = &chunk->sentence->words[chunk->first + i];
        const struct ent_sign *sign = &scratch->signs[ENT_PAD + i];
        struct ent_node *node = &scratch->nodes[reversed ? chunk->size - i : 1 + i];
        node->form = sign->lower;
        node->lemma = ent_hash_bytes(word->lemma.data, word->lemma.size);
        node->suffix = sign->suffix[2];
        node->class_ = sign->class_;
        node->kind = ent_hash_end(1u + (word->morph & KIND_BITS));
        node->agreement = word->morph & AGREEMENT_BITS;
        node->upos = (uint8_t)word->upos;
    }
    scratch->arcs.size = chunk->size;
    scratch->arcs.treebank = scratch->treebank;
}
