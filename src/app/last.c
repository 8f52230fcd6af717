/* last: the tables of the last answer, kept for `.last` (see output.h).
 *
 * They are copies in an arena of their own: what a statement makes is gone with it. An answer that
 * is too large is not kept, and `.last` says so.
 */
#include "app/output.h"

#define BYTES_AT_TERMINAL (64u << 20) /* a person waits for answers of this size rarely */
#define BYTES_ELSEWHERE (1u << 20)    /* a script that asks for thousands should not notice */

static struct str copied(struct last_result *last, struct str text) {
  last->bytes += text.n;
  return text.n > 0 ? str_copy(&last->arena, text) : (struct str){0};
}

static void copy_columns(struct last_result *last, struct table *to, const struct table *from) {
  to->columns = ARENA_ARRAY(&last->arena, struct column, from->ncolumns + 1);
  for (size_t c = 0; c < from->ncolumns; c++) {
    to->columns[c] = from->columns[c];
    to->columns[c].name = copied(last, from->columns[c].name);
    to->columns[c].label = copied(last, from->columns[c].label);
    to->columns[c].unit = copied(last, from->columns[c].unit);
  }
}

static size_t key_count(const struct table *table) {
  size_t n = 0;
  for (size_t c = 0; c < table->ncolumns; c++)
    n += table->columns[c].role == COLUMN_KEY;
  return n;
}

static void copy_row(struct last_result *last, struct table *to, const struct table *from,
                     const struct row *row) {
  struct row *copy = table_row(&last->arena, to);
  struct value *cells = copy->cells;
  *copy = *row;
  copy->cells = cells;
  last->bytes += from->ncolumns * sizeof *cells;
  for (size_t c = 0; c < from->ncolumns; c++) {
    cells[c] = row->cells[c];
    cells[c].text = copied(last, row->cells[c].text);
  }
  if (row->labels == NULL)
    return;
  size_t nkeys = key_count(from);
  copy->labels = ARENA_ARRAY(&last->arena, struct str, nkeys + 1);
  for (size_t k = 0; k < nkeys; k++)
    copy->labels[k] = copied(last, row->labels[k]);
}

void last_keep(struct session *session, const struct table *table) {
  struct last_result *last = &session->shown;
  size_t most = session->options.is_interactive ? BYTES_AT_TERMINAL : BYTES_ELSEWHERE;
  if (!last->is_open)
    return;
  if (!last->has_begun) {
    arena_reset(&last->arena);
    last->tables.at = NULL;
    last->tables.n = last->tables.cap = last->bytes = 0;
    last->has_begun = true;
    last->is_too_large = false;
  }
  size_t need = table->rows.n * table->ncolumns * sizeof(struct value);
  /* Rows that are fed one by one are so many that they are not held, here either. */
  last->is_too_large = last->is_too_large || last->bytes + need > most || table->feed != NULL;
  if (last->is_too_large)
    return;
  struct table *copy = ARENA_NEW(&last->arena, struct table);
  *copy = *table;
  copy->rows.at = NULL;
  copy->rows.n = copy->rows.cap = 0;
  copy->sources.at = NULL; /* documents alone have them, and ask for them */
  copy->sources.n = copy->sources.cap = 0;
  copy->title = copied(last, table->title);
  copy->statement = copied(last, table->statement);
  copy->coverage.scope = copied(last, table->coverage.scope);
  copy_columns(last, copy, table);
  for (size_t r = 0; r < table->rows.n; r++)
    copy_row(last, copy, table, &table->rows.at[r]);
  struct str *supposed = ARENA_ARRAY(&last->arena, struct str, table->nsupposed + 1);
  for (size_t i = 0; i < table->nsupposed; i++)
    supposed[i] = copied(last, table->supposed[i]);
  copy->supposed = supposed;
  struct latest_year *latest = ARENA_ARRAY(&last->arena, struct latest_year, table->nlatest + 1);
  for (size_t i = 0; i < table->nlatest; i++)
    latest[i] = (struct latest_year){copied(last, table->latest[i].agency), table->latest[i].year};
  copy->latest = latest;
  copy->notes.at = NULL;
  copy->notes.n = copy->notes.cap = 0;
  for (size_t i = 0; i < table->notes.n; i++)
    ARENA_PUSH(&last->arena, &copy->notes, copied(last, table->notes.at[i]));
  ARENA_PUSH(&last->arena, &last->tables, copy);
}

void last_begin(struct session *session, bool is_answer) {
  session->shown.is_open = is_answer;
  session->shown.has_begun = false;
}

struct writing {
  struct run *run;
  const struct format *format;
};

static bool write_tables(void *context, FILE *out) {
  struct writing *w = context;
  const struct last_result *last = &w->run->session->shown;
  struct show_options options = output_options(w->run->session, w->format, false);
  options.width = 0;
  for (size_t i = 0; i < last->tables.n; i++) {
    options.is_first = i == 0;
    options.is_apart = i > 0;
    w->format->write(w->run->arena, last->tables.at[i], &options, out);
  }
  return true;
}

bool last_show(struct run *run, const struct format *format, const struct node *to,
               struct span at) {
  struct session *session = run->session;
  const struct last_result *last = &session->shown;
  if (last->is_too_large) {
    diag_add(&run->diags, DIAG_LIMIT, at, "the last answer is too large to be kept");
    diag_hint(&run->diags, "ask again, with \"to \"FILE\"\" or \".once FILE\" before it");
    return false;
  }
  if (last->tables.n == 0) {
    diag_add(&run->diags, DIAG_VALUE, at, "there is no answer yet");
    diag_hint(&run->diags, "ask a question first");
    return false;
  }
  struct writing writing = {run, format};
  if (to == NULL && format->write == NULL)
    return diag_add(&run->diags, DIAG_VALUE, at, "%s is a file by itself: write .last to \"f%s\"",
                    format->name, format->ending);
  if (to != NULL && last->tables.n == 1)
    return output_write(run, last->tables.at[0], format, to);
  if (to != NULL && (format->write == NULL || format->is_document))
    return diag_add(&run->diags, DIAG_VALUE, at, "the last answer has %zu tables, %s holds one",
                    last->tables.n, format->name);
  if (to != NULL)
    return run_write_file(run, to, write_tables, &writing);
  for (size_t i = 0; i < last->tables.n; i++) {
    struct table table = *last->tables.at[i]; /* the width adds a note of its own */
    size_t nnotes = table.notes.n;
    struct str *notes = ARENA_ARRAY(run->arena, struct str, nnotes + 1);
    for (size_t k = 0; k < nnotes; k++)
      notes[k] = table.notes.at[k];
    table.notes.at = notes;
    table.notes.cap = nnotes;
    output_put(run, &table, format, i > 0);
  }
  return true;
}
