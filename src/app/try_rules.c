/* try_rules: `test "rules.ogit"`: rules tried on small reports with the status each must get.
 *
 * A file holds reports and, behind them, what is expected of the rules. A report that follows an
 * expectation begins a new panel. Rules may be defined in the file; they last for that file.
 */
#include "app/given.h"
#include "app/paths.h"
#include "app/state.h"

#include "check/check.h"
#include "sql/rules.h"

/* One panel under way. */
struct trial {
  struct run *run;
  struct arena *arena; /* of the file */
  const struct source *source;
  struct diags diags;
  struct book book; /* the session's rules and those of the file */
  struct {
    struct given *at;
    size_t n, cap;
  } reports;
  struct store *store; /* NULL: reports are still coming */
  struct table *table;
  int64_t met, failed;
};

/* --- The panel */

/* What is said of the agencies, as a list of agencies says it. */
static bool declare(struct trial *t) {
  struct sbuf csv = {.arena = t->arena};
  size_t count;
  bool any = false;
  sbuf_add_z(&csv, "agency,level,function,parent,consolidated\n");
  for (size_t i = 0; i < t->reports.n; i++) {
    const struct given *given = &t->reports.at[i];
    if (!given->is_declared)
      continue;
    bool is_said = false;
    for (size_t k = 0; k < i; k++)
      is_said = is_said || (str_eq(t->reports.at[k].report.agency, given->report.agency) &&
                            t->reports.at[k].is_declared);
    if (!is_said)
      sbuf_addf(&csv, "\"%.*s\",\"%.*s\",\"%.*s\",\"%.*s\",%.*s\n", STR_ARG(given->report.agency),
                STR_ARG(given->level), STR_ARG(given->function), STR_ARG(given->parent),
                STR_ARG(given->consolidated));
    any = true;
  }
  return !any || store_agencies(t->store, sbuf_str(&csv), &count, &t->diags);
}

static bool fill_panel(struct trial *t) {
  t->store = store_open(t->arena, NULL, false, &t->run->session->vocab, &t->diags);
  if (t->store == NULL || !store_load_begin(t->store, &t->diags))
    return false;
  bool ok = true;
  for (size_t i = 0; i < t->reports.n && ok; i++)
    ok = store_put(t->store, &t->reports.at[i].report, &t->diags) != PUT_FAILED;
  return store_load_end(t->store, ok, &t->diags) && ok && declare(t);
}

static void end_panel(struct trial *t) {
  store_close(t->store);
  t->store = NULL;
  t->reports.n = 0;
}

/* --- What the rules say of a report */

static int instance_named(const struct rule *rule, struct str name) {
  for (size_t i = 0; i < rule->ninstances; i++)
    if (str_eq(rule->instances[i].key, name))
      return (int)i;
  return -1;
}

/* Worse ones are larger. */
static int weight(enum rule_status status) {
  static const int weights[] = {
      [STATUS_PASS] = 1,    [STATUS_PASS_BLANK] = 2, [STATUS_FAIL] = 4,
      [STATUS_UNKNOWN] = 3, [STATUS_NA] = 0,         [STATUS_OUTSIDE] = 0};
  return weights[status];
}

static bool refresh(struct trial *t, struct check_request *request, const struct rule *rule) {
  struct rule_list *rules = ARENA_NEW(t->arena, struct rule_list);
  struct panel *panel = ARENA_NEW(t->arena, struct panel);
  *panel = store_panel(t->store);
  ARENA_PUSH(t->arena, rules, rule);
  *request = (struct check_request){.vocab = &t->run->session->vocab,
                                    .panel = panel,
                                    .settings = &t->run->session->settings,
                                    .book = &t->book,
                                    .rules = rules};
  return check_refresh(t->arena, t->store, request, &t->diags);
}

/* What the rule says of the report, of one instance or (-1) in all: the worst. */
static bool status_of(struct trial *t, const struct rule *rule, const struct report *report,
                      int instance, enum rule_status *status) {
  struct check_request request;
  struct finding f;
  *status = STATUS_NA;
  if (!refresh(t, &request, rule))
    return false;
  struct check_every *every = check_every(t->arena, t->store, &request, &t->diags);
  int step = every != NULL ? 1 : -1;
  while (step == 1 && (step = check_every_next(every, t->arena, &f, &t->diags)) == 1) {
    bool is_meant = instance < 0 || f.number == RULE_WHOLE || f.number == instance;
    if (is_meant && str_eq(f.agency, report->agency) && f.year == report->year &&
        weight(f.status) >= weight(*status))
      *status = f.status == STATUS_OUTSIDE ? STATUS_NA : f.status;
  }
  check_every_close(every);
  return step == 0;
}

static const struct report *report_of(const struct trial *t, const struct node *year) {
  for (size_t i = t->reports.n; i > 0; i--)
    if (year->kind == NODE_NOTHING || t->reports.at[i - 1].report.year == year->number)
      return &t->reports.at[i - 1].report;
  return NULL;
}

/* expect H.cover fail for 甲局 in 2022: the agency's report, or what would be it: only its agency
 * and year are known. NULL: no report of such an agency stands above. */
static const struct report *report_by(struct trial *t, struct str agency, const struct node *year) {
  const struct report *found = NULL;
  for (size_t i = 0; i < t->reports.n; i++) {
    const struct report *report = &t->reports.at[i].report;
    if (!str_eq(report->agency, agency))
      continue;
    if (year->kind == NODE_NOTHING || report->year == year->number)
      found = report;
    else if (found == NULL || found->year != year->number) {
      struct report *missing = ARENA_NEW(t->arena, struct report);
      *missing = (struct report){.agency = agency, .year = (int)year->number};
      found = missing;
    }
  }
  return found;
}

static void note_failure(struct trial *t, const struct node *expect, const struct rule *rule,
                         const struct report *report, enum rule_status wanted,
                         enum rule_status found) {
  const struct node *place = expect->first->next;
  uint32_t line, column;
  source_position(t->source, expect->span.start, &line, &column);
  struct row *row = table_row(t->run->arena, t->table);
  row->cells[0] = value_text(str_fmt(t->run->arena, "%.*s:%u", STR_ARG(t->source->name), line));
  row->cells[1] = value_text(rule->key);
  row->cells[2] = value_text(str_copy(t->run->arena, place->text));
  row->cells[3] = value_text(str_copy(t->run->arena, report->agency));
  row->cells[4] = value_integer(report->year);
  row->cells[5] = value_text(rule_status_name(wanted));
  row->cells[6] = value_text(rule_status_name(found));
}

static bool take_expect(struct trial *t, const struct node *expect) {
  const struct node *name = expect->first, *place = name->next, *year = place->next;
  const struct rule *rule = book_find(&t->book, name->text);
  const struct report *report = report_of(t, year), *of_agency = report_by(t, place->text, year);
  enum rule_status wanted, found;
  if (rule == NULL)
    return diag_add(&t->diags, DIAG_NAME, name->span, "there is no rule \"%.*s\"",
                    STR_ARG(name->text));
  if (!rule_status_named(expect->text, &wanted)) {
    diag_add(&t->diags, DIAG_VALUE, expect->span, "\"%.*s\" is no status", STR_ARG(expect->text));
    diag_hint(&t->diags, "it can be pass, pass*, fail, unknown or n/a");
    return false;
  }
  if (report == NULL)
    return diag_add(&t->diags, DIAG_VALUE, expect->span, "no report stands above it%s",
                    year->kind == NODE_INT ? " on that year" : "");
  int instance = place->kind == NODE_NOTHING ? -1 : instance_named(rule, place->text);
  if (place->kind != NODE_NOTHING && instance < 0 && of_agency != NULL)
    report = of_agency;
  else if (place->kind != NODE_NOTHING && instance < 0) {
    diag_add(&t->diags, DIAG_NAME, place->span, "\"%.*s\" is not tried on \"%.*s\"",
             STR_ARG(rule->key), STR_ARG(place->text));
    diag_hint(&t->diags, "\"show check %.*s\" lists what it is tried on", STR_ARG(rule->key));
    return false;
  }
  if ((t->store == NULL && !fill_panel(t)) || !status_of(t, rule, report, instance, &found))
    return false;
  if (found == wanted) {
    t->met++;
    return true;
  }
  t->failed++;
  note_failure(t, expect, rule, report, wanted, found);
  return true;
}

static bool take_report(struct trial *t, const struct node *node) {
  struct given given;
  if (t->store != NULL)
    end_panel(t);
  struct str path = str_fmt(t->arena, "%.*s#%zu", STR_ARG(t->source->name), t->reports.n + 1);
  if (!given_report(t->arena, node, t->source, &t->run->session->vocab, path, &given, &t->diags))
    return false;
  ARENA_PUSH(t->arena, &t->reports, given);
  return true;
}

static bool take_rule(struct trial *t, const struct node *node) {
  struct rule *rule = rule_from_tree(t->arena, node, t->source, &t->run->session->vocab, &t->diags);
  if (rule == NULL)
    return false;
  rule->is_user = true;
  return book_add(t->arena, &t->book, rule, node->span, &t->diags);
}

/* --- Files */

static bool take_statement(struct trial *t, const struct node *tree) {
  switch (tree->kind) {
  case NODE_GIVEN_REPORT:
    return take_report(t, tree);
  case NODE_EXPECT:
    return take_expect(t, tree);
  case NODE_DEFINE_CHECK:
    return take_rule(t, tree);
  case NODE_NOTHING:
    return true;
  default:
    diag_add(&t->diags, DIAG_CLAUSE, tree->span, "\"%s\" has no place in a file of tests",
             node_word(tree->kind));
    diag_hint(&t->diags, "it holds \"report\", \"expect\" and \"define check\"");
    return false;
  }
}

/* The expectations of one file. Its mistakes are written; returns their status. */
static int try_file(struct trial *t, struct str text) {
  struct source source = {t->source->name, text, 1};
  struct lex lex = {.source = &source};
  struct token_list tokens = {0};
  t->source = &source;
  t->diags = (struct diags){.arena = t->arena, .source = &source};
  for (;;) {
    enum lex_outcome outcome = lex_statement(t->arena, &lex, &tokens, &t->diags);
    if (outcome == LEX_END)
      break;
    const struct node *tree =
        outcome == LEX_STATEMENT ? tree_from_tokens(t->arena, &source, &tokens, &t->diags) : NULL;
    if (tree != NULL)
      take_statement(t, tree);
  }
  end_panel(t);
  session_say(&t->run->session->options, &t->diags);
  return diags_status(&t->diags);
}

static bool try_path(struct run *run, struct str path, struct span at, const struct book *book,
                     struct trial *total) {
  struct arena arena = {0};
  struct source named = {path, STR(""), 1};
  struct trial t = {.run = run, .arena = &arena, .source = &named, .table = total->table};
  struct str text;
  if (!run_read_file(run, path, at, &text))
    return false;
  for (size_t i = 0; i < book->n; i++)
    ARENA_PUSH(&arena, &t.book, book->at[i]);
  int status = try_file(&t, text);
  run->status = status > run->status ? status : run->status;
  total->met += t.met;
  total->failed += t.failed;
  arena_free(&arena);
  return true;
}

bool run_test(struct run *run, const struct node *test) {
  static const char *const names[] = {"place", "rule",     "instance", "agency",
                                      "year",  "expected", "found"};
  struct book *book = run_book(run);
  struct path_list paths = {0};
  struct trial total = {.run = run, .table = table_new(run->arena, 7, names)};
  total.table->columns[4].type = VALUE_INTEGER;
  if (book == NULL || !run_may_touch_files(run, test->span))
    return false;
  for (const struct node *path = test->first; path != NULL; path = path->next)
    if (!paths_expand(run->arena, path->text, &paths, path->span, &run->diags))
      return false;
  for (size_t i = 0; i < paths.n; i++)
    if (!try_path(run, paths.at[i].path, test->span, book, &total))
      return false;
  if (total.failed > 0 && !run_show(run, total.table, NULL))
    return false;
  fprintf(run->session->options.err, "%zu file%s, %lld expectation%s met, %lld not\n", paths.n,
          paths.n == 1 ? "" : "s", (long long)total.met, total.met == 1 ? "" : "s",
          (long long)total.failed);
  int status = total.failed > 0 ? 1 : total.met == 0 ? 3 : 0;
  run->status = status > run->status ? status : run->status;
  return run->status == 0;
}
