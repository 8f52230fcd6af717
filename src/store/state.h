/* state: what the files of store/ share: the open panel, the load under way and a few steps that
 * all of them take. Private to store/.
 */
#ifndef OGI_STORE_STATE_H
#define OGI_STORE_STATE_H

#include "form/body.h"
#include "store/backend_sqlite.h"
#include "store/ids.h"
#include "store/schema.h"
#include "store/store.h"

#include <signal.h>

/* A figure on its way to the table `fact` (value) or `odd` (state). */
struct fact {
  int cell, year;
  int64_t report, value;
};

struct facts {
  struct fact *at;
  size_t n, cap;
};

/* A cell on its way to `reading`. */
struct reading {
  int cell;
  uint8_t state;
  bool has_value;
  int64_t report, value;
  struct str printed; /* NULL when it is just the number */
};

struct readings {
  struct reading *at;
  size_t n, cap;
};

/* From store_load_begin to store_load_end. A batch is one transaction. */
struct load {
  bool is_on;
  bool in_batch;
  bool has_failed;          /* the database refused something: nothing further is taken */
  bool is_first_batch;      /* of this load */
  struct arena arena;       /* all below; given back at the end of the load */
  struct arena printed;     /* texts of the readings that wait */
  struct arena scratch;     /* what one report needs */
  size_t **slots;           /* by edition: its slots in the order of their cells */
  struct readings readings; /* of this batch, like the next two, on their way to their tables */
  struct ids agencies;      /* name as printed → agency.id */
  struct ids layouts;       /* hash → layout.id */
  struct facts facts;
  struct facts odds;     /* value is the state */
  int64_t data_version;  /* changes when another process has written */
  int64_t next_report;   /* the id of the next report */
  int64_t batch_reports; /* the id of the first report of this batch */
  int64_t old_reports;   /* ids up to here were there before this load */
  int64_t old_totals;    /* the same of total_row */
  int64_t last_report, last_agency, last_year, last_form; /* of the report that was put last */
  int64_t batch_started;                                  /* ms */
  struct str path;                                        /* the file whose reports are being put */
};

struct store {
  struct arena *arena;
  const struct vocab *vocab;
  const char *path; /* NULL: in memory */
  bool is_readonly;
  bool is_new;      /* its tables were made by this process */
  struct db *write; /* NULL when read-only */
  struct db *read;  /* a connection of its own; in memory the same one */
  bool is_copied;   /* suppose.c: they stand in a copy, in memory */
  struct db *asked; /* suppose.c: what `read` is else, while cells hold other numbers; NULL */
  struct stmt *statements[SQL_COUNT];        /* on `write`, each prepared on first use */
  struct stmt *result_statements[SQL_COUNT]; /* where there is no `write`: on `read` (results.c) */
  bool has_temp_checks;                      /* results were changed: the tables are temporary */
  bool is_changing_results;                  /* from store_results_begin to store_results_end */
  bool is_writing;                           /* from store_begin to store_commit, store_rollback */
  bool in_view;                              /* from store_view_begin to store_view_end */
  bool is_view_open;                         /* a transaction of `read`, begun by a question */
  struct cursor *cursors;                    /* closed ones, for the next question */
  const struct gazetteer *gazetteer;         /* read when it is first needed */
  struct load load;
  volatile sig_atomic_t is_asking, is_interrupted; /* store_interrupt */
};

/* The prepared statement, reset; NULL on error. */
struct stmt *store_statement(struct store *store, enum schema_sql which);

/* The first column of the first row in *value, 0 when there is none. The parameters have been
 * bound. Resets the statement. */
bool store_scalar(struct stmt *stmt, int64_t *value);

const struct gazetteer *store_gazetteer(struct store *store);

/* Binds a text, NULL when it is empty. */
void store_text_or_null(struct stmt *stmt, int at, struct str text);

/* Before a question on `read`: in a view it is part of its transaction. */
void store_view_open(struct store *store);

/* One transaction for writing: waits for the lock. When one of these fails: store_fault first, then
 * store_rollback, which forgets the reason. */
bool store_begin(struct store *store);
bool store_commit(struct store *store);
void store_rollback(struct store *store);

/* Turns the latest fault of the writing connection into a message. Returns false. */
bool store_fault(const struct store *store, const char *doing, struct diags *diags);
/* What the latest fault of a connection is, in words. */
const char *store_fault_reason(const struct db *db);
/* Complains when the panel cannot be written. */
bool store_is_writable(const struct store *store, const char *doing, struct diags *diags);

/* open.c: the number that a question gives. */
bool store_ask_number(struct db *db, const char *sql, int64_t *number);

/* batch.c. */
/* Opens a transaction for the next report unless one is open. */
bool batch_begin(struct store *store, struct diags *diags);
/* Between two reports: commits when the batch is large or old enough. */
bool batch_end(struct store *store, struct diags *diags);
/* Undoes the batch and says so; nothing further is taken. Returns false. */
bool batch_fail(struct store *store, struct diags *diags);
/* Inserts the figures that wait. */
bool batch_flush(struct store *store);

/* put.c. */
/* The agency of that name or alias, made when it is not there; 0 on error. */
int64_t put_agency(struct store *store, struct str name);

/* layouts.c: the places of a report's cells. *layout is 0 when it has none; *bases is a JSON array
 * of two numbers a table of the edition, in load.scratch. */
bool layout_put(struct store *store, const struct report *report, int64_t *layout,
                struct str *bases);

/* words.c: the editions for other programs. */
uint64_t words_hash(const struct vocab *vocab);
bool words_put(struct store *store, struct db *db);

/* versions.c. */
/* Lets the right one of the versions of an agency's report on a year count, moving figures. */
bool versions_settle(struct store *store, int64_t agency, int64_t year, int64_t form);
/* Takes one report out of all tables. */
bool versions_remove(struct store *store, int64_t report, bool counts);
/* Takes out what an earlier load made of load.path and this one did not give again. */
bool versions_forget_old(struct store *store);

/* totals.c: stores a row of totals over all agencies, in place of that which its path gave before.
 */
bool totals_put(struct store *store, const struct report *report);
/* Takes out those that an earlier load made of load.path and this one did not give again. */
bool totals_forget_old(struct store *store);

/* settle.c: derives region, level and function of the agencies that have not been looked at since
 * they came, or since what is known of them changed. Within a transaction. */
bool settle_agencies(struct store *store);

/* What a list declares of an agency; agency.declared holds these as bits. */
enum declared_field { DECLARED_REGION = 1, DECLARED_LEVEL = 2, DECLARED_FUNCTION = 4 };

/* regions.c: the tree of regions, read whole, changed in memory, written back numbered anew. */
struct regions;
struct regions *regions_read(struct arena *arena, struct store *store); /* NULL on error */
/* The node that `path` names, made if need be; -1 after diag_add. See store.h. */
int regions_place(struct arena *arena, struct regions *regions, struct str path, struct span at,
                  struct diags *diags);
/* The node of a division and, where there is one, of a township below it; made if need be. */
int regions_division(struct arena *arena, struct regions *regions, int division,
                     struct str township);
/* The path of a region as it was read, by its number then; empty. */
struct str regions_path(const struct regions *regions, int64_t id);
/* Numbers the nodes; agencies move with them. */
bool regions_write(struct arena *arena, struct store *store, struct regions *regions);
int64_t regions_id(const struct regions *regions, int node); /* its number in the database */

/* After a fault of `read`: was it that another process had left a load half-done? That is undone
 * now. */
bool store_recovered(struct store *store);

/* store.c: a cursor over a statement whose values are bound; it takes the statement over. */
struct cursor *store_cursor(struct store *store, struct stmt *stmt, struct span at);

#endif
