/* paths.c: files named by the operands, folders walked in byte order of names. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "text/source.h"

enum { DEPTH_MAX = 64 }; /* folders in folders; also ends loops of symbolic links */

static bool push(struct ent_paths *paths, char *path)
{
    if (path && paths->count == paths->capacity) {
        size_t capacity = paths->capacity ? 2 * paths->capacity : 64;
        char **grown = realloc(paths->stack, capacity * sizeof *grown);
        if (!grown) {
            free(path);
            return false;
        }
        paths->stack = grown;
        paths->capacity = capacity;
    }
    if (!path)
        return false;
    paths->stack[paths->count++] = path;
    return true;
}

enum ent_status ent_paths_open(struct ent_paths *paths, const char *const *operands,
                               size_t count)
{
    *paths = (struct ent_paths){.count = 0};
    for (size_t i = count; i > 0; i--)
        if (!push(paths, strdup(operands[i - 1])))
            return ENT_EMEMORY;
    return ENT_OK;
}

void ent_paths_close(struct ent_paths *paths)
{
    while (paths->count > 0)
        free(paths->stack[--paths->count]);
    free(paths->stack);
    paths->stack = NULL;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static int descending(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

static char *join(const char *folder, const char *name)
{
    struct ent_buf buf;
    size_t size = strlen(folder);
    ent_buf_init(&buf);
    ent_buf_printf(&buf, "%s%s%s", folder, size && folder[size - 1] == '/' ? "" : "/",
                   name);
    if (!buf.failed)
        return ent_buf_detach(&buf);
    ent_buf_clear(&buf);
    return NULL;
}

static size_t depth(const char *path)
{
    size_t slashes = 0;
    for (; *path; path++)
        slashes += *path == '/';
    return slashes;
}

/* Push what the folder holds, the first name on top; hidden files are left out. */
static enum ent_status push_folder(struct ent_paths *paths, const char *path,
                                   struct ent_error *error)
{
    struct dirent *entry;
    size_t before = paths->count;
    if (depth(path) > DEPTH_MAX)
        return ent_fail(error, ENT_ELIMIT, 0, "folders nested too deep");
    DIR *folder = opendir(path);
    if (!folder)
        return ent_fail(error, ENT_EIO, 0, "cannot open folder: %s", strerror(errno));
    bool good = true;
    while (good && (entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            good = push(paths, join(path, entry->d_name));
    closedir(folder);
    if (!good)
        return ent_fail(error, ENT_EMEMORY, 0, "out of memory");
    if (paths->count > before)
        qsort(paths->stack + before, paths->count - before, sizeof *paths->stack,
              descending);
    return ENT_OK;
}

enum ent_status ent_paths_next(struct ent_paths *paths, char **path,
                               struct ent_error *error)
{
    *path = NULL;
    while (paths->count > 0) {
        char *top = paths->stack[--paths->count];
        if (!is_folder(top)) {
            *path = top;
            return ENT_OK;
        }
        enum ent_status status = push_folder(paths, top, error);
        if (status != ENT_OK) {
            *path = top;
            return status == ENT_EMEMORY ? status : ENT_EIO;
        }
        free(top);
    }
    return ENT_END;
}
