/* A question that takes long, over reports that tests/gen.c writes: Ctrl-C ends it at once, so does
 * leaving the pager, and the session goes on. Usage: long OGI, from the repository. Prints ok or
 * FAIL and what was seen.
 */
#include "repl/terminal.h"

#define PROMPT ")> "
#define REPORTS "6000" /* all rules take more than a second over them */
#define BEFORE_MS 150  /* the question has begun by then */
#define SOON_MS 2000

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-long-XXXXXX", inputrc[64], command[256];
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: long OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
  write_inputrc(inputrc);
  snprintf(command, sizeof command, "build/gen --out '%s/reports' --reports " REPORTS, home);
  if (system(command) != 0)
    return 2;
  setenv("PAGER", "sh -c 'read line; echo LEFT'", 1);
  start(&terminal, argv[1], home, "--no-init");
  expect(&terminal, "> ");
  snprintf(command, sizeof command, "load \"%s/reports\"\r", home);
  type(&terminal, "reports", command);
  expect(&terminal, "loaded " REPORTS);
  expect(&terminal, PROMPT);
  type(&terminal, "a long question", "check\r");
  poll(NULL, 0, BEFORE_MS);
  long begun = now_ms();
  type(&terminal, "Ctrl-C ends it", CTRL_C);
  expect(&terminal, "interrupted");
  expect(&terminal, PROMPT);
  if (now_ms() - begun > SOON_MS)
    fail(&terminal, "end at once");
  type(&terminal, "what it had found is not half kept", "check T3.balance\r");
  expect(&terminal, "T3.balance  error");
  expect(&terminal, PROMPT);
  type(&terminal, "the session goes on", "count reports\r");
  expect(&terminal, REPORTS);
  expect(&terminal, PROMPT);
  type(&terminal, "an answer of minutes", "check all format jsonl\r");
  terminal.step = "whoever leaves the pager does not wait for the rest, nor is told that it ended";
  expect(&terminal, "LEFT\r\nogi (" REPORTS);
  expect(&terminal, PROMPT);
  type(&terminal, "quit", "quit\r");
  expect_end(&terminal, 0);
  snprintf(command, sizeof command, "rm -rf '%s'", home);
  if (system(command) != 0)
    return 1;
  puts("ok   repl: long");
  return 0;
}
