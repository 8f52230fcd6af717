/* Editing at a terminal, seen on its screen: colours, lists, suggestions, pastes, Chinese, several
 * lines, the editor; and a terminal that can do nothing. Usage: keys OGI, from the repository.
 */
#include "repl/screen.h"
#include "repl/terminal.h"

#include <sys/ioctl.h>

#define TAB "\t"
#define CTRL_E "\x05"
#define CTRL_R "\x12"
#define CTRL_U "\x15"
#define RIGHT "\x1b[C"
#define LEFT "\x1b[D"
#define DOWN "\x1b[B"
#define SHIFT_TAB "\x1b[Z"
#define ALT_F                                                                                      \
  "\x1b"                                                                                           \
  "f"
#define ALT_ENTER "\x1b\r"
#define PASTE(text) "\x1b[200~" text "\x1b[201~"

static struct terminal terminal;
static struct screen screen;
static char home[64];
static bool has_escape; /* was an escape sequence sent? */

static _Noreturn void fail_screen(const char *wanted) {
  printf("FAIL keys: %s: no %s on the screen:\n", terminal.step, wanted);
  screen_print(&screen);
  fflush(stdout);
  kill(terminal.child, SIGKILL);
  exit(1);
}

/* Reads what is there, or comes within the time. False when nothing does. */
static bool read_more(int ms) {
  char bytes[4096];
  struct pollfd p = {.fd = terminal.fd, .events = POLLIN};
  if (poll(&p, 1, ms) <= 0)
    return false;
  ssize_t n = read(terminal.fd, bytes, sizeof bytes);
  if (n <= 0)
    return false;
  has_escape = has_escape || memchr(bytes, '\x1b', (size_t)n) != NULL;
  screen_write(&screen, bytes, (size_t)n);
  return true;
}

/* Waits until the row of the cursor shows exactly that text. */
static void row_is(const char *wanted) {
  for (long limit = now_ms() + STEP_MS; strcmp(screen_row(&screen, screen.row), wanted) != 0;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms())))
      fail_screen(wanted);
}

/* Waits until the text is somewhere on the screen. */
static void sees(const char *wanted) {
  int column;
  for (long limit = now_ms() + STEP_MS; screen_find(&screen, wanted, &column) < 0;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms())))
      fail_screen(wanted);
}

/* Waits for an answer that has the text, and the prompt behind it. */
static void answers(const char *wanted) {
  sees(wanted);
  row_is("ogi>");
}

/* What is awaited shows that more was drawn: this is not among it. */
static void lacks(const char *unwanted) {
  int column;
  if (screen_find(&screen, unwanted, &column) >= 0) {
    printf("FAIL keys: %s: %s is on the screen:\n", terminal.step, unwanted);
    screen_print(&screen);
    kill(terminal.child, SIGKILL);
    exit(1);
  }
}

static void looks(const char *word, int look) {
  for (long limit = now_ms() + STEP_MS; screen_look_of(&screen, word) != look;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms()))) {
      printf("FAIL keys: %s: %s looks like %d, not %d\n", terminal.step, word,
             screen_look_of(&screen, word), look);
      screen_print(&screen);
      kill(terminal.child, SIGKILL);
      exit(1);
    }
}

/* Drops what is typed, and waits for a prompt on an empty screen. */
static void drop_line(void) {
  type(&terminal, "drop the line", CTRL_U CTRL_C);
  sees("^C");
  type(&terminal, "clear the screen", "\x0c");
  for (long limit = now_ms() + STEP_MS; screen.row != 0 || screen.column != 5;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms())))
      fail_screen("empty prompt");
  row_is("ogi>");
}

static void begin(const char *ogi, int rows, int columns, const char *term, bool has_colour) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  screen_clear(&screen, rows, columns);
  has_escape = false;
  terminal.step = "start";
  terminal.child = forkpty(&terminal.fd, NULL, NULL, &size);
  if (terminal.child < 0) {
    perror("forkpty");
    exit(1);
  }
  if (terminal.child > 0)
    return;
  char history[128], editor[128];
  snprintf(history, sizeof history, "%s/history", home);
  snprintf(editor, sizeof editor, "%s/editor", home);
  setenv("OGI_HISTORY", history, 1);
  setenv("HOME", home, 1);
  setenv("INPUTRC", "/dev/null", 1);
  setenv("EDITOR", editor, 1);
  unsetenv("VISUAL");
  unsetenv("XDG_CONFIG_HOME");
  setenv("TERM", term, 1);
  if (has_colour)
    unsetenv("NO_COLOR");
  else
    setenv("NO_COLOR", "1", 1);
  execl(ogi, ogi, "--no-init", "--quiet", "examples/reports", (char *)NULL);
  _exit(127);
}

static void leave(void) {
  type(&terminal, "leave", CTRL_U "quit\r");
  expect_end(&terminal, 0);
}

/* --- What is tried */

static void colours(void) {
  type(&terminal, "colours", "sum received by yaer 12 ");
  row_is("ogi> sum received by yaer 12");
  looks("sum", LOOK_BOLD);
  looks("received", 35 * 16);
  looks("by", LOOK_BOLD);
  looks("yaer", LOOK_UNDERLINE | 31 * 16);
  looks("12", 36 * 16);
  drop_line();
  type(&terminal, "a name that may still become one", "sum rec");
  row_is("ogi> sum rec");
  looks("rec", 0);
  drop_line();
}

static void lists(void) {
  type(&terminal, "a list", "sum received where requester=" TAB);
  sees("natural_person         自然人 · requester");
  looks("自然人", LOOK_DIM);
  row_is("ogi> sum received where requester=");
  type(&terminal, "the first of it", TAB);
  row_is("ogi> sum received where requester=natural_person");
  type(&terminal, "the next", TAB);
  row_is("ogi> sum received where requester=organisation");
  type(&terminal, "back", SHIFT_TAB);
  row_is("ogi> sum received where requester=natural_person");
  looks("natural_person  ", LOOK_REVERSE);
  type(&terminal, "a key closes it", " ");
  for (long limit = now_ms() + STEP_MS; screen_look_of(&screen, "自然人") >= 0;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms())))
      fail_screen("end of the list");
  drop_line();
  type(&terminal, "the common beginning", "sum received where requester=na" TAB);
  row_is("ogi> sum received where requester=natural_person");
  drop_line();
  type(&terminal, "years", "sum received where year=202" TAB);
  sees("2024  5 reports");
  drop_line();
  type(&terminal, "agencies", "show report \"示例县公" TAB);
  row_is("ogi> show report \"示例县公安局\"");
  drop_line();
  type(&terminal, "no blank before a mark", "sum receiv" TAB ", appl" TAB);
  row_is("ogi> sum received, applications");
  drop_line();
  type(&terminal, "more than fits", "help " TAB);
  sees("more");
  sees("across ");
  drop_line();
  type(&terminal, "Chinese", "sum 办理结果数 where 申请人=" TAB);
  sees("自然人");
  sees("natural_person · requester");
  drop_line();
}

static void several_lines(void) {
  type(&terminal, "a statement goes on", "sum received own reports by\r");
  row_is("   …");
  type(&terminal, "up to its first line", "year" UP);
  for (long limit = now_ms() + STEP_MS; screen.row != 0 || screen.column != 9;)
    if (now_ms() > limit || !read_more((int)(limit - now_ms())))
      fail_screen("cursor below year's end");
  type(&terminal, "down, and run", DOWN "\r");
  answers("year  received");
  type(&terminal, "the whole comes back", UP);
  row_is("   … year");
  drop_line();
  type(&terminal, "Alt-Enter goes on", "count reports" ALT_ENTER "by year");
  row_is("   … by year");
  type(&terminal, "and is one statement", "\r");
  answers("year  reports");
  drop_line();
}

static void suggestions(void) {
  type(&terminal, "a suggestion", "count rep");
  looks("orts …", LOOK_DIM);
  type(&terminal, "is taken", RIGHT);
  row_is("   … by year");
  drop_line();
  type(&terminal, "an entry", "count agencies by level\r");
  answers("level     agencies");
  drop_line();
  type(&terminal, "a word of it", "count a" ALT_F);
  looks("by level", LOOK_DIM);
  looks("gencies", 36 * 16);
  type(&terminal, "the rest", CTRL_E);
  looks("by", LOOK_BOLD);
  drop_line();
  type(&terminal, "Up by what is typed", "count r" UP);
  row_is("   … by year");
  drop_line();
  type(&terminal, "asked again", "count agencies by year\rcount agencies by level\r");
  answers("level     agencies");
  type(&terminal, "Up shows it once", "count a" UP UP UP);
  row_is("ogi> count agencies by year");
  drop_line();
  type(&terminal, "Ctrl-R", CTRL_R "lev");
  row_is("(reverse-i-search)`lev': count agencies by level");
  looks("level", LOOK_REVERSE);
  type(&terminal, "what it found stays", CTRL_E);
  row_is("ogi> count agencies by level");
  drop_line();
  type(&terminal, "a slip", "count reports by agancy\r");
  answers("did you mean");
  type(&terminal, "is not suggested", "count reports by aga");
  row_is("ogi> count reports by aga");
  drop_line();
  type(&terminal, "no suggestions", "set suggestions off\r");
  answers("set suggestions off");
  type(&terminal, "none", "count a");
  row_is("ogi> count a");
  drop_line();
  type(&terminal, "suggestions", "set suggestions on\r");
  answers("set suggestions on");
  drop_line();
}

static void pastes(void) {
  type(&terminal, "a block", PASTE("set names zh\rcount reports\r  by year\rset names key\r"));
  sees("   … set names key");
  sees("   …   by year");
  lacks("年份");
  type(&terminal, "runs", "\r");
  answers("年份  "); /* the head of the answer, in Chinese */
  drop_line();
  type(&terminal, "a tab in a paste completes nothing", PASTE("sum rec\tx"));
  row_is("ogi> sum rec    x");
  drop_line();
}

static void chinese(void) {
  type(&terminal, "deletion", "sum 年报" BACKSPACE "x");
  row_is("ogi> sum 年x");
  type(&terminal, "of a character with a mark", "e\xCC\x81" BACKSPACE "y");
  row_is("ogi> sum 年xy");
  type(&terminal, "of four bytes", "𠮷" BACKSPACE "z");
  row_is("ogi> sum 年xyz");
  type(&terminal, "in the middle", LEFT LEFT LEFT LEFT "月");
  row_is("ogi> sum 月年xyz");
  drop_line();
}

/* What `tail -f` shows and then waits for more of. */
static void make_endless(void) {
  char path[128];
  snprintf(path, sizeof path, "%s/endless", home);
  FILE *file = fopen(path, "w");
  if (file == NULL)
    exit(2);
  fputs("begun\n", file);
  fclose(file);
}

/* The editor puts `agencies` for `reports`. */
static void editor(void) {
  type(&terminal, "what is typed goes to the editor", "count reports by year\x18\x05");
  sees("count agencies by year");
  answers("year  agencies");
  drop_line();
  type(&terminal, "the statement before", "count reports by year\r");
  answers("year  reports");
  type(&terminal, "goes there too", ".edit\r");
  answers("year  agencies");
  drop_line();
}

static void interruptions(void) {
  type(&terminal, "Ctrl-C goes before what is typed behind it", "sum rec" CTRL_C "count reports\r");
  sees("^C");
  answers("     20");
  drop_line();
  type(&terminal, "Ctrl-C ends what runs, not the session", ".shell exec tail -f ~/endless\r");
  sees("begun");
  type(&terminal, "the session goes on", CTRL_C);
  row_is("ogi>");
  type(&terminal, "and answers", "count reports\r");
  answers("     20");
  drop_line();
  struct winsize size = {.ws_row = 24, .ws_col = 40};
  type(&terminal, "a line", "count reports by year, agency where year=");
  sees("where year=");
  screen_clear(&screen, 24, 40);
  if (ioctl(terminal.fd, TIOCSWINSZ, &size) != 0)
    fail_screen("window");
  terminal.step = "a narrower window";
  sees("ogi> count reports by year, agency where");
  row_is(" year=");
  drop_line();
}

static void plain(const char *ogi) {
  begin(ogi, 24, 60, "dumb", true);
  sees("ogi>");
  type(&terminal, "TERM=dumb", "count reports\r");
  sees("     20");
  type(&terminal, "a line more", "count reports by\r");
  sees("…");
  type(&terminal, "the rest", "year\r");
  sees("2025");
  type(&terminal, "a list", "sum received where requester=" TAB);
  sees("natural_person");
  if (has_escape)
    fail_screen("end of escape sequences");
  leave();
  begin(ogi, 24, 60, "xterm", false);
  sees("ogi>");
  type(&terminal, "NO_COLOR", "sum received by yaer");
  row_is("ogi> sum received by yaer");
  looks("sum", 0);
  looks("yaer", 0);
  leave();
}

/* The history of a session before, whole statements; and a list that fits the window in two
 * columns.
 */
static void later(const char *ogi) {
  begin(ogi, 30, 60, "xterm", true);
  sees("ogi>");
  type(&terminal, "two columns, with notes", TAB);
  sees("top       the largest ");
  sees("quit      leaves");
  lacks("more");
  drop_line();
  type(&terminal, "history of another session", UP);
  row_is("ogi> quit");
  type(&terminal, "a statement of two lines", CTRL_U "sum received own" UP);
  row_is("   … year");
  leave();
}

static void make_editor(void) {
  char path[128];
  snprintf(path, sizeof path, "%s/editor", home);
  FILE *file = fopen(path, "w");
  if (file == NULL)
    exit(2);
  fputs("#!/bin/sh\nsed s/reports/agencies/ \"$1\" >\"$1.new\" && mv \"$1.new\" \"$1\"\n", file);
  fclose(file);
  chmod(path, 0700);
}

int main(int argc, char **argv) {
  char path[128];
  strcpy(home, "/tmp/ogi-keys-XXXXXX");
  if (argc != 2 || mkdtemp(home) == NULL) {
    fputs("usage: keys OGI\n", stderr);
    return 2;
  }
  alarm(WHOLE_S);
  make_editor();
  make_endless();
  begin(argv[1], 24, 60, "xterm", true);
  sees("ogi>");
  colours();
  lists();
  several_lines();
  suggestions();
  pastes();
  chinese();
  editor();
  interruptions();
  leave();
  later(argv[1]);
  plain(argv[1]);
  snprintf(path, sizeof path, "%s/editor", home);
  unlink(path);
  snprintf(path, sizeof path, "%s/history", home);
  unlink(path);
  snprintf(path, sizeof path, "%s/endless", home);
  unlink(path);
  rmdir(home);
  puts("ok   keys");
  return 0;
}
