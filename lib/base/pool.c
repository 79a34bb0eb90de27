#include <entente/pool.h>

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum slot_state { SLOT_EMPTY, SLOT_WAITING, SLOT_RUNNING, SLOT_DONE };

struct slot {
    void *job;
    enum slot_state state;
};

/* Jobs live in a ring: `head` is the oldest job not yet consumed, `tail` the next free place;
 * threads take `next`. All three only grow; the ring index is their remainder. */
struct pool {
    const struct ent_pool_ops *ops;
    void *context;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct slot *ring;
    size_t size, threads, head, next, tail;
    size_t idle;    /* threads that wait for a change */
    bool serving;   /* some thread produces or consumes */
    bool producing; /* there may be more jobs */
};

struct worker {
    struct pool *pool;
    int number;
    pthread_t thread;
};

int ent_pool_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > 256 ? 256 : (int)count;
}

/* All below hold the mutex on entry and exit. */
static void wake_idle(struct pool *pool)
{
    if (pool->idle > 0)
        pthread_cond_broadcast(&pool->changed);
}

static bool can_consume(const struct pool *pool)
{
    return !pool->serving && pool->head != pool->tail &&
           pool->ring[pool->head % pool->size].state == SLOT_DONE;
}

static bool can_produce(const struct pool *pool)
{
    return !pool->serving && pool->producing && pool->tail - pool->head < pool->size;
}

static void consume_oldest(struct pool *pool)
{
    struct slot *slot = &pool->ring[pool->head % pool->size];
    pool->serving = true;
    pthread_mutex_unlock(&pool->mutex);
    bool go_on = pool->ops->consume(pool->context, slot->job);
    pthread_mutex_lock(&pool->mutex);
    slot->state = SLOT_EMPTY;
    pool->head++;
    pool->serving = false;
    pool->producing = pool->producing && go_on;
    wake_idle(pool);
}

static void produce_next(struct pool *pool)
{
    pool->serving = true;
    pthread_mutex_unlock(&pool->mutex);
    void *job = pool->ops->produce(pool->context);
    pthread_mutex_lock(&pool->mutex);
    pool->serving = false;
    pool->producing = pool->producing && job;
    if (job)
        pool->ring[pool->tail++ % pool->size] = (struct slot){job, SLOT_WAITING};
    wake_idle(pool);
}

static void work_on_next(struct pool *pool, int number)
{
    struct slot *slot = &pool->ring[pool->next++ % pool->size];
    slot->state = SLOT_RUNNING;
    pthread_mutex_unlock(&pool->mutex);
    pool->ops->work(pool->context, number, slot->job);
    pthread_mutex_lock(&pool->mutex);
    slot->state = SLOT_DONE;
    if (slot == &pool->ring[pool->head % pool->size])
        wake_idle(pool);
}

/* Do what is most urgent until nothing is left: results first, then a job in store for
 * every thread, then work. */
static void *run_thread(void *argument)
{
    struct worker *worker = argument;
    struct pool *pool = worker->pool;
    pthread_mutex_lock(&pool->mutex);
    while (pool->producing || pool->head != pool->tail) {
        size_t waiting = pool->tail - pool->next;
        if (can_consume(pool)) {
            consume_oldest(pool);
        } else if (waiting < pool->threads && can_produce(pool)) {
            produce_next(pool);
        } else if (waiting > 0) {
            work_on_next(pool, worker->number);
        } else {
            pool->idle++;
            pthread_cond_wait(&pool->changed, &pool->mutex);
            pool->idle--;
        }
    }
    wake_idle(pool);
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

static void run_alone(const struct ent_pool_ops *ops, void *context)
{
    void *job;
    while ((job = ops->produce(context))) {
        ops->work(context, 0, job);
        if (!ops->consume(context, job))
            return;
    }
}

enum ent_status ent_pool_run(const struct ent_pool_ops *ops, void *context, int threads,
                             struct ent_error *error)
{
    if (threads <= 1) {
        run_alone(ops, context);
        return ENT_OK;
    }
    struct pool pool = {.ops = ops, .context = context, .producing = true};
    pool.threads = (size_t)threads;
    pool.size = (size_t)threads * 4 + 4;
    pool.ring = calloc(pool.size, sizeof *pool.ring);
    struct worker *workers = calloc((size_t)threads, sizeof *workers);
    if (!pool.ring || !workers) {
        free(pool.ring);
        free(workers);
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    pthread_mutex_init(&pool.mutex, NULL);
    pthread_cond_init(&pool.changed, NULL);
    int started = 1; /* the caller's thread is number 0 */
    workers[0] = (struct worker){.pool = &pool};
    for (; started < threads; started++) {
        workers[started] = (struct worker){.pool = &pool, .number = started};
        if (pthread_create(&workers[started].thread, NULL, run_thread, &workers[started]))
            break; /* those that run do the work */
    }
    run_thread(&workers[0]);
    for (int i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    pthread_cond_destroy(&pool.changed);
    pthread_mutex_destroy(&pool.mutex);
    free(pool.ring);
    free(workers);
    return ENT_OK;
}
