/* choose: having, order by, top and limit on the rows of an answer (see answer.h). They come after
 * all else: totals stay those of the whole scope.
 */
#include "answer/build.h"

#include "base/say.h"
#include "form/names.h"
#include "plan/expression.h"

#include <math.h>
#include <regex.h>

struct choose {
  struct build *build;
  struct arena *arena;
  const struct plan *plan;
  struct table *table;
  struct diags *diags;
  struct {
    struct row *at;
    size_t n, cap;
  } rest; /* what `having` and `top` leave out, for `with others` */
};

/* The column of a measure or a rate that people defined, by its other names; of a rate also "rate".
 */
static struct str defined_column(const struct choose *c, struct str word) {
  const struct plan *plan = c->plan;
  bool is_rate =
      plan->aggregate == AGG_RATE &&
      (str_eq(word, STR("rate")) ||
       (word.n > 0 && (str_eq(word, plan->derived_zh) || str_eq(word, plan->derived_en))));
  if (is_rate)
    return plan->derived_name;
  for (size_t f = 0; f < plan->nfigures && word.n > 0; f++)
    if (str_eq(word, plan->figures[f].label_zh) || str_eq(word, plan->figures[f].label_en))
      return plan->figures[f].name;
  return (struct str){0};
}

/* The column called so: its own name, or another name of the measure or dimension that it is named
 * after. */
static int find_column(struct choose *c, const struct node *name) {
  const struct table *table = c->table;
  if (name->kind == NODE_INT && name->number >= 1 && name->number <= (int64_t)table->ncolumns)
    return (int)name->number - 1;
  for (size_t i = 0; i < table->ncolumns; i++)
    if (str_eq(table->columns[i].name, name->text))
      return (int)i;
  for (int kind = MEANS_MEASURE; kind <= MEANS_MEMBER; kind++) {
    struct meaning found[8];
    size_t n = names_find(c->plan->vocab, (enum meaning_kind)kind, -1, name->text, found, 8);
    for (size_t m = 0; m < n && m < 8; m++) {
      struct str key = meaning_names(c->plan->vocab, found[m])->key;
      for (size_t i = 0; i < table->ncolumns; i++)
        if (str_eq(table->columns[i].name, key))
          return (int)i;
    }
  }
  struct str defined = defined_column(c, name->text);
  for (size_t i = 0; i < table->ncolumns && defined.n > 0; i++)
    if (str_eq(table->columns[i].name, defined))
      return (int)i;
  struct sbuf b = {.arena = c->arena};
  diag_add(c->diags, DIAG_NAME, name->span, "the answer has no column \"%.*s\"",
           STR_ARG(name->text));
  for (size_t i = 0; i < table->ncolumns && i < 12; i++)
    sbuf_addf(&b, "%s\"%.*s\"", i > 0 ? ", " : "", STR_ARG(table->columns[i].name));
  diag_hint(c->diags, "it has %.*s%s", STR_ARG(sbuf_str(&b)), table->ncolumns > 12 ? " …" : "");
  return -1;
}

/* --- having */

struct choose_row {
  struct choose *choose;
  const struct row *row;
};

/* A name is a column. */
static bool column_value(const void *context, const struct node *name, struct value *value) {
  const struct choose_row *at = context;
  int column = find_column(at->choose, name);
  if (column >= 0)
    *value = at->row->cells[column];
  return column >= 0;
}

static bool operand(struct choose *c, const struct row *row, const struct node *node,
                    struct value *value) {
  struct choose_row at = {c, row};
  struct expression e = {c->diags, "a column or a number", column_value, &at};
  return expression_value(&e, node, value);
}

/* Texts and numbers have no order between them: the comparison is a mistake, not false for every
 * row. */
static bool comparable(struct choose *c, const struct node *at, struct value a, struct value b) {
  bool differ =
      (value_is_number(a) && b.kind == VALUE_TEXT) || (a.kind == VALUE_TEXT && value_is_number(b));
  return !differ || diag_add(c->diags, DIAG_VALUE, at->span, "this compares a text with a number");
}

/* The right side: on a key column a name is a member, which may be called by any of its names. */
static bool right_operand(struct choose *c, const struct row *row, const struct node *left,
                          const struct node *node, struct value *value) {
  if (node->kind != NODE_NAME && node->kind != NODE_STRING)
    return operand(c, row, node, value);
  bool is_column = left->kind == NODE_NAME || left->kind == NODE_STRING;
  int column = is_column ? find_column(c, left) : -1;
  bool on_key = column >= 0 && c->table->columns[column].role == COLUMN_KEY;
  if (!on_key)
    return operand(c, row, node, value);
  *value = value_text(node->text);
  for (int k = 0; k < c->plan->nkeys; k++) {
    const struct key *key = &c->plan->keys[k];
    struct meaning found;
    if (!key->is_report && str_eq(key->name, c->table->columns[column].name) &&
        names_find(c->plan->vocab, MEANS_MEMBER, key->dimension, node->text, &found, 1) == 1)
      *value = value_text(meaning_names(c->plan->vocab, found)->key);
  }
  return true;
}

static bool matches(struct choose *c, const struct node *pattern, struct value value, bool *holds) {
  regex_t regex;
  if (regcomp(&regex, str_z(c->arena, pattern->text), REG_EXTENDED | REG_NOSUB) != 0)
    return diag_add(c->diags, DIAG_VALUE, pattern->span, "this is no regular expression");
  *holds = regexec(&regex, str_z(c->arena, value_plain(c->arena, value)), 0, NULL, 0) == 0;
  regfree(&regex);
  return true;
}

static bool compare(struct choose *c, const struct row *row, const struct node *test, bool *holds) {
  struct value a, b;
  char op0 = test->text.p[0], op1 = test->text.n > 1 ? test->text.p[1] : '\0';
  if (!operand(c, row, test->first, &a))
    return false;
  if (op0 == '~' || op1 == '~') {
    bool ok = matches(c, test->last, a, holds);
    *holds = *holds != (op0 == '!');
    return ok;
  }
  *holds = false;
  const struct node *one = test->last->kind == NODE_LIST ? test->last->first : test->last;
  for (bool alone = one == test->last; one != NULL; one = alone ? NULL : one->next) {
    if (!right_operand(c, row, test->first, one, &b) || !comparable(c, test, a, b))
      return false;
    bool has_order = a.kind != VALUE_MISSING && b.kind != VALUE_MISSING;
    int order = has_order ? value_compare(a, b) : 1;
    bool equal = has_order && order == 0;
    bool one_holds = op0 == '='                 ? equal
                     : op0 == '!'               ? has_order && !equal
                     : op0 == '<' && op1 == '=' ? has_order && order <= 0
                     : op0 == '<'               ? has_order && order < 0
                     : op1 == '='               ? has_order && order >= 0
                                                : has_order && order > 0;
    *holds = *holds || one_holds;
  }
  return true;
}

/* low <= x <= high, either end open. */
static bool inside(struct choose *c, const struct row *row, struct value x, const struct node *low,
                   const struct node *high, bool *holds) {
  struct value a, b;
  bool above = low->kind == NODE_NOTHING, below = high->kind == NODE_NOTHING;
  if (!above) {
    if (!operand(c, row, low, &a))
      return false;
    above = value_is_number(a) && value_compare(x, a) >= 0;
  }
  if (!below) {
    if (!operand(c, row, high, &b))
      return false;
    below = value_is_number(b) && value_compare(x, b) <= 0;
  }
  *holds = value_is_number(x) && above && below;
  return true;
}

static bool in_set(struct choose *c, const struct row *row, const struct node *test, bool *holds) {
  struct value x, y;
  if (!operand(c, row, test->first, &x))
    return false;
  *holds = false;
  for (const struct node *one = test->last->first; one != NULL && !*holds; one = one->next) {
    if (one->kind == NODE_RANGE) {
      if (!inside(c, row, x, one->first, one->last, holds))
        return false;
    } else {
      if (!right_operand(c, row, test->first, one, &y))
        return false;
      *holds = x.kind != VALUE_MISSING && value_compare(x, y) == 0;
    }
  }
  *holds = *holds != test->flag;
  return true;
}

static bool holds(struct choose *c, const struct row *row, const struct node *cond, bool *yes) {
  bool other = false;
  struct value x;
  switch (cond->kind) {
  case NODE_AND:
  case NODE_OR:
    if (!holds(c, row, cond->first, yes) || !holds(c, row, cond->last, &other))
      return false;
    *yes = cond->kind == NODE_AND ? *yes && other : *yes || other;
    return true;
  case NODE_NOT:
    if (!holds(c, row, cond->first, yes))
      return false;
    *yes = !*yes;
    return true;
  case NODE_COMPARE:
    return compare(c, row, cond, yes);
  case NODE_IN:
    return in_set(c, row, cond, yes);
  case NODE_BETWEEN:
    if (!operand(c, row, cond->first, &x) || !inside(c, row, x, cond->first->next, cond->last, yes))
      return false;
    *yes = *yes != cond->flag;
    return true;
  case NODE_IS:
    if (!operand(c, row, cond->first, &x))
      return false;
    if (!str_eq(cond->last->text, STR("missing")))
      return diag_add(c->diags, DIAG_VALUE, cond->last->span,
                      "a column of the answer can only be missing");
    *yes = (x.kind == VALUE_MISSING) != cond->flag;
    return true;
  default:
    return diag_add(c->diags, DIAG_VALUE, cond->span,
                    "\"%s\" does not apply to a column of the answer", node_word(cond->kind));
  }
}

/* rate > 20: a share or a rate is a fraction, so that this asks for 2000 %, which few mean. */
static void note_fractions(struct choose *c, const struct node *cond) {
  const struct node *left = cond->first, *right = cond->last;
  if (cond->kind != NODE_COMPARE) {
    for (const struct node *one = cond->first; one != NULL; one = one->next)
      note_fractions(c, one);
    return;
  }
  struct value number;
  if (right->kind != NODE_INT && right->kind != NODE_DECIMAL)
    return;
  for (size_t i = 0; i < c->table->ncolumns; i++)
    if (c->table->columns[i].shown == SHOWN_PERCENT &&
        str_eq(c->table->columns[i].name, left->text) && operand(c, NULL, right, &number) &&
        value_as_real(number) > 1) {
      struct str text = value_plain(c->arena, number);
      struct str note = SAY(
          c->arena, c->table->says, "{1} is a fraction: {2} is {3} %; write {2}% for {2} percent",
          left->text, text, value_plain(c->arena, value_times(number, value_integer(100))));
      ARENA_PUSH(c->arena, &c->table->notes, note);
      return;
    }
}

static bool keep_having(struct choose *c) {
  struct row probe = {.cells = ARENA_ARRAY(c->arena, struct value, c->table->ncolumns + 1)};
  size_t kept = 0;
  bool yes = false;
  if (c->plan->having == NULL)
    return true;
  note_fractions(c, c->plan->having);
  if (!holds(c, &probe, c->plan->having, &yes)) /* names are checked though there be no row */
    return false;
  for (size_t i = 0; i < c->table->rows.n; i++) {
    struct row *row = &c->table->rows.at[i];
    if (row->mark != ROW_TOTAL && !holds(c, row, c->plan->having, &yes))
      return false;
    if (row->mark == ROW_TOTAL || yes)
      c->table->rows.at[kept++] = *row;
    else
      ARENA_PUSH(c->arena, &c->rest, *row);
  }
  c->table->rows.n = kept;
  return true;
}

/* --- order by, top */

struct sort_key {
  int column;
  bool is_descending;
  bool by_size; /* a gap counts by how far it is from 0 */
};

/* Others and totals stand at the end, in this order. */
static int row_end(const struct row *row) {
  return row->mark == ROW_TOTAL ? 2 : row->mark == ROW_OTHERS ? 1 : 0;
}

struct sort_keys {
  const struct sort_key *at;
  size_t n;
};

static int compare_by(const void *context, const struct row *a, const struct row *b) {
  const struct sort_keys *keys = context;
  int a_end = row_end(a), b_end = row_end(b);
  if (a_end != b_end)
    return a_end - b_end;
  for (size_t k = 0; k < keys->n; k++) {
    const struct sort_key *key = &keys->at[k];
    struct value x = a->cells[key->column], y = b->cells[key->column];
    bool x_missing = x.kind == VALUE_MISSING, y_missing = y.kind == VALUE_MISSING;
    if (x_missing != y_missing) /* last in either direction */
      return x_missing ? 1 : -1;
    if (key->by_size) {
      x = value_real(fabs(value_as_real(x)));
      y = value_real(fabs(value_as_real(y)));
    }
    int order = x_missing ? 0 : value_compare(x, y);
    if (order != 0)
      return key->is_descending ? -order : order;
  }
  return 0;
}

static void sort_table(struct choose *c, const struct sort_key *at, size_t n) {
  struct sort_keys keys = {at, n};
  rows_merge(c->arena, c->table->rows.at, c->table->rows.n, compare_by, &keys);
}

/* Where that by which a column is ordered stands: levels have an order that their names do not. */
static int ordering_cell(const struct choose *c, int column) {
  const struct plan *plan = c->plan;
  int at = 0;
  if (plan->aggregate == AGG_LIST || plan->aggregate == AGG_MISSING)
    return column;
  for (int k = 0; k < plan->nkeys; k++) {
    if (plan->keys[k].is_across)
      continue;
    if (at++ == column)
      return plan->keys[k].is_report && plan->keys[k].dim == REPORT_LEVEL
                 ? (int)c->build->shape.raw + k
                 : column;
  }
  return column;
}

static bool order(struct choose *c) {
  if (c->plan->order == NULL)
    return true;
  size_t n = node_count(c->plan->order), k = 0;
  struct sort_key *keys = ARENA_ARRAY(c->arena, struct sort_key, n);
  for (const struct node *sort = c->plan->order->first; sort != NULL; sort = sort->next, k++) {
    int column = find_column(c, sort->first);
    if (column < 0)
      return false;
    keys[k] = (struct sort_key){ordering_cell(c, column), sort->flag, false};
  }
  sort_table(c, keys, n);
  return true;
}

static int first_figure(const struct table *table) {
  for (size_t i = 0; i < table->ncolumns; i++)
    if (table->columns[i].role == COLUMN_FIGURE)
      return (int)i;
  return -1;
}

/* What `top` ranks by when it does not say: the first figure; of `change` the difference. */
static int ranking_column(const struct choose *c) {
  return c->plan->change != CHANGE_NONE ? (int)c->build->shape.change + 1 : first_figure(c->table);
}

/* Keeps `n` rows besides totals, and with `ties` those equal to the last of them. */
static void cut(struct choose *c, int64_t n, const struct sort_key *key, bool ties) {
  size_t kept = 0, out = 0;
  const struct row *last = NULL;
  for (size_t i = 0; i < c->table->rows.n; i++) {
    struct row *row = &c->table->rows.at[i];
    bool is_total = row->mark == ROW_TOTAL;
    bool is_equal = ties && last != NULL && compare_by(&(struct sort_keys){key, 1}, last, row) == 0;
    bool is_small = key != NULL && row->cells[key->column].is_small;
    if (!is_total && (((int64_t)kept >= n && !is_equal) || is_small)) {
      ARENA_PUSH(c->arena, &c->rest, *row);
      continue;
    }
    kept += !is_total;
    c->table->rows.at[out] = *row;
    if (!is_total)
      last = &c->table->rows.at[out];
    out++;
  }
  c->table->rows.n = out;
}

static bool top(struct choose *c) {
  const struct node *top = c->plan->top;
  if (top == NULL)
    return true;
  const struct node *name = top->first->next;
  int column = ranking_column(c);
  if (name != NULL) {
    for (int k = 0; k < c->plan->nkeys; k++)
      if (str_eq(c->plan->keys[k].name, name->text)) {
        diag_add(c->diags, DIAG_CLAUSE, name->span, "rows are ranked by a figure, not by \"%.*s\"",
                 STR_ARG(name->text));
        diag_hint(c->diags, "name a column of figures, or leave it out for the first");
        return false;
      }
    column = find_column(c, name);
  }
  if (column < 0) /* across no report there are no columns */
    return name == NULL;
  bool is_top = (top->text.p[0] | 32) == 't';
  struct sort_key key = {column, is_top,
                         c->plan->aggregate == AGG_GAP && c->plan->change == CHANGE_NONE};
  sort_table(c, &key, 1);
  cut(c, top->first->number, &key, top->flag);
  return true;
}

bool choose_rows(struct build *b) {
  struct choose c = {
      .build = b, .arena = b->arena, .plan = b->plan, .table = b->table, .diags = b->diags};
  if (!keep_having(&c) || !top(&c))
    return false;
  if (b->plan->has_others && b->plan->best == NULL)
    others_add(b, c.rest.at, c.rest.n);
  if (!order(&c))
    return false;
  if (b->plan->limit >= 0)
    cut(&c, b->plan->limit, NULL, false);
  return true;
}
