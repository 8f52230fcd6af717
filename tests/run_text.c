/* run_text: text, lines and files of the transcript runner (see run.h).
 */
#include "run.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void die(const char *format, ...) {
  va_list args;
  va_start(args, format);
  fputs("run: ", stdout);
  vprintf(format, args);
  putchar('\n');
  va_end(args);
  fflush(stdout);
  _exit(2);
}

void add(struct text *t, const char *p, size_t n) {
  if (t->n + n + 1 > t->cap) {
    t->cap = (t->n + n + 1) * 2;
    t->p = realloc(t->p, t->cap);
    if (t->p == NULL)
      die("out of memory");
  }
  if (n > 0)
    memcpy(t->p + t->n, p, n);
  t->n += n;
  t->p[t->n] = '\0';
}

void add_z(struct text *t, const char *z) {
  add(t, z, strlen(z));
}

struct text slurp(const char *path) {
  struct text t = {0};
  FILE *f = fopen(path, "rb");
  if (f == NULL)
    die("cannot read %s: %s", path, strerror(errno));
  char buffer[65536];
  size_t n;
  add(&t, "", 0);
  while ((n = fread(buffer, 1, sizeof buffer, f)) > 0)
    add(&t, buffer, n);
  fclose(f);
  return t;
}

void spill(const char *path, struct text t) {
  FILE *f = fopen(path, "wb");
  if (f == NULL || fwrite(t.p, 1, t.n, f) != t.n || fclose(f) != 0)
    die("cannot write %s: %s", path, strerror(errno));
}

size_t words(char *line, char **out, size_t max) {
  size_t n = 0;
  for (char *p = line; *p != '\0';) {
    while (*p == ' ')
      p++;
    if (*p == '\0')
      break;
    char end = ' ';
    if (*p == '"') {
      end = '"';
      p++;
    }
    if (n == max)
      die("too many words in a header line");
    out[n++] = p;
    while (*p != '\0' && *p != end)
      p++;
    if (*p != '\0')
      *p++ = '\0';
  }
  return n;
}

struct lines split(char *p) {
  struct lines l = {0};
  size_t cap = 0;
  while (*p != '\0') {
    if (l.n == cap) {
      cap = cap * 2 + 64;
      l.at = realloc(l.at, cap * sizeof *l.at);
      if (l.at == NULL)
        die("out of memory");
    }
    l.at[l.n++] = p;
    char *end = strchr(p, '\n');
    if (end == NULL)
      break;
    *end = '\0';
    p = end + 1;
  }
  return l;
}
