/* derive: what follows from the figures of an answer's rows: rates, shares of a whole, the change
 * from one year to another, an index, ranks (see build.h). Sums here are sums of
 * figures that the rows keep apart, so nothing is counted twice.
 */
#include "answer/build.h"

/* x + sign * y; missing where one of them is. */
static struct value add(struct build *b, struct value x, struct value y, int sign) {
  struct value sum = sign > 0 ? value_plus(x, y) : value_less(x, y);
  bool has_both = value_is_number(x) && value_is_number(y);
  b->is_too_large = b->is_too_large || (has_both && sum.kind == VALUE_MISSING);
  return sum;
}

struct value derive_sum(struct build *b, struct value sum, struct value part) {
  struct value result = sum.kind == VALUE_MISSING    ? part
                        : part.kind == VALUE_MISSING ? sum
                                                     : add(b, sum, part, 1);
  if (sum.is_unknown || part.is_unknown) {
    result = value_missing();
    result.is_unknown = true;
  }
  result.is_inferred = sum.is_inferred || part.is_inferred;
  result.is_doubtful = sum.is_doubtful || part.is_doubtful;
  return result;
}

/* --- Rows */

static struct value rate(struct build *b, const struct row *row, size_t h) {
  const struct plan *plan = b->plan;
  struct value part = row->cells[shape_figure(&b->shape, 0, h)];
  struct value whole = row->cells[shape_figure(&b->shape, 1, h)];
  struct value ratio = value_ratio(part, whole);
  if (ratio.kind == VALUE_REAL && value_as_real(whole) < (double)plan->min_base) {
    struct str p = value_plain(b->arena, part), w = value_plain(b->arena, whole);
    ratio.is_small = true;
    ratio.text = str_fmt(b->arena, "(%.*s/%.*s)", STR_ARG(p), STR_ARG(w));
  }
  return ratio;
}

/* previous is there; difference and percent follow. */
static void derive_change(struct build *b, struct row *row) {
  struct value now = row->cells[b->shape.main], *change = &row->cells[b->shape.change];
  change[1] = add(b, now, change[0], -1);
  change[2] = value_growth(change[1], change[0]);
  change[1].is_inferred = change[2].is_inferred = now.is_inferred || change[0].is_inferred;
  change[1].is_doubtful = change[2].is_doubtful = now.is_doubtful || change[0].is_doubtful;
  change[1].is_small = change[2].is_small = now.is_small || change[0].is_small;
}

void derive_row(struct build *b, struct row *row) {
  const struct plan *plan = b->plan;
  const struct shape *shape = &b->shape;
  for (size_t h = 0; h < shape->nheads && plan->aggregate == AGG_RATE; h++)
    row->cells[shape->ratio + h] = rate(b, row, h);
  for (size_t h = 0; h < shape->nheads && plan->is_share; h++)
    row->cells[shape->ratio + h] =
        value_ratio(row->cells[shape_figure(shape, 0, h)], row->cells[shape->whole + h]);
  if (plan->change == CHANGE_PAIR) {
    size_t from = plan->derived_name.n > 0 ? shape->ratio : shape_figure(shape, 0, 0);
    size_t to = plan->derived_name.n > 0 ? shape->ratio + 1 : shape_figure(shape, 0, 1);
    row->cells[shape->change] = row->cells[from];
    row->cells[shape->main] = row->cells[to];
  }
  if (plan->change != CHANGE_NONE)
    derive_change(b, row);
}

/* --- Change from year to year */

/* The keys of a row as text, as if it were of another year; empty where it is of no one year. */
static struct str keys_in_year(struct build *b, const struct row *row, int64_t year) {
  struct sbuf text = row_key_new(b->arena, row->is_undivided);
  for (int k = 0; k < b->plan->nkeys; k++) {
    struct value key = row->cells[b->shape.raw + (size_t)k];
    bool is_year = key_is_year(&b->plan->keys[k]);
    if (is_year && key.kind != VALUE_INTEGER)
      return STR("");
    if (is_year)
      key.integer = year;
    row_key_add(&text, key);
  }
  return sbuf_str(&text);
}

static int64_t year_of(const struct build *b, const struct row *row) {
  return row->cells[b->shape.raw + (size_t)plan_year_key(b->plan)].integer;
}

/* The rows of one mark by their keys. */
static struct row_keys rows_by_key(struct build *b, enum row_mark mark) {
  struct row_keys keys = row_keys_new(b->arena, b->table->rows.n);
  for (size_t i = 0; i < b->table->rows.n; i++) {
    const struct row *row = &b->table->rows.at[i];
    struct str key = row->mark == mark ? keys_in_year(b, row, year_of(b, row)) : STR("");
    if (key.n > 0)
      *row_keys_at(&keys, key, i) = i;
  }
  return keys;
}

/* What the column `main` holds of the same group in another year; missing where it is not there. */
static struct value in_year(struct build *b, const struct row_keys *keys, const struct row *row,
                            int64_t year) {
  struct str key = keys_in_year(b, row, year);
  const size_t *other = key.n > 0 ? row_keys_find(keys, key) : NULL;
  return other != NULL ? b->table->rows.at[*other].cells[b->shape.main] : value_missing();
}

static struct value index_of(struct value now, struct value base) {
  struct value index = value_ratio(now, base);
  index.real *= 100;
  index.is_inferred = now.is_inferred || base.is_inferred;
  index.is_doubtful = now.is_doubtful || base.is_doubtful;
  index.is_small = now.is_small || base.is_small;
  return index;
}

void derive_years(struct build *b, enum row_mark mark) {
  const struct plan *plan = b->plan;
  bool is_yearly = plan->change == CHANGE_YEARLY;
  if (!is_yearly && plan->index_base == 0)
    return;
  struct row_keys keys = rows_by_key(b, mark);
  for (size_t i = 0; i < b->table->rows.n; i++) {
    struct row *row = &b->table->rows.at[i];
    if (row->mark != mark)
      continue;
    if (is_yearly) {
      row->cells[b->shape.change] = in_year(b, &keys, row, year_of(b, row) - 1);
      derive_change(b, row);
    }
    if (plan->index_base != 0)
      row->cells[b->shape.index] =
          index_of(row->cells[b->shape.main], in_year(b, &keys, row, plan->index_base));
  }
}

/* --- Ranks */

/* By the keys that rows must share to be ranked together. */
static int compare_within(const void *context, const struct row *x, const struct row *y) {
  const struct build *b = context;
  for (int k = 0; k < b->plan->nkeys; k++) {
    size_t raw = b->shape.raw + (size_t)k;
    int order = b->plan->is_within[k] ? value_compare(x->cells[raw], y->cells[raw]) : 0;
    if (order != 0)
      return order;
  }
  return 0;
}

/* Then the largest first. */
static int compare_figure(const void *context, const struct row *x, const struct row *y) {
  const struct build *b = context;
  int order = compare_within(context, x, y);
  return order != 0 ? order : value_compare(y->cells[b->shape.main], x->cells[b->shape.main]);
}

static void derive_ranks(struct build *b) {
  struct {
    struct row *at;
    size_t n, cap;
  } rows = {0};
  if (!b->plan->has_rank)
    return;
  for (size_t i = 0; i < b->table->rows.n; i++) {
    const struct row *row = &b->table->rows.at[i];
    struct value figure = row->cells[b->shape.main];
    if (row->mark == ROW_LEAF && value_is_number(figure) && !figure.is_small)
      ARENA_PUSH(b->arena, &rows, *row);
  }
  rows_merge(b->arena, rows.at, rows.n, compare_figure, b);
  for (size_t i = 0, first = 0; i < rows.n; i++) { /* first: of those ranked with row i */
    const struct row *before = i > 0 ? &rows.at[i - 1] : NULL;
    struct value *rank = &rows.at[i].cells[b->shape.rank]; /* copies of a row share its cells */
    if (before != NULL && compare_within(b, before, &rows.at[i]) != 0)
      first = i;
    bool is_equal = before != NULL && compare_figure(b, before, &rows.at[i]) == 0;
    *rank = is_equal ? before->cells[b->shape.rank] : value_integer((int64_t)(i - first + 1));
    rank->is_inferred = rows.at[i].cells[b->shape.main].is_inferred;
    rank->is_doubtful = rows.at[i].cells[b->shape.main].is_doubtful;
  }
}

void derive_rows(struct build *b) {
  for (size_t i = 0; i < b->table->rows.n; i++)
    derive_row(b, &b->table->rows.at[i]);
  derive_years(b, ROW_LEAF);
  derive_years(b, ROW_SUBTOTAL);
  derive_ranks(b);
}

/* --- Wholes of shares */

struct wholes {
  struct row_keys keys;
  struct {
    struct value *at; /* nheads each */
    size_t n, cap;
  } sums;
};

/* On which wholes a row agrees, with the node of the tree for `within parent`. */
static struct str whole_keys(struct build *b, const struct row *row, int node) {
  struct sbuf text = row_key_new(b->arena, node);
  for (int k = 0; k < b->plan->nkeys; k++)
    if (b->plan->is_within[k] && !b->plan->keys[k].is_across)
      row_key_add(&text, row->cells[b->shape.raw + (size_t)k]);
  return sbuf_str(&text);
}

static void add_to_whole(struct build *b, struct wholes *wholes, const struct row *row, int node) {
  size_t nheads = b->shape.nheads, new_index = wholes->sums.n;
  size_t first = *row_keys_at(&wholes->keys, whole_keys(b, row, node), new_index);
  for (size_t h = 0; h < nheads && first == new_index; h++)
    ARENA_PUSH(b->arena, &wholes->sums, value_missing());
  for (size_t h = 0; h < nheads; h++) {
    struct value *sum = &wholes->sums.at[first + h];
    *sum = derive_sum(b, *sum, row->cells[shape_figure(&b->shape, 0, h)]);
  }
}

/* The member of a row in the tree of `within parent`; 0, the root, for the total. */
static int member_of(const struct build *b, const struct row *row) {
  int k = b->plan->parent_key;
  struct value index = row->cells[b->shape.raw + (size_t)k];
  int member =
      index.kind == VALUE_INTEGER ? b->plan->shown[b->form_of_key[k]][index.integer].member : -1;
  return member < 0 ? 0 : member;
}

static int parent_of(const struct build *b, int member) {
  const struct key *key = &b->plan->keys[b->plan->parent_key];
  int parent = b->plan->vocab->dimensions[key->dimension].members[member].parent;
  return parent < 0 ? 0 : parent;
}

/* A part of one row belongs to every node above it. */
static void add_part(struct build *b, struct wholes *wholes, const struct row *row) {
  if (b->plan->parent_key < 0) {
    add_to_whole(b, wholes, row, 0);
    return;
  }
  int node = member_of(b, row);
  if (!row->is_undivided)
    node = parent_of(b, node);
  for (; node > 0; node = parent_of(b, node))
    add_to_whole(b, wholes, row, node);
  add_to_whole(b, wholes, row, 0);
}

static bool has_total_column(const struct build *b) {
  return b->across >= 0 && b->plan->has_total && b->plan->change != CHANGE_PAIR;
}

static void set_whole(struct build *b, const struct wholes *wholes, struct row *row) {
  int node = b->plan->parent_key < 0 ? 0
             : row->is_undivided     ? member_of(b, row)
                                     : parent_of(b, member_of(b, row));
  const size_t *first = row_keys_find(&wholes->keys, whole_keys(b, row, node));
  size_t nheads = b->shape.nheads;
  bool has_total_head = has_total_column(b);
  bool is_apart = b->across < 0 || b->plan->is_within[b->across];
  struct value all = value_missing();
  if (first == NULL)
    return;
  const struct value *sums = &wholes->sums.at[*first];
  row->cells[b->shape.whole_id] = value_integer((int64_t)*first);
  for (size_t h = 0; h + has_total_head < nheads; h++)
    all = derive_sum(b, all, sums[h]);
  for (size_t h = 0; h < nheads; h++)
    row->cells[b->shape.whole + h] = is_apart ? sums[h] : all;
}

/* A total row is a part of all there is. */
static void whole_of_total(struct build *b, struct row *row) {
  for (size_t h = 0; h < b->shape.nheads; h++) {
    bool is_apart = b->across < 0 || b->plan->is_within[b->across];
    size_t of = is_apart ? h : b->shape.nheads - 1;
    row->cells[b->shape.whole + h] = row->cells[shape_figure(&b->shape, 0, of)];
  }
}

bool derive_wholes(struct build *b) {
  const struct plan *plan = b->plan;
  struct table *table = b->table;
  if (!plan->is_share)
    return true;
  bool apart = true;
  for (int k = 0; k < plan->nkeys; k++)
    apart = apart && (!key_is_year(&plan->keys[k]) || plan->is_within[k]);
  if (!apart && plan->figures[0].is_stock && b->several_years) {
    diag_add(b->diags, DIAG_STOCK, plan->figures[0].span,
             "\"%.*s\" is a state at one end of a year: over years it makes no whole",
             STR_ARG(plan->figures[0].name));
    diag_hint(b->diags, "write \"within year\", or one year in \"where\"");
    return false;
  }
  int nodes = 1;
  if (plan->parent_key >= 0)
    nodes = (int)plan->vocab->dimensions[plan->keys[plan->parent_key].dimension].nmembers;
  struct wholes wholes = {.keys = row_keys_new(b->arena, table->rows.n * (nodes > 1 ? 4 : 1) + 1)};
  for (size_t i = 0; i < table->rows.n; i++)
    if (table->rows.at[i].mark == ROW_LEAF)
      add_part(b, &wholes, &table->rows.at[i]);
  for (size_t i = 0; i < table->rows.n; i++)
    if (table->rows.at[i].mark == ROW_TOTAL)
      whole_of_total(b, &table->rows.at[i]);
    else
      set_whole(b, &wholes, &table->rows.at[i]);
  return true;
}
