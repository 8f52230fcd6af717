/* model: a table → what a chart draws (see chart.h, model.h).
 *
 * The cells of a table are seen as a cube: groups (what `by` names besides the year) times years
 * times columns. A layout says which of the three run along the axis and which stand beside each
 * other.
 */
#include "chart/cube.h"

#include "show/people.h"

#include <math.h>
#include <strings.h>

#define YEARS_BESIDE 4 /* years as bars beside each other */
#define LINES_USUAL 4  /* lines in one chart, unless more are asked for */
#define BARS_MAX 120   /* all bars of a chart, */
#define PLACES_MAX 60  /* and its groups of bars */
#define SPARKS_MAX 60

static const char *const kinds[] = {"bar", "line", "spark"};

const char *chart_kind_name(size_t i) {
  return i < sizeof kinds / sizeof kinds[0] ? kinds[i] : NULL;
}

bool chart_kind_named(struct str word, enum chart_kind *kind) {
  if (word.n > 1 && (word.p[word.n - 1] | 32) == 's')
    word.n--;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    struct str name = str_from_z(kinds[i]);
    if (word.n == name.n && strncasecmp(word.p, name.p, name.n) == 0) {
      *kind = (enum chart_kind)(CHART_BAR + i);
      return true;
    }
  }
  return false;
}

/* --- Which kind, and how it is laid out */

enum layout {
  LAY_YEARS,   /* years along the axis, groups and columns beside each other */
  LAY_GROUPS,  /* groups along the axis, years and columns beside each other */
  LAY_COLUMNS, /* of one group: its columns along the axis */
  LAY_ROWS     /* along the axis what the table has, in its order */
};

struct choice {
  enum chart_kind kind;
  enum layout layout;
  size_t nplaces, nseries;
};

static enum chart_kind usual_kind(const struct cube *cube) {
  if (cube->nyears < 3 || cube->table->is_comparison)
    return CHART_BAR;
  if (cube->has_groups && cube->groups.n > 1 && !cube->is_across)
    return CHART_SPARK;
  return cube->groups.n * cube->ncolumns <= LINES_USUAL ? CHART_LINE : CHART_SPARK;
}

static enum layout bar_layout(const struct cube *cube) {
  if (cube->nyears == 0)
    return cube->has_groups ? LAY_GROUPS : LAY_COLUMNS;
  if (cube->is_mixed)
    return LAY_ROWS;
  if (!cube->has_groups)
    return LAY_YEARS;
  bool is_comparison = cube->table->is_comparison;
  if (cube->ncolumns == 1 && (cube->nyears <= YEARS_BESIDE || is_comparison))
    return LAY_GROUPS;
  return cube->ncolumns == 1 && cube->groups.n <= YEARS_BESIDE ? LAY_YEARS : LAY_ROWS;
}

static size_t years_of(const struct cube *cube) {
  return cube->nyears > 0 ? cube->nyears : 1;
}

/* How many cells along the axis, and how many beside each other. */
static void count(const struct cube *cube, struct choice *choice) {
  size_t all = cube->groups.n * years_of(cube) * cube->ncolumns;
  choice->nplaces = choice->nseries = 0;
  if (all == 0)
    return;
  switch (choice->layout) {
  case LAY_YEARS:
    choice->nplaces = years_of(cube);
    break;
  case LAY_GROUPS:
    choice->nplaces = cube->groups.n;
    break;
  case LAY_COLUMNS:
    choice->nplaces = cube->ncolumns;
    break;
  case LAY_ROWS:
    choice->nplaces = cube->order.n;
    choice->nseries = cube->ncolumns;
    return;
  }
  choice->nseries = all / choice->nplaces;
}

static bool refuse_bars(const struct cube *cube, const struct choice *choice) {
  bool is_comparison = cube->table->is_comparison;
  if (choice->nseries > SERIES_MAX) {
    diag_add(cube->diags, DIAG_CHART, cube->at,
             "%zu bars beside each other cannot be told apart: at most %d", choice->nseries,
             SERIES_MAX);
    diag_hint(cube->diags, is_comparison ? "write \"as spark\", or ask for fewer years"
                                         : "write \"by\" instead of \"across\", or ask for fewer "
                                           "figures");
    return false;
  }
  diag_add(cube->diags, DIAG_CHART, cube->at, "%s%zu bars are too many to be read: at most %d",
           cube->is_cut ? "more than " : "", choice->nplaces * choice->nseries,
           choice->nseries > 1 ? BARS_MAX : PLACES_MAX);
  bool has_best = cube->has_groups && cube->nyears > 0;
  diag_hint(cube->diags, is_comparison
                             ? "ask for one measure, or for fewer reports beside each other"
                         : has_best ? "write \"top 20 … by\" before the figure, as in \"top 20 "
                                      "agencies by sum received by year\", or \"top 20\" behind it"
                                    : "write \"top 20\", with \"with others\" for the rest");
  return false;
}

static bool refuse_series(const struct cube *cube, const struct choice *choice) {
  bool is_line = choice->kind == CHART_LINE;
  diag_add(cube->diags, DIAG_CHART, cube->at, "%s%zu %s: at most %d",
           cube->is_cut ? "more than " : "", choice->nseries,
           is_line ? "lines in one chart cannot be told apart" : "sparks are too many to be read",
           is_line ? SERIES_MAX : SPARKS_MAX);
  diag_hint(cube->diags,
            is_line && cube->table->is_comparison ? "write \"as spark\" or \"as bar\""
            : is_line ? "write \"as spark\", or choose with \"top %d … by\" before the "
                        "figure, as in \"top %d agencies by sum received by year\""
                      : "write \"top 20 … by\" before the figure, as in \"top 20 "
                        "agencies by sum received by year\"",
            LINES_USUAL, LINES_USUAL);
  return false;
}

static bool choose(const struct cube *cube, enum chart_kind wanted, struct choice *choice) {
  choice->kind = wanted != CHART_AUTO ? wanted : usual_kind(cube);
  choice->layout = choice->kind == CHART_BAR ? bar_layout(cube) : LAY_YEARS;
  count(cube, choice);
  if (choice->kind == CHART_BAR) {
    bool is_too_many = choice->nplaces > PLACES_MAX ||
                       choice->nplaces * choice->nseries > BARS_MAX ||
                       choice->nseries > SERIES_MAX || cube->is_cut;
    return !is_too_many || refuse_bars(cube, choice);
  }
  if (cube->nyears < 2 && cube->groups.n > 0) {
    diag_add(cube->diags, DIAG_CHART, cube->at, "a %s runs over years, and this answer has %s",
             kinds[choice->kind - CHART_BAR], cube->nyears == 0 ? "none" : "one");
    diag_hint(cube->diags, cube->table->is_comparison ? "write \"as bar\""
                                                      : "add \"by year\", or write \"as bar\"");
    return false;
  }
  size_t most = choice->kind == CHART_LINE ? SERIES_MAX : SPARKS_MAX;
  return (choice->nseries <= most && !cube->is_cut) || refuse_series(cube, choice);
}

/* --- The points */

struct spot {
  size_t group, year, column;
};

static struct spot spot_of(const struct cube *cube, const struct choice *choice, size_t place,
                           size_t series) {
  switch (choice->layout) {
  case LAY_YEARS:
    return (struct spot){series / cube->ncolumns, place, series % cube->ncolumns};
  case LAY_GROUPS:
    return (struct spot){place, series / cube->ncolumns, series % cube->ncolumns};
  case LAY_COLUMNS:
    return (struct spot){0, 0, place};
  case LAY_ROWS:
    break;
  }
  return (struct spot){cube->order.at[place].group, cube->order.at[place].year, series};
}

static struct str joined(struct arena *arena, struct str a, struct str b) {
  if (a.n == 0 || b.n == 0)
    return a.n == 0 ? b : a;
  return str_fmt(arena, "%.*s \xC2\xB7 %.*s", STR_ARG(a), STR_ARG(b));
}

static struct str year_text(const struct cube *cube, size_t year) {
  return cube->nyears == 0 ? STR("") : str_fmt(cube->arena, "%d", cube->years[year]);
}

static struct place place_of(const struct cube *cube, const struct choice *choice, size_t place) {
  struct spot spot = spot_of(cube, choice, place, 0);
  const struct place *group = &cube->groups.at[spot.group];
  switch (choice->layout) {
  case LAY_YEARS:
    return (struct place){year_text(cube, spot.year), 0};
  case LAY_GROUPS:
    return *group;
  case LAY_COLUMNS:
    return (struct place){cube->column_names[spot.column], 0};
  case LAY_ROWS:
    break;
  }
  return (struct place){joined(cube->arena, group->label, year_text(cube, spot.year)), 0};
}

static struct place series_of(const struct cube *cube, const struct choice *choice, size_t series) {
  struct spot spot = spot_of(cube, choice, 0, series);
  struct place found = {STR(""), 0};
  if (choice->layout == LAY_YEARS)
    found = cube->groups.at[spot.group];
  if (choice->layout == LAY_GROUPS && cube->nyears > 1)
    found.label = year_text(cube, spot.year);
  if (cube->ncolumns > 1 && choice->layout != LAY_COLUMNS)
    found.label = joined(cube->arena, found.label, cube->column_names[spot.column]);
  return found;
}

static struct point point_of(const struct cube *cube, struct spot spot) {
  size_t c = 0;
  const struct row *row = cube_cell(cube, spot.group, spot.year, spot.column, &c);
  if (row == NULL)
    return (struct point){.text = cube->style.has_null
                                      ? people_escape(cube->arena, cube->style.null)
                                      : STR("\xE2\x80\x93")};
  struct value value = row->cells[c];
  bool is_number = value_is_number(value);
  double number = value_as_real(value);
  return (struct point){.is_drawn = is_number && !value.is_small && isfinite(number),
                        .number = number,
                        .text = people_cell_in(cube->arena, &cube->style, cube->table, row, c),
                        .is_doubtful = is_number && value.is_doubtful,
                        .is_inferred = is_number && value.is_inferred};
}

static void fill(const struct cube *cube, const struct choice *choice, struct chart *chart) {
  size_t n = choice->nplaces * choice->nseries;
  chart->places = ARENA_ARRAY(cube->arena, struct place, choice->nplaces + 1);
  chart->series = ARENA_ARRAY(cube->arena, struct place, choice->nseries + 1);
  chart->points = ARENA_ARRAY(cube->arena, struct point, n + 1);
  chart->nplaces = choice->nplaces;
  chart->nseries = choice->nseries;
  for (size_t s = 0; s < choice->nseries; s++)
    chart->series[s] = series_of(cube, choice, s);
  for (size_t p = 0; p < choice->nplaces; p++)
    chart->places[p] = place_of(cube, choice, p);
  for (size_t i = 0; i < n; i++)
    chart->points[i] =
        point_of(cube, spot_of(cube, choice, i / choice->nseries, i % choice->nseries));
}

/* --- What is said beside it */

/* What the figures are; the year, where there is but one and it does not stand at the bars. */
static struct str heading(const struct cube *cube, enum layout layout) {
  struct str unit = people_escape(cube->arena, cube->unit);
  struct str name = cube->ncolumns == 1 ? cube->column_names[0] : STR("");
  struct str text = name.n > 0 ? name : unit;
  if (unit.n > 0 && name.n > 0)
    text = str_fmt(cube->arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(unit));
  bool has_year = cube->nyears == 1 && layout == LAY_GROUPS;
  return has_year ? joined(cube->arena, text, year_text(cube, 0)) : text;
}

static void note_small(const struct cube *cube, struct chart *chart) {
  for (size_t r = 0; r < cube->table->rows.n; r++)
    for (size_t c = 0; c < cube->ncolumns; c++)
      if (cube->table->rows.at[r].cells[cube->columns[c]].is_small) {
        ARENA_PUSH(cube->arena, &chart->notes,
                   say(cube->table->says, "a rate over too small a base is written, not drawn"));
        return;
      }
}

const struct chart *chart_of(struct arena *arena, const struct table *table, struct str title,
                             enum chart_kind kind, const struct people_style *style, struct span at,
                             struct diags *diags) {
  struct cube cube = {
      .arena = arena, .table = table, .style = *style, .at = at, .diags = diags, .wanted = kind};
  struct choice choice = {0};
  if (!cube_fill(&cube) || !choose(&cube, kind, &choice))
    return NULL;
  struct chart *chart = ARENA_NEW(arena, struct chart);
  *chart = (struct chart){.kind = choice.kind,
                          .table = table,
                          .style = *style,
                          .column = &table->columns[cube.columns[0]],
                          .title = people_escape(arena, title),
                          .heading = heading(&cube, choice.layout),
                          .is_time = choice.layout == LAY_YEARS};
  fill(&cube, &choice, chart);
  for (size_t i = 0; i < cube.notes.n; i++)
    ARENA_PUSH(arena, &chart->notes, cube.notes.at[i]);
  note_small(&cube, chart);
  return chart;
}

bool chart_is_empty(const struct chart *chart) {
  return chart->nplaces == 0;
}
