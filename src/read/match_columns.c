/* match_columns: the heads above the figures of a table (see match_walk.h). */
#include "read/match_walk.h"

#define LONGEST_NAME 60 /* bytes of a paragraph that names columns, 复议后起诉 */

bool walk_may_stand(const struct walk *w, int block) {
  int table = w->fit->edition->blocks[block].table;
  int section = w->fit->edition->edition->tables[table].section;
  return section < 1 || section > (int)w->m->nsections || section == w->section ||
         !w->m->headings[section - 1].is_found;
}

/* The block that most of the heads belong to, the one at hand before others. */
static int heads_block(const struct walk *w) {
  int best = -1;
  size_t most = 0;
  for (int b = 0; b < w->fit->edition->nblocks; b++) {
    size_t count = 0;
    for (size_t i = 0; i < w->heads.n; i++) {
      const struct label *l =
          w->heads.labels[i] >= 0 ? index_label(w->m->index, w->heads.labels[i]) : NULL;
      bool hit = false;
      for (size_t u = 0; l != NULL && u < l->uses.n && !hit; u++)
        hit = l->uses.at[u].edition == w->fit->number && l->uses.at[u].block == b &&
              l->uses.at[u].kind == LABEL_COLUMN;
      count += hit;
    }
    if (!walk_may_stand(w, b))
      continue;
    bool same_table = w->fit->edition->blocks[b].table == w->table;
    size_t rank = count * 4 + (b == w->block ? 2u : 0u) + (same_table ? 1u : 0u);
    if (count > 0 && rank > most) {
      most = rank;
      best = b;
    }
  }
  return best;
}

static bool has_part(const struct walk *w, int block) {
  return w->part.last > 0 && w->part.block == block;
}

static bool may_be_in_part(const struct walk *w, const struct label_use *use) {
  return !has_part(w, use->block) || use->first != use->last ||
         (use->first >= w->part.first && use->last <= w->part.last);
}

/* Notes what part of the columns a line of heads names: a name alone, or one in another. Two names
 * side by side head the whole table. */
static void note_part(struct walk *w, const struct label_use *before, const struct label_use *use) {
  if (use->first == use->last)
    return;
  bool is_inside = before == NULL || (use->first >= before->first && use->last <= before->last);
  w->part = (struct part){use->block, use->first, is_inside ? use->last : 0};
}

/* Which columns a head names, given the head before it: the next ones, else later ones, else (a
 * second line of heads) a deeper part. Below the name of a part only columns in it are meant. */
static const struct label_use *next_columns(const struct walk *w, int label, int block,
                                            const struct label_use *last) {
  const struct label *l = index_label(w->m->index, label);
  const struct label_use *next = NULL, *later = NULL, *deeper = NULL, *first = NULL;
  for (size_t i = 0; i < l->uses.n; i++) {
    const struct label_use *use = &l->uses.at[i];
    if (use->edition != w->fit->number || use->block != block || use->kind != LABEL_COLUMN ||
        !may_be_in_part(w, use))
      continue;
    if (first == NULL || use->first < first->first)
      first = use;
    if (last == NULL)
      continue;
    if (use->first == last->last + 1)
      next = use;
    if (use->first > last->last && (later == NULL || use->first < later->first))
      later = use;
    if (use->depth > last->depth && (deeper == NULL || use->first < deeper->first))
      deeper = use;
  }
  if (last == NULL)
    return first;
  return next != NULL ? next : later != NULL ? later : deeper != NULL ? deeper : first;
}

void walk_end_heads(struct walk *w) {
  size_t known = 0;
  int block = w->heads.n > 0 ? heads_block(w) : -1;
  if (block < 0) {
    w->heads.n = 0;
    return;
  }
  w->block = block;
  w->table = w->fit->edition->blocks[block].table;
  if (w->heads_at[block] != w->document_block + 1) {
    w->heads_at[block] = w->document_block + 1;
    w->heads_wrong[block] = false;
  }
  const struct label_use *last = NULL;
  bool unsure = false; /* an unknown word stood since the last head: columns may be skipped */
  for (size_t i = 0; i < w->heads.n; i++) {
    int label = w->heads.labels[i];
    const struct label_use *use = label >= 0 ? next_columns(w, label, block, last) : NULL;
    if (use == NULL) {
      unsure = true;
      continue;
    }
    bool is_first = last == NULL && (!has_part(w, block) || use->first == w->part.first ||
                                     use->first != use->last || unsure);
    bool is_next = is_first || (last != NULL && use->first == last->last + 1);
    bool is_later = last != NULL && use->first > last->last && unsure;
    bool is_deeper = last != NULL && use->first <= last->last && use->depth > last->depth;
    if (!is_next && !is_later && !is_deeper)
      w->heads_wrong[block] = true;
    if (use->first == use->last)
      w->fit->heads[block * w->fit->edition->max_columns + use->first] = w->heads.cells[i]->text;
    note_part(w, last, use);
    last = use;
    unsure = false;
    known++;
  }
  w->heads_seen[block] = true;
  if (known >= 2)
    w->fit->tables[w->table] = true;
  w->heads.n = 0;
}

void walk_add_head(struct walk *w, const struct doc_cell *cell, int label) {
  if (w->heads.n == MAX_CELLS || cell->is_copy)
    return;
  w->heads.cells[w->heads.n] = cell;
  w->heads.labels[w->heads.n++] = label;
}

void walk_paragraph(struct walk *w, struct str text) {
  if (text.n == 0 || text.n > LONGEST_NAME)
    return;
  struct arena_mark mark = arena_mark(w->m->arena);
  int label = index_find(w->m->index, w->m->arena, text);
  arena_rewind(w->m->arena, mark);
  const struct label *l = label >= 0 ? index_label(w->m->index, label) : NULL;
  for (size_t i = 0; l != NULL && i < l->uses.n; i++) {
    const struct label_use *use = &l->uses.at[i];
    if (use->edition == w->fit->number && use->kind == LABEL_COLUMN && use->first < use->last &&
        walk_may_stand(w, use->block))
      w->part = (struct part){use->block, use->first, use->last};
  }
}
