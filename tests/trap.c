/* trap: a kind of file whose reader goes wrong as the file says, linked into build/trap in place of
 * src/read/more.c: what becomes of a load when a reader crashes, hangs or takes all memory.
 *
 * A trap is a file that begins with "TRAP " and a word: segv, abort, stack, hang, sleep, inflate,
 * exit, kill, wild (writes over all memory that it can find), big (a report of 20 MB) or nothing.
 */
#include "read/reader.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int trap_sniff(struct str head, struct str path) {
  (void)path;
  return str_starts(head, STR("TRAP ")) ? 100 : 0;
}

/* Not for the compiler to see through. */
static int fall(volatile char *before, int depth) {
  volatile char here[4096];
  here[0] = before[0];
  return depth < 0 ? 0 : fall(here, depth + 1) + here[0];
}

static _Noreturn void inflate(void) {
  for (;;) {
    char *more = malloc(16 << 20);
    if (more == NULL)
      out_of_memory();
    memset(more, 1, 16 << 20);
  }
}

/* Overwrites what this process shares with others. */
static _Noreturn void run_wild(void) {
  FILE *maps = fopen("/proc/self/maps", "re");
  char line[512], mode[8];
  unsigned long start, end;
  while (maps != NULL && fgets(line, sizeof line, maps) != NULL)
    if (sscanf(line, "%lx-%lx %7s", &start, &end, mode) == 3 && strcmp(mode, "rw-s") == 0)
      memset((void *)start, 0xA5, end - start); /* NOLINT: that is the point */
  abort();
}

static bool trap_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
                      size_t *ndocs, struct diags *diags) {
  static const char *const words[] = {"segv",    "abort", "stack", "hang", "sleep",
                                      "inflate", "exit",  "kill",  "wild"};
  size_t i = 0;
  (void)arena, (void)path;
  while (i < sizeof words / sizeof *words && !str_contains(bytes, str_from_z(words[i])))
    i++;
  volatile int *nowhere = NULL;
  volatile char top[1] = {1};
  volatile bool is_endless = true;
  switch (i) {
  case 0:
    signal(SIGSEGV, SIG_DFL); /* the sanitizers would call it a finding */
    *nowhere = 1;
    break;
  case 1:
    abort();
  case 2:
    signal(SIGSEGV, SIG_DFL);
    return fall(top, 1) == 12345;
  case 3:
    while (is_endless)
      ;
    break;
  case 4:
    for (;;)
      pause();
  case 5:
    inflate();
  case 6:
    exit(7);
  case 7:
    kill(getpid(), SIGKILL);
    break;
  case 8:
    run_wild();
  }
  *docs = NULL;
  *ndocs = 0;
  return diag_add(diags, DIAG_FILE, (struct span){0, 0}, "a trap that did not go off");
}

static const struct reader traps[] = {{"trap", trap_sniff, trap_read, NULL}};
const struct reader *const readers_more = traps;
const size_t readers_nmore = 1;
