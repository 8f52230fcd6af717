/* xlsx_book: strings, formats and sheets of a workbook (see xlsx_book.h). */
#include "read/xlsx_book.h"

#include "base/utf8.h"
#include "read/xml.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STRINGS 500000 /* a report has 300 */
#define STYLES 65536   /* Excel itself has at most 64,000 */
#define SHEETS 1000

static const struct span nowhere = {0, 0};

static uint32_t number_attribute(struct arena *arena, struct xml *xml, const char *name) {
  struct str text = xml_attribute(arena, xml, name);
  uint32_t value = 0;
  for (size_t i = 0; i < text.n && i < 9 && text.p[i] >= '0' && text.p[i] <= '9'; i++)
    value = value * 10 + (uint32_t)(text.p[i] - '0');
  return value;
}

/* --- Strings */

static int hex_value(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The character that `_x000D_` at the start of the text stands for; 0: it is no such thing. */
static uint32_t escaped(struct str text) {
  uint32_t c = 0;
  if (text.n < 7 || text.p[0] != '_' || text.p[1] != 'x' || text.p[6] != '_')
    return 0;
  for (int i = 2; i < 6; i++) {
    if (hex_value(text.p[i]) < 0)
      return 0;
    c = c * 16 + (uint32_t)hex_value(text.p[i]);
  }
  return c >= 0xD800 && c < 0xE000 ? 0 : c;
}

struct str xlsx_unescaped(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < text.n; i++) {
    uint32_t c = text.p[i] == '_' ? escaped(str_sub(text, i, text.n)) : 0;
    if (c == 0)
      sbuf_add_char(&b, text.p[i]);
    else
      utf8_put(&b, c == '\r' ? '\n' : c);
    i += c == 0 ? 0 : 6;
  }
  return sbuf_str(&b);
}

static bool read_strings(struct arena *arena, const struct part *part, struct book *book,
                         struct diags *diags) {
  struct xml *xml = xml_open(part->bytes, "spreadsheetml");
  struct sbuf text = {.arena = arena};
  bool in_text = false;
  enum xml_event event;
  while ((event = xml_next(xml)) < XML_END && book->strings.n < STRINGS) {
    if (event == XML_START && xml_is(xml, "rPh"))
      xml_skip(xml); /* how it is pronounced */
    else if (event == XML_TEXT && in_text)
      sbuf_add(&text, xml_text(xml));
    else if (event != XML_TEXT && xml_is(xml, "t"))
      in_text = event == XML_START;
    else if (event == XML_STOP && xml_is(xml, "si")) {
      struct str string = xlsx_unescaped(arena, sbuf_str(&text));
      ARENA_PUSH(arena, &book->strings, string);
      text.n = 0;
    }
  }
  bool done = true;
  if (event == XML_BROKEN)
    done = xml_report(xml, part->name, diags);
  else if (event != XML_END)
    done = diag_add(diags, DIAG_FILE, nowhere, "more than %d texts are no report", STRINGS);
  xml_close(xml);
  return done;
}

/* --- Formats */

/* What a format of Excel's own, or the code of another, makes of numbers. */
static enum cell_format format_of(uint32_t id, struct str code) {
  if (id == 9 || id == 10)
    return FORMAT_SHARE;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return FORMAT_DATE;
  bool has_year = false, has_month = false, has_share = false, is_quoted = false;
  int bracket = 0;
  for (size_t i = 0; i < code.n; i++) {
    char c = code.p[i];
    if (c == '\\')
      i++;
    else if (c == '"')
      is_quoted = !is_quoted;
    else if (is_quoted)
      continue;
    else if (c == '[' || c == ']')
      bracket += c == '[' ? 1 : -1;
    else if (bracket == 0) {
      has_year = has_year || c == 'y' || c == 'Y';
      has_month = has_month || c == 'm' || c == 'M';
      has_share = has_share || c == '%';
    }
  }
  return has_year || has_month ? FORMAT_DATE : has_share ? FORMAT_SHARE : FORMAT_PLAIN;
}

struct codes {
  struct {
    uint32_t id;
    enum cell_format format;
  } * at;
  size_t n, cap;
};

struct frames {
  bool *at;
  size_t n, cap;
};

static struct cell_style style_of(struct arena *arena, struct xml *xml, const struct codes *codes,
                                  const struct frames *frames) {
  uint32_t id = number_attribute(arena, xml, "numFmtId");
  uint32_t border = number_attribute(arena, xml, "borderId");
  struct cell_style style = {format_of(id, STR("")), border < frames->n && frames->at[border]};
  for (size_t i = 0; i < codes->n; i++)
    if (codes->at[i].id == id)
      style.format = codes->at[i].format;
  return style;
}

static bool is_side(const struct xml *xml) {
  return xml_is(xml, "left") || xml_is(xml, "right") || xml_is(xml, "top") ||
         xml_is(xml, "bottom") || xml_is(xml, "start") || xml_is(xml, "end");
}

static bool read_styles(struct arena *arena, const struct part *part, struct book *book,
                        struct diags *diags) {
  struct xml *xml = xml_open(part->bytes, "spreadsheetml");
  struct codes codes = {0};
  struct frames frames = {0};
  bool in_cells = false, in_borders = false;
  enum xml_event event;
  while ((event = xml_next(xml)) < XML_END) {
    if (event == XML_TEXT)
      continue;
    if (xml_is(xml, "cellXfs"))
      in_cells = event == XML_START;
    if (xml_is(xml, "borders"))
      in_borders = event == XML_START;
    if (event == XML_STOP)
      continue;
    if (xml_is(xml, "numFmt") && codes.n < 1000) {
      codes.at = arena_grow(arena, codes.at, codes.n, &codes.cap, codes.n + 1, sizeof *codes.at);
      codes.at[codes.n].id = number_attribute(arena, xml, "numFmtId");
      codes.at[codes.n++].format = format_of(0, xml_attribute(arena, xml, "formatCode"));
    } else if (in_borders && xml_is(xml, "border") && frames.n < STYLES) {
      bool none = false;
      ARENA_PUSH(arena, &frames, none);
    } else if (in_borders && frames.n > 0 && is_side(xml)) {
      struct str line = xml_attribute(arena, xml, "style");
      if (line.n > 0 && !str_eq(line, STR("none")))
        frames.at[frames.n - 1] = true;
    } else if (in_cells && xml_is(xml, "xf") && book->styles.n < STYLES) {
      struct cell_style style = style_of(arena, xml, &codes, &frames);
      ARENA_PUSH(arena, &book->styles, style);
    }
  }
  bool done = event == XML_END || xml_report(xml, part->name, diags);
  xml_close(xml);
  return done;
}

/* --- Sheets */

struct target {
  struct str id, name;
};

struct targets {
  struct target *at;
  size_t n, cap;
};

static bool read_targets(struct arena *arena, const struct part *part, struct targets *targets,
                         struct diags *diags) {
  struct xml *xml = xml_open(part->bytes, "relationships");
  enum xml_event event;
  while ((event = xml_next(xml)) < XML_END) {
    if (event != XML_START || !xml_is(xml, "Relationship") || targets->n == SHEETS)
      continue;
    struct str name = xml_attribute(arena, xml, "Target");
    struct target target = {xml_attribute(arena, xml, "Id"), name};
    target.name = str_starts(name, STR("/")) ? str_sub(name, 1, name.n)
                                             : str_fmt(arena, "xl/%.*s", STR_ARG(name));
    ARENA_PUSH(arena, targets, target);
  }
  bool done = event == XML_END || xml_report(xml, part->name, diags);
  xml_close(xml);
  return done;
}

/* The part of a sheet: by its relation, else (there are none) by its number. */
static const struct part *sheet_part(struct arena *arena, const struct parts *parts,
                                     const struct targets *targets, struct str id, size_t number) {
  for (size_t i = 0; i < targets->n; i++)
    if (str_eq(targets->at[i].id, id))
      return package_part(parts, targets->at[i].name);
  return package_part(parts, str_fmt(arena, "xl/worksheets/sheet%zu.xml", number));
}

static bool read_workbook(struct arena *arena, const struct parts *parts, const struct part *part,
                          struct book *book, struct diags *diags) {
  struct targets targets = {0};
  const struct part *relations = package_part(parts, STR("xl/_rels/workbook.xml.rels"));
  if (relations != NULL && !read_targets(arena, relations, &targets, diags))
    return false;
  struct xml *xml = xml_open(part->bytes, "spreadsheetml");
  size_t number = 0;
  enum xml_event event;
  while ((event = xml_next(xml)) < XML_END) {
    if (event != XML_START)
      continue;
    if (xml_is(xml, "workbookPr")) {
      struct str since = xml_attribute(arena, xml, "date1904");
      book->is_1904 = str_eq(since, STR("1")) || str_eq(since, STR("true"));
    }
    if (!xml_is(xml, "sheet") || number == SHEETS)
      continue;
    number++;
    struct str state = xml_attribute(arena, xml, "state");
    const struct part *sheet =
        sheet_part(arena, parts, &targets, xml_attribute(arena, xml, "id"), number);
    if (sheet != NULL && (state.n == 0 || str_eq(state, STR("visible"))))
      ARENA_PUSH(arena, &book->sheets, sheet);
  }
  bool done = event == XML_END || xml_report(xml, part->name, diags);
  xml_close(xml);
  return done;
}

bool xlsx_book_read(struct arena *arena, const struct parts *parts, struct book *book,
                    struct diags *diags) {
  const struct part *workbook = package_part(parts, STR("xl/workbook.xml"));
  const struct part *strings = package_part(parts, STR("xl/sharedStrings.xml"));
  const struct part *styles = package_part(parts, STR("xl/styles.xml"));
  if (workbook == NULL)
    return diag_add(diags, DIAG_FILE, nowhere,
                    "this is no Excel workbook: \"xl/workbook.xml\" is not in it");
  return read_workbook(arena, parts, workbook, book, diags) &&
         (strings == NULL || read_strings(arena, strings, book, diags)) &&
         (styles == NULL || read_styles(arena, styles, book, diags));
}

/* --- Numbers */

/* A moment as Excel counts them, in days, from 1900 (with a 29th of February that was none) or
 * 1904.
 */
static struct str date_text(struct arena *arena, double value, bool is_1904) {
  long day = (long)value + (is_1904 ? 1462 : 0);
  if (value < 0 || value >= 2958466)
    return STR("####"); /* as Excel shows it */
  if (day == 0)
    return str_fmt(arena, "%d:%02d", (int)(value * 24), (int)(value * 1440) % 60);
  if (day == 60)
    return STR("1900年2月29日");
  if (day < 60)
    day++;
  /* Gregorian date from the day number since 0000-03-01, in which leap days come last */
  long z = day + 693899, era = z / 146097, doe = z - era * 146097;
  long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  long month = mp < 10 ? mp + 3 : mp - 9;
  return str_fmt(arena, "%ld年%ld月%ld日", yoe + era * 400 + (month <= 2), month,
                 doy - (153 * mp + 2) / 5 + 1);
}

/* The digits as Excel shows them: 15 are certain, the file may hold 17. */
static struct str plain_text(struct arena *arena, double value) {
  char text[40];
  if (value == trunc(value) && fabs(value) < 1e15)
    return str_fmt(arena, "%.0f", value);
  snprintf(text, sizeof text, "%.15g", value);
  if (strchr(text, 'e') != NULL && fabs(value) < 1)
    snprintf(text, sizeof text, "%.15f", value);
  return str_copy(arena, str_from_z(text));
}

struct str xlsx_number(struct arena *arena, const struct book *book, struct str raw,
                       const struct cell_style *style) {
  char *end;
  const char *text = str_z(arena, str_trim(raw));
  double value = strtod(text, &end);
  if (end == text || *end != '\0' || !isfinite(value))
    return str_from_z(text);
  enum cell_format format = style != NULL ? style->format : FORMAT_PLAIN;
  if (format == FORMAT_DATE)
    return date_text(arena, value, book->is_1904);
  if (format == FORMAT_SHARE)
    return str_fmt(arena, "%s%%", plain_text(arena, value * 100).p);
  return plain_text(arena, value);
}
