/* conllu_sentence.c: from the lines of a sentence to its words. */
#include "text/conllu_sentence.h"

enum { COLUMNS = 10 };

enum line_kind { LINE_COMMENT, LINE_WORD, LINE_MULTIWORD, LINE_EXTRA, LINE_BAD };

bool ent_conllu_comment(struct ent_str line, const char *name, struct ent_str *value)
{
    size_t length = strlen(name);
    line = ent_str_trim(ent_str_sub(line, 1, line.size));
    if (line.size < length || memcmp(line.data, name, length) != 0)
        return false;
    *value = ent_str_trim(ent_str_sub(line, length, line.size));
    if (value->size == 0)
        return true;
    if (value->data[0] != '=')
        return false;
    *value = ent_str_trim(ent_str_sub(*value, 1, value->size));
    return true;
}

/* What the first column says a line is. */
static enum line_kind kind_of(struct ent_str line)
{
    size_t i = 0;
    if (line.data[0] == '#')
        return LINE_COMMENT;
    while (i < line.size && line.data[i] >= '0' && line.data[i] <= '9')
        i++;
    if (i == 0 || i == line.size)
        return LINE_BAD;
    switch (line.data[i]) {
    case '\t':
        return LINE_WORD;
    case '-':
        return LINE_MULTIWORD;
    case '.':
        return LINE_EXTRA;
    default:
        return LINE_BAD;
    }
}

static bool split_columns(struct ent_str line, struct ent_str *columns)
{
    const char *at = line.data, *end = line.data + line.size;
    for (int i = 0; i < COLUMNS - 1; i++) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));
        if (!tab || tab == at)
            return false;
        columns[i] = (struct ent_str){at, (size_t)(tab - at)};
        at = tab + 1;
    }
    columns[COLUMNS - 1] = (struct ent_str){at, (size_t)(end - at)};
    return at < end && !memchr(at, '\t', (size_t)(end - at));
}

/* A whole number of at most nine digits; -1 if it is none. */
static int32_t small_number(struct ent_str text)
{
    int32_t value = 0;
    if (text.size == 0 || text.size > 9)
        return -1;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

static bool fill_word(struct ent_word *word, const struct ent_str *columns, int32_t id)
{
    if (small_number(columns[0]) != id)
        return false;
    word->form = columns[1];
    word->lemma = columns[2];
    word->upos_text = columns[3];
    word->xpos = columns[4];
    word->feats = columns[5];
    word->head = small_number(columns[6]);
    if (word->head < 0 && !ent_str_is(columns[6], "_"))
        return false;
    word->deprel = columns[7];
    word->deps = columns[8];
    word->misc = columns[9];
    word->space_after = !ent_str_is(ent_misc_get(word->misc, "SpaceAfter"), "No");
    ent_word_classify(word);
    return true;
}

static bool fill_multiword(struct ent_multiword *multiword, const struct ent_str *columns,
                           int32_t next_id)
{
    size_t dash = ent_str_find(columns[0], ENT_STR("-"));
    multiword->first = small_number(ent_str_sub(columns[0], 0, dash));
    multiword->last = small_number(ent_str_sub(columns[0], dash + 1, columns[0].size));
    if (multiword->first != next_id || multiword->last < multiword->first)
        return false;
    multiword->form = columns[1];
    multiword->misc = columns[9];
    multiword->columns = (struct ent_str){
        columns[2].data, (size_t)(columns[9].data - 1 - columns[2].data)};
    if (ent_str_is(multiword->columns, "_\t_\t_\t_\t_\t_\t_"))
        multiword->columns = (struct ent_str){NULL, 0};
    return true;
}

/* Count the kinds of lines and allocate for them. */
static enum ent_status allocate(struct ent_arena *arena, struct ent_str block,
                                struct ent_sentence *sentence)
{
    uint32_t counts[LINE_BAD + 1] = {0};
    struct ent_str line;
    while (ent_str_split(&block, '\n', &line))
        if (line.size > 0)
            counts[kind_of(line)]++;
    sentence->comments =
        ent_arena_array(arena, counts[LINE_COMMENT], sizeof *sentence->comments);
    sentence->words =
        ent_arena_array(arena, (size_t)counts[LINE_WORD] + 1, sizeof *sentence->words);
    sentence->multiwords =
        ent_arena_array(arena, counts[LINE_MULTIWORD], sizeof *sentence->multiwords);
    sentence->extras =
        ent_arena_array(arena, counts[LINE_EXTRA], sizeof *sentence->extras);
    if ((counts[LINE_COMMENT] && !sentence->comments) || !sentence->words ||
        (counts[LINE_MULTIWORD] && !sentence->multiwords) ||
        (counts[LINE_EXTRA] && !sentence->extras))
        return ENT_EMEMORY;
    return ENT_OK;
}

/* Add one line; NULL if it fits, else what is wrong with it. */
static const char *add_line(struct ent_sentence *sentence, struct ent_str line)
{
    struct ent_str columns[COLUMNS];
    int32_t next_id = (int32_t)sentence->word_count + 1;
    enum line_kind kind = kind_of(line);
    if (kind == LINE_COMMENT) {
        sentence->comments[sentence->comment_count++] = line;
        return NULL;
    }
    if (kind == LINE_BAD)
        return "first column is no word number";
    if (!split_columns(line, columns))
        return "not ten columns separated by tabs";
    switch (kind) {
    case LINE_WORD:
        if (!fill_word(&sentence->words[next_id], columns, next_id))
            return "word number out of order or head is no number";
        sentence->word_count++;
        return NULL;
    case LINE_MULTIWORD:
        if (!fill_multiword(&sentence->multiwords[sentence->multiword_count], columns,
                            next_id))
            return "bad range of a multiword token";
        sentence->multiword_count++;
        return NULL;
    default:
        sentence->extras[sentence->extra_count++] = (struct ent_extra){next_id - 1, line};
        return NULL;
    }
}

/* Faults that show only when all lines are there. */
static const char *check_whole(const struct ent_sentence *sentence)
{
    int32_t count = (int32_t)sentence->word_count;
    if (count == 0)
        return "a sentence without words";
    for (int32_t i = 1; i <= count; i++)
        if (sentence->words[i].head > count)
            return "a head is beyond the end of its sentence";
    for (uint32_t i = 0; i < sentence->multiword_count; i++) {
        const struct ent_multiword *multiword = &sentence->multiwords[i];
        if (multiword->last > count || (i > 0 && multiword->first <= multiword[-1].last))
            return "bad range of a multiword token";
    }
    return NULL;
}

enum ent_status ent_conllu_sentence(struct ent_arena *arena, struct ent_str block,
                                    size_t first_line, struct ent_sentence *sentence,
                                    struct ent_error *error)
{
    struct ent_str line, rest = block;
    size_t number = first_line;
    const char *fault;
    if (allocate(arena, block, sentence) != ENT_OK)
        return ent_fail(error, ENT_EMEMORY, first_line, "out of memory");
    for (; ent_str_split(&rest, '\n', &line); number++) {
        if (line.size == 0)
            continue;
        fault = add_line(sentence, line);
        if (fault)
            return ent_fail(error, ENT_EFORMAT, number, "%s", fault);
    }
    fault = check_whole(sentence);
    if (fault)
        return ent_fail(error, ENT_EFORMAT, first_line, "%s", fault);
    sentence->words[0].head = -1;
    return ENT_OK;
}
