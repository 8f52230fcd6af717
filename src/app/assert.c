/* assert: is each row of a query as the statement says? Every figure of the answer is held against
 * the wanted side: a number, bounds, a state, or the answer to another query (see assert.h).
 */
#include "app/assert.h"

#include "plan/expression.h"

struct judge {
  struct run *run;
  struct assertion *assertion;
  const struct node *wanted;
  struct table other; /* the answer to the query on the right */
  const struct plan *other_plan;
  bool has_other;
};

/* --- The query */

static struct node *new_node(struct run *run, enum node_kind kind, struct span span) {
  struct node *node = ARENA_NEW(run->arena, struct node);
  node->kind = kind;
  node->span = span;
  return node;
}

/* Puts the dimensions of `for each` before those of `by`. */
static void add_each(struct run *run, struct node *query, const struct node *each) {
  struct node *by = new_node(run, NODE_BY, each->span);
  for (const struct node *label = each->first; label != NULL; label = label->next) {
    struct node *dim = new_node(run, NODE_DIM, label->span);
    node_add(dim, node_copy(run->arena, label, 0, 0));
    node_add(by, dim);
  }
  for (struct node *clause = query->first; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_BY) {
      node_adopt(by, clause);
      *clause = (struct node){.kind = NODE_BY,
                              .span = by->span,
                              .first = by->first,
                              .last = by->last,
                              .next = clause->next};
      return;
    }
  node_add(query, by);
}

/* A head with the clauses of the assertion: the scope is the same on both sides. */
static struct node *query_of(struct run *run, const struct node *node, const struct node *head) {
  struct node *query = new_node(run, NODE_QUERY, (struct span){0, 0});
  const struct node *each = NULL;
  node_add(query, node_copy(run->arena, head, 0, 0));
  for (const struct node *part = node->first->next; part != NULL; part = part->next)
    if (part->kind == NODE_EACH)
      each = part;
    else if (part->kind != NODE_WANTED && part->kind != NODE_SEVERITY && part->kind != NODE_BECAUSE)
      node_add(query, node_copy(run->arena, part, 0, 0));
  if (each != NULL)
    add_each(run, query, each);
  return query;
}

static bool take_severity(struct run *run, struct assertion *a, const struct node *name) {
  static const char *const words[] = {"info", "warn", "error"};
  for (int i = 0; i < 3; i++)
    if (str_eq(name->text, str_from_z(words[i]))) {
      a->severity = (enum assert_severity)i;
      return true;
    }
  diag_add(&run->diags, DIAG_VALUE, name->span, "there is no severity \"%.*s\"",
           STR_ARG(name->text));
  diag_hint(&run->diags, "it can be error, warn or info");
  return false;
}

/* Severity, reason, `for each`: each at most once; and nothing that an assertion has no use for. */
static bool take_remarks(struct run *run, struct assertion *a) {
  const struct node *seen[3] = {NULL, NULL, NULL};
  for (const struct node *part = a->node->first; part != NULL; part = part->next) {
    int slot = part->kind == NODE_SEVERITY  ? 0
               : part->kind == NODE_BECAUSE ? 1
               : part->kind == NODE_EACH    ? 2
                                            : -1;
    if (part->kind == NODE_TO)
      return diag_add(&run->diags, DIAG_CLAUSE, part->span,
                      "\"to\" means nothing here: an assertion has no answer to keep");
    if (slot < 0)
      continue;
    if (seen[slot] != NULL)
      return diag_add(&run->diags, DIAG_CLAUSE, part->span, "\"%s\" stands here twice",
                      node_word(part->kind));
    seen[slot] = part;
  }
  a->severity = SEVERITY_ERROR;
  if (seen[1] != NULL)
    a->because = seen[1]->first->text;
  return seen[0] == NULL || take_severity(run, a, seen[0]->first);
}

/* --- Which columns are figures that an assertion is about */

static bool is_alone(const struct plan *plan) {
  return plan->derived_name.n > 0 || plan->change != CHANGE_NONE;
}

void assert_figures(struct arena *arena, const struct plan *plan, const struct table *table,
                    bool **marks) {
  bool is_across = false;
  for (int k = 0; k < plan->nkeys; k++)
    is_across = is_across || plan->keys[k].is_across;
  bool has_n = plan->aggregate >= AGG_AVG && plan->aggregate <= AGG_PERCENTILE && !is_across;
  size_t figures = 0;
  *marks = ARENA_ARRAY(arena, bool, table->ncolumns + 1);
  for (size_t c = 0; c < table->ncolumns; c++) {
    if (table->columns[c].role != COLUMN_FIGURE)
      continue;
    bool is_first = figures == 0;
    bool takes = is_alone(plan) && (plan->change != CHANGE_NONE || !is_across)
                     ? is_first
                     : !has_n || figures % 2 == 0;
    (*marks)[c] = takes;
    figures++;
  }
}

/* --- The wanted side */

struct judge_row {
  const struct judge *judge;
  const struct row *row;
};

/* A name is another figure of the answer. */
static bool figure_value(const void *context, const struct node *name, struct value *value) {
  const struct judge_row *at = context;
  struct run *run = at->judge->run;
  const struct table *answer = &at->judge->assertion->answer;
  struct sbuf b = {.arena = run->arena};
  if (name->kind != NODE_NAME)
    return diag_add(&run->diags, DIAG_VALUE, name->span,
                    "a figure is held against a number, not against a string");
  for (size_t c = 0; c < answer->ncolumns; c++) {
    const struct column *column = &answer->columns[c];
    if (str_eq(column->name, name->text) && column->role == COLUMN_FIGURE) {
      *value = at->row->cells[c];
      return true;
    }
    if (column->role == COLUMN_FIGURE)
      sbuf_addf(&b, "%s\"%.*s\"", b.n > 0 ? ", " : "", STR_ARG(column->name));
  }
  diag_add(&run->diags, DIAG_NAME, name->span, "the answer has no figure \"%.*s\"",
           STR_ARG(name->text));
  diag_hint(&run->diags, "it has %.*s; for another figure write \"sum\" or the like before it",
            STR_ARG(sbuf_str(&b)));
  return false;
}

static bool operand(struct judge *j, const struct row *row, const struct node *node,
                    struct value *value) {
  struct judge_row at = {j, row};
  struct expression e = {&j->run->diags, "a number or a figure", figure_value, &at};
  return expression_value(&e, node, value);
}

/* How many decimals a number is written with; 15 and more stand for all there are: a whole number,
 * and one that is worked out. */
static unsigned decimals_written(const struct node *node) {
  if (node->kind == NODE_NEGATE)
    node = node->first;
  if (node->kind != NODE_DECIMAL && node->kind != NODE_PERCENT)
    return 99;
  size_t point = str_find(node->text, STR(".")), end = node->text.n;
  while (end > 0 && (node->text.p[end - 1] < '0' || node->text.p[end - 1] > '9'))
    end--;
  unsigned decimals = point < end ? (unsigned)(end - point - 1) : 0;
  return decimals + (node->kind == NODE_PERCENT ? 2 : 0);
}

/* --- The other query */

static struct str row_key(struct run *run, const struct table *table, const struct row *row) {
  struct sbuf b = {.arena = run->arena};
  sbuf_addf(&b, "%d", row->mark * 2 + row->is_undivided);
  for (size_t c = 0; c < table->ncolumns; c++)
    if (table->columns[c].role == COLUMN_KEY) {
      struct str text = value_plain(run->arena, row->cells[c]);
      sbuf_addf(&b, "|%zu:%.*s", text.n, STR_ARG(text));
    }
  return sbuf_str(&b);
}

static size_t count_keys(const struct table *table) {
  size_t n = 0;
  for (size_t c = 0; c < table->ncolumns; c++)
    n += table->columns[c].role == COLUMN_KEY;
  return n;
}

/* The row of the other side for one of the answer: that of the same keys; the only one, when it is
 * divided by nothing. NULL: none. */
static const struct row *other_row(struct judge *j, const struct row *row) {
  if (count_keys(&j->other) == 0)
    return j->other.rows.n > 0 ? &j->other.rows.at[0] : NULL;
  struct str key = row_key(j->run, &j->assertion->answer, row);
  for (size_t i = 0; i < j->other.rows.n; i++)
    if (str_eq(row_key(j->run, &j->other, &j->other.rows.at[i]), key))
      return &j->other.rows.at[i];
  return NULL;
}

/* Of several figures on both sides the one in the same place, else the first. */
static size_t other_column(struct judge *j, size_t nth) {
  bool *marks;
  size_t seen = 0, first = j->other.ncolumns;
  assert_figures(j->run->arena, j->other_plan, &j->other, &marks);
  for (size_t c = 0; c < j->other.ncolumns; c++) {
    if (!marks[c])
      continue;
    if (first == j->other.ncolumns)
      first = c;
    if (seen++ == nth)
      return c;
  }
  return first;
}

/* Does the query list something, rather than give a figure? */
static bool is_list(const struct node *head) {
  return head->kind == NODE_REPORTS || head->kind == NODE_MISSING || head->kind == NODE_FIND ||
         head->kind == NODE_CLAIMS;
}

static bool ask_other(struct judge *j) {
  const struct node *side = j->wanted->first;
  bool is_head = side->kind == NODE_AGGREGATE || side->kind == NODE_SHARE ||
                 side->kind == NODE_RATE || side->kind == NODE_COUNT;
  if (is_list(side->kind == NODE_QUERY ? side->first : side))
    return diag_add(&j->run->diags, DIAG_CLAUSE, side->span,
                    "a figure is held against a figure, not against a list");
  if (!is_head && side->kind != NODE_QUERY)
    return true;
  struct assertion *a = j->assertion;
  const struct node *query = is_head ? query_of(j->run, a->node, side) : side;
  if (!query_answer(j->run, query, &j->other, &j->other_plan))
    return false;
  j->has_other = true;
  size_t keys = count_keys(&j->other);
  if (keys > 0 && keys != count_keys(&a->answer)) {
    diag_add(&j->run->diags, DIAG_CLAUSE, side->span, "the two sides are divided differently");
    diag_hint(&j->run->diags, "write the same \"by\" on both, or none on the right");
    return false;
  }
  if (!answer_cover(j->run->arena, j->other_plan, j->run->session->store, &j->other,
                    &j->run->diags))
    return false;
  a->is_empty = a->is_empty || j->other.coverage.in_scope == 0;
  return true;
}

/* --- Judging */

/* Is the order of found and wanted what the operator asks for? */
static bool op_holds(struct str op, struct value found, struct value wanted, unsigned decimals) {
  if (!value_is_number(found) || !value_is_number(wanted))
    return false;
  char first = op.p[0], last = op.p[op.n - 1];
  bool equal = value_rounds_to(found, wanted, decimals);
  int order = value_compare(found, wanted);
  if (first == '=' || first == '!')
    return equal == (first == '=');
  if (op.n > 1 && last == '=')
    return first == '<' ? order <= 0 : order >= 0;
  return first == '<' ? order < 0 : order > 0;
}

static bool judge_figure(struct judge *j, struct tested *t, size_t nth) {
  const struct node *wanted = j->wanted, *side = wanted->first;
  struct value high;
  t->wanted = t->difference = value_missing();
  if (str_same_word(wanted->text, STR("is"))) {
    if (!str_same_word(side->text, STR("missing")))
      return diag_add(&j->run->diags, DIAG_VALUE, side->span,
                      "a figure of an answer can only be missing");
    t->holds = (t->found.kind == VALUE_MISSING) != wanted->flag;
    return true;
  }
  if (j->has_other) {
    const struct row *row = other_row(j, t->row);
    if (row != NULL)
      t->wanted = row->cells[other_column(j, nth)];
  } else if (!operand(j, t->row, side, &t->wanted)) {
    return false;
  }
  if (str_same_word(wanted->text, STR("between"))) {
    if (!operand(j, t->row, side->next, &high))
      return false;
    bool above = value_is_number(t->found) && value_compare(t->found, t->wanted) >= 0;
    bool below = value_is_number(t->found) && value_compare(t->found, high) <= 0;
    t->holds = value_is_number(t->found) && value_is_number(t->wanted) && value_is_number(high) &&
               (above && below) != wanted->flag;
    if (above && !below)
      t->wanted = high;
    if (wanted->flag) /* any number but these: none is missed by so much */
      t->wanted = value_missing();
  } else {
    t->holds = op_holds(wanted->text, t->found, t->wanted, decimals_written(side));
  }
  t->difference = value_less(t->found, t->wanted);
  return true;
}

/* A row that only the other side has: nothing is found where something is wanted. */
static void add_absent(struct judge *j, const bool *marks) {
  struct assertion *a = j->assertion;
  if (!j->has_other || count_keys(&j->other) == 0)
    return;
  size_t column = 0, from = other_column(j, 0);
  while (column < a->answer.ncolumns && !marks[column])
    column++;
  for (size_t i = 0; i < j->other.rows.n; i++) {
    const struct row *row = &j->other.rows.at[i];
    struct str key = row_key(j->run, &j->other, row);
    bool is_there = false;
    for (size_t k = 0; k < a->answer.rows.n && !is_there; k++)
      is_there = str_eq(row_key(j->run, &a->answer, &a->answer.rows.at[k]), key);
    if (is_there)
      continue;
    struct tested t = {.row = row, .column = column, .wanted = row->cells[from]};
    ARENA_PUSH(j->run->arena, &a->tested, t);
    a->failed++;
  }
}

static bool judge_rows(struct judge *j) {
  struct assertion *a = j->assertion;
  bool *marks;
  assert_figures(j->run->arena, a->plan, &a->answer, &marks);
  for (size_t r = 0; r < a->answer.rows.n; r++) {
    size_t nth = 0;
    for (size_t c = 0; c < a->answer.ncolumns; c++) {
      if (!marks[c])
        continue;
      struct tested t = {.row = &a->answer.rows.at[r],
                         .number = r + 1,
                         .column = c,
                         .found = a->answer.rows.at[r].cells[c]};
      if (!judge_figure(j, &t, nth++))
        return false;
      a->failed += !t.holds;
      ARENA_PUSH(j->run->arena, &a->tested, t);
    }
  }
  add_absent(j, marks);
  return true;
}

static bool operator_fits(struct run *run, const struct node *wanted) {
  if (str_find(wanted->text, STR("~")) == wanted->text.n)
    return true;
  diag_add(&run->diags, DIAG_VALUE, wanted->span, "\"%.*s\" is for names, a figure is a number",
           STR_ARG(wanted->text));
  diag_hint(&run->diags, "write =, !=, <, <=, >, >=, between or is missing");
  return false;
}

/* assert sum received = 66 where … */
static bool judge_test(struct run *run, struct assertion *a) {
  const struct node *head = a->node->first;
  struct judge j = {.run = run, .assertion = a, .wanted = head->next};
  while (j.wanted->kind != NODE_WANTED)
    j.wanted = j.wanted->next;
  if (is_list(head)) {
    diag_add(&run->diags, DIAG_CLAUSE, head->span, "a list has no figure to test");
    diag_hint(&run->diags,
              "write \"assert not %s …\" when it must be empty, or \"assert count reports …\"",
              node_word(head->kind));
    return false;
  }
  a->query = query_of(run, a->node, head);
  if (!operator_fits(run, j.wanted) || !query_answer(run, a->query, &a->answer, &a->plan) ||
      !answer_cover(run->arena, a->plan, run->session->store, &a->answer, &run->diags))
    return false;
  a->is_empty = a->answer.coverage.in_scope == 0;
  if (!ask_other(&j) || (!a->is_empty && !judge_rows(&j)))
    return false;
  a->has_no_row = !a->is_empty && a->tested.n == 0;
  a->is_empty = a->is_empty || a->has_no_row;
  return true;
}

/* What `assert not` looks for is looked for among the reports that the conditions on agencies,
 * years and forms admit: conditions on figures say what is looked for. */
static struct cond *cond_of_scope(struct run *run, struct cond *cond) {
  if (cond == NULL)
    return NULL;
  switch (cond->kind) {
  case COND_AND: {
    struct cond *left = cond_of_scope(run, cond->left), *right = cond_of_scope(run, cond->right);
    if (left == NULL || right == NULL)
      return left != NULL ? left : right;
    struct cond *both = ARENA_NEW(run->arena, struct cond);
    *both = (struct cond){.kind = COND_AND, .left = left, .right = right};
    return both;
  }
  case COND_OR:
  case COND_NOT: {
    struct cond *left = cond_of_scope(run, cond->left), *right = cond_of_scope(run, cond->right);
    return left == cond->left && right == cond->right ? cond : NULL;
  }
  case COND_FIGURE:
  case COND_STATE:
    return NULL;
  case COND_COUNTER:
    return str_eq(cond->text, STR("consolidated")) ? cond : NULL;
  default:
    return cond;
  }
}

/* assert not reports where unread > 0 */
static bool judge_not(struct run *run, struct assertion *a) {
  a->query = a->node->first;
  for (const struct node *part = a->query->first; part != NULL; part = part->next)
    if (part->kind == NODE_TO)
      return diag_add(&run->diags, DIAG_CLAUSE, part->span,
                      "\"to\" means nothing here: an assertion has no answer to keep");
  if (!query_answer(run, a->query, &a->answer, &a->plan))
    return false;
  struct table scope = {0};
  struct plan plan = *a->plan;
  plan.scope = cond_of_scope(run, plan.scope);
  if (!answer_cover(run->arena, &plan, run->session->store, &scope, &run->diags))
    return false;
  bool expects = plan.aggregate == AGG_MISSING && scope.coverage.expected > 0;
  a->failed = a->answer.rows.n;
  a->is_empty = scope.coverage.in_scope == 0 && !expects && a->failed == 0;
  return true;
}

static struct assertion *judged(struct run *run, const struct node *node) {
  struct assertion *a = ARENA_NEW(run->arena, struct assertion);
  a->node = node;
  if (!take_remarks(run, a) || !(node->flag ? judge_not(run, a) : judge_test(run, a)))
    return NULL;
  if (a->is_empty)
    run->status = 3;
  else if (a->failed > 0 && a->severity == SEVERITY_ERROR)
    run->status = 1;
  return a;
}

bool assert_judges(struct run *run, const struct node *node) {
  return judged(run, node) != NULL;
}

bool run_assert(struct run *run, const struct node *node) {
  struct assertion *a = judged(run, node);
  if (a == NULL)
    return false;
  if (!a->is_empty)
    trace_keep(run, a->query);
  assert_keep(run, a);
  return assert_show(run, a);
}
