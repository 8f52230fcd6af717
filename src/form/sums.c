/* sums: the equations between the printed cells of an edition (see sums.h). */
#include "form/sums.h"

struct terms {
  struct sum_term *at;
  size_t n, cap;
};

struct deriving {
  struct arena *arena;
  const struct vocab *vocab;
  const struct edition *edition;
  struct sums sums;
};

/* Does `part` stand strictly within `whole` along dimension slot `along`, and with it otherwise? */
static bool is_part(const struct vocab *vocab, const struct form_cell *part,
                    const struct form_cell *whole, int along) {
  if (part->measure != whole->measure)
    return false;
  const struct measure *measure = &vocab->measures[whole->measure];
  for (int slot = 0; slot < measure->ndims; slot++)
    if (slot != along && part->member[slot] != whole->member[slot])
      return false;
  return part->member[along] != whole->member[along] &&
         member_within(&vocab->dimensions[measure->dims[along]], part->member[along],
                       whole->member[along]);
}

bool sums_along(const struct vocab *vocab, const struct edition *edition,
                const struct form_cell *cell, int along) {
  for (size_t i = 0; i < edition->ncells && cell->is_total; i++)
    if (is_part(vocab, &edition->cells[i], cell, along))
      return true;
  return false;
}

static bool is_sum(const struct deriving *d, const struct form_cell *cell, int along) {
  return sums_along(d->vocab, d->edition, cell, along);
}

static void add_term(struct deriving *d, struct terms *terms, size_t slot, int sign) {
  struct sum_term term = {(int)slot, sign};
  ARENA_PUSH(d->arena, terms, term);
}

static void add_sum(struct deriving *d, struct terms terms, int along) {
  struct sum sum = {terms.at, terms.n, along};
  ARENA_PUSH(d->arena, &d->sums, sum);
}

/* The printed total and its parts along one dimension: members below it that are no totals. */
static void add_total(struct deriving *d, size_t total, int along) {
  const struct form_cell *cells = d->edition->cells;
  struct terms terms = {0};
  add_term(d, &terms, total, -1);
  for (size_t i = 0; i < d->edition->ncells; i++)
    if (is_part(d->vocab, &cells[i], &cells[total], along) && !is_sum(d, &cells[i], along))
      add_term(d, &terms, i, 1);
  if (terms.n > 1)
    add_sum(d, terms, d->vocab->measures[cells[total].measure].dims[along]);
}

/* --- Identities */

/* Do all measures of the identity have dimension `dim`? */
static bool is_shared(const struct deriving *d, const struct identity *identity, int dim) {
  for (size_t t = 0; t < identity->nterms; t++)
    if (measure_slot(&d->vocab->measures[identity->terms[t].measure], dim) < 0)
      return false;
  return true;
}

/* Is the cell among those of the term, wherever it stands on the shared dimensions? On the others
 * it is the total over all, or a leaf. */
static bool is_of_term(const struct deriving *d, const struct identity *identity,
                       const struct identity_term *term, const struct form_cell *cell) {
  const struct measure *measure = &d->vocab->measures[term->measure];
  if (cell->measure != term->measure)
    return false;
  for (int slot = 0; slot < measure->ndims; slot++) {
    if (is_shared(d, identity, measure->dims[slot]))
      continue;
    bool fits =
        term->is_stated ? cell->is_total && cell->member[slot] == 0 : !is_sum(d, cell, slot);
    if (!fits)
      return false;
  }
  return true;
}

/* Do two cells stand on the same members of the dimensions that the measures share? */
static bool stands_alike(const struct deriving *d, const struct identity *identity,
                         const struct form_cell *a, const struct form_cell *b) {
  const struct measure *of_a = &d->vocab->measures[a->measure];
  const struct measure *of_b = &d->vocab->measures[b->measure];
  for (int slot = 0; slot < of_a->ndims; slot++) {
    int dim = of_a->dims[slot];
    if (is_shared(d, identity, dim) && a->member[slot] != b->member[measure_slot(of_b, dim)])
      return false;
  }
  return true;
}

/* The identity where the cell `first`, one of its first term's, stands. */
static void add_instance(struct deriving *d, const struct identity *identity, size_t first) {
  const struct form_cell *cells = d->edition->cells;
  struct terms terms = {0};
  for (size_t t = 0; t < identity->nterms; t++) {
    size_t before = terms.n;
    for (size_t i = 0; i < d->edition->ncells; i++) {
      if (!is_of_term(d, identity, &identity->terms[t], &cells[i]) ||
          !stands_alike(d, identity, &cells[first], &cells[i]))
        continue;
      if (t == 0 && i < first)
        return; /* made from that cell */
      add_term(d, &terms, i, identity->terms[t].is_right ? -1 : 1);
    }
    if (terms.n == before)
      return; /* the edition does not print it */
  }
  add_sum(d, terms, -1);
}

struct sums sums_of_edition(struct arena *arena, const struct vocab *vocab,
                            const struct edition *edition) {
  struct deriving d = {arena, vocab, edition, {0}};
  for (size_t i = 0; i < edition->ncells; i++)
    for (int slot = 0; slot < vocab->measures[edition->cells[i].measure].ndims; slot++)
      if (is_sum(&d, &edition->cells[i], slot))
        add_total(&d, i, slot);
  for (size_t k = 0; k < edition->nidentities; k++)
    for (size_t i = 0; i < edition->ncells; i++)
      if (is_of_term(&d, &edition->identities[k], &edition->identities[k].terms[0],
                     &edition->cells[i]))
        add_instance(&d, &edition->identities[k], i);
  return d.sums;
}
