/* match_infer: rows whose figures run together (see match_parts.h).
 *
 *   （一）予以公开270020130        27 0 0 2 0 1 30   or   2 7 0 0 20 1 30
 *
 * First each row alone: the sums within it mostly leave one reading. Then rows that share a sum are
 * tried together, over columns: a row is read when all choices that add up agree on it. A sum is
 * used only if each of its other cells is certain; one in which the readings do not differ says
 * nothing about them, whether it holds or not. Reports with wrong sums are common, and what they
 * print wrong stays so: nothing is chosen because it is nearly right. Where the row's own sum is
 * wrong, another way to part it may add up by chance; so a row is given up when another
 * way to part it agrees with its columns and this one does not.
 */
#include "read/match_infer.h"

#define MAX_JOINT_STEPS 20000      /* choices tried for rows together, in one report */
#define MAX_VALUE 1000000000000000 /* 10^MAX_FIGURE_DIGITS: a larger one is in no sum here */

/* Rows without a certain reading that share sums, and these. */
struct group {
  struct run **runs;
  size_t nruns;
  const struct sum **sums;
  size_t nsums;
  bool is_over; /* too many choices */
};

struct inferring {
  struct match *m;
  struct fit *fit;
  struct report *report;
  const struct sums *sums;
  struct arena *scratch;
  struct run **runs;
  size_t nruns;
  struct run **run_of; /* by slot; NULL = the cell is in none */
  size_t steps, joint_steps;
  size_t nread;
};

/* --- Sums over rows */

/* Between what and what the sum is, given what is certain and chosen. False: a cell that it needs
 * is neither. */
static bool sum_bounds(const struct inferring *f, const struct sum *sum, int64_t *low,
                       int64_t *high) {
  *low = *high = 0;
  for (size_t t = 0; t < sum->nterms; t++) {
    size_t slot = (size_t)sum->terms[t].slot;
    const struct report_cell *cell = &f->report->cells[slot];
    const struct run *run = f->run_of[slot];
    int64_t least = cell->value, most = cell->value;
    if (run != NULL && run->is_open) {
      size_t c = slot - run->slot;
      least = run->chosen < 0 ? run->least[c] : run->readings[run->chosen][c];
      most = run->chosen < 0 ? run->most[c] : least;
    } else if ((cell->state != CELL_NUMBER && cell->state != CELL_INFERRED) ||
               cell->value > MAX_VALUE || cell->value < -MAX_VALUE) {
      return false;
    }
    bool is_added = sum->terms[t].sign > 0;
    *low += is_added ? least : -most;
    *high += is_added ? most : -least;
  }
  return true;
}

static bool is_telling(const struct inferring *f, const struct sum *sum) {
  int64_t low, high;
  return sum_bounds(f, sum, &low, &high) && low < high;
}

static bool touches(const struct run *run, const struct sum *sum) {
  for (size_t t = 0; t < sum->nterms; t++)
    if ((size_t)sum->terms[t].slot >= run->slot && (size_t)sum->terms[t].slot < run->slot + run->n)
      return true;
  return false;
}

/* --- Rows together */

static bool holds_run(const struct group *group, const struct run *run) {
  for (size_t i = 0; i < group->nruns; i++)
    if (group->runs[i] == run)
      return true;
  return false;
}

static bool holds_sum(const struct group *group, const struct sum *sum) {
  for (size_t i = 0; i < group->nsums; i++)
    if (group->sums[i] == sum)
      return true;
  return false;
}

/* All rows that `first` shares telling sums with, directly or through others. */
static struct group gather_group(const struct inferring *f, struct run *first) {
  struct group group = {0};
  group.runs = ARENA_ARRAY(f->scratch, struct run *, f->nruns);
  group.sums = ARENA_ARRAY(f->scratch, const struct sum *, f->sums->n + 1);
  group.runs[group.nruns++] = first;
  for (size_t i = 0; i < group.nruns; i++)
    for (size_t s = 0; s < f->sums->n; s++) {
      const struct sum *sum = &f->sums->at[s];
      if (holds_sum(&group, sum) || !touches(group.runs[i], sum) || !is_telling(f, sum))
        continue;
      group.sums[group.nsums++] = sum;
      for (size_t r = 0; r < f->nruns; r++)
        if (f->runs[r]->is_open && touches(f->runs[r], sum) && !holds_run(&group, f->runs[r]))
          group.runs[group.nruns++] = f->runs[r];
    }
  return group;
}

static bool can_add_up(const struct inferring *f, const struct group *group) {
  for (size_t s = 0; s < group->nsums; s++) {
    int64_t low, high;
    if (sum_bounds(f, group->sums[s], &low, &high) && (low > 0 || high < 0))
      return false;
  }
  return true;
}

/* Notes a choice that adds up. False when no row can be certain any more. */
static bool note_choice(struct group *group) {
  bool any_certain = false;
  for (size_t i = 0; i < group->nruns; i++) {
    struct run *run = group->runs[i];
    if (run->first < 0)
      run->first = run->chosen;
    else if (run->chosen != run->first && run->other < 0)
      run->other = run->chosen;
    any_certain = any_certain || run->other < 0;
  }
  return any_certain;
}

/* Tries the readings of the rows from number `at` on. False to stop. */
static bool try_choices(struct inferring *f, struct group *group, size_t at) {
  if (at == group->nruns)
    return note_choice(group);
  struct run *run = group->runs[at];
  bool go_on = true;
  for (size_t r = 0; r < run->nreadings && go_on; r++) {
    if (f->joint_steps == 0) {
      group->is_over = true;
      break;
    }
    f->joint_steps--;
    run->chosen = (int)r;
    if (can_add_up(f, group))
      go_on = try_choices(f, group, at + 1);
  }
  run->chosen = -1;
  return go_on && !group->is_over;
}

/* --- A row that is certain */

/* Is each column of the row, with what is chosen, part of a sum that holds? */
static bool is_borne_out(const struct inferring *f, const struct run *run) {
  for (size_t c = 0; c < run->n; c++) {
    bool holds = false;
    for (size_t s = 0; s < f->sums->n && !holds; s++)
      for (size_t t = 0; t < f->sums->at[s].nterms && !holds; t++) {
        int64_t low, high;
        holds = (size_t)f->sums->at[s].terms[t].slot == run->slot + c &&
                sum_bounds(f, &f->sums->at[s], &low, &high) && low == 0 && high == 0;
      }
    if (!holds)
      return false;
  }
  return true;
}

static void read_run(struct inferring *f, struct run *run, const int64_t *values) {
  size_t at = 0;
  for (size_t c = 0; c < run->n; c++) {
    size_t last = at + run_length(values[c]) - 1;
    const struct found_cell *piece = &run->found->cells[run->digits[at].piece];
    f->report->cells[run->slot + c] = (struct report_cell){
        CELL_INFERRED, values[c], str_sub(piece->text, run->digits[at].from, run->digits[last].to),
        piece->place};
    at = last + 1;
  }
  run->is_open = false;
  run->read = values;
}

static void settle_group(struct inferring *f, struct run *first) {
  struct group group = gather_group(f, first);
  try_choices(f, &group, 0);
  for (size_t i = 0; i < group.nruns && !group.is_over; i++)
    if (group.runs[i]->first >= 0 && group.runs[i]->other < 0)
      group.runs[i]->chosen = group.runs[i]->first;
  /* Sums that hold are looked for while all that is chosen stands. */
  for (size_t i = 0; i < group.nruns; i++) {
    struct run *run = group.runs[i];
    if (run->chosen >= 0 && (run->is_covered || is_borne_out(f, run)))
      run->first = run->other = run->chosen;
    else
      run->chosen = -1;
  }
  for (size_t i = 0; i < group.nruns; i++) {
    struct run *run = group.runs[i];
    if (run->chosen >= 0)
      read_run(f, run, run->readings[run->chosen]);
    run->is_open = false;
  }
}

/* What the row says alone. */
static void read_alone(struct inferring *f, struct run *run) {
  const int64_t *zeros = run_part_zeros(f->scratch, run);
  run_part(f->scratch, f->sums, run, &f->steps);
  if (!run->has_sums) {
    /* No sum speaks for a reading, so there must be no other one, not even one that takes a column
     * to have been blank: 000 and 0012, but neither 111 nor 012. */
    if (zeros != NULL)
      read_run(f, run, zeros);
    return;
  }
  if (run->is_over || run->is_spread || run->nreadings == 0)
    return;
  if (run->nreadings == 1 && (run->is_covered || zeros != NULL))
    read_run(f, run, run->readings[0]);
  else
    run->is_open = true;
}

/* --- A row that its columns gainsay */

/* What the other cells of a sum leave for its only cell in the row; false: nothing. */
static bool wanted_by(const struct inferring *f, const struct sum *sum, const struct run *run,
                      size_t *column, int64_t *value) {
  size_t inside = 0;
  int64_t low, high;
  int sign = 0;
  if (!touches(run, sum) || !sum_bounds(f, sum, &low, &high) || low != high)
    return false;
  for (size_t t = 0; t < sum->nterms; t++) {
    size_t slot = (size_t)sum->terms[t].slot;
    if (slot < run->slot || slot >= run->slot + run->n)
      continue;
    *column = slot - run->slot;
    sign = sum->terms[t].sign;
    inside++;
  }
  *value = run->read[inside == 1 ? *column : 0] - sign * low;
  return inside == 1;
}

/* Sets run->rival: a way to part the row that agrees with its columns in more places than what it
 * says, and in all of them but, perhaps, the one where a figure is wrong. */
static void find_rival(const struct inferring *f, struct run *run) {
  int64_t *values = ARENA_ARRAY(f->scratch, int64_t, run->n), value;
  const int64_t **wanted = ARENA_ARRAY(f->scratch, const int64_t *, run->n);
  size_t column;
  int nwanted = 0, matches = 0, most;
  for (size_t s = 0; s < f->sums->n; s++) {
    if (!wanted_by(f, &f->sums->at[s], run, &column, &value) ||
        (wanted[column] != NULL && value != run->read[column]))
      continue; /* of two sums, the one that speaks for the row */
    values[column] = value;
    wanted[column] = &values[column];
  }
  for (size_t c = 0; c < run->n; c++) {
    nwanted += wanted[c] != NULL;
    matches += wanted[c] != NULL && values[c] == run->read[c];
  }
  if (nwanted < (int)run->n || matches == nwanted)
    return;
  const int64_t *near = run_part_near(f->scratch, run, wanted, &most);
  if (most > matches && most >= nwanted - 1)
    run->rival = near;
}

/* Gives up the rows that have a rival; counts the others. */
static void drop_rivals(struct inferring *f) {
  for (size_t i = 0; i < f->nruns; i++)
    if (f->runs[i]->read != NULL)
      find_rival(f, f->runs[i]);
  for (size_t i = 0; i < f->nruns; i++) {
    struct run *run = f->runs[i];
    if (run->read == NULL)
      continue;
    if (run->rival == NULL) {
      f->fit->rows[run->row].how = FOUND_FIGURES;
      f->nread++;
      continue;
    }
    for (size_t c = 0; c < run->n; c++)
      f->report->cells[run->slot + c] =
          (struct report_cell){CELL_UNREAD, 0, run->found->printed, run->found->place};
  }
}

/* --- Remarks */

static struct str reading_text(struct arena *arena, const struct run *run, const int64_t *values) {
  struct sbuf b = {.arena = arena};
  for (size_t c = 0; c < run->n; c++)
    sbuf_addf(&b, "%s%lld", c > 0 ? " " : "", (long long)values[c]);
  return sbuf_str(&b);
}

/* Why the figures cannot be parted; a sentence's tail. */
static struct str doubt(struct arena *arena, const struct run *run) {
  if (run->rival != NULL)
    return str_fmt(arena, ", and may be %.*s by the sum of the row or %.*s by those of its columns",
                   STR_ARG(reading_text(arena, run, run->read)),
                   STR_ARG(reading_text(arena, run, run->rival)));
  if (!run->has_sums)
    return STR(", and no sum of the form parts them");
  if (run->is_over)
    return STR(", in more ways than can be tried");
  if (run->nreadings == 0)
    return STR(", and no way to part them adds up");
  int first = run->first >= 0 ? run->first : 0;
  struct str one = reading_text(arena, run, run->readings[first]);
  if (run->is_spread)
    return str_fmt(arena, ", and may be %.*s, or stand whole with blank cells between them",
                   STR_ARG(one));
  if (run->nreadings == 1)
    return str_fmt(arena, ", and no sum bears out %.*s", STR_ARG(one));
  int other = run->other >= 0 ? run->other : first == 0 ? 1 : 0;
  struct str two = reading_text(arena, run, run->readings[other]);
  if (run->nreadings == 2)
    return str_fmt(arena, ", and may be %.*s or %.*s", STR_ARG(one), STR_ARG(two));
  return str_fmt(arena, ", and may be %.*s or %.*s or stand in %zu other way%s", STR_ARG(one),
                 STR_ARG(two), run->nreadings - 2, run->nreadings == 3 ? "" : "s");
}

/* A row that could not be read; `run` is NULL when it does not hold enough digits, or more than
 * digits. */
static void leave_unread(struct inferring *f, int row, const struct run *run) {
  struct found_row found = f->fit->rows[row];
  size_t n = f->fit->edition->blocks[f->fit->edition->rows[row].block].block->ncolumns;
  if (run != NULL)
    fit_unread(f->m, f->fit, row, found, "the figures for %zu columns run together, \"%.*s\"%.*s",
               n, STR_ARG(found.printed), STR_ARG(doubt(f->m->arena, run)));
  else if (found.npieces == 1)
    fit_unread(f->m, f->fit, row, found, "the figures for %zu columns run together, \"%.*s\"", n,
               STR_ARG(found.printed));
  else
    fit_unread(f->m, f->fit, row, found, "%zu figures for %zu columns, \"%.*s\"", found.npieces, n,
               STR_ARG(found.printed));
}

/* --- All rows */

static void gather_runs(struct inferring *f, struct run **run_by_row) {
  for (int row = 0; row < f->fit->edition->nrows; row++) {
    if (f->fit->rows[row].how != FOUND_RUN)
      continue;
    struct run *run = ARENA_NEW(f->scratch, struct run);
    if (!run_digits(f->scratch, f->m, f->fit, row, run))
      continue;
    run_by_row[row] = f->runs[f->nruns++] = run;
    for (size_t c = 0; c < run->n; c++)
      f->run_of[run->slot + c] = run;
  }
}

static bool has_runs(const struct fit *fit) {
  for (int row = 0; row < fit->edition->nrows; row++)
    if (fit->rows[row].how == FOUND_RUN)
      return true;
  return false;
}

void infer_rows(struct match *m, struct fit *fit, struct report *report) {
  if (!has_runs(fit))
    return;
  struct arena scratch = {0};
  struct inferring f = {.m = m, .fit = fit, .report = report, .scratch = &scratch};
  int nrows = fit->edition->nrows;
  f.sums = &fit->edition->sums;
  f.steps = MAX_STEPS;
  f.joint_steps = MAX_JOINT_STEPS;
  f.runs = ARENA_ARRAY(&scratch, struct run *, nrows);
  f.run_of = ARENA_ARRAY(&scratch, struct run *, report->ncells);
  struct run **run_by_row = ARENA_ARRAY(&scratch, struct run *, nrows);
  gather_runs(&f, run_by_row);
  for (size_t i = 0; i < f.nruns; i++)
    read_alone(&f, f.runs[i]);
  for (size_t i = 0; i < f.nruns; i++)
    if (f.runs[i]->is_open)
      settle_group(&f, f.runs[i]);
  drop_rivals(&f);
  for (int row = 0; row < nrows; row++)
    if (fit->rows[row].how == FOUND_RUN)
      leave_unread(&f, row, run_by_row[row]);
  if (f.nread > 0)
    fit_remark(m, fit, SEV_NOTE, (struct place){0, 0, 0},
               "the figures of %zu row%s run together: read as the form's own sums part them",
               f.nread, f.nread == 1 ? "" : "s");
  arena_free(&scratch);
}
