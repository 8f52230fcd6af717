/* read_form: writes a whole report in the words of an edition, in each shape that pages come in,
 * with a figure in every cell that tells which cell it is.
 */
#ifndef OGI_TEST_READ_FORM_H
#define OGI_TEST_READ_FORM_H

#include "read_help.h"

enum shape {
  SHAPE_TRAILING, /* a | b | */
  SHAPE_LEADING,  /* | a | b | */
  SHAPE_LINES,    /* one cell per line, rows closed by || */
  SHAPE_OPEN,     /* one cell per line, rows not closed */
  SHAPE_LOOSE,    /* one cell per line, no pipes */
  SHAPE_BLANKS,   /* blanks alone */
  SHAPE_JOINED,   /* nothing between cells */
  SHAPE_HTML,
  SHAPES
};

struct writer {
  struct sbuf out;
  enum shape shape;
  bool row_begun;
};

static inline void write_cell(struct writer *w, struct str text, size_t wide, size_t high) {
  struct sbuf *out = &w->out;
  bool first = !w->row_begun;
  w->row_begun = true;
  switch (w->shape) {
  case SHAPE_HTML:
    sbuf_addf(out, "%s<td colspan=%zu rowspan='%zu'><p>%.*s</p></td>", first ? "<tr>" : "", wide,
              high, STR_ARG(text));
    return;
  case SHAPE_TRAILING:
    sbuf_addf(out, "%.*s | ", STR_ARG(text));
    return;
  case SHAPE_LEADING:
    sbuf_addf(out, "%s%.*s |", first ? "| " : " ", STR_ARG(text));
    return;
  case SHAPE_LINES:
  case SHAPE_OPEN:
    sbuf_addf(out, "%.*s |\n", STR_ARG(text));
    return;
  case SHAPE_LOOSE:
    sbuf_addf(out, "%.*s\n\n", STR_ARG(text));
    return;
  case SHAPE_BLANKS:
    sbuf_addf(out, "%s%.*s", first ? "" : " ", STR_ARG(text));
    return;
  case SHAPE_JOINED:
  case SHAPES:
    sbuf_add(out, text);
  }
}

static inline void end_row(struct writer *w) {
  static const char *const ends[] = {"||\n", "\n", "||\n", "", "", "\n", "", "</tr>\n"};
  if (w->row_begun)
    sbuf_add_z(&w->out, ends[w->shape]);
  w->row_begun = false;
}

static inline void write_line(struct writer *w, struct str text) {
  if (w->shape == SHAPE_HTML)
    sbuf_addf(&w->out, "<p>%.*s</p>\n", STR_ARG(text));
  else
    sbuf_addf(&w->out, "%.*s%s", STR_ARG(text), w->shape == SHAPE_JOINED ? "" : "\n");
}

static inline bool parts_agree(const struct line *a, const struct line *b, int depth) {
  for (int i = 0; i <= depth; i++)
    if (a->npath <= i || b->npath <= i || !str_eq(a->path[i], b->path[i]))
      return false;
  return true;
}

/* Heads by lines: what stands over several columns once, a leaf in the first line it can. */
static inline void write_heads(struct writer *w, const struct block *block) {
  int lines = 0;
  for (size_t c = 0; c < block->ncolumns; c++)
    lines = block->columns[c].npath > lines ? block->columns[c].npath : lines;
  for (int depth = 0; depth < lines; depth++) {
    for (size_t i = 0; i < block->nheads && depth == 0; i++)
      write_cell(w, block->heads[i], 1, 1);
    if (depth == 0 && block->nheads > 1)
      end_row(w);
    for (size_t c = 0, next; c < block->ncolumns; c = next) {
      next = c + 1;
      const struct line *line = &block->columns[c];
      while (next < block->ncolumns && parts_agree(line, &block->columns[next], depth))
        next++;
      if (line->npath > depth)
        write_cell(w, line->path[depth], next - c, 1);
    }
    end_row(w);
  }
}

/* The figure of a cell: its slot, so that no two are alike. */
static inline struct str figure_text(size_t slot) {
  return str_fmt(&arena, "%zu", slot + 1);
}

static inline void write_block(struct writer *w, const struct block *block) {
  if (block->title.n > 0)
    write_cell(w, block->title, block->ncolumns + 1, 1);
  end_row(w);
  write_heads(w, block);
  for (size_t r = 0; r < block->nrows; r++) {
    const struct line *line = &block->rows[r];
    for (int part = 0; part < line->npath && !line->is_unlabelled; part++) {
      size_t high = 1;
      bool is_last = part + 1 == line->npath;
      if (r > 0 && !is_last && parts_agree(line, &block->rows[r - 1], part))
        continue;
      while (!is_last && r + high < block->nrows && parts_agree(line, &block->rows[r + high], part))
        high++;
      write_cell(w, line->path[part], 1, high);
    }
    for (size_t c = 0; c < block->ncolumns; c++)
      write_cell(w, figure_text((size_t)block->first_slot + r * block->ncolumns + c), 1, 1);
    end_row(w);
  }
}

/* A report by 示例县水务局; `year` is written as it stands. */
static inline struct str report_text(int edition, enum shape shape, const char *year) {
  static const char *const numerals[] = {"一", "二", "三", "四", "五", "六"};
  read_setup();
  const struct edition *e = &vocab.editions[edition];
  const struct form *form = &vocab.forms[e->form];
  struct writer w = {.out = {.arena = &arena}, .shape = shape};
  if (shape == SHAPE_HTML)
    sbuf_add_z(&w.out, "<html><head><meta charset=utf-8></head><body>");
  write_line(&w, str_fmt(&arena, "示例县水务局%s年%.*s%s", year, STR_ARG(form->titles[0]),
                         shape == SHAPE_JOINED ? "\n" : ""));
  for (size_t s = 0; s < form->nsections; s++) {
    write_line(&w, str_fmt(&arena, "%s、%.*s", numerals[s], STR_ARG(form->sections[s].heading)));
    for (size_t t = 0; t < e->ntables; t++) {
      if (e->tables[t].section != (int)s + 1)
        continue;
      sbuf_add_z(&w.out, shape == SHAPE_HTML ? "<table>" : "");
      for (size_t b = 0; b < e->tables[t].nblocks; b++)
        write_block(&w, &e->tables[t].blocks[b]);
      sbuf_add_z(&w.out, shape == SHAPE_HTML ? "</table>" : "");
    }
    if (s == 0 || s >= 4)
      write_line(&w, str_fmt(&arena, "第%zu段。", s + 1));
  }
  write_line(&w, STR("示例县水务局"));
  write_line(&w, STR("2022年1月20日"));
  return sbuf_str(&w.out);
}

/* The text with the first `old` replaced; it must be there. */
static inline struct str replaced(struct str text, const char *old, const char *new) {
  struct str part = str_from_z(old);
  size_t at = str_find(text, part);
  if (at == text.n)
    fail_msg("no \"%s\" to replace", old);
  return str_fmt(&arena, "%.*s%s%.*s", (int)at, text.p, new, (int)(text.n - at - part.n),
                 text.p + at + part.n);
}

static inline int edition_named(const char *key) {
  read_setup();
  for (size_t i = 0; i < vocab.neditions; i++)
    if (str_eq(vocab.editions[i].names.key, str_from_z(key)))
      return (int)i;
  fail_msg("no edition %s", key);
  return -1;
}

#endif
