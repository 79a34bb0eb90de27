/* text.h: from bytes to documents to sentences and tokens. */
#ifndef ENTENTE_TEXT_H
#define ENTENTE_TEXT_H

#include <entente/buf.h>
#include <entente/document.h>
#include <stdio.h>

enum ent_input {
    ENT_INPUT_AUTO, ENT_INPUT_TEXT, ENT_INPUT_HTML, ENT_INPUT_JSONL, ENT_INPUT_CSV,
    ENT_INPUT_FEED, /* RSS or Atom */
};

struct ent_reader; /* documents out of files, folders and streams, one at a time */

struct ent_reader_options {
    enum ent_input input;
    const char *lang; /* force this language, NULL = the record's or guessed */
    bool strict;      /* stop at the first bad record */
    bool keep_repeats;    /* keep paragraphs that a document repeats */
    bool drop_duplicates; /* leave out documents that nearly equal an earlier one */
    void (*report)(void *context, const char *file, const struct ent_error *error);
    void *context;    /* for report, which is called for every skipped record */
};

/* `paths` are files, folders (read recursively in byte order of names) or "-"; they are
 * borrowed until the reader is freed. */
struct ent_reader *ent_reader_new(const char *const *paths, size_t count,
                                  const struct ent_reader_options *options);
void ent_reader_free(struct ent_reader *reader);

/* The next document with id, date, lang, title, text ... set, text in NFC. ENT_END after the
 * last. Unreadable files and malformed records are reported, counted and skipped. */
enum ent_status ent_reader_next(struct ent_reader *reader, struct ent_document *document,
                                struct ent_error *error);
size_t ent_reader_errors(const struct ent_reader *reader);

/* What was done to the documents so far. */
struct ent_reader_counts {
    size_t documents;  /* handed out */
    size_t errors;     /* unreadable files and malformed records */
    size_t duplicates; /* documents left out */
    size_t repeats;    /* paragraphs left out */
    size_t repaired;   /* bytes that were no text and replaced */
};

void ent_reader_count(const struct ent_reader *reader, struct ent_reader_counts *counts);

/* Documents seen before, also when some words differ: three quarters of their runs of three
 * words must be the same (min-wise hashing, Broder 1997). Remembers the last 65,536
 * documents in 33 MB. */
struct ent_duplicates;

struct ent_duplicates *ent_duplicates_new(void);
void ent_duplicates_free(struct ent_duplicates *duplicates);
/* Remember the document; true if it nearly equals one that is remembered. Texts of fewer
 * than 20 words must be equal. */
bool ent_duplicates_seen(struct ent_duplicates *duplicates, struct ent_str text);

/* A document as a JSON Lines record, and back. */
void ent_document_write(const struct ent_document *document, struct ent_buf *buf);
enum ent_status ent_document_read(struct ent_str line, struct ent_document *document,
                                  struct ent_error *error);

/* The word lists and rules of all languages; immutable once loaded, shared by threads. */
struct ent_tokenizer;

/* Load the lists from the data folders "fr" and "en". */
enum ent_status ent_tokenizer_load(struct ent_tokenizer **tokenizer,
                                   struct ent_error *error);
void ent_tokenizer_free(struct ent_tokenizer *tokenizer);

/* Split the document's text into sentences, tokens and words (multiword tokens such as
 * "du" split): fills document->sentences with forms, spans, paragraphs, comments
 * ("# newdoc id", ..., "# sent_id", "# text"); tags and heads are left empty.
 * The rules are those of document->lang, "fr" or "en"; anything else is treated as "en". */
enum ent_status ent_tokenize(const struct ent_tokenizer *tokenizer,
                             struct ent_document *document, struct ent_error *error);

/* Learning what French "des" is (the article or de + les) from treebanks and plain text. */
struct ent_des_trainer;

struct ent_des_trainer *ent_des_trainer_new(void);
void ent_des_trainer_free(struct ent_des_trainer *trainer);
/* Learn from a document: `gold` says that its multiword tokens are right; without it only
 * the statistics of neighbouring words are taken. */
enum ent_status ent_des_trainer_add(struct ent_des_trainer *trainer,
                                    const struct ent_document *document, bool gold);
/* Append the model, the content of the data file fr/tokens/des.txt, to `out`. */
enum ent_status ent_des_train(struct ent_des_trainer *trainer, struct ent_buf *out);

/* The same from files: names that end in ".conllu" are treebanks, others documents. */
enum ent_status ent_des_train_files(const char *const *paths, size_t count,
                                    struct ent_buf *out, struct ent_error *error);

/* Learn where sentences end without a full stop, for text that has lost its line ends: the
 * content of the data file LANG/tokens/split.txt. Names that end in ".conllu" are treebanks,
 * others documents, whose line ends end sentences. */
enum ent_status ent_split_train_files(const char *const *paths, size_t count,
                                      const char *lang, struct ent_buf *out,
                                      struct ent_error *error);

/* Guess the language: "fr", "en" or "und". */
const char *ent_guess_language(struct ent_str text);

#endif
