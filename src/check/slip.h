/* slip: how a figure that is printed may have come of the one that the equations imply. */
#ifndef OGI_CHECK_SLIP_H
#define OGI_CHECK_SLIP_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Bits of a set, in the order in which they are named. */
enum slip {
  SLIP_ROW = 1 << 0,       /* the values of the row stand one cell off */
  SLIP_COLUMN = 1 << 1,    /* those of the column do */
  SLIP_JOINED = 1 << 2,    /* the digits of two cells stand in one */
  SLIP_SPLIT = 1 << 3,     /* those of one stand in two */
  SLIP_SIGN = 1 << 4,      /* the sign is wrong */
  SLIP_10 = 1 << 5,        /* 10 times too much or too little */
  SLIP_100 = 1 << 6,       /* 100 times */
  SLIP_10000 = 1 << 7,     /* 10000 times: a unit of ten thousands */
  SLIP_SWAPPED = 1 << 8,   /* two digits change places */
  SLIP_DROPPED = 1 << 9,   /* a digit is missing */
  SLIP_ADDED = 1 << 10,    /* there is a digit too many */
  SLIP_MISREAD = 1 << 11,  /* one digit is another */
  SLIP_LEFT_OUT = 1 << 12, /* 0 where a number belongs */
  SLIP_NONE_DUE = 1 << 13, /* a number where 0 belongs */
  SLIP_COUNT = 14
};

/* All that lead from `implied` to `printed`, of those that one cell shows by itself; 0: none. */
unsigned slips_between(int64_t printed, int64_t implied);

/* Do the digits of a, then those of b make those of `joined`? None of them negative; no digits but
 * a single one begin with 0. */
bool digits_join(int64_t a, int64_t b, int64_t joined);

/* The names of a set, parted by `between`: for programs "digits_swapped", for people "two digits
 * swapped". Empty for none. */
struct str slip_keys(struct arena *arena, unsigned slips);
struct str slip_words(struct arena *arena, unsigned slips);

#endif
