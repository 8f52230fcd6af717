/* helper: other programs that turn a kind of file into one that ogi reads. They are found at run
 * time, run without a shell, with limits of time, memory and output, and never talk to the user.
 */
#ifndef OGI_READ_HELPER_H
#define OGI_READ_HELPER_H

#include "base/diag.h"

/* Where the program is on the PATH, in the arena; NULL when it is not. */
const char *helper_find(struct arena *arena, const char *name);

/* Says which program is missing and which Debian package has it; returns false. */
bool helper_missing(struct diags *diags, const char *kind, const char *program,
                    const char *package);

struct helper {
  const char *const *argv; /* closed by NULL; argv[0] as helper_find gave it */
  const char *home;        /* its HOME and TMPDIR */
  unsigned seconds;        /* then it is stopped */
  size_t limit;            /* bytes of output that are too many */
};

/* Runs the program with the bytes as its standard input and gives what it prints, in the arena.
 * Returns false after diag_add when it fails, takes too long or prints too much. */
bool helper_run(struct arena *arena, const struct helper *helper, struct str input,
                struct str *output, struct diags *diags);

/* A new folder for a helper's files, in the arena; NULL after diag_add. Its owner removes it. */
const char *helper_folder(struct arena *arena, struct diags *diags);
void helper_remove(const char *folder);

/* Writes and reads whole files in such a folder. Return false after diag_add. */
bool helper_write(const char *path, struct str bytes, struct diags *diags);
bool helper_read(struct arena *arena, const char *path, size_t limit, struct str *bytes,
                 struct diags *diags);

#endif
