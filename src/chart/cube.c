/* cube: reading a table by group, year and column (see cube.h). */
#include "chart/cube.h"

#include "show/people.h"

#include <stdlib.h>

#define YEARS_MAX 100   /* apart: what is further is no line of years */
#define GROUPS_MAX 1000 /* more are never drawn; gathering stops there */

static bool is_figure(const struct column *column) {
  return column->role == COLUMN_FIGURE && column->type != VALUE_TEXT;
}

/* The key that says the year; ncolumns: there is none. */
static size_t year_key(const struct table *table) {
  size_t c = 0;
  while (c < table->ncolumns &&
         (table->columns[c].role != COLUMN_KEY || table->columns[c].type != VALUE_INTEGER))
    c++;
  return c;
}

static void note(struct cube *cube, struct str text) {
  ARENA_PUSH(cube->arena, &cube->notes, text);
}

/* --- Columns */

/* The first column that answers; ncolumns: there is none. */
static size_t main_column(const struct table *table) {
  size_t found = table->ncolumns;
  for (size_t c = table->ncolumns; c-- > 0;)
    if (is_figure(&table->columns[c]) && !table->columns[c].is_beside)
      found = c;
  return found;
}

/* Can both stand along one axis? An average counts what a sum counts. */
static bool is_alike(const struct column *a, const struct column *b) {
  bool counts = (a->shown == SHOWN_PLAIN || a->shown == SHOWN_QUOTIENT) &&
                (b->shown == SHOWN_PLAIN || b->shown == SHOWN_QUOTIENT);
  return (counts || a->shown == b->shown) && str_eq(a->unit, b->unit);
}

/* "received" of "received.2020": the figure that a column across years is of. */
static struct str figure_name(const struct column *column) {
  size_t dot = column->name.n;
  while (dot > 0 && column->name.p[dot - 1] != '.')
    dot--;
  return dot == 0 ? STR("") : str_sub(column->name, 0, dot - 1);
}

static void note_other(struct cube *cube, struct str what) {
  note(cube, SAY(cube->arena, cube->table->says, "not drawn, another unit: {1}", what));
}

static void take_columns(struct cube *cube, size_t main) {
  const struct table *table = cube->table;
  for (size_t c = main; c < table->ncolumns; c++) {
    const struct column *column = &table->columns[c];
    if (!is_figure(column) || column->is_beside)
      continue;
    if (!is_alike(column, &table->columns[main])) {
      note_other(cube, people_heading(cube->arena, column));
      continue;
    }
    cube->columns[cube->ncolumns] = c;
    cube->column_names[cube->ncolumns++] = people_heading(cube->arena, column);
  }
}

static int by_number(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

static void add_year(struct cube *cube, int year) {
  for (size_t y = 0; y < cube->nyears; y++)
    if (cube->years[y] == year)
      return;
  cube->years[cube->nyears++] = year;
}

/* Sorts the years; one without reports keeps its place among them, so that time runs evenly. Where
 * years are only compared none is put in. */
static void fill_gaps(struct cube *cube) {
  bool runs =
      !cube->table->is_comparison || cube->wanted == CHART_LINE || cube->wanted == CHART_SPARK;
  if (cube->nyears < 2)
    return;
  qsort(cube->years, cube->nyears, sizeof *cube->years, by_number);
  int first = cube->years[0], last = cube->years[cube->nyears - 1];
  if (!runs || cube->nyears == 2 || last - first >= YEARS_MAX)
    return;
  cube->nyears = (size_t)(last - first) + 1;
  cube->years = ARENA_ARRAY(cube->arena, int, cube->nyears);
  for (size_t y = 0; y < cube->nyears; y++)
    cube->years[y] = first + (int)y;
}

static size_t year_index(const struct cube *cube, int64_t year) {
  size_t y = 0;
  while (y < cube->nyears && cube->years[y] != year)
    y++;
  return y;
}

/* The figures among columns across years: each name once. */
static size_t figure_index(struct cube *cube, struct str *names, size_t *n, size_t column) {
  struct str name = figure_name(&cube->table->columns[column]);
  for (size_t i = 0; i < *n; i++)
    if (str_eq(names[i], name))
      return i;
  cube->column_names[*n] = people_escape(cube->arena, name);
  names[*n] = name;
  cube->columns[*n] = column;
  return (*n)++;
}

/* Where years stand across: takes the columns apart by year and by figure. */
static void take_year_columns(struct cube *cube) {
  const struct table *table = cube->table;
  size_t all = cube->ncolumns, n = 0;
  size_t *columns = ARENA_ARRAY(cube->arena, size_t, all);
  struct str *names = ARENA_ARRAY(cube->arena, struct str, all);
  cube->years = ARENA_ARRAY(cube->arena, int, all);
  for (size_t i = 0; i < all; i++) {
    columns[i] = cube->columns[i];
    if (table->columns[columns[i]].year != 0)
      add_year(cube, table->columns[columns[i]].year);
    else
      note(cube, SAY(cube->arena, table->says, "not drawn: the column {1}",
                     people_heading(cube->arena, &table->columns[columns[i]])));
  }
  fill_gaps(cube);
  cube->year_columns = ARENA_ARRAY(cube->arena, size_t, cube->nyears * all);
  for (size_t i = 0; i < all; i++) {
    const struct column *column = &table->columns[columns[i]];
    if (column->year == 0)
      continue;
    size_t f = figure_index(cube, names, &n, columns[i]);
    cube->year_columns[year_index(cube, column->year) * all + f] = columns[i] + 1;
  }
  for (size_t y = 0; y < cube->nyears; y++) /* closes the gaps, now that n is known */
    for (size_t f = 0; f < n; f++)
      cube->year_columns[y * n + f] = cube->year_columns[y * all + f];
  cube->ncolumns = n;
  cube->is_across = true;
}

static bool fill_columns(struct cube *cube) {
  const struct table *table = cube->table;
  size_t main = main_column(table);
  if (main == table->ncolumns) {
    diag_add(cube->diags, DIAG_CHART, cube->at, "there is no figure in this answer to draw");
    diag_hint(cube->diags, "plot what adds up or is counted, as in \"plot sum received by year\"");
    return false;
  }
  cube->columns = ARENA_ARRAY(cube->arena, size_t, table->ncolumns);
  cube->column_names = ARENA_ARRAY(cube->arena, struct str, table->ncolumns);
  take_columns(cube, main);
  cube->unit = table->columns[main].unit;
  bool any = false;
  for (size_t i = 0; i < cube->ncolumns; i++)
    any = any || table->columns[cube->columns[i]].year != 0;
  if (any && year_key(table) == table->ncolumns)
    take_year_columns(cube);
  return true;
}

/* --- Rows */

/* How many keys at the start two rows have in common. */
static size_t keys_shared(const struct table *table, const struct row *a, const struct row *b) {
  size_t n = 0;
  for (size_t c = 0; c < table->ncolumns && table->columns[c].role == COLUMN_KEY; c++, n++)
    if (value_compare(a->cells[c], b->cells[c]) != 0)
      break;
  return n;
}

/* In a comparison a row whose keys are empty behind the first is the whole of those below it. */
static bool is_whole(const struct table *table, const struct row *row) {
  size_t nkeys = 0, nempty = 0;
  for (size_t c = 0; c < table->ncolumns && table->columns[c].role == COLUMN_KEY; c++, nkeys++)
    nempty += row->cells[c].kind == VALUE_TEXT && row->cells[c].text.n == 0;
  return table->is_comparison && nkeys > 1 && nempty + 1 == nkeys;
}

/* The rows below a whole are its parts as long as they have its first key. */
static void take_whole(struct cube *cube, size_t r) {
  const struct table *table = cube->table;
  const struct row *rows = table->rows.at;
  cube->whole = &rows[r];
  cube->nshared = SIZE_MAX;
  for (size_t part = r + 1; part < table->rows.n && keys_shared(table, &rows[r], &rows[part]) > 0;
       part++) {
    size_t n = part > r + 1 ? keys_shared(table, &rows[r + 1], &rows[part]) : SIZE_MAX;
    cube->nshared = n < cube->nshared ? n : cube->nshared;
  }
}

/* What a row is called but for its year; the depth of the tree where it has but one name. A part of
 * a whole is called by what tells it from the other parts. */
static struct place name_of(const struct cube *cube, const struct row *row, size_t year) {
  const struct table *table = cube->table;
  struct sbuf b = {.arena = cube->arena};
  size_t n = 0, last = 0;
  bool is_part =
      cube->whole != NULL && row != cube->whole && keys_shared(table, cube->whole, row) > 0;
  for (size_t c = 0; c < table->ncolumns; c++)
    last = table->columns[c].role == COLUMN_KEY ? c : last;
  for (size_t c = 0; c < table->ncolumns; c++) {
    if (table->columns[c].role != COLUMN_KEY || c == year)
      continue;
    struct str text = people_cell(cube->arena, table, row, c);
    bool is_shared = is_part && c < cube->nshared && c < last;
    if (text.n > 0 && !is_shared)
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? " \xC2\xB7 " : "", STR_ARG(text));
    n++;
  }
  size_t depth = n == 1 && row->tree != year ? row->depth : 0;
  return (struct place){sbuf_str(&b), is_part ? 1 : depth};
}

/* The unit of a row, where it says one of its own. */
static struct str row_unit(const struct table *table, const struct row *row) {
  for (size_t c = 0; c < table->ncolumns; c++)
    if (table->columns[c].is_unit)
      return row->cells[c].text;
  return STR("");
}

static size_t group_named(struct cube *cube, struct place place) {
  size_t n = cube->groups.n, last = n > 0 ? n - 1 : 0;
  if (n > 0 && str_eq(cube->groups.at[last].label, place.label) && cube->has_groups)
    return last;
  for (size_t g = 0; g < n; g++)
    if (str_eq(cube->groups.at[g].label, place.label) && cube->groups.at[g].depth == place.depth)
      return g;
  ARENA_PUSH(cube->arena, &cube->groups, place);
  return n;
}

static void note_total(struct cube *cube, const struct row *row, size_t ntotals) {
  size_t c = cube->columns[0];
  struct str text = people_cell_in(cube->arena, &cube->style, cube->table, row, c);
  if (ntotals == 1 && cube->ncolumns == 1 && !cube->is_across)
    note(cube, SAY(cube->arena, cube->table->says, "total, not drawn: {1}", text));
  else
    note(cube, say(cube->table->says,
                   ntotals == 1 ? "the total is not drawn" : "the totals are not drawn"));
}

/* Is it a whole, beside which its parts would be small, or a row of no year among years? */
static bool is_left_out(const struct table *table, const struct row *row, size_t year) {
  bool has_keys = false;
  for (size_t c = 0; c < table->ncolumns; c++)
    has_keys = has_keys || table->columns[c].role == COLUMN_KEY;
  return has_keys && (row->mark == ROW_TOTAL ||
                      (year < table->ncolumns && row->cells[year].kind != VALUE_INTEGER));
}

/* The years of the rows, ascending. */
static void find_years(struct cube *cube, size_t year) {
  const struct table *table = cube->table;
  cube->years = ARENA_ARRAY(cube->arena, int, table->rows.n + 1);
  for (size_t r = 0; r < table->rows.n; r++)
    if (!is_left_out(table, &table->rows.at[r], year))
      add_year(cube, (int)table->rows.at[r].cells[year].integer);
  fill_gaps(cube);
}

/* Does the table stand in an order of its own, as by figures, or is more missing than there? */
static bool is_mixed(struct cube *cube, size_t nyears) {
  size_t *next = ARENA_ARRAY(cube->arena, size_t, cube->groups.n + 1);
  for (size_t i = 0; i < cube->order.n; i++) {
    const struct cube_place *place = &cube->order.at[i];
    if (place->year + 1 < next[place->group])
      return true;
    next[place->group] = place->year + 1;
  }
  return cube->has_groups && cube->order.n * 2 < cube->groups.n * nyears;
}

static void fill_order_across(struct cube *cube) {
  for (size_t g = 0; g < cube->groups.n; g++)
    for (size_t y = 0; y < cube->nyears; y++) {
      struct cube_place place = {g, y};
      ARENA_PUSH(cube->arena, &cube->order, place);
    }
}

static void fill_rows(struct cube *cube) {
  const struct table *table = cube->table;
  size_t year = year_key(table), ntotals = 0, last_total = 0;
  bool has_year = year < table->ncolumns;
  if (has_year)
    find_years(cube, year);
  size_t nyears = has_year ? cube->nyears : 1;
  for (size_t c = 0; c < table->ncolumns; c++)
    cube->has_groups = cube->has_groups || (table->columns[c].role == COLUMN_KEY && c != year);
  size_t room = table->rows.n < GROUPS_MAX ? table->rows.n : GROUPS_MAX;
  cube->rows = ARENA_ARRAY(cube->arena, size_t, (room + 1) * (nyears + 1));
  for (size_t r = 0; r < table->rows.n; r++) {
    const struct row *row = &table->rows.at[r];
    if (is_left_out(table, row, year)) {
      ntotals++;
      last_total = r;
      continue;
    }
    struct str unit = row_unit(table, row);
    if (cube->groups.n == 0 && unit.n > 0)
      cube->unit = unit;
    if (is_whole(table, row))
      take_whole(cube, r);
    size_t y = has_year ? year_index(cube, row->cells[year].integer) : 0;
    struct place name = name_of(cube, row, year);
    if (unit.n > 0 && !str_eq(unit, cube->unit)) {
      note_other(cube, name.label);
      continue;
    }
    size_t g = has_year ? group_named(cube, name) : cube->groups.n;
    if (!has_year)
      ARENA_PUSH(cube->arena, &cube->groups, name);
    cube->is_cut = cube->groups.n > GROUPS_MAX;
    if (cube->is_cut)
      break;
    cube->rows[g * nyears + y] = r + 1;
    struct cube_place place = {g, y};
    if (!cube->is_across)
      ARENA_PUSH(cube->arena, &cube->order, place);
  }
  if (cube->is_across)
    fill_order_across(cube);
  else if (!cube->is_cut)
    cube->is_mixed = is_mixed(cube, nyears);
  if (ntotals > 0)
    note_total(cube, &table->rows.at[last_total], ntotals);
}

bool cube_fill(struct cube *cube) {
  if (!fill_columns(cube))
    return false;
  fill_rows(cube);
  return true;
}

const struct row *cube_cell(const struct cube *cube, size_t group, size_t year, size_t column,
                            size_t *cell) {
  size_t nyears = cube->is_across || cube->nyears == 0 ? 1 : cube->nyears;
  size_t index = cube->rows[group * nyears + (cube->is_across ? 0 : year)];
  *cell = cube->columns[column];
  if (cube->is_across) {
    size_t at = cube->year_columns[year * cube->ncolumns + column];
    if (at == 0)
      return NULL;
    *cell = at - 1;
  }
  return index > 0 ? &cube->table->rows.at[index - 1] : NULL;
}
