/* store: transactions on an open panel, and questions to it (see store.h). */
#include "store/state.h"

static const struct span nowhere = {0, 0};

/* --- Steps that all files of store/ take. */

struct stmt *store_statement(struct store *store, enum schema_sql which) {
  struct stmt **stmt = &store->statements[which];
  if (*stmt == NULL)
    *stmt = db_prepare(store->write, schema_statement(which), NULL);
  return *stmt;
}

bool store_scalar(struct stmt *stmt, int64_t *value) {
  int step = stmt_step(stmt);
  *value = step == 1 ? stmt_get_integer(stmt, 0) : 0;
  stmt_reset(stmt);
  return step >= 0;
}

void store_text_or_null(struct stmt *stmt, int at, struct str text) {
  if (text.n > 0)
    stmt_text(stmt, at, text);
  else
    stmt_null(stmt, at);
}

/* In memory the connection that writes is also the one that is asked. */
static bool allow_writing(struct store *store, bool allow) {
  return store->path != NULL ||
         db_exec(store->write, allow ? "PRAGMA query_only = 0" : "PRAGMA query_only = 1");
}

bool store_begin(struct store *store) {
  store_view_pause(store);
  /* A load that was interrupted still keeps what it has read. */
  bool is_new = !store->load.is_on || store->load.is_first_batch;
  db_heed(store->write, is_new ? &store->is_interrupted : NULL);
  store->is_writing = allow_writing(store, true) && db_exec(store->write, "BEGIN IMMEDIATE");
  db_heed(store->write, NULL);
  return store->is_writing;
}

void store_rollback(struct store *store) {
  db_exec(store->write, "ROLLBACK"); /* fails when SQLite has done so itself, as it should */
  store->is_writing = false;
  allow_writing(store, false);
}

bool store_commit(struct store *store) {
  if (!db_exec(store->write, "COMMIT"))
    return false;
  store->is_writing = false;
  return allow_writing(store, false);
}

/* A panel in memory locks nothing, what is supposed stands in a transaction already, and a view
 * opened while this process writes would keep it from committing. */
void store_view_open(struct store *store) {
  bool is_wanted = store->in_view && !store->is_view_open && !store->is_writing;
  if (is_wanted && store->path != NULL && store->asked == NULL)
    store->is_view_open = db_exec(store->read, "BEGIN");
}

void store_view_pause(struct store *store) {
  if (store->is_view_open && !db_exec(store->asked != NULL ? store->asked : store->read, "COMMIT"))
    db_exec(store->read, "ROLLBACK");
  store->is_view_open = false;
}

void store_hurry(struct store *store, bool is_hurried) {
  db_hurry(store->read, is_hurried);
}

void store_view_begin(struct store *store) {
  store->in_view = true;
  store->is_interrupted = 0;
}

void store_view_end(struct store *store) {
  store_view_pause(store);
  store->in_view = false;
}

bool store_is_writable(const struct store *store, const char *doing, struct diags *diags) {
  if (!store->is_readonly)
    return true;
  diag_add(diags, DIAG_STORE, nowhere, "cannot %s the panel \"%s\": it is read-only", doing,
           store->path);
  diag_hint(diags, "copy the file, or make it writable and open it without --readonly");
  return false;
}

const char *store_fault_reason(const struct db *db) {
  switch (db_fault(db)) {
  case DB_BUSY:
    return "another program has kept it locked for a minute";
  case DB_NOT_DATABASE:
    return "it is not a database";
  case DB_CANNOT_OPEN:
    return "the file, or its journal beside it, cannot be opened";
  case DB_READ_ONLY:
    return "the file or its folder is read-only";
  case DB_NEEDS_RECOVERY:
    return "a load into it was cut off; open it once without --readonly, which tidies up";
  case DB_FULL:
    return "there is no space left on its disk";
  case DB_DAMAGED:
    return "the file is damaged";
  case DB_INTERRUPTED:
    return "interrupted";
  case DB_FINE:
  case DB_OVERFLOW:
  case DB_PATTERN:
  case DB_DENIED:
  case DB_MISTAKE:
  case DB_OTHER:
    break;
  }
  return db_message(db);
}

bool store_fault(const struct store *store, const char *doing, struct diags *diags) {
  if (db_fault(store->write) == DB_INTERRUPTED)
    return diag_add(diags, DIAG_INTERRUPTED, nowhere, "interrupted");
  return diag_add(diags, DIAG_STORE, nowhere, "cannot %s in the panel%s%s%s: %s", doing,
                  store->path != NULL ? " \"" : "", store->path != NULL ? store->path : "",
                  store->path != NULL ? "\"" : "", store_fault_reason(store->write));
}

const struct gazetteer *store_gazetteer(struct store *store) {
  if (store->gazetteer == NULL)
    store->gazetteer = gazetteer_new(store->arena, store->vocab);
  return store->gazetteer;
}

/* --- Asking. */

struct cursor {
  struct store *store;
  struct stmt *stmt;
  struct span at;
  bool is_written;     /* by a person: a mistake in it is theirs */
  struct cursor *next; /* in store->cursors */
};

bool store_forbid(struct span at, struct diags *diags) {
  diag_add(diags, DIAG_FORBIDDEN, at, "the panel can only be read here");
  diag_hint(diags, "write a select statement; reports come in by `load` and go by `drop report`");
  return false;
}

static bool query_fault(struct store *store, struct span at, bool is_written, struct diags *diags) {
  enum db_fault fault = db_fault(store->read);
  if (is_written && (fault == DB_MISTAKE || fault == DB_OVERFLOW))
    return diag_add(diags, DIAG_SQL, at, "%s", db_message(store->read));
  switch (fault) {
  case DB_INTERRUPTED:
    return diag_add(diags, DIAG_INTERRUPTED, at, "interrupted");
  case DB_OVERFLOW:
    diag_add(diags, DIAG_RUN, at,
             "a sum is larger than 9223372036854775807, the largest number "
             "that is counted exactly");
    diag_hint(diags, "ask for fewer reports at a time, for example with `by year`");
    return false;
  case DB_PATTERN:
    return diag_add(diags, DIAG_VALUE, at, "not a regular expression: %s", db_message(store->read));
  case DB_DENIED:
    return store_forbid(at, diags);
  case DB_FINE:
  case DB_BUSY:
  case DB_NOT_DATABASE:
  case DB_CANNOT_OPEN:
  case DB_READ_ONLY:
  case DB_NEEDS_RECOVERY:
  case DB_FULL:
  case DB_DAMAGED:
  case DB_MISTAKE:
  case DB_OTHER:
    break;
  }
  return diag_add(diags, DIAG_RUN, at, "the database cannot answer: %s",
                  store_fault_reason(store->read));
}

/* A load that another process left half-done must be rolled back by a connection that may write. */
bool store_recovered(struct store *store) {
  int64_t number;
  return db_fault(store->read) == DB_NEEDS_RECOVERY && store->write != NULL &&
         store_ask_number(store->write, "SELECT count(*) FROM meta", &number);
}

static struct stmt *prepare_guarded(struct store *store, struct str sql, struct str *rest) {
  db_guard(store->read, true);
  struct stmt *stmt = db_prepare(store->read, sql, rest);
  db_guard(store->read, false);
  return stmt;
}

/* Is there anything but blanks, semicolons and comments? SQLite knows: what it prepares from it is
 * no statement. */
static bool is_nothing(struct store *store, struct str sql) {
  while (sql.n > 0) {
    struct str rest;
    struct stmt *stmt = prepare_guarded(store, sql, &rest);
    bool is_statement = stmt != NULL || db_fault(store->read) != DB_FINE;
    stmt_finish(stmt);
    if (is_statement)
      return false;
    sql = rest;
  }
  return true;
}

/* The one statement in the text; NULL after a message, or where the text itself is wrong and
 * `mistake` takes that. */
static struct stmt *prepare_one(struct store *store, struct str sql, struct span at,
                                struct sql_mistake *mistake, struct diags *diags) {
  struct str rest;
  store->is_interrupted = 0;
  store_view_open(store);
  struct stmt *stmt = prepare_guarded(store, sql, &rest);
  if (stmt == NULL && store_recovered(store))
    stmt = prepare_guarded(store, sql, &rest);
  if (stmt == NULL) {
    enum db_fault fault = db_fault(store->read);
    if (fault == DB_MISTAKE && mistake != NULL)
      *mistake = (struct sql_mistake){str_fmt(diags->arena, "%s", db_message(store->read)),
                                      db_mistake_at(store->read)};
    else if (fault != DB_FINE)
      query_fault(store, at, false, diags);
    else
      diag_add(diags, DIAG_RUN, at, "there is no statement");
    return NULL;
  }
  if (is_nothing(store, rest))
    return stmt;
  diag_add(diags, DIAG_RUN, at, "one statement at a time");
  stmt_finish(stmt);
  return NULL;
}

struct cursor *store_query(struct store *store, struct str sql, const struct value *binds,
                           size_t nbinds, struct span at, struct diags *diags) {
  struct stmt *stmt = prepare_one(store, sql, at, NULL, diags);
  if (stmt == NULL)
    return NULL;
  for (size_t i = 0; i < nbinds; i++)
    stmt_bind(stmt, (int)i + 1, binds[i]);
  return store_cursor(store, stmt, at);
}

struct cursor *store_sql(struct store *store, struct str sql, struct span at,
                         struct sql_mistake *mistake, struct diags *diags) {
  *mistake = (struct sql_mistake){.at = -1};
  struct stmt *stmt = prepare_one(store, sql, at, mistake, diags);
  struct cursor *cursor = stmt != NULL ? store_cursor(store, stmt, at) : NULL;
  if (cursor != NULL)
    cursor->is_written = true;
  return cursor;
}

bool store_has_word(struct str word) {
  return db_has_word(word);
}

struct cursor *store_cursor(struct store *store, struct stmt *stmt, struct span at) {
  struct cursor *cursor = store->cursors;
  if (cursor != NULL)
    store->cursors = cursor->next;
  else
    cursor = ARENA_NEW(store->arena, struct cursor);
  *cursor = (struct cursor){.store = store, .stmt = stmt, .at = at};
  return cursor;
}

/* SQLite prepares a statement again when tables have changed since: the guard must be up then. */
static int guarded_step(struct cursor *cursor) {
  struct store *store = cursor->store;
  db_guard(store->read, true);
  store->is_asking = 1;
  int step = stmt_step(cursor->stmt);
  store->is_asking = 0;
  db_guard(store->read, false);
  return step;
}

int cursor_step(struct cursor *cursor, struct diags *diags) {
  struct store *store = cursor->store;
  if (store->is_interrupted) {
    diag_add(diags, DIAG_INTERRUPTED, cursor->at, "interrupted");
    return -1;
  }
  int step = guarded_step(cursor);
  if (step < 0 && store_recovered(store)) {
    stmt_reset(cursor->stmt);
    step = guarded_step(cursor);
  }
  if (step < 0)
    query_fault(store, cursor->at, cursor->is_written, diags);
  return step;
}

size_t cursor_columns(const struct cursor *cursor) {
  return (size_t)stmt_columns(cursor->stmt);
}

struct str cursor_name(const struct cursor *cursor, size_t column) {
  return stmt_column_name(cursor->stmt, (int)column);
}

struct value cursor_value(struct cursor *cursor, size_t column) {
  return stmt_get(cursor->stmt, (int)column);
}

bool cursor_is_blob(struct cursor *cursor, size_t column) {
  return stmt_is_blob(cursor->stmt, (int)column);
}

void cursor_again(struct cursor *cursor, const struct value *binds, size_t nbinds) {
  stmt_reset(cursor->stmt);
  for (size_t i = 0; i < nbinds; i++)
    stmt_bind(cursor->stmt, (int)i + 1, binds[i]);
}

void cursor_close(struct cursor *cursor) {
  if (cursor == NULL)
    return;
  struct store *store = cursor->store;
  stmt_finish(cursor->stmt);
  cursor->stmt = NULL;
  cursor->next = store->cursors;
  store->cursors = cursor;
}

void store_interrupt(struct store *store) {
  store->is_interrupted = 1;
  if (store->is_asking)
    db_interrupt(store->read);
  if (store->is_asking && store->write != NULL && store->write != store->read)
    db_interrupt(store->write);
}
