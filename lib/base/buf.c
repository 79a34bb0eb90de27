#include <entente/buf.h>
#include <entente/utf8.h>

#include "base/decimal.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void ent_buf_init(struct ent_buf *buf)
{
    *buf = (struct ent_buf){0};
}

void ent_buf_clear(struct ent_buf *buf)
{
    free(buf->data);
    ent_buf_init(buf);
}

void ent_buf_reset(struct ent_buf *buf)
{
    buf->size = 0;
    buf->failed = false;
    if (buf->data)
        buf->data[0] = '\0';
}

bool ent_buf_grow(struct ent_buf *buf, size_t more)
{
    if (buf->failed)
        return false;
    if (more < buf->capacity && buf->size < buf->capacity - more)
        return true;
    if (more > SIZE_MAX / 4 - buf->size) {
        buf->failed = true;
        return false;
    }
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity <= buf->size + more)
        capacity *= 2;
    char *data = realloc(buf->data, capacity);
    if (!data) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->capacity = capacity;
    return true;
}

void ent_buf_add(struct ent_buf *buf, const char *data, size_t size)
{
    if (!ent_buf_grow(buf, size))
        return;
    if (size)
        memcpy(buf->data + buf->size, data, size);
    buf->size += size;
    buf->data[buf->size] = '\0';
}

void ent_buf_str(struct ent_buf *buf, struct ent_str text)
{
    ent_buf_add(buf, text.data, text.size);
}

void ent_buf_text(struct ent_buf *buf, const char *text)
{
    ent_buf_add(buf, text, strlen(text));
}

void ent_buf_char(struct ent_buf *buf, char c)
{
    ent_buf_add(buf, &c, 1);
}

void ent_buf_printf(struct ent_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size >= 0 && ent_buf_grow(buf, (size_t)size)) {
        vsnprintf(buf->data + buf->size, (size_t)size + 1, format, again);
        buf->size += (size_t)size;
    }
    va_end(again);
}

void ent_buf_int(struct ent_buf *buf, int64_t value)
{
    char digits[24];
    char *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--at = '-';
    ent_buf_add(buf, at, (size_t)(digits + sizeof digits - at));
}

void ent_buf_double(struct ent_buf *buf, double value)
{
    char digits[40];
    size_t size;
    if (isnan(value)) {
        ent_buf_text(buf, "NaN");
    } else if (isinf(value)) {
        ent_buf_text(buf, value > 0 ? "Infinity" : "-Infinity");
    } else if (value == rint(value) && fabs(value) < 1e15) {
        ent_buf_int(buf, (int64_t)value); /* the common case, and much the fastest */
    } else if ((size = ent_decimal(value, digits)) > 0) {
        ent_buf_add(buf, digits, size);
    } else {
        for (int precision = 15; precision <= 17; precision++) {
            snprintf(digits, sizeof digits, "%.*g", precision, value);
            if (strtod(digits, NULL) == value)
                break;
        }
        ent_buf_text(buf, digits);
    }
}

void ent_buf_json(struct ent_buf *buf, struct ent_str text)
{
    ent_buf_char(buf, '"');
    size_t pos = 0, plain = 0; /* bytes from plain to pos need no escape */
    while (pos < text.size) {
        size_t start = pos;
        unsigned char byte = (unsigned char)text.data[pos];
        uint32_t code = byte < 0x80 ? (pos++, byte) : ent_utf8_next(text, &pos);
        bool invalid = code == 0xFFFD && pos - start == 1;
        if (code >= 0x20 && code != '"' && code != '\\' && code != 0x7F && !invalid)
            continue;
        ent_buf_add(buf, text.data + plain, start - plain);
        plain = pos;
        if (invalid)
            ent_buf_text(buf, "\xEF\xBF\xBD");
        else if (code == '"' || code == '\\')
            ent_buf_printf(buf, "\\%c", (char)code);
        else if (code == '\n')
            ent_buf_text(buf, "\\n");
        else if (code == '\t')
            ent_buf_text(buf, "\\t");
        else
            ent_buf_printf(buf, "\\u%04x", (unsigned)code);
    }
    if (text.size)
        ent_buf_add(buf, text.data + plain, text.size - plain);
    ent_buf_char(buf, '"');
}

static const char *xml_entity(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&apos;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

void ent_buf_xml(struct ent_buf *buf, struct ent_str text)
{
    size_t pos = 0, plain = 0;
    while (pos < text.size) {
        size_t start = pos;
        unsigned char byte = (unsigned char)text.data[pos];
        uint32_t code = byte < 0x80 ? (pos++, byte) : ent_utf8_next(text, &pos);
        bool invalid = code == 0xFFFD && pos - start == 1;
        const char *entity = xml_entity(code);
        bool forbidden = (code < 0x20 && !entity) || code == 0xFFFE || code == 0xFFFF;
        if (!invalid && !entity && !forbidden)
            continue;
        ent_buf_add(buf, text.data + plain, start - plain);
        plain = pos;
        if (invalid)
            ent_buf_text(buf, "\xEF\xBF\xBD");
        else if (entity)
            ent_buf_text(buf, entity);
    }
    if (text.size)
        ent_buf_add(buf, text.data + plain, text.size - plain);
}

char *ent_buf_detach(struct ent_buf *buf)
{
    if (!buf->data)
        ent_buf_add(buf, "", 0);
    char *data = buf->failed ? NULL : buf->data;
    if (buf->failed)
        free(buf->data);
    ent_buf_init(buf);
    return data;
}
