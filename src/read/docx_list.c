/* docx_list: the automatic numbers of a Word document (see docx_list.h).
 *
 * A paragraph, or its style, names a list and a level; a list is an instance of an abstract one,
 * which counts for all its instances and says how each level is printed: `（%2）` in this or that
 * kind of numeral.
 */
#include "read/docx_list.h"

#include "base/utf8.h"
#include "read/xml.h"

#include <string.h>

#define LEVELS 9        /* as many as Word has */
#define STYLE_DEPTH 20  /* styles based on styles; deeper is a circle */
#define LISTS 4096      /* and styles; Word itself has at most 4079 of these */
#define NUMBER_LIMIT 99 /* reports do not count further in words */

enum numeral {
  NUMERAL_UNKNOWN,
  NUMERAL_NONE,
  NUMERAL_DECIMAL,
  NUMERAL_WIDE,    /* １ */
  NUMERAL_CHINESE, /* 一 十一 二十 */
  NUMERAL_DIGITS,  /* 一 一一 二〇 */
  NUMERAL_CIRCLE,  /* ① */
  NUMERAL_BRACKET  /* ⑴ */
};

struct level {
  enum numeral numeral;
  int start;
  struct str text; /* with %1 … %9 in it */
  int count;       /* of the last paragraph; 0: none yet */
};

struct abstract_list {
  struct str id;
  struct level levels[LEVELS];
};

struct list {
  int id;
  struct abstract_list *abstract;
  int restart[LEVELS]; /* 0: the level goes on with the count of the abstract list */
};

struct style {
  struct str id, base;
  int list, level; /* -1: says nothing */
};

struct docx_lists {
  struct {
    struct abstract_list **at;
    size_t n, cap;
  } abstracts;
  struct {
    struct list *at;
    size_t n, cap;
  } lists;
  struct {
    struct style *at;
    size_t n, cap;
  } styles;
};

/* --- Reading */

static enum numeral numeral_named(struct str name) {
  static const struct {
    const char *name;
    enum numeral numeral;
  } names[] = {
      {"none", NUMERAL_NONE},
      {"bullet", NUMERAL_NONE},
      {"decimal", NUMERAL_DECIMAL},
      {"decimalHalfWidth", NUMERAL_DECIMAL},
      {"decimalFullWidth", NUMERAL_WIDE},
      {"decimalFullWidth2", NUMERAL_WIDE},
      {"chineseCounting", NUMERAL_CHINESE},
      {"chineseCountingThousand", NUMERAL_CHINESE},
      {"japaneseCounting", NUMERAL_CHINESE},
      {"taiwaneseCounting", NUMERAL_CHINESE},
      {"taiwaneseCountingThousand", NUMERAL_CHINESE},
      {"ideographDigital", NUMERAL_DIGITS},
      {"japaneseDigitalTenThousand", NUMERAL_DIGITS},
      {"taiwaneseDigital", NUMERAL_DIGITS},
      {"decimalEnclosedCircle", NUMERAL_CIRCLE},
      {"decimalEnclosedCircleChinese", NUMERAL_CIRCLE},
      {"decimalEnclosedParen", NUMERAL_BRACKET},
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (str_eq(name, str_from_z(names[i].name)))
      return names[i].numeral;
  return NUMERAL_UNKNOWN;
}

static int number_in(struct str text) {
  int value = -1;
  for (size_t i = 0; i < text.n && i < 9; i++) {
    if (text.p[i] < '0' || text.p[i] > '9')
      return -1;
    value = (value < 0 ? 0 : value) * 10 + (text.p[i] - '0');
  }
  return value;
}

static int number_attribute(struct arena *arena, struct xml *xml, const char *name) {
  return number_in(xml_attribute(arena, xml, name));
}

/* An element that says one thing about a level. */
static void read_level_word(struct arena *arena, struct xml *xml, struct level *level) {
  if (xml_is(xml, "start"))
    level->start = number_attribute(arena, xml, "val");
  else if (xml_is(xml, "numFmt"))
    level->numeral = numeral_named(xml_attribute(arena, xml, "val"));
  else if (xml_is(xml, "lvlText"))
    level->text = xml_attribute(arena, xml, "val");
}

static bool is_level(int level) {
  return level >= 0 && level < LEVELS;
}

static void begin_abstract(struct arena *arena, struct xml *xml, struct docx_lists *lists) {
  struct abstract_list *list = ARENA_NEW(arena, struct abstract_list);
  list->id = xml_attribute(arena, xml, "abstractNumId");
  for (int i = 0; i < LEVELS; i++)
    list->levels[i].start = 1;
  ARENA_PUSH(arena, &lists->abstracts, list);
}

static void find_abstract(struct arena *arena, struct xml *xml, struct docx_lists *lists,
                          struct list *list) {
  struct str id = xml_attribute(arena, xml, "val");
  for (size_t i = 0; i < lists->abstracts.n; i++)
    if (str_eq(lists->abstracts.at[i]->id, id))
      list->abstract = lists->abstracts.at[i];
}

static bool read_numbering(struct arena *arena, const struct part *part, struct docx_lists *lists,
                           struct diags *diags) {
  struct xml *xml = xml_open(part->bytes, "wordprocessingml");
  enum xml_event event;
  struct abstract_list *abstract = NULL;
  struct list *list = NULL;
  int level = -1;
  while ((event = xml_next(xml)) < XML_END) {
    if (event != XML_START)
      continue;
    if (lists->abstracts.n + lists->lists.n >= LISTS)
      continue;
    if (xml_is(xml, "abstractNum")) {
      begin_abstract(arena, xml, lists);
      abstract = lists->abstracts.at[lists->abstracts.n - 1];
      level = -1;
    } else if (xml_is(xml, "num")) {
      struct list new = {.id = number_attribute(arena, xml, "numId")};
      ARENA_PUSH(arena, &lists->lists, new);
      list = &lists->lists.at[lists->lists.n - 1];
      level = -1;
    } else if (xml_is(xml, "lvl") || xml_is(xml, "lvlOverride")) {
      level = number_attribute(arena, xml, "ilvl");
    } else if (list != NULL && xml_is(xml, "abstractNumId")) {
      find_abstract(arena, xml, lists, list);
    } else if (list != NULL && is_level(level) && xml_is(xml, "startOverride")) {
      list->restart[level] = number_attribute(arena, xml, "val");
    } else if (list == NULL && abstract != NULL && is_level(level)) {
      read_level_word(arena, xml, &abstract->levels[level]);
    }
  }
  bool done = event == XML_END || xml_report(xml, part->name, diags);
  xml_close(xml);
  return done;
}

static bool read_styles(struct arena *arena, const struct part *part, struct docx_lists *lists,
                        struct diags *diags) {
  struct xml *xml = xml_open(part->bytes, "wordprocessingml");
  enum xml_event event;
  struct style *style = NULL;
  while ((event = xml_next(xml)) < XML_END) {
    if (event != XML_START)
      continue;
    if (lists->styles.n == LISTS)
      continue;
    if (xml_is(xml, "style")) {
      struct style new = {xml_attribute(arena, xml, "styleId"), {"", 0}, -1, -1};
      ARENA_PUSH(arena, &lists->styles, new);
      style = &lists->styles.at[lists->styles.n - 1];
    } else if (style != NULL && xml_is(xml, "basedOn")) {
      style->base = xml_attribute(arena, xml, "val");
    } else if (style != NULL && xml_is(xml, "numId")) {
      style->list = number_attribute(arena, xml, "val");
    } else if (style != NULL && xml_is(xml, "ilvl")) {
      style->level = number_attribute(arena, xml, "val");
    }
  }
  bool done = event == XML_END || xml_report(xml, part->name, diags);
  xml_close(xml);
  return done;
}

static struct style *style_named(const struct docx_lists *lists, struct str id) {
  for (size_t i = 0; i < lists->styles.n; i++)
    if (str_eq(lists->styles.at[i].id, id))
      return &lists->styles.at[i];
  return NULL;
}

/* Gives each style what those that it is based on say. */
static void inherit(struct docx_lists *lists) {
  for (size_t i = 0; i < lists->styles.n; i++) {
    struct style *style = &lists->styles.at[i];
    const struct style *base = style;
    for (int depth = 0; depth < STYLE_DEPTH && base != NULL; depth++) {
      if (style->list < 0)
        style->list = base->list;
      if (style->level < 0)
        style->level = base->level;
      base = base->base.n > 0 ? style_named(lists, base->base) : NULL;
    }
  }
}

struct docx_lists *docx_lists_read(struct arena *arena, const struct part *numbering,
                                   const struct part *styles, struct diags *diags) {
  struct docx_lists *lists = ARENA_NEW(arena, struct docx_lists);
  if (numbering != NULL && !read_numbering(arena, numbering, lists, diags))
    return NULL;
  if (numbering != NULL && styles != NULL && !read_styles(arena, styles, lists, diags))
    return NULL;
  inherit(lists);
  return lists;
}

/* --- Counting */

static void add_glyph(struct sbuf *b, uint32_t first, int n) {
  utf8_put(b, first + (uint32_t)n);
}

/* The number in its numerals; false when they are not known or do not go so far. */
static bool add_number(struct sbuf *b, enum numeral numeral, int n) {
  static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (n < 1 || n > NUMBER_LIMIT)
    return false;
  switch (numeral) {
  case NUMERAL_NONE:
    return true;
  case NUMERAL_DECIMAL:
    sbuf_addf(b, "%d", n);
    return true;
  case NUMERAL_WIDE:
    if (n >= 10)
      add_glyph(b, 0xFF10, n / 10);
    add_glyph(b, 0xFF10, n % 10);
    return true;
  case NUMERAL_CHINESE:
    if (n >= 20)
      sbuf_add_z(b, digits[n / 10]);
    if (n >= 10)
      sbuf_add_z(b, "十");
    if (n % 10 > 0)
      sbuf_add_z(b, digits[n % 10]);
    return true;
  case NUMERAL_DIGITS:
    if (n >= 10)
      sbuf_add_z(b, digits[n / 10]);
    sbuf_add_z(b, digits[n % 10]);
    return true;
  case NUMERAL_CIRCLE:
  case NUMERAL_BRACKET:
    if (n > 20)
      return false;
    add_glyph(b, numeral == NUMERAL_CIRCLE ? 0x2460 : 0x2474, n - 1);
    return true;
  case NUMERAL_UNKNOWN:
    return false;
  }
  return false;
}

static struct str printed(struct arena *arena, const struct abstract_list *list, int level) {
  struct sbuf b = {.arena = arena};
  struct str text = list->levels[level].text;
  if (list->levels[level].numeral == NUMERAL_NONE)
    return (struct str){"", 0};
  for (size_t i = 0; i < text.n; i++) {
    int part = text.p[i] == '%' && i + 1 < text.n ? text.p[i + 1] - '1' : -1;
    if (!is_level(part)) {
      sbuf_add_char(&b, text.p[i]);
      continue;
    }
    const struct level *l = &list->levels[part];
    if (!add_number(&b, l->numeral, l->count > 0 ? l->count : l->start))
      return (struct str){"", 0};
    i++;
  }
  return sbuf_str(&b);
}

struct str docx_lists_next(struct arena *arena, struct docx_lists *lists,
                           struct docx_numbering numbering) {
  struct list *list = NULL;
  const struct style *style = numbering.style.n > 0 ? style_named(lists, numbering.style) : NULL;
  if (style != NULL && numbering.list < 0)
    numbering.list = style->list;
  if (style != NULL && numbering.level < 0)
    numbering.level = style->level;
  int level = numbering.level < 0 ? 0 : numbering.level;
  for (size_t i = 0; i < lists->lists.n && numbering.list > 0 && list == NULL; i++)
    if (lists->lists.at[i].id == numbering.list)
      list = &lists->lists.at[i];
  if (list == NULL || list->abstract == NULL || !is_level(level))
    return (struct str){"", 0};
  struct level *l = &list->abstract->levels[level];
  if (list->restart[level] > 0) {
    l->count = list->restart[level];
    list->restart[level] = 0;
  } else {
    l->count = l->count > 0 ? l->count + 1 : l->start;
  }
  for (int deeper = level + 1; deeper < LEVELS; deeper++)
    list->abstract->levels[deeper].count = 0;
  return printed(arena, list->abstract, level);
}
