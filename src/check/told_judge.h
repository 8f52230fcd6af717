/* told_judge: what a rule says of a report's claims. Private to told.c. */
#ifndef OGI_CHECK_TOLD_JUDGE_H
#define OGI_CHECK_TOLD_JUDGE_H

#include "check/told_figure.h"

struct told_section {
  int n; /* its number */
  struct claim_list claims;
};

/* A report with its claims and, once they are asked for, its cells and those of the year before. */
struct told_report {
  int64_t agency;
  int year, form;
  struct told_cells cells[2]; /* by lag */
  struct {
    struct told_section *at;
    size_t n, cap;
  } sections;
};

struct verdict {
  enum rule_status status;
  bool blank;         /* it rests on a blank taken as 0 */
  bool exceeds;       /* it fails with more than any side: no part can be meant */
  int section, claim; /* that decides it: number of the section, index of the claim in it */
  int side;           /* of the rule, that the claim agrees with; 0 when with none */
  int cell;           /* -1: none */
  struct value left, right;
};

struct verdicts {
  struct verdict *at;
  size_t n, cap;
};

/* Adds a verdict for each instance: for each thing that is told of (the same told several times is
 * one, which passes where one of them agrees unless another is more than all that there is), each
 * whole with parts, each change. False after a message. */
bool told_judge(struct arena *arena, struct store *store, const struct check_request *request,
                struct told_report *report, const struct rule *rule, struct verdicts *verdicts,
                struct diags *diags);

/* The finding's instance and message, with the sentence and the side that the claim agrees with. */
void told_message(struct arena *arena, const struct claim *claim, int side, struct str sentence,
                  struct finding *finding);

#endif
