/* xlsx_layout: the cells of a sheet → paragraphs and tables (see xlsx_sheet.h).
 *
 *   A1:H1  示例县水务局…年度报告          one cell: a paragraph
 *   A2     二、…                          a heading, though a table follows or precedes at once
 *   A3:D3  第二十条第（一）项              one cell between rows of a table: its title, a row of it
 *   A4 B4 C4 D4                           rows of a table, down to the next that is none
 *   A5            (framed, blank)         a row whose figures are blank
 *
 * All rows of a table get cells over its whole width, since a cell that is not in the file is
 * blank.
 */
#include "base/utf8.h"
#include "read/grid.h"
#include "read/xlsx_sheet.h"

#include <string.h>

#define COVERS 200000 /* rows × merged cells in them, in a sheet; a report has 200 */
#define TITLES 4      /* rows with a single text in a row; more are no part of a table */
#define AREA 500000   /* cells of a table with the blank ones; a report's have 300 */

/* A part of a row that a merged cell covers. */
struct cover {
  const struct sheet_merge *merge;
  bool is_first; /* the row in which the merged cell begins */
};

struct covers {
  struct cover *at; /* in the order of columns */
  size_t n, cap;
};

enum row_kind {
  ROW_EMPTY,
  ROW_SINGLE, /* one text */
  ROW_TABLE
};

struct layout {
  struct arena *arena;
  const struct sheet *sheet;
  struct doc *doc;
  struct covers *covers; /* by row */
  enum row_kind *kinds;  /* by row */
};

/* --- Merged cells */

static size_t first_row_from(const struct sheet *sheet, uint32_t number) {
  size_t low = 0, high = sheet->rows.n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (sheet->rows.at[middle].number < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void cover_rows(struct layout *l) {
  const struct sheet *sheet = l->sheet;
  size_t left = COVERS;
  l->covers = ARENA_ARRAY(l->arena, struct covers, sheet->rows.n + 1);
  for (size_t m = 0; m < sheet->merges.n; m++) {
    const struct sheet_merge *merge = &sheet->merges.at[m];
    for (size_t r = first_row_from(sheet, merge->row);
         r < sheet->rows.n && sheet->rows.at[r].number <= merge->last_row && left > 0;
         r++, left--) {
      struct covers *covers = &l->covers[r];
      struct cover cover = {merge, sheet->rows.at[r].number == merge->row};
      ARENA_PUSH(l->arena, covers, cover);
      size_t i = covers->n - 1;
      for (; i > 0 && covers->at[i - 1].merge->column > merge->column; i--)
        covers->at[i] = covers->at[i - 1];
      covers->at[i] = cover;
    }
  }
}

/* Merged cells of a row do not overlap: of those that begin before the column the last counts. */
static const struct cover *cover_at(const struct layout *l, size_t row, uint32_t column) {
  const struct covers *covers = &l->covers[row];
  size_t low = 0, high = covers->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (covers->at[middle].merge->column <= column)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && column <= covers->at[low - 1].merge->last_column ? &covers->at[low - 1] : NULL;
}

/* Is the cell hidden under a merged cell that begins elsewhere? */
static bool is_under(const struct cover *cover, uint32_t column) {
  return cover != NULL && !(cover->is_first && cover->merge->column == column);
}

static const struct sheet_cell *text_at(const struct sheet_row *row, uint32_t column) {
  size_t low = 0, high = row->cells.n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (row->cells.at[middle].column < column)
      low = middle + 1;
    else
      high = middle;
  }
  return low < row->cells.n && row->cells.at[low].column == column ? &row->cells.at[low] : NULL;
}

/* --- What a row is */

/* The only text of a row, and how many columns it takes. */
struct single {
  const struct sheet_cell *cell;
  uint32_t wide;
};

static struct single single_of(const struct layout *l, size_t row) {
  const struct sheet_row *r = &l->sheet->rows.at[row];
  struct single single = {NULL, 1};
  for (size_t i = 0; i < r->cells.n; i++) {
    const struct cover *cover = cover_at(l, row, r->cells.at[i].column);
    if (is_under(cover, r->cells.at[i].column))
      continue;
    single.cell = &r->cells.at[i];
    single.wide = cover != NULL ? cover->merge->last_column - cover->merge->column + 1 : 1;
  }
  return single;
}

/* Does a text from above reach down into the row? */
static bool has_text_above(const struct layout *l, size_t row) {
  for (size_t i = 0; i < l->covers[row].n; i++) {
    const struct cover *cover = &l->covers[row].at[i];
    if (cover->is_first)
      continue;
    size_t first = first_row_from(l->sheet, cover->merge->row);
    if (l->sheet->rows.at[first].number == cover->merge->row &&
        text_at(&l->sheet->rows.at[first], cover->merge->column) != NULL)
      return true;
  }
  return false;
}

/* Borders around more than the row's only text. */
static bool has_other_frames(const struct layout *l, size_t row, struct single single) {
  const struct sheet_row *r = &l->sheet->rows.at[row];
  if (r->nframed < 2)
    return false;
  return single.cell == NULL || r->first_framed < single.cell->column ||
         r->last_framed >= single.cell->column + single.wide;
}

static enum row_kind kind_of(const struct layout *l, size_t row) {
  const struct sheet_row *r = &l->sheet->rows.at[row];
  size_t texts = 0;
  for (size_t i = 0; i < r->cells.n; i++)
    texts += !is_under(cover_at(l, row, r->cells.at[i].column), r->cells.at[i].column);
  if (texts > 1)
    return ROW_TABLE;
  struct single single = single_of(l, row);
  if (has_other_frames(l, row, single) || (texts > 0 && has_text_above(l, row)))
    return ROW_TABLE;
  return texts > 0 ? ROW_SINGLE : ROW_EMPTY;
}

/* Does the text begin as headings do, 三、? */
static bool is_numbered(struct str text) {
  static const char numerals[] = "一二三四五六七八九十";
  size_t i = 0, length;
  text = str_trim(text);
  for (; i + 3 <= text.n && i < 9; i += 3) {
    bool is_numeral = false;
    for (size_t k = 0; k + 3 < sizeof numerals; k += 3)
      is_numeral = is_numeral || memcmp(text.p + i, numerals + k, 3) == 0;
    if (!is_numeral)
      break;
  }
  uint32_t mark = utf8_at(str_sub(text, i, text.n), &length);
  return i > 0 && (mark == 0x3001 || mark == '.' || mark == 0xFF0E);
}

static bool is_next(const struct layout *l, size_t row, size_t next) {
  return next < l->sheet->rows.n &&
         l->sheet->rows.at[next].number == l->sheet->rows.at[row].number + 1;
}

/* How many single texts, none of them a heading, stand from `row` on right above a row of a table;
 * 0: something else comes before a table. */
static size_t titles_from(const struct layout *l, size_t row) {
  for (size_t r = row; is_next(l, r, r + 1) && r - row < TITLES; r++) {
    if (l->kinds[r] != ROW_SINGLE || is_numbered(single_of(l, r).cell->text))
      return 0;
    if (l->kinds[r + 1] == ROW_TABLE)
      return r + 1 - row;
  }
  return 0;
}

/* Do single texts belong to the table below them? They do when the table goes on above them too (a
 * title in it, a row whose figures are blank), or when nothing but the heading of a section does.
 */
static bool are_titles(const struct layout *l, size_t row, size_t n) {
  if (row == 0 || n == 0)
    return false;
  if (l->kinds[row - 1] == ROW_TABLE)
    return is_next(l, row - 1, row);
  struct str text = single_of(l, row).cell->text;
  return n == 1 && l->kinds[row - 1] == ROW_SINGLE &&
         is_numbered(single_of(l, row - 1).cell->text) && !str_contains(text, STR("。")) &&
         !str_contains(text, STR("\n"));
}

static void tell_kinds(struct layout *l) {
  size_t n = l->sheet->rows.n;
  l->kinds = ARENA_ARRAY(l->arena, enum row_kind, n + 1);
  for (size_t r = 0; r < n; r++)
    l->kinds[r] = kind_of(l, r);
  for (size_t r = 0; r < n; r++)
    if (l->kinds[r] == ROW_SINGLE && are_titles(l, r, titles_from(l, r)))
      l->kinds[r] = ROW_TABLE;
}

/* --- Paragraphs and tables */

/* Each line of the cell is a paragraph. */
static void add_paragraphs(struct layout *l, size_t row) {
  const struct sheet_cell *cell = single_of(l, row).cell;
  struct place place = {PLACE_SHEET + l->sheet->number, l->sheet->rows.at[row].number,
                        cell->column};
  struct sbuf line = {.arena = l->arena};
  for (size_t from = 0, end; from <= cell->text.n; from = end + 1) {
    const char *newline =
        cell->text.n > from ? memchr(cell->text.p + from, '\n', cell->text.n - from) : NULL;
    end = newline != NULL ? (size_t)(newline - cell->text.p) : cell->text.n;
    line.n = 0;
    grid_add_text(&line, str_sub(cell->text, from, end));
    grid_add_paragraph(l->arena, l->doc, sbuf_str(&line), place);
  }
}

struct width {
  uint32_t first, last; /* columns */
};

static void widen(struct width *width, uint32_t first, uint32_t last) {
  if (first < width->first)
    width->first = first;
  if (last > width->last)
    width->last = last;
}

static struct width width_of(const struct layout *l, size_t from, size_t to) {
  struct width width = {UINT32_MAX, 0};
  for (size_t r = from; r < to; r++) {
    const struct sheet_row *row = &l->sheet->rows.at[r];
    if (row->cells.n > 0)
      widen(&width, row->cells.at[0].column, row->cells.at[row->cells.n - 1].column);
    if (row->nframed > 0)
      widen(&width, row->first_framed, row->last_framed);
  }
  return width;
}

static uint32_t at_most(uint32_t value, uint32_t limit) {
  return value < limit ? value : limit;
}

static void add_cell(struct layout *l, size_t row, size_t to, uint32_t column, struct width width,
                     struct grid_row *cells) {
  const struct cover *cover = cover_at(l, row, column);
  if (is_under(cover, column))
    return;
  const struct sheet_row *r = &l->sheet->rows.at[row];
  const struct sheet_cell *own = text_at(r, column);
  struct sbuf text = {.arena = l->arena};
  if (own != NULL)
    grid_add_text(&text, own->text);
  struct grid_cell cell = {
      str_trim(sbuf_str(&text)), {PLACE_SHEET + l->sheet->number, r->number, column}, column, 1, 1};
  if (cover != NULL) {
    size_t below = first_row_from(l->sheet, cover->merge->last_row + 1);
    cell.rowspan = (uint32_t)((below < to ? below : to) - row);
    cell.colspan = at_most(cover->merge->last_column, width.last) - column + 1;
  }
  ARENA_PUSH(l->arena, cells, cell);
}

/* Rows from..to, without to, as one table. */
static bool add_table(struct layout *l, size_t from, size_t to, struct diags *diags) {
  struct grid_rows rows = {0};
  struct width width = width_of(l, from, to);
  uint32_t columns = width.last - width.first + 1;
  if ((to - from) * columns > AREA)
    return diag_add(diags, DIAG_FILE, (struct span){0, 0},
                    "a table of %zu rows and %u columns, in sheet %u, is none of a report",
                    to - from, columns, l->sheet->number);
  for (size_t r = from; r < to; r++) {
    struct grid_row cells = {0};
    for (uint32_t column = width.first; column <= width.last; column++)
      add_cell(l, r, to, column, width, &cells);
    ARENA_PUSH(l->arena, &rows, cells);
  }
  grid_add_table(l->arena, l->doc, &rows);
  return true;
}

bool xlsx_lay_out(struct arena *arena, const struct sheet *sheet, struct doc *doc,
                  struct diags *diags) {
  struct layout l = {.arena = arena, .sheet = sheet, .doc = doc};
  cover_rows(&l);
  tell_kinds(&l);
  for (size_t r = 0, to; r < sheet->rows.n; r = to) {
    to = r + 1;
    if (l.kinds[r] == ROW_SINGLE)
      add_paragraphs(&l, r);
    if (l.kinds[r] != ROW_TABLE)
      continue;
    while (to < sheet->rows.n && l.kinds[to] == ROW_TABLE && is_next(&l, to - 1, to))
      to++;
    if (!add_table(&l, r, to, diags))
      return false;
  }
  return true;
}
