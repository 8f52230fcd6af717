/* check: what the rules say of the reports: brings the results kept in the panel up to date, and
 * gives them out one by one and counted.
 *
 * Results are kept for each rule that was ever asked for; a rule that says something else than when
 * it was tried is tried anew, and reports are when they, their agency, or another report of their
 * agency have changed since.
 */
#ifndef OGI_CHECK_CHECK_H
#define OGI_CHECK_CHECK_H

#include "check/book.h"
#include "check/excuse.h"
#include "store/store.h"

/* What is asked. */
struct check_request {
  const struct vocab *vocab;
  const struct panel *panel;
  const struct plan_settings *settings; /* blank_is_unknown counts */
  const struct book *book;              /* all there are */
  const struct rule_list *rules;        /* those asked for */
  const int64_t *numbers;               /* theirs in the panel, when check_refresh has been */
  const struct cond *scope;             /* NULL: all reports */
  bool all;                /* passes too, and what could not be decided; else failures only */
  struct excuses *excuses; /* failures that do not count; NULL: none */
  bool known;              /* those of the baseline too, else they are passed over */
  bool outside;            /* with `all`: also of reports that a rule's own condition leaves out */
  struct span at;          /* for messages */
};

/* Brings the results of these rules up to date, for all reports of the panel, and tells their
 * numbers in the request, in the arena. False after messages. */
bool check_refresh(struct arena *arena, struct store *store, struct check_request *request,
                   struct diags *diags);

/* --- Findings */

struct finding {
  const struct rule *rule;
  enum rule_status status;
  struct str agency;
  int year;
  int64_t report;      /* report.id; 0: it is about none */
  int64_t agency_id;   /* agency.id */
  int edition;         /* index in vocab->editions; -1 without a report */
  int number;          /* index in rule->instances; RULE_WHOLE: all of them; 0 of a fact */
  struct str instance; /* in keys: natural_person, total, received; empty: the report as a whole */
  struct value left, right, difference; /* missing where there is none */
  struct str left_name;   /* of a rule about the report, as its formula has it: year */
  struct str file, place; /* empty where there is none */
  int cell;               /* number of the cell that place points at; -1: none */
  bool is_noted;          /* it failed as the rule's note says */
  bool waived, known;     /* by a waiver; in the baseline: see excuse.h */
  struct str message;     /* a sentence */
  struct str
      detail;       /* of what a narrative tells: both sides in words; of a section: how it fails */
  struct str quote; /* of what a narrative tells: its sentence */
};

/* What is wrong, in Chinese or not, as the rule says it: empty where it does not. */
struct str finding_sentence(const struct finding *finding, bool in_chinese);

/* A cursor over findings: by rule in the order asked, agency, year and instance. */
struct check_findings;
/* NULL after a message. Refresh comes first. */
struct check_findings *check_findings(struct arena *arena, struct store *store,
                                      const struct check_request *request, struct diags *diags);
/* 1: the next one is in *finding, whose texts live in `arena`; 0: no more; -1: a message. */
int check_next(struct check_findings *findings, struct arena *arena, struct finding *finding,
               struct diags *diags);
void check_close(struct check_findings *findings); /* NULL is fine */

/* Goes through them all: each is forgotten once it was visited. False after a message. */
bool check_each(struct arena *arena, struct store *store, const struct check_request *request,
                void (*visit)(void *context, const struct finding *finding), void *context,
                struct diags *diags);

/* Every instance, passes too, with both sides (every.c). `request->all` and `outside` are set. Of
 * what concerns a report as a whole (RULE_WHOLE) there is one finding. */
struct check_every;
struct check_every *check_every(struct arena *arena, struct store *store,
                                struct check_request *request, struct diags *diags);
int check_every_next(struct check_every *every, struct arena *arena, struct finding *finding,
                     struct diags *diags);
void check_every_close(struct check_every *every); /* NULL is fine */

/* The status of a result that may rest on a blank: with `set blank unknown` nothing that does is
 * decided. */
enum rule_status check_settled(const struct plan_settings *settings, enum rule_status status,
                               bool blank);

/* --- Counts */

/* Instances by status, of one rule over the scope; and how many of those that failed are waived or
 * else in the baseline. */
struct check_count {
  int64_t of[STATUS_OUTSIDE];
  int64_t waived, known;
};
/* counts[i] of request->rules->at[i], in the arena. NULL after a message. */
struct check_count *check_counts(struct arena *arena, struct store *store,
                                 const struct check_request *request, struct diags *diags);

#endif
