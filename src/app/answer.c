/* answer: long rows (cut, group, keys, value, n) → a table (see answer.h).
 */
#include "app/build.h"

#include "plan/resolve.h"
#include "sql/sql.h"

#include <stdlib.h>
#include <string.h>

/* --- Reading */

size_t shape_figure(const struct shape *shape, size_t f, size_t h) {
  return shape->figure + (f * shape->nheads + h) * shape->stride;
}

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
      struct value value = cursor_value(cursor, column++);
      if (value.kind == VALUE_TEXT)
        value.text = str_copy(b->arena, value.text);
      piece.keys[b->report_key[k]] = value;
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

bool build_drops(const struct build *b, int cut, int key) {
  return (cut & (b->plan->keys[key].is_across ? CUT_COLUMN : CUT_ROWS)) != 0;
}

/* --- Columns */

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

/* A label; empty where people see the key as well. Both: the Chinese name, then the key, which is
 * what questions are written with. */
static struct str label(struct arena *arena, enum names_shown shown, struct str key, struct str zh,
                        struct str en) {
  if (shown == NAMES_BOTH && zh.n > 0)
    return str_eq(zh, key) ? key : str_fmt(arena, "%.*s %.*s", STR_ARG(zh), STR_ARG(key));
  return shown == NAMES_ZH ? zh : shown == NAMES_EN ? en : (struct str){0};
}

struct str names_label(struct arena *arena, enum names_shown shown, const struct names *names) {
  return label(arena, shown, names->key, names->zh, names->en);
}

struct str build_name(const struct build *b, const struct names *names) {
  return names_label(b->arena, b->names, names);
}

/* Groups stand by figure, then by the first form key, then by the second (plan/group.c). */
int build_group(const struct build *b, const struct row *row, size_t f, size_t h) {
  const struct plan *plan = b->plan;
  size_t group = f;
  for (int i = 0; i < plan->nform_keys; i++) {
    int k = plan->form_keys[i];
    size_t shown =
        plan->keys[k].is_across ? h : (size_t)row->cells[b->shape.raw + (size_t)k].integer;
    group = group * plan->nshown[i] + shown;
  }
  return group < plan->ngroups ? (int)group : -1;
}

const struct member *build_member(const struct build *b, int form_key, size_t shown) {
  int member = b->plan->shown[form_key][shown].member;
  int d = b->plan->keys[b->plan->form_keys[form_key]].dimension;
  return member < 0 ? NULL : &b->plan->vocab->dimensions[d].members[member];
}

struct value build_key_shown(const struct build *b, int k, struct value value) {
  const struct key *key = &b->plan->keys[k];
  const struct vocab *vocab = b->plan->vocab;
  if (value.kind != VALUE_INTEGER)
    return value;
  if (key->dim == REPORT_EDITION) {
    struct str name = vocab->editions[value.integer].names.key;
    return value_text(str_sub(name, str_find(name, STR(".")) + 1, name.n));
  }
  if (key->dim == REPORT_FORM)
    return value_text(vocab->forms[value.integer].names.key);
  if (key->dim == REPORT_LEVEL)
    return value_text(vocab->levels[value.integer].key);
  const struct region *region =
      key->dim == REPORT_REGION ? region_find(&b->regions, value.integer) : NULL;
  return region != NULL ? value_text(region->name) : value;
}

struct str build_key_label(const struct build *b, int k, struct value value) {
  bool is_level = b->plan->keys[k].dim == REPORT_LEVEL && value.kind == VALUE_INTEGER;
  return is_level ? build_name(b, &b->plan->vocab->levels[value.integer]) : (struct str){0};
}

static struct column figure_column(const struct build *b, const struct figure *figure) {
  struct column column = {.name = figure->name,
                          .role = COLUMN_FIGURE,
                          .type = figure->scale > 0 ? VALUE_DECIMAL : VALUE_INTEGER,
                          .unit = figure->unit};
  enum aggregate aggregate = b->plan->aggregate;
  bool is_quotient = aggregate == AGG_AVG || aggregate == AGG_STDDEV || aggregate == AGG_MEDIAN ||
                     aggregate == AGG_PERCENTILE;
  if (is_quotient) {
    column.type = VALUE_REAL;
    column.shown = SHOWN_QUOTIENT;
  }
  column.label = label(b->arena, b->names, column.name, figure->label_zh, figure->label_en);
  return column;
}

static struct column ratio_column(const struct build *b) {
  const struct plan *plan = b->plan;
  return (struct column){
      .name = plan->derived_name,
      .label = label(b->arena, b->names, plan->derived_name, plan->derived_zh, plan->derived_en),
      .role = COLUMN_FIGURE,
      .type = VALUE_REAL,
      .shown = SHOWN_PERCENT};
}

/* A figure's column under head h: named by the member, with several figures by both. */
static struct column under_head(const struct build *b, struct column base, size_t h, bool alone) {
  const struct plan *plan = b->plan;
  int form_key = b->form_of_key[b->across];
  struct str head = value_plain(b->arena, form_key < 0 ? build_key_shown(b, b->across, b->heads[h])
                                                       : value_missing());
  base.label = (struct str){0};
  if (form_key >= 0) {
    const struct member *member = build_member(b, form_key, h);
    head = member != NULL ? member->names.key : STR("total");
    if (member != NULL)
      base.label = build_name(b, &member->names);
  } else if (b->heads[h].kind != VALUE_MISSING) {
    base.label = build_key_label(b, b->across, b->heads[h]);
  } else {
    bool is_total = plan->has_total && h + 1 == b->shape.nheads;
    head = is_total ? STR("total") : STR("unknown");
  }
  if (key_is_year(&plan->keys[b->across]) && b->heads[h].kind == VALUE_INTEGER)
    base.year = (int)b->heads[h].integer;
  base.name = alone ? head : str_fmt(b->arena, "%.*s.%.*s", STR_ARG(base.name), STR_ARG(head));
  return base;
}

struct columns {
  struct column *at;
  size_t n, cap;
};

static void add_key_columns(struct build *b, struct columns *columns) {
  for (int k = 0; k < b->plan->nkeys; k++) {
    const struct key *key = &b->plan->keys[k];
    struct column column = {.name = key->name, .role = COLUMN_KEY, .type = VALUE_TEXT};
    if (key->is_across)
      continue;
    if (key_is_year(key))
      column.type = VALUE_INTEGER;
    if (key->is_report)
      column.label =
          label(b->arena, b->names, key->name, str_from_z(report_dim_zh(key->dim)), STR(""));
    else if (!key->is_report)
      column.label = build_name(b, &b->plan->vocab->dimensions[key->dimension].names);
    ARENA_PUSH(b->arena, columns, column);
  }
  b->shape.nkeys = columns->n;
}

/* Each figure, under each head, with n beside it. */
static void add_figure_columns(struct build *b, struct columns *columns) {
  const struct plan *plan = b->plan;
  b->shape.figure = columns->n;
  for (size_t f = 0; f < plan->nfigures; f++)
    for (size_t h = 0; h < b->shape.nheads; h++) {
      struct column base = figure_column(b, &plan->figures[f]);
      struct column column = b->across >= 0 ? under_head(b, base, h, plan->nfigures == 1) : base;
      ARENA_PUSH(b->arena, columns, column);
      if (b->shape.stride < 2)
        continue;
      struct column n = {.name =
                             f == 0 ? STR("n") : str_fmt(b->arena, "n_%.*s", STR_ARG(base.name)),
                         .role = COLUMN_FIGURE,
                         .type = VALUE_INTEGER,
                         .is_beside = true};
      ARENA_PUSH(b->arena, columns, n);
    }
}

static void add_ratio_columns(struct build *b, struct columns *columns) {
  b->shape.ratio = columns->n;
  for (size_t h = 0; h < b->shape.nheads; h++) {
    struct column column = ratio_column(b);
    if (b->across >= 0)
      column = under_head(b, column, h, true);
    ARENA_PUSH(b->arena, columns, column);
  }
}

/* previous, difference, percent of what the column `main` shows. */
static void add_change_columns(struct build *b, struct columns *columns) {
  const struct column *main = &columns->at[b->shape.main];
  bool is_percent = main->shown == SHOWN_PERCENT;
  struct column previous = {.name = STR("previous"),
                            .role = COLUMN_FIGURE,
                            .type = main->type,
                            .unit = main->unit,
                            .shown = main->shown,
                            .is_beside = true};
  struct column difference = previous;
  difference.is_beside = false;
  difference.name = STR("difference");
  if (is_percent)
    difference.shown = SHOWN_POINTS;
  struct column percent = {.name = STR("percent"),
                           .role = COLUMN_FIGURE,
                           .type = VALUE_REAL,
                           .shown = SHOWN_PERCENT,
                           .is_beside = true};
  b->shape.change = columns->n;
  ARENA_PUSH(b->arena, columns, previous);
  ARENA_PUSH(b->arena, columns, difference);
  ARENA_PUSH(b->arena, columns, percent);
}

static void add_place_columns(struct build *b, struct columns *columns) {
  struct column index = {
      .name = STR("index"), .role = COLUMN_FIGURE, .type = VALUE_REAL, .shown = SHOWN_QUOTIENT};
  struct column rank = {
      .name = STR("rank"), .role = COLUMN_FIGURE, .type = VALUE_INTEGER, .is_beside = true};
  b->shape.index = columns->n;
  if (b->plan->index_base != 0)
    ARENA_PUSH(b->arena, columns, index);
  b->shape.rank = columns->n;
  if (b->plan->has_rank)
    ARENA_PUSH(b->arena, columns, rank);
}

/* Of a rate its two sides, of a share, a change and an index the figure itself only stand beside.
 */
static void mark_beside(const struct build *b, struct columns *columns) {
  const struct plan *plan = b->plan;
  bool has_ratio = plan->derived_name.n > 0;
  bool is_followed = plan->change != CHANGE_NONE || plan->index_base != 0;
  size_t first = b->shape.nkeys + (has_ratio && !is_followed ? b->shape.nheads : 0);
  for (size_t c = first; (has_ratio || is_followed) && c < columns->n; c++)
    columns->at[c].is_beside = true;
}

/* Lays out the cells of a row: what is shown, then what only serves to work it out. */
static void add_columns(struct build *b) {
  const struct plan *plan = b->plan;
  struct shape *shape = &b->shape;
  struct columns columns = {0};
  bool is_pair = plan->change == CHANGE_PAIR, has_ratio = plan->derived_name.n > 0;
  bool shows_figures = !is_pair && !(has_ratio && b->across >= 0);
  shape->nfigures = plan->nfigures;
  shape->nheads = b->across < 0                    ? 1
                  : is_pair                        ? 2
                  : b->form_of_key[b->across] >= 0 ? plan->nshown[b->form_of_key[b->across]]
                                                   : shape->nheads;
  bool has_n = plan->aggregate >= AGG_AVG && plan->aggregate <= AGG_PERCENTILE;
  shape->stride = has_n && b->across < 0 ? 2 : 1;
  add_key_columns(b, &columns);
  if (has_ratio && !is_pair)
    add_ratio_columns(b, &columns);
  shape->main = columns.n - (has_ratio && !is_pair ? shape->nheads : 0);
  if (shows_figures)
    add_figure_columns(b, &columns);
  if (is_pair) {
    struct column column = has_ratio ? ratio_column(b) : figure_column(b, &plan->figures[0]);
    ARENA_PUSH(b->arena, &columns, column);
  }
  mark_beside(b, &columns);
  if (plan->change != CHANGE_NONE)
    add_change_columns(b, &columns);
  add_place_columns(b, &columns);
  b->table->columns = columns.at;
  b->table->ncolumns = shape->ncells = columns.n;
  if (has_ratio && is_pair) {
    shape->ratio = shape->ncells;
    shape->ncells += shape->nheads;
  }
  if (!shows_figures) {
    shape->figure = shape->ncells;
    shape->ncells += shape->nfigures * shape->nheads * shape->stride;
  }
  shape->whole = shape->ncells;
  shape->whole_id = shape->whole + (plan->is_share ? shape->nheads : 0);
  shape->raw = shape->whole_id + plan->is_share;
  shape->ncells = shape->raw + (size_t)plan->nkeys;
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
  add_columns(b);
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
  b->table->has_marks =
      b->shape.nkeys > 0 && (plan->has_total || plan->has_depth || plan->has_others);
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
