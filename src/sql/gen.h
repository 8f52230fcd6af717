/* gen: the pieces of SQL that all questions about a plan share. Private to src/sql.
 */
#ifndef OGI_SQL_GEN_H
#define OGI_SQL_GEN_H

#include "sql/sql.h"

/* Joins a report, or reports of one kind (s), to what a group can have (h). */
#define GEN_HAS                                                                                    \
  "h.edition = s.edition AND (h.mask & s.tables) <> 0 AND (h.also & s.tables) = h.also"

struct gen {
  struct sbuf text;
  const struct plan *plan;
  const struct dialect *dialect;
  struct {
    struct value *at;
    size_t n, cap;
  } binds;
  bool has_with; /* WITH has been written */
};

struct gen gen_new(struct arena *arena, const struct plan *plan, const struct dialect *dialect);
struct sql gen_done(struct gen *g);

/* Begins a common table expression: `WITH name AS (` or `, name AS (`. */
void gen_with(struct gen *g, const char *name, bool materialized);

/* Adds a bound value. */
void gen_bind(struct gen *g, struct value value);

/* The reports in scope: report, year, agency, edition, tables, and k0 … for each report key. */
void gen_scope(struct gen *g);

/* leaf(grp, cell, weight), has(grp, edition, mask, also): which cells a group holds, and in which
 * tables of which edition it can have a figure: a report must have one of `mask` and all of `also`,
 * see GEN_HAS. `stock_only` leaves out groups of flows. For rates also pair(grp, other). */
void gen_groups(struct gen *g, bool stock_only);

/* What to add where only leaves count that a figure rests on: those of weight 0 are there for the
 * coverage alone. */
const char *gen_weighs(const struct gen *g);

/* Of a reading called so: does it spoil the figures it stands in? Text and what is unread do, and a
 * printed total that is blank; `with_blank` every blank. */
void gen_spoils(struct gen *g, const char *reading, bool with_blank);

/* bad(grp, report): reports left out of a figure since a cell of it is text or unread, or a printed
 * total blank. */
void gen_bad(struct gen *g, bool with_blank);

/* The same, and for a gap the reports whose edition prints no total there. */
void gen_left_out(struct gen *g, bool with_blank);

/* guess(grp, report): reports of which some cell of the group was only inferred from the form's
 * sums. */
void gen_guess(struct gen *g);

/* " FROM check_result x WHERE …": the instances of the rules that fail; with `certain` those alone
 * that do not rest on a blank taken as 0. */
void gen_failures(struct gen *g, const struct error_rules *rules, bool certain);

/* doubt(grp, report): reports of which some cell of the group stands in an instance that fails
 * (doubt.c). Only where the plan has doubts. */
void gen_doubt(struct gen *g);

/* A row of numbers of `VALUES (1,2),(3,4)`. */
void gen_values(struct gen *g, bool is_first, const int64_t *numbers, size_t n);

/* A condition on the rows of table `alias` (report r, agency a; or fact f, which has the year
 * alone). */
void gen_cond(struct gen *g, const struct cond *cond, const char *alias);

/* The column or expression of a report dimension over report r and agency a. */
const char *gen_dim_column(enum report_dim dim);

/* In which of its tables an edition prints any of these cells, as bits. */
uint64_t gen_tables(const struct edition *edition, const struct cell_list *cells);

/* Does a condition ask for something that stands with the agency? */
bool gen_cond_needs_agency(const struct cond *cond);

/* Is the scope a condition on years alone, and every report key the year? Then facts need no join.
 */
bool gen_is_simple(const struct plan *plan);

/* The expression of a report key over report r and, where gen_key_needs_agency, agency a. Of an
 * agency it is the id. */
void gen_key(struct gen *g, const struct key *key);
bool gen_key_needs_agency(const struct key *key);

/* The region at `level` of the tree (1 = the top) in which the region lies, or itself where it lies
 * higher. */
void gen_region_at(struct gen *g, const char *region, int level);

/* Is a condition on years alone? */
bool gen_years_only(const struct cond *cond);

/* Narrows low .. high to the years that a condition allows at most; open ends stay INT64_MIN and
 * INT64_MAX. */
void gen_years_of(const struct cond *cond, int64_t *low, int64_t *high);

/* Is the scope confined to named agencies? Then their reports are looked up, else facts are gone
 * through. */
bool gen_is_few(const struct cond *cond);

/* Adds " AND alias.form = …" where the plan is about one form. */
void gen_form(struct gen *g, const char *alias);
/* The same of a table that knows editions alone. */
void gen_form_editions(struct gen *g, const char *alias);

/* printed(grp, cell): which cell of a row over all agencies a group states. */
void gen_printed(struct gen *g);

/* ", k0 …" over a row r of total_row or total_list; a plan that takes totals divides by years and
 * forms alone. */
void gen_total_keys(struct gen *g);

/* seen(edition, tables, k…, n): the reports in scope, counted by what they can have. */
void gen_seen(struct gen *g);

/* Where gen_is_simple: ", alias.year AS k0" when the year is a key. */
void gen_year_keys(struct gen *g, const char *alias);

/* Joins the few reports in `column` to the scope, as alias s (s.report, s.year, keys by
 * gen_some_keys). In a simple scope the reports are looked up one by one; the whole scope is never
 * gone through for their sake. */
void gen_some(struct gen *g, const char *column);
void gen_some_keys(struct gen *g);

/* ", k0, k1" with a prefix such as "s."; nothing when there are no report keys. */
void gen_keys(struct gen *g, const char *prefix);

/* narrative.c: the sections for `find`. */
struct sql gen_narrative(struct gen *g);

/* Distinct cells of all groups as ascending ranges. */
struct cell_range {
  int low, high;
};
size_t gen_ranges(struct arena *arena, const struct plan *plan, struct cell_range **ranges);

#endif
