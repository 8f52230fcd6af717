/* people: cells and headings for readers, not for programs (see people.h). */
#include "show/people.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>

#define DASH "\xE2\x80\x93" /* – : no figure, which is not 0 */

/* Characters that change the direction or the lines of what follows. */
static bool is_steering(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029;
}

static void add_escaped(struct sbuf *b, struct str bytes, uint32_t c) {
  if (c == 0xFFFD && bytes.n == 1)
    sbuf_addf(b, "\\x%02x", (unsigned)(unsigned char)bytes.p[0]);
  else if (!is_steering(c))
    sbuf_add(b, bytes);
  else if (c == '\n')
    sbuf_add_z(b, "\\n");
  else if (c == '\t')
    sbuf_add_z(b, "\\t");
  else if (c == '\r')
    sbuf_add_z(b, "\\r");
  else if (c < 0x80)
    sbuf_addf(b, "\\x%02" PRIx32, c);
  else
    sbuf_addf(b, "\\u%04" PRIx32, c);
}

struct str people_escape(struct arena *arena, struct str s) {
  bool is_clean = true;
  for (size_t i = 0, length; i < s.n && is_clean; i += length) {
    uint32_t c = utf8_at(str_sub(s, i, s.n), &length);
    is_clean = !is_steering(c) && !(c == 0xFFFD && length == 1);
  }
  if (is_clean)
    return s;
  struct sbuf b = {.arena = arena};
  for (size_t i = 0, length; i < s.n; i += length) {
    uint32_t c = utf8_at(str_sub(s, i, s.n), &length);
    add_escaped(&b, str_sub(s, i, i + length), c);
  }
  return sbuf_str(&b);
}

struct str people_heading(struct arena *arena, const struct column *column) {
  return people_escape(arena, column->label.n > 0 ? column->label : column->name);
}

struct str people_heading_in(struct arena *arena, const struct people_style *style,
                             const struct column *column) {
  struct str heading = people_heading(arena, column);
  if (!style->has_units || column->role != COLUMN_FIGURE || column->unit.n == 0 ||
      column->shown == SHOWN_PERCENT || column->shown == SHOWN_POINTS)
    return heading;
  return str_fmt(arena, "%.*s (%.*s)", STR_ARG(heading),
                 STR_ARG(people_escape(arena, column->unit)));
}

bool people_is_shown(const struct column *column) {
  return column->role != COLUMN_MARK;
}

bool people_is_right(const struct column *column) {
  if (column->role == COLUMN_KEY)
    return false;
  return column->type != VALUE_TEXT;
}

/* The label of key column `i`; labels are counted by key. */
static struct str key_label(const struct table *table, const struct row *row, size_t i) {
  if (row->labels == NULL || table->columns[i].role != COLUMN_KEY)
    return STR("");
  size_t key = 0;
  for (size_t k = 0; k < i; k++)
    key += table->columns[k].role == COLUMN_KEY;
  return row->labels[key];
}

/* What stands in a key without a value: where no key of a total says so, the first one does. */
static struct str empty_key(const struct table *table, const struct row *row, size_t i) {
  static const char *const names[] = {[ROW_LEAF] = DASH,
                                      [ROW_SUBTOTAL] = "subtotal",
                                      [ROW_TOTAL] = "total",
                                      [ROW_OTHERS] = "others"};
  if (row->mark == ROW_LEAF)
    return str_from_z(DASH);
  size_t first = table->ncolumns;
  for (size_t k = table->ncolumns; k-- > 0;) {
    if (table->columns[k].role != COLUMN_KEY)
      continue;
    bool has_key = row->cells[k].kind != VALUE_MISSING || key_label(table, row, k).n > 0;
    if (has_key && row->mark != ROW_OTHERS) /* others may be of a year */
      return STR("");
    if (has_key)
      continue;
    first = k;
  }
  return i == first ? say(table->says, names[row->mark]) : STR("");
}

/* An average has two decimals, a percent one; no sign on what rounds to zero. */
static struct str fraction(struct arena *arena, const struct says *says,
                           const struct column *column, double real) {
  switch (column->shown) {
  case SHOWN_PERCENT:
    return str_fmt(arena, "%.1f%%", fabs(real) < 0.0005 ? 0.0 : real * 100);
  case SHOWN_POINTS:
    return str_fmt(arena, "%.1f %.*s", fabs(real) < 0.0005 ? 0.0 : real * 100,
                   STR_ARG(say(says, "pp")));
  case SHOWN_PLAIN:
  case SHOWN_QUOTIENT:
  case SHOWN_YEAR:
    break;
  }
  return str_fmt(arena, "%.2f", fabs(real) < 0.005 ? 0.0 : real);
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct str people_grouped(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  size_t start = 0, end;
  while (start < text.n && !is_digit(text.p[start]))
    start++;
  for (end = start; end < text.n && is_digit(text.p[end]);)
    end++;
  if (end - start <= 3)
    return text;
  for (size_t i = 0; i < text.n; i++) {
    if (i > start && i < end && (end - i) % 3 == 0)
      sbuf_add_char(&b, ',');
    sbuf_add_char(&b, text.p[i]);
  }
  return sbuf_str(&b);
}

static struct str missing(struct arena *arena, const struct people_style *style) {
  return style->has_null ? people_escape(arena, style->null) : STR(DASH);
}

static struct str text_in(struct arena *arena, const struct people_style *style,
                          const struct table *table, const struct row *row, size_t i) {
  const struct column *column = &table->columns[i];
  struct value v = row->cells[i];
  struct str text;
  if (key_label(table, row, i).n > 0)
    text = people_escape(arena, key_label(table, row, i));
  else if (v.kind == VALUE_MISSING || (v.kind == VALUE_REAL && !isfinite(v.real)))
    text = column->role == COLUMN_KEY ? empty_key(table, row, i) : missing(arena, style);
  else if (value_is_number(v) && v.text.n > 0)
    text = v.text;
  else if (column->shown != SHOWN_PLAIN && column->shown != SHOWN_YEAR && value_is_number(v))
    text = fraction(arena, table->says, column, value_as_real(v));
  else if ((column->is_said || column->is_verdict) && say_word(table->says, v.text).n > 0)
    text = say_word(table->says, v.text);
  else
    text = people_escape(arena, value_plain(arena, v));
  bool is_grouped = style->has_thousands && column->role == COLUMN_FIGURE &&
                    column->shown != SHOWN_YEAR && value_is_number(v) && v.text.n == 0;
  if (is_grouped)
    text = people_grouped(arena, text);
  if (row->is_undivided && i == row->tree)
    text = SAY(arena, table->says, "{1} (undivided)", text);
  return text;
}

static const struct people_style plain = {0};

struct str people_text(struct arena *arena, const struct table *table, const struct row *row,
                       size_t i) {
  return text_in(arena, &plain, table, row, i);
}

struct str people_cell_in(struct arena *arena, const struct people_style *style,
                          const struct table *table, const struct row *row, size_t i) {
  struct value v = row->cells[i];
  struct str text = text_in(arena, style, table, row, i);
  if (v.kind == VALUE_MISSING)
    return text;
  return str_fmt(arena, "%s%s%s%.*s", v.is_doubtful ? "!" : "", v.is_inferred ? "~" : "",
                 v.is_unread ? "?" : "", STR_ARG(text));
}

struct str people_cell(struct arena *arena, const struct table *table, const struct row *row,
                       size_t i) {
  return people_cell_in(arena, &plain, table, row, i);
}
