/* find: the sentences of the narratives that hold words (see answer.h).
 */
#include "answer/narrative.h"

/* Where a word stands next in the text at hand. */
struct standing {
  size_t at, end;
};

static bool take_sentence(struct narrative *n, struct span sentence, uint32_t words,
                          struct standing first) {
  struct value *more;
  if (!wanted_holds(n->plan->wanted, words))
    return true;
  if (narrative_row(n, first.at, &more) == NULL)
    return false;
  more[0] = value_text(narrative_sentence(n, sentence, first.at, first.end));
  return true;
}

static void look_for(const struct narrative *n, int word, size_t from, struct standing *standing) {
  standing->at = prose_find(n->plan->words[word], n->text, from, &standing->end);
}

/* Goes from sentence to sentence, but only to those in which a word begins. */
static bool take_section(struct narrative *n) {
  struct standing next[MAX_WORDS];
  for (int w = 0; w < n->plan->nwords; w++)
    look_for(n, w, 0, &next[w]);
  for (size_t start = 0; start < n->text.n && !narrative_is_full(n);) {
    struct span sentence = {(uint32_t)start, (uint32_t)prose_sentence_end(n->text, start)};
    struct standing first = {n->text.n, n->text.n};
    uint32_t words = 0;
    for (int w = 0; w < n->plan->nwords; w++) {
      if (next[w].at < first.at)
        first = next[w];
      if (next[w].at < sentence.end)
        words |= 1u << w;
      while (next[w].at < sentence.end)
        look_for(n, w, next[w].end, &next[w]);
    }
    if (words != 0 && !take_sentence(n, sentence, words, first))
      return false;
    if (words == 0 && first.at == n->text.n)
      return true;
    start = sentence.end;
  }
  return true;
}

bool answer_find(struct arena *arena, const struct plan *plan, struct store *store, int context,
                 struct table *table, struct diags *diags) {
  struct narrative n = {
      .arena = arena, .plan = plan, .table = table, .diags = diags, .context = context};
  struct column column = {.name = STR("sentence"), .role = COLUMN_TEXT, .type = VALUE_TEXT};
  if (!narrative_begin(&n, store, &column, 1))
    return false;
  int step;
  while ((step = narrative_next(&n)) == 1)
    if (!take_section(&n))
      return false;
  return step == 0 && narrative_end(&n);
}
