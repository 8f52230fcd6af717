/* What can come next, where names that people defined may stand. */
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

static void with_a_note(void **state) {
  assert_string_equal(note(state, "sum rec", "received"), "新收申请 · 件");
  assert_string_equal(note(state, "sum 新收", "新收申请"), "received · 件");
  assert_string_equal(note(state, "sum received where requester=nat", "natural_person"),
                      "自然人 · requester");
  assert_non_null(strstr(note(state, "check T3.b", "T3.balance"), "error · "));
  assert_string_equal(note(state, "rate gr", "grant_rate"), "rate");
  assert_string_equal(note(state, "help acr", "across"),
                      "a column for each member, instead of a row.");
}

/* In Chinese where Chinese is typed, or was. */
static void in_the_language_typed(void **state) {
  assert_true(offers(state, "sum 办理结果数 where ", "申请人"));
  assert_true(offers(state, "sum 办理结果数 where 申请人=", "自然人"));
  assert_false(offers(state, "sum 办理结果数 where 申请人=", "natural_person"));
  assert_true(offers(state, "sum 办理结果数 where 申请人=nat", "natural_person"));
  assert_true(offers(state, "sum received where requester=", "natural_person"));
  assert_true(offers(state, "sum received where requester=\"自", "\"自然人\""));
  assert_true(offers(state, "sum received where requester=服务", "法律服务机构")); /* holds it */
}

static void in_every_position(void **state) {
  assert_true(offers(state, "check ", "T3"));
  assert_true(offers(state, "check T3.balance, T3.c", "T3.cross"));
  assert_true(offers(state, "check sev", "severity"));
  assert_true(offers(state, "check severity ", "error"));
  assert_true(offers(state, "check format ", "sarif"));
  assert_true(offers(state, "explain check X.", "X.jump"));
  assert_true(offers(state, "show rule X.", "X.jump"));
  assert_true(offers(state, "drop check X.", "X.jump"));
  assert_true(offers(state, "waive T3.", "T3.balance"));
  assert_true(offers(state, "set ", "min base"));
  assert_true(offers(state, "set min ", "min base"));
  assert_true(offers(state, "set names ", "zh"));
  assert_true(offers(state, "set form ", "us_foia"));
  assert_false(offers(state, "set names ", "year"));
  assert_true(offers(state, "help order", "order by"));
  assert_true(offers(state, "help order b", "order by"));
  assert_true(offers(state, "use form ", "cn"));
  assert_true(offers(state, "count ", "agencies"));
  assert_true(offers(state, "sum received where outcome in (withheld or ", "disclosed"));
  assert_true(offers(state, "sum received where year=2021 and ", "requester"));
  assert_true(offers(state, "sum with", "withheld"));
  assert_true(offers(state, "reports where ", "unread"));
  assert_true(offers(state, "explain sql for ", "postgres"));
  assert_true(offers(state, ".mo", ".mode"));
  assert_true(offers(state, ".mode ", "csv"));
  assert_true(offers(state, "set year 2021\nsum rec", "received")); /* the second of a block */
  assert_false(offers(state, "sum received as ", "received"));
  assert_false(offers(state, "sum received where year=2021x", "year"));
}

static void of_a_load(void **state) {
  assert_string_equal(note(state, "show load where ", "verdict"), "what became of it");
  assert_true(offers(state, "show load where year = 2021 and ", "reason"));
  assert_false(offers(state, "show load where ", "received"));
  assert_true(offers(state, "show load where verdict = ", "rejected"));
  assert_true(offers(state, "show load where verdict in (rejected, ", "skipped"));
}

static void numbers_and_parameters(void **state) {
  assert_true(offers(state, "sum received by year top ", "10"));
  assert_true(offers(state, "top ", "10"));
  assert_true(offers(state, "sum received by outcome depth ", "2"));
  assert_true(offers(state, "run grants(", "who="));
  assert_false(offers(state, "run grants(", "from="));
  assert_true(offers(state, "sum received where year ", "="));
  assert_true(offers(state, "sum received where year ", "between"));
  assert_true(offers(state, "define rate mine ", "="));
  assert_true(offers(state, "define measure x = granted source ", "\""));
}

static void files_in_strings(void **state) {
  char folder[] = "/tmp/ogi-complete-XXXXXX", file[64], text[128], word[128];
  assert_non_null(mkdtemp(folder));
  snprintf(file, sizeof file, "%s/a b.ogi", folder);
  FILE *made = fopen(file, "w");
  assert_non_null(made);
  fclose(made);
  snprintf(word, sizeof word, "\"%s\"", file);
  static const char *const starts[] = {
      "load ",           "use ",         "test ",        "sum received to ",
      "check baseline ", "load \"x\", ", "set waivers ", "report "};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    snprintf(text, sizeof text, "%s\"%s/a", starts[i], folder);
    assert_true(offers(state, text, word));
  }
  snprintf(text, sizeof text, ".read %s/", folder);
  assert_true(offers(state, text, word));
  snprintf(text, sizeof text, "load \"%.*s", (int)strlen(folder) - 1, folder);
  snprintf(word, sizeof word, "\"%s/", folder); /* a folder goes on */
  assert_string_equal(note(state, text, word), "folder");
  unlink(file);
  rmdir(folder);
}

/* Every word of the language is explained in the list. */
static void keywords_have_notes(void **state) {
  static const char *const before[] = {"",
                                       "sum received ",
                                       "explain ",
                                       "sum received where year ",
                                       "check ",
                                       "rate disclosed of applications ",
                                       "assert sum received "};
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
    struct arena arena = {0};
    struct line_offers offers;
    struct str text = str_from_z(before[i]);
    session_complete(*state, &arena, text, text.n, &offers);
    assert_true(offers.n > 3);
    for (size_t k = 0; k < offers.n; k++) {
      if (offers.at[k].note.n == 0)
        print_error("stdlib/words.txt says nothing of %.*s\n", STR_ARG(offers.at[k].word));
      assert_true(offers.at[k].note.n > 0);
    }
    arena_free(&arena);
  }
}

/* A block ends where its statements do: by lines, unless they go on. */
static void where_statements_end(void **state) {
  static const struct {
    const char *text;
    size_t first; /* bytes of the first statement */
  } cases[] = {{"sum received", 12},
               {"sum received\nsum applications", 13},
               {"sum received\n  by year", 22},
               {"sum received\nby year", 20},
               {"sum received by\nyear", 20},
               {"explain\nsum received", 20},
               {"sum received; set", 13},
               {"sum received by\n\nyear", 16},
               {".mode csv\nset", 9},
               {"sql select a\nfrom b\nset", 20},
               {"sql select a\nto \"f\"\nset", 20},
               {"sql select (a\n)\nset", 16},
               {"explain\nsql sum received", 24},
               {"# so\nsum received\nset", 18}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_int_equal(session_statement(*state, str_from_z(cases[i].text), 0), cases[i].first);
  assert_true(session_needs_more(*state, STR("set year 2021\nsum received by")));
  assert_false(session_needs_more(*state, STR("set year 2021\nsum received by year")));
}

static void within_sql(void **state) {
  assert_true(offers(state, "sq", "sql"));
  assert_true(offers(state, "sql ", "select"));
  assert_false(offers(state, "sql ", "cell"));
  assert_true(offers(state, "sql select pri", "printed"));
  assert_true(offers(state, "sql select count(*) fr", "from"));
  assert_true(offers(state, "sql select agency from c", "cell"));
  assert_true(offers(state, "sql select agency from to", "total_list"));
  assert_true(offers(state, "sql select ta", "\"table\""));
  assert_true(offers(state, "sql select agency from cell ", "to"));
  assert_false(offers(state, "sql select 'pri", "printed"));
  assert_true(session_needs_more(*state, STR("sql select (1")));
  assert_true(session_needs_more(*state, STR("sql select a,")));
  assert_true(session_needs_more(*state, STR("sql select a from")));
  assert_false(session_needs_more(*state, STR("sql select a from b")));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(names_where_they_fit),
                                     cmocka_unit_test(kinds_of_charts),
                                     cmocka_unit_test(kinds_and_what_there_is_of_them),
                                     cmocka_unit_test(those_of_another_form_are_left_out),
                                     cmocka_unit_test(whether_more_must_come),
                                     cmocka_unit_test(with_a_note),
                                     cmocka_unit_test(in_the_language_typed),
                                     cmocka_unit_test(in_every_position),
                                     cmocka_unit_test(of_a_load),
                                     cmocka_unit_test(numbers_and_parameters),
                                     cmocka_unit_test(files_in_strings),
                                     cmocka_unit_test(keywords_have_notes),
                                     cmocka_unit_test(within_sql),
                                     cmocka_unit_test(where_statements_end)};
  return cmocka_run_group_tests(tests, make, drop);
}
