/* body_text: of which place an agency is whose name leaves that open (区统计局, 鼓楼区教育局,
 * 马水镇): what its reports name decides, if it leaves one place only (see body.h).
 */
#include "form/body.h"

#include "base/utf8.h"

#define NAME_BYTES 9 /* in a running text 城区 is no place: names of three characters count */

/* By division: the text that names it in full, number + 1. */
struct mentions {
  const struct gazetteer *g;
  unsigned char *by;
};

static void read_mentions(struct arena *arena, const struct body_text *texts, size_t ntexts,
                          struct mentions *m) {
  for (size_t t = 0; t < ntexts && t < 255; t++) {
    struct str text = utf8_fold(arena, texts[t].text);
    for (size_t i = 0, length; i < text.n; i += length) {
      utf8_at(str_sub(text, i, text.n), &length);
      if (length < 3)
        continue;
      struct str from = str_sub(
          text, i, i + gazetteer_longest(m->g) < text.n ? i + gazetteer_longest(m->g) : text.n);
      size_t n = gazetteer_at(m->g, from, WORD_DIVISION, NULL);
      if (n < NAME_BYTES)
        continue;
      for (const struct dictionary_entry *e = gazetteer_find(m->g, str_sub(from, 0, n)); e != NULL;
           e = gazetteer_next(m->g, e))
        if (e->kind == WORD_DIVISION && m->by[e->value] == 0)
          m->by[e->value] = (unsigned char)(t + 1);
    }
  }
}

/* The nearest place above it that is named, of that level or any; -1. */
static int named_above(const struct mentions *m, int division, enum level level) {
  for (int d = m->g->divisions[division].parent; d >= 0; d = m->g->divisions[d].parent)
    if (m->by[d] > 0 && (level == LEVEL_NONE || m->g->divisions[d].level == level))
      return d;
  return -1;
}

static struct str say_text(struct arena *arena, const struct mentions *m,
                           const struct body_text *texts, int division) {
  return str_fmt(arena, "%s names %.*s", texts[m->by[division] - 1].of,
                 STR_ARG(m->g->divisions[division].name));
}

/* Keeps the candidates above which a place is named; false when that leaves none. *above: one such
 * place. */
static bool keep_named(struct arena *arena, const struct mentions *m, enum level level,
                       struct hits *hits, int *above) {
  struct hits kept = {0};
  for (size_t i = 0; i < hits->n; i++) {
    int d = named_above(m, hits->at[i], level);
    if (d < 0)
      continue;
    ARENA_PUSH(arena, &kept, hits->at[i]);
    *above = d;
  }
  if (kept.n > 0)
    *hits = kept;
  return kept.n > 0;
}

/* May a division be meant where the name says only a level and perhaps the end of its name? */
static bool fits(struct arena *arena, const struct gazetteer *g, int division, enum level level,
                 struct str ending, const struct hits *within) {
  const struct division *d = &g->divisions[division];
  bool is_inside = within->n == 0;
  for (size_t i = 0; i < within->n; i++)
    is_inside =
        is_inside || (division != within->at[i] && division_below(g, division, within->at[i]));
  /* A city without counties has townships of its own. */
  bool is_level = level == LEVEL_NONE || d->level == level ||
                  (level == LEVEL_COUNTY && d->level == LEVEL_CITY && !d->has_counties);
  return is_inside && is_level && (ending.n == 0 || str_ends(utf8_fold(arena, d->name), ending));
}

/* The place with which the name of a sender begins. */
static bool ask_sender(struct arena *arena, const struct gazetteer *g, const struct body_text *text,
                       enum level level, struct str ending, struct hits *hits, struct str *why) {
  size_t length;
  struct str folded = utf8_fold(arena, str_trim(text->text));
  struct hits chain = body_chain(arena, g, folded, &length);
  if (chain.n != 1 || !fits(arena, g, chain.at[0], level, ending, hits))
    return false;
  *hits = chain;
  *why = str_fmt(arena, "%s begins with %.*s", text->of, STR_ARG(str_sub(folded, 0, length)));
  return true;
}

void body_ask(struct arena *arena, const struct gazetteer *g, const struct body_text *texts,
              size_t ntexts, struct hits *hits, bool open, enum level level, struct str ending,
              struct str *why) {
  struct mentions m = {g, arena_alloc(arena, g->ndivisions + 1)};
  struct hits within = *hits;
  int above = -1;
  for (size_t t = 0; t < ntexts && open; t++)
    if (texts[t].is_name && ask_sender(arena, g, &texts[t], level, ending, hits, why))
      return;
  if (ntexts > 0)
    read_mentions(arena, texts, ntexts, &m);
  if (open) {
    *hits = (struct hits){0};
    for (int d = 0; d < (int)g->ndivisions; d++)
      if (m.by[d] > 0 && fits(arena, g, d, level, ending, &within))
        ARENA_PUSH(arena, hits, d);
    if (hits->n == 1)
      *why = say_text(arena, &m, texts, hits->at[0]);
    if (hits->n < 2)
      return;
  }
  if ((keep_named(arena, &m, LEVEL_CITY, hits, &above) && hits->n == 1) ||
      (keep_named(arena, &m, LEVEL_NONE, hits, &above) && hits->n == 1))
    *why = open ? str_fmt(arena, "%.*s, of those of that name the one in %.*s",
                          STR_ARG(say_text(arena, &m, texts, hits->at[0])),
                          STR_ARG(g->divisions[above].name))
                : say_text(arena, &m, texts, above);
  else
    *why = open ? STR("its reports name several places") : STR("");
}
