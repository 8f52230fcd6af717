/* condition: the scope's condition on reports as SQL (see gen.h). Each part is written so that it
 * is never NULL: `not` is the complement.
 */
#include "sql/gen.h"

#include "form/report.h"

#include <limits.h>

/* What a pattern is compared with. */
static const char *matched_column(enum report_dim dim) {
  return dim == REPORT_LEVEL ? "(SELECT l.key FROM level l WHERE l.id = a.level)"
                             : gen_dim_column(dim);
}

const char *gen_dim_column(enum report_dim dim) {
  switch (dim) {
  case REPORT_AGENCY:
    return "a.name";
  case REPORT_REGION:
    return "(SELECT g.path FROM region g WHERE g.id = a.region)";
  case REPORT_LEVEL:
    return "a.level";
  case REPORT_FUNCTION:
    return "a.function";
  case REPORT_YEAR:
    return "r.year";
  case REPORT_EDITION:
    return "(SELECT e.key FROM edition e WHERE e.id = r.edition)";
  case REPORT_FORM:
    break;
  }
  return "r.form";
}

uint64_t gen_tables(const struct edition *edition, const struct cell_list *cells) {
  uint64_t mask = 0;
  for (size_t i = 0; i < cells->n; i++) {
    int slot = edition_slot(edition, cells->at[i].cell);
    if (slot >= 0)
      mask |= (uint64_t)1 << edition->cells[slot].table;
  }
  return mask;
}

static void cond_ids(struct gen *g, const char *column, const struct cond *cond) {
  if (cond->ids.n == 0) {
    sbuf_add_z(&g->text, "FALSE");
    return;
  }
  sbuf_addf(&g->text, "coalesce(%s IN (", column);
  for (size_t i = 0; i < cond->ids.n; i++) {
    sbuf_add_z(&g->text, i > 0 ? ", " : "");
    gen_bind(g, value_integer(cond->ids.at[i]));
  }
  sbuf_add_z(&g->text, "), FALSE)");
}

static void cond_years(struct gen *g, const struct cond *cond, const char *alias) {
  if (cond->low == cond->high) {
    sbuf_addf(&g->text, "%s.year = ", alias);
    gen_bind(g, value_integer(cond->low));
  } else if (cond->low == INT64_MIN || cond->high == INT64_MAX) {
    bool is_low = cond->high == INT64_MAX;
    sbuf_addf(&g->text, "%s.year %s ", alias, is_low ? ">=" : "<=");
    gen_bind(g, value_integer(is_low ? cond->low : cond->high));
  } else {
    sbuf_addf(&g->text, "%s.year BETWEEN ", alias);
    gen_bind(g, value_integer(cond->low));
    sbuf_add_z(&g->text, " AND ");
    gen_bind(g, value_integer(cond->high));
  }
}

static void cond_region(struct gen *g, const struct cond *cond) {
  if (cond->is_node) {
    cond_ids(g, "a.region", cond);
    return;
  }
  sbuf_add_z(&g->text,
             "EXISTS (SELECT 1 FROM region g WHERE a.region BETWEEN g.id AND g.last AND ");
  cond_ids(g, "g.id", cond);
  sbuf_add_z(&g->text, ")");
}

static void cells_present(struct gen *g, const struct cell_list *cells) {
  const struct vocab *vocab = g->plan->vocab;
  bool any = false;
  sbuf_add_z(&g->text, "(");
  for (size_t e = 0; e < vocab->neditions; e++) {
    uint64_t mask = gen_tables(&vocab->editions[e], cells);
    if (mask == 0)
      continue;
    sbuf_addf(&g->text, "%s(r.edition = %zu AND (r.tables & %llu) <> 0)", any ? " OR " : "", e,
              (unsigned long long)mask);
    any = true;
  }
  sbuf_add_z(&g->text, any ? ")" : "FALSE)");
}

static void cond_present(struct gen *g, const struct cond *cond) {
  const struct parts *parts = &cond->parts;
  sbuf_add_z(&g->text, parts->n > 0 ? "(" : "");
  for (size_t i = 0; i < parts->n; i++) {
    sbuf_add_z(&g->text, i > 0 ? " AND " : "");
    cells_present(g, &parts->at[i]);
  }
  if (parts->n == 0)
    cells_present(g, &cond->cells);
  sbuf_add_z(&g->text, parts->n > 0 ? ")" : "");
}

/* The cells as `column BETWEEN a AND b OR …`; the lists of a whole measure are one range. */
static void cells_in(struct gen *g, const char *column, const struct cell_list *cells) {
  sbuf_add_z(&g->text, "(");
  for (size_t i = 0; i < cells->n;) {
    size_t k = i + 1;
    while (k < cells->n && cells->at[k].cell == cells->at[k - 1].cell + 1)
      k++;
    sbuf_addf(&g->text, "%s%s BETWEEN %d AND %d", i > 0 ? " OR " : "", column, cells->at[i].cell,
              cells->at[k - 1].cell);
    i = k;
  }
  sbuf_add_z(&g->text, cells->n > 0 ? ")" : "FALSE)");
}

static const char *compare_text(enum compare compare) {
  static const char *const texts[] = {"=", "<>", "<", "<=", ">", ">="};
  return texts[compare];
}

static bool zero_satisfies(const struct cond *cond) {
  double x = cond->number.real;
  switch (cond->compare) {
  case CMP_EQ:
    return x == 0;
  case CMP_NE:
    return x != 0;
  case CMP_LT:
    return x > 0;
  case CMP_LE:
    return x >= 0;
  case CMP_GT:
    return x < 0;
  case CMP_GE:
    break;
  }
  return x <= 0;
}

/* " * CASE …": what each cell counts; nothing where all count once. */
static void gen_weights(struct gen *g, const struct cell_list *cells) {
  bool any = false;
  for (size_t i = 0; i < cells->n; i++) {
    int weight = cells->at[i].weight;
    struct cell_list alike = {0};
    bool is_first = weight != 1;
    for (size_t k = 0; k < i && is_first; k++)
      is_first = cells->at[k].weight != weight;
    for (size_t k = i; k < cells->n && is_first; k++)
      if (cells->at[k].weight == weight)
        ARENA_PUSH(g->text.arena, &alike, cells->at[k]);
    if (!is_first)
      continue;
    sbuf_add_z(&g->text, any ? " WHEN " : " * CASE WHEN ");
    cells_in(g, "f.cell", &alike);
    sbuf_addf(&g->text, " THEN %d", weight);
    any = true;
  }
  sbuf_add_z(&g->text, any ? " ELSE 1 END" : "");
}

/* The report's own sum: missing where it has no such table or a cell of it is not certain. The sums
 * are made once for all reports; a report without a figure other than 0 is in none of them, so
 * where 0 will do those that fail are named. */
static void cond_figure(struct gen *g, const struct cond *cond) {
  double scale = 1;
  bool zero = zero_satisfies(cond);
  for (int i = 0; i < cond->scale; i++)
    scale *= 10;
  sbuf_add_z(&g->text, "(");
  cond_present(g, cond);
  sbuf_add_z(&g->text, " AND r.id NOT IN (SELECT o.report FROM odd o WHERE ");
  cells_in(g, "o.cell", &cond->cells);
  sbuf_addf(&g->text,
            " AND o.state IN (%d, %d, %d)) AND r.id %sIN (SELECT f.report FROM fact f WHERE ",
            CELL_TEXT, CELL_UNREAD, g->plan->blank_is_unknown ? CELL_BLANK : CELL_UNREAD,
            zero ? "NOT " : "");
  cells_in(g, "f.cell", &cond->cells);
  sbuf_addf(&g->text, " GROUP BY f.report HAVING %s(sum(f.value", zero ? "NOT " : "");
  gen_weights(g, &cond->cells);
  sbuf_addf(&g->text, ") %s ", compare_text(cond->compare));
  gen_bind(g, value_real(cond->number.real * scale));
  sbuf_add_z(&g->text, ")))");
}

static void cond_state(struct gen *g, const struct cond *cond) {
  if (cond->state == CELL_ABSENT) {
    sbuf_add_z(&g->text, "NOT ");
    cond_present(g, cond);
    return;
  }
  sbuf_add_z(&g->text, "r.id IN (SELECT o.report FROM odd o WHERE ");
  cells_in(g, "o.cell", &cond->cells);
  sbuf_addf(&g->text, " AND o.state = %d)", cond->state);
}

/* Counts kept with the report, or whether its agency reports for others too. */
static void cond_counter(struct gen *g, const struct cond *cond) {
  static const char *const names[] = {"blank", "unread", "inferred", "doubts"};
  const char *column = "a.consolidated";
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (str_eq(cond->text, str_from_z(names[i])))
      column = (const char *[]){"r.blank", "r.unread", "r.inferred", "r.doubts"}[i];
  sbuf_addf(&g->text, "%s %s ", column, compare_text(cond->compare));
  gen_bind(g, cond->number);
}

/* The reports of a scope, behind a SELECT. */
static void from_scope(struct gen *g, const struct cond *scope) {
  sbuf_addf(&g->text, " FROM report r%s WHERE r.counts = 1",
            gen_cond_needs_agency(scope) ? " JOIN agency a ON a.id = r.agency" : "");
  if (scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, scope, "r");
  }
  gen_form(g, "r");
}

static void cond_balanced(struct gen *g, const struct cond *scope) {
  sbuf_add_z(&g->text, "r.agency IN (SELECT r.agency");
  from_scope(g, scope);
  sbuf_add_z(&g->text,
             " GROUP BY r.agency HAVING count(DISTINCT r.year) = (SELECT count(DISTINCT r.year)");
  from_scope(g, scope);
  sbuf_add_z(&g->text, "))");
}

static void cond_clean(struct gen *g, const struct cond *cond) {
  struct error_rules rules = {cond->ids.at, cond->ids.n, cond->ids.n};
  sbuf_add_z(&g->text, "r.id NOT IN (SELECT x.report");
  gen_failures(g, &rules, cond->is_node);
  sbuf_add_z(&g->text, ")");
}

void gen_cond(struct gen *g, const struct cond *cond, const char *alias) {
  switch (cond->kind) {
  case COND_AND:
  case COND_OR:
    sbuf_add_z(&g->text, "(");
    gen_cond(g, cond->left, alias);
    sbuf_add_z(&g->text, cond->kind == COND_AND ? " AND " : " OR ");
    gen_cond(g, cond->right, alias);
    sbuf_add_z(&g->text, ")");
    return;
  case COND_NOT:
    sbuf_add_z(&g->text, "NOT (");
    gen_cond(g, cond->left, alias);
    sbuf_add_z(&g->text, ")");
    return;
  case COND_YEARS:
    cond_years(g, cond, alias);
    return;
  case COND_AGENCY:
    cond_ids(g, "a.id", cond);
    return;
  case COND_REGION:
    cond_region(g, cond);
    return;
  case COND_LEVEL:
    cond_ids(g, "a.level", cond);
    return;
  case COND_WORD:
    sbuf_addf(&g->text, "coalesce(%s = ", gen_dim_column(cond->dim));
    gen_bind(g, value_text(cond->text));
    sbuf_add_z(&g->text, ", FALSE)");
    return;
  case COND_MATCHES:
    sbuf_addf(&g->text, "coalesce(CAST(%s AS TEXT) %s ", matched_column(cond->dim),
              g->dialect->regexp);
    gen_bind(g, value_text(cond->text));
    sbuf_add_z(&g->text, ", FALSE)");
    return;
  case COND_EDITION:
    cond_ids(g, "r.edition", cond);
    return;
  case COND_FORM:
    cond_ids(g, "r.form", cond);
    return;
  case COND_FIGURE:
    cond_figure(g, cond);
    return;
  case COND_STATE:
    cond_state(g, cond);
    return;
  case COND_COUNTER:
    cond_counter(g, cond);
    return;
  case COND_CLEAN:
    cond_clean(g, cond);
    return;
  case COND_BALANCED:
    cond_balanced(g, cond->left);
    return;
  }
}

bool gen_years_only(const struct cond *cond) {
  if (cond == NULL || cond->kind == COND_YEARS)
    return true;
  if (cond->kind == COND_NOT)
    return gen_years_only(cond->left);
  return (cond->kind == COND_AND || cond->kind == COND_OR) && gen_years_only(cond->left) &&
         gen_years_only(cond->right);
}

bool gen_is_simple(const struct plan *plan) {
  for (int k = 0; k < plan->nkeys; k++)
    if (plan->keys[k].is_report && plan->keys[k].dim != REPORT_YEAR)
      return false;
  return gen_years_only(plan->scope);
}

void gen_years_of(const struct cond *cond, int64_t *low, int64_t *high) {
  if (cond == NULL)
    return;
  if (cond->kind == COND_AND) {
    gen_years_of(cond->left, low, high);
    gen_years_of(cond->right, low, high);
  } else if (cond->kind == COND_YEARS) {
    *low = cond->low > *low ? cond->low : *low;
    *high = cond->high < *high ? cond->high : *high;
  } else if (cond->kind == COND_OR) {
    int64_t a = INT64_MIN, b = INT64_MAX, c = INT64_MIN, d = INT64_MAX;
    gen_years_of(cond->left, &a, &b);
    gen_years_of(cond->right, &c, &d);
    a = a < c ? a : c;
    b = b > d ? b : d;
    *low = a > *low ? a : *low;
    *high = b < *high ? b : *high;
  }
}

bool gen_is_few(const struct cond *cond) {
  if (cond == NULL)
    return false;
  return cond->kind == COND_AGENCY ||
         (cond->kind == COND_AND && (gen_is_few(cond->left) || gen_is_few(cond->right)));
}

bool gen_cond_needs_agency(const struct cond *cond) {
  if (cond == NULL)
    return false;
  switch (cond->kind) {
  case COND_AND:
  case COND_OR:
    return gen_cond_needs_agency(cond->left) || gen_cond_needs_agency(cond->right);
  case COND_NOT:
    return gen_cond_needs_agency(cond->left);
  case COND_YEARS:
  case COND_EDITION:
  case COND_FORM:
  case COND_FIGURE:
  case COND_STATE:
  case COND_CLEAN:
  case COND_BALANCED:
    return false;
  case COND_AGENCY:
  case COND_REGION:
  case COND_WORD:
  case COND_LEVEL:
  case COND_MATCHES:
  case COND_COUNTER:
    break;
  }
  return true;
}
