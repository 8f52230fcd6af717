/* match_index: every printed word of every edition, hashed (see match_index.h). */
#include "read/match_index.h"

#include "base/utf8.h"

#include <string.h>

#define NO_LABEL (-1)
#define AMBIGUOUS (-2)
#define LONGEST_LABEL 300 /* bytes; the longest printed one has 150 */

/* Text → label, open addressing; a power of two slots, at most half full. */
struct map_slot {
  struct str key;
  uint64_t hash;
  int label;
};

struct map {
  struct map_slot *slots;
  size_t mask, used;
};

struct match_index {
  struct arena *arena;
  const struct vocab *vocab;
  struct map exact; /* as printed, and skeletons */
  struct map loose; /* skeletons without numeral or explanation, where they stay unique */
  struct {
    struct label *at;
    size_t n, cap;
  } labels;
  struct index_edition *editions;
  struct index_form *forms;
  struct maps *maps;
};

/* --- The map */

static struct map_slot *map_slot(const struct map *map, struct str key, uint64_t hash) {
  size_t i = hash & map->mask;
  while (map->slots[i].key.p != NULL &&
         (map->slots[i].hash != hash || !str_eq(map->slots[i].key, key)))
    i = (i + 1) & map->mask;
  return &map->slots[i];
}

static int map_get(const struct map *map, struct str key) {
  if (key.n == 0)
    return NO_LABEL;
  const struct map_slot *slot = map_slot(map, key, str_hash(key));
  return slot->key.p != NULL ? slot->label : NO_LABEL;
}

static void map_put(struct arena *arena, struct map *map, struct str key, int label) {
  if (map->used * 2 >= map->mask) {
    struct map old = *map;
    size_t size = old.slots == NULL ? 512 : (old.mask + 1) * 2;
    *map = (struct map){ARENA_ARRAY(arena, struct map_slot, size), size - 1, old.used};
    for (size_t i = 0; old.slots != NULL && i <= old.mask; i++)
      if (old.slots[i].key.p != NULL)
        *map_slot(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
  }
  uint64_t hash = str_hash(key);
  struct map_slot *slot = map_slot(map, key, hash);
  if (slot->key.p != NULL)
    return;
  *slot = (struct map_slot){key, hash, label};
  map->used++;
}

/* --- Spellings */

struct str index_without_explanation(struct str text) {
  size_t length;
  utf8_at(text, &length);
  for (size_t i = length; i < text.n; i += length) {
    unsigned char c = (unsigned char)text.p[i];
    length = 1;
    if (c == '(')
      return str_sub(text, 0, i);
    if (c >= 0x80 && utf8_ascii_twin(utf8_at(str_sub(text, i, text.n), &length)) == '(')
      return str_sub(text, 0, i);
  }
  return text;
}

/* The spelling that flattened text has most often: ASCII brackets, commas and colons. */
static struct str with_ascii_marks(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    uint32_t twin = c == 0x3001 ? c : utf8_ascii_twin(c);
    utf8_put(&b, c == 0x201C || c == 0x201D ? c : twin);
  }
  return sbuf_str(&b);
}

static int add_label(struct match_index *index, struct str printed) {
  struct str skeleton = utf8_skeleton(index->arena, printed);
  if (skeleton.n == 0)
    return NO_LABEL;
  int label = map_get(&index->exact, skeleton);
  if (label == NO_LABEL) {
    label = (int)index->labels.n;
    struct label fresh = {.skeleton = skeleton};
    ARENA_PUSH(index->arena, &index->labels, fresh);
    map_put(index->arena, &index->exact, skeleton, label);
  }
  map_put(index->arena, &index->exact, printed, label);
  map_put(index->arena, &index->exact, with_ascii_marks(index->arena, printed), label);
  return label;
}

static void add_use(struct match_index *index, struct str printed, struct label_use use) {
  int label = add_label(index, printed);
  if (label == NO_LABEL)
    return;
  struct label *l = &index->labels.at[label];
  for (size_t i = 0; i < l->uses.n; i++)
    if (memcmp(&l->uses.at[i], &use, sizeof use) == 0)
      return; /* a synonym with the same skeleton */
  ARENA_PUSH(index->arena, &l->uses, use);
}

static void add_spelling(struct arena *arena, struct spellings *spellings, struct str printed) {
  struct str skeleton = utf8_skeleton(arena, printed);
  for (size_t i = 0; i < spellings->n; i++)
    if (str_eq(spellings->at[i], skeleton))
      return;
  if (skeleton.n > 0)
    ARENA_PUSH(arena, spellings, skeleton);
}

/* --- The editions */

/* Do two lines agree in the parts up to and including `depth`? */
static bool same_path(const struct line *a, const struct line *b, int depth) {
  if (a->npath <= depth || b->npath <= depth)
    return false;
  for (int i = 0; i <= depth; i++)
    if (!str_eq(a->path[i], b->path[i]))
      return false;
  return true;
}

/* Adds what stands in the paths of `n` lines: each inner part once for the lines that share it. */
static void add_lines(struct match_index *index, const struct line *lines, size_t n,
                      struct label_use base, enum label_kind inner, enum label_kind leaf) {
  for (int depth = 0; depth < MAX_PARTS; depth++) {
    for (size_t i = 0, next; i < n; i = next) {
      next = i + 1;
      if (lines[i].npath <= depth)
        continue;
      while (next < n && same_path(&lines[i], &lines[next], depth))
        next++;
      struct label_use use = base;
      bool is_leaf = lines[i].npath == depth + 1;
      use.kind = is_leaf ? leaf : inner;
      use.depth = depth;
      use.first = base.first + (int)i;
      use.last = base.first + (int)next - 1;
      add_use(index, lines[i].path[depth], use);
      for (size_t k = 0; is_leaf && k < lines[i].nsynonyms; k++)
        add_use(index, lines[i].synonyms[k], use);
    }
  }
}

static void add_row(struct match_index *index, struct index_edition *e, int table, int block,
                    int row) {
  const struct line *line = &e->blocks[block].block->rows[row];
  struct index_row *r = &e->rows[e->nrows++];
  *r = (struct index_row){table, block, row, line, {0}};
  struct str last = line->path[line->npath - 1];
  add_spelling(index->arena, &r->spellings, last);
  for (size_t i = 0; i < line->nsynonyms; i++)
    add_spelling(index->arena, &r->spellings, line->synonyms[i]);
  add_spelling(index->arena, &r->spellings, index_without_explanation(last));
}

static void add_block(struct match_index *index, struct index_edition *e, int edition, int table,
                      const struct block *block) {
  int number = e->nblocks++;
  struct index_block *b = &e->blocks[number];
  *b = (struct index_block){table, block, e->nrows, (int)block->nrows, {0}, {0}};
  for (size_t i = 0; i < block->nrows; i++)
    add_row(index, e, table, number, (int)i);
  if ((int)block->ncolumns > e->max_columns)
    e->max_columns = (int)block->ncolumns;

  struct label_use base;
  memset(&base, 0, sizeof base); /* uses are compared byte by byte */
  base.edition = edition;
  base.block = number;
  base.kind = LABEL_TITLE;
  add_use(index, block->title, base);
  add_spelling(index->arena, &b->titles, block->title);
  base.kind = block->title.n > 0 ? LABEL_TITLE : LABEL_HEAD; /* other words for no title: heads */
  for (size_t i = 0; i < block->ntitle_synonyms; i++) {
    add_use(index, block->title_synonyms[i], base);
    add_spelling(index->arena, block->title.n > 0 ? &b->titles : &b->heads,
                 block->title_synonyms[i]);
  }
  base.kind = LABEL_HEAD;
  for (size_t i = 0; i < block->nheads; i++) {
    add_use(index, block->heads[i], base);
    add_spelling(index->arena, &b->heads, block->heads[i]);
  }
  add_lines(index, block->columns, block->ncolumns, base, LABEL_COLUMN, LABEL_COLUMN);
  base.first = b->first_row;
  add_lines(index, block->rows, block->nrows, base, LABEL_GROUP, LABEL_ROW);
}

static void add_edition(struct match_index *index, int number) {
  const struct edition *edition = &index->vocab->editions[number];
  struct index_edition *e = &index->editions[number];
  size_t nrows = 0, nblocks = 0;
  for (size_t t = 0; t < edition->ntables; t++)
    for (size_t b = 0; b < edition->tables[t].nblocks; b++, nblocks++)
      nrows += edition->tables[t].blocks[b].nrows;
  e->edition = edition;
  if (edition->map.is_declared) /* its tables stand in records, map.c knows them by their heads */
    return;
  e->rows = ARENA_ARRAY(index->arena, struct index_row, nrows);
  e->blocks = ARENA_ARRAY(index->arena, struct index_block, nblocks);
  for (size_t t = 0; t < edition->ntables; t++)
    for (size_t b = 0; b < edition->tables[t].nblocks; b++)
      add_block(index, e, number, (int)t, &edition->tables[t].blocks[b]);
  e->sums = sums_of_edition(index->arena, index->vocab, edition);
}

static void add_form(struct match_index *index, size_t number) {
  const struct form *form = &index->vocab->forms[number];
  struct index_form *f = &index->forms[number];
  struct arena *arena = index->arena;
  f->nsections = form->nsections;
  f->sections = ARENA_ARRAY(arena, struct spellings, form->nsections);
  for (size_t i = 0; i < form->nsections; i++) {
    add_spelling(arena, &f->sections[i], form->sections[i].heading);
    for (size_t k = 0; k < form->sections[i].nsynonyms; k++)
      add_spelling(arena, &f->sections[i], form->sections[i].synonyms[k]);
  }
  f->ntitles = form->ntitles;
  f->titles = ARENA_ARRAY(arena, struct str, form->ntitles);
  for (size_t i = 0; i < form->ntitles; i++)
    f->titles[i] = utf8_skeleton(arena, form->titles[i]);
}

/* Adds a shorter spelling of a label, unless another label has it. */
static void add_loose(struct match_index *index, struct str spelling, int label) {
  if (spelling.n < 6 || map_get(&index->exact, spelling) != NO_LABEL)
    return;
  map_put(index->arena, &index->loose, spelling, label);
  struct map_slot *slot = map_slot(&index->loose, spelling, str_hash(spelling));
  if (slot->label != label)
    slot->label = AMBIGUOUS;
}

struct match_index *match_index_new(struct arena *arena, const struct vocab *vocab) {
  struct match_index *index = ARENA_NEW(arena, struct match_index);
  index->arena = arena;
  index->vocab = vocab;
  /* Empty maps have one slot that no key ever fills. */
  map_put(arena, &index->exact, STR("\n"), NO_LABEL);
  map_put(arena, &index->loose, STR("\n"), NO_LABEL);
  index->editions = ARENA_ARRAY(arena, struct index_edition, vocab->neditions);
  index->forms = ARENA_ARRAY(arena, struct index_form, vocab->nforms);
  index->maps = maps_new(arena, vocab);
  for (size_t i = 0; i < vocab->nforms; i++)
    add_form(index, i);
  for (size_t i = 0; i < vocab->neditions; i++)
    add_edition(index, (int)i);
  for (size_t i = 0; i < vocab->neditions; i++) {
    const struct index_edition *e = &index->editions[i];
    for (int r = 0; r < e->nrows; r++) {
      const struct line *line = e->rows[r].line;
      for (int part = 0; part < line->npath; part++) {
        struct str printed = line->path[part];
        int label = map_get(&index->exact, printed);
        struct str shorter = index_without_explanation(printed);
        add_loose(index, utf8_skeleton(arena, shorter), label);
        add_loose(index, utf8_skeleton_unnumbered(arena, printed), label);
        add_loose(index, utf8_skeleton_unnumbered(arena, shorter), label);
      }
    }
  }
  return index;
}

/* --- Asking */

const struct vocab *index_vocab(const struct match_index *index) {
  return index->vocab;
}

const struct index_edition *index_edition(const struct match_index *index, int edition) {
  return &index->editions[edition];
}

const struct index_form *index_form(const struct match_index *index, int form) {
  return &index->forms[form];
}

const struct maps *index_maps(const struct match_index *index) {
  return index->maps;
}

size_t index_label_count(const struct match_index *index) {
  return index->labels.n;
}

const struct label *index_label(const struct match_index *index, int label) {
  return &index->labels.at[label];
}

static int find_folded(const struct match_index *index, struct arena *scratch, struct str text) {
  struct str skeleton = utf8_skeleton(scratch, text);
  int label = map_get(&index->exact, skeleton);
  if (label == NO_LABEL)
    label = map_get(&index->loose, skeleton);
  if (label != NO_LABEL)
    return label;
  skeleton = utf8_skeleton_unnumbered(scratch, text);
  label = map_get(&index->exact, skeleton);
  return label == NO_LABEL ? map_get(&index->loose, skeleton) : label;
}

int index_find(const struct match_index *index, struct arena *scratch, struct str text) {
  int label = text.n <= LONGEST_LABEL ? map_get(&index->exact, text) : NO_LABEL;
  if (label != NO_LABEL)
    return label;
  if (text.n <= LONGEST_LABEL)
    label = find_folded(index, scratch, text);
  if (label == NO_LABEL) {
    struct str shorter = index_without_explanation(str_sub(text, 0, LONGEST_LABEL));
    if (shorter.n > 0 && shorter.n < text.n && shorter.n < LONGEST_LABEL)
      label = find_folded(index, scratch, shorter);
  }
  return label == AMBIGUOUS ? NO_LABEL : label;
}
