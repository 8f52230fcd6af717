/* What printed figures say, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/number.h"

/* The number as digits and decimals, all of the text taken. */
static void is_number(const char *text, int64_t digits, int decimals) {
  struct number number = {0, 0};
  struct str s = str_from_z(text);
  assert_int_equal(number_parse(s, &number), s.n);
  assert_int_equal(number.digits, digits);
  assert_int_equal(number.decimals, decimals);
}

static void takes(const char *text, size_t bytes) {
  struct number number;
  assert_int_equal(number_parse(str_from_z(text), &number), bytes);
}

static void plain_numbers(void **state) {
  (void)state;
  is_number("0", 0, 0);
  is_number("219", 219, 0);
  is_number("11398889", 11398889, 0);
  is_number("4166.241619", 4166241619, 6);
  is_number("0.5", 5, 1);
  is_number("999999999999999999", 999999999999999999, 0);
}

static void signs_and_widths(void **state) {
  (void)state;
  is_number("-15", -15, 0);
  is_number("+1036", 1036, 0);
  is_number("−8", -8, 0);
  is_number("－８", -8, 0);
  is_number("１２．５", 125, 1);
}

static void thousands(void **state) {
  (void)state;
  is_number("1,036", 1036, 0);
  is_number("12，345，678.90", 1234567890, 2);
  takes("1,03", 0);
  takes("1,0366", 0);
  takes("1036,123", 0);
  takes("0,123", 0);
  takes("1,", 0);
  takes("1、036", 1); /* the mark between two figures */
}

static void no_numbers(void **state) {
  (void)state;
  takes("", 0);
  takes("-", 0);
  takes("减4", 0);
  takes("000", 0); /* three cells run together */
  takes("007", 0);
  takes("5.", 0);
  takes(".5", 0);
  takes("1000000000000000000", 0); /* 19 digits */
}

static void what_follows(void **state) {
  (void)state;
  takes("251000元", 6);
  takes("-164(因机构改革)", 4);
  takes("2648-18538", 4);
  takes("99.69%", 5);
}

static void blanks(void **state) {
  (void)state;
  static const char *const blank[] = {"", "/", "-", "—", "——", "――", "－", "／", "无", "不适用"};
  static const char *const other[] = {"0", "减", "无法", "-1", "同上", "x"};
  for (size_t i = 0; i < sizeof blank / sizeof blank[0]; i++)
    assert_true(number_is_blank(str_from_z(blank[i])));
  for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
    assert_false(number_is_blank(str_from_z(other[i])));
}

static void scaling(void **state) {
  (void)state;
  int64_t value = 0;
  assert_true(number_scale((struct number){251000, 0}, 1, 10000, 8, &value));
  assert_int_equal(value, 2510000000); /* 25.1 times 10^8 */
  assert_true(number_scale((struct number){7539443252, 2}, 1, 10000, 8, &value));
  assert_int_equal(value, 753944325200);
  assert_true(number_scale((struct number){30, 1}, 1, 1, 0, &value));
  assert_int_equal(value, 3);
  assert_false(number_scale((struct number){35, 1}, 1, 1, 0, &value));
  assert_false(number_scale((struct number){999999999999999999, 0}, 1, 1, 8, &value));
  assert_true(number_scale((struct number){-15, 0}, 1, 1, 0, &value));
  assert_int_equal(value, -15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_numbers), cmocka_unit_test(signs_and_widths),
      cmocka_unit_test(thousands),     cmocka_unit_test(no_numbers),
      cmocka_unit_test(what_follows),  cmocka_unit_test(blanks),
      cmocka_unit_test(scaling),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
