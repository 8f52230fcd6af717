/* match_parts: what the steps of matching one document share. Private to match*.c.
 *
 *   headings → tables (or running text) → found rows → cells of the edition → identity
 *                                                   → figures that only the form's sums part
 */
#ifndef OGI_READ_MATCH_PARTS_H
#define OGI_READ_MATCH_PARTS_H

#include "read/match_index.h"

#define MAX_SECTIONS 10 /* as many as there are single Chinese numerals */
/* A real report has some 30 numerals that could be a heading's and 250 cells. Files made to be slow
 * stop here. */
#define MAX_TRIES 2000
#define MAX_REMARKS 300

/* A numbered section heading: 二、… Offsets are in the text of its paragraph. */
struct heading {
  bool is_found;
  size_t block;    /* of the document */
  size_t from, to; /* from its numeral to behind its words */
};

struct found_cell {
  struct str text;
  struct place place; /* row 0: this column is not there */
};

enum found_how {
  FOUND_NOT,
  FOUND_FIGURES, /* a cell for every column */
  FOUND_RUN,     /* fewer pieces than columns: several figures may stand in one */
  FOUND_UNREAD   /* the row is there, what belongs to which column is not certain */
};

struct found_row {
  enum found_how how;
  struct place place; /* of its label or its first figure; set also when only a label is there */
  struct found_cell *cells; /* FOUND_FIGURES: by column; FOUND_RUN: the pieces */
  size_t npieces;           /* FOUND_RUN */
  struct str printed;       /* FOUND_RUN, FOUND_UNREAD: all that stands there */
  struct str label;         /* as printed; may be empty */
};

/* How one edition fits the document. */
struct fit {
  int number;
  const struct index_edition *edition;
  struct found_row *rows; /* by row of the edition */
  bool *tables;           /* is the table in the document? */
  struct str *heads;      /* printed column heads: [block * max_columns + column] */
  struct {
    struct remark *at;
    size_t n, cap;
  } remarks;
};

/* Text that is part of a table although it stands in paragraphs: not narrative. */
struct stretch {
  size_t block, from, to_block, to;
};

struct match {
  struct arena *arena; /* of the report */
  const struct match_index *index;
  const struct doc *doc;
  struct heading headings[MAX_SECTIONS]; /* of the form that is being tried */
  size_t nsections;
  bool is_double; /* two reports stand side by side */
  size_t tries;   /* headings compared so far */
  int **labels;   /* by block of the document (NULL: a paragraph): labels of its cells */
  bool *seen;     /* by label: it stands in a table */
  struct stretch table_text[MAX_SECTIONS]; /* by section; empty when all 0 */
  size_t signature; /* the block where sender and date begin; the number of blocks: none */
};

/* --- match_head.c: section headings and the narrative between them */

void heading_find_all(struct match *m, const struct index_form *form);
/* The section in which a block stands, from 1; 0 = before the first heading. */
int heading_section(const struct match *m, size_t block);
/* The texts of the sections, tables left out, into report->sections. */
void heading_sections(const struct match *m, struct report *report);
/* Does the section's heading take up the whole line, whatever numeral it has? (match_head.c) */
bool heading_is_line(struct match *m, const struct index_form *form, struct str line,
                     size_t section);
/* Where in the text the section's heading stands behind any numeral; SIZE_MAX: nowhere. */
size_t heading_inside(struct match *m, const struct index_form *form, struct str text,
                      size_t section);
/* The numeral that begins the line as that of a heading; 0: none. */
size_t heading_numeral(struct str line);

/* --- match_order.c: which headings stand where, those that part nothing too */

/* Fills report->headings. */
void heading_order(struct match *m, const struct index_form *form, struct report *report);

/* --- match_table.c: rows of tables */

/* Knows the labels of all cells: fills m->labels and m->seen. */
void table_survey(struct match *m);
void table_fit(struct match *m, struct fit *fit);

/* --- match_flow.c: rows in running text */

/* Looks for the rows that are still missing; returns how many labels of the edition it met. */
size_t flow_fit(struct match *m, struct fit *fit);

/* --- match_cell.c: what is found of a row, and what a printed cell says */

void fit_init(struct match *m, struct fit *fit, int edition);
void fit_figures(struct match *m, struct fit *fit, int row, struct found_row found);
/* Marks the row as unread, with a warning of what is wrong with it (a sentence's tail). */
void fit_unread(struct match *m, struct fit *fit, int row, struct found_row found, const char *what,
                ...) __attribute__((format(printf, 5, 6)));
/* Keeps the pieces of a row for infer_rows, which reads it or leaves it unread. */
void fit_run(struct fit *fit, int row, struct found_row found, size_t npieces);
void fit_remark(struct match *m, struct fit *fit, enum severity severity, struct place place,
                const char *format, ...) __attribute__((format(printf, 5, 6)));
/* The row's words as the store shows them: 第二十条第（一）项/规章. */
struct str fit_row_name(struct arena *arena, const struct fit *fit, int row);
/* Found rows → report->cells; what is missing is remarked. */
void fit_cells(struct match *m, struct fit *fit, struct report *report);

/* --- match_infer.c: rows whose figures run together */

/* Reads the rows of FOUND_RUN that the form's own sums part in one way only: their cells become
 * CELL_INFERRED. The others stay unread, with a warning. Needs the cells of the other rows. */
void infer_rows(struct match *m, struct fit *fit, struct report *report);

/* --- match_identity.c: title, agency, year, date */

void identity_find(struct match *m, struct fit *fit, const struct index_form *form,
                   struct report *report);

/* The text of a paragraph, empty for a table. */
static inline struct str paragraph_text(const struct doc_block *block) {
  return block->kind == DOC_PARAGRAPH ? block->rows[0].cells[0].text : (struct str){"", 0};
}

#endif
