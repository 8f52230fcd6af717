/* What the tests of lang, form and plan share: the definitions compiled in, and a statement's way
 * to its tokens, its tree and its plan.
 */
#ifndef OGI_TEST_LANG_HELP_H
#define OGI_TEST_LANG_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form/define.h"
#include "form/names.h"
#include "lang/parse.h"
#include "plan/plan.h"

#include <string.h>

struct bench {
  struct arena arena;
  struct vocab vocab;
  struct source source;
  struct diags diags;
};

static inline struct bench *bench_of(void **state) {
  return *state;
}

static inline int bench_make(void **state) {
  static struct bench bench;
  bench.diags.arena = &bench.arena;
  *state = &bench;
  return define_shipped(&bench.arena, &bench.vocab, NULL, &bench.diags) ? 0 : -1;
}

static inline int bench_drop(void **state) {
  arena_free(&bench_of(state)->arena);
  return 0;
}

/* The text that is being read from now on. */
static inline struct lex begin(struct bench *b, const char *text) {
  b->source = (struct source){STR("test"), str_from_z(text), 1};
  b->diags = (struct diags){.arena = &b->arena, .source = &b->source};
  return (struct lex){.source = &b->source};
}

static inline void assert_text(struct bench *b, struct str got, const char *expected) {
  assert_string_equal(str_z(&b->arena, got), expected);
}

/* The first message, or "". */
static inline const char *message(struct bench *b) {
  return b->diags.n > 0 ? str_z(&b->arena, b->diags.at[0].text) : "";
}

/* A panel without any report. */
static inline size_t find_nothing(void *context, struct arena *arena, enum report_dim dim,
                                  struct str word, struct panel_name *found, size_t max) {
  (void)context, (void)arena, (void)dim, (void)word, (void)found, (void)max;
  return 0;
}

static inline size_t list_nothing(void *context, struct arena *arena, enum report_dim dim,
                                  struct panel_name *found, size_t max) {
  (void)context, (void)arena, (void)dim, (void)found, (void)max;
  return 0;
}

/* The plan of a query; NULL after a message. */
static inline struct plan *plan_of(struct bench *b, const char *text) {
  static const struct plan_settings settings = {.form = -1};
  static const struct panel panel = {.find = find_nothing, .list = list_nothing};
  struct lex lex = begin(b, text);
  struct token_list tokens = {0};
  if (lex_statement(&b->arena, &lex, &tokens, &b->diags) != LEX_STATEMENT)
    return NULL;
  const struct node *tree = tree_from_tokens(&b->arena, &b->source, &tokens, &b->diags);
  if (tree == NULL)
    return NULL;
  struct plan *plan = plan_from_tree(&b->arena, tree, &b->vocab, &panel, &settings, &b->diags);
  return plan != NULL && plan_guard(plan, &b->diags) ? plan : NULL;
}

static inline int measure_named(struct bench *b, const char *key) {
  struct meaning found[2]; /* of the first form: others may have the same key */
  size_t n = names_find_of(&b->vocab, 1, MEANS_MEASURE, -1, str_from_z(key), found, 2);
  assert_int_equal(n, 1);
  return found[0].index;
}

static inline int dimension_named(struct bench *b, const char *key) {
  struct meaning found[2];
  size_t n = names_find(&b->vocab, MEANS_DIMENSION, -1, str_from_z(key), found, 2);
  assert_int_equal(n, 1);
  return found[0].index;
}

static inline int member_named(struct bench *b, int dimension, const char *key) {
  struct meaning found[2];
  size_t n = names_find(&b->vocab, MEANS_MEMBER, dimension, str_from_z(key), found, 2);
  assert_int_equal(n, 1);
  return found[0].index;
}

#endif
