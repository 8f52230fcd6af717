/* gen: what the parts of the generator of synthetic reports share (see gen.c). */
#ifndef OGI_TESTS_GEN_H
#define OGI_TESTS_GEN_H

#include "form/form.h"

#include <stdio.h>

#define MAX_SLOTS 1024 /* cells of an edition; the two known have 200 */
#define MAX_CARRIED 64 /* leaves of the measure that is carried over */

/* An edition, prepared: which leaves each printed total sums. */
struct plan {
  const struct edition *edition;
  int *parts[MAX_SLOTS]; /* of a total: the slots it sums, closed by -1 */
};

struct gen {
  const struct vocab *vocab;
  struct plan older, newer;
  int received, carried_in, applications, carried_forward, reviews, lawsuits; /* measures */
  uint64_t state;                                                             /* of chance */
  double errors;
  bool html;
  FILE *cells, *agencies, *planted;
};

/* One report. */
struct sheet {
  struct str agency, city, county, function;
  int year;
  const struct plan *plan;
  int64_t value[MAX_SLOTS];       /* by slot, in the smallest unit */
  const char *instead[MAX_SLOTS]; /* printed in place of the figure; NULL = the figure */
};

/* --- gen_figures.c */
int64_t gen_below(struct gen *gen, int64_t n); /* 0 .. n-1 */
bool gen_chance(struct gen *gen, double p);
/* Ends the program when the definitions lack what is asked for. */
void gen_prepare(struct arena *arena, struct gen *gen);
/* The figures of a report; `carried` is what each kind of applicant brings from the year before and
 * what it takes to the next. */
void gen_fill(struct gen *gen, struct sheet *sheet, int64_t *carried);
/* One fault of those that real reports have. */
void gen_spoil(struct gen *gen, struct sheet *sheet);
/* A figure as a report prints it. */
struct str gen_printed(struct arena *arena, const struct gen *gen, const struct sheet *sheet,
                       size_t slot);

/* --- gen_plant.c: an error of the kind that `number` says, noted in gen->planted. */
void gen_plant(struct gen *gen, struct sheet *sheet, size_t number);

/* --- gen_page.c: the whole report as text or HTML. */
struct str gen_page(struct arena *arena, struct gen *gen, const struct sheet *sheet);

#endif
