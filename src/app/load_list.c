/* load_list: `show load where verdict = rejected to "f.csv"`: the files of the latest load and what
 * became of each, from the view load_list. A condition becomes SQL over its columns; what the user
 * wrote is bound, never part of it.
 */
#include "app/state.h"

#include <string.h>

static const struct {
  const char *name;
  enum column_role role;
  enum value_kind type;
  const char *note; /* what it says, in a few words */
} columns[] = {
    {"path", COLUMN_KEY, VALUE_TEXT, "of the file"},
    {"member", COLUMN_KEY, VALUE_TEXT, "of an archive: the file in it"},
    {"verdict", COLUMN_KEY, VALUE_TEXT, "what became of it"},
    {"agency", COLUMN_KEY, VALUE_TEXT, "whose report it is"},
    {"year", COLUMN_KEY, VALUE_INTEGER, "of the report"},
    {"doubts", COLUMN_FIGURE, VALUE_INTEGER, "remarks on reading it"},
    {"reason", COLUMN_TEXT, VALUE_TEXT, "why it was not accepted"},
    {"place", COLUMN_TEXT, VALUE_TEXT, "where in the file that is"},
};
#define NCOLUMNS (sizeof columns / sizeof columns[0])

static const struct {
  const char *name, *note;
} verdicts[] = {{"accepted", "read without a doubt"},
                {"doubtful", "read, with remarks"},
                {"rejected", "not in the panel"},
                {"skipped", "in the panel already"}};
#define NVERDICTS (sizeof verdicts / sizeof verdicts[0])

const char *load_column_at(size_t i, const char **note) {
  *note = i < NCOLUMNS ? columns[i].note : NULL;
  return i < NCOLUMNS ? columns[i].name : NULL;
}

const char *load_verdict_at(size_t i, const char **note) {
  *note = i < NVERDICTS ? verdicts[i].note : NULL;
  return i < NVERDICTS ? verdicts[i].name : NULL;
}

/* A condition on its way to SQL. */
struct filter {
  struct run *run;
  struct sbuf sql;
  struct {
    struct value *at;
    size_t n, cap;
  } binds;
};

static bool add_condition(struct filter *f, const struct node *node);

/* The column that a name means; -1 after a message. */
static int column_of(struct filter *f, const struct node *node) {
  for (size_t c = 0; node->kind == NODE_NAME && c < NCOLUMNS; c++)
    if (str_eq(node->text, str_from_z(columns[c].name)))
      return (int)c;
  diag_add(&f->run->diags, DIAG_NAME, node->span, "the list of a load has no such column");
  diag_hint(&f->run->diags, "it has path, member, verdict, agency, year, doubts, reason and place");
  return -1;
}

static bool is_verdict(struct str word) {
  for (size_t i = 0; i < NVERDICTS; i++)
    if (str_eq(word, str_from_z(verdicts[i].name)))
      return true;
  return false;
}

/* Binds a value that is compared with a column. */
static bool add_value(struct filter *f, int column, const struct node *node) {
  struct diags *diags = &f->run->diags;
  bool is_text = node->kind == NODE_NAME || node->kind == NODE_STRING;
  struct value value = is_text ? value_text(node->text) : value_integer(node->number);
  if (columns[column].type == VALUE_INTEGER ? node->kind != NODE_INT : !is_text) {
    diag_add(diags, DIAG_VALUE, node->span, "\"%s\" is compared with a %s", columns[column].name,
             columns[column].type == VALUE_INTEGER ? "whole number" : "text in quotes");
    return false;
  }
  if (strcmp(columns[column].name, "verdict") == 0 && !is_verdict(node->text)) {
    diag_add(diags, DIAG_VALUE, node->span, "there is no verdict \"%.*s\"", STR_ARG(node->text));
    diag_hint(diags, "it can be accepted, doubtful, rejected or skipped");
    return false;
  }
  ARENA_PUSH(f->run->arena, &f->binds, value);
  sbuf_addf(&f->sql, "?%zu", f->binds.n);
  return true;
}

/* A column, an operator of SQL and a value. */
static bool add_test(struct filter *f, int column, const char *operator,
                     const struct node * value) {
  sbuf_addf(&f->sql, "%s %s ", columns[column].name, operator);
  return add_value(f, column, value);
}

static bool add_comparison(struct filter *f, const struct node *node) {
  static const struct {
    const char *written, *sql;
  } operators[] = {{"=", "IS"},     {"==", "IS"},        {"!=", "IS NOT"}, {"<>", "IS NOT"},
                   {"<", "<"},      {"<=", "<="},        {">", ">"},       {">=", ">="},
                   {"~", "REGEXP"}, {"!~", "NOT REGEXP"}};
  const struct node *left = node->first, *right = node->last;
  int column = column_of(f, left);
  if (column < 0)
    return false;
  size_t i = 0;
  while (i < sizeof operators / sizeof *operators &&
         !str_eq(node->text, str_from_z(operators[i].written)))
    i++;
  if (i == sizeof operators / sizeof *operators)
    return diag_add(&f->run->diags, DIAG_VALUE, node->span, "\"%.*s\" compares nothing here",
                    STR_ARG(node->text));
  if (right->kind == NODE_RANGE)
    return add_test(f, column, "BETWEEN", right->first) &&
           (sbuf_add_z(&f->sql, " AND "), add_value(f, column, right->last));
  if (right->kind != NODE_LIST)
    return add_test(f, column, operators[i].sql, right);
  const char *join = ""; /* = (a or b) */
  for (const struct node *item = right->first; item != NULL; item = item->next) {
    sbuf_add_z(&f->sql, join);
    if (!add_test(f, column, operators[i].sql, item))
      return false;
    join = strncmp(operators[i].sql, "IS NOT", 6) == 0 ? " AND " : " OR ";
  }
  return true;
}

/* a in (b, c);  year in 2019..2021 */
static bool add_set(struct filter *f, const struct node *node) {
  int column = column_of(f, node->first);
  if (column < 0)
    return false;
  const char *join = node->flag ? "NOT (" : "(";
  for (const struct node *item = node->last->first; item != NULL; item = item->next) {
    sbuf_add_z(&f->sql, join);
    bool is_range = item->kind == NODE_RANGE;
    if (!add_test(f, column, is_range ? "BETWEEN" : "IS", is_range ? item->first : item))
      return false;
    if (is_range && (sbuf_add_z(&f->sql, " AND "), !add_value(f, column, item->last)))
      return false;
    join = " OR ";
  }
  sbuf_add_char(&f->sql, ')');
  return true;
}

static bool add_pair(struct filter *f, const struct node *node, const char *word) {
  if (!add_condition(f, node->first))
    return false;
  sbuf_add_z(&f->sql, word);
  return add_condition(f, node->last);
}

static bool add_condition(struct filter *f, const struct node *node) {
  bool is_done = false;
  sbuf_add_char(&f->sql, '(');
  if (node->kind == NODE_AND || node->kind == NODE_OR)
    is_done = add_pair(f, node, node->kind == NODE_AND ? " AND " : " OR ");
  else if (node->kind == NODE_NOT)
    is_done = (sbuf_add_z(&f->sql, "NOT "), add_condition(f, node->first));
  else if (node->kind == NODE_COMPARE)
    is_done = add_comparison(f, node);
  else if (node->kind == NODE_IN)
    is_done = add_set(f, node);
  else
    diag_add(&f->run->diags, DIAG_CLAUSE, node->span,
             "the list of a load is asked with =, !=, <, >, ~ and in");
  sbuf_add_char(&f->sql, ')');
  return is_done;
}

/* The rows that the statement asks for. */
static bool fill(struct filter *f, struct span at, struct table *table) {
  struct run *run = f->run;
  struct cursor *cursor =
      store_query(run->session->store, sbuf_str(&f->sql), f->binds.at, f->binds.n, at, &run->diags);
  if (cursor == NULL)
    return false;
  int step;
  while ((step = cursor_step(cursor, &run->diags)) == 1) {
    struct row *row = table_row(run->arena, table);
    for (size_t c = 0; c < NCOLUMNS; c++)
      row->cells[c] = value_kept(run->arena, cursor_value(cursor, c));
  }
  cursor_close(cursor);
  return step == 0;
}

bool run_show_load(struct run *run, const struct node *show) {
  struct filter f = {.run = run, .sql = {.arena = run->arena}};
  const struct node *to = NULL;
  const char *names[NCOLUMNS];
  sbuf_add_z(&f.sql, "SELECT ");
  for (size_t c = 0; c < NCOLUMNS; c++) {
    names[c] = columns[c].name;
    sbuf_addf(&f.sql, "%s%s", c > 0 ? ", " : "", names[c]);
  }
  sbuf_add_z(&f.sql, " FROM load_list");
  const char *word = " WHERE ";
  for (const struct node *clause = show->first; clause != NULL; clause = clause->next) {
    if (clause->kind == NODE_TO) {
      to = clause->first;
      continue;
    }
    sbuf_add_z(&f.sql, word);
    if (!add_condition(&f, clause->first))
      return false;
    word = " AND ";
  }
  struct table *table = table_new(run->arena, NCOLUMNS, names);
  for (size_t c = 0; c < NCOLUMNS; c++) {
    table->columns[c].role = columns[c].role;
    table->columns[c].type = columns[c].type;
  }
  return fill(&f, show->span, table) && run_show(run, table, to);
}
