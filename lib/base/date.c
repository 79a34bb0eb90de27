#include <entente/date.h>

#include <stdio.h>

static int number_at(struct ent_str text, size_t at, size_t digits)
{
    int value = 0;
    for (size_t i = at; i < at + digits; i++) {
        if (i >= text.size || text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

static bool dash_at(struct ent_str text, size_t at)
{
    return at < text.size && text.data[at] == '-';
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

struct ent_str ent_date_prefix(struct ent_str text)
{
    int year = number_at(text, 0, 4);
    if (year < 1)
        return (struct ent_str){"", 0};
    int month = dash_at(text, 4) ? number_at(text, 5, 2) : -1;
    if (month < 1 || month > 12)
        return ent_str_sub(text, 0, 4);
    int day = dash_at(text, 7) ? number_at(text, 8, 2) : -1;
    bool valid = day >= 1 && day <= days_of_month(year, month);
    return ent_str_sub(text, 0, valid ? 10 : 7);
}

/* Days from civil date: years begin in March, so that the leap day is the last. */
int64_t ent_date_days(struct ent_str text)
{
    int64_t year = number_at(text, 0, 4);
    int64_t month = text.size >= 7 ? number_at(text, 5, 2) : 1;
    int64_t day = text.size >= 10 ? number_at(text, 8, 2) : 1;
    if (month <= 2) {
        year--;
        month += 12;
    }
    int64_t in_year = (153 * (month - 3) + 2) / 5 + day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + in_year - 719468;
}

void ent_date_text(int64_t days, char text[11])
{
    int64_t day = days + 719468;
    int64_t era = day / 146097, in_era = day % 146097; /* 400 years each */
    int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * in_year + 2) / 153;
    int64_t of_month = in_year - (153 * month + 2) / 5 + 1;
    month += month < 10 ? 3 : -9;
    year += era * 400 + (month <= 2);
    char full[40];
    snprintf(full, sizeof full, "%04d-%02d-%02d", (int)(year % 10000), (int)month,
             (int)of_month);
    memcpy(text, full, 10);
    text[10] = '\0';
}

/* The first or last day of a possibly shortened date. Every month may end on a 31st here:
 * only the order matters. */
static void full_date(struct ent_str text, const char *ending, char full[10])
{
    memcpy(full, ending, 10);
    if (text.size)
        memcpy(full, text.data, text.size < 10 ? text.size : 10);
}

bool ent_date_inside(struct ent_str date, struct ent_str from, struct ent_str to)
{
    char first[10], last[10], low[10], high[10];
    if (from.size == 0 && to.size == 0)
        return true;
    if (date.size == 0)
        return false;
    full_date(date, "0000-01-01", first);
    full_date(date, "9999-12-31", last);
    full_date(from, "0000-01-01", low);
    full_date(to, "9999-12-31", high);
    return memcmp(first, low, 10) >= 0 && memcmp(last, high, 10) <= 0;
}
