/* match_index: every printed word of every edition, hashed once per session, so that a cell of a
 * file is known by one lookup. Private to match*.c.
 */
#ifndef OGI_READ_MATCH_INDEX_H
#define OGI_READ_MATCH_INDEX_H

#include "form/sums.h"
#include "read/map.h"
#include "read/match.h"

enum label_kind {
  LABEL_ROW,    /* names a row */
  LABEL_GROUP,  /* stands beside or above several rows: an inner part of their paths */
  LABEL_COLUMN, /* heads one or several columns */
  LABEL_TITLE,  /* heads a block */
  LABEL_HEAD    /* stands in the head and names no column */
};

/* One thing that a label means in one edition. */
struct label_use {
  int edition;
  int block; /* number of the block in the edition, over all tables */
  enum label_kind kind;
  int depth;       /* which part of the path it is */
  int first, last; /* rows (numbered over the whole edition) or columns of the block */
};

struct label {
  struct str skeleton;
  struct {
    struct label_use *at;
    size_t n, cap;
  } uses;
};

/* The ways in which one part of a path is printed, as skeletons, the form's own first. */
struct spellings {
  struct str *at;
  size_t n, cap;
};

struct index_row {
  int table, block, row; /* block as numbered in the edition */
  const struct line *line;
  struct spellings spellings;
};

struct index_block {
  int table;
  const struct block *block;
  int first_row, nrows; /* in the edition's rows */
  struct spellings titles;
  struct spellings heads; /* words in the head that name no column */
};

struct index_edition {
  const struct edition *edition;
  struct index_row *rows;
  int nrows;
  struct index_block *blocks;
  int nblocks;
  int max_columns;
  struct sums sums; /* that hold between its cells */
};

struct index_form {
  struct spellings *sections; /* headings without their numerals, by section */
  size_t nsections;
  struct str *titles; /* folded, without blanks */
  size_t ntitles;
};

struct match_index;

const struct vocab *index_vocab(const struct match_index *index);
const struct index_edition *index_edition(const struct match_index *index, int edition);
const struct index_form *index_form(const struct match_index *index, int form);
const struct maps *index_maps(const struct match_index *index);
size_t index_label_count(const struct match_index *index);
const struct label *index_label(const struct match_index *index, int label);

/* The label that a cell prints, -1 when it is none: as it stands, else by its skeleton, else
 * without its numeral or without the explanation in brackets behind it. */
int index_find(const struct match_index *index, struct arena *scratch, struct str text);

/* The text up to the first bracket that is not the numeral's own, all of it when there is none. */
struct str index_without_explanation(struct str text);

#endif
