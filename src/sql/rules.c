/* rules: the statements that try a rule (see rules.h). An instance of which nothing but zeros is
 * printed comes up only where zeros could fail the formula: the tables hold no zeros.
 */
#include "sql/rules.h"

#include "form/report.h"
#include "sql/rule_expr.h"

struct gen rule_gen(struct arena *arena, const struct vocab *vocab, const struct dialect *dialect) {
  struct plan *plan = ARENA_NEW(arena, struct plan);
  plan->vocab = vocab;
  plan->form = -1;
  plan->count_dim = -1;
  return gen_new(arena, plan, dialect);
}

struct sql rule_results(struct gen *g, const char *beginning) {
  struct sql sql = gen_done(g);
  sql.text = str_fmt(g->text.arena, "%s%.*s", beginning, STR_ARG(sql.text));
  return sql;
}

void gen_untried(struct gen *g, int64_t number, const char *row, const char *instance) {
  sbuf_addf(&g->text,
            " AND NOT EXISTS (SELECT 1 FROM check_result x WHERE x.rule = %lld AND x.agency = "
            "%s.agency AND x.year = %s.year AND x.report = %s.report",
            (long long)number, row, row, row);
  if (instance != NULL && instance[0] != '\0')
    sbuf_addf(&g->text, " AND x.instance IN (%d, %s)", RULE_WHOLE, instance);
  else if (instance != NULL)
    sbuf_addf(&g->text, " AND x.instance = %d", RULE_WHOLE);
  sbuf_add_char(&g->text, ')');
}

/* --- Reports that the rule leaves out, and those that lack what it compares */

static struct sql outside(struct gen *g, int64_t number, const struct cond *where) {
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, t.agency, t.year, t.report, %d, %d, 0, NULL, NULL, NULL FROM todo "
            "t JOIN report r ON r.id = t.report JOIN agency a ON a.id = t.agency WHERE NOT ",
            (long long)number, RULE_WHOLE, STATUS_OUTSIDE);
  gen_cond(g, where, "r");
  return gen_done(g);
}

struct sql sql_told_outside(struct arena *arena, int64_t number, const struct cond *where,
                            const struct vocab *vocab, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, vocab, dialect);
  return outside(&g, number, where);
}

struct sql sql_left_out(struct arena *arena, int64_t number, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, NULL, dialect);
  sbuf_addf(&g.text,
            "SELECT t.report FROM todo t JOIN check_result x ON x.rule = %lld AND x.agency = "
            "t.agency AND x.year = t.year AND x.report = t.report AND x.instance = %d WHERE "
            "x.status = %d ORDER BY t.report",
            (long long)number, RULE_WHOLE, STATUS_OUTSIDE);
  return gen_done(&g);
}

static const struct rule_instance *first_of(const struct rule *rule, size_t edition) {
  for (size_t i = 0; i < rule->ninstances; i++)
    if (rule->instances[i].editions >> edition & 1)
      return &rule->instances[i];
  return NULL;
}

/* Do all instances that an edition has need the same of a report and of the one before? Then a
 * report has all of them or none. */
static bool is_uniform(const struct rule *rule, size_t neditions) {
  for (size_t e = 0; e < neditions; e++) {
    const struct rule_instance *first = first_of(rule, e);
    for (size_t i = 0; first != NULL && i < rule->ninstances; i++) {
      const struct rule_instance *in = &rule->instances[i];
      if ((in->editions >> e & 1) == 0)
        continue;
      if (in->masks[e] != first->masks[e] || in->before != first->before)
        return false;
      for (size_t b = 0; b < neditions; b++)
        if (in->before_masks[b] != first->before_masks[b])
          return false;
    }
  }
  return true;
}

/* " OR (t.before_edition = 1 AND (t.before_tables & 4) <> 4)": the year before lacks something. */
static void lacks_before(struct gen *g, const struct rule_instance *in) {
  sbuf_add_z(&g->text, " OR NOT (FALSE");
  for (size_t e = 0; e < g->plan->vocab->neditions; e++)
    if (in->before >> e & 1)
      sbuf_addf(&g->text, " OR (t.before_edition = %zu AND (t.before_tables & %llu) = %llu)", e,
                (unsigned long long)in->before_masks[e], (unsigned long long)in->before_masks[e]);
  sbuf_add_z(&g->text, ")");
}

static struct sql absent_whole(struct gen *g, const struct rule *rule, int64_t number) {
  bool any = false;
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, t.agency, t.year, t.report, %d, %d, 0, NULL, NULL, NULL FROM todo "
            "t WHERE (",
            (long long)number, RULE_WHOLE, STATUS_NA);
  for (size_t e = 0; e < g->plan->vocab->neditions; e++) {
    const struct rule_instance *in = first_of(rule, e);
    if (in == NULL)
      continue;
    sbuf_addf(&g->text, "%s(t.edition = %zu AND ((t.tables & %llu) <> %llu", any ? " OR " : "", e,
              (unsigned long long)in->masks[e], (unsigned long long)in->masks[e]);
    if (rule->has_lag) {
      sbuf_add_z(&g->text, " OR t.before IS NULL");
      lacks_before(g, in);
    }
    sbuf_add_z(&g->text, "))");
    any = true;
  }
  sbuf_add_char(&g->text, ')');
  gen_untried(g, number, "t", NULL);
  return gen_done(g);
}

/* Without a report on the year before no instance can be tried. */
static struct sql absent_before(struct gen *g, int64_t number) {
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, t.agency, t.year, t.report, %d, %d, 0, NULL, NULL, NULL FROM todo "
            "t WHERE t.before IS NULL",
            (long long)number, RULE_WHOLE, STATUS_NA);
  gen_untried(g, number, "t", NULL);
  return gen_done(g);
}

/* Instances that the edition of the year before does not have. */
static struct sql absent_there(struct gen *g, const struct rule *rule, int64_t number) {
  bool any = false;
  size_t neditions = g->plan->vocab->neditions;
  gen_with(g, "lacks(instance, edition, before)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < neditions * neditions; e++)
      if ((rule->instances[i].editions >> (e / neditions) & 1) != 0 &&
          (rule->instances[i].before >> (e % neditions) & 1) == 0 &&
          g->plan->vocab->editions[e / neditions].form ==
              g->plan->vocab->editions[e % neditions].form) {
        gen_values(g, !any,
                   (int64_t[]){(int64_t)i, (int64_t)(e / neditions), (int64_t)(e % neditions)}, 3);
        any = true;
      }
  sbuf_addf(&g->text,
            "%s SELECT %lld, t.agency, t.year, t.report, n.instance, %d, 0, NULL, NULL, NULL FROM "
            "todo t JOIN lacks n ON n.edition = t.edition AND n.before = t.before_edition",
            any ? ")" : "SELECT 0, 0, 0 WHERE FALSE)", (long long)number, STATUS_NA);
  gen_untried(g, number, "t", "");
  return rule_results(g, RESULT);
}

/* " AND NOT (t.edition = 0 AND t.tables = 7 OR …)": only reports without some table. */
static void gen_incomplete(struct gen *g, const char *prefix) {
  sbuf_addf(&g->text, "NOT (t.%sedition IS NULL", prefix);
  for (size_t e = 0; e < g->plan->vocab->neditions; e++)
    sbuf_addf(&g->text, " OR (t.%sedition = %zu AND t.%stables = %llu)", prefix, e, prefix,
              (unsigned long long)(((uint64_t)1 << g->plan->vocab->editions[e].ntables) - 1));
  sbuf_add_z(&g->text, ")");
}

/* needs(instance, edition, mask): the tables that an instance needs of the report itself; reach:
 * the same of the report before, or of covered ones. */
static void gen_masks(struct gen *g, const struct rule *rule) {
  bool any = false;
  gen_with(g, "needs(instance, edition, mask)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < g->plan->vocab->neditions; e++)
      if (rule->instances[i].editions >> e & 1) {
        gen_values(g, !any,
                   (int64_t[]){(int64_t)i, (int64_t)e, (int64_t)rule->instances[i].masks[e]}, 3);
        any = true;
      }
  sbuf_add_z(&g->text, ")");
  any = false;
  gen_with(g, "reach(instance, edition, mask)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < g->plan->vocab->neditions; e++)
      if (rule->instances[i].before >> e & 1) {
        gen_values(g, !any,
                   (int64_t[]){(int64_t)i, (int64_t)e, (int64_t)rule->instances[i].before_masks[e]},
                   3);
        any = true;
      }
  sbuf_add_z(&g->text, any ? ")" : "SELECT 0, 0, 0 WHERE FALSE)");
}

static struct sql absent_each(struct gen *g, const struct rule *rule, int64_t number) {
  gen_masks(g, rule);
  sbuf_addf(&g->text,
            " SELECT %lld, t.agency, t.year, t.report, n.instance, %d, 0, NULL, NULL, NULL FROM "
            "todo t JOIN needs n ON n.edition = t.edition%s WHERE ((t.tables & n.mask) <> n.mask%s",
            (long long)number, STATUS_NA,
            rule->has_lag ? " LEFT JOIN reach x ON x.instance = n.instance AND x.edition = "
                            "t.before_edition"
                          : "",
            rule->has_lag ? " OR x.mask IS NULL OR (t.before_tables & x.mask) <> x.mask" : "");
  sbuf_add_z(&g->text, ") AND (");
  gen_incomplete(g, "");
  sbuf_add_z(&g->text, " OR ");
  gen_incomplete(g, "before_");
  sbuf_add_char(&g->text, ')');
  gen_untried(g, number, "t", "n.instance");
  return rule_results(g, RESULT);
}

/* --- Covered reports */

/* A consolidated agency's report covers those of the agencies below it; what is below one of them
 * that is consolidated too is in its report already. */
void gen_cover(struct gen *g) {
  const char *join = g->dialect->then_join;
  sbuf_addf(&g->text,
            "SELECT t.report, c.part, p.id, p.edition, p.tables FROM (WITH RECURSIVE below(whole, "
            "part) AS "
            "(SELECT w.id, a.id FROM agency w %s agency a ON a.parent = w.id WHERE w.consolidated "
            "= 1 UNION SELECT b.whole, a.id FROM below b %s agency h ON h.id = b.part AND "
            "h.consolidated = 0 %s agency a ON a.parent = h.id) SELECT whole, part FROM below "
            "WHERE part <> whole) c JOIN todo t ON t.agency = c.whole JOIN report r ON r.id = "
            "t.report LEFT JOIN report p ON p.agency = c.part AND p.year = r.year AND p.form = "
            "r.form AND p.counts = 1",
            join, join, join);
}

struct sql sql_cover(struct arena *arena, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, NULL, dialect);
  sbuf_add_z(&g.text, "INSERT INTO cover ");
  gen_cover(&g);
  return gen_done(&g);
}

struct sql sql_covered(struct arena *arena, int64_t report, const struct dialect *dialect) {
  struct gen g = rule_gen(arena, NULL, dialect);
  gen_with(&g, "todo", true);
  sbuf_add_z(&g.text, "SELECT r.id AS report, r.agency FROM report r WHERE r.id = ");
  gen_bind(&g, value_integer(report));
  sbuf_add_z(&g.text, ")");
  gen_with(&g, "cover(report, agency, part, edition, tables)", true);
  gen_cover(&g);
  sbuf_add_z(&g.text,
             ") SELECT a.name, v.part, v.edition FROM cover v JOIN agency a ON a.id = "
             "v.agency ORDER BY a.name");
  return gen_done(&g);
}

/* Reports that cover none, and those of which one that they cover is not there. */
static struct sql absent_covered(struct gen *g, int64_t number) {
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, t.agency, t.year, t.report, %d, CASE WHEN EXISTS (SELECT 1 FROM "
            "cover v WHERE v.report = t.report) THEN %d ELSE %d END, 0, NULL, NULL, NULL "
            "FROM todo t WHERE (NOT EXISTS (SELECT 1 FROM cover v WHERE v.report = "
            "t.report) OR EXISTS (SELECT 1 FROM cover v WHERE v.report = t.report AND "
            "v.part IS NULL))",
            (long long)number, RULE_WHOLE, STATUS_UNKNOWN, STATUS_NA);
  gen_untried(g, number, "t", "");
  return gen_done(g);
}

/* Instances that one of the covered reports does not have, or not their tables. */
static struct sql lacking_covered(struct gen *g, const struct rule *rule, int64_t number) {
  gen_masks(g, rule);
  sbuf_addf(&g->text,
            " SELECT DISTINCT %lld, t.agency, t.year, t.report, n.instance, %d, 0, NULL, NULL, "
            "NULL FROM cover v %s todo t ON t.report = v.report JOIN needs n ON n.edition = "
            "t.edition LEFT JOIN reach x ON x.instance = n.instance AND x.edition = v.edition "
            "WHERE (x.mask IS NULL OR (v.tables & x.mask) <> x.mask)",
            (long long)number, STATUS_UNKNOWN, g->dialect->then_join);
  gen_untried(g, number, "t", "n.instance");
  return rule_results(g, RESULT);
}

/* --- Each table */

static struct sql tables(struct gen *g, const struct rule *rule, int64_t number) {
  bool any = false;
  gen_with(g, "part(instance, edition, mask, key)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < g->plan->vocab->neditions; e++)
      if (rule->instances[i].editions >> e & 1) {
        sbuf_addf(&g->text, "%s(%zu,%zu,%llu,", any ? "," : "VALUES ", i, e,
                  (unsigned long long)rule->instances[i].masks[e]);
        gen_bind(g, value_text(rule->instances[i].key));
        sbuf_add_z(&g->text, ")");
        any = true;
      }
  sbuf_addf(&g->text,
            ") SELECT %lld, agency, year, report, instance, %d, 0, NULL, NULL, NULL FROM (SELECT "
            "t.agency, t.year, t.report, p.instance, CASE WHEN (t.tables & p.mask) <> 0 AND "
            "(r.unread = 0 OR NOT EXISTS (SELECT 1 FROM reading d JOIN edition_cell c ON c.edition "
            "= t.edition AND c.cell = d.cell AND (p.mask >> c.tbl) & 1 = 1 WHERE d.report = "
            "t.report AND d.state = %d AND coalesce(d.printed, '') = '')) THEN p.key END AS here "
            "FROM todo t JOIN report r ON r.id = t.report JOIN part p ON p.edition = t.edition) h "
            "WHERE NOT ",
            (long long)number, STATUS_FAIL, CELL_UNREAD);
  gen_expr(g, rule->holds, NULL, "1");
  gen_untried(g, number, "h", "");
  return rule_results(g, RESULT);
}

/* --- Each section */

static int section_of(uint64_t mask) {
  int n = 0;
  while (mask >> n > 1)
    n++;
  return n;
}

/* Does it hold of a row r and a, and what stands on both sides of its comparison. */
static void gen_verdict(struct gen *g, const struct rule *rule) {
  gen_expr(g, rule->holds, NULL, "1");
  sbuf_add_z(&g->text, " AS holds, ");
  gen_side(g, rule, 0, NULL, "1");
  sbuf_add_z(&g->text, " AS lhs, ");
  gen_side(g, rule, 1, NULL, "1");
}

static struct sql sections(struct gen *g, const struct rule *rule, int64_t number) {
  bool any = false;
  gen_with(g, "part(instance, edition, n)", true);
  for (size_t i = 0; i < rule->ninstances; i++)
    for (size_t e = 0; e < g->plan->vocab->neditions; e++)
      if (rule->instances[i].editions >> e & 1) {
        gen_values(g, !any,
                   (int64_t[]){(int64_t)i, (int64_t)e, section_of(rule->instances[i].masks[e])}, 3);
        any = true;
      }
  sbuf_addf(&g->text,
            "%s SELECT %lld, agency, year, report, instance, CASE WHEN headings IS NULL THEN %d "
            "ELSE %d END, 0, CASE WHEN here IS NULL THEN NULL ELSE -here END, NULL, NULL FROM "
            "(SELECT t.agency, t.year, t.report, p.instance, r.headings, CASE WHEN (r.headings >> "
            "p.n) & 1 = 1 THEN p.n END AS here, (r.astray >> p.n) & 1 AS astray FROM "
            "todo t JOIN report r ON r.id = t.report JOIN part p ON p.edition = t.edition) h WHERE "
            "(headings IS NULL OR NOT ",
            any ? ")" : "SELECT 0, 0, 0 WHERE FALSE)", (long long)number, STATUS_NA, STATUS_FAIL);
  gen_expr(g, rule->holds, NULL, "1");
  sbuf_add_char(&g->text, ')');
  gen_untried(g, number, "h", "");
  return rule_results(g, RESULT);
}

/* --- Facts about reports */

static struct sql report_fact(struct gen *g, const struct rule *rule, int64_t number) {
  sbuf_addf(&g->text,
            RESULT_NOTED
            "SELECT %lld, agency, year, report, 0, CASE WHEN holds IS NULL THEN %d ELSE %d "
            "END, 0, NULL, lhs, rhs, side FROM (SELECT t.agency, t.year, t.report, ",
            (long long)number, STATUS_NA, STATUS_FAIL);
  gen_verdict(g, rule);
  sbuf_add_z(&g->text, " AS rhs, ");
  gen_side_number(g, rule);
  sbuf_add_z(&g->text,
             " AS side FROM todo t JOIN report r ON r.id = t.report JOIN agency a ON a.id = "
             "t.agency) h WHERE holds IS NOT TRUE");
  gen_untried(g, number, "h", NULL);
  return gen_done(g);
}

/* --- Reports that are expected: of the agencies of a list, in the years of the panel */

/* r stands for the report that is expected, its columns but agency and year missing where there is
 * none. */
static struct sql expected(struct gen *g, const struct rule *rule, int64_t number,
                           const struct cond *where) {
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, agency, year, coalesce(report, 0), 0, CASE WHEN holds IS NULL "
            "THEN %d ELSE %d END, 0, NULL, lhs, rhs FROM (SELECT r.agency, r.year, r.id AS "
            "report, ",
            (long long)number, STATUS_NA, STATUS_FAIL);
  gen_verdict(g, rule);
  sbuf_addf(&g->text,
            " AS rhs FROM (SELECT l.id AS agency, y.year, q.id, q.edition, q.form, q.tables, "
            "q.path, q.title, q.signed_on, q.blank AS blanks, q.unread, q.inferred, q.doubts FROM "
            "(SELECT DISTINCT year FROM todo) y %s agency l LEFT JOIN report q ON q.agency = l.id "
            "AND q.year = y.year AND q.counts = 1 WHERE l.listed = 1) r JOIN agency a ON a.id = "
            "r.agency LEFT JOIN todo t ON t.report = r.id",
            g->dialect->then_join);
  if (where != NULL) {
    sbuf_add_z(&g->text, " WHERE ");
    gen_cond(g, where, "r");
  }
  sbuf_add_z(&g->text, ") h WHERE holds IS NOT TRUE");
  return gen_done(g);
}

/* Reports of agencies that stand on no list were not expected. */
static struct sql unexpected(struct gen *g, int64_t number) {
  sbuf_addf(&g->text,
            RESULT
            "SELECT %lld, t.agency, t.year, t.report, 0, %d, 0, NULL, NULL, NULL FROM todo "
            "t JOIN agency a ON a.id = t.agency WHERE a.listed = 0",
            (long long)number, STATUS_NA);
  gen_untried(g, number, "t", NULL);
  return gen_done(g);
}

size_t sql_rule(struct arena *arena, const struct rule *rule, int64_t number,
                const struct cond *where, bool few, const struct vocab *vocab,
                const struct dialect *dialect, struct sql statements[RULE_STATEMENTS]) {
  size_t n = 0;
  struct gen g;
  if (where != NULL) {
    g = rule_gen(arena, vocab, dialect);
    statements[n++] = outside(&g, number, where);
  }
  g = rule_gen(arena, vocab, dialect);
  if (rule->is_expected) {
    statements[n++] = expected(&g, rule, number, where);
    g = rule_gen(arena, vocab, dialect);
    statements[n++] = unexpected(&g, number);
    return n;
  }
  if (rule->kind == RULE_REPORT) {
    statements[n++] = report_fact(&g, rule, number);
    return n;
  }
  if (rule->kind == RULE_TABLES) {
    statements[n++] = tables(&g, rule, number);
    return n;
  }
  if (rule->kind == RULE_SECTIONS) {
    statements[n++] = sections(&g, rule, number);
    return n;
  }
  if (rule->has_covered) {
    statements[n++] = absent_covered(&g, number);
    g = rule_gen(arena, vocab, dialect);
    statements[n++] = lacking_covered(&g, rule, number);
    g = rule_gen(arena, vocab, dialect);
  }
  bool uniform = is_uniform(rule, vocab->neditions);
  if (!uniform && rule->has_lag) {
    statements[n++] = absent_before(&g, number);
    g = rule_gen(arena, vocab, dialect);
    statements[n++] = absent_there(&g, rule, number);
    g = rule_gen(arena, vocab, dialect);
  }
  statements[n++] = uniform ? absent_whole(&g, rule, number) : absent_each(&g, rule, number);
  g = rule_gen(arena, vocab, dialect);
  statements[n++] = rule->kind == RULE_EVERY &&
                            (rule->has_state || (!rule->has_lag && !rule->has_covered &&
                                                 rule->note == NULL && rule_passes_zero(rule)))
                        ? rule_every_sql(&g, rule, number, few)
                        : rule_sums_sql(&g, rule, number, few);
  return n;
}
