/* expression: what an arithmetic expression comes to, of numbers and, where they mean something, of
 * names: in `having`, on the wanted side of `assert`, and in conditions on cells. Sums, differences
 * and products of exact numbers are exact.
 */
#ifndef OGI_PLAN_EXPRESSION_H
#define OGI_PLAN_EXPRESSION_H

#include "base/diag.h"
#include "lang/tree.h"
#include "value/value.h"

struct expression {
  struct diags *diags;
  const char *expected; /* "a column or a number": what is said of anything else */
  /* What a name or a string stands for; false after a message. NULL: they stand for nothing. */
  bool (*named)(const void *context, const struct node *name, struct value *value);
  const void *context;
};

/* The value; missing where a part of it is, where it divides by 0 or is beyond 64 bits. False after
 * a message. */
bool expression_value(const struct expression *e, const struct node *node, struct value *value);

#endif
