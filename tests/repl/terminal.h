/* A terminal at which a test types: what is printed is awaited, never longer than its limits. Each
 * program of tests/repl is one file and includes this.
 */
#ifndef OGI_REPL_TERMINAL_H
#define OGI_REPL_TERMINAL_H

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

static inline long now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static inline _Noreturn void fail(struct terminal *t, const char *wanted) {
  printf("FAIL repl: %s: no %s in:\n", t->step, wanted);
  fwrite(t->seen, 1, t->n, stdout);
  putchar('\n');
  fflush(stdout);
  kill(t->child, SIGKILL);
  exit(1);
}

/* Reads until `wanted` has been printed after what was seen before. */
static inline void expect(struct terminal *t, const char *wanted) {
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

static inline void type(struct terminal *t, const char *step, const char *keys) {
  t->step = step;
  if (write(t->fd, keys, strlen(keys)) != (ssize_t)strlen(keys))
    fail(t, "terminal to type at");
}

/* Settings for readline: no marks around what is pasted, they would stand in the output. */
static inline void write_inputrc(const char *path) {
  FILE *file = fopen(path, "w");
  if (file != NULL) {
    fputs("set enable-bracketed-paste off\n", file);
    fclose(file);
  }
}

/* Starts `ogi OPTION` (NULL: without one) with `home` as the user's home, which keeps its history
 * in the folder state. */
static inline void start(struct terminal *t, const char *ogi, const char *home,
                         const char *option) {
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
    execl(ogi, ogi, option, (char *)NULL);
    _exit(127);
  }
}

/* Waits for the end of the process; its exit status. */
static inline int ended(struct terminal *t) {
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

static inline void expect_end(struct terminal *t, int wanted) {
  int status = ended(t);
  if (status == wanted)
    return;
  printf("FAIL repl: %s: ended with %d, not %d\n", t->step, status, wanted);
  exit(1);
}

#endif
