/* match_walk: where reading the rows of tables stands. Private to match_table.c and
 * match_columns.c.
 */
#ifndef OGI_READ_MATCH_WALK_H
#define OGI_READ_MATCH_WALK_H

#include "read/match_parts.h"

#define NO_LABEL (-1)
#define MAX_CELLS 64 /* of one row; the widest form has 15 columns and 3 labels */

/* Cells of the row that is being read. */
struct cell_list {
  const struct doc_cell *at[MAX_CELLS];
  size_t n;
  bool is_over; /* there were more */
};

struct head_list {
  const struct doc_cell *cells[MAX_CELLS];
  int labels[MAX_CELLS]; /* NO_LABEL: a word that is not known */
  size_t n;
};

/* Columns of a block that have a name in common, 未经复议直接起诉: their figures may stand in a
 * table of their own, under that name. */
struct part {
  int block, first, last; /* last 0 = none */
};

/* Where reading stands. */
struct walk {
  struct match *m;
  struct fit *fit;
  size_t document_block;
  bool is_flattened;
  int section;                 /* of the document, from 1; 0 = before the first heading */
  int table, block;            /* of the edition; -1 = not known */
  int group_first, group_last; /* rows of the group met last */
  int row;                     /* of the edition whose figures are being gathered; -1 = none */
  int last_row;                /* met last */
  const struct doc_cell *label;
  const struct doc_cell *group; /* the group label of this very row, while no figure is claimed */
  struct cell_list figures;     /* behind the row's label */
  struct cell_list loose;       /* behind no label */
  struct head_list heads;
  struct part part;               /* of the columns, named by the head or the paragraph met last */
  bool *heads_seen, *heads_wrong; /* by block */
  size_t *heads_at;               /* by block: the block of the document in which they stand */
  int flushed;                    /* the row read last, with the row of the document it stood in */
  const struct doc_row *flushed_in, *current;
};

/* May the table of this block stand here? Not when its section has a heading elsewhere: the words
 * are then those of a menu or of a table of the narrative. */
bool walk_may_stand(const struct walk *w, int block);

/* Gathers a head; `label` NO_LABEL: a word that is not known. */
void walk_add_head(struct walk *w, const struct doc_cell *cell, int label);

/* Checks that the heads gathered stand in the form's order, and keeps their words and the part of
 * the columns that they name. */
void walk_end_heads(struct walk *w);

/* A paragraph between tables: it may name the part of the columns that the next table has. */
void walk_paragraph(struct walk *w, struct str text);

#endif
