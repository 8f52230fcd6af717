/* output: an answer → the session's output or the file that `to` names (see state.h, output.h).
 */
#include "app/output.h"

#include "app/page.h"
#include "app/window.h"
#include "base/file.h"
#include "chart/chart.h"
#include "show/fill.h"
#include "show/mark.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool output_has_colour(const struct session *session, int file) {
  enum when when = session->display.colour;
  return when == WHEN_ON || (when == WHEN_AUTO && isatty(file) && show_has_colour());
}

/* Is it read on the screen, by people? Markdown is read by programs first. */
static bool is_for_screen(const struct format *format) {
  struct str name = str_from_z(format->name);
  return str_eq(name, STR("table")) || str_eq(name, STR("line"));
}

static bool applies(enum when when, bool is_auto) {
  return when == WHEN_ON || (when == WHEN_AUTO && is_auto);
}

struct show_options output_options(const struct session *session, const struct format *format,
                                   bool is_terminal) {
  const struct display *display = &session->display;
  bool is_screen = is_terminal && is_for_screen(format);
  return (struct show_options){.is_terminal = is_terminal,
                               .has_colour =
                                   is_screen && output_has_colour(session, session->output.screen),
                               .width = session_width(session),
                               .quiet = session->options.quiet,
                               .is_first = session->results == 0,
                               .has_no_headers = display->has_no_headers,
                               .style = {.has_thousands = applies(display->thousands, is_screen),
                                         .has_units = applies(display->units, is_screen),
                                         .has_null = display->has_null,
                                         .null = display->null}};
}

bool run_write_file(struct run *run, const struct node *to, bool (*write)(void *context, FILE *out),
                    void *context) {
  if (!run_may_touch_files(run, to->span))
    return false;
  if (file_write(run->arena, to->text, write, context))
    return true;
  return errno != 0 &&
         diag_add(&run->diags, DIAG_OUTPUT, to->span, "\"%.*s\" cannot be written: %s",
                  STR_ARG(to->text), strerror(errno));
}

struct table_writing {
  struct run *run;
  struct table *table;
  const struct format *format;
  const struct node *to;
};

/* Of a kind of file that does not go into a stream. */
static bool write_whole(struct table_writing *w, FILE *out) {
  if (w->format->write_file(w->run->arena, w->table, out))
    return true;
  if (errno == ENOSYS) {
    diag_add(&w->run->diags, DIAG_OUTPUT, w->to->span, "%s is not installed", w->format->needs);
    diag_hint(&w->run->diags, "without it there are %.*s",
              STR_ARG(format_list(w->run->arena, false)));
    return false;
  }
  return diag_add(&w->run->diags, DIAG_OUTPUT, w->to->span, "\"%.*s\" cannot be written: %s",
                  STR_ARG(w->to->text), strerror(errno));
}

static bool write_table(void *context, FILE *out) {
  struct table_writing *w = context;
  struct show_options options = output_options(w->run->session, w->format, false);
  if (w->format->write_file != NULL)
    return write_whole(w, out);
  options.quiet = options.is_first = true;
  options.width = 0;
  w->format->write(w->run->arena, w->table, &options, out);
  return true;
}

bool output_write(struct run *run, struct table *table, const struct format *format,
                  const struct node *to) {
  struct table_writing writing = {run, table, format, to};
  return run_write_file(run, to, write_table, &writing);
}

static bool write_file(struct run *run, struct table *table, const struct node *to) {
  const struct format *format = format_for_path(to->text);
  if (!run_may_touch_files(run, to->span))
    return false;
  if (format == NULL) {
    diag_add(&run->diags, DIAG_OUTPUT, to->span, "the ending of \"%.*s\" names no format",
             STR_ARG(to->text));
    enum chart_file file;
    if (chart_file_for(to->text, &file))
      diag_hint(&run->diags, "a picture is asked for with \"plot\" before the question");
    else
      diag_hint(&run->diags, "it can be %.*s", STR_ARG(format_list(run->arena, true)));
    return false;
  }
  return output_write(run, table, format, to);
}

bool run_show_as(struct run *run, struct table *table, const struct format *format,
                 const struct node *to) {
  table->statement = run->text;
  if (to != NULL)
    return output_write(run, table, format, to);
  const struct format *own = run->session->format;
  run->session->format = format;
  bool ok = run_show(run, table, NULL);
  run->session->format = own;
  return ok;
}

/* What there was no room for, and how it is seen. */
static void note_left_out(struct run *run, struct table *table, size_t left_out) {
  size_t shown = 0;
  for (size_t i = 0; i < table->ncolumns; i++)
    shown += people_is_shown(&table->columns[i]);
  if (left_out > 0)
    ARENA_PUSH(run->arena, &table->notes,
               SAY(run->arena, table->says,
                   "{1} of {2} columns not shown: `set width 0`, `.mode line` or `to \"f.csv\"` "
                   "shows all",
                   say_number(run->arena, (int64_t)left_out),
                   say_number(run->arena, (int64_t)shown)));
}

void output_footer(struct session *session, const struct table *table) {
  FILE *out = session->options.out, *err = session->options.err;
  /* On one terminal both come in order, through the pager. */
  bool is_same = session_has_terminal(session) && isatty(fileno(err));
  if (!is_same)
    fflush(out);
  size_t width = is_same ? session_width(session) : window_of(fileno(err)).columns;
  show_footer(table, output_has_colour(session, fileno(err)), width, is_same ? out : err);
}

/* Of what goes where answers go now. */
static struct show_options options_now(const struct session *session, const struct format *format) {
  struct show_options options = output_options(session, format, session_has_terminal(session));
  options.has_colour =
      options.has_colour ||
      (session->display.colour == WHEN_ON && session->output.file == NULL && is_for_screen(format));
  return options;
}

static struct show_options options_within(const struct run *run, const struct format *format,
                                          const FILE *out) {
  struct show_options options = {0};
  if (out == run->session->options.out)
    options = options_now(run->session, format);
  options.quiet = options.is_first = true;
  return options;
}

void output_within(struct run *run, struct table *table, FILE *out) {
  table_speak(table, run->session->says);
  const struct format *format = format_named(STR("table"));
  struct show_options options = options_within(run, format, out);
  format->write(run->arena, table, &options, out);
}

void output_below(struct run *run, struct str line, FILE *out) {
  struct show_options options = options_within(run, format_named(STR("table")), out);
  if (options.has_colour)
    fputs(MARK_DIM, out);
  fill_write(out, str_fmt(run->arena, "%.*s\n", STR_ARG(line)), options.width, 0);
  if (options.has_colour)
    fputs(MARK_PLAIN, out);
}

void output_put(struct run *run, struct table *table, const struct format *format, bool is_part) {
  struct session *session = run->session;
  struct show_options options = options_now(session, format);
  FILE *out = session->options.out;
  size_t left_out = 0;
  options.left_out = &left_out;
  /* Where somebody types, the prompt stands between answers. */
  options.is_apart = session->results > 0 && (is_part || !session->options.is_interactive);
  format->write(run->arena, table, &options, out);
  session->results++;
  if (!format->is_machine && !format->is_document && !session->options.quiet) {
    note_left_out(run, table, left_out);
    output_footer(session, table);
  }
  fflush(out);
}

/* Which year an answer is about whose question did not name one. */
static struct str latest_note(struct run *run, size_t i) {
  const struct says *says = run->session->says;
  const struct latest_year *latest = &run->latest.at[i];
  struct str year = str_fmt(run->arena, "%lld", (long long)latest->year);
  return latest->agency.n == 0
             ? SAY(run->arena, says, "latest is {1}", year)
             : SAY(run->arena, says, "latest of {1} is {2}", latest->agency, year);
}

static void note_latest(struct run *run, struct table *table) {
  table->latest = run->latest.at;
  table->nlatest = run->latest.n;
  for (size_t i = 0; i < run->latest.n; i++)
    ARENA_PUSH(run->arena, &table->notes, latest_note(run, i));
}

void run_tell_latest(struct run *run) {
  if (run->session->options.quiet)
    return;
  for (size_t i = 0; i < run->latest.n; i++)
    say_line(run->session->options.err, latest_note(run, i));
}

bool run_show(struct run *run, struct table *table, const struct node *to) {
  /* Whoever reads the answer in a pager keeps nobody from writing the panel. */
  store_view_pause(run->session->store);
  struct session *session = run->session;
  table->statement = run->text;
  table_speak(table, session->says);
  note_latest(run, table);
  table->supposed = session->supposed.at;
  table->nsupposed = session->supposed.n;
  bool is_part = session->shown.is_open && session->shown.has_begun;
  last_keep(session, table);
  if (run->plotting != NULL)
    return run_show_chart(run, table, to);
  if (to != NULL)
    return write_file(run, table, to);
  if (session->page != NULL)
    return page_show(run, table);
  output_put(run, table, session->format, is_part);
  return true;
}
