/* run_spawn: programs that the transcript runner starts, and the folder in which it does (see
 * run.h).
 */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define SANITIZER_STATUS 99 /* what the sanitizers exit with: no status of ogi's */
#define SCREEN_ROWS 10000   /* no answer is longer: none goes through a pager */

struct screen {
  int ours, theirs; /* both ends of a terminal; -1: none */
};

static struct screen open_screen(const struct run *run) {
  struct screen screen;
  struct winsize size = {.ws_row = SCREEN_ROWS, .ws_col = run->columns};
  struct termios raw = {0};
  cfmakeraw(&raw); /* or each line would end in \r too */
  if (openpty(&screen.ours, &screen.theirs, NULL, &raw, &size) != 0 ||
      fcntl(screen.ours, F_SETFD, FD_CLOEXEC) != 0 ||
      fcntl(screen.theirs, F_SETFD, FD_CLOEXEC) != 0)
    die("cannot open a terminal: %s", strerror(errno));
  return screen;
}

/* What is written on the screen goes into the file .out, until nobody has it open any more. */
static void keep_screen(const struct run *run, struct screen screen) {
  struct text seen = {0};
  char buffer[65536], path[PATH_MAX + 8];
  ssize_t n;
  close(screen.theirs);
  add(&seen, "", 0);
  while ((n = read(screen.ours, buffer, sizeof buffer)) > 0)
    add(&seen, buffer, (size_t)n);
  close(screen.ours);
  snprintf(path, sizeof path, "%s/.out", run->place);
  spill(path, seen);
}

static _Noreturn void become(const struct run *run, const char *const argv[], enum said to,
                             struct screen screen) {
  const int flags = O_WRONLY | O_CREAT | O_TRUNC;
  if (chdir(run->place) != 0)
    _exit(126);
  int in = open("/dev/null", O_RDONLY);
  int out = to == SAID_ON_SCREEN ? screen.theirs : open(".out", flags, 0600);
  int err = to == SAID_TOGETHER ? dup(out) : open(".err", flags, 0600);
  if (in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
    _exit(126);
  execvp(argv[0], (char *const *)(const void *)argv);
  _exit(127);
}

int spawn(const struct run *run, const char *const argv[], enum said to, const char **why) {
  struct screen screen = {-1, -1};
  if (to == SAID_ON_SCREEN)
    screen = open_screen(run);
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0)
    become(run, argv, to, screen);
  if (to == SAID_ON_SCREEN)
    keep_screen(run, screen);
  int status;
  if (pid < 0 || waitpid(pid, &status, 0) != pid)
    die("cannot run %s", argv[0]);
  *why = NULL;
  if (!WIFEXITED(status))
    *why = "it crashed";
  else if (WEXITSTATUS(status) == SANITIZER_STATUS)
    *why = "a sanitizer reported";
  else if (WEXITSTATUS(status) == 128 + SIGKILL)
    *why = "it took longer than " TIME_LIMIT " s";
  else if (WEXITSTATUS(status) > 130)
    *why = "it crashed";
  else if (WEXITSTATUS(status) == 127)
    *why = "it could not be started";
  return *why == NULL ? WEXITSTATUS(status) : -1;
}

struct text said(const struct run *run, const char *file) {
  char path[PATH_MAX + 8];
  snprintf(path, sizeof path, "%s/%s", run->place, file);
  struct text t = slurp(path);
  return t;
}

/* What is called `ogi` in commands. On a screen it says where it ends, since what follows there may
 * be another program's. */
static void put_ogi(const struct run *run, const char *path) {
  if (run->columns == 0) {
    if (symlink(run->ogi, path) != 0)
      die("cannot make %s: %s", path, strerror(errno));
    return;
  }
  struct text script = {0};
  add_z(&script, "#!/bin/sh\n'");
  add_z(&script, run->ogi);
  add_z(&script, "' \"$@\"\nstatus=$?\n[ -t 1 ] && printf '\\034'\nexit $status\n");
  spill(path, script);
  if (chmod(path, 0700) != 0)
    die("cannot make %s: %s", path, strerror(errno));
}

void make_place(struct run *run) {
  const char *tmp = getenv("TMPDIR");
  snprintf(run->place, sizeof run->place, "%s/ogi-run-XXXXXX", tmp != NULL ? tmp : "/tmp");
  if (mkdtemp(run->place) == NULL)
    die("cannot make a folder in /tmp: %s", strerror(errno));
  static const char *const seen[] = {"examples", "tests", "README.md", "stdlib", "Makefile"};
  for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
    char from[PATH_MAX * 2], to[PATH_MAX * 2];
    snprintf(from, sizeof from, "%s/%s", run->root, seen[i]);
    snprintf(to, sizeof to, "%s/%s", run->place, seen[i]);
    if (symlink(from, to) != 0)
      die("cannot link %s: %s", to, strerror(errno));
  }
  char build[PATH_MAX * 2], path[PATH_MAX * 3];
  snprintf(build, sizeof build, "%s/build", run->place);
  snprintf(path, sizeof path, "%s/ogi", build);
  if (mkdir(build, 0700) != 0)
    die("cannot make %s: %s", build, strerror(errno));
  put_ogi(run, path);
  snprintf(path, sizeof path, "%s:%s", build, getenv("PATH"));
  setenv("PATH", path, 1);
  setenv("HOME", run->place, 1);
  unsetenv("XDG_CONFIG_HOME");
  setenv("TZ", "UTC", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TERM", "xterm", 1);
  unsetenv("NO_COLOR");
  setenv("ASAN_OPTIONS", "exitcode=99:detect_leaks=1:allocator_may_return_null=1", 1);
  setenv("UBSAN_OPTIONS", "exitcode=99:halt_on_error=1:print_stacktrace=1", 1);
}

void remove_place(const struct run *run) {
  char command[PATH_MAX + 16];
  snprintf(command, sizeof command, "rm -rf '%s'", run->place);
  if (system(command) != 0)
    printf("run: cannot remove %s\n", run->place);
}
