/* say: an English text → the same for Chinese readers (see say.h). A table of some hundred pairs,
 * found by hash.
 */
#include "base/say.h"

#include <inttypes.h>

struct pair {
  struct str english, said;
  size_t next; /* in its bucket: index + 1; 0: none */
};

struct says {
  struct {
    struct pair *at;
    size_t n, cap;
  } pairs;
  size_t *buckets; /* index + 1 */
  size_t nbuckets; /* a power of two */
};

/* Words stand side by side, as names do; a sentence is parted from its translation. */
static struct str both_of(struct arena *arena, struct str english, struct str chinese) {
  bool is_word = str_find(english, STR(" ")) == english.n;
  return str_fmt(arena, "%.*s%s%.*s", STR_ARG(chinese), is_word ? " " : " / ", STR_ARG(english));
}

static void read_pairs(struct arena *arena, struct says *says, struct str text, bool both) {
  struct str english = {0};
  while (text.n > 0) {
    size_t end = str_find(text, STR("\n"));
    struct str line = str_sub(text, 0, end), words = str_trim(line);
    text = str_sub(text, end < text.n ? end + 1 : end, text.n);
    if (words.n == 0 || words.p[0] == '#')
      continue;
    if (line.p[0] != ' ') {
      english = words;
      continue;
    }
    struct pair pair = {english, both ? both_of(arena, english, words) : words, 0};
    ARENA_PUSH(arena, &says->pairs, pair);
  }
}

const struct says *says_read(struct arena *arena, struct str text, bool both) {
  struct says *says = ARENA_NEW(arena, struct says);
  read_pairs(arena, says, text, both);
  for (says->nbuckets = 16; says->nbuckets < says->pairs.n * 2;)
    says->nbuckets *= 2;
  says->buckets = ARENA_ARRAY(arena, size_t, says->nbuckets);
  for (size_t i = says->pairs.n; i-- > 0;) {
    size_t bucket = str_hash(says->pairs.at[i].english) & (says->nbuckets - 1);
    says->pairs.at[i].next = says->buckets[bucket];
    says->buckets[bucket] = i + 1;
  }
  return says;
}

const char *says_language(const struct says *says) {
  return says != NULL ? "zh" : "en";
}

struct str say_word(const struct says *says, struct str word) {
  if (says == NULL)
    return STR("");
  size_t at = says->buckets[str_hash(word) & (says->nbuckets - 1)];
  while (at > 0 && !str_eq(says->pairs.at[at - 1].english, word))
    at = says->pairs.at[at - 1].next;
  return at > 0 ? says->pairs.at[at - 1].said : STR("");
}

struct str say(const struct says *says, const char *english) {
  struct str said = say_word(says, str_from_z(english));
  return said.n > 0 ? said : str_from_z(english);
}

struct str say_with(struct arena *arena, const struct says *says, const char *english,
                    const struct str *texts, size_t n) {
  struct str said = say(says, english);
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < said.n;) {
    size_t which = i + 2 < said.n && said.p[i] == '{' && said.p[i + 2] == '}'
                       ? (size_t)(unsigned char)said.p[i + 1] - '0'
                       : 0;
    if (which >= 1 && which <= n) {
      sbuf_add(&b, texts[which - 1]);
      i += 3;
    } else {
      sbuf_add_char(&b, said.p[i++]);
    }
  }
  return sbuf_str(&b);
}

struct str say_number(struct arena *arena, int64_t number) {
  return str_fmt(arena, "%" PRId64, number);
}
