/* xml_input.c: the bytes of an XML file as UTF-8 in a sliding buffer. */
#include "draw/xml.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>

enum { BLOCK = 256 * 1024 };
static const size_t largest_token = (size_t)256 << 20;

size_t ent_xml_line(struct ent_xml *xml)
{
    /* Counting goes on from where it last stopped, so that asking often costs nothing. */
    const char *at = xml->data + xml->lines_at, *end = xml->data + xml->begin;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        xml->lines++;
        at++;
    }
    xml->lines_at = xml->begin;
    return xml->lines + 1;
}

enum ent_xml_event ent_xml_fail(struct ent_xml *xml, enum ent_status status,
                                const char *format, ...)
{
    char text[sizeof xml->error->text];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ent_fail(xml->error, status, ent_xml_line(xml), "%s", text);
    return ENT_XML_FAILED;
}

static bool make_room(struct ent_xml *xml)
{
    if (xml->begin > 0) {
        ent_xml_line(xml);
        memmove(xml->data, xml->data + xml->begin, xml->end - xml->begin);
        xml->end -= xml->begin;
        xml->begin = xml->lines_at = 0;
    }
    if (xml->capacity - xml->end >= BLOCK)
        return true;
    size_t capacity = xml->capacity ? xml->capacity * 2 : 2 * BLOCK;
    if (capacity > largest_token) {
        ent_xml_fail(xml, ENT_ELIMIT, "a tag or text is longer than 256 MiB");
        return false;
    }
    char *data = realloc(xml->data, capacity);
    if (!data) {
        ent_xml_fail(xml, ENT_EMEMORY, "out of memory");
        return false;
    }
    xml->data = data;
    xml->capacity = capacity;
    return true;
}

static bool fill_converted(struct ent_xml *xml)
{
    size_t room = sizeof xml->raw - xml->raw_size;
    size_t got = fread(xml->raw + xml->raw_size, 1, room, xml->file);
    xml->raw_size += got;
    if (got < room)
        xml->input_ended = true;
    char *in = xml->raw, *out = xml->data + xml->end;
    size_t in_left = xml->raw_size, out_left = xml->capacity - xml->end;
    size_t result = iconv(xml->converter, &in, &in_left, &out, &out_left);
    bool wrong = result == (size_t)-1 && errno == EILSEQ;
    if (wrong || (xml->input_ended && in_left > 0)) {
        ent_xml_fail(xml, ENT_EFORMAT, "bytes that do not suit the declared encoding");
        return false;
    }
    memmove(xml->raw, in, in_left);
    xml->raw_size = in_left;
    xml->end = (size_t)(out - xml->data);
    return true;
}

bool ent_xml_fill(struct ent_xml *xml)
{
    if (xml->input_ended || !make_room(xml))
        return false;
    size_t before = xml->end;
    while (xml->end == before && !xml->input_ended) {
        if (xml->converter != (iconv_t)-1) {
            if (!fill_converted(xml))
                return false;
            continue;
        }
        size_t got = fread(xml->data + xml->end, 1, BLOCK, xml->file);
        xml->end += got;
        if (got < BLOCK)
            xml->input_ended = true;
    }
    if (ferror(xml->file)) {
        ent_xml_fail(xml, ENT_EIO, "cannot read: %s", strerror(errno));
        return false;
    }
    return xml->end > before;
}

/* From now on input is converted; what has been read so far becomes raw bytes. */
static bool start_converter(struct ent_xml *xml, const char *encoding)
{
    xml->converter = iconv_open("UTF-8", encoding);
    if (xml->converter == (iconv_t)-1) {
        ent_xml_fail(xml, ENT_EFORMAT, "unknown encoding '%.40s'", encoding);
        return false;
    }
    size_t size = xml->end;
    char *bytes = malloc(size ? size : 1);
    char *room = realloc(xml->data, 4 * size + BLOCK);
    if (room) {
        xml->data = room;
        xml->capacity = 4 * size + BLOCK;
    }
    if (!bytes || !room) {
        free(bytes);
        ent_xml_fail(xml, ENT_EMEMORY, "out of memory");
        return false;
    }
    memcpy(bytes, xml->data, size);
    char *in = bytes, *out = xml->data;
    size_t in_left = size, out_left = xml->capacity;
    size_t result = iconv(xml->converter, &in, &in_left, &out, &out_left);
    bool wrong = result == (size_t)-1 && errno != EINVAL;
    wrong = wrong || (in_left > 0 && (xml->input_ended || in_left > sizeof xml->raw));
    if (!wrong) {
        memcpy(xml->raw, in, in_left);
        xml->raw_size = in_left;
        xml->end = (size_t)(out - xml->data);
    }
    free(bytes);
    if (wrong)
        ent_xml_fail(xml, ENT_EFORMAT, "bytes that do not suit the encoding '%.40s'",
                     encoding);
    return !wrong;
}

/* The encoding that the XML declaration names, into `name`; false if it names none. */
static bool declared_encoding(const struct ent_xml *xml, char *name, size_t size)
{
    struct ent_str start = {xml->data, xml->end < 400 ? xml->end : 400};
    size_t close = ent_str_find(start, ENT_STR("?>"));
    if (!ent_str_starts(start, ENT_STR("<?xml")) || close == SIZE_MAX)
        return false;
    start.size = close;
    size_t at = ent_str_find(start, ENT_STR("encoding"));
    if (at == SIZE_MAX)
        return false;
    at += strlen("encoding");
    while (at < start.size && strchr(" =\t\r\n", start.data[at]))
        at++;
    if (at >= start.size || (start.data[at] != '"' && start.data[at] != '\''))
        return false;
    char quote = start.data[at++];
    size_t length = 0;
    while (at < start.size && start.data[at] != quote && length + 1 < size)
        name[length++] = start.data[at++];
    name[length] = '\0';
    return length > 0;
}

static bool is_utf8_name(const char *name)
{
    char lower[16];
    size_t size = strlen(name);
    if (size >= sizeof lower)
        return false;
    for (size_t i = 0; i <= size; i++)
        lower[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
    return !strcmp(lower, "utf-8") || !strcmp(lower, "utf8") ||
           !strcmp(lower, "us-ascii") || !strcmp(lower, "ascii");
}

bool ent_xml_start_input(struct ent_xml *xml)
{
    if (!ent_xml_fill(xml) && xml->error->status != ENT_OK)
        return false;
    struct ent_str start = {xml->data, xml->end};
    if (ent_str_starts(start, ENT_STR("\xEF\xBB\xBF"))) {
        xml->begin = 3;
        return true;
    }
    if (ent_str_starts(start, ENT_STR("\xFF\xFE")) ||
        ent_str_starts(start, ENT_STR("\xFE\xFF")))
        return start_converter(xml, "UTF-16");
    char encoding[41];
    if (declared_encoding(xml, encoding, sizeof encoding) && !is_utf8_name(encoding))
        return start_converter(xml, encoding);
    return true;
}
