/* parse: feeding the Lemon parser, and the sentence for a syntax error (see parse.h). */
#include "lang/parse.h"

#include "lang/hint.h"
#include "ogi_grammar.h"

#include <string.h>

#define RANK_KEYWORD 8 /* behind the words that follow a measure most often, see rank */
#define RANK_MARK 9
#define EXPECTED_SHOWN 8 /* more alternatives than that are no help in a message */

struct str token_text(const struct parse *parse, struct token token) {
  return token_value(parse->arena, parse->source, token);
}

struct str span_text(const struct parse *parse, struct span span) {
  return str_sub(parse->source->text, span.start, span.end);
}

void parse_expected_reset(struct parse *parse) {
  memset(parse->expected, 0, sizeof parse->expected);
}

void parse_expected_add(struct parse *parse, int kind, bool could) {
  if (kind < TOKEN_KINDS)
    parse->expected[kind] = could;
}

/* Names and numbers first, then keywords, punctuation last: it is rarely what was meant. */
static int rank(int kind) {
  static const int usual[] = {TOK_BY,  TOK_WHERE,  TOK_ACROSS, TOK_TOTAL,
                              TOK_TOP, TOK_HAVING, TOK_ORDER};
  for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
    if (usual[i] == kind)
      return 1 + (int)i;
  if (token_is_keyword(kind))
    return RANK_KEYWORD;
  const char *name = token_kind_name(kind);
  return name[0] == 'a' && name[1] == ' ' ? 0 : RANK_MARK;
}

/* What a set of alternatives is called, when a name may begin it: "a measure", "a condition"; NULL:
 * spell it out. */
static const char *group_name(const struct parse *parse) {
  int before = parse->token > 0 ? parse->tokens[parse->token - 1].kind : 0;
  if (parse->token == 0)
    return "a statement";
  if (parse->expected[TOK_RAW])
    return "a question in SQL, as in \"sql select agency, year from report_list\"";
  if (before == TOK_SHOW)
    return "\"report\", \"load\", \"measures\", \"rates\" or \"queries\"";
  if (before == TOK_DROP)
    return "\"report\", \"measure\", \"rate\" or \"query\"";
  if (before == TOK_EDIT)
    return "\"measure\", \"rate\" or \"query\"";
  if (before == TOK_EXPLAIN)
    return "a question, as in \"explain sum received\"";
  if (before == TOK_PLOT)
    return "a question, as in \"plot sum received by year\"";
  if (before == TOK_ASSERT)
    return "a question, as in \"assert sum received = 66 where …\"";
  if (parse->tokens[0].kind == TOK_ASSERT && parse->expected[TOK_BETWEEN] &&
      parse->expected[TOK_IS] && parse->expected[TOK_WHERE])
    return "what it must be, as in \"= 66\" or \"between 0.4 and 1\", or a clause";
  bool is_condition = parse->expected[TOK_INT];
  if (!parse->expected[TOK_NAME] || !parse->expected[TOK_LP])
    return before == TOK_BY || before == TOK_ACROSS ? "a dimension" : NULL;
  if (before == TOK_WHERE || before == TOK_HAVING)
    return "a condition";
  if (before == TOK_COMMA && parse->token > 2 && !parse->expected[TOK_INT])
    return "a measure";
  if (before == TOK_AND || before == TOK_OR || before == TOK_NOT)
    return is_condition ? "a condition" : "a measure";
  bool begins_measure = before >= TOK_SUM && before <= TOK_GAP;
  return begins_measure || (before == TOK_PLUS && !is_condition) ? "a measure" : NULL;
}

/* Parameters stand in definitions alone. `latest` can be any value as far as the grammar knows, and
 * is told where only a year can stand. */
static bool is_told(const struct parse *parse, int kind) {
  if (kind == TOK_PARAM)
    return parse->ntokens > 0 && parse->tokens[0].kind == TOK_DEFINE;
  return kind != TOK_LATEST || !parse->expected[TOK_NAME];
}

/* "expected `by`, `where` or a name": the alternatives by rank.
 */
static struct str expected_text(const struct parse *parse) {
  const char *words[TOKEN_KINDS];
  size_t n = 0;
  if (group_name(parse) != NULL)
    return str_fmt(parse->arena, "expected %s", group_name(parse));
  for (int pass = 0; pass <= RANK_MARK; pass++)
    for (int kind = 1; kind < TOKEN_KINDS; kind++)
      if (parse->expected[kind] && rank(kind) == pass && is_told(parse, kind))
        words[n++] = pass == 0 ? token_kind_name(kind)
                               : str_fmt(parse->arena, "\"%s\"", token_kind_name(kind)).p;
  if (n == 0)
    return STR("nothing more fits here");
  struct sbuf b = {.arena = parse->arena};
  sbuf_add_z(&b, "expected ");
  size_t shown = n > EXPECTED_SHOWN ? EXPECTED_SHOWN : n;
  for (size_t i = 0; i < shown; i++) {
    const char *joint = i == 0 ? "" : i + 1 == shown && shown == n ? " or " : ", ";
    sbuf_addf(&b, "%s%s", joint, words[i]);
  }
  if (shown < n)
    sbuf_add_z(&b, ", …");
  return sbuf_str(&b);
}

static void hint(struct parse *parse, struct token token) {
  const char *text = hint_for(parse, token);
  if (text != NULL)
    diag_hint(parse->diags, "%s", text);
}

void parse_rejects(struct parse *parse, struct token token) {
  if (parse->failed)
    return;
  parse->failed = true;
  if (parse->diags == NULL)
    return;
  struct str expected = expected_text(parse);
  if (token.kind == 0) {
    diag_add(parse->diags, DIAG_SYNTAX, token.span, "the statement ends too early: %.*s",
             STR_ARG(expected));
    hint(parse, token);
  } else {
    bool is_string = token.kind == TOK_STRING; /* it has quotes of its own */
    diag_add(parse->diags, DIAG_SYNTAX, token.span, "%s%.*s%s does not fit here: %.*s",
             is_string ? "" : "\"", STR_ARG(span_text(parse, token.span)), is_string ? "" : "\"",
             STR_ARG(expected));
    hint(parse, token);
  }
}

void parse_overflows(struct parse *parse) {
  if (!parse->failed && parse->diags != NULL)
    diag_add(parse->diags, DIAG_LIMIT, parse->tokens[parse->token].span,
             "the statement is nested too deep");
  parse->failed = true;
}

struct node *tree_from_tokens(struct arena *arena, const struct source *source,
                              const struct token_list *tokens, struct diags *diags) {
  struct parse parse = {
      .arena = arena, .diags = diags, .source = source, .tokens = tokens->at, .ntokens = tokens->n};
  parse_feed(&parse, tokens->at, tokens->n, true);
  return parse.failed ? NULL : parse.tree;
}

const struct node *tree_next(struct arena *arena, struct lex *lex, struct token_list *tokens,
                             struct diags *diags) {
  for (;;) {
    enum lex_outcome outcome = lex_statement(arena, lex, tokens, diags);
    if (outcome == LEX_END)
      return NULL;
    const struct node *tree =
        outcome == LEX_STATEMENT ? tree_from_tokens(arena, lex->source, tokens, diags) : NULL;
    if (tree != NULL)
      return tree;
  }
}

bool parse_prefix(struct arena *arena, const struct source *source, const struct token_list *tokens,
                  struct parse *parse) {
  *parse =
      (struct parse){.arena = arena, .source = source, .tokens = tokens->at, .ntokens = tokens->n};
  parse_feed(parse, tokens->at, tokens->n, false);
  return !parse->failed;
}

void parse_kinds(struct arena *arena, const struct source *source, const struct token_list *tokens,
                 int *taken) {
  struct parse parse = {
      .arena = arena, .source = source, .tokens = tokens->at, .ntokens = tokens->n, .taken = taken};
  memset(taken, 0, tokens->n * sizeof *taken);
  parse_feed(&parse, tokens->at, tokens->n, false);
}
