/* Reading at a terminal: tables as wide as the window, also after it changed; the pager for what is
 * longer, and what becomes of ogi when the pager ends early, is interrupted or is not there.
 * Usage: reading OGI. Prints ok or FAIL and what was seen.
 */
#include "terminal.h"

#include <sys/ioctl.h>

/* A prompt that stands in no answer, nor in the echo of the statement that sets it. */
#define PROMPT "RE\"ADY "
#define SET_PROMPT "set prompt \"RE\"\"ADY \"\r"
#define WIDE "sum received by year across requester total"
#define LONG "members of outcome" /* longer than the window, by a few lines */
#define LONGEST "help all"        /* the manual: more than a pipe holds */

/* A pager that says so and counts its lines; with `early` it ends at the first of them. */
static void write_pager(const char *path, const char *script) {
  FILE *file = fopen(path, "w");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  fprintf(file, "#!/bin/sh\n%s\n", script);
  fclose(file);
  chmod(path, 0700);
}

static void resize(struct terminal *t, unsigned short rows, unsigned short columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  ioctl(t->fd, TIOCSWINSZ, &size);
}

static void begin(struct terminal *t, const char *ogi, const char *home, const char *pager) {
  setenv("PAGER", pager, 1);
  start(t, ogi, home, "--no-init");
  resize(t, 24, 80);
  t->step = "greeting";
  expect(t, "> ");
  type(t, "prompt", SET_PROMPT);
  expect(t, PROMPT);
}

static void say(struct terminal *t, const char *step, const char *statement, const char *wanted) {
  type(t, step, statement);
  type(t, step, "\r");
  expect(t, wanted);
  expect(t, PROMPT);
}

/* A statement that answers nothing. */
static void change(struct terminal *t, const char *step, const char *statement) {
  type(t, step, statement);
  type(t, step, "\r");
  expect(t, PROMPT);
}

static void widths(struct terminal *t) {
  say(t, "reports", "load \"examples/reports\"", "loaded 20 reports");
  type(t, "a window of 80 columns", WIDE " own reports\r");
  expect(t, "natural_p\xE2\x80\xA6"); /* cut: there is no room for the whole word */
  expect(t, PROMPT);
  resize(t, 24, 200);
  type(t, "a wider window", WIDE " own reports\r");
  expect(t, "natural_person");
  expect(t, "public_interest_group");
  expect(t, PROMPT);
  resize(t, 100, 50);
  type(t, "a narrow window", WIDE " own reports\r");
  expect(t, "columns not shown");
  expect(t, PROMPT);
  type(t, "a long hint ends its lines between words",
       "what if received for \"示例县公安局\" 2023 = 50: count reports\r");
  expect(t, "fit: name\r\n    one of them\r\n");
  expect(t, "received where\r\n    requester=company\",");
  expect(t, PROMPT);
  change(t, "no limit", "set width 0");
  type(t, "all columns in a narrow window", WIDE " own reports\r");
  expect(t, "public_interest_group");
  expect(t, PROMPT);
  change(t, "as wide as the window", "set width auto");
  resize(t, 24, 80);
}

static void pages(struct terminal *t) {
  type(t, "a long answer goes to the pager", LONG "\r");
  expect(t, "PAGED ");
  expect(t, PROMPT);
  say(t, "a short one does not", "count reports where year = 2022", "\r\n      5");
  change(t, "pager off", "set pager off");
  type(t, "nothing is paged", LONG "\r");
  expect(t, "still_unclear");
  expect(t, PROMPT);
  change(t, "pager on", "set pager on");
  type(t, "also what is short is paged", "count reports where year = 2022\r");
  expect(t, "PAGED ");
  expect(t, PROMPT);
  change(t, "a setting is no answer in a window", "set pager auto");
  type(t, "quit", "quit\r");
  expect_end(t, 0);
}

/* The pager is left at once, while most of the answer is still to come. */
static void leaves_early(struct terminal *t) {
  type(t, "the pager is left", LONGEST "\r");
  expect(t, "LEFT");
  expect(t, PROMPT);
  say(t, "ogi goes on", "count measures_of_nothing", "error");
  type(t, "quit", "quit\r");
  expect_end(t, 0);
}

/* Ctrl-C reaches both: the pager may end, ogi does not. */
static void is_interrupted(struct terminal *t) {
  type(t, "a pager that waits", LONGEST "\r");
  expect(t, "WAITS");
  type(t, "Ctrl-C in the pager", CTRL_C);
  expect(t, PROMPT);
  say(t, "ogi goes on", "count reports", "reports");
  type(t, "Ctrl-D leaves", CTRL_D);
  expect_end(t, 0);
}

static void is_plain(struct terminal *t) {
  type(t, "there is no such pager", LONG "\r");
  expect(t, "still_unclear");
  expect(t, PROMPT);
  type(t, "quit", "quit\r");
  expect_end(t, 0);
}

int main(int argc, char **argv) {
  static struct terminal terminal;
  char home[] = "/tmp/ogi-read-XXXXXX", path[80], state[80], file[96], inputrc[64];
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: reading OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  snprintf(path, sizeof path, "%s/pager", home);
  snprintf(state, sizeof state, "%s/state", home);
  snprintf(file, sizeof file, "%s/history", state);
  snprintf(inputrc, sizeof inputrc, "%s/inputrc", home);
  write_inputrc(inputrc);
  write_pager(path, "n=$(wc -l); echo \"PAGED $n lines\"");
  begin(&terminal, argv[1], home, path);
  widths(&terminal);
  pages(&terminal);
  write_pager(path, "read line; echo LEFT");
  begin(&terminal, argv[1], home, path);
  leaves_early(&terminal);
  write_pager(path, "echo WAITS; exec sleep 60");
  begin(&terminal, argv[1], home, path);
  is_interrupted(&terminal);
  begin(&terminal, argv[1], home, "no-such-pager-anywhere -x");
  is_plain(&terminal);
  begin(&terminal, argv[1], home, "");
  is_plain(&terminal);
  unlink(path);
  unlink(file);
  unlink(inputrc);
  rmdir(state);
  rmdir(home);
  puts("ok   reading");
  return 0;
}
