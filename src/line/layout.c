/* layout: rows of cells from text (see layout.h). */
#include "line/layout.h"

#include "base/utf8.h"

#define TAB_STOP 8

struct flow {
  struct frame *frame;
  size_t width;
  bool may_wrap; /* else what does not fit is left out */
  bool is_full;
};

static struct cell_row *last_row(const struct frame *frame) {
  return &frame->at[frame->n - 1];
}

static void new_row(struct frame *frame) {
  struct cell_row row = {0};
  ARENA_PUSH(frame->arena, frame, row);
}

static void put_cell(struct flow *f, struct str bytes, int width, enum line_mark mark) {
  struct cell_row *row = last_row(f->frame);
  if (row->width + (size_t)width > f->width) {
    f->is_full = true;
    if (!f->may_wrap)
      return;
    new_row(f->frame);
    row = last_row(f->frame);
  }
  struct cell cell = {bytes, width, mark};
  ARENA_PUSH(f->frame->arena, row, cell);
  row->width += (size_t)width;
}

/* A mark that stands on the character before it; on a dotted circle where there is none. */
static void put_combining(struct flow *f, struct str bytes, enum line_mark mark) {
  struct cell_row *row = last_row(f->frame);
  struct arena *arena = f->frame->arena;
  if (row->n == 0) {
    put_cell(f, str_fmt(arena, "\xE2\x97\x8C%.*s", STR_ARG(bytes)), 1, mark);
    return;
  }
  struct cell *cell = &row->at[row->n - 1];
  cell->bytes = str_fmt(arena, "%.*s%.*s", STR_ARG(cell->bytes), STR_ARG(bytes));
}

/* One character, not a newline. */
static void put_character(struct flow *f, struct str bytes, uint32_t c, enum line_mark mark) {
  struct arena *arena = f->frame->arena;
  int width = utf8_width(c);
  if (c == '\t') {
    do
      put_cell(f, STR(" "), 1, mark);
    while (!f->is_full && last_row(f->frame)->width % TAB_STOP != 0);
  } else if (c < 0x20 || c == 0x7F) {
    put_cell(f, STR("^"), 1, mark);
    put_cell(f, str_fmt(arena, "%c", (int)(c ^ 0x40)), 1, mark);
  } else if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) {
    put_cell(f, STR("\xEF\xBF\xBD"), 1, mark);
  } else if (width == 0) {
    put_combining(f, str_copy(arena, bytes), mark);
  } else {
    put_cell(f, str_copy(arena, bytes), width, mark);
  }
}

static void put_text(struct flow *f, struct str text, enum line_mark mark) {
  size_t length;
  for (size_t i = 0; i < text.n && (f->may_wrap || !f->is_full); i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    f->is_full = f->is_full && !f->may_wrap;
    put_character(f, str_sub(text, i, i + length), c, mark);
  }
}

/* The cursor stands where the next character would: behind a full row, on a new one. */
static void put_cursor(struct flow *f) {
  if (last_row(f->frame)->width >= f->width)
    new_row(f->frame);
  f->frame->cursor_row = f->frame->n - 1;
  f->frame->cursor_column = last_row(f->frame)->width;
}

void layout_text(struct frame *frame, const struct layout *layout) {
  struct flow f = {.frame = frame, .width = layout->width, .may_wrap = true};
  struct str text = layout->text;
  size_t length;
  frame->width = layout->width;
  new_row(frame);
  put_text(&f, layout->prompt, MARK_NONE);
  for (size_t i = 0; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    enum line_mark mark = layout->marks != NULL ? (enum line_mark)layout->marks[i] : MARK_NONE;
    f.is_full = false;
    if (i == layout->cursor) {
      /* On the row of the character that stands there, which may be wide. */
      if (c != '\n' && last_row(frame)->width + (size_t)utf8_width(c) > f.width)
        new_row(frame);
      put_cursor(&f);
    }
    if (c == '\n') {
      new_row(frame);
      put_text(&f, layout->more, MARK_NONE);
    } else {
      put_character(&f, str_sub(text, i, i + length), c, mark);
    }
  }
  if (layout->cursor >= text.n)
    put_cursor(&f);
  put_text(&f, layout->ghost, MARK_GHOST);
}

void layout_row(struct frame *frame, const struct line_piece *pieces, size_t n, size_t width) {
  struct flow f = {.frame = frame, .width = width};
  new_row(frame);
  for (size_t i = 0; i < n; i++)
    put_text(&f, pieces[i].text, pieces[i].mark);
}
