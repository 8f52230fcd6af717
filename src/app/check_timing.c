/* check_timing: how long each rule took when all reports were tried last, the slowest first.
 */
#include "app/state.h"

bool run_check_timing(struct run *run, const struct node *to) {
  static const char *const names[] = {"rule", "seconds"};
  struct known_rules known = {0};
  int64_t stale;
  struct table *table = table_new(run->arena, 2, names);
  table->columns[1].role = COLUMN_FIGURE;
  table->columns[1].type = VALUE_REAL;
  if (!store_rules_known(run->arena, run->session->store, &known, &stale, &run->diags))
    return false;
  bool *shown = ARENA_ARRAY(run->arena, bool, known.n + 1);
  for (size_t n = 0; n < known.n; n++) { /* the slowest first */
    size_t best = known.n;
    for (size_t i = 0; i < known.n; i++)
      if (!shown[i] && (best == known.n || known.at[i].seconds > known.at[best].seconds))
        best = i;
    shown[best] = true;
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(known.at[best].key);
    row->cells[1] = value_real(known.at[best].seconds);
  }
  return run_show(run, table, to);
}
