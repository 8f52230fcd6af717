/* match_table: rows of tables → found rows (see match_parts.h).
 *
 * A row is read from left to right: labels say where it stands, what follows are its figures, in
 * order. Grid columns are no help: pages give heads and figures different spans in one table.
 */
#include "base/utf8.h"
#include "read/match_walk.h"
#include "read/number.h"

#include <string.h>

/* --- Labels of all cells */

static bool may_be_label(struct str text) {
  if (text.n == 0)
    return false;
  unsigned char c = (unsigned char)text.p[text.n - 1];
  if (text.n < 16 && c >= '0' && c <= '9')
    for (size_t i = 0;; i++) {
      if (i == text.n)
        return false; /* digits alone */
      if ((unsigned char)text.p[i] >= 0x80 || text.p[i] > '9')
        break;
    }
  return true;
}

void table_survey(struct match *m) {
  m->seen = ARENA_ARRAY(m->arena, bool, index_label_count(m->index) + 1);
  m->labels = ARENA_ARRAY(m->arena, int *, m->doc->blocks.n + 1);
  for (size_t i = 0; i < m->doc->blocks.n; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind != DOC_TABLE)
      continue;
    size_t ncells = 0, k = 0;
    for (size_t r = 0; r < block->nrows; r++)
      ncells += block->rows[r].ncells;
    int *labels = m->labels[i] = ARENA_ARRAY(m->arena, int, ncells + 1);
    for (size_t r = 0; r < block->nrows; r++)
      for (size_t c = 0; c < block->rows[r].ncells; c++, k++) {
        struct str text = block->rows[r].cells[c].text;
        struct arena_mark mark = arena_mark(m->arena);
        labels[k] = may_be_label(text) ? index_find(m->index, m->arena, text) : NO_LABEL;
        arena_rewind(m->arena, mark);
        if (labels[k] >= 0)
          m->seen[labels[k]] = true;
      }
  }
}

/* The best meaning of a label where reading stands: in the group, the block, the table at hand,
 * then the first in the form's order that has not been met. NULL: none in this edition. */
static const struct label_use *choose_use(const struct walk *w, int label) {
  const struct label *l = index_label(w->m->index, label);
  const struct label_use *best = NULL;
  int best_rank = -1;
  for (size_t i = 0; i < l->uses.n; i++) {
    const struct label_use *use = &l->uses.at[i];
    if (use->edition != w->fit->number || !walk_may_stand(w, use->block))
      continue;
    int rank = 0;
    bool is_row = use->kind == LABEL_ROW || use->kind == LABEL_GROUP;
    if (w->fit->edition->blocks[use->block].table == w->table)
      rank += 2;
    if (use->block == w->block)
      rank += 4;
    if (is_row && use->first >= w->group_first && use->last <= w->group_last)
      rank += 8;
    if (is_row && use->first > w->last_row)
      rank += 1;
    if (rank > best_rank) {
      best = use;
      best_rank = rank;
    }
  }
  return best;
}

static void list_clear(struct cell_list *list) {
  list->n = 0;
  list->is_over = false;
}

static void list_add(struct cell_list *list, const struct doc_cell *cell) {
  if (list->n < MAX_CELLS)
    list->at[list->n++] = cell;
  else if (cell->text.n > 0)
    list->is_over = true;
}

/* --- Figures → a row */

/* The cells as one text, without the empty ones at the end. */
static struct str join_cells(struct arena *arena, const struct cell_list *list) {
  struct sbuf b = {.arena = arena};
  size_t n = list->n;
  while (n > 0 && list->at[n - 1]->text.n == 0)
    n--;
  for (size_t i = 0; i < n; i++) {
    if (i > 0)
      sbuf_add_z(&b, " | ");
    sbuf_add(&b, list->at[i]->text);
  }
  return str_trim(sbuf_str(&b));
}

/* Does the list go to the end of a row of flattened text that has all its cells? */
static bool is_whole(const struct walk *w, const struct cell_list *list) {
  const struct doc_row *row = w->current;
  return row != NULL && row->is_whole && list->n > 0 &&
         list->at[list->n - 1] == &row->cells[row->ncells - 1];
}

/* Leaves in the list one cell for each of `n` columns. False when it is not certain which. */
static bool assign(const struct walk *w, struct cell_list *list, size_t n, bool *is_blank) {
  size_t filled = 0, last = 0;
  for (size_t i = 0; i < list->n; i++)
    if (list->at[i]->text.n > 0) {
      filled++;
      last = i + 1;
    }
  *is_blank = filled == 0;
  if (list->is_over)
    return false;
  if (list->n == n && is_whole(w, list))
    return true;
  if (!w->is_flattened) {
    while (list->n > n && list->n > last)
      list->n--;
    return list->n == n;
  }
  if (filled == 0)
    return list->n > 0;
  if (last == n) { /* blanks before a figure stand: this text has not lost them */
    list->n = n;
    return true;
  }
  if (filled != n)
    return false;
  size_t kept = 0;
  for (size_t i = 0; i < list->n; i++)
    if (list->at[i]->text.n > 0)
      list->at[kept++] = list->at[i];
  list->n = n;
  return true;
}

static void take_row(struct walk *w, int row, const struct doc_cell *label,
                     struct cell_list *list) {
  struct arena *arena = w->m->arena;
  int block = w->fit->edition->rows[row].block;
  size_t n = w->fit->edition->blocks[block].block->ncolumns;
  struct found_row found = {.place = label != NULL ? label->place : list->at[0]->place};
  found.label = label != NULL ? label->text : STR("");
  size_t given = list->n;
  bool is_blank;
  bool certain = assign(w, list, n, &is_blank);
  if (!certain && label == NULL && w->fit->rows[row].how != FOUND_NOT)
    return; /* figures without words, and those of the form have been found */
  if (!certain) {
    size_t filled = 0;
    for (size_t i = 0; i < list->n; i++)
      filled += list->at[i]->text.n > 0;
    found.printed = join_cells(arena, list);
    if (w->fit->rows[row].how != FOUND_UNREAD)
      fit_unread(w->m, w->fit, row, found, "%zu of %zu cells filled for %zu column%s, \"%.*s\"",
                 filled, given, n, n == 1 ? "" : "s", STR_ARG(found.printed));
    return;
  }
  if (w->heads_wrong[block]) {
    found.printed = join_cells(arena, list);
    fit_unread(w->m, w->fit, row, found,
               "the column heads above it stand in another order than in the form");
    return;
  }
  found.cells = ARENA_ARRAY(arena, struct found_cell, n);
  for (size_t i = 0; i < n; i++) {
    const struct doc_cell *cell = i < list->n ? list->at[i] : list->at[list->n - 1];
    found.cells[i] = (struct found_cell){is_blank ? STR("") : cell->text, cell->place};
  }
  fit_figures(w->m, w->fit, row, found);
  w->flushed = row;
  w->flushed_in = w->current;
}

/* Figures of the part of the columns that was named before them. False when these are none. */
static bool take_part(struct walk *w, int row, struct cell_list *list) {
  int block = w->fit->edition->rows[row].block;
  struct part part = w->part;
  bool is_blank;
  w->part.last = 0; /* a name is for one row */
  if (part.last == 0 || part.block != block ||
      !assign(w, list, (size_t)(part.last - part.first) + 1, &is_blank))
    return false;
  struct found_row found = {.place = list->at[0]->place, .label = STR("")};
  if (w->heads_wrong[block]) {
    found.printed = join_cells(w->m->arena, list);
    fit_unread(w->m, w->fit, row, found,
               "the column heads above it stand in another order than in the form");
    return true;
  }
  found.cells =
      ARENA_ARRAY(w->m->arena, struct found_cell, w->fit->edition->blocks[block].block->ncolumns);
  for (int c = part.first; c <= part.last; c++) {
    size_t i = (size_t)(c - part.first);
    const struct doc_cell *cell = list->at[i < list->n ? i : list->n - 1];
    found.cells[c] = (struct found_cell){is_blank ? STR("") : cell->text, cell->place};
  }
  fit_figures(w->m, w->fit, row, found);
  return true;
}

static void flush_row(struct walk *w) {
  if (w->row < 0)
    return;
  struct found_row *row = &w->fit->rows[w->row];
  if (w->figures.n > 0)
    take_row(w, w->row, w->label, &w->figures);
  else if (row->how == FOUND_NOT && row->place.row == 0)
    row->place = w->label->place; /* a label alone: a row cut off, or a list of links */
  w->last_row = w->row;
  w->row = -1;
  list_clear(&w->figures);
}

/* --- Cells without a label before them */

static bool is_figure(struct str text) {
  struct number number;
  return text.n == 0 || (text.p[0] >= '0' && text.p[0] <= '9') || number_parse(text, &number) > 0 ||
         number_is_blank(text);
}

/* The row without words, in the table at hand, that such cells fill; -1. */
static int unlabelled_row(const struct walk *w) {
  for (int row = 0; row < w->fit->edition->nrows; row++) {
    const struct index_row *r = &w->fit->edition->rows[row];
    if (r->line->is_unlabelled && r->table == w->table)
      return row;
  }
  return -1;
}

/* Says that a row with figures is none of the form's. */
static void remark_unknown(struct walk *w, size_t figures) {
  const struct doc_cell *cell = w->loose.at[0];
  if (w->group != NULL)
    fit_remark(w->m, w->fit, SEV_WARNING, w->group->place,
               "\"%.*s\" has figures of its own, where the form has none", STR_ARG(w->group->text));
  else if (figures > 0 && !is_figure(cell->text) && w->last_row >= 0)
    fit_remark(w->m, w->fit, SEV_NOTE, cell->place, "row \"%.*s\" is none of the form's",
               STR_ARG(cell->text));
}

static void end_loose(struct walk *w) {
  size_t figures = 0, others = 0;
  for (size_t i = 0; i < w->loose.n; i++) {
    struct str text = w->loose.at[i]->text;
    bool fits = is_figure(text);
    figures += text.n > 0 && fits;
    others += !fits;
  }
  int row = w->group == NULL && others == 0 && w->loose.n > 0 ? unlabelled_row(w) : -1;
  if (row >= 0) {
    const struct index_block *block = &w->fit->edition->blocks[w->fit->edition->rows[row].block];
    /* A row of blanks is the form's only below its heads and if it is wide enough. */
    if (figures > 0 ||
        (w->loose.n >= block->block->ncolumns && w->heads_seen[w->fit->edition->rows[row].block])) {
      if (!take_part(w, row, &w->loose))
        take_row(w, row, NULL, &w->loose);
    }
  } else if (figures > 0) {
    remark_unknown(w, figures);
  }
  list_clear(&w->loose);
  w->group = NULL;
}

/* --- Reading a row */

static void begin(struct walk *w) {
  flush_row(w);
  walk_end_heads(w);
  end_loose(w);
}

static void take_label(struct walk *w, const struct doc_cell *cell, int label,
                       const struct label_use *use) {
  if (use->kind == LABEL_COLUMN || use->kind == LABEL_HEAD) {
    flush_row(w);
    if (w->heads.n == 0)
      end_loose(w);
    walk_add_head(w, cell, label);
    w->flushed = -1; /* it has an end */
    return;
  }
  begin(w);
  w->flushed = -1;
  w->block = use->block;
  w->table = w->fit->edition->blocks[use->block].table;
  if (use->kind == LABEL_TITLE) {
    w->heads_wrong[use->block] = false;
    w->group_first = w->group_last = -1;
  } else if (use->kind == LABEL_GROUP) {
    w->group_first = use->first;
    w->group_last = use->last;
    w->group = cell->is_copy ? NULL : cell;
  } else {
    w->group = NULL;
    w->row = use->first;
    w->label = cell;
  }
}

static void take_other(struct walk *w, const struct doc_cell *cell) {
  if (w->row >= 0) {
    size_t n = w->fit->edition->blocks[w->block].block->ncolumns;
    bool is_word = w->is_flattened && cell->text.n > 0 && !is_figure(cell->text);
    if (is_word && w->figures.n == n) {
      begin(w); /* cells of several rows in one line: a row that the form does not have */
      w->flushed = -1;
    }
  }
  if (w->row >= 0) {
    list_add(&w->figures, cell);
    return;
  }
  if (w->heads.n > 0) {
    if (cell->text.n == 0)
      return;
    if (!is_figure(cell->text)) {
      walk_add_head(w, cell, NO_LABEL);
      return;
    }
    walk_end_heads(w);
  }
  list_add(&w->loose, cell);
}

static void read_row(struct walk *w, const struct doc_row *row, const int *labels) {
  w->current = row;
  for (size_t c = 0; c < row->ncells; c++) {
    const struct doc_cell *cell = &row->cells[c];
    const struct label_use *use = labels[c] >= 0 ? choose_use(w, labels[c]) : NULL;
    if (use != NULL)
      take_label(w, cell, labels[c], use);
    else if (!cell->is_copy)
      take_other(w, cell);
  }
  begin(w);
}

/* A file that ends within a row may have lost part of its last figure; one that ends with blanks,
 * the figures behind them. */
static void doubt_last_row(struct walk *w) {
  const struct doc *doc = w->m->doc;
  const struct doc_block *last = doc->blocks.n > 0 ? &doc->blocks.at[doc->blocks.n - 1] : NULL;
  if (last == NULL || last->kind != DOC_TABLE || w->flushed < 0 ||
      w->flushed_in != &last->rows[last->nrows - 1])
    return;
  struct found_row found = w->fit->rows[w->flushed];
  if (found.how != FOUND_FIGURES)
    return;
  size_t n = w->fit->edition->blocks[w->fit->edition->rows[w->flushed].block].block->ncolumns;
  bool is_blank = true;
  for (size_t i = 0; i < n; i++)
    is_blank = is_blank && found.cells[i].text.n == 0;
  if (!doc->is_cut && !(is_blank && last->is_flattened))
    return;
  struct sbuf printed = {.arena = w->m->arena};
  for (size_t i = 0; i < n; i++)
    sbuf_addf(&printed, "%s%.*s", i > 0 ? " | " : "", STR_ARG(found.cells[i].text));
  found.printed = str_trim(sbuf_str(&printed));
  fit_unread(w->m, w->fit, w->flushed, found, "the file ends in the middle of it");
}

/* A new section tells which table to expect. */
static void enter_section(struct walk *w, int section) {
  if (section == w->section)
    return;
  w->section = section;
  w->table = w->block = -1;
  w->part.last = 0;
  for (size_t t = 0; t < w->fit->edition->edition->ntables; t++)
    if (w->fit->edition->edition->tables[t].section == section)
      w->table = (int)t;
}

void table_fit(struct match *m, struct fit *fit) {
  size_t nblocks = (size_t)fit->edition->nblocks;
  struct walk *w = ARENA_NEW(m->arena, struct walk);
  w->m = m;
  w->fit = fit;
  w->table = w->block = w->row = w->last_row = w->flushed = -1;
  w->group_first = w->group_last = -1;
  w->heads_seen = ARENA_ARRAY(m->arena, bool, nblocks);
  w->heads_wrong = ARENA_ARRAY(m->arena, bool, nblocks);
  w->heads_at = ARENA_ARRAY(m->arena, size_t, nblocks);
  for (size_t i = 0; i < m->doc->blocks.n; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    enter_section(w, heading_section(m, i));
    if (block->kind != DOC_TABLE) {
      walk_paragraph(w, paragraph_text(block));
      continue;
    }
    w->document_block = i;
    w->is_flattened = block->is_flattened;
    const int *labels = m->labels[i];
    for (size_t r = 0; r < block->nrows; labels += block->rows[r++].ncells)
      read_row(w, &block->rows[r], labels);
  }
  doubt_last_row(w);
}
