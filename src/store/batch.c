/* batch: loads are committed in batches of whole reports, one transaction each.
 *
 * Figures of a batch wait in memory and go into `fact` and `odd` sorted as those are clustered:
 * inserted report by report they would touch a page for every figure.
 */
#include "store/state.h"

#include "base/clock.h"

#include <stdlib.h>

/* Sorting and committing cost little per report from some thousand on; what a kill can undo and
 * how long another process waits grow with the batch. */
#define BATCH_REPORTS 5000
#define BATCH_MS 1000
/* Longer than the sleep of a waiting process (backend_sqlite.c): the others get their turn. */
#define BATCH_GAP_MS 4

static int fact_order(const void *a, const void *b) {
  const struct fact *x = a, *y = b;
  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;
  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static int odd_order(const void *a, const void *b) {
  const struct fact *x = a, *y = b;
  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static struct value fact_column(const void *rows, size_t row, int column) {
  const struct fact *fact = (const struct fact *)rows + row;
  int64_t parts[] = {fact->cell, fact->year, fact->report, fact->value};
  return column < 4 ? value_integer(parts[column]) : value_missing();
}

static struct value odd_column(const void *rows, size_t row, int column) {
  const struct fact *odd = (const struct fact *)rows + row;
  int64_t parts[] = {odd->cell, odd->report, odd->value};
  return column < 3 ? value_integer(parts[column]) : value_missing();
}

static struct value reading_column(const void *rows, size_t row, int column) {
  const struct reading *reading = (const struct reading *)rows + row;
  switch (column) {
  case 0:
    return value_integer(reading->report);
  case 1:
    return value_integer(reading->cell);
  case 2:
    return value_integer(reading->state);
  case 3:
    return reading->has_value ? value_integer(reading->value) : value_missing();
  default:
    return reading->printed.p != NULL ? value_text(reading->printed) : value_missing();
  }
}

static bool flush(struct store *store, enum schema_sql which, struct feed feed) {
  if (feed.nrows == 0)
    return true;
  struct stmt *stmt = store_statement(store, which);
  return stmt != NULL && stmt_run_feed(store->write, stmt, &feed);
}

static void forget_waiting(struct load *load) {
  load->facts.n = load->odds.n = load->readings.n = 0;
  arena_reset(&load->printed);
}

bool batch_flush(struct store *store) {
  struct load *load = &store->load;
  struct facts *facts = &load->facts, *odds = &load->odds;
  if (facts->n > 0)
    qsort(facts->at, facts->n, sizeof *facts->at, fact_order);
  if (odds->n > 0)
    qsort(odds->at, odds->n, sizeof *odds->at, odd_order);
  if (!flush(store, SQL_READING_ADD,
             (struct feed){load->readings.n, load->readings.at, reading_column}) ||
      !flush(store, SQL_FACT_ADD, (struct feed){facts->n, facts->at, fact_column}) ||
      !flush(store, SQL_ROLL_ADD, (struct feed){facts->n, facts->at, fact_column}) ||
      !flush(store, SQL_ODD_ADD, (struct feed){odds->n, odds->at, odd_column}))
    return false;
  forget_waiting(load);
  return true;
}

/* What was remembered may be gone: another process wrote, or the batch was rolled back. */
static void forget(struct load *load) {
  ids_clear(&load->agencies);
  ids_clear(&load->layouts);
}

static void batch_undo(struct store *store) {
  struct load *load = &store->load;
  forget_waiting(load);
  if (load->in_batch)
    store_rollback(store);
  load->in_batch = false;
  forget(load);
}

bool batch_fail(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  int64_t lost = load->in_batch ? load->next_report - load->batch_reports : 0;
  store_fault(store, "store reports", diags);
  if (lost > 0)
    diag_hint(diags, "the last %lld reports were not kept either; load them again",
              (long long)lost);
  batch_undo(store);
  load->has_failed = true;
  return false;
}

static bool batch_scalars(struct store *store) {
  struct load *load = &store->load;
  int64_t version = 0, last = 0;
  struct stmt *stmt = store_statement(store, SQL_DATA_VERSION);
  if (stmt == NULL || !store_scalar(stmt, &version))
    return false;
  stmt = store_statement(store, SQL_LAST_REPORT);
  if (stmt == NULL || !store_scalar(stmt, &last))
    return false;
  if (version != load->data_version)
    forget(load);
  load->data_version = version;
  load->next_report = load->batch_reports = last + 1;
  if (load->is_first_batch)
    load->old_reports = last;
  stmt = store_statement(store, SQL_LAST_TOTAL);
  if (load->is_first_batch && (stmt == NULL || !store_scalar(stmt, &load->old_totals)))
    return false;
  /* The reports to come may take ids that the index of words knows from others. */
  stmt = store_statement(store, SQL_SEARCH_LESS);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, last * SCHEMA_SECTIONS + SCHEMA_SECTIONS - 1);
  return stmt_run(stmt);
}

bool batch_begin(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  if (load->in_batch)
    return true;
  if (!store_begin(store))
    return batch_fail(store, diags);
  load->in_batch = true;
  load->batch_started = clock_ms();
  if (!batch_scalars(store))
    return batch_fail(store, diags);
  if (load->is_first_batch) {
    struct stmt *stmt = store_statement(store, SQL_FILES_CLEAR);
    if (stmt == NULL || !stmt_run(stmt))
      return batch_fail(store, diags);
  }
  load->is_first_batch = false;
  return true;
}

static bool batch_commit(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  if (!load->in_batch)
    return true;
  if (!batch_flush(store) || !store_commit(store))
    return batch_fail(store, diags);
  load->in_batch = false;
  return true;
}

static void load_free(struct store *store) {
  struct load *load = &store->load;
  arena_free(&load->arena);
  arena_free(&load->printed);
  arena_free(&load->scratch);
  *load = (struct load){0};
}

/* The slots of an edition in the order of their cells: the order in which readings are kept. */
static size_t *slots_by_cell(struct arena *arena, const struct edition *edition) {
  size_t *slots = ARENA_ARRAY(arena, size_t, edition->ncells + 1);
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    size_t at = slot;
    for (; at > 0 && edition->cells[slots[at - 1]].cell > edition->cells[slot].cell; at--)
      slots[at] = slots[at - 1];
    slots[at] = slot;
  }
  return slots;
}

bool store_load_begin(struct store *store, struct diags *diags) {
  if (!store_is_writable(store, "load reports into", diags))
    return false;
  load_free(store);
  struct load *load = &store->load;
  load->is_on = load->is_first_batch = true;
  load->slots = ARENA_ARRAY(&load->arena, size_t *, store->vocab->neditions + 1);
  for (size_t e = 0; e < store->vocab->neditions; e++)
    load->slots[e] = slots_by_cell(&load->arena, &store->vocab->editions[e]);
  return true;
}

bool store_load_end(struct store *store, bool keep, struct diags *diags) {
  struct load *load = &store->load;
  if (!load->is_on)
    return true;
  bool is_done = !load->has_failed;
  if (is_done && keep && load->is_first_batch) /* the list of the load before goes in any case */
    is_done = batch_begin(store, diags);
  if (is_done && keep && load->in_batch && !versions_forget_old(store))
    is_done = batch_fail(store, diags);
  if (is_done && keep && !load->in_batch) /* of some batch before, agencies may be new */
    is_done = batch_begin(store, diags);
  if (is_done && keep && !settle_agencies(store))
    is_done = batch_fail(store, diags);
  if (is_done && keep)
    is_done = batch_commit(store, diags);
  else
    batch_undo(store);
  load_free(store);
  return is_done;
}

bool batch_end(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  if (!load->in_batch)
    return true;
  if (load->next_report - load->batch_reports < BATCH_REPORTS &&
      clock_ms() - load->batch_started < BATCH_MS)
    return true;
  if (!batch_commit(store, diags))
    return false;
  if (store->path != NULL)
    clock_wait_ms(BATCH_GAP_MS);
  return true;
}

bool store_load_pause(struct store *store, struct diags *diags) {
  return !store->load.is_on || store->load.has_failed || batch_end(store, diags);
}

void store_note_file(struct store *store, const struct load_entry *entry, struct diags *diags) {
  struct load *load = &store->load;
  if (!load->is_on || load->has_failed || !batch_begin(store, diags))
    return;
  struct stmt *stmt = store_statement(store, SQL_FILE_ADD);
  if (stmt != NULL) {
    stmt_text(stmt, 1, entry->path);
    store_text_or_null(stmt, 2, entry->member);
    stmt_text(stmt, 3, str_from_z(entry->verdict));
    if (entry->has_report)
      stmt_integer(stmt, 4, load->last_report);
    else
      stmt_null(stmt, 4);
    stmt_integer(stmt, 5, (int64_t)entry->doubts);
    store_text_or_null(stmt, 6, entry->reason);
    stmt_integer(stmt, 7, entry->place.table);
    stmt_integer(stmt, 8, entry->place.row);
    stmt_integer(stmt, 9, entry->place.cell);
  }
  if (stmt == NULL || !stmt_run(stmt))
    batch_fail(store, diags);
}
