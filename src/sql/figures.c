/* figures: the SQL that computes a plan's figures (see sql.h).
 *
 * Sums are put together from pieces that add up: what the cells hold, less what left-out reports
 * hold, and the number of reports that can have the figure, less the left-out ones. So the common
 * case touches each stored cell once, in the order in which it is stored. What is taken over
 * reports (avg, median …) first sums within each report.
 */
#include "sql/gen.h"

#include "form/report.h"

/* " AND f.year BETWEEN …": what of the scope can be told of a fact without its report. */
static void fact_years(struct gen *g) {
  int64_t low = INT64_MIN, high = INT64_MAX;
  gen_years_of(g->plan->scope, &low, &high);
  if (low != INT64_MIN || high != INT64_MAX) {
    struct cond years = {.kind = COND_YEARS, .low = low, .high = high};
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, &years, "f");
  }
}

/* The stored facts f of cells l.cell in scope. Where the scope is a few agencies their reports (s)
 * are looked up; else the facts are gone through in the order in which they are stored. */
static void facts_in_scope(struct gen *g, const char *cells) {
  const char *then = g->dialect->then_join;
  if (gen_is_few(g->plan->scope)) {
    sbuf_addf(&g->text,
              " FROM scope s CROSS JOIN %s l %s fact f ON f.cell = l.cell AND f.year = s.year AND "
              "f.report = s.report",
              cells, then);
    return;
  }
  sbuf_addf(&g->text, " FROM %s l %s fact f ON f.cell = l.cell", cells, then);
  if (g->plan->scope != NULL && gen_years_only(g->plan->scope)) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "f");
  } else if (g->plan->scope != NULL) {
    fact_years(g); /* spares most look-ups; the rest of the scope is asked of the report */
    sbuf_add_z(&g->text, " AND f.report IN (SELECT s.report FROM scope s)");
  }
}

/* part where the scope or a key asks for more than years: each fact's report tells its keys. */
static void gen_part_by_report(struct gen *g) {
  const struct plan *plan = g->plan;
  bool few = gen_is_few(plan->scope), report = false, agency = false;
  gen_with(g, "cells", false);
  sbuf_add_z(&g->text, "SELECT DISTINCT l.cell FROM leaf l)");
  gen_with(g, "part", false);
  sbuf_add_z(&g->text, "SELECT f.cell");
  int n = 0;
  for (int k = 0; k < plan->nkeys; k++) {
    if (!plan->keys[k].is_report)
      continue;
    sbuf_add_z(&g->text, ", ");
    if (few)
      sbuf_addf(&g->text, "s.k%d", n);
    else if (plan->keys[k].dim == REPORT_YEAR)
      sbuf_add_z(&g->text, "f.year");
    else
      gen_key(g, &plan->keys[k]);
    sbuf_addf(&g->text, " AS k%d", n++);
    report = report || (!few && plan->keys[k].dim != REPORT_YEAR);
    agency = agency || (!few && gen_key_needs_agency(&plan->keys[k]));
  }
  sbuf_add_z(&g->text, ", sum(f.value) AS v");
  facts_in_scope(g, "cells");
  if (report)
    sbuf_addf(&g->text, " %s report r ON r.id = f.report", g->dialect->then_join);
  if (agency)
    sbuf_addf(&g->text, " %s agency a ON a.id = r.agency", g->dialect->then_join);
  sbuf_add_z(&g->text, " GROUP BY f.cell");
  for (int k = 0; k < n; k++)
    sbuf_addf(&g->text, ", %d", k + 2);
  sbuf_add_z(&g->text, ")");
}

/* part(cell, k…, v): the stored figures, summed cell by cell: where the scope speaks of years
 * alone, from the sums that the loader keeps (a sum is hi * 2^32 + lo). */
static void gen_part(struct gen *g) {
  struct cell_range *ranges;
  size_t n = gen_ranges(g->text.arena, g->plan, &ranges);
  if (!gen_is_simple(g->plan)) {
    gen_part_by_report(g);
    return;
  }
  gen_with(g, "part", false);
  for (size_t i = 0; i < n; i++) {
    sbuf_add_z(&g->text, i > 0 ? "\n UNION ALL SELECT f.cell" : "SELECT f.cell");
    gen_year_keys(g, "f");
    sbuf_addf(&g->text,
              ", f.hi * 4294967296 + f.lo AS v FROM roll f WHERE f.cell BETWEEN %d AND %d",
              ranges[i].low, ranges[i].high);
    if (g->plan->scope != NULL) {
      sbuf_add_z(&g->text, " AND ");
      gen_cond(g, g->plan->scope, "f");
    }
  }
  if (n == 0)
    sbuf_add_z(&g->text, "SELECT 0 AS cell, 0 AS k0, 0 AS v WHERE FALSE");
  sbuf_add_z(&g->text, ")");
}

/* grp(grp): every group, so that one without a figure still has its rows. */
static void gen_all_groups(struct gen *g) {
  gen_with(g, "grp(grp)", false);
  for (size_t i = 0; i < g->plan->ngroups; i++)
    gen_values(g, i == 0, (int64_t[]){(int64_t)i}, 1);
  sbuf_add_z(&g->text, g->plan->ngroups > 0 ? ")" : "SELECT 0 WHERE FALSE)");
}

/* --- Totals over all agencies, which stand beside the reports */

/* The years and forms of the reports in scope, as s. */
static void total_scope(struct gen *g) {
  bool simple = gen_is_simple(g->plan);
  sbuf_addf(&g->text, " FROM %s s JOIN has h ON h.edition = s.edition AND (h.mask & s.tables) <> 0",
            simple ? "tally" : "scope");
  sbuf_add_z(&g->text, simple ? " AND s.n > 0" : "");
  if (simple && g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "s");
  }
}

/* The pieces of the totals; a year whose total is not loaded, or is no number, makes the figure
 * unknown, and so does a report that had to be left out of the sum beside it. */
static void total_pieces(struct gen *g) {
  sbuf_add_z(&g->text, "\n UNION ALL SELECT t.grp");
  gen_total_keys(g);
  sbuf_add_z(&g->text,
             ", c.value, 1, 1, 0, 0 FROM printed t JOIN total_cell c ON c.cell = t.cell AND "
             "c.value IS NOT NULL JOIN total_row r ON r.id = c.total AND r.counts = 1");
  gen_form(g, "r");
  if (g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "r");
  }
  sbuf_add_z(&g->text, "\n UNION ALL SELECT DISTINCT h.grp");
  gen_some_keys(g);
  sbuf_add_z(&g->text, ", 0, 0, 1, 1, 0");
  total_scope(g);
  sbuf_add_z(&g->text,
             " WHERE NOT EXISTS (SELECT 1 FROM printed t JOIN total_cell c ON c.cell = t.cell "
             "AND c.value IS NOT NULL JOIN total_row r ON r.id = c.total AND r.counts = 1 "
             "WHERE t.grp = h.grp AND r.year = s.year)\n UNION ALL SELECT b.grp");
  gen_some_keys(g);
  sbuf_add_z(&g->text, ", 0, 0, 0, 1, 0 FROM bad b");
  gen_some(g, "b.report");
}

/* piece(grp, k…, v, n, possible, unknown): what adds up to value and number of reports. A group
 * that none of the reports in scope can have comes with possible = 0. */
static void gen_pieces(struct gen *g, bool cuts) {
  const char *then = g->dialect->then_join;
  gen_with(g, "piece", cuts);
  sbuf_add_z(&g->text, "SELECT l.grp");
  gen_keys(g, "p.");
  sbuf_add_z(
      &g->text,
      ", p.v * l.weight AS v, 0 AS n, 0 AS possible, 0 AS unknown, 0 AS guessed FROM part p JOIN "
      "leaf l ON l.cell = p.cell\n UNION ALL SELECT q.grp");
  gen_keys(g, "s.");
  sbuf_addf(
      &g->text,
      ", 0, CASE WHEN h.grp IS NULL THEN 0 ELSE s.n END, CASE WHEN h.grp IS NULL THEN 0 ELSE 1 "
      "END, 0, 0 FROM seen s CROSS JOIN grp q LEFT JOIN has h ON h.grp = q.grp AND " GEN_HAS
      "\n UNION ALL SELECT l.grp");
  gen_some_keys(g);
  sbuf_add_z(&g->text, ", -f.value * l.weight, 0, 0, 0, 0 FROM bad b");
  gen_some(g, "b.report");
  sbuf_addf(&g->text,
            " %s leaf l ON l.grp = b.grp %s fact f ON f.cell = l.cell AND f.year = s.year AND "
            "f.report = b.report\n UNION ALL SELECT b.grp",
            then, then);
  gen_some_keys(g);
  sbuf_addf(&g->text, ", 0, -1, 0, 0, 0 FROM bad b %s has h ON h.grp = b.grp", then);
  gen_some(g, "b.report");
  sbuf_add_z(&g->text, " AND " GEN_HAS);
  sbuf_add_z(&g->text, "\n UNION ALL SELECT b.grp");
  gen_some_keys(g);
  sbuf_add_z(&g->text, ", 0, 0, 0, 0, 1 FROM guess b");
  gen_some(g, "b.report");
  sbuf_add_z(&g->text,
             " AND NOT EXISTS (SELECT 1 FROM bad w WHERE w.grp = b.grp AND w.report = "
             "b.report)");
  if (g->plan->ndoubts > 0) {
    sbuf_add_z(&g->text, "\n UNION ALL SELECT b.grp");
    gen_some_keys(g);
    sbuf_addf(&g->text, ", 0, 0, 0, 0, %lld FROM doubt b", (long long)SQL_DOUBT);
    gen_some(g, "b.report");
    sbuf_add_z(&g->text,
               " AND NOT EXISTS (SELECT 1 FROM bad w WHERE w.grp = b.grp AND w.report = "
               "b.report)");
  }
  if (g->plan->blank_is_unknown) {
    sbuf_add_z(&g->text, "\n UNION ALL SELECT l.grp");
    gen_some_keys(g);
    sbuf_addf(&g->text,
              ", 0, 0, 0, 1, 0 FROM leaf l %s odd o ON o.cell = l.cell AND o.state = %d%s", then,
              CELL_BLANK, gen_weighs(g));
    gen_some(g, "o.report");
    sbuf_add_z(&g->text,
               " AND NOT EXISTS (SELECT 1 FROM bad b WHERE b.grp = l.grp AND b.report = "
               "o.report)");
  }
  if (g->plan->takes_total)
    total_pieces(g);
  sbuf_add_z(&g->text, ")");
}

/* --- Cuts */

static int region_levels(const struct plan *plan) {
  for (int k = 0; k < plan->nkeys; k++)
    if (plan->keys[k].is_report && plan->keys[k].dim == REPORT_REGION && !plan->keys[k].is_across &&
        plan->keys[k].node == 0 && plan->keys[k].depth > 1)
      return plan->keys[k].depth;
  return 0;
}

/* The keys of one cut: those it drops are NULL, a region is shown at the level that the cut names.
 */
static void cut_keys(struct gen *g, int cut, const char *prefix, bool group_by) {
  int n = 0, level = cut >> CUT_LEVEL;
  for (int k = 0; k < g->plan->nkeys; k++) {
    const struct key *key = &g->plan->keys[k];
    if (!key->is_report)
      continue;
    bool drops = (cut & (key->is_across ? CUT_COLUMN : CUT_ROWS)) != 0;
    if (drops && !group_by)
      sbuf_addf(&g->text, ", NULL AS k%d", n);
    else if (!drops && !group_by && key->dim == REPORT_AGENCY)
      sbuf_addf(&g->text, ", (SELECT a.name FROM agency a WHERE a.id = %sk%d) AS k%d", prefix, n,
                n);
    else if (!drops && level > 0 && key->dim == REPORT_REGION && !key->is_across) {
      sbuf_add_z(&g->text, ", ");
      gen_region_at(g, str_fmt(g->text.arena, "%sk%d", prefix, n).p, level);
    } else if (!drops)
      sbuf_addf(&g->text, ", %sk%d", prefix, n);
    n++;
  }
}

/* The cuts of a plan as a set of bits: 0 always, others where `total` drops report keys. */
static int cut_bits(const struct plan *plan) {
  int bits = 0;
  for (int k = 0; k < plan->nkeys; k++)
    if (plan->has_total && plan->keys[k].is_report &&
        !(plan->keys[k].is_across && plan->change == CHANGE_PAIR))
      bits |= plan->keys[k].is_across ? CUT_COLUMN : CUT_ROWS;
  return bits;
}

static void each_cut(struct gen *g, void (*select)(struct gen *g, int cut)) {
  int bits = cut_bits(g->plan), levels = region_levels(g->plan);
  bool any = false;
  sbuf_add_z(&g->text, "\n");
  for (int cut = 0; cut <= (CUT_ROWS | CUT_COLUMN); cut++)
    for (int level = 0; level < (levels > 0 && (cut & CUT_ROWS) == 0 ? levels : 1); level++) {
      if ((cut & ~bits) != 0)
        continue;
      sbuf_add_z(&g->text, any ? "\nUNION ALL " : "");
      select(g, cut | level << CUT_LEVEL);
      any = true;
    }
}

static void select_sum(struct gen *g, int cut) {
  sbuf_addf(&g->text, "SELECT %d AS cut, p.grp", cut);
  cut_keys(g, cut, "p.", false);
  sbuf_add_z(&g->text,
             ", CASE WHEN sum(p.n) > 0 AND sum(p.unknown) = 0 THEN sum(p.v) END AS value,"
             " sum(p.n) AS n, max(p.possible) AS possible, sum(p.guessed) AS guessed FROM piece p "
             "GROUP BY p.grp");
  cut_keys(g, cut, "p.", true);
}

static struct sql sum_figures(struct gen *g) {
  if (!gen_is_simple(g->plan))
    gen_scope(g);
  gen_groups(g, false);
  gen_all_groups(g);
  gen_left_out(g, false);
  gen_guess(g);
  if (g->plan->ndoubts > 0)
    gen_doubt(g);
  gen_part(g);
  gen_seen(g);
  if (g->plan->takes_total)
    gen_printed(g);
  gen_pieces(g, cut_bits(g->plan) != 0 || region_levels(g->plan) > 0);
  each_cut(g, select_sum);
  return gen_done(g);
}

/* --- Over reports */

/* own(grp, k…, agency, year, v, possible, guessed): each report's own sum; NULL where it has none
 * or is left out. */
static void gen_own(struct gen *g) {
  gen_with(g, "per", true);
  sbuf_add_z(&g->text,
             "SELECT t.grp, t.report, sum(t.v) AS v, sum(t.present) AS present FROM ("
             "SELECT h.grp, s.report, 0 AS v, 1 AS present FROM scope s JOIN has h ON " GEN_HAS
             "\n UNION ALL SELECT l.grp, f.report, f.value * l.weight, 0");
  facts_in_scope(g, "leaf");
  sbuf_add_z(&g->text, ") t GROUP BY t.grp, t.report)");
  gen_with(g, "own", true);
  sbuf_add_z(&g->text, "SELECT q.grp");
  gen_keys(g, "s.");
  sbuf_add_z(&g->text,
             ", s.agency, s.year, CASE WHEN p.present > 0 AND NOT EXISTS (SELECT 1 FROM bad "
             "b WHERE b.grp = q.grp AND b.report = s.report) THEN p.v END AS v, "
             "coalesce(p.present, 0) AS possible, CASE WHEN EXISTS (SELECT 1 FROM guess i WHERE "
             "i.grp = q.grp AND i.report = s.report) THEN 1 ELSE 0 END");
  if (g->plan->ndoubts > 0)
    sbuf_addf(
        &g->text,
        " + CASE WHEN p.present > 0 AND EXISTS (SELECT 1 FROM doubt i WHERE i.grp = q.grp AND "
        "i.report = s.report) THEN %lld ELSE 0 END",
        (long long)SQL_DOUBT);
  sbuf_add_z(&g->text,
             " AS guessed FROM scope s JOIN grp q ON TRUE LEFT JOIN "
             "per p ON p.report = s.report AND p.grp = q.grp)");
}

/* No figure rests on a report that is left out of it. */
#define GUESSED " AS possible, sum(CASE WHEN d.v IS NOT NULL THEN d.guessed ELSE 0 END) AS guessed "

static void select_simple(struct gen *g, int cut) {
  static const char *const functions[] = {[AGG_AVG] = "avg", [AGG_MIN] = "min", [AGG_MAX] = "max"};
  sbuf_addf(&g->text, "SELECT %d AS cut, d.grp", cut);
  cut_keys(g, cut, "d.", false);
  sbuf_addf(&g->text,
            ", %s(d.v) AS value, count(d.v) AS n, max(d.possible)" GUESSED
            "FROM own d GROUP BY "
            "d.grp",
            functions[g->plan->aggregate]);
  cut_keys(g, cut, "d.", true);
}

/* The sample's standard deviation, from the distances to a whole number near the mean: they are
 * small and exact, so that large figures lose no digits and groups that vary alike compare equal.
 */
static void select_stddev(struct gen *g, int cut) {
  sbuf_addf(&g->text, "SELECT %d AS cut, d.grp", cut);
  cut_keys(g, cut, "d.", false);
  sbuf_addf(&g->text,
            ", CASE WHEN count(d.v) > 1 THEN sqrt((count(d.v) * sum(d.e * d.e) - sum(d.e) * "
            "sum(d.e)) / (count(d.v) * (count(d.v) - 1))) END AS value, count(d.v) AS n, "
            "max(d.possible)" GUESSED
            "FROM (SELECT o.*, CAST(o.v - CAST(avg(o.v) OVER (PARTITION BY o.grp");
  cut_keys(g, cut, "o.", true);
  sbuf_addf(&g->text, ") AS BIGINT) AS %s) AS e FROM own o) d GROUP BY d.grp",
            g->dialect->real_type);
  cut_keys(g, cut, "d.", true);
}

/* Linear between the two neighbours: position p/100 * (n - 1) in the sorted row of n figures. Whole
 * numbers decide which neighbours these are, so that no rounding can choose a wrong one. */
static void select_percentile(struct gen *g, int cut) {
  int p = g->plan->aggregate == AGG_MEDIAN ? 50 : g->plan->percentile;
  sbuf_addf(&g->text, "SELECT %d AS cut, d.grp", cut);
  cut_keys(g, cut, "d.", false);
  sbuf_addf(
      &g->text,
      ", CAST(min(CASE WHEN d.i = d.low THEN d.v END) AS %s) + (min(CASE WHEN d.i = d.high "
      "THEN d.v END) - min(CASE WHEN d.i = d.low THEN d.v END)) * (min(d.rest) / 100.0) AS "
      "value, count(d.v) AS n, max(d.possible)" GUESSED
      "FROM (SELECT x.*, "
      "(%d * (x.c - 1)) / 100 AS low, (%d * (x.c - 1) + 99) / 100 AS high, "
      "(%d * (x.c - 1)) %% 100 AS rest FROM (SELECT o.*, row_number() OVER (PARTITION BY o.grp",
      g->dialect->real_type, p, p, p);
  cut_keys(g, cut, "o.", true);
  sbuf_add_z(&g->text, ", o.v IS NULL ORDER BY o.v) - 1 AS i, count(o.v) OVER (PARTITION BY o.grp");
  cut_keys(g, cut, "o.", true);
  sbuf_add_z(&g->text, ") AS c FROM own o) x) d GROUP BY d.grp");
  cut_keys(g, cut, "d.", true);
}

/* Each agency's first or last year in scope in which it has the figure; these add up over agencies.
 */
static void select_ends(struct gen *g, int cut) {
  sbuf_addf(&g->text, "SELECT %d AS cut, d.grp", cut);
  cut_keys(g, cut, "d.", false);
  sbuf_add_z(&g->text, ", sum(d.v) AS value, count(d.v) AS n, max(d.possible)" GUESSED
                       "FROM (SELECT o.grp, o.possible, o.guessed");
  gen_keys(g, "o.");
  sbuf_addf(&g->text,
            ", CASE WHEN row_number() OVER (PARTITION BY o.grp, o.agency, o.v IS NULL ORDER BY "
            "o.year %s) = 1 THEN o.v END AS v FROM own o) d GROUP BY d.grp",
            g->plan->aggregate == AGG_FIRST ? "ASC" : "DESC");
  cut_keys(g, cut, "d.", true);
}

static struct sql own_figures(struct gen *g, void (*select)(struct gen *g, int cut)) {
  gen_scope(g);
  gen_groups(g, false);
  gen_all_groups(g);
  gen_left_out(g, g->plan->blank_is_unknown);
  gen_guess(g);
  if (g->plan->ndoubts > 0)
    gen_doubt(g);
  gen_own(g);
  each_cut(g, select);
  return gen_done(g);
}

/* --- Counts and lists */

static void select_count(struct gen *g, int cut) {
  sbuf_addf(&g->text, "SELECT %d AS cut, 0 AS grp", cut);
  cut_keys(g, cut, "s.", false);
  sbuf_addf(&g->text,
            ", %s AS value, count(*) AS n, 1 AS possible, 0 AS guessed FROM scope s WHERE TRUE",
            g->plan->count_dim >= 0 ? "count(DISTINCT s.counted)" : "count(*)");
  struct sbuf *b = &g->text;
  size_t before = b->n;
  sbuf_add_z(b, " GROUP BY 1"); /* the cut: of no report there is no row */
  size_t grouped = b->n;
  cut_keys(g, cut, "s.", true);
  if (b->n == grouped && (cut & CUT_ROWS) == 0) /* one row, 0 when there is no report */
    b->at[b->n = before] = '\0';
}

static struct sql list_reports(struct gen *g) {
  gen_scope(g);
  sbuf_add_z(&g->text,
             "\nSELECT a.name AS agency, s.year, (SELECT e.short FROM edition e WHERE e.id = "
             "s.edition) AS edition, r.blank, r.unread, r.inferred, r.doubts, r.signed_on, r.path "
             "FROM scope s JOIN report r ON r.id = s.report JOIN agency a ON a.id = s.agency "
             "ORDER BY a.name, s.year, r.path");
  return gen_done(g);
}

struct sql sql_figures(struct arena *arena, const struct plan *plan,
                       const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  switch (plan->aggregate) {
  case AGG_SUM:
  case AGG_STATED:
  case AGG_GAP:
  case AGG_RATE:
    return sum_figures(&g);
  case AGG_AVG:
  case AGG_MIN:
  case AGG_MAX:
    return own_figures(&g, select_simple);
  case AGG_STDDEV:
    return own_figures(&g, select_stddev);
  case AGG_MEDIAN:
  case AGG_PERCENTILE:
    return own_figures(&g, select_percentile);
  case AGG_FIRST:
  case AGG_LAST:
    return own_figures(&g, select_ends);
  case AGG_COUNT:
    gen_scope(&g);
    each_cut(&g, select_count);
    return gen_done(&g);
  case AGG_MISSING:
    return sql_missing(arena, plan, dialect);
  case AGG_FIND:
  case AGG_CLAIMS:
    return gen_narrative(&g);
  case AGG_LIST:
    break;
  }
  return list_reports(&g);
}
