/* bits_expr: measures, conditions and arithmetic as words: brackets only where they change
 * something (see bits_put.h).
 */
#include "lang/bits_put.h"

static enum bind binding(const struct node *node) {
  switch (node->kind) {
  case NODE_OR:
    return BIND_OR;
  case NODE_AND:
    return BIND_AND;
  case NODE_NOT:
    return BIND_NOT;
  case NODE_COMPARE:
  case NODE_UNDER:
  case NODE_IN:
  case NODE_BETWEEN:
  case NODE_IS:
    return BIND_TEST;
  case NODE_ADD:
  case NODE_SUBTRACT:
    return BIND_SUM;
  case NODE_MULTIPLY:
  case NODE_DIVIDE:
    return BIND_PRODUCT;
  case NODE_NEGATE:
    return BIND_SIGN;
  default: /* what stands in no expression, or by itself */
    return BIND_ATOM;
  }
}

/* A node that must bind at least as tightly as `least`. */
void bits_operand(struct bits *b, const struct node *node, enum bind least) {
  bool is_looser = binding(node) < least;
  if (is_looser)
    bits_open(b);
  bits_statement(b, node);
  if (is_looser)
    bits_close(b);
}

/* Both sides of an operator; all of them join from the left. */
void bits_pair(struct bits *b, const struct node *node, const char *op, enum bind bind) {
  bits_operand(b, node->first, bind);
  b->next = bind <= BIND_AND ? BREAK_JOIN : BREAK_FILL;
  bits_word(b, op);
  bits_operand(b, node->last, bind + 1);
}

/* a, b, c */
void bits_listed(struct bits *b, const struct node *first) {
  for (const struct node *one = first; one != NULL; one = one->next) {
    if (one != first)
      bits_comma(b);
    bits_statement(b, one);
  }
}

/* What `in` and `under` look in: one alone, several in brackets. */
static void set(struct bits *b, const struct node *list) {
  bool is_one = list->first == list->last;
  if (!is_one)
    bits_open(b);
  bits_listed(b, list->first);
  if (!is_one)
    bits_close(b);
}

/* = (a or b) */
static void alternatives(struct bits *b, const struct node *list) {
  bits_open(b);
  for (const struct node *one = list->first; one != NULL; one = one->next) {
    if (one != list->first) {
      b->next = BREAK_FILL;
      bits_word(b, "or");
    }
    bits_operand(b, one, BIND_SUM);
  }
  bits_close(b);
}

void bits_test(struct bits *b, const struct node *node) {
  bits_operand(b, node->first, BIND_SUM);
  if (node->flag && node->kind != NODE_IS)
    bits_word(b, "not");
  if (node->kind == NODE_COMPARE)
    bits_own_word(b, node);
  else
    bits_word(b, node_word(node->kind));
  if (node->flag && node->kind == NODE_IS)
    bits_word(b, "not");
  if (node->kind == NODE_UNDER || node->kind == NODE_IN) {
    set(b, node->last);
  } else if (node->kind == NODE_BETWEEN) {
    bits_operand(b, node->first->next, BIND_SUM);
    bits_word(b, "and");
    bits_operand(b, node->last, BIND_SUM);
  } else if (node->last->kind == NODE_LIST) {
    alternatives(b, node->last);
  } else {
    bits_operand(b, node->last, BIND_SUM);
  }
}

/* What an assertion wants: = 66; between 0.4 and 1; is missing; = (query) */
void bits_wanted(struct bits *b, const struct node *node) {
  const struct node *side = node->first;
  bool is_state = (node->text.p[0] | 32) == 'i';
  if (node->flag && !is_state)
    bits_word(b, "not");
  bits_own_word(b, node);
  if (node->flag && is_state)
    bits_word(b, "not");
  bool is_query = side->kind == NODE_QUERY || side->kind == NODE_RUN;
  if (is_query)
    bits_open(b);
  bits_operand(b, side, is_query ? BIND_OR : BIND_SUM);
  if (is_query)
    bits_close(b);
  if (side->next != NULL) {
    bits_word(b, "and");
    bits_operand(b, side->next, BIND_SUM);
  }
}
