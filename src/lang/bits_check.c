/* bits_check: rules, checks and the small reports that rules are tried on as words (see
 * bits_put.h).
 */
#include "lang/bits_put.h"

static void clauses(struct bits *b, const struct node *first) {
  for (const struct node *clause = first; clause != NULL; clause = clause->next) {
    b->next = BREAK_CLAUSE;
    bits_statement(b, clause);
  }
}

static void words(struct bits *b, const struct node *first) {
  for (const struct node *one = first; one != NULL; one = one->next)
    bits_statement(b, one);
}

/* define check X "…" severity error for each requester : formula */
static void define_check(struct bits *b, const struct node *node) {
  const struct node *name = node->first, *texts = name->next, *rest = texts->next;
  bits_word(b, "define");
  bits_word(b, "check");
  bits_leaf(b, name);
  words(b, texts->first);
  clauses(b, rest->first);
  b->next = BREAK_CLAUSE;
  bits_word(b, ":");
  bits_statement(b, rest->next);
}

static void call(struct bits *b, const struct node *node) {
  bits_leaf(b, node->first);
  b->glues = true;
  bits_open(b);
  bits_listed(b, node->first->next);
  bits_close(b);
}

/* report "X" 2021 signed 2022-01-20 (MEASURE MEMBER = 5, …) */
static void given_report(struct bits *b, const struct node *node) {
  const struct node *part = node->first;
  bits_word(b, "report");
  for (; part != NULL && part->kind != NODE_GIVEN_CELL; part = part->next)
    bits_statement(b, part);
  if (part == NULL)
    return;
  bits_open(b);
  bits_listed(b, part);
  bits_close(b);
}

static void given_cell(struct bits *b, const struct node *node) {
  words(b, node->first->next);
  bits_word(b, "=");
  bits_statement(b, node->first);
}

static void expect(struct bits *b, const struct node *node) {
  const struct node *place = node->first->next;
  bits_word(b, "expect");
  bits_leaf(b, node->first);
  bits_own_word(b, node);
  if (place->kind != NODE_NOTHING) {
    bits_word(b, "for");
    bits_leaf(b, place);
  }
  if (place->next->kind != NODE_NOTHING) {
    bits_word(b, "in");
    bits_leaf(b, place->next);
  }
}

void bits_check(struct bits *b, const struct node *node) {
  if (node->kind == NODE_NOTE) {
    bits_own_word(b, node);
    words(b, node->first->first);
    bits_open(b);
    bits_statement(b, node->last);
    bits_close(b);
  } else if (node->kind == NODE_DEFINE_CHECK) {
    define_check(b, node);
  } else if (node->kind == NODE_CALL) {
    call(b, node);
  } else if (node->kind == NODE_GIVEN_REPORT) {
    given_report(b, node);
  } else if (node->kind == NODE_GIVEN_CELL) {
    given_cell(b, node);
  } else if (node->kind == NODE_EXPECT) {
    expect(b, node);
  } else if (node->kind == NODE_GIVEN) {
    bits_own_word(b, node);
    words(b, node->first);
  } else if (node->kind == NODE_TEST) {
    bits_word(b, "test");
    bits_listed(b, node->first);
  } else if (node->kind == NODE_DIAGNOSE) {
    const struct node *rest = node->first;
    bits_word(b, "diagnose");
    if (rest != NULL && rest->kind == NODE_SUBJECT) {
      bits_statement(b, rest);
      rest = rest->next;
    }
    clauses(b, rest);
  } else if (node->kind == NODE_CHECK || node->kind == NODE_EXPLAIN_CHECK) {
    const struct node *rest = node->first->next;
    if (node->kind == NODE_EXPLAIN_CHECK)
      bits_word(b, "explain");
    bits_word(b, "check");
    bits_listed(b, node->first->first);
    if (node->kind == NODE_EXPLAIN_CHECK) {
      bits_word(b, "for");
      bits_statement(b, rest);
      rest = rest->next;
    }
    clauses(b, rest);
  } else if (node->kind == NODE_WAIVE) {
    bits_word(b, "waive");
    bits_leaf(b, node->first);
    bits_word(b, "for");
    bits_statement(b, node->first->next);
    clauses(b, node->first->next->next);
  } else if (node->kind == NODE_WAIVERS) {
    if (node->flag)
      bits_word(b, "stale");
    bits_word(b, "waivers");
    clauses(b, node->first);
  } else { /* format, baseline, until, all, timing */
    bits_word(b, node_word(node->kind));
    words(b, node->first);
  }
}
