/* Completion at every position of the grammar: for each production of grammar/ogi.y, and each place
 * in it, a text that stops there. What can come next must be offered, each with a few words; where
 * nothing is, the table below says why. A new statement without offers is seen here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "app/dot.h" /* before cmocka, which has a run_test of its own */

#include <cmocka.h>

#include "app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GRAMMAR "grammar/ogi.y"
#define MOST 600 /* productions, and symbols of all of them by name */
#define MOST_RIGHT 16

/* --- The grammar, as text */

struct production {
  const char *left, *right[MOST_RIGHT];
  size_t n;
};

/* What the shortest text of a symbol is, and what the shortest text before it. */
struct symbol {
  const char *name;
  char *text, *before;
  bool may_be_string; /* does it begin with a string? */
};

struct grammar {
  struct production at[MOST];
  struct symbol symbols[MOST];
  size_t n, nsymbols;
};

static struct symbol *symbol_named(struct grammar *g, const char *name) {
  for (size_t i = 0; i < g->nsymbols; i++)
    if (strcmp(g->symbols[i].name, name) == 0)
      return &g->symbols[i];
  assert_true(g->nsymbols < MOST);
  g->symbols[g->nsymbols] = (struct symbol){.name = name};
  return &g->symbols[g->nsymbols++];
}

/* The next name of the line, without the letter that Lemon has behind it; NULL at the `.` */
static char *next_name(char **at) {
  *at += strspn(*at, " ");
  if (**at == '.')
    return NULL;
  size_t n = strspn(*at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");
  assert_true(n > 0);
  char *name = strndup(*at, n);
  *at += n;
  if (**at == '(')
    *at = strchr(*at, ')') + 1;
  return name;
}

/* Each production is a line: left(A) ::= right(B) RIGHT(C). */
static void read_grammar(struct grammar *g) {
  char line[1024];
  FILE *file = fopen(GRAMMAR, "r");
  assert_non_null(file);
  while (fgets(line, sizeof line, file) != NULL) {
    char *at = strstr(line, " ::=");
    if (at == NULL || line[0] < 'a' || line[0] > 'z')
      continue;
    assert_true(g->n < MOST);
    struct production *p = &g->at[g->n++];
    char *left = line;
    p->left = next_name(&left);
    at += strlen(" ::=");
    for (char *name; (name = next_name(&at)) != NULL;) {
      assert_true(p->n < MOST_RIGHT);
      p->right[p->n++] = name;
    }
  }
  fclose(file);
  assert_true(g->n > 300);
}

/* --- Texts */

/* Of tokens that are no words, and of symbols whose shortest text would say nothing. */
static const struct {
  const char *symbol, *text;
} texts[] = {{"NAME", "received"},
             {"STRING", "\"x\""},
             {"INT", "2021"},
             {"DEC", "0.5"},
             {"DATE", "2021-01-01"},
             {"PERCENT", "5%"},
             {"PARAM", ":p"},
             {"PNN", "p50"},
             {"RAW", "select 1"},
             {"EQ", "="},
             {"EQEQ", "=="},
             {"NE", "!="},
             {"LT", "<"},
             {"LE", "<="},
             {"GT", ">"},
             {"GE", ">="},
             {"MATCH", "~"},
             {"NOMATCH", "!~"},
             {"LP", "("},
             {"RP", ")"},
             {"COMMA", ","},
             {"COLON", ":"},
             {"PLUS", "+"},
             {"MINUS", "-"},
             {"STAR", "*"},
             {"SLASH", "/"},
             {"DOT", "."},
             {"RANGE", ".."},
             {"kind", "rate"},
             {"defkind", "dimension"},
             {"query", "sum received"},
             {"asking", "sum received"},
             {"cond", "year = 2021"},
             {"countable", "agencies"},
             {"dims", "year"},
             {"dim", "year"},
             {"sorts", "received"},
             {"who", "\"西山区\""},
             {"status", "pass"},
             {"label", "received"},
             {"subject", "\"西山区\""},
             {"words", "format"},
             {"param", ":p"},
             {"givens", "signed 2021-01-01"}};

static char *joined(const char *a, const char *b) {
  size_t n = strlen(a) + strlen(b) + 2;
  char *text = malloc(n);
  assert_non_null(text);
  snprintf(text, n, "%s%s%s", a, a[0] != '\0' && b[0] != '\0' ? " " : "", b);
  return text;
}

static char *folded(const char *token) {
  char *text = strdup(token);
  for (char *c = text; *c != '\0'; c++)
    *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
  return text;
}

/* The text of the symbols before the place `dot`; NULL while one of them has none. */
static char *text_up_to(struct grammar *g, const struct production *p, size_t dot) {
  char *text = strdup("");
  for (size_t i = 0; i < dot; i++) {
    struct symbol *symbol = symbol_named(g, p->right[i]);
    char *longer = symbol->text != NULL ? joined(text, symbol->text) : NULL;
    free(text);
    if (longer == NULL)
      return NULL;
    text = longer;
  }
  return text;
}

/* Takes the text if it is the first, or shorter. */
static bool improves(char **kept, char *text) {
  bool is_better = text != NULL && (*kept == NULL || strlen(text) < strlen(*kept));
  free(is_better ? *kept : text);
  if (is_better)
    *kept = text;
  return is_better;
}

static bool is_given(const char *symbol) {
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (strcmp(texts[i].symbol, symbol) == 0)
      return true;
  return false;
}

static void find_texts(struct grammar *g) {
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    symbol_named(g, texts[i].symbol)->text = strdup(texts[i].text);
  for (size_t i = 0; i < g->n; i++)
    for (size_t k = 0; k < g->at[i].n; k++) {
      struct symbol *symbol = symbol_named(g, g->at[i].right[k]);
      if (symbol->text == NULL && symbol->name[0] >= 'A' && symbol->name[0] <= 'Z')
        symbol->text = folded(symbol->name);
    }
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (size_t i = 0; i < g->n; i++)
      if (!is_given(g->at[i].left) &&
          improves(&symbol_named(g, g->at[i].left)->text, text_up_to(g, &g->at[i], g->at[i].n)))
        goes_on = true;
  }
}

static void find_befores(struct grammar *g) {
  symbol_named(g, "script")->before = strdup("");
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (size_t i = 0; i < g->n; i++)
      for (size_t k = 0; k < g->at[i].n; k++) {
        const char *before = symbol_named(g, g->at[i].left)->before;
        char *text = before != NULL ? text_up_to(g, &g->at[i], k) : NULL;
        char *whole = text != NULL ? joined(before, text) : NULL;
        free(text);
        if (improves(&symbol_named(g, g->at[i].right[k])->before, whole))
          goes_on = true;
      }
  }
}

static void find_strings(struct grammar *g) {
  symbol_named(g, "STRING")->may_be_string = true;
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (size_t i = 0; i < g->n; i++) {
      struct symbol *left = symbol_named(g, g->at[i].left);
      if (g->at[i].n == 0 || left->may_be_string ||
          !symbol_named(g, g->at[i].right[0])->may_be_string)
        continue;
      left->may_be_string = goes_on = true;
    }
  }
}

/* --- Places at which nothing is offered, and why */

enum { WHOLE_TEXT = 1 };

static const struct {
  const char *begins; /* the text does */
  bool is_all;        /* and is no more than that */
} silent[] = {
    /* a name of one's own */
    {"define measure", WHOLE_TEXT},
    {"define rate", WHOLE_TEXT},
    {"define query", WHOLE_TEXT},
    {"define check", WHOLE_TEXT},

    {"define query \"x\" ( :p ,", WHOLE_TEXT},
    {"define query \"x\" ( :p = \"", WHOLE_TEXT},
    {"define measure \"", WHOLE_TEXT},
    {"define rate \"", WHOLE_TEXT},
    {"define rate \"x\" \"", WHOLE_TEXT},
    {"define query \"", WHOLE_TEXT},
    {"define check \"", WHOLE_TEXT},
    {"claims as", false},
    /* a text of one's own */
    {"define check received \"", WHOLE_TEXT},
    {"define check received \"x\" \"", WHOLE_TEXT},
    {"define check received \"x\" received \"", WHOLE_TEXT},
    {"define check received \"x\" because \"", WHOLE_TEXT},
    {"assert claims because \"", WHOLE_TEXT},
    {"waive received for \"西山区\" because \"", WHOLE_TEXT},
    {"find \"", WHOLE_TEXT},
    {"find ( \"", WHOLE_TEXT},
    {"find not \"", WHOLE_TEXT},
    {"find :p and \"", WHOLE_TEXT},
    {"find :p or \"", WHOLE_TEXT},
    /* figures of one's own */
    {"what if received for \"西山区\" =", false},
    {"run received ( -", WHOLE_TEXT},
    /* nothing is of a kind that is called so */
    {"drop received", WHOLE_TEXT},
    /* definitions of forms, and files of tests: written in an editor */
    {"define dimension", false},
    {"define form", false},
    {"define received", false},
    {"report received", false},
    {"expect received", false},
};

static bool may_be_silent(const char *text) {
  for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
    size_t n = strlen(silent[i].begins);
    bool begins = strncmp(text, silent[i].begins, n) == 0;
    if (begins && (!silent[i].is_all || text[n + (text[n] == ' ')] == '\0'))
      return true;
  }
  return false;
}

/* --- The walk */

static const char script[] =
    "load \"examples/reports\"\n"
    "define measure granted = disclosed of applications\n"
    "define rate grant_rate = granted of applications\n"
    "define query received(:who, :from = 2019) = sum granted for :who where year >= :from\n";

struct walk {
  struct grammar grammar;
  struct session *session;
  size_t n, failed;
};

static int make(void **state) {
  struct session_options options = {.out = stdout, .err = stderr, .quiet = true};
  static struct walk walk;
  int status;
  bool stop;
  walk.session = session_open(&options, &status);
  *state = &walk;
  if (walk.session == NULL ||
      session_run(walk.session, STR("test"), str_from_z(script), 1, &stop) != 0)
    return -1;
  read_grammar(&walk.grammar);
  find_texts(&walk.grammar);
  find_befores(&walk.grammar);
  find_strings(&walk.grammar);
  return 0;
}

static int drop(void **state) {
  struct walk *walk = *state;
  struct grammar *g = &walk->grammar;
  session_close(walk->session);
  for (size_t i = 0; i < g->n; i++) {
    free((char *)g->at[i].left);
    for (size_t k = 0; k < g->at[i].n; k++)
      free((char *)g->at[i].right[k]);
  }
  for (size_t i = 0; i < g->nsymbols; i++) {
    free(g->symbols[i].text);
    free(g->symbols[i].before);
  }
  return 0;
}

/* May the statement end there? */
static bool is_whole(const struct walk *walk, const char *text) {
  size_t n = strlen(text);
  return n > 0 && text[0] != '.' && text[n - 1] != '"' &&
         !session_needs_more(walk->session, str_from_z(text));
}

static void try_text(struct walk *walk, const char *text) {
  struct arena arena = {0};
  struct line_offers offers;
  struct str whole = str_from_z(text);
  session_complete(walk->session, &arena, whole, whole.n, &offers);
  walk->n++;
  bool is_silent = offers.n == 0;
  if (is_silent && !is_whole(walk, text) && !may_be_silent(text)) {
    print_error("nothing is offered behind: %s\n", text);
    walk->failed++;
  }
  for (size_t i = 0; i < offers.n; i++)
    if (offers.at[i].note.n == 0) {
      print_error("no word about \"%.*s\" behind: %s\n", STR_ARG(offers.at[i].word), text);
      walk->failed++;
    }
  arena_free(&arena);
}

/* At the place before each symbol of a production, and behind the last; `end`: what is typed there.
 */
static void try_production(struct walk *walk, const struct production *p, const char *end) {
  const char *before = symbol_named(&walk->grammar, p->left)->before;
  assert_non_null(before);
  for (size_t dot = 0; dot <= p->n; dot++) {
    bool is_inside_name = dot > 0 && strcmp(p->right[dot - 1], "DOT") == 0;
    bool wants_text = dot < p->n && symbol_named(&walk->grammar, p->right[dot])->may_be_string;
    if (is_inside_name || (end[0] == '"' && !wants_text))
      continue;
    char *text = text_up_to(&walk->grammar, p, dot), *whole = joined(before, text);
    size_t n = strlen(whole) + 2 + strlen(end);
    char *typed = malloc(n);
    assert_non_null(typed);
    snprintf(typed, n, "%s%s%s", whole, whole[0] != '\0' ? " " : "", end);
    try_text(walk, typed);
    free(typed);
    free(whole);
    free(text);
  }
}

static void at_every_position(void **state) {
  struct walk *walk = *state;
  for (size_t i = 0; i < walk->grammar.n; i++)
    try_production(walk, &walk->grammar.at[i], "");
  assert_true(walk->n > 1000);
  assert_int_equal(walk->failed, 0);
}

/* The same in a string that is open. */
static void in_every_string(void **state) {
  struct walk *walk = *state;
  walk->n = walk->failed = 0;
  for (size_t i = 0; i < walk->grammar.n; i++)
    try_production(walk, &walk->grammar.at[i], "\"");
  assert_true(walk->n > 20);
  assert_int_equal(walk->failed, 0);
}

/* Behind each dot command that takes something other than a text. */
static void behind_dot_commands(void **state) {
  struct walk *walk = *state;
  const struct dot_command *command;
  walk->n = walk->failed = 0;
  for (size_t i = 0; (command = dot_at(i)) != NULL; i++) {
    char text[64];
    bool is_free =
        strcmp(command->arguments, "TEXT") == 0 || strcmp(command->arguments, "COMMAND") == 0;
    snprintf(text, sizeof text, ".%s ", command->name);
    if (command->arguments[0] != '\0' && !is_free)
      try_text(walk, text);
  }
  try_text(walk, ".last csv to ");
  assert_true(walk->n > 12);
  assert_int_equal(walk->failed, 0);
}

/* Behind an agency its years alone. */
static void years_of_an_agency(void **state) {
  struct walk *walk = *state;
  static const char text[] = "show report \"示例县公安局\" "; /* of 2020, 2022..2024 */
  struct arena arena = {0};
  struct line_offers offers;
  session_complete(walk->session, &arena, str_from_z(text), strlen(text), &offers);
  size_t years = 0;
  for (size_t i = 0; i < offers.n; i++)
    years += offers.at[i].word.n == 4 && offers.at[i].word.p[0] == '2';
  assert_int_equal(years, 4);
  arena_free(&arena);
}

static bool offers_latest(struct walk *walk, const char *text) {
  struct arena arena = {0};
  struct line_offers offers;
  bool is_there = false;
  session_complete(walk->session, &arena, str_from_z(text), strlen(text), &offers);
  for (size_t i = 0; i < offers.n; i++)
    if (str_eq(offers.at[i].word, STR("latest"))) {
      assert_true(offers.at[i].note.n > 0);
      is_there = true;
    }
  arena_free(&arena);
  return is_there;
}

/* Wherever a year is offered, and nowhere else. */
static void latest_among_years(void **state) {
  static const char *const years[] = {"sum received for ",
                                      "sum received for \"示例县公安局\" ",
                                      "sum received for lat",
                                      "sum received for 2019..",
                                      "sum received where year = ",
                                      "sum received where year >= ",
                                      "sum received where year in ",
                                      "sum received where year in (2019, ",
                                      "sum received where year in 2019..",
                                      "sum received by agency change ",
                                      "sum received by agency change latest-1 to ",
                                      "sum received by year base ",
                                      "compare \"示例县公安局\" with ",
                                      "compare \"示例县公安局\" with peers ",
                                      "flow of \"示例县公安局\" ",
                                      "show report \"示例县公安局\" ",
                                      "missing reports for 2019.."};
  static const char *const others[] = {"sum ",
                                       "sum received ",
                                       "sum received where ",
                                       "sum received where requester = ",
                                       "sum received where requester in (",
                                       "sum received where agency = ",
                                       "sum received by ",
                                       "sum received top ",
                                       "set year "};
  for (size_t i = 0; i < sizeof years / sizeof years[0]; i++)
    if (!offers_latest(*state, years[i]))
      fail_msg("latest is not offered behind: %s", years[i]);
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (offers_latest(*state, others[i]))
      fail_msg("latest is offered behind: %s", others[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(at_every_position), cmocka_unit_test(in_every_string),
      cmocka_unit_test(behind_dot_commands), cmocka_unit_test(years_of_an_agency),
      cmocka_unit_test(latest_among_years)};
  return cmocka_run_group_tests(tests, make, drop);
}
