/* match_infer: a row whose figures run together, and the ways to part it. Private to match_infer.c
 * and match_run.c.
 */
#ifndef OGI_READ_MATCH_INFER_H
#define OGI_READ_MATCH_INFER_H

#include "read/match_parts.h"

/* No report counts more than 10^15 of anything: longer digits are no figure, and no sum of figures
 * leaves 64 bits. */
#define MAX_FIGURE_DIGITS 15
#define MAX_RUN_DIGITS 160
#define MAX_RUN_COLUMNS 64
#define MAX_READINGS 1000 /* kept of one row; real ones have one, rarely two */
#define MAX_RUN_STEPS 100000
#define MAX_STEPS 1000000 /* for all rows of a report */

struct run_digit {
  uint8_t value, piece;
  bool begins;       /* its piece: a figure may not go over it */
  uint32_t from, to; /* its bytes in the piece */
};

struct run {
  int row;
  size_t slot, n; /* of its first cell; columns */
  const struct found_row *found;
  struct run_digit *digits;
  size_t ndigits;

  /* The ways to part it that satisfy the sums within the row: n values each. */
  const int64_t *readings[MAX_READINGS];
  size_t nreadings;
  int64_t *least, *most; /* by column, over the readings */
  bool is_over;          /* there are more, or finding them takes too long */
  bool is_covered;       /* each column stands in a sum within the row */
  bool has_sums;         /* a column stands in any sum */
  bool is_spread;        /* its pieces add up as they stand, blank cells lost between them */
  bool is_open;          /* has readings, and none is certain yet */
  int chosen;            /* reading; -1 = none */
  int first, other;      /* two readings that all sums allow; -1 = none */
  const int64_t *read;   /* what the row says; NULL: it is not certain */
  const int64_t *rival;  /* what more of its columns speak for; NULL */
};

/* The row as digits; false when it holds something else, or fewer digits than columns, or columns
 * that are not whole numbers. */
bool run_digits(struct arena *arena, const struct match *m, const struct fit *fit, int row,
                struct run *run);

/* Finds the readings. Takes from *steps what it needs. */
void run_part(struct arena *arena, const struct sums *sums, struct run *run, size_t *steps);

/* The one way to part digits at zeros when there can be no other, into as many or fewer figures;
 * NULL. Needs no sum: 000 is 0, 0 and 0. */
const int64_t *run_part_zeros(struct arena *arena, const struct run *run);

/* Whatever the sums within the row: the way to part it that has most of the wanted values (by
 * column; NULL: none is). *matches: how many; -1 when there is no way. */
const int64_t *run_part_near(struct arena *arena, const struct run *run,
                             const int64_t *const *wanted, int *matches);

/* How many digits the figure takes in the run. */
size_t run_length(int64_t value);

#endif
