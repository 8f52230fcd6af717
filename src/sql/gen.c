/* gen: scope, groups and conditions as SQL (see gen.h).
 */
#include "sql/gen.h"

#include "form/report.h"

#include <limits.h>
#include <stdlib.h>

struct gen gen_new(struct arena *arena, const struct plan *plan, const struct dialect *dialect) {
  struct gen g = {.text = {.arena = arena}, .plan = plan, .dialect = dialect};
  return g;
}

struct sql gen_done(struct gen *g) {
  struct sql sql = {sbuf_str(&g->text), g->binds.at, g->binds.n};
  return sql;
}

void gen_with(struct gen *g, const char *name, bool materialized) {
  sbuf_addf(&g->text, "%s%s AS %s(", g->has_with ? ",\n" : "WITH ", name,
            materialized ? g->dialect->materialized : "");
  g->has_with = true;
}

/* Most of a statement's text are these numbers: written here they take a third of the time. */
static void add_number(struct sbuf *b, int64_t number) {
  char digits[24];
  size_t at = sizeof digits;
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do
    digits[--at] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    digits[--at] = '-';
  sbuf_add(b, (struct str){digits + at, sizeof digits - at});
}

void gen_values(struct gen *g, bool is_first, const int64_t *numbers, size_t n) {
  sbuf_add_z(&g->text, is_first ? "VALUES (" : ",(");
  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      sbuf_add_char(&g->text, ',');
    add_number(&g->text, numbers[i]);
  }
  sbuf_add_char(&g->text, ')');
}

void gen_bind(struct gen *g, struct value value) {
  ARENA_PUSH(g->text.arena, &g->binds, value);
  sbuf_addf(&g->text, "%c%zu", g->dialect->has_numbered_binds ? '$' : '?', g->binds.n);
}

void gen_form(struct gen *g, const char *alias) {
  if (g->plan->form >= 0)
    sbuf_addf(&g->text, " AND %s.form = %d", alias, g->plan->form);
}

void gen_form_editions(struct gen *g, const char *alias) {
  const struct vocab *vocab = g->plan->vocab;
  bool any = false;
  for (size_t e = 0; e < vocab->neditions && g->plan->form >= 0; e++)
    if (vocab->editions[e].form == g->plan->form) {
      sbuf_addf(&g->text, "%s%s%s%zu", any ? ", " : " AND ", any ? "" : alias,
                any ? "" : ".edition IN (", e);
      any = true;
    }
  sbuf_add_z(&g->text, any ? ")" : "");
}

/* --- Keys */

void gen_keys(struct gen *g, const char *prefix) {
  int n = 0;
  for (int k = 0; k < g->plan->nkeys; k++)
    if (g->plan->keys[k].is_report)
      sbuf_addf(&g->text, ", %sk%d", prefix, n++);
}

void gen_year_keys(struct gen *g, const char *alias) {
  for (int k = 0; k < g->plan->nkeys; k++)
    if (g->plan->keys[k].is_report)
      sbuf_addf(&g->text, ", %s.year AS k0", alias);
}

void gen_some(struct gen *g, const char *column) {
  bool simple = gen_is_simple(g->plan);
  sbuf_addf(&g->text, " %s %s s ON s.%s = %s", g->dialect->then_join, simple ? "report" : "scope",
            simple ? "id" : "report", column);
  if (simple && g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "s");
  }
  if (simple)
    gen_form(g, "s");
}

void gen_some_keys(struct gen *g) {
  if (gen_is_simple(g->plan))
    gen_year_keys(g, "s");
  else
    gen_keys(g, "s.");
}

void gen_seen(struct gen *g) {
  gen_with(g, "seen", true);
  if (gen_is_simple(g->plan)) {
    sbuf_add_z(&g->text, "SELECT t.edition, t.tables");
    gen_year_keys(g, "t");
    sbuf_add_z(&g->text, ", t.n FROM tally t WHERE t.n > 0");
    if (g->plan->scope != NULL) {
      sbuf_add_z(&g->text, " AND ");
      gen_cond(g, g->plan->scope, "t");
    }
    gen_form_editions(g, "t");
  } else {
    sbuf_add_z(&g->text, "SELECT s.edition, s.tables");
    gen_keys(g, "s.");
    sbuf_add_z(&g->text, ", count(*) AS n FROM scope s GROUP BY s.edition, s.tables");
    gen_keys(g, "s.");
  }
  sbuf_add_z(&g->text, ")");
}

void gen_region_at(struct gen *g, const char *region, int level) {
  sbuf_addf(&g->text,
            "(SELECT max(g.id) FROM region g WHERE %s BETWEEN g.id AND g.last AND "
            "length(g.path) - length(replace(g.path, '/', '')) < %d)",
            region, level);
}

/* The region that a key shows for agency a: as declared, its ancestor at a level, or the child of a
 * node. */
static void region_expr(struct gen *g, const struct key *key) {
  if (key->node != 0) {
    sbuf_add_z(&g->text, "coalesce((SELECT g.id FROM region g WHERE g.parent = ");
    gen_bind(g, value_integer(key->node));
    sbuf_add_z(&g->text, " AND a.region BETWEEN g.id AND g.last), a.region)");
  } else if (key->depth == 0) {
    sbuf_add_z(&g->text, "a.region");
  } else {
    gen_region_at(g, "a.region", key->depth);
  }
}

bool gen_key_needs_agency(const struct key *key) {
  return key->dim == REPORT_REGION || key->dim == REPORT_LEVEL || key->dim == REPORT_FUNCTION;
}

void gen_key(struct gen *g, const struct key *key) {
  if (key->dim == REPORT_REGION)
    region_expr(g, key);
  else if (key->dim == REPORT_AGENCY) /* its name is looked up at the end, once for each */
    sbuf_add_z(&g->text, "r.agency");
  else
    sbuf_add_z(&g->text, key->dim == REPORT_EDITION ? "r.edition" : gen_dim_column(key->dim));
}

void gen_scope(struct gen *g) {
  const struct plan *plan = g->plan;
  bool agency = gen_cond_needs_agency(plan->scope);
  int n = 0;
  gen_with(g, "scope", false);
  sbuf_add_z(&g->text, "SELECT r.id AS report, r.year, r.agency, r.edition, r.tables");
  for (int k = 0; k < plan->nkeys; k++) {
    if (!plan->keys[k].is_report)
      continue;
    sbuf_add_z(&g->text, ", ");
    gen_key(g, &plan->keys[k]);
    sbuf_addf(&g->text, " AS k%d", n++);
    agency = agency || gen_key_needs_agency(&plan->keys[k]);
  }
  if (plan->count_dim >= 0) {
    enum report_dim dim = (enum report_dim)plan->count_dim;
    sbuf_addf(&g->text, ", %s AS counted",
              dim == REPORT_AGENCY   ? "r.agency"
              : dim == REPORT_REGION ? "a.region"
                                     : gen_dim_column(dim));
    agency = agency || (dim != REPORT_AGENCY && dim != REPORT_YEAR);
  }
  sbuf_addf(&g->text, " FROM report r%s WHERE r.counts = 1",
            agency ? " JOIN agency a ON a.id = r.agency" : "");
  if (plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, plan->scope, "r");
  }
  gen_form(g, "r");
  sbuf_add_z(&g->text, ")");
}

/* --- Groups */

/* In which tables of an edition a group can have a figure. */
struct needs {
  uint64_t mask; /* in these stand its cells */
  uint64_t also; /* what else a report must have */
  bool is_possible;
};

static void need(struct needs *needs, const struct edition *edition,
                 const struct cell_list *cells) {
  uint64_t tables = gen_tables(edition, cells);
  needs->also |= tables;
  needs->is_possible = needs->is_possible && tables != 0;
}

static void need_parts(struct needs *needs, const struct edition *edition,
                       const struct parts *parts) {
  for (size_t i = 0; i < parts->n; i++)
    need(needs, edition, &parts->at[i]);
}

/* Every measure of a sum; of a gap the printed total (its leaves alone are none); of a rate the
 * other side. */
static struct needs needs_of(const struct plan *plan, const struct edition *edition,
                             const struct group *group) {
  struct needs needs = {.mask = gen_tables(edition, &group->cells)};
  needs.is_possible = needs.mask != 0;
  need_parts(&needs, edition, &plan->figures[group->figure].parts);
  if (group->partner >= 0) {
    const struct group *partner = &plan->groups[group->partner];
    need(&needs, edition, &partner->cells);
    need_parts(&needs, edition, &plan->figures[partner->figure].parts);
  } else if (plan->aggregate == AGG_GAP && !plan->takes_total) {
    struct cell_list stated = {.at = group->cells.at, .n = group->cells.n > 0 ? 1 : 0};
    need(&needs, edition, &stated); /* the printed total stands first */
  }
  return needs;
}

/* pair(grp, other): the two sides of each rate. */
static void gen_pairs(struct gen *g) {
  gen_with(g, "pair(grp, other)", false);
  for (size_t i = 0; i < g->plan->ngroups; i++)
    gen_values(g, i == 0, (int64_t[]){(int64_t)i, g->plan->groups[i].partner}, 2);
  sbuf_add_z(&g->text, g->plan->ngroups > 0 ? ")" : "SELECT 0, 0 WHERE FALSE)");
}

void gen_groups(struct gen *g, bool stock_only) {
  const struct plan *plan = g->plan;
  bool any = false;
  gen_with(g, "leaf(grp, cell, weight)", false);
  for (size_t i = 0; i < plan->ngroups; i++)
    for (size_t c = 0; c < plan->groups[i].cells.n; c++) {
      if (stock_only && !plan->groups[i].is_stock)
        continue;
      const struct weighted_cell *cell = &plan->groups[i].cells.at[c];
      gen_values(g, !any, (int64_t[]){(int64_t)i, cell->cell, cell->weight}, 3);
      any = true;
    }
  sbuf_add_z(&g->text, any ? ")" : "SELECT 0, 0, 0 WHERE FALSE)");
  any = false;
  gen_with(g, "has(grp, edition, mask, also)", false);
  for (size_t i = 0; i < plan->ngroups; i++)
    for (size_t e = 0; e < plan->vocab->neditions; e++) {
      const struct edition *edition = &plan->vocab->editions[e];
      struct needs needs = needs_of(plan, edition, &plan->groups[i]);
      if (!needs.is_possible || (stock_only && !plan->groups[i].is_stock))
        continue;
      gen_values(g, !any,
                 (int64_t[]){(int64_t)i, (int64_t)e, (int64_t)needs.mask, (int64_t)needs.also}, 4);
      any = true;
    }
  sbuf_add_z(&g->text, any ? ")" : "SELECT 0, 0, 0, 0 WHERE FALSE)");
  if (plan->aggregate == AGG_RATE && !stock_only)
    gen_pairs(g);
}

void gen_printed(struct gen *g) {
  bool any = false;
  gen_with(g, "printed(grp, cell)", false);
  for (size_t i = 0; i < g->plan->ngroups; i++) {
    if (g->plan->groups[i].total < 0)
      continue;
    gen_values(g, !any, (int64_t[]){(int64_t)i, g->plan->groups[i].total}, 2);
    any = true;
  }
  sbuf_add_z(&g->text, any ? ")" : "SELECT 0, 0 WHERE FALSE)");
}

void gen_total_keys(struct gen *g) {
  int n = 0;
  for (int k = 0; k < g->plan->nkeys; k++)
    if (g->plan->keys[k].is_report) {
      sbuf_add_z(&g->text, ", ");
      gen_key(g, &g->plan->keys[k]);
      sbuf_addf(&g->text, " AS k%d", n++);
    }
}

/* Reports that hold cells of a group but lack what else its figure needs have no part in it. */
static void gen_without(struct gen *g) {
  const struct plan *plan = g->plan;
  bool any = false;
  for (size_t i = 0; i < plan->ngroups; i++)
    for (size_t e = 0; e < plan->vocab->neditions; e++) {
      const struct edition *edition = &plan->vocab->editions[e];
      struct needs needs = needs_of(plan, edition, &plan->groups[i]);
      bool is_one_table = (needs.mask & (needs.mask - 1)) == 0 && (needs.also & ~needs.mask) == 0;
      if (needs.mask == 0 || (needs.is_possible && (needs.also == 0 || is_one_table)))
        continue; /* who has its cells has all */
      sbuf_addf(&g->text, "%s SELECT %zu, %zu, %lld, %lld",
                any ? " UNION ALL"
                    : " UNION SELECT w.grp, r.id FROM (SELECT 0 AS grp, -1 AS edition, 0 AS mask, "
                      "0 AS also UNION ALL",
                i, e, (long long)needs.mask,
                needs.is_possible ? (long long)needs.also : -1LL); /* more than any report has */
      any = true;
    }
  if (any)
    sbuf_add_z(&g->text,
               ") w JOIN report r ON r.edition = w.edition AND r.counts = 1 AND "
               "(r.tables & w.mask) <> 0 AND (r.tables & w.also) <> w.also");
}

/* A side of a rate is spoilt by what spoils the other. */
static const char *doubtful_cells(const struct gen *g) {
  return g->plan->aggregate == AGG_RATE
             ? "(SELECT l.grp, l.cell FROM leaf l UNION SELECT p.grp, l.cell FROM pair p JOIN leaf "
               "l ON l.grp = p.other)"
             : "leaf";
}

const char *gen_weighs(const struct gen *g) {
  bool some = g->plan->takes_total && g->plan->aggregate == AGG_STATED;
  return some ? " AND l.weight <> 0" : "";
}

void gen_spoils(struct gen *g, const char *reading, bool with_blank) {
  sbuf_addf(&g->text, "(%s.state IN (%d, %d) OR (%s.state = %d", reading, CELL_TEXT, CELL_UNREAD,
            reading, CELL_BLANK);
  if (!with_blank)
    sbuf_addf(&g->text, " AND %s.cell >= %d", reading, g->plan->vocab->nleaves);
  sbuf_add_z(&g->text, "))");
}

static void begin_bad(struct gen *g, bool with_blank) {
  gen_with(g, "bad(grp, report)", true);
  sbuf_addf(&g->text,
            "SELECT DISTINCT l.grp, o.report FROM %s l %s odd o ON o.cell = l.cell%s WHERE ",
            doubtful_cells(g), g->dialect->then_join, gen_weighs(g));
  gen_spoils(g, "o", with_blank);
}

void gen_bad(struct gen *g, bool with_blank) {
  begin_bad(g, with_blank);
  sbuf_add_z(&g->text, ")");
}

void gen_left_out(struct gen *g, bool with_blank) {
  begin_bad(g, with_blank);
  gen_without(g);
  sbuf_add_z(&g->text, ")");
}

void gen_guess(struct gen *g) {
  gen_with(g, "guess(grp, report)", true);
  sbuf_addf(
      &g->text,
      "SELECT DISTINCT l.grp, o.report FROM %s l %s odd o ON o.cell = l.cell AND o.state = %d%s)",
      doubtful_cells(g), g->dialect->then_join, CELL_INFERRED, gen_weighs(g));
}

static int by_number(const void *a, const void *b) {
  return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

size_t gen_ranges(struct arena *arena, const struct plan *plan, struct cell_range **ranges) {
  size_t n = 0, count = 0;
  for (size_t i = 0; i < plan->ngroups; i++)
    n += plan->groups[i].cells.n;
  int *cells = ARENA_ARRAY(arena, int, n + 1);
  n = 0;
  for (size_t i = 0; i < plan->ngroups; i++)
    for (size_t c = 0; c < plan->groups[i].cells.n; c++)
      cells[n++] = plan->groups[i].cells.at[c].cell;
  if (n > 0)
    qsort(cells, n, sizeof *cells, by_number);
  *ranges = ARENA_ARRAY(arena, struct cell_range, n + 1);
  for (size_t i = 0; i < n; i++) {
    struct cell_range *last = count > 0 ? &(*ranges)[count - 1] : NULL;
    if (last != NULL && cells[i] <= last->high + 1)
      last->high = cells[i];
    else
      (*ranges)[count++] = (struct cell_range){cells[i], cells[i]};
  }
  return count;
}
