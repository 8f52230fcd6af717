/* sql: `sql select …`, for the question that the language does not have: one statement of SQL, as
 * it was typed, on the handle that cannot write (see state.h).
 */
#include "app/views.h"

#include "base/utf8.h"
#include "form/names.h"
#include "lang/raw.h"

#include <stdio.h>
#include <string.h>

/* All rows are in memory before the first is shown, and a slip in SQL soon makes rows without end.
 */
#define ROWS_MAX 1000000

struct asking {
  struct run *run;
  struct str text; /* the SQL */
  struct span at;  /* where it stands */
};

/* The place of a piece of the SQL in the source. */
static struct span place(const struct asking *a, struct raw_piece piece) {
  return (struct span){a->at.start + (uint32_t)piece.start, a->at.start + (uint32_t)piece.end};
}

/* The next piece that is no blank and no comment. */
static struct raw_piece next_piece(struct str text, size_t at) {
  struct raw_piece piece = raw_piece(text, at);
  while (piece.kind == RAW_BLANK || piece.kind == RAW_NEWLINE || piece.kind == RAW_COMMENT)
    piece = raw_piece(text, piece.end);
  return piece;
}

/* --- What may be asked */

/* The guard of the store lets nothing through that changes anything; of what else is no question
 * the first word tells. A word that begins no statement at all is left to SQLite. */
static bool is_question(struct asking *a) {
  struct raw_piece first = next_piece(a->text, 0);
  struct str word = raw_piece_text(a->text, first);
  if (first.kind != RAW_WORD || !store_has_word(word) || str_same_word(word, STR("select")) ||
      str_same_word(word, STR("with")) || str_same_word(word, STR("values")))
    return true;
  return store_forbid(place(a, first), &a->run->diags);
}

static bool has_no_parameter(struct asking *a) {
  struct raw_piece piece = {0};
  while ((piece = raw_piece(a->text, piece.end)).kind != RAW_END)
    if (piece.kind == RAW_PARAMETER) {
      diag_add(&a->run->diags, DIAG_SQL, place(a, piece), "\"%.*s\" has no value here",
               STR_ARG(raw_piece_text(a->text, piece)));
      diag_hint(&a->run->diags, "write the value itself; a text stands in 'single quotes'");
      return false;
    }
  return true;
}

/* --- Mistakes, which SQLite finds */

/* What the message says behind its beginning: the name that is not there; empty. */
static struct str name_behind(struct str message, struct str beginning) {
  if (!str_starts(message, beginning))
    return STR("");
  struct str name = str_sub(message, beginning.n, message.n);
  for (size_t i = 0; i < name.n; i++)
    if (name.p[i] == '.')
      return str_sub(name, i + 1, name.n);
  return name;
}

/* The word or quoted name in the SQL, wherever it stands first. */
static struct raw_piece find_name(struct str text, struct str name) {
  struct raw_piece piece = {0};
  while ((piece = raw_piece(text, piece.end)).kind != RAW_END) {
    struct str found = raw_piece_text(text, piece);
    if (piece.kind == RAW_QUOTED)
      found = str_sub(found, 1, found.n - 1);
    if ((piece.kind == RAW_WORD || piece.kind == RAW_QUOTED) && str_eq(found, name))
      break;
  }
  return piece;
}

/* Where the mistake stands; RAW_END: SQLite does not tell. */
static struct raw_piece mistaken(const struct asking *a, const struct sql_mistake *mistake,
                                 struct str table) {
  if (mistake->at < 0)
    return table.n > 0 ? find_name(a->text, table) : (struct raw_piece){RAW_END, 0, 0, false};
  return raw_piece(a->text, (size_t)mistake->at);
}

static bool hint_near(struct asking *a, const struct str *words, size_t n, struct str name) {
  struct str near[3];
  if (words_near(a->run->arena, words, n, name, near) == 0)
    return false;
  struct str word = view_word(a->run->arena, near[0]);
  bool is_quoted = word.n > near[0].n;
  diag_hint(&a->run->diags, is_quoted ? "did you mean %.*s?" : "did you mean \"%.*s\"?",
            STR_ARG(word));
  return true;
}

static void hint_views(struct asking *a, const struct views *views, struct str name) {
  struct arena *arena = a->run->arena;
  struct str *names = ARENA_ARRAY(arena, struct str, views->n);
  struct sbuf list = {.arena = arena};
  for (size_t i = 0; i < views->n; i++) {
    names[i] = views->at[i].name;
    sbuf_addf(&list, "%s%.*s", i == 0 ? "" : i + 1 < views->n ? ", " : " and ", STR_ARG(names[i]));
  }
  if (!hint_near(a, names, views->n, name))
    diag_hint(&a->run->diags, "the views are %.*s", STR_ARG(sbuf_str(&list)));
}

/* Among the columns of the views that the SQL names. */
static void hint_columns(struct asking *a, const struct views *views, struct raw_piece piece,
                         struct str name) {
  struct arena *arena = a->run->arena;
  struct {
    struct str *at;
    size_t n, cap;
  } columns = {0};
  for (size_t i = 0; i < views->n; i++)
    if (find_name(a->text, views->at[i].name).kind != RAW_END)
      for (size_t c = 0; c < views->at[i].ncolumns; c++)
        ARENA_PUSH(arena, &columns, views->at[i].columns[c]);
  bool is_quoted = piece.kind == RAW_QUOTED && a->text.p[piece.start] == '"';
  if (hint_near(a, columns.at, columns.n, name))
    return;
  diag_hint(&a->run->diags,
            is_quoted ? "a text stands in 'single quotes'"
            : columns.n == 0
                ? "no view is named: SQL ends with its line, unless the next is indented"
                : "\"help sql\" lists the views and their columns");
}

/* A column that is called like a word of SQL: "table". */
static bool is_bare_column(const struct views *views, struct str word) {
  for (size_t i = 0; i < views->n; i++)
    for (size_t c = 0; c < views->at[i].ncolumns; c++)
      if (str_eq(views->at[i].columns[c], word) && store_has_word(word))
        return true;
  return false;
}

/* Full-width marks, which are letters to SQL: the same in ASCII; empty where there are none. */
static struct str in_ascii(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  bool is_changed = false;
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length), twin = utf8_ascii_twin(c);
    is_changed = is_changed || twin != c;
    utf8_put(&b, twin);
  }
  return is_changed ? sbuf_str(&b) : STR("");
}

static void hint(struct asking *a, struct raw_piece piece, struct str table, struct str column) {
  struct arena *arena = a->run->arena;
  struct str word = raw_piece_text(a->text, piece), ascii = STR("");
  if (piece.kind != RAW_TEXT && piece.kind != RAW_QUOTED)
    ascii = in_ascii(arena, word);
  struct views views = views_of(arena, a->run->session->store);
  if (ascii.n > 0)
    diag_hint(&a->run->diags, "SQL has no full-width marks: write %.*s", STR_ARG(ascii));
  else if (str_same_word(word, STR("to")))
    diag_hint(&a->run->diags, "a file is written as a string: to \"f.csv\"");
  else if (table.n > 0)
    hint_views(a, &views, table);
  else if (column.n > 0)
    hint_columns(a, &views, piece, column);
  else if (piece.kind == RAW_WORD && is_bare_column(&views, word))
    diag_hint(&a->run->diags, "as the name of a column it stands in double quotes: \"%.*s\"",
              STR_ARG(word));
}

static bool complain(struct asking *a, const struct sql_mistake *mistake) {
  struct str table = name_behind(mistake->text, STR("no such table: "));
  struct str column = name_behind(mistake->text, STR("no such column: "));
  struct raw_piece piece = mistaken(a, mistake, table);
  bool is_placed = piece.kind != RAW_END;
  diag_add(&a->run->diags, DIAG_SQL, is_placed ? place(a, piece) : a->at, "%.*s",
           STR_ARG(mistake->text));
  hint(a, piece, table, column);
  return false;
}

/* --- The answer */

static bool is_taken(const struct table *table, size_t n, struct str name) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(table->columns[i].name, name))
      return true;
  return false;
}

/* Columns as SQL calls them; of two with one name the second is name_2: programs would lose it. */
static void name_columns(struct asking *a, const struct cursor *cursor, struct table *table) {
  struct arena *arena = a->run->arena;
  table->ncolumns = cursor_columns(cursor);
  table->columns = ARENA_ARRAY(arena, struct column, table->ncolumns);
  for (size_t i = 0; i < table->ncolumns; i++) {
    struct str given = str_copy(arena, cursor_name(cursor, i)), name = given;
    for (size_t n = given.n > 0 ? 2 : i + 1; name.n == 0 || is_taken(table, i, name); n++)
      name = str_fmt(arena, "%.*s_%zu", STR_ARG(given.n > 0 ? given : STR("column")), n);
    table->columns[i] = (struct column){
        .name = name, .role = COLUMN_FIGURE, .type = VALUE_MISSING, .shown = SHOWN_YEAR};
  }
}

/* Bytes, and what is no UTF-8, as SQL writes them: x'00FF'. */
static struct value hexadecimal(struct arena *arena, struct str bytes) {
  struct sbuf b = {.arena = arena};
  sbuf_add_z(&b, "x'");
  for (size_t i = 0; i < bytes.n; i++)
    sbuf_addf(&b, "%02X", (unsigned)(unsigned char)bytes.p[i]);
  sbuf_add_char(&b, '\'');
  return value_text(sbuf_str(&b));
}

static struct value cell(struct asking *a, struct cursor *cursor, size_t column) {
  bool is_blob = cursor_is_blob(cursor, column); /* first: its value is taken as a text */
  struct value value = cursor_value(cursor, column);
  if (value.kind == VALUE_TEXT && (is_blob || utf8_invalid(value.text) < value.text.n))
    return hexadecimal(a->run->arena, value.text);
  return value_kept(a->run->arena, value);
}

/* A column holds numbers as long as no text is among them. */
static void note_kind(struct column *column, enum value_kind kind) {
  if (kind == VALUE_MISSING || column->type == VALUE_TEXT)
    return;
  if (column->type == VALUE_MISSING || kind == VALUE_TEXT || kind == VALUE_REAL)
    column->type = kind;
  if (kind == VALUE_TEXT) {
    column->role = COLUMN_TEXT;
    column->shown = SHOWN_PLAIN;
  }
}

static bool fill(struct asking *a, struct cursor *cursor, struct table *table) {
  int step;
  name_columns(a, cursor, table);
  while ((step = cursor_step(cursor, &a->run->diags)) == 1) {
    if (table->rows.n == ROWS_MAX) {
      diag_add(&a->run->diags, DIAG_LIMIT, a->at, "the answer has more than %d rows", ROWS_MAX);
      diag_hint(&a->run->diags,
                "choose some by \"where\" or \"limit\", or put them together by \"group by\"");
      return false;
    }
    struct row *row = table_row(a->run->arena, table);
    for (size_t i = 0; i < table->ncolumns; i++) {
      row->cells[i] = cell(a, cursor, i);
      note_kind(&table->columns[i], row->cells[i].kind);
    }
  }
  for (size_t i = 0; i < table->ncolumns; i++)
    if (table->columns[i].type == VALUE_MISSING)
      table->columns[i].role = COLUMN_TEXT;
  return step == 0;
}

bool run_sql(struct run *run, const struct node *sql) {
  const struct node *raw = sql->first, *to = raw->next != NULL ? raw->next->first : NULL;
  struct asking a = {run, raw->text, raw->span};
  struct sql_mistake mistake;
  struct table table = {.says = run->session->says};
  if (!is_question(&a) || !has_no_parameter(&a))
    return false;
  struct cursor *cursor = store_sql(run->session->store, a.text, a.at, &mistake, &run->diags);
  if (cursor == NULL)
    return mistake.text.n > 0 ? complain(&a, &mistake) : false;
  bool is_filled = fill(&a, cursor, &table);
  cursor_close(cursor);
  if (!is_filled)
    return false;
  trace_keep(run, sql);
  return run_show(run, &table, to);
}
