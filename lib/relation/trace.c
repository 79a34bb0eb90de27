/* trace.c: telling in words what the finder does. */
#include "relation/finder.h"

#include <stdarg.h>
#include <stdio.h>

void ent_trace(const struct ent_finder *finder, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    if (!finder->options || !finder->options->explain)
        return;
    va_start(arguments, format);
    int size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (size < 0)
        return;
    if ((size_t)size >= sizeof line) /* cut at a character */
        for (size = sizeof line - 1; size > 0 && ((unsigned char)line[size] & 0xC0) == 0x80;)
            size--;
    finder->options->explain(finder->options->context,
                             (struct ent_str){line, (size_t)size});
}

const char *ent_slot_name(enum ent_slot slot)
{
    static const char *const NAMES[] = {
        "subject", "object", "dative", "possessive", "adjective", "noun before the noun",
        "what it describes", "itself", "subject of the clause", "stem", "complement",
        "modifier", "case", "infinitive", "any", "complement of the infinitive",
        "auxiliary of the clause", "purpose",
        "state in which it happens",
    };
    return slot < sizeof NAMES / sizeof *NAMES ? NAMES[slot] : "?";
}
