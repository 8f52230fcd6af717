/* write: findings → text for people and for other programs. A format is a row in the table in
 * write.c and a file of its own. The formats of tables (csv, json …) are not here: app/check.c
 * makes a table of findings for them.
 */
#ifndef OGI_CHECK_WRITE_H
#define OGI_CHECK_WRITE_H

#include "check/check.h"

#include <stdio.h>

/* An assertion of a script that was judged before the check: other tools get it with the findings.
 */
struct asserted {
  struct str text, because; /* because: empty where none is given */
  struct str file;          /* of the script; empty when it is none */
  int line;
  enum rule_severity severity;
  enum asserted_outcome { ASSERTED_HOLDS, ASSERTED_FAILS, ASSERTED_NOT_TESTED } outcome;
  struct str message; /* what came out; empty where it holds */
};

struct asserted_list {
  struct asserted *at;
  size_t n, cap;
};

/* What a writer is given. It may go through the findings as often as it likes (check_findings). */
struct check_report {
  struct arena *arena;
  struct store *store;
  const struct check_request *request;
  const struct asserted_list *asserted;
  bool in_chinese; /* sentences, where there are such */
  FILE *out;
};

struct check_format {
  const char *name;   /* text junit tap github sarif */
  const char *ending; /* .xml; NULL: none */
  bool is_for_people; /* whoever writes it adds how often each rule held, as a table */
  /* False after a message. */
  bool (*write)(const struct check_report *report, struct diags *diags);
};

const struct check_format *check_format_named(struct str name); /* NULL: none of that name */
const struct check_format *check_format_for_path(struct str path);
size_t check_format_count(void);
const struct check_format *check_format_at(size_t i);

/* A finding's sentence in the language asked for. */
struct str check_sentence(const struct check_report *report, const struct finding *finding);

/* The message, with why it is asserted where that is said. */
struct str asserted_line(struct arena *arena, const struct asserted *asserted);

/* text.c: a paragraph a finding. */
bool check_write_text(const struct check_report *report, struct diags *diags);
/* What the baseline has and the rules no longer say: a line each. */
void check_write_fixed(FILE *out, const struct check_request *request);
/* tap.c, junit.c: a test a rule and report. */
bool check_write_tap(const struct check_report *report, struct diags *diags);
bool check_write_junit(const struct check_report *report, struct diags *diags);
/* github.c, sarif.c: a message a finding, at its file and line. */
bool check_write_github(const struct check_report *report, struct diags *diags);
bool check_write_sarif(const struct check_report *report, struct diags *diags);

#endif
