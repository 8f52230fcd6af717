/* expression: the value of an arithmetic expression (see expression.h). */
#include "plan/expression.h"

static bool both_sides(const struct expression *e, const struct node *node, struct value *a,
                       struct value *b) {
  *a = value_integer(0); /* -x is 0 - x */
  return (node->kind == NODE_NEGATE || expression_value(e, node->first, a)) &&
         expression_value(e, node->last, b);
}

bool expression_value(const struct expression *e, const struct node *node, struct value *value) {
  struct value a, b;
  switch (node->kind) {
  case NODE_INT:
    *value = value_integer(node->number);
    return true;
  case NODE_DECIMAL:
    *value = value_read(node->text, 0);
    return true;
  case NODE_PERCENT:
    *value = value_read(node->text, 2);
    return true;
  case NODE_DATE:
    if (e->named == NULL)
      break;
    *value = value_text(node->text);
    return true;
  case NODE_NAME:
  case NODE_STRING:
    if (e->named == NULL)
      break;
    return e->named(e->context, node, value);
  case NODE_ADD:
  case NODE_SUBTRACT:
  case NODE_MULTIPLY:
  case NODE_DIVIDE:
  case NODE_NEGATE:
    if (!both_sides(e, node, &a, &b))
      return false;
    *value = node->kind == NODE_ADD        ? value_plus(a, b)
             : node->kind == NODE_MULTIPLY ? value_times(a, b)
             : node->kind == NODE_DIVIDE   ? value_ratio(a, b)
                                           : value_less(a, b);
    return true;
  default:
    break;
  }
  return diag_add(e->diags, DIAG_VALUE, node->span, "expected %s, not a %s", e->expected,
                  node_word(node->kind));
}
