/* assert: what an assertion tested and what came out, as the files share it that judge it
 * (assert.c) and that show it (assert_show.c). Private to src/app.
 */
#ifndef OGI_APP_ASSERT_H
#define OGI_APP_ASSERT_H

#include "app/state.h"

enum assert_severity { SEVERITY_INFO, SEVERITY_WARN, SEVERITY_ERROR };

/* One figure of the answer held against what is wanted. */
struct tested {
  const struct row *row; /* of the answer, or where `is_absent` of the other side's */
  size_t number;         /* of the row in the answer, from 1; 0: it has no such row */
  size_t column;         /* of the figure */
  struct value found;
  struct value wanted; /* the number, or of two bounds the one that is not kept; may be missing */
  struct value difference; /* found - wanted; missing where one is, and for `is missing` */
  bool holds;
};

struct assertion {
  const struct node *node;  /* the statement */
  const struct node *query; /* what is asked, `for each` among its `by` */
  const struct plan *plan;
  struct table answer;
  enum assert_severity severity;
  struct str because; /* may be empty */
  bool is_empty;      /* no report is in scope: neither passed nor failed */
  bool has_no_row;    /* is_empty, though there are reports: the answer has no row */
  struct {
    struct tested *at;
    size_t n, cap;
  } tested;
  size_t failed; /* of tested; of `assert not` the rows that there are */
};

/* Judges an assertion without showing what came out; run->status says it. False after a message. */
bool assert_judges(struct run *run, const struct node *node);

/* Marks the columns of an answer that are figures an assertion is about: the rate, not what it is
 * made of; the median, not the n beside it. */
void assert_figures(struct arena *arena, const struct plan *plan, const struct table *table,
                    bool **marks);

/* Shows the outcome: to people what failed, to programs a row for each failure, or one for the
 * whole that says pass or n/a. */
bool assert_show(struct run *run, struct assertion *assertion);

/* Keeps the outcome for a check that writes it for other tools. */
void assert_keep(struct run *run, const struct assertion *assertion);

#endif
