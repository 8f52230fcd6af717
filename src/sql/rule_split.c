/* rule_split: `cell is split` as SQL (see rule_split.h). */
#include "sql/rule_split.h"

#include "form/report.h"
#include "form/sums.h"

/* --- The sums of the forms: those printed in one row, and those that cross them */

/* The cells of a sum in the order of their slots: those of a row as they stand side by side. */
struct sum_cells {
  int *cells, *weights;
  size_t n;
  uint64_t editions; /* that have it, as bits */
  bool is_row;
};

struct sum_list {
  struct sum_cells *at;
  size_t n, cap;
};

static bool is_printed_in_row(const struct vocab *vocab, const struct edition *edition,
                              const struct sum *sum) {
  const struct form_cell *first = &edition->cells[sum->terms[0].slot];
  if (sum->along < 0 || vocab->units[vocab->measures[first->measure].unit].decimals > 0)
    return false;
  for (size_t t = 1; t < sum->nterms; t++) {
    const struct form_cell *cell = &edition->cells[sum->terms[t].slot];
    if (cell->table != first->table || cell->block != first->block || cell->row != first->row)
      return false;
  }
  return true;
}

/* Does another sum go through each of its cells? */
static bool is_crossed(const struct sums *sums, const struct sum *row) {
  for (size_t t = 0; t < row->nterms; t++) {
    bool found = false;
    for (size_t i = 0; i < sums->n && !found; i++)
      for (size_t k = 0; k < sums->at[i].nterms && &sums->at[i] != row; k++)
        found = found || sums->at[i].terms[k].slot == row->terms[t].slot;
    if (!found)
      return false;
  }
  return true;
}

static struct sum_cells line_of(struct arena *arena, const struct edition *edition,
                                const struct sum *sum) {
  struct sum_cells line = {.cells = ARENA_ARRAY(arena, int, sum->nterms),
                           .weights = ARENA_ARRAY(arena, int, sum->nterms)};
  for (int slot = 0; slot < (int)edition->ncells; slot++)
    for (size_t t = 0; t < sum->nterms; t++)
      if (sum->terms[t].slot == slot) {
        line.cells[line.n] = edition->cells[slot].cell;
        line.weights[line.n++] = sum->terms[t].sign;
      }
  return line;
}

static bool is_same(const struct sum_cells *a, const struct sum_cells *b) {
  bool same = a->n == b->n && a->is_row == b->is_row;
  for (size_t i = 0; i < a->n && same; i++)
    same = a->cells[i] == b->cells[i] && a->weights[i] == b->weights[i];
  return same;
}

static struct sum_list lines_of(struct arena *arena, const struct vocab *vocab) {
  struct sum_list lines = {0};
  for (size_t e = 0; e < vocab->neditions; e++) {
    const struct edition *edition = &vocab->editions[e];
    struct sums sums = sums_of_edition(arena, vocab, edition);
    for (size_t i = 0; i < sums.n; i++) {
      struct sum_cells line = line_of(arena, edition, &sums.at[i]);
      line.is_row =
          is_printed_in_row(vocab, edition, &sums.at[i]) && is_crossed(&sums, &sums.at[i]);
      size_t k = 0;
      while (k < lines.n && !is_same(&lines.at[k], &line))
        k++;
      if (k == lines.n)
        ARENA_PUSH(arena, &lines, line);
      lines.at[k].editions |= (uint64_t)1 << e;
    }
  }
  return lines;
}

/* in_row and in_sum(line, editions, pos, cell, weight): every sum is in in_sum. */
static void gen_lines(struct gen *g, const struct sum_list *lines, bool rows) {
  bool any = false;
  gen_with(g,
           rows ? "in_row(line, editions, pos, cell, weight)"
                : "in_sum(line, editions, pos, cell, weight)",
           true);
  for (size_t i = 0; i < lines->n; i++)
    for (size_t k = 0; k < lines->at[i].n && (!rows || lines->at[i].is_row); k++) {
      const struct sum_cells *line = &lines->at[i];
      gen_values(g, !any,
                 (int64_t[]){(int64_t)i, (int64_t)line->editions, (int64_t)k, line->cells[k],
                             line->weights[k]},
                 5);
      any = true;
    }
  sbuf_add_z(&g->text, any ? ")" : "SELECT 0, 0, 0, 0, 0 WHERE FALSE)");
}

/* --- The rows that fail */

/* bent(report, line, edition, off): by how much its parts are more than its total. Where what is
 * printed is no number, or a blank could make up for it, nothing is known. */
static void gen_bent(struct gen *g, bool few) {
  const char *join = g->dialect->then_join;
  gen_with(g, "bent(report, line, edition, off)", true);
  sbuf_add_z(&g->text,
             "SELECT t.report, s.line, t.edition, s.off FROM (SELECT f.report, l.line, "
             "max(l.editions) AS editions, sum(l.weight * f.value) AS off FROM ");
  if (few)
    sbuf_addf(&g->text,
              "todo t %s reading f ON f.report = t.report JOIN in_row l ON l.cell = f.cell", join);
  else
    sbuf_addf(&g->text, "in_row l %s fact f ON f.cell = l.cell", join);
  sbuf_addf(&g->text,
            " GROUP BY f.report, l.line HAVING sum(l.weight * f.value) <> 0) s %s todo t ON "
            "t.report = s.report AND (s.editions >> t.edition) & 1 = 1 WHERE NOT EXISTS (SELECT 1 "
            "FROM in_row l JOIN reading d ON d.report = t.report AND d.cell = l.cell WHERE l.line "
            "= s.line AND (d.value < 0 OR d.state NOT IN (%d, %d) OR (d.state = %d AND (l.weight < "
            "0 OR s.off < 0)))))",
            join, CELL_NUMBER, CELL_BLANK, CELL_BLANK);
}

/* figure(report, line, edition, off, pos, cell, weight, v, blank, before, behind): the figures of
 * these rows, each with those beside it. */
static void gen_figures(struct gen *g) {
  gen_with(g, "figure(report, line, edition, off, pos, cell, weight, v, blank, before, behind)",
           true);
  sbuf_addf(&g->text,
            "SELECT h.*, lag(v) OVER side, lead(v) OVER side FROM (SELECT b.report, b.line, "
            "b.edition, b.off, l.pos, l.cell, l.weight, coalesce(d.value, 0) AS v, "
            "coalesce(d.state = %d, FALSE) AS blank FROM bent b JOIN in_row l ON l.line = b.line "
            "LEFT JOIN reading d ON d.report = b.report AND d.cell = l.cell) h WINDOW side AS "
            "(PARTITION BY report, line ORDER BY pos))",
            CELL_BLANK);
}

/* --- What could be meant */

#define WAY_UP 1 /* what stands behind moved up, or two neighbours are parted elsewhere */
#define WAY_ON 2 /* it moved on, and the last number is lost */

/* move(report, line, edition, off, first, last, way, a, b): from pos `first` to `last`; a is meant
 * in the first cell. b is what is meant in the next, with WAY_ON what is printed there. A 0 beside
 * other digits stands for none. */
static void gen_moves(struct gen *g) {
  gen_with(g, "power(ten)", true);
  for (int64_t n = 0, ten = 1; n < 10; n++, ten *= 10)
    gen_values(g, n == 0, &ten, 1);
  sbuf_add_char(&g->text, ')');
  gen_with(g, "pair(report, line, edition, off, first, last, is_next, joined, one, behind)", true);
  sbuf_add_z(&g->text,
             "SELECT x.report, x.line, x.edition, x.off, x.pos, y.pos, y.pos = x.pos + 1, CASE "
             "WHEN x.v = 0 OR x.behind = 0 THEN x.v + x.behind ELSE x.v * (SELECT min(ten) FROM "
             "power WHERE ten > x.behind) + x.behind END, CASE WHEN y.v = 0 THEN x.v ELSE 0 END, "
             "x.behind FROM figure x JOIN figure y ON y.report = x.report AND y.line = x.line AND "
             "y.pos > x.pos)");
  gen_with(g, "move(report, line, edition, off, first, last, way, a, b)", true);
  sbuf_addf(&g->text,
            "SELECT report, line, edition, off, first, last, %d, digits / ten, digits %% ten FROM "
            "(SELECT p.*, CASE WHEN is_next THEN joined ELSE one END AS digits FROM pair p) p JOIN "
            "power w ON digits > 0 AND (digits %% ten >= ten / 10 AND ten > 1 OR ten = 1 AND "
            "is_next) UNION ALL SELECT report, line, edition, off, first, last, %d, joined, behind "
            "FROM pair WHERE behind > 0)",
            WAY_UP, WAY_ON);
}

/* What is meant in figure x by move m, which has lost `lost`. */
static void gen_meant(struct gen *g, const char *lost) {
  sbuf_addf(&g->text,
            "CASE WHEN x.pos < m.first OR x.pos > m.last THEN x.v WHEN x.pos = m.first THEN m.a "
            "WHEN m.way = %d THEN CASE WHEN x.pos = m.first + 1 THEN m.b ELSE x.before END WHEN "
            "x.pos = m.last THEN %s ELSE x.behind END",
            WAY_UP, lost);
}

/* fit(…, lost): the moves of more than one cell with which the row holds. */
static void gen_fits(struct gen *g) {
  gen_with(g, "fit(report, line, edition, off, first, last, way, a, b, lost)", true);
  sbuf_add_z(&g->text,
             "SELECT report, line, edition, off, first, last, way, a, b, lost FROM "
             "(SELECT m.*, -rest * (SELECT l.weight FROM in_row l WHERE l.line = m.line "
             "AND l.pos = m.last) AS lost FROM (SELECT m.*, (SELECT sum(x.weight * (");
  gen_meant(g, "0");
  sbuf_addf(&g->text,
            ")) FROM figure x WHERE x.report = m.report AND x.line = m.line) AS rest FROM move m) "
            "m) m WHERE CASE way WHEN %d THEN rest = 0 ELSE lost >= 0 AND (last > first + 1 OR "
            "lost <> b) END)",
            WAY_UP);
}

/* --- What the other sums say */

/* The sum of line c.line in the report of x: its difference, how many figures, and whether one of
 * its cells is doubtful. */
static void gen_crossing(struct gen *g) {
  sbuf_addf(&g->text,
            "(SELECT coalesce(sum(k.weight * d.value), 0) AS off, count(d.value) AS n, "
            "coalesce(max(d.state NOT IN (%d, %d)), 0) AS doubt FROM in_sum k JOIN reading d ON "
            "d.report = x.report AND d.cell = k.cell WHERE k.line = c.line)",
            CELL_NUMBER, CELL_BLANK);
}

/* Does another sum through a cell that is meant otherwise speak against move m? With `all` any that
 * does not hold then. */
static void gen_refuted(struct gen *g, bool all) {
  sbuf_add_z(&g->text,
             "EXISTS (SELECT 1 FROM figure x JOIN in_sum c ON c.cell = x.cell AND c.line "
             "<> x.line AND (c.editions >> x.edition) & 1 = 1 WHERE x.report = m.report "
             "AND x.line = m.line AND x.v <> ");
  gen_meant(g, "m.lost");
  sbuf_add_z(&g->text, " AND EXISTS (SELECT 1 FROM ");
  gen_crossing(g);
  sbuf_addf(&g->text,
            " o WHERE CASE WHEN o.doubt THEN m.way = %d WHEN m.way = %d THEN o.n > 0 AND (o.off = "
            "0 OR o.off * c.weight = m.off * x.weight) ELSE o.off + c.weight * (",
            WAY_ON, all ? 0 : WAY_UP);
  gen_meant(g, "m.lost");
  sbuf_add_z(&g->text, " - x.v) <> 0 END))");
}

/* The figures of move m from its first to its last, as `figure`. */
static void gen_shown(struct gen *g, bool meant) {
  sbuf_add_z(&g->text, ", (SELECT group_concat(shown, ' | ') FROM (SELECT ");
  if (meant)
    gen_meant(g, "m.lost");
  else
    sbuf_add_z(&g->text, "x.v");
  sbuf_add_z(&g->text,
             " AS shown FROM figure x WHERE x.report = m.report AND x.line = m.line AND "
             "x.pos BETWEEN m.first AND m.last ORDER BY x.pos) s)");
}

void gen_split(struct gen *g, bool few) {
  struct sum_list lines = lines_of(g->text.arena, g->plan->vocab);
  gen_lines(g, &lines, true);
  gen_lines(g, &lines, false);
  gen_bent(g, few);
  gen_figures(g);
  gen_moves(g);
  gen_fits(g);
  gen_with(g, "split(report, cell, blank, printed, meant)", true);
  sbuf_add_z(&g->text,
             "SELECT m.report, (SELECT l.cell FROM in_row l WHERE l.line = m.line AND "
             "l.pos = m.first), (SELECT max(x.blank) FROM figure x WHERE x.report = "
             "m.report AND x.line = m.line)");
  gen_shown(g, false);
  gen_shown(g, true);
  /* Best is what all other sums bear out, then what moves least. */
  sbuf_add_z(&g->text, " FROM (SELECT m.*, row_number() OVER (PARTITION BY report, line ORDER BY ");
  gen_refuted(g, true);
  sbuf_add_z(&g->text, ", way, last - first, first, a) AS choice FROM fit m WHERE NOT ");
  gen_refuted(g, false);
  sbuf_add_z(&g->text, ") m WHERE choice = 1)");
}
