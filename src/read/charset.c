/* charset: bytes in whatever character set → UTF-8 (see charset.h). */
#include "read/charset.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <uchardet.h>

#define DECLARED_IN 4096   /* bytes; the standard says that a page declares its set in 1024 */
#define DETECTED_IN 262144 /* bytes; detection is sure long before */

static const char gb18030[] = "GB18030";
static const char big5[] = "BIG5-HKSCS";
static const char utf16[] = "UTF-16";

/* --- UTF-8 */

size_t charset_invalid(struct str s) {
  size_t i = 0;
  while (i < s.n) {
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80 && c != 0) {
      i++;
    } else if (c >= 0xE1 && c <= 0xEC && s.n - i >= 3 &&
               ((unsigned char)s.p[i + 1] & 0xC0) == 0x80 &&
               ((unsigned char)s.p[i + 2] & 0xC0) == 0x80) {
      i += 3;
    } else {
      struct str rest = str_sub(s, i, s.n < i + 4 ? s.n : i + 4);
      size_t length;
      if (c == 0 || (utf8_at(rest, &length) == 0xFFFD && length == 1))
        return i;
      i += length;
    }
  }
  return s.n;
}

/* A character that Chinese text is made of, ASCII apart. */
static bool is_usual(uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x3000 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF5E);
}

/* Is it UTF-8 with some bytes damaged? In text of another set hardly three bytes in a row look like
 * a usual character of UTF-8. */
static bool is_damaged_utf8(struct str s) {
  size_t inside = 0, outside = 0, length;
  for (size_t i = 0; i < s.n; i += length) {
    length = 1;
    if ((unsigned char)s.p[i] < 0x80)
      continue;
    if (is_usual(utf8_at(str_sub(s, i, s.n), &length)))
      inside += length;
    else
      outside += length;
  }
  return inside > outside;
}

static bool is_wide(struct str bytes) {
  return str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF"));
}

/* --- Conversion */

/* Converts to UTF-8. What cannot be converted becomes U+FFFD; `*bad` counts it, `*first` is the
 * offset of the first such byte, `*place` where it would stand in what is returned. */
struct conversion {
  size_t bad, first, place;
  bool is_cut; /* the bytes end inside a character: that, the first bad one, is all that is wrong */
};

static struct str convert(struct arena *arena, struct str bytes, const char *charset,
                          struct conversion *done) {
  *done = (struct conversion){0, bytes.n, 0, false};
  iconv_t way = iconv_open("UTF-8", charset);
  if (way == (iconv_t)-1) {
    done->bad = bytes.n;
    return bytes;
  }
  struct sbuf out = {.arena = arena};
  char *in = (char *)(uintptr_t)bytes.p; /* iconv only reads it */
  size_t left = bytes.n;
  while (left > 0) {
    char buffer[8192], *to = buffer;
    size_t room = sizeof buffer;
    size_t result = iconv(way, &in, &left, &to, &room);
    int error = errno;
    sbuf_add(&out, (struct str){buffer, sizeof buffer - room});
    if (result == (size_t)-1 && error != E2BIG) {
      if (error == EINVAL && done->bad == 0)
        done->is_cut = true;
      if (done->bad++ == 0) {
        done->first = bytes.n - left;
        done->place = out.n;
      }
      utf8_put(&out, 0xFFFD);
      in++;
      left--;
    }
  }
  iconv_close(way);
  return sbuf_str(&out);
}

/* --- Detection */

/* What uchardet says of the bytes, if it is a set of Chinese text; else NULL. */
static const char *detect(struct str bytes) {
  static const struct {
    const char *name, *charset;
  } sets[] = {{"GB18030", gb18030}, {"GBK", gb18030}, {"GB2312", gb18030}, {"BIG5", big5}};
  const char *charset = NULL;
  uchardet_t detector = uchardet_new();
  if (detector == NULL)
    return NULL;
  if (uchardet_handle_data(detector, bytes.p, bytes.n < DETECTED_IN ? bytes.n : DETECTED_IN) == 0) {
    uchardet_data_end(detector);
    const char *name = uchardet_get_charset(detector);
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++)
      if (strcasecmp(name, sets[i].name) == 0)
        charset = sets[i].charset;
  }
  uchardet_delete(detector);
  return charset;
}

/* Are the characters outside ASCII those of Chinese text? */
static bool is_chinese(struct str text) {
  size_t chinese = 0, other = 0, length;
  for (size_t i = 0; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    if (c < 0x80)
      continue;
    chinese += is_usual(c);
    other += !is_usual(c);
  }
  return chinese > 9 * other;
}

/* Can the bytes be Chinese text in this set? */
static bool fits(struct arena *scratch, struct str bytes, const char *charset) {
  struct arena_mark mark = arena_mark(scratch);
  struct conversion done;
  struct str sample = str_sub(bytes, 0, DETECTED_IN);
  struct str text = convert(scratch, sample, charset, &done);
  bool is_cut = sample.n < bytes.n && done.first + 4 > sample.n;
  bool is_text =
      (done.bad == 0 || is_cut) && is_chinese(str_sub(text, 0, done.bad ? done.place : text.n));
  arena_rewind(scratch, mark);
  return is_text;
}

/* The set of bytes that are not UTF-8 and declare none; NULL when it is not certain. Detection errs
 * on short texts, where it finds sets that nobody here writes. */
static const char *guess(struct arena *scratch, struct str bytes) {
  if (is_wide(bytes))
    return utf16;
  if (memchr(bytes.p, '\0', bytes.n) != NULL || is_damaged_utf8(bytes))
    return NULL;
  const char *charset = detect(bytes);
  return charset != NULL ? charset : fits(scratch, bytes, gb18030) ? gb18030 : NULL;
}

/* --- Text */

/* Says which byte does not belong to the set, at its place in the converted text. */
static bool report_byte(struct str bytes, const char *charset, struct str text,
                        const struct conversion *done, struct diags *diags) {
  /* The text is the arena's, the message outlives it: keep what shows the place. */
  struct source *source = ARENA_NEW(diags->arena, struct source);
  if (diags->source != NULL)
    source->name = str_copy(diags->arena, diags->source->name);
  const char *end = memchr(text.p + done->place, '\n', text.n - done->place);
  size_t keep = end != NULL ? (size_t)(end - text.p) : text.n;
  if (keep > done->place + 200)
    keep = done->place + 200;
  source->text = str_copy(diags->arena, str_sub(text, 0, keep));
  source->first_line = 1;
  const struct source *before = diags->source;
  diags->source = source;
  diag_add(diags, DIAG_FILE, (struct span){(uint32_t)done->place, (uint32_t)done->place + 1},
           "byte 0x%02X is not %s", (unsigned char)bytes.p[done->first], charset);
  diag_hint(diags, "save the file as UTF-8");
  diags->source = before;
  return false;
}

/* Does the text end inside the character of UTF-8 that begins at `at`? */
static bool is_cut_at(struct str bytes, size_t at) {
  unsigned char first = (unsigned char)bytes.p[at];
  size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || bytes.n - at >= length)
    return false;
  for (size_t i = at + 1; i < bytes.n; i++)
    if (((unsigned char)bytes.p[i] & 0xC0) != 0x80)
      return false;
  return true;
}

bool charset_text(struct arena *arena, struct str bytes, struct str *text, struct diags *diags) {
  size_t invalid = charset_invalid(bytes);
  *text = bytes;
  if (invalid == bytes.n)
    return true;
  if (is_cut_at(bytes, invalid)) {
    *text = str_sub(bytes, 0, invalid);
    return true;
  }
  const char *charset = guess(arena, bytes);
  if (charset == NULL)
    return true;
  struct conversion done;
  *text = convert(arena, bytes, charset, &done);
  if (done.is_cut)
    *text = str_sub(*text, 0, done.place);
  return done.bad == 0 || done.is_cut || report_byte(bytes, charset, *text, &done, diags);
}

/* --- Pages */

static bool contains_word(struct str head, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= head.n; i++)
    if (strncasecmp(head.p + i, word, n) == 0)
      return true;
  return false;
}

/* The set that a page declares; NULL if none that its bytes can be in. */
static const char *declared(struct str bytes) {
  struct str head = str_sub(bytes, 0, DECLARED_IN);
  for (size_t i = 0; i + 8 < head.n; i++) {
    if (strncasecmp(head.p + i, "charset", 7) != 0 && strncasecmp(head.p + i, "encoding", 8) != 0)
      continue;
    struct str word = str_sub(head, i + 7, i + 7 + 16);
    if (contains_word(word, "gb2312") || contains_word(word, "gbk") ||
        contains_word(word, "gb18030"))
      return gb18030;
    if (contains_word(word, "big5"))
      return big5;
  }
  return NULL;
}

struct str charset_page(struct arena *arena, struct str bytes) {
  struct conversion done;
  if (str_starts(bytes, STR("\xEF\xBB\xBF")))
    bytes = str_sub(bytes, 3, bytes.n);
  if (is_wide(bytes))
    return convert(arena, bytes, utf16, &done);
  if (charset_invalid(bytes) == bytes.n)
    return bytes;
  if (is_damaged_utf8(bytes))
    return convert(arena, bytes, "UTF-8", &done);
  const char *charset = declared(bytes);
  if (charset == NULL)
    charset = guess(arena, bytes);
  return convert(arena, bytes, charset != NULL ? charset : gb18030, &done);
}

/* --- Names */

struct str charset_name(struct arena *arena, struct str bytes) {
  struct conversion done;
  struct str text = bytes;
  if (charset_invalid(bytes) < bytes.n)
    text = convert(arena, bytes, gb18030, &done);
  text = str_copy(arena, text);
  for (size_t i = 0; i < text.n; i++)
    if ((unsigned char)text.p[i] < 0x20 || text.p[i] == 0x7F)
      ((char *)(uintptr_t)text.p)[i] = '?';
  return text;
}
