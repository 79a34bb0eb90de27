/* frame_parse.c: one line of a frame file. */
#include "relation/frames.h"

static const char *const KINDS[ENT_TRIGGER_KINDS] = {"verb", "noun", "adj", "prefix",
                                                     "suffix"};
static const char *const FORMS[] = {"any", "passive", "active", "reflexive",
                                    "participle"};

static int name_of(const char *const *names, int count, struct ent_str text)
{
    for (int i = 0; i < count; i++)
        if (ent_str_is(text, names[i]))
            return i;
    return -1;
}

/* "name=value" apart. */
static bool take_pair(struct ent_str text, struct ent_str *name, struct ent_str *value)
{
    size_t equals = ent_str_find(text, ENT_STR("="));
    if (equals == SIZE_MAX)
        return false;
    *name = ent_str_sub(text, 0, equals);
    *value = ent_str_sub(text, equals + 1, text.size);
    return true;
}

static enum ent_status parse_roles(struct ent_language *language, struct ent_str text,
                                   struct ent_frame *frame, struct ent_error *error)
{
    struct ent_str part, name, value;
    while (ent_str_split(&text, ' ', &part)) {
        struct ent_positions *positions = NULL;
        if (part.size == 0 || ent_str_is(part, "-"))
            continue;
        if (take_pair(part, &name, &value)) {
            if (ent_str_is(name, "source"))
                positions = &frame->source;
            else if (ent_str_is(name, "target"))
                positions = &frame->target;
            else if (ent_str_is(name, "both"))
                positions = &frame->both;
        }
        if (!positions)
            return ent_fail(error, ENT_EFORMAT, 0, "no role in \"%.*s\"",
                            (int)(part.size < 60 ? part.size : 60), part.data);
        enum ent_status status = ent_positions_parse(language, value, positions, error);
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}

static bool set_option(struct ent_frames *frames, struct ent_frame *frame,
                       struct ent_str name, struct ent_str value)
{
    int code = -1;
    if (ent_str_is(name, "content")) {
        frame->content = (int8_t)(code = ent_relation_status_of(value));
    } else if (ent_str_is(name, "status")) {
        frame->status = (int8_t)(code = ent_relation_status_of(value));
    } else if (ent_str_is(name, "control")) {
        code = ent_str_is(value, "target") ? ENT_CONTROL_TARGET
               : ent_str_is(value, "source") ? ENT_CONTROL_SOURCE : -1;
        frame->control = (uint8_t)code;
    } else if (ent_str_is(name, "form")) {
        frame->form = (uint8_t)(code = name_of(FORMS, 5, value));
    } else if (ent_str_is(name, "kind")) {
        frame->kinds = ent_arena_dup(&frames->arena, value);
        code = value.size > 0 && frame->kinds.data ? 0 : -1;
    } else if (ent_str_is(name, "by")) {
        frame->by = ent_arena_dup(&frames->arena, value);
        code = value.size > 0 && frame->by.data ? 0 : -1;
    } else if (ent_str_is(name, "beside")) {
        code = ent_str_is(value, "yes") ? 0 : -1;
        frame->beside = true;
    } else if (ent_str_is(name, "weight")) {
        double weight = 0;
        code = ent_str_double(value, &weight) && weight >= 0 && weight <= 1 ? 0 : -1;
        frame->weight = (float)weight;
    } else if (ent_str_is(name, "plover")) {
        frame->plover = (int8_t)(code = ent_plover_class(frames, value));
    } else if (ent_str_is(name, "bridge")) {
        code = ent_str_is(value, "yes") ? 1 : ent_str_is(value, "no") ? 0 : -1;
        frame->bridge = (int8_t)code;
    }
    return code >= 0;
}

static enum ent_status parse_options(struct ent_frames *frames, struct ent_str text,
                                     struct ent_frame *frame, struct ent_error *error)
{
    struct ent_str part, name, value;
    while (ent_str_split(&text, ' ', &part)) {
        if (part.size == 0 || ent_str_is(part, "-"))
            continue;
        if (!take_pair(part, &name, &value) || !set_option(frames, frame, name, value))
            return ent_fail(error, ENT_EFORMAT, 0, "unknown option \"%.*s\"",
                            (int)(part.size < 60 ? part.size : 60), part.data);
    }
    return ENT_OK;
}

/* A line of a later file takes the place of the same relation, kind and trigger. */
static enum ent_status register_frame(struct ent_language *language,
                                      const struct ent_frame *frame, struct ent_str key,
                                      struct ent_error *error)
{
    bool added = false;
    uint32_t number = ent_map_add(&language->keys, key, &added);
    if (number == ENT_MAP_NONE ||
        !ent_frames_grow((void **)&language->frames, &language->frame_capacity,
                         language->frame_count, sizeof *language->frames) ||
        !ent_frames_grow((void **)&language->frame_file, &language->frame_file_capacity,
                         language->frame_count, 2 * sizeof *language->frame_file))
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    uint32_t *origin = language->frame_file;
    if (!added)
        for (uint32_t i = 0; i < language->frame_count; i++)
            if (origin[2 * i + 1] == number && origin[2 * i] != language->files)
                language->frames[i].dead = true;
    origin[2 * language->frame_count] = language->files;
    origin[2 * language->frame_count + 1] = number;
    language->frames[language->frame_count++] = *frame;
    return ENT_OK;
}

static enum ent_status check_frame(const struct ent_frame *frame, struct ent_error *error)
{
    bool sides = frame->source.count > 0 && frame->target.count > 0;
    if (frame->relation == ENT_FRAME_SAME && frame->source.count == 0)
        return ent_fail(error, ENT_EFORMAT, 0, "no source");
    if (frame->relation >= 0 && frame->both.count == 0 && !sides)
        return ent_fail(error, ENT_EFORMAT, 0, "neither source and target nor both");
    return ENT_OK;
}

enum ent_status ent_frame_parse(struct ent_frames *frames, struct ent_language *language,
                                struct ent_str line, struct ent_error *error)
{
    struct ent_str columns[6] = {{NULL, 0}}, rest = line;
    int count = 0;
    while (count < 6 && ent_str_split(&rest, '\t', &columns[count]))
        count++;
    if (count < 4)
        return ent_fail(error, ENT_EFORMAT, 0, "%d columns instead of 6", count);
    struct ent_frame frame;
    memset(&frame, 0, sizeof frame);
    frame.weight = 0.9F;
    frame.status = frame.content = frame.bridge = frame.plover = -1;
    frame.relation = ent_str_is(columns[0], "same")
                         ? ENT_FRAME_SAME
                         : (int8_t)ent_relation_type_of(columns[0]);
    if (frame.relation == ENT_FRAME_NONE && !ent_str_is(columns[0], "none"))
        return ent_fail(error, ENT_EFORMAT, 0, "unknown relation \"%.*s\"",
                        (int)(columns[0].size < 60 ? columns[0].size : 60),
                        columns[0].data);
    int kind = name_of(KINDS, ENT_TRIGGER_KINDS, columns[1]);
    if (kind < 0)
        return ent_fail(error, ENT_EFORMAT, 0, "unknown kind of trigger");
    frame.kind = (uint8_t)kind;
    enum ent_status status =
        ent_pattern_parse(language, columns[2], &frame.pattern, error);
    if (status == ENT_OK)
        status = parse_roles(language, columns[3], &frame, error);
    if (status == ENT_OK)
        status = parse_options(frames, columns[4], &frame, error);
    if (status == ENT_OK)
        status = check_frame(&frame, error);
    if (status != ENT_OK)
        return status;
    struct ent_str key = {line.data,
                          (size_t)(columns[2].data + columns[2].size - line.data)};
    return register_frame(language, &frame, key, error);
}
