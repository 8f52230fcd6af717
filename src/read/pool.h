/* pool: many files, read by several processes at once, given in the order in which they were named.
 *
 * A process that reads is forked from this one and knows the definitions as they are. What it finds
 * comes back through a channel; this process alone stores it. So a file that crashes its reader,
 * hangs it or takes all memory costs that file alone (in an archive: that file of the archive): it
 * is given as READ_FAILED with the reason, and another process goes on behind it. However many
 * processes there are, what pool_next gives is the same.
 *
 * Memory: a channel for each process, and one report here.
 */
#ifndef OGI_READ_POOL_H
#define OGI_READ_POOL_H

#include "read/reader.h"

/* A page of 1 MB is read in a tenth of a second, one of READ_LIMIT in some seconds. Other programs
 * that help reading (helper.h) have limits of their own. */
#define POOL_SECONDS 20u
#define POOL_JOBS 64u /* processes at most */
/* Beyond what the program has itself: a page of READ_LIMIT takes half of it as a tree. */
#define POOL_MEMORY ((uint64_t)2 << 30)

struct pool_options {
  unsigned jobs;    /* 0 = as many as there are processors */
  unsigned seconds; /* for one file; 0 = POOL_SECONDS */
  /* By file: who reports on what year, NULL where the file tells. NULL: all of them do. Outlives
   * the pool. */
  const struct said *const *said;
};

enum pool_event {
  POOL_REPORT, /* a report; more of its file may come */
  POOL_MEMBER, /* all of a file in an archive has been given */
  POOL_FILE,   /* all of a file has been given */
  POOL_WAIT,   /* nothing yet: a tenth of a second has passed, or a signal came */
  POOL_END,    /* there are no more files */
  POOL_FAILED  /* no process can be started: see diags */
};

struct pool_item {
  size_t file;                 /* number in the list of files */
  struct str path;             /* of the file, or of the file in it (`a.zip/b.html`) */
  const struct report *report; /* POOL_REPORT */
  bool has_members; /* POOL_MEMBER, POOL_FILE: an archive, of whose files was told before */
  enum read_outcome outcome; /* POOL_MEMBER, POOL_FILE: READ_DONE, _SKIPPED or _FAILED */
  const struct diags *diags; /* messages about it; those about a file in an archive come with
                                POOL_MEMBER and not again */
};

struct pool;

/* Starts reading. The arena, the paths and the index must outlive the pool. Buffers of standard
 * streams should be empty. */
struct pool *pool_start(struct arena *arena, const struct match_index *index,
                        const struct str *paths, size_t npaths, const struct pool_options *options);

/* The next event; what *item points to lives until the next call. */
enum pool_event pool_next(struct pool *pool, struct pool_item *item, struct diags *diags);

/* Ends the processes, also in the middle. NULL is fine. */
void pool_stop(struct pool *pool);

#endif
