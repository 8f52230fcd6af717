/* dot: the table of dot commands, and how a line becomes one (see dot.h).
 */
#include "app/dot.h"

#include "app/settings.h"
#include "base/utf8.h"
#include "form/names.h"

/* --- Statements that they are */

static struct node *new_node(struct dot *dot, enum node_kind kind, struct str text,
                             struct span at) {
  struct node *node = ARENA_NEW(dot->run->arena, struct node);
  node->kind = kind;
  node->text = text;
  node->span = at;
  return node;
}

static bool is_number(struct str text) {
  for (size_t i = 0; i < text.n; i++)
    if (text.p[i] < '0' || text.p[i] > '9')
      return false;
  return text.n > 0 && text.n < 18;
}

/* A word as the grammar would have it: a string, a whole number or a name. */
static struct node *word_node(struct dot *dot, size_t i) {
  const struct dot_word *word = &dot->words[i];
  bool has_digits = !word->is_quoted && is_number(word->text);
  struct node *node = new_node(dot,
                               word->is_quoted ? NODE_STRING
                               : has_digits    ? NODE_INT
                                               : NODE_NAME,
                               word->text, word->at);
  for (size_t k = 0; has_digits && k < word->text.n; k++)
    node->number = node->number * 10 + (word->text.p[k] - '0');
  return node;
}

static const struct node *of_word(struct dot *dot, enum node_kind kind, struct node *word) {
  struct node *node = new_node(dot, kind, STR(""), dot->at);
  if (word != NULL)
    node_add(node, word);
  return node;
}

/* A file may be written without quotes. */
static struct node *file_node(struct dot *dot) {
  struct node *file = word_node(dot, 0);
  file->kind = NODE_STRING;
  return file;
}

static const struct node *quit(struct dot *dot) {
  return new_node(dot, NODE_QUIT, STR("quit"), dot->at);
}

static const struct node *read_script(struct dot *dot) {
  return of_word(dot, NODE_USE, file_node(dot));
}

static const struct node *import(struct dot *dot) {
  return of_word(dot, NODE_LOAD, file_node(dot));
}

static const struct node *help_on(struct dot *dot, const char *topic) {
  return of_word(dot, NODE_HELP, new_node(dot, NODE_NAME, str_from_z(topic), dot->at));
}

static const struct node *tables(struct dot *dot) {
  return help_on(dot, "measures");
}

static const struct node *schema(struct dot *dot) {
  return dot->n == 0 ? help_on(dot, "dimensions") : of_word(dot, NODE_DESCRIBE, word_node(dot, 0));
}

static const struct node *list_settings(struct dot *dot) {
  return of_word(dot, NODE_SET, NULL);
}

/* Formats of sqlite3's shell that go by another name here. */
static const struct {
  const char *theirs, *ours;
} modes[] = {{"column", "table"}, {"columns", "table"}, {"box", "table"}, {"tabs", "tsv"}};

static const struct node *set_to(struct dot *dot, const char *setting, struct node *value) {
  struct node *set = new_node(dot, NODE_SET, STR("set"), dot->at);
  node_add(set, new_node(dot, NODE_NAME, str_from_z(setting), dot->at));
  node_add(set, value);
  return set;
}

static const struct node *set_setting(struct dot *dot, const char *setting) {
  struct node *value = word_node(dot, 0);
  for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
    if (str_eq(str_from_z(setting), STR("format")) &&
        str_eq(value->text, str_from_z(modes[i].theirs)))
      value->text = str_from_z(modes[i].ours);
  return set_to(dot, setting, value);
}

/* What parts figures is the format's. */
static const struct node *separator(struct dot *dot) {
  struct str mark = dot->words[0].text;
  bool is_comma = str_eq(mark, STR(",")), is_tab = str_eq(mark, STR("\t"));
  if (is_comma || is_tab || str_eq(mark, STR("\\t")))
    return set_to(dot, "format",
                  new_node(dot, NODE_NAME, is_comma ? STR("csv") : STR("tsv"), dot->words[0].at));
  diag_add(&dot->run->diags, DIAG_VALUE, dot->words[0].at,
           "no format has this between its columns");
  diag_hint(&dot->run->diags, "\",\" is .mode csv, \"\\t\" is .mode tsv");
  return NULL;
}

/* --- The table */

static const struct dot_command commands[] = {
    {"bail", "on|off", "an error ends a script: set bail", 0, 1, false, "bail", NULL, NULL},
    {"cd", "FOLDER", "files are looked for in this folder", 1, 1, true, NULL, NULL, dot_cd},
    {"databases", "", "the file of the panel", 0, 0, false, NULL, NULL, dot_databases},
    {"dump", "", "prints statements that rebuild the panel", 0, 0, true, NULL, NULL, dot_dump},
    {"echo", "on|off", "statements of scripts are shown too: set echo", 0, 1, false, "echo", NULL,
     NULL},
    {"edit", "", "opens the statement before in your editor, and runs what you save", 0, 0, true,
     NULL, NULL, dot_edit},
    {"exit", "", "leaves ogi: quit", 0, 0, false, NULL, quit, NULL},
    {"headers", "on|off", "headings of columns: set headers", 0, 1, false, "headers", NULL, NULL},
    {"help", "[COMMAND]", "this list, or a line of it", 0, 1, false, NULL, NULL, dot_help},
    {"import", "FILE", "loads reports: load \"FILE\"", 1, 1, true, NULL, import, NULL},
    {"last", "[FORMAT] [to FILE]", "the last answer again, in another form", 0, 3, false, NULL,
     NULL, dot_last},
    {"log", "FILE|off", "messages go into the file too", 1, 1, true, NULL, NULL, dot_log},
    {"mode", "FORMAT", "the form of the answers that follow: set format", 0, 1, false, "format",
     NULL, NULL},
    {"nullvalue", "TEXT", "stands where there is no figure: set null", 0, 1, false, "null", NULL,
     NULL},
    {"once", "FILE", "the next answer goes into the file", 1, 1, true, NULL, NULL, dot_once},
    {"open", "FILE", "goes on with the panel in this file; new where there is none", 1, 1, true,
     NULL, NULL, dot_open},
    {"output", "[FILE|stdout]", "answers go into the file; back to the screen", 0, 1, true, NULL,
     NULL, dot_output},
    {"print", "TEXT", "prints the text", 0, SIZE_MAX, false, NULL, NULL, dot_print},
    {"prompt", "TEXT", "stands before what is typed: set prompt", 0, 1, false, "prompt", NULL,
     NULL},
    {"quit", "", "leaves ogi: quit", 0, 0, false, NULL, quit, NULL},
    {"read", "FILE", "runs a script: use \"FILE\"", 1, 1, true, NULL, read_script, NULL},
    {"schema", "[NAME]", "the dimensions, or what a name means: describe NAME", 0, 1, false, NULL,
     schema, NULL},
    {"separator", "TEXT", "between columns: \",\" is .mode csv, \"\\t\" .mode tsv", 1, 1, false,
     NULL, separator, NULL},
    {"shell", "COMMAND", "runs a command of the system", 1, SIZE_MAX, true, NULL, NULL, dot_shell},
    {"show", "", "the settings: set", 0, 0, false, NULL, list_settings, NULL},
    {"system", "COMMAND", "the same as .shell", 1, SIZE_MAX, true, NULL, NULL, dot_shell},
    {"tables", "", "the measures: help measures", 0, 0, false, NULL, tables, NULL},
    {"timer", "on|off", "the time of each statement: set timing", 0, 1, false, "timing", NULL,
     NULL},
    {"width", "N", "columns that a table may take: set width", 0, 1, false, "width", NULL, NULL},
};
#define NCOMMANDS (sizeof commands / sizeof commands[0])

const struct dot_command *dot_at(size_t i) {
  return i < NCOMMANDS ? &commands[i] : NULL;
}

/* --- A line */

/* Splits what stands behind the name: blanks part words, quotes join them, " #" begins a comment.
 * A semicolon at the very end is a habit and means nothing. */
static bool split(struct dot *dot, size_t at) {
  struct str text = dot->run->source->text;
  size_t end = dot->at.end;
  struct {
    struct dot_word *at;
    size_t n, cap;
  } words = {0};
  for (;;) {
    while (at < end && (text.p[at] == ' ' || text.p[at] == '\t'))
      at++;
    if (at >= end || text.p[at] == '#')
      break;
    struct dot_word word = {.at = {(uint32_t)at, 0}};
    char quote = text.p[at];
    word.is_quoted = quote == '"' || quote == '\'';
    size_t begin = at + word.is_quoted;
    at = begin;
    while (at < end &&
           (word.is_quoted ? text.p[at] != quote : text.p[at] != ' ' && text.p[at] != '\t'))
      at++;
    if (word.is_quoted && at >= end)
      return diag_add(&dot->run->diags, DIAG_TOKEN, (struct span){word.at.start, (uint32_t)end},
                      "the string has no closing quote");
    word.text = str_sub(text, begin, at);
    at += word.is_quoted;
    word.at.end = (uint32_t)at;
    if (!word.is_quoted && at >= end && str_ends(word.text, STR(";")))
      word.text = str_sub(word.text, 0, word.text.n - 1);
    if (word.text.n > 0 || word.is_quoted)
      ARENA_PUSH(dot->run->arena, &words, word);
  }
  dot->words = words.at;
  dot->n = words.n;
  return true;
}

static const struct dot_command *unknown(struct run *run, struct str name, struct span at) {
  struct str names[NCOMMANDS], near[3];
  for (size_t i = 0; i < NCOMMANDS; i++)
    names[i] = str_from_z(commands[i].name);
  diag_add(&run->diags, DIAG_NAME, at, "there is no dot command \".%.*s\"", STR_ARG(name));
  if (words_near(run->arena, names, NCOMMANDS, name, near) > 0)
    diag_hint(&run->diags, "did you mean \".%.*s\"?", STR_ARG(near[0]));
  else
    diag_hint(&run->diags, "\".help\" lists them");
  return NULL;
}

/* By its name, or by a beginning that no other has. */
static const struct dot_command *command_named(struct run *run, struct str name, struct span at) {
  const struct dot_command *found = NULL;
  struct str folded = utf8_fold(run->arena, name);
  struct sbuf b = {.arena = run->arena};
  size_t n = 0;
  for (size_t i = 0; i < NCOMMANDS; i++) {
    struct str one = str_from_z(commands[i].name);
    if (str_eq(one, folded))
      return &commands[i];
    if (!str_starts(one, folded))
      continue;
    found = &commands[i];
    sbuf_addf(&b, "%s.%s", n++ > 0 ? ", " : "", commands[i].name);
  }
  if (n <= 1)
    return n == 1 ? found : unknown(run, name, at);
  diag_add(&run->diags, DIAG_AMBIGUOUS, at, "\".%.*s\" begins several dot commands", STR_ARG(name));
  diag_hint(&run->diags, "%.*s", STR_ARG(sbuf_str(&b)));
  return NULL;
}

/* `.mode` alone: the setting as it is. */
static void show_setting(struct run *run, const char *word) {
  const struct setting *setting = setting_named(str_from_z(word));
  fprintf(run->session->options.out, "%s %.*s\n", word, STR_ARG(setting->show(run)));
  run->session->results++;
}

static bool takes(const struct dot_command *command, struct dot *dot, struct span name) {
  if (dot->n >= command->least && dot->n <= command->most)
    return true;
  if (command->most == 0)
    diag_add(&dot->run->diags, DIAG_CLAUSE, dot->words[0].at, "\".%s\" takes nothing",
             command->name);
  else
    diag_add(&dot->run->diags, DIAG_CLAUSE,
             dot->n > command->most ? dot->words[command->most].at : name,
             "\".%s\" takes %s word%s, not %zu", command->name,
             command->most > 1 ? "at least one" : "one", "", dot->n);
  diag_hint(&dot->run->diags, ".%s%s%s: %s", command->name,
            command->arguments[0] != '\0' ? " " : "", command->arguments, command->help);
  return false;
}

bool dot_run(struct run *run, struct span line, const struct node **tree) {
  struct str text = run->source->text;
  struct dot dot = {.run = run, .at = line};
  size_t end = line.start + 1;
  while (end < line.end && text.p[end] != ' ' && text.p[end] != '\t' && text.p[end] != ';')
    end++;
  struct span at = {line.start, (uint32_t)end};
  const struct dot_command *command = command_named(run, str_sub(text, line.start + 1, end), at);
  while (end < line.end && text.p[end] == ';')
    end++;
  dot.rest = str_trim(str_sub(text, end, line.end));
  *tree = NULL;
  if (command != NULL && run->session->init == INIT_PROJECT && command->setting == NULL)
    return diag_add(&run->diags, DIAG_FORBIDDEN, at, "the file of a project only sets and defines");
  if (command == NULL || (command->touches_files && !run_may_touch_files(run, at)))
    return false;
  bool is_raw = command->most == SIZE_MAX; /* takes the line as it is */
  if (is_raw ? command->least > 0 && dot.rest.n == 0 : !split(&dot, end))
    return is_raw ? takes(command, &dot, at) : false;
  if (!is_raw && !takes(command, &dot, at))
    return false;
  if (command->setting != NULL && dot.n == 0)
    show_setting(run, command->setting);
  else if (command->setting != NULL)
    *tree = set_setting(&dot, command->setting);
  else if (command->statement != NULL)
    return (*tree = command->statement(&dot)) != NULL;
  else
    return command->act(&dot);
  return true;
}
