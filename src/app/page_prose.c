/* page_prose: the comments of a script → headings, paragraphs and lists of its page (see page.h).
 *
 *   # Words, and more of them          a paragraph; the lines of one are joined
 *   #                                  parts two
 *   ## Title,  -- # Title              behind its sign a comment reads as Markdown does: a heading
 *   ### Section,  -- ## Section        of level 1 is the page's title
 *   # - an item                        a list
 *   # -----, # =====                   nothing: for the eye of who reads the script
 */
#include "app/page.h"

#include "base/utf8.h"
#include "show/html.h"

#define LEVELS 4 /* of headings */

/* The sign of a comment at `at`: its length; 0: there is none. */
static size_t sign_at(struct str text, size_t at) {
  if (at < text.n && text.p[at] == '#')
    return 1;
  bool is_dashes = str_starts(str_sub(text, at, text.n), STR("--"));
  bool ends = at + 2 >= text.n || text.p[at + 2] == ' ' || text.p[at + 2] == '\n';
  return is_dashes && ends ? 2 : 0;
}

static size_t line_end(struct str text, size_t at) {
  return at + str_find(str_sub(text, at, text.n), STR("\n"));
}

size_t page_skip(struct str text, size_t at) {
  while (at < text.n) {
    size_t length;
    uint32_t c = utf8_at(str_sub(text, at, text.n), &length);
    if (sign_at(text, at) > 0)
      at = line_end(text, at);
    else if (utf8_is_blank(c) || c == ';')
      at += length;
    else
      break;
  }
  return at;
}

struct str page_caption(struct str text, size_t *end) {
  size_t at = *end, stop = line_end(text, at), length;
  for (uint32_t c; at < stop; at += length) {
    c = utf8_at(str_sub(text, at, stop), &length);
    if (!utf8_is_blank(c) && c != ';')
      break;
  }
  size_t sign = sign_at(text, at);
  if (at >= stop || sign == 0)
    return STR("");
  *end = stop;
  return str_trim(str_sub(text, at + sign, stop));
}

void page_words(struct page *page, struct str text, FILE *out) {
  bool is_code = false;
  while (text.n > 0) {
    size_t tick = str_find(text, STR("`"));
    bool closes =
        is_code || str_find(str_sub(text, tick + 1, text.n), STR("`")) + tick + 1 < text.n;
    html_text(&page->arena, out, str_sub(text, 0, tick));
    if (tick < text.n && closes) {
      is_code = !is_code;
      fputs(is_code ? "<code>" : "</code>", out);
    } else if (tick < text.n) {
      putc('`', out);
    }
    text = str_sub(text, tick < text.n ? tick + 1 : tick, text.n);
  }
}

/* --- Blocks */

enum prose_block { BLOCK_NONE, BLOCK_PARAGRAPH, BLOCK_ITEM };

struct prose {
  struct page *page;
  struct sbuf words; /* of the block that is open */
  enum prose_block block;
  bool in_list;
};

static void end_block(struct prose *prose) {
  FILE *out = prose->page->body;
  if (prose->block == BLOCK_NONE)
    return;
  const char *tag = prose->block == BLOCK_ITEM ? "li" : "p";
  fprintf(out, "<%s>", tag);
  page_words(prose->page, sbuf_str(&prose->words), out);
  fprintf(out, "</%s>\n", tag);
  prose->words = (struct sbuf){.arena = &prose->page->arena};
  prose->block = BLOCK_NONE;
}

static void end_list(struct prose *prose) {
  end_block(prose);
  if (prose->in_list)
    fputs("</ul>\n", prose->page->body);
  prose->in_list = false;
}

static void begin_block(struct prose *prose, enum prose_block block) {
  end_block(prose);
  if (block == BLOCK_PARAGRAPH)
    end_list(prose);
  if (block == BLOCK_ITEM && !prose->in_list) {
    fputs("<ul>\n", prose->page->body);
    prose->in_list = true;
  }
  prose->block = block;
}

static bool is_wide(struct str s, size_t at) {
  size_t length;
  return utf8_width(utf8_at(str_sub(s, at, s.n), &length)) == 2;
}

/* Between two lines a blank, but none where Chinese goes on: its words have none between them. */
static void add_line(struct prose *prose, struct str line) {
  struct str before = sbuf_str(&prose->words);
  size_t last = before.n;
  while (last > 0 && ((unsigned char)before.p[last - 1] & 0xC0) == 0x80)
    last--;
  bool is_joined = before.n > 0 && last > 0 && is_wide(before, last - 1) && is_wide(line, 0);
  if (before.n > 0 && !is_joined)
    sbuf_add_char(&prose->words, ' ');
  sbuf_add(&prose->words, line);
}

static void add_heading(struct prose *prose, int level, struct str text) {
  struct page *page = prose->page;
  end_list(prose);
  text = str_copy(&page->arena, text);
  if (level == 1 && page->title.n == 0) {
    page->title = text;
    return;
  }
  struct page_heading heading = {level, text};
  ARENA_PUSH(&page->arena, &page->headings, heading);
  fprintf(page->body, "<h%d id=\"s%zu\">", level, page->headings.n);
  page_words(page, text, page->body);
  fprintf(page->body, "</h%d>\n", level);
}

static bool is_ornament(struct str line) {
  for (size_t i = 0; i < line.n; i++)
    if (line.p[i] != '-' && line.p[i] != '=' && line.p[i] != '#' && line.p[i] != '*' &&
        line.p[i] != ' ')
      return false;
  return true;
}

static void count_letters(struct page *page, struct str line) {
  for (size_t i = 0, length; i < line.n; i += length) {
    uint32_t c = utf8_at(str_sub(line, i, line.n), &length);
    page->han += utf8_is_han(c);
    page->latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

/* What stands behind the sign of a comment. */
static void take_comment(struct prose *prose, struct str line) {
  struct str words = str_trim(line);
  int level = 0;
  if (is_ornament(words)) {
    end_list(prose);
    return;
  }
  count_letters(prose->page, words);
  while ((size_t)level < words.n && words.p[level] == '#')
    level++;
  bool is_heading = level > 0 && level <= LEVELS && words.p[level] == ' ';
  bool is_item = str_starts(words, STR("- ")) || str_starts(words, STR("* "));
  if (is_heading) {
    add_heading(prose, level, str_trim(str_sub(words, (size_t)level, words.n)));
    return;
  }
  if (is_item)
    begin_block(prose, BLOCK_ITEM);
  else if (prose->block == BLOCK_NONE)
    begin_block(prose, BLOCK_PARAGRAPH);
  add_line(prose, is_item ? str_trim(str_sub(words, 1, words.n)) : words);
}

void page_prose(struct page *page, size_t from, size_t to) {
  struct prose prose = {.page = page, .words = {.arena = &page->arena}};
  struct str text = page->script;
  for (size_t at = from, end; at < to; at = end + 1) {
    end = line_end(text, at);
    end = end < to ? end : to;
    struct str line = str_sub(text, at, end);
    size_t first = 0, length;
    while (first < line.n) {
      uint32_t c = utf8_at(str_sub(line, first, line.n), &length);
      if (!utf8_is_blank(c) && c != ';')
        break;
      first += length;
    }
    size_t sign = sign_at(line, first);
    bool is_interpreter = at == 0 && str_starts(line, STR("#!"));
    if (sign > 0 && !is_interpreter)
      take_comment(&prose, str_sub(line, first + sign, line.n));
    else
      end_list(&prose);
  }
  end_list(&prose);
}
