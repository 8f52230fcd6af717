/* What each piece of a statement is while it is typed: keywords, names that are known by their
 * kind, names that are none. A letter for each byte of the text, a blank for what is not marked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char letters[] = " ksn#fdmo?";

static const char list[] = "agency,region,level\n甲局,云南省/昆明市,\n乙局,云南省,\n";

static int make(void **state) {
  struct session_options options = {.out = stdout, .err = stderr, .quiet = true};
  char path[] = "/tmp/ogi-mark-XXXXXX", load[128];
  int status, file = mkstemp(path);
  bool stop;
  if (file < 0 || write(file, list, strlen(list)) != (ssize_t)strlen(list))
    return -1;
  close(file);
  snprintf(load, sizeof load, "load \"%s\" as agencies", path);
  *state = session_open(&options, &status);
  status = *state != NULL ? session_run(*state, STR("test"), str_from_z(load), 1, &stop) : 1;
  unlink(path);
  return status;
}

static int drop(void **state) {
  session_close(*state);
  return 0;
}

/* With the cursor at an offset; SIZE_MAX: nothing is being typed any more. */
static void marked_at(void **state, const char *text, size_t cursor, const char *wanted) {
  unsigned char marks[256] = {0};
  char seen[256] = "";
  size_t n = strlen(text);
  session_mark(*state, str_from_z(text), cursor == SIZE_MAX ? n + 1 : cursor, marks);
  for (size_t i = 0; i < n; i++)
    seen[i] = letters[marks[i]];
  while (n > 0 && seen[n - 1] == ' ')
    seen[--n] = '\0';
  if (strcmp(seen, wanted) != 0)
    print_error("%s\n%s\n%s\n", text, seen, wanted);
  assert_string_equal(seen, wanted);
}

static void marked(void **state, const char *text, const char *wanted) {
  marked_at(state, text, SIZE_MAX, wanted);
}

static void words_by_kind(void **state) {
  marked(state, "sum received by year # so", "kkk ffffffff kk dddd ####");
  marked(state, "sum received where year>=2020", "kkk ffffffff kkkkk dddd  nnnn");
  marked(state, "sum withheld of applications", "kkk mmmmmmmm kk ffffffffffff");
  marked(state, "rate disclosure_rate by year", "kkkk fffffffffffffff kk dddd");
  marked(state, "load \"a b\" as agencies", "kkkk sssss kk oooooooo");
  marked(state, "set min base 30", "kkk oooooooo nn");
  marked(state, "help order by", "kkkk oooooooo");
  marked(state, "check T3.balance, T3", "kkkkk oooooooooo  oo");
  marked(state, ".mode csv", "kkkkk");
  marked(state, "show rule X.jump", "kkkk oooo oooooo");
}

static void sql_by_piece(void **state) {
  marked(state, "sql select nothing, 'a' from cell -- so",
         "kkk kkkkkk kkkkkkk  sss kkkk      #####");
  marked(state, "sql select received /* so */ from x where y=1.5 to \"f\"",
         "kkk kkkkkk          ######## kkkk   kkkkk   nnn kk sss");
  marked(state, "sql select 'not yet", "kkk kkkkkk ssssssss");
}

static void chinese_names(void **state) {
  marked(state, "sum 办理结果数 by 年", "kkk fffffffffffffff kk ddd");
  marked(state, "sum received where 申请人=自然人", "kkk ffffffff kkkkk ddddddddd mmmmmmmmm");
}

static void unknown_names(void **state) {
  marked(state, "sum recieved", "kkk ????????");
  marked(state, "sum received by yaer", "kkk ffffffff kk ????");
  marked(state, "sum received where outcome=nothing", "kkk ffffffff kkkkk ddddddd ???????");
  marked(state, "sum received where outcme=withheld", "kkk ffffffff kkkkk ??????");
  marked(state, "check T3.balanse", "kkkkk ??????????");
  marked(state, "set colur off", "kkk ?????");
  marked(state, "help nothing", "kkkk ???????");
  marked(state, "run nothing", "kkk ???????");
  marked(state, ".mod csv", "kkkk");
  marked(state, ".nothing", "????????");
}

/* Where anything may stand nothing is unknown. */
static void free_words(void **state) {
  marked(state, "sum received as mine", "kkk ffffffff kk");
  marked(state, "find fee", "kkkk");
  marked(state, "define measure mine = disclosed of applications",
         "kkkkkk kkkkkkk        mmmmmmmmm kk ffffffffffff");
  marked(state, "define query q(:who) = sum received for :who",
         "kkkkkk kkkkk   oooo    kkk ffffffff kkk oooo");
  marked(state, "sum received for \"甲局\" 2021 because \"x\"",
         "kkk ffffffff kkk ssssssss nnnn ??????? sss");
}

static void what_the_panel_knows(void **state) {
  marked(state, "sum received where agency=甲局", "kkk ffffffff kkkkk dddddd mmmmmm");
  marked(state, "sum received where agency=丙局", "kkk ffffffff kkkkk dddddd ??????");
  marked(state, "show report \"甲局\" 2021", "kkkk kkkkkk ssssssss nnnn");
  marked(state, "show report \"丙局\" 2021", "kkkk kkkkkk ???????? nnnn");
  marked(state, "show report \"甲局\" latest", "kkkk kkkkkk ssssssss kkkkkk");
  marked(state, "sum received where year >= latest-1", "kkk ffffffff kkkkk dddd    kkkkkk n");
  marked(state, "sum received where region under 云南省",
         "kkk ffffffff kkkkk dddddd kkkkk mmmmmmmmm");
}

/* A word that may still become a name is no mistake; one that cannot is. */
static void the_word_at_the_cursor(void **state) {
  marked_at(state, "sum rec", 7, "kkk");
  marked_at(state, "sum rxc", 7, "kkk ???");
  marked_at(state, "sum rec by", 10, "kkk ??? kk");
  marked_at(state, "su", 2, "");
  marked_at(state, "sux", 3, "???");
  marked_at(state, "sum received wh", 15, "kkk ffffffff");
  marked_at(state, "sum received xx", 15, "kkk ffffffff ??");
  marked_at(state, "sum received where outcome=with", 31, "kkk ffffffff kkkkk ddddddd");
  marked_at(state, "sum 办理", 10, "kkk");
}

static void what_cannot_be_read(void **state) {
  marked(state, "load \"open", "kkkk sssss");
  marked(state, "sum received # to the end \"", "kkk ffffffff ##############");
  marked(state, "load \"# no comment\"", "kkkk ssssssssssssss");
  marked(state, "", "");
  marked(state, "\xFF\xFE", "");
}

static void several_statements(void **state) {
  marked(state, "sum received\n# so\nset year 2021", "kkk ffffffff #### kkk oooo nnnn");
}

/* In statements that work nothing is unknown. */
static void the_examples(void **state) {
  static const char *const files[] = {"examples/questions.ogi", "examples/review.ogi",
                                      "examples/demo.ogi"};
  static const char *const reports[] = {"examples/reports", "examples/foia"};
  struct session_options options = {.out = stdout, .err = stderr, .quiet = true};
  int status;
  bool stop;
  (void)state;
  struct session *session = session_open(&options, &status);
  assert_non_null(session);
  assert_int_equal(session_load(session, reports, 2), 0);
  session_run(session, STR("test"), STR("load \"examples/agencies.csv\" as agencies"), 1, &stop);
  for (size_t f = 0; f < sizeof files / sizeof files[0]; f++) {
    static char text[1 << 16];
    static unsigned char marks[sizeof text];
    FILE *file = fopen(files[f], "r");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text, file), first = 0;
    fclose(file);
    memset(marks, 0, n);
    session_mark(session, (struct str){text, n}, n + 1, marks);
    while (first < n && marks[first] != MARK_UNKNOWN)
      first++;
    if (first < n)
      print_error("%s: %.40s\n", files[f], text + first);
    assert_int_equal(first, n);
  }
  session_close(session);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(words_by_kind),
                                     cmocka_unit_test(sql_by_piece),
                                     cmocka_unit_test(chinese_names),
                                     cmocka_unit_test(unknown_names),
                                     cmocka_unit_test(free_words),
                                     cmocka_unit_test(what_the_panel_knows),
                                     cmocka_unit_test(the_word_at_the_cursor),
                                     cmocka_unit_test(what_cannot_be_read),
                                     cmocka_unit_test(several_statements),
                                     cmocka_unit_test(the_examples)};
  return cmocka_run_group_tests(tests, make, drop);
}
