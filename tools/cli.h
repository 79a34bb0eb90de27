/* cli.h: what every tool's command line shares.
 *
 * A tool describes itself by a struct ent_tool with its option table; ent_cli_parse
 * handles the options all tools have (-h -V -o -q -v --strict ...) and prints --help from
 * the table. Exit status: 0 done; 1 something could not be read, parsed or written; 2
 * usage. */
#ifndef ENTENTE_CLI_H
#define ENTENTE_CLI_H

#include <entente/lines.h>
#include <entente/status.h>
#include <stdbool.h>
#include <stdio.h>

enum { ENT_EXIT_OK = 0, ENT_EXIT_FAILED = 1, ENT_EXIT_USAGE = 2 };

struct ent_option {
    char short_name;      /* 0 = none */
    const char *name;     /* long name without dashes */
    const char *argument; /* what --help calls it, NULL = flag */
    const char *help;     /* one line */
};

/* Shared options that a tool switches on. -h, -V, -o and -q are always there. */
enum {
    ENT_CLI_JOBS = 1 << 0,       /* -j, --jobs N */
    ENT_CLI_LANG = 1 << 1,       /* --lang fr|en */
    ENT_CLI_SEED = 1 << 2,       /* --seed N */
    ENT_CLI_STRICT = 1 << 3,     /* --strict */
    ENT_CLI_SHARD = 1 << 4,      /* --shard K/N */
    ENT_CLI_PROVENANCE = 1 << 5, /* --no-provenance */
    ENT_CLI_UNBUFFERED = 1 << 6, /* --unbuffered */
};

struct ent_cli;

struct ent_tool {
    const char *name;      /* "ent-graph" */
    const char *synopsis;  /* "[OPTION]... [FILE]..." */
    const char *summary;   /* one line */
    const char *epilogue;  /* further paragraphs of --help, may be NULL */
    const struct ent_option *options; /* ends with an entry whose name is NULL */
    unsigned shared;       /* ENT_CLI_* */
    /* Called for every own option, in order; returns false after ent_cli_usage(). */
    bool (*option)(void *context, struct ent_cli *cli, const char *name,
                   const char *value);
    void *context;
};

struct ent_cli {
    const struct ent_tool *tool;
    const char *const *files; /* operands; { "-" } if there were none */
    size_t file_count;
    bool files_given;   /* false: standard input by default */
    const char *output; /* -o, or NULL */
    FILE *out;          /* where data goes */
    bool quiet, strict, provenance, unbuffered;
    int verbose;
    int jobs;           /* >= 1 */
    const char *lang;   /* NULL = not given */
    uint64_t seed;      /* 1 by default */
    unsigned shard, shards; /* 0 of 1 by default */
    int argc;
    char **argv;
    bool failed;        /* something was reported by ent_cli_error */
    size_t skipped;     /* bad records */
    double progress_shown; /* when progress was last shown, seconds */
    const char *default_file[1];
};

/* Parse the command line. Returns -1 to go on, else the exit status to return at once
 * (--help, --version, misuse, standard input is a terminal and no file given). */
int ent_cli_parse(struct ent_cli *cli, const struct ent_tool *tool, int argc,
                  char **argv);

/* Parse another command line of `tool`, for its own options only; bad values are
 * complained of in the name of the running tool. False after having complained. */
bool ent_cli_options_again(struct ent_cli *cli, const struct ent_tool *tool, int argc,
                           char **argv);

/* "tool: message" on stderr; sets failed. A message that ends in ':' gets
 * strerror(errno). */
void ent_cli_error(struct ent_cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "tool: FILE:LINE: message" (parts that are missing are left out); sets failed. */
void ent_cli_report(struct ent_cli *cli, const char *file, const struct ent_error *error);
/* A warning: does not set failed; silent with -q. */
void ent_cli_warn(struct ent_cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Misuse: message and a hint at --help; returns ENT_EXIT_USAGE. */
int ent_cli_usage(struct ent_cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Whole numbers and reals in option values; false after having complained. */
bool ent_cli_int(struct ent_cli *cli, const char *name, const char *value, long low,
                 long high, long *result);
bool ent_cli_real(struct ent_cli *cli, const char *name, const char *value, double low,
                  double high, double *result);

/* Open a file operand ("-" = standard input); NULL after having complained. */
FILE *ent_cli_open(struct ent_cli *cli, const char *path);
/* Close what ent_cli_open opened, complaining about read errors. */
void ent_cli_close(struct ent_cli *cli, const char *path, FILE *file);
/* Name for messages: "standard input" for "-". */
const char *ent_cli_name(const char *path);

/* Write bytes to cli->out; false once writing failed (reported in ent_cli_finish). */
bool ent_cli_write(struct ent_cli *cli, struct ent_str data);
/* Progress on a terminal's stderr, at most five times a second; NULL text ends the
 * line. */
void ent_cli_progress(struct ent_cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Flush and close the output, say how many records were skipped, return the exit
 * status. */
int ent_cli_finish(struct ent_cli *cli);

#endif
