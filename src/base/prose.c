/* prose: running text: its sentences, and where words stand in it (see prose.h).
 *
 * A word is looked for in the text as it is, without folding it first: for each of its characters
 * all spellings are known beforehand, and the last byte of its first character, which is rare
 * enough in Chinese, says where a closer look is worth it.
 */
#include "base/prose.h"

#include "base/utf8.h"

#include <string.h>

/* Letters of a line from which on it may have been broken by the page; headings have fewer. */
#define WRAPPED 24
#define SPELLINGS 12 /* of one character; the most that any has is 5 */

static struct str rest(struct str text, size_t from) {
  return (struct str){text.p + from, text.n - from};
}

/* Passes over blanks. */
static size_t skip_blanks(struct str text, size_t at) {
  size_t length;
  while (at < text.n && utf8_is_blank(utf8_at(rest(text, at), &length)))
    at += length;
  return at;
}

/* --- The folded form */

struct folding {
  struct sbuf text;
  struct {
    uint32_t *at;
    size_t n, cap;
  } origins;
  bool has_origins;
};

static void add(struct folding *f, uint32_t c, size_t origin) {
  size_t before = f->text.n;
  utf8_put(&f->text, c);
  for (; f->has_origins && before < f->text.n; before++)
    ARENA_PUSH(f->text.arena, &f->origins, (uint32_t)origin);
}

struct str prose_fold(struct arena *arena, struct str text, uint32_t **origins) {
  struct folding f = {.text = {.arena = arena}, .has_origins = origins != NULL};
  uint32_t before = 0x4E00; /* as if a Han character stood before: no blank begins the text */
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(rest(text, i), &length);
    if (utf8_is_blank(c)) {
      size_t next = skip_blanks(text, i), ignored;
      uint32_t after = next < text.n ? utf8_at(rest(text, next), &ignored) : 0x4E00;
      if (!utf8_is_han(before) && !utf8_is_han(after))
        add(&f, ' ', i);
      length = next - i;
      continue;
    }
    add(&f, utf8_fold_one(c), i);
    before = c;
  }
  if (origins != NULL) {
    ARENA_PUSH(arena, &f.origins, (uint32_t)text.n);
    *origins = f.origins.at;
  }
  return sbuf_str(&f.text);
}

/* --- Words */

/* A character of a word: the bytes of all that are written for it. A blank has none. */
struct letter {
  bool is_han;
  size_t n;
  struct {
    char bytes[4];
    uint8_t length;
  } spellings[SPELLINGS];
};

struct prose_word {
  struct str text;
  struct letter *letters;
  size_t n;
  bool ends_first[256]; /* last bytes of the spellings of the first letter */
};

static struct letter make_letter(struct arena *arena, uint32_t c) {
  struct letter letter = {.is_han = utf8_is_han(c)};
  uint32_t spellings[SPELLINGS];
  size_t n = c == ' ' ? 0 : utf8_unfold_one(c, spellings, SPELLINGS);
  for (size_t i = 0; i < n && i < SPELLINGS; i++) {
    struct sbuf bytes = {.arena = arena};
    utf8_put(&bytes, spellings[i]);
    letter.spellings[i].length = (uint8_t)bytes.n;
    memcpy(letter.spellings[i].bytes, bytes.at, bytes.n);
    letter.n = i + 1;
  }
  return letter;
}

struct prose_word *prose_word_new(struct arena *arena, struct str word) {
  struct str text = prose_fold(arena, word, NULL);
  if (text.n == 0)
    return NULL;
  struct prose_word *w = ARENA_NEW(arena, struct prose_word);
  w->text = text;
  w->letters = ARENA_ARRAY(arena, struct letter, utf8_length(text));
  for (size_t i = 0, length; i < text.n; i += length)
    w->letters[w->n++] = make_letter(arena, utf8_at(rest(text, i), &length));
  for (size_t i = 0; i < w->letters[0].n; i++) {
    uint8_t length = w->letters[0].spellings[i].length;
    w->ends_first[(unsigned char)w->letters[0].spellings[i].bytes[length - 1]] = true;
  }
  return w;
}

struct str prose_word_text(const struct prose_word *word) {
  return word->text;
}

/* The length of the spelling of the letter that stands at `at`; 0 when none does. */
static size_t spelling_at(const struct letter *letter, struct str text, size_t at) {
  for (size_t i = 0; i < letter->n; i++) {
    size_t length = letter->spellings[i].length;
    if (text.n - at >= length && memcmp(text.p + at, letter->spellings[i].bytes, length) == 0)
      return length;
  }
  return 0;
}

/* Where the word ends when its second letter begins at `at` or behind blanks there; 0 when
 * something else stands there. */
static size_t match_rest(const struct prose_word *word, struct str text, size_t at) {
  for (size_t k = 1; k < word->n; k++) {
    const struct letter *letter = &word->letters[k];
    bool is_blank = letter->n == 0;
    size_t behind = skip_blanks(text, at);
    if (is_blank ? behind == at : behind > at && !letter->is_han && !word->letters[k - 1].is_han)
      return 0;
    size_t length = is_blank ? 0 : spelling_at(letter, text, behind);
    if (!is_blank && length == 0)
      return 0;
    at = behind + length;
  }
  return at;
}

size_t prose_find(const struct prose_word *word, struct str text, size_t from, size_t *end) {
  const struct letter *first = &word->letters[0];
  for (size_t i = from; i < text.n; i++) {
    if (!word->ends_first[(unsigned char)text.p[i]])
      continue;
    for (size_t s = 0; s < first->n; s++) {
      size_t length = first->spellings[s].length;
      if (i + 1 < from + length ||
          memcmp(text.p + i + 1 - length, first->spellings[s].bytes, length) != 0)
        continue;
      *end = match_rest(word, text, i + 1);
      if (*end > 0)
        return i + 1 - length;
    }
  }
  *end = text.n;
  return text.n;
}

/* --- Sentences */

static bool is_numeral(uint32_t c) {
  static const uint32_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  for (size_t i = 0; i < sizeof han / sizeof han[0]; i++)
    if (c == han[i])
      return true;
  return c >= '0' && c <= '9';
}

/* （一） 一、 1. at the start of a line begin something new; 1.2 does not. */
static bool is_item(struct str line) {
  size_t length, numerals = 0;
  uint32_t c = utf8_ascii_twin(utf8_at(line, &length));
  bool has_bracket = c == '(';
  size_t at = has_bracket ? length : 0;
  for (; is_numeral(c = utf8_at(rest(line, at), &length)); at += length)
    numerals++;
  uint32_t next = utf8_at(rest(line, at + length), &length);
  uint32_t twin = utf8_ascii_twin(c);
  if (numerals == 0 || numerals > 3)
    return false;
  return has_bracket ? twin == ')' : c == 0x3001 || (twin == '.' && !is_numeral(next));
}

static bool ends_saying(uint32_t c) {
  uint32_t twin = utf8_ascii_twin(c);
  return c == 0x3002 || twin == '!' || twin == '?' || twin == ';' || twin == ':';
}

/* The character that ends where `end` is, and where it begins. */
static uint32_t before(struct str text, size_t end, size_t *start) {
  size_t length;
  *start = end - 1;
  while (*start > 0 && end - *start < 4 && ((unsigned char)text.p[*start] & 0xC0) == 0x80)
    --*start;
  uint32_t c = utf8_at(rest(text, *start), &length);
  if (*start + length == end)
    return c;
  *start = end - 1; /* a byte that is not UTF-8 */
  return 0xFFFD;
}

/* The last character in start .. end that is no blank; 0: there is none. */
static uint32_t last_letter(struct str text, size_t start, size_t end) {
  for (size_t at; end > start; end = at) {
    uint32_t c = before(text, end, &at);
    if (!utf8_is_blank(c))
      return c;
  }
  return 0;
}

static bool is_long(struct str line) {
  size_t letters = 0;
  for (size_t i = 0, length; i < line.n && letters < WRAPPED; i += length)
    letters += !utf8_is_blank(utf8_at(rest(line, i), &length));
  return letters >= WRAPPED;
}

/* Has the page broken a sentence here, at a newline? The line is then as long as a page is wide, no
 * mark ends it, and the next begins nothing new. */
static bool is_wrapped(struct str text, size_t newline) {
  size_t start = newline;
  while (start > 0 && text.p[start - 1] != '\n')
    start--;
  if (ends_saying(last_letter(text, start, newline)) || !is_long(str_sub(text, start, newline)))
    return false;
  size_t next = skip_blanks(text, newline + 1);
  bool has_gap = str_find(str_sub(text, newline + 1, next), STR("\n")) < next - newline - 1;
  return next < text.n && !has_gap && !is_item(rest(text, next));
}

/* Where the mark that begins at `at` ends, if it may end a sentence; else 0. */
static size_t mark_end(struct str text, size_t at) {
  const char *p = text.p + at;
  size_t left = text.n - at;
  if (*p == '\n' || *p == '!' || *p == '?')
    return at + 1;
  bool is_mark =
      left >= 3 && (memcmp(p, "。", 3) == 0 || memcmp(p, "！", 3) == 0 || memcmp(p, "？", 3) == 0);
  return is_mark ? at + 3 : 0;
}

size_t prose_sentence_end(struct str text, size_t from) {
  /* The first bytes of marks; no other character holds one of them but at its beginning. */
  static const bool begins[256] = {
      ['\n'] = true, ['!'] = true, ['?'] = true, [0xE3] = true, [0xEF] = true};
  for (size_t i = from; i < text.n; i++) {
    size_t end = begins[(unsigned char)text.p[i]] ? mark_end(text, i) : 0;
    if (end > 0 && !(text.p[i] == '\n' && is_wrapped(text, i)))
      return end;
  }
  return text.n;
}

static bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void prose_add_line(struct sbuf *b, struct str text) {
  for (size_t i = 0; i < text.n; i++) {
    char c = text.p[i];
    if (c == '\t' || c == '\r')
      c = ' ';
    if (c != '\n')
      sbuf_add_char(b, c);
    else if (i > 0 && i + 1 < text.n && is_latin(text.p[i - 1]) && is_latin(text.p[i + 1]))
      sbuf_add_char(b, ' ');
  }
}
