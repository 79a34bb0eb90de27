#include <entente/str.h>

#include <errno.h>
#include <stdlib.h>

int ent_str_cmp(struct ent_str a, struct ent_str b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order == 0)
        order = (a.size > b.size) - (a.size < b.size);
    return (order > 0) - (order < 0);
}

bool ent_str_starts(struct ent_str a, struct ent_str prefix)
{
    return a.size >= prefix.size &&
           (prefix.size == 0 || memcmp(a.data, prefix.data, prefix.size) == 0);
}

bool ent_str_ends(struct ent_str a, struct ent_str suffix)
{
    return a.size >= suffix.size &&
           (suffix.size == 0 ||
            memcmp(a.data + a.size - suffix.size, suffix.data, suffix.size) == 0);
}

size_t ent_str_find(struct ent_str a, struct ent_str needle)
{
    if (needle.size == 0)
        return 0;
    const char *at = a.data;
    const char *end = a.data + a.size;
    while (at && (size_t)(end - at) >= needle.size) {
        at = memchr(at, needle.data[0], (size_t)(end - at) - needle.size + 1);
        if (!at)
            break;
        if (memcmp(at, needle.data, needle.size) == 0)
            return (size_t)(at - a.data);
        at++;
    }
    return SIZE_MAX;
}

struct ent_str ent_str_sub(struct ent_str a, size_t from, size_t to)
{
    if (to > a.size)
        to = a.size;
    if (from > to)
        from = to;
    return (struct ent_str){a.data ? a.data + from : NULL, to - from};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct ent_str ent_str_trim(struct ent_str a)
{
    while (a.size && is_space(a.data[0])) {
        a.data++;
        a.size--;
    }
    while (a.size && is_space(a.data[a.size - 1]))
        a.size--;
    return a;
}

bool ent_str_split(struct ent_str *rest, char separator, struct ent_str *part)
{
    if (!rest->data)
        return false;
    const char *at = rest->size ? memchr(rest->data, separator, rest->size) : NULL;
    if (at) {
        *part = (struct ent_str){rest->data, (size_t)(at - rest->data)};
        rest->size -= part->size + 1;
        rest->data = at + 1;
        return true;
    }
    *part = *rest;
    *rest = (struct ent_str){NULL, 0};
    return true;
}

bool ent_str_int(struct ent_str a, int64_t *value)
{
    size_t i = 0;
    bool negative = a.size && a.data[0] == '-';
    if (a.size && (a.data[0] == '-' || a.data[0] == '+'))
        i++;
    if (i == a.size)
        return false;
    /* Accumulate negatively: the negative range is the larger one. */
    int64_t sum = 0;
    for (; i < a.size; i++) {
        int digit = a.data[i] - '0';
        if (digit < 0 || digit > 9 || sum < (INT64_MIN + digit) / 10)
            return false;
        sum = sum * 10 - digit;
    }
    if (!negative && sum == INT64_MIN)
        return false;
    *value = negative ? sum : -sum;
    return true;
}

/* Plain decimals such as "-12.375": up to 15 digits and 22 places are both exact doubles,
 * so that one division rounds correctly (Clinger 1990). False: let strtod decide. */
static bool plain_decimal(struct ent_str a, double *value)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    size_t i = a.size > 0 && a.data[0] == '-';
    size_t digits = 0, places = 0;
    bool point = false;
    int64_t mantissa = 0;
    if (a.size > 17)
        return false;
    for (; i < a.size; i++) {
        char c = a.data[i];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        mantissa = mantissa * 10 + (c - '0');
        digits++;
        places += point;
    }
    if (digits == 0 || digits > 15)
        return false;
    double result = (double)mantissa / powers[places];
    *value = a.data[0] == '-' ? -result : result;
    return true;
}

bool ent_str_double(struct ent_str a, double *value)
{
    char copy[64];
    if (plain_decimal(a, value))
        return true;
    if (a.size == 0 || a.size >= sizeof copy || is_space(a.data[0]))
        return false;
    memcpy(copy, a.data, a.size);
    copy[a.size] = '\0';
    /* The library never calls setlocale, so strtod reads a decimal point; what only C
     * knows (hexadecimal floats) is refused. */
    if (strpbrk(copy, "xXpP"))
        return false;
    char *end;
    errno = 0;
    double result = strtod(copy, &end);
    if (end != copy + a.size || (errno == ERANGE && (result > 1 || result < -1)))
        return false;
    *value = result;
    return true;
}

/* Two rounds of a 64-bit multiply-and-fold per 8 bytes (in the manner of wyhash): fast on
 * short keys, and defined byte by byte, so the same on every machine. */
static uint64_t fold_multiply(uint64_t a, uint64_t b)
{
    uint64_t low = a * b;
    uint64_t a1 = a >> 32, a0 = a & 0xffffffffu, b1 = b >> 32, b0 = b & 0xffffffffu;
    uint64_t middle = a1 * b0 + ((a0 * b0) >> 32);
    uint64_t high = a1 * b1 + (middle >> 32) + (((middle & 0xffffffffu) + a0 * b1) >> 32);
    return low ^ high;
}

static uint64_t load_little_endian(const unsigned char *bytes, size_t count)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++)
        value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

uint64_t ent_str_hash(struct ent_str a)
{
    const uint64_t k1 = 0xa0761d6478bd642fu, k2 = 0xe7037ed1a0b428dbu;
    uint64_t hash = k1 ^ a.size;
    const unsigned char *bytes = (const unsigned char *)a.data;
    size_t left = a.size;
    for (; left >= 8; left -= 8, bytes += 8)
        hash = fold_multiply(hash ^ load_little_endian(bytes, 8), k2);
    if (left)
        hash = fold_multiply(hash ^ load_little_endian(bytes, left), k2);
    return fold_multiply(hash ^ a.size, k1);
}
