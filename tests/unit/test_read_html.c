/* Pages → paragraphs and tables: spans, broken markup, furniture, character sets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/html.h"

#include <string.h>

static struct arena arena;

static struct doc *read_doc(struct str bytes) {
  struct diags diags = {.arena = &arena};
  struct doc *docs = NULL;
  size_t n;
  assert_true(html_read(&arena, bytes, STR("a.html"), &docs, &n, &diags));
  assert_int_equal(n, 1);
  return docs;
}

/* Paragraphs as `¶text`; rows as `a|b`, a copy in brackets, `a*3` for a span over columns. */
static const char *shown(const struct doc *doc) {
  struct sbuf b = {.arena = &arena};
  for (size_t i = 0; i < doc->blocks.n; i++) {
    const struct doc_block *block = &doc->blocks.at[i];
    for (size_t r = 0; r < block->nrows; r++) {
      sbuf_add_z(&b, block->kind == DOC_PARAGRAPH ? "¶" : "");
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        const struct doc_cell *cell = &block->rows[r].cells[c];
        sbuf_addf(&b, cell->is_copy ? "%s[%.*s]" : "%s%.*s", c > 0 ? "|" : "", STR_ARG(cell->text));
        if (cell->colspan > 1)
          sbuf_addf(&b, "*%d", cell->colspan);
      }
      sbuf_add_char(&b, '\n');
    }
  }
  return str_z(&arena, sbuf_str(&b));
}

static const char *page(const char *html) {
  return shown(read_doc(str_from_z(html)));
}

static void paragraphs(void **state) {
  (void)state;
  assert_string_equal(page("<title>t</title><div>a<span>b</span> c<p>d<br/>e&nbsp;</p></div>f"),
                      "¶ab c\n¶d\n¶e\n¶f\n");
  assert_string_equal(page("<style>x{}</style><p>a<!-- no --><script>var b;</script></p>"), "¶a\n");
  assert_string_equal(str_z(&arena, read_doc(STR("<html><head><title> T\n1 </title>"))->title),
                      "T 1");
}

static void cell_text(void **state) {
  (void)state;
  assert_string_equal(page("<table><tr><td><p>结果<br/>纠正</p></td><td><p>&nbsp;</p></td>"
                           "<td>1<p> 2</p><p>3</p></td></tr></table>"),
                      "结果 纠正||1 2 3\n");
}

static void spans(void **state) {
  (void)state;
  assert_string_equal(
      page("<table><tr><td rowspan=3>g</td><td colspan=2>a</td></tr>"
           "<tr><td>b<td>1</tr><tr><td>c<td>2</tr><tr><td>h<td>x<td>3</tr></table>"),
      "g|a*2\n[g]|b|1\n[g]|c|2\nh|x|3\n");
  /* a copy between cells, and at the end */
  assert_string_equal(page("<table><tr><td>a<td rowspan=2>b<td>c<td rowspan=2>d</tr>"
                           "<tr><td>e<td>f</tr></table>"),
                      "a|b|c|d\ne|[b]|f|[d]\n");
}

static void hostile_spans(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  sbuf_add_z(&b, "<table>");
  for (int r = 0; r < 200; r++) {
    sbuf_add_z(&b, "<tr>");
    for (int c = 0; c < 100; c++)
      sbuf_add_z(&b, "<td rowspan=99999999999 colspan=4000000000>x");
    sbuf_add_z(&b, "</tr>");
  }
  struct doc *doc = read_doc(sbuf_str(&b));
  assert_int_equal(doc->blocks.at[0].nrows, 200);
  assert_true(doc->blocks.at[0].rows[0].cells[0].colspan <= 1000);
  assert_true(doc->blocks.at[0].rows[199].ncells < 300);
}

static void broken_markup(void **state) {
  (void)state;
  assert_string_equal(page("<TABLE border=1><TR><TD>a<TD>1<TR><TD>b<TD>2"), "a|1\nb|2\n");
  assert_string_equal(page("<table><td>a</td><td>1</td><tr><td>b</td><td>2</td></tr></table>"),
                      "a|1\nb|2\n");
}

static void furniture(void **state) {
  (void)state;
  struct doc *doc =
      read_doc(STR("<table><tr><td>menu</td><td><p>head</p>"
                   "<table><tr><td>a</td><td>1</td></tr></table></td></tr></table>"
                   "<table><tr><td>one cell</td></tr></table>"));
  assert_string_equal(shown(doc), "¶menu\n¶head\na|1\n¶one cell\n");
  assert_int_equal(doc->blocks.at[2].rows[0].cells[1].place.table, 2);
  assert_int_equal(doc->blocks.at[2].rows[0].cells[1].place.row, 1);
  assert_int_equal(doc->blocks.at[2].rows[0].cells[1].place.cell, 2);
}

static void charsets(void **state) {
  (void)state;
  const char *want = "¶年报\n";
  assert_string_equal(page("<p>年报"), want);
  assert_string_equal(page("\xEF\xBB\xBF<p>年报"), want);
  assert_string_equal(page("<meta charset=\"gb2312\"><p>\xC4\xEA\xB1\xA8"), want);
  assert_string_equal(page("<p>\xC4\xEA\xB1\xA8"), want);                     /* undeclared */
  assert_string_equal(page("<meta charset=utf-8><p>\xC4\xEA\xB1\xA8"), want); /* declared wrongly */
  assert_string_equal(page("<meta charset=gbk><p>年报"), want);
  assert_string_equal(shown(read_doc(STR("\xFF\xFE<\0p\0>\0t^\xA5\x62"))), want);
}

static void deep_nesting(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  for (int i = 0; i < 20000; i++)
    sbuf_add_z(&b, "<div><table><tr><td>");
  sbuf_add_z(&b, "x");
  read_doc(sbuf_str(&b)); /* what comes of it does not matter */
}

static void cut_pages(void **state) {
  (void)state;
  assert_true(read_doc(STR("<table><tr><td>a</td><td>12"))->is_cut);
  assert_true(read_doc(STR("<table><tr><td>a</td><td>"))->is_cut);
  assert_false(read_doc(STR("<table><tr><td>a</td><td>1</td></tr></table>\n"))->is_cut);
}

static void sniffing(void **state) {
  (void)state;
  assert_true(html_sniff(STR("<!DOCTYPE html>"), STR("a")) > 50);
  assert_true(html_sniff(STR("x"), STR("a.html")) > 50);
  assert_true(html_sniff(STR("<p>a"), STR("")) > 0);
  assert_int_equal(html_sniff(STR("plain"), STR("a")), 0);
  assert_int_equal(html_sniff(STR("a <p> in text"), STR("a.txt")), 0);
  assert_int_equal(html_sniff(STR("\x89PNG\0\0"), STR("a.html")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paragraphs),    cmocka_unit_test(cell_text),     cmocka_unit_test(spans),
      cmocka_unit_test(hostile_spans), cmocka_unit_test(broken_markup), cmocka_unit_test(furniture),
      cmocka_unit_test(charsets),      cmocka_unit_test(deep_nesting),  cmocka_unit_test(cut_pages),
      cmocka_unit_test(sniffing),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
