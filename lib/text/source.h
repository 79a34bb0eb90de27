/* source.h: where the bytes of documents come from; shared inside lib/text. */
#ifndef ENTENTE_TEXT_SOURCE_H
#define ENTENTE_TEXT_SOURCE_H

#include <entente/lines.h>
#include <entente/text.h>

/* The files behind operands, folders walked in byte order of names. */
struct ent_paths {
    char **stack; /* still to visit, the next one last; owned */
    size_t count, capacity;
};

enum ent_status ent_paths_open(struct ent_paths *paths, const char *const *operands,
                               size_t count);
void ent_paths_close(struct ent_paths *paths);
/* The next file; free() it. ENT_END after the last; ENT_EIO for a folder that cannot
 * be read (`*path` is then set too, and going on is fine). */
enum ent_status ent_paths_next(struct ent_paths *paths, char **path,
                               struct ent_error *error);

/* What the first bytes of a file look like; `name` may break a tie. */
enum ent_input ent_sniff(struct ent_str head, const char *name);

/* Set title, date and text of a plain text document from `text` (clean, in the arena). */
void ent_plain_fill(struct ent_document *document, struct ent_str text);

/* One HTML page (UTF-8). `fragment`: only a piece of text as feeds carry it. */
enum ent_status ent_html_fill(struct ent_document *document, struct ent_str html,
                              struct ent_error *error);
/* The text of a piece of HTML as feeds carry it, appended to `out`. */
enum ent_status ent_html_text(struct ent_str html, struct ent_buf *out);
/* The charset that the head of an HTML or XML file declares, or the empty view. */
struct ent_str ent_declared_charset(struct ent_str head);

struct ent_feed; /* the entries of an RSS or Atom file */

enum ent_status ent_feed_open(struct ent_feed **feed, struct ent_str xml,
                              struct ent_error *error);
void ent_feed_free(struct ent_feed *feed);
/* The next entry; ENT_END after the last. */
enum ent_status ent_feed_next(struct ent_feed *feed, struct ent_document *document);

struct ent_json_list; /* documents in one JSON array, or a single object */

/* Does the file begin like one of these rather than like JSON Lines? */
bool ent_is_json_list(struct ent_str head);
enum ent_status ent_json_list_open(struct ent_json_list **list, struct ent_str text,
                                   struct ent_error *error);
void ent_json_list_free(struct ent_json_list *list);
enum ent_status ent_json_list_next(struct ent_json_list *list,
                                   struct ent_document *document,
                                   struct ent_error *error);

struct ent_csv; /* a table with a header line */

enum ent_status ent_csv_open(struct ent_csv **csv, struct ent_lines *lines,
                             struct ent_error *error);
void ent_csv_free(struct ent_csv *csv);
enum ent_status ent_csv_next(struct ent_csv *csv, struct ent_document *document,
                             struct ent_error *error);

/* "fr" and "en" for what documents call these ("fr-CA", "fra", "English"); anything else as
 * it is. */
struct ent_str ent_language_code(struct ent_str text);

/* Blank the paragraphs that stood in the text before; returns how many. */
uint32_t ent_drop_repeats(struct ent_document *document);

#endif
