/* answer: long rows (cut, group, keys, value, n) → a table (see answer.h).
 */
#include "answer/build.h"

#include "plan/resolve.h"
#include "sql/sql.h"

#include <stdlib.h>
#include <string.h>

/* --- Reading */

static bool read_pieces(struct build *b) {
  const struct plan *plan = b->plan;
  struct sql sql = sql_figures(b->arena, plan, &dialect_sqlite);
  struct cursor *cursor =
      store_query(b->store, sql.text, sql.binds, sql.nbinds, plan->span, b->diags);
  if (cursor == NULL)
    return false;
  int step;
  while ((step = cursor_step(cursor, b->diags)) == 1) {
    struct piece piece = {.cut = (int)cursor_value(cursor, 0).integer,
                          .group = (int)cursor_value(cursor, 1).integer};
    size_t column = 2;
    for (int k = 0; k < plan->nkeys; k++) {
      if (!plan->keys[k].is_report)
        continue;
      piece.keys[b->report_key[k]] = value_kept(b->arena, cursor_value(cursor, column++));
    }
    piece.value = cursor_value(cursor, column);
    piece.n = cursor_value(cursor, column + 1).integer;
    piece.is_possible = cursor_value(cursor, column + 2).integer > 0;
    piece.is_guessed = cursor_value(cursor, column + 3).integer % SQL_DOUBT > 0;
    piece.is_doubtful = cursor_value(cursor, column + 3).integer >= SQL_DOUBT;
    if (piece.value.kind == VALUE_REAL && plan_adds(plan)) { /* as SQLite tells of overflow */
      cursor_close(cursor);
      return diag_add(b->diags, DIAG_RUN, plan->span, "the sum is too large for 64 bits");
    }
    ARENA_PUSH(b->arena, &b->pieces, piece);
  }
  cursor_close(cursor);
  return step == 0;
}

/* --- Heads */

static int by_value(const void *a, const void *b) {
  return value_compare(*(const struct value *)a, *(const struct value *)b);
}

/* The values of a report key across, in order; with `total` one more, missing, for the total
 * column. */
static void collect_heads(struct build *b) {
  int r = b->report_key[b->across];
  struct {
    struct value *at;
    size_t n, cap;
  } heads = {0};
  for (size_t i = 0; i < b->pieces.n; i++)
    if (!build_drops(b, b->pieces.at[i].cut, b->across))
      ARENA_PUSH(b->arena, &heads, b->pieces.at[i].keys[r]);
  if (heads.n > 1)
    qsort(heads.at, heads.n, sizeof *heads.at, by_value);
  size_t n = 0;
  for (size_t i = 0; i < heads.n; i++)
    if (n == 0 || value_compare(heads.at[n - 1], heads.at[i]) != 0)
      heads.at[n++] = heads.at[i];
  heads.n = n;
  if (b->plan->keys[b->across].is_descending)
    for (size_t i = 0; i < n / 2; i++) {
      struct value swap = heads.at[i];
      heads.at[i] = heads.at[n - 1 - i];
      heads.at[n - 1 - i] = swap;
    }
  if (b->plan->has_total)
    ARENA_PUSH(b->arena, &heads, value_missing());
  b->heads = heads.at;
  b->shape.nheads = heads.n;
}

static bool read_regions(struct build *b) {
  for (int k = 0; k < b->plan->nkeys; k++)
    if (b->plan->keys[k].is_report && b->plan->keys[k].dim == REPORT_REGION)
      return regions_read_all(b->arena, b->store, &b->regions, b->diags);
  return true;
}

static void find_years(struct build *b) {
  int64_t first = 0;
  for (int k = 0; k < b->plan->nkeys; k++) {
    if (!key_is_year(&b->plan->keys[k]))
      continue;
    for (size_t i = 0; i < b->pieces.n; i++) {
      struct value year = b->pieces.at[i].keys[b->report_key[k]];
      if (year.kind != VALUE_INTEGER || !b->pieces.at[i].is_possible)
        continue;
      b->several_years = b->several_years || (first != 0 && first != year.integer);
      first = year.integer;
    }
  }
}

/* The two years of `change A to B` stand across, whether there are reports on them or not. */
static void pair_heads(struct build *b) {
  b->heads = ARENA_ARRAY(b->arena, struct value, 2);
  b->heads[0] = value_integer(b->plan->change_from);
  b->heads[1] = value_integer(b->plan->change_to);
}

static bool begin(struct build *b) {
  const struct plan *plan = b->plan;
  int nreport = 0, nform = 0;
  b->across = -1;
  for (int k = 0; k < plan->nkeys; k++) {
    b->report_key[k] = plan->keys[k].is_report ? nreport++ : -1;
    b->form_of_key[k] = plan->keys[k].is_report ? -1 : nform++;
    if (plan->keys[k].is_across)
      b->across = k;
  }
  if (!read_pieces(b) || !read_regions(b))
    return false;
  find_years(b);
  if (plan->change == CHANGE_PAIR)
    pair_heads(b);
  else if (b->across >= 0 && b->form_of_key[b->across] < 0)
    collect_heads(b);
  if (!columns_add(b))
    return false;
  rows_fill(b);
  return true;
}

bool build_answer(struct build *b, const struct answer_chosen *chosen) {
  const struct plan *plan = b->plan;
  if (!begin(b) || !derive_wholes(b))
    return false;
  derive_rows(b);
  if (plan->best != NULL)
    others_best(b, chosen->at, chosen->n);
  b->table->has_marks = answer_has_marks(b);
  if (!choose_rows(b))
    return false;
  return !b->is_too_large ||
         diag_add(b->diags, DIAG_RUN, plan->span, "the sum is too large for 64 bits");
}

bool answer_fill(struct arena *arena, const struct plan *plan, struct store *store,
                 enum names_shown names, const struct answer_chosen *chosen, struct table *table,
                 struct diags *diags) {
  struct build b = {
      .arena = arena, .plan = plan, .store = store, .names = names, .table = table, .diags = diags};
  if (plan->aggregate == AGG_LIST || plan->aggregate == AGG_MISSING)
    return answer_list(arena, plan, store, table, diags) && choose_rows(&b);
  return build_answer(&b, chosen);
}

bool answer_choose(struct arena *arena, const struct plan *plan, struct store *store,
                   struct answer_chosen *chosen, struct diags *diags) {
  struct table table = {0};
  struct build b = {.arena = arena, .plan = plan, .store = store, .table = &table, .diags = diags};
  if (!build_answer(&b, NULL))
    return false;
  chosen->at = ARENA_ARRAY(arena, struct value, table.rows.n + 1);
  for (chosen->n = 0; chosen->n < table.rows.n; chosen->n++)
    chosen->at[chosen->n] = table.rows.at[chosen->n].cells[b.shape.raw];
  return true;
}
