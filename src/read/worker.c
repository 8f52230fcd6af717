/* worker: the process that reads files for a pool (see worker.h). */
#include "read/worker.h"

#include "read/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* The sanitizers map terabytes, and what they find must be seen. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_WATCHED 1
#endif
#endif
#ifndef IS_WATCHED
#define IS_WATCHED 0
#endif

#define KEPT_FREE (64 << 20) /* bytes that are not given back to the system between two files */

#define FLUSHED (64 << 10) /* bytes that are sent before the file is over */

struct worker {
  const struct worker_task *task;
  struct channel *channel;
  struct arena file;     /* of the file at hand */
  struct arena messages; /* on their way */
  struct arena bytes;    /* of the frames on their way */
  struct sbuf frames;
  size_t frame; /* where the one that is being made begins */
  struct diags diags;
};

static void frame_begin(struct worker *w) {
  struct frame_head head = {0};
  w->frame = w->frames.n;
  sbuf_add(&w->frames, (struct str){(const char *)&head, sizeof head});
}

static void frame_end(struct worker *w, enum worker_frame kind) {
  struct frame_head head = {(uint32_t)kind, (uint32_t)(w->frames.n - w->frame - sizeof head)};
  memcpy(w->frames.at + w->frame, &head, sizeof head);
}

/* Sends the frames; while there is no room the clock stands still. */
static void flush(struct worker *w) {
  if (!channel_send(w->channel, sbuf_str(&w->frames)))
    _exit(0); /* nobody is there to be told */
  arena_reset(&w->bytes);
  w->frames = (struct sbuf){.arena = &w->bytes};
}

static void flush_within(struct worker *w) {
  if (w->frames.n < FLUSHED)
    return;
  unsigned left = alarm(0);
  flush(w);
  alarm(left > 0 ? left : 1);
}

/* What follows may go wrong: all that is known is sent, and the clock starts. */
static void venture(struct worker *w) {
  alarm(0);
  flush(w);
  alarm(w->task->seconds);
}

/* The messages so far go with the frame and are forgotten: an archive may have many. */
static void put_diags(struct worker *w) {
  wire_put_diags(&w->frames, &w->diags, 0);
  const struct source *source = w->diags.source;
  arena_reset(&w->messages);
  w->diags = (struct diags){.arena = &w->messages, .source = source};
}

static bool send_report(void *context, const struct report *report) {
  struct worker *w = context;
  frame_begin(w);
  wire_put_report(&w->frames, report);
  frame_end(w, FRAME_REPORT);
  flush_within(w);
  return true;
}

static void send_begin(void *context, struct str path, const struct read_position *at) {
  struct worker *w = context;
  frame_begin(w);
  wire_put_number(&w->frames, at->depth);
  for (size_t i = 0; i < at->depth; i++)
    wire_put_number(&w->frames, at->at[i]);
  wire_put_text(&w->frames, path);
  frame_end(w, FRAME_BEGIN);
  venture(w);
}

static void send_member(void *context, struct str path, enum read_outcome outcome,
                        const struct diags *diags, size_t first) {
  struct worker *w = context;
  (void)diags, (void)first; /* all of w->diags: what came before has been sent */
  frame_begin(w);
  wire_put_text(&w->frames, path);
  wire_put_number(&w->frames, outcome);
  put_diags(w);
  frame_end(w, FRAME_MEMBER);
  flush_within(w);
  alarm(w->task->seconds);
}

static void read_one(struct worker *w, size_t file, const struct read_position *behind) {
  struct report_sink sink = {send_report, w};
  const struct said *said = w->task->said != NULL ? w->task->said[file] : NULL;
  struct read_notes notes = {send_begin, send_member, w, behind, said};
  frame_begin(w);
  wire_put_number(&w->frames, file);
  frame_end(w, FRAME_FILE);
  venture(w);
  enum read_outcome outcome =
      read_file_noted(&w->file, w->task->index, w->task->paths[file], sink, notes, &w->diags);
  alarm(0);
  frame_begin(w);
  wire_put_number(&w->frames, outcome);
  put_diags(w);
  frame_end(w, FRAME_DONE);
  arena_reset(&w->file);
}

/* The next file, for this process alone; WORKER_NO_FILE when there are no more. */
static size_t draw_ticket(const struct worker_task *task) {
  size_t file;
  ssize_t n;
  while ((n = read(task->tickets, &file, sizeof file)) < 0 && errno == EINTR)
    ;
  return n == (ssize_t)sizeof file && file < task->npaths ? file : WORKER_NO_FILE;
}

/* Memory that the program may have: what it has, and POOL_MEMORY. A helper (helper.h) may set a
 * limit of its own, so the hard limit stays. */
static void limit_memory(void) {
  unsigned long pages = 0;
  struct rlimit limit;
  FILE *statm = fopen("/proc/self/statm", "re");
  bool is_known = statm != NULL && fscanf(statm, "%lu", &pages) == 1;
  if (statm != NULL)
    fclose(statm);
  if (!is_known || getrlimit(RLIMIT_AS, &limit) != 0)
    return;
  uint64_t most = (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) + POOL_MEMORY;
  if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > most)
    limit.rlim_cur = most;
  setrlimit(RLIMIT_AS, &limit);
}

/* Cut off from the terminal, and from the fate of the program that started it. */
static void settle(void) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGINT, SIG_IGN); /* of Ctrl-C the parent decides */
  signal(SIGALRM, SIG_DFL);
  signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  struct rlimit core;
  if (getrlimit(RLIMIT_CORE, &core) == 0) {
    core.rlim_cur = 0;
    setrlimit(RLIMIT_CORE, &core);
  }
  mallopt(M_TRIM_THRESHOLD, KEPT_FREE);
  mallopt(M_MMAP_THRESHOLD, KEPT_FREE);
  mallopt(M_TOP_PAD, 1 << 20);
  if (IS_WATCHED)
    return;
  limit_memory();
  int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nothing >= 0)
    dup2(nothing, STDERR_FILENO);
}

_Noreturn void worker_run(const struct worker_task *task, struct channel *channel) {
  struct worker w = {.task = task, .channel = channel};
  w.diags.arena = &w.messages;
  w.frames.arena = &w.bytes;
  settle();
  if (task->first != WORKER_NO_FILE)
    read_one(&w, task->first, task->behind.depth > 0 ? &task->behind : NULL);
  for (size_t file; (file = draw_ticket(task)) != WORKER_NO_FILE;)
    read_one(&w, file, NULL);
  frame_begin(&w);
  frame_end(&w, FRAME_END);
  flush(&w);
  _exit(0);
}
