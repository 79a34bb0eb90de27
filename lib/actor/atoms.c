/* atoms.c: cutting folded words into the pieces that names are compared by. */
#include "actor/atoms.h"

static bool is_letter(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* Signs above ASCII that separate: the UTF-8 lead E2 80 holds dashes, quotes and dots, C2
 * AB and C2 BB the guillemets. Folding has already made apostrophes and hyphens ASCII. */
static size_t sign_size(const char *text, size_t size)
{
    const unsigned char *u = (const unsigned char *)text;
    if (size >= 3 && u[0] == 0xE2 && u[1] == 0x80) {
        return 3;
    }
    if (size >= 2 && u[0] == 0xC2 && u[1] < 0xC0) {
        return 2;
    }
    return 0;
}

/* Articles carry no meaning in a name; "du", "des" and "au" are cut by some parsers. */
static struct ent_str simplify(struct ent_str atom, bool *article)
{
    static const char articles[][4] = {"le", "la", "les", "l", "the"};
    *article = false;
    if (atom.size > 3) {
        return atom;
    }
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        if (ent_str_is(atom, articles[i])) {
            *article = true;
            return atom;
        }
    }
    if (ent_str_is(atom, "du") || ent_str_is(atom, "des") || ent_str_is(atom, "d")) {
        return ENT_STR("de");
    }
    if (ent_str_is(atom, "au") || ent_str_is(atom, "aux")) {
        return ENT_STR("a");
    }
    return atom;
}

/* Length of an abbreviation like "u.n." or "u.s.a" at the start, else 0. */
static size_t dotted_size(struct ent_str rest)
{
    size_t i = 0;
    while (i + 1 < rest.size && is_letter((unsigned char)rest.data[i]) &&
           rest.data[i + 1] == '.') {
        i += 2;
    }
    if (i < 4) {
        return 0;
    }
    if (i < rest.size && is_letter((unsigned char)rest.data[i]) &&
        (i + 1 == rest.size || !is_letter((unsigned char)rest.data[i + 1]))) {
        i++;
    }
    return i;
}

static struct ent_str undotted(struct ent_atoms *atoms, struct ent_str dotted)
{
    size_t size = 0;
    for (size_t i = 0; i < dotted.size; i++) {
        if (dotted.data[i] != '.') {
            if (size == sizeof atoms->plain) {
                return dotted;
            }
            atoms->plain[size++] = dotted.data[i];
        }
    }
    return (struct ent_str){atoms->plain, size};
}

bool ent_atom_next(struct ent_atoms *atoms, struct ent_str *atom, bool *article)
{
    struct ent_str text = atoms->rest;
    size_t start = 0;
    while (start < text.size) {
        size_t sign = sign_size(text.data + start, text.size - start);
        if (sign == 0 && is_letter((unsigned char)text.data[start])) {
            break;
        }
        start += sign ? sign : 1;
    }
    text = ent_str_sub(text, start, text.size);
    atoms->rest = text;
    if (text.size == 0) {
        return false;
    }
    size_t size = dotted_size(text);
    if (size) {
        *atom = undotted(atoms, ent_str_sub(text, 0, size));
        *article = false;
    } else {
        while (size < text.size && is_letter((unsigned char)text.data[size]) &&
               !sign_size(text.data + size, text.size - size)) {
            size++;
        }
        *atom = ent_str_sub(text, 0, size);
        *article = false;
        if (!atoms->caps)
            *atom = simplify(*atom, article);
    }
    atoms->rest = ent_str_sub(text, size, text.size);
    return true;
}
