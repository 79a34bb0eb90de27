/* ent-actors: mentions of actors in parsed text. */
#include "cli.h"

#include <entente/actor.h>
#include <entente/conllu.h>
#include <string.h>

enum mode { MODE_CONLLU, MODE_TABLE, MODE_UNKNOWN };

struct job {
    struct ent_knowledge *knowledge;
    struct ent_actor_table *table;
    const char *extra[16];
    size_t extra_count;
    enum mode mode;
    bool by_actor;
};

static const struct ent_option options[] = {
    {'a', "actors", "FILE", "add the records of an actor file (repeatable)"},
    {'t', "table", NULL, "write a table of actors instead of the text"},
    {'u', "unknown", NULL, "write unknown names as lines for an actor file"},
    {'l', "level", "LEVEL", "what the table counts: group (default) or actor"},
    {0, NULL, NULL, NULL},
};

static bool set_option(void *context, struct ent_cli *cli, const char *name,
                       const char *value)
{
    struct job *job = context;
    if (strcmp(name, "actors") == 0) {
        if (job->extra_count == sizeof job->extra / sizeof *job->extra) {
            ent_cli_usage(cli, "at most 16 actor files can be added");
            return false;
        }
        job->extra[job->extra_count++] = value;
    } else if (strcmp(name, "table") == 0) {
        job->mode = MODE_TABLE;
    } else if (strcmp(name, "unknown") == 0) {
        job->mode = MODE_UNKNOWN;
    } else if (strcmp(value, "group") && strcmp(value, "actor")) {
        ent_cli_usage(cli, "--level is group or actor, not '%s'", value);
        return false;
    } else {
        job->by_actor = strcmp(value, "actor") == 0;
    }
    return true;
}

/* Find the actors of one document and write it or count it. */
static bool do_document(struct ent_cli *cli, struct job *job,
                        struct ent_document *document, struct ent_buf *buf,
                        struct ent_error *error)
{
    struct ent_mentions mentions;
    enum ent_status status = ent_actors_find(job->knowledge, document, &mentions, error);
    if (!status && job->mode != MODE_CONLLU)
        return ent_actor_table_add(job->table, document, &mentions, error) == ENT_OK;
    if (!status)
        status = ent_mentions_encode(document, &mentions, error);
    if (status)
        return false;
    ent_buf_reset(buf);
    ent_conllu_write(document, buf);
    return ent_cli_write(cli, ent_buf_view(buf));
}

struct place {
    struct ent_cli *cli;
    const char *path;
};

static void report(void *context, const struct ent_error *error)
{
    struct place *place = context;
    ent_cli_report(place->cli, place->path, error);
    place->cli->skipped++;
}

static void do_file(struct ent_cli *cli, struct job *job, const char *path)
{
    FILE *file = ent_cli_open(cli, path);
    if (!file)
        return;
    struct place place = {cli, path};
    struct ent_error error = {0};
    struct ent_buf buf;
    ent_buf_init(&buf);
    struct ent_document *document = ent_document_new();
    struct ent_conllu_reader *reader = ent_conllu_reader_new(file, path);
    enum ent_status status = document && reader ? ENT_OK : ENT_EMEMORY;
    if (!status)
        ent_conllu_on_error(reader, report, &place);
    while (!status) {
        status = ent_conllu_read(reader, document, &error);
        if (status)
            break;
        if (!do_document(cli, job, document, &buf, &error))
            status = error.status ? error.status : ENT_EIO;
        if (cli->strict && cli->failed)
            status = ENT_EFORMAT;
    }
    if (status != ENT_END && !cli->failed)
        ent_cli_report(cli, path, &error);
    ent_conllu_reader_free(reader);
    ent_document_free(document);
    ent_buf_clear(&buf);
    ent_cli_close(cli, path, file);
}

static bool load(struct ent_cli *cli, struct job *job)
{
    struct ent_error error = {0};
    enum ent_status status =
        ent_knowledge_load(&job->knowledge, job->extra, job->extra_count, &error);
    if (!status && job->mode != MODE_CONLLU) {
        job->table = ent_actor_table_new(job->by_actor, job->mode == MODE_UNKNOWN);
        status = job->table ? ENT_OK : ent_fail(&error, ENT_EMEMORY, 0, "out of memory");
    }
    if (status)
        ent_cli_report(cli, NULL, &error);
    return status == ENT_OK;
}

static void write_table(struct ent_cli *cli, struct job *job)
{
    struct ent_buf buf;
    struct ent_error error = {0};
    ent_buf_init(&buf);
    if (ent_actor_table_write(job->table, &buf, &error))
        ent_cli_report(cli, NULL, &error);
    else
        ent_cli_write(cli, ent_buf_view(&buf));
    ent_buf_clear(&buf);
}

int main(int argc, char **argv)
{
    struct job job = {0};
    const struct ent_tool tool = {
        .name = "ent-actors",
        .synopsis = "[OPTION]... [FILE]...",
        .summary = "Find the actors in parsed text (CoNLL-U) and say who they are.",
        .epilogue = "Writes the CoNLL-U with Entity= and Actor= in the MISC column.",
        .options = options,
        .shared = ENT_CLI_STRICT | ENT_CLI_UNBUFFERED,
        .option = set_option,
        .context = &job,
    };
    struct ent_cli cli;
    int status = ent_cli_parse(&cli, &tool, argc, argv);
    if (status >= 0)
        return status;
    if (load(&cli, &job)) {
        for (size_t i = 0; i < cli.file_count; i++)
            do_file(&cli, &job, cli.files[i]);
        if (job.table)
            write_table(&cli, &job);
    }
    ent_actor_table_free(job.table);
    ent_knowledge_free(job.knowledge);
    return ent_cli_finish(&cli);
}
