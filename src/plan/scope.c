/* scope: conditions on reports → the scope of a plan (see resolve.h): years, agencies, regions,
 * editions, and the figures and states of whole reports.
 */
#include "plan/resolve.h"

#include "base/utf8.h"
#include "form/report.h"
#include "plan/expression.h"

#include <limits.h>
#include <regex.h>
#include <stdlib.h>

struct cond *cond_new(struct resolve *r, enum cond_kind kind) {
  struct cond *cond = ARENA_NEW(r->arena, struct cond);
  cond->kind = kind;
  return cond;
}

struct cond *cond_years(struct resolve *r, int64_t low, int64_t high, struct span at) {
  if (low > high) {
    diag_add(r->diags, DIAG_VALUE, at, "this range of years is empty: %lld comes after %lld",
             (long long)low, (long long)high);
    return NULL;
  }
  struct cond *cond = cond_new(r, COND_YEARS);
  cond->low = low;
  cond->high = high;
  r->restricts[REPORT_YEAR] = true;
  return cond;
}

static struct cond *cond_pair(struct resolve *r, enum cond_kind kind, struct cond *left,
                              struct cond *right) {
  struct cond *cond = cond_new(r, kind);
  cond->left = left;
  cond->right = right;
  return cond;
}

static struct cond *cond_not(struct resolve *r, struct cond *inner) {
  struct cond *cond = cond_new(r, COND_NOT);
  cond->left = inner;
  return cond;
}

void scope_balance(struct resolve *r) {
  struct cond *cond = cond_new(r, COND_BALANCED);
  cond->left = r->plan->scope;
  scope_add(r, cond);
}

void scope_add(struct resolve *r, struct cond *more) {
  r->plan->scope = r->plan->scope == NULL ? more : cond_pair(r, COND_AND, r->plan->scope, more);
}

/* Counts that each report keeps; `reports where unread > 0`. */
static const char *const counters[] = {"blank", "unread", "inferred", "doubts"};

bool scope_counts(struct str word) {
  for (size_t i = 0; i < sizeof counters / sizeof counters[0]; i++)
    if (str_eq(word, str_from_z(counters[i])))
      return true;
  return false;
}

static bool compare_of(const struct node *test, enum compare *compare) {
  static const struct {
    const char *op;
    enum compare compare;
  } ops[] = {{"=", CMP_EQ},  {"==", CMP_EQ}, {"!=", CMP_NE}, {"<", CMP_LT},
             {"<=", CMP_LE}, {">", CMP_GT},  {">=", CMP_GE}};
  for (size_t i = 0; i < sizeof ops / sizeof ops[0]; i++)
    if (test_is(test, ops[i].op)) {
      *compare = ops[i].compare;
      return true;
    }
  return false;
}

static bool year_value(struct resolve *r, const struct node *value, int64_t *year) {
  if (value->kind == NODE_INT) {
    *year = value->number;
    return true;
  }
  if (value->kind == NODE_STRING && value->text.n == 4) { /* where year = "2021" */
    *year = strtol(str_z(r->arena, value->text), NULL, 10);
    if (*year > 0)
      return true;
  }
  diag_add(r->diags, DIAG_VALUE, value->span, "a year is a whole number such as 2021");
  if (value->kind == NODE_SUBTRACT)
    diag_hint(r->diags, "write a range as 2019..2023");
  return false;
}

/* 2021, 2019..2023, ..2020, or a list of these. */
static struct cond *years_in(struct resolve *r, const struct node *value) {
  int64_t low = INT64_MIN, high = INT64_MAX;
  if (value->kind == NODE_LIST) {
    struct cond *all = NULL;
    for (const struct node *one = value->first; one != NULL; one = one->next) {
      struct cond *cond = years_in(r, one);
      if (cond == NULL)
        return NULL;
      all = all == NULL ? cond : cond_pair(r, COND_OR, all, cond);
    }
    return all;
  }
  if (value->kind == NODE_RANGE) {
    if ((value->first->kind != NODE_NOTHING && !year_value(r, value->first, &low)) ||
        (value->last->kind != NODE_NOTHING && !year_value(r, value->last, &high)))
      return NULL;
  } else {
    if (!year_value(r, value, &low))
      return NULL;
    high = low;
  }
  return cond_years(r, low, high, value->span);
}

static struct cond *year_test(struct resolve *r, const struct node *test) {
  enum compare compare;
  int64_t year = 0, high = 0;
  if (test->kind == NODE_IN) {
    struct cond *cond = years_in(r, test->last);
    return cond != NULL && test->flag ? cond_not(r, cond) : cond;
  }
  if (test->kind == NODE_BETWEEN) {
    if (!year_value(r, test->first->next, &year) || !year_value(r, test->last, &high))
      return NULL;
    struct cond *cond = cond_years(r, year, high, test->span);
    return cond != NULL && test->flag ? cond_not(r, cond) : cond;
  }
  if (test->kind != NODE_COMPARE || !compare_of(test, &compare)) {
    diag_add(r->diags, DIAG_VALUE, test->span, "a year is compared with a number or a range");
    return NULL;
  }
  if (test->last->kind == NODE_LIST) {
    struct cond *cond = years_in(r, test->last);
    return cond != NULL && compare == CMP_NE ? cond_not(r, cond) : cond;
  }
  if (!year_value(r, test->last, &year))
    return NULL;
  switch (compare) {
  case CMP_EQ:
    return cond_years(r, year, year, test->span);
  case CMP_NE:
    return cond_not(r, cond_years(r, year, year, test->span));
  case CMP_LT:
    return cond_years(r, INT64_MIN, year - 1, test->span);
  case CMP_LE:
    return cond_years(r, INT64_MIN, year, test->span);
  case CMP_GT:
    return cond_years(r, year + 1, INT64_MAX, test->span);
  case CMP_GE:
    break;
  }
  return cond_years(r, year, INT64_MAX, test->span);
}

/* One value of a report dimension other than year: adds an id, or makes the condition on a word. */
static struct cond *dim_value(struct resolve *r, enum report_dim dim, const struct node *value,
                              bool alone) {
  struct cond *cond;
  int64_t id = 0;
  struct str full;
  if (value->kind == NODE_LIST) {
    struct cond *all = NULL;
    for (const struct node *one = value->first; one != NULL; one = one->next) {
      cond = dim_value(r, dim, one, alone);
      if (cond == NULL)
        return NULL;
      all = all == NULL ? cond : cond_pair(r, COND_OR, all, cond);
    }
    return all;
  }
  bool is_named = value->kind == NODE_NAME || value->kind == NODE_STRING ||
                  (dim == REPORT_EDITION && value->kind == NODE_INT);
  if (!is_named) {
    diag_add(r->diags, DIAG_VALUE, value->span, "%s is compared with a name", report_dim_key(dim));
    return NULL;
  }
  switch (dim) {
  case REPORT_AGENCY:
  case REPORT_REGION:
    if (!lookup_panel(r, dim, value, &id, &full))
      return NULL;
    cond = cond_new(r, dim == REPORT_AGENCY ? COND_AGENCY : COND_REGION);
    cond->is_node = alone;
    break;
  case REPORT_LEVEL:
    if (!lookup_panel(r, dim, value, &id, &full))
      return NULL;
    cond = cond_new(r, COND_LEVEL);
    cond->text = full;
    break;
  case REPORT_FUNCTION:
    if (!lookup_panel(r, dim, value, &id, &full))
      return NULL;
    cond = cond_new(r, COND_WORD);
    cond->dim = dim;
    cond->text = full;
    return cond;
  case REPORT_EDITION:
    id = lookup_edition(r, value);
    cond = cond_new(r, COND_EDITION);
    break;
  case REPORT_FORM:
    id = lookup_form(r, value);
    cond = cond_new(r, COND_FORM);
    break;
  case REPORT_YEAR:
  default:
    return NULL;
  }
  if (id < 0)
    return NULL;
  ARENA_PUSH(r->arena, &cond->ids, id);
  return cond;
}

/* `form ~ "us"`: the forms whose key or name matches. */
static struct cond *forms_matching(struct resolve *r, const regex_t *regex) {
  struct cond *cond = cond_new(r, COND_FORM);
  for (size_t i = 0; i < r->vocab->nforms; i++) {
    const struct names *names = &r->vocab->forms[i].names;
    const struct str words[] = {names->key, names->zh, names->en};
    bool is_match = false;
    for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
      is_match = is_match ||
                 (words[w].n > 0 && regexec(regex, str_z(r->arena, words[w]), 0, NULL, 0) == 0);
    if (is_match)
      ARENA_PUSH(r->arena, &cond->ids, (int64_t)i);
  }
  return cond;
}

static struct cond *dim_test(struct resolve *r, enum report_dim dim, const struct node *test) {
  const struct node *value = test->last;
  struct cond *cond;
  bool is_match = test->kind == NODE_COMPARE && (test_is(test, "~") || test_is(test, "!~"));
  bool is_equal = test->kind == NODE_COMPARE &&
                  (test_is(test, "=") || test_is(test, "==") || test_is(test, "!="));
  r->restricts[dim] = true;
  if (is_match) {
    regex_t regex;
    if (!resolve_regex(r, value, &regex))
      return NULL;
    if (dim == REPORT_FORM) {
      cond = forms_matching(r, &regex);
    } else {
      cond = cond_new(r, COND_MATCHES);
      cond->dim = dim;
      cond->text = value->text;
    }
    regfree(&regex);
    return test_is(test, "!~") ? cond_not(r, cond) : cond;
  }
  if (test->kind != NODE_UNDER && test->kind != NODE_IN && !is_equal) {
    diag_add(r->diags, DIAG_VALUE, test->span, "%s can be tested with =, !=, in, under and ~",
             report_dim_key(dim));
    return NULL;
  }
  cond = dim_value(r, dim, value, is_equal && test_is(test, "=="));
  if (cond == NULL)
    return NULL;
  return test->flag || (is_equal && test_is(test, "!=")) ? cond_not(r, cond) : cond;
}

/* A number in a condition: 12, 1.5, -3, 40%, sums of these. */
static bool number_value(struct resolve *r, const struct node *node, struct value *number) {
  struct expression e = {.diags = r->diags, .expected = "a number"};
  if (!expression_value(&e, node, number))
    return false;
  return number->kind != VALUE_MISSING ||
         diag_add(r->diags, DIAG_VALUE, node->span, "this divides by 0, or is too large");
}

/* A cell that stands there already is there once, with both weights. */
static void weigh(struct resolve *r, struct cell_list *cells, int cell, int weight) {
  size_t i = 0;
  while (i < cells->n && cells->at[i].cell != cell)
    i++;
  struct weighted_cell weighted = {cell, 0};
  if (i == cells->n)
    ARENA_PUSH(r->arena, cells, weighted);
  cells->at[i].weight += weight;
}

/* The cells of a measure, or of measures added up, over a whole report: conditions on members do
 * not touch them. */
static bool whole_cells(struct resolve *r, const struct node *expr, struct cond *cond) {
  struct resolve whole = *r;
  struct terms terms = {0};
  whole.cell_conditions.n = 0;
  if (expr->kind == NODE_NAME && defined_named(r, FIND_RATE, expr->text) != NULL) {
    diag_add(r->diags, DIAG_CLAUSE, expr->span,
             "\"%.*s\" is a rate: it is compared in \"having\", on the rows of an answer",
             STR_ARG(expr->text));
    diag_hint(r->diags, "write \"rate %.*s by agency having %.*s > 40%%\"", STR_ARG(expr->text),
              STR_ARG(expr->text));
    return false;
  }
  if (!resolve_terms(&whole, expr, 1, &terms))
    return false;
  for (size_t t = 0; t < terms.n; t++) {
    const struct measure *measure = &r->vocab->measures[terms.at[t].measure];
    cond->scale = r->vocab->units[measure->unit].decimals;
    for (int i = 0; i < measure->ncells; i++)
      if (terms.at[t].keep[i])
        weigh(r, &cond->cells, measure->first_cell + i, terms.at[t].weight);
  }
  if (terms.n > 1)
    cond->parts = terms_parts(&whole, &terms);
  return true;
}

static struct cond *figure_compare(struct resolve *r, const struct node *figure,
                                   enum compare compare, const struct node *number) {
  const struct node *name = figure->kind == NODE_NAME ? figure : NULL;
  bool counts = name != NULL && scope_counts(name->text);
  struct cond *cond = cond_new(r, counts ? COND_COUNTER : COND_FIGURE);
  struct value value;
  if (!number_value(r, number, &value))
    return NULL;
  cond->compare = compare;
  cond->number = value_real(value_as_real(value));
  if (counts)
    cond->text = name->text;
  else if (!whole_cells(r, figure, cond))
    return NULL;
  return cond;
}

static struct cond *state_test(struct resolve *r, const struct node *test) {
  static const struct {
    const char *word;
    enum cell_state state;
  } states[] = {{"missing", CELL_ABSENT},
                {"blank", CELL_BLANK},
                {"text", CELL_TEXT},
                {"unread", CELL_UNREAD},
                {"inferred", CELL_INFERRED}};
  const struct node *word = test->last;
  struct cond *cond = cond_new(r, COND_STATE);
  cond->state = -1;
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (str_eq(word->text, str_from_z(states[i].word)))
      cond->state = (int)states[i].state;
  if (cond->state < 0) {
    diag_add(r->diags, DIAG_VALUE, word->span, "\"%.*s\" is no state of a cell",
             STR_ARG(word->text));
    if (str_eq(utf8_fold(r->arena, word->text), STR("null")))
      diag_hint(r->diags, "write \"is missing\": the report has no such figure; or \"is blank\"");
    else
      diag_hint(r->diags, "it can be missing, blank, text, unread or inferred");
    return NULL;
  }
  if (!whole_cells(r, test->first, cond))
    return NULL;
  return test->flag ? cond_not(r, cond) : cond;
}

/* Is it a measure, or a sum with one in it? */
static bool names_something(const struct node *expr) {
  bool found = expr->kind == NODE_NAME || expr->kind == NODE_OF;
  for (const struct node *one = expr->first; one != NULL && !found; one = one->next)
    found = names_something(one);
  return found;
}

static struct cond *figure_test(struct resolve *r, const struct node *test) {
  enum compare compare;
  if (test->kind == NODE_IS)
    return state_test(r, test);
  if (test->kind == NODE_BETWEEN) {
    struct cond *low = figure_compare(r, test->first, CMP_GE, test->first->next);
    struct cond *high = low != NULL ? figure_compare(r, test->first, CMP_LE, test->last) : NULL;
    if (high == NULL)
      return NULL;
    struct cond *cond = cond_pair(r, COND_AND, low, high);
    return test->flag ? cond_not(r, cond) : cond;
  }
  if (test->kind == NODE_IN) {
    struct cond *all = NULL;
    for (const struct node *one = test->last->first; one != NULL; one = one->next) {
      bool is_range = one->kind == NODE_RANGE;
      struct cond *cond = NULL;
      if (is_range && one->first->kind != NODE_NOTHING && one->last->kind != NODE_NOTHING) {
        struct cond *low = figure_compare(r, test->first, CMP_GE, one->first);
        struct cond *high = figure_compare(r, test->first, CMP_LE, one->last);
        cond = low != NULL && high != NULL ? cond_pair(r, COND_AND, low, high) : NULL;
      } else if (is_range) {
        bool is_low = one->first->kind != NODE_NOTHING;
        cond = figure_compare(r, test->first, is_low ? CMP_GE : CMP_LE,
                              is_low ? one->first : one->last);
      } else {
        cond = figure_compare(r, test->first, CMP_EQ, one);
      }
      if (cond == NULL)
        return NULL;
      all = all == NULL ? cond : cond_pair(r, COND_OR, all, cond);
    }
    return test->flag ? cond_not(r, all) : all;
  }
  if (test->kind != NODE_COMPARE || !compare_of(test, &compare)) {
    diag_add(r->diags, DIAG_VALUE, test->span, "a measure is compared with a number");
    return NULL;
  }
  if (!names_something(test->last))
    return figure_compare(r, test->first, compare, test->last);
  /* received > applications: what is left of the one without the other is compared with 0 */
  struct node *less = ARENA_NEW(r->arena, struct node), *zero = ARENA_NEW(r->arena, struct node);
  struct node *left = ARENA_NEW(r->arena, struct node);
  *left = *test->first;
  left->next = test->last;
  *less = (struct node){NODE_SUBTRACT, test->span, STR(""), 0, false, left, test->last, NULL};
  *zero = (struct node){.kind = NODE_INT, .span = test->span};
  return figure_compare(r, less, compare, zero);
}

static struct cond *scope_clean(struct resolve *r, const struct node *test) {
  struct cond *cond = cond_new(r, COND_CLEAN);
  cond->is_node = r->settings->blank_is_unknown;
  if (r->settings->errors == NULL) {
    diag_add(r->diags, DIAG_CLAUSE, test->span, "\"clean\" means nothing here");
    return NULL;
  }
  for (size_t i = 0; i < r->settings->errors->n; i++)
    ARENA_PUSH(r->arena, &cond->ids, r->settings->errors->at[i]);
  return cond;
}

struct cond *scope_cond(struct resolve *r, const struct node *cond) {
  if (cond->kind == NODE_AND || cond->kind == NODE_OR) {
    struct cond *left = scope_cond(r, cond->first);
    struct cond *right = left != NULL ? scope_cond(r, cond->last) : NULL;
    if (right == NULL)
      return NULL;
    return cond_pair(r, cond->kind == NODE_AND ? COND_AND : COND_OR, left, right);
  }
  if (cond->kind == NODE_NOT) {
    struct cond *inner = scope_cond(r, cond->first);
    return inner != NULL ? cond_not(r, inner) : NULL;
  }
  if (cond->kind == NODE_CLEAN)
    return scope_clean(r, cond);
  const struct node *name = test_name(cond);
  int dim = name != NULL ? report_dim_named(name->text) : -1;
  if (dim == REPORT_YEAR)
    return year_test(r, cond);
  return dim >= 0 ? dim_test(r, (enum report_dim)dim, cond) : figure_test(r, cond);
}
