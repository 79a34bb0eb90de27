/* split_train.c: learning where sentences end without a full stop.
 *
 * Treebanks and texts are flattened to one line each, the rules of boundaries.c end
 * sentences where they can, and every other place where a sentence could end becomes an
 * example: does one end here in the treebank, or did the text have a line end? */
#include "text/split_train.h"

#include <math.h>
#include <stdlib.h>

enum {
    COUNT_MIN = 3,  /* words seen less often have no class */
    FREQUENT = 300, /* times in lower case */
    CLASS_MAX = 3,
    VERB_MIN = 2,
};
static const double VERB_SHARE = 0.7;

void ent_split_trainer_init(struct ent_split_trainer *trainer,
                            const struct ent_language *language)
{
    *trainer = (struct ent_split_trainer){.language = language, .counting = true};
    ent_map_init(&trainer->words);
    ent_split_init(&trainer->split);
    ent_lessons_init(&trainer->lessons);
}

void ent_split_trainer_clear(struct ent_split_trainer *trainer)
{
    ent_map_clear(&trainer->words);
    free(trainer->counts);
    trainer->counts = NULL;
    ent_split_clear(&trainer->split);
    ent_lessons_clear(&trainer->lessons);
}

static struct ent_split_count *count_of(struct ent_split_trainer *trainer,
                                        struct ent_str key)
{
    uint32_t index = ent_map_add(&trainer->words, key, NULL);
    if (index != ENT_MAP_NONE && index >= trainer->capacity) {
        uint32_t capacity = trainer->capacity ? 2 * trainer->capacity : 4096;
        void *grown = realloc(trainer->counts, capacity * sizeof *trainer->counts);
        if (grown) {
            trainer->counts = grown;
            memset(trainer->counts + trainer->capacity, 0,
                   (capacity - trainer->capacity) * sizeof *trainer->counts);
            trainer->capacity = capacity;
        }
    }
    if (index >= trainer->capacity) {
        trainer->failed = true;
        return NULL;
    }
    return &trainer->counts[index];
}

/* How words are written inside sentences. */
static void count_words(struct ent_split_trainer *trainer, struct ent_scan *scan)
{
    bool inside = false;
    for (size_t i = 0; i < scan->raw_count && !trainer->failed; i++) {
        const struct ent_raw *raw = &scan->raws[i];
        uint8_t kind = scan->kind[raw->start];
        bool word = raw->type == ENT_RAW_WORD;
        struct ent_str key = ent_scan_key(scan, raw->start, raw->end);
        struct ent_split_count *count = word && key.size ? count_of(trainer, key) : NULL;
        if (count && kind == ENT_KIND_LOWER)
            count->lower++;
        else if (count && kind == ENT_KIND_UPPER && inside)
            count->capital++;
        inside = !raw->last && (word || raw->type == ENT_RAW_NUMBER ||
                                ent_str_is(key, ",") || ent_str_is(key, ")"));
    }
}

struct asking {
    struct ent_split_trainer *trainer;
    const bool *ends; /* by token */
};

static bool answer(void *context, const struct ent_split_view *view, size_t start,
                   size_t i)
{
    struct asking *asking = context;
    struct ent_split_trainer *trainer = asking->trainer;
    if (!trainer->counting && !trainer->lessons.failed) {
        ent_lessons_begin(&trainer->lessons, asking->ends[i]);
        ent_split_features(view, start, i, ent_lessons_feature, &trainer->lessons);
    }
    return asking->ends[i];
}

/* Learn from scanned tokens of which some end sentences. */
static enum ent_status learn(struct ent_split_trainer *trainer, struct ent_scan *scan,
                             const bool *ends)
{
    struct asking asking = {trainer, ends};
    const struct ent_scan_asking how = {&trainer->split, 0, answer, &asking};
    for (size_t i = 0; i + 1 < scan->raw_count; i++)
        if (scan->raws[i].gap == ENT_GAP_BREAK)
            scan->raws[i].gap = ENT_GAP_SPACE;
    enum ent_status status = ent_scan_sentences(scan, &how);
    if (status == ENT_OK && trainer->counting)
        count_words(trainer, scan);
    trainer->failed = trainer->failed || trainer->lessons.failed;
    return trainer->failed ? ENT_EMEMORY : status;
}

enum ent_status ent_split_trainer_text(struct ent_split_trainer *trainer,
                                       const struct ent_document *document)
{
    struct ent_scan scan;
    bool *ends = NULL;
    enum ent_status status = ent_scan_open(&scan, trainer->language, document->text);
    if (status == ENT_OK)
        status = ent_scan_breaks(&scan);
    if (status == ENT_OK)
        status = ent_scan_tokens(&scan);
    if (status == ENT_OK && !(ends = calloc(scan.raw_count + 1, sizeof *ends)))
        status = ENT_EMEMORY;
    for (size_t i = 0; status == ENT_OK && i < scan.raw_count; i++)
        ends[i] = scan.raws[i].gap == ENT_GAP_BREAK;
    if (status == ENT_OK)
        status = learn(trainer, &scan, ends);
    free(ends);
    ent_scan_close(&scan);
    return status;
}

static void add_form(struct ent_buf *text, struct ent_str form, struct ent_str misc)
{
    ent_buf_str(text, form);
    if (!ent_str_is(ent_misc_get(misc, "SpaceAfter"), "No"))
        ent_buf_char(text, ' ');
}

static void add_sentence(struct ent_buf *text, const struct ent_sentence *sentence)
{
    uint32_t next = 0;
    for (int32_t w = 1; w <= (int32_t)sentence->word_count; w++) {
        if (next < sentence->multiword_count && sentence->multiwords[next].first == w) {
            const struct ent_multiword *token = &sentence->multiwords[next++];
            add_form(text, token->form, token->misc);
            w = token->last;
        } else {
            add_form(text, sentence->words[w].form, sentence->words[w].misc);
        }
    }
}

/* Which of the treebank's words are finite verbs. */
static void count_verbs(struct ent_split_trainer *trainer,
                        const struct ent_sentence *sentence)
{
    struct ent_buf key;
    ent_buf_init(&key);
    for (uint32_t w = 1; w <= sentence->word_count && !trainer->failed; w++) {
        const struct ent_word *word = &sentence->words[w];
        ent_buf_reset(&key);
        for (size_t pos = 0; pos < word->form.size;)
            ent_utf8_put(&key, ent_utf8_lower(ent_utf8_next(word->form, &pos)));
        struct ent_split_count *count = count_of(trainer, ent_buf_view(&key));
        if (!count)
            break;
        count->total++;
        count->finite += ent_str_find(word->feats, ENT_STR("VerbForm=Fin")) != SIZE_MAX;
    }
    trainer->failed = trainer->failed || key.failed;
    ent_buf_clear(&key);
}

/* The document's text; `stops` gets the byte where every sentence ends. */
static bool flatten(const struct ent_document *document, struct ent_buf *text,
                    size_t *stops)
{
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        add_sentence(text, &document->sentences[i]);
        stops[i] = text->size;
        while (stops[i] > 0 && text->data[stops[i] - 1] == ' ')
            stops[i]--;
    }
    return !text->failed;
}

static void mark_ends(const struct ent_scan *scan, const size_t *stops, size_t count,
                      bool *ends)
{
    size_t next = 0;
    for (size_t i = 0; i < scan->raw_count; i++) {
        size_t end = scan->byte[scan->raws[i].end];
        while (next < count && stops[next] < end)
            next++;
        ends[i] = next < count && stops[next] == end;
    }
}

enum ent_status ent_split_trainer_treebank(struct ent_split_trainer *trainer,
                                           const struct ent_document *document)
{
    struct ent_buf text;
    struct ent_scan scan = {.raw_count = 0};
    bool *ends = NULL;
    size_t *stops = calloc((size_t)document->sentence_count + 1, sizeof *stops);
    enum ent_status status = ENT_EMEMORY;
    ent_buf_init(&text);
    ent_buf_init(&scan.key);
    if (stops && flatten(document, &text, stops))
        status = ent_scan_open(&scan, trainer->language, ent_buf_view(&text));
    if (status == ENT_OK)
        status = ent_scan_tokens(&scan);
    if (status == ENT_OK && !(ends = calloc(scan.raw_count + 1, sizeof *ends)))
        status = ENT_EMEMORY;
    if (status == ENT_OK) {
        mark_ends(&scan, stops, document->sentence_count, ends);
        for (uint32_t i = 0; trainer->counting && i < document->sentence_count; i++)
            count_verbs(trainer, &document->sentences[i]);
        status = learn(trainer, &scan, ends);
    }
    free(stops);
    free(ends);
    ent_scan_close(&scan);
    ent_buf_clear(&text);
    return status;
}

static char class_of(const struct ent_split_count *count)
{
    long value = lround(log((count->lower + 0.5) / (count->capital + 0.5)));
    value = value > CLASS_MAX ? CLASS_MAX : value;
    value = value < -CLASS_MAX ? -CLASS_MAX : value;
    return (char)((count->lower >= FREQUENT ? 'A' : 'a') + value + CLASS_MAX);
}

enum ent_status ent_split_trainer_settle(struct ent_split_trainer *trainer,
                                         struct ent_buf *out)
{
    bool ok = true;
    for (uint32_t i = 0; i < trainer->words.size && ok; i++) {
        const struct ent_split_count *count = &trainer->counts[i];
        struct ent_str key = trainer->words.keys[i];
        if (count->lower + count->capital >= COUNT_MIN) {
            char class = class_of(count);
            ok = ent_split_note(&trainer->split, key, class);
            ent_buf_printf(out, "class\t%.*s\t%c\n", ENT_FMT(key), class);
        }
        if (ok && count->finite >= VERB_MIN &&
            count->finite >= VERB_SHARE * count->total) {
            ok = ent_split_note(&trainer->split, key, '\0');
            ent_buf_printf(out, "verb\t%.*s\n", ENT_FMT(key));
        }
    }
    trainer->counting = false;
    return ok && !out->failed ? ENT_OK : ENT_EMEMORY;
}

enum ent_status ent_split_trainer_finish(struct ent_split_trainer *trainer,
                                         struct ent_buf *out)
{
    static const struct ent_lessons_options options = {8, 0.1, 0.003, 3, 0.25};
    bool ok = ent_lessons_learn(&trainer->lessons, &options, out);
    return ok && !out->failed ? ENT_OK : ENT_EMEMORY;
}
