/* report: one annual report as read: who, when, which edition, and each cell as printed with its
 * place. What reading gives and the store takes; the two meet only here.
 */
#ifndef OGI_FORM_REPORT_H
#define OGI_FORM_REPORT_H

#include "form/form.h"
#include "form/place.h"

enum cell_state {
  CELL_NUMBER,   /* a number, 0 included */
  CELL_BLANK,    /* printed empty, or as a dash, a stroke, 无 */
  CELL_TEXT,     /* printed with other words; kept, counted, never summed */
  CELL_UNREAD,   /* there, but what it says is not certain */
  CELL_INFERRED, /* a number that only the form's own sums settled */
  CELL_ABSENT    /* its table is not in the report at all: no cell, no row in the view `cell` */
};

struct report_cell {
  enum cell_state state;
  int64_t value;      /* CELL_NUMBER, CELL_INFERRED: times 10^decimals of the measure's unit */
  struct str printed; /* as printed, blanks at the ends removed */
  struct place place;
};

/* Who reports on what year, as the user says: then nobody else is asked. */
struct said {
  struct str agency;
  int year;
};

/* Something a reader or a user of the report should know. */
struct remark {
  enum severity severity; /* SEV_NOTE: of interest; SEV_WARNING: a doubt */
  struct str text;
  struct place place; /* all 0 when it concerns the whole file */
};

/* A heading of the form that stands in the report. */
struct report_heading {
  int section; /* from 1 */
  struct place place;
};

struct report {
  int edition; /* index in vocab->editions */
  struct str
      agency;   /* as the title or the sender gives it; empty = not found: the report is refused */
  int year;     /* the year reported on; 0 = not found */
  bool is_said; /* agency and year are the user's, said on loading */
  struct str title;
  struct str sender;    /* who signs or publishes it; empty when nobody does */
  struct str signed_on; /* ISO date 2022-01-20; empty when none was found */
  struct str path;      /* the file as named on loading */
  struct str part_of;   /* the folder or archive whose other files may hold the rest; empty: it is a
                           whole report */
  bool is_total; /* no report: printed totals over all agencies; `agency` is what stands there */
  struct str *sections; /* narrative, by the form's sections; empty where none */
  /* By section, where its lines stand: a number for each line of the text, parted by blanks. In
   * text it is the line of the file, in pages and documents that of the paragraph; a page of a PDF
   * stands before the line on it, as p2:14, a sheet of a workbook before its row, as 2:14. NULL:
   * nothing is known. */
  struct str *section_lines;
  size_t nsections;
  bool is_parted; /* headings were looked for: those not in `headings` are missing */
  struct {
    struct report_heading *at; /* in the order in which they stand, each section once */
    size_t n, cap;
  } headings;
  struct report_cell *cells; /* by slot of the edition */
  size_t ncells;
  struct {
    struct remark *at;
    size_t n, cap;
  } remarks;
};

/* Which sections have a heading, and which of those stand out of the form's order: the fewest
 * without which the others are in order. Bit n is section n. */
uint64_t report_headings(const struct report *report);
uint64_t report_astray(const struct report *report);

/* Taken for each report found. Returns false to stop reading (a database error). The report and all
 * it points to live until the call returns. */
struct report_sink {
  bool (*take)(void *context, const struct report *report);
  void *context;
};

#endif
