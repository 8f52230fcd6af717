/* batch: loads are committed in batches of whole reports, one transaction each.
 *
 * Figures of a batch wait in memory and go into `fact` and `odd` sorted as those are clustered:
 * inserted report by report they would touch a page for every figure.
 */
#include "store/state.h"

#include <stdlib.h>
#include <time.h>

/* Sorting and committing cost little per report from some thousand on; what a kill can undo and
 * how long another process waits grow with the batch. */
#define BATCH_REPORTS 4000
#define BATCH_MS 1000
/* Longer than the sleep of a waiting process (backend_sqlite.c): the others get their turn. */
#define BATCH_GAP_MS 4

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

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

static bool flush_facts(struct store *store) {
  struct facts *facts = &store->load.facts;
  struct stmt *stmt = store_statement(store, SQL_FACT_ADD);
  if (stmt == NULL)
    return false;
  qsort(facts->at, facts->n, sizeof *facts->at, fact_order);
  for (size_t i = 0; i < facts->n; i++) {
    stmt_integer(stmt, 1, facts->at[i].cell);
    stmt_integer(stmt, 2, facts->at[i].year);
    stmt_integer(stmt, 3, facts->at[i].report);
    stmt_integer(stmt, 4, facts->at[i].value);
    if (!stmt_run(stmt))
      return false;
  }
  facts->n = 0;
  return true;
}

static bool flush_odds(struct store *store) {
  struct facts *odds = &store->load.odds;
  struct stmt *stmt = store_statement(store, SQL_ODD_ADD);
  if (stmt == NULL)
    return false;
  qsort(odds->at, odds->n, sizeof *odds->at, odd_order);
  for (size_t i = 0; i < odds->n; i++) {
    stmt_integer(stmt, 1, odds->at[i].cell);
    stmt_integer(stmt, 2, odds->at[i].report);
    stmt_integer(stmt, 3, odds->at[i].value);
    if (!stmt_run(stmt))
      return false;
  }
  odds->n = 0;
  return true;
}

bool batch_flush(struct store *store) {
  return (store->load.facts.n == 0 || flush_facts(store)) &&
         (store->load.odds.n == 0 || flush_odds(store));
}

/* What was remembered may be gone: another process wrote, or the batch was rolled back. */
static void forget(struct load *load) {
  ids_clear(&load->agencies);
  ids_clear(&load->layouts);
}

static void batch_undo(struct store *store) {
  struct load *load = &store->load;
  load->facts.n = load->odds.n = 0;
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
  return true;
}

bool batch_begin(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  if (load->in_batch)
    return true;
  if (!store_begin(store))
    return batch_fail(store, diags);
  load->in_batch = true;
  load->batch_started = now_ms();
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

bool store_load_begin(struct store *store, struct diags *diags) {
  if (!store_is_writable(store, "load reports into", diags))
    return false;
  struct load *load = &store->load;
  arena_free(&load->arena);
  arena_free(&load->scratch);
  *load = (struct load){.is_on = true, .is_first_batch = true};
  return true;
}

bool store_load_end(struct store *store, bool keep, struct diags *diags) {
  struct load *load = &store->load;
  if (!load->is_on)
    return true;
  bool is_done = !load->has_failed;
  if (is_done && keep && load->in_batch && !versions_forget_old(store))
    is_done = batch_fail(store, diags);
  if (is_done && keep)
    is_done = batch_commit(store, diags);
  else
    batch_undo(store);
  load->is_on = false;
  arena_free(&load->arena);
  arena_free(&load->scratch);
  *load = (struct load){0};
  return is_done;
}

bool batch_end(struct store *store, struct diags *diags) {
  struct load *load = &store->load;
  if (load->next_report - load->batch_reports < BATCH_REPORTS &&
      now_ms() - load->batch_started < BATCH_MS)
    return true;
  if (!batch_commit(store, diags))
    return false;
  struct timespec gap = {0, BATCH_GAP_MS * 1000000L};
  if (store->path != NULL)
    nanosleep(&gap, NULL);
  return true;
}

void store_note_file(struct store *store, struct str path, const char *outcome, struct str note,
                     struct diags *diags) {
  struct load *load = &store->load;
  if (!load->is_on || load->has_failed || !batch_begin(store, diags))
    return;
  struct stmt *stmt = store_statement(store, SQL_FILE_ADD);
  if (stmt != NULL) {
    stmt_text(stmt, 1, path);
    stmt_text(stmt, 2, str_from_z(outcome));
    stmt_text(stmt, 3, note);
  }
  if (stmt == NULL || !stmt_run(stmt))
    batch_fail(store, diags);
}
