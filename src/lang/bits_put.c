/* bits_put: the words of a canonical text, one by one (see bits_put.h).
 */
#include "lang/bits_put.h"

#include "lang/raw.h"

void bits_add(struct bits *b, struct str text, struct span at, enum bit_role role) {
  struct bit bit = {.text = text,
                    .at = at,
                    .role = role,
                    .before = b->next,
                    .is_glued = b->glues || role == BIT_CLOSE || role == BIT_COMMA};
  b->next = BREAK_NONE;
  b->glues = role == BIT_OPEN;
  ARENA_PUSH(b->arena, b, bit);
}

void bits_word(struct bits *b, const char *text) {
  bits_add(b, str_from_z(text), (struct span){0, 0}, BIT_WORD);
}

/* A keyword as the node has it, in lower case. */
void bits_own_word(struct bits *b, const struct node *node) {
  struct sbuf lower = {.arena = b->arena};
  for (size_t i = 0; i < node->text.n; i++) {
    char c = node->text.p[i];
    sbuf_add_char(&lower, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
  }
  bits_add(b, sbuf_str(&lower), (struct span){0, 0}, BIT_WORD);
}

void bits_open(struct bits *b) {
  bits_add(b, STR("("), (struct span){0, 0}, BIT_OPEN);
}

void bits_close(struct bits *b) {
  b->next = BREAK_NONE;
  bits_add(b, STR(")"), (struct span){0, 0}, BIT_CLOSE);
}

void bits_comma(struct bits *b) {
  bits_add(b, STR(","), (struct span){0, 0}, BIT_COMMA);
  b->next = BREAK_FILL;
}

/* In double quotes, unless it holds some and no single ones. */
static struct str quoted(struct arena *arena, struct str text) {
  bool has_double = str_contains(text, STR("\"")), has_single = str_contains(text, STR("'"));
  char quote = has_double && !has_single ? '\'' : '"';
  struct sbuf b = {.arena = arena};
  sbuf_add_char(&b, quote);
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == quote)
      sbuf_add_char(&b, quote);
    sbuf_add_char(&b, text.p[i]);
  }
  sbuf_add_char(&b, quote);
  return sbuf_str(&b);
}

/* cn.2021; a number in the middle is kept from becoming one with a point: a.1 .2 */
static struct str dotted(struct arena *arena, struct str name) {
  struct sbuf b = {.arena = arena};
  bool is_number = false;
  for (size_t i = 0; i < name.n; i++) {
    char c = name.p[i];
    bool is_digit = c >= '0' && c <= '9';
    if (c == '.' && is_number)
      sbuf_add_char(&b, ' ');
    is_number = i > 0 && is_digit && (is_number || name.p[i - 1] == '.');
    sbuf_add_char(&b, c);
  }
  return sbuf_str(&b);
}

static struct str leaf_text(struct bits *b, const struct node *node) {
  if (node->kind == NODE_STRING)
    return quoted(b->arena, node->text);
  if (node->kind == NODE_INT)
    return str_fmt(b->arena, "%lld", (long long)node->number);
  if (node->kind == NODE_NAME)
    return dotted(b->arena, node->text);
  if (node->kind == NODE_LATEST)
    return node->first == NULL ? STR("latest")
                               : str_fmt(b->arena, "latest-%lld", (long long)node->first->number);
  if (node->kind == NODE_PARAM)
    return str_fmt(b->arena, ":%.*s", STR_ARG(node->text));
  return node->kind == NODE_NOTHING ? STR("") : node->text;
}

void bits_leaf(struct bits *b, const struct node *node) {
  bits_add(b, leaf_text(b, node), node->span, BIT_WORD);
}

void bits_raw(struct bits *b, const struct node *node) {
  bits_add(b, raw_canonical(b->arena, node->text), node->span, BIT_WORD);
  b->at[b->n - 1].ends_line = str_contains(node->text, STR("--"));
}

/* year >= latest-4: as it is written where only a year may stand */
void bits_years_before(struct bits *b, const struct node *difference) {
  bits_leaf(b, difference->first);
  b->glues = true;
  bits_word(b, "-");
  b->glues = true;
  bits_leaf(b, difference->last);
}

/* 2019..2023; ..2020 */
void bits_range(struct bits *b, const struct node *node) {
  struct str low = leaf_text(b, node->first), high = leaf_text(b, node->last);
  bits_add(b, str_fmt(b->arena, "%.*s..%.*s", STR_ARG(low), STR_ARG(high)), node->span, BIT_WORD);
}
