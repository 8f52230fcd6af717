/* The REPL at a terminal: arrow up, Ctrl-C, TAB, lines that belong together, the history file.
 * Usage: pty OGI. Prints ok or FAIL and what was seen; never waits longer than its limits.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define STEP_MS 10000 /* for one answer; a machine under load and sanitizers needs some */
#define WHOLE_S 100   /* then SIGALRM ends the test */

#define UP "\x1b[A"
#define CTRL_A "\x01"
#define CTRL_C "\x03"
#define CTRL_D "\x04"
#define BACKSPACE "\x7f"

struct terminal {
  int fd;
  pid_t child;
  char seen[1 << 16]; /* what was printed since the last step */
  size_t n;
  const char *step;
};

static long now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static _Noreturn void fail(struct terminal *t, const char *wanted) {
  printf("FAIL repl: %s: no %s in:\n", t->step, wanted);
  fwrite(t->seen, 1, t->n, stdout);
  putchar('\n');
  fflush(stdout);
  kill(t->child, SIGKILL);
  exit(1);
}

/* Reads until `wanted` has been printed after what was seen before. */
static void expect(struct terminal *t, const char *wanted) {
  long limit = now_ms() + STEP_MS;
  for (;;) {
    char *hit = memmem(t->seen, t->n, wanted, strlen(wanted));
    if (hit != NULL) {
      size_t used = (size_t)(hit - t->seen) + strlen(wanted);
      memmove(t->seen, t->seen + used, t->n - used);
      t->n -= used;
      return;
    }
    struct pollfd p = {.fd = t->fd, .events = POLLIN};
    long left = limit - now_ms();
    if (left <= 0 || t->n == sizeof t->seen || poll(&p, 1, (int)left) <= 0)
      fail(t, wanted);
    ssize_t n = read(t->fd, t->seen + t->n, sizeof t->seen - t->n);
    if (n <= 0)
      fail(t, wanted);
    t->n += (size_t)n;
  }
}

static void type(struct terminal *t, const char *step, const char *keys) {
  t->step = step;
  if (write(t->fd, keys, strlen(keys)) != (ssize_t)strlen(keys))
    fail(t, "terminal to type at");
}

/* Settings for readline: no marks around what is pasted, they would stand in the output. */
static void write_inputrc(const char *path) {
  FILE *file = fopen(path, "w");
  if (file != NULL) {
    fputs("set enable-bracketed-paste off\n", file);
    fclose(file);
  }
}

static void start(struct terminal *t, const char *ogi, const char *home) {
  struct winsize size = {.ws_row = 50, .ws_col = 200};
  t->step = "start";
  t->n = 0;
  t->child = forkpty(&t->fd, NULL, NULL, &size);
  if (t->child < 0) {
    perror("forkpty");
    exit(1);
  }
  if (t->child == 0) {
    char history[512], inputrc[512];
    snprintf(history, sizeof history, "%s/state/history", home);
    setenv("OGI_HISTORY", history, 1);
    setenv("HOME", home, 1);
    snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
    setenv("INPUTRC", inputrc, 1);
    setenv("TERM", "xterm", 1);
    unsetenv("XDG_CONFIG_HOME");
    execl(ogi, ogi, "--no-init", (char *)NULL);
    _exit(127);
  }
}

/* Waits for the end of the process; its exit status. */
static int ended(struct terminal *t) {
  for (long limit = now_ms() + STEP_MS; now_ms() < limit;) {
    int status;
    char rest[4096];
    struct pollfd p = {.fd = t->fd, .events = POLLIN};
    if (poll(&p, 1, 20) > 0 && read(t->fd, rest, sizeof rest) < 0 && errno != EIO)
      break;
    if (waitpid(t->child, &status, WNOHANG) == t->child) {
      close(t->fd);
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
  }
  fail(t, "end of the process");
}

static void expect_end(struct terminal *t, int wanted) {
  int status = ended(t);
  if (status == wanted)
    return;
  printf("FAIL repl: %s: ended with %d, not %d\n", t->step, status, wanted);
  exit(1);
}

#define PROMPT ")> "
#define MORE "\xE2\x80\xA6 "
#define ANSWER "\nreceived\r\n" /* the header of the answer, not the echo of the question */

static void first_session(struct terminal *t) {
  t->step = "greeting";
  expect(t, "help");
  expect(t, PROMPT);
  type(t, "statement without a table", "set format csv\r");
  expect(t, PROMPT);
  type(t, "statement", "sum received\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
  type(t, "arrow up", UP "\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
  type(t, "Ctrl-C drops the line", "this is no statement" CTRL_C);
  expect(t, "^C");
  expect(t, PROMPT);
  type(t, "the session goes on after Ctrl-C", UP "\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
  type(t, "TAB completes", "sum receiv\t");
  expect(t, "ed");
  type(t, "what TAB completed runs", "\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
  type(t, "TAB in the middle of the line", "receiv" CTRL_A "sum \x05\t\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
  type(t, "backspace takes a whole Chinese character",
       "sum received\xE5\xB9\xB4\xE5\xB9\xB4" BACKSPACE BACKSPACE "\r");
  expect(t, ANSWER);
  expect(t, PROMPT);
}

static void several_lines(struct terminal *t) {
  type(t, "an unfinished statement goes on", "sum received by\r");
  expect(t, MORE);
  type(t, "its second line", "year\r");
  expect(t, "\nyear,received\r\n");
  expect(t, PROMPT);
  type(t, "arrow up brings both lines", UP "\r");
  expect(t, "\nyear,received\r\n");
  expect(t, PROMPT);
  type(t, "an unfinished statement", "sum received by\r");
  expect(t, MORE);
  type(t, "a blank line gives up", "\r");
  expect(t, "not complete");
  expect(t, PROMPT);
  type(t, "an unfinished statement again", "sum received by\r");
  expect(t, MORE);
  type(t, "Ctrl-C gives up", CTRL_C);
  expect(t, PROMPT);
  type(t, "an error", "sum no_such_name\r");
  expect(t, "error:");
  expect(t, PROMPT);
  type(t, "quit", "quit\r");
  expect_end(t, 0);
}

static void later_session(struct terminal *t) {
  t->step = "later session";
  expect(t, PROMPT);
  type(t, "format", "set format csv\r");
  expect(t, PROMPT);
  /* set, quit, the error, the given up statement, then the one of two lines */
  type(t, "history of an earlier session, a statement of two lines", UP UP UP UP UP "\r");
  expect(t, "\nyear,received\r\n");
  expect(t, PROMPT);
  type(t, "Ctrl-D leaves", CTRL_D);
  expect_end(t, 0);
}

static void check_history(struct terminal *t, const char *path) {
  struct stat status;
  t->step = "history file";
  FILE *file = fopen(path, "r");
  if (file == NULL || fstat(fileno(file), &status) != 0 || (status.st_mode & 0777) != 0600) {
    printf("FAIL repl: %s is not there, or not private\n", path);
    exit(1);
  }
  t->n = fread(t->seen, 1, sizeof t->seen, file);
  fclose(file);
  static const char line[] = "\nsum received by\\nyear\n";
  if (memmem(t->seen, t->n, line, strlen(line)) == NULL)
    fail(t, "whole statement on one line");
}

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-repl-XXXXXX", state[64], history[80], inputrc[64];
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: pty OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  snprintf(state, sizeof state, "%s/state", home);
  snprintf(history, sizeof history, "%s/history", state);
  snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
  write_inputrc(inputrc);
  start(&terminal, argv[1], home);
  first_session(&terminal);
  several_lines(&terminal);
  check_history(&terminal, history);
  start(&terminal, argv[1], home);
  later_session(&terminal);
  unlink(history);
  unlink(inputrc);
  rmdir(state);
  rmdir(home);
  puts("ok   repl");
  return 0;
}
