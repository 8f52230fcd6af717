/* condition: `where` → a condition on reports and one on cells (see resolve.h).
 *
 * A test on a dimension of the form chooses cells; a test on a report dimension or on a measure
 * chooses reports. `and` may join both kinds, since each report keeps its chosen cells; `or` and
 * `not` stand over one kind only.
 */
#include "plan/resolve.h"

#include <regex.h>

/* --- Which kind a condition is */

enum side { SIDE_REPORT, SIDE_CELL, SIDE_MIXED, SIDE_ERROR };

static enum side side_of(struct resolve *r, const struct node *cond) {
  if (cond->kind == NODE_AND || cond->kind == NODE_OR) {
    enum side a = side_of(r, cond->first), b = side_of(r, cond->last);
    if (a == SIDE_ERROR || b == SIDE_ERROR)
      return SIDE_ERROR;
    return a == b ? a : SIDE_MIXED;
  }
  if (cond->kind == NODE_NOT)
    return side_of(r, cond->first);
  if (cond->kind == NODE_CLEAN)
    return SIDE_REPORT;
  const struct node *name = test_name(cond);
  if (name == NULL)
    return SIDE_REPORT; /* arithmetic over measures */
  if (report_dim_named(name->text) >= 0)
    return SIDE_REPORT;
  struct meaning found;
  if (names_find(r->vocab, MEANS_DIMENSION, -1, name->text, &found, 1) > 0)
    return SIDE_CELL;
  if (names_find(r->vocab, MEANS_MEASURE, -1, name->text, &found, 1) > 0 ||
      scope_counts(name->text) || defined_named(r, FIND_FIGURE, name->text) != NULL)
    return SIDE_REPORT;
  lookup_dimension(r, name); /* says what is near */
  return SIDE_ERROR;
}

bool where_is_on_members(struct resolve *r, const struct node *cond) {
  enum side side = side_of(r, cond);
  if (side == SIDE_CELL)
    return true;
  if (side != SIDE_ERROR)
    diag_add(r->diags, DIAG_CLAUSE, cond->span,
             "a formula chooses cells of the form: conditions on reports belong to the question");
  return false;
}

const struct node *test_name(const struct node *test) {
  const struct node *left = test->first;
  bool is_name = left != NULL && (left->kind == NODE_NAME || left->kind == NODE_STRING);
  return is_name ? left : NULL;
}

bool test_is(const struct node *test, const char *op) {
  return str_eq(test->text, str_from_z(op));
}

bool resolve_regex(struct resolve *r, const struct node *pattern, regex_t *regex) {
  if (pattern->kind != NODE_STRING && pattern->kind != NODE_NAME)
    return diag_add(r->diags, DIAG_VALUE, pattern->span, "a pattern is written as a string");
  int error = regcomp(regex, str_z(r->arena, pattern->text), REG_EXTENDED | REG_NOSUB);
  if (error == 0)
    return true;
  char text[128];
  regerror(error, regex, text, sizeof text);
  return diag_add(r->diags, DIAG_VALUE, pattern->span, "this is no regular expression: %s", text);
}

bool resolve_where(struct resolve *r, const struct node *cond) {
  enum side side = side_of(r, cond);
  if (side == SIDE_ERROR)
    return false;
  if (cond->kind == NODE_AND)
    return resolve_where(r, cond->first) && resolve_where(r, cond->last);
  if (side == SIDE_MIXED) {
    diag_add(r->diags, DIAG_CLAUSE, cond->span,
             "this joins a condition on members and one on reports by \"or\"");
    diag_hint(r->diags, "ask in two statements: a figure has one set of cells for all its reports");
    return false;
  }
  if (side == SIDE_CELL) {
    if (!r->has_cells) {
      diag_add(r->diags, DIAG_CLAUSE, cond->span,
               "reports are chosen by conditions on reports, not on members");
      diag_hint(r->diags, "compare a measure, as in \"where received > 100\"");
      return false;
    }
    ARENA_PUSH(r->arena, &r->cell_conditions, cond);
    return true;
  }
  struct cond *report = scope_cond(r, cond);
  if (report == NULL)
    return false;
  bool is_form = report->kind == COND_FORM && report->ids.n == 1;
  if (is_form && (r->plan->form < 0 || r->plan->form == (int)report->ids.at[0]))
    r->plan->form = (int)report->ids.at[0];
  else
    scope_add(r, report);
  return true;
}
