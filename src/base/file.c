/* file: see file.h.
 */
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_read(struct arena *arena, struct str path, struct str *bytes) {
  FILE *file = fopen(str_z(arena, path), "rbe");
  struct sbuf text = {.arena = arena};
  char chunk[65536];
  size_t n;
  if (file == NULL)
    return false;
  while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
    sbuf_add(&text, (struct str){chunk, n});
  int error = ferror(file) ? errno : 0;
  fclose(file);
  errno = error;
  *bytes = sbuf_str(&text);
  return error == 0;
}

bool file_write_text(void *text, FILE *out) {
  const struct str *all = text;
  fwrite(all->p, 1, all->n, out); /* what goes wrong stands in the stream */
  return true;
}

/* Fills the open file and closes it. */
static bool fill(FILE *out, bool (*write)(void *context, FILE *out), void *context) {
  bool is_written = write(context, out);
  bool ok = is_written && !ferror(out);
  int error = is_written ? errno : 0;
  if (fclose(out) != 0 && ok) {
    error = errno;
    ok = false;
  }
  errno = error;
  return ok;
}

/* The file itself behind links; the path as it is where there is none yet. */
static const char *behind_links(struct arena *arena, const char *path) {
  char *real = realpath(path, NULL);
  const char *kept = real != NULL ? str_z(arena, str_from_z(real)) : path;
  free(real);
  return kept;
}

bool file_write(struct arena *arena, struct str path, bool (*write)(void *context, FILE *out),
                void *context) {
  const char *target = behind_links(arena, str_z(arena, path));
  struct stat old;
  bool is_there = stat(target, &old) == 0;
  if (is_there && !S_ISREG(old.st_mode)) {
    FILE *out = fopen(target, "wbe");
    return out != NULL && fill(out, write, context);
  }
  struct str beside = str_fmt(arena, "%s.%ld.part", target, (long)getpid());
  FILE *out = fopen(beside.p, "wbe");
  if (out == NULL)
    return false;
  bool keeps_mode = !is_there || fchmod(fileno(out), old.st_mode & 07777) == 0;
  bool ok = fill(out, write, context) && keeps_mode && rename(beside.p, target) == 0;
  if (!ok) {
    int error = errno;
    remove(beside.p);
    errno = error;
  }
  return ok;
}
