/* picture: a chart as SVG, PNG or PDF, by gnuplot (see chart.h). The program is optional: it is
 * looked for when a picture is asked for, reads the script from its standard input and knows no
 * file.
 */
#include "base/utf8.h"
#include "chart/model.h"
#include "chart/script.h"
#include "read/helper.h"

#include <strings.h>

#define PROGRAM "gnuplot"
#define PACKAGE "gnuplot-nox"
#define SECONDS 60
#define LIMIT ((size_t)64 << 20)
#define FONTS                                                                                      \
  "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Zen Hei, PingFang SC, Microsoft YaHei, "        \
  "sans-serif"

static const char *const endings[] = {
    [CHART_SVG] = ".svg", [CHART_PNG] = ".png", [CHART_PDF] = ".pdf"};

bool chart_file_for(struct str path, enum chart_file *file) {
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    struct str ending = str_from_z(endings[i]);
    if (path.n > ending.n && path.p[path.n - ending.n - 1] != '/' &&
        strncasecmp(path.p + path.n - ending.n, ending.p, ending.n) == 0) {
      *file = (enum chart_file)i;
      return true;
    }
  }
  return false;
}

bool chart_can_picture(struct arena *arena) {
  return helper_find(arena, PROGRAM) != NULL;
}

static bool has_han(struct str text) {
  bool any = false;
  for (size_t i = 0, length; i < text.n && !any; i += length)
    any = utf8_is_han(utf8_at(str_sub(text, i, text.n), &length));
  return any;
}

static bool shows_han(const struct chart *chart) {
  bool any = has_han(chart->title) || has_han(chart->heading);
  for (size_t p = 0; p < chart->nplaces && !any; p++)
    any = has_han(chart->places[p].label);
  for (size_t s = 0; s < chart->nseries && !any; s++)
    any = has_han(chart->series[s].label);
  return any;
}

/* Asks fontconfig's own program; where that is not there nobody can tell. */
bool chart_lacks_font(struct arena *arena, const struct chart *chart) {
  const char *program = shows_han(chart) ? helper_find(arena, "fc-list") : NULL;
  const char *const argv[] = {program, ":lang=zh", "family", NULL};
  struct diags silent = {.arena = arena};
  const char *folder = program != NULL ? helper_folder(arena, &silent) : NULL;
  if (folder == NULL)
    return false;
  struct helper helper = {argv, folder, SECONDS, LIMIT};
  struct str fonts;
  bool ok = helper_run(arena, &helper, STR(""), &fonts, &silent);
  helper_remove(folder);
  return ok && fonts.n == 0;
}

static void add_xml(struct sbuf *b, struct str text) {
  for (size_t i = 0; i < text.n; i++)
    switch (text.p[i]) {
    case '&':
      sbuf_add_z(b, "&amp;");
      break;
    case '<':
      sbuf_add_z(b, "&lt;");
      break;
    case '>':
      sbuf_add_z(b, "&gt;");
      break;
    default:
      sbuf_add_char(b, text.p[i]);
    }
}

/* Puts `to` in place of each `from`, at most `most` times. */
static struct str replaced(struct arena *arena, struct str text, struct str from, struct str to,
                           size_t most) {
  struct sbuf b = {.arena = arena};
  for (; most > 0; most--) {
    size_t at = str_find(text, from);
    if (at == text.n)
      break;
    sbuf_add(&b, str_sub(text, 0, at));
    sbuf_add(&b, to);
    text = str_sub(text, at + from.n, text.n);
  }
  sbuf_add(&b, text);
  return sbuf_str(&b);
}

/* Each part of a plot has what was plotted as its title, which a mouse would show. */
static struct str without_titles(struct arena *arena, struct str svg) {
  struct sbuf b = {.arena = arena};
  struct str begin = STR("\" ><title>"), end = STR("</title>");
  for (size_t at; (at = str_find(svg, begin)) < svg.n;) {
    sbuf_add(&b, str_sub(svg, 0, at));
    sbuf_add_z(&b, "\">");
    svg = str_sub(svg, at + begin.n, svg.n);
    at = str_find(svg, end);
    svg = str_sub(svg, at < svg.n ? at + end.n : at, svg.n);
  }
  sbuf_add(&b, svg);
  return sbuf_str(&b);
}

/* A name with a number in place of its percent sign. */
static struct str numbered(struct arena *arena, const char *name, size_t number) {
  struct str text = str_from_z(name);
  size_t at = str_find(text, STR("%"));
  return str_fmt(arena, "%.*sc%zu-%s", (int)at, name, number, name + at + 1);
}

struct str chart_svg_within(struct arena *arena, struct str svg, const char *class, size_t number) {
  static const char *const names[][2] = {
      {"id='gp", "id='%gp"},
      {"href='#gp", "href='#%gp"},
      {"url(#gp", "url(#%gp"},
      {"id=\"gnuplot_", "id=\"%gnuplot_"},
      {"id='textbox'", "id='%textbox'"},
      {"id='greybox'", "id='%greybox'"},
  };
  svg = str_sub(svg, str_find(svg, STR("<svg")), svg.n);
  svg = replaced(arena, svg, STR("<svg"), str_fmt(arena, "<svg class=\"%s\"", class), 1);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    svg = replaced(arena, svg, str_from_z(names[i][0]), numbered(arena, names[i][1], number),
                   SIZE_MAX);
  return svg;
}

/* The name and the fonts that gnuplot cannot be told: a title that readers of screens and mice
 * find, and a list of families instead of one. */
static struct str finish_svg(struct arena *arena, const struct chart *chart, struct str svg) {
  struct sbuf title = {.arena = arena};
  sbuf_add_z(&title, "<title>");
  add_xml(&title, chart->title.n > 0 ? chart->title : chart->heading);
  sbuf_add_z(&title, "</title>");
  svg = replaced(arena, svg, STR("<title>Gnuplot</title>"), sbuf_str(&title), 1);
  return replaced(arena, svg, STR("font-family=\"" SCRIPT_FONT_SVG "\""),
                  STR("font-family=\"" FONTS "\""), SIZE_MAX);
}

static bool run_gnuplot(struct arena *arena, const char *program, struct str script, struct span at,
                        struct str *bytes, struct diags *diags) {
  const char *const argv[] = {program, "-d", "-", NULL};
  struct diags silent = {.arena = arena};
  const char *folder = helper_folder(arena, diags);
  if (folder == NULL)
    return false;
  struct helper helper = {argv, folder, SECONDS, LIMIT};
  bool ok = helper_run(arena, &helper, script, bytes, &silent);
  helper_remove(folder);
  return (ok && bytes->n > 0) ||
         diag_add(diags, DIAG_OUTPUT, at, "\"" PROGRAM "\" could not draw the picture");
}

bool chart_picture(struct arena *arena, const struct chart *chart, enum chart_file file,
                   enum chart_width width, struct span at, struct str *bytes, struct diags *diags) {
  if (chart_is_empty(chart))
    return diag_add(diags, DIAG_CHART, at, "the answer has no row to draw");
  const char *program = helper_find(arena, PROGRAM);
  if (program == NULL) {
    diag_add(diags, DIAG_OUTPUT, at,
             "pictures are drawn by the program \"" PROGRAM "\", which is not there");
    diag_hint(diags, "sudo apt-get install --no-install-recommends " PACKAGE);
    return false;
  }
  struct str script = script_of(arena, chart, file, width);
  if (!run_gnuplot(arena, program, script, at, bytes, diags))
    return false;
  if (file == CHART_SVG)
    *bytes = finish_svg(arena, chart, without_titles(arena, *bytes));
  return true;
}
