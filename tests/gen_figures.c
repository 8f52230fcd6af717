/* gen_figures: figures of a synthetic report that agree with each other, and the faults put in. */
#include "gen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* splitmix64: small, and good enough to scatter figures. */
static uint64_t random_bits(struct gen *gen) {
  uint64_t z = gen->state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

int64_t gen_below(struct gen *gen, int64_t n) {
  return n <= 0 ? 0 : (int64_t)(random_bits(gen) % (uint64_t)n);
}

bool gen_chance(struct gen *gen, double p) {
  return (double)(random_bits(gen) >> 11) / 9007199254740992.0 < p;
}

/* Many small figures, few large ones. */
static int64_t skewed(struct gen *gen, int64_t most) {
  return gen_below(gen, gen_below(gen, gen_below(gen, most) + 1) + 1);
}

/* --- The form -------------------------------------------------------------------------------- */

static int measure_named(const struct vocab *vocab, const char *key) {
  for (size_t i = 0; i < vocab->nmeasures; i++)
    if (str_eq(vocab->measures[i].names.key, str_from_z(key)))
      return (int)i;
  fprintf(stderr, "gen: the definitions have no measure \"%s\"\n", key);
  exit(2);
}

static bool sums(const struct vocab *vocab, const struct form_cell *total,
                 const struct form_cell *leaf) {
  if (leaf->is_total || leaf->measure != total->measure)
    return false;
  const struct measure *measure = &vocab->measures[total->measure];
  for (int d = 0; d < measure->ndims; d++)
    if (!member_within(&vocab->dimensions[measure->dims[d]], leaf->member[d], total->member[d]))
      return false;
  return true;
}

static struct plan plan_for(struct arena *arena, const struct vocab *vocab, const char *ending) {
  struct plan plan = {0};
  for (size_t i = 0; i < vocab->neditions; i++)
    if (str_ends(vocab->editions[i].names.key, str_from_z(ending)))
      plan.edition = &vocab->editions[i];
  if (plan.edition == NULL || plan.edition->ncells > MAX_SLOTS) {
    fprintf(stderr, "gen: the definitions have no edition of %s that fits\n", ending);
    exit(2);
  }
  for (size_t slot = 0; slot < plan.edition->ncells; slot++) {
    const struct form_cell *total = &plan.edition->cells[slot];
    if (!total->is_total)
      continue;
    int *part = plan.parts[slot] = ARENA_ARRAY(arena, int, plan.edition->ncells + 1);
    for (size_t leaf = 0; leaf < plan.edition->ncells; leaf++)
      if (sums(vocab, total, &plan.edition->cells[leaf]))
        *part++ = (int)leaf;
    *part = -1;
  }
  return plan;
}

/* --- The figures ----------------------------------------------------------------------------- */

static bool same_requester(const struct gen *gen, const struct form_cell *a,
                           const struct form_cell *b) {
  int dim = gen->vocab->measures[gen->received].dims[0];
  int slot_a = measure_slot(&gen->vocab->measures[a->measure], dim);
  int slot_b = measure_slot(&gen->vocab->measures[b->measure], dim);
  return a->member[slot_a] == b->member[slot_b];
}

static int leaf_like(const struct gen *gen, const struct sheet *sheet, int measure,
                     const struct form_cell *like) {
  for (size_t i = 0; i < sheet->plan->edition->ncells; i++) {
    const struct form_cell *cell = &sheet->plan->edition->cells[i];
    if (cell->measure == measure && !cell->is_total && same_requester(gen, cell, like))
      return (int)i;
  }
  fprintf(stderr, "gen: the form has no cell beside %s\n", "that of a new application");
  exit(2);
}

/* One kind of applicant: what is open and new goes to results or to the next year. */
static void fill_requester(struct gen *gen, struct sheet *sheet, int received, int64_t *carried,
                           bool is_usual) {
  const struct edition *edition = sheet->plan->edition;
  const struct form_cell *like = &edition->cells[received];
  int64_t new = gen_chance(gen, is_usual ? 0.95 : 0.35) ? skewed(gen, is_usual ? 160 : 20) + 1 : 0;
  int64_t open = new + *carried;
  sheet->value[received] = new;
  sheet->value[leaf_like(gen, sheet, gen->carried_in, like)] = *carried;
  *carried = open > 0 && gen_chance(gen, 0.4) ? skewed(gen, open) : 0;
  sheet->value[leaf_like(gen, sheet, gen->carried_forward, like)] = *carried;
  int slots[MAX_SLOTS];
  int64_t n = 0;
  for (size_t i = 0; i < edition->ncells; i++)
    if (edition->cells[i].measure == gen->applications && !edition->cells[i].is_total &&
        same_requester(gen, &edition->cells[i], like))
      slots[n++] = (int)i;
  int64_t favourite = skewed(gen, n);
  for (int64_t left = open - *carried; left > 0;) {
    int64_t part = left < 3 || gen_chance(gen, 0.1) ? left : gen_below(gen, left) + 1;
    sheet->value[slots[gen_chance(gen, 0.5) ? favourite : gen_below(gen, n)]] += part;
    left -= part;
  }
}

static int64_t other_figure(struct gen *gen, const struct measure *measure, int index) {
  int decimals = gen->vocab->units[measure->unit].decimals;
  if (index == gen->reviews || index == gen->lawsuits)
    return gen_chance(gen, 0.06) ? skewed(gen, 12) + 1 : 0;
  if (!gen_chance(gen, 0.5))
    return 0;
  if (measure->is_signed)
    return skewed(gen, 40) - 10;
  int64_t figure = skewed(gen, 900) + 1;
  for (int i = 0; i < decimals; i++) /* hundredths are enough for money */
    figure = figure * 10 + (i < 2 ? gen_below(gen, 10) : 0);
  return figure;
}

void gen_fill(struct gen *gen, struct sheet *sheet, int64_t *carried) {
  const struct edition *edition = sheet->plan->edition;
  memset(sheet->value, 0, sizeof sheet->value);
  memset(sheet->instead, 0, sizeof sheet->instead);
  int requester = 0;
  for (size_t i = 0; i < edition->ncells; i++) {
    const struct form_cell *cell = &edition->cells[i];
    if (cell->is_total || cell->measure == gen->carried_in || cell->measure == gen->applications ||
        cell->measure == gen->carried_forward)
      continue;
    if (cell->measure == gen->received && requester < MAX_CARRIED) {
      fill_requester(gen, sheet, (int)i, &carried[requester], requester == 0);
      requester++;
    } else {
      sheet->value[i] = other_figure(gen, &gen->vocab->measures[cell->measure], cell->measure);
    }
  }
  for (size_t i = 0; i < edition->ncells; i++)
    for (const int *part = sheet->plan->parts[i]; part != NULL && *part >= 0; part++)
      sheet->value[i] += sheet->value[*part];
}

/* Does it stand at an end of its row? Empty there, text could not tell it from padding. */
static bool is_at_end(const struct edition *edition, const struct form_cell *cell) {
  const struct block *block = &edition->tables[cell->table].blocks[cell->block];
  return (size_t)cell->column + 1 == block->ncolumns ||
         (cell->column == 0 && block->rows[cell->row].is_unlabelled);
}

/* What real reports have: a total that is not the sum, cells left empty, a stroke. */
void gen_spoil(struct gen *gen, struct sheet *sheet) {
  const struct edition *edition = sheet->plan->edition;
  int64_t kind = gen_below(gen, 3), start = gen_below(gen, (int64_t)edition->ncells);
  int left = kind == 1 ? 3 : 1;
  for (size_t i = 0; i < edition->ncells && left > 0; i++) {
    size_t slot = ((size_t)start + i) % edition->ncells;
    const struct form_cell *cell = &edition->cells[slot];
    if (kind == 0 && cell->is_total && sheet->value[slot] > 0)
      sheet->value[slot] += 1 + gen_below(gen, 9), left--;
    else if (kind != 0 && !cell->is_total && sheet->value[slot] == 0 && !is_at_end(edition, cell))
      sheet->instead[slot] = kind == 1 ? "" : "/", left--;
  }
}

/* The figure as a report prints it. */
struct str gen_printed(struct arena *arena, const struct gen *gen, const struct sheet *sheet,
                       size_t slot) {
  if (sheet->instead[slot] != NULL)
    return str_from_z(sheet->instead[slot]);
  const struct measure *measure = &gen->vocab->measures[sheet->plan->edition->cells[slot].measure];
  const struct unit *unit = &gen->vocab->units[measure->unit];
  int64_t figure = sheet->value[slot], size = figure < 0 ? -figure : figure, scale = 1;
  for (int i = 0; i < unit->decimals; i++)
    scale *= 10;
  struct str text = str_fmt(arena, "%s%" PRId64, figure < 0 ? "-" : "", size / scale);
  if (size % scale != 0) {
    text = str_fmt(arena, "%.*s.%0*" PRId64, STR_ARG(text), unit->decimals, size % scale);
    while (text.p[text.n - 1] == '0')
      text.n--;
  }
  if (measure->needs_unit && figure != 0)
    text = str_fmt(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(unit->names.zh));
  return text;
}

void gen_prepare(struct arena *arena, struct gen *gen) {
  gen->older = plan_for(arena, gen->vocab, ".2019");
  gen->newer = plan_for(arena, gen->vocab, ".2021");
  gen->received = measure_named(gen->vocab, "received");
  gen->carried_in = measure_named(gen->vocab, "carried_in");
  gen->applications = measure_named(gen->vocab, "applications");
  gen->carried_forward = measure_named(gen->vocab, "carried_forward");
  gen->reviews = measure_named(gen->vocab, "reviews");
  gen->lawsuits = measure_named(gen->vocab, "lawsuits");
}
