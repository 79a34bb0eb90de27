/* dates.c: dates as documents carry them. */
#include "text/dates.h"

#include <entente/date.h>

/* The number in text[from .. from+count), or -1 if these are not all digits. */
static int number_at(struct ent_str text, size_t from, size_t count)
{
    int value = 0;
    if (from + count > text.size)
        return -1;
    for (size_t i = from; i < from + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

bool ent_date_valid(struct ent_str text)
{
    return text.size > 0 && ent_date_prefix(text).size == text.size;
}

/* The size of "date" with what separates it from the date itself, or 0. */
static size_t label_size(struct ent_str line)
{
    static const char label[] = "date";
    size_t size = 0;
    for (; size < 4; size++)
        if (size >= line.size || (line.data[size] | 32) != label[size])
            return 0;
    while (size < line.size && (line.data[size] == ' ' || line.data[size] == ':'))
        size++;
    return size > 4 ? size : 0;
}

size_t ent_leading_date(struct ent_str line, struct ent_str *date)
{
    size_t label = label_size(line);
    for (size_t size = 10; size >= 7; size -= 3) {
        size_t end = label + size;
        struct ent_str text = ent_str_sub(line, label, end);
        bool ends =
            line.size == end || (line.size > end && (unsigned char)line.data[end] <= ' ');
        if (text.size == size && ends && ent_date_valid(text) &&
            (label > 0 || (size == 10 && line.size == end))) {
            *date = text;
            return end;
        }
    }
    *date = (struct ent_str){NULL, 0};
    return 0;
}

/* Month names as French and English write them, by their first letters; those that begin
 * alike come with enough letters to tell them apart. */
static int month_of(struct ent_str word)
{
    static const struct {
        const char *start;
        int month;
    } names[] = {
        {"jan", 1},
        {"fev", 2},
        {"f\xC3\xA9v", 2},
        {"feb", 2},
        {"mar", 3},
        {"avr", 4},
        {"apr", 4},
        {"mai", 5},
        {"may", 5},
        {"juin", 6},
        {"jun", 6},
        {"juil", 7},
        {"jul", 7},
        {"aou", 8},
        {"ao\xC3\xBB", 8},
        {"aug", 8},
        {"sep", 9},
        {"oct", 10},
        {"nov", 11},
        {"dec", 12},
        {"d\xC3\xA9"
         "c",
         12},
    };
    char lower[5] = "";
    for (size_t i = 0; i < word.size && i < 4; i++)
        lower[i] = word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] + 32)
                                                              : word.data[i];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(lower, names[i].start, strlen(names[i].start)) == 0)
            return names[i].month;
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

struct parts {
    int numbers[3], lengths[3], count; /* the first three numbers */
    int month, named_after;            /* a month's name came after so many numbers */
};

/* Numbers and a month's name in their order. */
static struct parts parts_of(struct ent_str text)
{
    struct parts parts = {.month = 0};
    for (size_t i = 0; i < text.size && parts.count < 3;) {
        size_t start = i;
        if (is_digit(text.data[i])) {
            while (i < text.size && is_digit(text.data[i]))
                i++;
            if (i - start > 4)
                break;
            parts.lengths[parts.count] = (int)(i - start);
            parts.numbers[parts.count++] = number_at(text, start, i - start);
        } else if (is_letter(text.data[i])) {
            while (i < text.size && is_letter(text.data[i]))
                i++;
            int month = month_of((struct ent_str){text.data + start, i - start});
            if (month && !parts.month && i - start >= 3) {
                parts.month = month;
                parts.named_after = parts.count;
            }
        } else {
            i++;
        }
    }
    return parts;
}

struct ent_str ent_date_find(struct ent_arena *arena, struct ent_str text)
{
    int year, month, day;
    text = ent_str_trim(text);
    struct ent_str iso = ent_date_prefix(text);
    bool ends = iso.size == text.size || (iso.size == 10 && text.data[10] == 'T') ||
                (iso.size > 0 && !is_digit(text.data[iso.size]) &&
                 !memchr("-./", text.data[iso.size], 3));
    if (iso.size > 0 && ends)
        return ent_arena_dup(arena, iso);
    struct parts parts = parts_of(text);
    const int *n = parts.numbers;
    if (parts.month && parts.count >= 2 && parts.lengths[1] == 4) {
        day = n[0], month = parts.month, year = n[1]; /* 19 July 2021, July 19, 2021 */
    } else if (!parts.month && parts.count == 3 && parts.lengths[2] == 4) {
        day = n[0], month = n[1], year = n[2]; /* 19/07/2021 */
    } else if (!parts.month && parts.count == 3 && parts.lengths[0] == 4) {
        day = n[2], month = n[1], year = n[0]; /* 2021/07/19 */
    } else {
        return (struct ent_str){NULL, 0};
    }
    struct ent_str date = ent_arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return ent_date_valid(date) ? date : (struct ent_str){NULL, 0};
}
