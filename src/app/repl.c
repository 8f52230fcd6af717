/* repl: a line editor around a session (see repl.h): what is typed goes to the session, and what
 * the editor must know of the language comes from it.
 */
#include "app/repl.h"

#include "app/history.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define INTERRUPTED 130
#define PROMPT_SHARE 2 /* fifths of the width: a longer prompt leaves too little room */

struct repl {
  struct session *session;
  struct line *line;
  struct arena arena; /* of the statement being typed */
  struct arena last_arena;
  struct str last;     /* what was run last, for the editor */
  const char *history; /* NULL = not kept */
};

/* --- What the editor asks --- */

static bool is_whole(void *context, struct str text) {
  return !session_needs_more(context, text);
}

static void complete(void *context, struct arena *arena, struct str text, size_t at,
                     struct line_offers *offers) {
  session_complete(context, arena, text, at, offers);
}

static void mark(void *context, struct str text, size_t cursor, unsigned char *marks) {
  session_mark(context, text, cursor, marks);
}

/* --- One text of one or several statements --- */

static void remember(struct repl *r, struct str text) {
  if (text.n == 0 || str_eq(line_remembered(), text))
    return;
  line_remember(r->line, text);
  if (r->history == NULL || history_append(r->history, text))
    return;
  fprintf(stderr, "ogi: note: the history is not kept, \"%s\" cannot be written: %s\n", r->history,
          strerror(errno));
  r->history = NULL;
}

static struct str prompt_of(struct repl *r) {
  struct str panel = session_prompt(r->session, &r->arena);
  struct winsize size = {0};
  if (session_own_prompt(r->session).n > 0)
    return session_own_prompt(r->session);
  if (panel.n == 0)
    return STR("ogi> ");
  struct str prompt = str_fmt(&r->arena, "ogi (%.*s)> ", STR_ARG(panel));
  bool is_narrow = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
                   utf8_text_width(prompt) * 5 > size.ws_col * (size_t)PROMPT_SHARE;
  return is_narrow ? STR("ogi> ") : prompt;
}

static uint32_t lines_in(struct str text) {
  uint32_t n = 0;
  for (size_t i = 0; i < text.n; i++)
    n += text.p[i] == '\n';
  return n;
}

/* Runs the statements of a text, one after the other; an error ends none but itself. */
static void run(struct repl *r, struct str text) {
  uint32_t line = 1;
  for (size_t from = 0, end; from < text.n && !session_is_over(r->session); from = end) {
    bool stop = false;
    end = session_statement(r->session, text, from);
    struct str one = str_sub(text, from, end);
    int status = session_run(r->session, STR("input"), one, line, &stop);
    fflush(stdout);
    if (status == INTERRUPTED)
      return;
    line += lines_in(one);
  }
}

static void keep_last(struct repl *r, struct str text) {
  arena_reset(&r->last_arena);
  r->last = str_copy(&r->last_arena, text);
}

static void edit(struct repl *r, struct str text);

static void take(struct repl *r, struct str text) {
  remember(r, text);
  if (session_needs_more(r->session, text)) { /* a blank line came after it */
    fputs("ogi: note: the statement was not complete and is given up\n", stderr);
    keep_last(r, text);
    return;
  }
  run(r, text);
  if (session_wants_editor(r->session))
    edit(r, r->last);
  else
    keep_last(r, text);
}

/* Opens the text in the editor, shows what is saved there and runs it. */
static void edit(struct repl *r, struct str text) {
  struct str edited;
  if (!session_edit(r->session, &r->arena, text, &edited) || str_trim(edited).n == 0)
    return;
  printf("%.*s\n", STR_ARG(str_trim(edited)));
  fflush(stdout);
  take(r, str_trim(edited));
}

static void set_up(struct repl *r, struct arena *lasting) {
  struct arena past = {0};
  size_t count = 0;
  r->history = history_path(lasting);
  if (r->history == NULL)
    return;
  struct str *statements = history_read(&past, r->history, &count);
  for (size_t i = 0; i < count; i++)
    line_remember(r->line, statements[i]);
  keep_last(r, line_remembered());
  arena_free(&past);
}

void repl_run(struct session *session, const char *greeting) {
  struct arena lasting = {0};
  struct line_client client = {session, is_whole, complete, mark};
  struct repl r = {.session = session, .line = line_open(&client)};
  set_up(&r, &lasting);
  if (greeting != NULL)
    fprintf(stdout, "%s\n", greeting);
  while (!session_is_over(session)) {
    struct str text;
    arena_reset(&r.arena);
    fflush(stdout);
    struct line_options options = {prompt_of(&r), session_has_colour(session),
                                   session_has_suggestions(session)};
    enum line_end end = line_get(r.line, &r.arena, &options, &text);
    if (end == LINE_LAST) {
      if (session_leave(session))
        continue;
      break;
    }
    if (end == LINE_READ && text.n == 0)
      remember(&r, str_trim(session_enter(session)));
    if (end == LINE_EDITOR)
      remember(&r, text); /* whatever becomes of it in the editor */
    if (end == LINE_EDITOR)
      edit(&r, text.n > 0 ? text : r.last);
    else if (end == LINE_READ && text.n > 0)
      take(&r, text);
  }
  line_close(r.line);
  arena_free(&r.arena);
  arena_free(&r.last_arena);
  arena_free(&lasting);
}
