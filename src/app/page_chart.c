/* page_chart: the answer to a `plot` statement within a page (see page.h).
 */
#include "app/page.h"

#include "show/html.h"

#include <stdlib.h>

#define COLUMNS 80 /* of a chart of letters */

/* Is there a picture? What keeps it from being drawn is no fault of the question. There are two,
 * of which the page shows that which fits its window: neither is cut off, which would say something
 * else, nor too small to read. */
static bool put_picture(struct run *run, const struct chart *chart, size_t number, FILE *out) {
  static const struct {
    enum chart_width width;
    const char *class;
  } looks[] = {{CHART_WIDE, "wide"}, {CHART_NARROW, "narrow"}};
  struct diags silent = {.arena = run->arena, .source = run->source};
  struct str svg[2];
  if (chart_is_empty(chart) || !chart_can_picture(run->arena))
    return false;
  for (size_t i = 0; i < 2; i++)
    if (!chart_picture(run->arena, chart, CHART_SVG, looks[i].width, (struct span){0, 0}, &svg[i],
                       &silent))
      return false;
  for (size_t i = 0; i < 2; i++) {
    svg[i] = chart_svg_within(run->arena, svg[i], looks[i].class, 2 * number + i);
    fwrite(svg[i].p, 1, svg[i].n, out);
    fputs("\n", out);
  }
  return true;
}

static void put_letters(struct run *run, const struct chart *chart, FILE *out) {
  struct chart_screen screen = {.width = COLUMNS};
  char *bytes = NULL;
  size_t size = 0;
  FILE *drawn = open_memstream(&bytes, &size);
  if (drawn == NULL)
    out_of_memory();
  chart_draw(run->arena, chart, &screen, drawn);
  fclose(drawn);
  html_lines(run->arena, " class=\"chart\"", (struct str){bytes, size}, out);
  free(bytes);
}

bool page_chart(struct run *run, const struct table *table, const struct chart *chart) {
  struct session *session = run->session;
  bool is_page = session->page != NULL;
  FILE *out = is_page ? page_begin_show(run) : session->options.out;
  if (!is_page)
    html_begin_figure(run->arena, table, session->results == 0, out);
  size_t number = is_page ? ++session->page->npictures : session->results + 1;
  bool has_picture = put_picture(run, chart, number, out);
  if (!has_picture)
    put_letters(run, chart, out);
  /* In a picture stands its coverage; one of letters needs the line below the figures. */
  html_begin_folded(run->arena, table->says, has_picture ? "" : " open",
                    say(table->says, "figures"), out);
  html_table(run->arena, table, out);
  fputs("</details>\n", out);
  if (is_page) {
    page_end_show(run, table);
  } else {
    html_end_figure(run->arena, table, out);
    session->results++;
  }
  return true;
}
