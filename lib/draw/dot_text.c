/* dot_text.c: text that Graphviz takes without harm, whatever is in it.
 *
 * In quoted strings backslashes start escapes (\N is the node's name) and entities are
 * decoded, so both are escaped; a string longer than 16384 bytes is a syntax error, which
 * the callers prevent by the length of their lines. */
#include "draw/dot.h"

#include <entente/utf8.h>

enum { LONGEST = 12000 };

static void put_escaped(struct ent_buf *buf, struct ent_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '"' || c == '\\')
            ent_buf_char(buf, '\\');
        if (c == '&')
            ent_buf_text(buf, "&amp;");
        else if (c == '\n')
            ent_buf_text(buf, "\\n");
        else
            ent_buf_char(buf, c);
    }
}

/* A view of the scratch line, cut at a character if it is too long. */
static struct ent_str take_line(struct dot *dot)
{
    struct ent_str text = ent_buf_view(&dot->line);
    while (text.size > LONGEST || (text.size > 0 && text.size >= LONGEST - 3 &&
                                   ((unsigned char)text.data[text.size] & 0xC0) == 0x80))
        text.size--;
    return text;
}

void dot_put_quoted(struct dot *dot)
{
    ent_buf_char(&dot->output.buf, '"');
    put_escaped(&dot->output.buf, take_line(dot));
    ent_buf_char(&dot->output.buf, '"');
    ent_buf_reset(&dot->line);
}

/* Characters before the next space or the end. */
static size_t word_length(struct ent_str text, size_t pos)
{
    size_t count = 0;
    while (pos < text.size && text.data[pos] != ' ') {
        ent_utf8_next(text, &pos);
        count++;
    }
    return count;
}

void dot_put_wrapped(struct dot *dot, size_t width)
{
    struct ent_str text = take_line(dot);
    size_t count = 0;
    for (size_t pos = 0; pos < text.size; count++) {
        size_t start = pos;
        uint32_t code = ent_utf8_next(text, &pos);
        if (code == ' ' && count + 1 + word_length(text, pos) > width) {
            dot->line.data[start] = '\n';
            count = 0;
        }
    }
    dot_put_quoted(dot);
}

void dot_put_html(struct dot *dot)
{
    ent_buf_xml(&dot->output.buf, take_line(dot));
    ent_buf_reset(&dot->line);
}

static void put_key(struct ent_buf *buf, const char *key)
{
    bool first = buf->size > 0 && buf->data[buf->size - 1] == '[';
    ent_buf_printf(buf, first ? "%s=" : " %s=", key);
}

void dot_put_attribute(struct dot *dot, const char *key, struct ent_str value)
{
    put_key(&dot->output.buf, key);
    ent_buf_str(&dot->line, value);
    dot_put_quoted(dot);
}

void dot_put_number(struct dot *dot, const char *key, double value)
{
    put_key(&dot->output.buf, key);
    ent_buf_double(&dot->output.buf, rint(value * 100) / 100);
}
