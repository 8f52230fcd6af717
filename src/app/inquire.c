/* inquire: queries that a statement asks on its own account: `compare` and `flow of` are made of
 * them, so that every rule of the language holds for them too (see state.h).
 */
#include "app/state.h"

struct str run_quote(struct run *run, struct str name) {
  struct sbuf b = {.arena = run->arena};
  sbuf_add_char(&b, '"');
  for (size_t i = 0; i < name.n; i++) {
    if (name.p[i] == '"')
      sbuf_add_char(&b, '"');
    sbuf_add_char(&b, name.p[i]);
  }
  sbuf_add_char(&b, '"');
  return sbuf_str(&b);
}

bool run_inquire(struct run *run, struct span at, struct str query, struct table *table) {
  struct session *session = run->session;
  struct source *source = ARENA_NEW(run->arena, struct source);
  *source = (struct source){.name = STR("inquiry"), .text = query, .first_line = 1};
  struct run inner = {.session = session, .arena = run->arena, .source = source};
  inner.diags = (struct diags){.arena = run->arena, .source = source};
  struct lex lex = {.source = source};
  struct token_list tokens = {0};
  struct answer_chosen chosen = {0};
  struct plan_settings user = session->settings;
  const struct node *tree = NULL;
  if (lex_statement(run->arena, &lex, &tokens, &inner.diags) == LEX_STATEMENT)
    tree = tree_from_tokens(run->arena, source, &tokens, &inner.diags);
  session->settings.year_low = session->settings.year_high = 0;
  const struct plan *plan = tree != NULL ? query_plan(&inner, tree, &chosen) : NULL;
  session->settings = user;
  *table = (struct table){0};
  if (plan != NULL &&
      answer_fill(run->arena, plan, session->store, session->names, &chosen, table, &inner.diags))
    return true;
  if (inner.diags.n == 0)
    return diag_add(&run->diags, DIAG_RUN, at, "it cannot be asked");
  const struct diag *first = &inner.diags.at[0];
  diag_add(&run->diags, first->code, at, "%.*s", STR_ARG(first->text));
  if (first->hint.n > 0)
    diag_hint(&run->diags, "%.*s", STR_ARG(first->hint));
  return false;
}
