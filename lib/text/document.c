/* document.c: documents, their columns' values, and the links of a sentence's tree. */
#include <entente/document.h>
#include <stdlib.h>

struct ent_document *ent_document_new(void)
{
    struct ent_document *document = calloc(1, sizeof *document);
    if (document)
        ent_arena_init(&document->arena);
    return document;
}

void ent_document_free(struct ent_document *document)
{
    if (!document)
        return;
    ent_arena_clear(&document->arena);
    free(document);
}

void ent_document_reset(struct ent_document *document)
{
    struct ent_arena arena = document->arena;
    ent_arena_reset(&arena);
    *document = (struct ent_document){.arena = arena};
}

/* The value of `name` in "a=b|name=value|...", or the empty view. */
static struct ent_str value_of(struct ent_str list, const char *name)
{
    size_t length = strlen(name);
    size_t start = 0;
    while (start < list.size) {
        const char *bar = memchr(list.data + start, '|', list.size - start);
        size_t end = bar ? (size_t)(bar - list.data) : list.size;
        const char *pair = list.data + start;
        if (end - start > length && pair[length] == '=' &&
            memcmp(pair, name, length) == 0)
            return (struct ent_str){pair + length + 1, end - start - length - 1};
        start = end + 1;
    }
    return (struct ent_str){NULL, 0};
}

struct ent_str ent_word_feat(const struct ent_word *word, const char *name)
{
    return value_of(word->feats, name);
}

struct ent_str ent_misc_get(struct ent_str misc, const char *name)
{
    return value_of(misc, name);
}

struct ent_str ent_word_subtype(const struct ent_word *word)
{
    size_t colon = ent_str_find(word->deprel, ENT_STR(":"));
    if (colon == SIZE_MAX)
        return (struct ent_str){NULL, 0};
    return ent_str_sub(word->deprel, colon + 1, word->deprel.size);
}

int32_t ent_child_by_rel(const struct ent_sentence *sentence, int32_t word,
                         enum ent_deprel rel)
{
    for (int32_t c = ent_child(sentence, word); c; c = sentence->words[c].next)
        if (sentence->words[c].rel == rel)
            return c;
    return 0;
}

/* The word that is, or has to become, the root. */
static int32_t choose_root(const struct ent_sentence *sentence)
{
    int32_t count = (int32_t)sentence->word_count;
    for (int32_t i = 1; i <= count; i++)
        if (sentence->words[i].head == 0)
            return i;
    /* No root: the head of the first word that hangs nowhere will do, else the first
     * word. */
    for (int32_t i = 1; i <= count; i++)
        if (sentence->words[i].head < 0 || sentence->words[i].head > count)
            return i;
    return 1;
}

static void attach(struct ent_word *word, int32_t head)
{
    word->head = head;
    if (head == 0) {
        word->rel = ENT_REL_ROOT;
        word->deprel = ENT_STR("root");
    } else if (word->rel == ENT_REL_ROOT) {
        word->rel = ENT_REL_PARATAXIS;
        word->deprel = ENT_STR("parataxis");
    }
}

/* Make one tree of it. `child` is scratch here: 0 = not seen, -1 = leads to the root,
 * n = on the path that started at word n. Every word is walked over once, hence linear.
 */
static void mend(struct ent_sentence *sentence)
{
    struct ent_word *words = sentence->words;
    int32_t count = (int32_t)sentence->word_count;
    int32_t root = choose_root(sentence);
    for (int32_t i = 1; i <= count; i++) {
        int32_t head = words[i].head;
        words[i].child = 0;
        if (i != root && (head <= 0 || head > count || head == i))
            attach(&words[i], root);
    }
    if (words[root].head != 0)
        attach(&words[root], 0);
    words[root].child = -1;
    for (int32_t i = 1; i <= count; i++) {
        int32_t at = i;
        for (; words[at].child == 0; at = words[at].head) {
            words[at].child = i;
            if (words[words[at].head].child == i) { /* a cycle closes here */
                attach(&words[at], root);
                break;
            }
        }
        for (at = i; words[at].child == i; at = words[at].head)
            words[at].child = -1;
    }
}

void ent_sentence_link(struct ent_sentence *sentence)
{
    struct ent_word *words = sentence->words;
    int32_t count = (int32_t)sentence->word_count;
    if (count == 0)
        return;
    mend(sentence);
    for (int32_t i = 0; i <= count; i++)
        words[i].child = words[i].next = 0;
    for (int32_t i = count; i >= 1; i--) {
        struct ent_word *head = &words[words[i].head];
        words[i].next = head->child;
        head->child = i;
    }
    sentence->linked = true;
}
