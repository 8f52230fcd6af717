/* rule_formula: the formula of a rule → an expression over operands and facts (see rule.h). What is
 * a sum of cells becomes one operand, so that the database adds it up.
 */
#include "form/report.h"
#include "plan/resolve.h"
#include "plan/rule.h"

#include <stdlib.h>

static struct expr *expr_new(struct rule_making *m, enum expr_kind kind, struct expr *a,
                             struct expr *b) {
  struct expr *expr = ARENA_NEW(m->arena, struct expr);
  expr->kind = kind;
  expr->args[0] = a;
  expr->args[1] = b;
  expr->nargs = (a != NULL) + (b != NULL);
  return expr;
}

/* --- Expressions */

static struct expr *make(struct rule_making *m, const struct node *node);

static struct expr *make_pair(struct rule_making *m, enum expr_kind kind, const struct node *a,
                              const struct node *b) {
  struct expr *left = make(m, a), *right = left != NULL && b != NULL ? make(m, b) : NULL;
  if (left == NULL || (b != NULL && right == NULL))
    return NULL;
  return expr_new(m, kind, left, right);
}

static struct expr *make_number(struct rule_making *m, const struct node *node) {
  struct expr *expr = expr_new(m, EXPR_NUMBER, NULL, NULL);
  if (node->kind == NODE_INT)
    expr->value = value_integer(node->number);
  else
    expr->value = value_real(strtod(str_z(m->arena, node->text), NULL) /
                             (node->kind == NODE_PERCENT ? 100 : 1));
  return expr;
}

static struct expr *make_fact(struct rule_making *m, enum rule_fact fact) {
  struct expr *expr = expr_new(m, EXPR_FACT, NULL, NULL);
  expr->fact = fact;
  m->rule->has_facts = m->rule->has_facts || fact != FACT_PRINTED;
  m->rule->has_state = m->rule->has_state || fact == FACT_PRINTED;
  return expr;
}

static struct expr *make_call(struct rule_making *m, const struct node *node) {
  const struct node *args = node->first->next;
  size_t n = node_count(node) - 1;
  if (rule_is_call(node, "abs") && n == 1)
    return make_pair(m, EXPR_ABS, args, NULL);
  if ((rule_is_call(node, "max") || rule_is_call(node, "min")) && n == 2)
    return make_pair(m, rule_is_call(node, "max") ? EXPR_GREATEST : EXPR_LEAST, args, args->next);
  if (rule_is_call(node, "date") && n == 3) {
    struct expr *expr = make_pair(m, EXPR_DATE, args, args->next);
    if (expr == NULL || (expr->args[2] = make(m, args->next->next)) == NULL)
      return NULL;
    expr->nargs = 3;
    return expr;
  }
  if (rule_is_call(node, "previous") && n == 1 && args->kind == NODE_NAME &&
      rule_fact_named(args->text) == FACT_YEAR)
    return make_fact(m, FACT_BEFORE);
  if (rule_is_call(node, "same") && n == 1 && str_eq(args->text, STR("cells")))
    return make_fact(m, FACT_SAME_CELLS);
  if (rule_is_call(node, "same") && n == 1 && str_eq(args->text, STR("narrative")))
    return make_fact(m, FACT_SAME_TEXT);
  diag_add(m->diags, DIAG_NAME, node->span, "a rule knows no \"%.*s\" of %zu argument%s",
           STR_ARG(node->first->text), n, n == 1 ? "" : "s");
  diag_hint(m->diags, "\"help define check\" lists what a formula may use");
  return NULL;
}

static bool is_same_ref(const struct rule_ref *a, const struct rule_ref *b) {
  for (int slot = 0; slot < MAX_DIMS && a->kind == REF_CALL; slot++)
    if (a->fixed[slot] != b->fixed[slot])
      return false;
  return a->kind == b->kind && a->measure == b->measure && a->dimension == b->dimension &&
         a->member == b->member && a->is_stated == b->is_stated && a->lag == b->lag &&
         a->weight == b->weight && a->is_exact == b->is_exact && a->is_covered == b->is_covered;
}

/* An operand of a note that is the same sum as the refs from `first` on; -1: none. */
static int same_operand(const struct rule_making *m, size_t first) {
  for (size_t i = 0; i + (m->refs.n - first) <= first; i++) {
    size_t n = 0;
    int operand = m->refs.at[i].operand;
    while (i + n < first && m->refs.at[i + n].operand == operand)
      n++;
    bool is_same = operand >= m->rule->nformula && n == m->refs.n - first && m->rule->nformula > 0;
    for (size_t k = 0; k < n && is_same; k++)
      is_same = is_same_ref(&m->refs.at[i + k], &m->refs.at[first + k]);
    if (is_same && (i == 0 || m->refs.at[i - 1].operand != operand))
      return operand;
  }
  return -1;
}

static struct expr *make_operand(struct rule_making *m, const struct node *node) {
  size_t before = m->refs.n;
  int taken = rule_take_sum(m, node, (struct rule_ref){.operand = m->rule->noperands, .weight = 1});
  if (taken <= 0) {
    m->refs.n = before;
    if (taken < 0)
      return NULL;
    return make(m, node);
  }
  int same = same_operand(m, before);
  if (same >= 0) {
    struct expr *again = expr_new(m, EXPR_OPERAND, NULL, NULL);
    again->operand = same;
    again->is_figure = true;
    m->refs.n = before;
    return again;
  }
  if (m->rule->noperands == RULE_OPERANDS) {
    diag_add(m->diags, DIAG_LIMIT, node->span, "a formula has at most %d sums", RULE_OPERANDS);
    return NULL;
  }
  struct expr *expr = expr_new(m, EXPR_OPERAND, NULL, NULL);
  expr->operand = m->rule->noperands++;
  expr->is_figure = true;
  return expr;
}

static struct expr *make(struct rule_making *m, const struct node *node) {
  size_t before = m->refs.n;
  int taken = rule_take_sum(m, node, (struct rule_ref){.operand = m->rule->noperands, .weight = 1});
  m->refs.n = before;
  if (taken < 0)
    return NULL;
  if (taken > 0)
    return make_operand(m, node);
  switch (node->kind) {
  case NODE_INT:
  case NODE_DECIMAL:
  case NODE_PERCENT:
    return make_number(m, node);
  case NODE_STRING:
  case NODE_DATE: {
    struct expr *expr = expr_new(m, EXPR_TEXT, NULL, NULL);
    expr->value = value_text(str_copy(m->arena, node->text));
    return expr;
  }
  case NODE_NAME:
    if (rule_fact_named(node->text) >= 0)
      return make_fact(m, (enum rule_fact)rule_fact_named(node->text));
    if (m->is_every && str_eq(node->text, STR("printed")))
      return make_fact(m, FACT_PRINTED);
    if (m->rule->is_expected && str_eq(node->text, STR("report")))
      return make_fact(m, FACT_REPORT);
    if (m->is_each_table && str_eq(node->text, STR("table")))
      return make_fact(m, FACT_TABLE);
    if (m->is_each_section && str_eq(node->text, STR("section")))
      return make_fact(m, FACT_SECTION);
    break;
  case NODE_ADD:
    return make_pair(m, EXPR_ADD, node->first, node->last);
  case NODE_SUBTRACT:
    return make_pair(m, EXPR_SUBTRACT, node->first, node->last);
  case NODE_MULTIPLY:
    return make_pair(m, EXPR_MULTIPLY, node->first, node->last);
  case NODE_DIVIDE:
    return make_pair(m, EXPR_DIVIDE, node->first, node->last);
  case NODE_NEGATE:
    return make_pair(m, EXPR_NEGATE, node->first, NULL);
  case NODE_CALL:
    return make_call(m, node);
  default:
    break;
  }
  diag_add(m->diags, DIAG_NAME, node->span,
           "\"%.*s\" is no measure, member or fact that a rule can compare",
           STR_ARG(str_sub(m->source->text, node->span.start, node->span.end)));
  struct str near[3];
  if (node->kind == NODE_NAME &&
      names_near(m->arena, m->vocab, MEANS_MEASURE, -1, node->text, near) > 0)
    diag_hint(m->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  return NULL;
}

/* --- Units: a number beside figures is in their unit; as a factor it is a number. */

static void settle_units(struct expr *expr) {
  for (int i = 0; i < expr->nargs; i++)
    settle_units(expr->args[i]);
  bool joins = expr->kind == EXPR_ADD || expr->kind == EXPR_SUBTRACT ||
               expr->kind == EXPR_GREATEST || expr->kind == EXPR_LEAST ||
               expr->kind == EXPR_COMPARE;
  bool any = false;
  for (int i = 0; i < expr->nargs; i++)
    any = any || expr->args[i]->is_figure;
  for (int i = 0; i < expr->nargs && joins && any; i++)
    if (expr->args[i]->kind == EXPR_NUMBER)
      expr->args[i]->is_figure = true;
  if (expr->kind == EXPR_MULTIPLY || expr->kind == EXPR_ABS || expr->kind == EXPR_NEGATE || joins)
    expr->is_figure = any && expr->kind != EXPR_COMPARE;
}

/* --- Conditions */

static void add_sides(struct rule_making *m, struct expr *test, const struct node *left) {
  struct rule *rule = m->rule;
  if (test == NULL || rule->nsides == RULE_SIDES)
    return;
  rule->side_names[rule->nsides] = str_sub(m->source->text, left->span.start, left->span.end);
  rule->sides[rule->nsides++] = test;
}

static struct expr *make_test(struct rule_making *m, const struct node *node) {
  static const struct {
    const char *op;
    enum compare compare;
  } ops[] = {{"=", CMP_EQ},  {"==", CMP_EQ}, {"!=", CMP_NE}, {"<", CMP_LT},
             {"<=", CMP_LE}, {">", CMP_GT},  {">=", CMP_GE}};
  if (str_eq(node->text, STR("~")) || str_eq(node->text, STR("!~"))) {
    struct expr *match = make_pair(m, EXPR_MATCH, node->first, node->last);
    if (match != NULL)
      match->flag = str_eq(node->text, STR("!~"));
    return match;
  }
  struct expr *test = make_pair(m, EXPR_COMPARE, node->first, node->last);
  for (size_t i = 0; test != NULL && i < sizeof ops / sizeof ops[0]; i++)
    if (str_eq(node->text, str_from_z(ops[i].op)))
      test->compare = ops[i].compare;
  add_sides(m, test, node->first);
  return test;
}

/* a between b and c: b <= a and a <= c */
static struct expr *make_between(struct rule_making *m, const struct node *node) {
  const struct node *low = node->first->next, *high = node->last;
  struct expr *a = make_pair(m, EXPR_COMPARE, node->first, low);
  struct expr *b = a != NULL ? make_pair(m, EXPR_COMPARE, node->first, high) : NULL;
  if (b == NULL)
    return NULL;
  a->compare = CMP_GE;
  b->compare = CMP_LE;
  add_sides(m, a, node->first);
  add_sides(m, b, node->first);
  struct expr *both = expr_new(m, EXPR_AND, a, b);
  return node->flag ? expr_new(m, EXPR_NOT, both, NULL) : both;
}

/* cell is not blank */
static struct expr *make_state(struct rule_making *m, const struct node *node) {
  static const struct {
    const char *word;
    int state;
  } states[] = {{"blank", CELL_BLANK},       {"text", CELL_TEXT},      {"unread", CELL_UNREAD},
                {"inferred", CELL_INFERRED}, {"count", EXPR_IS_COUNT}, {"split", EXPR_IS_SPLIT}};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (str_eq(node->last->text, str_from_z(states[i].word))) {
      struct expr *expr = expr_new(m, EXPR_STATE, NULL, NULL);
      expr->value = value_integer(states[i].state);
      expr->flag = node->flag;
      m->rule->has_state = true;
      m->rule->has_split = m->rule->has_split || states[i].state == EXPR_IS_SPLIT;
      return expr;
    }
  diag_add(m->diags, DIAG_VALUE, node->last->span, "a cell is never \"%.*s\"",
           STR_ARG(node->last->text));
  diag_hint(m->diags, "it can be blank, text, unread, inferred, split or a count");
  return NULL;
}

static struct expr *make_cond(struct rule_making *m, const struct node *node) {
  switch (node->kind) {
  case NODE_AND:
  case NODE_OR: {
    struct expr *a = make_cond(m, node->first);
    struct expr *b = a != NULL ? make_cond(m, node->last) : NULL;
    return b != NULL ? expr_new(m, node->kind == NODE_AND ? EXPR_AND : EXPR_OR, a, b) : NULL;
  }
  case NODE_NOT: {
    struct expr *a = make_cond(m, node->first);
    return a != NULL ? expr_new(m, EXPR_NOT, a, NULL) : NULL;
  }
  case NODE_COMPARE:
    return make_test(m, node);
  case NODE_BETWEEN:
    return make_between(m, node);
  case NODE_IS:
    if (m->is_every && str_eq(node->first->text, STR("cell")))
      return make_state(m, node);
    if (m->is_each_section && str_eq(node->first->text, STR("section")) &&
        str_eq(node->last->text, STR("in_order"))) {
      struct expr *test = expr_new(m, EXPR_IN_ORDER, NULL, NULL);
      test->flag = node->flag;
      return test;
    }
    if (str_eq(node->last->text, STR("missing"))) {
      struct expr *test = make_pair(m, EXPR_MISSING, node->first, NULL);
      if (test != NULL)
        test->flag = node->flag;
      return test;
    }
    break;
  default:
    break;
  }
  diag_add(m->diags, DIAG_DEFINITION, node->span, "a formula compares: it has no \"%s\" here",
           node_word(node->kind));
  return NULL;
}

static bool is_side(const struct expr *expr) {
  return expr->kind == EXPR_OPERAND || expr->kind == EXPR_NUMBER;
}

bool rule_formula(struct rule_making *m, const struct node *formula) {
  struct rule *rule = m->rule;
  rule->holds = make_cond(m, formula);
  if (rule->holds == NULL)
    return false;
  settle_units(rule->holds);
  rule->nformula = rule->noperands;
  int nsides = rule->nsides;
  if (m->note != NULL) {
    rule->note = make_cond(m, m->note->last);
    if (rule->note == NULL)
      return false;
    settle_units(rule->note);
    rule->nsides = nsides; /* shown are the formula's */
  }
  for (size_t i = 0; i < m->refs.n; i++)
    rule->has_lag = rule->has_lag || m->refs.at[i].lag > 0;
  for (size_t i = 0; i < m->refs.n; i++)
    rule->has_covered = rule->has_covered || m->refs.at[i].is_covered;
  rule->kind = m->is_every          ? RULE_EVERY
               : m->is_each_table   ? RULE_TABLES
               : m->is_each_section ? RULE_SECTIONS
               : m->refs.n > 0      ? RULE_CELLS
                                    : RULE_REPORT;
  if (rule->is_expected && rule->kind != RULE_REPORT)
    return diag_add(
        m->diags, DIAG_DEFINITION, formula->span,
        "of what is expected only \"report is missing\" and what is known of the agency "
        "can be asked");
  if (rule->kind == RULE_SECTIONS && m->refs.n > 0)
    return diag_add(m->diags, DIAG_DEFINITION, formula->span,
                    "of each section only its heading can be asked for, not figures");
  if (m->note != NULL &&
      (rule->has_state || (rule->kind != RULE_CELLS && rule->kind != RULE_EVERY)))
    return diag_add(m->diags, DIAG_DEFINITION, m->note->span,
                    "a note needs a formula about figures");
  if (rule->has_state && (rule->has_lag || rule->has_covered))
    return diag_add(m->diags, DIAG_DEFINITION, formula->span,
                    "the state of a cell and %s cannot be asked for together",
                    rule->has_lag ? "the year before" : "covered reports");
  if (rule->has_covered && rule->has_lag)
    return diag_add(m->diags, DIAG_DEFINITION, formula->span,
                    "covered reports and the year before cannot be asked for together");
  rule->is_plain = rule->holds->kind == EXPR_COMPARE && is_side(rule->holds->args[0]) &&
                   is_side(rule->holds->args[1]);
  rule->compare = rule->holds->compare;
  return true;
}
