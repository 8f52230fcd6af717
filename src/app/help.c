/* help: the topics of stdlib/help, one by one or all, and what the vocabulary says where there is
 * no topic.
 */
#include "app/state.h"

#include "app/window.h"
#include "base/utf8.h"
#include "form/names.h"
#include "form/stdlib.h"
#include "plan/resolve.h"
#include "show/fill.h"

#include <stdio.h>
#include <string.h>

/* --- Topics */

static const struct stdlib_file *topic_file(struct run *run, struct str topic) {
  struct str name = str_fmt(run->arena, "help/%.*s.txt", STR_ARG(topic));
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (str_eq(str_from_z(stdlib_files[i].name), name))
      return &stdlib_files[i];
  return NULL;
}

static struct str lower_word(struct run *run, const struct node *word) {
  return utf8_fold(run->arena, word->text);
}

static struct str lower(struct run *run, const struct node *words) {
  struct sbuf b = {.arena = run->arena};
  for (const struct node *word = words; word != NULL; word = word->next)
    sbuf_addf(&b, "%s%.*s", word == words ? "" : "-", STR_ARG(lower_word(run, word)));
  return sbuf_str(&b);
}

/* Is `word` among those before a colon in the topic's first lines ("avg, median, min …: …")? */
static bool is_headed(const struct stdlib_file *file, struct str word) {
  struct str text = {file->start, (size_t)(file->end - file->start)};
  text = str_sub(text, 0, str_find(text, STR("\n\n")));
  while (text.n > 0) {
    struct str line = str_sub(text, 0, str_find(text, STR("\n")));
    struct str head = str_sub(line, 0, str_find(line, STR(":")));
    for (size_t i = 0; head.n < line.n && i < head.n;) {
      size_t end = i;
      while (end < head.n && strchr(", []|", head.p[end]) == NULL)
        end++;
      if (str_eq(str_sub(head, i, end), word))
        return true;
      i = end + 1;
    }
    text = str_sub(text, line.n < text.n ? line.n + 1 : text.n, text.n);
  }
  return false;
}

/* Topics are words; several words name one topic (`order by` is help/order-by.txt) or its first
 * word does. */
static const struct stdlib_file *find_topic(struct run *run, const struct node *words) {
  const struct stdlib_file *file = topic_file(run, lower(run, words));
  if (file == NULL && words->next != NULL) {
    struct node first = *words;
    first.next = NULL;
    file = topic_file(run, lower(run, &first));
  }
  return file;
}

/* A topic that has the word in its first line: `help median` is the topic avg. */
static const struct stdlib_file *find_headed(struct run *run, const struct node *words) {
  struct str word = lower_word(run, words);
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (str_starts(str_from_z(stdlib_files[i].name), STR("help/")) &&
        is_headed(&stdlib_files[i], word))
      return &stdlib_files[i];
  return NULL;
}

static size_t topic_names(struct run *run, struct str **topics) {
  size_t n = 0;
  *topics = ARENA_ARRAY(run->arena, struct str, stdlib_nfiles + 1);
  for (size_t i = 0; i < stdlib_nfiles; i++) {
    struct str name = str_from_z(stdlib_files[i].name);
    if (str_starts(name, STR("help/")) && str_ends(name, STR(".txt")))
      (*topics)[n++] = str_sub(name, 5, name.n - 4);
  }
  return n;
}

/* What a topic's first line says behind its colon, up to the end of the sentence. */
static struct str topic_line(struct str text) {
  struct str line = str_sub(text, 0, str_find(text, STR("\n")));
  size_t colon = str_find(line, STR(" : "));
  if (colon < line.n)
    line = str_sub(line, colon + 3, line.n);
  return str_sub(line, 0, str_find(line, STR(". ")));
}

bool help_topic_at(struct arena *arena, size_t i, struct help_topic *topic) {
  for (size_t file = 0; file < stdlib_nfiles; file++) {
    struct str name = str_from_z(stdlib_files[file].name);
    if (!str_starts(name, STR("help/")) || !str_ends(name, STR(".txt")) || i-- > 0)
      continue;
    struct sbuf words = {.arena = arena};
    for (size_t c = 5; c + 4 < name.n; c++)
      sbuf_add_char(&words, name.p[c] == '-' ? ' ' : name.p[c]);
    topic->words = sbuf_str(&words);
    topic->line = topic_line(str_from_z(stdlib_files[file].start));
    return true;
  }
  return false;
}

/* Has `use form` chosen another one? */
static bool is_of_another_form(struct run *run, int form) {
  int chosen = run->session->settings.form;
  return chosen >= 0 && form >= 0 && chosen != form;
}

static bool help_measures(struct run *run) {
  static const char *const columns[] = {"measure", "form", "chinese", "type", "unit", "dimensions"};
  const struct vocab *vocab = &run->session->vocab;
  struct table *table = table_new(run->arena, 6, columns);
  for (size_t i = 0; i < vocab->nmeasures; i++) {
    const struct measure *measure = &vocab->measures[i];
    if (is_of_another_form(run, measure->form))
      continue;
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(measure->names.key);
    row->cells[1] = value_text(vocab->forms[measure->form].names.key);
    row->cells[2] = value_text(measure->names.zh);
    row->cells[3] = value_text(str_from_z(describe_flow(vocab, measure)));
    row->cells[4] = value_text(vocab->units[measure->unit].names.zh);
    row->cells[5] = value_text(describe_dims(run, measure));
  }
  return run_show(run, table, NULL);
}

static bool help_dimensions(struct run *run) {
  static const char *const columns[] = {"dimension", "form", "chinese", "members"};
  const struct vocab *vocab = &run->session->vocab;
  struct table *table = table_new(run->arena, 4, columns);
  for (int d = REPORT_YEAR; d <= REPORT_FORM; d++) {
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(str_from_z(report_dim_key((enum report_dim)d)));
    row->cells[1] = value_text(STR("all"));
    row->cells[2] = value_text(str_from_z(report_dim_zh((enum report_dim)d)));
    row->cells[3] = value_text(STR("of every report"));
  }
  for (size_t d = 0; d < vocab->ndimensions; d++) {
    const struct dimension *dimension = &vocab->dimensions[d];
    struct sbuf members = {.arena = run->arena};
    if (is_of_another_form(run, dimension->form))
      continue;
    for (size_t m = 1; m < dimension->nmembers; m++)
      if (dimension->members[m].depth == 1)
        sbuf_addf(&members, "%s%.*s", members.n > 0 ? ", " : "",
                  STR_ARG(dimension->members[m].names.key));
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(dimension->names.key);
    row->cells[1] =
        value_text(dimension->form >= 0 ? vocab->forms[dimension->form].names.key : STR("all"));
    row->cells[2] = value_text(dimension->names.zh);
    row->cells[3] = value_text(sbuf_str(&members));
  }
  return run_show(run, table, NULL);
}

static void write_topic(struct run *run, const struct stdlib_file *file) {
  struct str text = {file->start, (size_t)(file->end - file->start)};
  fill_write(run->session->options.out, text, session_width(run->session), 0);
}

/* All topics, the page that lists them first: the manual. */
static bool help_all(struct run *run) {
  FILE *out = run->session->options.out;
  struct str *topics;
  size_t n = topic_names(run, &topics);
  write_topic(run, topic_file(run, STR("index")));
  for (size_t i = 0; i < n; i++) {
    if (str_eq(topics[i], STR("index")))
      continue;
    fprintf(out, "\n--- %.*s\n\n", STR_ARG(topics[i]));
    write_topic(run, topic_file(run, topics[i]));
  }
  run->session->results++;
  return true;
}

bool run_help(struct run *run, const struct node *help) {
  const struct node *words = help->first;
  struct str index = STR("index");
  if (words != NULL && str_eq(lower(run, words), STR("measures")))
    return help_measures(run);
  if (words != NULL && str_eq(lower(run, words), STR("dimensions")))
    return help_dimensions(run);
  if (words != NULL && words->next == NULL && str_eq(lower(run, words), STR("all")))
    return help_all(run);
  const struct stdlib_file *file = words == NULL ? topic_file(run, index) : find_topic(run, words);
  struct meaning found;
  for (int kind = MEANS_MEASURE; words != NULL && file == NULL && kind <= MEANS_MEMBER; kind++)
    if (names_find(&run->session->vocab, (enum meaning_kind)kind, -1, words->text, &found, 1) > 0)
      return run_describe(run, help);
  if (file == NULL && words != NULL)
    file = find_headed(run, words);
  if (file == NULL && words != NULL && words->next == NULL &&
      definitions_find(&run->session->definitions, FIND_FIGURE | FIND_QUERY, words->text, false) !=
          NULL)
    return run_describe(run, help);
  if (file != NULL) {
    write_topic(run, file);
    run->session->results++;
    return true;
  }
  struct str *topics, near[3];
  size_t n = topic_names(run, &topics);
  struct str topic = words != NULL ? words->text : index;
  diag_add(&run->diags, DIAG_NAME, help->span, "there is no help on \"%.*s\"", STR_ARG(topic));
  if (words != NULL && words_near(run->arena, topics, n, words->text, near) > 0)
    diag_hint(&run->diags, "did you mean \"help %.*s\"?", STR_ARG(near[0]));
  else
    diag_hint(&run->diags, "\"help\" alone lists the topics");
  return false;
}
