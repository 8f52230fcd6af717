/* store: the panel of loaded reports, in SQLite (sqlite3.h is included in backend_sqlite.c alone).
 * schema.c holds the text of the tables.
 */
// clang-format off
/* meta(key, value)             fingerprint of the cell numbers (form.h), hash of the printed words
 * agency(id, name, folded, region, level, function, parent, consolidated, listed, declared, settled,
 *   government, region_why, level_why, function_why)
 *                              declared: which of region (1), level (2), function (4) a list says,
 *                              the others are derived, with the reason in …_why; settled: 0 = not
 *                              looked at yet, 1 = by its name, 2 = by its reports; government: of a
 *                              place itself, so that its report may cover others
 * level(id, key, zh, en)       highest first
 * alias(folded, name, agency)  other names of agencies
 * region(id, parent, last, name, path, code, place)
 *                              numbered in preorder: the subtree of r is r.id .. r.last; code:
 *                              GB/T 2260; place: in the order of the gazetteer, 0 = not in it
 * edition(id, key, name, short)
 *                              id = index in vocab->editions; key cn.2021, short 2021
 * edition_cell(edition, slot, cell, tbl, "table", "row", "column", scale, factor)
 * report(id, agency, year, edition, form, counts, tables, blank, unread, inferred, absent, doubts,
 *   path, title, signed_on, layout, bases, sender, said, headings, astray, heading_places)
 *                              tables: bit t is set when the edition's table t is in the report;
 *                              blank …: how many cells; doubts: how many warnings; said: agency
 *                              and year are the user's; headings: bit n is set when section n has a
 *                              heading, NULL where none were looked for, astray those out of order;
 *                              heading_places: a JSON array, table and row of section n at 2n-2 and
 *                              2n-1, which the view report_heading(report, section, astray, place)
 *                              shows
 * fact(cell, year, report, value)
 *                              clustered by cell: figures other than 0 of reports that count,
 *                              inferred ones too
 * roll(cell, year, hi, lo)     their sums, hi * 2^32 + lo
 * tally(year, edition, tables, n)
 *                              how many reports count
 * odd(cell, report, state)     clustered by cell: blank, text, unread and inferred ones of the same
 *                              reports
 * reading(report, cell, state, value, printed)
 *                              clustered by report: all that is not a plain 0, of every version;
 *                              printed is NULL where it is just the number
 * layout(id, hash), layout_place(layout, slot, tbl, row, cell)
 *                              places, shared by reports of one shape: to tbl and row of a cell of
 *                              table t add report.bases[2t] and [2t+1] (a JSON array)
 * section(id, report, n, text, lines)
 *                              n from 1; only id = report * 64 + n is indexed; lines: where each
 *                              line of the text stands (report.h)
 * search(text)                 made by the first search: an index of words, under the id of the
 *                              section (search.c)
 * remark(report, n, severity, text, tbl, row, cell)
 * total_row(id, form, edition, year, counts, unread, absent, blank, name, path)
 * total_cell(total, cell, state, value, printed, tbl, row, place)
 *                              rows that print totals over all agencies: no reports and of no agency;
 *                              every cell of theirs, in place the number of the cell in its row
 * definition(id, family, name, form, text, origin, line)
 *                              made by the first `define`: what people keep under a name, as they
 *                              wrote it, where, and under which `use form` (definitions.c)
 * load_file(id, path, member, verdict, report, doubts, reason, tbl, row, cell)
 *                              the files of the latest load, and those in archives (member), in
 *                              their order; a file with several reports has a row for each
 * check_rule(id, key, hash, seconds)
 *                              rules whose results are kept; hash of what they say (plan/rule.h)
 * check_result(rule, agency, year, report, instance, status, blank, cell, lhs, rhs)
 *                              of the reports that count, all that is not a plain pass: status is an
 *                              enum rule_status, instance an index in rule->instances or RULE_WHOLE,
 *                              report 0 where it is about none, cell the one to point at
 *                              (-n: the heading of section n), blank 1
 *                              where a blank leaf was taken as 0
 * check_stale(agency)          agencies whose results are old: see results.c
 *
 * Views for other programs: cell (language.md, section 1), the same of every version report_cell,
 * report_list, agency_list, load_list, total_list. `value` is the number times 10^scale of its unit, `state` an enum
 * cell_state. */
// clang-format on
#ifndef OGI_STORE_STORE_H
#define OGI_STORE_STORE_H

#include "base/diag.h"
#include "form/form.h"
#include "form/panel.h"
#include "form/report.h"
#include "value/value.h"

struct store;

/* Opens the panel in `path`, making it if need be; NULL or empty: in memory. NULL after diag_add
 * when the file is no database, that of another program, of another version of the forms, or cannot
 * be opened. With `readonly` the file must exist and is never written. The store keeps `arena` and
 * `vocab`. */
struct store *store_open(struct arena *arena, const char *path, bool readonly,
                         const struct vocab *vocab, struct diags *diags);
void store_close(struct store *store); /* NULL is fine */

/* --- Loading: begin, put any number, end. Commits happen in between, after whole reports. */
bool store_load_begin(struct store *store, struct diags *diags);
enum put_outcome { PUT_NEW, PUT_REPLACED, PUT_VERSION, PUT_TOTAL, PUT_FAILED };
/* PUT_REPLACED: the same path held this agency and year before. PUT_VERSION: another file holds the
 * same agency and year; one of the two counts, as language.md section 1 decides. PUT_TOTAL: it was
 * no report but a total over all agencies; of several on a form and year one counts. A report
 * without agency or year is a caller's mistake. After PUT_FAILED (see diags) nothing of the report
 * is stored. */
enum put_outcome store_put(struct store *store, const struct report *report, struct diags *diags);
/* While nothing is there to be put: commits what has waited for long. */
bool store_load_pause(struct store *store, struct diags *diags);
/* Commits what is left. `keep` false: rolls the open batch back (a batch is whole reports). */
bool store_load_end(struct store *store, bool keep, struct diags *diags);

/* What became of a file, for the list of the latest load (table load_file). */
struct load_entry {
  struct str path, member; /* of the file, and of the file in that archive: empty = itself */
  const char *verdict;     /* a word */
  bool has_report;         /* it gave the report that was put last */
  size_t doubts;
  struct str reason; /* of the first doubt, or of its rejection; may be empty */
  struct place place;
};
/* Only during a load. A fault is reported once and ends the load. */
void store_note_file(struct store *store, const struct load_entry *entry, struct diags *diags);

/* Which of the versions of the report that was put last (PUT_VERSION) counts, and by what. */
enum choice_reason { CHOICE_UNREAD, CHOICE_INFERRED, CHOICE_BLANK, CHOICE_PATH };
struct version_choice {
  bool is_this;              /* the report put last; else that of `other` */
  struct str other;          /* path: of the one that counts, or of the best of the others */
  enum choice_reason reason; /* fewer such cells; CHOICE_PATH: alike, the first path */
  int64_t here, there;       /* cells in the report put last, and in the other */
};
bool store_version_choice(struct arena *arena, struct store *store, struct version_choice *choice);

/* Removes every version of an agency's report on a year. Returns how many, -1 on error. */
int store_drop(struct store *store, int64_t agency, int year, struct diags *diags);

/* `load "f.csv" as agencies`: columns agency, region, level, function, parent, consolidated,
 * aliases (any order, agency required, others optional; aliases parted by `;` or `、`; region a
 * path parted by `/`; consolidated yes/no, 1/0, 是/否). Declares or updates; places errors by line.
 * *count: rows taken. */
bool store_agencies(struct store *store, struct str csv, size_t *count, struct diags *diags);

/* --- Supposing (suppose.c): between begin and end every question is asked of a panel in which some
 * cells hold other numbers, and nothing may be loaded or kept. The panel stays as it is. */
bool store_suppose_begin(struct store *store, struct diags *diags);
/* A cell of a report (its id) holds that number, times 10^scale of its unit, and prints it so. The
 * report must have the table. */
bool store_suppose(struct store *store, int64_t report, int cell, int64_t value, struct str printed,
                   struct diags *diags);
void store_suppose_end(struct store *store);

/* --- Definitions that people made, as text (definitions.c) */
struct kept_definition {
  const char *family; /* a name is there once in each: "figure", "query" */
  struct str name;    /* its key, as it is compared */
  struct str form;    /* key of the form it was made for; empty: any */
  struct str text;    /* the statement */
  struct str origin;  /* the script it stood in */
  int64_t line;       /* and where */
};
struct kept_definitions {
  struct kept_definition *at;
  size_t n, cap;
};
/* In the order in which they were made. Everything in `arena`. */
bool store_definitions(struct arena *arena, struct store *store, struct kept_definitions *list,
                       struct diags *diags);
/* In place of one of the same family and name. A panel that may not be written keeps nothing: a
 * caller's mistake. */
bool store_definition_put(struct store *store, const struct kept_definition *definition,
                          struct diags *diags);
bool store_definition_drop(struct store *store, const char *family, struct str name,
                           struct diags *diags);

struct panel store_panel(struct store *store);

/* --- Asking. One statement on a read-only handle (in memory: query_only) behind an authorizer. */
struct cursor;
/* Between begin and end all questions see the panel as it was at the first of them, whatever other
 * processes write; they lock the file once, not each. A change by this process ends what is seen,
 * and the next question sees the panel as changed. Not nested. */
void store_view_begin(struct store *store);
void store_view_end(struct store *store);
/* In a hurry a panel that another process has locked is not waited for: questions fail. */
void store_hurry(struct store *store, bool is_hurried);
/* While people are waited for (an editor, a pager) other processes may write; the next question of
 * the view sees what they did. */
void store_view_pause(struct store *store);
/* Prepares and binds. NULL after diag_add(…, at, …). The cursor is closed by cursor_close. */
struct cursor *store_query(struct store *store, struct str sql, const struct value *binds,
                           size_t nbinds, struct span at, struct diags *diags);
/* The same of SQL that a person wrote, without values to bind. NULL after a message, or when SQLite
 * takes the text for wrong: *mistake says why then, its text is empty else. */
struct sql_mistake {
  struct str text; /* SQLite's own words */
  int64_t at;      /* the byte; -1: not known */
};
struct cursor *store_sql(struct store *store, struct str sql, struct span at,
                         struct sql_mistake *mistake, struct diags *diags);
/* Says that SQL may ask, and no more. Returns false. */
bool store_forbid(struct span at, struct diags *diags);
/* Is it a keyword of SQL, which as a name stands in double quotes? */
bool store_has_word(struct str word);
/* 1 = a row, 0 = no more, -1 = error (diags; DIAG_INTERRUPTED after store_interrupt). */
int cursor_step(struct cursor *cursor, struct diags *diags);
size_t cursor_columns(const struct cursor *cursor);
struct str cursor_name(const struct cursor *cursor, size_t column);
struct value cursor_value(struct cursor *cursor,
                          size_t column);                  /* text lives until the next step */
bool cursor_is_blob(struct cursor *cursor, size_t column); /* then it is no text: bytes */
/* Asks the same once more, with other values; what it gave before is gone. */
void cursor_again(struct cursor *cursor, const struct value *binds, size_t nbinds);
void cursor_close(struct cursor *cursor);

/* --- Searching (search.c). The index of words is no part of the panel: whatever it lacks is found
 * by looking through the text. */
/* Brings the index nearer to completeness, for at most about that long; only in a file that may be
 * written and that no other process writes at the moment. */
void store_search_extend(struct store *store, int milliseconds);
/* Sections with ids up to this one are in the table `search`; 0: there may be none. */
int64_t store_search_upto(struct store *store);

/* --- Results of checks (results.c). Kept with the panel; of a panel that cannot be written they
 * last as long as it is open. */
struct known_rule {
  int64_t number;
  struct str key;
  uint64_t hash;
  double seconds; /* that trying it took, on all or on those that had changed */
};
struct known_rules {
  struct known_rule *at;
  size_t n, cap;
};
/* The rules that have results, and of how many agencies these are old. */
bool store_rules_known(struct arena *arena, struct store *store, struct known_rules *rules,
                       int64_t *stale, struct diags *diags);
/* Changes to results: in one transaction from begin to end; `keep` false undoes them. */
bool store_results_begin(struct store *store, struct diags *diags);
/* What is old for an agency is old for the consolidated ones above it too. */
bool store_results_above(struct store *store, struct diags *diags);
bool store_results_end(struct store *store, bool keep, struct diags *diags);
/* Enters a rule, without results: its number, -1 after a message. */
int64_t store_rule_enter(struct store *store, struct str key, uint64_t hash, struct diags *diags);
bool store_rule_forget(struct store *store, int64_t number, struct diags *diags);
bool store_rule_done(struct store *store, int64_t number, double seconds, struct diags *diags);
/* Forgets the results of the agencies for which they are old. */
bool store_results_outdated(struct store *store, int64_t number, struct diags *diags);
bool store_results_current(struct store *store, struct diags *diags);
/* Empties the table of reports to be tried, making it if need be. */
bool store_todo(struct store *store, struct diags *diags);
/* Runs a statement of sql/rules.c. */
bool store_results_run(struct store *store, struct str sql, const struct value *binds,
                       size_t nbinds, struct span at, struct diags *diags);
/* Asks while results change, and sees the table of reports to be tried. Such a cursor is closed
 * before the next change. NULL after a message. */
struct cursor *store_results_query(struct store *store, struct str sql, const struct value *binds,
                                   size_t nbinds, struct span at, struct diags *diags);

/* Ends the running statement; may be called from a signal handler. */
void store_interrupt(struct store *store);

bool store_is_readonly(const struct store *store);
bool store_is_memory(const struct store *store);

#endif
