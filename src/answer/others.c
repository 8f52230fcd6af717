/* others: what `top` leaves out, put together in one row, or in one for each year … of those chosen
 * first (see build.h). Its figures are sums of the rows' figures, its rates and shares follow from
 * them; where a rule forbids the sum they are missing.
 */
#include "answer/build.h"

struct row_list {
  struct row *at;
  size_t n, cap;
};

static const struct value *year_of(const struct build *b, const struct row *row) {
  for (int k = 0; k < b->plan->nkeys; k++)
    if (key_is_year(&b->plan->keys[k]) && !b->plan->keys[k].is_across)
      return &row->cells[b->shape.raw + (size_t)k];
  return NULL;
}

/* The sum of one figure under one head over rows. */
static struct value sum_of(struct build *b, const struct row *rows, size_t n, size_t f, size_t h) {
  const struct plan *plan = b->plan;
  bool *parts = ARENA_ARRAY(b->arena, bool, plan->ngroups + 1);
  struct value sum = value_missing();
  const struct value *year = NULL;
  bool several_years = false;
  for (size_t i = 0; i < n; i++) {
    struct value part = rows[i].cells[shape_figure(&b->shape, f, h)];
    if (part.kind == VALUE_MISSING && !part.is_unknown)
      continue;
    const struct value *own = year_of(b, &rows[i]);
    several_years = several_years || (year != NULL && value_compare(*year, *own) != 0);
    year = own;
    if (plan->ngroups > 0)
      parts[build_group(b, &rows[i], f, h)] = true;
    sum = derive_sum(b, sum, part);
  }
  return plan_may_add(b->arena, plan, parts, several_years) ? sum : value_missing();
}

/* One row for `n` rows that agree on the keys from `first` on. */
static struct row merge(struct build *b, const struct row *rows, size_t n, size_t first) {
  const struct shape *shape = &b->shape;
  struct row row = {.mark = ROW_OTHERS,
                    .cells = ARENA_ARRAY(b->arena, struct value, shape->ncells),
                    .labels = ARENA_ARRAY(b->arena, struct str, shape->nkeys + 1)};
  for (size_t k = first; k < (size_t)b->plan->nkeys; k++)
    row.cells[shape->raw + k] = rows[0].cells[shape->raw + k];
  for (size_t k = first; k < shape->nkeys; k++) {
    row.cells[k] = rows[0].cells[k];
    row.labels[k] = rows[0].labels[k];
  }
  for (size_t f = 0; f < shape->nfigures; f++)
    for (size_t h = 0; h < shape->nheads; h++)
      row.cells[shape_figure(shape, f, h)] = sum_of(b, rows, n, f, h);
  bool same_whole = b->plan->is_share; /* parts of different wholes are no part of either */
  for (size_t i = 1; i < n && same_whole; i++)
    same_whole = value_compare(rows[0].cells[shape->whole_id], rows[i].cells[shape->whole_id]) == 0;
  for (size_t h = 0; h < shape->nheads && same_whole; h++)
    row.cells[shape->whole + h] = rows[0].cells[shape->whole + h];
  derive_row(b, &row);
  return row;
}

/* Puts a row before the totals that end the table. */
static void insert_row(struct build *b, struct row row) {
  struct table *table = b->table;
  ARENA_PUSH(b->arena, &table->rows, row);
  size_t at = table->rows.n - 1;
  for (; at > 0 && table->rows.at[at - 1].mark == ROW_TOTAL; at--)
    table->rows.at[at] = table->rows.at[at - 1];
  table->rows.at[at] = row;
}

void others_add(struct build *b, const struct row *rest, size_t n) {
  if (n > 0)
    insert_row(b, merge(b, rest, n, (size_t)b->plan->nkeys));
}

/* The place of a row's key 0 among those chosen; nchosen when it is another. */
static size_t rank_of(const struct build *b, const struct row *row, const struct value *chosen,
                      size_t nchosen) {
  size_t rank = 0;
  while (rank < nchosen && value_compare(row->cells[b->shape.raw], chosen[rank]) != 0)
    rank++;
  return rank;
}

static bool same_but_first(const struct build *b, const struct row *x, const struct row *y) {
  for (size_t k = 1; k < (size_t)b->plan->nkeys; k++)
    if (value_compare(x->cells[b->shape.raw + k], y->cells[b->shape.raw + k]) != 0)
      return false;
  return true;
}

void others_best(struct build *b, const struct value *chosen, size_t nchosen) {
  struct table *table = b->table;
  struct row_list *lists = ARENA_ARRAY(b->arena, struct row_list, nchosen + 2);
  struct row_list *rest = &lists[nchosen], *totals = &lists[nchosen + 1];
  for (size_t i = 0; i < table->rows.n; i++) {
    const struct row *row = &table->rows.at[i];
    struct row_list *list =
        row->mark == ROW_TOTAL ? totals : &lists[rank_of(b, row, chosen, nchosen)];
    ARENA_PUSH(b->arena, list, *row);
  }
  table->rows.n = 0;
  for (size_t rank = 0; rank < nchosen; rank++)
    for (size_t i = 0; i < lists[rank].n; i++)
      ARENA_PUSH(b->arena, &table->rows, lists[rank].at[i]);
  rows_sort(b, rest->at, rest->n, 1);
  for (size_t i = 0, end; i < rest->n && b->plan->has_others; i = end) {
    for (end = i + 1; end < rest->n && same_but_first(b, &rest->at[i], &rest->at[end]);)
      end++;
    struct row row = merge(b, &rest->at[i], end - i, 1);
    ARENA_PUSH(b->arena, &table->rows, row);
  }
  derive_years(b, ROW_OTHERS);
  for (size_t i = 0; i < totals->n; i++)
    ARENA_PUSH(b->arena, &table->rows, totals->at[i]);
}
