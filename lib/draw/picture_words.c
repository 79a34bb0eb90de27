/* picture_words.c: colours and words that a picture takes from its style. */
#include "draw/output.h"
#include "draw/picture.h"

const char *picture_sign_name(int sign)
{
    return sign > 0 ? "positive" : sign < 0 ? "negative" : "neutral";
}

struct ent_str picture_sign(const struct picture *picture, int sign, const char *key)
{
    return style_get2(&picture->style, picture_sign_name(sign), ent_str_of(key));
}

struct ent_str picture_camp_color(const struct picture *picture, int64_t camp)
{
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)camp);
    struct ent_str color = style_get2(&picture->style, "camp", ent_str_of(number));
    return color.size ? color : style_get(&picture->style, "camp.other");
}

struct ent_str picture_fill(const struct picture *picture, uint32_t vertex)
{
    int64_t camp = picture->vertices[vertex].camp;
    if (camp == 0)
        return style_get(&picture->style, "vertex.fill");
    return picture->vertices[vertex].alone ? style_get(&picture->style, "camp.other")
                                           : picture_camp_color(picture, camp);
}

void picture_put_relation(const struct picture *picture, struct ent_str relation,
                          struct ent_buf *buf)
{
    struct ent_str words = style_get2(&picture->style, "relation", relation);
    if (words.size) {
        ent_buf_str(buf, words);
        return;
    }
    size_t start = buf->size;
    draw_put_line(buf, relation, 40);
    for (size_t i = start; i < buf->size; i++) {
        if (buf->data[i] == '_')
            buf->data[i] = ' ';
    }
}

static void put_number(struct ent_buf *buf, double count)
{
    ent_buf_text(buf, " (");
    ent_buf_double(buf, rint(count * 100) / 100);
    ent_buf_char(buf, ')');
}

void picture_put_shown(const struct picture *picture, const struct picture_arc *arc,
                       const struct picture_arc *more, bool counts, struct ent_buf *buf)
{
    if (arc->shown.size == 0) {
        if (counts)
            ent_buf_double(buf,
                           rint((arc->weight + (more ? more->weight : 0)) * 100) / 100);
        return;
    }
    picture_put_relation(picture, arc->shown, buf);
    if (arc->unsure && counts && (!more || more->unsure))
        ent_buf_text(buf, " ?");
    if (counts)
        put_number(buf, arc->shown_count + (more ? more->shown_count : 0));
    if (arc->against.size == 0)
        return;
    ent_buf_text(buf, " / ");
    picture_put_relation(picture, arc->against, buf);
    if (counts)
        put_number(buf, arc->against_count + (more ? more->against_count : 0));
}

void picture_put_count(const struct picture *picture, const char *what, uint32_t count,
                       struct ent_buf *buf)
{
    ent_buf_int(buf, count);
    ent_buf_char(buf, ' ');
    const char *form = count == 1 ? "one" : "many";
    ent_buf_str(buf, style_get2(&picture->style, what, ent_str_of(form)));
}

void picture_put_period(const struct picture *picture, struct ent_str first,
                        struct ent_str last, struct ent_buf *buf)
{
    draw_put_line(buf, first.size ? first : last, 30);
    if (first.size == 0 || last.size == 0 || ent_str_eq(first, last))
        return;
    ent_buf_str(buf, style_get(&picture->style, "between"));
    draw_put_line(buf, last, 30);
}
