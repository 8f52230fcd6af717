/* match_cell: found rows → cells of the edition: what each printed text says (see match_parts.h).
 */
#include "base/utf8.h"
#include "read/figure.h"
#include "read/match_parts.h"

void fit_init(struct match *m, struct fit *fit, int edition) {
  const struct index_edition *e = index_edition(m->index, edition);
  *fit = (struct fit){.number = edition, .edition = e};
  fit->rows = ARENA_ARRAY(m->arena, struct found_row, e->nrows);
  fit->tables = ARENA_ARRAY(m->arena, bool, e->edition->ntables);
  fit->heads = ARENA_ARRAY(m->arena, struct str, e->nblocks * e->max_columns);
}

void fit_remark(struct match *m, struct fit *fit, enum severity severity, struct place place,
                const char *format, ...) {
  va_list args;
  if (fit->remarks.n >= MAX_REMARKS)
    return;
  if (fit->remarks.n == MAX_REMARKS - 1) {
    format = "more remarks than anyone reads: the rest is left out";
    place = (struct place){0, 0, 0};
  }
  va_start(args, format);
  struct remark remark = {severity, str_vfmt(m->arena, format, args), place};
  va_end(args);
  ARENA_PUSH(m->arena, &fit->remarks, remark);
}

struct str fit_row_name(struct arena *arena, const struct fit *fit, int row) {
  const struct index_row *r = &fit->edition->rows[row];
  struct str title = fit->edition->blocks[r->block].block->title;
  struct sbuf b = {.arena = arena};
  sbuf_add(&b, title);
  for (int i = 0; i < r->line->npath; i++) {
    if (b.n > 0)
      sbuf_add_char(&b, '/');
    sbuf_add(&b, r->line->path[i]);
  }
  return sbuf_str(&b);
}

static size_t row_columns(const struct fit *fit, int row) {
  return fit->edition->blocks[fit->edition->rows[row].block].block->ncolumns;
}

void fit_unread(struct match *m, struct fit *fit, int row, struct found_row found, const char *what,
                ...) {
  va_list args;
  va_start(args, what);
  struct str tail = str_vfmt(m->arena, what, args);
  va_end(args);
  found.how = FOUND_UNREAD;
  fit->rows[row] = found;
  fit->tables[fit->edition->rows[row].table] = true;
  fit_remark(m, fit, SEV_WARNING, found.place, "row \"%.*s\" is left unread: %.*s",
             STR_ARG(fit_row_name(m->arena, fit, row)), STR_ARG(tail));
}

void fit_run(struct fit *fit, int row, struct found_row found, size_t npieces) {
  found.how = FOUND_RUN;
  found.npieces = npieces;
  fit->rows[row] = found;
  fit->tables[fit->edition->rows[row].table] = true;
}

static bool is_there(const struct found_cell *cell) {
  return cell->place.row > 0;
}

static struct str printed_cells(struct arena *arena, const struct found_row *found, size_t n) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < n; i++) {
    if (!is_there(&found->cells[i]))
      continue;
    if (b.n > 0)
      sbuf_add_z(&b, " | ");
    sbuf_add(&b, found->cells[i].text);
  }
  return sbuf_str(&b);
}

void fit_figures(struct match *m, struct fit *fit, int row, struct found_row found) {
  struct found_row *old = &fit->rows[row];
  size_t n = row_columns(fit, row);
  if (old->how == FOUND_UNREAD)
    return;
  if (old->how == FOUND_FIGURES) {
    bool equal = true;
    for (size_t i = 0; i < n; i++)
      equal = equal && (!is_there(&old->cells[i]) || !is_there(&found.cells[i]) ||
                        str_eq(old->cells[i].text, found.cells[i].text));
    for (size_t i = 0; equal && i < n; i++)
      if (!is_there(&old->cells[i]))
        old->cells[i] = found.cells[i];
    if (equal)
      return; /* repeated, as at a page break, or other columns of the row */
    struct str before = printed_cells(m->arena, old, n);
    struct str now = printed_cells(m->arena, &found, n);
    found.printed = before;
    fit_unread(m, fit, row, found,
               "it stands twice with different figures, %.*s in %.*s and "
               "%.*s in %.*s",
               STR_ARG(before), STR_ARG(place_text(m->arena, old->place)), STR_ARG(now),
               STR_ARG(place_text(m->arena, found.place)));
    return;
  }
  found.how = FOUND_FIGURES;
  *old = found;
  fit->tables[fit->edition->rows[row].table] = true;
}

/* --- What a cell says */

static struct report_cell read_cell(const struct match *m, const struct fit *fit, int row,
                                    const struct form_cell *what, const struct found_cell *found) {
  const struct vocab *vocab = index_vocab(m->index);
  const struct measure *measure = &vocab->measures[what->measure];
  struct report_cell cell = {CELL_NUMBER, 0, found->text, found->place};
  if (figure_is_plain(vocab, measure, found->text, &cell.value)) /* by far the most */
    return cell;
  int block = fit->edition->rows[row].block;
  struct str head = fit->heads[block * fit->edition->max_columns + what->column];
  int usual = figure_unit(vocab, measure, head);
  if (usual == NO_UNIT)
    usual = figure_unit(vocab, measure, fit->rows[row].label);
  cell.state = figure_read(vocab, measure, usual, found->text, &cell.value);
  return cell;
}

/* --- All cells */

/* One remark for a run of rows of one table that are not there. Returns the row behind it. */
static int remark_missing(struct match *m, struct fit *fit, int row) {
  const struct index_row *rows = fit->edition->rows;
  int end = row;
  while (end < fit->edition->nrows && rows[end].table == rows[row].table &&
         fit->rows[end].how == FOUND_NOT)
    end++;
  struct str key = fit->edition->edition->tables[rows[row].table].key;
  struct str first = fit_row_name(m->arena, fit, row);
  struct place none = {0, 0, 0};
  if (end - row == 1 && fit->rows[row].place.row > 0)
    fit_remark(m, fit, SEV_WARNING, fit->rows[row].place,
               "row \"%.*s\" is left unread: no figure stands in it", STR_ARG(first));
  else if (end - row == 1)
    fit_remark(m, fit, SEV_WARNING, none, "row \"%.*s\" is missing from table \"%.*s\"",
               STR_ARG(first), STR_ARG(key));
  else
    fit_remark(m, fit, SEV_WARNING, none,
               "%d rows are missing from table \"%.*s\", from \"%.*s\" to \"%.*s\"", end - row,
               STR_ARG(key), STR_ARG(first), STR_ARG(fit_row_name(m->arena, fit, end - 1)));
  return end;
}

/* Says when the figures of a part of the columns are not there. */
static void remark_part(struct match *m, struct fit *fit, int row) {
  const struct found_row *found = &fit->rows[row];
  size_t n = row_columns(fit, row), there = 0;
  for (size_t c = 0; c < n; c++)
    there += is_there(&found->cells[c]);
  if (there < n)
    fit_remark(m, fit, SEV_WARNING, found->place, "row \"%.*s\" has figures for %zu of %zu columns",
               STR_ARG(fit_row_name(m->arena, fit, row)), there, n);
}

static void remark_gaps(struct match *m, struct fit *fit) {
  const struct edition *edition = fit->edition->edition;
  struct place none = {0, 0, 0};
  for (size_t t = 0; t < edition->ntables; t++)
    if (!fit->tables[t])
      fit_remark(m, fit, SEV_WARNING, none, "table \"%.*s\" is not in the report",
                 STR_ARG(edition->tables[t].key));
  for (int row = 0; row < fit->edition->nrows; row++)
    if (fit->rows[row].how == FOUND_FIGURES)
      remark_part(m, fit, row);
  for (int row = 0; row < fit->edition->nrows;) {
    if (fit->rows[row].how == FOUND_NOT && fit->tables[fit->edition->rows[row].table])
      row = remark_missing(m, fit, row);
    else
      row++;
  }
}

void fit_cells(struct match *m, struct fit *fit, struct report *report) {
  const struct edition *edition = fit->edition->edition;
  report->ncells = edition->ncells;
  report->cells = ARENA_ARRAY(m->arena, struct report_cell, edition->ncells);
  for (size_t slot = 0; slot < edition->ncells; slot++)
    report->cells[slot].state = fit->tables[edition->cells[slot].table] ? CELL_UNREAD : CELL_ABSENT;
  for (int row = 0; row < fit->edition->nrows; row++) {
    const struct index_row *r = &fit->edition->rows[row];
    const struct block *block = fit->edition->blocks[r->block].block;
    const struct found_row *found = &fit->rows[row];
    size_t slot = (size_t)block->first_slot + (size_t)r->row * block->ncolumns;
    for (size_t c = 0; c < block->ncolumns && found->how != FOUND_NOT; c++) {
      struct report_cell *cell = &report->cells[slot + c];
      if (found->how == FOUND_FIGURES && !is_there(&found->cells[c]))
        continue; /* unread */
      if (found->how == FOUND_FIGURES)
        *cell = read_cell(m, fit, row, &edition->cells[slot + c], &found->cells[c]);
      else
        *cell = (struct report_cell){CELL_UNREAD, 0, found->printed, found->place};
    }
  }
  remark_gaps(m, fit);
}
