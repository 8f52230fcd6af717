/* rule_refs: the names in a rule's formula that stand for cells (see rule.h): measures, members,
 * totals and parts of a line, of this year's report or another. A sum of them is one operand.
 */
#include "plan/resolve.h"
#include "plan/rule.h"

#define CANDIDATES 16 /* meanings of one word, over all forms */

static const struct {
  const char *word;
  enum rule_fact fact;
} facts[] = {
    {"year", FACT_YEAR},         {"agency", FACT_AGENCY},     {"level", FACT_LEVEL},
    {"function", FACT_FUNCTION}, {"region", FACT_REGION},     {"title", FACT_TITLE},
    {"signed", FACT_SIGNED},     {"versions", FACT_VERSIONS}, {"spoken_year", FACT_SPOKEN}};

int rule_fact_named(struct str word) {
  for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
    if (str_eq(word, str_from_z(facts[i].word)))
      return (int)facts[i].fact;
  return -1;
}

bool rule_is_call(const struct node *node, const char *word) {
  return node->kind == NODE_CALL && str_eq(node->first->text, str_from_z(word));
}

/* The first meaning of the word in the form that the rule ranges over, if it ranges over one. */
static bool find(const struct rule_making *m, enum meaning_kind kind, struct str word,
                 struct meaning *meaning) {
  uint64_t forms = ALL_FORMS;
  struct meaning found[CANDIDATES];
  for (int i = 0; i < m->neach; i++)
    if (m->vocab->dimensions[m->each[i]].form >= 0)
      forms &= (uint64_t)1 << m->vocab->dimensions[m->each[i]].form;
  size_t n = names_find_of(m->vocab, forms, kind, -1, word, found, CANDIDATES);
  if (n == 0)
    return false;
  *meaning = found[0];
  return true;
}

static bool add_ref(struct rule_making *m, struct rule_ref ref) {
  ARENA_PUSH(m->arena, &m->refs, ref);
  return true;
}

/* A word: a measure, the name of its printed total, a member, or `cell`. False: none of them. */
static bool word_ref(struct rule_making *m, struct str word, struct rule_ref *ref) {
  struct meaning meaning;
  if (m->is_every && str_eq(word, STR("cell"))) {
    ref->kind = REF_CELL;
    return true;
  }
  for (size_t i = 0; i < m->vocab->nmeasures; i++)
    if (m->vocab->measures[i].total_name.n > 0 && str_eq(m->vocab->measures[i].total_name, word)) {
      ref->kind = REF_MEASURE;
      ref->measure = (int)i;
      ref->is_stated = true;
      return true;
    }
  if (find(m, MEANS_MEASURE, word, &meaning)) {
    ref->kind = REF_MEASURE;
    ref->measure = meaning.index;
    return true;
  }
  if (find(m, MEANS_MEMBER, word, &meaning)) {
    ref->kind = REF_MEMBER;
    ref->measure = -1;
    ref->dimension = meaning.dimension;
    ref->member = meaning.index;
    return true;
  }
  return false;
}

/* pending of reviews */
static bool member_ref(struct rule_making *m, const struct node *node, struct rule_ref *ref) {
  struct meaning of;
  if (!find(m, MEANS_MEASURE, node->last->text, &of))
    return false;
  const struct measure *measure = &m->vocab->measures[of.index];
  for (int slot = 0; slot < measure->ndims; slot++) {
    struct meaning member;
    if (names_find(m->vocab, MEANS_MEMBER, measure->dims[slot], node->first->text, &member, 1) == 0)
      continue;
    *ref = (struct rule_ref){.kind = REF_MEMBER,
                             .measure = of.index,
                             .dimension = member.dimension,
                             .member = member.index,
                             .operand = ref->operand,
                             .lag = ref->lag,
                             .weight = ref->weight,
                             .is_exact = ref->is_exact,
                             .is_covered = ref->is_covered};
    return true;
  }
  return false;
}

/* documents(rule, issued): the measure at these members. 0: it is no measure, -1: a mistake. */
static int call_ref(struct rule_making *m, const struct node *call, struct rule_ref *ref) {
  struct meaning of;
  if (!find(m, MEANS_MEASURE, call->first->text, &of))
    return 0;
  const struct measure *measure = &m->vocab->measures[of.index];
  ref->kind = REF_CALL;
  ref->measure = of.index;
  for (int slot = 0; slot < MAX_DIMS; slot++)
    ref->fixed[slot] = -1;
  for (const struct node *arg = call->first->next; arg != NULL; arg = arg->next) {
    bool is_found = false;
    for (int slot = 0; slot < measure->ndims && arg->kind == NODE_NAME && !is_found; slot++) {
      struct meaning member;
      is_found = ref->fixed[slot] < 0 &&
                 names_find(m->vocab, MEANS_MEMBER, measure->dims[slot], arg->text, &member, 1) > 0;
      if (is_found)
        ref->fixed[slot] = member.index;
    }
    if (!is_found) {
      diag_add(m->diags, DIAG_NAME, arg->span, "that is no member of a dimension of \"%.*s\"",
               STR_ARG(measure->names.key));
      return -1;
    }
  }
  return add_ref(m, *ref) ? 1 : -1;
}

/* total(D), parts(D) */
static bool line_ref(struct rule_making *m, const struct node *call, struct rule_ref *ref) {
  struct meaning dim;
  if (node_count(call) != 2 || !find(m, MEANS_DIMENSION, call->last->text, &dim))
    return diag_add(m->diags, DIAG_NAME, call->span, "\"%.*s\" takes the name of a dimension",
                    STR_ARG(call->first->text));
  ref->kind = rule_is_call(call, "total") ? REF_TOTAL : REF_PARTS;
  ref->dimension = dim.index;
  return add_ref(m, *ref);
}

int rule_take_sum(struct rule_making *m, const struct node *node, struct rule_ref ref) {
  switch (node->kind) {
  case NODE_NAME:
    if (rule_fact_named(node->text) >= 0 && !m->is_every)
      return 0;
    return word_ref(m, node->text, &ref) ? add_ref(m, ref) : 0;
  case NODE_OF:
    return member_ref(m, node, &ref) ? add_ref(m, ref) : 0;
  case NODE_ADD:
  case NODE_SUBTRACT: {
    struct rule_ref right = ref;
    int a = rule_take_sum(m, node->first, ref);
    right.weight = node->kind == NODE_ADD ? ref.weight : -ref.weight;
    return a <= 0 ? a : rule_take_sum(m, node->last, right);
  }
  case NODE_NEGATE:
    ref.weight = -ref.weight;
    return rule_take_sum(m, node->first, ref);
  case NODE_MULTIPLY: {
    const struct node *number = node->first->kind == NODE_INT ? node->first : node->last;
    const struct node *other = number == node->first ? node->last : node->first;
    if (number->kind != NODE_INT || number->number > 1000000)
      return 0;
    ref.weight *= (int)number->number;
    return rule_take_sum(m, other, ref);
  }
  case NODE_CALL:
    break;
  default:
    return 0;
  }
  if (rule_is_call(node, "total") || rule_is_call(node, "parts"))
    return line_ref(m, node, &ref) ? 1 : -1;
  if (rule_is_call(node, "previous") || rule_is_call(node, "covered") ||
      rule_is_call(node, "printed") || rule_is_call(node, "stated")) {
    if (node_count(node) != 2) {
      diag_add(m->diags, DIAG_VALUE, node->span, "\"%.*s\" takes one figure",
               STR_ARG(node->first->text));
      return -1;
    }
    if (rule_is_call(node, "previous") && ref.lag > 0) {
      diag_add(m->diags, DIAG_VALUE, node->span, "only the year before can be asked for");
      return -1;
    }
    ref.lag += rule_is_call(node, "previous");
    ref.is_covered = ref.is_covered || rule_is_call(node, "covered");
    if (ref.is_covered && ref.lag > 0) {
      diag_add(m->diags, DIAG_VALUE, node->span,
               "of the reports that one covers only those of its own year can be asked for");
      return -1;
    }
    ref.is_exact = ref.is_exact || rule_is_call(node, "printed");
    size_t before = m->refs.n;
    int taken = rule_take_sum(m, node->last, ref);
    for (size_t i = before; taken > 0 && i < m->refs.n && rule_is_call(node, "stated"); i++)
      m->refs.at[i].is_stated = true;
    return taken;
  }
  return call_ref(m, node, &ref);
}
