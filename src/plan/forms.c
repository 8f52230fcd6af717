/* forms: which form a query is about, when several share names (see resolve.h). What the statement
 * says of form and edition decides, then `use form`, then the names of its measures, then what the
 * panel holds.
 */
#include "plan/resolve.h"

#include "form/names.h"

static uint64_t bit(int form) {
  return (uint64_t)1 << form;
}

int forms_single(uint64_t forms) {
  for (int form = 0; form < MAX_FORMS; form++)
    if (forms == bit(form))
      return form;
  return -1;
}

/* --- What the conditions say */

static uint64_t forms_named(const struct resolve *r, enum report_dim dim,
                            const struct node *value) {
  const struct vocab *vocab = r->vocab;
  uint64_t forms = 0;
  for (const struct node *one = value->kind == NODE_LIST ? value->first : NULL; one != NULL;
       one = one->next)
    forms |= forms_named(r, dim, one);
  for (size_t i = 0; i < vocab->nforms && dim == REPORT_FORM; i++)
    if (form_is_called(&vocab->forms[i], value->text))
      forms |= bit((int)i);
  for (size_t e = 0; e < vocab->neditions && dim == REPORT_EDITION; e++)
    if (edition_is_called(&vocab->editions[e], value->text))
      forms |= bit(vocab->editions[e].form);
  return forms;
}

/* The forms of whose reports a condition can hold; *is_said when it speaks of the form itself. */
static uint64_t forms_admitted(const struct resolve *r, const struct node *cond, bool *is_said) {
  if (cond->kind == NODE_AND || cond->kind == NODE_OR) {
    uint64_t left = forms_admitted(r, cond->first, is_said);
    uint64_t right = forms_admitted(r, cond->last, is_said);
    return cond->kind == NODE_AND ? left & right : left | right;
  }
  const struct node *name = cond->kind == NODE_NOT ? NULL : test_name(cond);
  int dim = name != NULL ? report_dim_named(name->text) : -1;
  if (dim != REPORT_FORM && dim != REPORT_EDITION)
    return ALL_FORMS;
  *is_said = *is_said || dim == REPORT_FORM;
  bool is_positive =
      !cond->flag && (cond->kind == NODE_IN || cond->kind == NODE_UNDER ||
                      (cond->kind == NODE_COMPARE && (test_is(cond, "=") || test_is(cond, "=="))));
  uint64_t forms = is_positive ? forms_named(r, (enum report_dim)dim, cond->last) : 0;
  return forms != 0 ? forms : ALL_FORMS; /* a name that nothing has is told of later */
}

/* --- What the measures say */

/* The forms that have every measure named in an expression, among `forms`; what names none is left
 * to others. */
static uint64_t forms_of_names(const struct resolve *r, const struct node *expr, uint64_t forms) {
  struct meaning found[8];
  uint64_t have = 0;
  if (expr->kind == NODE_OF) /* members, then the measure */
    return forms_of_names(r, expr->last, forms);
  if (expr->kind != NODE_NAME && expr->kind != NODE_STRING) {
    have = forms;
    for (const struct node *child = expr->first; child != NULL; child = child->next)
      have &= forms_of_names(r, child, forms);
    return have;
  }
  size_t n = names_find_of(r->vocab, forms, MEANS_MEASURE, -1, expr->text, found, 8);
  for (size_t i = 0; i < n && i < 8; i++)
    have |= meaning_forms(r->vocab, found[i]) & forms;
  const struct definition *definition =
      n == 0 ? definitions_find(r->settings->definitions, FIND_FIGURE, expr->text, false) : NULL;
  if (definition != NULL)
    have = definition_forms(r->vocab, r->settings->definitions, definition) & forms;
  return have != 0 ? have : forms;
}

/* The forms that have a dimension called so; all of `forms` where it is none of a form. */
static uint64_t forms_of_dimension(const struct resolve *r, struct str name, uint64_t forms) {
  struct meaning found[8];
  uint64_t have = 0;
  if (report_dim_named(name) >= 0)
    return forms;
  size_t n = names_find_of(r->vocab, forms, MEANS_DIMENSION, -1, name, found, 8);
  for (size_t i = 0; i < n && i < 8; i++)
    have |= meaning_forms(r->vocab, found[i]) & forms;
  return have != 0 ? have : forms;
}

/* The same for what a condition compares: measures and dimensions. */
static uint64_t forms_of_tests(const struct resolve *r, const struct node *cond, uint64_t forms) {
  if (cond->kind == NODE_AND || cond->kind == NODE_OR || cond->kind == NODE_NOT) {
    uint64_t have = forms;
    for (const struct node *child = cond->first; child != NULL; child = child->next)
      have &= forms_of_tests(r, child, forms);
    return have;
  }
  struct meaning found;
  const struct node *name = test_name(cond);
  if (cond->kind == NODE_CLEAN || (name != NULL && scope_counts(name->text)))
    return forms;
  if (name != NULL && (report_dim_named(name->text) >= 0 ||
                       names_find(r->vocab, MEANS_DIMENSION, -1, name->text, &found, 1) > 0))
    return forms_of_dimension(r, name->text, forms);
  return forms_of_names(r, cond->first, forms);
}

void forms_decide(struct resolve *r, const struct node *query) {
  const struct node *head = query->first;
  bool is_said = false, has_measures = head->kind != NODE_COUNT && head->kind != NODE_REPORTS;
  r->forms = ALL_FORMS;
  for (const struct node *clause = head->next; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_WHERE)
      r->forms &= forms_admitted(r, clause->first, &is_said);
  if (r->forms == 0) /* no report can be both: the answer is empty */
    r->forms = ALL_FORMS;
  if (!is_said && r->settings->form >= 0)
    r->forms = bit(r->settings->form);
  uint64_t named = r->forms;
  for (const struct node *expr = has_measures ? head->first : NULL; expr != NULL; expr = expr->next)
    named &= forms_of_names(r, expr, r->forms);
  for (const struct node *clause = head->next; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_WHERE) {
      named &= forms_of_tests(r, clause->first, r->forms);
    } else if (clause->kind == NODE_BY || clause->kind == NODE_ACROSS) {
      for (const struct node *dim = clause->first; dim != NULL; dim = dim->next)
        named &= forms_of_dimension(r, dim->first->text, r->forms);
    }
  if (named != 0) /* else measures of several forms stand beside each other */
    r->forms = named;
}

/* --- What the panel says */

static uint64_t forms_loaded(const struct resolve *r) {
  return r->panel != NULL && r->panel->forms != NULL ? r->panel->forms(r->panel->context) : 0;
}

size_t forms_choose(const struct resolve *r, struct meaning *found, size_t n) {
  uint64_t loaded = forms_loaded(r), first = ALL_FORMS;
  size_t kept = 0;
  for (size_t i = 0; i < n; i++) {
    uint64_t forms = meaning_forms(r->vocab, found[i]);
    first = forms < first ? forms : first;
    kept += (forms & loaded) != 0;
  }
  uint64_t wanted = kept > 0 ? loaded : first;
  kept = 0;
  for (size_t i = 0; i < n; i++)
    if ((meaning_forms(r->vocab, found[i]) & wanted) != 0)
      found[kept++] = found[i];
  return kept;
}

void forms_scope(struct resolve *r) {
  struct plan *plan = r->plan;
  int form = plan->form >= 0 ? plan->form : forms_single(r->forms);
  bool is_mixed = false;
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t c = 0; c < plan->groups[g].cells.n; c++) {
      int measure = cell_measure(r->vocab, plan->groups[g].cells.at[c].cell);
      int of = r->vocab->measures[measure].form;
      is_mixed = is_mixed || (form >= 0 && of != form);
      form = of;
    }
  /* Where no other form is loaded its reports are all there are: nothing to ask of each. */
  if (!is_mixed && form >= 0 && plan->form < 0 && (forms_loaded(r) & ~bit(form)) != 0)
    plan->form = form;
}
