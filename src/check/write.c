/* write: the formats, a row each (see write.h). */
#include "check/write.h"

static const struct check_format formats[] = {
    {.name = "text", .ending = ".txt", .is_for_people = true, .write = check_write_text},
    {.name = "tap", .ending = ".tap", .write = check_write_tap},
    {.name = "junit", .ending = ".xml", .write = check_write_junit},
    {.name = "github", .write = check_write_github},
    {.name = "sarif", .ending = ".sarif", .write = check_write_sarif},
};

#define NFORMATS (sizeof formats / sizeof formats[0])

size_t check_format_count(void) {
  return NFORMATS;
}

const struct check_format *check_format_at(size_t i) {
  return i < NFORMATS ? &formats[i] : NULL;
}

const struct check_format *check_format_named(struct str name) {
  for (size_t i = 0; i < NFORMATS; i++)
    if (str_eq(name, str_from_z(formats[i].name)))
      return &formats[i];
  return NULL;
}

const struct check_format *check_format_for_path(struct str path) {
  for (size_t i = 0; i < NFORMATS; i++)
    if (formats[i].ending != NULL && str_ends(path, str_from_z(formats[i].ending)))
      return &formats[i];
  return NULL;
}

struct str check_sentence(const struct check_report *report, const struct finding *finding) {
  const struct rule *rule = finding->rule;
  return finding_sentence(finding, rule->en.n == 0 || (report->in_chinese && rule->zh.n > 0));
}

struct str asserted_line(struct arena *arena, const struct asserted *asserted) {
  return asserted->because.n == 0 ? asserted->message
                                  : str_fmt(arena, "%.*s, because %.*s", STR_ARG(asserted->message),
                                            STR_ARG(asserted->because));
}
