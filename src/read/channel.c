/* channel: bytes between two processes through a file in memory (see channel.h). */
#include "read/channel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHANNELS_MAX                                                                               \
  65                   /* waited for at once: a process for each of 64 processors, and one more    \
                        */
#define COUNTS_MAX 512 /* read from a pipe at once */
/* The child is told of room in such steps, not for every report. */
#define ROOM_STEP (CHANNEL_BYTES / 16)

bool channel_open(struct channel *parent, struct channel *child) {
  int sent[2] = {-1, -1}, taken[2] = {-1, -1};
  void *ring = MAP_FAILED;
  int file = memfd_create("ogi", MFD_CLOEXEC);
  if (file >= 0 && ftruncate(file, (off_t)CHANNEL_BYTES) == 0)
    ring = mmap(NULL, CHANNEL_BYTES, PROT_READ, MAP_SHARED, file, 0);
  if (ring != MAP_FAILED && pipe2(sent, O_CLOEXEC) == 0 && pipe2(taken, O_CLOEXEC) == 0 &&
      fcntl(sent[0], F_SETFL, O_NONBLOCK) == 0 && fcntl(taken[1], F_SETFL, O_NONBLOCK) == 0) {
    *parent = (struct channel){-1, ring, sent[0], taken[1], 0, 0, 0};
    *child = (struct channel){file, NULL, sent[1], taken[0], 0, 0, 0};
    return true;
  }
  int error = errno;
  int all[] = {file, sent[0], sent[1], taken[0], taken[1]};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i] >= 0)
      close(all[i]);
  if (ring != MAP_FAILED)
    munmap(ring, CHANNEL_BYTES);
  errno = error;
  return false;
}

void channel_free(struct channel *end) {
  int all[] = {end->file, end->sent_pipe, end->taken_pipe};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i] >= 0)
      close(all[i]);
  if (end->ring != NULL)
    munmap((char *)(uintptr_t)end->ring, CHANNEL_BYTES);
  *end = (struct channel){-1, NULL, -1, -1, 0, 0, 0};
}

/* --- The child's end */

/* False when the parent is gone. */
static bool write_at(int file, struct str bytes, size_t offset) {
  while (bytes.n > 0) {
    ssize_t n = pwrite(file, bytes.p, bytes.n, (off_t)offset);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    bytes = str_sub(bytes, (size_t)n, bytes.n);
    offset += (size_t)n;
  }
  return true;
}

/* Waits until the parent tells of room. */
static bool await_room(struct channel *child) {
  uint64_t counts[COUNTS_MAX];
  ssize_t n;
  while ((n = read(child->taken_pipe, counts, sizeof counts)) < 0 && errno == EINTR)
    ;
  for (size_t i = 0; n > 0 && i < (size_t)n / sizeof *counts; i++)
    child->taken += counts[i];
  return n > 0;
}

bool channel_send(struct channel *child, struct str bytes) {
  while (bytes.n > 0) {
    size_t room = CHANNEL_BYTES - (size_t)(child->sent - child->taken);
    size_t at = (size_t)(child->sent % CHANNEL_BYTES);
    size_t n =
        CHANNEL_BYTES - at < room ? CHANNEL_BYTES - at : room; /* up to the end of the ring */
    n = n < bytes.n ? n : bytes.n;
    if (n == 0) {
      if (!await_room(child))
        return false;
      continue;
    }
    uint64_t count = n;
    if (!write_at(child->file, str_sub(bytes, 0, n), at) ||
        write(child->sent_pipe, &count, sizeof count) != (ssize_t)sizeof count)
      return false;
    child->sent += n;
    bytes = str_sub(bytes, n, bytes.n);
  }
  return true;
}

/* --- The parent's end */

size_t channel_ready(struct channel *parent, size_t need) {
  uint64_t counts[COUNTS_MAX];
  ssize_t n;
  if (parent->sent - parent->taken < need)
    while ((n = read(parent->sent_pipe, counts, sizeof counts)) > 0)
      for (size_t i = 0; i < (size_t)n / sizeof *counts; i++)
        parent->sent += counts[i];
  uint64_t ready = parent->sent - parent->taken;
  return ready <= CHANNEL_BYTES ? (size_t)ready : 0; /* the child may have gone wrong */
}

void channel_peek(const struct channel *parent, char *to, size_t n) {
  size_t from = (size_t)(parent->taken % CHANNEL_BYTES);
  size_t first = n < CHANNEL_BYTES - from ? n : CHANNEL_BYTES - from;
  memcpy(to, parent->ring + from, first);
  memcpy(to + first, parent->ring, n - first);
}

void channel_take(struct channel *parent, char *to, size_t n) {
  channel_peek(parent, to, n);
  parent->taken += n;
  parent->untold += n;
  /* A full pipe, or no child any more: it has been told enough. */
  if (parent->untold >= ROOM_STEP &&
      write(parent->taken_pipe, &parent->untold, sizeof parent->untold) > 0)
    parent->untold = 0;
}

void channel_wait(struct channel *const *parents, size_t n, int ms) {
  struct pollfd heard[CHANNELS_MAX];
  n = n < CHANNELS_MAX ? n : CHANNELS_MAX;
  for (size_t i = 0; i < n; i++)
    heard[i] = (struct pollfd){parents[i]->sent_pipe, POLLIN, 0};
  poll(heard, (nfds_t)n, ms);
}

bool channel_has_ended(const struct channel *parent) {
  struct pollfd heard = {parent->sent_pipe, POLLIN, 0};
  return poll(&heard, 1, 0) > 0 && (heard.revents & (POLLIN | POLLHUP)) == POLLHUP;
}
