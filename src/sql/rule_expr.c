/* rule_expr: the formula of a rule as SQL (see rule_expr.h). */
#include "sql/rule_expr.h"

#include "form/report.h"

/* Is a year named in the narrative? SQL over report r. */
#define NAMED(year)                                                                                \
  "EXISTS (SELECT 1 FROM section n WHERE n.id BETWEEN r.id * 64 AND r.id * 64 + 63 AND "           \
  "instr(n.text, " year " || '年') > 0)"

#define OTHERWISE(year) " WHEN " NAMED("(" year ")") " THEN " year

/* The narrative with the years around that of report x as signs. */
#define MASKED(x)                                                                                  \
  "(SELECT group_concat(replace(replace(replace(n.text, " x ".year, 'Y'), " x                      \
  ".year + 1, 'Z'), " x ".year - 1, 'X'), '|') FROM section n WHERE n.id BETWEEN " x               \
  ".id * 64 AND " x ".id * 64 + 63)"
#define LENGTH(x)                                                                                  \
  "(SELECT sum(length(n.text)) FROM section n WHERE n.id BETWEEN " x ".id * 64 AND " x             \
  ".id * 64 + 63)"
#define READINGS(report) "(SELECT count(*) FROM reading d WHERE d.report = " report ")"

static void gen_fact(struct gen *g, enum rule_fact fact) {
  static const char *const columns[FACT_COUNT] = {
      [FACT_YEAR] = "r.year",
      [FACT_AGENCY] = "a.name",
      [FACT_LEVEL] = "(SELECT l.key FROM level l WHERE l.id = a.level)",
      [FACT_FUNCTION] = "a.function",
      [FACT_REGION] = "(SELECT g.path FROM region g WHERE g.id = a.region)",
      [FACT_TITLE] = "r.title",
      [FACT_SIGNED] = "r.signed_on",
      [FACT_BEFORE] = "(SELECT max(p.year) FROM report p WHERE p.agency = r.agency AND p.form = "
                      "r.form AND p.counts = 1 AND p.year < r.year)",
      [FACT_VERSIONS] = "(SELECT count(*) FROM report p WHERE p.agency = r.agency AND p.year = "
                        "r.year AND p.form = r.form)",
      [FACT_PRINTED] = "printed",
      [FACT_TABLE] = "here",
      [FACT_REPORT] = "r.id",
      [FACT_SECTION] = "here",
      [FACT_SPOKEN] = "CASE WHEN " NAMED("r.year") " THEN r.year" OTHERWISE("r.year - 1")
          OTHERWISE("r.year + 1") OTHERWISE("r.year - 2") OTHERWISE("r.year - 3") " END",
      /* What is nearly always so comes first: that a cell differs. */
      [FACT_SAME_CELLS] =
          "CASE WHEN t.before IS NULL THEN NULL WHEN t.before_edition <> t.edition OR EXISTS "
          "(SELECT 1 FROM reading d LEFT JOIN reading e ON e.report = t.before AND e.cell = d.cell "
          "WHERE d.report = t.report AND (e.cell IS NULL OR e.state <> d.state OR "
          "coalesce(e.value, 0) <> coalesce(d.value, 0))) OR " READINGS(
              "t.report") " <> " READINGS("t.before") " OR NOT EXISTS (SELECT 1 FROM reading d "
                                                      "WHERE d.report = t.report AND d.value <> 0) "
                                                      "THEN 0 ELSE 1 END",
      [FACT_SAME_TEXT] = "(SELECT CASE WHEN " LENGTH("r") " = " LENGTH("p") " AND " MASKED(
          "r") " = " MASKED("p") " THEN 1 ELSE 0 END FROM report p WHERE p.id = t.before)"};
  sbuf_add_z(&g->text, columns[fact]);
}

static void gen_pair(struct gen *g, const struct expr *expr, const char *operator,
                     const char * cell, const char *unit) {
  sbuf_add_z(&g->text, "(");
  gen_expr(g, expr->args[0], cell, unit);
  sbuf_addf(&g->text, " %s ", operator);
  gen_expr(g, expr->args[1], cell, unit);
  sbuf_add_z(&g->text, ")");
}

static void gen_call(struct gen *g, const struct expr *expr, const char *function, const char *cell,
                     const char *unit) {
  sbuf_addf(&g->text, "%s(", function);
  for (int i = 0; i < expr->nargs; i++) {
    sbuf_add_z(&g->text, i > 0 ? ", " : "");
    gen_expr(g, expr->args[i], cell, unit);
  }
  sbuf_add_z(&g->text, ")");
}

/* Two digits of a month or day. */
static void gen_two_digits(struct gen *g, const struct expr *expr) {
  sbuf_add_z(&g->text, " || '-' || substr('0' || ");
  gen_expr(g, expr, NULL, "1");
  sbuf_add_z(&g->text, ", -2)");
}

void gen_expr(struct gen *g, const struct expr *expr, const char *cell, const char *unit) {
  static const char *const compares[] = {"=", "<>", "<", "<=", ">", ">="};
  switch (expr->kind) {
  case EXPR_NUMBER:
    if (expr->is_figure)
      sbuf_add_z(&g->text, "(");
    gen_bind(g, expr->value);
    if (expr->is_figure)
      sbuf_addf(&g->text, " * %s)", unit);
    return;
  case EXPR_TEXT:
    gen_bind(g, expr->value);
    return;
  case EXPR_OPERAND:
    if (cell != NULL)
      sbuf_add_z(&g->text, cell);
    else
      sbuf_addf(&g->text, "o%d", expr->operand);
    return;
  case EXPR_FACT:
    gen_fact(g, expr->fact);
    return;
  case EXPR_DATE:
    sbuf_add_z(&g->text, "(CAST(");
    gen_expr(g, expr->args[0], cell, unit);
    sbuf_add_z(&g->text, " AS TEXT)");
    gen_two_digits(g, expr->args[1]);
    gen_two_digits(g, expr->args[2]);
    sbuf_add_z(&g->text, ")");
    return;
  case EXPR_ADD:
    gen_pair(g, expr, "+", cell, unit);
    return;
  case EXPR_SUBTRACT:
    gen_pair(g, expr, "-", cell, unit);
    return;
  case EXPR_MULTIPLY:
    gen_pair(g, expr, "*", cell, unit);
    return;
  case EXPR_DIVIDE:
    sbuf_addf(&g->text, "(CAST(");
    gen_expr(g, expr->args[0], cell, unit);
    sbuf_addf(&g->text, " AS %s) / nullif(", g->dialect->real_type);
    gen_expr(g, expr->args[1], cell, unit);
    sbuf_add_z(&g->text, ", 0))");
    return;
  case EXPR_NEGATE:
    sbuf_add_z(&g->text, "(-");
    gen_expr(g, expr->args[0], cell, unit);
    sbuf_add_z(&g->text, ")");
    return;
  case EXPR_ABS:
    gen_call(g, expr, "abs", cell, unit);
    return;
  case EXPR_GREATEST:
    gen_call(g, expr, g->dialect->greatest, cell, unit);
    return;
  case EXPR_LEAST:
    gen_call(g, expr, g->dialect->least, cell, unit);
    return;
  case EXPR_COMPARE:
    gen_pair(g, expr, compares[expr->compare], cell, unit);
    return;
  case EXPR_MATCH:
    sbuf_add_z(&g->text, expr->flag ? "NOT " : "");
    gen_pair(g, expr, g->dialect->regexp, cell, unit);
    return;
  case EXPR_MISSING:
    sbuf_add_z(&g->text, "(");
    gen_expr(g, expr->args[0], cell, unit);
    sbuf_add_z(&g->text, expr->flag ? " IS NOT NULL)" : " IS NULL)");
    return;
  case EXPR_STATE:
    if (expr->value.integer == EXPR_IS_SPLIT) {
      sbuf_add_z(&g->text, expr->flag ? "(NOT is_split)" : "(is_split)");
      return;
    }
    if (expr->value.integer == EXPR_IS_COUNT) {
      sbuf_addf(&g->text, "(unit %s 1)", expr->flag ? "<>" : "=");
      return;
    }
    sbuf_addf(&g->text, "(state %s ", expr->flag ? "<>" : "=");
    gen_bind(g, expr->value);
    sbuf_add_z(&g->text, ")");
    return;
  case EXPR_IN_ORDER:
    sbuf_addf(&g->text, "(astray %s 0)", expr->flag ? "<>" : "=");
    return;
  case EXPR_AND:
    gen_pair(g, expr, "AND", cell, unit);
    return;
  case EXPR_OR:
    gen_pair(g, expr, "OR", cell, unit);
    return;
  case EXPR_NOT:
    sbuf_add_z(&g->text, "(NOT ");
    gen_expr(g, expr->args[0], cell, unit);
    sbuf_add_z(&g->text, ")");
    return;
  }
}

void gen_side(struct gen *g, const struct rule *rule, int side, const char *cell,
              const char *unit) {
  if (rule->nsides == 0) {
    sbuf_add_z(&g->text, "NULL");
    return;
  }
  if (rule->nsides > 1) {
    sbuf_add_z(&g->text, "CASE");
    for (int i = 0; i < rule->nsides; i++) {
      sbuf_add_z(&g->text, " WHEN NOT ");
      gen_expr(g, rule->sides[i], cell, unit);
      sbuf_add_z(&g->text, " THEN ");
      gen_expr(g, rule->sides[i]->args[side], cell, unit);
    }
    sbuf_add_z(&g->text, " ELSE ");
  }
  gen_expr(g, rule->sides[0]->args[side], cell, unit);
  sbuf_add_z(&g->text, rule->nsides > 1 ? " END" : "");
}

void gen_side_number(struct gen *g, const struct rule *rule) {
  sbuf_add_z(&g->text, "CASE");
  for (int i = 0; i < rule->nsides; i++) {
    sbuf_add_z(&g->text, " WHEN NOT ");
    gen_expr(g, rule->sides[i], NULL, "1");
    sbuf_addf(&g->text, " THEN %d", i);
  }
  sbuf_add_z(&g->text, rule->nsides > 0 ? " END" : " WHEN TRUE THEN NULL END");
}
