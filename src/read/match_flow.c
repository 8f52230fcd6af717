/* match_flow: rows of tables in running text (see match_parts.h).
 *
 * Pages turned to text often lose every border: one figure per line, blanks between figures, or
 * nothing at all. The labels are then looked for in the skeleton of a section's text, in the form's
 * order; what stands between two of them belongs to the first:
 *
 *   …规章 000行政规范性文件5845546第二十条第（五）项信息内容…1.属于国家秘密00000002.其他法律…
 *       ^^^^              ^^^^^^^                                     ^^^^^^^
 *
 * A numeral before a point is the next label's. Figures count only when they stand apart and are as
 * many as the columns; run-together digits are never split.
 */
#include "base/utf8.h"
#include "read/match_parts.h"
#include "read/number.h"

#include <string.h>

#define MAX_TOKENS 64

/* A paragraph or a cell of a table: text with one place. */
struct piece {
  struct str text;
  size_t end; /* where the section ends in it */
  struct place place;
  size_t block;
  bool is_cell;
};

/* A byte of the skeleton stands for this byte of this piece. */
struct origin {
  uint32_t piece, offset;
};

struct stream {
  struct match *m;
  struct fit *fit;
  struct {
    struct piece *at;
    size_t n, cap;
  } pieces;
  struct sbuf text;
  struct {
    struct origin *at;
    size_t n, cap;
  } origins;
  size_t met;  /* labels */
  bool at_end; /* the text goes to the end of the document */
  /* Where the fields of a line were last counted: runs come in order. */
  size_t field_piece, field_offset;
  uint32_t field;
};

/* --- The skeleton of a section */

static bool is_kept(uint32_t c) {
  return c < 0x80 ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') : utf8_is_han(c);
}

/* The length of `(pinyin)` in folded text, as utf8_skeleton leaves it out; else 0. */
static size_t pinyin_length(struct str folded) {
  size_t i = 1, length;
  if (folded.n == 0 || folded.p[0] != '(')
    return 0;
  for (size_t letters = 0; letters < 8; letters++, i += length) {
    uint32_t c = utf8_at(str_sub(folded, i, folded.n), &length);
    if (c == ')')
      return letters > 0 ? i + 1 : 0;
    if (!((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0x1DC)))
      return 0;
  }
  return 0;
}

/* Adds a piece and the skeleton of its bytes from .. to. Folding keeps the number of characters,
 * so that both texts are walked in step. */
static void add_piece(struct stream *f, struct piece piece, size_t from, size_t to) {
  struct arena *arena = f->m->arena;
  struct str text = str_sub(piece.text, from, to);
  struct str folded = utf8_fold(arena, text);
  uint32_t number = (uint32_t)f->pieces.n;
  piece.end = to;
  ARENA_PUSH(arena, &f->pieces, piece);
  bool after_han = false;
  size_t skip = 0; /* folded bytes of pinyin still to leave out */
  for (size_t i = 0, k = 0, length, step; i < text.n; i += length, k += step) {
    utf8_at(str_sub(text, i, text.n), &length);
    struct str rest = str_sub(folded, k, folded.n);
    uint32_t c = utf8_at(rest, &step);
    if (skip == 0 && after_han)
      skip = pinyin_length(rest);
    after_han = skip == 0 && utf8_is_han(c);
    if (skip > 0) {
      skip -= step < skip ? step : skip;
      continue;
    }
    if (!is_kept(c))
      continue;
    sbuf_add(&f->text, str_sub(rest, 0, step));
    struct origin origin = {number, (uint32_t)(from + i)};
    for (size_t b = 0; b < step; b++)
      ARENA_PUSH(arena, &f->origins, origin);
  }
}

/* Gathers the text from behind a section's heading to the next heading. */
static void add_section(struct stream *f, int section) {
  const struct match *m = f->m;
  const struct heading *start = &m->headings[section - 1];
  const struct heading *end = NULL;
  for (size_t s = (size_t)section; s < m->nsections && end == NULL; s++)
    if (m->headings[s].is_found)
      end = &m->headings[s];
  size_t last = end != NULL ? end->block : m->doc->blocks.n - 1;
  f->at_end = end == NULL;
  for (size_t i = start->block; i <= last; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind == DOC_PARAGRAPH) {
      struct doc_cell *cell = &block->rows[0].cells[0];
      size_t from = i == start->block ? start->to : 0;
      size_t to = end != NULL && i == last ? end->from : cell->text.n;
      add_piece(f, (struct piece){cell->text, 0, cell->place, i, false}, from, to);
      continue;
    }
    for (size_t r = 0; r < block->nrows && block->is_flattened; r++)
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        struct doc_cell *cell = &block->rows[r].cells[c];
        add_piece(f, (struct piece){cell->text, 0, cell->place, i, true}, 0, cell->text.n);
      }
  }
}

/* --- Labels in the skeleton */

struct hit {
  bool is_hit;
  size_t from, to; /* in the skeleton */
};

/* The first of the spellings between from and to; of those at one place the longest. */
static struct hit find_first(const struct stream *f, const struct spellings *words, size_t from,
                             size_t to) {
  struct hit best = {false, 0, 0};
  struct str all = sbuf_str(&f->text);
  for (size_t i = 0; i < words->n; i++) {
    size_t limit = best.is_hit ? best.from + words->at[i].n : to;
    struct str area = str_sub(all, from, limit < to ? limit : to);
    size_t at = str_find(area, words->at[i]);
    if (at >= area.n)
      continue;
    at += from;
    if (!best.is_hit || at < best.from || (at == best.from && at + words->at[i].n > best.to))
      best = (struct hit){true, at, at + words->at[i].n};
  }
  return best;
}

static struct hit find_word(const struct stream *f, struct str skeleton, size_t from, size_t to) {
  struct spellings one = {&skeleton, 1, 1};
  return find_first(f, &one, from, to);
}

/* --- What stands behind a label */

/* Moves the end of a run before an opening bracket or a quote that belongs to the next label. */
static size_t trim_end(struct str text, size_t from, size_t to) {
  static const struct str openers[] = {{"（", 3}, {"(", 1}, {"“", 3}, {"「", 3}, {"\"", 1}};
  for (bool cut = true; cut;) {
    cut = false;
    to = from + str_trim(str_sub(text, from, to)).n +
         (size_t)(str_trim(str_sub(text, from, to)).p - (text.p + from));
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
      if (to > from && str_ends(str_sub(text, from, to), openers[i])) {
        to -= openers[i].n;
        cut = true;
      }
  }
  return to;
}

/* Moves the start of a run behind the marks that close its label. */
static size_t trim_start(struct str text, size_t from, size_t to) {
  size_t length;
  for (; from < to; from += length) {
    uint32_t c = utf8_at(str_sub(text, from, to), &length);
    uint32_t twin = utf8_ascii_twin(c);
    bool closes = twin == ')' || twin == '"' || twin == ':' || twin == ',' || c == 0x300D ||
                  c == 0x3002 || c == 0x3011 || twin == ';' || c == '.';
    if (!closes && !utf8_is_blank(c))
      break;
  }
  return from;
}

struct tokens {
  struct found_cell at[MAX_TOKENS];
  size_t n;
  bool is_over;
  size_t blanks; /* empty cells of piped text among them */
  struct place start;
  struct sbuf printed;
  size_t end_block, end; /* behind the last token */
};

/* The place of a byte of a piece: in a line the number of the field, parted by blanks. */
static struct place place_at(struct stream *f, size_t piece, size_t offset) {
  struct place place = f->pieces.at[piece].place;
  if (f->pieces.at[piece].is_cell)
    return place;
  if (piece != f->field_piece || offset < f->field_offset) {
    f->field_piece = piece;
    f->field_offset = 0;
    f->field = 1;
  }
  struct str text = f->pieces.at[piece].text;
  bool blank = false;
  while (f->field_offset < offset) {
    size_t length;
    bool is_blank = utf8_is_blank(utf8_at(str_sub(text, f->field_offset, text.n), &length));
    f->field += blank && !is_blank;
    blank = is_blank;
    f->field_offset += length;
  }
  f->field += blank; /* the offset is that of a token */
  place.cell = f->field;
  return place;
}

static void add_token(struct stream *f, struct tokens *t, size_t piece, size_t from, size_t to) {
  struct place place = place_at(f, piece, from);
  if (t->printed.n == 0)
    t->start = place;
  else
    sbuf_add_char(&t->printed, ' ');
  struct str text = str_sub(f->pieces.at[piece].text, from, to);
  sbuf_add(&t->printed, text);
  t->end_block = f->pieces.at[piece].block;
  t->end = to;
  if (t->n < MAX_TOKENS)
    t->at[t->n++] = (struct found_cell){text, place};
  else
    t->is_over = true;
}

static size_t token_end(struct str text, size_t from, size_t to) {
  for (size_t step; from < to; from += step)
    if (utf8_is_blank(utf8_at(str_sub(text, from, to), &step)))
      break;
  return from;
}

static size_t token_start(struct str text, size_t from, size_t to) {
  for (size_t step; from < to; from += step)
    if (!utf8_is_blank(utf8_at(str_sub(text, from, to), &step)))
      break;
  return from;
}

/* A number, perhaps with its unit, or a mark for an empty cell. */
static bool is_figure(struct str text) {
  struct number number;
  size_t used = number_parse(text, &number);
  for (size_t i = used; used > 0 && i < text.n; i++)
    if (text.p[i] >= '0' && text.p[i] <= '9')
      return false;
  return used > 0 || number_is_blank(text);
}

/* Parts the text between a label and the next at blanks. A line that begins with a word ends it. */
static void take_tokens(struct stream *f, struct tokens *t, size_t label_end, size_t until) {
  struct origin first = f->origins.at[label_end - 1];
  struct origin last = {(uint32_t)f->pieces.n, 0};
  if (until < f->origins.n)
    last = f->origins.at[until];
  size_t length;
  utf8_at(str_sub(f->pieces.at[first.piece].text, first.offset, SIZE_MAX), &length);
  size_t from = first.offset + length;
  for (size_t p = first.piece; p < f->pieces.n && p <= last.piece; p++, from = 0) {
    const struct piece *piece = &f->pieces.at[p];
    struct str text = piece->text;
    size_t to = trim_end(text, from, p == last.piece ? last.offset : piece->end);
    if (p == first.piece)
      from = trim_start(text, from, to);
    else if (piece->is_cell && text.n == 0)
      t->blanks++;
    for (from = token_start(text, from, to); from < to; from = token_start(text, from, to)) {
      size_t end = token_end(text, from, to);
      if (p > first.piece && from == 0 && !is_figure(str_sub(text, from, end)))
        return;
      add_token(f, t, p, from, end);
      from = end;
    }
  }
}

/* --- Rows */

/* Does the document break off where these tokens end? */
static bool is_broken_off(const struct stream *f, const struct tokens *t) {
  const struct piece *last = &f->pieces.at[f->pieces.n - 1];
  return f->at_end && f->m->doc->is_cut && t->n > 0 && t->end_block == last->block &&
         t->end == last->text.n;
}

/* Takes what stands between the end of a row's label and `until`. */
static void take_run(struct stream *f, int row, struct str label, size_t label_end, size_t until,
                     bool heads_wrong) {
  struct fit *fit = f->fit;
  struct arena *arena = f->m->arena;
  const struct index_row *r = &fit->edition->rows[row];
  size_t n = fit->edition->blocks[r->block].block->ncolumns;
  struct tokens *t = ARENA_NEW(arena, struct tokens);
  t->printed.arena = arena;
  take_tokens(f, t, label_end, until);
  struct stretch *stretch = &f->m->table_text[fit->edition->edition->tables[r->table].section - 1];
  if (t->n > 0 && (t->end_block > stretch->to_block ||
                   (t->end_block == stretch->to_block && t->end > stretch->to))) {
    stretch->to_block = t->end_block;
    stretch->to = t->end;
  }
  if (fit->rows[row].how != FOUND_NOT)
    return;
  struct found_row found = {.place = t->start, .label = label};
  found.printed = sbuf_str(&t->printed);
  size_t figures = 0;
  for (size_t i = 0; i < t->n; i++)
    figures += is_figure(t->at[i].text);
  if (t->n == 0) {
    struct origin at = f->origins.at[label_end - 1];
    found.place = place_at(f, at.piece, at.offset);
    if (t->blanks == 0) {
      fit->rows[row].place = found.place; /* a label with nothing behind it */
      return;
    }
    found.cells = ARENA_ARRAY(arena, struct found_cell, n);
    for (size_t i = 0; i < n; i++)
      found.cells[i] = (struct found_cell){STR(""), found.place};
    fit_figures(f->m, fit, row, found);
  } else if (is_broken_off(f, t)) {
    fit_unread(f->m, fit, row, found, "the file ends in the middle of it");
  } else if (t->n == n && figures == n && !t->is_over && heads_wrong) {
    fit_unread(f->m, fit, row, found,
               "the column heads above it stand in another order than in the form");
  } else if (t->n == n && figures == n && !t->is_over) {
    found.cells = t->at;
    fit_figures(f->m, fit, row, found);
  } else if (t->n == 1) {
    fit_unread(f->m, fit, row, found, "the figures for %zu column%s run together, \"%.*s\"", n,
               n == 1 ? "" : "s", STR_ARG(found.printed));
  } else {
    fit_unread(f->m, fit, row, found, "%zu figures for %zu column%s, \"%.*s\"", figures, n,
               n == 1 ? "" : "s", STR_ARG(found.printed));
  }
}

/* --- Column heads */

/* Is the part of column `c` at `depth` the first of those that share it? */
static bool begins_part(const struct block *block, size_t c, int depth) {
  const struct line *line = &block->columns[c];
  if (line->npath <= depth)
    return false;
  if (c == 0 || block->columns[c - 1].npath <= depth)
    return true;
  for (int d = 0; d <= depth; d++)
    if (!str_eq(line->path[d], block->columns[c - 1].path[d]))
      return true;
  return false;
}

/* Do the same words head other columns of the block too, or stand within another head? */
static bool is_shared(const struct block *block, size_t c, int depth) {
  size_t count = 0;
  for (size_t k = 0; k < block->ncolumns; k++)
    for (int d = 0; d < block->columns[k].npath; d++)
      count += begins_part(block, k, d) &&
               str_contains(block->columns[k].path[d], block->columns[c].path[depth]);
  return count > 1;
}

/* The printed head with what stands in brackets behind it. */
static struct str printed_head(const struct stream *f, struct hit hit) {
  struct origin from = f->origins.at[hit.from], to = f->origins.at[hit.to - 1];
  if (from.piece != to.piece)
    return STR("");
  struct str text = str_sub(f->pieces.at[from.piece].text, from.offset, SIZE_MAX);
  size_t length, i = to.offset - from.offset;
  utf8_at(str_sub(text, i, text.n), &length);
  i += length;
  if (utf8_ascii_twin(utf8_at(str_sub(text, i, text.n), &length)) != '(')
    return str_sub(text, 0, i);
  for (size_t limit = i + 60; i < text.n && i < limit; i += length)
    if (utf8_ascii_twin(utf8_at(str_sub(text, i, text.n), &length)) == ')')
      return str_sub(text, 0, i + length);
  return str_sub(text, 0, to.offset - from.offset);
}

/* Where the heads of a block stand. */
struct heads {
  size_t first, end; /* in the skeleton; end 0 = none found */
  bool is_wrong;     /* they stand in another order than the form's */
};

static void note_head(struct heads *heads, struct hit hit) {
  if (heads->end == 0 || hit.from < heads->first)
    heads->first = hit.from;
  if (hit.to > heads->end)
    heads->end = hit.to;
}

static struct heads find_heads(struct stream *f, int number, size_t from, size_t to) {
  const struct index_block *b = &f->fit->edition->blocks[number];
  struct arena *arena = f->m->arena;
  struct heads heads = {from, 0, false};
  for (size_t i = 0; i < b->block->nheads; i++) {
    struct hit hit = find_word(f, utf8_skeleton(arena, b->block->heads[i]), from, to);
    if (hit.is_hit)
      note_head(&heads, hit);
  }
  for (int depth = 0; depth < MAX_PARTS; depth++) {
    size_t before = from;
    for (size_t c = 0; c < b->block->ncolumns; c++) {
      const struct line *line = &b->block->columns[c];
      if (!begins_part(b->block, c, depth))
        continue;
      struct spellings words = {0};
      struct str skeleton = utf8_skeleton(arena, line->path[depth]);
      ARENA_PUSH(arena, &words, skeleton);
      for (size_t k = 0; k < line->nsynonyms && depth + 1 == line->npath; k++) {
        skeleton = utf8_skeleton(arena, line->synonyms[k]);
        ARENA_PUSH(arena, &words, skeleton);
      }
      struct hit hit = find_first(f, &words, from, to);
      if (!hit.is_hit)
        continue;
      f->met += depth + 1 == line->npath;
      if (!is_shared(b->block, c, depth)) {
        heads.is_wrong = heads.is_wrong || hit.from < before;
        before = hit.from;
        if (depth + 1 == line->npath)
          f->fit->heads[number * f->fit->edition->max_columns + (int)c] = printed_head(f, hit);
      }
      for (; hit.is_hit; hit = find_first(f, &words, hit.to, to))
        note_head(&heads, hit);
    }
  }
  return heads;
}

/* --- A block */

struct row_hit {
  int row;
  size_t starts; /* of its group's label or its own */
  struct hit hit;
};

static struct str origin_text(const struct stream *f, struct hit hit) {
  struct origin from = f->origins.at[hit.from], to = f->origins.at[hit.to - 1];
  size_t length;
  struct str text = f->pieces.at[from.piece].text;
  if (from.piece != to.piece)
    return STR("");
  utf8_at(str_sub(text, to.offset, text.n), &length);
  return str_sub(text, from.offset, to.offset + length);
}

/* Finds the labels of the block's rows, each behind the one before. */
static size_t find_rows(struct stream *f, int number, size_t from, size_t to,
                        struct row_hit *hits) {
  const struct index_block *b = &f->fit->edition->blocks[number];
  size_t n = 0, at = from;
  for (int row = b->first_row; row < b->first_row + b->nrows; row++) {
    const struct index_row *r = &f->fit->edition->rows[row];
    if (r->line->is_unlabelled)
      continue;
    struct hit hit = find_first(f, &r->spellings, at, to);
    if (!hit.is_hit)
      continue;
    size_t starts = hit.from;
    for (int part = 0; part + 1 < r->line->npath; part++) {
      struct str skeleton = utf8_skeleton(f->m->arena, r->line->path[part]);
      struct hit group = find_word(f, skeleton, at, hit.from);
      if (group.is_hit && group.from < starts)
        starts = group.from;
    }
    hits[n++] = (struct row_hit){row, starts, hit};
    at = hit.to;
  }
  return n;
}

static void widen_stretch(struct stream *f, int table, size_t from) {
  struct origin origin = f->origins.at[from];
  struct stretch *s = &f->m->table_text[f->fit->edition->edition->tables[table].section - 1];
  size_t block = f->pieces.at[origin.piece].block;
  bool is_empty = s->to_block == 0 && s->to == 0;
  if (is_empty || block < s->block || (block == s->block && origin.offset < s->from)) {
    s->block = block;
    s->from = origin.offset;
  }
  if (is_empty) {
    s->to_block = block;
    s->to = origin.offset;
  }
}

static void fit_block(struct stream *f, int number, size_t from, size_t to) {
  const struct index_block *b = &f->fit->edition->blocks[number];
  struct arena *arena = f->m->arena;
  struct row_hit *hits = ARENA_ARRAY(arena, struct row_hit, b->nrows + 1);
  size_t nhits = find_rows(f, number, from, to, hits);
  struct heads heads = find_heads(f, number, from, nhits > 0 ? hits[0].hit.from : to);
  f->met += nhits;
  if (nhits > 0 || heads.end > 0)
    widen_stretch(f, b->table,
                  nhits > 0 && (heads.end == 0 || hits[0].starts < heads.first) ? hits[0].starts
                                                                                : heads.first);
  for (size_t i = 0; i < nhits; i++) {
    size_t until = i + 1 < nhits ? hits[i + 1].starts : to;
    take_run(f, hits[i].row, origin_text(f, hits[i].hit), hits[i].hit.to, until, heads.is_wrong);
  }
  for (int row = b->first_row; row < b->first_row + b->nrows; row++)
    if (f->fit->edition->rows[row].line->is_unlabelled && heads.end > 0)
      take_run(f, row, STR(""), heads.end, to, heads.is_wrong);
}

/* The blocks of a table lie between their titles. A block without a title has the whole section. */
static void fit_table(struct stream *f, int table) {
  const struct index_edition *e = f->fit->edition;
  struct hit *titles = ARENA_ARRAY(f->m->arena, struct hit, e->nblocks + 1);
  size_t at = 0, all = f->text.n;
  for (int b = 0; b < e->nblocks; b++) {
    if (e->blocks[b].table != table || e->blocks[b].titles.n == 0)
      continue;
    titles[b] = find_first(f, &e->blocks[b].titles, at, all);
    if (titles[b].is_hit)
      at = titles[b].to;
  }
  for (int b = 0; b < e->nblocks; b++) {
    if (e->blocks[b].table != table)
      continue;
    if (e->blocks[b].titles.n == 0) {
      fit_block(f, b, 0, all);
      continue;
    }
    if (!titles[b].is_hit)
      continue;
    size_t to = all;
    for (int next = b + 1; next < e->nblocks && to == all; next++)
      if (e->blocks[next].table == table && titles[next].is_hit)
        to = titles[next].from;
    widen_stretch(f, table, titles[b].from);
    fit_block(f, b, titles[b].to, to);
  }
}

/* Is a row of the table still to be found? */
static bool is_wanting(const struct fit *fit, int table) {
  for (int row = 0; row < fit->edition->nrows; row++)
    if (fit->edition->rows[row].table == table && fit->rows[row].how == FOUND_NOT)
      return true;
  return false;
}

size_t flow_fit(struct match *m, struct fit *fit) {
  size_t met = 0;
  for (size_t t = 0; t < fit->edition->edition->ntables; t++) {
    int section = fit->edition->edition->tables[t].section;
    if (section < 1 || section > (int)m->nsections || !m->headings[section - 1].is_found ||
        !is_wanting(fit, (int)t))
      continue;
    struct stream *f = ARENA_NEW(m->arena, struct stream);
    f->m = m;
    f->fit = fit;
    f->text.arena = m->arena;
    f->field_piece = SIZE_MAX;
    add_section(f, section);
    if (f->text.n > 0)
      fit_table(f, (int)t);
    met += f->met;
  }
  return met;
}
