/* gazetteer: stdlib/where/ → a dictionary of names and words (see gazetteer.h). */
#include "form/gazetteer.h"

#include "base/utf8.h"
#include "form/stdlib.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 32768u /* some ten thousand words: a third full */

struct dictionary {
  struct {
    struct str word;
    int first; /* entry + 1; 0 = free */
  } * slots;
  struct {
    struct dictionary_entry *at;
    size_t n, cap;
  } entries;
  size_t longest; /* bytes */
};

/* --- The dictionary */

static size_t slot_of(const struct dictionary *d, struct str word) {
  size_t slot = str_hash(word) & (SLOTS - 1);
  while (d->slots[slot].first > 0 && !str_eq(d->slots[slot].word, word))
    slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/* `word` is folded and lives as long as the dictionary. What it is already is not added again. */
static void add_word(struct arena *arena, struct dictionary *d, struct str word,
                     enum word_kind kind, int value) {
  size_t slot = slot_of(d, word);
  int last = -1;
  for (int e = d->slots[slot].first - 1; e >= 0; e = d->entries.at[e].next) {
    if (d->entries.at[e].kind == kind && d->entries.at[e].value == value)
      return;
    last = e;
  }
  struct dictionary_entry entry = {kind, value, -1};
  int index = (int)d->entries.n;
  ARENA_PUSH(arena, &d->entries, entry);
  if (last >= 0) {
    d->entries.at[last].next = index;
    return;
  }
  d->slots[slot].word = word;
  d->slots[slot].first = index + 1;
  d->longest = word.n > d->longest ? word.n : d->longest;
}

const struct dictionary_entry *gazetteer_find(const struct gazetteer *g, struct str word) {
  int first = g->words->slots[slot_of(g->words, word)].first;
  return first > 0 ? &g->words->entries.at[first - 1] : NULL;
}

const struct dictionary_entry *gazetteer_next(const struct gazetteer *g,
                                              const struct dictionary_entry *entry) {
  return entry->next >= 0 ? &g->words->entries.at[entry->next] : NULL;
}

size_t gazetteer_longest(const struct gazetteer *g) {
  return g->words->longest;
}

static bool is_word(const struct gazetteer *g, struct str word, enum word_kind kind, int *value) {
  for (const struct dictionary_entry *e = gazetteer_find(g, word); e != NULL;
       e = gazetteer_next(g, e))
    if (e->kind == kind) {
      if (value != NULL)
        *value = e->value;
      return true;
    }
  return false;
}

/* Does a character begin there? */
static bool is_start(struct str text, size_t at) {
  return at >= text.n || ((unsigned char)text.p[at] & 0xC0) != 0x80;
}

size_t gazetteer_at(const struct gazetteer *g, struct str text, enum word_kind kind, int *value) {
  for (size_t n = text.n < gazetteer_longest(g) ? text.n : gazetteer_longest(g); n > 0; n--)
    if (is_start(text, n) && is_word(g, str_sub(text, 0, n), kind, value))
      return n;
  return 0;
}

size_t gazetteer_at_end(const struct gazetteer *g, struct str text, enum word_kind kind,
                        int *value) {
  for (size_t n = text.n < gazetteer_longest(g) ? text.n : gazetteer_longest(g); n > 0; n--)
    if (is_start(text, text.n - n) && is_word(g, str_sub(text, text.n - n, text.n), kind, value))
      return n;
  return 0;
}

/* --- Reading */

static struct str list_text(const char *name) {
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (strcmp(stdlib_files[i].name, name) == 0)
      return (struct str){stdlib_files[i].start,
                          (size_t)(stdlib_files[i].end - stdlib_files[i].start)};
  return STR("");
}

/* Takes what stands before `mark` off *text, and the mark. */
static struct str take_until(struct str *text, char mark) {
  size_t n = 0;
  while (n < text->n && text->p[n] != mark)
    n++;
  struct str taken = str_sub(*text, 0, n);
  *text = str_sub(*text, n < text->n ? n + 1 : n, text->n);
  return taken;
}

/* The next line that is no comment; false at the end. */
static bool next_line(struct str *text, struct str *line) {
  while (text->n > 0) {
    *line = take_until(text, '\n');
    if (line->n > 0 && line->p[0] != '#')
      return true;
  }
  return false;
}

void gazetteer_levels(struct arena *arena, struct vocab *vocab) {
  struct str text = list_text("where/levels.txt"), line;
  vocab->levels = ARENA_ARRAY(arena, struct names, LEVEL_COUNT);
  vocab->nlevels = 1; /* the first is LEVEL_NONE */
  while (vocab->nlevels < LEVEL_COUNT && next_line(&text, &line)) {
    struct names *names = &vocab->levels[vocab->nlevels++];
    names->key = take_until(&line, '\t');
    names->zh = take_until(&line, '\t');
    names->en = take_until(&line, '\t');
    names->synonyms = ARENA_ARRAY(arena, struct str, line.n + 1);
    while (line.n > 0)
      names->synonyms[names->nsynonyms++] = take_until(&line, ' ');
  }
}

static void read_functions(struct arena *arena, struct gazetteer *g) {
  struct str text = list_text("where/functions.txt"), line;
  struct {
    struct function *at;
    size_t n, cap;
  } list = {0};
  while (next_line(&text, &line)) {
    struct function function = {.key = take_until(&line, '\t'), .en = take_until(&line, '\t')};
    while (line.n > 0)
      add_word(arena, g->words, utf8_fold(arena, take_until(&line, ' ')), WORD_FUNCTION,
               (int)list.n);
    ARENA_PUSH(arena, &list, function);
  }
  g->functions = list.at;
  g->nfunctions = list.n;
}

static const struct {
  const char *name;
  enum word_kind kind;
} kinds[] = {{"national", WORD_NATIONAL}, {"government", WORD_GOVERNMENT},
             {"zone", WORD_ZONE},         {"committee", WORD_COMMITTEE},
             {"people", WORD_PEOPLE},     {"ending", WORD_ENDING},
             {"office", WORD_OFFICE},     {"no-township", WORD_NO_TOWNSHIP},
             {"tail", WORD_TAIL},         {"no-tail", WORD_NO_TAIL},
             {"skip", WORD_SKIP}};

/* `ending-county` is of the kind `ending` and says a level. */
static void read_names(struct arena *arena, struct gazetteer *g, const struct vocab *vocab) {
  struct str text = list_text("where/names.txt"), line;
  while (next_line(&text, &line)) {
    struct str name = take_until(&line, '\t');
    int kind = -1, level = LEVEL_NONE;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
      struct str word = str_from_z(kinds[i].name);
      if (!str_eq(name, word) && !(str_starts(name, word) && name.p[word.n] == '-'))
        continue;
      kind = (int)kinds[i].kind;
      for (size_t k = 1; name.n > word.n && k < vocab->nlevels; k++)
        if (str_eq(str_sub(name, word.n + 1, name.n), vocab->levels[k].key))
          level = (int)k;
    }
    while (line.n > 0 && kind >= 0)
      add_word(arena, g->words, utf8_fold(arena, take_until(&line, ' ')), (enum word_kind)kind,
               level);
  }
}

/* --- Divisions */

/* 大理白族 → 大理; what would be left with one character stays. */
static struct str without_peoples(const struct gazetteer *g, struct str base) {
  for (size_t n; (n = gazetteer_at_end(g, base, WORD_PEOPLE, NULL)) > 0;) {
    if (utf8_length(str_sub(base, 0, base.n - n)) < 2)
      break;
    base = str_sub(base, 0, base.n - n);
  }
  return base;
}

static void add_shorter(struct arena *arena, struct gazetteer *g, struct str name, int division) {
  size_t ending = gazetteer_at_end(g, name, WORD_ENDING, NULL);
  if (ending == 0 || gazetteer_at_end(g, name, WORD_ZONE, NULL) > ending)
    return;
  struct str base = without_peoples(g, str_sub(name, 0, name.n - ending));
  struct str tail = str_sub(name, name.n - 3, name.n); /* a Han character takes three bytes */
  if (utf8_length(base) < 2)
    return;
  add_word(arena, g->words, base, WORD_SHORT, division);
  if (base.n + ending < name.n || ending > 3)
    add_word(arena, g->words, str_fmt(arena, "%.*s%.*s", STR_ARG(base), STR_ARG(tail)), WORD_ABBREV,
             division);
  if (base.n + ending < name.n) /* 双江自治县 */
    add_word(
        arena, g->words,
        str_fmt(arena, "%.*s%.*s", STR_ARG(base), STR_ARG(str_sub(name, name.n - ending, name.n))),
        WORD_ABBREV, division);
}

/* 河北唐山芦台经济开发区 is called 唐山芦台经济开发区 too. */
static void add_without_province(struct arena *arena, struct gazetteer *g, struct str name,
                                 int division) {
  int top = division;
  while (g->divisions[top].parent >= 0)
    top = g->divisions[top].parent;
  size_t n = gazetteer_at(g, name, WORD_SHORT, NULL);
  bool is_it = false;
  for (const struct dictionary_entry *e = gazetteer_find(g, str_sub(name, 0, n)); e != NULL;
       e = gazetteer_next(g, e))
    is_it = is_it || (e->kind == WORD_SHORT && e->value == top);
  if (is_it && utf8_length(str_sub(name, n, name.n)) > 4)
    add_word(arena, g->words, str_sub(name, n, name.n), WORD_ABBREV, division);
}

/* `530102 五华区`, `130171* 石家庄高新技术产业开发区`: the parent is the last one whose number
 * begins this one. */
static void read_divisions(struct arena *arena, struct gazetteer *g) {
  static const enum level levels[] = {[2] = LEVEL_PROVINCE, [4] = LEVEL_CITY, [6] = LEVEL_COUNTY};
  struct str text = list_text("where/gazetteer.txt"), line, numbers[3] = {{0}};
  int above[3] = {-1, -1, -1};
  g->divisions = ARENA_ARRAY(arena, struct division, text.n / 8 + 1);
  while (next_line(&text, &line)) {
    struct str number = take_until(&line, ' ');
    bool is_star = str_ends(number, STR("*"));
    number.n -= is_star;
    if (number.n != 2 && number.n != 4 && number.n != 6)
      continue;
    int index = (int)g->ndivisions++;
    size_t depth = number.n / 2 - 1;
    struct division *division = &g->divisions[index];
    *division = (struct division){.name = line, .parent = -1, .level = levels[number.n]};
    for (size_t i = 0; i < depth; i++)
      if (above[i] >= 0 && str_starts(number, numbers[i]))
        division->parent = above[i];
    for (size_t i = 0; i < 6 && !is_star; i++)
      division->code = division->code * 10 + (i < number.n ? number.p[i] - '0' : 0);
    if (division->parent >= 0)
      g->divisions[division->parent].has_counties = true;
    above[depth] = index;
    numbers[depth] = number;
    struct str folded = utf8_fold(arena, line);
    add_word(arena, g->words, folded, WORD_DIVISION, index);
    add_shorter(arena, g, folded, index);
    if (is_star && depth == 2)
      add_without_province(arena, g, folded, index);
  }
}

const struct gazetteer *gazetteer_new(struct arena *arena, const struct vocab *vocab) {
  struct gazetteer *g = ARENA_NEW(arena, struct gazetteer);
  g->words = ARENA_NEW(arena, struct dictionary);
  g->words->slots = arena_alloc(arena, SLOTS * sizeof *g->words->slots);
  read_names(arena, g, vocab);
  read_functions(arena, g);
  read_divisions(arena, g);
  return g;
}

bool division_below(const struct gazetteer *g, int inner, int outer) {
  while (inner >= 0 && inner != outer)
    inner = g->divisions[inner].parent;
  return inner >= 0;
}

struct str division_path(struct arena *arena, const struct gazetteer *g, int division) {
  const struct division *d = &g->divisions[division];
  if (d->parent < 0)
    return d->name;
  return str_fmt(arena, "%.*s/%.*s", STR_ARG(division_path(arena, g, d->parent)), STR_ARG(d->name));
}

int division_named(const struct gazetteer *g, struct str word, int above) {
  static const enum word_kind ways[] = {WORD_DIVISION, WORD_ABBREV};
  for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++) {
    int found = -1;
    bool is_one = false;
    for (const struct dictionary_entry *e = gazetteer_find(g, word); e != NULL;
         e = gazetteer_next(g, e)) {
      if (e->kind != ways[k] || e->value == above ||
          (above >= 0 && !division_below(g, e->value, above)))
        continue;
      is_one = found < 0;
      found = e->value;
    }
    if (found >= 0)
      return is_one ? found : -1;
  }
  return -1;
}

/* Where places above are left out, 云南省/西山区, it is the one of that name below. */
int division_at(struct arena *arena, const struct gazetteer *g, struct str path) {
  struct str rest = utf8_fold(arena, path);
  int division = -1;
  while (rest.n > 0) {
    division = division_named(g, str_trim(take_until(&rest, '/')), division);
    if (division < 0)
      return -1;
  }
  return division;
}

int function_named(struct arena *arena, const struct gazetteer *g, struct str word) {
  struct str folded = utf8_fold(arena, str_trim(word));
  int value;
  for (size_t i = 0; i < g->nfunctions; i++)
    if (str_eq(folded, utf8_fold(arena, g->functions[i].key)) ||
        str_eq(folded, utf8_fold(arena, g->functions[i].en)))
      return (int)i;
  return is_word(g, folded, WORD_FUNCTION, &value) ? value : -1;
}
