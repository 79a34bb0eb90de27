/* split_features.c: what can be seen around a sentence end that no full stop marks: the
 * words and how they are written, the length of what would be the sentence, and whether
 * verbs stand before and after. */
#include "text/feature.h"
#include "text/split.h"

enum {
    LOOK_BACK = 40, /* tokens in which a verb is looked for */
    LOOK_AHEAD = 25,
    OPENERS = 2, /* opening marks before the first word of a sentence */
};

static const struct ent_split_word *word_at(const struct ent_split_view *view, size_t i)
{
    static const struct ent_split_word none = {{"^", 1}, '^', '?', false};
    if (i < view->first || i >= view->first + view->count)
        return &none;
    return &view->words[i - view->first];
}

static bool is_one_of(struct ent_str key, const char *const *list)
{
    for (; *list; list++)
        if (ent_str_is(key, *list))
            return true;
    return false;
}

static bool is_opening(struct ent_str key)
{
    static const char *const marks[] = {"\"", "«", "“", "‘", "(", "[", "-",
                                        "–",  "—", "•", "'", "„", NULL};
    return is_one_of(key, marks);
}

static bool is_closing(struct ent_str key)
{
    static const char *const marks[] = {"\"", "»", "”", "’", ")", "]", "'", NULL};
    return is_one_of(key, marks);
}

static bool is_stop(struct ent_str key)
{
    return key.size > 0 &&
           (strchr(".!?", key.data[0]) || ent_str_starts(key, ENT_STR("…")));
}

/* The first word after opening marks, if it can begin a sentence; else SIZE_MAX. */
static size_t beginning(const struct ent_split_view *view, size_t i)
{
    for (size_t stop = i + OPENERS; i <= stop && i < view->first + view->count; i++) {
        const struct ent_split_word *word = word_at(view, i);
        if (strchr("9XAC", word->shape))
            return i;
        if (!is_opening(word->key))
            break;
    }
    return SIZE_MAX;
}

bool ent_split_possible(const struct ent_split_view *view, size_t i)
{
    const struct ent_raw *raw = &view->scan->raws[i];
    if (raw->gap != ENT_GAP_SPACE || raw->type == ENT_RAW_ABBREVIATION)
        return false;
    size_t k = i;
    while (k > view->first && i - k < 3 && is_closing(word_at(view, k)->key))
        k--;
    bool stops = is_stop(word_at(view, k)->key);
    struct ent_str key = word_at(view, i)->key;
    if (beginning(view, i + 1) != SIZE_MAX)
        return !stops; /* else the rules have decided */
    return stops || ent_str_is(key, ";") || ent_str_is(key, ":");
}

/* A feature of a name, single characters, and up to two words (data NULL = none). */
static void emit(struct ent_feature *feature, const char *name, const char *marks,
                 struct ent_str first, struct ent_str second)
{
    ent_feature_add(feature, ent_str_of(name));
    ent_feature_add(feature, ent_str_of(marks));
    if (first.data) {
        ent_feature_add(feature, ENT_STR("="));
        ent_feature_add(feature, first);
    }
    if (second.data) {
        ent_feature_add(feature, ENT_STR(" "));
        ent_feature_add(feature, second);
    }
    ent_feature_emit(feature);
}

static char length_mark(size_t length)
{
    static const size_t steps[] = {1, 2, 3, 4, 6, 8, 12, 18, 30, 60};
    char mark = 'a';
    for (size_t i = 0; i < sizeof steps / sizeof *steps && length > steps[i]; i++)
        mark++;
    return mark;
}

/* What is said about the whole of the sentence and of what follows. */
struct around {
    bool verb, next_verb, capitals, bracket, quote;
};

static struct around look_around(const struct ent_split_view *view, size_t start,
                                 size_t i)
{
    static const char *const ends[] = {".", "!", "?", ";", NULL};
    struct around around = {.capitals = true};
    size_t from = i - start > LOOK_BACK ? i - LOOK_BACK : start;
    int brackets = 0, quotes = 0;
    for (size_t k = from; k <= i; k++) {
        const struct ent_split_word *word = word_at(view, k);
        around.verb = around.verb || word->verb;
        around.capitals = around.capitals && !strchr("aCX", word->shape);
        brackets += word->shape == '(' || word->shape == '[';
        brackets -= word->shape == ')' || word->shape == ']';
        if (ent_str_is(word->key, "\""))
            quotes = !quotes;
        quotes += ent_str_is(word->key, "«") || ent_str_is(word->key, "“");
        quotes -= ent_str_is(word->key, "»") || ent_str_is(word->key, "”");
    }
    around.bracket = brackets > 0;
    around.quote = quotes > 0;
    size_t stop = view->first + view->count;
    for (size_t k = i + 1; k < stop && k <= i + LOOK_AHEAD && !around.next_verb; k++) {
        if (is_one_of(word_at(view, k)->key, ends))
            break;
        around.next_verb = word_at(view, k)->verb;
    }
    return around;
}

static void emit_words(struct ent_feature *v, const struct ent_split_view *view,
                       size_t start, size_t i, size_t begin)
{
    const struct ent_str none = {NULL, 0};
    const struct ent_split_word *last = word_at(view, i), *next = word_at(view, i + 1);
    const struct ent_split_word *first = word_at(view, begin);
    const struct ent_split_word *second = word_at(view, begin + 1);
    const struct ent_split_word *before = i > start ? last - 1 : word_at(view, SIZE_MAX);
    char s0 = last->shape, sb = first->shape, s2 = second->shape, c1 = first->class;
    emit(v, "bias", "", none, none);
    emit(v, "w0", "", last->key, none);
    emit(v, "w0c", "", ent_feature_tail(last->key, 3), none);
    emit(v, "w0b", "", ent_feature_tail(last->key, 2), none);
    emit(v, "w1", "", before->key, none);
    emit(v, "n1", "", next->key, none);
    emit(v, "b1", "", first->key, none);
    emit(v, "n2", "", second->key, none);
    emit(v, "nn", "", first->key, second->key);
    emit(v, "w0s", (char[]){sb, c1, '\0'}, last->key, none);
    emit(v, "f", "", word_at(view, start)->key, none);
    emit(v, "s0", (char[]){s0, '\0'}, none, none);
    emit(v, "s10", (char[]){before->shape, s0, '\0'}, none, none);
    emit(v, "sn", (char[]){next->shape, sb, '\0'}, none, none);
    emit(v, "c1", (char[]){c1, sb, '\0'}, none, none);
    emit(v, "s0n", (char[]){s0, next->shape, sb, c1, '\0'}, none, none);
    emit(v, "sn2", (char[]){sb, s2, c1, '\0'}, none, none);
    emit(v, "s0n2", (char[]){s0, sb, s2, c1, '\0'}, none, none);
    emit(v, "c0", (char[]){last->class, sb, c1, '\0'}, none, none);
}

void ent_split_features(const struct ent_split_view *view, size_t start, size_t i,
                        void (*visit)(void *context, struct ent_str feature),
                        void *context)
{
    const struct ent_str none = {NULL, 0};
    struct ent_feature feature = {.visit = visit, .context = context}, *v = &feature;
    size_t begin = beginning(view, i + 1);
    if (begin == SIZE_MAX)
        begin = i + 1;
    emit_words(v, view, start, i, begin);
    const struct ent_split_word *last = word_at(view, i), *first = word_at(view, begin);
    struct around around = look_around(view, start, i);
    char sb = first->shape, c1 = first->class, length = length_mark(i - start + 1);
    char verb = around.verb ? 'v' : '-', next = around.next_verb ? 'v' : '-';
    char bracket = around.bracket ? '(' : '-', quote = around.quote ? '"' : '-';
    char mark = strchr("aACX9", last->shape) ? 'a' : last->shape;
    char opens = word_at(view, start)->shape;
    emit(v, "len", (char[]){length, '\0'}, none, none);
    emit(v, "lenc", (char[]){length, sb, c1, '\0'}, none, none);
    emit(v, "verb", (char[]){verb, length, '\0'}, none, none);
    emit(v, "verbc", (char[]){verb, sb, c1, '\0'}, none, none);
    emit(v, "caps", (char[]){around.capitals ? 'A' : '-', sb, '\0'}, none, none);
    emit(v, "next", (char[]){verb, next, sb, c1, '\0'}, none, none);
    emit(v, "nextp", (char[]){verb, next, mark, '\0'}, none, none);
    emit(v, "open", (char[]){bracket, quote, '\0'}, none, none);
    emit(v, "openc", (char[]){bracket, quote, sb, c1, '\0'}, none, none);
    emit(v, "first", (char[]){opens, last->shape, sb, '\0'}, none, none);
}
