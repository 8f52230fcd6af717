/* narrative: what `find` looks for, and the sections in which it looks (see resolve.h).
 */
#include "plan/resolve.h"

#include "base/utf8.h"

bool wanted_holds(const struct wanted *wanted, uint32_t words) {
  switch (wanted->kind) {
  case WANTED_WORD:
    return (words >> wanted->word & 1) != 0;
  case WANTED_AND:
    return wanted_holds(wanted->left, words) && wanted_holds(wanted->right, words);
  case WANTED_OR:
    return wanted_holds(wanted->left, words) || wanted_holds(wanted->right, words);
  case WANTED_NOT:
    break;
  }
  return !wanted_holds(wanted->left, words);
}

/* --- Words */

static struct wanted *take_word(struct resolve *r, const struct node *name) {
  struct plan *plan = r->plan;
  if (plan->nwords == MAX_WORDS) {
    diag_add(r->diags, DIAG_LIMIT, name->span, "at most %d words are looked for at once",
             MAX_WORDS);
    return NULL;
  }
  struct prose_word *word = prose_word_new(r->arena, name->text);
  if (word == NULL) {
    diag_add(r->diags, DIAG_VALUE, name->span, "there is no word to look for");
    return NULL;
  }
  struct wanted *wanted = ARENA_NEW(r->arena, struct wanted);
  wanted->word = plan->nwords;
  plan->words[plan->nwords++] = word;
  return wanted;
}

static struct wanted *take_wanted(struct resolve *r, const struct node *node) {
  if (node->kind != NODE_AND && node->kind != NODE_OR && node->kind != NODE_NOT)
    return take_word(r, node);
  struct wanted *wanted = ARENA_NEW(r->arena, struct wanted);
  wanted->kind = node->kind == NODE_AND  ? WANTED_AND
                 : node->kind == NODE_OR ? WANTED_OR
                                         : WANTED_NOT;
  wanted->left = take_wanted(r, node->first);
  if (wanted->left != NULL && node->kind != NODE_NOT)
    wanted->right = take_wanted(r, node->last);
  bool is_whole = wanted->left != NULL && (node->kind == NODE_NOT || wanted->right != NULL);
  return is_whole ? wanted : NULL;
}

bool resolve_words(struct resolve *r, const struct node *wanted) {
  r->plan->wanted = take_wanted(r, wanted);
  if (r->plan->wanted == NULL)
    return false;
  if (!wanted_holds(r->plan->wanted, 0))
    return true;
  diag_add(r->diags, DIAG_VALUE, wanted->span, "this holds for sentences without any of the words");
  diag_hint(r->diags, "write what must stand in the sentence first, as in \"a\" and not \"b\"");
  return false;
}

/* --- Sections */

static void add_section(struct resolve *r, int form, int n) {
  r->plan->sections[r->plan->nsections++] = (struct plan_section){form, n};
}

static bool is_called(struct arena *arena, const struct section *section, struct str word,
                      bool whole) {
  struct str heading = utf8_skeleton(arena, section->heading);
  if (whole ? str_eq(heading, word) : str_contains(heading, word))
    return true;
  for (size_t i = 0; i < section->nsynonyms; i++) {
    heading = utf8_skeleton(arena, section->synonyms[i]);
    if (whole ? str_eq(heading, word) : str_contains(heading, word))
      return true;
  }
  return false;
}

/* Adds the sections of one form with such a heading, returns how many. */
static size_t add_called(struct resolve *r, int form, struct str word, bool whole) {
  const struct form *f = &r->vocab->forms[form];
  size_t n = 0;
  for (size_t s = 0; s < f->nsections && word.n > 0; s++)
    if (is_called(r->arena, &f->sections[s], word, whole)) {
      add_section(r, form, (int)s + 1);
      n++;
    }
  return n;
}

static bool no_section(struct resolve *r, const struct node *name) {
  struct sbuf b = {.arena = r->arena};
  const struct form *form = &r->vocab->forms[0];
  if (name->kind == NODE_INT)
    diag_add(r->diags, DIAG_NAME, name->span, "no form has a section %lld",
             (long long)name->number);
  else
    diag_add(r->diags, DIAG_NAME, name->span, "no section is called \"%.*s\"", STR_ARG(name->text));
  for (size_t s = 0; s < form->nsections; s++)
    sbuf_addf(&b, "%s%zu %.*s", s > 0 ? ", " : "", s + 1, STR_ARG(form->sections[s].heading));
  diag_hint(r->diags, "there are %.*s", STR_ARG(sbuf_str(&b)));
  return false;
}

/* Says which sections a part of a heading fits. */
static bool several_sections(struct resolve *r, const struct node *name, size_t before) {
  struct sbuf b = {.arena = r->arena};
  diag_add(r->diags, DIAG_AMBIGUOUS, name->span, "\"%.*s\" is part of several headings",
           STR_ARG(name->text));
  for (size_t i = before; i < r->plan->nsections; i++) {
    const struct plan_section *s = &r->plan->sections[i];
    sbuf_addf(&b, "%s%d %.*s", i > before ? ", " : "", s->n,
              STR_ARG(r->vocab->forms[s->form].sections[s->n - 1].heading));
  }
  diag_hint(r->diags, "write a number: %.*s", STR_ARG(sbuf_str(&b)));
  return false;
}

/* A heading, or a part of one that fits a single section of each form. */
static bool take_heading(struct resolve *r, const struct node *name) {
  struct str word = utf8_skeleton_unnumbered(r->arena, name->text);
  size_t before = r->plan->nsections;
  for (int form = 0; form < (int)r->vocab->nforms; form++) {
    size_t n = add_called(r, form, word, true);
    if (n == 0 && add_called(r, form, word, false) > 1)
      return several_sections(r, name, before);
  }
  return r->plan->nsections > before || no_section(r, name);
}

static bool take_number(struct resolve *r, const struct node *number) {
  for (size_t form = 0; form < r->vocab->nforms; form++)
    if (number->number >= 1 && number->number <= (int64_t)r->vocab->forms[form].nsections) {
      add_section(r, -1, (int)number->number);
      return true;
    }
  return no_section(r, number);
}

bool resolve_sections(struct resolve *r, const struct node *clause) {
  size_t most = 0;
  if (clause == NULL)
    return true;
  for (size_t form = 0; form < r->vocab->nforms; form++)
    most += r->vocab->forms[form].nsections + 1;
  r->plan->sections = ARENA_ARRAY(r->arena, struct plan_section, most * node_count(clause));
  for (const struct node *one = clause->first; one != NULL; one = one->next)
    if (!(one->kind == NODE_INT ? take_number(r, one) : take_heading(r, one)))
      return false;
  return true;
}
