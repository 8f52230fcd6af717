/* helper: other programs that turn a kind of file into one that ogi reads (see helper.h). */
#include "read/helper.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY ((rlim_t)4 << 30)  /* of a helper; an office program maps much that it never uses */
#define FILES ((rlim_t)256 << 20) /* bytes of a file that it writes */
#define FOLDERS_OPEN 16

static const struct span nowhere = {0, 0};

const char *helper_find(struct arena *arena, const char *name) {
  const char *path = getenv("PATH");
  struct str all =
      str_from_z(path != NULL && *path != '\0' ? path : "/usr/local/bin:/usr/bin:/bin");
  for (size_t from = 0, end; from <= all.n; from = end + 1) {
    end = from + str_find(str_sub(all, from, all.n), STR(":"));
    struct str folder = str_sub(all, from, end);
    if (folder.n == 0 || folder.p[0] != '/') /* never out of the folder with the reports */
      continue;
    const char *file = str_fmt(arena, "%.*s/%s", STR_ARG(folder), name).p;
    struct stat status;
    if (access(file, X_OK) == 0 && stat(file, &status) == 0 && S_ISREG(status.st_mode))
      return file;
  }
  return NULL;
}

bool helper_missing(struct diags *diags, const char *kind, const char *program,
                    const char *package) {
  diag_add(diags, DIAG_FILE, nowhere, "%s is read with the program \"%s\", which is not there",
           kind, program);
  diag_hint(diags, "sudo apt-get install --no-install-recommends %s", package);
  return false;
}

static void limit(enum __rlimit_resource resource, rlim_t most) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0)
    return;
  if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most)
    now.rlim_max = most;
  now.rlim_cur = now.rlim_max;
  setrlimit(resource, &now);
}

/* What the child does until it is the helper; other threads of the parent may hold any lock. */
_Noreturn static void become(const struct helper *helper, char *const *environment, int in,
                             int out) {
  int nothing = open("/dev/null", O_WRONLY);
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (nothing < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(nothing, 2) < 0)
    _exit(127);
  limit(RLIMIT_CPU, helper->seconds);
  limit(RLIMIT_AS, MEMORY);
  limit(RLIMIT_FSIZE, FILES);
  limit(RLIMIT_CORE, 0);
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(helper->argv[0], (char *const *)(uintptr_t)helper->argv, environment);
  _exit(127);
}

enum reading { READING_DONE, READING_SLOW, READING_LONG };

/* Gathers what comes out of the pipe until it is closed. */
static enum reading gather(const struct helper *helper, int pipe, struct sbuf *out) {
  int64_t until = clock_ms() + helper->seconds * (int64_t)1000;
  for (;;) {
    int64_t left = until - clock_ms();
    struct pollfd ready = {pipe, POLLIN, 0};
    if (left <= 0)
      return READING_SLOW;
    int n = poll(&ready, 1, (int)left);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return READING_SLOW;
    char bytes[16384];
    ssize_t got = read(pipe, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return READING_DONE;
    if (out->n + (size_t)got > helper->limit)
      return READING_LONG;
    sbuf_add(out, (struct str){bytes, (size_t)got});
  }
}

/* Waits for the end of the child; stops it, and what it started, when it is over time. */
static int finish(pid_t child, enum reading reading, unsigned seconds) {
  int status = 0;
  int64_t until = clock_ms() + seconds * (int64_t)1000;
  while (reading == READING_DONE) {
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) {
      kill(-child, SIGKILL); /* children of its own */
      return status;
    }
    if (clock_ms() > until)
      break;
    clock_wait_ms(2);
  }
  kill(-child, SIGKILL);
  kill(child, SIGKILL); /* before it made its group */
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}

/* The bytes as a file without a name. */
static int input_file(struct str input) {
  int file = memfd_create("ogi", MFD_CLOEXEC);
  if (file < 0)
    return -1;
  for (size_t i = 0; i < input.n;) {
    ssize_t n = write(file, input.p + i, input.n - i);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      close(file);
      return -1;
    }
    i += (size_t)n;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

static bool judge(const struct helper *helper, enum reading reading, int status,
                  struct diags *diags) {
  const char *name = strrchr(helper->argv[0], '/') + 1;
  if (reading == READING_SLOW)
    return diag_add(diags, DIAG_FILE, nowhere, "\"%s\" was stopped: it took more than %u seconds",
                    name, helper->seconds);
  if (reading == READING_LONG)
    return diag_add(diags, DIAG_FILE, nowhere, "\"%s\" was stopped: it gave more than %zu MB", name,
                    helper->limit >> 20);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return true;
  if (WIFSIGNALED(status))
    return diag_add(diags, DIAG_FILE, nowhere, "\"%s\" ended with signal %d", name,
                    WTERMSIG(status));
  return diag_add(diags, DIAG_FILE, nowhere, "\"%s\" cannot read it and ends with status %d", name,
                  WEXITSTATUS(status));
}

bool helper_run(struct arena *arena, const struct helper *helper, struct str input,
                struct str *output, struct diags *diags) {
  const char *path = getenv("PATH");
  char *environment[] = {
      (char *)(uintptr_t)str_fmt(arena, "PATH=%s", path != NULL ? path : "/usr/bin:/bin").p,
      (char *)(uintptr_t)str_fmt(arena, "HOME=%s", helper->home).p,
      (char *)(uintptr_t)str_fmt(arena, "TMPDIR=%s", helper->home).p,
      (char *)(uintptr_t) "LC_ALL=C.UTF-8", NULL};
  int in = input_file(input), ends[2] = {-1, -1};
  struct sbuf out = {.arena = arena};
  enum reading reading = READING_DONE;
  int status = 0;
  pid_t child = in >= 0 && pipe2(ends, O_CLOEXEC) == 0 ? fork() : -1;
  if (child == 0)
    become(helper, environment, in, ends[1]);
  int error = errno;
  if (in >= 0)
    close(in);
  if (ends[1] >= 0)
    close(ends[1]);
  if (child > 0) {
    unsigned left = alarm(0); /* a helper has limits of its own */
    reading = gather(helper, ends[0], &out);
    status = finish(child, reading, helper->seconds);
    if (left > 0)
      alarm(left);
  }
  if (ends[0] >= 0)
    close(ends[0]);
  *output = sbuf_str(&out);
  if (child < 0)
    return diag_add(diags, DIAG_FILE, nowhere, "\"%s\" cannot be started: %s", helper->argv[0],
                    strerror(error));
  return judge(helper, reading, status, diags);
}

/* --- Folders */

const char *helper_folder(struct arena *arena, struct diags *diags) {
  const char *tmp = getenv("TMPDIR");
  struct str folder = str_fmt(arena, "%s/ogi-XXXXXX", tmp != NULL && tmp[0] == '/' ? tmp : "/tmp");
  if (mkdtemp((char *)(uintptr_t)folder.p) != NULL)
    return folder.p;
  diag_add(diags, DIAG_FILE, nowhere, "no folder for its conversion can be made: %s",
           strerror(errno));
  return NULL;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)status, (void)kind, (void)walk;
  remove(path);
  return 0;
}

void helper_remove(const char *folder) {
  nftw(folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}

bool helper_write(const char *path, struct str bytes, struct diags *diags) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  bool done = file >= 0;
  for (size_t i = 0; done && i < bytes.n;) {
    ssize_t n = write(file, bytes.p + i, bytes.n - i);
    if (n < 0 && errno == EINTR)
      continue;
    done = n > 0;
    i += n > 0 ? (size_t)n : 0;
  }
  int error = errno;
  if (file >= 0)
    close(file);
  return done ||
         diag_add(diags, DIAG_FILE, nowhere, "its copy cannot be written: %s", strerror(error));
}

bool helper_read(struct arena *arena, const char *path, size_t most, struct str *bytes,
                 struct diags *diags) {
  struct sbuf out = {.arena = arena};
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  ssize_t n = -1;
  char buffer[65536];
  while (file >= 0 && out.n <= most && (n = read(file, buffer, sizeof buffer)) > 0)
    sbuf_add(&out, (struct str){buffer, (size_t)n});
  int error = errno;
  if (file >= 0)
    close(file);
  *bytes = sbuf_str(&out);
  if (file < 0 || n < 0)
    return diag_add(diags, DIAG_FILE, nowhere, "it could not be converted: %s", strerror(error));
  return out.n <= most || diag_add(diags, DIAG_FILE, nowhere,
                                   "more than %zu MB are too much for a report", most >> 20);
}
