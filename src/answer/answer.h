/* answer: the rows of a plan's SQL → the table that is shown ("One statement", step 8): rows and
 * columns, order, totals' place, having, top. What it computes from figures is order and choice,
 * never a figure.
 */
#ifndef OGI_ANSWER_ANSWER_H
#define OGI_ANSWER_ANSWER_H

#include "plan/plan.h"
#include "store/store.h"

/* Which names people see. Machine formats always have keys. */
enum names_shown { NAMES_KEY, NAMES_ZH, NAMES_EN, NAMES_BOTH };

/* What is shown in place of a key; empty: the key itself. */
struct str names_label(struct arena *arena, enum names_shown shown, const struct names *names);

/* Of `top 10 agencies by …`: the values of key 0 that are shown, best first. */
struct answer_chosen {
  struct value *at;
  size_t n;
};

/* Runs the plan's SQL and fills *table, all in `arena`. `chosen` matters where the plan has `best`.
 * False after messages. */
bool answer_fill(struct arena *arena, const struct plan *plan, struct store *store,
                 enum names_shown names, const struct answer_chosen *chosen, struct table *table,
                 struct diags *diags);

/* Runs the plan that chooses (plan_choosing_tree). */
bool answer_choose(struct arena *arena, const struct plan *plan, struct store *store,
                   struct answer_chosen *chosen, struct diags *diags);

/* Notes where the form changed between two years in scope. */
bool answer_breaks(struct arena *arena, const struct plan *plan, struct store *store,
                   struct table *table, struct diags *diags);

/* Fills table->coverage. */
bool answer_cover(struct arena *arena, const struct plan *plan, struct store *store,
                  struct table *table, struct diags *diags);

/* Fills table->sources: the reports that the figures rest on, as many as the coverage says. */
bool answer_sources(struct arena *arena, const struct plan *plan, struct store *store,
                    struct table *table, struct diags *diags);

/* Asks the data whether the plan may add up: one year for stocks, no consolidated report beside one
 * that it covers. False after a message. */
bool answer_allowed(struct arena *arena, const struct plan *plan, struct store *store,
                    struct diags *diags);

/* `reports`: a row for each report in scope. */
bool answer_list(struct arena *arena, const struct plan *plan, struct store *store,
                 struct table *table, struct diags *diags);

/* `find` (find.c): a row for each sentence. For people a place and a stretch of the sentence, for
 * programs all of it. */
bool answer_find(struct arena *arena, const struct plan *plan, struct store *store, int context,
                 struct table *table, struct diags *diags);

/* `claims` (claims.c): a row for each figure that a narrative states. */
bool answer_claims(struct arena *arena, const struct plan *plan, struct store *store, int context,
                   struct table *table, struct diags *diags);

#endif
