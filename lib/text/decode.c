/* decode.c: finding out the charset of bytes and turning them into UTF-8. */
#include <entente/utf8.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "text/clean.h"

enum { SAMPLE = 4096 }; /* bytes that are enough to tell text from data */

/* Bytes 0x80..0x9F of Windows-1252; 0 = not assigned. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static void from_windows_1252(struct ent_str bytes, struct ent_buf *out,
                              uint32_t *repaired)
{
    for (size_t i = 0; i < bytes.size; i++) {
        uint32_t code = (unsigned char)bytes.data[i];
        if (code >= 0x80 && code < 0xA0) {
            code = windows_1252[code - 0x80];
            *repaired += code == 0;
            code = code ? code : 0xFFFD;
        }
        ent_utf8_put(out, code);
    }
}

/* Convert by the C library; bytes that make no sense become U+FFFD. False if the charset
 * is not known. */
static bool from_charset(const char *charset, struct ent_str bytes, struct ent_buf *out,
                         uint32_t *repaired)
{
    iconv_t conversion = iconv_open("UTF-8", charset);
    if (conversion == (iconv_t)-1)
        return false;
    char *in = (char *)(uintptr_t)bytes.data; /* iconv's prototype lacks the const */
    size_t left = bytes.size;
    while (left > 0) {
        char block[4096], *to = block;
        size_t room = sizeof block;
        size_t done = iconv(conversion, &in, &left, &to, &room);
        ent_buf_add(out, block, sizeof block - room);
        if (done == (size_t)-1 && errno != E2BIG) {
            ent_utf8_put(out, 0xFFFD);
            ++*repaired;
            in++;
            left--;
        }
    }
    iconv_close(conversion);
    return true;
}

/* Sequences of UTF-8 that are right against bytes that are wrong: is it UTF-8 with a few
 * faults rather than another charset? */
static bool nearly_utf8(struct ent_str bytes)
{
    size_t good = 0, bad = 0, pos = 0;
    while (pos < bytes.size) {
        size_t start = pos;
        uint32_t code = ent_utf8_next(bytes, &pos);
        if (code == 0xFFFD && pos - start == 1)
            bad++;
        else if (pos - start > 1)
            good++;
    }
    return good >= bad;
}

/* UTF-16 without byte order mark: in European text every other byte is 0. */
static const char *utf16_by_zeros(struct ent_str bytes)
{
    size_t zeros[2] = {0, 0}, size = bytes.size < SAMPLE ? bytes.size : SAMPLE;
    for (size_t i = 0; i < size; i++)
        zeros[i % 2] += bytes.data[i] == 0;
    if (zeros[1] * 10 > size * 3 && zeros[0] * 20 < size)
        return "UTF-16LE";
    if (zeros[0] * 10 > size * 3 && zeros[1] * 20 < size)
        return "UTF-16BE";
    return NULL;
}

static bool looks_binary(struct ent_str bytes)
{
    static const char *const marks[] = {"%PDF-",
                                        "PK\003\004",
                                        "\x7F"
                                        "ELF",
                                        "\x89PNG",
                                        "\xFF\xD8\xFF",
                                        "GIF8",
                                        "\x1F\x8B",
                                        "BZh",
                                        NULL};
    size_t size = bytes.size < SAMPLE ? bytes.size : SAMPLE, controls = 0;
    for (int i = 0; marks[i]; i++)
        if (ent_str_starts(bytes, ent_str_of(marks[i])))
            return true;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    }
    return controls * 20 > size && controls > 2;
}

/* iconv wants a NUL-terminated name. False for none, and for those that mean UTF-8 or
 * Windows-1252 anyhow. */
static bool usable_charset(struct ent_str declared, char *name, size_t room)
{
    if (declared.size == 0 || declared.size >= room)
        return false;
    for (size_t i = 0; i < declared.size; i++)
        name[i] = (char)ent_utf8_lower((unsigned char)declared.data[i]);
    name[declared.size] = '\0';
    return strcmp(name, "utf-8") != 0 && strcmp(name, "utf8") != 0 &&
           strcmp(name, "iso-8859-1") != 0 && strcmp(name, "latin1") != 0 &&
           strcmp(name, "us-ascii") != 0 && strcmp(name, "ascii") != 0;
}

enum ent_status ent_decode(struct ent_str bytes, struct ent_str declared,
                           struct ent_buf *out, uint32_t *repaired,
                           struct ent_error *error)
{
    char name[40];
    const char *utf16 = NULL;
    if (ent_str_starts(bytes, ENT_STR("\xEF\xBB\xBF")))
        bytes = ent_str_sub(bytes, 3, bytes.size);
    else if (ent_str_starts(bytes, ENT_STR("\xFF\xFE")))
        utf16 = "UTF-16LE";
    else if (ent_str_starts(bytes, ENT_STR("\xFE\xFF")))
        utf16 = "UTF-16BE";
    if (utf16)
        bytes = ent_str_sub(bytes, 2, bytes.size);
    else
        utf16 = utf16_by_zeros(bytes);
    if (utf16 && from_charset(utf16, bytes, out, repaired))
        return ENT_OK;
    if (looks_binary(bytes))
        return ent_fail(error, ENT_EFORMAT, 0, "this is no text");
    if (ent_utf8_valid(bytes))
        ent_buf_str(out, bytes);
    else if (usable_charset(declared, name, sizeof name) &&
             from_charset(name, bytes, out, repaired))
        return ENT_OK;
    else if (nearly_utf8(bytes))
        *repaired += (uint32_t)ent_utf8_repair(out, bytes);
    else
        from_windows_1252(bytes, out, repaired);
    return ENT_OK;
}
