/* waiver: `waive …` → the failures that it covers (see excuse.h).
 */
#include "check/check.h"
#include "lang/parse.h"
#include "plan/resolve.h"

static bool agency_of(struct arena *arena, const struct node *who, const struct vocab *vocab,
                      const struct panel *panel, int64_t *id) {
  struct diags silent = {.arena = arena};
  struct resolve r = {.arena = arena, .vocab = vocab, .panel = panel, .diags = &silent};
  struct str full;
  return lookup_panel(&r, REPORT_AGENCY, who, id, &full);
}

struct waiver waiver_from_tree(struct arena *arena, const struct node *tree,
                               const struct source *source, const struct book *book,
                               const struct vocab *vocab, const struct panel *panel,
                               struct str today) {
  const struct node *name = tree->first, *subject = name->next, *years = subject->first->next;
  struct diags silent = {.arena = arena, .source = source};
  struct waiver waiver = {
      .rule = name->text, .who = subject->first->text, .agency = -1, .file = source->name};
  uint32_t column;
  source_position(source, tree->span.start, &waiver.line, &column);
  book_choose(arena, book, name, &waiver.rules, &silent);
  if (!agency_of(arena, subject->first, vocab, panel, &waiver.agency))
    waiver.agency = -1;
  if (years != NULL) {
    waiver.low = years->kind == NODE_RANGE ? years->first->number : years->number;
    waiver.high = years->kind == NODE_RANGE ? years->last->number : years->number;
  }
  for (const struct node *clause = subject->next; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_BECAUSE)
      waiver.because = clause->first->text;
    else
      waiver.until = clause->first->text;
  waiver.is_expired = waiver.until.n > 0 && str_cmp(waiver.until, today) < 0;
  return waiver;
}

bool waivers_read(struct arena *arena, const struct source *source, const struct book *book,
                  const struct vocab *vocab, const struct panel *panel, struct str today,
                  struct waiver_list *list, struct diags *diags) {
  struct lex lex = {.source = source};
  struct token_list tokens = {0};
  const struct source *outer = diags->source;
  diags->source = source;
  for (const struct node *tree; (tree = tree_next(arena, &lex, &tokens, diags)) != NULL;) {
    if (tree->kind == NODE_WAIVE) {
      struct waiver waiver = waiver_from_tree(arena, tree, source, book, vocab, panel, today);
      ARENA_PUSH(arena, list, waiver);
    } else if (tree->kind != NODE_NOTHING) {
      diag_add(diags, DIAG_CLAUSE, tree->span, "only \"waive …\" may stand in a file of waivers");
    }
  }
  diags->source = outer;
  return !diags_failed(diags);
}

static bool covers(const struct waiver *waiver, const struct finding *f) {
  if (waiver->is_expired || waiver->agency != f->agency_id ||
      (waiver->low != 0 && (f->year < waiver->low || f->year > waiver->high)))
    return false;
  for (size_t i = 0; i < waiver->rules.n; i++)
    if (waiver->rules.at[i] == f->rule)
      return true;
  return false;
}

const char *waiver_state(const struct waiver *waiver) {
  if (waiver->rules.n == 0)
    return "no such rule";
  if (waiver->agency < 0)
    return "no such agency";
  if (waiver->is_expired)
    return "expired";
  return waiver->used > 0 ? "active" : "nothing fails there";
}

struct waiver *waiver_of(const struct excuses *excuses, const struct finding *finding) {
  for (size_t i = 0; i < excuses->waivers.n; i++)
    if (covers(&excuses->waivers.at[i], finding))
      return &excuses->waivers.at[i];
  return NULL;
}
