/* The first minutes at a terminal: what ogi says of itself, the file that runs first, the tutorial.
 * Usage: first OGI. Prints ok or FAIL and what was seen.
 */
#include "repl/terminal.h"

#define PROMPT ")> "

/* What ~/.ogirc answers is shown here, and its mistakes end nothing. */
static void greets(struct terminal *t) {
  t->step = "the first lines";
  expect(t, "2021..2023");
  expect(t, "~/.ogirc:3:5: error: there is no measure \"nothing\"");
  expect(t, " answers questions from annual reports on open government information\r\n");
  expect(t, "`tutorial`");
  expect(t, "load \"FOLDER\"");
  expect(t, "`help` explains");
  expect(t, "(empty, year 2021");
  expect(t, PROMPT);
}

static void starts_tutorial(struct terminal *t) {
  type(t, "tutorial", "tutorial\r");
  expect(t, "\n1. ");
  expect(t, "load \"examples/reports\"\r\n");
  expect(t, "(tutorial 1/10" PROMPT);
  type(t, "Enter runs the step", "\r");
  expect(t, "> load \"examples/reports\"\r\n");
  expect(t, "loaded 20 reports");
  expect(t, "\n2. ");
  expect(t, "(tutorial 2/10" PROMPT);
  type(t, "a statement in between", "set format csv\r");
  expect(t, "(tutorial 2/10" PROMPT);
  type(t, "an error in between", "sum nothing\r");
  expect(t, "error:");
  expect(t, "(tutorial 2/10" PROMPT);
  type(t, "a name of the example reports is completed",
       "count reports where agency=\xE8\xA5\xBF\t\r");
  expect(t, "\nreports\r\n1\r\n");
  expect(t, "(tutorial 2/10" PROMPT);
  type(t, "Enter runs the second step", "\r");
  expect(t, "\n2019,859\r\n");
  expect(t, "(tutorial 3/10" PROMPT);
  type(t, "arrow up brings the step's statement", UP "\r");
  expect(t, "\n2019,859\r\n");
  expect(t, "(tutorial 3/10" PROMPT);
  type(t, "no tutorial in the tutorial", "tutorial\r");
  expect(t, "error: this is the tutorial");
  expect(t, "(tutorial 3/10" PROMPT);
}

static void leaves(struct terminal *t) {
  type(t, "quit leaves the tutorial alone", "quit\r");
  expect(t, "(empty, year 2021");
  type(t, "its settings are gone", "set\r");
  expect(t, "format       table");
  expect(t, PROMPT);
  type(t, "an empty line is nothing here", "\r");
  expect(t, "(empty, year 2021");
}

static void goes_through(struct terminal *t) {
  char prompt[32];
  type(t, "tutorial again", "tutorial\r");
  for (int step = 1; step <= 10; step++) {
    snprintf(prompt, sizeof prompt, "(tutorial %d/10" PROMPT, step);
    expect(t, prompt);
    type(t, prompt, "\r");
  }
  expect(t, "T3.balance");
  expect(t, "(tutorial, end" PROMPT);
  type(t, "the reports are still there", "count reports\r");
  expect(t, "20\r\n");
  expect(t, PROMPT);
  type(t, "Enter at the end leaves", "\r");
  expect(t, "(empty, year 2021");
  type(t, "tutorial a third time", "tutorial\r");
  expect(t, "(tutorial 1/10" PROMPT);
  type(t, "Ctrl-D leaves the tutorial", CTRL_D);
  expect(t, "(empty, year 2021");
  type(t, "Ctrl-D leaves", CTRL_D);
  expect_end(t, 0);
}

static void write_rc(const char *path) {
  FILE *file = fopen(path, "w");
  if (file != NULL) {
    fputs("set year 2021..2023\nset\nsum nothing\n", file);
    fclose(file);
  }
}

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-first-XXXXXX", inputrc[64], rc[64], command[80];
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: first OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
  snprintf(rc, sizeof rc, "%s/.ogirc", home);
  write_inputrc(inputrc);
  write_rc(rc);
  start(&terminal, argv[1], home, NULL);
  greets(&terminal);
  starts_tutorial(&terminal);
  leaves(&terminal);
  goes_through(&terminal);
  snprintf(command, sizeof command, "rm -rf '%s'", home);
  if (system(command) != 0)
    return 1;
  puts("ok   first");
  return 0;
}
