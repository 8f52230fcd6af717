/* dot_act: what dot commands do that are not another spelling of a statement (see dot.h).
 */
#include "app/dot.h"

#include "app/output.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool dot_help(struct dot *dot) {
  static const char *const columns[] = {"command", "what it does"};
  struct run *run = dot->run;
  struct table *table = table_new(run->arena, 2, columns);
  const struct dot_command *command;
  for (size_t i = 0; (command = dot_at(i)) != NULL; i++) {
    struct str name = str_fmt(run->arena, ".%s%s%s", command->name,
                              command->arguments[0] != '\0' ? " " : "", command->arguments);
    struct str asked = dot->n > 0 ? dot->words[0].text : STR("");
    if (str_starts(asked, STR(".")))
      asked = str_sub(asked, 1, asked.n);
    if (!str_starts(str_from_z(command->name), asked))
      continue;
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(name);
    row->cells[1] = value_text(str_from_z(command->help));
  }
  if (table->rows.n > 0)
    return run_show(run, table, NULL);
  diag_add(&run->diags, DIAG_NAME, dot->words[0].at, "there is no dot command \"%.*s\"",
           STR_ARG(dot->words[0].text));
  diag_hint(&run->diags, "\".help\" lists them, \"help\" explains the language");
  return false;
}

/* A file is meant, not a command that sqlite3's shell would run. */
static bool is_file(struct dot *dot, size_t i) {
  const struct dot_word *word = &dot->words[i];
  if (!str_starts(word->text, STR("|")) && word->text.n > 0)
    return true;
  diag_add(&dot->run->diags, DIAG_VALUE, word->at, "this goes into a file, not to a command");
  diag_hint(&dot->run->diags, "name a file, or page with \"set pager on\"");
  return false;
}

bool dot_once(struct dot *dot) {
  struct session *session = dot->run->session;
  if (!is_file(dot, 0))
    return false;
  session->output.once = str_copy(&session->arena, dot->words[0].text);
  return true;
}

bool dot_output(struct dot *dot) {
  struct str to = dot->n > 0 ? dot->words[0].text : STR("stdout");
  if (str_eq(to, STR("stdout")) || str_eq(to, STR("off")))
    return output_close(dot->run->session, &dot->run->diags);
  return is_file(dot, 0) && output_open(dot->run, to, dot->words[0].at);
}

/* Messages stay on standard error as well. What the file has already is kept. */
bool dot_log(struct dot *dot) {
  struct session_options *options = &dot->run->session->options;
  struct str to = dot->words[0].text;
  FILE *file = NULL;
  if (!str_eq(to, STR("off")) && !str_eq(to, STR("stderr"))) {
    if (!is_file(dot, 0))
      return false;
    file = fopen(str_z(dot->run->arena, to), "ae");
    if (file == NULL)
      return diag_add(&dot->run->diags, DIAG_OUTPUT, dot->words[0].at,
                      "\"%.*s\" cannot be written: %s", STR_ARG(to), strerror(errno));
  }
  if (options->log != NULL)
    fclose(options->log);
  options->log = file;
  return true;
}

/* [FORMAT] [to FILE]: the file's ending chooses the format where none is named. */
bool dot_last(struct dot *dot) {
  struct run *run = dot->run;
  struct node to = {.kind = NODE_STRING};
  size_t i = 0;
  bool has_file = false;
  const struct format *format = run->session->format, *named = NULL;
  if (dot->n > 0 && !str_eq(dot->words[0].text, STR("to"))) {
    named = format_named(dot->words[0].text);
    if (named == NULL) {
      diag_add(&run->diags, DIAG_VALUE, dot->words[0].at, "there is no format \"%.*s\"",
               STR_ARG(dot->words[0].text));
      diag_hint(&run->diags, "`set` lists them");
      return false;
    }
    i = 1;
  }
  if (i < dot->n) {
    if (!str_eq(dot->words[i].text, STR("to")) || i + 2 != dot->n) {
      diag_add(&run->diags, DIAG_SYNTAX, dot->words[i].at, "this does not fit behind \".last\"");
      diag_hint(&run->diags, "write .last, .last csv, or .last csv to \"file.csv\"");
      return false;
    }
    has_file = true;
    to.text = dot->words[i + 1].text;
    to.span = dot->words[i + 1].at;
    format = format_for_path(to.text);
    if (named == NULL && format == NULL) {
      diag_add(&run->diags, DIAG_OUTPUT, to.span, "the ending of \"%.*s\" names no format",
               STR_ARG(to.text));
      diag_hint(&run->diags, "name it, as in .last csv to \"%.*s\"", STR_ARG(to.text));
      return false;
    }
  }
  return last_show(run, named != NULL ? named : format, has_file ? &to : NULL, dot->at);
}

/* As it is written, but for a pair of quotes around the whole. */
bool dot_print(struct dot *dot) {
  struct str text = dot->rest;
  char first = text.n > 1 ? text.p[0] : ' ';
  if ((first == '"' || first == '\'') && text.p[text.n - 1] == first &&
      str_find(str_sub(text, 1, text.n - 1), (struct str){&first, 1}) == text.n - 2)
    text = str_sub(text, 1, text.n - 1);
  FILE *out = dot->run->session->options.out;
  fprintf(out, "%.*s\n", STR_ARG(text));
  fflush(out);
  dot->run->session->results++;
  return true;
}

/* The panel and what lies beside it stay where they are. */
static void fix_panel_path(struct session *session) {
  char path[PATH_MAX];
  const char *database = session->options.database;
  if (database != NULL && database[0] != '/' && realpath(database, path) != NULL)
    session->options.database = str_copy(&session->arena, str_from_z(path)).p;
}

bool dot_cd(struct dot *dot) {
  struct run *run = dot->run;
  fix_panel_path(run->session);
  if (chdir(str_z(run->arena, dot->words[0].text)) == 0)
    return true;
  return diag_add(&run->diags, DIAG_FILE, dot->words[0].at, "\"%.*s\" cannot be entered: %s",
                  STR_ARG(dot->words[0].text), strerror(errno));
}

bool dot_shell(struct dot *dot) {
  struct run *run = dot->run;
  fflush(NULL);
  store_view_pause(run->session->store);
  int status = system(str_z(run->arena, dot->rest));
  if (status == 0)
    return true;
  if (status > 0 && WIFEXITED(status))
    return diag_add(&run->diags, DIAG_RUN, dot->at, "the command ended with status %d",
                    WEXITSTATUS(status));
  return diag_add(&run->diags, DIAG_RUN, dot->at, "the command did not end by itself");
}

bool dot_open(struct dot *dot) {
  return session_reopen(dot->run, dot->words[0].text);
}

bool dot_databases(struct dot *dot) {
  static const char *const columns[] = {"panel", "changes"};
  struct run *run = dot->run;
  const struct session_options *options = &run->session->options;
  struct table *table = table_new(run->arena, 2, columns);
  struct row *row = table_row(run->arena, table);
  row->cells[0] =
      value_text(options->database != NULL ? str_from_z(options->database) : STR("in memory"));
  row->cells[1] = value_text(options->readonly ? STR("refused") : STR("kept"));
  if (options->database == NULL)
    row->cells[1] = value_text(STR("lost at the end"));
  return run_show(run, table, NULL);
}

/* What was typed before only the REPL knows. */
bool dot_edit(struct dot *dot) {
  struct run *run = dot->run;
  if (run->session->options.is_interactive && str_eq(run->source->name, STR("input"))) {
    run->session->wants_editor = true;
    return true;
  }
  diag_add(&run->diags, DIAG_CLAUSE, dot->at, "\".edit\" is typed, it stands in no script");
  diag_hint(&run->diags, "\"edit measure NAME\" changes a definition");
  return false;
}
