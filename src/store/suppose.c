/* suppose: cells that hold other numbers for the length of one question (see store.h). The panel
 * itself answers: it is changed in a transaction that is always rolled back, and whose pages stay
 * in memory, so that a panel of any size is asked as fast as ever and its file is not written. One
 * that may not be written is copied into memory first. While it lasts all questions go to that
 * handle, and results of checks are kept in it.
 */
#include "store/state.h"

static const struct span nowhere = {0, 0};

/* Of report ?1 cell ?2 becomes ?3, printed ?4: out of every table in which the figure stands, and
 * in again. */
static const char *const steps[] = {
    "INSERT INTO roll SELECT d.cell, r.year, -(d.value >> 32), -(d.value & 4294967295)"
    " FROM report r JOIN reading d ON d.report = r.id WHERE r.id = ?1 AND d.cell = ?2 AND"
    " d.value <> 0 ON CONFLICT DO UPDATE SET hi = hi + excluded.hi, lo = lo + excluded.lo",
    "DELETE FROM fact WHERE cell = ?2 AND report = ?1 AND"
    " year = (SELECT year FROM report WHERE id = ?1)",
    "DELETE FROM odd WHERE cell = ?2 AND report = ?1",
    "UPDATE report SET"
    " blank = blank - (SELECT count(*) FROM reading WHERE report = ?1 AND cell = ?2 AND state = 1),"
    " unread = unread -"
    " (SELECT count(*) FROM reading WHERE report = ?1 AND cell = ?2 AND state = 3),"
    " inferred = inferred -"
    " (SELECT count(*) FROM reading WHERE report = ?1 AND cell = ?2 AND state = 4)"
    " WHERE id = ?1",
    "DELETE FROM reading WHERE report = ?1 AND cell = ?2",
    "INSERT INTO reading SELECT ?1, ?2, 0, ?3, ?4 WHERE ?3 <> 0",
    "INSERT OR IGNORE INTO check_stale SELECT agency FROM report WHERE id = ?1",
    "INSERT INTO fact SELECT ?2, year, id, ?3 FROM report WHERE id = ?1 AND ?3 <> 0",
    "INSERT INTO roll SELECT ?2, year, (?3 >> 32), (?3 & 4294967295) FROM report WHERE id = ?1"
    " ON CONFLICT DO UPDATE SET hi = hi + excluded.hi, lo = lo + excluded.lo"};

static bool fault(struct store *store, struct diags *diags) {
  struct db *db = store->read;
  return diag_add(diags, DIAG_STORE, nowhere, "the panel cannot be asked \"what if\": %s",
                  db_fault(db) == DB_BUSY ? "another program is writing it" : db_message(db));
}

bool store_suppose_begin(struct store *store, struct diags *diags) {
  store_view_pause(store);
  store->asked = store->read;
  store->is_copied = store->write == NULL;
  if (!store->is_copied) {
    store->read = store->write;
    /* No page leaves memory before it is rolled back. */
    if (db_exec(store->write, "PRAGMA cache_spill = 0") && store_begin(store))
      return true;
  } else {
    store->read = db_open(store->arena, "", DB_MEMORY);
    store->write = store->read;
    if (db_fault(store->read) == DB_FINE && db_copy(store->read, store->asked) &&
        db_exec(store->read, "BEGIN"))
      return true;
  }
  fault(store, diags);
  store_suppose_end(store);
  return false;
}

bool store_suppose(struct store *store, int64_t report, int cell, int64_t value, struct str printed,
                   struct diags *diags) {
  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
    struct stmt *stmt = db_prepare(store->read, str_from_z(steps[i]), NULL);
    if (stmt == NULL)
      return fault(store, diags);
    stmt_integer(stmt, 1, report);
    if (stmt_parameters(stmt) > 1)
      stmt_integer(stmt, 2, cell);
    if (stmt_parameters(stmt) > 2)
      stmt_integer(stmt, 3, value);
    if (stmt_parameters(stmt) > 3)
      stmt_text(stmt, 4, printed);
    bool is_done = stmt_run(stmt);
    stmt_finish(stmt);
    if (!is_done)
      return fault(store, diags);
  }
  return true;
}

void store_suppose_end(struct store *store) {
  struct db *changed = store->read;
  store->read = store->asked;
  store->asked = NULL;
  if (!store->is_copied) {
    store_rollback(store);
    db_exec(store->write, "PRAGMA cache_spill = 1");
    return;
  }
  for (int i = 0; i < SQL_COUNT; i++) {
    stmt_finish(store->statements[i]);
    store->statements[i] = NULL;
  }
  db_close(changed);
  store->write = NULL;
}
