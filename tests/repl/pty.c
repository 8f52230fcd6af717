/* The REPL at a terminal: arrow up, Ctrl-C, TAB, lines that belong together, the history file.
 * Usage: pty OGI. Prints ok or FAIL and what was seen; never waits longer than its limits.
 */
#include "repl/terminal.h"

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
  start(&terminal, argv[1], home, "--no-init");
  first_session(&terminal);
  several_lines(&terminal);
  check_history(&terminal, history);
  start(&terminal, argv[1], home, "--no-init");
  later_session(&terminal);
  unlink(history);
  unlink(inputrc);
  rmdir(state);
  rmdir(home);
  puts("ok   repl");
  return 0;
}
