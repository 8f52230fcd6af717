/* main: the command line → a session, and its exit status. Files named come first, then -c and -f
 * in the order given; without them piped input, or on a terminal the REPL.
 */
#include "app/fmt.h"
#include "app/repl.h"
#include "app/session.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OGI_VERSION "0.1.0"
#define SCRIPT_MAX                                                                                 \
  (256u << 20) /* a script of this size is some other file; lex spans are 32 bits */

#define JOBS_MOST 64u       /* more than any machine that a panel is loaded on has processors */
#define SECONDS_MOST 86400u /* a day */

enum { STATUS_USAGE = 2, STATUS_INTERRUPTED = 130 };

static const char usage[] =
    "usage: ogi [-d DB] [-c STATEMENT]... [-f SCRIPT]... [OPTION]... "
    "[PATH]...\n";

static const char help[] =
    "Answers questions from annual reports on open government information.\n"
    "\n"
    "PATH is a report, a folder or a glob; all are loaded before anything is asked.\n"
    "\n"
    "  -d DB            keep the panel in the database DB; without it, in memory\n"
    "  -c STATEMENT     run a statement; may be repeated, in order with -f\n"
    "  -f SCRIPT        run a file of statements; - is standard input\n"
    "  --format FORMAT  table (the default)";

static const char help_after_formats[] =
    "\n"
    "  --error-format F messages as text (the default) or json, an object a line\n"
    "  --safe           no statement reads or writes a file\n"
    "  --readonly       no statement changes the panel\n"
    "  --strict         doubts on loading count as failures (status 3)\n"
    "  --keep-going     an error does not stop a script\n"
    "  --quiet          no footers, no progress\n"
    "  --timing         the time of each statement, on standard error\n"
    "  --jobs N         read files with N processes at once (one for each processor)\n"
    "  --file-seconds N give up a file whose reading takes longer (20)\n"
    "  --no-init        do not run ~/.ogirc and .ogi/rc first (`help init`)\n"
    "  --stdlib DIR     take the definitions of the forms from DIR\n"
    "  --help, --version\n"
    "\n"
    "Without -c and -f the statements come from standard input: a script on a pipe, on a\n"
    "terminal a session. There `tutorial` goes through ten questions, and `help` explains the\n"
    "language. `ogi help TOPIC` does it from the shell, `ogi help --all` prints the manual;\n"
    "`ogi fmt FILE...` writes scripts in their canonical form: `ogi fmt --help`.\n"
    "\n"
    "Exit status: 0 done, 1 a check or an assertion failed, 2 an error in the language or in\n"
    "these options, 3 a file could not be loaded, 4 an error at run time, 130 interrupted.\n";

static const char greeting[] = "ogi " OGI_VERSION " \xC2\xB7 `help` explains, `quit` leaves";

/* Who names neither a panel nor reports may not know yet what this is. */
static const char greeting_new[] =
    "ogi " OGI_VERSION
    " answers questions from annual reports on open government information\n"
    "`tutorial` goes through ten of them; load \"FOLDER\" reads reports of your own\n"
    "`help` explains, Tab completes, `quit` leaves";

struct script {
  bool is_file;
  const char *text; /* the statement, or the path */
};

struct command_line {
  struct session_options session;
  struct {
    struct script *at;
    size_t n, cap;
  } scripts;
  const char *const *paths;
  size_t npaths;
  bool has_init;
};

/* What the handler of SIGINT needs; it takes no argument, so one pointer to it is kept. */
struct watch {
  struct session *session;
  volatile sig_atomic_t is_hit;
};
static struct watch *watched;

static void on_interrupt(int number) {
  (void)number;
  watched->is_hit = 1;
  session_interrupt(watched->session);
}

/* In a script a second Ctrl-C ends the process, should the first one not be heeded, and waiting for
 * input ends at once. */
static void watch_interrupts(bool is_interactive) {
  struct sigaction action = {.sa_handler = on_interrupt};
  action.sa_flags = is_interactive ? SA_RESTART : (int)SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}

/* Says what is wrong outside any statement; gives the status it stands for. */
__attribute__((format(printf, 3, 4))) static int
report(const struct session_options *options, enum diag_code code, const char *format, ...) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  va_list args;
  va_start(args, format);
  struct str text = str_vfmt(&arena, format, args);
  va_end(args);
  diag_add(&diags, code, (struct span){0}, "%.*s", STR_ARG(text));
  session_say(options, &diags);
  arena_free(&arena);
  return diag_status(code);
}

/* --- options --- */

__attribute__((format(printf, 1, 2))) static int usage_error(const char *format, ...) {
  va_list args;
  va_start(args, format);
  fputs("ogi: error: ", stderr);
  vfprintf(stderr, format, args);
  va_end(args);
  fprintf(stderr, "\n%s`ogi --help` explains the options\n", usage);
  return STATUS_USAGE;
}

static int check_format(const char *name) {
  const struct format *format = format_named(str_from_z(name));
  if (format != NULL && format->write != NULL)
    return -1;
  struct arena arena = {0};
  struct str names = format_list(&arena, false);
  int status = format == NULL
                   ? usage_error("no format \"%s\", there are %.*s", name, STR_ARG(names))
                   : usage_error("%s is a file by itself: end a question with to \"f%s\"", name,
                                 format->ending);
  arena_free(&arena);
  return status;
}

/* A whole number from 1 to `most`. */
static int take_count(const char *option, unsigned most, unsigned *number) {
  char *end;
  errno = 0;
  long n = strtol(optarg, &end, 10);
  if (errno != 0 || *end != '\0' || end == optarg || n < 1 || n > (long)most)
    return usage_error("%s takes a number from 1 to %u, not \"%s\"", option, most, optarg);
  *number = (unsigned)n;
  return -1;
}

static void print_help(void) {
  fputs(usage, stdout);
  fputs(help, stdout);
  for (size_t i = 1; i < format_count(); i++)
    if (format_at(i)->write != NULL)
      printf(", %s", format_at(i)->name);
  fputs(help_after_formats, stdout);
}

enum {
  OPTION_FORMAT = 256,
  OPTION_STDLIB,
  OPTION_ERROR_FORMAT,
  OPTION_SAFE,
  OPTION_READONLY,
  OPTION_STRICT,
  OPTION_KEEP_GOING,
  OPTION_QUIET,
  OPTION_TIMING,
  OPTION_NO_INIT,
  OPTION_JOBS,
  OPTION_FILE_SECONDS,
  OPTION_HELP,
  OPTION_VERSION
};

static const struct option long_options[] = {
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"stdlib", required_argument, NULL, OPTION_STDLIB},
    {"error-format", required_argument, NULL, OPTION_ERROR_FORMAT},
    {"safe", no_argument, NULL, OPTION_SAFE},
    {"readonly", no_argument, NULL, OPTION_READONLY},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"keep-going", no_argument, NULL, OPTION_KEEP_GOING},
    {"quiet", no_argument, NULL, OPTION_QUIET},
    {"timing", no_argument, NULL, OPTION_TIMING},
    {"no-init", no_argument, NULL, OPTION_NO_INIT},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"file-seconds", required_argument, NULL, OPTION_FILE_SECONDS},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {0},
};

/* An option that getopt_long refused; `word` is what was written. */
static int refused(int why, const char *word) {
  if (why == ':')
    return usage_error("option \"%s\" needs an argument", word);
  if (optopt >= OPTION_FORMAT)
    return usage_error("option \"%s\" takes no argument", word);
  if (optopt != 0)
    return usage_error("no option \"-%c\"", optopt);
  return usage_error("no option \"%s\", or it is short for several", word);
}

/* Takes one option. An exit status when it ends the matter, -1 to go on. */
static int take_option(struct arena *arena, struct command_line *line, int option) {
  struct session_options *session = &line->session;
  struct script script = {option == 'f', optarg};
  switch (option) {
  case 'd':
    session->database = optarg;
    return -1;
  case 'c':
  case 'f':
    ARENA_PUSH(arena, &line->scripts, script);
    return -1;
  case OPTION_FORMAT:
    session->format = optarg;
    return check_format(optarg);
  case OPTION_ERROR_FORMAT:
    session->has_json_errors = strcmp(optarg, "json") == 0;
    return session->has_json_errors || strcmp(optarg, "text") == 0
               ? -1
               : usage_error("messages have the format \"text\" or \"json\", not \"%s\"", optarg);
  case OPTION_STDLIB:
    session->stdlib = optarg;
    return -1;
  case OPTION_SAFE:
    session->safe = true;
    return -1;
  case OPTION_READONLY:
    session->readonly = true;
    return -1;
  case OPTION_STRICT:
    session->strict = true;
    return -1;
  case OPTION_KEEP_GOING:
    session->keep_going = true;
    return -1;
  case OPTION_QUIET:
    session->quiet = true;
    return -1;
  case OPTION_TIMING:
    session->timing = true;
    return -1;
  case OPTION_NO_INIT:
    line->has_init = false;
    return -1;
  case OPTION_JOBS:
    return take_count("--jobs", JOBS_MOST, &session->jobs);
  case OPTION_FILE_SECONDS:
    return take_count("--file-seconds", SECONDS_MOST, &session->seconds);
  case OPTION_HELP:
    print_help();
    return 0;
  case OPTION_VERSION:
    puts("ogi " OGI_VERSION);
    return 0;
  }
  return -1;
}

/* Fills in *line. An exit status when there is nothing more to do, else -1. */
static int read_command_line(struct arena *arena, int argc, char **argv,
                             struct command_line *line) {
  line->has_init = true;
  opterr = 0;
  for (int option, status; (option = getopt_long(argc, argv, ":d:c:f:", long_options, NULL)) != -1;)
    if (option == '?' || option == ':')
      return refused(option, argv[optind - 1]);
    else if ((status = take_option(arena, line, option)) >= 0)
      return status;
  line->paths = (const char *const *)(argv + optind);
  line->npaths = (size_t)(argc - optind);
  return -1;
}

/* `ogi help sum`, `ogi help --all`: the statement `help`, from the shell. */
static void take_help(struct arena *arena, int argc, char **argv, struct command_line *line) {
  struct sbuf text = {.arena = arena};
  struct script script = {.is_file = false};
  sbuf_add_z(&text, "help");
  for (int i = 2; i < argc; i++)
    sbuf_addf(&text, " %s", strcmp(argv[i], "--all") == 0 ? "all" : argv[i]);
  script.text = str_z(arena, sbuf_str(&text));
  ARENA_PUSH(arena, &line->scripts, script);
}

/* --- running --- */

struct run {
  const struct session_options *options;
  struct session *session;
  struct arena *arena;
  bool keep_going;
  bool is_over;   /* nothing more is to be run */
  bool is_broken; /* standard output is lost, and that has been said */
  int worst;
};

static void note_status(struct run *run, int status) {
  if (status > run->worst)
    run->worst = status;
  if (status == STATUS_INTERRUPTED || watched->is_hit) {
    run->worst = STATUS_INTERRUPTED;
    run->is_over = true;
  }
}

/* Has the reader of standard output gone? */
static bool is_unread(void) {
  struct pollfd out = {.fd = STDOUT_FILENO};
  return poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

/* A full disk or a pipe that nobody reads is found here, once: what follows would be lost too. A
 * reader that has seen enough (`| head`) needs no message. */
static void check_output(struct run *run) {
  if (run->is_broken || (fflush(stdout) == 0 && !ferror(stdout)))
    return;
  if (!is_unread())
    report(run->options, DIAG_OUTPUT,
           "standard output cannot be written, the answers are not complete");
  note_status(run, diag_status(DIAG_OUTPUT));
  run->is_broken = true;
  run->is_over = true;
}

static void run_text(struct run *run, const char *name, struct str text) {
  bool stop = false;
  note_status(run, session_run(run->session, str_from_z(name), text, 1, &stop));
  run->is_over |= stop || session_is_over(run->session);
  check_output(run);
}

static void run_file(struct run *run, FILE *file, const char *name) {
  struct sbuf text = {.arena = run->arena};
  char *part = arena_alloc(run->arena, 65536);
  size_t n;
  while ((n = fread(part, 1, 65536, file)) > 0 && text.n <= SCRIPT_MAX)
    sbuf_add(&text, (struct str){part, n});
  if (watched->is_hit)
    note_status(run, STATUS_INTERRUPTED);
  else if (ferror(file))
    note_status(run, report(run->options, DIAG_FILE, "script \"%s\" cannot be read: %s", name,
                            strerror(errno)));
  else if (text.n > SCRIPT_MAX)
    note_status(run, report(run->options, DIAG_LIMIT, "script \"%s\" is larger than %u MB", name,
                            SCRIPT_MAX >> 20));
  else
    run_text(run, name, sbuf_str(&text));
}

static void run_path(struct run *run, const char *path) {
  if (strcmp(path, "-") == 0) {
    run_file(run, stdin, "stdin");
    return;
  }
  FILE *file = fopen(path, "rbe");
  if (file == NULL) {
    note_status(run, report(run->options, DIAG_FILE, "script \"%s\" cannot be read: %s", path,
                            strerror(errno)));
    return;
  }
  run_file(run, file, path);
  fclose(file);
}

static void run_scripts(struct run *run, const struct command_line *line) {
  size_t nstatements = 0;
  for (size_t i = 0; i < line->scripts.n && !run->is_over; i++) {
    const struct script *script = &line->scripts.at[i];
    nstatements += !script->is_file;
    if (script->is_file)
      run_path(run, script->text);
    else
      run_text(run, nstatements == 1 ? "-c" : str_fmt(run->arena, "-c#%zu", nstatements).p,
               str_from_z(script->text));
  }
}

/* What is typed does not count for the exit status: the user has seen it. */
static void run_interactively(struct run *run, const struct command_line *line) {
  int worst = run->worst;
  bool is_new = line->session.database == NULL && line->npaths == 0;
  repl_run(run->session, line->session.quiet ? NULL : is_new ? greeting_new : greeting);
  run->worst = worst;
}

static int run_all(struct arena *arena, const struct command_line *line) {
  int status = 0;
  struct watch watch = {session_open(&line->session, &status), 0};
  if (watch.session == NULL)
    return status;
  watched = &watch;
  watch_interrupts(line->session.is_interactive);
  struct run run = {&line->session, watch.session, arena, line->session.keep_going,
                    false,          false,         0};
  if (line->npaths > 0) {
    status = session_load(run.session, line->paths, line->npaths);
    note_status(&run, status);
    run.is_over |= status == diag_status(DIAG_STORE) && !run.keep_going;
  }
  if (line->has_init && !run.is_over) {
    session_init(run.session);
    note_status(&run, 0);
  }
  if (line->session.is_interactive)
    run_interactively(&run, line);
  else if (line->scripts.n > 0)
    run_scripts(&run, line);
  else if (!run.is_over)
    run_file(&run, stdin, "stdin");
  check_output(&run);
  signal(SIGINT, SIG_DFL);
  session_close(run.session);
  return run.worst;
}

/* A file opened later must not get the number of a stream that was closed from the start: what is
 * printed would go into it. Read-only, so that printing still fails. */
static void hold_standard_streams(void) {
  for (int i = 0; i <= 2; i++)
    if (fcntl(i, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != i)
      return;
}

int main(int argc, char **argv) {
  struct arena arena = {0};
  struct command_line line = {.session = {.out = stdout, .err = stderr}};
  hold_standard_streams();
  /* Text is UTF-8 whatever the environment says; numbers keep their point. */
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
    setlocale(LC_CTYPE, "");
  signal(SIGPIPE, SIG_IGN);
  int status = -1;
  if (argc > 1 && strcmp(argv[1], "fmt") == 0)
    status = fmt_main(argc - 1, argv + 1);
  else if (argc > 1 && strcmp(argv[1], "help") == 0)
    take_help(&arena, argc, argv, &line);
  else
    status = read_command_line(&arena, argc, argv, &line);
  if (status < 0) {
    line.session.is_interactive =
        line.scripts.n == 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    status = run_all(&arena, &line);
  }
  if (fclose(stdout) != 0 && status < diag_status(DIAG_OUTPUT) && errno != EBADF)
    status = report(&line.session, DIAG_OUTPUT, "standard output cannot be written: %s",
                    strerror(errno));
  arena_free(&arena);
  return status;
}
