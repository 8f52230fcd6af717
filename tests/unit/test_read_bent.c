/* The ways in which pages bend the form: for each, a report bent in that one way, and what is then
 * read of the rows that it touches. All else in the report must be read as ever.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_form.h"

#include <string.h>

#define MAX_BENDS 6
#define MAX_ROWS 6

/* Of a row: numbers as their value, ~ before an inferred one, _ blank, ? unread, ! other words,
 * - when its table is not there. */
struct bent {
  const char *name;
  const char *bends[MAX_BENDS][2]; /* what is replaced by what */
  const char *rows[MAX_ROWS][2];   /* the end of a row's name, what its cells say */
};

static void add_cell(struct sbuf *b, const struct report *report, size_t slot) {
  const struct report_cell *cell = &report->cells[slot];
  const struct form_cell *what = &vocab.editions[report->edition].cells[slot];
  int64_t one = 1;
  for (int i = 0; i < vocab.units[vocab.measures[what->measure].unit].decimals; i++)
    one *= 10;
  switch (cell->state) {
  case CELL_NUMBER:
  case CELL_INFERRED:
    sbuf_addf(b, "%s%lld", cell->state == CELL_INFERRED ? "~" : "", (long long)(cell->value / one));
    if (cell->value % one != 0)
      sbuf_add_z(b, ".");
    return;
  case CELL_BLANK:
    sbuf_add_char(b, '_');
    return;
  case CELL_TEXT:
    sbuf_add_char(b, '!');
    return;
  case CELL_UNREAD:
    sbuf_add_char(b, '?');
    return;
  case CELL_ABSENT:
    sbuf_add_char(b, '-');
  }
}

/* What the cells of the first row say whose name ends so. */
static const char *row_says(const struct report *report, const char *row) {
  const struct edition *edition = &vocab.editions[report->edition];
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct block *block = cell_block(report, slot);
    const struct line *line = &block->rows[edition->cells[slot].row];
    if (!str_ends(line_name(block->title, line), str_from_z(row)))
      continue;
    struct sbuf b = {.arena = &arena};
    for (size_t c = 0; c < block->ncolumns; c++) {
      if (c > 0)
        sbuf_add_char(&b, ' ');
      add_cell(&b, report, slot + c);
    }
    return str_z(&arena, sbuf_str(&b));
  }
  fail_msg("no row %s", row);
  return "";
}

static bool is_named(const struct bent *bent, struct str row) {
  for (size_t i = 0; i < MAX_ROWS && bent->rows[i][0] != NULL; i++)
    if (str_ends(row, str_from_z(bent->rows[i][0])))
      return true;
  return false;
}

static size_t count_unlike(const struct bent *bent, const struct report *report) {
  const struct edition *edition = &vocab.editions[report->edition];
  size_t bad = 0;
  for (size_t i = 0; i < MAX_ROWS && bent->rows[i][0] != NULL; i++) {
    const char *says = row_says(report, bent->rows[i][0]);
    if (strcmp(says, bent->rows[i][1]) != 0) {
      print_error("%s: row %s says %s, not %s\n", bent->name, bent->rows[i][0], says,
                  bent->rows[i][1]);
      bad++;
    }
  }
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct block *block = cell_block(report, slot);
    const struct form_cell *what = &edition->cells[slot];
    struct str row = line_name(block->title, &block->rows[what->row]);
    const struct report_cell *cell = &report->cells[slot];
    if (is_named(bent, row) ||
        (cell->state != CELL_ABSENT && str_eq(cell->printed, figure_text(slot))))
      continue;
    print_error("%s: row %.*s: \"%.*s\", state %d, not %zu\n", bent->name, STR_ARG(row),
                STR_ARG(cell->printed), (int)cell->state, slot + 1);
    bad++;
    break;
  }
  return bad;
}

static void check(const struct bent *all, size_t n, const char *edition, enum shape shape) {
  size_t bad = 0;
  for (size_t i = 0; i < n; i++) {
    struct str text = report_text(edition_named(edition), shape, "2021");
    for (size_t k = 0; k < MAX_BENDS && all[i].bends[k][0] != NULL; k++)
      text = replaced(text, all[i].bends[k][0], all[i].bends[k][1]);
    struct report report = {0};
    if (read_outcome_of(text, shape == SHAPE_HTML ? "a.html" : "a.txt", &report) != READ_DONE) {
      print_error("%s: not read\n", all[i].name);
      diags_render(&diags, stderr);
      bad++;
      continue;
    }
    size_t unlike = count_unlike(&all[i], &report);
    for (size_t k = 0; unlike > 0 && k < report.remarks.n; k++)
      print_error("  remark: %.*s\n", STR_ARG(report.remarks.at[k].text));
    bad += unlike;
  }
  assert_int_equal(bad, 0);
}

#define CHECK(cases, edition, shape) check(cases, sizeof cases / sizeof cases[0], edition, shape)

#define RECEIVED "一、本年新收政府信息公开申请数量"
#define PIPED_FOUR                                                                                 \
  "186 | 187 | 188 | 189 | 190 | 191 | 192 | 193 | 194 | 195 | 196 | 197 | 198 | 199 | 200 | "

/* --- `a | b | ||`, the commonest text */

static void piped(void **state) {
  (void)state;
  static const struct bent cases[] = {
      {"row named as in the other edition", {{"行政规范性文件", "规范性文件"}}, {{NULL}}},
      {"label with the unit and digits in brackets",
       {{"行政规范性文件", "规范性文件(指2021年印发的有正式文号的文件)"}},
       {{NULL}}},
      {"numeral of a block without brackets", {{"第二十条第（一）项", "第二十条第一项"}}, {{NULL}}},
      {"a heading that the form has in other words",
       {{"四、政府信息公开行政复议、行政诉讼情况",
         "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
        {"五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"},
        {"一、总体情况", "一、工作概况"}},
       {{NULL}}},
      {"headings lost",
       {{"一、总体情况\n", ""},
        {"五、存在的主要问题及改进情况\n", ""},
        {"六、其他需要报告的事项\n", ""}},
       {{NULL}}},
      {"all headings lost",
       {{"一、总体情况\n", ""},
        {"二、主动公开政府信息情况\n", ""},
        {"三、收到和处理政府信息公开申请情况\n", ""},
        {"四、政府信息公开行政复议、行政诉讼情况\n", ""},
        {"五、存在的主要问题及改进情况\n", ""},
        {"六、其他需要报告的事项\n", ""}},
       {{NULL}}},
      {"headings again as names of the tables, in Markdown",
       {{"二、主动公开政府信息情况\n",
         "## 二、主动公开政府信息情况\n### 表二：主动公开政府信息情况\n"},
        {"三、收到和处理政府信息公开申请情况\n",
         "三、收到和处理政府信息公开申请情况\n## 表三：收到和处理政府信息公开申请情况\n"}},
       {{NULL}}},
      {"figures in the prose before a table",
       {{"二、主动公开政府信息情况\n",
         "二、主动公开政府信息情况\n我乡制发文件18件,废止文件0件,"
         "现行有效文件18件,行政许可共处理决定62起。\n"}},
       {{NULL}}},
      {"no figures of the prose where the table is lost",
       {{"第二十条第（五）项 | ||\n信息内容 | 本年处理决定数量 | ||\n行政许可 | 7 | ||\n",
         "行政许可共处理决定62起。\n"}},
       {{"/行政许可", "?"}}},
      {"strokes for blanks", {{"规章 | 1 | 2 | 3 |", "规章 | / | — | － |"}}, {{"/规章", "_ _ _"}}},
      {"signs and groups of thousands",
       {{"规章 | 1 | 2 | 3 |", "规章 | +1,036 | -11 | −８ |"}},
       {{"/规章", "1036 -11 -8"}}},
      {"two figures in a cell",
       {{"行政处罚 | 8 |", "行政处罚 | 2648-18538 |"}},
       {{"/行政处罚", "!"}}},
      {"a figure with its unit",
       {{"规章 | 1 | 2 | 3 |", "规章 | 12件 | 0 件 | 3 件|"}},
       {{"/规章", "12 0 3"}}},
      {"words for a figure",
       {{"规章 | 1 | 2 | 3 |", "规章 | 减 | 减4 | 若干 |"}},
       {{"/规章", "! ! !"}}},
      {"a figure with its reason",
       {{"规章 | 1 | 2 | 3 |",
         "规章 | 1 | -164(因机构改革,自5月10日起将(含许可6大项)划转) | 42 |"}},
       {{"/规章", "1 -164 42"}}},
      {"money in decimals",
       {{"行政事业性收费 | 10 |", "行政事业性收费 | 24252.311082 |"}},
       {{"/行政事业性收费", "24252."}}},
      {"blanks before and behind, no-break and wide",
       {{"规章 | 1 | 2 | 3 |",
         "规章 |\xC2\xA0"
         "1\xC2\xA0|\xE3\x80\x80"
         "2 |  3\xE3\x80\x80|"}},
       {{"/规章", "1 2 3"}}},
      {"blanks gone, one figure left of three",
       {{"规章 | 1 | 2 | 3 |", "规章 | 2 | ||"}},
       {{"/规章", "? ? ?"}}},
      {"blanks gone, two figures left of three",
       {{"规章 | 1 | 2 | 3 |", "规章 | 2 | 3 ||"}},
       {{"/规章", "? ? ?"}}},
      {"one figure of a row of seven, blanks behind it",
       {{"一、本年新收政府信息公开申请数量 | 11 | 12 | 13 | 14 | 15 | 16 | 17 |",
         "一、本年新收政府信息公开申请数量 | 4 | ||||||||"}},
       {{RECEIVED, "? ? ? ? ? ? ?"}}},
      {"blanks that stand",
       {{"一、本年新收政府信息公开申请数量 | 11 | 12 | 13 | 14 | 15 | 16 | 17 |",
         "一、本年新收政府信息公开申请数量 | 4 | | | | | | 4 |"}},
       {{RECEIVED, "4 _ _ _ _ _ 4"}}},
      {"labels with blanks",
       {{"商业企业 | 科研机构 | 社会公益组织 | 法律服务机构",
         "商业 企业 | 科研\xC2\xA0机构 | 社会公益 组织 | 法律服务 机构"},
        {"三、本年度办理结果", "三、本年度办 理结果 "}},
       {{NULL}}},
      {"heads over two rows",
       {{"商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ||",
         "商业 | 科研 | 社会公益 | 法律服务 | 其他 | ||\n企业 | 机构 | 组织 | 机构 | ||"}},
       {{NULL}}},
      {"second halves of the heads of table four lost",
       {{"结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持",
         "结果 | 结果 | 其他 | 尚未 | 总计 | 结果维持"}},
       {{NULL}}},
      {"quotes of another kind", {{"3.危及“三安全一稳定”", "3.危及\"三安全一稳定\""}}, {{NULL}}},
      {"labels shortened",
       {{"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"},
        {"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
         "2.逾期不缴费"},
        {"5.属于三类内部事务信息", "5.属于内部事务信息"},
        {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"}},
       {{NULL}}},
      {"numerals with a point of another kind",
       {{"1.属于国家秘密", "1、属于国家秘密"}, {"2.其他法律", "2．其他法律"}},
       {{NULL}}},
      {"sub-labels missing",
       {{"（三）不予公开 | 1.属于国家秘密 |", "（三）不予公开 |"},
        {"2.其他法律行政法规禁止公开 | ", ""}},
       {{"/1.属于国家秘密", "? ? ? ? ? ? ?"}, {"/2.其他法律行政法规禁止公开", "? ? ? ? ? ? ?"}}},
      {"span again at a page break",
       {{"（四）无法提供", "三、本年度办理结果 | （四）无法提供"}},
       {{NULL}}},
      {"spans as empty cells",
       {{"（二）部分公开（区分", " | （二）部分公开（区分"}, {"2.其他法律", " | | 2.其他法律"}},
       {{NULL}}},
      {"more cells than columns",
       {{"行政处罚 | 8 |", "行政处罚 | 0 | 0 | 0 |"}},
       {{"/行政处罚", "?"}}},
      {"a row of blanks behind a table",
       {{"行政事业性收费 | 10 | ||\n", "行政事业性收费 | 10 | ||\n | | | | | \n"}},
       {{NULL}}},
      {"Traditional script, in the words of Taiwan",
       {{"行政规范性文件", "行政規範性檔案"},
        {"信息内容 | 本年制发件数", "資訊內容 | 本年製發件數"}},
       {{NULL}}},
      {"pinyin behind characters",
       {{"行政规范性文件", "行政規(guī)范性文件"},
        {"现行有效件数", "現(xiàn)行有效件數(shù)"},
        {"一、本年新收政府信息公开申请数量",
         "一、本年新收政府(fu)(fu)信息公(gong)開申請數(shù)量"}},
       {{NULL}}},
      {"pinyin in the headings and the title",
       {{"示例县水务局2021年政府信息公开工作年度报告",
         "示例县水务局2021年(nian)(nian)政府信息公(gong)開工作年度報(bào)告"},
        {"三、收到和处理政府信息公开申请情况", "三、收到和處(chǔ)理政府信息公開申請(qǐng)情況"},
        {"二、主动公开政府信息情况", "二、主動(dòng)公開政府信息情況"}},
       {{NULL}}},
      {"half of the marks of the other width",
       {{"（七）总计", "(七)总计"},
        {"（五）不予处理 | 1.信访", "(五）不予处理 | 1．信访"},
        {"一、本年新收", "一.本年新收"}},
       {{NULL}}},
  };
  CHECK(cases, "cn.2021", SHAPE_TRAILING);
}

/* --- One cell a line */

static void lines(void **state) {
  (void)state;
  static const struct bent closed[] = {
      {"blanks that stand in a row that is closed",
       {{"规章 |\n1 |\n2 |\n3 |\n||\n", "规章 |\n0 |\n|\n5 |\n||\n"}},
       {{"/规章", "0 _ 5"}}},
      {"a blank at the end of a row that is closed",
       {{"规章 |\n1 |\n2 |\n3 |\n||\n", "规章 |\n0 |\n|\n|\n||\n"}},
       {{"/规章", "0 _ _"}}},
      {"too few cells in a row that is closed",
       {{"规章 |\n1 |\n2 |\n3 |\n||\n", "规章 |\n1 |\n2 |\n||\n"}},
       {{"/规章", "? ? ?"}}},
      {"nothing but blanks",
       {{"规章 |\n1 |\n2 |\n3 |\n||\n", "规章 |\n|\n|\n|\n||\n"}},
       {{"/规章", "_ _ _"}}},
      {"indented cells",
       {{"规章 |\n1 |\n2 |\n3 |\n", "    规章  | \n  1  | \n\t2 | \n  3 |\n"}},
       {{NULL}}},
  };
  static const struct bent open[] = {
      {"blanks that stand before a figure",
       {{"规章 |\n1 |\n2 |\n3 |\n", "规章 |\n|\n|\n5 |\n"}},
       {{"/规章", "_ _ 5"}}},
      {"a blank at the end, or padding",
       {{"规章 |\n1 |\n2 |\n3 |\n", "规章 |\n1 |\n2 |\n|\n"}},
       {{"/规章", "? ? ?"}}},
      {"three figures in one column",
       {{"行政处罚 |\n8 |\n", "行政处罚 |\n0 |\n0 |\n0 |\n"}},
       {{"/行政处罚", "?"}}},
      {"empty cells behind a table",
       {{"行政事业性收费 |\n10 |\n", "行政事业性收费 |\n10 |\n|\n|\n|\n|\n|\n"}},
       {{NULL}}},
  };
  static const struct bent loose[] = {
      {"a head broken by a blank line",
       {{"本年制发件数\n\n本年废止件数", "本年制\n\n发件数\n\n本年废止\n件数"}},
       {{NULL}}},
      {"heads of which the second half is lost",
       {{"本年制发件数\n\n本年废止件数", "本年制\n\n本年"}},
       {{NULL}}},
      {"a label broken in two lines",
       {{"3.补正后申请内容仍不明确", "3.补正后申请内容仍\n不明确"},
        {"一、本年新收政府信息公开", "一、本年新收\n\n政府信息公开"}},
       {{NULL}}},
      {"figures within a label that is broken",
       {{"2.没有现成信息需要另行制作", "2.没有现成信息需要另行制"}},
       {{"/2.没有现成信息需要另行制作", "? ? ? ? ? ? ?"}}},
      {"a figure missing", {{"规章\n\n1\n\n2\n\n3", "规章\n\n1\n\n3"}}, {{"/规章", "? ? ?"}}},
      {"a figure too many",
       {{"规章\n\n1\n\n2\n\n3", "规章\n\n1\n\n2\n\n3\n\n4"}},
       {{"/规章", "? ? ?"}}},
      {"a row that the form has not",
       {{"行政规范性文件\n\n4\n\n5\n\n6\n\n",
         "行政规范性文件\n\n4\n\n5\n\n6\n\n其他主动公开文件\n\n7\n\n8\n\n9\n\n"}},
       {{NULL}}},
      {"a label one character down a line",
       {{"三、本年度办理结果", "三\n、\n本\n年\n度\n办\n理\n结\n果"}},
       {{NULL}}},
      {"pipes on lines of their own",
       {{"规章\n\n1\n\n2\n\n3", "规章\n|\n1\n|\n2\n|\n3\n|\n||"}},
       {{NULL}}},
      {"pipes on lines of their own and a blank",
       {{"规章\n\n1\n\n2\n\n3", "规章\n|\n1\n|\n|\n3\n|\n||"}},
       {{"/规章", "? ? ?"}}},
  };
  CHECK(closed, "cn.2021", SHAPE_LINES);
  CHECK(open, "cn.2021", SHAPE_OPEN);
  CHECK(loose, "cn.2021", SHAPE_LOOSE);
}

/* --- Blanks alone */

static void blanks(void **state) {
  (void)state;
  static const struct bent cases[] = {
      {"fewer numbers than columns", {{"规章 1 2 3", "规章 0 0"}}, {{"/规章", "? ? ?"}}},
      {"wide blanks", {{"规章 1 2 3", "规章    1      2\xE3\x80\x80\xE3\x80\x80 3"}}, {{NULL}}},
      {"marks for blanks", {{"规章 1 2 3", "规章 / / /"}}, {{"/规章", "_ _ _"}}},
      {"figures with their unit", {{"规章 1 2 3", "规章 1件 2件 3件"}}, {{"/规章", "1 2 3"}}},
      {"a row of words", {{"规章 1 2 3", "规章 无 2 3"}}, {{"/规章", "_ 2 3"}}},
      {"a note behind a row", {{"行政许可 7", "行政许可 7\n注:含2020年结转3件"}}, {{NULL}}},
      {"figures of the prose behind the table",
       {{"行政事业性收费 10\n", "行政事业性收费 10\n我局共办理行政许可62件。\n"}},
       {{NULL}}},
      {"prose instead of the table",
       {{"规章 1 2 3\n", ""},
        {"行政规范性文件 4 5 6\n", "我局制发行政规范性文件18件，废止0件，现行有效18件。\n"}},
       {{"/规章", "? ? ?"}, {"/行政规范性文件", "? ? ?"}}},
  };
  CHECK(cases, "cn.2021", SHAPE_BLANKS);
}

/* --- Pages */

#define TD(text) "<td colspan=1 rowspan='1'><p>" text "</p></td>"

static void pages(void **state) {
  (void)state;
  static const struct bent cases[] = {
      {"a label of several paragraphs",
       {{"1.申请人无正当理由逾期不补正、行政机关不再处理",
         "1.申请人无正当理由逾期不补正、行政机关</p><p>不再处理"}},
       {{NULL}}},
      {"a line broken in a head", {{"结果纠正", "结果<br/>纠正"}}, {{NULL}}},
      {"a heading behind a break", {{"<p>四、政府", "<p><br />四、政府"}}, {{NULL}}},
      {"a heading behind 23 blanks",
       {{"<p>四、政府",
         "<p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;"
         "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;四、政府"}},
       {{NULL}}},
      {"a figure in two spans with blanks",
       {{"<p>1</p>", "<p><span>&nbsp;</span><SPAN STYLE='FONT-SIZE:12PT'>1&#32;</SPAN></p>"}},
       {{NULL}}},
      {"cells of blanks",
       {{TD("1") TD("2") TD("3"), "<td>&nbsp;</td><td></td><td><p></p><p>&nbsp;</p></td>"}},
       {{"/规章", "_ _ _"}}},
      {"a cell missing", {{TD("2"), ""}}, {{"/规章", "? ? ?"}}},
      {"a head without its spans",
       {{"<tr><td colspan=1 rowspan='1'><p>商业企业", "<tr><td></td><td><p>商业企业"},
        {"<p>其他</p></td>", "<p>其他</p></td><td></td>"}},
       {{NULL}}},
      {"span again at a page break",
       {{"<p>（四）无法提供", "<p>三、本年度办理结果</p></td><td><p>（四）无法提供"}},
       {{NULL}}},
      {"a figure spans two columns",
       {{"<p>2</p></td>" TD("3"), "<p>2</p></td>"}, {"<tr>" TD("规章"), "<tr>" TD("规章")}},
       {{"/规章", "? ? ?"}}},
      {"escaped brackets",
       {{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
         "(二)部分公开&lt;区分处理的&#44;只计这一情形&#xff0c;不计其他情形&gt;"}},
       {{NULL}}},
      {"two tables side by side in one",
       {{"<p>一、总体情况</p>",
         "<table><tr><td>栏目</td><td>行政许可</td><td>3</td></tr></table><p>一、总体情况</p>"}},
       {{NULL}}},
  };
  CHECK(cases, "cn.2021", SHAPE_HTML);
}

/* --- Table four, whose row has no label */

#define RESULTS "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
#define WHOLE_FOUR                                                                                 \
  "行政复议 | 行政诉讼 | ||\n" RESULTS "未经复议直接起诉 | 复议后起诉 | ||\n" RESULTS RESULTS      \
  "||\n" PIPED_FOUR "||\n"
#define OF_FIVE(figures) "| " RESULTS "\n|---|---|---|---|---|\n| " figures " |\n\n"
#define REVIEWS OF_FIVE("186 | 187 | 188 | 189 | 190")
#define DIRECT OF_FIVE("191 | 192 | 193 | 194 | 195")
#define AFTER OF_FIVE("196 | 197 | 198 | 199 | 200")
#define ALL_UNREAD "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?"

static void table_four(void **state) {
  (void)state;
  static const struct bent cases[] = {
      {"a bare row, the words of the head run together",
       {{WHOLE_FOUR, "行政复议行政诉讼\n| " PIPED_FOUR "\n"}},
       {{NULL}}},
      {"three tables of five in Markdown",
       {{WHOLE_FOUR, "### 行政复议\n" REVIEWS "### 行政诉讼\n#### 未经复议直接起诉\n" DIRECT
                     "#### 复议后起诉\n" AFTER}},
       {{NULL}}},
      {"three rows of five behind their labels",
       {{WHOLE_FOUR,
         "类别 | " RESULTS
         "\n行政复议 | 186 | 187 | 188 | 189 | 190 |\n行政诉讼 | 未经复议直接起诉 | "
         "191 | 192 | 193 | 194 | 195 |\n复议后起诉 | 196 | 197 | 198 | 199 | 200 |\n"}},
       {{NULL}}},
      {"two of three tables of five",
       {{WHOLE_FOUR, "（一）行政复议\n" REVIEWS "复议后起诉\n" AFTER}},
       {{"件数", "186 187 188 189 190 ? ? ? ? ? 196 197 198 199 200"}}},
      {"a table of five without a name",
       {{WHOLE_FOUR, "### 行政复议\n" REVIEWS DIRECT}},
       {{"件数", "186 187 188 189 190 ? ? ? ? ? ? ? ? ? ?"}}},
      {"a name with five figures twice, not the same",
       {{WHOLE_FOUR, "### 行政复议\n" REVIEWS "### 行政复议\n" DIRECT}},
       {{"件数", ALL_UNREAD}}},
      {"a table of five with its heads in another order",
       {{WHOLE_FOUR,
         "### 行政复议\n总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 |\n"
         "186 | 187 | 188 | 189 | 190 |\n"}},
       {{"件数", ALL_UNREAD}}},
      {"a table of five that lost a figure",
       {{WHOLE_FOUR, "### 行政复议\n" RESULTS "\n186 | 187 | 188 | 189 ||\n"}},
       {{"件数", ALL_UNREAD}}},
      {"five figures below the heads of all",
       {{PIPED_FOUR, "186 | 187 | 188 | 189 | 190 | "}},
       {{"件数", ALL_UNREAD}}},
      {"words for no cases",
       {{PIPED_FOUR, "本年度没有行政复议、行政诉讼。 |"}},
       {{"件数", ALL_UNREAD}}},
  };
  CHECK(cases, "cn.2021", SHAPE_TRAILING);
}

/* --- The edition of 2019 */

/* The amount has no unit there. */
#define MONEY                                                                                      \
  { "政府集中采购", "21 !" }

static void edition_2019(void **state) {
  (void)state;
  static const struct bent cases[] = {
      {"a row that the form has not",
       {{"第二十条第（五）项", "其他主动公开文件 | 7 | 8 | 9 |\n第二十条第（五）项"}},
       {MONEY}},
      {"heads shortened",
       {{"对外公开总数量", "对外公开总数"},
        {"本年增/减", "本年增/"},
        {"本年新制作数量 | 本年新公开数量", "本年新 | 本年新"}},
       {MONEY}},
      {"heads lengthened",
       {{"本年增/减", "本年增/减 (指2019年增加或减少的事项数,减用负值表示,如-8)"}},
       {MONEY}},
      {"a label that names other rows in brackets",
       {{"其他对外管理服务事项",
         "其他对外管理服务事项(指行政许可以外的政务服务事项,含行政确认、行政处罚、行政强制)"}},
       {MONEY}},
      {"signed changes",
       {{"行政许可 | 7 | 8 | 9 |", "行政许可 | 35 | -15 | 0 |"},
        {"其他对外管理服务事项 | 10 | 11 | 12 |", "其他对外管理服务事项 | 10 | +461 | 减4 |"}},
       {{"/行政许可", "35 -15 0"}, {"/其他对外管理服务事项", "10 461 !"}, MONEY}},
      {"words of Taiwan",
       {{"规范性文件", "規範性檔案"}, {"对外公开总数量", "對外公開總數量"}},
       {MONEY}},
      {"money with its unit",
       {{"政府集中采购 | 21 | 22 |", "政府集中采购 | 53 | 251000元 |"}},
       {{"政府集中采购", "53 25."}}},
      {"money without its unit",
       {{"政府集中采购 | 21 | 22 |", "政府集中采购 | 53 | 6944.93 |"}},
       {{"政府集中采购", "53 !"}}},
  };
  CHECK(cases, "cn.2019", SHAPE_TRAILING);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(piped), cmocka_unit_test(lines),      cmocka_unit_test(blanks),
      cmocka_unit_test(pages), cmocka_unit_test(table_four), cmocka_unit_test(edition_2019),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
