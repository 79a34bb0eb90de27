#include "draw/evidence.h"

bool evidence_next(struct ent_str *rest, struct evidence *evidence)
{
    struct ent_str line, columns[4];
    do {
        if (!ent_str_split(rest, '\n', &line))
            return false;
        line = ent_str_trim(line);
    } while (line.size == 0);
    *evidence = (struct evidence){.sentence = line};
    for (int i = 0; i < 4; i++) {
        if (!ent_str_split(&line, '\t', &columns[i]) || !line.data)
            return true;
    }
    *evidence =
        (struct evidence){columns[0], columns[1], columns[2], columns[3], line};
    return true;
}
