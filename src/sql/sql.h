/* sql: a plan → SQL text and its binds. Everything a user wrote is bound or came through the
 * vocabulary as a number; no text of a statement ever enters the SQL. Tables: see store/store.h.
 */
#ifndef OGI_SQL_SQL_H
#define OGI_SQL_SQL_H

#include "plan/plan.h"
#include "sql/dialect.h"

struct sql {
  struct str text;
  struct value *binds;
  size_t nbinds;
};

/* A cut is a level of totals over report keys: bit 0 drops those in `by`, bit 1 the one in
 * `across`; what is above them is a level of the tree of regions, 0 = as deep as the key asks. */
#define CUT_ROWS 1
#define CUT_COLUMN 2
#define CUT_LEVEL 2 /* shift */

/* The id of a section is report * SQL_SECTIONS + n (store/store.h). */
#define SQL_SECTIONS 64

/* More than there are cells: see sql_figures. */
#define SQL_DOUBT ((int64_t)1 << 40)

/* The figures in long form: cut, grp (index in plan->groups), one column for each report key in the
 * order of plan->keys (NULL where the cut drops it; regions, editions and forms as ids), value
 * (NULL: missing), n (reports behind it), possible (0: no report in scope could have it), guessed
 * (it rests on inferred cells where there is a rest on division by SQL_DOUBT, on cells in failing
 * checks where it is not below that). Values are integers in the figure's smallest unit, doubles
 * for quotients. For AGG_LIST the columns are those of the answer. */
/* For AGG_FIND a row is a section: year, agency, path, form, section, lines, text;
 * in the order of the answer, by year, agency and section. Of AGG_FIND some may lack the words. */
struct sql sql_figures(struct arena *arena, const struct plan *plan, const struct dialect *dialect);

/* One row: how many reports in scope an instance of plan->errors fails in. */
struct sql sql_failing_count(struct arena *arena, const struct plan *plan,
                             const struct dialect *dialect);

/* A group of a stock that the scope holds over several years, with the first and the last of them;
 * no row when there is none. */
struct sql sql_stock_years(struct arena *arena, const struct plan *plan,
                           const struct dialect *dialect);

/* Where a figure comes from: the groups whose cells it adds up, and which reports of the scope. */
struct sql_source {
  const int *groups; /* indexes in plan->groups */
  size_t ngroups;
  struct sql_bound {           /* what the keys of the figure's row allow */
    int key;                   /* index in plan->keys, of a report key */
    struct value value, other; /* `other`: or this one; missing when there is none */
    bool has_other;
    bool is_under; /* a region: itself and those below */
  } bounds[MAX_KEYS];
  size_t nbounds;
};

/* The cells behind a figure that are not a plain 0, with those for which a report was left out:
 * grp, agency, year, table, row, column, printed, value (in the measure's unit), state, path,
 * place, weighted (the value in the smallest unit with its sign; NULL when it is not counted),
 * slot, report, cell (NULL in rows over all agencies), weight. */
struct sql sql_cells(struct arena *arena, const struct plan *plan, const struct sql_source *source,
                     const struct dialect *dialect);

/* A row for each year and edition (index in vocab->editions) of which reports are in scope, in
 * order. */
struct sql sql_editions(struct arena *arena, const struct plan *plan,
                        const struct dialect *dialect);

/* At most one row: the names of a consolidated agency and of one it covers that would be added up.
 */
struct sql sql_consolidated(struct arena *arena, const struct plan *plan,
                            const struct dialect *dialect);

/* A row for each agency and year of which a report is expected and none is there: agency, year,
 * region, level, function. The scope speaks of agencies and years alone. */
struct sql sql_missing(struct arena *arena, const struct plan *plan, const struct dialect *dialect);

/* One row: reports in scope, reports that have a figure, those left out of one, blank leaves,
 * inferred cells, agencies expected times years, and expected ones that are there; the last two
 * NULL when no list of agencies is loaded. */
struct sql sql_coverage(struct arena *arena, const struct plan *plan,
                        const struct dialect *dialect);

/* The reports that have a figure, those left out of one not among them: agency, year, path; by
 * year, agency, path. */
struct sql sql_sources(struct arena *arena, const struct plan *plan, const struct dialect *dialect);

#endif
