/* flow: `flow of "X" 2021`: what came in and what became of it, as the identity of the form has it:
 * carried in + received = answered + carried forward, year by year (see state.h).
 */
#include "app/state.h"

#define YEARS_MAX 64

struct flowing {
  struct run *run;
  struct str who; /* quoted */
  int years[YEARS_MAX];
  size_t nyears;
  struct table *table;
};

/* The years of the reports, ascending, and the edition of the last. */
static bool find_years(struct flowing *f, const struct node *at, int64_t agency, int64_t low,
                       int64_t high, int *edition) {
  struct run *run = f->run;
  struct value binds[] = {value_integer(agency), value_integer(low == 0 ? INT64_MIN : low),
                          value_integer(high == 0 ? INT64_MAX : high)};
  struct cursor *cursor =
      store_query(run->session->store,
                  STR("SELECT year, edition FROM report WHERE agency = ?1 AND year BETWEEN ?2 AND "
                      "?3 AND counts = 1 ORDER BY year"),
                  binds, 3, at->span, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    int year = (int)cursor_value(cursor, 0).integer;
    *edition = (int)cursor_value(cursor, 1).integer;
    if (f->nyears < YEARS_MAX && (f->nyears == 0 || f->years[f->nyears - 1] != year))
      f->years[f->nyears++] = year;
  }
  cursor_close(cursor);
  if (step == 0 && f->nyears == 0)
    diag_add(&run->diags, DIAG_VALUE, at->span, "there is no report of it in the panel");
  return step == 0 && f->nyears > 0;
}

static struct row *new_row(struct flowing *f, const char *sign, struct str name, uint8_t depth) {
  struct row *row = table_row(f->run->arena, f->table);
  row->labels = ARENA_ARRAY(f->run->arena, struct str, 1);
  row->cells[0] = value_text(str_from_z(sign));
  row->cells[1] = value_text(name);
  row->labels[0] = say_word(f->run->session->says, name);
  row->tree = 1;
  row->depth = depth;
  return row;
}

static size_t column_of_year(const struct flowing *f, int64_t year) {
  for (size_t y = 0; y < f->nyears; y++)
    if (f->years[y] == year)
      return 2 + y;
  return 0;
}

/* The figures of a measure by year, into a row. */
static bool fill_row(struct flowing *f, struct span at, const char *verb, struct str measure,
                     struct row *row) {
  struct table answer;
  struct str key = run_quote(f->run, measure);
  struct str query = str_fmt(f->run->arena, "%s %.*s where agency=%.*s by year", verb, STR_ARG(key),
                             STR_ARG(f->who));
  if (!run_inquire(f->run, at, query, &answer))
    return false;
  for (size_t i = 0; i < answer.rows.n; i++) {
    size_t column = column_of_year(f, answer.rows.at[i].cells[0].integer);
    if (column > 0)
      row->cells[column] = answer.rows.at[i].cells[1];
  }
  return true;
}

/* The dimension that a measure has and the other terms of the identity lack; -1 = none. */
static int own_dimension(const struct vocab *vocab, const struct identity *identity,
                         const struct measure *measure) {
  for (int slot = 0; slot < measure->ndims; slot++) {
    bool is_shared = false;
    for (size_t t = 0; t < identity->nterms; t++) {
      const struct measure *other = &vocab->measures[identity->terms[t].measure];
      is_shared = is_shared || (other != measure && measure_slot(other, measure->dims[slot]) >= 0);
    }
    if (!is_shared)
      return measure->dims[slot];
  }
  return -1;
}

/* Its members at the usual level, indented. */
static bool add_members(struct flowing *f, struct span at, const struct measure *measure, int d) {
  const struct dimension *dimension = &f->run->session->vocab.dimensions[d];
  struct table answer;
  struct str key = run_quote(f->run, measure->names.key);
  struct str query = str_fmt(f->run->arena, "sum %.*s where agency=%.*s by %.*s, year",
                             STR_ARG(key), STR_ARG(f->who), STR_ARG(dimension->names.key));
  if (!run_inquire(f->run, at, query, &answer))
    return false;
  struct row *row = NULL;
  for (size_t i = 0; i < answer.rows.n; i++) {
    const struct row *from = &answer.rows.at[i];
    if (row == NULL || !str_eq(row->cells[1].text, from->cells[0].text)) {
      row = new_row(f, "", from->cells[0].text, 1);
      row->labels[0] = from->labels != NULL ? from->labels[0] : STR("");
    }
    size_t column = column_of_year(f, from->cells[1].integer);
    if (column > 0)
      row->cells[column] = from->cells[2];
  }
  return true;
}

/* Adds a row to the sum of its side, cell by cell; what is missing makes the sum missing. */
static void add_up(struct flowing *f, struct value *sums, const struct row *row, bool is_first) {
  for (size_t y = 0; y < f->nyears; y++)
    sums[y] = is_first ? row->cells[2 + y] : value_plus(sums[y], row->cells[2 + y]);
}

static bool add_side(struct flowing *f, struct span at, const struct identity *identity, bool right,
                     struct value *sums) {
  const struct vocab *vocab = &f->run->session->vocab;
  bool is_first = true;
  for (size_t t = 0; t < identity->nterms; t++) {
    const struct identity_term *term = &identity->terms[t];
    const struct measure *measure = &vocab->measures[term->measure];
    if (term->is_right != right)
      continue;
    size_t index = f->table->rows.n;
    struct row *row = new_row(f, is_first ? "" : "+", measure->names.key, 0);
    row->labels[0] = names_label(f->run->arena, f->run->session->names, &measure->names);
    if (!fill_row(f, at, "sum", measure->names.key, row))
      return false;
    int d = term->is_stated ? own_dimension(vocab, identity, measure) : -1;
    if (d >= 0 && !add_members(f, at, measure, d))
      return false;
    if (term->is_stated &&
        !fill_row(f, at, "stated", measure->names.key, new_row(f, "", STR("stated"), 1)))
      return false;
    add_up(f, sums, &f->table->rows.at[index], is_first);
    is_first = false;
  }
  return true;
}

static void add_sum(struct flowing *f, const char *name, const struct value *sums) {
  struct row *row = new_row(f, "=", str_from_z(name), 0);
  row->mark = ROW_SUBTOTAL;
  for (size_t y = 0; y < f->nyears; y++)
    row->cells[2 + y] = sums[y];
}

static bool add_identity(struct flowing *f, struct span at, const struct identity *identity) {
  struct value *left = ARENA_ARRAY(f->run->arena, struct value, f->nyears);
  struct value *right = ARENA_ARRAY(f->run->arena, struct value, f->nyears);
  if (!add_side(f, at, identity, false, left))
    return false;
  add_sum(f, "in", left);
  if (!add_side(f, at, identity, true, right))
    return false;
  add_sum(f, "out", right);
  struct row *row = new_row(f, "", STR("difference"), 0);
  for (size_t y = 0; y < f->nyears; y++)
    row->cells[2 + y] = value_less(right[y], left[y]);
  return true;
}

static void make_columns(struct flowing *f, struct str unit) {
  struct column *columns = ARENA_ARRAY(f->run->arena, struct column, 2 + f->nyears);
  columns[0] = (struct column){.name = STR("sign"), .role = COLUMN_TEXT, .type = VALUE_TEXT};
  columns[1] = (struct column){.name = STR("line"), .role = COLUMN_KEY, .type = VALUE_TEXT};
  for (size_t y = 0; y < f->nyears; y++)
    columns[2 + y] = (struct column){.name = str_fmt(f->run->arena, "%d", f->years[y]),
                                     .role = COLUMN_FIGURE,
                                     .type = VALUE_INTEGER,
                                     .unit = unit,
                                     .year = f->years[y]};
  f->table->columns = columns;
  f->table->ncolumns = 2 + f->nyears;
}

bool run_flow(struct run *run, const struct node *flow) {
  const struct node *subject = flow->first;
  const struct node *to = subject->next != NULL ? subject->next->first : NULL;
  const struct vocab *vocab = &run->session->vocab;
  struct table table = {.is_comparison = true};
  struct flowing f = {.run = run, .table = &table};
  struct panel_name agency;
  int64_t low, high;
  int edition = 0;
  if (!run_subject(run, subject, &agency, &low, &high) ||
      !find_years(&f, subject, agency.id, low, high, &edition))
    return false;
  f.who = run_quote(run, agency.name);
  const struct edition *of = &vocab->editions[edition];
  if (of->nidentities == 0)
    return diag_add(&run->diags, DIAG_VALUE, flow->span,
                    "the form states no flow: none of its measures add up to others");
  const struct measure *first = &vocab->measures[of->identities[0].terms[0].measure];
  make_columns(&f, vocab->units[first->unit].names.zh);
  for (size_t i = 0; i < of->nidentities; i++)
    if (!add_identity(&f, flow->span, &of->identities[i]))
      return false;
  trace_keep(run, flow);
  return run_show(run, &table, to);
}
