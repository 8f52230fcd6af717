/* reader: the kinds of file that can be read, and reading one.
 *
 * A kind is a row in the table in reader.c: a name, a way to recognise it, a way to read it.
 */
#ifndef OGI_READ_READER_H
#define OGI_READ_READER_H

#include "read/match.h"

struct reader {
  const char *name;                               /* text, html */
  int (*sniff)(struct str head, struct str path); /* 0 = not mine … 100 = certain */
  /* Bytes → documents. One file may give several, and a report may need several (an archive), so
   * they come as a list. Returns false after diag_add when the bytes cannot be read. */
  bool (*read)(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);
};

/* The reader for these bytes; NULL when no kind claims them (a picture, zeros). */
const struct reader *reader_for(struct str head, struct str path);

enum read_outcome {
  READ_DONE,    /* every report in it went to the sink */
  READ_SKIPPED, /* no reader claims the file */
  READ_FAILED,  /* a reader claimed it and it holds no report that could be read: see diags */
  READ_STOPPED  /* the sink returned false */
};

/* Reads one file and gives each report in it to the sink. Messages have the file as their source.
 * Memory is the arena's and may be reset afterwards. Files over READ_LIMIT bytes are refused. */
enum read_outcome read_file(struct arena *arena, const struct match_index *index, struct str path,
                            struct report_sink sink, struct diags *diags);

/* The same from bytes in memory. */
enum read_outcome read_bytes(struct arena *arena, const struct match_index *index, struct str bytes,
                             struct str path, struct report_sink sink, struct diags *diags);

#define READ_LIMIT (32u * 1024 * 1024) /* the largest real report seen is under 1 MB */

#endif
