/* plan: what a query asks, in terms of cells and reports, before any database is named.
 *
 * A figure is a sum over a set of cells (each with a weight) of the reports in scope. Cells are
 * divided into groups by the dimensions of the form that stand in `by` and `across`, reports by the
 * report dimensions. Made by resolve.c, checked by guard.c, turned into SQL by sql/gen.c, and its
 * rows into a table by answer/answer.c. Lives in the statement's arena.
 */
#ifndef OGI_PLAN_PLAN_H
#define OGI_PLAN_PLAN_H

#include "base/prose.h"
#include "form/form.h"
#include "form/panel.h"
#include "lang/tree.h"
#include "plan/definitions.h"
#include "value/value.h"

/* --- Scope: a condition on reports */

enum cond_kind {
  COND_AND,
  COND_OR,
  COND_NOT,
  COND_YEARS,   /* low .. high, either end may be open (INT64_MIN, INT64_MAX) */
  COND_AGENCY,  /* any of ids */
  COND_REGION,  /* in the subtree of any of ids; is_node: at that node itself */
  COND_WORD,    /* the function is `text` */
  COND_LEVEL,   /* of the levels `ids`; `text` is the key of the first */
  COND_MATCHES, /* the name of agency, region, level or function matches the expression `text` */
  COND_EDITION, /* any of ids: index in vocab->editions */
  COND_FORM,    /* any of ids */
  COND_FIGURE,  /* the report's sum over `cells` compared with `number` */
  COND_STATE, /* some cell of `cells` has `state`; CELL_ABSENT: the report has no figure for them */
  COND_COUNTER, /* a count the report keeps (blank, unread, doubts …) compared with `number` */
  COND_CLEAN,   /* no instance of the rules `ids` fails in it; is_node: nor rests on a blank */
  COND_BALANCED /* its agency has a report in each year of the scope `left` (NULL: of all) */
};

enum compare { CMP_EQ, CMP_NE, CMP_LT, CMP_LE, CMP_GT, CMP_GE };

struct weighted_cell {
  int cell;
  int weight; /* 1, or -1 on the right of a minus; of a cell that stands there twice their sum */
};

struct cell_list {
  struct weighted_cell *at;
  size_t n, cap;
};

/* Of several measures joined by + and - the cells of each: a report must have all of these
 * measures, since what is missing is no 0. Of one measure: none. */
struct parts {
  struct cell_list *at;
  size_t n, cap;
};

struct cond {
  enum cond_kind kind;
  struct cond *left, *right; /* COND_AND, COND_OR; COND_NOT has left */
  enum report_dim dim;       /* COND_WORD, COND_MATCHES */
  int64_t low, high;
  struct {
    int64_t *at;
    size_t n, cap;
  } ids;
  bool is_node;
  struct str text;
  struct cell_list cells;
  struct parts parts;
  enum compare compare;
  struct value number;
  int scale; /* COND_FIGURE: decimals of the sum */
  int state; /* enum cell_state */
};

/* --- Keys: what `by` and `across` divide by */

struct key {
  bool is_report;      /* a report dimension, else one of the form */
  enum report_dim dim; /* is_report */
  int dimension;       /* else: index in vocab->dimensions */
  bool is_across;
  bool is_descending;
  int depth;       /* region: level of the tree, 0 = as declared */
  int64_t node;    /* region: 0, or the node whose children are shown */
  struct str name; /* its key, the column's name */
  struct span span;
};

/* One member that a form key shows. */
struct shown {
  int member;        /* -1: the total over all that are shown */
  bool is_undivided; /* the inner member's own figure */
  bool is_subtotal;  /* others below it are shown too */
  int depth;         /* indentation */
};

/* --- Figures */

enum aggregate {
  AGG_SUM,
  AGG_AVG,
  AGG_MEDIAN,
  AGG_MIN,
  AGG_MAX,
  AGG_STDDEV,
  AGG_PERCENTILE,
  AGG_FIRST,
  AGG_LAST,
  AGG_STATED,
  AGG_GAP,
  AGG_RATE,    /* figure 0 over figure 1, over the reports that have both */
  AGG_COUNT,   /* of reports or of distinct values of a report dimension */
  AGG_LIST,    /* no figure: the reports themselves */
  AGG_MISSING, /* the agencies and years without one */
  AGG_FIND,    /* nor here: sentences of their narratives, */
  AGG_CLAIMS   /* and the figures that these state */
};

/* A column of figures: a measure, or measures added up. */
struct figure {
  struct str name;               /* received, stated …, or what `as` says */
  struct str label_zh, label_en; /* of the measure; may be empty */
  struct str unit;
  int scale;   /* decimals kept */
  int measure; /* index of its (first) measure */
  struct parts parts;
  bool is_stock;    /* over several years it is no sum */
  bool is_mixed;    /* a stock only because the form adds a state at the year's end to events */
  struct span span; /* where it stands in the statement */
};

/* The cells behind one figure in one combination of members. */
struct group {
  int figure;   /* index in plan->figures */
  int shown[2]; /* per form key (at most two): index into plan->shown[…]; -1 = no such key */
  struct cell_list cells;
  int total; /* plan->takes_total: the cell that the row over all agencies prints; else -1 */
  bool is_stock;
  int partner; /* AGG_RATE: the group of the other side; -1 */
};

/* What `change` compares: each year with the one before, or two years. */
enum change { CHANGE_NONE, CHANGE_YEARLY, CHANGE_PAIR };
/* --- Words: what `find` looks for; asked of each sentence */

#define MAX_WORDS 16

enum wanted_kind { WANTED_WORD, WANTED_AND, WANTED_OR, WANTED_NOT };

struct wanted {
  enum wanted_kind kind;
  struct wanted *left, *right; /* WANTED_NOT has left */
  int word;                    /* WANTED_WORD: index in plan->words */
};

/* A section of the narrative: by number in every form, or (form >= 0) of one. */
struct plan_section {
  int form, n;
};

/* Is it so of a sentence that holds the words of the set (bit i: plan->words[i])? */
bool wanted_holds(const struct wanted *wanted, uint32_t words);

/* A figure of a group rests on a cell that a rule speaks of. */
struct doubt {
  int group;
  int64_t rule; /* its number in the panel */
  int instance;
  int lag; /* 1: the cell is in the report before that which the rule is tried on */
};

/* The rules of severity error, by their numbers in the panel. */
struct error_rules {
  int64_t *at;
  size_t n, cap;
};

#define MAX_KEYS 6

struct plan {
  const struct vocab *vocab;
  enum aggregate aggregate;
  int percentile;            /* AGG_PERCENTILE: 1 .. 99 */
  int count_dim;             /* AGG_COUNT: -1 reports, else enum report_dim */
  int form;                  /* only reports of this form; -1: of any */
  struct cond *scope;        /* NULL: every report */
  struct str set_scope;      /* the condition that `set` added, as text */
  struct key keys[MAX_KEYS]; /* in the order written: by, then across */
  int nkeys;
  int form_keys[2]; /* indexes in keys of those of the form */
  int nform_keys;
  struct shown *shown[2]; /* by form key */
  size_t nshown[2];
  struct figure *figures;
  size_t nfigures;
  struct group *groups;
  size_t ngroups;
  bool has_depth; /* `depth N`: rows of several levels */
  bool has_total;
  bool has_no_total;  /* a total would add events and states: it is left empty */
  bool has_total_row; /* over report keys: a second cut */
  bool blank_is_unknown;
  bool is_share;            /* each figure as a part of a whole */
  bool is_within[MAX_KEYS]; /* by key: the whole agrees with the part on it */
  int parent_key;           /* `within parent`: the key whose tree says what the whole is; -1 */
  struct str derived_name;  /* of the column of rates or shares */
  struct span name_span;    /* what names a column: `as NAME`, else the figure */
  struct {
    const struct definition **at; /* names that people gave, in the order in which they are met */
    size_t n, cap;
  } defined;
  struct str derived_zh, derived_en; /* of a rate that has names; may be empty */
  enum change change;
  int64_t change_from, change_to; /* CHANGE_PAIR: the last key, across, is the year */
  int64_t index_base;             /* `base 2019`: each group's figure of that year is 100; 0 */
  bool has_rank;                  /* the place of a row among those that agree on is_within */
  bool has_others;                /* `with others`: what `top` leaves out, in one row */
  const struct node *best;        /* `top 10 agencies by …`: key 0 is cut before all else */
  bool is_choosing;               /* made of plan_choosing_tree */
  int64_t min_base;               /* rates over less stay out of `top` */
  struct wanted *wanted;          /* AGG_FIND */
  struct prose_word *words[MAX_WORDS];
  int nwords;
  struct plan_section *sections; /* AGG_FIND, AGG_CLAIMS: those that are gone through */
  size_t nsections;              /* 0: all */
  int64_t
      indexed; /* AGG_FIND: up to which id sections are in the index of words; set by the caller */
  const struct node *having; /* resolved against the columns of the answer */
  const struct node *order;
  const struct node *top;
  int64_t limit;             /* -1: none */
  const struct node *to;     /* NULL: standard output */
  bool needs_one_year;       /* a stock without `by year`: the scope must hold one year only */
  bool total_needs_one_year; /* the same for the total row alone: it is left empty */
  bool may_mix_consolidated; /* `mixed ok`, or nothing is added up over agencies */
  /* `stated` and `gap`: the total over all agencies that the form prints as a row of its own, not
   * the totals that each report prints. The cells of a group are then the leaves that it covers,
   * for `stated` with weight 0. */
  bool takes_total;
  bool has_doubt;                   /* `with doubt` */
  const struct error_rules *errors; /* NULL: the panel was never checked */
  struct doubt *doubts;             /* set by the caller, with `errors` */
  size_t ndoubts;
  struct span span;
};

/* What a statement may take for granted: settings of the session. */
struct plan_settings {
  bool blank_is_unknown;
  int64_t year_low, year_high;           /* `set year`; 0, 0 = not set */
  int form;                              /* `use form`; -1 = any */
  int64_t min_base;                      /* `set min base`: over less a rate says little */
  const struct error_rules *errors;      /* for `clean`; NULL: nothing may ask for that */
  const struct definitions *definitions; /* names that people gave to formulas; NULL: none */
};

/* Tree → plan. NULL after messages. The tree is a NODE_QUERY. */
struct plan *plan_from_tree(struct arena *arena, const struct node *query,
                            const struct vocab *vocab, const struct panel *panel,
                            const struct plan_settings *settings, struct diags *diags);

struct latest_list {
  struct latest_year *at; /* each once */
  size_t n, cap;
};

/* A tree in which a year stands in place of each `latest`: the tree itself where it has none, else
 * a copy. What is to be bound later (`run`) or only kept (`define query`) keeps the word. Adds to
 * *said what was found. NULL after a message. (latest.c) */
const struct node *latest_settle(struct arena *arena, const struct node *tree,
                                 const struct vocab *vocab, const struct panel *panel,
                                 const struct plan_settings *settings, struct latest_list *said,
                                 struct diags *diags);

/* Does the key divide by the year of the report? The number of the (first) key that does; -1. */
bool key_is_year(const struct key *key);
int plan_year_key(const struct plan *plan);

/* Is a definition sound: its name free, what it names known, no definition resting on itself, each
 * parameter declared and used? Messages are about its tree in diags->source. (defined.c) */
bool definition_check(struct arena *arena, const struct node *tree, const struct vocab *vocab,
                      const struct plan_settings *settings, struct diags *diags);

/* `run yearly("X", to = 2023) to "f.csv"` → the body of that query with its parameters bound and
 * the further clauses joined. NULL after a message. (bind.c) */
const struct node *definition_bind(struct arena *arena, const struct node *run,
                                   const struct definitions *definitions, struct diags *diags);
/* The first parameter in a tree that no definition has declared: of a statement that is none, or
 * in a body (`params`: NODE_PARAMS, or NULL). NULL: there is none. */
const struct node *params_stray(const struct node *tree, const struct node *params);

/* Does a condition speak of agencies alone: what an agency without reports satisfies or not? */
bool cond_is_about_agencies(const struct cond *cond);

/* Are the figures sums (or of two sums), so that what must not be added up is refused? */
bool plan_adds(const struct plan *plan);

/* Is there one combination of members only, so that a report is in the answer or left out of it? */
bool plan_has_one_figure(const struct plan *plan);

/* May one sum hold the groups marked in parts[0 .. ngroups-1], of one year or of several? It may
 * not mix events and states, nor add a state over years. */
bool plan_may_add(struct arena *arena, const struct plan *plan, const bool *parts,
                  bool several_years);

/* Does a row over all members of key `k` add up figures that the rows keep apart? */
bool plan_adds_over(const struct plan *plan, int k);

/* Of `top 10 agencies by … by year`: the query that chooses the ten, over the whole scope. */
const struct node *plan_choosing_tree(struct arena *arena, const struct node *query);

/* Refuses what would add up wrongly and needs no data to be seen; sets needs_one_year and its kin
 * (guard.c). */
bool plan_guard(struct plan *plan, struct diags *diags);

/* For `explain plan`. */
struct str plan_print(struct arena *arena, const struct plan *plan);

#endif
