/* layout: a text being typed → the rows of cells that a terminal of some width shows. Pure: no
 * terminal is needed, none is touched.
 *
 * A cell holds one character and the marks that combine with it, and is one or two columns wide. A
 * wide character that the last column would cut goes to the next row, as terminals do it.
 */
#ifndef OGI_LINE_LAYOUT_H
#define OGI_LINE_LAYOUT_H

#include "base/str.h"

/* What a character is, which decides its colour (paint.c). */
enum line_mark {
  MARK_NONE,
  MARK_KEYWORD,
  MARK_STRING,
  MARK_NUMBER,
  MARK_COMMENT,
  MARK_FIGURE,    /* a name of what is counted, or of a formula */
  MARK_DIMENSION, /* a name of what it is divided by */
  MARK_MEMBER,    /* a name of a part of it, or of an agency or a place */
  MARK_OTHER,     /* a name of something else that is known: a rule, a setting, a topic */
  MARK_UNKNOWN,   /* a name that means nothing there */
  MARK_GHOST,     /* not typed: what the history proposes */
  MARK_FOUND,     /* what a search in the history has found */
  MARK_CHOSEN,    /* of a list: what stands in the line now */
  MARK_NOTE,      /* of a list: what is said of an entry */
  MARK_COUNT
};

struct cell {
  struct str bytes; /* in the frame's arena */
  int width;        /* 1 or 2 */
  enum line_mark mark;
};

struct cell_row {
  struct cell *at;
  size_t n, cap;
  size_t width; /* of its cells together */
};

struct frame {
  struct arena *arena;
  struct cell_row *at;
  size_t n, cap;
  size_t width; /* of the terminal */
  size_t cursor_row, cursor_column;
};

struct layout {
  struct str prompt;          /* before the first line */
  struct str more;            /* before each further line */
  struct str text;            /* lines are parted by newlines */
  const unsigned char *marks; /* enum line_mark, a byte for each of text; NULL: none */
  size_t cursor;              /* its offset in text */
  struct str ghost;           /* shown behind the text */
  size_t width;               /* of the terminal, in columns; at least 2 */
};

/* Fills a frame that is empty but for its arena. */
void layout_text(struct frame *frame, const struct layout *layout);

/* Adds one row below: pieces of text, each under one mark, cut at `width` columns. */
struct line_piece {
  struct str text;
  enum line_mark mark;
};
void layout_row(struct frame *frame, const struct line_piece *pieces, size_t n, size_t width);

#endif
