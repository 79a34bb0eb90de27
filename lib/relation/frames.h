/* frames.h: the compiled frame files. Words are numbered per language; a trigger, its
 * dependents and its prepositions are such numbers, so that matching compares
 * integers. */
#ifndef ENTENTE_RELATION_FRAMES_H
#define ENTENTE_RELATION_FRAMES_H

#include <entente/map.h>
#include <entente/relation.h>

#define ENT_WORD_NONE UINT32_MAX
#define ENT_REFLEXIVE 0x80000000U /* added to a head word of a pattern */

/* Where an argument stands: see ROLES in entente-frames(5). */
enum ent_slot {
    ENT_SLOT_SUBJ,
    ENT_SLOT_OBJ,
    ENT_SLOT_IOBJ,
    ENT_SLOT_POSS,
    ENT_SLOT_ADJ,
    ENT_SLOT_COMPOUND,
    ENT_SLOT_HOST,
    ENT_SLOT_SELF,
    ENT_SLOT_CLAUSE,
    ENT_SLOT_STEM,
    ENT_SLOT_PREP,
    ENT_SLOT_MOD,
    ENT_SLOT_CASE,
    ENT_SLOT_XCOMP,
    ENT_SLOT_ANY,
    ENT_SLOT_INNER,
    ENT_SLOT_MODAL,
    ENT_SLOT_PURPOSE,
    ENT_SLOT_STATE,
    ENT_SLOT_SPEAKER, /* who says what the trigger stands in */
    ENT_SLOT_LIKELY, /* no place: chosen by complete.c */
};

struct ent_position {
    uint32_t prep; /* canonical preposition of ENT_SLOT_PREP and ENT_SLOT_CASE */
    uint8_t slot;
};

enum ent_trigger_kind {
    ENT_TRIGGER_VERB, ENT_TRIGGER_NOUN, ENT_TRIGGER_ADJ, ENT_TRIGGER_PREFIX,
    ENT_TRIGGER_SUFFIX, ENT_TRIGGER_KINDS
};

enum ent_form { ENT_FORM_ANY, ENT_FORM_PASSIVE, ENT_FORM_ACTIVE, ENT_FORM_REFLEXIVE,
                ENT_FORM_PARTICIPLE };

#define ENT_DEPS_MAX 16
#define ENT_POSITIONS_MAX 16

/* A word that must (or must not) depend on the trigger or on an earlier dependent. */
struct ent_dep {
    struct ent_position at;
    uint32_t first_prep; /* into the pool: other prepositions that at.prep may be */
    uint32_t first_word; /* into the language's pool */
    uint16_t prep_count;
    uint16_t word_count; /* 0: any word */
    int8_t parent;       /* -1 the trigger, else an earlier dependent */
    bool negative;
};

struct ent_positions {
    struct ent_position items[ENT_POSITIONS_MAX];
    int count;
};

static inline bool ent_positions_have(const struct ent_positions *positions,
                                      enum ent_slot slot)
{
    for (int i = 0; i < positions->count; i++)
        if (positions->items[i].slot == slot)
            return true;
    return false;
}

struct ent_pattern {
    uint32_t first_head; /* pool; words with ENT_REFLEXIVE want the clitic */
    uint16_t head_count;
    int dep_count;
    struct ent_dep deps[ENT_DEPS_MAX];
};

enum ent_control { ENT_CONTROL_NONE, ENT_CONTROL_SOURCE, ENT_CONTROL_TARGET };

/* Frames that state no relation of their own. */
enum {
    ENT_FRAME_NONE = -1, /* a figurative use, to be passed over */
    ENT_FRAME_SAME = -2, /* the act told before, by somebody else */
};

struct ent_frame {
    struct ent_pattern pattern;
    struct ent_positions source, target, both;
    struct ent_str kinds; /* wanted kinds of the target, "state|igo"; empty = any */
    struct ent_str by;    /* wanted kinds of the source */
    float weight;
    int8_t relation; /* enum ent_relation_type, ENT_FRAME_NONE or ENT_FRAME_SAME */
    int8_t status;   /* -1: none given */
    int8_t content;  /* -1: no content */
    uint8_t kind, control, form;
    int8_t bridge;   /* -1 not said, 0 no, 1 yes */
    int8_t plover;   /* class of PLOVER where it is not the relation's; -1: it is */
    bool dead;       /* overridden by a later file */
    bool beside;     /* shorter triggers of the same words fire too */
};

/* A support verb: see support.tsv. */
struct ent_support {
    struct ent_pattern pattern;
    struct ent_position noun;
    struct ent_position actor; /* whose role is given, the subject by default */
    uint8_t role;              /* ENT_ROLE_* */
    int8_t status;             /* -1: none */
};
enum { ENT_ROLE_SOURCE = 1, ENT_ROLE_TARGET = 2, ENT_ROLE_BOTH = 3 };

/* What a word does to the status of what it governs: see status.tsv. */
enum ent_operator_kind {
    ENT_OP_VERB, ENT_OP_NOUN, ENT_OP_ADJ, ENT_OP_ADV, ENT_OP_AUX, ENT_OP_DET, ENT_OP_PREP,
    ENT_OP_MARK, ENT_OP_KINDS
};
enum ent_effect { ENT_EFFECT_NONE, ENT_EFFECT_ALLEGED, ENT_EFFECT_PLANNED,
                  ENT_EFFECT_DENIED, ENT_EFFECT_HYPOTHETICAL, ENT_EFFECT_FACTIVE };

/* A list node: frames or support verbs by head word. */
struct ent_link {
    uint32_t item, next; /* next: index + 1, 0 = end */
};

/* A multiword preposition. */
struct ent_expression {
    uint32_t first_word;
    uint16_t word_count;
    uint32_t canonical;
};

struct ent_language {
    struct ent_map words;
    struct ent_map keys; /* "relation kind trigger" of the frames, for overriding */
    uint32_t *pool;
    uint32_t pool_size, pool_capacity;
    struct ent_frame *frames;
    uint32_t frame_count, frame_capacity;
    struct ent_support *supports;
    uint32_t support_count, support_capacity;
    struct ent_expression *expressions;
    uint32_t expression_count, expression_capacity;
    struct ent_link *links;
    uint32_t link_count, link_capacity;
    /* By word; filled by ent_language_compile. */
    uint32_t *by_head[ENT_TRIGGER_KINDS]; /* link + 1 */
    uint32_t *supports_by_head;           /* link + 1 */
    uint32_t *expressions_by_word;        /* link + 1 */
    uint8_t *effects[ENT_OP_KINDS];       /* enum ent_effect */
    uint32_t *lists;                      /* bits of enum ent_list */
    struct ent_operator {
        uint32_t word;
        uint8_t kind, effect;
    } *operators;
    uint32_t operator_count, operator_capacity;
    struct ent_listed {
        uint32_t word;
        uint32_t list;
    } *listed;
    uint32_t listed_count, listed_capacity;
    struct ent_irregular {
        uint32_t form, lemma;
    } *irregulars;
    uint32_t irregular_count, irregular_capacity;
    uint32_t *lemma_of; /* by form: lemma + 1, 0 = none listed */
    struct ent_time {
        uint32_t word;
        uint8_t kind; /* enum ent_time_kind */
        int16_t value;
    } *times;
    uint32_t time_count, time_capacity;
    uint32_t *times_by_word; /* time + 1 */
    uint32_t files; /* number of frame files read so far */
    uint32_t *frame_file; /* [frame_count] which file each frame came from */
    uint32_t frame_file_capacity;
    const char *code; /* "fr" or "en" */
    uint32_t de, par, to, entre; /* words for de/of, par/by, à/to, entre/between */
    uint32_t for_;               /* "pour", "for": "a spokesman for B" */
    uint32_t from;               /* "from", in French none of its own */
    uint32_t no_prep;            /* "-": an expression that is no preposition */
};

/* What a word does in a date: see dates.tsv. */
enum ent_time_kind {
    ENT_TIME_MONTH, ENT_TIME_WEEKDAY, ENT_TIME_OFFSET, ENT_TIME_UNIT, ENT_TIME_PAST,
    ENT_TIME_FUTURE, ENT_TIME_AGO, ENT_TIME_YEAR, ENT_TIME_KINDS
};

/* Word lists of status.tsv that are no operators. */
enum ent_list {
    ENT_LIST_UNACCUSATIVE = 1 << 0,    /* participles that are active: "venu" */
    ENT_LIST_QUANTITY = 1 << 1,        /* "dizaine": the actor is behind "de" */
    ENT_LIST_EXIST = 1 << 2,           /* "avoir", "be": existential verbs */
    ENT_LIST_SUBJECT_CONTROL = 1 << 3, /* "promettre à X de": the subject acts */
    ENT_LIST_SPEECH = 1 << 4,          /* verbs that introduce or close a quotation */
    ENT_LIST_OPAQUE = 1 << 5,          /* nouns through which no owner is reached */
    ENT_LIST_MONTH = 1 << 6,
    ENT_LIST_KEEPING = 1 << 7,        /* "become": the object tells of the subject */
    ENT_LIST_CAUSE = 1 << 8,          /* causative verbs: "faire", "make" */
    ENT_LIST_DATIVE_CONTROL = 1 << 9, /* "demander à X de": the dative acts */
    ENT_LIST_ACT = 1 << 11,   /* nouns that take up an act: "décision", "stoppage" */
    ENT_LIST_SPORT = 1 << 12, /* words of sports reports */
    ENT_LIST_IMPLICATIVE = 1 << 13, /* "ne pas empêcher": denied, they assert */
    ENT_LIST_LOCAL = 1 << 14,       /* powers of the state they are in: "junta", "vote" */
    ENT_LIST_SEATED = 1 << 15,      /* treaties, called by the place of signing */
    ENT_LIST_CONTENT = 1 << 10,     /* set by frames with content=: "accuser" */
    ENT_LIST_GIVING = 1 << 16,      /* verbs with two objects: "give" */
    ENT_LIST_DEED = 1 << 17,        /* "attaque": what is behind "de" suffers it */
    ENT_LIST_MOVING = 1 << 18,  /* verbs whose object does what follows: "lead A to do" */
    ENT_LIST_MEASURE = 1 << 19, /* what is decided: "loi", "décision" */
    ENT_LIST_MAKING = 1 << 20,  /* verbs by which it is: "adopter" */
    ENT_LIST_PEOPLE = 1 << 22,  /* who acts together, though a trigger: "union" */
    ENT_LIST_MISHAP = 1 << 21,  /* what does harm and is nobody: "storm" */
    ENT_LIST_RELATIVE = 1 << 23, /* words that open a relative clause: "dont", "whose" */
    ENT_LIST_SCENE = 1 << 24,    /* prepositions of the place of an act: "in", "chez" */
    ENT_LIST_OCCASION = 1 << 25, /* and of what one acts at or after: "during", "lors" */
    ENT_LIST_NAMING = 1 << 26, /* verbs that say what their object is: "call B a thief" */
    ENT_LIST_PERSON = 1 << 27, /* people, who may be from somewhere: "fighter" */
    ENT_LIST_COUNTERPART = 1 << 28, /* what one is to another: "its ally Serbia" */
    ENT_LIST_EPITHET = 1 << 29,     /* participles that describe a name: "neighbouring" */
};

#define ENT_PLOVER_MAX 32

/* The classes of PLOVER: see plover.tsv. */
struct ent_plover {
    struct ent_str names[ENT_PLOVER_MAX];
    /* The class of such an act of that status; -1: no event. */
    int8_t shifted[ENT_PLOVER_MAX][ENT_RELATION_STATUS_COUNT];
    int8_t of_relation[ENT_RELATION_COUNT]; /* -1: none */
    int count;
};

struct ent_frames {
    struct ent_arena arena; /* names of rules */
    struct ent_plover plover;
    struct ent_map signs;   /* of evidence, with their weights: see confidence.tsv */
    double *sign_weights;
    uint32_t sign_capacity;
    struct ent_map cues; /* for roles that no rule fills: see completion.tsv */
    double *cue_weights;
    uint32_t cue_capacity;
    double least_chance; /* completions below are left out */
    struct ent_language fr, en;
};

/* The number of a word, lower-cased, adding it. ENT_WORD_NONE when memory ran out. */
uint32_t ent_language_word(struct ent_language *language, struct ent_str text);

/* Parse a trigger pattern or a comma-separated list of positions. */
enum ent_status ent_pattern_parse(struct ent_language *language, struct ent_str text,
                                  struct ent_pattern *pattern, struct ent_error *error);
enum ent_status ent_positions_parse(struct ent_language *language, struct ent_str text,
                                    struct ent_positions *positions,
                                    struct ent_error *error);

/* Parse one line of a data file (columns separated by TAB) into the language. */
enum ent_status ent_frame_parse(struct ent_frames *frames, struct ent_language *language,
                                struct ent_str line, struct ent_error *error);
enum ent_status ent_support_parse(struct ent_language *language, struct ent_str line,
                                  struct ent_error *error);
enum ent_status ent_preposition_parse(struct ent_language *language, struct ent_str line,
                                      struct ent_error *error);
enum ent_status ent_operator_parse(struct ent_language *language, struct ent_str line,
                                   struct ent_error *error);
enum ent_status ent_form_parse(struct ent_language *language, struct ent_str line,
                               struct ent_error *error);
enum ent_status ent_plover_parse(struct ent_frames *frames, struct ent_language *language,
                                 struct ent_str line, struct ent_error *error);
enum ent_status ent_time_parse(struct ent_language *language, struct ent_str line,
                               struct ent_error *error);

/* The number of a class of PLOVER, -1 if there is none of that name. */
int ent_plover_class(const struct ent_frames *frames, struct ent_str name);

/* Build the indices by word once all files are read. */
enum ent_status ent_language_compile(struct ent_language *language,
                                     struct ent_error *error);

/* Does the pattern take the reflexive clitic with this head word; does it take the word
 * with the clitic alone? */
bool ent_pattern_reflexive(const struct ent_language *language,
                           const struct ent_pattern *pattern, uint32_t head);
bool ent_pattern_needs_clitic(const struct ent_language *language,
                              const struct ent_pattern *pattern, uint32_t head);

/* Room for one more item in a growing array. */
bool ent_frames_grow(void **items, uint32_t *capacity, uint32_t count, size_t size);

/* Does a frame of the word tell one of the relations, given as bits 1 << relation? With
 * `alone`, one whose trigger is that word without others. */
bool ent_word_tells(const struct ent_language *language, enum ent_trigger_kind kind,
                    uint32_t word, uint32_t relations, bool alone);

/* The frames of a word, which may be ENT_WORD_NONE: where their list begins, 0 if there
 * are none; and the frame there, in file order, NULL at the end. */
static inline uint32_t ent_frames_of(const struct ent_language *language,
                                     enum ent_trigger_kind kind, uint32_t word)
{
    return word == ENT_WORD_NONE ? 0 : language->by_head[kind][word];
}

static inline const struct ent_frame *ent_frames_next(const struct ent_language *language,
                                                      uint32_t *at)
{
    if (!*at)
        return NULL;
    const struct ent_link *link = &language->links[*at - 1];
    *at = link->next;
    return &language->frames[link->item];
}

static inline const struct ent_language *ent_frames_language(
    const struct ent_frames *frames, struct ent_str lang)
{
    return ent_str_starts(lang, ENT_STR("fr")) ? &frames->fr : &frames->en;
}

#endif
