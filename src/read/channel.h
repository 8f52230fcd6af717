/* channel: bytes from a process to the one that started it, in order, through a file in memory.
 *
 * A pipe holds 64 KB, the results of five files: while some thousand reports are sorted and stored
 * all processes that read would stand still. Here they run ahead by CHANNEL_BYTES, and then wait.
 * The child writes into the file as into any file, and over a pipe goes how many bytes it wrote:
 * nothing that the parent relies on lies in memory that a child gone wrong could overwrite.
 */
#ifndef OGI_READ_CHANNEL_H
#define OGI_READ_CHANNEL_H

#include "base/str.h"

#define CHANNEL_BYTES ((size_t)16 << 20) /* some 1,500 reports with their narratives */

/* One end. Byte number i stands in the file at i % CHANNEL_BYTES. */
struct channel {
  int file;         /* child: what it writes to */
  const char *ring; /* parent: the same, to be read */
  int sent_pipe;    /* to the parent: how many bytes more are there */
  int taken_pipe;   /* to the child: how many bytes of room more */
  uint64_t sent, taken;
  uint64_t untold; /* parent: taken, and the child has not been told */
};

/* The two ends, before the fork. False, with errno, when the system has no more of something. */
bool channel_open(struct channel *parent, struct channel *child);
/* Gives back what belongs to this end in this process. */
void channel_free(struct channel *end);

/* Child: sends all; waits for room while there is none. False when the parent is gone. */
bool channel_send(struct channel *child, struct str bytes);

/* Parent: how many bytes can be taken at once; exact below `need`. */
size_t channel_ready(struct channel *parent, size_t need);
/* Parent: looks at the next n bytes, which are ready, or takes them. */
void channel_peek(const struct channel *parent, char *to, size_t n);
void channel_take(struct channel *parent, char *to, size_t n);

/* Parent: waits until one of the channels has more than channel_ready told, or its child has ended.
 * Returns after `ms`, or when a signal came, in any case. */
void channel_wait(struct channel *const *parents, size_t n, int ms);
/* Parent: has the child ended, and all that it sent been told of? */
bool channel_has_ended(const struct channel *parent);

#endif
