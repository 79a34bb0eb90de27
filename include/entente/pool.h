/* pool.h: an ordered pool of threads.
 *
 * All `threads` threads, the caller's among them, do whatever is to be done next: take a
 * finished job, produce a new one, work. Results come out in the order in which jobs went
 * in, whatever the number of threads, so output never depends on it. At most
 * 4 * threads + 4 jobs are in flight, which bounds memory. With threads <= 1 everything runs
 * in the caller's thread. */
#ifndef ENTENTE_POOL_H
#define ENTENTE_POOL_H

#include <entente/status.h>
#include <stdbool.h>

struct ent_pool_ops {
    /* The next job, or NULL when there is none. Runs in any thread, but never beside another
     * `produce` or `consume`. */
    void *(*produce)(void *context);
    /* Work on a job in any thread; `worker` is 0 .. threads-1, for scratch space. */
    void (*work)(void *context, int worker, void *job);
    /* Take a finished job, in order; it owns the job. Runs as `produce` does. Returning
     * false stops production; jobs in flight are still worked on and consumed. */
    bool (*consume)(void *context, void *job);
};

enum ent_status ent_pool_run(const struct ent_pool_ops *ops, void *context, int threads,
                             struct ent_error *error);

/* Number of processors on line, at least 1. */
int ent_pool_processors(void);

#endif
