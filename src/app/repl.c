/* repl: readline around a session (see repl.h).
 *
 * Readline's callback interface is used, not readline(): so the loop here waits for keys itself and
 * sees signals between two of them, and nothing has to jump out of a handler.
 */
#include "app/repl.h"

#include "app/history.h"
#include "base/utf8.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#define MATCHES_SHOWN 60 /* about what a screen holds in columns */

/* Signals that would leave the terminal in readline's mode, or the line half shown. */
static const int caught[] = {SIGINT, SIGTSTP, SIGWINCH, SIGTERM, SIGHUP};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

struct repl {
  struct session *session;
  struct arena arena;  /* of the statement being typed */
  struct str before;   /* its lines above the one being typed */
  char *line;          /* what readline gave; NULL at the end of input */
  bool has_line;       /* has it given anything? */
  size_t shared;       /* bytes that all matches have before the word to complete */
  const char *history; /* NULL = not kept */
  volatile sig_atomic_t hit[CAUGHT];
};

/* Readline's callbacks and signal handlers take no argument of ours: this is the one that is being
 * served. NULL outside repl_run. */
static struct repl *current;

enum line_end { LINE_READ, LINE_DROPPED, LINE_LAST };

static void on_signal(int number) {
  for (size_t i = 0; i < CAUGHT; i++)
    if (caught[i] == number)
      current->hit[i] = 1;
}

static void on_line(char *line) {
  current->line = line;
  current->has_line = true;
  rl_callback_handler_remove(); /* the terminal is the statement's now */
}

/* --- completion: the session says what fits, readline shows and inserts it --- */

/* How many bytes all of them have in common, whole characters only. */
static size_t common_length(const struct str *words, size_t count) {
  size_t n = words[0].n;
  for (size_t i = 1; i < count; i++) {
    size_t k = 0;
    while (k < n && k < words[i].n && words[i].p[k] == words[0].p[k])
      k++;
    n = k;
  }
  while (n > 0 && n < words[0].n && ((unsigned char)words[0].p[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static char *joined(struct str a, struct str b) {
  char *text = malloc(a.n + b.n + 1); /* readline frees it */
  if (text == NULL)
    out_of_memory();
  memcpy(text, a.p, a.n);
  if (b.n > 0)
    memcpy(text + a.n, b.p, b.n);
  text[a.n + b.n] = '\0';
  return text;
}

/* The list as readline wants it: what to insert, then every match. Each begins with `lead`, the
 * line up to the word, since to readline the whole line is the word (see set_up). */
static char **matches_from(struct str lead, struct str typed, const struct str *words,
                           size_t count) {
  char **matches = calloc(count + 2, sizeof *matches);
  if (matches == NULL)
    out_of_memory();
  struct str common = str_sub(words[0], 0, common_length(words, count));
  /* Matches that are spelt in another way (another case, full-width) must not eat what is typed. */
  matches[0] = joined(lead, count > 1 && common.n < typed.n ? typed : common);
  if (count > 1)
    for (size_t i = 0; i < count; i++)
      matches[i + 1] = joined(lead, words[i]);
  current->shared = lead.n;
  return matches;
}

/* Inside an open string a file may be meant: load "reports/… */
static char **complete_path(struct arena *arena, struct str line) {
  size_t open = line.n;
  for (size_t i = 0; i < line.n; i++)
    if (line.p[i] == '"')
      open = open == line.n ? i : line.n;
  if (open == line.n)
    return NULL;
  struct str lead = str_sub(line, 0, open + 1), typed = str_sub(line, open + 1, line.n);
  struct {
    struct str *at;
    size_t n, cap;
  } names = {0};
  char *name;
  for (int i = 0; (name = rl_filename_completion_function(str_z(arena, typed), i)) != NULL; i++) {
    struct stat status;
    bool is_directory = stat(name, &status) == 0 && S_ISDIR(status.st_mode);
    struct str whole = str_fmt(arena, "%s%s", name, is_directory ? "/" : "");
    ARENA_PUSH(arena, &names, whole);
    free(name);
  }
  rl_completion_suppress_append = 1;
  return names.n > 0 ? matches_from(lead, typed, names.at, names.n) : NULL;
}

static char **complete(const char *text, int start, int end) {
  (void)text;
  (void)start;
  struct arena arena = {0};
  struct sbuf whole = {.arena = &arena};
  struct str line = {rl_line_buffer, (size_t)end};
  size_t word_start = 0, count = 0, before = current->before.n;
  char **matches = NULL;
  rl_attempted_completion_over = 1; /* no file names where none fit */
  sbuf_add(&whole, current->before);
  sbuf_add_z(&whole, rl_line_buffer);
  struct str *words = session_complete(current->session, &arena, sbuf_str(&whole), before + line.n,
                                       &word_start, &count);
  word_start = word_start > before ? word_start - before : 0;
  if (count > 0 && word_start <= line.n) {
    char last = words[0].n > 0 ? words[0].p[words[0].n - 1] : ' ';
    rl_completion_suppress_append = last == '(' || last == ' ';
    matches =
        matches_from(str_sub(line, 0, word_start), str_sub(line, word_start, line.n), words, count);
  } else {
    matches = complete_path(&arena, line);
  }
  arena_free(&arena);
  return matches;
}

/* The words alone, without the line before them. */
static void show_matches(char **matches, int count, int longest) {
  char *shown[MATCHES_SHOWN + 2] = {matches[0]};
  int n = count < MATCHES_SHOWN ? count : MATCHES_SHOWN;
  longest = 0;
  for (int i = 1; i <= n; i++) {
    shown[i] = matches[i] + current->shared;
    int width = (int)utf8_text_width(str_from_z(shown[i]));
    longest = width > longest ? width : longest;
  }
  rl_display_match_list(shown, n, longest);
  if (n < count)
    fprintf(rl_outstream, "and %d more\n", count - n);
  rl_forced_update_display();
}

/* --- one line --- */

/* Sees to the signals that came while a key was awaited. True when the line is given up. */
static bool handle_signals(struct repl *r) {
  bool is_dropped = false;
  for (size_t i = 0; i < CAUGHT; i++) {
    if (r->hit[i] == 0)
      continue;
    r->hit[i] = 0;
    switch (caught[i]) {
    case SIGINT:
      rl_point = rl_end; /* a long line may go on below the cursor */
      rl_redisplay();
      rl_callback_sigcleanup();
      rl_free_line_state();
      rl_callback_handler_remove();
      fputs("^C\n", rl_outstream);
      is_dropped = true;
      break;
    case SIGWINCH:
      rl_resize_terminal();
      break;
    case SIGTSTP:
      rl_cleanup_after_signal();
      raise(SIGSTOP);
      rl_reset_after_signal();
      rl_forced_update_display();
      break;
    default: /* end as the signal would have it, with the terminal as it was */
      rl_callback_handler_remove();
      fflush(NULL);
      signal(caught[i], SIG_DFL);
      sigset_t only;
      sigemptyset(&only);
      sigaddset(&only, caught[i]);
      raise(caught[i]);
      sigprocmask(SIG_UNBLOCK, &only, NULL);
    }
  }
  return is_dropped;
}

static enum line_end wait_for_line(struct repl *r, const sigset_t *while_waiting) {
  while (!r->has_line) {
    struct pollfd keys = {.fd = fileno(rl_instream), .events = POLLIN};
    int n = ppoll(&keys, 1, NULL, while_waiting);
    if (n > 0) {
      rl_callback_read_char();
    } else if (n < 0 && errno != EINTR) {
      rl_callback_handler_remove();
      return LINE_LAST;
    } else if (handle_signals(r)) {
      return LINE_DROPPED;
    }
  }
  return r->line != NULL ? LINE_READ : LINE_LAST;
}

/* Reads a line into r->line, which the caller frees. Signals are blocked but for the waiting, so
 * that none is lost between a look at them and the next wait. */
static enum line_end read_line(struct repl *r, const char *prompt) {
  struct sigaction ours = {.sa_handler = on_signal}, theirs[CAUGHT];
  sigset_t blocked, before, while_waiting;
  sigemptyset(&blocked);
  for (size_t i = 0; i < CAUGHT; i++)
    sigaddset(&blocked, caught[i]);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  while_waiting = before;
  for (size_t i = 0; i < CAUGHT; i++) {
    r->hit[i] = 0;
    sigaction(caught[i], NULL, &theirs[i]);
    if (theirs[i].sa_handler == SIG_IGN && caught[i] != SIGINT) /* nohup and the like */
      continue;
    sigaction(caught[i], &ours, NULL);
    sigdelset(&while_waiting, caught[i]);
  }
  r->line = NULL;
  r->has_line = false;
  rl_callback_handler_install(prompt, on_line);
  enum line_end end = wait_for_line(r, &while_waiting);
  for (size_t i = 0; i < CAUGHT; i++)
    sigaction(caught[i], &theirs[i], NULL);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return end;
}

/* --- one statement --- */

static void remember(struct repl *r, struct str statement) {
  const HIST_ENTRY *last =
      history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last != NULL && str_eq(str_from_z(last->line), statement))
    return;
  if (statement.n == 0)
    return;
  add_history(str_z(&r->arena, statement));
  if (r->history == NULL || history_append(r->history, statement))
    return;
  fprintf(stderr, "ogi: note: the history is not kept, \"%s\" cannot be written: %s\n", r->history,
          strerror(errno));
  r->history = NULL;
}

/* A prompt for the lines below the first, as wide as the first one's. */
static const char *continuation(struct arena *arena, struct str prompt) {
  size_t width = utf8_text_width(prompt);
  return str_fmt(arena, "%*s\xE2\x80\xA6 ", width > 2 ? (int)width - 2 : 0, "").p;
}

/* Reads a whole statement, trimmed, in r->arena; it may be empty. */
static enum line_end read_statement(struct repl *r, struct str *statement) {
  struct str panel = session_prompt(r->session, &r->arena);
  struct str prompt =
      panel.n > 0 ? str_fmt(&r->arena, "ogi (%.*s)> ", STR_ARG(panel)) : STR("ogi> ");
  struct sbuf text = {.arena = &r->arena};
  r->before = STR("");
  *statement = STR("");
  for (const char *shown = prompt.p;; shown = continuation(&r->arena, prompt)) {
    enum line_end end = read_line(r, shown);
    if (end != LINE_READ)
      return end;
    struct str line = str_from_z(r->line);
    bool is_blank = str_trim(line).n == 0;
    sbuf_add(&text, line);
    free(r->line);
    *statement = str_trim(sbuf_str(&text));
    if (is_blank && r->before.n > 0) {
      fputs("ogi: note: the statement was not complete and is given up\n", stderr);
      remember(r, *statement);
      return LINE_DROPPED;
    }
    if (is_blank || !session_needs_more(r->session, sbuf_str(&text)))
      return LINE_READ;
    sbuf_add_char(&text, '\n');
    r->before = str_copy(&r->arena, sbuf_str(&text));
  }
}

static void set_up(struct repl *r, struct arena *lasting) {
  rl_readline_name = "ogi";
  rl_catch_signals = 0; /* read_line does */
  rl_catch_sigwinch = 0;
  /* Where a word begins is the session's to say, and a Chinese name has no bounds that readline
   * knows: no character breaks a word, so that the whole line is replaced by the whole line with a
   * word completed. */
  rl_completer_word_break_characters = "";
  rl_attempted_completion_function = complete;
  rl_completion_display_matches_hook = show_matches;
  rl_sort_completion_matches = 0;
  rl_variable_bind("show-all-if-ambiguous", "on");
  using_history();
  r->history = history_path(lasting);
  if (r->history == NULL)
    return;
  struct arena past = {0};
  size_t count = 0;
  struct str *statements = history_read(&past, r->history, &count);
  for (size_t i = 0; i < count; i++)
    add_history(str_z(&past, statements[i]));
  arena_free(&past);
}

void repl_run(struct session *session, const char *greeting) {
  struct arena lasting = {0};
  struct repl r = {.session = session};
  current = &r;
  set_up(&r, &lasting);
  if (greeting != NULL)
    fprintf(stdout, "%s\n", greeting);
  while (!session_is_over(session)) {
    struct str statement;
    bool stop = false;
    arena_reset(&r.arena);
    enum line_end end = read_statement(&r, &statement);
    if (end == LINE_LAST) {
      putchar('\n');
      if (session_leave(session))
        continue;
      break;
    }
    if (end == LINE_READ && statement.n == 0)
      remember(&r, str_trim(session_enter(session)));
    if (end == LINE_DROPPED || statement.n == 0)
      continue;
    remember(&r, statement);
    session_run(session, STR("input"), statement, 1, &stop); /* an error does not end a session */
    fflush(stdout);
  }
  current = NULL;
  clear_history();
  arena_free(&r.arena);
  arena_free(&lasting);
}
