/* dot_act: what dot commands do that are not another spelling of a statement (see dot.h).
 */
#include "app/dot.h"

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
