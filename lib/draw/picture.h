/* picture.h: what a drawing shows of a network, whatever the format it is drawn in. */
#ifndef ENTENTE_DRAW_PICTURE_H
#define ENTENTE_DRAW_PICTURE_H

#include "draw/style.h"
#include <entente/draw.h>

#include <entente/buf.h>

enum { PICTURE_CAMP_NAMES = 3 };

struct picture_vertex {
    struct ent_str label, kind;
    int64_t camp; /* 0 = none */
    bool alone;   /* nobody else is in its camp */
    double value; /* what its size stands for; NaN if missing */
    double size;  /* 0 smallest .. 1 largest */
};

struct picture_arc {
    uint32_t from, to;
    int sign;                /* -1, 0, 1 */
    double weight;           /* > 0 */
    double thickness;        /* 0 .. 1 */
    struct ent_str relation; /* its name in the network; empty if unknown */
    struct ent_str shown;    /* the relation that explains the sign ... */
    struct ent_str against;  /* ... and, of an arc that is neutral because friendly and
                                hostile evidence balance, one of the other side */
    double shown_count, against_count; /* how often stated; the weight if unknown */
    uint32_t twin; /* the arc back that is drawn with this one, or UINT32_MAX */
    bool drawn;    /* false: it is some arc's twin */
    bool labelled;
    bool unsure; /* has evidence, but none of it asserted */
};

struct picture_camp {
    int64_t number;
    uint32_t size;
    uint32_t names[PICTURE_CAMP_NAMES]; /* its largest vertices, UINT32_MAX = no more */
};

struct picture {
    const struct ent_network *network;
    const struct ent_draw *draw;
    struct style style;
    struct ent_arena arena;
    struct picture_vertex *vertices;
    struct picture_arc *arcs;
    struct picture_camp *camps; /* by number */
    uint32_t camp_count;
    uint32_t drawn_count; /* arcs that are drawn */
    bool is_signed;       /* false: the network says nothing of signs, all are 0 */
    const char *lang;     /* "en" or "fr" */
    struct ent_str title, first, last, size_name;
};

/* The network must outlive the picture. Call picture_clear in any case. */
enum ent_status picture_init(struct picture *picture, const struct ent_network *network,
                             const struct ent_draw *draw, struct ent_error *error);
/* All but what an image has of its own: which arcs are drawn and labelled, title, period.
 */
enum ent_status picture_init_colors(struct picture *picture,
                                    const struct ent_network *network,
                                    const struct ent_draw *draw, struct ent_error *error);
void picture_clear(struct picture *picture);

/* The sign's name in the style's keys: "positive", "negative", "neutral". */
const char *picture_sign_name(int sign);
/* A style value of the sign: picture_sign(p, -1, "color"). */
struct ent_str picture_sign(const struct picture *picture, int sign, const char *key);
/* The colour of a camp, and of a vertex: who has no camp, or one alone, has no camp's. */
struct ent_str picture_camp_color(const struct picture *picture, int64_t camp);
struct ent_str picture_fill(const struct picture *picture, uint32_t vertex);
/* The relation in words; its name with spaces for "_" if there are none. */
void picture_put_relation(const struct picture *picture, struct ent_str relation,
                          struct ent_buf *buf);
/* "accuses (3)", or of an arc that is neutral by balance "aids (2) / accuses (2)"; just
 * "3" where no relation is known; without counts if `counts` is false. `more` (may be
 * NULL) is another arc that shows the same and adds its count. */
void picture_put_shown(const struct picture *picture, const struct picture_arc *arc,
                       const struct picture_arc *more, bool counts, struct ent_buf *buf);
/* "12 actors" */
void picture_put_count(const struct picture *picture, const char *what, uint32_t count,
                       struct ent_buf *buf);
/* "2031-03-02 – 2031-05-11", or nothing. */
void picture_put_period(const struct picture *picture, struct ent_str first,
                        struct ent_str last, struct ent_buf *buf);

/* picture_relation.c: choose what arcs show, by their counts of relations. */
void picture_choose_relations(struct picture *picture);

/* picture_size.c: one number per vertex for `attribute`, or the best there is if NULL;
 * the attribute taken into `*name` (may be NULL). */
enum ent_status draw_size_values(const struct ent_network *network, const char *attribute,
                                 double *values, struct ent_str *name,
                                 struct ent_error *error);
double draw_arc_weight(const struct ent_column *weight, uint32_t arc);

#endif
