/* examples: see examples.h. */
#include "check/examples.h"

#include "form/shipped.h"
#include "lang/format.h"
#include "lang/parse.h"

/* The reports of one panel, as they are written, and what is looked for. */
struct looking {
  struct arena *arena;
  const struct rule *rule;
  struct rule_examples *found;
  struct sbuf reports;
  bool is_told; /* an expectation stands behind them: the next report begins anew */
};

/* `expect T3.cross fail for received`: with its reports, unless there is one already. */
static void take_expectation(struct looking *l, const struct node *expect) {
  enum rule_status status;
  l->is_told = true;
  if (!str_eq(expect->first->text, l->rule->key) || !rule_status_named(expect->text, &status))
    return;
  struct str *example = status == STATUS_PASS   ? &l->found->passes
                        : status == STATUS_FAIL ? &l->found->fails
                                                : NULL;
  if (example == NULL || example->n > 0)
    return;
  struct str reports = sbuf_str(&l->reports), line = format_line(l->arena, expect);
  *example = str_fmt(l->arena, "%.*s%.*s", STR_ARG(reports), STR_ARG(line));
}

static void take(struct looking *l, const struct node *tree) {
  if (tree->kind == NODE_EXPECT) {
    take_expectation(l, tree);
    return;
  }
  if (l->is_told)
    l->reports = (struct sbuf){.arena = l->arena};
  l->is_told = false;
  struct str line = format_line(l->arena, tree);
  sbuf_addf(&l->reports, "%.*s; ", STR_ARG(line));
}

bool rule_examples(struct arena *arena, const char *dir, const struct rule *rule,
                   struct rule_examples *examples, struct diags *diags) {
  struct source_list sources = {0};
  bool is_there;
  *examples = (struct rule_examples){0};
  if (!shipped_read(arena, dir, "checks", ".ogit", &sources, &is_there, diags))
    return false;
  for (size_t i = 0; i < sources.n; i++) {
    struct diags own = {.arena = arena, .source = &sources.at[i]};
    struct lex lex = {.source = &sources.at[i]};
    struct token_list tokens = {0};
    struct looking l = {.arena = arena, .rule = rule, .found = examples};
    l.reports = (struct sbuf){.arena = arena};
    enum lex_outcome outcome;
    while ((outcome = lex_statement(arena, &lex, &tokens, &own)) != LEX_END) {
      const struct node *tree =
          outcome == LEX_STATEMENT ? tree_from_tokens(arena, &sources.at[i], &tokens, &own) : NULL;
      if (tree != NULL && tree->kind != NODE_NOTHING)
        take(&l, tree);
    }
    if (own.n > 0)
      return diag_add(diags, DIAG_DEFINITION, (struct span){0, 0}, "\"%.*s\" cannot be read",
                      STR_ARG(sources.at[i].name));
  }
  return true;
}
