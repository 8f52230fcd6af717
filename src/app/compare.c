/* compare: reports beside each other, measure by measure: two years of an agency, two agencies, an
 * agency and its peers. Each figure is a query of its own (inquire.c); peers are those of the same
 * level and function in the same year.
 */
#include "app/state.h"

#include "form/names.h"

#define SIDES_MAX 8 /* more columns than that are read by nobody: ask with "across" */

/* One column: a query head and what it is asked of. */
struct side {
  struct str name, where;
  const char *head;
  int year; /* of one agency: what tells it from the others; else 0 */
};

struct comparison {
  struct run *run;
  struct side sides[SIDES_MAX];
  size_t nsides;
  bool is_rate;   /* what is compared is a rate that is defined */
  bool has_peers; /* sides: the agency, median, lower and upper quartile; n beside */
  struct table *table;
};

/* --- Who is compared */

struct reporter {
  struct panel_name agency;
  int64_t year; /* 0 = not said */
};

static bool add_side(struct comparison *c, const struct node *at, struct str name, struct str where,
                     const char *head) {
  if (c->nsides == SIDES_MAX)
    return diag_add(&c->run->diags, DIAG_LIMIT, at->span,
                    "at most %d reports stand beside each other", SIDES_MAX);
  c->sides[c->nsides++] = (struct side){name, where, head, 0};
  return true;
}

static struct str where_of(struct run *run, const struct reporter *who) {
  struct str name = run_quote(run, who->agency.name);
  return str_fmt(run->arena, "agency=%.*s and year=%d", STR_ARG(name), (int)who->year);
}

static bool one_year(struct run *run, const struct node *at, int64_t low, int64_t high) {
  return low == high ||
         diag_add(&run->diags, DIAG_VALUE, at->span, "one year at a time is compared");
}

/* The year of a target that says none is that of the subject, and the other way round. */
static bool settle_years(struct run *run, const struct node *at, struct reporter *who, size_t n) {
  int64_t year = 0;
  for (size_t i = 0; i < n && year == 0; i++)
    year = who[i].year;
  for (size_t i = 0; i < n; i++)
    who[i].year = who[i].year == 0 ? year : who[i].year;
  if (year != 0)
    return true;
  diag_add(&run->diags, DIAG_VALUE, at->span, "which year is compared?");
  diag_hint(&run->diags, "write it behind the agency, as in \"compare \"X\" 2021 with \"Y\"\"");
  return false;
}

/* A column of a report that is not there is empty, and says so. */
static bool note_missing(struct comparison *c, const struct node *at, const struct reporter *who) {
  struct run *run = c->run;
  struct value binds[] = {value_integer(who->agency.id), value_integer(who->year)};
  struct cursor *cursor = store_query(
      run->session->store,
      STR("SELECT 1 FROM report WHERE agency = ?1 AND year = ?2 AND counts = 1 LIMIT 1"), binds, 2,
      at->span, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  cursor_close(cursor);
  if (step == 0)
    ARENA_PUSH(run->arena, &c->table->notes,
               SAY(run->arena, run->session->says, "{1} has no report on {2}", who->agency.name,
                   say_number(run->arena, who->year)));
  return step >= 0;
}

static bool add_reporters(struct comparison *c, const struct node *at, const struct reporter *who,
                          size_t n) {
  bool same_agency = true, same_year = true;
  for (size_t i = 1; i < n; i++) {
    for (size_t j = 0; j < i; j++)
      if (who[i].agency.id == who[j].agency.id && who[i].year == who[j].year)
        return diag_add(&c->run->diags, DIAG_VALUE, at->span,
                        "the report of \"%.*s\" on %d stands here twice",
                        STR_ARG(who[i].agency.name), (int)who[i].year);
    same_agency = same_agency && who[i].agency.id == who[0].agency.id;
    same_year = same_year && who[i].year == who[0].year;
  }
  for (size_t i = 0; i < n; i++) {
    struct arena *arena = c->run->arena;
    struct str name =
        same_agency ? str_fmt(arena, "%d", (int)who[i].year)
        : same_year ? who[i].agency.name
                    : str_fmt(arena, "%.*s %d", STR_ARG(who[i].agency.name), (int)who[i].year);
    if (!add_side(c, at, name, where_of(c->run, &who[i]), "sum") || !note_missing(c, at, &who[i]))
      return false;
    c->sides[i].year = same_agency ? (int)who[i].year : 0;
  }
  return true;
}

/* Level and function of an agency, quoted. False after a message when it has none. */
static bool peers_of(struct run *run, const struct node *at, const struct panel_name *agency,
                     struct str *level, struct str *function) {
  struct value id = value_integer(agency->id);
  struct cursor *cursor =
      store_query(run->session->store,
                  STR("SELECT l.key, a.function FROM agency a LEFT JOIN level l ON l.id = a.level "
                      "WHERE a.id = ?1"),
                  &id, 1, at->span, &run->diags);
  bool is_known = false;
  if (cursor != NULL && cursor_step(cursor, &run->diags) == 1) {
    struct value l = cursor_value(cursor, 0), f = cursor_value(cursor, 1);
    is_known = l.kind == VALUE_TEXT && l.text.n > 0 && f.kind == VALUE_TEXT && f.text.n > 0;
    *level = is_known ? run_quote(run, l.text) : STR("");
    *function = is_known ? run_quote(run, f.text) : STR("");
  }
  cursor_close(cursor);
  if (is_known)
    return true;
  diag_add(&run->diags, DIAG_VALUE, at->span,
           "\"%.*s\" has no level or no function, so that its peers are not known",
           STR_ARG(agency->name));
  diag_hint(&run->diags, "declare them: load \"agencies.csv\" as agencies");
  return false;
}

static bool add_peers(struct comparison *c, const struct node *at, const struct reporter *who) {
  static const char *const heads[] = {"median", "p25", "p75"};
  struct run *run = c->run;
  struct str level, function;
  if (!peers_of(run, at, &who->agency, &level, &function))
    return false;
  struct str name = run_quote(run, who->agency.name);
  struct str where =
      str_fmt(run->arena, "level=%.*s and function=%.*s and year=%d and agency!=%.*s mixed ok",
              STR_ARG(level), STR_ARG(function), (int)who->year, STR_ARG(name));
  c->has_peers = true;
  if (!add_side(c, at, who->agency.name, where_of(run, who), "sum") || !note_missing(c, at, who))
    return false;
  for (size_t i = 0; i < 3; i++)
    if (!add_side(c, at, str_from_z(heads[i]), where, heads[i]))
      return false;
  return true;
}

static bool take_targets(struct comparison *c, const struct node *subject,
                         const struct node *targets) {
  struct run *run = c->run;
  struct reporter who[SIDES_MAX];
  size_t n = 1;
  int64_t high;
  if (!run_subject(run, subject, &who[0].agency, &who[0].year, &high) ||
      !one_year(run, subject, who[0].year, high))
    return false;
  for (const struct node *target = targets->first; target != NULL; target = target->next) {
    if (n == SIDES_MAX)
      return add_side(c, target, STR(""), STR(""), "") && false;
    who[n] = who[0];
    if (target->kind == NODE_SUBJECT) {
      if (!run_subject(run, target, &who[n].agency, &who[n].year, &high) ||
          !one_year(run, target, who[n].year, high))
        return false;
    } else if (target->kind == NODE_PEERS) {
      const struct node *year = target->first;
      if (targets->first->next != NULL)
        return diag_add(&run->diags, DIAG_CLAUSE, target->span, "peers are compared alone");
      if (year != NULL && year->kind == NODE_RANGE)
        return one_year(run, year, 0, 1);
      if (year != NULL && who[0].year != 0 && year->number != who[0].year) {
        diag_add(&run->diags, DIAG_VALUE, year->span,
                 "the report is on %d, and peers are those of its year", (int)who[0].year);
        diag_hint(&run->diags, "write \"with peers\"");
        return false;
      }
      if (year != NULL)
        who[0].year = year->number;
      return settle_years(run, subject, who, 1) && add_peers(c, target, &who[0]);
    } else {
      if (target->kind == NODE_RANGE)
        return one_year(run, target, 0, 1);
      if (who[0].year == 0) {
        diag_add(&run->diags, DIAG_VALUE, subject->span, "which year is compared with %d?",
                 (int)target->number);
        diag_hint(&run->diags, "write it behind the agency");
        return false;
      }
      who[n].year = target->number;
    }
    n++;
  }
  return settle_years(run, subject, who, n) && add_reporters(c, subject, who, n);
}

/* --- Rows */

/* What is compared: a measure or a rate, whole or by a dimension. */
struct line_of {
  struct str measure, label;  /* the label is for people; empty: the measure */
  struct str expr;            /* as a query says it */
  const struct dimension *by; /* NULL: the whole */
};

/* The forms of whose reports the panel holds any, as bits. */
static uint64_t forms_here(const struct run *run) {
  const struct panel *panel = &run->session->panel;
  int form = run->session->settings.form;
  uint64_t loaded = panel->forms != NULL ? panel->forms(panel->context) : 0;
  if (form >= 0)
    return (uint64_t)1 << form;
  return loaded != 0 ? loaded : 1;
}

static struct str query_of(struct comparison *c, const struct side *side, struct str expr,
                           const struct dimension *by) {
  return str_fmt(c->run->arena, "%s %.*s where %.*s%s%.*s", c->is_rate ? "rate" : side->head,
                 STR_ARG(expr), STR_ARG(side->where), by != NULL ? " by " : "",
                 by != NULL ? (int)by->names.key.n : 0, by != NULL ? by->names.key.p : "");
}

static struct row *row_for(struct comparison *c, size_t first, struct line_of of,
                           const struct table *from, const struct row *row) {
  struct table *table = c->table;
  const struct dimension *by = of.by;
  struct str member = by != NULL ? row->cells[0].text : STR("");
  for (size_t i = first; i < table->rows.n; i++)
    if (str_eq(table->rows.at[i].cells[2].text, member))
      return &table->rows.at[i];
  struct row *added = table_row(c->run->arena, table);
  added->labels = ARENA_ARRAY(c->run->arena, struct str, 3);
  added->cells[0] = value_text(of.measure);
  added->labels[0] = of.label;
  added->cells[1] = added->cells[2] = value_text(STR(""));
  if (by != NULL) {
    added->cells[1] = value_text(by->names.key);
    added->labels[1] = names_label(c->run->arena, c->run->session->names, &by->names);
    added->cells[2] = value_text(member);
    added->labels[2] = row->labels != NULL ? row->labels[0] : STR("");
  }
  added->cells[3] = value_text(from->columns[by != NULL ? 1 : 0].unit);
  return added;
}

/* The rows of an expression, whole or by a dimension; none when the language refuses the sum or no
 * side has it. */
static void add_lines(struct comparison *c, struct line_of of, struct span at) {
  size_t first = c->table->rows.n, figures = 4;
  bool any = false;
  for (size_t s = 0; s < c->nsides; s++) {
    struct run silent = *c->run;
    struct table answer;
    silent.diags = (struct diags){.arena = c->run->arena, .source = c->run->source};
    if (!run_inquire(&silent, at, query_of(c, &c->sides[s], of.expr, of.by), &answer))
      break;
    for (size_t i = 0; i < answer.rows.n; i++) {
      const struct row *from = &answer.rows.at[i];
      struct row *row = row_for(c, first, of, &answer, from);
      size_t figure = of.by != NULL ? 1 : 0;
      row->cells[figures + s] = from->cells[figure];
      if (c->has_peers && s == 1)
        row->cells[figures + c->nsides] = from->cells[figure + 1];
      any = any || from->cells[figure].kind != VALUE_MISSING;
    }
  }
  if (!any)
    c->table->rows.n = first;
}

static void add_measure(struct comparison *c, const struct measure *measure, struct span at) {
  const struct vocab *vocab = &c->run->session->vocab;
  struct line_of of = {.measure = measure->names.key,
                       .label = names_label(c->run->arena, c->run->session->names, &measure->names),
                       .expr = run_quote(c->run, measure->names.key)};
  add_lines(c, of, at);
  for (int slot = 0; slot < measure->ndims; slot++) {
    of.by = &vocab->dimensions[measure->dims[slot]];
    add_lines(c, of, at);
  }
}

/* A measure or a rate that is defined, whole. */
static bool add_defined(struct comparison *c, const struct node *expr) {
  struct run *run = c->run;
  const struct definition *definition =
      definitions_find(&run->session->definitions, FIND_FIGURE, expr->text, false);
  struct str name = definition->names.key;
  struct table probe;
  c->is_rate = definition->kind == DEFINES_RATE;
  if (c->is_rate && c->has_peers)
    return diag_add(&run->diags, DIAG_CLAUSE, expr->span,
                    "\"%.*s\" is a rate: it is compared with years and agencies, not with peers",
                    STR_ARG(name));
  for (size_t s = 0; s < c->nsides && c->is_rate; s++) {
    c->table->columns[4 + s].type = VALUE_REAL;
    c->table->columns[4 + s].shown = SHOWN_PERCENT;
  }
  if (c->is_rate && c->nsides == 2) {
    c->table->columns[6].type = VALUE_REAL;
    c->table->columns[6].shown = SHOWN_POINTS;
  }
  if (!run_inquire(run, expr->span, query_of(c, &c->sides[0], name, NULL), &probe))
    return false;
  struct str label = names_label(run->arena, run->session->names, &definition->names);
  add_lines(c, (struct line_of){name, label, name, NULL}, expr->span);
  return true;
}

/* difference and percent of the second side from the first. */
static void add_differences(struct comparison *c) {
  for (size_t i = 0; i < c->table->rows.n; i++) {
    struct value *cells = &c->table->rows.at[i].cells[4];
    cells[2] = value_less(cells[1], cells[0]);
    cells[3] = value_growth(cells[2], cells[0]);
  }
}

static void make_columns(struct comparison *c) {
  struct table *table = c->table;
  struct column *columns = ARENA_ARRAY(c->run->arena, struct column, 4 + SIDES_MAX + 2);
  static const char *const keys[] = {"measure", "dimension", "member"};
  size_t n = 0;
  for (; n < 3; n++)
    columns[n] =
        (struct column){.name = str_from_z(keys[n]), .role = COLUMN_KEY, .type = VALUE_TEXT};
  columns[n++] = (struct column){
      .name = STR("unit"), .role = COLUMN_TEXT, .type = VALUE_TEXT, .is_unit = true};
  for (size_t s = 0; s < c->nsides; s++)
    columns[n++] = (struct column){.name = c->sides[s].name,
                                   .role = COLUMN_FIGURE,
                                   .year = c->sides[s].year,
                                   .type = s > 0 && c->has_peers ? VALUE_REAL : VALUE_DECIMAL,
                                   .shown = s > 0 && c->has_peers ? SHOWN_QUOTIENT : SHOWN_PLAIN};
  struct column figure = {.role = COLUMN_FIGURE, .type = VALUE_INTEGER, .is_beside = true};
  if (c->has_peers) {
    figure.name = STR("n");
    columns[n++] = figure;
  } else if (c->nsides == 2) {
    figure.name = STR("difference");
    figure.type = VALUE_DECIMAL;
    columns[n++] = figure;
    figure.name = STR("percent");
    figure.type = VALUE_REAL;
    figure.shown = SHOWN_PERCENT;
    columns[n++] = figure;
  }
  table->columns = columns;
  table->ncolumns = n;
}

bool run_compare(struct run *run, const struct node *compare) {
  struct table table = {.is_comparison = true};
  struct comparison c = {.run = run, .table = &table};
  const struct node *subject = compare->first, *targets = subject->next, *expr = targets->next;
  const struct node *to = NULL;
  if (expr != NULL && expr->kind == NODE_TO) {
    to = expr->first;
    expr = NULL;
  } else if (expr != NULL && expr->next != NULL) {
    to = expr->next->first;
  }
  if (!take_targets(&c, subject, targets))
    return false;
  make_columns(&c);
  const struct vocab *vocab = &run->session->vocab;
  struct meaning found;
  uint64_t forms = forms_here(run);
  bool is_name = expr != NULL && (expr->kind == NODE_NAME || expr->kind == NODE_STRING);
  if (is_name && names_find_of(vocab, forms, MEANS_MEASURE, -1, expr->text, &found, 1) == 1) {
    add_measure(&c, &vocab->measures[found.index], compare->span);
  } else if (is_name &&
             definitions_find(&run->session->definitions, FIND_FIGURE, expr->text, false) != NULL) {
    if (!add_defined(&c, expr))
      return false;
  } else if (expr != NULL) { /* withheld of applications: as written, and only whole */
    struct str text = diags_text(&run->diags, expr->span);
    struct table probe;
    if (!run_inquire(run, expr->span, query_of(&c, &c.sides[0], text, NULL), &probe))
      return false;
    add_lines(&c, (struct line_of){.measure = text, .expr = text}, expr->span);
  } else {
    for (size_t m = 0; m < vocab->nmeasures; m++)
      if ((forms >> vocab->measures[m].form & 1) != 0)
        add_measure(&c, &vocab->measures[m], compare->span);
  }
  if (!c.has_peers && c.nsides == 2)
    add_differences(&c);
  if (table.rows.n == 0 && table.notes.n == 0)
    ARENA_PUSH(run->arena, &table.notes,
               say(run->session->says, "these reports have no such figure"));
  trace_keep(run, compare);
  return run_show(run, &table, to);
}
