/* bits: a statement's tree as the words of its canonical text, with the places where a line may be
 * broken. format.c lays them out.
 */
#ifndef OGI_LANG_BITS_H
#define OGI_LANG_BITS_H

#include "lang/tree.h"

/* What may stand between a word and the one before it. The strongest break in a stretch that is too
 * long is taken first, wherever it occurs. */
enum bit_break {
  BREAK_NONE,
  BREAK_FILL,  /* a new line when this one is full */
  BREAK_JOIN,  /* before `and` and `or` */
  BREAK_CLAUSE /* before a clause */
};

enum bit_role { BIT_WORD, BIT_OPEN, BIT_CLOSE, BIT_COMMA };

struct bit {
  struct str text;
  struct span at; /* of a name, a string, a number: where it stood; 0, 0 of all else */
  enum bit_role role;
  enum bit_break before;
  bool is_glued;         /* no blank before it */
  bool ends_line;        /* a comment within it may reach up to the end of its line */
  struct str *comments;  /* behind it, in order */
  const bool *own_lines; /* by comment: it stood on a line of its own */
  size_t ncomments;
};

struct bits {
  struct arena *arena;
  struct bit *at;
  size_t n, cap;
  enum bit_break next; /* of the bit to come */
  bool glues;          /* likewise */
};

/* Appends the words of a statement, or of a part of one. */
void bits_statement(struct bits *bits, const struct node *tree);

#endif
