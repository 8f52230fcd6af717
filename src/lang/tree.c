/* tree: building and printing statement trees (see tree.h). */
#include "lang/tree.h"

#include "lang/parse.h"

struct node *node_new(struct parse *parse, enum node_kind kind) {
  struct node *node = ARENA_NEW(parse->arena, struct node);
  node->kind = kind;
  return node;
}

struct node *node_token(struct parse *parse, enum node_kind kind, struct token token) {
  struct node *node = node_new(parse, kind);
  node->span = token.span;
  node->text = token_text(parse, token);
  node->number = token.number;
  return node;
}

struct node *node_wrap(struct parse *parse, enum node_kind kind, struct node *child) {
  struct node *node = node_new(parse, kind);
  node_add(node, child);
  return node;
}

struct node *node_with(struct parse *parse, enum node_kind kind, struct token token,
                       struct node *child) {
  struct node *node = node_token(parse, kind, token);
  node_add(node, child);
  return node;
}

struct node *node_pair(struct parse *parse, enum node_kind kind, struct node *a, struct node *b) {
  struct node *node = node_wrap(parse, kind, a);
  node_add(node, b);
  return node;
}

static void cover(struct node *node, struct span span) {
  if (span.end == 0 && span.start == 0)
    return;
  bool is_placed = node->span.end > 0;
  node->span = is_placed ? span_join(node->span, span) : span;
}

void node_add(struct node *parent, struct node *child) {
  if (parent->last != NULL)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
  cover(parent, child->span);
}

void node_adopt(struct node *parent, struct node *list) {
  if (list->first == NULL)
    return;
  if (parent->last != NULL)
    parent->last->next = list->first;
  else
    parent->first = list->first;
  parent->last = list->last;
  cover(parent, list->span);
}

void node_cover(struct node *node, struct token token) {
  cover(node, token.span);
}

struct node *node_dotted(struct parse *parse, struct node *name, struct token part) {
  struct str p = token_text(parse, part);
  name->text = str_fmt(parse->arena, "%.*s.%.*s", STR_ARG(name->text), STR_ARG(p));
  node_cover(name, part);
  return name;
}

static bool same_text(const struct node *a, const struct node *b) {
  switch (a->kind) {
  case NODE_INT:
    return a->number == b->number;
  case NODE_NAME:
  case NODE_STRING:
  case NODE_RAW:
    return str_eq(a->text, b->text);
  default:
    return str_same_word(a->text, b->text);
  }
}

bool tree_same(const struct node *a, const struct node *b) {
  if (a->kind != b->kind || a->flag != b->flag || !same_text(a, b))
    return false;
  const struct node *x = a->first, *y = b->first;
  for (; x != NULL && y != NULL; x = x->next, y = y->next)
    if (!tree_same(x, y))
      return false;
  return x == NULL && y == NULL;
}

struct node *node_copy(struct arena *arena, const struct node *node, uint32_t from, uint32_t to) {
  struct node *copy = ARENA_NEW(arena, struct node);
  *copy = *node;
  copy->text = str_copy(arena, node->text);
  copy->span.start = node->span.start - from + to;
  copy->span.end = node->span.end - from + to;
  copy->first = copy->last = copy->next = NULL;
  for (const struct node *child = node->first; child != NULL; child = child->next)
    node_add(copy, node_copy(arena, child, from, to));
  return copy;
}

size_t node_count(const struct node *node) {
  size_t count = 0;
  for (const struct node *child = node->first; child != NULL; child = child->next)
    count++;
  return count;
}

const char *node_word(enum node_kind kind) {
  static const char *const words[] = {
#define NODE_WORD(kind, word) word,
      NODE_KINDS(NODE_WORD)
#undef NODE_WORD
  };
  return words[kind];
}

/* A clause's text is its own keyword: said once is enough. */
static bool is_own_word(const struct node *node) {
  return node->kind != NODE_NAME && node->kind != NODE_STRING &&
         str_same_word(node->text, str_from_z(node_word(node->kind)));
}

static void print(struct sbuf *b, const struct node *node, int depth) {
  sbuf_addf(b, "%*s%s", depth * 2, "", node_word(node->kind));
  if (node->text.n > 0 && !is_own_word(node)) {
    const char *quote = node->kind == NODE_STRING ? "\"" : "";
    sbuf_addf(b, " %s%.*s%s", quote, STR_ARG(node->text), quote);
  }
  if (node->flag)
    sbuf_add_z(b, node->kind == NODE_TOP                              ? " ties"
                  : node->kind == NODE_SORT || node->kind == NODE_DIM ? " descending"
                                                                      : " not");
  sbuf_add_char(b, '\n');
  for (const struct node *child = node->first; child != NULL; child = child->next)
    print(b, child, depth + 1);
}

struct str tree_print(struct arena *arena, const struct node *tree) {
  struct sbuf b = {.arena = arena};
  print(&b, tree, 0);
  return sbuf_str(&b);
}
