/* rule: a rule of the rule book, resolved: what its formula compares, and on which printed cells of
 * which edition it is tried. Made of the tree of `define check`; turned into SQL by sql/rules.c.
 * Nothing here knows a rule, only functions and equations.
 *
 * A formula compares operands. An operand is a sum over printed cells of the report or of the same
 * agency's report of the year before (lag 1), or over the reports that it covers (lag
 * RULE_COVERED): of the same year, by the agencies below a consolidated one. An instance is one
 * place where the formula is tried: a column, a row, a cell. A formula about the report itself (its
 * date, its level) has one instance.
 */
#ifndef OGI_PLAN_RULE_H
#define OGI_PLAN_RULE_H

#include "plan/plan.h"

enum rule_severity { RULE_INFO, RULE_WARN, RULE_ERROR };

/* What came of an instance. The numbers are kept in the panel. */
enum rule_status {
  STATUS_PASS,
  STATUS_PASS_BLANK, /* pass*: with blank leaves as 0 */
  STATUS_FAIL,
  STATUS_UNKNOWN, /* an operand is not a number, or a blank could make it right */
  STATUS_NA,      /* the edition or the data do not have it, or a cell was only inferred */
  STATUS_OUTSIDE  /* the rule's own condition leaves the report out: no instance at all */
};

#define RULE_OPERANDS 8 /* in one formula; those of the book have two */
#define RULE_EACH 3     /* dimensions of the form that one rule ranges over */
#define RULE_COVERED 2  /* lag of a term: it is summed over the covered reports */
#define RULE_SIDES 4    /* comparisons whose sides can be shown */

/* --- The formula */

enum expr_kind {
  EXPR_NUMBER,  /* value; is_figure: in the unit of the instance's figures */
  EXPR_TEXT,    /* value */
  EXPR_OPERAND, /* operand */
  EXPR_FACT,    /* fact: something known of the report */
  EXPR_DATE,    /* year, month, day */
  EXPR_ADD,
  EXPR_SUBTRACT,
  EXPR_MULTIPLY,
  EXPR_DIVIDE,
  EXPR_NEGATE,
  EXPR_ABS,
  EXPR_GREATEST,
  EXPR_LEAST,
  EXPR_COMPARE,  /* compare; two arguments */
  EXPR_MATCH,    /* text ~ pattern; flag: not */
  EXPR_MISSING,  /* is missing; flag: not */
  EXPR_STATE,    /* of each cell: is blank, text …; flag: not; value: enum cell_state, or below */
  EXPR_IN_ORDER, /* of each section: is in_order; flag: not */
  EXPR_AND,
  EXPR_OR,
  EXPR_NOT
};

/* What a formula may ask about the report itself. */
enum rule_fact {
  FACT_YEAR,
  FACT_AGENCY,
  FACT_LEVEL,
  FACT_FUNCTION,
  FACT_REGION,
  FACT_TITLE,
  FACT_SIGNED,
  FACT_BEFORE, /* the year of the agency's report before; missing: the first */
  FACT_VERSIONS,
  FACT_PRINTED,    /* of each cell: what stands there, where that is no plain number */
  FACT_TABLE,      /* of each table: its key; missing where it, or a row or column of
                      it, is not there */
  FACT_SECTION,    /* of each section: its number; missing where it has no heading */
  FACT_SPOKEN,     /* the year spoken of in the narrative: that of the report where it is spoken of,
                      else the one named most often */
  FACT_REPORT,     /* of each expected report: its number; missing where there is none */
  FACT_SAME_CELLS, /* 1: all cells are those of the year before, and not all 0 */
  FACT_SAME_TEXT,  /* 1: the narrative is that of the year before, years aside */
  FACT_COUNT
};

#define EXPR_ARGS 3
/* Of EXPR_STATE, no states: that its figures are counts; that it holds digits of its neighbours
 * (see sql/rule_split.h). */
#define EXPR_IS_COUNT (-1)
#define EXPR_IS_SPLIT (-2)

struct expr {
  enum expr_kind kind;
  struct expr *args[EXPR_ARGS];
  int nargs;
  struct value value;
  bool is_figure; /* a number of the unit of the instance's figures */
  bool flag;
  enum compare compare;
  enum rule_fact fact;
  int operand;
};

/* --- Cells */

struct rule_term {
  int cell;
  int instance; /* index in rule->instances */
  int operand;
  int lag;           /* 1: of the year before; RULE_COVERED */
  int weight;        /* its sign, times the whole numbers before it */
  uint64_t editions; /* in which it is so, as bits (of the report it stands in) */
  bool is_exact;     /* a printed total, or named in printed(): a blank states nothing */
  bool is_signed;    /* a negative figure is in order: a blank may be anything */
};

struct rule_instance {
  struct str key;         /* natural_person, total, received */
  int anchor;             /* the cell to point at: the printed total, else the first */
  int scale;              /* decimals of its figures */
  uint64_t editions;      /* that have it, as bits */
  uint64_t *masks;        /* by edition: its tables there, as bits; of a section, its bit */
  uint64_t before;        /* editions that have what is asked of the year before,
                             or of covered reports */
  uint64_t *before_masks; /* by edition */
};

/* --- What narratives tell (form/claim.h) */

#define CLAIM_SUBJECTS 8
#define CLAIM_SUMMANDS 4
#define CLAIM_SIDES 4

enum claim_pick {
  PICK_TOLD,    /* figures; also what perhaps is meant, which agrees or says nothing */
  PICK_DENIED,  /* none of it */
  PICK_CHANGED, /* against the year before: in percent, in number, or in direction */
  PICK_PARTS    /* parts that the text names of a whole; the table is the whole */
};

struct claim_subject {
  int measure;   /* claims about all of it; or */
  int dimension; /* claims about members of it */
};

struct claim_summand {
  bool is_table; /* the figure that the claim is about; or */
  int measure;   /* the total of that */
  int weight, lag;
};

/* What the claim may agree with. */
struct claim_side {
  struct claim_summand at[CLAIM_SUMMANDS];
  int n;
  struct str text; /* as written */
};

struct claim_test {
  enum claim_pick pick;
  struct str text; /* told(received) */
  struct claim_subject of[CLAIM_SUBJECTS];
  int nof;
  struct claim_side sides[CLAIM_SIDES];
  int nsides;
};

enum rule_kind {
  RULE_CELLS,    /* equations between cells */
  RULE_EVERY,    /* for each cell: the operand is the cell itself */
  RULE_TABLES,   /* for each table: is it there? */
  RULE_SECTIONS, /* for each section: is its heading there, and in order? */
  RULE_REPORT,   /* about the report, or the report that is expected: one instance */
  RULE_CLAIMS    /* what its narrative tells: an instance for each claim that the text has */
};

struct rule {
  struct str key;                /* T3.balance */
  struct str en, zh;             /* what is wrong when it fails, in a sentence; one may be empty */
  struct str en_noted, zh_noted; /* the same with the note behind it */
  struct expr *note;             /* where it fails, the note is told if this holds; NULL: no note */
  struct str because;
  struct str text;    /* as written */
  struct str formula; /* the formula as written */
  enum rule_severity severity;
  enum rule_kind kind;
  bool is_user; /* of the panel, not of the book */
  uint64_t hash;
  const struct node *where; /* NULL: every report */
  struct expr *holds;
  struct expr *sides[RULE_SIDES];    /* its comparisons: the sides shown are those of the first that
                                        does not hold */
  struct str side_names[RULE_SIDES]; /* their left sides as written */
  int nsides;
  struct claim_test *claims; /* RULE_CLAIMS; it has no expressions then */
  bool is_plain; /* one comparison of two operands: it is known which way a blank would move it */
  enum compare compare;
  int noperands, nformula; /* all, and those of the formula: the others are the note's */
  bool is_expected; /* RULE_REPORT: of every listed agency in every year of the panel, also where
                       there is no report */
  bool has_lag;     /* asks for the year before */
  bool has_covered; /* asks for covered reports */
  bool has_facts;   /* asks for something about the report besides its cells */
  bool has_state;   /* asks for the state of each cell, or what is printed there */
  bool has_split;   /* asks which hold digits of their neighbours */
  struct rule_instance *instances;
  size_t ninstances;
  struct {
    struct rule_term *at;
    size_t n, cap;
  } terms;
};

/* Resolves `define check …`. The rule is kept in `arena` and borrows nothing but `where`, which
 * lives in the tree, and the texts of `source`: both must last as long. NULL after messages. */
struct rule *rule_from_tree(struct arena *arena, const struct node *define,
                            const struct source *source, const struct vocab *vocab,
                            struct diags *diags);

/* The names of severities and statuses: "error"; "pass*". */
struct str rule_severity_name(enum rule_severity severity);
bool rule_severity_named(struct str word, enum rule_severity *severity);
struct str rule_status_name(enum rule_status status);
bool rule_status_named(struct str word, enum rule_status *status);

/* How many instances a report of the edition has. */
size_t rule_count(const struct rule *rule, int edition);

/* The condition on reports that stands behind `where`, resolved for this panel. NULL after a
 * message. */
struct cond *rule_cond(struct arena *arena, const struct node *where, const struct vocab *vocab,
                       const struct panel *panel, const struct plan_settings *settings,
                       struct diags *diags);

/* --- Private to plan/rule*.c */

/* What stands for cells in a formula, before instances are known. */
enum ref_kind {
  REF_MEASURE, /* a measure: see how */
  REF_CALL,    /* a measure at the members that stand in brackets behind it */
  REF_TOTAL,   /* the printed total along a dimension */
  REF_PARTS,   /* the members that it sums */
  REF_MEMBER,  /* one member of a dimension, whatever the measure */
  REF_CELL     /* the cell itself */
};
struct rule_ref {
  enum ref_kind kind;
  int measure;         /* REF_MEASURE, REF_CALL; REF_MEMBER: -1 or the measure named */
  int fixed[MAX_DIMS]; /* REF_CALL: by the measure's dimensions, -1 = not said */
  int dimension;       /* REF_TOTAL, REF_PARTS, REF_MEMBER */
  int member;          /* REF_MEMBER */
  bool is_stated;      /* REF_MEASURE: the total printed over what the rule does not range over */
  int operand, lag, weight;
  bool is_exact, is_covered;
};
struct rule_refs {
  struct rule_ref *at;
  size_t n, cap;
};
struct rule_making {
  struct arena *arena;
  const struct vocab *vocab;
  const struct source *source;
  struct diags *diags;
  struct rule *rule;
  int each[RULE_EACH];
  int neach;
  const struct node *note; /* NODE_NOTE or NULL */
  bool is_every;           /* for each cell */
  bool skips_signed;       /* but those that may be negative */
  bool skips_totals;       /* but printed totals */
  bool is_each_table;      /* for each table */
  bool is_each_section;    /* for each section */
  struct rule_refs refs;
  struct {
    struct rule_instance *at;
    size_t n, cap;
  } instances;           /* rule->instances while they are made */
  size_t *terms_of_cell; /* by cell number: 1 + the last of rule->terms on that cell, 0: none */
  struct {
    size_t *at;
    size_t n, cap;
  } terms_before; /* by term: the one before it on its cell, likewise */
};

/* rule_formula.c: the tree of the formula → rule->holds and refs. */
bool rule_formula(struct rule_making *m, const struct node *formula);
/* rule_refs.c: is it a sum of cells? Then its refs are added under the operand, lag and sign of
 * `ref`. 1: yes, 0: no, -1: a mistake, with a message. */
int rule_take_sum(struct rule_making *m, const struct node *node, struct rule_ref ref);
/* The fact about a report that a word stands for, as enum rule_fact; -1: none. */
int rule_fact_named(struct str word);
/* Is it word(…)? */
bool rule_is_call(const struct node *node, const char *word);
/* rule_claims.c: is the formula about what narratives tell? Then it becomes rule->claims. */
bool rule_is_of_claims(const struct node *formula);
bool rule_claims(struct rule_making *m, const struct node *formula);
/* rule_cells.c: refs → rule->instances and rule->terms. */
bool rule_cells(struct rule_making *m, struct span at);

#endif
