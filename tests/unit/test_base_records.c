/* Comma-separated values → records: quotes, empty lines, places, mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/records.h"

static struct arena arena;
static struct diags diags = {.arena = &arena};
static struct record_list list;

static bool read_as(const char *text, char delimiter) {
  list = (struct record_list){0};
  diags.n = diags.errors = 0;
  return records_read(&arena, str_from_z(text), delimiter, &list, &diags);
}

static void field_is(size_t record, size_t field, const char *text) {
  assert_true(record < list.n && field < list.at[record].nfields);
  struct str is = list.at[record].fields[field].text;
  if (!str_eq(is, str_from_z(text)))
    fail_msg("\"%.*s\" where \"%s\" is expected", STR_ARG(is), text);
}

static void fields_and_lines(void **state) {
  (void)state;
  assert_true(
      read_as("\xEF\xBB\xBF"
              "a, b ,\"c, d\"\r\n\n\n\"say \"\"x\"\"\",\"two\nlines\",\nlast",
              ','));
  assert_int_equal(list.n, 3);
  field_is(0, 0, "a");
  field_is(0, 1, "b");
  field_is(0, 2, "c, d");
  field_is(1, 0, "say \"x\"");
  field_is(1, 1, "two\nlines");
  field_is(1, 2, "");
  field_is(2, 0, "last");
  assert_int_equal(list.at[0].line, 1);
  assert_int_equal(list.at[1].line, 4);
  assert_int_equal(list.at[2].line, 6);
  assert_int_equal(list.at[0].fields[1].at.start, 6); /* without the blank before it */
  assert_int_equal(list.at[0].fields[1].at.end, 7);
}

static void other_delimiters(void **state) {
  (void)state;
  assert_true(read_as("a,b\tc", '\t'));
  field_is(0, 0, "a,b");
  field_is(0, 1, "c");
  assert_true(read_as("", ','));
  assert_int_equal(list.n, 0);
}

static void quotes_out_of_place(void **state) {
  (void)state;
  static const char *const texts[] = {"a,\"b\"c\nd,e\n", "a,b\"c\n", "a,\"b\nc"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    assert_false(read_as(texts[i], ','));
    assert_int_equal(diags.n, 1);
    assert_int_equal(diags.at[0].at.start, 2);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(fields_and_lines),
      cmocka_unit_test(other_delimiters),
      cmocka_unit_test(quotes_out_of_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
