/* suspect_line: explanations by a whole row or column: its values stand one cell off, two numbers
 * were joined in one cell or one split over two, and what follows moved up or on (see suspect.h).
 *
 *   printed   0  5  3  0  8      meant  5  3  0  0  8      one cell off, from the second to the
 * first printed  3746  0  0  83      meant  37  46  0  83      joined printed  3  7  46  0  83
 * meant  37  46  0  0  83   split
 *
 * A number that fell out at an end of what moved is found from the equations, like that of one
 * cell.
 */
#include "check/suspect.h"

#include "check/slip.h"

#define LINE_MOST 64 /* cells in a line; table 3 has 25 rows */

/* The cells of a row or column, by number in equations->cells. */
struct line_cells {
  int at[LINE_MOST];
  int n;
  unsigned slip; /* SLIP_ROW or SLIP_COLUMN */
};

static int64_t printed(const struct suspecting *s, int cell) {
  return s->equations->cells.at[cell].value;
}

static bool is_possible(const struct suspecting *s, int cell, int64_t value) {
  return value >= 0 || s->equations->cells.at[cell].is_signed;
}

/* Supposes it only where it changes something. */
static void put(struct suspecting *s, int cell, int64_t value) {
  if (value != printed(s, cell))
    suspect_suppose(s, cell, value);
}

/* What the first open equation of a cell wants of it, now that the others are supposed. */
static void put_wanted(struct suspecting *s, int cell) {
  const struct equation_cell *c = &s->equations->cells.at[cell];
  for (size_t u = 0; u < c->uses.n; u++) {
    int equation = c->uses.at[u].equation, weight = c->uses.at[u].weight;
    if (s->open_at[equation] < 0 || s->residual[equation] % weight != 0)
      continue;
    int64_t value = c->value - s->residual[equation] / weight;
    if (is_possible(s, cell, value))
      put(s, cell, value);
    return;
  }
}

/* Keeps what was supposed since there were `before`, where it explains all, and takes it back. */
static void judge(struct suspecting *s, size_t before, unsigned slips) {
  if (s->nopen == 0 && s->nsupposed > before + 1)
    suspect_keep(s, slips);
  while (s->nsupposed > before)
    suspect_withdraw(s);
}

/* The values of from .. to stand one cell too far on: each is meant one cell before. What stands in
 * `from` has no place and must be nothing; what belongs in `to` is not there. */
static void try_moved_on(struct suspecting *s, const struct line_cells *line, int from, int to) {
  size_t before = s->nsupposed;
  if (printed(s, line->at[from]) != 0 || printed(s, line->at[from + 1]) == 0)
    return;
  for (int i = from; i < to; i++)
    put(s, line->at[i], printed(s, line->at[i + 1]));
  put_wanted(s, line->at[to]);
  judge(s, before, line->slip);
}

/* The same the other way. */
static void try_moved_up(struct suspecting *s, const struct line_cells *line, int from, int to) {
  size_t before = s->nsupposed;
  if (printed(s, line->at[to]) != 0 || printed(s, line->at[to - 1]) == 0)
    return;
  for (int i = to; i > from; i--)
    put(s, line->at[i], printed(s, line->at[i - 1]));
  put_wanted(s, line->at[from]);
  judge(s, before, line->slip);
}

/* The number in `from` is two, and what stood behind moved up, up to `to`. */
static void try_joined(struct suspecting *s, const struct line_cells *line, int from, int to) {
  int64_t joined = printed(s, line->at[from]);
  if (joined < 10 || printed(s, line->at[to]) != 0)
    return;
  for (int64_t scale = 10; scale <= joined; scale *= 10) {
    size_t before = s->nsupposed;
    if (!digits_join(joined / scale, joined % scale, joined))
      continue; /* the second would begin with 0 */
    put(s, line->at[from], joined / scale);
    for (int i = to; i > from + 1; i--)
      put(s, line->at[i], printed(s, line->at[i - 1]));
    put(s, line->at[from + 1], joined % scale);
    judge(s, before, SLIP_JOINED);
  }
}

/* The numbers in `from` and behind it are one, and what stood behind moved on, up to `to`. */
static void try_split(struct suspecting *s, const struct line_cells *line, int from, int to) {
  size_t before = s->nsupposed;
  int64_t a = printed(s, line->at[from]), b = printed(s, line->at[from + 1]), scale = 10;
  while (scale <= b)
    scale *= 10;
  if (a <= 0 || b < 0 || a > INT64_MAX / scale - 1)
    return;
  put(s, line->at[from], a * scale + b);
  for (int i = from + 1; i < to; i++)
    put(s, line->at[i], printed(s, line->at[i + 1]));
  put_wanted(s, line->at[to]);
  judge(s, before, SLIP_SPLIT);
}

static void try_line(struct suspecting *s, const struct line_cells *line) {
  for (int from = 0; from < line->n; from++)
    for (int to = from + 1; to < line->n; to++) {
      try_moved_on(s, line, from, to);
      try_moved_up(s, line, from, to);
      if (line->slip == SLIP_ROW) {
        try_joined(s, line, from, to);
        try_split(s, line, from, to);
      }
    }
}

/* Adds a cell; a line is parted where a cell is in no equation. */
static void add_cell(struct suspecting *s, struct line_cells *line, int report, int cell) {
  int number = s->equations->cell_of[(size_t)report * (size_t)s->vocab->ncells + (size_t)cell];
  if (number >= 0 && line->n < LINE_MOST) {
    line->at[line->n++] = number;
    return;
  }
  try_line(s, line);
  line->n = 0;
}

static void try_block(struct suspecting *s, int report, const struct edition *edition,
                      const struct block *block) {
  for (size_t r = 0; r < block->nrows; r++) {
    struct line_cells line = {.slip = SLIP_ROW};
    for (size_t c = 0; c < block->ncolumns; c++)
      add_cell(s, &line, report,
               edition->cells[(size_t)block->first_slot + r * block->ncolumns + c].cell);
    try_line(s, &line);
  }
  for (size_t c = 0; c < block->ncolumns; c++) {
    struct line_cells line = {.slip = SLIP_COLUMN};
    for (size_t r = 0; r < block->nrows; r++)
      add_cell(s, &line, report,
               edition->cells[(size_t)block->first_slot + r * block->ncolumns + c].cell);
    try_line(s, &line);
  }
}

/* Does a failing equation of the problem ask for a cell of the table? */
static bool is_concerned(const struct suspecting *s, int report, int table) {
  const struct edition *edition = &s->vocab->editions[s->equations->reports[report].edition];
  for (size_t i = 0; i < s->problem->nfailing; i++) {
    const struct equation *e = &s->equations->all.at[s->problem->failing[i]];
    for (size_t t = 0; t < e->terms.n; t++) {
      const struct equation_cell *cell = &s->equations->cells.at[e->terms.at[t].cell];
      int slot = cell->report == report ? edition_slot(edition, cell->cell) : -1;
      if (slot >= 0 && edition->cells[slot].table == table)
        return true;
    }
  }
  return false;
}

void suspect_lines(struct suspecting *s) {
  for (int report = 0; report < NEAR; report++) {
    const struct near_report *near = &s->equations->reports[report];
    if (near->id == 0)
      continue;
    const struct edition *edition = &s->vocab->editions[near->edition];
    for (size_t t = 0; t < edition->ntables; t++)
      for (size_t b = 0; b < edition->tables[t].nblocks && is_concerned(s, report, (int)t); b++)
        try_block(s, report, edition, &edition->tables[t].blocks[b]);
  }
}
