/* rule_zero: what a formula says where only zeros are printed (see rule_expr.h). */
#include "sql/rule_expr.h"

/* A number, or not known before a report is looked at. */
struct maybe {
  bool is_known;
  double x;
};

static struct maybe known(double x) {
  return (struct maybe){true, x};
}

static bool holds(enum compare compare, double a, double b) {
  switch (compare) {
  case CMP_EQ:
    return a == b;
  case CMP_NE:
    return a != b;
  case CMP_LT:
    return a < b;
  case CMP_LE:
    return a <= b;
  case CMP_GT:
    return a > b;
  case CMP_GE:
    break;
  }
  return a >= b;
}

static struct maybe at_zero(const struct expr *expr) {
  struct maybe a = {0}, b = {0}, none = {0};
  if (expr->nargs > 0)
    a = at_zero(expr->args[0]);
  if (expr->nargs > 1)
    b = at_zero(expr->args[1]);
  bool both = a.is_known && b.is_known;
  switch (expr->kind) {
  case EXPR_NUMBER:
    return known(value_as_real(expr->value));
  case EXPR_OPERAND:
    return known(0);
  case EXPR_ADD:
    return both ? known(a.x + b.x) : none;
  case EXPR_SUBTRACT:
    return both ? known(a.x - b.x) : none;
  case EXPR_MULTIPLY:
    return both ? known(a.x * b.x) : none;
  case EXPR_NEGATE:
    return a.is_known ? known(-a.x) : none;
  case EXPR_ABS:
    return a.is_known ? known(a.x < 0 ? -a.x : a.x) : none;
  case EXPR_GREATEST:
    return both ? known(a.x > b.x ? a.x : b.x) : none;
  case EXPR_LEAST:
    return both ? known(a.x < b.x ? a.x : b.x) : none;
  case EXPR_COMPARE:
    return both ? known(holds(expr->compare, a.x, b.x)) : none;
  case EXPR_AND:
    if ((a.is_known && a.x == 0) || (b.is_known && b.x == 0))
      return known(0);
    return both ? known(1) : none;
  case EXPR_OR:
    if ((a.is_known && a.x != 0) || (b.is_known && b.x != 0))
      return known(1);
    return both ? known(0) : none;
  case EXPR_NOT:
    return a.is_known ? known(a.x == 0) : none;
  case EXPR_STATE: /* a 0 that is printed is neither blank nor text */
    return expr->value.integer == EXPR_IS_COUNT ? none : known(expr->flag);
  case EXPR_TEXT:
  case EXPR_FACT:
  case EXPR_DATE:
  case EXPR_DIVIDE:
  case EXPR_MATCH:
  case EXPR_MISSING:
  case EXPR_IN_ORDER:
    break;
  }
  return none;
}

bool rule_passes_zero(const struct rule *rule) {
  struct maybe all = at_zero(rule->holds);
  return all.is_known && all.x != 0;
}
