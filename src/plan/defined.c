/* defined: names that people gave to formulas, where a measure or a rate may stand → the cells that
 * they choose; and whether a definition is sound (see resolve.h, definitions.h). The body is
 * brought in as a text of its own, so that a mistake in it shows it, and then where it was used.
 */
#include "plan/resolve.h"

#include "base/utf8.h"
#include "form/item.h"
#include "form/names.h"

/* --- Finding */

/* In a shipped body only what is shipped is seen: nobody's own names change what it means. */
static bool only_shipped(const struct resolve *r) {
  return r->nopen > 0 && r->open[r->nopen - 1]->is_shipped;
}

const struct definition *defined_named(const struct resolve *r, unsigned kinds, struct str word) {
  struct meaning found;
  uint64_t forms = r->forms != 0 ? r->forms : ALL_FORMS;
  if (r->settings == NULL || r->settings->definitions == NULL ||
      names_find_of(r->vocab, forms, MEANS_MEASURE, -1, word, &found, 1) > 0)
    return NULL;
  return definitions_find(r->settings->definitions, kinds, word, only_shipped(r));
}

size_t defined_near(struct resolve *r, unsigned kinds, struct str word, struct str near[3]) {
  size_t n = definitions_near(r->arena, r->settings->definitions, kinds, word, near), kept = 0;
  for (size_t i = 0; i < n; i++)
    if (r->nopen == 0 || !str_eq(near[i], r->open[0]->names.key))
      near[kept++] = near[i];
  return kept;
}

/* Is it about a form that the query can be about? */
static bool fits_form(struct resolve *r, const struct definition *definition,
                      const struct node *use) {
  uint64_t of = definition_forms(r->vocab, r->settings->definitions, definition);
  int wanted = forms_single(r->forms), is = forms_single(of);
  if (r->forms == 0 || (of & r->forms) != 0)
    return true;
  if (wanted >= 0 && is >= 0)
    return diag_add(r->diags, DIAG_NAME, use->span,
                    "\"%.*s\" is a %s of the form \"%.*s\", not of \"%.*s\"", STR_ARG(use->text),
                    definition_kind_word(definition->kind), STR_ARG(r->vocab->forms[is].names.key),
                    STR_ARG(r->vocab->forms[wanted].names.key));
  return diag_add(r->diags, DIAG_NAME, use->span, "\"%.*s\" is of another form",
                  STR_ARG(use->text));
}

/* --- Opening a body */

/* a → b → a */
static bool circle(struct resolve *r, const struct definition *definition, struct span at) {
  struct sbuf b = {.arena = r->arena};
  bool on = false;
  for (int i = 0; i < r->nopen; i++) {
    on = on || r->open[i] == definition;
    if (on)
      sbuf_addf(&b, "%.*s → ", STR_ARG(r->open[i]->names.key));
  }
  return diag_add(r->diags, DIAG_DEFINITION, at, "\"%.*s\" rests on itself: %.*s%.*s",
                  STR_ARG(definition->names.key), STR_ARG(sbuf_str(&b)),
                  STR_ARG(definition->names.key));
}

/* For `explain plan`. */
static void note_use(struct resolve *r, const struct definition *definition) {
  for (size_t i = 0; i < r->plan->defined.n; i++)
    if (r->plan->defined.at[i] == definition)
      return;
  ARENA_PUSH(r->arena, &r->plan->defined, definition);
}

/* The tree of a definition as brought in by `use`. NULL after a message. */
static const struct node *open_body(struct resolve *r, const struct definition *definition,
                                    const struct node *use) {
  for (int i = 0; i < r->nopen; i++)
    if (r->open[i] == definition) {
      circle(r, definition, use->span);
      return NULL;
    }
  if (r->nopen == OPEN_MAX) {
    diag_add(r->diags, DIAG_LIMIT, use->span, "definitions rest on each other too deep");
    return NULL;
  }
  if (!fits_form(r, definition, use))
    return NULL;
  uint32_t base = diags_bring(r->diags, &definition->source, use->span);
  r->open[r->nopen++] = definition;
  note_use(r, definition);
  return node_copy(r->arena, definition->tree, 0, base);
}

void defined_close(struct resolve *r) {
  r->nopen--;
}

/* --- Measures */

/* The clauses of a body: each `where` takes cells away. */
static bool keep_own(struct resolve *r, const struct node *tree, size_t from,
                     const struct terms *terms) {
  for (const struct node *clause = tree->first; clause != NULL; clause = clause->next) {
    if (clause->kind != NODE_WHERE)
      continue;
    if (!where_is_on_members(r, clause->first))
      return false;
    for (size_t t = from; t < terms->n; t++)
      if (!resolve_keep(r, &r->vocab->measures[terms->at[t].measure], clause->first,
                        terms->at[t].keep))
        return false;
  }
  return true;
}

static bool body_terms(struct resolve *r, const struct node *tree, int weight,
                       struct terms *terms) {
  size_t from = terms->n;
  return resolve_terms(r, definition_body(tree), weight, terms) && keep_own(r, tree, from, terms);
}

bool defined_terms(struct resolve *r, const struct definition *definition, const struct node *use,
                   int weight, struct terms *terms) {
  const struct node *tree = open_body(r, definition, use);
  if (tree == NULL)
    return false;
  bool ok = body_terms(r, tree, weight, terms);
  defined_close(r);
  return ok;
}

/* --- Rates */

/* Both sides as a head, its conditions among those of the query. */
static const struct node *body_rate(struct resolve *r, const struct node *tree,
                                    const struct node *at) {
  struct node *head = ARENA_NEW(r->arena, struct node);
  *head = *definition_body(tree);
  head->next = at != NULL ? at->next : NULL;
  for (const struct node *clause = tree->first; clause != NULL; clause = clause->next) {
    if (clause->kind != NODE_WHERE)
      continue;
    if (!where_is_on_members(r, clause->first))
      return NULL;
    ARENA_PUSH(r->arena, &r->cell_conditions, clause->first);
  }
  return head;
}

const struct node *defined_rate(struct resolve *r, const struct definition *definition,
                                const struct node *head) {
  const struct node *tree = open_body(r, definition, head->first);
  const struct node *rate = tree != NULL ? body_rate(r, tree, head) : NULL;
  if (tree != NULL && rate == NULL)
    defined_close(r);
  return rate;
}

/* --- Is a definition sound? */

static bool is_taken(struct resolve *r, const struct node *name, const char *what,
                     const struct names *by) {
  diag_add(r->diags, DIAG_DEFINITION, name->span, "\"%.*s\" is a %s of the form already",
           STR_ARG(name->text), what);
  if (by != NULL && !str_eq(by->key, name->text))
    diag_hint(r->diags, "it is a name of \"%.*s\"", STR_ARG(by->key));
  return true;
}

/* Does a form, or the language, use the name? Says so. */
static bool name_is_used(struct resolve *r, const struct node *name) {
  static const char *const words[] = {"measure", "dimension", "member"};
  struct meaning found;
  if (report_dim_named(name->text) >= 0 || scope_counts(name->text))
    return !diag_add(r->diags, DIAG_DEFINITION, name->span, "\"%.*s\" is a word of the language",
                     STR_ARG(name->text));
  for (int kind = MEANS_MEASURE; kind <= MEANS_MEMBER; kind++)
    if (names_find(r->vocab, (enum meaning_kind)kind, -1, name->text, &found, 1) > 0)
      return is_taken(r, name, words[kind], meaning_names(r->vocab, found));
  return false;
}

/* Is it a name of another definition? One of the same key gives way. */
static bool name_is_anothers(struct resolve *r, const struct node *key, const struct node *name,
                             bool is_query) {
  unsigned kinds = is_query ? FIND_QUERY : FIND_FIGURE;
  const struct definition *other =
      definitions_find(r->settings->definitions, kinds, name->text, false);
  if (other == NULL || other->is_shipped ||
      str_eq(other->words[0], utf8_skeleton(r->arena, key->text)))
    return false;
  diag_add(r->diags, DIAG_DEFINITION, name->span, "\"%.*s\" is a name of the %s \"%.*s\" already",
           STR_ARG(name->text), definition_kind_word(other->kind), STR_ARG(other->names.key));
  return true;
}

static bool names_are_free(struct resolve *r, const struct node *item, bool is_query) {
  const struct node *key = item->first;
  if (key->kind != NODE_NAME || str_find(key->text, STR(".")) < key->text.n)
    return diag_add(
        r->diags, DIAG_DEFINITION, key->span,
        "the name of a definition is one plain word; others stand behind it as strings");
  for (const struct node *name = key; name != NULL; name = name->next) {
    if (name->kind == NODE_INT || (name != key && name->kind == NODE_NAME))
      return diag_add(r->diags, DIAG_DEFINITION, name->span,
                      "behind its name a definition has other names as strings, then \"=\"");
    if ((!is_query && name_is_used(r, name)) || name_is_anothers(r, key, name, is_query))
      return false;
  }
  return true;
}

/* As it will be when it is kept, so that it is seen to rest on itself. */
static void open_itself(struct resolve *r, const struct node *tree) {
  struct definitions *with = ARENA_NEW(r->arena, struct definitions);
  struct plan_settings *settings = ARENA_NEW(r->arena, struct plan_settings);
  const struct definitions *before = r->settings->definitions;
  const struct definition *own =
      definition_new(r->arena, tree, r->diags->source, r->settings->form, false);
  for (size_t i = 0; before != NULL && i < before->n; i++)
    ARENA_PUSH(r->arena, with, before->at[i]);
  definitions_put(r->arena, with, own);
  *settings = *r->settings;
  settings->definitions = with;
  r->settings = settings;
  r->open[r->nopen++] = own;
}

static bool figure_is_sound(struct resolve *r, const struct node *tree) {
  struct terms terms[2] = {{0}};
  const struct node *body = definition_body(tree);
  r->has_cells = true;
  open_itself(r, tree);
  uint64_t forms = definition_forms(r->vocab, r->settings->definitions, r->open[0]);
  r->forms = forms_single(forms) >= 0 ? forms : 0;
  if (body->kind != NODE_RATE)
    return body_terms(r, tree, 1, &terms[0]);
  const struct node *head = body_rate(r, tree, NULL);
  return head != NULL && quantity_rate_terms(r, head, terms);
}

/* Does it say which figures there are? With `total` even parts without a printed total may be asked
 * for. It and `depth` need something that is divided, by these clauses or by others. */
static bool shapes_figures(const struct node *body, const struct node *clause) {
  bool is_divided = item_child(body, NODE_BY) != NULL || item_child(body, NODE_ACROSS) != NULL;
  bool needs_division =
      clause->kind == NODE_DEPTH || clause->kind == NODE_LEAVES || clause->kind == NODE_TOTAL;
  return clause->kind == NODE_BY || clause->kind == NODE_ACROSS || (needs_division && is_divided);
}

/* Of a query what needs no panel and no value is resolved: its head and its dimensions. */
static bool query_is_sound(struct resolve *r, const struct node *body) {
  if (body->kind != NODE_QUERY || params_stray(body->first, NULL) != NULL)
    return true;
  struct node *outline = ARENA_NEW(r->arena, struct node);
  *outline = (struct node){.kind = NODE_QUERY, .span = body->span};
  for (const struct node *child = body->first; child != NULL; child = child->next) {
    if (child != body->first && !shapes_figures(body, child))
      continue;
    struct node *copy = ARENA_NEW(r->arena, struct node);
    *copy = *child;
    copy->next = NULL;
    node_add(outline, copy);
  }
  return plan_from_tree(r->arena, outline, r->vocab, NULL, r->settings, r->diags) != NULL;
}

bool definition_check(struct arena *arena, const struct node *tree, const struct vocab *vocab,
                      const struct plan_settings *settings, struct diags *diags) {
  struct plan plan = {.vocab = vocab, .form = -1};
  struct resolve r = {
      .arena = arena, .vocab = vocab, .settings = settings, .diags = diags, .plan = &plan};
  bool is_query = definition_kind_named(tree->text) == DEFINES_QUERY;
  if (!names_are_free(&r, tree->first, is_query))
    return false;
  if (!is_query)
    return figure_is_sound(&r, tree);
  open_itself(&r, tree);
  return bind_check(&r, tree) && query_is_sound(&r, definition_body(tree));
}
