/* Places as people read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form/place.h"

static struct arena arena;

static void places(void **state) {
  (void)state;
  static const struct {
    struct place place;
    const char *text, *whole;
  } all[] = {
      {{0, 0, 0}, "", ""},
      {{0, 14, 2}, "line 14", "line 14, cell 2"},
      {{0, 14, 0}, "line 14", "line 14"},
      {{2, 5, 1}, "table 2, row 5", "table 2, row 5, cell 1"},
      {{2 * PLACE_PAGE, 14, 1}, "page 2, line 14", "page 2, line 14, cell 1"},
      {{2 * PLACE_PAGE + 1, 5, 3}, "page 2, table 1, row 5", "page 2, table 1, row 5, cell 3"},
      {{PLACE_SHEET + 1, 5, 3}, "sheet 1, row 5", "sheet 1, cell C5"},
      {{PLACE_SHEET + 2, 7, 26}, "sheet 2, row 7", "sheet 2, cell Z7"},
      {{PLACE_SHEET + 1, 5, 27}, "sheet 1, row 5", "sheet 1, cell AA5"},
      {{PLACE_SHEET + 1, 5, 0}, "sheet 1, row 5", "sheet 1, row 5"},
  };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    assert_string_equal(str_z(&arena, place_text(&arena, all[i].place)), all[i].text);
    assert_string_equal(str_z(&arena, place_whole_text(&arena, all[i].place)), all[i].whole);
  }
  assert_int_equal(place_on_page(3, 4), 3 * PLACE_PAGE + 4);
  assert_int_equal(place_on_page(3, 70000) / PLACE_PAGE, 3);
  assert_true(place_on_page(1000000, 0) < PLACE_SHEET);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(places)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
