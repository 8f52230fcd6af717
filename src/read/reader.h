/* reader: the kinds of file that can be read, and reading one.
 *
 * A kind is a row in the table in reader.c: a name, a way to recognise it, a way to read it. An
 * archive is a kind too: its entries are read as if they were files, under the path `a.zip/b.html`.
 */
#ifndef OGI_READ_READER_H
#define OGI_READ_READER_H

#include "read/archive.h"
#include "read/match.h"

struct reader {
  const char *name;                               /* text, html, … */
  int (*sniff)(struct str head, struct str path); /* 0 = not mine … 100 = certain */
  /* Bytes → documents. One file may give several, and a report may need several (an archive), so
   * they come as a list. Returns false after diag_add when the bytes cannot be read. NULL for a
   * kind that holds files. */
  bool (*read)(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);
  /* A kind that holds files: gives them one by one. */
  enum archive_end (*unpack)(const struct archive_input *input, size_t limit,
                             struct archive_budget *budget, struct archive_taker taker,
                             struct diags *diags);
};

/* The reader for these bytes; NULL when no kind claims them (a picture, zeros). */
const struct reader *reader_for(struct str head, struct str path);

/* Kinds of a program that links its own, asked after the others; ogi has none (more.c). */
extern const struct reader *const readers_more;
extern const size_t readers_nmore;

enum read_outcome {
  READ_DONE,    /* every report in it went to the sink */
  READ_SKIPPED, /* no reader claims the file, or any file in it */
  READ_FAILED,  /* a reader claimed it, and it, or a file in it, could not be read or holds no
                   report: see diags; what could be read went to the sink */
  READ_STOPPED  /* the sink returned false */
};

#define READ_NESTED 1 /* archives inside an archive are read, those inside these are not */

/* Where a file stands in an archive: its number among the files of the archive, from 1, and in one
 * inside it its number there. */
struct read_position {
  size_t depth; /* how many numbers; 0 = the archive itself */
  uint64_t at[READ_NESTED + 1];
};

/* Told of each file in an archive. All may be NULL. */
struct read_notes {
  /* Before it is read. */
  void (*begin)(void *context, struct str path, const struct read_position *at);
  /* After it was read or skipped, with its path and the messages about it: those of `diags` from
   * `first` on. A file that was skipped for its kind is not begun. */
  void (*entry)(void *context, struct str path, enum read_outcome outcome,
                const struct diags *diags, size_t first);
  void *context;
  /* Begins behind this file, in which an earlier try broke off: of those before it and of itself
   * nothing is said and no report is given again. */
  const struct read_position *behind;
  /* Who reports on what year; NULL: the file tells. */
  const struct said *said;
};

/* Reads one file and gives each report in it to the sink. Messages have the file, or the file in an
 * archive, as their source. Memory is the arena's and may be reset afterwards. Files over
 * READ_LIMIT bytes are refused; archives may be larger, see archive.h. */
enum read_outcome read_file(struct arena *arena, const struct match_index *index, struct str path,
                            struct report_sink sink, struct diags *diags);

/* The same, and `notes` is told of the files in an archive; notes.entry may be NULL. */
enum read_outcome read_file_noted(struct arena *arena, const struct match_index *index,
                                  struct str path, struct report_sink sink, struct read_notes notes,
                                  struct diags *diags);

/* The same from bytes in memory. */
enum read_outcome read_bytes(struct arena *arena, const struct match_index *index, struct str bytes,
                             struct str path, struct report_sink sink, struct diags *diags);

#define READ_LIMIT (32u * 1024 * 1024) /* the largest real report seen is under 1 MB */

#endif
