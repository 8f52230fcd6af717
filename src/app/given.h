/* given: the small reports that rules are tried on, as a test file writes them → reports.
 *
 *   report "甲局" 2021 signed 2022-01-20 (MEASURE MEMBER = 5, MEASURE total = 5)
 *
 * A cell that is not named holds 0; a table named behind `without` is not there.
 */
#ifndef OGI_APP_GIVEN_H
#define OGI_APP_GIVEN_H

#include "form/report.h"
#include "lang/tree.h"

struct given {
  struct report report;
  struct str level, function, parent, consolidated; /* of the agency; empty: not said */
  bool is_declared;                                 /* one of them is said */
};

/* `path` names the report in its panel. False after a message. */
bool given_report(struct arena *arena, const struct node *node, const struct source *source,
                  const struct vocab *vocab, struct str path, struct given *given,
                  struct diags *diags);

#endif
