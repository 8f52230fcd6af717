/* put: stores one report: its head, its cells that are not a plain 0, their places, its sections
 * and remarks; finds or makes its agency and lets the right version count.
 */
#include "store/state.h"

#include "base/utf8.h"

/* How a report's cells stand; see the columns of `report`. */
struct tally {
  int64_t tables, blank, unread, inferred, absent, doubts;
};

/* A cell without its row in a table that is there was not read; it must not become a 0. */
static enum cell_state state_of(const struct report_cell *cell, bool has_table) {
  return cell->state == CELL_ABSENT && has_table ? CELL_UNREAD : cell->state;
}

static struct tally tally_report(const struct report *report, const struct edition *edition) {
  struct tally tally = {0};
  for (size_t slot = 0; slot < report->ncells; slot++)
    if (report->cells[slot].state != CELL_ABSENT)
      tally.tables |= (int64_t)1 << edition->cells[slot].table;
  for (size_t slot = 0; slot < report->ncells; slot++) {
    bool has_table = tally.tables >> edition->cells[slot].table & 1;
    enum cell_state state = state_of(&report->cells[slot], has_table);
    tally.blank += state == CELL_BLANK;
    tally.unread += state == CELL_UNREAD;
    tally.inferred += state == CELL_INFERRED;
    tally.absent += state == CELL_ABSENT;
  }
  for (size_t i = 0; i < report->remarks.n; i++)
    tally.doubts += report->remarks.at[i].severity >= SEV_WARNING;
  return tally;
}

/* Does `printed` say no more than the number? */
static bool is_plain(struct str printed, int64_t value) {
  if (printed.n == 0)
    return true;
  if (printed.n == 1)
    return value >= 0 && value <= 9 && printed.p[0] == (char)('0' + value);
  char digits[24];
  size_t at = sizeof digits;
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do
    digits[--at] = (char)('0' + size % 10);
  while ((size /= 10) > 0);
  if (value < 0)
    digits[--at] = '-';
  return str_eq(printed, (struct str){digits + at, sizeof digits - at});
}

static bool is_number(enum cell_state state) {
  return state == CELL_NUMBER || state == CELL_INFERRED;
}

/* Notes a cell that is not a plain 0; where the report counts, its figure or its doubt too. */
static void put_cell(struct load *load, const struct report *report, const struct reading *reading,
                     bool counts) {
  struct fact fact = {reading->cell, report->year, reading->report, reading->value};
  ARENA_PUSH(&load->arena, &load->readings, *reading);
  if (counts && reading->has_value && reading->value != 0)
    ARENA_PUSH(&load->arena, &load->facts, fact);
  fact.value = reading->state;
  if (counts && reading->state != CELL_NUMBER)
    ARENA_PUSH(&load->arena, &load->odds, fact);
}

static void put_cells(struct store *store, const struct report *report, int64_t id, int64_t tables,
                      bool counts) {
  const struct edition *edition = &store->vocab->editions[report->edition];
  const size_t *slots = store->load.slots[report->edition];
  struct load *load = &store->load;
  for (size_t i = 0; i < report->ncells; i++) {
    const struct report_cell *cell = &report->cells[slots[i]];
    const struct form_cell *as = &edition->cells[slots[i]];
    enum cell_state state = state_of(cell, tables >> as->table & 1);
    if (state == CELL_ABSENT)
      continue;
    int decimals = store->vocab->units[store->vocab->measures[as->measure].unit].decimals;
    bool plain = state == CELL_NUMBER && (decimals == 0 || cell->value == 0) &&
                 is_plain(cell->printed, cell->value);
    if (plain && cell->value == 0)
      continue;
    struct reading reading = {.cell = as->cell, .state = (uint8_t)state, .report = id};
    reading.has_value = is_number(state);
    reading.value = reading.has_value ? cell->value : 0;
    if (!plain) /* of a cell that is not there nothing is printed, whatever the caller left */
      reading.printed = cell->printed.n > 0 && cell->state != CELL_ABSENT
                            ? str_copy(&load->printed, cell->printed)
                            : STR("");
    put_cell(load, report, &reading, counts);
  }
}

static void text_or_null(struct stmt *stmt, int at, struct str text) {
  if (text.n > 0)
    stmt_text(stmt, at, text);
  else
    stmt_null(stmt, at);
}

static bool put_sections(struct store *store, const struct report *report, int64_t id) {
  struct stmt *stmt = store_statement(store, SQL_SECTION_ADD);
  if (stmt == NULL)
    return false;
  for (size_t i = 0; i < report->nsections && i + 1 < SCHEMA_SECTIONS; i++) {
    if (report->sections[i].n == 0)
      continue;
    stmt_integer(stmt, 1, id * SCHEMA_SECTIONS + (int64_t)i + 1);
    stmt_integer(stmt, 2, id);
    stmt_integer(stmt, 3, (int64_t)i + 1);
    stmt_text(stmt, 4, report->sections[i]);
    text_or_null(stmt, 5, report->section_lines != NULL ? report->section_lines[i] : STR(""));
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

static bool put_remarks(struct store *store, const struct report *report, int64_t id) {
  if (report->remarks.n == 0)
    return true;
  struct stmt *stmt = store_statement(store, SQL_REMARK_ADD);
  if (stmt == NULL)
    return false;
  for (size_t i = 0; i < report->remarks.n; i++) {
    const struct remark *remark = &report->remarks.at[i];
    stmt_integer(stmt, 1, id);
    stmt_integer(stmt, 2, (int64_t)i + 1);
    stmt_integer(stmt, 3, remark->severity);
    stmt_text(stmt, 4, remark->text);
    stmt_integer(stmt, 5, remark->place.table);
    stmt_integer(stmt, 6, remark->place.row);
    stmt_integer(stmt, 7, remark->place.cell);
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

/* The table and row of each heading, by section, 0 where there is none: see schema.c. */
static struct str heading_places(struct arena *arena, const struct report *report) {
  struct sbuf b = {.arena = arena};
  int last = 0;
  for (size_t i = 0; i < report->headings.n; i++)
    if (report->headings.at[i].section > last)
      last = report->headings.at[i].section;
  for (int section = 1; section <= last; section++) {
    struct place place = {0};
    for (size_t i = 0; i < report->headings.n; i++)
      if (report->headings.at[i].section == section)
        place = report->headings.at[i].place;
    sbuf_addf(&b, "%s%u,%u", section > 1 ? "," : "[", place.table, place.row);
  }
  if (last > 0)
    sbuf_add_char(&b, ']');
  return sbuf_str(&b);
}

static bool put_head(struct store *store, const struct report *report, int64_t id, int64_t agency,
                     const struct tally *tally, bool counts) {
  int64_t layout;
  struct str bases;
  if (!layout_put(store, report, &layout, &bases))
    return false;
  struct stmt *stmt = store_statement(store, SQL_REPORT_ADD);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, id);
  stmt_integer(stmt, 2, agency);
  stmt_integer(stmt, 3, report->year);
  stmt_integer(stmt, 4, report->edition);
  stmt_integer(stmt, 5, store->vocab->editions[report->edition].form);
  stmt_integer(stmt, 6, counts);
  stmt_integer(stmt, 7, tally->tables);
  stmt_integer(stmt, 8, tally->blank);
  stmt_integer(stmt, 9, tally->unread);
  stmt_integer(stmt, 10, tally->inferred);
  stmt_integer(stmt, 11, tally->absent);
  stmt_integer(stmt, 12, tally->doubts);
  stmt_text(stmt, 13, report->path);
  store_text_or_null(stmt, 14, report->title);
  store_text_or_null(stmt, 15, report->signed_on);
  if (layout != 0)
    stmt_integer(stmt, 16, layout);
  else
    stmt_null(stmt, 16);
  store_text_or_null(stmt, 17, bases);
  store_text_or_null(stmt, 18, report->sender);
  stmt_integer(stmt, 19, report->is_said);
  if (report->is_parted)
    stmt_integer(stmt, 20, (int64_t)report_headings(report));
  else
    stmt_null(stmt, 20);
  stmt_integer(stmt, 21, (int64_t)report_astray(report));
  store_text_or_null(stmt, 22, heading_places(&store->load.scratch, report));
  return stmt_run(stmt);
}

static int64_t agency_add(struct store *store, struct str name, struct str folded) {
  struct stmt *stmt = store_statement(store, SQL_AGENCY_ADD);
  if (stmt == NULL)
    return 0;
  stmt_text(stmt, 1, name);
  stmt_text(stmt, 2, folded);
  return stmt_run(stmt) ? db_last_id(store->write) : 0;
}

int64_t put_agency(struct store *store, struct str name) {
  static const enum schema_sql ways[] = {SQL_AGENCY_OF_ALIAS, SQL_AGENCY_OF_NAME};
  struct load *load = &store->load;
  uint64_t hash = str_hash(name);
  int64_t id = ids_find(&load->agencies, hash, name);
  if (id != 0)
    return id;
  struct arena_mark mark = arena_mark(&load->scratch);
  struct str folded = utf8_fold(&load->scratch, name);
  for (size_t i = 0; i < sizeof ways / sizeof *ways && id == 0; i++) {
    struct stmt *stmt = store_statement(store, ways[i]);
    if (stmt == NULL)
      return 0;
    stmt_text(stmt, 1, folded);
    if (!store_scalar(stmt, &id))
      return 0;
  }
  if (id == 0)
    id = agency_add(store, name, folded);
  if (id != 0)
    ids_add(&load->arena, &load->agencies, hash, name, id);
  arena_rewind(&load->scratch, mark);
  return id;
}

/* Takes out the report that this path gave before and says whether others remain: `rest`. */
static bool clear_way(struct store *store, const struct report *report, int64_t agency,
                      bool *replaced, bool *rest) {
  struct stmt *stmt = store_statement(store, SQL_VERSIONS);
  *replaced = *rest = false;
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, agency);
  stmt_integer(stmt, 2, report->year);
  stmt_integer(stmt, 3, store->vocab->editions[report->edition].form);
  int64_t same = 0;
  bool same_counts = false;
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    if (same == 0 && str_eq(stmt_get_text(stmt, 2), report->path)) {
      same = stmt_get_integer(stmt, 0);
      same_counts = stmt_get_integer(stmt, 1) != 0;
    } else {
      *rest = true;
    }
  }
  stmt_reset(stmt);
  if (step < 0)
    return false;
  *replaced = same != 0;
  return same == 0 || versions_remove(store, same, same_counts);
}

/* Where an agency's name leaves its place open, its reports tell: there is a new one. */
static bool unsettle(struct store *store, int64_t agency) {
  struct stmt *stmt = store_statement(store, SQL_UNSETTLE);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, agency);
  return stmt_run(stmt);
}

static bool put_report(struct store *store, const struct report *report,
                       enum put_outcome *outcome) {
  struct load *load = &store->load;
  const struct edition *edition = &store->vocab->editions[report->edition];
  if (!str_eq(load->path, report->path)) {
    if (!versions_forget_old(store))
      return false;
    load->path = load->old_reports > 0 ? str_copy(&load->arena, report->path) : STR("");
  }
  int64_t agency = put_agency(store, str_trim(report->agency));
  bool replaced, rest;
  if (agency == 0 || !clear_way(store, report, agency, &replaced, &rest))
    return false;
  struct tally tally = tally_report(report, edition);
  int64_t id = load->next_report++;
  /* Among several the choice is made over what is in the database. */
  if (!put_head(store, report, id, agency, &tally, !rest) || !put_sections(store, report, id) ||
      !put_remarks(store, report, id))
    return false;
  put_cells(store, report, id, tally.tables, !rest);
  if (!unsettle(store, agency))
    return false;
  *outcome = replaced ? PUT_REPLACED : rest ? PUT_VERSION : PUT_NEW;
  load->last_report = id;
  load->last_agency = agency;
  load->last_year = report->year;
  load->last_form = edition->form;
  return !rest || versions_settle(store, agency, report->year, edition->form);
}

/* What the database cannot check for itself: a caller's mistakes. */
static bool is_sound(const struct store *store, const struct report *report, struct diags *diags) {
  struct span nowhere = {0};
  if (report->edition < 0 || (size_t)report->edition >= store->vocab->neditions)
    return diag_add(diags, DIAG_STORE, nowhere, "report of an unknown edition");
  if (report->ncells != store->vocab->editions[report->edition].ncells)
    return diag_add(diags, DIAG_STORE, nowhere,
                    "report with %zu cells where its edition prints %zu", report->ncells,
                    store->vocab->editions[report->edition].ncells);
  if (str_trim(report->agency).n == 0 || report->year == 0)
    return diag_add(diags, DIAG_STORE, nowhere, "report without its agency or year");
  return true;
}

enum put_outcome store_put(struct store *store, const struct report *report, struct diags *diags) {
  struct load *load = &store->load;
  enum put_outcome outcome = PUT_FAILED;
  if (!load->is_on || load->has_failed) {
    diag_add(diags, DIAG_STORE, (struct span){0},
             load->is_on ? "nothing more is stored after the error above"
                         : "report outside a load");
    return PUT_FAILED;
  }
  if (!is_sound(store, report, diags) || !batch_end(store, diags) || !batch_begin(store, diags))
    return PUT_FAILED;
  struct arena_mark mark = arena_mark(&load->scratch);
  bool is_put = report->is_total ? totals_put(store, report) : put_report(store, report, &outcome);
  if (report->is_total)
    outcome = PUT_TOTAL;
  arena_rewind(&load->scratch, mark);
  if (!is_put) {
    batch_fail(store, diags);
    return PUT_FAILED;
  }
  return outcome;
}
