/* Plain text → rows and paragraphs with their places, in each shape that pages are flattened to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/text.h"

#include <string.h>

static struct arena arena;

static struct doc *read_doc(struct str text) {
  struct diags diags = {.arena = &arena};
  struct doc *docs;
  size_t n;
  assert_true(text_read(&arena, text, STR("a.txt"), &docs, &n, &diags));
  assert_int_equal(n, 1);
  return docs;
}

/* Paragraphs as `¶text`, rows as `a|b`, each with the place of its first cell, in lines. */
static const char *shown(const struct doc *doc) {
  struct sbuf b = {.arena = &arena};
  for (size_t i = 0; i < doc->blocks.n; i++) {
    const struct doc_block *block = &doc->blocks.at[i];
    for (size_t r = 0; r < block->nrows; r++) {
      if (block->kind == DOC_PARAGRAPH)
        sbuf_add_z(&b, "¶");
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        if (c > 0)
          sbuf_add_char(&b, '|');
        sbuf_add(&b, block->rows[r].cells[c].text);
      }
      sbuf_addf(&b, " @%u\n", block->rows[r].cells[0].place.row);
    }
  }
  return str_z(&arena, sbuf_str(&b));
}

static const char *doc_of(const char *text) {
  return shown(read_doc(str_from_z(text)));
}

static void trailing_pipes(void **state) {
  (void)state;
  assert_string_equal(doc_of("title\na | b | |||\nc | 0 | 1 |\n"),
                      "¶title @1\na|b||| @2\nc|0|1 @3\n");
}

static void leading_pipes(void **state) {
  (void)state;
  assert_string_equal(doc_of("| a | b |\n|---|:--:|\n| - | 0 |\n"), "a|b @1\n-|0 @3\n");
}

static void one_cell_per_line(void **state) {
  (void)state;
  assert_string_equal(doc_of("a |\n0 |\n|\n2 |\n||\nb |\n\n1 |\n|||\ntext\n"),
                      "a|0||2 @1\nb|1 @6\n¶text @10\n");
}

static void places_count_fields(void **state) {
  (void)state;
  struct doc *doc = read_doc(STR("\n| a | b | c |\nx |\n5 |\n||\n"));
  const struct doc_row *rows = doc->blocks.at[0].rows;
  assert_int_equal(rows[0].cells[2].place.row, 2);
  assert_int_equal(rows[0].cells[2].place.cell, 3);
  assert_int_equal(rows[1].cells[1].place.row, 4);
  assert_int_equal(rows[1].cells[1].place.cell, 1);
  assert_int_equal(rows[1].cells[1].place.table, 0);
}

static void line_ends_and_mark(void **state) {
  (void)state;
  assert_string_equal(doc_of("\xEF\xBB\xBF一、总体\r\n\xC2\xA0\xE3\x80\x80 无。\r\n"),
                      "¶一、总体 @1\n¶无。 @2\n");
  assert_string_equal(doc_of(""), "");
}

static void cut_files(void **state) {
  (void)state;
  assert_true(read_doc(STR("a | 1 | 2"))->is_cut);
  assert_false(read_doc(STR("a | 1 | 2 |"))->is_cut);
  assert_false(read_doc(STR("a | 1 | 2\n"))->is_cut);
  assert_string_equal(doc_of("a |\n|\n12"), "a||12 @1\n");
}

static void bad_bytes(void **state) {
  (void)state;
  struct diags diags = {.arena = &arena};
  struct source source = {STR("bad.txt"), {"", 0}, 1};
  diags.source = &source;
  struct doc *docs;
  size_t n;
  uint32_t line, column;
  assert_false(text_read(&arena, STR("一\n二三\xFFx\n"), STR("bad.txt"), &docs, &n, &diags));
  assert_int_equal(diags.n, 1);
  assert_int_equal(diags.at[0].code, DIAG_FILE);
  source_position(diags.at[0].source, diags.at[0].at.start, &line, &column);
  assert_int_equal(line, 2);
  assert_int_equal(column, 3);
  assert_ptr_equal(diags.source, &source);
  assert_false(text_read(&arena, STR("a\0b"), STR("bad.txt"), &docs, &n, &diags));
  assert_false(text_read(&arena, STR("\xED\xA0\x80"), STR("bad.txt"), &docs, &n, &diags));
  assert_false(text_read(&arena, STR("\xE4\xB8"), STR("bad.txt"), &docs, &n, &diags));
}

static void sniffing(void **state) {
  (void)state;
  assert_true(text_sniff(STR("一"), STR("dir.d/a.txt")) > 0);
  assert_true(text_sniff(STR("一"), STR("a")) > 0);
  assert_true(text_sniff(STR("一\xE4\xB8"), STR("a")) > 0); /* the head ends in a character */
  assert_int_equal(text_sniff(STR("\x89PNG\r\n\x1A\n\0\0"), STR("a.txt")), 0);
  assert_int_equal(text_sniff(STR("a,b"), STR("x/a.csv")), 0);
  assert_int_equal(text_sniff(STR("\xFF\xD8 and more of it"), STR("a")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(trailing_pipes),     cmocka_unit_test(leading_pipes),
      cmocka_unit_test(one_cell_per_line),  cmocka_unit_test(places_count_fields),
      cmocka_unit_test(line_ends_and_mark), cmocka_unit_test(cut_files),
      cmocka_unit_test(bad_bytes),          cmocka_unit_test(sniffing),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
