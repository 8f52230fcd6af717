/* claim_letters: sentences as letters, and words in them (see claim_words.h).
 *
 * Nearly every letter of a narrative begins none of the words that matter. A table says so of each
 * character at one look, and holds its folded form with it.
 */
#include "base/utf8.h"
#include "form/claim_words.h"

#define CHARACTERS 0x10000 /* those behind are rare: they are folded one by one */

struct letter_table {
  struct letter {
    uint32_t kinds;
    uint16_t folded;
  } of[CHARACTERS];
  uint32_t behind; /* the kinds of any character behind those */
};

/* As utf8_fold_one, but 、 stays apart from the comma, which ends a clause. */
uint32_t letter_folded(uint32_t c) {
  return c == 0x3001 ? c : utf8_fold_one(c);
}

/* --- The table */

static void begin(struct letter_table *table, const struct claim_word *word, uint32_t kind) {
  if (word->n == 0)
    return;
  if (word->c[0] < CHARACTERS)
    table->of[word->c[0]].kinds |= kind;
  else
    table->behind |= kind;
}

static uint32_t own_kinds(uint32_t c) {
  return (utf8_is_han(c) ? LETTER_HAN : 0) | (utf8_is_blank(c) ? LETTER_BLANK : 0) |
         (utf8_ascii_twin(c) == '(' ? LETTER_BRACKET : 0);
}

struct letter_table *letter_table_new(struct arena *arena, const struct claim_words *words) {
  struct letter_table *table = ARENA_NEW(arena, struct letter_table);
  const uint32_t own = LETTER_HAN | LETTER_BLANK | LETTER_BRACKET;
  for (int class = 0; class < CLASS_COUNT; class ++)
    for (size_t i = 0; i < words->of[class].n; i++)
      begin(table, &words->of[class].at[i], 1u << class);
  for (size_t d = 0; d < words->denials.n; d++)
    for (size_t c = 0; c < words->denials.at[d].ncues; c++)
      begin(table, &words->denials.at[d].cues[c], LETTER_DENIAL);
  for (uint32_t c = 0; c < CHARACTERS; c++)
    table->of[c].kinds |= (letter_counts(c) ? LETTER_NUMERAL : 0) |
                          (letter_marks(c) ? LETTER_MARK : 0) | (letter_stops(c) ? LETTER_STOP : 0);
  /* What folds to another letter is of its kinds; words are folded already. */
  for (uint32_t c = 0; c < CHARACTERS; c++)
    table->of[c].folded = (uint16_t)letter_folded(c);
  for (uint32_t c = 0; c < CHARACTERS; c++)
    if (table->of[c].folded != c)
      table->of[c].kinds = table->of[table->of[c].folded].kinds & ~own;
  for (uint32_t c = 0; c < CHARACTERS; c++)
    table->of[c].kinds |= own_kinds(c);
  return table;
}

/* --- Letters */

static void make_room(struct arena *arena, struct letters *l, size_t n) {
  if (n <= l->cap)
    return;
  l->cap = n * 2;
  l->c = ARENA_ARRAY(arena, uint32_t, l->cap);
  l->kinds = ARENA_ARRAY(arena, uint32_t, l->cap);
  l->at = ARENA_ARRAY(arena, uint32_t, l->cap);
  l->past = ARENA_ARRAY(arena, uint32_t, l->cap);
}

/* Passes over blanks from `at` on; *next is the character behind them, 0 at the end. */
static size_t skip_blanks(struct str s, size_t at, bool *has_newline, uint32_t *next) {
  size_t length;
  *has_newline = false;
  for (; at < s.n && utf8_is_blank(*next = utf8_at(str_sub(s, at, s.n), &length)); at += length)
    *has_newline = *has_newline || *next == '\n';
  *next = at < s.n ? *next : 0;
  return at;
}

void letters_of(struct arena *arena, const struct letter_table *table, struct str text,
                struct span sentence, struct letters *l) {
  struct str s = str_sub(text, sentence.start, sentence.end);
  make_room(arena, l, s.n + 1);
  l->n = 0;
  l->any = 0;
  bool after_han = false; /* or at the start, for blanks */
  for (size_t i = 0, length; i < s.n; i += length) {
    struct str rest = {s.p + i, s.n - i};
    uint32_t c = utf8_at(rest, &length);
    uint32_t kinds = c < CHARACTERS ? table->of[c].kinds : table->behind | own_kinds(c);
    size_t pinyin = after_han && (kinds & LETTER_BRACKET) != 0 ? utf8_pinyin(rest) : 0;
    if (pinyin > 0) {
      length = pinyin;
      continue;
    }
    if ((kinds & LETTER_BLANK) != 0) {
      uint32_t next;
      bool has_newline;
      length = skip_blanks(s, i, &has_newline, &next) - i;
      if (has_newline || after_han || l->n == 0 || next == 0 || utf8_is_han(next))
        continue; /* 30 and 0 of a broken line are 300 */
      c = ' ';
      kinds = table->of[' '].kinds;
    }
    after_han = (kinds & LETTER_HAN) != 0;
    l->at[l->n] = (uint32_t)(sentence.start + i);
    l->past[l->n] = (uint32_t)(sentence.start + i + length);
    l->kinds[l->n] = kinds;
    l->c[l->n++] = c < CHARACTERS ? table->of[c].folded : letter_folded(c);
    l->any |= kinds;
  }
}

/* --- Words */

/* Behind the last of those that begin or end as it does. */
static void link(struct word_list *list, uint16_t *first, bool by_end) {
  while (*first != 0)
    first = by_end ? &list->at[*first - 1].next_ending : &list->at[*first - 1].next_beginning;
  *first = (uint16_t)list->n;
}

bool word_add(struct arena *arena, struct word_list *list, struct claim_word word) {
  if (list->n >= UINT16_MAX)
    return false;
  ARENA_PUSH(arena, list, word);
  if (word.n > 0) {
    link(list, &list->beginning[word.c[0] & 255], false);
    link(list, &list->ending[word.c[word.n - 1] & 255], true);
  }
  return true;
}

bool word_at(const struct letters *l, const struct claim_word *word, size_t at) {
  if (word->n == 0 || at + word->n > l->n)
    return false;
  for (size_t i = 0; i < word->n; i++)
    if (l->c[at + i] != word->c[i])
      return false;
  return true;
}

const struct claim_word *word_beginning(const struct claim_words *words, enum word_class class,
                                        const struct letters *l, size_t at) {
  const struct claim_word *best = NULL;
  const struct word_list *list = &words->of[class];
  for (uint16_t next = list->beginning[l->c[at] & 255]; next != 0;) {
    const struct claim_word *word = &list->at[next - 1];
    if ((best == NULL || word->n > best->n) && word_at(l, word, at))
      best = word;
    next = word->next_beginning;
  }
  return best;
}

const struct claim_word *word_before(const struct claim_words *words, enum word_class class,
                                     const struct letters *l, size_t from, size_t end) {
  const struct claim_word *best = NULL;
  const struct word_list *list = &words->of[class];
  if (end <= from)
    return NULL;
  for (uint16_t next = list->ending[l->c[end - 1] & 255]; next != 0;) {
    const struct claim_word *word = &list->at[next - 1];
    if (end >= from + word->n && (best == NULL || word->n > best->n) &&
        word_at(l, word, end - word->n))
      best = word;
    next = word->next_ending;
  }
  return best;
}

const struct claim_word *word_in(const struct claim_words *words, enum word_class class,
                                 const struct letters *l, size_t from, size_t to, size_t *at) {
  if ((l->any >> class & 1) == 0)
    return NULL;
  for (size_t i = from; i < to; i++) {
    const struct claim_word *word = word_of(words, class, l, i);
    if (word == NULL || i + word->n > to)
      continue;
    if (at != NULL)
      *at = i;
    return word;
  }
  return NULL;
}
