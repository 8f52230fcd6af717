/* run: what the parts of the transcript runner share (see run.c). */
#ifndef OGI_TESTS_RUN_H
#define OGI_TESTS_RUN_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#define TIME_LIMIT "60" /* seconds for one case; a whole load takes under one */
#define MAX_WORDS 64    /* of a header line */

/* Text that grows. Nothing is freed: the process lives for one file. */
struct text {
  char *p;
  size_t n, cap;
};

struct lines {
  char **at;
  size_t n;
};

struct run {
  const char *path;     /* of the transcript, as given */
  const char *name;     /* its last part */
  char root[PATH_MAX];  /* the repository */
  char ogi[PATH_MAX];   /* the program under test */
  char place[PATH_MAX]; /* where cases run */
  bool accept, console;
  unsigned short columns; /* of the terminal on which cases run; 0: on none */
  bool has_panel, fresh;
  char *args[MAX_WORDS];
  size_t nargs;
  size_t cases, failed;
};

_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

void add(struct text *t, const char *p, size_t n);
void add_z(struct text *t, const char *z);
struct text slurp(const char *path);
void spill(const char *path, struct text t);

/* Splits a header line at blanks; "…" keeps blanks together. */
size_t words(char *line, char **out, size_t max);

struct lines split(char *p);

/* The folder in which cases run, and the environment that they see. */
void make_place(struct run *run);
void remove_place(const struct run *run);

/* Where what a program says goes, as files of `place`. */
enum said {
  SAID_APART,    /* standard output .out, standard error .err */
  SAID_TOGETHER, /* both .out */
  SAID_ON_SCREEN /* as SAID_APART, and standard output is a terminal of run->columns */
};

/* Runs a program in `place`. Returns its exit status, or -1 with the reason in `why`. */
int spawn(const struct run *run, const char *const argv[], enum said to, const char **why);
struct text said(const struct run *run, const char *file);

#endif
