#include "net_cli.h"

#include <entente/buf.h>
#include <entente/data.h>
#include <entente/graphml.h>

struct reading {
    struct ent_cli *cli;
    const char *path;
};

static bool report_line(void *context, const struct ent_error *error)
{
    struct reading *reading = context;
    ent_cli_report(reading->cli, reading->path, error);
    reading->cli->skipped += error->status == ENT_EFORMAT;
    return error->status == ENT_EFORMAT && !reading->cli->strict;
}

bool ent_cli_read_relations(struct ent_cli *cli, const char *path,
                            struct ent_aggregate *aggregate)
{
    FILE *file = ent_cli_open(cli, path);
    if (!file)
        return !cli->strict;
    struct reading reading = {cli, path};
    enum ent_status status =
        ent_aggregate_read_all(aggregate, file, cli->jobs, report_line, &reading);
    ent_cli_close(cli, path, file);
    return status == ENT_OK;
}

struct ent_aggregate *ent_cli_aggregate(struct ent_cli *cli)
{
    struct ent_error error;
    struct ent_aggregate *aggregate = ent_aggregate_new();
    bool fine = aggregate != NULL;
    if (!fine)
        ent_cli_error(cli, "out of memory");
    for (size_t i = 0; fine && i < cli->file_count; i++)
        fine = ent_cli_read_relations(cli, cli->files[i], aggregate);
    if (fine && ent_aggregate_finish(aggregate, &error) != ENT_OK) {
        ent_cli_report(cli, NULL, &error);
        fine = false;
    }
    if (!fine) {
        ent_aggregate_free(aggregate);
        return NULL;
    }
    return aggregate;
}

bool ent_cli_read_network(struct ent_cli *cli, const char *path,
                          struct ent_network *network)
{
    struct ent_error error;
    ent_network_init(network, true);
    FILE *file = ent_cli_open(cli, path);
    if (!file)
        return false;
    enum ent_status status = ent_graphml_read(network, file, &error);
    if (status != ENT_OK)
        ent_cli_report(cli, path, &error);
    ent_cli_close(cli, path, file);
    return status == ENT_OK;
}

/* A word of the command line as a shell would take it. */
static void put_word(struct ent_buf *buf, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-_=+,./:@%";
    if (*word && strspn(word, plain) == strlen(word)) {
        ent_buf_text(buf, word);
        return;
    }
    ent_buf_char(buf, '\'');
    for (; *word; word++) {
        if (*word == '\'')
            ent_buf_text(buf, "'\\''");
        else
            ent_buf_char(buf, (unsigned char)*word < ' ' ? ' ' : *word);
    }
    ent_buf_char(buf, '\'');
}

/* How many words of the command line say how many threads to use: that changes no
 * network, so no file shall tell of it. */
static int words_of_jobs(const char *word)
{
    if (strcmp(word, "-j") == 0 || strcmp(word, "--jobs") == 0)
        return 2;
    bool joined = strncmp(word, "-j", 2) == 0 || strncmp(word, "--jobs=", 7) == 0;
    return joined ? 1 : 0;
}

static enum ent_status note_command(struct ent_cli *cli, struct ent_network *network,
                                    struct ent_error *error)
{
    struct ent_buf line;
    ent_buf_init(&line);
    ent_buf_printf(&line, "%s %s: %s", cli->tool->name, ent_version(), cli->tool->name);
    for (int i = 1; i < cli->argc; i++) {
        int jobs = words_of_jobs(cli->argv[i]);
        if (jobs > 0) {
            i += jobs - 1;
            continue;
        }
        ent_buf_char(&line, ' ');
        put_word(&line, cli->argv[i]);
    }
    enum ent_status status = ent_network_note(network, ent_buf_view(&line), error);
    ent_buf_clear(&line);
    return status;
}

bool ent_cli_write_network(struct ent_cli *cli, struct ent_network *network, FILE *file)
{
    struct ent_error error;
    enum ent_status status = ENT_OK;
    if (cli->provenance)
        status = note_command(cli, network, &error);
    if (status == ENT_OK)
        status = ent_graphml_write(network,
                                   ENT_GRAPHML_COMMENTS |
                                       (cli->provenance ? ENT_GRAPHML_PROVENANCE : 0),
                                   file, &error);
    /* ent_cli_finish tells about a failure to write, with the reason. */
    if (status != ENT_OK && status != ENT_EIO)
        ent_cli_report(cli, NULL, &error);
    return status == ENT_OK;
}

int ent_cli_misuse_operands(struct ent_cli *cli, size_t wanted)
{
    return ent_cli_usage(cli, "%zu file%s wanted, %zu given", wanted,
                         wanted == 1 ? "" : "s", cli->files_given ? cli->file_count : 0);
}
