/* lex: text → tokens, and where a statement ends (see lex.h). */
#include "lang/lex.h"

#include "base/utf8.h"
#include "lang/hint.h"
#include "lang/raw.h"
#include "lang/words.h"
#include "ogi_grammar.h"

#include <string.h>

struct scan {
  struct arena *arena;
  struct lex *lex;
  struct str text;
  size_t at;
  struct token_list *tokens;
  struct diags *diags;
  int open;            /* brackets */
  size_t first_indent; /* of the line on which the statement began */
};

/* The character at an offset as its ASCII twin. */
static uint32_t char_at(struct str text, size_t at, size_t *length) {
  return utf8_ascii_twin(utf8_at(str_sub(text, at, text.n), length));
}

static bool is_digit(uint32_t c) {
  return c >= '0' && c <= '9';
}

static bool is_word(uint32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  /* Typographic marks (the blocks of general and CJK punctuation) are no letters. */
  return !utf8_is_blank(c) && c != 0xFFFD && !(c >= 0x2000 && c < 0x2070) &&
         !(c >= 0x3000 && c < 0x3005) && !(c >= 0x3008 && c < 0x3020);
}

static void push(struct scan *s, int kind, size_t start, int64_t number) {
  struct token token = {kind, {(uint32_t)start, (uint32_t)s->at}, number};
  ARENA_PUSH(s->arena, s->tokens, token);
}

static bool fail(struct scan *s, size_t start, const char *text, const char *hint) {
  struct span at = {(uint32_t)start, (uint32_t)s->at};
  diag_add(s->diags, DIAG_TOKEN, at, "%s", text);
  if (hint != NULL)
    diag_hint(s->diags, "%s", hint);
  return false;
}

static size_t skip_digits(struct scan *s) {
  size_t length, count = 0;
  while (is_digit(char_at(s->text, s->at, &length))) {
    s->at += length;
    count++;
  }
  return count;
}

/* `1,000`: digits, a comma and exactly three digits, without blanks. */
static bool is_grouped(const struct scan *s, size_t digits) {
  size_t length, at = s->at, count = 0;
  if (digits > 3 || char_at(s->text, at, &length) != ',')
    return false;
  at += length;
  for (; is_digit(char_at(s->text, at, &length)); at += length)
    count++;
  return count == 3;
}

static bool scan_date(struct scan *s, size_t start) {
  /* 2021-01-31; the first four digits are read */
  size_t length, at = s->at;
  for (int part = 0; part < 2; part++) {
    if (char_at(s->text, at, &length) != '-')
      return false;
    at += length;
    for (int i = 0; i < 2; i++, at += length)
      if (!is_digit(char_at(s->text, at, &length)))
        return false;
  }
  s->at = at;
  push(s, TOK_DATE, start, 0);
  return true;
}

static bool scan_number(struct scan *s) {
  size_t start = s->at, length;
  size_t digits = skip_digits(s);
  if (is_grouped(s, digits)) {
    s->at += 1;
    skip_digits(s);
    return fail(s, start, "numbers are written without separators", "write 1000 for 1,000");
  }
  if (digits == 4 && scan_date(s, start))
    return true;
  int kind = TOK_INT;
  size_t point = s->at;
  if (char_at(s->text, point, &length) == '.') {
    s->at += length;
    if (skip_digits(s) > 0)
      kind = TOK_DEC;
    else
      s->at = point; /* `2019..2023` */
  }
  uint32_t c = char_at(s->text, s->at, &length);
  if (c == '%') {
    s->at += length;
    push(s, TOK_PERCENT, start, 0);
    return true;
  }
  int64_t number = 0;
  for (size_t i = start; kind == TOK_INT && i < s->at; i += length) {
    int64_t digit = (int64_t)char_at(s->text, i, &length) - '0';
    if (number > (INT64_MAX - digit) / 10)
      return fail(s, start, "the number is too large", NULL);
    number = number * 10 + digit;
  }
  c = char_at(s->text, s->at, &length);
  if (c == 0x5E74 && kind == TOK_INT) { /* 年: 2021年 is 2021 */
    push(s, kind, start, number);
    s->at += length;
    return true;
  }
  if (is_word(c)) {
    s->at += length;
    return fail(s, start, "a number runs into a word",
                "put a blank between them, or quote the name");
  }
  push(s, kind, start, number);
  return true;
}

/* A string ends at its own quote; “ ends at ”. A doubled quote stands for itself. */
static bool scan_string(struct scan *s) {
  size_t start = s->at, length;
  uint32_t open = utf8_at(str_sub(s->text, start, s->text.n), &length);
  uint32_t close = open == 0x201C ? 0x201D : open == 0x2018 ? 0x2019 : open;
  s->at += length;
  while (s->at < s->text.n) {
    uint32_t c = utf8_at(str_sub(s->text, s->at, s->text.n), &length);
    s->at += length;
    if (c != close)
      continue;
    if (utf8_at(str_sub(s->text, s->at, s->text.n), &length) != close || open != close) {
      push(s, TOK_STRING, start, 0);
      return true;
    }
    s->at += length;
  }
  size_t shown = start;
  while (shown < s->text.n && s->text.p[shown] != '\n')
    shown++;
  diag_add(s->diags, DIAG_TOKEN, (struct span){(uint32_t)start, (uint32_t)shown},
           "the string has no closing quote");
  return false;
}

/* A word with its full-width letters as ASCII: ｓｕｍ is sum. */
static struct str ascii_word(const struct scan *s, size_t start) {
  struct str word = str_sub(s->text, start, s->at);
  size_t length;
  if ((unsigned char)word.p[0] != 0xEF) /* the full-width block begins so */
    return word;
  struct sbuf b = {.arena = s->arena};
  for (size_t i = 0; i < word.n; i += length)
    utf8_put(&b, char_at(word, i, &length));
  return sbuf_str(&b);
}

static void scan_word(struct scan *s) {
  size_t start = s->at, length;
  for (;;) {
    uint32_t c = char_at(s->text, s->at, &length);
    if (!is_word(c) && !is_digit(c))
      break;
    s->at += length;
  }
  push(s, word_kind(ascii_word(s, start)), start, 0);
}

/* `:who`: a colon directly before a name. */
static bool scan_parameter(struct scan *s) {
  size_t start = s->at, length, next;
  uint32_t c = char_at(s->text, start, &length);
  uint32_t d = char_at(s->text, start + length, &next);
  if (c != ':' || !is_word(d))
    return false;
  s->at += length;
  scan_word(s);
  s->tokens->at[s->tokens->n - 1] =
      (struct token){TOK_PARAM, {(uint32_t)start, (uint32_t)s->at}, 0};
  return true;
}

static bool scan_mark(struct scan *s) {
  size_t start = s->at, length, length2;
  char two[3] = {0};
  uint32_t c = char_at(s->text, start, &length);
  uint32_t d = char_at(s->text, start + length, &length2);
  two[0] = c < 0x80 ? (char)c : 1;
  two[1] = d < 0x80 ? (char)d : 1;
  size_t n;
  int kind = mark_kind(two, &n);
  if (n > 0) {
    s->at = start + length + (n == 2 ? length2 : 0);
    push(s, kind, start, 0);
    s->open += kind == TOK_LP;
    s->open -= kind == TOK_RP && s->open > 0;
    return true;
  }
  s->at += length;
  return fail(s, start, "this character begins nothing", hint_for_character(c, d));
}

/* Does the last token promise more? */
static bool is_open_ended(const struct scan *s) {
  return s->tokens->n > 0 && token_is_open_ended(s->tokens->at[s->tokens->n - 1].kind);
}

/* A point and a letter: on a line where no statement is open they begin a dot command. */
static bool is_dot_command(struct str text, size_t at) {
  return at + 1 < text.n && text.p[at] == '.' && text.p[at + 1] != '_' &&
         (unsigned char)text.p[at + 1] < 0x80 && is_word((unsigned char)text.p[at + 1]);
}

/* Looks past a newline at `at`: sets *next to the first character of the next line that is not
 * blank; true when that line continues the statement, in any case but a blank line's where what
 * stands above is open. A line that holds only a comment is passed over. */
static bool continues(const struct scan *s, size_t at, bool is_open, size_t *next) {
  for (;;) {
    size_t line = at + 1, i = line, length = 0;
    uint32_t c = 0;
    for (; i < s->text.n; i += length) {
      c = utf8_at(str_sub(s->text, i, s->text.n), &length);
      if (c == '\n' || !utf8_is_blank(c))
        break;
    }
    *next = i;
    if (i >= s->text.n || c == '\n') /* a blank line, or the end */
      return false;
    if (is_dot_command(s->text, i) && !is_open)
      return false;
    bool is_comment = c == '#' || (str_starts(str_sub(s->text, i, s->text.n), STR("-- ")));
    if (!is_comment)
      return is_open || i - line > s->first_indent;
    while (i < s->text.n && s->text.p[i] != '\n')
      i++;
    if (i >= s->text.n)
      return false;
    at = i;
  }
}

/* Passes blanks, comments and newlines. False when the statement ends there. */
static bool skip_blanks(struct scan *s) {
  size_t length, next;
  while (s->at < s->text.n) {
    struct str rest = str_sub(s->text, s->at, s->text.n);
    uint32_t c = char_at(s->text, s->at, &length);
    if (c == ';') {
      s->at += length;
      if (s->tokens->n > 0)
        return false;
    } else if (c == '\n' && !s->lex->is_interactive && s->tokens->n > 0) {
      bool more = continues(s, s->at, s->open > 0 || is_open_ended(s), &next);
      s->at = more ? next : s->at + 1;
      if (!more)
        return false;
    } else if (utf8_is_blank(c)) {
      s->at += length;
    } else if (c == '#' || (str_starts(rest, STR("--")) &&
                            (rest.n == 2 || rest.p[2] == ' ' || rest.p[2] == '\n'))) {
      while (s->at < s->text.n && s->text.p[s->at] != '\n')
        s->at++;
    } else {
      return true;
    }
  }
  return false;
}

static bool raw_continues(const void *scan, size_t newline, bool is_open) {
  size_t next;
  return continues(scan, newline, is_open, &next);
}

static bool fail_raw(struct scan *s, struct raw_piece piece) {
  struct str rest = str_sub(s->text, piece.start, s->text.n);
  s->at = piece.start + str_find(rest, STR("\n"));
  fail(s, piece.start,
       piece.kind == RAW_COMMENT ? "the comment has no end" : "the string has no closing quote",
       NULL);
  s->at = s->text.n;
  return false;
}

/* What stands behind `sql`: SQL, then perhaps where the answer goes. */
static bool scan_raw(struct scan *s) {
  raw_line_test *test = s->lex->is_interactive ? NULL : raw_continues;
  struct raw_extent raw = raw_extent(s->text, s->at, test, s);
  if (raw.end > raw.start) {
    s->at = raw.end;
    push(s, TOK_RAW, raw.start, 0);
  }
  if (raw.has_to) {
    s->at = raw.to;
    scan_word(s);
  }
  if (raw.has_file) {
    s->at = raw.file;
    if (!scan_string(s))
      return false;
  } else if (raw.unclosed.kind != RAW_END) {
    return fail_raw(s, raw.unclosed);
  }
  s->at = raw.stop;
  return true;
}

static bool scan_token(struct scan *s) {
  size_t length;
  uint32_t c = char_at(s->text, s->at, &length);
  if (is_digit(c))
    return scan_number(s);
  if (c == '"' || c == '\'')
    return scan_string(s);
  if (is_word(c)) {
    scan_word(s);
    bool is_raw = s->tokens->n == 1 && s->tokens->at[0].kind == TOK_SQL;
    return !is_raw || scan_raw(s);
  }
  if (str_starts(str_sub(s->text, s->at, s->text.n), STR("--"))) {
    size_t start = s->at;
    s->at += 2;
    return fail(s, start, "\"--\" begins a comment only before a blank",
                "write the clause without dashes (\"severity error\"); options of ogi itself stand "
                "on its command line");
  }
  return scan_parameter(s) || scan_mark(s);
}

static size_t indent_at(struct str text, size_t at) {
  size_t line = at;
  while (line > 0 && text.p[line - 1] != '\n')
    line--;
  size_t i = line;
  while (i < at && (text.p[i] == ' ' || text.p[i] == '\t'))
    i++;
  return i - line;
}

enum lex_outcome lex_statement(struct arena *arena, struct lex *lex, struct token_list *tokens,
                               struct diags *diags) {
  struct scan s = {.arena = arena,
                   .lex = lex,
                   .text = lex->source->text,
                   .at = lex->at,
                   .tokens = tokens,
                   .diags = diags};
  tokens->n = 0;
  bool ok = true;
  while (skip_blanks(&s)) {
    if (tokens->n == 0)
      s.first_indent = indent_at(s.text, s.at);
    if (ok && !scan_token(&s)) {
      ok = false;
      s.open = 0; /* the rest is not read: neither brackets nor an operator keep it open */
      push(&s, TOK_NAME, s.at, 0);
    } else if (!ok) { /* pass over the rest of a statement that is lost already */
      size_t length;
      utf8_at(str_sub(s.text, s.at, s.text.n), &length);
      s.at += length > 0 ? length : 1;
    }
    if (ok && s.at - tokens->at[0].span.start > STATEMENT_LIMIT) {
      diag_add(diags, DIAG_LIMIT, tokens->at[0].span, "the statement is longer than %d bytes",
               STATEMENT_LIMIT);
      ok = false;
    }
  }
  lex->at = s.at;
  if (!ok)
    return LEX_ERROR;
  return tokens->n > 0 ? LEX_STATEMENT : LEX_END;
}

bool lex_dot_line(struct lex *lex, struct span *line) {
  struct token_list none = {0};
  struct scan s = {.lex = lex, .text = lex->source->text, .at = lex->at, .tokens = &none};
  if (!skip_blanks(&s) || !is_dot_command(s.text, s.at))
    return false;
  size_t begin = s.at, end = s.at;
  while (begin > 0 && (s.text.p[begin - 1] == ' ' || s.text.p[begin - 1] == '\t'))
    begin--;
  bool begins_line = begin == 0 || s.text.p[begin - 1] == '\n';
  if (!begins_line)
    return false;
  while (end < s.text.n && s.text.p[end] != '\n')
    end++;
  lex->at = end;
  while (utf8_is_blank((unsigned char)s.text.p[end - 1]))
    end--;
  *line = (struct span){(uint32_t)s.at, (uint32_t)end};
  return true;
}

struct str token_value(struct arena *arena, const struct source *source, struct token token) {
  struct str text = str_sub(source->text, token.span.start, token.span.end);
  size_t length;
  if (token.kind == TOK_STRING) {
    uint32_t open = utf8_at(text, &length);
    struct str inside = str_sub(text, length, text.n - length);
    if (open == 0x201C || open == 0x2018)
      return inside;
    struct sbuf b = {.arena = arena};
    for (size_t i = 0; i < inside.n; i++) {
      sbuf_add_char(&b, inside.p[i]);
      if (inside.p[i] == text.p[0] && length == 1 && i + 1 < inside.n)
        i++;
    }
    return sbuf_str(&b);
  }
  if (token.kind == TOK_PARAM) {
    utf8_at(text, &length);
    text = str_sub(text, length, text.n); /* without its colon */
  }
  if (token.kind == TOK_RAW)
    return text;
  if ((token.kind == TOK_NAME || token.kind == TOK_PARAM) && memchr(text.p, 0xEF, text.n) == NULL)
    return text; /* without full-width forms, which begin with that byte */
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < text.n; i += length)
    utf8_put(&b, char_at(text, i, &length));
  return sbuf_str(&b);
}
