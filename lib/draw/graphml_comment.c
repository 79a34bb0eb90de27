/* graphml_comment.c: what our GraphML says in comments, as other programs warn of it or
 * have no place for it: where the network comes from, and the attributes of the graph. */
#include "draw/graphml_reader.h"

#include <entente/utf8.h>

void graphml_put_comment(struct ent_buf *buf, const char *head, struct ent_str text)
{
    struct ent_buf clean;
    ent_buf_init(&clean);
    ent_utf8_repair(&clean, text);
    ent_buf_printf(buf, "<!-- %s", head);
    for (size_t i = 0; i < clean.size; i++) {
        /* No comment may hold "--"; to a shell "-\-" means the same. */
        if (clean.data[i] == '-' && i > 0 && clean.data[i - 1] == '-')
            ent_buf_char(buf, '\\');
        ent_buf_char(buf, clean.data[i]);
    }
    ent_buf_text(buf, " -->\n");
    buf->failed |= clean.failed;
    ent_buf_clear(&clean);
}

/* The text without the marks that keep "--" apart, in the reader's buffer. */
static struct ent_str unmark(struct graphml_reader *reader, struct ent_str text)
{
    ent_buf_reset(&reader->text);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\\' && i > 0 && text.data[i - 1] == '-' &&
            i + 1 < text.size && text.data[i + 1] == '-')
            continue;
        ent_buf_char(&reader->text, text.data[i]);
    }
    return ent_buf_view(&reader->text);
}

/* "double cost 6": type, name and value of an attribute of the graph. */
static bool read_attribute(struct graphml_reader *reader, struct ent_str text)
{
    struct ent_str type, name;
    if (!ent_str_split(&text, ' ', &type) || !ent_str_split(&text, ' ', &name))
        return true;
    struct graphml_key key = {.type = graphml_type(type), .column = {NO_COLUMN}};
    key.name = ent_arena_dup(&reader->network->arena, name);
    if (!key.name.data)
        return graphml_no_memory(reader);
    return graphml_set(reader, &key, FOR_GRAPH, 0, text.data ? text : ENT_STR(""));
}

bool graphml_read_comment(struct graphml_reader *reader)
{
    static const struct ent_str provenance = {GRAPHML_PROVENANCE,
                                              sizeof GRAPHML_PROVENANCE - 1};
    static const struct ent_str attribute = {GRAPHML_ATTRIBUTE,
                                             sizeof GRAPHML_ATTRIBUTE - 1};
    struct ent_str text = ent_str_trim(reader->xml.text);
    if (ent_str_starts(text, attribute))
        return read_attribute(
            reader, unmark(reader, ent_str_sub(text, attribute.size, text.size)));
    if (!ent_str_starts(text, provenance))
        return true;
    text = unmark(reader, ent_str_sub(text, provenance.size, text.size));
    return ent_network_note(reader->network, text, reader->error) == ENT_OK;
}
