/* worker: the process that reads files for a pool, and what it sends. Private to read/.
 *
 * It takes the number of the next file out of a pipe that all share, and sends frames: a head, a
 * kind and its parts as wire.h writes them.
 */
#ifndef OGI_READ_WORKER_H
#define OGI_READ_WORKER_H

#include "read/channel.h"
#include "read/pool.h"

enum worker_frame {
  FRAME_FILE = 1, /* number: a file is begun */
  FRAME_BEGIN,    /* position, path: a file in an archive is begun */
  FRAME_REPORT,   /* a report */
  FRAME_MEMBER,   /* path, outcome, messages: a file in an archive is over */
  FRAME_DONE,     /* outcome, messages: the file is over */
  FRAME_END,      /* no more files */
  FRAME_KINDS
};

struct frame_head {
  uint32_t kind, length; /* of the bytes that follow */
};

/* A frame with the narrative of a report of READ_LIMIT bytes is smaller. */
#define FRAME_MOST (4 * READ_LIMIT)

#define WORKER_NO_FILE SIZE_MAX

struct worker_task {
  const struct match_index *index;
  const struct str *paths;
  size_t npaths;
  const struct said *const *said; /* by file; may be NULL */
  unsigned seconds;
  int tickets; /* a pipe that all workers read: the numbers of the files, each a size_t */
  /* What is read before that: WORKER_NO_FILE, or a file in which another process broke off, behind
   * a file in it (depth 0: from its beginning). */
  size_t first;
  struct read_position behind;
};

/* Reads until there are no more files. The exit status of a process that was short of memory is
 * that of out_of_memory. */
_Noreturn void worker_run(const struct worker_task *task, struct channel *channel);

#endif
