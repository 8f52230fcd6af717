/* book: reading and finding rules (see book.h). */
#include "check/book.h"

#include "form/names.h"
#include "form/shipped.h"
#include "lang/parse.h"

static bool same_name(struct str a, struct str b) {
  bool same = a.n == b.n;
  for (size_t i = 0; same && i < a.n; i++) {
    char x = a.p[i], y = b.p[i];
    x = x >= 'A' && x <= 'Z' ? (char)(x + 32) : x;
    y = y >= 'A' && y <= 'Z' ? (char)(y + 32) : y;
    same = x == y;
  }
  return same;
}

struct rule *book_find(const struct book *book, struct str name) {
  for (size_t i = 0; i < book->n; i++)
    if (same_name(book->at[i]->key, name))
      return book->at[i];
  return NULL;
}

void book_remove(struct book *book, const struct rule *rule) {
  size_t n = 0;
  for (size_t i = 0; i < book->n; i++)
    if (book->at[i] != rule)
      book->at[n++] = book->at[i];
  book->n = n;
}

bool book_add(struct arena *arena, struct book *book, struct rule *rule, struct span at,
              struct diags *diags) {
  struct rule *old = book_find(book, rule->key);
  if (old != NULL && !old->is_user) {
    diag_add(diags, DIAG_DEFINITION, at, "the rule book has a rule \"%.*s\" already",
             STR_ARG(old->key));
    diag_hint(diags, "give yours another name");
    return false;
  }
  for (size_t i = 0; i < book->n; i++)
    if (book->at[i] == old) {
      book->at[i] = rule;
      return true;
    }
  ARENA_PUSH(arena, book, rule);
  return true;
}

bool book_read_source(struct arena *arena, struct book *book, const struct source *source,
                      bool is_user, const struct vocab *vocab, struct diags *diags) {
  struct lex lex = {.source = source};
  struct token_list tokens = {0};
  const struct source *outer = diags->source;
  diags->source = source;
  for (const struct node *tree; (tree = tree_next(arena, &lex, &tokens, diags)) != NULL;) {
    if (tree->kind != NODE_DEFINE_CHECK) {
      diag_add(diags, DIAG_DEFINITION, tree->span, "only rules may stand here");
      continue;
    }
    struct rule *rule = rule_from_tree(arena, tree, source, vocab, diags);
    if (rule == NULL)
      continue;
    rule->is_user = is_user;
    if (book_find(book, rule->key) != NULL && !is_user)
      diag_add(diags, DIAG_DEFINITION, tree->span, "there are two rules \"%.*s\"",
               STR_ARG(rule->key));
    else
      book_add(arena, book, rule, tree->span, diags);
  }
  diags->source = outer;
  return !diags_failed(diags);
}

bool book_read(struct arena *arena, struct book *book, const char *dir, const struct vocab *vocab,
               struct diags *diags) {
  struct source_list sources = {0};
  struct diags mine = {.arena = arena}; /* the trees are kept as long as the book */
  bool is_there;                        /* a folder without rules is an empty book */
  shipped_read(arena, dir, "checks", ".ogi", &sources, &is_there, &mine);
  for (size_t i = 0; i < sources.n; i++) {
    struct source *kept = ARENA_NEW(arena, struct source);
    *kept = sources.at[i];
    book_read_source(arena, book, kept, false, vocab, &mine);
  }
  diags_take(diags, &mine);
  return !diags_failed(&mine);
}

/* --- Choosing */

static void choose(struct arena *arena, struct rule_list *chosen, const struct rule *rule) {
  for (size_t i = 0; i < chosen->n; i++)
    if (chosen->at[i] == rule)
      return;
  ARENA_PUSH(arena, chosen, rule);
}

static bool is_of_family(struct str key, struct str family) {
  return key.n > family.n && key.p[family.n] == '.' && same_name(str_sub(key, 0, family.n), family);
}

bool book_choose(struct arena *arena, const struct book *book, const struct node *name,
                 struct rule_list *chosen, struct diags *diags) {
  const struct rule *one = book_find(book, name->text);
  bool any = one != NULL;
  if (one != NULL)
    choose(arena, chosen, one);
  for (size_t i = 0; i < book->n && one == NULL; i++)
    if (is_of_family(book->at[i]->key, name->text)) {
      choose(arena, chosen, book->at[i]);
      any = true;
    }
  if (any)
    return true;
  struct str *keys = ARENA_ARRAY(arena, struct str, book->n + 1), near[3];
  for (size_t i = 0; i < book->n; i++)
    keys[i] = book->at[i]->key;
  diag_add(diags, DIAG_NAME, name->span, "there is no rule \"%.*s\"", STR_ARG(name->text));
  if (words_near(arena, keys, book->n, name->text, near) > 0)
    diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  else
    diag_hint(diags, "\"show rules\" lists them");
  return false;
}
