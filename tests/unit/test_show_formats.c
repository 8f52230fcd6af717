/* Every format over the same answers: names with Chinese in them, trees, totals, what is missing,
 * and bytes that would harm a terminal, a spreadsheet or a JSON reader.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "show/people.h"
#include "show/show.h"

#include <stdlib.h>
#include <string.h>

static struct arena arena;

static const struct show_options plain = {.is_first = true};

static const char *shown(const char *format, const struct table *table,
                         struct show_options options) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  format_named(str_from_z(format))->write(&arena, table, &options, out);
  fclose(out);
  const char *kept = str_z(&arena, (struct str){text, size});
  free(text);
  return kept;
}

static const char *footer(const struct table *table) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  show_footer(table, false, 0, out);
  fclose(out);
  const char *kept = str_z(&arena, (struct str){text, size});
  free(text);
  return kept;
}

/* A year, a group and a figure. */
static struct table *answer(void) {
  static const char *const names[] = {"year", "group", "count"};
  struct table *table = table_new(&arena, 3, names);
  table->columns[0].role = COLUMN_KEY;
  table->columns[0].type = VALUE_INTEGER;
  table->columns[1].role = COLUMN_KEY;
  table->columns[2].role = COLUMN_FIGURE;
  table->columns[2].type = VALUE_INTEGER;
  table->columns[2].unit = STR("件");
  table->statement = STR("sum count by year, group");
  return table;
}

static struct row *add(struct table *table, int64_t year, const char *group, int64_t count) {
  struct row *row = table_row(&arena, table);
  row->cells[0] = value_integer(year);
  row->cells[1] = value_text(str_from_z(group));
  row->cells[2] = value_integer(count);
  return row;
}

static struct table *tree(void) {
  struct table *table = answer();
  table->has_marks = true;
  add(table, 2020, "甲组", 14)->mark = ROW_SUBTOTAL;
  struct row *row = add(table, 2020, "one", 4);
  row->tree = 1;
  row->depth = 1;
  row = add(table, 2020, "two", 0);
  row->tree = 1;
  row->depth = 1;
  row->is_undivided = true;
  row->cells[2] = value_missing();
  row = table_row(&arena, table);
  row->mark = ROW_TOTAL;
  row->cells[2] = value_integer(18);
  return table;
}

static void table_is_aligned_by_width(void **state) {
  (void)state;
  assert_string_equal(shown("table", tree(), plain),
                      "year   group              count\n"
                      "2020   甲组                  14\n"
                      "2020     one                  4\n"
                      "2020     two (undivided)      –\n"
                      "\n"
                      "total                        18\n");
}

static void table_prefers_labels(void **state) {
  (void)state;
  struct table *table = answer();
  struct str labels[] = {STR(""), STR("名字")};
  table->columns[1].label = STR("组");
  table->columns[2].shown = SHOWN_QUOTIENT;
  struct row *row = add(table, 2020, "key", 2);
  row->labels = labels;
  row->cells[2] = value_real(2.0 / 3);
  row = add(table, 2021, "key", 2);
  row->cells[2] = value_real(-0.001);
  assert_string_equal(shown("table", table, plain),
                      "year  组    count\n"
                      "2020  名字   0.67\n"
                      "2021  key    0.00\n");
  assert_string_equal(shown("csv", table, plain),
                      "year,group,count\n"
                      "2020,key,0.6666666666666666\n"
                      "2021,key,-0.001\n");
}

static void one_number(void **state) {
  (void)state;
  static const char *const names[] = {"received"};
  struct table *table = table_new(&arena, 1, names);
  table->columns[0].role = COLUMN_FIGURE;
  table->columns[0].type = VALUE_INTEGER;
  table_row(&arena, table)->cells[0] = value_integer(66);
  assert_string_equal(shown("table", table, plain), "received\n      66\n");
  assert_string_equal(shown("csv", table, plain), "received\n66\n");
  assert_string_equal(shown("jsonl", table, plain), "{\"received\": 66}\n");
}

static void no_rows_leave_the_header(void **state) {
  (void)state;
  assert_string_equal(shown("table", answer(), plain), "year  group  count\n");
  assert_string_equal(shown("csv", answer(), plain), "year,group,count\n");
  assert_string_equal(shown("jsonl", answer(), plain), "");
  struct table nothing = {0};
  assert_string_equal(shown("table", &nothing, plain), "\n");
}

static void terminal_cuts_words_not_numbers(void **state) {
  (void)state;
  struct table *table = answer();
  struct show_options options = {.is_terminal = true, .width = 30, .is_first = true};
  table->columns[1].role = COLUMN_TEXT;
  add(table, 2020, "一个很长很长很长很长很长的名字", 1234567890);
  assert_string_equal(shown("table", table, options),
                      "year  group              count\n"
                      "────  ────────────  ──────────\n"
                      "2020  一个很长很…   1234567890\n");
  options.style.has_thousands = true;
  options.width = 32;
  assert_string_equal(shown("table", table, options),
                      "year  group                count\n"
                      "────  ───────────  ─────────────\n"
                      "2020  一个很长很…  1,234,567,890\n");
  options.style.has_thousands = false;
  options.width = 5; /* too narrow for anything: numbers stay whole */
  assert_non_null(strstr(shown("table", table, options), "1234567890\n"));
  options.width = 0;
  assert_non_null(strstr(shown("table", table, options), "很长的名字"));
}

static void colour_is_on_top_of_marks(void **state) {
  (void)state;
  struct show_options options = {.has_colour = true, .is_first = true};
  struct table *table = answer();
  add(table, 2020, "a", 7)->cells[2].is_doubtful = true;
  add(table, 2021, "a", 8)->cells[2].is_inferred = true;
  add(table, 2022, "a", 9);
  assert_string_equal(shown("table", table, options),
                      "\x1b[1myear  group  count\x1b[0m\n"
                      "2020  a         \x1b[31m!7\x1b[0m\n"
                      "2021  a         \x1b[33m~8\x1b[0m\n"
                      "2022  a          9\n");
  assert_string_equal(shown("table", table, plain),
                      "year  group  count\n"
                      "2020  a         !7\n"
                      "2021  a         ~8\n"
                      "2022  a          9\n");
  assert_string_equal(footer(table),
                      "! rests on a cell in a failing check · ~ not read but inferred "
                      "from the sums of its form\n");
}

static void harmful(struct table *table) {
  struct str text = STR("a\x1b[31m\n\xff\"|,\t\\\xE2\x80\xAE_");
  table->statement = STR("sum \"x\"");
  add(table, 2020, "", 1)->cells[1] = value_text(text);
}

static void table_escapes_control_characters(void **state) {
  (void)state;
  struct table *table = answer();
  harmful(table);
  assert_non_null(strstr(shown("table", table, plain), "a\\x1b[31m\\n\\xff\"|,\\t\\\\u202e_"));
}

static void csv_quotes(void **state) {
  (void)state;
  struct table *table = answer();
  harmful(table);
  add(table, 2021, "plain text", 2)->cells[2] = value_missing();
  assert_string_equal(shown("csv", table, plain),
                      "year,group,count\n"
                      "2020,\"a\x1b[31m\n\xff\"\"|,\t\\\xE2\x80\xAE_\",1\n"
                      "2021,plain text,\n");
  assert_string_equal(shown("tsv", table, plain),
                      "year\tgroup\tcount\n"
                      "2020\ta\x1b[31m\\n\xff\"|,\\t\\\\\xE2\x80\xAE_\t1\n"
                      "2021\tplain text\t\n");
}

static void machine_formats_have_a_row_column(void **state) {
  (void)state;
  assert_string_equal(shown("csv", tree(), plain),
                      "year,group,row,count\n"
                      "2020,甲组,subtotal,14\n"
                      "2020,one,leaf,4\n"
                      "2020,two,leaf,\n"
                      ",,total,18\n");
  assert_non_null(strstr(shown("jsonl", tree(), plain),
                         "{\"year\": null, \"group\": null, \"row\": \"total\", \"count\": 18}\n"));
}

static void results_are_parted(void **state) {
  (void)state;
  struct show_options later = {.is_first = false};
  assert_string_equal(shown("csv", answer(), later), "\nyear,group,count\n");
  assert_string_equal(shown("tsv", answer(), later), "\nyear\tgroup\tcount\n");
  assert_string_equal(shown("jsonl", answer(), later), "");
}

static void json_is_valid(void **state) {
  (void)state;
  struct table *table = answer();
  harmful(table);
  assert_string_equal(shown("json", table, plain),
                      "{\"statement\": \"sum \\\"x\\\"\",\n"
                      " \"columns\": [\n"
                      "  {\"name\": \"year\", \"type\": \"integer\", \"unit\": null},\n"
                      "  {\"name\": \"group\", \"type\": \"text\", \"unit\": null},\n"
                      "  {\"name\": \"count\", \"type\": \"integer\", \"unit\": \"件\"}],\n"
                      " \"rows\": [\n"
                      "  {\"year\": 2020, \"group\": "
                      "\"a\\u001b[31m\\n\xEF\xBF\xBD\\\"|,\\t\\\\\xE2\x80\xAE_\", \"count\": 1}],\n"
                      " \"coverage\": null}\n");
}

static void json_has_coverage(void **state) {
  (void)state;
  struct table *table = answer();
  table->coverage = (struct coverage){.is_set = true,
                                      .reports = 6,
                                      .in_scope = 7,
                                      .expected = -1,
                                      .missing = -1,
                                      .blank = 3,
                                      .unread = 1,
                                      .failing = -1};
  assert_non_null(strstr(shown("json", table, plain),
                         " \"rows\": [],\n"
                         " \"coverage\": {\"reports\": 6, \"expected\": null, \"missing\": null, "
                         "\"blank\": 3, \"unread\": 1, \"inferred\": 0, \"failing\": null}}\n"));
}

static void markdown_escapes_markup(void **state) {
  (void)state;
  struct table *table = tree();
  table->columns[2].name = STR("carried_in");
  table->rows.at[1].cells[1] = value_text(STR("a|b<c>*"));
  assert_string_equal(shown("md", table, plain),
                      "| year | group | carried_in |\n"
                      "| --- | --- | ---: |\n"
                      "| 2020 | 甲组 | 14 |\n"
                      "| 2020 | &emsp;a\\|b&lt;c>\\* | 4 |\n"
                      "| 2020 | &emsp;two (undivided) | – |\n"
                      "| **total** |  | **18** |\n");
}

static void footer_says_what_applies(void **state) {
  (void)state;
  struct table *table = answer();
  assert_string_equal(footer(table), "");
  table->coverage = (struct coverage){
      .is_set = true, .reports = 6, .in_scope = 6, .expected = -1, .missing = -1, .failing = -1};
  assert_string_equal(footer(table), "reports 6 of 6\n");
  table->coverage = (struct coverage){.is_set = true,
                                      .reports = 5,
                                      .in_scope = 6,
                                      .expected = 8,
                                      .missing = 2,
                                      .blank = 1,
                                      .unread = 1,
                                      .inferred = 2,
                                      .failing = 1,
                                      .scope = STR("year=2021")};
  ARENA_PUSH(&arena, &table->notes, STR("a note\x1b"));
  assert_string_equal(footer(table),
                      "reports 5 of 6 · expected 8, missing 2 · 1 blank taken as 0 · "
                      "1 left out (unread or text) · 2 inferred · 1 with failing checks · "
                      "set year=2021\n"
                      "a note\\x1b\n");
}

/* Markup in names and texts, marks, groups of digits, a tree, a total without a key. */
static void html_escapes_and_marks(void **state) {
  (void)state;
  struct table *table = tree();
  table->statement = STR("sum <b> & \"x\"");
  table->columns[2].label = STR("a_b<i>");
  table->rows.at[1].cells[1] = value_text(STR("</td><script>"));
  table->rows.at[1].cells[2] = value_integer(-1234567);
  table->rows.at[1].cells[2].is_doubtful = true;
  const char *page = shown("html", table, plain);
  assert_non_null(strstr(page, "<title>sum &lt;b&gt; &amp; &quot;x&quot;</title>"));
  assert_non_null(strstr(page,
                         "<th scope=\"col\" class=\"n\">a_<wbr>b&lt;i&gt; <span "
                         "class=\"unit\">(件)</span></th>"));
  assert_non_null(strstr(page,
                         "<th scope=\"row\" class=\"y\">2020</th><th scope=\"row\" "
                         "style=\"padding-left:1.8em\">&lt;/td&gt;&lt;script&gt;</th><td "
                         "class=\"n\"><b class=\"bad\">!</b>-1,234,567</td>"));
  assert_non_null(strstr(page, "! rests on a cell in a failing check"));
  assert_null(strstr(page, "not read but inferred"));
  assert_non_null(strstr(page, "<td class=\"n none\">–</td>"));
  assert_non_null(strstr(page, "<tr class=\"sum\"><th scope=\"row\""));
  assert_null(strstr(page, "<script"));
  /* What follows on the same page is no page of its own. */
  struct show_options second = {.is_first = false};
  assert_int_equal(strncmp(shown("html", table, second), "<figure>", 8), 0);
}

static void digits_are_grouped(void **state) {
  (void)state;
  static const char *const pairs[][2] = {{"1", "1"},
                                         {"999", "999"},
                                         {"1000", "1,000"},
                                         {"-123456.7891", "-123,456.7891"},
                                         {"0.12345", "0.12345"},
                                         {"1234%", "1,234%"},
                                         {"(12/3456)", "(12/3456)"}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    struct str text = people_grouped(&arena, str_from_z(pairs[i][0]));
    assert_string_equal(str_z(&arena, text), pairs[i][1]);
  }
}

static void workbook_is_a_file(void **state) {
  (void)state;
  const struct format *format = format_for_path(STR("a.xlsx"));
  assert_null(format->write); /* it cannot stand in a stream of results */
  char *bytes = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&bytes, &size);
  assert_true(format->write_file(&arena, tree(), out));
  fclose(out);
  assert_memory_equal(bytes, "PK", 2);
  free(bytes);
  struct str names = format_list(&arena, false), endings = format_list(&arena, true);
  assert_false(str_contains(names, STR("xlsx")));
  assert_true(str_ends(endings, STR(" or .xlsx")));
}

static void formats_by_name_and_path(void **state) {
  (void)state;
  assert_ptr_equal(format_named(STR("markdown")), format_named(STR("md")));
  assert_null(format_named(STR("xml")));
  assert_null(format_named(STR("")));
  assert_ptr_equal(format_for_path(STR("a/b.CSV")), format_named(STR("csv")));
  assert_ptr_equal(format_for_path(STR("b.jsonl")), format_named(STR("jsonl")));
  assert_ptr_equal(format_for_path(STR("b.txt")), format_named(STR("table")));
  assert_null(format_for_path(STR("csv")));
  assert_null(format_for_path(STR("a/.csv")));
  assert_null(format_for_path(STR("a.xyz")));
  for (size_t i = 0; i < format_count(); i++)
    assert_ptr_equal(format_named(str_from_z(format_at(i)->name)), format_at(i));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(table_is_aligned_by_width),
      cmocka_unit_test(table_prefers_labels),
      cmocka_unit_test(one_number),
      cmocka_unit_test(no_rows_leave_the_header),
      cmocka_unit_test(terminal_cuts_words_not_numbers),
      cmocka_unit_test(colour_is_on_top_of_marks),
      cmocka_unit_test(table_escapes_control_characters),
      cmocka_unit_test(csv_quotes),
      cmocka_unit_test(machine_formats_have_a_row_column),
      cmocka_unit_test(results_are_parted),
      cmocka_unit_test(json_is_valid),
      cmocka_unit_test(json_has_coverage),
      cmocka_unit_test(markdown_escapes_markup),
      cmocka_unit_test(footer_says_what_applies),
      cmocka_unit_test(html_escapes_and_marks),
      cmocka_unit_test(digits_are_grouped),
      cmocka_unit_test(workbook_is_a_file),
      cmocka_unit_test(formats_by_name_and_path),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
