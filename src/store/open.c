/* open: opens a panel, makes its tables where there are none, and closes it (see store.h). */
#include "store/state.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct span nowhere = {0, 0};

static bool open_fault(const struct store *store, const struct db *db, struct diags *diags) {
  return diag_add(diags, DIAG_STORE, nowhere, "cannot open \"%s\": %s", store->path,
                  store_fault_reason(db));
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

bool store_ask_number(struct db *db, const char *sql, int64_t *number) {
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
  if (!store_ask_number(db, "PRAGMA application_id", &application) ||
      !store_ask_number(db, "PRAGMA user_version", &version) ||
      !store_ask_number(db, "SELECT count(*) FROM sqlite_master", &tables))
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
  db_heed(store->read, &store->is_interrupted);
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
                  store_fault_reason(store->write));
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
