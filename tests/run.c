/* run: transcripts, questions with their answers in one file, tested or rewritten.
 *
 *   run [--accept] [--ogi PROGRAM] [--console] [--screen COLUMNS] FILE...
 *
 * A transcript (tests/lang/where.t) begins with header lines:
 *   %load PATH...   loaded once into a panel file that all cases share; paths from the repository's
 *                   root, or a folder's name in tests/data
 *   %run STATEMENT  run once after loading (any number)
 *   %args WORD...   further options for every case
 *   %fresh          each case begins with the panel as loaded
 * A case is `> statement`, continued by `. ` lines, or `$ command`, a line of shell in which `ogi`
 * is the program under test. What follows is its answer, byte for byte: standard output, then
 * standard error; first a line `!N` if the exit status is not 0. A line with `#` in column 1 is a
 * comment and ends the answer, empty lines before it or before the next case belong to nobody.
 * Cases run in a folder of their own in which `examples` and `tests` lead to those of the
 * repository. The script that holds a statement is called as the transcript and has the statement
 * on the same line, so that places in messages are places in the transcript.
 *
 * With --console the file is Markdown: its ```console blocks hold `$ command` (a `\` at the end
 * goes on) and what a terminal shows, and whatever else the file says is left alone.
 *
 * With --screen nothing is compared: cases run on a terminal so wide, and what it shows is written,
 * colours included, each case as "\x1e" place "\x1f" question "\x1f" screen "\x1d". Messages go
 * elsewhere and are not in it. A statement's answer is a table whatever %args says, and is
 * followed by the same answer in JSON; in a command's "\x1c" stands where an ogi ended.
 *
 * A crash, a report of a sanitizer and a hang are failures and never accepted.
 */
#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define JOBS 2 /* transcripts run at once */
#define MOST_COLUMNS 10000

static void setup(const struct run *run, const char *const argv[], const char *what) {
  const char *why;
  int status = spawn(run, argv, SAID_TOGETHER, &why);
  if (status != 0) {
    struct text out = said(run, ".out");
    die("%s: %s failed (%s %d):\n%s", run->path, what, why != NULL ? why : "status", status, out.p);
  }
}

static void load(struct run *run, char **paths, size_t npaths) {
  const char *argv[MAX_WORDS + 10] = {"timeout", "-s",        "KILL", "120",
                                      run->ogi,  "--no-init", "-d",   "panel.db"};
  size_t n = 8;
  for (size_t i = 0; i < npaths; i++) {
    char full[PATH_MAX * 2], *named = paths[i];
    snprintf(full, sizeof full, "%s/%s", run->root, paths[i]);
    if (strpbrk(paths[i], "*?[") == NULL && access(full, F_OK) != 0) {
      size_t size = strlen(paths[i]) + 12;
      named = malloc(size);
      if (named == NULL)
        die("out of memory");
      snprintf(named, size, "tests/data/%s", paths[i]);
    }
    argv[n++] = named;
  }
  setup(run, argv, "%load");
  run->has_panel = true;
}

static void header(struct run *run, char *line) {
  char *word[MAX_WORDS];
  size_t n;
  if (strncmp(line, "%load ", 6) == 0) {
    n = words(strdup(line + 6), word, MAX_WORDS);
    load(run, word, n);
  } else if (strncmp(line, "%run ", 5) == 0) {
    const char *argv[] = {"timeout", "-s",       "KILL", "60",     run->ogi, "--no-init",
                          "-d",      "panel.db", "-c",   line + 5, NULL};
    setup(run, argv, "%run");
    run->has_panel = true;
  } else if (strncmp(line, "%args ", 6) == 0) {
    run->nargs += words(strdup(line + 6), run->args + run->nargs, MAX_WORDS - run->nargs);
  } else if (strcmp(line, "%fresh") == 0) {
    run->fresh = true;
  } else {
    die("%s: unknown header line: %s", run->path, line);
  }
}

static void copy_panel(const struct run *run, const char *from, const char *to) {
  char a[PATH_MAX + 16], b[PATH_MAX + 16];
  snprintf(a, sizeof a, "%s/%s", run->place, from);
  snprintf(b, sizeof b, "%s/%s", run->place, to);
  spill(b, slurp(a));
}

/* Where what a case says goes. */
static enum said said_by_case(const struct run *run) {
  if (run->columns > 0)
    return SAID_ON_SCREEN;
  return run->console ? SAID_TOGETHER : SAID_APART;
}

static int run_statement(struct run *run, struct text input, size_t line, const char **why) {
  if (run->has_panel && run->fresh) {
    if (run->cases == 0)
      copy_panel(run, "panel.db", "panel.db.first");
    copy_panel(run, "panel.db.first", "panel.db");
  }
  struct text script = {0};
  for (size_t i = 1; i < line; i++)
    add(&script, "\n", 1);
  add(&script, input.p, input.n);
  if (run->columns > 0)
    add_z(&script, "\n.last json\n");
  char path[PATH_MAX * 2];
  snprintf(path, sizeof path, "%s/%s", run->place, run->name);
  spill(path, script);
  const char *argv[MAX_WORDS + 20] = {"timeout", "-s", "KILL", TIME_LIMIT, run->ogi, "--no-init"};
  size_t n = 6;
  if (run->has_panel) {
    argv[n++] = "-d";
    argv[n++] = "panel.db";
  }
  for (size_t i = 0; i < run->nargs; i++)
    argv[n++] = run->args[i];
  if (run->columns > 0) {
    argv[n++] = "--format";
    argv[n++] = "table";
  }
  argv[n++] = "-f";
  argv[n++] = run->name;
  return spawn(run, argv, said_by_case(run), why);
}

static void write_screen(const struct run *run, struct text input, size_t line, bool is_shell,
                         struct text shown) {
  printf("\x1e%s:%zu\x1f%s", run->path, line, is_shell ? "$ " : "> ");
  fwrite(input.p, 1, input.n, stdout);
  putchar('\x1f');
  fwrite(shown.p, 1, shown.n, stdout);
  fputs("\x1d\n", stdout);
}

/* Adds the answer of a case to `out`, or writes what the screen shows. */
static void answer(struct run *run, struct text input, size_t line, bool is_shell,
                   struct text *out) {
  const char *why;
  int status;
  if (is_shell) {
    const char *argv[] = {"timeout", "-s", "KILL", TIME_LIMIT, "/bin/sh", "-c", input.p, NULL};
    status = spawn(run, argv, said_by_case(run), &why);
  } else {
    status = run_statement(run, input, line, &why);
  }
  run->cases++;
  struct text got = said(run, ".out");
  struct text err = {0};
  if (!run->console)
    err = said(run, ".err");
  add(&got, err.p, err.n);
  if (why == NULL &&
      (strstr(got.p, "Sanitizer") != NULL || strstr(got.p, "runtime error:") != NULL))
    why = "a sanitizer reported";
  if (why != NULL) {
    printf("%s:%zu: %s: %s\n%s\n", run->path, line, why, input.p, got.p);
    run->failed++;
    return;
  }
  if (run->columns > 0) {
    write_screen(run, input, line, is_shell, said(run, ".out"));
    return;
  }
  if (status != 0 && !run->console) {
    char mark[16];
    snprintf(mark, sizeof mark, "!%d\n", status);
    add_z(out, mark);
  }
  if (got.n > 0 && got.p[got.n - 1] != '\n')
    add_z(&got, "\n(no newline at the end)\n");
  while (got.n > 1 && got.p[got.n - 1] == '\n' && got.p[got.n - 2] == '\n')
    got.n--;
  add(out, got.p, got.n);
}

static bool starts(const char *line, const char *with) {
  return strncmp(line, with, strlen(with)) == 0;
}

static bool is_case(const struct run *run, const char *line) {
  return starts(line, "$ ") || (!run->console && starts(line, "> "));
}

static bool ends_answer(const struct run *run, const char *line) {
  return is_case(run, line) || (run->console ? starts(line, "```") : line[0] == '#');
}

static bool is_more(const char *line) {
  return starts(line, ". ") || strcmp(line, ".") == 0;
}

/* Does a command of shell go on in the next line: an open quote, or a backslash at the end? */
static bool is_open(struct text command) {
  char quote = '\0';
  for (const char *p = command.p; *p != '\0'; p++) {
    if (*p == '\\' && quote != '\'') {
      p++;
      if (*p == '\0' || (*p == '\n' && p[1] == '\0'))
        return true;
    } else if (quote == '\0' ? *p == '"' || *p == '\'' : *p == quote) {
      quote = quote == '\0' ? *p : '\0';
    }
  }
  return quote != '\0';
}

static void keep(struct text *out, const char *line) {
  add_z(out, line);
  add_z(out, "\n");
}

/* Goes through the file; what it should say, by what the program says now, is added to `out`. */
static void go_through(struct run *run, struct lines l, struct text *out) {
  bool begun = false, inside = !run->console;
  for (size_t i = 0; i < l.n;) {
    char *line = l.at[i];
    if (run->console && starts(line, "```"))
      inside = !inside && strcmp(line, "```console") == 0;
    if (!inside || !is_case(run, line)) {
      if (!begun && !run->console && line[0] == '%')
        header(run, line);
      else if (!run->console && line[0] != '#' && line[0] != '\0')
        die("%s:%zu: neither case nor comment: %s", run->path, i + 1, line);
      keep(out, line);
      i++;
      continue;
    }
    begun = true;
    size_t first = i;
    bool is_shell = line[0] == '$';
    struct text input = {0};
    do {
      keep(out, l.at[i]);
      keep(&input, l.at[i] + (is_shell && i > first ? 0 : 2));
      i++;
    } while (i < l.n && (is_shell ? is_open(input) : is_more(l.at[i])));
    answer(run, input, first + 1, is_shell, out);
    while (i < l.n && !ends_answer(run, l.at[i]))
      i++;
    size_t blank = i;
    while (!run->console && blank > first + 1 && l.at[blank - 1][0] == '\0')
      blank--;
    for (; blank < i; blank++)
      keep(out, "");
  }
}

static bool run_file(struct run *run) {
  const char *slash = strrchr(run->path, '/');
  run->name = slash != NULL ? slash + 1 : run->path;
  make_place(run);
  struct text before = slurp(run->path), copy = slurp(run->path), after = {0};
  go_through(run, split(copy.p), &after);
  bool same = run->columns > 0 ||
              (before.n == after.n && (after.n == 0 || memcmp(before.p, after.p, after.n) == 0));
  if (!same && run->failed == 0 && run->accept) {
    spill(run->path, after);
    printf("accepted: %s\n", run->path);
    same = true;
  } else if (!same) {
    char file[PATH_MAX + 16], command[PATH_MAX * 3];
    snprintf(file, sizeof file, "%s/.after", run->place);
    spill(file, after);
    snprintf(command, sizeof command, "diff -u -L '%s' -L 'what ogi says' '%s' '%s'", run->path,
             run->path, file);
    fflush(stdout);
    if (system(command) < 0)
      printf("run: cannot run diff\n");
  }
  remove_place(run);
  if (!same || run->failed > 0)
    printf("failed: %s (%zu cases)\n", run->path, run->cases);
  return same && run->failed == 0;
}

/* Each file in its own process, its output kept apart until it ends. */
static pid_t start(struct run run, FILE *log) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid != 0)
    return pid;
  if (dup2(fileno(log), 1) < 0)
    _exit(2);
  bool good = run_file(&run);
  fflush(stdout);
  _exit(good ? 0 : 1);
}

static bool finish(pid_t pid, FILE *log) {
  int status = -1;
  if (pid < 0 || waitpid(pid, &status, 0) != pid)
    die("cannot fork");
  rewind(log);
  char buffer[65536];
  size_t n;
  while ((n = fread(buffer, 1, sizeof buffer, log)) > 0)
    fwrite(buffer, 1, n, stdout);
  fclose(log);
  return status == 0;
}

static unsigned short columns_of(const char *text) {
  char *end;
  long columns = strtol(text, &end, 10);
  if (columns < 1 || columns > MOST_COLUMNS || *end != '\0')
    die("no number of columns: %s", text);
  return (unsigned short)columns;
}

int main(int argc, char **argv) {
  struct run run = {0};
  const char *ogi = "build/ogi";
  int i = 1;
  for (; i < argc && starts(argv[i], "--"); i++) {
    if (strcmp(argv[i], "--accept") == 0)
      run.accept = true;
    else if (strcmp(argv[i], "--console") == 0)
      run.console = true;
    else if (strcmp(argv[i], "--ogi") == 0 && i + 1 < argc)
      ogi = argv[++i];
    else if (strcmp(argv[i], "--screen") == 0 && i + 1 < argc)
      run.columns = columns_of(argv[++i]);
    else
      die("unknown option %s", argv[i]);
  }
  if (getcwd(run.root, sizeof run.root) == NULL || realpath(ogi, run.ogi) == NULL)
    die("cannot find %s: %s", ogi, strerror(errno));
  pid_t pids[JOBS];
  FILE *logs[JOBS];
  int first = i, failed = 0;
  for (int done = i; done < argc; done++) {
    for (; i < argc && i < done + JOBS; i++) {
      run.path = argv[i];
      if ((logs[i % JOBS] = tmpfile()) == NULL)
        die("cannot make a temporary file");
      pids[i % JOBS] = start(run, logs[i % JOBS]);
    }
    failed += !finish(pids[done % JOBS], logs[done % JOBS]);
  }
  printf("%d transcripts", argc - first);
  if (failed > 0)
    printf(", %d failed", failed);
  putchar('\n');
  return failed > 0;
}
