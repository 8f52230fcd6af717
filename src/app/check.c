/* check: the statement `check`: which rules, on which reports, shown how, and the status it ends
 * with. The results are src/check's.
 */
#include "check/check.h"
#include "app/check_counts.h"
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

struct checking {
  struct run *run;
  const struct node *names; /* LIST */
  struct rule_list rules;
  struct check_request request;
  const struct node *to;
  const struct format *format;             /* of tables; or */
  const struct check_format *check_format; /* one of findings */
  const struct node *baseline;             /* a string; NULL */
  bool is_timing;
  const struct check_count *counts;
  struct check_findings *findings;
};

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

/* Documents have fewer columns: file and place are one, and what is waived says so in its status.
 */
enum {
  FOUND_RULE,
  FOUND_SEVERITY,
  FOUND_STATUS,
  FOUND_AGENCY,
  FOUND_YEAR,
  FOUND_INSTANCE,
  FOUND_LEFT,
  FOUND_RIGHT,
  FOUND_DIFFERENCE,
  FOUND_FILE,
  FOUND_PLACE,
  FOUND_WAIVED,
  FOUND_MESSAGE,
  NFOUND,
  READ_MESSAGE = FOUND_FILE,
  READ_WHERE,
  NREAD
};

static bool is_page(const struct checking *c) {
  return c->format->is_document && c->format->write != NULL;
}

static struct table *finding_table(const struct checking *c) {
  static const char *const names[NFOUND] = {"rule",     "severity", "status", "agency",     "year",
                                            "instance", "left",     "right",  "difference", "file",
                                            "place",    "waived",   "message"};
  static const char *const read[NREAD] = {"rule",       "severity", "status", "agency",
                                          "year",       "instance", "left",   "right",
                                          "difference", "message",  "where"};
  bool page = is_page(c);
  struct table *table =
      page ? table_new(c->run->arena, NREAD, read) : table_new(c->run->arena, NFOUND, names);
  table->columns[FOUND_YEAR].type = VALUE_INTEGER;
  for (int i = FOUND_LEFT; i <= FOUND_DIFFERENCE; i++)
    table->columns[i].type = VALUE_DECIMAL;
  table->columns[FOUND_STATUS].is_verdict = true;
  table->columns[FOUND_SEVERITY].is_said = true;
  if (!page)
    table->columns[FOUND_WAIVED].type = VALUE_BOOLEAN;
  return table;
}

static struct value finding_message(const struct checking *c, const struct finding *f) {
  bool zh = c->run->session->names == NAMES_ZH;
  bool says_zh = zh && f->status == STATUS_FAIL && f->rule->zh.n > 0 && f->quote.n == 0;
  return value_text_if(says_zh ? finding_sentence(f, true) : f->message);
}

static struct row *finding_row(const struct checking *c, const struct table *table,
                               const struct finding *f) {
  struct arena *arena = c->run->arena;
  struct row *row = row_new(arena, table);
  row->cells[FOUND_RULE] = value_text(f->rule->key);
  row->cells[FOUND_SEVERITY] = value_text(rule_severity_name(f->rule->severity));
  row->cells[FOUND_STATUS] = value_text(rule_status_name(f->status));
  row->cells[FOUND_AGENCY] = value_text(f->agency);
  row->cells[FOUND_YEAR] = value_integer(f->year);
  row->cells[FOUND_INSTANCE] = value_text_if(f->instance);
  row->cells[FOUND_LEFT] = f->left;
  row->cells[FOUND_RIGHT] = f->right;
  row->cells[FOUND_DIFFERENCE] = f->difference;
  if (!is_page(c)) {
    row->cells[FOUND_FILE] = value_text_if(f->file);
    row->cells[FOUND_PLACE] = value_text_if(f->place);
    row->cells[FOUND_WAIVED] = value_boolean(f->waived);
    row->cells[FOUND_MESSAGE] = finding_message(c, f);
    return row;
  }
  if (f->waived)
    row->cells[FOUND_STATUS] = value_text(STR("waived"));
  row->cells[READ_MESSAGE] = finding_message(c, f);
  row->cells[READ_WHERE] = value_text_if(
      f->place.n > 0 ? str_fmt(arena, "%.*s: %.*s", STR_ARG(f->file), STR_ARG(f->place)) : f->file);
  return row;
}

/* The findings as rows: with `all` every instance, else what failed. */
struct listing {
  struct checking *c;
  struct table *table;
  struct check_request request;
  struct check_every *every;
  struct check_findings *findings;
  bool is_bounded; /* what a row takes is given back before the next */
  bool is_begun;
  struct arena_mark mark; /* before the first row */
  FILE *out;              /* where they go */
  int step;               /* 1: there may be more; 0: no; -1: after a message */
};

static bool listing_open(struct listing *l) {
  struct run *run = l->c->run;
  struct store *store = run->session->store;
  l->request = l->c->request;
  if (l->request.all)
    l->every = check_every(run->arena, store, &l->request, &run->diags);
  else
    l->findings = check_findings(run->arena, store, &l->request, &run->diags);
  l->step = l->every != NULL || l->findings != NULL ? 1 : -1;
  return l->step == 1;
}

static void listing_close(struct listing *l) {
  check_close(l->findings);
  check_every_close(l->every);
}

/* The next finding; none when what was written so far did not arrive: nobody reads the rest. */
static const struct row *listing_next(void *context) {
  struct listing *l = context;
  struct run *run = l->c->run;
  struct finding f;
  if (l->step != 1 || ferror(l->out))
    return NULL;
  if (l->is_bounded && l->is_begun)
    arena_rewind(run->arena, l->mark);
  else
    l->mark = arena_mark(run->arena);
  l->is_begun = true;
  l->step = l->every != NULL ? check_every_next(l->every, run->arena, &f, &run->diags)
                             : check_next(l->findings, run->arena, &f, &run->diags);
  return l->step == 1 ? finding_row(l->c, l->table, &f) : NULL;
}

/* Takes all of them into the table, for formats that look at a column as a whole. */
static bool listing_fill(struct listing *l) {
  const struct row *row;
  while ((row = listing_next(l)) != NULL)
    ARENA_PUSH(l->c->run->arena, &l->table->rows, *row);
  return l->step == 0;
}

static bool write_listing(void *context, FILE *out) {
  struct listing *l = context;
  struct show_options options = {.quiet = true, .is_first = true};
  l->out = out;
  l->c->format->write(l->c->run->arena, l->table, &options, out);
  return l->step >= 0;
}

/* Documents have the counts as well. */
static bool show_whole(struct listing *l) {
  struct checking *c = l->c;
  if (!listing_fill(l))
    return false;
  if (!is_page(c) || c->to != NULL)
    return run_show_as(c->run, l->table, c->format, c->to);
  return (l->table->rows.n == 0 || run_show_as(c->run, l->table, c->format, NULL)) &&
         run_show_as(c->run, check_count_table(c->run->arena, &c->rules, c->counts), c->format,
                     NULL);
}

static bool show_listing(struct checking *c) {
  struct run *run = c->run;
  struct listing l = {.c = c,
                      .table = finding_table(c),
                      .is_bounded = c->format->is_machine,
                      .out = run->session->options.out};
  struct row_feed feed = {listing_next, &l};
  bool is_shown = listing_open(&l);
  l.table->statement = run->text;
  l.table->feed = l.is_bounded ? &feed : NULL;
  if (is_shown && !l.is_bounded)
    is_shown = show_whole(&l);
  else if (is_shown && c->to != NULL)
    is_shown = run_write_file(run, c->to, write_listing, &l);
  else if (is_shown)
    is_shown = run_show_as(run, l.table, c->format, NULL);
  listing_close(&l);
  return is_shown && l.step >= 0;
}

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
    return show_listing(c);
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
