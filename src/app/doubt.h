/* doubt: which cells of a report stand in a check that fails, for statements that show cells.
 * Private to src/app.
 */
#ifndef OGI_APP_DOUBT_H
#define OGI_APP_DOUBT_H

#include "app/state.h"

#include "check/check.h"

struct doubtful {
  bool is_known; /* was the panel ever checked? */
  struct rule_list rules;
  int64_t report; /* the one that was asked for last */
  bool *cells;    /* its doubtful cells, by cell number; NULL: none was asked for */
  struct span at;
};

/* Before the first report: brings the rules of severity error up to date, where the panel was ever
 * checked. False after a message. */
bool doubt_open(struct run *run, struct span at, struct doubtful *d);
/* Finds those of one report, which counts. False after a message. */
bool doubt_report(struct run *run, struct doubtful *d, int64_t report);
/* Is it one of them? False for a report that was not the last to be asked for. */
bool doubt_has(const struct doubtful *d, int64_t report, int64_t cell);

#endif
