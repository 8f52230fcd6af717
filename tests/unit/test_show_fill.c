/* Running text in a window: what is filled anew, and what is left as its author wrote it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "show/fill.h"

#include <stdlib.h>
#include <string.h>

static const char text[] =
    "One two three four five six\n"
    "seven eight.\n"
    "An early end.\n"
    "Nine ten eleven twelve 十三\n"
    "\n"
    "  an example of more columns than that\n"
    "last\n";

static void gives(size_t width, size_t lead, const char *expected) {
  char *bytes = NULL;
  size_t n = 0;
  FILE *out = open_memstream(&bytes, &n);
  assert_non_null(out);
  fill_write(out, str_from_z(text), width, lead);
  fclose(out);
  assert_string_equal(bytes, expected);
  free(bytes);
}

static void a_text_that_fits_is_left(void **state) {
  (void)state;
  gives(0, 0, text);
  gives(27, 0, text);
  gives(30, 3, text);
}

static void full_lines_are_joined(void **state) {
  (void)state;
  gives(20, 0,
        "One two three four\nfive six seven\neight.\nAn early end.\nNine ten eleven\n"
        "twelve 十三\n\n  an example of more columns than that\nlast\n");
  /* Words that are wider than the window stand alone. */
  gives(6, 0,
        "One\ntwo\nthree\nfour\nfive\nsix\nseven\neight.\nAn\nearly\nend.\nNine\nten\neleven\n"
        "twelve\n十三\n\n  an example of more columns than that\nlast\n");
}

static void what_stands_there_counts(void **state) {
  (void)state;
  gives(20, 4,
        "One two three\nfour five six seven\neight.\nAn early end.\nNine ten eleven\n"
        "twelve 十三\n\n  an example of more columns than that\nlast\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_text_that_fits_is_left),
      cmocka_unit_test(full_lines_are_joined),
      cmocka_unit_test(what_stands_there_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
