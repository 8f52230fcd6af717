/* A panel that another program keeps locked: a question waits for it until Ctrl-C, and the prompt
 * does not. And ogi keeps others from writing it only while it asks, not while somebody reads the
 * answer in a pager. Usage: locked OGI, from the repository. Prints ok or FAIL and what was seen.
 */
#include "repl/terminal.h"

#define PROMPT ")> "
#define LONG "check all format jsonl"
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

/* A pager of which nobody turns the pages, until the file `turn` is there. */
static void write_pager(const char *path, const char *turn) {
  FILE *file = fopen(path, "w");
  if (file == NULL)
    exit(2);
  fprintf(file,
          "#!/bin/sh\necho WAITS\nwhile [ ! -e '%s' ]; do sleep 0.05; done\n"
          "n=$(wc -l); echo \"READ $n lines\"\n",
          turn);
  fclose(file);
  chmod(path, 0700);
}

/* How many lines the answer has that nobody pages. */
static int lines_unpaged(const char *ogi) {
  char command[512];
  int n = 0;
  snprintf(command, sizeof command, "'%s' --no-init --quiet examples/reports -c '%s' | wc -l", ogi,
           LONG);
  FILE *pipe = popen(command, "r");
  if (pipe == NULL || fscanf(pipe, "%d", &n) != 1 || n < 1000) {
    printf("FAIL repl: %s has %d lines\n", LONG, n);
    exit(1);
  }
  pclose(pipe);
  return n;
}

/* The answer is far longer than a pipe holds, and comes row by row. */
static void reads_for_long(struct terminal *t, const char *panel, const char *turn, int lines) {
  char write[160], wanted[40];
  snprintf(write, sizeof write,
           "sqlite3 -batch -cmd '.timeout 5000' '%s' 'CREATE TABLE t (a); DROP TABLE t'", panel);
  type(t, "reports", "load \"examples/reports\"\r");
  expect(t, "loaded 20 reports");
  expect(t, PROMPT);
  type(t, "checked once", "check X.jump\r");
  expect(t, PROMPT);
  type(t, "a long answer in the pager", LONG "\r");
  expect(t, "WAITS");
  t->step = "another program writes while somebody reads";
  if (system(write) != 0)
    fail(t, "panel that can be written");
  FILE *file = fopen(turn, "w");
  if (file == NULL)
    fail(t, "file");
  fclose(file);
  t->step = "the whole answer was there";
  snprintf(wanted, sizeof wanted, "READ %d lines", lines);
  expect(t, wanted);
  expect(t, PROMPT);
}

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-repl-XXXXXX", panel[64], option[80], locked[64], inputrc[64];
  char command[96], history[80], state[64], pager[64], turn[64];
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
  snprintf(pager, sizeof pager, "%s/pager", home);
  snprintf(turn, sizeof turn, "%s/turn", home);
  write_inputrc(inputrc);
  write_pager(pager, turn);
  setenv("PAGER", pager, 1);
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
  reads_for_long(&terminal, panel, turn, lines_unpaged(argv[1]));
  type(&terminal, "quit", "quit\r");
  expect_end(&terminal, 0);
  unlink(pager);
  unlink(turn);
  unlink(panel);
  unlink(locked);
  unlink(inputrc);
  unlink(history);
  rmdir(state);
  rmdir(home);
  puts("ok   repl: locked");
  return 0;
}
