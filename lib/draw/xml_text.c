/* xml_text.c: character data and attribute values: legal characters, entities, newlines.
 */
#include "draw/xml.h"

#include <entente/utf8.h>

enum {
    AMPERSAND = 1,
    CONTROL = 2, /* characters that XML forbids */
    RETURN = 4,  /* "\r", to be normalised */
    BLANK = 8,   /* tab and newline, spaces in attribute values */
    HIGH = 16,   /* not ASCII */
    LESS = 32,   /* "<", forbidden in attribute values */
};

/* Classes of the 256 bytes. */
#define C4(c) c, c, c, c
#define C16(c) C4(c), C4(c), C4(c), C4(c)
#define C64(c) C16(c), C16(c), C16(c), C16(c)
static const unsigned char class_of[256] = {
    C4(CONTROL), C4(CONTROL), CONTROL,   BLANK,        BLANK, CONTROL, CONTROL,
    RETURN,      CONTROL,     CONTROL,   C16(CONTROL), C4(0), 0,       0,
    AMPERSAND,   0,           C16(0),    C4(0),        LESS,  0,       0,
    0,           C64(0),      C64(HIGH), C64(HIGH),
};

static unsigned classes_of(struct ent_str raw)
{
    unsigned found = 0;
    for (size_t i = 0; i < raw.size; i++)
        found |= class_of[(unsigned char)raw.data[i]];
    return found;
}

static bool legal_code(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' ||
           (code >= 0x20 && code < 0xD800) || (code >= 0xE000 && code < 0xFFFE) ||
           (code >= 0x10000 && code < 0x110000);
}

/* "#233" or "#xE9" (without & and ;) as a code point; 0 if it is none. */
static uint32_t numeric_reference(struct ent_str name)
{
    bool hex = name.size > 1 && name.data[1] == 'x';
    uint32_t code = 0;
    size_t i = hex ? 2 : 1;
    if (i >= name.size)
        return 0;
    for (; i < name.size; i++) {
        char c = name.data[i];
        uint32_t digit = c >= '0' && c <= '9'          ? (uint32_t)(c - '0')
                         : hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                         : hex && c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                       : 99;
        if (digit == 99 || code > 0x110000)
            return 0;
        code = code * (hex ? 16 : 10) + digit;
    }
    return legal_code(code) ? code : 0;
}

static uint32_t named_reference(struct ent_str name)
{
    static const struct {
        const char *name;
        char character;
    } known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (ent_str_is(name, known[i].name))
            return (uint32_t)known[i].character;
    }
    return 0;
}

/* Decode the reference at raw.data[*at] = '&' into `decoded`. */
static bool decode_reference(struct ent_xml *xml, struct ent_str raw, size_t *at)
{
    struct ent_str rest = ent_str_sub(raw, *at + 1, *at + 64);
    size_t size = ent_str_find(rest, ENT_STR(";"));
    if (size == SIZE_MAX || size == 0) {
        ent_xml_fail(xml, ENT_EFORMAT, "'&' that begins no entity");
        return false;
    }
    struct ent_str name = {rest.data, size};
    uint32_t code = name.data[0] == '#' ? numeric_reference(name) : named_reference(name);
    if (code == 0) {
        ent_xml_fail(xml, ENT_EFORMAT, "unknown entity '&%.*s;'", ENT_FMT(name));
        return false;
    }
    ent_utf8_put(&xml->decoded, code);
    *at += size + 2;
    return true;
}

static bool decode_slowly(struct ent_xml *xml, struct ent_str raw, bool attribute,
                          struct ent_str *value)
{
    size_t start = xml->decoded.size;
    for (size_t i = 0; i < raw.size;) {
        char c = raw.data[i];
        if (c == '&') {
            if (!decode_reference(xml, raw, &i))
                return false;
            continue;
        }
        i++;
        if (c == '\r') {
            if (i < raw.size && raw.data[i] == '\n')
                i++;
            c = '\n';
        }
        ent_buf_char(&xml->decoded, attribute && (c == '\n' || c == '\t') ? ' ' : c);
    }
    if (xml->decoded.failed) {
        ent_xml_fail(xml, ENT_EMEMORY, "out of memory");
        return false;
    }
    *value = (struct ent_str){xml->decoded.data + start, xml->decoded.size - start};
    return true;
}

static bool check_classes(struct ent_xml *xml, struct ent_str raw, unsigned found)
{
    if (found & CONTROL) {
        ent_xml_fail(xml, ENT_EFORMAT, "control character");
        return false;
    }
    if ((found & HIGH) && !ent_utf8_valid(raw)) {
        ent_xml_fail(xml, ENT_EFORMAT, "invalid UTF-8");
        return false;
    }
    return true;
}

/* Text without anything to decode, normalise or refuse. (Tabs and newlines would be fine
 * too, but are rare.) */
static bool is_plain(struct ent_str raw)
{
    unsigned special = 0, high = 0; /* without branches: compilers make vectors of it */
    for (size_t i = 0; i < raw.size; i++) {
        unsigned char c = (unsigned char)raw.data[i];
        high |= c;
        special |= (c < 0x20) | (c == '&');
    }
    return !special && (high < 0x80 || ent_utf8_valid(raw));
}

size_t ent_xml_leaf(const struct ent_xml *xml, struct ent_str opening,
                    struct ent_str closing, struct ent_str *value, struct ent_str *text)
{
    const char *begin = xml->data + xml->begin, *end = xml->data + xml->end;
    const char *at = ent_xml_skip_blanks(begin, end);
    if ((size_t)(end - at) < opening.size || memcmp(at, opening.data, opening.size) != 0)
        return 0;
    const char *name = at + opening.size;
    for (at = name; at < end && *at != '"';)
        at++;
    if (end - at < 2 || at[1] != '>')
        return 0;
    *value = (struct ent_str){name, (size_t)(at - name)};
    const char *start = at + 2, *close = memchr(start, '<', (size_t)(end - start));
    if (!close || (size_t)(end - close) < closing.size ||
        memcmp(close, closing.data, closing.size) != 0)
        return 0;
    *text = (struct ent_str){start, (size_t)(close - start)};
    return is_plain(*text) ? (size_t)(close + closing.size - begin) : 0;
}

bool ent_xml_check(struct ent_xml *xml, struct ent_str raw)
{
    return check_classes(xml, raw, classes_of(raw));
}

bool ent_xml_decode(struct ent_xml *xml, struct ent_str raw, bool attribute,
                    struct ent_str *value)
{
    unsigned found = classes_of(raw);
    *value = raw;
    if (found == 0)
        return true;
    if (!check_classes(xml, raw, found))
        return false;
    if (attribute && (found & LESS)) {
        ent_xml_fail(xml, ENT_EFORMAT, "'<' in an attribute value");
        return false;
    }
    unsigned slow = attribute ? AMPERSAND | RETURN | BLANK : AMPERSAND | RETURN;
    return !(found & slow) || decode_slowly(xml, raw, attribute, value);
}
