/* check: the statement `check`: which rules, on which reports, shown how, and the status it ends
 * with. The results are src/check's.
 */
#include "app/checking.h"
#include "app/output.h"
#include "check/write.h"

bool run_scope(struct run *run, const struct node *clauses, const struct cond **cond) {
  struct session *session = run->session;
  struct node *query = ARENA_NEW(run->arena, struct node);
  struct node *head = ARENA_NEW(run->arena, struct node);
  head->kind = NODE_REPORTS;
  head->span = (struct span){0, 0};
  query->kind = NODE_QUERY;
  node_add(query, head);
  for (const struct node *clause = clauses; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_WHERE || clause->kind == NODE_FOR)
      node_add(query, node_copy(run->arena, clause, 0, 0));
  struct plan *plan = plan_from_tree(run->arena, query, &session->vocab, &session->panel,
                                     &session->settings, &run->diags);
  if (plan == NULL)
    return false;
  *cond = plan->scope;
  if (plan->form < 0)
    return true;
  struct cond *form = ARENA_NEW(run->arena, struct cond);
  form->kind = COND_FORM;
  ARENA_PUSH(run->arena, &form->ids, plan->form);
  if (plan->scope != NULL) {
    struct cond *both = ARENA_NEW(run->arena, struct cond);
    *both = (struct cond){.kind = COND_AND, .left = plan->scope, .right = form};
    form = both;
  }
  *cond = form;
  return true;
}

/* --- The clauses */

static bool no_format(struct checking *c, const struct node *name) {
  struct sbuf b = {.arena = c->run->arena};
  size_t n = format_count() + check_format_count();
  for (size_t i = 0; i < n; i++)
    sbuf_addf(&b, "%s%s",
              i == 0       ? ""
              : i + 1 == n ? " or "
                           : ", ",
              i < format_count() ? format_at(i)->name : check_format_at(i - format_count())->name);
  diag_add(&c->run->diags, DIAG_VALUE, name->span, "there is no format \"%.*s\"",
           STR_ARG(name->text));
  diag_hint(&c->run->diags, "it can be %.*s", STR_ARG(sbuf_str(&b)));
  return false;
}

/* What `format` says, else the ending of the file, else the session's. */
static bool choose_format(struct checking *c, const struct node *name) {
  struct session *session = c->run->session;
  if (name != NULL) {
    c->check_format = check_format_named(name->text);
    c->format = c->check_format == NULL ? format_named(name->text) : NULL;
    if (c->format == NULL && c->check_format == NULL)
      return no_format(c, name);
    if (c->format != NULL && c->format->write == NULL && c->to == NULL) {
      diag_add(&c->run->diags, DIAG_VALUE, name->span, "%s is a file by itself", c->format->name);
      diag_hint(&c->run->diags, "say into which: to \"f%s\"", c->format->ending);
      return false;
    }
  } else if (c->to != NULL) {
    c->check_format = check_format_for_path(c->to->text);
    c->format = c->check_format == NULL ? format_for_path(c->to->text) : NULL;
    if (c->format == NULL && c->check_format == NULL) {
      diag_add(&c->run->diags, DIAG_OUTPUT, c->to->span, "the ending of \"%.*s\" names no format",
               STR_ARG(c->to->text));
      diag_hint(&c->run->diags, "write \"format\" and its name");
      return false;
    }
  } else {
    c->format = session->format;
  }
  if (c->format != NULL && str_eq(str_from_z(c->format->name), STR("table"))) {
    c->format = NULL;
    c->check_format = check_format_named(STR("text"));
  }
  return true;
}

static bool choose_rules(struct checking *c, const struct book *book, const struct node *severity) {
  enum rule_severity least = RULE_INFO;
  bool all = c->names->first == NULL;
  if (severity != NULL && !rule_severity_named(severity->text, &least)) {
    diag_add(&c->run->diags, DIAG_VALUE, severity->span, "there is no severity \"%.*s\"",
             STR_ARG(severity->text));
    diag_hint(&c->run->diags, "it can be error, warn or info");
    return false;
  }
  struct rule_list named = {0};
  for (const struct node *name = c->names->first; name != NULL; name = name->next)
    if (!book_choose(c->run->arena, book, name, &named, &c->run->diags))
      return false;
  for (size_t i = 0; i < (all ? book->n : named.n); i++) {
    const struct rule *rule = all ? book->at[i] : named.at[i];
    if (severity == NULL || rule->severity == least)
      ARENA_PUSH(c->run->arena, &c->rules, rule);
  }
  return true;
}

/* Each clause once but `where`, which are joined. */
static bool take_clauses(struct checking *c, const struct node *check) {
  const struct node *severity = NULL, *format = NULL;
  c->names = check->first;
  for (const struct node *clause = c->names->next; clause != NULL; clause = clause->next) {
    bool twice = false;
    for (const struct node *other = c->names->next; other != clause; other = other->next)
      twice = twice || (other->kind == clause->kind && clause->kind != NODE_WHERE);
    if (twice)
      return diag_add(&c->run->diags, DIAG_CLAUSE, clause->span, "\"%s\" is said twice",
                      node_word(clause->kind));
    severity = clause->kind == NODE_SEVERITY ? clause->first : severity;
    format = clause->kind == NODE_FORMAT ? clause->first : format;
    c->to = clause->kind == NODE_TO ? clause->first : c->to;
    c->request.all = c->request.all || clause->kind == NODE_ALL;
    c->baseline = clause->kind == NODE_BASELINE ? clause->first : c->baseline;
    c->is_timing = c->is_timing || clause->kind == NODE_TIMING;
  }
  struct book *book = run_book(c->run);
  c->request.book = book;
  return book != NULL && choose_rules(c, book, severity) && choose_format(c, format) &&
         run_scope(c->run, c->names->next, &c->request.scope);
}

/* Waivers, and the baseline if one is named. */
static bool take_excuses(struct checking *c) {
  struct run *run = c->run;
  struct excuses *excuses = ARENA_NEW(run->arena, struct excuses);
  if (!run_waivers(run, c->request.book, &excuses->waivers))
    return false;
  if (c->baseline != NULL) {
    struct str text;
    if (!run_may_touch_files(run, c->baseline->span) ||
        !run_read_file(run, c->baseline->text, c->baseline->span, &text))
      return false;
    excuses->baseline =
        baseline_read(run->arena, run->session->store, text, c->baseline->span, &run->diags);
    if (excuses->baseline == NULL)
      return false;
  }
  if (excuses->waivers.n == 0 && excuses->baseline == NULL)
    return true;
  c->request.excuses = excuses;
  return excuses_use(run->arena, run->session->store, &c->request, &run->diags);
}

/* Is the rule among those asked for, so that what covers it can be told? */
static bool is_asked(const struct checking *c, const struct waiver *waiver) {
  for (size_t i = 0; i < waiver->rules.n; i++) {
    bool asked = false;
    for (size_t k = 0; k < c->rules.n; k++)
      asked = asked || c->rules.at[k] == waiver->rules.at[i];
    if (!asked)
      return false;
  }
  return true;
}

/* A waiver that covers nothing any more is worth a word, or it stays for ever. */
static void tell_stale(struct checking *c) {
  const struct excuses *excuses = c->request.excuses;
  for (size_t i = 0; excuses != NULL && i < excuses->waivers.n; i++) {
    const struct waiver *waiver = &excuses->waivers.at[i];
    if (waiver->used == 0 && is_asked(c, waiver))
      fprintf(c->run->session->options.err, "%.*s:%u: waiver of %.*s for %.*s: %s\n",
              STR_ARG(waiver->file), waiver->line, STR_ARG(waiver->rule), STR_ARG(waiver->who),
              waiver_state(waiver));
  }
}

/* Formats for programs have no place for what is no finding any more. */
static void tell_fixed(struct checking *c) {
  if (c->check_format == NULL || !c->check_format->is_for_people)
    check_write_fixed(c->run->session->options.err, &c->request);
}

/* --- The answer */

static void write_counts(struct checking *c, FILE *out) {
  struct arena *arena = c->run->arena;
  struct table *table = check_count_table(arena, &c->rules, c->counts);
  struct str idle = check_idle_rules(arena, &c->rules, c->counts);
  if (table->rows.n > 0)
    output_within(c->run, table, out);
  if (idle.n > 0)
    output_below(c->run, idle, out);
}

static bool write_findings(void *context, FILE *out) {
  struct checking *c = context;
  struct session *session = c->run->session;
  struct check_report report = {.arena = c->run->arena,
                                .store = session->store,
                                .request = &c->request,
                                .asserted = &session->asserted,
                                .in_chinese = session->names == NAMES_ZH,
                                .out = out};
  if (!c->check_format->write(&report, &c->run->diags))
    return false;
  if (c->check_format->is_for_people)
    write_counts(c, out);
  return true;
}

static bool show(struct checking *c) {
  struct run *run = c->run;
  struct session *session = run->session;
  if (c->check_format == NULL)
    return check_list(c);
  if (c->to != NULL)
    return run_write_file(run, c->to, write_findings, c);
  if (c->check_format->is_for_people && session->results > 0 && !session->options.is_interactive)
    fputc('\n', session->options.out);
  bool ok = write_findings(c, session->options.out);
  session->results++;
  fflush(session->options.out);
  return ok;
}

/* --- The status it ends with */

static bool was_tried(const struct check_count *count) {
  return count->of[STATUS_PASS] + count->of[STATUS_PASS_BLANK] + count->of[STATUS_FAIL] > 0;
}

/* A rule, or family of rules, that is named and of which nothing passed or failed has not passed;
 * without names, if none has anything. */
static bool is_empty(struct checking *c, const struct node *name) {
  for (size_t i = 0; i < c->rules.n; i++) {
    struct rule_list named = {0};
    bool is_meant = name == NULL;
    if (name != NULL && book_choose(c->run->arena, c->request.book, name, &named, &c->run->diags))
      for (size_t k = 0; k < named.n; k++)
        is_meant = is_meant || named.at[k] == c->rules.at[i];
    if (is_meant && was_tried(&c->counts[i]))
      return false;
  }
  return true;
}

static void set_status(struct checking *c) {
  struct run *run = c->run;
  FILE *err = run->session->options.err;
  for (size_t i = 0; i < c->rules.n; i++)
    if (c->rules.at[i]->severity == RULE_ERROR &&
        c->counts[i].of[STATUS_FAIL] > c->counts[i].waived + c->counts[i].known)
      run->status = 1;
  const struct node *name = c->names->first;
  if (name == NULL && is_empty(c, NULL)) {
    run->status = 3;
    fprintf(err, "check: nothing was checked: no report in scope has what a rule compares\n");
  }
  for (; name != NULL; name = name->next)
    if (is_empty(c, name)) {
      run->status = 3;
      fprintf(err, "check: %.*s: n/a, nothing passed and nothing failed\n", STR_ARG(name->text));
    }
}

bool run_check(struct run *run, const struct node *check) {
  struct session *session = run->session;
  struct checking c = {.run = run};
  c.request = (struct check_request){.vocab = &session->vocab,
                                     .panel = &session->panel,
                                     .settings = &session->settings,
                                     .rules = &c.rules,
                                     .at = check->span};
  if (!take_clauses(&c, check) ||
      !check_refresh(run->arena, session->store, &c.request, &run->diags))
    return false;
  if (c.is_timing)
    return run_check_timing(run, c.to);
  if (!take_excuses(&c))
    return false;
  c.counts = check_counts(run->arena, session->store, &c.request, &run->diags);
  if (c.counts == NULL || !show(&c))
    return false;
  set_status(&c);
  tell_fixed(&c);
  tell_stale(&c);
  if (c.check_format != NULL && c.to == NULL)
    run_tell_latest(run);
  return run->status == 0;
}
