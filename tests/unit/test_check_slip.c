/* How one figure may have come of another. */
#include "check/slip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_single(void **state) {
  (void)state;
  static const struct {
    int64_t printed, implied;
    unsigned slips;
  } cases[] = {
      {16, 14, SLIP_MISREAD},
      {65, 56, SLIP_SWAPPED},
      {321, 123, SLIP_SWAPPED},
      {231, 123, 0}, /* three digits moved */
      {12, 132, SLIP_DROPPED},
      {12, 123, SLIP_DROPPED},
      {23, 123, SLIP_DROPPED},
      {132, 12, SLIP_ADDED},
      {5, 50, SLIP_10 | SLIP_DROPPED},
      {50, 5, SLIP_10 | SLIP_ADDED},
      {700, 7, SLIP_100},
      {7, 70000, SLIP_10000},
      {-4, 4, SLIP_SIGN},
      {-4, -44, SLIP_DROPPED},
      {-4, 44, 0},
      {0, 9, SLIP_LEFT_OUT},
      {9, 0, SLIP_NONE_DUE},
      {8, 8, 0},
      {12, 987, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_int_equal(slips_between(cases[i].printed, cases[i].implied), cases[i].slips);
}

static void test_swapped_divides_by_nine(void **state) {
  (void)state;
  for (int64_t implied = 1; implied < 2000; implied++)
    for (int64_t printed = 1; printed < 2000; printed += 7)
      if ((slips_between(printed, implied) & SLIP_SWAPPED) != 0)
        assert_int_equal((printed - implied) % 9, 0);
}

static void test_joined(void **state) {
  (void)state;
  assert_true(digits_join(37, 46, 3746));
  assert_true(digits_join(1, 0, 10));
  assert_false(digits_join(1, 5, 105)); /* the second would begin with 0 */
  assert_false(digits_join(3, 46, 3746));
  assert_false(digits_join(-3, 46, 346));
}

static void test_names(void **state) {
  (void)state;
  struct arena arena = {0};
  assert_true(str_eq(slip_keys(&arena, SLIP_10 | SLIP_ADDED), STR("times_10;digit_added")));
  assert_true(str_eq(slip_words(&arena, SLIP_SWAPPED), STR("two digits swapped")));
  assert_int_equal(slip_words(&arena, 0).n, 0);
  arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_single),
      cmocka_unit_test(test_swapped_divides_by_nine),
      cmocka_unit_test(test_joined),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
