/* tutorial: see tutorial.h.
 */
#include "app/tutorial.h"

#include "app/window.h"
#include "base/file.h"
#include "form/stdlib.h"
#include "show/fill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT "tutorial.txt"
#define EXAMPLES "examples/"

struct step {
  struct str prose;      /* lines, each with its newline */
  struct str statements; /* indented, as in the text */
};

struct tutorial {
  struct arena arena;
  struct session *session; /* of its own */
  struct str introduction, farewell;
  struct {
    struct step *at;
    size_t n, cap;
  } steps;
  size_t next; /* the step shown; steps.n: all are done */
};

struct session *tutorial_session(const struct tutorial *tutorial) {
  return tutorial->session;
}

/* --- the text: paragraphs; an indented one holds the statements of the step whose explanation
 * stands before it */

/* The paragraph at the start of *text, with the newline behind it, which *text loses. */
static struct str take_paragraph(struct str *text) {
  size_t n = str_find(*text, STR("\n\n"));
  struct str paragraph = str_sub(*text, 0, n < text->n ? n + 1 : n);
  *text = str_sub(*text, n < text->n ? n + 2 : n, text->n);
  return paragraph;
}

static bool read_text(struct tutorial *tutorial) {
  struct str text = {0}, before;
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (str_eq(str_from_z(stdlib_files[i].name), STR(TEXT)))
      text = (struct str){stdlib_files[i].start,
                          (size_t)(stdlib_files[i].end - stdlib_files[i].start)};
  tutorial->introduction = take_paragraph(&text);
  for (before = STR(""); text.n > 0;) {
    struct str paragraph = take_paragraph(&text);
    struct step step = {before, paragraph};
    before = paragraph;
    if (!str_starts(paragraph, STR("  ")))
      continue;
    ARENA_PUSH(&tutorial->arena, &tutorial->steps, step);
  }
  tutorial->farewell = before;
  return tutorial->steps.n > 0;
}

/* The statement at the start of *text, which *text loses: a line, and those indented more. */
static struct str take_statement(struct str *text) {
  size_t n = 0;
  do
    n += str_find(str_sub(*text, n, text->n), STR("\n")) + 1;
  while (n < text->n && str_starts(str_sub(*text, n, text->n), STR("   ")));
  struct str statement = str_sub(*text, 0, n < text->n ? n : text->n);
  *text = str_sub(*text, statement.n, text->n);
  return statement;
}

/* --- showing and running */

static FILE *out_of(const struct tutorial *tutorial) {
  return tutorial->session->options.out;
}

/* Running text, behind `lead` columns. */
static void show_prose(const struct tutorial *tutorial, struct str text, size_t lead) {
  fill_write(out_of(tutorial), text, session_width(tutorial->session), lead);
}

/* Each line behind `lead`, without the indent of two that it has in the text. */
static void show_lines(FILE *out, const char *lead, struct str text) {
  while (text.n > 0) {
    size_t n = str_find(text, STR("\n"));
    fprintf(out, "%s%.*s\n", lead, STR_ARG(str_sub(text, 2, n)));
    text = str_sub(text, n < text.n ? n + 1 : n, text.n);
  }
}

/* Each statement before its answer. */
static void run_statements(struct tutorial *tutorial, struct str statements) {
  bool stop;
  while (statements.n > 0 && tutorial->session->is_interrupted == 0) {
    struct str statement = take_statement(&statements);
    show_lines(out_of(tutorial), "> ", statement);
    tutorial->session->results = 0; /* no blank line between statement and answer */
    run_text(tutorial->session, STR("tutorial"), statement, 1, false, &stop);
  }
}

/* --- the example reports: files for as long as they are loaded */

static bool is_example(const struct stdlib_file *file) {
  return str_starts(str_from_z(file->name), STR(EXAMPLES));
}

/* Makes or removes the folders and files below the working directory. */
static bool write_examples(struct arena *arena) {
  bool ok = mkdir("examples", 0700) == 0 && mkdir("examples/reports", 0700) == 0;
  for (size_t i = 0; i < stdlib_nfiles && ok; i++) {
    struct str text = {stdlib_files[i].start,
                       (size_t)(stdlib_files[i].end - stdlib_files[i].start)};
    if (is_example(&stdlib_files[i]))
      ok = file_write(arena, str_from_z(stdlib_files[i].name), file_write_text, &text);
  }
  return ok;
}

static void remove_examples(void) {
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (is_example(&stdlib_files[i]))
      unlink(stdlib_files[i].name);
  rmdir("examples/reports");
  rmdir("examples");
}

/* Runs the statements where the examples are: in a folder that is gone when they have run. The
 * paths they name are those that everyone knows who has the source. False: errno says why. */
static bool run_with_examples(struct tutorial *tutorial, struct str statements) {
  struct arena arena = {0};
  const char *place = getenv("TMPDIR");
  struct sbuf folder = {.arena = &arena};
  sbuf_addf(&folder, "%s/ogi-XXXXXX", place != NULL && *place != '\0' ? place : "/tmp");
  int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool ok = here >= 0 && mkdtemp(folder.at) != NULL;
  if (ok) {
    ok = chdir(folder.at) == 0 && write_examples(&arena);
    if (ok)
      run_statements(tutorial, statements);
    int why = errno;
    remove_examples();
    ok = fchdir(here) == 0 && ok;
    rmdir(folder.at);
    errno = why;
  }
  if (here >= 0)
    close(here);
  arena_free(&arena);
  return ok;
}

/* --- steps */

/* What comes next, and at a terminal what Enter will run. */
static void explain_step(const struct tutorial *tutorial, bool is_offered) {
  const struct step *step = &tutorial->steps.at[tutorial->next];
  FILE *out = out_of(tutorial);
  int lead = fprintf(out, "\n%zu. ", tutorial->next + 1) - 1;
  show_prose(tutorial, step->prose, lead > 0 ? (size_t)lead : 0);
  fputc('\n', out);
  if (is_offered) {
    show_lines(out, "    ", step->statements);
    fputc('\n', out);
  }
}

static bool run_step(struct tutorial *tutorial) {
  const struct step *step = &tutorial->steps.at[tutorial->next++];
  if (str_starts(str_trim(step->statements), STR("load")))
    return run_with_examples(tutorial, step->statements);
  run_statements(tutorial, step->statements);
  return true;
}

/* --- */

void tutorial_close(struct tutorial *tutorial) {
  session_close(tutorial->session);
  arena_free(&tutorial->arena);
  free(tutorial);
}

/* One stream for answers, coverage and prose: they are read together. */
static struct tutorial *open_tutorial(const struct session *session) {
  struct tutorial *tutorial = calloc(1, sizeof *tutorial);
  if (tutorial == NULL)
    out_of_memory();
  struct session_options options = session->options;
  int status;
  options.database = options.stdlib = NULL;
  options.format = "table";
  options.readonly = options.strict = options.has_json_errors = false;
  options.keep_going = true;
  options.err = options.out;
  if (read_text(tutorial))
    tutorial->session = session_open(&options, &status);
  if (tutorial->session != NULL) {
    tutorial->session->is_tutorial = true;
    tutorial->session->display = session->display; /* as the user likes it */
    tutorial->session->display.has_echo = false;
    return tutorial;
  }
  tutorial_close(tutorial);
  return NULL;
}

static bool run_all(struct run *run, struct tutorial *tutorial) {
  bool ok = true;
  while (tutorial->next < tutorial->steps.n && ok && run->session->is_interrupted == 0) {
    explain_step(tutorial, false);
    ok = run_step(tutorial);
  }
  if (ok && run->session->is_interrupted == 0) {
    fputc('\n', out_of(tutorial));
    show_prose(tutorial, tutorial->farewell, 0);
  }
  return ok;
}

bool run_tutorial(struct run *run, const struct node *tree) {
  struct session *session = run->session;
  if (session->is_tutorial) {
    diag_add(&run->diags, DIAG_CLAUSE, tree->span, "this is the tutorial");
    diag_hint(&run->diags, "an empty line runs its next step, \"quit\" leaves it");
    return false;
  }
  if (!run_may_touch_files(run, tree->span)) /* its reports become files for a moment */
    return false;
  struct tutorial *tutorial = open_tutorial(session);
  if (tutorial == NULL)
    return diag_add(&run->diags, DIAG_RUN, tree->span, "the tutorial cannot be opened");
  session->results++;
  show_prose(tutorial, tutorial->introduction, 0);
  if (session->options.is_interactive && session->depth == 0) {
    fputs("Enter runs the statement shown; type your own in between; `quit` leaves.\n",
          out_of(tutorial));
    explain_step(tutorial, true);
    session->tutorial = tutorial;
    return true;
  }
  bool ok = run_all(run, tutorial) ||
            diag_add(&run->diags, DIAG_OUTPUT, tree->span,
                     "the example reports cannot be unpacked: %s", strerror(errno));
  tutorial_close(tutorial);
  return ok;
}

struct str tutorial_step(struct session *session) {
  struct tutorial *tutorial = session->tutorial;
  FILE *out = out_of(tutorial);
  if (tutorial->next == tutorial->steps.n) {
    tutorial_leave(session);
    return STR("");
  }
  struct str ran = tutorial->steps.at[tutorial->next].statements;
  if (!run_step(tutorial))
    fprintf(out, "the example reports cannot be unpacked: %s\n", strerror(errno));
  if (tutorial->next < tutorial->steps.n) {
    explain_step(tutorial, true);
    return ran;
  }
  fputc('\n', out);
  show_prose(tutorial, tutorial->farewell, 0);
  fputs("\nThe example reports stay until `quit`, Ctrl-D or an empty line.\n\n", out);
  return ran;
}

int tutorial_run(struct session *session, struct str name, struct str text, bool *stop) {
  struct session *own = session->tutorial->session;
  int status = session_run(own, name, text, 1, stop);
  if (session_is_over(own))
    tutorial_leave(session);
  return status;
}

struct str tutorial_prompt(const struct tutorial *tutorial, struct arena *arena) {
  size_t step = tutorial->next + 1;
  if (step > tutorial->steps.n)
    return STR("tutorial, end");
  return str_fmt(arena, "tutorial %zu/%zu", step, tutorial->steps.n);
}

void tutorial_leave(struct session *session) {
  struct tutorial *tutorial = session->tutorial;
  session->tutorial = NULL; /* a signal must not find what is closed */
  fputs("Back in your own panel.\n", out_of(tutorial));
  tutorial_close(tutorial);
}
