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

/* The whole content of the element just started, if it is nothing but text: then its end
 * is passed too. False (and nothing happened) if the content has to be read with
 * ent_xml_next, or an error is waiting there. */
bool ent_xml_simple_text(struct ent_xml *xml, struct ent_str *text);

/* Value of an attribute of the element just started; data NULL if it has none. */
struct ent_str ent_xml_get(const struct ent_xml *xml, const char *name);

/* Fill error with the present line; returns ENT_XML_FAILED. */
enum ent_xml_event ent_xml_fail(struct ent_xml *xml, enum ent_status status,
                                const char *format, ...)
    __attribute__((format(printf, 3, 4)));

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
/* Is it text without anything to decode or refuse? */
bool ent_xml_plain(struct ent_str raw);
/* Check that the characters are legal (comments, CDATA), without decoding. */
bool ent_xml_check(struct ent_xml *xml, struct ent_str raw);

#endif
