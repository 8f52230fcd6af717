/* Who reports on which year, the date, the sections; and what is no report at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_form.h"

#include <string.h>

#define TITLE "示例县水务局2021年政府信息公开工作年度报告"

/* A whole report with other lines in place of the title, and another end. */
static struct str with_top(const char *lines) {
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  text = replaced(text, TITLE, lines);
  return replaced(text, "示例县水务局\n2022年1月20日\n", "");
}

static void who(const char *lines, const char *agency, int year) {
  struct report r = read_report("a.txt", with_top(lines));
  if (!str_eq(r.agency, str_from_z(agency)) || r.year != year)
    fail_msg("%s: \"%.*s\", %d", lines, STR_ARG(r.agency), r.year);
}

static void titles(void **state) {
  (void)state;
  static const struct {
    const char *lines, *agency;
    int year;
  } seen[] = {
      {TITLE, "示例县水务局", 2021},
      {"示例区2025年度政府信息公开工作年度报告", "示例区", 2025},
      {"2022年示例市政府信息公开工作年度报告", "示例市", 2022},
      {"2022年度示例乡政府信息公开年度报告", "示例乡", 2022},
      {"示例省政府国资委2020政府信息公开工作年度报告", "示例省政府国资委", 2020},
      {"示例中心2020年政府信息公开工作的年度报告", "示例中心", 2020},
      {"示例街道办事处２０２２年度 政府信息公开工作年度报告", "示例街道办事处", 2022},
      {"示例县卫生局\n2019年政府信息公开工作年度报告", "示例县卫生局", 2019},
      {"示例乡政府2024年政府信息公开工作\n年度报告", "示例乡政府", 2024},
      {"2025 年示例区某某街道政府信息\n公开工作年度报告", "示例区某某街道", 2025},
      {"【图文】示例局2022年度政府信息公开工作年度报告（图片版）", "示例局", 2022},
      {"关于示例局2022年政府信息公开工作年度报告", "示例局", 2022},
      {"公报标题示例委2019年政府信息公开工作年度报告", "示例委", 2019},
      {"示例局政府信息公开工作年度报告（2022年）", "示例局", 2022},
      {"当前位置：首页 > 政府信息公开年报 > 示例局2022年政府信息公开年度报告", "示例局", 2022},
      {"标题: 示例区2021年度政府信息公开工作年度报告\n栏目: 政府信息公开年报", "示例区", 2021},
      {"示例縣政府2021年政府信息公開工作年度報告", "示例縣政府", 2021},
      {"示例县水利局2021年信息公开工作年度报告", "示例县水利局", 2021},
      {"示例局2022年政务信息公开年度报告", "示例局", 2022},
      {"示例局2020政府(fu)信息公(gong)開(kai)工作年度報(bào)告", "示例局", 2020},
      {"示例局2019年政府信息公开工作年度报告（超链版）.pdf", "示例局", 2019},
      {"示例省\n关于2019年政府信息公开工作年度报告", "示例省", 2019},
      {"索 引 号: 0123\n来源：另一县人民政府 时间：2022-02-08 16:34 微信 "
       "微博\n示例区2021年政府信息公开工作年度报告",
       "示例区", 2021},
      {"正文\n示例市 2025 年政府信息公开工作年度报告", "示例市", 2025},
  };
  for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
    who(seen[i].lines, seen[i].agency, seen[i].year);
}

static void without_a_title(void **state) {
  (void)state;
  who("发布机构: 示例局\n本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。", "示例局",
      2021);
  who("根据要求，现公布示例局2023年政府信息公开工作年度报告。", "示例局", 2023);
  who("2023年政府信息公开工作年度报告\n2023年，示例市水务局坚持公开为常态。", "示例市水务局", 2023);
  who("現向社會公布示例市水利局2021年信息公開工作年度報告。", "示例市水利局", 2021);
  who("发布机构: 示例局\n截止2023年12月31日我局发布信息34条。", "示例局", 2023);
  struct report r =
      read_report("a.txt", with_top("现公布区统计局2023年政府信息公开工作年度报告。"));
  assert_str(r.agency, "区统计局");
  assert_true(is_remarked(&r, "no title says who reports on what year, this sentence does"));
  assert_true(is_remarked(&r, "\"区统计局\" does not say of what place"));
  r = read_report("x/示例局_2022.txt", with_top("无题"));
  assert_str(r.agency, "示例局");
  assert_int_equal(r.year, 2022);
  assert_true(is_remarked(&r, "the agency is taken from the name of the file"));
  r = read_report("80613_示例区2021年度政府信息公开工作年度报告.txt", with_top("无题"));
  assert_str(r.agency, "示例区");
  assert_int_equal(r.year, 2021);
}

static void periods(void **state) {
  (void)state;
  static const char *const seen[] = {
      "自2019年1月1日起至2019年12月31日止",
      "2019年1月1日-2019年12月31日",
      "2019年1月1日至12月31日",
      "2019年1月1日—2019年12月31日",
      "自201911日起至20191231日止",
      "20191月1日至12月31日",
      "从2019年1月1日到12月31日止",
      "自20191月1日起至201912月31日止",
      "201911日至20191231日",
      "2019年1月1日至2019年12月31日期间",
  };
  for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++)
    who(str_z(&arena, str_fmt(&arena, "发布机构：示例局\n2020年编，数据%s。", seen[i])), "示例局",
        2019);
}

static struct str with_end(const char *lines) {
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  return replaced(text, "示例县水务局\n2022年1月20日\n", lines);
}

static void dates(void **state) {
  (void)state;
  static const char *const seen[][2] = {
      {"示例县水务局\n2022年1月5日\n", "2022-01-05"},
      {"示例县水务局 2022年12月31日\n扫一扫\n", "2022-12-31"},
      {"二〇二二年一月二十日\n", "2022-01-20"},
      {"二○二二年十月十日\n", "2022-10-10"},
      {"２０２２ 年 １ 月 ３１ 日\n", "2022-01-31"},
      {"发布日期：2022-01-31\n", ""},
      {"该办法自2022年1月1日起施行，有效期至2027年1月1日\n", ""},
      {"2022年13月1日\n", ""},
  };
  for (size_t i = 0; i < sizeof seen / sizeof seen[0]; i++) {
    struct report r = read_report("a.txt", with_end(seen[i][0]));
    assert_str(r.signed_on, seen[i][1]);
  }
  struct report r = read_report("a.txt", with_end("示例县水务局\n2022年1月5日\n"));
  assert_str(r.sections[5], "第6段。"); /* sender and date are no narrative */
}

static void headings(void **state) {
  (void)state;
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  text = replaced(text, "四、政府信息公开行政复议", "## 四．政府信息公开行政法复议");
  text =
      replaced(text, "五、存在的主要问题及改进情况\n", "五、存在问题及改进情况 一是人手不足。\n");
  /* the same words in the introduction, and a table of contents */
  text = replaced(text, TITLE,
                  TITLE
                  "\n包括总体情况、主动公开政府信息情况、其他需要报告的事项。\n"
                  "一、总体情况\n六、其他需要报告的事项");
  struct report r = read_report("a.txt", text);
  assert_str(r.sections[0], "第1段。");
  assert_str(r.sections[3], "");
  assert_str(r.sections[4], "一是人手不足。\n第5段。");
  size_t before = str_find(text, STR("五、存在问题")), line = 1;
  for (size_t i = 0; i < before; i++)
    line += text.p[i] == '\n';
  struct str lines = str_fmt(&arena, "%zu %zu", line, line + 1);
  assert_str(r.section_lines[4], lines.p);
  assert_str(r.section_lines[3], "");
  assert_str(r.sections[5], "第6段。");
  assert_int_equal(count_state(&r, CELL_NUMBER), 200);
}

static void refusals(void **state) {
  (void)state;
  assert_str(read_refusal("a.txt", STR("")), "the file is empty");
  assert_str(read_refusal("a.html", STR("<html><p>年报</p></html>")),
             "it holds no table of a known form");
  assert_str(read_refusal("a.txt", STR("首页 | 行政许可 | 总计 |\n")),
             "it holds no table of a known form, only 2 of the words of one");
  assert_str(read_refusal("a.txt", with_top("发布机构: 示例局")),
             "no year is told by its title, its text or its name");
  assert_str(read_refusal("a.txt", with_top("2021年政府信息公开工作年度报告")),
             "no agency is told by its title, its text or its name");
  assert_str(read_refusal("a.txt", with_top("我局主动公开行政许可33项。")),
             "no agency and no year is told by its title, its text or its name");
  struct str text =
      with_top("示例市2023年政府信息公开工作年度报告      示例市2024年政府信息公开工作年度报告");
  assert_str(read_refusal("a.txt", text), "two reports stand side by side in it");
  text = replaced(with_top(TITLE), "二、主动公开政府信息情况",
                  "二、主动公开政府信息情况        二、主动公开政府信息情况");
  assert_str(read_refusal("a.txt", text), "two reports stand side by side in it");
  who("示例市2023年政府信息公开工作年度报告 示例市2023年政府信息公开工作年度报告", "示例市", 2023);
  struct report r;
  assert_int_equal(read_outcome_of(STR("\x89PNG\r\n\x1A\n\0\0"), "a.png", &r), READ_SKIPPED);
  assert_int_equal(diags.n, 0);
}

static bool refuse(void *context, const struct report *report) {
  (void)context;
  (void)report;
  return false;
}

static void the_sink_may_stop(void **state) {
  (void)state;
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  assert_int_equal(read_bytes(&arena, match_index, text, STR("a.txt"),
                              (struct report_sink){refuse, NULL}, &diags),
                   READ_STOPPED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(titles),
      cmocka_unit_test(without_a_title),
      cmocka_unit_test(periods),
      cmocka_unit_test(dates),
      cmocka_unit_test(headings),
      cmocka_unit_test(refusals),
      cmocka_unit_test(the_sink_may_stop),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
