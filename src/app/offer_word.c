/* offer_word: the words of the language and the program that fit a place (see offer.h). */
#include "app/offer.h"

#include "app/dot.h"
#include "app/settings.h"
#include "app/views.h"
#include "chart/chart.h"
#include "check/write.h"
#include "plan/resolve.h"
#include "sql/dialect.h"

#include <time.h>

/* What stands behind a word of the language: other words, or numbers that are often meant. */
static const struct {
  const char *behind, *word, *note;
} fixed[] = {
    {"is", "missing", "not in the report"},
    {"is", "blank", "an empty cell"},
    {"is", "text", "words in place of a figure"},
    {"is", "unread", "a figure that could not be read"},
    {"is", "inferred", "read by what it adds up to"},
    {"load as", "agencies", "a list of agencies, comma-separated"},
    {"load as", "report", "… of \"AGENCY\" YEAR"},
    {"top", "5", "of the largest"},
    {"top", "10", "of the largest"},
    {"top", "20", "of the largest"},
    {"bottom", "5", "of the smallest"},
    {"bottom", "10", "of the smallest"},
    {"bottom", "20", "of the smallest"},
    {"limit", "10", "rows at most"},
    {"limit", "20", "rows at most"},
    {"limit", "100", "rows at most"},
    {"depth", "1", "level of the tree"},
    {"depth", "2", "levels of the tree"},
    {"depth", "3", "levels of the tree"},
    {"table", "1", "the first in the report"},
    {"table", "2", "the second"},
    {"table", "3", "the third"},
    {"trace", "1,", "the first row of the answer, and a column"},
    {"trace", "2,", "the second row, and a column"},
    {"trace ,", "1", "the first column"},
    {"trace ,", "2", "the second column"},
    {"trace ,", "3", "the third column"},
};

/* Up to which a waiver may hold: the end of this year, and of the next. */
static void offer_dates(struct offers *o) {
  time_t now = time(NULL);
  const struct tm *today = localtime(&now);
  for (int i = 0; today != NULL && i < 2; i++)
    offer(o, str_fmt(o->arena, "%04d-12-31", today->tm_year + 1900 + i),
          i == 0 ? STR("the end of this year") : STR("the end of the next"));
}

static void offer_fixed(struct offers *o, struct str behind) {
  for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
    if (str_eq(str_from_z(fixed[i].behind), behind))
      offer(o, str_from_z(fixed[i].word), str_from_z(fixed[i].note));
  if (str_eq(behind, STR("until")))
    offer_dates(o);
}

static void offer_counters(struct offers *o) {
  static const char *const counters[][2] = {{"unread", "cells that could not be read"},
                                            {"blank", "empty cells"},
                                            {"inferred", "cells read by what they add up to"},
                                            {"doubts", "remarks on loading"}};
  for (size_t i = 0; i < sizeof counters / sizeof counters[0]; i++)
    offer(o, str_from_z(counters[i][0]), str_from_z(counters[i][1]));
}

/* Columns of `show load`; of its verdict the words that it can be. */
static void offer_loads(struct offers *o, struct str column) {
  const char *note, *word;
  bool is_verdict = str_eq(column, STR("verdict"));
  for (size_t i = 0;; i++) {
    word = is_verdict ? load_verdict_at(i, &note) : column.n == 0 ? load_column_at(i, &note) : NULL;
    if (word == NULL)
      return;
    offer(o, str_from_z(word), str_from_z(note));
  }
}

static void offer_kinds(struct offers *o, bool is_list) {
  for (int kind = DEFINES_MEASURE; kind <= DEFINES_QUERY; kind++) {
    enum definition_kind one = (enum definition_kind)kind;
    offer(o, str_from_z(definition_kind_word(one)), STR("that somebody defined"));
    if (is_list)
      offer(o, str_from_z(definition_kind_plural(one)), STR("all that were defined"));
  }
  offer(o, STR("check"), STR("a rule"));
  if (!is_list)
    return;
  offer(o, STR("rule"), STR("with its formula"));
  offer(o, STR("rules"), STR("all that reports are checked by"));
}

static void offer_counted(struct offers *o) {
  offer(o, STR("reports"), STR("reports of the panel"));
  for (int d = REPORT_YEAR; d <= REPORT_FORM; d++)
    offer(o, str_from_z(report_dim_plural((enum report_dim)d)),
          str_from_z(report_dim_zh((enum report_dim)d)));
}

static void offer_severities(struct offers *o) {
  for (int s = RULE_INFO; s <= RULE_ERROR; s++)
    offer(o, rule_severity_name((enum rule_severity)s), STR("severity"));
}

static void offer_check_formats(struct offers *o) {
  for (size_t i = 0; i < check_format_count(); i++)
    offer(o, str_from_z(check_format_at(i)->name), STR("of findings"));
  for (size_t i = 0; i < format_count(); i++)
    offer(o, str_from_z(format_at(i)->name), STR("of tables"));
}

static void offer_settings(struct offers *o) {
  const struct setting *setting;
  for (size_t i = 0; (setting = setting_at(i)) != NULL; i++)
    offer(o, str_from_z(setting->word), setting_values(o->arena, setting));
}

/* The words among "zero or unknown", "a form or all", "on or off: …": those without a blank. */
static void offer_alternatives(struct offers *o, struct str values, struct str note) {
  values = str_sub(values, 0, str_find(values, STR(": ")));
  while (values.n > 0) {
    size_t comma = str_find(values, STR(", ")), or_at = str_find(values, STR(" or "));
    size_t end = comma < or_at ? comma : or_at;
    struct str word = str_sub(values, 0, end);
    if (str_starts(word, STR("or ")))
      word = str_sub(word, 3, word.n);
    if (!str_contains(word, STR(" ")) && !str_contains(word, STR("..")))
      offer(o, word, note);
    values = str_sub(values, end + (comma < or_at ? 2 : 4), values.n);
  }
}

static void offer_setting_values(struct offers *o, struct str name) {
  const struct setting *setting = setting_named(name);
  if (setting == NULL)
    return;
  offer_alternatives(o, setting_values(o->arena, setting), name);
}

static void offer_topics(struct offers *o) {
  struct help_topic topic;
  for (size_t i = 0; help_topic_at(o->arena, i, &topic); i++)
    offer(o, topic.words, topic.line);
  offer(o, STR("measures"), STR("what the reports count"));
  offer(o, STR("dimensions"), STR("by what it can be divided"));
  offer(o, STR("all"), STR("the manual"));
}

static void offer_dot_commands(struct offers *o) {
  const struct dot_command *command;
  for (size_t i = 0; (command = dot_at(i)) != NULL; i++)
    offer(o, str_fmt(o->arena, ".%s", command->name), str_from_z(command->help));
}

/* With which SQL begins, and what it goes on with. */
static void offer_sql_words(struct offers *o, bool begins) {
  static const struct {
    const char *word, *note;
    bool begins;
  } words[] = {{"select", "columns, or what is computed from them", true},
               {"with", "a name for a question within the question", true},
               {"from", "a view", false},
               {"where", "which rows", false},
               {"group by", "a row for each", false},
               {"having", "which of these rows", false},
               {"order by", "the order of the rows", false},
               {"limit", "rows at most", false},
               {"join", "another view", false},
               {"count(*)", "how many rows", false},
               {"sum", "(column): their sum", false},
               {"select", "a question within the question", false}};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (words[i].begins == begins)
      offer(o, str_from_z(words[i].word), str_from_z(words[i].note));
}

/* A name as SQL takes it, found by what it begins with, quotes or none. */
static void offer_view_name(struct offers *o, struct str name, struct str note) {
  if (str_starts(name, o->typed))
    offer_as(o, view_word(o->arena, name), note);
}

static void offer_sql(struct offers *o, bool begins) {
  struct views views = {0};
  if (!begins)
    views = views_of(o->arena, o->session->store);
  for (size_t i = 0; i < views.n; i++)
    offer_view_name(o, views.at[i].name, STR("view"));
  for (size_t i = 0; i < views.n; i++)
    for (size_t c = 0; c < views.at[i].ncolumns; c++)
      offer_view_name(o, views.at[i].columns[c],
                      str_fmt(o->arena, "column of %.*s", STR_ARG(views.at[i].name)));
  offer_sql_words(o, begins);
}

void offer_words(struct offers *o, const struct slot *slot) {
  unsigned wants = slot->wants;
  if (wants & SLOT_FIXED)
    offer_fixed(o, slot->of);
  if (wants & SLOT_COUNTED)
    offer_counted(o);
  if (wants & SLOT_COUNTERS)
    offer_counters(o);
  if (wants & SLOT_LOADS)
    offer_loads(o, slot->of);
  if (wants & (SLOT_KINDS | SLOT_KIND_LISTS))
    offer_kinds(o, (wants & SLOT_KIND_LISTS) != 0);
  if (wants & SLOT_SETTINGS && slot->has_phrase)
    offer_settings(o);
  if (wants & SLOT_SETTING_VALUES)
    offer_setting_values(o, slot->of);
  if (wants & SLOT_TOPICS)
    offer_topics(o);
  if (wants & SLOT_SEVERITIES)
    offer_severities(o);
  if (wants & SLOT_CHECK_FORMATS)
    offer_check_formats(o);
  for (size_t i = 0; wants & SLOT_CHARTS && chart_kind_name(i) != NULL; i++)
    offer(o, str_from_z(chart_kind_name(i)), STR("chart"));
  if (wants & SLOT_SQL)
    offer_sql(o, slot->of.n == 0);
  if (wants & SLOT_DOT_COMMANDS)
    offer_dot_commands(o);
  for (size_t i = 0; wants & SLOT_DIALECTS && dialect_name(i) != NULL; i++)
    offer(o, str_from_z(dialect_name(i)), STR("database"));
}
