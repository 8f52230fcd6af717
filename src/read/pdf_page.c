/* pdf_page: words and ruled lines out of what poppler's programs print (see pdf_page.h). */
#include "read/pdf_page.h"

#include "read/xml.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PAGES 1000
#define WORDS 20000 /* of a page */
#define RULES 4000  /* of a page; a table of a report has 100 */
#define THIN 3.0    /* a filled box that is no wider is a line */
#define SHORT 4.0   /* shorter lines are parts of drawings */
#define SLANT 0.5   /* a line may be off by so much */

/* --- Words */

/* The number of an attribute in a tag. */
static double attribute(struct str tag, const char *name) {
  size_t at = str_find(tag, str_from_z(name));
  char text[32] = {0};
  size_t from = at + strlen(name);
  for (size_t i = 0; from + i < tag.n && i < sizeof text - 1 && tag.p[from + i] != '"'; i++)
    text[i] = tag.p[from + i];
  return strtod(text, NULL);
}

static struct str without_entities(struct arena *arena, struct str text) {
  static const struct {
    struct str entity;
    char c;
  } all[] = {{{"&amp;", 5}, '&'}, {{"&lt;", 4}, '<'}, {{"&gt;", 4}, '>'}, {{"&quot;", 6}, '"'}};
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < text.n;) {
    size_t k = 0;
    while (k < 4 && !str_starts(str_sub(text, i, text.n), all[k].entity))
      k++;
    sbuf_add_char(&b, k < 4 ? all[k].c : text.p[i]);
    i += k < 4 ? all[k].entity.n : 1;
  }
  return sbuf_str(&b);
}

void pdf_words(struct arena *arena, struct str bbox, struct pdf_pages *pages) {
  for (size_t i = 0, end; i < bbox.n; i = end + 1) {
    const char *newline = memchr(bbox.p + i, '\n', bbox.n - i);
    end = newline != NULL ? (size_t)(newline - bbox.p) : bbox.n;
    struct str line = str_trim(str_sub(bbox, i, end));
    if (str_starts(line, STR("<page")) && pages->n < PAGES) {
      struct pdf_page page = {0};
      ARENA_PUSH(arena, pages, page);
    }
    size_t tag = str_find(line, STR(">")), close = str_find(line, STR("</word>"));
    if (pages->n == 0 || !str_starts(line, STR("<word ")) || close == line.n || tag > close)
      continue;
    struct str head = str_sub(line, 0, tag);
    struct pdf_word word = {attribute(head, "xMin=\""), attribute(head, "yMin=\""),
                            attribute(head, "xMax=\""), attribute(head, "yMax=\""),
                            without_entities(arena, str_sub(line, tag + 1, close))};
    struct pdf_page *page = &pages->at[pages->n - 1];
    if (page->words.n < WORDS && str_trim(word.text).n > 0)
      ARENA_PUSH(arena, &page->words, word);
  }
}

/* --- Ruled lines */

struct point {
  double x, y;
};

struct matrix {
  double a, b, c, d, e, f;
};

static struct point apply(const struct matrix *m, double x, double y) {
  return (struct point){m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f};
}

static struct matrix matrix_of(struct str text) {
  struct matrix m = {1, 0, 0, 1, 0, 0};
  double *to[] = {&m.a, &m.b, &m.c, &m.d, &m.e, &m.f};
  if (!str_starts(text, STR("matrix(")))
    return m;
  const char *p = text.p + 7;
  for (size_t i = 0; i < 6; i++) {
    char *end;
    *to[i] = strtod(p, &end);
    p = end;
    while (*p == ',' || *p == ' ')
      p++;
  }
  return m;
}

static void add_rule(struct arena *arena, struct pdf_page *page, struct point a, struct point b) {
  struct pdf_rule rule = {fmin(a.x, b.x), fmin(a.y, b.y), fmax(a.x, b.x), fmax(a.y, b.y), false};
  double wide = rule.right - rule.left, high = rule.bottom - rule.top;
  rule.is_down = high > wide;
  if (!(fmax(wide, high) >= SHORT) || fmin(wide, high) > SLANT || page->rules.n > RULES)
    return;
  ARENA_PUSH(arena, &page->rules, rule);
}

/* A filled outline is a line when its box is thin. */
static void add_box(struct arena *arena, struct pdf_page *page, const struct point *corners,
                    size_t n) {
  struct point low = corners[0], high = corners[0];
  for (size_t i = 1; i < n; i++) {
    low = (struct point){fmin(low.x, corners[i].x), fmin(low.y, corners[i].y)};
    high = (struct point){fmax(high.x, corners[i].x), fmax(high.y, corners[i].y)};
  }
  double x = (low.x + high.x) / 2, y = (low.y + high.y) / 2;
  if (high.x - low.x <= THIN && high.y - low.y > high.x - low.x)
    add_rule(arena, page, (struct point){x, low.y}, (struct point){x, high.y});
  else if (high.y - low.y <= THIN)
    add_rule(arena, page, (struct point){low.x, y}, (struct point){high.x, y});
}

#define CORNERS 64 /* of an outline of straight lines; glyphs have more, or curves */

struct outline {
  struct point at[CORNERS];
  size_t n;
  bool is_curved;
};

static void end_outline(struct arena *arena, struct pdf_page *page, struct outline *o,
                        bool is_filled) {
  if (!o->is_curved && o->n > 1 && is_filled)
    add_box(arena, page, o->at, o->n);
  for (size_t i = 1; i < o->n && !o->is_curved && !is_filled; i++)
    add_rule(arena, page, o->at[i - 1], o->at[i]);
  o->n = 0;
  o->is_curved = false;
}

/* The outlines of `M x y L x y … Z M …`. */
static void read_path(struct arena *arena, struct pdf_page *page, const char *p,
                      const struct matrix *m, bool is_filled) {
  struct outline o = {.n = 0};
  while (*p != '\0') {
    char command = *p++;
    int numbers = command == 'M' || command == 'L' ? 2 : command == 'C' ? 6 : 0;
    double value[6] = {0};
    for (int i = 0; i < numbers; i++) {
      char *end;
      value[i] = strtod(p, &end);
      p = end;
    }
    if (command == 'M')
      end_outline(arena, page, &o, is_filled);
    if (command == 'C' || o.n == CORNERS)
      o.is_curved = true;
    else if (numbers == 2)
      o.at[o.n++] = apply(m, value[0], value[1]);
    else if (command == 'Z' && o.n > 1) {
      struct point first = o.at[0];
      o.at[o.n++] = first;
    }
  }
  end_outline(arena, page, &o, is_filled);
}

bool pdf_rules(struct arena *arena, struct str svg, struct pdf_pages *pages) {
  struct xml *xml = xml_open(svg, "/svg");
  size_t page = 0;
  bool has_pages = false;
  enum xml_event event;
  while ((event = xml_next(xml)) < XML_END) {
    if (event != XML_START)
      continue;
    if (xml_is(xml, "defs") || xml_is(xml, "clipPath") || xml_is(xml, "mask")) {
      xml_skip(xml);
    } else if (xml_is(xml, "page")) {
      page += has_pages;
      has_pages = true;
    } else if (xml_is(xml, "path") && page < pages->n) {
      struct arena scratch = {0};
      struct str style = xml_attribute(&scratch, xml, "style");
      struct matrix m = matrix_of(xml_attribute(&scratch, xml, "transform"));
      bool is_stroke = str_contains(style, STR("fill:none")) ||
                       str_eq(xml_attribute(&scratch, xml, "fill"), STR("none"));
      read_path(arena, &pages->at[page], xml_attribute(&scratch, xml, "d").p, &m, !is_stroke);
      arena_free(&scratch);
    }
  }
  xml_close(xml);
  return event == XML_END && page + 1 == pages->n;
}
