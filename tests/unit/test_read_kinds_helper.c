/* Kinds that other programs read: found on the PATH or named with their package; slow, loud and
 * failing programs cost their file alone. The programs are scripts made here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/helper.h"
#include "read_office.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/ogi-helper-XXXXXX";

static const char *path_of(const char *name) {
  return str_fmt(&arena, "%s/%s", folder, name).p;
}

static void write_file(const char *name, struct str bytes) {
  FILE *out = fopen(path_of(name), "wb");
  assert_non_null(out);
  assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
  assert_int_equal(fclose(out), 0);
}

static void install(const char *name, const char *script) {
  write_file(name, str_fmt(&arena, "#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n", script));
  assert_int_equal(chmod(path_of(name), 0755), 0);
}

/* The message of a helper that must not succeed; "" when it does. */
static const char *run(const char *script, unsigned seconds, struct str input, struct str *output) {
  install("program", script);
  const char *const argv[] = {helper_find(&arena, "program"), "word", NULL};
  struct helper helper = {argv, folder, seconds, 100000};
  assert_non_null(argv[0]);
  diags.n = diags.errors = 0;
  bool done = helper_run(&arena, &helper, input, output, &diags);
  assert_int_equal(done, diags.n == 0);
  return done ? "" : str_z(&arena, diags.at[0].text);
}

static void running(void **state) {
  (void)state;
  struct str output, much = {arena_alloc(&arena, 90000), 90000};
  memset((char *)(uintptr_t)much.p, 'x', much.n);
  assert_string_equal(run("cat; echo \"$1 $HOME\"; echo noise >&2", 10, much, &output), "");
  assert_int_equal(output.n, much.n + strlen("word ") + strlen(folder) + 1);
  assert_string_equal(run("exit 3", 10, STR(""), &output),
                      "\"program\" cannot read it and ends with status 3");
  assert_string_equal(run("kill -9 $$", 10, STR(""), &output), "\"program\" ended with signal 9");
  assert_string_equal(run("yes", 10, STR(""), &output),
                      "\"program\" was stopped: it gave more than 0 MB");
  assert_string_equal(run("sleep 60 & sleep 60", 1, STR(""), &output),
                      "\"program\" was stopped: it took more than 1 seconds");
  assert_string_equal(run("exec >&-; sleep 60", 1, STR(""), &output),
                      "\"program\" ended with signal 9");
}

static void missing(void **state) {
  (void)state;
  struct str old = STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
  assert_null(helper_find(&arena, "pdftotext"));
  assert_str(read_refusal("a.pdf", STR("%PDF-1.4\n")),
             "a PDF file is read with the program \"pdftotext\", which is not there");
  assert_str(diags.at[0].hint, "sudo apt-get install --no-install-recommends poppler-utils");
  assert_str(read_refusal("a.doc", old),
             "an older document is read with the program \"soffice\", which is not there");
  assert_str(diags.at[0].hint,
             "sudo apt-get install --no-install-recommends libreoffice-writer-nogui");
  assert_str(read_refusal("a.XLS", old),
             "an older workbook is read with the program \"soffice\", which is not there");
}

static void old_documents(void **state) {
  (void)state;
  struct str page = report_text(edition_named("cn.2021"), SHAPE_HTML, "2021");
  struct str old = STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
  struct report want = read_report("a.html", page);
  write_file("text", report_text(edition_named("cn.2021"), SHAPE_LEADING, "2021"));
  install("antiword", str_fmt(&arena, "cat %s", path_of("text")).p);
  struct report got = read_report("a.doc", old);
  assert_same_report(&got, &want);
  /* the better program goes before; what it is given to convert is the file */
  write_file("new.docx", word_of_page(page));
  write_file("new.xlsx", book_of_page(page, true, false));
  install("soffice", str_fmt(&arena,
                             "kind=${5%%%%:*}; out=$7; in=$8\n"
                             "grep -q 'and more' $in || exit 1\n"
                             "mkdir $out && cp %s.$kind $out/report.$kind",
                             path_of("new"))
                         .p);
  got = read_report("a.DOC", old);
  assert_same_report(&got, &want);
  assert_same_places(&got, &want);
  got = read_report("a.xls", old);
  assert_same_report(&got, &want);
  got = read_report("a.rtf", STR("{\\rtf1 and more}"));
  assert_same_report(&got, &want);
  install("soffice", "exit 0");
  assert_str(read_refusal("a.doc", old), "it could not be converted: No such file or directory");
  unlink(path_of("soffice"));
  unlink(path_of("antiword"));
}

static int begin(void **state) {
  (void)state;
  read_setup();
  return mkdtemp(folder) == NULL || setenv("PATH", folder, 1) != 0 ||
         setenv("TMPDIR", folder, 1) != 0;
}

/* Nothing is left of the conversions. */
static int end(void **state) {
  (void)state;
  static const char *const names[] = {"program", "text", "new.docx", "new.xlsx"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    unlink(path_of(names[i]));
  return rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(running),
      cmocka_unit_test(missing),
      cmocka_unit_test(old_documents),
  };
  int failed = cmocka_run_group_tests(tests, begin, end);
  arena_free(&arena);
  return failed;
}
