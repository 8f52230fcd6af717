/* tree: a statement as written, before anything is known of what its names mean.
 *
 * Every node has the same shape: a kind, its place, its own text or number, and its children in
 * order. Nodes live in the statement's arena.
 */
#ifndef OGI_LANG_TREE_H
#define OGI_LANG_TREE_H

#include "base/diag.h"

/* X(kind, word in `explain tree`). Beside each: its children, and what text, number and flag hold.
 */
/* clang-format off */
#define NODE_KINDS(X)                                                                             \
  X(NOTHING, "nothing")                                                                           \
  /* leaves: text as written; NAME may be qualified, STRING is without its quotes */              \
  X(NAME, "name") X(STRING, "string") X(INT, "integer") X(DECIMAL, "decimal")                     \
  X(PERCENT, "percent") X(DATE, "date")                                                           \
  X(LATEST, "latest")      /* nothing, or INT: so many years before */                            \
  X(RANGE, "range") /* from, to; either may be NOTHING */                                         \
  X(LIST, "list")                                                                                 \
  /* measures and conditions */                                                                   \
  X(OR, "or") X(AND, "and") X(NOT, "not") X(OF, "of") X(ADD, "add") X(SUBTRACT, "subtract")       \
  X(MULTIPLY, "multiply") X(DIVIDE, "divide") X(NEGATE, "negate")                                 \
  X(COMPARE, "compare") /* left, right; text: the operator */                                     \
  X(UNDER, "under") X(IN, "in") X(BETWEEN, "between") X(IS, "is") /* flag: not */                  \
  /* queries: QUERY has a head, then clauses */                                                   \
  X(QUERY, "query")                                                                               \
  X(AGGREGATE, "aggregate") /* measures; text: sum, avg, p90 … */                                 \
  X(COUNT, "count") X(REPORTS, "reports") X(MISSING, "missing reports")                                                       \
  X(SHARE, "share") X(RATE, "rate") /* part and whole, or a defined rate alone */                 \
  X(BEST, "best") /* count, dimension; text: top or bottom; flag: ties */                         \
  X(WITHIN, "within") X(CHANGE, "change") /* nothing, or two years */ X(OTHERS, "with others")    \
  X(DOUBT, "with doubt") X(CLEAN, "clean") /* a condition on reports */                           \
  X(BASE, "base") /* a year */ X(RANK, "rank") X(BALANCED, "balanced")                       \
  X(FIND, "find")     /* one word, or AND, OR, NOT over words */                                  \
  X(CLAIMS, "claims") /* FOR with the reports, or nothing */                                      \
  X(SECTION, "in section") /* INT or names */                                                     \
  X(WHERE, "where") X(HAVING, "having") X(BY, "by") X(ACROSS, "across") X(DEPTH, "depth")         \
  X(LEAVES, "leaves") X(TOTAL, "total")                                                           \
  X(TOP, "top") /* count, optional column; text: top or bottom; flag: ties */                     \
  X(LIMIT, "limit") X(ORDER, "order") X(SORT, "sort") /* flag: descending */                      \
  X(CONSOLIDATION, "consolidation") /* text: own, consolidated or mixed */                        \
  X(FOR, "for") X(AS, "as") X(TO, "to")                                                           \
  X(DIM, "dimension") /* name, optional depth or LEAVES; flag: descending */                      \
  X(SUBJECT, "subject") /* who, optional years */                                                 \
  X(TABLE, "table")                                                                               \
  /* statements */                                                                                \
  X(SQL, "sql") /* RAW, optional TO */ X(RAW, "text") /* text: as typed */                        \
  X(EXPLAIN, "explain") X(LOAD, "load") X(RELOAD, "reload") X(DROP, "drop") X(SET, "set")         \
  X(USE, "use") X(REPORT, "report") /* file, TO */ X(HELP, "help") X(QUIT, "quit") X(TUTORIAL, "tutorial") X(DESCRIBE, "describe") X(MEMBERS, "members")     \
  X(SHOW_REPORT, "show report") X(SHOW_LOAD, "show load")                                         \
  X(TRACE, "trace") /* row, column, clauses */                                                    \
  X(COMPARE_REPORTS, "compare reports") /* subject, LIST of targets, measure or none, clauses */  \
  X(PEERS, "peers") /* years or none */ X(FLOW, "flow") /* subject, clauses */                    \
  X(ASSERT, "assert") /* head, clauses, WANTED and remarks in any order; flag: not, of a QUERY */          \
  X(WANTED, "wanted") /* text: an operator, between, is; its operands; flag: not */               \
  X(EACH, "for each") X(SEVERITY, "severity") X(BECAUSE, "because") X(NOTE, "note") /* texts, cond */                              \
  X(SAVE, "save session") /* flag: asserting */                                                   \
  /* kept under a name: measures, rates and queries */                                            \
  X(DEFINITION, "definition") /* ITEM, body, then WHERE and SOURCE, or PARAMS; text: its kind */  \
  X(SOURCE, "source") X(PARAMS, "parameters")                                                     \
  X(PARAM, "parameter") /* nothing, or what it is else; text: the name, without its colon */      \
  X(RUN, "run") /* name, ARGS, clauses */ X(ARGS, "arguments")                                    \
  X(ARG, "argument") /* value; text: the parameter's name, or nothing */                          \
  X(SHOW_DEFINITIONS, "show definitions") X(SHOW_DEFINITION, "show definition")                   \
  X(DROP_DEFINITION, "drop definition") X(EDIT, "edit") /* name; text: the kind */                \
  X(PLOT, "plot")       /* a QUERY or RUN; its last AS is the kind of chart */                    \
  X(WHAT_IF, "what if") /* LIST of SUPPOSED, what is asked */                                     \
  X(SUPPOSED, "supposed") /* FIGURE, subject, number */                                           \
  X(FIGURE, "figure")     /* measure, WHERE or nothing; text: stated, or nothing */               \
  X(DEFINE_CHECK, "define check") /* name, LIST of sentences, LIST of clauses, formula */         \
  X(CALL, "call")   /* name, arguments */                                                         \
  X(CHECK, "check") /* LIST of names, clauses */ X(FORMAT, "format") X(ALL, "all")                \
  X(TIMING, "timing")                                                                             \
  X(BASELINE, "baseline") /* a file */                                                            \
  X(WAIVE, "waive") /* rule, SUBJECT, BECAUSE and UNTIL */ X(UNTIL, "until") /* DATE */           \
  X(WAIVERS, "waivers") /* clauses; flag: stale ones */                                           \
  X(EXPLAIN_CHECK, "explain check") /* LIST of names, subject, clauses */                         \
  X(DIAGNOSE, "diagnose") /* optional SUBJECT, clauses */                                         \
  X(TEST, "test") /* strings */             \
  X(GIVEN_REPORT, "report") /* who, year, GIVEN …, GIVEN_CELL … */                                \
  X(GIVEN, "given")         /* text: what; value, optional string */                              \
  X(GIVEN_CELL, "cell")     /* value, then the words that name the cell */                        \
  X(EXPECT, "expect")       /* rule, instance or NOTHING, year or NOTHING; text: status */        \
  X(DEFINE, "define") /* one ITEM; text: form, dimension … */                                     \
  X(ITEM, "entry")    /* atoms, then optionally COORDS and ITEMS */                               \
  X(COORDS, "coordinates") X(ITEMS, "entries")
/* clang-format on */

enum node_kind {
#define NODE_ENUM(kind, word) NODE_##kind,
  NODE_KINDS(NODE_ENUM)
#undef NODE_ENUM
};

struct node {
  enum node_kind kind;
  struct span span;
  struct str text;
  int64_t number; /* INT */
  bool flag;
  struct node *first, *last; /* children */
  struct node *next;         /* the next child of the same parent */
};

struct parse;
struct token;

/* For the grammar's actions; all in parse->arena. node_token takes text and place of the token. */
struct node *node_new(struct parse *parse, enum node_kind kind);
struct node *node_token(struct parse *parse, enum node_kind kind, struct token token);
struct node *node_wrap(struct parse *parse, enum node_kind kind, struct node *child);
struct node *node_with(struct parse *parse, enum node_kind kind, struct token token,
                       struct node *child);
struct node *node_pair(struct parse *parse, enum node_kind kind, struct node *a, struct node *b);
void node_add(struct node *parent, struct node *child);
void node_adopt(struct node *parent, struct node *list); /* the children of `list` */
void node_cover(struct node *node, struct token token);  /* widens its place */
/* result . other: the qualified name, without blanks */
struct node *node_dotted(struct parse *parse, struct node *name, struct token part);

/* A copy that needs neither the tree nor its source any more. Place `from` of the source is place
 * `to` of the copy: of a text that begins there (to = 0), or of one that another brings in
 * (diags_bring). */
struct node *node_copy(struct arena *arena, const struct node *node, uint32_t from, uint32_t to);

/* Do two trees say the same, wherever they stand? Keywords in any case, integers by their number.
 */
bool tree_same(const struct node *a, const struct node *b);

size_t node_count(const struct node *node); /* children */
const char *node_word(enum node_kind kind);

/* The tree as indented lines, for `explain tree`. */
struct str tree_print(struct arena *arena, const struct node *tree);

#endif
