/* diagnose: which reports there is something to explain of (see rules.h). */
#include "sql/gen.h"
#include "sql/rules.h"

static void gen_numbers(struct gen *g, const struct rule_numbers *numbers) {
  sbuf_add_z(&g->text, "(");
  for (size_t i = 0; i < numbers->n; i++)
    sbuf_addf(&g->text, "%s%lld", i > 0 ? ", " : "", (long long)numbers->at[i]);
  sbuf_add_z(&g->text, ")");
}

static void gen_failing(struct gen *g, const char *report, const struct rule_numbers *numbers) {
  sbuf_addf(&g->text, "%s IN (SELECT x.report FROM check_result x WHERE x.rule IN ", report);
  gen_numbers(g, numbers);
  sbuf_addf(&g->text, " AND x.status = %d)", STATUS_FAIL);
}

struct sql sql_failing(struct arena *arena, const struct rule_numbers *numbers,
                       const struct rule_numbers *carried, bool failing, const struct cond *scope,
                       const struct vocab *vocab, const struct dialect *dialect) {
  struct plan *plan = ARENA_NEW(arena, struct plan);
  plan->vocab = vocab;
  plan->form = -1;
  plan->count_dim = -1;
  struct gen g = gen_new(arena, plan, dialect);
  sbuf_add_z(&g.text,
             "SELECT r.agency, a.name, r.year, r.id, r.edition, r.path, b.id, b.edition, b.path, "
             "n.id, n.edition, n.path FROM report r JOIN agency a ON a.id = r.agency LEFT JOIN "
             "report b ON b.agency = r.agency AND b.year = r.year - 1 AND b.form = r.form AND "
             "b.counts = 1 LEFT JOIN report n ON n.agency = r.agency AND n.year = r.year + 1 AND "
             "n.form = r.form AND n.counts = 1 WHERE r.counts = 1");
  if (failing) {
    sbuf_add_z(&g.text, " AND (");
    gen_failing(&g, "r.id", numbers);
    sbuf_add_z(&g.text, " OR ");
    gen_failing(&g, "n.id", carried);
    sbuf_add_z(&g.text, ")");
  }
  if (scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, scope, "r");
  }
  sbuf_add_z(&g.text, " ORDER BY a.name, r.year, r.id");
  return gen_done(&g);
}
