/* paint: frames → the terminal (see paint.h). */
#include "line/paint.h"

#include <string.h>

#define COLUMN_UNKNOWN ((size_t)-1) /* behind the last column terminals differ */

/* Colours of the terminal's own palette, which its user can read on his background. */
static const char *const looks[MARK_COUNT] = {
    [MARK_NONE] = "",     [MARK_KEYWORD] = "1",    [MARK_STRING] = "32",      [MARK_NUMBER] = "36",
    [MARK_COMMENT] = "2", [MARK_FIGURE] = "35",    [MARK_DIMENSION] = "1;34", [MARK_MEMBER] = "32",
    [MARK_OTHER] = "36",  [MARK_UNKNOWN] = "4;31", [MARK_GHOST] = "2",        [MARK_FOUND] = "7",
    [MARK_CHOSEN] = "7",  [MARK_NOTE] = "2",
};

struct frame paint_frame(struct painter *painter) {
  struct arena *arena = &painter->arenas[1 - painter->turn];
  arena_reset(arena);
  return (struct frame){.arena = arena};
}

void paint_forget(struct painter *painter) {
  painter->shown.n = 0;
  painter->top = painter->row = painter->column = painter->drawn = 0;
}

void paint_free(struct painter *painter) {
  arena_free(&painter->arenas[0]);
  arena_free(&painter->arenas[1]);
}

/* Moves the cursor; below the last row new ones begin, at the bottom of the screen by scrolling. */
static void go(struct painter *p, struct sbuf *out, size_t row, size_t column) {
  size_t last = p->drawn > 0 ? p->drawn - 1 : 0;
  size_t reached = row < last ? row : last;
  if (row < p->row)
    sbuf_addf(out, "\x1b[%zuA", p->row - row);
  else if (reached > p->row)
    sbuf_addf(out, "\x1b[%zuB", reached - p->row);
  for (size_t i = last; i < row; i++) {
    sbuf_add_z(out, "\r\n");
    p->column = 0;
  }
  p->row = row;
  p->drawn = row + 1 > p->drawn ? row + 1 : p->drawn;
  if (column == p->column)
    return;
  if (column == 0 || p->column == COLUMN_UNKNOWN) {
    sbuf_add_char(out, '\r');
    p->column = 0;
  }
  if (column > p->column)
    sbuf_addf(out, "\x1b[%zuC", column - p->column);
  else if (column < p->column)
    sbuf_addf(out, "\x1b[%zuD", p->column - column);
  p->column = column;
}

static bool is_same(const struct painter *p, const struct cell *a, const struct cell *b) {
  return a->width == b->width && str_eq(a->bytes, b->bytes) &&
         (!p->has_colour || strcmp(looks[a->mark], looks[b->mark]) == 0);
}

static void put_cells(struct painter *p, struct sbuf *out, const struct cell *cells, size_t n,
                      size_t width) {
  const char *look = "";
  for (size_t i = 0; i < n; i++) {
    const char *wanted = p->has_colour ? looks[cells[i].mark] : "";
    if (strcmp(look, wanted) != 0)
      sbuf_addf(out, "\x1b[0%s%sm", *wanted != '\0' ? ";" : "", wanted);
    look = wanted;
    sbuf_add(out, cells[i].bytes);
    p->column += (size_t)cells[i].width;
  }
  if (*look != '\0')
    sbuf_add_z(out, "\x1b[0m");
  if (p->column >= width)
    p->column = COLUMN_UNKNOWN;
}

/* One row: from the first cell that differs to the last one. */
static void put_row(struct painter *p, struct sbuf *out, size_t row, const struct cell_row *now,
                    size_t width) {
  static const struct cell_row nothing;
  const struct cell_row *old = row < p->shown.n ? &p->shown.at[row] : &nothing;
  size_t first = 0, end = now->n, old_end = old->n, column = 0;
  while (first < end && first < old_end && is_same(p, &old->at[first], &now->at[first]))
    column += (size_t)now->at[first++].width;
  if (now->width == old->width)
    while (end > first && old_end > first && is_same(p, &old->at[old_end - 1], &now->at[end - 1])) {
      end--;
      old_end--;
    }
  if (first < end) {
    go(p, out, row, column);
    put_cells(p, out, now->at + first, end - first, width);
  }
  if (now->width < old->width) {
    go(p, out, row, now->width);
    sbuf_add_z(out, "\x1b[K");
  }
}

/* The part of the frame that is shown: it moves no more than the cursor needs. */
static size_t window_top(const struct painter *p, const struct frame *frame, size_t height) {
  size_t top = p->top;
  if (frame->n <= height)
    return 0;
  if (frame->cursor_row < top)
    top = frame->cursor_row;
  if (frame->cursor_row >= top + height)
    top = frame->cursor_row + 1 - height;
  return top + height > frame->n ? frame->n - height : top;
}

void paint(struct painter *painter, const struct frame *frame, size_t height, struct sbuf *out) {
  size_t top = window_top(painter, frame, height);
  size_t n = frame->n - top < height ? frame->n - top : height;
  for (size_t i = 0; i < n; i++)
    put_row(painter, out, i, &frame->at[top + i], frame->width);
  if (n < painter->shown.n) {
    go(painter, out, n, 0);
    sbuf_add_z(out, "\x1b[J");
  }
  painter->shown = *frame;
  painter->shown.at = frame->at + top;
  painter->shown.n = n;
  painter->top = top;
  painter->turn = 1 - painter->turn;
  go(painter, out, frame->cursor_row - top, frame->cursor_column);
}

void paint_resized(struct painter *painter, size_t width, struct sbuf *out) {
  size_t up = 0;
  for (size_t i = 0; i < painter->row && i < painter->shown.n; i++) {
    size_t columns = painter->shown.at[i].width;
    up += columns > width ? (columns + width - 1) / width : 1;
  }
  if (painter->column != COLUMN_UNKNOWN)
    up += painter->column / width;
  if (up > 0)
    sbuf_addf(out, "\x1b[%zuA", up);
  sbuf_add_z(out, "\r\x1b[J");
  paint_forget(painter);
}
