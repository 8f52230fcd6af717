/* rule_results: questions to the results of checks (see rules.h). */
#include "sql/rule_expr.h"
#include "sql/rules.h"

static void gen_numbers(struct gen *g, const int64_t *numbers, size_t n) {
  sbuf_add_z(&g->text, "(");
  for (size_t i = 0; i < n; i++)
    sbuf_addf(&g->text, "%s%lld", i > 0 ? ", " : "", (long long)numbers[i]);
  sbuf_add_z(&g->text, ")");
}

/* Of results: r stands for the report they are about, whose columns are missing where it is of
 * none.
 */
static void gen_results(struct gen *g, const int64_t *numbers, size_t n, const struct cond *scope,
                        bool needs_agency) {
  sbuf_add_z(&g->text,
             " FROM (SELECT x.*, q.id, q.edition, q.form, q.tables, q.path, q.blank AS blanks, "
             "q.unread, q.inferred, q.doubts, q.layout, q.bases FROM check_result x LEFT JOIN "
             "report q ON q.id = x.report WHERE x.rule IN ");
  gen_numbers(g, numbers, n);
  sbuf_add_z(&g->text, ") r");
  if (needs_agency)
    sbuf_add_z(&g->text, " JOIN agency a ON a.id = r.agency");
  sbuf_add_z(&g->text, " WHERE TRUE");
  if (scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, scope, "r");
  }
}

struct sql sql_findings(struct arena *arena, const int64_t *numbers, size_t n,
                        const struct cond *scope, bool failures, const struct vocab *vocab,
                        const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  sbuf_add_z(
      &g.text,
      "SELECT r.rule, r.agency, a.name, r.year, r.report, r.instance, r.status, r.blank, "
      "r.cell, r.lhs, r.rhs, r.path, CASE WHEN r.cell < 0 THEN (SELECT h.place FROM "
      "report_heading h WHERE h.report = r.report AND h.section = -r.cell) END, r.edition, CASE "
      "WHEN r.cell < 0 THEN (SELECT h.astray FROM report_heading h WHERE h.report = r.report AND "
      "h.section = -r.cell) END, r.note, r.tables, r.layout, r.bases");
  gen_results(&g, numbers, n, scope, true);
  if (failures)
    sbuf_addf(&g.text, " AND r.status = %d", STATUS_FAIL);
  sbuf_add_z(&g.text, " ORDER BY CASE r.rule");
  for (size_t i = 0; i < n; i++)
    sbuf_addf(&g.text, " WHEN %lld THEN %zu", (long long)numbers[i], i);
  sbuf_add_z(&g.text, " END, a.name, r.year, r.report, r.instance");
  return gen_done(&g);
}

struct sql sql_verdicts(struct arena *arena, const int64_t *numbers, size_t n,
                        const struct cond *scope, const struct vocab *vocab,
                        const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  bool agency = scope != NULL && gen_cond_needs_agency(scope);
  /* One number is grouped quicker than five columns. */
  sbuf_addf(&g.text,
            "SELECT k / 65536, nullif(k / 256 %% 256, 255), k / 128 %% 2, k / 2 %% 64, k %% 2, n "
            "FROM (SELECT r.rule * 65536 + coalesce(r.edition, 255) * 256 + (r.instance = %d) * "
            "128 + r.status * 2 + r.blank AS k, count(*) AS n",
            RULE_WHOLE);
  gen_results(&g, numbers, n, scope, agency);
  sbuf_add_z(&g.text, " GROUP BY 1) v");
  return gen_done(&g);
}

static void gen_tried(struct gen *g, const struct cond *scope) {
  bool agency = scope != NULL && gen_cond_needs_agency(scope);
  sbuf_addf(&g->text, " FROM report r%s WHERE r.counts = 1",
            agency ? " JOIN agency a ON a.id = r.agency" : "");
  if (scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, scope, "r");
  }
}

struct sql sql_tried(struct arena *arena, const struct cond *scope, const struct vocab *vocab,
                     const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  sbuf_add_z(&g.text,
             "SELECT r.id, r.edition, a.name, r.year, r.path FROM report r JOIN agency a "
             "ON a.id = r.agency WHERE r.counts = 1");
  if (scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, scope, "r");
  }
  sbuf_add_z(&g.text, " ORDER BY a.name, r.year, r.id");
  return gen_done(&g);
}

struct sql sql_tried_count(struct arena *arena, const struct cond *scope, const struct vocab *vocab,
                           const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  sbuf_add_z(&g.text, "SELECT r.edition, count(*)");
  gen_tried(&g, scope);
  sbuf_add_z(&g.text, " GROUP BY r.edition");
  return gen_done(&g);
}

struct sql sql_todo(struct arena *arena, bool stale_only, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, NULL, dialect);
  sbuf_addf(&g.text,
            "INSERT INTO todo SELECT r.id, r.agency, r.year, r.edition, r.tables, p.id, p.edition, "
            "p.tables FROM %s LEFT JOIN report p ON p.agency = r.agency AND p.year = r.year - 1 "
            "AND p.form = r.form AND p.counts = 1 WHERE r.counts = 1",
            stale_only ? "check_stale s JOIN report r ON r.agency = s.agency" : "report r");
  return gen_done(&g);
}

struct sql sql_told(struct arena *arena, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, NULL, dialect);
  sbuf_addf(
      &g.text,
      "SELECT t.report, t.edition, t.tables, t.before, t.before_edition, t.before_tables, "
      "t.agency, t.year, r.form, s.n, s.text FROM (SELECT * FROM todo WHERE report > ?1 ORDER "
      "BY report LIMIT ?2) t %s report r ON r.id = t.report %s section s ON s.id BETWEEN "
      "t.report * %d AND t.report * %d + %d ORDER BY t.report, s.id",
      dialect->then_join, dialect->then_join, SQL_SECTIONS, SQL_SECTIONS, SQL_SECTIONS - 1);
  return gen_done(&g);
}
