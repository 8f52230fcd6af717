/* page_report: the statement `report "brief.ogi" to "brief.html"`: a script is run, and what it
 * shows becomes one page (see page.h). The page is written when all has run: an error that ends the
 * script leaves no page, nor half of one.
 */
#include "app/page.h"

struct page_file {
  struct page *page;
  struct str name; /* of the script */
};

static bool write_page(void *context, FILE *out) {
  struct page_file *file = context;
  page_write(file->page, file->name, out);
  return true;
}

/* Runs the script into the page; the session is then as it was, but for what was loaded, defined
 * and dropped. *stop: an error ended it. */
static int run_script(struct session *session, struct str name, struct str script,
                      struct page *page, bool *stop) {
  const struct session_options options = session->options;
  const struct plan_settings settings = session->settings;
  const struct display display = session->display;
  const struct output output = session->output;
  const struct format *format = session->format;
  const enum names_shown names = session->names;
  const struct str waivers = session->waivers;
  const size_t results = session->results;
  struct page *outer = session->page;
  session->depth++;
  page_open(page, session, script);
  session->page = page;
  session->output.file = NULL; /* of `.output`: it stays open, for what comes after the report */
  session->output.once = (struct str){0};
  session->options.is_interactive = false;
  session->display.has_echo = session->display.has_timing = false;
  int status = run_text(session, name, script, 1, false, stop);
  session->depth--;
  session->page = outer;
  session->options = options;
  session->settings = settings;
  session->display = display;
  session->output = output;
  session->format = format;
  session_set_names(session, names);
  session->waivers = waivers;
  session->results = results;
  return status;
}

bool run_report(struct run *run, const struct node *report) {
  struct session *session = run->session;
  const struct node *what = report->first, *to = what->next->first;
  const struct format *format = format_for_path(to->text);
  struct str script;
  bool stop;
  if (session->depth == USE_DEPTH)
    return diag_add(&run->diags, DIAG_LIMIT, what->span, "scripts use each other in a circle");
  if (format == NULL || !str_eq(str_from_z(format->name), STR("html"))) {
    diag_add(&run->diags, DIAG_OUTPUT, to->span, "a report is a page of the web");
    diag_hint(&run->diags, "give its file the ending .html");
    return false;
  }
  if (!run_may_touch_files(run, what->span) || !run_read_file(run, what->text, what->span, &script))
    return false;
  struct page page;
  run->status = run_script(session, what->text, script, &page, &stop);
  if (stop) {
    if (!session->options.quiet)
      fprintf(session->options.err, "\"%.*s\" is not written: an error ended \"%.*s\"\n",
              STR_ARG(to->text), STR_ARG(what->text));
  } else {
    struct page_file file = {&page, what->text};
    run_write_file(run, to, write_page, &file);
  }
  page_close(&page);
  return run->status == 0 && run->diags.errors == 0;
}
