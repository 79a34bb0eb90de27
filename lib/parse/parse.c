/* parse.c: tagging, lemmatising and parsing with a loaded model. */
#include "parse/scratch.h"
#include <stdlib.h>

static enum ent_status no_memory(struct ent_error *error)
{
    return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
}

static void tag_words(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk)
{
    const struct ent_parser *parser = scratch->parser;
    struct ent_tag_view view = ent_scratch_view(scratch, parser->lexicon);
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    for (size_t i = ENT_PAD; i < ENT_PAD + (size_t)chunk->size; i++) {
        size_t count = ent_tag_features(&view, i, features);
        ent_rows_score(&parser->tagger.tags, features, count, scores);
        scratch->upos[i] = (uint8_t)ent_best(scores, 1, ENT_UPOS_COUNT);
    }
}

/* The number of a combination of values, its text in the document's arena. */
static uint32_t feats_number(struct ent_parser_scratch *scratch, const uint8_t *chosen,
                             struct ent_arena *arena)
{
    const struct ent_tagger *tagger = &scratch->parser->tagger;
    bool added;
    uint32_t number = ent_map_add(
        &scratch->feats, (struct ent_str){(const char *)chosen, tagger->attribute_count},
        &added);
    if (number == ENT_MAP_NONE)
        return ENT_MAP_NONE;
    if (number >= scratch->feats_capacity) {
        uint32_t capacity = 2 * number + 64;
        void *text = realloc(scratch->feats_text, capacity * sizeof(struct ent_str));
        if (text)
            scratch->feats_text = text;
        void *morph = realloc(scratch->feats_morph, capacity * sizeof(uint32_t));
        if (morph)
            scratch->feats_morph = morph;
        void *document = realloc(scratch->feats_document, capacity * sizeof(uint32_t));
        if (document)
            scratch->feats_document = document;
        if (!text || !morph || !document)
            return ENT_MAP_NONE;
        scratch->feats_capacity = capacity;
    }
    if (added || scratch->feats_document[number] != scratch->document) {
        ent_buf_reset(&scratch->lemma);
        ent_tagger_feats(tagger, chosen, &scratch->lemma);
        struct ent_str text = ent_arena_dup(arena, ent_buf_view(&scratch->lemma));
        scratch->feats_text[number] = text;
        scratch->feats_morph[number] = ent_morph_of(text);
        scratch->feats_document[number] = scratch->document;
        if (!text.data)
            return ENT_MAP_NONE;
    }
    return number;
}

static bool analyse_words(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                          struct ent_arena *arena)
{
    const struct ent_tagger *tagger = &scratch->parser->tagger;
    struct ent_tag_view view = ent_scratch_view(scratch, scratch->parser->lexicon);
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    uint8_t chosen[ENT_ATTRIBUTES];
    for (int32_t i = 0; i < chunk->size; i++) {
        size_t at = ENT_PAD + (size_t)i;
        struct ent_word *word = &chunk->sentence->words[chunk->first + i];
        size_t count = ent_morph_features(&view, at, features);
        ent_rows_score(&tagger->features, features, count, scores);
        for (uint32_t a = 0; a < tagger->attribute_count; a++) {
            const struct ent_attribute *attribute = &tagger->attributes[a];
            chosen[a] = (uint8_t)(ent_best(scores, attribute->first,
                                           attribute->first + attribute->count) -
                                  attribute->first);
        }
        uint32_t number = feats_number(scratch, chosen, arena);
        if (number == ENT_MAP_NONE)
            return false;
        word->upos = scratch->upos[at];
        word->upos_text = ent_str_of(ent_upos_name(word->upos));
        word->feats = scratch->feats_text[number];
        word->morph = scratch->morph[at] = scratch->feats_morph[number];
    }
    return true;
}

static bool lemmatise_words(struct ent_parser_scratch *scratch,
                            const struct ent_chunk *chunk, struct ent_arena *arena)
{
    for (int32_t i = 0; i < chunk->size; i++) {
        struct ent_word *word = &chunk->sentence->words[chunk->first + i];
        const struct ent_sign *sign = &scratch->signs[ENT_PAD + i];
        struct ent_lemma_query query = {word->form, ent_sign_lower(sign, &scratch->text),
                                        sign, word->upos, word->morph};
        ent_buf_reset(&scratch->lemma);
        ent_lemmatize(&scratch->parser->lemmatizer, scratch->parser->lexicon, &query,
                      &scratch->lemma);
        word->lemma = ent_arena_dup(arena, ent_buf_view(&scratch->lemma));
        if (!word->lemma.data)
            return false;
    }
    return true;
}

static void run_arcs(struct ent_parser_scratch *scratch, const struct ent_arc_model *model)
{
    const struct ent_parser *parser = scratch->parser;
    struct ent_arc_state *state = &scratch->arcs;
    uint64_t features[ENT_ROWS_FEATURES];
    int32_t scores[ENT_ROWS_CLASSES];
    state->lexicon = parser->lexicon->entries != NULL;
    ent_arc_reset(state);
    memset(scratch->margin, 0, ((size_t)state->size + 2) * sizeof *scratch->margin);
    while (state->front <= state->size) {
        uint32_t k = 0;
        int32_t margin = 0;
        if (state->depth > 0) {
            size_t count = ent_arc_features(state, features);
            ent_rows_score(&model->rows, features, count, scores);
            k = ent_arc_best(state, &model->classes, scores, &margin);
        }
        enum ent_action action = ent_arc_action(&model->classes, k);
        if (action == ENT_LEFT)
            scratch->margin[state->stack[state->depth - 1]] = margin;
        else if (action == ENT_RIGHT)
            scratch->margin[state->front] = margin;
        ent_arc_apply(state, action, model->classes.label[k]);
    }
    ent_arc_rescue(state, model);
    ent_arc_finish(state, parser->loose, parser->punct);
}

/* Keep the tree as that of voter `v`, words in the order of the sentence, 0 the root. */
static void keep_tree(struct ent_parser_scratch *scratch, uint32_t v, bool reversed)
{
    const struct ent_arc_state *state = &scratch->arcs;
    int32_t last = state->size + 1;
    for (int32_t i = 1; i <= state->size; i++) {
        int32_t from = reversed ? last - i : i, head = state->head[from];
        scratch->tree_head[v][i] = head == last ? 0 : reversed ? last - head : head;
        scratch->tree_label[v][i] = state->label[from];
        scratch->tree_margin[v][i] = scratch->margin[from];
    }
}

static void take_guides(struct ent_parser_scratch *scratch,
                        const struct ent_arc_model *voter)
{
    struct ent_arc_state *state = &scratch->arcs;
    state->guided = voter->guided;
    for (int i = 0; voter->guided && i < ENT_GUIDES; i++)
        ent_guide_take(&state->guides[i], scratch->tree_head[i], scratch->tree_label[i],
                       state->size, voter->reversed);
}

static void parse_words(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk)
{
    const struct ent_parser *parser = scratch->parser;
    for (uint32_t v = 0; v < parser->voter_count; v++) {
        const struct ent_arc_model *voter = &parser->voters[v];
        if (v == 0 || voter->reversed != parser->voters[v - 1].reversed)
            ent_scratch_nodes(scratch, chunk, voter->reversed);
        take_guides(scratch, voter);
        run_arcs(scratch, voter);
        keep_tree(scratch, v, voter->reversed);
    }
    if (parser->voter_count > 1)
        ent_vote(scratch, chunk->size, parser->voter_count);
}

/* Copy the chunk's tree; the root of a later chunk hangs on the first one's. */
static void write_tree(struct ent_parser_scratch *scratch, const struct ent_chunk *chunk,
                       int32_t *root)
{
    for (int32_t i = 1; i <= chunk->size; i++) {
        struct ent_word *word = &chunk->sentence->words[chunk->first + i - 1];
        int32_t head = scratch->tree_head[0][i];
        uint8_t label = scratch->tree_label[0][i];
        word->head = chunk->first + head - 1;
        if (head == 0) {
            word->head = *root;
            if (*root == 0)
                *root = chunk->first + i - 1;
            else
                label = scratch->parser->loose;
        }
        word->deprel = scratch->labels[label];
        word->rel = scratch->parser->relations[label];
    }
}

static enum ent_status parse_chunk(struct ent_parser_scratch *scratch,
                                   enum ent_parse_level level, struct ent_arena *arena,
                                   const struct ent_chunk *chunk, int32_t *root,
                                   struct ent_error *error)
{
    if (!ent_scratch_signs(scratch, chunk, scratch->parser->lexicon))
        return no_memory(error);
    if (level != ENT_PARSE_TREES) {
        tag_words(scratch, chunk);
        if (!analyse_words(scratch, chunk, arena) ||
            !lemmatise_words(scratch, chunk, arena))
            return no_memory(error);
    }
    if (level != ENT_PARSE_TAGS && scratch->parser->voter_count > 0) {
        parse_words(scratch, chunk);
        write_tree(scratch, chunk, root);
    }
    return ENT_OK;
}

enum ent_status ent_parse_sentence(struct ent_parser_scratch *scratch,
                                   enum ent_parse_level level, struct ent_arena *arena,
                                   struct ent_sentence *sentence, struct ent_error *error)
{
    int32_t root = 0, words = (int32_t)sentence->word_count;
    enum ent_status status = ENT_OK;
    for (int32_t first = 1; first <= words && status == ENT_OK; first += ENT_CHUNK) {
        int32_t size = words - first + 1 < ENT_CHUNK ? words - first + 1 : ENT_CHUNK;
        struct ent_chunk chunk = {sentence, first, size};
        status = parse_chunk(scratch, level, arena, &chunk, &root, error);
    }
    if (level != ENT_PARSE_TAGS)
        sentence->linked = false;
    return status;
}

enum ent_status ent_parse(const struct ent_parser *parser,
                          struct ent_parser_scratch *scratch, enum ent_parse_level level,
                          struct ent_document *document, struct ent_error *error)
{
    if (scratch->parser != parser)
        return ent_fail(error, ENT_EARG, 0, "the scratch belongs to another model");
    if (!ent_scratch_document(scratch, &document->arena))
        return no_memory(error);
    enum ent_status status = ENT_OK;
    for (uint32_t i = 0; i < document->sentence_count && status == ENT_OK; i++)
        status = ent_parse_sentence(scratch, level, &document->arena,
                                    &document->sentences[i], error);
    return status;
}
