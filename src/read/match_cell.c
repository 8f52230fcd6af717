/* match_cell: found rows → cells of the edition: what each printed text says (see match_parts.h).
 */
#include "base/utf8.h"
#include "read/match_parts.h"
#include "read/number.h"

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

static struct str place_name(struct arena *arena, struct place place) {
  if (place.table == 0)
    return str_fmt(arena, "line %u", place.row);
  return str_fmt(arena, "table %u, row %u", place.table, place.row);
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
               STR_ARG(before), STR_ARG(place_name(m->arena, old->place)), STR_ARG(now),
               STR_ARG(place_name(m->arena, found.place)));
    return;
  }
  found.how = FOUND_FIGURES;
  *old = found;
  fit->tables[fit->edition->rows[row].table] = true;
}

/* --- What a cell says */

/* Finds the longest name of a unit that is all of `text` (or a part of it). -1 when none is. */
static int find_unit(const struct vocab *vocab, struct str text, bool whole) {
  int best = -1;
  size_t length = 0;
  for (size_t u = 0; u < vocab->nunits; u++) {
    const struct names *names = &vocab->units[u].names;
    for (size_t i = 0; i < names->nsynonyms + 2; i++) {
      struct str name = i == 0 ? names->zh : i == 1 ? names->key : names->synonyms[i - 2];
      bool hit = name.n > length && (whole ? str_eq(text, name) : str_contains(text, name));
      if (hit) {
        best = (int)u;
        length = name.n;
      }
    }
  }
  return best;
}

/* How many of the base unit one of `unit` is; *base which that is. */
static int64_t unit_factor(const struct vocab *vocab, int unit, int *base) {
  const struct unit *u = &vocab->units[unit];
  *base = u->base >= 0 ? u->base : unit;
  return u->base >= 0 ? u->factor : 1;
}

/* The unit in a head or label such as 采购总金额（万元） that the measure's unit can take; -1. */
static int unit_in_words(const struct vocab *vocab, struct str words, int wanted) {
  int base, other;
  struct str plain = index_without_explanation(words);
  if (plain.n == words.n)
    return -1; /* the form's own words name no unit outside brackets */
  int unit = find_unit(vocab, str_sub(words, plain.n, words.n), false);
  if (unit < 0)
    return -1;
  unit_factor(vocab, unit, &base);
  unit_factor(vocab, wanted, &other);
  return base == other ? unit : -1;
}

/* Is this a remark in brackets behind a figure, and not a second figure? -164（因机构改革…） */
static bool is_explanation(struct str text) {
  size_t length;
  if (text.n < 3 || utf8_ascii_twin(utf8_at(text, &length)) != '(')
    return false;
  uint32_t next = utf8_at(str_sub(text, length, text.n), &length);
  return utf8_is_han(next) && (str_ends(text, STR(")")) || str_ends(text, STR("）")));
}

/* The number printed, in the measure's unit; false: text. `usual` is the unit that the words around
 * say, -1 when they say none. */
static bool read_number(const struct vocab *vocab, const struct measure *measure, int usual,
                        struct str text, int64_t *value) {
  struct number number;
  size_t used = number_parse(text, &number);
  if (used == 0)
    return false;
  struct str rest = str_trim(str_sub(text, used, text.n));
  if (is_explanation(rest))
    rest = STR("");
  int unit = usual;
  if (rest.n > 0) {
    unit = find_unit(vocab, rest, true);
    if (unit < 0)
      return false;
  } else if (unit < 0) {
    if (measure->needs_unit && number.digits != 0) /* 0 is 0 in every unit */
      return false;
    unit = measure->unit;
  }
  int from, to;
  int64_t factor = unit_factor(vocab, unit, &from);
  int64_t divisor = unit_factor(vocab, measure->unit, &to);
  return from == to &&
         number_scale(number, factor, divisor, vocab->units[measure->unit].decimals, value);
}

/* Digits and nothing else, few enough to fit: by far the most cells. */
static bool plain_digits(struct str text, int64_t *value) {
  if (text.n == 0 || text.n > 9 || (text.n > 1 && text.p[0] == '0'))
    return false;
  int64_t sum = 0;
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] < '0' || text.p[i] > '9')
      return false;
    sum = sum * 10 + (text.p[i] - '0');
  }
  *value = sum;
  return true;
}

static struct report_cell read_cell(const struct match *m, const struct fit *fit, int row,
                                    const struct form_cell *what, const struct found_cell *found) {
  const struct vocab *vocab = index_vocab(m->index);
  const struct measure *measure = &vocab->measures[what->measure];
  struct report_cell cell = {CELL_TEXT, 0, found->text, found->place};
  if (vocab->units[measure->unit].decimals == 0 && !measure->needs_unit &&
      plain_digits(found->text, &cell.value)) {
    cell.state = CELL_NUMBER;
    return cell;
  }
  if (number_is_blank(found->text)) {
    cell.state = CELL_BLANK;
    return cell;
  }
  int block = fit->edition->rows[row].block;
  struct str head = fit->heads[block * fit->edition->max_columns + what->column];
  int usual = unit_in_words(vocab, head, measure->unit);
  if (usual < 0)
    usual = unit_in_words(vocab, fit->rows[row].label, measure->unit);
  if (read_number(vocab, measure, usual, found->text, &cell.value))
    cell.state = CELL_NUMBER;
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
