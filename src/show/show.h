/* show: an answer → text. A format is a row in the table in show.c: name, file ending, functions.
 * Renderers compute nothing; they see only value.h.
 */
#ifndef OGI_SHOW_SHOW_H
#define OGI_SHOW_SHOW_H

#include "show/people.h"
#include "value/value.h"

#include <stdio.h>

struct show_options {
  bool is_terminal; /* a line under the headings, and around totals */
  bool has_colour;
  size_t width;  /* columns that a table may take; 0 = no limit */
  bool quiet;    /* no footer */
  bool is_first; /* the first result of this output: csv and tsv part the others by an empty line */
  bool is_apart; /* table, line: an empty line before it */
  bool has_no_headers; /* table, csv and tsv without the line of headings */
  struct people_style style;
  size_t *left_out; /* table: columns for which there was no room; may be NULL */
};

struct format {
  const char *name;   /* table csv tsv json jsonl md html xlsx */
  const char *ending; /* .csv …; NULL = none */
  bool is_machine;    /* full precision, plain keys, no footer */
  bool is_document;   /* says itself on what the figures rest: coverage, notes, sources */
  void (*write)(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out);
  /* Of a kind of file that holds one answer and cannot stand in a stream of them: in place of
   * `write`, which is NULL. False when it cannot be made: errno says why; ENOSYS: a library is
   * missing, `needs`. */
  bool (*write_file)(struct arena *scratch, const struct table *table, FILE *out);
  const char *needs;
};

const struct format *format_named(struct str name); /* NULL when there is none; "markdown" = md */
const struct format *format_for_path(struct str path); /* by ending; NULL when none fits */
size_t format_count(void);
const struct format *format_at(size_t i);

/* "table, csv, tsv … or html": those that results can be shown in, or with `files` the endings of
 * files. In `arena`. */
struct str format_list(struct arena *arena, bool files);

/* "reports 5 of 7 · expected 7, missing 2"; empty where the answer is about no reports. */
struct str show_coverage(struct arena *arena, const struct table *table);

/* The footer of a table on a terminal or beside a table on a pipe: coverage and notes, filled to
 * `width` columns (0: no limit). */
void show_footer(const struct table *table, bool has_colour, size_t width, FILE *out);
/* Its lines, escaped, in the arena; returns how many. */
size_t show_footer_lines(struct arena *arena, const struct table *table, struct str **lines);

/* Does a terminal get colours? Not where NO_COLOR is set or TERM names none that has them. */
bool show_has_colour(void);

#endif
