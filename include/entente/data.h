/* data.h: where the data files (lexicons, frames, models) are.
 *
 * Searched in this order: the folder in the environment variable ENTENTE_DATA;
 * ../share/entente beside the running program; the installation's share/entente; the source
 * tree the library was built from. */
#ifndef ENTENTE_DATA_H
#define ENTENTE_DATA_H

#include <entente/buf.h>
#include <entente/status.h>

/* Put the path of data file `name` ("fr/model.ent") into `path`. */
enum ent_status ent_data_find(const char *name, struct ent_buf *path,
                              struct ent_error *error);

/* The version of the library, "0.1.0". */
const char *ent_version(void);

#endif
