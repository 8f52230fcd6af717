/* backend_sqlite: a thin layer over SQLite, so that no other file knows its header.
 *
 * A call that fails leaves its reason in the connection (db_fault, db_message) until the next call;
 * turning it into a message for people is the caller's work (store.c).
 */
#ifndef OGI_STORE_BACKEND_SQLITE_H
#define OGI_STORE_BACKEND_SQLITE_H

#include "base/str.h"
#include "value/value.h"

#include <signal.h>

struct db;   /* a connection */
struct stmt; /* a prepared statement */

enum db_mode {
  DB_MEMORY, /* a database of its own that goes with the connection */
  DB_READ,   /* an existing file, never written */
  DB_WRITE   /* a file, made when it is missing */
};

enum db_fault {
  DB_FINE,
  DB_BUSY,         /* another program held its lock for DB_PATIENCE seconds */
  DB_NOT_DATABASE, /* the file is something else */
  DB_CANNOT_OPEN,  /* the file or its journal */
  DB_READ_ONLY,    /* the file, its folder or the connection */
  DB_NEEDS_RECOVERY /* a load was cut off and only a writer may tidy up behind it */,
  DB_FULL,        /* no space */
  DB_DAMAGED,     /* the file is not what SQLite wrote */
  DB_INTERRUPTED, /* by db_interrupt */
  DB_OVERFLOW,    /* a sum beyond 64 bits */
  DB_PATTERN,     /* not a regular expression */
  DB_DENIED,      /* the guard forbade it */
  DB_MISTAKE,     /* in the statement, or in what it does with values */
  DB_OTHER
};

/* Another process commits a batch about once a second; a minute without a gap is not a queue any
 * more. */
#define DB_PATIENCE 60

/* Always gives a connection, which db_close takes; db_fault says whether it can be used. The
 * function REGEXP (POSIX extended regular expressions, UTF-8) is there. */
struct db *db_open(struct arena *arena, const char *path, enum db_mode mode);
/* Makes `to`, which is in memory and empty, a copy of the whole of `from`. */
bool db_copy(struct db *to, struct db *from);
void db_close(struct db *db); /* finishes no statement: they must be finished before */

enum db_fault db_fault(const struct db *db);
const char *db_message(const struct db *db); /* SQLite's own words; until the next call */
int64_t db_mistake_at(const struct db *db);  /* its byte in the statement; -1: not known */
bool db_has_word(struct str word);           /* is it a keyword of SQL? */

/* With the guard up a statement is prepared only if all it does is select. */
void db_guard(struct db *db, bool is_up);

/* While *stop is not 0 no lock is waited for: the call that would ends as DB_INTERRUPTED. */
void db_heed(struct db *db, const volatile sig_atomic_t *stop);

/* In a hurry a lock that another program holds is not waited for. */
void db_hurry(struct db *db, bool is_hurried);

/* Runs statements that give no rows. */
bool db_exec(struct db *db, const char *sql);

/* NULL on error. *rest is what stands behind the first statement; may be NULL. */
struct stmt *db_prepare(struct db *db, struct str sql, struct str *rest);
void stmt_finish(struct stmt *stmt); /* NULL is fine */

/* Parameters count from 1. stmt_text borrows until the next stmt_reset; stmt_bind copies. */
void stmt_integer(struct stmt *stmt, int at, int64_t integer);
void stmt_text(struct stmt *stmt, int at, struct str text);
void stmt_null(struct stmt *stmt, int at);
void stmt_bind(struct stmt *stmt, int at, struct value value);
int stmt_parameters(struct stmt *stmt);

/* 1 = a row, 0 = done, -1 = error. */
int stmt_step(struct stmt *stmt);
void stmt_reset(struct stmt *stmt);
/* Steps a statement that gives no rows and resets it. */
bool stmt_run(struct stmt *stmt);

/* Columns count from 0; texts live until the next step or reset. */
int stmt_columns(struct stmt *stmt);
struct str stmt_column_name(struct stmt *stmt, int column);
int64_t stmt_get_integer(struct stmt *stmt, int column);
struct str stmt_get_text(struct stmt *stmt, int column);
struct value stmt_get(struct stmt *stmt, int column);
bool stmt_is_blob(struct stmt *stmt, int column);

/* Rows for one statement: `INSERT … SELECT a, b, c, d, e FROM feed` takes all of them in a third of
 * the time that a statement for each would. */
#define FEED_COLUMNS 5
struct feed {
  size_t nrows;
  const void *rows;
  struct value (*get)(const void *rows, size_t row, int column); /* columns count from 0 */
};
/* Runs a statement that reads `feed`. */
bool stmt_run_feed(struct db *db, struct stmt *stmt, const struct feed *feed);

int64_t db_last_id(const struct db *db); /* of the row inserted last */
int64_t db_changes(const struct db *db); /* rows changed by the statement run last */

/* Ends the running statement; may be called from a signal handler. */
void db_interrupt(struct db *db);

#endif
