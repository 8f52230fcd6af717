/* Workbooks: the report of a page gives the same cells as a sheet, in each way that sheets are laid
 * out; numbers and dates; and what is no workbook is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/xlsx.h"
#include "read_office.h"

static struct kept kept;

static struct doc *doc_of(struct str bytes) {
  struct doc *docs;
  size_t n;
  diags.n = diags.errors = 0;
  if (!xlsx_read(&arena, bytes, STR("a.xlsx"), &docs, &n, &diags))
    fail_msg("%s", said());
  assert_int_equal(n, 1);
  return docs;
}

static const char *sheet(const char *rows, const char *merges) {
  return shown_doc(doc_of(
      packed_book(sheet_xml(str_from_z(rows), str_from_z(merges)), STR("<si><t>s0</t></si>"))));
}

static void same_cells(void **state) {
  (void)state;
  static const char *const editions[] = {"cn.2019", "cn.2021"};
  for (int i = 0; i < 8; i++) {
    struct str page = report_text(edition_named(editions[i % 2]), SHAPE_HTML, "2021");
    struct report want = read_report("a.html", page);
    struct str book = book_of_page(page, i & 2, i & 4);
    struct report got = read_report("a.xlsx", book);
    assert_same_report(&got, &want);
    assert_int_equal(got.cells[0].place.table, PLACE_SHEET + 1);
    got = read_report("a.xls", book); /* under the ending of the older kind */
    assert_same_report(&got, &want);
    struct str zip = packed("zip", "in/a.xlsx", book);
    assert_int_equal(read_kept("a.zip", zip, &kept), READ_DONE);
    assert_int_equal(kept.n, 1);
    assert_same_report(&kept.at[0], &want);
  }
}

#define T(address, text) "<c r=\"" address "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(address, value) "<c r=\"" address "\"><v>" value "</v></c>"
#define FRAME(address) "<c r=\"" address "\" s=\"1\"/>"
#define FRAMED(address, text)                                                                      \
  "<c r=\"" address "\" s=\"1\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define ROW(number, cells) "<row r=\"" number "\">" cells "</row>"

static void paragraphs_and_tables(void **state) {
  (void)state;
  assert_string_equal(sheet(ROW("1", T("A1", "title")) ROW("2", T("A2", "two\nlines"))
                                ROW("4", T("B4", "a") N("C4", "1"))
                                    ROW("5", T("B5", "b") N("D5", "2")) ROW("7", T("A7", "end")),
                            ""),
                      "¶title\n¶two\n¶lines\na|1|\nb||2\n¶end\n");
  /* a single text between rows: a title in the table, unless it is numbered as headings are */
  assert_string_equal(sheet(ROW("1", T("A1", "a") N("B1", "1")) ROW("2", T("A2", "title"))
                                ROW("3", T("A3", "b") N("B3", "2")) ROW("4", T("A4", "三、heading"))
                                    ROW("5", T("A5", "c") N("B5", "3")),
                            ""),
                      "a|1\ntitle|\nb|2\n¶三、heading\nc|3\n");
  assert_string_equal(sheet(ROW("1", T("A1", "a") N("B1", "1")) ROW("2", T("A2", "blank"))
                                ROW("3", T("A3", "title")) ROW("4", T("A4", "b") N("B4", "2"))
                                    ROW("5", T("A5", "note")),
                            ""),
                      "a|1\nblank|\ntitle|\nb|2\n¶note\n");
  /* frames tell a row with blank figures */
  assert_string_equal(sheet(ROW("1", FRAMED("A1", "一、a") FRAME("B1") FRAME("C1"))
                                ROW("2", FRAME("A2") FRAME("B2") FRAME("C2")),
                            ""),
                      "一、a||\n||\n");
  assert_string_equal(
      sheet(ROW("1", FRAMED("A1", "framed text") FRAME("B1")), "<mergeCell ref=\"A1:B1\"/>"),
      "¶framed text\n");
}

static void spans(void **state) {
  (void)state;
  assert_string_equal(sheet(ROW("1", T("A1", "g") T("B1", "a")) ROW("2", T("B2", "b") N("C2", "1"))
                                ROW("3", T("A3", "under") T("B3", "c"))
                                    ROW("4", T("A4", "h") N("C4", "3")),
                            "<mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:C1\"/>"),
                      "g|a*2\n[g]|b|1\n[g]|c|\nh||3\n");
}

static void values(void **state) {
  (void)state;
  assert_string_equal(
      sheet(ROW("1",
                "<c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>7</v></c><c><v>5.0</v></c>"
                "<c><v>63.280000000000001</v></c><c><v>-164</v></c><c><v>1.1398889E7</v></c>"
                "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1</f><v>x"
                "</v></c><c><f>SUM(B1:B2)</f></c><c><f>A2</f><v>8</v></c>"),
            ""),
      "s0||5|63.28|-164|11398889|TRUE|#REF!|x|=SUM(B1:B2)|8\n");
  assert_string_equal(
      sheet(ROW("1",
                "<c s=\"2\"><v>44581</v></c><c s=\"2\"><v>5</v></c><c s=\"2\"><v>61.5</v></c>"
                "<c s=\"2\"><v>0.5</v></c><c s=\"2\"><v>-3</v></c><c s=\"3\"><v>0.339</v></c>"
                "<c><v>0.000000001</v></c><c><v>1E+300</v></c>"),
            ""),
      "2022年1月20日|1900年1月5日|1900年3月1日|12:00|####|33.9%|0.000000001000000|1e+300\n");
  assert_string_equal(sheet(ROW("1", T("A1", "a_x000D_b") T("B1", "_x_")), ""), "a b|_x_\n");
}

static void places(void **state) {
  (void)state;
  struct doc *doc = doc_of(packed_book(
      sheet_xml(STR(ROW("3", T("B3", "a") N("D3", "1")) ROW("9", T("C9", "p"))), STR("")),
      STR("")));
  assert_int_equal(doc->blocks.n, 2); /* the hidden sheet is left out */
  struct place place = doc->blocks.at[0].rows[0].cells[2].place;
  assert_int_equal(place.table, PLACE_SHEET + 1);
  assert_str(place_text(&arena, place), "sheet 1, row 3");
  assert_int_equal(place.row, 3);
  assert_int_equal(place.cell, 4);
  place = doc->blocks.at[1].rows[0].cells[0].place;
  assert_int_equal(place.row, 9);
  assert_int_equal(place.cell, 3);
}

static void refusals(void **state) {
  (void)state;
  assert_str(read_refusal("a.xlsx", packed("zip", "x.xml", STR("<x/>"))),
             "this is no Excel workbook: \"xl/workbook.xml\" is not in it");
  assert_str(read_refusal("a.xlsx", STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more")),
             "it has a password, or is of an older kind than its name");
  struct str book = book_of_page(report_text(edition_named("cn.2021"), SHAPE_HTML, "2021"), 1, 1);
  read_refusal("a.xlsx", str_sub(book, 0, book.n / 2));
  book = packed_book(STR("<worksheet xmlns=\"" SHEET_SPACE "\"><sheetData><row><c>"), STR(""));
  assert_non_null(strstr(read_refusal("a.xlsx", book).p,
                         "\"xl/worksheets/sheet1.xml\" in it is damaged in line 1"));
}

/* Entities that double at each level, in a text and in the sheet. */
static void entities(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  sbuf_add_z(&b, "<!DOCTYPE x [<!ENTITY a0 \"ha\">");
  for (int i = 1; i < 40; i++)
    sbuf_addf(&b, "<!ENTITY a%d \"&a%d;&a%d;\">", i, i - 1, i - 1);
  sbuf_add_z(&b, "]><worksheet xmlns=\"" SHEET_SPACE
                 "\"><sheetData><row><c t=\"inlineStr\"><is><t>"
                 "&a39;</t></is></c></row></sheetData></worksheet>");
  assert_str(read_refusal("a.xlsx", packed_book(sbuf_str(&b), STR(""))),
             "\"xl/worksheets/sheet1.xml\" in it declares entities, which no document of this kind "
             "may do");
}

static void limits(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  sbuf_add_z(&b, "<row>");
  for (int i = 0; i < 201000; i++)
    sbuf_addf(&b, "%s<c><v>1</v></c>", i % 1000 == 0 ? "</row><row>" : "");
  assert_non_null(
      strstr(read_refusal("a.xlsx", packed_book(sheet_xml(sbuf_str(&b), STR("")), STR(""))).p,
             "more than"));
  b.n = 0;
  for (int i = 1; i < 1000; i++)
    sbuf_addf(&b, "<row r=\"%d\"><c r=\"A%d\" s=\"1\"/><c r=\"XFD%d\" s=\"1\"/></row>", i, i, i);
  assert_str(read_refusal("a.xlsx", packed_book(sheet_xml(sbuf_str(&b), STR("")), STR(""))),
             "a table of 999 rows and 16384 columns, in sheet 1, is none of a report");
  /* merged cells over everything, over nothing, and over each other */
  struct sbuf m = {.arena = &arena};
  sbuf_add_z(&m,
             "<mergeCell ref=\"B2:A1\"/><mergeCell ref=\"A0:A1\"/><mergeCell ref=\"x\"/>"
             "<mergeCell ref=\"ZZZZ1:ZZZZ2\"/>");
  for (int i = 0; i < 30000; i++)
    sbuf_add_z(&m, "<mergeCell ref=\"A1:XFD1048576\"/>");
  b.n = 0;
  for (int i = 1; i < 1000; i++)
    sbuf_addf(&b, "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c><c r=\"C%d\"><v>2</v></c></row>", i, i,
              i);
  doc_of(packed_book(sheet_xml(sbuf_str(&b), sbuf_str(&m)), STR("")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_cells), cmocka_unit_test(paragraphs_and_tables),
      cmocka_unit_test(spans),      cmocka_unit_test(values),
      cmocka_unit_test(places),     cmocka_unit_test(refusals),
      cmocka_unit_test(entities),   cmocka_unit_test(limits),
  };
  read_setup();
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
