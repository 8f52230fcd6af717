/* pool: many files, read by several processes, in the order of the files (see pool.h).
 *
 * Each process draws the number of the next file from a pipe, so the results in one channel are in
 * the order of the files, with gaps that are in the other channels. pool_next looks for the channel
 * that has the next file and stays with it until that file is over; the other processes run ahead
 * as far as their channels have room.
 */
#include "read/pool.h"

#include "read/wire.h"
#include "read/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TICKETS (PIPE_BUF / sizeof(size_t)) /* written at once */
#define WAIT_MS 100     /* how long the caller may be kept from its own business */
#define OUT_OF_MEMORY 4 /* exit status of out_of_memory */

static const struct span nowhere = {0, 0};

struct worker {
  pid_t pid; /* 0 = none */
  struct channel channel;
  bool is_over; /* it said so: no more files for it */
};

struct pool {
  const struct match_index *index;
  const struct str *paths;
  size_t npaths;
  const struct said *const *said;
  unsigned seconds;
  int tickets, ticket_end; /* the pipe with the numbers of the files, see worker.h; its other end */
  size_t issued;           /* files whose numbers have gone into it */
  bool is_started;
  size_t at;              /* the file that is being given */
  struct worker *workers; /* and a place for one more, see find_current */
  size_t nworkers, nplaces;
  struct worker *current;    /* gives the file `at`; NULL = not known yet */
  struct read_position open; /* the file in it that is being read; depth 0 = none */
  struct str open_path[READ_NESTED + 1];
  size_t members[READ_NESTED + 1]; /* told of, in the file `at` and in the open ones */
  struct arena names;              /* of the open path */
  struct arena frame;              /* of the item at hand */
  struct report report;
  struct diags diags;
};

/* --- Processes */

static bool spawn(struct pool *pool, struct worker *worker, size_t first,
                  const struct read_position *behind, struct diags *diags) {
  struct channel child;
  if (!channel_open(&worker->channel, &child))
    return diag_add(diags, DIAG_RUN, nowhere, "no process can be started to read: %s",
                    strerror(errno));
  pid_t parent = getpid();
  worker->is_over = false;
  worker->pid = fork();
  if (worker->pid == 0) {
    channel_free(&worker->channel);
    if (pool->ticket_end >= 0)
      close(pool->ticket_end); /* else the pipe would never end */
    for (size_t i = 0; i < pool->nplaces; i++)
      if (pool->workers[i].pid != 0)
        channel_free(&pool->workers[i].channel);
    struct worker_task task = {.index = pool->index,
                               .paths = pool->paths,
                               .npaths = pool->npaths,
                               .said = pool->said,
                               .seconds = pool->seconds,
                               .tickets = pool->tickets,
                               .first = first,
                               .behind = *behind};
    if (getppid() == parent)
      worker_run(&task, &child);
    _exit(0);
  }
  int error = errno;
  channel_free(&child);
  if (worker->pid > 0)
    return true;
  channel_free(&worker->channel);
  worker->pid = 0;
  return diag_add(diags, DIAG_RUN, nowhere, "no process can be started to read: %s",
                  strerror(error));
}

/* Ends it, if it has not ended, and gives its exit status as waitpid has it. */
static int reap(struct worker *worker, bool kills) {
  int status = 0;
  if (kills)
    kill(worker->pid, SIGKILL);
  while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
    ;
  channel_free(&worker->channel);
  worker->pid = 0;
  return status;
}

static unsigned processors(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0)
    return 1;
  int n = CPU_COUNT(&set);
  return n > 0 ? (unsigned)n : 1;
}

struct pool *pool_start(struct arena *arena, const struct match_index *index,
                        const struct str *paths, size_t npaths,
                        const struct pool_options *options) {
  struct pool *pool = ARENA_NEW(arena, struct pool);
  *pool = (struct pool){.index = index, .paths = paths, .npaths = npaths, .said = options->said};
  size_t jobs = options->jobs > 0 ? options->jobs : processors();
  jobs = jobs < POOL_JOBS ? jobs : POOL_JOBS;
  pool->nworkers = jobs < npaths ? jobs : npaths;
  pool->nplaces = pool->nworkers + 1;
  pool->workers = ARENA_ARRAY(arena, struct worker, pool->nplaces);
  pool->seconds = options->seconds > 0 ? options->seconds : POOL_SECONDS;
  pool->diags.arena = &pool->frame;
  pool->tickets = pool->ticket_end = -1;
  return pool;
}

void pool_stop(struct pool *pool) {
  if (pool == NULL)
    return;
  for (size_t i = 0; i < pool->nplaces; i++)
    if (pool->workers[i].pid != 0)
      reap(&pool->workers[i], true);
  if (pool->tickets >= 0)
    close(pool->tickets);
  if (pool->ticket_end >= 0)
    close(pool->ticket_end);
  arena_free(&pool->names);
  arena_free(&pool->frame);
}

/* --- Frames */

/* The next frame's head: 1 all of the frame is there, or so long that it has to be taken in parts,
 * -1 not yet, 0 it is nonsense. */
static int peek_frame(struct worker *worker, struct frame_head *head) {
  if (channel_ready(&worker->channel, sizeof *head) < sizeof *head)
    return -1;
  char bytes[sizeof *head];
  channel_peek(&worker->channel, bytes, sizeof bytes);
  memcpy(head, bytes, sizeof bytes);
  if (head->kind == 0 || head->kind >= FRAME_KINDS || head->length > FRAME_MOST)
    return 0;
  size_t all = sizeof *head + head->length;
  return all > CHANNEL_BYTES / 2 || channel_ready(&worker->channel, all) >= all ? 1 : -1;
}

/* The same; a process from which nothing more can come has ended: *has_ended. */
static int await_frame(struct worker *worker, struct frame_head *head, bool *has_ended) {
  int is_there = peek_frame(worker, head);
  *has_ended = is_there < 0 && channel_has_ended(&worker->channel);
  return is_there;
}

/* Takes the frame whose head was seen; a long one as its bytes come. False when its process ends
 * before. */
static bool take_frame(struct pool *pool, struct worker *worker, const struct frame_head *head,
                       struct wire *wire) {
  struct channel *channel = &worker->channel;
  char *bytes = arena_alloc(&pool->frame, head->length + sizeof *head);
  size_t all = head->length + sizeof *head;
  for (size_t n = 0; n < all;) {
    size_t ready = channel_ready(channel, all - n);
    bool has_ended = ready == 0 && channel_has_ended(channel);
    size_t part = ready < all - n ? ready : all - n;
    if (part == 0 && has_ended)
      return false;
    if (part == 0)
      channel_wait(&channel, 1, WAIT_MS);
    channel_take(channel, bytes + n, part);
    n += part;
  }
  *wire = (struct wire){{bytes + sizeof *head, head->length}, false};
  return true;
}

/* --- What a process leaves behind when it breaks off */

static void say_why(const struct pool *pool, bool is_nonsense, int status, struct diags *diags) {
  if (is_nonsense) {
    diag_add(diags, DIAG_FILE, nowhere, "the process that read it went wrong");
    diag_hint(diags, "this is a fault of ogi: please report it with the file");
  } else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
    diag_add(diags, DIAG_FILE, nowhere, "reading it was stopped after %u seconds", pool->seconds);
    diag_hint(diags, "--file-seconds %u gives it more", pool->seconds * 3);
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY) {
    diag_add(diags, DIAG_FILE, nowhere, "reading it takes more than %llu MB of memory",
             (unsigned long long)(POOL_MEMORY >> 20));
  } else if (WIFSIGNALED(status) && WTERMSIG(status) != SIGKILL) {
    diag_add(diags, DIAG_FILE, nowhere, "reading it ended in a crash (%s)",
             strsignal(WTERMSIG(status)));
    diag_hint(diags, "this is a fault of ogi: please report it with the file");
  } else if (WIFSIGNALED(status)) {
    diag_add(diags, DIAG_FILE, nowhere,
             "the process that read it was killed, perhaps for want of memory");
  } else {
    diag_add(diags, DIAG_FILE, nowhere, "the process that read it ended with status %d",
             WEXITSTATUS(status));
  }
}

/* --- Events */

static bool take_begin(struct pool *pool, struct wire *wire) {
  struct read_position at = {.depth = (size_t)wire_number(wire, READ_NESTED + 1)};
  for (size_t i = 0; i < at.depth; i++)
    at.at[i] = wire_number(wire, UINT64_MAX);
  struct str path = wire_text(wire);
  if (wire->is_bad || at.depth == 0)
    return false;
  if (at.depth == 1)
    arena_reset(&pool->names);
  pool->open_path[at.depth - 1] = str_copy(&pool->names, path);
  pool->open = at;
  if (at.depth <= READ_NESTED)
    pool->members[at.depth] = 0;
  return true;
}

/* A file in an archive is over: the open one, or one that was never begun, for its kind. */
static void close_member(struct pool *pool, struct pool_item *item) {
  size_t depth = pool->open.depth;
  if (depth > 0 && str_eq(pool->open_path[depth - 1], item->path)) {
    item->has_members = depth <= READ_NESTED && pool->members[depth] > 0;
    pool->open.depth--;
  }
  if (pool->open.depth <= READ_NESTED) /* a process gone wrong may say anything */
    pool->members[pool->open.depth]++;
}

/* The file `at` is over. */
static void close_file(struct pool *pool, struct pool_item *item) {
  item->has_members = pool->members[0] > 0;
  pool->members[0] = 0;
  pool->open.depth = 0;
  pool->current = NULL;
  pool->at++;
}

static bool take_outcome(struct pool *pool, struct wire *wire, struct pool_item *item) {
  item->outcome = (enum read_outcome)wire_number(wire, READ_FAILED);
  item->diags = &pool->diags;
  return wire_diags(wire, &pool->diags);
}

/* What the frame says; POOL_WAIT when it is nothing for the caller, POOL_FAILED when nonsense. */
static enum pool_event take_event(struct pool *pool, const struct frame_head *head,
                                  struct wire *wire, struct pool_item *item) {
  item->path = pool->paths[pool->at];
  switch ((enum worker_frame)head->kind) {
  case FRAME_FILE:
    return wire_number(wire, SIZE_MAX) == pool->at ? POOL_WAIT : POOL_FAILED;
  case FRAME_BEGIN:
    return take_begin(pool, wire) ? POOL_WAIT : POOL_FAILED;
  case FRAME_REPORT:
    item->report = &pool->report;
    return wire_report(&pool->frame, wire, &pool->report) ? POOL_REPORT : POOL_FAILED;
  case FRAME_MEMBER:
    item->path = wire_text(wire);
    close_member(pool, item);
    return take_outcome(pool, wire, item) ? POOL_MEMBER : POOL_FAILED;
  case FRAME_DONE:
    if (!take_outcome(pool, wire, item))
      return POOL_FAILED;
    close_file(pool, item);
    return POOL_FILE;
  case FRAME_END:
  case FRAME_KINDS:
    break;
  }
  return POOL_FAILED;
}

/* The current process has ended within the file `at`, or sends nonsense. The file, or the file in
 * it that was being read, is given as failed, and another process goes on behind it. */
static enum pool_event break_off(struct pool *pool, struct pool_item *item, struct diags *diags) {
  struct worker *worker = pool->current;
  struct read_position position = pool->open;
  bool is_member = position.depth > 0;
  /* A process that has not ended by itself sends nonsense. */
  bool kills = !channel_has_ended(&worker->channel);
  int status = reap(worker, kills);
  item->path = is_member ? pool->open_path[position.depth - 1] : pool->paths[pool->at];
  item->outcome = READ_FAILED;
  item->diags = &pool->diags;
  struct source *source = ARENA_NEW(&pool->frame, struct source);
  *source = (struct source){item->path, {"", 0}, 1};
  pool->diags.source = source;
  say_why(pool, kills, status, &pool->diags);
  pool->diags.source = NULL;
  pool->current = NULL;
  if (is_member)
    close_member(pool, item);
  else
    close_file(pool, item);
  if (pool->at < pool->npaths)
    if (!spawn(pool, worker, is_member ? pool->at : WORKER_NO_FILE, &position, diags))
      return POOL_FAILED;
  return is_member ? POOL_MEMBER : POOL_FILE;
}

static enum pool_event next_of_current(struct pool *pool, struct pool_item *item,
                                       struct diags *diags) {
  for (;;) {
    struct worker *worker = pool->current;
    struct channel *channel = &worker->channel;
    struct frame_head head;
    struct wire wire;
    bool has_ended;
    int is_there = await_frame(worker, &head, &has_ended);
    if (is_there < 0 && !has_ended) {
      channel_wait(&channel, 1, WAIT_MS);
      is_there = await_frame(worker, &head, &has_ended);
      if (is_there < 0 && !has_ended)
        return POOL_WAIT;
    }
    if (is_there <= 0 || !take_frame(pool, worker, &head, &wire))
      return break_off(pool, item, diags);
    enum pool_event event = take_event(pool, &head, &wire, item);
    if (event == POOL_FAILED)
      return break_off(pool, item, diags);
    if (event != POOL_WAIT)
      return event;
  }
}

/* Does the process give the file `at` next? 1 yes, 0 not that one, -1 nothing is known yet. */
static int gives_next(struct pool *pool, struct worker *worker) {
  if (worker->pid == 0 || worker->is_over)
    return 0;
  bool has_ended;
  struct frame_head head;
  int is_there = await_frame(worker, &head, &has_ended);
  if (is_there < 0 && !has_ended)
    return -1;
  char bytes[sizeof head + 16] = {0};
  if (is_there > 0 && head.kind == FRAME_FILE && head.length <= 16) {
    channel_peek(&worker->channel, bytes, sizeof head + head.length);
    struct wire wire = {{bytes + sizeof head, head.length}, false};
    uint64_t file = wire_number(&wire, SIZE_MAX);
    if (file >= pool->at)
      return file == pool->at;
  }
  worker->is_over = true; /* it said so, or broke off between two files, or sends nonsense */
  return 0;
}

/* The process that gives the file `at`. False when it is not known yet. */
static bool find_current(struct pool *pool, struct diags *diags, bool *can_go_on) {
  struct channel *candidates[POOL_JOBS + 1];
  struct worker *free = NULL;
  size_t n = 0;
  for (size_t i = 0; i < pool->nplaces; i++) {
    struct worker *worker = &pool->workers[i];
    int gives = gives_next(pool, worker);
    if (gives > 0) {
      pool->current = worker;
      return true;
    }
    if (gives < 0)
      candidates[n++] = &worker->channel;
    if (worker->is_over && worker->pid != 0)
      reap(worker, true);
    if (worker->pid == 0)
      free = worker;
  }
  *can_go_on = true;
  if (n > 0) {
    channel_wait(candidates, n, WAIT_MS);
    return false;
  }
  /* Nobody has it: the first call, or a process took it and broke off before it said so. */
  struct read_position start = {0};
  if (free == NULL) { /* all are ahead; what this one has will be missed and read again too */
    free = &pool->workers[pool->nplaces - 1];
    reap(free, true);
  }
  *can_go_on = spawn(pool, free, pool->at, &start, diags);
  return false;
}

/* Fills the pipe with numbers; closes it behind the last one. */
static void issue_tickets(struct pool *pool) {
  size_t numbers[TICKETS];
  while (pool->ticket_end >= 0 && pool->issued < pool->npaths) {
    size_t n = 0;
    for (; n < TICKETS && pool->issued + n < pool->npaths; n++)
      numbers[n] = pool->issued + n;
    if (write(pool->ticket_end, numbers, n * sizeof *numbers) < 0)
      return; /* it is full; up to PIPE_BUF bytes are written whole or not at all */
    pool->issued += n;
  }
  if (pool->ticket_end >= 0)
    close(pool->ticket_end);
  pool->ticket_end = -1;
}

/* The first call: all processes at once. */
static bool start_all(struct pool *pool, struct diags *diags) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return diag_add(diags, DIAG_RUN, nowhere, "no process can be started to read: %s",
                    strerror(errno));
  pool->tickets = ends[0];
  pool->ticket_end = ends[1];
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  struct read_position start = {0};
  struct diags silent = {.arena = &pool->frame}; /* where one runs, fewer will do */
  for (size_t i = 0; i < pool->nworkers; i++)
    if (!spawn(pool, &pool->workers[i], WORKER_NO_FILE, &start, i == 0 ? diags : &silent))
      return i > 0;
  return true;
}

enum pool_event pool_next(struct pool *pool, struct pool_item *item, struct diags *diags) {
  bool can_go_on = true;
  if (pool->at == pool->npaths)
    return POOL_END;
  arena_reset(&pool->frame);
  pool->diags = (struct diags){.arena = &pool->frame};
  *item = (struct pool_item){.file = pool->at};
  if (!pool->is_started && !start_all(pool, diags))
    return POOL_FAILED;
  pool->is_started = true;
  issue_tickets(pool);
  if (pool->current == NULL && !find_current(pool, diags, &can_go_on))
    return can_go_on ? POOL_WAIT : POOL_FAILED;
  return next_of_current(pool, item, diags);
}
