/* narrative: sections in the order of the answer, and the columns of `find` (see
 * narrative.h).
 */
#include "answer/narrative.h"

#include "answer/build.h"
#include "base/prose.h"
#include "base/utf8.h"
#include "sql/sql.h"

#include <string.h>

/* Rows held at most, some 500 bytes each. */
#define ROWS_MAX 1000000

bool narrative_begin(struct narrative *n, struct store *store, const struct column *more,
                     size_t nmore) {
  struct sql sql = sql_figures(n->arena, n->plan, &dialect_sqlite);
  n->cursor = store_query(store, sql.text, sql.binds, sql.nbinds, n->plan->span, n->diags);
  if (n->cursor == NULL)
    return false;
  struct table *table = n->table;
  struct column *c = ARENA_ARRAY(n->arena, struct column, NARRATIVE_COLUMNS + nmore);
  table->columns = c;
  *c++ = (struct column){.name = STR("year"), .role = COLUMN_KEY, .type = VALUE_INTEGER};
  *c++ = (struct column){.name = STR("agency"), .role = COLUMN_KEY, .type = VALUE_TEXT};
  *c++ = (struct column){
      .name = STR("section"), .role = COLUMN_KEY, .type = VALUE_INTEGER, .spare = 1};
  *c++ =
      (struct column){.name = STR("heading"), .role = COLUMN_TEXT, .type = VALUE_TEXT, .spare = 5};
  *c++ = (struct column){.name = STR("place"), .role = COLUMN_TEXT, .type = VALUE_TEXT, .spare = 5};
  memcpy(c, more, nmore * sizeof *more);
  table->ncolumns = (size_t)(c - table->columns) + nmore;
  return true;
}

/* A text of the cursor that rows keep: many sections have the same agency and file. */
static void keep_text(struct narrative *n, struct str *kept, size_t column) {
  struct value value = cursor_value(n->cursor, column);
  struct str text = value.kind == VALUE_TEXT ? value.text : STR("");
  if (!str_eq(*kept, text))
    *kept = str_copy(n->arena, text);
}

bool narrative_is_full(const struct narrative *n) {
  return n->plan->limit >= 0 && n->plan->order == NULL && n->plan->having == NULL &&
         (int64_t)n->table->rows.n >= n->plan->limit;
}

int narrative_next(struct narrative *n) {
  int step = narrative_is_full(n) ? 0 : cursor_step(n->cursor, n->diags);
  if (step != 1) {
    cursor_close(n->cursor);
    n->cursor = NULL;
    return step;
  }
  n->year = (int)cursor_value(n->cursor, 0).integer;
  keep_text(n, &n->agency, 1);
  keep_text(n, &n->path, 2);
  n->form = (int)cursor_value(n->cursor, 3).integer;
  n->number = (int)cursor_value(n->cursor, 4).integer;
  struct value lines = cursor_value(n->cursor, 5);
  n->lines = lines.kind == VALUE_TEXT ? lines.text : STR("");
  n->text = cursor_value(n->cursor, 6).text;
  return 1;
}

/* FILE:LINE. The text of a section has a line for each number in `lines` (form/report.h). */
static struct str place_of(struct narrative *n, size_t offset) {
  struct str lines = n->lines;
  for (size_t i = 0; i < offset && lines.n > 0; i++)
    if (n->text.p[i] == '\n')
      lines = str_sub(lines, str_find(lines, STR(" ")) + 1, lines.n);
  lines = str_sub(lines, 0, str_find(lines, STR(" ")));
  if (lines.n == 0)
    return n->path;
  return str_fmt(n->arena, "%.*s:%.*s", STR_ARG(n->path), STR_ARG(lines));
}

struct str narrative_heading(const struct narrative *n) {
  const struct form *form = &n->plan->vocab->forms[n->form];
  bool is_there = n->number >= 1 && n->number <= (int)form->nsections;
  return is_there ? form->sections[n->number - 1].heading : STR("");
}

struct row *narrative_row(struct narrative *n, size_t offset, struct value **more) {
  if (n->table->rows.n == ROWS_MAX) {
    diag_add(n->diags, DIAG_LIMIT, n->plan->span, "the answer has more than %d rows", ROWS_MAX);
    diag_hint(n->diags, "narrow it down with \"where\", or take the first with \"limit\"");
    cursor_close(n->cursor);
    n->cursor = NULL;
    return NULL;
  }
  struct row *row = table_row(n->arena, n->table);
  struct value *cell = row->cells;
  *cell++ = value_integer(n->year);
  *cell++ = value_text(n->agency);
  *cell++ = value_integer(n->number);
  *cell++ = value_text(narrative_heading(n));
  *cell++ = value_text(place_of(n, offset));
  *more = cell;
  return row;
}

bool narrative_end(struct narrative *n) {
  struct build b = {.arena = n->arena, .plan = n->plan, .table = n->table, .diags = n->diags};
  return choose_rows(&b);
}

/* --- Sentences */

static bool is_continued(char byte) {
  return ((unsigned char)byte & 0xC0) == 0x80;
}

struct str narrative_sentence(struct narrative *n, struct span sentence, size_t from, size_t to) {
  struct str whole = str_sub(n->text, sentence.start, to > sentence.end ? to : sentence.end);
  struct str text = str_trim(whole);
  struct sbuf b = {.arena = n->arena};
  if (n->context == 0) {
    prose_add_line(&b, text);
    return sbuf_str(&b);
  }
  size_t start = (size_t)(text.p - n->text.p), end = start + text.n, first = from, last = to;
  for (int k = 0; k < n->context * 2 / 3 && first > start; k++)
    while (--first > start && is_continued(n->text.p[first]))
      ;
  for (int k = 0; k < n->context && last < end; k++)
    while (++last < end && is_continued(n->text.p[last]))
      ;
  if (first > start)
    sbuf_add_z(&b, "…");
  prose_add_line(&b, str_sub(n->text, first, from));
  sbuf_add_char(&b, '[');
  prose_add_line(&b, str_sub(n->text, from, to));
  sbuf_add_char(&b, ']');
  prose_add_line(&b, str_sub(n->text, to, last));
  if (last < end)
    sbuf_add_z(&b, "…");
  return sbuf_str(&b);
}
