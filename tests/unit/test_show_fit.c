/* What columns give up in a narrow window: texts and headings first, then columns in the middle;
 * figures never, and the first and the last column stay.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "show/fit.h"
#include "show/show.h"

#include <stdlib.h>
#include <string.h>

#define KEY(w)                                                                                     \
  { .body = (w), .width = (w), .kind = FIT_KEY }
#define TEXT(w)                                                                                    \
  { .body = (w), .width = (w), .kind = FIT_TEXT }
#define FIGURE(b, w)                                                                               \
  { .body = (b), .width = (w), .kind = FIT_FIGURE }
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void what_fits_is_left_alone(void **state) {
  (void)state;
  struct fit_column c[] = {KEY(4), TEXT(30), FIGURE(3, 12)};
  assert_int_equal(fit_columns(c, COUNT(c), 50), 0);
  assert_int_equal(fit_line(c, COUNT(c)), 50);
  assert_int_equal(c[1].width, 30);
}

static void texts_and_headings_give_first(void **state) {
  (void)state;
  struct fit_column c[] = {KEY(20), TEXT(30), FIGURE(3, 21), FIGURE(9, 12)};
  assert_int_equal(fit_columns(c, COUNT(c), 64), 0);
  assert_int_equal(fit_line(c, COUNT(c)), 64);
  assert_int_equal(c[0].width, 20); /* a key gives last */
  assert_true(c[1].width >= 10 && c[2].width >= 8 && c[3].width >= 9);
}

static void figures_are_never_cut(void **state) {
  (void)state;
  struct fit_column c[] = {FIGURE(9, 9), FIGURE(9, 9)};
  assert_int_equal(fit_columns(c, COUNT(c), 5), 0);
  assert_int_equal(fit_line(c, COUNT(c)), 20);
}

static void the_middle_is_left_out(void **state) {
  (void)state;
  struct fit_column c[] = {KEY(4),         FIGURE(10, 10), FIGURE(10, 10), FIGURE(10, 10),
                           FIGURE(10, 10), FIGURE(10, 10), FIGURE(10, 10)};
  assert_int_equal(fit_columns(c, COUNT(c), 50), 3);
  assert_true(!c[0].is_out && !c[1].is_out && !c[5].is_out && !c[6].is_out);
  assert_true(c[2].is_out && c[3].is_out && c[4].is_out);
  assert_int_equal(fit_line(c, COUNT(c)), 4 + 2 + 10 + 2 + 1 + 2 + 10 + 2 + 10);
}

static void what_says_least_goes_first(void **state) {
  (void)state;
  struct fit_column c[] = {KEY(10), KEY(10), TEXT(10), TEXT(10), FIGURE(10, 10)};
  c[1].is_constant = true;
  assert_int_equal(fit_columns(c, COUNT(c), 50), 1);
  assert_true(c[1].is_out);
  c[1].is_constant = false;
  c[3].spare = 1;
  assert_int_equal(fit_columns(c, COUNT(c), 50), 1);
  assert_true(c[3].is_out);
}

static void the_first_and_the_last_stay(void **state) {
  (void)state;
  struct fit_column c[] = {TEXT(40), KEY(40), TEXT(40), TEXT(40)};
  c[0].is_constant = c[3].is_constant = true;
  assert_int_equal(fit_columns(c, COUNT(c), 30), 2);
  assert_true(!c[0].is_out && !c[3].is_out);
  assert_int_equal(fit_line(c, COUNT(c)), 30);
}

/* Whatever the columns are: never wider than asked where a column could still give something. */
static void any_columns(void **state) {
  (void)state;
  uint32_t seed = 7;
  for (int round = 0; round < 2000; round++) {
    struct fit_column c[12];
    size_t n = 1 + (size_t)(seed >> 8) % COUNT(c), width;
    for (size_t i = 0; i < n; i++) {
      seed = seed * 1664525 + 1013904223;
      size_t w = (seed >> 10) % 60;
      c[i] = (struct fit_column){.body = w,
                                 .width = w + (seed >> 20) % 9,
                                 .kind = (enum fit_kind)((seed >> 24) % 3),
                                 .spare = (seed >> 28) % 3,
                                 .is_constant = (seed >> 27) % 2 == 0};
    }
    width = 20 + (seed >> 12) % 120;
    size_t out = fit_columns(c, n, width), counted = 0;
    bool could_give = false;
    for (size_t i = 0; i < n; i++) {
      counted += c[i].is_out;
      if (!c[i].is_out && c[i].kind == FIT_FIGURE)
        assert_true(c[i].width >= c[i].body);
      could_give = could_give || (i > 0 && i + 1 < n && !c[i].is_out) ||
                   (!c[i].is_out && c[i].kind != FIT_FIGURE && c[i].width > 4);
    }
    assert_int_equal(out, counted);
    assert_true(!c[0].is_out && !c[n - 1].is_out);
    assert_true(fit_line(c, n) <= width || !could_give);
  }
}

/* --- Texts */

static struct arena arena;

static const char *shown(const struct table *table, size_t width) {
  struct show_options options = {.is_first = true, .width = width};
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  format_named(STR("table"))->write(&arena, table, &options, out);
  fclose(out);
  const char *kept = str_z(&arena, (struct str){text, size});
  free(text);
  return kept;
}

/* Han characters take two columns, what combines takes none and stays with its letter. */
static void cuts_go_between_characters(void **state) {
  (void)state;
  static const char *const names[] = {"text", "n"};
  struct table *table = table_new(&arena, 2, names);
  table->columns[1].role = COLUMN_FIGURE;
  table->columns[1].type = VALUE_INTEGER;
  for (int i = 0; i < 4; i++)
    table_row(&arena, table)->cells[1] = value_integer(i);
  table->rows.at[0].cells[0] = value_text(STR("信息公开信息公开信息公开信息公开"));
  table->rows.at[1].cells[0] = value_text(STR("a信息公开信息公开信息公开信息公开"));
  table->rows.at[2].cells[0] =
      value_text(STR("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                     "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                     "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"));
  table->rows.at[3].cells[0] = value_text(STR("short"));
  assert_string_equal(shown(table, 20),
                      "text               n\n"
                      "信息公开信息公开…  0\n"
                      "a信息公开信息公…   1\n"
                      "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                      "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301…  2\n"
                      "short              3\n");
}

/* Lines are filled up, so that each is as wide as the others, also where the last column is text.
 */
static void lines_are_equally_wide(void **state) {
  (void)state;
  static const char *const names[] = {"first", "second", "third", "fourth"};
  struct table *table = table_new(&arena, 4, names);
  for (int i = 0; i < 3; i++) {
    struct row *row = table_row(&arena, table);
    for (size_t c = 0; c < 4; c++)
      row->cells[c] = value_text(i == 0 ? STR("一个很长很长很长很长的名字") : STR("x"));
    row->cells[3] = i == 2 ? value_text(STR("")) : row->cells[3];
  }
  for (size_t width = 20; width < 120; width++) {
    struct str text = str_from_z(shown(table, width));
    size_t first = 0;
    while (text.n > 0) {
      size_t end = str_find(text, STR("\n")), w = utf8_text_width(str_sub(text, 0, end));
      first = first == 0 ? w : first;
      assert_int_equal(w, first);
      assert_true(w <= width);
      text = str_sub(text, end + 1, text.n);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_fits_is_left_alone),
      cmocka_unit_test(texts_and_headings_give_first),
      cmocka_unit_test(figures_are_never_cut),
      cmocka_unit_test(the_middle_is_left_out),
      cmocka_unit_test(what_says_least_goes_first),
      cmocka_unit_test(the_first_and_the_last_stay),
      cmocka_unit_test(any_columns),
      cmocka_unit_test(cuts_go_between_characters),
      cmocka_unit_test(lines_are_equally_wide),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
