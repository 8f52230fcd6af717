/* What can come next, where names that people defined may stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/session.h"

#include <stdio.h>
#include <string.h>

static const char script[] =
    "define measure granted \"提供数\" = disclosed of applications\n"
    "define rate grant_rate = granted of applications\n"
    "define query grants(:who) = sum granted for :who\n";

static int make(void **state) {
  struct session_options options = {.out = stdout, .err = stderr, .quiet = true};
  int status;
  bool stop;
  struct session *session = session_open(&options, &status);
  *state = session;
  return session != NULL && session_run(session, STR("test"), str_from_z(script), 1, &stop) == 0
             ? 0
             : -1;
}

static int drop(void **state) {
  session_close(*state);
  return 0;
}

/* What is offered at the end of the text: NULL, or what is said of `word`. */
static const char *note(void **state, const char *text, const char *word) {
  static struct arena arena;
  struct line_offers offers;
  struct str whole = str_from_z(text);
  arena_reset(&arena);
  session_complete(*state, &arena, whole, whole.n, &offers);
  for (size_t i = 0; i < offers.n; i++)
    if (str_eq(offers.at[i].word, str_from_z(word)))
      return str_z(&arena, offers.at[i].note);
  return NULL;
}

static bool offers(void **state, const char *text, const char *word) {
  return note(state, text, word) != NULL;
}

static void names_where_they_fit(void **state) {
  assert_true(offers(state, "sum gr", "granted"));
  assert_true(offers(state, "sum ", "received"));
  assert_true(offers(state, "sum 提", "提供数"));
  assert_false(offers(state, "sum gr", "grant_rate"));
  assert_true(offers(state, "share gr", "granted"));
  assert_true(offers(state, "rate gr", "grant_rate"));
  assert_true(offers(state, "rate gr", "granted"));
  assert_true(offers(state, "rate disc", "disclosure_rate"));
  assert_false(offers(state, "rate gr", "grants"));
  assert_true(offers(state, "run gr", "grants"));
  assert_false(offers(state, "run gr", "granted"));
  assert_true(offers(state, "sum received where gr", "granted"));
  assert_true(offers(state, "describe gr", "grants"));
  assert_true(offers(state, "what if stated app", "applications"));
  assert_false(offers(state, "sum received where outcome = ", "granted"));
}

static void kinds_of_charts(void **state) {
  assert_true(offers(state, "plo", "plot"));
  assert_true(offers(state, "plot ", "sum"));
  assert_true(offers(state, "plot sum ", "received"));
  assert_true(offers(state, "plot sum received by ", "year"));
  assert_true(offers(state, "plot sum received by year as ", "bar"));
  assert_true(offers(state, "plot sum received by year as ", "line"));
  assert_true(offers(state, "plot sum received by year as s", "spark"));
  assert_false(offers(state, "sum received by year as ", "bar"));
}

static void kinds_and_what_there_is_of_them(void **state) {
  assert_true(offers(state, "show ", "rates"));
  assert_true(offers(state, "show ", "report"));
  assert_true(offers(state, "show rate ", "grant_rate"));
  assert_false(offers(state, "show rate ", "granted"));
  assert_true(offers(state, "drop measure ", "granted"));
  assert_true(offers(state, "edit query ", "grants"));
  assert_true(offers(state, "define measure x = ", "granted"));
  assert_true(offers(state, "define ", "measure"));
}

static void those_of_another_form_are_left_out(void **state) {
  bool stop;
  assert_int_equal(session_run(*state, STR("test"), STR("use form us_foia"), 1, &stop), 0);
  assert_false(offers(state, "rate disc", "disclosure_rate"));
  assert_false(offers(state, "sum gr", "granted"));
  assert_int_equal(session_run(*state, STR("test"), STR("use form all"), 1, &stop), 0);
  assert_true(offers(state, "rate disc", "disclosure_rate"));
}

/* A definition is unfinished until its body is there, and a parameter may stand in it. */
static void whether_more_must_come(void **state) {
  struct session *session = *state;
  assert_true(session_needs_more(session, STR("define measure x =")));
  assert_true(session_needs_more(session, STR("define rate x = granted of")));
  assert_true(session_needs_more(session, STR("define query x(:a,")));
  assert_true(session_needs_more(session, STR("what if received for \"X\" 2021 = 3:")));
  assert_false(session_needs_more(session, STR("define query x(:a) = sum received for :a")));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(names_where_they_fit),
                                     cmocka_unit_test(kinds_of_charts),
                                     cmocka_unit_test(kinds_and_what_there_is_of_them),
                                     cmocka_unit_test(those_of_another_form_are_left_out),
                                     cmocka_unit_test(whether_more_must_come)};
  return cmocka_run_group_tests(tests, make, drop);
}
