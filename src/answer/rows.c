/* rows: the long rows of the SQL → the rows of the answer, in their order (see build.h).
 */
#include "answer/build.h"

#include "sql/sql.h"

/* What makes a row: its cut's row part and its keys. */
static struct str row_identity(struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  struct sbuf text = row_key_new(b->arena, piece->cut & ~CUT_COLUMN);
  for (int k = 0; k < plan->nkeys; k++) {
    if (plan->keys[k].is_across)
      continue;
    row_key_add(&text, plan->keys[k].is_report
                           ? piece->keys[b->report_key[k]]
                           : value_integer(plan->groups[piece->group].shown[b->form_of_key[k]]));
  }
  return sbuf_str(&text);
}

/* Does the combination belong in the answer? A total over members of the form goes with that over
 * report keys. */
static bool is_wanted(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  bool drops_rows = (piece->cut & CUT_ROWS) != 0, has_form = false, is_total = false;
  int level = piece->cut >> CUT_LEVEL;
  for (int k = 0; k < plan->nkeys && level > 0; k++) {
    if (!plan->keys[k].is_report || plan->keys[k].dim != REPORT_REGION || plan->keys[k].is_across)
      continue;
    struct value id = piece->keys[b->report_key[k]];
    const struct region *region =
        id.kind == VALUE_INTEGER ? region_find(&b->regions, id.integer) : NULL;
    if (region == NULL || region->level != level || region->last == region->id)
      return false; /* it has a row of its own already */
  }
  for (int k = 0; k < plan->nkeys; k++) {
    if (plan->keys[k].is_report || plan->keys[k].is_across)
      continue;
    bool total = build_member(b, b->form_of_key[k],
                              (size_t)plan->groups[piece->group].shown[b->form_of_key[k]]) == NULL;
    if (has_form && total != is_total)
      return false;
    has_form = true;
    is_total = total;
  }
  return !has_form || !plan->has_total_row || drops_rows == is_total;
}

static size_t cell_of(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  size_t figure = plan->ngroups > 0 ? (size_t)plan->groups[piece->group].figure : 0, head = 0;
  if (b->across < 0)
    return shape_figure(&b->shape, figure, 0);
  if (b->form_of_key[b->across] >= 0) {
    head = (size_t)plan->groups[piece->group].shown[b->form_of_key[b->across]];
  } else if (build_drops(b, piece->cut, b->across)) {
    head = b->shape.nheads - 1;
  } else {
    while (value_compare(b->heads[head], piece->keys[b->report_key[b->across]]) != 0)
      head++;
  }
  return shape_figure(&b->shape, figure, head);
}

static struct value figure_value(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  const struct group *group = plan->ngroups > 0 ? &plan->groups[piece->group] : NULL;
  struct value value = piece->value;
  if (group == NULL)
    return value;
  bool drops_year = false;
  for (int k = 0; k < plan->nkeys; k++)
    drops_year = drops_year || (key_is_year(&plan->keys[k]) && build_drops(b, piece->cut, k));
  if (group->is_stock && drops_year && b->several_years && plan_adds(plan))
    return value_missing();
  if (value.kind == VALUE_MISSING)
    value.is_unknown = piece->n > 0 && plan_adds(plan); /* reports have it, and one is blank */
  int scale = plan->figures[group->figure].scale;
  if (value.kind == VALUE_INTEGER && scale > 0)
    return value_decimal(value.integer, (unsigned)scale);
  for (int i = 0; value.kind == VALUE_REAL && i < scale; i++)
    value.real /= 10;
  return value;
}

/* A row, until all rows are there. */
struct new_row {
  struct row row;
  bool is_possible;
};

/* How a region stands in its tree: `by region depth 2` shows the inner ones as subtotals, and what
 * is declared for one itself as undivided. */
static void mark_region(const struct build *b, const struct piece *piece, const struct key *key,
                        struct value id, size_t column, struct row *row) {
  const struct region *region =
      id.kind == VALUE_INTEGER ? region_find(&b->regions, id.integer) : NULL;
  bool is_deep = key->depth > 1 && key->node == 0;
  if (region == NULL)
    return;
  bool is_inner = region->last > region->id;
  row->tree = (uint8_t)column;
  if (piece->cut >> CUT_LEVEL > 0)
    row->mark = ROW_SUBTOTAL;
  else if ((is_deep && is_inner && region->level < key->depth) ||
           (is_inner && (key->node == region->id || (key->depth == 0 && key->node == 0))))
    row->is_undivided = true;
  if (is_deep)
    row->depth = (uint8_t)(row->depth + region->level - 1 + row->is_undivided);
}

static void fill_member(struct build *b, const struct piece *piece, int k, size_t column,
                        struct row *row) {
  const struct plan *plan = b->plan;
  int f = b->form_of_key[k];
  size_t index = (size_t)plan->groups[piece->group].shown[f];
  const struct shown *shown = &plan->shown[f][index];
  const struct member *member = build_member(b, f, index);
  row->cells[b->shape.raw + (size_t)k] = value_integer((int64_t)index);
  if (member == NULL) {
    row->mark = ROW_TOTAL;
    return;
  }
  if (shown->depth > 0 || shown->is_undivided || shown->is_subtotal)
    row->tree = (uint8_t)column;
  row->cells[column] = value_text(member->names.key);
  row->labels[column] = build_name(b, &member->names);
  row->depth = (uint8_t)(row->depth + shown->depth);
  row->is_undivided = row->is_undivided || shown->is_undivided;
  if (shown->is_subtotal && row->mark != ROW_TOTAL)
    row->mark = ROW_SUBTOTAL;
}

static struct row new_row(struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  struct row row = {.mark = (piece->cut & CUT_ROWS) != 0 ? ROW_TOTAL : ROW_LEAF};
  size_t column = 0;
  row.cells = ARENA_ARRAY(b->arena, struct value, b->shape.ncells);
  row.labels = ARENA_ARRAY(b->arena, struct str, b->shape.nkeys + 1);
  for (int k = 0; k < plan->nkeys; k++) {
    const struct key *key = &plan->keys[k];
    if (key->is_across)
      continue;
    if (key->is_report) {
      struct value id = piece->keys[b->report_key[k]];
      row.cells[b->shape.raw + (size_t)k] = id;
      row.cells[column] = build_key_shown(b, k, id);
      row.labels[column] = build_key_label(b, k, id);
      if (key->dim == REPORT_REGION)
        mark_region(b, piece, key, id, column, &row);
    } else {
      fill_member(b, piece, k, column, &row);
    }
    column++;
  }
  return row;
}

struct new_rows {
  struct new_row *at;
  size_t n, cap;
};

/* The row of a piece, made when it is the first of it. */
static struct new_row *find_row(struct build *b, struct row_keys *keys, struct new_rows *rows,
                                const struct piece *piece) {
  size_t *index = row_keys_at(keys, row_identity(b, piece), rows->n);
  if (*index == rows->n) {
    struct new_row row = {.row = new_row(b, piece)};
    ARENA_PUSH(b->arena, rows, row);
  }
  return &rows->at[*index];
}

struct form_order {
  const struct build *build;
  int first;
};

/* The order of the form: years ascending, names by bytes, totals last. */
static int compare_in_form(const void *context, const struct row *x, const struct row *y) {
  const struct form_order *order_by = context;
  const struct build *b = order_by->build;
  bool x_total = x->mark == ROW_TOTAL, y_total = y->mark == ROW_TOTAL;
  if (x_total != y_total)
    return x_total ? 1 : -1;
  for (int k = order_by->first; k < b->plan->nkeys; k++) {
    const struct key *key = &b->plan->keys[k];
    if (key->is_across)
      continue;
    size_t raw = b->shape.raw + (size_t)k;
    int order = value_compare(x->cells[raw], y->cells[raw]);
    if (order == 0 && key->is_report && key->dim == REPORT_REGION)
      order = (y->mark == ROW_SUBTOTAL) - (x->mark == ROW_SUBTOTAL);
    if (order != 0)
      return key->is_descending ? -order : order;
  }
  return 0;
}

void rows_sort(const struct build *b, struct row *rows, size_t n, int first) {
  struct form_order order_by = {b, first};
  rows_merge(b->arena, rows, n, compare_in_form, &order_by);
}

/* A row over members of the form stands only where some report in scope could have it: rows of the
 * other edition's members would all be empty. One over reports alone (a year, an agency) stands,
 * and shows what is missing. */
static bool stays(const struct build *b, const struct new_row *row) {
  bool prints = b->plan->aggregate == AGG_STATED || b->plan->aggregate == AGG_GAP;
  if (row->row.mark == ROW_TOTAL || prints) /* where the form prints no total the row says so */
    return true;
  for (int k = 0; k < b->plan->nkeys; k++)
    if (!b->plan->keys[k].is_report && !b->plan->keys[k].is_across)
      return row->is_possible;
  return true;
}

/* None are 0, not missing. */
static void fill_counts(struct build *b) {
  for (size_t i = 0; i < b->table->rows.n && b->plan->aggregate == AGG_COUNT; i++)
    for (size_t h = 0; h < b->shape.nheads; h++) {
      struct value *count = &b->table->rows.at[i].cells[shape_figure(&b->shape, 0, h)];
      if (count->kind == VALUE_MISSING)
        *count = value_integer(0);
    }
}

void rows_fill(struct build *b) {
  struct row_keys keys = row_keys_new(b->arena, b->pieces.n);
  struct new_rows rows = {0};
  for (size_t i = 0; i < b->pieces.n; i++) {
    const struct piece *piece = &b->pieces.at[i];
    if (!is_wanted(b, piece))
      continue;
    struct new_row *row = find_row(b, &keys, &rows, piece);
    size_t cell = cell_of(b, piece);
    row->row.cells[cell] = figure_value(b, piece);
    row->row.cells[cell].is_inferred = piece->is_guessed;
    row->row.cells[cell].is_doubtful = piece->is_doubtful;
    row->is_possible = row->is_possible || piece->is_possible;
    if (b->shape.stride > 1)
      row->row.cells[cell + 1] = value_integer(piece->n);
  }
  for (size_t i = 0; i < rows.n; i++)
    if (stays(b, &rows.at[i]))
      ARENA_PUSH(b->arena, &b->table->rows, rows.at[i].row);
  rows_sort(b, b->table->rows.at, b->table->rows.n, 0);
  if (b->shape.nkeys == 0 && rows.n == 0) { /* one number, and it is missing */
    struct row row = {.cells = ARENA_ARRAY(b->arena, struct value, b->shape.ncells)};
    for (size_t f = 0; b->shape.stride > 1 && b->across < 0 && f < b->shape.nfigures; f++)
      row.cells[shape_figure(&b->shape, f, 0) + 1] = value_integer(0);
    ARENA_PUSH(b->arena, &b->table->rows, row);
  }
  fill_counts(b);
}
