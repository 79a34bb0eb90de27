/* decimal.h: doubles as short decimals, quickly. */
#ifndef ENTENTE_BASE_DECIMAL_H
#define ENTENTE_BASE_DECIMAL_H

#include <stddef.h>

enum { ENT_DECIMAL_ROOM = 32 };

/* Write the decimal of 15, 16 or 17 digits (the fewest that do), without trailing zeros,
 * that reads back as the same double. Returns the number of characters, without NUL; 0 if
 * the value is outside 1e-4 <= |value| < 1e15 and printf has to do it. */
size_t ent_decimal(double value, char text[ENT_DECIMAL_ROOM]);

#endif
