/* advise: a syntax error seen with the vocabulary at hand: what stands there is a name that needs a
 * word more. The parser knows no names and can only say what could come next (see state.h).
 */
#include "app/state.h"

#include "form/names.h"
#include "lang/hint.h"
#include "ogi_grammar.h"

#define STATEMENT_SHOWN 60 /* bytes of it in a hint */

/* `fnd "收费"`: a slip in the word that a statement begins with. */
static void advise_slip(struct run *run, struct str word) {
  struct token_list none = {0};
  struct source empty = {STR("input"), STR(""), 1};
  struct parse parse;
  struct str verbs[TOKEN_KINDS], near[3];
  size_t n = 0;
  if (hint_knows(word) || !parse_prefix(run->arena, &empty, &none, &parse))
    return;
  for (int kind = 1; kind < TOKEN_KINDS; kind++)
    if (parse.expected[kind] && token_is_keyword(kind))
      verbs[n++] = str_from_z(token_kind_name(kind));
  if (words_near(run->arena, verbs, n, word, near) > 0)
    diag_hint(&run->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
}

/* `received by year`: a figure without its verb. */
static void advise_verb(struct run *run, struct str word) {
  struct meaning found;
  if (names_find(&run->session->vocab, MEANS_MEASURE, -1, word, &found, 1) == 0) {
    advise_slip(run, word);
    return;
  }
  bool is_short = run->text.n <= STATEMENT_SHOWN && !str_contains(run->text, STR("\n"));
  struct str rest = is_short ? run->text : word;
  diag_hint(&run->diags, "write \"sum %.*s\"", STR_ARG(rest));
}

/* `where withheld`: a member without its dimension. */
static void advise_test(struct run *run, struct str word) {
  const struct vocab *vocab = &run->session->vocab;
  struct meaning found;
  if (names_find(vocab, MEANS_MEMBER, -1, word, &found, 1) == 0)
    return;
  diag_hint(&run->diags, "write \"%.*s=%.*s\"",
            STR_ARG(vocab->dimensions[found.dimension].names.key), STR_ARG(word));
}

/* The dimension of the measure that has the member; -1: none, or one of them is not called so. */
static int dimension_of(const struct vocab *vocab, struct str measure, struct str member) {
  struct meaning of, found;
  bool are_names = names_find(vocab, MEANS_MEASURE, -1, measure, &of, 1) > 0 &&
                   names_find(vocab, MEANS_MEMBER, -1, member, &found, 1) > 0;
  return are_names && measure_slot(&vocab->measures[of.index], found.dimension) >= 0
             ? found.dimension
             : -1;
}

/* `rate withheld applications`: a word between them is not there. */
static void advise_of(struct run *run, struct str member, struct str measure) {
  if (dimension_of(&run->session->vocab, measure, member) >= 0)
    diag_hint(&run->diags, "write \"%.*s of %.*s\"", STR_ARG(member), STR_ARG(measure));
}

/* `sum received natural_person`: a member right behind its measure. */
static void advise_member(struct run *run, struct str measure, struct str member) {
  const struct vocab *vocab = &run->session->vocab;
  int found = dimension_of(vocab, measure, member);
  if (found < 0)
    return;
  struct str dimension = vocab->dimensions[found].names.key;
  diag_hint(&run->diags, "it is a member of \"%.*s\": write \"%.*s where %.*s=%.*s\"",
            STR_ARG(dimension), STR_ARG(measure), STR_ARG(dimension), STR_ARG(member));
}

void run_advise(struct run *run, const struct token_list *tokens) {
  const struct diag *diag = run->diags.n > 0 ? &run->diags.at[run->diags.n - 1] : NULL;
  if (diag == NULL || diag->code != DIAG_SYNTAX)
    return;
  size_t at = 0;
  while (at < tokens->n && tokens->at[at].span.start < diag->at.start)
    at++;
  const struct token *token = &tokens->at[at > 0 ? at - 1 : 0];
  struct str word = token_value(run->arena, run->source, *token);
  if (at == 0 && token->kind == TOK_NAME)
    advise_verb(run, word);
  /* Behind `or` it is more likely a list without its brackets. */
  int before = at >= 2 ? tokens->at[at - 2].kind : 0;
  if (token->kind == TOK_NAME &&
      (before == TOK_WHERE || before == TOK_AND || before == TOK_NOT || before == TOK_LP))
    advise_test(run, word);
  if (token->kind == TOK_NAME && at > 0 && at < tokens->n && tokens->at[at].kind == TOK_NAME) {
    struct str next = token_value(run->arena, run->source, tokens->at[at]);
    advise_member(run, word, next);
    advise_of(run, word, next);
  }
}
