/* actor.h: who acts. Mentions of actors on the trees, resolved to vertices of the network. */
#ifndef ENTENTE_ACTOR_H
#define ENTENTE_ACTOR_H

#include <entente/buf.h>
#include <entente/document.h>

/* How a mention names its actor. */
enum ent_mention_kind {
    ENT_MENTION_NAME,       /* "Moscou", "Angela Merkel", "l'OTAN" */
    ENT_MENTION_NOMINAL,    /* "le ministre russe", "des pirates chinois", "l'Alliance" */
    ENT_MENTION_PRONOUN,    /* "il", "qui", "leur" as clitic, "elles" */
    ENT_MENTION_POSSESSIVE, /* "son", "leurs": the owner */
    ENT_MENTION_ADJECTIVE,  /* "américaines" in "les sanctions américaines" */
};

/* One actor of a document. Views live in the document's arena. */
struct ent_actor {
    struct ent_str group;   /* vertex id: "RUS", "NATO", "Hezbollah" */
    struct ent_str name;    /* most specific canonical name: "Vladimir Poutine" */
    struct ent_str kind;    /* of the group: state igo company media ngo party armed_group hacker_group
                               movement agency union federation church court institution
                               person place, or "unknown" */
    struct ent_str country; /* of the group, ISO 3166-1 alpha-3, or empty */
};

/* A mention is a stretch of words that denotes one actor. A plural expression that denotes
 * several ("les deux pays") is several mentions of the same words. */
struct ent_mention {
    uint32_t sentence;          /* index into the document */
    int32_t first, last, head;  /* words; head is the syntactic head among them */
    uint32_t actor;             /* index into the actors */
    enum ent_mention_kind kind;
    bool place;    /* stands in place position ("à Moscou"): no actor unless a frame asks */
    bool thing;    /* a thing of the actor ("les serveurs de Microsoft", "l'ambassade russe"):
                      stands for it as the target of an act only */
    bool known;    /* the actor is in the knowledge base, not a guessed unknown name */
    float certainty; /* 0..1 that the resolution is right */
};

struct ent_mentions {
    struct ent_actor *actors;
    struct ent_mention *mentions; /* by sentence, head, actor */
    uint32_t actor_count, mention_count;
};

struct ent_knowledge; /* the compiled actor files; immutable, shared by threads */

/* Load the actor files of the data folder, then `extra` files (may be NULL when count is 0),
 * which add to or override them. */
enum ent_status ent_knowledge_load(struct ent_knowledge **knowledge,
                                   const char *const *extra, size_t extra_count,
                                   struct ent_error *error);
void ent_knowledge_free(struct ent_knowledge *knowledge);

/* Find, link and resolve all mentions of a parsed document. Results live in the document's
 * arena. */
enum ent_status ent_actors_find(const struct ent_knowledge *knowledge,
                                struct ent_document *document,
                                struct ent_mentions *mentions, struct ent_error *error);

/* Write mentions into the MISC column (Entity=, Actor=) and read them back. Reading what was
 * written yields equal mentions. */
enum ent_status ent_mentions_encode(struct ent_document *document,
                                    const struct ent_mentions *mentions,
                                    struct ent_error *error);
enum ent_status ent_mentions_decode(struct ent_document *document,
                                    struct ent_mentions *mentions,
                                    struct ent_error *error);

/* Actors counted over documents: one row a group, or a (group, actor). */
struct ent_actor_table;

/* `only_unknown`: write the names that no record knows, as lines for an actor file. */
struct ent_actor_table *ent_actor_table_new(bool by_actor, bool only_unknown);
void ent_actor_table_free(struct ent_actor_table *table);
enum ent_status ent_actor_table_add(struct ent_actor_table *table,
                                    const struct ent_document *document,
                                    const struct ent_mentions *mentions,
                                    struct ent_error *error);
/* Append the table, most mentioned first: tab-separated group [actor] kind country mentions
 * documents known variants example, with a header line. */
enum ent_status ent_actor_table_write(const struct ent_actor_table *table,
                                      struct ent_buf *buf, struct ent_error *error);

#endif
