#include <entente/data.h>

#include <stdlib.h>
#include <unistd.h>

/* Does folder/name exist? Leaves the path in `path`. */
static bool exists(const char *folder, const char *name, struct ent_buf *path)
{
    ent_buf_reset(path);
    ent_buf_printf(path, "%s/%s", folder, name);
    return !path->failed && access(path->data, R_OK) == 0;
}

/* ../share/entente beside the running program, so that an installation can be moved. */
static bool exists_beside_program(const char *name, struct ent_buf *path)
{
    char program[4096];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 32);
    if (size <= 0)
        return false;
    program[size] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return false;
    strcpy(slash, "/../share/entente");
    return exists(program, name, path);
}

enum ent_status ent_data_find(const char *name, struct ent_buf *path,
                              struct ent_error *error)
{
    const char *chosen = getenv("ENTENTE_DATA");
    if (chosen && *chosen) {
        if (exists(chosen, name, path))
            return ENT_OK;
        return ent_fail(error, ENT_EMISSING, 0, "no data file '%s' in ENTENTE_DATA '%s'",
                        name, chosen);
    }
    if (exists_beside_program(name, path) || exists(ENTENTE_INSTALL_DATA, name, path) ||
        exists(ENTENTE_SOURCE_DATA, name, path))
        return ENT_OK;
    return ent_fail(error, ENT_EMISSING, 0, "cannot find data file '%s'", name);
}

const char *ent_version(void)
{
    return ENTENTE_VERSION;
}
