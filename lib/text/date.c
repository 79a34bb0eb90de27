/* date.c: dates as documents carry them. */
#include "text/date.h"

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

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool is_day(int year, int month, int day)
{
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

bool ent_date_valid(struct ent_str text)
{
    int year = number_at(text, 0, 4), month = 1, day = 1;
    if (text.size != 4 && text.size != 7 && text.size != 10)
        return false;
    if (text.size >= 7)
        month = text.data[4] == '-' ? number_at(text, 5, 2) : -1;
    if (text.size == 10)
        day = text.data[7] == '-' ? number_at(text, 8, 2) : -1;
    return is_day(year, month, day);
}

struct ent_str ent_date_line(struct ent_str line)
{
    line = ent_str_trim(line);
    bool named = line.size > 5 && (line.data[0] | 32) == 'd' && (line.data[1] | 32) == 'a' &&
                 (line.data[2] | 32) == 't' && (line.data[3] | 32) == 'e' &&
                 (line.data[4] == ' ' || line.data[4] == ':');
    if (named)
        line = ent_str_trim(ent_str_sub(line, 5, line.size));
    if (ent_date_valid(line) && (line.size == 10 || (named && line.size == 7)))
        return line;
    return (struct ent_str){NULL, 0};
}
