/* rule_sums: rules that compare sums of cells (see rules.h).
 */
#include "sql/rules.h"

#include "form/report.h"
#include "sql/rule_expr.h"

/* --- Sums */

/* Which way a blank of the term could move left less right. */
static void directions(const struct rule *rule, const struct rule_term *term, bool *up,
                       bool *down) {
  const struct expr *left = rule->nsides > 0 ? rule->sides[0]->args[0] : NULL;
  bool on_left = left != NULL && left->kind == EXPR_OPERAND && left->operand == term->operand;
  if (term->operand >= rule->nformula) { /* of the note: it decides nothing */
    *up = *down = false;
    return;
  }
  *up = !rule->is_plain || term->is_signed || on_left == (term->weight > 0);
  *down = !rule->is_plain || term->is_signed || on_left != (term->weight > 0);
}

/* What 1 is in the figures of an instance. */
static int64_t unit_of(const struct rule_instance *instance) {
  int64_t unit = 1;
  for (int d = 0; d < instance->scale; d++)
    unit *= 10;
  return unit;
}

void gen_terms(struct gen *g, const struct rule *rule) {
  gen_with(
      g,
      "term(cell, instance, operand, lag, weight, editions, here, exact, up, down, anchor, unit)",
      true);
  for (size_t i = 0; i < rule->terms.n; i++) {
    const struct rule_term *t = &rule->terms.at[i];
    bool up, down;
    directions(rule, t, &up, &down);
    const struct rule_instance *in = &rule->instances[t->instance];
    int64_t term[] = {t->cell,
                      t->instance,
                      t->operand,
                      t->lag,
                      t->weight,
                      (int64_t)t->editions,
                      (int64_t)in->editions,
                      t->is_exact,
                      up,
                      down,
                      in->anchor,
                      unit_of(in)};
    gen_values(g, i == 0, term, sizeof term / sizeof term[0]);
  }
  sbuf_add_z(&g->text, ")");
}

/* Is a term so in every edition that prints its cell? Then the edition of a report need not be
 * looked up. */
static bool is_everywhere(const struct vocab *vocab, const struct rule *rule) {
  for (size_t i = 0; i < rule->terms.n; i++)
    for (size_t e = 0; e < vocab->neditions; e++)
      if ((rule->terms.at[i].editions >> e & 1) == 0 &&
          edition_slot(&vocab->editions[e], rule->terms.at[i].cell) >= 0)
        return false;
  return true;
}

static void gen_operands(struct gen *g, const struct rule *rule, const char *value) {
  for (int k = 0; k < rule->noperands; k++)
    sbuf_addf(&g->text, ", CASE m.operand WHEN %d THEN m.weight * %s ELSE 0 END AS o%d", k, value,
              k);
}

/* What a cell's state makes doubtful: doubt, one of these; and blanks, how many a larger figure
 * would move left less right up, and in units of BLANK_DOWN how many down. Sums of facts are
 * grouped by the million: each column less counts. */
#define DOUBT_UNKNOWN 1
#define DOUBT_ABSENT 2 /* nothing to be held against the rule */
#define BLANK_DOWN "4294967296"

static void gen_flags(struct gen *g, const char *state) {
  if (state == NULL) {
    sbuf_add_z(&g->text, ", 0 AS doubt, 0 AS blanks");
    return;
  }
  sbuf_addf(&g->text,
            ", CASE WHEN %s = %d OR (m.exact <> 0 AND %s <> %d) THEN %d WHEN m.exact = 0 AND %s IN "
            "(%d, %d) THEN %d ELSE 0 END AS doubt, CASE WHEN m.exact = 0 AND %s = %d THEN m.up + "
            "m.down * " BLANK_DOWN " ELSE 0 END AS blanks",
            state, CELL_INFERRED, state, CELL_NUMBER, DOUBT_ABSENT, state, CELL_TEXT, CELL_UNREAD,
            DOUBT_UNKNOWN, state, CELL_BLANK);
}

/* What 1 is in the figures of `instance`, an expression. */
static const char *unit_case(struct gen *g, const struct rule *rule, const char *instance) {
  struct sbuf b = {.arena = g->text.arena};
  for (size_t i = 0; i < rule->ninstances; i++)
    if (unit_of(&rule->instances[i]) != 1)
      sbuf_addf(&b, " WHEN %zu THEN %lld", i, (long long)unit_of(&rule->instances[i]));
  return b.n == 0
             ? "1"
             : str_fmt(g->text.arena, "(CASE %s%.*s ELSE 1 END)", instance, STR_ARG(sbuf_str(&b)))
                   .p;
}

/* The cell that a finding about `instance` points at. */
static void gen_anchor(struct gen *g, const struct rule *rule, const char *instance) {
  sbuf_addf(&g->text, "CASE %s", instance);
  for (size_t i = 0; i < rule->ninstances; i++)
    sbuf_addf(&g->text, " WHEN %zu THEN %d", i, rule->instances[i].anchor);
  sbuf_add_z(&g->text, " END");
}

/* Rows of one table (fact or odd) for the terms of one year. */
static void gen_all_rows(struct gen *g, const struct rule *rule, int lag, bool is_odd,
                         bool everywhere) {
  const char *join = g->dialect->then_join, *column = lag > 0 ? "before" : "report";
  bool is_direct = everywhere && lag == 0;
  sbuf_addf(&g->text, "SELECT %s.report AS report, m.instance AS instance", is_direct ? "f" : "t");
  gen_operands(g, rule, is_odd ? "0" : "f.value");
  gen_flags(g, is_odd ? "f.state" : NULL);
  sbuf_addf(&g->text, " FROM term m %s %s f ON f.cell = m.cell", join, is_odd ? "odd" : "fact");
  if (!is_direct)
    sbuf_addf(&g->text, " %s todo t ON t.%s = f.report", join, column);
  sbuf_addf(&g->text, " WHERE m.lag = %d", lag);
  if (!everywhere)
    sbuf_addf(&g->text, " AND (m.editions >> t.%sedition) & 1 = 1", lag > 0 ? "before_" : "");
  if (lag > 0)
    sbuf_add_z(&g->text, " AND (m.here >> t.edition) & 1 = 1");
}

static void gen_few_rows(struct gen *g, const struct rule *rule, int lag) {
  const char *join = g->dialect->then_join;
  sbuf_add_z(&g->text, "SELECT t.report AS report, m.instance AS instance");
  gen_operands(g, rule, "coalesce(d.value, 0)");
  gen_flags(g, "d.state");
  sbuf_addf(&g->text,
            " FROM todo t %s reading d ON d.report = t.%s JOIN term m ON m.cell = d.cell AND m.lag "
            "= %d AND (m.editions >> t.%sedition) & 1 = 1 AND (m.here >> t.edition) & 1 = 1",
            join, lag > 0 ? "before" : "report", lag, lag > 0 ? "before_" : "");
}

/* Of reports that cover others: the terms of the report itself and those of the covered ones. */
static void gen_covered_rows(struct gen *g, const struct rule *rule) {
  const char *join = g->dialect->then_join;
  for (int covered = 0; covered < 2; covered++) {
    sbuf_addf(&g->text, "%sSELECT t.report AS report, m.instance AS instance",
              covered > 0 ? "\nUNION ALL " : "");
    gen_operands(g, rule, "coalesce(d.value, 0)");
    gen_flags(g, "d.state");
    sbuf_addf(&g->text,
              " FROM %s v %s todo t ON t.report = v.report %s reading d ON d.report = v.%s JOIN "
              "term m ON m.cell = d.cell AND m.lag = %d AND (m.editions >> %s.edition) & 1 = 1 AND "
              "(m.here >> t.edition) & 1 = 1",
              covered > 0 ? "cover" : "(SELECT DISTINCT report FROM cover)", join, join,
              covered > 0 ? "part" : "report", covered > 0 ? RULE_COVERED : 0,
              covered > 0 ? "v" : "t");
  }
}

/* Is it about each cell and that of the year before, and nothing to be seen where both are 0? */
static bool is_of_pairs(const struct rule *rule, bool few) {
  return rule->kind == RULE_EVERY && !few && rule->has_lag && rule_passes_zero(rule);
}

/* Of a rule about each cell and that of the year before: the operands as SQL over f, the cell, and
 * g, the cell of the year before. */
static void gen_operands_of_two(struct gen *g, const struct rule *rule, bool has_now) {
  for (int k = 0; k < rule->noperands; k++) {
    sbuf_add_z(&g->text, ", (0");
    for (size_t i = 0; i < rule->terms.n; i++) {
      const struct rule_term *t = &rule->terms.at[i];
      if (t->instance == 0 && t->operand == k && (t->lag > 0 || has_now))
        sbuf_addf(&g->text, " + %d * %s", t->weight,
                  t->lag > 0 ? "coalesce(g.value, 0)" : "f.value");
    }
    sbuf_addf(&g->text, ") AS o%d", k);
  }
}

/* every(cell, instance, unit, editions), and doubtful(report, instance): where one of the two cells
 * is no plain number. */
static void gen_every(struct gen *g, const struct rule *rule) {
  const char *join = g->dialect->then_join;
  gen_with(g, "every(cell, instance, unit, editions)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    gen_values(g, i == 0,
               (int64_t[]){rule->instances[i].anchor, (int64_t)i, unit_of(&rule->instances[i]),
                           (int64_t)rule->instances[i].editions},
               4);
  sbuf_add_z(&g->text, ")");
  gen_with(g, "doubtful(report, instance)", true);
  for (int lag = 0; lag < 2; lag++)
    sbuf_addf(&g->text,
              "%sSELECT t.report, e.instance FROM every e %s odd o ON o.cell = e.cell %s todo t ON "
              "t.%s = o.report AND (e.editions >> t.edition) & 1 = 1",
              lag > 0 ? " UNION " : "", join, join, lag > 0 ? "before" : "report");
  sbuf_add_z(&g->text, ")");
}

/* Of all pairs of plain numbers those that fail; of the others all terms. Going through the pairs
 * is far quicker than adding up what cannot fail. */
static void gen_pair_rows(struct gen *g, const struct rule *rule) {
  const char *join = g->dialect->then_join;
  for (int gone = 0; gone < 2; gone++) { /* a number now; a number before, and 0 now */
    sbuf_add_z(&g->text, gone > 0 ? "\nUNION ALL SELECT t.report, h.instance"
                                  : "SELECT h.report AS report, h.instance AS instance");
    for (int k = 0; k < rule->noperands; k++)
      sbuf_addf(&g->text, ", o%d", k);
    gen_flags(g, NULL);
    sbuf_addf(&g->text, " FROM (SELECT e.instance, e.unit, e.cell, e.editions, %s.report",
              gone > 0 ? "g" : "f");
    gen_operands_of_two(g, rule, gone == 0);
    if (gone > 0)
      sbuf_addf(&g->text,
                " FROM every e %s fact g ON g.cell = e.cell) h %s todo t ON t.before = h.report "
                "AND (h.editions >> t.edition) & 1 = 1 AND NOT EXISTS (SELECT 1 FROM fact f WHERE "
                "f.cell = h.cell AND f.year = t.year AND f.report = t.report)",
                join, join);
    else
      sbuf_addf(&g->text,
                " FROM every e %s fact f ON f.cell = e.cell %s todo t ON t.report = f.report AND "
                "t.before IS NOT NULL AND (e.editions >> t.edition) & 1 = 1 LEFT JOIN fact g ON "
                "g.cell = e.cell AND g.year = t.year - 1 AND g.report = t.before) h",
                join, join);
    sbuf_add_z(&g->text, " WHERE NOT ");
    gen_expr(g, rule->holds, NULL, "h.unit");
    sbuf_addf(&g->text,
              " AND NOT EXISTS (SELECT 1 FROM doubtful d WHERE d.report = %s.report AND d.instance "
              "= h.instance)",
              gone > 0 ? "t" : "h");
  }
  for (int odd = 0; odd < 2; odd++) {
    sbuf_add_z(&g->text, "\nUNION ALL SELECT t.report, m.instance");
    gen_operands(g, rule, odd > 0 ? "0" : "f.value");
    gen_flags(g, odd > 0 ? "f.state" : NULL);
    sbuf_addf(&g->text,
              " FROM doubtful c %s todo t ON t.report = c.report JOIN term m ON m.instance = "
              "c.instance %s %s f ON f.cell = m.cell AND f.report = CASE m.lag WHEN 0 THEN "
              "t.report ELSE t.before END%s",
              join, join, odd > 0 ? "odd" : "fact", odd > 0 ? "" : " AND f.year = t.year - m.lag");
  }
}

/* Every instance once, with zeros: those of which nothing else is printed come up too. */
static void gen_zero_rows(struct gen *g, const struct rule *rule) {
  bool any = false;
  sbuf_add_z(&g->text, "\nUNION ALL SELECT t.report, z.column1");
  for (int k = 0; k < rule->noperands; k++)
    sbuf_addf(&g->text, ", 0 AS o%d", k);
  gen_flags(g, NULL);
  sbuf_add_z(&g->text, " FROM todo t JOIN (");
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < g->plan->vocab->neditions; e++)
      if (rule->instances[i].editions >> e & 1) {
        gen_values(g, !any, (int64_t[]){(int64_t)i, (int64_t)e}, 2);
        any = true;
      }
  sbuf_add_z(&g->text, ") z ON z.column2 = t.edition");
}

static void gen_rows(struct gen *g, const struct rule *rule, bool few) {
  bool everywhere = is_everywhere(g->plan->vocab, rule), any = false;
  bool passes_zero = rule_passes_zero(rule);
  if (rule->has_covered) {
    gen_covered_rows(g, rule);
    if (!passes_zero)
      gen_zero_rows(g, rule);
    return;
  }
  if (is_of_pairs(rule, few)) {
    gen_pair_rows(g, rule);
    return;
  }
  for (int lag = 0; lag <= (rule->has_lag ? 1 : 0); lag++) {
    for (int odd = 0; odd <= (few ? 0 : 1); odd++) {
      sbuf_add_z(&g->text, any ? "\nUNION ALL " : "");
      if (few)
        gen_few_rows(g, rule, lag);
      else
        gen_all_rows(g, rule, lag, odd > 0, everywhere);
      any = true;
    }
  }
  if (!passes_zero)
    gen_zero_rows(g, rule);
}

/* What a blank could make right: left less right is too small and it can grow, or the other way. */
static void gen_repairable(struct gen *g, const struct rule *rule, const char *unit) {
  static const bool up[] = {true, true, false, false, true, true};
  static const bool down[] = {true, true, true, true, false, false};
  static const char *const ways[] = {"(blanks % " BLANK_DOWN ") <> 0", "blanks >= " BLANK_DOWN};
  if (!rule->is_plain) {
    sbuf_add_z(&g->text, "blanks <> 0");
    return;
  }
  sbuf_add_z(&g->text, "(FALSE");
  for (int way = 0; way < 2; way++) {
    if (!(way == 0 ? up : down)[rule->compare])
      continue;
    sbuf_addf(&g->text, " OR (%s", ways[way]);
    if (rule->compare == CMP_EQ) {
      sbuf_add_z(&g->text, " AND ");
      gen_expr(g, rule->holds->args[0], NULL, unit);
      sbuf_add_z(&g->text, way == 0 ? " < " : " > ");
      gen_expr(g, rule->holds->args[1], NULL, unit);
    }
    sbuf_add_z(&g->text, ")");
  }
  sbuf_add_z(&g->text, ")");
}

/* x(report, instance, o0 …, doubt, blanks): the sums of the rows. */
static void gen_sums(struct gen *g, const struct rule *rule, bool few) {
  sbuf_add_z(&g->text, "(SELECT report, instance");
  for (int k = 0; k < rule->noperands; k++)
    sbuf_addf(&g->text, ", sum(o%d) AS o%d", k, k);
  sbuf_add_z(&g->text, ", max(doubt) AS doubt, sum(blanks) AS blanks FROM (\n");
  gen_rows(g, rule, few);
  sbuf_add_z(&g->text, ") GROUP BY report, instance) x");
}

struct sql rule_sums_sql(struct gen *g, const struct rule *rule, int64_t number, bool few) {
  const char *unit = unit_case(g, rule, "instance");
  gen_terms(g, rule);
  if (is_of_pairs(rule, few))
    gen_every(g, rule);
  sbuf_addf(&g->text,
            " SELECT %lld, t.agency, t.year, t.report, h.instance, h.status, h.blanks <> 0, ",
            (long long)number);
  gen_anchor(g, rule, "h.instance");
  sbuf_addf(&g->text,
            ", h.lhs, h.rhs, h.note FROM (SELECT x.report, x.instance, blanks, CASE WHEN doubt = "
            "%d THEN %d WHEN doubt = %d THEN %d WHEN ",
            DOUBT_ABSENT, STATUS_NA, DOUBT_UNKNOWN, STATUS_UNKNOWN);
  gen_expr(g, rule->holds, NULL, unit);
  sbuf_addf(&g->text, " THEN CASE WHEN blanks <> 0 THEN %d ELSE %d END WHEN ", STATUS_PASS_BLANK,
            STATUS_PASS);
  gen_repairable(g, rule, unit);
  sbuf_addf(&g->text, " THEN %d WHEN ", STATUS_UNKNOWN);
  gen_expr(g, rule->holds, NULL, unit);
  sbuf_addf(&g->text, " IS NULL THEN %d ELSE %d END AS status, ", STATUS_NA, STATUS_FAIL);
  gen_side(g, rule, 0, NULL, unit);
  sbuf_add_z(&g->text, " AS lhs, ");
  gen_side(g, rule, 1, NULL, unit);
  sbuf_add_z(&g->text, " AS rhs, ");
  if (rule->note != NULL)
    gen_expr(g, rule->note, NULL, unit);
  else
    sbuf_add_z(&g->text, "NULL");
  sbuf_add_z(&g->text, " AS note FROM ");
  gen_sums(g, rule, few);
  if (rule->has_facts)
    sbuf_add_z(&g->text,
               " JOIN todo t ON t.report = x.report JOIN report r ON r.id = x.report JOIN "
               "agency a ON a.id = r.agency");
  sbuf_add_z(&g->text, ") h JOIN todo t ON t.report = h.report WHERE h.status <> 0");
  gen_untried(g, number, "t", "h.instance");
  return rule_results(g, RESULT_NOTED);
}

/* --- Both sides, whatever came of it */

struct sql sql_sides(struct arena *arena, const struct rule *rule, const struct cond *scope,
                     const struct vocab *vocab, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  gen_with(&g, "todo", true);
  sbuf_add_z(
      &g.text,
      "SELECT r.id AS report, r.agency, r.year, r.edition, r.tables, p.id AS before, "
      "p.edition AS before_edition, p.tables AS before_tables FROM report r JOIN agency a ON "
      "a.id = r.agency LEFT JOIN report p ON p.agency = r.agency AND p.year = r.year - 1 "
      "AND p.form = r.form AND p.counts = 1 WHERE r.counts = 1");
  if (scope != NULL) {
    sbuf_add_z(&g.text, " AND ");
    gen_cond(&g, scope, "r");
  }
  sbuf_add_z(&g.text, ")");
  if (rule->kind == RULE_REPORT) {
    sbuf_add_z(&g.text, " SELECT t.report, 0, ");
    gen_side(&g, rule, 0, NULL, "1");
    sbuf_add_z(&g.text, ", ");
    gen_side(&g, rule, 1, NULL, "1");
    sbuf_add_z(&g.text,
               " FROM todo t JOIN report r ON r.id = t.report JOIN agency a ON a.id = "
               "t.agency ORDER BY a.name, t.year, t.report");
    return gen_done(&g);
  }
  if (rule->has_covered) {
    gen_with(&g, "cover(report, agency, part, edition, tables)", true);
    gen_cover(&g);
    sbuf_add_z(&g.text, ")");
  }
  gen_terms(&g, rule);
  const char *unit = unit_case(&g, rule, "instance");
  sbuf_add_z(&g.text, " SELECT x.report, x.instance, ");
  gen_side(&g, rule, 0, NULL, unit);
  sbuf_add_z(&g.text, ", ");
  gen_side(&g, rule, 1, NULL, unit);
  sbuf_add_z(&g.text, " FROM (SELECT report, instance");
  for (int k = 0; k < rule->noperands; k++)
    sbuf_addf(&g.text, ", sum(o%d) AS o%d", k, k);
  sbuf_add_z(&g.text, " FROM (");
  if (rule->has_covered)
    gen_covered_rows(&g, rule);
  for (int lag = 0; lag <= (rule->has_lag ? 1 : 0) && !rule->has_covered; lag++) {
    sbuf_add_z(&g.text, lag > 0 ? " UNION ALL " : "");
    gen_few_rows(&g, rule, lag);
  }
  sbuf_add_z(&g.text,
             ") GROUP BY report, instance) x JOIN todo t ON t.report = x.report JOIN report "
             "r ON r.id = x.report JOIN agency a ON a.id = t.agency ORDER BY a.name, "
             "t.year, t.report, x.instance");
  return gen_done(&g);
}
