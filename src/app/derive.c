/* derive: what follows from the figures of an answer's rows: rates, shares of a whole, the change
 * from one year to another, the others behind the first ten (see build.h). Sums here are sums of
 * figures that the rows keep apart, so nothing is counted twice.
 */
#include "app/build.h"

#include <string.h>

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
  change[2] = value_ratio(change[1], change[0]);
  change[1].is_inferred = change[2].is_inferred = now.is_inferred || change[0].is_inferred;
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

/* --- Rows by their keys */

struct key_map {
  struct str *keys;
  size_t *index;
  size_t nslots;
};

static struct key_map map_new(struct arena *arena, size_t n) {
  struct key_map map = {.nslots = 16};
  while (map.nslots < n * 2)
    map.nslots *= 2;
  map.keys = ARENA_ARRAY(arena, struct str, map.nslots);
  map.index = ARENA_ARRAY(arena, size_t, map.nslots);
  return map;
}

/* The slot of a key, or the empty one where it belongs. */
static size_t map_slot(const struct key_map *map, struct str key) {
  size_t slot = str_hash(key) & (map->nslots - 1);
  while (map->keys[slot].n > 0 && !str_eq(map->keys[slot], key))
    slot = (slot + 1) & (map->nslots - 1);
  return slot;
}

static void add_key(struct build *b, struct sbuf *text, struct value key) {
  struct str plain = value_plain(b->arena, key);
  sbuf_addf(text, "|%d%.*s", key.kind, STR_ARG(plain));
}

/* --- Change from year to year */

static bool is_year(const struct key *key) {
  return key->is_report && key->dim == REPORT_YEAR;
}

/* The keys of a row as text, its year moved by `years`; empty where it is of no one year. */
static struct str moved_keys(struct build *b, const struct row *row, int years) {
  struct sbuf text = {.arena = b->arena};
  sbuf_addf(&text, "%d", row->is_undivided);
  for (int k = 0; k < b->plan->nkeys; k++) {
    struct value key = row->cells[b->shape.raw + (size_t)k];
    if (is_year(&b->plan->keys[k]) && key.kind != VALUE_INTEGER)
      return STR("");
    if (is_year(&b->plan->keys[k]))
      key.integer += years;
    add_key(b, &text, key);
  }
  return sbuf_str(&text);
}

void derive_years(struct build *b, enum row_mark mark) {
  struct table *table = b->table;
  struct key_map map = map_new(b->arena, table->rows.n);
  if (b->plan->change != CHANGE_YEARLY)
    return;
  for (size_t i = 0; i < table->rows.n; i++) {
    if (table->rows.at[i].mark != mark)
      continue;
    struct str key = moved_keys(b, &table->rows.at[i], 0);
    size_t slot = map_slot(&map, key);
    if (key.n == 0)
      continue;
    map.keys[slot] = key;
    map.index[slot] = i;
  }
  for (size_t i = 0; i < table->rows.n; i++) {
    struct row *row = &table->rows.at[i];
    if (row->mark != mark)
      continue;
    struct str key = moved_keys(b, row, -1);
    size_t slot = map_slot(&map, key);
    if (key.n > 0 && map.keys[slot].n > 0)
      row->cells[b->shape.change] = table->rows.at[map.index[slot]].cells[b->shape.main];
    derive_change(b, row);
  }
}

void derive_rows(struct build *b) {
  for (size_t i = 0; i < b->table->rows.n; i++)
    derive_row(b, &b->table->rows.at[i]);
  derive_years(b, ROW_LEAF);
  derive_years(b, ROW_SUBTOTAL);
}

/* --- Wholes of shares */

struct wholes {
  struct key_map map;
  struct {
    struct value *at; /* nheads each */
    size_t n, cap;
  } sums;
};

/* On which wholes a row agrees, with the node of the tree for `within parent`. */
static struct str whole_keys(struct build *b, const struct row *row, int node) {
  struct sbuf text = {.arena = b->arena};
  sbuf_addf(&text, "%d", node);
  for (int k = 0; k < b->plan->nkeys; k++)
    if (b->plan->is_within[k] && !b->plan->keys[k].is_across)
      add_key(b, &text, row->cells[b->shape.raw + (size_t)k]);
  return sbuf_str(&text);
}

static void add_to_whole(struct build *b, struct wholes *wholes, const struct row *row, int node) {
  struct str key = whole_keys(b, row, node);
  size_t slot = map_slot(&wholes->map, key), nheads = b->shape.nheads;
  if (wholes->map.keys[slot].n == 0) {
    wholes->map.keys[slot] = key;
    wholes->map.index[slot] = wholes->sums.n;
    for (size_t h = 0; h < nheads; h++)
      ARENA_PUSH(b->arena, &wholes->sums, value_missing());
  }
  for (size_t h = 0; h < nheads; h++) {
    struct value *sum = &wholes->sums.at[wholes->map.index[slot] + h];
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
  size_t slot = map_slot(&wholes->map, whole_keys(b, row, node)), nheads = b->shape.nheads;
  bool has_total_head = has_total_column(b);
  bool is_apart = b->across < 0 || b->plan->is_within[b->across];
  struct value all = value_missing();
  if (wholes->map.keys[slot].n == 0)
    return;
  const struct value *sums = &wholes->sums.at[wholes->map.index[slot]];
  row->cells[b->shape.whole_id] = value_integer((int64_t)wholes->map.index[slot]);
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
    apart = apart && (!is_year(&plan->keys[k]) || plan->is_within[k]);
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
  struct wholes wholes = {.map = map_new(b->arena, table->rows.n * (nodes > 1 ? 4 : 1) + 1)};
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
