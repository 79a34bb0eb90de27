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
 * workers take `next`. All three only grow; the ring index is their remainder. */
struct pool {
    const struct ent_pool_ops *ops;
    void *context;
    pthread_mutex_t mutex;
    pthread_cond_t work_ready, work_done;
    struct slot *ring;
    size_t size, head, next, tail;
    bool closing;
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

static void *run_worker(void *argument)
{
    struct worker *worker = argument;
    struct pool *pool = worker->pool;
    pthread_mutex_lock(&pool->mutex);
    for (;;) {
        while (pool->next == pool->tail && !pool->closing)
            pthread_cond_wait(&pool->work_ready, &pool->mutex);
        if (pool->next == pool->tail)
            break;
        struct slot *slot = &pool->ring[pool->next++ % pool->size];
        slot->state = SLOT_RUNNING;
        pthread_mutex_unlock(&pool->mutex);
        pool->ops->work(pool->context, worker->number, slot->job);
        pthread_mutex_lock(&pool->mutex);
        slot->state = SLOT_DONE;
        pthread_cond_signal(&pool->work_done);
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

/* Wait for the oldest job and hand it over. The mutex is held on entry and exit. */
static bool consume_oldest(struct pool *pool)
{
    struct slot *slot = &pool->ring[pool->head % pool->size];
    while (slot->state != SLOT_DONE)
        pthread_cond_wait(&pool->work_done, &pool->mutex);
    void *job = slot->job;
    slot->state = SLOT_EMPTY;
    pool->head++;
    pthread_mutex_unlock(&pool->mutex);
    bool go_on = pool->ops->consume(pool->context, job);
    pthread_mutex_lock(&pool->mutex);
    return go_on;
}

static bool oldest_is_done(const struct pool *pool)
{
    return pool->head != pool->tail &&
           pool->ring[pool->head % pool->size].state == SLOT_DONE;
}

/* Produce and consume in the caller's thread until there is nothing left. */
static void run_caller(struct pool *pool)
{
    bool producing = true;
    pthread_mutex_lock(&pool->mutex);
    while (producing || pool->head != pool->tail) {
        bool full = pool->tail - pool->head == pool->size;
        if (full || !producing || oldest_is_done(pool)) {
            if (!consume_oldest(pool))
                producing = false;
            continue;
        }
        pthread_mutex_unlock(&pool->mutex);
        void *job = pool->ops->produce(pool->context);
        pthread_mutex_lock(&pool->mutex);
        if (!job) {
            producing = false;
            continue;
        }
        pool->ring[pool->tail++ % pool->size] = (struct slot){job, SLOT_WAITING};
        pthread_cond_signal(&pool->work_ready);
    }
    pool->closing = true;
    pthread_cond_broadcast(&pool->work_ready);
    pthread_mutex_unlock(&pool->mutex);
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
    struct pool pool = {.ops = ops, .context = context, .size = (size_t)threads * 4 + 4};
    pool.ring = calloc(pool.size, sizeof *pool.ring);
    struct worker *workers = calloc((size_t)threads, sizeof *workers);
    if (!pool.ring || !workers) {
        free(pool.ring);
        free(workers);
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    }
    pthread_mutex_init(&pool.mutex, NULL);
    pthread_cond_init(&pool.work_ready, NULL);
    pthread_cond_init(&pool.work_done, NULL);
    int started = 0;
    for (; started < threads; started++) {
        workers[started] = (struct worker){.pool = &pool, .number = started};
        if (pthread_create(&workers[started].thread, NULL, run_worker, &workers[started]))
            break;
    }
    enum ent_status status = ENT_OK;
    if (started > 0)
        run_caller(&pool);
    else
        status = ent_fail(error, ENT_EMEMORY, 0, "cannot start a thread");
    for (int i = 0; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    pthread_cond_destroy(&pool.work_done);
    pthread_cond_destroy(&pool.work_ready);
    pthread_mutex_destroy(&pool.mutex);
    free(pool.ring);
    free(workers);
    return status;
}
