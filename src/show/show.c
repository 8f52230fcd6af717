/* show: the formats, a row each (see show.h). A new format is a file and a row here. */
#include "show/show.h"

#include "show/csv.h"
#include "show/html.h"
#include "show/json.h"
#include "show/line.h"
#include "show/markdown.h"
#include "show/text.h"
#include "show/xlsx.h"

#include <strings.h>

static const struct format formats[] = {
    {.name = "table", .ending = ".txt", .write = text_write},
    {.name = "csv", .ending = ".csv", .is_machine = true, .write = csv_write},
    {.name = "tsv", .ending = ".tsv", .is_machine = true, .write = tsv_write},
    {.name = "json", .ending = ".json", .is_machine = true, .write = json_write},
    {.name = "jsonl", .ending = ".jsonl", .is_machine = true, .write = jsonl_write},
    {.name = "md", .ending = ".md", .write = markdown_write},
    {.name = "line", .write = line_write},
    {.name = "html", .ending = ".html", .is_document = true, .write = html_write},
    {.name = "xlsx",
     .ending = ".xlsx",
     .is_document = true,
     .write_file = xlsx_write,
     .needs = XLSX_NEEDS},
};

size_t format_count(void) {
  return sizeof formats / sizeof formats[0];
}

const struct format *format_at(size_t i) {
  return i < format_count() ? &formats[i] : NULL;
}

static bool is_same_word(struct str s, const char *word) {
  struct str w = str_from_z(word);
  return s.n == w.n && (s.n == 0 || strncasecmp(s.p, w.p, s.n) == 0);
}

const struct format *format_named(struct str name) {
  if (is_same_word(name, "markdown"))
    name = STR("md");
  for (size_t i = 0; i < format_count(); i++)
    if (is_same_word(name, formats[i].name))
      return &formats[i];
  return NULL;
}

const struct format *format_for_path(struct str path) {
  for (size_t i = 0; i < format_count(); i++) {
    struct str ending = str_from_z(formats[i].ending);
    if (ending.n == 0)
      continue;
    /* A name that is an ending alone (".csv") has none. */
    if (path.n > ending.n && path.p[path.n - ending.n - 1] != '/' &&
        is_same_word(str_sub(path, path.n - ending.n, path.n), formats[i].ending))
      return &formats[i];
  }
  return NULL;
}

struct str format_list(struct arena *arena, bool files) {
  struct sbuf b = {.arena = arena};
  size_t last = format_count() - 1;
  while (!files && formats[last].write == NULL)
    last--;
  for (size_t i = 0; i <= last; i++)
    if (files ? formats[i].ending != NULL : formats[i].write != NULL)
      sbuf_addf(&b, "%s%s",
                i == 0      ? ""
                : i == last ? " or "
                            : ", ",
                files ? formats[i].ending : formats[i].name);
  return sbuf_str(&b);
}
