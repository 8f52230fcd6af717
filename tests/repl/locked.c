/* A panel that another program keeps locked: a question waits for it until Ctrl-C, and the prompt
 * does not. Usage: locked OGI. Prints ok or FAIL and what was seen.
 */
#include "repl/terminal.h"

#define PROMPT ")> "
#define TRIES 30 /* Ctrl-C may come before the question waits: then it is asked again */

/* Waits for a file to be there. */
static void await_file(struct terminal *t, const char *path) {
  struct stat status;
  for (long limit = now_ms() + STEP_MS; stat(path, &status) != 0;) {
    if (now_ms() > limit)
      fail(t, "lock");
    poll(NULL, 0, 10);
  }
}

static bool shows(struct terminal *t, const char *wanted, int ms) {
  struct pollfd p = {.fd = t->fd, .events = POLLIN};
  for (long limit = now_ms() + ms; now_ms() < limit;) {
    if (poll(&p, 1, 20) > 0 && t->n < sizeof t->seen) {
      ssize_t n = read(t->fd, t->seen + t->n, sizeof t->seen - t->n);
      t->n += n > 0 ? (size_t)n : 0;
    }
    if (memmem(t->seen, t->n, wanted, strlen(wanted)) != NULL)
      return true;
  }
  return false;
}

static void ask_in_vain(struct terminal *t) {
  for (int i = 0; i < TRIES; i++) {
    type(t, "a question to a locked panel", "count reports\r");
    if (shows(t, "reports 0 of 0", 200))
      fail(t, "lock that holds");
    type(t, "Ctrl-C ends the waiting", CTRL_C);
    if (shows(t, "interrupted", 400))
      return;
  }
  fail(t, "message that it was interrupted");
}

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-repl-XXXXXX", panel[64], option[80], locked[64], inputrc[64];
  char command[96], history[80], state[64];
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: locked OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  snprintf(panel, sizeof panel, "%s/panel.db", home);
  snprintf(locked, sizeof locked, "%s/locked", home);
  snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
  snprintf(state, sizeof state, "%s/state", home);
  snprintf(history, sizeof history, "%s/history", state);
  snprintf(option, sizeof option, "-d%s", panel);
  snprintf(command, sizeof command, "sqlite3 -batch '%s'", panel);
  write_inputrc(inputrc);
  signal(SIGPIPE, SIG_IGN);
  start(&terminal, argv[1], home, option);
  expect(&terminal, "empty" PROMPT);
  FILE *other = popen(command, "w");
  if (other == NULL)
    fail(&terminal, "sqlite3");
  fprintf(other, "BEGIN EXCLUSIVE;\n.shell touch '%s'\n", locked);
  fflush(other);
  await_file(&terminal, locked);
  ask_in_vain(&terminal);
  expect(&terminal, "busy" PROMPT);
  fputs("COMMIT;\n", other);
  if (pclose(other) != 0)
    fail(&terminal, "lock that was given back");
  type(&terminal, "then it answers", "count reports\r");
  expect(&terminal, "reports 0 of 0");
  expect(&terminal, "empty" PROMPT);
  type(&terminal, "quit", "quit\r");
  expect_end(&terminal, 0);
  unlink(panel);
  unlink(locked);
  unlink(inputrc);
  unlink(history);
  rmdir(state);
  rmdir(home);
  puts("ok   repl: locked");
  return 0;
}
