/* suspect: which cells explain the equations that fail: the fewest that, holding other numbers,
 * make all of them hold and break none that does. Nothing is repaired: these are proposals.
 *
 * Failing equations that share cells are one problem. Of a problem one cell is looked for, then a
 * row or a column whose values stand one cell off, numbers joined or split, then two cells, then
 * three. Where nothing explains all, what is carried between years is set aside: two reports may
 * each be in order and still disagree.
 */
#ifndef OGI_CHECK_SUSPECT_H
#define OGI_CHECK_SUSPECT_H

#include "check/equations.h"

#define EXPLANATIONS 40 /* kept of one problem; others are counted */

/* A cell and the number it would hold. */
struct repair {
  int cell; /* index in equations->cells */
  int64_t implied;
  unsigned slips; /* see slip.h */
};

struct explanation {
  struct repair *at;
  size_t n;
  unsigned slips; /* of the whole: a row shifted, two numbers joined … */
};

struct problem {
  int *failing; /* equations, by number */
  size_t nfailing;
  struct explanation
      *explanations; /* those whose slips have names first; none: nothing explains it */
  size_t nexplanations;
  bool is_apart;    /* what is carried between years is set aside */
  size_t nfurther;  /* that do as well, and are not kept */
  bool is_given_up; /* three cells may do, but there are too many to try */
};

struct problems {
  struct problem *at;
  size_t n, cap;
};

/* The problems of reports[NEAR_THIS]: what fails in it, in the report after it as far as that
 * speaks of this one, and what shares cells with these. In the arena. */
struct problems suspects_find(struct arena *arena, const struct equations *equations,
                              const struct vocab *vocab);

/* --- Private to check/suspect*.c */

struct suspecting {
  struct arena *arena;
  const struct equations *equations;
  const struct vocab *vocab;
  bool *is_active;   /* by equation: it holds, or is of the problem */
  int64_t *residual; /* by equation, with the numbers supposed so far */
  int *open;         /* active equations that do not hold now … */
  int *open_at;      /* … and where each stands there; -1: it holds */
  size_t nopen;
  bool *is_supposed; /* by cell */
  bool *is_barred;   /* by cell: it is in a failing equation of another problem */
  struct repair *supposed;
  size_t nsupposed;
  size_t most_uses; /* equations that one cell is in, at most */
  long work;        /* steps left before the search is given up */
  struct problem *problem;
};

/* Supposes that a cell holds another number, and takes that back. */
void suspect_suppose(struct suspecting *s, int cell, int64_t value);
void suspect_withdraw(struct suspecting *s);
/* Keeps what is supposed now as an explanation, if it is new. */
void suspect_keep(struct suspecting *s, unsigned slips);
/* suspect_line.c: rows and columns one cell off, numbers joined and split. */
void suspect_lines(struct suspecting *s);

#endif
