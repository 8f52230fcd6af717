/* session: opening, closing, and running the statements of a text (see session.h).
 */
#include "app/session.h"

#define MIN_BASE 30 /* cases: below it one case moves a rate by more than three points */

#include "app/output.h"
#include "app/page.h"
#include "app/tutorial.h"
#include "base/clock.h"

#include <stdlib.h>

struct session *session_open(const struct session_options *options, int *status) {
  struct session *session = calloc(1, sizeof *session);
  if (session == NULL)
    out_of_memory();
  session->options = *options;
  session->output.stream = options->out;
  session->output.screen = fileno(options->out);
  session->display.has_timing = options->timing;
  session->display.keeps_going = options->keep_going;
  session->settings.form = -1;
  session->settings.min_base = MIN_BASE;
  session->format = format_named(str_from_z(options->format != NULL ? options->format : "table"));
  struct diags diags = {.arena = &session->arena};
  bool ok = define_shipped(&session->arena, &session->vocab, options->stdlib, &diags);
  diags.source = NULL;
  if (ok)
    session->store =
        store_open(&session->arena, options->database, options->readonly, &session->vocab, &diags);
  session_say(options, &diags);
  *status = session->store != NULL ? 0 : diags_status(&diags);
  if (session->store == NULL || session->format == NULL) {
    session_close(session);
    return NULL;
  }
  session->panel = store_panel(session->store);
  session->settings.errors = &session->errors;
  session->settings.definitions = &session->definitions;
  struct diags defined = {.arena = &session->arena};
  bool is_defined = definitions_open(session, &defined);
  session_say(options, &defined);
  if (is_defined)
    return session;
  *status = diags_status(&defined);
  session_close(session);
  return NULL;
}

bool session_reopen(struct run *run, struct str path) {
  struct session *session = run->session;
  const char *name = str_copy(&session->arena, path).p;
  struct store *old = session->store,
               *store = store_open(&session->arena, name, session->options.readonly,
                                   &session->vocab, &run->diags);
  struct definitions definitions = session->definitions;
  if (store == NULL)
    return false;
  session->store = store;
  session->definitions = (struct definitions){0};
  if (!definitions_open(session, &run->diags)) {
    session->store = old;
    session->definitions = definitions;
    store_close(store);
    return false;
  }
  session->panel = store_panel(store);
  session->options.database = name;
  session->book = NULL; /* and what else was known of the other panel */
  session->errors = (struct error_rules){0};
  session->was_supposed = false;
  trace_forget(session);
  store_close(old);
  return true;
}

void session_close(struct session *session) {
  if (session == NULL)
    return;
  if (session->tutorial != NULL)
    tutorial_close(session->tutorial);
  struct diags diags = {.arena = &session->arena};
  output_close(session, &diags);
  session_say(&session->options, &diags);
  if (session->options.log != NULL)
    fclose(session->options.log);
  store_close(session->store);
  arena_free(&session->shown.arena);
  arena_free(&session->statement);
  arena_free(&session->last.arena);
  arena_free(&session->known.arena);
  arena_free(&session->arena);
  free(session);
}

int run_text(struct session *session, struct str name, struct str text, uint32_t first_line,
             bool interactive, bool *stop) {
  struct arena tokens_arena = {0};
  struct source source = {name, text, first_line};
  struct lex lex = {.source = &source, .is_interactive = interactive};
  int worst = 0;
  *stop = false;
  if (str_starts(text, STR("#!"))) /* a script may say who runs it; the line is a comment */
    lex.at = 0;
  while (!*stop && !session->is_over) {
    struct token_list tokens = {0};
    struct diags diags = {.arena = &tokens_arena, .source = &source};
    struct span dot;
    int status;
    arena_reset(&tokens_arena);
    double begun = clock_seconds();
    page_before(session, &source, lex.at);
    size_t end = text.n;
    if (lex_dot_line(&lex, &dot)) {
      end = dot.end;
      status = run_dot_line(session, &source, dot);
    } else {
      enum lex_outcome outcome = lex_statement(&tokens_arena, &lex, &tokens, &diags);
      if (outcome == LEX_END)
        break;
      session_say(&session->options, &diags);
      end = outcome == LEX_ERROR ? lex.at : tokens.at[tokens.n - 1].span.end;
      status =
          outcome == LEX_ERROR ? diags_status(&diags) : run_statement(session, &source, &tokens);
    }
    page_after(session, &source, end, status);
    if (session->display.has_timing && session->init == INIT_NONE)
      fprintf(session->options.err, "time %.6f s\n", clock_seconds() - begun);
    worst = status > worst ? status : worst;
    bool keeps_going = session->display.keeps_going || session->init != INIT_NONE;
    *stop = status == 130 || ((status == 2 || status == 4) && !keeps_going);
  }
  arena_free(&tokens_arena);
  return worst;
}

int session_run(struct session *session, struct str name, struct str text, uint32_t first_line,
                bool *stop) {
  if (session->tutorial != NULL)
    return tutorial_run(session, name, text, stop);
  store_hurry(session->store, false);
  arena_reset(&session->known.arena); /* the panel may say other things from now on */
  session->known.at = NULL;
  session->known.n = session->known.cap = 0;
  bool typed = session->options.is_interactive && str_eq(name, STR("input"));
  return run_text(session, name, text, first_line, typed, stop);
}

void session_interrupt(struct session *session) {
  if (session == NULL)
    return;
  if (session->tutorial != NULL)
    session_interrupt(tutorial_session(session->tutorial));
  session->is_interrupted = 1;
  if (session->store != NULL)
    store_interrupt(session->store);
}

struct str session_own_prompt(const struct session *session) {
  return session->tutorial != NULL ? STR("") : session->display.prompt;
}

/* In whose settings what is typed now is typed. */
static const struct session *typed_in(const struct session *session) {
  return session->tutorial != NULL ? tutorial_session(session->tutorial) : session;
}

bool session_has_colour(const struct session *session) {
  const struct session *typed = typed_in(session);
  return output_has_colour(typed, typed->output.screen);
}

bool session_has_suggestions(const struct session *session) {
  return !typed_in(session)->display.has_no_suggestions;
}

bool session_is_over(const struct session *session) {
  return session->is_over;
}

struct str session_enter(struct session *session) {
  return session->tutorial != NULL ? tutorial_step(session) : STR("");
}

bool session_leave(struct session *session) {
  if (session->tutorial == NULL)
    return false;
  tutorial_leave(session);
  return true;
}

/* How many reports on which years. From now on until a statement runs somebody types, and what is
 * looked up meanwhile waits for nothing. */
static struct str panel_summary(struct session *session, struct arena *arena) {
  struct diags silent = {.arena = arena};
  struct str sql = STR("SELECT count(*), min(year), max(year) FROM report WHERE counts = 1");
  struct str text = STR("busy"); /* another process is writing it */
  store_hurry(session->store, true);
  struct cursor *cursor = store_query(session->store, sql, NULL, 0, (struct span){0, 0}, &silent);
  if (cursor != NULL && cursor_step(cursor, &silent) == 1) {
    long long n = (long long)cursor_value(cursor, 0).integer;
    int low = (int)cursor_value(cursor, 1).integer, high = (int)cursor_value(cursor, 2).integer;
    const char *plural = n == 1 ? "" : "s";
    text = n == 0        ? STR("empty")
           : low == high ? str_fmt(arena, "%lld report%s %d", n, plural, low)
                         : str_fmt(arena, "%lld report%s %d-%d", n, plural, low, high);
  }
  cursor_close(cursor);
  return text;
}

struct str session_prompt(struct session *session, struct arena *arena) {
  if (session->tutorial != NULL)
    return tutorial_prompt(session->tutorial, arena);
  struct str text = panel_summary(session, arena);
  if (session->settings.year_low != 0)
    text = str_fmt(arena, "%.*s, year %d%s", STR_ARG(text), (int)session->settings.year_low,
                   session->settings.year_low == session->settings.year_high ? "" : " …");
  return text;
}
