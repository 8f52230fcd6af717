/* whole: where the statements of a typed or pasted text end (see session.h). Whoever types wants a
 * statement to end when it can, and to go on when it cannot; whoever pastes wants that and what
 * scripts have: lines that are indented more go on.
 */
#include "app/state.h"

#include "base/utf8.h"
#include "lang/raw.h"
#include "ogi_grammar.h"

/* Where the next token begins: behind blanks and comments. */
static size_t pass_blanks(struct str text, size_t at) {
  for (size_t length; at < text.n;) {
    struct str rest = str_sub(text, at, text.n);
    if (rest.p[0] == '#' || str_starts(rest, STR("-- ")))
      at += str_find(rest, STR("\n"));
    else if (utf8_is_blank(utf8_at(rest, &length)))
      at += length;
    else
      break;
  }
  return at;
}

bool whole_last(struct arena *arena, const struct source *source, struct token_list *tokens,
                size_t *bad) {
  struct lex lex = {.source = source, .is_interactive = true};
  struct diags silent = {.arena = arena, .source = source};
  tokens->n = 0;
  for (;;) {
    struct token_list next = {0};
    struct span dot;
    size_t from = lex.at;
    if (lex_dot_line(&lex, &dot)) {
      tokens->n = 0;
      continue;
    }
    enum lex_outcome outcome = lex_statement(arena, &lex, &next, &silent);
    if (outcome == LEX_END)
      return true;
    *tokens = next;
    if (outcome == LEX_ERROR) { /* the last token stands for what cannot be read */
      tokens->n -= next.n > 0;
      *bad = pass_blanks(source->text, tokens->n > 0 ? tokens->at[tokens->n - 1].span.end : from);
      return false;
    }
    if (lex.at > 0 && lex.at <= source->text.n && source->text.p[lex.at - 1] == ';')
      tokens->n = 0; /* finished: another begins behind it */
  }
}

/* Is the last of the tokens SQL that promises more? */
static bool is_open_raw(const struct source *source, const struct token_list *tokens) {
  struct token last = tokens->at[tokens->n - 1];
  return last.kind == TOK_RAW && raw_goes_on(str_sub(source->text, last.span.start, last.span.end));
}

/* Can the text not end here, and what could follow? False also when it cannot be read at all. */
static bool needs_more(struct arena *arena, struct str text, struct parse *parse) {
  struct source source = {STR("input"), text, 1};
  struct token_list tokens = {0};
  size_t bad;
  bool more = false;
  *parse = (struct parse){0};
  if (whole_last(arena, &source, &tokens, &bad) && tokens.n > 0 &&
      parse_prefix(arena, &source, &tokens, parse) && !parse->can_end)
    for (int kind = 1; kind < TOKEN_KINDS; kind++)
      more = more || parse->expected[kind];
  return more || (tokens.n > 0 && is_open_raw(&source, &tokens));
}

/* Does the token carry on what was parsed, and begin no statement of its own? Within SQL all may
 * that begins none. */
static bool carries_on(struct arena *arena, const struct source *source, const struct parse *parse,
                       bool is_raw, int kind) {
  struct token_list nothing = {0};
  struct parse start;
  parse_prefix(arena, source, &nothing, &start);
  return (parse->expected[kind] || is_raw) && !start.expected[kind];
}

/* Is the line at an offset blank, or not there? */
static bool is_blank_line(struct str text, size_t at) {
  struct str rest = str_sub(text, at, text.n);
  return str_trim(str_sub(rest, 0, str_find(rest, STR("\n")))).n == 0;
}

static size_t statement_end(struct arena *arena, struct str text, size_t from) {
  struct source source = {STR("input"), text, 1};
  struct lex lex = {.source = &source, .at = from};
  struct diags silent = {.arena = arena, .source = &source};
  struct token_list tokens = {0}, next = {0};
  struct parse parse;
  struct span dot;
  if (lex_dot_line(&lex, &dot))
    return lex.at;
  enum lex_outcome outcome = lex_statement(arena, &lex, &tokens, &silent);
  while (outcome == LEX_STATEMENT) {
    size_t end = lex.at;
    if (text.p[end - 1] != '\n' || is_blank_line(text, end))
      return end;
    bool more = needs_more(arena, str_sub(text, from, end), &parse);
    bool is_raw = tokens.at[tokens.n - 1].kind == TOK_RAW;
    outcome = lex_statement(arena, &lex, &next, &silent);
    if (!more && (next.n == 0 || !carries_on(arena, &source, &parse, is_raw, next.at[0].kind)))
      return end;
  }
  return lex.at;
}

size_t session_statement(struct session *session, struct str text, size_t from) {
  struct arena arena = {0};
  (void)session;
  size_t end = statement_end(&arena, text, from);
  arena_free(&arena);
  return end;
}

bool session_needs_more(struct session *session, struct str text) {
  struct arena arena = {0};
  struct parse parse;
  size_t from = 0, end;
  while ((end = session_statement(session, text, from)) < text.n)
    from = end;
  bool more = needs_more(&arena, str_sub(text, from, text.n), &parse);
  arena_free(&arena);
  return more;
}
