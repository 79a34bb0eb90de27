#include "cli.h"

#include <entente/pool.h>
#include <entente/str.h>

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void print_message(const struct ent_cli *cli, const char *format, va_list args)
{
    int saved = errno;
    fprintf(stderr, "%s: ", cli->tool->name);
    vfprintf(stderr, format, args);
    size_t size = strlen(format);
    if (size && format[size - 1] == ':')
        fprintf(stderr, " %s", strerror(saved));
    fputc('\n', stderr);
}

void ent_cli_error(struct ent_cli *cli, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_message(cli, format, args);
    va_end(args);
    cli->failed = true;
}

void ent_cli_warn(struct ent_cli *cli, const char *format, ...)
{
    if (cli->quiet)
        return;
    va_list args;
    va_start(args, format);
    print_message(cli, format, args);
    va_end(args);
}

void ent_cli_report(struct ent_cli *cli, const char *file, const struct ent_error *error)
{
    const char *text = error->text[0] ? error->text : ent_status_text(error->status);
    const char *name = file ? ent_cli_name(file) : NULL;
    if (name && error->line)
        ent_cli_error(cli, "%s:%zu: %s", name, error->line, text);
    else if (name)
        ent_cli_error(cli, "%s: %s", name, text);
    else
        ent_cli_error(cli, "%s", text);
}

int ent_cli_usage(struct ent_cli *cli, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_message(cli, format, args);
    va_end(args);
    fprintf(stderr, "Try '%s --help' for more information.\n", cli->tool->name);
    return ENT_EXIT_USAGE;
}

bool ent_cli_int(struct ent_cli *cli, const char *name, const char *value, long low,
                 long high, long *result)
{
    int64_t number;
    if (!ent_str_int(ent_str_of(value), &number) || number < low || number > high) {
        ent_cli_usage(cli, "--%s needs a whole number from %ld to %ld, not '%s'", name,
                      low, high, value);
        return false;
    }
    *result = (long)number;
    return true;
}

bool ent_cli_real(struct ent_cli *cli, const char *name, const char *value, double low,
                  double high, double *result)
{
    double number;
    if (!ent_str_double(ent_str_of(value), &number) ||
        !(number >= low && number <= high)) {
        ent_cli_usage(cli, "--%s needs a number from %g to %g, not '%s'", name, low, high,
                      value);
        return false;
    }
    *result = number;
    return true;
}

const char *ent_cli_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

FILE *ent_cli_open(struct ent_cli *cli, const char *path)
{
    if (strcmp(path, "-") == 0)
        return stdin;
    FILE *file = fopen(path, "rb");
    if (!file)
        ent_cli_error(cli, "%s: cannot open: %s", path, strerror(errno));
    return file;
}

void ent_cli_close(struct ent_cli *cli, const char *path, FILE *file)
{
    if (ferror(file))
        ent_cli_error(cli, "%s: cannot read", ent_cli_name(path));
    if (file != stdin)
        fclose(file);
}

bool ent_cli_write(struct ent_cli *cli, struct ent_str data)
{
    if (data.size)
        fwrite(data.data, 1, data.size, cli->out);
    if (cli->unbuffered)
        fflush(cli->out);
    return !ferror(cli->out);
}

void ent_cli_progress(struct ent_cli *cli, const char *format, ...)
{
    if (cli->quiet || !isatty(STDERR_FILENO))
        return;
    if (!format) {
        fputc('\n', stderr);
        return;
    }
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds = (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
    if (seconds - cli->progress_shown < 0.2)
        return;
    cli->progress_shown = seconds;
    va_list args;
    va_start(args, format);
    fputc('\r', stderr);
    vfprintf(stderr, format, args);
    va_end(args);
}

int ent_cli_finish(struct ent_cli *cli)
{
    errno = 0;
    bool bad = ferror(cli->out) != 0;
    if (fclose(cli->out) != 0)
        bad = true;
    int reason = errno;
    if (bad)
        ent_cli_error(cli, "cannot write %s%s%s",
                      cli->output ? cli->output : "standard output", reason ? ": " : "",
                      reason ? strerror(reason) : "");
    if (cli->skipped)
        ent_cli_error(cli, "%zu record%s skipped", cli->skipped,
                      cli->skipped == 1 ? "" : "s");
    return cli->failed ? ENT_EXIT_FAILED : ENT_EXIT_OK;
}
