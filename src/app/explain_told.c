/* explain_told: `explain check R.received for "X" 2021`: what the narrative tells and what the
 * table has, each with its place (see state.h).
 */
#include "app/state.h"

#include "check/check.h"

static void add_side(struct run *run, struct table *table, const struct finding *f, bool is_text) {
  struct row *row = table_row(run->arena, table);
  row->cells[0] = value_text(f->instance);
  row->cells[1] = value_text(rule_status_name(f->status));
  row->cells[2] = value_text(is_text ? STR("text") : STR("table"));
  row->cells[3] = is_text ? f->left : f->right;
  row->cells[4] = value_text(is_text ? f->quote : f->detail);
  if (is_text && f->place.n > 0)
    row->cells[5] = value_text(f->place);
}

struct table *explain_told(struct run *run, const struct rule *rule, int64_t number, int64_t agency,
                           int year, struct span at) {
  static const char *const names[] = {"instance", "status", "side", "value", "words", "place"};
  struct session *session = run->session;
  struct table *table = table_new(run->arena, sizeof names / sizeof names[0], names);
  struct cond *of_agency = ARENA_NEW(run->arena, struct cond);
  struct cond *of_year = ARENA_NEW(run->arena, struct cond);
  struct cond scope = {.kind = COND_AND, .left = of_agency, .right = of_year};
  struct rule_list rules = {0};
  of_agency->kind = COND_AGENCY;
  ARENA_PUSH(run->arena, &of_agency->ids, agency);
  of_year->kind = COND_YEARS;
  of_year->low = of_year->high = year;
  ARENA_PUSH(run->arena, &rules, rule);
  table->columns[3].type = VALUE_DECIMAL;
  struct check_request request = {.vocab = &session->vocab,
                                  .panel = &session->panel,
                                  .settings = &session->settings,
                                  .book = session->book,
                                  .rules = &rules,
                                  .numbers = &number,
                                  .scope = &scope,
                                  .all = true,
                                  .outside = true,
                                  .at = at};
  struct check_findings *findings =
      check_findings(run->arena, session->store, &request, &run->diags);
  struct finding f;
  int step = findings != NULL ? 1 : -1;
  bool is_outside = false;
  while (step == 1 && (step = check_next(findings, run->arena, &f, &run->diags)) == 1) {
    is_outside = is_outside || f.status == STATUS_OUTSIDE;
    if (f.status == STATUS_OUTSIDE)
      continue;
    add_side(run, table, &f, true);
    add_side(run, table, &f, false);
  }
  check_close(findings);
  if (step == 0 && table->rows.n == 0)
    ARENA_PUSH(run->arena, &table->notes,
               say(run->session->says, is_outside ? "the rule's condition leaves the report out"
                                                  : "the text tells nothing of it"));
  return step == 0 ? table : NULL;
}
