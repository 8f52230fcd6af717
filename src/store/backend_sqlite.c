/* backend_sqlite: a thin layer over SQLite (see backend_sqlite.h). The only file with sqlite3.h. */
#include "store/backend_sqlite.h"

#include "base/clock.h"

#include <limits.h>
#include <locale.h>
#include <regex.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* SQLite's own waiting sleeps up to a tenth of a second and so may miss the gap between two
 * batches of another process for ever; a look every 2 ms does not. */
#define BUSY_SLEEP_MS 2

struct db {
  sqlite3 *handle;
  enum db_fault opening; /* why it could not be opened */
  bool is_guarded;
  bool is_hurried;
  const volatile sig_atomic_t *stop; /* set: a lock is waited for no longer */
  bool is_stopped;                   /* the latest wait for a lock ended by it */
  bool is_bad_pattern;               /* REGEXP met a pattern that is none, since the last prepare */
  const struct feed *feed;           /* rows of the table `feed`, while stmt_run_feed runs */
  locale_t utf8;                     /* for REGEXP; (locale_t)0 when the machine has none */
};

static struct stmt *wrapped(sqlite3_stmt *stmt) {
  return (struct stmt *)stmt;
}

static sqlite3_stmt *bare(struct stmt *stmt) {
  return (sqlite3_stmt *)stmt;
}

static int on_busy(void *context, int tries) {
  struct db *db = context;
  db->is_stopped = db->stop != NULL && *db->stop != 0;
  if (db->is_stopped || db->is_hurried || tries >= DB_PATIENCE * 1000 / BUSY_SLEEP_MS)
    return 0;
  clock_wait_ms(BUSY_SLEEP_MS);
  return 1;
}

static int on_authorize(void *context, int action, const char *first, const char *second,
                        const char *database, const char *trigger) {
  (void)database, (void)trigger;
  const struct db *db = context;
  if (!db->is_guarded)
    return SQLITE_OK;
  if (action == SQLITE_FUNCTION)
    return second != NULL && sqlite3_stricmp(second, "load_extension") == 0 ? SQLITE_DENY
                                                                            : SQLITE_OK;
  /* The index of words asks itself who else writes, and declares its columns when it is first met;
   * of statements SQLite takes no update of that table. */
  if ((action == SQLITE_PRAGMA && second == NULL && strcmp(first, "data_version") == 0) ||
      (action == SQLITE_UPDATE && strcmp(first, "sqlite_master") == 0))
    return SQLITE_OK;
  return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE
             ? SQLITE_OK
             : SQLITE_DENY;
}

static void pattern_free(void *pattern) {
  regfree(pattern);
  free(pattern);
}

/* The compiled pattern of this call, kept by SQLite for the next row. NULL after an error. */
static regex_t *pattern_of(sqlite3_context *call, struct db *db, sqlite3_value *text) {
  regex_t *pattern = sqlite3_get_auxdata(call, 0);
  if (pattern != NULL)
    return pattern;
  pattern = malloc(sizeof *pattern);
  if (pattern == NULL)
    out_of_memory();
  int failure = regcomp(pattern, (const char *)sqlite3_value_text(text), REG_EXTENDED | REG_NOSUB);
  if (failure != 0) {
    char reason[128];
    regerror(failure, pattern, reason, sizeof reason);
    free(pattern);
    db->is_bad_pattern = true;
    sqlite3_result_error(call, reason, -1);
    return NULL;
  }
  sqlite3_set_auxdata(call, 0, pattern, pattern_free);
  return sqlite3_get_auxdata(call, 0); /* NULL if SQLite had no room and freed it */
}

static void regexp(sqlite3_context *call, int n, sqlite3_value **arguments) {
  (void)n;
  struct db *db = sqlite3_user_data(call);
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL ||
      sqlite3_value_type(arguments[1]) == SQLITE_NULL)
    return;
  locale_t before = db->utf8 != (locale_t)0 ? uselocale(db->utf8) : (locale_t)0;
  regex_t *pattern = pattern_of(call, db, arguments[0]);
  if (pattern != NULL)
    sqlite3_result_int(
        call, regexec(pattern, (const char *)sqlite3_value_text(arguments[1]), 0, NULL, 0) == 0);
  if (before != (locale_t)0)
    uselocale(before);
}

/* --- The table `feed`, whose rows are the caller's. */

struct feed_table {
  sqlite3_vtab base;
  const struct db *db;
};

struct feed_cursor {
  sqlite3_vtab_cursor base;
  const struct feed *feed;
  size_t row;
};

static int feed_connect(sqlite3 *handle, void *context, int n, const char *const *words,
                        sqlite3_vtab **made, char **message) {
  (void)n, (void)words, (void)message;
  struct feed_table *table = sqlite3_malloc(sizeof *table);
  if (table == NULL)
    return SQLITE_NOMEM;
  *table = (struct feed_table){.db = context};
  *made = &table->base;
  return sqlite3_declare_vtab(handle, "CREATE TABLE feed(a, b, c, d, e)");
}

static int feed_disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

static int feed_plan(sqlite3_vtab *table, sqlite3_index_info *plan) {
  (void)table, (void)plan;
  return SQLITE_OK; /* there is one way: all rows, in order */
}

static int feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **made) {
  struct feed_cursor *cursor = sqlite3_malloc(sizeof *cursor);
  if (cursor == NULL)
    return SQLITE_NOMEM;
  *cursor = (struct feed_cursor){.feed = ((struct feed_table *)table)->db->feed};
  *made = &cursor->base;
  return SQLITE_OK;
}

static int feed_close(sqlite3_vtab_cursor *cursor) {
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int feed_start(sqlite3_vtab_cursor *cursor, int way, const char *name, int n,
                      sqlite3_value **arguments) {
  (void)way, (void)name, (void)n, (void)arguments;
  ((struct feed_cursor *)cursor)->row = 0;
  return SQLITE_OK;
}

static int feed_next(sqlite3_vtab_cursor *cursor) {
  ((struct feed_cursor *)cursor)->row++;
  return SQLITE_OK;
}

static int feed_eof(sqlite3_vtab_cursor *cursor) {
  const struct feed_cursor *at = (const struct feed_cursor *)cursor;
  return at->feed == NULL || at->row >= at->feed->nrows;
}

static int feed_column(sqlite3_vtab_cursor *cursor, sqlite3_context *call, int column) {
  const struct feed_cursor *at = (const struct feed_cursor *)cursor;
  struct value value = at->feed->get(at->feed->rows, at->row, column);
  if (value.kind == VALUE_INTEGER)
    sqlite3_result_int64(call, value.integer);
  else if (value.kind == VALUE_TEXT)
    sqlite3_result_text64(call, value.text.p != NULL ? value.text.p : "", value.text.n,
                          SQLITE_STATIC, SQLITE_UTF8);
  else
    sqlite3_result_null(call);
  return SQLITE_OK;
}

static int feed_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id) {
  *id = (sqlite3_int64)((const struct feed_cursor *)cursor)->row;
  return SQLITE_OK;
}

static const sqlite3_module feed_module = {
    .xConnect = feed_connect,
    .xBestIndex = feed_plan,
    .xDisconnect = feed_disconnect,
    .xOpen = feed_open,
    .xClose = feed_close,
    .xFilter = feed_start,
    .xNext = feed_next,
    .xEof = feed_eof,
    .xColumn = feed_column,
    .xRowid = feed_rowid,
};

bool stmt_run_feed(struct db *db, struct stmt *stmt, const struct feed *feed) {
  db->feed = feed;
  bool is_done = stmt_run(stmt);
  db->feed = NULL;
  return is_done;
}

static enum db_fault fault_of(int code) {
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
    return DB_NEEDS_RECOVERY;
  switch (code & 0xFF) {
  case SQLITE_OK:
  case SQLITE_ROW:
  case SQLITE_DONE:
    return DB_FINE;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return DB_BUSY;
  case SQLITE_NOTADB:
    return DB_NOT_DATABASE;
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
    return DB_CANNOT_OPEN;
  case SQLITE_READONLY:
    return DB_READ_ONLY;
  case SQLITE_FULL:
    return DB_FULL;
  case SQLITE_CORRUPT:
    return DB_DAMAGED;
  case SQLITE_INTERRUPT:
    return DB_INTERRUPTED;
  case SQLITE_AUTH:
    return DB_DENIED;
  case SQLITE_ERROR:
  case SQLITE_TOOBIG:
  case SQLITE_MISMATCH:
    return DB_MISTAKE;
  case SQLITE_NOMEM:
    out_of_memory();
  default:
    return DB_OTHER;
  }
}

struct db *db_open(struct arena *arena, const char *path, enum db_mode mode) {
  struct db *db = ARENA_NEW(arena, struct db);
  /* Nobody asks how much memory SQLite uses; counting it takes a lock each time. Refused, and no
   * matter, once a connection is open. */
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  int flags = SQLITE_OPEN_NOMUTEX |
              (mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  /* A path that begins with a colon or looks like an address means the file of that name. */
  const char *name = mode == DB_MEMORY ? ":memory:"
                     : *path == ':' || strncmp(path, "file:", 5) == 0
                         ? str_fmt(arena, "./%s", path).p
                         : path;
  int code = sqlite3_open_v2(name, &db->handle, flags, NULL);
  if (db->handle == NULL)
    out_of_memory();
  db->opening = fault_of(code);
  if (code != SQLITE_OK)
    return db;
  sqlite3_extended_result_codes(db->handle, 1);
  sqlite3_busy_handler(db->handle, on_busy, db);
  sqlite3_set_authorizer(db->handle, on_authorize, db);
  /* A misspelt "name" is a mistake, not a text of that spelling. */
  sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
  db->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  sqlite3_create_function_v2(db->handle, "regexp", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, db,
                             regexp, NULL, NULL, NULL);
  if (mode != DB_READ)
    sqlite3_create_module_v2(db->handle, "feed", &feed_module, db, NULL);
  return db;
}

bool db_copy(struct db *to, struct db *from) {
  sqlite3_backup *backup = sqlite3_backup_init(to->handle, "main", from->handle, "main");
  if (backup == NULL)
    return false;
  int code, tries = 0;
  do {
    code = sqlite3_backup_step(backup, -1);
  } while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && on_busy(from, tries++));
  return sqlite3_backup_finish(backup) == SQLITE_OK && code == SQLITE_DONE;
}

void db_close(struct db *db) {
  if (db == NULL)
    return;
  sqlite3_close(db->handle);
  db->handle = NULL;
  if (db->utf8 != (locale_t)0)
    freelocale(db->utf8);
  db->utf8 = (locale_t)0;
}

enum db_fault db_fault(const struct db *db) {
  if (db->opening != DB_FINE)
    return db->opening;
  enum db_fault fault = fault_of(sqlite3_extended_errcode(db->handle));
  if (fault == DB_BUSY && db->is_stopped)
    return DB_INTERRUPTED;
  if (fault != DB_MISTAKE)
    return fault;
  /* SQLite gives these two no code of their own. */
  if (db->is_bad_pattern)
    return DB_PATTERN;
  return strcmp(sqlite3_errmsg(db->handle), "integer overflow") == 0 ? DB_OVERFLOW : DB_MISTAKE;
}

const char *db_message(const struct db *db) {
  return sqlite3_errmsg(db->handle);
}

int64_t db_mistake_at(const struct db *db) {
  return sqlite3_error_offset(db->handle);
}

bool db_has_word(struct str word) {
  return word.n < INT_MAX && sqlite3_keyword_check(word.p, (int)word.n) != 0;
}

void db_guard(struct db *db, bool is_up) {
  db->is_guarded = is_up;
}

void db_heed(struct db *db, const volatile sig_atomic_t *stop) {
  db->stop = stop;
}

void db_hurry(struct db *db, bool is_hurried) {
  db->is_hurried = is_hurried;
}

bool db_exec(struct db *db, const char *sql) {
  return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK;
}

struct stmt *db_prepare(struct db *db, struct str sql, struct str *rest) {
  sqlite3_stmt *stmt = NULL;
  const char *tail = NULL;
  int length = sql.n < INT_MAX ? (int)sql.n : INT_MAX;
  db->is_bad_pattern = false;
  if (sqlite3_prepare_v3(db->handle, sql.p, length, 0, &stmt, &tail) != SQLITE_OK)
    return NULL;
  if (rest != NULL)
    *rest = str_sub(sql, tail != NULL ? (size_t)(tail - sql.p) : sql.n, sql.n);
  return wrapped(stmt);
}

void stmt_finish(struct stmt *stmt) {
  sqlite3_finalize(bare(stmt));
}

void stmt_integer(struct stmt *stmt, int at, int64_t integer) {
  sqlite3_bind_int64(bare(stmt), at, integer);
}

void stmt_text(struct stmt *stmt, int at, struct str text) {
  sqlite3_bind_text64(bare(stmt), at, text.p != NULL ? text.p : "", text.n, SQLITE_STATIC,
                      SQLITE_UTF8);
}

void stmt_null(struct stmt *stmt, int at) {
  sqlite3_bind_null(bare(stmt), at);
}

void stmt_bind(struct stmt *stmt, int at, struct value value) {
  switch (value.kind) {
  case VALUE_MISSING:
    sqlite3_bind_null(bare(stmt), at);
    break;
  case VALUE_INTEGER:
  case VALUE_DECIMAL:
  case VALUE_BOOLEAN:
    sqlite3_bind_int64(bare(stmt), at, value.integer);
    break;
  case VALUE_REAL:
    sqlite3_bind_double(bare(stmt), at, value.real);
    break;
  case VALUE_TEXT:
    sqlite3_bind_text64(bare(stmt), at, value.text.p != NULL ? value.text.p : "", value.text.n,
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    break;
  }
}

int stmt_parameters(struct stmt *stmt) {
  return sqlite3_bind_parameter_count(bare(stmt));
}

int stmt_step(struct stmt *stmt) {
  int code = sqlite3_step(bare(stmt));
  return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : -1;
}

void stmt_reset(struct stmt *stmt) {
  sqlite3_reset(bare(stmt));
}

bool stmt_run(struct stmt *stmt) {
  sqlite3_step(bare(stmt));
  return sqlite3_reset(bare(stmt)) == SQLITE_OK;
}

int stmt_columns(struct stmt *stmt) {
  return sqlite3_column_count(bare(stmt));
}

struct str stmt_column_name(struct stmt *stmt, int column) {
  return str_from_z(sqlite3_column_name(bare(stmt), column));
}

int64_t stmt_get_integer(struct stmt *stmt, int column) {
  return sqlite3_column_int64(bare(stmt), column);
}

struct str stmt_get_text(struct stmt *stmt, int column) {
  const char *text = (const char *)sqlite3_column_text(bare(stmt), column);
  struct str s = {text, text != NULL ? (size_t)sqlite3_column_bytes(bare(stmt), column) : 0};
  return s;
}

struct value stmt_get(struct stmt *stmt, int column) {
  switch (sqlite3_column_type(bare(stmt), column)) {
  case SQLITE_INTEGER:
    return (struct value){.kind = VALUE_INTEGER, .integer = stmt_get_integer(stmt, column)};
  case SQLITE_FLOAT:
    return (struct value){.kind = VALUE_REAL, .real = sqlite3_column_double(bare(stmt), column)};
  case SQLITE_NULL:
    return (struct value){.kind = VALUE_MISSING};
  default:
    return (struct value){.kind = VALUE_TEXT, .text = stmt_get_text(stmt, column)};
  }
}

bool stmt_is_blob(struct stmt *stmt, int column) {
  return sqlite3_column_type(bare(stmt), column) == SQLITE_BLOB;
}

int64_t db_last_id(const struct db *db) {
  return sqlite3_last_insert_rowid(db->handle);
}

int64_t db_changes(const struct db *db) {
  return sqlite3_changes64(db->handle);
}

void db_interrupt(struct db *db) {
  sqlite3_interrupt(db->handle);
}
