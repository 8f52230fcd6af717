/* Word documents: the report of a page gives the same cells as a document; spans, tracked changes,
 * automatic numbers; and what is no document is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/docx.h"
#include "read_office.h"

static struct kept kept;

static const char *shown(struct str bytes) {
  struct doc *docs;
  size_t n;
  diags.n = diags.errors = 0;
  if (!docx_read(&arena, bytes, STR("a.docx"), &docs, &n, &diags))
    fail_msg("%s", said());
  assert_int_equal(n, 1);
  return shown_doc(docs);
}

static const char *body(const char *xml) {
  return shown(packed_word(word_document(str_from_z(xml))));
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"

static void same_cells(void **state) {
  (void)state;
  static const char *const editions[] = {"cn.2019", "cn.2021"};
  for (size_t i = 0; i < 2; i++) {
    struct str page = report_text(edition_named(editions[i]), SHAPE_HTML, "2021");
    struct report want = read_report("a.html", page);
    struct report got = read_report("a.docx", word_of_page(page));
    assert_same_report(&got, &want);
    assert_same_places(&got, &want);
    got = read_report("a.doc", word_of_page(page)); /* under the ending of the older kind */
    assert_same_report(&got, &want);
    got = read_report("a", word_of_page(page));
    assert_same_report(&got, &want);
    struct str zip = packed("zip", "in/a.docx", word_of_page(page));
    assert_int_equal(read_kept("a.zip", zip, &kept), READ_DONE);
    assert_int_equal(kept.n, 1);
    assert_same_report(&kept.at[0], &want);
    assert_str(kept.at[0].path, "a.zip/in/a.docx");
  }
}

static void text(void **state) {
  (void)state;
  assert_string_equal(body(P(" a \n b ") "<w:p/>" P("c&amp;d")), "¶a b\n¶c&d\n");
  assert_string_equal(body("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
                           "<w:hyperlink><w:r><w:t>d</w:t></w:r></w:hyperlink></w:p>"),
                      "¶a b\n¶cd\n");
  assert_string_equal(
      body("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText>"
           "<w:t>odd</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"),
      "¶new\n");
  assert_string_equal(body("<w:sdt><w:sdtPr/><w:sdtContent>" P("in") "</w:sdtContent></w:sdt>"),
                      "¶in\n");
  /* a box stands before its anchor, and once */
  assert_string_equal(
      body("<w:p><w:r><w:t>out</w:t><mc:A xmlns:mc=\"urn:m\"><mc:Choice><w:txbxContent>" P(
          "box") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P("box") "</"
                                                                                     "w:"
                                                                                     "txbxContent><"
                                                                                     "/mc:Fallback>"
                                                                                     "</mc:A></"
                                                                                     "w:r></w:p>"),
      "¶box\n¶out\n");
  /* text of another name space is none of the document's */
  assert_string_equal(body("<w:p><a:t xmlns:a=\"urn:drawing\">no</a:t></w:p>" P("yes")), "¶yes\n");
}

static void spans(void **state) {
  (void)state;
  assert_string_equal(
      body("<w:tbl><w:tr>" TC("<w:vMerge w:val=\"restart\"/>", "g") TC(
          "<w:gridSpan w:val=\"2\"/>", "a") "</w:tr><w:tr>" TC("<w:vMerge/>", "") TC("", "b")
               TC("", "1") "</w:tr><w:tr>" TC("<w:vMerge w:val=\"continue\"/>", "") TC("", "c")
                   TC("", "2") "</w:tr><w:tr>" TC("<w:vMerge w:val=\"restart\"/>", "h") TC("", "d")
                       TC("", "3") "</w:tr></w:tbl>"),
      "g|a*2\n[g]|b|1\n[g]|c|2\nh|d|3\n");
  /* nothing to continue; columns left out; cells joined in the old way */
  assert_string_equal(body("<w:tbl><w:tr>" TC("", "x") TC(
                          "<w:vMerge w:val=\"restart\"/>",
                          "y") "</w:tr><w:tr><w:trPr><w:gridBefore "
                               "w:val=\"1\"/></w:trPr>" TC("<w:vMerge/>", "") "</w:tr><w:tr>" TC(
                                   "<w:vMerge/>", "z") TC("", "1") "</w:tr></w:tbl>"),
                      "x|y\n[y]\nz|1\n");
  assert_string_equal(body("<w:tbl><w:tr>" TC("<w:hMerge w:val=\"restart\"/>", "x")
                               TC("<w:hMerge/>", "") TC("", "1") "</w:tr></w:tbl>"),
                      "x*2|1\n");
}

static void tables(void **state) {
  (void)state;
  assert_string_equal(body("<w:tbl><w:tr><w:tc>" P("a") P("b") "</w:tc>" TC(
                          "", "1") "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" TC("", "x")
                               TC("", "y") "</w:tr></w:tbl>"),
                      "a b|1\n");
  struct doc *docs;
  size_t n;
  struct str bytes = packed_word(word_document(
      STR("<w:tbl><w:tr>" TC("", "menu") "<w:tc>" P("head") "<w:tbl><w:tr>" TC("", "a")
              TC("", "1") "</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:tbl><w:tr>" TC(
                  "", "one cell") "</w:tr></w:tbl>")));
  assert_true(docx_read(&arena, bytes, STR("a.docx"), &docs, &n, &diags));
  assert_string_equal(shown_doc(docs), "¶menu\n¶head\na|1\n¶one cell\n");
  assert_int_equal(docs->blocks.at[2].rows[0].cells[1].place.table, 2);
  assert_int_equal(docs->blocks.at[2].rows[0].cells[1].place.cell, 2);
}

#define ITEM(list, level, text)                                                                    \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                       \
  "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LEVEL(level, numeral, text)                                                                \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" numeral                   \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"

static const char *numbered(const char *xml, const char *numbering, const char *styles) {
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "word/document.xml", word_document(str_from_z(xml)));
  pack_file(&pack, "word/numbering.xml",
            str_fmt(&arena, "<w:numbering xmlns:w=\"" WORD_SPACE "\">%s</w:numbering>", numbering));
  pack_file(&pack, "word/styles.xml",
            str_fmt(&arena, "<w:styles xmlns:w=\"" WORD_SPACE "\">%s</w:styles>", styles));
  return shown(pack_end(&pack));
}

static void numbers(void **state) {
  (void)state;
  const char *lists =
      "<w:abstractNum w:abstractNumId=\"7\">" LEVEL("0", "chineseCountingThousand", "%1、")
          LEVEL("1", "chineseCounting", "（%2）") LEVEL("2", "decimal", "%3.")
              LEVEL("3", "upperRoman", "%4.") "</w:abstractNum><w:num w:numId=\"1\">"
                                              "<w:abstractNumId w:val=\"7\"/></w:num>"
                                              "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/>"
                                              "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                                              "w:val=\"10\"/></w:lvlOverride></w:num>";
  assert_string_equal(
      numbered(ITEM("1", "0", "a") ITEM("1", "1", "b") ITEM("1", "2", "c") ITEM("1", "2", "d")
                   ITEM("1", "1", "e") ITEM("1", "2", "f") ITEM("1", "0", "g") ITEM("1", "1", "h")
                       ITEM("0", "0", "none") ITEM("1", "3", "roman") ITEM("9", "0", "lost")
                           ITEM("2", "0", "i") ITEM("2", "0", "j") ITEM("2", "0", ""),
               lists, ""),
      "¶一、 a\n¶（一） b\n¶1. c\n¶2. d\n¶（二） e\n¶1. f\n¶二、 g\n¶（一） "
      "h\n¶none\n¶roman\n¶lost\n"
      "¶十、 i\n¶十一、 j\n¶十二、\n");
  /* by style, and a style based on it */
  const char *styles =
      "<w:style w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:styleId=\"c\"><w:basedOn w:val=\"c\"/></w:style>";
  assert_string_equal(
      numbered("<w:p><w:pPr><w:pStyle w:val=\"h1\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:pStyle w:val=\"h2\"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:pStyle w:val=\"c\"/></w:pPr><w:r><w:t>c</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:pStyle w:val=\"h1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
               "</w:pPr><w:r><w:t>d</w:t></w:r></w:p>",
               lists, styles),
      "¶一、 a\n¶（一） b\n¶c\n¶d\n");
}

static void refusals(void **state) {
  (void)state;
  struct str page = report_text(edition_named("cn.2021"), SHAPE_HTML, "2021");
  assert_str(read_refusal("a.docx", packed("zip", "x.xml", STR("<x/>"))),
             "this is no Word document: \"word/document.xml\" is not in it");
  assert_str(read_refusal("a.docx", STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more")),
             "it has a password, or is of an older kind than its name");
  read_refusal("a.docx", STR("plain words"));
  struct str bytes = word_of_page(page);
  read_refusal("a.docx", str_sub(bytes, 0, bytes.n / 2));
  struct str document = word_document(STR(P("x")));
  assert_non_null(
      strstr(read_refusal("a.docx", packed_word(str_sub(document, 0, document.n - 30))).p,
             "\"word/document.xml\" in it is damaged in line 2"));
  document = STR("<w:document xmlns:w=\"" WORD_SPACE "\"/>");
  assert_str(read_refusal("a.docx", packed_word(document)),
             "\"word/document.xml\" in it has no body");
}

/* Entities that double at each level, and one that names a file. */
static void entities(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  sbuf_add_z(&b, "<!DOCTYPE x [<!ENTITY a0 \"ha\">");
  for (int i = 1; i < 40; i++)
    sbuf_addf(&b, "<!ENTITY a%d \"&a%d;&a%d;\">", i, i - 1, i - 1);
  sbuf_add_z(&b, "]><w:document xmlns:w=\"" WORD_SPACE
                 "\" x=\"&a39;\"><w:body>" P("&a39;") "</w:body></w:document>");
  assert_str(
      read_refusal("a.docx", packed_word(sbuf_str(&b))),
      "\"word/document.xml\" in it declares entities, which no document of this kind may do");
  struct str file =
      STR("<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/passwd\">]><w:document xmlns:w=\"" WORD_SPACE
          "\"><w:body>" P("&a;") "</w:body></w:document>");
  read_refusal("a.docx", packed_word(file));
}

static void limits(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  for (int i = 0; i < 201000; i++)
    sbuf_add_z(&b, P("x"));
  assert_str(read_refusal("a.docx", packed_word(word_document(sbuf_str(&b)))),
             "more than 200000 cells and paragraphs are no report");
  b.n = 0;
  for (int i = 0; i < 300; i++)
    sbuf_add_z(&b, "<w:tbl><w:tr><w:tc>");
  for (int i = 0; i < 300; i++)
    sbuf_add_z(&b, "</w:tc></w:tr></w:tbl>");
  assert_non_null(strstr(read_refusal("a.docx", packed_word(word_document(sbuf_str(&b)))).p,
                         "is damaged in line 2"));
  b.n = 0;
  sbuf_add_z(&b, "<w:tbl><w:tr>");
  for (int i = 0; i < 50000; i++)
    sbuf_add_z(&b, TC("<w:gridSpan w:val=\"99999999\"/><w:vMerge w:val=\"restart\"/>", "x"));
  sbuf_add_z(&b, "</w:tr><w:tr>");
  for (int i = 0; i < 50000; i++)
    sbuf_add_z(&b, TC("<w:gridSpan w:val=\"99999999\"/><w:vMerge/>", "x"));
  sbuf_add_z(&b, "</w:tr></w:tbl>");
  read_refusal("a.docx", packed_word(word_document(sbuf_str(&b))));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_cells), cmocka_unit_test(text),    cmocka_unit_test(spans),
      cmocka_unit_test(tables),     cmocka_unit_test(numbers), cmocka_unit_test(refusals),
      cmocka_unit_test(entities),   cmocka_unit_test(limits),
  };
  read_setup();
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
