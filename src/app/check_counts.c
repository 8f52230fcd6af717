/* check_counts: see check_counts.h.
 */
#include "app/check_counts.h"

static bool has_instances(const struct check_count *count) {
  for (int s = 0; s < STATUS_OUTSIDE; s++)
    if (count->of[s] > 0)
      return true;
  return false;
}

static void add_column(struct table *table, struct str name, enum column_role role,
                       enum value_kind type) {
  table->columns[table->ncolumns++] = (struct column){.name = name, .role = role, .type = type};
}

struct table *check_count_table(struct arena *arena, const struct rule_list *rules,
                                const struct check_count *counts) {
  struct table *table = ARENA_NEW(arena, struct table);
  int64_t waived = 0, known = 0;
  for (size_t i = 0; i < rules->n; i++) {
    waived += counts[i].waived;
    known += counts[i].known;
  }
  table->columns = ARENA_ARRAY(arena, struct column, STATUS_OUTSIDE + 4);
  add_column(table, STR("rule"), COLUMN_KEY, VALUE_TEXT);
  add_column(table, STR("severity"), COLUMN_TEXT, VALUE_TEXT);
  table->columns[1].is_said = true;
  for (int s = 0; s < STATUS_OUTSIDE; s++)
    add_column(table, rule_status_name((enum rule_status)s), COLUMN_FIGURE, VALUE_INTEGER);
  if (waived > 0)
    add_column(table, STR("waived"), COLUMN_FIGURE, VALUE_INTEGER);
  if (known > 0)
    add_column(table, STR("in the baseline"), COLUMN_FIGURE, VALUE_INTEGER);
  for (size_t i = 0; i < rules->n; i++) {
    if (!has_instances(&counts[i]))
      continue;
    struct value *cell = table_row(arena, table)->cells;
    *cell++ = value_text(rules->at[i]->key);
    *cell++ = value_text(rule_severity_name(rules->at[i]->severity));
    for (int s = 0; s < STATUS_OUTSIDE; s++)
      *cell++ = value_integer(counts[i].of[s]);
    if (waived > 0)
      *cell++ = value_integer(counts[i].waived);
    if (known > 0)
      *cell++ = value_integer(counts[i].known);
  }
  return table;
}

struct str check_idle_rules(struct arena *arena, const struct rule_list *rules,
                            const struct check_count *counts) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < rules->n; i++)
    if (!has_instances(&counts[i]))
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? ", " : "nothing to try: ", STR_ARG(rules->at[i]->key));
  return sbuf_str(&b);
}
