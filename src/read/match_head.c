/* match_head: the numbered headings that part a report, and the narrative between them (see
 * match_parts.h).
 *
 * A heading counts only with its numeral, since introductions name the sections in the same words.
 * Headings stand on their own line or, in text that lost its lines, anywhere.
 */
#include "base/utf8.h"
#include "read/match_parts.h"

#include <string.h>

#define HEADING_WINDOW 240 /* bytes looked at behind a numeral; the longest heading has 80 */
#define GAP 3              /* blanks that part two columns of a page */
#define SLIP_LENGTH 18     /* bytes; shorter headings must agree in every character */

/* The value of a single Chinese numeral of three bytes, 1 to 10; else 0. */
static size_t numeral_value(const char *p) {
  static const char numerals[] = "一二三四五六七八九十";
  for (size_t i = 0; i < 10; i++)
    if (memcmp(p, numerals + 3 * i, 3) == 0)
      return i + 1;
  return 0;
}

/* Is this a character that a skeleton leaves out? */
static bool is_filler(uint32_t c) {
  if (c < 0x80)
    return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  return !utf8_is_han(c);
}

/* How many bytes of `folded` the heading `words` takes, one character more, less or other allowed
 * in long ones; 0 when it is another text. */
static size_t match_words(struct str folded, struct str words) {
  size_t i = 0, length, w = 0, slips = 0;
  while (w < words.n) {
    size_t step;
    uint32_t c = utf8_at(str_sub(folded, i, folded.n), &length);
    uint32_t want = utf8_at(str_sub(words, w, words.n), &step);
    if (length == 0)
      return 0;
    if (w > 0 && c == '(' && utf8_pinyin(str_sub(folded, i, folded.n)) > 0)
      length = utf8_pinyin(str_sub(folded, i, folded.n));
    else if (c == want) {
      w += step;
    } else if (!is_filler(c)) {
      if (slips++ > 0 || words.n < SLIP_LENGTH || w == 0)
        return 0;
      size_t next_step, next_length;
      uint32_t next_want = utf8_at(str_sub(words, w + step, words.n), &next_step);
      uint32_t next = utf8_at(str_sub(folded, i + length, folded.n), &next_length);
      if (next == want) {
        /* one more in the text: go on behind it */
      } else if (c == next_want) {
        w += step + next_step; /* one less */
      } else {
        w += step;
      }
    }
    i += length;
  }
  return i;
}

/* Offset behind the heading words that follow at `at`, 0 when none of the section's do. */
static size_t words_end(const struct match *m, struct str text, size_t at,
                        const struct spellings *section) {
  struct arena_mark mark = arena_mark(m->arena);
  struct str window = str_sub(text, at, at + HEADING_WINDOW);
  struct str folded = utf8_fold(m->arena, window);
  size_t best = 0;
  for (size_t i = 0; i < section->n; i++) {
    size_t end = match_words(folded, section->at[i]);
    if (end > best)
      best = end;
  }
  /* Folding keeps the number of characters: carry the end over to the window. */
  size_t characters = utf8_length(str_sub(folded, 0, best)), end = 0, length;
  for (; characters > 0; characters--, end += length)
    utf8_at(str_sub(window, end, window.n), &length);
  arena_rewind(m->arena, mark);
  return best == 0 ? 0 : at + end;
}

/* The length of a mark that sets a numeral off: 、 or, at the start of a line, a point. */
static size_t mark_length(struct str rest, bool at_start) {
  size_t length;
  uint32_t c = utf8_at(rest, &length);
  if (c == 0x3001)
    return length;
  return at_start && (c == '.' || c == ',' || c == 0xFF0E || c == 0xFF0C) ? length : 0;
}

static size_t skip_blanks(struct str text, size_t i) {
  size_t length;
  while (i < text.n && utf8_is_blank(utf8_at(str_sub(text, i, text.n), &length)))
    i += length;
  return i;
}

/* Is there a table between the first heading and this block? */
static bool table_since(const struct match *m, size_t block) {
  size_t first = block;
  for (size_t i = 0; i < m->nsections; i++)
    if (m->headings[i].is_found && m->headings[i].block < first)
      first = m->headings[i].block;
  for (size_t i = first; i < block; i++)
    if (m->doc->blocks.at[i].kind == DOC_TABLE)
      return true;
  return false;
}

/* Does the same heading stand again behind this one, a gap between them? */
static bool stands_again(const struct match *m, const struct index_form *form, struct str text,
                         size_t value, size_t end) {
  size_t at = skip_blanks(text, end);
  if (at < end + GAP || at + 3 > text.n || numeral_value(text.p + at) != value)
    return false;
  size_t behind = skip_blanks(text, at + 3);
  size_t mark = mark_length(str_sub(text, behind, text.n), true);
  return mark > 0 && words_end(m, text, behind + mark, &form->sections[value - 1]) > 0;
}

/* Takes the heading whose numeral stands at `at`, if it is one that can come next. Returns the
 * offset behind it, else 0. */
static size_t try_heading(struct match *m, const struct index_form *form, size_t *last,
                          size_t block, struct str text, size_t at, bool at_start) {
  size_t value = at + 3 <= text.n ? numeral_value(text.p + at) : 0;
  bool again = value == 1 && *last > 1 && at_start;
  if (value == 0 || (value <= *last && !again) || value > form->nsections || value > MAX_SECTIONS)
    return 0;
  size_t behind = skip_blanks(text, at + 3);
  size_t mark = mark_length(str_sub(text, behind, text.n), at_start);
  if (mark == 0)
    return 0;
  if (m->tries++ >= MAX_TRIES)
    return 0;
  size_t end = words_end(m, text, behind + mark, &form->sections[value - 1]);
  if (end == 0 || (again && table_since(m, block)))
    return 0;
  if (again) /* what came before was a table of contents */
    memset(m->headings, 0, sizeof m->headings);
  *last = value;
  m->is_double = m->is_double || stands_again(m, form, text, value, end);
  m->headings[value - 1] = (struct heading){true, block, at, end};
  return end;
}

/* What may stand before the words of a heading, or behind them: numerals, brackets and marks. */
static bool is_dressing(struct str character) {
  size_t length;
  uint32_t c = utf8_at(character, &length);
  return is_filler(c) || (c >= '0' && c <= '9') ||
         str_contains(STR("一二三四五六七八九十第部分"), character);
}

bool heading_is_line(struct match *m, const struct index_form *form, struct str line,
                     size_t section) {
  size_t at = 0, length;
  for (; at < line.n; at += length) {
    utf8_at(str_sub(line, at, line.n), &length);
    if (!is_dressing(str_sub(line, at, at + length)))
      break;
  }
  if (line.n - at > HEADING_WINDOW || at == line.n || m->tries++ >= MAX_TRIES)
    return false;
  size_t end = words_end(m, line, at, &form->sections[section - 1]);
  if (end == 0)
    return false;
  for (; end < line.n; end += length)
    if (!is_filler(utf8_at(str_sub(line, end, line.n), &length)))
      return false;
  return true;
}

size_t heading_inside(struct match *m, const struct index_form *form, struct str text,
                      size_t section) {
  for (size_t i = 0; i + 6 <= text.n;) {
    size_t mark = i + str_find(str_sub(text, i, text.n), STR("、"));
    if (mark >= text.n)
      break;
    i = mark + 3;
    if (mark >= 3 && numeral_value(text.p + mark - 3) > 0 && m->tries++ < MAX_TRIES &&
        words_end(m, text, i, &form->sections[section - 1]) > 0)
      return mark - 3;
  }
  return SIZE_MAX;
}

size_t heading_numeral(struct str line) {
  size_t at = 0;
  while (at < line.n && strchr("#* \t", line.p[at]) != NULL)
    at++;
  at = skip_blanks(line, at);
  size_t value = at + 3 <= line.n ? numeral_value(line.p + at) : 0;
  if (value == 0)
    return 0;
  at = skip_blanks(line, at + 3);
  return mark_length(str_sub(line, at, line.n), true) > 0 ? value : 0;
}

static void find_in_paragraph(struct match *m, const struct index_form *form, size_t *last,
                              size_t block, struct str text) {
  size_t from = 0;
  while (from < text.n && strchr("#* \t", text.p[from]) != NULL)
    from++; /* Markdown */
  size_t end = try_heading(m, form, last, block, text, skip_blanks(text, from), true);
  for (size_t i = end; i + 6 <= text.n;) {
    size_t mark = i + str_find(str_sub(text, i, text.n), STR("、"));
    if (mark >= text.n)
      return;
    i = mark + 3;
    if (mark < 3 || numeral_value(text.p + mark - 3) == 0)
      continue;
    end = try_heading(m, form, last, block, text, mark - 3, false);
    if (end > 0)
      i = end;
  }
}

void heading_find_all(struct match *m, const struct index_form *form) {
  memset(m->headings, 0, sizeof m->headings);
  memset(m->table_text, 0, sizeof m->table_text);
  m->tries = 0;
  m->is_double = false;
  m->nsections = form->nsections < MAX_SECTIONS ? form->nsections : MAX_SECTIONS;
  size_t last = 0;
  for (size_t i = 0; i < m->doc->blocks.n; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind == DOC_PARAGRAPH)
      find_in_paragraph(m, form, &last, i, paragraph_text(block));
  }
}

int heading_section(const struct match *m, size_t block) {
  int section = 0;
  for (size_t i = 0; i < m->nsections; i++)
    if (m->headings[i].is_found && m->headings[i].block <= block)
      section = (int)i + 1;
  return section;
}

/* Is there anything but marks in it, as a bracket before a table leaves? */
static bool has_words(struct str text) {
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    if (c >= 0x80 ? utf8_is_han(c) : c > ' ' && strchr("()|\"", (int)c) == NULL)
      return true;
  }
  return false;
}

/* The narrative of a section, and where each of its lines stands (report.h, section_lines). */
struct narrative {
  struct sbuf text, lines;
};

static void add_line(struct narrative *n, struct str part, struct place at) {
  if (n->text.n > 0) {
    sbuf_add_char(&n->text, '\n');
    sbuf_add_char(&n->lines, ' ');
  }
  sbuf_add(&n->text, part);
  if (at.table >= PLACE_SHEET)
    sbuf_addf(&n->lines, "%u:%u", at.table - PLACE_SHEET, at.row);
  else if (at.table >= PLACE_PAGE)
    sbuf_addf(&n->lines, "p%u:%u", at.table / PLACE_PAGE, at.row);
  else
    sbuf_addf(&n->lines, "%u", at.row);
}

/* Adds the part of a paragraph that belongs to the section, without the stretch of its table. */
static void add_narrative(const struct match *m, struct narrative *n, size_t from, size_t to,
                          size_t block, const struct stretch *table) {
  const struct doc_block *paragraph = &m->doc->blocks.at[block];
  struct str text = paragraph_text(paragraph);
  if (table->to_block > 0 || table->to > 0) {
    size_t start = block == table->block ? table->from : block > table->block ? 0 : text.n;
    size_t end = block == table->to_block ? table->to : block < table->to_block ? text.n : 0;
    if (start < end && start < to && end > from) {
      if (from < start)
        add_narrative(m, n, from, start, block, &(struct stretch){0});
      from = end;
    }
  }
  if (from >= to)
    return;
  struct str part = str_trim(str_sub(text, from, to));
  if (has_words(part))
    add_line(n, part, paragraph->rows[0].cells[0].place);
}

void heading_sections(const struct match *m, struct report *report) {
  report->nsections = m->nsections;
  report->sections = ARENA_ARRAY(m->arena, struct str, m->nsections);
  report->section_lines = ARENA_ARRAY(m->arena, struct str, m->nsections);
  for (size_t s = 0; s < m->nsections; s++) {
    report->sections[s] = report->section_lines[s] = STR("");
    if (!m->headings[s].is_found)
      continue;
    size_t last = m->doc->blocks.n, end = 0, next = s + 1;
    while (next < m->nsections && !m->headings[next].is_found)
      next++;
    if (next < m->nsections) {
      last = m->headings[next].block;
      end = m->headings[next].from;
    }
    struct narrative n = {{.arena = m->arena}, {.arena = m->arena}};
    for (size_t i = m->headings[s].block; i < m->signature && i <= last; i++) {
      struct str text = paragraph_text(&m->doc->blocks.at[i]);
      size_t from = i == m->headings[s].block ? m->headings[s].to : 0;
      size_t to = i == last ? end : text.n;
      add_narrative(m, &n, from, to, i, &m->table_text[s]);
    }
    report->sections[s] = sbuf_str(&n.text);
    report->section_lines[s] = sbuf_str(&n.lines);
  }
}
