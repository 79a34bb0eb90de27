/* xml.h: a pull scanner for XML, made for large files of small elements.
 *
 * One pass over a sliding buffer, no tree, no copies where no entity has to be decoded.
 * It checks what a well-formed document must keep: matching tags, one root, quoted and
 * unique attributes, legal characters, valid UTF-8. Entity declarations are refused, so
 * no input can grow while it is read. UTF-8, UTF-16 (with a byte order mark) and every
 * encoding that iconv knows by the name in the XML declaration. */
#ifndef ENTENTE_DRAW_XML_H
#define ENTENTE_DRAW_XML_H

#include <entente/buf.h>
#include <entente/status.h>
#include <iconv.h>
#include <stdio.h>

enum ent_xml_event {
    ENT_XML_FAILED, /* see struct ent_error */
    ENT_XML_START,  /* name and attributes are set */
    ENT_XML_STOP,   /* name is set */
    ENT_XML_TEXT,   /* text is set: a piece of character data */
    ENT_XML_COMMENT,
    ENT_XML_EOF,
};

enum { ENT_XML_ATTRIBUTES = 32, ENT_XML_DEPTH = 200 };

struct ent_xml_attribute {
    struct ent_str name, value; /* name as written, with prefix */
};

struct ent_xml {
    struct ent_str name; /* of the element, without its namespace prefix */
    struct ent_str text;
    struct ent_xml_attribute attributes[ENT_XML_ATTRIBUTES];
    uint32_t attribute_count;
    uint32_t depth;   /* open elements, the one just started included */
    bool keep_blanks; /* report text that is only white space (off at first) */
    struct ent_error *error;

    /* Private from here on. */
    FILE *file;
    iconv_t converter; /* (iconv_t)-1 for UTF-8 */
    char *data;        /* [capacity]; unread bytes are begin .. end */
    size_t begin, end, capacity;
    char raw[4096]; /* bytes not yet converted */
    size_t raw_size;
    size_t lines; /* newlines before data[lines_at] */
    size_t lines_at;
    bool input_ended;
    bool empty_element; /* <a/> has been started: its end comes next */
    bool root_seen;
    struct ent_buf open; /* names of the open elements, one after the other */
    uint32_t open_at[ENT_XML_DEPTH + 1]; /* where each begins in `open` */
    struct ent_buf decoded;              /* values that held entities */
};

void ent_xml_init(struct ent_xml *xml, FILE *file, struct ent_error *error);
void ent_xml_clear(struct ent_xml *xml);

/* The next event; views last until the next call. */
enum ent_xml_event ent_xml_next(struct ent_xml *xml);

/* A whole element `<name attribute="value">text</name>`, if just that comes next:
 * `opening` is all up to the value, `closing` the end tag. Nothing in the text needs
 * decoding, and the value is as written. Returns the bytes up to its end, for
 * ent_xml_pass; 0 if anything is different, and ent_xml_next has to look at it. The fast
 * way through data elements. */
size_t ent_xml_leaf(const struct ent_xml *xml, struct ent_str opening,
                    struct ent_str closing, struct ent_str *value, struct ent_str *text);

/* Value of an attribute of the element just started; data NULL if it has none. */
struct ent_str ent_xml_get(const struct ent_xml *xml, const char *name);

/* Fill error with the present line; returns ENT_XML_FAILED. */
enum ent_xml_event ent_xml_fail(struct ent_xml *xml, enum ent_status status,
                                const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static inline bool ent_xml_is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline const char *ent_xml_skip_blanks(const char *at, const char *end)
{
    while (at < end && ent_xml_is_blank(*at))
        at++;
    return at;
}

/* Pass over bytes that ent_xml_leaf counted. */
static inline void ent_xml_pass(struct ent_xml *xml, size_t size)
{
    xml->begin += size;
}

/* xml_input.c */
bool ent_xml_start_input(struct ent_xml *xml);
/* More bytes behind `end`; false at the end of input or (error set) on failure. Moves the
 * unread bytes to the front of data. */
bool ent_xml_fill(struct ent_xml *xml);
/* Line of the next unread byte. */
size_t ent_xml_line(struct ent_xml *xml);

/* xml_text.c: check and decode character data or an attribute value. A view of `raw`
 * itself or of `decoded` (appended to). False after ent_xml_fail. */
bool ent_xml_decode(struct ent_xml *xml, struct ent_str raw, bool attribute,
                    struct ent_str *value);
/* Check that the characters are legal (comments, CDATA), without decoding. */
bool ent_xml_check(struct ent_xml *xml, struct ent_str raw);

#endif
