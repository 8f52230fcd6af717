/* line: reading a text with readline (see line.h).
 *
 * Readline's callback interface is used, not readline(): so the loop here waits for keys itself and
 * sees signals between two of them, and nothing has to jump out of a handler.
 */
#include "line/state.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static const int caught[LINE_SIGNALS] = {SIGINT, SIGTSTP, SIGWINCH, SIGTERM, SIGHUP};

struct line *line_current;

static void on_signal(int number) {
  for (size_t i = 0; i < LINE_SIGNALS; i++)
    if (caught[i] == number)
      line_current->hit[i] = 1;
}

static void on_given(char *text) {
  line_current->given = text;
  line_current->has_given = true;
  rl_callback_handler_remove(); /* the terminal is the statement's now */
}

/* --- Signals */

static void give_up(struct line *line) {
  rl_point = rl_end; /* a long line may go on below the cursor */
  if (line->is_plain)
    rl_redisplay();
  line_finish(line, "^C");
  line_current = NULL; /* readline would have the line drawn once more */
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_callback_handler_remove();
  if (line->is_plain)
    fputs("^C\n", rl_outstream);
  fflush(rl_outstream);
}

static void stop(struct line *line) {
  line_finish(line, "");
  rl_cleanup_after_signal();
  raise(SIGSTOP);
  rl_reset_after_signal();
  if (line->is_plain)
    rl_forced_update_display();
  else
    line_redraw(line, false);
}

/* Ends as the signal would have it, with the terminal as it was. */
static void end_by(int number) {
  sigset_t only;
  rl_callback_handler_remove();
  fflush(NULL);
  signal(number, SIG_DFL);
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
}

/* Sees to the signals that came while a key was awaited. True when the line is given up. */
static bool handle_signals(struct line *line) {
  bool is_dropped = false;
  for (size_t i = 0; i < LINE_SIGNALS; i++) {
    if (line->hit[i] == 0)
      continue;
    line->hit[i] = 0;
    if (caught[i] == SIGINT) {
      give_up(line);
      is_dropped = true;
    } else if (caught[i] == SIGTSTP) {
      stop(line);
    } else if (caught[i] != SIGWINCH) {
      end_by(caught[i]);
    } else if (line->is_plain) {
      rl_resize_terminal();
    } else {
      rl_reset_screen_size();
      line_redraw(line, true);
    }
  }
  return is_dropped;
}

/* --- One line of readline's */

static bool is_hit(const struct line *line, int number) {
  for (size_t i = 0; i < LINE_SIGNALS; i++)
    if (caught[i] == number && line->hit[i] != 0)
      return true;
  return false;
}

/* For rl_getc_function. Ctrl-C and Ctrl-Z have the terminal forget what was typed before them: a
 * key that was there when it was asked for may be gone when it is read. Then the signal is there
 * instead, and NUL is given, which does nothing. */
static int read_key(FILE *stream) {
  struct line *line = line_current;
  int file = line != NULL && line->keys >= 0 ? line->keys : fileno(stream);
  for (;;) {
    unsigned char c;
    ssize_t n = read(file, &c, 1);
    if (n == 1)
      return c;
    if (n == 0 || line == NULL || (errno != EAGAIN && errno != EINTR))
      return EOF;
    struct pollfd keys = {.fd = file, .events = POLLIN};
    ppoll(&keys, 1, NULL, &line->while_waiting);
    if (is_hit(line, SIGINT) || is_hit(line, SIGTSTP))
      return 0;
  }
}

/* Does a signal wait that may come while keys are awaited? */
static bool has_signal(const struct line *line) {
  sigset_t pending;
  sigpending(&pending);
  for (size_t i = 0; i < LINE_SIGNALS; i++)
    if (sigismember(&pending, caught[i]) == 1 && sigismember(&line->while_waiting, caught[i]) == 0)
      return true;
  return false;
}

static enum line_end wait_for_text(struct line *line) {
  static const struct timespec at_once;
  while (!line->has_given) {
    struct pollfd keys = {.fd = fileno(rl_instream), .events = POLLIN};
    int n = ppoll(&keys, 1, line->is_dirty ? &at_once : NULL, &line->while_waiting);
    if (n > 0 && has_signal(line)) /* it was typed before the keys that are there now */
      n = sigsuspend(&line->while_waiting);
    if (n > 0) {
      rl_callback_read_char();
    } else if (n == 0) {
      line_draw(line);
    } else if (errno != EINTR) {
      rl_callback_handler_remove();
      return LINE_LAST;
    }
    if (!line->has_given && handle_signals(line))
      return LINE_DROPPED;
  }
  return line->given != NULL ? LINE_READ : LINE_LAST;
}

/* Reads a text into line->given, which the caller frees. Signals are blocked but for the waiting,
 * so that none is lost between a look at them and the next wait. */
static enum line_end read_given(struct line *line, const char *prompt) {
  struct sigaction ours = {.sa_handler = on_signal}, theirs[LINE_SIGNALS];
  sigset_t blocked, before;
  sigemptyset(&blocked);
  for (size_t i = 0; i < LINE_SIGNALS; i++)
    sigaddset(&blocked, caught[i]);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  line->while_waiting = before;
  for (size_t i = 0; i < LINE_SIGNALS; i++) {
    line->hit[i] = 0;
    sigaction(caught[i], NULL, &theirs[i]);
    if (theirs[i].sa_handler == SIG_IGN && caught[i] != SIGINT) /* nohup and the like */
      continue;
    sigaction(caught[i], &ours, NULL);
    sigdelset(&line->while_waiting, caught[i]);
  }
  line->given = NULL;
  line->has_given = line->is_dirty = false;
  rl_callback_handler_install(prompt, on_given);
  enum line_end end = wait_for_text(line);
  for (size_t i = 0; i < LINE_SIGNALS; i++)
    sigaction(caught[i], &theirs[i], NULL);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return end;
}

/* --- A whole text */

/* Line by line, where no more than one line can be edited. */
static enum line_end read_plain(struct line *line, struct sbuf *text) {
  const char *prompt = str_z(&line->arena, line->prompt);
  for (;; prompt = str_z(&line->arena, line->more)) {
    enum line_end end = read_given(line, prompt);
    if (end != LINE_READ)
      return end;
    struct str part = str_from_z(line->given);
    bool is_blank = str_trim(part).n == 0;
    sbuf_add(text, part);
    free(line->given);
    if (is_blank || line->client->is_whole(line->client->context, sbuf_str(text)))
      return LINE_READ;
    sbuf_add_char(text, '\n');
    line->before = str_copy(&line->arena, sbuf_str(text));
  }
}

static enum line_end read_painted(struct line *line, struct sbuf *text) {
  paint_forget(&line->painter);
  enum line_end end = read_given(line, str_z(&line->arena, line->prompt));
  if (end == LINE_READ) {
    sbuf_add_z(text, line->given);
    free(line->given);
  }
  return end;
}

/* A prompt for the lines below the first, as wide as the first one's. */
static struct str prompt_below(struct arena *arena, struct str prompt) {
  size_t width = utf8_text_width(prompt);
  return str_fmt(arena, "%*s\xE2\x80\xA6 ", width > 2 ? (int)width - 2 : 0, "");
}

/* At the end of input readline goes to a new line by itself where pastes are marked. */
static bool says_newline(const struct line *line) {
  const char *marked = rl_variable_value("enable-bracketed-paste");
  return !line->is_plain && marked != NULL && strcmp(marked, "on") == 0;
}

enum line_end line_get(struct line *line, struct arena *arena, const struct line_options *options,
                       struct str *text) {
  struct sbuf typed = {.arena = arena};
  arena_reset(&line->arena);
  line_current = line;
  line_measure(line);
  line->has_colour = options->has_colour && !line->is_plain;
  line->has_suggestions = options->has_suggestions && line->has_colour;
  line->prompt = str_copy(&line->arena, options->prompt);
  line->more = prompt_below(&line->arena, options->prompt);
  line->before = line->past.typed = line->past.prefix = STR("");
  line->list.is_open = line->wants_editor = false;
  enum line_end end = line->is_plain ? read_plain(line, &typed) : read_painted(line, &typed);
  line_current = NULL;
  if (end == LINE_LAST && !says_newline(line))
    fputc('\n', rl_outstream);
  *text = str_trim(sbuf_str(&typed));
  return end == LINE_READ && line->wants_editor ? LINE_EDITOR : end;
}

/* --- Around it */

static char **complete_nothing(const char *text, int start, int end) {
  (void)text;
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1; /* no file names: Tab is ours */
  return NULL;
}

struct line *line_open(const struct line_client *client) {
  const char *terminal = getenv("TERM"), *input = ttyname(STDIN_FILENO);
  struct line *line = calloc(1, sizeof *line);
  if (line == NULL)
    out_of_memory();
  line->client = client;
  line->is_plain = terminal == NULL || *terminal == '\0' || strcmp(terminal, "dumb") == 0;
  rl_readline_name = "ogi";
  rl_catch_signals = 0; /* read_given does */
  rl_catch_sigwinch = 0;
  rl_attempted_completion_function = complete_nothing;
  rl_getc_function = read_key;
  line->keys = input != NULL ? open(input, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) : -1;
  using_history();
  rl_initialize();
  if (!line->is_plain)
    rl_redisplay_function = line_show;
  line_bind_keys();
  return line;
}

void line_close(struct line *line) {
  clear_history();
  if (line->keys >= 0)
    close(line->keys);
  paint_free(&line->painter);
  arena_free(&line->list.arena);
  arena_free(&line->arena);
  free(line);
}

struct str line_remembered(void) {
  const HIST_ENTRY *last =
      history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  return last != NULL ? str_from_z(last->line) : STR("");
}

void line_remember(struct line *line, struct str text) {
  arena_reset(&line->arena);
  add_history(str_z(&line->arena, text));
}
