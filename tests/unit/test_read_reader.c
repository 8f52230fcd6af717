/* Files as they are met: missing, no file, too large, of no known kind, wrong bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_form.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/ogi-read-XXXXXX";

static struct str path_of(const char *name) {
  return str_fmt(&arena, "%s/%s", folder, name);
}

static void write_file(const char *name, struct str bytes) {
  FILE *out = fopen(path_of(name).p, "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
  assert_int_equal(fclose(out), 0);
}

static enum read_outcome read_named(const char *name, struct report *report) {
  read_setup();
  diags.n = 0;
  return read_file(&arena, match_index, path_of(name), (struct report_sink){keep_report, report},
                   &diags);
}

/* The whole of what is said about a file, with its place. */
static const char *said(void) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  diags_render(&diags, out);
  fclose(out);
  const char *kept = str_z(&arena, (struct str){text, size});
  free(text);
  return kept;
}

static void fails(const char *name, const char *words) {
  struct report report;
  assert_int_equal(read_named(name, &report), READ_FAILED);
  if (strstr(said(), words) == NULL || strstr(said(), name) == NULL)
    fail_msg("%s", said());
}

static void good_files(void **state) {
  (void)state;
  struct report report;
  write_file("a.txt", report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021"));
  assert_int_equal(read_named("a.txt", &report), READ_DONE);
  assert_str(report.path, path_of("a.txt").p);
  assert_int_equal(report.year, 2021);
  assert_int_equal(diags.n, 0);
}

static void no_files(void **state) {
  (void)state;
  mkdir(path_of("dir.txt").p, 0700);
  mkfifo(path_of("pipe.txt").p, 0600);
  fails("none.txt", "cannot be opened: No such file");
  fails("dir.txt", "is a directory");
  fails("pipe.txt", "is no regular file");
}

static void wrong_sizes(void **state) {
  (void)state;
  write_file("empty.txt", STR(""));
  fails("empty.txt", "the file is empty");
  write_file("zeros.txt", STR("x"));
  assert_int_equal(truncate(path_of("zeros.txt").p, 100 * 1024 * 1024), 0);
  fails("zeros.txt", "100 MB are too much");
}

static void other_kinds(void **state) {
  (void)state;
  struct report report;
  write_file("a.png", STR("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"));
  assert_int_equal(read_named("a.png", &report), READ_SKIPPED);
  write_file("zeros.html", (struct str){arena_alloc(&arena, 5000), 5000});
  assert_int_equal(read_named("zeros.html", &report), READ_SKIPPED);
  write_file("f.csv", STR("agency,region\n"));
  assert_int_equal(diags.n, 0);
  assert_int_equal(read_named("f.csv", &report), READ_SKIPPED);
  assert_int_equal(diags.n, 1); /* it is read, and holds no table of a form */
}

static void wrong_bytes(void **state) {
  (void)state;
  write_file("gbk.txt", STR("ok\n年\xC4报\n"));
  fails("gbk.txt", "gbk.txt:2:2: error: byte 0xC4 is not UTF-8");
  write_file("page.html", STR("<html><body><p>x</p></body></html>"));
  fails("page.html", "it holds no table of a known form");
}

/* Messages are kept after the file's arena is gone. */
static void messages_outlive_files(void **state) {
  (void)state;
  struct arena own = {0};
  diags.n = 0;
  write_file("bad.txt", STR("一\xFF\n"));
  read_file(&own, match_index, path_of("bad.txt"), (struct report_sink){keep_report, NULL}, &diags);
  arena_free(&own);
  assert_non_null(strstr(said(), "bad.txt:1:2"));
}

static int begin(void **state) {
  (void)state;
  read_setup();
  return mkdtemp(folder) == NULL;
}

static int end(void **state) {
  (void)state;
  static const char *const names[] = {"a.txt", "pipe.txt", "empty.txt", "zeros.txt",  "a.png",
                                      "f.csv", "gbk.txt",  "page.html", "zeros.html", "bad.txt"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    unlink(path_of(names[i]).p);
  rmdir(path_of("dir.txt").p);
  return rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_files),  cmocka_unit_test(no_files),
      cmocka_unit_test(wrong_sizes), cmocka_unit_test(other_kinds),
      cmocka_unit_test(wrong_bytes), cmocka_unit_test(messages_outlive_files),
  };
  int failed = cmocka_run_group_tests(tests, begin, end);
  arena_free(&arena);
  return failed;
}
