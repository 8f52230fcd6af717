/* rule_claims: a formula about what narratives tell (see rule.h):
 *
 *   told(received) = table or told(received) = table + carried_in
 *
 * The left side names claims, the right side what they must agree with: `table`, the figure of the
 * form that the claim is about; measures, each as its total; previous(…) of the year before.
 */
#include "plan/rule.h"

#include "form/names.h"

static const struct {
  const char *word;
  enum claim_pick pick;
} picks[] = {{"told", PICK_TOLD},
             {"denied", PICK_DENIED},
             {"changed", PICK_CHANGED},
             {"told_parts", PICK_PARTS}};
#define NPICKS (sizeof picks / sizeof picks[0])

static const struct node *first_test(const struct node *formula) {
  while (formula->kind == NODE_OR || formula->kind == NODE_AND)
    formula = formula->first;
  return formula;
}

static int pick_of(const struct node *node) {
  if (node == NULL || node->kind != NODE_CALL)
    return -1;
  for (size_t i = 0; i < NPICKS; i++)
    if (str_eq(node->first->text, str_from_z(picks[i].word)))
      return (int)i;
  return -1;
}

bool rule_is_of_claims(const struct node *formula) {
  const struct node *test = first_test(formula);
  return test->kind == NODE_COMPARE && pick_of(test->first) >= 0;
}

static struct str source_text(const struct rule_making *m, struct span span) {
  return str_sub(m->source->text, span.start, span.end);
}

static bool no_such(struct rule_making *m, const struct node *node) {
  return diag_add(m->diags, DIAG_NAME, node->span, "there is no measure or dimension \"%.*s\"",
                  STR_ARG(node->text));
}

/* The measures and dimensions that claims are picked by. */
static bool take_subjects(struct rule_making *m, const struct node *call) {
  struct claim_test *test = m->rule->claims;
  for (const struct node *name = call->first->next; name != NULL; name = name->next) {
    struct meaning found;
    struct claim_subject subject = {-1, -1};
    if (names_find(m->vocab, MEANS_MEASURE, -1, name->text, &found, 1) > 0)
      subject.measure = found.index;
    else if (names_find(m->vocab, MEANS_DIMENSION, -1, name->text, &found, 1) > 0)
      subject.dimension = found.index;
    else
      return no_such(m, name);
    if (test->nof == CLAIM_SUBJECTS)
      return diag_add(m->diags, DIAG_LIMIT, name->span, "at most %d", CLAIM_SUBJECTS);
    test->of[test->nof++] = subject;
  }
  return test->nof > 0 || test->pick == PICK_PARTS ||
         diag_add(m->diags, DIAG_DEFINITION, call->span, "it must say what is told of");
}

/* One summand: table, a measure, previous(…). */
static bool take_summand(struct rule_making *m, struct claim_side *side, const struct node *node,
                         int weight) {
  struct claim_summand summand = {.measure = -1, .weight = weight};
  struct meaning found;
  if (node->kind == NODE_CALL && str_eq(node->first->text, STR("previous")) &&
      node_count(node) == 2) {
    summand.lag = 1;
    node = node->first->next;
    m->rule->has_lag = true;
  }
  bool is_name = node->kind == NODE_NAME;
  if (!is_name)
    return diag_add(m->diags, DIAG_DEFINITION, node->span,
                    "what is told is compared with \"table\", measures, and \"previous\" of them");
  summand.is_table = str_eq(node->text, STR("table"));
  if (!summand.is_table) {
    if (names_find(m->vocab, MEANS_MEASURE, -1, node->text, &found, 1) == 0)
      return no_such(m, node);
    summand.measure = found.index;
  }
  if (side->n == CLAIM_SUMMANDS)
    return diag_add(m->diags, DIAG_LIMIT, node->span, "at most %d summands", CLAIM_SUMMANDS);
  side->at[side->n++] = summand;
  return true;
}

static bool take_sum(struct rule_making *m, struct claim_side *side, const struct node *node,
                     int weight) {
  if (node->kind == NODE_ADD || node->kind == NODE_SUBTRACT)
    return take_sum(m, side, node->first, weight) &&
           take_sum(m, side, node->last, node->kind == NODE_ADD ? weight : -weight);
  return take_summand(m, side, node, weight);
}

static bool take_test(struct rule_making *m, const struct node *node) {
  struct claim_test *test = m->rule->claims;
  if (node->kind == NODE_OR)
    return take_test(m, node->first) && take_test(m, node->last);
  int pick = node->kind == NODE_COMPARE ? pick_of(node->first) : -1;
  if (pick < 0 || !str_eq(node->text, STR("=")))
    return diag_add(m->diags, DIAG_DEFINITION, node->span,
                    "what is told is compared by \"=\", and such tests are joined by \"or\"");
  if (test->nsides == 0) {
    test->pick = picks[pick].pick;
    if (!take_subjects(m, node->first))
      return false;
  } else if (!str_eq(source_text(m, node->first->span), test->text)) {
    return diag_add(m->diags, DIAG_DEFINITION, node->first->span,
                    "one rule is about one thing that is told: \"%.*s\"", STR_ARG(test->text));
  }
  test->text = source_text(m, node->first->span);
  if (test->nsides == CLAIM_SIDES)
    return diag_add(m->diags, DIAG_LIMIT, node->span, "at most %d tests", CLAIM_SIDES);
  struct claim_side *side = &test->sides[test->nsides++];
  side->text = str_copy(m->arena, source_text(m, node->last->span));
  return take_sum(m, side, node->last, 1);
}

bool rule_claims(struct rule_making *m, const struct node *formula) {
  struct rule *rule = m->rule;
  rule->kind = RULE_CLAIMS;
  rule->claims = ARENA_NEW(m->arena, struct claim_test);
  rule->compare = CMP_EQ;
  if (m->neach > 0 || m->is_every)
    return diag_add(m->diags, DIAG_CLAUSE, formula->span,
                    "a rule about what is told ranges over what is told: it has no \"for each\"");
  return take_test(m, formula);
}
