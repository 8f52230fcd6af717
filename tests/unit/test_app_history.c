/* The history keeps whole statements, whatever stands in them, and is private. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;
static char folder[] = "/tmp/ogi-history-XXXXXX";

static const char *inside(const char *name) {
  return str_fmt(&arena, "%s/%s", folder, name).p;
}

static void statements_come_back(void **state) {
  (void)state;
  static const char *const typed[] = {"sum received by\n  year", "where agency ~ \"a\\nb\\\\\"",
                                      "申请人=自然人", "\\"};
  const char *path = inside("a/b/history");
  size_t count = 7;
  history_read(&arena, path, &count);
  assert_int_equal(count, 0);
  for (size_t i = 0; i < 4; i++)
    assert_true(history_append(path, str_from_z(typed[i])));
  struct str *read = history_read(&arena, path, &count);
  assert_int_equal(count, 4);
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(str_z(&arena, read[i]), typed[i]);
  struct stat status;
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  assert_int_equal(stat(inside("a"), &status), 0);
  assert_int_equal(status.st_mode & 0777, 0700);
  unlink(path);
  rmdir(inside("a/b"));
  rmdir(inside("a"));
}

static void long_files_are_read_from_the_end(void **state) {
  (void)state;
  const char *path = inside("long");
  FILE *file = fopen(path, "w");
  for (int i = 0; i < 200000; i++)
    fprintf(file, "statement %d\n", i);
  fputs("no end of line", file);
  fclose(file);
  size_t count;
  struct str *read = history_read(&arena, path, &count);
  assert_int_equal(count, 5000);
  assert_string_equal(str_z(&arena, read[4998]), "statement 199999");
  assert_string_equal(str_z(&arena, read[4999]), "no end of line");
  unlink(path);
}

static void damage_is_passed_over(void **state) {
  (void)state;
  const char *path = inside("damaged");
  static const char bytes[] = "good\n\n\0bad\nlast\\";
  FILE *file = fopen(path, "w");
  fwrite(bytes, 1, sizeof bytes - 1, file);
  fclose(file);
  size_t count;
  struct str *read = history_read(&arena, path, &count);
  assert_int_equal(count, 2);
  assert_string_equal(str_z(&arena, read[0]), "good");
  assert_string_equal(str_z(&arena, read[1]), "last\\");
  unlink(path);
  history_read(&arena, "/dev/null", &count);
  assert_int_equal(count, 0);
  assert_false(history_append("/dev/null/history", STR("x")));
}

static void place_of_the_file(void **state) {
  (void)state;
  setenv("OGI_HISTORY", "/x/y", 1);
  assert_string_equal(history_path(&arena), "/x/y");
  setenv("OGI_HISTORY", "", 1);
  assert_null(history_path(&arena));
  unsetenv("OGI_HISTORY");
  setenv("XDG_STATE_HOME", "/s", 1);
  assert_string_equal(history_path(&arena), "/s/ogi/history");
  unsetenv("XDG_STATE_HOME");
  setenv("HOME", "/h", 1);
  assert_string_equal(history_path(&arena), "/h/.local/state/ogi/history");
  unsetenv("HOME");
  assert_null(history_path(&arena));
}

int main(void) {
  if (mkdtemp(folder) == NULL)
    return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statements_come_back),
      cmocka_unit_test(long_files_are_read_from_the_end),
      cmocka_unit_test(damage_is_passed_over),
      cmocka_unit_test(place_of_the_file),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  rmdir(folder);
  arena_free(&arena);
  return failed;
}
