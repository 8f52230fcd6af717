/* results: what checks found, kept with the panel (see store.h). Of a panel that cannot be written
 * they are changed in a temporary copy, which hides the tables of the file: every question finds
 * it.
 */
#include "store/state.h"

static const struct span nowhere = {0, 0};

/* Outside a change, which the writing connection alone sees, the reading one is asked: within a
 * view it has its lock already. */
static bool is_written(const struct store *store) {
  return store->write != NULL && (store->is_changing_results || store->asked != NULL);
}

static struct db *results_db(struct store *store) {
  return is_written(store) ? store->write : store->read;
}

static bool fault(struct store *store, struct diags *diags) {
  const struct db *db = results_db(store);
  if (db_fault(db) == DB_INTERRUPTED)
    return diag_add(diags, DIAG_INTERRUPTED, nowhere, "interrupted");
  return diag_add(diags, DIAG_STORE, nowhere, "cannot keep results of checks in the panel: %s",
                  db_message(db));
}

static struct stmt *results_statement(struct store *store, enum schema_sql which) {
  if (is_written(store))
    return store_statement(store, which);
  struct stmt **stmt = &store->result_statements[which];
  store_view_open(store);
  if (*stmt == NULL)
    *stmt = db_prepare(store->read, schema_statement(which), NULL);
  return *stmt;
}

/* The list, from its first row; -1 on error. */
static int begin_list(struct store *store, struct stmt **list) {
  *list = results_statement(store, SQL_RULES_KNOWN);
  return *list != NULL ? stmt_step(*list) : -1;
}

bool store_rules_known(struct arena *arena, struct store *store, struct known_rules *rules,
                       int64_t *stale, struct diags *diags) {
  struct stmt *stmt;
  int step = begin_list(store, &stmt);
  if (step < 0 && store_recovered(store)) {
    stmt_reset(stmt);
    step = begin_list(store, &stmt);
  }
  for (; step == 1; step = stmt_step(stmt)) {
    struct known_rule rule = {.number = stmt_get_integer(stmt, 0),
                              .key = str_copy(arena, stmt_get_text(stmt, 1)),
                              .hash = (uint64_t)stmt_get_integer(stmt, 2),
                              .seconds = value_as_real(stmt_get(stmt, 3))};
    ARENA_PUSH(arena, rules, rule);
  }
  stmt_reset(stmt);
  stmt = step == 0 ? results_statement(store, SQL_STALE) : NULL;
  return (stmt != NULL && store_scalar(stmt, stale)) || fault(store, diags);
}

/* Nothing but a change makes the copy: until then the results of the file are those that count. */
static bool begin_copy(struct store *store) {
  if (!db_exec(store->read, "BEGIN"))
    return false;
  bool is_done = store->has_temp_checks || (db_exec(store->read, schema_temp_checks) &&
                                            db_exec(store->read, schema_copy_checks));
  /* The copy lasts, whatever becomes of the change. */
  store->has_temp_checks = is_done && db_exec(store->read, "COMMIT; BEGIN");
  if (!store->has_temp_checks)
    db_exec(store->read, "ROLLBACK");
  return store->has_temp_checks;
}

bool store_results_begin(struct store *store, struct diags *diags) {
  if (store->asked != NULL) /* `what if`: all of it is rolled back with what was supposed */
    return true;
  store_view_pause(store);
  store->is_changing_results = store->write != NULL ? store_begin(store) : begin_copy(store);
  return store->is_changing_results || fault(store, diags);
}

bool store_results_above(struct store *store, struct diags *diags) {
  struct stmt *stmt = results_statement(store, SQL_STALE_ABOVE);
  return (stmt != NULL && stmt_run(stmt)) || fault(store, diags);
}

/* Keeps or undoes what was changed. */
static bool end_change(struct store *store, bool keep, struct diags *diags) {
  if (store->write == NULL)
    return db_exec(store->read, keep ? "COMMIT" : "ROLLBACK") || fault(store, diags);
  if (keep && store_commit(store))
    return true;
  bool is_done = !keep || fault(store, diags);
  store_rollback(store);
  return is_done;
}

bool store_results_end(struct store *store, bool keep, struct diags *diags) {
  bool is_done = store->asked != NULL || end_change(store, keep, diags);
  store->is_changing_results = false;
  return is_done;
}

int64_t store_rule_enter(struct store *store, struct str key, uint64_t hash, struct diags *diags) {
  struct stmt *stmt = results_statement(store, SQL_RULE_ADD);
  if (stmt != NULL) {
    stmt_text(stmt, 1, key);
    stmt_integer(stmt, 2, (int64_t)hash);
  }
  if (stmt == NULL || !stmt_run(stmt)) {
    fault(store, diags);
    return -1;
  }
  return db_last_id(results_db(store));
}

static bool run_with(struct store *store, enum schema_sql which, int64_t number,
                     struct diags *diags) {
  struct stmt *stmt = results_statement(store, which);
  if (stmt == NULL)
    return fault(store, diags);
  stmt_integer(stmt, 1, number);
  return stmt_run(stmt) || fault(store, diags);
}

bool store_rule_forget(struct store *store, int64_t number, struct diags *diags) {
  return run_with(store, SQL_RESULTS_DROP, number, diags) &&
         run_with(store, SQL_RULE_FORGET, number, diags);
}

bool store_rule_done(struct store *store, int64_t number, double seconds, struct diags *diags) {
  struct stmt *stmt = results_statement(store, SQL_RULE_DONE);
  if (stmt == NULL)
    return fault(store, diags);
  stmt_integer(stmt, 1, number);
  stmt_bind(stmt, 2, value_real(seconds));
  return stmt_run(stmt) || fault(store, diags);
}

bool store_results_outdated(struct store *store, int64_t number, struct diags *diags) {
  return run_with(store, SQL_RESULTS_DROP_STALE, number, diags);
}

bool store_results_current(struct store *store, struct diags *diags) {
  struct stmt *stmt = results_statement(store, SQL_STALE_CLEAR);
  return (stmt != NULL && stmt_run(stmt)) || fault(store, diags);
}

bool store_todo(struct store *store, struct diags *diags) {
  return db_exec(results_db(store), schema_todo) || fault(store, diags);
}

bool store_results_run(struct store *store, struct str sql, const struct value *binds,
                       size_t nbinds, struct span at, struct diags *diags) {
  struct db *db = results_db(store);
  struct stmt *stmt = db_prepare(db, sql, NULL);
  for (size_t i = 0; stmt != NULL && i < nbinds; i++)
    stmt_bind(stmt, (int)i + 1, binds[i]);
  store->is_asking = 1;
  bool is_done = stmt != NULL && stmt_run(stmt);
  store->is_asking = 0;
  stmt_finish(stmt);
  if (is_done)
    return true;
  if (db_fault(db) == DB_INTERRUPTED)
    return diag_add(diags, DIAG_INTERRUPTED, at, "interrupted");
  return diag_add(diags, DIAG_RUN, at, "the database cannot check: %s", db_message(db));
}

struct cursor *store_results_query(struct store *store, struct str sql, const struct value *binds,
                                   size_t nbinds, struct span at, struct diags *diags) {
  struct stmt *stmt = db_prepare(results_db(store), sql, NULL);
  if (stmt == NULL) {
    fault(store, diags);
    return NULL;
  }
  for (size_t i = 0; i < nbinds; i++)
    stmt_bind(stmt, (int)i + 1, binds[i]);
  return store_cursor(store, stmt, at);
}
