/* suspect: the search for cells that explain what fails (see suspect.h).
 *
 * A set of cells is built up one by one: an equation that is open must hold one of them, and which
 * number closes it is then known. So every set is found in which some order of its cells closes an
 * equation each; two cells never need more.
 */
#include "check/suspect.h"

#include "check/slip.h"

#include <stdlib.h>

#define CELLS_MOST 3
#define WORK 400000L /* steps on one problem: some milliseconds */
#define OPEN_MOST 64 /* no three cells close more; one is in a handful of equations */

/* --- Supposing */

static void set_open(struct suspecting *s, int equation) {
  bool is_open = s->is_active[equation] && s->residual[equation] != 0;
  int at = s->open_at[equation];
  if (is_open && at < 0) {
    s->open_at[equation] = (int)s->nopen;
    s->open[s->nopen++] = equation;
  } else if (!is_open && at >= 0) {
    s->open[at] = s->open[--s->nopen];
    s->open_at[s->open[at]] = at;
    s->open_at[equation] = -1;
  }
}

static void shift(struct suspecting *s, const struct equation_cell *cell, int64_t by) {
  for (size_t u = 0; u < cell->uses.n; u++) {
    s->residual[cell->uses.at[u].equation] += by * cell->uses.at[u].weight;
    set_open(s, cell->uses.at[u].equation);
  }
}

void suspect_suppose(struct suspecting *s, int cell, int64_t value) {
  const struct equation_cell *c = &s->equations->cells.at[cell];
  s->supposed[s->nsupposed++] = (struct repair){.cell = cell, .implied = value};
  s->is_supposed[cell] = true;
  shift(s, c, value - c->value);
}

void suspect_withdraw(struct suspecting *s) {
  const struct repair *last = &s->supposed[--s->nsupposed];
  const struct equation_cell *c = &s->equations->cells.at[last->cell];
  s->is_supposed[last->cell] = false;
  shift(s, c, c->value - last->implied);
}

/* --- Keeping */

static int by_cell(const void *a, const void *b) {
  const struct repair *x = a, *y = b;
  return (x->cell > y->cell) - (x->cell < y->cell);
}

static bool same_cells(const struct explanation *a, const struct explanation *b) {
  bool is_same = a->n == b->n;
  for (size_t i = 0; is_same && i < a->n; i++)
    is_same = a->at[i].cell == b->at[i].cell && a->at[i].implied == b->at[i].implied;
  return is_same;
}

void suspect_keep(struct suspecting *s, unsigned slips) {
  struct problem *p = s->problem;
  for (size_t i = 0; i < s->nsupposed; i++)
    if (s->is_barred[s->supposed[i].cell])
      return;
  struct explanation new = {ARENA_ARRAY(s->arena, struct repair, s->nsupposed), 0, slips};
  for (size_t i = 0; i < s->nsupposed; i++)
    if (s->supposed[i].implied != s->equations->cells.at[s->supposed[i].cell].value)
      new.at[new.n++] = s->supposed[i];
  qsort(new.at, new.n, sizeof *new.at, by_cell);
  for (size_t i = 0; i < p->nexplanations; i++)
    if (same_cells(&p->explanations[i], &new)) {
      p->explanations[i].slips |= slips;
      return;
    }
  if (p->nexplanations == EXPLANATIONS) { /* these are not compared: some may be counted twice */
    p->nfurther++;
    return;
  }
  for (size_t i = 0; i < new.n; i++)
    new.at[i].slips =
        slips_between(s->equations->cells.at[new.at[i].cell].value, new.at[i].implied);
  if (p->explanations == NULL)
    p->explanations = ARENA_ARRAY(s->arena, struct explanation, EXPLANATIONS);
  p->explanations[p->nexplanations++] = new;
}

/* --- Searching */

static bool could_hold(const struct equation_cell *cell, int64_t value) {
  return value >= 0 || cell->is_signed;
}

/* The number with which a cell closes an equation. False when there is none it could hold. */
static bool closing(const struct suspecting *s, int equation, const struct equation_term *term,
                    int64_t *value) {
  const struct equation_cell *cell = &s->equations->cells.at[term->cell];
  if (s->is_supposed[term->cell] || s->is_barred[term->cell] ||
      s->residual[equation] % term->weight != 0)
    return false;
  *value = cell->value - s->residual[equation] / term->weight;
  return could_hold(cell, *value);
}

static bool closes_all(const struct suspecting *s, const struct equation_cell *cell, int64_t by) {
  size_t closed = 0;
  for (size_t u = 0; u < cell->uses.n; u++) {
    const struct equation_use *use = &cell->uses.at[u];
    if (!s->is_active[use->equation])
      continue;
    if (s->residual[use->equation] + by * use->weight != 0)
      return false;
    closed++;
  }
  return closed == s->nopen;
}

/* One more cell must close all that is open. */
static void search_last(struct suspecting *s) {
  const struct equation *shortest = NULL;
  int number = -1;
  for (size_t i = 0; i < s->nopen; i++) {
    const struct equation *e = &s->equations->all.at[s->open[i]];
    if (shortest == NULL || e->terms.n < shortest->terms.n) {
      shortest = e;
      number = s->open[i];
    }
  }
  for (size_t t = 0; shortest != NULL && t < shortest->terms.n; t++) {
    const struct equation_term *term = &shortest->terms.at[t];
    const struct equation_cell *cell = &s->equations->cells.at[term->cell];
    int64_t value;
    s->work--;
    if (!closing(s, number, term, &value) || !closes_all(s, cell, value - cell->value))
      continue;
    suspect_suppose(s, term->cell, value);
    suspect_keep(s, 0);
    suspect_withdraw(s);
  }
}

static void search(struct suspecting *s, size_t left) {
  if (s->nopen == 0 || s->nopen > left * s->most_uses || s->nopen > OPEN_MOST)
    return;
  if (left == 1) {
    search_last(s);
    return;
  }
  size_t nopen = s->nopen;
  int open[OPEN_MOST]; /* the list changes below */
  for (size_t i = 0; i < nopen; i++)
    open[i] = s->open[i];
  for (size_t i = 0; i < nopen && s->work > 0; i++) {
    const struct equation *e = &s->equations->all.at[open[i]];
    for (size_t t = 0; t < e->terms.n && s->work > 0; t++) {
      int64_t value;
      s->work--;
      if (!closing(s, open[i], &e->terms.at[t], &value))
        continue;
      suspect_suppose(s, e->terms.at[t].cell, value);
      search(s, left - 1);
      suspect_withdraw(s);
    }
  }
}

/* --- One problem */

static struct suspecting suspecting_new(struct arena *arena, const struct equations *equations,
                                        const struct vocab *vocab, struct problem *problem) {
  size_t n = equations->all.n, ncells = equations->cells.n;
  struct suspecting s = {.arena = arena,
                         .equations = equations,
                         .vocab = vocab,
                         .is_active = ARENA_ARRAY(arena, bool, n + 1),
                         .residual = ARENA_ARRAY(arena, int64_t, n + 1),
                         .open = ARENA_ARRAY(arena, int, n + 1),
                         .open_at = ARENA_ARRAY(arena, int, n + 1),
                         .is_supposed = ARENA_ARRAY(arena, bool, ncells + 1),
                         .is_barred = ARENA_ARRAY(arena, bool, ncells + 1),
                         .supposed = ARENA_ARRAY(arena, struct repair, ncells + 1),
                         .work = WORK,
                         .problem = problem};
  for (size_t e = 0; e < n; e++) {
    s.residual[e] = equations->all.at[e].residual;
    s.is_active[e] = !equations->all.at[e].fails;
    s.open_at[e] = -1;
  }
  for (size_t i = 0; i < problem->nfailing; i++) {
    s.is_active[problem->failing[i]] = true;
    set_open(&s, problem->failing[i]);
  }
  for (size_t c = 0; c < ncells; c++) {
    const struct equation_cell *cell = &equations->cells.at[c];
    s.most_uses = cell->uses.n > s.most_uses ? cell->uses.n : s.most_uses;
    for (size_t u = 0; u < cell->uses.n; u++) {
      int e = cell->uses.at[u].equation;
      bool is_aside = problem->is_apart && equations->all.at[e].rule->has_lag;
      s.is_barred[c] = s.is_barred[c] || (!s.is_active[e] && !is_aside);
    }
  }
  return s;
}

static int named(const struct explanation *e) {
  int n = e->slips != 0 ? (int)e->n : 0;
  for (size_t i = 0; i < e->n; i++)
    n += (e->at[i].slips & ~(unsigned)(SLIP_LEFT_OUT | SLIP_NONE_DUE)) != 0;
  return n;
}

/* Those whose slips have names stand first. */
static void sort(struct problem *p) {
  for (size_t i = 1; i < p->nexplanations; i++) {
    struct explanation moved = p->explanations[i];
    size_t k = i;
    for (; k > 0 && named(&p->explanations[k - 1]) < named(&moved); k--)
      p->explanations[k] = p->explanations[k - 1];
    p->explanations[k] = moved;
  }
}

static bool is_solved(const struct problem *p) {
  return p->nexplanations > 0;
}

/* Looks for sets of n cells; with n = 1 also for lines. */
static void solve(struct arena *arena, const struct equations *equations, const struct vocab *vocab,
                  struct problem *problem, size_t n) {
  struct suspecting s = suspecting_new(arena, equations, vocab, problem);
  search(&s, n);
  if (n == 1 && !is_solved(problem))
    suspect_lines(&s);
  problem->is_given_up = !is_solved(problem) && (problem->is_given_up || s.work <= 0);
  sort(problem);
}

/* --- Which equations are one problem */

/* Gives each of the wanted equations the number of its problem: those that share a cell have one.
 * Returns how many there are. */
static int part(struct arena *arena, const struct equations *equations, const bool *is_wanted,
                int *part_of) {
  size_t n = equations->all.n;
  int parts = 0, *waiting = ARENA_ARRAY(arena, int, n + 1);
  for (size_t e = 0; e < n; e++)
    part_of[e] = -1;
  for (size_t e = 0; e < n; e++) {
    size_t nwaiting = 0;
    if (!is_wanted[e] || part_of[e] >= 0)
      continue;
    part_of[e] = parts;
    waiting[nwaiting++] = (int)e;
    while (nwaiting > 0) {
      const struct equation *from = &equations->all.at[waiting[--nwaiting]];
      for (size_t t = 0; t < from->terms.n; t++) {
        const struct equation_cell *cell = &equations->cells.at[from->terms.at[t].cell];
        for (size_t u = 0; u < cell->uses.n; u++) {
          int to = cell->uses.at[u].equation;
          if (!is_wanted[to] || part_of[to] >= 0)
            continue;
          part_of[to] = parts;
          waiting[nwaiting++] = to;
        }
      }
    }
    parts++;
  }
  return parts;
}

static struct problem problem_of(struct arena *arena, const struct equations *equations,
                                 const int *part_of, int number) {
  struct problem p = {.failing = ARENA_ARRAY(arena, int, equations->all.n + 1)};
  for (size_t e = 0; e < equations->all.n; e++)
    if (part_of[e] == number)
      p.failing[p.nfailing++] = (int)e;
  return p;
}

/* Does an equation that fails speak of this report? One about the report after it does where it
 * asks for a cell of this one. */
static bool is_about_this(const struct equations *equations, const struct equation *e) {
  bool asks = e->report == NEAR_THIS;
  for (size_t t = 0; t < e->terms.n && !asks; t++)
    asks = equations->cells.at[e->terms.at[t].cell].report == NEAR_THIS;
  return e->fails && asks;
}

static struct problem joined(struct arena *arena, const struct problem *a,
                             const struct problem *b) {
  struct problem p = {.failing = ARENA_ARRAY(arena, int, a->nfailing + b->nfailing),
                      .is_given_up = a->is_given_up || b->is_given_up,
                      .is_apart = a->is_apart};
  for (size_t i = 0; i < a->nfailing; i++)
    p.failing[p.nfailing++] = a->failing[i];
  for (size_t i = 0; i < b->nfailing; i++)
    p.failing[p.nfailing++] = b->failing[i];
  return p;
}

static void take_out(struct problems *problems, size_t at) {
  problems->n--;
  for (size_t i = at; i < problems->n; i++)
    problems->at[i] = problems->at[i + 1];
}

#define TOGETHER_MOST 6 /* unsolved problems that are tried two by two */

/* All that are unsolved as one: a column whose values stand one cell off. */
static void solve_all(struct arena *arena, const struct equations *equations,
                      const struct vocab *vocab, struct problems *problems, size_t n) {
  struct problem all = {0};
  size_t unsolved = 0;
  for (size_t i = 0; i < problems->n; i++) {
    if (is_solved(&problems->at[i]))
      continue;
    all = unsolved++ == 0 ? problems->at[i] : joined(arena, &all, &problems->at[i]);
  }
  if (unsolved < 2)
    return;
  solve(arena, equations, vocab, &all, n);
  if (!is_solved(&all))
    return;
  for (size_t i = problems->n; i-- > 0;)
    if (!is_solved(&problems->at[i]))
      take_out(problems, i);
  ARENA_PUSH(arena, problems, all);
}

/* Two problems may be one: two totals of a row that are wrong by the same, where the row adds up.
 */
static void solve_two(struct arena *arena, const struct equations *equations,
                      const struct vocab *vocab, struct problems *problems, size_t n) {
  size_t unsolved = 0;
  for (size_t i = 0; i < problems->n; i++)
    unsolved += !is_solved(&problems->at[i]);
  for (size_t i = 0; i < problems->n && unsolved <= TOGETHER_MOST; i++)
    for (size_t k = i + 1; k < problems->n && !is_solved(&problems->at[i]); k++) {
      if (is_solved(&problems->at[k]))
        continue;
      struct problem both = joined(arena, &problems->at[i], &problems->at[k]);
      solve(arena, equations, vocab, &both, n);
      if (!is_solved(&both))
        continue;
      problems->at[i] = both;
      take_out(problems, k);
    }
}

static void settle(struct arena *arena, const struct equations *equations,
                   const struct vocab *vocab, struct problems *problems) {
  for (size_t n = 1; n <= CELLS_MOST; n++) {
    for (size_t i = 0; i < problems->n; i++)
      if (!is_solved(&problems->at[i]))
        solve(arena, equations, vocab, &problems->at[i], n);
    solve_all(arena, equations, vocab, problems, n);
    solve_two(arena, equations, vocab, problems, n);
  }
}

/* The problems of the wanted equations that are about this report. */
static struct problems problems_of(struct arena *arena, const struct equations *equations,
                                   const bool *is_wanted) {
  struct problems problems = {0};
  int *part_of = ARENA_ARRAY(arena, int, equations->all.n + 1);
  int parts = part(arena, equations, is_wanted, part_of);
  for (int i = 0; i < parts; i++) {
    struct problem p = problem_of(arena, equations, part_of, i);
    bool is_here = false;
    for (size_t k = 0; k < p.nfailing; k++)
      is_here = is_here || is_about_this(equations, &equations->all.at[p.failing[k]]);
    if (is_here)
      ARENA_PUSH(arena, &problems, p);
  }
  return problems;
}

/* What could not be explained, without what is carried between years: each year by itself; what is
 * carried stays unexplained. */
static void solve_apart(struct arena *arena, const struct equations *equations,
                        const struct vocab *vocab, struct problems *problems) {
  size_t n = equations->all.n;
  bool *is_wanted = ARENA_ARRAY(arena, bool, n + 1);
  struct problem carried = {.failing = ARENA_ARRAY(arena, int, n + 1)};
  for (size_t i = problems->n; i-- > 0;) {
    struct problem *p = &problems->at[i];
    size_t lag = 0;
    for (size_t k = 0; k < p->nfailing; k++)
      lag += equations->all.at[p->failing[k]].rule->has_lag;
    if (is_solved(p) || lag == 0)
      continue;
    for (size_t k = 0; k < p->nfailing; k++) {
      const struct equation *e = &equations->all.at[p->failing[k]];
      if (!e->rule->has_lag)
        is_wanted[p->failing[k]] = true;
      else if (is_about_this(equations, e))
        carried.failing[carried.nfailing++] = p->failing[k];
    }
    take_out(problems, i);
  }
  struct problems rest = problems_of(arena, equations, is_wanted);
  for (size_t i = 0; i < rest.n; i++)
    rest.at[i].is_apart = true;
  settle(arena, equations, vocab, &rest);
  for (size_t i = 0; i < rest.n; i++)
    ARENA_PUSH(arena, problems, rest.at[i]);
  if (carried.nfailing > 0)
    ARENA_PUSH(arena, problems, carried);
}

struct problems suspects_find(struct arena *arena, const struct equations *equations,
                              const struct vocab *vocab) {
  bool *is_wanted = ARENA_ARRAY(arena, bool, equations->all.n + 1);
  for (size_t e = 0; e < equations->all.n; e++)
    is_wanted[e] = equations->all.at[e].fails;
  struct problems problems = problems_of(arena, equations, is_wanted);
  settle(arena, equations, vocab, &problems);
  solve_apart(arena, equations, vocab, &problems);
  return problems;
}
