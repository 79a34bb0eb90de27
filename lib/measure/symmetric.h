/* symmetric.h: eigenvalues of dense symmetric matrices; not for library users. */
#ifndef ENTENTE_MEASURE_SYMMETRIC_H
#define ENTENTE_MEASURE_SYMMETRIC_H

#include <entente/status.h>
#include <stddef.h>

/* All eigenvalues, in no order, of the symmetric `matrix` [size * size], which is
 * destroyed. ENT_ELIMIT if the iteration does not converge. */
enum ent_status ent_symmetric_eigenvalues(double *matrix, size_t size, double *value);

#endif
