/* Character sets: the same report in each is the same report; what belongs to no set is refused
 * with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/charset.h"
#include "read_kinds.h"

#include <string.h>

static const char *const sets[] = {"GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE"};

static struct str with_mark(struct str text, const char *charset) {
  struct str mark = STR("\xEF\xBB\xBF");
  return strstr(charset, "16") != NULL && strcmp(charset, "UTF-16") != 0
             ? str_fmt(&arena, "%.*s%.*s", STR_ARG(mark), STR_ARG(text))
             : text;
}

static void texts(void **state) {
  (void)state;
  static const enum shape shapes[] = {SHAPE_TRAILING, SHAPE_LINES, SHAPE_BLANKS};
  for (size_t s = 0; s < 3; s++) {
    struct str text = report_text(edition_named("cn.2021"), shapes[s], "2021");
    struct report want = read_report("a.txt", text);
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
      struct report got = read_report("a.txt", in_charset(with_mark(text, sets[i]), sets[i]));
      assert_same_report(&got, &want);
      assert_same_places(&got, &want);
    }
    struct report got = read_report("a", in_charset(text, "GB18030")); /* no ending */
    assert_same_report(&got, &want);
  }
}

static void pages(void **state) {
  (void)state;
  struct str page = report_text(edition_named("cn.2019"), SHAPE_HTML, "2019");
  struct str silent = replaced(page, "<meta charset=utf-8>", "");
  struct report want = read_report("a.html", page);
  for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
    struct report got = read_report("a.html", in_charset(with_mark(silent, sets[i]), sets[i]));
    assert_same_report(&got, &want);
    assert_same_places(&got, &want);
    got = read_report("a.html", in_charset(with_mark(page, sets[i]), sets[i])); /* a false word */
    assert_same_report(&got, &want);
  }
  struct str gb = replaced(page, "charset=utf-8", "charset=\"gb2312\"");
  struct report got = read_report("a.html", in_charset(gb, "GB18030"));
  assert_same_report(&got, &want);
  got = read_report("a.html", gb); /* says GB and is UTF-8 */
  assert_same_report(&got, &want);
}

static struct str text_of(const char *bytes, size_t n) {
  struct str text;
  diags.n = 0;
  charset_text(&arena, (struct str){bytes, n}, &text, &diags);
  return text;
}

static void detection(void **state) {
  (void)state;
  struct str words = STR("政府信息公開工作年度報告，本機關收到申請三件，結轉下年度繼續辦理。\n");
  assert_str(charset_page(&arena, in_charset(words, "BIG5")), str_z(&arena, words));
  struct str big5 = in_charset(words, "BIG5");
  assert_str(text_of(big5.p, big5.n), str_z(&arena, words));
  assert_str(text_of("\xC4\xEA\xB1\xA8\n", 5), "年报\n"); /* too short for any detector */
  assert_str(text_of("1 | 2 | \xA1\xAA |\n", 13), "1 | 2 | — |\n");
  /* words of another language are left alone, and then refused as no UTF-8 */
  assert_str(text_of("caf\xE9 au lait\n", 13), "caf\xE9 au lait\n");
  assert_int_equal(diags.n, 0);
}

static void damaged_pages(void **state) {
  (void)state;
  /* UTF-8 with a character cut in two stays UTF-8, whatever it says */
  struct str page = STR("<meta charset=gbk><p>政府信息\xE5\x85公开</p>");
  assert_str(charset_page(&arena, page),
             "<meta charset=gbk><p>政府信息\xEF\xBF\xBD\xEF\xBF\xBD公开</p>");
  /* GB18030 with a byte of nothing */
  page = STR("<p>\xC4\xEA\xFF\xFF\xB1\xA8</p>");
  assert_str(charset_page(&arena, page), "<p>年\xEF\xBF\xBD\xEF\xBF\xBD报</p>");
}

static void wrong_bytes(void **state) {
  (void)state;
  uint32_t line, column;
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  text = in_charset(replaced(text, "第1段。", "第1段。\n年报?"), "GB18030");
  size_t at = str_find(text, STR("?"));
  ((char *)(uintptr_t)text.p)[at] = '\xFF';
  assert_str(read_refusal("a.txt", text), "byte 0xFF is not GB18030");
  source_position(diags.at[0].source, diags.at[0].at.start, &line, &column);
  assert_int_equal(line, 4);
  assert_int_equal(column, 3);
  text = STR("\xFF\xFE\x74\x5E\x00\xD8\x74\x5E");
  assert_str(read_refusal("a.txt", text), "byte 0x00 is not UTF-16");
  text = STR("政府信息公开\n年\xFF报\n");
  assert_str(read_refusal("a.txt", text), "byte 0xFF is not UTF-8");
}

/* A file that ends inside a character is cut, not wrong. */
static void cut_texts(void **state) {
  (void)state;
  struct str text = report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021");
  struct str gb = in_charset(text, "GB18030");
  for (size_t n = text.n * 7 / 10; n < text.n * 7 / 10 + 12; n++) {
    struct report report;
    assert_int_equal(read_outcome_of(str_sub(text, 0, n), "a.txt", &report), READ_DONE);
    n -= text.n - gb.n;
    assert_int_equal(read_outcome_of(str_sub(gb, 0, n), "a.txt", &report), READ_DONE);
    n += text.n - gb.n;
  }
  assert_str(text_of("年\xE5\xB9", 5), "年");
  assert_str(text_of("年\n\xE5x", 6), "年\n\xE5x");
}

static void names(void **state) {
  (void)state;
  assert_str(charset_name(&arena, STR("示例局.html")), "示例局.html");
  assert_str(charset_name(&arena, in_charset(STR("示例局.html"), "GBK")), "示例局.html");
  assert_str(charset_name(&arena, STR("a\x1B[31m\n.txt")), "a?[31m?.txt");
  assert_true(utf8_invalid(charset_name(&arena, STR("\xFF\xFF\x80"))) == 9);
}

static void validity(void **state) {
  (void)state;
  static const struct str bytes[] = {{"年报 a\xC2\xA0\xF0\x9F\x98\x80", 15},
                                     {"年\xE5\xB9", 5},
                                     {"a\0b", 3},
                                     {"\xED\xA0\x80", 3},
                                     {"\xC0\x80", 2},
                                     {"\xF4\x90\x80\x80", 4},
                                     {"", 0}};
  for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++)
    assert_int_equal(charset_invalid(bytes[i]), utf8_invalid(bytes[i]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts),         cmocka_unit_test(pages),       cmocka_unit_test(detection),
      cmocka_unit_test(damaged_pages), cmocka_unit_test(wrong_bytes), cmocka_unit_test(cut_texts),
      cmocka_unit_test(names),         cmocka_unit_test(validity),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
