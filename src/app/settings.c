/* settings: `set` and `use`. Settings last for the session; definitions stay with the panel. Those
 * of how answers are shown are in settings_display.c.
 */
#include "app/settings.h"

/* What can be set: the word, its values for people, and how it shows now. */
static bool set_year(struct run *run, const struct node *value) {
  struct plan_settings *settings = &run->session->settings;
  if (value->kind == NODE_INT) {
    settings->year_low = settings->year_high = value->number;
  } else if (value->kind == NODE_RANGE) {
    if (value->first->number > value->last->number)
      return diag_add(&run->diags, DIAG_VALUE, value->span, "this range of years is empty");
    settings->year_low = value->first->number;
    settings->year_high = value->last->number;
  } else if (str_eq(value->text, STR("all"))) {
    settings->year_low = settings->year_high = 0;
  } else {
    diag_add(&run->diags, DIAG_VALUE, value->span, "\"%.*s\" is no year", STR_ARG(value->text));
    diag_hint(&run->diags, "write 2021, 2019..2023 or all");
    return false;
  }
  return true;
}

static bool set_blank(struct run *run, const struct node *value) {
  bool is_unknown = str_eq(value->text, STR("unknown"));
  if (!is_unknown && !str_eq(value->text, STR("zero"))) {
    diag_add(&run->diags, DIAG_VALUE, value->span, "\"%.*s\" says nothing of blanks",
             STR_ARG(value->text));
    diag_hint(&run->diags, "it can be zero or unknown");
    return false;
  }
  run->session->settings.blank_is_unknown = is_unknown;
  return true;
}

static const char *const name_words[] = {"key", "zh", "en", "both"}; /* by enum names_shown */

static bool set_names(struct run *run, const struct node *value) {
  for (int i = NAMES_KEY; i <= NAMES_BOTH; i++)
    if (str_eq(value->text, str_from_z(name_words[i]))) {
      session_set_names(run->session, (enum names_shown)i);
      return true;
    }
  diag_add(&run->diags, DIAG_VALUE, value->span, "there are no names \"%.*s\"",
           STR_ARG(value->text));
  diag_hint(&run->diags, "it can be key, zh, en or both");
  return false;
}

static bool set_format(struct run *run, const struct node *value) {
  const struct format *format = format_named(value->text);
  if (format == NULL || format->write == NULL) {
    if (format == NULL)
      diag_add(&run->diags, DIAG_VALUE, value->span, "there is no format \"%.*s\"",
               STR_ARG(value->text));
    else
      diag_add(&run->diags, DIAG_VALUE, value->span, "%s is a file by itself: write to \"f%s\"",
               format->name, format->ending);
    diag_hint(&run->diags, "it can be %.*s", STR_ARG(format_list(run->arena, false)));
    return false;
  }
  run->session->format = format;
  return true;
}

static bool set_form(struct run *run, const struct node *value) {
  struct session *session = run->session;
  session->settings.form = -1;
  if (str_eq(value->text, STR("all")))
    return true;
  for (int i = 0; i < (int)session->vocab.nforms; i++)
    if (form_is_called(&session->vocab.forms[i], value->text))
      session->settings.form = i;
  if (session->settings.form >= 0)
    return true;
  diag_add(&run->diags, DIAG_NAME, value->span, "there is no form \"%.*s\"", STR_ARG(value->text));
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < session->vocab.nforms; i++)
    sbuf_addf(&b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(session->vocab.forms[i].names.key));
  diag_hint(&run->diags, "it can be %.*s or all", STR_ARG(sbuf_str(&b)));
  return false;
}

static bool set_min_base(struct run *run, const struct node *value) {
  if (value->kind != NODE_INT)
    return diag_add(&run->diags, DIAG_VALUE, value->span, "\"min base\" is a whole number");
  run->session->settings.min_base = value->number;
  return true;
}

static bool set_waivers(struct run *run, const struct node *value) {
  if (value->kind != NODE_STRING)
    return diag_add(&run->diags, DIAG_VALUE, value->span, "a file is written as a string");
  if (!run_may_touch_files(run, value->span))
    return false;
  run->session->waivers = str_copy(&run->session->arena, value->text);
  return true;
}

/* --- As they are */

static struct str show_year(struct run *run) {
  const struct plan_settings *plan = &run->session->settings;
  if (plan->year_low == 0)
    return STR("all");
  if (plan->year_low == plan->year_high)
    return str_fmt(run->arena, "%d", (int)plan->year_low);
  return str_fmt(run->arena, "%d..%d", (int)plan->year_low, (int)plan->year_high);
}

static struct str show_blank(struct run *run) {
  return run->session->settings.blank_is_unknown ? STR("unknown") : STR("zero");
}

static struct str show_names(struct run *run) {
  return str_from_z(name_words[run->session->names]);
}

static struct str show_format(struct run *run) {
  return str_from_z(run->session->format->name);
}

static struct str show_form(struct run *run) {
  const struct session *session = run->session;
  int form = session->settings.form;
  return form < 0 ? STR("all") : session->vocab.forms[form].names.key;
}

static struct str show_min_base(struct run *run) {
  return str_fmt(run->arena, "%lld", (long long)run->session->settings.min_base);
}

static const struct setting settings[] = {
    {"year", "a year, 2019..2023 or all", set_year, show_year, SLOT_YEARS},
    {"blank", "zero or unknown", set_blank, show_blank, 0},
    {"names", "key, zh, en or both", set_names, show_names, 0},
    {"format", NULL, set_format, show_format, 0},
    {"form", "a form or all", set_form, show_form, SLOT_FORMS},
    {"min base", "a whole number: rates over less rank nowhere", set_min_base, show_min_base, 0},
    {"waivers", "a file", set_waivers, run_waivers_path, SLOT_FILES}};
#define NSETTINGS (sizeof settings / sizeof settings[0])

const struct setting *setting_at(size_t i) {
  return i < NSETTINGS ? &settings[i] : display_setting_at(i - NSETTINGS);
}

/* A setting may be spelt in another way. */
static struct str own_spelling(struct str word) {
  return str_eq(word, STR("color")) ? STR("colour") : word;
}

const struct setting *setting_named(struct str word) {
  const struct setting *setting;
  word = own_spelling(word);
  for (size_t i = 0; (setting = setting_at(i)) != NULL; i++)
    if (str_eq(word, str_from_z(setting->word)))
      return setting;
  return NULL;
}

struct str setting_values(struct arena *arena, const struct setting *setting) {
  return setting->values != NULL ? str_from_z(setting->values) : format_list(arena, false);
}

static bool list_settings(struct run *run) {
  static const char *const columns[] = {"setting", "value", "can_be"};
  struct table *table = table_new(run->arena, 3, columns);
  const struct setting *setting;
  for (size_t i = 0; (setting = setting_at(i)) != NULL; i++) {
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(str_from_z(setting->word));
    row->cells[1] = value_text(setting->show(run));
    row->cells[2] = value_text(setting_values(run->arena, setting));
  }
  return run_show(run, table, NULL);
}

/* Is the setting called `name`, one word or two? *value: what stands behind it. */
static bool is_setting(const struct node *word, const char *name, const struct node **value) {
  struct str rest = str_from_z(name);
  size_t space = str_find(rest, STR(" "));
  *value = word->next;
  if (space == rest.n)
    return str_eq(own_spelling(word->text), rest);
  bool is_first = str_eq(word->text, str_sub(rest, 0, space));
  *value = word->next != NULL ? word->next->next : NULL;
  return is_first && word->next != NULL &&
         str_eq(word->next->text, str_sub(rest, space + 1, rest.n));
}

bool run_set(struct run *run, const struct node *set) {
  const struct node *word = set->first;
  if (word == NULL)
    return list_settings(run);
  const struct setting *setting;
  for (size_t i = 0; (setting = setting_at(i)) != NULL; i++) {
    const struct node *value;
    if (!is_setting(word, setting->word, &value))
      continue;
    if (value == NULL || value->next != NULL) {
      diag_add(&run->diags, DIAG_VALUE, set->span, "\"set %s\" takes one value", setting->word);
      diag_hint(&run->diags, "it can be %.*s", STR_ARG(setting_values(run->arena, setting)));
      return false;
    }
    return setting->set(run, value);
  }
  diag_add(&run->diags, DIAG_NAME, word->span, "there is no setting \"%.*s\"", STR_ARG(word->text));
  diag_hint(&run->diags, "\"set\" alone lists them");
  return false;
}

bool run_use(struct run *run, const struct node *use) {
  struct session *session = run->session;
  const struct node *what = use->first;
  struct str script;
  bool stop;
  if (what->kind != NODE_STRING)
    return set_form(run, what);
  if (session->depth == USE_DEPTH)
    return diag_add(&run->diags, DIAG_LIMIT, what->span, "scripts use each other in a circle");
  if (!run_may_touch_files(run, what->span) || !run_read_file(run, what->text, what->span, &script))
    return false;
  session->depth++;
  run->status = run_text(session, what->text, script, 1, false, &stop);
  session->depth--;
  return run->status == 0;
}
