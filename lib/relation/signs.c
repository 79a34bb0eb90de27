#include "relation/signs.h"

#include <stdio.h>

static void tell(struct ent_signs *signs, double value, const char *name)
{
    size_t room = sizeof signs->told - signs->size;
    int size = value == 1
                   ? snprintf(signs->told + signs->size, room, " %s", name)
                   : snprintf(signs->told + signs->size, room, " %s=%.3g", name, value);
    if (size > 0 && (size_t)size < room)
        signs->size += (size_t)size;
    signs->told[signs->size] = '\0';
}

void ent_signs_weigh(struct ent_signs *signs, double value, const char *part,
                     const char *name)
{
    char text[80];
    int size = snprintf(text, sizeof text, "%s%s%s", part, *part ? "." : "", name);
    const struct ent_frames *frames = signs->finder->frames;
    if (size < 0 || (size_t)size >= sizeof text || value == 0)
        return;
    uint32_t index = ent_map_find(&frames->signs, (struct ent_str){text, (size_t)size});
    if (index != ENT_MAP_NONE)
        signs->sum += frames->sign_weights[index] * value;
    if (signs->finder->options && signs->finder->options->explain)
        tell(signs, value, text);
}
