/* bits: tree → words. One case for each kind of node and no default, so that a kind that has none
 * does not compile (see bits.h).
 */
#include "lang/bits_put.h"

#include "lang/lex.h"

/* --- Clauses and statements */

static void each(struct bits *b, const struct node *first) {
  for (const struct node *one = first; one != NULL; one = one->next)
    bits_statement(b, one);
}

/* Would `depth` behind it be taken for that of the last dimension? */
static bool ends_bare(const struct node *clause) {
  bool is_list = clause->kind == NODE_BY || clause->kind == NODE_ACROSS;
  return is_list && clause->last->first->next == NULL && !clause->last->flag;
}

static void clauses(struct bits *b, const struct node *first) {
  for (const struct node *clause = first; clause != NULL; clause = clause->next) {
    b->next = clause->kind == NODE_WANTED ? BREAK_FILL : BREAK_CLAUSE;
    bits_statement(b, clause);
    const struct node *next = clause->next;
    if (next != NULL && (next->kind == NODE_DEPTH || next->kind == NODE_LEAVES) &&
        ends_bare(clause))
      bits_word(b, "asc");
  }
}

/* `keyword` and what follows it, without commas. */
static void keyword(struct bits *b, const char *text, const struct node *node) {
  bits_word(b, text);
  each(b, node->first);
}

static void keyword_list(struct bits *b, const char *text, const struct node *node) {
  bits_word(b, text);
  bits_listed(b, node->first);
}

/* top 10 ties by received; top 10 agencies by (of BEST, whose head follows) */
static void top(struct bits *b, const struct node *node) {
  const struct node *name = node->first->next;
  bits_own_word(b, node);
  bits_leaf(b, node->first);
  if (node->flag)
    bits_word(b, "ties");
  if (name != NULL && node->kind == NODE_TOP)
    bits_word(b, "by");
  if (name != NULL)
    bits_leaf(b, name);
  if (node->kind == NODE_BEST)
    bits_word(b, "by");
}

static void query(struct bits *b, const struct node *node) {
  const struct node *head = node->first, *rest = head->next;
  if (rest != NULL && rest->kind == NODE_BEST) {
    bits_statement(b, rest);
    rest = rest->next;
  }
  bits_statement(b, head);
  clauses(b, rest);
}

static void sides(struct bits *b, const char *text, const struct node *node) {
  bits_word(b, text);
  bits_statement(b, node->first);
  if (node->first->next == NULL)
    return;
  bits_word(b, "of");
  bits_statement(b, node->last);
}

static void compare_reports(struct bits *b, const struct node *node) {
  const struct node *subject = node->first, *targets = subject->next, *rest = targets->next;
  bits_word(b, "compare");
  if (rest != NULL && rest->kind != NODE_TO && rest->kind != NODE_AS) {
    bits_statement(b, rest);
    bits_word(b, "of");
    rest = rest->next;
  }
  bits_statement(b, subject);
  b->next = BREAK_CLAUSE;
  keyword_list(b, "with", targets);
  clauses(b, rest);
}

static void load(struct bits *b, const char *text, const struct node *node) {
  bits_word(b, text);
  for (const struct node *path = node->first; path != NULL; path = path->next) {
    if (path->kind == NODE_SUBJECT) {
      bits_word(b, "as");
      bits_word(b, "report");
      bits_word(b, "of");
    } else if (path != node->first && path->kind != NODE_AS) {
      bits_comma(b);
    }
    bits_statement(b, path);
  }
}

/* Words and names, what they stand for, and what is in them. */
static void item(struct bits *b, const struct node *node) {
  bool is_first = true;
  for (const struct node *part = node->first; part != NULL; part = part->next) {
    if (part->kind == NODE_COORDS) {
      b->next = BREAK_FILL;
      bits_word(b, "=");
      each(b, part->first);
    } else if (part->kind == NODE_ITEMS) {
      bits_open(b);
      bits_listed(b, part->first);
      bits_close(b);
    } else {
      if (!is_first)
        b->next = BREAK_FILL;
      bits_leaf(b, part);
    }
    is_first = false;
  }
}

/* (:who, :from = 2019); ("X", from = 2020): right behind a name, and not at all when empty */
static void in_brackets(struct bits *b, const struct node *list) {
  if (list->first == NULL)
    return;
  b->glues = true;
  bits_open(b);
  bits_listed(b, list->first);
  bits_close(b);
}

/* A name that could not stand there by itself has its colon. */
static void argument(struct bits *b, const struct node *node) {
  static const char *const free[] = {"to", "for", "by", "in", "of"};
  bool needs_colon = word_is_reserved(node->text);
  for (size_t i = 0; i < sizeof free / sizeof free[0]; i++)
    needs_colon = needs_colon && !str_eq(node->text, str_from_z(free[i]));
  if (node->text.n > 0) {
    bits_add(b, str_fmt(b->arena, "%s%.*s", needs_colon ? ":" : "", STR_ARG(node->text)),
             node->span, BIT_WORD);
    bits_word(b, "=");
  }
  bits_statement(b, node->first);
}

/* define rate x = a of b where …;  define query q(:who) = sum … */
static void definition(struct bits *b, const struct node *node) {
  const struct node *entry = node->first, *body = entry->next, *rest = body->next;
  bits_word(b, "define");
  bits_own_word(b, node);
  bits_statement(b, entry);
  if (rest != NULL && rest->kind == NODE_PARAMS) {
    in_brackets(b, rest);
    rest = NULL;
  }
  bits_word(b, "=");
  b->next = BREAK_FILL;
  if (body->kind == NODE_RATE) { /* `rate` has been said */
    bits_statement(b, body->first);
    bits_word(b, "of");
    bits_statement(b, body->last);
  } else {
    bits_statement(b, body);
  }
  clauses(b, rest);
}

static void what_if(struct bits *b, const struct node *node) {
  bits_word(b, "what");
  bits_word(b, "if");
  bits_listed(b, node->first->first);
  b->glues = true;
  bits_word(b, ":");
  b->next = BREAK_CLAUSE;
  bits_statement(b, node->last);
}

void bits_statement(struct bits *b, const struct node *node) {
  switch (node->kind) {
  case NODE_NOTHING:
    return;
  case NODE_NAME:
  case NODE_STRING:
  case NODE_INT:
  case NODE_DECIMAL:
  case NODE_PERCENT:
  case NODE_DATE:
  case NODE_LATEST:
    bits_leaf(b, node);
    return;
  case NODE_PARAM:
    bits_leaf(b, node);
    if (node->first != NULL)
      keyword(b, "=", node);
    return;
  case NODE_RANGE:
    bits_range(b, node);
    return;
  case NODE_LIST:
    bits_listed(b, node->first);
    return;
  case NODE_OR:
    bits_pair(b, node, "or", BIND_OR);
    return;
  case NODE_AND:
    bits_pair(b, node, "and", BIND_AND);
    return;
  case NODE_ADD:
    bits_pair(b, node, "+", BIND_SUM);
    return;
  case NODE_SUBTRACT:
    if (node->first->kind == NODE_LATEST && node->last->kind == NODE_INT)
      bits_years_before(b, node);
    else
      bits_pair(b, node, "-", BIND_SUM);
    return;
  case NODE_MULTIPLY:
    bits_pair(b, node, "*", BIND_PRODUCT);
    return;
  case NODE_DIVIDE:
    bits_pair(b, node, "/", BIND_PRODUCT);
    return;
  case NODE_NOT:
    bits_word(b, "not");
    bits_operand(b, node->first, BIND_NOT);
    return;
  case NODE_NEGATE:
    bits_word(b, "-");
    b->glues = true;
    bits_operand(b, node->first, BIND_ATOM);
    return;
  case NODE_OF:
    bits_statement(b, node->first);
    bits_word(b, "of");
    bits_statement(b, node->last);
    return;
  case NODE_COMPARE:
  case NODE_UNDER:
  case NODE_IN:
  case NODE_BETWEEN:
  case NODE_IS:
    bits_test(b, node);
    return;
  case NODE_QUERY:
    query(b, node);
    return;
  case NODE_AGGREGATE:
    bits_own_word(b, node);
    bits_listed(b, node->first);
    return;
  case NODE_COUNT:
    keyword(b, "count", node);
    return;
  case NODE_REPORTS:
    bits_word(b, "reports");
    return;
  case NODE_MISSING:
    bits_word(b, "missing");
    bits_word(b, "reports");
    return;
  case NODE_SHARE:
    keyword(b, "share", node);
    return;
  case NODE_RATE:
    sides(b, "rate", node);
    return;
  case NODE_BEST:
  case NODE_TOP:
    top(b, node);
    return;
  case NODE_FIND:
    keyword(b, "find", node);
    return;
  case NODE_CLAIMS:
    bits_word(b, "claims");
    if (node->first != NULL) {
      bits_word(b, "of");
      each(b, node->first->first);
    }
    return;
  case NODE_WITHIN:
    keyword_list(b, "within", node);
    return;
  case NODE_CHANGE:
    bits_word(b, "change");
    if (node->first != NULL) {
      bits_leaf(b, node->first);
      bits_word(b, "to");
      bits_leaf(b, node->last);
    }
    return;
  case NODE_BASE:
    keyword(b, "base", node);
    return;
  case NODE_RANK:
    bits_word(b, "rank");
    return;
  case NODE_BALANCED:
    bits_word(b, "balanced");
    return;
  case NODE_CLEAN:
    bits_word(b, "clean");
    return;
  case NODE_DOUBT:
    bits_word(b, "with");
    bits_word(b, "doubt");
    return;
  case NODE_OTHERS:
    bits_word(b, "with");
    bits_word(b, "others");
    return;
  case NODE_SECTION:
    bits_word(b, "in");
    keyword_list(b, "section", node);
    return;
  case NODE_WHERE:
    keyword(b, "where", node);
    return;
  case NODE_HAVING:
    keyword(b, "having", node);
    return;
  case NODE_BY:
    keyword_list(b, "by", node);
    return;
  case NODE_ACROSS:
    keyword_list(b, "across", node);
    return;
  case NODE_DEPTH:
    keyword(b, "depth", node);
    return;
  case NODE_LEAVES:
    bits_word(b, "leaves");
    return;
  case NODE_TOTAL:
    bits_word(b, "total");
    return;
  case NODE_LIMIT:
    keyword(b, "limit", node);
    return;
  case NODE_ORDER:
    bits_word(b, "order");
    keyword_list(b, "by", node);
    return;
  case NODE_SORT:
    bits_leaf(b, node->first);
    if (node->flag)
      bits_word(b, "desc");
    return;
  case NODE_DIM:
    bits_leaf(b, node->first);
    if (node->first->next != NULL && node->last->kind == NODE_INT)
      bits_word(b, "depth");
    if (node->first->next != NULL)
      bits_statement(b, node->last);
    if (node->flag)
      bits_word(b, "desc");
    return;
  case NODE_CONSOLIDATION:
    bits_own_word(b, node);
    bits_word(b, (node->text.p[0] | 32) == 'm' ? "ok" : "reports");
    return;
  case NODE_FOR:
    keyword(b, "for", node);
    return;
  case NODE_EACH:
    bits_word(b, "for");
    keyword_list(b, "each", node);
    return;
  case NODE_AS:
    keyword(b, "as", node);
    return;
  case NODE_TO:
    keyword(b, "to", node);
    return;
  case NODE_SUBJECT:
    each(b, node->first);
    return;
  case NODE_TABLE:
    keyword(b, "table", node);
    return;
  case NODE_EXPLAIN:
    bits_word(b, "explain");
    if (node->text.n > 0)
      bits_own_word(b, node);
    if (node->first->next != NULL) { /* for postgres */
      bits_word(b, "for");
      bits_leaf(b, node->last);
    }
    bits_statement(b, node->first);
    return;
  case NODE_REPORT:
    keyword(b, "report", node);
    return;
  case NODE_SQL:
    bits_word(b, "sql");
    bits_raw(b, node->first);
    clauses(b, node->first->next);
    return;
  case NODE_RAW:
    bits_raw(b, node);
    return;
  case NODE_LOAD:
    load(b, "load", node);
    return;
  case NODE_RELOAD:
    load(b, "reload", node);
    return;
  case NODE_DROP:
    bits_word(b, "drop");
    keyword(b, "report", node);
    return;
  case NODE_SET:
    keyword(b, "set", node);
    return;
  case NODE_USE:
    bits_word(b, "use");
    if (node->first->kind == NODE_NAME)
      bits_word(b, "form");
    bits_statement(b, node->first);
    return;
  case NODE_HELP:
    keyword(b, "help", node);
    return;
  case NODE_QUIT:
  case NODE_TUTORIAL:
    bits_own_word(b, node);
    return;
  case NODE_DESCRIBE:
    keyword(b, "describe", node);
    return;
  case NODE_MEMBERS:
    bits_word(b, "members");
    keyword(b, "of", node);
    return;
  case NODE_SHOW_REPORT:
    bits_word(b, "show");
    bits_word(b, "report");
    bits_statement(b, node->first);
    clauses(b, node->first->next);
    return;
  case NODE_SHOW_LOAD:
    bits_word(b, "show");
    bits_word(b, "load");
    clauses(b, node->first);
    return;
  case NODE_TRACE:
    bits_word(b, "trace");
    bits_leaf(b, node->first);
    bits_comma(b);
    b->glues = true;
    bits_leaf(b, node->first->next);
    clauses(b, node->first->next->next);
    return;
  case NODE_COMPARE_REPORTS:
    compare_reports(b, node);
    return;
  case NODE_PEERS:
    keyword(b, "peers", node);
    return;
  case NODE_FLOW:
    bits_word(b, "flow");
    bits_word(b, "of");
    bits_statement(b, node->first);
    clauses(b, node->first->next);
    return;
  case NODE_ASSERT:
    bits_word(b, "assert");
    if (node->flag)
      bits_word(b, "not");
    bits_statement(b, node->first);
    clauses(b, node->first->next);
    return;
  case NODE_WANTED:
    bits_wanted(b, node);
    return;
  case NODE_SEVERITY:
    keyword(b, "severity", node);
    return;
  case NODE_BECAUSE:
    keyword(b, "because", node);
    return;
  case NODE_SAVE:
    bits_word(b, "save");
    bits_word(b, "session");
    keyword(b, "as", node);
    if (node->flag)
      bits_word(b, "asserting");
    return;
  case NODE_DEFINITION:
    definition(b, node);
    return;
  case NODE_SOURCE:
    keyword(b, "source", node);
    return;
  case NODE_PARAMS:
  case NODE_ARGS:
    in_brackets(b, node);
    return;
  case NODE_ARG:
    argument(b, node);
    return;
  case NODE_RUN:
    bits_word(b, "run");
    bits_leaf(b, node->first);
    in_brackets(b, node->first->next);
    clauses(b, node->first->next->next);
    return;
  case NODE_SHOW_DEFINITIONS:
    bits_word(b, "show");
    bits_own_word(b, node);
    clauses(b, node->first);
    return;
  case NODE_SHOW_DEFINITION:
    bits_word(b, "show");
    bits_own_word(b, node);
    bits_leaf(b, node->first);
    clauses(b, node->first->next);
    return;
  case NODE_DROP_DEFINITION:
    bits_word(b, "drop");
    bits_own_word(b, node);
    bits_leaf(b, node->first);
    return;
  case NODE_EDIT:
    bits_word(b, "edit");
    bits_own_word(b, node);
    bits_leaf(b, node->first);
    return;
  case NODE_WHAT_IF:
    what_if(b, node);
    return;
  case NODE_PLOT:
    bits_word(b, "plot");
    bits_statement(b, node->first);
    return;
  case NODE_SUPPOSED:
    bits_statement(b, node->first);
    bits_word(b, "for");
    bits_statement(b, node->first->next);
    bits_word(b, "=");
    bits_statement(b, node->last);
    return;
  case NODE_FIGURE:
    if (node->text.n > 0)
      bits_own_word(b, node);
    each(b, node->first);
    return;
  case NODE_DEFINE_CHECK:
  case NODE_NOTE:
  case NODE_CALL:
  case NODE_CHECK:
  case NODE_FORMAT:
  case NODE_ALL:
  case NODE_TIMING:
  case NODE_BASELINE:
  case NODE_WAIVE:
  case NODE_UNTIL:
  case NODE_WAIVERS:
  case NODE_EXPLAIN_CHECK:
  case NODE_DIAGNOSE:
  case NODE_TEST:
  case NODE_GIVEN_REPORT:
  case NODE_GIVEN:
  case NODE_GIVEN_CELL:
  case NODE_EXPECT:
    bits_check(b, node);
    return;
  case NODE_DEFINE:
    bits_word(b, "define");
    bits_own_word(b, node);
    bits_statement(b, node->first);
    return;
  case NODE_ITEM:
    item(b, node);
    return;
  case NODE_COORDS:
    each(b, node->first);
    return;
  case NODE_ITEMS:
    bits_listed(b, node->first);
    return;
  }
}
