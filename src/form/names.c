/* names: words → measures, dimensions, members (see names.h). */
#include "form/names.h"

#include "base/utf8.h"

#include <string.h>

#define WORD_LIMIT                                                                                 \
  64 /* characters compared for nearness; longer words are no slips of the keys                    \
      */

struct entry {
  struct str skeleton;
  struct meaning meaning;
  bool is_key;
  int next; /* in its bucket, -1 = none */
};

struct name_index {
  struct {
    struct entry *at;
    size_t n, cap;
  } entries;
  int *buckets;
  size_t nbuckets; /* a power of two */
};

static void add(struct arena *arena, struct name_index *index, struct str word,
                struct meaning meaning, bool is_key) {
  struct str forms[2] = {utf8_skeleton(arena, word), utf8_skeleton_unnumbered(arena, word)};
  int nforms = str_eq(forms[0], forms[1]) ? 1 : 2;
  for (int i = 0; i < nforms; i++) {
    if (forms[i].n == 0)
      continue;
    struct entry entry = {forms[i], meaning, is_key, -1};
    ARENA_PUSH(arena, &index->entries, entry);
  }
}

static void add_names(struct arena *arena, struct name_index *index, const struct names *names,
                      struct meaning meaning) {
  add(arena, index, names->key, meaning, true);
  add(arena, index, names->zh, meaning, false);
  add(arena, index, names->en, meaning, false);
  for (size_t i = 0; i < names->nsynonyms; i++)
    add(arena, index, names->synonyms[i], meaning, false);
}

void names_index(struct arena *arena, struct vocab *vocab) {
  struct name_index *index = ARENA_NEW(arena, struct name_index);
  for (int i = 0; i < (int)vocab->nmeasures; i++)
    add_names(arena, index, &vocab->measures[i].names, (struct meaning){MEANS_MEASURE, -1, i});
  for (int d = 0; d < (int)vocab->ndimensions; d++) {
    const struct dimension *dimension = &vocab->dimensions[d];
    add_names(arena, index, &dimension->names, (struct meaning){MEANS_DIMENSION, d, d});
    for (int m = 1; m < (int)dimension->nmembers; m++)
      add_names(arena, index, &dimension->members[m].names, (struct meaning){MEANS_MEMBER, d, m});
  }
  index->nbuckets = 16;
  while (index->nbuckets < index->entries.n * 2)
    index->nbuckets *= 2;
  index->buckets = ARENA_ARRAY(arena, int, index->nbuckets);
  for (size_t i = 0; i < index->nbuckets; i++)
    index->buckets[i] = -1;
  for (size_t i = index->entries.n; i-- > 0;) { /* so that a bucket keeps the order of the form */
    struct entry *entry = &index->entries.at[i];
    size_t bucket = str_hash(entry->skeleton) & (index->nbuckets - 1);
    entry->next = index->buckets[bucket];
    index->buckets[bucket] = (int)i;
  }
  vocab->names = index;
}

static bool is_same(struct meaning a, struct meaning b) {
  return a.kind == b.kind && a.dimension == b.dimension && a.index == b.index;
}

static bool is_listed(const struct meaning *found, size_t n, struct meaning meaning) {
  for (size_t i = 0; i < n; i++)
    if (is_same(found[i], meaning))
      return true;
  return false;
}

uint64_t meaning_forms(const struct vocab *vocab, struct meaning meaning) {
  int form = meaning.kind == MEANS_MEASURE ? vocab->measures[meaning.index].form
                                           : vocab->dimensions[meaning.dimension].form;
  return form < 0 ? ALL_FORMS : (uint64_t)1 << form;
}

/* One pass over the entries called `skeleton`; `keys` asks for keys alone. */
static size_t collect(const struct vocab *vocab, uint64_t forms, struct str skeleton,
                      enum meaning_kind kind, int dimension, bool keys, struct meaning *found,
                      size_t max) {
  const struct name_index *index = vocab->names;
  size_t n = 0;
  for (int i = index->buckets[str_hash(skeleton) & (index->nbuckets - 1)]; i >= 0;
       i = index->entries.at[i].next) {
    const struct entry *entry = &index->entries.at[i];
    if (entry->meaning.kind != kind || (keys && !entry->is_key) ||
        (kind == MEANS_MEMBER && dimension >= 0 && entry->meaning.dimension != dimension) ||
        (meaning_forms(vocab, entry->meaning) & forms) == 0 || !str_eq(entry->skeleton, skeleton) ||
        is_listed(found, n < max ? n : max, entry->meaning))
      continue;
    if (n < max)
      found[n] = entry->meaning;
    n++;
  }
  return n;
}

size_t names_find(const struct vocab *vocab, enum meaning_kind kind, int dimension, struct str word,
                  struct meaning *found, size_t max) {
  return names_find_of(vocab, ALL_FORMS, kind, dimension, word, found, max);
}

size_t names_find_of(const struct vocab *vocab, uint64_t forms, enum meaning_kind kind,
                     int dimension, struct str word, struct meaning *found, size_t max) {
  struct arena scratch = {0};
  size_t n = 0, dot = str_find(word, STR("."));
  if (kind == MEANS_MEMBER && dot > 0 && dot < word.n) {
    struct meaning outer;
    if (names_find_of(vocab, forms, MEANS_DIMENSION, -1, str_sub(word, 0, dot), &outer, 1) == 1 &&
        (dimension < 0 || dimension == outer.index))
      n = names_find_of(vocab, forms, kind, outer.index, str_sub(word, dot + 1, word.n), found,
                        max);
  }
  struct str spelt[2] = {utf8_skeleton(&scratch, word), utf8_skeleton_unnumbered(&scratch, word)};
  for (int pass = 0; pass < 4 && n == 0; pass++)
    if (spelt[pass / 2].n > 0)
      n = collect(vocab, forms, spelt[pass / 2], kind, dimension, pass % 2 == 0, found, max);
  arena_free(&scratch);
  return n;
}

size_t edit_distance(struct str a, struct str b, size_t limit) {
  uint32_t x[WORD_LIMIT], y[WORD_LIMIT];
  size_t n = 0, m = 0, length;
  for (size_t i = 0; i < a.n && n < WORD_LIMIT; i += length)
    x[n++] = utf8_at(str_sub(a, i, a.n), &length);
  for (size_t i = 0; i < b.n && m < WORD_LIMIT; i += length)
    y[m++] = utf8_at(str_sub(b, i, b.n), &length);
  if ((n > m ? n - m : m - n) > limit)
    return limit + 1;
  size_t rows[3][WORD_LIMIT + 1];
  for (size_t j = 0; j <= m; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= n; i++) {
    size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= m; j++) {
      size_t best = above[j - 1] + (x[i - 1] != y[j - 1]);
      if (above[j] + 1 < best)
        best = above[j] + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      bool is_swap = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
      if (is_swap && two_above[j - 2] + 1 < best)
        best = two_above[j - 2] + 1;
      row[j] = best;
    }
  }
  return rows[n % 3][m];
}

/* How far `word` is from `name`: 0 … near; SIZE_MAX = not near. */
static size_t nearness(struct str word, struct str name) {
  size_t length = utf8_length(word), limit = length / 3 > 1 ? length / 3 : 1;
  if (word.n == 0 || name.n == 0 || length > WORD_LIMIT)
    return SIZE_MAX;
  bool is_chinese = (unsigned char)word.p[0] >= 0x80;
  if (is_chinese && (str_contains(name, word) || (length > 1 && str_contains(word, name))))
    return 0;
  if (!is_chinese && word.n >= 3 && str_starts(name, word))
    return 1;
  size_t distance = edit_distance(word, name, limit);
  return distance <= limit && distance < length ? distance : SIZE_MAX;
}

/* Keeps the three nearest, the earlier first among equals. */
struct near_list {
  struct str words[3];
  size_t distance[3];
  size_t n;
};

static void near_add(struct near_list *list, struct str word, size_t distance) {
  if (distance == SIZE_MAX)
    return;
  for (size_t i = 0; i < list->n; i++) {
    if (!str_eq(list->words[i], word))
      continue;
    if (list->distance[i] <= distance)
      return;
    list->n--;
    for (size_t k = i; k < list->n; k++) {
      list->words[k] = list->words[k + 1];
      list->distance[k] = list->distance[k + 1];
    }
  }
  size_t at = list->n;
  while (at > 0 && list->distance[at - 1] > distance)
    at--;
  if (at >= 3)
    return;
  if (list->n < 3)
    list->n++;
  for (size_t k = list->n - 1; k > at; k--) {
    list->words[k] = list->words[k - 1];
    list->distance[k] = list->distance[k - 1];
  }
  list->words[at] = word;
  list->distance[at] = distance;
}

/* How many are as near as the nearest. */
static size_t nearest(const struct near_list *list) {
  size_t n = 0;
  while (n < list->n && list->distance[n] == list->distance[0])
    n++;
  return n;
}

size_t names_near(struct arena *arena, const struct vocab *vocab, enum meaning_kind kind,
                  int dimension, struct str word, struct str near[3]) {
  return names_near_of(arena, vocab, ALL_FORMS, kind, dimension, word, near);
}

size_t names_near_of(struct arena *arena, const struct vocab *vocab, uint64_t forms,
                     enum meaning_kind kind, int dimension, struct str word, struct str near[3]) {
  struct near_list list = {.n = 0};
  struct str skeleton = utf8_skeleton(arena, word);
  for (size_t i = 0; i < vocab->names->entries.n; i++) {
    const struct entry *entry = &vocab->names->entries.at[i];
    if (entry->meaning.kind == kind && (meaning_forms(vocab, entry->meaning) & forms) != 0 &&
        (kind != MEANS_MEMBER || dimension < 0 || entry->meaning.dimension == dimension))
      near_add(&list, meaning_key(arena, vocab, entry->meaning),
               nearness(skeleton, entry->skeleton));
  }
  memcpy(near, list.words, sizeof list.words);
  return nearest(&list);
}

size_t words_near(struct arena *arena, const struct str *words, size_t nwords, struct str word,
                  struct str near[3]) {
  struct near_list list = {.n = 0};
  struct str folded = utf8_fold(arena, word);
  for (size_t i = 0; i < nwords; i++)
    near_add(&list, words[i], nearness(folded, utf8_fold(arena, words[i])));
  memcpy(near, list.words, sizeof list.words);
  return nearest(&list);
}

const struct names *meaning_names(const struct vocab *vocab, struct meaning meaning) {
  switch (meaning.kind) {
  case MEANS_MEASURE:
    return &vocab->measures[meaning.index].names;
  case MEANS_DIMENSION:
    return &vocab->dimensions[meaning.index].names;
  case MEANS_MEMBER:
    break;
  }
  return &vocab->dimensions[meaning.dimension].members[meaning.index].names;
}

struct str meaning_key(struct arena *arena, const struct vocab *vocab, struct meaning meaning) {
  struct str key = meaning_names(vocab, meaning)->key;
  if (meaning.kind != MEANS_MEMBER)
    return key;
  struct meaning found[2];
  if (collect(vocab, ALL_FORMS, utf8_skeleton(arena, key), MEANS_MEMBER, -1, true, found, 2) == 1)
    return key;
  return str_fmt(arena, "%.*s.%.*s", STR_ARG(vocab->dimensions[meaning.dimension].names.key),
                 STR_ARG(key));
}
