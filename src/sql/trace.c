/* trace: the cells behind one figure, as SQL (see sql.h).
 */
#include "sql/gen.h"

/* " AND s.k0 IS ?": the reports that belong to the figure's row. */
static void gen_bound(struct gen *g, const struct sql_bound *bound) {
  const struct key *key = &g->plan->keys[bound->key];
  int n = 0;
  for (int k = 0; k < bound->key; k++)
    n += g->plan->keys[k].is_report;
  if (bound->is_under) {
    sbuf_add_z(&g->text, " AND EXISTS (SELECT 1 FROM region u WHERE u.id = ");
    gen_bind(g, bound->value);
    sbuf_addf(&g->text, " AND s.k%d BETWEEN u.id AND u.last)", n);
  } else if (key->dim == REPORT_AGENCY) {
    sbuf_add_z(&g->text, " AND s.agency = (SELECT x.id FROM agency x WHERE x.name = ");
    gen_bind(g, bound->value);
    sbuf_add_z(&g->text, ")");
  } else {
    sbuf_addf(&g->text, " AND (s.k%d %s ", n, g->dialect->same);
    gen_bind(g, bound->value);
    if (bound->has_other) {
      sbuf_addf(&g->text, " OR s.k%d %s ", n, g->dialect->same);
      gen_bind(g, bound->other);
    }
    sbuf_add_z(&g->text, ")");
  }
}

/* Of `first` and `last` only one year of each agency is behind the figure: of all in scope, not of
 * those in the figure's row. */
static void gen_end(struct gen *g) {
  bool is_first = g->plan->aggregate == AGG_FIRST;
  if (!is_first && g->plan->aggregate != AGG_LAST)
    return;
  sbuf_addf(
      &g->text,
      " AND NOT EXISTS (SELECT 1 FROM scope t JOIN has h ON h.grp = l.grp AND h.edition = "
      "t.edition AND (h.mask & t.tables) <> 0 AND (h.also & t.tables) = h.also WHERE t.agency = "
      "s.agency AND t.year %s s.year AND NOT EXISTS (SELECT 1 FROM bad w WHERE w.grp = l.grp AND "
      "w.report = t.report))",
      is_first ? "<" : ">");
}

static void gen_source(struct gen *g, const char *group, const struct sql_source *source) {
  sbuf_addf(&g->text, " WHERE %s IN (", group);
  for (size_t i = 0; i < source->ngroups; i++)
    sbuf_addf(&g->text, "%s%d", i > 0 ? ", " : "", source->groups[i]);
  sbuf_add_z(&g->text, ")");
}

/* The cells of rows over all agencies. */
static void gen_totals(struct gen *g, const struct sql_source *source) {
  sbuf_add_z(
      &g->text,
      "\nUNION ALL SELECT p.grp, s.name, s.year, s.\"table\", s.\"row\", s.\"column\", "
      "s.printed, s.value, s.state, s.path, s.place, s.raw, s.slot, NULL, NULL, 1 FROM printed "
      "p JOIN (SELECT "
      "r.*");
  gen_total_keys(g);
  sbuf_add_z(&g->text, " FROM total_list r WHERE TRUE");
  gen_form(g, "r");
  if (g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "r");
  }
  sbuf_add_z(&g->text, ") s ON s.cell = p.cell");
  gen_source(g, "p.grp", source);
  for (size_t i = 0; i < source->nbounds; i++)
    gen_bound(g, &source->bounds[i]);
}

struct sql sql_cells(struct arena *arena, const struct plan *plan, const struct sql_source *source,
                     const struct dialect *dialect) {
  struct gen g = gen_new(arena, plan, dialect);
  const char *then = dialect->then_join;
  /* where each report has a figure of its own, one that is unknown has no part in the answer */
  bool blank_spoils = plan->blank_is_unknown && !plan_adds(plan);
  gen_scope(&g);
  gen_groups(&g, false);
  gen_left_out(&g, blank_spoils);
  if (plan->takes_total)
    gen_printed(&g);
  sbuf_addf(&g.text,
            "\nSELECT l.grp, c.agency, c.year, c.\"table\", c.\"row\", c.\"column\", c.printed, "
            "c.value, c.state, r.path, c.place, CASE WHEN b.report IS NULL THEN coalesce(d.value, "
            "0) * l.weight END AS weighted, c.slot, d.report, d.cell, l.weight FROM scope s %s has "
            "h ON " GEN_HAS
            " %s reading d ON d.report = s.report %s leaf l ON l.grp = h.grp AND l.cell = d.cell%s "
            "JOIN report r ON r.id = s.report JOIN report_cell c ON c.report = d.report AND c.cell "
            "= d.cell LEFT JOIN bad b ON b.grp = l.grp AND b.report = s.report",
            then, then, then, gen_weighs(&g));
  gen_source(&g, "h.grp", source);
  /* of a report left out only what made it so: its blanks did not */
  sbuf_add_z(&g.text, " AND (b.report IS NULL OR ");
  gen_spoils(&g, "d", blank_spoils);
  sbuf_add_z(&g.text, ")");
  for (size_t i = 0; i < source->nbounds; i++)
    gen_bound(&g, &source->bounds[i]);
  gen_end(&g);
  if (plan->takes_total)
    gen_totals(&g, source);
  sbuf_add_z(&g.text, " ORDER BY 1, 2, 3, 13");
  return gen_done(&g);
}
