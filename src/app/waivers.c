/* waivers: `waive`, `waivers` and `stale waivers`, and the file that waivers are kept in: a text
 * file of the user's own, beside the panel, so that it survives every panel and can be reviewed
 * like any other file (see state.h, check/excuse.h).
 */
#include "app/state.h"

#include "check/check.h"
#include "lang/format.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define WAIVERS_FILE "waivers.ogi"

struct str run_waivers_path(struct run *run) {
  const struct session *session = run->session;
  struct str panel = str_from_z(session->options.database);
  if (session->waivers.n > 0)
    return session->waivers;
  size_t folder = panel.n;
  while (folder > 0 && panel.p[folder - 1] != '/')
    folder--;
  return str_fmt(run->arena, "%.*s%s", (int)folder, panel.p != NULL ? panel.p : "", WAIVERS_FILE);
}

static struct str today(struct arena *arena) {
  char text[16];
  time_t now = time(NULL);
  struct tm day;
  localtime_r(&now, &day);
  strftime(text, sizeof text, "%Y-%m-%d", &day);
  return str_copy(arena, str_from_z(text));
}

/* The text of the file; none where there is none, unless `set waivers` names it. */
static bool read_text(struct run *run, struct str path, struct str *text) {
  *text = (struct str){0};
  bool is_there = access(str_z(run->arena, path), F_OK) == 0;
  if (!is_there && run->session->waivers.n == 0)
    return true;
  return run_read_file(run, path, (struct span){0, 0}, text);
}

bool run_waivers(struct run *run, const struct book *book, struct waiver_list *list) {
  struct session *session = run->session;
  struct source *source = ARENA_NEW(run->arena, struct source);
  if (session->options.safe)
    return true;
  *source = (struct source){.name = run_waivers_path(run), .first_line = 1};
  return read_text(run, source->name, &source->text) &&
         waivers_read(run->arena, source, book, &session->vocab, &session->panel, today(run->arena),
                      list, &run->diags);
}

/* --- waive */

/* Adds the statement to the file, on a line of its own. */
static bool append(struct run *run, const struct node *waive, struct str path, struct str text,
                   struct str statement) {
  FILE *file = fopen(str_z(run->arena, path), "ab");
  bool is_open_line = text.n > 0 && text.p[text.n - 1] != '\n';
  bool ok =
      file != NULL && fprintf(file, "%s%.*s\n", is_open_line ? "\n" : "", STR_ARG(statement)) > 0;
  int error = errno;
  if (file != NULL && fclose(file) != 0 && ok) {
    error = errno;
    ok = false;
  }
  return ok || diag_add(&run->diags, DIAG_OUTPUT, waive->span, "\"%.*s\" cannot be written: %s",
                        STR_ARG(path), strerror(error));
}

/* The same waiver is not kept twice. */
static bool stands_there(struct str text, struct str statement) {
  for (size_t at = 0, end; at < text.n; at = end + 1) {
    for (end = at; end < text.n && text.p[end] != '\n';)
      end++;
    if (str_eq(str_trim(str_sub(text, at, end)), statement))
      return true;
  }
  return false;
}

bool run_waive(struct run *run, const struct node *waive) {
  struct session *session = run->session;
  const struct node *subject = waive->first->next;
  struct panel_name agency;
  int64_t low, high;
  struct rule_list rules = {0};
  struct str path = run_waivers_path(run), text;
  struct book *book = run_book(run);
  if (book == NULL || !book_choose(run->arena, book, waive->first, &rules, &run->diags) ||
      !run_subject(run, subject, &agency, &low, &high) || !run_may_touch_files(run, waive->span) ||
      !read_text(run, path, &text))
    return false;
  for (const struct node *clause = subject->next; clause != NULL; clause = clause->next)
    if (clause->next != NULL && clause->next->kind == clause->kind)
      return diag_add(&run->diags, DIAG_CLAUSE, clause->next->span, "\"%s\" is said twice",
                      node_word(clause->kind));
  /* By its whole name: what fits one agency today may fit two tomorrow. */
  struct node *whole = node_copy(run->arena, waive, 0, 0);
  whole->first->next->first->kind = NODE_STRING;
  whole->first->next->first->text = agency.name;
  struct str statement = format_line(run->arena, whole);
  if (!stands_there(text, statement) && !append(run, waive, path, text, statement))
    return false;
  if (!session->options.quiet)
    fprintf(session->options.err, "kept in %.*s\n", STR_ARG(path));
  return true;
}

/* --- waivers */

static struct value years_of(struct run *run, const struct waiver *waiver) {
  if (waiver->low == 0)
    return value_missing();
  return value_text(waiver->low == waiver->high
                        ? str_fmt(run->arena, "%d", (int)waiver->low)
                        : str_fmt(run->arena, "%d..%d", (int)waiver->low, (int)waiver->high));
}

bool run_list_waivers(struct run *run, const struct node *waivers) {
  static const char *const names[] = {"rule",  "agency",   "years", "because",
                                      "until", "findings", "state", "place"};
  struct session *session = run->session;
  struct excuses excuses = {0};
  struct rule_list rules = {0};
  struct book *book = run_book(run);
  if (book == NULL || !run_may_touch_files(run, waivers->span) ||
      !run_waivers(run, book, &excuses.waivers))
    return false;
  for (size_t i = 0; i < book->n; i++) {
    bool is_waived = false;
    for (size_t w = 0; w < excuses.waivers.n; w++)
      for (size_t k = 0; k < excuses.waivers.at[w].rules.n; k++)
        is_waived = is_waived || excuses.waivers.at[w].rules.at[k] == book->at[i];
    if (is_waived)
      ARENA_PUSH(run->arena, &rules, (const struct rule *)book->at[i]);
  }
  struct check_request request = {.vocab = &session->vocab,
                                  .panel = &session->panel,
                                  .settings = &session->settings,
                                  .book = book,
                                  .rules = &rules,
                                  .excuses = &excuses,
                                  .at = waivers->span};
  if (rules.n > 0 && (!check_refresh(run->arena, session->store, &request, &run->diags) ||
                      !excuses_use(run->arena, session->store, &request, &run->diags)))
    return false;
  struct table *table = table_new(run->arena, sizeof names / sizeof names[0], names);
  table->columns[5].role = COLUMN_FIGURE;
  table->columns[5].type = VALUE_INTEGER;
  for (size_t i = 0; i < excuses.waivers.n; i++) {
    const struct waiver *waiver = &excuses.waivers.at[i];
    if (waivers->flag && waiver->used > 0)
      continue;
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(waiver->rule);
    row->cells[1] = value_text(waiver->who);
    row->cells[2] = years_of(run, waiver);
    row->cells[3] = value_text_if(waiver->because);
    row->cells[4] = value_text_if(waiver->until);
    row->cells[5] = value_integer(waiver->used);
    row->cells[6] = value_text(str_from_z(waiver_state(waiver)));
    row->cells[7] = value_text(str_fmt(run->arena, "%.*s:%u", STR_ARG(waiver->file), waiver->line));
  }
  const struct node *to = waivers->first != NULL ? waivers->first->first : NULL;
  return run_show(run, table, to);
}
