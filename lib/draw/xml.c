/* xml.c: from bytes to tags, text and comments. */
#include "draw/xml.h"

#include <stdlib.h>

void ent_xml_init(struct ent_xml *xml, FILE *file, struct ent_error *error)
{
    memset(xml, 0, sizeof *xml);
    xml->file = file;
    xml->error = error;
    xml->converter = (iconv_t)-1;
    ent_buf_init(&xml->open);
    ent_buf_init(&xml->decoded);
    error->status = ENT_OK;
}

void ent_xml_clear(struct ent_xml *xml)
{
    if (xml->converter != (iconv_t)-1)
        iconv_close(xml->converter);
    ent_buf_clear(&xml->open);
    ent_buf_clear(&xml->decoded);
    free(xml->data);
    xml->data = NULL;
}

static const struct ent_xml_attribute *find_attribute(const struct ent_xml *xml,
                                                      struct ent_str name)
{
    for (uint32_t i = 0; i < xml->attribute_count; i++) {
        struct ent_str other = xml->attributes[i].name;
        if (other.size == name.size && other.data[0] == name.data[0] &&
            memcmp(other.data, name.data, name.size) == 0)
            return &xml->attributes[i];
    }
    return NULL;
}

struct ent_str ent_xml_get(const struct ent_xml *xml, const char *name)
{
    const struct ent_xml_attribute *found = find_attribute(xml, ent_str_of(name));
    return found ? found->value : (struct ent_str){NULL, 0};
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == ':' || c == '-' || c == '.' || (unsigned char)c >= 0x80;
}

static bool starts_name(char c)
{
    return is_name_byte(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.';
}

/* Position of `needle` at or after begin + from, reading on as needed; SIZE_MAX at the
 * end of input. Offsets count from begin, which ent_xml_fill may move. */
static size_t find_ahead(struct ent_xml *xml, size_t from, struct ent_str needle)
{
    for (;;) {
        size_t unread = xml->end - xml->begin;
        if (unread > from) {
            struct ent_str rest = {xml->data + xml->begin + from, unread - from};
            size_t found = ent_str_find(rest, needle);
            if (found != SIZE_MAX)
                return from + found;
            if (rest.size >= needle.size)
                from += rest.size - needle.size + 1;
        }
        if (!ent_xml_fill(xml))
            return SIZE_MAX;
    }
}

/* Are at least `size` bytes unread? */
static bool ahead(struct ent_xml *xml, size_t size)
{
    while (xml->end - xml->begin < size) {
        if (!ent_xml_fill(xml))
            return false;
    }
    return true;
}

static bool at_text(struct ent_xml *xml, const char *text)
{
    size_t size = strlen(text);
    return ahead(xml, size) && memcmp(xml->data + xml->begin, text, size) == 0;
}

/* Offset from begin of the '>' that closes the tag at begin, quotes respected. */
static size_t find_tag_end(struct ent_xml *xml)
{
    size_t at = 1;
    char quote = 0;
    for (;;) {
        const char *tag = xml->data + xml->begin;
        for (size_t size = xml->end - xml->begin; at < size; at++) {
            char c = tag[at];
            if (quote) {
                if (c == quote)
                    quote = 0;
            } else if (c == '>') {
                return at;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        if (!ent_xml_fill(xml))
            return SIZE_MAX;
    }
}

static enum ent_xml_event truncated(struct ent_xml *xml)
{
    if (xml->error->status != ENT_OK)
        return ENT_XML_FAILED;
    return ent_xml_fail(xml, ENT_EFORMAT, "the file ends inside a tag or comment");
}

/* Decoded text is never longer than the raw text, so with this much room views into
 * `decoded` stay valid. */
static bool reserve_decoded(struct ent_xml *xml, size_t size)
{
    struct ent_buf *buf = &xml->decoded;
    ent_buf_reset(buf);
    if (buf->capacity > size + 8)
        return true;
    char *data = realloc(buf->data, 2 * size + 64);
    if (!data) {
        ent_xml_fail(xml, ENT_EMEMORY, "out of memory");
        return false;
    }
    buf->data = data;
    buf->capacity = 2 * size + 64;
    return true;
}

static bool add_attribute(struct ent_xml *xml, struct ent_str name, struct ent_str raw)
{
    if (find_attribute(xml, name)) {
        ent_xml_fail(xml, ENT_EFORMAT, "attribute '%.*s' given twice", ENT_FMT(name));
        return false;
    }
    if (xml->attribute_count == ENT_XML_ATTRIBUTES) {
        ent_xml_fail(xml, ENT_ELIMIT, "more than %d attributes", ENT_XML_ATTRIBUTES);
        return false;
    }
    struct ent_xml_attribute *attribute = &xml->attributes[xml->attribute_count];
    attribute->name = name;
    if (!ent_xml_decode(xml, raw, true, &attribute->value))
        return false;
    xml->attribute_count++;
    return true;
}

/* One ` name="value"` of the text at..end; the position behind it, or NULL. */
static const char *scan_attribute(struct ent_xml *xml, const char *at, const char *end)
{
    const char *name = ent_xml_skip_blanks(at, end);
    bool separated = name > at;
    at = name;
    while (at < end && is_name_byte(*at))
        at++;
    struct ent_str key = {name, (size_t)(at - name)};
    at = ent_xml_skip_blanks(at, end);
    bool equals = at < end && *at == '=';
    at = ent_xml_skip_blanks(equals ? at + 1 : at, end);
    char quote = at < end ? *at++ : 0;
    const char *close =
        quote == '"' || quote == '\'' ? memchr(at, quote, (size_t)(end - at)) : NULL;
    if (!separated || !equals || !close || key.size == 0 || !starts_name(*name)) {
        ent_xml_fail(xml, ENT_EFORMAT, "malformed attributes in <%.*s>",
                     (int)(xml->name.size < 40 ? xml->name.size : 40), xml->name.data);
        return NULL;
    }
    struct ent_str raw = {at, (size_t)(close - at)};
    return add_attribute(xml, key, raw) ? close + 1 : NULL;
}

static struct ent_str local_name(struct ent_str name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == ':')
            return ent_str_sub(name, i + 1, name.size);
    }
    return name;
}

static bool push_open(struct ent_xml *xml, struct ent_str name)
{
    if (xml->depth == ENT_XML_DEPTH) {
        ent_xml_fail(xml, ENT_ELIMIT, "elements nested deeper than %d", ENT_XML_DEPTH);
        return false;
    }
    if (xml->depth == 0 && xml->root_seen) {
        ent_xml_fail(xml, ENT_EFORMAT, "more than one root element");
        return false;
    }
    xml->root_seen = true;
    xml->open_at[xml->depth++] = (uint32_t)xml->open.size;
    ent_buf_str(&xml->open, name);
    if (xml->open.failed)
        ent_xml_fail(xml, ENT_EMEMORY, "out of memory");
    return !xml->open.failed;
}

/* The name of the innermost open element, as written. */
static struct ent_str top_open(const struct ent_xml *xml)
{
    uint32_t start = xml->open_at[xml->depth - 1];
    return (struct ent_str){xml->open.data + start, xml->open.size - start};
}

static enum ent_xml_event stop_element(struct ent_xml *xml)
{
    xml->name = local_name(top_open(xml));
    xml->depth--;
    xml->open.size = xml->open_at[xml->depth];
    return ENT_XML_STOP;
}

static enum ent_xml_event scan_start(struct ent_xml *xml)
{
    size_t size = find_tag_end(xml);
    if (size == SIZE_MAX)
        return truncated(xml);
    const char *tag = xml->data + xml->begin, *end = tag + size, *at = tag + 1;
    xml->empty_element = end[-1] == '/';
    if (xml->empty_element)
        end--;
    while (at < end && is_name_byte(*at))
        at++;
    struct ent_str name = {tag + 1, (size_t)(at - tag - 1)};
    if (name.size == 0 || !starts_name(name.data[0]))
        return ent_xml_fail(xml, ENT_EFORMAT, "'<' that begins no tag");
    xml->name = local_name(name);
    xml->attribute_count = 0;
    if (!reserve_decoded(xml, size))
        return ENT_XML_FAILED;
    while (ent_xml_skip_blanks(at, end) < end) {
        at = scan_attribute(xml, at, end);
        if (!at)
            return ENT_XML_FAILED;
    }
    if (!push_open(xml, name))
        return ENT_XML_FAILED;
    xml->begin += size + 1;
    return ENT_XML_START;
}

static enum ent_xml_event scan_stop(struct ent_xml *xml)
{
    size_t size = find_ahead(xml, 2, ENT_STR(">"));
    if (size == SIZE_MAX)
        return truncated(xml);
    const char *name = xml->data + xml->begin + 2;
    struct ent_str written = {name, size - 2};
    while (written.size > 0 && ent_xml_is_blank(name[written.size - 1]))
        written.size--;
    int shown = (int)(written.size < 40 ? written.size : 40);
    if (xml->depth == 0)
        return ent_xml_fail(xml, ENT_EFORMAT, "</%.*s> closes nothing", shown, name);
    struct ent_str open = top_open(xml);
    if (!ent_str_eq(written, open))
        return ent_xml_fail(xml, ENT_EFORMAT, "</%.*s> where </%.*s> is due", shown, name,
                            (int)(open.size < 40 ? open.size : 40), open.data);
    xml->begin += size + 1;
    return stop_element(xml);
}

/* Pass over `<!-- ... -->` and the like; the inside becomes the text. */
static bool scan_section(struct ent_xml *xml, const char *opening, struct ent_str closing,
                         struct ent_str *inside)
{
    size_t start = strlen(opening);
    size_t size = find_ahead(xml, start, closing);
    if (size == SIZE_MAX) {
        truncated(xml);
        return false;
    }
    struct ent_str raw = {xml->data + xml->begin + start, size - start};
    if (!ent_xml_check(xml, raw))
        return false;
    *inside = raw;
    xml->begin += size + closing.size;
    return true;
}

static bool skip_doctype(struct ent_xml *xml)
{
    size_t size = find_tag_end(xml);
    if (size == SIZE_MAX) {
        truncated(xml);
        return false;
    }
    struct ent_str tag = {xml->data + xml->begin, size};
    if (memchr(tag.data, '[', tag.size)) {
        ent_xml_fail(xml, ENT_ELIMIT,
                     "entity declarations in the document type are refused");
        return false;
    }
    xml->begin += size + 1;
    return true;
}

static enum ent_xml_event scan_text(struct ent_xml *xml)
{
    size_t size = find_ahead(xml, 0, ENT_STR("<"));
    if (size == SIZE_MAX) {
        if (xml->error->status != ENT_OK)
            return ENT_XML_FAILED;
        size = xml->end - xml->begin;
    }
    struct ent_str raw = {xml->data + xml->begin, size};
    if (xml->depth == 0 && ent_str_trim(raw).size > 0)
        return ent_xml_fail(xml, ENT_EFORMAT, "text outside the root element");
    if (!reserve_decoded(xml, size) || !ent_xml_decode(xml, raw, false, &xml->text))
        return ENT_XML_FAILED;
    xml->begin += size;
    return ENT_XML_TEXT;
}

static enum ent_xml_event at_end(struct ent_xml *xml)
{
    if (xml->error->status != ENT_OK)
        return ENT_XML_FAILED;
    if (xml->depth > 0) {
        struct ent_str open = top_open(xml);
        return ent_xml_fail(xml, ENT_EFORMAT, "the file ends inside <%.*s>",
                            (int)(open.size < 40 ? open.size : 40), open.data);
    }
    if (!xml->root_seen)
        return ent_xml_fail(xml, ENT_EFORMAT, "no XML element");
    return ENT_XML_EOF;
}

/* Pass over white space before a tag. */
static void skip_blank_text(struct ent_xml *xml)
{
    const char *at = ent_xml_skip_blanks(xml->data + xml->begin, xml->data + xml->end);
    if (at < xml->data + xml->end && *at == '<')
        xml->begin = (size_t)(at - xml->data);
}

enum ent_xml_event ent_xml_next(struct ent_xml *xml)
{
    struct ent_str skipped;
    if (xml->empty_element) {
        xml->empty_element = false;
        return stop_element(xml);
    }
    if (!xml->data && !ent_xml_start_input(xml))
        return ENT_XML_FAILED;
    for (;;) {
        if (!ahead(xml, 1))
            return at_end(xml);
        if (!xml->keep_blanks && ent_xml_is_blank(xml->data[xml->begin]))
            skip_blank_text(xml);
        if (xml->data[xml->begin] != '<')
            return scan_text(xml);
        if (!ahead(xml, 2))
            return truncated(xml);
        char second = xml->data[xml->begin + 1];
        if (second == '/')
            return scan_stop(xml);
        if (second != '!' && second != '?')
            return scan_start(xml);
        if (at_text(xml, "<!--"))
            return scan_section(xml, "<!--", ENT_STR("-->"), &xml->text) ? ENT_XML_COMMENT
                                                                         : ENT_XML_FAILED;
        if (xml->depth > 0 && at_text(xml, "<![CDATA["))
            return scan_section(xml, "<![CDATA[", ENT_STR("]]>"), &xml->text)
                       ? ENT_XML_TEXT
                       : ENT_XML_FAILED;
        bool passed = second == '?' ? scan_section(xml, "<?", ENT_STR("?>"), &skipped)
                                    : skip_doctype(xml);
        if (!passed)
            return ENT_XML_FAILED;
    }
}
