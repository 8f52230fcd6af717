/* match_run: the ways to part one run of digits into figures (see match_infer.h).
 *
 * A figure is 0 or begins with 1 to 9, and does not go over a blank. What is left satisfies every
 * sum whose cells all stand in the row.
 */
#include "base/utf8.h"
#include "read/match_infer.h"

struct parting {
  struct run *run;
  struct arena *arena;
  const struct sum **sums; /* within the row */
  size_t *last;            /* by sum: the last of its columns */
  size_t nsums;
  int64_t values[MAX_RUN_COLUMNS];
  size_t steps;
};

/* --- Digits */

static bool counts_whole(const struct match *m, const struct fit *fit, const struct run *run) {
  const struct vocab *vocab = index_vocab(m->index);
  for (size_t c = 0; c < run->n; c++) {
    const struct form_cell *cell = &fit->edition->edition->cells[run->slot + c];
    const struct measure *measure = &vocab->measures[cell->measure];
    if (vocab->units[measure->unit].decimals != 0 || measure->needs_unit)
      return false;
  }
  return true;
}

bool run_digits(struct arena *arena, const struct match *m, const struct fit *fit, int row,
                struct run *run) {
  const struct index_row *r = &fit->edition->rows[row];
  const struct block *block = fit->edition->blocks[r->block].block;
  *run = (struct run){.row = row, .found = &fit->rows[row], .chosen = -1, .first = -1, .other = -1};
  run->n = block->ncolumns;
  run->slot = (size_t)block->first_slot + (size_t)r->row * block->ncolumns;
  if (run->n > MAX_RUN_COLUMNS || !counts_whole(m, fit, run))
    return false;
  run->digits = ARENA_ARRAY(arena, struct run_digit, MAX_RUN_DIGITS);
  for (size_t p = 0; p < run->found->npieces; p++) {
    struct str text = run->found->cells[p].text;
    for (size_t i = 0, length; i < text.n; i += length) {
      uint32_t c = utf8_ascii_twin(utf8_at(str_sub(text, i, text.n), &length));
      if (c < '0' || c > '9' || run->ndigits == MAX_RUN_DIGITS)
        return false;
      run->digits[run->ndigits++] = (struct run_digit){.value = (uint8_t)(c - '0'),
                                                       .piece = (uint8_t)p,
                                                       .begins = i == 0,
                                                       .from = (uint32_t)i,
                                                       .to = (uint32_t)(i + length)};
    }
  }
  return run->ndigits >= run->n;
}

size_t run_length(int64_t value) {
  size_t length = 1;
  while (value > 9) {
    value /= 10;
    length++;
  }
  return length;
}

/* Zeros at the start of a piece are figures of their own, and the rest is at least one: so a piece
 * has this many figures or more. When that makes as many as there are columns, there is no second
 * way, and none that would leave a column blank. */
const int64_t *run_part_zeros(struct arena *arena, const struct run *run) {
  int64_t *values = ARENA_ARRAY(arena, int64_t, run->ndigits);
  size_t n = 0, length = 0;
  for (size_t i = 0; i < run->ndigits; i++) {
    const struct run_digit *d = &run->digits[i];
    bool goes_on = !d->begins && values[n - 1] != 0;
    length = goes_on ? length + 1 : 1;
    if (length > MAX_FIGURE_DIGITS)
      return NULL;
    if (goes_on)
      values[n - 1] = values[n - 1] * 10 + d->value;
    else
      values[n++] = d->value;
  }
  return n == run->n ? values : NULL;
}

/* --- The sums within the row */

static bool in_run(const struct run *run, int slot) {
  return (size_t)slot >= run->slot && (size_t)slot < run->slot + run->n;
}

/* Takes the sum if all its cells stand in the row. */
static void take_sum(struct parting *p, const struct sum *sum, bool *covered) {
  struct run *run = p->run;
  size_t last = 0, inside = 0;
  for (size_t t = 0; t < sum->nterms; t++) {
    if (!in_run(run, sum->terms[t].slot))
      continue;
    size_t column = (size_t)sum->terms[t].slot - run->slot;
    last = column > last ? column : last;
    inside++;
  }
  run->has_sums = run->has_sums || inside > 0;
  if (inside == 0 || inside < sum->nterms)
    return;
  for (size_t t = 0; t < sum->nterms; t++)
    covered[(size_t)sum->terms[t].slot - run->slot] = true;
  p->sums[p->nsums] = sum;
  p->last[p->nsums++] = last;
}

static void take_sums(struct parting *p, const struct sums *sums) {
  bool covered[MAX_RUN_COLUMNS] = {false};
  p->sums = ARENA_ARRAY(p->arena, const struct sum *, sums->n + 1);
  p->last = ARENA_ARRAY(p->arena, size_t, sums->n + 1);
  for (size_t s = 0; s < sums->n; s++)
    take_sum(p, &sums->at[s], covered);
  p->run->is_covered = true;
  for (size_t c = 0; c < p->run->n; c++)
    p->run->is_covered = p->run->is_covered && covered[c];
}

/* Do the sums hold that end in this column? */
static bool adds_up(const struct parting *p, size_t column) {
  for (size_t s = 0; s < p->nsums; s++) {
    int64_t sum = 0;
    if (p->last[s] != column)
      continue;
    for (size_t t = 0; t < p->sums[s]->nterms; t++) {
      const struct sum_term *term = &p->sums[s]->terms[t];
      sum += term->sign * p->values[(size_t)term->slot - p->run->slot];
    }
    if (sum != 0)
      return false;
  }
  return true;
}

/* --- Readings */

static bool step(struct parting *p) {
  if (p->steps == 0) {
    p->run->is_over = true;
    return false;
  }
  p->steps--;
  return true;
}

static bool keep(struct parting *p) {
  struct run *run = p->run;
  if (run->nreadings == MAX_READINGS) {
    run->is_over = true;
    return false;
  }
  int64_t *values = ARENA_ARRAY(p->arena, int64_t, run->n);
  for (size_t c = 0; c < run->n; c++) {
    int64_t value = values[c] = p->values[c];
    run->least[c] = run->nreadings == 0 || value < run->least[c] ? value : run->least[c];
    run->most[c] = run->nreadings == 0 || value > run->most[c] ? value : run->most[c];
  }
  run->readings[run->nreadings++] = values;
  return true;
}

/* Parts the digits from `at` on into the columns from `column` on. False to stop. */
static bool part(struct parting *p, size_t column, size_t at) {
  const struct run *run = p->run;
  if (column == run->n)
    return keep(p);
  if (!step(p))
    return false;
  size_t after = run->n - column - 1; /* columns still to fill, a digit each at least */
  int64_t value = 0;
  for (size_t length = 1; length <= MAX_FIGURE_DIGITS && at + length + after <= run->ndigits;
       length++) {
    const struct run_digit *d = &run->digits[at + length - 1];
    if (length > 1 && (d->begins || run->digits[at].value == 0))
      break;
    value = value * 10 + d->value;
    if (after == 0 && at + length < run->ndigits)
      continue;
    p->values[column] = value;
    if (adds_up(p, column) && !part(p, column + 1, at + length))
      return false;
  }
  return true;
}

/* Can the pieces stand whole in columns from `column` on, blanks as 0 between them, and add up? */
static bool spread(struct parting *p, size_t column, size_t piece, const int64_t *pieces) {
  size_t left = p->run->found->npieces - piece;
  if (column == p->run->n)
    return left == 0;
  if (left > p->run->n - column || !step(p))
    return false;
  p->values[column] = 0;
  if (adds_up(p, column) && spread(p, column + 1, piece, pieces))
    return true;
  if (left == 0)
    return false;
  p->values[column] = pieces[piece];
  return adds_up(p, column) && spread(p, column + 1, piece + 1, pieces);
}

/* A text that parts figures by blanks loses the blank cells: `865 72 937` need not be
 * 8 6 5 7 2 9 37. */
static bool is_spread(struct parting *p) {
  int64_t pieces[MAX_RUN_COLUMNS] = {0};
  size_t length = 0;
  for (size_t i = 0; i < p->run->ndigits; i++) {
    const struct run_digit *d = &p->run->digits[i];
    length = d->begins ? 1 : length + 1;
    if (length > MAX_FIGURE_DIGITS || (length > 1 && pieces[d->piece] == 0))
      return false;
    pieces[d->piece] = pieces[d->piece] * 10 + d->value;
  }
  return spread(p, 0, 0, pieces);
}

/* The best way to part what stands from a digit on into the columns from one on. */
struct way {
  int matches; /* wanted values in it; -1: there is no way */
  size_t length;
};

static struct way find_way(const struct run *run, const struct way *next, size_t at,
                           const int64_t *wanted) {
  struct way best = {-1, 0};
  int64_t value = 0;
  for (size_t length = 1; length <= MAX_FIGURE_DIGITS && at + length <= run->ndigits; length++) {
    const struct run_digit *d = &run->digits[at + length - 1];
    if (length > 1 && (d->begins || run->digits[at].value == 0))
      break;
    value = value * 10 + d->value;
    int matches = next[at + length].matches;
    if (matches >= 0 && matches + (wanted != NULL && value == *wanted) > best.matches)
      best = (struct way){matches + (wanted != NULL && value == *wanted), length};
  }
  return best;
}

const int64_t *run_part_near(struct arena *arena, const struct run *run,
                             const int64_t *const *wanted, int *matches) {
  size_t wide = run->ndigits + 1;
  struct way *ways = ARENA_ARRAY(arena, struct way, (run->n + 1) * wide);
  for (size_t at = 0; at < wide; at++)
    ways[run->n * wide + at].matches = at == run->ndigits ? 0 : -1;
  for (size_t c = run->n; c-- > 0;)
    for (size_t at = 0; at < wide; at++)
      ways[c * wide + at] = find_way(run, &ways[(c + 1) * wide], at, wanted[c]);
  int64_t *values = ARENA_ARRAY(arena, int64_t, run->n);
  *matches = ways[0].matches;
  for (size_t c = 0, at = 0; c < run->n && *matches >= 0; c++)
    for (size_t length = ways[c * wide + at].length; length > 0; length--)
      values[c] = values[c] * 10 + run->digits[at++].value;
  return values;
}

void run_part(struct arena *arena, const struct sums *sums, struct run *run, size_t *steps) {
  struct parting p = {.run = run, .arena = arena};
  size_t limit = *steps < MAX_RUN_STEPS ? *steps : MAX_RUN_STEPS;
  p.steps = limit;
  run->least = ARENA_ARRAY(arena, int64_t, run->n);
  run->most = ARENA_ARRAY(arena, int64_t, run->n);
  take_sums(&p, sums);
  if (run->has_sums && part(&p, 0, 0) && run->nreadings > 0)
    run->is_spread = is_spread(&p);
  *steps -= limit - p.steps;
}
