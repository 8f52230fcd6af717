/* suppose: `what if`: a question asked of a panel in which some cells hold other numbers. Each cell
 * is named by a measure, conditions on members and a report; exactly one must fit. The panel stays
 * as it is (store/suppose.c), and the answer says what it rests on.
 */
#include "app/state.h"

#include "form/report.h"

#include <stdio.h>

#define LISTED 4 /* cells named in a message */

/* One cell, and what it is to hold. */
struct altered {
  int64_t report;
  int edition;
  int cell;
  int64_t value;      /* times 10^scale of its unit */
  struct str printed; /* as a report would print it */
};

/* --- Which cells fit */

static struct node *head_of(struct run *run, const struct node *figure) {
  struct node *head = ARENA_NEW(run->arena, struct node);
  *head = (struct node){.kind = NODE_AGGREGATE,
                        .span = figure->span,
                        .text = figure->text.n > 0 ? figure->text : STR("sum")};
  struct node *measure = node_copy(run->arena, figure->first, 0, 0);
  measure->next = NULL;
  head->first = head->last = measure;
  return head;
}

/* The cells that `sum` or `stated` of the figure would take, as a plan. NULL after a message. */
static const struct plan *plan_of(struct run *run, const struct node *figure) {
  struct session *session = run->session;
  struct plan_settings settings = session->settings;
  struct node query = {.kind = NODE_QUERY, .span = figure->span};
  settings.year_low = settings.year_high = 0;
  node_add(&query, head_of(run, figure));
  for (const struct node *part = figure->first->next; part != NULL; part = part->next)
    node_add(&query, node_copy(run->arena, part, 0, 0));
  const struct plan *plan =
      plan_from_tree(run->arena, &query, &session->vocab, &session->panel, &settings, &run->diags);
  if (plan == NULL)
    return NULL;
  if (plan->scope != NULL) {
    diag_add(&run->diags, DIAG_CLAUSE, figure->span, "a cell is chosen by members of the form");
    diag_hint(&run->diags, "the report is named behind \"for\", as in for \"X\" 2021");
    return NULL;
  }
  if (plan->takes_total) {
    diag_add(&run->diags, DIAG_STATED, figure->span,
             "this total is printed over all agencies, not in a report");
    return NULL;
  }
  return plan;
}

/* "requester=company and outcome=disclosed": where a cell stands; a printed total over all of a
 * dimension says nothing of it. */
static struct str place_of(struct run *run, int cell) {
  const struct vocab *vocab = &run->session->vocab;
  bool is_leaf = cell < vocab->nleaves;
  const struct stated *stated = is_leaf ? NULL : &vocab->stated[cell - vocab->nleaves];
  const struct measure *measure =
      &vocab->measures[is_leaf ? cell_measure(vocab, cell) : stated->measure];
  struct sbuf b = {.arena = run->arena};
  sbuf_addf(&b, "%s%.*s", is_leaf ? "" : "stated ", STR_ARG(measure->names.key));
  bool any = false;
  for (int slot = 0; slot < measure->ndims; slot++) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
    int m = is_leaf ? cell_member(vocab, measure, cell, slot) : stated->member[slot];
    if (m == 0)
      continue;
    const struct member *member = &dimension->members[m];
    sbuf_addf(&b, " %s %.*s%s%.*s", any ? "and" : "where", STR_ARG(dimension->names.key),
              is_leaf && member->is_inner ? "==" : "=", STR_ARG(member->names.key));
    any = true;
  }
  return sbuf_str(&b);
}

static bool name_several(struct run *run, const struct node *figure, const int *cells, size_t n) {
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < n && i < LISTED; i++)
    sbuf_addf(&b, "%s\"%.*s\"", i > 0 ? ", " : "", STR_ARG(place_of(run, cells[i])));
  diag_add(&run->diags, DIAG_VALUE, figure->span, "%zu cells of the report fit: name one of them",
           n);
  diag_hint(&run->diags, "it can be %.*s%s", STR_ARG(sbuf_str(&b)), n > LISTED ? " …" : "");
  return false;
}

/* The one cell of the plan that the report's edition prints. */
static bool one_cell(struct run *run, const struct node *figure, const struct plan *plan,
                     struct altered *change) {
  const struct edition *edition = &run->session->vocab.editions[change->edition];
  int *cells = ARENA_ARRAY(run->arena, int, run->session->vocab.ncells + 1);
  size_t n = 0;
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t c = 0; c < plan->groups[g].cells.n; c++)
      if (edition_slot(edition, plan->groups[g].cells.at[c].cell) >= 0)
        cells[n++] = plan->groups[g].cells.at[c].cell;
  if (n > 1)
    return name_several(run, figure, cells, n);
  if (n == 0)
    return diag_add(&run->diags, DIAG_VALUE, figure->span,
                    "the form of this report (%.*s) has no such cell", STR_ARG(edition->names.key));
  change->cell = cells[0];
  return true;
}

/* --- Which report */

/* The version that counts, of the figure's form; with the table in which the cell stands. */
static bool find_report(struct run *run, const struct node *subject, int form, int64_t *tables,
                        struct altered *change) {
  struct panel_name agency;
  int64_t low, high;
  if (!run_subject(run, subject, &agency, &low, &high))
    return false;
  if (low == 0 || low != high) {
    diag_add(&run->diags, DIAG_VALUE, subject->span, "a cell is one of the report of one year");
    diag_hint(&run->diags, "write the year behind the agency");
    return false;
  }
  struct value binds[] = {value_integer(agency.id), value_integer(low), value_integer(form)};
  struct cursor *cursor = store_query(
      run->session->store,
      STR("SELECT id, edition, tables FROM report WHERE agency = ?1 AND year = ?2 AND form = ?3"
          " AND counts = 1"),
      binds, 3, subject->span, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  if (step == 1) {
    change->report = cursor_value(cursor, 0).integer;
    change->edition = (int)cursor_value(cursor, 1).integer;
    *tables = cursor_value(cursor, 2).integer;
  }
  cursor_close(cursor);
  if (step == 0)
    return diag_add(&run->diags, DIAG_VALUE, subject->span, "\"%.*s\" has no report on %d",
                    STR_ARG(agency.name), (int)low);
  return step == 1;
}

static bool has_table(struct run *run, const struct node *figure, const struct altered *change,
                      int64_t tables) {
  const struct edition *edition = &run->session->vocab.editions[change->edition];
  int table = edition->cells[edition_slot(edition, change->cell)].table;
  return (tables >> table & 1) != 0 ||
         diag_add(&run->diags, DIAG_VALUE, figure->span, "the report has no table %.*s",
                  STR_ARG(edition->tables[table].key));
}

/* --- Which number */

static const struct measure *measure_of(const struct vocab *vocab, int cell) {
  return &vocab->measures[cell < vocab->nleaves ? cell_measure(vocab, cell)
                                                : vocab->stated[cell - vocab->nleaves].measure];
}

/* The digits of a number, those behind the point filled up to `scale`. False when there are more,
 * or the number is too large. */
static bool scaled(struct str digits, int scale, int64_t *value) {
  int behind = -1;
  *value = 0;
  for (size_t i = 0; i < digits.n || behind < scale; i++) {
    char c = i < digits.n ? digits.p[i] : behind < 0 ? '.' : '0';
    if (c == '.') {
      behind = 0;
      continue;
    }
    if ((behind >= scale && c != '0') ||
        (behind < scale && __builtin_mul_overflow(*value, (int64_t)10, value)) ||
        (behind < scale && __builtin_add_overflow(*value, (int64_t)(c - '0'), value)))
      return false;
    behind += behind >= 0 && behind < scale;
    if (behind == scale && i + 1 >= digits.n)
      break;
  }
  return true;
}

static bool take_number(struct run *run, const struct node *number, struct altered *change) {
  const struct vocab *vocab = &run->session->vocab;
  const struct measure *measure = measure_of(vocab, change->cell);
  const struct unit *unit = &vocab->units[measure->unit];
  bool is_negative = number->kind == NODE_NEGATE;
  const struct node *digits = is_negative ? number->first : number;
  if (is_negative && !measure->is_signed)
    return diag_add(&run->diags, DIAG_VALUE, number->span, "\"%.*s\" cannot be negative",
                    STR_ARG(measure->names.key));
  if (!scaled(digits->text, unit->decimals, &change->value))
    return diag_add(&run->diags, DIAG_VALUE, number->span,
                    unit->decimals == 0 ? "\"%.*s\" is counted in %.*s: write a whole number"
                                        : "\"%.*s\" in %.*s has no such number",
                    STR_ARG(measure->names.key), STR_ARG(unit->names.zh));
  if (is_negative)
    change->value = -change->value;
  change->printed = value_plain(run->arena, value_decimal(change->value, (unsigned)unit->decimals));
  return true;
}

/* --- What it says beside the answer */

/* The figure as the report has it: printed, or an unread or inferred one in words. */
static struct str before(struct run *run, const struct altered *change) {
  static const char *const words[] = {[CELL_NUMBER] = "",
                                      [CELL_BLANK] = "blank",
                                      [CELL_TEXT] = "text",
                                      [CELL_UNREAD] = "unread",
                                      [CELL_INFERRED] = "inferred"};
  const struct vocab *vocab = &run->session->vocab;
  unsigned scale = (unsigned)vocab->units[measure_of(vocab, change->cell)->unit].decimals;
  struct value binds[] = {value_integer(change->report), value_integer(change->cell)};
  struct cursor *cursor = store_query(
      run->session->store, STR("SELECT state, value FROM reading WHERE report = ?1 AND cell = ?2"),
      binds, 2, (struct span){0, 0}, &run->diags);
  struct str text = STR("0");
  if (cursor != NULL && cursor_step(cursor, &run->diags) == 1) {
    int64_t state = cursor_value(cursor, 0).integer;
    struct value value = cursor_value(cursor, 1);
    if (value.kind == VALUE_INTEGER)
      text = value_plain(run->arena, value_decimal(value.integer, scale));
    if (state != CELL_NUMBER && state >= 0 && state <= CELL_INFERRED)
      text = state == CELL_INFERRED ? str_fmt(run->arena, "~%.*s", STR_ARG(text))
                                    : str_from_z(words[state]);
  }
  cursor_close(cursor);
  return text;
}

static void say_change(struct run *run, const struct node *subject, const struct altered *change) {
  struct session *session = run->session;
  struct panel_name agency;
  int64_t year, high;
  if (!run_subject(run, subject, &agency, &year, &high))
    return;
  struct str text = str_fmt(run->arena, "%.*s for %.*s %d = %.*s instead of %.*s",
                            STR_ARG(place_of(run, change->cell)), STR_ARG(agency.name), (int)year,
                            STR_ARG(change->printed), STR_ARG(before(run, change)));
  ARENA_PUSH(run->arena, &session->supposed, text);
}

/* --- The statement */

static bool take_change(struct run *run, const struct node *supposed, struct altered *change) {
  const struct node *figure = supposed->first, *subject = figure->next;
  const struct plan *plan = plan_of(run, figure);
  int64_t tables;
  if (plan == NULL)
    return false;
  int form = run->session->vocab.measures[plan->figures[0].measure].form;
  return find_report(run, subject, form, &tables, change) && one_cell(run, figure, plan, change) &&
         has_table(run, figure, change, tables) && take_number(run, supposed->last, change);
}

static bool take_changes(struct run *run, const struct node *list, struct altered *changes) {
  size_t n = 0;
  for (const struct node *supposed = list->first; supposed != NULL; supposed = supposed->next) {
    struct altered *change = &changes[n];
    if (!take_change(run, supposed, change))
      return false;
    for (size_t i = 0; i < n; i++)
      if (changes[i].report == change->report && changes[i].cell == change->cell)
        return diag_add(&run->diags, DIAG_CLAUSE, supposed->span,
                        "this cell is given a number twice");
    say_change(run, supposed->first->next, change);
    n++;
  }
  return true;
}

/* Findings are written in forms that have no footer. */
static void note_supposed(const struct session *session) {
  for (size_t i = 0; i < session->supposed.n; i++)
    fprintf(session->options.err, "what if: %.*s\n", STR_ARG(session->supposed.at[i]));
}

bool run_what_if(struct run *run, const struct node *what, const struct token_list *tokens) {
  struct session *session = run->session;
  const struct node *list = what->first, *question = list->next;
  size_t n = node_count(list);
  struct altered *changes = ARENA_ARRAY(run->arena, struct altered, n);
  session->supposed.at = NULL;
  session->supposed.n = session->supposed.cap = 0;
  bool ok = take_changes(run, list, changes) && store_suppose_begin(session->store, &run->diags);
  if (ok) {
    for (size_t i = 0; ok && i < n; i++)
      ok = store_suppose(session->store, changes[i].report, changes[i].cell, changes[i].value,
                         changes[i].printed, &run->diags);
    ok = ok && run_inner(run, question, tokens);
    if (question->kind == NODE_CHECK && !session->options.quiet)
      note_supposed(session);
    store_suppose_end(session->store);
  }
  session->supposed.at = NULL;
  session->supposed.n = session->supposed.cap = 0;
  return ok;
}
