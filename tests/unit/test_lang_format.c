/* The canonical text of a statement reads back as the same tree and stays as it is when formatted
 * again: for every statement of the transcripts, of the help, of the examples and of stdlib/, and
 * for thousands that are made up from what the parser says can come next. Every kind of node must
 * be among them.
 */
#include "lang/format.h"
#include "ogi_grammar.h"
#include "unit/lang_help.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static bool seen[128]; /* kinds of nodes that some statement of the tests has */

static void see(const struct node *node) {
  seen[node->kind] = true;
  for (const struct node *child = node->first; child != NULL; child = child->next)
    see(child);
}

/* The tree of the only statement of a text; NULL when it is none. */
static const struct node *tree_of(struct arena *arena, const struct source *source) {
  struct diags diags = {.arena = arena, .source = source};
  struct lex lex = {.source = source};
  struct token_list tokens = {0}, more = {0};
  if (lex_statement(arena, &lex, &tokens, &diags) != LEX_STATEMENT)
    return NULL;
  const struct node *tree = tree_from_tokens(arena, source, &tokens, &diags);
  return lex_statement(arena, &lex, &more, &diags) == LEX_END ? tree : NULL;
}

/* Formats one statement, broken into lines and on one. */
static void check_statement(const struct node *tree, const char *what) {
  struct arena arena = {0};
  for (int is_broken = 0; is_broken < 2; is_broken++) {
    struct str text = is_broken ? format_tree(&arena, tree) : format_line(&arena, tree);
    struct source source = {STR("formatted"), text, 1};
    const struct node *again = tree_of(&arena, &source);
    if (again == NULL || !tree_same(tree, again))
      fail_msg("%s\nbecomes\n%.*s\n%s", what, STR_ARG(text),
               again == NULL ? "which is no statement" : str_z(&arena, tree_print(&arena, again)));
    struct str twice = is_broken ? format_tree(&arena, again) : format_line(&arena, again);
    if (!str_eq(text, twice))
      fail_msg("%.*s\nformatted again becomes\n%.*s", STR_ARG(text), STR_ARG(twice));
  }
  arena_free(&arena);
}

/* Formats a script and checks it statement by statement; returns how many there are. One that has
 * an error in it is passed over. */
static size_t check_script(const char *name, struct str text) {
  struct arena arena = {0};
  struct source source = {str_from_z(name), text, 1}, second = source;
  struct diags silent = {.arena = &arena, .source = &source};
  struct lex lex = {.source = &source}, lex2 = {.source = &second};
  struct str once, twice;
  size_t n = 0;
  if (!format_script(&arena, &source, &once, &silent)) {
    arena_free(&arena);
    return 0;
  }
  second.text = once;
  for (;; n++) {
    struct token_list a = {0}, b = {0};
    struct span dot, dot2;
    if (lex_dot_line(&lex, &dot)) { /* it stays as it was written */
      assert_true(lex_dot_line(&lex2, &dot2));
      assert_true(str_eq(str_sub(text, dot.start, dot.end), str_sub(once, dot2.start, dot2.end)));
      continue;
    }
    enum lex_outcome outcome = lex_statement(&arena, &lex, &a, &silent);
    assert_int_equal(outcome, lex_statement(&arena, &lex2, &b, &silent));
    if (outcome == LEX_END)
      break;
    const struct node *x = tree_from_tokens(&arena, &source, &a, &silent);
    const struct node *y = tree_from_tokens(&arena, &second, &b, &silent);
    if (x == NULL || y == NULL || !tree_same(x, y))
      fail_msg("%s: statement %zu is not the same in\n%.*s", name, n + 1, STR_ARG(once));
    see(x);
    check_statement(x, str_z(&arena, str_sub(text, x->span.start, x->span.end)));
  }
  assert_true(format_script(&arena, &second, &twice, &silent));
  if (!str_eq(once, twice))
    fail_msg("%s: formatted twice is\n%.*s", name, STR_ARG(twice));
  arena_free(&arena);
  return n;
}

/* --- What there is in the repository */

static struct str read_file(struct arena *arena, const char *path) {
  FILE *file = fopen(path, "rb");
  struct sbuf b = {.arena = arena};
  char bytes[16384];
  assert_non_null(file);
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
    sbuf_add(&b, (struct str){bytes, n});
  fclose(file);
  return sbuf_str(&b);
}

/* The lines behind one of two marks: `> statement` and `. more` of a transcript, and the indented
 * lines of the help. */
static size_t check_lines(struct arena *arena, const char *path, const char *mark,
                          const char *more) {
  struct str text = read_file(arena, path);
  struct sbuf script = {.arena = arena};
  size_t n = 0;
  for (size_t i = 0; i <= text.n;) {
    size_t end = i;
    while (end < text.n && text.p[end] != '\n')
      end++;
    struct str line = str_sub(text, i, end);
    bool goes_on = str_starts(line, str_from_z(more)) && script.n > 0;
    if (!goes_on && script.n > 0) {
      n += check_script(path, sbuf_str(&script));
      script.n = 0;
    }
    if (goes_on || str_starts(line, str_from_z(mark))) {
      sbuf_add(&script, str_sub(line, strlen(mark), line.n));
      sbuf_add_char(&script, '\n');
    }
    i = end + 1;
  }
  return n;
}

static size_t check_dir(const char *dir, const char *ending, const char *mark, const char *more) {
  struct arena arena = {0};
  DIR *open = opendir(dir);
  size_t n = 0;
  assert_non_null(open);
  for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
    struct str path = str_fmt(&arena, "%s/%s", dir, entry->d_name);
    if (!str_ends(path, str_from_z(ending)))
      continue;
    n += mark != NULL ? check_lines(&arena, path.p, mark, more)
                      : check_script(path.p, read_file(&arena, path.p));
  }
  closedir(open);
  arena_free(&arena);
  return n;
}

static void what_is_there_reads_back(void **state) {
  (void)state;
  static const char *const dirs[] = {"tests/lang", "tests/errors", "tests/explain",
                                     "tests/examples"};
  size_t n = 0;
  for (size_t i = 0; i < sizeof dirs / sizeof dirs[0]; i++)
    n += check_dir(dirs[i], ".t", "> ", ". ");
  assert_true(n > 500);
  assert_true(check_dir("stdlib/help", ".txt", "  ", "    ") > 100);
  assert_true(check_dir("stdlib/forms", ".ogi", NULL, NULL) > 40);
  assert_true(check_dir("stdlib", ".ogi", NULL, NULL) > 5);
  assert_true(check_dir("examples", ".ogi", NULL, NULL) > 50);
}

/* --- What the grammar allows */

static uint64_t chance = 88172645463325252u;

static size_t pick(size_t n) {
  chance ^= chance << 13;
  chance ^= chance >> 7;
  chance ^= chance << 17;
  return (size_t)(chance % n);
}

static const char *sample(int kind) {
  static const char *const names[] = {"received", "不予公开", "x_1",    "Total",
                                      "change",   "agency",   "year",   "自然人",
                                      "ｓｕｍ",   "report",   "missing"};
  static const char *const strings[] = {"\"a\"",      "'it \"is\"'", "“示例县”",
                                        "\"o\"\"'\"", "''",          "'a b'"};
  switch (kind) {
  case TOK_NAME:
    return names[pick(sizeof names / sizeof names[0])];
  case TOK_STRING:
    return strings[pick(sizeof strings / sizeof strings[0])];
  case TOK_INT:
    return pick(2) ? "2021年" : "１7";
  case TOK_DEC:
    return "0.50";
  case TOK_PERCENT:
    return "40%";
  case TOK_DATE:
    return "2021-01-31";
  case TOK_PARAM:
    return ":who";
  case TOK_PNN:
    return "P90";
  default:
    return token_kind_name(kind);
  }
}

/* Adds a word that fits behind `text`; false when the statement is to end there. A long one ends as
 * soon as it may. */
static bool grow(struct arena *arena, struct sbuf *text, size_t words) {
  struct source source = {STR("made up"), sbuf_str(text), 1};
  struct lex lex = {.source = &source, .is_interactive = true};
  struct diags silent = {.arena = arena, .source = &source};
  struct token_list tokens = {0};
  struct parse parse;
  int kinds[TOKEN_KINDS];
  size_t n = 0;
  if (text->n > 0 && lex_statement(arena, &lex, &tokens, &silent) != LEX_STATEMENT)
    return false;
  if (!parse_prefix(arena, &source, &tokens, &parse))
    return false;
  for (int kind = 1; kind < TOKEN_KINDS; kind++)
    if (parse.expected[kind])
      kinds[n++] = kind;
  if (n == 0 || (words > 0 && parse.can_end && (words > 24 || pick(8) == 0)))
    return false;
  int kind = kinds[pick(n)];
  if (words > 24) /* brackets are closed first */
    for (size_t i = 0; i < n; i++)
      kind = kinds[i] == TOK_RP ? TOK_RP : kind;
  sbuf_addf(text, "%s%s", text->n > 0 ? " " : "", sample(kind));
  return true;
}

static void what_is_made_up_reads_back(void **state) {
  (void)state;
  size_t n = 0;
  for (int i = 0; i < 6000; i++) {
    struct arena arena = {0};
    struct sbuf text = {.arena = &arena};
    size_t words = 0;
    while (words < 60 && grow(&arena, &text, words))
      words++;
    struct source source = {STR("made up"), sbuf_str(&text), 1};
    const struct node *tree = words > 0 ? tree_of(&arena, &source) : NULL;
    if (tree != NULL) {
      see(tree);
      check_statement(tree, str_z(&arena, sbuf_str(&text)));
      n++;
    }
    arena_free(&arena);
  }
  assert_true(n > 4000);
}

static void no_kind_is_left_out(void **state) {
  (void)state;
  static const char *const names[] = {
#define NAME_OF(kind, word) #kind,
      NODE_KINDS(NAME_OF)
#undef NAME_OF
  };
  for (size_t kind = 0; kind < sizeof names / sizeof names[0]; kind++)
    if (!seen[kind])
      fail_msg("no statement of these tests has a %s", names[kind]);
}

/* --- The text itself */

static void check(const char *text, const char *expected) {
  struct arena arena = {0};
  struct source source = {STR("test"), str_from_z(text), 1};
  struct diags diags = {.arena = &arena, .source = &source};
  struct str got;
  assert_true(format_script(&arena, &source, &got, &diags));
  assert_string_equal(str_z(&arena, got), expected);
  check_script("test", str_from_z(text));
  arena_free(&arena);
}

static void words_and_marks(void **state) {
  (void)state;
  check("SUM  received BY　year，outcome;count reports",
        "sum received by year, outcome\ncount reports\n");
  check("sum received where year＝２０２１年", "sum received where year = 2021\n");
  check("sum received where ((year=2021)) or (year=2022 and (agency=“甲”))",
        "sum received where year = 2021 or year = 2022 and agency = \"甲\"\n");
  check("sum received where (year=2021 or year=2022) and not (agency='a' and year<2)",
        "sum received where (year = 2021 or year = 2022) and not (agency = \"a\" and year < 2)\n");
  check("reports where received-(applications-1)*2 > -3 and a in(1 or 2)",
        "reports where received - (applications - 1) * 2 > -3 and a in (1, 2)\n");
  check("sum (a or b) and c of applications by year",
        "sum (a or b) and c of applications by year\n");
  check("sum received for \"甲\" 2019 .. 2021", "sum received for \"甲\" 2019..2021\n");
  check("sum received for \"甲\" Latest - 2 .. LATEST change latest -1 to latest",
        "sum received for \"甲\" latest-2..latest change latest-1 to latest\n");
  check("sum received where year>=Latest - 1 and year in (latest-2, ..latest) having latest > 1",
        "sum received where year >= latest-1 and year in (latest-2, ..latest) having latest > 1\n");
  check("assert sum received where year=2021 = 66", "assert sum received where year = 2021 = 66\n");
  check("find 'say \"no\"'", "find 'say \"no\"'\n");
  check("help where\n\n", "help where;\n");
}

static void comments_stay(void **state) {
  (void)state;
  check(
      "#!/usr/bin/ogi\n\n\n\n# first\nsum received # behind\n\n\n# apart\n-- two\ncount reports\n",
      "#!/usr/bin/ogi\n\n# first\nsum received  # behind\n\n# apart\n-- two\ncount reports\n");
  check("sum received # why\n  # more\n  by year # when\n  where year = 2021\n",
        "sum received  # why\n  # more\n  by year  # when\n  where year = 2021\n");
  check("# only", "# only\n");
  check("", "");
  check("define form x (a 1, # one\n # two\n b 2) # end",
        "define form x (\n  a 1,  # one\n  # two\n  b 2\n)  # end\n");
}

static void long_ones_are_broken(void **state) {
  (void)state;
  check(
      "sum applications where requester=natural_person and outcome=withheld and region under "
      "示例省 "
      "by agency, year total",
      "sum applications\n"
      "  where requester = natural_person and outcome = withheld and region under 示例省\n"
      "  by agency, year\n"
      "  total\n");
  check(
      "reports where agency ~ \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" and agency ~ "
      "\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\" or year in (2019, 2021)",
      "reports\n"
      "  where agency ~ \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\n"
      "    and agency ~ \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"\n"
      "    or year in (2019, 2021)\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_and_marks),
      cmocka_unit_test(comments_stay),
      cmocka_unit_test(long_ones_are_broken),
      cmocka_unit_test(what_is_there_reads_back),
      cmocka_unit_test(what_is_made_up_reads_back),
      cmocka_unit_test(no_kind_is_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
