/* pager: an answer longer than the window goes through $PAGER (see output.h).
 *
 * While a statement runs, session->options.out is a stream whose bytes come to take() here. They
 * are held until they are more than the window shows; then the pager is started and gets them as
 * they come. A short answer is written to the terminal at the end. Whoever leaves the pager early
 * has seen enough: the statement ends, which is no error.
 *
 * A statement never waits for whoever reads: it would keep the panel from being written. What the
 * pager does not take at once lies in a file until the statement has ended.
 */
#include "app/output.h"

#include "app/window.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ESCAPE '\x1b'
#define PIECE 32768 /* bytes that are read back at once */

struct pager {
  struct arena arena;
  struct session *session;
  FILE *stream; /* session->options.out while the pager is in front of it */
  FILE *screen; /* what that was before */
  const char *command;
  struct window window;
  struct sbuf held;
  size_t counted, rows; /* bytes of held whose lines are counted, and how many rows they take */
  int pipe;             /* -1: the pager does not run */
  pid_t child;
  bool is_left;      /* the pager does not read any more */
  FILE *spool;       /* what the pipe had no room for; NULL: it had for all */
  off_t kept, given; /* bytes that came into the spool, and how many of them went on */
};

/* --- Which one */

/* Is the program there, by its path or in $PATH? */
static bool is_installed(struct arena *arena, struct str program) {
  const char *path = getenv("PATH");
  struct str folders = str_from_z(path != NULL ? path : "/usr/bin:/bin");
  if (str_contains(program, STR("/")))
    return access(str_z(arena, program), X_OK) == 0;
  while (folders.n > 0) {
    size_t end = str_find(folders, STR(":"));
    struct str file =
        str_fmt(arena, "%.*s/%.*s", STR_ARG(str_sub(folders, 0, end)), STR_ARG(program));
    if (program.n > 0 && access(file.p, X_OK) == 0)
      return true;
    folders = str_sub(folders, end < folders.n ? end + 1 : end, folders.n);
  }
  return false;
}

/* $PAGER, else less, else more; NULL where there is none. */
static const char *pager_command(struct arena *arena) {
  const char *pager = getenv("PAGER");
  if (pager == NULL)
    return is_installed(arena, STR("less"))   ? "less"
           : is_installed(arena, STR("more")) ? "more"
                                              : NULL;
  struct str command = str_trim(str_from_z(pager));
  size_t end = 0;
  while (end < command.n && command.p[end] != ' ' && command.p[end] != '\t')
    end++;
  struct str program = str_sub(command, 0, end);
  /* Where the first word is no plain program the shell will know; where it is not there, the answer
   * must not be lost. */
  bool is_plain = !str_contains(program, STR("=")) && !str_contains(program, STR("$"));
  return command.n > 0 && (!is_plain || is_installed(arena, program)) ? pager : NULL;
}

/* --- What the window holds */

/* The columns of a line, without the sequences that colour it. */
static size_t shown_width(struct str line) {
  size_t width = 0;
  for (size_t i = 0, length; i < line.n; i += length) {
    uint32_t c = utf8_at(str_sub(line, i, line.n), &length);
    if (c != ESCAPE) {
      width += (size_t)utf8_width(c);
      continue;
    }
    while (i + length < line.n && line.p[i + length] != 'm')
      length++;
    length += i + length < line.n;
  }
  return width;
}

static void count_rows(struct pager *p, bool is_end) {
  struct str all = sbuf_str(&p->held);
  while (p->counted < all.n) {
    struct str rest = str_sub(all, p->counted, all.n);
    size_t end = str_find(rest, STR("\n"));
    if (end == rest.n && !is_end)
      return;
    size_t width = shown_width(str_sub(rest, 0, end)), columns = p->window.columns;
    p->rows += width > columns && columns > 0 ? (width + columns - 1) / columns : 1;
    p->counted += end + (end < rest.n);
  }
}

/* --- The pager */

/* Nobody reads any more. A statement that still runs works for nobody. */
static void leave(struct pager *p) {
  p->is_left = true;
  if (p->session->output.pager != p)
    return;
  p->session->output.is_left = true;
  session_interrupt(p->session);
}

/* Writes to the pager what it takes now; how much that was. */
static size_t give(struct pager *p, const char *bytes, size_t n) {
  size_t given = 0;
  while (given < n && !p->is_left) {
    ssize_t written = write(p->pipe, bytes + given, n - given);
    if (written < 0 && errno == EAGAIN)
      break;
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      leave(p);
    else
      given += (size_t)written;
  }
  return given;
}

/* Waits until the pager takes something; `ms` < 0: as long as that may be. */
static bool takes(const struct pager *p, int ms) {
  struct pollfd wanted = {.fd = p->pipe, .events = POLLOUT};
  int n;
  do
    n = poll(&wanted, 1, ms);
  while (n < 0 && errno == EINTR && ms < 0);
  return n > 0;
}

/* Gives the pager what lies in the spool, waiting for it up to `ms` each time. */
static void give_kept(struct pager *p, int ms) {
  char bytes[PIECE];
  while (p->given < p->kept && !p->is_left && takes(p, ms)) {
    ssize_t n = pread(fileno(p->spool), bytes, sizeof bytes, p->given);
    if (n <= 0)
      leave(p); /* the disk cannot be read: there is no more to see */
    else
      p->given += (off_t)give(p, bytes, (size_t)n);
  }
}

/* Puts into the spool what the pager did not take; how much: a disk may be full, or not there. */
static size_t keep(struct pager *p, const char *bytes, size_t n) {
  size_t kept = 0;
  if (p->spool == NULL)
    p->spool = tmpfile();
  while (p->spool != NULL && kept < n) {
    ssize_t written = pwrite(fileno(p->spool), bytes + kept, n - kept, p->kept);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      break;
    kept += (size_t)written;
    p->kept += written;
  }
  return kept;
}

static void send(struct pager *p, const char *bytes, size_t n) {
  size_t sent = 0;
  give_kept(p, 0);
  if (p->given == p->kept)
    sent = give(p, bytes, n);
  if (sent < n && !p->is_left)
    sent += keep(p, bytes + sent, n - sent);
  if (sent == n || p->is_left)
    return;
  give_kept(p, -1); /* no room anywhere: then it waits after all */
  while (sent < n && !p->is_left && takes(p, -1))
    sent += give(p, bytes + sent, n - sent);
}

static _Noreturn void become(const struct pager *p, const int ends[2]) {
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  close(ends[1]);
  signal(SIGPIPE, SIG_DFL);
  setenv("LESS", "FRX", 0); /* end where one page is enough, show colours, leave the text there */
  setenv("LESSCHARSET", "utf-8", 0);
  execl("/bin/sh", "sh", "-c", p->command, (char *)NULL);
  _exit(127);
}

/* Starts it; where that fails, what is held goes to the terminal as it is. */
static bool start(struct pager *p) {
  int ends[2];
  fflush(p->screen);
  fflush(p->session->options.err);
  if (pipe(ends) != 0)
    return false;
  p->child = fork();
  if (p->child == 0)
    become(p, ends);
  close(ends[0]);
  if (p->child < 0) {
    close(ends[1]);
    return false;
  }
  p->pipe = ends[1];
  fcntl(p->pipe, F_SETFL, O_NONBLOCK);
  send(p, p->held.at, p->held.n);
  return true;
}

/* Bytes for the stream, as fopencookie wants it. */
static ssize_t take(void *cookie, const char *bytes, size_t n) {
  struct pager *p = cookie;
  if (p->pipe >= 0) {
    send(p, bytes, n);
    return (ssize_t)n;
  }
  sbuf_add(&p->held, (struct str){bytes, n});
  count_rows(p, false);
  /* One row is the prompt's. */
  if (p->command != NULL && p->window.rows > 0 && p->rows >= p->window.rows && !start(p))
    p->command = NULL;
  return (ssize_t)n;
}

void pager_begin(struct session *session) {
  enum when when = session->display.pager;
  const char *terminal = getenv("TERM");
  bool is_dumb = terminal == NULL || terminal[0] == '\0' || strcmp(terminal, "dumb") == 0;
  bool is_wanted = when == WHEN_ON || (when == WHEN_AUTO && !is_dumb);
  if (session->output.pager != NULL || !session_has_terminal(session) || !is_wanted ||
      session->init != INIT_NONE)
    return;
  struct pager *p = calloc(1, sizeof *p);
  if (p == NULL)
    out_of_memory();
  *p = (struct pager){.session = session,
                      .screen = session->options.out,
                      .window = window_of(session->output.screen),
                      .pipe = -1};
  p->held.arena = &p->arena;
  p->command = pager_command(&p->arena);
  p->stream =
      p->command != NULL ? fopencookie(p, "w", (cookie_io_functions_t){.write = take}) : NULL;
  if (p->stream == NULL) {
    arena_free(&p->arena);
    free(p);
    return;
  }
  session->output.pager = p;
  session->options.out = p->stream;
}

void pager_end(struct session *session) {
  struct pager *p = session->output.pager;
  if (p == NULL)
    return;
  session->output.pager = NULL;
  session->options.out = p->screen;
  fclose(p->stream);
  bool is_wanted = session->display.pager == WHEN_ON && p->held.n > 0 && p->command != NULL;
  if (p->pipe < 0 && !(is_wanted && start(p))) {
    fwrite(p->held.n > 0 ? p->held.at : "", 1, p->held.n, p->screen);
    fflush(p->screen);
  }
  if (p->pipe >= 0) {
    give_kept(p, -1);
    close(p->pipe);
    while (waitpid(p->child, NULL, 0) < 0 && errno == EINTR)
      continue;
  }
  if (p->spool != NULL)
    fclose(p->spool);
  arena_free(&p->arena);
  free(p);
}
