/* output: an answer → the session's output or the file that `to` names (see state.h).
 */
#include "app/page.h"
#include "app/state.h"

#include "base/file.h"
#include "chart/chart.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static size_t terminal_width(FILE *out) {
  struct winsize size;
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 0;
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
  struct show_options options = {.quiet = true, .is_first = true};
  if (w->format->write_file != NULL)
    return write_whole(w, out);
  w->format->write(w->run->arena, w->table, &options, out);
  return true;
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
  struct table_writing writing = {run, table, format, to};
  return run_write_file(run, to, write_table, &writing);
}

bool run_show_as(struct run *run, struct table *table, const struct format *format,
                 const struct node *to) {
  table->statement = run->text;
  struct table_writing writing = {run, table, format, to};
  if (to != NULL)
    return run_write_file(run, to, write_table, &writing);
  const struct format *own = run->session->format;
  run->session->format = format;
  bool ok = run_show(run, table, NULL);
  run->session->format = own;
  return ok;
}

bool run_show(struct run *run, struct table *table, const struct node *to) {
  struct session *session = run->session;
  table->statement = run->text;
  table->supposed = session->supposed.at;
  table->nsupposed = session->supposed.n;
  if (run->plotting != NULL)
    return run_show_chart(run, table, to);
  if (to != NULL)
    return write_file(run, table, to);
  if (session->page != NULL)
    return page_show(run, table);
  bool is_terminal = session->options.is_interactive && isatty(fileno(session->options.out));
  struct show_options options = {.is_terminal = is_terminal,
                                 .width = is_terminal ? terminal_width(session->options.out) : 0,
                                 .quiet = session->options.quiet,
                                 .is_first = session->results == 0};
  session->format->write(run->arena, table, &options, session->options.out);
  session->results++;
  bool has_footer =
      !session->format->is_machine && !session->format->is_document && !session->options.quiet;
  fflush(session->options.out);
  if (has_footer)
    show_footer(table, session->options.err);
  return true;
}
