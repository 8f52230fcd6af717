/* answer: the rows of a plan's SQL → the table that is shown ("One statement", step 8): rows and
 * columns, order, totals' place, having, top. What it computes from figures is order and choice,
 * never a figure.
 */
#ifndef OGI_APP_ANSWER_H
#define OGI_APP_ANSWER_H

#include "plan/plan.h"
#include "store/store.h"

/* Which names people see. Machine formats always have keys. */
enum names_shown { NAMES_KEY, NAMES_ZH, NAMES_EN };

/* Runs the plan's SQL and fills *table, all in `arena`. False after messages. */
bool answer_fill(struct arena *arena, const struct plan *plan, struct store *store,
                 enum names_shown names, struct table *table, struct diags *diags);

/* Fills table->coverage. */
bool answer_cover(struct arena *arena, const struct plan *plan, struct store *store,
                  struct table *table, struct diags *diags);

/* Asks the data whether the plan may add up: one year for stocks, no consolidated report beside one
 * that it covers. False after a message. */
bool answer_allowed(struct arena *arena, const struct plan *plan, struct store *store,
                    struct diags *diags);

/* `reports`: a row for each report in scope. */
bool answer_list(struct arena *arena, const struct plan *plan, struct store *store,
                 struct table *table, struct diags *diags);

/* --- choose.c: having, order by, top, limit on a filled table */
bool choose_rows(struct arena *arena, const struct plan *plan, struct table *table,
                 struct diags *diags);

#endif
