#include <entente/status.h>

#include <stdarg.h>
#include <stdio.h>

enum ent_status ent_fail(struct ent_error *error, enum ent_status status, size_t line,
                         const char *format, ...)
{
    if (error) {
        va_list args;
        va_start(args, format);
        vsnprintf(error->text, sizeof error->text, format, args);
        va_end(args);
        error->status = status;
        error->line = line;
    }
    return status;
}

const char *ent_status_text(enum ent_status status)
{
    switch (status) {
    case ENT_OK:
        return "no error";
    case ENT_END:
        return "end of input";
    case ENT_EIO:
        return "input/output error";
    case ENT_EFORMAT:
        return "malformed input";
    case ENT_EMEMORY:
        return "out of memory";
    case ENT_ELIMIT:
        return "limit exceeded";
    case ENT_EARG:
        return "invalid argument";
    case ENT_EMISSING:
        return "not found";
    }
    return "unknown error";
}
