/* probe: the questions about a plan that only the data answers: years of a stock, consolidated
 * reports, coverage (see sql.h).
 */
#include "sql/gen.h"

#include "form/report.h"

#include <limits.h>

/* Groups whose figures the answer adds up are looked at together; each other by itself: one year of
 * this and another of that are no sum over years. */
struct sql sql_stock_years(struct arena *arena, const struct plan *plan,
                           const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  gen_scope(&g);
  gen_groups(&g, true);
  sbuf_addf(&g.text,
            "\nSELECT min(h.grp), min(s.year), max(s.year) FROM (SELECT DISTINCT year, edition, "
            "tables FROM scope) s JOIN has h ON " GEN_HAS
            "%s HAVING min(s.year) < max(s.year) ORDER BY 1 LIMIT 1",
            plan->is_share || plan->has_others ? "" : " GROUP BY h.grp");
  return gen_done(&g);
}

/* `alias ON …`: the reports in scope of the agency in `column`; a simple scope is not gone through
 * for them. */
static void scope_of(struct gen *g, const char *alias, const char *column) {
  bool simple = gen_is_simple(g->plan);
  sbuf_addf(&g->text, "%s %s ON %s.agency = %s", simple ? "report" : "scope", alias, alias, column);
  if (!simple)
    return;
  sbuf_addf(&g->text, " AND %s.counts = 1", alias);
  if (g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, alias);
  }
  gen_form(g, alias);
}

/* From the consolidated agencies (few) down to those they cover. */
struct sql sql_consolidated(struct arena *arena, const struct plan *plan,
                            const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  int n = 0;
  bool simple = gen_is_simple(plan);
  sbuf_add_z(&g.text,
             "WITH RECURSIVE cover(whole, part) AS (SELECT w.id, w.id FROM agency w WHERE "
             "w.consolidated = 1 UNION SELECT c.whole, a.id FROM cover c JOIN agency a ON "
             "a.parent = c.part)");
  g.has_with = true;
  if (!simple)
    gen_scope(&g);
  sbuf_addf(&g.text, "\nSELECT w.name, p.name, s.year FROM cover c %s ", dialect->then_join);
  scope_of(&g, "t", "c.whole");
  sbuf_addf(&g.text, " %s ", dialect->then_join);
  scope_of(&g, "s", "c.part");
  sbuf_add_z(&g.text,
             " AND s.year = t.year JOIN agency w ON w.id = c.whole JOIN agency p ON p.id = "
             "c.part WHERE c.whole <> c.part");
  for (int k = 0; k < plan->nkeys && !simple; k++) {
    if (!plan->keys[k].is_report)
      continue;
    if (!plan_adds_over(plan, k))
      sbuf_addf(&g.text, " AND s.k%d %s t.k%d", n, dialect->same, n);
    n++;
  }
  sbuf_add_z(&g.text, " ORDER BY s.year, w.name, p.name LIMIT 1");
  return gen_done(&g);
}

struct sql sql_editions(struct arena *arena, const struct plan *plan,
                        const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  if (!gen_is_simple(plan))
    gen_scope(&g);
  sbuf_add_z(&g.text, "\nSELECT DISTINCT s.year, s.edition FROM ");
  sbuf_add_z(&g.text, gen_is_simple(plan) ? "tally s WHERE s.n > 0" : "scope s");
  if (gen_is_simple(plan) && plan->scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, plan->scope, "s");
  }
  if (gen_is_simple(plan))
    gen_form_editions(&g, "s");
  sbuf_add_z(&g.text, " ORDER BY s.year, s.edition");
  return gen_done(&g);
}

/* The part of the scope that speaks of agencies alone: what an expected agency must satisfy. */
static void agency_conds(struct gen *g, const struct cond *cond) {
  if (cond == NULL)
    return;
  if (cond_is_about_agencies(cond)) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, cond, "r");
  } else if (cond->kind == COND_AND) {
    agency_conds(g, cond->left);
    agency_conds(g, cond->right);
  }
}

/* Does the scope speak of agencies and years alone? Of reports chosen by what is in them none can
 * be expected. */
static bool can_expect(const struct cond *cond) {
  if (cond == NULL || gen_years_only(cond) || cond_is_about_agencies(cond))
    return true;
  return cond->kind == COND_AND && can_expect(cond->left) && can_expect(cond->right);
}

static void year_bound(struct gen *g, int64_t bound, const char *function) {
  if (bound != INT64_MIN && bound != INT64_MAX)
    gen_bind(g, value_integer(bound));
  else
    sbuf_addf(&g->text, "(SELECT %s(r.year) FROM report r WHERE r.counts = 1", function);
  if (bound == INT64_MIN || bound == INT64_MAX) {
    gen_form(g, "r");
    sbuf_add_z(&g->text, ")");
  }
}

/* Of a form a report is expected of the agencies that have reported on it, and of those that have
 * not reported at all. */
static void expected_of_form(struct gen *g) {
  if (g->plan->form < 0)
    return;
  sbuf_add_z(&g->text, " AND (EXISTS (SELECT 1 FROM report r WHERE r.agency = a.id");
  gen_form(g, "r");
  sbuf_add_z(&g->text, ") OR NOT EXISTS (SELECT 1 FROM report r WHERE r.agency = a.id))");
}

struct sql sql_coverage(struct arena *arena, const struct plan *plan,
                        const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  int64_t low = INT64_MIN, high = INT64_MAX;
  gen_years_of(plan->scope, &low, &high);
  if (!gen_is_simple(plan))
    gen_scope(&g);
  gen_groups(&g, false);
  bool over_reports = plan->aggregate >= AGG_AVG && plan->aggregate <= AGG_LAST;
  gen_bad(&g, plan->blank_is_unknown && over_reports);
  gen_seen(&g);
  gen_with(&g, "cells", false);
  sbuf_add_z(&g.text, "SELECT DISTINCT l.cell FROM leaf l)");
  sbuf_addf(&g.text,
            "\nSELECT (SELECT coalesce(sum(n), 0) FROM seen),\n (SELECT coalesce(sum(s.n), 0) FROM "
            "seen s WHERE %s EXISTS (SELECT 1 FROM has h WHERE " GEN_HAS
            ")),\n (SELECT count(DISTINCT b.report) FROM bad b",
            plan->ngroups == 0 ? "TRUE OR" : "");
  gen_some(&g, "b.report");
  sbuf_add_z(&g.text, " WHERE EXISTS (SELECT 1 FROM has h WHERE h.grp = b.grp AND " GEN_HAS "))");
  for (int state = CELL_BLANK; state <= CELL_INFERRED; state += CELL_INFERRED - CELL_BLANK) {
    sbuf_addf(&g.text,
              ",\n (SELECT count(*) FROM cells c %s odd o ON o.cell = c.cell AND o.state = %d AND "
              "o.cell < %d",
              dialect->then_join, state,
              state == CELL_BLANK ? plan->vocab->nleaves : plan->vocab->ncells);
    gen_some(&g, "o.report");
    sbuf_add_z(&g.text, ")");
  }
  sbuf_addf(&g.text, ",\n (SELECT CASE WHEN count(*) > 0%s THEN count(*) * ",
            can_expect(plan->scope) ? "" : " AND FALSE");
  sbuf_addf(&g.text, "%s(0, 1 + ", dialect->greatest);
  year_bound(&g, high, "max");
  sbuf_add_z(&g.text, " - ");
  year_bound(&g, low, "min");
  sbuf_add_z(&g.text, ") END FROM agency a WHERE a.listed = 1");
  expected_of_form(&g);
  agency_conds(&g, plan->scope);
  sbuf_addf(&g.text,
            "),\n (SELECT count(*) FROM (SELECT DISTINCT s.agency, s.year FROM agency a %s ",
            dialect->then_join);
  scope_of(&g, "s", "a.id");
  sbuf_add_z(&g.text, " WHERE a.listed = 1) t)");
  return gen_done(&g);
}

struct sql sql_sources(struct arena *arena, const struct plan *plan,
                       const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  bool over_reports = plan->aggregate >= AGG_AVG && plan->aggregate <= AGG_LAST;
  gen_scope(&g);
  gen_groups(&g, false);
  gen_bad(&g, plan->blank_is_unknown && over_reports);
  sbuf_addf(&g.text,
            "\nSELECT a.name, s.year, r.path FROM scope s JOIN report r ON r.id = s.report JOIN "
            "agency a ON a.id = r.agency WHERE (%s EXISTS (SELECT 1 FROM has h WHERE " GEN_HAS "))",
            plan->ngroups == 0 ? "TRUE OR" : "");
  if (plan_has_one_figure(plan))
    sbuf_add_z(&g.text,
               " AND s.report NOT IN (SELECT b.report FROM bad b JOIN scope s ON s.report = "
               "b.report WHERE EXISTS (SELECT 1 FROM has h WHERE h.grp = b.grp AND " GEN_HAS "))");
  sbuf_add_z(&g.text, " ORDER BY s.year, a.name, r.path");
  return gen_done(&g);
}

/* Agencies of the list, or all where there is none, in the years asked for. */
struct sql sql_missing(struct arena *arena, const struct plan *plan,
                       const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  int64_t low = INT64_MIN, high = INT64_MAX;
  gen_years_of(plan->scope, &low, &high);
  /* A bound value by itself has no type everywhere: a sum has. */
  sbuf_add_z(&g.text, "WITH RECURSIVE span(year, last) AS (SELECT 0 + ");
  year_bound(&g, low, "min");
  sbuf_add_z(&g.text, ", 0 + ");
  year_bound(&g, high, "max");
  sbuf_add_z(
      &g.text,
      " UNION ALL SELECT year + 1, last FROM span WHERE year < last)"
      "\nSELECT a.name AS agency, y.year, (SELECT g.path FROM region g WHERE g.id = a.region)"
      " AS region, (SELECT l.key FROM level l WHERE l.id = a.level) AS level, a.function FROM span "
      "y CROSS JOIN agency a WHERE y.year <= "
      "y.last AND (a.listed = 1 OR NOT EXISTS (SELECT 1 FROM agency l WHERE l.listed = 1)) "
      "AND NOT EXISTS (SELECT 1 FROM report r WHERE r.agency = a.id AND r.year = y.year AND "
      "r.counts = 1)");
  if (plan->scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, plan->scope, "y");
  }
  sbuf_add_z(&g.text, " ORDER BY a.name, y.year");
  return gen_done(&g);
}
