#include "relate_options.h"

#include <inttypes.h>

int ent_relate_option(struct ent_relate_setup *setup, struct ent_cli *cli,
                      const char *name, const char *value)
{
    if (strcmp(name, "frames") == 0) {
        if (setup->frame_count == ENT_EXTRA_MAX) {
            ent_cli_usage(cli, "more than %d --frames", ENT_EXTRA_MAX);
            return -1;
        }
        setup->frames[setup->frame_count++] = value;
        return 1;
    }
    if (strcmp(name, "min-confidence") == 0) {
        setup->rich_confidence = 0;
        return ent_cli_real(cli, name, value, 0, 1, &setup->min_confidence) ? 1 : -1;
    }
    if (strcmp(name, "open-actors") == 0) {
        setup->open_actors = true;
        return 1;
    }
    if (strcmp(name, "stats") == 0) {
        setup->stats = true;
        return 1;
    }
    return 0;
}

struct ent_relate_options ent_relate_options_of(const struct ent_relate_setup *setup,
                                                struct ent_relate_stats *stats)
{
    return (struct ent_relate_options){
        .min_confidence = setup->min_confidence,
        .rich_confidence = setup->rich_confidence,
        .open_actors = setup->open_actors,
        .stats = stats,
    };
}

void ent_relations_print(const struct ent_relations *relations, struct ent_buf *buf)
{
    for (uint32_t i = 0; i < relations->count; i++) {
        ent_relation_write(&relations->items[i], buf);
        ent_buf_char(buf, '\n');
    }
}

void ent_relate_stats_add(struct ent_relate_stats *sum,
                          const struct ent_relate_stats *part)
{
    sum->sentences += part->sentences;
    sum->with_trigger += part->with_trigger;
    sum->with_relation += part->with_relation;
    sum->triggers += part->triggers;
    sum->no_source += part->no_source;
    sum->no_target += part->no_target;
    sum->same_group += part->same_group;
    sum->figurative += part->figurative;
    sum->doubtful += part->doubtful;
}

void ent_relate_stats_print(const struct ent_cli *cli,
                            const struct ent_relate_stats *stats)
{
    const struct {
        const char *name;
        uint64_t count;
    } rows[] = {
        {"sentences", stats->sentences},
        {"sentences with a trigger", stats->with_trigger},
        {"sentences with a relation", stats->with_relation},
        {"triggers", stats->triggers},
        {"triggers without source", stats->no_source},
        {"triggers without target", stats->no_target},
        {"triggers of an actor with itself", stats->same_group},
        {"figurative triggers", stats->figurative},
        {"relations below the confidence wanted", stats->doubtful},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        fprintf(stderr, "%s: %s: %" PRIu64 "\n", cli->tool->name, rows[i].name,
                rows[i].count);
}
