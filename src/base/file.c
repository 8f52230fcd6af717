/* file: see file.h.
 */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>

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
