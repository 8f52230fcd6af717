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

enum read_outcome {
  READ_DONE,    /* every report in it went to the sink */
  READ_SKIPPED, /* no reader claims the file, or any file in it */
  READ_FAILED,  /* a reader claimed it, and it, or a file in it, could not be read or holds no
                   report: see diags; what could be read went to the sink */
  READ_STOPPED  /* the sink returned false */
};

/* Told of each file in an archive, after it was read or skipped, with its path and the messages
 * about it: those of `diags` from `first` on. */
struct read_notes {
  void (*entry)(void *context, struct str path, enum read_outcome outcome,
                const struct diags *diags, size_t first);
  void *context;
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
