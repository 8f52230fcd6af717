/* history: statements to a file and back (see history.h). */
#include "app/history.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_MAX (1024 * 1024) /* the end of a long history: more than anyone searches through */
#define KEPT 5000              /* statements */

const char *history_path(struct arena *arena) {
  const char *own = getenv("OGI_HISTORY"), *state = getenv("XDG_STATE_HOME");
  const char *home = getenv("HOME");
  if (own != NULL)
    return own[0] != '\0' ? own : NULL;
  if (state != NULL && state[0] == '/')
    return str_fmt(arena, "%s/ogi/history", state).p;
  if (home != NULL && home[0] == '/')
    return str_fmt(arena, "%s/.local/state/ogi/history", home).p;
  return NULL;
}

/* The last READ_MAX bytes, from the first whole line on. */
static struct str read_end(struct arena *arena, const char *path) {
  struct str text = {0};
  FILE *file = fopen(path, "rbe");
  struct stat status;
  if (file == NULL)
    return text;
  if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode)) {
    bool is_cut = status.st_size > READ_MAX;
    size_t size = is_cut ? READ_MAX : (size_t)status.st_size;
    char *bytes = arena_alloc(arena, size + 1);
    if (!is_cut || fseek(file, -(long)size, SEEK_END) == 0)
      text = (struct str){bytes, fread(bytes, 1, size, file)};
    if (is_cut)
      text = str_sub(text, str_find(text, STR("\n")) + 1, text.n);
  }
  fclose(file);
  return text;
}

static struct str unescaped(struct arena *arena, struct str line) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < line.n; i++) {
    char c = line.p[i];
    if (c == '\\' && i + 1 < line.n) {
      i++;
      c = line.p[i] == 'n' ? '\n' : line.p[i];
    }
    sbuf_add_char(&b, c);
  }
  return sbuf_str(&b);
}

struct str *history_read(struct arena *arena, const char *path, size_t *count) {
  struct {
    struct str *at;
    size_t n, cap;
  } entries = {0};
  struct str text = read_end(arena, path);
  for (size_t i = 0; i < text.n;) {
    struct str rest = str_sub(text, i, text.n);
    size_t end = str_find(rest, STR("\n"));
    /* A NUL would cut the statement when it is handed on; such a line is damage. */
    if (end > 0 && memchr(rest.p, '\0', end) == NULL) {
      struct str entry = unescaped(arena, str_sub(rest, 0, end));
      ARENA_PUSH(arena, &entries, entry);
    }
    i += end + 1;
  }
  size_t skipped = entries.n > KEPT ? entries.n - KEPT : 0;
  *count = entries.n - skipped;
  return entries.at != NULL ? entries.at + skipped : NULL;
}

/* Makes the directories above `path`. What cannot be made shows when the file is opened. */
static void make_directories(struct arena *arena, const char *path) {
  char *part = arena_alloc(arena, strlen(path) + 1);
  memcpy(part, path, strlen(path));
  for (char *slash = strchr(part + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(part, 0700);
    *slash = '/';
  }
}

static bool write_whole(int file, struct str text) {
  for (size_t done = 0; done < text.n;) {
    ssize_t n = write(file, text.p + done, text.n - done);
    if (n < 0 && errno != EINTR)
      return false;
    done += n > 0 ? (size_t)n : 0;
  }
  return true;
}

bool history_append(const char *path, struct str statement) {
  struct arena arena = {0};
  struct sbuf line = {.arena = &arena};
  for (size_t i = 0; i < statement.n; i++) {
    if (statement.p[i] == '\n')
      sbuf_add_z(&line, "\\n");
    else if (statement.p[i] == '\\')
      sbuf_add_z(&line, "\\\\");
    else
      sbuf_add_char(&line, statement.p[i]);
  }
  sbuf_add_char(&line, '\n');
  make_directories(&arena, path);
  int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  bool is_written = file >= 0 && write_whole(file, sbuf_str(&line));
  int error = errno;
  if (file >= 0)
    close(file);
  arena_free(&arena);
  errno = error;
  return is_written;
}
