/* Charts: which kind fits, no line wider than the screen, what is missing, zero, negative or in
 * doubt, and that a picture's script holds no text of anybody's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "chart/model.h"

#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct diags diags;

static const struct span nowhere = {0, 0};
static struct people_style style;

/* A year, a group and figures, as many as there are names. */
static struct table *answer(size_t nfigures) {
  static const char *const names[] = {"year", "group", "one", "two", "three"};
  struct table *table = table_new(&arena, 2 + nfigures, names);
  table->columns[0].role = table->columns[1].role = COLUMN_KEY;
  table->columns[0].type = VALUE_INTEGER;
  for (size_t i = 0; i < nfigures; i++) {
    table->columns[2 + i].role = COLUMN_FIGURE;
    table->columns[2 + i].type = VALUE_INTEGER;
    table->columns[2 + i].unit = STR("件");
  }
  return table;
}

/* The same without the first or the second key. */
static struct table *by_group(size_t nfigures) {
  struct table *table = answer(nfigures);
  table->columns++;
  table->ncolumns--;
  return table;
}

static struct table *by_year(size_t nfigures) {
  struct table *table = answer(nfigures);
  table->columns[1] = table->columns[0];
  table->columns++;
  table->ncolumns--;
  return table;
}

static struct row *add(struct table *table, struct value key, struct value figure) {
  struct row *row = table_row(&arena, table);
  row->cells[0] = key;
  row->cells[1] = figure;
  return row;
}

static struct row *group(struct table *table, const char *name, int64_t figure) {
  return add(table, value_text(str_from_z(name)), value_integer(figure));
}

static struct row *year(struct table *table, int64_t of, int64_t figure) {
  return add(table, value_integer(of), value_integer(figure));
}

static void all_years(struct table *table, int64_t from, int64_t to, const char *name) {
  for (int64_t y = from; y <= to; y++) {
    struct row *row = add(table, value_integer(y), value_text(str_from_z(name)));
    row->cells[2] = value_integer((y - from) * 7);
  }
}

static const struct chart *chart_as(const struct table *table, enum chart_kind kind) {
  diags = (struct diags){.arena = &arena};
  return chart_of(&arena, table, STR("title"), kind, &style, nowhere, &diags);
}

static const char *drawn(const struct table *table, enum chart_kind kind, size_t width) {
  const struct chart *chart = chart_as(table, kind);
  struct chart_screen screen = {.width = width};
  char *text = NULL;
  size_t size = 0;
  assert_non_null(chart);
  FILE *out = open_memstream(&text, &size);
  chart_draw(&arena, chart, &screen, out);
  fclose(out);
  const char *kept = str_z(&arena, (struct str){text, size});
  free(text);
  return kept;
}

/* The line that begins with the text, up to its end; NULL. */
static const char *line(const char *text, const char *start) {
  for (const char *at = text; at != NULL && *at != '\0'; at = strchr(at, '\n') + 1) {
    size_t n = (size_t)(strchr(at, '\n') - at);
    if (strncmp(at, start, strlen(start)) == 0)
      return str_z(&arena, (struct str){at, n});
  }
  return NULL;
}

static void check_widths(const struct table *table, enum chart_kind kind) {
  for (size_t width = 40; width <= 130; width++) {
    const char *text = drawn(table, kind, width);
    for (const char *at = text; *at != '\0'; at = strchr(at, '\n') + 1) {
      struct str one = {at, (size_t)(strchr(at, '\n') - at)};
      if (utf8_text_width(one) > width)
        fail_msg("wider than %zu: %.*s", width, STR_ARG(one));
      if (utf8_invalid(one) != one.n)
        fail_msg("no UTF-8: %.*s", STR_ARG(one));
    }
  }
}

/* --- Which kind */

static enum chart_kind usual(const struct table *table) {
  const struct chart *chart = chart_as(table, CHART_AUTO);
  assert_non_null(chart);
  return chart->kind;
}

static void kinds_by_columns(void **state) {
  (void)state;
  struct table *groups = by_group(1), *years = by_year(1), *both = answer(1), *few = answer(1);
  group(groups, "a", 1);
  for (int64_t y = 2019; y <= 2021; y++)
    year(years, y, y);
  all_years(both, 2019, 2022, "a");
  all_years(both, 2019, 2022, "b");
  all_years(few, 2021, 2022, "a");
  all_years(few, 2021, 2022, "b");
  assert_int_equal(usual(groups), CHART_BAR);
  assert_int_equal(usual(years), CHART_LINE);
  assert_int_equal(usual(both), CHART_SPARK);
  assert_int_equal(usual(few), CHART_BAR);
  const struct chart *beside = chart_as(few, CHART_AUTO);
  assert_int_equal(beside->nplaces, 2);
  assert_int_equal(beside->nseries, 2);
  assert_true(str_eq(beside->series[1].label, STR("2022")));
  years->rows.n = 2;
  assert_int_equal(usual(years), CHART_BAR);
}

static void kinds_that_do_not_fit(void **state) {
  (void)state;
  struct table *groups = by_group(1);
  group(groups, "a", 1);
  assert_null(chart_as(groups, CHART_LINE));
  assert_int_equal(diags.at[0].code, DIAG_CHART);
  assert_null(chart_as(groups, CHART_SPARK));
  for (int i = 0; i < 60; i++)
    group(groups, str_fmt(&arena, "b%d", i).p, i);
  assert_null(chart_as(groups, CHART_AUTO));
  assert_int_equal(diags.at[0].code, DIAG_CHART);
  groups->rows.n = 60;
  assert_non_null(chart_as(groups, CHART_AUTO));
  struct table *lines = answer(1);
  for (int i = 0; i < 9; i++)
    all_years(lines, 2019, 2022, str_fmt(&arena, "g%d", i).p);
  assert_null(chart_as(lines, CHART_LINE));
  lines->rows.n = 32;
  assert_non_null(chart_as(lines, CHART_LINE));
}

static void thousands_of_groups_are_refused(void **state) {
  (void)state;
  struct table *table = answer(1);
  for (int i = 0; i < 1500; i++)
    all_years(table, 2019, 2021, str_fmt(&arena, "g%d", i).p);
  for (enum chart_kind kind = CHART_AUTO; kind <= CHART_SPARK; kind++)
    assert_null(chart_as(table, kind));
}

static void other_units_are_named(void **state) {
  (void)state;
  struct table *table = by_group(3);
  table->columns[2].unit = STR("万元");
  table->columns[3].is_beside = true;
  group(table, "a", 1);
  const struct chart *chart = chart_as(table, CHART_AUTO);
  assert_int_equal(chart->nseries, 1);
  assert_int_equal(chart->notes.n, 1);
  assert_non_null(strstr(str_z(&arena, chart->notes.at[0]), "two"));
}

/* --- Widths */

static void widths_of_bars(void **state) {
  (void)state;
  struct table *table = by_group(1);
  group(table, "示例县卫生健康局", 1234567);
  group(table,
        "a name that is far longer than any screen is wide, which is cut with an ellipsis, "
        "since the bars need room of their own beside it",
        17);
  group(table, "平潭综合实验区行政审批局（政务服务中心）及其所属的所有单位和派出机构", 0);
  check_widths(table, CHART_BAR);
  table->rows.at[1].cells[1] = value_integer(-900000);
  check_widths(table, CHART_BAR);
  table->rows.at[0].cells[1] = value_integer(-5);
  check_widths(table, CHART_BAR);
  table->rows.at[2].cells[1] = value_missing();
  check_widths(table, CHART_BAR);
}

static void widths_of_grouped_bars(void **state) {
  (void)state;
  struct table *table = by_group(3);
  struct row *row = group(table, "示例县教育局", 7);
  row->cells[2] = value_integer(-3);
  row->cells[3] = value_missing();
  table->columns[1].label = STR("一个很长很长很长很长很长很长很长很长很长的名称");
  table->columns[2].label = STR("another name that is long and takes all of a narrow line or more");
  check_widths(table, CHART_BAR);
}

static void widths_of_lines(void **state) {
  (void)state;
  struct table *table = by_year(2);
  for (int64_t y = 1996; y <= 2026; y++)
    year(table, y, y * 1000)->cells[2] = y % 3 == 0 ? value_missing() : value_integer(-y);
  table->columns[1].label = STR("新收政府信息公开申请数量（含上年结转）");
  for (size_t n = 1; n <= table->rows.n; n += 6) {
    size_t all = table->rows.n;
    table->rows.n = n < 3 ? 3 : n;
    check_widths(table, CHART_LINE);
    check_widths(table, CHART_SPARK);
    table->rows.n = all;
  }
}

/* --- What is drawn */

static void bars_are_as_long_as_figures(void **state) {
  (void)state;
  struct table *table = by_group(1);
  group(table, "甲", 40);
  group(table, "乙局", 20);
  group(table, "c", 1);
  group(table, "d", 0);
  const char *text = drawn(table, CHART_BAR, 40);
  /* 4 columns of labels, a blank, the axis, a blank, 2 columns of figures: 31 are left */
  assert_string_equal(line(text, "甲"), "甲   │███████████████████████████████ 40");
  assert_string_equal(line(text, "乙局"), "乙局 │███████████████▌ 20");
  assert_string_equal(line(text, "c"), "c    │▊ 1");
  assert_string_equal(line(text, "d"), "d    │ 0");
  assert_non_null(line(text, "one (件)"));
}

static void below_zero_is_left_of_zero(void **state) {
  (void)state;
  struct table *table = by_group(1);
  group(table, "a", 10);
  group(table, "b", -10);
  group(table, "c", 0);
  const char *text = drawn(table, CHART_BAR, 40);
  assert_string_equal(line(text, "a"), "a                  │████████████████ 10");
  assert_string_equal(line(text, "b"), "b  ████████████████│ -10");
  assert_string_equal(line(text, "c"), "c                  │ 0");
}

static void missing_is_not_zero(void **state) {
  (void)state;
  struct table *table = by_group(1);
  group(table, "a", 10);
  add(table, value_text(STR("b")), value_missing());
  struct row *row = group(table, "c", 5);
  row->cells[1].is_doubtful = true;
  row = group(table, "d", 5);
  row->cells[1].is_inferred = true;
  row = add(table, value_text(STR("e")), value_real(0.5));
  row->cells[1].is_small = true;
  row->cells[1].text = STR("(1/2)");
  const char *text = drawn(table, CHART_BAR, 40);
  assert_string_equal(line(text, "b"), "b │ –");
  assert_non_null(strstr(line(text, "c"), " !5"));
  assert_non_null(strstr(line(text, "d"), " ~5"));
  assert_string_equal(line(text, "e"), "e │ (1/2)");
  assert_non_null(line(text, "a rate over too small a base"));
}

static void figures_as_in_tables(void **state) {
  (void)state;
  struct table *table = by_group(1);
  group(table, "a", 1234567);
  add(table, value_text(STR("b")), value_missing());
  style = (struct people_style){.has_thousands = true, .has_null = true, .null = STR("n/a")};
  const char *bars = drawn(table, CHART_BAR, 60);
  check_widths(table, CHART_BAR);
  style = (struct people_style){0};
  assert_non_null(strstr(line(bars, "a"), " 1,234,567"));
  assert_string_equal(line(bars, "b"), "b │ n/a");
  assert_non_null(strstr(bars, "500,000"));
}

static void all_zero_and_one_row(void **state) {
  (void)state;
  struct table *zeros = by_group(1);
  group(zeros, "a", 0);
  assert_string_equal(line(drawn(zeros, CHART_BAR, 50), "a"), "a │ 0");
  struct table *years = by_year(1);
  for (int64_t y = 2019; y <= 2022; y++)
    year(years, y, 0);
  const char *text = drawn(years, CHART_LINE, 50);
  assert_non_null(line(text, "1 ┤"));
  assert_non_null(line(text, "0 ┼"));
  assert_null(line(text, "2 ┤"));
  assert_non_null(strstr(drawn(years, CHART_SPARK, 50), "____________"));
  struct table *none = by_group(1);
  assert_string_equal(drawn(none, CHART_AUTO, 50), "no row to draw\n");
  for (size_t r = 0; r < years->rows.n; r++)
    years->rows.at[r].cells[1] = value_missing();
  assert_non_null(strstr(drawn(years, CHART_LINE, 50), "–"));
  assert_null(strstr(drawn(years, CHART_LINE, 50), "●"));
}

/* A year without reports keeps its place, and the line has a gap there. */
static void years_run_evenly(void **state) {
  (void)state;
  struct table *table = by_year(1);
  year(table, 2018, 5);
  year(table, 2019, 5);
  year(table, 2022, 5);
  const struct chart *chart = chart_as(table, CHART_LINE);
  assert_int_equal(chart->nplaces, 5);
  assert_false(chart_point(chart, 2, 0)->is_drawn);
  const char *text = drawn(table, CHART_LINE, 53);
  assert_non_null(strstr(text, "2018      2019      2020      2021      2022"));
  assert_non_null(strstr(text, "5         5         –         –         5\n"));
}

static void sparks_have_zero_between(void **state) {
  (void)state;
  struct table *table = answer(1);
  all_years(table, 2019, 2021, "up");
  all_years(table, 2019, 2021, "down");
  table->rows.at[4].cells[2] = value_integer(-14);
  const char *text = drawn(table, CHART_SPARK, 60);
  assert_non_null(strstr(text, "up    ___▄▄▄███"));
  assert_non_null(strstr(text, "down  ___   ███"));
  assert_non_null(strstr(text, "\n         ███\n"));
}

static void totals_are_written(void **state) {
  (void)state;
  struct table *table = by_group(1);
  table->has_marks = true;
  group(table, "a", 3);
  add(table, value_missing(), value_integer(9))->mark = ROW_TOTAL;
  add(table, value_missing(), value_integer(6))->mark = ROW_OTHERS;
  const char *text = drawn(table, CHART_BAR, 60);
  assert_non_null(line(text, "total, not drawn: 9"));
  assert_non_null(line(text, "others │"));
  assert_null(line(text, "total │"));
}

static void colours_only_where_asked(void **state) {
  (void)state;
  struct table *table = by_group(2);
  group(table, "a", 3)->cells[2] = value_integer(2);
  const struct chart *chart = chart_as(table, CHART_BAR);
  struct chart_screen screen = {.width = 60, .has_colour = true};
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  chart_draw(&arena, chart, &screen, out);
  fclose(out);
  assert_non_null(strstr(text, "\x1b[38;5;74m"));
  assert_non_null(strstr(text, "\x1b[38;5;214m"));
  free(text);
  const char *plain = drawn(table, CHART_BAR, 60);
  assert_null(strchr(plain, '\x1b'));
  assert_non_null(line(plain, "█ one   ░ two")); /* told apart all the same */
}

/* --- Pictures */

static void a_script_holds_no_text(void **state) {
  (void)state;
  static const char evil[] = "`id` @x {/=9 y} a_b^c %d \"q\" 'r' \\n\nEOD\n!id";
  struct table *table = by_group(2);
  table->columns[1].label = str_from_z(evil);
  table->columns[1].unit = str_from_z(evil);
  table->columns[2].unit = str_from_z(evil);
  group(table, evil, 3)->cells[2] = value_integer(2);
  ARENA_PUSH(&arena, &table->notes, str_from_z(evil));
  for (enum chart_file file = CHART_SVG; file <= CHART_PDF; file++) {
    diags = (struct diags){.arena = &arena};
    const struct chart *chart =
        chart_of(&arena, table, str_from_z(evil), CHART_AUTO, &style, nowhere, &diags);
    assert_non_null(chart);
    const char *script = str_z(&arena, script_of(&arena, chart, file, CHART_WIDE));
    assert_null(strpbrk(script, "`@{}^'!"));
    assert_null(strstr(script, "a_b"));
    assert_non_null(strstr(script, "\\140\\151\\144\\140")); /* `id` */
    assert_non_null(strstr(script, "noenhanced"));
  }
}

static void endings_of_pictures(void **state) {
  (void)state;
  enum chart_file file;
  assert_true(chart_file_for(STR("a.SVG"), &file) && file == CHART_SVG);
  assert_true(chart_file_for(STR("x/a.png"), &file) && file == CHART_PNG);
  assert_true(chart_file_for(STR("a.pdf"), &file) && file == CHART_PDF);
  assert_false(chart_file_for(STR(".svg"), &file));
  assert_false(chart_file_for(STR("x/.svg"), &file));
  assert_false(chart_file_for(STR("a.csv"), &file));
}

static int drop(void **state) {
  (void)state;
  arena_free(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds_by_columns),
      cmocka_unit_test(kinds_that_do_not_fit),
      cmocka_unit_test(thousands_of_groups_are_refused),
      cmocka_unit_test(other_units_are_named),
      cmocka_unit_test(widths_of_bars),
      cmocka_unit_test(widths_of_grouped_bars),
      cmocka_unit_test(widths_of_lines),
      cmocka_unit_test(bars_are_as_long_as_figures),
      cmocka_unit_test(below_zero_is_left_of_zero),
      cmocka_unit_test(missing_is_not_zero),
      cmocka_unit_test(figures_as_in_tables),
      cmocka_unit_test(all_zero_and_one_row),
      cmocka_unit_test(years_run_evenly),
      cmocka_unit_test(sparks_have_zero_between),
      cmocka_unit_test(totals_are_written),
      cmocka_unit_test(colours_only_where_asked),
      cmocka_unit_test(a_script_holds_no_text),
      cmocka_unit_test(endings_of_pictures),
  };
  return cmocka_run_group_tests(tests, NULL, drop);
}
