/* checking: the statement `check` while it runs, shared by check.c, which takes its clauses and
 * sets its status, and check_list.c. Private to src/app.
 */
#ifndef OGI_APP_CHECKING_H
#define OGI_APP_CHECKING_H

#include "app/check_counts.h"
#include "app/state.h"

struct checking {
  struct run *run;
  const struct node *names; /* LIST */
  struct rule_list rules;
  struct check_request request;
  const struct node *to;
  const struct format *format;             /* of tables; or */
  const struct check_format *check_format; /* one of findings */
  const struct node *baseline;             /* a string; NULL */
  bool is_timing;
  const struct check_count *counts;
};

/* Shows or writes the findings in c->format, a format of tables. False after a message. */
bool check_list(struct checking *c);

#endif
