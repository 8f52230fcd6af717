/* Documents → reports: the edition by its labels, each figure to its cell, doubt where there is
 * doubt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_form.h"

#include <string.h>

static struct str new_form(enum shape shape) {
  return report_text(edition_named("cn.2021"), shape, "2021");
}

static struct report pipes(struct str text) {
  return read_report("a.txt", text);
}

/* --- Every shape, both editions */

static size_t columns_of(const struct report *report, size_t slot) {
  return cell_block(report, slot)->ncolumns;
}

static void every_shape(void **state) {
  (void)state;
  static const char *const editions[] = {"cn.2019", "cn.2021"};
  for (size_t e = 0; e < 2; e++)
    for (enum shape shape = 0; shape < SHAPES; shape++) {
      int edition = edition_named(editions[e]);
      struct str text = report_text(edition, shape, "2021");
      struct report report = read_report(shape == SHAPE_HTML ? "a.html" : "a.txt", text);
      assert_int_equal(report.edition, edition);
      assert_str(report.agency, "示例县水务局");
      assert_int_equal(report.year, 2021);
      assert_str(report.signed_on, "2022-01-20");
      for (size_t slot = 0; slot < report.ncells; slot++) {
        const struct report_cell *cell = &report.cells[slot];
        const struct measure *measure =
            &vocab.measures[vocab.editions[edition].cells[slot].measure];
        int64_t want = (int64_t)slot + 1;
        for (int i = 0; i < vocab.units[measure->unit].decimals; i++)
          want *= 10;
        assert_true(cell->place.row > 0);
        if (shape == SHAPE_JOINED && columns_of(&report, slot) > 1) {
          /* These figures do not add up, but a row of them may, parted in another way. */
          assert_true(cell->state == CELL_UNREAD || cell->state == CELL_INFERRED);
          continue;
        }
        assert_int_equal(cell->state, measure->needs_unit ? CELL_TEXT : CELL_NUMBER);
        assert_str(cell->printed, str_z(&arena, figure_text(slot)));
        if (!measure->needs_unit)
          assert_int_equal(cell->value, want);
      }
    }
}

static void sections_without_tables(void **state) {
  (void)state;
  for (enum shape shape = 0; shape < SHAPES; shape++) {
    struct report r = read_report(shape == SHAPE_HTML ? "a.html" : "a.txt", new_form(shape));
    assert_int_equal(r.nsections, 6);
    assert_str(r.sections[0], "第1段。");
    for (size_t s = 1; s < 4; s++)
      assert_str(r.sections[s], "");
    assert_str(r.sections[4], "第5段。");
    if (shape != SHAPE_JOINED)
      assert_str(r.sections[5], "第6段。");
  }
}

/* --- Headings: "1 2 3" in the order in which they stand, ! before those out of order */

static struct str headings_of(const struct report *report) {
  struct sbuf b = {.arena = &arena};
  assert_true(report->is_parted);
  for (size_t i = 0; i < report->headings.n; i++) {
    const struct report_heading *heading = &report->headings.at[i];
    assert_true(heading->place.row > 0);
    sbuf_addf(&b, "%s%s%d", i > 0 ? " " : "",
              (report_astray(report) >> heading->section & 1) != 0 ? "!" : "", heading->section);
  }
  return sbuf_str(&b);
}

static void headings_in_order(void **state) {
  (void)state;
  for (enum shape shape = 0; shape < SHAPES; shape++) {
    struct report r = read_report(shape == SHAPE_HTML ? "a.html" : "a.txt", new_form(shape));
    assert_str(headings_of(&r), "1 2 3 4 5 6");
    assert_int_equal(report_headings(&r), 0x7E);
  }
}

#define FIFTH "五、存在的主要问题及改进情况"

static void headings_elsewhere(void **state) {
  (void)state;
  static const struct {
    const char *old, *new, *want;
  } all[] = {
      {FIFTH, "", "1 2 3 4 6"},
      {FIFTH, "见存在的主要问题及改进情况。", "1 2 3 4 6"},
      {FIFTH, "存在的主要问题及改进情况", "1 2 3 4 5 6"},
      {FIFTH, "四、存在的主要问题及改进情况", "1 2 3 4 5 6"},
      {FIFTH, "5.存在的主要问题及改进情况：", "1 2 3 4 5 6"},
      {FIFTH, "五、下一步打算", "1 2 3 4 5 6"},
      {"第6段。", "五、下一步打算", "1 2 3 4 5 6"},
      {"一、总体情况", FIFTH "\n有。\n一、总体情况", "1 2 3 4 5 6"},
      {"第6段。", "第6段。\n七、总体情况", "1 2 3 4 5 6"},
      {"六、其他需要报告的事项", "六、收到和处理政府信息公开申请情况", "1 2 3 4 5"},
  };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct report r = pipes(replaced(new_form(SHAPE_TRAILING), all[i].old, all[i].new));
    if (!str_eq(headings_of(&r), str_from_z(all[i].want)))
      fail_msg("%s for %s: %s", all[i].new, all[i].old, str_z(&arena, headings_of(&r)));
  }
}

static void headings_out_of_order(void **state) {
  (void)state;
  struct str text = replaced(new_form(SHAPE_TRAILING), FIFTH "\n第5段。\n", "");
  struct report first = pipes(replaced(text, "一、总体情况", FIFTH "\n有。\n一、总体情况"));
  assert_str(headings_of(&first), "!5 1 2 3 4 6");
  assert_true(first.headings.at[0].place.row < first.headings.at[1].place.row);
  struct report last = pipes(replaced(text, "第6段。", "第6段。\n" FIFTH "\n有。"));
  assert_str(headings_of(&last), "1 2 3 4 6 !5");
  struct str page = replaced(new_form(SHAPE_HTML), "<p>" FIFTH "</p>", "");
  struct report html =
      read_report("a.html", replaced(page, "<p>第6段。</p>", "<p>第6段。</p><p>" FIFTH "</p>"));
  assert_str(headings_of(&html), "1 2 3 4 6 !5");
  struct str joined = replaced(new_form(SHAPE_JOINED), FIFTH "第5段。", "");
  struct report run = pipes(replaced(joined, "第6段。", "第6段。" FIFTH "有。"));
  assert_str(headings_of(&run), "1 2 3 4 6 !5");
}

static void labels_decide_not_the_year(void **state) {
  (void)state;
  struct str text = report_text(edition_named("cn.2019"), SHAPE_TRAILING, "2023");
  struct report report = pipes(text);
  assert_int_equal(report.edition, edition_named("cn.2019"));
  assert_int_equal(report.year, 2023);
}

/* --- What is missing, doubtful or too much */

static void missing_row(void **state) {
  (void)state;
  struct report r = pipes(replaced(new_form(SHAPE_TRAILING), "2.重复申请", "某某"));
  assert_int_equal(cell_named(&r, "2.重复申请", "自然人")->state, CELL_UNREAD);
  assert_int_equal(count_state(&r, CELL_UNREAD), 7);
  assert_true(is_remarked(&r, "2.重复申请\" is missing from table \"三\""));
  assert_true(is_remarked(&r, "row \"某某\" is none of the form's"));
}

static void missing_table(void **state) {
  (void)state;
  struct str text = new_form(SHAPE_HTML);
  size_t from = str_find(text, STR("<tr><td colspan=5 rowspan='1'><p>行政复议"));
  size_t to = str_find(text, STR("五、"));
  text = str_fmt(&arena, "%.*s</table><p>%.*s", (int)from, text.p, (int)(text.n - to), text.p + to);
  struct report r = read_report("a.html", text);
  assert_int_equal(count_state(&r, CELL_ABSENT), 15);
  assert_int_equal(count_state(&r, CELL_NUMBER), 185);
  assert_true(is_remarked(&r, "table \"四\" is not in the report"));
}

static void too_few_figures(void **state) {
  (void)state;
  /* Flattening moved what is left to the left. */
  struct report r =
      pipes(replaced(new_form(SHAPE_TRAILING), "规章 | 1 | 2 | 3 | ", "规章 | 2 | | |"));
  const struct report_cell *cell = cell_named(&r, "/规章", "本年制发件数");
  assert_int_equal(cell->state, CELL_UNREAD);
  assert_str(cell->printed, "2");
  assert_true(is_remarked(&r, "规章\" is left unread: 1 of 5 cells filled for 3 columns"));
  /* In a page every cell counts. */
  r = read_report("a.html",
                  replaced(new_form(SHAPE_HTML), "<td colspan=1 rowspan='1'><p>2</p></td>", ""));
  assert_int_equal(cell_named(&r, "/规章", "本年制发件数")->state, CELL_UNREAD);
}

static void blanks_that_stand(void **state) {
  (void)state;
  struct report r =
      pipes(replaced(new_form(SHAPE_TRAILING), "规章 | 1 | 2 | 3 | ", "规章 | | | 3 |"));
  assert_int_equal(cell_named(&r, "/规章", "本年制发件数")->state, CELL_BLANK);
  assert_int_equal(cell_named(&r, "/规章", "现行有效件数")->value, 3);
  r = pipes(replaced(new_form(SHAPE_TRAILING), "规章 | 1 | 2 | 3 | ", "规章 | |||"));
  assert_int_equal(count_state(&r, CELL_BLANK), 3);
  r = read_report("a.html", replaced(new_form(SHAPE_HTML), "<p>2</p>", "<p>&nbsp;</p>"));
  assert_int_equal(cell_named(&r, "/规章", "本年废止件数")->state, CELL_BLANK);
  assert_int_equal(cell_named(&r, "/规章", "现行有效件数")->value, 3);
}

static void extra_cells(void **state) {
  (void)state;
  struct report r = read_report(
      "a.html", replaced(new_form(SHAPE_HTML), "<p>3</p></td>", "<p>3</p></td><td></td><td>"));
  assert_int_equal(cell_named(&r, "/规章", "现行有效件数")->value, 3);
  r = read_report("a.html",
                  replaced(new_form(SHAPE_HTML), "<p>3</p></td>", "<p>3</p></td><td>0</td>"));
  assert_int_equal(cell_named(&r, "/规章", "现行有效件数")->state, CELL_UNREAD);
  /* three figures where the form has one column */
  r = pipes(replaced(new_form(SHAPE_TRAILING), "行政许可 | 7 |", "行政许可 | 7 | 0 | 0 |"));
  assert_int_equal(cell_named(&r, "行政许可", "本年处理决定数量")->state, CELL_UNREAD);
}

static void heads_in_another_order(void **state) {
  (void)state;
  struct str text = replaced(new_form(SHAPE_TRAILING), "本年制发件数 | 本年废止件数",
                             "本年废止件数 | 本年制发件数");
  struct report r = pipes(text);
  assert_int_equal(count_state(&r, CELL_UNREAD), 6);
  assert_true(is_remarked(&r, "another order"));
  text = replaced(new_form(SHAPE_BLANKS), "本年制发件数 本年废止件数", "本年废止件数 本年制发件数");
  r = pipes(text);
  assert_int_equal(count_state(&r, CELL_UNREAD), 6);
  text = replaced(new_form(SHAPE_HTML), "<td colspan=1 rowspan='1'><p>总计</p></td>", "");
  text = replaced(text, "<td colspan=5 rowspan='1'><p>法人",
                  "<td><p>总计</p></td><td colspan=5><p>法人");
  r = read_report("a.html", text);
  assert_int_equal(count_state(&r, CELL_UNREAD), 175);
}

static void a_row_twice(void **state) {
  (void)state;
  struct report r = pipes(replaced(new_form(SHAPE_TRAILING), "行政许可 | 7 | ||\n",
                                   "行政许可 | 7 |\n行政许可 | 7 | ||\n"));
  assert_int_equal(count_state(&r, CELL_NUMBER), 200);
  r = pipes(replaced(new_form(SHAPE_TRAILING), "行政许可 | 7 | ||\n",
                     "行政许可 | 7 |\n行政许可 | 8 | ||\n"));
  assert_int_equal(cell_named(&r, "行政许可", "本年处理决定数量")->state, CELL_UNREAD);
  assert_true(
      is_remarked(&r, "stands twice with different figures, 7 in line 11 and 8 in line 12"));
}

static void a_group_with_figures(void **state) {
  (void)state;
  struct report r = pipes(
      replaced(new_form(SHAPE_TRAILING), "（三）不予公开 | 1.属于国家秘密 |", "（三）不予公开 | "));
  assert_true(is_remarked(&r, "\"（三）不予公开\" has figures of its own"));
  assert_int_equal(count_state(&r, CELL_UNREAD), 7);
}

static void menus_are_no_rows(void **state) {
  (void)state;
  struct str menu = STR("首页 | 行政许可 | 3 | 行政处罚 | 总计 |\n");
  struct report r =
      pipes(str_fmt(&arena, "%.*s%.*s", STR_ARG(menu), STR_ARG(new_form(SHAPE_TRAILING))));
  assert_int_equal(count_state(&r, CELL_NUMBER), 200);
}

static void cut_in_the_middle(void **state) {
  (void)state;
  struct str text = new_form(SHAPE_TRAILING);
  struct report r = pipes(str_sub(text, 0, str_find(text, STR("（二）部分公开")) - 5));
  assert_int_equal(cell_named(&r, "（一）予以公开", "自然人")->state, CELL_UNREAD);
  assert_true(is_remarked(&r, "rows are missing from table \"三\""));
  assert_true(is_remarked(&r, "table \"四\" is not in the report"));
  /* one cell a line: only the row that the end cuts is in doubt */
  struct str open = new_form(SHAPE_OPEN);
  size_t first = str_find(open, STR("（一）予以公开"));
  r = pipes(str_sub(open, 0, first + str_find(str_sub(open, first, open.n), STR("28 |")) + 1));
  assert_int_equal(cell_named(&r, "（一）予以公开", "自然人")->state, CELL_UNREAD);
  assert_int_equal(cell_named(&r, "二、上年结转政府信息公开申请数量", "总计")->state, CELL_NUMBER);
  r = pipes(str_fmt(&arena, "%.*s1", (int)str_find(text, STR("2 | 3 | ||\n行政规范")), text.p));
  assert_int_equal(cell_named(&r, "/规章", "本年制发件数")->state, CELL_UNREAD);
}

/* --- Labels as they are printed */

static void labels_as_printed(void **state) {
  (void)state;
  static const char *const ways[][2] = {
      {"三、本年度办理结果", "三、本年度办 理结果 "},
      {"商业企业 | 科研机构", "商业 企业 | 科研 机构"},
      {"3.危及“三安全一稳定”", "3．危及「三安全一稳定」"},
      {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二) 部分公开"},
      {"一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"},
      {"行政规范性文件", "规范性文件(指各行政机关印发的有正式文号的文件)"},
      {"第二十条第（一）项", "第二十条  第(一)项"},
      {"规章 | 1", "規(guī)章 | 1"},
      {"现行有效件数", "現(xiàn)行有效件數(shù)"},
      {"第二十条第（五）项 | ||\n", ""},
      {"三、本年度办理结果 | （一）", "（一）"},
  };
  for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
    struct report r = pipes(replaced(new_form(SHAPE_TRAILING), ways[i][0], ways[i][1]));
    if (count_state(&r, CELL_NUMBER) != 200)
      fail_msg("%s: %zu read", ways[i][1], count_state(&r, CELL_NUMBER));
  }
}

static void runs_of_digits(void **state) {
  (void)state;
  struct report r = pipes(new_form(SHAPE_JOINED));
  const struct report_cell *cell = cell_named(&r, "1.属于国家秘密", "自然人");
  assert_int_equal(cell->state, CELL_UNREAD);
  assert_str(cell->printed, "39404142434445"); /* the 2 behind it numbers the next row */
  assert_int_equal(cell->place.table, 0);
  assert_int_equal(cell->place.row, 2);
  assert_true(is_remarked(&r, "run together, \"39404142434445\""));
  struct str text = replaced(new_form(SHAPE_JOINED), "规章123", "规章 1 2 3");
  text = replaced(text, "11121314151617", "11 12131415 16 17");
  r = pipes(text);
  assert_int_equal(cell_named(&r, "/规章", "本年废止件数")->value, 2);
  assert_int_equal(cell_named(&r, "/规章", "本年废止件数")->place.cell, 3);
  cell = cell_named(&r, "一、本年新收政府信息公开申请数量", "自然人");
  assert_int_equal(cell->state, CELL_UNREAD);
  assert_str(cell->printed, "11 12131415 16 17");
}

/* --- What cells say */

static struct report with_cell(const char *text) {
  return pipes(replaced(new_form(SHAPE_TRAILING), "行政许可 | 7 |",
                        str_z(&arena, str_fmt(&arena, "行政许可 | %s |", text))));
}

static void cell_states(void **state) {
  (void)state;
  static const struct {
    const char *printed;
    enum cell_state state;
    int64_t value;
  } cells[] = {
      {"0", CELL_NUMBER, 0},        {"1,036", CELL_NUMBER, 1036},
      {"２１９", CELL_NUMBER, 219}, {"+14", CELL_NUMBER, 14},
      {"−8", CELL_NUMBER, -8},      {"12件", CELL_NUMBER, 12},
      {"3.0", CELL_NUMBER, 3},      {"/", CELL_BLANK, 0},
      {"——", CELL_BLANK, 0},        {"无", CELL_BLANK, 0},
      {"3.5", CELL_TEXT, 0},        {"减4", CELL_TEXT, 0},
      {"约30", CELL_TEXT, 0},       {"3万元", CELL_TEXT, 0},
      {"000", CELL_TEXT, 0},        {"0 0 0", CELL_TEXT, 0},
      {"3(4)", CELL_TEXT, 0},       {"164(因机构改革,自5月10日起划转)", CELL_NUMBER, 164},
  };
  for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
    struct report r = with_cell(cells[i].printed);
    const struct report_cell *cell = cell_named(&r, "行政许可", "本年处理决定数量");
    if (cell->state != cells[i].state ||
        (cell->state == CELL_NUMBER && cell->value != cells[i].value))
      fail_msg("%s: state %d value %lld", cells[i].printed, (int)cell->state,
               (long long)cell->value);
    assert_str(cell->printed, cells[i].printed);
  }
}

static int64_t in_wan(const char *whole, enum cell_state want, const char *head) {
  struct str text = report_text(edition_named("cn.2019"), SHAPE_TRAILING, "2019");
  text = replaced(text, "采购总金额", head);
  text = replaced(text, "政府集中采购 | 21 | 22 |",
                  str_z(&arena, str_fmt(&arena, "政府集中采购 | 21 | %s |", whole)));
  struct report r = pipes(text);
  const struct report_cell *cell = cell_named(&r, "政府集中采购", "采购总金额");
  assert_int_equal(cell->state, want);
  return cell->value / 10000; /* in yuan, at eight decimals of ten thousand */
}

static void units(void **state) {
  (void)state;
  assert_int_equal(in_wan("251000元", CELL_NUMBER, "采购总金额"), 251000);
  assert_int_equal(in_wan("63.28 万元", CELL_NUMBER, "采购总金额"), 632800);
  assert_int_equal(in_wan("63.28", CELL_NUMBER, "采购总金额（万元）"), 632800);
  assert_int_equal(in_wan("8040", CELL_NUMBER, "采购总金额（单位：元）"), 8040);
  assert_int_equal(in_wan("0", CELL_NUMBER, "采购总金额"), 0);
  in_wan("8040", CELL_TEXT, "采购总金额");
  in_wan("8040件", CELL_TEXT, "采购总金额");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_shape),           cmocka_unit_test(sections_without_tables),
      cmocka_unit_test(headings_in_order),     cmocka_unit_test(headings_elsewhere),
      cmocka_unit_test(headings_out_of_order), cmocka_unit_test(labels_decide_not_the_year),
      cmocka_unit_test(missing_row),           cmocka_unit_test(missing_table),
      cmocka_unit_test(too_few_figures),       cmocka_unit_test(blanks_that_stand),
      cmocka_unit_test(extra_cells),           cmocka_unit_test(heads_in_another_order),
      cmocka_unit_test(a_row_twice),           cmocka_unit_test(a_group_with_figures),
      cmocka_unit_test(menus_are_no_rows),     cmocka_unit_test(cut_in_the_middle),
      cmocka_unit_test(labels_as_printed),     cmocka_unit_test(runs_of_digits),
      cmocka_unit_test(cell_states),           cmocka_unit_test(units),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
