/* totals: rows that print totals over all agencies. They are no reports: nothing counts them, and
 * no agency is made for them. `stated` asks for their cells.
 */
#include "store/state.h"

static bool drop_one(struct store *store, int64_t form, int64_t year, struct str path) {
  static const enum schema_sql both[] = {SQL_TOTAL_CELLS_DROP, SQL_TOTAL_DROP};
  for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
    struct stmt *stmt = store_statement(store, both[i]);
    if (stmt == NULL)
      return false;
    stmt_integer(stmt, 1, form);
    stmt_integer(stmt, 2, year);
    stmt_text(stmt, 3, path);
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

static bool put_row(struct store *store, const struct report *report, int form, int64_t id) {
  int64_t unread = 0, absent = 0, blank = 0;
  struct stmt *stmt = store_statement(store, SQL_TOTAL_ADD);
  if (stmt == NULL)
    return false;
  for (size_t slot = 0; slot < report->ncells; slot++) {
    unread += report->cells[slot].state == CELL_UNREAD;
    absent += report->cells[slot].state == CELL_ABSENT;
    blank += report->cells[slot].state == CELL_BLANK;
  }
  stmt_integer(stmt, 1, id);
  stmt_integer(stmt, 2, form);
  stmt_integer(stmt, 3, report->edition);
  stmt_integer(stmt, 4, report->year);
  stmt_integer(stmt, 5, unread);
  stmt_integer(stmt, 6, absent);
  stmt_integer(stmt, 7, blank);
  stmt_text(stmt, 8, report->agency);
  stmt_text(stmt, 9, report->path);
  return stmt_run(stmt);
}

static bool put_cells(struct store *store, const struct report *report, int64_t id) {
  const struct edition *edition = &store->vocab->editions[report->edition];
  struct stmt *stmt = store_statement(store, SQL_TOTAL_CELL_ADD);
  if (stmt == NULL)
    return false;
  for (size_t slot = 0; slot < report->ncells; slot++) {
    const struct report_cell *cell = &report->cells[slot];
    if (cell->state == CELL_ABSENT)
      continue;
    stmt_integer(stmt, 1, id);
    stmt_integer(stmt, 2, edition->cells[slot].cell);
    stmt_integer(stmt, 3, cell->state);
    if (cell->state == CELL_NUMBER || cell->state == CELL_INFERRED)
      stmt_integer(stmt, 4, cell->value);
    else
      stmt_null(stmt, 4);
    stmt_text(stmt, 5, cell->printed);
    stmt_integer(stmt, 6, cell->place.table);
    stmt_integer(stmt, 7, cell->place.row);
    stmt_integer(stmt, 8, cell->place.cell);
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

/* Lets the best one count. */
static bool settle(struct store *store, int64_t form, int64_t year) {
  struct stmt *stmt = store_statement(store, SQL_TOTAL_SETTLE);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, form);
  stmt_integer(stmt, 2, year);
  return stmt_run(stmt);
}

bool totals_put(struct store *store, const struct report *report) {
  int form = store->vocab->editions[report->edition].form;
  int64_t last;
  struct stmt *stmt = store_statement(store, SQL_LAST_TOTAL);
  if (stmt == NULL || !store_scalar(stmt, &last) ||
      !drop_one(store, form, report->year, report->path) ||
      !put_row(store, report, form, last + 1) || !put_cells(store, report, last + 1))
    return false;
  return settle(store, form, report->year);
}

struct old_total {
  int64_t form, year;
};

bool totals_forget_old(struct store *store) {
  struct load *load = &store->load;
  struct {
    struct old_total *at;
    size_t n, cap;
  } olds = {0};
  struct stmt *stmt = load->old_totals > 0 ? store_statement(store, SQL_TOTALS_OLD) : NULL;
  if (stmt == NULL)
    return load->old_totals == 0;
  stmt_text(stmt, 1, load->path);
  stmt_integer(stmt, 2, load->old_totals);
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    struct old_total old = {stmt_get_integer(stmt, 0), stmt_get_integer(stmt, 1)};
    ARENA_PUSH(&load->scratch, &olds, old);
  }
  stmt_reset(stmt);
  bool is_done = step == 0;
  for (size_t i = 0; i < olds.n && is_done; i++)
    is_done = drop_one(store, olds.at[i].form, olds.at[i].year, load->path) &&
              settle(store, olds.at[i].form, olds.at[i].year);
  return is_done;
}
