/* finder.h: the working state of the relation finder for one document. */
#ifndef ENTENTE_RELATION_FINDER_H
#define ENTENTE_RELATION_FINDER_H

#include "relation/filler.h"

/* A pair of actors that a frame found, before merging. */
struct ent_event {
    const struct ent_frame *frame;
    uint32_t sentence;
    int32_t trigger;
    uint32_t source, target; /* mentions */
    int8_t relation;
    uint8_t status;
    bool bridged; /* the target comes from the discourse */
    float completed; /* chance of the roles that no rule found; 0 = found by rules */
    bool beaten;  /* by a surer frame of the same trigger */
    float handicap; /* by how much its roles are less sure where little is told */
    struct ent_str claimant; /* group, or empty */
    struct ent_str date;
    struct ent_str rule; /* "fr.accuser" */
    float confidence; /* weight of the frame and of its roles */
    double odds;      /* log-odds that it is right, by its own signs: see evidence.c */
    struct ent_str signs; /* their names, for the trace */
};

struct ent_story;

/* The law or decision told of last. */
struct ent_measure {
    uint32_t maker; /* mention */
    uint32_t sentence;
    uint32_t lemma;
    bool known;
};

/* What somebody asked for or proposed last, without saying of whom. */
struct ent_demand {
    uint32_t maker; /* mention */
    uint32_t sentence;
    bool known;
};

struct ent_finder {
    const struct ent_frames *frames;
    struct ent_document *document;
    const struct ent_mentions *mentions;
    const struct ent_relate_options *options;
    struct ent_arena scratch; /* of one sentence */
    struct ent_event *events;
    uint32_t event_count, event_capacity;
    struct ent_view view;
    bool sport; /* the document is a report on sport */
    struct ent_measure measure;
    struct ent_demand demand;
    uint32_t main_state;     /* a mention of the state that most are of, or UINT32_MAX */
    struct ent_story *story; /* what has been told so far */
    /* found once a document by ent_evidence_prepare(): */
    const uint32_t *named; /* [mentions->actor_count], how often by name */
    double known_actors;   /* mentions of known actors a sentence */
    double unknown_share;  /* of all names */
};

static inline const struct ent_actor *ent_actor_of(const struct ent_finder *finder,
                                                   uint32_t mention)
{
    return &finder->mentions->actors[finder->mentions->mentions[mention].actor];
}

static inline bool ent_same_group(const struct ent_finder *finder, uint32_t a, uint32_t b)
{
    return ent_view_same_group(&finder->view, a, b);
}

/* How the text presents an event. */
struct ent_stance {
    enum ent_relation_status status;
    int32_t claimant; /* word of who says so, 0 = the text itself */
};

#define ENT_KNOWN_MAX 4

/* A trigger found at a word. */
struct ent_match {
    const struct ent_frame *frame;
    int32_t words[ENT_DEPS_MAX + 1];
    int32_t head;
    int word_count;
    int length; /* longer triggers win */
    bool open;  /* has a source but no target so far */
    bool deed;  /* and its object is a deed, whose doer may come to light */
    /* For complete.c: */
    uint8_t lacks; /* ENT_LACKS_*: roles for which no actor was found; 0 = none */
    uint8_t known_count;
    bool same;                     /* both sides were the same actor */
    uint32_t known[ENT_KNOWN_MAX]; /* mentions that fill the other role */
};

#define ENT_MATCHES_MAX 256

struct ent_matches {
    struct ent_match items[ENT_MATCHES_MAX];
    int count;
};

/* All triggers of the sentence: longest first, then by place, then in file order. */
void ent_triggers_find(struct ent_finder *finder, struct ent_matches *matches);
/* The logical arguments of a trigger of that kind. */
void ent_trigger_arguments(struct ent_view *view, enum ent_trigger_kind kind, int32_t w,
                           struct ent_args *args);

/* The pairs of actors for a match. */
struct ent_pair {
    uint32_t source, target;
    float quality;
    uint8_t how_source, how_target; /* enum ent_slot */
    int8_t relation;                /* of ENT_FRAME_SAME; else the frame's counts */
    bool owner_source, owner_target; /* found behind a thing of theirs */
    float completed;                 /* chance, if a role was found by complete.c */
};

#define ENT_PAIRS_MAX 48

struct ent_pairs {
    struct ent_pair items[ENT_PAIRS_MAX];
    int count;
    bool no_source, no_target, same; /* why there is none */
    struct ent_fillers sources;      /* of a frame that found no target */
    struct ent_fillers targets;      /* of a frame that found no source */
    bool bridged;                    /* by ent_bridge_target */
    int32_t object; /* word in target position that stands for no actor */
};

void ent_roles_assign(const struct ent_view *view, const struct ent_frame *frame,
                      int32_t trigger, const struct ent_args *args,
                      struct ent_pairs *pairs);

/* Add pairs whose source is the state in which an arrest or trial happens: see
 * authority.c. */
uint32_t ent_main_state(const struct ent_finder *finder);
void ent_find_authority(const struct ent_finder *finder, const struct ent_match *match,
                        const struct ent_args *args, struct ent_pairs *pairs);

/* Add pairs whose target is the government of the source's country, which a vote of
 * censure need not name; false if there is none. */
bool ent_find_government(const struct ent_finder *finder, const struct ent_match *match,
                         struct ent_pairs *pairs);

/* Add pairs whose target the discourse gives: see bridge.c. */
void ent_bridge_target(const struct ent_finder *finder, const struct ent_match *match,
                       struct ent_pairs *pairs);

/* Note what the match lacks after its roles were sought. */
void ent_match_note(struct ent_match *match, const struct ent_pairs *pairs);
/* Does the document tell of sport, where attacks, defeats and meetings are none? */
bool ent_is_sport(const struct ent_finder *finder);
/* Is what the frame tells a part of the game there? */
bool ent_is_play(const struct ent_finder *finder, const struct ent_frame *frame);

/* Fill the roles that the sentence's matches lack, where the model is sure enough. */
enum ent_status ent_complete(struct ent_finder *finder, const struct ent_matches *matches,
                             struct ent_error *error);

/* Add the event that the match tells of the pair, with its status, claimant and date. */
enum ent_status ent_event_of_pair(struct ent_finder *finder,
                                  const struct ent_match *match,
                                  const struct ent_pair *pair, bool bridged,
                                  struct ent_error *error);

/* Remember the sentence's measures; whose measure the noun in target position takes up,
 * UINT32_MAX if it takes up none: see measure.c. */
void ent_measure_note(struct ent_finder *finder);
uint32_t ent_measure_maker(const struct ent_finder *finder, int32_t object,
                           uint32_t source, float *quality);

/* Remember a demand or proposal that named no addressee; whose demand the source refuses,
 * UINT32_MAX if none is known: see answer.c. */
void ent_demand_note(struct ent_finder *finder, const struct ent_match *match,
                     const struct ent_pairs *pairs);
uint32_t ent_answer_target(const struct ent_finder *finder, const struct ent_match *match,
                           int32_t object, uint32_t source, float *quality);
/* "et l'a rejetée": a clitic that was taken for the subject itself stands for something
 * else and leaves the target open. */
void ent_answer_clitic(const struct ent_view *view, const struct ent_match *match,
                       const struct ent_args *args, struct ent_pairs *pairs);
/* Does the frame's source speak the sentence that the trigger stands in? Then add him. */
void ent_add_speaker(const struct ent_view *view, const struct ent_match *match,
                     struct ent_args *args);

/* For a frame ENT_FRAME_SAME: make the pairs (source, imitated), or the sources alone,
 * acts of the source on the target of the act told before. */
void ent_follow(const struct ent_finder *finder, const struct ent_match *match,
                struct ent_pairs *pairs);

struct ent_stance ent_stance_of(const struct ent_view *view,
                                const struct ent_frame *frame, int32_t trigger);

/* The date of the event at the trigger, resolved against the document's; empty if
 * none. */
struct ent_str ent_event_date(const struct ent_view *view, int32_t trigger, bool planned,
                              struct ent_arena *arena);

/* Count what ent_evidence_weigh() needs to know of the document. */
enum ent_status ent_evidence_prepare(struct ent_finder *finder, struct ent_error *error);

/* States, organisations, armed groups and parties: those whom politics is about. */
bool ent_is_power(const struct ent_finder *finder, uint32_t mention);

/* Set odds and signs of the event. */
enum ent_status ent_evidence_weigh(struct ent_finder *finder,
                                   const struct ent_match *match,
                                   const struct ent_pair *pair, struct ent_event *event,
                                   struct ent_error *error);

/* The events that tell one relation. */
struct ent_telling {
    uint32_t best;      /* the surest of them by its own signs */
    uint32_t shown;     /* the surest of those of the status that the relation gets */
    uint32_t sentences; /* in how many sentences rules found it */
    uint32_t last;      /* the last of these + 1, 0 = none */
    float act;          /* the surest frame and roles among those: event->confidence */
};

/* Set the confidence of the relations, given how sure their events are by themselves and
 * what else the document tells: see context.c. */
enum ent_status ent_context_weigh(struct ent_finder *finder,
                                  struct ent_relations *relations,
                                  const struct ent_telling *tellings,
                                  struct ent_error *error);

/* After the last event, told by the claimant (a mention): the accusation that this is. */
enum ent_status ent_claim_accusation(struct ent_finder *finder, uint32_t claimant,
                                     struct ent_error *error);

/* An attack without a victim that somebody tells of: he accuses whom he names. */
enum ent_status ent_claim_unaimed(struct ent_finder *finder,
                                  const struct ent_match *match,
                                  const struct ent_pairs *pairs, struct ent_error *error);

/* Add an asserted event that follows from a match. */
enum ent_status ent_event_add(struct ent_finder *finder, const struct ent_match *match,
                              const struct ent_pair *pair,
                              enum ent_relation_type relation, struct ent_error *error);

/* Of the events from number `first` on, all of one trigger, keep those of the surest
 * frames.
 */
void ent_events_keep_surest(struct ent_finder *finder, uint32_t first);

/* The class of PLOVER under which the event is filed; empty if it is none. */
struct ent_str ent_plover_of(const struct ent_frames *frames,
                             const struct ent_event *event);

/* Fold the events of a document into relations, in order of first evidence. */
enum ent_status ent_events_merge(struct ent_finder *finder,
                                 struct ent_relations *relations,
                                 struct ent_error *error);

void ent_trace(const struct ent_finder *finder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What became of a trigger. */
void ent_trace_match(const struct ent_finder *finder, const struct ent_match *match,
                     const struct ent_pairs *pairs);
/* A role's position in words. */
const char *ent_slot_name(enum ent_slot slot);

#endif
