/* diagnose: the statement `diagnose`: the cells that explain what fails in a report, for people in
 * paragraphs, for programs a row for each cell of each explanation. What is found is src/check's.
 */
#include "app/state.h"

#include "check/slip.h"
#include "check/suspect.h"
#include "sql/rules.h"

struct diagnosing {
  struct run *run;
  struct arena scratch; /* for one report */
  struct check_request request;
  struct rule_list rules;
  struct rule_numbers numbers, carried;
  const struct node *to;
  bool for_people;
  struct table *table;
  size_t reports, explained, problems; /* seen so far */
};

/* One report at a time. */
struct diagnosed {
  struct str agency;
  int64_t agency_id;
  struct equations equations;
  struct problems problems;
};

/* A cell as it is shown. */
struct place_shown {
  struct str table, row, column, printed, place;
};

/* --- What is asked */

static bool take_statement(struct diagnosing *d, const struct node *diagnose) {
  struct run *run = d->run;
  struct node *clauses = ARENA_NEW(run->arena, struct node);
  for (const struct node *clause = diagnose->first; clause != NULL; clause = clause->next) {
    struct node *kept = node_copy(run->arena, clause, 0, 0);
    if (clause->kind == NODE_SUBJECT) {
      struct node *subject = kept;
      kept = ARENA_NEW(run->arena, struct node);
      *kept = (struct node){.kind = NODE_FOR, .span = clause->span};
      node_add(kept, subject);
    }
    if (clause->kind == NODE_TO && d->to != NULL)
      return diag_add(&run->diags, DIAG_CLAUSE, clause->span, "\"%s\" is said twice", "to");
    if (clause->kind == NODE_TO)
      d->to = clause->first;
    else
      node_add(clauses, kept);
  }
  return run_scope(run, clauses->first, &d->request.scope);
}

/* The equations of the book and of the panel's own rules, their results brought up to date. */
static bool take_rules(struct diagnosing *d) {
  struct run *run = d->run;
  struct book *book = run_book(run);
  if (book == NULL)
    return false;
  for (size_t i = 0; i < book->n; i++)
    if (rule_is_equation(book->at[i]))
      ARENA_PUSH(run->arena, &d->rules, (const struct rule *)book->at[i]);
  d->request.book = book;
  d->request.rules = &d->rules;
  if (!check_refresh(run->arena, run->session->store, &d->request, &run->diags))
    return false;
  for (size_t i = 0; i < d->rules.n; i++) {
    int64_t number = d->request.numbers[i];
    ARENA_PUSH(run->arena, &d->numbers, number);
    if (d->rules.at[i]->has_lag)
      ARENA_PUSH(run->arena, &d->carried, number);
  }
  return true;
}

/* --- Words */

static struct str text_at(struct arena *arena, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(arena, value.text) : STR("");
}

static bool read_place(struct diagnosing *d, const struct diagnosed *on, int cell,
                       struct place_shown *shown) {
  struct run *run = d->run;
  const struct equation_cell *c = &on->equations.cells.at[cell];
  struct value binds[] = {value_integer(on->equations.reports[c->report].id),
                          value_integer(c->cell)};
  struct cursor *cursor = store_query(
      run->session->store,
      STR("SELECT \"table\", \"row\", \"column\", printed, place FROM report_cell WHERE report = "
          "?1 AND cell = ?2"),
      binds, 2, d->request.at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  *shown = (struct place_shown){0};
  if (step == 1) {
    shown->table = text_at(run->arena, cursor, 0);
    shown->row = text_at(run->arena, cursor, 1);
    shown->column = text_at(run->arena, cursor, 2);
    shown->printed = text_at(run->arena, cursor, 3);
    shown->place = text_at(run->arena, cursor, 4);
  }
  cursor_close(cursor);
  return step >= 0;
}

static struct value figure(const struct diagnosing *d, const struct diagnosed *on, int cell,
                           int64_t value) {
  const struct vocab *vocab = d->request.vocab;
  int number = on->equations.cells.at[cell].cell;
  int measure = number < vocab->nleaves ? cell_measure(vocab, number)
                                        : vocab->stated[number - vocab->nleaves].measure;
  int decimals = vocab->units[vocab->measures[measure].unit].decimals;
  return decimals == 0 ? value_integer(value) : value_decimal(value, (unsigned)decimals);
}

/* "T3.balance total": with the year where it is that of another report. */
static void add_equation(const struct diagnosed *on, int number, const char *between,
                         struct sbuf *b) {
  const struct equation *e = &on->equations.all.at[number];
  sbuf_addf(b, "%s%.*s %.*s", b->n > 0 ? between : "", STR_ARG(e->rule->key),
            STR_ARG(e->rule->instances[e->instance].key));
  if (e->report != NEAR_THIS)
    sbuf_addf(b, " (%d)", on->equations.reports[e->report].year);
}

static struct str failing(struct arena *arena, const struct diagnosed *on, const struct problem *p,
                          const char *between) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < p->nfailing; i++)
    add_equation(on, p->failing[i], between, &b);
  return sbuf_str(&b);
}

/* Of the failing equations those in which a cell stands. */
static struct str repaired(struct arena *arena, const struct diagnosed *on, const struct problem *p,
                           int cell, const char *between) {
  struct sbuf b = {.arena = arena};
  const struct equation_cell *c = &on->equations.cells.at[cell];
  for (size_t i = 0; i < p->nfailing; i++)
    for (size_t u = 0; u < c->uses.n; u++)
      if (c->uses.at[u].equation == p->failing[i])
        add_equation(on, p->failing[i], between, &b);
  return sbuf_str(&b);
}

/* --- For people */

static const char *number_word(size_t n) {
  static const char *const words[] = {"no", "one", "two", "three"};
  return n < sizeof words / sizeof words[0] ? words[n] : "";
}

static void write_repair(struct diagnosing *d, const struct diagnosed *on, const struct problem *p,
                         const struct explanation *e, const struct repair *repair,
                         const struct place_shown *shown) {
  FILE *out = d->run->session->options.out;
  struct arena *arena = d->run->arena;
  const struct near_report *near =
      &on->equations.reports[on->equations.cells.at[repair->cell].report];
  struct str implied = value_plain(arena, figure(d, on, repair->cell, repair->implied));
  struct str words = e->slips != 0 ? STR("") : slip_words(arena, repair->slips);
  struct str equations = repaired(arena, on, p, repair->cell, ", ");
  fprintf(out, "    %.*s, %.*s", STR_ARG(shown->table), STR_ARG(shown->row));
  fprintf(out, " | %.*s", STR_ARG(shown->column));
  if (near->id != on->equations.reports[NEAR_THIS].id)
    fprintf(out, " (report on %d)", near->year);
  fprintf(out, "\n      printed %s%.*s%s, implied %.*s", shown->printed.n > 0 ? "" : "nothing",
          STR_ARG(shown->printed), "", STR_ARG(implied));
  fprintf(out, "%s%.*s\n", words.n > 0 ? ": " : "", STR_ARG(words));
  if (equations.n > 0)
    fprintf(out, "      repairs %.*s\n", STR_ARG(equations));
  fprintf(out, "      %.*s%s%.*s\n", STR_ARG(near->path), shown->place.n > 0 ? ": " : "",
          STR_ARG(shown->place));
}

static void write_heading(struct diagnosing *d, const struct problem *p, struct str equations) {
  FILE *out = d->run->session->options.out;
  const struct explanation *first = p->explanations;
  fprintf(out, "  %zu equation%s: %.*s\n", p->nfailing, p->nfailing == 1 ? " fails" : "s fail",
          STR_ARG(equations));
  if (p->is_given_up)
    fprintf(out, "  no explanation was found: there are too many sets of cells to try them all\n");
  else if (p->nexplanations == 0)
    fprintf(out, "  neither one cell nor two or three explain that\n");
  else if (p->nexplanations > 1)
    fprintf(out, "  %zu explanations do equally well\n", p->nexplanations + p->nfurther);
  else if (first->n < 4)
    fprintf(out, "  %s cell%s explain%s that\n", number_word(first->n), first->n == 1 ? "" : "s",
            first->n == 1 ? "s" : "");
  else
    fprintf(out, "  %zu cells explain that\n", first->n);
}

static bool write_problem(struct diagnosing *d, const struct diagnosed *on,
                          const struct problem *p) {
  struct run *run = d->run;
  FILE *out = run->session->options.out;
  write_heading(d, p, failing(run->arena, on, p, ", "));
  for (size_t i = 0; i < p->nexplanations; i++) {
    const struct explanation *e = &p->explanations[i];
    struct str words = slip_words(run->arena, e->slips);
    if (p->nexplanations > 1)
      fprintf(out, "  %zu%s%.*s\n", i + 1, words.n > 0 ? ": " : ".", STR_ARG(words));
    else if (words.n > 0)
      fprintf(out, "  %.*s\n", STR_ARG(words));
    for (size_t k = 0; k < e->n; k++) {
      struct place_shown shown;
      if (!read_place(d, on, e->at[k].cell, &shown))
        return false;
      write_repair(d, on, p, e, &e->at[k], &shown);
    }
  }
  if (p->nfurther > 0)
    fprintf(out, "  and %zu more\n", p->nfurther);
  return true;
}

static bool write_report(struct diagnosing *d, const struct diagnosed *on) {
  FILE *out = d->run->session->options.out;
  const struct near_report *near = &on->equations.reports[NEAR_THIS];
  fprintf(out, "%.*s %d\n", STR_ARG(on->agency), near->year);
  if (on->problems.n == 0) {
    size_t n = 0;
    for (size_t e = 0; e < on->equations.all.n; e++)
      n += on->equations.all.at[e].report == NEAR_THIS;
    fprintf(out, "  nothing fails: %zu equation%s\n", n, n == 1 ? " holds" : "s hold");
  }
  for (size_t i = 0; i < on->problems.n; i++)
    if (!write_problem(d, on, &on->problems.at[i]))
      return false;
  return true;
}

/* --- For programs */

static struct table *new_table(struct arena *arena) {
  static const char *const names[] = {
      "agency",  "year",    "problem", "explanation", "cell_year", "table", "row",         "column",
      "printed", "implied", "slip",    "equations",   "place",     "file",  "alternatives"};
  struct table *table = table_new(arena, sizeof names / sizeof names[0], names);
  for (int c = 1; c <= 4; c++)
    table->columns[c].type = VALUE_INTEGER;
  table->columns[9].type = VALUE_DECIMAL;
  table->columns[14].type = VALUE_INTEGER;
  return table;
}

static struct value text_or_missing(struct str text) {
  return text.n > 0 ? value_text(text) : value_missing();
}

static struct row *new_row(struct diagnosing *d, const struct diagnosed *on, size_t problem) {
  struct row *row = table_row(d->run->arena, d->table);
  row->cells[0] = value_text(on->agency);
  row->cells[1] = value_integer(on->equations.reports[NEAR_THIS].year);
  row->cells[2] = value_integer((int64_t)problem + 1);
  return row;
}

static bool add_repair(struct diagnosing *d, const struct diagnosed *on, size_t problem,
                       size_t explanation, const struct repair *repair) {
  struct arena *arena = d->run->arena;
  const struct problem *p = &on->problems.at[problem];
  const struct explanation *e = &p->explanations[explanation];
  const struct near_report *near =
      &on->equations.reports[on->equations.cells.at[repair->cell].report];
  struct place_shown shown;
  if (!read_place(d, on, repair->cell, &shown))
    return false;
  struct row *row = new_row(d, on, problem);
  row->cells[3] = value_integer((int64_t)explanation + 1);
  row->cells[4] = value_integer(near->year);
  row->cells[5] = value_text(shown.table);
  row->cells[6] = value_text(shown.row);
  row->cells[7] = value_text(shown.column);
  row->cells[8] = value_text(shown.printed);
  row->cells[9] = figure(d, on, repair->cell, repair->implied);
  row->cells[10] = text_or_missing(slip_keys(arena, e->slips != 0 ? e->slips : repair->slips));
  row->cells[11] = text_or_missing(repaired(arena, on, p, repair->cell, "; "));
  row->cells[12] = text_or_missing(shown.place);
  row->cells[13] = text_or_missing(near->path);
  row->cells[14] = value_integer((int64_t)(p->nexplanations + p->nfurther) - 1);
  return true;
}

static bool add_rows(struct diagnosing *d, const struct diagnosed *on) {
  for (size_t i = 0; i < on->problems.n; i++) {
    const struct problem *p = &on->problems.at[i];
    for (size_t e = 0; e < p->nexplanations; e++)
      for (size_t k = 0; k < p->explanations[e].n; k++)
        if (!add_repair(d, on, i, e, &p->explanations[e].at[k]))
          return false;
    if (p->nexplanations > 0)
      continue;
    struct row *row = new_row(d, on, i);
    row->cells[11] = value_text(failing(d->run->arena, on, p, "; "));
    row->cells[13] = text_or_missing(on->equations.reports[NEAR_THIS].path);
    row->cells[14] = value_integer(0);
  }
  return true;
}

/* --- Report after report */

static struct near_report near_at(struct arena *arena, struct cursor *cursor, size_t column,
                                  int year) {
  struct near_report near = {.year = year};
  if (cursor_value(cursor, column).kind != VALUE_INTEGER)
    return near;
  near.id = cursor_value(cursor, column).integer;
  near.edition = (int)cursor_value(cursor, column + 1).integer;
  near.path = text_at(arena, cursor, column + 2);
  return near;
}

static bool diagnose_report(struct diagnosing *d, struct cursor *cursor) {
  struct run *run = d->run;
  struct diagnosed on = {.agency_id = cursor_value(cursor, 0).integer,
                         .agency = text_at(run->arena, cursor, 1)};
  int year = (int)cursor_value(cursor, 2).integer;
  struct near_report reports[NEAR] = {near_at(run->arena, cursor, 6, year - 1),
                                      near_at(run->arena, cursor, 3, year),
                                      near_at(run->arena, cursor, 9, year + 1)};
  arena_reset(&d->scratch);
  if (!equations_read(&d->scratch, run->session->store, &d->request, on.agency_id, reports,
                      &on.equations, &run->diags))
    return false;
  on.problems = suspects_find(&d->scratch, &on.equations, d->request.vocab);
  d->reports++;
  for (size_t i = 0; i < on.problems.n; i++) {
    d->problems++;
    d->explained += on.problems.at[i].nexplanations > 0;
  }
  return d->for_people ? write_report(d, &on) : add_rows(d, &on);
}

static bool diagnose_all(struct diagnosing *d, bool failing_only) {
  struct run *run = d->run;
  struct sql sql = sql_failing(run->arena, &d->numbers, &d->carried, failing_only, d->request.scope,
                               d->request.vocab, &dialect_sqlite);
  struct cursor *cursor =
      store_query(run->session->store, sql.text, sql.binds, sql.nbinds, d->request.at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  bool ok = true;
  for (; ok && step == 1; step = ok ? cursor_step(cursor, &run->diags) : -1) {
    struct arena_mark mark = arena_mark(run->arena);
    ok = diagnose_report(d, cursor);
    if (ok && d->for_people)
      arena_rewind(run->arena, mark);
  }
  cursor_close(cursor);
  return step == 0;
}

static void write_end(struct diagnosing *d, bool failing_only) {
  FILE *err = d->run->session->options.err;
  if (d->run->session->options.quiet)
    return;
  if (d->reports == 0)
    fprintf(err, failing_only ? "no report in scope has an equation that fails\n"
                              : "no report is in scope\n");
  else if (failing_only)
    fprintf(err, "reports with failing equations %zu, problems %zu, explained %zu\n", d->reports,
            d->problems, d->explained);
}

bool run_diagnose(struct run *run, const struct node *diagnose) {
  struct session *session = run->session;
  struct diagnosing d = {.run = run};
  d.request = (struct check_request){.vocab = &session->vocab,
                                     .panel = &session->panel,
                                     .settings = &session->settings,
                                     .at = diagnose->span};
  if (!take_statement(&d, diagnose) || !take_rules(&d))
    return false;
  d.for_people = d.to == NULL && str_eq(str_from_z(session->format->name), STR("table"));
  d.table = new_table(run->arena);
  bool failing_only = diagnose->first == NULL || diagnose->first->kind != NODE_SUBJECT;
  bool ok = diagnose_all(&d, failing_only);
  arena_free(&d.scratch);
  if (!ok)
    return false;
  if (!d.for_people)
    return run_show(run, d.table, d.to);
  fflush(session->options.out);
  write_end(&d, failing_only);
  run_tell_latest(run);
  session->results++;
  return true;
}
