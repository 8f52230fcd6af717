/* cases: see cases.h. Reports and findings come in the same order, so they are joined as they come;
 * no more is held than the reports and what one rule says of one of them.
 */
#include "check/cases.h"

#include "sql/rules.h"

#include <stdlib.h>

struct tried {
  int64_t id;
  int edition, year;
  struct str agency, file;
};

struct tried_list {
  struct tried *at;
  size_t n, cap;
};

/* The reports in scope, by agency and year. */
static bool read_tried(const struct check_report *report, struct tried_list *list,
                       struct diags *diags) {
  const struct check_request *request = report->request;
  struct sql sql = sql_tried(report->arena, request->scope, request->vocab, &dialect_sqlite);
  struct cursor *cursor =
      store_query(report->store, sql.text, sql.binds, sql.nbinds, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    struct tried one = {.id = cursor_value(cursor, 0).integer,
                        .edition = (int)cursor_value(cursor, 1).integer,
                        .agency = str_copy(report->arena, cursor_value(cursor, 2).text),
                        .year = (int)cursor_value(cursor, 3).integer,
                        .file = str_copy(report->arena, cursor_value(cursor, 4).text)};
    ARENA_PUSH(report->arena, list, one);
  }
  cursor_close(cursor);
  return step == 0;
}

/* Findings of all statuses, one of which waits. What was visited is forgotten: the one that waits
 * moves to the other arena first. */
struct stream {
  const struct check_report *report;
  struct arena arenas[2];
  int arena; /* the one in use */
  struct check_findings *findings;
  struct finding next;
  int step; /* 1: `next` waits */
  struct {
    struct finding *at;
    size_t n, cap;
  } taken;
};

static void pull(struct stream *s, struct diags *diags) {
  s->step = check_next(s->findings, &s->arenas[s->arena], &s->next, diags);
}

static void forget(struct stream *s) {
  struct arena *other = &s->arenas[1 - s->arena];
  struct finding *f = &s->next;
  if (s->step == 1) {
    f->agency = str_copy(other, f->agency);
    f->file = str_copy(other, f->file);
    f->place = str_copy(other, f->place);
    f->message = str_copy(other, f->message);
    f->instance = str_copy(other, f->instance);
    f->detail = str_copy(other, f->detail);
    f->quote = str_copy(other, f->quote);
    f->left = value_kept(other, f->left);
    f->right = value_kept(other, f->right);
  }
  arena_reset(&s->arenas[s->arena]);
  s->arena = 1 - s->arena;
}

static enum case_outcome outcome_of(const struct check_case *one, size_t passes) {
  bool fails = false, all_waived = true, decided = passes > 0;
  for (size_t i = 0; i < one->n; i++) {
    enum rule_status status = one->findings[i].status;
    decided = decided || status == STATUS_PASS || status == STATUS_PASS_BLANK;
    fails = fails || status == STATUS_FAIL;
    all_waived =
        all_waived && (status != STATUS_FAIL || one->findings[i].waived || one->findings[i].known);
  }
  if (fails)
    return all_waived ? CASE_WAIVED : CASE_FAILED;
  return decided ? CASE_PASSED : CASE_SKIPPED;
}

typedef bool visit_case(void *context, const struct check_case *one);

/* The case of a rule and a report (NULL: of none), with the findings that wait for it. */
static bool visit_one(struct stream *s, const struct rule *rule, const struct tried *tried,
                      visit_case *visit, void *context, struct diags *diags) {
  size_t instances = tried != NULL ? rule_count(rule, tried->edition) : 0;
  bool whole = false, outside = false;
  s->taken.n = 0;
  while (s->step == 1 && s->next.rule == rule && s->next.report == (tried ? tried->id : 0)) {
    whole = whole || s->next.number == RULE_WHOLE;
    outside = outside || s->next.status == STATUS_OUTSIDE;
    ARENA_PUSH(s->report->arena, &s->taken, s->next);
    pull(s, diags);
    if (tried == NULL)
      break;
  }
  struct check_case one = {.rule = rule, .findings = s->taken.at, .n = s->taken.n};
  if (s->step < 0 || outside || (instances == 0 && one.n == 0))
    return s->step >= 0;
  one.agency = tried != NULL ? tried->agency : one.findings[0].agency;
  one.year = tried != NULL ? tried->year : one.findings[0].year;
  one.file = tried != NULL ? tried->file : STR("");
  one.outcome = outcome_of(&one, whole || instances < one.n ? 0 : instances - one.n);
  bool ok = visit(context, &one);
  forget(s);
  return ok;
}

static bool visit_rule(struct stream *s, const struct rule *rule, const struct tried_list *list,
                       visit_case *visit, void *context, struct diags *diags) {
  bool ok = true;
  for (size_t i = 0; ok && i < list->n; i++) {
    /* What is about no report stands among them in its order; it is a case of its own. */
    while (ok && s->step == 1 && s->next.rule == rule && s->next.report == 0)
      ok = visit_one(s, rule, NULL, visit, context, diags);
    ok = ok && visit_one(s, rule, &list->at[i], visit, context, diags);
  }
  while (ok && s->step == 1 && s->next.rule == rule && s->next.report == 0)
    ok = visit_one(s, rule, NULL, visit, context, diags);
  return ok && s->step >= 0;
}

bool check_cases(const struct check_report *report, visit_case *visit, void *context,
                 struct diags *diags) {
  struct check_request request = *report->request;
  struct tried_list list = {0};
  struct stream stream = {.report = report};
  request.all = request.outside = request.known = true;
  if (!read_tried(report, &list, diags))
    return false;
  stream.findings = check_findings(report->arena, report->store, &request, diags);
  if (stream.findings == NULL)
    return false;
  bool ok = true;
  pull(&stream, diags);
  for (size_t i = 0; ok && stream.step >= 0 && i < request.rules->n; i++)
    ok = visit_rule(&stream, request.rules->at[i], &list, visit, context, diags);
  check_close(stream.findings);
  for (int i = 0; i < 2; i++)
    arena_free(&stream.arenas[i]);
  return ok && stream.step >= 0;
}

/* --- Texts */

struct str case_name(struct arena *arena, const struct check_case *one) {
  return str_fmt(arena, "%.*s %d", STR_ARG(one->agency), one->year);
}

const char *case_excuse(const struct check_case *one) {
  for (size_t i = 0; i < one->n; i++)
    if (one->findings[i].waived)
      return "waived";
  return "in the baseline";
}

struct str finding_line(struct arena *arena, const struct check_report *report,
                        const struct finding *f) {
  struct sbuf b = {.arena = arena};
  bool is_short = f->rule->zh.n > 0 && report->in_chinese && f->quote.n == 0;
  struct str sentence = is_short ? finding_sentence(f, true) : f->message;
  if (f->instance.n > 0)
    sbuf_addf(&b, "%.*s: ", STR_ARG(f->instance));
  if (f->status == STATUS_FAIL)
    sbuf_add(&b, sentence);
  else
    sbuf_add(&b, rule_status_name(f->status));
  if (f->place.n > 0)
    sbuf_addf(&b, " (%.*s)", STR_ARG(f->place));
  return sbuf_str(&b);
}

int finding_file_line(const struct finding *finding) {
  struct str lead = STR("line ");
  if (!str_starts(finding->place, lead))
    return 0;
  int line = 0;
  for (size_t i = lead.n; i < finding->place.n; i++) {
    char c = finding->place.p[i];
    if (c < '0' || c > '9' || line > 100000000)
      break;
    line = line * 10 + (c - '0');
  }
  return line;
}
