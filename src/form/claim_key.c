/* claim_key: which measure a figure belongs to, by the phrases declared for it (see claim_words.h).
 *
 * The words before a figure must reach up to it, fillers and bounds aside: 收到政府信息公开申请
 * (数量共约)75件. What stands between the words of a phrase is free.
 */
#include "form/claim_words.h"

/* Fillers in a row; people write two or three. */
#define ENDS_MAX 12

size_t strip_before(const struct claim_words *words, const struct letters *l, size_t from,
                    size_t end) {
  static const enum word_class classes[] = {CLASS_FILLER, CLASS_BEFORE, CLASS_COUNT};
  for (size_t i = 0; classes[i] != CLASS_COUNT; i++) {
    const struct claim_word *word = word_before(words, classes[i], l, from, end);
    if (word != NULL)
      return end - word->n;
  }
  if (end > from && l->c[end - 1] == ' ')
    return end - 1;
  if (end > from && l->c[end - 1] == ')')
    for (size_t i = end - 1; i > from; i--)
      if (l->c[i - 1] == '(')
        return i - 1;
  return end;
}

static size_t strip_forward(const struct claim_words *words, const struct letters *l, size_t at,
                            size_t to) {
  const struct claim_word *word = at < to ? word_of(words, CLASS_FILLER, l, at) : NULL;
  return word != NULL && at + word->n <= to ? at + word->n : at;
}

/* The terms before the figure: the last ends at `end`, the others stand somewhere before it; *start
 * is where the first begins. */
static bool fits_before(const struct phrase *phrase, const struct letters *l, size_t from,
                        size_t end, size_t *start) {
  for (size_t t = phrase->figure; t > 0; t--) {
    const struct claim_word *term = &phrase->terms[t - 1];
    if (end < from + term->n)
      return false;
    size_t at = end - term->n;
    bool is_last = t == phrase->figure && phrase->kind != PHRASE_TOPIC;
    while (!word_at(l, term, at)) {
      if (at == from || is_last)
        return false;
      at--;
    }
    end = at;
  }
  *start = end;
  return true;
}

static bool fits_behind(const struct claim_words *words, const struct phrase *phrase,
                        const struct letters *l, size_t at, size_t to) {
  for (size_t t = phrase->figure; t < phrase->n; t++) {
    const struct claim_word *term = &phrase->terms[t];
    bool is_bound = t == phrase->figure && phrase->is_near;
    if (is_bound && !word_at(l, term, at))
      at = strip_forward(words, l, at, to);
    while (!word_at(l, term, at)) {
      if (at >= to || is_bound)
        return false;
      at++;
    }
    at += term->n;
    if (at > to)
      return false;
  }
  return true;
}

/* Where the words before a figure may end: at the figure, or before what is stripped off. */
struct ends {
  size_t at[ENDS_MAX];
  size_t n;
};

static struct ends ends_of(const struct claim_words *words, const struct letters *l,
                           struct stretch stretch) {
  struct ends ends = {.n = 1};
  ends.at[0] = stretch.start;
  while (ends.n < ENDS_MAX) {
    size_t last = ends.at[ends.n - 1], next = strip_before(words, l, stretch.from, last);
    if (next == last)
      break;
    ends.at[ends.n++] = next;
  }
  return ends;
}

/* Where the text before `end` ends without a year (2021年, 2021年度) that stands there. */
static size_t strip_year(const struct letters *l, size_t from, size_t end) {
  size_t sign = end > from && l->c[end - 1] == 0x5EA6 ? end - 1 : end; /* 度 */
  if (sign < from + 5 || l->c[sign - 1] != 0x5E74)
    return end;
  for (size_t i = sign - 5; i < sign - 1; i++)
    if (l->c[i] < '0' || l->c[i] > '9')
      return end;
  return sign - 5;
}

/* Does nothing but fillers stand before what goes on about the matter of the clause before? Of
 * 热线办结5件 the subject is another. */
static bool begins_clause(const struct claim_words *words, const struct letters *l, size_t from,
                          size_t start) {
  for (size_t next; start > from; start = next) {
    next = strip_before(words, l, from, start);
    next = next == start ? strip_year(l, from, start) : next;
    if (next == start)
      return false;
  }
  return true;
}

static bool fits(const struct claim_words *words, const struct phrase *phrase,
                 const struct letters *l, struct stretch stretch, const struct ends *ends) {
  if (phrase->figure < phrase->n && !fits_behind(words, phrase, l, stretch.end, stretch.to))
    return false;
  size_t start;
  for (size_t i = 0; i < ends->n; i++)
    if (fits_before(phrase, l, stretch.from, ends->at[i], &start))
      return phrase->kind != PHRASE_THEN || phrase->figure == 0 ||
             begins_clause(words, l, stretch.from, start);
  return false;
}

/* Is it a figure of that unit? One without a unit may be of any. */
static bool unit_fits(const struct claim_words *words, const struct phrase *phrase,
                      const struct figure *f) {
  if (f == NULL || phrase->key.measure < 0)
    return true;
  if (f->is_percent)
    return false;
  if (f->word == NULL)
    return true;
  int unit = words->vocab->measures[phrase->key.measure].unit;
  return (f->word->units >> unit & 1) != 0;
}

/* --- Phrases by the letter before the figure */

bool phrases_index(struct arena *arena, struct claim_words *words) {
  struct phrase_index *index = &words->index;
  index->nblocks = (words->phrases.n + 63) / 64;
  if (index->nblocks > PHRASE_BLOCKS)
    return false;
  index->rows = ARENA_ARRAY(arena, uint64_t, (PHRASE_ANY + 1) * index->nblocks + 1);
  for (size_t i = 0; i < words->phrases.n; i++) {
    const struct phrase *phrase = &words->phrases.at[i];
    size_t row = phrase->ends == 0 ? PHRASE_ANY : phrase->ends & 255;
    index->rows[row * index->nblocks + i / 64] |= (uint64_t)1 << (i % 64);
  }
  return true;
}

/* Those whose words may reach up to one of the ends. */
static void phrases_ending(const struct claim_words *words, const struct letters *l, size_t from,
                           const struct ends *ends, uint64_t *found) {
  const struct phrase_index *index = &words->index;
  for (size_t b = 0; b < index->nblocks; b++)
    found[b] = index->rows[PHRASE_ANY * index->nblocks + b];
  for (size_t i = 0; i < ends->n; i++) {
    size_t row = ends->at[i] > from ? l->c[ends->at[i] - 1] & 255 : PHRASE_ANY;
    for (size_t b = 0; b < index->nblocks; b++)
      found[b] |= index->rows[row * index->nblocks + b];
  }
}

const struct phrase *phrase_find(const struct claim_words *words, const struct letters *l,
                                 struct stretch stretch, const struct figure *f, unsigned kinds) {
  const struct phrase *best = NULL;
  bool is_tied = false;
  uint64_t found[PHRASE_BLOCKS];
  struct ends ends = ends_of(words, l, stretch);
  phrases_ending(words, l, stretch.from, &ends, found);
  for (size_t b = 0; b < words->index.nblocks; b++)
    for (; found[b] != 0; found[b] &= found[b] - 1) {
      const struct phrase *phrase = &words->phrases.at[b * 64 + (size_t)__builtin_ctzll(found[b])];
      if ((kinds >> phrase->kind & 1) == 0 || (best != NULL && phrase->length < best->length) ||
          !unit_fits(words, phrase, f) || !fits(words, phrase, l, stretch, &ends))
        continue;
      bool is_equal = best != NULL && phrase->length == best->length;
      is_tied = is_equal && !str_eq(phrase->key.text, best->key.text);
      if (!is_equal || is_tied || phrase->kind < best->kind)
        best = phrase;
    }
  return is_tied ? NULL : best;
}
