/* Tokens stand where they are written, and a statement ends where a reader would say it does. */
#include "lang_help.h"

/* The tokens of the statements in `text`: words parted by a blank, statements by ` | `. */
static struct str tokens_in(struct bench *b, const char *text) {
  struct lex lex = begin(b, text);
  struct token_list tokens = {0};
  struct sbuf out = {.arena = &b->arena};
  enum lex_outcome outcome;
  while ((outcome = lex_statement(&b->arena, &lex, &tokens, &b->diags)) != LEX_END) {
    sbuf_add_z(&out, out.n > 0 ? " | " : "");
    if (outcome == LEX_ERROR)
      sbuf_add_z(&out, "error");
    for (size_t i = 0; outcome == LEX_STATEMENT && i < tokens.n; i++) {
      struct str value = token_value(&b->arena, &b->source, tokens.at[i]);
      sbuf_addf(&out, "%s%.*s", i > 0 ? " " : "", STR_ARG(value));
    }
  }
  return sbuf_str(&out);
}

static void a_newline_ends_a_statement(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sum received\nsum fees\n"), "sum received | sum fees");
  assert_text(b, tokens_in(b, "sum received\r\nsum fees\r\n"), "sum received | sum fees");
  assert_text(b, tokens_in(b, "sum received"), "sum received");
  assert_text(b, tokens_in(b, ""), "");
  assert_text(b, tokens_in(b, "\n\n  \n# only words\n;;\n"), "");
}

static void unless_more_is_promised(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sum a where\nyear=1"), "sum a where year = 1");
  assert_text(b, tokens_in(b, "sum a,\nb"), "sum a , b");
  assert_text(b, tokens_in(b, "sum a +\nb"), "sum a + b");
  assert_text(b, tokens_in(b, "x in (1,\n2\n)\ny"), "x in ( 1 , 2 ) | y");
  assert_text(b, tokens_in(b, "sum a WHERE # why\nyear=1"), "sum a WHERE year = 1");
  assert_text(b, tokens_in(b, "sum a where year=1 AND\nb"), "sum a where year = 1 AND b");
}

static void or_the_next_line_is_indented(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sum a\n  by b\n  total\nsum c"), "sum a by b total | sum c");
  assert_text(b, tokens_in(b, "  sum a\n  sum b"), "sum a | sum b");
  assert_text(b, tokens_in(b, "  sum a\n    by c\n sum b"), "sum a by c | sum b");
  assert_text(b, tokens_in(b, "sum a\n  # a word\n  by b"), "sum a by b");
  assert_text(b, tokens_in(b, "sum a\n\tby b"), "sum a by b");
}

static void a_blank_line_always_ends_it(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sum a\n\n  by b"), "sum a | by b");
  assert_text(b, tokens_in(b, "x in (1,\n\n2)"), "x in ( 1 , | 2 )");
  assert_text(b, tokens_in(b, "sum a where\n \t\nb"), "sum a where | b");
}

static void so_does_a_semicolon(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "a; b;;c;"), "a | b | c");
  assert_text(b,
              tokens_in(b,
                        "a\xEF\xBC\x9B"
                        "b"),
              "a | b"); /* full width */
  assert_text(b, tokens_in(b, "\"a;b\";c"), "a;b | c");
}

static void on_a_terminal_newlines_are_blanks(void **state) {
  struct bench *b = bench_of(state);
  struct lex lex = begin(b, "sum a\n\nby b; c");
  struct token_list tokens = {0};
  lex.is_interactive = true;
  assert_int_equal(lex_statement(&b->arena, &lex, &tokens, &b->diags), LEX_STATEMENT);
  assert_int_equal(tokens.n, 4);
}

static void comments(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "a # b\nc"), "a | c");
  assert_text(b, tokens_in(b, "a -- b\nc"), "a | c");
  assert_text(b, tokens_in(b, "a --\nc"), "a | c");
  assert_text(b, tokens_in(b, "a '#' b"), "a # b");
  assert_text(b, tokens_in(b, "a --b"), "error");
  assert_string_equal(message(b), "\"--\" begins a comment only before a blank");
  assert_text(b, tokens_in(b, "a - - b"), "a - - b");
}

static void numbers(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "12 1.5 40% 2019..2021"), "12 1.5 40% 2019 .. 2021");
  assert_text(b, tokens_in(b, "2021-01-31"), "2021-01-31");
  assert_text(b, tokens_in(b, "2021-1"), "2021 - 1");
  assert_text(b, tokens_in(b, "1,000"), "error");
  assert_string_equal(message(b), "numbers are written without separators");
  assert_text(b, tokens_in(b, "(1,200)"), "error");
  assert_text(b, tokens_in(b, "(1, 200)"), "( 1 , 200 )");
  assert_text(b, tokens_in(b, "(2019,2020)"), "( 2019 , 2020 )");
  assert_text(b, tokens_in(b, "12abc"), "error");
  assert_string_equal(message(b), "a number runs into a word");
  assert_text(b, tokens_in(b, "9223372036854775807"), "9223372036854775807");
  assert_text(b, tokens_in(b, "9223372036854775808"), "error");
  assert_string_equal(message(b), "the number is too large");
}

static void a_year_may_have_its_word(void **state) {
  struct bench *b = bench_of(state);
  struct lex lex = begin(b, "year=2021年");
  struct token_list tokens = {0};
  assert_int_equal(lex_statement(&b->arena, &lex, &tokens, &b->diags), LEX_STATEMENT);
  assert_int_equal(tokens.n, 3);
  assert_int_equal(tokens.at[2].number, 2021);
}

static void full_width_forms_are_their_twins(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "year＝２０２１，（ａ）"), "year = 2021 , ( a )");
  assert_text(b, tokens_in(b, "x＞＝１．５"), "x >= 1.5");
  assert_text(b, tokens_in(b, "x！＝１"), "x != 1");
  assert_text(b, tokens_in(b, "２０１９．．２０２１"), "2019 .. 2021");
  assert_text(b,
              tokens_in(b,
                        "sum\xE3\x80\x80"
                        "a"),
              "sum a"); /* the ideographic space */
}

static void strings(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "\"a b\" 'c d'"), "a b c d");
  assert_text(b, tokens_in(b, "\"a \"\"b\"\"\""), "a \"b\"");
  assert_text(b, tokens_in(b, "'it''s'"), "it's");
  assert_text(b, tokens_in(b, "\"it's\""), "it's");
  assert_text(b, tokens_in(b, "“甲 “乙”"), "甲 “乙");
  assert_text(b, tokens_in(b, "‘甲’"), "甲");
  assert_text(b, tokens_in(b, "\"\""), "");
  assert_text(b, tokens_in(b, "a \"b\nc"), "error");
  assert_string_equal(message(b), "the string has no closing quote");
  assert_text(b, tokens_in(b, "“甲\""), "error");
}

static void signs(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "a==b!=c<=d>=e!~f~g<h>i=j"),
              "a == b != c <= d >= e !~ f ~ g < h > i = j");
  assert_text(b, tokens_in(b, "a.b ..c"), "a . b .. c");
  assert_text(b, tokens_in(b, "a @ b\nc"), "error | c");
  assert_string_equal(message(b), "this character begins nothing");
}

static void places_are_bytes_and_positions_characters(void **state) {
  struct bench *b = bench_of(state);
  struct lex lex = begin(b, "sum a\nsum 新收申请 where 申请人=x");
  struct token_list tokens = {0};
  uint32_t line, column;
  lex_statement(&b->arena, &lex, &tokens, &b->diags);
  lex_statement(&b->arena, &lex, &tokens, &b->diags);
  assert_int_equal(tokens.n, 6);
  source_position(&b->source, tokens.at[3].span.start, &line, &column);
  assert_int_equal(line, 2);
  assert_int_equal(column, 16);
  assert_int_equal(tokens.at[3].span.end - tokens.at[3].span.start, 9);
}

static void a_statement_has_a_limit(void **state) {
  struct bench *b = bench_of(state);
  struct sbuf text = {.arena = &b->arena};
  sbuf_add_z(&text, "sum a where b in (1");
  while (text.n <= STATEMENT_LIMIT)
    sbuf_add_z(&text, ", 1");
  sbuf_add_z(&text, ")\n\nsum c");
  assert_text(b, tokens_in(b, str_z(&b->arena, sbuf_str(&text))), "error | sum c");
}

static void broken_utf8_is_refused_not_read_past(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sum \xE6\x96"), "error");
  assert_text(b, tokens_in(b, "\xFF"), "error");
  assert_text(b, tokens_in(b, "\"\xE6\""), "\xE6");
}

/* Behind `sql`, as the first word, all is SQL's. */
static void sql_is_one_token(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sql select 1"), "sql select 1");
  assert_text(b, tokens_in(b, "SQL select 'a;b' , \"c\nd\" ;sum a"),
              "SQL select 'a;b' , \"c\nd\" | sum a");
  assert_text(b, tokens_in(b, "sql select 'it''s; one'; sum a"), "sql select 'it''s; one' | sum a");
  assert_text(b, tokens_in(b, "sql select [a;b]\nsum a"), "sql select [a;b] | sum a");
  assert_text(b, tokens_in(b, "sql select （；）\nsum a"), "sql select （；） | sum a");
  assert_text(b, tokens_in(b, "sql\nsum a"), "sql | sum a");
  assert_text(b, tokens_in(b, "sql\n  select 1"), "sql select 1");
  assert_text(b, tokens_in(b, "explain sql sum a"), "explain sql sum a");
  assert_text(b, tokens_in(b, "sum sql + 1"), "sum sql + 1");
}

static void sql_goes_on_as_others_do(void **state) {
  struct bench *b = bench_of(state);
  assert_text(b, tokens_in(b, "sql a\n  b\nsum c"), "sql a\n  b | sum c");
  assert_text(b, tokens_in(b, "sql a (\nb\n)\nsum c"), "sql a (\nb\n) | sum c");
  assert_text(b, tokens_in(b, "sql a,\nb\nsum c"), "sql a,\nb | sum c");
  assert_text(b, tokens_in(b, "sql a from\nb\nsum c"), "sql a from\nb | sum c");
  assert_text(b, tokens_in(b, "sql a (\n\nsum c"), "sql a ( | sum c");
  assert_text(b, tokens_in(b, "sql a -- so; on\n  b --c\nsum c"),
              "sql a -- so; on\n  b --c | sum c");
  assert_text(b, tokens_in(b, "sql a -- so\n# on\nsum c"), "sql a | sum c");
  assert_text(b, tokens_in(b, "sql a /* ; \n\n */ b\nsum c"), "sql a /* ; \n\n */ b | sum c");
  assert_text(b, tokens_in(b, "sql a 'b\nsum c"), "error");
  assert_text(b, tokens_in(b, "sql a /* b\nsum c"), "error");
}

static void the_file_of_sql_is_no_part_of_it(void **state) {
  struct bench *b = bench_of(state);
  struct lex lex = begin(b,
                         "sql select 1 to \"f\";sql a\n  to “f”;sql to 'f';sql a to;"
                         "sql a to \"f\" b;sql (a to \"f\");sql a as \"to\" to to \"f\"");
  struct token_list tokens = {0};
  static const size_t counts[] = {4, 4, 3, 3, 2, 2, 4};
  for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
    assert_int_equal(lex_statement(&b->arena, &lex, &tokens, &b->diags), LEX_STATEMENT);
    assert_int_equal(tokens.n, counts[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_newline_ends_a_statement),
      cmocka_unit_test(unless_more_is_promised),
      cmocka_unit_test(or_the_next_line_is_indented),
      cmocka_unit_test(a_blank_line_always_ends_it),
      cmocka_unit_test(so_does_a_semicolon),
      cmocka_unit_test(on_a_terminal_newlines_are_blanks),
      cmocka_unit_test(comments),
      cmocka_unit_test(numbers),
      cmocka_unit_test(a_year_may_have_its_word),
      cmocka_unit_test(full_width_forms_are_their_twins),
      cmocka_unit_test(strings),
      cmocka_unit_test(signs),
      cmocka_unit_test(sql_is_one_token),
      cmocka_unit_test(sql_goes_on_as_others_do),
      cmocka_unit_test(the_file_of_sql_is_no_part_of_it),
      cmocka_unit_test(places_are_bytes_and_positions_characters),
      cmocka_unit_test(a_statement_has_a_limit),
      cmocka_unit_test(broken_utf8_is_refused_not_read_past),
  };
  return cmocka_run_group_tests(tests, bench_make, bench_drop);
}
