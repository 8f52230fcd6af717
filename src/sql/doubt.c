/* doubt: what of the figures rests on reports, or cells of them, in which a check fails (see gen.h,
 * sql.h).
 */
#include "plan/rule.h"
#include "sql/gen.h"

void gen_failures(struct gen *g, const struct error_rules *rules, bool certain) {
  sbuf_add_z(&g->text, " FROM check_result x WHERE x.rule IN (");
  for (size_t i = 0; i < rules->n; i++)
    sbuf_addf(&g->text, "%s%lld", i > 0 ? ", " : "", (long long)rules->at[i]);
  sbuf_addf(&g->text, ") AND x.status = %d%s", STATUS_FAIL, certain ? " AND x.blank = 0" : "");
}

void gen_doubt(struct gen *g) {
  const struct plan *plan = g->plan;
  bool has_lag = false;
  gen_with(g, "fails", true);
  sbuf_add_z(&g->text, "SELECT x.rule, x.instance, x.report, x.agency, x.year");
  gen_failures(g, plan->errors, plan->blank_is_unknown);
  sbuf_add_z(&g->text, ")");
  gen_with(g, "speaks(grp, rule, instance, lag)", true);
  for (size_t i = 0; i < plan->ndoubts; i++) {
    const struct doubt *d = &plan->doubts[i];
    gen_values(g, i == 0, (int64_t[]){d->group, d->rule, d->instance, d->lag}, 4);
    has_lag = has_lag || d->lag > 0;
  }
  sbuf_add_z(&g->text, ")");
  gen_with(g, "doubt(grp, report)", true);
  sbuf_add_z(&g->text,
             "SELECT DISTINCT t.grp, x.report FROM fails x JOIN speaks t ON t.rule = "
             "x.rule AND t.instance = x.instance AND t.lag = 0");
  if (has_lag)
    sbuf_add_z(&g->text,
               " UNION SELECT t.grp, p.id FROM fails x JOIN speaks t ON t.rule = x.rule "
               "AND t.instance = x.instance AND t.lag = 1 JOIN report r ON r.id = "
               "x.report JOIN report p ON p.agency = x.agency AND p.year = x.year - 1 "
               "AND p.form = r.form AND p.counts = 1");
  sbuf_add_z(&g->text, ")");
}

/* From the reports that fail (few) to the scope: a simple one is not gone through for them. */
struct sql sql_failing_count(struct arena *arena, const struct plan *plan,
                             const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  bool simple = gen_is_simple(plan);
  if (!simple)
    gen_scope(&g);
  sbuf_add_z(&g.text, "\nSELECT count(*) FROM (SELECT DISTINCT x.report");
  gen_failures(&g, plan->errors, plan->blank_is_unknown);
  sbuf_addf(&g.text, ") f %s %s = f.report", dialect->then_join,
            simple ? "report s ON s.id" : "scope s ON s.report");
  if (!simple)
    return gen_done(&g);
  sbuf_add_z(&g.text, " AND s.counts = 1");
  gen_form(&g, "s");
  if (plan->scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, plan->scope, "s");
  }
  return gen_done(&g);
}
