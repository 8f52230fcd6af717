/* Where words stand in running text, and where its sentences end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/prose.h"
#include "base/utf8.h"

#include <string.h>

static struct arena arena;

/* The word stands in the text from the bytes of `before` on and takes `found`. */
static void finds(const char *word, const char *before, const char *found, const char *after) {
  struct str text = str_fmt(&arena, "%s%s%s", before, found, after);
  struct prose_word *w = prose_word_new(&arena, str_from_z(word));
  size_t end, at = prose_find(w, text, 0, &end);
  assert_int_equal(at, strlen(before));
  assert_int_equal(end - at, strlen(found));
  /* The folded form says the same. */
  uint32_t *origins;
  struct str folded = prose_fold(&arena, text, &origins);
  size_t there = str_find(folded, prose_word_text(w));
  assert_true(there < folded.n);
  assert_int_equal(origins[there], at);
}

static void misses(const char *word, const char *text) {
  struct prose_word *w = prose_word_new(&arena, str_from_z(word));
  size_t end, n = strlen(text);
  assert_int_equal(prose_find(w, str_from_z(text), 0, &end), n);
  assert_int_equal(end, n);
  assert_false(str_contains(prose_fold(&arena, str_from_z(text), NULL), prose_word_text(w)));
}

static void in_any_script_and_width(void **state) {
  (void)state;
  finds("信息公開", "按照", "信息公开", "条例");
  finds("信息公开", "按照", "信息公開", "條例");
  finds("ABC12", "用", "ａｂｃ１２", "。");
  finds("led", "办公场所的", "LED", "屏");
  finds("(含,结转)", "件", "（含，结转）", "。");
  finds("“三个一”", "坚持", "\"三个一\"", "机制");
  finds("件", "0", "件", "");
  misses("信息公开", "信息处公开");
  misses("行政诉讼", "行政诉");
}

static void whatever_blanks_stand_between(void **state) {
  (void)state;
  finds("2025年", "在", "2025 年", "内");
  finds("2025 年", "在", "2025年", "内");
  finds("信息处理费", "收取", "信息处\n理　费", "。");
  finds("open data", "the ", "open \n data", " list");
  finds("收 154 件", "共", "收 154件", "，");
  misses("opendata", "open data");
  misses("open data", "opendata");
  misses("15", "1 5");
  assert_null(prose_word_new(&arena, STR(" 　")));
}

static void one_after_the_other(void **state) {
  (void)state;
  struct str text = STR("诉讼、诉讼诉");
  struct prose_word *w = prose_word_new(&arena, STR("诉讼"));
  size_t end, first = prose_find(w, text, 0, &end);
  assert_int_equal(first, 0);
  assert_int_equal(prose_find(w, text, end, &end), 9);
  assert_int_equal(prose_find(w, text, end, &end), text.n);
  assert_int_equal(prose_find(w, text, 1, &end), 9); /* from within a character */
}

static void sentences(void **state) {
  (void)state;
  struct str text = STR("办结率99.69%。是吗？收到3件；办结3件\n无。末");
  static const char *const parts[] = {"办结率99.69%。", "是吗？", "收到3件；办结3件\n", "无。",
                                      "末"};
  size_t at = 0;
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    size_t end = prose_sentence_end(text, at);
    assert_true(str_eq(str_sub(text, at, end), str_from_z(parts[i])));
    at = end;
  }
  assert_int_equal(at, text.n);
}

/* A long line goes on in the next, unless a mark ends it or the next begins something new. */
static void wrapped_lines(void **state) {
  (void)state;
#define LONG "二〇二一年全区各单位按照要求收到并办理的政府信息公开申请"
  static const struct {
    const char *text;
    size_t nsentences;
  } all[] = {
      {LONG "有\n三十件。完", 2},      {LONG "：\n三十件。完", 3},
      {LONG "；\n三十件。完", 3},      {LONG "\n（一）公开。完", 3},
      {LONG "\n一、公开。完", 3},      {LONG "\n1.公开。完", 3},
      {LONG "\n1.2万件。完", 2},       {LONG "\n（网上）。完", 2},
      {LONG "\n\n三十件。完", 4},      {LONG "\n" LONG "\n" LONG "。", 1},
      {"主动公开方面\n三十件。完", 3}, {LONG "\n", 1},
  };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    struct str text = str_from_z(all[i].text);
    size_t n = 0;
    for (size_t at = 0; at < text.n; n++)
      at = prose_sentence_end(text, at);
    if (n != all[i].nsentences)
      print_error("%s\n", all[i].text);
    assert_int_equal(n, all[i].nsentences);
  }
#undef LONG
}

static void joined(void **state) {
  (void)state;
  struct sbuf b = {.arena = &arena};
  prose_add_line(&b, STR("共30\n0条\r\n信息\topen\ngovernment"));
  assert_true(str_eq(sbuf_str(&b), STR("共300条 信息 open government")));
}

/* What folds to a character is found from it. */
static void folding_back(void **state) {
  (void)state;
  for (uint32_t c = 1; c < 0x10000; c++) {
    uint32_t found[16], folded = utf8_fold_one(c);
    size_t n = utf8_unfold_one(folded, found, 16);
    bool is_there = false;
    for (size_t i = 0; i < n && i < 16; i++)
      is_there = is_there || found[i] == c;
    if (!is_there)
      fail_msg("U+%04X folds to U+%04X and is not found from it", c, folded);
    if (c >= 0xD7FF && c < 0xE000)
      c = 0xE000;
    if (c == 0x3500)
      c = 0x4DFF; /* the long blocks of Han: a stretch of each is enough */
    if (c == 0x5100)
      c = 0x8FFF;
    if (c == 0x9100)
      c = 0xABFF;
  }
}

static int forget(void **state) {
  (void)state;
  arena_free(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(in_any_script_and_width),
      cmocka_unit_test(whatever_blanks_stand_between),
      cmocka_unit_test(one_after_the_other),
      cmocka_unit_test(sentences),
      cmocka_unit_test(wrapped_lines),
      cmocka_unit_test(joined),
      cmocka_unit_test(folding_back),
  };
  return cmocka_run_group_tests(tests, NULL, forget);
}
