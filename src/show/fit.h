/* fit: what a table's columns give up where the window is too narrow for them. Knows no texts, only
 * how wide they are.
 */
#ifndef OGI_SHOW_FIT_H
#define OGI_SHOW_FIT_H

#include <stdbool.h>
#include <stddef.h>

#define FIT_GAP 2  /* blanks between columns */
#define FIT_MARK 1 /* width of the mark that stands for columns left out */

struct fit_column {
  size_t body;  /* the widest cell */
  size_t width; /* the widest cell or the heading; after fit_columns what it gets */
  enum fit_kind {
    FIT_FIGURE, /* its heading may be cut, its cells never */
    FIT_KEY,    /* names a row: cut late, left out last */
    FIT_TEXT
  } kind;
  unsigned spare;   /* above 0: left out early, the larger the earlier */
  bool is_constant; /* several rows, and the same in all of them */
  bool is_out;      /* set by fit_columns */
  size_t least;     /* its own: how narrow it may become */
};

/* Makes the line no wider than `width` where that can be: cuts long texts and headings, then leaves
 * out columns between the first and the last; what is said least with goes first. Where even that
 * is not enough, cuts on; figures stay whole, so the line may be wider. Gives the number of columns
 * left out. */
size_t fit_columns(struct fit_column *columns, size_t n, size_t width);

/* The width of a line: columns, gaps between them, and marks where columns were left out. */
size_t fit_line(const struct fit_column *columns, size_t n);

#endif
