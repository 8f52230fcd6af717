/* store: opens and closes a panel and runs questions on it (see store.h). */
#include "store/state.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
  store->is_writing = allow_writing(store, true) && db_exec(store->write, "BEGIN IMMEDIATE");
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

void store_view_begin(struct store *store) {
  store->in_view = true;
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

static const char *fault_reason(const struct db *db) {
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
  case DB_OTHER:
    break;
  }
  return db_message(db);
}

bool store_fault(const struct store *store, const char *doing, struct diags *diags) {
  return diag_add(diags, DIAG_STORE, nowhere, "cannot %s in the panel%s%s%s: %s", doing,
                  store->path != NULL ? " \"" : "", store->path != NULL ? store->path : "",
                  store->path != NULL ? "\"" : "", fault_reason(store->write));
}

const struct gazetteer *store_gazetteer(struct store *store) {
  if (store->gazetteer == NULL)
    store->gazetteer = gazetteer_new(store->arena, store->vocab);
  return store->gazetteer;
}

/* --- Opening. */

static bool open_fault(const struct store *store, const struct db *db, struct diags *diags) {
  return diag_add(diags, DIAG_STORE, nowhere, "cannot open \"%s\": %s", store->path,
                  fault_reason(db));
}

/* What the file system says, before SQLite makes or opens anything. */
static bool look_at_file(struct store *store, struct diags *diags) {
  struct stat stat_of;
  if (stat(store->path, &stat_of) != 0) {
    if (errno != ENOENT)
      return diag_add(diags, DIAG_STORE, nowhere, "cannot open \"%s\": %s", store->path,
                      strerror(errno));
    if (store->is_readonly)
      return diag_add(diags, DIAG_STORE, nowhere, "there is no panel \"%s\"", store->path);
    return true;
  }
  if (S_ISDIR(stat_of.st_mode))
    return diag_add(diags, DIAG_STORE, nowhere, "\"%s\" is a folder, not a panel", store->path);
  if (!S_ISREG(stat_of.st_mode))
    return diag_add(diags, DIAG_STORE, nowhere, "\"%s\" is not a file", store->path);
  /* Who took the permission away meant it, even for the superuser. */
  if ((stat_of.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || access(store->path, W_OK) != 0)
    store->is_readonly = true;
  return true;
}

static bool ask_number(struct db *db, const char *sql, int64_t *number) {
  struct stmt *stmt = db_prepare(db, str_from_z(sql), NULL);
  bool is_done = stmt != NULL && store_scalar(stmt, number);
  stmt_finish(stmt);
  return is_done;
}

static bool put_meta(struct db *db, const char *key, const char *value) {
  struct stmt *stmt = db_prepare(db, STR("INSERT OR REPLACE INTO meta VALUES(?1, ?2)"), NULL);
  if (stmt == NULL)
    return false;
  stmt_text(stmt, 1, str_from_z(key));
  stmt_text(stmt, 2, str_from_z(value));
  bool is_done = stmt_run(stmt);
  stmt_finish(stmt);
  return is_done;
}

/* The value as kept, copied; empty when there is none. False on error. */
static bool get_meta(struct arena *arena, struct db *db, const char *key, struct str *value) {
  struct stmt *stmt = db_prepare(db, STR("SELECT value FROM meta WHERE key = ?1"), NULL);
  if (stmt == NULL)
    return false;
  stmt_text(stmt, 1, str_from_z(key));
  int step = stmt_step(stmt);
  *value = step == 1 ? str_copy(arena, stmt_get_text(stmt, 0)) : STR("");
  stmt_finish(stmt);
  return step >= 0;
}

static struct str number_text(struct arena *arena, uint64_t number) {
  return str_fmt(arena, "%016llx", (unsigned long long)number);
}

static bool make_tables(struct store *store, struct db *db) {
  struct str fingerprint = number_text(store->arena, store->vocab->fingerprint);
  struct str pragmas = str_fmt(store->arena, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                               SCHEMA_APPLICATION, SCHEMA_VERSION);
  return db_exec(db, schema_agencies) && db_exec(db, schema_tables) && db_exec(db, schema_totals) &&
         db_exec(db, schema_views) && db_exec(db, schema_headings) && db_exec(db, schema_checks) &&
         db_exec(db, schema_stale) && put_meta(db, "fingerprint", fingerprint.p) &&
         db_exec(db, pragmas.p);
}

/* Is the open database a panel of ours, or empty (*is_empty)? */
static bool is_ours(struct store *store, struct db *db, bool *is_empty, struct diags *diags) {
  int64_t application, version, tables;
  if (!ask_number(db, "PRAGMA application_id", &application) ||
      !ask_number(db, "PRAGMA user_version", &version) ||
      !ask_number(db, "SELECT count(*) FROM sqlite_master", &tables))
    return open_fault(store, db, diags);
  *is_empty = tables == 0 && application == 0;
  if (*is_empty)
    return true;
  if (application != SCHEMA_APPLICATION) {
    diag_add(diags, DIAG_STORE, nowhere, "\"%s\" is a database of another program", store->path);
    diag_hint(diags, "name a file that does not exist yet; it will be made");
    return false;
  }
  if (version == SCHEMA_VERSION)
    return true;
  diag_add(diags, DIAG_STORE, nowhere, "\"%s\" was made by %s version of ogi", store->path,
           version > SCHEMA_VERSION ? "a later" : "an earlier");
  diag_hint(diags, "load the reports into a new panel");
  return false;
}

static bool has_our_cells(struct store *store, struct db *db, struct diags *diags) {
  struct str kept;
  if (!get_meta(store->arena, db, "fingerprint", &kept))
    return open_fault(store, db, diags);
  if (str_eq(kept, number_text(store->arena, store->vocab->fingerprint)))
    return true;
  diag_add(diags, DIAG_STORE, nowhere,
           "the panel \"%s\" was loaded under other definitions of the forms", store->path);
  diag_hint(diags, "load the reports into a new panel, or open it with its own --stdlib");
  return false;
}

/* Makes the tables when there are none; two processes may try at once. Narratives are long: on
 * pages of 8 KB they load a tenth faster than on SQLite's 4. */
static bool make_or_check(struct store *store, struct db *db, struct diags *diags) {
  bool is_empty;
  /* In one transaction: another process may be making the tables between two questions. */
  if (!db_exec(db, "BEGIN"))
    return open_fault(store, db, diags);
  bool is_panel = is_ours(store, db, &is_empty, diags);
  db_exec(db, "COMMIT");
  if (!is_panel)
    return false;
  if (!is_empty)
    return has_our_cells(store, db, diags);
  if (store->is_readonly)
    return diag_add(diags, DIAG_STORE, nowhere, "\"%s\" is empty, not a panel", store->path);
  if (!db_exec(db, "PRAGMA page_size = 8192") || !db_exec(db, "BEGIN IMMEDIATE"))
    return open_fault(store, db, diags);
  bool is_done = is_ours(store, db, &is_empty, diags);
  if (is_done && is_empty) {
    is_done = make_tables(store, db) || open_fault(store, db, diags);
    store->is_new = is_done;
  }
  if (!is_done) {
    db_exec(db, "ROLLBACK");
    return false;
  }
  return db_exec(db, "COMMIT") ? has_our_cells(store, db, diags) : open_fault(store, db, diags);
}

/* The printed words may change without the numbers: then other programs should see the new ones. */
static bool refresh_words(struct store *store, struct db *db, struct diags *diags) {
  struct str words = number_text(store->arena, words_hash(store->vocab)), kept;
  if (!get_meta(store->arena, db, "words", &kept))
    return open_fault(store, db, diags);
  if (str_eq(kept, words))
    return true;
  if (!db_exec(db, "BEGIN IMMEDIATE"))
    return open_fault(store, db, diags);
  if (words_put(store, db) && put_meta(db, "words", words.p) && db_exec(db, "COMMIT"))
    return true;
  open_fault(store, db, diags);
  db_exec(db, "ROLLBACK");
  return false;
}

/* Rollback journal, not WAL: readers of a file on a network drive or a read-only disk need nothing
 * beside it. NORMAL loses at most the last batch when the power fails. 64 MB hold the pages that a
 * batch touches. */
static bool tune_writer(struct db *db) {
  return db_exec(db,
                 "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;"
                 "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
                 "PRAGMA secure_delete = 0; PRAGMA foreign_keys = 0");
}

static bool open_file(struct store *store, struct diags *diags) {
  if (!look_at_file(store, diags))
    return false;
  if (!store->is_readonly) {
    store->write = db_open(store->arena, store->path, DB_WRITE);
    if (db_fault(store->write) != DB_FINE)
      return open_fault(store, store->write, diags);
    if (!make_or_check(store, store->write, diags))
      return false;
    if (!tune_writer(store->write))
      return open_fault(store, store->write, diags);
    if (!refresh_words(store, store->write, diags))
      return false;
  }
  store->read = db_open(store->arena, store->path, DB_READ);
  if (db_fault(store->read) != DB_FINE)
    return open_fault(store, store->read, diags);
  if (store->is_readonly && !make_or_check(store, store->read, diags))
    return false;
  return db_exec(store->read, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY") ||
         open_fault(store, store->read, diags);
}

static bool open_memory(struct store *store, struct diags *diags) {
  store->path = NULL;
  store->write = store->read = db_open(store->arena, "", DB_MEMORY);
  store->is_new = true;
  if (db_fault(store->write) == DB_FINE &&
      db_exec(store->write, "PRAGMA page_size = 8192; PRAGMA temp_store = MEMORY") &&
      make_tables(store, store->write) && words_put(store, store->write) &&
      db_exec(store->write, "PRAGMA query_only = 1"))
    return true;
  return diag_add(diags, DIAG_STORE, nowhere, "cannot make a panel in memory: %s",
                  fault_reason(store->write));
}

struct store *store_open(struct arena *arena, const char *path, bool readonly,
                         const struct vocab *vocab, struct diags *diags) {
  struct store *store = ARENA_NEW(arena, struct store);
  *store = (struct store){.arena = arena, .vocab = vocab, .path = path, .is_readonly = readonly};
  bool is_memory = path == NULL || *path == '\0' || strcmp(path, ":memory:") == 0;
  if (is_memory ? open_memory(store, diags) : open_file(store, diags))
    return store;
  store_close(store);
  return NULL;
}

void store_close(struct store *store) {
  if (store == NULL)
    return;
  if (store->load.in_batch)
    store_rollback(store);
  arena_free(&store->load.arena);
  arena_free(&store->load.printed);
  arena_free(&store->load.scratch);
  for (int i = 0; i < SQL_COUNT; i++) {
    stmt_finish(store->statements[i]);
    stmt_finish(store->result_statements[i]);
  }
  if (store->read != store->write)
    db_close(store->read);
  db_close(store->write);
}

bool store_is_readonly(const struct store *store) {
  return store->is_readonly;
}

bool store_is_memory(const struct store *store) {
  return store->path == NULL;
}

/* --- Asking. */

struct cursor {
  struct store *store;
  struct stmt *stmt;
  struct span at;
  struct cursor *next; /* in store->cursors */
};

static bool query_fault(struct store *store, struct span at, struct diags *diags) {
  switch (db_fault(store->read)) {
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
    diag_add(diags, DIAG_FORBIDDEN, at, "the panel can only be read here");
    diag_hint(diags, "write a select statement; reports come in by `load` and go by `drop report`");
    return false;
  case DB_FINE:
  case DB_BUSY:
  case DB_NOT_DATABASE:
  case DB_CANNOT_OPEN:
  case DB_READ_ONLY:
  case DB_NEEDS_RECOVERY:
  case DB_FULL:
  case DB_DAMAGED:
  case DB_OTHER:
    break;
  }
  return diag_add(diags, DIAG_RUN, at, "the database cannot answer: %s", fault_reason(store->read));
}

/* A load that another process left half-done must be rolled back by a connection that may write. */
bool store_recovered(struct store *store) {
  int64_t number;
  return db_fault(store->read) == DB_NEEDS_RECOVERY && store->write != NULL &&
         ask_number(store->write, "SELECT count(*) FROM meta", &number);
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

struct cursor *store_query(struct store *store, struct str sql, const struct value *binds,
                           size_t nbinds, struct span at, struct diags *diags) {
  store->is_interrupted = 0;
  struct str rest;
  store_view_open(store);
  struct stmt *stmt = prepare_guarded(store, sql, &rest);
  if (stmt == NULL && store_recovered(store))
    stmt = prepare_guarded(store, sql, &rest);
  if (stmt == NULL) {
    if (db_fault(store->read) != DB_FINE)
      query_fault(store, at, diags);
    else
      diag_add(diags, DIAG_RUN, at, "there is no statement");
    return NULL;
  }
  if (!is_nothing(store, rest)) {
    diag_add(diags, DIAG_RUN, at, "one statement at a time");
    stmt_finish(stmt);
    return NULL;
  }
  for (size_t i = 0; i < nbinds; i++)
    stmt_bind(stmt, (int)i + 1, binds[i]);
  return store_cursor(store, stmt, at);
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
    query_fault(store, cursor->at, diags);
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
