/* match_flow: rows of tables in running text (see match_parts.h).
 *
 * Pages turned to text often lose every border: one figure per line, blanks between figures, or
 * nothing at all. The labels are then looked for in the skeleton of a section's text, in the form's
 * order; what stands between two of them belongs to the first:
 *
 *   …规章 000行政规范性文件5845546第二十条第（五）项信息内容…1.属于国家秘密00000002.其他法律…
 *       ^^^^              ^^^^^^^                                     ^^^^^^^
 *
 * A numeral before a point is the next label's. Figures count when they stand apart and are as many
 * as the columns; those that run together are left to match_infer.c.
 */
#include "base/utf8.h"
#include "read/match_stream.h"

#include <string.h>

/* --- Rows */

#define OPENERS 6 /* bytes of brackets that may have been cut from the end of a run */

/* Does the document break off where these tokens end? */
static bool is_broken_off(const struct stream *f, const struct tokens *t) {
  const struct piece *last = &f->pieces.at[f->pieces.n - 1];
  return f->at_end && f->m->doc->is_cut && t->n > 0 && t->end_block == last->block &&
         last->text.n - t->end <= OPENERS;
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
  stream_tokens(f, t, label_end, until);
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
    figures += stream_is_figure(t->at[i].text);
  if (t->n == 0) {
    struct origin at = f->origins.at[label_end - 1];
    found.place = stream_place(f, at.piece, at.offset);
    if (label.n == 0 || t->blanks < n || f->at_end) {
      fit->rows[row].place = found.place; /* a label with nothing that is certain behind it */
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
  } else if (t->n < n && t->blanks == 0 && !t->is_over && !heads_wrong) {
    found.cells = t->at;
    fit_run(fit, row, found, t->n);
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
  for (size_t i = 0; i < b->heads.n; i++) {
    struct hit hit = stream_find_word(f, b->heads.at[i], from, to);
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
      struct hit hit = stream_find(f, &words, from, to);
      if (!hit.is_hit)
        continue;
      f->met += depth + 1 == line->npath;
      if (!is_shared(b->block, c, depth)) {
        heads.is_wrong = heads.is_wrong || hit.from < before;
        before = hit.from;
        if (depth + 1 == line->npath)
          f->fit->heads[number * f->fit->edition->max_columns + (int)c] = printed_head(f, hit);
      }
      for (; hit.is_hit; hit = stream_find(f, &words, hit.to, to))
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

/* Finds the labels of the block's rows, each behind the one before. */
static size_t find_rows(struct stream *f, int number, size_t from, size_t to,
                        struct row_hit *hits) {
  const struct index_block *b = &f->fit->edition->blocks[number];
  size_t n = 0, at = from;
  for (int row = b->first_row; row < b->first_row + b->nrows; row++) {
    const struct index_row *r = &f->fit->edition->rows[row];
    if (r->line->is_unlabelled)
      continue;
    struct hit hit = stream_find(f, &r->spellings, at, to);
    if (!hit.is_hit)
      continue;
    size_t starts = hit.from;
    for (int part = 0; part + 1 < r->line->npath; part++) {
      struct str skeleton = utf8_skeleton(f->m->arena, r->line->path[part]);
      struct hit group = stream_find_word(f, skeleton, at, hit.from);
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
  if (origin.offset > 0 && origin.offset <= OPENERS / 2)
    origin.offset = 0; /* the bracket before it */
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
    take_run(f, hits[i].row, stream_text(f, hits[i].hit), hits[i].hit.to, until, heads.is_wrong);
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
    titles[b] = stream_find(f, &e->blocks[b].titles, at, all);
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
    stream_add_section(f, section);
    if (f->text.n > 0)
      fit_table(f, (int)t);
    met += f->met;
  }
  return met;
}
