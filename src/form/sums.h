/* sums: the equations that hold between the printed cells of an edition, if the report adds up:
 * each printed total is the sum of its parts, along each dimension that it sums, and the identities
 * of the form hold for every member that their measures share.
 */
#ifndef OGI_FORM_SUMS_H
#define OGI_FORM_SUMS_H

#include "form/form.h"

/* One printed cell in an equation. */
struct sum_term {
  int slot; /* of the edition */
  int sign; /* 1 or -1 */
};

/* The sum of sign × cell is 0. */
struct sum {
  struct sum_term *terms; /* of a printed total: it comes first, with sign -1, then its parts */
  size_t nterms;
  int along; /* the dimension along which a printed total sums; -1: an identity */
};

struct sums {
  struct sum *at;
  size_t n, cap;
};

/* Is the printed cell a total along the dimension slot of its measure: does the edition print parts
 * of it? */
bool sums_along(const struct vocab *vocab, const struct edition *edition,
                const struct form_cell *cell, int along);

/* All equations of the edition, in the arena. The vocabulary must be complete. */
struct sums sums_of_edition(struct arena *arena, const struct vocab *vocab,
                            const struct edition *edition);

#endif
