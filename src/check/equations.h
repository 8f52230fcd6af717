/* equations: what the rules of severity error state about the cells of one report as linear
 * equations, each with what is printed put in: those that hold, and those that do not. The reports
 * of the same agency on the year before and after belong to it, for what is carried over.
 *
 * The rules say which equations there are (plan/rule.h), the results kept in the panel which of
 * them hold; an equation that could not be decided (a cell is blank, unread, inferred) is left out.
 */
#ifndef OGI_CHECK_EQUATIONS_H
#define OGI_CHECK_EQUATIONS_H

#include "check/check.h"

#define NEAR 3 /* reports looked at together: the year before, the one in question, after it */
#define NEAR_THIS 1

struct near_report {
  int64_t id; /* report.id; 0: there is none */
  int edition, year;
  struct str path;
};

struct equation_term {
  int cell;   /* index in equations->cells */
  int weight; /* in left less right */
};

/* left less right of a rule's instance in a report. */
struct equation {
  const struct rule *rule;
  int instance;
  int report;       /* of the NEAR ones */
  int64_t residual; /* what is printed: 0 where it holds */
  bool fails;       /* as the rule's result says */
  struct {
    struct equation_term *at;
    size_t n, cap;
  } terms;
};

/* A printed cell that stands in some equation. */
struct equation_cell {
  int report, cell; /* cell: its number, see form/form.h */
  int64_t value;    /* in the smallest unit; a blank is 0 */
  bool is_signed;   /* may be negative */
  struct {
    struct equation_use {
      int equation, weight;
    } * at;
    size_t n, cap;
  } uses;
};

struct equations {
  struct near_report reports[NEAR];
  struct {
    struct equation *at;
    size_t n, cap;
  } all;
  struct {
    struct equation_cell *at;
    size_t n, cap;
  } cells;
  int *cell_of; /* [report * vocab->ncells + cell number] → index in cells; -1: in no equation */
};

/* Is the rule an equation between sums of cells, of severity error? */
bool rule_is_equation(const struct rule *rule);

/* The equations about `reports` (of agency `agency`; reports[NEAR_THIS] exists), in the arena. The
 * results of request->rules, of which those that are no equations are passed over, must be up to
 * date. False after a message. */
bool equations_read(struct arena *arena, struct store *store, const struct check_request *request,
                    int64_t agency, const struct near_report reports[NEAR],
                    struct equations *equations, struct diags *diags);

#endif
