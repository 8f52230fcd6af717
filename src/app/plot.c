/* plot: `plot sum received by year as line to "f.svg"`: a question whose answer is drawn instead of
 * listed. The question is asked as it would be without `plot`; where its answer would be shown, it
 * comes here (run_show).
 */
#include "app/output.h"

#include "app/page.h"
#include "app/window.h"
#include "base/file.h"
#include "chart/chart.h"
#include "lang/format.h"

struct plotting {
  enum chart_kind kind;
  struct str title;
  struct span at; /* of `plot` and its question */
};

/* --- Where it goes */

static bool is_text_file(struct str path) {
  const struct format *format = format_for_path(path);
  return format != NULL && str_eq(str_from_z(format->name), STR("table"));
}

/* Can a chart be written to this file at all? Asked before anything is worked out. */
static bool fits_file(struct run *run, const struct node *to) {
  enum chart_file file;
  if (is_text_file(to->text) || chart_file_for(to->text, &file))
    return true;
  diag_add(&run->diags, DIAG_OUTPUT, to->span, "the ending of \"%.*s\" names no kind of picture",
           STR_ARG(to->text));
  diag_hint(&run->diags, "it can be .svg, .png, .pdf or .txt");
  return false;
}

#define WIDTH_USUAL 80 /* of what is no terminal, and where `set width` sets no limit */

static struct chart_screen screen_of(const struct run *run, bool is_file) {
  const struct session *session = run->session;
  size_t width = is_file && !session->display.has_width ? 0 : session_width(session);
  bool is_terminal = !is_file && session_has_terminal(session);
  return (struct chart_screen){
      .width = width > 0 ? width : WIDTH_USUAL,
      .has_colour = output_options(session, format_named(STR("table")), is_terminal).has_colour};
}

/* Figures are written as in tables; a picture is for people as a terminal is. */
static struct people_style style_for(const struct run *run, const struct node *to) {
  const struct session *session = run->session;
  bool is_picture = (to != NULL && !is_text_file(to->text)) || session->page != NULL;
  bool is_terminal = is_picture || (to == NULL && session_has_terminal(session));
  return output_options(session, format_named(STR("table")), is_terminal).style;
}

struct text_chart {
  struct run *run;
  const struct chart *chart;
};

static bool write_text(void *context, FILE *out) {
  struct text_chart *text = context;
  struct chart_screen screen = screen_of(text->run, true);
  chart_draw(text->run->arena, text->chart, &screen, out);
  return true;
}

static bool write_chart(struct run *run, const struct chart *chart, const struct node *to) {
  enum chart_file file;
  struct str bytes;
  if (!fits_file(run, to) || !run_may_touch_files(run, to->span))
    return false;
  if (is_text_file(to->text)) {
    struct text_chart text = {run, chart};
    return run_write_file(run, to, write_text, &text);
  }
  if (!chart_file_for(to->text, &file) ||
      !chart_picture(run->arena, chart, file, CHART_WIDE, run->plotting->at, &bytes, &run->diags) ||
      !run_write_file(run, to, file_write_text, &bytes))
    return false;
  const struct session_options *options = &run->session->options;
  if (file != CHART_SVG && !options->quiet && chart_lacks_font(run->arena, chart))
    fprintf(options->err,
            "no font for Chinese is installed, and the picture has boxes in its place:"
            " sudo apt-get install fonts-noto-cjk\n");
  return true;
}

bool run_show_chart(struct run *run, const struct table *table, const struct node *to) {
  const struct session_options *options = &run->session->options;
  const struct plotting *plotting = run->plotting;
  struct people_style style = style_for(run, to);
  const struct chart *chart = chart_of(run->arena, table, plotting->title, plotting->kind, &style,
                                       plotting->at, &run->diags);
  if (chart == NULL)
    return false;
  if (to != NULL)
    return write_chart(run, chart, to);
  if (run->session->format->is_document)
    return page_chart(run, table, chart);
  bool is_fenced = str_eq(str_from_z(run->session->format->name), STR("md"));
  struct chart_screen screen = screen_of(run, false);
  fputs(is_fenced ? "```\n" : "", options->out);
  chart_draw(run->arena, chart, &screen, options->out);
  fputs(is_fenced ? "```\n" : "", options->out);
  fflush(options->out);
  run->session->results++;
  if (!options->quiet)
    output_footer(run->session, table);
  return true;
}

/* --- The statement */

/* The last `as` says the kind; one before it names the column, as without `plot`. */
static const struct node *kind_clause(const struct node *query) {
  const struct node *found = NULL;
  for (const struct node *clause = query->first; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_AS)
      found = clause;
  return found;
}

static bool take_kind(struct run *run, const struct node *clause, enum chart_kind *kind) {
  *kind = CHART_AUTO;
  if (clause == NULL || chart_kind_named(clause->first->text, kind))
    return true;
  diag_add(&run->diags, DIAG_CHART, clause->span, "nothing is plotted \"as %.*s\"",
           STR_ARG(clause->first->text));
  diag_hint(&run->diags,
            "it can be \"as bar\", \"as line\" or \"as spark\"; before it another "
            "\"as\" may name the column");
  return false;
}

/* The question without some of its clauses. */
static struct node *without(struct run *run, const struct node *query, const struct node *clause,
                            bool keeps_file) {
  struct node *copy = ARENA_NEW(run->arena, struct node);
  *copy = *query;
  copy->first = copy->last = copy->next = NULL;
  for (const struct node *part = query->first; part != NULL; part = part->next) {
    if (part == clause || (part->kind == NODE_TO && !keeps_file))
      continue;
    struct node *one = ARENA_NEW(run->arena, struct node);
    *one = *part;
    one->next = NULL;
    node_add(copy, one);
  }
  copy->span = query->span;
  return copy;
}

const struct node *plot_question(struct run *run, const struct node *plot) {
  return without(run, plot->first, kind_clause(plot->first), false);
}

bool run_plot(struct run *run, const struct node *plot, const struct token_list *tokens) {
  const struct node *query = plot->first, *kind = kind_clause(query);
  struct plotting plotting = {.at = plot->span};
  if (!take_kind(run, kind, &plotting.kind))
    return false;
  for (const struct node *part = query->first; part != NULL; part = part->next)
    if (part->kind == NODE_TO && part->first->kind == NODE_STRING && !fits_file(run, part->first))
      return false;
  plotting.title = format_line(run->arena, plot_question(run, plot));
  run->plotting = &plotting;
  bool ok = run_inner(run, without(run, query, kind, true), tokens);
  run->plotting = NULL;
  return ok;
}
