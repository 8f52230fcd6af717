/* lex: the text of a script → the tokens of one statement after the other. The text is never
 * copied; tokens are places in it.
 */
#ifndef OGI_LANG_LEX_H
#define OGI_LANG_LEX_H

#include "base/diag.h"

struct token {
  int kind; /* TOK_…, as Lemon numbers them */
  struct span span;
  int64_t number; /* of an integer */
};

/* Longer statements are refused: no person writes one, and messages need their places in 32 bits.
 */
#define STATEMENT_LIMIT (1024 * 1024)

struct lex {
  const struct source *source;
  size_t at;           /* where the next statement begins */
  bool is_interactive; /* newlines are blanks: the parser alone decides where a statement ends */
};

struct token_list {
  struct token *at;
  size_t n, cap;
};

enum lex_outcome {
  LEX_STATEMENT, /* at least one token */
  LEX_END,       /* nothing more in the text */
  LEX_ERROR      /* see diags; the statement has been passed over */
};

/* The tokens of the next statement. A `;` ends it, and a newline does unless a bracket is open, the
 * last token is an operator, a comma or a reserved word, or the next line is indented more than the
 * line on which the statement began; a blank line always ends it. Behind `sql` as the first word
 * stands SQL, one token (raw.h). */
enum lex_outcome lex_statement(struct arena *arena, struct lex *lex, struct token_list *tokens,
                               struct diags *diags);

/* Is what comes next a dot command: a line that begins with a point and a letter, where no
 * statement is open? Then *line is its place, without blanks at both ends, and it has been passed
 * over; else nothing has. */
bool lex_dot_line(struct lex *lex, struct span *line);

/* The text of a token: of a string without its quotes, doubled quotes undone; of a number and
 * punctuation in ASCII; else as written. */
struct str token_value(struct arena *arena, const struct source *source, struct token token);

/* How a kind of token is called in messages: a keyword as written, else "a name", "a string" … */
const char *token_kind_name(int kind);
bool token_is_keyword(int kind);

/* Is the word one that can never be a name? */
bool word_is_reserved(struct str word);

#endif
