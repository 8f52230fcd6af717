/* rule_every: rules about each cell by itself: its figure, its state, what is printed there (see
 * rules.h).
 */
#include "sql/rules.h"

#include "form/report.h"
#include "sql/rule_expr.h"
#include "sql/rule_split.h"

/* The columns of a cell that are the term's. */
#define OF_TERM "m.instance, m.editions, m.exact, m.anchor, m.unit"

/* Cells that are split come by themselves: " AND" those of `row` that are not. */
static void gen_unsplit(struct gen *g, const struct rule *rule, const char *row) {
  if (rule->has_split)
    sbuf_addf(&g->text,
              " AND NOT EXISTS (SELECT 1 FROM split s WHERE s.report = %s.report AND s.cell = "
              "%s.cell)",
              row, row);
}

/* Figures that are plainly printed, but 0. Without an operand nothing but their state is asked,
 * which is that of 0. */
static void gen_plain(struct gen *g, const struct rule *rule) {
  sbuf_addf(
      &g->text,
      "SELECT f.report, " OF_TERM
      ", %d AS state, f.value, FALSE AS blank, NULL AS "
      "printed, FALSE AS is_split, NULL AS meant FROM term m %s fact f ON f.cell = m.cell WHERE ",
      CELL_NUMBER, g->dialect->then_join);
  if (rule->noperands == 0) {
    sbuf_add_z(&g->text, "FALSE");
    return;
  }
  sbuf_add_z(&g->text, "NOT ");
  gen_expr(g, rule->holds, "f.value", "unit");
  sbuf_add_z(&g->text,
             " AND NOT EXISTS (SELECT 1 FROM odd o WHERE o.cell = f.cell AND o.report = "
             "f.report)");
  gen_unsplit(g, rule, "f");
}

/* Where 0 could fail every cell that prints it is looked at: the tables hold no zeros. */
static void gen_zero(struct gen *g, const struct rule *rule) {
  sbuf_addf(&g->text,
            " UNION ALL SELECT t.report, " OF_TERM
            ", %d, 0, FALSE, NULL, FALSE, NULL FROM todo t %s term m ON (m.editions >> t.edition) "
            "& 1 = 1 WHERE NOT EXISTS (SELECT 1 FROM odd o WHERE o.cell = m.cell AND o.report = "
            "t.report)",
            CELL_NUMBER, g->dialect->then_join);
  if (rule->noperands > 0)
    sbuf_add_z(&g->text,
               " AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.cell = m.cell AND f.year = "
               "t.year AND f.report = t.report)");
  if (rule->has_split)
    sbuf_add_z(&g->text,
               " AND NOT EXISTS (SELECT 1 FROM split s WHERE s.report = t.report AND "
               "s.cell = m.cell)");
}

/* A blank counts where its figure does. */
static void gen_odd(struct gen *g, const struct rule *rule) {
  sbuf_addf(&g->text,
            " UNION ALL SELECT o.report, " OF_TERM
            ", o.state, d.value, %s (o.state = %d), d.printed, FALSE, NULL FROM term m %s odd o ON "
            "o.cell = m.cell JOIN reading d ON d.report = o.report AND d.cell = o.cell WHERE TRUE",
            rule->noperands > 0 ? "" : "FALSE AND", CELL_BLANK, g->dialect->then_join);
  gen_unsplit(g, rule, "o");
}

static void gen_split_cells(struct gen *g) {
  sbuf_addf(
      &g->text,
      " UNION ALL SELECT s.report, " OF_TERM
      ", coalesce(d.state, %d), coalesce(d.value, 0), "
      "s.blank, s.printed, TRUE, s.meant FROM split s JOIN term m ON m.cell = s.cell LEFT JOIN "
      "reading d ON d.report = s.report AND d.cell = s.cell",
      CELL_NUMBER);
}

struct sql rule_every_sql(struct gen *g, const struct rule *rule, int64_t number, bool few) {
  const char *cell = "CASE WHEN state = 1 THEN 0 ELSE value END";
  _Static_assert(CELL_BLANK == 1, "a blank is taken as 0");
  gen_terms(g, rule);
  if (rule->has_split)
    gen_split(g, few);
  sbuf_addf(&g->text,
            " SELECT %lld, agency, year, report, instance, status, blank, anchor, lhs, rhs FROM "
            "(SELECT t.agency, t.year, t.report, c.instance, c.blank, c.anchor, CASE WHEN ",
            (long long)number);
  if (rule->noperands > 0) /* what was only inferred decides nothing */
    sbuf_addf(&g->text, "c.state = %d OR (c.exact <> 0 AND c.state <> %d) THEN %d WHEN ",
              CELL_INFERRED, CELL_NUMBER, STATUS_NA);
  gen_expr(g, rule->holds, cell, "unit");
  sbuf_addf(&g->text, " THEN CASE WHEN c.blank THEN %d ELSE %d END WHEN NOT ", STATUS_PASS_BLANK,
            STATUS_PASS);
  gen_expr(g, rule->holds, cell, "unit");
  sbuf_addf(&g->text, " THEN %d ELSE %d END AS status, ", STATUS_FAIL, STATUS_UNKNOWN);
  if (rule->nsides > 0) {
    sbuf_add_z(&g->text, "coalesce(printed, ");
    gen_side(g, rule, 0, cell, "unit");
    sbuf_add_z(&g->text, ")");
  } else {
    sbuf_add_z(&g->text, "printed");
  }
  sbuf_add_z(&g->text, " AS lhs, coalesce(meant, ");
  if (rule->noperands > 0)
    gen_side(g, rule, 1, cell, "unit");
  else
    sbuf_add_z(&g->text, "NULL");
  sbuf_add_z(&g->text, ") AS rhs FROM (");
  gen_plain(g, rule);
  if (!rule_passes_zero(rule))
    gen_zero(g, rule);
  gen_odd(g, rule);
  if (rule->has_split)
    gen_split_cells(g);
  sbuf_addf(&g->text,
            ") c JOIN todo t ON t.report = c.report AND (c.editions >> t.edition) & 1 = 1) h WHERE "
            "status <> %d",
            STATUS_PASS);
  gen_untried(g, number, "h", "h.instance");
  return rule_results(g, RESULT);
}
