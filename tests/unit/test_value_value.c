/* Numbers are exact, compare exactly and are written so that they read back the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "value/value.h"

#include <math.h>
#include <stdlib.h>

static struct arena arena;

static void assert_plain(struct value v, const char *expected) {
  assert_string_equal(str_z(&arena, value_plain(&arena, v)), expected);
}

static void plain_integers(void **state) {
  (void)state;
  assert_plain(value_integer(0), "0");
  assert_plain(value_integer(-42), "-42");
  assert_plain(value_integer(INT64_MAX), "9223372036854775807");
  assert_plain(value_integer(INT64_MIN), "-9223372036854775808");
}

static void plain_decimals_have_no_trailing_zeros(void **state) {
  (void)state;
  assert_plain(value_decimal(1250000000, 8), "12.5");
  assert_plain(value_decimal(1200000000, 8), "12");
  assert_plain(value_decimal(5, 8), "0.00000005");
  assert_plain(value_decimal(-5, 1), "-0.5");
  assert_plain(value_decimal(0, 8), "0");
  assert_plain(value_decimal(-100, 2), "-1");
  assert_plain(value_decimal(7, 0), "7");
  assert_plain(value_decimal(INT64_MIN, 18), "-9.223372036854775808");
  assert_plain(value_decimal(INT64_MAX, 18), "9.223372036854775807");
}

static void plain_reals_read_back(void **state) {
  (void)state;
  assert_plain(value_real(0.1), "0.1");
  assert_plain(value_real(0.1 + 0.2), "0.30000000000000004");
  assert_plain(value_real(2.0 / 3), "0.6666666666666666");
  assert_plain(value_real(3), "3");
  assert_plain(value_real(-0.0), "0");
  assert_plain(value_real(1e300), "1e+300");
  assert_plain(value_real(NAN), "");
  assert_plain(value_real(INFINITY), "");
  uint64_t seed = 7;
  for (int i = 0; i < 2000; i++) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    double real = (double)(seed >> 11) / (double)((seed & 0xFFFF) + 1);
    assert_true(strtod(str_z(&arena, value_plain(&arena, value_real(real))), NULL) == real);
  }
}

static void plain_missing_is_empty_and_text_is_itself(void **state) {
  (void)state;
  assert_plain(value_missing(), "");
  assert_plain(value_text(STR("a,b")), "a,b");
}

static void compare_is_exact(void **state) {
  (void)state;
  assert_int_equal(value_compare(value_integer(INT64_MAX), value_integer(INT64_MAX - 1)), 1);
  assert_int_equal(value_compare(value_decimal(125, 1), value_decimal(1250, 2)), 0);
  assert_int_equal(value_compare(value_integer(12), value_decimal(125, 1)), -1);
  assert_int_equal(value_compare(value_integer(INT64_MIN), value_decimal(1, 18)), -1);
  /* A double cannot tell these apart. */
  assert_int_equal(value_compare(value_integer(9007199254740993), value_integer(9007199254740992)),
                   1);
  assert_int_equal(value_compare(value_real(0.5), value_integer(1)), -1);
}

static void compare_orders_kinds(void **state) {
  (void)state;
  assert_int_equal(value_compare(value_missing(), value_integer(-5)), 1);
  assert_int_equal(value_compare(value_text(STR("a")), value_integer(5)), 1);
  assert_int_equal(value_compare(value_text(STR("a")), value_missing()), -1);
  assert_int_equal(value_compare(value_missing(), value_missing()), 0);
  assert_int_equal(value_compare(value_real(NAN), value_real(1)), 1);
  assert_true(value_compare(value_text(STR("ab")), value_text(STR("b"))) < 0);
}

static void as_real(void **state) {
  (void)state;
  assert_true(value_as_real(value_decimal(125, 1)) == 12.5);
  assert_true(value_as_real(value_integer(-3)) == -3);
  assert_true(value_as_real(value_text(STR("3"))) == 0);
  assert_true(value_is_number(value_decimal(1, 1)));
  assert_false(value_is_number(value_missing()));
}

static void rows_start_out_missing(void **state) {
  (void)state;
  static const char *const names[] = {"name", "words"};
  struct table *table = table_new(&arena, 2, names);
  for (int i = 0; i < 100; i++)
    table_row(&arena, table)->cells[0] = value_integer(i);
  assert_int_equal(table->rows.n, 100);
  assert_int_equal(table->rows.at[99].cells[0].integer, 99);
  assert_int_equal(table->rows.at[99].cells[1].kind, VALUE_MISSING);
  assert_int_equal(table->columns[1].role, COLUMN_TEXT);
}

static struct str shown(struct value v) {
  return value_plain(&arena, v);
}

static void numbers_are_read_exactly(void **state) {
  (void)state;
  assert_true(str_eq(shown(value_read(STR("12.50"), 0)), STR("12.5")));
  assert_true(str_eq(shown(value_read(STR("40%"), 2)), STR("0.4")));
  assert_true(str_eq(shown(value_read(STR("0.05"), 2)), STR("0.0005")));
  assert_int_equal(value_read(STR("66"), 0).kind, VALUE_INTEGER);
  assert_int_equal(value_read(STR("9223372036854775807"), 0).integer, INT64_MAX);
  /* more than 64 bits or 18 decimals hold: as near as a double comes */
  assert_int_equal(value_read(STR("9223372036854775808"), 0).kind, VALUE_REAL);
  assert_true(value_read(STR("0.1234567890123456789"), 0).real == 0.1234567890123456789);
}

static void arithmetic_is_exact(void **state) {
  (void)state;
  struct value tenth = value_decimal(1, 1), cent = value_decimal(20, 2);
  assert_true(str_eq(shown(value_plus(tenth, cent)), STR("0.3")));
  assert_true(str_eq(shown(value_less(value_integer(1), cent)), STR("0.8")));
  assert_true(str_eq(shown(value_times(tenth, cent)), STR("0.02")));
  assert_true(value_times(value_real(0.5), value_integer(3)).real == 1.5);
  assert_int_equal(value_times(value_integer(INT64_MAX), value_integer(2)).kind, VALUE_MISSING);
  assert_int_equal(value_plus(value_integer(INT64_MAX), value_decimal(1, 1)).kind, VALUE_MISSING);
  assert_int_equal(value_times(value_missing(), cent).kind, VALUE_MISSING);
}

static void quotients_round_to_what_is_written(void **state) {
  (void)state;
  assert_true(value_rounds_to(value_real(29.0 / 200), value_decimal(15, 2), 2)); /* 0.145 */
  assert_true(value_rounds_to(value_real(1.0 / 8), value_decimal(13, 2), 2));
  assert_false(value_rounds_to(value_real(1.0 / 8), value_decimal(12, 2), 2));
  assert_true(value_rounds_to(value_real(-1.0 / 8), value_decimal(-13, 2), 2));
  assert_true(value_rounds_to(value_real(2.0 / 3), value_decimal(667, 3), 3));
  assert_false(value_rounds_to(value_real(2.0 / 3), value_decimal(666, 3), 3));
  assert_false(value_rounds_to(value_real(0.9), value_integer(1), 99));
  assert_false(value_rounds_to(value_decimal(149, 2), value_decimal(15, 1), 1)); /* no quotient */
  assert_false(value_rounds_to(value_missing(), value_integer(0), 99));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_integers),
      cmocka_unit_test(plain_decimals_have_no_trailing_zeros),
      cmocka_unit_test(plain_reals_read_back),
      cmocka_unit_test(plain_missing_is_empty_and_text_is_itself),
      cmocka_unit_test(compare_is_exact),
      cmocka_unit_test(compare_orders_kinds),
      cmocka_unit_test(as_real),
      cmocka_unit_test(rows_start_out_missing),
      cmocka_unit_test(numbers_are_read_exactly),
      cmocka_unit_test(arithmetic_is_exact),
      cmocka_unit_test(quotients_round_to_what_is_written),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
