/* columns: the columns of an answer, and what they and the keys of rows are called (see build.h).
 */
#include "answer/build.h"

#include "plan/resolve.h"

/* --- Names */

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
  return region != NULL ? value_text(region->path) : value;
}

struct str build_key_label(const struct build *b, int k, struct value value) {
  const struct key *key = &b->plan->keys[k];
  if (value.kind != VALUE_INTEGER)
    return (struct str){0};
  if (key->dim == REPORT_LEVEL)
    return build_name(b, &b->plan->vocab->levels[value.integer]);
  bool is_in_tree = key->dim == REPORT_REGION && key->depth > 1 && !key->is_across;
  const struct region *region = is_in_tree ? region_find(&b->regions, value.integer) : NULL;
  return region != NULL ? region->name : (struct str){0}; /* the rows above it say where */
}

/* --- Columns */

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

/* An inner member's own figure, beside the subtotal of that member: two columns of one key. */
static bool stands_apart(const struct plan *plan, int form_key, size_t h) {
  const struct shown *shown = plan->shown[form_key];
  return shown[h].is_undivided && h > 0 && shown[h - 1].is_subtotal &&
         shown[h - 1].member == shown[h].member;
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
    if (stands_apart(plan, form_key, h)) {
      struct str shown = base.label.n > 0 ? base.label : head;
      base.label = SAY(b->arena, b->table->says, "{1} (undivided)", shown);
      head = str_fmt(b->arena, "%.*s_undivided", STR_ARG(head));
    }
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

bool answer_has_marks(const struct build *b) {
  const struct plan *plan = b->plan;
  return b->shape.nkeys > 0 && (plan->has_total || plan->has_depth || plan->has_others);
}

/* The other column of a name, so that a program finds the one it means; NULL. */
static const struct column *same_name(const struct table *table, const struct column *column) {
  for (const struct column *other = table->columns; other < column; other++)
    if (str_eq(other->name, column->name))
      return other;
  return NULL;
}

/* Columns across have names of their own, a member's or a value's; those that people name may meet
 * another's. */
static bool names_differ(const struct build *b) {
  const struct plan *plan = b->plan;
  const struct table *table = b->table;
  if (b->across >= 0 && plan->change != CHANGE_PAIR)
    return true;
  for (size_t c = 0; c < table->ncolumns; c++) {
    const struct column *column = &table->columns[c];
    bool is_mark = answer_has_marks(b) && str_eq(column->name, STR("row"));
    if (!is_mark && same_name(table, column) == NULL)
      continue;
    diag_add(b->diags, DIAG_CLAUSE, plan->name_span, "two columns would be called \"%.*s\"",
             STR_ARG(column->name));
    diag_hint(b->diags, "name it otherwise: \"as NAME\"");
    return false;
  }
  return true;
}

/* Lays out the cells of a row: what is shown, then what only serves to work it out. */
bool columns_add(struct build *b) {
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
  return names_differ(b);
}
