/* fit: columns into a window (see fit.h).
 */
#include "show/fit.h"

#define TEXT_LEAST 10   /* of a text something must be left to recognise it by; a date, whole */
#define KEY_LEAST 16    /* of a name more */
#define HEADING_LEAST 8 /* of the heading of a figure */
#define EDGE_LEAST 16   /* of a text at the edge, which is mostly what was asked for … */
#define FIRST_SHARE 4 /* … or this part of the window, if that is more: of the first column … */
#define LAST_SHARE 3  /* … and of the last */
#define HARDLY_ANY 4  /* where nothing else helps */

static size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

static size_t larger(size_t a, size_t b) {
  return a > b ? a : b;
}

static bool is_edge(size_t i, size_t n) {
  return i == 0 || i + 1 == n;
}

/* How narrow a column may become before others are left out. */
static size_t least(const struct fit_column *columns, size_t n, size_t i, size_t window) {
  const struct fit_column *column = &columns[i];
  switch (column->kind) {
  case FIT_FIGURE:
    return larger(column->body, smaller(column->width, HEADING_LEAST));
  case FIT_KEY:
    return smaller(column->width, KEY_LEAST);
  case FIT_TEXT:
    break;
  }
  size_t share = window / (i == 0 ? FIRST_SHARE : LAST_SHARE);
  size_t kept = is_edge(i, n) ? larger(EDGE_LEAST, share) : TEXT_LEAST;
  return smaller(column->width, kept);
}

static size_t hard_least(const struct fit_column *column) {
  size_t floor = smaller(column->width, HARDLY_ANY);
  return column->kind == FIT_FIGURE ? larger(column->body, floor) : floor;
}

size_t fit_line(const struct fit_column *columns, size_t n) {
  size_t line = 0;
  bool was_out = false;
  for (size_t i = 0; i < n; i++) {
    if (!columns[i].is_out)
      line += columns[i].width + (i > 0 ? FIT_GAP : 0);
    else if (!was_out)
      line += FIT_MARK + FIT_GAP;
    was_out = columns[i].is_out;
  }
  return line;
}

/* The width of a line where every column is as narrow as it may become. */
static size_t narrowest(const struct fit_column *columns, size_t n) {
  size_t line = fit_line(columns, n);
  for (size_t i = 0; i < n; i++)
    if (!columns[i].is_out)
      line -= columns[i].width - columns[i].least;
  return line;
}

static size_t from_middle(size_t i, size_t n) {
  size_t twice = 2 * i + 1; /* the middle of column i, in half columns */
  return twice > n ? twice - n : n - twice;
}

/* Does column `a` go before column `b`? */
static bool goes_before(const struct fit_column *columns, size_t n, size_t a, size_t b) {
  const struct fit_column *x = &columns[a], *y = &columns[b];
  bool x_same = x->is_constant && x->kind != FIT_FIGURE;
  bool y_same = y->is_constant && y->kind != FIT_FIGURE;
  if (x_same != y_same)
    return x_same;
  if (x->spare != y->spare)
    return x->spare > y->spare;
  if ((x->kind == FIT_KEY) != (y->kind == FIT_KEY))
    return y->kind == FIT_KEY;
  return from_middle(a, n) < from_middle(b, n);
}

/* The column between the first and the last that goes next; n: none is left. */
static size_t next_out(const struct fit_column *columns, size_t n) {
  size_t found = n;
  for (size_t i = 1; i + 1 < n; i++)
    if (!columns[i].is_out && (found == n || goes_before(columns, n, i, found)))
      found = i;
  return found;
}

/* Takes from the widest column that may still give something, until the line is `width` wide or
 * none may. `takes_keys`: from names of rows too. Gives the width of the line. */
static size_t cut(struct fit_column *columns, size_t n, size_t width, bool takes_keys) {
  size_t line = fit_line(columns, n);
  for (; line > width; line--) {
    size_t found = n;
    for (size_t i = 0; i < n; i++) {
      const struct fit_column *column = &columns[i];
      bool is_kept = column->is_out || (column->kind == FIT_KEY && !takes_keys);
      if (!is_kept && column->width > column->least &&
          (found == n || column->width > columns[found].width))
        found = i;
    }
    if (found == n)
      break;
    columns[found].width--;
  }
  return line;
}

size_t fit_columns(struct fit_column *columns, size_t n, size_t width) {
  size_t nout = 0, out;
  for (size_t i = 0; i < n; i++) {
    columns[i].is_out = false;
    columns[i].least = least(columns, n, i, width);
  }
  while (narrowest(columns, n) > width && (out = next_out(columns, n)) < n) {
    columns[out].is_out = true;
    nout++;
  }
  if (cut(columns, n, width, false) <= width || cut(columns, n, width, true) <= width)
    return nout;
  for (size_t i = 0; i < n; i++)
    columns[i].least = hard_least(&columns[i]);
  cut(columns, n, width, true);
  return nout;
}
