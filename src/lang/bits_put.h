/* bits_put: what the files share that turn a tree into the words of its canonical text. Private to
 * src/lang.
 */
#ifndef OGI_LANG_BITS_PUT_H
#define OGI_LANG_BITS_PUT_H

#include "lang/bits.h"

/* --- bits_put.c */

void bits_add(struct bits *b, struct str text, struct span at, enum bit_role role);
void bits_word(struct bits *b, const char *text);
/* A keyword as the node has it, in small letters. */
void bits_own_word(struct bits *b, const struct node *node);
void bits_open(struct bits *b);
void bits_close(struct bits *b);
void bits_comma(struct bits *b);
/* SQL, as it was typed. */
void bits_raw(struct bits *b, const struct node *node);
/* A name, a string, a number, a parameter; 2019..2023. */
void bits_leaf(struct bits *b, const struct node *node);
void bits_years_before(struct bits *b, const struct node *difference);
void bits_range(struct bits *b, const struct node *node);

/* --- bits_expr.c */

/* How tightly a kind binds; a looser one inside a tighter one needs brackets. */
enum bind {
  BIND_OR = 1,
  BIND_AND,
  BIND_NOT,
  BIND_TEST,
  BIND_SUM,
  BIND_PRODUCT,
  BIND_SIGN,
  BIND_ATOM
};

/* A node that must bind at least as tightly as `least`. */
void bits_operand(struct bits *b, const struct node *node, enum bind least);
/* Both sides of an operator; all of them join from the left. */
void bits_pair(struct bits *b, const struct node *node, const char *op, enum bind bind);
/* a, b, c */
void bits_listed(struct bits *b, const struct node *first);
/* A test of a condition; what an assertion wants. */
void bits_test(struct bits *b, const struct node *node);
void bits_wanted(struct bits *b, const struct node *node);

/* --- bits_check.c: rules, checks, tests of rules. */
void bits_check(struct bits *b, const struct node *node);

#endif
