/* definitions: the list of what is kept under a name (see definitions.h). */
#include "plan/definitions.h"

#include "base/utf8.h"
#include "form/item.h"
#include "form/names.h"

#define NESTED_MAX 32 /* definitions within definitions; what is checked never comes near */

static const char *const kinds[] = {
    [DEFINES_MEASURE] = "measure", [DEFINES_RATE] = "rate", [DEFINES_QUERY] = "query"};
static const char *const plurals[] = {
    [DEFINES_MEASURE] = "measures", [DEFINES_RATE] = "rates", [DEFINES_QUERY] = "queries"};

int definition_kind_named(struct str word) {
  struct arena scratch = {0};
  struct str folded = utf8_fold(&scratch, word);
  int kind = -1;
  for (int i = 0; i < 3; i++)
    if (str_eq(folded, str_from_z(kinds[i])) || str_eq(folded, str_from_z(plurals[i])))
      kind = i;
  arena_free(&scratch);
  return kind;
}

const char *definition_kind_word(enum definition_kind kind) {
  return kinds[kind];
}

const char *definition_kind_plural(enum definition_kind kind) {
  return plurals[kind];
}

const struct node *definition_body(const struct node *tree) {
  return tree->first->next;
}

const struct node *definition_params(const struct node *tree) {
  return item_child(tree, NODE_PARAMS);
}

/* --- Making */

static void add_word(struct arena *arena, struct definition *definition, struct str name) {
  struct str word = utf8_skeleton(arena, name);
  if (word.n > 0)
    definition->words[definition->nwords++] = word;
}

static void index_names(struct arena *arena, struct definition *definition) {
  const struct names *names = &definition->names;
  definition->words = ARENA_ARRAY(arena, struct str, names->nsynonyms + 3);
  add_word(arena, definition, names->key);
  add_word(arena, definition, names->zh);
  add_word(arena, definition, names->en);
  for (size_t i = 0; i < names->nsynonyms; i++)
    add_word(arena, definition, names->synonyms[i]);
}

struct definition *definition_new(struct arena *arena, const struct node *tree,
                                  const struct source *source, int form, bool is_shipped) {
  struct definition *definition = ARENA_NEW(arena, struct definition);
  uint32_t start = tree->span.start, line, column;
  source_position(source, start, &line, &column);
  definition->kind = (enum definition_kind)definition_kind_named(tree->text);
  definition->tree = node_copy(arena, tree, start, 0);
  definition->source =
      (struct source){.name = str_copy(arena, source->name),
                      .text = str_copy(arena, str_sub(source->text, start, tree->span.end)),
                      .first_line = line};
  item_names(arena, definition->tree->first, &definition->names);
  index_names(arena, definition);
  const struct node *origin = item_child(definition->tree, NODE_SOURCE);
  if (origin != NULL)
    definition->origin = origin->first->text;
  definition->form = form;
  definition->is_shipped = is_shipped;
  return definition;
}

unsigned definition_family(enum definition_kind kind) {
  return kind == DEFINES_QUERY ? FIND_QUERY : FIND_FIGURE;
}

const struct definition *definitions_put(struct arena *arena, struct definitions *definitions,
                                         const struct definition *definition) {
  const struct definition *before = NULL;
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *one = definitions->at[i];
    if (definition_family(one->kind) == definition_family(definition->kind) &&
        one->is_shipped == definition->is_shipped && str_eq(one->words[0], definition->words[0]))
      before = one;
  }
  if (before != NULL)
    definitions_remove(definitions, before);
  ARENA_PUSH(arena, definitions, definition);
  return before;
}

void definitions_remove(struct definitions *definitions, const struct definition *definition) {
  size_t kept = 0;
  for (size_t i = 0; i < definitions->n; i++)
    if (definitions->at[i] != definition)
      definitions->at[kept++] = definitions->at[i];
  definitions->n = kept;
}

/* --- Finding */

static bool is_called(const struct definition *definition, struct str skeleton) {
  for (size_t i = 0; i < definition->nwords; i++)
    if (str_eq(definition->words[i], skeleton))
      return true;
  return false;
}

const struct definition *definitions_find(const struct definitions *definitions, unsigned kinds_of,
                                          struct str word, bool only_shipped) {
  const struct definition *found = NULL;
  if (definitions == NULL || definitions->n == 0)
    return NULL;
  struct arena scratch = {0};
  struct str skeleton = utf8_skeleton(&scratch, word);
  for (size_t i = definitions->n; i-- > 0 && (found == NULL || found->is_shipped);) {
    const struct definition *one = definitions->at[i];
    bool is_wanted = (kinds_of >> one->kind & 1) != 0 && (one->is_shipped || !only_shipped);
    if (is_wanted && (found == NULL || !one->is_shipped) && is_called(one, skeleton))
      found = one;
  }
  arena_free(&scratch);
  return found;
}

size_t definitions_near(struct arena *arena, const struct definitions *definitions,
                        unsigned kinds_of, struct str word, struct str near[3]) {
  if (definitions == NULL)
    return 0;
  struct str *words = ARENA_ARRAY(arena, struct str, definitions->n * 3 + 1);
  size_t n = 0;
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *one = definitions->at[i];
    if ((kinds_of >> one->kind & 1) == 0)
      continue;
    words[n++] = one->names.key;
    if (word.n > 0 && (unsigned char)word.p[0] >= 0x80 && one->names.zh.n > 0)
      words[n++] = one->names.zh;
  }
  return words_near(arena, words, n, word, near);
}

/* --- What they rest on */

struct search {
  const struct vocab *vocab;
  const struct definitions *definitions;
  int depth;
};

static uint64_t forms_of(struct search *s, const struct definition *definition);

/* The forms that have every measure in an expression; members before `of` say nothing. */
static uint64_t forms_of_expr(struct search *s, const struct node *expr, bool only_shipped) {
  if (expr->kind == NODE_OF)
    return forms_of_expr(s, expr->last, only_shipped);
  if (expr->kind != NODE_NAME && expr->kind != NODE_STRING) {
    uint64_t forms = ALL_FORMS;
    for (const struct node *child = expr->first; child != NULL; child = child->next)
      forms &= forms_of_expr(s, child, only_shipped);
    return forms;
  }
  struct meaning found[8];
  uint64_t forms = 0;
  size_t n = names_find(s->vocab, MEANS_MEASURE, -1, expr->text, found, 8);
  for (size_t i = 0; i < n && i < 8; i++)
    forms |= meaning_forms(s->vocab, found[i]);
  const struct definition *other =
      n == 0 ? definitions_find(s->definitions, FIND_FIGURE, expr->text, only_shipped) : NULL;
  if (other != NULL)
    forms = forms_of(s, other);
  return forms != 0 ? forms : ALL_FORMS;
}

static uint64_t forms_of(struct search *s, const struct definition *definition) {
  if (definition->form >= 0)
    return (uint64_t)1 << definition->form;
  if (definition->kind == DEFINES_QUERY || s->depth == NESTED_MAX)
    return ALL_FORMS;
  s->depth++;
  uint64_t forms = forms_of_expr(s, definition_body(definition->tree), definition->is_shipped);
  s->depth--;
  return forms;
}

uint64_t definition_forms(const struct vocab *vocab, const struct definitions *definitions,
                          const struct definition *definition) {
  struct search search = {.vocab = vocab, .definitions = definitions};
  return forms_of(&search, definition);
}

/* Does a body name the definition where a measure, a rate or a query may stand? */
static bool names_it(const struct node *node, const struct definition *definition,
                     struct str *word) {
  bool is_name = node->kind == NODE_NAME || node->kind == NODE_STRING;
  if (is_name) {
    struct arena scratch = {0};
    bool same = is_called(definition, utf8_skeleton(&scratch, node->text));
    arena_free(&scratch);
    *word = node->text;
    return same;
  }
  for (const struct node *child = node->first; child != NULL; child = child->next)
    if (names_it(child, definition, word))
      return true;
  return false;
}

const struct definition *definitions_using(const struct definitions *definitions,
                                           const struct definition *definition) {
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *other = definitions->at[i];
    struct str word;
    if (other == definition || (other->is_shipped && !definition->is_shipped) ||
        !names_it(definition_body(other->tree), definition, &word))
      continue;
    if (definitions_find(definitions, definition_family(definition->kind), word,
                         other->is_shipped) == definition)
      return other;
  }
  return NULL;
}

/* On one line, as it was written: the blanks that line it up are no part of it. */
static struct str one_line(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  bool is_blank = false;
  for (size_t i = 0; i < text.n; i++) {
    bool blank = text.p[i] == ' ' || text.p[i] == '\n' || text.p[i] == '\t' || text.p[i] == '\r';
    if (!blank && is_blank && b.n > 0)
      sbuf_add_char(&b, ' ');
    if (!blank)
      sbuf_add_char(&b, text.p[i]);
    is_blank = blank;
  }
  return sbuf_str(&b);
}

struct str definition_formula(struct arena *arena, const struct definition *definition) {
  struct str text = definition->source.text;
  const struct node *body = definition_body(definition->tree);
  uint32_t end = body->span.end;
  for (const struct node *clause = body->next; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_WHERE && clause->span.end > end)
      end = clause->span.end;
  return one_line(arena, str_sub(text, body->span.start, end));
}
