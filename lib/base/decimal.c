/* decimal.c: doubles as short decimals by exact whole-number arithmetic.
 *
 * A double is m * 2^-s with m < 2^53. In the range that is served here, m * 10^j fits
 * into 128 bits for as many decimal places j as 17 digits need, so that rounding to p
 * digits and the check whether they lead back are exact: no printf, no strtod, no tables
 * but powers of ten. */
#include "base/decimal.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifdef __SIZEOF_INT128__

__extension__ typedef unsigned __int128 uint128;

enum { MOST_PLACES = 21 };

static uint128 power_of_ten(int exponent)
{
    static const uint64_t small[] = {1u,         10u,         100u,        1000u,
                                     10000u,     100000u,     1000000u,    10000000u,
                                     100000000u, 1000000000u, 10000000000u};
    return exponent <= 10   ? (uint128)small[exponent]
           : exponent <= 20 ? (uint128)small[10] * small[exponent - 10]
                            : (uint128)small[10] * small[10] * small[exponent - 20];
}

/* Digits before the point; 0 for 0.1.., -1 for 0.01.. and so on. */
static int leading_place(double size)
{
    int place = 0;
    if (size >= 1) {
        for (double power = 1; place < 15 && size >= power; power *= 10)
            place++;
        return place;
    }
    return size >= 0.1 ? 0 : size >= 0.01 ? -1 : size >= 0.001 ? -2 : -3;
}

/* Round m / 2^s to `places` decimal places. Does the result lead back to the double? */
static bool round_to(uint64_t m, int s, int places, uint64_t *digits)
{
    uint128 scale = power_of_ten(places), exact = scale * m;
    uint128 half = (uint128)1 << (s - 1);
    *digits = (uint64_t)((exact + half) >> s);
    uint128 back = (uint128)*digits << s;
    uint128 distance = back > exact ? back - exact : exact - back;
    /* Half of the way to the next double; below a power of two the next one is nearer. A
     * tie is left to the next precision. */
    bool narrow = m == (uint64_t)1 << 52 && back < exact;
    return distance < scale / (narrow ? 4 : 2);
}

static size_t print(char *text, bool negative, uint64_t digits, int places)
{
    char reversed[ENT_DECIMAL_ROOM];
    size_t count = 0, size = 0;
    for (; places > 0 && digits % 10 == 0; places--)
        digits /= 10;
    for (int i = 0; digits > 0 || i <= places; i++) {
        if (i == places && places > 0)
            reversed[count++] = '.';
        reversed[count++] = (char)('0' + digits % 10);
        digits /= 10;
    }
    if (negative)
        text[size++] = '-';
    while (count > 0)
        text[size++] = reversed[--count];
    return size;
}

size_t ent_decimal(double value, char text[ENT_DECIMAL_ROOM])
{
    double size = fabs(value);
    uint64_t bits, digits;
    if (!(size >= 1e-4 && size < 1e15))
        return 0;
    memcpy(&bits, &size, sizeof bits);
    uint64_t m = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1 << 52;
    int s = 1075 - (int)(bits >> 52);
    int place = leading_place(size);
    for (int precision = 15; precision <= 17; precision++) {
        int places = precision - place;
        if (places <= MOST_PLACES && round_to(m, s, places, &digits))
            return print(text, value < 0, digits, places);
    }
    return 0;
}

#else

size_t ent_decimal(double value, char text[ENT_DECIMAL_ROOM])
{
    (void)value;
    (void)text;
    return 0;
}

#endif
