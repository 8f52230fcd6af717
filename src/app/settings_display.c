/* settings_display: the settings of how answers are shown and scripts run (see settings.h).
 */
#include "app/settings.h"

#define WIDTH_MOST 10000

static bool refuse(struct run *run, const struct node *value, const char *hint) {
  diag_add(&run->diags, DIAG_VALUE, value->span, "it cannot be \"%.*s\"", STR_ARG(value->text));
  diag_hint(&run->diags, "it can be %s", hint);
  return false;
}

/* on or off; a word that is neither is refused. */
static bool take_switch(struct run *run, const struct node *value, bool *is_on) {
  bool on = str_eq(value->text, STR("on"));
  if (!on && !str_eq(value->text, STR("off")))
    return refuse(run, value, "on or off");
  *is_on = on;
  return true;
}

static struct str show_switch(bool is_on) {
  return is_on ? STR("on") : STR("off");
}

static struct str keep(struct run *run, struct str text) {
  return str_copy(&run->session->arena, text);
}

/* --- What it is set to */

static bool set_width(struct run *run, const struct node *value) {
  struct display *display = &run->session->display;
  bool is_auto = str_eq(value->text, STR("auto"));
  if (!is_auto && (value->kind != NODE_INT || value->number > WIDTH_MOST))
    return refuse(run, value, "a number of columns, 0 for no limit, or auto");
  display->has_width = !is_auto;
  display->width = is_auto ? 0 : (size_t)value->number;
  return true;
}

static bool set_null(struct run *run, const struct node *value) {
  if (value->kind != NODE_STRING && value->kind != NODE_NAME)
    return refuse(run, value, "a text, or auto");
  run->session->display.has_null = value->kind == NODE_STRING || !str_eq(value->text, STR("auto"));
  run->session->display.null = keep(run, value->text);
  return true;
}

static bool set_prompt(struct run *run, const struct node *value) {
  bool is_auto = value->kind != NODE_STRING && str_eq(value->text, STR("auto"));
  run->session->display.prompt = is_auto ? STR("") : keep(run, value->text);
  return true;
}

static bool set_headers(struct run *run, const struct node *value) {
  bool is_on;
  if (!take_switch(run, value, &is_on))
    return false;
  run->session->display.has_no_headers = !is_on;
  return true;
}

static bool set_echo(struct run *run, const struct node *value) {
  return take_switch(run, value, &run->session->display.has_echo);
}

static bool set_timing(struct run *run, const struct node *value) {
  return take_switch(run, value, &run->session->display.has_timing);
}

static bool set_bail(struct run *run, const struct node *value) {
  bool is_on;
  if (!take_switch(run, value, &is_on))
    return false;
  run->session->display.keeps_going = !is_on;
  return true;
}

static bool set_suggestions(struct run *run, const struct node *value) {
  bool is_on;
  if (!take_switch(run, value, &is_on))
    return false;
  run->session->display.has_no_suggestions = !is_on;
  return true;
}

static const char *const when_words[] = {"auto", "on", "off"}; /* by enum when */

static bool take_when(struct run *run, const struct node *value, enum when *when) {
  for (int i = WHEN_AUTO; i <= WHEN_OFF; i++)
    if (str_eq(value->text, str_from_z(when_words[i]))) {
      *when = (enum when)i;
      return true;
    }
  return refuse(run, value, "auto, on or off");
}

static bool set_pager(struct run *run, const struct node *value) {
  return take_when(run, value, &run->session->display.pager);
}

static bool set_colour(struct run *run, const struct node *value) {
  return take_when(run, value, &run->session->display.colour);
}

static bool set_thousands(struct run *run, const struct node *value) {
  return take_when(run, value, &run->session->display.thousands);
}

static bool set_units(struct run *run, const struct node *value) {
  return take_when(run, value, &run->session->display.units);
}

/* --- As they are */

static struct str show_pager(struct run *run) {
  return str_from_z(when_words[run->session->display.pager]);
}

static struct str show_colour(struct run *run) {
  return str_from_z(when_words[run->session->display.colour]);
}

static struct str show_thousands(struct run *run) {
  return str_from_z(when_words[run->session->display.thousands]);
}

static struct str show_units(struct run *run) {
  return str_from_z(when_words[run->session->display.units]);
}

static struct str show_width(struct run *run) {
  const struct display *display = &run->session->display;
  return display->has_width ? str_fmt(run->arena, "%zu", display->width) : STR("auto");
}

static struct str show_null(struct run *run) {
  const struct display *display = &run->session->display;
  return display->has_null ? run_quote(run, display->null) : STR("auto");
}

static struct str show_prompt(struct run *run) {
  struct str prompt = run->session->display.prompt;
  return prompt.n > 0 ? run_quote(run, prompt) : STR("auto");
}

static struct str show_headers(struct run *run) {
  return show_switch(!run->session->display.has_no_headers);
}

static struct str show_echo(struct run *run) {
  return show_switch(run->session->display.has_echo);
}

static struct str show_timing(struct run *run) {
  return show_switch(run->session->display.has_timing);
}

static struct str show_bail(struct run *run) {
  return show_switch(!run->session->display.keeps_going);
}

static struct str show_suggestions(struct run *run) {
  return show_switch(!run->session->display.has_no_suggestions);
}

static const struct setting settings[] = {
    {"width", "a number of columns, 0 for no limit, or auto: as wide as the window", set_width,
     show_width, 0},
    {"null", "a text that stands where there is no figure, or auto", set_null, show_null, 0},
    {"thousands", "on: 12,345, off, or auto: on a terminal", set_thousands, show_thousands, 0},
    {"units", "on: units in headings, off, or auto: on a terminal", set_units, show_units, 0},
    {"colour", "on, off, or auto: on a terminal, of answers and of what is typed", set_colour,
     show_colour, 0},
    {"pager", "on, off, or auto: for what is longer than the window", set_pager, show_pager, 0},
    {"headers", "on or off", set_headers, show_headers, 0},
    {"timing", "on or off: the time of each statement", set_timing, show_timing, 0},
    {"echo", "on or off: statements of scripts are shown too", set_echo, show_echo, 0},
    {"bail", "on or off: an error ends a script", set_bail, show_bail, 0},
    {"prompt", "a text, or auto", set_prompt, show_prompt, 0},
    {"suggestions", "on or off: what the history would add to what is typed", set_suggestions,
     show_suggestions, 0},
};

const struct setting *display_setting_at(size_t i) {
  return i < sizeof settings / sizeof settings[0] ? &settings[i] : NULL;
}
