/* parse: the tokens of a statement → its tree, by the Lemon parser of grammar/ogi.y; and what could
 * come next, from that parser's own state.
 */
#ifndef OGI_LANG_PARSE_H
#define OGI_LANG_PARSE_H

#include "lang/lex.h"
#include "lang/tree.h"

#define TOKEN_KINDS 256 /* more than the grammar has: see parse.c */

/* One parse; also the grammar's context. */
struct parse {
  struct arena *arena;
  struct diags *diags; /* NULL: only what could come next is asked */
  const struct source *source;
  const struct token *tokens;
  size_t ntokens;
  size_t token; /* the one being fed */
  struct node *tree;
  bool failed;
  int *taken;   /* for each token the kind as which it was fed: a keyword may have been
                   a name; 0: it does not fit; NULL: not asked */
  bool can_end; /* after the tokens fed: may the statement end here? */
  bool expected[TOKEN_KINDS]; /* which kinds could have come at the failing token, or could come now
                               */
};

/* The tree of a statement, NULL after a message. */
struct node *tree_from_tokens(struct arena *arena, const struct source *source,
                              const struct token_list *tokens, struct diags *diags);

/* The tree of the next statement of a text; NULL at its end. Statements that cannot be read are
 * passed over, after messages. */
const struct node *tree_next(struct arena *arena, struct lex *lex, struct token_list *tokens,
                             struct diags *diags);

/* Feeds the tokens and tells what could follow: fills parse->expected and parse->can_end. False
 * when they are no beginning of any statement. */
bool parse_prefix(struct arena *arena, const struct source *source, const struct token_list *tokens,
                  struct parse *parse);

/* As which kinds the tokens are read: `taken` has room for one of each; 0 from the first on that
 * does not fit. */
void parse_kinds(struct arena *arena, const struct source *source, const struct token_list *tokens,
                 int *taken);

/* For the grammar. */
void parse_feed(struct parse *parse, const struct token *tokens, size_t ntokens, bool finish);
void parse_rejects(struct parse *parse, struct token token);
void parse_overflows(struct parse *parse);
void parse_expected_reset(struct parse *parse);
void parse_expected_add(struct parse *parse, int kind, bool could);
struct str token_text(const struct parse *parse, struct token token);
struct str span_text(const struct parse *parse, struct span span);

#endif
