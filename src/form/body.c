/* body: the name of an agency → region, level, function (see body.h).
 *
 * A name is read from the left: words before the place, the divisions in a row, the township, what
 * kind of body it is. The fold of a name has its characters in the same order, so that lengths are
 * those of the fold throughout.
 */
#include "form/body.h"

#include "base/utf8.h"

#define TOWNSHIP_GLYPHS                                                                            \
  10 /* the longest name of a township has nine characters without its ending */
#define PLACE_GLYPHS 12
#define PLACES_DEEP 3  /* province, city, county in one name */
#define NAME_BYTES 600 /* what is longer names no agency */
#define LISTED 4

struct naming {
  struct arena *arena;
  const struct gazetteer *g;
  struct str name; /* folded */
  struct str rest; /* of it, behind the place */
  struct hits hits;
  struct str place;    /* the words that name the place */
  enum level unlisted; /* of a place that the gazetteer lacks; LEVEL_NONE = there is none */
  struct str ending;   /* 区统计局: 区, all that the name says of its place */
  enum level ending_level;
  bool has_ending, has_unlisted, is_national;
  struct body body;
};

static size_t glyph(struct str text) {
  size_t length;
  utf8_at(text, &length);
  return length;
}

static bool begins(const struct naming *n, struct str text, enum word_kind kind) {
  return gazetteer_at(n->g, text, kind, NULL) > 0;
}

static bool holds(const struct gazetteer *g, struct str text, enum word_kind kind) {
  for (size_t i = 0; i < text.n; i += glyph(str_sub(text, i, text.n)))
    if (gazetteer_at(g, str_sub(text, i, text.n), kind, NULL) > 0)
      return true;
  return false;
}

/* --- Divisions */

/* Does what follows a short form show that it is a place? 昆明经开区, 黄石卫健委, but not
 * 中山路街道. */
static bool shows_place(struct arena *arena, const struct gazetteer *g, struct str rest,
                        const struct hits *found) {
  struct hits below = {0};
  if (rest.n == 0)
    return true;
  if (gazetteer_at(g, rest, WORD_ENDING, NULL) > 0)
    return body_divisions(arena, g, rest, found, true, &below) > 0;
  return gazetteer_at(g, rest, WORD_FUNCTION, NULL) > 0 ||
         gazetteer_at(g, rest, WORD_GOVERNMENT, NULL) > 0 || holds(g, rest, WORD_ZONE) ||
         body_divisions(arena, g, rest, found, true, &below) > 0;
}

static void take_kind(struct arena *arena, const struct gazetteer *g, struct str word,
                      enum word_kind kind, const struct hits *above, struct hits *found) {
  for (const struct dictionary_entry *e = gazetteer_find(g, word); e != NULL;
       e = gazetteer_next(g, e)) {
    bool fits = above == NULL;
    for (size_t i = 0; !fits && i < above->n; i++)
      fits = e->value != above->at[i] && division_below(g, e->value, above->at[i]);
    if (e->kind == kind && fits)
      ARENA_PUSH(arena, found, e->value);
  }
}

size_t body_divisions(struct arena *arena, const struct gazetteer *g, struct str text,
                      const struct hits *above, bool is_full, struct hits *found) {
  static const enum word_kind kinds[] = {WORD_DIVISION, WORD_ABBREV, WORD_SHORT};
  size_t function = gazetteer_at(g, text, WORD_FUNCTION, NULL);
  for (size_t n = text.n < gazetteer_longest(g) ? text.n : gazetteer_longest(g); n > 0; n--) {
    if (n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80)
      continue;
    for (size_t k = 0; k < (is_full ? 1 : 3); k++) {
      found->n = 0;
      take_kind(arena, g, str_sub(text, 0, n), kinds[k], above, found);
      if (found->n == 0)
        continue;
      /* 公安局 is no office of 公安县. */
      if (kinds[k] == WORD_SHORT &&
          (function >= n || !shows_place(arena, g, str_sub(text, n, text.n), found)))
        continue;
      return n;
    }
  }
  found->n = 0;
  return 0;
}

struct hits body_chain(struct arena *arena, const struct gazetteer *g, struct str text,
                       size_t *length) {
  struct hits hits = {0};
  *length = 0;
  for (;;) {
    struct hits next = {0};
    size_t n = body_divisions(arena, g, str_sub(text, *length, text.n), hits.n > 0 ? &hits : NULL,
                              false, &next);
    if (n == 0)
      return hits;
    hits = next;
    *length += n;
  }
}

struct str body_list(struct arena *arena, const struct gazetteer *g, const struct hits *hits) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < hits->n && i < LISTED; i++) {
    bool is_last = i + 1 == hits->n;
    sbuf_addf(&b, "%s%.*s",
              i == 0    ? ""
              : is_last ? " or "
                        : ", ",
              STR_ARG(division_path(arena, g, hits->at[i])));
  }
  if (hits->n > LISTED)
    sbuf_addf(&b, " or one of %zu others", hits->n - LISTED);
  return sbuf_str(&b);
}

/* --- The place */

/* Is a body named behind a place, or nothing? */
static bool is_body(const struct naming *n, struct str rest) {
  return rest.n == 0 || begins(n, rest, WORD_FUNCTION) || begins(n, rest, WORD_GOVERNMENT) ||
         begins(n, rest, WORD_COMMITTEE) || begins(n, rest, WORD_OFFICE);
}

/* The length of the township with which the text begins (青山镇, 打浦桥街道), 0 = none. */
static size_t township_at(const struct naming *n, struct str text) {
  size_t at = 0;
  for (int i = 0; i < TOWNSHIP_GLYPHS && at < text.n; i++) {
    at += glyph(str_sub(text, at, text.n));
    int level;
    size_t ending = gazetteer_at(n->g, str_sub(text, at, text.n), WORD_ENDING, &level);
    struct str with = str_sub(text, 0, at + ending), rest = str_sub(text, at + ending, text.n);
    if (ending == 0 || level != LEVEL_TOWNSHIP ||
        gazetteer_at_end(n->g, with, WORD_NO_TOWNSHIP, NULL))
      continue;
    if (rest.n == 0 || begins(n, rest, WORD_OFFICE) || begins(n, rest, WORD_FUNCTION))
      return with.n;
  }
  return 0;
}

/* A place that the gazetteer lacks: 示例县公安局. Its length, 0 = none. `deep`: how many may
 * follow. */
static size_t unlisted_at(const struct naming *n, struct str text, int deep, enum level *level) {
  size_t at = 0;
  for (int i = 0; i < PLACE_GLYPHS && at < text.n; i++) {
    at += glyph(str_sub(text, at, text.n));
    int value;
    size_t ending = gazetteer_at(n->g, str_sub(text, at, text.n), WORD_ENDING, &value);
    struct str with = str_sub(text, 0, at + ending), rest = str_sub(text, at + ending, text.n);
    if (ending == 0 || i == 0 || value == LEVEL_TOWNSHIP ||
        gazetteer_at_end(n->g, with, WORD_ZONE, NULL) > 0 ||
        gazetteer_at_end(n->g, with, WORD_NO_TOWNSHIP, NULL) > 0)
      continue;
    enum level deeper;
    if (!is_body(n, rest) && township_at(n, rest) == 0 &&
        (deep == 0 || unlisted_at(n, rest, deep - 1, &deeper) == 0))
      continue;
    *level = (enum level)value;
    return with.n;
  }
  return 0;
}

/* 国家税务总局昆明市税务局: the office of a central body, by the place behind its name; that of a
 * province or city may be short: 中国人民银行昆明中心支行. */
static void read_national(struct naming *n, size_t national) {
  n->is_national = true;
  n->rest = n->name;
  for (size_t i = national; i < n->name.n; i += glyph(str_sub(n->name, i, n->name.n))) {
    struct str from = str_sub(n->name, i, n->name.n);
    struct hits full = {0};
    size_t length = 0;
    if (body_divisions(n->arena, n->g, from, NULL, true, &full) > 0) {
      n->hits = body_chain(n->arena, n->g, from, &length);
    } else {
      length = gazetteer_at(n->g, from, WORD_SHORT, NULL);
      take_kind(n->arena, n->g, str_sub(from, 0, length), WORD_SHORT, NULL, &full);
      for (size_t k = 0; k < full.n; k++)
        if (n->g->divisions[full.at[k]].level <= LEVEL_CITY)
          ARENA_PUSH(n->arena, &n->hits, full.at[k]);
    }
    n->place = str_sub(from, 0, length);
    if (n->hits.n > 0)
      return;
  }
}

static void read_place(struct naming *n) {
  size_t length, skipped = gazetteer_at(n->g, n->name, WORD_SKIP, NULL);
  n->name = str_sub(n->name, skipped, n->name.n);
  n->rest = n->name;
  n->hits = body_chain(n->arena, n->g, n->name, &length);
  if (n->hits.n > 0) {
    n->place = str_sub(n->name, 0, length);
    n->rest = str_sub(n->name, length, n->name.n);
    return;
  }
  size_t national = gazetteer_at(n->g, n->name, WORD_NATIONAL, NULL);
  if (national > 0) {
    read_national(n, national);
    return;
  }
  /* 示例市示例县: the last of them. */
  enum level level;
  for (size_t at; (at = unlisted_at(n, n->rest, PLACES_DEEP, &level)) > 0;) {
    n->has_unlisted = true;
    n->unlisted = level;
    n->rest = str_sub(n->rest, at, n->rest.n);
    n->place = str_sub(n->name, 0, n->name.n - n->rest.n);
  }
  int value;
  size_t ending = n->has_unlisted ? 0 : gazetteer_at(n->g, n->name, WORD_ENDING, &value);
  if (ending > 0 && gazetteer_at(n->g, n->name, WORD_FUNCTION, NULL) <= ending) {
    n->has_ending = true;
    n->ending = n->place = str_sub(n->name, 0, ending);
    n->ending_level = (enum level)value;
    n->rest = str_sub(n->name, ending, n->name.n);
  }
}

/* Behind the place: 人民政府打浦桥街道, 青山镇人民政府. */
static void read_township(struct naming *n) {
  struct str rest = n->rest;
  size_t government = gazetteer_at(n->g, rest, WORD_GOVERNMENT, NULL);
  if (government < rest.n)
    rest = str_sub(rest, government, rest.n);
  size_t length = n->is_national ? 0 : township_at(n, rest);
  if (length == 0)
    return;
  n->body.township = str_sub(rest, 0, length);
  n->rest = str_sub(rest, length, rest.n);
}

/* --- Region */

static void set_region(struct naming *n, const struct hits *hits, struct str why) {
  struct body *body = &n->body;
  const struct gazetteer *g = n->g;
  if (hits->n == 1) {
    body->division = hits->at[0];
    body->region_why = why;
    /* A township lies in a county: a city alone does not say in which. */
    if (body->township.n > 0 && g->divisions[body->division].has_counties) {
      body->region_why = str_fmt(n->arena, "%.*s; in which county %.*s lies is not said",
                                 STR_ARG(why), STR_ARG(body->township));
      body->township = STR("");
    }
    return;
  }
  body->township = STR("");
  if (hits->n > 1)
    body->region_why = str_fmt(n->arena, "%.*s, which may be %.*s", STR_ARG(why),
                               STR_ARG(body_list(n->arena, g, hits)));
}

static void find_region(struct naming *n, const struct body_text *texts, size_t ntexts) {
  struct body *body = &n->body;
  struct arena *arena = n->arena;
  const char *where = n->is_national ? "holds" : "begins with";
  struct hits hits = n->hits;
  struct str name_says = str_fmt(arena, "the name %s %.*s", where, STR_ARG(n->place));
  bool in_city = hits.n == 1 && body->township.n > 0 && n->g->divisions[hits.at[0]].has_counties;
  if (hits.n == 1 && !in_city) {
    set_region(n, &hits, name_says);
    return;
  }
  if (n->is_national && hits.n == 0) {
    body->region_why = STR("a central body is of no division");
    return;
  }
  bool is_open = hits.n == 0;
  if (n->has_unlisted || (is_open && body->township.n == 0 && !n->has_ending)) {
    body->township = STR("");
    body->region_why = n->has_unlisted
                           ? str_fmt(arena, "the gazetteer does not list %.*s", STR_ARG(n->place))
                           : STR("the name begins with no division");
    return;
  }
  body->needs_text = true;
  struct str why = {0};
  struct hits asked = {0};
  for (size_t i = 0; i < hits.n; i++)
    ARENA_PUSH(arena, &asked, hits.at[i]);
  if (in_city || is_open) {
    /* Which county, or which place at all: one that the reports name. */
    enum level level = body->township.n > 0 ? LEVEL_COUNTY : n->ending_level;
    struct str ending = body->township.n > 0 ? STR("") : n->ending;
    body_ask(arena, n->g, texts, ntexts, &asked, true, level, ending, &why);
    if (asked.n == 0 && in_city)
      asked = hits;
    if (asked.n == 0) {
      body->region_why =
          body->township.n > 0
              ? str_fmt(arena, "in which county %.*s lies is not said", STR_ARG(body->township))
              : str_fmt(arena, "the name begins with %.*s and does not say which",
                        STR_ARG(n->place));
      body->township = STR("");
      return;
    }
    set_region(n, &asked, why.n > 0 && asked.n > 0 ? why : name_says);
    return;
  }
  body_ask(arena, n->g, texts, ntexts, &asked, false, LEVEL_NONE, STR(""), &why);
  set_region(n, asked.n == 1 ? &asked : &hits,
             asked.n == 1 ? str_fmt(arena, "%.*s, and %.*s", STR_ARG(name_says), STR_ARG(why))
                          : name_says);
}

/* --- Level and function */

static void set_level(struct naming *n, enum level level, struct str why) {
  n->body.level = level;
  n->body.level_why = why;
}

static void find_level(struct naming *n, bool has_township, struct str township) {
  struct arena *arena = n->arena;
  const struct gazetteer *g = n->g;
  int tail;
  if (has_township) {
    set_level(n, LEVEL_TOWNSHIP, str_fmt(arena, "%.*s is a township", STR_ARG(township)));
    return;
  }
  if (n->body.is_zone) {
    n->body.level_why = STR("it is of a zone, which may be of any level");
    return;
  }
  if (n->is_national && n->hits.n == 0) {
    set_level(n, LEVEL_CENTRAL, STR("the name is that of a central body"));
    return;
  }
  /* Where several places fit they may still be of one level. */
  enum level level = n->hits.n > 0 ? g->divisions[n->hits.at[0]].level : LEVEL_NONE;
  for (size_t i = 1; i < n->hits.n; i++)
    level = g->divisions[n->hits.at[i]].level == level ? level : LEVEL_NONE;
  if (level == LEVEL_NONE && n->body.division >= 0)
    level = g->divisions[n->body.division].level;
  if (level != LEVEL_NONE && n->body.division >= 0)
    set_level(
        n, level,
        str_fmt(arena, "%.*s is of that level", STR_ARG(g->divisions[n->body.division].name)));
  else if (level != LEVEL_NONE)
    set_level(n, level, str_fmt(arena, "every %.*s is of that level", STR_ARG(n->place)));
  else if (gazetteer_at_end(g, n->name, WORD_TAIL, &tail) > 0 &&
           gazetteer_at_end(g, n->name, WORD_NO_TAIL, NULL) == 0)
    set_level(n, (enum level)tail, STR("only departments of that level are called so"));
  else if (n->has_unlisted && n->unlisted != LEVEL_NONE)
    set_level(n, n->unlisted, str_fmt(arena, "the name begins with %.*s", STR_ARG(n->place)));
  else if (n->has_ending && n->ending_level != LEVEL_NONE)
    set_level(n, n->ending_level, str_fmt(arena, "the name begins with %.*s", STR_ARG(n->place)));
  else if (n->has_ending || n->has_unlisted)
    n->body.level_why = str_fmt(arena, "%.*s may be of several levels", STR_ARG(n->place));
}

static void find_function(struct naming *n, bool has_township) {
  struct body *body = &n->body;
  struct str rest = n->is_national ? n->name : n->rest;
  bool has_place = n->hits.n > 0 || n->has_unlisted || n->has_ending || has_township;
  size_t government = gazetteer_at(n->g, rest, WORD_GOVERNMENT, NULL);
  int value = -1, own = -1;
  /* What a government is called is a function too, but that of the office behind it goes first. */
  struct str word = {0};
  for (size_t best = 0, i = 0, step; i < rest.n; i += step) {
    struct str from = str_sub(rest, i, rest.n);
    int here;
    size_t length = gazetteer_at(n->g, from, WORD_FUNCTION, &here);
    size_t called = gazetteer_at(n->g, from, WORD_GOVERNMENT, NULL);
    step = called > 0 ? called : glyph(from); /* 人民政府 has nothing to do with 民政 */
    if (length > 0 && length == called)
      own = here;
    if (length <= called || length < best)
      continue;
    best = length;
    value = here;
    word = str_sub(from, 0, length);
  }
  if (value >= 0) {
    body->function = value;
    body->function_why = str_fmt(n->arena, "the name holds %.*s", STR_ARG(word));
    return;
  }
  /* The place alone, its government, the committee of a zone, the office of a township. */
  bool is_committee = gazetteer_at_end(n->g, rest, WORD_COMMITTEE, NULL) > 0 ||
                      gazetteer_at_end(n->g, rest, WORD_ZONE, NULL) > 0;
  bool is_zone = n->body.is_zone || gazetteer_at_end(n->g, n->place, WORD_ZONE, NULL) > 0;
  bool is_place = (has_place && rest.n == 0) || (is_zone && is_committee) ||
                  (has_place && government > 0 && government == rest.n) || has_township;
  if (!is_place)
    return;
  if (own < 0)
    own = function_named(n->arena, n->g, n->g->functions[0].key);
  body->function = own;
  body->function_why = government > 0
                           ? str_fmt(n->arena, "the name ends with %.*s", STR_ARG(rest))
                           : str_fmt(n->arena, "the name is that of the place or its government");
  body->is_government = !has_township && !n->body.is_zone && !n->is_national;
}

/* Folded, without blanks and brackets: titles break names, 中国（云南）自由贸易试验区. */
static struct str plain_name(struct arena *arena, struct str name) {
  struct str folded = utf8_fold(arena, name);
  struct sbuf b = {.arena = arena};
  for (size_t i = 0, length; i < folded.n; i += length) {
    uint32_t c = utf8_at(str_sub(folded, i, folded.n), &length);
    if (!utf8_is_blank(c) && c != '(' && c != ')')
      sbuf_add(&b, str_sub(folded, i, i + length));
  }
  return b.n > 0 ? sbuf_str(&b) : STR("");
}

static bool has_han(struct str name) {
  for (size_t i = 0; i < name.n; i += glyph(str_sub(name, i, name.n))) {
    size_t length;
    if (utf8_is_han(utf8_at(str_sub(name, i, name.n), &length)))
      return true;
  }
  return false;
}

struct body body_derive(struct arena *arena, const struct gazetteer *g, struct str name,
                        const struct body_text *texts, size_t ntexts) {
  struct naming n = {.arena = arena,
                     .g = g,
                     .name = plain_name(arena, name),
                     .body = {.division = -1, .function = -1}};
  if (!has_han(n.name) || n.name.n > NAME_BYTES) /* of another country; a paragraph */
    return n.body;
  read_place(&n);
  read_township(&n);
  struct str township = n.body.township;
  n.body.is_zone = township.n == 0 && holds(g, n.rest, WORD_ZONE) && !n.has_unlisted;
  find_region(&n, texts, ntexts);
  find_level(&n, township.n > 0, township);
  find_function(&n, township.n > 0);
  return n.body;
}

enum level level_named(struct arena *arena, const struct vocab *vocab, struct str word) {
  struct str folded = utf8_fold(arena, str_trim(word));
  for (size_t i = 1; i < vocab->nlevels; i++) {
    const struct names *names = &vocab->levels[i];
    bool is_it =
        str_eq(folded, names->key) || str_eq(folded, names->zh) || str_eq(folded, names->en);
    for (size_t s = 0; s < names->nsynonyms; s++)
      is_it = is_it || str_eq(folded, names->synonyms[s]);
    if (is_it)
      return (enum level)i;
  }
  return LEVEL_NONE;
}
